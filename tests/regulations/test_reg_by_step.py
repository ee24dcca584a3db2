# SPDX-License-Identifier: MIT
"""Steps and limits that the files of the regulations speak of in passing, each by its paragraph.

A starting history happens on Monday 6 January 2025, and the step on Tuesday 7 January.
"""

from __future__ import annotations

from datetime import date

import pytest

from complaint_timescales import Case, ConditionNotMet, events
from tests.regulations.telling import event_of
from tests.regulations.test_every_step import (
    ADVOCATE,
    ADVOCATE_ORAL,
    ARRIVES,
    COURT,
    INVESTIGATION,
    LATE,
    NEXT_DAY,
    ORAL,
    OTHER,
    OVER,
    RECORD,
    RESPONDED,
    TIME_PASSED,
    UNRESOLVED_ORAL,
    Start,
    at,
)
from tests.stories.complete_histories import Facts

AGREED_LATER: Start = (*ARRIVES, ("later_start_agreed", {"start": "2025-01-20"}))
reg = pytest.mark.reg


def step(by: str, start: Start, event: str, leads_to: str, /, **facts: object) -> object:
    """One step, with the paragraph that it is a step of."""
    return pytest.param(start, event, facts, leads_to, marks=reg(by), id=f"{by}-{event}-{leads_to}")


STEPS = [
    step("6", (), "representations_received", "stage_1_open"),
    step("6", (), "representations_received", "stage_1_pending_start", advocate_requested=True),
    step("11(1)(b)(ii)", (*ARRIVES, COURT), "advocate_appointed", "suspended"),
    step("12(1)", (), "representations_received", "awaiting_interest_decision",
         interest_decision_needed=True),
    step("12(4)", OTHER, "sufficient_interest_decided", "not_accepted_no_interest",
         sufficient=False),
    step("12(4)", OTHER, "sufficient_interest_decided", "stage_1_open", sufficient=True),
    step("14(3)(b)", ADVOCATE, "advocate_appointed", "stage_1_open"),
    step("14(3)(b)", AGREED_LATER, "advocate_appointed", "stage_1_pending_start"),
    step("14(4)", AGREED_LATER, "later_start_agreed", "stage_1_open", start="2025-01-07"),
    step("14(4)", AGREED_LATER, "later_start_agreed", "stage_1_pending_start", start="2025-01-27"),
    step("15(2)", ARRIVES, "investigation_requested", "stage_2_open"),
    step("15(2)", ORAL, "investigation_requested", "stage_2_pending_record"),
    step("15(2)", UNRESOLVED_ORAL, "investigation_requested", "stage_2_pending_record"),
    step("17(1)(a)", ARRIVES, "local_resolution_waived", "stage_2_open"),
    step("17(1)(a)", ORAL, "local_resolution_waived", "stage_2_pending_record"),
    step("17(1)(a)", ADVOCATE, "local_resolution_waived", "stage_2_open"),
    step("17(1)(a)", ADVOCATE_ORAL, "local_resolution_waived", "stage_2_pending_record"),
    step("18(2)", TIME_PASSED, "late_panel_request_accepted", "stage_3_requested",
         reason="in hospital"),
    step("15(1)", ADVOCATE, "mediation_ended", "resolved", resolved=True),
    step("15(1)", ADVOCATE, "mediation_ended", "stage_1_pending_start", resolved=False),
]  # fmt: skip


@pytest.mark.parametrize(("start", "event", "facts", "leads_to"), STEPS)
def test_a_step_leads_where_its_paragraph_says(
    start: Start, event: str, facts: Facts, leads_to: str
) -> None:
    """The stage after it."""
    assert leads_to == at(start).record(event_of(event, NEXT_DAY, facts)).stage.value


def refusal(by: str, start: Start, event: str, on: str, /, **facts: object) -> object:
    """One step that is refused, with the paragraph that refuses it."""
    return pytest.param(start, event, on, facts, by, marks=reg(by), id=f"{by}-{event}-{on}")


# One year after 6 January 2025 is 6 January 2026: on the day after it there is no more right.
REFUSALS = [
    refusal("14(4)", ADVOCATE, "later_start_agreed", NEXT_DAY, start="2025-01-20",
            at_complainants_request=False),
    refusal("14(4)", AGREED_LATER, "later_start_agreed", NEXT_DAY, start="2025-01-07",
            at_complainants_request=False),
    refusal("14(4)", AGREED_LATER, "later_start_agreed", NEXT_DAY, start="2025-01-27",
            at_complainants_request=False),
    refusal("14(4)", AGREED_LATER, "later_start_agreed", NEXT_DAY, start="2025-01-06"),
    refusal("8(4)", (*OTHER, COURT), "resubmitted", NEXT_DAY),
    refusal("8(4)", (*ADVOCATE, COURT), "resubmitted", NEXT_DAY),
    refusal("8(4)", (*ARRIVES, COURT), "resubmitted", NEXT_DAY),
    refusal("18(1)", RESPONDED, "referred_early_to_ombudsman", NEXT_DAY, complainant_agreed=False),
]  # fmt: skip


@pytest.mark.parametrize(("start", "event", "on", "facts", "by"), REFUSALS)
def test_a_step_is_refused_by_its_paragraph(
    start: Start, event: str, on: str, facts: Facts, by: str
) -> None:
    """The condition that failed is of the paragraph."""
    with pytest.raises(ConditionNotMet) as unmet:
        at(start).record(event_of(event, on, facts))

    assert by == unmet.value.condition.by


