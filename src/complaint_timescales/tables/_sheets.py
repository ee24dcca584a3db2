# SPDX-License-Identifier: MIT
"""From a file to its sheet: what kind of file it is, its header, and its rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, NoReturn, Protocol

from complaint_timescales._dates import counted
from complaint_timescales._errors import InvalidTable
from complaint_timescales.tables._column_map import ColumnMap
from complaint_timescales.tables._csv import CsvSheet, sniffed
from complaint_timescales.tables._input import Input
from complaint_timescales.tables._shapes import Finding, Rejected, Row, plain_name
from complaint_timescales.tables._workbooks import WorkbookSheet, is_workbook

_MOST_COLUMNS: Final = 16_384  # as many as a spreadsheet has
_LOOKED_AT: Final = 50  # rows in which a wider header is looked for, below a title


class Sheet(Protocol):
    """Rows of cells, which can be read again."""

    name: str
    digest: str

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Each row in which a cell has text, with its number as a spreadsheet shows it."""
        ...


def sheet_of(source: Input, said: ColumnMap) -> Sheet:
    """The sheet that an input holds: of a workbook, told by its first bytes, or a text."""
    head = source.head()
    if is_workbook(head):
        return WorkbookSheet(source, said.sheet, header=said.header)
    if said.sheet is not None:
        raise InvalidTable(
            "it is no workbook, and has no sheets",
            where=source.name,
            written=said.sheet,
            remedy="Leave `sheet` out of its map",
        )
    _refuse_other(head, source.name, said.encoding)
    mark = said.delimiter
    if mark is None:
        mark = sniffed(source, said.encoding, said.header_row)
    return CsvSheet(source, delimiter=mark, encoding=said.encoding)


def _refuse_other(head: bytes, name: str, encoding: str) -> None:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) and encoding != "utf-16":
        raise InvalidTable(
            "the file is UTF-16, not UTF-8",
            where=name,
            remedy="Save it as 'CSV UTF-8'; or say `encoding = 'utf-16'` in its map",
        )
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:6].lower()
    if start.startswith((b"<html", b"<!doc", b"<?xml", b"<table")):
        raise InvalidTable(
            "the file is a page of HTML or XML, whatever its name says",
            where=name,
            remedy="Open it in a spreadsheet, and save it as XLSX or as 'CSV UTF-8'",
        )
    if start.startswith(b"%pdf-"):
        raise InvalidTable("the file is a PDF", where=name, remedy="Ask for the table itself")


class Body:
    """The header of a sheet and the rows below it.

    Attributes:
        header: the names of the columns, each of them once; letters where there is no header.
        header_row: the number of its row; 0 where there is none.
    """

    def __init__(self, sheet: Sheet, said: ColumnMap) -> None:
        """Find the header, and refuse a sheet without one."""
        self.sheet = sheet
        rows = sheet.rows()
        if said.header_row is not None:
            rows = (row for row in rows if row[0] >= (said.header_row or 0))
        first = list(islice(rows, _LOOKED_AT))
        number, cells = first[0] if first else (0, [])
        if said.header_row not in {None, number}:
            what = f"there is nothing in row {said.header_row}"
            remedy = "Give `header_row` as a spreadsheet shows it"
            raise InvalidTable(what, where=sheet.name, remedy=remedy)
        if not first:
            remedy = "A header is needed"
            raise InvalidTable("there is nothing in it", where=sheet.name, remedy=remedy)
        if len(cells) > _MOST_COLUMNS:
            remedy = "It is probably no table: check how its cells are separated"
            what = f"more than {_MOST_COLUMNS:,} columns"
            raise InvalidTable(what, where=sheet.name, remedy=remedy)
        if not said.header:
            self.header_row = 0
            self.header = tuple(letters(place) for place in range(len(cells)))
            return
        if said.header_row is None:
            self._refuse_title(first)
        self.header_row = number
        self.header = _header(cells, sheet.name)

    def _refuse_title(self, first: list[tuple[int, list[str]]]) -> None:
        widths = [(number, sum(map(bool, map(str.strip, cells)))) for number, cells in first]
        wider = next((number for number, width in widths if width > 1), None)
        if widths[0][1] == 1 and wider is not None:
            raise InvalidTable(
                f"row {widths[0][0]} has one cell, and row {wider} has more",
                where=self.sheet.name,
                written=" ".join("".join(first[0][1]).split())[:80],
                remedy=f"If row {wider} is the header, say `header_row = {wider}` in its map",
            )

    def rows(self) -> Iterator[tuple[int, Sequence[str]]]:
        """The rows below the header; one of them may have more or fewer cells than it."""
        width = len(self.header)
        for number, cells in self.sheet.rows():
            if number <= self.header_row:
                continue
            # Spreadsheets write empty cells after the last; they say nothing.
            if len(cells) > width and not "".join(cells[width:]).strip():
                yield number, cells[:width]
            else:
                yield number, cells

    def rejected(self, number: int, cells: Sequence[str]) -> Rejected:
        """A row that has another length than the header."""
        finding = Finding(
            row=number,
            kind="ragged",
            what=f"{counted(len(cells), 'cell')}, and the header has {len(self.header)}",
            remedy="Check for a cell too many or too few; in CSV a cell with a comma is in quotes",
        )
        return Rejected(Row(number, tuple(cells)), (finding,))


def _header(cells: Sequence[str], name: str) -> tuple[str, ...]:
    names = [" ".join(cell.split()) for cell in cells]
    while not names[-1]:  # some cell has text: a row without any is no record
        names.pop()
    if "" in names:
        _refuse_names(f"column {letters(names.index(''))} has no name", name)
    for given, times in Counter(map(plain_name, names)).items():
        if times > 1:
            twice = [each for each in names if plain_name(each) == given]
            _refuse_names("two columns have one name", name, written=twice[1])
    return tuple(names)


def _refuse_names(what: str, name: str, written: str | None = None) -> NoReturn:
    remedy = "Give each column a name of its own in the header; or say `header_row` in its map"
    raise InvalidTable(what, where=name, written=written, remedy=remedy)


def letters(place: int) -> str:
    """The letters of a column as a spreadsheet shows them; the first is at place 0.

    >>> letters(0), letters(27)
    ('A', 'AB')
    """
    rest, last = divmod(place, 26)
    return (letters(rest - 1) if rest else "") + chr(ord("A") + last)
