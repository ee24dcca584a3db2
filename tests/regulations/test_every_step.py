# SPDX-License-Identifier: MIT
"""Every step there is, written out by hand: from where, on what, to which stage.

The table is the procedure as the Regulations have it, and what is not in it has no place. All of
a starting history happens on Monday 6 January 2025 and the step on the day after it, but for the
late request, where twenty working days have passed since Monday 4 November 2024.
"""

from __future__ import annotations

from typing import Final

import pytest

from complaint_timescales import Case, Stage, StepNotOpen, events
from complaint_timescales._kinds import Procedure
from complaint_timescales.regulations import LOCAL_AUTHORITY
from tests.regulations.telling import event_of
from tests.stories.complete_histories import Facts

THAT_DAY, NEXT_DAY, LONG_BEFORE = "2025-01-06", "2025-01-07", "2024-11-04"

Start = tuple[tuple[str, Facts], ...]

ARRIVES: Final[Start] = (("representations_received", {}),)
LATE: Final[Start] = (("representations_received", {"grounds_arose": "2024-01-05"}),)
LATE_OTHER: Final[Start] = (
    (
        "representations_received",
        {"grounds_arose": "2024-01-05", "interest_decision_needed": True},
    ),
)
LATE_ADVOCATE: Final[Start] = (
    ("representations_received", {"grounds_arose": "2024-01-05", "advocate_requested": True}),
)
OTHER: Final[Start] = (("representations_received", {"interest_decision_needed": True}),)
OTHER_ADVOCATE: Final[Start] = (
    ("representations_received", {"interest_decision_needed": True, "advocate_requested": True}),
)
ADVOCATE: Final[Start] = (("representations_received", {"advocate_requested": True}),)
ADVOCATE_ORAL: Final[Start] = (
    ("representations_received", {"advocate_requested": True, "orally": True}),
)
ORAL: Final[Start] = (("representations_received", {"orally": True}),)
COURT: Final[tuple[str, Facts]] = ("concurrent_consideration_decided", {"ground": "court"})
OVER: Final[tuple[str, Facts]] = ("concurrent_consideration_ended", {})
UNRESOLVED: Final[Start] = (*ARRIVES, ("local_resolution_ended", {}))
UNRESOLVED_ORAL: Final[Start] = (*ORAL, ("local_resolution_ended", {}))
RECORD: Final[Start] = (*ORAL, ("local_resolution_waived", {}))
INVESTIGATION: Final[Start] = (*ARRIVES, ("local_resolution_waived", {}))
RESPONDED: Final[Start] = (*INVESTIGATION, ("investigation_response_sent", {}))
TIME_PASSED: Final[Start] = (*RESPONDED, ("investigation_response_received", {}))
REQUESTED: Final[Start] = (*RESPONDED, ("panel_requested", {}))
MET: Final[Start] = (*REQUESTED, ("panel_met", {}))
REPORT_SENT: Final[Start] = (*MET, ("panel_report_sent", {}))
REPORTED: Final[Start] = (*REPORT_SENT, ("panel_report_received", {}))

# Under way, and in every one of these stages alike.
AT_ANY_TIME: Final[tuple[tuple[str, Facts, str], ...]] = (
    ("withdrawn", {}, "withdrawn"),
    ("concurrent_consideration_decided", {"ground": "court"}, "suspended"),
    ("concurrent_consideration_decided", {"ground": "court", "in_part": True}, "same"),
)
OMBUDSMAN: Final[tuple[tuple[str, Facts, str], ...]] = (
    ("ombudsman_complaint_made", {}, "same"),
    ("ombudsman_decided", {"decision": "not_upheld"}, "same"),
)
BEFORE_STAGE_3: Final[tuple[tuple[str, Facts, str], ...]] = (
    ("matters_resolved", {}, "resolved"),
    ("mediation_offered", {}, "same"),
    ("mediation_declined", {}, "same"),
    ("mediation_ended", {"resolved": False}, "same"),
    ("mediation_ended", {"resolved": True}, "resolved"),
)

