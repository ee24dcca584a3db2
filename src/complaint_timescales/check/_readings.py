# SPDX-License-Identifier: MIT
"""What is found out about a row: the clocks it is read by, and the figure that was stated."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import attrs

from complaint_timescales._assessments import Assessment, assess
from complaint_timescales._dates import iso
from complaint_timescales._errors import OutsideCalendar
from complaint_timescales._vocabulary import Outcome
from complaint_timescales.conventions import Convention
from complaint_timescales.tables import Finding
from complaint_timescales.working_days import WorkingDayCalendar

DONE = (Outcome.MET, Outcome.MISSED)
OVER = (Outcome.MISSED, Outcome.OVERDUE)


@attrs.frozen
class Clock:
    """A pair of dates between which days are counted.

    Attributes:
        key: its name in results.
        name: its name in words.
        start: the column of day 0.
        end: the column of the act that stops it.
        span: from what to what, in words.
        basis: the provisions that start and stop it, or who counts so.
    """

    key: str
    name: str
    start: str
    end: str
    span: str
    basis: str


@attrs.frozen
class Reading:
    """One row by one clock.

    Attributes:
        clock: the clock.
        start: day 0, or None.
        end: the day of the act, or None.
        assessments: the verdict under each limit; empty where it cannot be told.
        reason: why it cannot be told, or an empty text.
    """

    clock: Clock
    start: date | None
    end: date | None
    assessments: tuple[Assessment, ...]
    reason: str = ""

    @property
    def working_days(self) -> int | None:
        """Working days from the start to the act, or to the day looked from; None if not told."""
        return self.assessments[0].working_days if self.assessments else None

    @property
    def is_done(self) -> bool:
        """Whether the act was done, so that the days it took are a figure of their own."""
        return self.outcome() in DONE

    @property
    def in_working_days(self) -> bool:
        """Whether its limits are counted in working days."""
        return all(each.deadline.in_working_days for each in self.assessments)

    def verdict(self, provision: str) -> Assessment | None:
        """The verdict under a limit."""
        return next((each for each in self.assessments if each.provision == provision), None)

    def outcome(self, provision: str = "") -> Outcome:
        """The outcome under a limit, or under the first; undetermined where it cannot be told."""
        named = [each for each in self.assessments if provision in ("", each.provision)]
        return named[0].outcome if named else Outcome.UNDETERMINED

    def to_dict(self) -> dict[str, Any]:
        """The same as JSON takes it."""
        return {
            "name": self.clock.name,
            "span": self.clock.span,
            "start": iso(self.start),
            "end": iso(self.end),
            "outcome": self.outcome().value,
            "working_days": self.working_days,
            "reason": self.reason,
            "limits": {
                str(each.provision): {
                    "limit": each.limit,
                    "outcome": each.outcome.value,
                    "due": iso(each.due),
                    "days_over": each.days_over,
                    "provisional": each.provisional,
                }
                for each in self.assessments
            },
        }


@attrs.frozen(kw_only=True)
class Record:
    """One row as it was read: what its cells say, and how the file writes them.

    ``dates``, ``columns`` and ``written`` go by the names that results use.
    """

    number: int
    case: str
    provision: str
    dates: dict[str, date | None]
    columns: Mapping[str, str]
    written: Mapping[str, str]
    stated: int | None
    labels: dict[str, str]


@attrs.frozen
class Reproduction:
    """A pair of the row's own dates, and a convention, that give the stated figure."""

    start: str
    end: str
    words: str
    convention: Convention

    def __str__(self) -> str:
        """``terms of reference signed to closed, start day counted``."""
        return f"{self.words}, {self.convention.name}"

    def to_dict(self) -> dict[str, str]:
        """The same as JSON takes it."""
        return {"start": self.start, "end": self.end, "convention": self.convention.name}


@attrs.frozen(kw_only=True)
class CheckedRow:
    """A row of the table, assessed.

    Attributes:
        number: its number as a spreadsheet shows it, where the header is row 1.
        case: what the table calls it, or an empty text.
        provision: the limit that the row names, or None where the table is of one kind.
        dates: its dates, by the name that results use.
        readings: the row by each clock.
        stated: the figure that was stated for it, or None.
        reproduced_by: what gives the stated figure, the likeliest first.
        labels: the cells of all other columns, by their names.
        findings: what a reader of the table should know.
    """

    number: int
    case: str
    provision: str | None
    dates: dict[str, date | None]
    readings: tuple[Reading, ...]
    stated: int | None
    reproduced_by: tuple[Reproduction, ...]
    labels: dict[str, str]
    findings: tuple[Finding, ...]

    @property
    def name(self) -> str:
        """What to call it: ``Person 3 (row 4)``."""
        return f"{self.case} (row {self.number})" if self.case else f"row {self.number}"

    def has(self, key: str) -> bool:
        """Whether the row is read by the clock of that name."""
        return any(each.clock.key == key for each in self.readings)

    def reading(self, key: str) -> Reading:
        """The row by the clock of that name: ``'own'`` or ``'regulations'``."""
        return next(each for each in self.readings if each.clock.key == key)

    def to_dict(self) -> dict[str, Any]:
        """The same as JSON takes it."""
        return {
            "row": self.number,
            "case": self.case,
            "labels": self.labels,
            **{name: iso(day) for name, day in self.dates.items()},
            "stated_working_days": self.stated,
            **self._verdicts(),
            "reproduced_by": [each.to_dict() for each in self.reproduced_by],
            "findings": [finding.to_dict() for finding in self.findings],
        }

    def _verdicts(self) -> dict[str, Any]:
        if self.provision is None:
            return {"clocks": {each.clock.key: each.to_dict() for each in self.readings}}
        (reading,) = self.readings
        verdict = reading.verdict(self.provision)
        return {
            "provision": self.provision,
            "outcome": reading.outcome().value,
            "working_days": reading.working_days,
            "limit": verdict and verdict.limit,
            "due": verdict and iso(verdict.due),
            "days_over": verdict and verdict.days_over,
            "provisional": verdict and verdict.provisional,
            "reason": reading.reason,
        }


def within(record: Record, names: Iterable[str], calendar: WorkingDayCalendar) -> None:
    """Refuse a date of the row that the calendar does not cover, by its column."""
    for name in names:
        day = record.dates[name]
        if day is None:
            continue
        try:
            calendar.is_working_day(day)
        except OutsideCalendar as error:
            raise OutsideCalendar(
                error.what,
                where=record.columns[name],
                written=record.written[name],
                rule=error.rule,
                remedy=error.remedy,
            ) from None


def read_by(
    clock: Clock,
    dates: dict[str, date | None],
    words: dict[str, str],
    provisions: tuple[str, ...],
    *,
    as_at: date | None,
    calendar: WorkingDayCalendar,
) -> Reading:
    """A row's dates by a clock; what is missing or impossible is not told, and never guessed."""
    start, end = dates[clock.start], dates[clock.end]
    if start is None:
        return Reading(clock, start, end, (), f"no date for {words[clock.start]}")
    if end is not None and end < start:
        order = f"{words[clock.end]} is dated before {words[clock.start]}"
        return Reading(clock, start, end, (), order)
    if end is None and as_at is not None and as_at < start:
        return Reading(clock, start, end, (), f"{words[clock.start]} is after the day looked from")
    found = tuple(
        assess(provision, start, end, as_at=as_at, calendar=calendar) for provision in provisions
    )
    told = end is not None or as_at is not None
    return Reading(clock, start, end, found, "" if told else f"no date for {words[clock.end]}")
