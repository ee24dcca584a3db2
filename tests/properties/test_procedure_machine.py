# SPDX-License-Identifier: MIT
"""The procedure as a machine: sound as a table, and in step with a model on paper.

The model knows the ordinary path alone, as a dictionary, and counts one day at a time over bank
holidays that are written out here. It shares nothing with the library but the names.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, ClassVar, Final

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from complaint_timescales import (
    Case,
    ComplaintTimescalesError,
    ConditionNotMet,
    Stage,
    StepNotOpen,
    events,
)
from complaint_timescales._conditions import Within
from complaint_timescales.regulations import LOCAL_AUTHORITY
from tests.regulations.telling import event_of
from tests.stories.complete_histories import STORIES, On, Step

ONE = timedelta(days=1)

# ---------------------------------------------------------------------------------------
# The table
# ---------------------------------------------------------------------------------------

GROUPS = {
    f"{stage.value}-{event.name}": moves for (stage, event), moves in LOCAL_AUTHORITY.moves.items()
}


class TestTheTable:
    """What must hold of the rows as a machine, whatever they say."""

    def test_every_stage_is_reached_by_a_story(self) -> None:
        """By an event, or by the passing of a day."""
        steps = [step for story in STORIES.values() for step in story]
        reached = {step.stage for step in steps if isinstance(step, Step | On)}

        assert {stage.value for stage in Stage} - {"not_received"} == reached

    @pytest.mark.parametrize(
        "stage", [s for s in Stage if not s.is_final], ids=lambda stage: stage.value
    )
    def test_every_stage_under_way_has_a_way_out(self, stage: Stage) -> None:
        """An event leads from it to another stage."""
        targets = {
            move.target
            for (source, _), moves in LOCAL_AUTHORITY.moves.items()
            for move in moves
            if source is stage
        }

        assert targets - {None, stage}

    @pytest.mark.parametrize(
        "stage", [s for s in Stage if not s.is_final], ids=lambda stage: stage.value
    )
    def test_from_every_stage_under_way_an_end_can_be_reached(self, stage: Stage) -> None:
        """There is no circle that a case cannot leave."""
        seen, found = {stage}, [stage]
        for source in found:
            for (start, _), moves in LOCAL_AUTHORITY.moves.items():
                new = {m.target for m in moves if start is source and m.target} - seen
                seen |= new
                found += new

        assert any(reached.is_final for reached in seen)

    @pytest.mark.parametrize(
        "stage", [s for s in Stage if s.is_final], ids=lambda stage: stage.value
    )
    def test_a_final_stage_is_never_left(self, stage: Stage) -> None:
        """What can still be recorded there stays there, and no day lapses."""
        targets = {
            move.target
            for (source, _), moves in LOCAL_AUTHORITY.moves.items()
            for move in moves
            if source is stage
        }

        assert set() == targets - {None}
        assert stage not in LOCAL_AUTHORITY.lapses

    @pytest.mark.parametrize("group", GROUPS)
    def test_one_move_is_always_chosen(self, group: str) -> None:
        """The last move of each stage and event asks for nothing, and just the last."""
        asks = [bool(move.when) for move in GROUPS[group]]

        assert [True] * (len(asks) - 1) + [False] == asks

    def test_a_stage_lapses_in_one_way(self) -> None:
        """Each lapse has its own source, and leads to a stage that is no start."""
        assert {
            Stage.STAGE_1_PENDING_START: Stage.STAGE_1_OPEN,
            Stage.SUSPENDED: Stage.CLOSED_NOT_RESUBMITTED,
            Stage.STAGE_2_RESPONDED: Stage.CLOSED_NO_PANEL_REQUEST,
        } == {source: lapse.target for source, lapse in LOCAL_AUTHORITY.lapses.items()}

    def test_no_duty_of_the_authority_or_the_panel_is_a_condition(self) -> None:
        """Late is a finding: time limits a right of the complainant, or a start still open."""
        within = {
            need.of
            for moves in LOCAL_AUTHORITY.moves.values()
            for move in moves
            for need in move.needs
            if isinstance(need, Within)
        }

        assert {"8(5)", "18(2)", "14(1)"} == within


# ---------------------------------------------------------------------------------------
# Open steps
# ---------------------------------------------------------------------------------------

SUITABLE: dict[str, list[dict[str, Any]]] = {
    "local_resolution_extended": [{"working_days": n} for n in range(1, 11)],
    "sufficient_interest_decided": [{"sufficient": True}],
    "concurrent_consideration_decided": [{"ground": "court"}],
    "late_panel_request_accepted": [{"reason": "in hospital"}],
    "mediation_ended": [{"resolved": True}],
    "ombudsman_decided": [{"decision": "premature"}],
}
DATED = {"later_start_agreed": "start", "investigation_extended": "until"}


def tries(name: str, on: date) -> Iterator[events.Event]:
    """The event with every kind of facts that could suit."""
    if name in DATED:
        facts: dict[str, Any] = {"reason": "illness"} if name == "investigation_extended" else {}
        for n in range(140):
            facts[DATED[name]] = on + n * ONE
            yield events.BY_NAME[name](on=on, **facts)
    for facts in SUITABLE.get(name, [{}] if name not in DATED else []):
        yield events.BY_NAME[name](on=on, **facts)


def works(case: Case, event: events.Event) -> bool:
    """Whether the case takes the event."""
    try:
        case.record(event)
    except ComplaintTimescalesError:
        return False
    return True


PREFIXES = [
    pytest.param(name, place, id=f"{name}-{place}")
    for name, story in STORIES.items()
    for place, step in enumerate(story)
    if isinstance(step, Step)
]


@pytest.mark.parametrize("later", [1, 40, 120], ids=lambda n: f"{n} days later")
@pytest.mark.parametrize(("name", "place"), PREFIXES)
def test_every_open_step_in_a_refusal_works(name: str, place: int, later: int) -> None:
    """A refusal lists what is open on its day, and each of the steps is taken when tried."""
    steps = [step for step in STORIES[name][: place + 1] if isinstance(step, Step)]
    case = Case("STORY", tuple(event_of(s.event, s.on, s.facts) for s in steps))
    on = case.events[-1].on + later * ONE
    with pytest.raises(StepNotOpen) as caught:
        case.record(events.RepresentationsReceived(on=on))
    listed = [step.event for step in caught.value.open_steps]

    assert listed
    assert listed == [step.event for step in case.open_steps(on)]
    assert [] == [
        step for step in listed if not any(works(case, event) for event in tries(step, on))
    ]


# ---------------------------------------------------------------------------------------
# The model
# ---------------------------------------------------------------------------------------

HOLIDAYS: Final = frozenset(
    date.fromisoformat(day)
    for day in (
        "2024-01-01",
        "2024-03-29",
        "2024-04-01",
        "2024-05-06",
        "2024-05-27",
        "2024-08-26",
        "2024-12-25",
        "2024-12-26",
        "2025-01-01",
        "2025-04-18",
        "2025-04-21",
        "2025-05-05",
        "2025-05-26",
        "2025-08-25",
        "2025-12-25",
        "2025-12-26",
        "2026-01-01",
        "2026-04-03",
        "2026-04-06",
        "2026-05-04",
        "2026-05-25",
        "2026-08-31",
        "2026-12-25",
        "2026-12-28",
        "2027-01-01",
        "2027-03-26",
        "2027-03-29",
        "2027-05-03",
        "2027-05-31",
        "2027-08-30",
        "2027-12-27",
        "2027-12-28",
    )
)
LAST_DAY: Final = date(2026, 9, 30)


def nth(start: date, n: int) -> date:
    """Walk to the nth working day after a start."""
    day = start
    while n:
        day += ONE
        n -= day.weekday() < 5 and day not in HOLIDAYS
    return day


def year_after(day: date) -> date:
    """The anniversary, and 28 February from the 29th."""
    if (day.month, day.day) == (2, 29):
        return date(day.year + 1, 2, 28)
    return day.replace(year=day.year + 1)


STAGE_2 = "stage_2"
ALWAYS = {"withdrawn": "withdrawn", "concurrent_consideration_decided": "suspended"}
TALKS = {"matters_resolved": "resolved", "mediation_ended": "resolved"}
PATH: Final[dict[str, dict[str, str]]] = {
    "stage_1_open": {
        **ALWAYS, **TALKS,
        "redirected": "redirected",
        "local_resolution_extended": "stage_1_open",
        "local_resolution_waived": STAGE_2,
        "local_resolution_ended": "stage_1_unresolved",
        "investigation_requested": STAGE_2,
    },
    "stage_1_unresolved": {**ALWAYS, **TALKS, "investigation_requested": STAGE_2},
    "stage_2_pending_record": {**ALWAYS, **TALKS, "written_record_finalised": "stage_2_open"},
    "stage_2_open": {
        **ALWAYS, **TALKS,
        "investigation_extended": "stage_2_open",
        "investigation_response_sent": "stage_2_responded",
    },
    "stage_2_responded": {
        **ALWAYS, **TALKS,
        "investigation_response_received": "stage_2_responded",
        "panel_requested": "stage_3_requested",
        "late_panel_request_accepted": "stage_3_requested",
        "referred_early_to_ombudsman": "referred_early_to_ombudsman",
    },
    "stage_3_requested": {**ALWAYS, "panel_met": "stage_3_panel_met"},
    "stage_3_panel_met": {
        **ALWAYS,
        "panel_met": "stage_3_panel_met",
        "panel_report_sent": "stage_3_panel_met",
        "panel_report_received": "stage_3_reported",
    },
    "stage_3_reported": {**ALWAYS, "panel_response_sent": "concluded"},
    "suspended": {
        "withdrawn": "withdrawn",
        "concurrent_consideration_ended": "suspended",
        "resubmitted": "stage_1_open",
    },
}  # fmt: skip
EVERY_EVENT: Final = sorted({event for steps in PATH.values() for event in steps})


class Paper:
    """What somebody with the Regulations, a pencil and a calendar would write down."""

    def __init__(self, on: date, *, orally: bool) -> None:
        self.stage, self.orally = "stage_1_open", orally
        self.begin(on)

    def begin(self, on: date) -> None:
        self.dates = {"stage_1": on}
        self.extra = 0
        self.until: date | None = None

    def may(self, event: str, on: date, facts: dict[str, Any]) -> bool:
        """Whether the step has a place on the day with these facts."""
        if event not in PATH.get(self.stage, {}):
            return False
        check = getattr(self, f"may_{event}", None)
        return check is None or check(on, facts)

    def may_local_resolution_extended(self, _: date, facts: dict[str, Any]) -> bool:
        return bool(1 <= facts["working_days"] <= 10 - self.extra)

    def may_investigation_extended(self, _: date, facts: dict[str, Any]) -> bool:
        start = self.dates["stage_2"]
        named: date = facts["until"]
        return nth(start, 25) < named <= nth(start, 65) and facts["reason"] != ""

    def may_investigation_response_sent(self, _: date, facts: dict[str, Any]) -> bool:
        return facts["with_independent_person"] is True

    def may_investigation_response_received(self, _: date, __: dict[str, Any]) -> bool:
        return "received" not in self.dates

    def may_panel_requested(self, on: date, _: dict[str, Any]) -> bool:
        return "received" not in self.dates or on <= nth(self.dates["received"], 20)

    def may_late_panel_request_accepted(self, on: date, facts: dict[str, Any]) -> bool:
        return not self.may_panel_requested(on, facts) and facts["reason"] != ""

    def may_panel_met(self, _: date, facts: dict[str, Any]) -> bool:
        return facts["independent_persons"] == 3 and "report" not in self.dates

    def may_panel_report_sent(self, _: date, __: dict[str, Any]) -> bool:
        return "report" not in self.dates

    def may_panel_report_received(self, _: date, __: dict[str, Any]) -> bool:
        return "report" in self.dates

    def may_concurrent_consideration_decided(self, _: date, facts: dict[str, Any]) -> bool:
        return facts["would_prejudice"] is True

    def may_concurrent_consideration_ended(self, _: date, __: dict[str, Any]) -> bool:
        return "over" not in self.dates

    def may_resubmitted(self, on: date, _: dict[str, Any]) -> bool:
        return "over" in self.dates and on <= year_after(self.dates["over"])

    def do(self, event: str, on: date, facts: dict[str, Any]) -> None:
        """Write the step down."""
        target = PATH[self.stage][event]
        if event == "resubmitted":
            self.begin(on)
        elif event == "local_resolution_extended":
            self.extra += facts["working_days"]
        elif event == "investigation_extended":
            # A second notice moves the date later, and never sooner.
            self.until = max(facts["until"], self.until or facts["until"])
        if facts.get("reasons_given") is False or facts.get("resolved") is False:
            target = self.stage
        if facts.get("in_part"):
            target = self.stage
        self.dates |= {self.MARKS[event]: on} if event in self.MARKS else {}
        if target == STAGE_2:
            target = "stage_2_pending_record" if self.orally else "stage_2_open"
            self.dates["stage_2"] = on
        self.stage = target

    MARKS: ClassVar = {
        "written_record_finalised": "stage_2",
        "investigation_response_received": "received",
        "panel_requested": "requested",
        "late_panel_request_accepted": "requested",
        "panel_met": "met",
        "panel_report_sent": "report",
        "panel_report_received": "report received",
        "concurrent_consideration_ended": "over",
    }

    def turns(self) -> list[date]:
        """The days on which something turns at the stage where it is."""
        dates = self.dates
        match self.stage:
            case "stage_1_open":
                return [nth(dates["stage_1"], 10 + self.extra)]
            case "stage_2_open":
                return [nth(dates["stage_2"], 25), nth(dates["stage_2"], 65)]
            case "stage_2_responded" if "received" in dates:
                return [nth(dates["received"], 20)]
            case "suspended" if "over" in dates:
                return [year_after(dates["over"])]
            case _:
                return []

    def running(self) -> dict[str, date]:
        """The limits that bind at the stage where it is."""
        dates = self.dates
        match self.stage:
            case "stage_1_open":
                name = "14(5)" if self.extra else "14(1)"
                return {name: nth(dates["stage_1"], 10 + self.extra)}
            case "stage_2_open":
                if self.until is not None:
                    return {"17(6)": self.until}
                return {"17(3)": nth(dates["stage_2"], 25)}
            case "stage_2_responded" if "received" in dates:
                return {"18(2)": nth(dates["received"], 20)}
            case "stage_3_requested":
                return {"19(4)": nth(dates["requested"], 30)}
            case "stage_3_panel_met" if "report" not in dates:
                return {"20(2)": nth(dates["met"], 5)}
            case "stage_3_reported":
                return {"20(3)": nth(dates["report received"], 15)}
            case "suspended" if "over" in dates:
                return {"8(5)": year_after(dates["over"])}
            case _:
                return {}


# Facts and days are drawn for every event alike, and each event takes what it has a use for.
FACTS = st.fixed_dictionaries(
    {
        "working_days": st.integers(-1, 11),
        "reason": st.sampled_from(["illness", "illness", ""]),
        "with_independent_person": st.sampled_from([True, True, False]),
        "independent_persons": st.sampled_from([3, 3, 3, 2]),
        "reasons_given": st.booleans(),
        "resolved": st.sampled_from([False, False, True]),
        "would_prejudice": st.sampled_from([True, True, False]),
        "in_part": st.booleans(),
        "ground": st.sampled_from(["court", "disciplinary"]),
    }
)
USES = {
    "local_resolution_extended": ["working_days"],
    "investigation_extended": ["reason"],
    "late_panel_request_accepted": ["reason"],
    "investigation_response_sent": ["with_independent_person"],
    "panel_met": ["independent_persons"],
    "panel_requested": ["reasons_given"],
    "mediation_ended": ["resolved"],
    "concurrent_consideration_decided": ["would_prejudice", "in_part", "ground"],
}


ENDS: Final = {"withdrawn", "redirected", "referred_early_to_ombudsman", *TALKS}
HEAD_START: Final = [
    "local_resolution_waived",
    "written_record_finalised",
    "investigation_response_sent",
    "investigation_response_received",
    "panel_requested",
    "panel_met",
    "panel_report_sent",
    "panel_report_received",
]
AS_IT_SHOULD_BE: Final[dict[str, Any]] = {
    "with_independent_person": True,
    "reasons_given": True,
    "independent_persons": 3,
}


class PaperAndCase(RuleBasedStateMachine):
    """The same events for the library and for the model: they must agree at every step."""

    @initialize(
        on=st.dates(date(2024, 1, 1), date(2025, 3, 31)),
        orally=st.booleans(),
        far=st.integers(0, len(HEAD_START)),
        data=st.data(),
    )
    def receive(self, on: date, orally: bool, far: int, data: st.DataObject) -> None:
        """Received, and taken some way along the path on one day: late stages are far away."""
        event = events.RepresentationsReceived(on=on, orally=orally)
        self.case = Case("CSC-0042").record(event)
        self.paper = Paper(on, orally=orally)
        self.on = on
        for name in HEAD_START[:far]:
            if orally or name != "written_record_finalised":
                self._try(name, on, AS_IT_SHOULD_BE, data)

    @rule(data=st.data(), facts=FACTS, wait=st.integers(0, 15))
    def a_step_on_the_path(self, data: st.DataObject, facts: dict[str, Any], wait: int) -> None:
        """A step that the model has at this stage, some days on or near a day that turns it."""
        steps = sorted(PATH.get(self.paper.stage, {}))
        # To end a case is rare, or no story would get far.
        longer = [step for step in steps if step not in ENDS]
        event = data.draw(st.sampled_from(longer * 9 + steps or EVERY_EVENT))
        near = [d + shift * ONE for d in self.paper.turns() for shift in (-1, 0, 1)]
        days = [self.on + wait * ONE, *(day for day in near if day >= self.on)]
        self._try(event, data.draw(st.sampled_from(days)), facts, data)

    @rule(data=st.data(), facts=FACTS, event=st.sampled_from(EVERY_EVENT))
    def a_step_out_of_place(self, data: st.DataObject, facts: dict[str, Any], event: str) -> None:
        """A step that the model does not have at this stage, on the same day."""
        if event not in PATH.get(self.paper.stage, {}):
            self._try(event, self.on, facts, data)

    def _try(self, name: str, on: date, facts: dict[str, Any], data: st.DataObject) -> None:
        if on > LAST_DAY:
            return
        given = {fact: facts[fact] for fact in USES.get(name, [])}
        if name == "investigation_extended":
            near = [turn + shift * ONE for turn in self.paper.turns() for shift in (-1, 0, 1)]
            days = [on + 30 * ONE, *(day for day in near if day >= on)]
            given["until"] = data.draw(st.sampled_from(days))
        before = self.case
        expected = self.paper.may(name, on, given)
        event = events.BY_NAME[name](on=on, **given)
        if expected:
            self.case = before.record(event)
            self.paper.do(name, on, given)
            self.on = on
            return
        if name in PATH.get(self.paper.stage, {}):
            with pytest.raises(ConditionNotMet) as unmet:
                before.record(event)
            assert unmet.value.open_steps
        else:
            with pytest.raises(StepNotOpen) as out_of_place:
                before.record(event)
            assert out_of_place.value.open_steps

    @invariant()
    def the_stage_is_the_same(self) -> None:
        if hasattr(self, "case"):
            assert self.paper.stage == self.case.stage.value

    @invariant()
    def the_limits_that_run_are_the_same(self) -> None:
        """Leaving out those that an extension or a second notice came too late for."""
        if not hasattr(self, "case"):
            return
        found = {
            str(limit.provision): limit.date
            for limit in self.case.deadlines()
            if (limit.met_on, limit.ceased_on) == (None, None)
        }
        running = self.paper.running()

        assert running == {name: day for name, day in found.items() if name in running}

    @invariant()
    def the_events_alone_make_the_case(self) -> None:
        if hasattr(self, "case"):
            assert self.case == Case.from_dict(self.case.to_dict())


TestPaperAndCase = PaperAndCase.TestCase
TestPaperAndCase.settings = settings(stateful_step_count=25)
