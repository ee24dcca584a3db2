# SPDX-License-Identifier: MIT
"""Last days and verdicts, for each of the ten time limits."""

from __future__ import annotations

import datetime as dt
import pickle
from datetime import date
from typing import Any

import attrs
import pytest

from complaint_timescales import (
    Assessment,
    Case,
    Citation,
    ComplaintTimescalesError,
    DatesOutOfOrder,
    Deadline,
    InvalidDate,
    Outcome,
    OutsideCalendar,
    UnknownProvision,
    WorkingDayCalendar,
    assess,
    due,
    events,
)
from complaint_timescales._kinds import WorkingDaysBefore
from complaint_timescales.guidance import TIMETABLE

# Each limit: its number and unit, a start, the last day, and the day after it that counts.
# 14(1): Thursday 18 December 2025; 25, 26 December and 1 January are off: 19, 22, 23, 24, 29, 30,
#   31, 2, 5 and Tuesday 6 January. 14(5): two full weeks more, Tuesday 20.
# 17(3): Thursday 29 August 2024 and five full weeks. 17(6): thirteen, as the Ombudsman has it.
# 18(2): Thursday 8 May 2025 and four weeks, and a day for Monday 26 May.
# 19(4): Friday 6 June 2025 and six weeks. 20(2): Friday 18 July and one. 20(3): 25 July and three.
# 8(5): the same date of the next year, a Tuesday. 9(1): 28 February after 29 February.
LIMITS = {
    "8(5)": (1, "year", date(2024, 6, 10), date(2025, 6, 10), date(2025, 6, 11)),
    "9(1)": (1, "year", date(2024, 2, 29), date(2025, 2, 28), date(2025, 3, 1)),
    "14(1)": (10, "working day", date(2025, 12, 18), date(2026, 1, 6), date(2026, 1, 7)),
    "14(5)": (20, "working day", date(2025, 12, 18), date(2026, 1, 20), date(2026, 1, 21)),
    "17(3)": (25, "working day", date(2024, 8, 29), date(2024, 10, 3), date(2024, 10, 4)),
    "17(6)": (65, "working day", date(2024, 8, 29), date(2024, 11, 28), date(2024, 11, 29)),
    "18(2)": (20, "working day", date(2025, 5, 8), date(2025, 6, 6), date(2025, 6, 9)),
    "19(4)": (30, "working day", date(2025, 6, 6), date(2025, 7, 18), date(2025, 7, 21)),
    "20(2)": (5, "working day", date(2025, 7, 18), date(2025, 7, 25), date(2025, 7, 28)),
    "20(3)": (15, "working day", date(2025, 7, 25), date(2025, 8, 15), date(2025, 8, 18)),
}
IN_WORKING_DAYS = [name for name, row in LIMITS.items() if row[1] == "working day"]
each_limit = pytest.mark.parametrize("provision", LIMITS)
each_count = pytest.mark.parametrize("provision", IN_WORKING_DAYS)
ALL = (
    "The time limits are '8(5)', '9(1)', '14(1)', '14(5)', '17(3)', '17(6)', '18(2)', '19(4)', "
    "'20(2)' and '20(3)'"
)
NO_DATES = pytest.mark.parametrize(
    "value", [dt.datetime(2025, 1, 6), "2025-01-06", 20250106, 45663.0, [2025, 1, 6]], ids=repr
)


def extended_case(granted_on: date) -> Case:
    """Received on Monday 16 December 2024, due on Thursday 2 January, and given five days more."""
    return Case(
        "CSC-0042",
        [
            events.RepresentationsReceived(on=date(2024, 12, 16)),
            events.LocalResolutionExtended(on=granted_on, working_days=5),
        ],
    )


