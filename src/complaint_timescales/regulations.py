# SPDX-License-Identifier: MIT
"""THE LAW: SI 2006/1738 as rows, in the order of the instrument.

Rule 1. Whatever decides what may happen next, or by when, is a row in this file.
Rule 2. This file knows no case, calendar or caller; its dates are those of changes in the law.

How to read it. A ``Timescale`` is a limit; a ``Move`` is a step and its place; a ``Lapse`` is
what the passing of a day does; an ``Obligation`` is a duty without a number. ``by`` is the
provision, written one way only: ``19(4)``; a step that the Regulations do not speak of has
``Elsewhere(...)`` there. No duty is a condition of a step: a late act of the authority or the
panel is accepted and reported. Time stands in a condition just where the Regulations give a
right for a time, 18(2) and 8(5), and in 14(4), which moves a start that must still be open.

Of the moves for one stage and event the first whose ``when`` holds is taken. ``when`` sees the
case with the event in it, for it asks where the event leads; ``needs`` sees the case before it,
for it asks whether the event has a place. I-3 and the like are the numbered interpretations.
"""

from __future__ import annotations

from typing import Any, Final

import attrs

from complaint_timescales import events as e
from complaint_timescales._citations import Elsewhere
from complaint_timescales._conditions import (
    After,
    DateAfter,
    DateWithin,
    FactGiven,
    FactIs,
    ReceivedWith,
    Recorded,
    Started,
    TotalWithin,
    Within,
)
from complaint_timescales._kinds import (
    Extension,
    Lapse,
    Move,
    Obligation,
    Occurrence,
    Procedure,
    Regulation,
    Row,
    StartDate,
    StartRule,
    Timescale,
    Version,
    WorkingDays,
    Years,
    citations_in,
)
from complaint_timescales._vocabulary import Party, Stage

S = Stage
COMPLAINANT, AUTHORITY, PANEL, BOTH = Party.COMPLAINANT, Party.AUTHORITY, Party.PANEL, Party.BOTH
PRACTICE: Final = Elsewhere("practice: recorded, and moves no clock")
GUIDANCE: Final = Elsewhere("guidance: early referral to a Local Commissioner")
DISCRETION: Final = Elsewhere("Ombudsman decisions: a late request may be accepted (I-7)")
OMBUDSMAN: Final = Elsewhere("Local Government Act 1974, Part 3: moves no clock here")

STAGE_1: Final = (S.STAGE_1_PENDING_START, S.STAGE_1_OPEN)
STAGE_2: Final = (S.STAGE_2_PENDING_RECORD, S.STAGE_2_OPEN)
SCREENING: Final = (S.RECEIVED, S.AWAITING_INTEREST_DECISION)
BEFORE_STAGE_3: Final = (*STAGE_1, S.STAGE_1_UNRESOLVED, *STAGE_2, S.STAGE_2_RESPONDED)
STAGE_3: Final = (S.STAGE_3_REQUESTED, S.STAGE_3_PANEL_MET, S.STAGE_3_REPORTED)
UNDER_WAY: Final = (*SCREENING, *BEFORE_STAGE_3, *STAGE_3)
NEVER_HELD: Final = (S.NOT_RECEIVED, S.CLOSED_NO_PANEL_REQUEST, S.CLOSED_NOT_RESUBMITTED)
HELD: Final = tuple(stage for stage in Stage if stage not in NEVER_HELD)  # by an event

# What ends a case or takes it out of the procedure: every duty still open then ceases.
RESOLUTIONS: Final = (e.MattersResolved, Occurrence(e.MediationEnded, "resolved"))
CASE_SUSPENDED: Final = Occurrence(e.ConcurrentConsiderationDecided, "in_part", value=False)
CASE_ENDS: Final = (*RESOLUTIONS, e.Withdrawn, e.ReferredEarlyToOmbudsman, CASE_SUSPENDED)
# What shows that the authority was never bound to consider the representations.
NO_DUTY: Final = (e.Redirected, e.RepresentationsDeclinedOutOfTime)


