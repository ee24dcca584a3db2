# SPDX-License-Identifier: MIT
"""A trace told to those who have to act on it, or wait for it: it adds nothing to the trace."""

from __future__ import annotations

from collections.abc import Iterable

from complaint_timescales._dates import counted, listed, spoken
from complaint_timescales._plain_words import ACTS, BODIES, FOLLOWS, LONGER, STARTS
from complaint_timescales._trace import Kind, State, Trace
from complaint_timescales._vocabulary import Outcome, Party

LATE = frozenset({Outcome.MISSED, Outcome.OVERDUE})


def is_past(trace: Trace) -> bool:
    """Whether the limit is over: the act done, the duty ended, or the last day gone."""
    return trace.end.state is not State.OPEN or trace.outcome is Outcome.OVERDUE


def has_not_begun(trace: Trace) -> bool:
    """Whether it is looked at from a day before its start, as an agreed later start can be."""
    return trace.end.on is not None and not trace.backwards and trace.end.on < trace.start.date


def how_late(trace: Trace) -> str:
    """``10 working days``; a late act on a non-working day is late by no whole one (I-2)."""
    over = trace.tally.over
    return counted(over, trace.tally.unit) if over else f"less than a {trace.tally.unit}"


def started_by(trace: Trace) -> str:
    """The provision that fixed the start, in brackets; not where it is the source just named."""
    by = trace.start.by
    return f" ({by})" if by and (trace.is_law or by != trace.provision) else ""


def holidays(trace: Trace) -> list[str]:
    """The weekdays that were not counted, by name."""
    return [day.name for day in trace.skipped if day.date.weekday() < 5]


def _body(trace: Trace) -> Party:
    """Who deals with the representations, whoever is bound."""
    if Party.VOLUNTARY_ORGANISATION in {trace.binds, _PROCEDURE_OF.get(trace.procedure)}:
        return Party.VOLUNTARY_ORGANISATION
    return Party.AUTHORITY


_PROCEDURE_OF = {"voluntary_organisation": Party.VOLUNTARY_ORGANISATION}


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _paragraphs(parts: Iterable[list[str]]) -> str:
    return "\n".join(" ".join(sentences) for sentences in parts if sentences)


# ---------------------------------------------------------------------------------------
# The complaints manager
# ---------------------------------------------------------------------------------------


def for_manager(trace: Trace) -> str:
    """What to do by when, under which paragraph, and what follows if it is missed.

    >>> from datetime import date
    >>> from complaint_timescales import assess
    >>> from complaint_timescales.explain import trace_of
    >>> verdict = assess("20(2)", date(2024, 12, 20), as_at=date(2024, 12, 24))
    >>> print(for_manager(trace_of(verdict)))
    The panel must send the report by Tuesday 31 December 2024 (20(2)).
    On Tuesday 24 December 2024, 3 working days are left.
    Day 0 is Friday 20 December 2024, the day of the meeting.
    Not counted: weekends, Christmas Day and Boxing Day.
    If it is missed: the authority records it (13(2)(c)).
    """
    parts = (
        _managers_duty(trace),
        _managers_verdict(trace),
        _managers_start(trace),
        _managers_count(trace),
        _managers_extension(trace),
        _managers_miss(trace),
        _managers_doubts(trace),
    )
    return _paragraphs(parts)


def _managers_duty(trace: Trace) -> list[str]:
    who, day, past = f"the {trace.binds.value}", spoken(trace.last_day), is_past(trace)
    if trace.is_law:
        must = "had to" if past else "must"
        return [f"{_capital(who)} {must} {trace.what} by {day} ({trace.provision})."]
    gives = "gave" if past else "gives"
    return [
        f"No regulation sets this date: it comes from {trace.provision}.",
        f"That {gives} {who} until {day} to {trace.what}.",
    ]


def _managers_verdict(trace: Trace) -> list[str]:
    if trace.end.on is None:
        return []
    on, late = spoken(trace.end.on), trace.outcome in LATE
    match trace.end.state:
        case State.DONE:
            return [f"It was done on {on}: {f'{how_late(trace)} late' if late else 'in time'}."]
        case State.CEASED:
            why = listed([name.replace("_", " ") for name in trace.end.events], last="or")
            overdue = [f"It was {how_late(trace)} late by then."] if late else []
            return [f"The duty ended on {on}{f': {why}' if why else ''}.", *overdue]
    if late:
        return [f"It was not done by {on}: {how_late(trace)} late."]
    if has_not_begun(trace):
        return [f"On {on} the limit has not started to run."]
    if trace.end.on == trace.last_day:
        return [f"{on} is the last day."]
    left = trace.tally.left
    return [f"On {on}, {counted(left or 0, trace.tally.unit)} {'is' if left == 1 else 'are'} left."]


