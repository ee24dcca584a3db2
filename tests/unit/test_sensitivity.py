# SPDX-License-Identifier: MIT
"""Which verdicts another reading would flip."""

from __future__ import annotations

from datetime import date

import pytest

from complaint_timescales import Case, Ground, Outcome, Readings, events
from complaint_timescales.sensitivity import sensitivity, sensitivity_of

RECEIVED = events.RepresentationsReceived(on=date(2025, 1, 6))
REQUESTED = events.InvestigationRequested(on=date(2025, 2, 3))


def deciding(case: Case, as_at: date | None = None) -> list[tuple[str, list[dict[str, str]]]]:
    return [
        (str(found.provision), [flip.readings.to_dict() for flip in found.flips])
        for found in sensitivity(case, as_at)
    ]


class TestTwoDates:
    """A verdict on two dates rests on how days are counted."""

    def test_well_in_time_it_is_met_on_every_reading(self) -> None:
        """The third day of ten."""
        found = sensitivity_of("14(1)", date(2025, 1, 6), date(2025, 1, 9))

        assert (Outcome.MET, True) == (found.outcome, found.on_every_reading)

    def test_on_the_last_day_the_start_decides(self) -> None:
        """Day 10 is day 11 where the start is counted."""
        found = sensitivity_of("14(1)", date(2025, 1, 6), date(2025, 1, 20))

        assert [({"I-1": "day_1"}, Outcome.MISSED, date(2025, 1, 17))] == [
            (flip.readings.to_dict(), flip.outcome, flip.last_day) for flip in found.flips
        ]

    def test_on_the_weekend_after_it_the_end_decides(self) -> None:
        """Saturday 18 January 2025, after Friday 17."""
        found = sensitivity_of("14(1)", date(2025, 1, 3), date(2025, 1, 18))

        assert [{"I-2": "by_count"}] == [flip.readings.to_dict() for flip in found.flips]

    def test_two_readings_can_be_needed_together(self) -> None:
        """From Saturday 23 March 2024 the tenth day is 9 April, or 10 April where it rolls.

        The act of 10 April is late but for I-17; no other reading is needed with it.
        """
        found = sensitivity_of("14(1)", date(2024, 3, 23), date(2024, 4, 10))

        assert [{"I-17": "next_working_day"}] == [f.readings.to_dict() for f in found.flips]

    def test_a_running_limit_has_its_verdicts_too(self) -> None:
        """Looked at on the last day."""
        found = sensitivity_of("14(1)", date(2025, 1, 6), as_at=date(2025, 1, 20))

        assert (Outcome.RUNNING, [Outcome.OVERDUE]) == (
            found.outcome,
            [flip.outcome for flip in found.flips],
        )

    def test_it_is_explained(self) -> None:
        """In a line where nothing decides, and with the question where something does."""
        sure = sensitivity_of("14(1)", date(2025, 1, 6), date(2025, 1, 9)).explain()
        unsure = sensitivity_of("14(1)", date(2025, 1, 6), date(2025, 1, 20)).explain()

        assert "14(1): met, last day Monday 20 January 2025, on every reading" in sure
        assert [
            "14(1): met, last day Monday 20 January 2025, unless it is read otherwise:",
            "Is the start date day 0 or day 1? I-1 'day_1': missed, last day Friday 17 January 2025",
        ] == unsure.split("\n")

    def test_it_is_a_document_too(self) -> None:
        """With the readings by their numbers."""
        found = sensitivity_of("14(1)", date(2025, 1, 6), date(2025, 1, 20)).to_dict()

        assert ("met", False, [{"I-1": "day_1"}]) == (
            found["outcome"],
            found["on_every_reading"],
            [flip["readings"] for flip in found["flips"]],
        )


