# SPDX-License-Identifier: MIT
"""Where an event leads from a stage, what is open, and how a step is refused."""

from __future__ import annotations

from datetime import date

import pytest

from complaint_timescales import (
    Case,
    Citation,
    ConditionNotMet,
    OpenStep,
    Party,
    Stage,
    StepNotOpen,
    events,
)
from complaint_timescales._citations import Elsewhere
from complaint_timescales._conditions import Condition, FactIs, ReceivedWith, Started
from complaint_timescales._kinds import Move, Procedure, Regulation
from complaint_timescales._procedure import advance, open_steps
from complaint_timescales.regulations import LOCAL_AUTHORITY
from complaint_timescales.variants import PROCEDURES

AGREED = FactIs("both_agreed", (True,), "agreed by both", by="14(1)")
ORAL = ReceivedWith("orally", "made orally", by="16(1)")
STARTED = Started("17(3)")
DAY = date(2025, 1, 7)
# Two ways from one stage, one that leaves it as it is, and one that ends the case.
SMALL = Procedure(
    "small",
    "small matters",
    (
        Regulation(
            number="14",
            heading="Consideration",
            rows=(
                Move(
                    Stage.STAGE_1_OPEN, events.LocalResolutionWaived, Stage.STAGE_2_OPEN,
                    by="17(1)(a)", actor=Party.BOTH, when=(STARTED,), needs=(AGREED, ORAL),
                ),
                Move(
                    Stage.STAGE_1_OPEN, events.LocalResolutionWaived,
                    Stage.STAGE_2_PENDING_RECORD, by="17(1)(a)", actor=Party.BOTH,
                    needs=(AGREED, ORAL),
                ),
                Move(
                    (Stage.STAGE_1_OPEN, Stage.RESOLVED), events.MediationOffered, None,
                    by=Elsewhere("practice"), actor=Party.AUTHORITY,
                ),
                Move(
                    (Stage.STAGE_1_OPEN, Stage.STAGE_2_OPEN), events.MattersResolved,
                    Stage.RESOLVED, by="15(1)", actor=Party.BOTH,
                ),
            ),
        ),
    ),
)  # fmt: skip
WAIVED = events.LocalResolutionWaived(on=DAY)
WAIVER_STEP = OpenStep(
    event="local_resolution_waived",
    provision=Citation("17(1)(a)"),
    actor=Party.BOTH,
    leads_to=(Stage.STAGE_2_OPEN, Stage.STAGE_2_PENDING_RECORD),
    needs=("agreed by both (14(1))", "made orally (16(1))"),
)


def holds(_: Condition) -> None:
    """Whatever is asked holds."""


def fails(*conditions: Condition) -> dict[Condition, str]:
    return dict.fromkeys(conditions, "it does not hold")


def stage_after(
    event: events.Event, stage: Stage, *, unled: tuple[Condition, ...] = (),
    unfit: tuple[Condition, ...] = (),
) -> Stage:  # fmt: skip
    """Where an event leads where some conditions fail."""
    return advance(
        SMALL,
        stage,
        event,
        where=lambda: "here",
        leads=lambda condition, _: fails(*unled).get(condition),
        fits=lambda condition, _: fails(*unfit).get(condition),
        possible=holds,
    )


