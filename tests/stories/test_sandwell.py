# SPDX-License-Identifier: MIT
"""Sandwell Children's Trust, stage 2 in 2022/23: what an honest recount of the table shows.

Every figure was worked on paper: weekdays after the start up to and including the end, less the
bank holidays among them. GF is Good Friday, EM Easter Monday.
"""

from __future__ import annotations

from datetime import date

import pytest

from complaint_timescales import Outcome
from complaint_timescales.check import CheckedRow, CheckResult, Reading
from complaint_timescales.conventions import START_DAY_COUNTED, START_DAY_NOT_COUNTED
from complaint_timescales.demo import sandwell

REQUESTED, SIGNED, ADJUDICATED, CLOSED = (
    "stage2_requested",
    "statement_agreed",
    "adjudication_sent",
    "closed",
)


@pytest.fixture(scope="module")
def result() -> CheckResult:
    """The table, checked."""
    return sandwell()


def person(result: CheckResult, number: int) -> CheckedRow:
    """The row of one complaint."""
    return next(row for row in result.rows if row.case == f"Person {number}")


def days_over(reading: Reading, provision: str) -> int | None:
    """Working days over a limit, or None where it cannot be told."""
    verdict = reading.verdict(provision)
    return None if verdict is None else verdict.days_over


class TestOwnClock:
    """From the terms of reference signed to the day closed, as the authority counts."""

    @pytest.mark.parametrize(
        ("number", "days"),
        [
            (1, 75),  # 80 weekdays, less GF, EM, 2 May, 2 and 3 June 2022
            (2, 50),  # 55, less GF, EM, 2 May, 2 and 3 June 2022
            (3, 101),  # 106, less the same five
            (4, 52),  # no bank holiday between
            (5, 79),  # 84, less GF, EM, 1, 8 and 29 May 2023
            (6, 96),  # 101, less the same five
            (7, 91),  # 94, less 8 and 29 May and 28 August 2023
        ],
    )
    def test_the_working_days(self, result: CheckResult, number: int, days: int) -> None:
        """The start is left out, the end is counted."""
        assert days == person(result, number).reading("own").working_days

    @pytest.mark.parametrize(
        ("number", "over_25", "over_65"),
        [(1, 50, 10), (2, 25, 0), (3, 76, 36), (4, 27, 0), (5, 54, 14), (6, 71, 31), (7, 66, 26)],
    )
    def test_the_days_over(
        self, result: CheckResult, number: int, over_25: int, over_65: int
    ) -> None:
        """The working days, less 25 and less 65, for each end is a working day."""
        reading = person(result, number).reading("own")

        assert (over_25, over_65) == (days_over(reading, "17(3)"), days_over(reading, "17(6)"))

    @pytest.mark.parametrize("number", [2, 4])
    def test_two_met_the_longer_limit(self, result: CheckResult, number: int) -> None:
        """50 and 52 are within 65, and over 25."""
        reading = person(result, number).reading("own")

        assert (Outcome.MISSED, Outcome.MET) == (
            reading.outcome("17(3)"),
            reading.outcome("17(6)"),
        )


class TestRegulationsClock:
    """From the request, 17(4)(b), to the adjudication, 17(3)."""

    @pytest.mark.parametrize(
        ("number", "days"),
        [
            (1, 102),  # 107 weekdays, less GF, EM, 2 May, 2 and 3 June 2022: the last is the end
            (2, 67),  # 72, less the same five
            (4, 71),  # 74, less 26 and 27 December 2022 and 2 January 2023
            (5, 94),  # 97, less the same three
            (6, 110),  # 118, less those, GF, EM, 1, 8 and 29 May 2023
            (7, 110),  # 115 to the Friday before, less GF, EM, 1, 8 and 29 May 2023
        ],
    )
    def test_the_working_days(self, result: CheckResult, number: int, days: int) -> None:
        """Every one of them is over 65."""
        assert days == person(result, number).reading("regulations").working_days

    @pytest.mark.parametrize(
        ("number", "over_25", "over_65"),
        [(1, 77, 37), (2, 42, 2), (4, 46, 6), (5, 69, 29), (6, 85, 45), (7, 85, 45)],
    )
    def test_the_days_over(
        self, result: CheckResult, number: int, over_25: int, over_65: int
    ) -> None:
        """The working days, less 25 and less 65."""
        reading = person(result, number).reading("regulations")

        assert (over_25, over_65) == (days_over(reading, "17(3)"), days_over(reading, "17(6)"))

    def test_one_cannot_be_told(self, result: CheckResult) -> None:
        """The request is printed as a day after everything else."""
        reading = person(result, 3).reading("regulations")

        assert (Outcome.UNDETERMINED, None, "adjudication is dated before request") == (
            reading.outcome("17(6)"),
            reading.working_days,
            reading.reason,
        )


