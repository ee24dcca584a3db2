# SPDX-License-Identifier: MIT
"""Histories that the procedure accepts, histories with one step that it refuses, and cases.

A history is led towards a stage that is drawn first, one open step after another, with detours.
So late stages and every end come up about as often as the first ones.
"""

from __future__ import annotations

import functools
from datetime import date, timedelta
from typing import Any, Final

import attrs
from hypothesis import reject
from hypothesis import strategies as st

from complaint_timescales import _conditions as c
from complaint_timescales import events as e
from complaint_timescales._errors import ComplaintTimescalesError
from complaint_timescales._kinds import Procedure
from complaint_timescales._procedure import OpenStep
from complaint_timescales._vocabulary import Stage
from complaint_timescales.case import Case
from complaint_timescales.regulations import LOCAL_AUTHORITY
from complaint_timescales.testing._days import dates
from complaint_timescales.testing._printing import register_printers
from complaint_timescales.testing._values import events

register_printers()  # strategies hold cases, and say so in their messages

History = tuple[e.Event, ...]
_FAR: Final = 99
# Room before and after for everything that is counted.
FIRST_RECEIPT: Final = date(2008, 9, 1)
LAST_RECEIPT: Final = date(2040, 12, 31)
# What the receipt must say for a history to pass through a stage.
_RECEIPTS: Final[dict[Stage, dict[str, Any]]] = {
    Stage.RECEIVED: {"grounds_arose": 500},
    Stage.NOT_ACCEPTED_OUT_OF_TIME: {"grounds_arose": 500},
    Stage.AWAITING_INTEREST_DECISION: {"interest_decision_needed": True},
    Stage.NOT_ACCEPTED_NO_INTEREST: {"interest_decision_needed": True, "grounds_arose": 30},
    Stage.STAGE_1_PENDING_START: {"advocate_requested": True},
    Stage.STAGE_2_PENDING_RECORD: {"orally": True},
}
# Where an event's own facts decide what it leads to, what leads on.
_LEADING: Final[dict[type[e.Event], dict[str, Any]]] = {
    e.SufficientInterestDecided: {"sufficient": True},
    e.MediationEnded: {"resolved": True},
    e.ConcurrentConsiderationDecided: {"in_part": False},
    e.PanelRequested: {"reasons_given": True},
}


@functools.cache
def _distances(procedure: Procedure, target: Stage) -> dict[Stage, int]:
    """How many steps each stage is from the target, the passing of a day taken as one."""
    edges = [
        (stage, move.target) for (stage, _), moves in procedure.moves.items() for move in moves
    ]
    edges += [(lapse.source, lapse.target) for lapse in procedure.lapses.values()]
    found, reached = {target: 0}, [target]
    for stage in reached:
        new = [start for start, end in edges if end is stage and start not in found]
        found |= dict.fromkeys(new, found[stage] + 1)
        reached += dict.fromkeys(new)
    return found


def _nearer(step: OpenStep, now: int, to: dict[Stage, int]) -> bool:
    return any(to.get(stage, _FAR) < now for stage in step.leads_to)


@st.composite
def receipts(draw: st.DrawFn, target: Stage, first: date, last: date) -> e.Event:
    on = draw(dates(first, last))
    facts: dict[str, Any] = {
        fact: draw(st.sampled_from([False, False, False, True]))
        for fact in ("orally", "advocate_requested", "interest_decision_needed")
    }
    ago = draw(st.sampled_from([None, None, 30, 365, 366, 500]))
    facts |= {"grounds_arose": ago, **_RECEIPTS.get(target, {})}
    if facts["grounds_arose"] is not None:
        facts["grounds_arose"] = on - timedelta(days=facts["grounds_arose"])
    if target is Stage.NOT_ACCEPTED_NO_INTEREST:
        facts["advocate_requested"] = False
    return e.RepresentationsReceived(on=on, **facts)


