# SPDX-License-Identifier: MIT
"""Inputs that break readers elsewhere: each is answered, or refused with an error of ours."""

from __future__ import annotations

import json
from datetime import date

import pytest

from complaint_timescales import Case, ComplaintTimescalesError, InvalidDocument, InvalidTable, due
from complaint_timescales.check import check_table
from complaint_timescales.cli._replay import replayed
from complaint_timescales.tables import read_table
from complaint_timescales.working_days import WorkingDayCalendar

ENGLAND = WorkingDayCalendar.england()
MEGABYTES_10 = 10 * 1024 * 1024
HEAD = '"schema": "complaint-timescales/case/1", "reference": "A"'
RECEIVED = '{"event": "representations_received", "on": "2025-01-06"}'


def document(event: str = RECEIVED, more: str = "") -> str:
    """A case document with one event, as text."""
    return f'{{{HEAD}, "events": [{event}]{more}}}'


DOCUMENTS = {
    "nested 100,000 deep": "[" * 100_000,
    "nested and closed": "[" * 100_000 + "]" * 100_000,
    "objects nested 100,000 deep": '{"a":' * 100_000,
    "nested in a fact": document(f'{{"event": {"[" * 100_000}{"]" * 100_000}}}'),
    "a number of 100,000 digits": document(
        f'{{"event": "local_resolution_extended", "on": "2025-01-06", "working_days": {"9" * 100_000}}}'
    ),
    "an exponent without end": document(
        '{"event": "local_resolution_extended", "on": "2025-01-06", "working_days": 1e999999}'
    ),
    "NaN": document('{"event": "representations_received", "on": NaN}'),
    "Infinity": document('{"event": "representations_received", "on": -Infinity}'),
    "a key twice": document(more=', "reference": "B"'),
    "a key twice in an event": document(
        '{"event": "representations_received", "on": "2025-01-06", "on": "2025-01-07"}'
    ),
    "a day that is none": document('{"event": "representations_received", "on": "2025-02-30"}'),
    "the last day there is": document('{"event": "representations_received", "on": "9999-12-31"}'),
    "a date in other figures": document(
        '{"event": "representations_received", "on": "\\u0662\\u0660\\u0662\\u0665-01-06"}'
    ),
    "nothing": "",
    "a NUL": "\0",
    "a NUL inside": document().replace(",", ",\0", 1),
    "true": "true",
    "a string of 10 MB": json.dumps("x" * MEGABYTES_10),
    "a byte order mark alone": "\N{ZERO WIDTH NO-BREAK SPACE}",
}


class TestDocuments:
    """Case documents."""

    @pytest.mark.parametrize("text", DOCUMENTS.values(), ids=list(DOCUMENTS))
    def test_it_is_refused_with_an_error_of_ours(self, text: str) -> None:
        with pytest.raises(ComplaintTimescalesError):
            Case.from_json(text)

    @pytest.mark.parametrize("text", DOCUMENTS.values(), ids=list(DOCUMENTS))
    def test_among_lines_it_is_rejected_and_the_others_stand(self, text: str) -> None:
        """The case after it is read all the same."""
        cases, rejected = replayed(f"{document()}\n{text or '?'}\n{document()}", calendar=ENGLAND)

        assert (2, [2]) == (len(cases), [each.line for each in rejected])

    @pytest.mark.parametrize("content", [b"\xff\xfe{\0}\0", b"\xff", b"\x80abc", b"\xed\xa0\x80"])
    def test_bytes_that_are_no_text_are_refused(self, content: bytes) -> None:
        with pytest.raises(InvalidDocument):
            Case.from_json(content)

    def test_a_reference_of_10_mb_is_a_reference(self) -> None:
        """It is long, and says what it says."""
        text = document().replace('"A"', json.dumps("x" * MEGABYTES_10))
        case = Case.from_json(text)

        assert (MEGABYTES_10, case) == (len(case.reference), Case.from_json(case.to_json()))

    def test_half_a_pair_of_surrogates_survives_the_way_there_and_back(self) -> None:
        """JSON can write it, and UTF-8 cannot: it goes out as it came in, and all else as text."""
        case = Case.from_json(document().replace('"A"', '"caf\u00e9 \\ud800"'))

        assert ('"caf\u00e9 \\ud800"' in case.to_json(), case) == (
            True,
            Case.from_json(case.to_json().encode().decode()),
        )

    def test_a_thousand_events_are_refused_or_read_and_never_hang(self) -> None:
        """The same event again and again has its place here."""
        offered = '{"event": "mediation_offered", "on": "2025-01-06"}'
        case = Case.from_json(document(", ".join([RECEIVED, *[offered] * 1000])))

        assert len(case.events) == 1001


TABLES: dict[str, str | bytes] = {
    "nothing": b"",
    "blank lines": "\n\n\n",
    "a NUL": b"a,b\n1,\0\n",
    "UTF-16": "start,end\n".encode("utf-16"),
    "no text": b"start,end\n\xff\xfe\n",
    "a workbook": b"PK\x03\x04" + b"\0" * 100,
    "a quotation mark that is left open": 'start,end\n"2024-01-01,2024-01-02\n',
    "a field longer than any": f"start,end\n{'x' * MEGABYTES_10},1\n",
    "two columns of one name": "start,START\n1,2\n",
}


class TestTables:
    """CSV."""

    @pytest.mark.parametrize("content", TABLES.values(), ids=list(TABLES))
    def test_it_is_refused_with_an_error_of_ours(self, content: str | bytes) -> None:
        with pytest.raises(InvalidTable):
            read_table(content)

    def test_a_byte_order_mark_is_no_part_of_the_first_name(self) -> None:
        assert read_table("\N{ZERO WIDTH NO-BREAK SPACE}start,end\n1,2\n").header == (
            "start",
            "end",
        )

    def test_ten_thousand_columns_are_columns(self) -> None:
        names = ",".join(f"c{number}" for number in range(10_000))

        assert len(read_table(f"{names}\n{names}\n").rows[0].cells) == 10_000

    @pytest.mark.parametrize(
        "cell",
        ["=1+1", "@SUM(A1)", "+1", "-1", "\x1b[31m", "9" * 5000, "1e999", "nan", "٢٠٢٤-01-01"],
    )
    def test_a_cell_that_is_no_date_is_a_finding_and_the_row_stays_in_the_account(
        self, cell: str
    ) -> None:
        result = check_table(
            f"provision,start,end\n17(6),{cell},2024-01-02\n14(1),2024-01-02,2024-01-03\n"
        )

        assert 2 == len(result.rows) + len(result.rejected)


class TestNumbersAndDays:
    """What is handed to the functions themselves."""

    @pytest.mark.parametrize("n", [10**5, 10**100, -1, 0, True, 1.0, float("nan"), "1", None])
    def test_a_count_that_cannot_be_is_refused(self, n: object) -> None:
        with pytest.raises(ComplaintTimescalesError):
            ENGLAND.add(date(2025, 1, 6), n)  # type: ignore[arg-type]

    @pytest.mark.parametrize("day", [date.min, date.max])
    def test_the_ends_of_time_are_outside_the_calendar(self, day: date) -> None:
        with pytest.raises(ComplaintTimescalesError):
            due("17(3)", day)

    @pytest.mark.parametrize(
        "text", ["", "17(3)\0", "17(3)\n", "1" * 10**6, "17(" * 10**5, "\ud800"]
    )
    def test_a_provision_that_cannot_be_is_refused(self, text: str) -> None:
        with pytest.raises(ComplaintTimescalesError):
            due(text, date(2025, 1, 6))
