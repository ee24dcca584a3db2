# SPDX-License-Identifier: MIT
"""Workbooks: which sheet, what its cells say, and what is refused before it is read."""

from __future__ import annotations

import io
import struct
import sys
import zipfile
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from complaint_timescales._errors import InvalidTable
from complaint_timescales.check import check_table
from complaint_timescales.tables import (
    ColumnMap,
    Decoded,
    Field,
    FieldKind,
    dates_in,
    read_table,
    records_of,
)
from complaint_timescales.tables import _guard as guard
from complaint_timescales.tables._compound import HasPassword
from complaint_timescales.tables._guard import (
    _cells_of_ods,
    _cells_of_xlsb,
    _cells_of_xlsx,
    whole_tags,
)
from complaint_timescales.tables._workbooks import _is_damage
from complaint_timescales.tables._xls import cells_of_xls

pytest.importorskip("python_calamine", reason="what reads workbooks is in the extra `excel`")
xlsxwriter = pytest.importorskip("xlsxwriter", reason="what writes them comes with it")

DATA = Path(__file__).parents[1] / "data"
FIELDS = (
    Field("case_ref", FieldKind.TEXT, ("ref",)),
    Field("received", FieldKind.DATE, ("date_received",)),
    Field("extended", FieldKind.YES_NO, ("complex",)),
)
Cells = dict[tuple[int, int], object]


