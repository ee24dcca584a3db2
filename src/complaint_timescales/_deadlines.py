# SPDX-License-Identifier: MIT
"""Last days and verdicts: the interpreter of timescales. It knows no stages."""

from __future__ import annotations

import datetime as dt
import difflib
from typing import Any

import attrs

from complaint_timescales._citations import Citation, Source
from complaint_timescales._dates import checked_date, counted, listed, spoken
from complaint_timescales._errors import DatesOutOfOrder, UnknownProvision
from complaint_timescales._kinds import (
    Limit,
    Timescale,
    Version,
    WorkingDays,
    WorkingDaysBefore,
    Years,
)
from complaint_timescales._vocabulary import Outcome
from complaint_timescales.regulations import LOCAL_AUTHORITY
from complaint_timescales.working_days import NonWorkingDay, WorkingDayCalendar


@attrs.frozen
class Deadline:
    """The last day of a time limit, and why it is that day.

    Attributes:
        timescale: the row of the law.
        start: day 0.
        date: the last day on which the limit can be met.
        calendar: the working days it was counted over.
        started_by: the provision that fixed the start, where a case did.
        extended_from: the last day before it was extended, if it was.
        granted_on: the day on which it was extended, if it was.
        met_on: the day on which it was met, in a case in which it was.
        ceased_on: the day on which the duty ended without being met, if it did.
        version: how the limit reads in this case, where that is not how it read on its last day.
    """

    timescale: Timescale
    start: dt.date
    date: dt.date
    calendar: WorkingDayCalendar = attrs.field(repr=False)
    started_by: Source | None = None
    extended_from: dt.date | None = None
    granted_on: dt.date | None = None
    met_on: dt.date | None = None
    ceased_on: dt.date | None = None
    version: Version | None = None

    @property
    def provision(self) -> Source:
        """The paragraph that sets the limit: ``'17(3)'``."""
        return self.timescale.by

    @property
    def limit(self) -> int:
        """The number of units in the limit, day 0 not counted."""
        return self.timescale.limit.number

    @property
    def unit(self) -> str:
        """What the limit is counted in: ``'working day'`` or ``'year'``."""
        return self.timescale.limit.unit

    @property
    def in_working_days(self) -> bool:
        """Whether the limit is counted in working days, rather than by the calendar."""
        return not isinstance(self.timescale.limit, Years)

    @property
    def softened_by(self) -> str:
        """Words that softened the limit on its last day, quoted, or an empty text."""
        return (self.version or self.timescale.version_on(self.date)).softened_by

    @property
    def provisional(self) -> bool:
        """Whether the answer rests on days that GOV.UK has not published yet."""
        return self.in_working_days and self.calendar.is_provisional(self.date)

    @property
    def granted_in_time(self) -> bool:
        """Whether the extension, if there is one, came before the earlier limit had passed."""
        return (
            self.granted_on is None
            or self.extended_from is None
            or self.granted_on <= self.extended_from
        )

    @property
    def _span(self) -> tuple[dt.date, dt.date]:
        """The days that were gone through: after the first of them, up to and with the second."""
        if self.start <= self.date:
            return self.start, self.date
        # Counted back: from the last day up to the day before day 0.
        one = dt.timedelta(days=1)
        return self.date - one, self.start - one

    @property
    def skipped(self) -> tuple[NonWorkingDay, ...]:
        """Each day from day 0 to the last that was not counted, with its name and authority."""
        return self.calendar.skipped(*self._span) if self.in_working_days else ()

    @property
    def counted(self) -> tuple[dt.date, ...]:
        """Each working day that was counted, in the order of the calendar."""
        return self.calendar.counted(*self._span) if self.in_working_days else ()

    @property
    def ceiling(self) -> dt.date | None:
        """The furthest day that an extension can reach, or None where there is none."""
        for timescale in LOCAL_AUTHORITY.extensions_of(self.provision):
            return last_day(timescale.limit, self.start, self.calendar)
        return None

    def explain(self) -> str:
        """The date and its reasons, in plain words."""
        timescale = self.timescale
        gives = f"gives the {timescale.binds.value} {timescale.limit} to {timescale.what}"
        lines = [
            f"{self._source_words()} {gives}.",
            f"Day 0 is {spoken(self.start)}{self._start_words()}.",
            *self._extension_words(),
            f"The last day is {spoken(self.date)}.",
            *self._counting_words(),
        ]
        if self.softened_by:
            lines.append(f'At that time the limit read on: "{self.softened_by}".')
        if self.provisional:
            lines.append(
                "Provisional: bank holidays are published to "
                f"{spoken(self.calendar.known_through)}, and a day may still be proclaimed."
            )
        return "\n".join(lines)

    def _source_words(self) -> str:
        law = self.provision.is_law
        return f"Regulation {self.provision}" if law else f"No regulation but {self.provision}"

    def _start_words(self) -> str:
        by = f" ({self.started_by})" if self.started_by else ""
        return f", {self.timescale.runs_from.name}{by}; it is not counted"

    def _extension_words(self) -> list[str]:
        if self.extended_from is None or self.granted_on is None:
            return []
        late = "" if self.granted_in_time else ", too late to spare the earlier limit"
        return [
            f"It was extended on {spoken(self.granted_on)} from {spoken(self.extended_from)}{late}."
        ]

    def _counting_words(self) -> list[str]:
        if not self.in_working_days:
            return ["It is counted by the calendar: its last day is the anniversary of day 0."]
        holidays = [day for day in self.skipped if day.date.weekday() < 5]
        weekend = len(self.skipped) - len(holidays)
        parts = [counted(weekend, "Saturday or Sunday").replace("Sundays", "Sunday")]
        parts += [f"{spoken(day.date)} ({day.name})" for day in holidays]
        number = counted(len(self.counted), "working day")
        return [f"{number} counted; skipped: {listed(parts)}."]

    def to_dict(self) -> dict[str, Any]:
        """The same as JSON takes it: dates as ISO text."""
        return {
            "provision": str(self.provision),
            "what": self.timescale.what,
            "binds": self.timescale.binds.value,
            "start": self.start.isoformat(),
            "started_by": self.started_by and str(self.started_by),
            "due": self.date.isoformat(),
            "limit": self.limit,
            "unit": self.unit,
            "extended_from": _iso(self.extended_from),
            "granted_on": _iso(self.granted_on),
            "met_on": _iso(self.met_on),
            "ceased_on": _iso(self.ceased_on),
            "softened_by": self.softened_by,
            "provisional": self.provisional,
            "skipped": [
                {"date": day.date.isoformat(), "name": day.name, "authority": day.authority}
                for day in self.skipped
            ],
            "calendar": {
                "edition": self.calendar.edition,
                "fingerprint": self.calendar.fingerprint,
            },
            "source": self.provision.url if isinstance(self.provision, Citation) else "",
        }


