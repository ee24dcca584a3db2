# SPDX-License-Identifier: MIT
"""A case over time: a bar for each limit, a number for each event, a line for each holiday."""

from __future__ import annotations

from datetime import date
from typing import Final

import attrs

from complaint_timescales._dates import spoken
from complaint_timescales.case import Case
from complaint_timescales.pictures import _svg as svg
from complaint_timescales.pictures._lanes import Lane, Story, named
from complaint_timescales.pictures._year import diamond
from complaint_timescales.working_days import WorkingDayCalendar

WIDTH: Final = 800
MARGIN: Final = 16
LEFT: Final = 268.0
RIGHT: Final = 780.0
BAR: Final = 22
STEP: Final = 20  # from one level of badges to the next
STEPS: Final = (1, 2, 3, 6, 12, 24, 60, 120, 1200, 12000)  # months between the ticks
INNER: Final = LEFT - MARGIN - 16
LEGEND: Final = {
    "limit": "the limit, from day 0 to its last day",
    "used": "the time used",
    "extension": "the extension",
    "over": "over the limit",
    "met": "done",
    "ceased": "the duty ended",
    "holiday": "bank holiday, not counted",
    "as-at": "the day looked from",
}


@attrs.frozen
class Scale:
    """Days to places."""

    first: date
    last: date

    def x(self, day: date) -> float:
        """The place of a day."""
        return LEFT + (RIGHT - LEFT) * (day - self.first).days / (self.last - self.first).days

    @property
    def months(self) -> list[date]:
        """The first days of the months that are named, so many that their names have room."""
        count = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month
        step = next(each for each in STEPS if each >= count * 40 / (RIGHT - LEFT))
        return [_later(self.first, n) for n in range(0, count, step)]


def timeline(case: Case, *, as_at: date | None = None, prefix: str = "timeline") -> str:
    """A case over time: each limit a bar, with what happened and the bank holidays between.

    >>> from datetime import date
    >>> from complaint_timescales import Case, events
    >>> case = Case("CSC-0042", [events.RepresentationsReceived(on=date(2025, 1, 6))])
    >>> drawn = timeline(case, as_at=date(2025, 1, 22))
    >>> "Overdue on 22 January 2025, 2 working days over" in drawn
    True

    ``as_at`` is the day to look from, with what was known then; without it, that of the last
    event. ``prefix`` begins every id, so that several pictures can stand in one page.
    """
    prefix = svg.checked_prefix(prefix)
    if as_at is not None:
        calendar = WorkingDayCalendar.england() if case.calendar is None else case.calendar
        calendar.is_working_day(as_at)  # refuses a day that it does not cover
    story = Story.of(case, as_at)
    title = f"Case {case.reference}"
    body, y = svg.headed(title, [story.status], WIDTH, MARGIN)
    if not story.events:
        return svg.sheet(prefix, (WIDTH, y), title, story.status, body)
    body.append(_patterns(prefix))
    drawn, y = _chart(story, y + 12, prefix)
    keys, y = _keys(story, y, prefix)
    return svg.sheet(prefix, (WIDTH, y), title, story.about, [*body, *drawn, *keys])


def _patterns(prefix: str) -> str:
    over = svg.hatch(f"{prefix}-over", svg.ORANGE, svg.INK, 8)
    return svg.tag("defs", over, svg.dots(f"{prefix}-more", svg.PAPER, svg.BLUE))


# -- the chart --------------------------------------------------------------------------


def _chart(story: Story, y: float, prefix: str) -> tuple[list[str], float]:
    """The months, the events, the lanes and the holidays between; and where they end."""
    scale, holidays = _scale(story.days), list(story.holidays)
    pins, deep = _levels([scale.x(event.on) for event in story.events])
    top = y + 12 + STEP * deep + 16
    lanes, bottom = _lanes(story, scale, top, prefix)
    letters, low = _levels([scale.x(day) for day in holidays])
    body = _axis(scale, y, bottom)
    body += [_dashed(scale.x(day), top, bottom, svg.GREY) for day in holidays]
    if story.as_at:
        body.append(svg.line(*_upright(scale.x(story.as_at), y, bottom), svg.PINK, stroke_width=2))
    body.append(svg.text(MARGIN, y + 26, "What happened", bold=True))
    for number, (x, level) in enumerate(pins, start=1):
        body.append(_pin(x, y + 12 + STEP * level, f"{number}"))
    for place, (x, level) in enumerate(letters):
        body.append(_pin(x, bottom + 4 + STEP * level, svg.lettered(place)))
    if holidays:
        body.append(svg.text(MARGIN, bottom + 16, "Bank holidays", bold=True))
    return [*body, *lanes], bottom + 8 + STEP * low


