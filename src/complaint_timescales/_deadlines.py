# SPDX-License-Identifier: MIT
"""Last days, and why they are those: the interpreter of timescales. It knows no stages."""

from __future__ import annotations

import datetime as dt
from typing import Any

import attrs

from complaint_timescales._citations import Citation, Source
from complaint_timescales._dates import counted, iso, listed, spoken
from complaint_timescales._errors import OutsideCalendar
from complaint_timescales._kinds import (
    Timescale,
    Version,
    WorkingDays,
    WorkingDaysBefore,
    Years,
)
from complaint_timescales._readings import Readings
from complaint_timescales.readings import procedure_under
from complaint_timescales.regulations import LOCAL_AUTHORITY
from complaint_timescales.working_days import NonWorkingDay, WorkingDayCalendar


@attrs.frozen(slots=False, init=False)  # made by the dozen: a dict is filled in half the time
class Deadline:
    """The last day of a time limit, and why it is that day.

    Attributes:
        timescale: the row of the law.
        start: day 0.
        date: the last day on which the limit can be met.
        calendar: the working days it was counted over.
        started_by: the provision that fixed the start, where a case did.
        extended_from: the last day before it was extended, if it was.
        granted_on: the day on which it was extended, if it was.
        met_on: the day on which it was met, in a case in which it was.
        ceased_on: the day on which the duty ended without being met, if it did.
        version: how the limit reads in this case, where that is not how it read on its last day.
        run: which time the procedure ran: 0, and one more for each resubmission.
    """

    timescale: Timescale
    start: dt.date
    date: dt.date
    calendar: WorkingDayCalendar = attrs.field(repr=False)
    started_by: Source | None
    extended_from: dt.date | None
    granted_on: dt.date | None
    met_on: dt.date | None
    ceased_on: dt.date | None
    version: Version | None
    run: int = attrs.field(repr=False)

    def __init__(
        self,
        timescale: Timescale,
        start: dt.date,
        date: dt.date,
        calendar: WorkingDayCalendar,
        started_by: Source | None = None,
        extended_from: dt.date | None = None,
        granted_on: dt.date | None = None,
        met_on: dt.date | None = None,
        ceased_on: dt.date | None = None,
        version: Version | None = None,
        run: int = 0,
    ) -> None:
        """Fill the dict: what attrs would write fetches a setter too, which it does not use."""
        fields = self.__dict__
        fields["timescale"] = timescale
        fields["start"] = start
        fields["date"] = date
        fields["calendar"] = calendar
        fields["started_by"] = started_by
        fields["extended_from"] = extended_from
        fields["granted_on"] = granted_on
        fields["met_on"] = met_on
        fields["ceased_on"] = ceased_on
        fields["version"] = version
        fields["run"] = run

    @property
    def provision(self) -> Source:
        """The paragraph that sets the limit: ``'17(3)'``."""
        return self.timescale.by

    @property
    def limit(self) -> int:
        """The number of units in the limit, day 0 not counted."""
        return self.timescale.limit.number

    @property
    def unit(self) -> str:
        """What the limit is counted in: ``'working day'`` or ``'year'``."""
        return self.timescale.limit.unit

    @property
    def in_working_days(self) -> bool:
        """Whether the limit is counted in working days, rather than by the calendar."""
        return type(self.timescale.versions[-1].limit) is not Years

    @property
    def softened_by(self) -> str:
        """Words that softened the limit on its last day, quoted, or an empty text."""
        return (self.version or self.timescale.version_on(self.date)).softened_by

    @property
    def provisional(self) -> bool:
        """Whether the answer rests on days that GOV.UK has not published yet."""
        later = max(self.start, self.date)
        return self.in_working_days and self.calendar.is_provisional(later)

    @property
    def granted_in_time(self) -> bool:
        """Whether the extension, if there is one, came before the earlier limit had passed."""
        return (
            self.granted_on is None
            or self.extended_from is None
            or self.granted_on <= self.extended_from
        )

    @property
    def readings(self) -> Readings:
        """The readings by which the limit was counted, where they are not the defaults."""
        return self.timescale.readings

    @property
    def day_0(self) -> dt.date:
        """The start; or the next working day, where a reading moves it there (I-17)."""
        return _day_0(self.timescale, self.start, self.calendar)

    def used(self, until: dt.date) -> int:
        """The working days that the limit has used by the end of a day."""
        first = self.day_0  # on a clock that starts later, an agreed start say, none is used
        passed = self.calendar.count(first, max(until, first))
        return passed + _day_1(self.timescale, first, self.calendar)

    def in_time(self, day: dt.date) -> bool:
        """Whether an act on a day keeps the limit."""
        if day <= self.date:
            return True
        counting = self.timescale.counting
        return counting.late_by_count and not self.calendar.count(self.date, day)

    @property
    def _span(self) -> tuple[dt.date, dt.date]:
        """The days that were gone through: after the first of them, up to and with the second."""
        one = dt.timedelta(days=1)
        if isinstance(self.timescale.limit, WorkingDaysBefore):
            return self.date - one, self.start - one
        first = self.day_0
        return first - one * _day_1(self.timescale, first, self.calendar), self.date

    @property
    def skipped(self) -> tuple[NonWorkingDay, ...]:
        """Each day from day 0 to the last that was not counted, with its name and authority."""
        return self.calendar.skipped(*self._span) if self.in_working_days else ()

    @property
    def counted(self) -> tuple[dt.date, ...]:
        """Each working day that was counted, in the order of the calendar."""
        return self.calendar.counted(*self._span) if self.in_working_days else ()

    @property
    def ceiling(self) -> dt.date | None:
        """The furthest day that an extension can reach, or None where there is none."""
        law = procedure_under(LOCAL_AUTHORITY, self.readings)
        for timescale in law.extensions_of(self.provision):
            return last_day(timescale, self.start, self.calendar)
        return None

    def explain(self) -> str:
        """The date and its reasons, in plain words."""
        timescale = self.timescale
        gives = f"gives the {timescale.binds.value} {timescale.limit} to {timescale.what}"
        if isinstance(timescale.limit, WorkingDaysBefore):
            gives = f"has the {timescale.binds.value} {timescale.what} at least {timescale.limit}"
        lines = [
            f"{self._source_words()} {gives}.",
            f"Day 0 is {spoken(self.start)}{self._start_words()}.",
            *self._extension_words(),
            f"The last day is {spoken(self.date)}.",
            *self._counting_words(),
            *self._known_words(),
        ]
        if self.readings.pairs:
            lines.append(f"Read otherwise than by default: {self.readings}.")
        if self.softened_by:
            lines.append(f'At that time the limit read on: "{self.softened_by}".')
        if self.provisional:
            lines.append(
                "Provisional: bank holidays are published to "
                f"{spoken(self.calendar.known_through)}, and a day may still be proclaimed."
            )
        return "\n".join(lines)

    def _source_words(self) -> str:
        law = self.provision.is_law
        return f"Regulation {self.provision}" if law else f"No regulation but {self.provision}"

    def _start_words(self) -> str:
        by = f" ({self.started_by})" if self.started_by else ""
        return f", {self.timescale.runs_from.name}{by}; it is not counted"

    def _extension_words(self) -> list[str]:
        if self.extended_from is None or self.granted_on is None:
            return []
        late = "" if self.granted_in_time else ", too late to spare the earlier limit"
        return [
            f"It was extended on {spoken(self.granted_on)} from {spoken(self.extended_from)}{late}."
        ]

    def _counting_words(self) -> list[str]:
        if not self.in_working_days:
            return ["It is counted by the calendar: its last day is the anniversary of day 0."]
        holidays = [day for day in self.skipped if day.date.weekday() < 5]
        weekend = len(self.skipped) - len(holidays)
        parts = [counted(weekend, "weekend day")]
        parts += [f"{spoken(day.date)} ({day.name})" for day in holidays]
        number = counted(len(self.counted), "working day")
        return [f"{number} counted; skipped: {listed(parts)}."]

    def _known_words(self) -> list[str]:
        known = self.calendar.changes.as_known_on
        if known is None or not self.in_working_days:
            return []
        return [f"The bank holidays are those that were announced by {spoken(known)}."]

    def to_dict(self) -> dict[str, Any]:
        """The same as JSON takes it: dates as ISO text."""
        return {
            "provision": str(self.provision),
            "what": self.timescale.what,
            "binds": self.timescale.binds.value,
            "start": self.start.isoformat(),
            "started_by": self.started_by and str(self.started_by),
            "due": self.date.isoformat(),
            "limit": self.limit,
            "unit": self.unit,
            "extended_from": iso(self.extended_from),
            "granted_on": iso(self.granted_on),
            "met_on": iso(self.met_on),
            "ceased_on": iso(self.ceased_on),
            "softened_by": self.softened_by,
            "readings": self.readings.to_dict(),
            "provisional": self.provisional,
            "skipped": [
                {"date": day.date.isoformat(), "name": day.name, "authority": day.authority}
                for day in self.skipped
            ],
            "calendar": {
                "edition": self.calendar.edition,
                "fingerprint": self.calendar.fingerprint,
            },
            "source": self.provision.url if isinstance(self.provision, Citation) else "",
        }


