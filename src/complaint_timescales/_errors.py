# SPDX-License-Identifier: MIT
"""Every error: fields first, and the message made of the fields."""

from __future__ import annotations

from datetime import date
from typing import Any


class ComplaintTimescalesError(ValueError):
    """The base of every error that the library raises about what it was given.

    Attributes:
        what: what is wrong, in a sentence without its full stop.
        where: the case, row, column or argument, or an empty text.
        written: the value as it was written, or None.
        rule: the provision or the rule of the library that decides, or an empty text.
        remedy: what to do about it, or an empty text.
    """

    def __init__(
        self,
        what: str,
        *,
        where: str = "",
        written: object = None,
        rule: str = "",
        remedy: str = "",
    ) -> None:
        """Build the message from its parts."""
        self.what = what
        self.where = where
        self.written = written
        self.rule = rule
        self.remedy = remedy
        super().__init__(self._message())

    def _message(self) -> str:
        head = f"{self.where}: {self.what}" if self.where else self.what
        if self.written is not None:
            head = f"{head}; as written: {_shown(self.written)}"
        if self.rule:
            head = f"{head} ({self.rule})"
        return f"{head}. {self.remedy}" if self.remedy else head

    def __reduce__(self) -> tuple[Any, ...]:
        """Survive pickling, whatever the constructor of the class takes."""
        return _rebuilt, (type(self), self.args), self.__dict__.copy()


def _shown(written: object) -> str:
    """A date as people write it, anything else so that it can be told apart."""
    try:
        return str(written) if type(written) is date else repr(written)
    except (ValueError, RecursionError):  # a number of thousands of digits, or lists in lists
        return f"a value of type {type(written).__name__} that is too long to show"


def _rebuilt(cls: type[ComplaintTimescalesError], args: tuple[Any, ...]) -> object:
    error = cls.__new__(cls)
    error.args = args
    return error


class InvalidDate(ComplaintTimescalesError):
    """A value that is not a date, or a date that cannot be."""


class InvalidCount(ComplaintTimescalesError):
    """A number of days that is not a whole number of at least one."""


class OutsideCalendar(ComplaintTimescalesError):
    """A date, or an answer, that lies outside the days that the calendar covers."""


class InvalidHoliday(ComplaintTimescalesError):
    """A change to the calendar that regulation 2 or the Act of 1971 leaves no room for."""


class UnknownProvision(ComplaintTimescalesError):
    """A provision that sets no time limit, or is not written the one way."""


class DatesOutOfOrder(ComplaintTimescalesError):
    """Two dates that cannot stand in the order given; both are named."""


class InvalidDocument(ComplaintTimescalesError):
    """A case document that cannot be read; ``where`` is the path to the fault."""


class InvalidTable(ComplaintTimescalesError):
    """A table that cannot be read at all: a missing file or column, an unreadable encoding."""


class InvalidFact(ComplaintTimescalesError):
    """A fact of an event that is not of the kind the event needs."""


class CannotWrite(ComplaintTimescalesError):
    """A file that cannot be written; what stood in its place still stands there."""