class TestAdvance:
    """The first move all of whose conditions hold is taken."""

    @pytest.mark.parametrize(
        ("unled", "expected"),
        [((), Stage.STAGE_2_OPEN), ((STARTED,), Stage.STAGE_2_PENDING_RECORD)],
        ids=["the first", "the next"],
    )
    def test_conditions_choose_among_moves(
        self, unled: tuple[Condition, ...], expected: Stage
    ) -> None:
        """The last asks nothing."""
        assert expected is stage_after(WAIVED, Stage.STAGE_1_OPEN, unled=unled)

    @pytest.mark.parametrize("stage", [Stage.STAGE_1_OPEN, Stage.RESOLVED])
    def test_a_move_without_a_target_leaves_the_stage(self, stage: Stage) -> None:
        """It is recorded, and nothing else happens."""
        assert stage is stage_after(events.MediationOffered(on=DAY), stage)

    def test_a_condition_that_is_needed_does_not_choose(self) -> None:
        """It is asked of the case before the event, and refuses."""
        with pytest.raises(ConditionNotMet) as caught:
            stage_after(WAIVED, Stage.STAGE_1_OPEN, unfit=(ORAL,))

        assert (
            "here: local_resolution_waived needs this: made orally; but it does not hold "
            "(regulation 16(1)). Nothing was changed. Open from here: local_resolution_waived "
            "(17(1)(a)) and matters_resolved (15(1)); 1 other step can be recorded without leaving "
            "the stage"
        ) == str(caught.value)

    def test_the_first_condition_that_fails_is_named(self) -> None:
        """In the order of the row."""
        with pytest.raises(ConditionNotMet) as caught:
            stage_after(WAIVED, Stage.STAGE_1_OPEN, unfit=(ORAL, AGREED))

        assert (
            Stage.STAGE_1_OPEN,
            "local_resolution_waived",
            AGREED,
            "it does not hold",
            open_steps(SMALL, Stage.STAGE_1_OPEN),
        ) == (
            caught.value.stage,
            caught.value.step,
            caught.value.condition,
            caught.value.found,
            caught.value.open_steps,
        )

    def test_a_step_without_a_place_is_refused(self) -> None:
        """With the stages from which it has one, and what is open instead."""
        with pytest.raises(StepNotOpen) as caught:
            stage_after(WAIVED, Stage.STAGE_2_OPEN)

        assert (
            "here: local_resolution_waived has no place in the stage 'stage 2 open' (it has one in "
            "stage 1 open: 17(1)(a)). Nothing was changed. Open from here: matters_resolved (15(1))"
        ) == str(caught.value)
        assert (
            Stage.STAGE_2_OPEN,
            "local_resolution_waived",
            open_steps(SMALL, Stage.STAGE_2_OPEN),
            (Stage.STAGE_1_OPEN,),
        ) == (
            caught.value.stage,
            caught.value.step,
            caught.value.open_steps,
            caught.value.open_from,
        )

    def test_a_step_without_any_place_says_so(self) -> None:
        """The procedure as a whole does not know of it."""
        with pytest.raises(StepNotOpen) as caught:
            stage_after(events.AdvocateAppointed(on=DAY), Stage.STAGE_2_OPEN)

        assert () == caught.value.open_from
        assert "(it has none in small matters)" in str(caught.value)

    def test_from_where_a_case_has_ended_nothing_leads_on(self) -> None:
        """What can still be recorded is counted."""
        with pytest.raises(StepNotOpen) as caught:
            stage_after(WAIVED, Stage.RESOLVED)

        assert (
            "Nothing was changed. Nothing leads on from here: the case has ended; 1 other step can "
            "be recorded without leaving the stage"
        ) == caught.value.remedy


class TestOpenSteps:
    """What may happen from a stage, in the order of the instrument."""

    def test_each_step_says_who_takes_it_where_to_and_what_it_needs(self) -> None:
        """Two moves for one event are one step."""
        assert (
            WAIVER_STEP,
            OpenStep(
                event="mediation_offered",
                provision=Elsewhere("practice"),
                actor=Party.AUTHORITY,
                leads_to=(Stage.STAGE_1_OPEN,),
                needs=(),
            ),
            OpenStep(
                event="matters_resolved",
                provision=Citation("15(1)"),
                actor=Party.BOTH,
                leads_to=(Stage.RESOLVED,),
                needs=(),
            ),
        ) == open_steps(SMALL, Stage.STAGE_1_OPEN)

    @pytest.mark.parametrize(
        ("failing", "expected"),
        [
            ((), ["local_resolution_waived", "mediation_offered", "matters_resolved"]),
            ((ORAL,), ["mediation_offered", "matters_resolved"]),
            ((AGREED,), ["local_resolution_waived", "mediation_offered", "matters_resolved"]),
        ],
        ids=["nothing", "the receipt", "a fact of the event"],
    )
    def test_what_the_case_and_the_day_rule_out_is_left_out(
        self, failing: tuple[Condition, ...], expected: list[str]
    ) -> None:
        """A fact of an event that has not happened rules nothing out."""
        steps = open_steps(
            SMALL, Stage.STAGE_1_OPEN, lambda condition: fails(*failing).get(condition)
        )

        assert expected == [step.event for step in steps]

    def test_where_nothing_has_a_place_nothing_is_open(self) -> None:
        """An empty tuple, and no error."""
        assert () == open_steps(SMALL, Stage.SUSPENDED)

    def test_a_step_reads_as_its_event_and_provision(self) -> None:
        """As refusals list it."""
        assert "local_resolution_waived (17(1)(a))" == str(WAIVER_STEP)

    @pytest.mark.parametrize("procedure", PROCEDURES.values(), ids=PROCEDURES)
    def test_every_stage_that_is_reached_and_not_final_leads_on(self, procedure: Procedure) -> None:
        """No case gets stuck, and none that has ended goes on."""
        reached = {
            Stage.NOT_RECEIVED,
            *(row.target for row in procedure.rows if isinstance(row, Move) and row.target),
        }
        leading = {
            stage
            for stage in reached
            if any(step.leads_to != (stage,) for step in open_steps(procedure, stage))
        }

        assert {stage for stage in reached if not stage.is_final} == leading