def _turns(case: Case) -> list[date]:
    """The days around the last days of the limits that run, none before the last event."""
    running = [d for d in case.deadlines() if d.met_on is None and d.ceased_on is None]
    shifts = [timedelta(days=n) for n in (0, 1, -1)]
    days = [limit.date + shift for limit in running for shift in shifts]
    return [day for day in days if day >= case.events[-1].on]


@st.composite
def _days(draw: st.DrawFn, case: Case) -> date:
    """A day for the next step: some days on, or beside one on which a limit ends."""
    last = case.events[-1].on
    if not draw(st.sampled_from([False, False, True])):
        return last + timedelta(days=draw(st.integers(0, 15)))
    return draw(st.sampled_from(_turns(case) or [last]))


@st.composite
def suitable(draw: st.DrawFn, case: Case, step: OpenStep, on: date) -> e.Event:
    """The event of an open step, with facts that the procedure takes."""
    kind = e.BY_NAME[step.event]
    facts: dict[str, Any] = {}
    for field in attrs.fields(kind):
        match field.name:
            case "working_days":
                used = [x.working_days for x in _run(case) if type(x) is kind]  # type: ignore[attr-defined]
                facts["working_days"] = draw(st.integers(1, max(10 - sum(used), 1)))
            case "until":
                facts["until"] = draw(st.sampled_from(_until(case, on)))
            case "start":
                facts["start"] = on + timedelta(days=draw(st.integers(1, 30)))
            case "reason":
                facts["reason"] = draw(st.sampled_from(["illness", "complex"]))
            case "ground" | "decision" | "outcome":
                facts[field.name] = getattr(draw(events(kind, on=on)), field.name)
            case "reasons_given" | "resolved" | "sufficient" | "in_part":
                facts[field.name] = draw(st.booleans())
            case _:
                pass
    return kind(on=on, **facts)


def _run(case: Case) -> tuple[e.Event, ...]:
    edges = [place for place, event in enumerate(case.events) if type(event) is e.Resubmitted]
    return case.events[edges[-1] if edges else 0 :]


def _until(case: Case, on: date) -> list[date]:
    """Dates that a notice under 17(6) may name: after the 25th day, and no later than the 65th."""
    (limit,) = [d for d in case.deadlines() if d.provision in {"17(3)", "17(6)"}][-1:]
    base, most = limit.calendar.add(limit.start, 25), limit.calendar.add(limit.start, 65)
    first = max(base + timedelta(days=1), on)
    return sorted({min(first, most), min(first + timedelta(days=14), most), most})


@st.composite
def steps(draw: st.DrawFn, case: Case, *, towards: Stage | None = None) -> e.Event | None:
    """A next event that the case accepts, or None where nothing is open.

    >>> from hypothesis import given, settings
    >>> case = Case("CSC-0042").record(e.RepresentationsReceived(on=date(2025, 1, 6)))
    >>> @settings(max_examples=10)
    ... @given(steps(case))
    ... def test(event): assert case.record(event).events[-1] is event
    >>> test()

    With ``towards`` it leads nearer to a stage, where a step does.
    """
    to = {} if towards is None else _distances(case.procedure, towards)
    on = draw(_days(case))
    now = to.get(case.stage, _FAR)
    listed = case.open_steps(on)
    nearer = [step for step in listed if _nearer(step, now, to)]
    ends = [step for step in listed if not all(stage.is_final for stage in step.leads_to)]
    step = draw(st.sampled_from(nearer or ends or list(listed))) if listed else None
    if step is None:
        return None
    event = draw(suitable(case, step, on))
    if step in nearer:
        event = attrs.evolve(event, **_LEADING.get(type(event), {}))
        if towards is Stage.NOT_ACCEPTED_NO_INTEREST and type(event) is e.SufficientInterestDecided:
            event = e.SufficientInterestDecided(on=on, sufficient=False)
    return event if accepts(case, event) else None  # facts can clash on the last of days


