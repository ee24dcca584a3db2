# SPDX-License-Identifier: MIT
"""What histories with the same kinds of events in the same order have in common. No days.

Which event fixes a start date, meets a limit or ends a duty follows from the rows and from the
kinds of the events alone: the shape of a history. Most cases go one of a few ways, so it is worked
out once for each shape, and a history has just its days to look up. Shapes are a tree: from each,
an event leads to the next. They hold no event, so nothing of a case stays behind in them.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from operator import attrgetter
from typing import Any, Final

import attrs

from complaint_timescales._citations import Source
from complaint_timescales._conditions import (
    After,
    Condition,
    FactIs,
    ReceivedWith,
    Recorded,
    Started,
    Within,
)
from complaint_timescales._kinds import Move, Procedure, StartRule, Timescale, Version, WorkingDays
from complaint_timescales._runs import Facts, Run, asked_of, facts_of, followed_by
from complaint_timescales._vocabulary import Stage
from complaint_timescales.events import Event, RepresentationsReceived

MOST_KEPT: Final = 2048  # shapes of a procedure: some four megabytes; then the tree begins again

Ways = Stage | tuple[Move, ...]
"""Where an event leads, whatever the days; or the moves, with the conditions that turn on days."""
Fix = tuple[int, str, Source, StartRule | None]
"""An event whose date may be the start: its place, the fact, the provision; and the rule, where
days decide whether it applies or what it gives."""


@attrs.frozen(eq=False)
class Grant:
    """What extends a clock: the row, and the places of the events.

    Attributes:
        timescale: the row.
        same_start: it runs from the start date of the clock that it extends.
        other: its own clock, where it does not.
        places: where the events stand that grant it.
        met: as in the clock that it extends.
        ceased: the same.
    """

    timescale: Timescale
    same_start: bool
    other: Clock | None
    places: tuple[int, ...]
    met: int | None
    ceased: int | None


@attrs.frozen(eq=False)
class Clock:
    """A timescale in one run of a shape, with the places of the events that bear on it.

    Attributes:
        timescale: the row of the law.
        run: the number of the run.
        fixes: the events that may fix the start; the latest of their dates does.
        awaits: the rules without an event as yet, for which it waits if the days are such.
        met: where the event stands that met the limit, if one did.
        ceased: where that one stands that ended the duty without meeting it, if one did.
        days: its working days, where they are counted from the start as it stands.
        grants: what extends it, where an event that does is recorded.
        saved: the versions that another clock can save, with that clock.
    """

    timescale: Timescale
    run: int
    fixes: tuple[Fix, ...]
    awaits: tuple[StartRule, ...]
    met: int | None
    ceased: int | None
    days: int | None
    grants: tuple[Grant, ...] = ()
    saved: tuple[tuple[Version, Clock], ...] = ()


@attrs.define(eq=False)
class _Tree:
    """The shapes of a procedure, counted."""

    procedure: Procedure
    kept: int = 0
    root: Shape = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self.root = Shape(self)


# Filled as it is asked. Two threads at once would put in two equal values, and either will do.
@attrs.define(eq=False)
class Shape:
    """The kinds of some events in their order, with their facts that are true or false.

    Attributes:
        runs: the places of the events, run by run.
        received: where the receipt stands, with its facts.
        then: what follows after an event, for the kinds of event that have no such facts.
        ways: where its last event leads from a stage; or the moves with what is left to ask.
    """

    _tree: _Tree
    runs: tuple[Run, ...] = (Run(),)
    received: tuple[int, Facts] | None = None
    then: dict[type[Event], Shape] = attrs.field(init=False, factory=dict)
    ways: dict[Stage, Ways] = attrs.field(init=False, factory=dict)
    _then: dict[object, Shape] = attrs.field(init=False, factory=dict)
    _clocks: dict[tuple[str, int], Clock | None] = attrs.field(init=False, factory=dict)
    _bare: dict[tuple[str, int], Clock | None] = attrs.field(init=False, factory=dict)
    _all: tuple[Clock, ...] | None = attrs.field(init=False, default=None)

    @property
    def length(self) -> int:
        """How many events there are."""
        return self.runs[-1].stop

    def after(self, event: Event) -> Shape:
        """The shape with one more event."""
        kind: type = type(event)
        read, dates = _told_apart_by(kind)
        if read is None:
            return self.then.get(kind) or self._kept(self.then, kind, event)
        key = read(event)
        for name in dates:  # whether one is given, and not which
            key = key, getattr(event, name) is None
        return self._then.get(key) or self._kept(self._then, key, event)

    def _kept(self, where: dict[Any, Shape], key: object, event: Event) -> Shape:
        kind = type(event)
        facts, received = facts_of(event), self.received
        if received is None and kind is RepresentationsReceived:
            received = self.length, facts
        new = Shape(self._tree, followed_by(self.runs, kind, facts), received)
        if self._tree.kept < MOST_KEPT:
            self._tree.kept += 1
            where[key] = new
        return new

    # -----------------------------------------------------------------------------------
    # Conditions
    # -----------------------------------------------------------------------------------

    def settle(self, stage: Stage, event: Event, before: Shape) -> Ways:
        """Where its last event leads from a stage, or what is left to ask of each move; kept."""
        facts, ways = facts_of(event), []
        for move in self._tree.procedure.moves.get((stage, type(event)), ()):
            # ``when`` sees the case with the event and ``needs`` sees it without.
            when = [(each, _settled(each, facts, self)) for each in move.when]
            needs = [each for each in move.needs if not _settled(each, facts, before)]
            if all(found is not False for _, found in when):
                open_ = tuple(each for each, found in when if found is None)
                ways.append(attrs.evolve(move, when=open_, needs=tuple(needs)))
        asks_nothing = ways and not (ways[0].when or ways[0].needs)
        self.ways[stage] = (ways[0].target or stage) if asks_nothing else tuple(ways)
        return self.ways[stage]

    def holds(self, condition: Condition) -> bool | None:
        """Whether a condition on the case holds for every history of the shape; None: it depends.

        What has not started is neither known to be late nor refused as late.
        """
        if isinstance(condition, ReceivedWith):
            return self.received_with(condition.fact)
        if isinstance(condition, Recorded):
            return (condition.event in self.runs[-1].places) is not condition.never
        if isinstance(condition, Started | Within | After) and self.under(condition.of) is None:
            return isinstance(condition, Within)
        return None

    def received_with(self, fact: str) -> bool:
        """Whether the representations were received with a fact true."""
        return self.received is not None and bool(self.received[1].get(fact))

    # -----------------------------------------------------------------------------------
    # Clocks
    # -----------------------------------------------------------------------------------

    def clocks(self) -> tuple[Clock, ...]:
        """Every clock that can have started, run by run, in the order of the rows."""
        if self._all is None:
            rows = self._tree.procedure.timescales.values()
            base = [row.by for row in rows if row.extension is None]
            found = [self.under(by, run) for run in range(len(self.runs)) for by in base]
            self._all = tuple(clock for clock in found if clock is not None)
        return self._all

    def under(self, provision: str, run: int = -1) -> Clock | None:
        """The clock under a provision in a run; None while no event fixes its start."""
        key = provision, run
        try:
            return self._clocks[key]
        except KeyError:
            clock = self.clock(self._tree.procedure.timescales[provision], run)
            self._clocks[key] = clock
            return clock

    def clock(self, timescale: Timescale, run: int = -1) -> Clock | None:
        """The same for any row that is read over the same events."""
        bare = self._clock(timescale, run % len(self.runs))
        if bare is None:
            return None
        grants, saved = tuple(self._grants(bare)), tuple(self._saved(bare))
        return attrs.evolve(bare, grants=grants, saved=saved) if grants or saved else bare

    def _clock(self, timescale: Timescale, number: int) -> Clock | None:
        """The clock, with neither what extends it nor what saves one of its versions."""
        run, fixes, awaits = self.runs[number], [], []
        if run.find(timescale.never_where, run.start, run.stop) is not None:
            return None
        for rule in timescale.runs_from.rules:
            # The event that the rule goes by, where the rule applies and there is one.
            find_last = rule.latest
            place = run.find_last(rule.on, run.own) if find_last else run.find(rule.on, 0, run.own)
            applies = self._applies(rule, number)
            if place is not None:
                if rule.fact is None or applies is False or run.lacks(place, rule.fact):
                    continue
                by_days = applies is None or rule.not_before
                fixes.append((place, rule.fact, rule.by, rule if by_days else None))
            elif self._awaited(rule, number):
                if applies:
                    return None
                awaits.append(rule)
        if not fixes:
            return None
        closed, days = _closed(timescale, run), _plain_days(timescale)
        return Clock(timescale, number, tuple(fixes), tuple(awaits), *closed, days)

    def _applies(self, rule: StartRule, number: int) -> bool | None:
        """Whether a rule does; None where that turns on the days."""
        if rule.unless is not None and self.received_with(rule.unless.fact):
            return False
        if rule.where is None or self.received is None:
            return rule.where is None
        if isinstance(rule.where, ReceivedWith):
            return self.received_with(rule.where.fact)
        # What has not started is not certainly late.
        return False if self._beside(rule.where.of, number) is None else None

    def _awaited(self, rule: StartRule, number: int) -> bool:
        if rule.where is None or self._applies(rule, number) is False:
            return False
        earlier = self.runs[:number] if rule.once else ()
        return all(run.find(rule.on, run.start, run.stop) is None for run in earlier)

    def _grants(self, clock: Clock) -> Iterator[Grant]:
        base, run = clock.timescale, self.runs[clock.run]
        for row in self._tree.procedure.extensions_of(base.by):
            assert row.extension is not None  # extensions_of gives no other
            found = tuple(place for place, _ in run.places.get(row.extension.granted_by, ()))
            if found:
                # It runs from the same start date; as a rule, from the very same rules.
                same = row.runs_from is base.runs_from
                other = None if same else self._clock(row, clock.run)
                yield Grant(row, same, other, found, *_closed(row, run))

    def _saved(self, clock: Clock) -> Iterator[tuple[Version, Clock]]:
        for version in clock.timescale.versions:
            if version.saved_where and version.until is not None:
                other = self._beside(version.saved_where, clock.run)
                if other is not None:
                    yield version, other

    def _beside(self, provision: str, run: int) -> Clock | None:
        # One for all that ask, so that its days are looked up once.
        key = provision, run
        if key not in self._bare:
            self._bare[key] = self._clock(self._tree.procedure.timescales[provision], run)
        return self._bare[key]


def _closed(timescale: Timescale, run: Run) -> tuple[int | None, int | None]:
    """Where the first event stands that met the limit; or that one which ended the duty."""
    # A resubmission that begins a run met the limit of the run before.
    start, stop = run.start + run.resumed, run.stop
    met = run.find(timescale.met_by, start, stop)
    # One event can do both, and then it has met the limit.
    ceased = run.find(timescale.ceases_on, start, stop if met is None else met)
    return (met, None) if ceased is None else (None, ceased)


def _plain_days(timescale: Timescale) -> int | None:
    limit, counting = timescale.limit, timescale.counting
    plain = type(limit) is WorkingDays and not (counting.start_rolls or counting.start_counts)
    return limit.number if plain else None


def _settled(condition: Condition, facts: Facts, shape: Shape) -> bool | None:
    if isinstance(condition, FactIs) and condition.fact in facts:
        return facts[condition.fact] in condition.values
    return shape.holds(condition)


@functools.cache
def _told_apart_by(kind: type) -> tuple[Callable[[Event], object] | None, tuple[str, ...]]:
    """What reads the kind and the true or false facts of an event; and its optional dates."""
    flags, dates = asked_of(kind)
    return attrgetter("__class__", *flags) if flags or dates else None, dates


@functools.lru_cache(maxsize=32)
def _tree(procedure: Procedure) -> _Tree:
    return _Tree(procedure)


def no_events(procedure: Procedure) -> Shape:
    """The shape of no events, from which all others under a procedure are reached."""
    tree = _tree(procedure)
    if tree.kept >= MOST_KEPT:
        tree.kept, tree.root = 0, Shape(tree)
    return tree.root
