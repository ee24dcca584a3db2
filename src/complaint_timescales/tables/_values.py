# SPDX-License-Identifier: MIT
"""What the cells of a column say: dates in one format of a closed list, and whole numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Final, Generic, TypeVar

import attrs

from complaint_timescales._dates import listed
from complaint_timescales.tables._formats import (
    DATE_FORMATS,
    NULL_WORDS,
    DateFormat,
    DayCell,
    format_named,
    is_missing,
    plain_cell,
)
from complaint_timescales.tables._shapes import Finding, Table
from complaint_timescales.tables._tally import DateTally, needs_month_first

T = TypeVar("T")

# What people and programs write instead, and what to do about each.
_HINTS: Final = (
    (r"[0-9]{5}", "It looks like a spreadsheet's day number: format the column as a date"),
    (r"[0-9]{1,2}[/.][0-9]{1,2}[/.][0-9]{2}", "Write the year in four figures: 29/08/2024"),
    (r"[a-z]+\.? [0-9]{1,2},? [0-9]{2,4}", "Write the day before the month: 29 August 2024"),
    (r"[a-z]+ [0-9]{2,4}", "A month is not a day: give the day, or write 'not known'"),
)


@attrs.frozen
class Values(Generic[T]):
    """What the cells of a column say, by the number of the row.

    Attributes:
        column: its name as the file writes it.
        written: each cell as it was written.
        read: each value; None where the cell says that there is none, or cannot be read.
        findings: for each cell that cannot be read, why.
    """

    column: str
    written: Mapping[int, str]
    read: Mapping[int, T | None]
    findings: Mapping[int, Finding]


def cells_of(table: Table, column: str) -> dict[int, str]:
    """The cells of a column as they were written, by the number of the row."""
    place = table.header.index(column)
    return {row.number: row.cells[place] for row in table.rows}


def dates_in(table: Table, column: str, *, date_format: str | None = None) -> Values[date]:
    r"""The dates in a column, all of them in one format.

    >>> from complaint_timescales.tables import read_table
    >>> dates = dates_in(read_table("closed\n29 Aug 24\n2024-08-30\n14 Sept 24\n"), "closed")
    >>> dates.read[2], dates.findings[3].written
    (datetime.date(2024, 8, 29), '2024-08-30')

    ``date_format`` is the name of one in ``DATE_FORMATS`` or ``TOLD_FORMATS``. Without it
    the format is that of most cells in the column, and of the first cell where two come to the
    same number; a column in which as many cells need the month first as need the day first has
    none.
    """
    cells = cells_of(table, column)
    form = format_named(date_format) if date_format is not None else _common(cells)
    read: dict[int, date | None] = {}
    findings = {}
    for row, cell in cells.items():
        read[row] = None
        if is_missing(cell):
            continue
        day = read_date(cell, form)
        if isinstance(day, date):
            read[row] = day
        else:
            findings[row] = unreadable_date(row, column, cell, form, what=day)
    return Values(column, cells, read, findings)


def _common(cells: Mapping[int, str]) -> DateFormat | None:
    tally = DateTally(NULL_WORDS)
    tally.add_column(cells)
    return tally.chosen()


def read_date(cell: str, form: DateFormat | None) -> date | str:
    """The day that a cell names in the format of its column, or why it names none."""
    if isinstance(cell, DayCell):
        return cell.day
    if form is None or not form.fits(cell):
        fits = any(each.fits(cell) for each in DATE_FORMATS)
        return "not in the format of its column" if fits else "not a date"
    try:
        return form.read(cell)
    except ValueError:
        return "there is no such day"


def unreadable_date(
    row: int, column: str, cell: str, form: DateFormat | None, *, what: str
) -> Finding:
    """The finding that a cell of a column of dates cannot be read."""
    rule = f"the column is read as {form.name}: {form.example}" if form else _NO_FORMAT
    hint = next((words for shape, words in _HINTS if re.fullmatch(shape, plain_cell(cell))), "")
    if needs_month_first(cell) or (form is None and DATE_FORMATS[1].fits(cell)):
        hint = "If the file writes the month first, say so, or write its dates as 2024-08-29"
    example = form.example if form else DATE_FORMATS[0].example
    return Finding(
        row=row,
        kind="unreadable",
        what=what,
        column=column,
        written=str(cell),
        rule=rule,
        remedy=hint or f"Correct it, written as {example}; or write 'n/a' if there is no date",
    )


_NO_FORMAT: Final = "dates are read as {}".format(
    listed([form.example for form in DATE_FORMATS], last="or")
)


def whole_numbers_in(table: Table, column: str) -> Values[int]:
    r"""The whole numbers in a column; a figure such as ``75.0`` is not one.

    >>> from complaint_timescales.tables import read_table
    >>> whole_numbers_in(read_table("days\n75\n n/a\n"), "days").read
    {2: 75, 3: None}
    """
    cells = cells_of(table, column)
    read: dict[int, int | None] = {}
    findings = {}
    for row, cell in cells.items():
        read[row] = read_whole(cell)
        if read[row] is None and not is_missing(cell):
            findings[row] = unreadable_whole(row, column, cell)
    return Values(column, cells, read, findings)


def read_whole(cell: str) -> int | None:
    """The number in a cell of figures alone, at most six of them."""
    figure = cell.strip()
    return int(figure) if re.fullmatch(r"[0-9]{1,6}", figure) else None


def unreadable_whole(row: int, column: str, cell: str) -> Finding:
    """The finding that a cell of a column of whole numbers cannot be read."""
    return Finding(
        row=row,
        kind="unreadable",
        what="not a whole number",
        column=column,
        written=str(cell),
        rule="it counts in whole numbers of at most six figures",
        remedy="Write figures alone, such as 65; or 'n/a' if there is none",
    )
