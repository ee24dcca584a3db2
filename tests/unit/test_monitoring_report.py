# SPDX-License-Identifier: MIT
"""The report on a file, from its bytes to its tables."""

from __future__ import annotations

import io
from datetime import date
from importlib import metadata

import pytest

from complaint_timescales._errors import InvalidTable
from complaint_timescales._readings import Readings
from complaint_timescales.monitoring import (
    SUPPRESSED,
    Cell,
    Cohort,
    Entry,
    FinancialYear,
    LegVerdict,
    Options,
    Report,
    Undated,
    annual_report,
)
from complaint_timescales.tables import ColumnMap
from tests.unit.monitoring_rows import file_of

# Stage 1 received on 16 December 2024 is due on 2 January 2025. In the order of the rows: met;
# missed by a day; extended and met; extended too late; running; withdrawn in time; unreadable;
# and one received on 31 March 2024, a Sunday, in the year before: 2 to 5, 8 to 12, 15 April.
ROWS = (
    {"Case ID": "A1", "Date received": "2024-12-16", "Response sent": "2025-01-02"},
    {"Case ID": "A2", "Date received": "2024-12-16", "Response sent": "2025-01-03"},
    {"Case ID": "A3", "Date received": "2024-12-16", "Response sent": "2025-01-10",
     "Extension date": "2024-12-30"},
    {"Case ID": "A4", "Date received": "2024-12-16", "Response sent": "2025-01-10",
     "Extension date": "2025-01-06"},
    {"Case ID": "A5", "Date received": "2024-12-16"},
    {"Case ID": "A6", "Date received": "2024-12-16", "Date withdrawn": "2024-12-20"},
    {"Case ID": "A7", "Date received": "2024-12-16", "Response sent": "soon"},
    {"Case ID": "A8", "Date received": "2024-03-31", "Response sent": "2024-04-15"},
)  # fmt: skip
TEAMS = ("North", "South", "North", "South", "", "North", "north", "West")
FILE = file_of(*({**row, "Team": team} for row, team in zip(ROWS, TEAMS, strict=True)))
ON = date(2025, 1, 2)


def reported(text: str = FILE, **chosen: object) -> Report:
    """A report, its findings let go of."""
    report = annual_report(text, options=Options(**chosen))  # type: ignore[arg-type]
    report.findings.close()
    return report


def column(report: Report, table: str, key: str) -> list[Cell]:
    """A column of a table, without the first cells of the rows."""
    found = report.table(table)
    return [row[found.place(key)] for row in found.rows]


class TestQuarters:
    """The table of a leg by quarter."""

    def test_each_verdict_has_its_column(self) -> None:
        """Looked at later, of 2024/25: eight rows less the one of the year before."""
        report = reported(year=FinancialYear(2024), as_at=date(2025, 1, 16))
        table = report.table("stage_1_by_quarter_received")

        assert [
            ("number", 7), ("percent_in_time", 40),
            ("met", 1), ("extended", 1), ("unextended", 2), ("missed", 0),
            ("running", 0), ("overdue", 1), ("ceased", 1), ("cannot_tell", 1),
        ] == [
            (each.key, cell) for each, cell in zip(table.columns[1:], table.rows[-1][1:],
            strict=True)
        ]  # fmt: skip
        assert table.rows[:1] + table.rows[3:4] == (
            ("Q1 (April to June)", 0, None, *[0] * 8),
            ("Q4 (January to March)", 0, None, *[0] * 8),
        )

    def test_its_caption_has_the_cohort_the_denominator_and_what_is_left_out(self) -> None:
        """Five can be judged."""
        report = reported(year=FinancialYear(2024), as_at=date(2025, 1, 16))

        assert report.table("stage_1_by_quarter_received").caption == (
            "Stage 1, local resolution: receipt to response, regulation 14(1), 14(5). Cohort: "
            "received in the period, 7 cases. The percentage in time is of 5, which leaves out 1 "
            "ended in time without an answer and 1 of which it cannot be told."
        )

    def test_its_caption_says_what_is_in_no_quarter(self) -> None:
        """Two without a receipt, beside one with it."""
        text = file_of(
            {"Received": "2024-12-16", "Responded": "2024-12-17"},
            {"Received": "", "Responded": "2024-12-17"},
            {"Received": "see file", "Responded": "2024-12-18"},
        )
        caption = reported(text).table("stage_1_by_quarter_received").caption

        assert caption.endswith("is of 1. In no quarter, for want of a day: 2 more cases.")

    def test_the_years_stand_beside_one_another_where_none_is_asked_for(self) -> None:
        """Eight quarters, each with its year."""
        report = reported()

        assert ["2023/24 Q4 (January to March)", "2024/25 Q1 (April to June)"] == (
            column(report, "stage_1_by_quarter_received", "quarter")[3:5]
        )
        assert report.period == "1 April 2023 to 31 March 2025, 2 financial years of the file"

    def test_those_that_ended_are_another_cohort(self) -> None:
        """One of the year before ended in this one; the open one did not; one is unreadable."""
        report = reported(year=FinancialYear(2024), as_at=ON, cohorts=(Cohort.CLOSED,))

        # By 2 January: A1, A6 and A8.
        assert [1, 0, 1, 1, 3] == column(report, "stage_1_by_quarter_closed", "number")
        with pytest.raises(StopIteration):
            report.table("stage_1_by_quarter_received")

    def test_a_stage_without_a_case_in_the_period_has_no_table(self) -> None:
        """Of another year."""
        report = reported(year=FinancialYear(2010))

        assert ["data_quality", "received_by_month", "open_cases"] == [
            table.key for table in report.tables
        ]
        assert report.period == "1 April 2010 to 31 March 2011"


