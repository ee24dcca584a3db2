# SPDX-License-Identifier: MIT
"""Which reading of each interpretation is used: one frozen value, carried by every result."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import attrs

from complaint_timescales._dates import listed
from complaint_timescales._errors import ComplaintTimescalesError

if TYPE_CHECKING:
    from complaint_timescales.interpretations import Interpretation


def _interpretations() -> Mapping[str, Interpretation]:
    # Every program has the defaults; few ask for anything else, and then all of it is loaded.
    from complaint_timescales.interpretations import INTERPRETATIONS  # noqa: PLC0415

    return INTERPRETATIONS


class InvalidReading(ComplaintTimescalesError):
    """An interpretation or an option that there is not, or that no date can be worked out by."""


@attrs.frozen
class Readings:
    """The readings that differ from the defaults; none differs unless it is named.

    >>> readings = Readings.of({"I-17": "next_working_day"})
    >>> readings.option("I-17"), readings.option("I-1")
    ('next_working_day', 'day_0')

    Attributes:
        pairs: the number of each interpretation and the option taken, in order of the number.
    """

    pairs: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, changed: Mapping[str, str]) -> Readings:
        """The defaults with these options in place of theirs; a default named is no change."""
        for number, option in changed.items():
            _checked(number, option)
        found = {n: o for n, o in changed.items() if o != _interpretations()[n].default.name}
        return cls(tuple(sorted(found.items(), key=lambda pair: int(pair[0].partition("-")[2]))))

    @property
    def changed(self) -> Mapping[str, str]:
        """The option taken in place of the default, by the number of the interpretation."""
        return MappingProxyType(dict(self.pairs))

    def option(self, number: str) -> str:
        """The option taken of an interpretation."""
        return self.changed.get(number, _interpretations()[number].default.name)

    def and_also(self, number: str, option: str) -> Readings:
        """These with one more."""
        return Readings.of({**self.changed, number: option})

    def to_dict(self) -> dict[str, str]:
        """The changed options, as JSON takes them."""
        return dict(self.pairs)

    def __str__(self) -> str:
        """``every default``, or what differs."""
        words = [f"{number} '{option}'" for number, option in self.pairs]
        return listed(words) if words else "every default"


DEFAULT: Final = Readings()
"""Every default."""


def _checked(number: object, option: object) -> None:
    known = _interpretations()
    if number not in known:
        import difflib  # noqa: PLC0415 - for a refusal alone

        near = difflib.get_close_matches(str(number), known, n=1)
        raise InvalidReading(
            "no interpretation has that number",
            where="readings",
            written=number,
            remedy=f"Did you mean '{near[0]}'?" if near else "Write 'I-17'",
        )
    names = [each.name for each in known[str(number)].options]
    if option not in names:
        raise InvalidReading(
            f"{number} has no such option",
            where="readings",
            written=option,
            remedy=f"Write {listed([repr(name) for name in names], last='or')}",
        )
