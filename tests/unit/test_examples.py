# SPDX-License-Identifier: MIT
"""The examples: each runs by itself, and says what the library says."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

from complaint_timescales.check import check_table
from complaint_timescales.demo import TABLE

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"


def run(script: Path, folder: Path) -> str:
    """What a script prints, run from another folder with every warning an error."""
    path = os.pathsep.join([str(ROOT / "src"), os.environ.get("PYTHONPATH", "")])
    return subprocess.run(
        [sys.executable, "-W", "error", str(script)],
        capture_output=True,
        check=True,
        cwd=folder,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1"},
    ).stdout


@pytest.mark.parametrize("script", sorted(EXAMPLES.glob("*.py")), ids=lambda path: path.name)
def test_a_script_runs(script: Path, tmp_path: Path) -> None:
    """From any folder, without a warning, and with something to show."""
    assert run(script, tmp_path).strip()


def test_the_recount_says_what_check_says(tmp_path: Path) -> None:
    """The sentences under its table are the summary, word for word."""
    printed = run(EXAMPLES / "recount_sandwell.py", tmp_path)
    summary = check_table(EXAMPLES / TABLE).summary

    assert list(summary.lines()) == printed.splitlines()[-len(summary.lines()) :]


def test_the_recount_has_a_line_for_each_row(tmp_path: Path) -> None:
    """The figure for 17(4)(b) to 17(3) stands in each of them, or that it cannot be told."""
    lines = run(EXAMPLES / "recount_sandwell.py", tmp_path).splitlines()[1:8]
    rows = check_table(EXAMPLES / TABLE).rows
    figures = [row.reading("regulations").working_days for row in rows]

    assert [True] * 7 == [
        ("cannot tell" if figure is None else str(figure)) in line
        for figure, line in zip(figures, lines, strict=True)
    ]


def test_the_bundled_table_is_the_one_among_the_examples() -> None:
    """One set of facts, in two places for two readers."""
    bundled = files("complaint_timescales").joinpath("data", TABLE).read_bytes()

    assert (EXAMPLES / TABLE).read_bytes() == bundled


def test_the_stage_1_table_is_as_printed() -> None:
    """211 of 241 in time."""
    with (EXAMPLES / "sandwell_2022_23_stage_1.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))

    assert (211, 30) == (
        sum(int(row["timescale_met"]) for row in rows),
        sum(int(row["timescale_missed"]) for row in rows),
    )