def _softened_in_2020(limit: WorkingDays) -> tuple[Version, ...]:
    """A stage 3 limit as it read before, during and after 24 April to 25 September 2020."""
    relaxed = Version(
        limit=limit,
        since="2020-04-24",
        until="2020-09-25",
        softened_by="or as soon as is reasonably practicable",
        enacted_by="SI 2020/445, regulations 6, 14 and 17",
        saved_where="17(3)",
    )
    before = Version(limit=limit, until="2020-04-23")
    return before, relaxed, Version(limit=limit, since="2020-09-26")


def _into_stage_1(source: Stage, event: type[e.Event], **row: Any) -> tuple[Move, Move]:
    """Entering stage 1: open once its start date has come, pending until then."""
    opened = Move(source, event, S.STAGE_1_OPEN, when=(Started("14(1)"),), **row)
    return opened, Move(source, event, S.STAGE_1_PENDING_START, **row)


def _into_stage_2(sources: tuple[Stage, ...], event: type[e.Event], **row: Any) -> tuple[Row, ...]:
    """Entering stage 2: open at once, or pending the written record of oral representations."""
    opened = Move(sources, event, S.STAGE_2_OPEN, when=(Started("17(3)"),), **row)
    return opened, Move(sources, event, S.STAGE_2_PENDING_RECORD, **row)


# The rows are set by hand, so that each is read as one.
# fmt: off

# 2 to 5. Who is a complainant, and which functions are within the Regulations.
REGULATION_2 = Regulation(number="2", heading="Interpretation", rows=(
    Move((*SCREENING, *STAGE_1), e.Redirected, S.REDIRECTED, by="2", actor=AUTHORITY),
))

# 6. In writing or orally. Receipt leads straight to where the representations stand.
REGULATION_6 = Regulation(number="6", heading="Form of representations", rows=(
    Move(S.NOT_RECEIVED, e.RepresentationsReceived, S.RECEIVED, by="9(1)", actor=COMPLAINANT,
         when=(After("9(1)"),)),
    Move(S.NOT_RECEIVED, e.RepresentationsReceived, S.AWAITING_INTEREST_DECISION, by="12(1)",
         actor=COMPLAINANT, when=(
             FactIs("interest_decision_needed", (True,), "a regulation 12 person", by="12(1)"),)),
    *_into_stage_1(S.NOT_RECEIVED, e.RepresentationsReceived, by="6", actor=COMPLAINANT),
))

# 7. At any time, orally or in writing; the authority confirms it in writing.
REGULATION_7 = Regulation(number="7", heading="Withdrawal of representations", rows=(
    Move((*UNDER_WAY, S.SUSPENDED), e.Withdrawn, S.WITHDRAWN, by="7(1)", actor=COMPLAINANT),
    Obligation(by="7(2)", what="confirm the withdrawal in writing",
               how_soon="no time is stated", arises_on=(e.Withdrawn,), binds=AUTHORITY),
))

