# SPDX-License-Identifier: MIT
"""The tables beside the limits: receipts, outcomes, mediation, the Ombudsman, open cases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from complaint_timescales._dates import counted
from complaint_timescales.monitoring._findings_log import FindingLog
from complaint_timescales.monitoring._leg_tables import COHORT_WORDS, Scope, averages
from complaint_timescales.monitoring._legs import MILESTONES
from complaint_timescales.monitoring._periods import MONTHS, FinancialYear
from complaint_timescales.monitoring._quality import KINDS
from complaint_timescales.monitoring._rounding import (
    HOW_MEAN,
    HOW_MEDIAN,
    HOW_PERCENTAGES,
    percentages,
)
from complaint_timescales.monitoring._shapes import (
    Cell,
    Chart,
    ChartKind,
    Kind,
    ReportColumn,
    ReportTable,
)
from complaint_timescales.monitoring._tallies import OPEN_CASES_SHOWN, Tallies

_OUTCOME_WORDS: Final = {
    "upheld": "Upheld",
    "partly_upheld": "Partly upheld",
    "not_upheld": "Not upheld",
}
_YEARS_DRAWN: Final = 4


def by_month(tallies: Tallies, years: Sequence[FinancialYear]) -> ReportTable:
    """Receipts by month, the financial years beside one another."""
    shown = years[-_YEARS_DRAWN:]
    rows: list[tuple[Cell, ...]] = [
        (name, *(tallies.months[year, month] for year in shown))
        for month, name in enumerate(MONTHS)
    ]
    sums = [sum(tallies.months[year, month] for month in range(12)) for year in shown]
    each = "; ".join(f"{n:,} in {y.label}" for y, n in zip(shown, sums, strict=True))
    return ReportTable(
        key="received_by_month",
        title="Representations received, by month",
        caption=f"Every case with a day of receipt, whatever became of it: {each}.",
        columns=(
            ReportColumn("month", "Month", Kind.TEXT),
            *(ReportColumn(f"y{year.begins}", year.label) for year in shown),
        ),
        rows=(*rows, ("Total", *sums)),
        total_row=True,
        chart=Chart(
            kind=ChartKind.LINES,
            title="Representations received, by month",
            category="month",
            series=tuple(f"y{year.begins}" for year in shown),
            unit="representations",
        ),
    )


def outcomes_found(scope: Scope) -> list[str]:
    """The outcomes of a leg, the usual ones first; none where none is recorded."""
    found = scope.whole().outcomes
    if not scope.leg.outcome or not set(found) - {"not recorded"}:
        return []
    names = [name for name in _OUTCOME_WORDS if name in found]
    return [*names, *sorted(name for name in found if name not in _OUTCOME_WORDS)]


def outcome_words(name: str) -> str:
    """An outcome as a heading."""
    return _OUTCOME_WORDS.get(name, name.capitalize())


def outcomes(scope: Scope) -> ReportTable:
    """What was found in the answered cases of a leg, regulation 13(2)(b)."""
    found = scope.whole().outcomes
    return _divided(
        scope.key("outcomes"),
        f"{scope.leg.title}: outcomes, cases {COHORT_WORDS[scope.cohort]}",
        f"What was found, regulation 13(2)(b). Cohort: {COHORT_WORDS[scope.cohort]}. Of the "
        f"{found.total():,} that were answered.",
        [(outcome_words(name), found[name]) for name in outcomes_found(scope)],
        "Outcome",
    )


def mediation(tallies: Tallies, years: Iterable[FinancialYear]) -> ReportTable:
    """Whether mediation was offered, and what came of it."""
    found = _in_years(tallies.mediation, years)
    return _divided(
        "mediation",
        "Mediation",
        "Whether mediation was offered, and what came of it. Cohort: received in the period, the "
        f"{found.total():,} of which the record says whether it was. "
        "It moves no time limit.",
        [(name.capitalize(), found[name]) for name in sorted(found)],
        "Mediation",
    )


def ombudsman(tallies: Tallies, years: Iterable[FinancialYear]) -> ReportTable:
    """Matters that a Local Commissioner decided, by the decision."""
    found = _in_years(tallies.ombudsman, years)
    return _divided(
        "ombudsman",
        "Ombudsman",
        f"{counted(found.total(), 'matter')} with a recorded decision, by the day of the decision "
        "where there is one, and else by the day of receipt.",
        [(name.capitalize(), found[name]) for name in sorted(found)],
        "Decision",
    )


def _in_years(
    counts: Counter[tuple[FinancialYear, str]], years: Iterable[FinancialYear]
) -> Counter[str]:
    wanted, found = set(years), Counter[str]()
    for (year, name), number in counts.items():
        if year in wanted:
            found[name] += number
    return found


def _divided(
    key: str, title: str, caption: str, counts: Sequence[tuple[str, int]], heading: str
) -> ReportTable:
    """Counts that make up a whole, with percentages that add up to 100."""
    shares = percentages([number for _, number in counts])
    rows = [(name, n, share) for (name, n), share in zip(counts, shares, strict=True)]
    total = sum(number for _, number in counts)
    return ReportTable(
        key=key,
        title=title,
        caption=caption,
        columns=(
            ReportColumn("name", heading, Kind.TEXT),
            ReportColumn("number", "Number"),
            ReportColumn("percent", "%", Kind.PERCENT),
        ),
        rows=(*rows, ("Total", total, 100 if total else None)),
        total_row=True,
        notes=(HOW_PERCENTAGES,),
    )


def milestones(tallies: Tallies, years: Iterable[FinancialYear]) -> ReportTable:
    """Working days between steps that no limit is set for."""
    wanted, rows = tuple(years), []
    for milestone in MILESTONES:
        took: Counter[int] = Counter()
        for year in wanted:
            took.update(tallies.milestones.get((milestone.key, year), {}))
        if took:
            rows.append((milestone.title, took.total(), *averages(took)))
    return ReportTable(
        key="milestones",
        title="Working days between steps",
        caption=(
            "Steps that the second of them ended in the period, where both are dated. The "
            "Regulations set no limit for any of these spans."
        ),
        columns=(
            ReportColumn("span", "From, to", Kind.TEXT),
            ReportColumn("number", "Number"),
            ReportColumn("mean", "Mean", Kind.MEAN),
            ReportColumn("median", "Median", Kind.MEAN),
            ReportColumn("longest", "Longest", Kind.DAYS),
        ),
        rows=tuple(rows),
        notes=(HOW_MEAN, HOW_MEDIAN),
    )


def open_cases(tallies: Tallies) -> ReportTable:
    """Every open leg, the first due first."""
    shown = [case for _, _, case in sorted(tallies.open_cases, reverse=True)]
    left = tallies.open_number - len(shown)
    more = ""
    if left and len(shown) < OPEN_CASES_SHOWN:
        more = f" Of {left:,} of them no last day can be told, and they are not listed."
    elif left:
        more = f" The {OPEN_CASES_SHOWN} that are due first are listed."
    return ReportTable(
        key="open_cases",
        title="Open cases",
        caption=f"Open, whenever received: {counted(tallies.open_number, 'stage')}.{more}",
        columns=(
            ReportColumn("row", "Row", Kind.TEXT),
            ReportColumn("reference", "Case", Kind.TEXT),
            ReportColumn("leg", "Stage", Kind.TEXT),
            ReportColumn("start", "Day 0", Kind.DATE),
            ReportColumn("due", "Last day", Kind.DATE),
            ReportColumn("verdict", "On the day looked from", Kind.TEXT),
        ),
        rows=tuple(
            (
                str(case.number), case.reference, case.leg, case.start, case.due,
                case.verdict.replace("_", " "),
            )
            for case in shown
        ),
        lists_cases=True,
    )  # fmt: skip


def data_quality(log: FindingLog, rows: int, rejected: int) -> ReportTable:
    """How often each kind of thing was found."""
    names = [name for name in KINDS if log.counts[name]]
    names += sorted(name for name in log.counts if name not in KINDS)
    return ReportTable(
        key="data_quality",
        title="Data quality",
        caption=(
            f"{counted(len(log), 'finding')} in {counted(rows, 'row')}, of which {rejected:,} "
            f"{'was' if rejected == 1 else 'were'} set aside. "
            "Nothing was changed or dropped; a row can have several findings."
        ),
        columns=(
            ReportColumn("kind", "Kind", Kind.TEXT),
            ReportColumn("what", "What was found", Kind.TEXT),
            ReportColumn("number", "Findings"),
        ),
        rows=tuple(
            (name, KINDS.get(name, name.replace("_", " ").capitalize()), log.counts[name])
            for name in names
        ),
    )
