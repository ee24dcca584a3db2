# SPDX-License-Identifier: MIT
"""Small counts withheld from a table, and with them whatever they could be worked out from.

The counts of a table hang together: the parts of a count add up to it, and the rows add up to the
total row. Each count is an arrow between the two sums that it is in, so that a withheld count can
be worked out exactly where it lies on no ring of withheld arrows along which one could be added
and taken away. Counts are withheld, the fewest and then the smallest, until each lies on a ring.
"""

from __future__ import annotations

import heapq
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import count as numbers
from typing import Final, cast

import attrs

from complaint_timescales._errors import ComplaintTimescalesError
from complaint_timescales.monitoring._findings_log import FindingLog
from complaint_timescales.monitoring._shapes import (
    SUPPRESSED,
    Cell,
    Kind,
    Report,
    ReportTable,
    Section,
    Suppressed,
)

NOT_PROTECTED: Final = (
    "What is withheld is safe from the sums within this table; it is not safe from what another "
    "table, another cohort or another release of the same figures shows, nor from what a reader "
    "knows already."
)

Sum = tuple[object, ...]
"""A sum that counts are in, as a node: of the parts in a row, or of the rows in a column."""

_FREE: Final[Sum] = ()  # stands for every sum that is not shown, and so constrains nothing
_Place = tuple[int, int]  # of a cell: its row, its column
_Cost = tuple[int, int]  # how many counts are newly withheld, and what they come to


@attrs.frozen
class _Arrow:
    """A count as an arrow: one more of it takes one from the sum behind, for the sum ahead.

    Attributes:
        place: where the count stands; what no column shows has a column of its own at the end.
        behind: one of the sums that it is in.
        ahead: the other.
        value: the count.
        shown: whether the table has a cell for it.
    """

    place: _Place
    behind: Sum
    ahead: Sum
    value: int
    shown: bool

    def runs(self, *, withheld: bool) -> Iterator[tuple[Sum, Sum, _Cost]]:
        """From which sum to which one can go along it, and what that costs."""
        cost = (0, 0) if withheld or not self.shown else (1, self.value)
        if self.shown and not self.value:
            cost = (1_000_000, 0)  # a zero is shown, unless figures that do not add up force it
        yield self.behind, self.ahead, cost
        if self.value > int(self.shown):  # what is shown as withheld is known to be at least 1
            yield self.ahead, self.behind, cost


def suppressed(table: ReportTable, threshold: int) -> ReportTable:
    """The table without its counts from 1 to below a threshold, nor a way to work them out.

    >>> from complaint_timescales.monitoring import ReportColumn, ReportTable, Kind
    >>> table = ReportTable(
    ...     key="stage_1", title="Stage 1", caption="Answered in 2024-25.", total_row=True,
    ...     columns=(
    ...         ReportColumn("team", "Team", Kind.TEXT),
    ...         ReportColumn("met", "In time", part_of="all"),
    ...         ReportColumn("missed", "Late", part_of="all"),
    ...         ReportColumn("all", "All"),
    ...     ),
    ...     rows=(("North", 40, 2, 42), ("South", 31, 9, 40), ("Both", 71, 11, 82)),
    ... )
    >>> for row in suppressed(table, 5).rows:
    ...     print(*row)
    North [c] [c] 42
    South [c] [c] 40
    Both 71 11 82

    Withheld are: the counts from 1 to ``threshold - 1``; further counts, so that no withheld one
    can be worked out from the rows' sums (``part_of``) or the total row, even by somebody who
    knows that what is withheld is at least 1; and in each row with a withheld count every
    percentage, mean and number of days. A percentage that says of what it is a part, where no
    column of counts does, is withheld where it amounts to a small count; one that does not say
    so, in every row, unless the total is shown that it may be of. In the caption and the notes
    counts are withheld as well: the small ones, and all of them where the table withholds any.
    A zero is shown: it is nobody's case, and it says so.

    What no column counts, the rest of a count beside its parts, is protected as if it were one.
    Raises ``ComplaintTimescalesError`` for a threshold below 2, a table that is suppressed
    already, and parts that come to more than their count.
    """
    _refuse_threshold(threshold)
    withheld = _withheld(table, threshold)
    if not withheld and not any(_amounts_to_few(table, row, threshold) for row in table.rows):
        return _said(table, threshold, whole=False)
    rows = tuple(tuple(_cells(table, r, withheld, threshold)) for r in range(len(table.rows)))
    table = _said(table, threshold, whole=True)
    return attrs.evolve(table, rows=rows, notes=(*table.notes, *_notes(threshold)))


def suppressed_report(report: Report, threshold: int) -> Report:
    """The report without small counts, and without whatever speaks of single cases.

    Each table is ``suppressed``. Tables that list cases are left out, and sections of nothing but
    those; so are the findings, for each of them is about a row, and the sentences of the summary,
    for they state counts. In introductions small counts are withheld; titles stay as they are.
    """
    _refuse_threshold(threshold)
    sections = [_without_small(section, threshold) for section in report.sections]
    options = {**report.provenance.options, "Withheld": f"counts from 1 to {threshold - 1}"}
    return attrs.evolve(
        report,
        sections=tuple(section for section in sections if section.tables),
        summary=_notes(threshold),
        findings=FindingLog(),
        provenance=attrs.evolve(report.provenance, options=options),
    )


