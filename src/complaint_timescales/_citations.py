# SPDX-License-Identifier: MIT
"""Where a rule is written: one spelling for a provision, and its address."""

from __future__ import annotations

import re
from typing import Final, Self

from complaint_timescales._errors import UnknownProvision

INSTRUMENT: Final = "SI 2006/1738"
INSTRUMENT_TITLE: Final = (
    "The Children Act 1989 Representations Procedure (England) Regulations 2006"
)
INSTRUMENT_URL: Final = "https://www.legislation.gov.uk/uksi/2006/1738"

_NUMBER: Final = "[1-9][0-9]?"
_FORM: Final = re.compile(rf"({_NUMBER})(?:\(({_NUMBER})\))?(?:\(([a-z])\))?(?:\(([ivx]+)\))?")


class Citation(str):
    """A provision of the Regulations, written one way only.

    It is text, so it compares, hashes, searches and exports as text.

    >>> Citation("17(4)(b)") == "17(4)(b)"
    True
    >>> Citation("17(4)(b)").regulation
    '17'
    >>> Citation("19(4)").url
    'https://www.legislation.gov.uk/uksi/2006/1738/regulation/19#regulation-19-4'
    """

    __slots__ = ()
    is_law = True

    def __new__(cls, text: object) -> Self:
        """Accept ``19``, ``19(4)``, ``14(3)(b)``, ``11(1)(a)(ii)``, and refuse any other form."""
        if not isinstance(text, str) or _FORM.fullmatch(text) is None:
            raise UnknownProvision(
                "that is not how a provision is written",
                where="provision",
                written=text,
                remedy="Write '19(4)' or '14(3)(b)'",
            )
        return super().__new__(cls, text)

    def __repr__(self) -> str:
        """Valid Python."""
        return f"Citation({str(self)!r})"

    @property
    def parts(self) -> tuple[str, ...]:
        """The numbers and letters from the regulation down: ``('14', '3', 'b')``."""
        found = _FORM.fullmatch(self)
        assert found is not None  # the constructor let no other form in
        return tuple(part for part in found.groups() if part is not None)

    @property
    def regulation(self) -> str:
        """The number of the regulation that the provision stands in."""
        return self.parts[0]

    @property
    def url(self) -> str:
        """The official text, at the paragraph."""
        address = f"{INSTRUMENT_URL}/regulation/{self.regulation}"
        below = "-".join(self.parts)
        return address if len(self.parts) == 1 else f"{address}#regulation-{below}"


class Elsewhere(str):
    """A source that is not the Regulations: guidance, practice, another instrument.

    It is never mistaken for a provision, and has no paragraph.

    >>> Elsewhere("practice: mediation").is_law
    False
    """

    __slots__ = ()
    is_law = False

    def __repr__(self) -> str:
        """Valid Python."""
        return f"Elsewhere({str(self)!r})"


Source = Citation | Elsewhere