def refusal(case: Case, event: e.Event) -> ComplaintTimescalesError | None:
    """Why a case refuses an event, or None where it takes it.

    >>> print(refusal(Case("CSC-0042"), e.PanelMet(on=date(2025, 1, 6))).what)
    panel_met has no place in the stage 'not received'
    """
    try:
        case.record(event)
    except ComplaintTimescalesError as why:
        return why
    return None


def accepts(case: Case, event: e.Event) -> bool:
    """Whether a case takes an event.

    >>> accepts(Case("CSC-0042"), e.PanelMet(on=date(2025, 1, 6)))
    False
    """
    return refusal(case, event) is None


@functools.cache
def targets(procedure: Procedure) -> tuple[Stage, ...]:
    ends = {move.target for moves in procedure.moves.values() for move in moves}
    ends |= {lapse.target for lapse in procedure.lapses.values()}
    # A failing example shrinks towards the first: a stage for which no receipt is special.
    return tuple(sorted(filter(ends.__contains__, Stage), key=_RECEIPTS.__contains__))


# The event that starts the clock by which a stage is left when time alone passes.
_CLOCKS: Final[dict[Stage, type[e.Event]]] = {
    Stage.CLOSED_NO_PANEL_REQUEST: e.InvestigationResponseReceived,
    Stage.CLOSED_NOT_RESUBMITTED: e.ConcurrentConsiderationEnded,
}


def _waits_for(case: Case, target: Stage) -> bool:
    """Whether nothing but time leads on from here to the target."""
    lapse = case.procedure.lapses.get(case.stage)
    return lapse is not None and lapse.target is target and target.is_final


@st.composite
def _led(draw: st.DrawFn, procedure: Procedure, first: date, last: date, most: int) -> Case:
    target = draw(st.sampled_from(targets(procedure)))
    receipt = draw(receipts(target, first, last))
    case = Case("CSC-0042", procedure=procedure)
    if not accepts(case, receipt):  # under Part 5 there is no advocate, or no other person
        plain: dict[str, Any] = {"advocate_requested": False, "interest_decision_needed": False}
        receipt = attrs.evolve(receipt, **plain)
    case = case.record(receipt)
    for _ in range(most - 1):
        if _waits_for(case, target):
            clock = _CLOCKS[target](on=case.events[-1].on)
            return case.record(clock) if accepts(case, clock) else case
        there = case.stage is target
        if there and not draw(st.sampled_from([False, False, False, True])):
            break
        detour = draw(st.integers(0, 7)) == 7
        event = draw(steps(case, towards=None if detour or there else target))
        case = case if event is None else case.record(event)
    return case


def cases(
    *,
    procedure: Procedure = LOCAL_AUTHORITY,
    first: date = FIRST_RECEIPT,
    last: date = LAST_RECEIPT,
    most: int = 16,
) -> st.SearchStrategy[Case]:
    """A case of any stage, received between two days, of so many events at most.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=10)
    ... @given(cases())
    ... def test(case): assert Case.from_json(case.to_json()) == case
    >>> test()

    Every stage comes up, and every end; those that time alone leads to are for
    ``cases_on_a_day()``. It shrinks towards fewer events, and those on the day of receipt.
    """
    return _led(procedure, first, last, most)


def lawful_histories(
    *,
    procedure: Procedure = LOCAL_AUTHORITY,
    first: date = FIRST_RECEIPT,
    last: date = LAST_RECEIPT,
    most: int = 16,
) -> st.SearchStrategy[History]:
    """Events in an order that the procedure accepts, however late each of them is.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=10)
    ... @given(lawful_histories())
    ... def test(events): assert Case("CSC-0042", events).events == events
    >>> test()
    """
    return cases(procedure=procedure, first=first, last=last, most=most).map(_events_of)


def _events_of(case: Case) -> History:
    return case.events


