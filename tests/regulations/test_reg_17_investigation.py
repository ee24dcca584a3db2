# SPDX-License-Identifier: MIT
"""Regulation 17, investigation: twenty-five working days, or up to sixty-five with a notice.

https://www.legislation.gov.uk/uksi/2006/1738/regulation/17
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
    STAGES_UNDER_WAY,
    broken,
    deadline,
    investigation_from,
    provisions,
    received,
    refused,
    verdict,
)

# From Thursday 29 August 2024 no bank holiday falls in thirteen weeks: day 25 is Thursday
# 3 October, day 26 Friday 4 October, day 65 Thursday 28 November and day 66 Friday 29 November.
OPEN = investigation_from(date(2024, 8, 29))
DAY_25, DAY_26 = date(2024, 10, 3), date(2024, 10, 4)
DAY_65, DAY_66 = date(2024, 11, 28), date(2024, 11, 29)


def notice(on: date, until: date, reason: str = "a witness is abroad") -> events.Event:
    return events.InvestigationExtended(on=on, until=until, reason=reason)


def answered(case: Case, on: date) -> Case:
    return case.record(events.InvestigationResponseSent(on=on))


@pytest.mark.reg("17(1)")
class TestTheAuthorityMustConsiderThem:
    """Regulation 17(1): agreed to leave out stage 1, or requested: it must investigate."""

    @pytest.mark.parametrize(
        "event",
        [
            events.LocalResolutionWaived(on=date(2025, 1, 8)),
            events.InvestigationRequested(on=date(2025, 1, 8)),
        ],
        ids=["(a)", "(b)"],
    )
    def test_both_ways_lead_to_an_investigation(self, event: events.Event) -> None:
        """Nobody's consent is needed beyond the agreement or the request itself."""
        assert Stage.STAGE_2_OPEN is received(date(2025, 1, 6)).record(event).stage

    def test_there_is_no_third_way(self) -> None:
        """Without either there is no response to send."""
        refused(
            received(date(2025, 1, 6)),
            events.InvestigationResponseSent(on=date(2025, 1, 20)),
            StepNotOpen,
            "17(3)",
        )


@pytest.mark.reg("17(2)")
class TestWithAnIndependentPerson:
    """Regulation 17(2): the procedure must include the appointment of an independent person."""

    def test_a_response_without_one_is_none_under_this_regulation(self) -> None:
        """It has no place; the investigation is still open."""
        event = events.InvestigationResponseSent(on=DAY_25, with_independent_person=False)

        refused(OPEN, event, ConditionNotMet, "17(2)")

    @pytest.mark.parametrize(
        "stage",
        [Stage.STAGE_1_UNRESOLVED, Stage.STAGE_2_PENDING_RECORD, Stage.STAGE_2_OPEN],
        ids=lambda stage: stage.value,
    )
    def test_the_appointment_moves_nothing(self, stage: Stage) -> None:
        """It is recorded in stage 2, or ahead of it, and no clock hangs on it."""
        case = STAGES_UNDER_WAY[stage]
        appointed = case.record(events.IndependentPersonAppointed(on=date(2025, 1, 7)))

        assert (stage, case.deadlines()) == (appointed.stage, appointed.deadlines())

    def test_nobody_is_appointed_once_it_is_answered(self) -> None:
        """What is done without one cannot be mended afterwards."""
        refused(
            STAGES_UNDER_WAY[Stage.STAGE_2_RESPONDED],
            events.IndependentPersonAppointed(on=date(2025, 1, 7)),
            StepNotOpen,
            "17(2)",
        )