class TestRefusalsOfTheRegulations:
    """Three refusals, word for word."""

    def test_a_step_that_has_no_place_yet(self) -> None:
        """A panel cannot meet while stage 1 is open."""
        case = Case("CSC-0042", [events.RepresentationsReceived(on=date(2025, 1, 6))])
        with pytest.raises(StepNotOpen) as caught:
            case.record(events.PanelMet(on=DAY))

        assert (
            "case CSC-0042, event 2, on Tuesday 7 January 2025: panel_met has no place in the "
            "stage 'stage 1 open' (it has one in stage 3 requested or stage 3 panel met: 19(4)). "
            "Nothing was changed. Open from here: redirected (2), withdrawn (7(1)), "
            "concurrent_consideration_decided (8(1)), local_resolution_waived (17(1)(a)), "
            "later_start_agreed (14(4)), matters_resolved (15(1)), local_resolution_ended (15(2)), "
            "investigation_requested (15(2)) and mediation_ended (practice: recorded, and moves no "
            "clock); 6 other steps can be recorded without leaving the stage"
        ) == str(caught.value)

    def test_a_step_whose_condition_is_not_met(self) -> None:
        """Stage 1 cannot be extended by eleven working days."""
        case = Case("CSC-0042", [events.RepresentationsReceived(on=date(2025, 1, 6))])
        with pytest.raises(ConditionNotMet) as caught:
            case.record(events.LocalResolutionExtended(on=DAY, working_days=11))

        assert (
            "case CSC-0042, event 2, on Tuesday 7 January 2025: local_resolution_extended needs "
            "this: 'working_days' of at least 1, and no more in all than 14(5) allows; but it is "
            "11, and 11 in all of the 10 that there are (regulation 14(5)). Nothing was changed. "
            "Open from here: "
        ) == str(caught.value)[: str(caught.value).index("redirected")]

    def test_a_step_after_the_end(self) -> None:
        """What is withdrawn is over; the Ombudsman is beside the procedure."""
        case = Case(
            "CSC-0042",
            [
                events.RepresentationsReceived(on=date(2025, 1, 6)),
                events.Withdrawn(on=date(2025, 1, 6)),
            ],
        )
        with pytest.raises(StepNotOpen) as caught:
            case.record(events.PanelMet(on=DAY))

        assert (
            "case CSC-0042, event 3, on Tuesday 7 January 2025: panel_met has no place in the "
            "stage 'withdrawn' (it has one in stage 3 requested or stage 3 panel met: 19(4)). "
            "Nothing was changed. Nothing leads on from here: the case has ended; 2 other steps "
            "can be recorded without leaving the stage"
        ) == str(caught.value)

    def test_nothing_is_open_that_the_rows_do_not_open(self) -> None:
        """Before receipt there is one step."""
        assert ["representations_received"] == [
            step.event for step in open_steps(LOCAL_AUTHORITY, Stage.NOT_RECEIVED)
        ]
