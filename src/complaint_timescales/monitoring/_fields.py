# SPDX-License-Identifier: MIT
"""The columns that a record under regulation 13(2) can have, and the names that they go by."""

from __future__ import annotations

from typing import Final

from complaint_timescales.tables import Field, FieldKind

_DATE, _TEXT, _YES_NO = FieldKind.DATE, FieldKind.TEXT, FieldKind.YES_NO

# fmt: off
FIELDS: Final = (
    Field("case_ref", _TEXT, (
        "case_id", "case_reference", "case_number", "case_no", "reference", "reference_number",
        "reference_no", "ref_no", "ref", "case", "complaint", "complaint_reference",
        "complaint_id")),
    Field("stage", _TEXT, ("case_type", "complaint_stage", "current_stage")),
    # Getting in
    Field("grounds_arose", _DATE, ("date_grounds_arose", "date_of_event", "incident_date")),
    Field("received", _DATE, (
        "date_received", "received_date", "receipt_date", "date_of_receipt", "logged",
        "date_logged", "date_complaint_received", "stage_1_received")),
    Field("acknowledged", _DATE, (
        "ack_date", "date_acknowledged", "acknowledgement_date", "acknowledgement_sent")),
    Field("orally", _YES_NO, ("made_orally", "oral", "verbal")),
    Field("interest_decided", _DATE, (
        "sufficient_interest_decided", "date_interest_decided", "interest_decision_date")),
    Field("advocate_requested", _YES_NO, ("advocate_asked_for", "advocate_requested_y_n")),
    Field("advocate_appointed", _DATE, ("date_advocate_appointed", "advocate_date")),
    Field("later_start", _DATE, ("agreed_start", "agreed_start_date", "later_start_agreed")),
    # Stage 1
    Field("complex", _YES_NO, ("complex_y_n", "considered_complex", "complexity", "is_complex")),
    Field("extended", _YES_NO, (
        "extension_agreed", "extended_y_n", "extension_y_n", "extension_agreed_y_n", "extension",
        "stage_1_extended", "stage_1_extension")),
    Field("extension_decided", _DATE, (
        "date_extended", "extension_date", "date_extension_agreed", "date_of_extension",
        "extension_decided_on", "stage_1_extension_date")),
    Field("responded", _DATE, (
        "response_sent", "date_replied", "date_responded", "response_date", "date_response_sent",
        "date_of_response", "reply_sent", "stage_1_response_sent", "stage_1_responded")),
    Field("outcome", _TEXT, ("stage_1_outcome", "finding", "decision", "complaint_outcome")),
    Field("closed", _DATE, ("date_closed", "closed_date", "date_of_closure", "closure_date")),
    Field("withdrawn", _DATE, ("date_withdrawn", "withdrawn_date", "withdrawn_on")),
    Field("on_hold_from", _DATE, ("hold_from", "suspended_from", "paused_from")),
    Field("on_hold_to", _DATE, ("hold_to", "suspended_to", "paused_to")),
    # Mediation
    Field("mediation_offered", _TEXT, ("mediation", "mediation_offered_y_n", "adr_offered")),
    Field("mediation_outcome", _TEXT, ("mediation_result", "outcome_of_mediation", "adr_outcome")),
    Field("resolved_by_mediation", _DATE, (
        "resolved_by_mediation_on", "date_resolved_by_mediation", "mediation_resolved_on",
        "date_mediation_resolved")),
    # Stage 2
    Field("stage_1_waived", _DATE, ("date_stage_1_waived", "stage_1_skipped", "skip_agreed")),
    Field("stage2_requested", _DATE, (
        "date_of_request", "stage_2_requested", "date_stage_2_requested",
        "date_of_stage_2_request", "stage_2_request_date", "request_date", "date_requested",
        "escalation_date", "date_escalated", "escalated")),
    Field("statement_agreed", _DATE, (
        "date_tor_signed", "tor_signed", "date_terms_of_reference_signed",
        "terms_of_reference_signed", "date_statement_agreed", "complaint_statement_agreed",
        "complaint_statement_signed", "statement_signed", "statement_of_complaint_agreed")),
    Field("written_record", _DATE, (
        "written_record_finalised", "date_of_written_record", "final_written_record")),
    Field("io_appointed", _DATE, (
        "date_io_appointed", "investigating_officer_appointed", "io_date", "io_start")),
    Field("ip_appointed", _DATE, (
        "date_ip_appointed", "independent_person_appointed", "ip_date", "ip_start")),
    Field("stage2_extended", _YES_NO, (
        "stage_2_extended", "stage_2_extension", "stage_2_extension_agreed",
        "stage_2_extended_y_n")),
    Field("extension_notified", _DATE, (
        "date_extension_notified", "extension_notice_sent", "date_of_extension_notice",
        "stage_2_extension_notified", "extension_letter_sent")),
    Field("extended_until", _DATE, (
        "extended_to", "date_extended_to", "extension_until", "new_target_date",
        "stage_2_extended_to")),
    Field("report_received", _DATE, (
        "io_report_received", "report_date", "date_report_received", "investigation_report",
        "report_completed", "io_finish")),
    Field("adjudication_sent", _DATE, (
        "date_of_adjudication", "date_adjudication_sent", "adjudication_date", "adjudication",
        "adjudication_letter", "stage_2_response_sent", "stage_2_responded")),
    Field("response_received", _DATE, (
        "adjudication_received", "date_adjudication_received", "notice_received")),
    Field("stage2_outcome", _TEXT, ("stage_2_outcome", "adjudication_outcome", "stage_2_finding")),
    # Stage 3
    Field("stage3_requested", _DATE, (
        "stage_3_requested", "date_stage_3_requested", "panel_requested", "panel_request_date",
        "date_panel_requested", "stage_3_request_date")),
    Field("panel_met", _DATE, (
        "panel_date", "date_of_panel", "panel_held", "panel_meeting", "date_panel_met",
        "review_panel_date")),
    Field("panel_findings", _DATE, (
        "panel_report_sent", "panel_findings_sent", "date_of_panel_findings", "panel_report",
        "chair_s_letter", "panel_letter")),
    Field("findings_received", _DATE, (
        "panel_findings_received", "panel_report_received", "recommendations_received")),
    Field("final_response", _DATE, (
        "stage_3_response_sent", "date_of_final_response", "final_response_sent",
        "stage_3_responded", "director_s_response")),
    Field("stage3_outcome", _TEXT, ("stage_3_outcome", "panel_outcome")),
    # Beyond
    Field("ombudsman_decision", _TEXT, (
        "lgsco_decision", "lgo_decision", "ombudsman_outcome", "lgsco_outcome", "lgo_outcome")),
    Field("ombudsman_decided", _DATE, (
        "lgsco_decision_date", "date_of_ombudsman_decision", "lgsco_date", "lgo_decision_date")),
    # What somebody counted already
    Field("stated_working_days", FieldKind.WHOLE, (
        "published_working_days", "reported_working_days", "working_days", "working_days_taken",
        "number_of_working_days", "days_taken", "timescale")),
)
# fmt: on
"""Every column that the report reads; all others are labels, and any of them can group it."""

NAMES: Final = tuple(field.name for field in FIELDS)
DATES: Final = tuple(field.name for field in FIELDS if field.kind is _DATE)
