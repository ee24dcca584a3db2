# SPDX-License-Identifier: MIT
"""What can happen: one class for each dated event, in the order of the instrument.

Every event has ``on``, the day it happened, and may have ``recorded_on``, the day it was
written down, and ``note``. Every fact is checked when the event is made, so an event that
exists is well formed; whether it has a place in a case is for the case to say.

>>> from datetime import date
>>> RepresentationsReceived(on=date(2025, 1, 6)).name
'representations_received'
"""

from __future__ import annotations

import re
from datetime import date
from typing import ClassVar, Final

import attrs

from complaint_timescales import _facts as facts
from complaint_timescales._vocabulary import Ground, OmbudsmanDecision, StageOutcome


@attrs.frozen(kw_only=True)
class Event:
    """What every event has. Make one of the events below, not this.

    Attributes:
        on: the day it happened.
        recorded_on: the day it was written down, if that is known; never before ``on``.
        note: anything worth keeping; the library does not read it.
    """

    name: ClassVar[str]

    on: date = attrs.field(validator=facts.a_date)
    recorded_on: date | None = attrs.field(
        default=None, validator=[facts.a_date_or_none, facts.no_earlier_than_on]
    )
    note: str | None = attrs.field(default=None, validator=facts.text_or_none)

    def __init_subclass__(cls) -> None:
        """Name the event as the case document does: ``PanelMet`` is ``panel_met``."""
        cls.name = re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()


@attrs.frozen(kw_only=True)
class RepresentationsReceived(Event):
    """The authority received representations, in writing or orally: regulation 6.

    Attributes:
        orally: they were made orally, which moves the start of stage 2: regulation 17(5).
        advocate_requested: the complainant has asked for an advocate and none was appointed
            when the representations came: regulation 14(3)(b).
        grounds_arose: the day on which the grounds arose: regulation 9(1).
        interest_decision_needed: the person must be found to have a sufficient interest:
            regulation 12(1).
    """

    orally: bool = attrs.field(default=False, validator=facts.true_or_false)
    advocate_requested: bool = attrs.field(default=False, validator=facts.true_or_false)
    grounds_arose: date | None = attrs.field(
        default=None, validator=[facts.a_date_or_none, facts.no_later_than_on]
    )
    interest_decision_needed: bool = attrs.field(default=False, validator=facts.true_or_false)


# An event without facts of its own needs no methods but those it inherits. To have attrs write
# them again for each would take half the time that this module takes to load.
class Withdrawn(Event):
    """The complainant or the advocate withdrew the representations: regulation 7(1)."""


@attrs.frozen(kw_only=True)
class ConcurrentConsiderationDecided(Event):
    """The authority decided not to consider, or further consider, them: regulation 8(1).

    Attributes:
        ground: which of the four kinds of proceedings or investigation it is.
        would_prejudice: the authority decided that consideration would prejudice it.
        in_part: only part of the representations is left out; the rest goes on.
    """

    ground: Ground = attrs.field(converter=facts.a_ground)
    would_prejudice: bool = attrs.field(default=True, validator=facts.true_or_false)
    in_part: bool = attrs.field(default=False, validator=facts.true_or_false)


class ConcurrentConsiderationEnded(Event):
    """The concurrent consideration was discontinued or completed: regulation 8(4)."""


class Resubmitted(Event):
    """The complainant resubmitted the representations: regulation 8(4)."""


@attrs.frozen(kw_only=True)
class LateRepresentationsAccepted(Event):
    """The authority decided to consider representations made out of time: regulation 9(2).

    Attributes:
        not_reasonable_in_time: limb (a), that they could not reasonably be expected in time;
            None where the file does not say.
        still_effective_and_fair: limb (b), that they can still be considered effectively and
            fairly; None where the file does not say.
    """

    not_reasonable_in_time: bool | None = attrs.field(
        default=None, validator=facts.true_false_or_none
    )
    still_effective_and_fair: bool | None = attrs.field(
        default=None, validator=facts.true_false_or_none
    )


class RepresentationsDeclinedOutOfTime(Event):
    """The authority did not use its discretion over late representations: regulation 9."""


@attrs.frozen(kw_only=True)
class SufficientInterestDecided(Event):
    """The authority decided whether the person has a sufficient interest: regulation 12(1).

    Attributes:
        sufficient: whether it has found that the person has.
    """

    sufficient: bool = attrs.field(validator=facts.true_or_false)


class Redirected(Event):
    """The representations are not about a person or a function within the Regulations."""


@attrs.frozen(kw_only=True)
class LocalResolutionWaived(Event):
    """The complainant and the authority agreed to leave stage 1 out: regulation 14(1).

    Attributes:
        both_agreed: both did; neither can leave stage 1 out alone.
    """

    both_agreed: bool = attrs.field(default=True, validator=facts.true_or_false)


class AdvocateAppointed(Event):
    """An advocate was appointed for the complainant: regulation 14(3)(b)."""


@attrs.frozen(kw_only=True)
class LaterStartAgreed(Event):
    """A later start of stage 1 was agreed at the complainant's request: regulation 14(4).

    Attributes:
        start: the start date agreed.
        at_complainants_request: the complainant asked for it.
    """

    start: date = attrs.field(validator=facts.a_date)
    at_complainants_request: bool = attrs.field(default=True, validator=facts.true_or_false)


@attrs.frozen(kw_only=True)
class LocalResolutionExtended(Event):
    """The authority extended stage 1: regulation 14(5).

    Attributes:
        working_days: how many working days it adds.
        considered_complex: the authority considers the representations complex.
    """

    working_days: int = attrs.field(validator=facts.whole_number)
    considered_complex: bool = attrs.field(default=True, validator=facts.true_or_false)


