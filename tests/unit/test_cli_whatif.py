# SPDX-License-Identifier: MIT
"""``what-if`` and ``remedy``: what each prints, as text and as JSON, and how it ends."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from complaint_timescales import Case, events
from complaint_timescales.cli import cli

CASE = Case(
    "CSC-0042",
    [
        events.RepresentationsReceived(on=date(2025, 1, 6)),
        events.LocalResolutionEnded(on=date(2025, 1, 22)),
        events.InvestigationRequested(on=date(2025, 2, 3)),
        events.InvestigationResponseSent(on=date(2025, 3, 14)),
    ],
)


def run(*arguments: str, given: str = "") -> Result:
    """A command, run on a screen of 80 columns."""
    env = {"COLUMNS": "80", "NO_COLOR": "1"}
    return CliRunner().invoke(cli, arguments, input=given, env=env)


def told(*arguments: str, case: Case = CASE, status: int = 0) -> str:
    """What ``what-if`` says of a case, without its line breaks."""
    result = run("what-if", "-", *arguments, given=case.to_json())
    assert status == result.exit_code, result.output
    return " ".join((result.stdout + result.stderr).split())


def document(*arguments: str) -> Any:
    """The one JSON document that ``what-if`` prints."""
    return json.loads(run("what-if", "-", *arguments, "--json", given=CASE.to_json()).stdout)


class TestWhatIf:
    """``what-if FILE``."""

    def test_a_move_is_told_with_what_follows(self, tmp_path: Path) -> None:
        """Answered on 20 January, the last day; the file is read as any other."""
        file = tmp_path / "case.json"
        file.write_text(CASE.to_json(), encoding="utf-8")
        result = run("what-if", str(file), "--move", "local_resolution_ended=2025-01-20")

        assert [
            "CSC-0042, looked at from Friday 14 March 2025:",
            " - local_resolution_ended: 'on' Wednesday 22 January 2025 becomes Monday 20",
            "   January 2025.",
            " - 14(1): missed by 2 working days becomes met.",
        ] == result.stdout.split("\n")[:4]

    @pytest.mark.parametrize(
        ("fact", "words"),
        [
            ("until=2025-03-14,reason=interviews, and illness", "'reason' interviews, and illness"),
            ("until=2025-03-14,reason=2,recorded_on=2025-03-12", "'reason' 2"),
        ],
        ids=["a comma in a text", "a number that is a text"],
    )
    def test_an_event_is_added_with_its_facts(self, fact: str, words: str) -> None:
        """A notice of the 25th working day, as the event has its facts."""
        found = told("--add", f"investigation_extended@2025-03-10,{fact}")

        assert words in found
        assert "17(3): last day Monday 10 March 2025 becomes Friday 14 March 2025" in found

    @pytest.mark.parametrize(
        ("added", "name", "value"),
        [
            ("local_resolution_extended@2025-01-07,working_days=3", "working_days", 3),
            ("mediation_ended@2025-01-07,resolved=false", "resolved", False),
            ("local_resolution_waived@2025-01-07,both_agreed=true", "both_agreed", True),
        ],
        ids=["a number", "false", "true"],
    )
    def test_a_fact_is_read_as_what_it_is(self, added: str, name: str, value: object) -> None:
        """A number and a truth are no texts."""
        from complaint_timescales.cli._whatif import _event

        assert value == getattr(_event(added), name)

    def test_an_event_is_removed(self) -> None:
        """By its name, or by its name and its day."""
        words = "investigation_response_sent is removed: it was on Friday 14 March 2025."

        assert words in told("--remove", "investigation_response_sent")
        assert words in told("--remove", "investigation_response_sent@2025-03-14")

    def test_a_holiday_more(self) -> None:
        """10 February 2025 off: 11 March."""
        found = told("--extra-holiday", "2025-02-10=Centenary")

        assert "Tuesday 11 March 2025, 1 working day later" in found

    def test_a_holiday_moved(self) -> None:
        """New Year's Day to 7 January 2025: 21 January."""
        assert "becomes Tuesday 21 January 2025" in told("--moved", "2025-01-01=2025-01-07")

    def test_it_is_looked_at_from_a_day(self) -> None:
        """On 21 January the answer was not there yet, and the limit was overdue by a day."""
        found = told("--as-at", "2025-01-21", "--move", "local_resolution_ended=2025-01-21")

        assert "overdue by 1 working day becomes missed by 1 working day" in found

    def test_with_no_change_nothing_differs(self) -> None:
        """It is an answer."""
        assert told().endswith("Nothing that follows differs.")

    def test_a_refusal_of_the_procedure_is_an_answer(self) -> None:
        """With status 0, as text and as JSON."""
        assert "The procedure refuses this" in told("--remove", "investigation_requested")
        assert "has no place" in document("--remove", "investigation_requested")["refusal"]

    def test_its_json_has_what_others_rely_on(self) -> None:
        """The limit that changed, and the breach that went."""
        made = document("--move", "local_resolution_ended=2025-01-20")

        assert ([["outcome", "days_over"], []], ["14(1)"], True) == (
            [each["changed"] for each in made["limits"]],
            [each["provision"] for each in made["breaches_gone"]],
            made["differs"],
        )

    @pytest.mark.parametrize(
        ("arguments", "words"),
        [
            (["--move", "local_resolution_ended"], "--move: an equals sign is needed"),
            (["--move", "local_resolution_ended=20 January"], "--move: a date is needed"),
            (["--move", "x=2025-01-20", "--move", "x=2025-01-21"], "the event is given twice"),
            (["--move", "panel_met=2025-01-20"], "the case has no such event"),
            (["--remove", "panel_met"], "the case has no such event"),
            (["--add", "panel_met"], "--add: a day is needed"),
            (["--add", "panel_met@20 March"], "--add: a date is needed"),
            (["--add", "panel_mit@2025-03-20"], "Did you mean 'panel_met'?"),
            (["--add", "panel_met@2025-03-20,chair=A"], "--add panel_met.chair: panel_met has"),
            (["--add", "panel_met@2025-03-20,independent_persons=three"], "a whole number is"),
            (["--extra-holiday", "2025-02-08=X"], "is at a weekend"),
            (["--as-at", "1999-01-01"], "is outside the calendar"),
        ],
        ids=lambda value: " ".join(value) if isinstance(value, list) else "",
    )
    def test_what_cannot_be_used_is_refused(self, arguments: list[str], words: str) -> None:
        """In one message, with status 2."""
        assert words in told(*arguments, status=2)

    def test_a_file_that_is_no_case_is_refused(self) -> None:
        """With what is wrong in it."""
        result = run("what-if", "-", given="{}")

        assert (2, True) == (result.exit_code, "schema" in result.stderr)


