# SPDX-License-Identifier: MIT
"""One record of why a last day is that day, and of what became of it. It holds no sentences."""

from __future__ import annotations

import datetime as dt
import typing
from enum import Enum
from types import UnionType
from typing import Any, Final, Self

import attrs

from complaint_timescales._errors import InvalidDocument
from complaint_timescales._vocabulary import Outcome, Party
from complaint_timescales.working_days import NonWorkingDay

SCHEMA: Final = "complaint-timescales/trace/1"


class State(Enum):
    """What became of the duty."""

    DONE = "done"
    """The act was done, in time or not."""
    CEASED = "ceased"
    """The duty ended without the act."""
    OPEN = "open"
    """Neither is known."""


class Kind(Enum):
    """What the Regulations attach to a limit."""

    RIGHT_ENDS = "right_ends"
    """After the last day the right has ended."""
    DISCRETION = "discretion"
    """The authority may still consider what came late."""
    NEXT_STAGE = "next_stage"
    """Where the act settles nothing the complainant may go on to the next stage."""
    RECORD = "record"
    """Whether the limit was kept is recorded."""


@attrs.frozen(kw_only=True)
class Start:
    """Day 0, and what fixed it.

    Attributes:
        date: the day from which the limit runs.
        day_0: the same, or the next working day where a reading moves it there (I-17).
        name: what the row runs from.
        by: the provision that fixed the date, or None where it was given as an argument.
        events: the event that fixed it, or the kinds that can where no events were given.
        counts: whether the start is day 1 itself, which a reading can make it (I-1).
    """

    date: dt.date
    day_0: dt.date
    name: str
    by: str | None
    events: tuple[str, ...]
    counts: bool


@attrs.frozen(kw_only=True)
class CountedDay:
    """A day that counts, with its number; a lead is numbered backwards."""

    number: int
    date: dt.date


@attrs.frozen(kw_only=True)
class Extension:
    """That the limit is an extended one.

    Attributes:
        of: the provision of the limit that is extended.
        of_limit: how long that one is.
        granted_on: the day of the extension, or None where the dates are arguments.
        earlier: the last day before it, or None.
        in_time: whether it came before the earlier limit had passed.
        spares: whether the earlier limit is spared.
    """

    of: str
    of_limit: int
    granted_on: dt.date | None
    earlier: dt.date | None
    in_time: bool
    spares: bool


@attrs.frozen(kw_only=True)
class Room:
    """How far the limit can still be extended, and under which provision."""

    by: str
    limit: int
    last_day: dt.date


@attrs.frozen(kw_only=True)
class End:
    """What met the limit, or that it ceased, or from which day it is looked at.

    Attributes:
        state: which of the three.
        on: the day, or None where it is not looked at from any.
        events: as for the start.
    """

    state: State
    on: dt.date | None
    events: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Tally:
    """Days used, left and over, in this unit; None where there is no day to count to."""

    unit: str
    used: int | None
    left: int | None
    over: int | None


@attrs.frozen(kw_only=True)
class Evidence:
    """The calendar, and whether it can still change: it is published to the end of that day."""

    edition: str
    fingerprint: str
    published_through: dt.date
    provisional: bool


@attrs.frozen(kw_only=True)
class Wording:
    """How the limit read: between which days, softened by which words, made so by what.

    ``saved`` says that it governs although its days are over.
    """

    since: dt.date
    until: dt.date | None
    softened_by: str
    enacted_by: str
    saved: bool


@attrs.frozen(kw_only=True)
class Taken:
    """The option taken of an interpretation that bears on the limit."""

    number: str
    option: str
    default: bool


@attrs.frozen(kw_only=True)
class Beside:
    """What the Regulations attach to the limit, and in which provision."""

    kind: Kind
    by: str


@attrs.frozen(kw_only=True)
class Trace:
    """Everything that a last day and its verdict rest on; each text is made from it alone.

    >>> from datetime import date
    >>> from complaint_timescales import due
    >>> from complaint_timescales.explain import trace_of
    >>> trace = trace_of(due("14(1)", date(2025, 12, 18)))
    >>> trace.counted[-1]
    CountedDay(number=10, date=datetime.date(2026, 1, 6))
    >>> Trace.from_dict(trace.to_dict()) == trace
    True

    Attributes:
        provision: the paragraph that sets the limit, or the source that is not one.
        address: the official text, or an empty text.
        procedure: the name of the procedure.
        rules: the fingerprint of its rows, the same while every row reads the same.
        what: the act that is limited.
        binds: who is bound.
        limit: the number of units.
        unit: what they are.
        backwards: whether they are counted back from the start.
        start: day 0 and what fixed it.
        counted: each day that counts.
        skipped: each day that does not, with its name and authority.
        extension: the extension, where the limit is an extended one.
        room: the extension that is still possible.
        last_day: the last day on which the limit can be met.
        end: what became of it.
        outcome: the verdict.
        tally: days used, left and over.
        calendar: what the days were counted over.
        version: how the limit read.
        readings: the interpretations that bear on it.
        beside: what the Regulations attach to it.
        library: the version of this library.
    """

    provision: str
    address: str
    procedure: str
    rules: str
    what: str
    binds: Party
    limit: int
    unit: str
    backwards: bool
    start: Start
    counted: tuple[CountedDay, ...]
    skipped: tuple[NonWorkingDay, ...]
    extension: Extension | None
    room: Room | None
    last_day: dt.date
    end: End
    outcome: Outcome
    tally: Tally
    calendar: Evidence
    version: Wording
    readings: tuple[Taken, ...]
    beside: tuple[Beside, ...]
    library: str

    @property
    def is_law(self) -> bool:
        """Whether the limit is one of the Regulations."""
        return bool(self.address)

    @property
    def by_calendar(self) -> bool:
        """Whether it is counted by the calendar, and not in working days."""
        return not self.counted

    def to_dict(self) -> dict[str, Any]:
        """The same as JSON takes it: dates as ISO text, under the name of the schema."""
        return {"schema": SCHEMA, **attrs.asdict(self, value_serializer=_plain)}

    @classmethod
    def from_dict(cls, document: dict[str, Any]) -> Self:
        """The trace in a document; ``InvalidDocument`` where it holds none."""
        try:
            if document["schema"] == SCHEMA:
                made: Self = _made(cls, document)
                return made
        except (AttributeError, KeyError, TypeError, ValueError):
            pass
        raise InvalidDocument("that is no trace", remedy=f"Pass a document of {SCHEMA}") from None


def _plain(_: object, __: object, value: Any) -> Any:
    if isinstance(value, dt.date):
        return value.isoformat()
    return value.value if isinstance(value, Enum) else value


def _made(kind: Any, value: Any) -> Any:
    """A value of a class out of what JSON holds for it."""
    hints = typing.get_type_hints(kind)
    return kind(**{field.name: _read(hints[field.name], value[field.name])
                   for field in attrs.fields(kind)})  # fmt: skip


def _read(kind: Any, value: Any) -> Any:
    if value is None:
        return None
    if isinstance(kind, UnionType):
        kind = typing.get_args(kind)[0]
    if typing.get_origin(kind) is tuple:
        return tuple(_read(typing.get_args(kind)[0], each) for each in value)
    if attrs.has(kind):
        return _made(kind, value)
    if kind is dt.date:
        return dt.date.fromisoformat(value)
    return kind(value)
