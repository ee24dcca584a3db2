# SPDX-License-Identifier: MIT
"""Ways of counting the days between two dates: the law's, and those met with in published figures.

A convention is a value, so that a figure can be asked which of them it was counted by.
"""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Final

import attrs

from complaint_timescales.working_days import WorkingDayCalendar


class Counted(Enum):
    """What a convention counts."""

    WORKING_DAYS = "working days"
    WEEKDAYS = "Mondays to Fridays, bank holidays among them"
    CALENDAR_DAYS = "all days"
    WEEKS = "whole weeks, five days for each"


class StartDay(Enum):
    """What a convention makes of the first of the two dates."""

    NOT_COUNTED = "not counted"
    COUNTED = "counted"
    ROLLED_FORWARD = "moved to the next working day if it is none, and not counted"


@attrs.frozen
class Convention:
    """One way of counting from a date to a later one, which is itself counted.

    Attributes:
        name: what the convention is called.
        counted: which days count.
        start: what becomes of the first day.
    """

    name: str
    counted: Counted
    start: StartDay

    def count(self, start: date, end: date, calendar: WorkingDayCalendar) -> int:
        """The figure that this convention gives.

        >>> england = WorkingDayCalendar.england()
        >>> START_DAY_COUNTED.count(date(2023, 1, 12), date(2023, 3, 27), england)
        53

        Raises what ``calendar.count`` raises.
        """
        calendar.count(start, end)  # refuses what is no span of the calendar
        if self.counted is Counted.WEEKS:
            return (end - start).days // 7 * 5
        day_0 = self._day_0(start, calendar)
        if day_0 > end:
            return 0
        if self.counted is Counted.WORKING_DAYS:
            passed = calendar.count(day_0, end)  # two look-ups, however long the span
        elif self.counted is Counted.WEEKDAYS:
            passed = _weekdays_after(day_0, end)
        else:
            passed = (end - day_0).days
        return passed + (self.start is StartDay.COUNTED and self._counts(start, calendar))

    def days(self, start: date, end: date, calendar: WorkingDayCalendar) -> tuple[date, ...]:
        """The days that count, in order; none for whole weeks, which are not made of days.

        >>> len(NETWORKDAYS.days(date(2023, 4, 6), date(2023, 4, 11), WorkingDayCalendar.england()))
        4
        """
        if self.counted is Counted.WEEKS:
            return ()
        first = self._day_0(start, calendar).toordinal() + (self.start is not StartDay.COUNTED)
        span = map(date.fromordinal, range(first, end.toordinal() + 1))
        return tuple(day for day in span if self._counts(day, calendar))

    def _day_0(self, start: date, calendar: WorkingDayCalendar) -> date:
        if self.start is StartDay.ROLLED_FORWARD and not calendar.is_working_day(start):
            return calendar.add(start, 1)
        return start

    def _counts(self, day: date, calendar: WorkingDayCalendar) -> bool:
        if self.counted is Counted.WORKING_DAYS:
            return calendar.is_working_day(day)
        return self.counted is Counted.CALENDAR_DAYS or day.weekday() < 5


def _weekdays_after(start: date, end: date) -> int:
    weeks, rest = divmod((end - start).days, 7)
    return weeks * 5 + sum((start.weekday() + n) % 7 < 5 for n in range(1, rest + 1))


# fmt: off
START_DAY_NOT_COUNTED: Final = Convention(
    "start day not counted", Counted.WORKING_DAYS, StartDay.NOT_COUNTED)
START_DAY_COUNTED: Final = Convention(
    "start day counted", Counted.WORKING_DAYS, StartDay.COUNTED)
START_DAY_ROLLED_FORWARD: Final = Convention(
    "start day moved to a working day", Counted.WORKING_DAYS, StartDay.ROLLED_FORWARD)
BANK_HOLIDAYS_IGNORED: Final = Convention(
    "bank holidays ignored, start day not counted", Counted.WEEKDAYS, StartDay.NOT_COUNTED)
NETWORKDAYS: Final = Convention(
    "bank holidays ignored, start day counted", Counted.WEEKDAYS, StartDay.COUNTED)
CALENDAR_DAYS: Final = Convention(
    "calendar days", Counted.CALENDAR_DAYS, StartDay.NOT_COUNTED)
WEEKS_TIMES_FIVE: Final = Convention(
    "whole weeks times five", Counted.WEEKS, StartDay.NOT_COUNTED)
# fmt: on

CONVENTIONS: Final = (
    START_DAY_NOT_COUNTED,
    START_DAY_COUNTED,
    START_DAY_ROLLED_FORWARD,
    BANK_HOLIDAYS_IGNORED,
    NETWORKDAYS,
    CALENDAR_DAYS,
    WEEKS_TIMES_FIVE,
)
"""All of them: the law's first (regulation 2, and day 0), then the likeliest of the others.

``NETWORKDAYS`` is what the spreadsheet function of that name gives without a list of holidays.
"""


def reconcile(
    start: date, end: date, stated: int, calendar: WorkingDayCalendar
) -> tuple[Convention, ...]:
    """The conventions by which the days between two dates come to a stated figure.

    >>> found = reconcile(date(2023, 1, 12), date(2023, 3, 27), 53, WorkingDayCalendar.england())
    >>> [convention.name for convention in found]
    ['start day counted']

    In the order of ``CONVENTIONS``. One that counts the very days that an earlier one counts is
    left out: between those two dates there is no bank holiday to ignore.
    Raises what ``calendar.count`` raises.
    """
    giving = [c for c in CONVENTIONS if c.count(start, end, calendar) == stated]
    kept: list[Convention] = []
    seen: set[tuple[date, ...]] = set()
    for convention in giving:
        days = convention.days(start, end, calendar)
        if convention.counted is Counted.WEEKS or days not in seen:
            kept.append(convention)
        seen.add(days)
    return tuple(kept)