class TestDue:
    """The last day for what a provision limits."""

    @each_limit
    def test_it_is_the_last_day(self, provision: str) -> None:
        """Worked by hand above."""
        _, _, start, last, _ = LIMITS[provision]

        assert last == due(provision, start).date

    @each_limit
    def test_it_says_its_limit_and_unit(self, provision: str) -> None:
        """The number of the Regulations, and what is counted."""
        number, unit, start, _, _ = LIMITS[provision]
        deadline = due(provision, start)

        assert (provision, number, unit, unit == "working day") == (
            deadline.provision,
            deadline.limit,
            deadline.unit,
            deadline.in_working_days,
        )

    @each_count
    def test_it_lists_the_days_that_it_counted(self, provision: str) -> None:
        """As many as the limit, the last of them the last day."""
        number, _, start, last, _ = LIMITS[provision]
        counted = due(provision, start).counted

        assert (number, last) == (len(counted), counted[-1])

    @pytest.mark.parametrize("provision", ["8(5)", "9(1)"])
    def test_a_year_counts_and_skips_no_working_days(self, provision: str) -> None:
        """It ends by the calendar."""
        deadline = due(provision, LIMITS[provision][2])

        assert ((), ()) == (deadline.counted, deadline.skipped)

    def test_it_lists_the_days_that_it_skipped(self) -> None:
        """Over Christmas 2025: three week-ends and three holidays."""
        skipped = due("14(1)", date(2025, 12, 18)).skipped

        assert [
            "20 Saturday", "21 Sunday", "25 Christmas Day", "26 Boxing Day", "27 Saturday",
            "28 Sunday", "1 New Year's Day", "3 Saturday", "4 Sunday",
        ] == [f"{day.date.day} {day.name}" for day in skipped]  # fmt: skip

    @pytest.mark.parametrize(
        ("start", "last"),
        [
            (date(2023, 3, 1), date(2024, 3, 1)),
            (date(2024, 2, 28), date(2025, 2, 28)),
            (date(2024, 2, 29), date(2025, 2, 28)),
            (date(2024, 3, 1), date(2025, 3, 1)),
            (date(2023, 2, 28), date(2024, 2, 28)),
            (date(2023, 12, 25), date(2024, 12, 25)),
            (date(2005, 6, 1), date(2006, 6, 1)),
        ],
        ids=[
            "over 29 February",
            "28 February of a leap year",
            "29 February",
            "the day after 29 February",
            "to a leap year",
            "to a holiday",
            "before the Regulations",
        ],
    )
    @pytest.mark.parametrize("provision", ["8(5)", "9(1)"])
    def test_a_year_ends_on_its_anniversary(self, provision: str, start: date, last: date) -> None:
        """Whatever day that is; 29 February has 28 February."""
        assert last == due(provision, start).date

    @pytest.mark.parametrize(
        ("start", "provision", "last"),
        [
            (date(2024, 3, 23), "14(1)", date(2024, 4, 9)),
            (date(2024, 3, 24), "14(1)", date(2024, 4, 9)),
            (date(2024, 3, 29), "14(1)", date(2024, 4, 15)),
            (date(2022, 9, 19), "20(2)", date(2022, 9, 26)),
        ],
        ids=["Saturday", "Sunday", "Good Friday", "the State Funeral"],
    )
    def test_the_start_is_day_0_whatever_day_it_is(
        self, start: date, provision: str, last: date
    ) -> None:
        """From 23 or 24 March 2024 day 1 is Monday 25, and 29 March and 1 April are off.

        From Friday 29 March day 1 is Tuesday 2 April: Monday 15. From Monday 19 September 2022,
        off itself, day 1 is Tuesday 20: Monday 26.
        """
        assert last == due(provision, start).date

    def test_another_calendar_can_be_given(self) -> None:
        """With Friday 11 June 2027 off, ten working days from Monday 7 end on Tuesday 22."""
        late = WorkingDayCalendar.england(extra_holidays={date(2027, 6, 11): "Centenary"})

        assert (date(2027, 6, 21), date(2027, 6, 22)) == (
            due("14(1)", date(2027, 6, 7)).date,
            due("14(1)", date(2027, 6, 7), calendar=late).date,
        )

    def test_a_provision_is_found_by_its_citation_too(self) -> None:
        """It is the same text."""
        assert date(2024, 10, 3) == due(Citation("17(3)"), date(2024, 8, 29)).date

    @pytest.mark.parametrize(
        ("provision", "ceiling"),
        [
            ("14(1)", date(2025, 2, 3)),
            ("17(3)", date(2025, 4, 7)),
            ("14(5)", None),
            ("17(6)", None),
            ("18(2)", None),
            ("8(5)", None),
        ],
    )
    def test_its_ceiling_is_the_furthest_day_of_an_extension(
        self, provision: str, ceiling: date | None
    ) -> None:
        """From Monday 6 January 2025: four and thirteen full weeks, Easter being later."""
        assert ceiling == due(provision, date(2025, 1, 6)).ceiling

    def test_it_is_a_value(self) -> None:
        """It does not change, and it travels."""
        deadline = due("14(1)", date(2025, 12, 18))

        assert deadline == pickle.loads(pickle.dumps(deadline))
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            deadline.date = date(2026, 1, 7)  # type: ignore[misc]