class TestPublishedFigures:
    """What the published column is."""

    @pytest.mark.parametrize("number", [1, 6, 7])
    def test_three_leave_the_start_day_out(self, result: CheckResult, number: int) -> None:
        """75, 96 and 91 are the days of the authority's own clock."""
        (found,) = person(result, number).reproduced_by

        assert (SIGNED, CLOSED, START_DAY_NOT_COUNTED) == (
            found.start,
            found.end,
            found.convention,
        )

    @pytest.mark.parametrize("number", [4, 5])
    def test_two_count_the_start_day(self, result: CheckResult, number: int) -> None:
        """53 and 80 are one more than 52 and 79."""
        found = person(result, number).reproduced_by[0]

        assert (SIGNED, CLOSED, START_DAY_COUNTED) == (found.start, found.end, found.convention)

    @pytest.mark.parametrize("number", [2, 3])
    def test_two_are_given_by_no_pair_of_dates(self, result: CheckResult, number: int) -> None:
        """57 and 81 are not to be had by any convention."""
        assert () == person(result, number).reproduced_by

    @pytest.mark.parametrize("number", [2, 3, 4, 5])
    def test_each_of_the_four_is_a_finding(self, result: CheckResult, number: int) -> None:
        """They are what a reader has to ask about."""
        kinds = {finding.kind for finding in person(result, number).findings}

        assert kinds & {"not_reproduced", "other_convention"}

    def test_one_of_them_may_be_a_day_out(self, result: CheckResult) -> None:
        """28 March to 14 June 2022 is 57 weekdays with the start, bank holidays and all."""
        remedy = person(result, 2).findings[-1].remedy

        assert (
            "it would be terms of reference signed to closed with date_closed on Tuesday 14 June"
            " 2022 (one day later): bank holidays ignored, start day counted"
        ) in remedy

    def test_no_single_slip_explains_the_other(self, result: CheckResult) -> None:
        """81 is 20 less than 101, by the authority's clock and by the Regulations' alike."""
        remedy = person(result, 3).findings[-1].remedy

        assert "No single slip in a date would explain it" in remedy


class TestDates:
    """What the printed dates cannot be, or hardly are."""

    def test_an_impossible_order_names_both_dates(self, result: CheckResult) -> None:
        """The request of 11 November 2022 is after the terms of reference of 12 January 2022."""
        finding = person(result, 3).findings[0]

        assert (
            "impossible_order",
            "Friday 11 November 2022 is after date_tor_signed, Wednesday 12 January 2022",
        ) == (finding.kind, finding.what)

    def test_it_suggests_the_year_before(self, result: CheckResult) -> None:
        """From 11 November 2021: 101 days to the adjudication and 142 to the closing."""
        assert (
            "A suggestion only, for nothing was changed: 11 November 2021 as date_of_request would"
            " fit, with 101 working days from request to adjudication and 142 working days from"
            " request to closed"
        ) in person(result, 3).findings[0].remedy

    def test_it_does_not_hide_the_other_reading(self, result: CheckResult) -> None:
        """The rows stand in the order of the requests, so the other three may be a year out."""
        assert "12 January 2023 as date_tor_signed" in person(result, 3).findings[0].remedy

    def test_the_row_is_kept_as_it_is(self, result: CheckResult) -> None:
        """The suggestion changes nothing."""
        assert date(2022, 11, 11) == person(result, 3).dates[REQUESTED]

    @pytest.mark.parametrize(
        ("number", "what"),
        [
            (1, "Friday 3 June 2022 (Platinum Jubilee bank holiday) is not a working day"),
            (7, "Sunday 20 August 2023 is not a working day"),
        ],
    )
    def test_an_adjudication_on_a_day_off_is_a_finding(
        self, result: CheckResult, number: int, what: str
    ) -> None:
        """It is counted as it stands, and shown."""
        finding = person(result, number).findings[0]

        assert (what, "date_of_adjudication") == (finding.what, finding.column)


class TestSummary:
    """What it comes to, with every denominator."""

    def test_the_published_figures(self, result: CheckResult) -> None:
        """75, 81, 80, 96 and 91 are over 65; 533 / 7 is 76.1."""
        stated, over = result.summary.stated, result.summary.over_stated

        assert over is not None
        assert (5, 7, 76.1) == (over.over, over.told, stated.mean)

    def test_the_own_clock(self, result: CheckResult) -> None:
        """75, 101, 79, 96 and 91 are over 65; 544 / 7 is 77.7."""
        own = result.summary.clocks[0]

        assert ([(7, 7), (5, 7)], 77.7, ()) == (
            [(tally.over, tally.told) for tally in own.tallies],
            own.taken.mean,
            own.left_out,
        )

    def test_the_regulations_clock(self, result: CheckResult) -> None:
        """All six that can be told are over 65; 554 / 6 is 92.3."""
        regulations = result.summary.clocks[1]

        assert ([(6, 6), (6, 6)], 92.3) == (
            [(tally.over, tally.told) for tally in regulations.tallies],
            regulations.taken.mean,
        )

    def test_what_is_left_out_is_named(self, result: CheckResult) -> None:
        """One row, with its reason."""
        assert (("Person 3 (row 4)", "adjudication is dated before request"),) == (
            result.summary.clocks[1].left_out
        )

    def test_nothing_is_dropped(self, result: CheckResult) -> None:
        """Seven rows, none of them rejected."""
        assert (7, (), 0) == (len(result.rows), result.rejected, result.exit_status)

    def test_the_sentences(self, result: CheckResult) -> None:
        """What a reader sees."""
        assert (
            "7 rows assessed, 0 rejected",
            "As stated in the table: 5 of 7 over 65 (17(6)); 7 figures, mean 76.1 working days",
            (
                "The authority's own clock (terms of reference signed to closed, as the authority"
                " counts): 5 of 7 over 65 (17(6)) and 7 of 7 over 25 (17(3)); mean 77.7 working days"
            ),
            (
                "The Regulations' clock (request to adjudication, 17(4)(b) to 17(3)): 6 of 6 over 65"
                " (17(6)) and 6 of 6 over 25 (17(3)); mean 92.3 working days; 1 cannot be told: Person"
                " 3 (row 4) (adjudication is dated before request)"
            ),
            (
                "3 of 7 stated figures are terms of reference signed to closed, start day not counted:"
                " Person 1 (row 2), Person 6 (row 7) and Person 7 (row 8)"
            ),
            (
                "2 of 7 stated figures are terms of reference signed to closed, start day counted:"
                " Person 4 (row 5) and Person 5 (row 6)"
            ),
            "2 of 7 cannot be had from the row's own dates: Person 2 (row 3) and Person 3 (row 4)",
        ) == result.summary.lines()
