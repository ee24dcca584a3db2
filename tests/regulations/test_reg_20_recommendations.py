# SPDX-License-Identifier: MIT
"""Regulation 20, recommendations: five working days for the report, fifteen for the response.

https://www.legislation.gov.uk/uksi/2006/1738/regulation/20
"""

from __future__ import annotations

from datetime import date

import pytest

from complaint_timescales import (
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
    ENDED,
    STAGES_UNDER_WAY,
    broken,
    deadline,
    panel_met,
    refused,
    report_received,
    verdict,
)

# Met on Monday 20 December 2021: 21 to 24 December are days 1 to 4, 27 and 28 are off, and
# Wednesday 29 December is day 5.
MET = panel_met(date(2021, 12, 20))
REPORT_BY = date(2021, 12, 29)
# Received on Wednesday 24 December 2025: three weeks end on Wednesday 14 January 2026, and 25 and
# 26 December and 1 January are off, so three days on, over a weekend: Monday 19 January.
REPORTED = report_received(date(2025, 12, 24))
RESPOND_BY = date(2026, 1, 19)


@pytest.mark.reg("20(2)")
class TestTheReportWithinFiveWorkingDays:
    """Regulation 20(2): the panel sends its report within five working days of the meeting."""

    @pytest.mark.parametrize(
        ("start", "last"),
        [
            (date(2025, 7, 18), date(2025, 7, 25)),
            (date(2021, 12, 20), date(2021, 12, 29)),
            (date(2025, 4, 16), date(2025, 4, 25)),
        ],
        ids=["one clear week", "substitute days at Christmas", "Easter"],
    )
    def test_the_fifth_working_day(self, start: date, last: date) -> None:
        """Wednesday 16 April 2025: the 17th is one; 18 and 21 are off; 22 to 25 are the rest."""
        assert last == due("20(2)", start).date
        assert last == deadline(panel_met(start), "20(2)").date

    @pytest.mark.parametrize(
        ("on", "breaches"),
        [
            (date(2021, 12, 24), []),
            (REPORT_BY, []),
            (date(2021, 12, 30), [("20(2)", REPORT_BY, date(2021, 12, 30), 1)]),
        ],
        ids=["the day before", "the day", "the day after"],
    )
    def test_sending_it_meets_the_limit(
        self, on: date, breaches: list[tuple[str, date, date, int]]
    ) -> None:
        """Sent: the stage is the same until the authority has received it."""
        case = MET.record(events.PanelReportSent(on=on))

        assert (Stage.STAGE_3_PANEL_MET, on) == (case.stage, deadline(case, "20(2)").met_on)
        assert breaches == broken(case)

    @pytest.mark.parametrize(
        ("as_at", "outcome"),
        [(REPORT_BY, Outcome.RUNNING), (date(2021, 12, 30), Outcome.OVERDUE)],
        ids=["the last day", "after"],
    )
    def test_it_is_overdue_from_the_day_after(self, as_at: date, outcome: Outcome) -> None:
        """Wednesday 29 December 2021, to its end."""
        assert outcome is assess("20(2)", date(2021, 12, 20), as_at=as_at).outcome
        assert outcome is verdict(MET, "20(2)", as_at)

    def test_it_runs_from_the_last_meeting(self) -> None:
        """Adjourned to Friday 7 January 2022: Friday 14 (I-10)."""
        limit = deadline(MET.record(events.PanelMet(on=date(2022, 1, 7))), "20(2)")

        assert (date(2022, 1, 7), "20(2)", date(2022, 1, 14)) == (
            limit.start,
            limit.started_by,
            limit.date,
        )

    def test_it_binds_the_panel(self) -> None:
        """It is the panel that "must send its report": five working days."""
        limit = deadline(MET, "20(2)")

        assert (Party.PANEL, 5) == (limit.timescale.binds, limit.limit)

    def test_it_is_sent_once(self) -> None:
        """A second report has no place."""
        case = MET.record(events.PanelReportSent(on=REPORT_BY))

        refused(case, events.PanelReportSent(on=REPORT_BY), ConditionNotMet, "20(2)")

    def test_it_is_not_received_before_it_is_sent(self) -> None:
        """Receipt has sending before it."""
        refused(MET, events.PanelReportReceived(on=REPORT_BY), ConditionNotMet, "20(2)")

    @pytest.mark.parametrize(
        "event",
        [
            events.Withdrawn(on=date(2021, 12, 22)),
            events.ConcurrentConsiderationDecided(on=date(2021, 12, 22), ground="court"),
        ],
        ids=lambda event: event.name,
    )
    def test_what_makes_the_duty_cease(self, event: events.Event) -> None:
        """Nothing becomes overdue after it."""
        case = MET.record(event)

        assert date(2021, 12, 22) == deadline(case, "20(2)").ceased_on
        assert [] == broken(case, as_at=date(2022, 12, 22))

    def test_it_was_softened_in_2020(self) -> None:
        """Met on Friday 17 April 2020: Friday 24, the first day; on Thursday 16: Thursday 23."""
        words = [
            deadline(panel_met(start), "20(2)").softened_by
            for start in (date(2020, 4, 16), date(2020, 4, 17))
        ]

        assert ["", "or as soon as is reasonably practicable"] == words


