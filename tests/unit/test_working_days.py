# SPDX-License-Identifier: MIT
"""The calendar as a value: what it answers, what it refuses, and what a caller may change."""

from __future__ import annotations

import copy
import datetime as dt
import pickle
from collections.abc import Callable
from datetime import date, timedelta
from inspect import signature
from typing import Any

import attrs
import pytest

from complaint_timescales._errors import (
    ComplaintTimescalesError,
    DatesOutOfOrder,
    InvalidCount,
    InvalidDate,
    InvalidHoliday,
    OutsideCalendar,
)
from complaint_timescales.working_days import NonWorkingDay, WorkingDayCalendar

ENGLAND = WorkingDayCalendar.england()
CENTENARY = WorkingDayCalendar.england(extra_holidays={date(2027, 6, 11): "Centenary"})
MAY_MOVED = WorkingDayCalendar.england(moved={date(2027, 5, 3): date(2027, 5, 7)})
RANGE = "the calendar runs from Friday 1 September 2006 to Friday 31 December 2100"

Ask = Callable[[WorkingDayCalendar, Any], object]
QUESTIONS: dict[str, Ask] = {
    "is_working_day": lambda calendar, day: calendar.is_working_day(day),
    "why_not": lambda calendar, day: calendar.why_not(day),
    "is_provisional": lambda calendar, day: calendar.is_provisional(day),
    "add": lambda calendar, day: calendar.add(day, 1),
    "count from": lambda calendar, day: calendar.count(day, date(2024, 8, 29)),
    "count to": lambda calendar, day: calendar.count(date(2024, 8, 29), day),
    "counted": lambda calendar, day: calendar.counted(day, date(2024, 8, 29)),
    "skipped": lambda calendar, day: calendar.skipped(date(2024, 8, 29), day),
}
each_question = pytest.mark.parametrize("ask", QUESTIONS.values(), ids=QUESTIONS.keys())


class OddDate(date):
    """A date of another class, which a table cannot find by its hash."""

    def __hash__(self) -> int:
        """Unlike that of the date it equals."""
        return 1


class TestRange:
    """It answers for the days that it knows of, and for no other."""

    def test_it_begins_with_the_regulations(self) -> None:
        """Regulation 1(1): in force on 1 September 2006."""
        assert date(2006, 9, 1) == ENGLAND.known_from

    def test_what_is_published_ends_with_2028(self) -> None:
        """The last year in the list on GOV.UK."""
        assert date(2028, 12, 31) == ENGLAND.known_through

    def test_what_is_projected_ends_with_2100(self) -> None:
        """The last year that the source of the bank holidays answers for."""
        assert date(2100, 12, 31) == ENGLAND.provisional_through

    @pytest.mark.parametrize("day", [date(2006, 9, 1), date(2100, 12, 31)], ids=["first", "last"])
    def test_the_first_and_the_last_day_are_inside(self, day: date) -> None:
        """Both are Fridays on which nothing is off."""
        assert ENGLAND.is_working_day(day)

    @each_question
    @pytest.mark.parametrize(
        "day",
        [date(2006, 8, 31), date(2101, 1, 1), date.min, date.max],
        ids=["day before", "day after", "first of all", "last of all"],
    )
    def test_every_question_is_refused_outside_it(self, ask: Ask, day: date) -> None:
        """There is no silent answer: the error names the range."""
        with pytest.raises(OutsideCalendar, match="outside the calendar") as caught:
            ask(ENGLAND, day)

        assert (RANGE, day) == (caught.value.rule, caught.value.written)

    def test_an_answer_beyond_the_end_is_refused(self) -> None:
        """31 December 2100 is the last working day, so nothing comes after it."""
        with pytest.raises(OutsideCalendar) as caught:
            ENGLAND.add(date(2100, 12, 30), 2)

        assert (
            "add: 2 working days after Thursday 30 December 2100 would end after Friday 31 December"
            f" 2100 ({RANGE}). Add fewer days, or start earlier"
        ) == str(caught.value)

    def test_the_last_answer_inside_is_given(self) -> None:
        """One working day less ends on the last day."""
        assert date(2100, 12, 31) == ENGLAND.add(date(2100, 12, 30), 1)

    @pytest.mark.parametrize("n", [10**6, 10**30], ids=["a million", "beyond any index"])
    def test_a_span_beyond_all_tables_is_refused(self, n: int) -> None:
        """However many days are asked for, the error is the same."""
        with pytest.raises(OutsideCalendar, match="would end after"):
            ENGLAND.add(date(2024, 8, 29), n)


