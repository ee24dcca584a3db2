# SPDX-License-Identifier: MIT
"""What an analyst says once: every key, and every refusal."""

from __future__ import annotations

from pathlib import Path

import pytest

from complaint_timescales._errors import InvalidTable
from complaint_timescales.tables import ColumnMap, Field, FieldKind, records_of

WHOLE = """\
format = "day/month/year"
header_row = 3
sheet = "Complaints"
delimiter = ";"
encoding = "cp1252"
nulls = ["awaited"]
yes = ["agreed"]
no = ["refused"]

[columns]
received = "Date received"
closed = ""

[formats]
received = "serial"

[values.outcome]
"NU" = "not upheld"
"""


class TestReading:
    """From TOML to a map."""

    def test_each_key_is_kept(self) -> None:
        """As it was said."""
        said = ColumnMap.from_toml(WHOLE)

        assert ({"received": "Date received", "closed": ""}, {"received": "serial"}) == (
            said.columns,
            said.formats,
        )
        assert ("day/month/year", True, 3, "Complaints", ";", "cp1252") == (
            said.format,
            said.header,
            said.header_row,
            said.sheet,
            said.delimiter,
            said.encoding,
        )
        assert (("awaited",), ("agreed",), ("refused",), {"outcome": {"NU": "not upheld"}}) == (
            said.nulls,
            said.yes,
            said.no,
            said.values,
        )

    def test_a_field_has_its_own_format_or_that_of_all(self) -> None:
        """Its own comes first."""
        said = ColumnMap.from_toml(WHOLE)

        assert ("serial", "day/month/year") == (
            said.format_of("received"),
            said.format_of("closed"),
        )

    def test_a_file_is_read(self, tmp_path: Path) -> None:
        """With Windows' ends of lines and with the mark of UTF-8."""
        path = tmp_path / "map.toml"
        path.write_bytes(b"\xef\xbb\xbfheader = false\r\n")

        assert not ColumnMap.from_toml(path).header

    def test_nothing_said_is_what_holds_anyway(self) -> None:
        """An empty map is no map."""
        assert ColumnMap() == ColumnMap.from_toml(b"")

    def test_a_map_that_is_missing_is_refused(self) -> None:
        """As any file."""
        with pytest.raises(InvalidTable, match="the file cannot be read"):
            ColumnMap.from_toml("nowhere.toml")


class TestRefusals:
    """The key, the value, and what to write."""

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ('colums = "x"\n', "Did you mean 'columns'? Write 'columns', 'format'"),
            ("qqqq = 1\n", "column map, qqqq: the map has no such key; as written: 1. Write"),
            ('header = "no"\n', "column map, header: not true or false; as written: 'no'"),
            ("header_row = true\n", "not the number of a row"),
            ("header_row = 0\n", "there is no such row"),
            ("header_row = 2\nheader = false\n", "no `header = false`"),
            ("format = 1\n", "not the name of a format"),
            ('format = "dd/mm/yyyy"\n', "column map, format: no such format of dates"),
            ('[formats]\nclosed = "x"\n', "column map, formats.closed: no such format"),
            ("[columns]\nclosed = 3\n", "not a table of texts"),
            ("[values]\noutcome = 3\n", "not a table of tables"),
            ('nulls = "x"\n', "not a list of words"),
            ("yes = [1]\n", "not a list of words"),
            ("no = 1\n", "not a list of words"),
            ("sheet = 1\n", "not the name of a sheet"),
            ("encoding = 1\n", "not the name of an encoding"),
            ('encoding = "latin-1"\n', "Write 'utf-8', 'cp1252' or 'utf-16'"),
            ("delimiter = 1\n", "not one mark"),
            ('delimiter = ";;"\n', "Write one, such as ';'"),
            ("delimiter = '\"'\n", "not one mark"),
            ("header = true\nheader = false\n", "is not TOML: Cannot overwrite a value"),
            ('[columns]\na = "x"\n[columns]\nb = "x"\n', "is not TOML"),
            ("x\n", "A line is written as"),
            (b"x = '\xff'\n", "is not TOML"),
            (f"nulls = {'[' * 100_000}\n", "nested too deeply"),
            (f"header_row = {'9' * 5_000}\n", "is not TOML"),
            (f"#{'x' * (1 << 20)}\n", "has more than 1,048,576 bytes"),
        ],
    )
    def test_what_cannot_be_meant_is_refused(self, text: str | bytes, words: str) -> None:
        """Every message names where, and what to do."""
        with pytest.raises(InvalidTable) as caught:
            ColumnMap.from_toml(text)

        assert words in str(caught.value)


DAY = Field("closed", FieldKind.DATE, ("date_closed",))
OUTCOME = Field("outcome", FieldKind.TEXT)


class TestAgainstATable:
    """What a map says has to be there."""

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ('[columns]\nclosd = "Done"\n', "there is no such field; as written: 'closd'"),
            ('[columns]\nclosd = "Done"\n', "Did you mean 'closed'? The fields are closed"),
            ('[formats]\nzzz = "iso"\n', "The fields are closed and outcome"),
            ('[formats]\noutcome = "iso"\n', "'outcome' is no field of dates. Take it out"),
            ('[values.closed]\nx = "y"\n', "'closed' is no field of text. Take it out"),
            ('[columns]\nclosed = "Don"\n', "the table has no such column; as written: 'Don'"),
            ('[columns]\nclosed = "Dome"\n', "The columns are 'Done' and 'Team'"),
            ('[columns]\nclosed = "Teams"\n', "Did you mean 'Team'?"),
            (
                'header = false\n[columns]\nclosed = "C"\n',
                "Its columns are A to B, which are 1 to 2",
            ),
            ('header = false\n[columns]\nclosed = "3"\n', "as written: '3'"),
            ('header = false\n[columns]\nclosed = "0"\n', "as written: '0'"),
            ("header_row = 9\n", "there is nothing in row 9"),
            ('sheet = "Data"\n', "it is no workbook, and has no sheets"),
        ],
    )
    def test_what_does_not_fit_is_refused(self, text: str, words: str) -> None:
        """With what would."""
        with pytest.raises(InvalidTable) as caught:
            records_of(
                "Done,Team\n2024-08-29,North\n",
                [DAY, OUTCOME],
                column_map=ColumnMap.from_toml(text),
            )

        assert words in str(caught.value)
