# SPDX-License-Identifier: MIT
"""A deadline as it was seen from a day, beside what it is: what was announced in between."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from complaint_timescales._announcements import SPECIAL_DAYS
from complaint_timescales._assessments import due
from complaint_timescales._bank_holidays import as_known, bank_holidays
from complaint_timescales._dates import counted, spoken
from complaint_timescales._deadlines import Deadline
from complaint_timescales._readings import DEFAULT, Readings
from complaint_timescales.working_days import WorkingDayCalendar

__all__ = ["Announced", "Hindsight", "seen_from"]


@attrs.frozen
class Announced:
    """A day that counts otherwise than was thought, by what was announced about it.

    Attributes:
        date: the day.
        name: the bank holiday that it is; of a day that was lost, the one that it was to be.
        authority: the power that was used.
        announced: when, as ``2022-09-10``, or ``2010-01`` for a month.
        words: the same as people say it.
        moved_to: the day off instead of it, where it was lost and is a working day; else None.
    """

    date: dt.date
    name: str
    authority: str
    announced: str
    words: str
    moved_to: dt.date | None = None

    @property
    def is_working_day(self) -> bool:
        """Whether the day counts, now that it has been announced."""
        return self.moved_to is not None

    def __str__(self) -> str:
        """The day, what became of it, when that was announced, and under what power."""
        became = "is not counted"
        if self.moved_to is not None:
            became = f"is counted, for {spoken(self.moved_to)} is off instead"
        called = f"{spoken(self.date)} ({self.name})"
        return f"{called} {became}: {self.words}, under the {self.authority}"

    def to_dict(self) -> dict[str, Any]:
        """The same as JSON takes it: dates as ISO text."""
        return {
            "date": self.date.isoformat(),
            "name": self.name,
            "authority": self.authority,
            "announced": self.announced,
            "working_day": self.is_working_day,
            "moved_to": None if self.moved_to is None else self.moved_to.isoformat(),
        }


@attrs.frozen(kw_only=True)
class Hindsight:
    """A deadline as a careful reader had it at the end of a day, and as it is known now.

    Attributes:
        day: the day that it is seen from.
        then: the deadline by the bank holidays that were announced by the end of that day.
        now: the deadline by all that are known to this release.
        because: the days that count otherwise now, from the start to the later of the two last
            days, in order; where they make up for one another, the last day is the same.
    """

    day: dt.date
    then: Deadline
    now: Deadline
    because: tuple[Announced, ...]

    @property
    def moved_by(self) -> int:
        """The working days by which the last day moved; less than 0 where it became earlier.

        They are counted as the later of the two days has them, so it is 0 just where both are one.
        """
        if self.then.date == self.now.date:
            return 0
        if self.now.date > self.then.date:
            return self.now.calendar.count(self.then.date, self.now.date)
        return -self.then.calendar.count(self.now.date, self.then.date)

    def explain(self) -> str:
        """Both days and what came between, in plain words."""
        then, now, moved = self.then, self.now, self.moved_by
        lines = [f"Seen from {spoken(self.day)} the last day was {spoken(then.date)}."]
        if then.provisional:
            known = spoken(then.calendar.known_through)
            lines.append(f"That was provisional: bank holidays were published to {known}.")
        if moved:
            way = "later" if moved > 0 else "earlier"
            days = counted(abs(moved), "working day")
            lines.append(f"By what is known now it is {spoken(now.date)}, {days} {way}.")
        else:
            lines.append("By what is known now it is the same day.")
        lines += [f"{each}." for each in self.because]
        return "\n".join(lines)

    def to_dict(self) -> dict[str, Any]:
        """The same as JSON takes it: dates as ISO text."""
        return {
            "seen_from": self.day.isoformat(),
            "then": self.then.to_dict(),
            "now": self.now.to_dict(),
            "moved_by": self.moved_by,
            "because": [each.to_dict() for each in self.because],
        }


def seen_from(
    provision: str,
    start: dt.date,
    day: dt.date,
    *,
    extra_holidays: Mapping[dt.date, str] | None = None,
    moved: Mapping[dt.date, dt.date] | None = None,
    readings: Readings = DEFAULT,
) -> Hindsight:
    """The last day as it was seen from a day, beside what it is.

    >>> from datetime import date
    >>> seen = seen_from("14(1)", date(2022, 9, 9), date(2022, 9, 9))
    >>> seen.then.date, seen.now.date, seen.moved_by
    (datetime.date(2022, 9, 23), datetime.date(2022, 9, 26), 1)
    >>> [each.announced for each in seen.because]
    ['2022-09-10']

    ``extra_holidays`` and ``moved`` stand in both, for nothing is known about when they were
    announced; both calendars have to have room for them. Raises what ``due`` and
    ``WorkingDayCalendar.england`` raise.
    """
    known = WorkingDayCalendar.england(extra_holidays=extra_holidays, moved=moved, as_known_on=day)
    today = WorkingDayCalendar.england(extra_holidays=extra_holidays, moved=moved)
    then = due(provision, start, calendar=known, readings=readings)
    now = due(provision, start, calendar=today, readings=readings)
    between = _between(then, now) if now.in_working_days else ()
    found = [
        each
        for each in _announced()
        if each.date in between
        and known.is_working_day(each.date) is not today.is_working_day(each.date)
    ]
    found.sort(key=lambda each: each.date)
    return Hindsight(day=day, then=then, now=now, because=tuple(found))


def _between(then: Deadline, now: Deadline) -> frozenset[dt.date]:
    """The days that either goes through."""
    counting = then.timescale.counting
    # The start is day 0 and makes no difference, unless a reading counts it or moves it.
    first = then.start.toordinal() + (not counting.start_counts and not counting.start_rolls)
    last = max(then.date, now.date).toordinal()
    return frozenset(map(dt.date.fromordinal, range(first, last + 1)))


def _announced() -> Iterator[Announced]:
    """Every special day and every day lost to one, as it was announced."""
    pattern = as_known(bank_holidays()[0], dt.date.min)  # as if nothing had been announced yet
    for special in SPECIAL_DAYS:
        told = (special.authority, special.announced, special.announced_words)
        yield Announced(special.date, special.name, *told)
        if special.replaces is not None:
            yield Announced(special.replaces, pattern[special.replaces].name, *told, special.date)