def xlsx(sheets: dict[str, Cells], *, merge: str = "") -> bytes:
    """A workbook of sheets, whose cells are given by their row and column from 0 on."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        form = book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
        for name, cells in sheets.items():
            sheet = book.add_worksheet(name)
            for (row, column), value in cells.items():
                if isinstance(value, date | time | timedelta):
                    sheet.write_datetime(row, column, value, form)
                else:
                    sheet.write(row, column, value)
            if merge:
                sheet.merge_range(merge, "merged")
    return content.getvalue()


def table(*rows: Iterable[object], top: int = 0, left: int = 0) -> Cells:
    """Cells of rows, from a place on."""
    return {
        (top + at, left + place): value
        for at, row in enumerate(rows)
        for place, value in enumerate(row)
        if value is not None
    }


HEADER = ("Ref", "Date received", "Complex")
ROW = ("C-001", date(2024, 8, 29), "Yes")


class TestCells:
    """What cells say."""

    @pytest.mark.parametrize("name", ["complaints.xls", "complaints.ods"])
    def test_other_kinds_of_workbook_say_the_same(self, name: str) -> None:
        """A time of day is cut off, a number is its figures, and a truth value says yes or no."""
        records = records_of(DATA / name, FIELDS)

        assert [("C-001", date(2024, 8, 29), True), ("17", date(2024, 8, 30), False)] == [
            tuple(row.values.values()) for row in records if isinstance(row, Decoded)
        ]
        assert (name, {"received": "real dates"}) == (records.name, records.formats)

    def test_days_of_a_sheet_need_no_format(self) -> None:
        """They are read beside texts in the format of the column."""
        rows = (
            HEADER,
            ROW,
            ("C-2", "30/08/2024", None),
            ("C-3", datetime(2024, 8, 31, 23, 59), "No"),
        )
        records = records_of(xlsx({"Data": table(*rows)}), FIELDS)

        assert [date(2024, 8, 29), date(2024, 8, 30), date(2024, 8, 31)] == [
            row.values["received"] for row in records if isinstance(row, Decoded)
        ]
        assert {"received": "day/month/year"} == records.formats

    def test_a_text_in_the_figures_of_a_day_has_a_format(self) -> None:
        """It is another format than that of the column, though the day beside it is the same."""
        rows = (
            HEADER,
            ROW,
            ("C-2", "30/08/2024", 0),
            ("C-3", "31/08/2024", 0),
            ("C-4", "2024-08-29", 1),
        )
        records = records_of(xlsx({"Data": table(*rows)}), FIELDS)

        assert [frozenset(), frozenset(), frozenset(), frozenset({"received"})] == [
            row.unread for row in records if isinstance(row, Decoded)
        ]

    def test_what_was_written_is_plain_text(self) -> None:
        """Days are shown as 2024-08-29."""
        (row,) = records_of(xlsx({"Data": table(HEADER, ROW)}), FIELDS[:2])

        assert isinstance(row, Decoded)
        assert ({"case_ref": "C-001", "received": "2024-08-29"}, {"Complex": "Yes"}) == (
            row.written,
            row.labels,
        )

    @pytest.mark.parametrize(
        ("cell", "text"),
        [
            (65, "65"),
            (65.5, "65.5"),
            (1e20, "1e+20"),
            (True, "TRUE"),
            (False, "FALSE"),
            (time(14, 5), "14:05:00"),
        ],
    )
    def test_a_cell_without_a_day_is_its_text(self, cell: object, text: str) -> None:
        """As a spreadsheet shows it."""
        assert text == read_table(xlsx({"Data": table(("a", "b"), (cell, "x"))})).rows[0].cells[0]

    def test_blank_rows_are_passed_over_and_counted(self) -> None:
        """Numbers are those that the spreadsheet shows; so are those of merged cells."""
        cells = table(HEADER, ROW, top=3, left=1) | table(ROW, top=7, left=1)
        found = read_table(xlsx({"Data": cells}))

        assert ([5, 8], HEADER) == ([row.number for row in found.rows], found.header)

    def test_merged_cells_say_what_they_say_in_the_first(self) -> None:
        """The others are blank."""
        found = read_table(xlsx({"Data": table(HEADER, ROW)}, merge="A3:B4"))

        assert [("merged", "", "")] == [row.cells for row in found.rows[1:]]

    def test_without_a_header_letters_are_those_of_the_spreadsheet(self) -> None:
        """Blank columns on the left are columns."""
        said = ColumnMap(header=False, columns={"received": "C"})
        records = records_of(xlsx({"Data": table(ROW, left=1)}), FIELDS, column_map=said)

        assert (("A", "B", "C", "D"), {"received": "C"}) == (records.header, records.columns)

    def test_a_workbook_can_come_as_a_stream(self) -> None:
        """Standard input, for one."""
        content = xlsx({"Data": table(HEADER, ROW)})

        assert read_table(content) == read_table(io.BytesIO(content))

    def test_the_dates_of_a_small_table_are_read_alike(self) -> None:
        """By what checks tables of dates as well."""
        content = xlsx({"Data": table(HEADER, ROW)})

        assert {2: date(2024, 8, 29)} == dates_in(read_table(content), "Date received").read

    def test_a_workbook_can_be_checked(self) -> None:
        """75 working days from 22 February to 14 June 2022, as the stated one of Sandwell."""
        rows = (("provision", "start", "end"), ("17(6)", date(2022, 2, 22), date(2022, 6, 14)))
        (row,) = check_table(xlsx({"Data": table(*rows)})).rows

        assert 75 == row.readings[0].working_days


class TestSheets:
    """Which sheet is read."""

    def test_sheets_without_anything_do_not_count(self) -> None:
        """One of three has a table."""
        content = xlsx({"Notes": {}, "Data": table(HEADER, ROW), "Sheet3": {}})

        assert HEADER == read_table(content).header

    def test_of_several_none_is_guessed(self) -> None:
        """They are listed, with what to say."""
        content = xlsx({"Lists": table(("x",)), "Data": table(HEADER, ROW)})

        with pytest.raises(InvalidTable) as caught:
            read_table(content)
        assert (
            "the table: more than one sheet has something in it: 'Lists' and 'Data'."
            " Say which in its map, as `sheet = 'Lists'`"
        ) == str(caught.value)

    def test_one_can_be_named(self) -> None:
        """By its name on the tab."""
        content = xlsx({"Lists": table(("x",)), "Data": table(HEADER, ROW)})

        assert HEADER == read_table(content, column_map=ColumnMap(sheet="Data")).header

    @pytest.mark.parametrize(("name", "hint"), [("Date", "Did you mean 'Data'? "), ("zzz", "")])
    def test_a_name_that_is_not_there_is_refused(self, name: str, hint: str) -> None:
        """With those that are."""
        with pytest.raises(InvalidTable) as caught:
            read_table(xlsx({"Data": table(HEADER)}), column_map=ColumnMap(sheet=name))

        assert f"no such sheet; as written: '{name}'. {hint}Its sheets are 'Data'" in str(
            caught.value
        )

    @pytest.mark.parametrize(
        "said", [ColumnMap(), ColumnMap(sheet="Data"), ColumnMap(sheet="Data", header=False)]
    )
    def test_a_workbook_without_anything_is_no_table(self, said: ColumnMap) -> None:
        """Whether its sheet is named or not."""
        with pytest.raises(InvalidTable, match="there is nothing in it"):
            read_table(xlsx({"Data": {}}), column_map=said)


def xlsb(row: int, column: int) -> bytes:
    """A sheet of records: a row, a cell of it, and its end."""
    cell = struct.pack("<I4xH", column, 0)
    return (
        b"\x81\x01\x00"
        b"\x00\x04" + struct.pack("<I", row) + bytes([7, len(cell)]) + cell + b"\x82\x01\x00"
    )


def archive(**parts: bytes) -> bytes:
    """A zip archive."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as made:
        for name, part in parts.items():
            made.writestr(name, part)
    return content.getvalue()


