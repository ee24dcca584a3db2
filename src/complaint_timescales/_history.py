# SPDX-License-Identifier: MIT
"""Clocks over recorded events: what started, what is due, and whether a condition holds.

It knows events and days, and no stages.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from datetime import date

import attrs

from complaint_timescales import _conditions as c
from complaint_timescales._citations import Source
from complaint_timescales._dates import spoken
from complaint_timescales._deadlines import Deadline, last_day
from complaint_timescales._kinds import (
    Late,
    Obligation,
    Procedure,
    StartRule,
    Timescale,
    Version,
    WorkingDays,
    happens,
)
from complaint_timescales.events import Event, RepresentationsReceived, Resubmitted
from complaint_timescales.working_days import WorkingDayCalendar


@attrs.frozen(kw_only=True)
class Due:
    """A duty without a number that has arisen.

    Attributes:
        obligation: the row of the law.
        since: the day on which it arose.
        met_on: the day on which it was met, where an event shows that it was.
        ceased_on: the day on which it ended without being met, where one shows that it did.
    """

    obligation: Obligation
    since: date
    met_on: date | None
    ceased_on: date | None


def _arisen(row: Obligation, events: tuple[Event, ...]) -> Due:
    """A duty that arose on the first of the events, and what the others did to it."""
    for event in events:
        if happens(event, row.met_by):
            return Due(obligation=row, since=events[0].on, met_on=event.on, ceased_on=None)
        if happens(event, row.ceases_on):
            return Due(obligation=row, since=events[0].on, met_on=None, ceased_on=event.on)
    return Due(obligation=row, since=events[0].on, met_on=None, ceased_on=None)


def _leaves_the_breach(extended: Deadline) -> bool:
    extension = extended.timescale.extension
    return extension is not None and extension.late is Late.BREACH_STAYS


@attrs.frozen(slots=False)  # so that what is worked out from the events is kept
class History:
    """Recorded events in order, with the procedure and the calendar they are read by."""

    events: tuple[Event, ...]
    procedure: Procedure
    calendar: WorkingDayCalendar

    def with_event(self, event: Event) -> History:
        """The same with one more event."""
        return attrs.evolve(self, events=(*self.events, event))

    def as_known_on(self, day: date) -> History:
        """What had happened by a day, and had been recorded by then."""
        known = tuple(e for e in self.events if max(e.on, e.recorded_on or e.on) <= day)
        return attrs.evolve(self, events=known)

    @functools.cached_property
    def received(self) -> RepresentationsReceived | None:
        """The receipt of the representations, if they have been received."""
        return next((e for e in self.events if isinstance(e, RepresentationsReceived)), None)

    @functools.cached_property
    def runs(self) -> tuple[tuple[Event, ...], ...]:
        """The events of each run: resubmission ends one and begins the next (I-11)."""
        edges = [i for i, e in enumerate(self.events) if isinstance(e, Resubmitted)]
        return tuple(
            self.events[start : end + 1]
            for start, end in zip([0, *edges], [*edges, len(self.events)], strict=True)
        )

    # -----------------------------------------------------------------------------------
    # Start dates and last days
    # -----------------------------------------------------------------------------------

    def start_of(
        self, timescale: Timescale, run: int = -1, *, without: str = ""
    ) -> tuple[date, Source] | None:
        """Day 0 of a timescale in a run and the provision that fixed it; None until it is known.

        Every rule that applies must be met, and the latest of their dates is the start.
        ``without`` leaves the rules of one provision out.
        """
        if any(happens(e, timescale.never_where) for e in self.runs[run]):
            return None
        found: list[tuple[date, Source]] = []
        for rule in timescale.runs_from.rules:
            event = self._fixing(rule, run)
            if event is None and self._awaited(rule, run):
                return None
            day = None if event is None or rule.fact is None else getattr(event, rule.fact)
            if day is not None and rule.by != without:
                found.append((self._held(day, rule, run), rule.by))
        return max(found, key=lambda pair: pair[0], default=None)

    def _fixing(self, rule: StartRule, run: int) -> Event | None:
        """The event that a start rule goes by, where the rule applies and there is one."""
        events = self._own[run]
        for event in reversed(events) if rule.latest else events:
            if happens(event, rule.on):
                return event if self._applies(rule, run) else None
        return None

    def _held(self, day: date, rule: StartRule, run: int) -> date:
        """The day, or that on which the limit was met or passed before which no clock starts."""
        if not rule.not_before:
            return day
        found = list(self._of(self.procedure.timescales[rule.not_before], run))
        return max([day, *(min(each.met_on or each.date, each.date) for each in found[-1:])])

    @functools.cached_property
    def _own(self) -> tuple[tuple[Event, ...], ...]:
        """The events of each run without the resubmission that ends it and begins the next."""
        return tuple(
            run[:-1] if len(run) > 1 and isinstance(run[-1], Resubmitted) else run
            for run in self.runs
        )

    def _applies(self, rule: StartRule, run: int) -> bool:
        if rule.unless is not None and self._received_with(rule.unless.fact):
            return False
        if rule.where is None or self.received is None:
            return rule.where is None
        if isinstance(rule.where, c.ReceivedWith):
            return self._received_with(rule.where.fact)
        return self._on_the_day(rule.where, self.received.on, run) is None

    def _awaited(self, rule: StartRule, run: int) -> bool:
        if rule.where is None or not self._applies(rule, run):
            return False
        earlier = [e for events in self.runs[:run] for e in events] if rule.once else []
        return not any(happens(e, rule.on) for e in earlier)

    def _received_with(self, fact: str) -> bool:
        return self.received is not None and bool(getattr(self.received, fact))

    def deadlines(self, timescales: Iterable[Timescale] | None = None) -> tuple[Deadline, ...]:
        """Every last day in every run, extended where it was, in the order of the start dates.

        Of the procedure's timescales, or of others that are read over the same events.
        """
        if timescales is None:
            timescales = self.procedure.timescales.values()
        base = [timescale for timescale in timescales if timescale.extension is None]
        found = [
            deadline
            for run in range(len(self.runs))
            for timescale in base
            for deadline in self._of(timescale, run)
        ]
        return tuple(sorted(found, key=lambda deadline: (deadline.start, deadline.date)))

    def _of(self, timescale: Timescale, run: int) -> Iterator[Deadline]:
        """The last day of one timescale; and, beside it, those an extension came too late for."""
        start = self.start_of(timescale, run)
        if start is None:
            return
        day, by = start
        end = last_day(timescale, day, self.calendar)
        version = self._saved_version(timescale, run)
        current = Deadline(timescale, day, end, self.calendar, started_by=by, version=version)
        for extended in self._extensions(current, run):
            if not extended.granted_in_time and _leaves_the_breach(extended):
                yield self._closed(current, run)
            current = extended
        closed = self._closed(current, run)
        if closed.ceased_on is None or self._had_started(closed, run):
            yield closed

    def _had_started(self, deadline: Deadline, run: int) -> bool:
        """Whether the clock had started when the duty ceased, and not just afterwards."""
        events = self.runs[run]
        until = next(i for i, e in enumerate(events) if happens(e, deadline.timescale.ceases_on))
        skipped = sum(len(earlier) - 1 for earlier in self.runs[:run])
        then = attrs.evolve(self, events=self.events[: skipped + until + 1])
        start = then.start_of(deadline.timescale)
        return start is not None and start[0] <= events[until].on

    def _saved_version(self, timescale: Timescale, run: int) -> Version | None:
        """A version that still governs, because another clock ran while it was in force."""
        for version in timescale.versions:
            if version.saved_where and self._ran_during(version, run):
                return version
        return None

    def _ran_during(self, version: Version, run: int) -> bool:
        timescale = self.procedure.timescales[version.saved_where]
        start = self.start_of(timescale, run)
        if start is None or version.until is None or start[0] > version.until:
            return False
        ended = self._closed(Deadline(timescale, start[0], start[0], self.calendar), run)
        end = ended.met_on or ended.ceased_on
        return end is None or end >= version.since

    def _extensions(self, base: Deadline, run: int) -> Iterator[Deadline]:
        current = base
        for timescale in self.procedure.extensions_of(base.provision):
            extension, added = timescale.extension, 0
            start = self.start_of(timescale, run)
            assert extension is not None  # extensions_of gives no other
            assert start is not None  # it runs from the same start date
            for event in self.runs[run]:
                if not isinstance(event, extension.granted_by):
                    continue
                if extension.names is not None:
                    end = getattr(event, extension.names)
                else:
                    added += getattr(event, str(extension.adds))
                    sum_of_days = attrs.evolve(timescale, limit=WorkingDays(base.limit + added))
                    end = last_day(sum_of_days, start[0], self.calendar)
                if end <= current.date:
                    continue  # an earlier date shortens no limit: I-6
                extended = attrs.evolve(
                    base,
                    timescale=timescale,
                    date=end,
                    extended_from=current.date,
                    granted_on=event.on,
                )
                if extended.granted_in_time or extension.late is not Late.VOID:
                    yield (current := extended)
                if not extension.again:
                    return

    def _closed(self, deadline: Deadline, run: int) -> Deadline:
        """The deadline with the first event that met it, or that ended the duty."""
        timescale = deadline.timescale
        # A resubmission that begins a run met the limit of the run before.
        for event in self.runs[run][1 if run else 0 :]:
            if happens(event, timescale.met_by):
                return attrs.evolve(deadline, met_on=event.on)
            if happens(event, timescale.ceases_on):
                return attrs.evolve(deadline, ceased_on=event.on)
        return deadline

    def obligations(self) -> tuple[Due, ...]:
        """The duties without a number that have arisen, met or not, in the order they arose."""
        rows = [row for row in self.procedure.rows if isinstance(row, Obligation)]
        return tuple(
            _arisen(row, events[place:])
            for events in self._own
            for place, event in enumerate(events)
            for row in rows
            if happens(event, row.arises_on)
            and (row.where is None or self._received_with(row.where.fact))
        )

    # -----------------------------------------------------------------------------------
    # Conditions
    # -----------------------------------------------------------------------------------

    def unmet(self, condition: c.Condition, event: Event) -> str | None:
        """What was found instead of what the condition asks; None where it holds."""
        match condition:
            case c.FactIs():
                value = getattr(event, condition.fact)
                return None if value in condition.values else f"{condition.fact} is {value!r}"
            case c.FactGiven():
                text = getattr(event, condition.fact)
                return None if text.strip() else f"{condition.fact} is empty"
            case c.TotalWithin():
                return self._total(condition, getattr(event, condition.fact))
            case c.DateWithin() | c.DateAfter():
                return self._date_fact(condition, getattr(event, condition.fact))
            case _:
                return self.unmet_on(condition, event.on)

    def unmet_on(self, condition: c.DayCondition, day: date) -> str | None:
        """The same for what can be asked of the case and a day before there is an event."""
        match condition:
            case c.ReceivedWith():
                return None if self._received_with(condition.fact) else "they were not"
            case c.Recorded():
                found = any(isinstance(e, condition.event) for e in self.runs[-1])
                words = "it is recorded already" if found else "it is not recorded"
                return None if found is not condition.never else words
            case c.TotalWithin():
                return self._total(condition, 1)
            case c.DateWithin():
                return self._date_fact(condition, day)
            case _:
                return self._on_the_day(condition, day, -1)

    def _total(self, condition: c.TotalWithin, this: int) -> str | None:
        extended = self.procedure.timescales[condition.of]
        assert extended.extension is not None  # the rows name no other
        base = self.procedure.timescales[extended.extension.of]
        room = extended.limit.number - base.limit.number
        same = [e for e in self.runs[-1] if isinstance(e, condition.event)]
        total = this + sum(getattr(e, condition.fact) for e in same)
        if this >= 1 and total <= room:
            return None
        return f"it is {this}, and {total} in all of the {room} that there are"

    def _date_fact(self, condition: c.DateWithin | c.DateAfter, day: date) -> str | None:
        timescale = self.procedure.timescales[condition.of]
        without = condition.by if isinstance(condition, c.DateAfter) and condition.start else ""
        start = self.start_of(timescale, without=without)
        if start is None:
            return None  # nothing to measure by: an advocate is awaited, say
        if isinstance(condition, c.DateAfter):
            edge = start[0] if condition.start else self._limit_from(timescale, start[0])
            holds, what = day > edge, "the start date" if condition.start else "the last day"
        else:
            edge = self._limit_from(timescale, start[0])
            holds, what = day <= edge, "the last day"
        return None if holds else f"{condition.fact} is {spoken(day)}, and {what} is {spoken(edge)}"

    def _limit_from(self, timescale: Timescale, start: date) -> date:
        return last_day(timescale, start, self.calendar)

    def _on_the_day(
        self, condition: c.Started | c.Within | c.After, day: date, run: int
    ) -> str | None:
        timescale = self.procedure.timescales[condition.of]
        start = self.start_of(timescale, run)
        if isinstance(condition, c.Started):
            if start is not None and start[0] <= day:
                return None
            return f"{timescale.runs_from.name} " + (
                "is not fixed yet" if start is None else f"is {spoken(start[0])}"
            )
        if start is None:
            # What is not known to be late is not refused as late, nor accepted as late.
            words = f"{timescale.runs_from.name} is not recorded, so nothing shows that it is late"
            return words if isinstance(condition, c.After) else None
        *_, current = self._of(timescale, run)
        # Softening words leave it open whether a later day was too late.
        late = not current.in_time(day) and not current.softened_by
        words = f"the last day was {spoken(current.date)}" if late else ""
        if isinstance(condition, c.Within):
            return words or None
        return None if late else f"the last day is {spoken(current.date)}"
