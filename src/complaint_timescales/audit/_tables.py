# SPDX-License-Identifier: MIT
"""A printed table of counts: its totals, its percentages, and what can be no count."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Final

import attrs

from complaint_timescales.audit._dates import dated_result, is_dated
from complaint_timescales.audit._figures import Figure, decimal, figure_of
from complaint_timescales.audit._grid import Grid, bare
from complaint_timescales.audit._shapes import AuditResult, Judgement, Unread, Verdict
from complaint_timescales.audit._sums import Percentage, Percentages, Sum, impossible
from complaint_timescales.tables import DELIMITERS, Source, read_bytes, read_table
from complaint_timescales.working_days import WorkingDayCalendar

_SEPARATORS: Final = frozenset(mark.encode() for mark in DELIMITERS)


def audit_table(
    source: Source, *, name: str = "the table", calendar: WorkingDayCalendar | None = None
) -> AuditResult:
    r"""Every sum and percentage of a printed table recounted, from a file or the text of one.

    >>> table = "answer,Q1,Q2,Total,%\nin time,50,55,105,86\nlate,9,8,17,14\nTotal,59,63,121,100\n"
    >>> for each in audit_table(table).of(Verdict.DOES_NOT_AGREE):
    ...     print(each)
    the table, Total across, row Total: 121: does not agree: 59 + 63 = 122; the parts come to 1
    more (parts add up to their total). Find the part or the total that is wrong, or say what is
    left out or counted twice
    the table, Total down, column Total: 121: does not agree: 105 + 17 = 122; ...

    The first column has the names of the rows. A row or a column is a total where its name says
    so, a percentage where its name has ``%`` or ``per cent`` in it or its cells have, and an
    average or the like, by its name, is not added up. Percentages are taken to be of the two
    counts that explain the most of them. A table of investigations, or of limits with their
    dates, goes to ``check_table`` and comes back as claims. A cell that is neither a figure nor
    empty is an entry that could not be read.
    Raises ``InvalidTable`` where there is no such table to be had.
    """
    if isinstance(source, str) and re.search(r"[\r\n]", source):
        source = source.encode("utf-8", "surrogatepass")  # half a character is refused below
    if not isinstance(source, bytes):
        name, source = Path(source).name, read_bytes(source)
    content = source.removeprefix(codecs.BOM_UTF8)
    # The corner of a printed table is often empty; a column needs a name all the same.
    named = b"rows" + content if content[:1] in _SEPARATORS else content
    table = read_table(named, name=name)
    if is_dated(table):
        return dated_result(content, name=name, calendar=calendar)
    grid = Grid.of(table)
    rejected = [
        Unread(f"{table.name}, row {each.row.number}", finding.what, remedy=finding.remedy)
        for each in table.rejected
        for finding in each.findings
    ]
    return AuditResult(
        name=table.name,
        judgements=tuple(_judgements(grid)),
        rejected=(*rejected, *grid.unread),
    )


def _judgements(grid: Grid) -> Iterator[Judgement]:
    """Every claim that the table makes."""
    for c in range(len(grid.heads)):
        if c in grid.measures:
            yield _not_added(grid, c)
        elif c not in grid.shares:
            yield from _counts(grid, c)
    across, down = ("down", "across") if grid.turned else ("across", "down")
    if grid.total_column is not None:
        for r in range(len(grid.labels)):
            where = f"{grid.name}, {grid.heads[grid.total_column]} {across}, {grid.at_row(r)}"
            yield from _sum(grid, where, [(r, c) for c in grid.parts], (r, grid.total_column))
    if grid.total_row is not None:
        for c in grid.added:
            where = f"{grid.name}, {grid.labels[grid.total_row]} {down}, {grid.at_column(c)}"
            yield from _sum(grid, where, [(r, c) for r in grid.rows], (grid.total_row, c))
    for c in sorted(grid.shares):
        yield from _percentages(grid, c)


def _not_added(grid: Grid, c: int) -> Judgement:
    given = [row[c] for row in grid.cells if row[c] is not None]
    return Judgement(
        kind="measure",
        where=f"{grid.name}, {grid.at_column(c)}",
        stated=", ".join(map(str, given)),
        verdict=Verdict.CANNOT_TELL,
        what="the figures behind it are not in the table",
        remedy="Claim it with its figures, as 'mean' does, to have it recounted",
    )


def _counts(grid: Grid, c: int) -> Iterator[Judgement]:
    given = [(r, figure) for r, row in enumerate(grid.cells) if (figure := row[c]) is not None]
    wrong = [
        found for r, figure in given if (found := impossible("count", grid.at(r, c), (figure,)))
    ]
    yield from wrong
    if not wrong:
        parts = [figure.value for r, figure in given if r != grid.total_row]
        come_to = sum(parts, Fraction(0))
        yield Judgement(
            kind="count",
            where=f"{grid.name}, {grid.at_column(c)}",
            stated=f"{len(given)} counts",
            verdict=Verdict.AGREES,
            recount=f"each can be a count; {len(parts)} of them come to {come_to}",
        )


def _sum(
    grid: Grid, where: str, parts: list[tuple[int, int]], at: tuple[int, int]
) -> Iterator[Judgement]:
    stated = grid.cells[at[0]][at[1]]
    figures = [grid.cells[r][c] for r, c in parts]
    if stated is None or not figures:
        return
    known = tuple(figure for figure in figures if figure is not None)
    if len(known) == len(figures):
        yield Sum(where=where, parts=known, stated=stated).check()
        return
    yield Judgement(
        kind="sum",
        where=where,
        stated=stated.written,
        verdict=Verdict.CANNOT_TELL,
        recount=f"{len(known)} of {len(figures)} parts are shown",
        what="the others are missing, withheld or unreadable",
    )


# ---------------------------------------------------------------------------------------
# Percentages
# ---------------------------------------------------------------------------------------


@attrs.frozen
class _Base:
    """What percentages are of: one column by another, or a column by what it comes to."""

    grid: Grid
    part: int
    whole: int | None

    def _whole(self, r: int) -> Fraction | None:
        if self.whole is not None:
            cell = self.grid.cells[r][self.whole]
            return None if cell is None else cell.value
        cells = [self.grid.cells[each][self.part] for each in self.grid.rows]
        known = [cell.value for cell in cells if cell is not None]
        return sum(known, Fraction(0)) if len(known) == len(cells) else None

    def claim(self, r: int, where: str, stated: Figure) -> Percentage | None:
        """The claim that a row makes; None where the counts are not there."""
        part, whole = self.grid.cells[r][self.part], self._whole(r)
        if part is None or not whole:
            return None
        return Percentage(where=where, part=part, whole=figure_of(decimal(whole, 6)), stated=stated)

    def explains(self, given: dict[int, Figure]) -> int:
        """How many of some percentages it gives."""
        claims = [self.claim(r, "", figure) for r, figure in given.items()]
        agree = (Verdict.AGREES, Verdict.AGREES_IF_TRUNCATED)
        return sum(claim is not None and claim.check().verdict in agree for claim in claims)


def _percentages(grid: Grid, c: int) -> Iterator[Judgement]:
    """Each share of a column, of the two counts that explain the most of them."""
    given = {r: figure for r, row in enumerate(grid.cells) if (figure := row[c]) is not None}
    best = max(_bases(grid, c), key=lambda base: base.explains(given), default=None)
    for r, figure in given.items():
        claim = None if best is None else best.claim(r, grid.at(r, c), figure)
        if claim is not None:
            yield claim.check()
            continue
        yield Judgement(
            kind="percentage",
            where=grid.at(r, c),
            stated=figure.written,
            verdict=Verdict.CANNOT_TELL,
            what="the counts it is of are not shown",
        )
    if best is not None and best.whole is None and set(grid.rows) <= set(given):
        stated = tuple(given[r] for r in grid.rows)
        yield Percentages(where=f"{grid.name}, {grid.at_column(c)}", stated=stated).check()


def _bases(grid: Grid, c: int) -> Iterator[_Base]:
    """What a column of percentages can be of; of those that explain as many, the first."""
    named = bare(grid.heads[c])
    # What its own name says comes first, and then the total, which most are shares of.
    columns = sorted(
        grid.added, key=lambda each: (bare(grid.heads[each]) != named, each != grid.total_column)
    )
    if columns and bare(grid.heads[columns[0]]) == named:
        yield from (_Base(grid, columns[0], whole) for whole in columns[1:])
    yield from (_Base(grid, part, None) for part in columns)
    yield from (_Base(grid, a, b) for a in columns for b in columns if a != b)
