# SPDX-License-Identifier: MIT
"""How many cells an XLS workbook claims to have: its records, out of the compound file they are in.

The layout of the container is in [MS-CFB], that of the records in [MS-XLS].
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Final

_END: Final = 0xFFFFFFFA  # from here on a number says something else than the next sector
_DIMENSIONS: Final = 0x0200
_CELLS: Final = frozenset(
    {0x0006, 0x00BD, 0x00BE, 0x00D6, 0x00FD, 0x0201, 0x0203, 0x0204, 0x0205, 0x027E}
)


class HasPassword(Exception):
    """The file holds a workbook that can be read with a password alone."""


def cells_of_xls(content: bytes) -> int:
    """The size of the largest rectangle that a sheet claims; 0 where there is no such stream.

    Raises ``struct.error`` where the file ends too early, and ``ValueError`` where a chain of
    sectors has no end or a sheet no size; and ``HasPassword``.
    """
    largest = rows = columns = 0
    for kind, record in _records(_stream(content)):
        if kind == _DIMENSIONS:
            rows = columns = 0
            form = "<IIHH" if len(record) >= 14 else "<HHHH"
            top, bottom, left, right = struct.unpack_from(form, record)
            if top > bottom or left > right:
                raise ValueError("a sheet ends before it begins")
            largest = max(largest, (bottom - top) * (right - left))
        elif kind in _CELLS and len(record) >= 6:
            row, column, last = *struct.unpack_from("<HH", record), 0
            if kind in {0x00BD, 0x00BE}:  # many cells of one row; the last of them ends the record
                (last,) = struct.unpack_from("<H", record, len(record) - 2)
            rows, columns = max(rows, row + 1), max(columns, column + 1, last + 1)
            largest = max(largest, rows * columns)
    return largest


def _records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + size]
        at += 4 + size


def _stream(content: bytes) -> bytes:
    """The stream ``Workbook``, or ``Book`` in files from before 1997."""
    size = 1 << min(struct.unpack_from("<H", content, 30)[0], 16)
    first_directory, cutoff, small_first = struct.unpack_from("<I4xII", content, 48)
    table = _table(content, size)
    directory = _chained(content[size:], size, table, first_directory)
    entries = [directory[at : at + 128] for at in range(0, len(directory) - 127, 128)]
    named = {
        entry[: max(struct.unpack_from("<H", entry, 64)[0] - 2, 0)].decode("utf-16-le", "replace"):
        struct.unpack_from("<II", entry, 116)
        for entry in reversed(entries)
    }  # fmt: skip
    if "EncryptedPackage" in named:
        raise HasPassword
    start, length = named.get("Workbook") or named.get("Book") or (_END, 0)
    if length >= cutoff or "Root Entry" not in named:
        return _chained(content[size:], size, table, start)[:length]
    small = _chained(content[size:], size, table, named["Root Entry"][0])
    small_table = _numbers(_chained(content[size:], size, table, small_first))
    return _chained(small, 64, small_table, start)[:length]


def _table(content: bytes, size: int) -> list[int]:
    """For each sector, the one after it."""
    sectors = list(struct.unpack_from("<109I", content, 76))
    more, seen = struct.unpack_from("<I", content, 68)[0], 0
    while more < _END and seen * size < len(content):
        part = _numbers(content[(more + 1) * size : (more + 2) * size])
        sectors += part[:-1]
        more, seen = part[-1] if part else _END, seen + 1
    blocks = [content[(at + 1) * size : (at + 2) * size] for at in sectors if at < _END]
    return _numbers(b"".join(blocks))


def _numbers(block: bytes) -> list[int]:
    return list(struct.unpack(f"<{len(block) // 4}I", block[: len(block) // 4 * 4]))


def _chained(content: bytes, size: int, table: list[int], at: int) -> bytes:
    parts: list[bytes] = []
    while at < len(table):
        parts.append(content[at * size : (at + 1) * size])
        if len(parts) > len(table):
            raise ValueError("its sectors run in a circle")
        at = table[at]
    return b"".join(parts)
