# SPDX-License-Identifier: MIT
"""How many cells the sheets of an XLS workbook claim to have, by its records: [MS-XLS]."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from typing import Final

from complaint_timescales.tables._compound import workbook_stream

_DIMENSIONS: Final = 0x0200
_BOUND_SHEET: Final = 0x0085
_BEGIN: Final = 0x0809
_END: Final = 0x000A
_MANY: Final = frozenset({0x00BD, 0x00BE})  # many cells of one row
_CELLS: Final = _MANY | {0x0006, 0x00D6, 0x00FD, 0x0201, 0x0203, 0x0204, 0x0205, 0x027E}

Record = tuple[int, bytes]


def cells_of_xls(content: bytes) -> int:
    """The sizes of the rectangles that all its sheets claim; 0 where there is no such stream.

    Raises what ``workbook_stream`` raises; and ``ValueError`` where a sheet has no size, or where
    sheets lie in one another.
    """
    stream = workbook_stream(content)
    places = [
        struct.unpack_from("<I", record)[0]
        for kind, record in _records(stream, 0)
        if kind == _BOUND_SHEET and len(record) >= 4
    ]
    left, claimed = 2 * len(stream), 0
    for place in places:
        sheet = list(_records_of_sheet(stream, place))
        left -= sum(4 + len(record) for _, record in sheet)
        if left < 0:
            raise ValueError("its sheets lie in one another")
        claimed += _largest(sheet)
    return max(claimed, _largest(_records(stream, 0)))


def _largest(records: Iterable[Record]) -> int:
    largest = rows = columns = 0
    for kind, record in records:
        if kind == _DIMENSIONS:
            rows = columns = 0
            form = "<IIHH" if len(record) >= 14 else "<HHHH"
            top, bottom, left, right = struct.unpack_from(form, record)
            if top > bottom or left > right:
                raise ValueError("a sheet ends before it begins")
            largest = max(largest, (bottom - top) * (right - left))
        elif kind in _CELLS and len(record) >= 6:
            row, column, last = *struct.unpack_from("<HH", record), 0
            if kind in _MANY:  # the last of them ends the record
                (last,) = struct.unpack_from("<H", record, len(record) - 2)
            rows, columns = max(rows, row + 1), max(columns, column + 1, last + 1)
            largest = max(largest, rows * columns)
    return largest


def _records(stream: bytes, at: int) -> Iterator[Record]:
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + size]
        at += 4 + size


def _records_of_sheet(stream: bytes, place: int) -> Iterator[Record]:
    """The records from a place on, to the end of what begins there; charts in it have their own."""
    depth = 0
    for kind, record in _records(stream, place):
        yield kind, record
        depth += (kind == _BEGIN) - (kind == _END)
        if kind == _END and depth <= 0:
            return
