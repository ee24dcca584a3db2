# SPDX-License-Identifier: MIT
"""A time limit as a calendar: a row for each week, and each day counted or said why not."""

from __future__ import annotations

from datetime import date
from typing import Final

from complaint_timescales._assessments import Assessment
from complaint_timescales._dates import counted, spoken
from complaint_timescales._deadlines import Deadline
from complaint_timescales._text import plain
from complaint_timescales.pictures import _svg as svg
from complaint_timescales.pictures._days import (
    Day,
    as_verdict,
    runs,
    title_of,
    verdict_line,
    weeks,
)
from complaint_timescales.pictures._year import year_line

WIDTH: Final = 676
LEFT: Final = 108
MARGIN: Final = 16
HEADS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
CELLS: Final = (86, 86, 86, 86, 86, 52, 52)
HIGH: Final = 54
NAME: Final = 10.0
GAP: Final = 3
FILLS: Final = {
    "outside": svg.PAPER,
    "working": svg.PAPER,
    "counted": svg.TINT,
    "day-0": svg.BLUE,
    "over": svg.ORANGE,
}
LEGEND: Final = {
    "day-0": "day 0, where the clock starts",
    "counted": "counted",
    "skipped": "not counted",
    "over": "working days over",
    "last": "the last day",
}


def calendar_strip(subject: Deadline | Assessment, *, prefix: str = "strip") -> str:
    """A time limit as a calendar, with each counted day numbered and each other day explained.

    >>> from datetime import date
    >>> from complaint_timescales import assess
    >>> drawn = calendar_strip(assess("14(1)", date(2024, 12, 16), date(2025, 1, 3)))
    >>> "<title>Wednesday 25 December 2024; not counted: Christmas Day</title>" in drawn
    True

    A limit of a year has no weeks: it is a line from day 0 to the anniversary. ``prefix`` begins
    every id, so that several pictures can stand in one page. Many weeks after the last day are
    drawn as a gap.
    """
    prefix, verdict = svg.checked_prefix(prefix), as_verdict(subject)
    if not verdict.deadline.in_working_days:
        return year_line(verdict, prefix)
    rows = list(weeks(verdict))
    days = [day for week in rows for day in week if day.kind != "outside"]
    keys = _keys(days)
    title = title_of(verdict)
    body, y = _head(verdict, title, prefix)
    for place, week in enumerate(rows):
        body += _week(week, y, prefix, keys, _month(rows, place)) if week else _gap(rows, place, y)
        y += HIGH + GAP if week else 30
    more, y = _foot(verdict, days, keys, y + 20, prefix)
    return svg.sheet(prefix, (WIDTH, y), title, _about(verdict, days), [*body, *more])


def _summary(verdict: Assessment) -> str:
    deadline = verdict.deadline
    number = counted(len(deadline.counted), "working day")
    from_ = "before" if deadline.date < deadline.start else "from"
    return f"{number} {from_} {spoken(deadline.start)}: the last day is {spoken(deadline.date)}."


# -- head -------------------------------------------------------------------------------


def _head(verdict: Assessment, title: str, prefix: str) -> tuple[list[str], float]:
    """The title, the answer and the heads of the columns; and where the weeks begin."""
    answer = verdict_line(verdict)
    body, y = svg.headed(title, [_summary(verdict)], WIDTH, MARGIN, answer)
    body.append(svg.tag("defs", svg.hatch(f"{prefix}-hatch", svg.PAPER, svg.GREY)))
    for place, head in enumerate(HEADS):
        middle = _x(place) + CELLS[place] / 2
        body.append(svg.text(middle, y + 12, head, bold=True, anchor="middle"))
    return body, y + 20


def _x(weekday: int) -> float:
    return LEFT + sum(CELLS[:weekday]) + GAP * weekday


def _month(rows: list[tuple[Day, ...]], place: int) -> date | None:
    """A day of the month to name beside a week: where it begins, or the weeks begin or go on."""
    day = _month_day(rows, place)
    if not _goes_on(rows, place):
        return day
    before = _month_day(rows, place - 1)
    return None if (day.year, day.month) == (before.year, before.month) else day