@pytest.mark.reg("17(3)")
class TestNoticeOfTheResponseWithinTwentyFiveWorkingDays:
    """Regulation 17(3): consider them and send notice of the response within twenty-five."""

    @pytest.mark.parametrize(
        ("start", "last"),
        [
            (date(2024, 8, 29), date(2024, 10, 3)),
            (date(2025, 2, 3), date(2025, 3, 10)),
            (date(2024, 12, 16), date(2025, 1, 23)),
            (date(2025, 4, 14), date(2025, 5, 22)),
        ],
        ids=["five clear weeks", "five clear weeks in spring", "Christmas", "Easter and May"],
    )
    def test_the_twenty_fifth_working_day(self, start: date, last: date) -> None:
        """Five weeks, and a day more for each bank holiday passed over.

        Monday 16 December 2024: 25 and 26 December and 1 January are off, so from Monday
        20 January three days on to Thursday 23.
        Monday 14 April 2025: 18 and 21 April and 5 May are off, so from Monday 19 May three days
        on to Thursday 22.
        """
        assert last == due("17(3)", start).date
        assert last == deadline(investigation_from(start), "17(3)").date

    @pytest.mark.parametrize(
        ("on", "breaches"),
        [
            (date(2024, 10, 2), []),
            (date(2024, 10, 3), []),
            (date(2024, 10, 4), [("17(3)", date(2024, 10, 3), date(2024, 10, 4), 1)]),
            (date(2024, 10, 7), [("17(3)", date(2024, 10, 3), date(2024, 10, 7), 2)]),
        ],
        ids=["the day before", "the day", "the day after", "over a weekend"],
    )
    def test_sending_the_notice_meets_it(
        self, on: date, breaches: list[tuple[str, date, date, int]]
    ) -> None:
        """The notice is sent; neither the report nor the adjudication is enough."""
        case = answered(OPEN, on)

        assert (Stage.STAGE_2_RESPONDED, on) == (case.stage, deadline(case, "17(3)").met_on)
        assert breaches == broken(case)

    def test_a_report_and_an_adjudication_do_not_meet_it(self) -> None:
        """Both in time, and on the day after the last day the notice is overdue."""
        case = OPEN.record(events.InvestigationReportCompleted(on=date(2024, 9, 26)))
        case = case.record(events.Adjudicated(on=date(2024, 10, 1)))

        assert [("17(3)", DAY_25, DAY_26, 1)] == broken(case, as_at=DAY_26)

    @pytest.mark.parametrize(
        ("as_at", "outcome"),
        [
            (date(2024, 10, 2), Outcome.RUNNING),
            (DAY_25, Outcome.RUNNING),
            (DAY_26, Outcome.OVERDUE),
        ],
        ids=["before", "the last day", "after"],
    )
    def test_it_is_overdue_from_the_day_after(self, as_at: date, outcome: Outcome) -> None:
        """It runs to the end of Thursday 3 October 2024."""
        assert outcome is assess("17(3)", date(2024, 8, 29), as_at=as_at).outcome
        assert outcome is verdict(OPEN, "17(3)", as_at)

    def test_it_binds_the_authority(self) -> None:
        """Twenty-five working days."""
        limit = deadline(OPEN, "17(3)")

        assert (Party.AUTHORITY, 25) == (limit.timescale.binds, limit.limit)

    @pytest.mark.parametrize(
        "event",
        [
            events.Withdrawn(on=date(2024, 9, 12)),
            events.MattersResolved(on=date(2024, 9, 12)),
            events.MediationEnded(on=date(2024, 9, 12), resolved=True),
            events.ConcurrentConsiderationDecided(on=date(2024, 9, 12), ground="disciplinary"),
        ],
        ids=lambda event: event.name,
    )
    def test_what_makes_the_duty_cease(self, event: events.Event) -> None:
        """There is no response to send any more, and nothing becomes overdue."""
        case = OPEN.record(event)
        limit = deadline(case, "17(3)")

        assert (None, date(2024, 9, 12)) == (limit.met_on, limit.ceased_on)
        assert [] == broken(case, as_at=date(2025, 9, 12))

    def test_overdue_opens_no_way_to_a_panel(self) -> None:
        """18(1) needs an outcome: a panel is not requested of an unanswered investigation."""
        refused(OPEN, events.PanelRequested(on=date(2024, 12, 2)), StepNotOpen, "18(1)")


