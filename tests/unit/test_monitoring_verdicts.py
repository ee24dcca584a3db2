# SPDX-License-Identifier: MIT
"""What can be said of each leg of a row.

Stage 1 received on Monday 16 December 2024: 17 to 20 December are working days 1 to 4, the 23rd
and 24th 5 and 6, the 27th is 7, the 30th 8, the 31st 9, Thursday 2 January 10, the 3rd 11, the 6th
to the 10th 12 to 16, the 13th to the 16th 17 to 20, and Friday the 17th is 21.
Stage 2 requested on Thursday 29 August 2024: the 25th is Thursday 3 October, the 65th Thursday
28 November, with no holiday between.
"""

from __future__ import annotations

from datetime import date
from typing import ClassVar

import pytest

from complaint_timescales.bounds import Between
from complaint_timescales.monitoring import LegVerdict, Undated, Verdict
from tests.unit.monitoring_rows import judge, legs

RECEIVED = {"received": "2024-12-16"}
REQUESTED = {"stage2_requested": "2024-08-29"}


def stage_1(**cells: str) -> LegVerdict:
    """Stage 1, received on 16 December 2024."""
    return legs(**RECEIVED, **cells)["stage_1"]


def stage_2(**cells: str) -> LegVerdict:
    """Stage 2, requested on 29 August 2024."""
    return legs(**REQUESTED, **cells)["stage_2"]


class TestStage1:
    """Regulation 14(1): ten working days."""

    @pytest.mark.parametrize(
        ("responded", "verdict", "days", "over"),
        [
            ("2024-12-31", Verdict.MET, 9, 0),
            ("2025-01-02", Verdict.MET, 10, 0),
            ("2025-01-03", Verdict.MISSED, 11, 1),
            ("2025-01-04", Verdict.MISSED, 11, 1),  # a Saturday
            ("2025-01-16", Verdict.MISSED, 20, 10),
            ("2025-01-17", Verdict.MISSED, 21, 11),
        ],
    )
    def test_it_is_met_up_to_the_tenth_working_day(
        self, responded: str, verdict: Verdict, days: int, over: int
    ) -> None:
        """The day before, the day, the day after, over Christmas; no extension is recorded."""
        leg = stage_1(responded=responded)

        assert (verdict, days, over) == (leg.verdict, leg.took, leg.days_over)
        assert (date(2025, 1, 2), date(2024, 12, 16)) == (leg.due, leg.started)

    @pytest.mark.parametrize(
        ("as_at", "verdict", "over"),
        [
            (date(2025, 1, 2), Verdict.RUNNING, 0),
            (date(2025, 1, 3), Verdict.OVERDUE, 1),
        ],
    )
    def test_an_open_one_is_running_and_then_overdue(
        self, as_at: date, verdict: Verdict, over: int
    ) -> None:
        """By the day from which it is looked at."""
        leg = legs(judge(as_at=as_at), **RECEIVED, responded="2025-01-06")["stage_1"]

        assert (verdict, over, True, None) == (leg.verdict, leg.days_over, leg.is_open, leg.took)

    def test_without_a_day_to_look_from_an_open_one_cannot_be_told(self) -> None:
        """Yet its last day is known."""
        leg = stage_1(responded="")

        assert (Verdict.UNDETERMINED, date(2025, 1, 2)) == (leg.verdict, leg.due)
        assert leg.reason == "open, and no day to look from was given"

    @pytest.mark.parametrize(
        ("column", "day", "verdict", "over"),
        [
            ("withdrawn", "2025-01-02", Verdict.CEASED, 0),
            ("withdrawn", "2025-01-03", Verdict.OVERDUE, 1),
            ("stage2_requested", "2025-01-02", Verdict.CEASED, 0),
            ("stage2_requested", "2025-01-03", Verdict.OVERDUE, 1),
            ("stage_1_waived", "2024-12-20", Verdict.CEASED, 0),
        ],
    )
    def test_what_ends_the_duty_in_time_is_no_breach_and_late_it_is(
        self, column: str, day: str, verdict: Verdict, over: int
    ) -> None:
        """Withdrawal, a request for stage 2, and agreeing to leave stage 1 out."""
        leg = stage_1(**{column: day}, responded="2025-02-03" if "stage2" in column else "")

        assert (verdict, over, False) == (leg.verdict, leg.days_over, leg.answered)

    def test_an_answer_on_the_day_of_the_request_for_stage_2_is_an_answer(self) -> None:
        """The request can follow it on one day."""
        leg = stage_1(responded="2024-12-20", stage2_requested="2024-12-20")

        assert (Verdict.MET, 4) == (leg.verdict, leg.took)

    def test_an_answer_before_receipt_cannot_be_counted(self) -> None:
        """Nor is it guessed."""
        leg = stage_1(responded="2024-12-13")

        assert (Verdict.UNDETERMINED, "its end is dated before its start") == (
            leg.verdict,
            leg.reason,
        )

    def test_without_receipt_it_cannot_be_told(self) -> None:
        """It has an end alone."""
        leg = legs(received="", responded="2025-01-02")["stage_1"]

        assert (Verdict.UNDETERMINED, None) == (leg.verdict, leg.opened)
        assert leg.reason == "no date for its start, 14(3)(c)"

    def test_a_row_that_says_nothing_has_no_legs(self) -> None:
        """Not even one that cannot be told."""
        assert legs(received="", responded="", stage2_requested="") == {}


