# SPDX-License-Identifier: MIT
"""Records, workbooks, maps and publications that break readers elsewhere."""

from __future__ import annotations

import io
import os
import threading
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from complaint_timescales import ComplaintTimescalesError, InvalidDocument, InvalidTable
from complaint_timescales.audit import audit_file, audit_publication, audit_table
from complaint_timescales.monitoring import FIELDS, Report, annual_report
from complaint_timescales.tables import ColumnMap, records_of
from complaint_timescales.tables._copies import refuse_copies
from complaint_timescales.tables._input import Input

MEGABYTES_10 = 10 * 1024 * 1024
HEAD = "Case ID,Date received,Response sent\n"
ROW = "A1,2024-08-29,2024-09-12\n"
PUBLICATION = 'schema = "complaint-timescales/publication/1"\n'

# What TOML can hold, and no document of ours does.
TOML = {
    "a key twice": "a = 1\na = 2\n",
    "a table twice": "[columns]\nreceived = 'x'\n[columns]\nclosed = 'y'\n",
    "a key that is a table as well": "a = 1\n[a.b]\n",
    "arrays nested 100,000 deep": f"a = {'[' * 100_000}",
    "arrays nested and closed": f"a = {'[' * 60}{']' * 60}",
    "tables nested by full stops": f"a{'.a' * 150} = 1\n",
    "a name in 60,000 parts": f"a{'.a' * 60_000} = 1\n",
    "inline tables nested": f"a = {'{ b = ' * 5000}",
    "a number of 100,000 digits": f"a = {'9' * 100_000}\n",
    "a number of 100,000 digits to the base 16": f"a = 0x{'f' * 100_000}\n",
    "a number that is none": "a = nan\n",
    "a number without end": "a = inf\n",
    "a day that is none": "a = 2025-02-30\n",
    "a NUL": "a = '\0'\n",
    "a text that is left open": 'a = """' + "x" * 1000,
    "no text": "\x80\x81",
}


class TestToml:
    """Column maps and publications."""

    @pytest.mark.parametrize("text", TOML.values(), ids=list(TOML))
    def test_a_map_is_refused_with_an_error_of_ours(self, text: str) -> None:
        with pytest.raises(InvalidTable):
            ColumnMap.from_toml(f"{text}\n")

    @pytest.mark.parametrize("text", TOML.values(), ids=list(TOML))
    def test_a_publication_is_refused_with_an_error_of_ours(self, text: str) -> None:
        with pytest.raises(InvalidDocument):
            audit_publication(f"{PUBLICATION}{text}\n")

    @pytest.mark.parametrize("value", ["nan", "[]", "{}", "0xffff_ffff_ffff", "true", "''", "1.5"])
    @pytest.mark.parametrize("key", ["kind", "where", "part", "whole", "stated"])
    def test_a_claim_with_an_odd_value_is_set_aside(self, key: str, value: str) -> None:
        """And the claim after it is recounted; a share of nothing is one as well."""
        good = {
            "kind": "'percentage'",
            "where": "'p'",
            "part": "1",
            "whole": "2",
            "stated": "'50%'",
        }
        claims = [
            "[[claim]]\n" + "".join(f"{name} = {each}\n" for name, each in claim.items())
            for claim in ({**good, key: value}, good)
        ]
        found = audit_publication(PUBLICATION + "".join(claims))

        assert (1, 1) == (len(found.rejected), len(found.judgements))

    def test_a_map_that_goes_on_is_not_read_to_its_end(self) -> None:
        """One of ten megabytes, and a device that never ends."""
        with pytest.raises(InvalidTable, match="more than 1,048,576 bytes"):
            ColumnMap.from_toml("# " + "x" * MEGABYTES_10 + "\n")


RECORDS: dict[str, str | bytes] = {
    "nothing": b"",
    "a NUL": f"{HEAD}A1,\0,\n",
    "half a character": f"{HEAD}\ud800,,\n",
    "half a character in bytes": HEAD.encode() + b"\xed\xa0\x80,,\n",
    "a cell of 10 MB": f"{HEAD}{'x' * MEGABYTES_10},,\n",
    "a cell of 131,073 characters": f"{HEAD}{'x' * 131_073},,\n",
    "a line of 20 MB": f"{HEAD}{'x' * 2 * MEGABYTES_10},,\n",
    "a name of 20 MB": f"{'x' * 2 * MEGABYTES_10},Date received\n",
    "two columns of one name": "Date received,date_received\n",
    "no column that is known": "a,b\n1,2\n",
}


