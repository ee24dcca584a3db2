# SPDX-License-Identifier: MIT
"""A deadline as it was seen from a day, beside what it is."""

from __future__ import annotations

import json
from datetime import date

import attrs
import pytest

from complaint_timescales import Case, WorkingDayCalendar, events
from complaint_timescales._errors import InvalidHoliday, OutsideCalendar, UnknownProvision
from complaint_timescales._readings import Readings
from complaint_timescales.hindsight import seen_from
from complaint_timescales.whatif import what_if

FRIDAY = date(2022, 9, 9)  # the day before the State Funeral was announced
FUNERAL = seen_from("14(1)", FRIDAY, FRIDAY)
SPECIAL = (
    "Banking and Financial Dealings Act 1971, section 1(3), royal proclamation of a special day"
)


class TestTheStateFuneral:
    """Announced on Saturday 10 September 2022, for Monday 19 September."""

    def test_a_stage_1_of_the_day_before_was_seen_to_end_on_a_friday(self) -> None:
        """12 to 16 September are 1 to 5, 19 to 23 are 6 to 10; without the 19th it is the 26th."""
        assert (date(2022, 9, 23), date(2022, 9, 26), 1) == (
            FUNERAL.then.date,
            FUNERAL.now.date,
            FUNERAL.moved_by,
        )

    def test_what_made_the_difference_has_its_name_authority_and_announcement(self) -> None:
        """One day, which does not count."""
        (day,) = FUNERAL.because

        assert (
            date(2022, 9, 19),
            "Bank holiday for the State Funeral of Queen Elizabeth II",
            SPECIAL,
            "2022-09-10",
            False,
        ) == (day.date, day.name, day.authority, day.announced, day.is_working_day)

    @pytest.mark.parametrize(
        ("day", "because"), [(date(2022, 9, 9), 1), (date(2022, 9, 10), 0), (date(2022, 9, 30), 0)]
    )
    def test_from_the_day_of_the_announcement_there_is_no_difference(
        self, day: date, because: int
    ) -> None:
        """The day before, the day, and long after."""
        seen = seen_from("14(1)", FRIDAY, day)

        assert (because, because) == (seen.moved_by, len(seen.because))

    @pytest.mark.parametrize(
        ("start", "then", "now"),
        [
            # Thirteen weeks less 29 August: a day more than 16 September, and than 19 September.
            (date(2022, 6, 16), date(2022, 9, 16), date(2022, 9, 16)),
            (date(2022, 6, 17), date(2022, 9, 19), date(2022, 9, 20)),
        ],
        ids=str,
    )
    def test_it_moved_each_65_days_that_began_from_17_june(
        self, start: date, then: date, now: date
    ) -> None:
        """The last start that it left alone, and the first that it did not."""
        seen = seen_from("17(6)", start, start)

        assert (then, now) == (seen.then.date, seen.now.date)

    def test_it_says_so(self) -> None:
        """Both days, how far they are apart, and why."""
        assert (
            "Seen from Friday 9 September 2022 the last day was Friday 23 September 2022.\n"
            "By what is known now it is Monday 26 September 2022, 1 working day later.\n"
            "Monday 19 September 2022 (Bank holiday for the State Funeral of Queen Elizabeth II) is"
            f" not counted: announced on Saturday 10 September 2022, under the {SPECIAL}."
        ) == FUNERAL.explain()

    def test_it_is_ready_for_json(self) -> None:
        """Both deadlines whole, and each day with its announcement."""
        made = json.loads(json.dumps(FUNERAL.to_dict()))

        assert ("2022-09-09", "2022-09-23", "2022-09-26", 1) == (
            made["seen_from"],
            made["then"]["due"],
            made["now"]["due"],
            made["moved_by"],
        )
        assert {
            "date": "2022-09-19",
            "name": "Bank holiday for the State Funeral of Queen Elizabeth II",
            "authority": SPECIAL,
            "announced": "2022-09-10",
            "working_day": False,
            "moved_to": None,
        } == made["because"][0]

    def test_it_is_a_value(self) -> None:
        """It compares, and cannot be changed."""
        assert FUNERAL == seen_from("14(1)", FRIDAY, FRIDAY)
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            FUNERAL.day = date(2022, 9, 10)  # type: ignore[misc]

    def test_the_deadline_of_then_says_what_it_was_counted_by(self) -> None:
        """So that it is not taken for the deadline of now."""
        words = "The bank holidays are those that were announced by Friday 9 September 2022."

        assert words in FUNERAL.then.explain()
        assert words not in FUNERAL.now.explain()


