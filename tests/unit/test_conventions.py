# SPDX-License-Identifier: MIT
"""Ways of counting: each on the same dates, and which of them give a figure."""

from __future__ import annotations

from datetime import date

import pytest

from complaint_timescales._errors import DatesOutOfOrder, OutsideCalendar
from complaint_timescales.conventions import (
    BANK_HOLIDAYS_IGNORED,
    CALENDAR_DAYS,
    CALENDAR_DAYS_START_COUNTED,
    CLEAR_DAYS,
    CLEAR_WORKING_DAYS,
    CONVENTIONS,
    EVERY_CONVENTION,
    NETWORKDAYS,
    START_DAY_COUNTED,
    START_DAY_NOT_COUNTED,
    START_DAY_ROLLED_FORWARD,
    UK_HOLIDAYS,
    UK_HOLIDAYS_START_COUNTED,
    WEEKS_TIMES_FIVE,
    Convention,
    Counted,
    reconcile,
)
from complaint_timescales.working_days import WorkingDayCalendar

ENGLAND = WorkingDayCalendar.england()
MAUNDY_THURSDAY, EASTER_SUNDAY, TUESDAY = date(2024, 3, 28), date(2024, 3, 31), date(2024, 4, 2)
each = pytest.mark.parametrize("convention", EVERY_CONVENTION, ids=lambda value: value.name)


class TestOverEaster:
    """28 March 2024 is Maundy Thursday; Friday 29 March and Monday 1 April are off."""

    @pytest.mark.parametrize(
        ("convention", "figure"),
        [
            (START_DAY_NOT_COUNTED, 1),  # Tuesday
            (START_DAY_COUNTED, 2),  # Thursday, Tuesday
            (START_DAY_ROLLED_FORWARD, 1),  # Thursday is a working day and stays day 0
            (BANK_HOLIDAYS_IGNORED, 3),  # Friday, Monday, Tuesday
            (NETWORKDAYS, 4),  # and Thursday
            (CALENDAR_DAYS, 5),  # 29, 30, 31 March, 1 and 2 April
            (WEEKS_TIMES_FIVE, 0),  # not a week
        ],
        ids=lambda value: getattr(value, "name", value),
    )
    def test_from_the_thursday_to_the_tuesday(self, convention: Convention, figure: int) -> None:
        """Each convention by hand."""
        assert figure == convention.count(MAUNDY_THURSDAY, TUESDAY, ENGLAND)

    @pytest.mark.parametrize(
        ("convention", "figure"),
        [
            (START_DAY_NOT_COUNTED, 1),  # Tuesday
            (START_DAY_COUNTED, 1),  # a Sunday is not counted because it is the start
            (START_DAY_ROLLED_FORWARD, 0),  # Tuesday becomes day 0
            (BANK_HOLIDAYS_IGNORED, 2),  # Monday, Tuesday
            (NETWORKDAYS, 2),
            (CALENDAR_DAYS, 2),
            (WEEKS_TIMES_FIVE, 0),
        ],
        ids=lambda value: getattr(value, "name", value),
    )
    def test_from_the_sunday_to_the_tuesday(self, convention: Convention, figure: int) -> None:
        """The same from a day that is no working day."""
        assert figure == convention.count(EASTER_SUNDAY, TUESDAY, ENGLAND)

    def test_a_start_moved_beyond_the_end_leaves_nothing(self) -> None:
        """From the Saturday to the Sunday there is no day to count, and no figure below 0."""
        assert 0 == START_DAY_ROLLED_FORWARD.count(date(2024, 3, 30), EASTER_SUNDAY, ENGLAND)


