# SPDX-License-Identifier: MIT
"""A case: an immutable history of dated events, and what follows from it."""

from __future__ import annotations

import contextlib
import datetime as dt
import functools
from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from complaint_timescales._assessments import Assessment
from complaint_timescales._case_document import document_of, parsed, read_document, written
from complaint_timescales._citations import Source
from complaint_timescales._dates import checked_date, counted, spoken
from complaint_timescales._deadlines import Deadline
from complaint_timescales._duties import Due
from complaint_timescales._errors import InvalidFact
from complaint_timescales._fold import checked_event, read_on
from complaint_timescales._history import History
from complaint_timescales._kinds import Procedure
from complaint_timescales._procedure import (
    ConditionNotMet,
    OpenStep,
    StepNotOpen,
    lapsed,
    open_steps,
)
from complaint_timescales._readings import DEFAULT, Readings
from complaint_timescales._shapes import no_events
from complaint_timescales._vocabulary import Party, Stage
from complaint_timescales.events import Event
from complaint_timescales.guidance import Recommendation
from complaint_timescales.readings import procedure_under
from complaint_timescales.regulations import LOCAL_AUTHORITY
from complaint_timescales.variants import PROCEDURES
from complaint_timescales.working_days import WorkingDayCalendar, england


@attrs.frozen
class Breach:
    """A time limit that was not kept: a recorded fact about a case, regulation 13(2)(c).

    Attributes:
        deadline: the limit, its last day and the reasons for it.
        until: the day of the late act, or the day to which it is still not done.
        done: whether the act was done.
    """

    deadline: Deadline
    until: dt.date
    done: bool

    @property
    def provision(self) -> Source:
        """The paragraph that sets the limit."""
        return self.deadline.provision

    @property
    def due(self) -> dt.date:
        """The last day on which it could be met."""
        return self.deadline.date

    @property
    def days_over(self) -> int:
        """Working days after the last day, up to and including ``until``."""
        return Assessment(self.deadline, self.until, None).days_over

    @property
    def softened_by(self) -> str:
        """Words that softened the limit on its last day, or an empty text."""
        return self.deadline.softened_by

    def explain(self) -> str:
        """The breach in a sentence, with the reasons for the last day below it."""
        over = counted(self.days_over, "working day")
        what = f"done on {spoken(self.until)}" if self.done else f"not done by {spoken(self.until)}"
        head = f"Regulation {self.provision} not kept: due {spoken(self.due)}, {what}, {over} over."
        return f"{head}\n{self.deadline.explain()}"

    def to_dict(self) -> dict[str, Any]:
        """The same as JSON takes it."""
        return {
            "provision": str(self.provision),
            "due": self.due.isoformat(),
            "until": self.until.isoformat(),
            "done": self.done,
            "days_over": self.days_over,
            "softened_by": self.softened_by,
        }


def _a_reference(_: object, field: attrs.Attribute[Any], value: object) -> None:
    if not isinstance(value, str) or not value.strip():
        raise InvalidFact(
            "a case needs a reference",
            where=f"Case.{field.name}",
            written=value,
            remedy="Pass the authority's own reference, as text",
        )


def _in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    if type(events) is tuple:
        return events
    if isinstance(events, Iterable):
        return tuple(events)
    raise InvalidFact(
        "a list of events is needed",
        where="Case.events",
        written=events,
        remedy="Pass a list, or use case.record(event)",
    )


def _or_england(calendar: WorkingDayCalendar | None) -> WorkingDayCalendar:
    return england() if calendar is None else calendar


