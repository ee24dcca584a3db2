# SPDX-License-Identifier: MIT
"""The tables of a leg by a column of the file: limits, days taken and outcomes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from complaint_timescales.monitoring._leg_tables import (
    BOUNDS_NOTE,
    COHORT_WORDS,
    OVERDUE_NOTE,
    Scope,
    days_taken,
    verdict_cells,
    verdict_columns,
)
from complaint_timescales.monitoring._other_tables import outcome_words, outcomes_found
from complaint_timescales.monitoring._rounding import how_percent
from complaint_timescales.monitoring._shapes import Cell, Kind, ReportColumn, ReportTable
from complaint_timescales.monitoring._tallies import LegTally
from complaint_timescales.tables import plain_name

_OUTCOMES_AT_MOST: Final = 8  # columns; in some files the outcome is a sentence


def by_column(scope: Scope, column: str) -> Iterator[ReportTable]:
    """Each table of the leg that can be divided by the values of a column."""
    yield _limits(scope, column)
    yield days_taken(
        scope,
        scope.key(f"durations_by_{plain_name(column)}"),
        _title(scope, "working days taken", column),
        ReportColumn("group", column, Kind.TEXT),
        groups(scope, column),
    )
    if outcomes_found(scope):
        yield _outcomes(scope, column)


def groups(scope: Scope, column: str) -> Iterator[tuple[str, LegTally]]:
    """Each value of the column that has a case in the period, with what was counted of it."""
    found = {name for at, name, _ in scope.tallies.groups if at == column}
    for name in sorted(found, key=lambda name: (name.casefold(), name)):
        tally = scope.group(column, name)
        if tally:
            yield name, tally


def _title(scope: Scope, what: str, column: str) -> str:
    return f"{scope.leg.title}: {what} by '{column}', cases {COHORT_WORDS[scope.cohort]}"


def _limits(scope: Scope, column: str) -> ReportTable:
    whole = scope.whole()
    return ReportTable(
        key=scope.key(f"by_{plain_name(column)}"),
        title=_title(scope, "time limits", column),
        caption=scope.caption(whole),
        columns=(ReportColumn("group", column, Kind.TEXT), *verdict_columns(scope)),
        rows=(
            *((name, *verdict_cells(scope, tally)) for name, tally in groups(scope, column)),
            ("Total", *verdict_cells(scope, whole)),
        ),
        total_row=True,
        notes=(how_percent(), OVERDUE_NOTE, BOUNDS_NOTE),
    )


def _outcomes(scope: Scope, column: str) -> ReportTable:
    whole = scope.whole().outcomes
    names = outcomes_found(scope)[:_OUTCOMES_AT_MOST]
    rows = [(name, tally.outcomes) for name, tally in groups(scope, column) if tally.outcomes]
    return ReportTable(
        key=scope.key(f"outcomes_by_{plain_name(column)}"),
        title=_title(scope, "outcomes", column),
        caption=(
            f"What was found, regulation 13(2)(b). Cohort: {COHORT_WORDS[scope.cohort]}. Of the "
            f"{whole.total():,} that were answered."
        ),
        columns=(
            ReportColumn("group", column, Kind.TEXT),
            ReportColumn("answered", "Answered"),
            *(
                ReportColumn(f"outcome_{number}", outcome_words(name), part_of="answered")
                for number, name in enumerate(names, 1)
            ),
            ReportColumn("other", "Other outcomes", part_of="answered"),
        ),
        rows=tuple(_found(name, found, names) for name, found in [*rows, ("Total", whole)]),
        total_row=True,
    )


def _found(name: str, found: Counter[str], names: list[str]) -> tuple[Cell, ...]:
    counts = [found[each] for each in names]
    return name, found.total(), *counts, found.total() - sum(counts)