@pytest.mark.reg("17(4)")
class TestTheStartOfAnInvestigation:
    """Regulation 17(4): (a) the agreement to leave out stage 1, or (b) receipt of the request."""

    @pytest.mark.reg("17(4)(a)")
    def test_the_agreement_is_day_nought(self) -> None:
        """Received in July, agreed on Thursday 29 August 2024: 3 October."""
        case = received(date(2024, 8, 23)).record(
            events.LocalResolutionWaived(on=date(2024, 8, 29))
        )
        limit = deadline(case, "17(3)")

        assert (date(2024, 8, 29), "17(4)(a)", DAY_25) == (
            limit.start,
            limit.started_by,
            limit.date,
        )

    @pytest.mark.reg("17(4)(b)")
    def test_the_receipt_of_the_request_is_day_nought(self) -> None:
        """Neither the answer of stage 1 nor any appointment: Thursday 29 August 2024."""
        case = received(date(2024, 8, 5)).record(events.LocalResolutionEnded(on=date(2024, 8, 19)))
        case = case.record(events.InvestigationRequested(on=date(2024, 8, 29)))
        case = case.record(events.InvestigatingOfficerAppointed(on=date(2024, 9, 5)))
        case = case.record(events.IndependentPersonAppointed(on=date(2024, 9, 6)))
        limit = deadline(case, "17(3)")

        assert (date(2024, 8, 29), "17(4)(b)", DAY_25) == (
            limit.start,
            limit.started_by,
            limit.date,
        )

    @pytest.mark.reg("17(4)(b)")
    def test_an_agreed_statement_moves_nothing(self) -> None:
        """Practice often counts from it; 17(4) does not."""
        case = OPEN.record(events.StatementAgreed(on=date(2024, 9, 19)))

        assert (date(2024, 8, 29), DAY_25) == (
            deadline(case, "17(3)").start,
            deadline(case, "17(3)").date,
        )


@pytest.mark.reg("17(5)")
class TestTheStartWithOralRepresentations:
    """Regulation 17(5): where they were made orally, the day of the final written record."""

    @pytest.mark.parametrize(
        "event",
        [
            events.LocalResolutionWaived(on=date(2024, 8, 15)),
            events.InvestigationRequested(on=date(2024, 8, 15)),
        ],
        ids=["left out", "requested"],
    )
    def test_the_final_record_is_day_nought(self, event: events.Event) -> None:
        """Produced on Thursday 29 August 2024, two weeks after: 3 October."""
        case = received(date(2024, 8, 12), orally=True).record(event)
        case = case.record(events.WrittenRecordFinalised(on=date(2024, 8, 29)))
        limit = deadline(case, "17(3)")

        assert (date(2024, 8, 29), "17(5)", DAY_25) == (limit.start, limit.started_by, limit.date)

    def test_nothing_runs_before_it(self) -> None:
        """There is no start date yet."""
        case = received(date(2024, 8, 12), orally=True)
        case = case.record(events.InvestigationRequested(on=date(2024, 8, 15)))

        assert ["14(1)"] == provisions(case)
        refused(case, notice(date(2024, 8, 20), DAY_65), StepNotOpen, "17(6)")


