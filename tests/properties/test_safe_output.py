# SPDX-License-Identifier: MIT
"""Text of the input is never a formula, mark-up or a control code, whatever it is."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from html.parser import HTMLParser

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook
from rich.console import Console

from complaint_timescales import reports
from complaint_timescales._text import plain
from complaint_timescales.monitoring import FindingLog, Kind, Report, ReportColumn, ReportTable
from complaint_timescales.tables import Finding
from tests.unit.sample_report import sample_report

STARTS = st.sampled_from(
    ["", "=", "+", "-", "@", "\t=", "\r", " =", "'=", "''", "\N{FULLWIDTH EQUALS SIGN}", "\ufeff="]
)
PIECES = st.sampled_from(
    ["<script>", "</td>", "]]>", "&lt;", "{{ 1 }}", "{% x %}", "[a](b)", "$$n$$", "[red]", "[/red]",
     "\x1b[31m", "\u202e", "\x00", "_x0041_", '"', "'", ",", "\n", "\r\n", "https://example.org"]
)  # fmt: skip
# Half of a pair is no text that a file in UTF-8 can hold.
TEXTS = st.builds(
    lambda start, parts: start + "".join(parts),
    STARTS,
    st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=8) | PIECES, max_size=6),
)
SLOW = settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])


def report_of(text: str, base: Report) -> Report:
    """A report in which every text is this one."""
    table = ReportTable(
        key="k",
        title=text,
        caption=text,
        columns=(ReportColumn("n", "Name", Kind.TEXT), ReportColumn("t", text, Kind.TEXT)),
        rows=((text, text),),
        notes=(text,),
    )
    section = attrs.evolve(base.sections[0], title=text, introduction=text, tables=(table,))
    origin = attrs.evolve(base.provenance, source=text, readings=text, options={text: text})
    return attrs.evolve(
        base, title=text, period=text, summary=(text,), sections=(section,), provenance=origin
    )


class Elements(HTMLParser):
    """The names of the elements of a page, in order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.names: list[tuple[str, tuple[str, ...]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append((tag, tuple(name for name, _ in attrs)))


@given(text=TEXTS)
def test_a_safe_cell_begins_with_nothing_that_begins_a_formula(text: str) -> None:
    safe = reports.without_formula(text)
    first = unicodedata.normalize("NFKC", safe.lstrip())[:1]

    assert first not in {"=", "@"}
    assert first not in {"+", "-"} or safe == "-" or safe.strip("+-%").replace(".", "", 1).isdigit()
    assert safe[:1] not in {"\t", "\r", "\n"}


@given(text=TEXTS)
def test_what_was_made_safe_can_be_read_again(text: str) -> None:
    assert reports.as_written(reports.without_formula(text)) == text


@given(text=TEXTS, other=TEXTS)
def test_two_texts_stay_two(text: str, other: str) -> None:
    same = reports.without_formula(text) == reports.without_formula(other)

    assert same == (text == other)


@given(text=TEXTS)
def test_a_finding_in_csv_reads_as_it_was_written(text: str) -> None:
    stream = io.StringIO()
    reports.findings_csv([Finding(row=2, kind="k", what="w", written=text)], stream)
    (line,) = csv.DictReader(io.StringIO(stream.getvalue(), newline=""))

    assert reports.as_written(line["written"]) == text


@given(text=TEXTS)
def test_json_reads_as_it_was_written(text: str) -> None:
    stream = io.StringIO()
    with (
        FindingLog([Finding(row=2, kind="k", what="w", written=text)]) as log,
        sample_report() as r,
    ):
        reports.write_document(attrs.evolve(report_of(text, r), findings=log), stream)
    document = json.loads(stream.getvalue())

    assert document["title"] == text
    assert document["data_quality"]["findings"][0]["written"] == text


@SLOW
@given(text=TEXTS.filter(str.strip))
def test_a_page_has_the_same_elements_whatever_a_text_is(text: str) -> None:
    with sample_report() as base:
        page = Elements(reports.html_page(report_of(text, base)))
        other = Elements(reports.html_page(report_of("x", base)))

    assert page.names == other.names


@SLOW
@given(text=TEXTS)
@pytest.mark.filterwarnings("error")
def test_a_workbook_has_no_formula_and_every_text(text: str) -> None:
    with sample_report() as base:
        content = reports.workbook_bytes(report_of(text, base))
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name("Table 1")
    said = plain(text) if plain(text).strip() else "[z]"

    assert sheet.to_python(skip_empty_area=False)[-1][:2] == [said, said]
    assert b"<f>" not in content


@given(text=TEXTS)
def test_a_terminal_gets_what_can_be_shown_and_no_control_code(text: str) -> None:
    stream = io.StringIO()
    with sample_report() as base:
        console = Console(file=stream, width=80, force_terminal=True, color_system=None)
        reports.show(report_of(text, base), console)

    assert not [c for c in stream.getvalue() if c != "\n" and not c.isprintable()]
