# SPDX-License-Identifier: MIT
"""Regulation 6, form of representations: in writing or orally, and either is receipt.

https://www.legislation.gov.uk/uksi/2006/1738/regulation/6
"""

from __future__ import annotations

from datetime import date

import pytest

from complaint_timescales import Case, Stage, StepNotOpen, events
from tests.regulations.histories import deadline, history, received, refused


@pytest.mark.reg("6")
class TestRepresentationsMayBeWrittenOrOral:
    """Regulation 6: representations may be made in writing or orally."""

    @pytest.mark.parametrize("orally", [False, True], ids=["in writing", "orally"])
    def test_either_form_opens_local_resolution(self, orally: bool) -> None:
        """The form makes no difference to stage 1."""
        assert Stage.STAGE_1_OPEN is received(date(2025, 1, 6), orally=orally).stage

    @pytest.mark.parametrize("orally", [False, True], ids=["in writing", "orally"])
    def test_either_form_starts_the_same_clock(self, orally: bool) -> None:
        """Monday 6 January 2025 and two clear weeks: Monday 20 January."""
        case = received(date(2025, 1, 6), orally=orally)

        assert date(2025, 1, 20) == deadline(case, "14(1)").date

    def test_they_are_written_unless_the_record_says_otherwise(self) -> None:
        """The form is a fact of the receipt, and writing is what is usual."""
        assert events.RepresentationsReceived(on=date(2025, 1, 6)).orally is False

    def test_they_are_received_once(self) -> None:
        """Further representations are another case: a second receipt has no place."""
        case = received(date(2025, 1, 6))

        refused(case, events.RepresentationsReceived(on=date(2025, 1, 7)), StepNotOpen, "6")

    def test_nothing_happens_before_they_are_received(self) -> None:
        """Every history begins with receipt."""
        error = refused(history(), events.Withdrawn(on=date(2025, 1, 6)), StepNotOpen, "7(1)")

        assert ["representations_received"] == [step.event for step in error.open_steps]

    def test_a_case_without_events_is_in_no_stage_yet(self) -> None:
        """Nothing is received, and nothing is due."""
        assert (Stage.NOT_RECEIVED, ()) == (history().stage, history().deadlines())


@pytest.mark.reg("2")
class TestOnlyComplainantsAndTheFunctionsInScope:
    """Regulation 2, with 3 to 5: others are told where to turn instead."""

    @pytest.mark.parametrize(
        "case",
        [
            received(date(2025, 1, 6)),
            received(date(2025, 1, 6), advocate_requested=True),
            received(date(2025, 1, 6), interest_decision_needed=True),
            received(date(2025, 1, 6), grounds_arose=date(2023, 1, 6)),
        ],
        ids=lambda case: case.stage.value,
    )
    def test_they_can_be_redirected_before_stage_2(self, case: Case) -> None:
        """Until an investigation has begun the authority can find that they are not in scope."""
        assert Stage.REDIRECTED is case.record(events.Redirected(on=date(2025, 1, 7))).stage

    def test_an_investigation_is_not_redirected(self) -> None:
        """Once requested, regulation 17(1) says that the authority must consider them."""
        case = received(date(2025, 1, 6)).record(
            events.InvestigationRequested(on=date(2025, 1, 20))
        )

        refused(case, events.Redirected(on=date(2025, 1, 21)), StepNotOpen, "2")

    def test_no_limit_of_stage_1_is_broken_for_what_is_out_of_scope(self) -> None:
        """14(1) binds for representations of a complainant about a function in scope.

        Redirected on Monday 10 February 2025, five weeks after receipt.
        """
        case = received(date(2025, 1, 6)).record(events.Redirected(on=date(2025, 2, 10)))

        assert () == case.breaches()
