# SPDX-License-Identifier: MIT
"""What would have met a limit: an earlier act, a later start, or an extension; from the rows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Final

import attrs

from complaint_timescales._assessments import Assessment
from complaint_timescales._citations import Source
from complaint_timescales._dates import counted, iso, spoken
from complaint_timescales._deadlines import Deadline, last_day
from complaint_timescales._errors import InvalidFact
from complaint_timescales._kinds import Extension, Procedure, Timescale, WorkingDays
from complaint_timescales._vocabulary import Outcome
from complaint_timescales.case import Breach
from complaint_timescales.events import Event
from complaint_timescales.readings import procedure_under
from complaint_timescales.regulations import LOCAL_AUTHORITY

ONE: Final = timedelta(days=1)


@attrs.frozen
class LongerLimit:
    """An extension that covers an act, or the furthest one that is still to be had.

    It stands beside those that were made in time, and in place of one that came too late.

    Attributes:
        timescale: the row of the extension.
        decided_by: the last day on which it can be made without a breach before it.
        last_day: the last day that the limit then has.
        working_days: how many it adds; None where it names its last day instead.
    """

    timescale: Timescale
    decided_by: date
    last_day: date
    working_days: int | None

    @property
    def provision(self) -> Source:
        """The paragraph that allows it."""
        return self.timescale.by

    @property
    def _extension(self) -> Extension:
        extension = self.timescale.extension
        assert extension is not None  # just such rows are looked for
        return extension

    def event(self, **facts: Any) -> Event:
        """The event that makes it, on the last day for it; ``facts`` are those it needs besides.

        A notice under 17(6) needs its reason: ``event(reason="interviews go on")``.
        """
        extension = self._extension
        if extension.names is not None:
            facts[extension.names] = self.last_day
        else:
            facts[str(extension.adds)] = self.working_days
        return extension.granted_by(on=self.decided_by, **facts)

    def __str__(self) -> str:
        """``an extension of 3 working days under 14(5), decided by Monday 20 January 2025``."""
        by = spoken(self.decided_by)
        if self.working_days is None:
            named = spoken(self.last_day)
            return f"a notice under {self.provision}, given by {by}, that names {named}"
        days = counted(self.working_days, "working day")
        return f"an extension of {days} under {self.provision}, decided by {by}"

    def to_dict(self) -> dict[str, Any]:
        """The same as JSON takes it."""
        return {
            "provision": str(self.provision),
            "event": self._extension.granted_by.name,
            "decided_by": self.decided_by.isoformat(),
            "last_day": self.last_day.isoformat(),
            "working_days": self.working_days,
        }


@attrs.frozen(kw_only=True)
class Remedy:
    """What would have met a limit; or what still can.

    Attributes:
        verdict: the limit and what became of it.
        last_day: the last day on which the act is in time.
        too_late_by: by how many units of the limit (working days, or days for a year) the act
            would have had to be earlier; 0 where it is in time, or late by no whole one.
        left: how many were left, or still are; None where it is late, or cannot be told.
        start_from: the earliest start from which a late act is in time; None where it is not
            late, and where the last day was named and does not follow from a start.
        extension: what would have covered a late act and no more; or, while the limit runs, the
            furthest there is. None where none does.
        ceiling: the row of the extension that there is, whether or not it is enough.
        ceiling_day: the furthest day that an extension can reach; None where nothing extends it.
    """

    verdict: Assessment
    last_day: date
    too_late_by: int
    left: int | None
    start_from: date | None
    extension: LongerLimit | None
    ceiling: Timescale | None
    ceiling_day: date | None

    @property
    def provision(self) -> Source:
        """The paragraph that sets the limit."""
        return self.verdict.provision

    @property
    def outcome(self) -> Outcome:
        """The verdict."""
        return self.verdict.outcome

    @property
    def _unit(self) -> str:
        return "working day" if self.verdict.deadline.in_working_days else "day"

    def explain(self) -> str:
        """What would have met it, or still can, in a short paragraph."""
        return " ".join([self._verdict_words(), *self._words()])

    def _verdict_words(self) -> str:
        done, seen = self.verdict.end, self.verdict.as_at
        head = f"{self.provision} is {self.outcome.value}"
        over = f" by {counted(self.too_late_by, self._unit)}" if self.too_late_by else ""
        if self.outcome in (Outcome.MET, Outcome.MISSED) and done is not None:
            return f"{head}{over}: done on {spoken(done)}."
        return f"{head}{over}." if seen is None else f"{head}{over} on {spoken(seen)}."

    @property
    def _is_late(self) -> bool:
        return self.outcome in (Outcome.MISSED, Outcome.OVERDUE)

    def _words(self) -> Iterator[str]:
        left = "" if self.left is None else counted(self.left, self._unit)
        if self.outcome is Outcome.MET:
            yield f"Nothing was needed: the last day was {spoken(self.last_day)}, {left} later."
            return
        ceased = self.verdict.deadline.ceased_on
        if ceased is not None and not self._is_late:
            yield f"Nothing is needed: the duty ended on {spoken(ceased)}, before its last day."
            return
        verb = "was" if self._is_late else "is"
        away = f", {left} away" if left else ""
        what = self.verdict.deadline.timescale.what
        yield f"The last day to {what} {verb} {spoken(self.last_day)}{away}."
        if self.start_from is not None:
            yield f"From a start on {spoken(self.start_from)} or later it would be in time."
        yield self._extension_words()
        if self.verdict.deadline.softened_by:
            yield f'At that time the limit read on: "{self.verdict.deadline.softened_by}".'

    def _extension_words(self) -> str:
        if self.ceiling is None or self.ceiling_day is None:
            return f"Nothing extends the limit of {self.provision}."
        if self.extension is None and _is_spent(self.verdict.deadline, self.ceiling):
            readings = self.verdict.readings
            return f"By {readings} a second extension under {self.ceiling.by} does nothing."
        if self.extension is None:
            furthest = spoken(self.ceiling_day)
            return f"No extension under {self.ceiling.by} reaches beyond {furthest}."
        if self._is_late:
            return f"The least that would have covered it: {self.extension}."
        return f"It can go on to {spoken(self.extension.last_day)}: {self.extension}."

    def to_dict(self) -> dict[str, Any]:
        """The same as JSON takes it: dates as ISO text."""
        return {
            "provision": str(self.provision),
            "outcome": self.outcome.value,
            "end": iso(self.verdict.end),
            "as_at": iso(self.verdict.as_at),
            "last_day": self.last_day.isoformat(),
            "unit": self._unit,
            "too_late_by": self.too_late_by,
            "left": self.left,
            "start_from": iso(self.start_from),
            "extension": None if self.extension is None else self.extension.to_dict(),
            "extended_by": None if self.ceiling is None else str(self.ceiling.by),
            "ceiling_day": iso(self.ceiling_day),
        }


def remedy_for(found: Assessment | Breach) -> Remedy:
    """What would have met a limit: an earlier act, a later start, or an extension.

    >>> from complaint_timescales import assess
    >>> remedy = remedy_for(assess("14(1)", date(2025, 1, 6), date(2025, 1, 23)))
    >>> str(remedy.last_day), remedy.too_late_by, str(remedy.start_from)
    ('2025-01-20', 3, '2025-01-09')
    >>> str(remedy.extension)
    'an extension of 3 working days under 14(5), decided by Monday 20 January 2025'
    >>> panel = remedy_for(assess("19(4)", date(2025, 1, 6), date(2025, 2, 24)))
    >>> print(panel.explain())
    19(4) is missed by 5 working days: done on Monday 24 February 2025. The last day to meet was
    Monday 17 February 2025. From a start on Monday 13 January 2025 or later it would be in time.
    Nothing extends the limit of 19(4).

    An act that is not done counts as done on the day from which it is looked at: what would
    have covered it so far. A later start is a figure, and no advice: the Regulations fix it.
    """
    verdict = _verdict(found)
    deadline = verdict.deadline
    done = verdict.outcome in (Outcome.MET, Outcome.MISSED)
    act = verdict.end if done else verdict.as_at
    late = act is not None and not deadline.in_time(act)
    row = _extending_row(deadline)
    needed = late or not (verdict.outcome is Outcome.MET or deadline.ceased_on)
    return Remedy(
        verdict=verdict,
        last_day=_last_in_time(deadline),
        too_late_by=verdict.days_over,
        left=None if act is None or late else _left(deadline, act),
        start_from=_start_from(deadline, act) if act is not None and late else None,
        extension=_longer(deadline, row, act if late else None) if row and needed else None,
        ceiling=row,
        ceiling_day=None if row is None else last_day(row, deadline.start, deadline.calendar),
    )


def _verdict(found: object) -> Assessment:
    if isinstance(found, Assessment):
        return found
    if isinstance(found, Breach):
        done, seen = (found.until, None) if found.done else (None, found.until)
        return Assessment(found.deadline, done, seen)
    raise InvalidFact(
        "a verdict or a breach is needed",
        where="remedy_for",
        written=found,
        remedy="Pass one of case.assessments() or case.breaches(), or what assess(...) gives",
    )


def _last_in_time(deadline: Deadline) -> date:
    """The last day; or the last of the days off after it, where a reading takes them in (I-2)."""
    last = deadline.date
    while deadline.timescale.counting.late_by_count and deadline.in_time(last + ONE):
        last += ONE
    return last


def _left(deadline: Deadline, act: date) -> int:
    if not deadline.in_working_days:
        return (deadline.date - act).days
    return deadline.calendar.count(act, max(act, deadline.date))


# ---------------------------------------------------------------------------------------
# A later start
# ---------------------------------------------------------------------------------------


def _start_from(deadline: Deadline, act: date) -> date | None:
    """The first start after the one that there was from which a late act is in time."""
    extension = deadline.timescale.extension
    if deadline.granted_on is not None and extension is not None and extension.names is not None:
        return None  # a date that was named stays where it is
    start = deadline.start + ONE
    while not _from(deadline, start).in_time(act):
        start += ONE
    return start


def _from(deadline: Deadline, start: date) -> Deadline:
    """The same limit, as long as it was, from another start."""
    timescale = deadline.timescale
    if isinstance(timescale.limit, WorkingDays):
        timescale = attrs.evolve(timescale, limit=WorkingDays(deadline.used(deadline.date)))
    return attrs.evolve(deadline, start=start, date=last_day(timescale, start, deadline.calendar))


# ---------------------------------------------------------------------------------------
# An extension
# ---------------------------------------------------------------------------------------


def _extending_row(deadline: Deadline) -> Timescale | None:
    """The row that extends a limit, or that has extended it already."""
    law: Procedure = procedure_under(LOCAL_AUTHORITY, deadline.readings)
    extension = deadline.timescale.extension
    family = deadline.provision if extension is None else extension.of
    return next(iter(law.extensions_of(family)), None)


def _is_spent(deadline: Deadline, row: Timescale) -> bool:
    """Whether it was extended once, and by the readings that is all."""
    extension = row.extension
    return deadline.granted_on is not None and extension is not None and not extension.again


def _is_open(deadline: Deadline, row: Timescale) -> bool:
    """Whether an extension, or another one, is open to the limit at all."""
    if deadline.granted_on is None:
        return deadline.timescale.extension is None  # else it is the furthest day already
    return not _is_spent(deadline, row)


def _longer(deadline: Deadline, row: Timescale, act: date | None) -> LongerLimit | None:
    """The least extension that covers an act; the furthest where there is no act to cover."""
    if not _is_open(deadline, row):
        return None
    found = None
    for found in _extensions(deadline, row):
        if act is not None and attrs.evolve(deadline, date=found.last_day).in_time(act):
            return found
    return found if act is None else None


def _extensions(deadline: Deadline, row: Timescale) -> Iterator[LongerLimit]:
    """Every extension that is open to a limit, the least first."""
    furthest = last_day(row, deadline.start, deadline.calendar)
    if row.extension is not None and row.extension.names is not None:
        for days in range(1, (furthest - deadline.date).days + 1):
            yield LongerLimit(row, deadline.date, deadline.date + days * ONE, None)
        return
    used = deadline.used(deadline.date)
    for more in range(1, row.limit.number - used + 1):
        longer = attrs.evolve(row, limit=WorkingDays(used + more))
        end = last_day(longer, deadline.start, deadline.calendar)
        yield LongerLimit(row, deadline.date, end, more)
