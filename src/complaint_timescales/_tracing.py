# SPDX-License-Identifier: MIT
"""From a deadline or a verdict to its trace: what bears on it, read off the rows and the dates."""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Iterable, Mapping
from datetime import date
from importlib import metadata
from types import MappingProxyType
from typing import Final

from complaint_timescales._assessments import Assessment
from complaint_timescales._citations import INSTRUMENT, Citation
from complaint_timescales._conditions import After, Within
from complaint_timescales._deadlines import Deadline, last_day
from complaint_timescales._errors import OutsideCalendar
from complaint_timescales._kinds import (
    Lapse,
    Late,
    Move,
    Occurrence,
    Procedure,
    WorkingDaysBefore,
    happens,
)
from complaint_timescales._trace import (
    Beside,
    CountedDay,
    End,
    Evidence,
    Extension,
    Kind,
    Room,
    Start,
    State,
    Taken,
    Tally,
    Trace,
    Wording,
)
from complaint_timescales._vocabulary import Outcome, Party
from complaint_timescales.events import Event
from complaint_timescales.interpretations import INTERPRETATIONS
from complaint_timescales.readings import procedure_under
from complaint_timescales.regulations import LOCAL_AUTHORITY

# What stands beside a limit in a paragraph of its own; where a right ends is read off the rows.
_BESIDE: Final[Mapping[str, tuple[tuple[Kind, str], ...]]] = MappingProxyType(
    {
        "9(1)": ((Kind.DISCRETION, "9(2)"),),
        "14(1)": ((Kind.NEXT_STAGE, "15(2)"),),
        "14(5)": ((Kind.NEXT_STAGE, "15(2)"),),
        "17(3)": ((Kind.NEXT_STAGE, "18(1)"),),
        "17(6)": ((Kind.NEXT_STAGE, "18(1)"),),
    }
)
_RECORD: Final = (Kind.RECORD, "13(2)(c)")
_WITHOUT_13: Final = "voluntary_organisation"  # 22(1) applies 6 to 12 and 14 to 20


@functools.cache
def _library() -> str:
    try:
        return metadata.version("complaint-timescales")
    except metadata.PackageNotFoundError:
        return ""


def trace_of(
    thing: Deadline | Assessment,
    *,
    events: Iterable[Event] = (),
    procedure: Procedure = LOCAL_AUTHORITY,
) -> Trace:
    """The trace of a deadline or a verdict.

    >>> from datetime import date
    >>> from complaint_timescales import assess
    >>> trace = trace_of(assess("17(3)", date(2025, 2, 3), as_at=date(2025, 3, 4)))
    >>> trace.outcome.value, trace.tally.used, trace.tally.left
    ('running', 21, 4)

    ``events`` are those of the case, from which it takes what started and what met the limit;
    ``procedure`` is that of the case.
    """
    verdict = thing if isinstance(thing, Assessment) else _verdict_on(thing)
    law = procedure_under(procedure, verdict.deadline.readings)
    return _traced(verdict, tuple(events), law)


def _traced(verdict: Assessment, events: tuple[Event, ...], law: Procedure) -> Trace:
    deadline = verdict.deadline
    provision, limit = deadline.provision, deadline.timescale.limit
    end = _end(verdict, events)
    return Trace(
        provision=str(provision),
        address=provision.url if isinstance(provision, Citation) else "",
        procedure=law.name,
        rules=law.fingerprint,
        what=deadline.timescale.what,
        binds=deadline.timescale.binds,
        limit=limit.number,
        unit=limit.unit,
        backwards=isinstance(limit, WorkingDaysBefore),
        start=_start(deadline, events),
        counted=_counted(deadline),
        skipped=deadline.skipped,
        extension=_extension(deadline, law),
        room=_room(deadline, law),
        last_day=deadline.date,
        end=end,
        outcome=verdict.outcome,
        tally=_tally(verdict, end.on),
        calendar=_evidence(verdict),
        version=_wording(deadline),
        readings=_taken(deadline, law),
        beside=_beside(deadline, law),
        library=_library(),
    )


def _verdict_on(deadline: Deadline) -> Assessment:
    return Assessment(deadline, deadline.met_on, None if deadline.met_on else deadline.ceased_on)


def _start(deadline: Deadline, events: tuple[Event, ...]) -> Start:
    start_date = deadline.timescale.runs_from
    rules = [rule for rule in start_date.rules if rule.by == deadline.started_by]
    found = [
        event.name
        for event in events
        for rule in rules
        if happens(event, rule.on) and getattr(event, rule.fact or "on") == deadline.start
    ]
    return Start(
        date=deadline.start,
        day_0=deadline.day_0,
        name=start_date.name,
        by=None if deadline.started_by is None else str(deadline.started_by),
        events=tuple(found[:1]) or _names(on for rule in rules for on in rule.on),
        counts=deadline.day_0 in deadline.counted,
    )


def _names(occurrences: Iterable[Occurrence]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(on.event.name for on in occurrences))


