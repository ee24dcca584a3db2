# SPDX-License-Identifier: MIT
"""A stated figure: the conventions that give it, or the single slips that would explain it."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

import attrs
import pytest

from complaint_timescales import WorkingDayCalendar
from complaint_timescales._errors import InvalidCount, InvalidDate, OutsideCalendar
from complaint_timescales.conventions import (
    BANK_HOLIDAYS_IGNORED,
    CALENDAR_DAYS,
    CALENDAR_DAYS_START_COUNTED,
    CLEAR_DAYS,
    CLEAR_WORKING_DAYS,
    NETWORKDAYS,
    START_DAY_COUNTED,
    START_DAY_NOT_COUNTED,
    UK_HOLIDAYS,
    UK_HOLIDAYS_START_COUNTED,
    WEEKS_TIMES_FIVE,
    Convention,
)
from complaint_timescales.reconcile import Reconciliation, reconciliation_of

MONDAY, FRIDAY = date(2024, 9, 2), date(2024, 9, 6)


def slips(found: Reconciliation) -> list[tuple[str, date, str, Convention]]:
    """What each slip says."""
    return [(slip.which, slip.corrected, slip.how, slip.convention) for slip in found.slips]


class TestSandwell:
    """The seven stage 2 figures of 2022/23, from terms of reference signed to closed."""

    @pytest.mark.parametrize(
        ("start", "end", "stated", "by_law", "conventions"),
        [
            # 80 weekdays, less GF, EM, 2 May, 2 and 3 June 2022; less 17 March, with the start
            (
                date(2022, 2, 22),
                date(2022, 6, 14),
                75,
                75,
                (START_DAY_NOT_COUNTED, UK_HOLIDAYS_START_COUNTED),
            ),
            # 55 weekdays less the same five; 56 with the start; 77 days; 11 whole weeks
            (date(2022, 3, 28), date(2022, 6, 13), 57, 50, ()),
            # 106 weekdays less the same five; 148 days; 21 whole weeks
            (date(2022, 1, 12), date(2022, 6, 9), 81, 101, ()),
            # 52 weekdays without a bank holiday; 53 with the start, though not without 17 March
            (date(2023, 1, 12), date(2023, 3, 27), 53, 52, (START_DAY_COUNTED,)),
            # 84 weekdays less GF, EM, 1, 8 and 29 May 2023; 80 with the start; 16 whole weeks
            (date(2023, 2, 13), date(2023, 6, 9), 80, 79, (START_DAY_COUNTED, WEEKS_TIMES_FIVE)),
            # 101 weekdays less the same five; 12 July and 7 August count here
            (date(2023, 3, 30), date(2023, 8, 18), 96, 96, (START_DAY_NOT_COUNTED,)),
            # 94 weekdays less 8 and 29 May and 28 August 2023
            (date(2023, 5, 5), date(2023, 9, 14), 91, 91, (START_DAY_NOT_COUNTED,)),
        ],
        ids=lambda value: str(value) if isinstance(value, date) else None,
    )
    def test_what_gives_the_figure(
        self,
        start: date,
        end: date,
        stated: int,
        by_law: int,
        conventions: tuple[Convention, ...],
    ) -> None:
        """GF is Good Friday, EM Easter Monday; 17 March and others are off elsewhere."""
        found = reconciliation_of(start, end, stated)

        assert (by_law, conventions, bool(conventions)) == (
            found.by_law,
            found.conventions,
            bool(found),
        )

    def test_one_is_a_day_out_without_bank_holidays(self) -> None:
        """28 March to 14 June 2022 is 56 weekdays, and 57 with the 28th."""
        found = reconciliation_of(date(2022, 3, 28), date(2022, 6, 13), 57)

        assert [("end", date(2022, 6, 14), "one day later", NETWORKDAYS)] == slips(found)

    def test_another_has_no_single_slip(self) -> None:
        """81 is 20 less than 101: no day, week or year; and 9 June as 6 September is more."""
        assert () == reconciliation_of(date(2022, 1, 12), date(2022, 6, 9), 81).slips


class TestConventions:
    """Each of them has a span of which it alone gives the figure."""

    @pytest.mark.parametrize(
        ("start", "end", "stated", "convention"),
        [
            # Over Easter 2024: off are Friday 29 March and Monday 1 April.
            (date(2024, 3, 28), date(2024, 4, 2), 1, START_DAY_NOT_COUNTED),
            (date(2024, 3, 28), date(2024, 4, 2), 2, START_DAY_COUNTED),
            (date(2024, 3, 28), date(2024, 4, 2), 3, BANK_HOLIDAYS_IGNORED),
            (date(2024, 3, 28), date(2024, 4, 2), 5, CALENDAR_DAYS),
            (date(2024, 3, 28), date(2024, 4, 2), 6, CALENDAR_DAYS_START_COUNTED),
            (date(2024, 3, 28), date(2024, 4, 2), 0, CLEAR_WORKING_DAYS),
            # Monday 8 to Monday 15 July 2024: the 12th is off in Northern Ireland.
            (date(2024, 7, 8), date(2024, 7, 15), 7, CALENDAR_DAYS),
            (date(2024, 7, 9), date(2024, 7, 17), 6, START_DAY_NOT_COUNTED),
            (date(2024, 7, 10), date(2024, 7, 18), 5, UK_HOLIDAYS),
        ],
        ids=str,
    )
    def test_the_likeliest_is_first(
        self, start: date, end: date, stated: int, convention: Convention
    ) -> None:
        """By hand, on short spans."""
        assert convention == reconciliation_of(start, end, stated).conventions[0]

    def test_clear_days_count_neither_end(self) -> None:
        """2 to 16 September 2024 are fourteen days, of which thirteen lie between."""
        found = reconciliation_of(MONDAY, date(2024, 9, 16), 13)

        assert (CLEAR_DAYS,) == found.conventions

    def test_a_day_and_itself_are_no_day_apart(self) -> None:
        """0 by the law; 1 with the start counted."""
        assert START_DAY_NOT_COUNTED == reconciliation_of(MONDAY, MONDAY, 0).conventions[0]
        assert START_DAY_COUNTED == reconciliation_of(MONDAY, MONDAY, 1).conventions[0]

    def test_the_calendar_is_the_callers(self) -> None:
        """With Wednesday 4 September off, Monday to Friday is 3."""
        calendar = WorkingDayCalendar.england(extra_holidays={date(2024, 9, 4): "Holiday"})
        found = reconciliation_of(MONDAY, FRIDAY, 3, calendar=calendar)

        assert (3, START_DAY_NOT_COUNTED) == (found.by_law, found.conventions[0])


class TestSlips:
    """One date written otherwise, where the figure is given by nothing."""

    def test_where_a_convention_gives_it_there_are_none(self) -> None:
        """Monday to Friday is 4."""
        assert () == reconciliation_of(MONDAY, FRIDAY, 4).slips

    def test_a_week_out(self) -> None:
        """27 August to 6 September 2024 are 9 weekdays, 26 August being off; or to the 13th."""
        assert [
            ("start", date(2024, 8, 26), "one week earlier", START_DAY_NOT_COUNTED),
            ("end", date(2024, 9, 13), "one week later", START_DAY_NOT_COUNTED),
        ] == slips(reconciliation_of(MONDAY, FRIDAY, 9))

    def test_a_day_out(self) -> None:
        """1 to 6 September are six days, and so are 2 to 7 September."""
        assert [
            ("start", date(2024, 9, 1), "one day earlier", CALENDAR_DAYS_START_COUNTED),
            ("end", date(2024, 9, 7), "one day later", CALENDAR_DAYS_START_COUNTED),
        ] == slips(reconciliation_of(MONDAY, FRIDAY, 6))

    def test_day_and_month_exchanged(self) -> None:
        """From 5 February to 7 June 2024: 89 weekdays, less GF, EM, 6 and 27 May."""
        assert [("start", date(2024, 2, 5), "day and month exchanged", START_DAY_NOT_COUNTED)] == (
            slips(reconciliation_of(date(2024, 5, 2), date(2024, 6, 7), 85))
        )

    def test_a_year_out_may_be_why_the_end_is_first(self) -> None:
        """104 weekdays, less the three holidays at Christmas, in the one winter and the other."""
        found = reconciliation_of(date(2022, 11, 11), date(2022, 4, 6), 101)

        assert (None, ()) == (found.by_law, found.conventions)
        assert [
            ("start", date(2021, 11, 11), "the year before", START_DAY_NOT_COUNTED),
            ("end", date(2023, 4, 6), "the year after", START_DAY_NOT_COUNTED),
        ] == slips(found)

    def test_the_law_comes_first_and_then_the_likelier_convention(self) -> None:
        """Four weeks to 11 October; 19 and Friday 13 September; 20 days; 33 days are four weeks."""
        found = reconciliation_of(date(2024, 9, 14), date(2024, 10, 10), 20)

        assert [
            ("end", date(2024, 10, 11), "one day later", START_DAY_NOT_COUNTED),
            ("start", date(2024, 9, 13), "one day earlier", START_DAY_COUNTED),
            ("end", date(2024, 10, 3), "one week earlier", CALENDAR_DAYS_START_COUNTED),
            ("start", date(2024, 9, 21), "one week later", CALENDAR_DAYS_START_COUNTED),
            ("start", date(2024, 9, 7), "one week earlier", WEEKS_TIMES_FIVE),
            ("end", date(2024, 10, 17), "one week later", WEEKS_TIMES_FIVE),
        ] == slips(found)

    def test_29_february_has_no_other_year(self) -> None:
        """Nor another month."""
        assert () == reconciliation_of(date(2024, 2, 29), date(2024, 3, 7), 300).slips

    @pytest.mark.parametrize(
        ("start", "end"),
        [
            (date(2006, 9, 1), date(2006, 9, 5)),
            (date(2100, 12, 27), date(2100, 12, 31)),
        ],
        ids=["first", "last"],
    )
    def test_a_slip_does_not_lead_out_of_the_calendar(self, start: date, end: date) -> None:
        """Every corrected date is one that it covers."""
        found = reconciliation_of(start, end, 7)

        assert all(date(2006, 9, 1) <= slip.corrected <= date(2100, 12, 31) for slip in found.slips)


class TestRefused:
    """What is no question."""

    @pytest.mark.parametrize("stated", [-1, True, 4.0, "4", None], ids=repr)
    def test_a_figure_is_a_whole_number(self, stated: Any) -> None:
        """0 or more."""
        with pytest.raises(InvalidCount, match="stated: a stated number of days"):
            reconciliation_of(MONDAY, FRIDAY, stated)

    @pytest.mark.parametrize("day", ["2024-09-02", datetime(2024, 9, 2)], ids=repr)
    def test_a_date_is_a_date(self, day: Any) -> None:
        """At either end."""
        with pytest.raises(InvalidDate, match="start: a date is needed"):
            reconciliation_of(day, FRIDAY, 4)
        with pytest.raises(InvalidDate, match="end: a date is needed"):
            reconciliation_of(MONDAY, day, 4)

    @pytest.mark.parametrize("day", [date(2006, 8, 31), date(2101, 1, 1)], ids=str)
    def test_a_date_outside_the_calendar_is_refused_by_its_name(self, day: date) -> None:
        """Nothing is known about working days there."""
        with pytest.raises(OutsideCalendar, match=r"^start: .* is outside the calendar"):
            reconciliation_of(day, FRIDAY, 4)
        with pytest.raises(OutsideCalendar, match=r"^end: .* is outside the calendar"):
            reconciliation_of(MONDAY, day, 4)


class TestInWords:
    """What a reader sees."""

    def test_a_figure_that_is_given(self) -> None:
        """Each convention on a line, then the law's own figure."""
        assert (
            "80 from Monday 13 February 2023 to Friday 9 June 2023 is given by:\n"
            "- start day counted.\n"
            "- whole weeks times five.\n"
            "By the Regulations' way of counting it is 79."
        ) == reconciliation_of(date(2023, 2, 13), date(2023, 6, 9), 80).explain()

    def test_a_figure_that_a_slip_would_explain(self) -> None:
        """Each slip on a line."""
        assert (
            "57 from Monday 28 March 2022 to Monday 13 June 2022: no convention known here gives"
            " it.\n"
            "By the Regulations' way of counting it is 50.\n"
            "A single slip would explain it:\n"
            "- with the end on Tuesday 14 June 2022 (one day later): bank holidays ignored, start"
            " day counted.\n"
            "Nothing was changed: ask which dates it was counted from."
        ) == reconciliation_of(date(2022, 3, 28), date(2022, 6, 13), 57).explain()

    def test_a_figure_that_nothing_explains(self) -> None:
        """It is said, and nothing is made up."""
        assert (
            "81 from Friday 11 November 2022 to Wednesday 6 April 2022: no convention known here"
            " gives it.\n"
            "The end is before the start.\n"
            "No single slip in either date would explain it."
        ) == reconciliation_of(date(2022, 11, 11), date(2022, 4, 6), 81).explain()

    def test_as_json_takes_it(self) -> None:
        """Dates as ISO text, conventions by their names."""
        found = reconciliation_of(date(2022, 3, 28), date(2022, 6, 13), 57)
        made = json.loads(json.dumps(found.to_dict()))

        assert ("2022-03-28", "2022-06-13", 57, 50, []) == tuple(
            made[key] for key in ("start", "end", "stated", "by_law", "conventions")
        )
        assert [
            {
                "which": "end",
                "written": "2022-06-13",
                "corrected": "2022-06-14",
                "how": "one day later",
                "convention": "bank holidays ignored, start day counted",
            }
        ] == made["slips"]
        assert {"edition", "fingerprint"} == set(made["calendar"])

    def test_it_is_a_value(self) -> None:
        """It compares, and cannot be changed."""
        found = reconciliation_of(MONDAY, FRIDAY, 4)

        assert found == reconciliation_of(MONDAY, FRIDAY, 4)
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            found.stated = 5  # type: ignore[misc]
