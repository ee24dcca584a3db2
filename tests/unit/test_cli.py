# SPDX-License-Identifier: MIT
"""The command line: what each command prints, as text and as JSON, and how it ends."""

from __future__ import annotations

import builtins
import csv
import io
import json
import os
import sqlite3
import subprocess
import sys
from datetime import date
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from complaint_timescales import Case, WorkingDayCalendar, events
from complaint_timescales.__main__ import main
from complaint_timescales.cli import cli
from complaint_timescales.cli._show import shown
from complaint_timescales.diagrams import markdown, mermaid, to_json

ROOT = Path(__file__).parents[2]
TABLE = str(ROOT / "examples" / "sandwell_2022_23_stage_2.csv")
RECEIVED = events.RepresentationsReceived(on=date(2025, 1, 6))
LATER = events.LaterStartAgreed(on=date(2025, 1, 7), start=date(2025, 1, 20))
ASKED = events.InvestigationRequested(on=date(2025, 2, 3))
AS_AT = ["--as-at", "2024-09-24"]
ANSWERED = events.InvestigationResponseSent(on=date(2025, 6, 2))


def run(*arguments: str, given: str | bytes | None = None, width: int = 80) -> Result:
    """A command, run on a screen or a pipe of some width."""
    env = {"COLUMNS": str(width), "NO_COLOR": "1"}
    return CliRunner().invoke(
        cli, arguments, input=given, env=env, prog_name="complaint-timescales"
    )


def document(*arguments: str, given: str | bytes | None = None, status: int = 0) -> Any:
    """The one JSON document that a command prints on standard output."""
    result = run(*arguments, "--json", given=given)
    assert status == result.exit_code, result.output
    return json.loads(result.stdout)


def flat(text: str) -> str:
    """A text without its line breaks."""
    return " ".join(text.split())


def case(reference: str, *history: events.Event) -> str:
    """A case document on one line."""
    return Case(reference, history).to_json()


class TestDue:
    """``due PROVISION START``."""

    def test_it_says_the_last_day_first(self) -> None:
        """The 65th working day after 29 August 2024."""
        assert (
            "Due Thursday 28 November 2024"
            == run("due", "17(6)", "2024-08-29").stdout.split("\n")[0]
        )

    def test_it_says_what_was_skipped(self) -> None:
        """Christmas Day and Boxing Day by their names."""
        assert "Thursday 25 December 2025 (Christmas Day)" in flat(
            run("due", "14(1)", "2025-12-18").stdout
        )

    def test_its_json_has_what_others_rely_on(self) -> None:
        """The six keys that are promised."""
        made = document("due", "14(1)", "2025-12-18")

        assert ("14(1)", "2025-12-18", "2026-01-06", 10, False, "Saturday") == (
            made["provision"],
            made["start"],
            made["due"],
            made["limit"],
            made["provisional"],
            made["skipped"][0]["name"],
        )

    def test_an_extra_holiday_is_skipped(self) -> None:
        """15 June 2026 is a Monday, and off in this calendar."""
        extra = "--extra-holiday=2026-06-15=World Cup"

        assert "2026-06-29" == document("due", "14(1)", "2026-06-12", extra)["due"]

    def test_a_moved_holiday_frees_one_day_and_takes_another(self) -> None:
        """4 May 2026 counts, and 15 June does not."""
        moved = "--moved=2026-05-04=2026-06-15"

        assert ("2026-05-15", "2026-06-29") == (
            document("due", "14(1)", "2026-05-01", moved)["due"],
            document("due", "14(1)", "2026-06-12", moved)["due"],
        )

    @pytest.mark.parametrize(
        ("arguments", "words"),
        [
            (["17(7)", "2024-08-29"], "Did you mean"),
            (["17(6)", "29/08/2024"], "START: a date is needed; as written: '29/08/2024'"),
            (["17(6)", "20240829"], "Write it year first, as 2024-08-29"),
            (["17(6)", "2024-W35-4"], "Write it year first, as 2024-08-29"),
            (["17(6)", "2024-02-30"], "START: "),
            (["17(6)", "1999-01-01"], "as written: 1999-01-01 ("),
            (["17(6)", "2024-08-29", "--extra-holiday", "2024-09-02"], "DATE=NAME"),
            (["17(6)", "2024-08-29", "--extra-holiday", "2 Sept=X"], "--extra-holiday: a date"),
            (["17(6)", "2024-08-29", "--extra-holiday", "2024-09-01=X"], "is at a weekend"),
            (["17(6)", "2024-08-29", "--moved", "2024-08-26=x"], "--moved: a date is needed"),
            (
                ["17(6)", "2024-08-29", *["--extra-holiday", "2024-09-02=X"] * 2],
                "--extra-holiday: the day is given twice",
            ),
        ],
    )
    def test_what_cannot_be_is_refused_in_one_message(
        self, arguments: list[str], words: str
    ) -> None:
        """On standard error, with status 2 and nothing on standard output."""
        result = run("due", *arguments)

        assert (2, "", 1, True) == (
            result.exit_code,
            result.stdout,
            result.stderr.count("\n"),
            words in result.stderr,
        )

    def test_a_refusal_is_json_as_well(self) -> None:
        """The fields of the error."""
        made = document("due", "17(7)", "2024-08-29", status=2)["error"]

        assert ("UnknownProvision", "17(7)", "provision") == (
            made["kind"],
            made["written"],
            made["where"],
        )

    @pytest.mark.parametrize("arguments", [["due", "17(6)"], ["nothing"], ["due", "--what"]])
    def test_a_usage_error_is_json_as_well(self, arguments: list[str]) -> None:
        """The message that a reader gets on standard error."""
        assert "UsageError" == document(*arguments, status=2)["error"]["kind"]

    def test_a_usage_error_is_text_otherwise(self) -> None:
        """With the usage above it."""
        result = run("due", "17(6)")

        assert (2, "", True) == (
            result.exit_code,
            result.stdout,
            "Missing argument 'START'" in result.stderr,
        )


