# SPDX-License-Identifier: MIT
"""Ways of counting the days between two dates: the law's, and those met with in published figures.

A convention is a value, so that a figure can be asked which of them it was counted by.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date
from enum import Enum
from typing import Final

import attrs

from complaint_timescales._bank_holidays import PUBLISHED_THROUGH, bank_holidays_elsewhere
from complaint_timescales._dates import spoken
from complaint_timescales._errors import OutsideCalendar
from complaint_timescales.working_days import WorkingDayCalendar


class Counted(Enum):
    """What a convention counts."""

    WORKING_DAYS = "working days"
    UK_WORKING_DAYS = "working days, without the bank holidays of any part of the United Kingdom"
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
    """One way of counting from a date to a later one.

    Attributes:
        name: what the convention is called.
        counted: which days count.
        start: what becomes of the first day.
        end_counted: whether the last day is counted, as it is but for clear days.
    """

    name: str
    counted: Counted
    start: StartDay
    end_counted: bool = True

    def knows(self, end: date) -> bool:
        """Whether the days up to this one are known to it.

        >>> UK_HOLIDAYS.knows(date(2028, 12, 31)), UK_HOLIDAYS.knows(date(2029, 1, 1))
        (True, False)
        """
        return self.counted is not Counted.UK_WORKING_DAYS or end <= PUBLISHED_THROUGH

    def count(self, start: date, end: date, calendar: WorkingDayCalendar) -> int:
        """The figure that this convention gives.

        >>> england = WorkingDayCalendar.england()
        >>> START_DAY_COUNTED.count(date(2023, 1, 12), date(2023, 3, 27), england)
        53

        Raises what ``calendar.count`` raises, and ``OutsideCalendar`` where the convention does
        not know the days.
        """
        calendar.count(start, end)  # refuses what is no span of the calendar
        self._refuse_unknown(end)
        if self.counted is Counted.WEEKS:
            return (end - start).days // 7 * 5
        day_0 = self._day_0(start, calendar)
        if day_0 > end:
            return 0
        passed = self._after(day_0, end, calendar)
        passed += self.start is StartDay.COUNTED and self._counts(start, calendar)
        passed -= not self.end_counted and self._counts(end, calendar)
        return max(passed, 0)

    def days(self, start: date, end: date, calendar: WorkingDayCalendar) -> tuple[date, ...]:
        """The days that count, in order; none for whole weeks, which are not made of days.

        >>> len(NETWORKDAYS.days(date(2023, 4, 6), date(2023, 4, 11), WorkingDayCalendar.england()))
        4
        """
        if self.counted is Counted.WEEKS:
            return ()
        first = self._day_0(start, calendar).toordinal() + (self.start is not StartDay.COUNTED)
        span = map(date.fromordinal, range(first, end.toordinal() + self.end_counted))
        return tuple(day for day in span if self._counts(day, calendar))

    def _day_0(self, start: date, calendar: WorkingDayCalendar) -> date:
        if self.start is StartDay.ROLLED_FORWARD and not calendar.is_working_day(start):
            return calendar.add(start, 1)
        return start

    def _after(self, start: date, end: date, calendar: WorkingDayCalendar) -> int:
        """The days that count after a day, up to and with another."""
        if self.counted is Counted.CALENDAR_DAYS:
            return (end - start).days
        if self.counted is Counted.WEEKDAYS:
            return _weekdays_after(start, end)
        passed = calendar.count(start, end)  # two look-ups, however long the span
        if self.counted is Counted.UK_WORKING_DAYS:
            passed -= sum(map(calendar.is_working_day, _elsewhere_after(start, end)))
        return passed

    def _counts(self, day: date, calendar: WorkingDayCalendar) -> bool:
        if self.counted is Counted.CALENDAR_DAYS:
            return True
        if self.counted is Counted.WEEKDAYS:
            return day.weekday() < 5
        elsewhere = self.counted is Counted.UK_WORKING_DAYS and day in bank_holidays_elsewhere()
        return calendar.is_working_day(day) and not elsewhere

    def _refuse_unknown(self, end: date) -> None:
        if not self.knows(end):
            known = spoken(PUBLISHED_THROUGH)
            raise OutsideCalendar(
                f"the bank holidays of Scotland and Northern Ireland are known to {known}",
                where="end",
                written=end,
                remedy="Ask for a convention that does not need them",
            )


def _elsewhere_after(start: date, end: date) -> tuple[date, ...]:
    days = bank_holidays_elsewhere()
    return days[bisect_right(days, start) : bisect_right(days, end)]


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
CALENDAR_DAYS_START_COUNTED: Final = Convention(
    "calendar days, start day counted", Counted.CALENDAR_DAYS, StartDay.COUNTED)
UK_HOLIDAYS: Final = Convention(
    "bank holidays of the whole United Kingdom left out, start day not counted",
    Counted.UK_WORKING_DAYS, StartDay.NOT_COUNTED)
UK_HOLIDAYS_START_COUNTED: Final = Convention(
    "bank holidays of the whole United Kingdom left out, start day counted",
    Counted.UK_WORKING_DAYS, StartDay.COUNTED)
CLEAR_WORKING_DAYS: Final = Convention(
    "clear working days, neither end counted",
    Counted.WORKING_DAYS, StartDay.NOT_COUNTED, end_counted=False)
CLEAR_DAYS: Final = Convention(
    "clear days, neither end counted",
    Counted.CALENDAR_DAYS, StartDay.NOT_COUNTED, end_counted=False)
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
"""The law's first (regulation 2, and day 0), then the likeliest of the others.

``NETWORKDAYS`` is what the spreadsheet function of that name gives without a list of holidays.
"""

EVERY_CONVENTION: Final = (
    *CONVENTIONS[:-1],
    CALENDAR_DAYS_START_COUNTED,
    UK_HOLIDAYS,
    UK_HOLIDAYS_START_COUNTED,
    CLEAR_WORKING_DAYS,
    CLEAR_DAYS,
    WEEKS_TIMES_FIVE,
)
"""Those, and what is rarer: worth asking for when none of them gives a figure."""


def reconcile(
    start: date,
    end: date,
    stated: int,
    calendar: WorkingDayCalendar,
    *,
    among: Iterable[Convention] = CONVENTIONS,
) -> tuple[Convention, ...]:
    """The conventions by which the days between two dates come to a stated figure.

    >>> found = reconcile(date(2023, 1, 12), date(2023, 3, 27), 53, WorkingDayCalendar.england())
    >>> [convention.name for convention in found]
    ['start day counted']

    In the order of ``among``. One that counts the very days that an earlier one counts is left
    out: between those two dates there is no bank holiday to ignore. So is one that does not know
    the days. Raises what ``calendar.count`` raises.
    """
    giving = [c for c in among if c.knows(end) and c.count(start, end, calendar) == stated]
    kept: list[Convention] = []
    seen: set[tuple[date, ...]] = set()
    for convention in giving:
        days = convention.days(start, end, calendar)
        if convention.counted is Counted.WEEKS or days not in seen:
            kept.append(convention)
        seen.add(days)
    return tuple(kept)
