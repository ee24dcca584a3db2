# SPDX-License-Identifier: MIT
"""Practice, guidance and the Ombudsman: recorded beside the Regulations, and no clock moves."""

from __future__ import annotations

from datetime import date

import pytest

from complaint_timescales import Case, ConditionNotMet, Stage, StageOutcome, StepNotOpen, events
from tests.regulations.histories import (
    ENDED,
    STAGES_UNDER_WAY,
    deadline,
    investigation_from,
    received,
    refused,
    responded,
    suspended,
)

S = Stage
DAY = date(2025, 1, 7)
BEFORE_STAGE_3 = (
    S.STAGE_1_PENDING_START,
    S.STAGE_1_OPEN,
    S.STAGE_1_UNRESOLVED,
    S.STAGE_2_PENDING_RECORD,
    S.STAGE_2_OPEN,
    S.STAGE_2_RESPONDED,
)
STAGE_2 = (S.STAGE_2_PENDING_RECORD, S.STAGE_2_OPEN)

# What is recorded without leaving the stage, and where it has a place.
MOVES_NOTHING: list[tuple[events.Event, tuple[Stage, ...]]] = [
    (events.MediationOffered(on=DAY), BEFORE_STAGE_3),
    (events.MediationDeclined(on=DAY), BEFORE_STAGE_3),
    (events.MediationEnded(on=DAY, resolved=False), BEFORE_STAGE_3),
    (events.IndependentPersonAppointed(on=DAY), (S.STAGE_1_UNRESOLVED, *STAGE_2)),
    (events.InvestigatingOfficerAppointed(on=DAY), (S.STAGE_1_UNRESOLVED, *STAGE_2)),
    (events.StatementAgreed(on=DAY), STAGE_2),
    (events.InvestigationReportCompleted(on=DAY), (S.STAGE_2_OPEN,)),
    (
        events.Adjudicated(on=DAY, outcome=StageOutcome.PARTLY_UPHELD),
        (S.STAGE_2_OPEN, S.STAGE_2_RESPONDED),
    ),
    (events.OmbudsmanComplaintMade(on=DAY), tuple(STAGES_UNDER_WAY)),
    (events.OmbudsmanDecided(on=DAY, decision="premature"), tuple(STAGES_UNDER_WAY)),
]
IN_PLACE = [
    pytest.param(event, stage, id=f"{event.name}-{stage.value}")
    for event, stages in MOVES_NOTHING
    for stage in stages
]
OUT_OF_PLACE = [
    pytest.param(event, stage, id=f"{event.name}-{stage.value}")
    for event, stages in MOVES_NOTHING
    for stage in STAGES_UNDER_WAY
    if stage not in stages
]


class TestPracticeMovesNoClock:
    """What practice adds is recorded, and neither starts, stops nor moves a limit."""

    @pytest.mark.parametrize(("event", "stage"), IN_PLACE)
    def test_neither_the_stage_nor_a_deadline_changes(
        self, event: events.Event, stage: Stage
    ) -> None:
        """The same stage, the same last days, the same duties, and one event more."""
        case = STAGES_UNDER_WAY[stage]
        after = case.record(event)

        assert stage is after.stage
        assert (case.deadlines(), case.obligations()) == (after.deadlines(), after.obligations())
        assert (*case.events, event) == after.events

    @pytest.mark.parametrize(("event", "stage"), OUT_OF_PLACE)
    def test_where_it_makes_no_sense_it_is_refused(self, event: events.Event, stage: Stage) -> None:
        """An adjudication of nothing, an investigator of a complaint not yet investigated."""
        error = refused(STAGES_UNDER_WAY[stage], event, StepNotOpen, event.name)

        assert stage is error.stage


class TestMediation:
    """Mediation stops no clock; where it resolves matters, it ends the case."""

    @pytest.mark.parametrize("stage", BEFORE_STAGE_3, ids=lambda stage: stage.value)
    def test_if_it_resolves_matters_the_case_is_resolved(self, stage: Stage) -> None:
        """As by agreement without a mediator: 15(1)."""
        case = STAGES_UNDER_WAY[stage].record(events.MediationEnded(on=DAY, resolved=True))

        assert Stage.RESOLVED is case.stage

    def test_an_investigation_runs_on_meanwhile(self) -> None:
        """Offered, and ended without result after five weeks: 17(3) is the same 3 October 2024."""
        case = investigation_from(date(2024, 8, 29))
        case = case.record(events.MediationOffered(on=date(2024, 9, 2)))
        case = case.record(events.MediationEnded(on=date(2024, 10, 7), resolved=False))

        assert date(2024, 10, 3) == deadline(case, "17(3)").date
        assert [("17(3)", 2)] == [(b.provision, b.days_over) for b in case.breaches()]

    def test_it_does_not_meet_stage_1_unless_it_resolves_matters(self) -> None:
        """To have talked is no answer: on 21 January 2025 stage 1 is a day overdue."""
        case = received(date(2025, 1, 6)).record(
            events.MediationEnded(on=date(2025, 1, 17), resolved=False)
        )

        assert [("14(1)", 1)] == [
            (b.provision, b.days_over) for b in case.breaches(date(2025, 1, 21))
        ]


