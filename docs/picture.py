# SPDX-License-Identifier: MIT
"""Draw the recount of the published table: one picture, made of the figures alone.

``python -m docs.generate`` writes it; it has no script and asks for nothing from elsewhere.
"""

from __future__ import annotations

from xml.sax.saxutils import escape

from complaint_timescales.check import CheckedRow
from complaint_timescales.demo import sandwell
from complaint_timescales.regulations import LOCAL_AUTHORITY

LIMIT = LOCAL_AUTHORITY.timescales["17(6)"].limit.number
LEFT, TOP, ROW, SCALE = 96, 96, 58, 4.9
TEXT, OWN, LAW = "#0b0c0c", "#12436D", "#F46A25"
SERIES = (("own", OWN, "the authority's own clock"), ("regulations", LAW, "the Regulations' clock"))


def bar(row: CheckedRow, key: str, colour: str, y: int) -> list[str]:
    """One bar with its figure, or the words that say why there is none."""
    days = row.reading(key).working_days
    if days is None:
        return [text(LEFT, y + 14, "cannot tell: its dates are out of order", colour=TEXT)]
    label = f"{days}" if days <= LIMIT else f"{days}, {days - LIMIT} over"
    return [
        f'<rect x="{LEFT}" y="{y}" width="{days * SCALE:.0f}" height="18" fill="{colour}"/>',
        text(LEFT + days * SCALE + 6, y + 14, label),
    ]


def text(
    x: float, y: float, words: str, *, size: int = 13, colour: str = TEXT, bold: bool = False
) -> str:
    """A line of text."""
    weight = ' font-weight="bold"' if bold else ""
    return (
        f'<text x="{x:.0f}" y="{y:.0f}" font-size="{size}" fill="{colour}"{weight}>'
        f"{escape(words)}</text>"
    )


def picture() -> str:
    """The picture as SVG."""
    result = sandwell()
    height = TOP + ROW * len(result.rows) + 34
    limit = LEFT + LIMIT * SCALE
    title = f"Stage 2 at Sandwell, 2022/23, recounted against {LIMIT} working days"
    box = f'viewBox="0 0 760 {height}" font-family="Arial, Helvetica, sans-serif"'
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {box} role="img" aria-labelledby="title about">',
        f'<title id="title">{escape(title)}</title>',
        f'<desc id="about">{escape(described(result.rows))}</desc>',
        f'<rect width="760" height="{height}" fill="#ffffff"/>',
        text(16, 28, title, size=18, bold=True),
    ]
    for place, (_, colour, name) in enumerate(SERIES):
        x = 16 + place * 250
        lines += [f'<rect x="{x}" y="44" width="14" height="14" fill="{colour}"/>']
        lines += [text(x + 20, 56, name)]
    for place, row in enumerate(result.rows):
        y = TOP + place * ROW
        lines += [text(16, y + 15, row.case, bold=True), text(16, y + 33, f"stated {row.stated}")]
        for under, (key, colour, _) in enumerate(SERIES):
            lines += bar(row, key, colour, y + under * 20)
    ends = f'x1="{limit:.0f}" y1="{TOP - 10}" x2="{limit:.0f}" y2="{height - 28}"'
    lines += [
        f'<line {ends} stroke="{TEXT}" stroke-width="2" stroke-dasharray="5 4"/>',
        text(limit - 62, height - 10, f"{LIMIT} working days, 17(6)"),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def described(rows: tuple[CheckedRow, ...]) -> str:
    """The same in words, for those who do not see it."""
    said = []
    for row in rows:
        own, law = (row.reading(key).working_days for key, _, _ in SERIES)
        law_words = "cannot be told" if law is None else str(law)
        said.append(f"{row.case}: stated {row.stated}, own clock {own}, Regulations' {law_words}")
    return "Working days of each complaint. " + "; ".join(said) + "."
