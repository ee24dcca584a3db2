# SPDX-License-Identifier: MIT
"""Regulation 14, local resolution: ten working days from a start date, and up to ten more.

https://www.legislation.gov.uk/uksi/2006/1738/regulation/14
"""

from __future__ import annotations

from datetime import date

import pytest

from complaint_timescales import (
    Case,
    ConditionNotMet,
    Outcome,
    Party,
    Stage,
    StepNotOpen,
    assess,
    due,
    events,
)
from tests.regulations.histories import (
    broken,
    deadline,
    provisions,
    received,
    refused,
    suspended,
)

ENDS = [
    events.LocalResolutionEnded,
    events.MattersResolved,
]


def later(on: date, start: date, *, asked: bool = True) -> events.LaterStartAgreed:
    return events.LaterStartAgreed(on=on, start=start, at_complainants_request=asked)


def extended(on: date, number: int, *, complex_: bool = True) -> events.LocalResolutionExtended:
    return events.LocalResolutionExtended(on=on, working_days=number, considered_complex=complex_)


@pytest.mark.reg("14(1)")
class TestTenWorkingDaysToConsiderAndTryToResolve:
    """Regulation 14(1): in any event within ten working days of the start date."""

    @pytest.mark.parametrize(
        ("start", "last"),
        [
            (date(2025, 1, 6), date(2025, 1, 20)),
            (date(2024, 12, 16), date(2025, 1, 2)),
            (date(2023, 4, 3), date(2023, 4, 19)),
            (date(2023, 4, 28), date(2023, 5, 16)),
            (date(2022, 9, 9), date(2022, 9, 26)),
            (date(2022, 5, 27), date(2022, 6, 14)),
            (date(2021, 12, 20), date(2022, 1, 6)),
            (date(2024, 3, 23), date(2024, 4, 9)),
            (date(2024, 3, 29), date(2024, 4, 15)),
        ],
        ids=[
            "two clear weeks",
            "Christmas and New Year",
            "Easter",
            "two bank holidays in May 2023",
            "the State Funeral",
            "the Platinum Jubilee",
            "substitute days at Christmas",
            "received on a Saturday",
            "received on Good Friday",
        ],
    )
    def test_the_tenth_working_day(self, start: date, last: date) -> None:
        """Two weeks, and a day more for each bank holiday passed over.

        Monday 16 December 2024: 25 and 26 December and 1 January are off, so Thursday 2 January.
        Monday 3 April 2023: Friday 7 and Monday 10 are off, so Wednesday 19.
        Friday 28 April 2023: Mondays 1 and 8 May are off, so Tuesday 16.
        Friday 9 September 2022: Monday 19 is off, so Monday 26.
        Friday 27 May 2022: 2 and 3 June are off and 30 May is worked, so Tuesday 14 June.
        Monday 20 December 2021: 27 and 28 December and 3 January are off, so Thursday 6 January.
        Saturday 23 March 2024: day one is Monday 25; 29 March and 1 April are off: Tuesday 9 April.
        Friday 29 March 2024, off itself: Monday 1 is off, day one is Tuesday 2, so Monday 15.
        """
        assert last == due("14(1)", start).date
        assert last == deadline(received(start), "14(1)").date

    @pytest.mark.parametrize("end", ENDS, ids=lambda kind: kind.name)
    @pytest.mark.parametrize(
        ("on", "breaches"),
        [
            (date(2025, 1, 1), []),
            (date(2025, 1, 2), []),
            (date(2025, 1, 3), [("14(1)", date(2025, 1, 2), date(2025, 1, 3), 1)]),
            (date(2025, 1, 6), [("14(1)", date(2025, 1, 2), date(2025, 1, 6), 2)]),
        ],
        ids=["the day before", "the day", "the day after", "over a weekend"],
    )
    def test_an_answer_or_a_resolution_meets_it(
        self,
        end: type[events.LocalResolutionEnded | events.MattersResolved],
        on: date,
        breaches: list[tuple[str, date, date, int]],
    ) -> None:
        """From 16 December 2024 the last day is Thursday 2 January; Friday 3 is one day over."""
        case = received(date(2024, 12, 16)).record(end(on=on))

        assert on == deadline(case, "14(1)").met_on
        assert breaches == broken(case)

    def test_mediation_that_resolves_matters_meets_it(self) -> None:
        """It ends the case as a resolution does."""
        case = received(date(2025, 1, 6)).record(
            events.MediationEnded(on=date(2025, 1, 17), resolved=True)
        )

        assert (Stage.RESOLVED, date(2025, 1, 17)) == (case.stage, deadline(case, "14(1)").met_on)

    @pytest.mark.parametrize(
        ("as_at", "outcome"),
        [
            (date(2025, 1, 17), Outcome.RUNNING),
            (date(2025, 1, 20), Outcome.RUNNING),
            (date(2025, 1, 21), Outcome.OVERDUE),
        ],
        ids=["before", "the last day", "after"],
    )
    def test_it_is_overdue_from_the_day_after(self, as_at: date, outcome: Outcome) -> None:
        """From Monday 6 January 2025 the last day is Monday 20, to its end."""
        (verdict,) = received(date(2025, 1, 6)).assessments(as_at)

        assert outcome is verdict.outcome
        assert outcome is assess("14(1)", date(2025, 1, 6), as_at=as_at).outcome

    def test_being_overdue_is_no_stage(self) -> None:
        """Nothing happens by itself on the eleventh day: the breach is a finding."""
        case = received(date(2025, 1, 6))

        assert Stage.STAGE_1_OPEN is case.stage_on(date(2026, 1, 6))
        assert [("14(1)", date(2025, 1, 20), date(2025, 1, 21), 1)] == broken(
            case, as_at=date(2025, 1, 21)
        )

    def test_it_binds_the_authority(self) -> None:
        """Ten working days, for the authority alone."""
        limit = deadline(received(date(2025, 1, 6)), "14(1)")

        assert (Party.AUTHORITY, 10, "working day") == (
            limit.timescale.binds,
            limit.limit,
            limit.unit,
        )

    @pytest.mark.parametrize(
        "event",
        [
            events.Withdrawn(on=date(2025, 1, 10)),
            events.LocalResolutionWaived(on=date(2025, 1, 10)),
            events.InvestigationRequested(on=date(2025, 1, 10)),
            events.ConcurrentConsiderationDecided(on=date(2025, 1, 10), ground="court"),
        ],
        ids=lambda event: event.name,
    )
    def test_what_makes_the_duty_cease(self, event: events.Event) -> None:
        """After any of these nobody must try to resolve them at stage 1."""
        case = received(date(2025, 1, 6)).record(event)
        (found,) = [each for each in case.deadlines() if each.provision == "14(1)"]

        assert (None, date(2025, 1, 10)) == (found.met_on, found.ceased_on)
        assert "14(1)" not in [each[0] for each in broken(case, as_at=date(2025, 6, 2))]


