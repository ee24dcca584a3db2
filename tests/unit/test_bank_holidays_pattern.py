# SPDX-License-Identifier: MIT
"""The edges of the ordinary pattern: where in the year each day of it can fall.

A first Monday is on the 1st to the 7th, the last of a month with 31 days on the 25th to the 31st.
Easter Sunday is 22 March at the earliest, next in 2285, and 25 April at the latest, next in 2038.
"""

from __future__ import annotations

from datetime import date

import pytest

from complaint_timescales import _bank_holidays
from complaint_timescales._bank_holidays import NonWorkingDay, recorded

FOUND, _ = _bank_holidays._from_library()
PROCLAMATION = "Banking and Financial Dealings Act 1971, section 1(3), royal proclamation"


class TestInside:
    """On the first and on the last day that it can be, a day is ours, however it is spelled."""

    @pytest.mark.parametrize(
        ("day", "text", "name"),
        [
            (date(2029, 1, 1), "The New Year", "New Year's Day"),
            (date(2034, 1, 2), "The New Year", "New Year's Day (substitute day)"),
            (date(2033, 1, 3), "The New Year", "New Year's Day (substitute day)"),
            (date(2026, 3, 20), "GOOD FRIDAY", "Good Friday"),
            (date(2038, 4, 23), "GOOD FRIDAY", "Good Friday"),
            (date(2026, 3, 23), "Monday of Easter", "Easter Monday"),
            (date(2038, 4, 26), "Monday of Easter", "Easter Monday"),
            (date(2028, 5, 1), "First Monday in May", "Early May bank holiday"),
            (date(2029, 5, 7), "First Monday in May", "Early May bank holiday"),
            (date(2026, 5, 25), "Spring day", "Spring bank holiday"),
            (date(2027, 5, 31), "Spring day", "Spring bank holiday"),
            (date(2031, 8, 25), "Late summer", "Summer bank holiday"),
            (date(2026, 8, 31), "Late summer", "Summer bank holiday"),
            (date(2032, 12, 27), "Christmas, in lieu", "Christmas Day (substitute day)"),
            (date(2032, 12, 27), "Boxing Day, in lieu", "Christmas Day (substitute day)"),
            (date(2032, 12, 28), "Christmas, in lieu", "Boxing Day (substitute day)"),
            (date(2032, 12, 28), "Boxing Day, in lieu", "Boxing Day (substitute day)"),
        ],
        ids=str,
    )
    def test_the_day_has_our_name(self, day: date, text: str, name: str) -> None:
        """Each is a weekday, and no special day."""
        assert name == recorded({**FOUND, day: text}, "9.9")[day].name


class TestOutside:
    """On the day before the first, or after the last, the same word is another day's name."""

    @pytest.mark.parametrize(
        ("day", "text"),
        [
            (date(2029, 1, 4), "New Year festival"),
            (date(2026, 3, 19), "Good Friday"),
            (date(2026, 4, 24), "Good Friday"),
            (date(2027, 3, 22), "Easter Monday"),
            (date(2026, 4, 27), "Easter Monday"),
            (date(2026, 4, 30), "Eve of May"),
            (date(2026, 5, 8), "A second day in May"),
            (date(2027, 5, 24), "Spring bank holiday"),
            (date(2026, 6, 1), "Spring bank holiday"),
            (date(2026, 8, 24), "Summer bank holiday"),
            (date(2026, 9, 1), "Summer bank holiday"),
            (date(2026, 12, 24), "Christmas Eve"),
            (date(2026, 12, 29), "A third day of Christmas"),
        ],
        ids=str,
    )
    def test_the_day_keeps_its_name_and_is_taken_to_be_proclaimed(
        self, day: date, text: str
    ) -> None:
        """No paragraph of Schedule 1 and no word of regulation 2 can be about it."""
        assert NonWorkingDay(day, text, PROCLAMATION) == recorded({**FOUND, day: text}, "9.9")[day]