class TestRecords:
    """Files of cases."""

    @pytest.mark.parametrize("content", RECORDS.values(), ids=list(RECORDS))
    def test_it_is_refused_with_an_error_of_ours(self, content: str | bytes) -> None:
        with pytest.raises(InvalidTable):
            annual_report(content)

    def test_a_cell_of_131_072_characters_is_a_cell(self) -> None:
        """It is a finding where it should be a date, and the row is counted."""
        with annual_report(f"{HEAD}A1,{'9' * 131_072},\n{ROW}").findings as findings:
            kinds = {each.kind for each in findings if each.row == 2}

        assert "unreadable" in kinds

    def test_ten_thousand_columns_are_labels(self) -> None:
        """All but the three that are known."""
        names = ",".join(f"c{number}" for number in range(10_000))
        records = records_of(f"{names},{HEAD}{',' * 10_000}{ROW}", FIELDS)

        assert (10_000, 1) == (len(records.label_names), len(list(records)))

    @pytest.mark.parametrize(
        "change",
        [
            lambda path: path.write_text(HEAD + ROW + ROW),
            lambda path: path.write_text(HEAD),
            lambda path: path.write_text(HEAD + ROW.replace("A1", "A2")),
            lambda path: path.write_bytes(b""),
            lambda path: path.unlink(),
        ],
        ids=["longer", "shorter", "as long", "empty", "gone"],
    )
    def test_a_file_that_changes_meanwhile_makes_no_report(
        self, change: Callable[[Path], object], tmp_path: Path
    ) -> None:
        """While its rows are told, all of which are of the file as it was."""
        path = tmp_path / "cases.csv"
        path.write_text(HEAD + ROW)
        records = records_of(path, FIELDS)
        change(path)

        with pytest.raises(InvalidTable):
            list(records)

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such pipes here")
    def test_a_pipe_with_a_name_is_read_once(self, tmp_path: Path) -> None:
        """As a shell makes them: the report is that of the file itself."""
        pipe = tmp_path / "pipe"
        os.mkfifo(pipe)
        writer = threading.Thread(target=pipe.write_text, args=(HEAD + ROW,))
        writer.start()
        report = annual_report(pipe)
        writer.join()

        assert _figures(annual_report(HEAD + ROW)) == _figures(report)


def _figures(report: Report) -> list[tuple[object, ...]]:
    with report.findings:
        return [row for part in report.sections for table in part.tables for row in table.rows]


def workbook(part: bytes, name: str = "xl/worksheets/sheet1.xml") -> bytes:
    """A workbook of one sheet, packed."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    parts = {
        "_rels/.rels": f'<Relationships xmlns="{package}"><Relationship Id="rId1" '
        f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
        '<sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}"><Relationship Id="rId1" '
        f'Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        name: part.decode("utf-8", "surrogateescape"),
    }
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for each, text in parts.items():
            archive.writestr(each, text.encode("utf-8", "surrogateescape"))
    return content.getvalue()


def sheet(cells: str) -> bytes:
    """A sheet with such rows."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<worksheet xmlns="{main}"><sheetData>{cells}</sheetData></worksheet>'.encode()


def said(text: str) -> str:
    """A cell with a text."""
    return f'<c t="inlineStr"><is><t>{text}</t></is></c>'


SHEETS = {
    "a row of two thousand million cells": sheet('<row r="1"><c r="A1"/></row>' * 2).replace(
        b'r="A1"', b'r="XFD1048576"'
    ),
    "a cell beyond every sheet": sheet('<row r="1"><c r="ZZZ9999999"><v>1</v></c></row>'),
    "entities in one another": b'<!DOCTYPE a [<!ENTITY b "xxxx"><!ENTITY c "&b;&b;">]>'
    + sheet(f"<row>{said('&c;' * 100)}</row>"),
    "a text that is not there": sheet('<row><c t="s"><v>99999999999</v></c></row>'),
    "a part that is no XML": b"\0" * 10_000,
    "a part that ends in a tag": sheet("")[:-3],
    "nothing": b"",
}


