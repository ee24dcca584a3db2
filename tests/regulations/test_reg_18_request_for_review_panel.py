# SPDX-License-Identifier: MIT
"""Regulation 18, request for a review panel: twenty working days from receiving the notice.

https://www.legislation.gov.uk/uksi/2006/1738/regulation/18
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
    provisions,
    refused,
    responded,
)

# Received on Monday 9 December 2024: four weeks end on Monday 6 January 2025, and 25 and
# 26 December and 1 January are off, so the twentieth working day is Thursday 9 January.
WAITING = responded(date(2024, 12, 6), date(2024, 12, 9))
LAST, AFTER = date(2025, 1, 9), date(2025, 1, 10)


def requested(on: date, *, reasons: bool = True) -> events.PanelRequested:
    return events.PanelRequested(on=on, reasons_given=reasons)


def accepted(on: date, reason: str = "in hospital") -> events.LatePanelRequestAccepted:
    return events.LatePanelRequestAccepted(on=on, reason=reason)


@pytest.mark.reg("18(1)")
class TestAPanelMayBeRequested:
    """Regulation 18(1): dissatisfied with the outcome of the investigation."""

    def test_a_request_leads_to_stage_3(self) -> None:
        """It is the complainant's right; the authority has no say in it."""
        case = WAITING.record(requested(date(2024, 12, 20)))

        assert Stage.STAGE_3_REQUESTED is case.stage

    @pytest.mark.parametrize(
        "stage",
        [stage for stage in STAGES_UNDER_WAY if stage is not Stage.STAGE_2_RESPONDED],
        ids=lambda stage: stage.value,
    )
    def test_from_no_other_stage(self, stage: Stage) -> None:
        """Stage 1 does not lead to stage 3, nor does an investigation without a response."""
        refused(STAGES_UNDER_WAY[stage], requested(date(2025, 1, 7)), StepNotOpen, "18(1)")

    def test_it_is_the_complainant_who_asks(self) -> None:
        """Nobody else is dissatisfied."""
        (step,) = [s for s in WAITING.open_steps() if s.event == "panel_requested"]

        assert Party.COMPLAINANT is step.actor


