# SPDX-License-Identifier: MIT
"""The working-day table for other programs: CSV, JSON and SQL, made from the calendar."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

import attrs

from complaint_timescales._dates import spoken
from complaint_timescales._errors import DatesOutOfOrder
from complaint_timescales.working_days import WorkingDayCalendar

FORMATS: Final = ("csv", "json", "sql")
_CHUNK: Final = 500  # rows to a statement: some databases take a thousand at most


@attrs.frozen
class CalendarDay:
    """One day of the table; its fields are the columns."""

    date: str
    working_day: bool
    rank: int
    name: str
    authority: str


def calendar_days(calendar: WorkingDayCalendar, first: date, last: date) -> Iterator[CalendarDay]:
    """Each day from one to another, both included."""
    if last < first:
        raise DatesOutOfOrder(
            f"{spoken(last)} is before {spoken(first)}", where="--to", remedy="Exchange the two"
        )
    rank = calendar.count(calendar.known_from, first)
    calendar.count(first, last)  # refuses a last day that it does not cover
    for day in map(date.fromordinal, range(first.toordinal(), last.toordinal() + 1)):
        reason = calendar.why_not(day)
        if reason is None and day > first:
            rank += 1
        name, authority = ("", "") if reason is None else (reason.name, reason.authority)
        yield CalendarDay(day.isoformat(), reason is None, rank, name, authority)


def calendar_document(calendar: WorkingDayCalendar, first: date, last: date) -> dict[str, Any]:
    """The table as JSON takes it."""
    return {
        "schema": "complaint-timescales/calendar/1",
        "edition": calendar.edition,
        "fingerprint": calendar.fingerprint,
        "known_from": calendar.known_from.isoformat(),
        "known_through": calendar.known_through.isoformat(),
        "days": [attrs.asdict(day) for day in calendar_days(calendar, first, last)],
    }


def as_csv(calendar: WorkingDayCalendar, first: date, last: date) -> str:
    """The table as CSV, working days as 1 and others as 0."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(field.name for field in attrs.fields(CalendarDay))
    for day in calendar_days(calendar, first, last):
        writer.writerow((day.date, int(day.working_day), day.rank, day.name, day.authority))
    return text.getvalue()


def as_sql(calendar: WorkingDayCalendar, first: date, last: date) -> str:
    """The table as SQL that any database with the quoting of the standard takes."""
    rows = [
        f"('{day.date}', {int(day.working_day)}, {day.rank}, {_text(day.name)}, "
        f"{_text(day.authority)})"
        for day in calendar_days(calendar, first, last)
    ]
    parts = [_HEAD.format(edition=calendar.edition, fingerprint=calendar.fingerprint)]
    for start in range(0, len(rows), _CHUNK):
        values = ",\n".join(rows[start : start + _CHUNK])
        parts.append(f"INSERT INTO working_days VALUES\n{values};\n")
    return "".join(parts)


def _text(value: str) -> str:
    doubled = value.replace("'", "''")
    return f"'{doubled}'" if value else "NULL"


_HEAD: Final = """\
-- Working days in England, regulation 2 of SI 2006/1738. {edition}; {fingerprint}.
-- Working days after one day, up to and including another: the difference of their ranks.
-- The last day of a limit of n: the working day whose rank is that of the start, plus n.
CREATE TABLE working_days (
    "date" DATE PRIMARY KEY,
    "working_day" SMALLINT NOT NULL,
    "rank" INTEGER NOT NULL,
    "name" VARCHAR(100),
    "authority" VARCHAR(250)
);
"""
