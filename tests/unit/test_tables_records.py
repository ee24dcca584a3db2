# SPDX-License-Identifier: MIT
"""Records: columns found, formats decided over whole columns, rows read one after the other."""

from __future__ import annotations

import errno
import hashlib
import io
import os
import tempfile
import threading
import tracemalloc
from datetime import date
from pathlib import Path
from typing import BinaryIO, cast

import pytest

from complaint_timescales import Between
from complaint_timescales._errors import CannotWrite, InvalidTable
from complaint_timescales.tables import (
    ColumnMap,
    Decoded,
    Field,
    FieldKind,
    Records,
    Rejected,
    read_table,
    records_of,
)
from complaint_timescales.tables import _decoders as decoders
from complaint_timescales.tables import _input as inputs
from complaint_timescales.tables import _records as records_module
from complaint_timescales.tables import _tally as tallies

REF = Field("case_ref", FieldKind.TEXT, ("ref",))
CLOSED = Field("closed", FieldKind.DATE, ("date_closed",))
COMPLEX = Field("extended", FieldKind.YES_NO, ("complex",))
DAYS = Field("days", FieldKind.WHOLE)
FIELDS = (REF, CLOSED, COMPLEX, DAYS)


def said(text: str) -> ColumnMap:
    """A map."""
    return ColumnMap.from_toml(f"{text}\n")


def rows_of(records: Records) -> list[Decoded]:
    """The rows that could be taken apart."""
    return [row for row in records if isinstance(row, Decoded)]


def values_of(records: Records, field: str) -> list[object]:
    """What the rows say on a field."""
    return [row.values[field] for row in rows_of(records)]


def closed(*cells: str, told: str = "") -> Records:
    """Records with one column of dates."""
    text = "\n".join(["Date closed,x", *(f'"{cell}",x' for cell in cells)])
    return records_of(f"{text}\n", [CLOSED], column_map=said(told))


def kinds(records: Records) -> list[str]:
    """The kinds of what was found about columns, without the columns that no field uses."""
    return [each.kind for each in records.findings if each.kind != "unused_columns"]


