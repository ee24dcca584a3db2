# SPDX-License-Identifier: MIT
"""When the public was told: of each special day, and of each further year."""

from __future__ import annotations

from datetime import date

import pytest

from complaint_timescales._announcements import SPECIAL_DAYS, SpecialDay, published_through

BY_DATE = {special.date: special for special in SPECIAL_DAYS}


class TestAnnounced:
    """A day, or a month of which the last day counts."""

    def test_a_day_is_known_from_its_announcement(self) -> None:
        """The State Funeral: 10 September 2022."""
        funeral = BY_DATE[date(2022, 9, 19)]

        assert (date(2022, 9, 10), "announced on Saturday 10 September 2022") == (
            funeral.known_from,
            funeral.announced_words,
        )

    def test_a_month_counts_from_its_last_day(self) -> None:
        """The Diamond Jubilee: some day of January 2010, so by the 31st at the latest."""
        jubilee = BY_DATE[date(2012, 6, 5)]

        assert (date(2010, 1, 31), "announced in January 2010") == (
            jubilee.known_from,
            jubilee.announced_words,
        )

    @pytest.mark.parametrize("special", SPECIAL_DAYS, ids=lambda special: str(special.date))
    def test_nobody_was_told_too_late(self, special: SpecialDay) -> None:
        """Every special day was announced before it came, and before what it displaced."""
        assert special.known_from < min(special.date, special.replaces or special.date)


class TestPublished:
    """The last year of the list."""

    def test_with_no_day_it_is_what_is_known_here(self) -> None:
        """To the end of 2028."""
        assert date(2028, 12, 31) == published_through(None)

    def test_it_never_shrinks(self) -> None:
        """On the first of every month from 2006 to 2030."""
        reached = [
            published_through(date(y, m, 1)) for y in range(2006, 2031) for m in range(1, 13)
        ]

        assert sorted(reached) == reached

    def test_the_next_year_is_always_known_by_christmas(self) -> None:
        """Of every year to 2027."""
        assert all(
            published_through(date(year, 12, 25)) >= date(year + 1, 12, 31)
            for year in range(2006, 2028)
        )
