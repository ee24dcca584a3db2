# SPDX-License-Identifier: MIT
"""Regulation 8, representations not to be considered, in whole or in part, and resubmission.

https://www.legislation.gov.uk/uksi/2006/1738/regulation/8
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from complaint_timescales import (
    Case,
    ConditionNotMet,
    Ground,
    InvalidFact,
    Outcome,
    Party,
    Stage,
    StepNotOpen,
    assess,
    due,
    events,
)
from tests.regulations.histories import (
    ENDED,
    STAGES_UNDER_WAY,
    broken,
    deadline,
    duties,
    investigation_from,
    provisions,
    received,
    refused,
    suspended,
)


def decided(on: date, **facts: Any) -> events.ConcurrentConsiderationDecided:
    return events.ConcurrentConsiderationDecided(on=on, **{"ground": "court", **facts})


def ended(begun: date, over: date, **facts: Any) -> Case:
    return suspended(begun, **facts).record(events.ConcurrentConsiderationEnded(on=over))


@pytest.mark.reg("8(1)")
class TestWhatIsNotToBeConsidered:
    """Regulation 8(1): one of four grounds, and a decision that consideration would prejudice."""

    @pytest.mark.parametrize("ground", list(Ground), ids=lambda g: g.value)
    def test_each_of_the_four_grounds_suspends(self, ground: Ground) -> None:
        """Court, disciplinary, criminal investigation, criminal proceedings."""
        case = received(date(2025, 1, 6)).record(decided(date(2025, 1, 8), ground=ground))

        assert Stage.SUSPENDED is case.stage

    @pytest.mark.parametrize("ground", ["safeguarding enquiry", "send appeal", "", None])
    def test_there_is_no_fifth_ground(self, ground: object) -> None:
        """The list is closed: other enquiries are no concurrent consideration by themselves."""
        with pytest.raises(InvalidFact, match="criminal_investigation"):
            decided(date(2025, 1, 8), ground=ground)

    @pytest.mark.parametrize("case", STAGES_UNDER_WAY.values(), ids=lambda c: c.stage.value)
    def test_from_every_stage_under_way(self, case: Case) -> None:
        """They are not considered, "or further" considered: it can come at any stage."""
        assert Stage.SUSPENDED is case.record(decided(date(2025, 1, 7))).stage

    @pytest.mark.parametrize("case", ENDED.values(), ids=lambda c: c.stage.value)
    def test_not_once_the_case_has_ended(self, case: Case) -> None:
        """Nothing is being considered any more."""
        refused(case, decided(date(2025, 1, 7)), StepNotOpen, "8(1)")

    @pytest.mark.parametrize("in_part", [False, True], ids=["in whole", "in part"])
    def test_the_ground_alone_is_not_enough(self, in_part: bool) -> None:
        """The authority must also decide that consideration would prejudice the proceedings."""
        event = decided(date(2025, 1, 8), would_prejudice=False, in_part=in_part)

        refused(received(date(2025, 1, 6)), event, ConditionNotMet, "8(1)")

    @pytest.mark.parametrize("case", STAGES_UNDER_WAY.values(), ids=lambda c: c.stage.value)
    def test_in_part_the_rest_goes_on(self, case: Case) -> None:
        """What does not concern the matter stays where it is: "to the extent that"."""
        assert case.stage is case.record(decided(date(2025, 1, 7), in_part=True)).stage

    def test_in_part_the_clock_runs_on(self) -> None:
        """Ten working days from Monday 6 January 2025 end on Monday 20, as without it."""
        case = received(date(2025, 1, 6)).record(decided(date(2025, 1, 8), in_part=True))

        assert (date(2025, 1, 20), None) == (
            deadline(case, "14(1)").date,
            deadline(case, "14(1)").ceased_on,
        )

    def test_in_whole_the_duty_ceases(self) -> None:
        """The clock of the investigation stops on the day of the decision."""
        case = investigation_from(date(2024, 8, 29)).record(decided(date(2024, 9, 12)))

        assert date(2024, 9, 12) == deadline(case, "17(3)").ceased_on
        assert [] == broken(case, as_at=date(2025, 9, 12))

    def test_what_was_broken_before_stays_broken(self) -> None:
        """Twenty-five working days from 29 August 2024 ended on Thursday 3 October."""
        case = investigation_from(date(2024, 8, 29)).record(decided(date(2024, 10, 4)))

        expected = [("17(3)", date(2024, 10, 3), date(2024, 10, 4), 1)]
        assert expected == broken(case, as_at=date(2025, 9, 12))

    def test_the_authority_decides(self) -> None:
        """It is its duty not to consider them, and its decision."""
        (step,) = [
            s
            for s in received(date(2025, 1, 6)).open_steps()
            if s.event == "concurrent_consideration_decided"
        ]

        assert Party.AUTHORITY is step.actor
        assert {Stage.STAGE_1_OPEN, Stage.SUSPENDED} == set(step.leads_to)


@pytest.mark.reg("8(3)")
class TestNoticeOfTheDecision:
    """Regulation 8(3): notice in writing, with reasons, as soon as possible."""

    @pytest.mark.parametrize("in_part", [False, True], ids=["in whole", "in part"])
    def test_the_duty_arises_on_the_decision(self, in_part: bool) -> None:
        """In whole or in part, the complainant is told why."""
        case = received(date(2025, 1, 6)).record(decided(date(2025, 1, 8), in_part=in_part))

        assert ("8(3)", date(2025, 1, 8), None) in duties(case)

    def test_it_binds_the_authority_as_soon_as_possible(self) -> None:
        """No number of days is set."""
        (found,) = [
            d.obligation
            for d in suspended(date(2025, 1, 6)).obligations()
            if d.obligation.by == "8(3)"
        ]

        assert (Party.AUTHORITY, "as soon as possible") == (found.binds, found.how_soon)


@pytest.mark.reg("8(4)")
class TestResubmission:
    """Regulation 8(4): once it is over they may be resubmitted; the procedure then runs afresh."""

    def test_it_may_not_be_resubmitted_before_the_end(self) -> None:
        """The right arises when the concurrent consideration is discontinued or completed."""
        case = suspended(date(2025, 1, 6))

        refused(case, events.Resubmitted(on=date(2025, 2, 3)), ConditionNotMet, "8(4)")

    def test_the_end_alone_resumes_nothing(self) -> None:
        """The complainant "may resubmit": nothing restarts by itself."""
        case = ended(date(2025, 1, 6), date(2025, 2, 3))

        assert Stage.SUSPENDED is case.stage
        assert Stage.SUSPENDED is case.stage_on(date(2025, 6, 2))

    def test_it_ends_once(self) -> None:
        """A second end of the same concurrent consideration has no place."""
        case = ended(date(2025, 1, 6), date(2025, 2, 3))

        refused(
            case, events.ConcurrentConsiderationEnded(on=date(2025, 2, 4)), ConditionNotMet, "8(4)"
        )

    def test_nothing_ends_that_was_not_decided(self) -> None:
        """From stage 1 there is no concurrent consideration to end."""
        refused(
            received(date(2025, 1, 6)),
            events.ConcurrentConsiderationEnded(on=date(2025, 2, 4)),
            StepNotOpen,
            "8(4)",
        )

    def test_stage_1_starts_afresh_from_the_resubmission(self) -> None:
        """Resubmitted on Monday 3 March 2025: two clear weeks to Monday 17 March."""
        case = ended(date(2025, 1, 6), date(2025, 2, 3)).record(
            events.Resubmitted(on=date(2025, 3, 3))
        )
        current = case.deadlines()[-1]

        assert Stage.STAGE_1_OPEN is case.stage
        assert ("14(1)", date(2025, 3, 3), "14(3)(c)", date(2025, 3, 17)) == (
            current.provision,
            current.start,
            current.started_by,
            current.date,
        )

    def test_from_stage_3_too_the_procedure_begins_again(self) -> None:
        """Regulations 9 to 20 apply to what is resubmitted, not the rest of stage 3."""
        case = STAGES_UNDER_WAY[Stage.STAGE_3_REQUESTED].record(decided(date(2025, 1, 7)))
        case = case.record(events.ConcurrentConsiderationEnded(on=date(2025, 2, 3)))

        assert Stage.STAGE_1_OPEN is case.record(events.Resubmitted(on=date(2025, 3, 3))).stage

    def test_the_limits_of_the_first_run_have_ceased(self) -> None:
        """Nothing of the old run is open, and no day of it is carried over."""
        case = ended(date(2025, 1, 6), date(2025, 2, 3)).record(
            events.Resubmitted(on=date(2025, 3, 3))
        )
        old, resubmit, new = case.deadlines()

        assert ("14(1)", date(2025, 1, 6)) == (old.provision, old.ceased_on)
        assert ("8(5)", date(2025, 3, 3)) == (resubmit.provision, resubmit.met_on)
        assert (None, None) == (new.met_on, new.ceased_on)

    def test_an_act_of_the_second_run_meets_nothing_of_the_first(self) -> None:
        """An answer on 10 March 2025 meets the limit of the second run alone."""
        case = ended(date(2025, 1, 6), date(2025, 2, 3)).record(
            events.Resubmitted(on=date(2025, 3, 3))
        )
        old, _, new = case.record(events.LocalResolutionEnded(on=date(2025, 3, 10))).deadlines()

        assert (None, date(2025, 3, 10)) == (old.met_on, new.met_on)

    def test_an_act_of_the_second_run_meets_no_duty_of_the_first(self) -> None:
        """A record of 10 March 2025 is the one that the request of 5 March asked for."""
        # The interpreter reads this otherwise: it meets the duty of 8 January as well.
        case = received(date(2025, 1, 6), orally=True)
        case = case.record(events.InvestigationRequested(on=date(2025, 1, 8)))
        case = case.record(decided(date(2025, 1, 9)))
        case = case.record(events.ConcurrentConsiderationEnded(on=date(2025, 2, 3)))
        case = case.record(events.Resubmitted(on=date(2025, 3, 3)))
        case = case.record(events.InvestigationRequested(on=date(2025, 3, 5)))
        case = case.record(events.WrittenRecordFinalised(on=date(2025, 3, 10)))

        assert ("16(2)", date(2025, 3, 5), date(2025, 3, 10)) in duties(case)
        assert ("16(2)", date(2025, 1, 8), date(2025, 3, 10)) not in duties(case)

    def test_stage_1_can_be_extended_by_ten_days_again(self) -> None:
        """Ten in the first run and ten in the second: to 31 March 2025, four clear weeks."""
        case = received(date(2025, 1, 6)).record(
            events.LocalResolutionExtended(on=date(2025, 1, 8), working_days=10)
        )
        case = case.record(decided(date(2025, 1, 9)))
        case = case.record(events.ConcurrentConsiderationEnded(on=date(2025, 2, 3)))
        case = case.record(events.Resubmitted(on=date(2025, 3, 3)))
        case = case.record(events.LocalResolutionExtended(on=date(2025, 3, 5), working_days=10))

        assert date(2025, 3, 31) == case.deadlines()[-1].date

    def test_an_other_person_is_decided_on_again(self) -> None:
        """Regulation 12 is one of those by which they are considered afresh."""
        case = ended(date(2025, 1, 6), date(2025, 2, 3), interest_decision_needed=True)

        assert Stage.AWAITING_INTEREST_DECISION is (
            case.record(events.Resubmitted(on=date(2025, 3, 3))).stage
        )

    def test_an_advocate_still_awaited_is_waited_for_again(self) -> None:
        """14(3)(b): as at the day of resubmission none had been appointed."""
        case = ended(date(2025, 1, 6), date(2025, 2, 3), advocate_requested=True)

        assert Stage.STAGE_1_PENDING_START is (
            case.record(events.Resubmitted(on=date(2025, 3, 3))).stage
        )

    def test_an_advocate_of_the_first_run_is_not_waited_for(self) -> None:
        """One had been appointed as at the day of resubmission: 14(3)(c) applies.

        Resubmitted on Monday 3 March 2025, so Monday 17 March.
        """
        case = received(date(2025, 1, 6), advocate_requested=True)
        case = case.record(events.AdvocateAppointed(on=date(2025, 1, 13)))
        case = case.record(decided(date(2025, 1, 14)))
        case = case.record(events.ConcurrentConsiderationEnded(on=date(2025, 2, 3)))
        case = case.record(events.Resubmitted(on=date(2025, 3, 3)))

        assert (Stage.STAGE_1_OPEN, date(2025, 3, 17)) == (case.stage, case.deadlines()[-1].date)

    def test_an_advocate_appointed_meanwhile_is_not_waited_for(self) -> None:
        """Appointed on 15 January 2025, while they are not considered: 14(3)(c) applies."""
        case = suspended(date(2025, 1, 6), advocate_requested=True)
        case = case.record(events.AdvocateAppointed(on=date(2025, 1, 15)))
        case = case.record(events.ConcurrentConsiderationEnded(on=date(2025, 2, 3)))
        case = case.record(events.Resubmitted(on=date(2025, 3, 3)))

        assert (Stage.STAGE_1_OPEN, date(2025, 3, 17)) == (case.stage, case.deadlines()[-1].date)

    def test_a_part_that_was_left_out_is_a_case_of_its_own(self) -> None:
        """The rest goes on here; the end of it and its resubmission belong to the part (I-12)."""
        case = received(date(2025, 1, 6)).record(decided(date(2025, 1, 8), in_part=True))

        refused(case, events.ConcurrentConsiderationEnded(on=date(2025, 2, 3)), StepNotOpen, "8(4)")
        refused(case, events.Resubmitted(on=date(2025, 2, 3)), StepNotOpen, "8(4)")


@pytest.mark.reg("8(5)")
class TestResubmissionWithinOneYear:
    """Regulation 8(5): no later than one year after it was discontinued or completed."""

    @pytest.mark.parametrize(
        ("over", "last"),
        [
            (date(2025, 2, 3), date(2026, 2, 3)),
            (date(2024, 2, 29), date(2025, 2, 28)),
            (date(2023, 2, 28), date(2024, 2, 28)),
            (date(2023, 12, 25), date(2024, 12, 25)),
        ],
        ids=["any day", "29 February", "28 February before a leap year", "Christmas Day"],
    )
    def test_the_last_day_is_the_anniversary(self, over: date, last: date) -> None:
        """By the calendar, and not moved on where it is a holiday; 29 February has the 28th."""
        assert last == due("8(5)", over).date
        assert last == deadline(ended(date(2023, 1, 9), over), "8(5)").date

    @pytest.mark.parametrize(
        "on", [date(2025, 2, 27), date(2025, 2, 28)], ids=["the day before", "the day"]
    )
    def test_in_time(self, on: date) -> None:
        """It ended on 29 February 2024, so Friday 28 February 2025 is the last day."""
        case = ended(date(2024, 1, 8), date(2024, 2, 29)).record(events.Resubmitted(on=on))

        assert (Stage.STAGE_1_OPEN, on) == (case.stage, deadline(case, "8(5)").met_on)

    @pytest.mark.parametrize("on", [date(2025, 3, 1), date(2025, 12, 1)], ids=str)
    def test_out_of_time(self, on: date) -> None:
        """The day after is too late, and 9(2) gives no way round it: 9(1) does not apply."""
        case = ended(date(2024, 1, 8), date(2024, 2, 29))

        refused(case, events.Resubmitted(on=on), ConditionNotMet, "8(5)")
        refused(case, events.LateRepresentationsAccepted(on=on), StepNotOpen, "9(2)")

    def test_the_year_lapses(self) -> None:
        """On the anniversary it is still open, and on the day after it is closed."""
        case = ended(date(2025, 1, 6), date(2025, 2, 3))

        assert Stage.SUSPENDED is case.stage_on(date(2026, 2, 3))
        assert Stage.CLOSED_NOT_RESUBMITTED is case.stage_on(date(2026, 2, 4))

    def test_nothing_lapses_while_it_goes_on(self) -> None:
        """The year runs from the end, so proceedings of three years cost nothing."""
        case = suspended(date(2021, 1, 6))

        assert Stage.SUSPENDED is case.stage_on(date(2024, 1, 8))
        assert ["14(1)"] == provisions(case)

    def test_9_1_does_not_apply_to_what_is_resubmitted(self) -> None:
        """Grounds of 1 March 2024; resubmitted two years later, and considered all the same."""
        case = ended(date(2025, 1, 6), date(2025, 10, 1), grounds_arose=date(2024, 3, 1))
        case = case.record(events.Resubmitted(on=date(2026, 3, 2)))

        assert Stage.STAGE_1_OPEN is case.stage

    def test_it_binds_the_complainant_and_is_never_a_breach(self) -> None:
        """It ends a right; nobody has failed in a duty."""
        case = ended(date(2025, 1, 6), date(2025, 2, 3))

        assert Party.COMPLAINANT is deadline(case, "8(5)").timescale.binds
        assert [] == broken(case, as_at=date(2027, 2, 3))

    def test_withdrawing_ends_it(self) -> None:
        """What is withdrawn is not resubmitted."""
        case = ended(date(2025, 1, 6), date(2025, 2, 3))
        case = case.record(events.Withdrawn(on=date(2025, 3, 3)))

        assert date(2025, 3, 3) == deadline(case, "8(5)").ceased_on
        assert Stage.WITHDRAWN is case.stage_on(date(2027, 1, 4))

    @pytest.mark.parametrize(
        ("end", "outcome", "over"),
        [
            (date(2026, 2, 2), Outcome.MET, 0),
            (date(2026, 2, 3), Outcome.MET, 0),
            (date(2026, 2, 4), Outcome.MISSED, 1),
        ],
        ids=["the day before", "the day", "the day after"],
    )
    def test_assessed(self, end: date, outcome: Outcome, over: int) -> None:
        """From 3 February 2025, by the calendar."""
        verdict = assess("8(5)", date(2025, 2, 3), end)

        assert (outcome, over, 1) == (verdict.outcome, verdict.days_over, verdict.limit)

    def test_a_second_year_is_not_met_by_the_first_resubmission(self) -> None:
        """Suspended again, and over on 1 May 2025: to 1 May 2026, and nobody has resubmitted."""
        case = ended(date(2025, 1, 6), date(2025, 2, 3))
        case = case.record(events.Resubmitted(on=date(2025, 3, 3)))
        case = case.record(decided(date(2025, 3, 4)))
        case = case.record(events.ConcurrentConsiderationEnded(on=date(2025, 5, 1)))
        second = case.deadlines()[-1]

        assert ("8(5)", date(2026, 5, 1), None) == (second.provision, second.date, second.met_on)