class TestProvisional:
    """After the last published year an answer is provisional."""

    @pytest.mark.parametrize(
        ("day", "expected"),
        [
            (date(2024, 8, 29), False),
            (date(2028, 12, 30), False),
            (date(2028, 12, 31), False),
            (date(2029, 1, 1), True),
        ],
        ids=["long before", "day before", "last published day", "day after"],
    )
    def test_it_begins_the_day_after_what_is_known(self, day: date, expected: bool) -> None:
        """The last day of 2028 is known, and the first of 2029 is not."""
        assert expected == ENGLAND.is_provisional(day)

    def test_a_change_of_the_callers_makes_nothing_certain(self) -> None:
        """Other days of a year that is not published can still move."""
        calendar = WorkingDayCalendar.england(extra_holidays={date(2029, 6, 11): "Centenary"})

        assert calendar.is_provisional(date(2029, 6, 11))


class TestRefusedArguments:
    """Only a plain date is a day, and only a whole number from 1 is a number of days."""

    @each_question
    @pytest.mark.parametrize(
        "value",
        [dt.datetime(2024, 8, 29), "2024-08-29", 20240829, None, ["2024-08-29"], 1.5],
        ids=["datetime", "text", "number", "None", "list", "float"],
    )
    def test_what_is_no_date_is_refused(self, ask: Ask, value: object) -> None:
        """A datetime is never cut and text never parsed."""
        with pytest.raises(InvalidDate, match="a date is needed, not"):
            ask(ENGLAND, value)

    @pytest.mark.parametrize(
        "n", [0, -1, True, False, 1.0, "10", None, timedelta(days=1)], ids=repr
    )
    def test_what_is_no_number_of_days_is_refused(self, n: Any) -> None:
        """There is no day 0 to add, and no truth value, fraction or text to read."""
        with pytest.raises(InvalidCount, match="a whole number of at least 1") as caught:
            ENGLAND.add(date(2024, 8, 29), n)

        assert n == caught.value.written
        assert "Pass an int such as 10" in caught.value.remedy

    def test_a_number_of_another_integer_class_is_a_number(self) -> None:
        """A subclass of int other than bool counts like the int it is."""

        class Days(int):
            """A number of days."""

        assert date(2024, 8, 30) == ENGLAND.add(date(2024, 8, 29), Days(1))

    def test_an_end_before_its_start_is_refused_with_both_dates(self) -> None:
        """Dates are never swapped silently."""
        with pytest.raises(DatesOutOfOrder) as caught:
            ENGLAND.count(date(2024, 8, 30), date(2024, 8, 29))

        assert (
            "end: Thursday 29 August 2024 is before Friday 30 August 2024; as written: "
            "2024-08-29. Give the earlier date first"
        ) == str(caught.value)

    def test_an_end_before_its_start_is_refused_when_no_working_day_is_between(self) -> None:
        """Sunday comes after Saturday even though neither counts."""
        with pytest.raises(DatesOutOfOrder):
            ENGLAND.count(date(2024, 9, 1), date(2024, 8, 31))

    @pytest.mark.parametrize("method", ["counted", "skipped"])
    def test_the_lists_refuse_disorder_too(self, method: str) -> None:
        """They take the same two days as the count."""
        with pytest.raises(DatesOutOfOrder):
            getattr(ENGLAND, method)(date(2024, 8, 30), date(2024, 8, 29))

    def test_a_date_of_another_class_is_the_day_it_is(self) -> None:
        """A subclass of date is a date, even one that hashes in its own way."""
        start, end = OddDate(2024, 8, 29), OddDate(2024, 11, 28)

        assert date(2024, 11, 28) == ENGLAND.add(start, 65)
        assert ENGLAND.count(start, end) == 65
        assert ENGLAND.is_working_day(start)

    def test_every_error_is_of_the_one_base(self) -> None:
        """A caller can catch the library's errors, or ValueError."""
        with pytest.raises(ComplaintTimescalesError) as caught:
            ENGLAND.add(date(2024, 8, 29), 0)

        assert isinstance(caught.value, ValueError)


