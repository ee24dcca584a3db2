# SPDX-License-Identifier: MIT
"""What a row says, under the names of the procedure."""

from __future__ import annotations

from datetime import date

import pytest

from complaint_timescales.bounds import Between
from complaint_timescales.monitoring import Entry
from complaint_timescales.monitoring._entries import (
    earliest,
    latest,
    rows_are_stages,
    stage_of,
)
from complaint_timescales.tables import Finding
from tests.unit.monitoring_rows import entries_in, entry, file_of


class TestCells:
    """What the cells of a row say."""

    def test_each_kind_of_cell_is_read(self) -> None:
        """A date, a month, a yes, a no, a text, and nothing."""
        row = entry(
            received="29/08/2024", responded="Sep 2024", complex="Y", extended="N",
            outcome="  Partly  upheld ", closed="",
        )  # fmt: skip

        assert (date(2024, 8, 29), Between.month(2024, 9), None) == (
            row.day("received"), row.day("responded"), row.day("closed"))  # fmt: skip
        assert (True, False, None) == (
            row.says("complex"), row.says("extended"), row.says("orally"))  # fmt: skip
        assert ("A1", "Partly upheld", "") == (
            row.reference, row.text("outcome"), row.text("stage2_outcome"))  # fmt: skip

    @pytest.mark.parametrize("word", ["", " ", "-", "n/a", "N/A", "None", "TBC", "Not recorded"])
    def test_a_word_for_nothing_is_no_text(self, word: str) -> None:
        """Neither an outcome nor a reference."""
        row = entry(case_ref=word, outcome=word, received="2024-08-29")

        assert ("", "") == (row.reference, row.text("outcome"))

    def test_a_name_is_asked_for_as_what_it_is(self) -> None:
        """A text is no date, and a date no text."""
        row = entry(received="2024-08-29", outcome="Upheld")

        assert (None, "", None) == (
            row.day("outcome"), row.text("received"), row.says("received"))  # fmt: skip

    def test_the_columns_that_are_no_fields_are_labels(self) -> None:
        """By their own names, and so are those that are."""
        row = entry(**{"Date received": "29/08/2024", "Service area": " North   West "})

        assert "North West" == row.label("Service area")
        assert "29/08/2024" == row.label("Date received")
        assert "" == row.label("Team")

    def test_a_finding_names_the_column_as_the_file_does(self) -> None:
        """With the cell as it was written; those of the reading too."""
        row = entry(**{"Date received": "29/08/2024", "Response sent": "soon"})
        made = row.finding("some_kind", "what", "received", remedy="Look")

        assert (2, "Date received", "29/08/2024", "Look") == (
            made.row, made.column, made.written, made.remedy)  # fmt: skip
        assert [("Response sent", "soon")] == [(f.column, f.written) for f in row.findings]
        assert {"responded"} == row.unread

    def test_bounds_have_a_first_and_a_last_day(self) -> None:
        """A day is both."""
        assert (date(2024, 2, 1), date(2024, 2, 29)) == (
            earliest(Between.month(2024, 2)), latest(Between.month(2024, 2)))  # fmt: skip
        assert date(2024, 2, 3) == earliest(date(2024, 2, 3)) == latest(date(2024, 2, 3))


class TestOutsideTheCalendar:
    """From 1 September 2006 to 31 December 2100."""

    @pytest.mark.parametrize(
        ("cell", "inside"),
        [
            ("2006-08-31", False),
            ("2006-09-01", True),
            ("2100-12-31", True),
            ("2101-01-01", False),
        ],
    )
    def test_a_date_outside_is_none(self, cell: str, *, inside: bool) -> None:
        """The day before the first, and the day after the last."""
        row = entry(received=cell)

        assert inside is (row.day("received") is not None)
        assert inside is ("received" not in row.unread)
        assert ([] if inside else ["outside_calendar"]) == [f.kind for f in row.findings]

    def test_the_finding_says_from_when_to_when_it_runs(self) -> None:
        """In words."""
        (found,) = entry(received="2006-08-31").findings

        assert found.rule == "the calendar runs from 1 September 2006 to 31 December 2100"


class TestStages:
    """Files that have a row for each stage of a case."""

    @pytest.mark.parametrize(
        ("cell", "stage"),
        [
            *(("1", 1), ("S1", 1), ("Stage 1", 1), ("stage one", 1), ("Local Resolution", 1)),
            *(("2", 2), ("Statutory Stage Two", 2), ("Stage II", 2), ("Investigation", 2)),
            *(("Stage 3", 3), ("Review Panel", 3), ("Children's stage 3 complaint", 3)),
            *(("Corporate", None), ("Stage 4", None), ("", None), ("12", None)),
        ],
    )
    def test_a_stage_is_known_by_what_people_write(self, cell: str, stage: int | None) -> None:
        """Anything else is none."""
        assert stage_of(cell) == stage

    @pytest.mark.parametrize(
        ("columns", "answer"),
        [
            (["stage", "received"], True),
            (["received"], False),
            (["stage", "received", "stage2_requested"], False),
            (["stage", "final_response"], False),
        ],
    )
    def test_a_row_is_a_stage_where_it_names_one_and_no_column_is_for_another(
        self, columns: list[str], *, answer: bool
    ) -> None:
        """Else it is a case, and the stage is what it has come to."""
        assert rows_are_stages(columns) is answer

    def test_the_columns_mean_what_they_do_in_the_stage(self) -> None:
        """Received is the request for stage 2, and the request for a panel."""
        text = file_of(
            {"Ref": "A1", "Stage": "1", "Received": "2024-08-29", "Outcome": "Upheld"},
            {"Ref": "A1", "Stage": "2", "Received": "2024-08-30", "Outcome": "Upheld"},
            {"Ref": "A1", "Stage": "3", "Received": "2024-09-02", "Outcome": "Upheld"},
        )
        rows = [row for row in entries_in(text) if isinstance(row, Entry)]

        assert [(1, "received"), (2, "stage2_requested"), (3, "stage3_requested")] == [
            (row.stage, next(iter(row.days))) for row in rows
        ]
        assert ["outcome", "stage2_outcome", "stage3_outcome"] == [
            name for row in rows for name in row.values if name.endswith("outcome")
        ]
        assert {"Received"} == {row.finding("k", "w", next(iter(row.days))).column for row in rows}

    def test_a_row_of_no_stage_cannot_be_placed(self) -> None:
        """And says so."""
        said = list(entries_in("Stage,Received\nCorporate,2024-08-29\n,2024-08-29\n"))

        assert all(isinstance(each, Finding) for each in said)
        assert [
            "row 2, Stage: not a stage of the procedure; as written: 'Corporate' (stage 1 is "
            "regulation 14, stage 2 is 17 and stage 3 is 19). Write Stage 1, Stage 2 or Stage 3",
            "row 3, Stage: the row names no stage; as written: '' (stage 1 is regulation 14, "
            "stage 2 is 17 and stage 3 is 19). Write Stage 1, Stage 2 or Stage 3",
        ] == list(map(str, said))