def _day_0(timescale: Timescale, start: dt.date, calendar: WorkingDayCalendar) -> dt.date:
    if timescale.counting.start_rolls and not calendar.is_working_day(start):
        return calendar.add(start, 1)
    return start


def _day_1(timescale: Timescale, start: dt.date, calendar: WorkingDayCalendar) -> bool:
    """Whether the start itself is counted as day 1, which a reading can make it (I-1)."""
    return timescale.counting.start_counts and calendar.is_working_day(start)


def last_day(
    timescale: Timescale, start: dt.date, calendar: WorkingDayCalendar, *, added: int = 0
) -> dt.date:
    """The last day of a limit that starts on a day; the start is day 0, unless read otherwise.

    ``added`` is a number of working days that the limit itself does not have.
    """
    limit = timescale.versions[-1].limit
    if type(limit) is WorkingDays:
        days, counting = limit.number + added, timescale.counting
        if not (counting.start_rolls or counting.start_counts):
            return calendar.add(start, days)
        first = _day_0(timescale, start, calendar)
        days -= _day_1(timescale, first, calendar)
        return calendar.add(first, days) if days else first
    if isinstance(limit, WorkingDaysBefore):
        return calendar.subtract(start, limit.number)
    return _anniversary(timescale, start, limit.number)


def _anniversary(timescale: Timescale, start: dt.date, years: int) -> dt.date:
    from dateutil.relativedelta import relativedelta  # noqa: PLC0415 - not at import: cost

    try:
        # The corresponding date; 29 February has 28 February (I-13).
        last = start + relativedelta(years=years)
    except ValueError:
        raise OutsideCalendar(
            f"{timescale.limit} after {spoken(start)} is after the last year that there is",
            where="start",
            written=start,
            remedy="Check the year",
        ) from None
    leapt = last.day != start.day and timescale.counting.leap_day_to_march
    return last + dt.timedelta(days=leapt)
