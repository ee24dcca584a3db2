# SPDX-License-Identifier: MIT
"""What is found in a row, and what is not found just beside it."""

from __future__ import annotations

from datetime import date

import pytest

from complaint_timescales.monitoring import KINDS, annual_report
from complaint_timescales.tables import Finding
from tests.unit.monitoring_rows import file_of, findings, judge, kinds

AS_AT = judge(as_at=date(2025, 6, 30))

# Each kind that a row by itself can have; a row that has it; and the change that takes it away.
EACH = (
    ("unreadable", {"responded": "soon"}, {"responded": "2025-01-02"}),
    ("outside_calendar", {"received": "2006-08-31"}, {"received": "2006-09-01"}),
    ("no_reference", {"case_ref": "n/a", "received": "2024-12-16"}, {"case_ref": "0012"}),
    ("no_receipt", {"received": "", "responded": "2025-01-02"}, {"received": "2024-12-16"}),
    ("impossible_order", {"received": "2024-12-16", "responded": "2024-12-13"},
     {"responded": "2024-12-16"}),
    ("closed_before_received", {"received": "2024-12-16", "closed": "2024-12-13"},
     {"closed": "2024-12-16"}),
    ("future_date", {"received": "2024-12-16", "responded": "2025-07-01"},
     {"responded": "2025-06-30"}),
    ("wrong_year", {"received": "2024-12-16", "responded": "2024-01-02"},
     {"responded": "2024-06-03"}),
    # 300 calendar days after 16 December 2024 is 12 October 2025, a Sunday.
    ("wrong_year", {"received": "2023-12-18", "responded": "2024-10-14"},
     {"responded": "2024-10-11"}),
    ("not_a_working_day", {"received": "2024-12-16", "responded": "2024-12-26"},
     {"responded": "2024-12-27"}),
    ("no_stage_1", {"received": "", "stage2_requested": "2024-08-29"},
     {"received": "2024-08-01"}),
    ("no_stage_1", {"responded": "", "stage2_requested": "2024-08-29"},
     {"responded": "2024-08-15"}),
    ("no_stage_1", {"responded": "", "stage2_requested": "2024-08-29", "stage_1_waived": ""},
     {"stage_1_waived": "2024-08-28"}),
    ("extended_late", {"received": "2024-12-16", "extension_decided": "2025-01-03"},
     {"extension_decided": "2025-01-02"}),
    ("extended_late", {"stage2_requested": "2024-08-29", "extension_notified": "2024-10-04"},
     {"extension_notified": "2024-10-03"}),
    ("extended_too_far", {"stage2_requested": "2024-08-29", "extended_until": "2024-11-29"},
     {"extended_until": "2024-11-28"}),
    ("extended_too_short", {"stage2_requested": "2024-08-29", "extended_until": "2024-10-03"},
     {"extended_until": "2024-10-04"}),
    ("not_complex", {"received": "2024-12-16", "extended": "yes", "complex": "no"},
     {"complex": "yes"}),
    ("not_complex", {"received": "2024-12-16", "extended": "yes", "complex": "no"},
     {"extended": "no"}),
    ("undated_extension", {"received": "2024-12-16", "extended": "yes", "extension_decided": ""},
     {"extension_decided": "2024-12-20"}),
    ("no_response", {"received": "2024-12-16", "closed": "2025-01-02", "responded": ""},
     {"responded": "2025-01-02"}),
    ("no_response", {"received": "2024-12-16", "closed": "2025-01-02", "responded": ""},
     {"withdrawn": "2024-12-20"}),
    ("no_response", {"stage": "2", "received": "2024-08-29", "closed": "2024-10-03",
                     "responded": ""}, {"responded": "2024-10-03"}),
    ("undated_withdrawal", {"received": "2024-12-16", "closed": "2025-01-02",
                            "outcome": "Withdrawn"}, {"withdrawn": "2024-12-30"}),
    ("undated_resolution", {"received": "2024-12-16", "closed": "2025-01-02",
                            "mediation_outcome": "Resolved"},
     {"mediation_outcome": "Declined"}),
    ("no_outcome", {"received": "2024-12-16", "responded": "2025-01-02", "outcome": "-"},
     {"outcome": "Upheld"}),
    ("held", {"received": "2024-12-16", "on_hold_from": "2024-12-20"}, {"on_hold_from": ""}),
    ("start_day_counted", {"received": "2024-12-16", "responded": "2025-01-02",
                           "stated_working_days": "11"}, {"stated_working_days": "10"}),
    ("stated_differs", {"received": "2024-12-16", "responded": "2025-01-02",
                        "stated_working_days": "13"}, {"stated_working_days": "10"}),
)  # fmt: skip
OF_THE_FILE = {"ragged", "unknown_stage", "duplicate", "same_reference", "month_only"}