class TestAssess:
    """``assess PROVISION START [END]``."""

    def test_it_says_the_verdict_first(self) -> None:
        """75 working days, where 65 are the limit."""
        assert "Missed by 10 working days: done on Tuesday 14 June 2022" in flat(
            run("assess", "17(6)", "2022-02-22", "2022-06-14").stdout
        )

    def test_its_json_has_what_others_rely_on(self) -> None:
        """The six keys that are promised."""
        made = document("assess", "17(6)", "2022-02-22", "2022-06-14")

        assert ("17(6)", "missed", 75, 65, "2022-05-27", 10) == tuple(
            made[key]
            for key in ("provision", "outcome", "working_days", "limit", "due", "days_over")
        )

    def test_an_open_case_is_looked_at_from_a_day(self) -> None:
        """The last day is 6 January 2026."""
        made = document("assess", "14(1)", "2025-12-18", "--as-at", "2026-01-07")

        assert ("overdue", 1) == (made["outcome"], made["days_over"])

    def test_one_of_the_two_is_needed(self) -> None:
        """There is no today."""
        assert "Give END" in run("assess", "14(1)", "2025-12-18").stderr


class TestWhy:
    """``why DATE``."""

    def test_a_day_off_has_its_name_and_its_authority(self) -> None:
        """Easter Monday is in Schedule 1."""
        assert (
            "Monday 1 April 2024 is not a working day: Easter Monday. Authority: Banking and"
            ' Financial Dealings Act 1971, Schedule 1, paragraph 1: "Easter Monday".'
        ) == flat(run("why", "2024-04-01").stdout)

    def test_a_weekend_is_not_named_twice(self) -> None:
        """The day of the week is in the date."""
        assert (
            "Sunday 31 March 2024 is not a working day."
            == run("why", "2024-03-31").stdout.split("\n")[0]
        )

    def test_a_working_day_is_one(self) -> None:
        """And has no reason."""
        assert "Tuesday 2 April 2024 is a working day.\n" == run("why", "2024-04-02").stdout

    def test_a_day_that_is_not_published_is_provisional(self) -> None:
        """The list on GOV.UK reaches the end of 2028."""
        assert "Provisional" in run("why", "2030-04-02").stdout

    @pytest.mark.parametrize(
        ("day", "expected"),
        [("2024-04-01", (False, "Easter Monday")), ("2024-04-02", (True, None))],
    )
    def test_its_json_has_what_others_rely_on(
        self, day: str, expected: tuple[bool, str | None]
    ) -> None:
        """The four keys that are promised."""
        made = document("why", day)

        assert (*expected, {"date", "working_day", "name", "authority", "provisional"}) == (
            made["working_day"],
            made["name"],
            set(made),
        )

    def test_an_extra_holiday_is_supplied_by_the_caller(self) -> None:
        """Its authority says so."""
        made = document("why", "2026-06-15", "--extra-holiday", "2026-06-15=Day")

        assert "supplied by the caller" in made["authority"]


