# SPDX-License-Identifier: MIT
"""The report of regulation 13(3), out of the rows of a file that are read one by one."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator
from datetime import date
from importlib import metadata
from typing import BinaryIO, Final

import attrs

from complaint_timescales._dates import counted, listed
from complaint_timescales._errors import InvalidTable
from complaint_timescales._readings import DEFAULT, Readings
from complaint_timescales.monitoring._entries import Entry, Reader
from complaint_timescales.monitoring._extensions import Undated
from complaint_timescales.monitoring._fields import FIELDS
from complaint_timescales.monitoring._findings_log import FindingLog
from complaint_timescales.monitoring._periods import FinancialYear, in_words
from complaint_timescales.monitoring._quality import findings_in
from complaint_timescales.monitoring._repeats import Repeats
from complaint_timescales.monitoring._sections import sections_of, summary_of
from complaint_timescales.monitoring._shapes import Provenance, Report
from complaint_timescales.monitoring._suppression import suppressed_report
from complaint_timescales.monitoring._tallies import Cohort, Tallies
from complaint_timescales.monitoring._verdicts import Judge, LegVerdict
from complaint_timescales.regulations import LOCAL_AUTHORITY
from complaint_timescales.tables import (
    ColumnMap,
    Decoded,
    Finding,
    Records,
    Rejected,
    Source,
    records_of,
)
from complaint_timescales.working_days import WorkingDayCalendar

Sink = Callable[[Entry, tuple[LegVerdict, ...]], None]
"""What is told of each entry and its verdicts as the rows go by."""

_GROUPS_AT_MOST: Final = 200
_EVERY: Final = 1000  # rows between two words of progress


@attrs.frozen(kw_only=True)
class Options:
    """What an analyst chooses; each choice stands in the report.

    Attributes:
        year: the financial year to report on, or None for every year of the file.
        cohorts: which cases a period counts.
        as_at: the day to look from, or None: then nothing open is running or overdue.
        by: columns to divide the limits by, under the file's own names or the canonical ones.
        only: columns with the value that a row must have to be counted, in any case.
        undated: what an extension is taken for that has no date.
        set_aside_repeats: whether a row that repeats an earlier one is set aside, not counted.
        suppress_below: counts from 1 to below this are withheld, or None.
        readings: how the Regulations are read.
        title: the title of the report.
    """

    year: FinancialYear | None = None
    cohorts: tuple[Cohort, ...] = (Cohort.RECEIVED, Cohort.CLOSED)
    as_at: date | None = None
    by: tuple[str, ...] = ()
    only: tuple[tuple[str, str], ...] = ()
    undated: Undated = Undated.CANNOT_TELL
    set_aside_repeats: bool = False
    suppress_below: int | None = None
    readings: Readings = DEFAULT
    title: str = "Children's social care representations"

    def in_words(self) -> dict[str, str]:
        """What was chosen, for the foot of the report."""
        undated = {
            Undated.CANNOT_TELL: "left untold: the record has no day for them",
            Undated.IN_TIME: "taken as decided in time",
        }
        repeats = "set aside" if self.set_aside_repeats else "counted, and reported"
        chosen = {
            "Day looked from": "none given" if self.as_at is None else in_words(self.as_at),
            "Undated extensions": undated[self.undated],
            "Rows that repeat an earlier row": repeats,
        }
        if self.by:
            chosen["Divided by"] = listed(list(self.by))
        if self.only:
            chosen["Only"] = listed([f"'{column}' is '{value}'" for column, value in self.only])
        return chosen


def annual_report(
    source: Source | BinaryIO,
    *,
    column_map: ColumnMap | None = None,
    options: Options | None = None,
    calendar: WorkingDayCalendar | None = None,
    name: str = "the table",
    progress: Callable[[int, int], None] | None = None,
    sink: Sink | None = None,
) -> Report:
    r"""The report on a file of cases: CSV or a workbook, a row for a case or for a stage of one.

    >>> rows = "Case ID,Date received,Response sent\nA1,2024-08-29,2024-09-12\n"
    >>> rows += "A2,2024-08-29,2024-09-13\n"
    >>> table = annual_report(rows).table("stage_1_by_quarter_received")
    >>> [column.key for column in table.columns][1:4], table.rows[-1][1:4]
    (['number', 'percent_in_time', 'met'], (2, 50, 1))

    The rows are read twice, one after the other, and never held. ``progress`` is told how many
    have been read of how many; ``sink`` of each entry with its verdicts.
    Every row is counted, or set aside with its reason among the findings. Working days leave the
    start out and take the last day in.
    Raises ``InvalidTable`` where there is no table to be had, or none of its columns is known.
    Source: SI 2006/1738, regulation 13.
    """
    chosen = Options() if options is None else options
    records = records_of(source, FIELDS, column_map=column_map, name=name)
    _columns_of(records, tuple(column for column, _ in chosen.only))
    by = _columns_of(records, chosen.by)
    calendar = WorkingDayCalendar.england() if calendar is None else calendar
    judge = Judge(calendar, as_at=chosen.as_at, readings=chosen.readings, undated=chosen.undated)
    found = _Pass(records, judge, attrs.evolve(chosen, by=by))
    try:
        found.take_all(sink, progress)
        _refuse_none(found, records, chosen)
    except BaseException:
        found.log.close()  # it can be a file by now
        raise
    report = _assembled(found, records, chosen, judge)
    if chosen.suppress_below is not None:
        found.log.close()
        return suppressed_report(report, chosen.suppress_below)
    return report


class _Pass:
    """The second pass over the rows: each of them judged, counted, or set aside."""

    def __init__(self, records: Records, judge: Judge, options: Options) -> None:
        self.log = FindingLog(records.findings)
        self.tallies = Tallies(options.by)
        self.rejected = 0
        self.of_others = 0
        self._records, self._judge, self._options = records, judge, options
        self._reader = Reader(records.columns, judge.calendar)
        self._repeats = Repeats(records, by_stage=self._reader.by_stage)
        self._groups: dict[str, set[str]] = {column: set() for column in options.by}

    def take_all(self, sink: Sink | None, progress: Callable[[int, int], None] | None) -> None:
        """Every row, in the order of the file."""
        for number, row in enumerate(self._records, 1):
            self.take(row, sink)
            if progress is not None and number % _EVERY == 0:
                progress(number, self._records.row_count)

    def take(self, row: Decoded | Rejected, sink: Sink | None) -> None:
        """One row, whatever it is."""
        if isinstance(row, Rejected):
            self._set_aside(row.findings)
            return
        repeated, findings = self._repeats.of(row)
        entry = self._reader.entry(row)
        if isinstance(entry, Finding):
            self._set_aside((entry, *findings))
        elif repeated and self._options.set_aside_repeats:
            self._set_aside(findings)
        elif not all(_says(entry, *each) for each in self._options.only):
            self.of_others += 1
        else:
            legs = self._judge.legs_of(entry)
            self.log.extend((*findings, *findings_in(entry, legs, self._judge)))
            self._note_groups(entry)
            self.tallies.add(entry, legs, self._judge)
            if sink is not None:
                sink(entry, legs)

    def _set_aside(self, findings: tuple[Finding, ...]) -> None:
        self.rejected += 1
        self.log.extend(findings)

    def _note_groups(self, entry: Entry) -> None:
        for column, names in self._groups.items():
            names.add(entry.label(column))
            if len(names) > _GROUPS_AT_MOST:
                raise InvalidTable(
                    f"more than {_GROUPS_AT_MOST} different values, too many to divide by",
                    where=f"column '{column}'",
                    written=entry.label(column),
                    remedy="Divide by a column such as a team, a service or a theme",
                )


def _says(entry: Entry, column: str, value: str) -> bool:
    return entry.label(column).casefold() == " ".join(value.split()).casefold()


def _refuse_none(found: _Pass, records: Records, options: Options) -> None:
    if options.only and found.of_others + found.rejected == records.row_count:
        raise InvalidTable(
            "no row has this value",
            where=records.name,
            written=listed([f"{column}={value}" for column, value in options.only]),
            remedy="Write it as the file does; case and spaces do not matter",
        )


def _columns_of(records: Records, by: tuple[str, ...]) -> tuple[str, ...]:
    """The columns to divide by, under the file's own names, each of them once."""
    if not records.columns:
        names = listed([f"'{name}'" for name in records.header[:20]])
        raise InvalidTable(
            "none of its columns is known",
            where=records.name,
            rule=f"its columns are {names}",
            remedy="Name them in a column map, such as received = 'Date in'",
        )
    for column in by:
        if column not in records.columns and column not in records.header:
            names = listed([f"'{name}'" for name in records.header[:20]])
            raise InvalidTable(
                "no such column to divide or choose by",
                where=records.name,
                written=column,
                rule=f"its columns are {names}",
                remedy=f"{_nearest(column, records)}Write the column's own name",
            )
    return tuple(dict.fromkeys(records.columns.get(column, column) for column in by))