class TestSpans:
    """The days of a span, counted and skipped, each day once."""

    def test_a_span_of_no_days_holds_nothing(self) -> None:
        """Day 0 is never counted nor skipped."""
        day = date(2024, 12, 25)

        assert (0, (), ()) == (
            ENGLAND.count(day, day),
            ENGLAND.counted(day, day),
            ENGLAND.skipped(day, day),
        )

    def test_the_counted_days_are_listed_in_order(self) -> None:
        """From Monday 23 December 2024: 24, 27, 30, 31 December and 2 January."""
        assert (
            date(2024, 12, 24),
            date(2024, 12, 27),
            date(2024, 12, 30),
            date(2024, 12, 31),
            date(2025, 1, 2),
        ) == ENGLAND.counted(date(2024, 12, 23), date(2025, 1, 2))

    def test_the_skipped_days_are_listed_with_their_reasons(self) -> None:
        """From Monday 23 December 2024 to Thursday 2 January 2025: five days do not count."""
        skipped = ENGLAND.skipped(date(2024, 12, 23), date(2025, 1, 2))

        assert [
            (date(2024, 12, 25), "Christmas Day"),
            (date(2024, 12, 26), "Boxing Day"),
            (date(2024, 12, 28), "Saturday"),
            (date(2024, 12, 29), "Sunday"),
            (date(2025, 1, 1), "New Year's Day"),
        ] == [(day.date, day.name) for day in skipped]

    def test_the_end_is_part_of_the_span_and_the_start_is_not(self) -> None:
        """From Saturday to Saturday: the second is skipped, the first is day 0."""
        skipped = ENGLAND.skipped(date(2024, 8, 31), date(2024, 9, 7))

        assert [date(2024, 9, 1), date(2024, 9, 7)] == [day.date for day in skipped]


class TestExtraHolidays:
    """A bank holiday that was proclaimed late can be added without waiting for a release."""

    def test_the_day_no_longer_counts(self) -> None:
        """Friday 11 June 2027 is an ordinary day until it is proclaimed."""
        day = date(2027, 6, 11)

        assert (True, False) == (ENGLAND.is_working_day(day), CENTENARY.is_working_day(day))

    def test_counting_passes_over_it(self) -> None:
        """From Thursday 10 June 2027 the next working day is Monday 14."""
        assert date(2027, 6, 14) == CENTENARY.add(date(2027, 6, 10), 1)

    def test_its_authority_says_who_supplied_it(self) -> None:
        """Nobody can take it for a day that this release knows of."""
        assert NonWorkingDay(
            date(2027, 6, 11),
            "Centenary",
            "supplied by the caller, as under the Banking and Financial Dealings Act 1971",
        ) == CENTENARY.why_not(date(2027, 6, 11))

    def test_the_edition_says_how_many(self) -> None:
        """A stored result can say which calendar it came from."""
        assert CENTENARY.edition.startswith("England, holidays ")
        assert CENTENARY.edition.endswith("; 1 day added by the caller")

    def test_it_takes_its_place_among_the_bank_holidays(self) -> None:
        """Between the spring and the summer bank holiday."""
        in_2027 = [day.name for day in CENTENARY.bank_holidays if day.date.year == 2027]

        assert ["Spring bank holiday", "Centenary", "Summer bank holiday"] == in_2027[4:7]

    def test_spaces_around_a_name_are_left_off(self) -> None:
        """A name copied with its blanks is the same name."""
        calendar = WorkingDayCalendar.england(extra_holidays={date(2027, 6, 11): " Centenary "})

        assert calendar.changes == CENTENARY.changes

    def test_the_first_day_of_all_can_be_taken_out(self) -> None:
        """The tables hold when the calendar begins with a day that does not count."""
        first = date(2006, 9, 1)
        calendar = WorkingDayCalendar.england(extra_holidays={first: "Closed"})

        assert not calendar.is_working_day(first)
        assert date(2006, 9, 4) == calendar.add(first, 1)
        assert calendar.counted(first, date(2006, 9, 4)) == (date(2006, 9, 4),)

    @pytest.mark.parametrize(
        ("given", "message"),
        [
            (
                {date(2027, 6, 12): "Centenary"},
                (
                    "extra_holidays: Saturday 12 June 2027 is at a weekend, so it is never a "
                    'working day (regulation 2: "a Saturday"). Leave it out, or give the weekday '
                    "that was proclaimed"
                ),
            ),
            (
                {date(2027, 6, 13): "Centenary"},
                (
                    "extra_holidays: Sunday 13 June 2027 is at a weekend, so it is never a working "
                    'day (regulation 2: "Sunday"). Leave it out, or give the weekday that was '
                    "proclaimed"
                ),
            ),
            (
                {date(2027, 8, 30): "Centenary"},
                (
                    "extra_holidays: Monday 30 August 2027 is not a working day already (Summer "
                    "bank holiday). Leave it out: no day is taken out of the count twice"
                ),
            ),
            (
                {date(2006, 8, 31): "Before"},
                (
                    "extra_holidays: Thursday 31 August 2006 is outside the calendar. Give a "
                    "weekday from Friday 1 September 2006 to Friday 31 December 2100"
                ),
            ),
            (
                {date(2101, 1, 3): "After"},
                (
                    "extra_holidays: Monday 3 January 2101 is outside the calendar. Give a weekday "
                    "from Friday 1 September 2006 to Friday 31 December 2100"
                ),
            ),
            (
                [date(2027, 6, 11)],
                "extra_holidays: a mapping is needed, not list. Pass {date: name}",
            ),
        ],
        ids=["saturday", "sunday", "already off", "too early", "too late", "list"],
    )
    def test_a_day_that_cannot_be_added_is_refused(self, given: Any, message: str) -> None:
        """The refusal says which day, why, and what to do."""
        with pytest.raises(InvalidHoliday) as caught:
            WorkingDayCalendar.england(extra_holidays=given)

        assert message == str(caught.value)

    @pytest.mark.parametrize("name", ["", "  ", None, 11, "two\nlines"], ids=repr)
    def test_a_name_that_is_no_text_is_refused(self, name: Any) -> None:
        """Every day off must be able to say what it is."""
        with pytest.raises(InvalidHoliday, match="Friday 11 June 2027 must be text on one line"):
            WorkingDayCalendar.england(extra_holidays={date(2027, 6, 11): name})

    @pytest.mark.parametrize("day", ["2027-06-11", dt.datetime(2027, 6, 11)], ids=repr)
    def test_a_day_that_is_no_date_is_refused(self, day: Any) -> None:
        """The same rule as everywhere else."""
        with pytest.raises(InvalidDate, match="extra_holidays: a date is needed"):
            WorkingDayCalendar.england(extra_holidays={day: "Centenary"})


