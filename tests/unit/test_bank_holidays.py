# SPDX-License-Identifier: MIT
"""The bank holidays of England: their names, their authority, and the check on their source."""

from __future__ import annotations

import pickle
from collections import Counter
from datetime import date, timedelta

import pytest

from complaint_timescales import _bank_holidays
from complaint_timescales._bank_holidays import (
    LOST_DAYS,
    SPECIAL_DAYS,
    CalendarChanges,
    NonWorkingDay,
    bank_holidays,
    bank_holidays_elsewhere,
    recorded,
)
from complaint_timescales._errors import ComplaintTimescalesError

ACT = "Banking and Financial Dealings Act 1971"
SCHEDULE = f"{ACT}, Schedule 1, paragraph 1"
PROCLAMATION = f"{ACT}, section 1(3), royal proclamation"
SPECIAL = f"{ACT}, section 1(3), royal proclamation of a special day"
IN_PLACE = f"{ACT}, section 1(2), royal proclamation in place of a day in Schedule 1"
DECEMBER_27 = f'{SCHEDULE}: "27th December in a year in which 25th or 26th December is a Sunday"'

FOUND, _ = _bank_holidays._from_library()
DAYS, _ = bank_holidays()


class TestNamesAndAuthority:
    """Each day has a name of ours, and the provision that takes it out of the count."""

    @pytest.mark.parametrize(
        ("day", "name", "authority"),
        [
            (date(2024, 1, 1), "New Year's Day", PROCLAMATION),
            (date(2023, 1, 2), "New Year's Day (substitute day)", PROCLAMATION),
            (date(2022, 1, 3), "New Year's Day (substitute day)", PROCLAMATION),
            (date(2024, 3, 29), "Good Friday", 'regulation 2: "Good Friday"'),
            (date(2024, 4, 1), "Easter Monday", f'{SCHEDULE}: "Easter Monday"'),
            (date(2024, 5, 6), "Early May bank holiday", PROCLAMATION),
            (date(2024, 5, 27), "Spring bank holiday", f'{SCHEDULE}: "The last Monday in May"'),
            (date(2024, 8, 26), "Summer bank holiday", f'{SCHEDULE}: "The last Monday in August"'),
            (date(2024, 12, 25), "Christmas Day", 'regulation 2: "Christmas Day"'),
            (date(2024, 12, 26), "Boxing Day", 'regulation 2: "Boxing Day"'),
            (date(2021, 12, 27), "Christmas Day (substitute day)", DECEMBER_27),
            (date(2022, 12, 27), "Christmas Day (substitute day)", DECEMBER_27),
            (date(2021, 12, 28), "Boxing Day (substitute day)", PROCLAMATION),
            (date(2026, 12, 28), "Boxing Day (substitute day)", PROCLAMATION),
            (date(2011, 4, 29), "Royal wedding", SPECIAL),
            (date(2012, 6, 4), "Spring bank holiday", IN_PLACE),
            (date(2012, 6, 5), "Queen's Diamond Jubilee", SPECIAL),
            (date(2020, 5, 8), "Early May bank holiday (VE day)", SPECIAL),
            (date(2022, 6, 2), "Spring bank holiday", IN_PLACE),
            (date(2022, 6, 3), "Platinum Jubilee bank holiday", SPECIAL),
            (
                date(2022, 9, 19),
                "Bank holiday for the State Funeral of Queen Elizabeth II",
                SPECIAL,
            ),
            (date(2023, 5, 8), "Bank holiday for the coronation of King Charles III", SPECIAL),
        ],
        ids=str,
    )
    def test_a_day_has_its_plain_name_and_its_authority(
        self, day: date, name: str, authority: str
    ) -> None:
        """A day is recorded under a stable name with the provision behind it."""
        assert NonWorkingDay(day, name, authority) == DAYS[day]

    def test_no_day_of_the_pattern_is_left_under_a_borrowed_name(self) -> None:
        """Every holiday that the library gives today is one that we know."""
        known = {row.name for row in _bank_holidays._ORDINARY} | {day.name for day in SPECIAL_DAYS}

        assert {record.name for record in DAYS.values()} <= known

    @pytest.mark.parametrize(
        ("text", "day", "name"),
        [
            ("EARLY MAY BANK HOLIDAY", date(2031, 5, 5), "Early May bank holiday"),
            ("Summer bank holiday", date(2031, 8, 25), "Summer bank holiday"),
            ("Spring Bank Holiday [England]", date(2031, 5, 26), "Spring bank holiday"),
            ("New Year Holiday (in lieu)", date(2034, 1, 2), "New Year's Day (substitute day)"),
            ("Boxing Day (substitute)", date(2033, 12, 27), "Christmas Day (substitute day)"),
            ("Christmas Day (substitute)", date(2033, 12, 26), "Boxing Day"),
        ],
    )
    def test_another_spelling_of_a_known_day_changes_nothing(
        self, text: str, day: date, name: str
    ) -> None:
        """A release that words its names otherwise gives the same records."""
        assert name == recorded({**FOUND, day: text}, "9.9")[day].name

    @pytest.mark.parametrize(
        ("text", "day"),
        [
            ("Centenary Day", date(2031, 6, 11)),
            ("Spring Bank Holiday", date(2031, 6, 2)),
            ("Good Friday of another year", date(2031, 5, 9)),
            ("Anniversary of the Battle", date(2028, 12, 27)),
        ],
    )
    def test_a_day_that_is_newer_than_us_keeps_its_own_name(self, text: str, day: date) -> None:
        """A later release may know of a proclamation that this one does not."""
        expected = NonWorkingDay(day, text, PROCLAMATION)

        assert expected == recorded({**FOUND, day: text}, "9.9")[day]

    def test_a_weekend_day_is_not_recorded(self) -> None:
        """Regulation 2 takes weekends out by itself: 26 December 2026 is a Saturday."""
        assert date(2026, 12, 26) in FOUND
        assert date(2026, 12, 26) not in DAYS

    @pytest.mark.parametrize(
        ("day", "inside"),
        [
            (date(2006, 8, 31), False),
            (date(2006, 9, 1), True),
            (date(2100, 12, 31), True),
            (date(2101, 1, 3), False),
        ],
        ids=str,
    )
    def test_the_first_and_the_last_day_of_the_calendar_are_recorded(
        self, day: date, inside: bool
    ) -> None:
        """Both are Fridays; the weekday before the first and the Monday after the last are out."""
        assert inside == (day in recorded({**FOUND, day: "Centenary"}, "9.9"))

    def test_days_before_the_regulations_are_left_out(self) -> None:
        """The Regulations come into force on 1 September 2006, after that summer's holiday."""
        assert date(2006, 8, 28) in FOUND
        assert date(2006, 12, 25) == next(iter(DAYS))

    def test_the_days_are_in_order(self) -> None:
        """A reader, and the fingerprint, meet the days in the order of the calendar."""
        assert sorted(DAYS) == list(DAYS)

    def test_a_record_is_a_value(self) -> None:
        """Records compare, hash and travel between processes."""
        record = DAYS[date(2024, 4, 1)]
        copied = pickle.loads(pickle.dumps(record))  # our own bytes

        assert record == copied
        assert hash(record) == hash(copied)