class TestCheck:
    """``check FILE`` and ``demo``."""

    def test_every_row_is_shown(self) -> None:
        """Seven complaints, by name."""
        printed = run("check", TABLE).stdout

        assert [True] * 7 == [f"Person {number}" in printed for number in range(1, 8)]

    @pytest.mark.parametrize("width", [40, 80, 200])
    def test_no_line_is_wider_than_the_screen(self, width: int) -> None:
        """What is too wide goes on below."""
        assert width >= max(map(len, run("check", TABLE, width=width).stdout.split("\n")))

    def test_nothing_is_cut_short(self) -> None:
        """No dots stand for what there is no room for."""
        assert "\N{HORIZONTAL ELLIPSIS}" not in run("check", TABLE, width=40).stdout

    def test_no_line_ends_in_blanks(self) -> None:
        """What is copied out of it is clean."""
        lines = run("check", TABLE).stdout.split("\n")

        assert [line.rstrip() for line in lines] == lines

    def test_the_summary_has_both_clocks(self) -> None:
        """With their denominators."""
        printed = flat(run("check", TABLE).stdout)

        assert [True] * 3 == [
            words in printed
            for words in (
                "As stated in the table: 5 of 7 over 65 (17(6)); 7 figures, mean 76.1 working days",
                "5 of 7 over 65 (17(6)) and 7 of 7 over 25 (17(3)); mean 77.7 working days",
                "6 of 6 over 65 (17(6)) and 6 of 6 over 25 (17(3)); mean 92.3 working days",
            )
        ]

    def test_what_it_rests_on_is_said(self) -> None:
        """17(5) and 17(6) depend on what the table does not say."""
        assert "What this rests on" in run("check", TABLE).stdout

    def test_its_json_has_what_others_rely_on(self) -> None:
        """Rows, rejected rows and a summary."""
        made = document("check", TABLE)

        assert (7, 0, 7) == (len(made["rows"]), len(made["rejected"]), made["summary"]["rows"])

    def test_rejected_rows_are_listed_and_the_status_is_1(self) -> None:
        """The good row is assessed all the same."""
        table = "provision,start,end\n17(3),2024-08-29,2024-10-03\n17(3),soon,2024-10-03\n"
        result = run("check", "-", given=table)

        assert (1, True, True) == (
            result.exit_code,
            "25 working days" in result.stdout,
            "row 3, start: not a date; as written: 'soon'" in result.stdout,
        )

    def test_rejected_rows_alone_are_shown_without_a_table(self) -> None:
        """There is nothing to put in one."""
        assert (
            "0 rows assessed, 1 rejected"
            in run("check", "-", given="provision,start,end\n17(3),soon,\n").stdout
        )

    @pytest.mark.parametrize(
        ("row", "options", "words"),
        [
            ("17(3),2024-08-29,2024-10-03,", [], "within 25"),
            ("17(3),2024-08-29,2024-10-04,", [], "1 over 25"),
            ("17(3),2024-08-29,2024-10-03,", AS_AT, "not done, and within 25 so far"),
            ("17(3),2024-07-29,,", AS_AT, "not done, and 15 over 25"),
            ("9(1),2023-08-29,2024-08-30,", [], "1 over 1 year"),
            ("17(3),,,", AS_AT, "cannot tell: no date for start"),
            ("17(3),2024-08-29,2024-10-03,12", [], "12: from no two of its dates"),
        ],
    )
    def test_a_verdict_is_in_words(self, row: str, options: list[str], words: str) -> None:
        """24 September 2024 is day 40 after 29 July: 41 weekdays, less 26 August."""
        table = f"provision,start,end,stated_working_days\n{row}\n"

        assert words in flat(run("check", "-", *options, given=table, width=120).stdout)

    def test_what_a_file_says_cannot_command_the_terminal(self) -> None:
        """Escapes and markup are shown as they are written."""
        table = "provision,start,end,team\n17(3),2024-08-29,,\x1b[31m[bold]\u202eevil\n"
        printed = run("check", "-", given=table, width=120).stdout

        assert ("\\x1b[31m[bold]\\u202eevil" in printed, "\x1b" in printed) == (True, False)

    def test_a_format_of_dates_can_be_declared(self) -> None:
        """Then the other is rejected."""
        table = "provision,start,end\n17(3),29/08/2024,\n"

        assert 1 == run("check", "-", "--date-format", "iso", given=table).exit_code

    def test_a_missing_file_is_an_error(self) -> None:
        """Named, with what the machine says."""
        result = run("check", "nowhere.csv")

        assert (2, True) == (result.exit_code, "nowhere.csv: the file cannot" in result.stderr)

    def test_the_demo_is_the_published_table(self) -> None:
        """The same rows, read from inside the package."""
        assert document("check", TABLE)["rows"] == document("demo")["rows"]

    def test_the_demo_quotes_the_report(self) -> None:
        """What the report says stands beside what the table comes to."""
        assert '"five of seven outside timescales; average 76 days"' in flat(run("demo").stdout)