def _scale(days: list[date]) -> Scale:
    """From the first day of the first month to the first day after the last month."""
    first, last = min(days), max(days)
    return Scale(first.replace(day=1), _later(last.replace(day=1), 1))


def _later(month: date, months: int) -> date:
    years, place = divmod(month.month - 1 + months, 12)
    return date(month.year + years, place + 1, 1)


def _levels(places: list[float]) -> tuple[list[tuple[float, int]], int]:
    """Each place with the first level on which it covers no other; and how many levels."""
    found: list[tuple[float, int]] = []
    for x in places:
        taken = {level for other, level in found if abs(other - x) < STEP}
        found.append((x, next(n for n in range(len(taken) + 1) if n not in taken)))
    return found, max((level + 1 for _, level in found), default=0)


def _axis(scale: Scale, y: float, bottom: float) -> list[str]:
    """The months, with the year where it begins."""
    body = [svg.line(LEFT, y, RIGHT, y, svg.INK, stroke_width=1.5)]
    for place, month in enumerate(scale.months):
        x = scale.x(month)
        year = f" {month.year}" if place == 0 or month.month == 1 else ""
        body.append(svg.line(*_upright(x, y - 6, y), svg.INK, stroke_width=1.5))
        name = svg.month_of(month)[:3] + year
        left = min(x + 3, WIDTH - MARGIN / 2 - svg.width_of(name, svg.SMALL))
        body.append(svg.text(left, y - 8, name, size=svg.SMALL))
    body.append(svg.line(LEFT, bottom, RIGHT, bottom, svg.INK, stroke_width=1))
    return body


def _upright(x: float, top: float, bottom: float) -> tuple[float, float, float, float]:
    return x, top, x, bottom


def _dashed(x: float, top: float, bottom: float, stroke: str) -> str:
    return svg.line(*_upright(x, top, bottom), stroke, stroke_width=1.2, stroke_dasharray="3 3")


def _pin(x: float, y: float, said: str) -> str:
    return svg.badge(x - svg.badge_width(said) / 2, y, said)


# -- the lanes --------------------------------------------------------------------------


def _lanes(story: Story, scale: Scale, y: float, prefix: str) -> tuple[list[str], float]:
    body = []
    for lane in story.lanes:
        limit = svg.wrapped(lane.limit, INNER, svg.SMALL)
        result = svg.wrapped(lane.result, INNER, svg.SMALL)
        name = svg.cut(svg.wrapped(lane.name, INNER, 12.5, bold=True), 3)
        parts = [svg.words("title", lane.about)]
        parts += svg.paragraph(MARGIN, y + 14, name, size=12.5, bold=True)
        under = y + 14 + 15 * len(name)
        parts += svg.paragraph(MARGIN, under, limit, leading=14, size=svg.SMALL)
        under += 14 * len(limit)
        parts += svg.paragraph(MARGIN, under, result, leading=14, size=svg.SMALL, bold=lane.over)
        under += 14 * len(result)
        parts += _bar(lane, scale, (y + under - BAR - 10) / 2, prefix)
        body.append(svg.tag("g", *parts, class_="lane"))
        y = under + 4
    if not story.lanes:
        body.append(svg.text(MARGIN, y + 14, "No clock has started."))
        y += 28
    return body, y


