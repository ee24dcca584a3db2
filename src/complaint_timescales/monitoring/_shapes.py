# SPDX-License-Identifier: MIT
"""What a report is made of: tables that say what they count, and how each was come by.

Nothing here knows how a report is shown. A renderer needs these shapes and no more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum
from typing import Any, Final

import attrs

from complaint_timescales.monitoring._findings_log import FindingLog


class Kind(Enum):
    """What the cells of a column are, so that each is shown as such."""

    TEXT = "text"
    COUNT = "count"
    PERCENT = "percent"
    DAYS = "days"
    MEAN = "mean"
    DATE = "date"


@attrs.frozen
class Suppressed:
    """A figure that is withheld, because it or another could be told from it."""

    def __str__(self) -> str:
        """The mark that stands for it, as statistics of the government write it."""
        return "[c]"


SUPPRESSED: Final = Suppressed()
Cell = str | int | float | date | Suppressed | None
"""One cell. None says that there is no figure; a percentage or a mean is rounded already."""


@attrs.frozen
class ReportColumn:
    """A column of a report's table.

    Attributes:
        key: its name in JSON and in the long format, the same in every release.
        heading: its name in words.
        kind: what its cells are.
        part_of: the key of the count that it is a part of, or an empty text. Parts of one count
            add up to it, unless the table says otherwise.
    """

    key: str
    heading: str
    kind: Kind = Kind.COUNT
    part_of: str = ""


class ChartKind(Enum):
    """How figures are drawn."""

    STACKED_BARS = "stacked_bars"
    GROUPED_BARS = "grouped_bars"
    LINES = "lines"


@attrs.frozen(kw_only=True)
class Chart:
    """How a table is drawn beside its figures.

    Attributes:
        kind: how.
        title: what it shows, in words.
        category: the key of the column along the axis.
        series: the keys of the columns that are drawn, at most four, in order.
        unit: what the figures are: ``complaints``, ``working days``, ``per cent``.
    """

    kind: ChartKind
    title: str
    category: str
    series: tuple[str, ...]
    unit: str


@attrs.frozen(kw_only=True)
class ReportTable:
    """A table of a report.

    Attributes:
        key: its name in JSON and in the long format, the same in every release.
        title: what it is about.
        caption: the cohort, the denominator and what is left out, in sentences.
        columns: its columns; the first names the rows.
        rows: its rows, with a cell for each column.
        total_row: whether the last row is the total of those above it.
        notes: what a reader should know besides, each a sentence.
        chart: how it is drawn, if it is.
        lists_cases: whether each of its rows is a single case, so that it is for internal use.
    """

    key: str
    title: str
    caption: str
    columns: tuple[ReportColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total_row: bool = False
    notes: tuple[str, ...] = ()
    chart: Chart | None = None
    lists_cases: bool = False

    def place(self, key: str) -> int:
        """Where a column stands."""
        return [column.key for column in self.columns].index(key)

    def to_dict(self) -> dict[str, Any]:
        """The same as JSON takes it: a row is an object by the keys of the columns."""
        keys = [column.key for column in self.columns]
        return {
            "key": self.key,
            "title": self.title,
            "caption": self.caption,
            "columns": [
                {"key": c.key, "heading": c.heading, "kind": c.kind.value} for c in self.columns
            ],
            "rows": [dict(zip(keys, map(_as_json, row), strict=True)) for row in self.rows],
            "notes": list(self.notes),
        }


def _as_json(cell: Cell) -> str | int | float | None:
    return cell.isoformat() if isinstance(cell, date) else _marked(cell)


def _marked(cell: str | float | Suppressed | None) -> str | int | float | None:
    return str(cell) if isinstance(cell, Suppressed) else cell


@attrs.frozen(kw_only=True)
class Section:
    """Tables that belong together, under one heading."""

    key: str
    title: str
    introduction: str
    tables: tuple[ReportTable, ...]


@attrs.frozen(kw_only=True)
class Provenance:
    """What is needed to work the report out again.

    Attributes:
        version: the version of the library.
        rules: the fingerprint of the rows of the Regulations.
        calendar: the edition of the calendar.
        calendar_fingerprint: the fingerprint of the calendar.
        readings: the readings, in words.
        cohorts: which cases are counted in a period, in words.
        options: whatever else was chosen, by its name, in words.
        source: what the input is called.
        digest: the SHA-256 of the input, in hexadecimal digits.
        rows: how many rows the input has.
        rejected: how many of them were set aside.
    """

    version: str
    rules: str
    calendar: str
    calendar_fingerprint: str
    readings: str
    cohorts: str
    options: Mapping[str, str]
    source: str
    digest: str
    rows: int
    rejected: int

    def lines(self) -> Iterator[tuple[str, str]]:
        """Each with its name in words."""
        yield "complaint-timescales", self.version
        yield "Rules", f"SI 2006/1738, rows {self.rules}"
        yield "Calendar", f"{self.calendar}, fingerprint {self.calendar_fingerprint}"
        yield "Readings", self.readings
        yield "Cohorts", self.cohorts
        yield from self.options.items()
        yield "Input", f"{self.source}: {self.rows:,} rows, {self.rejected:,} set aside"
        yield "SHA-256 of the input", self.digest

    def to_dict(self) -> dict[str, Any]:
        """The same as JSON takes it."""
        return {**attrs.asdict(self), "options": dict(self.options)}


@attrs.frozen(kw_only=True)
class Report:
    """The report of regulation 13(3), before it is shown.

    Attributes:
        title: its title.
        period: the period in words: ``1 April 2024 to 31 March 2025``.
        summary: what it comes to, in a few sentences.
        sections: its tables, in order.
        findings: what was found in the rows, every one of them, those set aside among them.
        provenance: what is needed to work it out again.
    """

    title: str
    period: str
    summary: tuple[str, ...]
    sections: tuple[Section, ...]
    findings: FindingLog
    provenance: Provenance

    @property
    def tables(self) -> tuple[ReportTable, ...]:
        """Every table, in order."""
        return tuple(table for section in self.sections for table in section.tables)

    def table(self, key: str) -> ReportTable:
        """The table of that key."""
        return next(table for table in self.tables if table.key == key)

    @property
    def exit_status(self) -> int:
        """0, or 1 where a row was set aside."""
        return 1 if self.provenance.rejected else 0