class TestTheStartOfStage1:
    """Regulation 14(3) and (4): the latest of the dates that apply."""

    def test_a_decision_on_interest_starts_it(self) -> None:
        """Decided on Friday 20 December: 23, 24, 27, 30, 31, 2, 3, 6, 7, Wednesday 8 January."""
        leg = stage_1(interest_decided="2024-12-20", responded="2025-01-08")

        assert (Verdict.MET, 10, date(2024, 12, 16)) == (leg.verdict, leg.took, leg.opened)

    def test_an_interest_decision_after_the_day_looked_from_is_awaited(self) -> None:
        """On 19 December nothing runs yet."""
        by = judge(as_at=date(2024, 12, 19))
        leg = legs(by, **RECEIVED, interest_decided="2024-12-20")["stage_1"]

        assert leg.reason == "the start, 14(3)(a), is awaited: no date for it"

    def test_an_advocate_who_was_asked_for_is_awaited(self) -> None:
        """14(3)(b): no date, no start; with one, it starts then."""
        waiting = stage_1(advocate_requested="yes", responded="2025-01-17")
        started = stage_1(
            advocate_requested="yes", advocate_appointed="2024-12-20", responded="2025-01-09"
        )

        assert waiting.reason == "the start, 14(3)(b), is awaited: no date for it"
        assert (Verdict.MISSED, 11) == (started.verdict, started.took)

    def test_an_advocate_nobody_is_said_to_have_asked_for_moves_nothing(self) -> None:
        """The limit is that of the receipt."""
        leg = stage_1(advocate_requested="no", advocate_appointed="2024-12-20")

        assert leg.started == date(2024, 12, 16)

    def test_an_answer_before_an_agreed_later_start_keeps_the_limit(self) -> None:
        """No working day of it was used."""
        leg = stage_1(later_start="2025-01-06", responded="2024-12-20")

        assert (Verdict.MET, 0, date(2025, 1, 20)) == (leg.verdict, leg.took, leg.due)

    def test_a_withdrawal_before_an_agreed_later_start_is_in_time(self) -> None:
        """The duty ceased before its clock had started."""
        assert stage_1(later_start="2025-01-06", withdrawn="2024-12-20").verdict is Verdict.CEASED

    def test_an_agreed_start_can_lie_ahead_of_the_day_looked_from(self) -> None:
        """It runs, and has used nothing."""
        leg = legs(judge(as_at=date(2025, 1, 3)), **RECEIVED, later_start="2025-01-06")["stage_1"]

        assert (Verdict.RUNNING, (0, 0)) == (leg.verdict, leg.working_days)

    def test_an_answer_before_receipt_is_not_excused_by_an_agreed_start(self) -> None:
        """It was not there to be answered."""
        leg = stage_1(later_start="2025-01-06", responded="2024-12-13")

        assert leg.verdict is Verdict.UNDETERMINED

    @pytest.mark.parametrize(("option", "start"), [("later", 20), ("interest", 18)])
    def test_i_9_is_read_as_asked(self, option: str, start: int) -> None:
        """Interest decided on the 18th, an advocate appointed on the 20th."""
        by = judge(readings={"I-9": option})
        leg = legs(
            by, **RECEIVED, interest_decided="2024-12-18", advocate_requested="y",
            advocate_appointed="2024-12-20",
        )["stage_1"]  # fmt: skip

        assert leg.started == date(2024, 12, start)