def _goes_on(rows: list[tuple[Day, ...]], place: int) -> bool:
    return place > 0 and bool(rows[place - 1])


def _month_day(rows: list[tuple[Day, ...]], place: int) -> date:
    inside = [day.date for day in rows[place] if day.kind != "outside"]
    return inside[-1] if _goes_on(rows, place) else inside[0]


def _keys(days: list[Day]) -> dict[date, str]:
    """A letter for each holiday whose name does not fit into its cell."""
    away = [day.date for day in days if day.holiday and not _fits(day)]
    return {day: svg.lettered(place) for place, day in enumerate(away)}


def _name(day: Day) -> list[str]:
    return svg.wrapped(day.holiday, CELLS[day.date.weekday()] - 14, NAME)


def _fits(day: Day) -> bool:
    lines = _name(day)
    whole = " ".join(lines) == plain(day.holiday)  # no word of it is cut
    return day.kind == "skipped" and whole and len(lines) <= (1 if day.label else 3)


# -- weeks ------------------------------------------------------------------------------


def _week(
    week: tuple[Day, ...], y: float, prefix: str, keys: dict[date, str], month: date | None
) -> list[str]:
    body = []
    if month is not None:
        body += [
            svg.text(MARGIN, y + 22, svg.month_of(month), size=14, bold=True),
            svg.text(MARGIN, y + 39, f"{month.year}", size=12, fill=svg.QUIET),
        ]
    for weekday, day in enumerate(week):
        body.append(_cell(day, weekday, y, prefix, keys.get(day.date, "")))
    return body


def _cell(day: Day, weekday: int, y: float, prefix: str, key: str) -> str:
    x, width = _x(weekday), CELLS[weekday]
    fill = FILLS.get(day.kind, f"url(#{prefix}-hatch)")
    parts = [svg.words("title", day.words)] if day.kind != "outside" else []
    edge = svg.GREY if day.kind != "outside" else ""
    parts.append(svg.box(x, y, width, HIGH, fill, edge=edge))
    light = svg.PAPER if day.kind == "day-0" else svg.INK if day.kind == "over" else svg.QUIET
    said = _date_words(day)
    if day.kind == "skipped":
        named = day.holiday and not key
        wide, high = (width - 8, HIGH - 8) if named else (svg.width_of(said, svg.SMALL) + 5, 15)
        parts.append(svg.box(x + 4, y + 4, wide, high, svg.PAPER))
    parts.append(svg.text(x + 6, y + 15, said, size=svg.SMALL, fill=light))
    parts += _inside(day, x, y, width, key)
    if day.is_last:
        parts.append(svg.box(x, y, width, HIGH, "none", edge=svg.PINK, thick=4))
    return svg.tag("g", *parts, class_=f"day {day.kind}", data_date=day.date.isoformat())


def _date_words(day: Day) -> str:
    if day.date.day == 1:
        return f"1 {svg.month_of(day.date)[:3]}"
    return str(day.date.day)


def _inside(day: Day, x: float, y: float, width: float, key: str) -> list[str]:
    """The number, the name and the label of a day."""
    parts = []
    middle = x + width / 2
    fill = {"counted": svg.BLUE, "day-0": svg.PAPER}.get(day.kind, svg.INK)
    if day.number:
        size, down = (17, 33) if day.label else (20, 38)
        parts.append(
            svg.text(middle, y + down, day.number, size=size, fill=fill, bold=True, anchor="middle")
        )
    if key:
        parts.append(svg.badge(x + width - svg.badge_width(key) - 4, y + 4, key))
    elif day.holiday and day.kind == "skipped":
        parts += svg.paragraph(x + 7, y + 27, _name(day), leading=10.5, size=NAME)
    if day.label:
        parts += _label(day, middle, y, width)
    return parts


def _label(day: Day, middle: float, y: float, width: float) -> list[str]:
    fill = svg.PAPER if day.kind == "day-0" else svg.INK
    ink = svg.INK if day.kind == "day-0" else svg.PAPER
    size = 10.5
    while svg.width_of(day.label, size, bold=True) > width - 8 and size > 7.5:
        size -= 0.5
    plate = svg.box(middle - width / 2 + 3, y + HIGH - 17, width - 6, 14, fill)
    words = svg.text(
        middle, y + HIGH - 6.5, day.label, size=size, fill=ink, bold=True, anchor="middle"
    )
    return [plate, words]


