# SPDX-License-Identifier: MIT
"""Financial years and quarters, regulation 13(4)."""

from __future__ import annotations

from datetime import date

import pytest

from complaint_timescales.bounds import Between
from complaint_timescales.monitoring import FinancialYear, InvalidPeriod
from complaint_timescales.monitoring._periods import (
    MONTHS,
    QUARTERS,
    in_words,
    month_of,
    quarter_of,
    settled,
    years_between,
)


class TestYears:
    """1 April to 31 March."""

    @pytest.mark.parametrize(
        ("day", "label"),
        [
            (date(2024, 3, 31), "2023/24"),
            (date(2024, 4, 1), "2024/25"),
            (date(2025, 3, 31), "2024/25"),
            (date(2025, 4, 1), "2025/26"),
            (date(2006, 9, 1), "2006/07"),
            (date(2100, 3, 31), "2099/00"),
        ],
    )
    def test_a_day_is_in_the_year_that_began_last(self, day: date, label: str) -> None:
        """The day before, the day, and the last day."""
        assert label == FinancialYear.of(day).label

    def test_the_first_began_with_the_regulations(self) -> None:
        """13(4)(a): 1 September 2006 to 31 March 2007."""
        assert "1 September 2006 to 31 March 2007" == str(FinancialYear(2006))
        assert "1 April 2007 to 31 March 2008" == str(FinancialYear(2007))

    @pytest.mark.parametrize("text", ["2024/25", "2024-25", "2024-2025", " 2024/2025 "])
    def test_it_is_named_by_both_of_its_years(self, text: str) -> None:
        """With either mark, short or long."""
        assert FinancialYear(2024) == FinancialYear.named(text)

    def test_the_turn_of_the_century_is_written_00(self) -> None:
        """2099/00."""
        assert FinancialYear(2099) == FinancialYear.named("2099/00")

    @pytest.mark.parametrize(
        "text",
        [
            "2024",
            "",
            "24/25",
            "2024/26",
            "2024/2026",
            "2024/",
            "2005/06",
            "2024/5",
            "x/25",
            "²024/25",
        ],
    )
    def test_anything_else_is_refused(self, text: str) -> None:
        """One year, years apart, years before the Regulations."""
        with pytest.raises(InvalidPeriod, match="not a financial year") as refused:
            FinancialYear.named(text)

        assert refused.value.remedy == "Write both of its years, such as 2024/25"

    def test_the_year_before_the_first_is_none_and_the_first_is_one(self) -> None:
        """2006/07."""
        assert FinancialYear(2006) == FinancialYear.named("2006/07")

    def test_years_are_in_order_and_listed_with_both_ends(self) -> None:
        """Three of them."""
        years = list(years_between(FinancialYear(2022), FinancialYear(2024)))

        assert ["2022/23", "2023/24", "2024/25"] == [year.label for year in years]
        assert years[0] < years[1] < years[2]


class TestQuarters:
    """Four, each with its months."""

    @pytest.mark.parametrize(
        ("day", "quarter"),
        [
            ((4, 1), 1), ((6, 30), 1), ((7, 1), 2), ((9, 30), 2),
            ((10, 1), 3), ((12, 31), 3), ((1, 1), 4), ((3, 31), 4),
        ],
    )  # fmt: skip
    def test_each_has_its_first_and_last_day(self, day: tuple[int, int], quarter: int) -> None:
        """Both ends of all four."""
        assert quarter == quarter_of(date(2024, *day))

    def test_their_names_have_their_months(self) -> None:
        """A bare Q2 has been read as another."""
        for number, name in QUARTERS.items():
            first, last = MONTHS[3 * number - 3], MONTHS[3 * number - 1]
            assert name == f"Q{number} ({first} to {last})"

    def test_months_are_counted_from_april(self) -> None:
        """0 for April, 8 for December, 11 for March."""
        found = [month_of(date(2024, month, 1)) for month in (4, 12, 3)]

        assert [0, 8, 11] == found
        assert ["April", "December", "March"] == [MONTHS[n] for n in found]


class TestSettled:
    """A day to put a case into a quarter by."""

    @pytest.mark.parametrize(
        ("day", "placed"),
        [
            (None, None),
            (date(2024, 8, 29), date(2024, 8, 29)),
            (Between.month(2024, 9), date(2024, 9, 1)),
            (Between(date(2024, 7, 1), date(2024, 9, 30)), date(2024, 7, 1)),
            (Between(date(2024, 9, 30), date(2024, 10, 1)), None),
            (Between(date(2024, 7, 1), date(2025, 7, 1)), None),
        ],
    )
    def test_bounds_are_placed_where_every_day_of_them_is(
        self, day: date | Between | None, placed: date | None
    ) -> None:
        """Not across a quarter, nor from a quarter to that of the next year."""
        assert settled(day) == placed

    def test_a_day_in_words_has_no_weekday(self) -> None:
        """1 April 2024."""
        assert "1 April 2024" == in_words(date(2024, 4, 1))