# 8. Four grounds, each with a decision that consideration would prejudice it; in whole, or to
# the extent that it concerns the matter (I-12). Resubmitted, the procedure runs afresh (I-11).
PREJUDICE = FactIs("would_prejudice", (True,), "a decision that it would prejudice", by="8(1)")
IN_PART = FactIs("in_part", (True,), "only a part is left out", by="8(1)")
OTHER_PERSON = ReceivedWith("interest_decision_needed", "from a regulation 12 person", by="12(1)")
RESUBMISSION = (Recorded(e.ConcurrentConsiderationEnded, by="8(4)"), Within("8(5)"))
REGULATION_8 = Regulation(number="8", heading="Representations not to be considered", rows=(
    Move(UNDER_WAY, e.ConcurrentConsiderationDecided, None, by="8(1)", actor=AUTHORITY,
         when=(IN_PART,), needs=(PREJUDICE,)),
    Move(UNDER_WAY, e.ConcurrentConsiderationDecided, S.SUSPENDED, by="8(1)", actor=AUTHORITY,
         needs=(PREJUDICE,)),
    Obligation(by="8(3)", what="give notice in writing of the decision, with the reasons",
               how_soon="as soon as possible", arises_on=(e.ConcurrentConsiderationDecided,),
               binds=AUTHORITY),
    Move(S.SUSPENDED, e.ConcurrentConsiderationEnded, None, by="8(4)", actor=AUTHORITY,
         needs=(Recorded(e.ConcurrentConsiderationEnded, never=True, by="8(4)"),)),
    Move(S.SUSPENDED, e.Resubmitted, S.AWAITING_INTEREST_DECISION, by="8(4)",
         actor=COMPLAINANT, when=(OTHER_PERSON,), needs=RESUBMISSION),
    *_into_stage_1(S.SUSPENDED, e.Resubmitted, by="8(4)", actor=COMPLAINANT, needs=RESUBMISSION),
    Timescale(by="8(5)", what="resubmit the representations", limit=Years(1),
              runs_from=StartDate("the end of the concurrent consideration", (
                  StartRule(by="8(5)", on=(e.ConcurrentConsiderationEnded,)),)),
              met_by=(e.Resubmitted,), ceases_on=(e.Withdrawn,), binds=COMPLAINANT),
    Lapse(S.SUSPENDED, S.CLOSED_NOT_RESUBMITTED, After("8(5)"), by="8(5)"),
))

# 9. From the grounds arising, not from knowing of them. Late ones just with both limbs of (2).
BOTH_LIMBS = (
    FactIs("not_reasonable_in_time", (True, None), "not reasonably expected in time", by="9(2)(a)"),
    FactIs("still_effective_and_fair", (True, None), "still effective and fair", by="9(2)(b)"),
)
REGULATION_9 = Regulation(number="9", heading="Time limit on making representations", rows=(
    Timescale(by="9(1)", what="make the representations", limit=Years(1),
              runs_from=StartDate("the day on which the grounds arose", (
                  StartRule(by="9(1)", on=(e.RepresentationsReceived,), fact="grounds_arose"),)),
              met_by=(e.RepresentationsReceived,), binds=COMPLAINANT),
    Move(S.RECEIVED, e.RepresentationsDeclinedOutOfTime, S.NOT_ACCEPTED_OUT_OF_TIME, by="9(2)",
         actor=AUTHORITY),
    Move(S.RECEIVED, e.LateRepresentationsAccepted, S.AWAITING_INTEREST_DECISION, by="9(2)",
         actor=AUTHORITY, when=(OTHER_PERSON,), needs=BOTH_LIMBS),
    *_into_stage_1(S.RECEIVED, e.LateRepresentationsAccepted, by="9(2)", actor=AUTHORITY,
                   needs=BOTH_LIMBS),
))

# 11. What the complainant is told on receipt. No number is set for acknowledging it.
REGULATION_11 = Regulation(number="11", heading="Action on receipt of representations", rows=tuple(
    Obligation(by=by, what=what, how_soon="as soon as possible", binds=AUTHORITY,
               arises_on=(e.RepresentationsReceived, e.Resubmitted))
    for by, what in (
        ("11(1)(a)(i)", "give details of the procedure"),
        ("11(1)(a)(ii)", "give information about advocacy services, where relevant"),
        ("11(1)(b)(i)", "offer assistance and guidance, or advice on where to get it"),
        ("11(1)(b)(ii)", "offer help in obtaining an advocate, where relevant"),
    )
))