@pytest.mark.reg("14(1)")
class TestStage1MayBeLeftOutByAgreement:
    """Regulation 14(1): unless the complainant and the authority agree that it is not used."""

    @pytest.mark.parametrize(
        ("case", "stage"),
        [
            (received(date(2025, 1, 6)), Stage.STAGE_2_OPEN),
            (received(date(2025, 1, 6), orally=True), Stage.STAGE_2_PENDING_RECORD),
            (received(date(2025, 1, 6), advocate_requested=True), Stage.STAGE_2_OPEN),
            (
                received(date(2025, 1, 6), advocate_requested=True, orally=True),
                Stage.STAGE_2_PENDING_RECORD,
            ),
        ],
        ids=["written", "oral", "written, pending", "oral, pending"],
    )
    def test_agreement_leads_to_stage_2(self, case: Case, stage: Stage) -> None:
        """Written representations are investigated at once, oral ones once they are recorded."""
        assert stage is case.record(events.LocalResolutionWaived(on=date(2025, 1, 8))).stage

    @pytest.mark.parametrize("orally", [False, True], ids=["written", "oral"])
    @pytest.mark.parametrize("advocate", [False, True], ids=["open", "pending"])
    def test_one_of_the_two_alone_cannot(self, orally: bool, advocate: bool) -> None:
        """Neither the authority nor the complainant skips stage 1 without the other."""
        case = received(date(2025, 1, 6), orally=orally, advocate_requested=advocate)
        event = events.LocalResolutionWaived(on=date(2025, 1, 8), both_agreed=False)

        refused(case, event, ConditionNotMet, "14(1)")

    def test_not_once_it_has_been_used(self) -> None:
        """After the stage 1 answer there is nothing to leave out: 15(2) applies."""
        case = received(date(2025, 1, 6)).record(events.LocalResolutionEnded(on=date(2025, 1, 20)))

        refused(case, events.LocalResolutionWaived(on=date(2025, 1, 21)), StepNotOpen, "17(1)(a)")

    def test_nothing_is_due_under_14_1_where_it_never_started(self) -> None:
        """Waived while an advocate is awaited; one is then appointed during stage 2."""
        case = received(date(2025, 1, 6), advocate_requested=True)
        case = case.record(events.LocalResolutionWaived(on=date(2025, 1, 8)))
        case = case.record(events.AdvocateAppointed(on=date(2025, 1, 10)))

        assert ["17(3)"] == provisions(case)

    def test_stage_1_is_not_skipped_to_a_panel(self) -> None:
        """Regulation 18 needs an outcome under regulation 17."""
        refused(
            received(date(2025, 1, 6)),
            events.PanelRequested(on=date(2025, 1, 21)),
            StepNotOpen,
            "18(1)",
        )


