# SPDX-License-Identifier: MIT
"""From cells to values, each text of a column once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

import attrs

from complaint_timescales.tables._column_map import ColumnMap
from complaint_timescales.tables._fields import Field, FieldKind, Value
from complaint_timescales.tables._formats import (
    NULL_WORDS,
    DateFormat,
    DayCell,
    month_in,
    plain_cell,
)
from complaint_timescales.tables._shapes import Finding
from complaint_timescales.tables._values import (
    read_date,
    read_whole,
    unreadable_date,
    unreadable_whole,
)

YES_WORDS: Final = frozenset({"yes", "y", "true", "1"})
"""What a cell says, in any case, when it says yes."""
NO_WORDS: Final = frozenset({"no", "n", "false", "0"})
"""What a cell says, in any case, when it says no."""

_KEPT: Final = 1 << 16  # values of a column that are remembered


@attrs.frozen
class Unread:
    """Instead of a value: why a cell cannot be read."""

    what: str


Reader = Callable[[str], Value | Unread]


class Memory(dict[str, Value | Unread]):
    """What the cells of a column say; each is read when it is first asked for."""

    def __init__(self, reader: Reader) -> None:
        """Remember what a reader gives."""
        super().__init__()
        self._reader = reader

    def __missing__(self, cell: str) -> Value | Unread:
        """Read a cell, and forget the others where they have become many."""
        if len(self) >= _KEPT:
            self.clear()
        value = self[cell] = self._reader(cell)
        return value


@attrs.frozen
class Words:
    """The words of a table, those of its map included, as ``plain_cell`` gives them."""

    null: frozenset[str]
    yes: frozenset[str]
    no: frozenset[str]

    @classmethod
    def of(cls, said: ColumnMap) -> Words:
        """Those that a map leaves or adds."""
        yes, no = _plain(said.yes), _plain(said.no)
        # A word that the map gives another meaning has no longer the usual one.
        null = (NULL_WORDS - yes - no) | _plain(said.nulls)
        return cls(null, (YES_WORDS - no - null) | yes, (NO_WORDS - yes - null) | no)


def _plain(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(plain_cell, words))


def reader_of(field: Field, form: DateFormat | None, words: Words, said: ColumnMap) -> Reader:
    """What reads the cells of a field that has a column."""
    if field.kind is FieldKind.DATE:
        return lambda cell: _date(cell, form, words)
    if field.kind is FieldKind.WHOLE:
        return lambda cell: _whole(cell, words)
    if field.kind is FieldKind.YES_NO:
        return lambda cell: _yes_no(cell, words)
    meant = {plain_cell(cell): text for cell, text in said.values.get(field.name, {}).items()}
    return lambda cell: _text(cell, meant, words)


def _date(cell: str, form: DateFormat | None, words: Words) -> Value | Unread:
    if plain_cell(cell) in words.null:
        return None
    day = read_date(cell, form)
    if not isinstance(day, str):
        return day
    return (None if isinstance(cell, DayCell) else month_in(cell)) or Unread(day)


def _whole(cell: str, words: Words) -> Value | Unread:
    if plain_cell(cell) in words.null:
        return None
    number = read_whole(cell)
    return Unread("not a whole number") if number is None else number


def _yes_no(cell: str, words: Words) -> Value | Unread:
    word = plain_cell(cell)
    if word in words.null:
        return None
    if word not in words.yes | words.no:
        return Unread("neither yes nor no")
    return word in words.yes


def _text(cell: str, meant: Mapping[str, str], words: Words) -> str | None:
    text = " ".join(cell.split())
    word = text.casefold()
    if word in meant:
        return meant[word]
    return None if word in words.null else text


def finding_of(
    field: Field, row: int, column: str, cell: str, *, why: Unread, form: DateFormat | None
) -> Finding:
    """The finding that a cell of a field cannot be read."""
    if field.kind is FieldKind.DATE:
        return unreadable_date(row, column, cell, form, what=why.what)
    if field.kind is FieldKind.WHOLE:
        return unreadable_whole(row, column, cell)
    return Finding(
        row=row,
        kind="unreadable",
        what=why.what,
        column=column,
        written=cell,
        rule="yes, y, true and 1 are yes; no, n, false and 0 are no",
        remedy="Correct it; or add the word to `yes`, `no` or `nulls` in the map",
    )
