# SPDX-License-Identifier: MIT
"""Verdicts: the last day for a provision, and whether it was kept."""

from __future__ import annotations

import datetime as dt
from typing import Any

import attrs

from complaint_timescales._citations import Source
from complaint_timescales._dates import checked_date, counted, iso, listed, spoken
from complaint_timescales._deadlines import Deadline, last_day
from complaint_timescales._errors import DatesOutOfOrder, UnknownProvision
from complaint_timescales._kinds import Timescale
from complaint_timescales._readings import DEFAULT, Readings
from complaint_timescales._vocabulary import Outcome
from complaint_timescales.readings import procedure_under
from complaint_timescales.regulations import LOCAL_AUTHORITY
from complaint_timescales.working_days import WorkingDayCalendar, england

# Python 3.11 looks each member of an enumeration up in Python.
_MET, _MISSED = Outcome.MET, Outcome.MISSED


@attrs.frozen(slots=False, init=False)  # as `Deadline`: the faster to make
class Assessment:
    """Whether a time limit was met, and by how much.

    Attributes:
        deadline: the limit and its last day.
        end: the day of the act that meets it, or None.
        as_at: the day from which it is looked at, or None.
    """

    deadline: Deadline
    end: dt.date | None
    as_at: dt.date | None

    def __init__(self, deadline: Deadline, end: dt.date | None, as_at: dt.date | None) -> None:
        """Fill the dict: what attrs would write fetches a setter too, which it does not use."""
        fields = self.__dict__
        fields["deadline"] = deadline
        fields["end"] = end
        fields["as_at"] = as_at

    @property
    def provision(self) -> Source:
        """The paragraph that sets the limit."""
        return self.deadline.provision

    @property
    def readings(self) -> Readings:
        """The readings by which it was judged, where they are not the defaults."""
        return self.deadline.readings

    @property
    def limit(self) -> int:
        """The number of units in the limit."""
        return self.deadline.limit

    @property
    def due(self) -> dt.date:
        """The last day on which the limit can be met."""
        return self.deadline.date

    @property
    def _done(self) -> dt.date | None:
        # What is dated after the day from which we look has not happened yet.
        if self.end is None or (self.as_at is not None and self.end > self.as_at):
            return None
        return self.end

    @property
    def _until(self) -> dt.date | None:
        return self._done or self.as_at

    @property
    def outcome(self) -> Outcome:
        """The verdict."""
        done, as_at = self.end, self.as_at
        if done is not None and (as_at is None or done <= as_at):
            return _MET if self.deadline.in_time(done) else _MISSED
        if as_at is None:
            return Outcome.UNDETERMINED
        return Outcome.RUNNING if self.deadline.in_time(as_at) else Outcome.OVERDUE

    @property
    def working_days(self) -> int | None:
        """Working days after the start, up to and including the act or the day looked from.

        None where neither is known, or where a limit by the calendar starts before the
        Regulations did.
        """
        until, calendar = self._until, self.deadline.calendar
        if until is None or self.deadline.start < calendar.known_from:
            return None
        return self.deadline.used(until)

    @property
    def days_over(self) -> int:
        """Days after the last day, in the unit of the limit (calendar days for a year).

        An act on a non-working day after the last day is late by no whole working day: I-2.
        """
        until = self._until
        if until is None or self.deadline.in_time(until):
            return 0
        if self.deadline.in_working_days:
            return self.deadline.calendar.count(self.due, until)
        return (until - self.due).days

    @property
    def provisional(self) -> bool:
        """Whether the answer rests on days that GOV.UK has not published yet."""
        until = self._until
        return self.deadline.provisional or (
            until is not None
            and self.deadline.in_working_days
            and self.deadline.calendar.is_provisional(until)
        )

    def explain(self) -> str:
        """The verdict and its reasons, in plain words."""
        return f"{self._verdict_words()}\n{self.deadline.explain()}"

    def _verdict_words(self) -> str:
        outcome, until = self.outcome, self._until
        if until is None:
            return "Undetermined: no day of the act and no day to look from were given."
        over = counted(self.days_over, "working day" if self.deadline.in_working_days else "day")
        used = "" if self.working_days is None else f", {counted(self.working_days, 'working day')}"
        return {
            Outcome.MET: f"Met: done on {spoken(until)}{used} after day 0.",
            Outcome.MISSED: f"Missed by {over}: done on {spoken(until)}{used} after day 0.",
            Outcome.RUNNING: f"Running on {spoken(until)}{used} after day 0.",
            Outcome.OVERDUE: f"Overdue by {over} on {spoken(until)}{used} after day 0.",
        }[outcome]

    def to_dict(self) -> dict[str, Any]:
        """The same as JSON takes it: dates as ISO text."""
        return {
            **self.deadline.to_dict(),
            "end": iso(self.end),
            "as_at": iso(self.as_at),
            "outcome": self.outcome.value,
            "working_days": self.working_days,
            "days_over": self.days_over,
            "provisional": self.provisional,
        }