@pytest.mark.reg("18(2)")
class TestWithinTwentyWorkingDaysOfReceivingTheNotice:
    """Regulation 18(2): within twenty working days of the day the complainant received it."""

    @pytest.mark.parametrize(
        ("got", "last"),
        [
            (date(2025, 5, 8), date(2025, 6, 6)),
            (date(2024, 12, 9), date(2025, 1, 9)),
            (date(2025, 3, 12), date(2025, 4, 9)),
        ],
        ids=["the end of May", "Christmas", "four clear weeks"],
    )
    def test_the_twentieth_working_day(self, got: date, last: date) -> None:
        """Thursday 8 May 2025: 26 May is off, so from Thursday 5 June a day on to Friday 6."""
        assert last == due("18(2)", got).date
        assert last == deadline(responded(got, got), "18(2)").date

    def test_it_runs_from_receiving_and_not_from_sending(self) -> None:
        """Sent on 6 December 2024, received on the 9th."""
        limit = deadline(WAITING, "18(2)")

        assert (date(2024, 12, 9), "18(2)", LAST) == (limit.start, limit.started_by, limit.date)

    @pytest.mark.parametrize("on", [date(2025, 1, 8), LAST], ids=["the day before", "the day"])
    def test_in_time(self, on: date) -> None:
        """To the end of Thursday 9 January 2025."""
        case = WAITING.record(requested(on))

        assert (Stage.STAGE_3_REQUESTED, on) == (case.stage, deadline(case, "18(2)").met_on)

    @pytest.mark.parametrize("reasons", [True, False], ids=["with reasons", "without"])
    @pytest.mark.parametrize("on", [AFTER, date(2025, 6, 2)], ids=str)
    def test_too_late_it_is_no_right(self, on: date, reasons: bool) -> None:
        """The right is for twenty working days; Friday 10 January 2025 is after them."""
        error = refused(WAITING, requested(on, reasons=reasons), ConditionNotMet, "18(2)")

        assert "late_panel_request_accepted" in [step.event for step in error.open_steps]

    @pytest.mark.parametrize(
        ("day", "stage"),
        [
            (date(2025, 1, 8), Stage.STAGE_2_RESPONDED),
            (LAST, Stage.STAGE_2_RESPONDED),
            (AFTER, Stage.CLOSED_NO_PANEL_REQUEST),
        ],
        ids=["the day before", "the day", "the day after"],
    )
    def test_the_time_lapses(self, day: date, stage: Stage) -> None:
        """With no event: the case is closed for want of a request."""
        assert stage is WAITING.stage_on(day)

    def test_while_nobody_knows_when_it_was_received_nothing_is_late(self) -> None:
        """Half a year after sending: no start is recorded, so the request is a request."""
        case = responded(date(2024, 12, 6))

        assert ["14(1)", "17(3)"] == sorted(provisions(case))
        assert Stage.STAGE_2_RESPONDED is case.stage_on(date(2025, 6, 2))
        assert Stage.STAGE_3_REQUESTED is case.record(requested(date(2025, 6, 2))).stage

    def test_it_is_received_once(self) -> None:
        """A second receipt would move the limit, and has no place."""
        event = events.InvestigationResponseReceived(on=date(2024, 12, 16))

        refused(WAITING, event, ConditionNotMet, "18(2)")

    def test_not_before_it_is_sent(self) -> None:
        """Receipt has a place after the response."""
        refused(
            STAGES_UNDER_WAY[Stage.STAGE_2_OPEN],
            events.InvestigationResponseReceived(on=date(2025, 1, 7)),
            StepNotOpen,
            "18(2)",
        )

    def test_it_binds_the_complainant_and_is_never_a_breach(self) -> None:
        """It ends a right; nobody has failed in a duty."""
        assert Party.COMPLAINANT is deadline(WAITING, "18(2)").timescale.binds
        assert [] == broken(WAITING, as_at=date(2025, 12, 1))

    @pytest.mark.parametrize(
        "event",
        [
            events.Withdrawn(on=date(2024, 12, 16)),
            events.MattersResolved(on=date(2024, 12, 16)),
            events.MediationEnded(on=date(2024, 12, 16), resolved=True),
            events.ReferredEarlyToOmbudsman(on=date(2024, 12, 16)),
            events.ConcurrentConsiderationDecided(on=date(2024, 12, 16), ground="court"),
        ],
        ids=lambda event: event.name,
    )
    def test_what_ends_the_time(self, event: events.Event) -> None:
        """Nothing is left to ask for, and nothing lapses any more."""
        case = WAITING.record(event)

        assert date(2024, 12, 16) == deadline(case, "18(2)").ceased_on
        assert case.stage is case.stage_on(date(2025, 6, 2))

    @pytest.mark.parametrize(
        ("end", "outcome", "over"),
        [
            (date(2025, 1, 8), Outcome.MET, 0),
            (LAST, Outcome.MET, 0),
            (AFTER, Outcome.MISSED, 1),
        ],
        ids=["the day before", "the day", "the day after"],
    )
    def test_assessed(self, end: date, outcome: Outcome, over: int) -> None:
        """Over Christmas 2024."""
        verdict = assess("18(2)", date(2024, 12, 9), end)

        assert (outcome, over) == (verdict.outcome, verdict.days_over)