class TestValue:
    """A last day is a value, with what a case adds to it left open."""

    def test_it_shows_itself_without_the_whole_calendar(self) -> None:
        """Requested on Thursday 29 August 2024."""
        shown = repr(due("17(3)", date(2024, 8, 29)))

        assert shown.endswith(
            "start=datetime.date(2024, 8, 29), date=datetime.date(2024, 10, 3), started_by=None, "
            "extended_from=None, granted_on=None, met_on=None, ceased_on=None, version=None)"
        )

    def test_what_a_case_adds_is_open_without_one(self) -> None:
        """It is of the first run."""
        found = due("17(3)", date(2024, 8, 29))

        assert [None] * 6 + [0] == [
            found.started_by, found.extended_from, found.granted_on, found.met_on,
            found.ceased_on, found.version, found.run,
        ]  # fmt: skip

    def test_it_is_copied_with_a_change_and_equals_its_copy(self) -> None:
        """As every value of this library does."""
        found = due("17(3)", date(2024, 8, 29))
        met = attrs.evolve(found, met_on=date(2024, 10, 1))

        assert (found, date(2024, 10, 1)) == (attrs.evolve(met, met_on=None), met.met_on)
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            met.met_on = date(2024, 10, 2)  # type: ignore[misc]


class TestProvisional:
    """After the last published year an answer is provisional."""

    @pytest.mark.parametrize(
        ("start", "last", "expected"),
        [
            (date(2028, 12, 20), date(2028, 12, 29), False),
            (date(2028, 12, 21), date(2029, 1, 2), True),
            (date(2029, 1, 2), date(2029, 1, 9), True),
        ],
        ids=["the last published day", "the day after", "long after"],
    )
    def test_a_last_day_after_2028_is_provisional(
        self, start: date, last: date, expected: bool
    ) -> None:
        """From Wednesday 20 December 2028: 21, 22, 27, 28 and 29; from 21, over 1 January."""
        deadline = due("20(2)", start)

        assert (last, expected) == (deadline.date, deadline.provisional)

    def test_a_year_is_never_provisional(self) -> None:
        """No bank holiday moves it."""
        assert not due("8(5)", date(2030, 6, 10)).provisional

    @pytest.mark.parametrize(
        ("end", "expected"),
        [(date(2028, 12, 29), False), (date(2029, 1, 2), True)],
        ids=["before", "after"],
    )
    def test_a_verdict_that_counts_beyond_2028_is_provisional(
        self, end: date, expected: bool
    ) -> None:
        """The last day is published, and the days over are not."""
        verdict = assess("20(2)", date(2028, 12, 20), end)

        assert (False, expected) == (verdict.deadline.provisional, verdict.provisional)
        assert expected is verdict.to_dict()["provisional"]

    def test_a_verdict_on_a_year_is_not(self) -> None:
        """It counts days of the calendar."""
        assert not assess("8(5)", date(2028, 6, 10), date(2029, 6, 10)).provisional

    def test_counting_back_from_a_day_that_is_provisional_is_provisional(self) -> None:
        """From Wednesday 10 January 2029 ten working days back pass over 1 January 2029."""
        back = attrs.evolve(due("20(2)", date(2028, 12, 20)).timescale, limit=WorkingDaysBefore(10))
        deadline = Deadline(
            back, date(2029, 1, 10), date(2028, 12, 22), WorkingDayCalendar.england()
        )

        assert deadline.provisional


