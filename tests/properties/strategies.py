# SPDX-License-Identifier: MIT
"""What the properties are tried on: awkward dates, and calendars that somebody has changed."""

from __future__ import annotations

import functools
from datetime import date, timedelta

from hypothesis import strategies as st

from complaint_timescales.working_days import WorkingDayCalendar

ENGLAND = WorkingDayCalendar.england()
FIRST, LAST = ENGLAND.known_from, ENGLAND.provisional_through

_HOLIDAYS = [holiday.date for holiday in ENGLAND.bank_holidays]
_LEAP_DAYS = [date(year, 2, 29) for year in range(2008, 2097, 4)]
_MOVABLE = [
    holiday.date
    for holiday in ENGLAND.bank_holidays
    if not holiday.authority.startswith("regulation 2")
]
NAMES = st.sampled_from(["Centenary", "Bank holiday for the anniversary of England", "VE Day"])


# Each strategy is made once: making one anew for every draw costs more than the laws themselves.
_NEAR = st.builds(
    lambda day, shift: day + timedelta(days=shift),
    st.sampled_from([*_HOLIDAYS, *_LEAP_DAYS]),
    st.integers(-4, 4),
)
_TURNS = st.builds(date, st.integers(FIRST.year, LAST.year), st.just(12), st.integers(20, 31))


@functools.cache
def dates(first: date = FIRST, last: date = LAST) -> st.SearchStrategy[date]:
    """Any day of the calendar; most often one beside a holiday, a leap day or the turn of a year.

    A failing example shrinks towards the first holiday, and after that towards any day.
    """
    inside = st.dates(first, last)
    return st.one_of(_NEAR, _TURNS, inside).filter(lambda day: first <= day <= last)


@functools.cache
def working_dates(first: date = FIRST, last: date = LAST) -> st.SearchStrategy[date]:
    """A day that counts in the calendar for England."""
    return dates(first, last).filter(ENGLAND.is_working_day)


@functools.cache
def weekend_dates(first: date = FIRST, last: date = LAST) -> st.SearchStrategy[date]:
    """A Saturday or a Sunday."""
    return st.builds(
        lambda day, shift: day + timedelta(days=5 + shift - day.weekday()),
        st.dates(first + timedelta(days=7), last - timedelta(days=7)),
        st.integers(0, 1),
    )


@functools.cache
def outside() -> st.SearchStrategy[date]:
    """A day that the calendar does not cover."""
    return st.one_of(
        st.dates(max_value=FIRST - timedelta(days=1)), st.dates(min_value=LAST + timedelta(days=1))
    )


@functools.cache
def numbers(highest: int = 130) -> st.SearchStrategy[int]:
    """A number of working days; the limits of the Regulations are often among them."""
    return st.one_of(st.sampled_from([1, 5, 10, 15, 20, 25, 30, 65]), st.integers(1, highest))


@functools.cache
def extra_holidays(most: int = 4) -> st.SearchStrategy[dict[date, str]]:
    """Further bank holidays, each on a day that counts."""
    return st.dictionaries(working_dates(), NAMES, max_size=most)


_FROM = st.lists(st.sampled_from(_MOVABLE), unique=True, max_size=3)
_TO = st.lists(working_dates(), unique=True, max_size=3)


@functools.cache
def changes() -> st.SearchStrategy[tuple[dict[date, str], dict[date, date]]]:
    """Holidays added, and holidays moved to other days that count."""
    return st.builds(
        lambda added, froms, tos: (
            added,
            dict(zip(froms, [day for day in tos if day not in added], strict=False)),
        ),
        extra_holidays(),
        _FROM,
        _TO,
    )


@functools.cache
def calendars() -> st.SearchStrategy[WorkingDayCalendar]:
    """The calendar for England as it is, as it was known, or with days added and moved."""
    changed = st.builds(
        lambda made: WorkingDayCalendar.england(extra_holidays=made[0], moved=made[1]), changes()
    )
    known = st.builds(
        lambda day: WorkingDayCalendar.england(as_known_on=day), st.dates(FIRST, LAST)
    )
    return st.one_of(st.just(ENGLAND), changed, known)