class TestDays:
    """How long it took, and how late it was."""

    def test_the_days_are_in_the_bands_of_the_limit(self) -> None:
        """10, 11, 16 and 16 days, and 10 of the year before: the mean of four is 13.25."""
        report = reported(year=FinancialYear(2024))
        table = report.table("stage_1_durations_received")

        assert ("Total", 4, 1, 3, 0, 13.3, 13.5, 16) == table.rows[-1]
        assert "Of 7 cases these are the 4 that were answered" in table.caption
        assert ["0 to 10", "11 to 20", "Over 20"] == [c.heading for c in table.columns[2:5]]

    def test_how_late_is_counted_from_the_limit_that_stood(self) -> None:
        """One day; and six for the extension that came too late; on the 16th the open one, 10."""
        report = reported(year=FinancialYear(2024), as_at=date(2025, 1, 16))

        assert [0, 1, 2, 0, 0, 0, 3] == column(report, "days_late_received", "stage_1")

    def test_an_answer_on_a_saturday_after_the_last_day_is_late_by_no_working_day(self) -> None:
        """Due on Friday 13 December 2024."""
        text = file_of({"Received": "2024-11-29", "Responded": "2024-12-14"})

        assert [1, 0, 0, 0, 0, 0, 1] == column(reported(text), "days_late_received", "stage_1")

    def test_the_longest_delays_have_a_band_without_an_end(self) -> None:
        """More than 50 working days over."""
        text = file_of({"Received": "2024-04-02", "Responded": "2024-12-16"})
        table = reported(text).table("days_late_received")

        assert (("Over 50", 1), ("Total", 1)) == table.rows[-2:]

    def test_year_on_year_has_a_row_for_each_year_up_to_the_last(self) -> None:
        """2023/24 has one of one; 2024/25 two of four, looked from no day."""
        report = reported(year=FinancialYear(2024))

        assert (
            ("2023/24", 1, 1, 1, 100, 10.0, 10, 10),
            ("2024/25", 7, 4, 2, 50, 13.3, 13.5, 16),
        ) == report.table("stage_1_year_on_year_received").rows

    def test_a_year_without_a_case_has_its_row(self) -> None:
        """Between two that have."""
        text = file_of({"Received": "2022-12-16"}, {"Received": "2024-12-16"})
        years = column(reported(text), "stage_1_year_on_year_received", "year")

        assert ["2022/23", "2023/24", "2024/25"] == years

    def test_receipts_by_month_have_the_last_four_years(self) -> None:
        """Of five."""
        text = file_of(*({"Received": f"{year}-05-01"} for year in range(2020, 2025)))
        table = reported(text).table("received_by_month")

        assert ["month", "y2021", "y2022", "y2023", "y2024"] == [c.key for c in table.columns]
        assert (("April", 0, 0, 0, 0), ("May", 1, 1, 1, 1)) == table.rows[:2]
        assert ("Total", 1, 1, 1, 1) == table.rows[-1]
        assert table.caption.endswith("1 in 2021/22; 1 in 2022/23; 1 in 2023/24; 1 in 2024/25.")


