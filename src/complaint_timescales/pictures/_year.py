# SPDX-License-Identifier: MIT
"""A limit of a year as a line: day 0, the anniversary, and the act where there is one."""

from __future__ import annotations

from datetime import date
from typing import Final

from complaint_timescales._assessments import Assessment
from complaint_timescales._dates import spoken
from complaint_timescales.pictures import _svg as svg
from complaint_timescales.pictures._days import (
    edges,
    seen_until,
    title_of,
    until_words,
    verdict_line,
)

WIDTH: Final = 676
MARGIN: Final = 16
LEFT: Final = 40.0
RIGHT: Final = 636.0
BAR: Final = 22


def year_line(verdict: Assessment, prefix: str) -> str:
    """The line, with days to scale and no weeks."""
    deadline, answer, title = verdict.deadline, verdict_line(verdict), title_of(verdict)
    said = f"{deadline.timescale.limit} from {spoken(deadline.start)}, by the calendar."
    body, y = svg.headed(title, [said], WIDTH, MARGIN, answer)
    body.append(svg.tag("defs", svg.hatch(f"{prefix}-over", svg.ORANGE, svg.INK, 8)))
    body += _line(verdict, y + 44, prefix)
    about = " ".join(line for line in [answer, *deadline.explain().split("\n")] if line)
    return svg.sheet(prefix, (WIDTH, y + 122), title, about, body)


def _line(verdict: Assessment, y: float, prefix: str) -> list[str]:
    first, last = edges(verdict)
    start, due, until = verdict.deadline.start, verdict.due, seen_until(verdict)

    def x(day: date) -> float:
        return LEFT + (RIGHT - LEFT) * (day - first).days / max((last - first).days, 1)

    body = [svg.box(x(start), y, x(due) - x(start), BAR, svg.TINT, edge=svg.BLUE, thick=1.5)]
    if until and until > due:
        over = f"url(#{prefix}-over)"
        body.append(svg.box(x(due), y, x(until) - x(due), BAR, over, edge=svg.INK, thick=1.5))
    if until and min(until, due) > start:
        used = x(min(until, due)) - x(start)
        body.append(svg.box(x(start), y + 7, used, BAR - 14, svg.BLUE))
    body += _mark(x(start), y, "Day 0", start, below=True)
    body += _mark(x(due), y, "Last day, the anniversary", due, below=True)
    if until:
        body += _mark(x(until), y, until_words(verdict), until, below=False)
    return body


def _mark(x: float, y: float, said: str, day: date, *, below: bool) -> list[str]:
    """A tick, and what it is: below the line, or above it with a diamond."""
    anchor = "start" if x < 200 else "end" if x > WIDTH - 200 else "middle"
    if below:
        lines = [(y + BAR + 24, said), (y + BAR + 41, svg.dated(day))]
        drawn = svg.line(x, y - 5, x, y + BAR + 8, svg.INK, stroke_width=2)
    else:
        lines = [(y - 32, said), (y - 15, svg.dated(day))]
        drawn = diamond(x, y + BAR / 2)
    bold = [svg.text(x, lines[0][0], said, bold=True, anchor=anchor)]
    return [drawn, *bold, svg.text(x, lines[1][0], lines[1][1], anchor=anchor)]


def diamond(x: float, y: float) -> str:
    """The mark of an act."""
    corners = f"{x:.1f},{y - 9:.1f} {x + 8:.1f},{y:.1f} {x:.1f},{y + 9:.1f} {x - 8:.1f},{y:.1f}"
    return svg.tag("polygon", points=corners, fill=svg.INK, stroke=svg.PAPER, stroke_width=1.5)