class TestEachKind:
    """Found where it is, and not just beside it."""

    @pytest.mark.parametrize(("kind", "cells", "change"), EACH)
    def test_it_is_found_where_it_is(
        self, kind: str, cells: dict[str, str], change: dict[str, str]
    ) -> None:
        """And the change takes it away."""
        assert kind in kinds(AS_AT, **cells)
        assert kind not in kinds(AS_AT, **{**cells, **change})

    @pytest.mark.parametrize(("kind", "cells"), [each[:2] for each in EACH])
    def test_it_says_what_and_what_to_do_about_it(self, kind: str, cells: dict[str, str]) -> None:
        """Sentences without their full stop, and a column of the file."""
        for found in findings(AS_AT, **cells):
            if found.kind == kind:
                assert found.what
                assert found.remedy
                assert not (found.what + found.rule + found.remedy).endswith(".")
                assert found.column in cells or found.column == "case_ref"

    def test_every_kind_is_tried_here(self) -> None:
        """Those of the file as a whole are tried below."""
        assert {each[0] for each in EACH} | OF_THE_FILE == set(KINDS)

    def test_a_row_that_is_in_order_has_none(self) -> None:
        """Every stage of it."""
        assert [] == kinds(
            AS_AT, received="2024-06-03", acknowledged="2024-06-04", responded="2024-06-17",
            outcome="Upheld", stage2_requested="2024-08-29", adjudication_sent="2024-10-03",
            response_received="2024-10-04", stage3_requested="2024-10-31", panel_met="2024-12-12",
            panel_findings="2024-12-19", findings_received="2024-12-20",
            final_response="2025-01-14", closed="2025-01-14",
        )  # fmt: skip


