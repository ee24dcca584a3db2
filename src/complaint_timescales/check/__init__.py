# SPDX-License-Identifier: MIT
r"""A table of dates, checked row by row: which limits were met, and what does not agree.

>>> result = check_table("provision,start,end\n17(6),2022-02-22,2022-06-14\n")
>>> row = result.rows[0]
>>> row.readings[0].working_days, row.readings[0].outcome().value
(75, 'missed')
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

import attrs

from complaint_timescales._errors import ComplaintTimescalesError, InvalidTable
from complaint_timescales.check import _provisions, _stage_2
from complaint_timescales.check._readings import (
    CheckedRow,
    Clock,
    Reading,
    Record,
    Reproduction,
)
from complaint_timescales.check._sensitivity import (
    ClockVerdict,
    RowSensitivity,
    in_words,
    sensitivity_of_table,
)
from complaint_timescales.check._summary import ClockSummary, Figures, Summary, Tally, summarised
from complaint_timescales.tables import (
    Column,
    Finding,
    Rejected,
    Row,
    Source,
    Table,
    Values,
    dates_in,
    located,
    read_table,
    whole_numbers_in,
)
from complaint_timescales.working_days import WorkingDayCalendar

__all__ = [
    "CheckResult",
    "CheckedRow",
    "Clock",
    "ClockSummary",
    "ClockVerdict",
    "Figures",
    "Reading",
    "Reproduction",
    "RowSensitivity",
    "Summary",
    "Tally",
    "check_table",
    "in_words",
    "sensitivity_of_table",
]

SCHEMA: Final = "complaint-timescales/check/1"
# fmt: off
CASE: Final = Column("case_ref", (
    "case_id", "case_reference", "reference", "reference_number", "ref_no", "ref", "case",
    "complaint", "complaint_reference"), needed=False)
STATED: Final = Column("stated_working_days", (
    "published_working_days", "reported_working_days", "working_days", "working_days_taken",
    "number_of_working_days", "days_taken"), needed=False)
# fmt: on


@attrs.frozen(kw_only=True)
class CheckResult:
    """A table, checked.

    Attributes:
        table: what the table is called.
        rows: every row that could be read, in the order of the table.
        rejected: every other row, with its reason.
        findings: what does not agree, in the order of the rows, those of rejected rows included.
        summary: what it comes to.
        calendar: the working days it was counted over.
    """

    table: str
    rows: tuple[CheckedRow, ...]
    rejected: tuple[Rejected, ...]
    summary: Summary
    calendar: WorkingDayCalendar = attrs.field(repr=False)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything found, by row."""
        found = [finding for row in self.rows for finding in row.findings]
        found += [finding for each in self.rejected for finding in each.findings]
        return tuple(sorted(found, key=lambda finding: finding.row))

    @property
    def exit_status(self) -> int:
        """0, or 1 where a row was rejected."""
        return 1 if self.rejected else 0

    def to_dict(self) -> dict[str, Any]:
        """The same as JSON takes it."""
        return {
            "schema": SCHEMA,
            "table": self.table,
            "rows": [row.to_dict() for row in self.rows],
            "rejected": [each.to_dict() for each in self.rejected],
            "findings": [finding.to_dict() for finding in self.findings],
            "summary": self.summary.to_dict(),
            "calendar": {
                "edition": self.calendar.edition,
                "fingerprint": self.calendar.fingerprint,
            },
        }


def check_table(
    source: Source,
    *,
    name: str = "the table",
    calendar: WorkingDayCalendar | None = None,
    as_at: date | None = None,
    date_format: str | None = None,
) -> CheckResult:
    r"""Each row of a CSV table assessed, with what does not agree in it.

    >>> rows = "date_of_request,date_tor_signed,date_of_adjudication,date_closed\n"
    >>> rows += "5 Jan 22,22 Feb 22,3 June 22,14 June 22\n"
    >>> [reading.working_days for reading in check_table(rows).rows[0].readings]
    [75, 102]

    Two kinds of table are known by the names of their columns: investigations, with the dates of
    the request, the signed terms of reference, the adjudication and the closing; and limits, with
    ``provision``, ``start`` and ``end``. Either may have a case reference and a stated figure.

    A row of which a date cannot be read, or lies outside the calendar, is rejected with its
    reason; a date that is missing or impossible leaves the verdict undetermined. ``as_at`` is
    the day to look from where an act is not dated, ``date_format`` the name of the one format
    of dates in every column, and ``name`` what a table that is not a file is called.
    Raises ``InvalidTable`` where there is no such table to be had.
    """
    table = read_table(source, name=name)
    calendar = WorkingDayCalendar.england() if calendar is None else calendar
    reader = _Reader.of(table, date_format)
    rows: list[CheckedRow] = []
    rejected = list(table.rejected)
    for row in table.rows:
        found = reader.checked(row, as_at=as_at, calendar=calendar)
        if isinstance(found, Rejected):
            rejected.append(found)
        else:
            rows.append(found)
    return CheckResult(
        table=table.name,
        rows=tuple(rows),
        rejected=tuple(sorted(rejected, key=lambda each: each.row.number)),
        summary=reader.summary(tuple(rows), len(rejected)),
        calendar=calendar,
    )


