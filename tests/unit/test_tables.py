# SPDX-License-Identifier: MIT
"""Tables read strictly: what is refused, what is set aside, and what a cell says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from complaint_timescales._errors import InvalidTable, OutsideCalendar
from complaint_timescales.tables import (
    Column,
    Finding,
    Row,
    dates_in,
    is_missing,
    located,
    plain_name,
    read_table,
    whole_numbers_in,
)


def column(*cells: str) -> str:
    """A table of one column called ``day``."""
    return "\n".join(["day,other", *(f'"{cell}",x' for cell in cells)]) + "\n"


class TestReading:
    """From bytes to rows."""

    def test_rows_are_numbered_as_a_spreadsheet_numbers_them(self) -> None:
        """The header is row 1, so the first row under it is row 2."""
        assert (Row(2, ("1", "2")),) == read_table("a,b\n1,2\n").rows

    def test_a_file_is_read_and_named(self, tmp_path: Path) -> None:
        """The name of the table is the name of the file."""
        path = tmp_path / "cases.csv"
        path.write_text("a,b\n1,2\n", encoding="utf-8")

        assert "cases.csv" == read_table(path).name

    def test_a_text_without_a_line_break_is_a_path(self) -> None:
        """A table has at least a line that ends, so a bare text names a file."""
        with pytest.raises(InvalidTable, match=r"nowhere\.csv: the file cannot be read"):
            read_table("nowhere.csv")

    @pytest.mark.parametrize(
        "source",
        ["\ufeffa,b\n1,2\n", b"\xef\xbb\xbfa,b\n1,2\n", b"a,b\r\n1,2\r\n", "a,b\r1,2\r"],
        ids=["text with mark", "bytes with mark", "Windows", "old Macintosh"],
    )
    def test_marks_and_line_ends_do_not_matter(self, source: str | bytes) -> None:
        """The mark of UTF-8 is no part of the first name, and any line end ends a row."""
        table = read_table(source)

        assert (("a", "b"), (Row(2, ("1", "2")),)) == (table.header, table.rows)

    def test_a_cell_in_quotes_may_hold_a_line_break(self) -> None:
        """Rows are records, so a spreadsheet and this library number them alike."""
        assert [2, 3] == [row.number for row in read_table('a,b\n"x\ny",2\n3,4\n').rows]

    def test_a_row_without_any_text_is_no_row(self) -> None:
        """Blank lines and lines of commas are passed over, and still counted in the numbers."""
        assert [2, 5] == [row.number for row in read_table("a,b\n1,2\n\n , \n3,4\n").rows]

    def test_empty_cells_after_the_last_column_say_nothing(self) -> None:
        """Spreadsheets write them; the header and the rows are read without them."""
        table = read_table("a,b,,\n1,2,,\n")

        assert (("a", "b"), ("1", "2")) == (table.header, table.rows[0].cells)

    @pytest.mark.parametrize("line", ["1", "1,2,3"], ids=["too short", "too long"])
    def test_a_row_of_another_length_is_set_aside(self, line: str) -> None:
        """It is listed with its number and its cells, and the others are read."""
        table = read_table(f"a,b\n1,2\n{line}\n")

        assert (1, (Row(3, tuple(line.split(","))),)) == (
            len(table.rows),
            tuple(each.row for each in table.rejected),
        )

    def test_the_reason_gives_both_lengths(self) -> None:
        """One cell where the header has two."""
        (rejected,) = read_table("a,b\n1\n").rejected

        assert "row 2: 1 cell, and the header has 2" in rejected.reason

    @pytest.mark.parametrize(
        ("source", "words"),
        [
            (b"", "the table: there is nothing in it. A header is needed"),
            ("\n\n", "there is nothing in it"),
            (b"a,b\n\xe9,2\n", "line 2 is not UTF-8: it holds the byte 0xe9"),
            ("a,b".encode("utf-16"), "the file is UTF-16, not UTF-8"),
            ("a,b\n1,\0\n", "line 2 holds a NUL"),
            ('a,b\n"1,2\n', "line 2 is not CSV"),
            ("a,,b\n1,2,3\n", "column B has no name"),
            ("Day closed,b,day_closed\n1,2,3\n", "two columns have one name"),
        ],
    )
    def test_what_is_no_table_is_refused(self, source: str | bytes, words: str) -> None:
        """The error says what is wrong, and where."""
        with pytest.raises(InvalidTable) as caught:
            read_table(source)

        assert words in str(caught.value)

    def test_a_folder_is_no_table(self, tmp_path: Path) -> None:
        """What the machine says about the path is passed on."""
        with pytest.raises(InvalidTable, match="cannot be read"):
            read_table(tmp_path)


class TestColumns:
    """Which column is which."""

    @pytest.mark.parametrize(
        "name", ["date_closed", "Date Closed", "DATE  CLOSED", "date-closed.", " Date/closed"]
    )
    def test_case_spaces_and_marks_do_not_matter(self, name: str) -> None:
        """All of these are one name."""
        assert "date_closed" == plain_name(name)

    def test_a_column_is_found_by_an_alias(self) -> None:
        """The name of the file is given back, for messages."""
        table = read_table("Date closed,b\n1,2\n")

        assert {"closed": "Date closed"} == located(table, [Column("closed", ("date_closed",))])

    def test_a_column_that_is_not_needed_may_be_missing(self) -> None:
        """It is not among what was found."""
        assert {} == located(read_table("a,b\n1,2\n"), [Column("c", needed=False)])

    def test_a_missing_column_is_refused_with_those_that_are_there(self) -> None:
        """The message lists the columns, and the nearest to the one that is missing."""
        with pytest.raises(InvalidTable) as caught:
            located(read_table("Date close,b\n1,2\n"), [Column("closed", ("date_closed",))])

        assert (
            "the table: the table has no column 'closed' (its columns are 'Date close' and 'b')."
            " Did you mean 'Date close' for 'closed'? It looks for closed or date_closed"
        ) == str(caught.value)

    def test_other_separators_are_known_by_the_header(self) -> None:
        """Semicolons in the header are semicolons in the rows."""
        assert {"a": "a"} == located(read_table("a;b\n1;2\n"), [Column("a")])

    def test_two_columns_for_one_meaning_are_refused(self) -> None:
        """Nothing says which of the two is meant, so neither is taken."""
        table = read_table("closed,Date closed\n1,2\n")

        with pytest.raises(InvalidTable, match="two columns are both read as 'closed'"):
            located(table, [Column("closed", ("date_closed",))])

    def test_of_two_columns_that_are_not_needed_the_better_name_counts(self) -> None:
        """A reference by its own name comes before one by another name."""
        table = read_table("ref,case_ref\n1,2\n")

        assert {"case_ref": "case_ref"} == located(
            table, [Column("case_ref", ("ref",), needed=False)]
        )


class TestDates:
    """One format for a whole column, day first."""

    @pytest.mark.parametrize(
        "cell",
        [
            "2024-08-29",
            "29/08/2024",
            "29/8/2024",
            "29 August 2024",
            "29 Aug 24",
            "29 aug 2024",
            "29-Aug-24",
            " 29\u00a0August  2024 ",
        ],
    )
    def test_a_day_is_read_in_each_format(self, cell: str) -> None:
        """All of them are 29 August 2024."""
        assert date(2024, 8, 29) == dates_in(read_table(column(cell)), "day").read[2]

    @pytest.mark.parametrize(
        ("cell", "day"),
        [
            ("14 Sept 23", date(2023, 9, 14)),
            ("14 Sep 23", date(2023, 9, 14)),
            ("28 March 22", date(2022, 3, 28)),
            ("5 May 99", date(2099, 5, 5)),
        ],
    )
    def test_months_in_words_may_be_short_and_years_mean_two_thousand(
        self, cell: str, day: date
    ) -> None:
        """A year of two figures is in this century, whichever it is."""
        assert day == dates_in(read_table(column(cell)), "day").read[2]

    def test_the_day_stands_first(self) -> None:
        """4 March, and never 3 April."""
        assert date(2025, 3, 4) == dates_in(read_table(column("04/03/2025")), "day").read[2]

    @pytest.mark.parametrize("cell", ["", "n/a", " N/A ", "-", "None", "not known", "Not  Known"])
    def test_null_words_are_missing(self, cell: str) -> None:
        """They are neither a date nor a finding."""
        values = dates_in(read_table(column(cell, "2024-08-29")), "day")

        assert (None, {}) == (values.read[2], values.findings)

    def test_a_word_that_is_not_listed_is_not_missing(self) -> None:
        """Nothing is taken for missing because it cannot be read."""
        assert not is_missing("soon")

    def test_the_format_is_that_of_most_cells(self) -> None:
        """The one cell in another format is a finding, although it could be read by itself."""
        values = dates_in(read_table(column("29 Aug 24", "2024-08-30", "1 Sept 24")), "day")

        assert ([date(2024, 8, 29), None, date(2024, 9, 1)], [3]) == (
            list(values.read.values()),
            list(values.findings),
        )

    def test_of_two_formats_as_frequent_the_first_counts(self) -> None:
        """The format of the column is that of its first cell."""
        assert [3] == list(dates_in(read_table(column("29/08/2024", "2024-08-30")), "day").findings)

    def test_a_format_can_be_declared(self) -> None:
        """Then the cells have no say in it."""
        table = read_table(column("29/08/2024", "2024-08-30"))

        assert [2] == list(dates_in(table, "day", date_format="iso").findings)

    def test_a_format_outside_the_list_is_refused(self) -> None:
        """The message has the list."""
        with pytest.raises(InvalidTable, match="Write 'iso', 'day/month/year', 'day month year'"):
            dates_in(read_table(column("2024-08-29")), "day", date_format="dd/mm/yyyy")

    def test_a_finding_says_all_that_is_needed(self) -> None:
        """Row, column, the cell as written, the rule and what to do."""
        values = dates_in(read_table(column("29 Aug 24", "30 Aug 24", "31 Sept 24")), "day")

        assert (
            "row 4, day: there is no such day; as written: '31 Sept 24' (the column is read as"
            " day month year: 29 August 2024). Correct it, written as 29 August 2024; or write"
            " 'n/a' if there is no date"
        ) == str(values.findings[4])

    @pytest.mark.parametrize(
        ("cell", "words"),
        [
            ("45720", "a spreadsheet's day number"),
            ("29.08.24", "the year in four figures"),
            ("August 29, 2024", "the day before the month"),
            ("August 2024", "A month is not a day"),
            ("soon", "Correct it, written as 2024-08-29"),
        ],
    )
    def test_what_is_written_instead_has_its_remedy(self, cell: str, words: str) -> None:
        """A column in which no cell has a format of the list is read in none."""
        finding = dates_in(read_table(column(cell)), "day").findings[2]

        assert ("not a date", True) == (finding.what, words in finding.remedy)

    def test_a_month_first_column_is_never_turned_round(self) -> None:
        """There is no month 25, and the remedy names the suspicion."""
        values = dates_in(read_table(column("03/04/2025", "03/25/2025")), "day")

        assert "writes the month first" in values.findings[3].remedy


class TestWholeNumbers:
    """Figures."""

    def test_figures_are_read_and_null_words_are_missing(self) -> None:
        """75 is a number, and n/a says that there is none."""
        assert {2: 75, 3: None} == whole_numbers_in(read_table(column(" 75 ", "n/a")), "day").read

    @pytest.mark.parametrize("cell", ["75.0", "-3", "about 75", "\u0667\u0665", "1234567"])
    def test_anything_else_is_a_finding(self, cell: str) -> None:
        """No figure is made out of what is not one."""
        values = whole_numbers_in(read_table(column(cell)), "day")

        assert (None, cell) == (values.read[2], values.findings[2].written)


class TestFindings:
    """What a finding holds."""

    def test_it_can_be_made_from_an_error(self) -> None:
        """The fields of the error are the fields of the finding."""
        error = OutsideCalendar("too early", where="day", written=date(2000, 1, 1), rule="r")

        assert ("refused", "too early", "day", "2000-01-01", "r") == (
            (found := Finding.from_error(2, error)).kind,
            found.what,
            found.column,
            found.written,
            found.rule,
        )

    def test_an_error_need_not_say_what_was_written(self) -> None:
        """Then the finding does not say it either."""
        assert "row 2: too early" == str(Finding.from_error(2, OutsideCalendar("too early")))

    def test_a_rejected_row_is_ready_for_json(self) -> None:
        """Its number, its cells, the reason and the findings."""
        (rejected,) = read_table("a,b\n1\n").rejected

        assert {"row", "reason", "cells", "findings"} == set(rejected.to_dict())