def _bar(lane: Lane, scale: Scale, y: float, prefix: str) -> list[str]:
    """The limit, what was used of it, and what was over."""
    start, due = scale.x(lane.start), scale.x(lane.due)
    first = min(due, scale.x(lane.extended_from or lane.due))
    body = [svg.box(start, y, max(first - start, 1), BAR, svg.TINT, edge=svg.BLUE, thick=1.5)]
    if first < due:
        more = f"url(#{prefix}-more)"
        body.append(svg.box(first, y, due - first, BAR, more, edge=svg.BLUE, thick=1.5))
    if lane.until is None:
        return body
    until = scale.x(lane.until)
    if min(until, due) > start:
        body.append(svg.box(start, y + 7, min(until, due) - start, BAR - 14, svg.BLUE))
    if lane.over:
        over = f"url(#{prefix}-over)"
        body.append(svg.box(due, y, max(until - due, 2), BAR, over, edge=svg.INK, thick=1.5))
    if lane.end:
        body.append(_mark(lane.end, until, y + BAR / 2))
    return body


def _mark(end: str, x: float, y: float) -> str:
    if end == "met":
        return diamond(x, y)
    return svg.box(x - 6, y - 6, 12, 12, svg.PAPER, edge=svg.INK, thick=2.5)


# -- the keys ---------------------------------------------------------------------------


def _keys(story: Story, y: float, prefix: str) -> tuple[list[str], float]:
    """What the marks are, what happened, and which holidays there were."""
    body, y = _legend(story, y + 16, prefix)
    told = [f"{svg.dated(event.on)}: {named(event)}" for event in story.events]
    numbers = [f"{number}" for number in range(1, len(told) + 1)]
    off = [f"{spoken(day)}: {name}" for day, name in story.holidays.items()]
    for badges, lines in ((numbers, told), ([svg.lettered(n) for n in range(len(off))], off)):
        more, y = _columns(badges, lines, y)
        body += more
    return body, y


def _columns(badges: list[str], lines: list[str], y: float) -> tuple[list[str], float]:
    """A list in two columns, read down the first and then the second."""
    body, half, wide = [], (len(lines) + 1) // 2, (WIDTH - 2 * MARGIN) / 2
    low = y
    for place in (0, 1):
        down = y
        part = slice(half * place, half * (place + 1))
        for said, words in zip(badges[part], lines[part], strict=True):
            x = MARGIN + place * wide
            kept = svg.cut(svg.wrapped(words, wide - 44, svg.SMALL), 3)
            body.append(svg.badge(x, down - 12, said))
            body += svg.paragraph(x + 30, down, kept, leading=14, size=svg.SMALL)
            down += 14 * len(kept) + 6
        low = max(low, down)
    return body, low + 10 * bool(lines)


def _there(story: Story) -> set[str]:
    """Which marks are in the picture."""
    lanes = story.lanes
    found = {"limit"} if lanes else set()
    found |= {lane.end for lane in lanes}
    found |= {"over" for lane in lanes if lane.over}
    found |= {"used" for lane in lanes if lane.until and min(lane.until, lane.due) > lane.start}
    found |= {"extension" for lane in lanes if lane.extended_from}
    found |= {"holiday"} if story.holidays else set()
    return found | ({"as-at"} if story.as_at else set())


def _legend(story: Story, y: float, prefix: str) -> tuple[list[str], float]:
    body, x, there = [], float(MARGIN), _there(story)
    for kind in (kind for kind in LEGEND if kind in there):
        wide = 40 + svg.width_of(LEGEND[kind], svg.SMALL)
        if x + wide > WIDTH - MARGIN:
            x, y = float(MARGIN), y + 24
        body.append(_swatch(kind, x, y, prefix))
        body.append(svg.text(x + 30, y + 12, LEGEND[kind], size=svg.SMALL))
        x += wide
    return body, y + 44


def _swatch(kind: str, x: float, y: float, prefix: str) -> str:
    middle = x + 12
    if kind in {"met", "ceased"}:
        return _mark(kind, middle, y + 8)
    if kind == "holiday":
        return _dashed(middle, y - 2, y + 18, svg.GREY)
    if kind == "as-at":
        return svg.line(*_upright(middle, y - 2, y + 18), svg.PINK, stroke_width=2)
    if kind == "used":
        return svg.box(x, y + 4, 24, 8, svg.BLUE)
    fill, edge = {
        "limit": (svg.TINT, svg.BLUE),
        "extension": (f"url(#{prefix}-more)", svg.BLUE),
        "over": (f"url(#{prefix}-over)", svg.INK),
    }[kind]
    return svg.box(x, y, 24, 16, fill, edge=edge, thick=1.5)
