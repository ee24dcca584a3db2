# SPDX-License-Identifier: MIT
"""Awkward days, numbers of days, and calendars that somebody has changed."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

import attrs
from hypothesis import strategies as st

from complaint_timescales.working_days import WorkingDayCalendar

ENGLAND: Final = WorkingDayCalendar.england()
FIRST: Final = ENGLAND.known_from
LAST: Final = ENGLAND.provisional_through

# Days that systems get wrong: leap days and their neighbours, holidays moved or proclaimed once,
# two substitutes at Christmas, and the edges of what is known.
_ONE_OFF: Final = tuple(
    date.fromisoformat(day)
    for day in (
        *("2011-04-29", "2012-05-28", "2012-06-04", "2012-06-05", "2020-05-04", "2020-05-08"),
        *("2022-05-30", "2022-06-02", "2022-06-03", "2022-09-19", "2023-05-08"),
    )
)
_LEAP_DAYS: Final = tuple(date(year, 2, 29) for year in range(2008, 2097, 4))
_HOLIDAYS: Final = tuple(day.date for day in ENGLAND.bank_holidays)
_MOVABLE: Final = tuple(
    day.date for day in ENGLAND.bank_holidays if not day.authority.startswith("regulation 2")
)
_EDGES: Final = (FIRST, ENGLAND.known_through, LAST)
_NAMES: Final = ("Bank holiday", "Centenary", "VE Day")


def _near(days: tuple[date, ...], most: int) -> st.SearchStrategy[date]:
    return st.builds(
        lambda day, shift: day + timedelta(days=shift),
        st.sampled_from(days),
        st.integers(-most, most),
    )


def _back(day: date, days: int) -> date:
    return day - timedelta(days=days)


@functools.cache
def dates(first: date = FIRST, last: date = LAST) -> st.SearchStrategy[date]:
    """Any day of the calendar; most often an awkward one.

    >>> from hypothesis import given
    >>> @given(dates())
    ... def test(day): assert FIRST <= day <= LAST
    >>> test()

    Awkward are bank holidays and the days around them, days that were moved or proclaimed once and
    the weeks before them, 27 February to 2 March, the turn of a year, weekends, the years that
    are provisional, and the first and the last day that there is. A failing example shrinks
    towards a one-off bank holiday.
    """
    turns = st.builds(date, st.integers(FIRST.year, LAST.year), st.just(12), st.integers(20, 31))
    before = st.builds(_back, st.sampled_from(_ONE_OFF), st.integers(5, 60))
    every = st.one_of(
        _near(_ONE_OFF, 4),
        before,
        _near(_HOLIDAYS, 4),
        _near(_LEAP_DAYS, 2),
        turns,
        _near(_EDGES, 7),
        st.dates(FIRST, LAST),
    )
    if (first, last) == (FIRST, LAST):
        return every.filter(lambda day: first <= day <= last)
    # Of a short span few awkward days would be left: one outside it gives the nearer edge.
    clamped = st.builds(lambda day: min(max(day, first), last), every)
    return st.one_of(clamped, st.dates(first, last))


@functools.cache
def working_dates(first: date = FIRST, last: date = LAST) -> st.SearchStrategy[date]:
    """A day that counts in the calendar for England.

    >>> from hypothesis import given
    >>> @given(working_dates())
    ... def test(day): assert ENGLAND.is_working_day(day)
    >>> test()
    """
    return dates(first, last).filter(ENGLAND.is_working_day)


@functools.cache
def weekend_dates(first: date = FIRST, last: date = LAST) -> st.SearchStrategy[date]:
    """A Saturday or a Sunday.

    >>> from hypothesis import given
    >>> @given(weekend_dates())
    ... def test(day): assert day.weekday() in (5, 6)
    >>> test()
    """
    return st.builds(
        lambda day, shift: day + timedelta(days=5 + shift - day.weekday()),
        st.dates(first + timedelta(days=7), last - timedelta(days=7)),
        st.integers(0, 1),
    )


@functools.cache
def dates_outside() -> st.SearchStrategy[date]:
    """A day that the calendar does not cover, so that asking for it is an error.

    >>> from hypothesis import given
    >>> @given(dates_outside())
    ... def test(day): assert not FIRST <= day <= LAST
    >>> test()
    """
    before = st.dates(max_value=FIRST - timedelta(days=1))
    return st.one_of(before, st.dates(min_value=LAST + timedelta(days=1)))


@functools.cache
def numbers_of_days(highest: int = 130) -> st.SearchStrategy[int]:
    """A number of working days; the limits of the Regulations are often among them.

    >>> from hypothesis import given
    >>> @given(numbers_of_days())
    ... def test(n): assert 1 <= n <= 130
    >>> test()
    """
    limits = [n for n in (1, 5, 10, 15, 20, 25, 30, 65) if n <= highest]
    return st.one_of(st.sampled_from(limits), st.integers(1, highest))


@functools.cache
def extra_holidays(most: int = 4) -> st.SearchStrategy[dict[date, str]]:
    """Further bank holidays, each on a day that counts: ``england(extra_holidays=...)``.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=10)
    ... @given(extra_holidays())
    ... def test(added): assert all(ENGLAND.is_working_day(day) for day in added)
    >>> test()
    """
    return st.dictionaries(working_dates(), st.sampled_from(_NAMES), max_size=most)


@attrs.frozen
class Changes:
    """What was changed in the calendar for England; it prints as you would write it.

    >>> from datetime import date
    >>> Changes(extra_holidays={date(2027, 6, 11): "Centenary"}).calendar()
    WorkingDayCalendar.england(extra_holidays={datetime.date(2027, 6, 11): 'Centenary'})

    Attributes:
        extra_holidays: further bank holidays, each with its name.
        moved: bank holidays that become working days, each with the day instead of it.
    """

    extra_holidays: Mapping[date, str] = attrs.field(factory=dict)
    moved: Mapping[date, date] = attrs.field(factory=dict)

    def calendar(self) -> WorkingDayCalendar:
        """The calendar with these changes."""
        return WorkingDayCalendar.england(extra_holidays=self.extra_holidays, moved=self.moved)


@functools.cache
def changes() -> st.SearchStrategy[Changes]:
    """Bank holidays added, and moved to other days that count.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=10)
    ... @given(changes())
    ... def test(made): assert made.calendar().known_from == FIRST
    >>> test()
    """
    return _changes()


@st.composite
def _changes(draw: st.DrawFn) -> Changes:
    added = draw(extra_holidays())
    froms = draw(st.lists(st.sampled_from(_MOVABLE), unique=True, max_size=3))
    to = draw(st.lists(working_dates(), unique=True, max_size=3))
    free = [day for day in to if day not in added]
    return Changes(added, dict(zip(froms, free, strict=False)))


@st.composite
def _calendars(draw: st.DrawFn) -> WorkingDayCalendar:
    match draw(st.integers(0, 2)):
        case 0:
            return ENGLAND
        case 1:
            return draw(changes()).calendar()
        case _:
            return WorkingDayCalendar.england(as_known_on=draw(st.dates(FIRST, LAST)))


@functools.cache
def calendars() -> st.SearchStrategy[WorkingDayCalendar]:
    """The calendar for England as it is, as it was known on a day, or with days added and moved.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=10)
    ... @given(calendars(), dates(last=date(2098, 12, 31)), numbers_of_days())
    ... def test(calendar, start, n): assert n == calendar.count(start, calendar.add(start, n))
    >>> test()

    What is drawn are the changes, so a failing example shrinks to the fewest of them, and prints
    as ``WorkingDayCalendar.england(extra_holidays={datetime.date(2027, 6, 11): 'Centenary'})``.
    """
    return _calendars()
