# SPDX-License-Identifier: MIT
"""Small counts withheld: what goes with them, what stays, and what is said about it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import attrs
import pytest

from complaint_timescales import ComplaintTimescalesError
from complaint_timescales.monitoring import (
    SUPPRESSED,
    Cell,
    FindingLog,
    Kind,
    Provenance,
    Report,
    ReportColumn,
    ReportTable,
    Section,
)
from complaint_timescales.monitoring._suppression import (
    NOT_PROTECTED,
    suppressed,
    suppressed_report,
)
from complaint_timescales.tables import Finding

C = SUPPRESSED
NAME = ReportColumn("name", "Name", Kind.TEXT)
A, B = ReportColumn("a", "A", part_of="all"), ReportColumn("b", "B", part_of="all")
ALL = ReportColumn("all", "All")


def table(
    columns: tuple[ReportColumn, ...], *rows: tuple[Cell, ...], total_row: bool = False
) -> ReportTable:
    return ReportTable(
        key="t", title="T", caption="C.", columns=columns, rows=rows, total_row=total_row
    )


def shown(
    columns: tuple[ReportColumn, ...],
    *rows: tuple[Cell, ...],
    total_row: bool = False,
    threshold: int = 5,
) -> tuple[tuple[Cell, ...], ...]:
    return suppressed(table(columns, *rows, total_row=total_row), threshold).rows


class TestSmallCounts:
    """From 1 to below the threshold."""

    def test_the_threshold_is_shown_and_so_is_nought(self) -> None:
        rows = [("x", n) for n in (0, 1, 4, 5)]

        assert (("x", 0), ("x", C), ("x", C), ("x", 5)) == shown((NAME, ALL), *rows)

    def test_a_table_without_any_stays_as_it_is(self) -> None:
        given = table((NAME, A, B, ALL), ("x", 5, 0, 5))

        assert suppressed(given, 5) is given

    def test_no_figure_stays_no_figure(self) -> None:
        assert (("x", C, None),) == shown((NAME, A, B), ("x", 2, None))

    @pytest.mark.parametrize("wrong", [1, 0, -5, 5.0, True, "5"])
    def test_a_threshold_that_is_none_is_refused(self, wrong: object) -> None:
        with pytest.raises(ComplaintTimescalesError, match="whole number of at least 2"):
            suppressed(table((NAME, ALL), ("x", 1)), wrong)  # type: ignore[arg-type]

    def test_twice_is_refused(self) -> None:
        once = suppressed(table((NAME, ALL), ("x", 1)), 5)

        with pytest.raises(ComplaintTimescalesError, match="table 't': figures are withheld"):
            suppressed(once, 5)


class TestSums:
    """What a withheld count could be worked out from goes too."""

    def test_another_part_of_the_row(self) -> None:
        """A is 20 less the others: B is smaller than the whole."""
        assert (("x", C, C, 20),) == shown((NAME, A, B, ALL), ("x", 2, 18, 20))

    def test_a_nought_is_not_what_goes(self) -> None:
        """A 2 and a 0: there the whole is small too."""
        assert (("x", C, 0, C),) == shown((NAME, A, B, ALL), ("x", 2, 0, 2))

    def test_another_row_of_the_column(self) -> None:
        """The smaller of the others."""
        rows = (("x", 2), ("y", 30), ("z", 20), ("all", 52))

        assert (C, 30, C, 52) == tuple(r[1] for r in shown((NAME, ALL), *rows, total_row=True))

    def test_a_square_of_rows_and_columns(self) -> None:
        """Of North the 2 and 40; then of South, as the columns have totals, both as well."""
        rows = (("n", 40, 2, 42), ("s", 31, 9, 40), ("all", 71, 11, 82))

        assert (("n", C, C, 42), ("s", C, C, 40), rows[2]) == shown(
            (NAME, A, B, ALL), *rows, total_row=True
        )

    def test_ones_that_come_to_their_number_do_not_stand(self) -> None:
        """Five teams with one each and 5 in all: whoever knows each is at least 1 knows all."""
        rows = (*((n, 1) for n in "vwxyz"), ("all", 5))

        assert [C] * 6 == [row[1] for row in shown((NAME, ALL), *rows, total_row=True)]

    def test_a_rest_that_no_column_shows_is_protected(self) -> None:
        """18 of 20 in time says that 2 were not."""
        assert (("x", C, 20),) == shown((NAME, A, ALL), ("x", 18, 20))

    def test_a_rest_that_is_large_protects(self) -> None:
        """2 of 20, and nobody can tell from the 20."""
        assert (("x", C, 20),) == shown((NAME, A, ALL), ("x", 2, 20))

    def test_counts_within_counts(self) -> None:
        """2 is of A, which is of all: its neighbour in A goes, and A can stay."""
        inner = (ReportColumn("a1", "A1", part_of="a"), ReportColumn("a2", "A2", part_of="a"))

        assert (("x", C, C, 20, 30, 50),) == shown(
            (NAME, *inner, A, B, ALL), ("x", 2, 18, 20, 30, 50)
        )

    def test_a_total_that_is_no_sum_is_taken_for_one(self) -> None:
        """A complaint can have two themes: no more is withheld than if it could not."""
        rows = (("delay", 2), ("manner", 9), ("all", 10))

        assert [C, C, 10] == [row[1] for row in shown((NAME, ALL), *rows, total_row=True)]

    def test_a_nought_goes_where_nothing_adds_up(self) -> None:
        """A total of 0 over a count of 2 is wrong, and tells all the same."""
        rows = (("x", 2), ("all", 0))

        assert [C, C] == [row[1] for row in shown((NAME, ALL), *rows, total_row=True)]

    def test_parts_that_come_to_more_are_refused(self) -> None:
        with pytest.raises(ComplaintTimescalesError, match="table 't', row 2: the parts of 'all'"):
            shown((NAME, A, B, ALL), ("x", 5, 5, 10), ("y", 9, 9, 17))


class TestDerived:
    """Percentages, means and days."""

    def test_a_row_with_a_withheld_count_shows_none(self) -> None:
        columns = (
            NAME,
            A,
            B,
            ALL,
            ReportColumn("pct", "%", Kind.PERCENT, part_of="all"),
            ReportColumn("mean", "Mean", Kind.MEAN),
            ReportColumn("max", "Longest", Kind.DAYS),
            ReportColumn("on", "Last", Kind.DATE),
        )
        row = ("x", 18, 2, 20, 90, 12.5, 31, date(2025, 3, 31))
        other = ("y", 30, 20, 50, 60, 9.1, 22, date(2025, 3, 31))

        assert (("x", C, C, 20, C, C, C, row[7]), other) == shown(columns, row, other)

    @pytest.mark.parametrize(
        ("share", "cell"),
        [
            (2, C),  # of 200: 4, or rounded so from 3 to 5
            (98, C),  # all but 4
            (3, 3),  # 4 would be 2, and 5 is no small count
            (50, 50),
            (0, C),  # may be 1, which is a half
            (None, None),
        ],
    )
    def test_a_percentage_that_says_of_what_it_is(self, share: int | None, cell: Cell) -> None:
        pct = ReportColumn("pct", "%", Kind.PERCENT, part_of="all")

        assert cell == shown((NAME, ALL, pct), ("x", 200, share))[0][2]

    def test_a_percentage_that_does_not_goes_with_any_count(self) -> None:
        """Shares of a column: 98 that is 49% says how many there are in all."""
        pct = ReportColumn("pct", "%", Kind.PERCENT)
        rows = (("x", 98, 49), ("y", 100, 50), ("z", 2, 1))

        assert (("x", 98, C), ("y", 100, C), ("z", C, C)) == shown((NAME, ALL, pct), *rows)

    def test_it_stays_beside_a_total_that_is_shown(self) -> None:
        """49 of 400 is what the counts say themselves."""
        pct = ReportColumn("pct", "%", Kind.PERCENT)
        rows = (("w", 196, 49), ("x", 199, 50), ("y", 4, 1), ("z", 1, 0), ("all", 400, 100))

        assert (rows[0], rows[1], ("y", C, C), ("z", C, C), rows[4]) == shown(
            (NAME, ALL, pct), *rows, total_row=True
        )

    def test_it_goes_beside_a_total_that_is_not(self) -> None:
        """X is none of it; of 3 the whole goes, and so do all shares."""
        pct = ReportColumn("pct", "%", Kind.PERCENT)
        rows = (("x", 0, 0), ("y", 3, 100), ("all", 3, 100))

        assert (("x", 0, C), ("y", C, C), ("all", C, C)) == shown(
            (NAME, ALL, pct), *rows, total_row=True
        )

    def test_and_stays_where_no_count_goes(self) -> None:
        pct = ReportColumn("pct", "%", Kind.PERCENT)

        assert (("x", 98, 49),) == shown((NAME, ALL, pct), ("x", 98, 49))


class TestNotes:
    """What is said."""

    def test_what_the_mark_stands_for_and_what_is_not_protected(self) -> None:
        made = suppressed(table((NAME, ALL), ("x", 1)), 5)

        assert made.notes == (
            "[c] stands for a figure that is withheld: a count from 1 to 4, or what such a count "
            "could be worked out from; a zero is shown.",
            NOT_PROTECTED,
        )

    def test_another_table_cohort_or_release_is_named(self) -> None:
        for word in ("another table", "another cohort", "another release"):
            assert word in NOT_PROTECTED


class TestWords:
    """Counts in captions and notes."""

    @staticmethod
    def caption(text: str, *rows: tuple[Cell, ...]) -> str:
        given = attrs.evolve(table((NAME, ALL), *rows), caption=text, notes=(text,))
        made = suppressed(given, 5)
        assert made.notes[0] == made.caption
        return made.caption

    def test_small_ones_always_go(self) -> None:
        """The table has none: 4 goes, 5 and 0 stay."""
        assert "Of 1,205 cases [c], and 0 of 5." == self.caption(
            "Of 1,205 cases 4, and 0 of 5.", ("x", 9)
        )

    def test_all_go_where_the_table_withholds_any(self) -> None:
        """What is left of a sum would tell: 12 of 15 leaves 3."""
        assert "Of [c], [c], and 0 left out." == self.caption(
            "Of 1,205, 12, and 0 left out.", ("x", 1)
        )

    @pytest.mark.parametrize(
        "text",
        [
            "Received from 1 April 2024 to 31 March 2025, 2024/25.",
            "Stage 1, regulation 14(1) and 17(4)(b), within 3 working days (I-2), SI 2006/1738.",
            "Q1 and Q2, to the 4th, in 2 weeks.",
            "Means to 2.5 and 1.25.",
        ],
    )
    def test_what_is_no_count_stays(self, text: str) -> None:
        assert text == self.caption(text, ("x", 1))


class TestReport:
    """The whole of it."""

    @pytest.fixture
    def report(self) -> Iterator[Report]:
        counts = table((NAME, ALL), ("x", 1))
        listed = ReportTable(
            key="open", title="Open", caption="C.", columns=(NAME,), rows=(("CSC-1",),),
            lists_cases=True,
        )  # fmt: skip
        provenance = Provenance(
            version="1", rules="r", calendar="c", calendar_fingerprint="f", readings="every",
            cohorts="closed", options={"Year": "2024-25"}, source="s", digest="d", rows=9,
            rejected=1,
        )  # fmt: skip
        with FindingLog([Finding(row=2, kind="k", what="w")]) as findings:
            yield Report(
                title="R",
                period="2024-25",
                summary=("1 was late.",),
                sections=(
                    Section(
                        key="1", title="1", introduction="Of 3 cases.", tables=(counts, listed)
                    ),
                    Section(key="2", title="2", introduction="", tables=(listed,)),
                ),
                findings=findings,
                provenance=provenance,
            )

    @pytest.fixture
    def made(self, report: Report) -> Iterator[Report]:
        made = suppressed_report(report, 5)
        with made.findings:
            yield made

    def test_small_counts_are_gone_from_each_table(self, made: Report) -> None:
        assert (("x", C),) == made.table("t").rows

    def test_lists_of_cases_are_gone_and_sections_of_nothing_else(self, made: Report) -> None:
        assert ["t"] == [each.key for each in made.tables]
        assert ["1"] == [section.key for section in made.sections]

    def test_findings_and_sentences_with_counts_are_gone(self, made: Report) -> None:
        assert [] == list(made.findings)
        assert NOT_PROTECTED in made.summary
        assert "1 was late." not in made.summary

    def test_small_counts_of_introductions_are_gone(self, made: Report) -> None:
        assert "Of [c] cases." == made.sections[0].introduction

    def test_where_it_came_from_says_so(self, made: Report) -> None:
        source = made.provenance

        assert {"Year": "2024-25", "Withheld": "counts from 1 to 4"} == source.options
        assert 9 == source.rows

    def test_the_report_itself_is_as_it_was(self, report: Report, made: Report) -> None:
        assert made != report
        assert 1 == len(report.findings)
        assert (("x", 1),) == report.table("t").rows

    def test_a_threshold_that_is_none_is_refused(self, report: Report) -> None:
        with pytest.raises(ComplaintTimescalesError, match="at least 2"):
            suppressed_report(report, 1)