class TestAssess:
    """Whether what a provision limits was done in time."""

    @each_limit
    def test_done_on_the_last_day_it_is_met(self, provision: str) -> None:
        """The day counts to its end."""
        _, _, start, last, _ = LIMITS[provision]
        verdict = assess(provision, start, last)

        assert (Outcome.MET, 0) == (verdict.outcome, verdict.days_over)

    @each_limit
    def test_done_the_day_before_it_is_met(self, provision: str) -> None:
        """There is time to spare."""
        _, _, start, last, _ = LIMITS[provision]
        verdict = assess(provision, start, last - dt.timedelta(days=1))

        assert (Outcome.MET, 0) == (verdict.outcome, verdict.days_over)

    @each_limit
    def test_done_on_the_next_day_that_counts_it_is_missed_by_one(self, provision: str) -> None:
        """The next working day, or for a year the next day."""
        _, _, start, _, late = LIMITS[provision]
        verdict = assess(provision, start, late)

        assert (Outcome.MISSED, 1) == (verdict.outcome, verdict.days_over)

    @each_limit
    def test_not_done_it_runs_to_the_end_of_the_last_day(self, provision: str) -> None:
        """Seen from that day nothing is late yet."""
        _, _, start, last, _ = LIMITS[provision]
        verdict = assess(provision, start, as_at=last)

        assert (Outcome.RUNNING, 0) == (verdict.outcome, verdict.days_over)

    @each_limit
    def test_not_done_it_is_overdue_from_the_day_after(self, provision: str) -> None:
        """Seen from the next day that counts it is over by one."""
        _, _, start, _, late = LIMITS[provision]
        verdict = assess(provision, start, as_at=late)

        assert (Outcome.OVERDUE, 1) == (verdict.outcome, verdict.days_over)

    @each_limit
    def test_with_no_day_at_all_it_is_undetermined(self, provision: str) -> None:
        """Nobody is asked what day it is."""
        verdict = assess(provision, LIMITS[provision][2])

        assert (Outcome.UNDETERMINED, None, 0) == (
            verdict.outcome,
            verdict.working_days,
            verdict.days_over,
        )

    @each_count
    def test_on_the_last_day_the_working_days_are_the_limit(self, provision: str) -> None:
        """The start left out, the end taken in."""
        number, _, start, last, late = LIMITS[provision]

        assert (number, number + 1) == (
            assess(provision, start, last).working_days,
            assess(provision, start, as_at=late).working_days,
        )

    @each_limit
    def test_it_carries_the_limit_and_the_last_day(self, provision: str) -> None:
        """What it was held against."""
        number, _, start, last, _ = LIMITS[provision]
        verdict = assess(provision, start, last)

        assert (provision, number, last) == (verdict.provision, verdict.limit, verdict.due)

    @pytest.mark.parametrize(
        ("end", "expected"),
        [
            (date(2025, 1, 17), (Outcome.MET, 10, 0)),
            (date(2025, 1, 18), (Outcome.MISSED, 10, 0)),
            (date(2025, 1, 19), (Outcome.MISSED, 10, 0)),
            (date(2025, 1, 20), (Outcome.MISSED, 11, 1)),
        ],
        ids=["Friday", "Saturday", "Sunday", "Monday"],
    )
    def test_a_week_end_after_the_last_day_is_late_by_no_working_day(
        self, end: date, expected: tuple[Outcome, int, int]
    ) -> None:
        """From Friday 3 January 2025 the limit ends with Friday 17."""
        done = assess("14(1)", date(2025, 1, 3), end)

        assert expected == (done.outcome, done.working_days, done.days_over)

    @pytest.mark.parametrize(
        ("end", "as_at", "outcome"),
        [
            (date(2025, 1, 20), date(2025, 1, 20), Outcome.MET),
            (date(2025, 1, 20), date(2025, 1, 31), Outcome.MET),
            (date(2025, 1, 21), date(2025, 1, 31), Outcome.MISSED),
            (date(2025, 1, 21), date(2025, 1, 20), Outcome.RUNNING),
            (date(2025, 1, 22), date(2025, 1, 21), Outcome.OVERDUE),
        ],
        ids=["met that day", "met before", "missed before", "not yet, in time", "not yet, late"],
    )
    def test_what_is_dated_after_the_day_looked_from_has_not_happened_yet(
        self, end: date, as_at: date, outcome: Outcome
    ) -> None:
        """From Monday 6 January 2025 the last day is Monday 20."""
        assert outcome is assess("14(1)", date(2025, 1, 6), end, as_at=as_at).outcome

    def test_an_end_not_yet_reached_is_counted_to_the_day_looked_from(self) -> None:
        """Seen from Tuesday 21 January 2025 it is eleven days, one of them over."""
        verdict = assess("14(1)", date(2025, 1, 6), date(2025, 2, 3), as_at=date(2025, 1, 21))

        assert (11, 1) == (verdict.working_days, verdict.days_over)

    def test_the_start_itself_can_be_the_end(self) -> None:
        """Done at once: no working day has passed."""
        verdict = assess("14(1)", date(2025, 1, 6), date(2025, 1, 6))

        assert (Outcome.MET, 0) == (verdict.outcome, verdict.working_days)

    @pytest.mark.parametrize(
        ("end", "expected"),
        [
            (date(2006, 3, 1), (Outcome.MET, None, 0)),
            (date(2006, 3, 2), (Outcome.MISSED, None, 1)),
            (date(2007, 3, 1), (Outcome.MISSED, None, 365)),
        ],
        ids=["last day", "day after", "a year after"],
    )
    def test_grounds_before_the_regulations_have_no_working_days(
        self, end: date, expected: tuple[Outcome, int | None, int]
    ) -> None:
        """The year from 1 March 2005 is counted by the calendar, and so are the days over."""
        verdict = assess("9(1)", date(2005, 3, 1), end)

        assert expected == (verdict.outcome, verdict.working_days, verdict.days_over)

    def test_a_published_delay_is_found(self) -> None:
        """Sandwell 2022/23: 22 February to 14 June 2022 is 75 working days against 65.

        Thirteen weeks from Tuesday 22 February end on 24 May; 15 and 18 April and 2 May are off,
        so the last day is Friday 27 May. 2 and 3 June are off: ten working days more to 14 June.
        """
        verdict = assess("17(6)", date(2022, 2, 22), date(2022, 6, 14))

        assert (Outcome.MISSED, 75, date(2022, 5, 27), 10) == (
            verdict.outcome,
            verdict.working_days,
            verdict.due,
            verdict.days_over,
        )


