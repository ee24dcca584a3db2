# SPDX-License-Identifier: MIT
"""Regulation 22: the same procedure for voluntary organisations, without advocates.

https://www.legislation.gov.uk/uksi/2006/1738/regulation/22
"""

from __future__ import annotations

from datetime import date

import pytest

from complaint_timescales import Case, ConditionNotMet, Party, Stage, StepNotOpen, events
from complaint_timescales.variants import VOLUNTARY_ORGANISATION

RECEIVED = events.RepresentationsReceived(on=date(2025, 1, 6))
CASE = Case("VO-7", [RECEIVED], procedure=VOLUNTARY_ORGANISATION)


@pytest.mark.reg("22(1)")
class TestTheSameRegulationsApply:
    """Regulation 22(1): regulations 2, 6 to 12 and 14 to 20."""

    def test_the_limits_are_the_same(self) -> None:
        """Ten days from Monday 6 January 2025 end on Monday 20 January."""
        assert [("14(1)", date(2025, 1, 20))] == [(d.provision, d.date) for d in CASE.deadlines()]

    def test_a_late_answer_is_a_breach(self) -> None:
        """Tuesday 21 January 2025 is the eleventh day."""
        case = CASE.record(events.LocalResolutionEnded(on=date(2025, 1, 21)))

        assert [("14(1)", 1)] == [(b.provision, b.days_over) for b in case.breaches()]


@pytest.mark.reg("22(2)(a)")
class TestTheOrganisationStandsForTheAuthority:
    """Regulation 22(2)(a): "voluntary organisation" is read for "local authority"."""

    def test_it_is_bound(self) -> None:
        """By 14(1), for one."""
        assert Party.VOLUNTARY_ORGANISATION is CASE.deadlines()[0].timescale.binds


@pytest.mark.reg("22(2)(b)")
class TestWithoutAdvocates:
    """Regulation 22(2)(b): all references to advocates are omitted."""

    def test_none_is_appointed(self) -> None:
        """The step has no place in any stage of this procedure."""
        with pytest.raises(StepNotOpen, match="it has none in representations to a voluntary"):
            CASE.record(events.AdvocateAppointed(on=date(2025, 1, 7)))

    def test_none_is_waited_for(self) -> None:
        """14(3)(b) cannot hold the clock, so a receipt that says it does is refused."""
        asked = events.RepresentationsReceived(on=date(2025, 1, 6), advocate_requested=True)

        with pytest.raises(ConditionNotMet, match=r"22\(2\)\(b\)"):
            Case("VO-8", [asked], procedure=VOLUNTARY_ORGANISATION)

    def test_no_duty_speaks_of_one(self) -> None:
        """Of the four duties of regulation 11, two are about advocacy."""
        assert ["11(1)(a)(i)", "11(1)(b)(i)"] == [d.obligation.by for d in CASE.obligations()]


@pytest.mark.reg("22(2)(d)")
class TestAnOtherPersonIsOneOfRegulation21d:
    """Regulation 22(2)(d): regulations 12 and 14 are about persons of regulation 21(d)."""

    def test_the_decision_on_interest_is_awaited(self) -> None:
        """As it is for the other persons of section 26."""
        other = events.RepresentationsReceived(on=date(2025, 1, 6), interest_decision_needed=True)

        assert Stage.AWAITING_INTEREST_DECISION is (
            Case("VO-9", [other], procedure=VOLUNTARY_ORGANISATION).stage
        )