# 12. An other person must be found to have a sufficient interest before stage 1 starts.
NO_INTEREST = Occurrence(e.SufficientInterestDecided, "sufficient", value=False)
REGULATION_12 = Regulation(number="12", heading="Representations of other persons", rows=(
    Obligation(by="12(1)", what="decide whether the person has a sufficient interest",
               how_soon="as soon as possible", binds=AUTHORITY,
               arises_on=(e.RepresentationsReceived, e.Resubmitted), where=OTHER_PERSON,
               met_by=(e.SufficientInterestDecided,), ceases_on=(*CASE_ENDS, *NO_DUTY)),
    Obligation(by="12(4)", what="notify the person that no further action will be taken",
               how_soon="no time is stated", binds=AUTHORITY, arises_on=(NO_INTEREST,)),
    Move(S.AWAITING_INTEREST_DECISION, e.SufficientInterestDecided, S.NOT_ACCEPTED_NO_INTEREST,
         by="12(4)", actor=AUTHORITY,
         when=(FactIs("sufficient", (False,), "the interest is not sufficient", by="12(4)"),)),
    *_into_stage_1(S.AWAITING_INTEREST_DECISION, e.SufficientInterestDecided, by="12(3)",
                   actor=AUTHORITY),
))

# 14. Ten working days. (3) fixes the start date, (4) may move it; where (a) and (b) of (3) both
# apply, the later (I-9). (5) adds up to ten, and the authority's own view is enough.
CONSIDER = Timescale(
    by="14(1)", what="consider the representations and try to resolve them",
    limit=WorkingDays(10), binds=AUTHORITY,
    runs_from=StartDate("the stage 1 start date", (
        StartRule(by="14(4)", on=(e.LaterStartAgreed,), fact="start", latest=True),
        StartRule(by="14(3)(a)", on=(Occurrence(e.SufficientInterestDecided, "sufficient"),),
                  where=OTHER_PERSON),
        StartRule(by="14(3)(b)", on=(e.AdvocateAppointed,), once=True, where=ReceivedWith(
            "advocate_requested", "an advocate was asked for", by="14(3)(b)")),
        StartRule(by="14(3)(c)", on=(e.RepresentationsReceived, e.Resubmitted)),
        StartRule(by="9(2)", on=(e.LateRepresentationsAccepted,), fact=None,
                  where=After("9(1)")),
    )),
    met_by=(e.LocalResolutionEnded, *RESOLUTIONS),
    ceases_on=(*CASE_ENDS, e.LocalResolutionWaived, e.InvestigationRequested),
    never_where=NO_DUTY,
)
LATER_START = (
    FactIs("at_complainants_request", (True,), "the complainant asked for it", by="14(4)"),
    DateAfter("start", "14(1)", start=True, by="14(4)"),
    Within("14(1)"),
)
COMPLEX = FactIs("considered_complex", (True,), "considered to be complex", by="14(5)")
EXTRA_DAYS = TotalWithin(e.LocalResolutionExtended, "working_days", "14(5)", by="14(5)")
AGREED = FactIs("both_agreed", (True,), "agreed by the complainant and the authority", by="14(1)")
REGULATION_14 = Regulation(number="14", heading="Local resolution - consideration", rows=(
    CONSIDER,
    *_into_stage_2(STAGE_1, e.LocalResolutionWaived, by="17(1)(a)", actor=BOTH,
                   needs=(AGREED,)),
    *_into_stage_1(S.STAGE_1_PENDING_START, e.AdvocateAppointed, by="14(3)(b)", actor=AUTHORITY),
    Move(tuple(s for s in (*UNDER_WAY, S.SUSPENDED) if s is not S.STAGE_1_PENDING_START),
         e.AdvocateAppointed, None, by="11(1)(b)(ii)", actor=AUTHORITY),
    *(move for source in STAGE_1 for move in _into_stage_1(
        source, e.LaterStartAgreed, by="14(4)", actor=BOTH, needs=LATER_START)),
    Lapse(S.STAGE_1_PENDING_START, S.STAGE_1_OPEN, Started("14(1)"), by="14(4)"),
    attrs.evolve(CONSIDER, by="14(5)", limit=WorkingDays(20), extension=Extension(
        of="14(1)", granted_by=e.LocalResolutionExtended, adds="working_days")),
    Move(S.STAGE_1_OPEN, e.LocalResolutionExtended, None, by="14(5)", actor=AUTHORITY,
         needs=(COMPLEX, EXTRA_DAYS)),
))

