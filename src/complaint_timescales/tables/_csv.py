# SPDX-License-Identifier: MIT
"""The rows of a text whose cells are separated by a mark, one after the other."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from complaint_timescales._dates import listed
from complaint_timescales._errors import InvalidTable
from complaint_timescales.tables._input import Input, Watched

DELIMITERS: Final = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
"""The marks between cells that are looked for in the header; any other has to be told."""

ENCODINGS: Final = {"utf-8": "utf-8-sig", "cp1252": "cp1252", "utf-16": "utf-16"}
"""The encodings of text, by the name that a column map gives them."""


class CsvSheet:
    """A text, as rows of cells."""

    def __init__(
        self, source: Input, *, delimiter: str, encoding: str = "utf-8", strict: bool = True
    ) -> None:
        """The rows of an input; nothing is read yet."""
        self.name = source.name
        self.digest = ""
        self._source, self._delimiter = source, delimiter
        self._encoding, self._strict = encoding, strict

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Each row in which a cell has text, with its number as a spreadsheet shows it."""
        with _text(self._source, self._encoding) as (text, watched):
            for number, cells in self._records(text):
                if any(cells) and not "".join(cells).isspace():
                    yield number, cells
            self._same(watched.hash.hexdigest())

    def _records(self, text: io.TextIOWrapper) -> Iterator[tuple[int, list[str]]]:
        lines = csv.reader(text, delimiter=self._delimiter, strict=self._strict)
        try:
            yield from enumerate(lines, start=1)
        except csv.Error as error:
            what = f"is not CSV: {error}"
            if "field larger than" in str(error):
                what = f"has a cell of more than {csv.field_size_limit():,} characters"
            raise InvalidTable(
                f"line {lines.line_num} {what}",
                where=self.name,
                remedy="Check the quotation marks from the row before it on",
            ) from None
        except UnicodeError:
            raise _undecodable(self._source, self._encoding) from None

    def _same(self, digest: str) -> None:
        if self.digest not in {"", digest}:
            raise InvalidTable(
                "the file was changed while it was read",
                where=self.name,
                remedy="Read it anew, once nobody writes to it",
            )
        self.digest = digest


@contextmanager
def _text(source: Input, encoding: str) -> Iterator[tuple[io.TextIOWrapper, Watched]]:
    watched = Watched(source.open(), source.name, wide=encoding == "utf-16")
    buffered = io.BufferedReader(watched, 1 << 16)
    with io.TextIOWrapper(buffered, encoding=ENCODINGS[encoding], newline="") as text:
        yield text, watched


def _undecodable(source: Input, encoding: str) -> InvalidTable:
    where, remedy = source.name, "In a spreadsheet, save it as 'CSV UTF-8'"
    if encoding == "utf-16":
        return InvalidTable("it is not UTF-16", where=where, remedy=remedy)
    remedy += "; or say `encoding = 'cp1252'` in its map, if Windows wrote it"
    with source.open() as file:
        number, byte = next(
            (number, byte)
            for number, line in enumerate(file, start=1)
            if (byte := _undecodable_byte(line, encoding)) is not None
        )
    return InvalidTable(
        f"line {number} is not {encoding.upper()}: it holds the byte {byte:#04x}",
        where=where,
        remedy=remedy,
    )


def _undecodable_byte(line: bytes, encoding: str) -> int | None:
    try:
        line.decode(ENCODINGS[encoding])
    except UnicodeDecodeError as error:
        return line[error.start]
    return None


def sniffed(source: Input, encoding: str, row: int | None) -> str:
    """The mark that parts the header, which is the first row with text or the row of that number.

    A header of one cell has none, and is read as if cells were separated by commas.
    """
    parting = [mark for mark in DELIMITERS if len(_header(source, encoding, mark, row)) > 1]
    if len(parting) > 1:
        names = listed([DELIMITERS[mark] for mark in parting])
        raise InvalidTable(
            f"the header has more than one mark that can separate cells: {names}",
            where=source.name,
            remedy="Say which in its map, as `delimiter = ';'`; or put the other in quotes",
        )
    return parting[0] if parting else ","


def _header(source: Input, encoding: str, delimiter: str, row: int | None) -> list[str]:
    # Read with another mark than its own, a quoted name may not end where its cell does.
    sheet = CsvSheet(source, delimiter=delimiter, encoding=encoding, strict=False)
    rows = (cells for number, cells in sheet.rows() if row is None or number >= row)
    return next(rows, [])