class TestRefusals:
    """What cannot be answered is refused with what to do."""

    @pytest.mark.parametrize(
        ("provision", "near"),
        [
            ("17 (3)", "17(3)"),
            ("17(3) ", "17(3)"),
            ("reg 17(3)", "17(3)"),
            ("r.14(5)", "14(5)"),
            ("14.1", "14(1)"),
            ("20(3)(a)", "20(3)"),
        ],
    )
    def test_a_near_miss_is_told_what_it_may_mean(self, provision: str, near: str) -> None:
        """It is not taken for it: there is one spelling."""
        with pytest.raises(UnknownProvision) as caught:
            due(provision, date(2025, 1, 6))

        assert (
            f"provision: no time limit is set by that provision; as written: {provision!r}. "
            f"Did you mean '{near}'? {ALL}"
        ) == str(caught.value)

    @pytest.mark.parametrize("provision", ["", "stage 2", "99", 17.3, ["17(3)"], b"17"], ids=repr)
    def test_anything_else_is_told_what_there_is(self, provision: Any) -> None:
        """No name is near enough to guess."""
        with pytest.raises(UnknownProvision) as caught:
            due(provision, date(2025, 1, 6))

        assert (ALL, provision) == (caught.value.remedy[-len(ALL) :], caught.value.written)

    def test_nothing_at_all_is_refused_too(self) -> None:
        """None is no provision."""
        with pytest.raises(UnknownProvision, match="no time limit is set by that provision"):
            due(None, date(2025, 1, 6))  # type: ignore[arg-type]

    @pytest.mark.parametrize("provision", ["7(2)", "15(2)", "17(4)", "17(6)(b)", "13(3)"])
    def test_a_provision_without_a_number_sets_no_limit(self, provision: str) -> None:
        """It is a provision, and not a time limit."""
        with pytest.raises(UnknownProvision):
            due(provision, date(2025, 1, 6))

    @each_limit
    @NO_DATES
    def test_a_start_is_a_plain_date(self, provision: str, value: Any) -> None:
        """Nothing is cut or parsed."""
        with pytest.raises(InvalidDate) as caught:
            due(provision, value)

        assert ("start", value) == (caught.value.where, caught.value.written)

    def test_no_start_is_no_date(self) -> None:
        """There is no default that is today."""
        with pytest.raises(InvalidDate, match="start: a date is needed, not NoneType"):
            due("14(1)", None)  # type: ignore[arg-type]

    @pytest.mark.parametrize("name", ["end", "as_at"])
    @NO_DATES
    def test_the_other_days_are_plain_dates(self, name: str, value: Any) -> None:
        """The error names the argument."""
        with pytest.raises(InvalidDate) as caught:
            assess("14(1)", date(2024, 8, 29), **{name: value})

        assert (name, value) == (caught.value.where, caught.value.written)

    @each_limit
    @pytest.mark.parametrize("name", ["end", "as_at"])
    def test_a_limit_runs_forward(self, provision: str, name: str) -> None:
        """Neither of the two dates is taken for the wrong one."""
        before: Any = {name: date(2024, 8, 28)}
        with pytest.raises(DatesOutOfOrder) as caught:
            assess(provision, date(2024, 8, 29), **before)

        assert (
            f"assess {provision}: {name}, Wednesday 28 August 2024, is before the start, Thursday "
            "29 August 2024 (a limit runs forward from its start date). Check which of the two "
            "dates is wrong"
        ) == str(caught.value)

    @each_count
    @pytest.mark.parametrize(
        "start", [date(2006, 8, 31), date(2101, 1, 3), date(2100, 12, 31)], ids=str
    )
    def test_a_day_outside_the_calendar_is_refused_with_its_range(
        self, provision: str, start: date
    ) -> None:
        """No silent horizon: also where just the last day would lie outside."""
        with pytest.raises(OutsideCalendar) as caught:
            due(provision, start)

        assert (
            "the calendar runs from Friday 1 September 2006 to Friday 31 December 2100"
        ) == caught.value.rule

    def test_days_are_not_counted_beyond_the_calendar(self) -> None:
        """1 May 2101 is no day that anything is known of."""
        with pytest.raises(OutsideCalendar):
            assess("14(1)", date(2100, 1, 4), date(2101, 5, 1)).to_dict()

    @pytest.mark.parametrize("provision", ["8(5)", "9(1)"])
    def test_a_year_beyond_the_last_year_of_all_is_refused(self, provision: str) -> None:
        """With an error of the library, and not of the machine."""
        with pytest.raises(ComplaintTimescalesError):
            due(provision, date(9999, 1, 1))


