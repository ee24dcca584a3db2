# SPDX-License-Identifier: MIT
"""A case system beside this library: the same steps for both, compared after each."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Final

import attrs
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from complaint_timescales._assessments import due
from complaint_timescales._dates import spoken
from complaint_timescales._deadlines import Deadline
from complaint_timescales.case import Case
from complaint_timescales.events import Event
from complaint_timescales.testing._adapters import Adapter, running
from complaint_timescales.testing._days import ENGLAND, dates
from complaint_timescales.testing._histories import (
    FIRST_RECEIPT,
    LAST_RECEIPT,
    accepts,
    receipts,
    steps,
    targets,
    unfit,
)
from complaint_timescales.testing._invariants import first_of
from complaint_timescales.testing._values import provisions

# Room for the longest limit of working days, and for any span counted here.
_EARLY: Final = date(2006, 10, 1)
_ROOM: Final = date(2098, 12, 31)


class Disagreement(AssertionError):
    """Where two systems answer otherwise; the message holds the history up to there."""


def _written(event: Event) -> str:
    defaults = {field.name: field.default for field in attrs.fields(type(event))}
    given_facts = [
        f"{name}={value if isinstance(value, date) else repr(value)}"
        for name, value in attrs.asdict(event, recurse=False).items()
        if name != "on" and value != defaults[name]
    ]
    facts = f" ({', '.join(given_facts)})" if given_facts else ""
    return f"{event.on} {event.name}{facts}"


def _disagree(case: Case, what: str, ours: object, yours: object) -> None:
    if ours == yours:
        return
    told = [f"  {place}. {_written(event)}" for place, event in enumerate(case.events, start=1)]
    lines = [f"The two differ in {what}.", f"Here:  {_shown(ours)}", f"Yours: {_shown(yours)}"]
    raise Disagreement("\n".join([*lines, "After:", *told]))


def _shown(value: object) -> str:
    if isinstance(value, dict):
        pairs = [f"{name}: {_shown(each)}" for name, each in sorted(value.items())]
        return ", ".join(pairs) or "none"
    if isinstance(value, frozenset):
        return ", ".join(sorted(map(str, value))) or "none"
    return spoken(value) if isinstance(value, date) else str(value)


@attrs.define
class _Pair:
    """Our case, and theirs."""

    theirs: Any
    case: Case

    def take(self, event: Event) -> None:
        ours = accepts(self.case, event)
        before = self.case
        theirs = bool(self.theirs.record(event))
        words = {True: "accepted", False: "refused"}
        what = f"whether this step is taken: {_written(event)}"
        _disagree(before, what, words[ours], words[theirs])
        self.case = before.record(event) if ours else before
        self.same()

    def same(self) -> None:
        case, theirs = self.case, self.theirs
        if hasattr(theirs, "stage"):
            _disagree(case, "the stage", case.stage.value, theirs.stage())
        if hasattr(theirs, "deadlines"):
            ours = running(case.deadlines())
            _disagree(case, "the limits that run", ours, dict(theirs.deadlines()))
        if hasattr(theirs, "breaches"):
            found = frozenset(str(breach.provision) for breach in case.breaches())
            _disagree(case, "the limits not kept", found, frozenset(theirs.breaches()))


def machine_for(
    adapter_factory: Callable[[], Adapter],
    *,
    first: date = FIRST_RECEIPT,
    last: date = LAST_RECEIPT,
) -> type[RuleBasedStateMachine]:
    """A state machine that drives your case system and this library side by side.

    >>> from complaint_timescales.testing import LibraryCases
    >>> machine = machine_for(LibraryCases)
    >>> TestMyCaseSystem = machine.TestCase

    Put the last line into a file of tests: pytest and unittest run it. Each run opens a case,
    takes steps that have a place and steps that have none, and compares after each whether the
    step was accepted, the stage, the limits that run and the limits not kept. What the adapter
    lacks is not compared. ``first`` and ``last`` bound the day of receipt.
    Raises ``Disagreement``, with both answers and the shortest history that leads to them.
    """

    class SideBySide(RuleBasedStateMachine):
        @initialize(data=st.data())
        def receive(self, data: st.DataObject) -> None:
            self.pair = _Pair(adapter_factory(), Case("CSC-0042"))
            self.pair.theirs.open("CSC-0042")
            self.target = data.draw(st.sampled_from(targets(self.pair.case.procedure)))
            self.pair.take(data.draw(receipts(self.target, first, last)))

        @rule(data=st.data())
        def take_a_step(self, data: st.DataObject) -> None:
            found = steps(self.pair.case, towards=self.target)
            event = data.draw(found.filter(lambda event: event is not None))
            assert event is not None  # of every stage something can be recorded
            self.pair.take(event)

        @rule(data=st.data())
        def take_a_step_out_of_place(self, data: st.DataObject) -> None:
            self.pair.take(data.draw(unfit(self.pair.case)))

    return SideBySide


def compare(adapter: object) -> None:
    """Find where a system that works out dates differs from this library, or return.

    >>> from complaint_timescales.testing import Library
    >>> compare(Library())

    The adapter is a ``DeadlineAdapter``, or has one of its two methods.
    It is asked for last days and for counts, over starts that are awkward. The settings are those
    of the Hypothesis profile. A method that the adapter lacks is not asked.
    Raises ``Disagreement``, with both answers, for the simplest dates found.
    """
    asked = {"due": _same_due, "count": _same_count}
    for name, check in asked.items():
        if hasattr(adapter, name):
            first_of(Disagreement, check, adapter)


def _same_due(adapter: Any) -> None:
    @given(provisions(), dates(_EARLY, _ROOM))
    def each(provision: str, start: date) -> None:
        limit = due(provision, start)
        _same_date(limit, adapter.due(provision, start))

    each()


def _same_date(limit: Deadline, theirs: object) -> None:
    if theirs != limit.date:
        first = f"{limit.provision} from {spoken(limit.start)}: last day"
        lines = f"Here:  {spoken(limit.date)}\nYours: {_shown(theirs)}"
        raise Disagreement(f"{first}\n{lines}\n{limit.explain()}")


def _same_count(adapter: Any) -> None:
    @given(dates(_EARLY, _ROOM), st.integers(0, 200))
    def each(start: date, days: int) -> None:
        end = date.fromordinal(start.toordinal() + days)
        ours, theirs = ENGLAND.count(start, end), adapter.count(start, end)
        if ours != theirs:
            span = f"Working days after {spoken(start)}, up to and including {spoken(end)}"
            raise Disagreement(f"{span}\nHere:  {ours}\nYours: {theirs}")

    each()
