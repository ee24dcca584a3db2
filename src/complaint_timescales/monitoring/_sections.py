# SPDX-License-Identifier: MIT
"""Which tables a report has, in which order, and what it says in a few sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from complaint_timescales._dates import counted
from complaint_timescales.monitoring._findings_log import FindingLog
from complaint_timescales.monitoring._group_tables import by_column
from complaint_timescales.monitoring._leg_tables import (
    COHORT_WORDS,
    Scope,
    by_quarter,
    durations,
    judged,
    kept,
    lateness,
    percent_in_time,
    year_on_year,
)
from complaint_timescales.monitoring._legs import Leg
from complaint_timescales.monitoring._other_tables import (
    by_month,
    data_quality,
    mediation,
    milestones,
    ombudsman,
    open_cases,
    outcomes,
    outcomes_found,
)
from complaint_timescales.monitoring._periods import FinancialYear, in_words, years_between
from complaint_timescales.monitoring._shapes import ReportTable, Section
from complaint_timescales.monitoring._tallies import Cohort, Tallies
from complaint_timescales.monitoring._verdicts import Judge

Years = tuple[FinancialYear, ...]
_STAGES = {
    1: ("Stage 1, local resolution", "Regulation 14: 10 working days, up to 20 if complex."),
    2: (
        "Stage 2, investigation",
        "Regulation 17: 25 working days, or a later day notified in time, up to the 65th.",
    ),
    3: (
        "Stage 3, review panel",
        "Regulations 18 to 20: a panel within 30 working days, its report in 5, the answer in 15.",
    ),
}


def sections_of(
    tallies: Tallies,
    cohorts: tuple[Cohort, ...],
    years: Years,
    judge: Judge,
    log: FindingLog,
    *,
    rows: int,
    rejected: int,
) -> Iterator[Section]:
    """The sections, in the order in which a reader wants them: data quality first."""
    yield Section(
        key="quality",
        title="Data quality",
        introduction="What to know about the record before its figures.",
        tables=(data_quality(log, rows, rejected),),
    )
    for (key, title, introduction), tables in _of_the_figures(tallies, cohorts, years, judge):
        found = tuple(tables)
        if found:
            yield Section(key=key, title=title, introduction=introduction, tables=found)


_RECEIVED = (
    "received",
    "Representations received",
    "Regulation 13(2)(a): each representation received.",
)
_LATE = (
    "lateness",
    "How late",
    "A limit that was not kept, by the working days after its last day.",
)
_BESIDE = ("beside", "Beside the limits", "Steps that the Regulations set no limit for.")
_OPEN = ("open", "Open cases", "For internal use: each row is a case.")
_Words = tuple[str, str, str]


def _of_the_figures(
    tallies: Tallies, cohorts: tuple[Cohort, ...], years: Years, judge: Judge
) -> Iterator[tuple[_Words, Iterable[ReportTable]]]:
    """Each section's key, title and introduction, with the tables that it has."""
    seen = _all_years(tallies, years)
    yield _RECEIVED, [by_month(tallies, seen)] if tallies.months else []
    for stage, (title, introduction) in _STAGES.items():
        legs = [leg for leg in judge.legs if leg.stage == stage]
        words = f"stage_{stage}", title, introduction
        yield words, _stage_tables(tallies, cohorts, years, seen, legs)
    yield _LATE, _late_tables(tallies, cohorts, years, judge)
    yield _BESIDE, _beside(tallies, years)
    yield _OPEN, [open_cases(tallies)] if tallies.open_number else []


def _all_years(tallies: Tallies, years: Years) -> Years:
    """Every year that the file has cases in, up to the last that is reported on."""
    found = sorted(tallies.years | {year for year, _ in tallies.months} | set(years))
    last = max(years, default=None)
    found = [year for year in found if last is None or year <= last]
    return tuple(years_between(found[0], found[-1])) if found else ()


def _stage_tables(
    tallies: Tallies, cohorts: tuple[Cohort, ...], years: Years, seen: Years, legs: list[Leg]
) -> Iterator[ReportTable]:
    for leg in legs:
        for cohort in cohorts:
            scope = Scope(leg, cohort, years, tallies)
            if not scope.whole():
                continue
            yield by_quarter(scope)
            yield durations(scope)
            if len(seen) > 1:
                yield year_on_year(scope, seen)
            if outcomes_found(scope):
                yield outcomes(scope)
            for column in tallies.by:
                yield from by_column(scope, column)


def _late_tables(
    tallies: Tallies, cohorts: tuple[Cohort, ...], years: Years, judge: Judge
) -> Iterator[ReportTable]:
    for cohort in cohorts:
        scopes = [
            Scope(leg, cohort, years, tallies) for leg in judge.legs if not leg.binds_complainant
        ]
        scopes = [scope for scope in scopes if scope.whole()]
        if scopes:
            yield lateness(scopes, cohort)


def _beside(tallies: Tallies, years: Years) -> Iterator[ReportTable]:
    tables = (
        milestones(tallies, years),
        mediation(tallies, years),
        ombudsman(tallies, years),
    )
    for table in tables:
        if len(table.rows) > table.total_row:
            yield table


def summary_of(
    tallies: Tallies, cohorts: tuple[Cohort, ...], years: Years, judge: Judge
) -> Iterator[str]:
    """The report in a few sentences, each with its denominator."""
    for leg in judge.legs:
        for cohort in cohorts[:1]:
            tally = Scope(leg, cohort, years, tallies).whole()
            if not tally or leg.binds_complainant:
                continue
            share = percent_in_time(tally)
            told = (
                "none of them can be judged yet"
                if share is None
                else f"{kept(tally):,} of the {judged(tally):,} that can be judged "
                f"{'was' if kept(tally) == 1 else 'were'} in time "
                f"({share}%)"
            )
            yield (
                f"{leg.title}: {counted(len(tally), 'case')} {COHORT_WORDS[cohort]}, and {told}."
            )
    if tallies.open_number:
        day = "" if judge.as_at is None else f" on {in_words(judge.as_at)}"
        yield f"{counted(tallies.open_number, 'stage')} {_be(tallies.open_number)} open{day}."


def _be(number: int) -> str:
    return "is" if number == 1 else "are"
