# SPDX-License-Identifier: MIT
"""Rows by the million: read twice, one after the other, and never held."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import BinaryIO, Final, cast

from complaint_timescales._dates import listed
from complaint_timescales.tables._column_map import ColumnMap
from complaint_timescales.tables._decoders import (
    Memory,
    Reader,
    Unread,
    Words,
    finding_of,
    reader_of,
)
from complaint_timescales.tables._fields import Decoded, Field, FieldKind, Value
from complaint_timescales.tables._formats import DateFormat, format_named
from complaint_timescales.tables._input import Input, Source
from complaint_timescales.tables._matching import matched
from complaint_timescales.tables._shapes import Finding, Rejected
from complaint_timescales.tables._sheets import Body, sheet_of
from complaint_timescales.tables._tally import DateTally

_BATCH: Final = 8192  # rows that are counted at once


class Records:
    """The rows of a table, read as often as they are iterated over.

    A first pass has decided the format of each column of dates, over the whole column, and
    counted the rows. Each iteration is a further pass, and yields every row in its place: what
    it says, or that it was set aside.

    Attributes:
        name: what the table is called in messages.
        header: the names of its columns; letters where it has no header.
        columns: the column of each field that has one.
        label_names: the names of all other columns.
        findings: what should be known about a column as a whole.
        digest: the SHA-256 of the bytes of the input, in hexadecimal digits.
        formats: the name of the format of each field of dates. Where it has none: ``real dates``
            in a workbook, ``month only``, ``blank``, or ``unread``, which has a finding.
        row_count: how many rows have text, those set aside included, without the header.
    """

    def __init__(
        self,
        body: Body,
        fields: tuple[Field, ...],
        said: ColumnMap,
        progress: Callable[[int], None] | None,
    ) -> None:
        """Make the first pass."""
        self.name = body.sheet.name
        self.header = body.header
        found = matched(body, fields, said)
        self.columns: Mapping[str, str] = found.columns
        self.label_names = found.others
        self._body, self._said = body, said
        self._fields = tuple(field for field in fields if field.name in found.columns)
        self._places = {name: at for at, name in enumerate(self.header)}
        self._words = Words.of(said)
        self._forms: dict[str, DateFormat | None] = {}
        self.formats: dict[str, str] = {}
        self.findings = (*found.findings, *self._first_pass(progress), *self._unused())

    def _first_pass(self, progress: Callable[[int], None] | None) -> list[Finding]:
        dates = [field.name for field in self._fields if field.kind is FieldKind.DATE]
        tallies = {name: DateTally(self._words.null) for name in dates}
        self.row_count = self._counted(tallies, progress)
        self.digest = self._body.sheet.digest
        findings: list[Finding] = []
        for name, tally in tallies.items():
            told = self._said.format_of(name)
            form = None if told is None else format_named(told)
            self._forms[name] = tally.chosen() if form is None else form
            self.formats[name] = tally.name_of(self._forms[name])
            findings += tally.findings(self.columns[name], self._body.header_row, form)
        return findings

    def _counted(
        self, tallies: Mapping[str, DateTally], progress: Callable[[int], None] | None
    ) -> int:
        rows, width, count = self._body.rows(), len(self.header), 0
        places = [(self._places[self.columns[name]], tally) for name, tally in tallies.items()]
        while batch := list(islice(rows, _BATCH)):
            count += len(batch)
            whole = [(number, cells) for number, cells in batch if len(cells) == width]
            for place, tally in places:
                column = {number: cells[place] for number, cells in whole}
                tally.add_column(column)
            if progress is not None:
                progress(count)
        return count

    def _unused(self) -> Iterator[Finding]:
        if self.label_names:
            names = listed([f"'{name}'" for name in self.label_names[:20]])
            yield Finding(
                row=self._body.header_row,
                kind="unused_columns",
                what=f"not read as a field: {names}{' and more' * (len(self.label_names) > 20)}",
                remedy="Rows can be grouped by them; if one is a field, say so in the map",
            )

    def __iter__(self) -> Iterator[Decoded | Rejected]:
        """Every row in its place."""
        width = len(self.header)
        decode = self._decoder()
        for number, cells in self._body.rows():
            if len(cells) == width:
                yield decode(number, cells)
            else:
                yield self._body.rejected(number, cells)

    def _decoder(self) -> Callable[[int, Sequence[str]], Decoded]:
        fields = {field.name: field for field in self._fields}
        plan = [
            (name, self._places[self.columns[name]], Memory(self._reader(field)))
            for name, field in fields.items()
        ]
        others = [(name, self._places[name]) for name in self.label_names]

        def decode(number: int, cells: Sequence[str]) -> Decoded:
            values = {name: memory[cells[place]] for name, place, memory in plan}
            written = {name: str(cells[place]) for name, place, _ in plan}
            labels = {name: cells[place].strip() for name, place in others}
            bad = any(value.__class__ is Unread for value in values.values())
            row = Decoded(number, cast("Mapping[str, Value]", values), written, labels)
            return self._with_unread(row, values) if bad else row

        return decode

    def _reader(self, field: Field) -> Reader:
        return reader_of(field, self._forms.get(field.name), self._words, self._said)

    def _with_unread(self, row: Decoded, values: Mapping[str, Value | Unread]) -> Decoded:
        """The same row, where some of its cells cannot be read."""
        findings = [
            finding_of(
                field,
                row.number,
                self.columns[field.name],
                row.written[field.name],
                why=why,
                form=self._forms.get(field.name),
            )
            for field in self._fields
            if isinstance(why := values[field.name], Unread)
        ]
        read = {
            name: None if isinstance(value, Unread) else value for name, value in values.items()
        }
        unread = frozenset(name for name, value in values.items() if isinstance(value, Unread))
        return Decoded(row.number, read, row.written, row.labels, tuple(findings), unread)


def records_of(
    source: Source | BinaryIO,
    fields: Iterable[Field],
    *,
    column_map: ColumnMap | None = None,
    name: str = "the table",
    progress: Callable[[int], None] | None = None,
) -> Records:
    r"""The rows of a table of any length, each with what it says on the fields that are asked for.

    >>> closed = Field("closed", FieldKind.DATE, ("date_closed",))
    >>> records = records_of("Date closed,Team\n29/08/2024,North\nSep 23,South\n", [closed])
    >>> [row.values["closed"] for row in records]
    [datetime.date(2024, 8, 29), Between(earliest=datetime.date(2023, 9, 1), ...30))]
    >>> records.formats, records.row_count, [finding.kind for finding in records.findings]
    ({'closed': 'day/month/year'}, 2, ['month_only', 'unused_columns'])

    A source is a path, the text of a table or its bytes, or an open binary stream, such as
    standard input, which is kept in a temporary file. Of a text only some thousand rows are held
    at once; of a workbook, the sheet. ``progress`` is called in the first pass with the number
    of rows so far, every 8,192 rows and at the end.
    Raises ``InvalidTable`` where there is no table to be had, or the map does not fit it.
    """
    said = ColumnMap() if column_map is None else column_map
    wanted = tuple(fields)
    body = Body(sheet_of(Input(source, name), said), said)
    return Records(body, wanted, said, progress)
