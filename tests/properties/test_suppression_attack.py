# SPDX-License-Identifier: MIT
"""Nobody works out a withheld count: attacked three ways, by code that shares nothing with ours.

The attacker sees the table as it is shown, knows which columns are parts of which, that the last
row is the total, that every count is a whole number, and that a withheld one is at least 1.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from complaint_timescales.monitoring import SUPPRESSED, Cell, Kind, ReportColumn, ReportTable
from complaint_timescales.monitoring._suppression import suppressed

Place = tuple[int, int]
Equation = tuple[dict[Place, int], int]  # coefficients of what is withheld, and what they come to

# What the columns can be: the key of each and what it is a part of.
LAYOUTS = (
    (("all", ""),),
    (("a", "all"), ("b", "all"), ("all", "")),
    (("a", "all"), ("b", "all"), ("c", "all"), ("all", "")),
    (("a1", "a"), ("a2", "a"), ("a", "all"), ("b", "all"), ("all", "")),
    (("a", "all"), ("b", "all"), ("all", ""), ("c", "rest"), ("d", "rest"), ("rest", "")),
)


@st.composite
def tables(draw: st.DrawFn) -> ReportTable:
    """Tables whose parts and totals add up, with many small counts in them."""
    layout = draw(st.sampled_from(LAYOUTS))
    parents = {parent for _, parent in layout}
    rows: list[tuple[Cell, ...]] = []
    for number in range(draw(st.integers(1, 4))):
        values = {
            key: draw(st.one_of(st.integers(0, 6), st.integers(0, 60)))
            for key, _ in layout
            if key not in parents
        }
        for key, _ in layout:  # parts stand before what they are parts of
            if key in parents:
                values[key] = sum(values[part] for part, whole in layout if whole == key)
        rows.append((f"row {number}", *(values[key] for key, _ in layout)))
    total_row = draw(st.booleans())
    if total_row:
        sums = (sum(row[c] for row in rows) for c in range(1, len(layout) + 1))  # type: ignore[misc]
        rows.append(("all", *sums))
    return ReportTable(
        key="t", title="T", caption="C.", rows=tuple(rows), total_row=total_row,
        columns=(
            ReportColumn("name", "Name", Kind.TEXT),
            *(ReportColumn(key, key, part_of=parent) for key, parent in layout),
        ),
    )  # fmt: skip


def sums(table: ReportTable) -> list[list[tuple[Place, int]]]:
    """Every sum that comes to nothing: cells with their signs."""
    last = len(table.rows) - 1
    found = []
    for r in range(len(table.rows)):
        for whole, column in enumerate(table.columns):
            parts = [c for c, each in enumerate(table.columns) if each.part_of == column.key]
            if parts:
                found.append([((r, whole), -1), *(((r, part), 1) for part in parts)])
    if table.total_row:
        found += [
            [((last, c), -1), *(((r, c), 1) for r in range(last))]
            for c in range(1, len(table.columns))
        ]
    return found


def equations(table: ReportTable) -> list[Equation]:
    """The sums with what is shown put in."""
    made = []
    for cells in sums(table):
        unknown: dict[Place, int] = {}
        known = 0
        for (r, c), sign in cells:
            value = table.rows[r][c]
            if value == SUPPRESSED:
                unknown[r, c] = sign
            else:
                assert isinstance(value, int)
                known += sign * value
        if unknown:
            made.append((unknown, -known))
    return made


def withheld(table: ReportTable) -> list[Place]:
    """Where something is withheld."""
    return [
        (r, c) for r, row in enumerate(table.rows) for c, cell in enumerate(row)
        if cell == SUPPRESSED
    ]  # fmt: skip


def solved_one_by_one(table: ReportTable) -> set[Place]:
    """What follows from sums with one unknown, and from those that then have one."""
    told: set[Place] = set()
    while new := {
        left[0]
        for unknown, _ in equations(table)
        if len(left := [place for place in unknown if place not in told]) == 1
    }:
        told |= new
    return told


def reduced(table: ReportTable) -> list[tuple[list[Fraction], Fraction]]:
    """The equations by Gauss and Jordan."""
    order = withheld(table)
    matrix = [
        [Fraction(unknown.get(place, 0)) for place in order] + [Fraction(total)]
        for unknown, total in equations(table)
    ]
    done = 0
    for column in range(len(order)):
        pivot = next((r for r in range(done, len(matrix)) if matrix[r][column]), None)
        if pivot is None:
            continue
        matrix[done], matrix[pivot] = matrix[pivot], matrix[done]
        scale = matrix[done][column]
        matrix[done] = [value / scale for value in matrix[done]]
        for r, row in enumerate(matrix):
            if r != done and (factor := row[column]):
                matrix[r] = [a - factor * b for a, b in zip(row, matrix[done], strict=True)]
        done += 1
    return [(row[:-1], row[-1]) for row in matrix[:done]]


def solved_together(table: ReportTable) -> set[Place]:
    """What the equations have one solution for, whatever the others are."""
    order = withheld(table)
    return {
        order[next(i for i, value in enumerate(row) if value)]
        for row, _ in reduced(table)
        if sum(map(bool, row)) == 1
    }


def never_otherwise(table: ReportTable, true: ReportTable) -> set[Place]:
    """What is the same in every other table of counts of at least 1 that shows the same.

    Two such tables differ by rings of ones, so it is enough to move what can be chosen freely by
    one or not at all.
    """
    order = withheld(table)
    rows = reduced(table)
    pivots = [next(i for i, value in enumerate(row) if value) for row, _ in rows]
    free = [i for i in range(len(order)) if i not in pivots]
    values = [true.rows[r][c] for r, c in order]
    same = set(order)
    for steps in product((-1, 0, 1), repeat=len(free)):
        change = [Fraction(0)] * len(order)
        for i, step in zip(free, steps, strict=True):
            change[i] = Fraction(step)
        for pivot, (row, _) in zip(pivots, rows, strict=True):
            change[pivot] = -sum((row[i] * change[i] for i in free), Fraction(0))
        if all(v + d >= 1 for v, d in zip(values, change, strict=True)):  # type: ignore[operator]
            same -= {place for place, d in zip(order, change, strict=True) if d}
    return same


class TestAttacks:
    """On any table, by any threshold."""

    @given(tables(), st.integers(2, 8))
    def test_no_small_count_is_shown(self, table: ReportTable, threshold: int) -> None:
        made = suppressed(table, threshold)

        for row in made.rows:
            assert [] == [cell for cell in row[1:] if cell in range(1, threshold)]

    @given(tables(), st.integers(2, 8))
    def test_noughts_are_shown_and_nothing_is_changed(
        self, table: ReportTable, threshold: int
    ) -> None:
        for row, made in zip(table.rows, suppressed(table, threshold).rows, strict=True):
            for cell, shown in zip(row, made, strict=True):
                assert shown == cell or (shown == SUPPRESSED and cell)

    @given(tables(), st.integers(2, 8))
    def test_no_sum_has_a_single_unknown(self, table: ReportTable, threshold: int) -> None:
        assert set() == solved_one_by_one(suppressed(table, threshold))

    @given(tables(), st.integers(2, 8))
    def test_no_sums_together_tell(self, table: ReportTable, threshold: int) -> None:
        assert set() == solved_together(suppressed(table, threshold))

    @given(tables(), st.integers(2, 8))
    def test_bounds_tell_nothing_either(self, table: ReportTable, threshold: int) -> None:
        made = suppressed(table, threshold)
        free = len(withheld(made)) - len(reduced(made))
        if free <= 7:  # 2,187 tables; beyond that the other attacks must do
            assert set() == never_otherwise(made, table)


class TestTheAttacker:
    """It finds what is to be found."""

    TABLE = ReportTable(
        key="t", title="T", caption="C.", total_row=True,
        columns=(
            ReportColumn("name", "Name", Kind.TEXT),
            ReportColumn("a", "A", part_of="all"),
            ReportColumn("b", "B", part_of="all"),
            ReportColumn("all", "All"),
        ),
        rows=(("x", SUPPRESSED, 18, 20), ("y", 7, 8, 15), ("all", SUPPRESSED, 26, 35)),
    )  # fmt: skip

    def test_a_sum_with_one_unknown(self) -> None:
        assert {(0, 1), (2, 1)} == solved_one_by_one(self.TABLE)
        assert {(0, 1), (2, 1)} == solved_together(self.TABLE)

    def test_ones_that_come_to_their_number(self) -> None:
        true = ReportTable(
            key="t", title="T", caption="C.", total_row=True,
            columns=(ReportColumn("name", "Name", Kind.TEXT), ReportColumn("all", "All")),
            rows=(("x", 1), ("y", 1), ("all", 2)),
        )  # fmt: skip
        shown = ReportTable(
            key="t", title="T", caption="C.", total_row=True, columns=true.columns,
            rows=(("x", SUPPRESSED), ("y", SUPPRESSED), ("all", 2)),
        )  # fmt: skip

        assert set() == solved_together(shown)
        assert {(0, 1), (1, 1)} == never_otherwise(shown, true)