def _managers_start(trace: Trace) -> list[str]:
    start = trace.start
    by = started_by(trace)
    number = 1 if start.counts else 0
    if start.day_0 == start.date:
        return [f"Day {number} is {spoken(start.date)}, {start.name}{by}."]
    moved = f"the next working day after {spoken(start.date)}"
    return [f"Day 0 is {spoken(start.day_0)}, {moved}, {start.name}{by}."]


def _managers_count(trace: Trace) -> list[str]:
    if trace.by_calendar:
        return ["The limit is counted by the calendar."]
    way = ["It is counted back."] if trace.backwards else []
    return [*way, f"Not counted: {listed(['weekends', *holidays(trace)])}."]


def _managers_extension(trace: Trace) -> list[str]:
    extension, room, body = trace.extension, trace.room, _body(trace).value
    if extension is None:
        if room is None or is_past(trace):
            return []
        longer = f"It can be extended to {spoken(room.last_day)} at the latest ({room.by})."
        return [longer, LONGER[room.by].manager.format(body=body)]
    if extension.granted_on is None or extension.earlier is None:
        latest = f"This is the latest day to which {extension.of} can be extended."
        return [latest, LONGER[trace.provision].manager.format(body=body)]
    told = f"The limit was extended on {spoken(extension.granted_on)}"
    told = f"{told}; until then the last day was {spoken(extension.earlier)}."
    return [told] if extension.spares else [told, f"The breach of {extension.of} stays."]


def _managers_miss(trace: Trace) -> list[str]:
    late = trace.outcome in LATE
    if not trace.is_law or (is_past(trace) and not late):
        return []
    body = _body(trace).value
    found = [FOLLOWS[kind, by].manager.format(body=body) for kind, by in _following(trace)]
    told = "; ".join(words for words in found if words)
    head = "What follows" if late else "If it is missed"
    return [f"{head}: {told or 'the Regulations name nothing'}."]


def _following(trace: Trace) -> list[tuple[Kind, str]]:
    """What stands beside the limit and still has a place."""
    lost = trace.end.state is State.OPEN and not trace.version.softened_by
    return [
        (each.kind, each.by) for each in trace.beside if each.kind is not Kind.RIGHT_ENDS or lost
    ]


def _managers_doubts(trace: Trace) -> list[str]:
    found, version = [], trace.version
    if version.softened_by:
        found.append(f'The limit then read on: "{version.softened_by}" ({version.enacted_by}).')
    if changed := [f"{t.number} '{t.option}'" for t in trace.readings if not t.default]:
        found.append(f"Read otherwise than by default: {listed(changed)}.")
    if trace.calendar.provisional:
        known = spoken(trace.calendar.published_through)
        found.append(f"Provisional: bank holidays are published to {known}.")
    return found


# ---------------------------------------------------------------------------------------
# The complainant
# ---------------------------------------------------------------------------------------


def for_complainant(trace: Trace) -> str:
    """The same for the person who complained, in short sentences and everyday words.

    >>> from datetime import date
    >>> from complaint_timescales import assess
    >>> from complaint_timescales.explain import trace_of
    >>> verdict = assess("18(2)", date(2025, 5, 8), as_at=date(2025, 6, 2))
    >>> print(for_complainant(trace_of(verdict)))
    You must ask for a review panel, and say why you are not happy, by Friday 6 June 2025.
    You got the answer on Thursday 8 May 2025. You have 20 working days from then. The next working
    day is day 1. Weekends and bank holidays do not count. Left out here: Spring bank holiday.
    On Monday 2 June 2025 you still had 4 working days left.
    After that day your right to do so ends.
    The rule is regulation 18(2).
    """
    parts = (
        _persons_duty(trace),
        _persons_start(trace) + _persons_count(trace),
        _persons_extension(trace),
        _persons_verdict(trace),
        _persons_next(trace),
        _persons_doubts(trace),
    )
    return _paragraphs(parts)


def _they(trace: Trace) -> str:
    return "you" if trace.binds is Party.COMPLAINANT else "they"


