# SPDX-License-Identifier: MIT
"""Regulation 2, interpretation: which days are working days.

https://www.legislation.gov.uk/uksi/2006/1738/regulation/2

Every date here was worked on paper; nothing is taken from what the calendar answers.
"""

from __future__ import annotations

from datetime import date

import pytest

from complaint_timescales.working_days import WorkingDayCalendar

pytestmark = pytest.mark.reg("2")

ENGLAND = WorkingDayCalendar.england()


class TestWeekendsAreNotWorkingDays:
    """Regulation 2 leaves out every Saturday and Sunday."""

    @pytest.mark.parametrize(
        ("day", "expected"),
        [
            (date(2024, 8, 30), True),
            (date(2024, 8, 31), False),
            (date(2024, 9, 1), False),
            (date(2024, 9, 2), True),
        ],
        ids=["friday", "saturday", "sunday", "monday"],
    )
    def test_a_weekend_is_out_and_the_days_beside_it_are_in(
        self, day: date, expected: bool
    ) -> None:
        """30 August 2024 is a Friday, and the Monday after it is 2 September."""
        assert expected == ENGLAND.is_working_day(day)

    @pytest.mark.parametrize(
        ("day", "name", "words"),
        [
            (date(2024, 8, 31), "Saturday", "a Saturday"),
            (date(2024, 9, 1), "Sunday", "Sunday"),
            (date(2027, 12, 25), "Christmas Day", "Christmas Day"),
            (date(2026, 12, 26), "Boxing Day", "Boxing Day"),
            (date(2027, 12, 26), "Boxing Day", "Boxing Day"),
            (date(2022, 12, 25), "Christmas Day", "Christmas Day"),
        ],
        ids=str,
    )
    def test_a_weekend_day_is_named_by_the_words_that_take_it_out(
        self, day: date, name: str, words: str
    ) -> None:
        """25 and 26 December keep their names at a weekend, for regulation 2 names them as well."""
        reason = ENGLAND.why_not(day)

        assert reason is not None
        assert (day, name, f'regulation 2: "{words}"') == (
            reason.date,
            reason.name,
            reason.authority,
        )


class TestNamedDaysAreNotWorkingDays:
    """Regulation 2 names Christmas Day, Boxing Day and Good Friday."""

    @pytest.mark.parametrize(
        ("day", "name"),
        [
            (date(2024, 12, 25), "Christmas Day"),
            (date(2024, 12, 26), "Boxing Day"),
            (date(2024, 3, 29), "Good Friday"),
            (date(2025, 4, 18), "Good Friday"),
            (date(2026, 4, 3), "Good Friday"),
        ],
        ids=str,
    )
    def test_a_named_day_is_out_by_the_words_of_the_regulation(self, day: date, name: str) -> None:
        """Easter Sunday is 31 March in 2024, 20 April in 2025 and 5 April in 2026."""
        reason = ENGLAND.why_not(day)

        assert reason is not None
        assert (name, f'regulation 2: "{name}"') == (reason.name, reason.authority)

    @pytest.mark.parametrize(
        "day", [date(2024, 12, 24), date(2024, 12, 27), date(2024, 3, 28)], ids=str
    )
    def test_the_weekday_beside_it_counts(self, day: date) -> None:
        """Christmas Eve, the Friday after Boxing Day and Maundy Thursday are working days."""
        assert ENGLAND.is_working_day(day)
        assert ENGLAND.why_not(day) is None


