# SPDX-License-Identifier: MIT
"""A report as one page that needs nothing besides: no script, no request, no other file."""

from __future__ import annotations

from importlib import resources
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

from complaint_timescales._text import plain
from complaint_timescales.monitoring import (
    Cell,
    Kind,
    Report,
    ReportColumn,
    ReportTable,
    Suppressed,
)
from complaint_timescales.reports._cells import NUMBERS, in_words, notes_of, on_the_input
from complaint_timescales.reports._charts import can_draw, drawn
from complaint_timescales.reports._errors import MissingExtra

if TYPE_CHECKING:
    import jinja2

EXAMPLES: Final = 5
_LONGEST: Final = 500  # characters of a text of the input


def html_page(report: Report, *, charts: bool = True) -> str:
    """A report as one HTML page, which conforms to WCAG 2.2 at level AA.

    Each chart stands beside the table with its figures, as a still picture with a description.
    Without ``charts``, or without the libraries that draw, the page has every figure all the same,
    and says that it has no charts. Text from outside is shown as text, never as mark-up.
    Raises ``MissingExtra`` without Jinja, which comes with ``complaint-timescales[report]``.
    """
    if find_spec("jinja2") is None:
        raise MissingExtra("an HTML page", "report")
    drawing = charts and can_draw()
    pictures = [
        drawn(table, table.chart, name=f"chart-{number}") if drawing and table.chart else None
        for number, table in enumerate(report.tables, start=1)
    ]
    return _page(report, pictures, drawing=drawing)


def _page(report: Report, pictures: list[str | None], *, drawing: bool) -> str:
    template = _environment().from_string(_packaged("report.html.jinja"))
    return template.render(
        report=report,
        charts=drawing,
        drawings=pictures,
        quality=on_the_input(report),
        style=_packaged("report.css"),
        examples=report.findings.examples(EXAMPLES),
        of_each=EXAMPLES,
    )


def _packaged(name: str) -> str:
    folder = resources.files("complaint_timescales.reports") / "templates"
    return (folder / name).read_text(encoding="utf-8")


def _environment() -> jinja2.Environment:
    import jinja2  # noqa: PLC0415 - an extra

    made = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined)
    made.filters.update(
        told=plain,
        worded=_worded,
        clipped=_clipped,
        notes=notes_of,
        kind_words=lambda kind: plain(kind.replace("_", " ").capitalize()),
    )
    made.tests.update(
        missing=_is_missing,
        withheld=lambda cell: isinstance(cell, Suppressed),
        numeric=_is_numeric,
        dated=lambda column: column.kind is Kind.DATE,
        with_withheld=_has_withheld,
        with_missing=_has_missing,
    )
    return made


def _worded(cell: Cell, kind: Kind = Kind.COUNT) -> str:
    return _clipped(cell) if isinstance(cell, str) else in_words(cell, kind)


def _clipped(text: str) -> str:
    """A text of the input, cut where it is longer than anyone reads, and saying so."""
    if len(text) <= _LONGEST:
        return plain(text)
    return f"{plain(text[:_LONGEST])} ... ({len(text) - _LONGEST:,} more characters)"


def _is_missing(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


def _is_numeric(column: ReportColumn) -> bool:
    return column.kind in NUMBERS


def _has_withheld(table: ReportTable) -> bool:
    return any(isinstance(cell, Suppressed) for row in table.rows for cell in row)


def _has_missing(table: ReportTable) -> bool:
    return any(_is_missing(cell) for row in table.rows for cell in row)