def _nearest(column: str, records: Records) -> str:
    near = difflib.get_close_matches(column, (*records.header, *records.columns), n=1)
    return f"Did you mean '{near[0]}'? " if near else ""


def _years(tallies: Tallies, options: Options) -> tuple[FinancialYear, ...]:
    return (options.year,) if options.year is not None else tuple(sorted(tallies.years))


def _assembled(found: _Pass, records: Records, options: Options, judge: Judge) -> Report:
    years = _years(found.tallies, options)
    return Report(
        title=options.title,
        period=_period(years, whole=options.year is None),
        summary=tuple(summary_of(found.tallies, options.cohorts, years, judge)),
        sections=tuple(
            sections_of(
                found.tallies, options.cohorts, years, judge, found.log,
                rows=records.row_count, rejected=found.rejected,
            )
        ),
        findings=found.log,
        provenance=Provenance(
            version=_version(),
            rules=LOCAL_AUTHORITY.fingerprint,
            calendar=judge.calendar.edition,
            calendar_fingerprint=judge.calendar.fingerprint,
            readings=str(options.readings),
            cohorts=listed([f"{cohort.value} in the period" for cohort in options.cohorts]),
            options={**options.in_words(), **dict(_left_out(found)), **dict(_formats(records))},
            source=records.name,
            digest=records.digest,
            rows=records.row_count,
            rejected=found.rejected,
        ),
    )  # fmt: skip


def _left_out(found: _Pass) -> Iterator[tuple[str, str]]:
    if found.of_others:
        yield "Rows of other values, left out", f"{found.of_others:,}"


def _formats(records: Records) -> Iterator[tuple[str, str]]:
    words = [f"'{records.columns[name]}' {form}" for name, form in records.formats.items()]
    if words:
        yield "Dates read as", listed(words)


def _period(years: tuple[FinancialYear, ...], *, whole: bool) -> str:
    if not years:
        return "no dated case"
    span = f"{in_words(years[0].first_day)} to {in_words(years[-1].last_day)}"
    return f"{span}, {counted(len(years), 'financial year')} of the file" if whole else span


def _version() -> str:
    try:
        return metadata.version("complaint-timescales")
    except metadata.PackageNotFoundError:
        return "from a checkout that is not installed"
