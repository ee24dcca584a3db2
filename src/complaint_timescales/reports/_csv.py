# SPDX-License-Identifier: MIT
"""Figures and findings as CSV, for whatever works on with them.

Lines end as RFC 4180 has it: with another end, a lone carriage return in a text would go unquoted.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final, TextIO

from complaint_timescales.monitoring import (
    Cell,
    Report,
    ReportColumn,
    ReportTable,
    Section,
    Suppressed,
)
from complaint_timescales.reports._formulas import without_formula
from complaint_timescales.tables import Finding

LONG_COLUMNS: Final = (
    "period", "section", "table", "table_title", "row", "row_label", "is_total",
    "column", "heading", "kind", "part_of", "value", "suppressed", "caption",
)  # fmt: skip
FINDING_COLUMNS: Final = ("row", "column", "kind", "written", "what", "rule", "what_to_do")


def long_csv(report: Report, stream: TextIO) -> None:
    """Write every figure of a report on a line of its own.

    A line says in which period, section, table, row and column the figure stands, what kind it is,
    the key of the count that it is a part of, and the caption of its table, which names the cohort.
    ``row`` counts from 1. A value is a number without commas, a date as ISO 8601 writes it, or a
    text; it is empty where there is no figure, and where it is withheld, when ``suppressed`` is
    ``true``. Text that could be taken for a formula has an apostrophe before it.
    """
    writer = csv.writer(stream)
    writer.writerow(LONG_COLUMNS)
    for section in report.sections:
        for table in section.tables:
            writer.writerows(_lines(report.period, section, table))


def _lines(period: str, section: Section, table: ReportTable) -> Iterator[list[str]]:
    for number, row in enumerate(table.rows, start=1):
        total = table.total_row and number == len(table.rows)
        label = _value(row[0])
        for column, cell in zip(table.columns[1:], row[1:], strict=True):
            yield [
                *map(without_formula, (period, section.key, table.key, table.title)),
                *(str(number), label, _flag(is_so=total)),
                *_figure(column, cell),
                without_formula(table.caption),
            ]


def _figure(column: ReportColumn, cell: Cell) -> list[str]:
    names = (column.key, column.heading, column.kind.value, column.part_of)
    withheld = _flag(is_so=isinstance(cell, Suppressed))
    return [*map(without_formula, names), _value(cell), withheld]


def _value(cell: Cell) -> str:
    if cell is None or isinstance(cell, Suppressed):
        return ""
    if isinstance(cell, str):
        return without_formula(cell)
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def _flag(*, is_so: bool) -> str:
    return "true" if is_so else "false"


def findings_csv(findings: Iterable[Finding], stream: TextIO) -> None:
    r"""Write every finding on a line of its own, as they come.

    >>> import sys
    >>> findings_csv([Finding(row=4, kind="refused", what="no date", written="=1+1")], sys.stdout)
    row,column,kind,written,what,rule,what_to_do
    4,,refused,'=1+1,no date,,

    A ``FindingLog`` is written without being held in memory. A value that is missing is empty.
    Text that could be taken for a formula has an apostrophe before it.
    """
    writer = csv.writer(stream)
    writer.writerow(FINDING_COLUMNS)
    for each in findings:
        texts = (each.column, each.kind, each.written or "", each.what, each.rule, each.remedy)
        writer.writerow([each.row, *map(without_formula, texts)])