@attrs.frozen
class Assessment:
    """Whether a time limit was met, and by how much.

    Attributes:
        deadline: the limit and its last day.
        end: the day of the act that meets it, or None.
        as_at: the day from which it is looked at, or None.
    """

    deadline: Deadline
    end: dt.date | None
    as_at: dt.date | None

    @property
    def provision(self) -> Source:
        """The paragraph that sets the limit."""
        return self.deadline.provision

    @property
    def limit(self) -> int:
        """The number of units in the limit."""
        return self.deadline.limit

    @property
    def due(self) -> dt.date:
        """The last day on which the limit can be met."""
        return self.deadline.date

    @property
    def _done(self) -> dt.date | None:
        # What is dated after the day from which we look has not happened yet.
        if self.end is None or (self.as_at is not None and self.end > self.as_at):
            return None
        return self.end

    @property
    def _until(self) -> dt.date | None:
        return self._done or self.as_at

    @property
    def outcome(self) -> Outcome:
        """The verdict."""
        if self._done is not None:
            return Outcome.MET if self._done <= self.due else Outcome.MISSED
        if self.as_at is None:
            return Outcome.UNDETERMINED
        return Outcome.RUNNING if self.as_at <= self.due else Outcome.OVERDUE

    @property
    def working_days(self) -> int | None:
        """Working days after the start, up to and including the act or the day looked from.

        None where neither is known, or where a limit by the calendar starts before the
        Regulations did.
        """
        until, calendar = self._until, self.deadline.calendar
        if until is None or self.deadline.start < calendar.known_from:
            return None
        return calendar.count(self.deadline.start, until)

    @property
    def days_over(self) -> int:
        """Days after the last day, in the unit of the limit (calendar days for a year).

        An act on a non-working day after the last day is late by no whole working day: I-2.
        """
        until = self._until
        if until is None or until <= self.due:
            return 0
        if self.deadline.in_working_days:
            return self.deadline.calendar.count(self.due, until)
        return (until - self.due).days

    @property
    def provisional(self) -> bool:
        """Whether the answer rests on days that GOV.UK has not published yet."""
        until = self._until
        return self.deadline.provisional or (
            until is not None
            and self.deadline.in_working_days
            and self.deadline.calendar.is_provisional(until)
        )

    def explain(self) -> str:
        """The verdict and its reasons, in plain words."""
        return f"{self._verdict_words()}\n{self.deadline.explain()}"

    def _verdict_words(self) -> str:
        outcome, until = self.outcome, self._until
        if until is None:
            return "Undetermined: no day of the act and no day to look from were given."
        over = counted(self.days_over, "working day" if self.deadline.in_working_days else "day")
        used = "" if self.working_days is None else f", {counted(self.working_days, 'working day')}"
        return {
            Outcome.MET: f"Met: done on {spoken(until)}{used} after day 0.",
            Outcome.MISSED: f"Missed by {over}: done on {spoken(until)}{used} after day 0.",
            Outcome.RUNNING: f"Running on {spoken(until)}{used} after day 0.",
            Outcome.OVERDUE: f"Overdue by {over} on {spoken(until)}{used} after day 0.",
        }[outcome]

    def to_dict(self) -> dict[str, Any]:
        """The same as JSON takes it: dates as ISO text."""
        return {
            **self.deadline.to_dict(),
            "end": _iso(self.end),
            "as_at": _iso(self.as_at),
            "outcome": self.outcome.value,
            "working_days": self.working_days,
            "days_over": self.days_over,
            "provisional": self.provisional,
        }