class TestBankHolidaysAreNotWorkingDays:
    """Regulation 2 leaves out a bank holiday under the Act of 1971, statutory or proclaimed."""

    @pytest.mark.parametrize(
        ("day", "basis"),
        [
            (date(2025, 1, 1), "section 1(3)"),
            (date(2025, 4, 21), "Schedule 1, paragraph 1"),
            (date(2025, 5, 5), "section 1(3)"),
            (date(2025, 5, 26), "Schedule 1, paragraph 1"),
            (date(2025, 8, 25), "Schedule 1, paragraph 1"),
            (date(2021, 12, 27), "Schedule 1, paragraph 1"),
            (date(2021, 12, 28), "section 1(3)"),
            (date(2022, 6, 2), "section 1(2)"),
            (date(2022, 9, 19), "section 1(3)"),
        ],
        ids=str,
    )
    def test_the_authority_is_the_part_of_the_act_that_makes_it_one(
        self, day: date, basis: str
    ) -> None:
        """Some days are in Schedule 1; the others exist because they were proclaimed."""
        reason = ENGLAND.why_not(day)

        assert reason is not None
        assert reason.authority.startswith(f"Banking and Financial Dealings Act 1971, {basis}")

    @pytest.mark.parametrize(
        "day",
        [
            date(2024, 1, 2),
            date(2024, 8, 5),
            date(2024, 12, 2),
            date(2025, 3, 17),
            date(2025, 7, 14),
            date(2026, 6, 15),
        ],
        ids=[
            "2 January",
            "first Monday in August",
            "St Andrew's",
            "St Patrick's",
            "the Boyne",
            "World Cup",
        ],
    )
    def test_a_holiday_elsewhere_in_the_kingdom_counts(self, day: date) -> None:
        """The Regulations apply to England only, so a Scottish or Northern Irish day is worked."""
        assert ENGLAND.is_working_day(day)

    @pytest.mark.parametrize(
        "day",
        [date(2022, 9, 12), date(2024, 12, 27), date(2024, 12, 31), date(2024, 10, 29)],
        ids=["national mourning", "office closure", "New Year's Eve", "half term"],
    )
    def test_a_day_that_the_definition_does_not_mention_counts(self, day: date) -> None:
        """Closing an office or a school, or mourning, takes no day out of the count."""
        assert ENGLAND.is_working_day(day)


class TestMovedHolidays:
    """A bank holiday that was moved is two changes: one day more, one day less."""

    @pytest.mark.parametrize(
        ("lost", "instead"),
        [
            (date(2012, 5, 28), date(2012, 6, 4)),
            (date(2020, 5, 4), date(2020, 5, 8)),
            (date(2022, 5, 30), date(2022, 6, 2)),
        ],
        ids=["2012", "2020", "2022"],
    )
    def test_the_old_day_counts_and_the_new_one_does_not(self, lost: date, instead: date) -> None:
        """In 2012 and 2022 the last Monday in May was worked, in 2020 the first."""
        assert (True, False) == (ENGLAND.is_working_day(lost), ENGLAND.is_working_day(instead))

    @pytest.mark.parametrize(
        ("start", "n", "expected"),
        [
            (date(2012, 5, 25), 1, date(2012, 5, 28)),
            (date(2012, 6, 1), 1, date(2012, 6, 6)),
            (date(2020, 4, 30), 2, date(2020, 5, 4)),
            (date(2020, 5, 7), 1, date(2020, 5, 11)),
            (date(2022, 5, 27), 1, date(2022, 5, 30)),
            (date(2022, 6, 1), 1, date(2022, 6, 6)),
        ],
        ids=str,
    )
    def test_counting_follows_the_move(self, start: date, n: int, expected: date) -> None:
        """Friday to Monday over a lost day; past two days off and a weekend to the next day on.

        1 June 2012 is a Friday; Monday 4 and Tuesday 5 are off, so the next is Wednesday 6.
        30 April 2020 is a Thursday; Friday is the first and Monday 4 May the second.
        7 May 2020 is a Thursday; Friday 8 is off, so the next is Monday 11.
        1 June 2022 is a Wednesday; Thursday and Friday are off, so the next is Monday 6.
        """
        assert expected == ENGLAND.add(start, n)