# Each stage with the steps that have a place in it, from one history or several.
STEPS: Final[tuple[tuple[str, Start, tuple[tuple[str, Facts, str], ...]], ...]] = (
    ("not_received", (), (
        ("representations_received", {}, "stage_1_open"),
        ("representations_received", {"orally": True}, "stage_1_open"),
        ("representations_received", {"advocate_requested": True}, "stage_1_pending_start"),
        ("representations_received", {"interest_decision_needed": True},
         "awaiting_interest_decision"),
        ("representations_received", {"grounds_arose": "2024-01-06"}, "received"),
        ("representations_received", {"grounds_arose": "2024-01-07"}, "stage_1_open"),
    )),
    ("received", LATE, (
        *AT_ANY_TIME, *OMBUDSMAN,
        ("redirected", {}, "redirected"),
        ("advocate_appointed", {}, "same"),
        ("late_representations_accepted", {}, "stage_1_open"),
        ("representations_declined_out_of_time", {}, "not_accepted_out_of_time"),
    )),
    ("received", LATE_OTHER, (
        ("late_representations_accepted", {}, "awaiting_interest_decision"),
    )),
    ("received", LATE_ADVOCATE, (
        ("late_representations_accepted", {}, "stage_1_pending_start"),
    )),
    ("awaiting_interest_decision", OTHER, (
        *AT_ANY_TIME, *OMBUDSMAN,
        ("redirected", {}, "redirected"),
        ("advocate_appointed", {}, "same"),
        ("sufficient_interest_decided", {"sufficient": True}, "stage_1_open"),
        ("sufficient_interest_decided", {"sufficient": False}, "not_accepted_no_interest"),
    )),
    ("awaiting_interest_decision", OTHER_ADVOCATE, (
        ("sufficient_interest_decided", {"sufficient": True}, "stage_1_pending_start"),
        ("advocate_appointed", {}, "same"),
    )),
    ("stage_1_pending_start", ADVOCATE, (
        *AT_ANY_TIME, *OMBUDSMAN, *BEFORE_STAGE_3,
        ("redirected", {}, "redirected"),
        ("advocate_appointed", {}, "stage_1_open"),
        ("later_start_agreed", {"start": "2025-01-20"}, "same"),
        ("local_resolution_waived", {}, "stage_2_open"),
        ("local_resolution_ended", {}, "stage_1_unresolved"),
    )),
    ("stage_1_pending_start", ADVOCATE_ORAL, (
        ("local_resolution_waived", {}, "stage_2_pending_record"),
    )),
    ("stage_1_pending_start", (*ARRIVES, ("later_start_agreed", {"start": "2025-01-20"})), (
        ("advocate_appointed", {}, "same"),
        ("later_start_agreed", {"start": "2025-01-27"}, "same"),
        ("later_start_agreed", {"start": "2025-01-07"}, "stage_1_open"),
    )),
    ("stage_1_open", ARRIVES, (
        *AT_ANY_TIME, *OMBUDSMAN, *BEFORE_STAGE_3,
        ("redirected", {}, "redirected"),
        ("advocate_appointed", {}, "same"),
        ("later_start_agreed", {"start": "2025-01-07"}, "same"),
        ("later_start_agreed", {"start": "2025-01-08"}, "stage_1_pending_start"),
        ("local_resolution_extended", {"working_days": 10}, "same"),
        ("local_resolution_waived", {}, "stage_2_open"),
        ("local_resolution_ended", {}, "stage_1_unresolved"),
        ("investigation_requested", {}, "stage_2_open"),
    )),
    ("stage_1_open", ORAL, (
        ("local_resolution_waived", {}, "stage_2_pending_record"),
        ("investigation_requested", {}, "stage_2_pending_record"),
    )),
    ("stage_1_unresolved", UNRESOLVED, (
        *AT_ANY_TIME, *OMBUDSMAN, *BEFORE_STAGE_3,
        ("advocate_appointed", {}, "same"),
        ("investigation_requested", {}, "stage_2_open"),
        ("independent_person_appointed", {}, "same"),
        ("investigating_officer_appointed", {}, "same"),
    )),
    ("stage_1_unresolved", UNRESOLVED_ORAL, (
        ("investigation_requested", {}, "stage_2_pending_record"),
    )),
    ("stage_2_pending_record", RECORD, (
        *AT_ANY_TIME, *OMBUDSMAN, *BEFORE_STAGE_3,
        ("advocate_appointed", {}, "same"),
        ("written_record_finalised", {}, "stage_2_open"),
        ("independent_person_appointed", {}, "same"),
        ("investigating_officer_appointed", {}, "same"),
        ("statement_agreed", {}, "same"),
    )),
    ("stage_2_open", INVESTIGATION, (
        *AT_ANY_TIME, *OMBUDSMAN, *BEFORE_STAGE_3,
        ("advocate_appointed", {}, "same"),
        ("independent_person_appointed", {}, "same"),
        ("investigating_officer_appointed", {}, "same"),
        ("statement_agreed", {}, "same"),
        ("investigation_report_completed", {}, "same"),
        ("adjudicated", {}, "same"),
        ("investigation_extended", {"until": "2025-03-03", "reason": "illness"}, "same"),
        ("investigation_response_sent", {}, "stage_2_responded"),
    )),
    ("stage_2_responded", RESPONDED, (
        *AT_ANY_TIME, *OMBUDSMAN, *BEFORE_STAGE_3,
        ("advocate_appointed", {}, "same"),
        ("adjudicated", {}, "same"),
        ("investigation_response_received", {}, "same"),
        ("panel_requested", {}, "stage_3_requested"),
        ("panel_requested", {"reasons_given": False}, "same"),
        ("referred_early_to_ombudsman", {}, "referred_early_to_ombudsman"),
    )),
    ("stage_2_responded", TIME_PASSED, (
        ("late_panel_request_accepted", {"reason": "in hospital"}, "stage_3_requested"),
    )),
    ("stage_3_requested", REQUESTED, (
        *AT_ANY_TIME, *OMBUDSMAN,
        ("advocate_appointed", {}, "same"),
        ("panel_met", {}, "stage_3_panel_met"),
    )),
    ("stage_3_panel_met", MET, (
        *AT_ANY_TIME, *OMBUDSMAN,
        ("advocate_appointed", {}, "same"),
        ("panel_met", {}, "same"),
        ("panel_report_sent", {}, "same"),
    )),
    ("stage_3_panel_met", REPORT_SENT, (
        ("panel_report_received", {}, "stage_3_reported"),
    )),
    ("stage_3_reported", REPORTED, (
        *AT_ANY_TIME, *OMBUDSMAN,
        ("advocate_appointed", {}, "same"),
        ("panel_response_sent", {}, "concluded"),
    )),
    ("suspended", (*ARRIVES, COURT), (
        *OMBUDSMAN,
        ("withdrawn", {}, "withdrawn"),
        ("advocate_appointed", {}, "same"),
        ("concurrent_consideration_ended", {}, "same"),
    )),
    ("suspended", (*ARRIVES, COURT, OVER), (("resubmitted", {}, "stage_1_open"),)),
    ("suspended", (*OTHER, COURT, OVER), (("resubmitted", {}, "awaiting_interest_decision"),)),
    ("suspended", (*ADVOCATE, COURT, OVER), (("resubmitted", {}, "stage_1_pending_start"),)),
    ("resolved", (*ARRIVES, ("matters_resolved", {})), OMBUDSMAN),
    ("withdrawn", (*ARRIVES, ("withdrawn", {})), OMBUDSMAN),
    ("not_accepted_out_of_time", (*LATE, ("representations_declined_out_of_time", {})), OMBUDSMAN),
    ("not_accepted_no_interest",
     (*OTHER, ("sufficient_interest_decided", {"sufficient": False})), OMBUDSMAN),
    ("redirected", (*ARRIVES, ("redirected", {})), OMBUDSMAN),
    ("referred_early_to_ombudsman", (*RESPONDED, ("referred_early_to_ombudsman", {})), OMBUDSMAN),
    ("concluded", (*REPORTED, ("panel_response_sent", {})), OMBUDSMAN),
)  # fmt: skip

