# SPDX-License-Identifier: MIT
"""How the facts of an event are checked: the validators and converters that events share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import Enum
from typing import Any, TypeVar

import attrs

from complaint_timescales._dates import checked_date, listed, spoken
from complaint_timescales._errors import DatesOutOfOrder, InvalidFact
from complaint_timescales._vocabulary import Ground, OmbudsmanDecision, StageOutcome

_E = TypeVar("_E", bound=Enum)
_Field = attrs.Attribute  # the second argument of every validator


def a_date(event: Any, field: _Field[Any], value: object) -> None:
    """Refuse what is not a plain date."""
    checked_date(value, f"{event.name}.{field.name}")


def a_date_or_none(event: Any, field: _Field[Any], value: object) -> None:
    """Refuse what is neither a plain date nor None."""
    if value is not None:
        a_date(event, field, value)


def no_later_than_on(event: Any, field: _Field[Any], value: date | None) -> None:
    """Refuse a date that can only lie before the event, and does not."""
    if value is not None and value > event.on:
        raise _impossible(event, field.name, value, "after")


def no_earlier_than_on(event: Any, field: _Field[Any], value: date | None) -> None:
    """Refuse a date that can only lie after the event, and does not."""
    if value is not None and value < event.on:
        raise _impossible(event, field.name, value, "before")


def _impossible(event: Any, name: str, value: date, order: str) -> DatesOutOfOrder:
    return DatesOutOfOrder(
        f"{name}, {spoken(value)}, cannot be {order} the day of the event, {spoken(event.on)}",
        where=event.name,
        remedy="Check both dates against the file",
    )


def _a_kind(kind: type, words: str) -> Callable[[Any, _Field[Any], object], None]:
    def check(event: Any, field: _Field[Any], value: object) -> None:
        # A bool is an int to Python, and never a number of days here.
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise InvalidFact(
                f"{words} is needed, not {type(value).__name__}",
                where=f"{event.name}.{field.name}",
                written=value,
                remedy=f"Pass {words}",
            )

    return check


true_or_false = _a_kind(bool, "True or False")
text = _a_kind(str, "text")
whole_number = _a_kind(int, "a whole number")
true_false_or_none = attrs.validators.optional(true_or_false)
text_or_none = attrs.validators.optional(text)


def _one_of(kind: type[_E], value: object, where: str) -> _E:
    try:
        return kind(value)
    except ValueError:
        words = listed([repr(member.value) for member in kind], last="or")
        raise InvalidFact(
            f"not a known {where}", where=where, written=value, remedy=f"Write {words}"
        ) from None


def a_ground(value: object) -> Ground:
    """One of the four grounds, from itself or its word."""
    return _one_of(Ground, value, "ground")


def a_decision(value: object) -> OmbudsmanDecision:
    """A Local Commissioner's decision, from itself or its word."""
    return _one_of(OmbudsmanDecision, value, "decision")


def a_finding_or_none(value: object) -> StageOutcome | None:
    """What was found at the end of a stage, from itself or its word, or None."""
    return None if value is None else _one_of(StageOutcome, value, "outcome")
