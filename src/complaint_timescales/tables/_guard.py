# SPDX-License-Identifier: MIT
"""What a workbook would take up once it is read, found out before it is.

A sheet is held as a rectangle, with a place for every cell between its first and its last one. A
file of a few kilobytes can so ask for more memory than any machine has.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from typing import BinaryIO, Final, cast
from xml.parsers import expat

from complaint_timescales._errors import InvalidTable
from complaint_timescales.tables._input import Input
from complaint_timescales.tables._xls import cells_of_xls

MOST_BYTES: Final = 1 << 31  # all parts of a workbook, unpacked
MOST_CELLS: Final = 50_000_000  # of all sheets: a million rows of fifty columns, about 2 GB
_CHUNK: Final = 1 << 20
_LONGEST_TAG: Final = 1 << 24

_BEGIN_SHEET: Final = b"\x81\x01"
_ROW: Final = 0
_CELLS: Final = range(1, 12)  # kinds of records of an XLSB sheet
_MOST_ROWS: Final = 1 << 20

_COLUMN: Final = re.compile(rb' r="([A-Z]{1,3})[0-9]')  # as programs write it; others are unplaced
_REFERENCE: Final = re.compile(rb"\sr\s*=\s*[\"']([A-Za-z]{1,3})([0-9]{1,7})[\"']")
_XLSX_ROW: Final = re.compile(rb"<(?:\w+:)?row[\s/>]")
_XLSX_CELL: Final = re.compile(rb"<(?:\w+:)?c[\s/>]")
ODS_TAG: Final = re.compile(
    rb"<(/?)table:(covered-table-cell|table-cell|table-row|table)\b([^>]*)>"
)
_ODS_REPEATED: Final = re.compile(rb"number-(?:rows|columns)-repeated\s*=\s*[\"']([0-9]+)[\"']")


def refuse_bomb(source: Input) -> None:
    """Refuse a workbook that would take up more than it may."""
    with source.open() as file:
        if not source.head().startswith(b"PK"):
            return _refuse_cells(cells_of_xls(file.read()), source.name)
        with zipfile.ZipFile(file) as archive:
            members = archive.infolist()
            size = sum(member.file_size for member in members)
            if size > MOST_BYTES:
                given, most = f"{size:,} bytes when unpacked", f"{MOST_BYTES:,} bytes"
                raise too_large(source.name, given, most)
            cells = sum(_cells_of(archive, member, source.name) for member in members)
            if cells > MOST_CELLS:
                cells = sum(_cells_of(archive, each, source.name, exactly=True) for each in members)
            _refuse_cells(cells, source.name)
    return None


def _refuse_cells(cells: int, name: str) -> None:
    if cells > MOST_CELLS:
        given = f"{cells:,} cells from the first to the last of its sheets"
        raise too_large(name, given, f"{MOST_CELLS:,} cells")


def _cells_of(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, *, exactly: bool = False
) -> int:
    """How many cells the rectangles of a part have; or, found quickly, no fewer than that.

    A part that is no sheet has any small number.
    """
    if member.filename.endswith(".bin") and (cells := _cells_of_xlsb(archive.read(member))):
        return cells
    with archive.open(member) as part:
        pieces = whole_tags(cast("BinaryIO", part), name)
        if member.filename == "content.xml":
            return _cells_of_ods(pieces)
        if not exactly and (most := _at_most(pieces)) <= MOST_CELLS:
            return most
    with archive.open(member) as part:
        return _cells_of_xlsx(whole_tags(cast("BinaryIO", part), name))


def too_large(name: str, given: str, most: str) -> InvalidTable:
    """The refusal of a workbook that has more than is read."""
    return InvalidTable(
        f"the workbook has {given}",
        where=name,
        rule=f"at most {most} are read",
        remedy="Clear what stands far from the table, or save the sheet as 'CSV UTF-8'",
    )


def whole_tags(part: BinaryIO, name: str) -> Iterator[bytes]:
    """The text in pieces, none of which ends within a tag."""
    rest = b""
    while piece := part.read(_CHUNK):
        text = rest + piece
        end = text.rfind(b">") + 1
        yield text[:end]
        rest = text[end:]
        if len(rest) > _LONGEST_TAG:
            raise InvalidTable(
                "the workbook cannot be read: it holds a tag without an end",
                where=name,
                remedy="Open it in a spreadsheet and save it anew as XLSX",
            )


def _at_most(pieces: Iterator[bytes]) -> int:
    """What the rectangle cannot be larger than, were it as high as can be: found quickly."""
    columns: set[bytes] = set()
    unplaced = 0
    for piece in pieces:
        found = _COLUMN.findall(piece)
        columns.update(found)
        unplaced += max(0, piece.count(b"<c") + piece.count(b":c") - len(found))
    return _MOST_ROWS * (max(map(_place, columns), default=0) + unplaced)


def _cells_of_xlsx(pieces: Iterator[bytes]) -> int:
    """The size of the rectangle; a cell without a reference stands right of the one before it."""
    columns: set[bytes] = set()
    rows = counted = widest = width = 0
    for piece in pieces:
        found = _REFERENCE.findall(piece)
        columns.update(letters for letters, _ in found)
        rows = max(rows, max((int(row) for row in {row for _, row in found}), default=0))
        if len(found) == len(_XLSX_CELL.findall(piece)):
            continue
        first, *others = _XLSX_ROW.split(piece)
        counted += len(others)
        for row in (first, *others):
            width = len(_XLSX_CELL.findall(row)) + (width if row is first else 0)
            widest = max(widest, width)
    place = max(map(_place, columns), default=0)
    return max(rows, counted) * (place + widest)


def _cells_of_xlsb(part: bytes) -> int:
    """The same of a part in records: a kind, a size, and so many bytes."""
    if not part.startswith(_BEGIN_SHEET):
        return 0
    rows = columns = at = 0
    while at < len(part):
        kind, at = _varied(part, at)
        size, at = _varied(part, at)
        if kind == _ROW:
            rows = max(rows, int.from_bytes(part[at : at + 4], "little") + 1)
        elif kind in _CELLS:
            columns = max(columns, int.from_bytes(part[at : at + 4], "little") + 1)
        at += size
    return rows * columns


def _varied(part: bytes, at: int) -> tuple[int, int]:
    """A number in at most four bytes of which each but the last is marked, and the next place."""
    number = 0
    for shift, byte in enumerate(part[at : at + 4]):
        at += 1
        number |= (byte & 0x7F) << (7 * shift)
        if byte < 0x80:
            break
    return number, at


def _place(letters: bytes) -> int:
    place = 0
    for letter in letters.upper():
        place = place * 26 + letter - 64
    return place


def _cells_of_ods(pieces: Iterator[bytes]) -> int:
    """The sizes of the rectangles, with what is repeated; blanks behind the last are none."""
    cells = rows = width = place = last = 0
    # An element that never ends keeps the reader of workbooks waiting for ever.
    parser = expat.ParserCreate()
    for piece in pieces:
        parser.Parse(piece)
        for end, name, attributes in ODS_TAG.findall(piece):
            times = repeated(attributes)
            if name == b"table":
                cells += last * width
                rows = width = last = 0
            elif name == b"table-row" and not end:
                rows, place = rows + times, 0
            elif not end and name != b"table-row":
                place += times
                if b"value-type" in attributes or not attributes.endswith(b"/"):
                    width, last = max(width, place), rows
    parser.Parse(b"", True)  # noqa: FBT003 - no more comes: it takes no keyword
    return cells


def repeated(attributes: bytes) -> int:
    """How often a cell or a row stands there."""
    found = _ODS_REPEATED.search(attributes)
    return int(found[1][:9]) if found else 1
