# SPDX-License-Identifier: MIT
"""Regulation 12, sufficient interest: a gate before stage 1 for other persons.

https://www.legislation.gov.uk/uksi/2006/1738/regulation/12
"""

from __future__ import annotations

from datetime import date

import pytest

from complaint_timescales import Party, Stage, StepNotOpen, events
from tests.regulations.histories import (
    broken,
    deadline,
    duties,
    provisions,
    received,
    refused,
    suspended,
)

OTHER = received(date(2025, 1, 6), interest_decision_needed=True)


@pytest.mark.reg("12(1)")
class TestTheAuthorityDecidesAsSoonAsPossible:
    """Regulation 12(1): whether the person's interest in the child's welfare is sufficient."""

    def test_an_other_person_awaits_the_decision(self) -> None:
        """Stage 1 does not begin on receipt, and no numbered limit runs."""
        assert (Stage.AWAITING_INTEREST_DECISION, []) == (OTHER.stage, provisions(OTHER))

    def test_no_delay_of_the_decision_is_a_numbered_breach(self) -> None:
        """However long it takes, "as soon as possible" has no last day."""
        assert [] == broken(OTHER, as_at=date(2025, 12, 1))

    def test_the_duty_is_open_until_the_decision(self) -> None:
        """It arises on receipt and is met by the decision, whichever it is."""
        decided = OTHER.record(
            events.SufficientInterestDecided(on=date(2025, 1, 15), sufficient=True)
        )

        assert ("12(1)", date(2025, 1, 6), None) in duties(OTHER)
        assert ("12(1)", date(2025, 1, 6), date(2025, 1, 15)) in duties(decided)

    def test_it_binds_the_authority(self) -> None:
        """The words of the limit are those of the paragraph."""
        (found,) = [d.obligation for d in OTHER.obligations() if d.obligation.by == "12(1)"]

        assert (Party.AUTHORITY, "as soon as possible") == (found.binds, found.how_soon)

    def test_there_is_no_such_duty_for_the_child_or_a_parent(self) -> None:
        """Just the persons under section 26(3)(e), (3B)(b) and (3C)(c) pass through it."""
        case = received(date(2025, 1, 6))

        assert "12(1)" not in [provision for provision, *_ in duties(case)]
        refused(
            case,
            events.SufficientInterestDecided(on=date(2025, 1, 7), sufficient=True),
            StepNotOpen,
            "12(3)",
        )

    def test_it_arises_again_when_representations_are_resubmitted(self) -> None:
        """8(4) applies regulation 12 afresh, and the case awaits the decision."""
        case = suspended(date(2025, 1, 6), interest_decision_needed=True)
        case = case.record(events.ConcurrentConsiderationEnded(on=date(2025, 2, 3)))
        case = case.record(events.Resubmitted(on=date(2025, 3, 3)))

        assert Stage.AWAITING_INTEREST_DECISION is case.stage
        assert ("12(1)", date(2025, 3, 3), None) in duties(case)


@pytest.mark.reg("12(3)")
class TestASufficientInterestLeadsToStage1:
    """Regulation 12(3): if the interest is sufficient the authority considers them."""

    def test_stage_1_opens_on_the_day_of_the_decision(self) -> None:
        """14(3)(a): Wednesday 15 January 2025 is day 0, and two clear weeks end on the 29th."""
        case = OTHER.record(events.SufficientInterestDecided(on=date(2025, 1, 15), sufficient=True))
        limit = deadline(case, "14(1)")

        assert Stage.STAGE_1_OPEN is case.stage
        assert (date(2025, 1, 15), "14(3)(a)", date(2025, 1, 29)) == (
            limit.start,
            limit.started_by,
            limit.date,
        )

    def test_with_an_advocate_awaited_it_is_pending(self) -> None:
        """14(3)(b) applies beside (a), and the later of the two is awaited."""
        case = received(date(2025, 1, 6), interest_decision_needed=True, advocate_requested=True)
        case = case.record(events.SufficientInterestDecided(on=date(2025, 1, 15), sufficient=True))

        assert (Stage.STAGE_1_PENDING_START, []) == (case.stage, provisions(case))


@pytest.mark.reg("12(4)")
class TestNoSufficientInterestEndsTheCase:
    """Regulation 12(4): the person is told, and that no further action will be taken."""

    CASE = OTHER.record(events.SufficientInterestDecided(on=date(2025, 1, 15), sufficient=False))

    def test_the_case_is_over(self) -> None:
        """Nothing but the Ombudsman is left."""
        assert Stage.NOT_ACCEPTED_NO_INTEREST is self.CASE.stage
        assert {"ombudsman_complaint_made", "ombudsman_decided"} == {
            step.event for step in self.CASE.open_steps()
        }

    def test_nothing_becomes_overdue(self) -> None:
        """There is no duty to consider the representations."""
        assert [] == broken(self.CASE, as_at=date(2025, 12, 1))

    def test_no_clock_of_stage_1_has_started(self) -> None:
        """14(3)(a) starts it on the day on which the interest is found to be sufficient."""
        assert [] == provisions(self.CASE)

    def test_the_authority_must_tell_the_person(self) -> None:
        """A duty without a number, like the notices of 7(2) and 8(3)."""
        assert ("12(4)", date(2025, 1, 15), None) in duties(self.CASE)

    def test_stage_2_is_not_open(self) -> None:
        """Who has no sufficient interest has no right under 15(2)."""
        refused(
            self.CASE, events.InvestigationRequested(on=date(2025, 1, 20)), StepNotOpen, "15(2)"
        )
