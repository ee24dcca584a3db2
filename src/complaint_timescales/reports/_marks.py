# SPDX-License-Identifier: MIT
"""The marks of a chart: bars and lines, each named where it stands.

Imported only when a chart is drawn, because it needs the extra that draws.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from typing import Any, Final

import altair as alt

from complaint_timescales.reports._figures import Figures

COLOURS: Final = ("#12436D", "#28A197", "#801650", "#F46A25")
# What is written on a colour, with a contrast of at least 4.5 to it.
_ON: Final = ("#ffffff", "#0b0c0c", "#ffffff", "#0b0c0c")
_DASHES: Final = ((1, 0), (8, 4), (2, 3), (10, 3, 2, 3))
_INK: Final = "#0b0c0c"
_GRID: Final = "#d9d9d9"
_FONT: Final = "Arial, Helvetica, sans-serif"
_SIZE: Final = 14
_LETTER: Final = 8.0  # the width of a figure of that size, rather more than less
_WIDTH: Final = 470.0
_TALL: Final = 280.0
_BAR: Final = 24.0
_LABELS: Final = 9  # names along the axis of a line chart, at most


def stacked(figures: Figures) -> Any:
    """A bar for each category, in parts that have a letter each, with the sum at its end."""
    sums = [sum(value or 0 for value in row) for row in figures.values]
    widest = max(*sums, 1) * 1.02
    scale = alt.Scale(domain=[0, widest], nice=False)
    parts = [part for at in range(len(sums)) for part in _parts(figures, at, widest)]
    keys = [f"{_letter(place)}: {name}" for place, name in enumerate(figures.series)]
    height = alt.Step(_BAR * 1.6)
    y = alt.Y("at:O", axis=None, scale=alt.Scale(paddingInner=0.3, paddingOuter=0.15))
    bars = _chart(parts, width=_WIDTH, height=height)
    colour = alt.Color(
        "key:N",
        scale=alt.Scale(domain=keys, range=list(COLOURS[: len(keys)])),
        legend=alt.Legend(
            orient="top", columns=2, title=None, symbolType="square", symbolSize=200, labelLimit=0
        ),
    )
    drawn = bars.mark_bar(stroke="#ffffff", strokeWidth=2).encode(
        x=alt.X("start:Q", scale=scale, axis=_axis(figures.unit)), x2="end:Q", y=y, color=colour
    )
    inside = (
        bars.transform_filter("datum.said != ''")
        .mark_text(fontSize=_SIZE)
        .encode(x=alt.X("middle:Q"), y=y, text="said:N", color=alt.Color("on:N", scale=None))
    )
    ends = [{"at": at, "end": total, "said": _sum(figures, at)} for at, total in enumerate(sums)]
    after = _after(ends, y)
    return _layered(drawn, inside, after, _names(figures, y))


def _parts(figures: Figures, at: int, widest: float) -> Iterable[dict[str, Any]]:
    start = 0.0
    for place, value in enumerate(figures.values[at]):
        if not value:
            continue
        said = f"{_letter(place)} {figures.marks[at][place]}"
        fits = value / widest * _WIDTH > len(said) * _LETTER
        yield {
            "at": at,
            "start": start,
            "end": start + value,
            "middle": start + value / 2,
            "key": f"{_letter(place)}: {figures.series[place]}",
            "on": _ON[place],
            "said": said if fits else "",
        }
        start += value


def _sum(figures: Figures, at: int) -> str:
    shown = f"{sum(value or 0 for value in figures.values[at]):,}"
    withheld = sum(value is None for value in figures.values[at])
    return f"{shown} and {withheld} not shown" if withheld else shown


def grouped(figures: Figures) -> Any:
    """A bar for each series of each category, its figure at its end, and its name beside others."""
    names = figures.series if len(figures.series) > 1 else ("",)  # a series alone is the title's
    rows = [
        {
            "at": at,
            "place": place,
            "end": value or 0,
            "said": f"{figures.marks[at][place]} {name}".strip(),
        }
        for at, row in enumerate(figures.values)
        for place, (value, name) in enumerate(zip(row, names, strict=True))
    ]
    scale = alt.Scale(domain=[0, max(figures.highest, 1)], nice=True)
    y = alt.Y("at:O", axis=None, scale=alt.Scale(paddingInner=0.25, paddingOuter=0.1))
    offset = alt.YOffset("place:O", scale=alt.Scale(paddingInner=0.12))
    colours = alt.Scale(domain=list(range(len(figures.series))), range=list(COLOURS))
    height = alt.Step(_BAR * (len(figures.series) + 0.6), **{"for": "position"})
    bars = _chart(rows, width=_WIDTH - 90, height=height)
    drawn = bars.mark_bar().encode(
        x=alt.X("end:Q", scale=scale, axis=_axis(figures.unit)),
        y=y,
        yOffset=offset,
        color=alt.Color("place:O", scale=colours, legend=None),
    )
    return _layered(drawn, _after(rows, y).encode(yOffset=offset), _names(figures, y))


def lines(figures: Figures) -> Any:
    """A line for each series, with dashes of its own and its name at its end."""
    rows = [
        {"at": at, "place": place, "value": value}
        for at, row in enumerate(figures.values)
        for place, value in enumerate(row)
    ]
    last = len(figures.categories) - 1
    x = alt.X("at:Q", scale=alt.Scale(domain=[0, max(last, 1)], nice=False), axis=_ticks(last))
    scale = alt.Scale(domain=[0, _top(figures)], nice=False)
    y = alt.Y("value:Q", scale=scale, axis=_axis(figures.unit))
    places = list(range(len(figures.series)))
    colour = alt.Color("place:O", scale=alt.Scale(domain=places, range=list(COLOURS)), legend=None)
    dash = alt.StrokeDash(
        "place:O", scale=alt.Scale(domain=places, range=[list(d) for d in _DASHES]), legend=None
    )
    base = _chart(rows, width=_WIDTH + 20, height=_TALL)
    # A month between two that have no figure would be no line at all: it is a point.
    alone = [row for row in rows if _is_alone(figures, row)]
    layers = [
        base.mark_line(strokeWidth=2.5).encode(x=x, y=y, color=colour, strokeDash=dash),
        _chart(alone, width=_WIDTH + 20, height=_TALL)
        .mark_point(filled=True, size=45)
        .encode(x=x, y=y, color=colour),
    ]
    return _layered(*layers, _line_names(figures), _below(figures, last))


def _top(figures: Figures) -> float:
    """How high the axis of a line chart goes."""
    return max(figures.highest, 1) * 1.05


def _is_alone(figures: Figures, row: dict[str, Any]) -> bool:
    at, place = row["at"], row["place"]
    beside = [figures.values[near] for near in (at - 1, at + 1) if 0 <= near < len(figures.values)]
    return row["value"] is not None and all(each[place] is None for each in beside)


def _line_names(figures: Figures) -> Any:
    """The name of each line at the height where it ends, moved apart where two would touch."""
    ends = []
    for place, name in enumerate(figures.series):
        told = figures.told(place)
        if told:
            ends.append((_TALL * (1 - told[-1] / _top(figures)), name))
    rows, lowest = [], -_TALL
    for height, name in sorted(ends):
        said = "\n".join(textwrap.wrap(name, 18))
        tall = (said.count("\n") + 1) * (_SIZE + 2)
        lowest = max(height, lowest + tall / 2)
        rows.append({"height": lowest, "said": said})
        lowest += tall / 2 + 2
    return (
        _chart(rows, width=_WIDTH + 20, height=_TALL)
        .mark_text(align="left", fontSize=_SIZE, color=_INK, lineBreak="\n", fontWeight="bold")
        .encode(
            x=alt.value(_WIDTH + 28),
            y=alt.Y("height:Q", scale=None),
            text="said:N",
        )
    )


def _ticks(last: int) -> alt.Axis:
    return alt.Axis(values=_marked(last), labels=False, title=None, grid=False, tickSize=6)


def _marked(last: int) -> list[int]:
    """Which categories are named: every one, every other, or the first of each quarter or year."""
    steps = (1, 2, 3, 4, 6, 12, 24, 60, 120)
    fitting = (step for step in steps if last // step < _LABELS)
    return list(range(0, last + 1, next(fitting, last or 1)))


def _below(figures: Figures, last: int) -> Any:
    rows = [
        {"at": at, "said": "\n".join(textwrap.wrap(figures.categories[at], 11))}
        for at in _marked(last)
    ]
    scale = alt.Scale(domain=[0, max(last, 1)], nice=False)
    return (
        _chart(rows, width=_WIDTH + 20, height=_TALL)
        .mark_text(fontSize=_SIZE, color=_INK, baseline="top", lineBreak="\n")
        .encode(x=alt.X("at:Q", scale=scale), y=alt.value(_TALL + 10), text="said:N")
    )


def _letter(place: int) -> str:
    return "ABCD"[place]


def _chart(rows: list[dict[str, Any]], **size: Any) -> alt.Chart:
    return alt.Chart(alt.InlineData(values=rows)).properties(**size)


def _axis(unit: str) -> alt.Axis:
    title = f"{unit[:1].upper()}{unit[1:]}"
    return alt.Axis(title=title, format=",~f", tickCount=5, gridColor=_GRID, domain=False)


def _after(rows: list[dict[str, Any]], y: alt.Y) -> Any:
    text = _chart(rows).mark_text(align="left", dx=6, fontSize=_SIZE, color=_INK)
    return text.encode(x="end:Q", y=y, text="said:N")


def _names(figures: Figures, y: alt.Y) -> Any:
    """The names of the categories, each in the middle of its bar, on a line or on two."""
    wrapped = [
        textwrap.wrap(name, 30, max_lines=2, placeholder=" ...") for name in figures.categories
    ]
    rows = [{"at": at, "said": "\n".join(said), "n": len(said)} for at, said in enumerate(wrapped)]
    layers = [
        _chart([row for row in rows if row["n"] == number])
        .mark_text(align="right", fontSize=_SIZE, color=_INK, lineBreak="\n", dy=8 - 8 * number)
        .encode(x=alt.value(-8), y=y, text="said:N")
        for number in (1, 2)
    ]
    return alt.layer(*layers)


def _layered(*layers: Any) -> Any:
    return alt.layer(*layers).configure(
        aria=False,
        background="transparent",
        font=_FONT,
        padding=6,
        view=alt.ViewConfig(stroke=None),
        axis=alt.AxisConfig(
            labelFontSize=_SIZE,
            titleFontSize=_SIZE,
            titleFontWeight="normal",
            labelColor=_INK,
            titleColor=_INK,
        ),
        legend=alt.LegendConfig(labelFontSize=_SIZE, labelColor=_INK, rowPadding=4),
    )