class TestRows:
    """What one row says."""

    TABLE = "Ref,Date closed,Complex,Days,Team\n 007 ,29/08/2024,Y,65, North \nC-2,soon,maybe,x,\n"

    def test_every_field_with_a_column_has_its_value(self) -> None:
        """Leading zeros stay, and labels lose the space around them."""
        row = rows_of(records_of(self.TABLE, FIELDS))[0]

        assert (
            Decoded(
                2,
                {"case_ref": "007", "closed": date(2024, 8, 29), "extended": True, "days": 65},
                {"case_ref": " 007 ", "closed": "29/08/2024", "extended": "Y", "days": "65"},
                {"Team": "North"},
            )
            == row
        )

    def test_a_cell_that_cannot_be_read_is_none_and_a_finding(self) -> None:
        """The rest of its row is read."""
        row = rows_of(records_of(self.TABLE, FIELDS))[1]

        assert ("C-2", None, None, None) == tuple(row.values.values())
        assert frozenset({"closed", "extended", "days"}) == row.unread
        assert [
            ("Date closed", "not a date"),
            ("Complex", "neither yes nor no"),
            ("Days", "not a whole number"),
        ] == [(found.column, found.what) for found in row.findings]

    def test_a_row_of_another_length_is_set_aside_in_its_place(self) -> None:
        """And counted among the rows."""
        records = records_of("Ref,Date closed\nA,2024-08-29\nB\nC,2024-08-30\n", FIELDS)

        assert [(Decoded, 2), (Rejected, 3), (Decoded, 4)] == [
            (type(row), row.row.number if isinstance(row, Rejected) else row.number)
            for row in records
        ]
        assert 3 == records.row_count

    def test_a_field_without_a_column_has_no_value(self) -> None:
        """Nothing is made up for it."""
        assert {"case_ref"} == set(rows_of(records_of("Ref,x\nA,1\n", FIELDS))[0].values)

    def test_rows_can_be_read_again_and_side_by_side(self) -> None:
        """Each iteration is a pass of its own."""
        records = records_of(self.TABLE, FIELDS)

        assert list(records) == list(records)
        assert all(one == other for one, other in zip(records, records, strict=True))

    @pytest.mark.parametrize(
        ("cell", "value"),
        [("yes", True), ("TRUE", True), ("1", True), ("n", False), ("0", False), ("", None)],
    )
    def test_yes_and_no_have_a_closed_list(self, cell: str, value: bool | None) -> None:
        """In any case; a blank says neither."""
        records = records_of(f"Complex,x\n{cell},x\n", [COMPLEX])

        assert [value] == values_of(records, "extended")

    def test_a_cross_means_nothing_until_the_map_says_what(self) -> None:
        """It ticks a box for some, and strikes it out for others."""
        told = records_of("Complex,x\nx,x\n", [COMPLEX], column_map=said('no = ["X"]'))

        assert (
            frozenset({"extended"}) == rows_of(records_of("Complex,x\nx,x\n", [COMPLEX]))[0].unread
        )
        assert [False] == values_of(told, "extended")

    def test_a_word_of_the_map_loses_its_usual_meaning(self) -> None:
        """None is yes here, and n says nothing."""
        records = records_of(
            "Complex,x\nNone,x\nN,x\n",
            [COMPLEX],
            column_map=said('yes = ["none"]\nnulls = ["n"]'),
        )

        assert [True, None] == values_of(records, "extended")

    def test_null_words_hold_for_every_field(self) -> None:
        """The usual ones and those of the map."""
        records = records_of(
            "Ref,Date closed,Days\nn/a,awaited,-\nAwaited,not known,awaited\n",
            FIELDS,
            column_map=said('nulls = ["awaited"]'),
        )

        assert [[None] * 3] * 2 == [list(row.values.values()) for row in rows_of(records)]

    def test_values_of_the_map_are_what_is_meant(self) -> None:
        """In any case; other texts stay, with single spaces."""
        records = records_of(
            "Ref,x\nnu,x\nPartly  upheld,x\n",
            [REF],
            column_map=said('[values.case_ref]\n"NU" = "not upheld"'),
        )

        assert ["not upheld", "Partly upheld"] == values_of(records, "case_ref")

    def test_what_is_remembered_is_forgotten_when_it_is_much(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Which changes nothing in what is read."""
        monkeypatch.setattr(decoders, "_KEPT", 1)
        monkeypatch.setattr(tallies, "_KEPT", 1)

        assert [date(2024, 8, 29), date(2024, 8, 30), date(2024, 8, 29)] == values_of(
            closed("29/08/2024", "30/08/2024", "29/08/2024"), "closed"
        )


class TestColumns:
    """Which column is which."""

    def test_names_are_found_and_the_others_are_labels(self) -> None:
        """In the order of the fields, and in that of the header."""
        records = records_of("Team,Complex,Ref,Area\na,y,1,b\n", FIELDS)

        assert {"case_ref": "Ref", "extended": "Complex"} == records.columns
        assert ("Team", "Area") == records.label_names
        assert ["unused_columns"] == [found.kind for found in records.findings]

    def test_the_map_comes_before_names(self) -> None:
        """The column that it names is not taken by another field."""
        records = records_of(
            "Ref,Date closed,Done\nA,2024-08-29,2024-08-30\n",
            FIELDS,
            column_map=said('[columns]\nclosed = "done"'),
        )

        assert {"case_ref": "Ref", "closed": "Done"} == records.columns

    def test_a_field_can_be_told_to_have_no_column(self) -> None:
        """Then no name makes it one."""
        records = closed("2024-08-29", told='[columns]\nclosed = ""')

        assert {} == records.columns

    def test_of_two_columns_for_one_field_the_better_name_counts(self) -> None:
        """Which is said."""
        records = records_of("Date closed,Closed\n2024-08-29,2024-08-30\n", [CLOSED])

        assert {"closed": "Closed"} == records.columns
        assert (
            "'closed' is read from 'Closed', and not from 'Date closed'" == records.findings[0].what
        )

    def test_a_name_that_is_nearly_that_of_a_field_is_pointed_out(self) -> None:
        """With the line for the map."""
        records = records_of("Date close,Team\n2024-08-29,x\n", [CLOSED])

        assert "near_name" == records.findings[0].kind
        assert 'closed = "Date close"' in records.findings[0].remedy

    def test_a_field_that_was_found_is_looked_for_no_more(self) -> None:
        """So nothing is near it."""
        assert [] == kinds(records_of("Date closed,Date close\n2024-08-29,x\n", [CLOSED]))

    def test_without_a_header_columns_go_by_letter_or_number(self) -> None:
        """And the first row is a row."""
        records = records_of(
            "A-1,2024-08-29,North\nA-2,2024-08-30,South\n",
            FIELDS,
            column_map=said('header = false\n[columns]\ncase_ref = "1"\nclosed = "b"'),
        )

        assert (("A", "B", "C"), {"case_ref": "A", "closed": "B"}) == (
            records.header,
            records.columns,
        )
        assert [(1, {"C": "North"}), (2, {"C": "South"})] == [
            (row.number, row.labels) for row in rows_of(records)
        ]

    def test_many_unused_columns_are_not_all_named(self) -> None:
        """Twenty of them are."""
        header = ",".join(f"c{n}" for n in range(30))
        (found,) = records_of(f"{header}\n", [CLOSED]).findings

        assert found.what.endswith("'c18' and 'c19' and more")

    def test_every_column_may_be_used(self) -> None:
        """Then there is nothing to say."""
        assert () == records_of("Date closed\n29/08/2024\n", [CLOSED]).findings


class TestHeaders:
    """Where the header stands."""

    TITLED = "Complaints 2024\n\nRef,Date closed\nA,2024-08-29\n"

    def test_a_title_above_it_is_never_guessed_away(self) -> None:
        """The message says what to say."""
        with pytest.raises(InvalidTable) as caught:
            records_of(self.TITLED, FIELDS)

        assert (
            "the table: row 1 has one cell, and row 3 has more; as written: 'Complaints 2024'."
            " If row 3 is the header, say `header_row = 3` in its map"
        ) == str(caught.value)

    def test_its_row_can_be_told(self) -> None:
        """Rows keep the numbers that a spreadsheet shows."""
        records = records_of(self.TITLED, FIELDS, column_map=said("header_row = 3"))

        assert ([4], ("Ref", "Date closed")) == (
            [row.number for row in rows_of(records)],
            records.header,
        )

    def test_a_blank_row_is_no_header(self) -> None:
        """The row that was told has to have text."""
        with pytest.raises(InvalidTable, match="there is nothing in row 2"):
            records_of(self.TITLED, FIELDS, column_map=said("header_row = 2"))

    def test_a_table_of_one_column_has_no_title(self) -> None:
        """No row is wider than the first."""
        assert 2 == records_of("Date closed\n2024-08-29\n2024-08-30\n", [CLOSED]).row_count

    def test_more_columns_than_a_spreadsheet_has_are_refused(self) -> None:
        """It has 16,384."""
        with pytest.raises(InvalidTable, match="more than 16,384 columns"):
            records_of(f"{'a,' * 16_384}a\n", FIELDS)

    def test_a_header_alone_is_a_table_without_rows(self) -> None:
        """Its dates are blank."""
        records = records_of("Date closed\n", [CLOSED])

        assert (0, [], {"closed": "blank"}) == (records.row_count, list(records), records.formats)


class TestSeparators:
    """Commas, semicolons, tabs and bars, as the header shows; or as is told."""

    @pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
    def test_the_header_shows_which(self, mark: str) -> None:
        """Whatever the rows hold besides."""
        records = records_of(f'Ref{mark}Date closed\n"a,b;c|d"{mark}2024-08-29\n', FIELDS)

        assert [("a,b;c|d", date(2024, 8, 29))] == [
            tuple(row.values.values()) for row in rows_of(records)
        ]

    def test_a_mark_in_quotes_is_none(self) -> None:
        """A name may hold one."""
        assert ("Ref; or name", "b") == records_of('"Ref; or name",b\n', FIELDS).header

    def test_two_marks_are_refused(self) -> None:
        """Nothing says which of them is meant."""
        with pytest.raises(
            InvalidTable, match="more than one mark that can separate cells: comma and semicolon"
        ):
            records_of("Ref;Date closed, if any\n", FIELDS)

    @pytest.mark.parametrize(("mark", "width"), [(";", 2), (",", 2), ("~", 1)])
    def test_a_map_says_which(self, mark: str, width: int) -> None:
        """Then the header is not asked."""
        told = ColumnMap(delimiter=mark)

        assert width == len(records_of("Ref;Date closed, if any\n", FIELDS, column_map=told).header)


class TestFormats:
    """Decided once, for the whole column."""

    def test_the_format_of_most_cells_is_that_of_the_column(self) -> None:
        """The others are left unread, although each could be read by itself."""
        records = closed("29 Aug 24", "2024-08-30", "31 Aug 24")

        assert ({"closed": "day month year"}, ["mixed_formats"]) == (
            records.formats,
            kinds(records),
        )
        assert [date(2024, 8, 29), None, date(2024, 8, 31)] == values_of(records, "closed")
        assert (
            "dates are written in more than one format: 2 as day month year and 1 as iso"
            " ('2024-08-30' in row 3)"
        ) == records.findings[0].what

    def test_days_that_could_be_months_are_read_day_first_and_said(self) -> None:
        """4 March 2025, and nothing in the column shows that it is not 3 April."""
        records = closed("04/03/2025", "05/05/2025")

        assert (["order_unproven"], date(2025, 3, 4)) == (
            kinds(records),
            values_of(records, "closed")[0],
        )
        assert "1 cell could be either, as '04/03/2025' in row 2" in records.findings[0].what

    def test_one_day_after_the_twelfth_shows_the_order(self) -> None:
        """The thirteenth can be no month."""
        assert [] == kinds(closed("04/03/2025", "13/03/2025"))

    def test_equal_days_and_months_show_nothing_and_harm_nothing(self) -> None:
        """5 May is 5 May either way."""
        assert [] == kinds(closed("05/05/2025"))

    def test_a_column_with_the_month_first_is_not_read(self) -> None:
        """Not even those cells that could be read day first, for they would be wrong."""
        records = closed("03/04/2025", "03/25/2025")

        assert ({"closed": "unread"}, ["month_first"]) == (records.formats, kinds(records))
        assert [None, None] == values_of(records, "closed")
        assert (
            "1 cell has the month first, as '03/25/2025' in row 3; 0 the day first; and 1 could be"
            " either: none of them is read"
        ) == records.findings[0].what

    def test_it_is_read_month_first_once_that_is_told(self) -> None:
        """Then 3 April is 4 March."""
        records = closed("03/04/2025", "03/25/2025", told='format = "month/day/year"')

        assert ([date(2025, 3, 4), date(2025, 3, 25)], []) == (
            values_of(records, "closed"),
            kinds(records),
        )

    def test_as_many_of_each_order_are_not_read(self) -> None:
        """A tie decides nothing."""
        assert {"closed": "unread"} == closed("25/03/2025", "03/25/2025").formats

    def test_a_slip_among_many_leaves_the_column_day_first(self) -> None:
        """It is said, and the slip itself is unread."""
        records = closed("25/03/2025", "26/03/2025", "03/27/2025", "04/03/2025")

        assert (["mixed_order"], [None, date(2025, 3, 4)]) == (
            kinds(records),
            values_of(records, "closed")[2:],
        )
        assert (
            "2 the day first; and 1 could be either, and are read day first"
            in records.findings[0].what
        )

    def test_a_slip_in_a_column_of_another_format_is_unread(self) -> None:
        """The order of figures does not matter where the column has none."""
        records = closed("29 Aug 24", "30 Aug 24", "03/27/2025", "27/03/2025", "28/03/2025")

        assert {"closed": "day/month/year"} == records.formats

    def test_months_alone_are_bounds_in_a_column_of_any_format(self) -> None:
        """And a finding that counts them."""
        records = closed("29/08/2024", "Sep 23", "2023-10")

        assert ["month_only"] == kinds(records)
        assert [Between.month(2023, 9), Between.month(2023, 10)] == values_of(records, "closed")[1:]
        assert "2 cells have the month alone, as 'Sep 23' in row 3" == records.findings[0].what

    def test_a_column_of_months_needs_no_format(self) -> None:
        """Each is read for what it says."""
        assert {"closed": "month only"} == closed("September 2023").formats

    def test_a_format_that_was_not_told_is_named(self) -> None:
        """The cells have its shape."""
        records = closed("29/08/24", "30/08/24", "45533")

        assert (["format_not_told"], [None] * 3) == (kinds(records), values_of(records, "closed"))
        assert "say `format = 'day/month/yy'` in the map" in records.findings[0].remedy

    def test_it_is_read_once_it_is_told(self) -> None:
        """For this field alone."""
        records = closed("45533", told='[formats]\nclosed = "serial"')

        assert ([date(2024, 8, 29)], {"closed": "serial"}) == (
            values_of(records, "closed"),
            records.formats,
        )

    def test_a_told_format_leaves_the_others_unread_and_says_so(self) -> None:
        """It is not the cells that decide."""
        records = closed("29/08/2024", "2024-08-30", told='format = "iso"')

        assert (["mixed_formats"], [None, date(2024, 8, 30)]) == (
            kinds(records),
            values_of(records, "closed"),
        )

    def test_a_column_of_words_is_unread(self) -> None:
        """Each cell has its finding, and the column none."""
        records = closed("soon", "later")

        assert ({"closed": "unread"}, []) == (records.formats, kinds(records))

    def test_figures_that_are_no_day_are_a_finding_of_their_cell(self) -> None:
        """31 September, and the month 0."""
        records = closed("31/09/2024", "30/09/2024", "10/00/2024", "45/45/2024")

        assert [[2], [], [4], [5]] == [[f.row for f in row.findings] for row in rows_of(records)]
        assert [] == kinds(records)


class TestSources:
    """Whatever it is read from."""

    TEXT = "Ref,Date closed\nA,29/08/2024\n"

    def test_all_sources_give_the_same(self, tmp_path: Path) -> None:
        """A text, its bytes, its path, and a stream."""
        path = tmp_path / "cases.csv"
        path.write_text(self.TEXT, encoding="utf-8", newline="")
        sources = (self.TEXT, self.TEXT.encode(), path, str(path), io.BytesIO(self.TEXT.encode()))
        found = [records_of(source, FIELDS) for source in sources]

        assert [list(found[0])] * 5 == [list(records) for records in found]
        assert {hashlib.sha256(self.TEXT.encode()).hexdigest()} == {each.digest for each in found}
        assert ["the table"] * 2 + ["cases.csv"] * 2 + ["the table"] == [
            each.name for each in found
        ]

    def test_a_stream_larger_than_memory_may_hold_is_kept_in_a_file(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """And read from two places at once."""
        monkeypatch.setattr(inputs, "_IN_MEMORY", 8)
        records = records_of(io.BytesIO(self.TEXT.encode()), FIELDS, name="standard input")

        assert all(one == other for one, other in zip(records, records, strict=True))
        assert "standard input" == records.name

    def test_a_stream_that_cannot_be_read_is_refused(self) -> None:
        """Such as a disk that has been taken out."""

        class Broken(io.RawIOBase):
            def read(self, size: int = -1) -> bytes:
                raise OSError(errno.EIO, os.strerror(errno.EIO))

        with pytest.raises(InvalidTable, match="the table: the file cannot be read"):
            records_of(cast("BinaryIO", Broken()), FIELDS)

    def test_a_stream_without_room_is_said_in_words(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """What is too long for memory goes into a temporary file."""

        class Full(tempfile.SpooledTemporaryFile[bytes]):
            def flush(self) -> None:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        monkeypatch.setattr(tempfile, "SpooledTemporaryFile", Full)
        with pytest.raises(CannotWrite, match="no room for what was read: No space left"):
            records_of(io.BytesIO(b"a,b\n1,2\n"), FIELDS)

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this machine has no named pipes")
    def test_a_pipe_is_read_once(self, tmp_path: Path) -> None:
        """Although it has a path."""
        path = tmp_path / "pipe"
        os.mkfifo(path)
        writer = threading.Thread(target=path.write_text, args=(self.TEXT,))
        writer.start()
        records = records_of(path, FIELDS)
        writer.join()

        assert list(records) == list(records)

    def test_a_file_that_changes_between_passes_is_refused(self, tmp_path: Path) -> None:
        """Its format was decided over other cells."""
        path = tmp_path / "cases.csv"
        path.write_text(self.TEXT, encoding="utf-8")
        records = records_of(path, FIELDS)
        path.write_text(self.TEXT.replace("29", "30"), encoding="utf-8")

        with pytest.raises(InvalidTable, match="changed while it was read"):
            list(records)

    @pytest.mark.parametrize("encoding", ["cp1252", "utf-16"])
    def test_an_encoding_can_be_told(self, encoding: str) -> None:
        """As Windows and spreadsheets have it."""
        records = records_of(
            "Ref,x\nSiân,x\n".encode(encoding), [REF], column_map=ColumnMap(encoding=encoding)
        )

        assert ["Siân"] == values_of(records, "case_ref")

    def test_progress_is_told_in_the_first_pass(self) -> None:
        """Every 8,192 rows, and at the end."""
        seen: list[int] = []
        records = records_of("Ref,x\n" + "A,x\n" * 10_000, [REF], progress=seen.append)

        assert ([8192, 10_000], 10_000) == (seen, records.row_count)

    def test_rows_are_not_held(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Four times the rows take no more memory, beside the bytes themselves."""
        monkeypatch.setattr(records_module, "_BATCH", 256)
        peaks = []
        for count in (1_000, 4_000):
            content = ("Ref,Date closed,Notes\n" + "A,29/08/2024,some words\n" * count).encode()
            tracemalloc.start()
            assert count == sum(1 for _ in records_of(content, FIELDS))
            peaks.append(tracemalloc.get_traced_memory()[1])
            tracemalloc.stop()

        assert peaks[1] < 1.2 * peaks[0]


class TestHostile:
    """What is no table is refused, soon and in words."""

    @pytest.mark.parametrize(
        ("source", "words"),
        [
            ("Ref,x\nA,\0\n", "line 2 holds a NUL"),
            ("Ref,x\n" * 20_000 + "A,\0\n", "line 20001 holds a NUL"),
            ("Ref,x\n\ud800,x\n", "line 2 holds half of a character: '\\ud800'"),
            (f"Ref,x\n{'y' * 200_000},x\n", "line 2 has a cell of more than 131,072 characters"),
            ('Ref,x\n"' + "y\n" * 100_000, "has a cell of more than 131,072 characters"),
            ('Ref,x\n"A,x\n', "line 2 is not CSV: unexpected end of data"),
            ('Ref,x\nA,"x"y\n', "line 2 is not CSV"),
            (b"Ref,x\n\xe9,x\n", "line 2 is not UTF-8: it holds the byte 0xe9"),
            (b"Ref,x\n" + b"A,x\n" * 9_000 + b"\xe9\n", "line 9002 is not UTF-8"),
            (b"Ref,x\n\xe9,x\n", "say `encoding = 'cp1252'` in its map"),
            ("Ref,x\n".encode("utf-16"), "the file is UTF-16, not UTF-8"),
            (b"<html><table><tr><td>Ref", "a page of HTML or XML, whatever its name says"),
            (b"\xef\xbb\xbf\n<?xml version='1.0'?>", "a page of HTML or XML"),
            (b"%PDF-1.7\n", "the file is a PDF"),
            (b"Ref," * 5_000_000, "more than 16,777,216 bytes"),
            (b"", "there is nothing in it"),
            ("Ref,,x\n1,2,3\n", "column B has no name"),
        ],
        ids=map(str, range(17)),
    )
    def test_it_is_refused(self, source: str | bytes, words: str) -> None:
        """With the line, and what to do."""
        with pytest.raises(InvalidTable) as caught:
            list(records_of(source, FIELDS))

        assert words in str(caught.value)

    @pytest.mark.parametrize(
        ("content", "encoding", "words"),
        [
            (b"Ref,x\n\x81,x\n", "cp1252", "line 2 is not CP1252: it holds the byte 0x81"),
            (b"Ref,x\nA,x\n ", "utf-16", "it is not UTF-16"),
        ],
    )
    def test_a_wrong_encoding_is_refused(self, content: bytes, encoding: str, words: str) -> None:
        """Windows has no character 0x81, and UTF-16 starts with its mark."""
        with pytest.raises(InvalidTable, match=words):
            records_of(content, FIELDS, column_map=ColumnMap(encoding=encoding))

    def test_long_names_and_many_of_them_are_compared_with_few(self) -> None:
        """Likeness takes time, so there is an end to it."""
        header = ",".join([*(f"column_{n}" for n in range(5_000)), "date_close" * 5_000])

        assert ["unused_columns"] == [
            found.kind for found in records_of(f"{header}\n", FIELDS).findings
        ]

    def test_old_ends_of_lines_are_ends_of_lines(self) -> None:
        """Those of the Macintosh before 2001."""
        assert 2 == len(read_table(b"a,b\r1,2\r3,4\r").rows)
