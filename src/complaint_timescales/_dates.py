# SPDX-License-Identifier: MIT
"""Dates in, and dates in words."""

from __future__ import annotations

from datetime import date, datetime

from complaint_timescales._errors import InvalidDate


def checked_date(value: object, where: str) -> date:
    """The value, if it is a plain date; anything else is refused, never converted."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, datetime):
        remedy = (
            "A day has no time: cut it to the date in Europe/London yourself, and pass "
            f"date({value.year}, {value.month}, {value.day}) if that is the day"
        )
    elif isinstance(value, str):
        remedy = "Text is never guessed at: pass a date, such as date.fromisoformat('2024-08-29')"
    else:
        remedy = "Pass a datetime.date, such as date(2024, 8, 29)"
    kind = type(value).__name__
    raise InvalidDate(f"a date is needed, not {kind}", where=where, written=value, remedy=remedy)


# strftime follows the locale of the program that imports us; an explanation must not.
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip


def spoken(day: date) -> str:
    """A date as people write it: ``Thursday 29 August 2024``."""
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def iso(day: date | None) -> str | None:
    """A date as JSON takes it."""
    return None if day is None else day.isoformat()


def listed(items: list[str], *, last: str = "and") -> str:
    """Items as a phrase: ``a``, ``a and b``, ``a, b and c``."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def counted(number: int, noun: str) -> str:
    """A number with its noun: ``1 working day``, ``2 working days``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