class TestMoved:
    """A bank holiday moved by proclamation is one day back in the count and one out."""

    def test_the_old_day_counts_and_the_new_one_does_not(self) -> None:
        """Early May 2027 from Monday 3 to Friday 7."""
        assert (True, False) == (
            MAY_MOVED.is_working_day(date(2027, 5, 3)),
            MAY_MOVED.is_working_day(date(2027, 5, 7)),
        )

    def test_the_new_day_says_what_it_replaces_and_who_supplied_it(self) -> None:
        """Its name is that of the day that was moved."""
        reason = MAY_MOVED.why_not(date(2027, 5, 7))

        assert reason is not None
        assert "Early May bank holiday (moved from Monday 3 May 2027)" == reason.name
        assert (
            "supplied by the caller, as under the Banking and Financial Dealings Act 1971, in "
            "place of Monday 3 May 2027"
        ) == reason.authority

    def test_the_edition_says_how_many(self) -> None:
        """Two days moved, none added."""
        calendar = WorkingDayCalendar.england(
            moved={
                date(2027, 5, 3): date(2027, 5, 7),
                date(2027, 5, 31): date(2027, 6, 4),
            }
        )

        assert calendar.edition.endswith("; 2 days moved by the caller")

    @pytest.mark.parametrize(
        "day",
        [date(2027, 1, 1), date(2027, 3, 29), date(2027, 12, 27), date(2027, 12, 28)],
        ids=["new year", "easter monday", "27 december", "28 december"],
    )
    def test_a_day_that_depends_on_the_act_can_be_moved(self, day: date) -> None:
        """Section 1(2) can displace a day in Schedule 1, and no proclamation is made for ever."""
        calendar = WorkingDayCalendar.england(moved={day: date(2027, 6, 11)})

        assert calendar.is_working_day(day)

    @pytest.mark.parametrize(
        ("day", "name"),
        [
            (date(2027, 3, 26), "Good Friday"),
            (date(2026, 12, 25), "Christmas Day"),
            (date(2028, 12, 26), "Boxing Day"),
            (date(2033, 12, 26), "Boxing Day"),
        ],
        ids=["Good Friday", "Christmas Day", "Boxing Day", "Boxing Day after a Sunday"],
    )
    def test_a_day_that_regulation_2_names_cannot_be_freed(self, day: date, name: str) -> None:
        """A proclamation changes the bank holidays, and these days are out without being one."""
        with pytest.raises(InvalidHoliday, match=f"is {name}, which no proclamation") as caught:
            WorkingDayCalendar.england(moved={day: date(2027, 6, 11)})

        assert f'regulation 2: "{name}"' == caught.value.rule

    @pytest.mark.parametrize(
        ("moved", "message"),
        [
            ({date(2027, 5, 1): date(2027, 5, 7)}, "Saturday 1 May 2027 is at a weekend"),
            ({date(2027, 12, 25): date(2027, 6, 11)}, "Saturday 25 December 2027 is at a weekend"),
            ({date(2027, 5, 4): date(2027, 5, 7)}, "Tuesday 4 May 2027 is not a bank holiday"),
            ({date(2101, 1, 3): date(2027, 5, 7)}, "Monday 3 January 2101 is not a bank holiday"),
            ({date(2027, 5, 3): date(2027, 5, 8)}, "to: Saturday 8 May 2027 is at a weekend"),
            ({date(2027, 5, 3): date(2027, 5, 31)}, "to: Monday 31 May 2027 is not a working day"),
            ({date(2027, 5, 3): date(2027, 5, 3)}, "to: Monday 3 May 2027 is not a working day"),
            ({date(2027, 5, 3): date(2101, 5, 3)}, "to: Tuesday 3 May 2101 is outside"),
            (
                {date(2027, 5, 3): date(2027, 6, 4), date(2027, 5, 31): date(2027, 6, 4)},
                "to: Friday 4 June 2027 is not a working day already",
            ),
            ("2027-05-03", "moved: a mapping is needed, not str"),
        ],
        ids=[
            "from a saturday",
            "from a weekend christmas",
            "from a working day",
            "from outside",
            "to a weekend",
            "to a holiday",
            "to itself",
            "to outside",
            "two to one day",
            "text",
        ],
    )
    def test_a_move_that_cannot_be_is_refused(self, moved: Any, message: str) -> None:
        """The refusal says which of the two days, and why."""
        with pytest.raises(InvalidHoliday, match=message):
            WorkingDayCalendar.england(moved=moved)

    @pytest.mark.parametrize("given", [{"2027-05-03": date(2027, 5, 7)}, {date(2027, 5, 3): None}])
    def test_a_move_between_what_are_no_dates_is_refused(self, given: Any) -> None:
        """The same rule as everywhere else."""
        with pytest.raises(InvalidDate, match=r"moved, (from|to): a date is needed"):
            WorkingDayCalendar.england(moved=given)

    def test_a_day_is_not_added_and_moved_to_at_once(self) -> None:
        """One day cannot be two holidays."""
        with pytest.raises(InvalidHoliday, match=r"not a working day already \(Centenary\)"):
            WorkingDayCalendar.england(
                extra_holidays={date(2027, 6, 11): "Centenary"},
                moved={date(2027, 5, 3): date(2027, 6, 11)},
            )