class TestReplay:
    """``replay FILE``."""

    def test_one_document_may_stand_on_many_lines(self) -> None:
        """As an editor lays it out."""
        given = json.dumps(json.loads(case("A", RECEIVED)), indent=2)

        assert ["A"] == [
            each["reference"] for each in document("replay", "-", given=given)["cases"]
        ]

    def test_a_document_that_breaks_off_is_one_rejected_case(self) -> None:
        """Its lines are not taken for documents."""
        given = json.dumps(json.loads(case("A", RECEIVED)), indent=2)[:-2]

        assert [1] == [
            each["line"] for each in document("replay", "-", given=given, status=1)["rejected"]
        ]

    def test_each_line_may_be_a_document(self, tmp_path: Path) -> None:
        """JSON Lines, from a file."""
        path = tmp_path / "cases.jsonl"
        path.write_text(f"{case('A', RECEIVED)}\n\n{case('B', RECEIVED)}\n", encoding="utf-8")

        assert ["A", "B"] == [each["reference"] for each in document("replay", str(path))["cases"]]

    @pytest.mark.parametrize(
        "bad",
        [
            "nonsense",
            '{"schema": "other"}',
            "[1]",
            '{"a": ' + "9" * 5000 + "}",
            pytest.param(
                "[" * 100_000,
                marks=pytest.mark.skipif(
                    sys.platform == "emscripten", reason="a browser has a stack of its own"
                ),
            ),
            case("B", RECEIVED).replace("2025-01-06", "1999-01-06"),
            case("B", RECEIVED).replace("representations_received", "panel_met"),
        ],
        ids=["text", "schema", "list", "number", "depth", "calendar", "procedure"],
    )
    def test_a_bad_case_is_listed_and_the_others_go_on(self, bad: str) -> None:
        """With its line and its reason."""
        given = f"{case('A', RECEIVED)}\n{bad}\n{case('C', RECEIVED)}\n"
        made = document("replay", "-", given=given, status=1)

        assert (["A", "C"], [2], [True]) == (
            [each["reference"] for each in made["cases"]],
            [each["line"] for each in made["rejected"]],
            [bool(each["reason"]) for each in made["rejected"]],
        )

    def test_its_json_has_what_others_rely_on(self) -> None:
        """Stage, deadlines, breaches and open steps."""
        (made,) = document("replay", "-", given=case("A", RECEIVED, ASKED, ANSWERED))["cases"]

        assert ("stage_2_responded", "2025-03-10", "17(3)", True) == (
            made["stage"],
            made["deadlines"][-1]["due"],
            made["breaches"][-1]["provision"],
            "panel_requested" in [step["event"] for step in made["open_steps"]],
        )

    def test_a_case_is_seen_as_it_was_known_on_a_day(self) -> None:
        """What was recorded after it is not there yet, not even in what is open."""
        given = case("A", RECEIVED, ASKED, ANSWERED)
        (made,) = document("replay", "-", "--as-at", "2025-01-10", given=given)["cases"]

        assert ("stage_1_open", ["14(1)"], [], True) == (
            made["stage"],
            [each["provision"] for each in made["deadlines"]],
            made["breaches"],
            "local_resolution_ended" in [step["event"] for step in made["open_steps"]],
        )

    def test_a_start_that_lies_ahead_has_used_no_days(self) -> None:
        """Agreed on 7 January for the 20th."""
        (made,) = document("replay", "-", given=case("A", RECEIVED, LATER))["cases"]

        assert ("running", 0) == (
            made["deadlines"][0]["outcome"],
            made["deadlines"][0]["working_days"],
        )

    def test_an_extra_holiday_counts(self) -> None:
        """The last day of stage 1 is one working day later."""
        extra = "--extra-holiday=2025-01-13=Day"
        (made,) = document("replay", "-", extra, given=case("A", RECEIVED))["cases"]

        assert "2025-01-21" == made["deadlines"][0]["due"]

    @pytest.mark.parametrize(
        ("history", "words"),
        [
            ([RECEIVED], "A: stage 1 open"),
            ([RECEIVED], "local_resolution_ended (15(2))"),
            ([RECEIVED, LATER], "starts on Monday 20 January 2025"),
            ([RECEIVED, ASKED, ANSWERED], "Regulation 17(3) not kept: due Monday 10 March 2025"),
            (
                [RECEIVED, events.InvestigationRequested(on=date(2025, 1, 8))],
                "ended with the duty on Wednesday 8 January 2025",
            ),
            ([RECEIVED, events.Withdrawn(on=date(2025, 1, 8))], "A: withdrawn"),
            (
                [events.RepresentationsReceived(on=date(2029, 1, 8))],
                "Monday 22 January 2029 (provisional)",
            ),
        ],
    )
    def test_a_case_is_in_words(self, history: list[events.Event], words: str) -> None:
        """Its stage, its limits, its breaches and what is open."""
        assert words in flat(run("replay", "-", given=case("A", *history), width=200).stdout)

    def test_a_case_without_events_has_no_limits(self) -> None:
        """All there is to do is to receive representations."""
        printed = run("replay", "-", given=case("A")).stdout

        assert "A: not received\nOpen from here:\n - representations_received (6).\n\n" == printed

    def test_rejected_cases_are_in_words(self) -> None:
        """With the line and the reason."""
        result = run("replay", "-", given=f"{case('A', RECEIVED)}\nnonsense\n")

        assert (1, True) == (result.exit_code, " - line 2: not JSON" in result.stdout)

    @pytest.mark.parametrize(
        ("given", "words"),
        [
            (b"", "there is nothing in it"),
            (b"\xff\xfe", "UTF-16"),
            (b"\xe9", "standard input: line 1 is not UTF-8"),
        ],
    )
    def test_what_holds_no_cases_is_refused(self, given: bytes, words: str) -> None:
        """With status 2, for nothing was done."""
        result = run("replay", "-", given=given)

        assert (2, True) == (result.exit_code, words in result.stderr)

    def test_a_missing_file_is_an_error(self) -> None:
        """Named, with what is asked for."""
        assert (
            "nowhere.json: the file cannot be read: No such file"
            in run("replay", "nowhere.json").stderr
        )

    def test_a_day_to_look_from_outside_the_calendar_is_refused(self) -> None:
        """It is no fault of any case."""
        assert 2 == run("replay", "-", "--as-at", "2200-01-01", given=case("A")).exit_code


