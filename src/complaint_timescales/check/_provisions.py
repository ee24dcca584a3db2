# SPDX-License-Identifier: MIT
"""A table of limits: each row names its provision, and is assessed under it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from complaint_timescales._assessments import timescale_of
from complaint_timescales._dates import spoken
from complaint_timescales._kinds import WorkingDays
from complaint_timescales.check._figures import disagreements, reproductions
from complaint_timescales.check._readings import (
    CheckedRow,
    Clock,
    Record,
    read_by,
    within,
)
from complaint_timescales.tables import Column, Finding
from complaint_timescales.working_days import WorkingDayCalendar

PROVISION: Final = Column("provision", ("regulation", "paragraph", "limit"))
DATES: Final = (
    Column("start", ("start_date", "date_started", "from")),
    Column("end", ("end_date", "date_ended", "to")),
)
WORDS: Final = {"start": "start", "end": "end"}


def checked(record: Record, *, as_at: date | None, calendar: WorkingDayCalendar) -> CheckedRow:
    """The row under its own provision, with what does not agree."""
    timescale = timescale_of(record.provision)
    # A limit of a year can run, in part or in whole, before there was a working day to count.
    counts = isinstance(timescale.limit, WorkingDays)
    within(
        record,
        [name for name in WORDS if counts or _from_then_on(record.dates[name], calendar)],
        calendar,
    )
    name = f"regulation {timescale.by}"
    clock = Clock(str(timescale.by), name, "start", "end", "start to end", "")
    by = reproductions(record.stated, (("start", "end"),), record.dates, WORDS, calendar)
    return CheckedRow(
        number=record.number,
        case=record.case,
        provision=record.provision,
        dates=record.dates,
        readings=(
            read_by(clock, record.dates, WORDS, (timescale.by,), as_at=as_at, calendar=calendar),
        ),
        stated=record.stated,
        reproduced_by=by,
        labels=record.labels,
        findings=(*_out_of_order(record), *disagreements(record, by, (clock,), WORDS, calendar)),
    )


def _from_then_on(day: date | None, calendar: WorkingDayCalendar) -> bool:
    return day is not None and day >= calendar.known_from


def _out_of_order(record: Record) -> Iterator[Finding]:
    start, end = record.dates["start"], record.dates["end"]
    if start is not None and end is not None and end < start:
        yield Finding(
            row=record.number,
            kind="impossible_order",
            what=(f"{spoken(start)} is after {record.columns['end']}, {spoken(end)}"),
            column=record.columns["start"],
            written=record.written["start"],
            rule="a limit runs forward from its start",
            remedy="Check both dates against the file",
        )