def _iso(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()


def last_day(limit: Limit, start: dt.date, calendar: WorkingDayCalendar) -> dt.date:
    """The last day of a limit that starts on a day; the start is day 0."""
    if isinstance(limit, WorkingDays):
        return calendar.add(start, limit.number)
    if isinstance(limit, WorkingDaysBefore):
        return calendar.subtract(start, limit.number)
    from dateutil.relativedelta import relativedelta  # noqa: PLC0415 - not at import: cost

    # The corresponding date; 29 February has 28 February (I-13).
    return start + relativedelta(years=limit.number)


def timescale_of(provision: object) -> Timescale:
    """The time limit that a provision sets, or an error that lists those that set one."""
    found = LOCAL_AUTHORITY.timescales.get(provision) if isinstance(provision, str) else None
    if found is not None:
        return found
    known = list(LOCAL_AUTHORITY.timescales)
    names = listed([f"'{name}'" for name in known])
    near = difflib.get_close_matches(str(provision), known, n=1)
    raise UnknownProvision(
        "no time limit is set by that provision",
        where="provision",
        written=provision,
        remedy=(f"Did you mean '{near[0]}'? " if near else "") + f"The time limits are {names}",
    )


def due(provision: str, start: dt.date, *, calendar: WorkingDayCalendar | None = None) -> Deadline:
    """The last day for what a provision limits, counted from a start date.

    >>> from datetime import date
    >>> due("17(6)", date(2024, 8, 29)).date
    datetime.date(2024, 11, 28)

    The start is day 0, whatever day it is; day 1 is the next working day. A limit of a year
    (8(5), 9(1)) ends on the anniversary. ``calendar`` is England's unless another is given.
    Raises ``UnknownProvision``, ``InvalidDate`` and ``OutsideCalendar``.
    Source: regulation 2 and the provision itself.
    """
    timescale = timescale_of(provision)
    day = checked_date(start, "start")
    calendar = WorkingDayCalendar.england() if calendar is None else calendar
    return Deadline(timescale, day, last_day(timescale.limit, day, calendar), calendar)


def assess(
    provision: str,
    start: dt.date,
    end: dt.date | None = None,
    *,
    as_at: dt.date | None = None,
    calendar: WorkingDayCalendar | None = None,
) -> Assessment:
    """Whether what a provision limits was done in time.

    >>> from datetime import date
    >>> verdict = assess("17(6)", date(2022, 2, 22), date(2022, 6, 14))
    >>> verdict.outcome.value, verdict.working_days, verdict.days_over
    ('missed', 75, 10)

    ``end`` is the day of the act that meets the limit. Without it, ``as_at`` is the day from
    which the limit is looked at: running, or overdue. With neither the outcome is
    undetermined; an ``end`` after ``as_at`` has not happened yet. ``working_days`` leaves the
    start out and takes the end in. Raises what ``due`` raises, and ``DatesOutOfOrder``.
    """
    deadline = due(provision, start, calendar=calendar)
    for name, day in (("end", end), ("as_at", as_at)):
        if day is not None and checked_date(day, name) < start:
            raise DatesOutOfOrder(
                f"{name}, {spoken(day)}, is before the start, {spoken(start)}",
                where=f"assess {provision}",
                rule="a limit runs forward from its start date",
                remedy="Check which of the two dates is wrong",
            )
    return Assessment(deadline, end, as_at)
