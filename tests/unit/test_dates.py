# SPDX-License-Identifier: MIT
"""Dates in, and dates in words."""

from __future__ import annotations

import datetime as dt
from datetime import date

import pytest

from complaint_timescales import InvalidDate
from complaint_timescales._dates import checked_date, counted, listed, spoken


class MuteDate(date):
    """A date that cannot be formatted by the machine, in whatever locale."""

    def strftime(self, _format: str) -> str:
        """Refuse."""
        raise AssertionError

    __format__ = strftime


class TestCheckedDate:
    """Only a plain date passes, and it passes as it is."""

    @pytest.mark.parametrize(
        "day", [date(2024, 2, 29), MuteDate(2024, 8, 29)], ids=["date", "subclass"]
    )
    def test_a_date_passes_unchanged(self, day: date) -> None:
        """It is the very object."""
        assert checked_date(day, "start") is day

    @pytest.mark.parametrize(
        ("value", "expected"),
        [
            (
                dt.datetime(2024, 8, 29, 23, 30),
                "start: a date is needed, not datetime; as written: datetime.datetime(2024, 8, 29,"
                " 23, 30). A day has no time: cut it to the date in Europe/London yourself, and "
                "pass date(2024, 8, 29) if that is the day",
            ),
            (
                "2024-08-29",
                "start: a date is needed, not str; as written: '2024-08-29'. Text is never guessed "
                "at: pass a date, such as date.fromisoformat('2024-08-29')",
            ),
            (
                45533,
                "start: a date is needed, not int; as written: 45533. Pass a datetime.date, such "
                "as date(2024, 8, 29)",
            ),
            (
                None,
                "start: a date is needed, not NoneType. Pass a datetime.date, such as "
                "date(2024, 8, 29)",
            ),
        ],
        ids=["datetime", "text", "number", "None"],
    )
    def test_anything_else_is_refused_and_never_converted(
        self, value: object, expected: str
    ) -> None:
        """The error says what was given and what to pass."""
        with pytest.raises(InvalidDate) as caught:
            checked_date(value, "start")

        assert expected == str(caught.value)


class TestSpoken:
    """A date as people write it."""

    @pytest.mark.parametrize(
        ("day", "expected"),
        [
            (date(2024, 1, 1), "Monday 1 January 2024"),
            (date(2024, 2, 6), "Tuesday 6 February 2024"),
            (date(2024, 3, 13), "Wednesday 13 March 2024"),
            (date(2024, 4, 4), "Thursday 4 April 2024"),
            (date(2024, 5, 31), "Friday 31 May 2024"),
            (date(2024, 6, 1), "Saturday 1 June 2024"),
            (date(2024, 7, 7), "Sunday 7 July 2024"),
            (date(2024, 8, 29), "Thursday 29 August 2024"),
            (date(2024, 9, 30), "Monday 30 September 2024"),
            (date(2024, 10, 31), "Thursday 31 October 2024"),
            (date(2024, 11, 28), "Thursday 28 November 2024"),
            (date(2024, 12, 25), "Wednesday 25 December 2024"),
        ],
        ids=str,
    )
    def test_it_is_the_weekday_the_day_the_month_and_the_year(
        self, day: date, expected: str
    ) -> None:
        """Read off a wall calendar of 2024."""
        assert expected == spoken(day)

    def test_the_words_do_not_follow_the_locale(self) -> None:
        """Nothing asks the machine to format the date, so nothing asks for its language."""
        assert spoken(MuteDate(2024, 8, 29)) == "Thursday 29 August 2024"


class TestPhrases:
    """Lists and numbers in words."""

    @pytest.mark.parametrize(
        ("items", "expected"),
        [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
        ids=["none", "one", "two", "three"],
    )
    def test_items_are_joined_as_a_phrase(self, items: list[str], expected: str) -> None:
        """The last is joined by a word."""
        assert expected == listed(items)

    def test_the_joining_word_can_be_another(self) -> None:
        """A choice is joined by 'or'."""
        assert listed(["a", "b", "c"], last="or") == "a, b or c"

    @pytest.mark.parametrize(
        ("number", "expected"),
        [(0, "0 working days"), (1, "1 working day"), (2, "2 working days")],
        ids=str,
    )
    def test_a_number_agrees_with_its_noun(self, number: int, expected: str) -> None:
        """One is singular, and nothing else is."""
        assert expected == counted(number, "working day")
