# SPDX-License-Identifier: MIT
"""The command that reports on a file of cases."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from rich.console import Console

from complaint_timescales.cli import _inputs as inputs
from complaint_timescales.cli import _report as command
from complaint_timescales.cli import cli

# Due on 2 January 2025: met, and missed by a day; the reference looks like a formula.
CASES = (
    "Case ID,Date received,Response sent,Team\n"
    "A1,2024-12-16,2025-01-02,North\n"
    "=1+1,2024-12-16,2025-01-03,South\n"
)
SHORT = f"{CASES}A3,2024-12-16\n"


def run(*arguments: object, stdin: str | None = None) -> Result:
    """The command, run on a wide screen."""
    env = {"COLUMNS": "250", "NO_COLOR": "1"}
    return CliRunner().invoke(cli, ["report", *map(str, arguments)], input=stdin, env=env)


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    """A file of two cases."""
    path = tmp_path / "cases.csv"
    path.write_text(CASES, encoding="utf-8")
    return path


class TestOnTheScreen:
    """Without a file to write."""

    def test_the_report_is_shown(self, cases: Path) -> None:
        """Its period, its summary and its tables."""
        result = run(cases, "--year", "2024/25")

        assert 0 == result.exit_code
        assert "1 April 2024 to 31 March 2025" in result.stdout
        assert "2 cases received in the period, and 1 of the 2" in result.stdout
        assert "" == result.stderr

    def test_standard_input_is_read_where_the_file_is_a_dash(self) -> None:
        """And called that."""
        result = run("-", stdin=CASES)

        assert 0 == result.exit_code
        assert "Input: standard input: 2 rows, 0 set aside" in result.stdout

    def test_a_row_that_is_set_aside_makes_the_status_1(self, tmp_path: Path) -> None:
        """All was done, and one row was not counted."""
        path = tmp_path / "short.csv"
        path.write_text(SHORT, encoding="utf-8")

        assert 1 == run(path).exit_code

    def test_one_value_of_a_column_alone_is_shown(self, cases: Path) -> None:
        """One of the two cases, and the foot says that the other was left out."""
        result = run(cases, "--only", "Team=north")

        assert 0 == result.exit_code
        assert "1 case received in the period, and 1 of the 1" in result.stdout
        assert "Rows of other values, left out: 1" in result.stdout

    def test_as_json_it_is_one_document(self, cases: Path) -> None:
        """With every table."""
        result = run(
            cases, "--json", "--as-at", "2025-01-16", "--by", "Team", "--cohort", "received"
        )
        made = json.loads(result.stdout)

        assert 0 == result.exit_code
        assert {
            "schema", "title", "period", "summary", "sections", "tables", "provenance",
            "data_quality",
        } == set(made)  # fmt: skip
        tables = {table["key"]: table for table in made["tables"]}
        assert {"North", "South", "Total"} == {
            row["group"] for row in tables["stage_1_by_team_received"]["rows"]
        }
        assert not [key for key in tables if key.endswith("_closed")]
        assert "16 January 2025" == made["provenance"]["options"]["Day looked from"]

    def test_two_thousand_rows_are_all_read(self, tmp_path: Path) -> None:
        """With word of it on a terminal, and none elsewhere."""
        path = tmp_path / "many.csv"
        path.write_text("Date received\n" + "2024-12-16\n" * 2_000, encoding="utf-8")
        result = run(path)

        assert (0, "") == (result.exit_code, result.stderr)
        assert "2,000 rows, 0 set aside" in result.stdout

    @pytest.mark.parametrize(
        ("options", "key", "said"),
        [
            (("--undated-extensions", "in_time"), "Undated extensions", "taken as decided in time"),
            (("--set-aside-repeats",), "Rows that repeat an earlier row", "set aside"),
            (("--suppress-below", "5"), "Withheld", "counts from 1 to 4"),
        ],
    )
    def test_each_choice_stands_in_it(
        self, cases: Path, options: tuple[str, ...], key: str, said: str
    ) -> None:
        """In words."""
        made = json.loads(run(cases, "--json", *options).stdout)

        assert said == made["provenance"]["options"][key]

    def test_readings_holidays_and_a_title_are_taken(self, cases: Path) -> None:
        """With 20 December off as well the 3rd of January is the tenth day."""
        options = (
            "--extra-holiday",
            "2024-12-20=X",
            "--title",
            "North",
            "--reading",
            "I-3=extends",
        )
        made = json.loads(run(cases, "--json", *options).stdout)

        assert ("North", "I-3 'extends'") == (made["title"], made["provenance"]["readings"])
        assert "2 of the 2 that can be judged were in time" in made["summary"][0]

    def test_a_reader_that_leaves_ends_it_in_silence(
        self, cases: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """With 141, as any command; what draws on the terminal would end it with 1."""

        def closed(terminal: Console, *_: object) -> None:
            with terminal:
                terminal.print("too much")
                monkeypatch.setattr(terminal.file, "write", _broken)

        monkeypatch.setattr(command, "show", lambda _, terminal: closed(terminal))
        monkeypatch.setattr(inputs, "_give_up", lambda _: None)

        assert 141 == run(cases).exit_code


def _broken(_: str) -> int:
    raise BrokenPipeError(32, "Broken pipe")


def needs(*libraries: str) -> None:
    """Skip the test where one of them is absent, as in a browser."""
    for name in libraries:
        pytest.importorskip(name, reason="a page or a workbook needs an extra")


class TestFiles:
    """Each is written whole, or not at all."""

    def test_every_form_is_written_and_named(self, cases: Path, tmp_path: Path) -> None:
        """Beside the summary."""
        needs("altair", "gptables")
        names = ("html", "xlsx", "csv", "findings", "verdicts")
        paths = {name: tmp_path / f"out.{name}" for name in names}
        result = run(cases, *(f"--{name}={path}" for name, path in paths.items()))

        assert 0 == result.exit_code
        assert [f"Written, {name}: {path}" for name, path in paths.items()] == (
            result.stdout.splitlines()[-5:]
        )
        assert "1 finding in 2 rows; 0 set aside." in result.stdout
        assert paths["html"].read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
        assert b"PK" == paths["xlsx"].read_bytes()[:2]
        assert paths["csv"].read_text(encoding="utf-8").startswith("period,section,table")

    def test_the_verdicts_are_a_line_for_each_leg_and_no_formula(
        self, cases: Path, tmp_path: Path
    ) -> None:
        """The reference that looks like one is text."""
        path = tmp_path / "verdicts.csv"
        run(cases, f"--verdicts={path}")
        rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"))))

        assert [
            ["2", "A1", "stage_1", "14(1)", "met", "2024-12-16", "2025-01-02", "2025-01-02", "10",
             "10", "0", ""],
            ["3", "'=1+1", "stage_1", "14(1)", "missed", "2024-12-16", "2025-01-03", "2025-01-02",
             "11", "11", "1", ""],
        ] == rows[1:]  # fmt: skip
        assert ["row", "case_ref", "leg", "provision", "verdict"] == rows[0][:5]

    def test_json_can_be_shown_beside_them(self, cases: Path, tmp_path: Path) -> None:
        """The document alone."""
        result = run(cases, f"--findings={tmp_path / 'f.csv'}", "--json")

        assert "data_quality" in json.loads(result.stdout)
        assert (tmp_path / "f.csv").exists()

    @pytest.mark.parametrize("name", ["html", "xlsx", "csv", "findings", "verdicts"])
    def test_where_there_is_no_folder_nothing_is_written(
        self, cases: Path, tmp_path: Path, name: str
    ) -> None:
        """The refusal names the folder's want."""
        needs(*{"html": ["altair"], "xlsx": ["gptables"]}.get(name, []))
        result = run(cases, f"--{name}={tmp_path / 'none' / 'out'}")

        assert 2 == result.exit_code
        assert "there is no such folder" in result.stderr
        assert ["cases.csv"] == [path.name for path in tmp_path.iterdir()]

    def test_what_was_there_stays_where_the_report_fails(self, cases: Path, tmp_path: Path) -> None:
        """The verdicts are written as the rows go by, and yet not half."""
        path = tmp_path / "verdicts.csv"
        path.write_text("as it was", encoding="utf-8")
        rows = "".join(f"A{n},2024-12-16,,T{n}\n" for n in range(201))
        cases.write_text(f"Case ID,Date received,Response sent,Team\n{rows}", encoding="utf-8")
        result = run(cases, f"--verdicts={path}", "--by", "Team")

        assert 2 == result.exit_code
        assert "more than 200 different values" in result.stderr
        assert "as it was" == path.read_text(encoding="utf-8")
        assert {"cases.csv", "verdicts.csv"} == {each.name for each in tmp_path.iterdir()}


