# SPDX-License-Identifier: MIT
"""The compound file in which an XLS workbook is a stream, read strictly.

What reads workbooks follows the numbers of a file wherever they lead: it makes room for sectors
that are not there, and goes round in a circle until no memory is left. So every chain that it
follows is followed here before it. The layout is in [MS-CFB].
"""

from __future__ import annotations

import math
import struct
from collections.abc import Sequence
from typing import Final

import attrs

_END: Final = 0xFFFFFFFE
_SPECIAL: Final = 0xFFFFFFFA  # from here on a number is not that of a sector
_SMALL_BELOW: Final = 4096  # a shorter stream is kept in small sectors, whatever the header says
_NAMES: Final = ("Workbook", "Book", "WORKBOOK", "BOOK")  # in files from before 1997, the second


class HasPassword(Exception):
    """The file holds a workbook that can be read with a password alone."""


@attrs.frozen
class _Sectors:
    """Blocks of one size, and for each of them the number of the one after it."""

    content: bytes
    size: int
    after: Sequence[int] = ()

    def at(self, number: int) -> bytes:
        """The block of that number; the last may be cut short."""
        if number * self.size >= len(self.content):
            raise ValueError("it names a sector that is not there")
        return self.content[number * self.size : (number + 1) * self.size]

    def chain(self, number: int, most: float = math.inf) -> bytes:
        """The blocks from one on, up to so many bytes."""
        parts: dict[int, bytes] = {}
        while number != _END and len(parts) * self.size < most:
            if number in parts:
                raise ValueError("its sectors run in a circle")
            parts[number] = self.at(number)
            if number >= len(self.after):
                raise ValueError("it names a sector that is not listed")
            number = self.after[number]
        whole = b"".join(parts.values())
        return whole if most == math.inf else whole[: int(most)]


def workbook_stream(content: bytes) -> bytes:
    """The stream of the workbook; empty where there is none.

    Raises ``struct.error`` where the file ends too early, ``ValueError`` where a number leads
    nowhere or for ever; and ``HasPassword``.
    """
    size = 1 << min(struct.unpack_from("<H", content, 30)[0], 16)
    blocks = _Sectors(content[size:], size)
    fat_blocks, directory = struct.unpack_from("<II", content, 44)
    small_table, small_blocks = struct.unpack_from("<II", content, 60)
    if max(fat_blocks, small_blocks) * size > len(content):
        raise ValueError("it has fewer sectors than it says")
    sectors = attrs.evolve(blocks, after=_table(content, blocks))
    entries = _entries(sectors.chain(directory))
    if "EncryptedPackage" in entries:
        raise HasPassword
    small = b""
    if small_blocks and "Root Entry" in entries:
        small = sectors.chain(*entries["Root Entry"])
    after = _numbers(sectors.chain(small_table, small_blocks * size))
    start, length = next((entries[name] for name in _NAMES if name in entries), (_END, 0))
    kept_in = _Sectors(small, 64, after) if length < _SMALL_BELOW else sectors
    return kept_in.chain(start, length)


def _entries(directory: bytes) -> dict[str, tuple[int, int]]:
    """The first sector and the length of each stream; of two of one name, the first is read."""
    found: dict[str, tuple[int, int]] = {}
    for at in range(0, len(directory) - 127, 128):
        name = directory[at : at + 64].decode("utf-16-le", "replace").partition("\0")[0]
        found.setdefault(name, struct.unpack_from("<II", directory, at + 116))
    if directory:  # whatever its name is, the first is the root
        found["Root Entry"] = struct.unpack_from("<II", directory, 116)
    return found


def _table(content: bytes, blocks: _Sectors) -> list[int]:
    """For each sector, the one after it."""
    listed = list(struct.unpack_from("<109I", content, 76))
    more, seen = struct.unpack_from("<I", content, 68)[0], 0
    while more < _SPECIAL:
        *part, more = _numbers(blocks.at(more)) or [_END]
        listed += part
        seen += 1
        if seen * blocks.size > len(content):
            raise ValueError("its sectors run in a circle")
    table: list[int] = []
    for number in listed:
        if number < _SPECIAL:
            table += _numbers(blocks.at(number))
        if len(table) * 4 > len(content) + 4 * blocks.size:
            raise ValueError("it lists more sectors than it has")
    return table


def _numbers(block: bytes) -> list[int]:
    return list(struct.unpack(f"<{len(block) // 4}I", block[: len(block) // 4 * 4]))