@pytest.mark.reg("18(2)")
class TestTheRequestSetsOutReasons:
    """Regulation 18(2): it must set out the reasons for the dissatisfaction (I-8)."""

    WITHOUT = WAITING.record(requested(date(2024, 12, 16), reasons=False))

    def test_without_them_it_is_recorded_and_incomplete(self) -> None:
        """No panel is on its way, and the time runs on."""
        assert Stage.STAGE_2_RESPONDED is self.WITHOUT.stage
        assert deadline(self.WITHOUT, "18(2)").met_on is None
        assert "19(4)" not in provisions(self.WITHOUT)

    def test_once_they_are_given_the_panel_s_time_runs(self) -> None:
        """Completed on 9 January 2025, the last day: day 0 of 19(4)."""
        case = self.WITHOUT.record(requested(LAST))

        assert Stage.STAGE_3_REQUESTED is case.stage
        assert (LAST, LAST) == (deadline(case, "18(2)").met_on, deadline(case, "19(4)").start)

    def test_it_can_be_incomplete_again(self) -> None:
        """Each try is a fact."""
        assert Stage.STAGE_2_RESPONDED is self.WITHOUT.record(requested(LAST, reasons=False)).stage

    def test_an_incomplete_one_does_not_stop_the_time(self) -> None:
        """It lapses on the day after the last day."""
        assert Stage.CLOSED_NO_PANEL_REQUEST is self.WITHOUT.stage_on(AFTER)


@pytest.mark.reg("18(2)")
class TestALateRequestAtTheAuthoritysDiscretion:
    """Beside regulation 18(2): a late request can be accepted with a recorded reason (I-7)."""

    def test_accepted_it_leads_to_stage_3(self) -> None:
        """On the first day after the last day, and on any later one."""
        assert Stage.STAGE_3_REQUESTED is WAITING.record(accepted(AFTER)).stage
        assert Stage.STAGE_3_REQUESTED is WAITING.record(accepted(date(2025, 6, 2))).stage

    def test_the_panel_s_time_runs_from_it(self) -> None:
        """Friday 10 January 2025, six clear weeks: Friday 21 February."""
        case = WAITING.record(accepted(AFTER))

        assert date(2025, 2, 21) == deadline(case, "19(4)").date

    @pytest.mark.parametrize("on", [date(2025, 1, 8), LAST], ids=["the day before", "the day"])
    def test_in_time_it_has_no_place(self, on: date) -> None:
        """A timely request is a right, and needs nobody's acceptance."""
        refused(WAITING, accepted(on), ConditionNotMet, "18(2)")

    @pytest.mark.parametrize("reason", ["", "  "], ids=["none", "blank"])
    def test_the_reason_is_recorded(self, reason: str) -> None:
        """Discretion is used for a reason."""
        refused(WAITING, accepted(AFTER, reason), ConditionNotMet, "18(2)")

    def test_what_is_not_known_to_be_late_is_not_accepted_as_late(self) -> None:
        """With no day of receipt recorded there is no last day to be after."""
        refused(responded(date(2024, 12, 6)), accepted(date(2025, 6, 2)), ConditionNotMet, "18(2)")

    def test_it_does_not_rest_on_the_regulations(self) -> None:
        """No discretion is written in 18(2)."""
        (step,) = [s for s in WAITING.open_steps() if s.event == "late_panel_request_accepted"]

        assert (Party.AUTHORITY, False) == (step.actor, step.provision.is_law)


@pytest.mark.reg("18(2)")
class TestTheRelaxationOf2020:
    """Regulation 18(2) read "or as soon as is reasonably practicable" for a time in 2020."""

    @pytest.mark.parametrize(
        ("got", "late", "stage"),
        [
            (date(2020, 3, 24), date(2020, 4, 24), Stage.CLOSED_NO_PANEL_REQUEST),
            (date(2020, 3, 25), date(2020, 4, 27), Stage.STAGE_2_RESPONDED),
        ],
        ids=["the last day before it", "its first day"],
    )
    def test_no_day_is_certainly_too_late_in_it(self, got: date, late: date, stage: Stage) -> None:
        """10 and 13 April 2020 are off.

        From Tuesday 24 March four weeks and two days end on Thursday 23 April; from Wednesday 25
        on Friday 24 April, the first day of the relaxation.
        """
        case = responded(date(2020, 3, 23), got)

        assert stage is case.stage_on(late)

    def test_a_request_after_twenty_days_is_accepted_in_it(self) -> None:
        """Received on 1 June 2020: the twentieth day is Monday 29 June; asked for in September."""
        case: Case = responded(date(2020, 5, 29), date(2020, 6, 1))

        assert Stage.STAGE_3_REQUESTED is case.record(requested(date(2020, 9, 1))).stage