class TestADayThatWasLost:
    """Announced on 7 June 2019: in 2020 Friday 8 May is off, and Monday 4 May is not."""

    LONG_BEFORE = date(2019, 6, 1)

    def test_a_deadline_can_become_earlier(self) -> None:
        """From Tuesday 21 April 2020: 24 April is 3, 1 May 8, 5 May 9, 6 May 10; or 4 May is 9."""
        seen = seen_from("14(1)", date(2020, 4, 21), self.LONG_BEFORE)

        assert (date(2020, 5, 6), date(2020, 5, 5), -1) == (
            seen.then.date,
            seen.now.date,
            seen.moved_by,
        )
        assert "it is Tuesday 5 May 2020, 1 working day earlier." in seen.explain()

    def test_the_lost_day_is_named_for_what_it_was_to_be(self) -> None:
        """With the day that is off instead."""
        (day,) = seen_from("14(1)", date(2020, 4, 21), self.LONG_BEFORE).because

        assert (date(2020, 5, 4), date(2020, 5, 8), True) == (
            day.date,
            day.moved_to,
            day.is_working_day,
        )
        assert (
            "Monday 4 May 2020 (Early May bank holiday) is counted, for Friday 8 May 2020 is off"
            f" instead: announced on Friday 7 June 2019, under the {SPECIAL}"
        ) == str(day)
        assert "2020-05-08" == day.to_dict()["moved_to"]

    def test_a_last_day_that_is_off_now_is_still_a_day_away(self) -> None:
        """From Thursday 23 April: 8 May was the tenth day, and 7 May is; 8 May counted then."""
        seen = seen_from("14(1)", date(2020, 4, 23), self.LONG_BEFORE)

        assert (date(2020, 5, 8), date(2020, 5, 7), -1) == (
            seen.then.date,
            seen.now.date,
            seen.moved_by,
        )

    def test_two_days_can_make_up_for_one_another(self) -> None:
        """From Friday 24 April: Monday 11 May is the tenth day with the one and with the other."""
        seen = seen_from("14(1)", date(2020, 4, 24), self.LONG_BEFORE)

        assert (date(2020, 5, 11), 0, [date(2020, 5, 4), date(2020, 5, 8)]) == (
            seen.then.date,
            seen.moved_by,
            [day.date for day in seen.because],
        )
        assert "By what is known now it is the same day." in seen.explain()


class TestWhatElse:
    """Limits, readings and changes of other kinds."""

    def test_a_limit_of_a_year_does_not_move(self) -> None:
        """It is counted by the calendar, and says nothing about bank holidays."""
        seen = seen_from("9(1)", date(2022, 9, 1), FRIDAY)

        assert (0, ()) == (seen.moved_by, seen.because)
        assert "were announced by" not in seen.then.explain()

    def test_a_start_that_a_reading_counts_can_be_the_difference(self) -> None:
        """From the 19th itself, as day 1: to 30 September; or from the 20th, to 3 October."""
        readings = Readings.of({"I-1": "day_1"})
        seen = seen_from("14(1)", date(2022, 9, 19), FRIDAY, readings=readings)

        assert (date(2022, 9, 30), date(2022, 10, 3), 1, 1) == (
            seen.then.date,
            seen.now.date,
            seen.moved_by,
            len(seen.because),
        )

    def test_a_start_that_a_reading_moves_can_be_the_difference(self) -> None:
        """From the 19th as day 0 to 3 October; or from the 20th as day 0 to the 4th."""
        readings = Readings.of({"I-17": "next_working_day"})
        seen = seen_from("14(1)", date(2022, 9, 19), FRIDAY, readings=readings)

        assert (date(2022, 10, 3), date(2022, 10, 4), 1) == (
            seen.then.date,
            seen.now.date,
            len(seen.because),
        )

    def test_a_start_that_is_day_0_makes_none(self) -> None:
        """Whatever day it is: 20 to 23 September and 26 to 30 are 9, 3 October is 10."""
        seen = seen_from("14(1)", date(2022, 9, 19), FRIDAY)

        assert (date(2022, 10, 3), 0, ()) == (seen.now.date, seen.moved_by, seen.because)

    def test_what_was_not_published_yet_was_provisional(self) -> None:
        """On 9 September 2022 the list reached to the end of 2023."""
        seen = seen_from("14(1)", date(2024, 1, 8), FRIDAY)

        assert (
            "That was provisional: bank holidays were published to Sunday 31 December 2023."
        ) in seen.explain()

    def test_a_callers_holiday_stands_in_both(self) -> None:
        """With 14 September off: 26 September was the tenth day, and 27 September is."""
        seen = seen_from("14(1)", FRIDAY, FRIDAY, extra_holidays={date(2022, 9, 14): "Holiday"})

        assert (date(2022, 9, 26), date(2022, 9, 27)) == (seen.then.date, seen.now.date)

    def test_a_callers_moved_holiday_stands_in_both(self) -> None:
        """With the summer holiday on 14 September instead of 29 August it is the same."""
        seen = seen_from("14(1)", FRIDAY, FRIDAY, moved={date(2022, 8, 29): date(2022, 9, 14)})

        assert (date(2022, 9, 26), date(2022, 9, 27)) == (seen.then.date, seen.now.date)

    def test_what_cannot_be_asked_is_refused_as_elsewhere(self) -> None:
        """A day, a provision, a holiday that is off by now."""
        with pytest.raises(OutsideCalendar):
            seen_from("14(1)", FRIDAY, date(2006, 8, 31))
        with pytest.raises(UnknownProvision):
            seen_from("14(9)", FRIDAY, FRIDAY)
        with pytest.raises(InvalidHoliday):
            seen_from("14(1)", FRIDAY, FRIDAY, extra_holidays={date(2022, 9, 19): "Funeral"})

    def test_another_calendar_for_a_case_stays_as_known_on_the_day(self) -> None:
        """With 14 September off too, stage 1 ends on the 26th as seen from the 9th."""
        known = WorkingDayCalendar.england(as_known_on=FRIDAY)
        case = Case("A", (events.RepresentationsReceived(on=FRIDAY),), calendar=known)
        other = what_if(case, extra_holidays={date(2022, 9, 14): "Holiday"}).after

        assert other is not None
        assert date(2022, 9, 26) == other.deadlines()[0].date