@reg("8(5)")
@pytest.mark.parametrize("start", [OTHER, ADVOCATE, ARRIVES], ids=["other", "advocate", "plain"])
def test_a_year_after_the_end_is_the_last_day_to_resubmit(start: Start) -> None:
    """The consideration ended on 6 January 2025: 6 January 2026 is in time, and the 7th is not."""
    case = at((*start, COURT, OVER))
    in_time = case.record(events.Resubmitted(on=date(2026, 1, 6)))

    assert in_time.stage.value != "closed_not_resubmitted"
    with pytest.raises(ValueError, match="resubmitted"):
        case.record(events.Resubmitted(on=date(2026, 1, 7)))


def limit(case: Case, by: str) -> tuple[date, date, date | None] | None:
    """The start, the last day and the day on which it was met, of the last of its kind."""
    found = [each for each in case.deadlines() if each.provision == by]
    return (found[-1].start, found[-1].date, found[-1].met_on) if found else None


@reg("14(5)")
@pytest.mark.parametrize(
    ("event", "facts"),
    [
        ("local_resolution_ended", {}),
        ("matters_resolved", {}),
        ("mediation_ended", {"resolved": True}),
    ],
)
def test_what_ends_stage_1_meets_the_extended_limit(event: str, facts: Facts) -> None:
    """Twenty working days from Monday 6 January 2025 are four weeks: Monday 3 February."""
    case = at(ARRIVES).record(events.LocalResolutionExtended(on=date(2025, 1, 7), working_days=10))

    assert (date(2025, 1, 6), date(2025, 2, 3), date(2025, 1, 21)) == limit(
        case.record(event_of(event, "2025-01-21", facts)), "14(5)"
    )


@reg("14(3)(b)")
@reg("14(5)")
def test_an_advocate_appointed_before_a_resubmission_is_appointed_for_good() -> None:
    """Resubmitted on Tuesday 7 January 2025, ten working days end on Tuesday 21, twenty on 4 Feb."""
    before = at((*ADVOCATE, ("advocate_appointed", {}), COURT, OVER))
    again = before.record(events.Resubmitted(on=date(2025, 1, 7)))
    longer = again.record(events.LocalResolutionExtended(on=date(2025, 1, 8), working_days=10))

    assert (date(2025, 1, 7), date(2025, 1, 21), None) == limit(again, "14(1)")
    assert (date(2025, 1, 7), date(2025, 2, 4), None) == limit(longer, "14(5)")


@reg("9(2)")
def test_no_limit_of_stage_1_runs_while_late_representations_wait_to_be_accepted() -> None:
    """From when they are accepted on, it runs from the day on which they were received."""
    waiting = at(LATE)
    accepted = waiting.record(events.LateRepresentationsAccepted(on=date(2025, 1, 7)))

    assert limit(waiting, "14(1)") is None
    assert (date(2025, 1, 6), date(2025, 1, 20), None) == limit(accepted, "14(1)")


@reg("16(2)")
def test_written_representations_need_no_record() -> None:
    """There is no duty where they were not oral, and there is one where they were."""
    plain = [due.obligation.by for due in at(INVESTIGATION).obligations()]
    oral = [due.obligation.by for due in at(RECORD).obligations()]

    assert (False, True) == ("16(2)" in plain, "16(2)" in oral)


@reg("17(5)")
@reg("17(6)")
def test_the_extended_limit_runs_from_the_record_and_is_met_by_the_response() -> None:
    """From the record of Tuesday 7 January 2025 to the day that was named, and met on the 28th."""
    case = at(RECORD).record(events.WrittenRecordFinalised(on=date(2025, 1, 7)))
    named = events.InvestigationExtended(on=date(2025, 1, 8), until=date(2025, 3, 3), reason="ill")
    case = case.record(named)

    assert (date(2025, 1, 7), date(2025, 3, 3), None) == limit(case, "17(6)")
    sent = case.record(events.InvestigationResponseSent(on=date(2025, 1, 28)))
    assert (date(2025, 1, 7), date(2025, 3, 3), date(2025, 1, 28)) == limit(sent, "17(6)")


@reg("17(5)")
@reg("17(6)")
def test_sixty_five_days_are_counted_from_the_record() -> None:
    """Thirteen weeks from Monday 13 January 2025 are Monday 14 April, before Easter."""
    case = at(RECORD).record(events.WrittenRecordFinalised(on=date(2025, 1, 13)))
    last = events.InvestigationExtended(on=date(2025, 1, 14), until=date(2025, 4, 14), reason="ill")
    after = events.InvestigationExtended(
        on=date(2025, 1, 14), until=date(2025, 4, 15), reason="ill"
    )

    assert (date(2025, 1, 13), date(2025, 4, 14), None) == limit(case.record(last), "17(6)")
    with pytest.raises(ConditionNotMet):
        case.record(after)


@reg("18(2)")
def test_a_late_request_that_is_accepted_meets_the_limit_late() -> None:
    """Received on Monday 4 November 2024, twenty working days end on Monday 2 December."""
    late = events.LatePanelRequestAccepted(on=date(2025, 1, 7), reason="in hospital")

    assert (date(2024, 11, 4), date(2024, 12, 2), date(2025, 1, 7)) == limit(
        at(TIME_PASSED).record(late), "18(2)"
    )