class TestSpecialDays:
    """The days outside the pattern are kept here too, so that their absence is noticed."""

    def test_there_are_eight(self) -> None:
        """From the royal wedding of 2011 to the coronation of 2023."""
        assert [
            date(2011, 4, 29),
            date(2012, 6, 4),
            date(2012, 6, 5),
            date(2020, 5, 8),
            date(2022, 6, 2),
            date(2022, 6, 3),
            date(2022, 9, 19),
            date(2023, 5, 8),
        ] == [day.date for day in SPECIAL_DAYS]

    def test_three_ordinary_holidays_were_lost(self) -> None:
        """A moved day is two changes: the old day worked."""
        assert (date(2012, 5, 28), date(2020, 5, 4), date(2022, 5, 30)) == LOST_DAYS

    def test_the_state_funeral_was_announced_nine_days_before(self) -> None:
        """10 to 19 September 2022: the shortest notice so far."""
        (funeral,) = (day for day in SPECIAL_DAYS if day.date == date(2022, 9, 19))

        assert timedelta(days=9) == funeral.date - date.fromisoformat(funeral.announced)


def without(*days: date) -> dict[date, str]:
    """What the library found, with some days missing."""
    return {day: name for day, name in FOUND.items() if day not in days}


class TestSelfCheck:
    """A source that disagrees with what is published is refused, and says what to do."""

    @pytest.mark.parametrize("special", SPECIAL_DAYS, ids=lambda special: str(special.date))
    def test_a_missing_special_day_is_refused(self, special: _bank_holidays.SpecialDay) -> None:
        """An old release that has not heard of a day would put deadlines a day early."""
        with pytest.raises(ComplaintTimescalesError) as caught:
            recorded(without(special.date), "0.15")

        assert (
            "building the calendar: holidays 0.15 disagrees with the bank holidays published for "
            f"England: {special.date} ({special.name}) is missing. "
            "Upgrade it: python -m pip install --upgrade holidays"
        ) == str(caught.value)

    @pytest.mark.parametrize("day", LOST_DAYS, ids=str)
    def test_a_lost_day_that_is_still_there_is_refused(self, day: date) -> None:
        """The day that the moved holiday came from was a working day."""
        with pytest.raises(ComplaintTimescalesError, match=f"{day} was a working day"):
            recorded({**FOUND, day: "Spring Bank Holiday"}, "0.15")

    @pytest.mark.parametrize(
        "day", [date(2024, 12, 25), date(2024, 12, 26), date(2031, 12, 25)], ids=str
    )
    def test_a_missing_weekday_of_christmas_is_refused(self, day: date) -> None:
        """Regulation 2 names 25 and 26 December, whatever a list says."""
        with pytest.raises(ComplaintTimescalesError, match=f"{day} is missing"):
            recorded(without(day), "9.9")

    def test_a_missing_good_friday_is_refused(self) -> None:
        """Regulation 2 names it; in 2031 it is 11 April."""
        with pytest.raises(ComplaintTimescalesError) as caught:
            recorded(without(date(2031, 4, 11)), "9.9")

        assert (
            "building the calendar: holidays 9.9 disagrees with the bank holidays published for "
            "England: Good Friday 2031 is missing. "
            "Upgrade it: python -m pip install --upgrade holidays"
        ) == str(caught.value)

    def test_only_the_first_five_faults_are_listed(self) -> None:
        """A source that is wrong throughout has a message that can be read."""
        with pytest.raises(ComplaintTimescalesError) as caught:
            recorded(without(*(day.date for day in SPECIAL_DAYS)), "0.1")

        assert "2022-06-02 (Spring bank holiday) is missing and 3 more. Upgrade" in str(
            caught.value
        )

    @pytest.mark.parametrize(("last", "more"), [(2035, ""), (2036, " and 1 more")])
    def test_five_faults_are_all_listed_and_a_sixth_is_counted(self, last: int, more: str) -> None:
        """Christmas Day from 2029 on; in 2032 and 2033 it is at a weekend."""
        days = [date(year, 12, 25) for year in range(2029, last + 1)]
        with pytest.raises(ComplaintTimescalesError) as caught:
            recorded(without(*(day for day in days if day.weekday() < 5)), "0.1")

        assert (
            "building the calendar: holidays 0.1 disagrees with the bank holidays published for "
            "England: 2029-12-25 is missing, 2030-12-25 is missing, 2031-12-25 is missing, "
            f"2034-12-25 is missing, 2035-12-25 is missing{more}. "
            "Upgrade it: python -m pip install --upgrade holidays"
        ) == str(caught.value)


