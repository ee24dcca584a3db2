# SPDX-License-Identifier: MIT
"""Percentages, means and medians: exact, rounded one way, and told in words."""

from __future__ import annotations

import pytest

from complaint_timescales import ComplaintTimescalesError
from complaint_timescales.monitoring._rounding import (
    HOW_MEAN,
    HOW_MEDIAN,
    HOW_PERCENTAGES,
    how_percent,
    mean,
    median,
    percent,
    percentages,
)


class TestPercentages:
    """Whole percentages that add up."""

    @pytest.mark.parametrize(
        ("parts", "expected"),
        [
            ((211, 30), (88, 12)),  # 87.55 and 12.45: 87 and 12, and .55 is the larger remainder
            ((1, 1, 1), (34, 33, 33)),  # equal in all: the first
            ((1, 5), (17, 83)),  # 16.67 and 83.33
            ((1, 3, 4), (12, 38, 50)),  # 12.5 and 37.5 lose a half each: the larger count
            ((3, 1, 4), (38, 12, 50)),  # and wherever it stands
            ((0, 7, 0), (0, 100, 0)),
            ((1, 0, 999), (0, 0, 100)),  # 0.1 and 99.9
            ((), ()),
        ],
    )
    def test_by_largest_remainder(self, parts: tuple[int, ...], expected: tuple[int, ...]) -> None:
        assert expected == percentages(parts)

    def test_of_nothing_there_are_none(self) -> None:
        assert (None, None) == percentages([0, 0])

    @pytest.mark.parametrize("wrong", [-1, 1.0, True, "3"])
    def test_what_is_no_count_is_refused(self, wrong: object) -> None:
        with pytest.raises(ComplaintTimescalesError, match="whole number of at least 0"):
            percentages([1, wrong])  # type: ignore[list-item]

    def test_a_caption_can_say_how(self) -> None:
        assert HOW_PERCENTAGES.startswith("Percentages are whole numbers that add up to 100: ")


class TestPercent:
    """One percentage, a half upwards."""

    @pytest.mark.parametrize(
        ("part", "whole", "places", "expected"),
        [
            (211, 241, 0, 88),
            (30, 241, 1, 12.4),  # 12.448
            (1, 8, 0, 13),  # 12.5
            (1, 8, 1, 12.5),
            (1, 200, 0, 1),  # 0.5
            (99, 20_000, 0, 0),  # 0.495
            (1, 16, 1, 6.3),  # 6.25
            (1, 16, 2, 6.25),
            (23, 20, 0, 115),  # a part may be greater
            (0, 5, 0, 0),
            (3, 0, 0, None),
        ],
    )
    def test_it_is_rounded(
        self, part: int, whole: int, places: int, expected: float | None
    ) -> None:
        assert expected == percent(part, whole, places)

    def test_without_places_it_is_whole(self) -> None:
        assert isinstance(percent(1, 3), int)

    @pytest.mark.parametrize(
        ("places", "unit"),
        [(0, "whole number"), (1, "tenth"), (2, "hundredth"), (3, "figure of 3 decimal places")],
    )
    def test_a_caption_can_say_how(self, places: int, unit: str) -> None:
        assert f"A percentage is rounded to the nearest {unit}, a half upwards." == (
            how_percent(places)
        )


class TestMean:
    """One place, a half upwards."""

    @pytest.mark.parametrize(
        ("total", "count", "expected"),
        [
            (533, 7, 76.1),  # 76.14
            (1, 4, 0.3),  # 0.25, which is 0.2 by rounding to even
            (3, 20, 0.2),  # 0.15, which binary fractions hold as less
            (0, 3, 0.0),
            (0, 0, None),
        ],
    )
    def test_it_is_rounded(self, total: int, count: int, expected: float | None) -> None:
        assert expected == mean(total, count)

    def test_a_caption_can_say_how(self) -> None:
        assert HOW_MEAN == "A mean is rounded to one decimal place, a half upwards."


class TestMedian:
    """Exact, from how many there are of each figure."""

    @pytest.mark.parametrize(
        ("counter", "expected"),
        [
            ({5: 1}, 5),
            ({9: 1, 3: 2}, 3),
            ({10: 2, 13: 1, 20: 1}, 11.5),
            ({10: 1, 20: 1}, 15),
            ({0: 3, 1: 3}, 0.5),
            ({7: 0, 8: 2}, 8),  # of 7 there are none
            ({75: 1, 57: 1, 81: 1, 53: 1, 80: 1, 96: 1, 91: 1}, 80),  # Sandwell 2022/23
            ({}, None),
            ({4: 0}, None),
        ],
    )
    def test_it_is_the_middle(self, counter: dict[int, int], expected: float | None) -> None:
        assert expected == median(counter)

    def test_where_it_is_whole_it_is_a_whole_number(self) -> None:
        assert isinstance(median({10: 1, 20: 1}), int)

    def test_a_caption_can_say_how(self) -> None:
        assert HOW_MEDIAN.startswith("A median is exact: ")