class TestOverWeeks:
    """Longer spans."""

    def test_sixteen_weeks_are_eighty_days(self) -> None:
        """13 February to 9 June 2023 is 116 days: sixteen weeks and four days."""
        assert 80 == WEEKS_TIMES_FIVE.count(date(2023, 2, 13), date(2023, 6, 9), ENGLAND)

    @each
    @pytest.mark.parametrize("start", [date(2023, 4, day) for day in range(1, 15)], ids=str)
    def test_a_figure_is_the_number_of_its_days(self, convention: Convention, start: date) -> None:
        """Counted one by one, from every day of a fortnight with Easter in it to 9 June."""
        end = date(2023, 6, 9)
        days = convention.days(start, end, ENGLAND)

        assert convention.counted is Counted.WEEKS or (
            len(days) == convention.count(start, end, ENGLAND)
        )

    @each
    def test_an_end_before_the_start_is_refused(self, convention: Convention) -> None:
        """There is no such span."""
        with pytest.raises(DatesOutOfOrder):
            convention.count(TUESDAY, MAUNDY_THURSDAY, ENGLAND)

    @each
    def test_a_day_outside_the_calendar_is_refused(self, convention: Convention) -> None:
        """Even of calendar days nothing is said there."""
        with pytest.raises(OutsideCalendar):
            convention.count(date(2006, 8, 31), TUESDAY, ENGLAND)


class TestReconcile:
    """Which conventions give a figure."""

    def test_the_law_comes_first(self) -> None:
        """Within a week all conventions count the very same days, and just the first is named."""
        monday, friday = date(2024, 9, 2), date(2024, 9, 6)

        assert (START_DAY_NOT_COUNTED,) == reconcile(monday, friday, 4, ENGLAND)

    def test_a_start_that_cannot_be_counted_is_not_named(self) -> None:
        """From a Sunday to the Monday: one working day, whether the Sunday counts or not."""
        found = reconcile(date(2024, 9, 1), date(2024, 9, 2), 1, ENGLAND)

        assert START_DAY_COUNTED not in found

    def test_a_bank_holiday_between_tells_two_conventions_apart(self) -> None:
        """Thursday to Tuesday over Easter is 4 just by NETWORKDAYS without holidays."""
        assert (NETWORKDAYS,) == reconcile(MAUNDY_THURSDAY, TUESDAY, 4, ENGLAND)

    def test_a_moved_start_is_named_where_it_makes_a_difference(self) -> None:
        """From Saturday 1 June 2019, Monday is day 0, so Friday is day 4."""
        found = reconcile(date(2019, 6, 1), date(2019, 6, 7), 4, ENGLAND)

        assert (START_DAY_ROLLED_FORWARD,) == found

    def test_whole_weeks_stand_beside_what_counts_days(self) -> None:
        """80 from 13 February to 9 June 2023: with the start day, or sixteen weeks."""
        found = reconcile(date(2023, 2, 13), date(2023, 6, 9), 80, ENGLAND)

        assert (START_DAY_COUNTED, WEEKS_TIMES_FIVE) == found

    def test_a_figure_may_be_given_by_none(self) -> None:
        """Nothing makes 57 out of 28 March to 13 June 2022."""
        assert () == reconcile(date(2022, 3, 28), date(2022, 6, 13), 57, ENGLAND)

    def test_the_rarer_conventions_are_asked_where_they_are_named(self) -> None:
        """Thursday to Tuesday over Easter is 6 with the Thursday and all days."""
        found = reconcile(MAUNDY_THURSDAY, TUESDAY, 6, ENGLAND, among=EVERY_CONVENTION)

        assert ((CALENDAR_DAYS_START_COUNTED,), ()) == (
            found,
            reconcile(MAUNDY_THURSDAY, TUESDAY, 6, ENGLAND),
        )

    def test_what_does_not_know_the_days_is_left_out(self) -> None:
        """Monday 8 to Friday 12 January 2029: 4 by the law, and nothing is known elsewhere."""
        found = reconcile(date(2029, 1, 8), date(2029, 1, 12), 4, ENGLAND, among=EVERY_CONVENTION)

        assert (START_DAY_NOT_COUNTED,) == found