class TestAsAValue:
    """It can be shared, stored, sent and compared."""

    def test_the_plain_calendar_is_built_once(self) -> None:
        """Every caller shares it."""
        assert WorkingDayCalendar.england() is ENGLAND

    def test_no_changes_make_an_equal_calendar(self) -> None:
        """An empty mapping changes nothing."""
        assert WorkingDayCalendar.england(extra_holidays={}, moved={}) == ENGLAND

    def test_nothing_can_be_assigned(self) -> None:
        """A calendar that two threads share cannot change under either."""
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            ENGLAND.edition = "another"  # type: ignore[misc]

    def test_calendars_are_equal_when_every_day_counts_the_same(self) -> None:
        """Two names for the same days are one calendar."""
        other = WorkingDayCalendar.england(extra_holidays={date(2027, 6, 11): "England Day"})

        assert (other, hash(other)) == (CENTENARY, hash(CENTENARY))

    @pytest.mark.parametrize(
        "other", [CENTENARY, MAY_MOVED, "England", None], ids=["added", "moved", "text", "None"]
    )
    def test_anything_else_is_unequal(self, other: object) -> None:
        """One day of difference is enough."""
        assert other != ENGLAND

    def test_the_order_in_which_changes_are_given_is_no_part_of_them(self) -> None:
        """They are kept in order of date."""
        added = {date(2027, 6, 11): "Centenary", date(2026, 7, 20): "Final"}
        moved = {date(2027, 5, 31): date(2027, 6, 4), date(2027, 5, 3): date(2027, 5, 7)}
        one = WorkingDayCalendar.england(extra_holidays=added, moved=moved)
        other = WorkingDayCalendar.england(
            extra_holidays=dict(sorted(added.items())), moved=dict(sorted(moved.items()))
        )

        assert (one.changes, repr(one)) == (other.changes, repr(other))

    def test_no_fingerprint_can_be_given_to_a_calendar(self) -> None:
        """It is worked out of the days: two calendars that differ can't be made to be equal."""
        assert [
            "self",
            "known_through",
            "changes",
            "edition",
            "holidays",
            "working",
            "rank",
        ] == list(signature(WorkingDayCalendar.__init__).parameters)

    def test_the_fingerprint_is_short_and_hexadecimal(self) -> None:
        """Twelve digits that fit in a column."""
        assert len(ENGLAND.fingerprint) == 12
        assert set(ENGLAND.fingerprint) <= set("0123456789abcdef")

    @pytest.mark.parametrize(
        ("calendar", "expected"),
        [
            (ENGLAND, "WorkingDayCalendar.england()"),
            (
                CENTENARY,
                (
                    "WorkingDayCalendar.england("
                    "extra_holidays={datetime.date(2027, 6, 11): 'Centenary'})"
                ),
            ),
            (
                MAY_MOVED,
                (
                    "WorkingDayCalendar.england("
                    "moved={datetime.date(2027, 5, 3): datetime.date(2027, 5, 7)})"
                ),
            ),
        ],
        ids=["plain", "added", "moved"],
    )
    def test_its_repr_is_the_call_that_makes_it(
        self, calendar: WorkingDayCalendar, expected: str
    ) -> None:
        """Paste it, and it is the same calendar."""
        names = {"WorkingDayCalendar": WorkingDayCalendar, "datetime": dt}

        assert expected == repr(calendar)
        assert calendar == eval(repr(calendar), names)  # noqa: S307  # the claim itself

    def test_the_plain_calendar_pickles_to_the_shared_one(self) -> None:
        """In the same process, it is the very object."""
        assert pickle.loads(pickle.dumps(ENGLAND)) is ENGLAND  # our own bytes

    def test_a_changed_calendar_pickles_with_its_changes(self) -> None:
        """The tables are built again where it arrives."""
        arrived = pickle.loads(pickle.dumps(CENTENARY))  # our own bytes

        assert arrived == CENTENARY
        assert arrived.changes == CENTENARY.changes

    def test_a_pickle_is_small(self) -> None:
        """The changes travel, the tables do not."""
        assert len(pickle.dumps(CENTENARY)) < 400

    def test_a_deep_copy_is_equal(self) -> None:
        """What holds a calendar can be copied."""
        assert copy.deepcopy(MAY_MOVED) == MAY_MOVED


