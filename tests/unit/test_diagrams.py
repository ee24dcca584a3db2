# SPDX-License-Identifier: MIT
"""The procedure drawn and listed: everything in the rows is there, and nothing else."""

from __future__ import annotations

import json
import re

import pytest

from complaint_timescales._kinds import Lapse, Move, Obligation, Timescale
from complaint_timescales._vocabulary import Stage
from complaint_timescales.diagrams import markdown, mermaid, running_in, to_dict, to_json
from complaint_timescales.regulations import LOCAL_AUTHORITY
from complaint_timescales.variants import PROCEDURES

ROWS = LOCAL_AUTHORITY.rows
LINES = mermaid().splitlines()
ARROW = re.compile(r" {4}(\[\*\]|\w+) --> (\[\*\]|\w+)(?: : ([^:;]+))?")
each_procedure = pytest.mark.parametrize("procedure", PROCEDURES.values(), ids=PROCEDURES.keys())


def arrows(source: Stage, target: Stage) -> list[str]:
    """The labels of the arrows from one stage to another."""
    head = f"    {source.value} --> {target.value} : "
    return [line.removeprefix(head) for line in LINES if line.startswith(head)]


class TestMermaid:
    """The diagram."""

    def test_it_is_a_state_diagram(self) -> None:
        """Of the second version of the syntax."""
        assert "stateDiagram-v2" == LINES[0]

    def test_every_line_is_of_a_known_form(self) -> None:
        """A colon or a semicolon in a label would end it."""
        rest = [line for line in LINES[2:] if not line.startswith("    state ")]

        assert [] == [line for line in rest if ARROW.fullmatch(line) is None]

    def test_every_stage_is_declared(self) -> None:
        """All of them but the empty case, which is where the diagram begins."""
        declared = {line.rpartition(" ")[2] for line in LINES if line.startswith("    state ")}

        assert {stage.value for stage in Stage if stage is not Stage.NOT_RECEIVED} == declared

    def test_every_move_to_another_stage_has_its_arrow(self) -> None:
        """From each of its sources."""
        drawn = {(found[1], found[2]) for line in LINES if (found := ARROW.fullmatch(line))}
        moves = {
            ("[*]" if source is Stage.NOT_RECEIVED else source.value, move.target.value)
            for move in ROWS
            if isinstance(move, Move) and move.target
            for source in move.sources
        }

        assert set() == moves - drawn

    def test_every_final_stage_ends_the_diagram(self) -> None:
        """And no other does."""
        ends = {line.split()[0] for line in LINES if line.endswith("--> [*]")}

        assert {stage.value for stage in Stage if stage.is_final} == ends

    @pytest.mark.parametrize(
        ("source", "target", "label"),
        [
            (
                Stage.STAGE_2_OPEN,
                Stage.STAGE_2_RESPONDED,
                (
                    "investigation response sent, 17(3), within 25 working days (17(3))"
                    " or 65 working days (17(6))"
                ),
            ),
            (
                Stage.STAGE_3_REQUESTED,
                Stage.STAGE_3_PANEL_MET,
                "panel met, 19(4), within 30 working days (19(4))",
            ),
            (
                Stage.STAGE_3_PANEL_MET,
                Stage.STAGE_3_PANEL_MET,
                "panel report sent, 20(2), within 5 working days (20(2))",
            ),
            (Stage.STAGE_2_OPEN, Stage.STAGE_2_OPEN, "investigation extended, 17(6)"),
            (
                Stage.STAGE_2_RESPONDED,
                Stage.CLOSED_NO_PANEL_REQUEST,
                "after 20 working days, 18(2)",
            ),
            (
                Stage.STAGE_1_PENDING_START,
                Stage.STAGE_1_OPEN,
                "from the stage 1 start date, 14(4)",
            ),
        ],
        ids=lambda value: getattr(value, "value", "label"),
    )
    def test_an_arrow_has_its_event_its_provision_and_its_limit(
        self, source: Stage, target: Stage, label: str
    ) -> None:
        """Met, extended or lapsed."""
        assert label in arrows(source, target)

    def test_a_limit_stands_only_where_its_clock_runs(self) -> None:
        """Matters resolved after the stage 1 answer meet no limit of stage 1."""
        assert "matters resolved, 15(1)" in arrows(Stage.STAGE_1_UNRESOLVED, Stage.RESOLVED)

    def test_a_late_request_has_no_limit_on_its_arrow(self) -> None:
        """It is accepted after the limit has passed."""
        late = arrows(Stage.STAGE_2_RESPONDED, Stage.STAGE_3_REQUESTED)[-1]

        assert "late panel request accepted, Ombudsman decisions" == late

    @each_procedure
    def test_each_procedure_can_be_drawn(self, procedure: object) -> None:
        """Part 5 has two more of them."""
        drawn = mermaid(procedure)  # type: ignore[arg-type] # parametrised

        assert drawn.startswith("stateDiagram-v2\n")


