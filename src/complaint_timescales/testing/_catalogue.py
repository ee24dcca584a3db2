# SPDX-License-Identifier: MIT
"""The catalogue of invariants, and all of them at once."""

from __future__ import annotations

from typing import Final

from complaint_timescales.testing._calendar_laws import OF_COUNTING
from complaint_timescales.testing._case_laws import OF_CASES
from complaint_timescales.testing._invariants import Checked, Invariant

INVARIANTS: Final[dict[str, Invariant]] = {
    each.letter: each
    for each in sorted((*OF_COUNTING, *OF_CASES), key=lambda each: (len(each.letter), each.letter))
}
"""Every invariant by its letter."""


def check_all(implementation: object) -> tuple[Checked, ...]:
    """Each invariant of the catalogue tried on an implementation, whatever comes of the others.

    >>> class Standstill:
    ...     def add(self, start, n):
    ...         return start
    >>> found = {each.invariant.name: each.outcome for each in check_all(Standstill())}
    >>> found["order is kept"], found["counting undoes adding"]
    ('broken', 'not applicable')
    """
    return tuple(_checked(invariant, implementation) for invariant in INVARIANTS.values())


def _checked(invariant: Invariant, implementation: object) -> Checked:
    if not invariant.applies_to(implementation):
        return Checked(invariant, "not applicable")
    try:
        invariant.check(implementation)
    except Exception as error:  # noqa: BLE001 - whatever a user's code raises breaks the law
        return Checked(invariant, "broken", f"{type(error).__name__}: {error}")
    return Checked(invariant, "holds")
