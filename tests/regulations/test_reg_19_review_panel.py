# SPDX-License-Identifier: MIT
"""Regulation 19, review panel: three independent persons, within thirty working days.

https://www.legislation.gov.uk/uksi/2006/1738/regulation/19
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
    panel_met,
    panel_requested,
    refused,
    responded,
    verdict,
)

# Received on Wednesday 2 April 2025: six weeks end on Wednesday 14 May, and 18 and 21 April and
# 5 May are off, so three days on, over a weekend: Monday 19 May.
WAITING = panel_requested(date(2025, 4, 2))
LAST = date(2025, 5, 19)


@pytest.mark.reg("19(1)")
class TestATimelyRequestIsActedOn:
    """Regulation 19(1): on a request in accordance with regulation 18 a panel is appointed."""

    def test_the_authority_cannot_refuse_it(self) -> None:
        """Of what leads on, nothing is a refusal: a meeting, a withdrawal, a regulation 8 case."""
        leading = {s.event for s in WAITING.open_steps() if s.leads_to != (WAITING.stage,)}

        assert {"panel_met", "withdrawn", "concurrent_consideration_decided"} == leading


@pytest.mark.reg("19(2)")
class TestThreeIndependentPersons:
    """Regulation 19(2): three independent persons, one of whom is in the chair."""

    @pytest.mark.parametrize("number", [0, 1, 2, 4])
    @pytest.mark.parametrize(
        "case", [WAITING, panel_met(date(2025, 4, 2))], ids=lambda case: case.stage.value
    )
    def test_no_other_number_is_a_panel(self, case: Case, number: int) -> None:
        """The first meeting and any later one alike."""
        event = events.PanelMet(on=date(2025, 4, 9), independent_persons=number)

        refused(case, event, ConditionNotMet, "19(2)")

    def test_three_are(self) -> None:
        """And three are what is recorded unless something else is said."""
        event = events.PanelMet(on=LAST)

        assert (3, Stage.STAGE_3_PANEL_MET) == (
            event.independent_persons,
            WAITING.record(event).stage,
        )


@pytest.mark.reg("19(3)")
class TestNotTheIndependentPersonOfStage2:
    """Regulation 19(3): the independent person of the investigation may not be a member."""

    @pytest.mark.parametrize(
        "case", [WAITING, panel_met(date(2025, 4, 2))], ids=lambda case: case.stage.value
    )
    def test_with_that_person_it_is_no_panel(self, case: Case) -> None:
        """The first meeting and any later one alike."""
        event = events.PanelMet(on=date(2025, 4, 9), stage_2_independent_person_sat=True)

        refused(case, event, ConditionNotMet, "19(3)")


@pytest.mark.reg("19(4)")
class TestThePanelMeetsWithinThirtyWorkingDays:
    """Regulation 19(4): it meets within thirty working days of the request being received."""

    @pytest.mark.parametrize(
        ("start", "last"),
        [
            (date(2025, 6, 6), date(2025, 7, 18)),
            (date(2025, 4, 2), date(2025, 5, 19)),
            (date(2024, 11, 19), date(2025, 1, 3)),
            (date(2025, 6, 8), date(2025, 7, 18)),
        ],
        ids=["six clear weeks", "Easter and May", "Christmas", "a Sunday"],
    )
    def test_the_thirtieth_working_day(self, start: date, last: date) -> None:
        """Six weeks, and a day more for each bank holiday passed over.

        Friday 6 June 2025: Friday 18 July. Sunday 8 June: day one is Monday 9, so Friday 18 too.
        Tuesday 19 November 2024: 25 and 26 December are off, so from Tuesday 31 two days on, over
        1 January, which is off: Friday 3.
        """
        assert last == due("19(4)", start).date
        assert last == deadline(panel_requested(start), "19(4)").date

    @pytest.mark.parametrize(
        ("on", "breaches"),
        [
            (date(2025, 5, 16), []),
            (LAST, []),
            (date(2025, 5, 20), [("19(4)", LAST, date(2025, 5, 20), 1)]),
            (date(2025, 5, 27), [("19(4)", LAST, date(2025, 5, 27), 5)]),
        ],
        ids=["the day before", "the day", "the day after", "over a bank holiday"],
    )
    def test_the_meeting_meets_it(
        self, on: date, breaches: list[tuple[str, date, date, int]]
    ) -> None:
        """Held, and not just arranged. 20 to 23 May are four over; 26 May is off; 27 is five."""
        case = WAITING.record(events.PanelMet(on=on))

        assert (Stage.STAGE_3_PANEL_MET, on) == (case.stage, deadline(case, "19(4)").met_on)
        assert breaches == broken(case)

    @pytest.mark.parametrize(
        ("as_at", "outcome"),
        [
            (date(2025, 5, 16), Outcome.RUNNING),
            (LAST, Outcome.RUNNING),
            (date(2025, 5, 20), Outcome.OVERDUE),
        ],
        ids=["before", "the last day", "after"],
    )
    def test_it_is_overdue_from_the_day_after(self, as_at: date, outcome: Outcome) -> None:
        """And the case is still where it was."""
        assert outcome is assess("19(4)", date(2025, 4, 2), as_at=as_at).outcome
        assert outcome is verdict(WAITING, "19(4)", as_at)
        assert Stage.STAGE_3_REQUESTED is WAITING.stage_on(as_at)

    def test_it_runs_from_the_request_alone(self) -> None:
        """The day of the response and of its receipt are nothing to it."""
        case = responded(date(2025, 3, 10), date(2025, 3, 12))
        limit = deadline(case.record(events.PanelRequested(on=date(2025, 4, 2))), "19(4)")

        assert (date(2025, 4, 2), "19(4)", LAST) == (limit.start, limit.started_by, limit.date)

    def test_it_binds_the_panel(self) -> None:
        """It is the panel that "shall meet": thirty working days, and a breach if it does not."""
        limit = deadline(WAITING, "19(4)")

        assert (Party.PANEL, 30) == (limit.timescale.binds, limit.limit)

    @pytest.mark.parametrize(
        "event",
        [
            events.Withdrawn(on=date(2025, 4, 9)),
            events.ConcurrentConsiderationDecided(on=date(2025, 4, 9), ground="court"),
        ],
        ids=lambda event: event.name,
    )
    def test_what_makes_the_duty_cease(self, event: events.Event) -> None:
        """There is nothing left to consider."""
        case = WAITING.record(event)

        assert date(2025, 4, 9) == deadline(case, "19(4)").ceased_on
        assert [] == broken(case, as_at=date(2026, 4, 9))

    def test_nothing_extends_it(self) -> None:
        """No power is given at stage 3."""
        event = events.InvestigationExtended(
            on=date(2025, 4, 9), until=date(2025, 6, 2), reason="illness"
        )

        refused(WAITING, event, StepNotOpen, "17(6)")

    def test_a_second_meeting_changes_nothing_about_it(self) -> None:
        """The first meeting met it, and the last starts the time of the report (I-10)."""
        case = WAITING.record(events.PanelMet(on=LAST)).record(events.PanelMet(on=date(2025, 6, 2)))

        assert Stage.STAGE_3_PANEL_MET is case.stage
        assert (LAST, date(2025, 6, 2)) == (
            deadline(case, "19(4)").met_on,
            deadline(case, "20(2)").start,
        )

    def test_no_meeting_after_the_report(self) -> None:
        """Once its report is sent the panel's work is done."""
        case = panel_met(date(2025, 4, 2)).record(events.PanelReportSent(on=date(2025, 4, 3)))

        refused(case, events.PanelMet(on=date(2025, 4, 4)), ConditionNotMet, "20(2)")

    @pytest.mark.parametrize(
        "stage",
        [
            stage
            for stage in STAGES_UNDER_WAY
            if stage not in {Stage.STAGE_3_REQUESTED, Stage.STAGE_3_PANEL_MET}
        ],
        ids=lambda stage: stage.value,
    )
    def test_no_panel_meets_without_a_request(self, stage: Stage) -> None:
        """Nor after its report has been received."""
        refused(STAGES_UNDER_WAY[stage], events.PanelMet(on=date(2025, 1, 7)), StepNotOpen, "19(4)")