class TestExtensionsOfStage1:
    """Regulation 14(5): up to the twentieth working day, Thursday 16 January 2025."""

    @pytest.mark.parametrize(
        ("decided", "responded", "verdict", "over"),
        [
            ("2025-01-02", "2025-01-02", Verdict.MET, 0),
            ("2025-01-02", "2025-01-03", Verdict.MET_EXTENDED, 0),
            ("2025-01-02", "2025-01-16", Verdict.MET_EXTENDED, 0),
            ("2025-01-02", "2025-01-17", Verdict.MISSED, 1),
            ("2025-01-03", "2025-01-16", Verdict.INVALID_EXTENSION, 10),
            ("2025-01-03", "2025-01-17", Verdict.MISSED, 11),
        ],
    )
    def test_it_holds_where_it_was_decided_by_the_tenth_day(
        self, decided: str, responded: str, verdict: Verdict, over: int
    ) -> None:
        """The day over is counted from the limit that stood."""
        leg = stage_1(extended="yes", extension_decided=decided, responded=responded)

        assert (verdict, over) == (leg.verdict, leg.days_over)

    def test_a_date_alone_shows_that_it_was_extended(self) -> None:
        """Without a column that says so."""
        leg = stage_1(extension_decided="2024-12-30", responded="2025-01-10")

        assert (Verdict.MET_EXTENDED, date(2025, 1, 16)) == (leg.verdict, leg.due)

    def test_an_undated_one_cannot_be_told_unless_taken_as_in_time(self) -> None:
        """Both options."""
        cells = {**RECEIVED, "extended": "yes", "responded": "2025-01-10"}
        taken = judge(undated=Undated.IN_TIME)

        assert legs(**cells)["stage_1"].verdict is Verdict.UNDETERMINED
        assert legs(**cells)["stage_1"].reason == (
            "the day of the extension, 14(5), is not recorded"
        )
        assert legs(taken, **cells)["stage_1"].verdict is Verdict.MET_EXTENDED

    def test_beyond_the_twentieth_day_it_is_missed_whatever_was_extended(self) -> None:
        """The undated one too, counted from the tenth."""
        leg = stage_1(extended="yes", responded="2025-01-17")

        assert (Verdict.MISSED, 11) == (leg.verdict, leg.days_over)

    @pytest.mark.parametrize(
        ("complex_", "verdict"),
        [
            ("no", Verdict.INVALID_EXTENSION),
            ("", Verdict.MET_EXTENDED),
            ("yes", Verdict.MET_EXTENDED),
        ],
    )
    def test_it_needs_representations_that_are_complex(
        self, complex_: str, verdict: Verdict
    ) -> None:
        """Where the record says that they are not, it does not hold."""
        leg = stage_1(extension_decided="2024-12-30", responded="2025-01-10", complex=complex_)

        assert leg.verdict is verdict

    def test_complex_stands_for_extended_where_no_column_says_that(self) -> None:
        """With the column, a blank is no extension."""
        cells = {"complex": "yes", "responded": "2025-01-10"}

        assert stage_1(**cells).verdict is Verdict.UNDETERMINED
        assert stage_1(**cells, extended="").verdict is Verdict.MISSED

    def test_i_3_can_be_read_to_let_a_late_one_hold(self) -> None:
        """Decided on the eleventh day."""
        by = judge(readings={"I-3": "extends"})
        leg = legs(by, **RECEIVED, extension_decided="2025-01-03", responded="2025-01-16")

        assert leg["stage_1"].verdict is Verdict.MET_EXTENDED

    def test_one_that_was_not_decided_yet_does_not_count(self) -> None:
        """Looked at on the eleventh day, and decided on the twelfth."""
        by = judge(as_at=date(2025, 1, 3), readings={"I-3": "extends"})

        leg = legs(by, **RECEIVED, extension_decided="2025-01-06")["stage_1"]

        assert leg.verdict is Verdict.OVERDUE

    @pytest.mark.parametrize(
        ("as_at", "verdict"),
        [
            (date(2025, 1, 3), Verdict.RUNNING),
            (date(2025, 1, 16), Verdict.RUNNING),
            (date(2025, 1, 17), Verdict.OVERDUE),
        ],
    )
    def test_an_open_extended_one_runs_to_the_later_day(
        self, as_at: date, verdict: Verdict
    ) -> None:
        """And ceases in time till then."""
        leg = legs(judge(as_at=as_at), **RECEIVED, extension_decided="2024-12-30")["stage_1"]

        assert leg.verdict is verdict

    def test_an_open_one_extended_too_late_is_overdue(self) -> None:
        """Within the twenty days all the same."""
        leg = legs(judge(as_at=date(2025, 1, 10)), **RECEIVED, extension_decided="2025-01-03")[
            "stage_1"
        ]

        assert (Verdict.OVERDUE, 6) == (leg.verdict, leg.days_over)

    def test_whether_one_of_some_day_of_a_month_came_in_time_can_depend_on_the_day(self) -> None:
        """December 2024 is in time, January 2025 may be, and February is not."""
        said = [
            stage_1(extension_decided=month, responded="2025-01-10")
            for month in ("Dec 2024", "Jan 2025", "Feb 2025")
        ]

        assert [Verdict.MET_EXTENDED, Verdict.UNDETERMINED, Verdict.INVALID_EXTENSION] == [
            leg.verdict for leg in said
        ]
        assert said[1].reason.endswith("came in time depends on the day")


