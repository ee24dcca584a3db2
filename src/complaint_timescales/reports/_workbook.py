# SPDX-License-Identifier: MIT
"""A report as a workbook that follows the guidance of the Analysis Function.

Each sheet has its title in A1 and one named table, with one row of unlike headings, no merged and
no blank cells. gptables lays it out. It reads links and references into texts, and refuses a cell
of signs alone: a text from outside is therefore given to it as rich text, which it takes as it is.
"""

from __future__ import annotations

import io
import math
import warnings
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Final

import attrs

from complaint_timescales._text import plain
from complaint_timescales.monitoring import Cell, Kind, Report, ReportColumn, ReportTable
from complaint_timescales.reports._cells import (
    MISSING,
    NOT_APPLICABLE,
    NUMBERS,
    SHORTHAND,
    in_words,
    notes_of,
    on_the_input,
)
from complaint_timescales.reports._errors import MissingExtra
from complaint_timescales.tables import Finding

if TYPE_CHECKING:
    from gptables import Cover, GPTable

FINDINGS: Final = 10_000
_LONGEST: Final = 32_000  # a cell holds 32,767 characters
_FORMATS: Final = {
    Kind.COUNT: "#,##0",
    Kind.DAYS: "#,##0",
    Kind.MEAN: "#,##0.0",
    Kind.PERCENT: 'General"%"',
    Kind.DATE: "d mmmm yyyy",
}
_NARROWEST: Final = 12
_WIDEST: Final = 68  # a longer text goes on below, in a row that is high enough
_LINE: Final = 16.0  # points
_A4: Final = 9
# A text that was entered as such: with this mark, it is no formula even once it is edited.
_AS_TEXT: Final = {"quote_prefix": True}
# A file says when it was made; this one says nothing, so that it is the same each time.
_UNDATED: Final = datetime(1980, 1, 1)  # noqa: DTZ001 - a workbook has no time zones