class TestGroups:
    """Divided by a column."""

    def test_each_value_has_a_row_and_the_blank_one_as_well(self) -> None:
        """In the order of the alphabet; as they are written."""
        report = reported(year=FinancialYear(2024), by=("Team",))
        table = report.table("stage_1_by_team_received")

        assert [("(blank)", 1), ("North", 3), ("north", 1), ("South", 2), ("Total", 7)] == [
            row[:2] for row in table.rows
        ]
        assert "Team" == table.columns[0].heading
        assert "Team" == report.provenance.options["Divided by"]

    @pytest.mark.parametrize("name", ["outcome", "Finding"])
    def test_a_field_can_divide_too_by_either_name(self, name: str) -> None:
        """The name in the procedure, or the file's own."""
        text = file_of(
            {"Date received": "2024-12-16", "Finding": "Upheld"},
            {"Date received": "2024-12-16", "Finding": " upheld"},
        )
        report = reported(text, by=(name,))

        assert [("Upheld", 1), ("upheld", 1), ("Total", 2)] == [
            row[:2] for row in report.table("stage_1_by_finding_received").rows
        ]

    def test_two_hundred_values_are_not_too_many_and_one_more_is(self) -> None:
        """It is a column of references, say."""
        rows = [{"Received": "2024-12-16", "Theme": f"T{n}"} for n in range(201)]

        assert 201 == len(reported(file_of(*rows[:200]), by=("Theme",)).table(
            "stage_1_by_theme_received").rows)  # fmt: skip
        with pytest.raises(InvalidTable, match="more than 200 different values") as refused:
            annual_report(file_of(*rows), options=Options(by=("Theme",)))
        assert "column 'Theme'" == refused.value.where

    def test_a_column_that_there_is_not_is_refused(self) -> None:
        """With those that there are."""
        with pytest.raises(InvalidTable, match="no such column to divide or choose by") as refused:
            annual_report(FILE, options=Options(by=("Teem",)))

        assert "'Team'" in refused.value.rule
        assert refused.value.remedy.startswith("Did you mean 'Team'? ")

    def test_a_column_like_no_other_is_refused_without_a_guess(self) -> None:
        with pytest.raises(InvalidTable, match="no such column to divide or choose by") as refused:
            annual_report(FILE, options=Options(by=("Postcode",)))

        assert "Did you mean" not in refused.value.remedy


