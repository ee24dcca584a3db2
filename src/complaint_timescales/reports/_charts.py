# SPDX-License-Identifier: MIT
"""Figures drawn: a chart of a table, as still SVG to stand in a page.

Every series and every bar has its name or its figure beside it in text, so that nothing hangs on
a colour. The colours are those of the Analysis Function of the government, in their order: each
has a contrast of 3 to the white between and to its neighbour.
"""

from __future__ import annotations

import io
import textwrap
import xml.etree.ElementTree as ET
from importlib.util import find_spec
from typing import Final

from complaint_timescales.monitoring import Cell, Chart, ChartKind, Kind, ReportTable, Suppressed
from complaint_timescales.reports._cells import in_words
from complaint_timescales.reports._figures import Figures

LIBRARIES: Final = ("altair", "vl_convert")
_MOST_SERIES: Final = 4
_KINDS: Final = {
    ChartKind.STACKED_BARS: "Stacked bars",
    ChartKind.GROUPED_BARS: "Bars in groups",
    ChartKind.LINES: "Lines",
}


def can_draw() -> bool:
    """Whether the libraries that draw are installed."""
    return all(find_spec(name) is not None for name in LIBRARIES)


def drawn(table: ReportTable, chart: Chart, *, name: str) -> str | None:
    """The chart of a table as an SVG element, or None where it has no figure to draw.

    ``name`` is the beginning of each id in it, so that no two charts of a page share one.
    """
    figures = _figures(table, chart)
    if not any(value is not None for row in figures.values for value in row):
        return None
    from complaint_timescales.reports import _marks  # noqa: PLC0415 - needs the extra

    marks = {
        ChartKind.STACKED_BARS: _marks.stacked,
        ChartKind.GROUPED_BARS: _marks.grouped,
        ChartKind.LINES: _marks.lines,
    }
    stream = io.StringIO()
    marks[chart.kind](figures).save(stream, format="svg")
    return _inline(stream.getvalue(), chart.title, described(table, chart), name)


def described(table: ReportTable, chart: Chart) -> str:
    """What a chart shows, for those who do not see it."""
    figures = _figures(table, chart)
    said = []
    for place, series in enumerate(figures.series):
        values = figures.told(place)
        if values:
            ends = dict.fromkeys(in_words(end(values), Kind.COUNT) for end in (min, max))
            said.append(f"{series}, {' to '.join(ends)}")
    heading = table.columns[table.place(chart.category)].heading
    shown = f"{_KINDS[chart.kind]}, one for each {_lowered(heading)}, in {chart.unit}"
    return f"{shown}: {'; '.join(said)}. The table beside the chart has every figure."


def _lowered(heading: str) -> str:
    return f"{heading[:1].lower()}{heading[1:]}"


def _figures(table: ReportTable, chart: Chart) -> Figures:
    # A total among its parts would dwarf them.
    rows = table.rows[:-1] if table.total_row else table.rows
    names = table.place(chart.category)
    places = [table.place(key) for key in chart.series[:_MOST_SERIES]]
    return Figures(
        unit=chart.unit,
        categories=tuple(_name(row[names], table.columns[names].kind) for row in rows),
        series=tuple(_name(table.columns[place].heading, Kind.TEXT) for place in places),
        values=tuple(tuple(_number(row[place]) for place in places) for row in rows),
        marks=tuple(
            tuple(in_words(row[place], table.columns[place].kind) for place in places)
            for row in rows
        ),
    )


def _name(cell: Cell, kind: Kind) -> str:
    return textwrap.shorten(in_words(cell, kind), 60, placeholder=" ...") or "..."


def _number(cell: Cell) -> int | float | None:
    return cell if isinstance(cell, int | float) and not isinstance(cell, Suppressed) else None


def _inline(svg: str, title: str, description: str, name: str) -> str:
    root = ET.fromstring(svg)  # noqa: S314 - it was made here, a moment ago
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
        _kept(element, name)
    box = root.attrib["viewBox"]
    root.attrib.clear()
    root.attrib.update(
        {"viewBox": box, "role": "img", "aria-labelledby": f"{name}-title {name}-desc"}
    )
    for place, (tag, said) in enumerate((("title", title), ("desc", description))):
        element = ET.Element(tag, {"id": f"{name}-{tag}"})
        element.text = in_words(said, Kind.TEXT)
        root.insert(place, element)
    return ET.tostring(root, encoding="unicode")


def _kept(element: ET.Element, name: str) -> None:
    """Make the ids of an element those of this chart, and leave its name to the whole."""
    for key, value in list(element.attrib.items()):
        if key == "id":
            element.attrib[key] = f"{name}-{value}"
        elif value.startswith("url(#"):
            element.attrib[key] = value.replace("url(#", f"url(#{name}-")
        elif key.startswith(("aria-", "role", "class")):
            del element.attrib[key]