class TestExtensionsOfStage2:
    """Regulation 17(6): a notice by 3 October, and a day no later than 28 November 2024."""

    @pytest.mark.parametrize(
        ("cells", "sent", "verdict", "over"),
        [
            ({}, "2024-10-03", Verdict.MET, 0),
            ({}, "2024-10-04", Verdict.MISSED, 1),
            ({"extension_notified": "2024-10-03"}, "2024-11-28", Verdict.MET_EXTENDED, 0),
            ({"extension_notified": "2024-10-03"}, "2024-11-29", Verdict.MISSED, 1),
            ({"extension_notified": "2024-10-04"}, "2024-11-28", Verdict.INVALID_EXTENSION, 40),
            ({"extension_notified": "2024-10-04"}, "2024-11-29", Verdict.MISSED, 41),
            # A day that was named stands: Thursday 31 October.
            ({"extension_notified": "2024-10-01", "extended_until": "2024-10-31"}, "2024-10-31",
             Verdict.MET_EXTENDED, 0),
            ({"extension_notified": "2024-10-01", "extended_until": "2024-10-31"}, "2024-11-01",
             Verdict.MISSED, 1),
            # One beyond the 65th is cut back to it.
            ({"extension_notified": "2024-10-01", "extended_until": "2024-12-20"}, "2024-11-28",
             Verdict.MET_EXTENDED, 0),
            ({"extension_notified": "2024-10-01", "extended_until": "2024-12-20"}, "2024-11-29",
             Verdict.MISSED, 1),
            # One within the 25 shortens nothing.
            ({"extension_notified": "2024-09-02", "extended_until": "2024-09-30"}, "2024-10-03",
             Verdict.MET, 0),
            ({"extension_notified": "2024-09-02", "extended_until": "2024-09-30"}, "2024-10-04",
             Verdict.MISSED, 1),
            # Some day of November: the 1st is met on every reading, the 11th is not.
            ({"extension_notified": "2024-10-01", "extended_until": "Nov 2024"}, "2024-11-01",
             Verdict.MET_EXTENDED, 0),
            ({"extension_notified": "2024-10-01", "extended_until": "Nov 2024"}, "2024-11-11",
             Verdict.UNDETERMINED, 0),
            ({"stage2_extended": "yes"}, "2024-11-28", Verdict.UNDETERMINED, 0),
            ({"stage2_extended": "no"}, "2024-11-28", Verdict.MISSED, 40),
        ],
    )  # fmt: skip
    def test_the_notice_and_the_day_it_names_decide(
        self, cells: dict[str, str], sent: str, verdict: Verdict, over: int
    ) -> None:
        """From 3 October to 28 November are 40 working days, to the 29th 41."""
        leg = stage_2(**cells, adjudication_sent=sent)

        assert (verdict, over) == (leg.verdict, leg.days_over)

    @pytest.mark.parametrize(
        ("option", "verdict"),
        [
            ("breach_stays", Verdict.INVALID_EXTENSION),
            ("extends", Verdict.MET_EXTENDED),
            ("void", Verdict.INVALID_EXTENSION),
        ],
    )
    def test_i_5_is_read_as_asked(self, option: str, verdict: Verdict) -> None:
        """A notice on 4 October, and the response on the 65th day."""
        by = judge(readings={"I-5": option})
        leg = legs(by, **REQUESTED, extension_notified="2024-10-04", adjudication_sent="2024-11-28")

        assert leg["stage_2"].verdict is verdict

    @pytest.mark.parametrize(
        ("option", "verdict"), [("late", Verdict.MISSED), ("by_count", Verdict.MET_EXTENDED)]
    )
    def test_i_2_is_read_as_asked_for_a_named_day_too(self, option: str, verdict: Verdict) -> None:
        """Named was Friday 1 November, sent was Saturday the 2nd: no whole working day over."""
        leg = legs(
            judge(readings={"I-2": option}), **REQUESTED, extension_notified="2024-10-01",
            extended_until="2024-11-01", adjudication_sent="2024-11-02",
        )["stage_2"]  # fmt: skip

        assert (verdict, 0) == (leg.verdict, leg.days_over)