class TestHostileText:
    """Text of the file is never mark-up, a formula or a control code."""

    HOSTILE = "=1+<script>alert(1)</script>\x1b[31m"

    def test_it_is_safe_in_every_form(self, cases: Path, tmp_path: Path) -> None:
        """As a group, as a reference and as a cell that cannot be read."""
        needs("altair")
        cases.write_text(
            "Case ID,Date received,Response sent,Team\n"
            f"{self.HOSTILE},2024-12-16,{self.HOSTILE},{self.HOSTILE}\n",
            encoding="utf-8",
        )
        names = ("html", "csv", "findings", "verdicts")
        paths = {name: tmp_path / f"out.{name}" for name in names}
        run(cases, "--by=Team", "--as-at=2025-01-16", *(f"--{n}={p}" for n, p in paths.items()))
        texts = {name: path.read_text(encoding="utf-8") for name, path in paths.items()}

        assert "<script>" not in texts["html"]
        assert "alert(1)" in texts["html"]
        for name in ("csv", "findings", "verdicts"):
            cells = [c for row in csv.reader(io.StringIO(texts[name])) for c in row]
            assert any(cell.startswith("'=1+") for cell in cells)
            assert not [cell for cell in cells if cell.startswith("=")]
        assert "\x1b" not in texts["html"] + run(cases, "--by=Team").stdout


