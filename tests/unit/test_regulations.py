# SPDX-License-Identifier: MIT
"""The rows of the law as a whole: which rest on a provision, and what they say in words."""

from __future__ import annotations

from typing import Any

import pytest

from complaint_timescales import events as e
from complaint_timescales._kinds import Move
from complaint_timescales.diagrams import to_dict
from complaint_timescales.regulations import LOCAL_AUTHORITY, cited

BY_ADVOCATE = "an advocate was asked for"
ORALLY = "representations made orally"


def shown(row: Any) -> str:
    """A step by its event, any other row by the kind of row and its provision."""
    return row.event.name if isinstance(row, Move) else f"{type(row).__name__} {row.by}"


class TestCited:
    """The rows that rest on a provision or on a part of it, in the order of the instrument."""

    @pytest.mark.parametrize(
        ("provision", "rows"),
        [
            ("7", [e.Withdrawn.name, "Obligation 7(2)"]),
            ("7(1)", [e.Withdrawn.name]),
            ("11(1)(a)", ["Obligation 11(1)(a)(i)", "Obligation 11(1)(a)(ii)"]),
            (
                "11(1)(b)",
                [
                    "Obligation 11(1)(b)(i)",
                    "Obligation 11(1)(b)(ii)",
                    e.AdvocateAppointed.name,
                ],
            ),
            (
                "14(3)",
                ["Timescale 14(1)", *[e.AdvocateAppointed.name] * 2, "Timescale 14(5)"],
            ),
            ("19(2)", [e.PanelMet.name] * 2),
            ("19(4)", [*[e.PanelMet.name] * 2, "Timescale 19(4)"]),
        ],
    )
    def test_a_provision_has_these_rows_and_no_others(
        self, provision: str, rows: list[str]
    ) -> None:
        """Its own, and those with a start or a condition that it sets."""
        assert rows == [shown(row) for row in cited(provision)]

    @pytest.mark.parametrize("provision", ["1", "14(", "14(3", "21", "19(4)(a)", ""])
    def test_what_is_no_provision_of_a_row_has_none(self, provision: str) -> None:
        """The beginning of a number is not the provision: 1 is not 14."""
        assert () == cited(provision)


class TestInWords:
    """What a row says is what a reader of the procedure sees."""

    def test_the_procedure_says_whose_representations_it_is_for(self) -> None:
        """Sections 24D and 26 of the Children Act 1989 are about a local authority."""
        assert "representations to a local authority" == to_dict()["title"]

    def test_what_practice_adds_stands_under_a_heading_without_a_number(self) -> None:
        """Last, after regulation 20."""
        before, beyond = LOCAL_AUTHORITY.regulations[-2:]

        assert ("20", "", "Beside the Regulations") == (
            before.number,
            beyond.number,
            beyond.heading,
        )

    @pytest.mark.parametrize(
        ("provision", "rule", "words"),
        [
            ("14(1)", "14(3)(b)", BY_ADVOCATE),
            ("14(5)", "14(3)(b)", BY_ADVOCATE),
            ("17(3)", "17(5)", ORALLY),
            ("17(6)", "17(5)", ORALLY),
        ],
    )
    def test_a_start_says_for_which_representations_it_is(
        self, provision: str, rule: str, words: str
    ) -> None:
        """14(3)(b): an advocate is to be appointed; 17(5): a written record is to be made."""
        (timescale,) = (row for row in to_dict()["timescales"] if row["provision"] == provision)

        assert [words] == [
            start["where"]["words"]
            for start in timescale["started_by"]
            if start["provision"] == rule
        ]

    def test_a_written_record_is_due_for_oral_representations(self) -> None:
        """Regulation 16(1)."""
        (record,) = (row for row in to_dict()["obligations"] if row["provision"] == "16(2)")

        assert ORALLY == record["where"]["words"]