@attrs.frozen(kw_only=True)
class MattersResolved(Event):
    """The authority and the complainant have resolved matters: regulation 15(1).

    Attributes:
        outcome: what was found, where something was.
    """

    outcome: StageOutcome | None = attrs.field(default=None, converter=facts.a_finding_or_none)


@attrs.frozen(kw_only=True)
class LocalResolutionEnded(Event):
    """The authority answered at stage 1 and matters are not resolved: regulation 15(2).

    Attributes:
        outcome: what was found, where something was.
    """

    outcome: StageOutcome | None = attrs.field(default=None, converter=facts.a_finding_or_none)


class InvestigationRequested(Event):
    """The authority received a request for stage 2, oral or written: regulation 15(2)."""


class WrittenRecordFinalised(Event):
    """The authority produced the final written record of oral representations: regulation 16."""


@attrs.frozen(kw_only=True)
class InvestigationExtended(Event):
    """The authority told the complainant in writing of a later date: regulation 17(6).

    Attributes:
        until: the date by which it will have sent notice of its response.
        reason: the reason given.
    """

    until: date = attrs.field(validator=[facts.a_date, facts.no_earlier_than_on])
    reason: str = attrs.field(validator=facts.text)


@attrs.frozen(kw_only=True)
class InvestigationResponseSent(Event):
    """The authority sent notice of its response: regulation 17(3).

    Attributes:
        with_independent_person: it was considered with the independent person: 17(2).
        outcome: what was found, where something was.
    """

    with_independent_person: bool = attrs.field(default=True, validator=facts.true_or_false)
    outcome: StageOutcome | None = attrs.field(default=None, converter=facts.a_finding_or_none)


class InvestigationResponseReceived(Event):
    """The complainant received the notice of the response: regulation 18(2)."""


@attrs.frozen(kw_only=True)
class PanelRequested(Event):
    """The authority received a request for a review panel: regulation 18.

    Attributes:
        reasons_given: it sets out the reasons for the dissatisfaction: regulation 18(2).
    """

    reasons_given: bool = attrs.field(default=True, validator=facts.true_or_false)


@attrs.frozen(kw_only=True)
class LatePanelRequestAccepted(Event):
    """The authority accepted a request for a panel made too late.

    Attributes:
        reason: why it did.
    """

    reason: str = attrs.field(validator=facts.text)


@attrs.frozen(kw_only=True)
class PanelMet(Event):
    """The review panel met: regulation 19(4).

    Attributes:
        independent_persons: how many independent persons sat: regulation 19(2).
        stage_2_independent_person_sat: whether the one of stage 2 was among them:
            regulation 19(3).
    """

    independent_persons: int = attrs.field(default=3, validator=facts.whole_number)
    stage_2_independent_person_sat: bool = attrs.field(default=False, validator=facts.true_or_false)


class PanelReportSent(Event):
    """The panel sent its report: regulation 20(2)."""


class PanelReportReceived(Event):
    """The authority received the panel's recommendations: regulation 20(3)."""


@attrs.frozen(kw_only=True)
class PanelResponseSent(Event):
    """The authority sent its response to the recommendations: regulation 20(3).

    Attributes:
        outcome: what was found, where something was.
    """

    outcome: StageOutcome | None = attrs.field(default=None, converter=facts.a_finding_or_none)


@attrs.frozen(kw_only=True)
class ReferredEarlyToOmbudsman(Event):
    """Sent to the Local Commissioner after stage 2: guidance, not the Regulations.

    Attributes:
        complainant_agreed: the complainant agreed to it.
    """

    complainant_agreed: bool = attrs.field(default=True, validator=facts.true_or_false)


class MediationOffered(Event):
    """Mediation was offered. Practice: it moves no clock."""


class MediationDeclined(Event):
    """Mediation was declined. Practice: it moves no clock."""


@attrs.frozen(kw_only=True)
class MediationEnded(Event):
    """Mediation ended. Practice: it moves no clock.

    Attributes:
        resolved: it resolved matters, which ends the case.
    """

    resolved: bool = attrs.field(validator=facts.true_or_false)


class IndependentPersonAppointed(Event):
    """The independent person of stage 2 was appointed: regulation 17(2)."""


class InvestigatingOfficerAppointed(Event):
    """An investigating officer was appointed. Practice: it moves no clock."""


class StatementAgreed(Event):
    """A statement of complaint or terms of reference were agreed. Practice: it moves no clock."""


class InvestigationReportCompleted(Event):
    """The investigation report was completed. Practice: it moves no clock."""


@attrs.frozen(kw_only=True)
class Adjudicated(Event):
    """The authority adjudicated on the report. Practice: it moves no clock.

    Attributes:
        outcome: what was found, where something was.
    """

    outcome: StageOutcome | None = attrs.field(default=None, converter=facts.a_finding_or_none)


class OmbudsmanComplaintMade(Event):
    """A complaint was made to a Local Commissioner. It moves no clock here."""


@attrs.frozen(kw_only=True)
class OmbudsmanDecided(Event):
    """A Local Commissioner decided. It moves no clock here.

    Attributes:
        decision: what the decision was.
    """

    decision: OmbudsmanDecision = attrs.field(converter=facts.a_decision)


BY_NAME: Final[dict[str, type[Event]]] = {
    kind.name: kind
    for kind in list(vars().values())
    if isinstance(kind, type) and issubclass(kind, Event) and kind is not Event
}
"""Every event by the name that case documents use."""
