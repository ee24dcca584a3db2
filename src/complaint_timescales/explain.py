# SPDX-License-Identifier: MIT
"""Why a date is that date, told to whoever asks: one trace, and a text for each reader.

>>> from datetime import date
>>> print(explain("14(1)", date(2025, 12, 18), as_at=date(2026, 1, 2), reader="line"))
14(1): last day Tuesday 6 January 2026, counted from Thursday 18 December 2025; running, 2 working
days left
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from types import MappingProxyType
from typing import Any, Final, Literal

from complaint_timescales._assessments import Assessment, assess
from complaint_timescales._dates import checked_date, counted, listed, spoken
from complaint_timescales._deadlines import Deadline
from complaint_timescales._errors import ComplaintTimescalesError
from complaint_timescales._readers import (
    for_complainant,
    for_manager,
    has_not_begun,
    how_late,
    started_by,
)
from complaint_timescales._readings import DEFAULT, Readings
from complaint_timescales._trace import State, Trace
from complaint_timescales._tracing import trace_of
from complaint_timescales._vocabulary import Outcome
from complaint_timescales.case import Case
from complaint_timescales.working_days import WorkingDayCalendar

__all__ = [
    "READERS",
    "CannotExplain",
    "Reader",
    "Trace",
    "explain",
    "for_complainant",
    "for_developer",
    "for_manager",
    "full",
    "one_line",
    "trace_of",
    "traces_of",
    "verdict_in_words",
]

Reader = Literal["manager", "complainant", "developer", "full", "line"]


class CannotExplain(ComplaintTimescalesError):
    """A reader that there is no text for, or dates beside what has its own."""


def traces_of(case: Case, as_at: dt.date | None = None) -> tuple[Trace, ...]:
    """The trace of every deadline of a case, with the events that started and met it.

    >>> from datetime import date
    >>> from complaint_timescales import Case, events
    >>> case = Case("CSC-0042", [events.RepresentationsReceived(on=date(2025, 1, 6))])
    >>> traces_of(case)[0].start.events
    ('representations_received',)
    """
    known = case if as_at is None else case.as_known_on(as_at)
    return tuple(
        trace_of(verdict, events=known.events, procedure=case.procedure)
        for verdict in case.assessments(as_at)
    )


# ---------------------------------------------------------------------------------------
# In a line
# ---------------------------------------------------------------------------------------


def one_line(trace: Trace) -> str:
    """The last day and the verdict.

    >>> from datetime import date
    >>> from complaint_timescales import assess
    >>> print(one_line(trace_of(assess("20(3)", date(2025, 7, 25), date(2025, 8, 18)))))
    20(3): last day Friday 15 August 2025, counted from Friday 25 July 2025; missed by 1 working day
    """
    by = started_by(trace)
    sure = " (provisional)" if trace.calendar.provisional else ""
    verdict = f"; {verdict_in_words(trace)}" if trace.end.on else ""
    return (
        f"{trace.provision}: last day {spoken(trace.last_day)}{sure}, counted from "
        f"{spoken(trace.start.date)}{by}{verdict}"
    )


def verdict_in_words(trace: Trace) -> str:
    """The verdict in as few words as it takes.

    >>> from datetime import date
    >>> from complaint_timescales import assess
    >>> verdict_in_words(trace_of(assess("14(1)", date(2025, 1, 6), as_at=date(2025, 1, 14))))
    'running, 4 working days left'
    """
    end = trace.end
    if end.on is None:
        return "not looked at from any day"
    if trace.outcome is Outcome.MET:
        return "met"
    if trace.outcome is Outcome.MISSED:
        return f"missed by {how_late(trace)}"
    if trace.outcome is Outcome.OVERDUE:
        return f"not done by {spoken(end.on)}, {how_late(trace)} late"
    if end.state is State.CEASED:
        return f"ended with the duty on {spoken(end.on)}"
    if has_not_begun(trace):
        return f"starts on {spoken(trace.start.date)}"
    if end.on == trace.last_day:
        return "running, on its last day"
    return f"running, {counted(trace.tally.left or 0, trace.tally.unit)} left"


# ---------------------------------------------------------------------------------------
# In full
# ---------------------------------------------------------------------------------------


def full(trace: Trace) -> str:
    """Every day that was counted, and every weekday that was not, with its authority.

    >>> from datetime import date
    >>> from complaint_timescales import due
    >>> print(full(trace_of(due("20(2)", date(2024, 12, 20)))))
    Regulation 20(2): 5 working days for the panel to send the report.
    https://www.legislation.gov.uk/uksi/2006/1738/regulation/20#regulation-20-2
    In force from Saturday 26 September 2020, by SI 2006/1738.
    Day 0: Friday 20 December 2024, the day of the meeting.
    Days 1 and 2: Monday 23 to Tuesday 24 December 2024.
    Not counted: Wednesday 25 December 2024, Christmas Day (regulation 2: "Christmas Day").
    Not counted: Thursday 26 December 2024, Boxing Day (regulation 2: "Boxing Day").
    Day 3: Friday 27 December 2024.
    Days 4 and 5: Monday 30 to Tuesday 31 December 2024.
    Not counted: 4 weekend days (regulation 2).
    The last day is Tuesday 31 December 2024.
    ...
    """
    return "\n".join(
        [
            *_law_lines(trace),
            *_start_lines(trace),
            *_day_lines(trace),
            *_extension_lines(trace),
            f"The last day is {spoken(trace.last_day)}.",
            *_end_lines(trace),
            *_evidence_lines(trace),
        ]
    )


def _law_lines(trace: Trace) -> Iterator[str]:
    limit = counted(trace.limit, trace.unit)
    head = f"Regulation {trace.provision}" if trace.is_law else f"No law: {trace.provision}"
    span = f"at least {limit} before," if trace.backwards else limit
    yield f"{head}: {span} for the {trace.binds.value} to {trace.what}."
    if not trace.is_law:
        return
    version = trace.version
    yield trace.address
    until = f" to {spoken(version.until)}" if version.until else ""
    saved = ", and saved for this case" if version.saved else ""
    yield f"In force from {spoken(version.since)}{until}, by {version.enacted_by}{saved}."
    if version.softened_by:
        yield f'It then read on: "{version.softened_by}".'


def _start_lines(trace: Trace) -> Iterator[str]:
    start = trace.start
    told = [start.by, *start.events[:1]] if len(start.events) == 1 else [start.by]
    by = f" ({', '.join(each for each in told if each)})" if start.by else ""
    moved = f" It was moved from {spoken(start.date)}." if start.day_0 != start.date else ""
    yield f"Day {1 if start.counts else 0}: {spoken(start.day_0)}, {start.name}{by}.{moved}"


def _day_lines(trace: Trace) -> Iterator[str]:
    """Days that count in runs, and weekdays that do not, in the order of the calendar."""
    if trace.by_calendar:
        yield "Every day counts: the limit is counted by the calendar."
        return
    days = {day.date: day.number for day in trace.counted}
    lines = {run[0]: _run(run, days) for run in _runs(list(days))}
    for day in trace.skipped:
        if day.date.weekday() < 5:
            lines[day.date] = f"Not counted: {spoken(day.date)}, {day.name} ({day.authority})."
    for first in sorted(lines):
        yield lines[first]
    weekend = sum(day.date.weekday() >= 5 for day in trace.skipped)
    if weekend:
        yield f"Not counted: {counted(weekend, 'weekend day')} (regulation 2)."


def _runs(days: list[dt.date]) -> list[list[dt.date]]:
    """Days one after another, together."""
    runs = [days[:1]]
    for before, day in pairwise(days):
        if (day - before).days == 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return runs


def _run(run: list[dt.date], numbers: Mapping[dt.date, int]) -> str:
    first, last = run[0], run[-1]
    if len(run) == 1:
        return f"Day {numbers[first]}: {spoken(first)}."
    joint = "and" if len(run) == 2 else "to"
    same = (first.year, first.month) == (last.year, last.month)
    begin = " ".join(spoken(first).split()[:2]) if same else spoken(first)
    return f"Days {numbers[first]} {joint} {numbers[last]}: {begin} to {spoken(last)}."


def _extension_lines(trace: Trace) -> Iterator[str]:
    extension, room = trace.extension, trace.room
    if room is not None:
        limit = counted(room.limit, trace.unit)
        yield f"Under {room.by} it can be extended, up to {limit}: {spoken(room.last_day)}."
    if extension is None:
        return
    if extension.granted_on is None or extension.earlier is None:
        yield f"It extends {extension.of}, {counted(extension.of_limit, trace.unit)}."
        return
    when = "in time" if extension.in_time else "too late"
    stays = "" if extension.spares else f"; the breach of {extension.of} stays"
    yield (
        f"Extended on {spoken(extension.granted_on)}, {when}, from {spoken(extension.earlier)}, "
        f"the last day under {extension.of}{stays}."
    )


def _end_lines(trace: Trace) -> Iterator[str]:
    if trace.end.on is None:
        return
    tally, on = trace.tally, spoken(trace.end.on)
    head = {
        State.DONE: f"Done on {on}",
        State.CEASED: f"The duty ended on {on}",
        State.OPEN: f"Looked at from {on}",
    }[trace.end.state]
    events = f" ({trace.end.events[0]})" if len(trace.end.events) == 1 else ""
    ceased = trace.end.state is State.CEASED and trace.outcome is Outcome.RUNNING
    yield f"{head}{events}{'' if ceased else f': {verdict_in_words(trace)}'}."
    used = [] if tally.used is None else [f"{counted(tally.used, tally.unit)} used"]
    yield f"{', '.join([*used, f'{tally.left} left', f'{tally.over} over'])}."


def _evidence_lines(trace: Trace) -> Iterator[str]:
    calendar = trace.calendar
    taken = [
        f"{each.number} '{each.option}'{'' if each.default else ', which is not the default'}"
        for each in trace.readings
    ]
    yield f"Read by {listed(taken or ['every default'])}."
    yield f"Calendar: {calendar.edition} ({calendar.fingerprint})."
    if calendar.provisional:
        known = spoken(calendar.published_through)
        yield f"Provisional: bank holidays are published to {known}, and can still be proclaimed."
    yield f"Made by complaint-timescales {trace.library}".rstrip() + "."


# ---------------------------------------------------------------------------------------
# For programs and their makers
# ---------------------------------------------------------------------------------------


def for_developer(trace: Trace) -> str:
    """The fields by their names, days as ISO writes them; runs of days by their ends.

    >>> from datetime import date
    >>> from complaint_timescales import due
    >>> print(for_developer(trace_of(due("20(2)", date(2024, 12, 20)))))
    schema = "complaint-timescales/trace/1"
    provision = "20(2)"
    ...
    counted = 5 days, 1 = "2024-12-23", 5 = "2024-12-31"
    skipped = 6 days
    skipped.2024-12-25 = "Christmas Day"
    skipped.2024-12-26 = "Boxing Day"
    ...
    """
    return "\n".join(_fields("", trace.to_dict()))


def _fields(path: str, document: Mapping[str, Any]) -> Iterator[str]:
    for key, value in document.items():
        name = f"{path}{key}"
        if key == "counted":
            ends = [f', {day["number"]} = "{day["date"]}"' for day in (*value[:1], *value[-1:])]
            yield f"{name} = {counted(len(value), 'day')}{''.join(ends)}"
        elif key == "skipped":
            yield f"{name} = {counted(len(value), 'day')}"
            for day in value:
                if dt.date.fromisoformat(day["date"]).weekday() < 5:
                    yield f"{name}.{day['date']} = {json.dumps(day['name'])}"
        elif isinstance(value, dict):
            yield from _fields(f"{name}.", value)
        elif value and isinstance(value, tuple | list) and isinstance(value[0], dict):
            for each in value:
                label, *rest = each.values()
                yield f"{name}.{label} = {json.dumps(rest[0] if len(rest) == 1 else rest)}"
        else:
            yield f"{name} = {json.dumps(value)}"


# ---------------------------------------------------------------------------------------
# For whoever asks
# ---------------------------------------------------------------------------------------

READERS: Final[Mapping[str, Callable[[Trace], str]]] = MappingProxyType(
    {
        "manager": for_manager,
        "complainant": for_complainant,
        "developer": for_developer,
        "full": full,
        "line": one_line,
    }
)
"""The texts, by reader."""

NOTHING: Final = "No time limit has started."
"""What there is to tell of a case without one."""


def explain(
    thing: Deadline | Assessment | Trace | Case | str,
    start: dt.date | None = None,
    end: dt.date | None = None,
    *,
    reader: Reader = "manager",
    as_at: dt.date | None = None,
    calendar: WorkingDayCalendar | None = None,
    readings: Readings = DEFAULT,
) -> str:
    """A deadline, a verdict, a trace, a provision with its dates, or each deadline of a case.

    >>> from datetime import date
    >>> print(explain("9(1)", date(2024, 2, 29), reader="complainant"))
    You must make your complaint by Friday 28 February 2025.
    The reason for your complaint came up on Thursday 29 February 2024. You have 1 year from then.
    Each day counts, weekends too.
    The council can still look at a late complaint. They can do so if you could not be expected to
    complain in time, and if they can still look into it well and fairly.
    The rule is regulation 9(1).

    ``start`` and ``end`` go with a provision, as for ``assess``; so do ``calendar`` and
    ``readings``. ``as_at`` is the day to look from, for a provision or a case.
    """
    telling = READERS.get(reader)
    if telling is None:
        names = listed([repr(name) for name in READERS], last="or")
        what, remedy = "there is no text for that reader", f"Write {names}"
        raise CannotExplain(what, where="reader", written=reader, remedy=remedy)
    if isinstance(thing, str):
        day = checked_date(start, "start")
        thing = assess(thing, day, end, as_at=as_at, calendar=calendar, readings=readings)
    elif start or end or calendar or readings.pairs or (as_at and not isinstance(thing, Case)):
        what, remedy = "it has its own dates", "Pass them with a provision"
        raise CannotExplain(what, where="explain", rule="as_at goes with a case", remedy=remedy)
    if isinstance(thing, Case):
        texts = [telling(trace) for trace in traces_of(thing, as_at)]
        between = "\n" if reader == "line" else "\n\n"
        return between.join([f"Case {thing.reference}", *(texts or [NOTHING])])
    return telling(thing if isinstance(thing, Trace) else trace_of(thing))