# Scotland's day for the World Cup: the oldest `holidays` that is promised cannot know of it.
PROCLAIMED_LATE = date(2026, 6, 15)


class TestElsewhere:
    """The bank holidays of Scotland and Northern Ireland, which count as days in England."""

    def test_there_are_five_in_2024(self) -> None:
        """St Patrick's Day and St Andrew's Day are at weekends, so a Monday stands for each."""
        assert [
            date(2024, 1, 2),
            date(2024, 3, 18),
            date(2024, 7, 12),
            date(2024, 8, 5),
            date(2024, 12, 2),
        ] == [day for day in bank_holidays_elsewhere() if day.year == 2024]

    def test_none_of_them_is_off_in_england(self) -> None:
        """They are what is left after England's own."""
        assert not set(bank_holidays_elsewhere()) & set(DAYS)

    def test_they_are_weekdays_of_the_years_that_are_known(self) -> None:
        """From the Regulations to the last published year, in order."""
        days = bank_holidays_elsewhere()

        assert sorted(days) == list(days)
        assert (date(2007, 1, 2), date(2028, 11, 30)) == (days[0], days[-1])
        assert all(day.weekday() < 5 for day in days)

    def test_st_andrews_day_of_2006_was_a_working_day_in_scotland_too(self) -> None:
        """The St Andrew's Day Bank Holiday (Scotland) Act 2007 received assent in January 2007."""
        days = bank_holidays_elsewhere()

        assert [False, True] == [date(year, 11, 30) in days for year in (2006, 2007)]

    @pytest.mark.parametrize(
        ("year", "expected"),
        [
            # 17 March was a Saturday.
            (2007, ["01-02", "03-19", "07-12", "08-06", "11-30"]),
            # 12 July was a Saturday, and 30 November a Sunday.
            (2008, ["01-02", "03-17", "07-14", "08-04", "12-01"]),
            # 2 January was a Saturday: its Monday is off in Scotland alone.
            (2010, ["01-04", "03-17", "07-12", "08-02", "11-30"]),
            # 1 and 2 January were a Saturday and a Sunday: Monday is off in England too.
            (2011, ["01-04", "03-17", "07-12", "08-01", "11-30"]),
            # 1 January was a Sunday: Monday is off in England too.
            (2012, ["01-03", "03-19", "07-12", "08-06", "11-30"]),
            # 15 June is off in Scotland for the World Cup; 12 July is a Sunday.
            (2026, ["01-02", "03-17", "07-13", "08-03", "11-30"]),
        ],
    )
    def test_a_year_has_these_and_no_others(self, year: int, expected: list[str]) -> None:
        """Early January, St Patrick, the Boyne, the first Monday of August and St Andrew."""
        found = [
            f"{day:%m-%d}"
            for day in bank_holidays_elsewhere()
            if day.year == year and day != PROCLAIMED_LATE
        ]

        assert expected == found

    def test_every_year_has_five_and_the_special_day_of_2026(self) -> None:
        """From 2007 to 2028 each is on a weekday, or a weekday stands for it."""
        days = [day for day in bank_holidays_elsewhere() if day != PROCLAIMED_LATE]

        assert dict.fromkeys(range(2007, 2029), 5) == dict(Counter(day.year for day in days))


class TestChanges:
    """What a caller changed is a value of its own."""

    def test_no_change_is_false(self) -> None:
        """A calendar as published has no changes."""
        assert not CalendarChanges()

    @pytest.mark.parametrize(
        "changes",
        [
            CalendarChanges(extra_holidays=((date(2027, 6, 11), "Centenary"),)),
            CalendarChanges(moved=((date(2027, 5, 3), date(2027, 5, 7)),)),
            CalendarChanges(as_known_on=date(2022, 9, 9)),
        ],
        ids=["added", "moved", "as known"],
    )
    def test_any_change_is_true(self, changes: CalendarChanges) -> None:
        """One day is enough."""
        assert changes

    def test_changes_are_ready_for_json(self) -> None:
        """Dates become ISO text."""
        changes = CalendarChanges(
            ((date(2027, 6, 11), "Centenary"),), ((date(2027, 5, 3), date(2027, 5, 7)),)
        )

        assert {
            "extra_holidays": {"2027-06-11": "Centenary"},
            "moved": {"2027-05-03": "2027-05-07"},
        } == changes.to_dict()