class TestSubtract:
    """Counting back, for leads that guidance recommends."""

    @pytest.mark.parametrize(
        ("start", "n", "expected"),
        [
            pytest.param(date(2025, 7, 18), 10, date(2025, 7, 4), id="two-plain-weeks"),
            pytest.param(date(2025, 4, 22), 1, date(2025, 4, 17), id="over-easter"),
            pytest.param(date(2025, 4, 21), 1, date(2025, 4, 17), id="from-easter-monday"),
            pytest.param(date(2025, 4, 20), 2, date(2025, 4, 16), id="from-a-sunday"),
            pytest.param(date(2006, 9, 4), 1, date(2006, 9, 1), id="to-the-first-day"),
        ],
    )
    def test_day_1_is_the_working_day_before(self, start: date, n: int, expected: date) -> None:
        """Friday 18 and Monday 21 April 2025 are Good Friday and Easter Monday."""
        assert expected == ENGLAND.subtract(start, n)

    @pytest.mark.parametrize("start", [date(2006, 9, 1), date(2006, 9, 3)])
    def test_an_answer_before_the_calendar_is_refused(self, start: date) -> None:
        """Friday 1 September 2006 is the first day that there is."""
        with pytest.raises(OutsideCalendar, match="before Friday 1 September 2006"):
            ENGLAND.subtract(start, 2)

    def test_a_number_that_is_none_is_refused(self) -> None:
        """No more than forwards."""
        with pytest.raises(InvalidCount):
            ENGLAND.subtract(date(2025, 7, 18), 0)


