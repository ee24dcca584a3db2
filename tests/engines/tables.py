# SPDX-License-Identifier: MIT
"""Tables with nasty dates, and what the scalar path makes of each row."""

from __future__ import annotations

import datetime as dt
import random

from complaint_timescales import (
    ComplaintTimescalesError,
    Outcome,
    WorkingDayCalendar,
    assess,
    due,
)

Row = tuple[dt.date | None, dt.date | None]
Answer = tuple[int | None, dt.date | None, str | None, int | None]

FIRST, LAST = dt.date(2006, 9, 1), dt.date(2100, 12, 31)
CHANGED = WorkingDayCalendar.england(extra_holidays={dt.date(2024, 9, 19): "Centenary"})

# Missing days, both ends of the calendar and beyond them, and days around which weeks are short.
NASTY: tuple[dt.date | None, ...] = (
    None,
    dt.date(1, 1, 1),
    dt.date(1960, 2, 29),
    dt.date(1969, 12, 31),
    dt.date(1970, 1, 1),
    dt.date(2006, 8, 31),
    FIRST,
    dt.date(2012, 6, 4),
    dt.date(2022, 9, 17),
    dt.date(2022, 9, 19),
    dt.date(2024, 2, 29),
    dt.date(2024, 3, 29),
    dt.date(2024, 12, 25),
    dt.date(2025, 12, 31),
    dt.date(2100, 12, 1),
    dt.date(2100, 12, 30),
    LAST,
    dt.date(2101, 1, 1),
    dt.date(9999, 12, 31),
)


def nasty_rows(number: int, seed: int) -> list[Row]:
    """Every pair of nasty dates, and rows at random: near limits, open, reversed and mixed."""
    chance = random.Random(seed)  # noqa: S311 - nobody's secret
    rows: list[Row] = [(start, end) for start in NASTY for end in NASTY]
    while len(rows) < number:
        start = FIRST + dt.timedelta(days=chance.randrange((LAST - FIRST).days))
        if chance.random() < 0.8:
            start = dt.date(2007, 1, 1) + dt.timedelta(days=chance.randrange(8_000))
        end = start + dt.timedelta(days=chance.choice((0, 1, 14, 15, 35, 36, 60, 95, 200, -3)))
        row: Row = (start, end)
        if chance.random() < 0.2:
            row = chance.choice(((start, None), (start, chance.choice(NASTY)), (None, end)))
        rows.append(row)
    return rows[:number]


def expected(
    provision: str, row: Row, *, as_at: dt.date | None, calendar: WorkingDayCalendar
) -> Answer:
    """What ``assess`` says, with null for what it refuses or leaves open."""
    start, end = row
    if start is None:
        return None, None, None, None
    try:
        last = due(provision, start, calendar=calendar).date
    except ComplaintTimescalesError:
        return None, None, None, None
    try:
        found = assess(provision, start, end, as_at=as_at, calendar=calendar)
    except ComplaintTimescalesError:
        return None, last, None, None
    if found.outcome is Outcome.UNDETERMINED:
        return None, last, None, None
    return found.working_days, last, found.outcome.value, found.days_over


def all_expected(
    provision: str,
    rows: list[Row],
    *,
    as_at: dt.date | None = None,
    calendar: WorkingDayCalendar,
) -> list[Answer]:
    """The answers, row for row."""
    return [expected(provision, row, as_at=as_at, calendar=calendar) for row in rows]


def scalar_count(row: Row, calendar: WorkingDayCalendar) -> int | None:
    """What ``count`` says, or None for what it refuses."""
    start, end = row
    if start is None or end is None:
        return None
    try:
        return calendar.count(start, end)
    except ComplaintTimescalesError:
        return None


def scalar_add(start: dt.date | None, n: int, calendar: WorkingDayCalendar) -> dt.date | None:
    """What ``add`` says, or None for what it refuses."""
    if start is None:
        return None
    try:
        return calendar.add(start, n)
    except ComplaintTimescalesError:
        return None