class TestTheFile:
    """What there is to read."""

    def test_a_header_alone_is_a_report_without_a_case(self) -> None:
        """Nothing is open and nothing is in a period."""
        report = reported("Case ID,Date received\n")

        assert ("no dated case", (), 0, 0) == (
            report.period, report.summary, report.exit_status, report.provenance.rows)  # fmt: skip
        assert ["data_quality"] == [table.key for table in report.tables]
        assert report.tables[0].caption.startswith("0 findings in 0 rows, of which 0 were set")

    def test_a_file_of_unknown_columns_is_refused(self) -> None:
        """And says how to name them."""
        with pytest.raises(InvalidTable, match="none of its columns is known") as refused:
            annual_report("Came in,Went out\n2024-12-16,2025-01-02\n", name="cases.csv")

        assert ("cases.csv", "its columns are 'Came in' and 'Went out'") == (
            refused.value.where, refused.value.rule)  # fmt: skip

    def test_a_column_map_names_them(self) -> None:
        """Whatever they are called."""
        said = ColumnMap.from_toml('[columns]\nreceived = "Came in"\nresponded = "Went out"\n')
        report = annual_report("Came in,Went out\n2024-12-16,2025-01-02\n", column_map=said)
        report.findings.close()

        assert [1, 1] == [
            column(report, "stage_1_by_quarter_received", key)[-1] for key in ("number", "met")
        ]

    def test_a_stream_of_bytes_is_read_as_the_text_is(self) -> None:
        """And has the same digest."""
        report = annual_report(io.BytesIO(FILE.encode()), name="standard input")
        report.findings.close()

        assert reported().provenance.digest == report.provenance.digest
        assert "standard input" == report.provenance.source

    def test_rows_that_cannot_be_placed_are_set_aside(self) -> None:
        """One too short, and one of no stage; the rest is counted."""
        text = "Case ID,Stage,Received\nA1,1,2024-12-16\nA2,1\nA3,Corporate,2024-12-16\n"
        report = reported(text)

        assert (3, 2, 1) == (
            report.provenance.rows, report.provenance.rejected, report.exit_status)  # fmt: skip
        assert [1] == column(report, "stage_1_by_quarter_received", "number")[-1:]

    @pytest.mark.parametrize(("aside", "counted"), [(False, 2), (True, 1)])
    def test_repeats_are_counted_or_set_aside(self, *, aside: bool, counted: int) -> None:
        """And found in either case."""
        text = "Case ID,Received\nA1,2024-12-16\na1,2024-12-16\n"
        report = reported(text, set_aside_repeats=aside)

        assert [counted] == column(report, "stage_1_by_quarter_received", "number")[-1:]
        assert (int(aside), 1) == (
            report.provenance.rejected, report.findings.counts["duplicate"])  # fmt: skip

    def test_whoever_asks_is_told_of_each_row_and_of_the_progress(self) -> None:
        """Every thousand rows."""
        text = "Received\n" + "2024-12-16\n" * 2001
        told: list[tuple[int, int]] = []
        rows: list[int] = []

        def sink(entry: Entry, legs: tuple[LegVerdict, ...]) -> None:
            rows.append(entry.number * len(legs))

        report = annual_report(text, progress=lambda *at: told.append(at), sink=sink)
        report.findings.close()

        assert [(1000, 2001), (2000, 2001)] == told
        assert list(range(2, 2003)) == rows

    def test_what_goes_wrong_at_the_caller_ends_the_report(self) -> None:
        """And is not swallowed."""

        def broken(_: Entry, __: tuple[LegVerdict, ...]) -> None:
            raise OSError("disk full")

        with pytest.raises(OSError, match="disk full"):
            annual_report(FILE, sink=broken)


