# SPDX-License-Identifier: MIT
"""Short histories for the tests of the paragraphs, and plain words for what follows from them."""

from __future__ import annotations

from datetime import date
from typing import Any, TypeVar

import pytest

from complaint_timescales import (
    Case,
    ConditionNotMet,
    Deadline,
    Outcome,
    Stage,
    StepNotOpen,
    events,
)

_Refusal = TypeVar("_Refusal", ConditionNotMet, StepNotOpen)


def history(*happened: events.Event) -> Case:
    """A case in which this happened."""
    return Case("CSC-0042", happened)


def received(on: date, **facts: Any) -> Case:
    """Representations received on a day."""
    return history(events.RepresentationsReceived(on=on, **facts))


def investigation_from(start: date) -> Case:
    """Written representations whose investigation starts on a day: stage 1 is waived on it."""
    return received(start).record(events.LocalResolutionWaived(on=start))


def responded(sent: date, got: date | None = None) -> Case:
    """An investigation answered at once; the complainant receives the notice on ``got``."""
    case = investigation_from(sent).record(events.InvestigationResponseSent(on=sent))
    return case if got is None else case.record(events.InvestigationResponseReceived(on=got))


def panel_requested(on: date) -> Case:
    """A panel requested, with reasons, on the day on which everything before it happened."""
    return responded(on, on).record(events.PanelRequested(on=on))


def panel_met(on: date) -> Case:
    """A panel that met on the day on which it was requested."""
    return panel_requested(on).record(events.PanelMet(on=on))


def report_received(on: date) -> Case:
    """A panel whose report the authority received on the day of the meeting."""
    sent = panel_met(on).record(events.PanelReportSent(on=on))
    return sent.record(events.PanelReportReceived(on=on))


def suspended(on: date, **facts: Any) -> Case:
    """Representations received, and at once not considered because of court proceedings."""
    decided = events.ConcurrentConsiderationDecided(on=on, ground="court")
    return received(on, **facts).record(decided)


def deadline(case: Case, provision: str) -> Deadline:
    """The one deadline that a provision sets in a case."""
    found = [each for each in case.deadlines() if each.provision == provision]
    assert len(found) == 1, f"{provision}: {found}"
    return found[0]


def verdict(case: Case, provision: str, as_at: date) -> Outcome:
    """The verdict on the one deadline that a provision sets in a case, looked at from a day."""
    (found,) = [each for each in case.assessments(as_at) if each.provision == provision]
    return found.outcome


def provisions(case: Case) -> list[str]:
    """The provisions whose limits stand in a case, in the order of the starts."""
    return [str(each.provision) for each in case.deadlines()]


def broken(case: Case, as_at: date | None = None) -> list[tuple[str, date, date, int]]:
    """Each breach: its provision, the last day, the late day, and the days over."""
    return [(str(b.provision), b.due, b.until, b.days_over) for b in case.breaches(as_at)]


def duties(case: Case) -> list[tuple[str, date, date | None]]:
    """Each duty without a number: its provision, since when, and when it was met."""
    return [(str(due.obligation.by), due.since, due.met_on) for due in case.obligations()]


def refused(case: Case, event: events.Event, kind: type[_Refusal], provision: str) -> _Refusal:
    """Try a step that must be refused, and hold the refusal to all that it promises."""
    before = (case.events, case.stage)
    with pytest.raises(kind) as caught:
        case.record(event)
    error = caught.value
    assert before == (case.events, case.stage)
    assert event.name == error.step
    assert error.open_steps
    assert provision in str(error)
    if isinstance(error, ConditionNotMet):
        assert provision == error.condition.by
    else:
        assert error.stage not in error.open_from
    return error


STAGES_UNDER_WAY: dict[Stage, Case] = {
    Stage.RECEIVED: received(date(2025, 1, 6), grounds_arose=date(2024, 1, 5)),
    Stage.AWAITING_INTEREST_DECISION: received(date(2025, 1, 6), interest_decision_needed=True),
    Stage.STAGE_1_PENDING_START: received(date(2025, 1, 6), advocate_requested=True),
    Stage.STAGE_1_OPEN: received(date(2025, 1, 6)),
    Stage.STAGE_1_UNRESOLVED: received(date(2025, 1, 6)).record(
        events.LocalResolutionEnded(on=date(2025, 1, 6))
    ),
    Stage.STAGE_2_PENDING_RECORD: received(date(2025, 1, 6), orally=True).record(
        events.LocalResolutionWaived(on=date(2025, 1, 6))
    ),
    Stage.STAGE_2_OPEN: investigation_from(date(2025, 1, 6)),
    Stage.STAGE_2_RESPONDED: responded(date(2025, 1, 6)),
    Stage.STAGE_3_REQUESTED: panel_requested(date(2025, 1, 6)),
    Stage.STAGE_3_PANEL_MET: panel_met(date(2025, 1, 6)),
    Stage.STAGE_3_REPORTED: report_received(date(2025, 1, 6)),
}
"""A case in each stage that is under way, all of it on Monday 6 January 2025."""

ENDED: dict[Stage, Case] = {
    Stage.RESOLVED: received(date(2025, 1, 6)).record(events.MattersResolved(on=date(2025, 1, 6))),
    Stage.WITHDRAWN: received(date(2025, 1, 6)).record(events.Withdrawn(on=date(2025, 1, 6))),
    Stage.NOT_ACCEPTED_OUT_OF_TIME: STAGES_UNDER_WAY[Stage.RECEIVED].record(
        events.RepresentationsDeclinedOutOfTime(on=date(2025, 1, 6))
    ),
    Stage.NOT_ACCEPTED_NO_INTEREST: STAGES_UNDER_WAY[Stage.AWAITING_INTEREST_DECISION].record(
        events.SufficientInterestDecided(on=date(2025, 1, 6), sufficient=False)
    ),
    Stage.REDIRECTED: received(date(2025, 1, 6)).record(events.Redirected(on=date(2025, 1, 6))),
    Stage.REFERRED_EARLY_TO_OMBUDSMAN: responded(date(2025, 1, 6)).record(
        events.ReferredEarlyToOmbudsman(on=date(2025, 1, 6))
    ),
    Stage.CONCLUDED: report_received(date(2025, 1, 6)).record(
        events.PanelResponseSent(on=date(2025, 1, 6))
    ),
}
"""A case in each final stage that an event leads to."""