class TestTheWords:
    """A finding read as its reader reads it."""

    def said(self, kind: str, **cells: str) -> Finding:
        """The one finding of a kind."""
        (found,) = [each for each in findings(**cells) if each.kind == kind]
        return found

    def test_an_impossible_order_names_both_columns_and_days(self) -> None:
        """And the rule that is broken."""
        found = self.said("impossible_order", received="2024-12-16", responded="2024-12-13")

        assert str(found) == (
            "row 2, responded: 13 December 2024 is before 'received', 16 December 2024; as "
            "written: '2024-12-13' (receipt comes before the response). Check both dates against "
            "the file; nothing is counted between them"
        )

    def test_an_impossible_order_of_months_names_them(self) -> None:
        """With no year to suggest."""
        cells = {"received": "Dec 2024", "responded": "Jan 2024"}

        assert self.said("impossible_order", **cells).what == (
            "between Monday 1 January 2024 and Wednesday 31 January 2024 is before 'received', "
            "between Sunday 1 December 2024 and Tuesday 31 December 2024"
        )
        assert "wrong_year" not in kinds(**cells)

    def test_another_year_is_suggested_where_it_would_fit(self) -> None:
        """From 16 December 2024 to 2 January 2025 are 17 days."""
        found = self.said("wrong_year", received="2024-12-16", responded="2024-01-02")

        assert found.what == "with the year 2025 it would be 17 days after the other date"

    def test_the_29th_of_february_is_moved_to_the_28th(self) -> None:
        """From 3 February 2025 to the 28th are 25 days."""
        found = self.said("wrong_year", received="2025-02-03", responded="2024-02-29")

        assert found.what == "with the year 2025 it would be 25 days after the other date"

    def test_a_long_gap_names_the_limit(self) -> None:
        """From 18 December 2023 to 14 October 2024 are 301 days."""
        found = self.said("wrong_year", received="2023-12-18", responded="2024-10-14")

        assert (found.what, found.rule) == (
            "301 days after 'received', 18 December 2023",
            "the limit is 14(1)",
        )

    def test_the_complainant_can_take_long_to_ask_for_a_panel(self) -> None:
        """Its limit is no sign of a wrong year."""
        assert "wrong_year" not in kinds(
            response_received="2023-12-18", stage3_requested="2024-10-14"
        )

    def test_a_day_off_is_named_with_its_authority(self) -> None:
        """Boxing Day."""
        found = self.said("not_a_working_day", received="2024-12-16", responded="2024-12-26")

        assert "26 December 2024 is not a working day: Boxing Day" == found.what

    def test_a_month_is_no_day_off(self) -> None:
        """Whatever days it has."""
        assert "not_a_working_day" not in kinds(received="2024-12-16", responded="Jan 2025")

    def test_a_late_extension_says_when_the_limit_had_passed(self) -> None:
        """And by which reading."""
        found = self.said("extended_late", received="2024-12-16", extension_decided="2025-01-03")

        assert (found.what, found.rule, found.remedy) == (
            "the limit had passed on 2 January 2025",
            "14(5): I-3",
            "The earlier limit stays broken",
        )

    def test_a_late_extension_that_is_read_to_count_says_so(self) -> None:
        """With I-3 read so."""
        by = judge(readings={"I-3": "extends"})
        (found,) = [
            each
            for each in findings(by, received="2024-12-16", extension_decided="2025-01-03")
            if each.kind == "extended_late"
        ]

        assert found.remedy == "It counts, as you read that"

    def test_a_figure_that_counts_the_start_says_what_it_is(self) -> None:
        """11 for 10."""
        found = self.said(
            "start_day_counted", received="2024-12-16", responded="2025-01-02",
            stated_working_days="11",
        )  # fmt: skip

        assert found.what == "it is 10, and 11 just where the start day is counted"

    def test_a_figure_that_differs_says_what_each_stage_took(self) -> None:
        """Stage 1 took 10, and stage 2 took 25."""
        found = self.said(
            "stated_differs", received="2024-12-16", responded="2025-01-02",
            stage2_requested="2025-01-06", adjudication_sent="2025-02-10", stated_working_days="65",
        )  # fmt: skip

        assert found.what == "the dates give stage_1 10, stage_2 25"

    def test_a_figure_beside_dates_that_give_none_is_not_compared(self) -> None:
        """Nor is one that cannot be read."""
        assert "stated_differs" not in kinds(received="2024-12-16", stated_working_days="13")

    def test_days_under_a_name_for_yes_and_no_say_how_to_map_them(self) -> None:
        """Both of the columns; a row for stage 2 too."""
        for cells, column, field in (
            ({"Extension agreed": "20/12/2024"}, "Extension agreed", "extension_decided"),
            ({"Stage 2 extended": "20/12/2024"}, "Stage 2 extended", "extension_notified"),
            ({"Stage": "2", "Extension agreed": "2024-12-20"}, "Extension agreed",
             "extension_decided"),
        ):  # fmt: skip
            found = self.said("unreadable", **cells)

            assert (found.column, found.written) == (column, cells[column])
            assert found.remedy == (
                f'If these are days, say so under [columns] in the column map: {field} = "{column}"'
            )

    @pytest.mark.parametrize(
        "cells",
        [
            {"Extension agreed": "maybe"},
            {"Extension agreed": "20/12/2024", "Extension date": ""},
            {"Complex": "20/12/2024"},
        ],
    )
    def test_other_words_there_are_corrected_or_added_to_the_map(
        self, cells: dict[str, str]
    ) -> None:
        """So are days where the column for them is another."""
        assert self.said("unreadable", **cells).remedy.startswith("Correct it; or add the word")

    def test_closed_without_a_column_for_the_response_says_how_to_map_it(self) -> None:
        """Where closing is what the file has of it; a row for stage 2 too."""
        for stage in ({}, {"Stage": "2"}):
            found = self.said(
                "no_response", **stage, **{"Received": "2024-08-29", "Date closed": "2024-10-03"}
            )

            assert found.what == "the case is closed, and the file has no column for the response"
            assert found.remedy == (
                "If this is its day, say so under [columns] in the column map: "
                'responded = "Date closed"'
            )

    def test_a_file_of_stage_2_alone_lacks_no_answer_at_stage_1(self) -> None:
        """Closed when it was answered."""
        assert kinds(
            stage2_requested="2024-08-29", adjudication_sent="2024-10-03", closed="2024-10-03"
        ) == []  # fmt: skip

    def test_a_file_of_stage_2_alone_lacks_no_receipt_of_stage_1(self) -> None:
        """The request is its receipt."""
        assert kinds(stage2_requested="2024-08-29", adjudication_sent="2024-10-03") == []
        assert self.said("no_receipt", stage2_requested="").column == "stage2_requested"

    def test_a_file_without_any_column_for_receipt_names_none(self) -> None:
        """There is none to name."""
        assert self.said("no_receipt", responded="2025-01-02").column == ""

    def test_what_is_agreed_for_a_later_day_can_lie_ahead(self) -> None:
        """An agreed start, and the day that a notice names."""
        by = judge(as_at=date(2024, 9, 2))

        assert "future_date" not in kinds(
            by, received="2024-08-01", later_start="2024-09-03", extended_until="2024-11-01"
        )

    def test_a_row_of_a_stage_is_closed_after_its_own_receipt(self) -> None:
        """Of stage 2: received on the 29th, closed on the 28th."""
        found = self.said(
            "closed_before_received", Stage="2", Received="2024-08-29", Closed="2024-08-28"
        )

        assert found.what == "28 August 2024 is before 'Received', 29 August 2024"

    def test_a_limit_beyond_the_calendar_has_nothing_to_compare_with(self) -> None:
        """It is not even late."""
        assert kinds(received="2100-12-20", extension_decided="2100-12-21") == []