def _without_small(section: Section, threshold: int) -> Section:
    tables = [table for table in section.tables if not table.lists_cases]
    return attrs.evolve(
        section,
        introduction=_redacted(section.introduction, threshold, whole=False),
        tables=tuple(suppressed(table, threshold) for table in tables),
    )


def _notes(threshold: int) -> tuple[str, ...]:
    mark = (
        f"{SUPPRESSED} stands for a figure that is withheld: a count from 1 to {threshold - 1}, "
        "or what such a count could be worked out from; a zero is shown."
    )
    return mark, NOT_PROTECTED


def _refuse_threshold(threshold: object) -> None:
    if type(threshold) is not int or threshold < 2:
        raise ComplaintTimescalesError(
            "a threshold is a whole number of at least 2",
            where="threshold",
            written=threshold,
            rule="counts from 1 to below the threshold are withheld",
            remedy="Ask which number your authority publishes from; 5 and 10 are usual",
        )


# ---------------------------------------------------------------------------------------
# Which counts are withheld
# ---------------------------------------------------------------------------------------


def _withheld(table: ReportTable, threshold: int) -> set[_Place]:
    """The small counts, and those that they could be worked out from."""
    arrows = {arrow.place: arrow for arrow in _arrows(table)}
    small = [place for place, arrow in arrows.items() if 0 < arrow.value < threshold]
    withheld = {place for place in small if arrows[place].shown}
    for place in small:
        withheld.update(_ring(arrows, place, withheld))
    return withheld


def _ring(arrows: dict[_Place, _Arrow], place: _Place, withheld: set[_Place]) -> list[_Place]:
    """The counts of the cheapest ring through one, apart from what the table does not show."""
    links: dict[Sum, list[tuple[Sum, _Cost, _Place]]] = defaultdict(list)
    for arrow in arrows.values():
        if arrow.place != place:
            for start, end, cost in arrow.runs(withheld=arrow.place in withheld):
                links[start].append((end, cost, arrow.place))
    back = [
        found
        for start, end, _ in arrows[place].runs(withheld=True)
        if (found := _path(links, end, start)) is not None
    ]
    _, path = min(back, key=lambda found: found[0])
    return [each for each in path if arrows[each].shown]


def _path(
    links: dict[Sum, list[tuple[Sum, _Cost, _Place]]], start: Sum, end: Sum
) -> tuple[_Cost, list[_Place]] | None:
    """The cheapest way from one sum to another, by Dijkstra's algorithm."""
    order = numbers()  # of two ways of one cost the one found first; sums have no order
    queue: list[tuple[_Cost, int, Sum, list[_Place]]] = [((0, 0), next(order), start, [])]
    seen: set[Sum] = set()
    while queue:
        cost, _, node, path = heapq.heappop(queue)
        if node == end:
            return cost, path
        if node not in seen:
            seen.add(node)
            for onward, more, place in links[node]:
                dearer = (cost[0] + more[0], cost[1] + more[1])
                heapq.heappush(queue, (dearer, next(order), onward, [*path, place]))
    return None


# ---------------------------------------------------------------------------------------
# The counts of a table, and the sums that they are in
# ---------------------------------------------------------------------------------------


def _arrows(table: ReportTable) -> Iterator[_Arrow]:
    parts = _parts(table)
    for r in range(len(table.rows)):
        is_total = table.total_row and r == len(table.rows) - 1
        for arrow in _arrows_of(table, r, parts):
            # The total of a column is in its sum the other way about.
            turned = attrs.evolve(arrow, behind=arrow.ahead, ahead=arrow.behind)
            yield turned if is_total else arrow


def _arrows_of(table: ReportTable, r: int, parts: dict[int, list[int]]) -> Iterator[_Arrow]:
    parent = {part: whole for whole, found in parts.items() for part in found}
    values = {c: _count(table, r, c) for c in _counts(table)}
    rests = _rests(table, parts)
    values |= {rest: values[whole] - _sum(values, parts[whole]) for rest, whole in rests.items()}
    for c, value in values.items():
        whole = rests.get(c, parent.get(c))
        ahead: Sum = _FREE if whole is None else ("parts", r, whole)
        # A count with parts is in no sum of its column but through them.
        behind: Sum = ("rows", c) if table.total_row else _FREE
        yield _Arrow(
            (r, c), ("parts", r, c) if c in parts else behind, ahead, value, c not in rests
        )


def _counts(table: ReportTable) -> list[int]:
    return [c for c, column in enumerate(table.columns) if column.kind is Kind.COUNT]


def _count(table: ReportTable, r: int, c: int) -> int:
    cell = table.rows[r][c]
    if isinstance(cell, Suppressed):
        raise ComplaintTimescalesError(
            "figures are withheld from it already",
            where=f"table '{table.key}'",
            remedy="Withhold small counts once, from the table as it was made",
        )
    return cast("int", cell or 0)


