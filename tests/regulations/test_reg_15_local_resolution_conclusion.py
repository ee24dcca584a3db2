# SPDX-License-Identifier: MIT
"""Regulation 15, local resolution: resolved, or a right to an investigation without a limit.

https://www.legislation.gov.uk/uksi/2006/1738/regulation/15
"""

from __future__ import annotations

from datetime import date

import pytest

from complaint_timescales import Case, Party, Stage, StepNotOpen, events
from tests.regulations.histories import (
    STAGES_UNDER_WAY,
    broken,
    deadline,
    duties,
    provisions,
    received,
    refused,
)

UNRESOLVED = received(date(2025, 1, 6)).record(events.LocalResolutionEnded(on=date(2025, 1, 20)))


@pytest.mark.reg("15(1)")
class TestMattersResolved:
    """Regulation 15(1): if both have resolved matters, the terms are set down in writing."""

    @pytest.mark.parametrize(
        "stage",
        [Stage.STAGE_1_PENDING_START, Stage.STAGE_1_OPEN, Stage.STAGE_1_UNRESOLVED],
        ids=lambda stage: stage.value,
    )
    def test_a_resolution_ends_the_case(self, stage: Stage) -> None:
        """Before the start, during stage 1 and after its answer alike."""
        case = STAGES_UNDER_WAY[stage].record(events.MattersResolved(on=date(2025, 1, 7)))

        assert Stage.RESOLVED is case.stage

    @pytest.mark.parametrize(
        "event",
        [
            events.MattersResolved(on=date(2025, 1, 17)),
            events.MediationEnded(on=date(2025, 1, 17), resolved=True),
        ],
        ids=lambda event: event.name,
    )
    def test_the_written_terms_are_owed_as_soon_as_possible(self, event: events.Event) -> None:
        """A duty of the authority without a number, however the resolution came about."""
        case = received(date(2025, 1, 6)).record(event)
        (found,) = [d for d in case.obligations() if d.obligation.by == "15(1)"]

        assert (date(2025, 1, 17), None, Party.AUTHORITY, "as soon as possible") == (
            found.since,
            found.met_on,
            found.obligation.binds,
            found.obligation.how_soon,
        )

    def test_an_answer_alone_owes_no_terms(self) -> None:
        """Where matters are not resolved there are none."""
        assert "15(1)" not in [provision for provision, *_ in duties(UNRESOLVED)]


@pytest.mark.reg("15(2)")
class TestARightToAnInvestigation:
    """Regulation 15(2): not resolved, the complainant may ask for an investigation."""

    def test_an_answer_leaves_matters_unresolved(self) -> None:
        """The stage 1 answer closes nothing for the complainant."""
        assert Stage.STAGE_1_UNRESOLVED is UNRESOLVED.stage

    def test_no_limit_runs_on_the_request(self) -> None:
        """No clock runs after the answer, and nothing lapses in three years."""
        assert ["14(1)"] == provisions(UNRESOLVED)
        assert Stage.STAGE_1_UNRESOLVED is UNRESOLVED.stage_on(date(2028, 1, 20))
        assert [] == broken(UNRESOLVED, as_at=date(2028, 1, 20))

    @pytest.mark.parametrize(
        "on", [date(2025, 1, 20), date(2025, 2, 17), date(2025, 2, 18), date(2028, 1, 20)], ids=str
    )
    def test_a_request_is_never_too_late(self, on: date) -> None:
        """On the day of the answer, the twentieth working day, the day after, three years on."""
        case = UNRESOLVED.record(events.InvestigationRequested(on=on))

        assert (Stage.STAGE_2_OPEN, on) == (case.stage, deadline(case, "17(3)").start)

    def test_a_request_while_stage_1_is_in_time_is_accepted(self) -> None:
        """Matters are not resolved on the fourth day either (I-4); the duty of 14(1) ceases."""
        case = received(date(2025, 1, 6)).record(
            events.InvestigationRequested(on=date(2025, 1, 10))
        )

        assert Stage.STAGE_2_OPEN is case.stage
        assert date(2025, 1, 10) == deadline(case, "14(1)").ceased_on

    def test_a_request_without_any_answer_leaves_the_breach_of_14_1(self) -> None:
        """Asked for on Wednesday 22 January 2025, two working days after the last day."""
        case = received(date(2025, 1, 6)).record(
            events.InvestigationRequested(on=date(2025, 1, 22))
        )

        assert [("14(1)", date(2025, 1, 20), date(2025, 1, 22), 2)] == broken(case)

    def test_not_before_stage_1_has_started(self) -> None:
        """While an advocate is awaited nothing has been tried yet; both can agree to skip it."""
        refused(
            STAGES_UNDER_WAY[Stage.STAGE_1_PENDING_START],
            events.InvestigationRequested(on=date(2025, 1, 7)),
            StepNotOpen,
            "15(2)",
        )

    def test_the_authority_cannot_refuse_it(self) -> None:
        """17(1): it must consider them, so nothing but the complainant's own acts leads away."""
        case = UNRESOLVED.record(events.InvestigationRequested(on=date(2025, 2, 3)))

        refused(case, events.Redirected(on=date(2025, 2, 4)), StepNotOpen, "2")
        refused(case, events.LocalResolutionEnded(on=date(2025, 2, 4)), StepNotOpen, "15(2)")

    @pytest.mark.parametrize(
        "case",
        [STAGES_UNDER_WAY[s] for s in (Stage.STAGE_1_PENDING_START, Stage.STAGE_1_OPEN)],
        ids=lambda case: case.stage.value,
    )
    def test_stage_1_is_answered_once(self, case: Case) -> None:
        """A second answer has no place."""
        answered = case.record(events.LocalResolutionEnded(on=date(2025, 1, 7)))

        assert Stage.STAGE_1_UNRESOLVED is answered.stage
        refused(answered, events.LocalResolutionEnded(on=date(2025, 1, 8)), StepNotOpen, "15(2)")

    def test_it_is_the_complainant_who_asks(self) -> None:
        """The authority does not ask itself."""
        (step,) = [s for s in UNRESOLVED.open_steps() if s.event == "investigation_requested"]

        assert (Party.COMPLAINANT, "15(2)", ()) == (step.actor, step.provision, step.needs)