class TestWorkbooks:
    """Sheets that are not as programs write them."""

    @pytest.fixture(autouse=True)
    def _reader(self) -> None:
        pytest.importorskip(
            "python_calamine", reason="what reads workbooks is in the extra `excel`"
        )

    def test_a_sheet_that_is_well_formed_is_read(self) -> None:
        """The others are about this same workbook."""
        cells = f"<row>{said('Case ID')}{said('Date received')}</row><row>{said('A1')}{said('2024-08-29')}</row>"
        (row,) = records_of(workbook(sheet(cells)), FIELDS)

        assert "A1" in str(row)

    @pytest.mark.parametrize("part", SHEETS.values(), ids=list(SHEETS))
    def test_it_is_refused_or_has_no_column_that_is_known(self, part: bytes) -> None:
        """With an error of ours, and without the memory that it asks for."""
        with pytest.raises(ComplaintTimescalesError):
            annual_report(workbook(part))

    def test_a_part_that_unpacks_to_a_thousand_times_its_size_is_refused(self) -> None:
        """Two gigabytes of blanks come in two megabytes; nothing of them is unpacked."""
        made = bytearray(workbook(sheet(" " * 1000)))
        with zipfile.ZipFile(io.BytesIO(bytes(made))) as archive:
            size = archive.getinfo("xl/worksheets/sheet1.xml").file_size
        at = made.rindex(size.to_bytes(4, "little"))
        made[at : at + 4] = (3 << 30).to_bytes(4, "little")

        with pytest.raises(InvalidTable, match="bytes when unpacked"):
            annual_report(bytes(made))

    def test_a_part_that_unpacks_to_more_than_it_says_is_refused(self) -> None:
        """Its directory says a hundred bytes."""
        made = bytearray(workbook(sheet(" " * 100_000)))
        with zipfile.ZipFile(io.BytesIO(bytes(made))) as archive:
            size = archive.getinfo("xl/worksheets/sheet1.xml").file_size
        for _ in range(2):
            at = made.rindex(size.to_bytes(4, "little"))
            made[at : at + 4] = (100).to_bytes(4, "little")

        with pytest.raises(InvalidTable):
            annual_report(bytes(made))

    @pytest.mark.parametrize(
        ("value", "shown", "refused"),
        [
            ("<v>1</v>", 3000, True),
            ("<x:v a='b'> <![CDATA[0001]]></x:v>", 3000, True),
            ("<v>1</v>", 1000, False),
            ("<v>0</v>", 3000, False),
        ],
        ids=["often", "otherwise written", "less often", "another text"],
    )
    def test_a_text_that_is_held_once_and_shown_often_is_counted_each_time(
        self, value: str, shown: int, *, refused: bool
    ) -> None:
        """A megabyte, in a file of a few kilobytes; two thousand of them are too many."""
        row = f'<row><c t="s">{value}</c></row>'
        strings = f"<sst><si><t>Case ID</t></si><si><t>{'x' * (1 << 20)}</t></si></sst>"
        with zipfile.ZipFile(io.BytesIO(workbook(sheet(row * shown)))) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        content = io.BytesIO()
        with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as changed:
            for name, part in {**parts, "xl/texts": strings.encode()}.items():
                changed.writestr(name, part)
        source = Input(content.getvalue(), "it")

        if refused:
            with pytest.raises(InvalidTable, match=r"texts of 3,14[0-9,]+ bytes in its cells"):
                refuse_copies(source)
        else:
            refuse_copies(source)

    @pytest.mark.parametrize(("rows", "columns", "refused"), [(50, 50, True), (20, 20, False)])
    def test_a_cell_that_is_repeated_is_counted_each_time(
        self, rows: int, columns: int, *, refused: bool
    ) -> None:
        """The same in ODS."""
        text = (
            f'<table:table><table:table-row table:number-rows-repeated="{rows}"><table:table-cell '
            f'table:number-columns-repeated="{columns}">{"x" * (1 << 20)}</table:table-cell>'
            "<table:table-cell/></table:table-row></table:table>"
        )
        content = io.BytesIO()
        with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as made:
            made.writestr("content.xml", text)
        source = Input(content.getvalue(), "it")

        if refused:
            with pytest.raises(InvalidTable, match="texts of 2,621,440,000 bytes in its cells"):
                refuse_copies(source)
        else:
            refuse_copies(source)

    def test_sheets_are_added_up(self) -> None:
        """All of them are held at once: three of forty million cells each are too many."""
        wide = sheet('<row r="1"><c r="A1"><v>1</v></c><c r="AN1000000"><v>1</v></c></row>')
        content = io.BytesIO()
        with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as made:
            for number in range(3):
                made.writestr(f"xl/worksheets/sheet{number}.xml", wide)

        with pytest.raises(InvalidTable, match="120,000,000 cells from the first to the last"):
            annual_report(content.getvalue())

    def test_cells_of_10_mb_are_cells(self) -> None:
        """As in CSV."""
        cells = f"<row>{said('Case ID')}{said('Date received')}</row><row>{said('A1')}{said('9' * MEGABYTES_10)}</row>"
        (row,) = records_of(workbook(sheet(cells)), FIELDS)

        assert "unreadable" in {each.kind for each in row.findings}


TABLES: dict[str, str | bytes] = {
    "nothing": b"",
    "half a character": "a,Q1\n\ud800,1\n",
    "a NUL": "a,Q1\nb,\0\n",
    "no text": b"a,Q1\n\xff,1\n",
}


class TestPrintedTables:
    """Tables to be recounted."""

    @pytest.mark.parametrize("content", TABLES.values(), ids=list(TABLES))
    def test_it_is_refused_with_an_error_of_ours(self, content: str | bytes) -> None:
        with pytest.raises(InvalidTable):
            audit_table(content)

    @pytest.mark.parametrize(
        "cell", ["9" * 100_000, "1" + ",000" * 2000, "1e999999", "9" * 13, "inf"]
    )
    def test_a_figure_that_is_none_is_set_aside(self, cell: str) -> None:
        found = audit_table(f'a,Q1,Q2,Total\nb,"{cell}",1,2\nc,1,1,2\n')

        assert ["the table, row b, column Q1"] == [each.where for each in found.rejected]

    def test_a_publication_that_names_a_folder_or_a_name_that_cannot_be_is_told(
        self, tmp_path: Path
    ) -> None:
        """Each is set aside with its reason."""
        tables = "".join(
            f'[[table]]\nwhere = "T"\nfile = "{name}"\n' for name in (".", "\\u0000", "x" * 5000)
        )
        tmp_path.joinpath("p.toml").write_text(PUBLICATION + tables)
        found = audit_file(tmp_path / "p.toml")

        assert (3, 0) == (len(found.rejected), len(found.judgements))
