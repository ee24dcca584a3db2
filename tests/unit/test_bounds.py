# SPDX-License-Identifier: MIT
"""Verdicts from dates that are known only within bounds."""

from __future__ import annotations

import datetime as dt
from datetime import date
from typing import Any

import pytest

from complaint_timescales import DatesOutOfOrder, InvalidDate, Outcome, WorkingDayCalendar, assess
from complaint_timescales.bounds import Between, assess_between

HARINGEY = assess_between("17(6)", Between.month(2023, 9), Between.month(2024, 2))


class TestBetween:
    """A day that is known to lie between two days."""

    @pytest.mark.parametrize(
        ("year", "month", "latest"),
        [
            (2024, 2, date(2024, 2, 29)),
            (2023, 2, date(2023, 2, 28)),
            (2023, 9, date(2023, 9, 30)),
            (2023, 12, date(2023, 12, 31)),
        ],
        ids=["leap February", "February", "September", "December"],
    )
    def test_a_month_runs_from_its_first_day_to_its_last(
        self, year: int, month: int, latest: date
    ) -> None:
        """Both are possible."""
        assert Between(date(year, month, 1), latest) == Between.month(year, month)

    def test_a_day_that_is_known_has_equal_bounds(self) -> None:
        """There is one reading."""
        day = date(2024, 8, 29)

        assert Between(day, day) == Between.day(day)

    @pytest.mark.parametrize(
        ("bounds", "expected"),
        [
            (Between.day(date(2024, 8, 29)), "Thursday 29 August 2024"),
            (
                Between(date(2024, 3, 1), date(2024, 3, 10)),
                "between Friday 1 March 2024 and Sunday 10 March 2024",
            ),
        ],
        ids=["a day", "bounds"],
    )
    def test_it_reads_as_the_day_or_both_bounds(self, bounds: Between, expected: str) -> None:
        """As people say it."""
        assert expected == str(bounds)

    @pytest.mark.parametrize(
        ("year", "month"),
        [(2024, 0), (2024, 13), (0, 1), (10_000, 1), ("2024", 2), (2024, "2"), (2024.0, 2)],
        ids=repr,
    )
    def test_a_month_that_there_is_not_is_refused(self, year: Any, month: Any) -> None:
        """The error keeps what was written."""
        with pytest.raises(InvalidDate, match=r"Between\.month: no such month") as caught:
            Between.month(year, month)

        assert (year, month) == caught.value.written

    @pytest.mark.parametrize("value", [dt.datetime(2024, 3, 1), "2024-03-01", None], ids=repr)
    @pytest.mark.parametrize("name", ["earliest", "latest"])
    def test_bounds_are_plain_dates(self, name: str, value: Any) -> None:
        """The error names the bound."""
        given: Any = {"earliest": date(2024, 3, 1), "latest": date(2024, 3, 1), name: value}
        with pytest.raises(InvalidDate, match=f"Between.{name}: a date is needed"):
            Between(**given)

    def test_bounds_in_the_wrong_order_are_refused(self) -> None:
        """They are never swapped silently."""
        with pytest.raises(DatesOutOfOrder) as caught:
            Between(date(2024, 3, 10), date(2024, 3, 9))

        assert (
            "Between: latest, Saturday 9 March 2024, is before earliest, Sunday 10 March 2024. "
            "Pass the earliest possible day first"
        ) == str(caught.value)


