# SPDX-License-Identifier: MIT
"""How the limits read from time to time: the spring and summer of 2020, and every other day."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest

from complaint_timescales import Case, ConditionNotMet, Stage, due, events
from complaint_timescales._kinds import WorkingDays
from complaint_timescales.regulations import LOCAL_AUTHORITY

WORDS = "or as soon as is reasonably practicable"
FIRST, LAST = date(2006, 9, 1), date(2028, 12, 31)
EVERY_DAY = [date.fromordinal(n) for n in range(FIRST.toordinal(), LAST.toordinal() + 1)]
TIMESCALES = LOCAL_AUTHORITY.timescales
STAGE_3 = ["18(2)", "19(4)", "20(2)", "20(3)"]
OTHERS = ["8(5)", "9(1)", "14(1)", "14(5)", "17(3)", "17(6)"]


def responded(sent: date, got: date) -> Case:
    """Stage 2 begun and answered on one day, and the notice received on another."""
    return Case(
        "CSC-0042",
        [
            events.RepresentationsReceived(on=sent),
            events.LocalResolutionWaived(on=sent),
            events.InvestigationResponseSent(on=sent),
            events.InvestigationResponseReceived(on=got),
        ],
    )


class TestCoverage:
    """No day without a version, and none with two."""

    @pytest.mark.parametrize("provision", TIMESCALES)
    def test_every_day_has_exactly_one(self, provision: str) -> None:
        """From commencement to the last published year."""
        versions = TIMESCALES[provision].versions

        assert Counter({1: len(EVERY_DAY)}) == Counter(
            sum(version.covers(day) for version in versions) for day in EVERY_DAY
        )

    @pytest.mark.parametrize("provision", TIMESCALES)
    def test_the_version_of_a_day_is_the_one_that_covers_it(self, provision: str) -> None:
        """The look-up agrees with the bounds."""
        timescale = TIMESCALES[provision]

        assert [] == [day for day in EVERY_DAY if not timescale.version_on(day).covers(day)]

    @pytest.mark.parametrize("provision", TIMESCALES)
    def test_the_number_never_changed(self, provision: str) -> None:
        """2020 added words and no days."""
        assert len({version.limit for version in TIMESCALES[provision].versions}) == 1

    def test_stage_3_alone_was_touched(self) -> None:
        """SI 2020/445, regulation 6: 18(2), 19(4), 20(2) and 20(3)."""
        assert STAGE_3 == [name for name, row in TIMESCALES.items() if len(row.versions) > 1]

    def test_the_numbers_are_those_of_the_regulations(self) -> None:
        """Working days, but for two years."""
        assert {
            "8(5)": "1 year",
            "9(1)": "1 year",
            "14(1)": "10 working days",
            "14(5)": "20 working days",
            "17(3)": "25 working days",
            "17(6)": "65 working days",
            "18(2)": "20 working days",
            "19(4)": "30 working days",
            "20(2)": "5 working days",
            "20(3)": "15 working days",
        } == {name: str(row.limit) for name, row in TIMESCALES.items()}


class TestRelaxation:
    """24 April to 25 September 2020."""

    @pytest.mark.parametrize(
        ("day", "expected"),
        [
            (date(2020, 4, 23), ""),
            (date(2020, 4, 24), WORDS),
            (date(2020, 9, 25), WORDS),
            (date(2020, 9, 26), ""),
        ],
        ids=str,
    )
    @pytest.mark.parametrize("provision", STAGE_3)
    def test_both_its_ends_are_inside(self, provision: str, day: date, expected: str) -> None:
        """The words stood on the first and on the last day."""
        assert expected == TIMESCALES[provision].version_on(day).softened_by

    @pytest.mark.parametrize("provision", OTHERS)
    def test_the_other_limits_stood_as_they_were(self, provision: str) -> None:
        """Stages 1 and 2, and the two years."""
        assert "" == TIMESCALES[provision].version_on(date(2020, 6, 1)).softened_by

    @pytest.mark.parametrize("provision", STAGE_3)
    def test_it_says_which_instrument_made_it(self, provision: str) -> None:
        """The version in force, and no other."""
        before, during, after = TIMESCALES[provision].versions

        assert ("", "SI 2020/445, regulations 6, 14 and 17", "") == (
            before.enacted_by,
            during.enacted_by,
            after.enacted_by,
        )

    @pytest.mark.parametrize(
        ("start", "last", "expected"),
        [
            (date(2020, 4, 16), date(2020, 4, 23), ""),
            (date(2020, 4, 17), date(2020, 4, 24), WORDS),
            (date(2020, 9, 18), date(2020, 9, 25), WORDS),
            (date(2020, 9, 21), date(2020, 9, 28), ""),
        ],
        ids=["the day before", "the first day", "the last day", "after it"],
    )
    def test_a_last_day_within_it_reads_on(self, start: date, last: date, expected: str) -> None:
        """One week each: Thursday to Thursday, Friday to Friday, Monday to Monday."""
        deadline = due("20(2)", start)

        assert (last, expected) == (deadline.date, deadline.softened_by)

    @pytest.mark.parametrize(
        ("request_on", "expected"),
        [(date(2020, 6, 2), Stage.STAGE_3_REQUESTED), (date(2020, 9, 1), Stage.STAGE_3_REQUESTED)],
        ids=["the last day", "long after it"],
    )
    def test_a_right_for_a_softened_time_is_not_certainly_over(
        self, request_on: date, expected: Stage
    ) -> None:
        """Received on Friday 1 May 2020; 8 and 25 May are off, so Tuesday 2 June, or later."""
        case = responded(date(2020, 4, 30), date(2020, 5, 1))

        assert (date(2020, 6, 2), expected) == (
            case.deadlines()[-1].date,
            case.record(events.PanelRequested(on=request_on)).stage,
        )


class TestSaving:
    """SI 2020/445, regulation 17: a case whose stage 2 ran in that time goes on under it."""

    def test_its_panel_goes_on_under_the_softened_limits(self) -> None:
        """Stage 2 on 1 September 2020, everything else in the winter and spring after it."""
        case = responded(date(2020, 9, 1), date(2020, 12, 1))
        for event in (
            events.PanelRequested(on=date(2020, 12, 2)),
            events.PanelMet(on=date(2021, 1, 14)),
            events.PanelReportSent(on=date(2021, 1, 20)),
            events.PanelReportReceived(on=date(2021, 1, 21)),
        ):
            case = case.record(event)

        assert [(name, WORDS) for name in STAGE_3] == [
            (str(d.provision), d.softened_by) for d in case.deadlines() if d.provision in STAGE_3
        ]

    def test_stage_2_itself_was_never_softened(self) -> None:
        """The same case."""
        case = responded(date(2020, 9, 1), date(2020, 12, 1))

        assert [""] == [d.softened_by for d in case.deadlines() if d.provision == "17(3)"]

    @pytest.mark.parametrize(
        ("stage_2_on", "expected"),
        [
            (date(2020, 4, 23), ""),
            (date(2020, 4, 24), WORDS),
            (date(2020, 9, 25), WORDS),
            (date(2020, 9, 26), ""),
        ],
        ids=str,
    )
    def test_one_day_of_stage_2_in_that_time_is_enough(
        self, stage_2_on: date, expected: str
    ) -> None:
        """Begun and answered on one day; the notice was received in November 2020."""
        case = responded(stage_2_on, date(2020, 11, 2))

        assert expected == case.deadlines()[-1].softened_by

    @pytest.mark.parametrize(
        ("stage_2_on", "accepted"),
        [(date(2020, 9, 25), True), (date(2020, 9, 26), False)],
        ids=["inside", "the day after"],
    )
    def test_a_late_request_is_accepted_just_where_it_is_saved(
        self, stage_2_on: date, accepted: bool
    ) -> None:
        """Received on Monday 2 November 2020, the twentieth day is Monday 30."""
        case = responded(stage_2_on, date(2020, 11, 2))
        late = events.PanelRequested(on=date(2020, 12, 1))

        assert date(2020, 11, 30) == case.deadlines()[-1].date
        if accepted:
            assert case.record(late).stage is Stage.STAGE_3_REQUESTED
        else:
            with pytest.raises(ConditionNotMet, match="the last day was Monday 30 November 2020"):
                case.record(late)

    def test_it_does_not_reach_a_later_run(self) -> None:
        """Stage 2 of the run before the resubmission ran in 2020, that of the later did not."""
        case = responded(date(2020, 9, 1), date(2020, 9, 2))
        for event in (
            events.ConcurrentConsiderationDecided(on=date(2020, 9, 3), ground="court"),
            events.ConcurrentConsiderationEnded(on=date(2021, 1, 4)),
            events.Resubmitted(on=date(2021, 1, 5)),
            events.LocalResolutionWaived(on=date(2021, 1, 6)),
            events.InvestigationResponseSent(on=date(2021, 1, 7)),
            events.InvestigationResponseReceived(on=date(2021, 1, 8)),
        ):
            case = case.record(event)

        assert ("18(2)", "") == (
            case.deadlines()[-1].provision,
            case.deadlines()[-1].softened_by,
        )

    def test_a_softened_limit_is_still_a_number_of_days(self) -> None:
        """The words stand beside it."""
        version = TIMESCALES["19(4)"].version_on(date(2020, 6, 1))

        assert (WorkingDays(30), timedelta(days=154)) == (
            version.limit,
            date(2020, 9, 25) - date(2020, 4, 24),
        )