class TestProcedure:
    """``procedure``."""

    @pytest.mark.parametrize(
        ("form", "expected"),
        [("mermaid", mermaid()), ("json", to_json()), ("markdown", markdown())],
    )
    def test_each_form_is_the_generated_text(self, form: str, expected: str) -> None:
        """Word for word."""
        assert expected == run("procedure", "--format", form).stdout

    def test_json_can_be_asked_for_as_everywhere(self) -> None:
        """The same document."""
        assert json.loads(to_json()) == document("procedure")

    def test_other_procedures_have_names(self) -> None:
        """Part 5: voluntary organisations."""
        assert (
            "voluntary_organisation"
            == document("procedure", "--of", "voluntary_organisation")["name"]
        )


class TestCalendar:
    """``calendar``."""

    def test_csv_has_a_row_for_each_day(self) -> None:
        """Over Christmas 2024: ranks stand still on days off."""
        printed = run("calendar", "--from", "2024-12-24", "--to", "2024-12-27").stdout
        rows = list(csv.DictReader(io.StringIO(printed)))

        assert [("1", 0, ""), ("0", 0, "Christmas Day"), ("0", 0, "Boxing Day"), ("1", 1, "")] == [
            (row["working_day"], int(row["rank"]) - int(rows[0]["rank"]), row["name"])
            for row in rows
        ]

    @pytest.mark.parametrize("day", ["2024-12-24", "2024-12-25", "2024-12-28"])
    def test_a_rank_is_counted_from_the_first_day(self, day: str) -> None:
        """Whatever day the table begins with."""
        england = WorkingDayCalendar.england()
        (row,) = document("calendar", "--from", day, "--to", day)["days"]

        assert england.count(england.known_from, date.fromisoformat(day)) == row["rank"]

    def test_it_reaches_over_what_is_published(self) -> None:
        """From 1 September 2006 to 31 December 2028."""
        days = document("calendar")["days"]

        assert ("2006-09-01", 0, "2028-12-31", 8158) == (
            days[0]["date"],
            days[0]["rank"],
            days[-1]["date"],
            len(days),
        )

    def test_json_is_a_format_as_well(self) -> None:
        """The same document."""
        span = ["--from", "2024-12-24", "--to", "2024-12-27"]

        assert document("calendar", *span) == json.loads(
            run("calendar", "--format", "json", *span).stdout
        )

    def test_sql_finds_a_deadline_in_two_look_ups(self) -> None:
        """65 working days after 29 August 2024, in SQLite."""
        table = run("calendar", "--format", "sql", "--from", "2023-01-01", "--to", "2025-01-01")
        database = sqlite3.connect(":memory:")
        database.executescript(table.stdout)
        found = database.execute(
            'SELECT "date" FROM working_days WHERE "working_day" = 1 AND "rank" = 65 + '
            """(SELECT "rank" FROM working_days WHERE "date" = '2024-08-29')"""
        ).fetchall()
        database.close()

        assert [("2024-11-28",)] == found

    def test_parquet_is_the_same_table_in_a_file(self, tmp_path: Path) -> None:
        """Over Christmas 2024, as above; a file that is there is left as it is."""
        pl = pytest.importorskip("polars", reason="what writes Parquet is not installed")
        file = tmp_path / "days.parquet"
        span = ["--from", "2024-12-24", "--to", "2024-12-27"]
        asked = ["calendar", "--format", "parquet", *span, "--output", str(file)]

        assert (0, "") == (run(*asked).exit_code, run(*asked, "--force").stdout)

        table = pl.read_parquet(file)
        assert [None, "Christmas Day", "Boxing Day", None] == table["name"].to_list()
        assert [True, False, False, True] == table["working_day"].to_list()
        assert pl.Date == table.schema["date"]
        assert "is there already" in run(*asked).stderr

    @pytest.mark.parametrize(
        "asked",
        [
            ["--format", "parquet"],
            ["--format", "csv", "--output", "days.csv"],
            ["--format", "parquet", "--json", "--output", "days.json"],
        ],
        ids=["nowhere", "text", "json"],
    )
    def test_parquet_and_a_file_belong_together(self, asked: list[str]) -> None:
        """Text goes to standard output alone."""
        result = run("calendar", *asked)

        assert 2 == result.exit_code
        assert "Parquet is written with --output FILE" in result.output

    @pytest.mark.parametrize("missing", ["polars", "narwhals"])
    def test_parquet_names_what_it_needs(
        self, monkeypatch: pytest.MonkeyPatch, missing: str
    ) -> None:
        """Without PyArrow and Polars, or without Narwhals."""
        from importlib import util

        found = util.find_spec
        gone = {"pyarrow", missing}
        monkeypatch.setattr(util, "find_spec", lambda name: None if name in gone else found(name))

        result = run("calendar", "--format", "parquet", "--output", "days.parquet")

        assert 2 == result.exit_code
        assert (
            "Parquet needs 'complaint-timescales[frames]', and PyArrow or Polars." in result.stderr
        )

    def test_days_that_are_not_published_are_provisional(self) -> None:
        """It is said on standard error, beside the table."""
        result = run("calendar", "--from", "2028-12-31", "--to", "2029-01-01")

        assert "Note: days after Sunday 31 December 2028 are provisional.\n" == result.stderr

    def test_names_with_apostrophes_are_quoted(self) -> None:
        """New Year's Day."""
        span = ["--from", "2025-01-01", "--to", "2025-01-01"]

        assert "'New Year''s Day'" in run("calendar", "--format", "sql", *span).stdout

    @pytest.mark.parametrize(
        "span",
        [("2024-12-27", "2024-12-24"), ("1999-01-01", "2024-12-24"), ("2024-12-24", "2200-01-01")],
    )
    def test_a_span_that_cannot_be_is_refused(self, span: tuple[str, str]) -> None:
        """In one message."""
        result = run("calendar", "--from", span[0], "--to", span[1])

        assert (2, "") == (result.exit_code, result.stdout)