class TestAssessBetween:
    """A verdict just where it holds on every reading of the dates."""

    @pytest.mark.parametrize(
        ("start", "end", "outcome", "working_days"),
        [
            (
                Between.month(2025, 1),
                Between(date(2025, 2, 1), date(2025, 2, 4)),
                Outcome.UNDETERMINED,
                (0, 24),
            ),
            (Between.month(2025, 1), Between.month(2025, 1), Outcome.UNDETERMINED, (0, 22)),
            (
                Between(date(2025, 1, 6), date(2025, 1, 10)),
                Between(date(2025, 1, 13), date(2025, 1, 20)),
                Outcome.MET,
                (1, 10),
            ),
            (
                Between(date(2025, 1, 6), date(2025, 1, 10)),
                Between(date(2025, 1, 27), date(2025, 1, 31)),
                Outcome.MISSED,
                (11, 19),
            ),
            (
                Between(date(2025, 1, 6), date(2025, 1, 10)),
                Between(date(2025, 1, 24), date(2025, 1, 31)),
                Outcome.UNDETERMINED,
                (10, 19),
            ),
            (
                Between(date(2025, 1, 6), date(2025, 1, 31)),
                Between(date(2025, 1, 8), date(2025, 1, 10)),
                Outcome.MET,
                (0, 4),
            ),
        ],
        ids=["apart", "one month", "met", "missed", "on the edge", "one inside the other"],
    )
    def test_it_is_given_where_both_ends_agree(
        self, start: Between, end: Between, outcome: Outcome, working_days: tuple[int, int]
    ) -> None:
        """Against the ten working days of 14(1); no reading runs backwards.

        From Friday 31 January 2025 to Saturday 1 February: none; from Wednesday 1 January, off,
        to Tuesday 4 February: 2 and 3, four weeks to 31 January, 3 and 4: 24; to 31 January: 22.
        From Friday 10 to Monday 13: one; from Monday 6 to Monday 20: ten; to Friday 31: 19.
        From Friday 10 January to Monday 27: eleven; to Friday 24: ten.
        """
        verdict = assess_between("14(1)", start, end)

        assert (outcome, working_days) == (verdict.outcome, verdict.working_days)

    def test_known_days_give_the_plain_verdict(self) -> None:
        """There is one reading."""
        start, end = date(2024, 8, 29), date(2024, 11, 29)
        verdict = assess_between("17(6)", Between.day(start), Between.day(end))

        assert (assess("17(6)", start, end),) * 2 == (verdict.least, verdict.most)

    def test_another_calendar_can_be_given(self) -> None:
        """With Friday 11 June 2027 off, Monday 7 to Monday 21 June are nine working days."""
        late = WorkingDayCalendar.england(extra_holidays={date(2027, 6, 11): "Centenary"})
        known = (Between.day(date(2027, 6, 7)), Between.day(date(2027, 6, 21)))

        assert (9, 9) == assess_between("14(1)", *known, calendar=late).working_days

    def test_an_end_before_the_start_on_every_reading_is_refused(self) -> None:
        """One of the two must be wrong."""
        with pytest.raises(DatesOutOfOrder) as caught:
            assess_between("17(6)", Between.month(2024, 3), Between.month(2024, 2))

        assert (
            "assess_between 17(6): the end, between Thursday 1 February 2024 and Thursday 29 "
            "February 2024, is before the start, between Friday 1 March 2024 and Sunday 31 March "
            "2024, on every reading. Check which of the two is wrong"
        ) == str(caught.value)

    def test_an_end_that_may_be_the_start_is_accepted(self) -> None:
        """Some reading is possible."""
        verdict = assess_between(
            "17(6)", Between(date(2024, 2, 29), date(2024, 3, 31)), Between.month(2024, 2)
        )

        assert (0, 0) == verdict.working_days

    def test_what_holds_on_every_reading_is_explained(self) -> None:
        """With the least, the most and the limit."""
        assert (
            "Day 0 is between Friday 1 September 2023 and Saturday 30 September 2023, and the act is "
            "between Thursday 1 February 2024 and Thursday 29 February 2024: 86 to 126 working days, "
            "against 65 working days under 17(6). Missed on every reading of the dates."
        ) == HARINGEY.explain()

    def test_what_depends_on_the_days_is_said_to(self) -> None:
        """No verdict is claimed."""
        verdict = assess_between("14(1)", Between.month(2025, 1), Between.month(2025, 1))

        assert verdict.explain().endswith("It depends on the days, so it cannot be told.")

    def test_a_span_without_a_count_is_explained_without_one(self) -> None:
        """No working day is known before the Regulations came in."""
        verdict = assess_between("9(1)", Between.month(2005, 3), Between.month(2007, 5))

        assert Outcome.MISSED is verdict.outcome
        assert "None" not in verdict.explain()