@pytest.mark.reg("17(6)")
class TestANoticeOfALaterDate:
    """Regulation 17(6): told before the limit has passed, in writing, of a reason and a date."""

    @pytest.mark.parametrize(
        ("start", "last"),
        [(date(2024, 8, 29), date(2024, 11, 28)), (date(2024, 12, 16), date(2025, 3, 20))],
        ids=["the Ombudsman's example", "Christmas"],
    )
    def test_sixty_five_in_all(self, start: date, last: date) -> None:
        """Thirteen clear weeks from 29 August 2024, as decision 25 005 179 has it.

        Monday 16 December 2024: thirteen weeks end on Monday 17 March 2025, and 25 and 26 December
        and 1 January are off, so three days on to Thursday 20.
        """
        assert (last, 65) == (due("17(6)", start).date, due("17(6)", start).limit)

    def test_the_date_notified_is_the_last_day(self) -> None:
        """Told on 2 October 2024 of Thursday 31 October."""
        case = OPEN.record(notice(date(2024, 10, 2), date(2024, 10, 31)))
        limit = deadline(case, "17(6)")

        assert Stage.STAGE_2_OPEN is case.stage
        assert (date(2024, 8, 29), date(2024, 10, 31), DAY_25, date(2024, 10, 2)) == (
            limit.start,
            limit.date,
            limit.extended_from,
            limit.granted_on,
        )

    @pytest.mark.parametrize(
        ("on", "breaches"),
        [
            (date(2024, 10, 30), []),
            (date(2024, 10, 31), []),
            (date(2024, 11, 1), [("17(6)", date(2024, 10, 31), date(2024, 11, 1), 1)]),
        ],
        ids=["the day before", "the day", "the day after"],
    )
    def test_the_date_notified_is_met_or_broken(
        self, on: date, breaches: list[tuple[str, date, date, int]]
    ) -> None:
        """An earlier date than the sixty-fifth day binds once it is named."""
        case = answered(OPEN.record(notice(date(2024, 10, 2), date(2024, 10, 31))), on)

        assert breaches == broken(case)

    @pytest.mark.reg("17(6)(b)")
    def test_the_sixty_fifth_day_is_the_furthest(self) -> None:
        """Thursday 28 November 2024 can be named."""
        case = OPEN.record(notice(date(2024, 10, 2), DAY_65))

        assert DAY_65 == deadline(case, "17(6)").date

    @pytest.mark.reg("17(6)(b)")
    @pytest.mark.parametrize("until", [DAY_66, date(2025, 1, 6)], ids=str)
    def test_no_later_day_can_be_named(self, until: date) -> None:
        """It is "no later than 65 working days from the start date": not Friday 29 November."""
        refused(OPEN, notice(date(2024, 10, 2), until), ConditionNotMet, "17(6)(b)")

    @pytest.mark.reg("17(6)(b)")
    def test_it_is_measured_from_the_start_and_not_from_day_25(self) -> None:
        """Ninety working days are not open by any notice."""
        late = notice(date(2024, 10, 2), date(2025, 1, 2))

        refused(OPEN, late, ConditionNotMet, "17(6)(b)")

    @pytest.mark.parametrize("until", [date(2024, 10, 2), DAY_25], ids=str)
    def test_a_day_within_the_first_limit_is_no_later_date(self, until: date) -> None:
        """The notice is for when the authority is not able to comply with the twenty-five days."""
        refused(OPEN, notice(date(2024, 10, 2), until), ConditionNotMet, "17(6)")

    def test_the_twenty_sixth_day_can_be_named(self) -> None:
        """It is the first day after the limit."""
        case = OPEN.record(notice(date(2024, 10, 2), DAY_26))

        assert DAY_26 == deadline(case, "17(6)").date

    @pytest.mark.reg("17(6)(a)")
    @pytest.mark.parametrize("reason", ["", "   "], ids=["none", "blank"])
    def test_a_reason_must_be_given(self, reason: str) -> None:
        """The complainant is told why."""
        refused(OPEN, notice(date(2024, 10, 2), DAY_65, reason), ConditionNotMet, "17(6)(a)")

    @pytest.mark.parametrize("on", [date(2024, 10, 2), DAY_25], ids=["the day before", "the day"])
    def test_told_in_time_it_stands_in_place_of_the_first_limit(self, on: date) -> None:
        """The limit has not passed on its last day; answered on the 65th, nothing is broken."""
        case = answered(OPEN.record(notice(on, DAY_65)), DAY_65)

        assert ["14(1)", "17(6)"] == sorted(provisions(case))
        assert [] == broken(case)

    def test_told_late_it_is_accepted_and_the_first_breach_stays(self) -> None:
        """On day 26 both last days are listed; answered on day 65 the first is forty days over.

        From Thursday 3 October to Thursday 28 November 2024 are eight clear weeks.
        """
        case = answered(OPEN.record(notice(DAY_26, DAY_65)), DAY_65)
        found = [(each.provision, each.date) for each in case.deadlines()[1:]]

        assert [("17(3)", DAY_25), ("17(6)", DAY_65)] == found
        assert [("17(3)", DAY_25, DAY_65, 40)] == broken(case)

    def test_a_second_notice_before_the_date_has_passed_replaces_it(self) -> None:
        """From 31 October to 28 November 2024, told on the 31st (I-6)."""
        case = OPEN.record(notice(date(2024, 10, 2), date(2024, 10, 31)))
        case = case.record(notice(date(2024, 10, 31), DAY_65))

        assert DAY_65 == deadline(case, "17(6)").date
        assert [] == broken(answered(case, DAY_65))

    def test_a_second_notice_after_the_date_leaves_its_breach(self) -> None:
        """Told on Friday 1 November 2024, a day late; answered on Friday 22, sixteen days over.

        1 November is the first, the three weeks to 22 November are fifteen more.
        """
        case = OPEN.record(notice(date(2024, 10, 2), date(2024, 10, 31)))
        case = case.record(notice(date(2024, 11, 1), DAY_65))

        assert [("17(6)", date(2024, 10, 31), date(2024, 11, 22), 16)] == broken(
            answered(case, date(2024, 11, 22))
        )

    def test_a_second_notice_cannot_pass_the_sixty_fifth_day(self) -> None:
        """The outer limit is one, and from the start date."""
        case = OPEN.record(notice(date(2024, 10, 2), date(2024, 10, 31)))

        refused(case, notice(date(2024, 10, 30), DAY_66), ConditionNotMet, "17(6)(b)")

    def test_beyond_the_sixty_fifth_day_it_stays_open_and_overdue(self) -> None:
        """The Regulations have no sanction: on Friday 29 November 2024 it is one day over."""
        case = OPEN.record(notice(date(2024, 10, 2), DAY_65))

        assert Stage.STAGE_2_OPEN is case.stage_on(date(2025, 11, 28))
        assert [("17(6)", DAY_65, DAY_66, 1)] == broken(case, as_at=DAY_66)

    def test_beyond_it_no_notice_is_open(self) -> None:
        """No day is left to name, so the step is not among those that are open."""
        assert "investigation_extended" not in [
            step.event for step in OPEN.open_steps(date(2024, 12, 2))
        ]

    def test_not_once_it_is_answered(self) -> None:
        """There is nothing left to extend."""
        refused(answered(OPEN, DAY_25), notice(DAY_26, DAY_65), StepNotOpen, "17(6)")

    def test_it_binds_the_authority(self) -> None:
        """The duty is the same, to a later day."""
        case = OPEN.record(notice(date(2024, 10, 2), DAY_65))

        assert Party.AUTHORITY is deadline(case, "17(6)").timescale.binds


@pytest.mark.reg("17(6)")
class TestASecondNotice:
    """Regulation 17(6): the date named, which a second notice can move later (I-6)."""

    def test_one_that_names_an_earlier_date_shortens_nothing(self) -> None:
        """Thursday 20 March 2025 was named first, so Friday 14 March is in time."""
        case = Case(
            "CSC-0042",
            [
                events.RepresentationsReceived(on=date(2025, 1, 6)),
                events.InvestigationRequested(on=date(2025, 2, 3)),
                events.InvestigationExtended(
                    on=date(2025, 3, 3), until=date(2025, 3, 20), reason="interviews"
                ),
                events.InvestigationExtended(
                    on=date(2025, 3, 5), until=date(2025, 3, 12), reason="sooner after all"
                ),
                events.InvestigationResponseSent(on=date(2025, 3, 14)),
            ],
        )

        assert [("17(6)", date(2025, 3, 20))] == [
            (each.provision, each.date) for each in case.deadlines()[1:]
        ]
        assert "17(6)" not in [breach.provision for breach in case.breaches()]
