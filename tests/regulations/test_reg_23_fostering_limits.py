# SPDX-License-Identifier: MIT
"""Regulation 23: the same procedure for representations about fostering limits.

https://www.legislation.gov.uk/uksi/2006/1738/regulation/23
"""

from __future__ import annotations

from datetime import date

import pytest

from complaint_timescales import Case, ConditionNotMet, Stage, events
from complaint_timescales.variants import FOSTERING_LIMITS


@pytest.mark.reg("23(1)")
class TestTheSameRegulationsWithoutThe12th:
    """Regulation 23(1): regulations 2, 6 to 11 and 13 to 20."""

    def test_the_limits_are_the_same(self) -> None:
        """Ten days from Monday 6 January 2025 end on Monday 20 January."""
        received = events.RepresentationsReceived(on=date(2025, 1, 6))
        case = Case("FL-1", [received], procedure=FOSTERING_LIMITS)

        assert [("14(1)", date(2025, 1, 20))] == [(d.provision, d.date) for d in case.deadlines()]

    def test_no_decision_on_interest_is_awaited(self) -> None:
        """Regulation 12 does not apply, so a receipt that says it does is refused."""
        other = events.RepresentationsReceived(on=date(2025, 1, 6), interest_decision_needed=True)

        with pytest.raises(ConditionNotMet, match=r"23\(1\)"):
            Case("FL-2", [other], procedure=FOSTERING_LIMITS)

    def test_an_advocate_is_waited_for(self) -> None:
        """14(3)(b) applies as it does to others."""
        asked = events.RepresentationsReceived(on=date(2025, 1, 6), advocate_requested=True)

        assert Stage.STAGE_1_PENDING_START is (
            Case("FL-3", [asked], procedure=FOSTERING_LIMITS).stage
        )