class TestTheRest:
    """Outcomes, steps, mediation, the Ombudsman, open cases and the summary."""

    TEXT = file_of(
        {
            "Case ID": "A1", "Date received": "2024-12-16", "Response sent": "2025-01-02",
            "Outcome": "Upheld", "Acknowledged": "2024-12-18", "Mediation": "No",
            "Ombudsman decision": "Not upheld",
        },
        {
            "Case ID": "A2", "Date received": "2024-12-16", "Response sent": "2025-01-02",
            "Outcome": "Not upheld", "Acknowledged": "2024-12-17", "Mediation": "Yes",
        },
        {"Case ID": "A3", "Date received": "2024-12-16", "Outcome": "Resolved",
         "Response sent": "2025-01-02"},
        {"Case ID": "A4", "Date received": "2024-12-17"},
    )  # fmt: skip

    def test_outcomes_stand_in_order_with_what_is_another(self) -> None:
        """Percentages that add up to 100."""
        table = reported(self.TEXT).table("stage_1_outcomes_received")

        assert (
            ("Upheld", 1, 34), ("Not upheld", 1, 33), ("Resolved", 1, 33), ("Total", 3, 100),
        ) == table.rows  # fmt: skip
        assert table.caption.endswith("Of the 3 that were answered.")

    def test_without_a_recorded_outcome_there_is_no_table_of_them(self) -> None:
        """Nothing but blanks."""
        keys = [table.key for table in reported().tables]

        assert "stage_1_outcomes_received" not in keys

    def test_steps_mediation_and_the_ombudsman_stand_beside_the_limits(self) -> None:
        """One and two days, and 10, 10 and 10 of answers are not among them."""
        report = reported(self.TEXT)

        assert (("Receipt to acknowledgement", 2, 1.5, 1.5, 2),) == report.table("milestones").rows
        assert (
            ("Not offered", 1, 50), ("Offered, result not recorded", 1, 50), ("Total", 2, 100),
        ) == report.table("mediation").rows  # fmt: skip
        assert (("Not upheld", 1, 100), ("Total", 1, 100)) == report.table("ombudsman").rows

    def test_of_another_year_there_are_none(self) -> None:
        """The section goes with them."""
        report = reported(self.TEXT, year=FinancialYear(2023))

        assert ["quality", "received", "open"] == [section.key for section in report.sections]

    def test_open_cases_are_listed_for_internal_use(self) -> None:
        """Received on 17 December: due on 3 January."""
        table = reported(self.TEXT, as_at=ON).table("open_cases")

        assert table.lists_cases
        assert (
            ("5", "A4", "Stage 1, local resolution", date(2024, 12, 17), date(2025, 1, 3),
             "running"),
        ) == table.rows  # fmt: skip
        assert "Open, whenever received: 1 stage." == table.caption

    def test_open_cases_that_are_not_listed_are_said_to_be(self) -> None:
        """One without a last day."""
        caption = reported("Received\nDec 2024\n").table("open_cases").caption

        assert "Of 1 of them no last day can be told, and they are not listed." in caption

    def test_the_summary_says_what_it_is_of(self) -> None:
        """Of those that were received; and what is open."""
        assert (
            "Stage 1, local resolution: 4 cases received in the period, and 3 of the 3 that can "
            "be judged were in time (100%).",
            "1 stage is open on 2 January 2025.",
        ) == reported(self.TEXT, as_at=ON).summary

    def test_the_summary_says_when_none_can_be_judged(self) -> None:
        """Two open ones, and no day to look from."""
        assert (
            "Stage 1, local resolution: 2 cases received in the period, and none of them can be "
            "judged yet.",
            "2 stages are open.",
        ) == reported("Received\n2024-12-16\n2024-12-17\n").summary

    def test_a_single_one_was_in_time(self) -> None:
        """One of two."""
        text = "Received,Responded\n2024-12-16,2025-01-02\n2024-12-16,2025-01-03\n"

        assert "1 of the 2 that can be judged was in time (50%)" in reported(text).summary[0]

    def test_stage_3_has_a_table_for_each_leg(self) -> None:
        """The request of the complainant is among them, and neither late nor summed up."""
        text = file_of(
            {"Adjudication received": "2024-10-03",
             "Stage 3 requested": "2024-11-01", "Panel date": "2024-12-13"},
        )  # fmt: skip
        report = reported(text)
        requests = report.table("panel_request_by_quarter_received")

        assert "1 request." in requests.caption
        assert ("missed", "Over 20", 1) == (
            requests.columns[4].key, requests.columns[4].heading, requests.rows[-1][4])  # fmt: skip
        assert ["days_over", "panel", "panel_report"] == [
            c.key for c in report.table("days_late_received").columns
        ]
        assert not any("Request" in sentence for sentence in report.summary)


