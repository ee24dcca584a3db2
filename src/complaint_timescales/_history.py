# SPDX-License-Identifier: MIT
"""Clocks over recorded events: what started, what is due, and whether a condition holds.

It knows events and days, and no stages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import takewhile

import attrs

from complaint_timescales import _conditions as c
from complaint_timescales._citations import Source
from complaint_timescales._dates import spoken
from complaint_timescales._deadlines import Deadline, last_day
from complaint_timescales._kinds import Obligation, Procedure, StartRule, Timescale, Version
from complaint_timescales.events import Event, RepresentationsReceived, Resubmitted
from complaint_timescales.working_days import WorkingDayCalendar


@attrs.frozen(kw_only=True)
class Due:
    """A duty without a number that has arisen.

    Attributes:
        obligation: the row of the law.
        since: the day on which it arose.
        met_on: the day on which it was met, where an event shows that it was.
    """

    obligation: Obligation
    since: date
    met_on: date | None


@attrs.frozen
class History:
    """Recorded events in order, with the procedure and the calendar they are read by."""

    events: tuple[Event, ...]
    procedure: Procedure
    calendar: WorkingDayCalendar

    def with_event(self, event: Event) -> History:
        """The same with one more event."""
        return attrs.evolve(self, events=(*self.events, event))

    def as_known_on(self, day: date) -> History:
        """The history up to the first event that had not happened or not been recorded."""
        known = takewhile(lambda e: max(e.on, e.recorded_on or e.on) <= day, self.events)
        return attrs.evolve(self, events=tuple(known))

    @property
    def received(self) -> RepresentationsReceived | None:
        """The receipt of the representations, if they have been received."""
        return next((e for e in self.events if isinstance(e, RepresentationsReceived)), None)

    @property
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

    def start_of(self, timescale: Timescale, run: int = -1) -> tuple[date, Source] | None:
        """Day 0 of a timescale in a run and the provision that fixed it; None until it is known.

        Every rule that applies must be met, and the latest of their dates is the start.
        """
        found: list[tuple[date, Source]] = []
        for rule in timescale.runs_from.rules:
            event = self._last(rule, self.runs[run])
            day = None if event is None else getattr(event, rule.fact)
            if day is not None:
                found.append((day, rule.by))
            elif self._awaited(rule, run):
                return None
        return max(found, key=lambda pair: pair[0], default=None)

    def _last(self, rule: StartRule, run: tuple[Event, ...]) -> Event | None:
        # The receipt that begins a run is its first event; that which ends it begins the next.
        own = run[:-1] if len(run) > 1 and isinstance(run[-1], Resubmitted) else run
        fitting = [e for e in own if any(on.fits(e) for on in rule.on)]
        if not fitting or (rule.where and not self._received_with(rule.where)):
            return None
        return fitting[-1]

    def _awaited(self, rule: StartRule, run: int) -> bool:
        if rule.where is None or not self._received_with(rule.where):
            return False
        earlier = [e for events in self.runs[:run] for e in events] if rule.once else []
        return not any(on.fits(e) for e in earlier for on in rule.on)

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
        end = last_day(timescale.limit, day, self.calendar)
        version = self._saved_version(timescale, run)
        current = Deadline(timescale, day, end, self.calendar, started_by=by, version=version)
        for extended in self._extensions(current, run):
            if not extended.granted_in_time:
                yield self._closed(current, run)
            current = extended
        yield self._closed(current, run)

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
            assert extension is not None  # extensions_of gives no other
            for event in self.runs[run]:
                if not isinstance(event, extension.granted_by):
                    continue
                if extension.names is not None:
                    end = getattr(event, extension.names)
                else:
                    added += getattr(event, str(extension.adds))
                    end = self.calendar.add(base.start, base.limit + added)
                current = attrs.evolve(
                    base,
                    timescale=timescale,
                    date=end,
                    extended_from=current.date,
                    granted_on=event.on,
                )
                yield current

    def _closed(self, deadline: Deadline, run: int) -> Deadline:
        """The deadline with the first event that met it, or that ended the duty."""
        timescale = deadline.timescale
        for event in self.runs[run]:
            if any(on.fits(event) for on in timescale.met_by):
                return attrs.evolve(deadline, met_on=event.on)
            if any(on.fits(event) for on in timescale.ceases_on):
                return attrs.evolve(deadline, ceased_on=event.on)
        return deadline

    def obligations(self) -> tuple[Due, ...]:
        """The duties without a number that have arisen, met or not, in the order they arose."""
        rows = [row for row in self.procedure.rows if isinstance(row, Obligation)]
        found = [
            self._arisen(row, event, place)
            for place, event in enumerate(self.events)
            for row in rows
            if any(on.fits(event) for on in row.arises_on)
            and (row.where is None or self._received_with(row.where.fact))
        ]
        return tuple(found)

    def _arisen(self, row: Obligation, event: Event, place: int) -> Due:
        later = self.events[place:]
        met = next((e.on for e in later if any(on.fits(e) for on in row.met_by)), None)
        return Due(obligation=row, since=event.on, met_on=met)

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
            case c.TotalBetween():
                return self._total(condition, event)
            case c.DateWithin() | c.DateAfter():
                return self._date_fact(condition, event)
            case _:
                return self.unmet_on(condition, event.on)

    def unmet_on(self, condition: c.CaseCondition, day: date) -> str | None:
        """The same for what depends on the case and the day, and on no fact of an event."""
        match condition:
            case c.ReceivedWith():
                return None if self._received_with(condition.fact) else "they were not"
            case c.Recorded():
                found = any(isinstance(e, condition.event) for e in self.runs[-1])
                words = "it is recorded already" if found else "it is not recorded"
                return None if found is not condition.never else words
            case _:
                return self._on_the_day(condition, day)

    def _total(self, condition: c.TotalBetween, event: Event) -> str | None:
        this = getattr(event, condition.fact)
        same = [e for e in self.runs[-1] if isinstance(e, type(event))]
        total = this + sum(getattr(e, condition.fact) for e in same)
        if this >= condition.least and total <= condition.most:
            return None
        return f"{condition.fact} is {this}, and {total} in all"

    def _date_fact(self, condition: c.DateWithin | c.DateAfter, event: Event) -> str | None:
        timescale = self.procedure.timescales[condition.of]
        start = self.start_of(timescale)
        if start is None:
            return None  # nothing to measure by: an advocate is awaited, say
        day = getattr(event, condition.fact)
        if isinstance(condition, c.DateAfter):
            edge = start[0] if condition.start else self._limit_from(timescale, start[0])
            holds, what = day > edge, "the start date" if condition.start else "the last day"
        else:
            edge = self._limit_from(timescale, start[0])
            holds, what = day <= edge, "the last day"
        return None if holds else f"{condition.fact} is {spoken(day)}, and {what} is {spoken(edge)}"

    def _limit_from(self, timescale: Timescale, start: date) -> date:
        return last_day(timescale.limit, start, self.calendar)

    def _on_the_day(self, condition: c.Started | c.Within | c.After, day: date) -> str | None:
        timescale = self.procedure.timescales[condition.of]
        start = self.start_of(timescale)
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
        *_, current = self._of(timescale, -1)
        # Softening words leave it open whether a later day was too late.
        late = day > current.date and not current.softened_by
        words = f"the last day was {spoken(current.date)}" if late else ""
        if isinstance(condition, c.Within):
            return words or None
        return None if late else f"the last day is {spoken(current.date)}"
