# SPDX-License-Identifier: MIT
"""The working-day calendar of regulation 2: what counts, what does not, and why not."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import accumulate, compress
from typing import ClassVar, Final

import attrs

from complaint_timescales._bank_holidays import (
    FIRST_DAY,
    LAST_DAY,
    CalendarChanges,
    NonWorkingDay,
    bank_holidays,
    checked_changes,
    in_regulation_2,
    published_through,
)
from complaint_timescales._dates import checked_date, counted, spoken
from complaint_timescales._errors import DatesOutOfOrder, InvalidCount, OutsideCalendar

__all__ = ["CalendarChanges", "NonWorkingDay", "WorkingDayCalendar"]

_WEEK: Final = bytes((1, 1, 1, 1, 1, 0, 0))  # Monday first
_RANGE: Final = f"the calendar runs from {spoken(FIRST_DAY)} to {spoken(LAST_DAY)}"
_AT_CHRISTMAS: Final = {(12, 25): ("Christmas Day",) * 2, (12, 26): ("Boxing Day",) * 2}
_AT_A_WEEKEND: Final = {5: ("Saturday", "a Saturday"), 6: ("Sunday", "Sunday")}


@attrs.frozen(kw_only=True, eq=False, repr=False)
class WorkingDayCalendar:
    """Working days in England, as regulation 2 defines them; build it with ``england()``.

    >>> from datetime import date
    >>> calendar = WorkingDayCalendar.england()
    >>> calendar.add(date(2024, 3, 28), 1)
    datetime.date(2024, 4, 2)

    A value: it never changes, can be shared between threads, and pickles to its changes alone.
    Two calendars are equal when every day counts the same in both, and as surely.

    Attributes:
        known_from: the first day it answers for, when the Regulations came into force.
        known_through: the last day of the last year whose bank holidays are published.
        provisional_through: the last day it answers for; after ``known_through`` the answers
            follow the ordinary pattern of the year, and a proclamation can still change them.
        changes: what the caller added or moved, and the day whose knowledge it is.
        edition: the text that says which calendar this is.

    Source: SI 2006/1738, regulation 2; Banking and Financial Dealings Act 1971, section 1 and
    Schedule 1, paragraph 1.
    """

    known_from: ClassVar[date] = FIRST_DAY
    provisional_through: ClassVar[date] = LAST_DAY

    known_through: date
    changes: CalendarChanges
    edition: str
    _holidays: dict[date, NonWorkingDay]
    _working: tuple[date, ...]  # every working day, by rank
    _rank: dict[date, int]  # for every day, the rank of the last working day up to and including it
    # A cached property would give the class a `__getattr__`, and slow every look-up by half.
    _fingerprint: list[str] = attrs.field(factory=list, init=False)

    @classmethod
    def england(
        cls,
        *,
        extra_holidays: Mapping[date, str] | None = None,
        moved: Mapping[date, date] | None = None,
        as_known_on: date | None = None,
    ) -> WorkingDayCalendar:
        """The calendar for England, with any bank holiday proclaimed since this release.

        >>> from datetime import date
        >>> late = WorkingDayCalendar.england(extra_holidays={date(2027, 6, 11): "Centenary"})
        >>> late.add(date(2027, 6, 10), 1)
        datetime.date(2027, 6, 14)

        Args:
            extra_holidays: each further bank holiday, with its name.
            moved: each bank holiday that becomes a working day, with the day instead of it.
            as_known_on: the calendar as a careful reader knew it at the end of that day. A
                special day announced later is left out, and the ordinary day that it displaced
                is back; what was announced in a month counts from its last day. The last year
                known is the last that GOV.UK had listed: the usual pattern is a year more each
                October to December, and before 2012 the next year is taken to be known. The
                changes above stay as they are given.

        Raises:
            InvalidHoliday: a weekend, a day that is off already, Good Friday, 25 or 26 December
                moved, a name that is no text, or a day outside the calendar.
            InvalidDate: something that is not a date.
            OutsideCalendar: as known on a day outside the calendar.

        Source: Banking and Financial Dealings Act 1971, section 1(2) and (3).
        """
        if extra_holidays is None and moved is None and as_known_on is None:
            return england()
        return _built(checked_changes(extra_holidays, moved, bank_holidays()[0], as_known_on))

    def is_working_day(self, day: date) -> bool:
        """Whether a day counts.

        >>> from datetime import date
        >>> WorkingDayCalendar.england().is_working_day(date(2022, 9, 19))
        False

        Raises:
            OutsideCalendar: the day is before ``known_from`` or after ``provisional_through``.
            InvalidDate: it is not a date.

        Source: SI 2006/1738, regulation 2.
        """
        try:
            rank = self._rank[day]
        except (KeyError, TypeError):
            rank = self._rank_of(day, "day")
        return self._working[rank] == day

    def why_not(self, day: date) -> NonWorkingDay | None:
        """What takes a day out of the count, or None for a working day.

        >>> from datetime import date
        >>> WorkingDayCalendar.england().why_not(date(2024, 4, 1)).authority
        'Banking and Financial Dealings Act 1971, Schedule 1, paragraph 1: "Easter Monday"'

        Raises:
            OutsideCalendar: the day is before ``known_from`` or after ``provisional_through``.
            InvalidDate: it is not a date.

        Source: SI 2006/1738, regulation 2.
        """
        if self.is_working_day(day):
            return None
        return self._holidays.get(day) or _at_a_weekend(day)

    def add(self, start: date, n: int) -> date:
        """The n-th working day after a day; the day itself is day 0, whatever day it is.

        >>> from datetime import date
        >>> WorkingDayCalendar.england().add(date(2024, 8, 29), 65)
        datetime.date(2024, 11, 28)

        Args:
            start: day 0; it may be a weekend or a bank holiday.
            n: working days, 1 or more.

        Raises:
            OutsideCalendar: the start or the answer is outside the calendar.
            InvalidCount: n is not a whole number of at least 1.
            InvalidDate: the start is not a date.

        Source: SI 2006/1738, regulation 2; the day of an event is left out of a period that runs
        from it.
        """
        if type(n) is not int or n < 1:
            n = _checked_count(n)
        try:  # two look-ups, whatever the span; a datetime, text or number is no key of the table
            return self._working[self._rank[start] + n]
        except (KeyError, TypeError, IndexError):
            rank = self._rank_of(start, "start") + n
        if rank < len(self._working):
            return self._working[rank]
        raise OutsideCalendar(
            f"{counted(n, 'working day')} after {spoken(start)} would end after {spoken(LAST_DAY)}",
            where="add",
            rule=_RANGE,
            remedy="Add fewer days, or start earlier",
        )

    def subtract(self, start: date, n: int) -> date:
        """The n-th working day before a day; the day itself is day 0, whatever day it is.

        >>> from datetime import date
        >>> WorkingDayCalendar.england().subtract(date(2025, 7, 18), 10)
        datetime.date(2025, 7, 4)

        Raises what ``add`` raises. For leads that guidance recommends: the Regulations count
        forward alone.
        """
        n = _checked_count(n)
        rank = self._rank_of(start, "start")
        place = rank - n if self._working[rank] == start else rank - n + 1
        if place < 0:
            days = counted(n, "working day")
            raise OutsideCalendar(
                f"{days} before {spoken(start)} would be before {spoken(FIRST_DAY)}",
                where="subtract",
                rule=_RANGE,
                remedy="Subtract fewer days, or start later",
            )
        return self._working[place]

    def count(self, start: date, end: date) -> int:
        """How many working days lie after a day, up to and including another.

        >>> from datetime import date
        >>> WorkingDayCalendar.england().count(date(2024, 8, 29), date(2024, 11, 28))
        65

        Args:
            start: day 0, never counted.
            end: the last day, counted if it is a working day.

        Raises:
            DatesOutOfOrder: the end is before the start.
            OutsideCalendar: either day is outside the calendar.
            InvalidDate: either is not a date.

        Source: SI 2006/1738, regulation 2.
        """
        try:
            passed = self._rank[end] - self._rank[start]
        except (KeyError, TypeError):
            passed = -self._rank_of(start, "start") + self._rank_of(end, "end")
        if passed <= 0 and end < start:
            raise DatesOutOfOrder(
                f"{spoken(end)} is before {spoken(start)}",
                where="end",
                written=end,
                remedy="Give the earlier date first",
            )
        return passed

    def counted(self, start: date, end: date) -> tuple[date, ...]:
        """The working days after a day, up to and including another, in order.

        >>> from datetime import date
        >>> WorkingDayCalendar.england().counted(date(2024, 12, 24), date(2024, 12, 27))
        (datetime.date(2024, 12, 27),)

        Raises: as ``count``, whose answer is the length of this one.

        Source: SI 2006/1738, regulation 2.
        """
        length = self.count(start, end)
        first = self._rank_of(start, "start") + 1
        return self._working[first : first + length]

    def skipped(self, start: date, end: date) -> tuple[NonWorkingDay, ...]:
        """The days after a day, up to and including another, that do not count, each with why.

        >>> from datetime import date
        >>> between = WorkingDayCalendar.england().skipped(date(2024, 12, 24), date(2024, 12, 27))
        >>> [day.name for day in between]
        ['Christmas Day', 'Boxing Day']

        Raises: as ``count``; with ``counted`` it accounts for every day of the span.

        Source: SI 2006/1738, regulation 2.
        """
        self.count(start, end)
        days = map(date.fromordinal, range(start.toordinal() + 1, end.toordinal() + 1))
        return tuple(reason for day in days if (reason := self.why_not(day)) is not None)

    def is_provisional(self, day: date) -> bool:
        """Whether the bank holidays of the year of a day are not, or were not, yet published.

        >>> from datetime import date
        >>> WorkingDayCalendar.england().is_provisional(date(2029, 1, 2))
        True

        Raises:
            OutsideCalendar: the day is before ``known_from`` or after ``provisional_through``.
            InvalidDate: it is not a date.

        Source: the list of bank holidays on GOV.UK, which reaches 31 December 2028.
        Of a calendar as known on a day, what the list reached by then.
        """
        self._rank_of(day, "day")
        return day > self.known_through

    @property
    def bank_holidays(self) -> tuple[NonWorkingDay, ...]:
        """Every weekday of the calendar that is not a working day, in order.

        >>> [day.name for day in WorkingDayCalendar.england().bank_holidays[:3]]
        ['Christmas Day', 'Boxing Day', "New Year's Day"]

        Source: SI 2006/1738, regulation 2.
        """
        return tuple(self._holidays.values())

    @property
    def fingerprint(self) -> str:
        """Twelve hexadecimal digits, the same for equal calendars."""
        if not self._fingerprint:  # two threads at once append the same
            self._fingerprint.append(_digest(self.known_through, self._holidays))
        return self._fingerprint[0]

    def __eq__(self, other: object) -> bool:
        """Equal when every day counts the same, and as surely."""
        if not isinstance(other, WorkingDayCalendar):
            return NotImplemented
        return self.fingerprint == other.fingerprint

    def __hash__(self) -> int:
        """Agree with equality."""
        return hash(self.fingerprint)

    def __repr__(self) -> str:
        """Valid Python."""
        pairs = {"extra_holidays": self.changes.extra_holidays, "moved": self.changes.moved}
        given = [f"{name}={dict(value)!r}" for name, value in pairs.items() if value]
        if self.changes.as_known_on is not None:
            given.append(f"as_known_on={self.changes.as_known_on!r}")
        return f"WorkingDayCalendar.england({', '.join(given)})"

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle the changes, and build the tables again from them."""
        return (_built, (self.changes,)) if self.changes else (england, ())

    def _rank_of(self, day: date, where: str) -> int:
        """The rank of a day, or the error that says why it has none."""
        day = checked_date(day, where)
        if FIRST_DAY <= day <= LAST_DAY:
            return self._rank[date.fromordinal(day.toordinal())]
        raise OutsideCalendar(
            f"{spoken(day)} is outside the calendar",
            where=where,
            written=day,
            rule=_RANGE,
            remedy="Check the year: nothing is known about working days outside it",
        )


