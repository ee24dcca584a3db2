# SPDX-License-Identifier: MIT
"""The figure that a row states: what gives it, and what to ask where nothing does."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from complaint_timescales.check._readings import Clock, Record, Reproduction
from complaint_timescales.conventions import (
    CONVENTIONS,
    EVERY_CONVENTION,
    START_DAY_COUNTED,
    START_DAY_NOT_COUNTED,
    Convention,
    reconcile,
)
from complaint_timescales.reconcile import reconciliation_of
from complaint_timescales.tables import Finding
from complaint_timescales.working_days import WorkingDayCalendar

HEADLINE: Final = (START_DAY_NOT_COUNTED, START_DAY_COUNTED)
MOST_SLIPS: Final = 3  # enough to ask about; more would be no suggestion


def reproductions(
    stated: int | None,
    pairs: tuple[tuple[str, str], ...],
    dates: dict[str, date | None],
    words: dict[str, str],
    calendar: WorkingDayCalendar,
) -> tuple[Reproduction, ...]:
    """Which pairs of dates, by which conventions, give the stated figure: the likeliest first.

    Whether the start day counts is asked of every pair before any other convention is, and the
    rarer conventions are asked only where no other gives the figure.
    """
    if stated is None:
        return ()
    for among in (CONVENTIONS, EVERY_CONVENTION):
        found = []
        for place, (first, last) in enumerate(pairs):
            span = f"{words[first]} to {words[last]}"
            given = _giving(dates[first], dates[last], stated, calendar, among)
            found += [(place, Reproduction(first, last, span, convention)) for convention in given]
        if found:
            found.sort(key=lambda each: (each[1].convention not in HEADLINE, each[0]))
            return tuple(reproduction for _, reproduction in found)
    return ()


def _giving(
    start: date | None,
    end: date | None,
    stated: int,
    calendar: WorkingDayCalendar,
    among: Iterable[Convention],
) -> tuple[Convention, ...]:
    if start is None or end is None or end <= start:
        return ()
    if start < calendar.known_from:
        return ()  # a limit of a year may start before there was a working day to count
    return reconcile(start, end, stated, calendar, among=among)


def disagreements(
    record: Record,
    by: tuple[Reproduction, ...],
    clocks: Iterable[Clock],
    words: dict[str, str],
    calendar: WorkingDayCalendar,
) -> list[Finding]:
    """What the stated figure gives cause to ask, if anything."""
    if record.stated is None or (by and by[0].convention is START_DAY_NOT_COUNTED):
        return []
    if not by:
        what = "no two of the row's dates give this figure, by any convention known here"
        remedy = _to_ask(record, record.stated, clocks, words, calendar)
        return [_finding(record, "not_reproduced", what, remedy)]
    start, end = record.dates[by[0].start], record.dates[by[0].end]
    assert start is not None  # a pair of dates gave the figure
    assert end is not None  # the same
    remedy = f"By the Regulations' way of counting it is {calendar.count(start, end)}"
    rule = "a limit runs from the day after its start"
    return [_finding(record, "other_convention", f"it is {by[0]}", remedy, rule)]


def _finding(record: Record, kind: str, what: str, remedy: str, rule: str = "") -> Finding:
    return Finding(
        row=record.number,
        kind=kind,
        what=what,
        column=record.columns["stated_working_days"],
        written=record.written["stated_working_days"],
        rule=rule,
        remedy=remedy,
    )


def _to_ask(
    record: Record,
    stated: int,
    clocks: Iterable[Clock],
    words: dict[str, str],
    calendar: WorkingDayCalendar,
) -> str:
    """What to ask, with the likeliest single slips by which a clock would give the figure."""
    ask = "Ask which dates it was counted from, and how"
    found, tried = [], False
    for clock in clocks:
        start, end = record.dates[clock.start], record.dates[clock.end]
        if start is None or end is None or min(start, end) < calendar.known_from:
            continue
        tried = True
        span = f"{words[clock.start]} to {words[clock.end]}"
        for slip in reconciliation_of(start, end, stated, calendar=calendar).slips:
            column = record.columns[clock.start if slip.which == "start" else clock.end]
            found.append(f"{span} {slip.words(column)}")
    if not found:
        return f"{ask}. No single slip in a date would explain it" if tried else ask
    told = "; or ".join(found[:MOST_SLIPS])
    return f"{ask}. A suggestion only, for nothing was changed: it would be {told}"
