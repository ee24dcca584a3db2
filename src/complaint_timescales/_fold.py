# SPDX-License-Identifier: MIT
"""A case from its events, one after another: each has a place, or is refused with its reasons."""

from __future__ import annotations

from complaint_timescales._conditions import DayCondition
from complaint_timescales._dates import spoken
from complaint_timescales._errors import DatesOutOfOrder, InvalidFact
from complaint_timescales._history import History
from complaint_timescales._procedure import advance, lapsed
from complaint_timescales._vocabulary import Stage
from complaint_timescales.events import BY_NAME, Event

_KINDS = frozenset(BY_NAME.values())


def read_on(reference: str, after: History, stage: Stage) -> Stage:
    """Read the rest of the events of a history, and give the stage after them.

    Two histories go along them together, one up to each event and one with it: nothing is copied.
    """
    law, calendar, events, shape = after.procedure, after.calendar, after.events, after.shape
    before, read = History(events, law, calendar, shape), shape.length
    leads, fits = after.failing, before.failing

    def where() -> str:  # the event is that of the moment when somebody asks
        return f"{_place(reference, before)}, on {spoken(event.on)}"

    def possible(condition: DayCondition) -> str | None:
        return before.unmet_on(condition, event.on)

    earliest = events[read - 1].on if read else calendar.known_from
    latest = calendar.provisional_through
    for event in events[read:]:
        after.shape = following = shape.then.get(type(event)) or shape.after(checked_event(event))
        on = event.on
        if not earliest <= on <= latest:
            _refuse_day(reference, before, event)
        if stage in law.lapses:
            stage = lapsed(law, stage, on, before.unmet_on)
        ways = following.ways.get(stage) or following.settle(stage, event, shape)
        if isinstance(ways, Stage):
            stage = ways
        else:
            stage = advance(
                law, stage, event, ways, where=where, leads=leads, fits=fits, possible=possible
            )
        before.shape, shape, earliest = following, following, on
    return stage


def _place(reference: str, before: History) -> str:
    return f"case {reference}, event {before.shape.length + 1}"


def _refuse_day(reference: str, before: History, event: Event) -> None:
    """Refuse an event on a day that the calendar does not cover, or before the last event."""
    before.calendar.is_working_day(event.on)
    last = before.events[before.shape.length - 1]
    raise DatesOutOfOrder(
        f"{event.name} on {spoken(event.on)} comes before {last.name} on {spoken(last.on)}",
        where=_place(reference, before),
        rule="events are recorded in the order of their days",
        remedy="If it came to be known late, use case.insert(event)",
    )


def checked_event(event: Event) -> Event:
    """The event; what is none is refused."""
    if type(event) in _KINDS:
        return event
    raise InvalidFact(
        "an event is needed",
        where="Case.record",
        written=event,
        remedy="Make one from complaint_timescales.events, such as PanelMet(on=...)",
    )
