# SPDX-License-Identifier: MIT
"""A figure as it is printed: its value exactly, and to how many places."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from fractions import Fraction
from typing import Final

import attrs

from complaint_timescales._errors import InvalidDocument

_SHAPE: Final = re.compile(
    r"(?P<sign>[-\N{MINUS SIGN}]?)"
    r"(?P<whole>[0-9]{1,3}(?:,[0-9]{3}){1,3}|[0-9]{1,12})(?:\.(?P<rest>[0-9]{1,6}))?\s*%?"
)

_BEYOND: Final = 10**12  # no figure of complaints has more digits than twelve


@attrs.frozen
class Figure:
    """A printed figure.

    Attributes:
        written: as it is printed: ``88%``, ``1,204``.
        value: its value, of which the sign for per cent is no part.
        places: how many decimal places are printed.
    """

    written: str
    value: Fraction
    places: int = 0

    def is_count(self) -> bool:
        """Whether it can be a number of complaints."""
        return self.value >= 0 and self.value.denominator == 1

    def way_from(self, exact: Fraction) -> str:
        """How it is had from an exact value: ``exactly``, ``rounded``, ``truncated``, or not.

        >>> late, in_time = Fraction(3000, 241), Fraction(21100, 241)
        >>> figure_of("12").way_from(late), figure_of("87").way_from(in_time)
        ('rounded', 'truncated')
        """
        if self.value == exact:
            return "exactly"
        scaled, printed = exact * 10**self.places, self.value * 10**self.places
        if printed in {math.floor(scaled + Fraction(1, 2)), math.ceil(scaled - Fraction(1, 2))}:
            return "rounded"
        return "truncated" if printed == math.trunc(scaled) else ""

    def __str__(self) -> str:
        """As it is printed."""
        return self.written


def parsed_figure(text: str) -> Figure | None:
    """The figure in a text, or None where it is no figure and nothing else."""
    found = _SHAPE.fullmatch(text.strip())
    if found is None:
        return None
    rest = found["rest"] or ""
    value = Fraction(f"{found['whole'].replace(',', '')}.{rest or 0}")
    return Figure(text.strip(), -value if found["sign"] else value, len(rest))


def figure_of(value: object) -> Figure:
    """The figure in a whole number, or in a text that keeps the places as printed.

    >>> figure_of("76.1").places, figure_of(241).value
    (1, Fraction(241, 1))
    """
    if isinstance(value, Figure):
        return value
    found = None
    if type(value) is int and abs(value) < _BEYOND:
        found = Figure(str(value), Fraction(value))
    elif isinstance(value, str):
        found = parsed_figure(value)
    if found is None:
        remedy = "Write a whole number, or the figure in quotes as it is printed: '76.1', '88%'"
        raise InvalidDocument("not a figure", written=value, remedy=remedy)
    return found


def figures_of(values: object) -> tuple[Figure, ...]:
    """Several figures."""
    if not isinstance(values, list | tuple) or not values:
        raise InvalidDocument("figures are needed", written=values, remedy="Write [50, 55, 58]")
    return tuple(map(figure_of, values))


def total(figures: Iterable[Figure]) -> Fraction:
    """What figures come to."""
    return sum((figure.value for figure in figures), Fraction(0))


def decimal(value: Fraction, places: int) -> str:
    """A value in figures, rounded to at most so many places.

    >>> decimal(Fraction(21100, 241), 2), decimal(Fraction(79), 2), decimal(Fraction(-1, 2), 1)
    ('87.55', '79', '-0.5')
    """
    scaled = math.floor(abs(value) * 10**places + Fraction(1, 2))
    whole, rest = divmod(scaled, 10**places)
    tail = f"{rest:0{places}d}".rstrip("0") if places else ""
    return f"{'-' if value < 0 and scaled else ''}{whole}{tail and '.' + tail}"