class TestPublishedHistories:
    """What the Ombudsman published to the month."""

    def test_haringey_missed_the_limit_on_every_reading(self) -> None:
        """Decision 24 002 249: agreed in September 2023, reported in February 2024.

        At least, from Saturday 30 September to Thursday 1 February: 17 weeks from Monday 2
        October make 85, and four days more 89, less 25 and 26 December and 1 January: 86. At
        most, from Friday 1 September to Thursday 29 February: 25 weeks from Monday 4 September
        make 125, and four days more 129, less the same three: 126.
        """
        assert {
            "provision": "17(6)",
            "outcome": "missed",
            "working_days_min": 86,
            "working_days_max": 126,
            "due_earliest": "2023-12-01",
            "due_latest": "2024-01-03",
        } == HARINGEY.to_dict()

    def test_haringey_was_due_between_these_days(self) -> None:
        """Thirteen weeks from Friday 1 September 2023 end on Friday 1 December.

        From Saturday 30 September, as from Friday 29, on Friday 29 December; 25 and 26 December
        and 1 January are off, so Tuesday 2 and Wednesday 3 January follow.
        """
        assert (date(2023, 12, 1), date(2024, 1, 3)) == (HARINGEY.most.due, HARINGEY.least.due)

    @pytest.mark.parametrize(
        ("start", "expected"),
        [
            (Between.month(2023, 12), ("2024-03-06", "2024-04-03")),
            (Between(date(2024, 3, 1), date(2024, 3, 10)), ("2024-06-06", "2024-06-13")),
        ],
        ids=["from acceptance", "from the statement"],
    )
    def test_somersets_65th_day_lies_between_these_days(
        self, start: Between, expected: tuple[str, str]
    ) -> None:
        """Decision 23 013 837: thirteen weeks, and a day for each holiday that is passed over.

        Friday 1 December 2023: Friday 1 March, and 25, 26 December, 1 January: Wednesday 6.
        Sunday 31 December, as from Friday 29: Friday 29 March, which is off like 1 January and
        1 April: Tuesday 2 and Wednesday 3 April. Friday 1 March 2024: Friday 31 May, and 29
        March, 1 April, 6 and 27 May: Thursday 6 June. Sunday 10 March, as from Friday 8: a week
        later, Thursday 13 June.
        """
        found = assess_between("17(6)", start, Between.day(date(2024, 12, 31))).to_dict()

        assert expected == (found["due_earliest"], found["due_latest"])

    def test_somersets_verdict_depends_on_what_started_the_clock(self) -> None:
        """The day of the decision is not known; were it in May, the two clocks would differ."""
        may = date(2024, 5, 31)

        assert (Outcome.OVERDUE, Outcome.RUNNING) == (
            assess("17(6)", date(2023, 12, 31), as_at=may).outcome,
            assess("17(6)", date(2024, 3, 1), as_at=may).outcome,
        )

    @pytest.mark.parametrize(
        "start", [date(2023, 12, 1), date(2023, 12, 31), date(2024, 3, 1), date(2024, 3, 10)],
        ids=str,
    )  # fmt: skip
    def test_of_somerset_no_verdict_is_claimed(self, start: date) -> None:
        """The reports were not complete on a day that is not published."""
        assert Outcome.UNDETERMINED is assess("17(6)", start).outcome

    @pytest.mark.parametrize("start", [date(2025, 3, 1), date(2025, 3, 31)], ids=str)
    @pytest.mark.parametrize("provision", ["17(3)", "17(6)"])
    def test_havering_runs_long_and_nothing_is_claimed_of_the_ombudsman(
        self, provision: str, start: date
    ) -> None:
        """Decision 24 020 699: from March 2025 with no answer on 10 September, and no fault found.

        Thirteen weeks from the last day of March, and a day for each of the four holidays of
        April and May, end on Friday 4 July.
        """
        verdict = assess(provision, start, as_at=date(2025, 9, 10))

        assert Outcome.OVERDUE is verdict.outcome
        assert [] == [
            word
            for word in ("fault", "upheld", "ombudsman", "finding")
            if word in f"{verdict.explain()} {verdict.to_dict()}".lower()
        ]


def test_a_day_that_is_known_is_given_as_it_is() -> None:
    """From 29 August to 28 November 2024 are 65 working days, with no bank holiday."""
    verdict = assess_between("17(6)", date(2024, 8, 29), date(2024, 11, 28))

    assert (Outcome.MET, (65, 65)) == (verdict.outcome, verdict.working_days)
