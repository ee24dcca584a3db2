# SPDX-License-Identifier: MIT
"""Every day of the calendar against tables that were made without it.

``data/england_bank_holidays.csv`` holds the weekday bank holidays of England from 2006 to 2040:
``official`` from the lists on GOV.UK, ``reconstructed`` before them, ``projected`` after them.
"""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest
from dateutil.easter import easter

from complaint_timescales.working_days import NonWorkingDay, WorkingDayCalendar

TABLE = Path(__file__).parents[1] / "data" / "england_bank_holidays.csv"
ENGLAND = WorkingDayCalendar.england()
BY_DATE = {holiday.date: holiday for holiday in ENGLAND.bank_holidays}
REGULATION_2 = "regulation 2: "
ACT = "Banking and Financial Dealings Act 1971, "


def rows() -> list[dict[str, str]]:
    """The committed table, from the day on which the Regulations came into force."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return [row for row in csv.DictReader(lines) if row["date"] >= "2006-09-01"]


ROWS = rows()
KNOWN = [row for row in ROWS if row["status"] in {"official", "reconstructed"}]


def weekdays_off(year: int) -> list[date]:
    """The weekdays of a year, from September 2006, that the calendar does not count."""
    first = max(date(year, 1, 1), date(2006, 9, 1))
    days = (first + timedelta(days=n) for n in range((date(year, 12, 31) - first).days + 1))
    return [day for day in days if day.weekday() < 5 and not ENGLAND.is_working_day(day)]


def monday(year: int, month: int, *, last: bool = False) -> date:
    """The first or the last Monday of a month that has 31 days."""
    days = [date(year, month, number) for number in range(1, 32)]
    mondays = [day for day in days if day.weekday() == 0]
    return mondays[-1 if last else 0]


def pattern(year: int) -> set[date]:
    """The weekdays off in a year without anything special, from the Act and the yearly practice."""
    sunday = easter(year)
    days = {sunday - timedelta(days=2), sunday + timedelta(days=1)}
    days |= {monday(year, 5), monday(year, 5, last=True), monday(year, 8, last=True)}
    wanted = [date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)]
    days |= {day for day in wanted if day.weekday() < 5}
    for day in wanted:
        instead = day
        while instead.weekday() > 4 or (day.weekday() > 4 and instead in days):
            instead += timedelta(days=1)
        days.add(instead)
    return days


class TestEveryDay:
    """No day differs from the tables."""

    @pytest.mark.parametrize("year", range(2006, 2029))
    def test_a_year_that_is_known_has_the_published_days(self, year: int) -> None:
        """The weekdays that do not count are those of the published list, and no others."""
        assert [
            date.fromisoformat(row["date"]) for row in KNOWN if row["date"].startswith(f"{year}")
        ] == weekdays_off(year)

    @pytest.mark.parametrize("year", range(2029, 2041))
    def test_a_year_that_is_projected_has_the_days_of_the_table(self, year: int) -> None:
        """The provisional years agree with a projection that was compiled separately."""
        assert [
            date.fromisoformat(row["date"]) for row in ROWS if row["date"].startswith(f"{year}")
        ] == weekdays_off(year)

    @pytest.mark.parametrize("year", range(2029, 2101))
    def test_a_provisional_year_follows_the_ordinary_pattern(self, year: int) -> None:
        """Easter, three Mondays, the New Year and Christmas, with the weekdays in their place."""
        assert sorted(pattern(year)) == weekdays_off(year)

    def test_the_pattern_itself_gives_the_published_ordinary_years(self) -> None:
        """What the other test projects with is right about every published year of the pattern."""
        special = {2006, 2011, 2012, 2020, 2022, 2023}  # 2006 begins in September
        ordinary = set(range(2007, 2029)) - special
        projected = sorted(day for year in ordinary for day in pattern(year))

        assert [
            day for row in KNOWN if (day := date.fromisoformat(row["date"])).year in ordinary
        ] == projected

    def test_weekends_never_count(self) -> None:
        """Not one Saturday or Sunday from 2006 to 2100 is a working day."""
        saturday = date(2006, 9, 2)
        weeks = (date(2100, 12, 31) - saturday).days // 7
        both = (0, 1)
        weekend = [saturday + timedelta(days=7 * n + k) for n in range(weeks) for k in both]

        assert [] == [day for day in weekend if ENGLAND.is_working_day(day)]

    def test_the_table_reaches_the_end_of_what_is_known(self) -> None:
        """The last published day is in the last known year, and the first projected one after."""
        assert KNOWN[-1]["date"] <= ENGLAND.known_through.isoformat()
        assert f"{ENGLAND.known_through.year + 1}-01-01" == ROWS[len(KNOWN)]["date"]


class TestEveryRow:
    """Name and authority agree with the table, row by row."""

    @pytest.mark.parametrize("row", ROWS, ids=lambda row: row["date"])
    def test_the_name_is_that_of_the_table(self, row: dict[str, str]) -> None:
        """Our names say of a substitute that it is one, and are otherwise those in use."""
        holiday = BY_DATE[date.fromisoformat(row["date"])]

        assert row["name"].casefold() == holiday.name.removesuffix(" (substitute day)").casefold()

    @pytest.mark.parametrize("row", ROWS, ids=lambda row: row["date"])
    def test_the_authority_is_that_of_the_table(self, row: dict[str, str]) -> None:
        """Common law days and 26 December by regulation 2, the others by the part of the Act."""
        authority = BY_DATE[date.fromisoformat(row["date"])].authority
        boxing_day = row["date"].endswith("-12-26")
        expected = {
            "common-law": (REGULATION_2,),
            "schedule": (REGULATION_2 if boxing_day else f"{ACT}Schedule 1, paragraph 1: ",),
            "proclamation": (f"{ACT}section 1(3), ",),
            "special": (f"{ACT}section 1(2), ", f"{ACT}section 1(3), "),
        }

        assert authority.startswith(expected[row["basis"]])


# 25 December falls on -> the weekdays off in December, as in the years of the table.
CHRISTMAS = {
    "Friday": ([25, 28], [2009, 2015, 2020, 2026, 2037]),
    "Saturday": ([27, 28], [2010, 2021, 2027, 2032, 2038]),
    "Sunday": ([26, 27], [2011, 2016, 2022, 2033, 2039]),
    "Monday to Thursday": ([25, 26], [2006, 2007, 2012, 2019, 2024, 2025, 2040]),
}
NEW_YEAR = {
    "Saturday": (3, [2011, 2022, 2028, 2033, 2039]),
    "Sunday": (2, [2012, 2017, 2023, 2034, 2040]),
    "weekday": (1, [2007, 2010, 2020, 2024, 2026]),
}


class TestSubstituteDays:
    """Christmas and the New Year, for each weekday that they can begin on."""

    @pytest.mark.parametrize(
        ("year", "days"),
        [
            pytest.param(year, days, id=f"25 December on {weekday}, {year}")
            for weekday, (days, years) in CHRISTMAS.items()
            for year in years
        ],
    )
    def test_december_has_its_two_days(self, year: int, days: list[int]) -> None:
        """Two weekdays are off, whatever weekday Christmas Day is."""
        found = [day for day in weekdays_off(year) if day.month == 12]

        assert [date(year, 12, number) for number in days] == found

    @pytest.mark.parametrize(
        ("year", "number"),
        [
            pytest.param(year, number, id=f"1 January on {weekday}, {year}")
            for weekday, (number, years) in NEW_YEAR.items()
            for year in years
        ],
    )
    def test_january_has_its_one_day(self, year: int, number: int) -> None:
        """The Monday stands in for a Saturday or a Sunday."""
        found = [day for day in weekdays_off(year) if day.month == 1]

        assert [date(year, 1, number)] == found


class TestSpecialDays:
    """The eight days outside the pattern and the three that it lost."""

    @pytest.mark.parametrize(
        "row", [row for row in ROWS if row["basis"] == "special"], ids=lambda row: row["date"]
    )
    def test_a_special_day_does_not_count(self, row: dict[str, str]) -> None:
        """A day appointed for the occasion is a bank holiday."""
        assert isinstance(ENGLAND.why_not(date.fromisoformat(row["date"])), NonWorkingDay)

    def test_there_are_eight_in_the_table(self) -> None:
        """One in 2011, two in 2012, one in 2020, three in 2022, one in 2023."""
        special = [row["date"][:4] for row in ROWS if row["basis"] == "special"]

        assert ["2011", "2012", "2012", "2020", "2022", "2022", "2022", "2023"] == special

    @pytest.mark.parametrize(
        "day", [date(2012, 5, 28), date(2020, 5, 4), date(2022, 5, 30)], ids=str
    )
    def test_a_lost_day_counts(self, day: date) -> None:
        """The ordinary holiday of that year was a working day."""
        assert ENGLAND.is_working_day(day)