class TestOfTheFile:
    """What is found in more than one row, or in the shape of the file."""

    def test_each_is_found_once(self) -> None:
        """Rows 3 and 5 repeat row 2, one of them in other letters; row 4 says otherwise."""
        text = file_of(
            {"Case ID": "A1", "Stage": "Stage 1", "Date received": "2024-12-16", "Team": "North"},
            {"Case ID": "A1", "Stage": "Stage 1", "Date received": "2024-12-16", "Team": "North"},
            {"Case ID": "a1", "Stage": "S1", "Date received": "2024-12-17", "Team": "North"},
            {"Case ID": "a1", "Stage": "stage 1", "Date received": "2024-12-16", "Team": "NORTH "},
            {"Case ID": "A1", "Stage": "Stage 2", "Date received": "2024-12-16", "Team": "North"},
            {"Case ID": "A2", "Stage": "Corporate", "Date received": "Dec 2024", "Team": "North"},
            {"Case ID": "A3", "Stage": "", "Date received": "2024-12-17", "Team": "North"},
            {"Case ID": "n/a", "Stage": "1", "Date received": "2024-12-18", "Team": "North"},
            {"Case ID": "N/A", "Stage": "1", "Date received": "2024-12-19", "Team": "North"},
        )
        report = annual_report(text + "A4,Stage 1\n")
        with report.findings:
            found = [(f.row, f.kind, f.what) for f in report.findings if f.kind in OF_THE_FILE]

        assert [kind for _, kind, _ in found].count("month_only") == 1
        assert [each for each in found if each[1] != "month_only"] == [
            (3, "duplicate", "the row says the same as row 2"),
            (4, "same_reference", "row 2 has the same reference, and says otherwise"),
            (5, "duplicate", "the row says the same as row 2"),
            (7, "unknown_stage", "not a stage of the procedure"),
            (8, "unknown_stage", "the row names no stage"),
            (11, "ragged", found[-1][2]),
        ]


class TestWithdrawalsWithoutADay:
    """The outcome says withdrawn, and no column says when."""

    def test_the_bounds_are_said(self) -> None:
        (found,) = findings(received="2024-12-16", outcome="Withdrawn", closed="2025-01-02")

        assert "undated_withdrawal" == found.kind
        assert "between Monday 16 December 2024 and Thursday 2 January 2025" in found.what

    def test_one_with_a_day_is_none(self) -> None:
        cells = {"received": "2024-12-16", "outcome": "Withdrawn", "closed": "2025-01-02"}

        assert [] == kinds(**cells, withdrawn="2024-12-30")

    def test_one_known_to_the_month_has_its_own_bounds(self) -> None:
        cells = {"received": "2024-12-16", "outcome": "Withdrawn", "closed": "2025-01-02"}

        assert "undated_withdrawal" not in kinds(**cells, withdrawn="Dec 2024")


class TestResolvedWithoutADay:
    """Mediation resolved matters, and no column says when."""

    def test_the_bounds_are_said(self) -> None:
        (found,) = findings(
            received="2024-12-16", mediation_outcome="Resolved", closed="2025-01-02"
        )

        assert "undated_resolution" == found.kind
        assert "between Monday 16 December 2024 and Thursday 2 January 2025" in found.what

    def test_one_with_a_day_is_none(self) -> None:
        cells = {"received": "2024-12-16", "mediation_outcome": "Resolved", "closed": "2025-01-02"}

        assert [] == kinds(**cells, resolved_by_mediation="2024-12-30")
