# SPDX-License-Identifier: MIT
"""Hypothesis knows our types by itself: by its entry point, and at no cost before it is there."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from complaint_timescales import Between, Case, Citation, Readings, WorkingDayCalendar, events
from complaint_timescales.testing import register_with_hypothesis

ASKED = """
from hypothesis import given, settings
from complaint_timescales import Case, WorkingDayCalendar, events

@settings(max_examples=5, database=None)
@given(...)
def check(case: Case, calendar: WorkingDayCalendar, event: events.PanelMet) -> None:
    assert case.events and calendar.edition and event.name == "panel_met"

check()
print("drawn", end="")
"""


def answer(code: str, folder: Path) -> str:
    """What a fresh interpreter prints."""
    found = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=folder
    )
    return found.stdout


def test_the_entry_point_leads_to_the_kit() -> None:
    """As it is installed."""
    (found,) = entry_points(group="hypothesis", name="complaint_timescales")

    assert found.load() is register_with_hypothesis


def test_a_test_needs_no_import_of_the_kit(tmp_path: Path) -> None:
    """In a process that imports Hypothesis and our types, and nothing else."""
    assert "drawn" == answer(ASKED, tmp_path)


def test_nothing_is_paid_before_hypothesis_is_imported(tmp_path: Path) -> None:
    """A program that uses the library without it."""
    code = (
        "import sys, complaint_timescales as c; c.Case; print('hypothesis' in sys.modules, end='')"
    )

    assert "False" == answer(code, tmp_path)


def test_hypothesis_alone_builds_no_calendar(tmp_path: Path) -> None:
    """Every program with Hypothesis pays for the registration, and not for the tables."""
    code = "import sys, hypothesis; print('holidays' in sys.modules, end='')"

    assert "False" == answer(code, tmp_path)


@pytest.mark.parametrize(
    "kind",
    [Between, Case, Citation, Readings, WorkingDayCalendar, events.Event, events.PanelMet],
    ids=lambda kind: kind.__name__,
)
def test_each_type_can_be_drawn(kind: type) -> None:
    """``st.from_type``, once registered."""
    register_with_hypothesis()

    @settings(max_examples=3, database=None)
    @given(st.from_type(kind))
    def draw(value: object) -> None:
        assert isinstance(value, kind)

    draw()
