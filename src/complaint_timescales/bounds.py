# SPDX-License-Identifier: MIT
"""Verdicts from dates that are known only to a month, or only within bounds.

A verdict is given just where it holds on every reading of the dates; otherwise it is
``undetermined``, with the least and the most it can be.
"""

from __future__ import annotations

import calendar as months
from datetime import date
from typing import Any

import attrs

from complaint_timescales._assessments import Assessment, assess
from complaint_timescales._dates import checked_date, spoken
from complaint_timescales._errors import DatesOutOfOrder, InvalidDate
from complaint_timescales._vocabulary import Outcome
from complaint_timescales.working_days import WorkingDayCalendar


@attrs.frozen
class Between:
    """A day that is known to lie between two days, both of them possible.

    >>> Between.month(2024, 2)
    Between(earliest=datetime.date(2024, 2, 1), latest=datetime.date(2024, 2, 29))
    """

    earliest: date
    latest: date

    def __attrs_post_init__(self) -> None:
        """Refuse what is not a date, and bounds in the wrong order."""
        checked_date(self.earliest, "Between.earliest")
        if checked_date(self.latest, "Between.latest") < self.earliest:
            raise DatesOutOfOrder(
                f"latest, {spoken(self.latest)}, is before earliest, {spoken(self.earliest)}",
                where="Between",
                remedy="Pass the earliest possible day first",
            )

    @classmethod
    def month(cls, year: int, month: int) -> Between:
        """Some day of a month."""
        try:
            last = months.monthrange(year, month)[1]
            return cls(date(year, month, 1), date(year, month, last))
        except (ValueError, TypeError):
            raise InvalidDate(
                "no such month", where="Between.month", written=(year, month),
                remedy="Pass a year and a month, as month(2024, 2)",
            ) from None  # fmt: skip

    @classmethod
    def day(cls, day: date) -> Between:
        """A day that is known."""
        return cls(day, day)

    def __str__(self) -> str:
        """The day, or both bounds."""
        if self.earliest == self.latest:
            return spoken(self.earliest)
        return f"between {spoken(self.earliest)} and {spoken(self.latest)}"


@attrs.frozen
class BoundedAssessment:
    """What can be said of a time limit from dates within bounds.

    Attributes:
        least: the verdict on the shortest span that the bounds allow.
        most: the verdict on the longest.
        start: the bounds of day 0.
        end: the bounds of the act.
    """

    least: Assessment
    most: Assessment
    start: Between
    end: Between

    @property
    def outcome(self) -> Outcome:
        """The verdict, where it is the same on every reading of the dates."""
        if self.least.outcome is self.most.outcome:
            return self.least.outcome
        return Outcome.UNDETERMINED

    @property
    def working_days(self) -> tuple[int | None, int | None]:
        """The fewest and the most working days after the start, the end taken in."""
        return self.least.working_days, self.most.working_days

    def explain(self) -> str:
        """What holds on every reading, and what depends on the days."""
        few, many = self.working_days
        days = "" if few is None or many is None else f"{few} to {many} working days, "
        span = f"Day 0 is {self.start}, and the act is {self.end}: {days}"
        limit = f"against {self.least.deadline.timescale.limit} under {self.least.provision}."
        if self.outcome is Outcome.UNDETERMINED:
            return f"{span}{limit} It depends on the days, so it cannot be told."
        return f"{span}{limit} {self.outcome.value.capitalize()} on every reading of the dates."

    def to_dict(self) -> dict[str, Any]:
        """The same as JSON takes it."""
        few, many = self.working_days
        return {
            "provision": str(self.least.provision),
            "outcome": self.outcome.value,
            "working_days_min": few,
            "working_days_max": many,
            "due_earliest": self.most.due.isoformat(),
            "due_latest": self.least.due.isoformat(),
        }


def assess_between(
    provision: str,
    start: Between | date,
    end: Between | date,
    *,
    calendar: WorkingDayCalendar | None = None,
) -> BoundedAssessment:
    """Whether a limit was met, from dates that are known only within bounds.

    >>> verdict = assess_between("17(6)", Between.month(2023, 9), Between.month(2024, 2))
    >>> verdict.outcome.value, verdict.working_days
    ('missed', (86, 126))

    The shortest span runs from the latest start to the earliest end, but never backwards: where
    the bounds overlap it starts and ends on one day. Raises what ``assess`` raises, and
    ``DatesOutOfOrder`` where every reading runs backwards.
    """
    start, end = _bounds(start), _bounds(end)
    if end.latest < start.earliest:
        raise DatesOutOfOrder(
            f"the end, {end}, is before the start, {start}, on every reading",
            where=f"assess_between {provision}",
            remedy="Check which of the two is wrong",
        )
    latest = min(start.latest, end.latest)
    shortest = assess(provision, latest, max(latest, end.earliest), calendar=calendar)
    longest = assess(provision, start.earliest, end.latest, calendar=calendar)
    return BoundedAssessment(shortest, longest, start, end)


def _bounds(day: Between | date) -> Between:
    return day if isinstance(day, Between) else Between.day(day)
