# SPDX-License-Identifier: MIT
"""Rows that come twice."""

from __future__ import annotations

import pytest

from complaint_timescales.monitoring import FIELDS
from complaint_timescales.monitoring._repeats import Repeats, _Firsts
from complaint_timescales.tables import Decoded, records_of


def found_in(text: str, *, by_stage: bool = False) -> list[tuple[int, bool, str]]:
    """What is said of each row: its number, whether it is a repetition, and the kind."""
    records = records_of(text, FIELDS)
    repeats = Repeats(records, by_stage=by_stage)
    said = []
    for row in records:
        assert isinstance(row, Decoded)
        repeated, findings = repeats.of(row)
        said += [(row.number, repeated, finding.kind) for finding in findings]
    return said


class TestRepeats:
    """Found without holding the rows."""

    @pytest.mark.parametrize(
        "row",
        [
            "A1,2024-08-29,North",
            "a1,2024-08-29,NORTH",
            "  A1, 2024-08-29 ,North  ",
            '"A1",2024-08-29,"North"',
        ],
    )
    def test_a_row_that_says_the_same_repeats_the_first(self, row: str) -> None:
        """In other letters, with other spaces, or in quotation marks."""
        text = f"Case ID,Date received,Team\nA1,2024-08-29,North\n{row}\n"

        assert [(3, True, "duplicate")] == found_in(text)

    @pytest.mark.parametrize(
        ("row", "kinds"),
        [
            ("A1,2024-08-30,North", ["same_reference"]),
            ("a1,2024-08-29,South", ["same_reference"]),
            ("A2,2024-08-29,North", []),
            (",2024-08-29,North", []),
        ],
    )
    def test_a_row_that_says_otherwise_does_not(self, row: str, kinds: list[str]) -> None:
        """With the same reference it is one to look at."""
        text = f"Case ID,Date received,Team\nA1,2024-08-29,North\n{row}\n"

        assert kinds == [kind for _, _, kind in found_in(text)]

    def test_cells_are_not_run_together(self) -> None:
        """AB and C are not A and BC."""
        assert [] == found_in("Case ID,Received,Team\nA1,,BC\nA1B,,C\n")

    def test_a_word_for_nothing_is_no_reference(self) -> None:
        """Neither n/a nor a dash is the same case as another."""
        text = "Case ID,Date received\nn/a,2024-08-29\nN/A,2024-08-30\n-,2024-08-28\n-,2024-08-27\n"

        assert [] == found_in(text)

    def test_without_a_column_for_it_there_is_no_reference(self) -> None:
        """Rows can still be the same."""
        assert [(3, True, "duplicate")] == found_in(
            "Date received,Team\n2024-08-29,North\n2024-08-29,North\n2024-08-29,South\n"
        )

    def test_one_reference_can_have_each_stage_once(self) -> None:
        """However the stage is written."""
        text = "Case ID,Stage,Received\nA1,1,\nA1,Stage 2,\nA1,S2,2024-08-29\n"

        assert [(4, False, "same_reference")] == found_in(text, by_stage=True)

    def test_a_finding_names_the_first_row_and_the_column(self) -> None:
        """As the file writes it."""
        records = records_of("Ref No,Received\n007,\n007,2024-08-29\n", FIELDS)
        repeats = Repeats(records, by_stage=False)
        rows = [repeats.of(row)[1] for row in records if isinstance(row, Decoded)]

        assert [
            "row 3, Ref No: row 2 has the same reference, and says otherwise; as written: '007' "
            "(13(2)(a): each representation is recorded, and once). Check which of them is right; "
            "both are counted"
        ] == [str(finding) for findings in rows for finding in findings]


class TestFirsts:
    """The first row of each digest."""

    def test_it_grows_and_forgets_none(self) -> None:
        """Ten thousand digests, of which many share a place."""
        firsts = _Firsts()
        digests = [number * 512 for number in range(10_000)]

        assert list(range(1, 10_001)) == [firsts.first(d, n) for n, d in enumerate(digests, 1)]
        assert list(range(1, 10_001)) == [firsts.first(digest, 99_999) for digest in digests]

    def test_a_digest_of_nothing_but_noughts_is_one_as_well(self) -> None:
        """As is the largest."""
        firsts = _Firsts()

        assert [2, 3, 2, 3] == [
            firsts.first(digest, row)
            for digest, row in ((0, 2), (2**64 - 1, 3), (0, 4), (2**64 - 1, 5))
        ]
