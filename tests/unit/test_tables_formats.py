# SPDX-License-Identifier: MIT
"""How cells write dates: formats, times of day in London, months and day numbers."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pytest

from complaint_timescales import Between
from complaint_timescales._errors import InvalidTable
from complaint_timescales.tables import DATE_FORMATS, TOLD_FORMATS, dates_in, read_table
from complaint_timescales.tables._formats import DayCell, format_named, in_london, month_in

FORMS = {form.name: form for form in (*DATE_FORMATS, *TOLD_FORMATS)}


def read(cell: str, name: str) -> date:
    """What a cell says in a format."""
    assert FORMS[name].fits(cell)
    return FORMS[name].read(cell)


class TestFormats:
    """The closed list, and the formats that have to be told."""

    @pytest.mark.parametrize("name", FORMS)
    def test_its_example_is_29_august_2024(self, name: str) -> None:
        """So that each example shows the same day."""
        assert date(2024, 8, 29) == read(FORMS[name].example, name)

    @pytest.mark.parametrize(
        ("cell", "name"),
        [
            ("29.08.2024", "day/month/year"),
            ("29-8-2024", "day/month/year"),
            ("29th August 2024", "day month year"),
            ("29 Aug 24", "day month year"),
            ("29.8.24", "day/month/yy"),
            ("8/29/2024", "month/day/year"),
            ("45533.75", "serial"),
        ],
    )
    def test_each_takes_its_spellings(self, cell: str, name: str) -> None:
        """Dots, dashes, ordinals, short months and times of a day number."""
        assert date(2024, 8, 29) == read(cell, name)

    @pytest.mark.parametrize("cell", ["29/08-2024", "29/08/24", "2024/08/29", "29/08/2024x"])
    def test_what_has_another_shape_does_not_fit(self, cell: str) -> None:
        """Marks are the same, and years have four figures."""
        assert not any(form.fits(cell) for form in DATE_FORMATS)

    @pytest.mark.parametrize("name", ["day/month/yy", "month/day/year", "serial", "serial_1904"])
    def test_a_format_that_has_to_be_told_is_never_chosen(self, name: str) -> None:
        """A column in it is left unread; a month-first one in which that shows, too."""
        values = dates_in(read_table(f"day,x\n{FORMS[name].example},x\n"), "day")

        assert ({2: None}, [2]) == (values.read, list(values.findings))

    @pytest.mark.parametrize("name", ["day/month/yy", "month/day/year", "serial", "serial_1904"])
    def test_it_is_read_once_it_is_told(self, name: str) -> None:
        """By its name."""
        table = read_table(f"day,x\n{FORMS[name].example},x\n")

        assert {2: date(2024, 8, 29)} == dates_in(table, "day", date_format=name).read

    def test_an_unknown_name_is_refused_with_the_list(self) -> None:
        """And with where it was said."""
        with pytest.raises(InvalidTable, match=r"here: no such format of dates.*'serial_1904'"):
            format_named("dd/mm/yyyy", "here")


class TestDayNumbers:
    """Day numbers of a spreadsheet: the year 1900 had no 29 February."""

    @pytest.mark.parametrize(
        ("cell", "day"),
        [
            ("1", date(1900, 1, 1)),
            ("59", date(1900, 2, 28)),
            ("61", date(1900, 3, 1)),
            ("38961", date(2006, 9, 1)),
        ],
    )
    def test_the_system_of_1900(self, cell: str, day: date) -> None:
        """Day 1 is 1 January 1900, and day 38,961 the first day of the Regulations."""
        assert day == read(cell, "serial")

    @pytest.mark.parametrize("cell", ["0", "60"])
    def test_days_that_never_were_are_refused(self, cell: str) -> None:
        """0 January and 29 February 1900."""
        with pytest.raises(ValueError, match=cell):
            read(cell, "serial")

    def test_the_system_of_1904_starts_1462_days_later(self) -> None:
        """Day 0 is 1 January 1904, and 45,533 less 1,462 is 44,071."""
        assert (date(1904, 1, 1), date(2024, 8, 29)) == (
            read("0", "serial_1904"),
            read("44071", "serial_1904"),
        )

    def test_a_longer_number_is_no_day_number(self) -> None:
        """It is more likely a reference, and never a date."""
        assert not FORMS["serial"].fits("245533")


class TestTimes:
    """A time of day is cut off; one with an offset is first turned into London time."""

    @pytest.mark.parametrize(
        "cell",
        [
            "29/08/2024 14:05",
            "29/08/2024 23:59:59",
            "29/08/2024 11:59 pm",
            "29/08/2024, 12:00 AM",
            "29 August 2024 9:30",
        ],
    )
    def test_without_an_offset_it_is_the_time_in_london(self, cell: str) -> None:
        """So the day is the day that is written."""
        name = "day month year" if "August" in cell else "day/month/year"
        assert date(2024, 8, 29) == read(cell, name)

    @pytest.mark.parametrize(
        ("cell", "day"),
        [
            ("2024-06-30T22:59:59Z", date(2024, 6, 30)),
            ("2024-06-30T23:00:00Z", date(2024, 7, 1)),
            ("2024-06-30T23:30:00Z", date(2024, 7, 1)),
            ("2024-06-30 23:30:00.000 UTC", date(2024, 7, 1)),
            ("2024-12-31T23:59:59Z", date(2024, 12, 31)),
            ("2024-07-01T00:30:00+01:00", date(2024, 7, 1)),
            ("2024-07-01T00:30:00+0200", date(2024, 6, 30)),
            ("2024-12-31T19:30:00-05:00", date(2025, 1, 1)),
        ],
    )
    def test_with_an_offset_it_is_the_day_in_london(self, cell: str, day: date) -> None:
        """In summer midnight in London is 23:00 in Greenwich; in winter it is midnight there."""
        assert day == read(cell, "iso")

    @pytest.mark.parametrize(
        ("moment", "day"),
        [
            # Summer time in 2024: from 01:00 on 31 March to 01:00 on 27 October.
            (datetime(2024, 3, 30, 23, 30), date(2024, 3, 30)),
            (datetime(2024, 3, 31, 23, 30), date(2024, 4, 1)),
            (datetime(2024, 10, 26, 23, 30), date(2024, 10, 27)),
            (datetime(2024, 10, 27, 23, 30), date(2024, 10, 27)),
        ],
    )
    def test_summer_time_starts_and_ends_on_a_sunday(self, moment: datetime, day: date) -> None:
        """The night before, and the night of the change."""
        assert day == in_london(moment)

    def test_every_half_hour_about_each_change_agrees_with_the_time_zone_database(self) -> None:
        """From the first year of the Regulations to 2040."""
        try:
            london = ZoneInfo("Europe/London")
        except ZoneInfoNotFoundError:
            pytest.skip("this machine has no time zone database")
        starts = [datetime(year, month, 20) for year in range(2006, 2041) for month in (3, 10)]
        moments = [start + timedelta(minutes=30 * n) for start in starts for n in range(48 * 14)]

        assert [in_london(moment) for moment in moments] == [
            moment.replace(tzinfo=UTC).astimezone(london).date() for moment in moments
        ]

    @pytest.mark.parametrize(
        "cell",
        ["29/08/2024 24:00", "29/08/2024 10:60", "29/08/2024 13:00 pm", "29/08/2024 0:10 am"],
    )
    def test_a_time_that_never_is_makes_no_day(self, cell: str) -> None:
        """It is a finding, and no day is made out of it."""
        table = read_table(f'day,x\n"{cell}",x\n')

        assert "there is no such day" == dates_in(table, "day").findings[2].what

    def test_a_day_before_the_first_year_makes_no_day(self) -> None:
        """1 January of the year 1, in a zone where the year before it is still going on."""
        with pytest.raises(ValueError, match="out of range"):
            read("0001-01-01T00:00:00+01:00", "iso")


class TestMonths:
    """A month without its day."""

    @pytest.mark.parametrize(
        "cell", ["September 2023", "Sep 23", "sept-23", "09/2023", "9.2023", "2023-09"]
    )
    def test_it_is_some_day_of_the_month(self, cell: str) -> None:
        """In each spelling."""
        assert Between(date(2023, 9, 1), date(2023, 9, 30)) == month_in(cell)

    @pytest.mark.parametrize("cell", ["13/2023", "2023-00", "00/0000", "01/0000", "23", "soon"])
    def test_anything_else_is_no_month(self, cell: str) -> None:
        """There is no month 13, and no year 0."""
        assert month_in(cell) is None


class TestDayCells:
    """The day in a cell of a workbook is told apart from a text with the same figures."""

    def test_it_equals_the_same_day_and_no_text(self) -> None:
        """Although its text is the same."""
        cell = DayCell("2024-08-29")

        assert DayCell("2024-08-29") == cell
        assert ("2024-08-29", date(2024, 8, 29)) == (str(cell), cell.day)
        assert "2024-08-29" != cell
