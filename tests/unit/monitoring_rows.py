# SPDX-License-Identifier: MIT
"""Rows of a record, read from a file as an analyst's are, and what is said of them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from csv import writer
from datetime import date

from complaint_timescales._readings import DEFAULT, Readings
from complaint_timescales.monitoring import FIELDS, Entry, Judge, LegVerdict, Undated
from complaint_timescales.monitoring._entries import Reader
from complaint_timescales.monitoring._quality import findings_in
from complaint_timescales.tables import Decoded, Finding, records_of
from complaint_timescales.working_days import WorkingDayCalendar

ENGLAND = WorkingDayCalendar.england()


def file_of(*rows: dict[str, str]) -> str:
    """A file with the columns of all the rows, by their names."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    made = io.StringIO()
    out = writer(made)
    out.writerow(names)
    out.writerows([row.get(name, "") for name in names] for row in rows)
    return made.getvalue()


def entries_in(text: str) -> Iterator[Entry | Finding]:
    """Every row of a file, or why it cannot be placed."""
    records = records_of(text, FIELDS)
    reader = Reader(records.columns, ENGLAND)
    for row in records:
        assert isinstance(row, Decoded)
        yield reader.entry(row)


def entry(**cells: str) -> Entry:
    """One row; the name of a column is that of the field."""
    (made,) = entries_in(file_of({"case_ref": "A1", **cells}))
    assert isinstance(made, Entry), made
    return made


def judge(
    *,
    as_at: date | None = None,
    readings: dict[str, str] | None = None,
    undated: Undated = Undated.CANNOT_TELL,
) -> Judge:
    """By the calendar for England."""
    read = DEFAULT if readings is None else Readings.of(readings)
    return Judge(ENGLAND, as_at=as_at, readings=read, undated=undated)


def legs(by: Judge | None = None, /, **cells: str) -> dict[str, LegVerdict]:
    """What is said of a row, by the key of the leg."""
    by = judge() if by is None else by
    return {leg.leg.key: leg for leg in by.legs_of(entry(**cells))}


def findings(by: Judge | None = None, /, **cells: str) -> list[Finding]:
    """What is found in a row."""
    by = judge() if by is None else by
    row = entry(**cells)
    return list(findings_in(row, by.legs_of(row), by))


def kinds(by: Judge | None = None, /, **cells: str) -> list[str]:
    """The kinds of what is found in a row."""
    return [found.kind for found in findings(by, **cells)]