# These end a case by the passing of a day, with no event; a later event shows that it had not
# ended, so nothing is ever recorded from them. That the Ombudsman's events have a place there is
# for those who ask the table.
BY_THE_PASSING_OF_A_DAY: Final = {"closed_no_panel_request", "closed_not_resubmitted"}

# Facts with which an event is well formed, whatever the stage.
FACTS: Final[dict[str, Facts]] = {
    "sufficient_interest_decided": {"sufficient": True},
    "later_start_agreed": {"start": "2025-01-20"},
    "local_resolution_extended": {"working_days": 5},
    "investigation_extended": {"until": "2025-03-03", "reason": "illness"},
    "late_panel_request_accepted": {"reason": "in hospital"},
    "mediation_ended": {"resolved": False},
    "concurrent_consideration_decided": {"ground": "court"},
    "ombudsman_decided": {"decision": "upheld"},
}


def at(start: Start, procedure: Procedure = LOCAL_AUTHORITY) -> Case:
    """The case that a starting history leads to."""
    day = LONG_BEFORE if start is TIME_PASSED else THAT_DAY
    happened = tuple(event_of(name, day, facts) for name, facts in start)
    return Case("CSC-0042", happened, procedure=procedure)


def written(facts: Facts) -> str:
    """Facts as an id has them."""
    return ",".join(f"{name}={value}" for name, value in facts.items()) or "plain"


