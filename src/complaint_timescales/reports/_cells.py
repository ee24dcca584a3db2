# SPDX-License-Identifier: MIT
"""How a cell is written for people: a thousand has its comma, a date its month in words."""

from __future__ import annotations

from datetime import date
from typing import Final

from complaint_timescales._dates import spoken
from complaint_timescales._text import plain
from complaint_timescales.monitoring import Cell, Kind, Report, ReportTable, Suppressed

# The shorthand of the government's statistics.
MISSING: Final = "[x]"
NOT_APPLICABLE: Final = "[z]"
SHORTHAND: Final = (
    ("[c]", "The figure is withheld, because it or another could tell about a person."),
    (MISSING, "There is no such figure."),
    (NOT_APPLICABLE, "Nothing applies here."),
)
INTERNAL: Final = "Each row is a single case: this table is not for publication."
NUMBERS: Final = frozenset({Kind.COUNT, Kind.PERCENT, Kind.DAYS, Kind.MEAN})


def day_in_words(day: date) -> str:
    """A date without its weekday.

    >>> day_in_words(date(2025, 3, 4))
    '4 March 2025'
    """
    return spoken(day).partition(" ")[2]


def in_words(cell: Cell, kind: Kind) -> str:
    """A cell as people write it, with what is not for showing written out.

    >>> in_words(1095, Kind.COUNT), in_words(62.5, Kind.PERCENT), in_words(None, Kind.MEAN)
    ('1,095', '62.5%', '[x]')
    """
    if cell is None:
        return MISSING
    if isinstance(cell, Suppressed):
        return str(cell)
    if isinstance(cell, str):
        return plain(cell)
    if isinstance(cell, date):
        return day_in_words(cell)
    return f"{cell:,}%" if kind is Kind.PERCENT else f"{cell:,}"


def uses(cells: frozenset[Cell], mark: str) -> bool:
    """Whether a mark of the shorthand stands for one of the cells."""
    return any(
        (cell is None and mark == MISSING) or (isinstance(cell, Suppressed) and mark == str(cell))
        for cell in cells
    )


def notes_of(table: ReportTable) -> tuple[str, ...]:
    """The notes on a table, with a warning where its rows are cases."""
    return (*table.notes, INTERNAL) if table.lists_cases else table.notes


def on_the_input(report: Report) -> str:
    """How many rows the input has, what became of them, and how much was found."""
    rows, rejected = report.provenance.rows, report.provenance.rejected
    total = len(report.findings)
    aside = "none" if not rejected else f"{rejected:,}"
    return (
        f"The input has {rows:,} row{'' if rows == 1 else 's'}, of which {aside} "
        f"{'were' if rejected > 1 else 'was'} set aside. "
        f"There {'is' if total == 1 else 'are'} {total:,} finding{'' if total == 1 else 's'}."
    )