@attrs.frozen
class _Sheet:
    """A sheet before it is laid out: its label, its lines, its table."""

    label: str
    title: str
    lines: tuple[str, ...]
    columns: tuple[ReportColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()


def workbook_bytes(report: Report, *, findings: int = FINDINGS) -> bytes:
    """A report as an XLSX workbook: a cover, the contents, notes, and a sheet for each table.

    The last sheets have the findings by kind, the first ``findings`` of them one by one, and what
    is needed to work the report out again. A number is a number, a date is a date, and text from
    outside is never a formula and never a link. The same report gives the same bytes.
    Raises ``MissingExtra`` without gptables, which comes with ``complaint-timescales[excel]``.
    """
    if find_spec("gptables") is None:
        raise MissingExtra("a workbook", "excel")
    stream = io.BytesIO()
    with warnings.catch_warnings():
        # gptables warns of what it and pandas do between them, about which nobody here can act.
        warnings.simplefilter("ignore")
        _write(report, list(_sheets(report, findings)), stream)
    return stream.getvalue()


def _write(report: Report, sheets: list[_Sheet], stream: io.BytesIO) -> None:
    import gptables  # noqa: PLC0415 - an extra

    plain_text = {"strings_to_formulas": False, "strings_to_urls": False}
    laid_out = {sheet.label: _laid_out(sheet) for sheet in sheets}
    book = gptables.produce_workbook(
        stream,
        laid_out,
        cover=_cover(report),
        auto_width=False,
        workbook_options={"in_memory": True, **plain_text},
    )
    book.set_properties({"title": _prose(report.title), "created": _UNDATED})
    book.get_worksheet_by_name("Contents").set_column(0, 0, 20)
    book.get_worksheet_by_name("Contents").set_column(1, 1, _WIDEST)
    for sheet in sheets:
        _fit(book.get_worksheet_by_name(sheet.label), sheet, laid_out[sheet.label].data_range[0])
    for worksheet in book.worksheets():
        worksheet.set_paper(_A4)
        worksheet.set_landscape()
        worksheet.fit_to_pages(1, 0)
    book.close()


def _fit(worksheet: Any, sheet: _Sheet, first: int) -> None:
    """Make columns wide and rows high enough for what is in them; the table begins at ``first``."""
    texts = [[column.heading for column in sheet.columns]]
    texts += [
        [in_words(cell, c.kind) for cell, c in zip(row, sheet.columns, strict=True)]
        for row in sheet.rows
    ]
    lengths = [[min(len(text), _LONGEST) for text in row] for row in texts]
    widest = [max(column) for column in zip(*lengths, strict=True)]
    widths = [min(max(width + 3, _NARROWEST), _WIDEST) for width in widest]
    for place, width in enumerate(widths):
        worksheet.set_column(place, place, width)
    for number, row in enumerate(lengths):
        # A line holds fewer letters than a column is wide, because words are not broken.
        lines = max(
            math.ceil(length * 1.2 / width) if length > width else 1
            for length, width in zip(row, widths, strict=True)
        )
        if lines > 1:
            worksheet.set_row(first + number, min(lines * _LINE, 400))


def _cover(report: Report) -> Cover:
    import gptables  # noqa: PLC0415 - an extra

    about = [
        "Figures are rounded where they were worked out, and are not rounded again.",
        "The sheet Notes says what [c], [x] and [z] stand for, and has the notes on the tables.",
        "The sheet Provenance says what is needed to work the figures out again.",
    ]
    intro = [_prose(report.period), *map(_prose, report.summary)]
    return gptables.Cover(title=_prose(report.title), intro=intro, about=about, width=85)


def _sheets(report: Report, findings: int) -> Iterator[_Sheet]:
    tables = [
        _Sheet(f"Table {number}", f"Table {number}: {table.title}", (table.caption,), *_body(table))
        for number, table in enumerate(report.tables, start=1)
    ]
    notes = [
        *SHORTHAND,
        *(
            (f"{sheet.label}, note {place}", note)
            for sheet in tables
            for place, note in enumerate(sheet.notes, start=1)
        ),
    ]
    heads = (ReportColumn("note", "Note", Kind.TEXT), ReportColumn("text", "Meaning", Kind.TEXT))
    yield _Sheet("Notes", "Notes", ("What the marks stand for, and more.",), heads, tuple(notes))
    yield from tables
    yield from _quality(report, findings)
    heads = (ReportColumn("name", "What", Kind.TEXT), ReportColumn("value", "Value", Kind.TEXT))
    lines = ("What is needed to work the report out again.",)
    rows = tuple(report.provenance.lines())
    yield _Sheet("Provenance", "How this was worked out", lines, heads, rows)


def _body(
    table: ReportTable,
) -> tuple[tuple[ReportColumn, ...], tuple[tuple[Cell, ...], ...], tuple[str, ...]]:
    # A table must have a row, and the sheet of an empty one says why it has none.
    nothing = ("There is nothing to show", *([NOT_APPLICABLE] * (len(table.columns) - 1)))
    return table.columns, table.rows or (nothing,), notes_of(table)


def _quality(report: Report, limit: int) -> Iterator[_Sheet]:
    total = len(report.findings)
    lines = (on_the_input(report),)
    heads = (ReportColumn("kind", "Kind", Kind.TEXT), ReportColumn("findings", "Findings"))
    counts = [(kind.replace("_", " "), n) for kind, n in sorted(report.findings.counts.items())]
    counted = (*counts, ("all kinds", total))
    yield _Sheet("Data quality", "Findings in the input, by kind", lines, heads, counted)
    if total:
        kept = _first(report.findings, limit)
        left = f"The first {len(kept):,} of {total:,} findings."
        if total > len(kept):
            left += f" The CSV file of findings has the other {total - len(kept):,} as well."
        yield _Sheet("Findings", "Findings in the input", (left,), _FINDING, kept)


_FINDING: Final = (
    ReportColumn("row", "Row"),
    *(
        ReportColumn(key, heading, Kind.TEXT)
        for key, heading in (
            ("column", "Column"),
            ("kind", "Kind"),
            ("written", "As written"),
            ("what", "What was found"),
            ("rule", "Rule"),
            ("what_to_do", "What to do"),
        )
    ),
)


def _first(findings: Iterable[Finding], limit: int) -> tuple[tuple[Cell, ...], ...]:
    kept: list[tuple[Cell, ...]] = []
    for each, _ in zip(findings, range(max(limit, 1)), strict=False):
        texts = (each.column, each.kind, each.written, each.what, each.rule, each.remedy)
        kept.append((each.row, *(text or NOT_APPLICABLE for text in texts)))
    return tuple(kept)


def _laid_out(sheet: _Sheet) -> GPTable:
    import gptables  # noqa: PLC0415 - comes with the extra
    import pandas as pd  # noqa: PLC0415 - the same

    heads = _unlike([_prose(column.heading) or "Column" for column in sheet.columns])
    rows = [
        [_written(cell, column.kind) for cell, column in zip(row, sheet.columns, strict=True)]
        for row in sheet.rows
    ]
    return gptables.GPTable(
        # Rows of objects, so that pandas turns no whole number into a fraction.
        table=pd.DataFrame(rows, columns=pd.Index(heads, dtype=object), dtype=object),
        table_name=sheet.label.replace(" ", "_").lower(),
        title=_prose(sheet.title),
        instructions="This worksheet contains one table. The sheet Notes explains its marks.",
        scope=" ".join(map(_prose, sheet.lines)),
        legend=[f"Note {n}: {_prose(note)}" for n, note in enumerate(sheet.notes, start=1)],
        index_columns={},  # it would read references into the cells of an index
        additional_formatting=[
            {"column": {"columns": [place], "format": _format(column.kind)}}
            for place, column in enumerate(sheet.columns)
        ],
    )


def _format(kind: Kind) -> dict[str, Any]:
    look: dict[str, Any] = {"valign": "top"}
    if kind in _FORMATS:
        look["num_format"] = _FORMATS[kind]
    beside = {"align": "right"} if kind in NUMBERS else {"align": "left", "indent": 1}
    return {**look, **beside}


def _written(cell: Cell, kind: Kind) -> Any:
    from gptables.core.gptable import FormatList  # noqa: PLC0415 - an extra

    if cell is None:
        return MISSING
    if isinstance(cell, str):
        text = plain(cell)
        if len(text) > _LONGEST:
            text = f"{text[:_LONGEST]} ... ({len(text) - _LONGEST:,} more characters)"
        return FormatList([_AS_TEXT, text]) if text.strip() else NOT_APPLICABLE
    if isinstance(cell, date):
        return cell
    return str(cell) if kind is Kind.TEXT or not isinstance(cell, int | float) else cell


def _prose(text: str) -> str:
    """A line of a sheet, in which nothing is a link or a reference to gptables."""
    return plain(text).replace("](", "] (").replace("$$", "$ $")[:_LONGEST]


def _unlike(heads: list[str]) -> list[str]:
    """The headings, each of which is there once: a second one has its number."""
    made: list[str] = []
    for head in heads:
        name, number = head, 2
        # A spreadsheet does not tell the headings of a table apart by their case.
        while name.casefold() in {each.casefold() for each in made}:
            name, number = f"{head} ({number})", number + 1
        made.append(name)
    return made