def _gap(rows: list[tuple[Day, ...]], place: int, y: float) -> list[str]:
    between = (rows[place + 1][0].date - rows[place - 1][-1].date).days // 7
    return [svg.text(LEFT, y + 19, f"{counted(between, 'week')} not drawn", fill=svg.QUIET)]


# -- foot -------------------------------------------------------------------------------


def _foot(
    verdict: Assessment, days: list[Day], keys: dict[date, str], y: float, prefix: str
) -> tuple[list[str], float]:
    """What the kinds of cell are, the key of the holidays, and what else is to be said."""
    body, x = [], float(MARGIN)
    there = {day.kind for day in days} | {"last"}
    for kind in (kind for kind in LEGEND if kind in there):
        wide = 40 + svg.width_of(LEGEND[kind], 12)
        if x + wide > WIDTH - MARGIN:
            x, y = float(MARGIN), y + 26
        body += [_swatch(kind, x, y, prefix), svg.text(x + 30, y + 13, LEGEND[kind])]
        x += wide + 8
    y += 40
    for day in (day for day in days if day.date in keys):
        body.append(svg.badge(MARGIN, y - 12, keys[day.date]))
        wide = WIDTH - 2 * MARGIN - 34
        lines = svg.cut(svg.wrapped(f"{spoken(day.date)}: {day.holiday}", wide, 12), 3)
        body += svg.paragraph(MARGIN + 34, y, lines)
        y += 16 * len(lines) + 5
    for note in notes(verdict):
        lines = svg.wrapped(note, WIDTH - 2 * MARGIN, 12)
        body += svg.paragraph(MARGIN, y, lines)
        y += 16 * len(lines) + 5
    return body, y


def _swatch(kind: str, x: float, y: float, prefix: str) -> str:
    number = {"day-0": "0", "counted": "1", "over": "+1"}.get(kind, "")
    if kind == "last":
        return svg.box(x + 1, y, 22, 18, "none", edge=svg.PINK, thick=4)
    fill = FILLS.get(kind, f"url(#{prefix}-hatch)")
    ink = {"counted": svg.BLUE, "day-0": svg.PAPER}.get(kind, svg.INK)
    parts = [svg.box(x, y, 24, 18, fill, edge=svg.GREY, thick=1)]
    if number:
        parts.append(svg.text(x + 12, y + 13, number, fill=ink, bold=True, anchor="middle"))
    return "".join(parts)


def notes(verdict: Assessment) -> list[str]:
    """What the answer rests on beside the count."""
    lines = verdict.deadline.explain().split("\n")
    said = [line for line in lines if line.startswith("At that time")]
    if verdict.provisional:
        known = spoken(verdict.deadline.calendar.known_through)
        said.append(
            f"Provisional: bank holidays are published to {known}, and a day may be proclaimed."
        )
    return said


def _about(verdict: Assessment, days: list[Day]) -> str:
    """All that is drawn, in words."""
    said = [verdict_line(verdict), *verdict.deadline.explain().split("\n")]
    numbered = runs([day for day in days if day.kind == "counted"])
    said.append("Day by day: " + "; ".join(map(_run_words, numbered)) + ".")
    late = [day for day in days if day.date > verdict.due]
    over = runs([day for day in late if day.kind == "over"])
    if over:
        said.append("Working days over: " + "; ".join(map(_run_words, over)) + ".")
    off = [day for day in late if day.holiday]
    if off:
        said.append(
            "Not counted after the last day: "
            + "; ".join(f"{spoken(day.date)} ({day.holiday})" for day in off)
            + "."
        )
    marked = [f"{day.label}: {spoken(day.date)}" for day in days if day.label]
    return " ".join(line for line in [*said, "; ".join(marked) + ".", *notes(verdict)] if line)


def _run_words(run: list[Day]) -> str:
    first, last = run[0], run[-1]
    if first == last:
        return f"{svg.dated(first.date)} is {first.number}"
    return f"{svg.dated(first.date)} to {svg.dated(last.date)} are {first.number} to {last.number}"