@attrs.frozen
class Case:
    """Representations and what has happened to them, as dated events in order.

    >>> from datetime import date
    >>> from complaint_timescales import events
    >>> case = Case(reference="CSC-0042").record(
    ...     events.RepresentationsReceived(on=date(2025, 1, 6))
    ... )
    >>> case.stage.value, [str(d.date) for d in case.deadlines()]
    ('stage_1_open', ['2025-01-20'])

    A case never changes: ``record`` gives a new one. What the case is follows from its events
    alone, so a case made from the same events is the same case.

    Attributes:
        reference: what the authority calls it.
        events: what happened, in order of the day; those of one day in the order given.
        calendar: the working days to count over; England's unless another is given.
        procedure: the rules it goes by.
        readings: how they are read, where they can be read in more than one way.
    """

    reference: str = attrs.field(validator=_a_reference)
    events: tuple[Event, ...] = attrs.field(default=(), converter=_in_order)
    calendar: WorkingDayCalendar | None = attrs.field(
        default=None, kw_only=True, repr=False, eq=_or_england
    )
    procedure: Procedure = attrs.field(default=LOCAL_AUTHORITY, kw_only=True, repr=False)
    readings: Readings = attrs.field(default=DEFAULT, kw_only=True, repr=False)
    stage: Stage = attrs.field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        """Fold the events: a history that the procedure has no place for is no case."""
        law = self._law
        history = History(self.events, law, _or_england(self.calendar), no_events(law))
        stage = read_on(self.reference, history, Stage.NOT_RECEIVED)
        object.__setattr__(self, "stage", stage)
        object.__setattr__(self, "_history", history)

    @functools.cached_property
    def _history(self) -> History:
        # Set when the events are folded, and not among what is compared, copied or pickled.
        return History(self.events, self._law, _or_england(self.calendar))

    @property
    def _law(self) -> Procedure:
        return procedure_under(self.procedure, self.readings)

    # -----------------------------------------------------------------------------------
    # What happens
    # -----------------------------------------------------------------------------------

    def record(self, event: Event) -> Case:
        """The case with one more event; this one stays as it is.

        A late act is accepted, and is a breach. Raises ``StepNotOpen`` where the procedure has
        no place for the event, ``ConditionNotMet`` where its condition is not met, and
        ``DatesOutOfOrder`` where it comes before the last event.
        """
        history = self._history.to_read(event)
        stage = read_on(self.reference, history, self.stage)
        case = object.__new__(Case)
        values = (
            self.reference,
            history.events,
            self.calendar,
            self.procedure,
            self.readings,
            stage,
        )
        for name, value in zip(_FIELDS, values, strict=True):
            object.__setattr__(case, name, value)
        object.__setattr__(case, "_history", history)
        return case

    def insert(self, event: Event) -> Case:
        """The case with an event that came to be known late, put in its place by its day.

        Everything is worked out afresh from the events in order. After others of its day.
        """
        checked_event(event)
        before = tuple(e for e in self.events if e.on <= event.on)
        return attrs.evolve(self, events=(*before, event, *self.events[len(before) :]))

    def correct(self, wrong: Event, right: Event) -> Case:
        """The case with one event in place of another; worked out afresh."""
        checked_event(right)
        if wrong not in self.events:
            raise InvalidFact(
                "the event to correct is not in the case",
                where=f"case {self.reference}",
                written=wrong,
                remedy="Pass an event out of case.events",
            )
        place = self.events.index(wrong)
        before, after = self.events[:place], self.events[place + 1 :]
        if right.on != wrong.on:
            rest = before + after
            place = sum(e.on <= right.on for e in rest)
            before, after = rest[:place], rest[place:]
        return attrs.evolve(self, events=(*before, right, *after))

    def with_calendar(self, calendar: WorkingDayCalendar) -> Case:
        """The same events over another calendar: a bank holiday proclaimed since, say."""
        return attrs.evolve(self, calendar=calendar)

    def under(self, readings: Readings) -> Case:
        """The same events under other readings; worked out afresh."""
        return attrs.evolve(self, readings=readings)

    # -----------------------------------------------------------------------------------
    # What follows
    # -----------------------------------------------------------------------------------

    def stage_on(self, day: dt.date) -> Stage:
        """The stage as it was known on a day, with what the passing of days had done by then."""
        known = self.as_known_on(day)
        history = known._history  # noqa: SLF001 - the same class
        return lapsed(history.procedure, known.stage, day, history.unmet_on, to_final=True)

    def as_known_on(self, day: dt.date) -> Case:
        """The case of the events that had happened by a day, and had been recorded by then.

        An event whose place rests on one that was not known yet is left out with it.
        """
        checked_date(day, "day")
        case = attrs.evolve(self, events=())
        for event in self._history.as_known_on(day).events:
            with contextlib.suppress(StepNotOpen, ConditionNotMet):
                case = case.record(event)
        return case

    def open_steps(self, on: dt.date | None = None) -> tuple[OpenStep, ...]:
        """What may happen next, each with its provision and what it needs.

        With ``on``, without the steps that the day rules out.
        """
        if on is None:
            return open_steps(self._law, self.stage)
        history = self._history
        stage = lapsed(self._law, self.stage, checked_date(on, "on"), history.unmet_on)
        return open_steps(self._law, stage, lambda need: history.unmet_on(need, on))

    def deadlines(self, as_at: dt.date | None = None) -> tuple[Deadline, ...]:
        """The last day of every limit whose clock has started, in the order of the starts.

        A limit that was extended in time stands with its extension's provision and last day;
        one extended too late stands beside it. ``as_at`` leaves out what was not known then.
        """
        return self._seen(as_at).deadlines()

    def obligations(self, as_at: dt.date | None = None) -> tuple[Due, ...]:
        """The duties without a number ("as soon as possible") that have arisen."""
        return self._seen(as_at).obligations()

    def beside(
        self, recommendations: Iterable[Recommendation], as_at: dt.date | None = None
    ) -> tuple[Deadline, ...]:
        """The last days of rows that are not law: a guidance timetable, or a local clock.

        They are kept apart from ``deadlines``, and missing one is never a breach.
        """
        return self._seen(as_at).deadlines([row.timescale for row in recommendations])

    def assessments(self, as_at: dt.date | None = None) -> tuple[Assessment, ...]:
        """The verdict on each of the deadlines."""
        day = self._looked_from(as_at)
        return tuple(
            Assessment(d, d.met_on or None, None if d.met_on else d.ceased_on or day)
            for d in self.deadlines(as_at)
        )

    def breaches(self, as_at: dt.date | None = None) -> tuple[Breach, ...]:
        """The limits that the authority or the panel did not keep.

        ``as_at`` is the day to look from; without it, the day of the last event, up to which
        the record shows what was not done. A complainant's own limit is never a breach.
        """
        day, found = self._looked_from(as_at), []
        for deadline in self.deadlines(as_at):
            until = deadline.met_on or deadline.ceased_on or day
            if until is None or until <= deadline.date or deadline.in_time(until):
                continue
            if deadline.timescale.binds is not Party.COMPLAINANT:
                found.append(Breach(deadline, until, deadline.met_on is not None))
        return tuple(found)

    def _seen(self, as_at: dt.date | None) -> History:
        if as_at is None:
            return self._history
        return self.as_known_on(checked_date(as_at, "as_at"))._history  # noqa: SLF001 - as above

    def _looked_from(self, as_at: dt.date | None) -> dt.date | None:
        if as_at is not None:
            return checked_date(as_at, "as_at")
        return self.events[-1].on if self.events else None

    # -----------------------------------------------------------------------------------
    # In and out
    # -----------------------------------------------------------------------------------

    def to_dict(self) -> dict[str, Any]:
        """The case document: its reference and its events, and nothing that follows from them."""
        named = self.procedure != LOCAL_AUTHORITY
        name = self.procedure.name if named else None
        return document_of(self.reference, self.events, name, self.readings.to_dict())

    def to_json(self) -> str:
        """The case document as JSON text."""
        return written(self.to_dict())

    @classmethod
    def from_dict(
        cls, document: Mapping[str, Any], *, calendar: WorkingDayCalendar | None = None
    ) -> Case:
        """The case in a document; ``InvalidDocument`` says where a document is at fault."""
        read = read_document(document, list(PROCEDURES))
        procedure = LOCAL_AUTHORITY if read.procedure is None else PROCEDURES[read.procedure]
        return cls(
            read.reference,
            read.events,
            calendar=calendar,
            procedure=procedure,
            readings=read.readings,
        )

    @classmethod
    def from_json(cls, text: str | bytes, *, calendar: WorkingDayCalendar | None = None) -> Case:
        """The case in a JSON text, or in its bytes."""
        return cls.from_dict(parsed(text), calendar=calendar)


_FIELDS = ("reference", "events", "calendar", "procedure", "readings", "stage")