@pytest.mark.reg("14(3)(a)")
class TestStartOnTheDecisionThatTheInterestIsSufficient:
    """Regulation 14(3)(a): for an other person, the date on which the authority decides."""

    def test_the_decision_is_day_nought(self) -> None:
        """Thursday 17 April 2025: Friday 18 and Monday 21 are off, and so is 5 May.

        22 to 25 April are days 1 to 4, 28 April to 2 May 5 to 9, and Tuesday 6 May the tenth.
        """
        case = received(date(2025, 4, 7), interest_decision_needed=True)
        case = case.record(events.SufficientInterestDecided(on=date(2025, 4, 17), sufficient=True))
        limit = deadline(case, "14(1)")

        assert (date(2025, 4, 17), "14(3)(a)", date(2025, 5, 6)) == (
            limit.start,
            limit.started_by,
            limit.date,
        )


@pytest.mark.reg("14(3)(b)")
class TestStartOnTheAppointmentOfAnAdvocate:
    """Regulation 14(3)(b): asked for, and none appointed at receipt: the date of appointment."""

    PENDING = received(date(2025, 1, 6), advocate_requested=True)

    def test_nothing_runs_until_one_is_appointed(self) -> None:
        """The clock waits, however long it takes."""
        assert (Stage.STAGE_1_PENDING_START, []) == (self.PENDING.stage, provisions(self.PENDING))
        assert [] == broken(self.PENDING, as_at=date(2025, 12, 1))

    def test_the_appointment_is_day_nought(self) -> None:
        """Friday 10 January 2025, and two clear weeks: Friday 24."""
        case = self.PENDING.record(events.AdvocateAppointed(on=date(2025, 1, 10)))
        limit = deadline(case, "14(1)")

        assert Stage.STAGE_1_OPEN is case.stage
        assert (date(2025, 1, 10), "14(3)(b)", date(2025, 1, 24)) == (
            limit.start,
            limit.started_by,
            limit.date,
        )

    def test_one_that_was_not_asked_for_moves_nothing(self) -> None:
        """Then (c) applies: from receipt on Monday 6 January 2025, Monday 20."""
        case = received(date(2025, 1, 6)).record(events.AdvocateAppointed(on=date(2025, 1, 10)))

        assert ("14(3)(c)", date(2025, 1, 20)) == (
            deadline(case, "14(1)").started_by,
            deadline(case, "14(1)").date,
        )

    def test_a_second_advocate_moves_nothing(self) -> None:
        """It is the date on which an advocate is appointed, not the last of several."""
        case = self.PENDING.record(events.AdvocateAppointed(on=date(2025, 1, 10)))
        case = case.record(events.AdvocateAppointed(on=date(2025, 1, 20)))

        assert (date(2025, 1, 10), date(2025, 1, 24)) == (
            deadline(case, "14(1)").start,
            deadline(case, "14(1)").date,
        )

    @pytest.mark.parametrize(
        ("decided", "appointed", "by"),
        [
            (date(2025, 1, 15), date(2025, 1, 10), "14(3)(a)"),
            (date(2025, 1, 10), date(2025, 1, 15), "14(3)(b)"),
        ],
        ids=["the decision is later", "the appointment is later"],
    )
    def test_where_both_a_and_b_apply_the_later_counts(
        self, decided: date, appointed: date, by: str
    ) -> None:
        """Wednesday 15 January 2025 in both orders, and so Wednesday 29."""
        happened = [
            events.SufficientInterestDecided(on=decided, sufficient=True),
            events.AdvocateAppointed(on=appointed),
        ]
        case = received(date(2025, 1, 6), interest_decision_needed=True, advocate_requested=True)
        for event in sorted(happened, key=lambda event: event.on):
            case = case.record(event)
        limit = deadline(case, "14(1)")

        assert Stage.STAGE_1_OPEN is case.stage
        assert (date(2025, 1, 15), by, date(2025, 1, 29)) == (
            limit.start,
            limit.started_by,
            limit.date,
        )


