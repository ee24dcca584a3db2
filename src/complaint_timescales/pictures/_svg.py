# SPDX-License-Identifier: MIT
"""SVG as text: escaped, measured, and in colours that can be told apart in print."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from complaint_timescales._dates import spoken
from complaint_timescales._errors import InvalidFact
from complaint_timescales._text import plain

# A text has a contrast of at least 4.5 to its ground; what is drawn has 3 to what is beside it.
INK: Final = "#0b0c0c"
QUIET: Final = "#595959"
BLUE: Final = "#12436D"
PINK: Final = "#801650"
ORANGE: Final = "#F46A25"
GREY: Final = "#767676"
TINT: Final = "#e8eff6"
PAPER: Final = "#ffffff"
SMALL: Final = 11.0

_NARROW: Final = frozenset("ijlItf.,:;'|! ")
_SLIM: Final = frozenset('r()[]-/"')
_WIDE: Final = frozenset("mwMW%@")


def tag(name: str, *inside: str, **attributes: str | float) -> str:
    """An element: what is inside is mark-up already, and attributes are quoted here.

    >>> tag("rect", x=1.25, stroke_width=2, class_="a<b")
    '<rect x="1.2" stroke-width="2" class="a&lt;b"/>'
    """
    said = "".join(
        f" {key.rstrip('_').replace('_', '-')}={quoteattr(_number(value))}"
        for key, value in attributes.items()
    )
    body = "".join(inside)
    return f"<{name}{said}>{body}</{name}>" if body else f"<{name}{said}/>"


def _number(value: str | float) -> str:
    return value if isinstance(value, str) else f"{value:.1f}".removesuffix(".0")


def words(name: str, said: str, **attributes: str | float) -> str:
    """An element of text alone, escaped.

    >>> words("title", "A & B <c> ]]>")
    '<title>A &amp; B &lt;c&gt; ]]&gt;</title>'
    """
    return tag(name, escape(plain(said)), **attributes)


def text(
    x: float,
    y: float,
    said: str,
    *,
    size: float = 12,
    fill: str = INK,
    bold: bool = False,
    anchor: str = "start",
) -> str:
    """A line of text, standing on ``y``."""
    more = {"font_weight": "bold"} if bold else {}
    more |= {"text_anchor": anchor} if anchor != "start" else {}
    return words("text", said, x=x, y=y, font_size=size, fill=fill, **more)


def box(
    x: float,
    y: float,
    width: float,
    height: float,
    fill: str,
    *,
    edge: str = "",
    thick: float = 1,
    rx: float = 0,
) -> str:
    """A rectangle."""
    more: dict[str, str | float] = {"rx": rx} if rx else {}
    if edge:
        more |= {"stroke": edge, "stroke_width": thick}
    return tag("rect", x=x, y=y, width=width, height=height, fill=fill, **more)


def line(x1: float, y1: float, x2: float, y2: float, stroke: str, **attributes: str | float) -> str:
    """A straight line."""
    return tag("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=stroke, **attributes)


def badge(x: float, y: float, said: str) -> str:
    """A number or a letter in a dark plate, with its upper left corner here."""
    return box(x, y, badge_width(said), 16, INK, rx=8) + text(
        x + badge_width(said) / 2, y + 12, said, size=10.5, fill=PAPER, bold=True, anchor="middle"
    )


def badge_width(said: str) -> float:
    """How wide the plate is."""
    return max(16.0, width_of(said, 10.5, bold=True) + 8)


def width_of(said: str, size: float, *, bold: bool = False) -> float:
    """About how wide a text is in a sans-serif font; rather too wide than too narrow.

    >>> round(width_of("Christmas Day", 10))
    70
    """
    return sum(map(_em, plain(said))) * size * (1.07 if bold else 1.0)


def _em(character: str) -> float:
    if character in _NARROW:
        return 0.28
    if character in _SLIM:
        return 0.36
    if character in _WIDE:
        return 0.92
    if not character.isascii():
        return 1.0
    return 0.72 if character.isupper() else 0.57


def wrapped(said: str, width: float, size: float, *, bold: bool = False) -> list[str]:
    """Lines that are no wider than this; a word that is too long is cut, and loses nothing.

    >>> wrapped("Easter Monday", 60, 10)
    ['Easter', 'Monday']
    """
    lines = [""]
    for piece in _pieces(plain(said), width, size, bold=bold):
        longer = f"{lines[-1]} {piece}".strip()
        if width_of(longer, size, bold=bold) <= width:
            lines[-1] = longer
        else:
            lines.append(piece)
    return [each for each in lines if each]


def _pieces(said: str, width: float, size: float, *, bold: bool) -> Iterator[str]:
    for word in said.split():
        piece = ""
        for character in word:
            if piece and width_of(piece + character, size, bold=bold) > width:
                yield piece
                piece = ""
            piece += character
        yield piece


def cut(lines: list[str], most: int) -> list[str]:
    """The first lines, with dots where some are left out: the description has the whole.

    >>> cut(["a", "b", "c"], 2)
    ['a', 'b ...']
    """
    return lines if len(lines) <= most else [*lines[: most - 1], f"{lines[most - 1]} ..."]


def paragraph(
    x: float,
    y: float,
    lines: Iterable[str],
    *,
    leading: float = 16,
    size: float = 12,
    bold: bool = False,
) -> list[str]:
    """Lines below one another."""
    return [
        text(x, y + place * leading, said, size=size, bold=bold) for place, said in enumerate(lines)
    ]


def headed(
    title: str, lines: list[str], width: float, margin: float, answer: str = ""
) -> tuple[list[str], float]:
    """A title, lines below it and an answer that stands out; and where the rest begins."""
    inner = width - 2 * margin
    heading = cut(wrapped(title, inner, 17, bold=True), 3)
    body, y = paragraph(margin, 28, heading, leading=21, size=17, bold=True), 28 + 21 * len(heading)
    for said, bold in (*((each, False) for each in lines), (answer, True)):
        rows = wrapped(said, inner, 13, bold=bold)
        body += paragraph(margin, y, rows, leading=18, size=13, bold=bold)
        y += 18 * len(rows)
    return body, y


def hatch(name: str, ground: str, stroke: str, gap: float = 6) -> str:
    """A pattern of slanting lines."""
    return tag(
        "pattern",
        box(0, 0, gap, gap, ground),
        line(0, 0, 0, gap, stroke, stroke_width=2.4),
        id=name,
        width=gap,
        height=gap,
        patternUnits="userSpaceOnUse",
        patternTransform="rotate(45)",
    )


def dots(name: str, ground: str, fill: str) -> str:
    """A pattern of dots."""
    return tag(
        "pattern",
        box(0, 0, 6, 6, ground),
        tag("circle", cx=3, cy=3, r=1.3, fill=fill),
        id=name,
        width=6,
        height=6,
        patternUnits="userSpaceOnUse",
    )


def sheet(
    prefix: str, size: tuple[float, float], title: str, about: str, body: Iterable[str]
) -> str:
    """The picture around its parts, with its title and its description."""
    width, height = (round(each) for each in size)
    head = words("title", title, id=f"{prefix}-title") + "\n"
    head += words("desc", about, id=f"{prefix}-desc") + "\n"
    return (
        tag(
            "svg",
            f"\n{head}",
            box(0, 0, width, height, PAPER) + "\n",
            "\n".join(body) + "\n",
            xmlns="http://www.w3.org/2000/svg",
            viewBox=f"0 0 {width} {height}",
            width=width,
            height=height,
            style="max-width:100%;height:auto",
            role="img",
            aria_labelledby=f"{prefix}-title {prefix}-desc",
            font_family="Arial, Helvetica, sans-serif",
        )
        + "\n"
    )


def checked_prefix(prefix: object) -> str:
    """The prefix, if the ids of a page can begin with it."""
    if isinstance(prefix, str) and re.fullmatch(r"[A-Za-z][A-Za-z0-9_-]{0,63}", prefix):
        return prefix
    raise InvalidFact(
        "ids are made of a letter, then letters, digits, hyphens and low lines",
        where="prefix",
        written=prefix,
        remedy="Pass one such as 'strip-2', another for each picture of a page",
    )


def dated(day: date) -> str:
    """A date without its weekday: ``29 August 2024``."""
    return spoken(day).partition(" ")[2]


def month_of(day: date) -> str:
    """The name of the month: ``August``."""
    return spoken(day).split()[2]


def lettered(place: int) -> str:
    """``A`` to ``Z``, then ``AA``: a key that is no number of a day.

    >>> lettered(0), lettered(25), lettered(26)
    ('A', 'Z', 'AA')
    """
    before, last = divmod(place, 26)
    return (lettered(before - 1) if before else "") + chr(ord("A") + last)