class TestRefusals:
    """One message on standard error, and status 2."""

    @pytest.mark.parametrize(
        ("options", "said"),
        [
            (("--year", "2024"), "Write both of its years, such as 2024/25"),
            (("--year", "2005/06"), "not a financial year"),
            (("--as-at", "yesterday"), "--as-at: a date is needed"),
            (("--by", "Teem"), "no such column to divide or choose by"),
            (("--only", "Team"), "'Team' is not COLUMN=VALUE"),
            (("--only", "=North"), "'=North' is not COLUMN=VALUE"),
            (("--only", "Team=West"), "no row has this value"),
            (("--columns", "none.toml"), "none.toml"),
            (("--suppress-below", "1"), "--suppress-below"),
            (("--cohort", "open"), "--cohort"),
            (("--reading", "I-3=perhaps"), "I-3 has no such option"),
        ],
    )
    def test_what_cannot_be_meant_is_refused(
        self, cases: Path, options: tuple[str, str], said: str
    ) -> None:
        """By the name of what is wrong, and with what to write."""
        result = run(cases, *options)

        assert (2, "") == (result.exit_code, result.stdout)
        assert said in result.stderr
        assert "Traceback" not in result.stderr

    def test_a_file_that_there_is_not_is_refused(self, tmp_path: Path) -> None:
        """By its name."""
        result = run(tmp_path / "none.csv")

        assert 2 == result.exit_code
        assert "none.csv" in result.stderr

    def test_a_file_of_unknown_columns_says_how_to_name_them(self) -> None:
        """In a column map."""
        result = run("-", stdin="Came in,Went out\n2024-12-16,2025-01-02\n")

        assert 2 == result.exit_code
        assert "none of its columns is known" in result.stderr
        assert "column map" in result.stderr

    def test_a_column_map_makes_them_known(self, tmp_path: Path) -> None:
        """The same file."""
        said = tmp_path / "map.toml"
        said.write_text('[columns]\nreceived = "Came in"\n', encoding="utf-8")
        result = run("-", "--columns", said, stdin="Came in,Went out\n2024-12-16,2025-01-02\n")

        assert 0 == result.exit_code