def timescale_of(provision: object, readings: Readings = DEFAULT) -> Timescale:
    """The time limit that a provision sets, or an error that lists those that set one."""
    law = LOCAL_AUTHORITY if readings is DEFAULT else procedure_under(LOCAL_AUTHORITY, readings)
    found = law.timescales.get(provision) if isinstance(provision, str) else None
    if found is not None:
        return found
    known = list(LOCAL_AUTHORITY.timescales)
    names = listed([f"'{name}'" for name in known])
    raise UnknownProvision(
        "no time limit is set by that provision",
        where="provision",
        written=provision,
        remedy=f"{_nearest(str(provision), known)}The time limits are {names}",
    )


def _nearest(written: str, known: list[str]) -> str:
    """A question about what was meant: the same regulation first, then the like spelling."""
    import difflib  # noqa: PLC0415 - for a refusal alone
    import re  # noqa: PLC0415 - the same

    number = re.match(r"\D*(\d+)", written)
    same = [name for name in known if number and name.startswith(f"{number[1]}(")]
    near = difflib.get_close_matches(written, same or known, n=1, cutoff=0 if same else 0.6)
    return f"Did you mean '{near[0]}'? " if near else ""


def due(
    provision: str,
    start: dt.date,
    *,
    calendar: WorkingDayCalendar | None = None,
    readings: Readings = DEFAULT,
) -> Deadline:
    """The last day for what a provision limits, counted from a start date.

    >>> from datetime import date
    >>> due("17(6)", date(2024, 8, 29)).date
    datetime.date(2024, 11, 28)

    The start is day 0, whatever day it is; day 1 is the next working day. A limit of a year
    (8(5), 9(1)) ends on the anniversary. ``calendar`` is England's unless another is given, and
    ``readings`` are the defaults of the interpretations.
    Raises ``UnknownProvision``, ``InvalidDate`` and ``OutsideCalendar``.
    Source: regulation 2 and the provision itself.
    """
    timescale = timescale_of(provision, readings)
    if type(start) is not dt.date:
        start = checked_date(start, "start")
    if calendar is None:
        calendar = england()
    return Deadline(timescale, start, last_day(timescale, start, calendar), calendar)


def assess(
    provision: str,
    start: dt.date,
    end: dt.date | None = None,
    *,
    as_at: dt.date | None = None,
    calendar: WorkingDayCalendar | None = None,
    readings: Readings = DEFAULT,
) -> Assessment:
    """Whether what a provision limits was done in time.

    >>> from datetime import date
    >>> verdict = assess("17(6)", date(2022, 2, 22), date(2022, 6, 14))
    >>> verdict.outcome.value, verdict.working_days, verdict.days_over
    ('missed', 75, 10)

    ``end`` is the day of the act that meets the limit. Without it, ``as_at`` is the day from
    which the limit is looked at: running, or overdue. With neither the outcome is
    undetermined; an ``end`` after ``as_at`` has not happened yet. ``working_days`` leaves the
    start out and takes the end in. Raises what ``due`` raises, and ``DatesOutOfOrder``.
    """
    deadline = due(provision, start, calendar=calendar, readings=readings)
    if end is not None:
        _check_day("end", end, deadline)
    if as_at is not None:
        _check_day("as_at", as_at, deadline)
    return Assessment(deadline, end, as_at)


def _check_day(name: str, day: dt.date, deadline: Deadline) -> None:
    """Refuse what is no date, or lies before the start, or where the calendar does not reach."""
    if (day if type(day) is dt.date else checked_date(day, name)) < deadline.start:
        raise DatesOutOfOrder(
            f"{name}, {spoken(day)}, is before the start, {spoken(deadline.start)}",
            where=f"assess {deadline.provision}",
            rule="a limit runs forward from its start date",
            remedy="Check which of the two dates is wrong",
        )
    # The start is in the calendar, so no later day is before it.
    if day > deadline.calendar.provisional_through and deadline.in_working_days:
        deadline.calendar.is_working_day(day)  # refuses it
