# SPDX-License-Identifier: MIT
"""``audit`` on the command line: what has to be looked at first, and one JSON document."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from complaint_timescales.cli import cli

PUBLICATION = str(Path(__file__).parents[2] / "examples" / "sandwell_2022_23.toml")


def run(*arguments: str) -> Result:
    """A command, run on a pipe that is wide."""
    return CliRunner().invoke(cli, ["audit", *arguments], env={"COLUMNS": "200", "NO_COLOR": "1"})


class TestAudit:
    """``audit FILE``."""

    def test_what_cannot_be_comes_first_and_what_agrees_last(self) -> None:
        text = run(PUBLICATION).stdout
        heads = ["Cannot be", "Does not agree", "Cannot tell", "Agrees", "Summary"]

        assert sorted(heads, key=lambda head: text.index(f"\n{head}\n")) == heads
        assert "Rejected" not in text

    def test_a_claim_stands_under_its_verdict(self) -> None:
        assert (
            " - stage 1, in time: 88%: 211 of 241 is 87.55%, rounded.\n" in run(PUBLICATION).stdout
        )

    def test_its_status_is_0_where_all_was_read(self) -> None:
        """What does not agree is a finding, and no failure."""
        assert 0 == run(PUBLICATION).exit_code

    def test_as_json(self) -> None:
        made = json.loads(run(PUBLICATION, "--json").stdout)

        assert ("complaint-timescales/audit/1", 45) == (made["schema"], made["summary"]["claims"])

    def test_a_bank_holiday_since_proclaimed_counts(self, tmp_path: Path) -> None:
        """Monday 2 to Friday 6 September 2024 are four days, or three without the Wednesday."""
        (tmp_path / "t.csv").write_text(
            "provision,start,end,days_taken\n14(1),2024-09-02,2024-09-06,3\n"
        )
        (tmp_path / "p.toml").write_text(
            'schema = "complaint-timescales/publication/1"\n[[claim]]\nkind = "duration"\n'
            'where = "p. 1"\nstart = 2024-09-02\nend = 2024-09-06\nstated = 3\n'
        )
        for name in ("t.csv", "p.toml"):
            path = str(tmp_path / name)
            found = run(path, "--extra-holiday", "2024-09-04=Holiday", "--json").stdout
            told = [
                json.loads(text)["claims"][0]["verdict"]
                for text in (found, run(path, "--json").stdout)
            ]

            assert ["agrees", "does not agree"] == told

    def test_its_status_is_1_where_an_entry_was_not(self, tmp_path: Path) -> None:
        (tmp_path / "t.csv").write_text("team,Q1\nN,5\nS,x\n")
        found = run(str(tmp_path / "t.csv"))

        assert 1 == found.exit_code
        assert (
            "Rejected\n - t.csv, row S, column Q1: not a figure; as written: 'x'." in found.stdout
        )

    @pytest.mark.parametrize("name", ["none.csv", "none.toml"])
    def test_its_status_is_2_where_there_is_no_file(self, tmp_path: Path, name: str) -> None:
        assert 2 == run(str(tmp_path / name)).exit_code