class TestAsKnownOn:
    """The calendar as a careful reader knew it at the end of a day."""

    @pytest.mark.parametrize(
        ("on", "day", "expected"),
        [
            (date(2010, 11, 22), date(2011, 4, 29), True),  # the royal wedding, told on the 23rd
            (date(2010, 11, 23), date(2011, 4, 29), False),
            (date(2010, 1, 30), date(2012, 6, 5), True),  # the jubilee, told in January 2010
            (date(2010, 1, 31), date(2012, 6, 5), False),
            (date(2010, 1, 30), date(2012, 6, 4), True),
            (date(2010, 1, 31), date(2012, 6, 4), False),
            (date(2010, 1, 30), date(2012, 5, 28), False),
            (date(2010, 1, 31), date(2012, 5, 28), True),
            (date(2019, 6, 1), date(2020, 5, 8), True),  # VE Day, told on 7 June 2019
            (date(2019, 6, 6), date(2020, 5, 4), False),
            (date(2019, 6, 7), date(2020, 5, 4), True),
            (date(2020, 11, 11), date(2022, 5, 30), False),  # the jubilee, told on the 12th
            (date(2020, 11, 12), date(2022, 5, 30), True),
            (date(2020, 11, 11), date(2022, 6, 2), True),
            (date(2020, 11, 11), date(2022, 6, 3), True),
            (date(2022, 9, 5), date(2022, 9, 19), True),  # the State Funeral, told on the 10th
            (date(2022, 9, 9), date(2022, 9, 19), True),
            (date(2022, 9, 10), date(2022, 9, 19), False),
            (date(2022, 11, 5), date(2023, 5, 8), True),  # the coronation, told on the 6th
            (date(2022, 11, 6), date(2023, 5, 8), False),
        ],
        ids=str,
    )
    def test_a_special_day_is_off_from_the_day_it_was_announced(
        self, on: date, day: date, expected: bool
    ) -> None:
        """The day before, the day itself, and the end of the month where only that is known."""
        assert expected == WorkingDayCalendar.england(as_known_on=on).is_working_day(day)

    def test_the_displaced_day_is_back_with_its_own_reason(self) -> None:
        """On 1 June 2019 the first Monday in May 2020 was still to be proclaimed as usual."""
        known = WorkingDayCalendar.england(as_known_on=date(2019, 6, 1))
        early_may = "Banking and Financial Dealings Act 1971, section 1(3), royal proclamation"

        assert NonWorkingDay(
            date(2020, 5, 4), "Early May bank holiday", early_may
        ) == known.why_not(date(2020, 5, 4))

    @pytest.mark.parametrize(
        ("on", "year"),
        [
            (date(2006, 9, 1), 2007),  # the next year, before the list can be traced
            (date(2011, 12, 31), 2012),
            (date(2012, 1, 23), 2012),
            (date(2012, 1, 24), 2013),
            (date(2019, 6, 1), 2020),
            (date(2022, 9, 9), 2023),
            (date(2022, 11, 7), 2023),
            (date(2022, 11, 8), 2025),  # two years at once
            (date(2023, 12, 11), 2025),
            (date(2023, 12, 12), 2026),
            (date(2024, 11, 26), 2026),
            (date(2024, 11, 27), 2027),
            (date(2025, 11, 23), 2027),
            (date(2025, 11, 24), 2028),
            (date(2100, 12, 31), 2028),  # never later than is known here
        ],
        ids=str,
    )
    def test_what_was_not_listed_yet_is_provisional(self, on: date, year: int) -> None:
        """The last day of the list as it then was, and the day after it."""
        known = WorkingDayCalendar.england(as_known_on=on)
        last = date(year, 12, 31)

        assert (last, False, True) == (
            known.known_through,
            known.is_provisional(last),
            known.is_provisional(last + timedelta(days=1)),
        )

    def test_a_callers_change_is_judged_by_what_was_known(self) -> None:
        """On 9 September 2022 the 19th was free to be taken; today it is off already."""
        funeral = {date(2022, 9, 19): "State Funeral"}
        known = WorkingDayCalendar.england(extra_holidays=funeral, as_known_on=date(2022, 9, 9))

        assert not known.is_working_day(date(2022, 9, 19))
        with pytest.raises(InvalidHoliday, match="is not a working day already"):
            WorkingDayCalendar.england(extra_holidays=funeral)

    def test_a_day_that_was_still_a_holiday_could_be_moved(self) -> None:
        """The first Monday in May 2020, as known on 1 June 2019."""
        known = WorkingDayCalendar.england(
            moved={date(2020, 5, 4): date(2020, 5, 8)}, as_known_on=date(2019, 6, 1)
        )

        assert known.is_working_day(date(2020, 5, 4))
        assert not known.is_working_day(date(2020, 5, 8))

    @pytest.mark.parametrize("on", ["2022-09-09", dt.datetime(2022, 9, 9), True], ids=repr)
    def test_only_a_date_is_a_day_to_look_from(self, on: Any) -> None:
        """As everywhere: nothing is parsed or cut."""
        with pytest.raises(InvalidDate, match="as_known_on: a date is needed"):
            WorkingDayCalendar.england(as_known_on=on)

    @pytest.mark.parametrize("on", [date(2006, 8, 31), date(2101, 1, 1)], ids=str)
    def test_a_day_outside_the_calendar_is_refused(self, on: date) -> None:
        """Nothing is said about what was known before the Regulations."""
        with pytest.raises(OutsideCalendar, match=r"as_known_on: .* is outside the calendar"):
            WorkingDayCalendar.england(as_known_on=on)

    def test_the_edition_and_the_repr_name_the_day(self) -> None:
        """The one for people, the other as Python."""
        known = WorkingDayCalendar.england(as_known_on=date(2022, 9, 9))
        names = {"WorkingDayCalendar": WorkingDayCalendar, "datetime": dt}

        assert known.edition.endswith("; as known on Friday 9 September 2022")
        assert "WorkingDayCalendar.england(as_known_on=datetime.date(2022, 9, 9))" == repr(known)
        assert known == eval(repr(known), names)  # noqa: S307  # the claim itself

    def test_it_pickles_to_an_equal_calendar(self) -> None:
        """With the day among its changes."""
        known = WorkingDayCalendar.england(as_known_on=date(2022, 9, 9))
        copied = pickle.loads(pickle.dumps(known))  # our own bytes

        assert (known, known.changes, repr(known)) == (copied, copied.changes, repr(copied))

    def test_its_changes_are_ready_for_json(self) -> None:
        """The day is there where one was given, and otherwise the mapping is as it was."""
        known = WorkingDayCalendar.england(as_known_on=date(2022, 9, 9))

        assert {"extra_holidays": {}, "moved": {}, "as_known_on": "2022-09-09"} == (
            known.changes.to_dict()
        )
        assert {"extra_holidays": {}, "moved": {}} == ENGLAND.changes.to_dict()

    def test_two_days_with_nothing_between_give_equal_calendars(self) -> None:
        """Nothing was announced between 10 September and 5 November 2022."""
        first, last = (
            WorkingDayCalendar.england(as_known_on=day)
            for day in (date(2022, 9, 10), date(2022, 11, 5))
        )

        assert (first, hash(first)) == (last, hash(last))
        assert first.changes != last.changes

    def test_the_same_days_less_surely_known_are_not_equal(self) -> None:
        """On 1 January 2024 every special day was announced, and 2027 was not listed."""
        known = WorkingDayCalendar.england(as_known_on=date(2024, 1, 1))

        assert known.bank_holidays == ENGLAND.bank_holidays
        assert known != ENGLAND

    def test_after_the_last_announcement_it_is_todays(self) -> None:
        """From 24 November 2025 all is known that is known to this release."""
        assert ENGLAND == WorkingDayCalendar.england(as_known_on=date(2025, 11, 24))
