# SPDX-License-Identifier: MIT
"""Financial years and their quarters, as regulation 13(4) has them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

import attrs

from complaint_timescales._dates import spoken
from complaint_timescales._errors import ComplaintTimescalesError
from complaint_timescales._kinds import COMMENCEMENT
from complaint_timescales.bounds import Between


class InvalidPeriod(ComplaintTimescalesError):
    """A financial year that there is not, or that is not written in full."""


QUARTERS: Final = {
    1: "Q1 (April to June)",
    2: "Q2 (July to September)",
    3: "Q3 (October to December)",
    4: "Q4 (January to March)",
}
"""The quarters of a financial year, each with its months: a bare "Q2" has been read as another."""

MONTHS: Final = (
    "April", "May", "June", "July", "August", "September",
    "October", "November", "December", "January", "February", "March",
)  # fmt: skip
"""The months in the order of a financial year."""


@attrs.frozen(order=True, cache_hash=True)
class FinancialYear:
    """A year of reports: 1 April to 31 March; the first from 1 September 2006, 13(4)(a).

    >>> FinancialYear(2024).label, FinancialYear.of(date(2025, 3, 31)).label
    ('2024/25', '2024/25')

    Source: SI 2006/1738, regulation 13(4).
    """

    begins: int

    @classmethod
    def of(cls, day: date) -> FinancialYear:
        """The financial year that a day is in."""
        return cls(day.year if day.month > 3 else day.year - 1)

    @classmethod
    def named(cls, text: str) -> FinancialYear:
        """The year that is written ``2024/25``, ``2024-25`` or ``2024-2025``."""
        first, mark, second = text.strip().replace("/", "-").partition("-")
        if mark and len(first) == 4 and first.isdecimal() and second.isdecimal():
            following = int(first) + 1
            if second in (str(following), f"{following % 100:02}") and following > 2006:
                return cls(int(first))
        raise InvalidPeriod(
            "not a financial year",
            where="year",
            written=text,
            rule="regulation 13(4): 1 April to 31 March, from 2006",
            remedy="Write both of its years, such as 2024/25",
        )

    @property
    def label(self) -> str:
        """``2024/25``."""
        return f"{self.begins}/{(self.begins + 1) % 100:02}"

    @property
    def first_day(self) -> date:
        """1 April; or 1 September 2006, when the Regulations came into force."""
        return max(date(self.begins, 4, 1), COMMENCEMENT)

    @property
    def last_day(self) -> date:
        """31 March."""
        return date(self.begins + 1, 3, 31)

    def __str__(self) -> str:
        """``1 April 2024 to 31 March 2025``."""
        return f"{in_words(self.first_day)} to {in_words(self.last_day)}"


def in_words(day: date) -> str:
    """A day without its weekday: ``1 April 2024``."""
    return spoken(day).partition(" ")[2]


def quarter_of(day: date) -> int:
    """The quarter of the financial year that a day is in, from 1 to 4."""
    return (day.month - 4) % 12 // 3 + 1


def month_of(day: date) -> int:
    """The month of the financial year that a day is in: 0 for April, 11 for March."""
    return (day.month - 4) % 12


def settled(day: date | Between | None) -> date | None:
    """A day to put a case into a quarter by, where every reading of it gives the same one."""
    if not isinstance(day, Between):
        return day
    first, last = day.earliest, day.latest
    same = FinancialYear.of(first) == FinancialYear.of(last)
    return first if same and quarter_of(first) == quarter_of(last) else None


def years_between(first: FinancialYear, last: FinancialYear) -> Iterator[FinancialYear]:
    """Every year from one to another, both of them included."""
    return map(FinancialYear, range(first.begins, last.begins + 1))
