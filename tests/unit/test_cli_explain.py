# SPDX-License-Identifier: MIT
"""The command ``explain``, and the verdicts in the table of ``replay``."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from complaint_timescales import Case, Readings, events
from complaint_timescales._trace import Trace
from complaint_timescales.cli import cli
from complaint_timescales.explain import READERS, explain

RECEIVED = events.RepresentationsReceived(on=date(2025, 1, 6))
ENDED = events.LocalResolutionEnded(on=date(2025, 1, 13))
REQUESTED = events.InvestigationRequested(on=date(2025, 2, 3))
CASE = Case("CSC-0042", [RECEIVED, ENDED, REQUESTED])
STAGE_2 = ("explain", "17(3)", "2025-02-03")


def run(*args: str, given: str = "", width: int = 200) -> Result:
    env = {"COLUMNS": str(width)}
    return CliRunner().invoke(cli, [*args], input=given, env=env)


def document(*args: str, given: str = "") -> Any:
    result = run(*args, "--json", given=given)
    assert 0 == result.exit_code
    return json.loads(result.stdout)


class TestProvision:
    """``explain PROVISION START [END]``."""

    @pytest.mark.parametrize("reader", list(READERS))
    def test_each_reader_has_a_text(self, reader: str) -> None:
        """The one that the library gives, word for word."""
        expected = explain(
            "17(3)",
            date(2025, 2, 3),
            as_at=date(2025, 3, 4),
            reader=reader,  # type: ignore[arg-type]
        )
        printed = run(*STAGE_2, "--as-at", "2025-03-04", "--for", reader).stdout

        assert expected.split() == printed.split()

    def test_a_manager_is_the_first_reader(self) -> None:
        """Nobody has to be named; 25 working days from 3 February 2025 end on 10 March."""
        assert run(*STAGE_2).stdout.startswith(
            "The authority must consider the representations and send notice of the response by "
            "Monday 10 March 2025 (17(3)).\n"
        )

    def test_the_day_of_the_act_can_be_given(self) -> None:
        """A day after the last."""
        printed = run(*STAGE_2, "2025-03-11", "--for", "line").stdout

        assert printed.endswith("; missed by 1 working day\n")

    def test_json_is_the_trace(self) -> None:
        """It can be read again."""
        (found,) = document(*STAGE_2, "2025-03-11")["traces"]

        assert "2025-03-10" == Trace.from_dict(found).last_day.isoformat()

    def test_the_calendar_and_the_readings_can_be_changed(self) -> None:
        """Saturday 23 March 2024 rolls to Monday, and a holiday adds a day: Thursday 11 April."""
        (found,) = document(
            "explain",
            "14(1)",
            "2024-03-23",
            "--extra-holiday",
            "2024-03-27=Centenary",
            "--reading",
            "I-17=next_working_day",
        )["traces"]

        assert ("2024-03-25", "2024-04-11") == (found["start"]["day_0"], found["last_day"])

    @pytest.mark.parametrize(
        "args",
        [(), ("17(3)",), (*STAGE_2[1:], "--case", "-"), (*STAGE_2[1:], "--for", "lawyer")],
        ids=["nothing", "no start", "both", "nobody"],
    )
    def test_a_fault_of_usage(self, args: tuple[str, ...]) -> None:
        """Status 2."""
        assert 2 == run("explain", *args).exit_code

    def test_due_and_assess_keep_their_texts(self) -> None:
        """They say what they always said."""
        assert "Due Monday 10 March 2025\nRegulation 17(3) gives" in run("due", *STAGE_2[1:]).stdout
        assert run("assess", *STAGE_2[1:], "2025-03-11").stdout.startswith("Missed by 1 working")


class TestCase:
    """``explain --case FILE``."""

    def test_each_limit_in_a_line(self, tmp_path: Path) -> None:
        """Under the reference."""
        path = tmp_path / "case.json"
        path.write_text(CASE.to_json(), encoding="utf-8")

        assert (
            explain(CASE, reader="line") + "\n"
            == run("explain", "--case", str(path), "--for", "line").stdout
        )

    def test_each_limit_in_a_paragraph(self) -> None:
        """The same words as the library's, with a blank line between."""
        printed = run("explain", "--case", "-", given=CASE.to_json()).stdout

        assert explain(CASE) + "\n" == printed

    def test_it_is_looked_at_from_a_day(self) -> None:
        """With what was known then."""
        found = document("explain", "--case", "-", "--as-at", "2025-01-08", given=CASE.to_json())

        assert ("CSC-0042", ["running"]) == (
            found["reference"],
            [trace["outcome"] for trace in found["traces"]],
        )

    def test_a_day_outside_the_calendar_is_refused(self) -> None:
        """It is no fault of the case."""
        args = ("explain", "--case", "-", "--as-at", "2200-01-01")

        assert 2 == run(*args, given=CASE.to_json()).exit_code

    def test_a_reading_can_be_given_for_it(self) -> None:
        """By I-1 the last day of stage 1 is Friday 17 January 2025."""
        found = document("explain", "--case", "-", "--reading", "I-1=day_1", given=CASE.to_json())

        assert "2025-01-17" == found["traces"][0]["last_day"]

    def test_those_of_the_document_stay(self) -> None:
        """Unless others are given."""
        read = CASE.under(Readings.of({"I-1": "day_1"}))
        found = document("explain", "--case", "-", given=read.to_json())

        assert "2025-01-17" == found["traces"][0]["last_day"]

    def test_a_case_without_limits_says_so(self) -> None:
        """Nothing has been received."""
        printed = run("explain", "--case", "-", given=Case("C").to_json()).stdout

        assert "Case C\nNo time limit has started.\n" == printed


class TestReplay:
    """The verdicts of a replayed case are in words that need no key."""

    @pytest.mark.parametrize(
        ("history", "as_at", "words"),
        [
            ([RECEIVED, ENDED], "2025-03-01", "met"),
            (
                [RECEIVED, events.LocalResolutionEnded(on=date(2025, 3, 20))],
                "2025-03-31",
                "missed by 43 working days",
            ),
            (
                [RECEIVED],
                "2025-02-03",
                "not done by Monday 3 February 2025, 10 working days late",
            ),
            ([RECEIVED], "2025-01-14", "running, 4 working days left"),
            ([RECEIVED], "2025-01-20", "running, on its last day"),
            (
                [RECEIVED, events.Withdrawn(on=date(2025, 1, 8))],
                "2025-03-31",
                "ended with the duty on Wednesday 8 January 2025",
            ),
        ],
    )
    def test_a_verdict_is_in_words(
        self, history: list[events.Event], as_at: str, words: str
    ) -> None:
        """Ten working days from Monday 6 January 2025 end on Monday the 20th."""
        text = Case("A", history).to_json()
        printed = run("replay", "-", "--as-at", as_at, given=text, width=250).stdout

        assert words in printed
