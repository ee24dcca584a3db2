# SPDX-License-Identifier: MIT
"""The events of one run of the procedure as rows see them: what kind stands where. No days."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

import attrs

from complaint_timescales._kinds import Occurrence
from complaint_timescales.events import Event, Resubmitted

Facts = Mapping[str, object]
"""The facts of an event that decide which rows it bears on: those that are true or false, for an
``Occurrence`` asks no other; and, as None, the dates that are not given, for they start nothing."""
NO_FACTS: Final[Facts] = MappingProxyType({})


@functools.cache
def asked_of(kind: type) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Of a kind of event, the names of the facts that are true or false, and of optional dates."""
    fields: tuple[attrs.Attribute[object], ...] = attrs.fields(kind)
    flags = [field.name for field in fields if str(field.type) in {"bool", "bool | None"}]
    dates = [field.name for field in fields if str(field.type) == "date | None"]
    return tuple(flags), tuple(name for name in dates if name != "recorded_on")


def facts_of(event: Event) -> Facts:
    """The facts of an event that decide which rows it bears on."""
    kind: type = type(event)
    flags, dates = asked_of(kind)
    facts = {name: getattr(event, name) for name in flags}
    facts.update((name, None) for name in dates if getattr(event, name) is None)
    return facts or NO_FACTS


@attrs.frozen(eq=False)
class Run:
    """One run: the places of its events in the history. A resubmission stands in two (I-11).

    Attributes:
        start: where the first of its events stands.
        stop: the place after the last.
        places: where those of each kind stand, in order, each with its facts.
        resumed: it begins with a resubmission, which belongs to the run before it.
        ended: it ends with one.
    """

    start: int = 0
    stop: int = 0
    places: Mapping[type[Event], tuple[tuple[int, Facts], ...]] = MappingProxyType({})
    resumed: bool = False
    ended: bool = False

    def followed_by(self, kind: type[Event], facts: Facts) -> Run:
        """The same with one more event."""
        places = {**self.places, kind: (*self.places.get(kind, ()), (self.stop, facts))}
        return Run(self.start, self.stop + 1, places, self.resumed, kind is Resubmitted)

    @property
    def own(self) -> int:
        """The place after the last event of its own: not a resubmission that only ends it."""
        return self.stop - 1 if self.ended and self.stop - self.start > 1 else self.stop

    def lacks(self, place: int, fact: str) -> bool:
        """Whether the event in a place has no such date."""
        marks = (mark for kind in self.places.values() for mark in kind)
        return any(at == place and facts.get(fact, True) is None for at, facts in marks)

    def find(self, among: Iterable[Occurrence], start: int, stop: int) -> int | None:
        """Where the first of some occurrences stands, in the places from one up to another."""
        return min(self._all(among, start, stop), default=None)

    def find_last(self, among: Iterable[Occurrence], stop: int) -> int | None:
        """Where the last of some occurrences stands."""
        return max(self._all(among, 0, stop), default=None)

    def _all(self, among: Iterable[Occurrence], start: int, stop: int) -> list[int]:
        return [
            place
            for on in among
            for place, facts in self.places.get(on.event, ())
            if start <= place < stop and (on.fact is None or facts.get(on.fact) is on.value)
        ]


def followed_by(runs: tuple[Run, ...], kind: type[Event], facts: Facts) -> tuple[Run, ...]:
    """The runs with one more event in its place."""
    last = runs[-1].followed_by(kind, facts)
    if not last.ended:
        return (*runs[:-1], last)
    again = Run(last.stop - 1, last.stop - 1, resumed=True).followed_by(kind, facts)
    return (*runs[:-1], last, again)
