# SPDX-License-Identifier: MIT
"""The command line as of a day, and the command that reconciles a figure."""

from __future__ import annotations

import json
from typing import Any

from click.testing import CliRunner, Result

from complaint_timescales.cli import cli

BEFORE = "--as-known-on=2022-09-09"  # the day before the State Funeral was announced


def run(*arguments: str) -> Result:
    """A command, run on a wide screen."""
    env = {"COLUMNS": "250", "NO_COLOR": "1"}
    return CliRunner().invoke(cli, arguments, env=env, prog_name="complaint-timescales")


def document(*arguments: str) -> Any:
    """The one JSON document that a command prints."""
    result = run(*arguments, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


class TestDue:
    """``due --as-known-on``."""

    def test_it_says_the_last_day_as_it_was_and_then_as_it_is(self) -> None:
        """10 days from 9 September 2022: the 23rd, and since the announcement the 26th."""
        lines = run("due", "14(1)", "2022-09-09", BEFORE).stdout.split("\n")

        assert "Due Friday 23 September 2022" == lines[0]
        assert (
            "By what is known now it is Monday 26 September 2022, 1 working day later."
        ) in lines
        assert any("announced on Saturday 10 September 2022" in line for line in lines)

    def test_its_json_has_the_hindsight_beside_the_deadline(self) -> None:
        """The keys of the deadline stay as they are."""
        made = document("due", "14(1)", "2022-09-09", BEFORE)

        assert ("2022-09-23", 1, "2022-09-26") == (
            made["due"],
            made["hindsight"]["moved_by"],
            made["hindsight"]["now"]["due"],
        )

    def test_without_the_option_nothing_is_added(self) -> None:
        """Neither in words nor in JSON."""
        assert "hindsight" not in document("due", "14(1)", "2022-09-09")
        assert "By what is known now" not in run("due", "14(1)", "2022-09-09").stdout

    def test_other_changes_stand_in_both(self) -> None:
        """With 14 September off as well, each is a working day later."""
        made = document("due", "14(1)", "2022-09-09", BEFORE, "--extra-holiday=2022-09-14=X")

        assert ("2022-09-26", "2022-09-27") == (made["due"], made["hindsight"]["now"]["due"])

    def test_a_reading_stands_in_both(self) -> None:
        """With the start as day 1: the 22nd, and since the announcement the 23rd."""
        made = document("due", "14(1)", "2022-09-09", BEFORE, "--reading=I-1=day_1")

        assert ("2022-09-22", "2022-09-23") == (made["due"], made["hindsight"]["now"]["due"])

    def test_a_day_that_is_none_is_refused(self) -> None:
        """By the name of the option."""
        result = run("due", "14(1)", "2022-09-09", "--as-known-on", "yesterday")

        assert (2, True) == (result.exit_code, "--as-known-on: a date is needed" in result.stderr)


class TestAssess:
    """``assess --as-known-on``."""

    def test_the_verdict_is_that_of_the_day(self) -> None:
        """26 September 2022 was a day late by what was known on the 9th, and is in time."""
        arguments = ("assess", "14(1)", "2022-09-09", "2022-09-26")

        assert ("missed", "met") == (
            document(*arguments, BEFORE)["outcome"],
            document(*arguments)["outcome"],
        )


class TestWhy:
    """``why --as-known-on``."""

    def test_a_day_that_was_not_announced_was_a_working_day(self) -> None:
        """19 September 2022, on the 9th and on the 10th."""
        assert (
            "Monday 19 September 2022 is a working day.\n"
            "The bank holidays are those that were announced by Friday 9 September 2022.\n"
        ) == run("why", "2022-09-19", BEFORE).stdout
        assert not document("why", "2022-09-19", "--as-known-on=2022-09-10")["working_day"]

    def test_a_year_that_was_not_listed_was_provisional(self) -> None:
        """On 9 September 2022 the list reached to the end of 2023."""
        assert ("Provisional: bank holidays are published to Sunday 31 December 2023.") in run(
            "why", "2024-01-02", BEFORE
        ).stdout


class TestReconcile:
    """``reconcile START END DAYS``."""

    def test_it_names_the_slip(self) -> None:
        """57 is given by nothing, and would be with one day more."""
        assert (
            "- with the end on Tuesday 14 June 2022 (one day later): bank holidays ignored, start"
            " day counted."
        ) in run("reconcile", "2022-03-28", "2022-06-13", "57").stdout

    def test_its_json_names_the_conventions(self) -> None:
        """53 is 52 with the start."""
        made = document("reconcile", "2023-01-12", "2023-03-27", "53")

        assert (52, ["start day counted"], []) == (
            made["by_law"],
            made["conventions"],
            made["slips"],
        )

    def test_a_change_to_the_calendar_counts(self) -> None:
        """With Wednesday 4 September 2024 off, Monday to Friday is 3."""
        extra = "--extra-holiday=2024-09-04=Holiday"

        assert 3 == document("reconcile", "2024-09-02", "2024-09-06", "3", extra)["by_law"]

    def test_a_figure_is_a_whole_number(self) -> None:
        """A usage error, with status 2."""
        assert 2 == run("reconcile", "2024-09-02", "2024-09-06", "few").exit_code