@pytest.mark.reg("20(3)")
class TestTheResponseWithinFifteenWorkingDays:
    """Regulation 20(3): the authority determines and sends its response within fifteen."""

    @pytest.mark.parametrize(
        ("start", "last"),
        [
            (date(2025, 7, 25), date(2025, 8, 15)),
            (date(2025, 12, 24), date(2026, 1, 19)),
            (date(2025, 8, 15), date(2025, 9, 8)),
        ],
        ids=["three clear weeks", "Christmas", "the summer bank holiday"],
    )
    def test_the_fifteenth_working_day(self, start: date, last: date) -> None:
        """Friday 15 August 2025: 25 August is off, so from Friday 5 September on to Monday 8."""
        assert last == due("20(3)", start).date
        assert last == deadline(report_received(start), "20(3)").date

    def test_it_runs_from_receiving_the_recommendations(self) -> None:
        """Neither from the meeting nor from the sending: received two days later."""
        case = MET.record(events.PanelReportSent(on=date(2021, 12, 29)))
        case = case.record(events.PanelReportReceived(on=date(2021, 12, 31)))
        limit = deadline(case, "20(3)")

        assert Stage.STAGE_3_REPORTED is case.stage
        assert (date(2021, 12, 31), "20(3)") == (limit.start, limit.started_by)

    @pytest.mark.parametrize(
        ("on", "breaches"),
        [
            (date(2026, 1, 16), []),
            (RESPOND_BY, []),
            (date(2026, 1, 20), [("20(3)", RESPOND_BY, date(2026, 1, 20), 1)]),
        ],
        ids=["the day before", "the day", "the day after"],
    )
    def test_sending_it_concludes_the_case(
        self, on: date, breaches: list[tuple[str, date, date, int]]
    ) -> None:
        """Late or in time, the procedure is over; late is a breach."""
        case = REPORTED.record(events.PanelResponseSent(on=on))

        assert (Stage.CONCLUDED, on) == (case.stage, deadline(case, "20(3)").met_on)
        assert breaches == broken(case)

    @pytest.mark.parametrize(
        ("as_at", "outcome"),
        [(RESPOND_BY, Outcome.RUNNING), (date(2026, 1, 20), Outcome.OVERDUE)],
        ids=["the last day", "after"],
    )
    def test_it_is_overdue_from_the_day_after(self, as_at: date, outcome: Outcome) -> None:
        """Monday 19 January 2026, to its end."""
        assert outcome is assess("20(3)", date(2025, 12, 24), as_at=as_at).outcome
        assert outcome is verdict(REPORTED, "20(3)", as_at)

    def test_it_binds_the_authority(self) -> None:
        """Fifteen working days, and the panel has no part in it."""
        limit = deadline(REPORTED, "20(3)")

        assert (Party.AUTHORITY, 15) == (limit.timescale.binds, limit.limit)

    @pytest.mark.parametrize(
        "event",
        [
            events.Withdrawn(on=date(2026, 1, 5)),
            events.ConcurrentConsiderationDecided(on=date(2026, 1, 5), ground="court"),
        ],
        ids=lambda event: event.name,
    )
    def test_what_makes_the_duty_cease(self, event: events.Event) -> None:
        """Nothing becomes overdue after it."""
        case = REPORTED.record(event)

        assert date(2026, 1, 5) == deadline(case, "20(3)").ceased_on
        assert [] == broken(case, as_at=date(2026, 12, 22))

    @pytest.mark.parametrize(
        "stage",
        [stage for stage in STAGES_UNDER_WAY if stage is not Stage.STAGE_3_REPORTED],
        ids=lambda stage: stage.value,
    )
    def test_nothing_else_is_concluded(self, stage: Stage) -> None:
        """The response is to recommendations that the authority has."""
        event = events.PanelResponseSent(on=date(2025, 1, 7))

        refused(STAGES_UNDER_WAY[stage], event, StepNotOpen, "20(3)")

    def test_after_it_nothing_leads_on(self) -> None:
        """What is concluded stays so."""
        case = ENDED[Stage.CONCLUDED]

        assert {(Stage.CONCLUDED,)} == {step.leads_to for step in case.open_steps()}

    def test_it_was_softened_in_2020(self) -> None:
        """Received on Wednesday 1 April 2020: three weeks and two days to Friday 24 April."""
        limit = deadline(report_received(date(2020, 4, 1)), "20(3)")

        assert (date(2020, 4, 24), "or as soon as is reasonably practicable") == (
            limit.date,
            limit.softened_by,
        )
