# SPDX-License-Identifier: MIT
"""From a file to a table: bytes, text, records, header and rows."""

from __future__ import annotations

import csv
import io
import os
import re
from collections import Counter
from pathlib import Path
from typing import Final

from complaint_timescales._dates import counted
from complaint_timescales._errors import InvalidTable
from complaint_timescales.tables._shapes import Finding, Rejected, Row, Table, plain_name

Source = str | bytes | os.PathLike[str]
"""A path; or the text of a table, which is told from a path by its line breaks; or its bytes."""


def read_table(source: Source, *, name: str = "the table") -> Table:
    r"""The table in a CSV file, or in a text that holds one.

    >>> table = read_table("start,end\n2024-08-29,2024-11-28\n")
    >>> table.header, table.rows[0].number
    (('start', 'end'), 2)

    Cells are separated by commas, and the text is UTF-8, with or without its mark. ``name`` is
    what messages call a table that is not a file.
    Raises ``InvalidTable`` where there is no table to be had, and says why.
    """
    if isinstance(source, str) and re.search(r"[\r\n]", source):
        return parse_table(source, name=name)
    if isinstance(source, bytes):
        return parse_table(decoded(source, name), name=name)
    return parse_table(decoded(read_bytes(source), Path(source).name), name=Path(source).name)


def read_bytes(path: str | os.PathLike[str]) -> bytes:
    """What a file holds."""
    try:
        return Path(path).read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InvalidTable(
            f"the file cannot be read: {reason}", where=str(path), remedy="Check the path"
        ) from None


def decoded(content: bytes, name: str) -> str:
    """The text in the bytes of a file, which must be UTF-8."""
    remedy = "In a spreadsheet, save it as 'CSV UTF-8'"
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InvalidTable("the file is UTF-16, not UTF-8", where=name, remedy=remedy)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = content.count(b"\n", 0, error.start) + 1
        raise InvalidTable(
            f"line {row} is not UTF-8: it holds the byte {content[error.start]:#04x}",
            where=name,
            remedy=remedy,
        ) from None


def parse_table(text: str, *, name: str = "the table") -> Table:
    """The table in a CSV text."""
    text = text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise InvalidTable(
            f"line {line} holds a NUL, which no text has",
            where=name,
            remedy="It is probably not a CSV file: save it as one",
        )
    records = _records(text, name)
    if not records:
        raise InvalidTable("there is nothing in it", where=name, remedy="A header is needed")
    header = _header(records[0].cells, name)
    rows = [_trimmed(record, len(header)) for record in records[1:]]
    ragged = [row for row in rows if len(row.cells) != len(header)]
    return Table(
        name,
        header,
        tuple(row for row in rows if len(row.cells) == len(header)),
        tuple(Rejected(row, (_ragged(row, len(header)),)) for row in ragged),
    )


def _records(text: str, name: str) -> list[Row]:
    lines = csv.reader(io.StringIO(text, newline=""), strict=True)
    records: list[Row] = []
    try:
        for number, cells in enumerate(lines, start=1):
            if any(cell.strip() for cell in cells):
                records.append(Row(number, tuple(cells)))
    except csv.Error as error:
        raise InvalidTable(
            f"line {lines.line_num} is not CSV: {error}",
            where=name,
            remedy="Check the quotation marks from the row before it on",
        ) from None
    return records


def _header(cells: tuple[str, ...], name: str) -> tuple[str, ...]:
    names = [" ".join(cell.split()) for cell in cells]
    while not names[-1]:  # some cell has text: a row without any is no record
        names.pop()
    if "" in names:
        raise InvalidTable(f"column {names.index('') + 1} has no name", where=name, remedy=_NAME_IT)
    for given, times in Counter(map(plain_name, names)).items():
        if times > 1:
            twice = [each for each in names if plain_name(each) == given]
            raise InvalidTable(
                "two columns have one name", where=name, written=twice[1], remedy=_NAME_IT
            )
    return tuple(names)


_NAME_IT: Final = "Give each column a name of its own in the first row"


def _trimmed(row: Row, length: int) -> Row:
    # Spreadsheets write empty cells after the last; they say nothing.
    extra = row.cells[length:]
    return Row(row.number, row.cells[:length]) if not "".join(extra).strip() else row


def _ragged(row: Row, length: int) -> Finding:
    return Finding(
        row=row.number,
        kind="ragged",
        what=f"{counted(len(row.cells), 'cell')}, and the header has {length}",
        remedy="Check for a comma too many or too few; a cell with a comma stands in quotes",
    )
