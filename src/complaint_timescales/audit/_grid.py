# SPDX-License-Identifier: MIT
"""What a printed table holds: its figures, and what each of its columns is by its name.

A table with a measure in each row, *received* and *% in time* by year, is turned about, so that
a column always holds figures of one kind.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from complaint_timescales._errors import InvalidTable
from complaint_timescales.audit._figures import Figure, parsed_figure
from complaint_timescales.audit._shapes import Unread
from complaint_timescales.tables import Table, is_missing, plain_name

TOTALS: Final = frozenset({"all", "grand_total", "overall", "sum", "total", "totals"})
WITHHELD: Final = frozenset({"*", "[c]", "c", "#"})
"""What stands for a figure that is not shown."""
_OF_100: Final = frozenset({"%", "cent", "pct", "percent", "percentage"})
_MEASURES: Final = frozenset(
    {
        "average",
        "avg",
        "days",
        "longest",
        "maximum",
        "mean",
        "median",
        "minimum",
        "rate",
        "shortest",
    }
)

Cells = tuple[tuple[str, ...], ...]


@attrs.frozen(kw_only=True)
class Grid:
    """A table's figures by row and column, with what each column and row is.

    Attributes:
        name: what the table is called.
        labels: the names of the rows.
        heads: the names of the columns.
        cells: a figure, or None where there is none.
        shares: the columns of percentages.
        measures: the columns of averages and the like, which are not added up.
        total_column: the column that is a total, if one is.
        total_row: the row that is a total, if the last is.
        turned: whether its rows are the columns of the table.
        unread: the cells that are neither a figure nor empty.
    """

    name: str
    labels: tuple[str, ...]
    heads: tuple[str, ...]
    cells: tuple[tuple[Figure | None, ...], ...]
    shares: frozenset[int]
    measures: frozenset[int]
    total_column: int | None
    total_row: int | None
    turned: bool
    unread: tuple[Unread, ...]

    @classmethod
    def of(cls, table: Table) -> Grid:
        """The grid of a table, or an error where it has no figures."""
        heads = table.header[1:]
        labels = tuple(row.cells[0].strip() or f"row {row.number}" for row in table.rows)
        cells: Cells = tuple(row.cells[1:] for row in table.rows)
        turned = any(map(_is_special, labels)) and not any(map(_is_special, heads))
        if turned:
            heads, labels, cells = labels, heads, tuple(zip(*cells, strict=True))
        wanted = [c for c in range(len(heads)) if _has_figures([row[c] for row in cells])]
        if not wanted:
            raise InvalidTable(
                "no column has figures to add up",
                where=table.name,
                rule="the first column names the rows",
                remedy="Give a table with counts, or one of dates that 'check' knows",
            )
        heads = tuple(heads[c] for c in wanted)
        cells = tuple(tuple(row[c] for c in wanted) for row in cells)
        return cls._made(table.name, labels, heads, cells, turned=turned)

    @classmethod
    def _made(
        cls,
        name: str,
        labels: tuple[str, ...],
        heads: tuple[str, ...],
        cells: Cells,
        *,
        turned: bool,
    ) -> Grid:
        columns = list(zip(*cells, strict=True))
        shares = [c for c, head in enumerate(heads) if _is_share(head) or _all_share(columns[c])]
        totals = [c for c, head in enumerate(heads) if plain_name(head) in TOTALS]
        made = cls(
            name=name,
            labels=labels,
            heads=heads,
            cells=tuple(tuple(map(parsed_figure, row)) for row in cells),
            shares=frozenset(shares),
            measures=frozenset(
                c for c, head in enumerate(heads) if _is_measure(head) and c not in shares
            ),
            total_column=totals[0] if totals else None,
            total_row=len(labels) - 1 if plain_name(labels[-1]) in TOTALS else None,
            turned=turned,
            unread=(),
        )
        return attrs.evolve(made, unread=tuple(made._unread(cells)))

    @property
    def added(self) -> list[int]:
        """The columns that are added up: of counts, the total among them."""
        return [c for c in range(len(self.heads)) if c not in self.shares | self.measures]

    @property
    def parts(self) -> list[int]:
        """The columns of counts that are no total."""
        return [c for c in self.added if c != self.total_column]

    @property
    def rows(self) -> list[int]:
        """The rows that are no total."""
        return [r for r in range(len(self.labels)) if r != self.total_row]

    def at_row(self, r: int) -> str:
        """``row North``, or the column that was turned into it."""
        return f"{'column' if self.turned else 'row'} {self.labels[r]}"

    def at_column(self, c: int) -> str:
        """``column Q1``, or the row that was turned into it."""
        return f"{'row' if self.turned else 'column'} {self.heads[c]}"

    def at(self, r: int, c: int) -> str:
        """Where a cell stands in the table as it is printed."""
        places = [self.at_row(r), self.at_column(c)]
        return f"{self.name}, {', '.join(reversed(places) if self.turned else places)}"

    def _unread(self, cells: Cells) -> Iterator[Unread]:
        for r, row in enumerate(cells):
            for c, cell in enumerate(row):
                if not _is_blank(cell) and self.cells[r][c] is None:
                    remedy = "Write figures alone, or 'n/a' where there is none"
                    yield Unread(self.at(r, c), "not a figure", cell, remedy=remedy)


def bare(head: str) -> str:
    """A column's name without what says that it is a percentage.

    >>> bare("% on time"), bare("Percentage upheld")
    ('on_time', 'upheld')
    """
    return "_".join(word for word in _words(head) if word not in _OF_100 | {"per"})


def _words(head: str) -> list[str]:
    return plain_name(head.replace("%", " % ")).split("_")


def _is_share(head: str) -> bool:
    return bool(_OF_100 & set(_words(head)))


def _is_measure(head: str) -> bool:
    return bool(_MEASURES & set(_words(head)))


def _is_special(name: str) -> bool:
    return _is_share(name) or _is_measure(name)


def _all_share(column: Sequence[str]) -> bool:
    return all(cell.strip().endswith("%") for cell in column if not _is_blank(cell))


def _has_figures(column: Sequence[str]) -> bool:
    given = [cell for cell in column if not _is_blank(cell)]
    read = [cell for cell in given if parsed_figure(cell) is not None]
    return bool(read) and 2 * len(read) >= len(given)


def _is_blank(cell: str) -> bool:
    return is_missing(cell) or cell.strip().casefold() in WITHHELD or cell.strip().startswith("<")
