# SPDX-License-Identifier: MIT
"""The working-day table day by day: what databases and data frames join with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import attrs

from complaint_timescales._dates import spoken
from complaint_timescales._errors import DatesOutOfOrder
from complaint_timescales.working_days import WorkingDayCalendar


@attrs.frozen
class CalendarDay:
    """One day of the table; its fields are the columns.

    Attributes:
        date: the day.
        working_day: whether it counts.
        rank: the number of working days up to and including it, less one.
        name: what takes it out of the count, or an empty text.
        authority: by what provision, or an empty text.
    """

    date: dt.date
    working_day: bool
    rank: int
    name: str
    authority: str


def calendar_days(
    calendar: WorkingDayCalendar, first: dt.date, last: dt.date, *, where: str = "last"
) -> Iterator[CalendarDay]:
    """Each day from one to another, both included; ``where`` is what the later one is called."""
    if last < first:
        raise DatesOutOfOrder(
            f"{spoken(last)} is before {spoken(first)}", where=where, remedy="Exchange the two"
        )
    rank = calendar.count(calendar.known_from, first)
    calendar.count(first, last)  # refuses a last day that it does not cover
    for day in map(dt.date.fromordinal, range(first.toordinal(), last.toordinal() + 1)):
        reason = calendar.why_not(day)
        if reason is None and day > first:
            rank += 1
        name, authority = ("", "") if reason is None else (reason.name, reason.authority)
        yield CalendarDay(day, reason is None, rank, name, authority)