class TestRemedy:
    """``remedy PROVISION START END``."""

    def test_it_says_what_would_have_met_it(self) -> None:
        """Three working days more, decided by the tenth."""
        found = " ".join(run("remedy", "14(1)", "2025-01-06", "2025-01-23").stdout.split())

        assert found.endswith(
            "an extension of 3 working days under 14(5), decided by Monday 20 January 2025."
        )

    def test_an_open_limit_is_looked_at_from_a_day(self) -> None:
        """Eight working days before its last day."""
        found = run("remedy", "14(1)", "2025-01-06", "--as-at", "2025-01-08", "--json")

        assert ("running", 8) == (
            json.loads(found.stdout)["outcome"],
            json.loads(found.stdout)["left"],
        )

    def test_a_holiday_more_counts(self) -> None:
        """With 20 January off the last day is the 21st."""
        extra = "--extra-holiday=2025-01-20=Centenary"
        found = run("remedy", "14(1)", "2025-01-06", "2025-01-23", extra, "--json")

        assert "2025-01-21" == json.loads(found.stdout)["last_day"]

    def test_it_can_be_read_otherwise(self) -> None:
        """With the day of receipt as day 1 the last day is Friday 17 January."""
        found = run("remedy", "14(1)", "2025-01-06", "2025-01-23", "--reading=I-1=day_1", "--json")

        assert "2025-01-17" == json.loads(found.stdout)["last_day"]

    @pytest.mark.parametrize(
        "arguments",
        [["14(1)", "2025-01-06"], ["17(7)", "2025-01-06", "2025-01-23"], ["14(1)", "6 January"]],
        ids=["no end", "no limit", "no date"],
    )
    def test_what_cannot_be_used_is_refused(self, arguments: list[str]) -> None:
        """With status 2."""
        assert 2 == run("remedy", *arguments).exit_code