@attrs.frozen
class _Reader:
    """How the rows of one table are read: its columns found, and their cells turned to values."""

    table: Table
    columns: Mapping[str, str]
    dates: Mapping[str, Values[date]]
    stated: Values[int] | None

    @classmethod
    def of(cls, table: Table, date_format: str | None) -> _Reader:
        """The reader for the kind of table that the columns show."""
        general = bool(_provisions.PROVISION.among(table.header))
        kind = (_provisions.PROVISION, *_provisions.DATES) if general else _stage_2.DATES
        wanted = _provisions.DATES if general else _stage_2.DATES
        columns = _located(table, kind, general=general)
        name = columns.get(STATED.name)
        return cls(
            table,
            columns,
            {c.name: dates_in(table, columns[c.name], date_format=date_format) for c in wanted},
            None if name is None else whole_numbers_in(table, name),
        )

    def checked(
        self, row: Row, *, as_at: date | None, calendar: WorkingDayCalendar
    ) -> CheckedRow | Rejected:
        """One row, assessed; or set aside, where it cannot be read."""
        unread = [v.findings[row.number] for v in self.dates.values() if row.number in v.findings]
        if unread:
            return Rejected(row, tuple(unread))
        check = _provisions.checked if "provision" in self.columns else _stage_2.checked
        try:
            found = check(self._record(row), as_at=as_at, calendar=calendar)
        except ComplaintTimescalesError as error:
            return Rejected(row, (Finding.from_error(row.number, error),))
        if self.stated is not None and row.number in self.stated.findings:
            also = self.stated.findings[row.number]
            return attrs.evolve(found, findings=(*found.findings, also))
        return found

    def _record(self, row: Row) -> Record:
        written = dict(zip(self.table.header, row.cells, strict=True))
        of = {name: written[column] for name, column in self.columns.items()}
        used = set(self.columns.values())
        return Record(
            number=row.number,
            case=of.get(CASE.name, "").strip(),
            provision=of.get("provision", "").strip(),
            dates={name: values.read[row.number] for name, values in self.dates.items()},
            columns=self.columns,
            written=of,
            stated=None if self.stated is None else self.stated.read[row.number],
            labels={name: cell for name, cell in written.items() if name not in used},
        )

    def summary(self, rows: tuple[CheckedRow, ...], rejected: int) -> Summary:
        """What the rows come to."""
        if "provision" in self.columns:
            clocks = (reading.clock for row in rows for reading in row.readings)
            limits: dict[Clock, tuple[str, ...]] = {clock: (clock.key,) for clock in clocks}
            return summarised(rows, rejected, limits=limits, outer=None, assumptions=())
        return summarised(
            rows,
            rejected,
            limits=dict.fromkeys(_stage_2.CLOCKS, _stage_2.LIMITS),
            outer=_stage_2.LIMITS[-1],
            assumptions=_stage_2.assumptions(),
        )


def _located(table: Table, kind: tuple[Column, ...], *, general: bool) -> dict[str, str]:
    try:
        return located(table, (*kind, CASE, STATED))
    except InvalidTable as error:
        if general or any(column.among(table.header) for column in kind):
            raise
        # No column of either kind: say that there are two.
        other = "A table with the columns 'provision', 'start' and 'end' can be checked as well"
        raise InvalidTable(
            error.what, where=error.where, rule=error.rule, remedy=f"{error.remedy}. {other}"
        ) from None