class TestTheStartOfStage2:
    """Regulation 17(4) and (5)."""

    def test_oral_representations_wait_for_the_written_record(self) -> None:
        """Finalised on Thursday 12 September: the 25th working day is Thursday 17 October."""
        waiting = stage_2(orally="yes", adjudication_sent="2024-10-17")
        started = stage_2(orally="yes", written_record="2024-09-12", adjudication_sent="2024-10-17")
        written = stage_2(orally="no", written_record="2024-09-12", adjudication_sent="2024-10-17")

        assert waiting.reason == "the start, 17(5), is awaited: no date for it"
        assert (Verdict.MET, 25) == (started.verdict, started.took)
        assert (Verdict.MISSED, 35) == (written.verdict, written.took)

    def test_agreeing_to_leave_stage_1_out_starts_it(self) -> None:
        """17(4)(a)."""
        leg = legs(stage_1_waived="2024-08-29", adjudication_sent="2024-10-03")["stage_2"]

        assert (Verdict.MET, 25) == (leg.verdict, leg.took)

    @pytest.mark.parametrize(
        ("option", "start"),
        [("request", (8, 29)), ("statement", (9, 12)), ("investigator", (9, 5))],
    )
    def test_i_19_is_read_as_asked(self, option: str, start: tuple[int, int]) -> None:
        """A statement agreed on 12 September, an investigator appointed on the 5th."""
        leg = legs(
            judge(readings={"I-19": option}), **REQUESTED, statement_agreed="2024-09-12",
            io_appointed="2024-09-05",
        )["stage_2"]  # fmt: skip

        assert (date(2024, *start), date(2024, 8, 29)) == (leg.started, leg.opened)

    @pytest.mark.parametrize(
        ("cells", "start"),
        [
            # Stage 1 received on 20 August: 21, 22, 23, 27, 28, 29, 30, 2, 3, Wednesday 4 September.
            ({"received": "2024-08-20"}, date(2024, 9, 4)),
            # Answered on the day of the request, it is over.
            ({"received": "2024-08-20", "responded": "2024-08-29"}, date(2024, 8, 29)),
            # Extended, to 18 September.
            ({"received": "2024-08-20", "extension_decided": "2024-08-28"}, date(2024, 9, 18)),
            # Its limit had passed.
            ({"received": "2024-08-01"}, date(2024, 8, 29)),
            # Nothing to be held by.
            ({"received": ""}, date(2024, 8, 29)),
            ({"received": "Aug 2024"}, date(2024, 8, 29)),
        ],
    )
    def test_i_4_can_hold_a_request_until_stage_1_is_over(
        self, cells: dict[str, str], start: date
    ) -> None:
        """Requested on Thursday 29 August, stage 1 still in time; 26 August is a bank holiday."""
        leg = legs(judge(readings={"I-4": "hold"}), **REQUESTED, **cells)["stage_2"]

        assert leg.started == start


class TestStage3:
    """Regulations 18(2), 19(4), 20(2) and 20(3)."""

    # Received 3 October: 20 to Thursday 31 October. Asked then: 30 to Thursday 12 December. Met
    # then: 5 to the 19th. Received on the 19th: 20, 23, 24, 27, 30, 31 December, 2, 3, 6, 7, 8,
    # 9, 10, 13, Tuesday 14 January are 15.
    @pytest.mark.parametrize(
        ("key", "cells", "last", "after"),
        [
            ("panel_request", {"response_received": "2024-10-03", "stage3_requested": "?"},
             "2024-10-31", "2024-11-01"),
            ("panel", {"stage3_requested": "2024-10-31", "panel_met": "?"},
             "2024-12-12", "2024-12-13"),
            ("panel_report", {"panel_met": "2024-12-12", "panel_findings": "?"},
             "2024-12-19", "2024-12-20"),
            ("panel_response", {"findings_received": "2024-12-19", "final_response": "?"},
             "2025-01-14", "2025-01-15"),
        ],
    )  # fmt: skip
    def test_each_leg_is_met_on_its_last_day_and_missed_on_the_next(
        self, key: str, cells: dict[str, str], last: str, after: str
    ) -> None:
        """None of them can be extended."""
        said = []
        for day in (last, after):
            leg = legs(**{k: day if v == "?" else v for k, v in cells.items()})[key]
            said.append((leg.verdict, leg.days_over, str(leg.due)))

        assert [(Verdict.MET, 0, last), (Verdict.MISSED, 1, last)] == said

    @pytest.mark.parametrize(
        ("key", "cells", "last"),
        [
            ("panel", {"stage3_requested": "2024-10-31"}, date(2024, 12, 12)),
            ("panel_report", {"panel_met": "2024-12-12"}, date(2024, 12, 19)),
            ("panel_response", {"findings_received": "2024-12-19"}, date(2025, 1, 14)),
        ],
    )
    def test_each_open_leg_runs_and_is_overdue(
        self, key: str, cells: dict[str, str], last: date
    ) -> None:
        """On the last day and on the next."""
        following = last.replace(day=last.day + 1)

        assert legs(judge(as_at=last), **cells)[key].verdict is Verdict.RUNNING
        assert legs(judge(as_at=following), **cells)[key].verdict is Verdict.OVERDUE
        assert legs(**cells, withdrawn=str(last))[key].verdict is Verdict.CEASED

    def test_nobody_is_bound_to_ask_for_a_panel(self) -> None:
        """A notice without a request is no leg."""
        assert "panel_request" not in legs(response_received="2024-10-03")

    def test_without_the_day_of_receipt_there_are_bounds(self) -> None:
        """I-24. Sent on 3 October: by the 31st it was in time however early it came."""
        early = legs(adjudication_sent="2024-10-03", stage3_requested="2024-10-31")
        late = legs(adjudication_sent="2024-10-03", stage3_requested="2024-11-01")

        assert (Verdict.MET, (0, 20)) == (
            early["panel_request"].verdict, early["panel_request"].working_days)  # fmt: skip
        assert (Verdict.UNDETERMINED, (0, 21), "it depends on the day") == (
            late["panel_request"].verdict,
            late["panel_request"].working_days,
            late["panel_request"].reason,
        )
        assert late["panel_request"].to_dict()["start"] == "2024-10-03/2024-11-01"

    @pytest.mark.parametrize(
        ("as_at", "verdict"),
        [(date(2025, 1, 14), Verdict.RUNNING), (date(2025, 1, 15), Verdict.UNDETERMINED)],
    )
    def test_an_open_answer_to_a_report_of_unknown_receipt_runs_at_first(
        self, as_at: date, verdict: Verdict
    ) -> None:
        """Sent on 19 December."""
        assert legs(judge(as_at=as_at), panel_findings="2024-12-19")["panel_response"].verdict is (
            verdict
        )

    def test_with_no_day_to_look_from_its_last_day_is_not_known(self) -> None:
        """The day of sending is not that of receipt."""
        leg = legs(panel_findings="2024-12-19")["panel_response"]

        assert (None, None, "no date for its start, 20(3)") == (leg.started, leg.due, leg.reason)

    def test_a_report_received_after_the_day_looked_from_is_awaited(self) -> None:
        """It had been sent, and no limit ran."""
        by = judge(as_at=date(2024, 12, 20))
        leg = legs(by, panel_findings="2024-12-19", findings_received="2024-12-23")

        assert leg["panel_response"].reason == "the start, 20(3), is awaited: no date for it"

    def test_words_that_softened_a_limit_in_2020_stand_beside_a_breach(self) -> None:
        """Asked on Friday 1 May 2020: 8 and 25 May are off; 30 working days to 16 June."""
        leg = legs(stage3_requested="2020-05-01", panel_met="2020-06-17")["panel"]

        assert (Verdict.MISSED, 1) == (leg.verdict, leg.days_over)
        assert leg.reason == 'the limit read on: "or as soon as is reasonably practicable"'