class TestTheFirstDayIsDayNought:
    """A period of n working days from a day leaves that day out."""

    @pytest.mark.parametrize(
        ("start", "expected"),
        [
            (date(2024, 11, 1), date(2024, 11, 4)),
            (date(2024, 11, 2), date(2024, 11, 4)),
            (date(2024, 11, 3), date(2024, 11, 4)),
            (date(2024, 11, 4), date(2024, 11, 5)),
        ],
        ids=["friday", "saturday", "sunday", "monday"],
    )
    def test_day_one_is_the_next_working_day(self, start: date, expected: date) -> None:
        """Monday is day one from Friday, Saturday and Sunday alike; Tuesday from Monday."""
        assert expected == ENGLAND.add(start, 1)

    @pytest.mark.parametrize(
        ("start", "expected"),
        [
            (date(2026, 5, 2), date(2026, 5, 5)),
            (date(2026, 12, 24), date(2026, 12, 29)),
            (date(2027, 12, 31), date(2028, 1, 4)),
            (date(2024, 2, 28), date(2024, 2, 29)),
            (date(2024, 2, 29), date(2024, 3, 1)),
        ],
        ids=["before early May", "Christmas", "New Year", "to a leap day", "from a leap day"],
    )
    def test_day_one_passes_over_what_does_not_count(self, start: date, expected: date) -> None:
        """The next weekday may be off, and so may the one after.

        2 May 2026 is a Saturday and Monday 4 is off, so Tuesday 5.
        24 December 2026 is a Thursday; Friday 25 and the weekend are off, and so is Monday 28 in
        place of Saturday 26, so Tuesday 29.
        31 December 2027 is a Friday; Monday 3 January is off in place of Saturday 1, so Tuesday 4.
        29 February 2024 is a Thursday like any other.
        """
        assert expected == ENGLAND.add(start, 1)


