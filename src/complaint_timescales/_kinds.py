# SPDX-License-Identifier: MIT
"""The shapes of rules: what a row of the law can say, and nothing of what it says."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from datetime import date
from enum import Enum
from typing import Any, ClassVar

import attrs

from complaint_timescales._citations import Citation, Elsewhere, Source
from complaint_timescales._conditions import After, Condition, ReceivedWith, Started
from complaint_timescales._dates import counted
from complaint_timescales._readings import DEFAULT, Readings
from complaint_timescales._vocabulary import Party, Stage
from complaint_timescales.events import Event

COMMENCEMENT = date(2006, 9, 1)  # regulation 1(1)


def _source(value: str) -> Source:
    return value if isinstance(value, Elsewhere) else Citation(value)


def _stages(value: Stage | tuple[Stage, ...]) -> tuple[Stage, ...]:
    return (value,) if isinstance(value, Stage) else value


@attrs.frozen
class WorkingDays:
    """A limit in working days: day 0 is the start, whatever day it is."""

    number: int
    unit: ClassVar[str] = "working day"

    def __str__(self) -> str:
        """``10 working days``."""
        return counted(self.number, self.unit)


@attrs.frozen
class Years:
    """A limit in calendar years: its last day is the anniversary of the start."""

    number: int
    unit: ClassVar[str] = "year"

    def __str__(self) -> str:
        """``1 year``."""
        return counted(self.number, self.unit)


@attrs.frozen
class WorkingDaysBefore:
    """A lead in working days, counted back from a day that is day 0."""

    number: int
    unit: ClassVar[str] = "working day"

    def __str__(self) -> str:
        """``10 working days before``."""
        return f"{counted(self.number, self.unit)} before"


Limit = WorkingDays | Years | WorkingDaysBefore


def _day(value: date | str) -> date:
    return date.fromisoformat(value) if isinstance(value, str) else value


@attrs.frozen(kw_only=True)
class Version:
    """A limit as it read between two days, both of them included.

    Attributes:
        limit: the limit.
        since: the first day on which it read so.
        until: the last day, or None while it still does.
        softened_by: words that soften the limit, quoted, or an empty text.
        enacted_by: the instrument that made it read so, where it is another one.
        saved_where: the provision of another clock: where that clock ran on one of the days of
            this version, the limit goes on reading so afterwards.
    """

    limit: Limit
    since: date = attrs.field(default=COMMENCEMENT, converter=_day)
    until: date | None = attrs.field(default=None, converter=attrs.converters.optional(_day))
    softened_by: str = ""
    enacted_by: str = ""
    saved_where: str = ""

    def covers(self, day: date) -> bool:
        """Whether the limit read so on that day."""
        return self.since <= day and (self.until is None or day <= self.until)


def _versions(value: Limit | Iterable[Version]) -> tuple[Version, ...]:
    if isinstance(value, WorkingDays | Years | WorkingDaysBefore):
        return (Version(limit=value),)
    return tuple(value)


@attrs.frozen
class Occurrence:
    """An event of a kind, where a fact matters with that fact.

    ``Occurrence(MediationEnded, "resolved")`` is mediation that resolved matters.
    """

    event: type[Event]
    fact: str | None = None
    value: bool = True

    def fits(self, event: Event) -> bool:
        """Whether this event is one of the kind."""
        if not isinstance(event, self.event):
            return False
        return self.fact is None or getattr(event, self.fact) is self.value


def _occurrences(values: Iterable[type[Event] | Occurrence]) -> tuple[Occurrence, ...]:
    return tuple(v if isinstance(v, Occurrence) else Occurrence(v) for v in values)


def happens(event: Event, among: Iterable[Occurrence]) -> bool:
    """Whether an event is one of these."""
    return any(on.fits(event) for on in among)


@attrs.frozen(kw_only=True)
class Counting:
    """How days are counted: the defaults are those of I-1, I-2, I-13 and I-17.

    Attributes:
        start_counts: a start on a working day is day 1, and not day 0.
        start_rolls: a start on a non-working day is moved to the next working day.
        late_by_count: an act on a non-working day right after the last day is in time.
        leap_day_to_march: a year from 29 February ends on 1 March, and not on 28 February.
    """

    start_counts: bool = False
    start_rolls: bool = False
    late_by_count: bool = False
    leap_day_to_march: bool = False


@attrs.frozen(kw_only=True)
class StartRule:
    """One way in which a start date is fixed.

    Attributes:
        by: the provision.
        on: what happened.
        fact: which date of the event is the start date; None where the clock just waits for
            the event, and another rule gives the date.
        where: what must be so of the receipt. Where it is, the rule applies and the clock
            waits for the event; a rule without it applies once the event is recorded.
        once: an event before a resubmission counts for good.
        latest: of several such events the last counts, and not the first.
        unless: what must not be so of the receipt for the rule to apply.
        not_before: the provision of another limit: the start is never before that one was met
            or had passed.
    """

    by: Source = attrs.field(converter=_source)
    on: tuple[Occurrence, ...] = attrs.field(converter=_occurrences)
    fact: str | None = "on"
    where: ReceivedWith | After | None = None
    once: bool = False
    latest: bool = False
    unless: ReceivedWith | None = None
    not_before: str = ""


@attrs.frozen
class StartDate:
    """What a clock runs from: the latest of the dates of the rules that apply."""

    name: str
    rules: tuple[StartRule, ...]


class Late(Enum):
    """What an extension does that comes after the limit has passed: I-3 and I-5."""

    BREACH_STAYS = "breach_stays"
    EXTENDS = "extends"
    VOID = "void"


@attrs.frozen(kw_only=True)
class Extension:
    """How a limit is extended.

    Attributes:
        of: the provision whose limit is extended.
        granted_by: the event that extends it.
        adds: the fact of the event that holds a number of working days to add, or None.
        names: the fact of the event that holds the new last day, or None.
        late: what one does that comes after the limit has passed.
        again: a second one moves the last day again.
    """

    of: Citation = attrs.field(converter=Citation)
    granted_by: type[Event]
    adds: str | None = None
    names: str | None = None
    late: Late = Late.BREACH_STAYS
    again: bool = True


@attrs.frozen(kw_only=True)
class Timescale:
    """A time limit: how long, from when, met by what, and whom it binds.

    Attributes:
        by: the provision that sets it.
        what: the act that is limited, after "to".
        versions: the limit as it read from time to time; one limit means always that one.
        runs_from: the start date, day 0.
        met_by: the events that meet it.
        ceases_on: the events that end the duty without meeting it.
        never_where: the events that show that there was no such duty from the first.
        binds: who is bound.
        extension: how it extends another limit, if it does.
        counting: how its days are counted.
        readings: the readings by which the row stands as it does.
    """

    by: Source = attrs.field(converter=_source)
    what: str
    versions: tuple[Version, ...] = attrs.field(converter=_versions, alias="limit")
    runs_from: StartDate
    met_by: tuple[Occurrence, ...] = attrs.field(converter=_occurrences)
    ceases_on: tuple[Occurrence, ...] = attrs.field(default=(), converter=_occurrences)
    never_where: tuple[Occurrence, ...] = attrs.field(default=(), converter=_occurrences)
    binds: Party
    extension: Extension | None = None
    counting: Counting = attrs.field(factory=Counting)
    readings: Readings = DEFAULT

    @property
    def limit(self) -> Limit:
        """The limit as the Regulations read now."""
        return self.versions[-1].limit

    def version_on(self, day: date) -> Version:
        """How the limit read on a day; before the Regulations came in, as they first read."""
        return next((v for v in self.versions if v.covers(day)), self.versions[0])


@attrs.frozen(kw_only=True)
class Obligation:
    """A duty without a number: recorded as open, with the words that say how soon."""

    by: Citation = attrs.field(converter=Citation)
    what: str
    how_soon: str
    arises_on: tuple[Occurrence, ...] = attrs.field(converter=_occurrences)
    met_by: tuple[Occurrence, ...] = attrs.field(default=(), converter=_occurrences)
    ceases_on: tuple[Occurrence, ...] = attrs.field(default=(), converter=_occurrences)
    where: ReceivedWith | None = None
    binds: Party


@attrs.frozen
class Move:
    """From these stages, on this event, to that stage.

    Attributes:
        sources: the stages it starts from.
        event: what happens.
        target: the stage it leads to; None where the stage stays as it is.
        by: the provision, or the source that is not one.
        actor: who acts.
        when: what selects this move among those of the same stage and event; the first move
            all of whose conditions hold is taken.
        needs: what must hold, or the step is refused.
    """

    sources: tuple[Stage, ...] = attrs.field(converter=_stages)
    event: type[Event]
    target: Stage | None
    by: Source = attrs.field(converter=_source, kw_only=True)
    actor: Party = attrs.field(kw_only=True)
    when: tuple[Condition, ...] = attrs.field(default=(), kw_only=True)
    needs: tuple[Condition, ...] = attrs.field(default=(), kw_only=True)


@attrs.frozen
class Lapse:
    """What the passing of a day does to a stage, with no event."""

    source: Stage
    target: Stage
    when: Started | After
    by: Citation = attrs.field(converter=Citation, kw_only=True)


Row = Timescale | Obligation | Move | Lapse


def citations_in(row: Any) -> Iterator[Source]:
    """Every provision that a row rests on: its own, and those of its rules and conditions."""
    if isinstance(row, tuple):
        for part in row:
            yield from citations_in(part)
    elif attrs.has(type(row)):
        by = getattr(row, "by", None)
        if by is not None:
            yield by
        fields: tuple[attrs.Attribute[object], ...] = type(row).__attrs_attrs__
        for field in fields:
            yield from citations_in(getattr(row, field.name))


@attrs.frozen(kw_only=True)
class Regulation:
    """One regulation: its number, its heading, and its rows in the order of its paragraphs."""

    number: str
    heading: str
    rows: tuple[Row, ...]


@attrs.frozen(cache_hash=True)
class Procedure:
    """Regulations that together make one procedure, with its rows ready to look up.

    Attributes:
        name: its name, as the case document writes it.
        title: whose representations it is for, in words.
        regulations: the regulations that apply, in order.
        readings: the readings by which its rows stand as they do.
        timescales: the time limits, by provision.
        moves: the steps from a stage on an event, in the order in which they are tried.
        lapses: what the passing of a day does, by stage.
        extensions: those that extend one, by its provision.
    """

    name: str
    title: str = attrs.field(eq=False)
    regulations: tuple[Regulation, ...] = attrs.field(repr=False)
    readings: Readings = DEFAULT
    timescales: dict[str, Timescale] = attrs.field(init=False, repr=False, eq=False)
    moves: dict[tuple[Stage, type[Event]], tuple[Move, ...]] = attrs.field(
        init=False, repr=False, eq=False
    )
    lapses: dict[Stage, Lapse] = attrs.field(init=False, repr=False, eq=False)
    extensions: dict[str, tuple[Timescale, ...]] = attrs.field(init=False, repr=False, eq=False)

    @property
    def rows(self) -> tuple[Row, ...]:
        """Every row, in the order of the instrument."""
        return tuple(row for regulation in self.regulations for row in regulation.rows)

    @property
    def fingerprint(self) -> str:
        """Twelve hexadecimal digits, the same while every row reads the same."""
        return _fingerprint(self)

    @timescales.default
    def _(self) -> dict[str, Timescale]:
        return {row.by: row for row in self.rows if isinstance(row, Timescale)}

    @moves.default
    def _(self) -> dict[tuple[Stage, type[Event]], tuple[Move, ...]]:
        table: dict[tuple[Stage, type[Event]], tuple[Move, ...]] = {}
        for row in self.rows:
            if isinstance(row, Move):
                for source in row.sources:
                    table[source, row.event] = (*table.get((source, row.event), ()), row)
        return table

    @lapses.default
    def _(self) -> dict[Stage, Lapse]:
        return {row.source: row for row in self.rows if isinstance(row, Lapse)}

    @extensions.default
    def _(self) -> dict[str, tuple[Timescale, ...]]:
        table: dict[str, tuple[Timescale, ...]] = {}
        for row in self.timescales.values():
            if row.extension is not None:
                table[row.extension.of] = (*table.get(row.extension.of, ()), row)
        return table

    def extensions_of(self, provision: str) -> tuple[Timescale, ...]:
        """The timescales that extend this one."""
        return self.extensions.get(provision, ())


@functools.lru_cache(maxsize=256)
def _fingerprint(procedure: Procedure) -> str:
    import hashlib  # noqa: PLC0415 - it loads OpenSSL, and a date needs no fingerprint

    return hashlib.sha256(repr(procedure.rows).encode()).hexdigest()[:12]
