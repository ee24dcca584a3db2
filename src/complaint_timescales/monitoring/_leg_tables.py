# SPDX-License-Identifier: MIT
"""The tables of a leg: by quarter, how long it took, how late, and year on year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Final

import attrs

from complaint_timescales._assessments import timescale_of
from complaint_timescales._dates import counted, listed
from complaint_timescales.monitoring._legs import Leg
from complaint_timescales.monitoring._periods import QUARTERS, FinancialYear
from complaint_timescales.monitoring._rounding import (
    HOW_MEAN,
    HOW_MEDIAN,
    how_percent,
    mean,
    median,
    percent,
)
from complaint_timescales.monitoring._shapes import (
    Cell,
    Chart,
    ChartKind,
    Kind,
    ReportColumn,
    ReportTable,
)
from complaint_timescales.monitoring._tallies import Cohort, LegTally, Tallies
from complaint_timescales.monitoring._verdicts import BROKEN, KEPT, Verdict

COHORT_WORDS: Final = {
    Cohort.RECEIVED: "received in the period",
    Cohort.CLOSED: "ended in the period",
}


@attrs.frozen
class Scope:
    """What a table is about: a leg, a cohort, and the financial years of the period.

    Attributes:
        leg: the leg.
        cohort: which cases a period counts.
        years: the financial years that are reported on, in order.
        tallies: what was counted.
    """

    leg: Leg
    cohort: Cohort
    years: tuple[FinancialYear, ...]
    tallies: Tallies

    @property
    def limit(self) -> int:
        """The limit in working days."""
        return timescale_of(self.leg.by).limit.number

    @property
    def outer(self) -> int:
        """The extended limit, or the limit itself where it cannot be extended."""
        extending = self.leg.extending
        return timescale_of(extending.by).limit.number if extending else self.limit

    @property
    def provisions(self) -> str:
        """The provisions of the limit: ``14(1), 14(5)``."""
        extending = self.leg.extending
        return f"{self.leg.by}, {extending.by}" if extending else self.leg.by

    def key(self, name: str) -> str:
        """The key of a table: its leg, its name and its cohort."""
        return f"{self.leg.key}_{name}_{self.cohort.value}"

    def of(self, year: FinancialYear, quarter: int) -> LegTally:
        """What was counted in a quarter."""
        return self.tallies.legs.get((self.leg.key, self.cohort, year, quarter), LegTally())

    def of_year(self, year: FinancialYear) -> LegTally:
        """What was counted in a year."""
        return LegTally.sum(self.of(year, quarter) for quarter in QUARTERS)

    def whole(self) -> LegTally:
        """What was counted in the period."""
        return LegTally.sum(map(self.of_year, self.years))

    def group(self, column: str, name: str) -> LegTally:
        """What was counted in the period of one value of a column."""
        groups = self.tallies.groups
        return LegTally.sum(
            tally
            for year in self.years
            for quarter in QUARTERS
            if (tally := groups.get((column, name, (self.leg.key, self.cohort, year, quarter))))
        )

    def caption(self, tally: LegTally) -> str:
        """The cohort, the denominator and what is left out of it."""
        noun = "request" if self.leg.binds_complainant else "case"
        verdicts = tally.verdicts
        left = [
            f"{verdicts[verdict]:,} {words}"
            for verdict, words in (
                (Verdict.RUNNING, "still in time"),
                (Verdict.CEASED, "ended in time without an answer"),
                (Verdict.UNDETERMINED, "of which it cannot be told"),
            )
            if verdicts[verdict]
        ]
        out = f", which leaves out {listed(left)}" if left else ""
        unplaced = self.tallies.unplaced[self.leg.key, self.cohort]
        more = f" In no quarter, for want of a day: {counted(unplaced, f'more {noun}')}."
        return (
            f"{self.leg.title}: {self.leg.span}, regulation {self.provisions}. "
            f"Cohort: {COHORT_WORDS[self.cohort]}, {counted(len(tally), noun)}. "
            f"The percentage in time is of {judged(tally):,}{out}.{more if unplaced else ''}"
        )


def judged(tally: LegTally) -> int:
    """Of how many it can be told whether the limit was kept or broken."""
    return sum(tally.verdicts[verdict] for verdict in (*KEPT, *BROKEN))


def kept(tally: LegTally) -> int:
    """How many kept it, with a valid extension or without."""
    return sum(tally.verdicts[verdict] for verdict in KEPT)


def percent_in_time(tally: LegTally) -> int | float | None:
    """The percentage in time of those of which it can be told."""
    return percent(kept(tally), judged(tally))


# ---------------------------------------------------------------------------------------
# Whether the limit was kept
# ---------------------------------------------------------------------------------------


def verdict_columns(scope: Scope) -> tuple[ReportColumn, ...]:
    """The number of cases, the percentage in time, and what became of them."""
    limit, outer = scope.limit, scope.outer
    answered: tuple[ReportColumn, ...] = (
        ReportColumn("met", f"Within {limit}", part_of="number"),
        ReportColumn("missed", f"Over {limit}", part_of="number"),
    )
    if scope.leg.extending:
        between = f"{limit + 1} to {outer}"
        answered = (
            ReportColumn("met", f"Within {limit}", part_of="number"),
            ReportColumn("extended", f"{between}, validly extended", part_of="number"),
            ReportColumn("unextended", f"{between}, no valid extension", part_of="number"),
            ReportColumn("missed", f"Over {outer}", part_of="number"),
        )
    rest = (
        ReportColumn("running", "Open, in time", part_of="number"),
        ReportColumn("overdue", "Not answered, overdue", part_of="number"),
        ReportColumn("ceased", "Ended without an answer, in time", part_of="number"),
        ReportColumn("cannot_tell", "Cannot tell", part_of="number"),
    )
    # The percentage before its parts: the last columns of a wide table may be out of sight.
    share = ReportColumn("percent_in_time", "In time, %", Kind.PERCENT)
    return (ReportColumn("number", "All"), share, *answered, *rest)


def verdict_cells(scope: Scope, tally: LegTally) -> tuple[Cell, ...]:
    """The same of some cases."""
    verdicts = tally.verdicts
    late = verdicts[Verdict.MISSED] + verdicts[Verdict.INVALID_EXTENSION]
    cells = [verdicts[Verdict.MET]]
    if scope.leg.extending:
        within = sum(n for days, n in tally.broken.items() if days <= scope.outer)
        cells += [verdicts[Verdict.MET_EXTENDED], within, late - within]
    else:
        cells.append(late)
    cells += [
        verdicts[verdict]
        for verdict in (Verdict.RUNNING, Verdict.OVERDUE, Verdict.CEASED, Verdict.UNDETERMINED)
    ]
    return (len(tally), percent_in_time(tally), *cells)


BOUNDS_NOTE: Final = (
    "A case whose days are known just within bounds stands in the band of the fewest it can be."
)
OVERDUE_NOTE: Final = (
    "Overdue: not answered by the day looked from, or by the day on which it ended otherwise."
)


def by_quarter(scope: Scope) -> ReportTable:
    """A row for each quarter of the period, and the total."""
    whole = scope.whole()
    series = ("met", "extended", "unextended", "missed") if scope.leg.extending else (
        "met", "missed")  # fmt: skip
    return ReportTable(
        key=scope.key("by_quarter"),
        title=f"{scope.leg.title}: time limits by quarter, cases {COHORT_WORDS[scope.cohort]}",
        caption=scope.caption(whole),
        columns=(ReportColumn("quarter", "Quarter", Kind.TEXT), *verdict_columns(scope)),
        rows=(
            *((name, *verdict_cells(scope, tally)) for name, tally in _quarters(scope)),
            ("Total", *verdict_cells(scope, whole)),
        ),
        total_row=True,
        notes=(how_percent(), OVERDUE_NOTE, BOUNDS_NOTE),
        chart=Chart(
            kind=ChartKind.STACKED_BARS,
            title=f"{scope.leg.title}: answered within and over the limit, by quarter",
            category="quarter",
            series=series,
            unit="cases",
        ),
    )


def _quarters(scope: Scope) -> Iterator[tuple[str, LegTally]]:
    for year in scope.years:
        for quarter, words in QUARTERS.items():
            name = words if len(scope.years) == 1 else f"{year.label} {words}"
            yield name, scope.of(year, quarter)


# ---------------------------------------------------------------------------------------
# How long it took
# ---------------------------------------------------------------------------------------


def bands_of(scope: Scope) -> tuple[tuple[str, str, Callable[[int], bool]], ...]:
    """The bands of working days: up to the limit, up to the extended one, and over."""
    limit, outer = scope.limit, scope.outer
    between: tuple[tuple[str, str, Callable[[int], bool]], ...] = ()
    if outer > limit:
        between = (("between", f"{limit + 1} to {outer}", lambda days: limit < days <= outer),)
    return (
        ("within", f"0 to {limit}", lambda days: days <= limit),
        *between,
        ("over", f"Over {outer}", lambda days: days > outer),
    )


def durations(scope: Scope) -> ReportTable:
    """Answered cases by the working days that they took, whatever was extended."""
    return days_taken(
        scope,
        scope.key("durations"),
        f"{scope.leg.title}: working days taken, cases {COHORT_WORDS[scope.cohort]}",
        ReportColumn("quarter", "Quarter", Kind.TEXT),
        _quarters(scope),
    )


def days_taken(
    scope: Scope,
    key: str,
    title: str,
    first: ReportColumn,
    tallies: Iterable[tuple[str, LegTally]],
) -> ReportTable:
    """The working days that answered cases took, in bands, by whatever names the rows."""
    whole = scope.whole()
    bands = bands_of(scope)
    return ReportTable(
        key=key,
        title=title,
        caption=_days_caption(scope, whole),
        columns=(
            first,
            ReportColumn("answered", "Answered"),
            *(ReportColumn(key, words, part_of="answered") for key, words, _ in bands),
            ReportColumn("mean", "Mean", Kind.MEAN),
            ReportColumn("median", "Median", Kind.MEAN),
            ReportColumn("longest", "Longest", Kind.DAYS),
        ),
        rows=(
            *((name, *_took(scope, tally.took)) for name, tally in tallies),
            ("Total", *_took(scope, whole.took)),
        ),
        total_row=True,
        notes=(HOW_MEAN, HOW_MEDIAN),
    )


def _days_caption(scope: Scope, whole: LegTally) -> str:
    return (
        f"Working days from {scope.leg.span}, the start not counted and the last day counted. "
        f"Cohort: {COHORT_WORDS[scope.cohort]}. Of {counted(len(whole), 'case')} these are the "
        f"{whole.took.total():,} that were answered and of which the days can be told."
    )


def _took(scope: Scope, took: Counter[int]) -> tuple[Cell, ...]:
    banded = [sum(n for days, n in took.items() if fits(days)) for _, _, fits in bands_of(scope)]
    return (took.total(), *banded, *averages(took))


def averages(took: Counter[int]) -> tuple[Cell, ...]:
    """The mean, the median and the longest; None of none."""
    total = sum(days * n for days, n in took.items())
    return mean(total, took.total()), median(took), max(took, default=None)


_NO_WHOLE_DAY: Final = (
    "0: done on a day off right after the last day, which is late by no whole working day (I-2). "
    "Days that are known just within bounds are counted as the fewest that they can be."
)
_LATENESS: Final = ((0, 0), (1, 5), (6, 10), (11, 20), (21, 50), (51, None))


def lateness(scopes: Iterable[Scope], cohort: Cohort) -> ReportTable:
    """How many working days over the limit, for every leg beside the others."""
    found = [(scope.leg, scope.whole().over) for scope in scopes]
    rows: list[tuple[Cell, ...]] = [
        (
            _late_words(first, last),
            *(
                sum(n for days, n in over.items() if first <= days and (not last or days <= last))
                if first
                else over[0]
                for _, over in found
            ),
        )
        for first, last in _LATENESS
    ]
    return ReportTable(
        key=f"days_late_{cohort.value}",
        title=f"Working days over the limit, cases {COHORT_WORDS[cohort]}",
        caption=(
            "Cases that were answered late or are overdue, by the working days after the last "
            f"day that would have kept the limit. Cohort: {COHORT_WORDS[cohort]}."
        ),
        columns=(
            ReportColumn("days_over", "Working days over", Kind.TEXT),
            *(ReportColumn(leg.key, leg.title) for leg, _ in found),
        ),
        rows=(*rows, ("Total", *(over.total() for _, over in found))),
        total_row=True,
        notes=(_NO_WHOLE_DAY,),
    )


def _late_words(first: int, last: int | None) -> str:
    if last is None:
        return f"Over {first - 1}"
    return str(first) if first == last else f"{first} to {last}"


_YEAR_COLUMNS: Final = (
    ReportColumn("year", "Financial year", Kind.TEXT),
    ReportColumn("number", "All"),
    ReportColumn("judged", "Judged", part_of="number"),
    ReportColumn("in_time", "In time", part_of="judged"),
    ReportColumn("percent_in_time", "In time, %", Kind.PERCENT),
    ReportColumn("mean", "Mean days", Kind.MEAN),
    ReportColumn("median", "Median days", Kind.MEAN),
    ReportColumn("longest", "Longest", Kind.DAYS),
)


def year_on_year(scope: Scope, years: Iterable[FinancialYear]) -> ReportTable:
    """A row for each financial year that there is."""
    rows = [(year.label, scope.of_year(year)) for year in years]
    return ReportTable(
        key=scope.key("year_on_year"),
        title=f"{scope.leg.title}: year on year, cases {COHORT_WORDS[scope.cohort]}",
        caption=(
            f"{scope.leg.title}: {scope.leg.span}, regulation {scope.provisions}. Cohort: "
            f"{COHORT_WORDS[scope.cohort]}, each financial year from 1 April to 31 March. The "
            "percentage in time is of those judged: answered or overdue, and told."
        ),
        columns=_YEAR_COLUMNS,
        rows=tuple(
            (
                label, len(tally), judged(tally), kept(tally), percent_in_time(tally),
                *averages(tally.took),
            )
            for label, tally in rows
        ),
        notes=(how_percent(), HOW_MEAN, HOW_MEDIAN),
        chart=Chart(
            kind=ChartKind.GROUPED_BARS,
            title=f"{scope.leg.title}: per cent in time, year on year",
            category="year",
            series=("percent_in_time",),
            unit="per cent",
        ),
    )  # fmt: skip
