# SPDX-License-Identifier: MIT
"""What a chart draws: the names and the figures of it, and nothing of how."""

from __future__ import annotations

import attrs


@attrs.frozen(kw_only=True)
class Figures:
    """What is drawn.

    Attributes:
        unit: what is counted.
        categories: the names along the axis.
        series: the names of the series, at most four.
        values: for each category, the figure of each series, or None.
        marks: the same in words.
    """

    unit: str
    categories: tuple[str, ...]
    series: tuple[str, ...]
    values: tuple[tuple[int | float | None, ...], ...]
    marks: tuple[tuple[str, ...], ...]

    @property
    def highest(self) -> float:
        """The greatest figure."""
        return max(value for row in self.values for value in row if value is not None)

    def told(self, place: int) -> list[int | float]:
        """The figures of a series that there are."""
        return [value for row in self.values if (value := row[place]) is not None]
