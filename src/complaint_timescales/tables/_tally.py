# SPDX-License-Identifier: MIT
"""Which format a column of dates has: decided over the whole of it, and what speaks against it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

import attrs

from complaint_timescales._dates import counted, listed
from complaint_timescales.tables._formats import (
    DATE_FORMATS,
    TOLD_FORMATS,
    DateFormat,
    DayCell,
    month_in,
    plain_cell,
)
from complaint_timescales.tables._shapes import Finding

_DAY_FIRST: Final = DATE_FORMATS[1]
_MONTH_FIRST: Final = TOLD_FORMATS[1]
# What a cell in figures shows about the order of day and month.
_EITHER, _ONLY_DAY, _ONLY_MONTH = "either order", "day first only", "month first only"
_MONTHS, _DAYS, _OTHER = "month only", "real dates", "other"
_KEPT: Final = 1 << 16  # distinct cells whose sort is remembered, for each column


def _sort_of(cell: str) -> str:
    """What a cell is evidence of; it is no null word."""
    if isinstance(cell, DayCell):
        return _DAYS
    for form in DATE_FORMATS:
        if form.fits(cell):
            return _order_of(cell) if form is _DAY_FIRST else form.name
    if month_in(cell) is not None:
        return _MONTHS
    return next((form.name for form in TOLD_FORMATS if form.fits(cell)), _OTHER)


def _order_of(cell: str) -> str:
    first, second = map(int, re.findall("[0-9]+", cell)[:2])
    if first == second or not 1 <= min(first, second) <= 12:
        return _DAY_FIRST.name
    if max(first, second) <= 12:
        return _EITHER
    return _ONLY_DAY if second <= 12 else _ONLY_MONTH


def needs_month_first(cell: str) -> bool:
    """Whether a cell in figures names a day only if the month comes first."""
    return _sort_of(cell) == _ONLY_MONTH


@attrs.define
class DateTally:
    """The cells of one column of dates, counted by what they are evidence of.

    Attributes:
        missing: the null words, as ``plain_cell`` gives them.
        counts: how many cells there are of each sort, the sort that was seen first coming first.
        first: the first row of each sort, and its cell.
    """

    missing: frozenset[str]
    counts: Counter[str] = attrs.field(factory=Counter)
    first: dict[str, tuple[int, str]] = attrs.field(factory=dict)
    _sorts: dict[str, str] = attrs.field(factory=dict)

    def add(self, cells: Mapping[str, int], row_of: Callable[[str], int]) -> None:
        """Count cells, each with how often it stands there; ``row_of`` gives its first row."""
        for cell, times in cells.items():
            sort = self._sorts.get(cell)
            if sort is None:
                sort = "" if plain_cell(cell) in self.missing else _sort_of(cell)
                if len(self._sorts) >= _KEPT:
                    self._sorts.clear()
                self._sorts[cell] = sort
            if sort:
                self.counts[sort] += times
                if sort not in self.first:
                    self.first[sort] = row_of(cell), cell

    def add_column(self, rows: Mapping[int, str]) -> None:
        """Count the cells of a whole column, which are given by the number of the row."""
        numbers, cells = list(rows), list(rows.values())
        self.add(Counter(cells), lambda cell: numbers[cells.index(cell)])

    @property
    def fitting(self) -> dict[str, int]:
        """How many cells fit each format of the closed list."""
        fits: dict[str, int] = {}
        for sort, times in self.counts.items():
            name = _DAY_FIRST.name if sort in _IN_FIGURES else sort
            if name in _BY_NAME:
                fits[name] = fits.get(name, 0) + times
        return fits

    @property
    def is_month_first(self) -> bool:
        """Whether at least as many cells need the month first as need the day first, and any."""
        return 0 < self.counts[_ONLY_MONTH] >= self.counts[_ONLY_DAY]

    def chosen(self) -> DateFormat | None:
        """The format of most cells, and of the first where two come to the same number.

        None where no cell has a format of the closed list; and where most are in figures and the
        month seems to come first, for that is read only if somebody says so.
        """
        fits = self.fitting
        name = max(fits, key=lambda each: fits[each], default=None)
        if name is None or (name == _DAY_FIRST.name and self.is_month_first):
            return None
        return _BY_NAME[name]

    def name_of(self, form: DateFormat | None) -> str:
        """The name of the format; without one, why there is none."""
        if form is not None:
            return form.name
        texts = self.counts.total() - self.counts[_DAYS] - self.counts[_MONTHS]
        return "unread" if texts else next(iter(self.counts), "blank")

    def findings(self, column: str, row: int, told: DateFormat | None) -> Iterator[Finding]:
        """What should be known about the column as a whole; ``row`` is that of the header."""
        form = self.chosen() if told is None else told
        about = [self._months(), self._mixed(form)]
        if told is None:
            about += [self._order(form), self._unread(form)]
        for found in about:
            if found is not None:
                kind, what, remedy = found
                rule = "one format is chosen for a whole column, and the day comes before the month"
                yield Finding(
                    row=row, kind=kind, what=what, column=column, rule=rule, remedy=remedy
                )

    def _shown(self, sorts: Iterable[str]) -> str:
        row, cell = min(self.first[sort] for sort in sorts if sort in self.first)
        return f"{cell.strip()[:40]!r} in row {row}"

    def _months(self) -> tuple[str, str, str] | None:
        if not self.counts[_MONTHS]:
            return None
        what = f"{_cells(self.counts[_MONTHS])} the month alone, as {self._shown([_MONTHS])}"
        return "month_only", what, "Each is read as some day of its month: give the day if known"

    def _mixed(self, form: DateFormat | None) -> tuple[str, str, str] | None:
        others = {name: n for name, n in self.fitting.items() if form and name != form.name}
        if form is None or not others or form.name not in _BY_NAME:
            return None
        read = f"{self.fitting.get(form.name, 0):,} as {form.name}"
        left = [f"{n:,} as {name} ({self._shown(_sorts_of(name))})" for name, n in others.items()]
        what = f"dates are written in more than one format: {listed([read, *left])}"
        remedy = f"Those not written as {form.example} are left unread: write the column in one way"
        return "mixed_formats", what, remedy

    def _order(self, form: DateFormat | None) -> tuple[str, str, str] | None:
        both, day, month = (self.counts[sort] for sort in (_EITHER, _ONLY_DAY, _ONLY_MONTH))
        tell = "If the file writes the month first, say `format = 'month/day/year'` in its map"
        if month:
            what = f"{_cells(month)} the month first, as {self._shown([_ONLY_MONTH])}"
            what += f"; {day:,} the day first; and {both:,} could be either"
            if form is _DAY_FIRST:
                return "mixed_order", f"{what}, and are read day first", "Correct the first of them"
            return "month_first", f"{what}: none of them is read", tell
        if both and not day and form is _DAY_FIRST:
            what = f"nothing shows which comes first, the day or the month: {counted(both, 'cell')}"
            what += f" could be either, as {self._shown([_EITHER])}, and the day is taken first"
            return "order_unproven", what, tell
        return None

    def _unread(self, form: DateFormat | None) -> tuple[str, str, str] | None:
        told = [each for each in TOLD_FORMATS if self.counts[each.name]]
        if form is not None or not told or self.is_month_first:
            return None
        name = max(told, key=lambda each: self.counts[each.name]).name
        what = f"no cell is read; {_cells(self.counts[name])} the shape of {name}"
        what += f", as {self._shown([name])}"
        return "format_not_told", what, f"If that is what it is, say `format = '{name}'` in the map"


_BY_NAME: Final = {form.name: form for form in DATE_FORMATS}
_IN_FIGURES: Final = (_EITHER, _ONLY_DAY, _ONLY_MONTH, _DAY_FIRST.name)


def _sorts_of(name: str) -> tuple[str, ...]:
    return _IN_FIGURES if name == _DAY_FIRST.name else (name,)


def _cells(number: int) -> str:
    return "1 cell has" if number == 1 else f"{number:,} cells have"
