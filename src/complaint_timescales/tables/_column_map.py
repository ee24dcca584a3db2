# SPDX-License-Identifier: MIT
"""What an analyst says once about the files of a system: a column map, kept as TOML."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, Final

import attrs

from complaint_timescales._dates import listed
from complaint_timescales._errors import InvalidTable
from complaint_timescales._toml import toml_document
from complaint_timescales.tables._csv import ENCODINGS
from complaint_timescales.tables._formats import format_named
from complaint_timescales.tables._input import Input, Source

_LARGEST: Final = 1 << 20  # bytes; a map is a page
_EMPTY: Final = MappingProxyType[str, Any]({})


@attrs.frozen(kw_only=True)
class ColumnMap:
    r"""How the tables of one system are to be read, where that cannot be told from a header.

    >>> said = ColumnMap.from_toml('format = "day/month/yy"\n[columns]\nclosed = "Date done"\n')
    >>> said.columns["closed"], said.format_of("closed")
    ('Date done', 'day/month/yy')

    Attributes:
        columns: the column of a field, by its name in the header; by its letter or its number
            where there is no header; an empty text where the table has no such column.
        format: the format of every column of dates, by its name in ``DATE_FORMATS`` or
            ``TOLD_FORMATS``; None to have the cells decide.
        formats: the same for single fields.
        header: whether there is a row with the names of the columns.
        header_row: its number as a spreadsheet shows it; None for the first row with text.
        sheet: the name of the sheet of a workbook.
        delimiter: the mark between cells of a text; None to have the header decide.
        encoding: ``utf-8``, ``cp1252`` or ``utf-16``.
        nulls: words that say that there is nothing to say, besides ``NULL_WORDS``.
        yes: words that mean yes, besides ``YES_WORDS``.
        no: words that mean no, besides ``NO_WORDS``.
        values: what is meant by a cell of a field of text, by what is written.
    """

    columns: Mapping[str, str] = _EMPTY
    format: str | None = None
    formats: Mapping[str, str] = _EMPTY
    header: bool = True
    header_row: int | None = None
    sheet: str | None = None
    delimiter: str | None = None
    encoding: str = "utf-8"
    nulls: tuple[str, ...] = ()
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    values: Mapping[str, Mapping[str, str]] = _EMPTY

    def __attrs_post_init__(self) -> None:
        """Refuse what cannot be meant."""
        for where, name in (("format", self.format), *self._named_formats()):
            if name is not None:
                format_named(name, f"column map, {where}")
        if self.encoding not in ENCODINGS:
            _refuse("encoding", self.encoding, "no such encoding", _write(ENCODINGS))
        if self.delimiter is not None and (len(self.delimiter) != 1 or self.delimiter in '"\r\n '):
            _refuse("delimiter", self.delimiter, "not one mark", "Write one, such as ';'")
        if self.header_row is not None and (self.header_row < 1 or not self.header):
            remedy = "Give the number of the row that a spreadsheet shows, and no `header = false`"
            _refuse("header_row", self.header_row, "there is no such row", remedy)

    def _named_formats(self) -> list[tuple[str, str]]:
        return [(f"formats.{field}", name) for field, name in self.formats.items()]

    def format_of(self, field: str) -> str | None:
        """The format of a field's dates, where it was told."""
        return self.formats.get(field, self.format)

    @classmethod
    def from_toml(cls, source: Source) -> ColumnMap:
        """The map in a TOML file, or in a text that holds one.

        Raises ``InvalidTable`` for a key or a value that cannot be meant, and says what can.
        """
        given = Input(source, "column map")
        with given.open() as file:
            content = file.read(_LARGEST + 1)
        if len(content) > _LARGEST:
            raise InvalidTable(
                f"the column map has more than {_LARGEST:,} bytes", where=given.name,
                remedy="Check the path: a map is a page of text",
            )  # fmt: skip
        try:
            document = toml_document(content.decode("utf-8-sig").replace("\r\n", "\n"))
        except ValueError as error:
            raise InvalidTable(
                f"the column map is not TOML: {error}",
                where=given.name,
                remedy='A line is written as `key = "value"`, and the file is UTF-8',
            ) from None
        return cls(**{key: _checked(key, value) for key, value in document.items()})


def _checked(key: str, value: object) -> Any:
    if key not in _KINDS:
        near = difflib.get_close_matches(key[:80], _KINDS, n=1)
        hint = f"Did you mean '{near[0]}'? " if near else ""
        _refuse(key, value, "the map has no such key", f"{hint}{_write(_KINDS)}")
    fits, words = _KINDS[key]
    if not fits(value):
        _refuse(key, value, f"not {words}", f"Give {words}")
    return tuple(value) if isinstance(value, list) else value


def _refuse(key: str, value: object, what: str, remedy: str) -> None:
    written = value if isinstance(value, str | int | float) else repr(value)[:200]
    raise InvalidTable(what, where=f"column map, {key}", written=written, remedy=remedy)


def _write(names: Iterable[str]) -> str:
    return f"Write {listed([repr(name) for name in names], last='or')}"


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_table(value: object) -> bool:
    return isinstance(value, dict) and all(map(_is_text, value.values()))


def _is_list(value: object) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


_KINDS: Final[Mapping[str, tuple[Callable[[object], bool], str]]] = {
    "columns": (_is_table, 'a table of texts, such as `received = "Date received"`'),
    "format": (_is_text, "the name of a format, in quotation marks"),
    "formats": (_is_table, 'a table of formats, such as `received = "serial"`'),
    "header": (lambda value: isinstance(value, bool), "true or false"),
    "header_row": (lambda value: type(value) is int, "the number of a row"),
    "sheet": (_is_text, "the name of a sheet, in quotation marks"),
    "delimiter": (_is_text, "one mark, in quotation marks"),
    "encoding": (_is_text, "the name of an encoding, in quotation marks"),
    "nulls": (_is_list, 'a list of words, such as `["awaited"]`'),
    "yes": (_is_list, 'a list of words, such as `["agreed"]`'),
    "no": (_is_list, 'a list of words, such as `["refused"]`'),
    "values": (
        lambda value: isinstance(value, dict) and all(map(_is_table, value.values())),
        'a table of tables, such as `[values.outcome]` with `"NU" = "not upheld"`',
    ),
}
