# SPDX-License-Identifier: MIT
"""The closed sets of words: stages, parties, outcomes, grounds."""

from __future__ import annotations

from enum import Enum
from typing import Final


class Stage(Enum):
    """Where representations stand.

    Being overdue is a finding about a stage, never a stage.
    """

    # A member is the only one of its kind, so its identity will do; that of Enum hashes the name,
    # in Python, at each of the two look-ups of every step.
    __hash__ = object.__hash__

    NOT_RECEIVED = "not_received"
    """Nothing has been received yet: an empty case."""
    RECEIVED = "received"
    """Received more than a year after the grounds arose; regulation 9(2) is to be decided."""
    AWAITING_INTEREST_DECISION = "awaiting_interest_decision"
    """The authority is to decide whether the person has a sufficient interest: regulation 12."""
    STAGE_1_PENDING_START = "stage_1_pending_start"
    """An advocate is awaited, or a later start was agreed: regulation 14(3)(b) and (4)."""
    STAGE_1_OPEN = "stage_1_open"
    """Local resolution: regulation 14."""
    STAGE_1_UNRESOLVED = "stage_1_unresolved"
    """The authority has answered and matters are not resolved: regulation 15(2)."""
    STAGE_2_PENDING_RECORD = "stage_2_pending_record"
    """Oral representations; the final written record is awaited: regulations 16 and 17(5)."""
    STAGE_2_OPEN = "stage_2_open"
    """Investigation with an independent person: regulation 17."""
    STAGE_2_RESPONDED = "stage_2_responded"
    """Notice of the response is sent; a panel may be requested: regulation 18."""
    STAGE_3_REQUESTED = "stage_3_requested"
    """A review panel is to meet: regulation 19."""
    STAGE_3_PANEL_MET = "stage_3_panel_met"
    """The panel has met; its report is awaited: regulation 20(1) and (2)."""
    STAGE_3_REPORTED = "stage_3_reported"
    """The authority has the panel's recommendations: regulation 20(3)."""
    SUSPENDED = "suspended"
    """Not considered because of a concurrent consideration: regulation 8."""
    RESOLVED = "resolved"
    """The authority and the complainant have resolved matters."""
    WITHDRAWN = "withdrawn"
    """Withdrawn by the complainant or the advocate: regulation 7."""
    NOT_ACCEPTED_OUT_OF_TIME = "not_accepted_out_of_time"
    """Made too late, and the discretion of regulation 9(2) not exercised."""
    NOT_ACCEPTED_NO_INTEREST = "not_accepted_no_interest"
    """No sufficient interest: regulation 12(4)."""
    REDIRECTED = "redirected"
    """Not a person or a function that the Regulations reach."""
    CLOSED_NO_PANEL_REQUEST = "closed_no_panel_request"
    """The twenty working days for asking for a panel have passed: regulation 18(2)."""
    CLOSED_NOT_RESUBMITTED = "closed_not_resubmitted"
    """The year for resubmitting has passed: regulation 8(5)."""
    REFERRED_EARLY_TO_OMBUDSMAN = "referred_early_to_ombudsman"
    """Sent to the Local Commissioner without a panel: guidance, not the Regulations."""
    CONCLUDED = "concluded"
    """The authority has answered the panel: regulation 20(3)."""

    @property
    def is_final(self) -> bool:
        """Whether nothing more is open from here."""
        return self in _FINAL

    @property
    def words(self) -> str:
        """The stage as people say it: ``stage 1 open``."""
        return self.value.replace("_", " ")


_FINAL: Final = frozenset(
    {
        Stage.RESOLVED,
        Stage.WITHDRAWN,
        Stage.NOT_ACCEPTED_OUT_OF_TIME,
        Stage.NOT_ACCEPTED_NO_INTEREST,
        Stage.REDIRECTED,
        Stage.CLOSED_NO_PANEL_REQUEST,
        Stage.CLOSED_NOT_RESUBMITTED,
        Stage.REFERRED_EARLY_TO_OMBUDSMAN,
        Stage.CONCLUDED,
    }
)


class Outcome(Enum):
    """The verdict on a time limit."""

    MET = "met"
    """Done on or before the last day."""
    MISSED = "missed"
    """Done after the last day."""
    RUNNING = "running"
    """Not done yet, and the last day has not passed."""
    OVERDUE = "overdue"
    """Not done yet, and the last day has passed."""
    UNDETERMINED = "undetermined"
    """Cannot be told from what was given."""


class Party(Enum):
    """Who acts, or who is bound."""

    COMPLAINANT = "complainant"
    AUTHORITY = "authority"
    VOLUNTARY_ORGANISATION = "voluntary organisation"
    PANEL = "panel"
    BOTH = "complainant and authority"
    OMBUDSMAN = "ombudsman"


class Ground(Enum):
    """The four kinds of concurrent consideration, regulation 8(1)(a) to (d)."""

    COURT = "court"
    DISCIPLINARY = "disciplinary"
    CRIMINAL_INVESTIGATION = "criminal_investigation"
    CRIMINAL_PROCEEDINGS = "criminal_proceedings"


class StageOutcome(Enum):
    """What came of the representations at the end of a stage, for regulation 13(2)(b)."""

    UPHELD = "upheld"
    PARTLY_UPHELD = "partly_upheld"
    NOT_UPHELD = "not_upheld"


class OmbudsmanDecision(Enum):
    """What a Local Commissioner decided."""

    UPHELD = "upheld"
    NOT_UPHELD = "not_upheld"
    NOT_INVESTIGATED = "not_investigated"
    PREMATURE = "premature"