# 15. Resolved, with written terms; or not resolved, with a right to stage 2 that has no limit
# of time. A request while stage 1 is still in time is accepted (I-4).
REGULATION_15 = Regulation(number="15", heading="Local resolution - conclusion", rows=(
    Move((*STAGE_1, S.STAGE_1_UNRESOLVED), e.MattersResolved, S.RESOLVED, by="15(1)", actor=BOTH),
    Obligation(by="15(1)", what="give written details of the terms of the resolution",
               how_soon="as soon as possible", arises_on=RESOLUTIONS, binds=AUTHORITY),
    Move(STAGE_1, e.LocalResolutionEnded, S.STAGE_1_UNRESOLVED, by="15(2)", actor=AUTHORITY),
    *_into_stage_2((S.STAGE_1_OPEN, S.STAGE_1_UNRESOLVED), e.InvestigationRequested, by="15(2)",
                   actor=COMPLAINANT),
))

# 16. Just where the representations, not the request, were oral.
ORAL = ReceivedWith("orally", "representations made orally", by="16(1)")
REGULATION_16 = Regulation(number="16", heading="Preparation of written record", rows=(
    Obligation(by="16(2)", what="prepare a written record and invite comments on it",
               how_soon="as soon as possible", binds=AUTHORITY, where=ORAL,
               arises_on=(e.LocalResolutionWaived, e.InvestigationRequested),
               met_by=(e.WrittenRecordFinalised,), ceases_on=CASE_ENDS),
    Move(S.STAGE_2_PENDING_RECORD, e.WrittenRecordFinalised, S.STAGE_2_OPEN, by="16(3)",
         actor=AUTHORITY),
))

# 17. Twenty-five working days to send the notice, not to finish the report. (6): a notice before
# they have passed may name a later date, up to the 65th from the same start (I-5, I-6).
INVESTIGATE = Timescale(
    by="17(3)", what="consider the representations and send notice of the response",
    limit=WorkingDays(25), binds=AUTHORITY,
    runs_from=StartDate("the stage 2 start date", (
        StartRule(by="17(5)", on=(e.WrittenRecordFinalised,), where=ORAL),
        StartRule(by="17(4)(a)", on=(e.LocalResolutionWaived,)),
        StartRule(by="17(4)(b)", on=(e.InvestigationRequested,)),
    )),
    met_by=(e.InvestigationResponseSent,), ceases_on=CASE_ENDS,
)
NOTICE = (
    FactGiven("reason", "the reason for not keeping the limit", by="17(6)(a)"),
    DateAfter("until", "17(3)", by="17(6)"),
    DateWithin("until", "17(6)", by="17(6)(b)"),
)
WITH_IP = FactIs("with_independent_person", (True,), "the independent person took part", by="17(2)")
REGULATION_17 = Regulation(number="17", heading="Investigation of representations", rows=(
    Move((S.STAGE_1_UNRESOLVED, *STAGE_2), e.IndependentPersonAppointed, None, by="17(2)",
         actor=AUTHORITY),
    INVESTIGATE,
    Move(S.STAGE_2_OPEN, e.InvestigationResponseSent, S.STAGE_2_RESPONDED, by="17(3)",
         actor=AUTHORITY, needs=(WITH_IP,)),
    attrs.evolve(INVESTIGATE, by="17(6)", limit=WorkingDays(65), extension=Extension(
        of="17(3)", granted_by=e.InvestigationExtended, names="until")),
    Move(S.STAGE_2_OPEN, e.InvestigationExtended, None, by="17(6)", actor=AUTHORITY,
         needs=NOTICE),
))

