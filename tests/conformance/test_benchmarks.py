# SPDX-License-Identifier: MIT
"""What is timed is first compared: every benchmark still runs, and its answers are equal.

Nothing here asserts a time.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARKS = sorted((Path(__file__).parents[2] / "benchmarks").glob("*.py"))


def test_there_are_benchmarks() -> None:
    assert {"assess_and_case", "calendar_speed", "cold_start"} <= {path.stem for path in BENCHMARKS}


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in BENCHMARKS])
def test_its_answers_are_equal(path: Path) -> None:
    for peer in ("workalendar", "duckdb"):
        if re.search(rf"^(import|from) {peer}\b", path.read_text(), re.MULTILINE):
            pytest.importorskip(peer, reason=f"it compares with {peer}: extra `bench`")

    found = subprocess.run(
        [sys.executable, str(path), "--check"], check=True, capture_output=True, text=True
    )

    assert "equal" in found.stdout