class TestResolutionAfterStage1:
    """Matters can be resolved during an investigation too; the Regulations do not speak of it."""

    @pytest.mark.parametrize(
        "stage", [*STAGE_2, S.STAGE_2_RESPONDED], ids=lambda stage: stage.value
    )
    def test_it_ends_the_case(self, stage: Stage) -> None:
        """With the same duty to set down its terms."""
        case = STAGES_UNDER_WAY[stage].record(events.MattersResolved(on=DAY))

        assert Stage.RESOLVED is case.stage
        assert "15(1)" in [due.obligation.by for due in case.obligations()]

    @pytest.mark.parametrize(
        "stage",
        [S.STAGE_3_REQUESTED, S.STAGE_3_PANEL_MET, S.STAGE_3_REPORTED],
        ids=lambda stage: stage.value,
    )
    def test_not_once_a_panel_is_requested(self, stage: Stage) -> None:
        """From there a case ends by the response to the panel, or is withdrawn."""
        refused(STAGES_UNDER_WAY[stage], events.MattersResolved(on=DAY), StepNotOpen, "15(1)")


class TestEarlyReferral:
    """Guidance: to the Ombudsman after stage 2, with the complainant's agreement."""

    CASE = responded(date(2024, 12, 6), date(2024, 12, 9))

    def test_it_ends_the_case(self) -> None:
        """No panel meets, and the time for requesting one has ceased."""
        case = self.CASE.record(events.ReferredEarlyToOmbudsman(on=date(2024, 12, 16)))

        assert Stage.REFERRED_EARLY_TO_OMBUDSMAN is case.stage
        assert date(2024, 12, 16) == deadline(case, "18(2)").ceased_on

    def test_not_without_the_complainant(self) -> None:
        """The right to a panel is the complainant's: 18(1)."""
        event = events.ReferredEarlyToOmbudsman(on=date(2024, 12, 16), complainant_agreed=False)

        refused(self.CASE, event, ConditionNotMet, "18(1)")

    @pytest.mark.parametrize(
        "stage",
        [stage for stage in STAGES_UNDER_WAY if stage is not S.STAGE_2_RESPONDED],
        ids=lambda stage: stage.value,
    )
    def test_just_after_a_response(self, stage: Stage) -> None:
        """There is no early referral from stage 1, and none once a panel is requested."""
        refused(
            STAGES_UNDER_WAY[stage],
            events.ReferredEarlyToOmbudsman(on=DAY),
            StepNotOpen,
            "guidance",
        )

    def test_it_does_not_rest_on_the_regulations(self) -> None:
        """Its source is named as guidance."""
        (step,) = [s for s in self.CASE.open_steps() if s.event == "referred_early_to_ombudsman"]

        assert step.provision.is_law is False


class TestTheOmbudsman:
    """Complaints to a Local Commissioner and decisions: recorded at any time."""

    @pytest.mark.parametrize(
        "case",
        [*STAGES_UNDER_WAY.values(), suspended(date(2025, 1, 6)), *ENDED.values()],
        ids=lambda case: case.stage.value,
    )
    def test_a_complaint_and_a_decision_change_nothing(self, case: Case) -> None:
        """In every stage, the final ones included."""
        after = case.record(events.OmbudsmanComplaintMade(on=DAY)).record(
            events.OmbudsmanDecided(on=DAY, decision="not_investigated")
        )

        assert (case.stage, case.deadlines()) == (after.stage, after.deadlines())

    def test_after_the_decision_the_panel_can_still_be_requested(self) -> None:
        """A premature complaint to the Ombudsman takes no right away."""
        case = responded(date(2024, 12, 6), date(2024, 12, 9))
        case = case.record(events.OmbudsmanDecided(on=date(2024, 12, 20), decision="premature"))

        assert Stage.STAGE_3_REQUESTED is (
            case.record(events.PanelRequested(on=date(2025, 1, 9))).stage
        )
