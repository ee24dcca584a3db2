# SPDX-License-Identifier: MIT
"""Percentages, means and medians out of whole numbers, rounded one way that a caption can state.

Nothing here is worked out in binary fractions, so that a half is a half.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import Final

from complaint_timescales._errors import ComplaintTimescalesError

HOW_PERCENTAGES: Final = (
    "Percentages are whole numbers that add up to 100: each is rounded down, and what is then left "
    "of the 100 goes to those that lost most by it, of equal losses to the larger count and then "
    "to the one that stands first."
)
HOW_PERCENT: Final = "A percentage is rounded to the nearest {unit}, a half upwards."
HOW_MEAN: Final = "A mean is rounded to one decimal place, a half upwards."
HOW_MEDIAN: Final = (
    "A median is exact: the middle figure, or halfway between the two in the middle."
)
_UNITS: Final = {0: "whole number", 1: "tenth", 2: "hundredth"}


def how_percent(places: int = 0) -> str:
    """How ``percent`` rounds to so many places, in a sentence.

    >>> how_percent(1)
    'A percentage is rounded to the nearest tenth, a half upwards.'
    """
    return HOW_PERCENT.format(unit=_UNITS.get(places, f"figure of {places} decimal places"))


def percentages(parts: Sequence[int]) -> tuple[int | None, ...]:
    """Whole percentages of the sum of some counts, which add up to 100.

    The stage 1 complaints of Sandwell in 2022/23, 211 in time and 30 late; and three thirds:

    >>> percentages([211, 30]), percentages([1, 1, 1])
    ((88, 12), (34, 33, 33))

    By largest remainder: each is rounded down, and the units that are missing from 100 go to the
    largest remainders; of equal remainders the larger count comes first, and then the earlier.
    So no count has a smaller percentage than a smaller count. Where the counts come to nothing
    there is no percentage, and each is None.
    """
    whole = sum(_counts(parts))
    if not whole:
        return (None,) * len(parts)
    floors = [part * 100 // whole for part in parts]
    order = sorted(range(len(parts)), key=lambda i: (-(parts[i] * 100 % whole), -parts[i], i))
    for index in order[: 100 - sum(floors)]:
        floors[index] += 1
    return tuple(floors)


def percent(part: int, whole: int, places: int = 0) -> int | float | None:
    """One percentage, rounded to so many decimal places, a half upwards.

    >>> percent(211, 241), percent(211, 241, 1), percent(1, 8), percent(3, 0)
    (88, 87.6, 13, None)

    None of a whole of nothing. A part may be greater than its whole: a year can see more requests
    for stage 2 than it saw complaints. Of several parts of one whole ``percentages`` is the one
    that adds up.
    """
    _counts((part, whole))
    return _divided(part * 100, whole, places) if whole else None


def mean(total: int, count: int) -> float | None:
    """A mean, rounded to one decimal place, a half upwards; None of nothing.

    The seven stage 2 figures that Sandwell published for 2022/23 come to 533 working days:

    >>> mean(533, 7), mean(1, 4), mean(0, 0)
    (76.1, 0.3, None)
    """
    _counts((total, count))
    return float(_divided(total, count, 1)) if count else None


def median(counter: Mapping[int, int]) -> int | float | None:
    """The median of figures, given how many there are of each; None of nothing.

    >>> median({75: 1, 57: 1, 81: 1, 53: 1, 80: 1, 96: 1, 91: 1}), median({10: 2, 20: 1, 13: 1})
    (80, 11.5)

    Exact: of an even number of figures it is halfway between the two in the middle.
    """
    number = sum(_counts(counter.values()))
    if not number:
        return None
    both = _at(counter, (number - 1) // 2) + _at(counter, number // 2)
    return both / 2 if both % 2 else both // 2


def _at(counter: Mapping[int, int], place: int) -> int:
    """The figure at a place, counted from 0, among all of them in order."""
    figures = sorted(counter)
    passed = accumulate(counter[figure] for figure in figures)
    return next(figure for figure, upto in zip(figures, passed, strict=True) if upto > place)


def _divided(part: int, whole: int, places: int) -> int | float:
    scale: int = 10**places
    scaled = (2 * part * scale + whole) // (2 * whole)  # a half is added, and then rounded down
    return scaled / scale if places else scaled


def _counts(numbers: Iterable[int]) -> list[int]:
    counts = list(numbers)
    for number in counts:
        if type(number) is not int or number < 0:
            raise ComplaintTimescalesError(
                "a count is a whole number of at least 0",
                where="rounding",
                written=number,
                remedy="Count again: nothing is rounded that cannot be a count",
            )
    return counts
