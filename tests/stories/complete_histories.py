# SPDX-License-Identifier: MIT
"""Whole complaints as plain data: dated steps in; stage, last days, breaches and duties out.

Every date was worked on paper from the bank holidays of England. Between them the stories use
every row of the law, so that no row can be changed without one of them telling another tale.

How to read a story. ``Step`` is an event that is recorded, ``No`` one that is refused with the
condition's provision, ``On`` a day on which nothing happens and the stage is asked for.
``clocks`` holds what changes among the last days: ``"14(1) 2025-01-06 to 2025-01-20": "open"``,
then ``"met 2025-01-20"``, ``"ceased ..."``, or ``None`` where it stands there no more; whatever
is not named is as it was before. ``breaches`` is the whole list whenever it changes. ``duties``
is the whole list of duties without a number, by regulation, where a step states it.
``LIMITS`` is the number that stands beside each last day, and whom it binds.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

Facts = Mapping[str, object]
Clocks = Mapping[str, str | None]
NO_FACTS: Final[Facts] = MappingProxyType({})
NOTHING: Final[Clocks] = MappingProxyType({})

LIMITS: Final = {
    "8(5)": (1, "complainant"),
    "9(1)": (1, "complainant"),
    "14(1)": (10, "authority"),
    "14(5)": (20, "authority"),
    "17(3)": (25, "authority"),
    "17(6)": (65, "authority"),
    "18(2)": (20, "complainant"),
    "19(4)": (30, "panel"),
    "20(2)": (5, "panel"),
    "20(3)": (15, "authority"),
}


def told(day: str) -> tuple[str, ...]:
    """The four duties of regulation 11, as they arise on a receipt."""
    return (f"11 since {day}",) * 4


class Step(NamedTuple):
    """An event that is recorded, and what holds after it."""

    on: str
    event: str
    stage: str
    facts: Facts = NO_FACTS
    clocks: Clocks = NOTHING
    breaches: tuple[str, ...] | None = None
    duties: tuple[str, ...] | None = None


class No(NamedTuple):
    """An event that is refused because the condition of this provision is not met."""

    on: str
    event: str
    provision: str
    facts: Facts = NO_FACTS


class On(NamedTuple):
    """A day on which the stage is asked for."""

    day: str
    stage: str


Story = tuple[Step | No | On, ...]

RECEIVED, AWAITING = "received", "awaiting_interest_decision"
PENDING_1, OPEN_1, UNRESOLVED = "stage_1_pending_start", "stage_1_open", "stage_1_unresolved"
PENDING_2, OPEN_2, RESPONDED = "stage_2_pending_record", "stage_2_open", "stage_2_responded"
REQUESTED, PANEL_MET, REPORTED = "stage_3_requested", "stage_3_panel_met", "stage_3_reported"

ARRIVES, ENDED_1 = "representations_received", "local_resolution_ended"
WAIVED, ASKED = "local_resolution_waived", "investigation_requested"
SENT, GOT = "investigation_response_sent", "investigation_response_received"
DECIDED_8, ENDED_8 = "concurrent_consideration_decided", "concurrent_consideration_ended"
LATER, EXTENDED_1 = "later_start_agreed", "local_resolution_extended"
EXTENDED_2, RECORD = "investigation_extended", "written_record_finalised"
LATE_PANEL, INTEREST = "late_panel_request_accepted", "sufficient_interest_decided"
ACCEPTED_9, DECLINED_9 = "late_representations_accepted", "representations_declined_out_of_time"
ADVOCATE = "advocate_appointed"

STORIES: Final[dict[str, Story]] = {
    # Two clear weeks; five; four; then 18 and 21 April, 5 and 26 May are off between 9 April and
    # 27 May; one clear week from there; three clear weeks.
    "every limit kept to the day": (
        Step("2025-01-06", ARRIVES, OPEN_1,
             clocks={"14(1) 2025-01-06 to 2025-01-20": "open"},
             duties=told("2025-01-06")),
        Step("2025-01-20", ENDED_1, UNRESOLVED,
             clocks={"14(1) 2025-01-06 to 2025-01-20": "met 2025-01-20"}),
        On("2027-01-20", UNRESOLVED),
        Step("2025-02-03", ASKED, OPEN_2, clocks={"17(3) 2025-02-03 to 2025-03-10": "open"},
             duties=told("2025-01-06")),
        Step("2025-02-05", "independent_person_appointed", OPEN_2),
        Step("2025-02-06", "investigating_officer_appointed", OPEN_2),
        Step("2025-02-07", "statement_agreed", OPEN_2),
        Step("2025-02-10", ADVOCATE, OPEN_2),
        Step("2025-03-04", "investigation_report_completed", OPEN_2),
        Step("2025-03-06", "adjudicated", OPEN_2),
        No("2025-03-10", SENT, "17(2)", {"with_independent_person": False}),
        Step("2025-03-10", SENT, RESPONDED,
             clocks={"17(3) 2025-02-03 to 2025-03-10": "met 2025-03-10"}),
        Step("2025-03-12", GOT, RESPONDED, clocks={"18(2) 2025-03-12 to 2025-04-09": "open"}),
        No("2025-03-13", GOT, "18(2)"),
        Step("2025-04-09", "panel_requested", REQUESTED,
             clocks={"18(2) 2025-03-12 to 2025-04-09": "met 2025-04-09",
                     "19(4) 2025-04-09 to 2025-05-27": "open"}),
        No("2025-05-27", "panel_met", "19(2)", {"independent_persons": 2}),
        No("2025-05-27", "panel_met", "19(3)", {"stage_2_independent_person_sat": True}),
        Step("2025-05-27", "panel_met", PANEL_MET,
             clocks={"19(4) 2025-04-09 to 2025-05-27": "met 2025-05-27",
                     "20(2) 2025-05-27 to 2025-06-03": "open"}),
        No("2025-06-03", "panel_report_received", "20(2)"),
        Step("2025-06-03", "panel_report_sent", PANEL_MET,
             clocks={"20(2) 2025-05-27 to 2025-06-03": "met 2025-06-03"}),
        Step("2025-06-04", "panel_report_received", REPORTED,
             clocks={"20(3) 2025-06-04 to 2025-06-25": "open"}),
        Step("2025-06-25", "panel_response_sent", "concluded",
             clocks={"20(3) 2025-06-04 to 2025-06-25": "met 2025-06-25"}, breaches=()),
        Step("2025-07-01", "ombudsman_complaint_made", "concluded"),
        Step("2025-09-01", "ombudsman_decided", "concluded", {"decision": "upheld"}),
    ),
    # 29 August: two clear weeks to 12 September. Then five clear weeks, Friday to Friday; four
    # clear weeks; 25 and 26 December and 1 January are off before 3 January; then clear weeks.
    "every limit missed by a day": (
        Step("2024-08-29", ARRIVES, OPEN_1, clocks={"14(1) 2024-08-29 to 2024-09-12": "open"}),
        Step("2024-09-13", ENDED_1, UNRESOLVED,
             clocks={"14(1) 2024-08-29 to 2024-09-12": "met 2024-09-13"},
             breaches=("14(1) due 2024-09-12, done 2024-09-13, 1 over",)),
        Step("2024-09-13", ASKED, OPEN_2, clocks={"17(3) 2024-09-13 to 2024-10-18": "open"}),
        Step("2024-10-21", SENT, RESPONDED,
             clocks={"17(3) 2024-09-13 to 2024-10-18": "met 2024-10-21"},
             breaches=("14(1) due 2024-09-12, done 2024-09-13, 1 over",
                       "17(3) due 2024-10-18, done 2024-10-21, 1 over")),
        Step("2024-10-22", GOT, RESPONDED, clocks={"18(2) 2024-10-22 to 2024-11-19": "open"}),
        Step("2024-10-30", "ombudsman_complaint_made", RESPONDED),
        Step("2024-11-04", "ombudsman_decided", RESPONDED, {"decision": "premature"}),
        Step("2024-11-19", "panel_requested", REQUESTED,
             clocks={"18(2) 2024-10-22 to 2024-11-19": "met 2024-11-19",
                     "19(4) 2024-11-19 to 2025-01-03": "open"}),
        Step("2025-01-06", "panel_met", PANEL_MET,
             clocks={"19(4) 2024-11-19 to 2025-01-03": "met 2025-01-06",
                     "20(2) 2025-01-06 to 2025-01-13": "open"},
             breaches=("14(1) due 2024-09-12, done 2024-09-13, 1 over",
                       "17(3) due 2024-10-18, done 2024-10-21, 1 over",
                       "19(4) due 2025-01-03, done 2025-01-06, 1 over")),
        Step("2025-01-14", "panel_report_sent", PANEL_MET,
             clocks={"20(2) 2025-01-06 to 2025-01-13": "met 2025-01-14"},
             breaches=("14(1) due 2024-09-12, done 2024-09-13, 1 over",
                       "17(3) due 2024-10-18, done 2024-10-21, 1 over",
                       "19(4) due 2025-01-03, done 2025-01-06, 1 over",
                       "20(2) due 2025-01-13, done 2025-01-14, 1 over")),
        Step("2025-01-15", "panel_report_received", REPORTED,
             clocks={"20(3) 2025-01-15 to 2025-02-05": "open"}),
        Step("2025-02-06", "panel_response_sent", "concluded",
             clocks={"20(3) 2025-01-15 to 2025-02-05": "met 2025-02-06"},
             breaches=("14(1) due 2024-09-12, done 2024-09-13, 1 over",
                       "17(3) due 2024-10-18, done 2024-10-21, 1 over",
                       "19(4) due 2025-01-03, done 2025-01-06, 1 over",
                       "20(2) due 2025-01-13, done 2025-01-14, 1 over",
                       "20(3) due 2025-02-05, done 2025-02-06, 1 over")),
    ),
    # The tenth day is 20 January; seven more is the 29th, and three more 3 February. From there
    # 25 days end on 10 March and 65 on 8 May, with 18 and 21 April and 5 May off. 26 May is off
    # before 6 June; the rest are clear weeks.
    "extended to the full and kept": (
        Step("2025-01-06", ARRIVES, OPEN_1, clocks={"14(1) 2025-01-06 to 2025-01-20": "open"}),
        No("2025-01-10", EXTENDED_1, "14(5)", {"working_days": 11}),
        No("2025-01-10", EXTENDED_1, "14(5)", {"working_days": 0}),
        No("2025-01-10", EXTENDED_1, "14(5)", {"working_days": 7, "considered_complex": False}),
        Step("2025-01-10", EXTENDED_1, OPEN_1, {"working_days": 7},
             clocks={"14(1) 2025-01-06 to 2025-01-20": None,
                     "14(5) 2025-01-06 to 2025-01-29": "open"}),
        No("2025-01-13", EXTENDED_1, "14(5)", {"working_days": 4}),
        Step("2025-01-20", EXTENDED_1, OPEN_1, {"working_days": 3},
             clocks={"14(5) 2025-01-06 to 2025-01-29": None,
                     "14(5) 2025-01-06 to 2025-02-03": "open"}),
        Step("2025-02-03", ENDED_1, UNRESOLVED,
             clocks={"14(5) 2025-01-06 to 2025-02-03": "met 2025-02-03"}),
        Step("2025-02-03", ASKED, OPEN_2, clocks={"17(3) 2025-02-03 to 2025-03-10": "open"}),
        No("2025-03-10", EXTENDED_2, "17(6)(b)", {"until": "2025-05-09", "reason": "illness"}),
        No("2025-03-10", EXTENDED_2, "17(6)", {"until": "2025-03-10", "reason": "illness"}),
        No("2025-03-10", EXTENDED_2, "17(6)(a)", {"until": "2025-05-08", "reason": " "}),
        Step("2025-03-10", EXTENDED_2, OPEN_2, {"until": "2025-05-08", "reason": "illness"},
             clocks={"17(3) 2025-02-03 to 2025-03-10": None,
                     "17(6) 2025-02-03 to 2025-05-08": "open"}),
        Step("2025-05-08", SENT, RESPONDED,
             clocks={"17(6) 2025-02-03 to 2025-05-08": "met 2025-05-08"}),
        Step("2025-05-08", GOT, RESPONDED, clocks={"18(2) 2025-05-08 to 2025-06-06": "open"}),
        Step("2025-06-06", "panel_requested", REQUESTED,
             clocks={"18(2) 2025-05-08 to 2025-06-06": "met 2025-06-06",
                     "19(4) 2025-06-06 to 2025-07-18": "open"}),
        Step("2025-07-18", "panel_met", PANEL_MET,
             clocks={"19(4) 2025-06-06 to 2025-07-18": "met 2025-07-18",
                     "20(2) 2025-07-18 to 2025-07-25": "open"}),
        Step("2025-07-25", "panel_report_sent", PANEL_MET,
             clocks={"20(2) 2025-07-18 to 2025-07-25": "met 2025-07-25"}),
        Step("2025-07-25", "panel_report_received", REPORTED,
             clocks={"20(3) 2025-07-25 to 2025-08-15": "open"}),
        Step("2025-08-15", "panel_response_sent", "concluded",
             clocks={"20(3) 2025-07-25 to 2025-08-15": "met 2025-08-15"}, breaches=()),
    ),
    # 25 and 26 December and 1 January are off: the tenth day from 16 December is 2 January, the
    # twentieth the 16th, ten over. From there 25 days end on 20 February and 65 on 17 April,
    # eight weeks later; 5 May is off before 21 May, 26 May before 4 July.
    "everything late, and a panel at discretion": (
        Step("2024-12-16", ARRIVES, OPEN_1, clocks={"14(1) 2024-12-16 to 2025-01-02": "open"}),
        Step("2025-01-03", EXTENDED_1, OPEN_1, {"working_days": 10},
             clocks={"14(5) 2024-12-16 to 2025-01-16": "open"},
             breaches=("14(1) due 2025-01-02, not done 2025-01-03, 1 over",)),
        Step("2025-01-16", ENDED_1, UNRESOLVED,
             clocks={"14(1) 2024-12-16 to 2025-01-02": "met 2025-01-16",
                     "14(5) 2024-12-16 to 2025-01-16": "met 2025-01-16"},
             breaches=("14(1) due 2025-01-02, done 2025-01-16, 10 over",)),
        Step("2025-01-16", ASKED, OPEN_2, clocks={"17(3) 2025-01-16 to 2025-02-20": "open"}),
        Step("2025-02-21", EXTENDED_2, OPEN_2, {"until": "2025-04-17", "reason": "illness"},
             clocks={"17(6) 2025-01-16 to 2025-04-17": "open"},
             breaches=("14(1) due 2025-01-02, done 2025-01-16, 10 over",
                       "17(3) due 2025-02-20, not done 2025-02-21, 1 over")),
        Step("2025-04-17", SENT, RESPONDED,
             clocks={"17(3) 2025-01-16 to 2025-02-20": "met 2025-04-17",
                     "17(6) 2025-01-16 to 2025-04-17": "met 2025-04-17"},
             breaches=("14(1) due 2025-01-02, done 2025-01-16, 10 over",
                       "17(3) due 2025-02-20, done 2025-04-17, 40 over")),
        No("2025-04-18", LATE_PANEL, "18(2)", {"reason": "asked by telephone"}),
        Step("2025-04-22", GOT, RESPONDED, clocks={"18(2) 2025-04-22 to 2025-05-21": "open"}),
        Step("2025-04-24", "adjudicated", RESPONDED, {"outcome": "partly_upheld"}),
        Step("2025-05-20", "panel_requested", RESPONDED, {"reasons_given": False}),
        No("2025-05-21", LATE_PANEL, "18(2)", {"reason": "in hospital"}),
        On("2025-05-21", RESPONDED),
        On("2025-05-22", "closed_no_panel_request"),
        No("2025-05-22", "panel_requested", "18(2)"),
        No("2025-05-22", "panel_requested", "18(2)", {"reasons_given": False}),
        No("2025-05-22", LATE_PANEL, "18(2)", {"reason": ""}),
        Step("2025-05-22", LATE_PANEL, REQUESTED, {"reason": "in hospital"},
             clocks={"18(2) 2025-04-22 to 2025-05-21": "met 2025-05-22",
                     "19(4) 2025-05-22 to 2025-07-04": "open"}),
        Step("2025-06-02", ADVOCATE, REQUESTED),
        Step("2025-07-04", "panel_met", PANEL_MET,
             clocks={"19(4) 2025-05-22 to 2025-07-04": "met 2025-07-04",
                     "20(2) 2025-07-04 to 2025-07-11": "open"}),
        No("2025-07-09", "panel_met", "19(2)", {"independent_persons": 4}),
        No("2025-07-09", "panel_met", "19(3)", {"stage_2_independent_person_sat": True}),
        Step("2025-07-09", "panel_met", PANEL_MET,
             clocks={"20(2) 2025-07-04 to 2025-07-11": None,
                     "20(2) 2025-07-09 to 2025-07-16": "open"}),
        Step("2025-07-16", "panel_report_sent", PANEL_MET,
             clocks={"20(2) 2025-07-09 to 2025-07-16": "met 2025-07-16"}),
        No("2025-07-16", "panel_report_sent", "20(2)"),
        No("2025-07-16", "panel_met", "20(2)"),
        Step("2025-07-17", "panel_report_received", REPORTED,
             clocks={"20(3) 2025-07-17 to 2025-08-07": "open"}),
        Step("2025-08-07", "panel_response_sent", "concluded",
             clocks={"20(3) 2025-07-17 to 2025-08-07": "met 2025-08-07"}),
    ),
    # Two clear weeks from the appointment would be 24 March; from 20 March they end on 3 April.
    # 18 and 21 April, 5 and 26 May are off before 27 May.
    "oral, an advocate awaited, and a later start": (
        Step("2025-03-03", ARRIVES, PENDING_1, {"orally": True, "advocate_requested": True}),
        On("2026-03-03", PENDING_1),
        No("2025-03-05", WAIVED, "14(1)", {"both_agreed": False}),
        Step("2025-03-10", ADVOCATE, OPEN_1, clocks={"14(1) 2025-03-10 to 2025-03-24": "open"}),
        Step("2025-03-12", LATER, PENDING_1, {"start": "2025-03-20"},
             clocks={"14(1) 2025-03-10 to 2025-03-24": None,
                     "14(1) 2025-03-20 to 2025-04-03": "open"}),
        On("2025-03-19", PENDING_1),
        On("2025-03-20", OPEN_1),
        Step("2025-03-24", ASKED, PENDING_2,
             clocks={"14(1) 2025-03-20 to 2025-04-03": "ceased 2025-03-24"},
             duties=(*told("2025-03-03"), "16 since 2025-03-24")),
        Step("2025-04-16", RECORD, OPEN_2, clocks={"17(3) 2025-04-16 to 2025-05-27": "open"},
             duties=(*told("2025-03-03"),
                     "16 since 2025-03-24 met 2025-04-16")),
        Step("2025-05-28", SENT, RESPONDED,
             clocks={"17(3) 2025-04-16 to 2025-05-27": "met 2025-05-28"},
             breaches=("17(3) due 2025-05-27, done 2025-05-28, 1 over",)),
        Step("2025-06-02", "matters_resolved", "resolved",
             duties=(*told("2025-03-03"),
                     "16 since 2025-03-24 met 2025-04-16", "15 since 2025-06-02")),
    ),
    # The appointment comes before the agreed start, which is then still to come.
    "an advocate appointed before the agreed start": (
        Step("2025-01-06", ARRIVES, PENDING_1, {"advocate_requested": True}),
        Step("2025-01-08", LATER, PENDING_1, {"start": "2025-01-27"}),
        Step("2025-01-20", ADVOCATE, PENDING_1,
             clocks={"14(1) 2025-01-27 to 2025-02-10": "open"}),
        On("2025-01-26", PENDING_1),
        On("2025-01-27", OPEN_1),
        Step("2025-02-11", ENDED_1, UNRESOLVED,
             clocks={"14(1) 2025-01-27 to 2025-02-10": "met 2025-02-11"},
             breaches=("14(1) due 2025-02-10, done 2025-02-11, 1 over",)),
    ),
    # Five clear weeks from Wednesday 8 January 2025: 12 February.
    "stage 1 left out, written": (
        Step("2025-01-06", ARRIVES, OPEN_1, clocks={"14(1) 2025-01-06 to 2025-01-20": "open"}),
        No("2025-01-08", WAIVED, "14(1)", {"both_agreed": False}),
        Step("2025-01-08", WAIVED, OPEN_2,
             clocks={"14(1) 2025-01-06 to 2025-01-20": "ceased 2025-01-08",
                     "17(3) 2025-01-08 to 2025-02-12": "open"}),
        Step("2025-01-09", "mediation_offered", OPEN_2),
        Step("2025-02-03", "mediation_ended", "resolved", {"resolved": True},
             clocks={"17(3) 2025-01-08 to 2025-02-12": "ceased 2025-02-03"},
             duties=(*told("2025-01-06"), "15 since 2025-02-03")),
    ),
    # Five clear weeks from Monday 13 January 2025: 17 February.
    "stage 1 left out, oral": (
        Step("2025-01-06", ARRIVES, OPEN_1, {"orally": True},
             clocks={"14(1) 2025-01-06 to 2025-01-20": "open"}),
        No("2025-01-08", WAIVED, "14(1)", {"both_agreed": False}),
        Step("2025-01-08", WAIVED, PENDING_2,
             clocks={"14(1) 2025-01-06 to 2025-01-20": "ceased 2025-01-08"},
             duties=(*told("2025-01-06"), "16 since 2025-01-08")),
        Step("2025-01-13", RECORD, OPEN_2, clocks={"17(3) 2025-01-13 to 2025-02-17": "open"}),
        Step("2025-02-18", "withdrawn", "withdrawn",
             clocks={"17(3) 2025-01-13 to 2025-02-17": "ceased 2025-02-18"},
             breaches=("17(3) due 2025-02-17, not done 2025-02-18, 1 over",),
             duties=(*told("2025-01-06"),
                     "16 since 2025-01-08 met 2025-01-13", "7 since 2025-02-18")),
    ),
    "stage 1 left out while an advocate is awaited": (
        Step("2025-01-06", ARRIVES, PENDING_1, {"advocate_requested": True}),
        No("2025-01-08", WAIVED, "14(1)", {"both_agreed": False}),
        Step("2025-01-08", WAIVED, OPEN_2, clocks={"17(3) 2025-01-08 to 2025-02-12": "open"}),
        Step("2025-02-12", SENT, RESPONDED,
             clocks={"17(3) 2025-01-08 to 2025-02-12": "met 2025-02-12"}, breaches=()),
    ),
    # An other person; two clear weeks from the decision on Monday 13 January 2025: the 27th.
    "an other person with a sufficient interest": (
        Step("2025-01-06", ARRIVES, AWAITING, {"interest_decision_needed": True},
             duties=(*told("2025-01-06"), "12 since 2025-01-06")),
        On("2026-01-06", AWAITING),
        Step("2025-01-08", ADVOCATE, AWAITING),
        Step("2025-01-13", INTEREST, OPEN_1, {"sufficient": True},
             clocks={"14(1) 2025-01-13 to 2025-01-27": "open"},
             duties=(*told("2025-01-06"),
                     "12 since 2025-01-06 met 2025-01-13")),
        Step("2025-01-14", "mediation_offered", OPEN_1),
        Step("2025-01-15", "mediation_declined", OPEN_1),
        Step("2025-01-16", "mediation_offered", OPEN_1),
        Step("2025-01-20", "mediation_ended", OPEN_1, {"resolved": False}),
        Step("2025-01-27", "matters_resolved", "resolved",
             clocks={"14(1) 2025-01-13 to 2025-01-27": "met 2025-01-27"}, breaches=(),
             duties=(*told("2025-01-06"),
                     "12 since 2025-01-06 met 2025-01-13", "15 since 2025-01-27")),
    ),
    "an other person whose advocate comes after the decision": (
        Step("2025-01-06", ARRIVES, AWAITING,
             {"interest_decision_needed": True, "advocate_requested": True}),
        Step("2025-01-13", INTEREST, PENDING_1, {"sufficient": True}),
        Step("2025-01-20", ADVOCATE, OPEN_1, clocks={"14(1) 2025-01-20 to 2025-02-03": "open"}),
        Step("2025-01-31", "mediation_ended", "resolved", {"resolved": True},
             clocks={"14(1) 2025-01-20 to 2025-02-03": "met 2025-01-31"}),
    ),
    "an other person whose advocate comes before the decision": (
        Step("2025-01-06", ARRIVES, AWAITING,
             {"interest_decision_needed": True, "advocate_requested": True}),
        Step("2025-01-08", ADVOCATE, AWAITING),
        Step("2025-01-13", INTEREST, OPEN_1, {"sufficient": True},
             clocks={"14(1) 2025-01-13 to 2025-01-27": "open"}),
    ),
    "an other person without a sufficient interest": (
        Step("2025-01-06", ARRIVES, AWAITING, {"interest_decision_needed": True}),
        Step("2025-02-13", INTEREST, "not_accepted_no_interest", {"sufficient": False},
             breaches=(),
             duties=(*told("2025-01-06"),
                     "12 since 2025-01-06 met 2025-02-13", "12 since 2025-02-13")),
        Step("2025-03-20", "ombudsman_complaint_made", "not_accepted_no_interest", breaches=()),
    ),
    "out of scope": (
        Step("2025-01-06", ARRIVES, OPEN_1, clocks={"14(1) 2025-01-06 to 2025-01-20": "open"}),
        Step("2025-02-10", "redirected", "redirected",
             clocks={"14(1) 2025-01-06 to 2025-01-20": None}, breaches=()),
    ),
    # A year from 29 February 2024 ends on 28 February 2025; two weeks from there on 14 March.
    "in time on the last day of the year": (
        Step("2025-02-28", ARRIVES, OPEN_1, {"grounds_arose": "2024-02-29"},
             clocks={"9(1) 2024-02-29 to 2025-02-28": "met 2025-02-28",
                     "14(1) 2025-02-28 to 2025-03-14": "open"}),
        Step("2025-03-03", LATER, PENDING_1, {"start": "2025-03-17"},
             clocks={"14(1) 2025-02-28 to 2025-03-14": None,
                     "14(1) 2025-03-17 to 2025-03-31": "open"}),
    ),
    # 1 March 2025 is a Saturday: day one is Monday the 3rd, and the tenth Friday the 14th.
    "out of time and accepted": (
        Step("2025-03-01", ARRIVES, RECEIVED, {"grounds_arose": "2024-02-29"},
             clocks={"9(1) 2024-02-29 to 2025-02-28": "met 2025-03-01"}),
        On("2026-03-01", RECEIVED),
        Step("2025-03-03", ADVOCATE, RECEIVED),
        No("2025-03-04", ACCEPTED_9, "9(2)(a)", {"not_reasonable_in_time": False}),
        No("2025-03-04", ACCEPTED_9, "9(2)(b)", {"still_effective_and_fair": False}),
        Step("2025-03-04", ACCEPTED_9, OPEN_1,
             clocks={"14(1) 2025-03-01 to 2025-03-14": "open"}),
        Step("2025-03-14", ENDED_1, UNRESOLVED,
             clocks={"14(1) 2025-03-01 to 2025-03-14": "met 2025-03-14"}, breaches=()),
    ),
    "out of time and accepted from an other person": (
        Step("2025-01-13", ARRIVES, RECEIVED,
             {"grounds_arose": "2024-01-10", "interest_decision_needed": True},
             clocks={"9(1) 2024-01-10 to 2025-01-10": "met 2025-01-13"}),
        No("2025-01-15", ACCEPTED_9, "9(2)(a)", {"not_reasonable_in_time": False}),
        No("2025-01-15", ACCEPTED_9, "9(2)(b)", {"still_effective_and_fair": False}),
        Step("2025-01-15", ACCEPTED_9, AWAITING,
             {"not_reasonable_in_time": True, "still_effective_and_fair": True}),
    ),
    "out of time and accepted with an advocate awaited": (
        Step("2025-01-13", ARRIVES, RECEIVED,
             {"grounds_arose": "2024-01-10", "advocate_requested": True},
             clocks={"9(1) 2024-01-10 to 2025-01-10": "met 2025-01-13"}),
        No("2025-01-15", ACCEPTED_9, "9(2)(a)", {"not_reasonable_in_time": False}),
        No("2025-01-15", ACCEPTED_9, "9(2)(b)", {"still_effective_and_fair": False}),
        Step("2025-01-15", ACCEPTED_9, PENDING_1),
    ),
    "out of time and declined": (
        Step("2025-01-13", ARRIVES, RECEIVED, {"grounds_arose": "2024-01-10"},
             clocks={"9(1) 2024-01-10 to 2025-01-10": "met 2025-01-13"}),
        Step("2025-02-10", DECLINED_9, "not_accepted_out_of_time", breaches=()),
    ),
    # The year from 3 March 2025 ends on 3 March 2026, and ten days from there on the 17th.
    "not considered, and resubmitted on the last day": (
        Step("2025-01-06", ARRIVES, OPEN_1, clocks={"14(1) 2025-01-06 to 2025-01-20": "open"}),
        No("2025-01-08", DECIDED_8, "8(1)",
           {"ground": "court", "would_prejudice": False, "in_part": True}),
        Step("2025-01-08", DECIDED_8, OPEN_1, {"ground": "disciplinary", "in_part": True},
             duties=(*told("2025-01-06"), "8 since 2025-01-08")),
        No("2025-01-13", DECIDED_8, "8(1)", {"ground": "court", "would_prejudice": False}),
        Step("2025-01-13", DECIDED_8, "suspended", {"ground": "court"},
             clocks={"14(1) 2025-01-06 to 2025-01-20": "ceased 2025-01-13"},
             duties=(*told("2025-01-06"), "8 since 2025-01-08",
                     "8 since 2025-01-13")),
        No("2025-02-03", "resubmitted", "8(4)"),
        On("2027-01-13", "suspended"),
        Step("2025-03-03", ENDED_8, "suspended",
             clocks={"8(5) 2025-03-03 to 2026-03-03": "open"}),
        No("2025-03-04", ENDED_8, "8(4)"),
        On("2026-03-03", "suspended"),
        On("2026-03-04", "closed_not_resubmitted"),
        No("2026-03-04", "resubmitted", "8(5)"),
        Step("2026-03-03", "resubmitted", OPEN_1,
             clocks={"8(5) 2025-03-03 to 2026-03-03": "met 2026-03-03",
                     "14(1) 2026-03-03 to 2026-03-17": "open"},
             duties=(*told("2025-01-06"), "8 since 2025-01-08",
                     "8 since 2025-01-13", *told("2026-03-03"))),
        Step("2026-03-05", "withdrawn", "withdrawn",
             clocks={"14(1) 2026-03-03 to 2026-03-17": "ceased 2026-03-05"}, breaches=()),
    ),
    "not considered, and resubmitted by an other person": (
        Step("2025-01-06", ARRIVES, AWAITING, {"interest_decision_needed": True}),
        Step("2025-01-07", INTEREST, OPEN_1, {"sufficient": True},
             clocks={"14(1) 2025-01-07 to 2025-01-21": "open"}),
        Step("2025-01-08", DECIDED_8, "suspended", {"ground": "criminal_investigation"},
             clocks={"14(1) 2025-01-07 to 2025-01-21": "ceased 2025-01-08"}),
        No("2025-02-03", "resubmitted", "8(4)"),
        Step("2025-03-03", ENDED_8, "suspended",
             clocks={"8(5) 2025-03-03 to 2026-03-03": "open"}),
        No("2026-03-04", "resubmitted", "8(5)"),
        Step("2025-04-01", "resubmitted", AWAITING,
             clocks={"8(5) 2025-03-03 to 2026-03-03": "met 2025-04-01"}),
        Step("2025-04-22", INTEREST, OPEN_1, {"sufficient": True},
             clocks={"14(1) 2025-04-22 to 2025-05-07": "open"},
             duties=(*told("2025-01-06"),
                     "12 since 2025-01-06 met 2025-01-07", "8 since 2025-01-08",
                     *told("2025-04-01"),
                     "12 since 2025-04-01 met 2025-04-22")),
    ),
    "not considered, and resubmitted with an advocate awaited": (
        Step("2025-01-06", ARRIVES, PENDING_1, {"advocate_requested": True}),
        Step("2025-01-08", DECIDED_8, "suspended", {"ground": "criminal_proceedings"}),
        No("2025-02-03", "resubmitted", "8(4)"),
        Step("2025-03-03", ENDED_8, "suspended",
             clocks={"8(5) 2025-03-03 to 2026-03-03": "open"}),
        No("2026-03-04", "resubmitted", "8(5)"),
        Step("2025-03-10", "resubmitted", PENDING_1,
             clocks={"8(5) 2025-03-03 to 2026-03-03": "met 2025-03-10"}),
        Step("2025-03-17", ADVOCATE, OPEN_1, clocks={"14(1) 2025-03-17 to 2025-03-31": "open"}),
    ),
    "not considered, with an advocate from the first run": (
        Step("2025-01-06", ARRIVES, PENDING_1, {"advocate_requested": True}),
        Step("2025-01-13", ADVOCATE, OPEN_1, clocks={"14(1) 2025-01-13 to 2025-01-27": "open"}),
        Step("2025-01-14", DECIDED_8, "suspended", {"ground": "court"},
             clocks={"14(1) 2025-01-13 to 2025-01-27": "ceased 2025-01-14"}),
        Step("2025-02-03", ENDED_8, "suspended",
             clocks={"8(5) 2025-02-03 to 2026-02-03": "open"}),
        Step("2025-03-03", "resubmitted", OPEN_1,
             clocks={"8(5) 2025-02-03 to 2026-02-03": "met 2025-03-03",
                     "14(1) 2025-03-03 to 2025-03-17": "open"}),
        # The twentieth day from 3 March 2025 is the 31st.
        Step("2025-03-10", EXTENDED_1, OPEN_1, {"working_days": 10},
             clocks={"14(1) 2025-03-03 to 2025-03-17": None,
                     "14(5) 2025-03-03 to 2025-03-31": "open"}),
    ),
    "not considered, and withdrawn": (
        Step("2025-01-06", ARRIVES, OPEN_1, clocks={"14(1) 2025-01-06 to 2025-01-20": "open"}),
        Step("2025-01-13", DECIDED_8, "suspended", {"ground": "court"},
             clocks={"14(1) 2025-01-06 to 2025-01-20": "ceased 2025-01-13"}),
        Step("2025-03-03", ENDED_8, "suspended",
             clocks={"8(5) 2025-03-03 to 2026-03-03": "open"}),
        Step("2025-04-01", "withdrawn", "withdrawn",
             clocks={"8(5) 2025-03-03 to 2026-03-03": "ceased 2025-04-01"},
             duties=(*told("2025-01-06"), "8 since 2025-01-13",
                     "7 since 2025-04-01")),
    ),
    # Nobody knows when the notice came; six clear weeks from 1 July 2025 end on 12 August.
    "a panel requested with no day of receipt": (
        Step("2025-01-06", ARRIVES, OPEN_1, clocks={"14(1) 2025-01-06 to 2025-01-20": "open"}),
        Step("2025-01-06", WAIVED, OPEN_2,
             clocks={"14(1) 2025-01-06 to 2025-01-20": "ceased 2025-01-06",
                     "17(3) 2025-01-06 to 2025-02-10": "open"}),
        Step("2025-02-10", SENT, RESPONDED,
             clocks={"17(3) 2025-01-06 to 2025-02-10": "met 2025-02-10"}),
        On("2026-02-10", RESPONDED),
        No("2025-06-30", LATE_PANEL, "18(2)", {"reason": "in hospital"}),
        Step("2025-07-01", "panel_requested", REQUESTED,
             clocks={"19(4) 2025-07-01 to 2025-08-12": "open"}, breaches=()),
    ),
    "referred early": (
        Step("2025-01-06", ARRIVES, OPEN_1, clocks={"14(1) 2025-01-06 to 2025-01-20": "open"}),
        Step("2025-01-06", WAIVED, OPEN_2,
             clocks={"14(1) 2025-01-06 to 2025-01-20": "ceased 2025-01-06",
                     "17(3) 2025-01-06 to 2025-02-10": "open"}),
        Step("2025-02-10", SENT, RESPONDED,
             clocks={"17(3) 2025-01-06 to 2025-02-10": "met 2025-02-10"}),
        Step("2025-02-10", GOT, RESPONDED, clocks={"18(2) 2025-02-10 to 2025-03-10": "open"}),
        No("2025-02-17", "referred_early_to_ombudsman", "18(1)", {"complainant_agreed": False}),
        Step("2025-02-17", "referred_early_to_ombudsman", "referred_early_to_ombudsman",
             clocks={"18(2) 2025-02-10 to 2025-03-10": "ceased 2025-02-17"}, breaches=()),
    ),
    # Ten days from 8, 27 January and 3 February 2025 end on 22 January, 10 and 17 February.
    "later starts asked for and agreed": (
        Step("2025-01-06", ARRIVES, OPEN_1, clocks={"14(1) 2025-01-06 to 2025-01-20": "open"}),
        No("2025-01-10", LATER, "14(4)", {"start": "2025-01-08", "at_complainants_request": False}),
        No("2025-01-10", LATER, "14(4)", {"start": "2025-01-27", "at_complainants_request": False}),
        No("2025-01-10", LATER, "14(4)", {"start": "2025-01-06"}),
        No("2025-01-21", LATER, "14(1)", {"start": "2025-01-15"}),
        No("2025-01-21", LATER, "14(1)", {"start": "2025-02-03"}),
        Step("2025-01-10", LATER, OPEN_1, {"start": "2025-01-08"},
             clocks={"14(1) 2025-01-06 to 2025-01-20": None,
                     "14(1) 2025-01-08 to 2025-01-22": "open"}),
        Step("2025-01-13", LATER, PENDING_1, {"start": "2025-01-27"},
             clocks={"14(1) 2025-01-08 to 2025-01-22": None,
                     "14(1) 2025-01-27 to 2025-02-10": "open"}),
        No("2025-01-15", LATER, "14(4)", {"start": "2025-02-03", "at_complainants_request": False}),
        No("2025-01-15", LATER, "14(4)", {"start": "2025-01-09", "at_complainants_request": False}),
        No("2025-01-15", LATER, "14(4)", {"start": "2025-01-03"}),
        Step("2025-01-15", LATER, PENDING_1, {"start": "2025-02-03"},
             clocks={"14(1) 2025-01-27 to 2025-02-10": None,
                     "14(1) 2025-02-03 to 2025-02-17": "open"}),
        On("2025-02-02", PENDING_1),
        On("2025-02-03", OPEN_1),
        Step("2025-02-17", ENDED_1, UNRESOLVED,
             clocks={"14(1) 2025-02-03 to 2025-02-17": "met 2025-02-17"}, breaches=()),
    ),
    # A date after that of 14(3), 6 January, and before the one agreed first: two weeks to the 22nd.
    "a later start brought forward": (
        Step("2025-01-06", ARRIVES, OPEN_1, clocks={"14(1) 2025-01-06 to 2025-01-20": "open"}),
        Step("2025-01-07", LATER, PENDING_1, {"start": "2025-01-27"},
             clocks={"14(1) 2025-01-06 to 2025-01-20": None,
                     "14(1) 2025-01-27 to 2025-02-10": "open"}),
        Step("2025-01-13", LATER, OPEN_1, {"start": "2025-01-08"},
             clocks={"14(1) 2025-01-27 to 2025-02-10": None,
                     "14(1) 2025-01-08 to 2025-01-22": "open"}),
        Step("2025-01-22", ENDED_1, UNRESOLVED,
             clocks={"14(1) 2025-01-08 to 2025-01-22": "met 2025-01-22"}, breaches=()),
    ),
    # Fifteen days from 6 January 2025: three weeks, Monday 27.
    "extended and resolved": (
        Step("2025-01-06", ARRIVES, OPEN_1, clocks={"14(1) 2025-01-06 to 2025-01-20": "open"}),
        Step("2025-01-20", EXTENDED_1, OPEN_1, {"working_days": 5},
             clocks={"14(1) 2025-01-06 to 2025-01-20": None,
                     "14(5) 2025-01-06 to 2025-01-27": "open"}),
        Step("2025-01-27", "matters_resolved", "resolved",
             clocks={"14(5) 2025-01-06 to 2025-01-27": "met 2025-01-27"}, breaches=()),
    ),
    # Ten and five days from Monday 20 January 2025 would end on 10 February; it never starts.
    "extended, put off, and left out before it starts": (
        Step("2025-01-06", ARRIVES, OPEN_1, clocks={"14(1) 2025-01-06 to 2025-01-20": "open"}),
        Step("2025-01-08", EXTENDED_1, OPEN_1, {"working_days": 5},
             clocks={"14(1) 2025-01-06 to 2025-01-20": None,
                     "14(5) 2025-01-06 to 2025-01-27": "open"}),
        Step("2025-01-09", LATER, PENDING_1, {"start": "2025-01-20"},
             clocks={"14(5) 2025-01-06 to 2025-01-27": None,
                     "14(5) 2025-01-20 to 2025-02-10": "open"}),
        Step("2025-01-15", WAIVED, OPEN_2,
             clocks={"14(5) 2025-01-20 to 2025-02-10": None,
                     "17(3) 2025-01-15 to 2025-02-19": "open"}, breaches=()),
    ),
    "extended and resolved by mediation": (
        Step("2025-01-06", ARRIVES, OPEN_1, clocks={"14(1) 2025-01-06 to 2025-01-20": "open"}),
        Step("2025-01-20", EXTENDED_1, OPEN_1, {"working_days": 5},
             clocks={"14(1) 2025-01-06 to 2025-01-20": None,
                     "14(5) 2025-01-06 to 2025-01-27": "open"}),
        Step("2025-01-27", "mediation_ended", "resolved", {"resolved": True},
             clocks={"14(5) 2025-01-06 to 2025-01-27": "met 2025-01-27"}, breaches=()),
    ),
    # The record is of Thursday 29 August 2024: 25 days end on 3 October, 65 on 28 November.
    "oral, and sixty-five days from the record": (
        Step("2024-08-12", ARRIVES, OPEN_1, {"orally": True},
             clocks={"14(1) 2024-08-12 to 2024-08-27": "open"}),
        Step("2024-08-15", ASKED, PENDING_2,
             clocks={"14(1) 2024-08-12 to 2024-08-27": "ceased 2024-08-15"}),
        Step("2024-08-29", RECORD, OPEN_2, clocks={"17(3) 2024-08-29 to 2024-10-03": "open"}),
        No("2024-10-03", EXTENDED_2, "17(6)(b)", {"until": "2024-11-29", "reason": "illness"}),
        Step("2024-10-03", EXTENDED_2, OPEN_2, {"until": "2024-11-28", "reason": "illness"},
             clocks={"17(3) 2024-08-29 to 2024-10-03": None,
                     "17(6) 2024-08-29 to 2024-11-28": "open"}),
        Step("2024-11-29", SENT, RESPONDED,
             clocks={"17(6) 2024-08-29 to 2024-11-28": "met 2024-11-29"},
             breaches=("17(6) due 2024-11-28, done 2024-11-29, 1 over",)),
    ),
    "stage 1 left out, and sixty-five days from the agreement": (
        Step("2024-08-27", ARRIVES, OPEN_1, clocks={"14(1) 2024-08-27 to 2024-09-10": "open"}),
        Step("2024-08-29", WAIVED, OPEN_2,
             clocks={"14(1) 2024-08-27 to 2024-09-10": "ceased 2024-08-29",
                     "17(3) 2024-08-29 to 2024-10-03": "open"}),
        No("2024-10-03", EXTENDED_2, "17(6)(b)", {"until": "2024-11-29", "reason": "illness"}),
        Step("2024-10-03", EXTENDED_2, OPEN_2, {"until": "2024-11-28", "reason": "illness"},
             clocks={"17(3) 2024-08-29 to 2024-10-03": None,
                     "17(6) 2024-08-29 to 2024-11-28": "open"}),
        Step("2024-11-28", "withdrawn", "withdrawn",
             clocks={"17(6) 2024-08-29 to 2024-11-28": "ceased 2024-11-28"}, breaches=()),
    ),
    # 10 and 13 April 2020 are off: thirty days from 11 March end on 24 April, when the limits of
    # stage 3 read on, "or as soon as is reasonably practicable"; twenty days from 25 March too.
    "softened in 2020": (
        Step("2020-03-25", ARRIVES, OPEN_1, clocks={"14(1) 2020-03-25 to 2020-04-08": "open"}),
        Step("2020-03-25", WAIVED, OPEN_2,
             clocks={"14(1) 2020-03-25 to 2020-04-08": "ceased 2020-03-25",
                     "17(3) 2020-03-25 to 2020-05-01": "open"}),
        Step("2020-03-25", SENT, RESPONDED,
             clocks={"17(3) 2020-03-25 to 2020-05-01": "met 2020-03-25"}),
        Step("2020-03-25", GOT, RESPONDED,
             clocks={"18(2) 2020-03-25 to 2020-04-24": "open, softened"}),
        On("2020-04-27", RESPONDED),
        # 25 May is off: six weeks from 27 April and two days, for 8 May is off as well.
        Step("2020-04-27", "panel_requested", REQUESTED,
             clocks={"18(2) 2020-03-25 to 2020-04-24": "met 2020-04-27, softened",
                     "19(4) 2020-04-27 to 2020-06-10": "open, softened"}),
        Step("2020-06-11", "panel_met", PANEL_MET,
             clocks={"19(4) 2020-04-27 to 2020-06-10": "met 2020-06-11, softened",
                     "20(2) 2020-06-11 to 2020-06-18": "open, softened"},
             breaches=("19(4) due 2020-06-10, done 2020-06-11, 1 over",)),
        Step("2020-06-18", "panel_report_sent", PANEL_MET,
             clocks={"20(2) 2020-06-11 to 2020-06-18": "met 2020-06-18, softened"}),
        Step("2020-06-18", "panel_report_received", REPORTED,
             clocks={"20(3) 2020-06-18 to 2020-07-09": "open, softened"}),
    ),
}  # fmt: skip