class TestACase:
    """Verdicts on a case rest on starts, extensions and steps as well."""

    def test_an_ordinary_case_rests_on_nothing(self) -> None:
        """Answered on the fifth day."""
        case = Case("C", [RECEIVED, events.LocalResolutionEnded(on=date(2025, 1, 13))])

        assert [("14(1)", [])] == deciding(case)

    def test_a_late_notice_decides_a_breach(self) -> None:
        """Sent a day after the 25th; the response kept the date it named."""
        case = Case(
            "C",
            [
                RECEIVED,
                events.LocalResolutionEnded(on=date(2025, 1, 13)),
                REQUESTED,
                events.InvestigationExtended(
                    on=date(2025, 3, 11), until=date(2025, 5, 6), reason="interviews"
                ),
                events.InvestigationResponseSent(on=date(2025, 4, 28)),
            ],
        )

        assert ("17(3)", [{"I-5": "extends"}]) == deciding(case)[1]

    def test_the_agreed_statement_decides_a_breach(self) -> None:
        """Requested on 3 February and answered on 17 March 2025; the statement of the 17th."""
        case = Case(
            "C",
            [
                RECEIVED,
                events.LocalResolutionEnded(on=date(2025, 1, 13)),
                REQUESTED,
                events.StatementAgreed(on=date(2025, 2, 17)),
                events.InvestigationResponseSent(on=date(2025, 3, 17)),
            ],
        )

        assert ("17(3)", [{"I-19": "statement"}]) == deciding(case)[1]

    def test_a_case_that_a_reading_refuses_has_no_verdict_by_it(self) -> None:
        """A late request for a panel was accepted, which I-7 can rule out."""
        case = Case(
            "C",
            [
                RECEIVED,
                events.LocalResolutionEnded(on=date(2025, 1, 13)),
                REQUESTED,
                events.InvestigationResponseSent(on=date(2025, 2, 28)),
                events.InvestigationResponseReceived(on=date(2025, 3, 3)),
                events.LatePanelRequestAccepted(on=date(2025, 4, 14), reason="illness"),
                events.PanelMet(on=date(2025, 4, 28)),
            ],
        )
        panel = sensitivity(case)[-2]

        assert ("19(4)", [(Readings.of({"I-7": "never"}), None, None)]) == (
            panel.provision,
            [(flip.readings, flip.outcome, flip.last_day) for flip in panel.flips],
        )
        assert "there is no such limit" in panel.explain()
        assert None is panel.to_dict()["flips"][0]["last_day"]

    @pytest.mark.parametrize(
        ("as_at", "expected"),
        [(date(2025, 1, 17), []), (date(2025, 1, 20), [{"I-1": "day_1"}])],
        ids=["before the last day", "on it"],
    )
    def test_it_can_be_asked_on_a_day(self, as_at: date, expected: list[dict[str, str]]) -> None:
        """An open case, looked at on the ninth and on the tenth day."""
        assert [("14(1)", expected)] == deciding(Case("C", [RECEIVED]), as_at)

    def test_each_run_has_its_own(self) -> None:
        """Resubmitted, the second ten days are a limit of their own."""
        case = Case(
            "C",
            [
                RECEIVED,
                events.ConcurrentConsiderationDecided(on=date(2025, 1, 8), ground=Ground.COURT),
                events.ConcurrentConsiderationEnded(on=date(2025, 2, 3)),
                events.Resubmitted(on=date(2025, 3, 3)),
                events.LocalResolutionEnded(on=date(2025, 3, 17)),
            ],
        )

        assert [("14(1)", []), ("8(5)", []), ("14(1)", [{"I-1": "day_1"}])] == deciding(case)

    def test_two_runs_that_start_on_one_day_are_two(self) -> None:
        """Received, suspended, ended and resubmitted on Monday 6 January 2025.

        The first run's 14(1) ceased on the day it started, and is met by nothing late; the tenth
        working day of the second is Monday 20 January, and it was answered on Tuesday 21.
        """
        day = date(2025, 1, 6)
        case = Case(
            "CSC-0042",
            [
                RECEIVED,
                events.ConcurrentConsiderationDecided(on=day, ground="court"),
                events.ConcurrentConsiderationEnded(on=day),
                events.Resubmitted(on=day),
                events.LocalResolutionEnded(on=date(2025, 1, 21)),
            ],
        )

        found = [each for each in sensitivity(case) if each.provision == "14(1)"]

        assert [Outcome.RUNNING, Outcome.MISSED] == [each.outcome for each in found]