def _counted(deadline: Deadline) -> tuple[CountedDay, ...]:
    days = deadline.counted
    backwards = isinstance(deadline.timescale.limit, WorkingDaysBefore)
    numbers = range(len(days), 0, -1) if backwards else range(1, len(days) + 1)
    return tuple(CountedDay(number=n, date=day) for n, day in zip(numbers, days, strict=True))


def _extension(deadline: Deadline, law: Procedure) -> Extension | None:
    extension = deadline.timescale.extension
    if extension is None:
        return None
    in_time = deadline.granted_in_time
    return Extension(
        of=str(extension.of),
        of_limit=law.timescales[extension.of].limit.number,
        granted_on=deadline.granted_on,
        earlier=deadline.extended_from,
        in_time=in_time,
        spares=in_time or extension.late is Late.EXTENDS,
    )


def _room(deadline: Deadline, law: Procedure) -> Room | None:
    for row in law.extensions_of(deadline.provision):
        with contextlib.suppress(OutsideCalendar):  # just its last day is after the calendar
            day = last_day(row, deadline.start, deadline.calendar)
            return Room(by=str(row.by), limit=row.limit.number, last_day=day)
    return None


def _end(verdict: Assessment, events: tuple[Event, ...]) -> End:
    deadline, timescale = verdict.deadline, verdict.deadline.timescale
    if verdict.outcome in {Outcome.MET, Outcome.MISSED}:
        state, on, kinds = State.DONE, verdict.end, timescale.met_by
    elif deadline.ceased_on is not None:
        state, on, kinds = State.CEASED, deadline.ceased_on, timescale.ceases_on
    else:
        return End(state=State.OPEN, on=verdict.as_at, events=())
    found = [e.name for e in events if e.on == on and any(kind.fits(e) for kind in kinds)]
    told = tuple(found[:1]) or (_names(kinds) if deadline.started_by is not None else ())
    return End(state=state, on=on, events=told)


def _tally(verdict: Assessment, until: date | None) -> Tally:
    deadline, calendar = verdict.deadline, verdict.deadline.calendar
    unit = "working day" if deadline.in_working_days else "day"
    if until is None:
        return Tally(unit=unit, used=None, left=None, over=None)
    if not deadline.in_working_days:
        used: int | None = max((until - deadline.start).days, 0)
        left = max((deadline.date - until).days, 0)
    elif isinstance(deadline.timescale.limit, WorkingDaysBefore):
        used, left = None, calendar.count(until, max(deadline.date, until))
    elif until < deadline.day_0:  # a clock that has not started yet
        used, left = 0, len(deadline.counted)
    else:
        used, left = verdict.working_days, calendar.count(until, max(deadline.date, until))
    return Tally(unit=unit, used=used, left=left, over=verdict.days_over)


def _evidence(verdict: Assessment) -> Evidence:
    calendar = verdict.deadline.calendar
    return Evidence(
        edition=calendar.edition,
        fingerprint=calendar.fingerprint,
        published_through=calendar.known_through,
        provisional=verdict.provisional,
    )


def _wording(deadline: Deadline) -> Wording:
    version = deadline.version or deadline.timescale.version_on(deadline.date)
    return Wording(
        since=version.since,
        until=version.until,
        softened_by=version.softened_by,
        enacted_by=version.enacted_by or (INSTRUMENT if deadline.provision.is_law else ""),
        saved=deadline.version is not None,
    )


def _taken(deadline: Deadline, law: Procedure) -> tuple[Taken, ...]:
    timescale, changed = deadline.timescale, deadline.readings.changed
    cited = {str(deadline.provision), *(str(row.by) for row in law.extensions_of(timescale.by))}
    if timescale.extension is not None:
        cited.add(str(timescale.extension.of))
    starts = [rule.by for rule in timescale.runs_from.rules if rule.fact is not None]
    cited |= {str(deadline.started_by)} if deadline.started_by else {str(by) for by in starts}
    if deadline.in_working_days:
        cited.add("2")
    return tuple(
        Taken(number=n, option=deadline.readings.option(n), default=n not in changed)
        for n, entry in INTERPRETATIONS.items()
        if n in changed or cited.intersection(entry.by)
    )


def _beside(deadline: Deadline, law: Procedure) -> tuple[Beside, ...]:
    if not deadline.provision.is_law:
        return ()
    found = list(_BESIDE.get(deadline.provision, ()))
    lapses = any(isinstance(r, Lapse) and r.when == After(deadline.provision) for r in law.rows)
    held = any(isinstance(r, Move) and Within(deadline.provision) in r.needs for r in law.rows)
    if lapses and held:
        found.append((Kind.RIGHT_ENDS, str(deadline.provision)))
    if law.name != _WITHOUT_13 and deadline.timescale.binds is not Party.VOLUNTARY_ORGANISATION:
        found.append(_RECORD)
    return tuple(Beside(kind=kind, by=by) for kind, by in found)