@pytest.mark.reg("14(3)(c)")
class TestStartOnReceipt:
    """Regulation 14(3)(c): in any other case, the date on which they were received."""

    def test_receipt_is_day_nought(self) -> None:
        """Monday 6 January 2025 is not counted: Tuesday 7 is day one."""
        limit = deadline(received(date(2025, 1, 6)), "14(1)")

        assert (date(2025, 1, 6), "14(3)(c)") == (limit.start, limit.started_by)
        assert date(2025, 1, 7) == limit.counted[0]

    def test_a_day_off_can_be_day_nought(self) -> None:
        """A date is named and none is deemed: received on Saturday 23 March 2024."""
        assert date(2024, 3, 23) == deadline(received(date(2024, 3, 23)), "14(1)").start


@pytest.mark.reg("14(4)")
class TestALaterStartAtTheComplainantsRequest:
    """Regulation 14(4): the complainant may ask for, and agree, a later start date."""

    OPEN = received(date(2025, 1, 6))

    def test_a_start_to_come_is_awaited(self) -> None:
        """Agreed on 8 January 2025 for Monday 20; ten days from there end on Monday 3 February."""
        case = self.OPEN.record(later(date(2025, 1, 8), date(2025, 1, 20)))
        limit = deadline(case, "14(1)")

        assert Stage.STAGE_1_PENDING_START is case.stage
        assert (date(2025, 1, 20), "14(4)", date(2025, 2, 3)) == (
            limit.start,
            limit.started_by,
            limit.date,
        )

    def test_it_opens_on_the_day_agreed(self) -> None:
        """The day before it is pending; on the day it is open, with no event."""
        case = self.OPEN.record(later(date(2025, 1, 8), date(2025, 1, 20)))

        assert Stage.STAGE_1_PENDING_START is case.stage_on(date(2025, 1, 19))
        assert Stage.STAGE_1_OPEN is case.stage_on(date(2025, 1, 20))

    def test_what_belongs_to_the_open_stage_is_refused_until_then(self) -> None:
        """A request for stage 2 has a place on the day, and not on the day before."""
        case = self.OPEN.record(later(date(2025, 1, 8), date(2025, 1, 20)))

        refused(case, events.InvestigationRequested(on=date(2025, 1, 19)), StepNotOpen, "15(2)")
        opened = case.record(events.InvestigationRequested(on=date(2025, 1, 20)))
        assert Stage.STAGE_2_OPEN is opened.stage

    def test_a_start_that_has_come_leaves_it_open(self) -> None:
        """Agreed on Friday 10 January 2025 that it was Wednesday 8: two weeks to the 22nd."""
        case = self.OPEN.record(later(date(2025, 1, 10), date(2025, 1, 8)))

        assert (Stage.STAGE_1_OPEN, date(2025, 1, 22)) == (
            case.stage,
            deadline(case, "14(1)").date,
        )

    def test_it_can_be_agreed_again(self) -> None:
        """From 20 to 27 January 2025 while it is pending: ten days to Monday 10 February."""
        case = self.OPEN.record(later(date(2025, 1, 8), date(2025, 1, 20)))
        case = case.record(later(date(2025, 1, 15), date(2025, 1, 27)))

        assert date(2025, 2, 10) == deadline(case, "14(1)").date

    def test_it_can_be_brought_forward_again(self) -> None:
        """14(4) asks for a date after that of (3), and 15 January 2025 is after the 6th."""
        case = self.OPEN.record(later(date(2025, 1, 8), date(2025, 1, 20)))
        case = case.record(later(date(2025, 1, 9), date(2025, 1, 15)))

        assert date(2025, 1, 29) == deadline(case, "14(1)").date

    @pytest.mark.parametrize(
        "start", [date(2025, 1, 8), date(2025, 1, 27)], ids=["has come", "to come"]
    )
    def test_the_authority_cannot_ask_for_it(self, start: date) -> None:
        """It is "at the request of the complainant"."""
        refused(self.OPEN, later(date(2025, 1, 10), start, asked=False), ConditionNotMet, "14(4)")

    @pytest.mark.parametrize("start", [date(2025, 1, 6), date(2025, 1, 3)], ids=str)
    def test_it_must_be_later(self, start: date) -> None:
        """A date after that of paragraph (3); the day of receipt itself is not."""
        refused(self.OPEN, later(date(2025, 1, 10), start), ConditionNotMet, "14(4)")

    def test_the_last_day_of_a_running_limit_is_not_too_late_to_agree(self) -> None:
        """On Monday 20 January 2025 the limit has not passed."""
        case = self.OPEN.record(later(date(2025, 1, 20), date(2025, 1, 27)))

        assert date(2025, 2, 10) == deadline(case, "14(1)").date

    @pytest.mark.parametrize(
        "start", [date(2025, 1, 15), date(2025, 2, 3)], ids=["has come", "to come"]
    )
    def test_a_limit_that_has_passed_is_not_moved(self, start: date) -> None:
        """A breach is not undone by agreement: 21 January 2025 is a day too late."""
        refused(self.OPEN, later(date(2025, 1, 21), start), ConditionNotMet, "14(1)")

    def test_with_an_advocate_awaited_the_later_date_counts(self) -> None:
        """Agreed for 27 January 2025, and an advocate appointed on the 20th: from the 27th."""
        case = received(date(2025, 1, 6), advocate_requested=True)
        case = case.record(later(date(2025, 1, 8), date(2025, 1, 27)))
        case = case.record(events.AdvocateAppointed(on=date(2025, 1, 20)))

        assert Stage.STAGE_1_PENDING_START is case.stage
        assert date(2025, 2, 10) == deadline(case, "14(1)").date

    def test_there_is_no_counterpart_for_stage_2(self) -> None:
        """The start of an investigation cannot be moved by agreement."""
        case = self.OPEN.record(events.InvestigationRequested(on=date(2025, 1, 20)))

        refused(case, later(date(2025, 1, 21), date(2025, 2, 3)), StepNotOpen, "14(4)")

    def test_an_answer_before_the_agreed_start_is_in_time(self) -> None:
        """Agreed for Monday 20 January 2025 and answered on the 10th: nothing is broken."""
        case = self.OPEN.record(later(date(2025, 1, 8), date(2025, 1, 20)))
        case = case.record(events.LocalResolutionEnded(on=date(2025, 1, 10)))
        (verdict,) = case.assessments()

        assert (Outcome.MET, []) == (verdict.outcome, broken(case))

    def test_a_verdict_before_the_agreed_start_can_be_read(self) -> None:
        """No working day has passed on a clock that has not started."""
        case = self.OPEN.record(later(date(2025, 1, 8), date(2025, 1, 20)))
        (verdict,) = case.assessments()

        assert (Outcome.RUNNING, 0) == (verdict.outcome, verdict.working_days or 0)


