# SPDX-License-Identifier: MIT
"""What is counted of the rows, and in which period."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from complaint_timescales.monitoring import Cohort, FinancialYear, Verdict
from complaint_timescales.monitoring._other_tables import open_cases
from complaint_timescales.monitoring._tallies import (
    OPEN_CASES_SHOWN,
    LegTally,
    Tallies,
    outcome_in,
    plain_words,
)
from tests.unit.monitoring_rows import entry, judge

YEAR = FinancialYear(2024)
LEG = "stage_1"


def tallied(*rows: dict[str, str], as_at: date | None = None, by: tuple[str, ...] = ()) -> Tallies:
    """What is counted of some rows."""
    judging, made = judge(as_at=as_at), Tallies(by)
    for cells in rows:
        row = entry(**cells)
        made.add(row, judging.legs_of(row), judging)
    return made


class TestPeriods:
    """A case is received in one quarter and ends in another."""

    def test_it_is_counted_in_each_cohort_by_its_own_day(self) -> None:
        """Received on 31 March 2025, answered on 1 April: two financial years."""
        made = tallied({"received": "2025-03-31", "responded": "2025-04-01"})

        assert {
            (LEG, Cohort.RECEIVED, FinancialYear(2024), 4),
            (LEG, Cohort.CLOSED, FinancialYear(2025), 1),
        } == set(made.legs)
        assert {FinancialYear(2024), FinancialYear(2025)} == made.years

    def test_what_is_open_is_in_no_period_of_those_that_ended(self) -> None:
        """Nor is it left out of any."""
        made = tallied({"received": "2025-03-31"})

        assert [(LEG, Cohort.RECEIVED, FinancialYear(2024), 4)] == list(made.legs)
        assert {} == made.unplaced

    def test_what_has_no_day_for_a_quarter_is_counted_as_that(self) -> None:
        """No receipt; or one of September or October."""
        made = tallied(
            {"received": "", "responded": "2024-08-29"},
            {"received": "Sep 2024", "responded": "2024-10-01"},
        )

        assert {(LEG, Cohort.RECEIVED): 1} == made.unplaced
        assert [1] == [len(made.legs[LEG, Cohort.RECEIVED, YEAR, 2])]

    def test_receipts_are_counted_by_month(self) -> None:
        """Of cases and of rows for stage 1; not of the later stages."""
        made = tallied(
            {"received": "2024-04-30"}, {"received": "2024-05-01"}, {"received": "May 2024"},
            {"stage": "1", "received": "2024-05-31"}, {"stage": "2", "received": "2024-05-31"},
        )  # fmt: skip

        assert {(YEAR, 0): 1, (YEAR, 1): 3} == made.months


class TestLegs:
    """What became of each."""

    def test_days_are_counted_where_they_are_one_number(self) -> None:
        """16 December 2024: 10 days to 2 January, 11 to the 3rd, 31 or more to February."""
        made = tallied(
            {"received": "2024-12-16", "responded": "2025-01-02"},
            {"received": "2024-12-16", "responded": "2025-01-03"},
            {"received": "2024-12-16", "responded": "Feb 2025"},
            {"received": "2024-12-16", "withdrawn": "2025-01-06"},
        ).legs[LEG, Cohort.RECEIVED, YEAR, 3]

        assert {Verdict.MET: 1, Verdict.MISSED: 2, Verdict.OVERDUE: 1} == made.verdicts
        assert {10: 1, 11: 1} == made.took
        assert {11: 1, 31: 1} == made.broken
        assert {1: 1, 21: 1, 2: 1} == made.over
        assert {"not recorded": 3} == made.outcomes
        assert 4 == len(made)

    def test_tallies_add_up(self) -> None:
        """None of them is changed."""
        one = LegTally()
        one.verdicts[Verdict.MET] = 2
        whole = LegTally.sum([one, one])

        assert (4, 2) == (len(whole), len(one))

    def test_a_group_that_is_not_named_is_blank(self) -> None:
        """By a column of the file."""
        made = tallied(
            {"received": "2024-12-16", "Team": "North"},
            {"received": "2024-12-16", "Team": "  "},
            by=("Team",),
        )

        assert ["North", "(blank)"] == [name for _, name, _ in made.groups]


class TestOpenCases:
    """Those that are due first."""

    def test_an_open_leg_is_listed_with_its_last_day(self) -> None:
        """Overdue on 3 January."""
        made = tallied({"received": "2024-12-16"}, as_at=date(2025, 1, 3))
        ((_, _, case),) = made.open_cases

        assert (date(2025, 1, 2), date(2024, 12, 16), "A1", "overdue") == (
            case.due, case.start, case.reference, case.verdict)  # fmt: skip

    def test_one_without_a_last_day_is_counted_and_not_listed(self) -> None:
        """Received in some month; nor is a request for a panel open, for it is no duty."""
        made = tallied({"received": "Dec 2024"}, {"response_received": "2024-12-16"})

        assert (1, []) == (made.open_number, made.open_cases)
        assert open_cases(made).caption == (
            "Open, whenever received: 1 stage. "
            "Of 1 of them no last day can be told, and they are not listed."
        )

    def test_of_more_than_are_shown_the_first_due_stay(self) -> None:
        """The last ones received are left out, whatever the order of the rows."""
        first = date(2022, 1, 3)
        days = [first + timedelta(days=n) for n in range(OPEN_CASES_SHOWN + 2)]
        made = tallied(*({"received": str(day)} for day in reversed(days)))
        shown = {case.start for _, _, case in made.open_cases}

        assert OPEN_CASES_SHOWN + 2 == made.open_number
        assert set(days[:OPEN_CASES_SHOWN]) >= shown - {days[-3]}
        assert OPEN_CASES_SHOWN == len(made.open_cases)
        assert days[-1] not in shown
        assert open_cases(made).caption == (
            "Open, whenever received: 502 stages. The 500 that are due first are listed."
        )


class TestBeside:
    """What is counted beside the limits."""

    def test_a_span_between_steps_is_counted_where_it_ends(self) -> None:
        """From Monday 31 March 2025 to Wednesday 2 April: two working days, in 2025/26."""
        made = tallied(
            {"received": "2025-03-31", "acknowledged": "2025-04-02"},
            {"received": "2025-04-02", "acknowledged": "2025-03-31"},
            {"received": "", "acknowledged": "2025-03-31"},
            {"received": "Mar 2025", "acknowledged": "Apr 2025"},
        )

        assert {("acknowledged", FinancialYear(2025)): {2: 1}} == made.milestones

    def test_mediation_is_counted_where_the_record_says_whether_it_was_offered(self) -> None:
        """A day of offering is an offer."""
        made = tallied(
            {"received": "2024-12-16", "mediation_offered": "No"},
            {"received": "2024-12-16", "mediation_offered": "Yes", "mediation_outcome": "Resolved"},
            {"received": "2024-12-16", "mediation_offered": "20/12/2024", "mediation_outcome": ""},
            {"received": "2024-12-16", "mediation_offered": "n/a"},
            {"received": "", "mediation_offered": "Yes"},
        )

        assert {
            (YEAR, "not offered"): 1,
            (YEAR, "resolved"): 1,
            (YEAR, "offered, result not recorded"): 1,
        } == made.mediation

    def test_a_row_of_a_later_stage_is_placed_by_its_own_receipt(self) -> None:
        """Mediation at stage 2, requested on 29 August 2024."""
        made = tallied(
            {"stage": "2", "received": "2024-08-29", "mediation_offered": "No"},
            {"stage2_requested": "2024-08-29", "mediation_offered": "No"},
        )

        assert {(YEAR, "not offered"): 2} == made.mediation

    def test_a_decision_of_the_ombudsman_is_counted_by_its_day_or_by_receipt(self) -> None:
        """One without either is in no year."""
        made = tallied(
            {"received": "2024-12-16", "ombudsman_decision": "Upheld", "ombudsman_decided":
             "2025-04-01"},
            {"received": "2024-12-16", "ombudsman_decision": "upheld "},
            {"received": "2024-12-16", "ombudsman_decision": "none"},
            {"received": "", "ombudsman_decision": "Upheld"},
        )  # fmt: skip

        assert {(FinancialYear(2025), "upheld"): 1, (YEAR, "upheld"): 1} == made.ombudsman


class TestOutcomes:
    """What a cell says was found."""

    @pytest.mark.parametrize(
        ("cell", "outcome"),
        [
            *(("Upheld", "upheld"), ("UPHELD ", "upheld"), ("Not upheld", "not_upheld")),
            *(("not_upheld", "not_upheld"), ("Not-upheld", "not_upheld")),
            *(("Partially  upheld", "partly_upheld"), ("Partly Upheld", "partly_upheld")),
            *(("", "not recorded"), ("n/a", "not recorded"), ("Resolved", "resolved")),
        ],
    )
    def test_the_three_findings_are_known_and_others_kept(self, cell: str, outcome: str) -> None:
        """Whatever case they are written in."""
        assert outcome == outcome_in(cell)

    def test_words_are_plain(self) -> None:
        """One space, no underscore, no capitals."""
        assert "partly upheld" == plain_words(" Partly__Upheld ")