class TestBounds:
    """Dates that are known just to the month."""

    def test_a_verdict_is_given_where_it_holds_on_every_day(self) -> None:
        """16 December to some day of January: 1 January is met; of February all are missed."""
        some = stage_1(responded="Jan 2025")
        all_ = stage_1(responded="Feb 2025")

        # To Monday 3 February: 12 working days of January after the 16th, and 1: from 20, 32.
        # To Friday 28 February: 19 more.
        assert (Verdict.UNDETERMINED, (9, 31)) == (some.verdict, some.working_days)
        assert (Verdict.MISSED, (31, 51), None) == (all_.verdict, all_.working_days, all_.took)
        assert (None, None, 21) == (all_.due, all_.deadline, all_.days_over)

    def test_an_overlap_counts_no_day_backwards(self) -> None:
        """Received and answered in January 2025: 0 to 22 working days (the 1st is off)."""
        leg = legs(received="Jan 2025", responded="Jan 2025")["stage_1"]

        assert (Verdict.UNDETERMINED, (0, 22)) == (leg.verdict, leg.working_days)
        assert leg.started == Between(date(2025, 1, 1), date(2025, 1, 31))

    def test_an_open_one_received_in_some_month_has_no_last_day(self) -> None:
        """Nor a verdict without a day to look from."""
        leg = legs(received="Jan 2025")["stage_1"]

        assert (Verdict.UNDETERMINED, None) == (leg.verdict, leg.due)

    def test_whether_it_was_answered_before_it_was_withdrawn_can_depend_on_the_day(self) -> None:
        """Answered in January, withdrawn on the 6th, or on 3 February."""
        doubtful = stage_1(responded="Jan 2025", withdrawn="2025-01-06")
        after = stage_1(responded="Jan 2025", withdrawn="2025-02-03")

        assert "which came first" in doubtful.reason
        assert (True, "it depends on the day") == (after.answered, after.reason)