class TestExplain:
    """Every date can say why it is that day."""

    @pytest.mark.parametrize(
        ("provision", "start", "expected"),
        [
            (
                "14(1)",
                date(2025, 12, 18),
                [
                    "Regulation 14(1) gives the authority 10 working days to consider the "
                    "representations and try to resolve them.",
                    "Day 0 is Thursday 18 December 2025, the stage 1 start date; it is not "
                    "counted.",
                    "The last day is Tuesday 6 January 2026.",
                    "10 working days counted; skipped: 6 weekend days, Thursday 25 December "
                    "2025 (Christmas Day), Friday 26 December 2025 (Boxing Day) and Thursday "
                    "1 January 2026 (New Year's Day).",
                ],
            ),
            (
                "8(5)",
                date(2024, 6, 10),
                [
                    "Regulation 8(5) gives the complainant 1 year to resubmit the representations.",
                    "Day 0 is Monday 10 June 2024, the end of the concurrent consideration; it is "
                    "not counted.",
                    "The last day is Tuesday 10 June 2025.",
                    "It is counted by the calendar: its last day is the anniversary of day 0.",
                ],
            ),
            (
                "20(2)",
                date(2020, 4, 17),
                [
                    "Regulation 20(2) gives the panel 5 working days to send the report.",
                    "Day 0 is Friday 17 April 2020, the day of the meeting; it is not counted.",
                    "The last day is Friday 24 April 2020.",
                    "5 working days counted; skipped: 2 weekend days.",
                    'At that time the limit read on: "or as soon as is reasonably practicable".',
                ],
            ),
            (
                "20(2)",
                date(2029, 1, 2),
                [
                    "Regulation 20(2) gives the panel 5 working days to send the report.",
                    "Day 0 is Tuesday 2 January 2029, the day of the meeting; it is not counted.",
                    "The last day is Tuesday 9 January 2029.",
                    "5 working days counted; skipped: 2 weekend days.",
                    "Provisional: bank holidays are published to Sunday 31 December 2028, and a "
                    "day may still be proclaimed.",
                ],
            ),
        ],
        ids=["over Christmas", "a year", "softened in 2020", "provisional"],
    )
    def test_a_last_day_says_its_reasons(
        self, provision: str, start: date, expected: list[str]
    ) -> None:
        """The provision, day 0, the last day, what was counted and what was skipped."""
        assert expected == due(provision, start).explain().split("\n")

    @pytest.mark.parametrize(
        ("provision", "start", "given", "expected"),
        [
            (
                "17(6)",
                date(2024, 8, 29),
                {"end": date(2024, 11, 28)},
                "Met: done on Thursday 28 November 2024, 65 working days after day 0.",
            ),
            (
                "17(6)",
                date(2022, 2, 22),
                {"end": date(2022, 6, 14)},
                "Missed by 10 working days: done on Tuesday 14 June 2022, 75 working days after "
                "day 0.",
            ),
            (
                "14(1)",
                date(2025, 1, 6),
                {"as_at": date(2025, 1, 7)},
                "Running on Tuesday 7 January 2025, 1 working day after day 0.",
            ),
            (
                "14(1)",
                date(2025, 1, 6),
                {"as_at": date(2025, 1, 21)},
                "Overdue by 1 working day on Tuesday 21 January 2025, 11 working days after day 0.",
            ),
            (
                "9(1)",
                date(2024, 2, 29),
                {"end": date(2025, 3, 1)},
                "Missed by 1 day: done on Saturday 1 March 2025, 253 working days after day 0.",
            ),
            (
                "14(1)",
                date(2025, 1, 6),
                {},
                "Undetermined: no day of the act and no day to look from were given.",
            ),
        ],
        ids=["met", "missed", "running", "overdue", "a year", "undetermined"],
    )
    def test_a_verdict_says_itself_first(
        self, provision: str, start: date, given: dict[str, Any], expected: str
    ) -> None:
        """One sentence, and below it the reasons for the last day.

        29 February 2024 to 1 March 2025: 52 weeks from Thursday 29 February end on Thursday 27
        February 2025, with 260 weekdays, less 29 March, 1 April, 6 and 27 May, 26 August, 25 and
        26 December and 1 January: 252; and Friday 28 February.
        """
        verdict = assess(provision, start, **given)

        assert f"{expected}\n{due(provision, start).explain()}" == verdict.explain()

    def test_grounds_before_the_regulations_are_explained_without_a_count(self) -> None:
        """No working day is known before 1 September 2006."""
        head, _ = assess("9(1)", date(2005, 3, 1), date(2006, 3, 2)).explain().split("\n", 1)

        assert "Missed by 1 day: done on Thursday 2 March 2006" in head
        assert "working" not in head

    @pytest.mark.parametrize(
        ("granted_on", "expected"),
        [
            (
                date(2025, 1, 2),
                "It was extended on Thursday 2 January 2025 from Thursday 2 January 2025.",
            ),
            (
                date(2025, 1, 3),
                "It was extended on Friday 3 January 2025 from Thursday 2 January 2025, too late "
                "to spare the earlier limit.",
            ),
        ],
        ids=["on the last day", "the day after"],
    )
    def test_an_extension_says_when_and_from_which_day(
        self, granted_on: date, expected: str
    ) -> None:
        """From Monday 16 December 2024 ten days end on 2 January, five more on Thursday 9."""
        deadline = extended_case(granted_on).deadlines()[-1]

        assert [
            "Regulation 14(5) gives the authority 20 working days to consider the representations "
            "and try to resolve them.",
            "Day 0 is Monday 16 December 2024, the stage 1 start date (14(3)(c)); it is not "
            "counted.",
            expected,
            "The last day is Thursday 9 January 2025.",
            "15 working days counted; skipped: 6 weekend days, Wednesday 25 December 2024 "
            "(Christmas Day), Thursday 26 December 2024 (Boxing Day) and Wednesday 1 January 2025 "
            "(New Year's Day).",
        ] == deadline.explain().split("\n")

    def test_what_is_not_law_says_so_first(self) -> None:
        """A row of guidance is never taken for a regulation."""
        deadline = Deadline(
            TIMETABLE[0].timescale,
            date(2025, 1, 20),
            date(2025, 2, 17),
            WorkingDayCalendar.england(),
        )

        assert deadline.explain().startswith(
            "No regulation but guidance: request stage 2 soon gives the complainant 20 working "
            "days to request an investigation."
        )


