# SPDX-License-Identifier: MIT
"""Write the pages that the browser opens: sound ones, and broken ones that must be found out."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from complaint_timescales.reports import html_page
from tests.unit.sample_report import sample_report

NAMED = 'role="img" aria-labelledby="chart-1-title chart-1-desc"><title'
# What is broken in each: the text that is replaced, by what, and a word of the fault that it is.
BROKEN = {
    "no-language": ('<html lang="en-GB">', "<html>", "html-has-lang"),
    "faint-text": ("color: #3d3d3d;", "color: #bbbbbb;", "color-contrast"),
    "nameless-chart": (NAMED, 'role="img"><metadata', "svg-img-alt"),
    "lost-heading": ("<h2 ", "<h4 ", "heading-order"),
    "no-place-to-skip-to": ('id="main"', 'id="other"', "skip-link"),
    "too-wide": (
        "min-width: 40rem;",
        "min-width: 40rem; } .scroll { overflow: visible;",
        "sideways",
    ),
    "no-keyboard": (' tabindex="0"', "", "not every table is reached"),
    "no-focus-shown": (
        ".scroll:focus-visible",
        ".scroll:focus-visible { outline: none; } .x",
        "seen",
    ),
    "cut-in-print": (".scroll { overflow: visible; }", "", "would be cut off"),
    "a-script": ("</body>", "<script>document.title = 'x'</script></body>", "there is a script"),
}


def main(folder: Path) -> None:
    """Write each page into its folder."""
    with sample_report() as report:
        sound = {"report": html_page(report), "no-charts": html_page(report, charts=False)}
    for name, page in sound.items():
        (folder / f"sound-{name}.html").write_text(page, encoding="utf-8")
    for name, (old, new, _) in BROKEN.items():
        page = sound["report"].replace(old, new)
        assert page != sound["report"], name
        (folder / f"broken-{name}.html").write_text(page, encoding="utf-8")
    expected = {f"broken-{name}.html": fault for name, (_, _, fault) in BROKEN.items()}
    (folder / "expected.json").write_text(json.dumps(expected), encoding="utf-8")


main(Path(sys.argv[1]))