# 18. A right for twenty working days from receiving the notice; the request sets out reasons.
# Without them it is incomplete (I-8). A late one is for the authority's discretion (I-7).
COMPLETE_REQUESTS = (Occurrence(e.PanelRequested, "reasons_given"), e.LatePanelRequestAccepted)
REGULATION_18 = Regulation(number="18", heading="Request for review panel", rows=(
    Move(S.STAGE_2_RESPONDED, e.InvestigationResponseReceived, None, by="18(2)",
         actor=COMPLAINANT,
         needs=(Recorded(e.InvestigationResponseReceived, never=True, by="18(2)"),)),
    Timescale(by="18(2)", what="request a review panel", limit=_softened_in_2020(WorkingDays(20)),
              runs_from=StartDate("the day on which the complainant received the notice", (
                  StartRule(by="18(2)", on=(e.InvestigationResponseReceived,)),)),
              met_by=COMPLETE_REQUESTS, ceases_on=CASE_ENDS, binds=COMPLAINANT),
    Move(S.STAGE_2_RESPONDED, e.PanelRequested, None, by="18(2)", actor=COMPLAINANT,
         when=(FactIs("reasons_given", (False,), "no reasons are set out", by="18(2)"),),
         needs=(Within("18(2)"),)),
    Move(S.STAGE_2_RESPONDED, e.PanelRequested, S.STAGE_3_REQUESTED, by="18(1)",
         actor=COMPLAINANT, needs=(Within("18(2)"),)),
    Lapse(S.STAGE_2_RESPONDED, S.CLOSED_NO_PANEL_REQUEST, After("18(2)"), by="18(2)"),
    Move(S.STAGE_2_RESPONDED, e.LatePanelRequestAccepted, S.STAGE_3_REQUESTED, by=DISCRETION,
         actor=AUTHORITY,
         needs=(After("18(2)"), FactGiven("reason", "the reason for accepting it", by="18(2)"))),
))

# 19. Three independent persons, not the one of stage 2; met, not just arranged or appointed.
THREE = FactIs("independent_persons", (3,), "a panel of three independent persons", by="19(2)")
NOT_STAGE_2 = FactIs("stage_2_independent_person_sat", (False,),
                     "without the independent person of stage 2", by="19(3)")
REGULATION_19 = Regulation(number="19", heading="Review panel", rows=(
    Move(S.STAGE_3_REQUESTED, e.PanelMet, S.STAGE_3_PANEL_MET, by="19(4)", actor=PANEL,
         needs=(THREE, NOT_STAGE_2)),
    Move(S.STAGE_3_PANEL_MET, e.PanelMet, None, by="19(4)", actor=PANEL, needs=(
        THREE, NOT_STAGE_2, Recorded(e.PanelReportSent, never=True, by="20(2)"))),
    Timescale(by="19(4)", what="meet", limit=_softened_in_2020(WorkingDays(30)),
              runs_from=StartDate("the day on which the authority received the request", (
                  StartRule(by="19(4)", on=COMPLETE_REQUESTS),)),
              met_by=(e.PanelMet,), ceases_on=CASE_ENDS, binds=PANEL),
))