@pytest.mark.reg("14(5)")
class TestUpToTenMoreWorkingDaysIfComplex:
    """Regulation 14(5): the authority may extend by at most ten where it considers them complex."""

    OPEN = received(date(2025, 1, 6))

    @pytest.mark.parametrize(
        ("number", "last"),
        [
            (1, date(2025, 1, 21)),
            (2, date(2025, 1, 22)),
            (3, date(2025, 1, 23)),
            (4, date(2025, 1, 24)),
            (5, date(2025, 1, 27)),
            (6, date(2025, 1, 28)),
            (7, date(2025, 1, 29)),
            (8, date(2025, 1, 30)),
            (9, date(2025, 1, 31)),
            (10, date(2025, 2, 3)),
        ],
    )
    def test_one_to_ten_working_days_more(self, number: int, last: date) -> None:
        """Counted on from Monday 20 January 2025, the tenth day, with no holiday between."""
        case = self.OPEN.record(extended(date(2025, 1, 10), number))

        assert ["14(5)"] == provisions(case)
        assert (last, date(2025, 1, 20)) == (
            deadline(case, "14(5)").date,
            deadline(case, "14(5)").extended_from,
        )

    @pytest.mark.parametrize(
        ("start", "last"),
        [(date(2025, 1, 6), date(2025, 2, 3)), (date(2024, 12, 16), date(2025, 1, 16))],
        ids=["four clear weeks", "Christmas"],
    )
    def test_twenty_in_all(self, start: date, last: date) -> None:
        """Monday 16 December 2024: the tenth is Thursday 2 January, the twentieth the 16th."""
        assert last == due("14(5)", start).date
        assert 20 == due("14(5)", start).limit

    @pytest.mark.parametrize("number", [0, -1, 11, 20])
    def test_no_other_number(self, number: int) -> None:
        """At least one, and at most ten."""
        refused(self.OPEN, extended(date(2025, 1, 10), number), ConditionNotMet, "14(5)")

    def test_seven_and_three_make_ten(self) -> None:
        """The maximum is of the extension in all, however it is reached."""
        case = self.OPEN.record(extended(date(2025, 1, 10), 7))
        case = case.record(extended(date(2025, 1, 13), 3))

        assert date(2025, 2, 3) == deadline(case, "14(5)").date

    def test_seven_and_four_are_too_many(self) -> None:
        """Eleven in all."""
        case = self.OPEN.record(extended(date(2025, 1, 10), 7))

        refused(case, extended(date(2025, 1, 13), 4), ConditionNotMet, "14(5)")

    def test_after_ten_no_further_one_is_open(self) -> None:
        """Nothing is left to extend by, so the step is not among those that are open."""
        case = self.OPEN.record(extended(date(2025, 1, 10), 10))

        assert "local_resolution_extended" not in [
            step.event for step in case.open_steps(date(2025, 1, 13))
        ]

    def test_just_for_complex_representations(self) -> None:
        """Complexity is the sole ground: staff leave or a missing advocate is none."""
        event = extended(date(2025, 1, 10), 5, complex_=False)

        refused(self.OPEN, event, ConditionNotMet, "14(5)")

    @pytest.mark.parametrize("on", [date(2025, 1, 17), date(2025, 1, 20)], ids=str)
    def test_granted_in_time_it_stands_in_place_of_the_first_limit(self, on: date) -> None:
        """On the day before and on the last day, an answer on the fifteenth day breaks nothing."""
        case = self.OPEN.record(extended(on, 5))
        case = case.record(events.LocalResolutionEnded(on=date(2025, 1, 27)))

        assert (["14(5)"], []) == (provisions(case), broken(case))

    def test_granted_late_it_is_accepted_and_the_first_breach_stays(self) -> None:
        """On Tuesday 21 January 2025, a day late: both limits stand, and one is broken.

        Answered on Friday 24: four working days after the 20th, and before Monday 27.
        """
        case = self.OPEN.record(extended(date(2025, 1, 21), 5))
        case = case.record(events.LocalResolutionEnded(on=date(2025, 1, 24)))

        assert ["14(1)", "14(5)"] == provisions(case)
        assert [("14(1)", date(2025, 1, 20), date(2025, 1, 24), 4)] == broken(case)

    @pytest.mark.parametrize(
        ("on", "breaches"),
        [
            (date(2025, 1, 15), []),
            (date(2025, 1, 16), []),
            (date(2025, 1, 17), [("14(5)", date(2025, 1, 16), date(2025, 1, 17), 1)]),
        ],
        ids=["the day before", "the day", "the day after"],
    )
    def test_the_extended_limit_is_met_or_broken(
        self, on: date, breaches: list[tuple[str, date, date, int]]
    ) -> None:
        """From 16 December 2024 over Christmas, extended by ten: Thursday 16 January 2025."""
        case = received(date(2024, 12, 16)).record(extended(date(2024, 12, 20), 10))
        case = case.record(events.LocalResolutionEnded(on=on))

        assert breaches == broken(case)

    def test_it_moves_with_a_later_start(self) -> None:
        """Extended by five, then moved to Monday 20 January 2025: fifteen days, 10 February."""
        case = self.OPEN.record(extended(date(2025, 1, 8), 5))
        case = case.record(later(date(2025, 1, 9), date(2025, 1, 20)))

        assert date(2025, 2, 10) == deadline(case, "14(5)").date

    @pytest.mark.parametrize(
        "case",
        [
            suspended(date(2025, 1, 6)),
            received(date(2025, 1, 6)).record(events.LocalResolutionEnded(on=date(2025, 1, 10))),
        ],
        ids=lambda case: case.stage.value,
    )
    def test_just_while_it_is_considered(self, case: Case) -> None:
        """A stage that is over or suspended is not extended."""
        refused(case, extended(date(2025, 1, 13), 5), StepNotOpen, "14(5)")

    def test_it_binds_the_authority(self) -> None:
        """The duty is the same, with a longer limit."""
        case = self.OPEN.record(extended(date(2025, 1, 10), 5))

        assert Party.AUTHORITY is deadline(case, "14(5)").timescale.binds