class TestCellsThatCannotBeUsed:
    """An unreadable cell is no blank."""

    def test_an_unreadable_date_leaves_its_leg_untold(self) -> None:
        """And no other."""
        found = legs(
            received="2024-12-16", responded="soon", stage2_requested="", adjudication_sent=""
        )

        assert list(found) == ["stage_1"]
        assert found["stage_1"].reason == "'responded' cannot be read"

    @pytest.mark.parametrize("column", ["withdrawn", "advocate_requested", "stage2_requested"])
    def test_so_does_whatever_the_leg_rests_on(self, column: str) -> None:
        """What could end it, and what could move its start."""
        leg = stage_1(**{column: "see file"}, responded="2025-01-02")

        assert leg.reason == f"'{column}' cannot be read"

    @pytest.mark.parametrize(
        ("column", "responded", "verdict"),
        [
            ("extended", "2025-01-02", Verdict.MET),
            ("extended", "2025-01-03", Verdict.UNDETERMINED),
            ("extended", "2025-01-16", Verdict.UNDETERMINED),
            ("extended", "2025-01-17", Verdict.MISSED),
            ("extension_decided", "2025-01-03", Verdict.UNDETERMINED),
            ("complex", "2025-01-03", Verdict.UNDETERMINED),
            ("outcome", "2025-01-03", Verdict.MISSED),
        ],
    )
    def test_an_unreadable_extension_leaves_just_the_days_between_untold(
        self, column: str, responded: str, verdict: Verdict
    ) -> None:
        """Between the limit and the extended one."""
        leg = stage_1(**{column: "see file"}, responded=responded)

        assert leg.verdict is verdict

    def test_an_unreadable_day_of_an_extension_is_not_taken_as_in_time(self) -> None:
        """Though undated ones are."""
        leg = legs(
            judge(undated=Undated.IN_TIME), **RECEIVED, extended="yes", extension_decided="soon",
            responded="2025-01-10",
        )["stage_1"]  # fmt: skip

        assert (Verdict.UNDETERMINED, "'extension_decided' cannot be read") == (
            leg.verdict,
            leg.reason,
        )

    def test_a_date_outside_the_calendar_is_none_to_count_by(self) -> None:
        """Its year is likely wrong."""
        leg = stage_1(responded="2205-01-02")

        assert leg.reason == "'responded' cannot be read"

    def test_a_limit_beyond_the_calendar_cannot_be_told(self) -> None:
        """Received on the last days that the calendar has."""
        leg = legs(received="2100-12-30", responded="2100-12-31")["stage_1"]

        assert (Verdict.UNDETERMINED, "10 working days after") == (
            leg.verdict,
            leg.reason[:21],
        )

    def test_an_open_one_beyond_the_calendar_is_none_the_worse(self) -> None:
        """No last day, and a reason."""
        leg = legs(received="2100-12-30")["stage_1"]

        assert (Verdict.UNDETERMINED, None) == (leg.verdict, leg.due)


class TestRowsForStages:
    """A row of a file that has a row for each stage."""

    def test_the_columns_mean_the_steps_of_the_stage(self) -> None:
        """Received and answered are the request and the notice of stage 2."""
        found = legs(stage="S2", received="2024-08-29", responded="2024-10-04")

        assert list(found) == ["stage_2"]
        assert (Verdict.MISSED, 26) == (found["stage_2"].verdict, found["stage_2"].took)

    def test_a_row_for_stage_3_has_no_request_to_judge(self) -> None:
        """The day of the notice is in another row."""
        found = legs(stage="3", received="2024-10-31", panel_met="2024-12-12")

        assert list(found) == ["panel", "panel_report"]

    def test_unless_the_file_has_a_column_for_the_notice(self) -> None:
        """Then a blank leaves it untold."""
        found = legs(stage="3", received="2024-10-31", response_received="")

        assert found["panel_request"].reason == "no date for its start, 18(2)"


class TestAsJson:
    """A verdict as JSON takes it."""

    def test_it_says_its_provision_dates_and_days(self) -> None:
        """An extended one has that of the extension."""
        made = stage_1(extension_decided="2024-12-30", responded="2025-01-10").to_dict()

        assert made == {
            "leg": "stage_1", "provision": "14(5)", "verdict": "met_with_valid_extension",
            "start": "2024-12-16", "end": "2025-01-10", "due": "2025-01-16",
            "working_days_min": 16, "working_days_max": 16, "days_over": 0, "reason": "",
        }  # fmt: skip

    def test_what_is_not_known_is_null(self) -> None:
        """With the provision of the leg."""
        made = legs(received="", responded="2025-01-02")["stage_1"].to_dict()

        assert ("14(1)", None, None, None) == (
            made["provision"], made["start"], made["due"], made["working_days_min"])  # fmt: skip


