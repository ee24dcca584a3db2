# SPDX-License-Identifier: MIT
"""Texts that a workbook holds once and shows often, each time as a text of its own once it is read.

A megabyte of the letter x in one place, and ten thousand cells that show it, come in a file of a
few kilobytes, and would fill ten gigabytes.
"""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import BinaryIO, Final, cast

from complaint_timescales.tables._guard import (
    MOST_BYTES,
    ODS_TAG,
    repeated,
    too_large,
    whole_tags,
)
from complaint_timescales.tables._input import Input

_TEXT: Final = re.compile(rb"<(?:\w+:)?si[\s/>]")
_SHOWN: Final = re.compile(
    rb"<(?:\w+:)?v(?:\s[^>]*)?>\s*(?:<!\[CDATA\[)?\s*0*([0-9]{1,9})(?:\]\]>)?\s*<"
)


def refuse_copies(source: Input) -> None:
    """Refuse a workbook whose texts would take up more than it may, once each is shown."""
    if not source.head().startswith(b"PK"):
        return  # in XLS a text has 65,535 characters at most, and each cell that shows it 14 bytes
    with source.open() as file, zipfile.ZipFile(file) as archive:
        names = [member.filename for member in archive.infolist()]
        size = sum(_copied_in_ods(archive, name, source) for name in names if _is_ods(name))
        others = [name for name in names if not _is_ods(name)]
        lengths = [_lengths(archive, name, source) for name in others]
        longest = max((max(each, default=0) for each in lengths), default=0)
        if longest * sum(_values(archive, name, source) for name in others) > MOST_BYTES:
            size += _copied_in_xlsx(archive, others, [each for each in lengths if each], source)
    if size > MOST_BYTES:
        raise too_large(source.name, f"texts of {size:,} bytes in its cells", f"{MOST_BYTES:,}")


def _is_ods(name: str) -> bool:
    return name == "content.xml"


def _pieces(archive: zipfile.ZipFile, name: str, source: Input) -> Iterator[bytes]:
    with archive.open(name) as part:
        yield from whole_tags(cast("BinaryIO", part), source.name)


def _lengths(archive: zipfile.ZipFile, name: str, source: Input) -> list[int]:
    """How long each text is that cells refer to by its number, marks included."""
    places: list[int] = []
    before = 0
    for piece in _pieces(archive, name, source):
        places += [before + found.start() for found in _TEXT.finditer(piece)]
        before += len(piece)
    return [end - start for start, end in pairwise([*places, before])]


def _values(archive: zipfile.ZipFile, name: str, source: Input) -> int:
    """No fewer than there are cells that could refer to a text."""
    return sum(piece.count(b"<v") + piece.count(b":v") for piece in _pieces(archive, name, source))


def _copied_in_xlsx(
    archive: zipfile.ZipFile, names: list[str], lengths: list[list[int]], source: Input
) -> int:
    """What all texts come to, each as often as a cell has its number."""
    shown = Counter[bytes]()
    for name in names:
        for piece in _pieces(archive, name, source):
            shown.update(_SHOWN.findall(piece))
    return sum(
        times * texts[int(number)]
        for texts in lengths
        for number, times in shown.items()
        if int(number) < len(texts)
    )


def _copied_in_ods(archive: zipfile.ZipFile, name: str, source: Input) -> int:
    """What the contents of cells come to, each as often as it and its row are repeated."""
    size = before = start = times = rows = 0
    for piece in _pieces(archive, name, source):
        for found in ODS_TAG.finditer(piece):
            end, tag, attributes = found.groups()
            if tag == b"table-row":
                rows = repeated(attributes)
            elif tag != b"table" and not end:
                start, times = before + found.end(), repeated(attributes)
            elif tag != b"table":
                size += times * rows * (before + found.start() - start)
        before += len(piece)
    return size