class TestProvenance:
    """What is needed to work it out again."""

    def test_every_choice_stands_in_the_report(self) -> None:
        """In words."""
        made = reported(
            as_at=ON, undated=Undated.IN_TIME, set_aside_repeats=True,
            readings=Readings.of({"I-3": "extends"}), cohorts=(Cohort.RECEIVED,),
        ).provenance  # fmt: skip

        assert {
            "Day looked from": "2 January 2025",
            "Undated extensions": "taken as decided in time",
            "Rows that repeat an earlier row": "set aside",
            "Dates read as": "'Date received' iso, 'Extension date' iso, 'Response sent' iso and "
            "'Date withdrawn' iso",
        } == made.options
        assert ("I-3 'extends'", "received in the period", 8, 0) == (
            made.readings, made.cohorts, made.rows, made.rejected)  # fmt: skip

    def test_a_file_without_a_date_has_no_format_to_speak_of(self) -> None:
        """Just references."""
        assert "Dates read as" not in reported("Case ID\nA1\n").provenance.options

    def test_a_checkout_that_is_not_installed_says_so(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """In place of the version."""

        def none(_: str) -> str:
            raise metadata.PackageNotFoundError

        monkeypatch.setattr(metadata, "version", none)

        assert "from a checkout that is not installed" == reported().provenance.version


class TestSuppression:
    """Small counts withheld, from the file to the tables."""

    def test_no_small_count_is_left_in_a_table_or_in_words(self) -> None:
        """Nor a finding, nor a list of cases."""
        report = reported(suppress_below=5, by=("Team",), as_at=ON)

        for table in report.tables:
            counts = [n for n, each in enumerate(table.columns) if each.kind.value == "count"]
            cells = [row[n] for row in table.rows for n in counts]
            assert not [cell for cell in cells if isinstance(cell, int) and 0 < cell < 5]
            assert "1 case" not in table.caption
        assert "open_cases" not in [table.key for table in report.tables]
        assert 0 == len(report.findings)
        assert "counts from 1 to 4" == report.provenance.options["Withheld"]

    def test_a_case_is_withheld_where_it_was_shown(self) -> None:
        """A1 alone is within ten days."""
        shown, withheld = (
            column(reported(year=FinancialYear(2024), suppress_below=below),
                   "stage_1_by_quarter_received", "met")[-1]
            for below in (None, 5)
        )  # fmt: skip

        assert (1, SUPPRESSED) == (shown, withheld)


class TestOneValueAlone:
    """Every table for the rows with a value of a column."""

    ROWS = (
        {"Case ID": "A1", "Date received": "2024-12-16", "Response sent": "2025-01-02",
         "Outcome": "Upheld", "Team": "North"},
        {"Case ID": "A2", "Date received": "2024-12-16", "Response sent": "2025-01-03",
         "Outcome": "Not upheld", "Team": "South  East"},
        {"Case ID": "A3", "Date received": "2024-12-17", "Response sent": "2025-01-03",
         "Outcome": "a sentence of its own", "Team": "north"},
    )  # fmt: skip

    def test_the_others_are_left_out_and_the_foot_says_how_many(self) -> None:
        """Case and spaces do not matter."""
        options = Options(only=(("Team", " south east"),))
        with (report := annual_report(file_of(*self.ROWS), options=options)).findings:
            table = report.table("stage_1_by_quarter_received")

        assert (1, 0) == table.rows[-1][1:3]
        assert "2" == dict(report.provenance.lines())["Rows of other values, left out"]
        assert "'Team' is ' south east'" == dict(report.provenance.lines())["Only"]

    def test_every_row_can_have_the_value(self) -> None:
        """Nothing is left out, and nothing is said of it."""
        options = Options(only=(("Case ID", "A1"),))
        with (report := annual_report(file_of(self.ROWS[0]), options=options)).findings:
            assert "Rows of other values, left out" not in dict(report.provenance.lines())

    def test_a_value_that_no_row_has_is_refused(self) -> None:
        with pytest.raises(InvalidTable, match="no row has this value") as refused:
            annual_report(file_of(*self.ROWS), options=Options(only=(("Team", "West"),)))

        assert "Team=West" == refused.value.written

    def test_a_column_that_there_is_not_is_refused_here_too(self) -> None:
        with pytest.raises(InvalidTable, match="no such column to divide or choose by"):
            annual_report(file_of(*self.ROWS), options=Options(only=(("Teem", "North"),)))

    def test_days_and_outcomes_stand_by_the_values_of_a_column(self) -> None:
        """10 days for A1 and for A3, 11 for A2: bands 0 to 10, 11 to 20, over 20."""
        with (report := annual_report(
            file_of(*self.ROWS), options=Options(by=("Team",))
        )).findings:  # fmt: skip
            days = report.table("stage_1_durations_by_team_received")
            found = report.table("stage_1_outcomes_by_team_received")

        assert (
            ("North", 1, 1, 0, 0, 10.0, 10, 10),
            ("north", 1, 1, 0, 0, 10.0, 10, 10),
            ("South East", 1, 0, 1, 0, 11.0, 11, 11),
            ("Total", 3, 2, 1, 0, 10.3, 10, 11),
        ) == days.rows
        assert ["Team", "Answered", "Upheld", "Not upheld", "A sentence of its own",
                "Other outcomes"] == [c.heading for c in found.columns]  # fmt: skip
        assert (
            ("North", 1, 1, 0, 0, 0),
            ("north", 1, 0, 0, 1, 0),
            ("South East", 1, 0, 1, 0, 0),
            ("Total", 3, 1, 1, 1, 0),
        ) == found.rows

    def test_outcomes_that_are_sentences_are_counted_together_after_eight(self) -> None:
        rows = [{**self.ROWS[0], "Case ID": f"B{n}", "Outcome": f"words {n}"} for n in range(10)]
        with (report := annual_report(
            file_of(*rows), options=Options(by=("Team",))
        )).findings:  # fmt: skip
            found = report.table("stage_1_outcomes_by_team_received")

        assert ("Total", 10, 1, 1, 1, 1, 1, 1, 1, 1, 2) == found.rows[-1]