def _spoken_for(trace: Trace, template: str, **more: str) -> str:
    body = BODIES[_body(trace)]
    return template.format(body=body, Body=_capital(body), **more)


def _persons_duty(trace: Trace) -> list[str]:
    who, day, past = BODIES[trace.binds], spoken(trace.last_day), is_past(trace)
    if trace.is_law:
        act = ACTS[trace.provision]
        comma = "," if "," in act else ""
        return [f"{_capital(who)} {'had to' if past else 'must'} {act}{comma} by {day}."]
    return [
        f'The law does not set this date. It comes from "{trace.provision}".',
        f"That {'gave' if past else 'gives'} {who} until {day} to {trace.what}.",
    ]


def _persons_start(trace: Trace) -> list[str]:
    start = trace.start
    template = STARTS.get(start.by or trace.provision, "The time runs from {day}.")
    told = [_spoken_for(trace, template, day=spoken(start.date))]
    if start.day_0 != start.date:
        told.append(f"The count starts on {spoken(start.day_0)}.")
    return told


def _persons_count(trace: Trace) -> list[str]:
    limit, had = counted(trace.limit, trace.unit), "had" if is_past(trace) else "have"
    given = f"{_capital(_they(trace))} {had} {limit} from then."
    if trace.by_calendar:
        return [given, "Each day counts, weekends too."]
    day_1 = "That day is day 1." if trace.start.counts else "The next working day is day 1."
    told = [given, day_1] if trace.extension is None else []
    if trace.backwards:
        told = [f"It is {limit} before that day."]
    named = holidays(trace)
    left_out = [f"Left out here: {listed(named)}."] if named else []
    return [*told, "Weekends and bank holidays do not count.", *left_out]


def _persons_extension(trace: Trace) -> list[str]:
    extension, room = trace.extension, trace.room
    if extension is None:
        if room is None or is_past(trace):
            return []
        longer = _spoken_for(trace, LONGER[room.by].complainant)
        return [longer, f"The last day can then be {spoken(room.last_day)} at the latest."]
    if extension.granted_on is None or extension.earlier is None:
        most = f"The longest time is {counted(trace.limit, trace.unit)}."
        return [_spoken_for(trace, LONGER[trace.provision].complainant), most]
    took = _spoken_for(trace, "On {day} {body} took more time.", day=spoken(extension.granted_on))
    late = [] if extension.spares else ["That came too late, so the first limit was missed."]
    return [took, f"Before that, the last day was {spoken(extension.earlier)}.", *late]


def _persons_verdict(trace: Trace) -> list[str]:
    if trace.end.on is None:
        return []
    on, they, late = spoken(trace.end.on), _they(trace), trace.outcome in LATE
    by_then = f"That was {how_late(trace)} late." if late else ""
    match trace.end.state:
        case State.DONE:
            return [f"{_capital(they)} did this on {on}.", by_then or "That was in time."]
        case State.CEASED:
            ended = f"This came to an end on {on}."
            return [ended, by_then or f"After that {they} did not have to do it."]
    if late:
        return [f"By {on} {they} had not done this.", by_then]
    if has_not_begun(trace):
        return [f"On {on} the time had not started."]
    if trace.end.on == trace.last_day:
        return [f"{on} is the last day."]
    return [f"On {on} {they} still had {counted(trace.tally.left or 0, trace.tally.unit)} left."]


def _persons_next(trace: Trace) -> list[str]:
    if trace.end.state is State.CEASED:
        return []
    if trace.outcome is Outcome.OVERDUE and trace.binds is Party.COMPLAINANT:
        ended = [by for kind, by in _following(trace) if kind is Kind.RIGHT_ENDS]
        if ended:
            return ["Your right to do so has ended."]
    told = [
        _spoken_for(trace, FOLLOWS[kind, by].complainant)
        for kind, by in _following(trace)
        if kind is not Kind.DISCRETION or trace.outcome is not Outcome.MET
    ]
    return [words for words in told if words]


def _persons_doubts(trace: Trace) -> list[str]:
    told = []
    if trace.version.softened_by:
        told.append(f'At that time the rule also said "{trace.version.softened_by}".')
    if not all(taken.default for taken in trace.readings):
        told.append("This is one way to read the rule, and not the usual one.")
    if trace.calendar.provisional:
        known = spoken(trace.calendar.published_through)
        told.append(f"This date may change. Bank holidays after {known} are not set yet.")
    return [*told, f"The rule is regulation {trace.provision}."] if trace.is_law else told