@pytest.mark.reg("19(4)")
class TestTheRelaxationOf2020:
    """From 24 April to 25 September 2020 it read on: or as soon as is reasonably practicable."""

    SOFT = "or as soon as is reasonably practicable"

    @pytest.mark.parametrize(
        ("start", "last", "words"),
        [
            (date(2020, 3, 10), date(2020, 4, 23), ""),
            (date(2020, 3, 11), date(2020, 4, 24), SOFT),
            (date(2020, 8, 13), date(2020, 9, 25), SOFT),
        ],
        ids=["the day before it", "its first day", "its last day"],
    )
    def test_the_words_stand_on_last_days_within_it(
        self, start: date, last: date, words: str
    ) -> None:
        """10 and 13 April and 31 August 2020 are off.

        Tuesday 10 March, six weeks and two days: Thursday 23 April; Wednesday 11: Friday 24.
        Thursday 13 August, six weeks and a day: Friday 25 September.
        """
        limit = deadline(panel_requested(start), "19(4)")

        assert (last, words) == (limit.date, limit.softened_by)

    @pytest.mark.parametrize(
        ("answered", "words"),
        [(date(2020, 4, 23), ""), (date(2020, 4, 24), SOFT), (date(2020, 8, 14), SOFT)],
        ids=str,
    )
    def test_it_is_saved_where_stage_2_ran_in_it(self, answered: date, words: str) -> None:
        """Requested on 14 August 2020, so the last day, Monday 28 September, lies after it."""
        case = responded(answered).record(events.PanelRequested(on=date(2020, 8, 14)))
        limit = deadline(case, "19(4)")

        assert (date(2020, 9, 28), words) == (limit.date, limit.softened_by)

    def test_a_late_meeting_is_a_breach_that_says_so(self) -> None:
        """Softened is not met: the finding carries the words."""
        case = panel_requested(date(2020, 3, 11)).record(events.PanelMet(on=date(2020, 4, 27)))
        (breach,) = case.breaches()

        assert ("19(4)", 1, self.SOFT) == (breach.provision, breach.days_over, breach.softened_by)
