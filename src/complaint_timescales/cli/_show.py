# SPDX-License-Identifier: MIT
"""What the command line shows to people: wrapped, never cut short, and the same when piped."""

from __future__ import annotations

import sys
from collections.abc import Iterable

import click
from rich import box
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from complaint_timescales._text import plain


def shown(text: str) -> str:
    r"""A text from outside, with what is not for showing written out: ``\x1b`` for an escape."""
    safe = plain(text)
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    return safe.encode(encoding, "backslashreplace").decode(encoding)


def write(*parts: RenderableType) -> None:
    """Print parts one below another, without blanks at the ends of lines."""
    console = Console(highlight=False, markup=False, emoji=False)
    with console.capture() as captured:
        for part in parts:
            console.print(Text(shown(part)) if isinstance(part, str) else part)
    click.echo("\n".join(line.rstrip() for line in captured.get().split("\n")), nl=False)


def heading(text: str) -> Text:
    """A line that stands out on a terminal."""
    return Text(shown(text), style="bold")


def bullets(items: Iterable[str]) -> RenderableType:
    """Items one below another, each with its lines drawn in."""
    grid = Table.grid(padding=(0, 1))
    for item in items:
        ended = item if item.endswith((".", '"')) else f"{item}."
        grid.add_row("-", Text(shown(ended), overflow="fold"))
    return Padding(grid, (0, 0, 0, 1))


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> Table:
    """Rows under heads; what is too wide goes on below."""
    made = Table(box=box.ASCII if _is_plain() else box.ROUNDED, show_lines=True)
    for head in heads:
        made.add_column(head, overflow="fold")
    for cells in rows:
        made.add_row(*(Text(_lines(cell)) for cell in cells))
    return made


def _lines(cell: str) -> str:
    return "\n".join(shown(line) for line in cell.split("\n"))


def _is_plain() -> bool:
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    return not encoding.lower().startswith("utf")