def _sum(values: dict[int, int], columns: Iterable[int]) -> int:
    return sum(values[c] for c in columns)


def _parts(table: ReportTable) -> dict[int, list[int]]:
    """Each count that has parts, with them."""
    places = {table.columns[c].key: c for c in _counts(table)}
    parts: dict[int, list[int]] = defaultdict(list)
    for c in places.values():
        if table.columns[c].part_of in places:
            parts[places[table.columns[c].part_of]].append(c)
    return dict(parts)


def _rests(table: ReportTable, parts: dict[int, list[int]]) -> dict[int, int]:
    """For each count that is more than its parts a column for the rest, after all others."""
    rests = {}
    for whole, found in parts.items():
        over = [_count(table, r, whole) - sum(_count(table, r, c) for c in found)
                for r in range(len(table.rows))]  # fmt: skip
        if min(over, default=0) < 0:
            raise ComplaintTimescalesError(
                f"the parts of '{table.columns[whole].key}' come to more than it does",
                where=f"table '{table.key}', row {over.index(min(over)) + 1}",
                rule="parts of one count add up to it",
                remedy="Give each way of dividing a count a table of its own",
            )
        if any(over):
            rests[len(table.columns) + whole] = whole
    return rests


# ---------------------------------------------------------------------------------------
# What is withheld beside counts
# ---------------------------------------------------------------------------------------

_DERIVED: Final = frozenset({Kind.PERCENT, Kind.MEAN, Kind.DAYS})


def _cells(table: ReportTable, r: int, withheld: set[_Place], threshold: int) -> Iterator[Cell]:
    few = _amounts_to_few(table, table.rows[r], threshold)
    in_row = {c for at, c in withheld if at == r}
    total_shown = table.total_row and all(at != len(table.rows) - 1 for at, _ in withheld)
    for c, (column, cell) in enumerate(zip(table.columns, table.rows[r], strict=True)):
        derived = column.kind in _DERIVED and bool(in_row)
        of_what = column.kind is Kind.PERCENT and not column.part_of and not total_shown
        hidden = c in in_row or c in few or derived or (of_what and bool(withheld))
        yield SUPPRESSED if hidden and cell is not None else cell


def _amounts_to_few(table: ReportTable, row: tuple[Cell, ...], threshold: int) -> set[int]:
    """The percentages of a count without parts that amount to a small number of it or all but."""
    counts = {table.columns[c].key: c for c in _counts(table)}
    divided = {table.columns[c].part_of for c in counts.values()}
    found = set()
    for c, column in enumerate(table.columns):
        whole = column.part_of
        if column.kind is Kind.PERCENT and whole in counts and whole not in divided:
            number, share = row[counts[whole]], row[c]
            if isinstance(number, int) and isinstance(share, int | float):
                few = range(1, min(threshold, number + 1))
                # A percentage is rounded by less than one.
                if any(abs(100 * n - each * number) < number
                       for n in few for each in (share, 100 - share)):  # fmt: skip
                    found.add(c)
    return found


# ---------------------------------------------------------------------------------------
# What is withheld in words
# ---------------------------------------------------------------------------------------

_MONTHS: Final = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
)
# A number that is no count: of a provision, an interpretation, a year, a day, a span or a limit.
_NO_COUNT: Final = (
    r"\b(?:[Rr]egulations? [0-9]+(?:\([0-9a-z]+\))*|[0-9]+(?:\([0-9a-z]+\))+)"
    r"|\bI-[0-9]+|\bSI [0-9]+/[0-9]+"
    r"|\b(?:19|20)[0-9]{2}(?:/[0-9]{2})?\b|\bQ[1-4]\b|\b[Ss]tage [1-3]\b"
    rf"|\b[0-9]{{1,2}} (?:{_MONTHS})\b"
    r"|\b[0-9]+(?:st|nd|rd|th)\b|\b[0-9]+ (?:working )?(?:day|week|year)s?\b"
)
_NUMBER: Final = re.compile(rf"({_NO_COUNT})|(?<![\w.])[0-9][0-9,]*(?![\w.]*[0-9])")


def _redacted(text: str, threshold: int, *, whole: bool) -> str:
    """A text without its counts: the small ones, or all but noughts."""

    def shown(found: re.Match[str]) -> str:
        if found[1]:
            return found[0]
        digits = found[0].rstrip(",")
        number = int(digits.replace(",", ""))
        hidden = number > 0 and (whole or number < threshold)
        return f"{SUPPRESSED}{found[0][len(digits) :]}" if hidden else found[0]

    return _NUMBER.sub(shown, text)


def _said(table: ReportTable, threshold: int, *, whole: bool) -> ReportTable:
    """The table with no count in its caption and notes that may not be there."""
    caption = _redacted(table.caption, threshold, whole=whole)
    notes = tuple(_redacted(note, threshold, whole=whole) for note in table.notes)
    if (caption, notes) == (table.caption, table.notes):
        return table
    return attrs.evolve(table, caption=caption, notes=notes)
