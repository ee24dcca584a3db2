# SPDX-License-Identifier: MIT
"""The invariants of cases: folding, refusing, extending, knowing."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any, Final

import attrs
from hypothesis import assume, given
from hypothesis import strategies as st

from complaint_timescales import events as e
from complaint_timescales._citations import INSTRUMENT_URL
from complaint_timescales._errors import DatesOutOfOrder
from complaint_timescales.case import Case
from complaint_timescales.testing._adapters import running
from complaint_timescales.testing._days import dates
from complaint_timescales.testing._histories import (
    FIRST_RECEIPT,
    LAST_RECEIPT,
    History,
    UnlawfulHistory,
    cases,
    lawful_histories,
    suitable,
    unlawful_histories,
)
from complaint_timescales.testing._invariants import Invariant, InvariantBroken, hold

_RECEIPTS: Final = dates(FIRST_RECEIPT, LAST_RECEIPT)


def _state(case: Any) -> tuple[object, object]:
    return case.stage, running(case.deadlines())


def _folded(it: Any, events: History) -> Any | None:
    try:
        return it.fold(events)
    except ValueError:
        return None


@st.composite
def _written_late(draw: st.DrawFn) -> tuple[History, date]:
    """A history in which some events were written down later, and a day to look from."""
    waits = st.sampled_from([None, None, 0, 1, 30])
    events = tuple(
        event if wait is None else attrs.evolve(event, recorded_on=event.on + timedelta(days=wait))
        for event, wait in ((event, draw(waits)) for event in draw(lawful_histories()))
    )
    return events, draw(st.sampled_from([e.recorded_on or e.on for e in events]))


def _nothing_later_is_used(it: Any) -> None:
    @given(_written_late())
    def law(told: tuple[History, date]) -> None:
        events, day = told
        then = it.fold(events, as_at=day)
        later = [x.name for x in then.events if max(x.on, x.recorded_on or x.on) > day]
        hold(later == [], f"as at {day} the case holds {later}, known later")
        last = events[-1]
        if max(last.on, last.recorded_on or last.on) > day:
            same = _state(it.fold(events[:-1], as_at=day)) == _state(then)
            hold(same, f"as at {day} the case differs by {last.name}, known later")

    law()


def _order_is_no_accident(it: Any) -> None:
    @given(lawful_histories(), st.randoms(use_true_random=False))
    def law(events: History, chance: Any) -> None:
        shuffled = list(events)
        chance.shuffle(shuffled)
        found = _folded(it, tuple(shuffled))
        if found is not None:
            same = _state(found) == _state(it.fold(events))
            hold(same, f"in the order {[x.name for x in shuffled]} the case is another")

    law()


def _a_refusal_changes_nothing(it: Any) -> None:
    @given(unlawful_histories())
    def law(told: UnlawfulHistory) -> None:
        case = it.fold(told.events)
        before = _state(case)
        words = None
        try:
            case.record(told.step)
        except ValueError as error:
            words = str(error)
        hold(words is not None, f"{told.step.name} was accepted")
        hold(bool(words and words.strip()), f"{told.step.name} was refused without a word")
        hold(_state(case) == before, f"{told.step.name} was refused and changed the case")

    law()


def _no_dead_ends(it: Any) -> None:
    moves, final = it.moves(), set(it.final_stages())
    stages = {source for source, _, _ in moves} | {target for _, _, target in moves}
    for stage in sorted(stages):
        left = {target for source, _, target in moves if source == stage} - {stage}
        hold(bool(left) or stage in final, f"{stage} is not final, and nothing leads on from it")
        hold(not left or stage not in final, f"{stage} is final, and leads to {sorted(left)}")


def _limits_have_a_source(it: Any) -> None:
    found = it.citations()
    hold(bool(found), "no limit is cited")
    for provision, address in found.items():
        parts = re.findall(r"\w+", provision)
        at = f"{INSTRUMENT_URL}/regulation/{parts[0]}#regulation-{'-'.join(parts)}"
        hold(address == at, f"{provision} is cited at {address!r}, not at {at}")


def _json_round_trip(it: Any) -> None:
    @given(lawful_histories())
    def law(events: History) -> None:
        case = it.fold(events)
        again = it.from_json(it.to_json(case))
        same = tuple(again.events) == events and _state(again) == _state(case)
        hold(same, "the case read back from its JSON is another")

    law()


def _extended(it: Any, start: date, adds: list[int]) -> Any:
    extended = [e.LocalResolutionExtended(on=start, working_days=n) for n in adds]
    return it.fold((e.RepresentationsReceived(on=start), *extended))


def _no_drift(it: Any) -> None:
    @given(_RECEIPTS, st.integers(1, 5), st.integers(1, 5))
    def law(start: date, one: int, other: int) -> None:
        found = running(_extended(it, start, [one, other]).deadlines())
        expected = {"14(5)": it.add(start, 10 + one + other)}
        hold(found == expected, f"{one} and {other} more from {start}: {found}, not {expected}")

    law()


def _extending_never_shortens(it: Any) -> None:
    @given(_RECEIPTS, st.lists(st.integers(26, 65), min_size=1, max_size=3))
    def law(start: date, days: list[int]) -> None:
        steps: list[e.Event] = [
            e.RepresentationsReceived(on=start),
            e.LocalResolutionWaived(on=start),
        ]
        last = max(running(it.fold(tuple(steps)).deadlines()).values())
        for n in days:
            until = it.add(start, n)
            steps.append(e.InvestigationExtended(on=start, until=until, reason="illness"))
            now = max(running(it.fold(tuple(steps)).deadlines()).values())
            hold(now >= last, f"a notice naming {until} moved the last day from {last} to {now}")
            last = now

    law()


def _late_is_a_finding(it: Any) -> None:
    @given(_RECEIPTS, st.integers(0, 90))
    def law(start: date, after: int) -> None:
        case = it.fold((e.RepresentationsReceived(on=start),))
        done = start + timedelta(days=after)
        late = done > it.due("14(1)", start)
        try:
            ended = case.record(e.LocalResolutionEnded(on=done))
        except ValueError as error:
            raise InvariantBroken(f"a late act was refused: {error}") from error
        found = {str(breach.provision) for breach in ended.breaches()}
        hold(found == ({"14(1)"} if late else set()), f"done on {done}: breaches are {found}")

    law()


def _refusals_list_what_is_open(it: Any) -> None:
    @given(unlawful_histories())
    def law(told: UnlawfulHistory) -> None:
        assume(not isinstance(told.why, DatesOutOfOrder))
        case = it.fold(told.events)
        listed: list[str] = []
        try:
            case.record(told.step)
        except ValueError as error:
            listed = [step.event for step in getattr(error, "open_steps", ())]
        is_open = [step.event for step in case.open_steps(told.step.on)]
        hold(listed == is_open, f"the refusal lists {listed}, and open are {is_open}")

    law()


def _open_steps_are_open(it: Any) -> None:
    @given(cases(), st.data())
    def law(case: Case, data: st.DataObject) -> None:
        theirs, on = it.fold(case.events), case.events[-1].on
        for step in theirs.open_steps(on):
            event = data.draw(suitable(case, step, on))
            try:
                theirs.record(event)
            except ValueError as error:
                raise InvariantBroken(f"{step.event} is listed as open: {error}") from error

    law()


def _late_news_find_their_place(it: Any) -> None:
    @given(cases(), st.data())
    def law(case: Case, data: st.DataObject) -> None:
        days = [event.on for event in case.events]
        places = [n for n, day in enumerate(days) if n and days.count(day) == 1]
        assume(places)
        n = data.draw(st.sampled_from(places))
        without = _folded(it, (*case.events[:n], *case.events[n + 1 :]))
        assume(without is not None)
        found = it.insert(without, case.events[n])
        same = tuple(found.events) == case.events and _state(found) == _state(case)
        hold(same, f"{case.events[n].name}, known late, gives another case")

    law()


OF_CASES: Final = (
    Invariant(
        letter="j",
        name="nothing later is used",
        statement="What is said as at a day rests on no event that happened, or was written down, "
        "after it.",
        source="regulation 13; systems that judge an old case by what they learnt since",
        needs=("fold",),
        law=_nothing_later_is_used,
    ),
    Invariant(
        letter="k",
        name="order is no accident",
        statement="The same events in another order make the same case, or are refused.",
        source="state that depends on the order in which records were loaded",
        needs=("fold",),
        law=_order_is_no_accident,
    ),
    Invariant(
        letter="l",
        name="a refusal changes nothing",
        statement="A step that has no place is refused in words, and the case is what it was.",
        source="state machines that refuse in silence, or half way through",
        needs=("fold",),
        law=_a_refusal_changes_nothing,
    ),
    Invariant(
        letter="m",
        name="no dead ends",
        statement="Every stage has a way out or is declared final, and no final stage has one.",
        source="regulations 7(1) and 20(3)",
        needs=("moves", "final_stages"),
        law=_no_dead_ends,
    ),
    Invariant(
        letter="n",
        name="limits have a source",
        statement="Every limit leads to the address of the paragraph that sets it.",
        source="limits that are integers in the code",
        needs=("citations",),
        law=_limits_have_a_source,
    ),
    Invariant(
        letter="o",
        name="JSON and back",
        statement="A case read back from its JSON is the same case.",
        source="the case document, complaint-timescales/case/1",
        needs=("fold", "to_json", "from_json"),
        law=_json_round_trip,
    ),
    Invariant(
        letter="q",
        name="no drift",
        statement="An extended limit is counted from the first start date, however often it was "
        "extended.",
        source="regulation 14(5); deadlines rolled twice over a weekend",
        needs=("fold", "add"),
        law=_no_drift,
    ),
    Invariant(
        letter="w",
        name="extending never shortens",
        statement="A notice of a later date makes no last day earlier, whatever date it names.",
        source="regulation 17(6); interpretation I-6",
        needs=("fold", "add"),
        law=_extending_never_shortens,
    ),
    Invariant(
        letter="x",
        name="late is a finding",
        statement="An act of the authority after the last day is recorded, and is a breach; in "
        "time it is none.",
        source="regulation 13(2)(c)",
        needs=("fold", "due"),
        law=_late_is_a_finding,
    ),
    Invariant(
        letter="y",
        name="refusals list what is open",
        statement="A refusal lists the steps that are open on its day.",
        source="state machines whose refusals give no way forward",
        needs=("fold",),
        law=_refusals_list_what_is_open,
    ),
    Invariant(
        letter="z",
        name="open steps are open",
        statement="Each step that is listed as open is accepted, with facts that suit.",
        source="lists of permitted events that the guards then refuse",
        needs=("fold",),
        law=_open_steps_are_open,
    ),
    Invariant(
        letter="aa",
        name="late news find their place",
        statement="An event that came to be known late makes the case that it would have made in "
        "time.",
        source="systems that stamp an event with the day of its entry",
        needs=("fold", "insert"),
        law=_late_news_find_their_place,
    ),
)
"""The invariants of cases, in the order of their letters."""