class TestClocks:
    """Which clocks can be running in which stage."""

    @pytest.mark.parametrize(
        ("provision", "stages"),
        [
            ("8(5)", {Stage.SUSPENDED}),
            ("9(1)", {Stage.NOT_RECEIVED}),
            (
                "14(1)",
                {
                    Stage.RECEIVED,
                    Stage.AWAITING_INTEREST_DECISION,
                    Stage.STAGE_1_PENDING_START,
                    Stage.STAGE_1_OPEN,
                },
            ),
            ("17(3)", {Stage.STAGE_2_PENDING_RECORD, Stage.STAGE_2_OPEN}),
            ("18(2)", {Stage.STAGE_2_RESPONDED}),
            ("19(4)", {Stage.STAGE_3_REQUESTED}),
            ("20(2)", {Stage.STAGE_3_PANEL_MET}),
            ("20(3)", {Stage.STAGE_3_REPORTED}),
        ],
    )
    def test_a_clock_runs_between_its_events(self, provision: str, stages: set[Stage]) -> None:
        """From the stages that its start leads to, up to those that its end leaves."""
        timescale = LOCAL_AUTHORITY.timescales[provision]

        assert stages == set(running_in(LOCAL_AUTHORITY, timescale))


class TestJson:
    """The document."""

    def test_the_text_is_the_document(self) -> None:
        """Text, numbers, true, false and null only."""
        assert to_dict() == json.loads(to_json())

    def test_it_has_a_version(self) -> None:
        """In the same form as the case document."""
        assert "complaint-timescales/procedure/1" == to_dict()["schema"]

    @pytest.mark.parametrize(
        ("key", "kind"),
        [
            ("timescales", Timescale),
            ("moves", Move),
            ("lapses", Lapse),
            ("obligations", Obligation),
        ],
    )
    def test_every_row_is_in_it(self, key: str, kind: type) -> None:
        """In the order of the instrument."""
        made = [row["provision"] or row["source"] for row in to_dict()[key]]

        assert [str(row.by) for row in ROWS if isinstance(row, kind)] == made

    @pytest.mark.parametrize("key", ["timescales", "lapses", "obligations"])
    def test_what_the_law_sets_has_an_address(self, key: str) -> None:
        """The official text, at the paragraph."""
        addresses = [row["url"] for row in to_dict()[key]]

        assert [] == [url for url in addresses if not url.startswith("https://www.legislation.gov")]

    def test_practice_has_none(self) -> None:
        """It is named, and never shown as a provision."""
        practice = [row for row in to_dict()["moves"] if row["provision"] is None]

        assert {None} == {row["url"] for row in practice}

    def test_a_limit_has_its_number_and_its_start(self) -> None:
        """65 working days from the stage 2 start date, extending 17(3)."""
        (row,) = [row for row in to_dict()["timescales"] if row["provision"] == "17(6)"]

        assert (65, "working day", "the stage 2 start date", "17(3)") == (
            row["limit"],
            row["unit"],
            row["runs_from"],
            row["extends"],
        )

    def test_an_occurrence_has_its_fact(self) -> None:
        """Mediation meets the limit of stage 1 where it resolved matters."""
        (row,) = [row for row in to_dict()["timescales"] if row["provision"] == "14(1)"]

        assert {"event": "mediation_ended", "resolved": True} in row["met_by"]


class TestMarkdown:
    """The tables."""

    def test_each_table_is_as_wide_as_its_head(self) -> None:
        """A stray bar would make a column."""
        widths = [
            {line.count(" | ") for line in block.splitlines() if line.startswith("|")}
            for block in markdown().split("\n## ")[1:]
        ]

        assert [1, 1, 1, 1] == [len(width) for width in widths]

    def test_a_provision_leads_to_its_text(self) -> None:
        """Each is a link."""
        link = "https://www.legislation.gov.uk/uksi/2006/1738/regulation/19#regulation-19-4"

        assert f"| [19(4)]({link}) | panel | meet | 30 working days |" in markdown()

    def test_an_extension_says_what_it_extends(self) -> None:
        """65 in all is not 25 and 65."""
        assert "65 working days in all, extending 17(3)" in markdown()
