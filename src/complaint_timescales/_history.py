# SPDX-License-Identifier: MIT
"""Clocks over recorded events: what started, what is due, and whether a condition holds.

It knows events and days, and no stages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from operator import attrgetter
from typing import Any, ClassVar, Final

import attrs

from complaint_timescales import _conditions as c
from complaint_timescales._citations import Source
from complaint_timescales._dates import spoken
from complaint_timescales._deadlines import Deadline, last_day
from complaint_timescales._duties import Due, duties
from complaint_timescales._kinds import (
    Late,
    Procedure,
    StartRule,
    Timescale,
    Version,
)
from complaint_timescales._shapes import Clock, Grant, Shape, no_events
from complaint_timescales.events import Event
from complaint_timescales.working_days import WorkingDayCalendar


def _leaves_the_breach(extended: Timescale) -> bool:
    return extended.extension is not None and extended.extension.late is Late.BREACH_STAYS


Start = tuple[date, Source]
"""Day 0 of a timescale, and the provision that fixed it."""
Words = Callable[[], str]
"""What was found instead of what a condition asks: said where somebody reads it."""


_IN_ORDER: Final = attrgetter("start", "date")


def _read(history: History) -> Shape:
    shape = no_events(history.procedure)
    for event in history.events:
        shape = shape.after(event)
    return shape


@attrs.define(eq=False)
class History:
    """Recorded events in order, with the procedure and the calendar they are read by.

    Attributes:
        events: what happened.
        procedure: the rows.
        calendar: the working days.
        shape: how far the events have been read: all of them, except while a case is folded.
    """

    events: tuple[Event, ...]
    procedure: Procedure
    calendar: WorkingDayCalendar
    shape: Shape = attrs.field(default=attrs.Factory(_read, takes_self=True))

    # What is worked out from the events, when it is first asked for. Two threads at once would
    # work out two equal values, and either will do.
    _spans: dict[Clock, tuple[date | None, date | None]] = attrs.field(init=False, factory=dict)
    _deadlines: tuple[Deadline, ...] | None = attrs.field(init=False, default=None)

    def with_event(self, event: Event) -> History:
        """The same with one more event: the others have been read already."""
        events = (*self.events, event)
        return History(events, self.procedure, self.calendar, self.shape.after(event))

    def to_read(self, event: Event) -> History:
        """The same with one more event, which has not been read yet."""
        return History((*self.events, event), self.procedure, self.calendar, self.shape)

    def as_known_on(self, day: date) -> History:
        """What had happened by a day, and had been recorded by then."""
        known = tuple(e for e in self.events if max(e.on, e.recorded_on or e.on) <= day)
        return History(known, self.procedure, self.calendar)

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle the events, and work out the rest again from them."""
        return History, (self.events, self.procedure, self.calendar)

    @property
    def received(self) -> Event | None:
        """The receipt, the first event of all runs."""
        found = self.shape.received
        return None if found is None else self.events[found[0]]

    @property
    def runs(self) -> tuple[tuple[Event, ...], ...]:
        """The events of each run: resubmission ends one and begins the next (I-11)."""
        return tuple(self.events[run.start : run.stop] for run in self.shape.runs)

    # -----------------------------------------------------------------------------------
    # Start dates and last days
    # -----------------------------------------------------------------------------------

    def start_of(self, timescale: Timescale, run: int = -1) -> Start | None:
        """Day 0 of a timescale in a run and the provision that fixed it; None until it is known.

        Every rule that applies must be met, and the latest of their dates is the start.
        """
        return self._start(self.shape.clock(timescale, run))

    def _start(self, clock: Clock | None, without: str = "") -> Start | None:
        """The same of a clock. ``without`` leaves the rules of one provision out."""
        if clock is None:
            return None
        for awaited in clock.awaits:
            if self._applies(awaited, clock.run):
                return None
        found = None
        for place, fact, by, rule in clock.fixes:
            day = getattr(self.events[place], fact)
            if day is None or by == without:
                continue
            if rule is not None:
                if not self._applies(rule, clock.run):
                    continue
                day = self._held(day, rule, clock.run) if rule.not_before else day
            if found is None or day > found[0]:
                found = day, by
        return found

    def _held(self, day: date, rule: StartRule, run: int) -> date:
        """The day, or that on which the limit was met or passed before which no clock starts."""
        found = self._of(self.shape.under(rule.not_before, run))
        return max([day, *(min(each.met_on or each.date, each.date) for each in found[-1:])])

    def _applies(self, rule: StartRule, run: int) -> bool:
        """Whether a rule does that turns on whether they were received late."""
        if isinstance(rule.where, c.After) and self.received is not None:
            return self._on_the_day(rule.where, self.received.on, run) is None
        return True

    def deadlines(self, timescales: Iterable[Timescale] | None = None) -> tuple[Deadline, ...]:
        """Every last day in every run, extended where it was, in the order of the start dates.

        Of the procedure's timescales, or of others that are read over the same events.
        """
        if timescales is not None:
            base = [timescale for timescale in timescales if timescale.extension is None]
            runs = range(len(self.shape.runs))
            return self._in_order(self.shape.clock(row, run) for run in runs for row in base)
        if self._deadlines is None:
            self._deadlines = self._in_order(self.shape.clocks())
        return self._deadlines

    def _in_order(self, clocks: Iterable[Clock | None]) -> tuple[Deadline, ...]:
        found = []
        for clock in clocks:
            found += self._of(clock)
        found.sort(key=_IN_ORDER)
        return tuple(found)

    def _of(self, clock: Clock | None) -> list[Deadline]:
        """The last day of one timescale; and, beside it, those an extension came too late for."""
        start = self._start(clock)
        if clock is None or start is None:
            return []
        (day_0, by), calendar, row = start, self.calendar, clock.timescale
        end = calendar.add(day_0, clock.days) if clock.days else last_day(row, day_0, calendar)
        version = self._saved_version(clock) if clock.saved else None
        if clock.grants:
            return self._extended(clock, day_0, by, end, version)
        met_on, ceased_on = self._closed(clock)
        if ceased_on is not None and not self._had_started(clock):
            return []
        told = met_on, ceased_on, version, clock.run
        return [Deadline(row, day_0, end, calendar, by, None, None, *told)]

    def _extended(
        self, clock: Clock, day_0: date, by: Source, end: date, version: Version | None
    ) -> list[Deadline]:
        """The same where something may extend it."""
        closed: Clock | Grant = clock
        granted_on = extended_from = None
        found = []
        for grant, later, granted in self._extensions(clock, day_0, end):
            if granted > end and _leaves_the_breach(grant.timescale):
                reached = day_0, end, self.calendar, by, extended_from, granted_on
                told = *reached, *self._closed(closed), version, clock.run
                found.append(Deadline(closed.timescale, *told))
            closed, end, extended_from, granted_on = grant, later, end, granted
        met_on, ceased_on = self._closed(closed)
        if ceased_on is None or self._had_started(closed):
            found.append(
                Deadline(
                    closed.timescale, day_0, end, self.calendar, by, extended_from, granted_on,
                    met_on, ceased_on, version, clock.run,
                )
            )  # fmt: skip
        return found

    def _had_started(self, closed: Clock | Grant) -> bool:
        """Whether the clock had started when the duty ceased, and not just afterwards."""
        assert closed.ceased is not None  # or nobody would ask
        then = History(self.events[: closed.ceased + 1], self.procedure, self.calendar)
        start = then.start_of(closed.timescale)
        return start is not None and start[0] <= self.events[closed.ceased].on

    def _saved_version(self, clock: Clock) -> Version | None:
        """A version that still governs, because another clock ran while it was in force."""
        for version, other in clock.saved:
            start, end = self._spans.get(other) or self._span(other)
            if start is None or version.until is None or start > version.until:
                continue
            if end is None or end >= version.since:
                return version
        return None

    def _span(self, clock: Clock) -> tuple[date | None, date | None]:
        """When a clock started and when it ended, worked out once for the limits that ask."""
        start, (met_on, ceased_on) = self._start(clock), self._closed(clock)
        self._spans[clock] = None if start is None else start[0], met_on or ceased_on
        return self._spans[clock]

    def _extensions(
        self, clock: Clock, day_0: date, first: date
    ) -> Iterator[tuple[Grant, date, date]]:
        """Each row that moves the last day, the day it moves it to, and the day it was granted."""
        limit = clock.timescale.limit.number
        for grant in clock.grants:
            row, added, end = grant.timescale, 0, first
            extension = row.extension
            assert extension is not None  # nothing else is a grant
            if not grant.same_start:
                start = self._start(grant.other)
                assert start is not None
                day_0 = start[0]
            for place in grant.places:
                event = self.events[place]
                if extension.names is not None:
                    later = getattr(event, extension.names)
                else:
                    added += getattr(event, extension.adds or "")
                    more = limit - row.limit.number + added
                    later = last_day(row, day_0, self.calendar, added=more)
                if later <= end:
                    continue  # an earlier date shortens no limit: I-6
                if event.on <= end or extension.late is not Late.VOID:
                    yield grant, later, event.on
                    end = later
                if not extension.again:
                    return

    def _closed(self, clock: Clock | Grant) -> tuple[date | None, date | None]:
        """The day of the event that met the limit, or of that which ended the duty."""
        met, ceased = clock.met, clock.ceased
        return (
            None if met is None else self.events[met].on,
            None if ceased is None else self.events[ceased].on,
        )

    def obligations(self) -> tuple[Due, ...]:
        """The duties without a number that have arisen, met or not, in the order they arose."""
        return duties(self.procedure, self.shape, self.events)

    # -----------------------------------------------------------------------------------
    # Conditions
    # -----------------------------------------------------------------------------------

    def failing(self, condition: c.Condition, event: Event) -> Words | None:
        """What says what was found instead of what a condition asks; None where it holds."""
        asked = self._OF_THE_EVENT.get(type(condition))
        if asked is not None:
            return asked(self, condition, event)
        return self._ON_THE_DAY[type(condition)](self, condition, event.on)

    def unmet(self, condition: c.Condition, event: Event) -> str | None:
        """What was found instead of what the condition asks; None where it holds."""
        words = self.failing(condition, event)
        return None if words is None else words()

    def unmet_on(self, condition: c.DayCondition, day: date) -> str | None:
        """The same for what can be asked of the case and a day before there is an event."""
        words = self._ON_THE_DAY[type(condition)](self, condition, day)
        return None if words is None else words()

    def _fact_is(self, condition: c.FactIs, event: Event) -> Words | None:
        value = getattr(event, condition.fact)
        return None if value in condition.values else lambda: f"{condition.fact} is {value!r}"

    def _fact_given(self, condition: c.FactGiven, event: Event) -> Words | None:
        given = getattr(event, condition.fact).strip()
        return None if given else lambda: f"{condition.fact} is empty"

    def _total(self, condition: c.TotalWithin, this: int) -> Words | None:
        extended = self.procedure.timescales[condition.of]
        assert extended.extension is not None  # the rows name no other
        base = self.procedure.timescales[extended.extension.of]
        room = extended.limit.number - base.limit.number
        same = self.shape.runs[-1].places.get(condition.event, ())
        total = this + sum(getattr(self.events[place], condition.fact) for place, _ in same)
        if this >= 1 and total <= room:
            return None
        return lambda: f"it is {this}, and {total} in all of the {room} that there are"

    def _date_within(self, condition: c.DateWithin, day: date) -> Words | None:
        clock = self.shape.under(condition.of)
        start = self._start(clock)
        if clock is None or start is None:
            return None  # nothing to measure by: an advocate is awaited, say
        edge = last_day(clock.timescale, start[0], self.calendar)
        if day <= edge:
            return None
        return lambda: f"{condition.fact} is {spoken(day)}, and the last day is {spoken(edge)}"

    def _date_after(self, condition: c.DateAfter, day: date) -> Words | None:
        clock, what = self.shape.under(condition.of), "the last day"
        start = self._start(clock, condition.by if condition.start else "")
        if clock is None or start is None:
            return None  # as above
        if condition.start:
            edge, what = start[0], "the start date"
        else:
            edge = last_day(clock.timescale, start[0], self.calendar)
        if day > edge:
            return None
        return lambda: f"{condition.fact} is {spoken(day)}, and {what} is {spoken(edge)}"

    def _received_with(self, condition: c.ReceivedWith, _: date) -> Words | None:
        return None if self.shape.holds(condition) else lambda: "they were not"

    def _recorded(self, condition: c.Recorded, _: date) -> Words | None:
        if self.shape.holds(condition):
            return None
        return lambda: "it is recorded already" if condition.never else "it is not recorded"

    def _has_started(self, condition: c.Started, day: date) -> Words | None:
        start = self._start(self.shape.under(condition.of))
        if start is not None and start[0] <= day:
            return None
        name = self._start_name
        if start is None:
            return lambda: f"{name(condition.of)} is not fixed yet"
        return lambda: f"{name(condition.of)} is {spoken(start[0])}"

    def _on_the_day(self, condition: c.Within | c.After, day: date, run: int = -1) -> Words | None:
        clock = self.shape.under(condition.of, run)
        # What is not known to be late is not refused as late, nor accepted as late.
        late = clock is not None and self._late(clock, day)
        if (type(condition) is c.Within) is not late:
            return None
        return lambda: self._last_day_words(condition.of, clock, late=late)

    def _late(self, clock: Clock, day: date) -> bool:
        """Whether a day is certainly after the last day of a clock."""
        start = self._start(clock)
        if start is None or day <= last_day(clock.timescale, start[0], self.calendar):
            return False  # whatever extends it moves it later
        found = self._of(clock)
        # Softening words leave it open whether a later day was too late.
        return bool(found) and not found[-1].in_time(day) and not found[-1].softened_by

    def _last_day_words(self, provision: str, clock: Clock | None, *, late: bool) -> str:
        found = self._of(clock)
        if found:
            return f"the last day {'was' if late else 'is'} {spoken(found[-1].date)}"
        return f"{self._start_name(provision)} is not recorded, so nothing shows that it is late"

    def _start_name(self, provision: str) -> str:
        return self.procedure.timescales[provision].runs_from.name

    # Found by the type of a condition: of each kind there is one check.
    _OF_THE_EVENT: ClassVar[dict[type, Callable[[History, Any, Event], Words | None]]] = {
        c.FactIs: _fact_is,
        c.FactGiven: _fact_given,
        c.TotalWithin: lambda self, need, event: self._total(need, getattr(event, need.fact)),
        c.DateWithin: lambda self, need, event: self._date_within(need, getattr(event, need.fact)),
        c.DateAfter: lambda self, need, event: self._date_after(need, getattr(event, need.fact)),
    }
    _ON_THE_DAY: ClassVar[dict[type, Callable[[History, Any, date], Words | None]]] = {
        c.ReceivedWith: _received_with,
        c.Recorded: _recorded,
        c.Started: _has_started,
        c.Within: _on_the_day,
        c.After: _on_the_day,
        c.TotalWithin: lambda self, need, _: self._total(need, 1),
        c.DateWithin: _date_within,
    }
