# SPDX-License-Identifier: MIT
"""Regulation 9, time limit for making representations: one year, and a discretion with two limbs.

https://www.legislation.gov.uk/uksi/2006/1738/regulation/9
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from complaint_timescales import (
    ConditionNotMet,
    DatesOutOfOrder,
    Outcome,
    Party,
    Stage,
    StepNotOpen,
    assess,
    due,
    events,
)
from tests.regulations.histories import broken, deadline, provisions, received, refused

GROUNDS = date(2024, 1, 10)
LATE = received(date(2025, 1, 13), grounds_arose=GROUNDS)


@pytest.mark.reg("9(1)")
class TestRepresentationsWithinOneYear:
    """Regulation 9(1): no later than one year after the grounds to make them arose."""

    @pytest.mark.parametrize(
        ("grounds", "last"),
        [
            (date(2024, 1, 10), date(2025, 1, 10)),
            (date(2024, 2, 29), date(2025, 2, 28)),
            (date(2023, 3, 1), date(2024, 3, 1)),
            (date(2023, 12, 25), date(2024, 12, 25)),
        ],
        ids=["any day", "29 February", "over a leap day", "Christmas Day"],
    )
    def test_the_last_day_is_the_anniversary(self, grounds: date, last: date) -> None:
        """By the calendar; a last day that is a holiday stays the last day."""
        assert last == due("9(1)", grounds).date

    @pytest.mark.parametrize(
        ("grounds", "on", "stage"),
        [
            (GROUNDS, date(2025, 1, 9), Stage.STAGE_1_OPEN),
            (GROUNDS, date(2025, 1, 10), Stage.STAGE_1_OPEN),
            (GROUNDS, date(2025, 1, 11), Stage.RECEIVED),
            (date(2024, 2, 29), date(2025, 2, 28), Stage.STAGE_1_OPEN),
            (date(2024, 2, 29), date(2025, 3, 1), Stage.RECEIVED),
            (date(2023, 12, 25), date(2024, 12, 25), Stage.STAGE_1_OPEN),
            (date(2023, 12, 25), date(2024, 12, 26), Stage.RECEIVED),
        ],
        ids=str,
    )
    def test_what_comes_after_it_waits_for_a_decision(
        self, grounds: date, on: date, stage: Stage
    ) -> None:
        """The day before, the day, the day after; a leap day; and a year that ends at Christmas.

        26 December 2024 is no working day either, and the year is not moved on to the 27th.
        """
        assert stage is received(on, grounds_arose=grounds).stage

    def test_without_the_day_of_the_grounds_nothing_shows_that_they_are_late(self) -> None:
        """They are considered, and no limit of 9(1) stands in the case."""
        case = received(date(2025, 1, 13))

        assert (Stage.STAGE_1_OPEN, ["14(1)"]) == (case.stage, provisions(case))

    def test_grounds_cannot_arise_after_the_representations(self) -> None:
        """Such a date is an error of the record."""
        with pytest.raises(DatesOutOfOrder, match="grounds_arose"):
            received(date(2025, 1, 13), grounds_arose=date(2025, 1, 14))

    def test_out_of_time_comes_before_the_question_of_interest(self) -> None:
        """A late other person waits for 9(2) first, and for regulation 12 after it."""
        case = received(date(2025, 1, 13), grounds_arose=GROUNDS, interest_decision_needed=True)

        assert Stage.RECEIVED is case.stage

    def test_it_binds_the_complainant_and_is_never_a_breach(self) -> None:
        """It is met or missed by the representations, and the authority has broken nothing."""
        limit = deadline(LATE, "9(1)")

        assert (Party.COMPLAINANT, GROUNDS, date(2025, 1, 10), date(2025, 1, 13)) == (
            limit.timescale.binds,
            limit.start,
            limit.date,
            limit.met_on,
        )
        assert "9(1)" not in [provision for provision, *_ in broken(LATE, date(2025, 1, 13))]

    @pytest.mark.parametrize(
        ("end", "outcome", "over"),
        [
            (date(2025, 1, 9), Outcome.MET, 0),
            (date(2025, 1, 10), Outcome.MET, 0),
            (date(2025, 1, 11), Outcome.MISSED, 1),
        ],
        ids=["the day before", "the day", "the day after"],
    )
    def test_assessed(self, end: date, outcome: Outcome, over: int) -> None:
        """A Saturday after the anniversary is a day late: days are counted by the calendar."""
        verdict = assess("9(1)", GROUNDS, end)

        assert (outcome, over) == (verdict.outcome, verdict.days_over)

    def test_nothing_is_due_from_the_authority_until_it_decides(self) -> None:
        """It "may consider" late ones: no duty under 14(1) runs while it has not decided to.

        From Monday 13 January 2025 to Monday 10 February are twenty working days.
        """
        assert [] == broken(LATE, as_at=date(2025, 2, 10))


@pytest.mark.reg("9(2)")
class TestTheDiscretionOverLateRepresentations:
    """Regulation 9(2): late ones may be considered if the authority concludes that (a) and (b)."""

    def test_accepted_they_are_in_stage_1(self) -> None:
        """14(3)(c): the start is the day of receipt, so ten days from Monday 13 January 2025."""
        case = LATE.record(events.LateRepresentationsAccepted(on=date(2025, 1, 15)))
        limit = deadline(case, "14(1)")

        assert Stage.STAGE_1_OPEN is case.stage
        assert (date(2025, 1, 13), date(2025, 1, 27)) == (limit.start, limit.date)

    def test_accepted_an_other_person_awaits_the_decision_on_interest(self) -> None:
        """Regulation 12 still stands before stage 1."""
        case = received(date(2025, 1, 13), grounds_arose=GROUNDS, interest_decision_needed=True)
        accepted = case.record(events.LateRepresentationsAccepted(on=date(2025, 1, 15)))

        assert Stage.AWAITING_INTEREST_DECISION is accepted.stage

    def test_accepted_with_an_advocate_asked_for_they_await_one(self) -> None:
        """14(3)(b): the start waits for the appointment."""
        case = received(date(2025, 1, 13), grounds_arose=GROUNDS, advocate_requested=True)
        accepted = case.record(events.LateRepresentationsAccepted(on=date(2025, 1, 15)))

        assert Stage.STAGE_1_PENDING_START is accepted.stage

    def test_declined_the_case_is_over(self) -> None:
        """The authority need not use its discretion."""
        case = LATE.record(events.RepresentationsDeclinedOutOfTime(on=date(2025, 1, 15)))

        assert Stage.NOT_ACCEPTED_OUT_OF_TIME is case.stage

    def test_declined_late_it_has_broken_no_limit(self) -> None:
        """What it was never bound to consider was not due: declined after twenty working days."""
        case = LATE.record(events.RepresentationsDeclinedOutOfTime(on=date(2025, 2, 10)))

        assert [] == broken(case)

    @pytest.mark.parametrize(
        "facts",
        [{}, {"interest_decision_needed": True}, {"advocate_requested": True}],
        ids=["plain", "an other person", "an advocate awaited"],
    )
    @pytest.mark.parametrize(
        ("limbs", "provision"),
        [
            ({"not_reasonable_in_time": False}, "9(2)(a)"),
            ({"still_effective_and_fair": False}, "9(2)(b)"),
        ],
        ids=["not (a)", "not (b)"],
    )
    def test_both_limbs_are_needed(
        self, facts: dict[str, Any], limbs: dict[str, Any], provision: str
    ) -> None:
        """(a) not reasonably expected in time, and (b) still considered effectively and fairly."""
        case = received(date(2025, 1, 13), grounds_arose=GROUNDS, **facts)
        event = events.LateRepresentationsAccepted(on=date(2025, 1, 15), **limbs)

        refused(case, event, ConditionNotMet, provision)

    def test_both_concluded_is_enough(self) -> None:
        """With both limbs recorded as found, they are accepted."""
        event = events.LateRepresentationsAccepted(
            on=date(2025, 1, 15), not_reasonable_in_time=True, still_effective_and_fair=True
        )

        assert Stage.STAGE_1_OPEN is LATE.record(event).stage

    @pytest.mark.parametrize(
        "event",
        [
            events.LateRepresentationsAccepted(on=date(2025, 1, 15)),
            events.RepresentationsDeclinedOutOfTime(on=date(2025, 1, 15)),
        ],
        ids=lambda event: event.name,
    )
    def test_what_is_in_time_is_neither_accepted_nor_declined(self, event: events.Event) -> None:
        """There is no discretion over representations made within the year."""
        refused(received(date(2025, 1, 10), grounds_arose=GROUNDS), event, StepNotOpen, "9(2)")
