# SPDX-License-Identifier: MIT
"""What an invariant is: a statement with its source, and a check that tries to break it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs

from complaint_timescales._dates import listed
from complaint_timescales._errors import ComplaintTimescalesError


class InvariantBroken(AssertionError):
    """An implementation breaks an invariant; the message says with what."""


class NotApplicable(ComplaintTimescalesError):
    """An invariant that asks for methods that an implementation does not have."""


def hold(holds: bool, what: str) -> None:  # noqa: FBT001 - a condition, as of `assert`
    """Refuse what does not hold."""
    if not holds:
        raise InvariantBroken(what)


def first_of(kind: type[Exception], law: Callable[[Any], None], subject: object) -> None:
    """Run a law; where Hypothesis finds several faults at once, raise the one of this kind."""
    try:
        law(subject)
    except ExceptionGroup as several:
        faults = several.exceptions
        raise next((each for each in faults if isinstance(each, kind)), faults[0]) from several


@attrs.frozen(kw_only=True)
class Invariant:
    """A law that every correct implementation obeys.

    Attributes:
        letter: what it is called in the catalogue.
        name: the same in a word or two.
        statement: what holds.
        source: where it comes from: the provision, or the defect that it would have found.
        needs: the methods of an implementation that it asks for.
    """

    letter: str
    name: str
    statement: str
    source: str
    needs: tuple[str, ...]
    law: Callable[[Any], None] = attrs.field(repr=False, eq=False)

    def applies_to(self, implementation: object) -> bool:
        """Whether an implementation has every method that the check asks for."""
        return not self._missing(implementation)

    def check(self, implementation: object) -> None:
        """Try to break the law, with as many examples as the Hypothesis profile says.

        Raises ``InvariantBroken`` for the simplest example found that breaks it, whatever the
        implementation raises by itself, and ``NotApplicable`` where it lacks a method.
        """
        missing = self._missing(implementation)
        if missing:
            raise NotApplicable(
                f"invariant ({self.letter}), {self.name}, asks for {listed(missing)}",
                where=type(implementation).__name__,
                remedy="Add the methods, or leave this invariant out: see applies_to()",
            )
        first_of(InvariantBroken, self.law, implementation)

    def _missing(self, implementation: object) -> list[str]:
        return [name for name in self.needs if not hasattr(implementation, name)]


@attrs.frozen
class Checked:
    """What came of one invariant.

    Attributes:
        invariant: the invariant.
        outcome: ``holds``, ``broken`` or ``not applicable``.
        because: the message, where it does not hold or cannot be checked.
    """

    invariant: Invariant
    outcome: str
    because: str = ""