class TestWorkedPeriods:
    """Whole periods: one published, the others worked on paper."""

    def test_sixty_five_days_are_thirteen_clear_weeks(self) -> None:
        """The Ombudsman's date, Cornwall 25 005 179: from 29 August 2024 by 28 November 2024.

        No bank holiday falls between, so 65 days are thirteen weeks, Thursday to Thursday. Counting
        29 August as day one would give the Wednesday.
        """
        assert date(2024, 11, 28) == ENGLAND.add(date(2024, 8, 29), 65)

    def test_twenty_five_days_are_five_clear_weeks(self) -> None:
        """Thursday 29 August 2024, and five weeks without a holiday: Thursday 3 October."""
        assert date(2024, 10, 3) == ENGLAND.add(date(2024, 8, 29), 25)

    def test_ten_days_over_christmas(self) -> None:
        """From Monday 16 December 2024.

        17, 18, 19, 20 are 1 to 4; 23, 24 are 5, 6; 27 is 7; 30, 31 are 8, 9; 1 January is off; so
        10 is Thursday 2 January 2025.
        """
        assert date(2025, 1, 2) == ENGLAND.add(date(2024, 12, 16), 10)

    def test_sixty_five_days_over_christmas(self) -> None:
        """From Monday 16 December 2024: thirteen weeks end on Monday 17 March 2025.

        Three weekdays in between are off (25 and 26 December, 1 January), so three more: Tuesday,
        Wednesday, Thursday 20 March.
        """
        assert date(2025, 3, 20) == ENGLAND.add(date(2024, 12, 16), 65)

    def test_ten_days_over_easter(self) -> None:
        """From Monday 3 April 2023.

        4, 5, 6 are 1 to 3; Friday 7 and Monday 10 are off; 11 to 14 are 4 to 7; 17, 18, 19 are
        8, 9, 10: Wednesday 19 April.
        """
        assert date(2023, 4, 19) == ENGLAND.add(date(2023, 4, 3), 10)

    def test_ten_days_over_the_coronation(self) -> None:
        """From Friday 28 April 2023.

        Monday 1 May is off; 2 to 5 are 1 to 4; Monday 8 is off; 9 to 12 are 5 to 8; 15, 16 are
        9, 10: Tuesday 16 May.
        """
        assert date(2023, 5, 16) == ENGLAND.add(date(2023, 4, 28), 10)

    def test_ten_days_over_the_state_funeral(self) -> None:
        """From Friday 9 September 2022.

        12 to 16 are 1 to 5; Monday 19 is off; 20 to 23 are 6 to 9; 10 is Monday 26 September.
        """
        assert date(2022, 9, 26) == ENGLAND.add(date(2022, 9, 9), 10)

    def test_ten_days_over_the_platinum_jubilee(self) -> None:
        """From Friday 27 May 2022.

        30, 31, 1 June are 1 to 3; 2 and 3 are off; 6 to 10 are 4 to 8; 13, 14 are 9, 10: Tuesday
        14 June.
        """
        assert date(2022, 6, 14) == ENGLAND.add(date(2022, 5, 27), 10)

    def test_five_days_over_two_substitute_days(self) -> None:
        """From Monday 20 December 2021.

        21 to 24 are 1 to 4; the weekend is Christmas; Monday 27 and Tuesday 28 are off in its
        place; 5 is Wednesday 29 December.
        """
        assert date(2021, 12, 29) == ENGLAND.add(date(2021, 12, 20), 5)

    def test_ten_days_over_three_substitute_days(self) -> None:
        """From Monday 20 December 2021, of which 29 December is 5.

        30, 31 are 6, 7; Monday 3 January is off in place of Saturday 1; 4, 5, 6 are 8, 9, 10:
        Thursday 6 January 2022.
        """
        assert date(2022, 1, 6) == ENGLAND.add(date(2021, 12, 20), 10)

    def test_ten_days_from_a_saturday(self) -> None:
        """From Saturday 23 March 2024.

        25 to 28 are 1 to 4; Friday 29 and Monday 1 April are off; 2 to 5 are 5 to 8; 8, 9 are
        9, 10: Tuesday 9 April. Treating it as received on Monday would give Wednesday.
        """
        assert date(2024, 4, 9) == ENGLAND.add(date(2024, 3, 23), 10)

    def test_ten_days_from_good_friday(self) -> None:
        """From Friday 29 March 2024.

        Monday 1 April is off; 2 to 5 are 1 to 4; 8 to 12 are 5 to 9; 10 is Monday 15 April.
        """
        assert date(2024, 4, 15) == ENGLAND.add(date(2024, 3, 29), 10)

    def test_fifteen_days_from_christmas_eve(self) -> None:
        """From Wednesday 24 December 2025.

        25, 26 are off; 29, 30, 31 are 1 to 3; 1 January is off; 2 is 4; 5 to 9 are 5 to 9; 12 to 16
        are 10 to 14; 15 is Monday 19 January 2026.
        """
        assert date(2026, 1, 19) == ENGLAND.add(date(2025, 12, 24), 15)


class TestTheDaysAroundALimit:
    """Counting up to the day before a limit, the day itself and the day after."""

    @pytest.mark.parametrize(
        ("end", "expected"),
        [
            (date(2024, 11, 27), 64),
            (date(2024, 11, 28), 65),
            (date(2024, 11, 29), 66),
            (date(2024, 11, 30), 66),
            (date(2024, 12, 1), 66),
            (date(2024, 12, 2), 67),
        ],
        ids=["day before", "day", "day after", "saturday after", "sunday after", "monday after"],
    )
    def test_a_working_day_adds_one_and_a_weekend_nothing(self, end: date, expected: int) -> None:
        """Thursday 28 November 2024 is the 65th working day after 29 August 2024."""
        assert expected == ENGLAND.count(date(2024, 8, 29), end)

    @pytest.mark.parametrize(
        ("end", "expected"),
        [
            (date(2024, 12, 16), 0),
            (date(2024, 12, 24), 6),
            (date(2024, 12, 25), 6),
            (date(2024, 12, 26), 6),
            (date(2024, 12, 27), 7),
        ],
        ids=str,
    )
    def test_a_holiday_adds_nothing(self, end: date, expected: int) -> None:
        """From Monday 16 December 2024: 24 December is the sixth, 27 December the seventh."""
        assert expected == ENGLAND.count(date(2024, 12, 16), end)
