# SPDX-License-Identifier: MIT
"""Small tables, held whole."""

from __future__ import annotations

from typing import BinaryIO

from complaint_timescales._errors import InvalidTable
from complaint_timescales.tables._column_map import ColumnMap
from complaint_timescales.tables._input import Input, Source
from complaint_timescales.tables._shapes import Row, Table
from complaint_timescales.tables._sheets import Body, sheet_of


def read_table(
    source: Source | BinaryIO, *, name: str = "the table", column_map: ColumnMap | None = None
) -> Table:
    r"""The table in a file, be it CSV or a workbook, or in a text that holds one.

    >>> table = read_table("start,end\n2024-08-29,2024-11-28\n")
    >>> table.header, table.rows[0].number
    (('start', 'end'), 2)

    A text is UTF-8, with or without its mark, and the header shows whether its cells are
    separated by commas, semicolons, tabs or bars. A workbook needs the extra ``excel`` and has
    one sheet with something in it. A column map can say otherwise.
    ``name`` is what messages call a table that is not a file.
    Raises ``InvalidTable`` where there is no table to be had, and says why.
    """
    said = ColumnMap() if column_map is None else column_map
    body = Body(sheet_of(Input(source, name), said), said)
    rows, rejected = [], []
    for number, cells in body.rows():
        if len(cells) == len(body.header):
            rows.append(Row(number, tuple(cells)))
        else:
            rejected.append(body.rejected(number, cells))
    return Table(body.sheet.name, body.header, tuple(rows), tuple(rejected))


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