class TestShown:
    """What is fit to be seen."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            (
                "plain \N{LATIN SMALL LETTER E WITH ACUTE}",
                "plain \N{LATIN SMALL LETTER E WITH ACUTE}",
            ),
            ("a\x1b[2Jb", "a\\x1b[2Jb"),
            ("a\nb", "a\\nb"),
            ("a\u00a0b", "a b"),
            ("a\u202eb", "a\\u202eb"),
            ("a\ud800b", "a\\ud800b"),
        ],
    )
    def test_what_commands_a_terminal_is_written_out(self, text: str, expected: str) -> None:
        """Letters stay as they are."""
        assert expected == shown(text)

    def test_what_the_screen_has_no_letter_for_is_written_out(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A screen that has ASCII alone gets no more."""
        monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding="ascii"))

        assert "caf\\xe9" == shown("caf\u00e9")

    def test_a_plain_screen_gets_plain_lines(self) -> None:
        """Every character of the demonstration is ASCII."""
        result = CliRunner(charset="ascii").invoke(cli, ["demo"])

        assert (0, True) == (result.exit_code, result.stdout.isascii())


class TestEntry:
    """How it is started."""

    def test_help_names_every_command_in_full(self) -> None:
        """No description is cut short."""
        printed = run("--help").stdout

        assert ([], 0) == (
            [name for name in cli.commands if f"\n  {name} " not in printed],
            printed.partition("Commands:")[2].count("..."),
        )

    def test_without_a_command_the_help_is_shown(self) -> None:
        """With status 2, for nothing was done."""
        assert 2 == run().exit_code

    def test_the_version_is_that_of_the_distribution(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """As it was installed."""
        monkeypatch.setattr(metadata, "version", lambda _: "9.9")

        assert "complaint-timescales 9.9\n" == run("--version").stdout

    def test_a_checkout_has_no_version(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """It is said, and is no error."""

        def missing(name: str) -> str:
            raise metadata.PackageNotFoundError(name)

        monkeypatch.setattr(metadata, "version", missing)

        assert (0, True) == ((result := run("--version")).exit_code, "checkout" in result.stdout)

    def test_main_runs_the_command_line(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """The entry point of the installed command."""
        monkeypatch.setattr(sys, "argv", ["complaint-timescales", "why", "2024-04-02"])
        with pytest.raises(SystemExit) as caught:
            main()

        assert (0, "Tuesday 2 April 2024 is a working day.\n") == (
            caught.value.code,
            capsys.readouterr().out,
        )

    @pytest.mark.parametrize("library", ["click", "rich"])
    def test_without_its_libraries_there_is_one_line_of_advice(
        self, library: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Status 2, and how to install them."""
        forbid(library, monkeypatch)
        with pytest.raises(SystemExit) as caught:
            main()
        said = capsys.readouterr().err

        assert (2, 1, True) == (
            caught.value.code,
            said.count("\n"),
            "pip install 'complaint-timescales[cli]'" in said,
        )

    def test_another_missing_library_is_not_hidden(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """The advice would be wrong."""
        forbid("click", monkeypatch, missing="colorama")
        with pytest.raises(ModuleNotFoundError, match="colorama"):
            main()

    def test_it_runs_as_a_module(self) -> None:
        """A process of its own, with nothing on standard error and one document on the other."""
        path = os.pathsep.join([str(ROOT / "src"), os.environ.get("PYTHONPATH", "")])
        finished = subprocess.run(
            [sys.executable, "-W", "error", "-m", "complaint_timescales", "check", TABLE, "--json"],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONPATH": path},
        )

        assert (b"", 7) == (finished.stderr, len(json.loads(finished.stdout)["rows"]))


def forbid(library: str, monkeypatch: pytest.MonkeyPatch, *, missing: str = "") -> None:
    """Let the import of a library fail, as if it or one that it needs were not installed."""
    real = builtins.__import__

    def fake(name: str, *rest: Any, **named: Any) -> Any:
        if name == library:
            lacking = missing or name
            raise ModuleNotFoundError(f"No module named {lacking!r}", name=lacking)
        return real(name, *rest, **named)

    monkeypatch.setattr(builtins, "__import__", fake)