# 20. Five working days from the (last) meeting (I-10); fifteen from receiving the report.
REGULATION_20 = Regulation(number="20", heading="Recommendations", rows=(
    Timescale(by="20(2)", what="send the report", limit=_softened_in_2020(WorkingDays(5)),
              runs_from=StartDate("the day of the meeting", (
                  StartRule(by="20(2)", on=(e.PanelMet,), latest=True),)),
              met_by=(e.PanelReportSent,), ceases_on=CASE_ENDS, binds=PANEL),
    Move(S.STAGE_3_PANEL_MET, e.PanelReportSent, None, by="20(2)", actor=PANEL,
         needs=(Recorded(e.PanelReportSent, never=True, by="20(2)"),)),
    Move(S.STAGE_3_PANEL_MET, e.PanelReportReceived, S.STAGE_3_REPORTED, by="20(3)",
         actor=AUTHORITY, needs=(Recorded(e.PanelReportSent, by="20(2)"),)),
    Timescale(by="20(3)", what="determine and send the response", binds=AUTHORITY,
              limit=_softened_in_2020(WorkingDays(15)),
              runs_from=StartDate("the day on which the authority received the recommendations", (
                  StartRule(by="20(3)", on=(e.PanelReportReceived,)),)),
              met_by=(e.PanelResponseSent,), ceases_on=CASE_ENDS),
    Move(S.STAGE_3_REPORTED, e.PanelResponseSent, S.CONCLUDED, by="20(3)", actor=AUTHORITY),
))

# What practice adds. None of it starts, stops or moves a clock.
BEYOND = Regulation(number="", heading="Beside the Regulations", rows=(
    Move((*STAGE_2, S.STAGE_2_RESPONDED), e.MattersResolved, S.RESOLVED, by=PRACTICE, actor=BOTH),
    Move(BEFORE_STAGE_3, e.MediationOffered, None, by=PRACTICE, actor=AUTHORITY),
    Move(BEFORE_STAGE_3, e.MediationDeclined, None, by=PRACTICE, actor=COMPLAINANT),
    Move(BEFORE_STAGE_3, e.MediationEnded, S.RESOLVED, by=PRACTICE, actor=BOTH,
         when=(FactIs("resolved", (True,), "it resolved matters", by="15(1)"),)),
    Move(BEFORE_STAGE_3, e.MediationEnded, None, by=PRACTICE, actor=BOTH),
    Move((S.STAGE_1_UNRESOLVED, *STAGE_2), e.InvestigatingOfficerAppointed, None, by=PRACTICE,
         actor=AUTHORITY),
    Move(STAGE_2, e.StatementAgreed, None, by=PRACTICE, actor=BOTH),
    Move(S.STAGE_2_OPEN, e.InvestigationReportCompleted, None, by=PRACTICE, actor=AUTHORITY),
    Move((S.STAGE_2_OPEN, S.STAGE_2_RESPONDED), e.Adjudicated, None, by=PRACTICE,
         actor=AUTHORITY),
    Move(S.STAGE_2_RESPONDED, e.ReferredEarlyToOmbudsman, S.REFERRED_EARLY_TO_OMBUDSMAN,
         by=GUIDANCE, actor=BOTH, needs=(
             FactIs("complainant_agreed", (True,), "the complainant agrees", by="18(1)"),)),
    Move(HELD, e.OmbudsmanComplaintMade, None, by=OMBUDSMAN, actor=COMPLAINANT),
    Move(HELD, e.OmbudsmanDecided, None, by=OMBUDSMAN, actor=Party.OMBUDSMAN),
))

REGULATIONS: Final = (
    REGULATION_2, REGULATION_6, REGULATION_7, REGULATION_8, REGULATION_9, REGULATION_11,
    REGULATION_12, REGULATION_14, REGULATION_15, REGULATION_16, REGULATION_17, REGULATION_18,
    REGULATION_19, REGULATION_20, BEYOND,
)

# fmt: on

LOCAL_AUTHORITY: Final = Procedure(
    "local_authority", "representations to a local authority", REGULATIONS
)
"""The procedure for representations to a local authority under sections 24D and 26."""


def cited(provision: str) -> tuple[Row, ...]:
    """The rows that rest on a provision or on a part of it, in the order of the instrument.

    >>> [type(row).__name__ for row in cited("19(4)")]
    ['Move', 'Move', 'Timescale']
    """
    return tuple(
        row
        for row in LOCAL_AUTHORITY.rows
        if any(by == provision or by.startswith(f"{provision}(") for by in citations_in(row))
    )