class TestWithdrawalsWithoutADay:
    """An outcome that says withdrawn, in a file that has no day of withdrawal."""

    def test_one_closed_within_the_limit_ended_in_time(self) -> None:
        """Received Monday 16 December 2024, tenth day Thursday 2 January 2025, closed that day."""
        leg = stage_1(outcome="Withdrawn", closed="2025-01-02")

        assert (Verdict.CEASED, "") == (leg.verdict, leg.reason)

    def test_one_closed_after_the_limit_cannot_be_told(self) -> None:
        """It was withdrawn on some day from receipt to Friday 3 January 2025, the eleventh day."""
        leg = stage_1(outcome=" withdrawn ", closed="2025-01-03")

        assert (Verdict.UNDETERMINED, (0, 11)) == (leg.verdict, leg.working_days)

    def test_a_day_that_is_recorded_is_the_day(self) -> None:
        leg = stage_1(outcome="Withdrawn", withdrawn="2025-01-03", closed="2025-01-03")

        assert (Verdict.OVERDUE, 1) == (leg.verdict, leg.days_over)

    def test_an_answer_stands_whatever_the_outcome_says(self) -> None:
        leg = stage_1(outcome="Withdrawn", responded="2025-01-02", closed="2025-01-02")

        assert Verdict.MET is leg.verdict

    def test_without_a_day_of_closing_it_is_open(self) -> None:
        leg = stage_1(outcome="Withdrawn")

        assert leg.is_open

    def test_closed_before_it_was_received_is_no_bound(self) -> None:
        """The order is impossible, and the day of closing is all that there is."""
        leg = stage_1(outcome="Withdrawn", closed="2024-12-13")

        assert Verdict.UNDETERMINED is leg.verdict

    def test_stage_2_has_an_outcome_of_its_own(self) -> None:
        """Requested Thursday 29 August 2024, twenty-fifth day Thursday 3 October 2024."""
        found = legs(
            received="2024-08-01", responded="2024-08-08", outcome="Not upheld",
            stage2_requested="2024-08-29", stage2_outcome="Withdrawn", closed="2024-10-03",
        )  # fmt: skip

        assert {"stage_1": Verdict.MET, "stage_2": Verdict.CEASED} == {
            key: leg.verdict for key, leg in found.items()
        }


class TestResolvedByMediation:
    """Mediation resolved matters, and the file has no day on which it did."""

    ASKED: ClassVar[dict[str, str]] = {
        "received": "2024-08-01", "responded": "2024-08-08", "stage2_requested": "2024-08-29",
        "mediation_outcome": "Resolved",
    }  # fmt: skip

    def test_closed_within_the_limit_it_ended_in_time(self) -> None:
        """Requested Thursday 29 August 2024, twenty-fifth day Thursday 3 October 2024."""
        found = legs(**self.ASKED, closed="2024-10-03")

        assert {"stage_1": Verdict.MET, "stage_2": Verdict.CEASED} == {
            key: leg.verdict for key, leg in found.items()
        }

    def test_closed_after_the_limit_it_cannot_be_told(self) -> None:
        leg = legs(**self.ASKED, closed="2024-10-04")["stage_2"]

        assert (Verdict.UNDETERMINED, (0, 26)) == (leg.verdict, leg.working_days)

    @pytest.mark.parametrize(
        ("day", "verdict"), [("2024-10-03", Verdict.CEASED), ("2024-10-04", Verdict.OVERDUE)]
    )
    def test_a_day_that_is_recorded_is_the_day(self, day: str, verdict: Verdict) -> None:
        found = legs(**self.ASKED, closed="2024-10-31", resolved_by_mediation=day)

        assert verdict is found["stage_2"].verdict

    def test_an_answer_stands_whatever_came_of_mediation(self) -> None:
        found = legs(**self.ASKED, closed="2024-10-31", adjudication_sent="2024-10-03")

        assert Verdict.MET is found["stage_2"].verdict

    def test_what_mediation_did_not_resolve_goes_on(self) -> None:
        cells = {**self.ASKED, "mediation_outcome": "Went on to stage 2", "closed": "2024-10-03"}

        assert legs(**cells)["stage_2"].is_open

    def test_stage_1_can_end_so(self) -> None:
        """Received Monday 16 December 2024, tenth day Thursday 2 January 2025."""
        leg = stage_1(mediation_outcome="resolved ", closed="2025-01-02")

        assert Verdict.CEASED is leg.verdict

    def test_a_panel_that_was_asked_for_is_no_longer_due(self) -> None:
        """Requested Friday 1 November 2024; the thirtieth day is Friday 13 December."""
        found = legs(
            **self.ASKED, adjudication_sent="2024-10-03", stage3_requested="2024-11-01",
            closed="2024-12-13",
        )  # fmt: skip

        assert (Verdict.MET, Verdict.CEASED) == (
            found["stage_2"].verdict, found["panel"].verdict)  # fmt: skip

    def test_a_case_that_is_not_closed_is_open(self) -> None:
        assert legs(**self.ASKED)["stage_2"].is_open

    def test_a_row_without_any_other_day_reaches_no_stage(self) -> None:
        assert {} == legs(mediation_outcome="Resolved", closed="2024-10-03")
