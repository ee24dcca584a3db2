# SPDX-License-Identifier: MIT
"""What the calendar and the limits say when they refuse, to the letter, and where they say it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from complaint_timescales import ComplaintTimescalesError, Readings, due
from complaint_timescales._bank_holidays import bank_holidays_elsewhere
from complaint_timescales.working_days import WorkingDayCalendar

ENGLAND = WorkingDayCalendar.england()
england = WorkingDayCalendar.england
MONDAY = date(2025, 1, 6)
MAY = date(2026, 5, 4)
RANGE = "(the calendar runs from Friday 1 September 2006 to Friday 31 December 2100)"
NAME = "Give what people call it, such as 'Bank holiday for the anniversary of England'"

MESSAGES: dict[str, tuple[Callable[[], Any], str]] = {
    "known before the calendar": (
        lambda: england(as_known_on=date(2005, 1, 1)),
        "as_known_on: Saturday 1 January 2005 is outside the calendar; as written: 2005-01-01. "
        "Give a day from Friday 1 September 2006 to Friday 31 December 2100",
    ),
    "no name": (
        lambda: england(extra_holidays={date(2027, 6, 11): " "}),
        "extra_holidays: the name of Friday 11 June 2027 must be text on one line; "
        f"as written: ' '. {NAME}",
    ),
    "an ordinary day moved": (
        lambda: england(moved={date(2026, 5, 5): date(2026, 5, 8)}),
        "moved, from: Tuesday 5 May 2026 is not a bank holiday in this calendar, so it cannot be "
        "moved. Give the ordinary bank holiday; a day that replaces none is an extra holiday",
    ),
    "Good Friday moved": (
        lambda: england(moved={date(2026, 4, 3): date(2026, 4, 8)}),
        "moved, from: Friday 3 April 2026 is Good Friday, which no proclamation can make a working "
        'day (regulation 2: "Good Friday"). Leave it out; give a further day off as an extra holiday',
    ),
    "two days moved to one": (
        lambda: england(moved={MAY: date(2026, 5, 8), date(2026, 5, 25): date(2026, 5, 8)}),
        "moved, to: Friday 8 May 2026 is not a working day already (Early May bank holiday). "
        "Leave it out: no day is taken out of the count twice",
    ),
    "moved to a day outside": (
        lambda: england(moved={MAY: date(2101, 1, 3)}),
        "moved, to: Monday 3 January 2101 is outside the calendar. "
        "Give a weekday from Friday 1 September 2006 to Friday 31 December 2100",
    ),
    "moved is no mapping": (
        lambda: england(moved=[MAY]),  # type: ignore[arg-type]
        "moved: a mapping is needed, not list. Pass {from_date: to_date}",
    ),
    "a Sunday moved": (
        lambda: england(moved={date(2026, 5, 3): date(2026, 5, 8)}),
        "moved, from: Sunday 3 May 2026 is at a weekend, so it is never a working day "
        '(regulation 2: "Sunday"). Leave it out, or give the weekday that was proclaimed',
    ),
    "added beyond the end": (
        lambda: ENGLAND.add(date(2100, 12, 30), 2),
        "add: 2 working days after Thursday 30 December 2100 would end after Friday 31 December "
        f"2100 {RANGE}. Add fewer days, or start earlier",
    ),
    "subtracted before the beginning": (
        lambda: ENGLAND.subtract(date(2006, 9, 4), 2),
        "subtract: 2 working days before Monday 4 September 2006 would be before Friday "
        f"1 September 2006 {RANGE}. Subtract fewer days, or start later",
    ),
    "a day outside": (
        lambda: ENGLAND.is_working_day(date(2006, 8, 31)),
        "day: Thursday 31 August 2006 is outside the calendar; as written: 2006-08-31 "
        f"{RANGE}. Check the year: nothing is known about working days outside it",
    ),
    "a count of nothing": (
        lambda: ENGLAND.add(MONDAY, 0),
        "n: a number of working days is a whole number of at least 1; as written: 0. Pass an int "
        "such as 10; day 0 is the start itself, and no day is counted backwards",
    ),
    "the end before the start": (
        lambda: ENGLAND.count(MONDAY, date(2025, 1, 3)),
        "end: Friday 3 January 2025 is before Monday 6 January 2025; as written: 2025-01-03. "
        "Give the earlier date first",
    ),
    "an anniversary after the last year": (
        lambda: due("9(1)", date(9999, 6, 1)),
        "start: 1 year after Tuesday 1 June 9999 is after the last year that there is; "
        "as written: 9999-06-01. Check the year",
    ),
}
PLACES: dict[str, tuple[Callable[[Any], Any], str]] = {
    "as_known_on": (lambda bad: england(as_known_on=bad), "as_known_on"),
    "an extra day": (lambda bad: england(extra_holidays={bad: "x"}), "extra_holidays"),
    "a day moved from": (lambda bad: england(moved={bad: MAY}), "moved, from"),
    "a day moved to": (lambda bad: england(moved={MAY: bad}), "moved, to"),
    "is_working_day": (ENGLAND.is_working_day, "day"),
    "why_not": (ENGLAND.why_not, "day"),
    "is_provisional": (ENGLAND.is_provisional, "day"),
    "add": (lambda bad: ENGLAND.add(bad, 1), "start"),
    "subtract": (lambda bad: ENGLAND.subtract(bad, 1), "start"),
    "count from": (lambda bad: ENGLAND.count(bad, MONDAY), "start"),
    "count to": (lambda bad: ENGLAND.count(MONDAY, bad), "end"),
}


class TestMessages:
    """What is asked, where, as written, the rule, and what to do."""

    @pytest.mark.parametrize(("ask", "message"), MESSAGES.values(), ids=list(MESSAGES))
    def test_a_refusal_says_all_of_it(self, ask: Callable[[], Any], message: str) -> None:
        with pytest.raises(ComplaintTimescalesError) as refused:
            ask()

        assert message == str(refused.value)

    @pytest.mark.parametrize("bad", ["2025-01-06", 45663], ids=repr)
    @pytest.mark.parametrize(("ask", "place"), PLACES.values(), ids=list(PLACES))
    def test_what_is_no_date_is_named_by_its_place(
        self, ask: Callable[[Any], Any], place: str, bad: object
    ) -> None:
        with pytest.raises(ComplaintTimescalesError) as refused:
            ask(bad)

        assert (place, bad) == (refused.value.where, refused.value.written)

    def test_the_rule_stands_in_a_field_of_its_own(self) -> None:
        with pytest.raises(ComplaintTimescalesError) as refused:
            ENGLAND.is_working_day(date(2101, 1, 1))

        assert f"({refused.value.rule})" == RANGE


class TestEdges:
    """The first and the last of what is allowed."""

    def test_the_last_day_of_the_calendar_can_be_closed(self) -> None:
        """31 December 2100 is a Friday, and the only working day after the 30th."""
        closed = england(extra_holidays={date(2100, 12, 31): "The last"})

        assert (True, False) == tuple(
            each.is_working_day(date(2100, 12, 31)) for each in (ENGLAND, closed)
        )

    def test_one_day_is_the_least_that_is_added(self) -> None:
        """Tuesday 7 January 2025 is the first working day after Monday 6 January."""
        assert date(2025, 1, 7) == ENGLAND.add(MONDAY, 1)

    def test_a_moved_day_says_where_it_came_from(self) -> None:
        """Its name and its authority."""
        reason = england(moved={MAY: date(2026, 5, 8)}).why_not(date(2026, 5, 8))

        assert reason is not None
        assert reason.name == "Early May bank holiday (moved from Monday 4 May 2026)"
        assert reason.authority == (
            "supplied by the caller, as under the Banking and Financial Dealings Act 1971, "
            "in place of Monday 4 May 2026"
        )

    def test_an_extra_day_says_who_supplied_it(self) -> None:
        reason = england(extra_holidays={date(2027, 6, 11): "Centenary"}).why_not(date(2027, 6, 11))

        assert reason is not None
        assert reason.authority == (
            "supplied by the caller, as under the Banking and Financial Dealings Act 1971"
        )

    def test_the_edition_says_what_was_changed(self) -> None:
        changed = england(
            extra_holidays={date(2027, 6, 11): "Centenary"}, moved={MAY: date(2026, 5, 8)}
        )

        assert "; 1 day added by the caller; " in changed.edition


class TestElsewhere:
    """Days that are off in Scotland or Northern Ireland alone, which count here."""

    def test_those_of_one_year_are_these(self) -> None:
        """2 January; St Patrick, on a Sunday in 2024; the Boyne; early August; St Andrew."""
        found = [day.isoformat() for day in bank_holidays_elsewhere() if day.year == 2024]

        assert ["2024-01-02", "2024-03-18", "2024-07-12", "2024-08-05", "2024-12-02"] == found

    def test_they_are_weekdays_in_order_to_the_last_year_published(self) -> None:
        """2 January 2007 is among them, and the last is St Andrew's Day of 2028."""
        days = bank_holidays_elsewhere()

        assert (True, date(2028, 11, 30)) == (date(2007, 1, 2) in days, days[-1])
        assert list(days) == sorted(set(days))
        assert [] == [day for day in days if not ENGLAND.is_working_day(day)]


class TestWords:
    """Lines of an explanation that appear now and then."""

    def test_another_reading_is_named(self) -> None:
        told = due("14(1)", MONDAY, readings=Readings.of({"I-17": "next_working_day"})).explain()

        assert "\nRead otherwise than by default: I-17 'next_working_day'." in told

    def test_the_day_of_what_was_known_is_named(self) -> None:
        then = england(as_known_on=date(2024, 1, 1))
        told = due("14(1)", MONDAY, calendar=then).explain()

        assert "\nThe bank holidays are those that were announced by Monday 1 January 2024." in told