class TestExtended:
    """An extension granted in time, or too late."""

    @pytest.mark.parametrize(
        ("granted_on", "expected"),
        [(date(2025, 1, 1), True), (date(2025, 1, 2), True), (date(2025, 1, 3), False)],
        ids=["the day before", "the day", "the day after"],
    )
    def test_it_is_in_time_up_to_the_earlier_last_day(
        self, granted_on: date, expected: bool
    ) -> None:
        """The earlier last day is Thursday 2 January 2025."""
        assert expected is extended_case(granted_on).deadlines()[-1].granted_in_time

    def test_what_is_not_extended_is_in_time(self) -> None:
        """There was nothing to be late with."""
        assert due("14(1)", date(2025, 1, 6)).granted_in_time


class TestToDict:
    """The same as JSON takes it."""

    def test_a_last_day_has_these_keys_and_values(self) -> None:
        """Dates as ISO text, the days skipped each with its authority, and the source."""
        calendar = WorkingDayCalendar.england()
        saturday, sunday = 'regulation 2: "a Saturday"', 'regulation 2: "Sunday"'
        early_may = calendar.why_not(date(2025, 5, 5))
        assert early_may is not None

        assert {
            "provision": "20(2)",
            "what": "send the report",
            "binds": "panel",
            "start": "2025-05-02",
            "started_by": None,
            "due": "2025-05-12",
            "limit": 5,
            "unit": "working day",
            "extended_from": None,
            "granted_on": None,
            "met_on": None,
            "ceased_on": None,
            "softened_by": "",
            "readings": {},
            "provisional": False,
            "skipped": [
                {"date": "2025-05-03", "name": "Saturday", "authority": saturday},
                {"date": "2025-05-04", "name": "Sunday", "authority": sunday},
                {
                    "date": "2025-05-05",
                    "name": "Early May bank holiday",
                    "authority": early_may.authority,
                },
                {"date": "2025-05-10", "name": "Saturday", "authority": saturday},
                {"date": "2025-05-11", "name": "Sunday", "authority": sunday},
            ],
            "calendar": {"edition": calendar.edition, "fingerprint": calendar.fingerprint},
            "source": "https://www.legislation.gov.uk/uksi/2006/1738/regulation/20#regulation-20-2",
        } == due("20(2)", date(2025, 5, 2)).to_dict()

    def test_the_days_of_a_case_are_in_it(self) -> None:
        """What started it, what extended it, and what met it."""
        case = extended_case(date(2025, 1, 2)).record(
            events.LocalResolutionEnded(on=date(2025, 1, 9))
        )
        found = case.deadlines()[0].to_dict()

        assert ("14(3)(c)", "2025-01-02", "2025-01-02", "2025-01-09", None) == (
            found["started_by"],
            found["extended_from"],
            found["granted_on"],
            found["met_on"],
            found["ceased_on"],
        )

    def test_what_is_not_law_has_no_address(self) -> None:
        """The source is empty, and the name says what it is."""
        deadline = Deadline(
            TIMETABLE[0].timescale,
            date(2025, 1, 20),
            date(2025, 2, 17),
            WorkingDayCalendar.england(),
        )
        found = deadline.to_dict()

        assert ("guidance: request stage 2 soon", "") == (found["provision"], found["source"])

    @pytest.mark.parametrize(
        ("given", "expected"),
        [
            (
                {"end": date(2025, 1, 21)},
                {
                    "end": "2025-01-21", "as_at": None, "outcome": "missed",
                    "working_days": 11, "days_over": 1, "provisional": False,
                },
            ),
            (
                {"as_at": date(2025, 1, 20)},
                {
                    "end": None, "as_at": "2025-01-20", "outcome": "running",
                    "working_days": 10, "days_over": 0, "provisional": False,
                },
            ),
            (
                {},
                {
                    "end": None, "as_at": None, "outcome": "undetermined",
                    "working_days": None, "days_over": 0, "provisional": False,
                },
            ),
        ],
        ids=["done", "looked at", "neither"],
    )  # fmt: skip
    def test_a_verdict_adds_its_own_keys(
        self, given: dict[str, Any], expected: dict[str, object]
    ) -> None:
        """Those of the last day stay as they are."""
        verdict = assess("14(1)", date(2025, 1, 6), **given)

        assert {**due("14(1)", date(2025, 1, 6)).to_dict(), **expected} == verdict.to_dict()


class TestUnreachedEnd:
    """A verdict can be built over a clock that starts later."""

    def test_no_day_has_passed_before_the_clock_starts(self) -> None:
        """Looked at on Tuesday 7 January 2025, from an agreed start on Monday 20."""
        verdict = Assessment(due("14(1)", date(2025, 1, 20)), None, date(2025, 1, 7))

        assert (Outcome.RUNNING, 0, 0) == (
            verdict.outcome,
            verdict.working_days,
            verdict.days_over,
        )


def test_an_act_after_the_calendar_is_refused_at_once() -> None:
    """2101 is beyond the last day that the calendar covers."""
    with pytest.raises(OutsideCalendar, match="2101"):
        assess("17(3)", date(2100, 6, 1), date(2101, 1, 3))