@attrs.frozen
class UnlawfulHistory:
    """Events that the procedure accepts, and one more that it refuses.

    Attributes:
        events: what is accepted.
        step: what is refused after it.
        why: the refusal: ``StepNotOpen``, ``ConditionNotMet`` or ``DatesOutOfOrder``.
    """

    events: History
    step: e.Event
    why: ComplaintTimescalesError = attrs.field(eq=False)


@st.composite
def _refused(draw: st.DrawFn, procedure: Procedure, first: date, last: date) -> UnlawfulHistory:
    case = draw(_led(procedure, first, last, 12))
    step = draw(unfit(case))
    why = refusal(case, step)
    if why is None:  # the fact that was to be spoilt was none, or suited after all
        reject()
    return UnlawfulHistory(case.events, step, why)


@st.composite
def unfit(draw: st.DrawFn, case: Case) -> e.Event:
    """A step that has no place, or one whose facts or day do not suit."""
    last, placed = case.events[-1].on, _with_a_place(case)
    others = tuple(kind for kind in e.BY_NAME.values() if kind not in placed)
    match draw(st.integers(0, 3)):
        case 0:
            return draw(events(*others, on=draw(_days(case))))
        case 1:
            return draw(events(on=last - timedelta(days=1)))
        case _:
            kind, needs = draw(st.sampled_from(list(placed.items())))
            event = draw(events(kind, on=draw(_days(case))))
            return _spoilt(event, draw(st.sampled_from(needs))) if needs else event


def _with_a_place(case: Case) -> dict[type[e.Event], list[c.Condition]]:
    """The events that the stage has a place for, those with conditions first."""
    found = {
        kind: [need for move in moves for need in move.needs]
        for (stage, kind), moves in case.procedure.moves.items()
        if stage is case.stage
    }
    needy = {kind: needs for kind, needs in found.items() if needs}
    return needy or found


def _spoilt(event: e.Event, need: c.Condition) -> e.Event:
    """The event with a fact that the condition does not hold of, where it asks for a fact."""
    changed: dict[str, Any] = {}
    match need:
        case c.FactIs(fact=fact, values=values):
            changed[fact] = 2 if 3 in values else True not in values
        case c.FactGiven(fact=fact):
            changed[fact] = " "
        case c.TotalWithin(fact=fact):
            changed[fact] = 11
        case c.DateAfter(fact=fact):
            changed[fact] = event.on
        case c.DateWithin(fact=fact):
            changed[fact] = event.on + timedelta(days=400)
        case _:
            pass
    return attrs.evolve(event, **changed)


def unlawful_histories(
    *,
    procedure: Procedure = LOCAL_AUTHORITY,
    first: date = FIRST_RECEIPT,
    last: date = LAST_RECEIPT,
) -> st.SearchStrategy[UnlawfulHistory]:
    """A history that the procedure accepts, and a step that it refuses there, with why.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=10)
    ... @given(unlawful_histories())
    ... def test(told): assert not accepts(Case("CSC-0042", told.events), told.step)
    >>> test()

    The step has no place, or its facts or its day do not suit, or it comes before the last.
    """
    return _refused(procedure, first, last)


@st.composite
def _looked_at(draw: st.DrawFn, first: date, last: date) -> tuple[Case, date]:
    case = draw(_led(LOCAL_AUTHORITY, first, last, 16))
    edge = case.events[-1].on
    later = st.builds(lambda n: edge + timedelta(days=n), st.integers(0, 400))
    return case, draw(st.one_of(st.sampled_from(_turns(case) or [edge]), later))


def cases_on_a_day(
    *, first: date = FIRST_RECEIPT, last: date = LAST_RECEIPT
) -> st.SearchStrategy[tuple[Case, date]]:
    """A case, and a day from which to look at it: no earlier than the last event.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=10)
    ... @given(cases_on_a_day())
    ... def test(seen): assert seen[0].as_known_on(seen[1]) == seen[0]
    >>> test()

    Often it is the last day of a limit, or the day before or after it.
    """
    return _looked_at(first, last)