class TestSize:
    """A sheet takes up its whole rectangle, so that is found out first."""

    def test_a_cell_far_away_is_refused(self) -> None:
        """The last cell of a sheet is in column 16,384 and row 1,048,576."""
        with pytest.raises(InvalidTable) as caught:
            read_table(xlsx({"Data": table(HEADER) | {(1_048_575, 16_383): "x"}}))

        assert "17,179,869,184 cells from the first to the last of its sheets" in str(caught.value)
        assert "Clear what stands far from the table" in str(caught.value)

    def test_a_wide_sheet_is_counted_by_its_rows(self) -> None:
        """Nine hundred columns of ten rows are few cells."""
        content = xlsx({"Data": table(HEADER, ROW) | {(9, 899): "x"}})

        assert 2 == len(read_table(content).rows) + len(read_table(content).rejected)

    def test_an_archive_that_unpacks_to_more_than_may_be_is_refused(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """By its directory, before anything is unpacked."""
        monkeypatch.setattr(guard, "MOST_BYTES", 1000)
        with pytest.raises(InvalidTable, match="bytes when unpacked"):
            read_table(xlsx({"Data": table(HEADER, ROW)}))

    @pytest.mark.parametrize(
        ("name", "part"),
        [
            (
                "content.xml",
                b'<table:table xmlns:table="x"><table:table-row table:number-rows-repeated="99999">'
                b'<table:table-cell table:number-columns-repeated="999">x</table:table-cell>'
                b"</table:table-row></table:table>",
            ),
            ("xl/sheet.bin", xlsb(99_998, 998)),
        ],
    )
    def test_other_kinds_are_counted_alike(self, name: str, part: bytes) -> None:
        """99,999 rows of 999 columns."""
        with pytest.raises(InvalidTable, match="99,899,001 cells"):
            read_table(archive(**{name: part, "other": b""}))

    @pytest.mark.parametrize(
        ("text", "cells"),
        [
            (b'<row r="1"><c r="A1"/><c r="C1"/></row><row r="4"><c r="B4"/></row>', 4 * 3),
            (b"<row><c><v>1</v></c><c/></row><row><c/></row>", 2 * 2),
            (b"<x:row><x:c r = 'AB7'/></x:row>", 7 * 28),
            (b'<row><c/><c/><c r="ZZ3"/></row>', 3 * (702 + 3)),
            (b"<a/>", 0),
        ],
    )
    def test_cells_with_references_and_without(self, text: bytes, cells: int) -> None:
        """Rows times columns, and never fewer."""
        assert cells == _cells_of_xlsx(iter([text]))

    def test_a_row_may_run_on_in_the_next_piece(self) -> None:
        """Its cells are added up."""
        assert 3 == _cells_of_xlsx(iter([b"<row><c/><c/>", b"<c/></row>"]))

    @pytest.mark.parametrize(
        ("text", "cells"),
        [
            ('<table:table-row><table:table-cell office:value-type="float"/></table:table-row>', 1),
            (
                '<table:table-row table:number-rows-repeated="9"><table:table-cell/></table:table-row>',
                0,
            ),
            (
                '<table:table-row table:number-rows-repeated="9"/><table:table-row>'
                '<table:table-cell table:number-columns-repeated="4"/>'
                "<table:table-cell>x</table:table-cell></table:table-row>",
                10 * 5,
            ),
        ],
    )
    def test_blanks_count_where_something_stands_behind_them(self, text: str, cells: int) -> None:
        """Spreadsheets end a sheet with a million blank rows, which are none."""
        whole = f'<table:table xmlns:table="t" xmlns:office="o">{text}</table:table>'

        assert cells == _cells_of_ods(iter([whole.encode()]))

    def test_records_that_are_no_sheet_have_no_cells(self) -> None:
        """Nor has a number without an end."""
        assert (0, 0) == (
            _cells_of_xlsb(b"\x83\x01\x00"),
            _cells_of_xlsb(b"\x81\x01\x80\x80\x80\x80\x80"),
        )

    def test_a_tag_without_an_end_is_refused(self) -> None:
        """There is no end to what could be kept of it."""
        with pytest.raises(InvalidTable, match="a tag without an end"):
            list(whole_tags(io.BytesIO(b"<" + b"x" * (18 << 20)), "x"))


SECTOR = 512


def compound(stream: bytes, *, name: str = "Workbook") -> bytes:
    """A compound file with one stream of more than 4,096 bytes, in sectors from the third on."""
    blocks = -(-len(stream) // SECTOR)
    table = [0xFFFFFFFD, 0xFFFFFFFE, *range(3, 2 + blocks), 0xFFFFFFFE]
    head = bytearray(SECTOR)
    head[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<H", head, 30, 9)
    struct.pack_into("<I", head, 48, 1)
    struct.pack_into("<III", head, 56, 4096, 0xFFFFFFFE, 0)
    struct.pack_into("<I", head, 68, 0xFFFFFFFE)
    struct.pack_into("<109I", head, 76, 0, *[0xFFFFFFFF] * 108)
    entries = b""
    for title, start, size in (("Root Entry", 0xFFFFFFFE, 0), (name, 2, len(stream))):
        text = title.encode("utf-16-le")
        entries += struct.pack("<64sH50xII4x", text, len(text) + 2, start, size)
    padded = stream.ljust(blocks * SECTOR, b"\0")
    numbers = struct.pack(f"<{len(table)}I", *table).ljust(SECTOR, b"\xff")
    return bytes(head) + numbers[:SECTOR] + entries.ljust(SECTOR, b"\0") + padded


def record(kind: int, form: str, *values: int) -> bytes:
    """One record of an XLS workbook."""
    body = struct.pack(form, *values)
    return struct.pack("<HH", kind, len(body)) + body


FILLER = record(0x0042, "<5000x")


class TestXls:
    """The records of a workbook from before 2007."""

    @pytest.mark.parametrize(
        ("records", "cells"),
        [
            (record(0x0200, "<IIHHH", 0, 20, 0, 3, 0), 20 * 3),
            (record(0x0200, "<HHHH", 5, 20, 1, 3), 15 * 2),
            (record(0x0203, "<HHHd", 9, 4, 0, 0), 10 * 5),
            (record(0x00BD, "<HHH", 9, 4, 7), 10 * 8),
            (record(0x0203, "<H", 9), 0),
        ],
        ids=["size", "size before 1997", "a number", "many numbers", "cut short"],
    )
    def test_cells_are_counted(self, records: bytes, cells: int) -> None:
        """By what the sheet says of its size, and by where its cells are."""
        assert cells == cells_of_xls(compound(records + FILLER))

    def test_more_than_may_be_are_refused(self) -> None:
        """Before they are read."""
        with pytest.raises(InvalidTable, match="4,294,836,225 cells"):
            read_table(compound(record(0x0200, "<IIHHH", 0, 65_535, 0, 65_535, 0) + FILLER))

    @pytest.mark.parametrize("size", [(9, 3, 0, 3, 0), (0, 3, 9, 3, 0)])
    def test_a_sheet_that_ends_before_it_begins_is_refused(self, size: tuple[int, ...]) -> None:
        """Its size would be taken for a very large one."""
        with pytest.raises(InvalidTable, match="cannot be read: a sheet ends before it begins"):
            read_table(compound(record(0x0200, "<IIHHH", *size) + FILLER))

    def test_sectors_in_a_circle_are_refused(self) -> None:
        """The second one leads back to the first; and so does that of the directory."""
        for at, back in ((3, 2), (1, 1)):
            content = bytearray(compound(FILLER))
            struct.pack_into("<I", content, SECTOR + 4 * at, back)
            with pytest.raises(ValueError, match="in a circle"):
                cells_of_xls(bytes(content))

    def test_the_stream_had_another_name_before_1997(self) -> None:
        """And a file without either has no cells."""
        stream = record(0x0203, "<HHHd", 9, 4, 0, 0) + FILLER

        assert (50, 0) == (
            cells_of_xls(compound(stream, name="Book")),
            cells_of_xls(compound(stream, name="x")),
        )

    def test_a_password_is_said(self) -> None:
        """The workbook itself is a stream that nobody can read without it."""
        content = compound(FILLER, name="EncryptedPackage")

        with pytest.raises(HasPassword):
            cells_of_xls(content)
        with pytest.raises(InvalidTable, match="has a password"):
            read_table(content)

    def test_a_long_table_of_sectors_goes_on_elsewhere(self) -> None:
        """The header has room for 109 of its sectors; the next are listed in one of their own."""
        content = bytearray(compound(record(0x0203, "<HHHd", 9, 4, 0, 0) + FILLER))
        more = len(content) // SECTOR - 1
        struct.pack_into("<I", content, 76, 0xFFFFFFFF)
        struct.pack_into("<I", content, 68, more)
        listing = struct.pack("<128I", 0, *[0xFFFFFFFF] * 126, 0xFFFFFFFE)

        assert 50 == cells_of_xls(bytes(content) + listing)

    @pytest.mark.parametrize(
        ("at", "numbers", "words"),
        [
            (68, [9999], "a sector that is not there"),
            (76, [9999], "a sector that is not there"),
            (48, [9999], "a sector that is not there"),
            (48, [0xFFFFFFFF], "a sector that is not there"),
            (44, [9999], "fewer sectors than it says"),
            (60, [0, 9999], "fewer sectors than it says"),
            (60, [9999, 1], "a sector that is not there"),
            (76, [0] * 109, "more sectors than it has"),
            (76, [0xFFFFFFFF], "a sector that is not listed"),
        ],
    )
    def test_a_number_that_leads_nowhere_is_refused(
        self, at: int, numbers: list[int], words: str
    ) -> None:
        """What reads workbooks would make room for all that lies before it."""
        content = bytearray(compound(FILLER))
        struct.pack_into(f"<{len(numbers)}I", content, at, *numbers)

        with pytest.raises(ValueError, match=words):
            cells_of_xls(bytes(content))
        with pytest.raises(InvalidTable, match="cannot be read"):
            read_table(bytes(content))

    def test_a_file_without_a_directory_has_no_cells(self) -> None:
        content = bytearray(compound(FILLER))
        struct.pack_into("<I", content, 48, 0xFFFFFFFE)

        assert 0 == cells_of_xls(bytes(content))

    def test_a_listing_that_leads_back_to_itself_is_refused(self) -> None:
        """What reads workbooks would go on until no memory is left."""
        content = bytearray(compound(FILLER))
        struct.pack_into("<I", content, 68, len(content) // SECTOR - 1)
        listing = struct.pack("<128I", *[0xFFFFFFFF] * 127, len(content) // SECTOR - 1)

        with pytest.raises(ValueError, match="in a circle"):
            cells_of_xls(bytes(content) + listing)

    def test_a_short_stream_is_kept_in_small_sectors(self) -> None:
        """Of 64 bytes, in a stream of their own; the header cannot say otherwise."""
        stream = record(0x0203, "<HHHd", 9, 4, 0, 0) + record(0x0042, "<60x")
        content = bytearray(compound(stream.ljust(5000, b"\0")))
        table_at = len(content) // SECTOR - 1
        struct.pack_into("<III", content, 56, 64, table_at, 1)
        struct.pack_into("<II", content, 2 * SECTOR + 116, 2, 5000)  # the root
        struct.pack_into("<II", content, 2 * SECTOR + 128 + 116, 0, len(stream))
        small = struct.pack("<128I", 1, 0xFFFFFFFE, *[0xFFFFFFFF] * 126)
        struct.pack_into("<I", content, SECTOR + 4 * table_at, 0xFFFFFFFE)

        assert 50 == cells_of_xls(bytes(content) + small)

    @pytest.mark.parametrize(("sheets", "cells"), [(1, 20 * 3), (2, 2 * 20 * 3)])
    def test_every_sheet_is_counted(self, sheets: int, cells: int) -> None:
        """All of them are held at once; a chart in one has an end of its own."""
        begin, end = record(0x0809, "<HH", 0x0600, 0x0010), record(0x000A, "")
        chart = begin + end
        sheet = begin + chart + record(0x0200, "<IIHHH", 0, 20, 0, 3, 0) + end
        size = len(record(0x0085, "<I4x", 0))
        names = b"".join(
            record(0x0085, "<I4x", sheets * size + at * len(sheet)) for at in range(sheets)
        )

        assert cells == cells_of_xls(compound(names + sheet * sheets + FILLER))

    def test_sheets_in_one_another_are_refused(self) -> None:
        """Each of a thousand would be the whole of the file."""
        content = compound(record(0x0085, "<I4x", 0) * 1000)

        with pytest.raises(ValueError, match="lie in one another"):
            cells_of_xls(content)


class TestDamage:
    """A damaged workbook is refused in words."""

    @pytest.mark.parametrize("cut", [8, 100, 1000, -30])
    def test_one_that_was_cut_short(self, cut: int) -> None:
        """In each kind of file."""
        for content in (
            xlsx({"Data": table(HEADER, ROW)}),
            *(path.read_bytes() for path in sorted(DATA.glob("complaints.*"))),
        ):
            with pytest.raises(InvalidTable, match="cannot be read"):
                read_table(content[: cut if cut > 0 else len(content) // 2 + cut])

    def test_one_whose_part_ends_in_a_tag(self) -> None:
        """What reads workbooks would wait for its end."""
        content = (DATA / "complaints.ods").read_bytes()
        with zipfile.ZipFile(io.BytesIO(content)) as made:
            parts = {name: made.read(name) for name in made.namelist()}
        parts["content.xml"] = parts["content.xml"].replace(b"</table:table>", b"</table:x>")

        with pytest.raises(InvalidTable, match="cannot be read: mismatched tag"):
            read_table(archive(**parts))

    def test_one_that_is_an_archive_of_something_else(self) -> None:
        """Such as a document in words."""
        with pytest.raises(InvalidTable, match="cannot be read"):
            read_table(archive(**{"word/document.xml": b"<a/>"}))

    def test_what_has_nothing_to_do_with_the_file_is_passed_on(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Whoever interrupts a program means it."""

        def interrupted(_: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr("complaint_timescales.tables._workbooks.refuse_bomb", interrupted)
        with pytest.raises(KeyboardInterrupt):
            read_table(DATA / "complaints.xls")

    def test_what_a_compiled_reader_raises_is_damage(self) -> None:
        """It is no ``Exception``; running out of memory is one, and no damage."""
        panic = type("PanicException", (BaseException,), {})

        assert [True, True, False, False] == [
            _is_damage(error) for error in (panic(), EOFError(), MemoryError(), KeyboardInterrupt())
        ]

    def test_the_extra_is_named_where_it_is_missing(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """And the way without it."""
        monkeypatch.setitem(sys.modules, "python_calamine", None)

        with pytest.raises(
            InvalidTable, match=r"complaint-timescales\[excel\]'?, or save it as 'CSV UTF-8'"
        ):
            read_table(DATA / "complaints.xls")
