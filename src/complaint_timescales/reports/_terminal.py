# SPDX-License-Identifier: MIT
"""A report on a terminal: as wide as it is, legible without colour, and safe to show."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

from complaint_timescales._text import plain
from complaint_timescales.monitoring import Report, ReportTable
from complaint_timescales.reports._cells import (
    NUMBERS,
    SHORTHAND,
    in_words,
    notes_of,
    on_the_input,
    uses,
)
from complaint_timescales.reports._errors import MissingExtra

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.table import Table

EXAMPLES: Final = 3
_WIDEST: Final = 30  # columns of a text, before it goes on below
_SIDES: Final = 3  # a border and the blanks beside it


def show(report: Report, console: Console) -> None:
    """Print a report: its summary, its tables, what was found, and what it rests on.

    A table that is wider than the console goes on below with the rest of its columns, and every
    part begins with the names of the rows.
    """
    if find_spec("rich") is None:
        raise MissingExtra("a report on a terminal", "cli")
    for part in _parts(report, console):
        console.print(part, highlight=False, markup=False, emoji=False)


def _parts(report: Report, console: Console) -> Iterator[RenderableType]:
    yield from (_strong(report.title), _text(report.period), "")
    yield from map(_text, report.summary)
    for section in report.sections:
        yield from ("", _strong(section.title))
        if section.introduction:
            yield _text(section.introduction)
        for table in section.tables:
            yield from _shown(table, console)
    yield from _findings(report)
    yield from ("", _strong("How this was worked out"))
    for name, value in report.provenance.lines():
        yield _text(f"{name}: {value}")


def _findings(report: Report) -> Iterator[RenderableType]:
    total = len(report.findings)
    yield from ("", _strong("Findings"))
    yield _text(on_the_input(report))
    for kind, number in sorted(report.findings.counts.items()):
        yield _text(f"  {kind.replace('_', ' ')}: {number:,}")
    examples = report.findings.examples(EXAMPLES)
    for finding in examples:
        yield _text(f"- {finding}")
    if total > len(examples):
        yield _text(f"and {total - len(examples):,} more; the CSV file of findings has every one")


def _shown(table: ReportTable, console: Console) -> Iterator[RenderableType]:
    yield from ("", _strong(table.title), _text(table.caption))
    if not table.rows:
        yield _text("There is nothing to show.")
    else:
        blocks = _blocks(table, console.width)
        for number, places in enumerate(blocks, start=1):
            if len(blocks) > 1:
                yield _text(f"Part {number} of {len(blocks)}")
            yield _grid(table, places, console)
    cells = frozenset(cell for row in table.rows for cell in row)
    for mark, meaning in SHORTHAND:
        if uses(cells, mark):
            yield _text(f"{mark} {meaning}")
    yield from map(_text, notes_of(table))


def _blocks(table: ReportTable, width: int) -> list[list[int]]:
    """The columns in as few parts as fit, the first of them in each."""
    widths = [_width(table, place) for place in range(len(table.columns))]
    blocks: list[list[int]] = [[0]]
    left = width - widths[0] - _SIDES - 1
    for place in range(1, len(widths)):
        if widths[place] + _SIDES > left and len(blocks[-1]) > 1:
            blocks.append([0])
            left = width - widths[0] - _SIDES - 1
        blocks[-1].append(place)
        left -= widths[place] + _SIDES
    return blocks


def _width(table: ReportTable, place: int) -> int:
    from rich.cells import cell_len  # noqa: PLC0415 - an extra

    column = table.columns[place]
    words = max(map(cell_len, plain(column.heading).split()), default=1)
    cells = max(cell_len(in_words(row[place], column.kind)) for row in table.rows)
    return max(words, min(cells, _WIDEST))


def _grid(table: ReportTable, places: Sequence[int], console: Console) -> Table:
    from rich import box  # noqa: PLC0415 - an extra
    from rich.table import Table  # noqa: PLC0415 - the same
    from rich.text import Text  # noqa: PLC0415 - the same

    is_plain = not console.encoding.lower().startswith("utf")
    grid = Table(box=box.ASCII if is_plain else box.SQUARE)
    for place in places:
        column = table.columns[place]
        side = "right" if column.kind in NUMBERS else "left"
        heading = Text(plain(column.heading))
        grid.add_column(heading, justify=side, overflow="fold", vertical="top")  # type: ignore[arg-type]
    for number, row in enumerate(table.rows, start=1):
        is_total = table.total_row and number == len(table.rows)
        if is_total:
            grid.add_section()
        cells = [Text(in_words(row[place], table.columns[place].kind)) for place in places]
        grid.add_row(*cells, style="bold" if is_total else "")
    return grid


def _text(said: str) -> RenderableType:
    from rich.text import Text  # noqa: PLC0415 - an extra

    return Text(plain(said))


def _strong(said: str) -> RenderableType:
    from rich.text import Text  # noqa: PLC0415 - an extra

    return Text(plain(said), style="bold")


@contextlib.contextmanager
def progress(
    console: Console, total: int | None = None, *, what: str = "Rows"
) -> Iterator[Callable[[int], None]]:
    """A bar that grows by as many as it is told, for work that takes long.

    >>> from rich.console import Console
    >>> with progress(Console(stderr=True), total=2_000) as advance:
    ...     advance(1_000)

    Pass a console of the standard error, so that the output stays clean. Where the console is no
    terminal, nothing is printed. Without a total, it shows how many there were so far.
    """
    if find_spec("rich") is None:
        raise MissingExtra("a progress bar", "cli")
    if not console.is_terminal:
        yield lambda _: None
        return
    from rich.progress import (  # noqa: PLC0415 - an extra
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
    )

    columns = (TextColumn("{task.description}", markup=False), BarColumn())
    counters = (MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, *counters, console=console, transient=True) as bar:
        task = bar.add_task(plain(what), total=total)
        yield lambda number: bar.advance(task, number)
