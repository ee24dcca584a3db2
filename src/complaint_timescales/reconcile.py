# SPDX-License-Identifier: MIT
"""A stated figure beside its two dates: which convention gives it, or which single slip would."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Final

import attrs

from complaint_timescales._dates import checked_date, spoken
from complaint_timescales._errors import InvalidCount, OutsideCalendar
from complaint_timescales.conventions import (
    EVERY_CONVENTION,
    START_DAY_NOT_COUNTED,
    Convention,
    reconcile,
)
from complaint_timescales.working_days import WorkingDayCalendar

__all__ = ["Reconciliation", "Slip", "reconciliation_of"]

_SHIFTS: Final = (
    ("one day earlier", timedelta(days=-1)),
    ("one day later", timedelta(days=1)),
    ("one week earlier", timedelta(days=-7)),
    ("one week later", timedelta(days=7)),
)
_EXCHANGED: Final = "day and month exchanged"
_YEARS: Final = (("the year before", -1), ("the year after", 1))
_ORDER: Final = tuple(how for how, _ in (*_SHIFTS, (_EXCHANGED, None), *_YEARS))


@attrs.frozen
class Slip:
    """One date written otherwise, with which a convention gives the stated figure.

    Attributes:
        which: the date that would be wrong: ``'start'`` or ``'end'``.
        written: the date as it was given.
        corrected: the date with which the figure is right.
        how: what the corrected date is beside the other: ``'one day later'``.
        convention: the likeliest convention that then gives the figure.
    """

    which: str
    written: date
    corrected: date
    how: str
    convention: Convention

    def __str__(self) -> str:
        """``with the end on Tuesday 14 June 2022 (one day later): start day counted``."""
        return self.words(f"the {self.which}")

    def words(self, called: str) -> str:
        """The same, where the date is called something else."""
        return f"with {called} on {spoken(self.corrected)} ({self.how}): {self.convention.name}"

    def to_dict(self) -> dict[str, str]:
        """The same as JSON takes it: dates as ISO text."""
        return {
            "which": self.which,
            "written": self.written.isoformat(),
            "corrected": self.corrected.isoformat(),
            "how": self.how,
            "convention": self.convention.name,
        }


@attrs.frozen(kw_only=True)
class Reconciliation:
    """What can be said about a figure that is stated for two dates.

    Attributes:
        start: the first date.
        end: the second, which may be the earlier: a slip can be why.
        stated: the figure.
        by_law: the working days after the start, up to and with the end; None where the end is
            the earlier.
        conventions: what gives the figure, the law's first and then the likeliest.
        slips: where no convention gives it, each single slip that would explain it: the law's
            convention first, and of one convention the smallest slip first.
        calendar: the working days it was counted over.
    """

    start: date
    end: date
    stated: int
    by_law: int | None
    conventions: tuple[Convention, ...]
    slips: tuple[Slip, ...]
    calendar: WorkingDayCalendar = attrs.field(repr=False)

    def __bool__(self) -> bool:
        """Whether a convention gives the figure from the dates as they stand."""
        return bool(self.conventions)

    def explain(self) -> str:
        """What gives the figure, or what would, in plain words."""
        stated = f"{self.stated} from {spoken(self.start)} to {spoken(self.end)}"
        law = f"By the Regulations' way of counting it is {self.by_law}."
        if self.conventions:
            ways = [f"- {convention.name}." for convention in self.conventions]
            return "\n".join([f"{stated} is given by:", *ways, law])
        if self.by_law is None:
            law = "The end is before the start."
        lines = [f"{stated}: no convention known here gives it.", law]
        if not self.slips:
            return "\n".join([*lines, "No single slip in either date would explain it."])
        lines.append("A single slip would explain it:")
        lines += [f"- {slip}." for slip in self.slips]
        return "\n".join([*lines, "Nothing was changed: ask which dates it was counted from."])

    def to_dict(self) -> dict[str, Any]:
        """The same as JSON takes it: dates as ISO text."""
        return {
            "start": self.start.isoformat(),
            "end": self.end.isoformat(),
            "stated": self.stated,
            "by_law": self.by_law,
            "conventions": [convention.name for convention in self.conventions],
            "slips": [slip.to_dict() for slip in self.slips],
            "calendar": {
                "edition": self.calendar.edition,
                "fingerprint": self.calendar.fingerprint,
            },
        }


def reconciliation_of(
    start: date, end: date, stated: int, *, calendar: WorkingDayCalendar | None = None
) -> Reconciliation:
    """Which conventions give a stated figure, or else which single slips would explain it.

    >>> found = reconciliation_of(date(2022, 3, 28), date(2022, 6, 13), 57)
    >>> found.by_law, found.conventions
    (50, ())
    >>> for slip in found.slips:
    ...     print(slip)
    with the end on Tuesday 14 June 2022 (one day later): bank holidays ignored, start day counted

    A slip is one of the two dates a day out, a week out, or a year out, or its day and month
    exchanged. ``calendar`` is England's unless another is given.
    Raises ``InvalidDate``, ``InvalidCount`` and ``OutsideCalendar``; dates in the wrong order are
    no error, for a slip may be the reason.
    """
    calendar = WorkingDayCalendar.england() if calendar is None else calendar
    for name, day in (("start", start), ("end", end)):
        _refuse_outside(checked_date(day, name), name, calendar)
    _refuse_no_figure(stated)
    ordered = start <= end
    giving = _giving(start, end, stated, calendar)
    return Reconciliation(
        start=start,
        end=end,
        stated=stated,
        by_law=START_DAY_NOT_COUNTED.count(start, end, calendar) if ordered else None,
        conventions=giving,
        slips=() if giving else _slips(start, end, stated, calendar),
        calendar=calendar,
    )


def _refuse_outside(day: date, where: str, calendar: WorkingDayCalendar) -> None:
    if not _covered(day, calendar):
        first, last = spoken(calendar.known_from), spoken(calendar.provisional_through)
        raise OutsideCalendar(
            f"{spoken(day)} is outside the calendar",
            where=where,
            written=day,
            rule=f"the calendar runs from {first} to {last}",
            remedy="Check the year: nothing is known about working days outside it",
        )


def _covered(day: date, calendar: WorkingDayCalendar) -> bool:
    return calendar.known_from <= day <= calendar.provisional_through


def _refuse_no_figure(stated: object) -> None:
    if not isinstance(stated, int) or isinstance(stated, bool) or stated < 0:
        raise InvalidCount(
            "a stated number of days is a whole number, 0 or more",
            where="stated",
            written=stated,
            remedy="Pass an int such as 57",
        )


def _giving(
    start: date, end: date, stated: int, calendar: WorkingDayCalendar
) -> tuple[Convention, ...]:
    if end < start:
        return ()
    return reconcile(start, end, stated, calendar, among=EVERY_CONVENTION)


def _slips(start: date, end: date, stated: int, calendar: WorkingDayCalendar) -> tuple[Slip, ...]:
    found = []
    for which, day in (("start", start), ("end", end)):
        for how, other in _otherwise(day):
            first, last = (other, end) if which == "start" else (start, other)
            if not _covered(other, calendar):
                continue
            giving = _giving(first, last, stated, calendar)
            found += [Slip(which, day, other, how, convention) for convention in giving[:1]]
    found.sort(key=lambda s: (EVERY_CONVENTION.index(s.convention), _ORDER.index(s.how)))
    return tuple(found)


def _otherwise(day: date) -> Iterator[tuple[str, date]]:
    """A date as it may have been meant, the smallest slip first."""
    for how, shift in _SHIFTS:
        yield how, day + shift
    if day.day <= 12 and day.day != day.month:
        yield _EXCHANGED, day.replace(month=day.day, day=day.month)
    if (day.month, day.day) != (2, 29):  # which is no day of the year before or after
        for how, years in _YEARS:
            yield how, day.replace(year=day.year + years)