class TestRarerConventions:
    """What is asked for when no usual way of counting gives a figure."""

    def test_the_usual_ones_come_first(self) -> None:
        """And whole weeks last, in both lists."""
        assert CONVENTIONS[:-1] == EVERY_CONVENTION[: len(CONVENTIONS) - 1]
        assert WEEKS_TIMES_FIVE is CONVENTIONS[-1] is EVERY_CONVENTION[-1]

    @pytest.mark.parametrize(
        ("convention", "figure"),
        [
            (CALENDAR_DAYS_START_COUNTED, 6),  # 28 March to 2 April, all of them
            (UK_HOLIDAYS, 1),  # Tuesday: nothing is off elsewhere that is not off here
            (UK_HOLIDAYS_START_COUNTED, 2),
            (CLEAR_WORKING_DAYS, 0),  # nothing but days off between the two
            (CLEAR_DAYS, 4),  # 29 March to 1 April
        ],
        ids=lambda value: getattr(value, "name", value),
    )
    def test_over_easter(self, convention: Convention, figure: int) -> None:
        """From Thursday 28 March to Tuesday 2 April 2024."""
        assert figure == convention.count(MAUNDY_THURSDAY, TUESDAY, ENGLAND)

    def test_saint_andrews_day_counts_until_it_is_off_in_scotland(self) -> None:
        """Thursday 30 November 2006 counts everywhere; Friday 30 November 2007 does not."""
        spans = [(date(2006, 11, 29), date(2006, 11, 30)), (date(2007, 11, 29), date(2007, 11, 30))]

        assert [1, 0] == [UK_HOLIDAYS.count(*span, ENGLAND) for span in spans]
        assert [1, 1] == [START_DAY_NOT_COUNTED.count(*span, ENGLAND) for span in spans]

    @pytest.mark.parametrize(
        ("start", "figures"),
        [
            (date(2023, 3, 16), (2, 1, 2)),  # Friday and Monday; Monday; Thursday and Monday
            (date(2023, 3, 17), (1, 1, 1)),  # the Friday is no day to be counted elsewhere
        ],
        ids=str,
    )
    def test_saint_patricks_day_is_off_in_northern_ireland(
        self, start: date, figures: tuple[int, int, int]
    ) -> None:
        """To Monday 20 March 2023; the 17th is a Friday."""
        monday = date(2023, 3, 20)
        asked = (START_DAY_NOT_COUNTED, UK_HOLIDAYS, UK_HOLIDAYS_START_COUNTED)

        assert figures == tuple(each.count(start, monday, ENGLAND) for each in asked)

    def test_a_day_off_that_the_caller_added_is_not_taken_off_twice(self) -> None:
        """With 17 March 2023 off in England as well, Monday is left either way."""
        also = WorkingDayCalendar.england(extra_holidays={date(2023, 3, 17): "Holiday"})

        assert 1 == UK_HOLIDAYS.count(date(2023, 3, 16), date(2023, 3, 20), also)

    @pytest.mark.parametrize("convention", [CLEAR_DAYS, CLEAR_WORKING_DAYS], ids=lambda c: c.name)
    def test_no_clear_days_lie_between_a_day_and_itself(self, convention: Convention) -> None:
        """The figure is 0, and never below it."""
        assert 0 == convention.count(TUESDAY, TUESDAY, ENGLAND)

    def test_an_end_that_is_no_working_day_is_not_taken_off(self) -> None:
        """Thursday to Easter Sunday: nothing counts, whether the Sunday does or not."""
        assert 0 == CLEAR_WORKING_DAYS.count(MAUNDY_THURSDAY, EASTER_SUNDAY, ENGLAND)

    def test_after_2028_nothing_is_said_of_the_whole_kingdom(self) -> None:
        """The last day that is known, and the day after it."""
        start = date(2028, 12, 29)
        assert 0 == UK_HOLIDAYS.count(start, date(2028, 12, 31), ENGLAND)

        with pytest.raises(OutsideCalendar, match="are known to Sunday 31 December 2028"):
            UK_HOLIDAYS.count(start, date(2029, 1, 1), ENGLAND)