def _checked_count(n: object) -> int:
    if isinstance(n, int) and not isinstance(n, bool) and n >= 1:
        return int(n)
    raise InvalidCount(
        "a number of working days is a whole number of at least 1",
        where="n",
        written=n,
        remedy="Pass an int such as 10; day 0 is the start itself, and no day is counted backwards",
    )


def _at_a_weekend(day: date) -> NonWorkingDay:
    name, words = _AT_CHRISTMAS.get((day.month, day.day)) or _AT_A_WEEKEND[day.weekday()]
    return NonWorkingDay(day, name, in_regulation_2(words))


@functools.cache  # two threads at once build two equal values, and either will do
def england() -> WorkingDayCalendar:
    """The calendar of England, without any change of the caller's."""
    return _built(CalendarChanges())


def _built(changes: CalendarChanges) -> WorkingDayCalendar:
    published, version = bank_holidays()
    off = changes.applied(published)
    working, rank = _tables(off)
    return WorkingDayCalendar(
        known_through=published_through(changes.as_known_on),
        changes=changes,
        edition=_edition(version, changes),
        holidays=off,
        working=working,
        rank=rank,
    )


def _digest(known_through: date, off: Iterable[date]) -> str:
    import hashlib  # noqa: PLC0415 - it loads OpenSSL, and a date needs no fingerprint

    days = (FIRST_DAY, known_through, LAST_DAY, *off)
    return hashlib.sha256(" ".join(map(date.isoformat, days)).encode()).hexdigest()[:12]


@functools.cache
def _every_day() -> tuple[date, ...]:
    return tuple(map(date.fromordinal, range(FIRST_DAY.toordinal(), LAST_DAY.toordinal() + 1)))


def _tables(off: Iterable[date]) -> tuple[tuple[date, ...], dict[date, int]]:
    days = _every_day()  # the same objects in every calendar
    weeks = _WEEK * (len(days) // 7 + 2)
    counts = bytearray(weeks[FIRST_DAY.weekday() :][: len(days)])
    for day in off:
        counts[day.toordinal() - FIRST_DAY.toordinal()] = 0
    ranks = accumulate(counts, initial=-1)
    next(ranks)  # the rank before the first day
    return tuple(compress(days, counts)), dict(zip(days, ranks, strict=True))


def _edition(version: str, changes: CalendarChanges) -> str:
    parts = [f"England, holidays {version}"]
    for done, days in (("added", changes.extra_holidays), ("moved", changes.moved)):
        if days:
            parts.append(f"{counted(len(days), 'day')} {done} by the caller")
    if changes.as_known_on is not None:
        parts.append(f"as known on {spoken(changes.as_known_on)}")
    return "; ".join(parts)
