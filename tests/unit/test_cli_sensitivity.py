# SPDX-License-Identifier: MIT
"""The command ``sensitivity``, and readings given on the command line."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from complaint_timescales import Case, events
from complaint_timescales.cli import cli

TABLE = Path(__file__).parents[2] / "examples" / "sandwell_2022_23_stage_2.csv"


def run(*args: str) -> tuple[int, str]:
    result = CliRunner().invoke(cli, [*args])
    return result.exit_code, result.output


def document(*args: str) -> Any:
    code, output = run(*args, "--json")
    assert 0 == code
    return json.loads(output)


class TestSensitivity:
    """Dates, a case, or a table."""

    def test_two_dates(self) -> None:
        """On the last day the start decides."""
        (found,) = document("sensitivity", "14(1)", "2025-01-06", "2025-01-20")["sensitivity"]

        assert ("met", [{"I-1": "day_1"}]) == (
            found["outcome"],
            [flip["readings"] for flip in found["flips"]],
        )

    def test_it_says_it_in_words(self) -> None:
        """With the question that decides."""
        code, output = run("sensitivity", "14(1)", "2025-01-06", "2025-01-20")

        assert (0, True) == (code, "Is the start date day 0 or day 1?" in " ".join(output.split()))

    def test_a_case(self, tmp_path: Path) -> None:
        """Each of its limits."""
        case = Case(
            "CSC-0042",
            [
                events.RepresentationsReceived(on=date(2025, 1, 6)),
                events.LocalResolutionEnded(on=date(2025, 1, 13)),
            ],
        )
        path = tmp_path / "case.json"
        path.write_text(case.to_json(), encoding="utf-8")

        assert [("14(1)", True)] == [
            (found["provision"], found["on_every_reading"])
            for found in document("sensitivity", "--case", str(path))["sensitivity"]
        ]

    def test_a_table(self) -> None:
        """Of the seven published complaints four are late on every clock and reading."""
        found = document("sensitivity", "--table", str(TABLE))["sensitivity"]

        assert ["missed", None, None, None, "missed", "missed", "missed"] == [
            row["certain"] for row in found
        ]
        assert None is found[2]["clocks"]["regulations"]

    def test_a_table_in_words(self) -> None:
        """The rows that turn on the clock say so."""
        code, output = run("sensitivity", "--table", str(TABLE))
        text = " ".join(output.split())

        assert (0, True) == (
            code,
            "4 of 7 verdicts are the same on every clock and reading" in text,
        )
        assert "it turns on the clock (I-19)" in text

    @pytest.mark.parametrize("args", [(), ("14(1)",)], ids=["nothing", "no start"])
    def test_something_is_needed(self, args: tuple[str, ...]) -> None:
        """It is a fault of usage."""
        assert 2 == run("sensitivity", *args)[0]


class TestReadings:
    """``--reading`` on due and assess."""

    def test_due_by_another_reading(self) -> None:
        """Saturday 23 March 2024: Wednesday 10 April, and not Tuesday 9."""
        found = document("due", "14(1)", "2024-03-23", "--reading", "I-17=next_working_day")

        assert ("2024-04-10", {"I-17": "next_working_day"}) == (found["due"], found["readings"])

    def test_assess_says_how_it_was_read(self) -> None:
        """So that nobody takes it for the default."""
        code, output = run(
            "assess", "14(1)", "2024-03-23", "2024-04-10", "--reading", "I-17=next_working_day"
        )

        assert (0, True) == (code, "Read otherwise than by default: I-17" in output)

    def test_a_reading_that_there_is_not_is_refused(self) -> None:
        """With what there is."""
        code, output = run("due", "14(1)", "2024-03-23", "--reading", "I-17=tomorrow")

        assert (2, True) == (code, "Write 'that_day' or 'next_working_day'" in output)