def refusal(case: Case, event: events.Event) -> tuple[str, str, bool] | None:
    """The stage and the step that a refusal names, and whether it lists what is open."""
    try:
        case.record(event)
    except StepNotOpen as error:
        return error.stage.value, error.step, bool(error.open_steps)
    return None


ROWS = [
    pytest.param(start, stage, *step, id=f"{stage}-{step[0]}-{written(step[1])}-{place}")
    for place, (stage, start, steps) in enumerate(STEPS)
    for step in steps
]
PAIRS = {(stage, step[0]) for stage, _, steps in STEPS for step in steps}
STARTS = {stage: start for stage, start, _ in reversed(STEPS)}


@pytest.mark.parametrize(("start", "stage", "event", "facts", "leads_to"), ROWS)
def test_a_step_leads_where_the_table_says(
    start: Start, stage: str, event: str, facts: Facts, leads_to: str
) -> None:
    """From the stage, on the event with these facts, to that stage."""
    case = at(start)
    expected = stage if leads_to == "same" else leads_to

    assert stage == case.stage.value
    assert expected == case.record(event_of(event, NEXT_DAY, facts)).stage.value


@pytest.mark.parametrize("stage", STARTS)
def test_every_other_step_has_no_place(stage: str) -> None:
    """What the table does not have is refused as a step; the case and its stage are unchanged."""
    case = at(STARTS[stage])
    accepted: list[object] = []
    for event in events.BY_NAME:
        if (stage, event) in PAIRS:
            continue
        found = refusal(case, event_of(event, NEXT_DAY, FACTS.get(event, {})))
        if found != (stage, event, True):
            accepted.append((event, found))

    assert ([], stage) == (accepted, case.stage.value)


def test_the_table_and_the_rows_have_the_same_steps() -> None:
    """No row of the law is missing here, and none is here that the law does not have."""
    rows = {
        (stage.value, event.name)
        for stage, event in LOCAL_AUTHORITY.moves
        if stage.value not in BY_THE_PASSING_OF_A_DAY
    }

    assert sorted(rows) == sorted(PAIRS)


def test_every_stage_is_a_start_here_or_a_closing() -> None:
    """No stage is left out of the table."""
    assert {stage.value for stage in Stage} == {*STARTS, *BY_THE_PASSING_OF_A_DAY}


def test_every_event_is_in_the_table() -> None:
    """No event is left out of the table."""
    assert set(events.BY_NAME) == {event for _, event in PAIRS}
