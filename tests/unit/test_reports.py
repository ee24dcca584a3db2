# SPDX-License-Identifier: MIT
"""Reports as they are shown: complete, accessible, the same each time, and safe to open."""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

import attrs
import pytest
from python_calamine import CalamineWorkbook
from rich.console import Console

from complaint_timescales import reports
from complaint_timescales.monitoring import (
    SUPPRESSED,
    Cell,
    Chart,
    ChartKind,
    Kind,
    Report,
    ReportColumn,
    ReportTable,
)
from complaint_timescales.reports import _charts, _marks
from complaint_timescales.reports._cells import INTERNAL, day_in_words, in_words, on_the_input
from complaint_timescales.reports._figures import Figures
from complaint_timescales.tables import Finding
from tests.unit.sample_report import HOSTILE, QUARTERS, monthly, outcomes, sample_report, stage_1


@pytest.fixture
def report() -> Iterator[Report]:
    with sample_report() as made:
        yield made


def only(report: Report, *tables: ReportTable) -> Report:
    """The report with these tables and no others."""
    section = attrs.evolve(report.sections[0], tables=tables)
    return attrs.evolve(report, sections=(section,))


def one_column(*cells: Cell, kind: Kind = Kind.COUNT, heading: str = "Number") -> ReportTable:
    """A table of names and one column."""
    return ReportTable(
        key="t",
        title="T",
        caption="C",
        columns=(ReportColumn("name", "Name", Kind.TEXT), ReportColumn("n", heading, kind)),
        rows=tuple((f"row {at}", cell) for at, cell in enumerate(cells)),
    )


def element(svg: str | None) -> ET.Element:
    """A chart, read."""
    assert svg is not None
    return ET.fromstring(svg)  # noqa: S314 - it was drawn here


class Page(HTMLParser):
    """What a page is made of: each element with its attributes, and the text of cells."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def all(self, name: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.elements if tag == name]


class TestCells:
    """How a figure is written for people."""

    @pytest.mark.parametrize(
        ("cell", "kind", "words"),
        [
            (1_234_567, Kind.COUNT, "1,234,567"),
            (62.5, Kind.PERCENT, "62.5%"),
            (1_095.5, Kind.MEAN, "1,095.5"),
            (0, Kind.DAYS, "0"),
            (None, Kind.COUNT, "[x]"),
            (SUPPRESSED, Kind.PERCENT, "[c]"),
            (date(2025, 3, 4), Kind.DATE, "4 March 2025"),
            ("a\x07b", Kind.TEXT, "a\\x07b"),
        ],
    )
    def test_each_kind_is_written_as_people_write_it(
        self, cell: Cell, kind: Kind, words: str
    ) -> None:
        assert in_words(cell, kind) == words

    def test_a_day_has_no_weekday(self) -> None:
        assert day_in_words(date(2025, 12, 31)) == "31 December 2025"


class TestWords:
    """What is said besides the figures."""

    @pytest.mark.parametrize(
        ("rows", "rejected", "found", "said"),
        [
            (1, 0, 1, "The input has 1 row, of which none was set aside. There is 1 finding."),
            (2, 1, 1, "The input has 2 rows, of which 1 was set aside. There is 1 finding."),
            (
                1_250,
                1_002,
                2,
                "The input has 1,250 rows, of which 1,002 were set aside. There are 2 findings.",
            ),
        ],
    )
    def test_the_input_is_told_in_words(
        self, report: Report, rows: int, rejected: int, found: int, said: str
    ) -> None:
        origin = attrs.evolve(report.provenance, rows=rows, rejected=rejected)
        with sample_report(*[Finding(row=2, kind="k", what="w")] * found) as other:
            told = on_the_input(attrs.evolve(other, provenance=origin))

        assert told == said

    def test_a_table_of_cases_is_marked_in_every_form_for_people(self, report: Report) -> None:
        cases = only(report, attrs.evolve(one_column(1), lists_cases=True))
        counts = only(report, one_column(1))

        assert INTERNAL in reports.html_page(cases)
        assert INTERNAL not in reports.html_page(counts)
        assert INTERNAL in TestTerminal.shown(cases, 200)
        assert INTERNAL not in TestTerminal.shown(counts, 200)
        content = io.BytesIO(reports.workbook_bytes(cases))
        rows = CalamineWorkbook.from_filelike(content).get_sheet_by_name("Table 1").to_python()
        assert rows[2][0] == f"Note 1: {INTERNAL}"


class TestPage:
    """The HTML page."""

    @pytest.fixture
    def page(self, report: Report) -> Page:
        return Page(reports.html_page(report))

    def test_it_says_its_language_and_its_title(self, page: Page) -> None:
        assert page.all("html") == [{"lang": "en-GB"}]
        assert page.texts[page.texts.index("\n") :]
        assert (
            "Representations about children's social care, 2024/25: 1 April 2024 to 31 March 2025"
            in page.texts
        )

    def test_headings_go_down_by_one(self, page: Page) -> None:
        levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch(r"h[1-6]", tag)]

        assert levels.count(1) == 1
        assert levels[0] == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))

    def test_every_link_of_the_page_leads_somewhere_in_it(self, page: Page) -> None:
        ids = [attributes.get("id") for _, attributes in page.elements if "id" in attributes]
        links = [(attributes["href"] or "") for attributes in page.all("a")]

        assert len(links) == 7
        assert {link.removeprefix("#") for link in links} <= set(ids)
        assert len(set(ids)) == len(ids)

    def test_each_table_has_a_caption_and_the_scope_of_its_headers(self, page: Page) -> None:
        assert len(page.all("caption")) == len(page.all("table")) == 7
        assert {attributes.get("scope") for attributes in page.all("th")} == {"row", "col"}

    def test_it_asks_for_nothing_and_runs_nothing(self, page: Page) -> None:
        loading = {"script", "img", "iframe", "object", "embed", "audio", "video", "form", "base"}

        assert not loading & {tag for tag, _ in page.elements}
        assert page.all("link") == [{"rel": "icon", "href": "data:,"}]
        assert not [name for _, had in page.elements for name in had if name.startswith("on")]

    def test_text_of_the_input_is_text(self, page: Page) -> None:
        shown = HOSTILE.replace("\N{RIGHT-TO-LEFT OVERRIDE}", "\\u202e")
        shown = shown.replace("\x1b", "\\x1b").replace("\x07", "\\x07")

        assert page.texts.count(shown) == 4

    def test_a_long_text_of_the_input_is_cut_and_says_so(self) -> None:
        with sample_report(Finding(row=2, kind="refused", what="w", written="x" * 1_501)) as report:
            text = reports.html_page(only(report, one_column("y" * 501, kind=Kind.TEXT)))

        assert f"{'x' * 500} ... (1,001 more characters)" in text
        assert f"{'y' * 500} ... (1 more characters)" in text

    def test_what_is_withheld_and_what_is_missing_is_said(self, report: Report) -> None:
        text = reports.html_page(only(report, one_column(None, SUPPRESSED, "", 1_000)))

        assert text.count('<span class="hidden">not available</span>') == 2
        assert text.count('[c]<span class="hidden"> withheld</span>') == 1
        assert "<li>[c]: the figure is withheld" in text
        assert "<li>A dash in place of a figure" in text
        assert '<td class="number">1,000</td>' in text

    def test_marks_that_are_not_there_are_not_explained(self, report: Report) -> None:
        text = reports.html_page(only(report, one_column(1)))

        assert "[c]" not in text
        assert "A dash" not in text

    def test_a_total_stands_apart(self, report: Report) -> None:
        text = reports.html_page(report)

        assert text.count('<tr class="total">') == 2
        assert '<tr class="total"><th scope="row" class="text">Year</th>' in text

    def test_the_findings_are_counted_and_some_of_each_kind_are_shown(self) -> None:
        many = [Finding(row=at, kind="duplicate", what=f"number {at}") for at in range(2, 9)]
        with sample_report(*many, Finding(row=9, kind="not_read", what="other")) as report:
            text = reports.html_page(report)

        assert '<th scope="row" class="text">Duplicate</th><td class="number">7</td>' in text
        assert '<th scope="row" class="text">Not read</th><td class="number">1</td>' in text
        assert "number 6" in text
        assert "number 7" not in text
        assert "The CSV file of findings has every one." in text

    def test_a_report_without_findings_has_no_table_of_them(self, report: Report) -> None:
        with sample_report() as other:
            other.findings.counts.clear()
            text = reports.html_page(attrs.evolve(report, findings=other.findings))

        assert "There are 0 findings." in text
        assert "Findings in the input, by kind" not in text

    def test_all_that_is_needed_to_work_it_out_again_is_at_its_end(self, report: Report) -> None:
        text = reports.html_page(report)
        end = text[text.index("<footer>") :]

        for name, said in report.provenance.lines():
            assert f"<dt>{name}</dt><dd>{said}</dd>" in end

    def test_it_is_the_same_each_time(self, report: Report) -> None:
        assert reports.html_page(report) == reports.html_page(report)

    def test_without_charts_it_says_so_and_has_every_figure(self, report: Report) -> None:
        text = reports.html_page(report, charts=False)

        assert "This copy has no charts. Every figure is in the tables." in text
        assert "<svg" not in text
        assert "<td" in text

    def test_without_the_library_that_draws_it_is_the_same(
        self, report: Report, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(_charts, "LIBRARIES", ("no_such_library_here",))

        assert reports.html_page(report) == reports.html_page(report, charts=False)


class TestCharts:
    """The pictures in the page."""

    @pytest.mark.parametrize("table", [stage_1(), monthly(), outcomes()], ids=lambda t: t.key)
    def test_a_chart_is_one_image_with_a_title_and_a_description(self, table: ReportTable) -> None:
        assert table.chart is not None
        root = element(_charts.drawn(table, table.chart, name="c1"))

        assert root.attrib["role"] == "img"
        assert root.attrib["aria-labelledby"] == "c1-title c1-desc"
        assert [(one.tag, one.attrib, one.text) for one in list(root)[:2]] == [
            ("title", {"id": "c1-title"}, table.chart.title),
            ("desc", {"id": "c1-desc"}, _charts.described(table, table.chart)),
        ]
        assert set(root.attrib) == {"role", "aria-labelledby", "viewBox"}

    def test_no_two_charts_share_an_id(self, report: Report) -> None:
        ids = re.findall(r' id="([^"]+)"', reports.html_page(report))

        assert len(ids) == len(set(ids))

    def test_an_id_within_a_drawing_becomes_one_of_its_chart(self) -> None:
        """Nothing that is drawn today has one, but the library that draws may give it one."""
        drawn = ET.Element("g", {"id": "clip0", "clip-path": "url(#clip0)", "fill": "none"})
        _charts._kept(drawn, "chart-2")

        assert drawn.attrib == {
            "id": "chart-2-clip0",
            "clip-path": "url(#chart-2-clip0)",
            "fill": "none",
        }

    def test_a_description_gives_the_range_of_each_series(self) -> None:
        chart = outcomes().chart
        assert chart is not None

        assert _charts.described(outcomes(), chart) == (
            "Bars in groups, one for each stage, in complaints: Upheld, 101 to 1,002; "
            "Partly upheld, 409 to 991; Not upheld, 306 to 1,000. "
            "The table beside the chart has every figure."
        )

    def test_one_figure_has_no_range_and_none_is_not_described(self) -> None:
        table = attrs.evolve(outcomes(), rows=(("Stage 1", 5, None, SUPPRESSED),))
        assert table.chart is not None

        assert "in complaints: Upheld, 5. The" in _charts.described(table, table.chart)

    def test_a_total_is_not_drawn_among_its_parts(self) -> None:
        chart = stage_1().chart
        assert chart is not None
        svg = _charts.drawn(stage_1(), chart, name="c") or ""

        assert "2,993" not in svg
        assert ">Year<" not in svg

    def test_bars_have_their_figures_and_sums(self) -> None:
        chart = stage_1().chart
        assert chart is not None
        svg = _charts.drawn(stage_1(), chart, name="c") or ""

        assert ">A 760<" in svg
        assert ">947<" in svg
        assert ">620 and 2 not shown<" in svg
        assert f">{QUARTERS[0]}<" in svg

    def test_a_bar_that_is_withheld_says_so(self) -> None:
        chart = outcomes().chart
        assert chart is not None
        svg = _charts.drawn(outcomes(), chart, name="c") or ""

        assert ">[c] Partly upheld<" in svg
        assert ">[x] Not upheld<" in svg

    def test_lines_have_their_names_and_dashes_of_their_own(self) -> None:
        chart = monthly().chart
        assert chart is not None
        svg = _charts.drawn(monthly(), chart, name="c") or ""

        assert ">Received<" in svg
        assert ">Answered late<" in svg
        assert len(set(re.findall(r'stroke-dasharray="([^"]+)"', svg))) == 3

    def test_nothing_is_drawn_where_there_is_no_figure(self) -> None:
        table = attrs.evolve(outcomes(), rows=(("Stage 1", None, SUPPRESSED, None),))
        assert table.chart is not None

        assert _charts.drawn(table, table.chart, name="c") is None

    @pytest.mark.parametrize("kind", ChartKind)
    def test_hostile_names_and_a_single_row_of_noughts_are_drawn(self, kind: ChartKind) -> None:
        table = attrs.evolve(outcomes(), rows=((HOSTILE, 0, None, SUPPRESSED),))
        chart = attrs.evolve(table.chart, kind=kind) if table.chart else None
        assert chart is not None
        root = element(_charts.drawn(table, chart, name="c"))

        assert not [one for one in root.iter() if one.tag in {"script", "a", "image"}]

    def test_more_than_four_series_are_not_drawn(self) -> None:
        keys = tuple(f"s{at}" for at in range(5))
        table = ReportTable(
            key="t",
            title="T",
            caption="C",
            columns=(
                ReportColumn("n", "Name", Kind.TEXT),
                *(ReportColumn(k, f"Series {k}") for k in keys),
            ),
            rows=(("a", 1, 2, 3, 4, 5),),
        )
        chart = Chart(
            kind=ChartKind.GROUPED_BARS, title="T", category="n", series=keys, unit="complaints"
        )
        svg = _charts.drawn(table, chart, name="c") or ""

        assert ">4 Series s3<" in svg
        assert "Series s4" not in svg

    def test_a_series_alone_has_its_figures_without_its_name(self) -> None:
        """The title has said it: bars for two years, each with its percentage."""
        columns = (ReportColumn("n", "Name", Kind.TEXT), ReportColumn("s", "Mean", Kind.COUNT))
        table = ReportTable(
            key="t", title="T", caption="C", columns=columns, rows=(("a", 79), ("b", 77))
        )
        chart = Chart(
            kind=ChartKind.GROUPED_BARS, title="T", category="n", series=("s",), unit="days"
        )
        svg = _charts.drawn(table, chart, name="c") or ""

        assert ">79<" in svg
        assert "Mean<" not in svg

    def test_a_point_between_two_gaps_is_still_seen(self) -> None:
        figures = Figures(
            unit="complaints",
            categories=("a", "b", "c", "d"),
            series=("One", "Two"),
            values=((None, None), (5, None), (None, None), (None, None)),
            marks=(("", ""),) * 4,
        )
        alone = [{"at": at, "place": 0, "value": row[0]} for at, row in enumerate(figures.values)]

        assert [_marks._is_alone(figures, each) for each in alone] == [False, True, False, False]
        assert _marks.lines(figures).to_dict()

    @pytest.mark.parametrize(
        ("last", "named"),
        [
            (0, [0]),
            (3, [0, 1, 2, 3]),
            (11, [0, 2, 4, 6, 8, 10]),
            (47, [0, 6, 12, 18, 24, 30, 36, 42]),
            (5_000, [0]),
        ],
    )
    def test_names_along_the_axis_are_few_enough_to_read(self, last: int, named: list[int]) -> None:
        assert _marks._marked(last)[: len(named)] == named
        assert len(_marks._marked(last)) <= 9


class TestWorkbook:
    """The XLSX workbook."""

    @pytest.fixture
    def book(self, report: Report) -> CalamineWorkbook:
        return CalamineWorkbook.from_filelike(io.BytesIO(reports.workbook_bytes(report)))

    @staticmethod
    def parts(content: bytes) -> dict[str, str]:
        """The files inside a workbook."""
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return {name: archive.read(name).decode() for name in archive.namelist()}

    def test_it_has_a_cover_contents_notes_and_a_sheet_for_each_table(
        self, book: CalamineWorkbook
    ) -> None:
        assert book.sheet_names == [
            "Cover",
            "Contents",
            "Notes",
            *(f"Table {number}" for number in range(1, 7)),
            "Data quality",
            "Findings",
            "Provenance",
        ]

    def test_each_sheet_has_its_title_in_its_first_cell(
        self, book: CalamineWorkbook, report: Report
    ) -> None:
        titles = [book.get_sheet_by_name(f"Table {n}").to_python()[0][0] for n in range(1, 7)]

        assert titles == [f"Table {n}: {t.title}" for n, t in enumerate(report.tables, start=1)]
        assert book.get_sheet_by_name("Cover").to_python()[0][0] == report.title

    def test_each_sheet_but_the_cover_has_one_named_table_and_nothing_merged(
        self, report: Report
    ) -> None:
        parts = self.parts(reports.workbook_bytes(report))
        tables = [text for name, text in parts.items() if name.startswith("xl/tables/")]
        names = [re.findall(r'displayName="([^"]+)"', text)[0] for text in tables]

        assert names == [
            "contents_table",
            "notes",
            *(f"table_{number}" for number in range(1, 7)),
            "data_quality",
            "findings",
            "provenance",
        ]
        assert not [name for name, text in parts.items() if "<mergeCell" in text]

    def test_figures_are_numbers_dates_are_dates_and_marks_are_explained(
        self, book: CalamineWorkbook
    ) -> None:
        rows = book.get_sheet_by_name("Table 1").to_python()
        dated = book.get_sheet_by_name("Table 3").to_python()
        notes = book.get_sheet_by_name("Notes").to_python()

        assert rows[5] == [QUARTERS[0], 947, 521, 214, 105, 107, 77.6, 12.4]
        assert rows[7] == [QUARTERS[2], 951, 530, "[c]", "[c]", 90, "[c]", 11]
        assert rows[8][6:] == ["[x]", "[x]"]
        assert dated[4] == ["CSC-0042", date(2024, 3, 4), date(2025, 3, 4), 254, "-"]
        assert [row[0] for row in notes[4:8]] == ["[c]", "[x]", "[z]", "Table 1, note 1"]

    def test_no_cell_of_a_table_is_blank(self, report: Report) -> None:
        content = reports.workbook_bytes(report)
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        for table, number in zip(report.tables, range(1, 7), strict=True):
            rows = book.get_sheet_by_name(f"Table {number}").to_python()

            assert all(cell != "" for row in rows[-max(len(table.rows), 1) :] for cell in row)

    def test_text_of_the_input_is_no_formula_and_no_link(self, report: Report) -> None:
        parts = self.parts(reports.workbook_bytes(report))
        sheets = [text for name, text in parts.items() if name.startswith("xl/worksheets/sheet")]

        assert not [text for text in sheets if "<f>" in text or "<f " in text]
        assert not [name for name, text in parts.items() if "https://example.org" in text
                    and name != "xl/sharedStrings.xml"]  # fmt: skip
        assert "quotePrefix=" in parts["xl/styles.xml"]

    def test_text_of_the_input_is_there_whole(self, book: CalamineWorkbook) -> None:
        rows = book.get_sheet_by_name("Table 3").to_python()
        shown = HOSTILE.replace("\N{RIGHT-TO-LEFT OVERRIDE}", "\\u202e")
        shown = shown.replace("\x1b", "\\x1b").replace("\x07", "\\x07")

        assert [rows[6][0], rows[6][4]] == [shown, shown]
        assert rows[5] == ["-1", date(2024, 6, 3), "[x]", "[x]", "[z]"]

    def test_a_text_too_long_for_a_cell_is_cut_and_says_so(self, report: Report) -> None:
        content = reports.workbook_bytes(only(report, one_column("x" * 40_000, kind=Kind.TEXT)))
        rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name("Table 1")

        assert rows.to_python()[-1][1] == f"{'x' * 32_000} ... (8,000 more characters)"

    def test_only_so_many_findings_are_written_and_it_says_so(self) -> None:
        many = [Finding(row=at, kind="duplicate", what="w") for at in range(2, 9)]
        with sample_report(*many) as report:
            content = reports.workbook_bytes(report, findings=3)
        rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name("Findings")

        assert [row[0] for row in rows.to_python()[2:]] == [
            "The first 3 of 7 findings. The CSV file of findings has the other 4 as well.",
            "Row",
            2,
            3,
            4,
        ]

    def test_a_report_without_findings_has_no_sheet_of_them(self, report: Report) -> None:
        with sample_report() as other:
            other.findings.counts.clear()
            content = reports.workbook_bytes(attrs.evolve(report, findings=other.findings))

        assert "Findings" not in CalamineWorkbook.from_filelike(io.BytesIO(content)).sheet_names

    def test_headings_that_are_alike_are_told_apart(self, report: Report) -> None:
        columns = [ReportColumn(f"c{at}", name) for at, name in enumerate(["a", "A", "a", ""])]
        table = ReportTable(
            key="t", title="T", caption="C", columns=tuple(columns), rows=((1, 2, 3, 4),)
        )
        content = reports.workbook_bytes(only(report, table))
        rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name("Table 1")

        assert rows.to_python()[-2] == ["a", "A (2)", "a (3)", "Column"]

    def test_it_is_the_same_each_time(self, report: Report) -> None:
        assert reports.workbook_bytes(report) == reports.workbook_bytes(report)


class TestTerminal:
    """The report on a terminal."""

    @staticmethod
    def shown(report: Report, width: int = 80, **options: Any) -> str:
        stream = io.StringIO()
        reports.show(report, Console(file=stream, width=width, **options))
        return stream.getvalue()

    @pytest.mark.parametrize("width", [60, 80, 200])
    def test_no_line_is_wider_than_it(self, report: Report, width: int) -> None:
        lines = self.shown(report, width).splitlines()

        assert max(map(len, lines)) <= width

    def test_a_wide_table_goes_on_below_under_the_names_of_its_rows(self, report: Report) -> None:
        text = self.shown(only(report, stage_1()))

        assert text.count("Part 1 of 2") == text.count("Part 2 of 2") == 1
        assert text.count("Quarter") == 2
        assert "Part 1 of" not in self.shown(only(report, stage_1()), 200)

    def test_figures_marks_and_notes_are_there(self, report: Report) -> None:
        text = self.shown(report, 200)

        for said in (
            "1,095",
            "87.6%",
            "[c] The figure is withheld",
            "[x] There is no such figure.",
            "4 March 2025",
            "There is nothing to show.",
            "No decision was made in the period.",
            "The input has 1,250 rows, of which 2 were set aside. There are 4 findings.",
            "duplicate: 2",
            "SHA-256 of the input: 0000",
        ):
            assert said in text

    def test_findings_that_are_not_shown_are_counted(self) -> None:
        many = [Finding(row=at, kind="duplicate", what="w") for at in range(2, 9)]
        with sample_report(*many) as report:
            text = self.shown(report)

        assert "- row 4, w" not in text
        assert "- row 4: w" in text
        assert "- row 5: w" not in text
        assert "and 4 more; the CSV file of findings has every one" in text

    def test_it_is_legible_without_colour(self, report: Report) -> None:
        assert "\x1b" not in self.shown(report)

    def test_text_of_the_input_is_no_control_code_and_no_style(self, report: Report) -> None:
        text = self.shown(report, 500, force_terminal=True, color_system="truecolor")

        assert "\x1b[31m" not in text
        assert "\x07" not in text
        assert "\N{RIGHT-TO-LEFT OVERRIDE}" not in text
        assert "[red]x[/red]" in text

    def test_a_terminal_without_line_marks_gets_signs(self, report: Report) -> None:
        buffer = io.BytesIO()
        stream = io.TextIOWrapper(buffer, encoding="ascii", errors="backslashreplace")
        reports.show(report, Console(file=stream, width=80))
        stream.flush()

        assert b"+----" in buffer.getvalue()
        assert b"\\u25" not in buffer.getvalue()


class TestProgress:
    """The bar for long work."""

    def test_it_is_silent_where_there_is_no_terminal(self) -> None:
        stream = io.StringIO()
        with reports.progress(Console(file=stream), total=10) as advance:
            advance(10)

        assert stream.getvalue() == ""

    def test_it_counts_on_a_terminal(self) -> None:
        stream = io.StringIO()
        console = Console(file=stream, force_terminal=True, width=80)
        with reports.progress(console, total=2_000, what="Rows\x07") as advance:
            advance(500)
            advance(1_000)

        assert "1500/2000" in stream.getvalue()
        assert "\x07" not in stream.getvalue()


class TestLongCsv:
    """One figure on a line."""

    @staticmethod
    def lines(report: Report) -> list[dict[str, str]]:
        stream = io.StringIO()
        reports.long_csv(report, stream)
        return list(csv.DictReader(io.StringIO(stream.getvalue())))

    def test_every_figure_has_its_line(self, report: Report) -> None:
        figures = sum(len(table.rows) * (len(table.columns) - 1) for table in report.tables)

        assert len(self.lines(report)) == figures

    def test_a_line_says_where_its_figure_stands(self, report: Report) -> None:
        assert self.lines(report)[1] == {
            "period": "1 April 2024 to 31 March 2025",
            "section": "stage_1",
            "table": "stage_1_timeliness",
            "table_title": "Stage 1, working days to the response, by quarter",
            "row": "1",
            "row_label": QUARTERS[0],
            "is_total": "false",
            "column": "within_10",
            "heading": "10 or fewer",
            "kind": "count",
            "part_of": "closed",
            "value": "521",
            "suppressed": "false",
            "caption": "Complaints closed from 1 April 2024 to 31 March 2025. "
            "Withdrawn complaints are not counted.",
        }

    def test_a_total_is_marked(self, report: Report) -> None:
        lines = self.lines(report)

        assert {line["row_label"] for line in lines if line["is_total"] == "true"} == {
            "Year",
            "All",
        }

    def test_values_are_for_programs(self, report: Report) -> None:
        table = one_column(None, SUPPRESSED, -1_000, 62.5, date(2025, 3, 4), "=1", "-")
        lines = self.lines(only(report, table))

        assert [(line["value"], line["suppressed"]) for line in lines] == [
            ("", "false"),
            ("", "true"),
            ("-1000", "false"),
            ("62.5", "false"),
            ("2025-03-04", "false"),
            ("'=1", "false"),
            ("-", "false"),
        ]


class TestFindingsCsv:
    """Every finding on a line."""

    def test_each_has_its_line_with_its_text_as_it_was_written(self, report: Report) -> None:
        stream = io.StringIO()
        reports.findings_csv(report.findings, stream)
        lines = list(csv.DictReader(io.StringIO(stream.getvalue(), newline="")))

        assert [line["row"] for line in lines] == ["4", "5", "7", "9"]
        assert lines[2] == {
            "row": "7",
            "column": "date_closed",
            "kind": "refused",
            "written": "31/02/2025",
            "what": "no such date",
            "rule": "February 2025 has 28 days",
            "what_to_do": "Correct it",
        }
        assert lines[3]["written"] == f"'{HOSTILE}"
        assert reports.as_written(lines[3]["written"]) == HOSTILE


class TestDocument:
    """The JSON document."""

    def test_it_has_the_report_under_its_schema(self, report: Report) -> None:
        document = json.loads(json.dumps(reports.report_document(report)))

        assert document["schema"] == "complaint-timescales/report/1"
        assert document["title"] == report.title
        assert document["period"] == report.period
        assert document["summary"] == list(report.summary)
        assert [table["section"] for table in document["tables"]] == [
            "stage_1", "stage_1", "stage_2", "stage_2", "after", "after",
        ]  # fmt: skip
        assert document["tables"][0]["rows"][2]["extended"] == "[c]"
        assert document["sections"][0]["key"] == "stage_1"
        assert document["provenance"]["rows"] == 1_250

    def test_the_findings_are_counted_and_listed(self, report: Report) -> None:
        quality = reports.report_document(report)["data_quality"]

        assert quality["counts"] == {"duplicate": 2, "refused": 2}
        assert (quality["total"], quality["left_out"], quality["rejected"]) == (4, 0, 2)
        assert quality["findings"] == quality["examples"] == report.findings.to_list()

    @pytest.mark.parametrize(("limit", "kept"), [(0, 0), (1, 1), (4, 4), (9, 4), (-1, 0)])
    def test_it_has_at_most_so_many_findings_and_says_what_is_left_out(
        self, report: Report, limit: int, kept: int
    ) -> None:
        quality = reports.report_document(report, findings=limit)["data_quality"]

        assert (len(quality["findings"]), quality["left_out"]) == (kept, 4 - kept)

    @pytest.mark.parametrize("limit", [0, 1, 4, 9, -1])
    def test_written_bit_by_bit_it_is_the_same(self, report: Report, limit: int) -> None:
        stream = io.StringIO()
        reports.write_document(report, stream, findings=limit)

        assert json.loads(stream.getvalue()) == reports.report_document(report, findings=limit)

    def test_written_without_a_limit_it_has_every_finding(self) -> None:
        many = [Finding(row=at, kind="duplicate", what="w") for at in range(2, 1_502)]
        stream = io.StringIO()
        with sample_report(*many) as report:
            reports.write_document(report, stream)
            short = reports.report_document(report)["data_quality"]

        assert len(json.loads(stream.getvalue())["data_quality"]["findings"]) == 1_500
        assert (len(short["findings"]), short["left_out"]) == (1_000, 500)


class TestMissingExtras:
    """What is missing is named, with the command that brings it."""

    @pytest.mark.parametrize(
        ("form", "extra", "made"),
        [
            ("_html", "report", reports.html_page),
            ("_workbook", "excel", reports.workbook_bytes),
            ("_terminal", "cli", lambda report: reports.show(report, Console())),
            ("_terminal", "cli", lambda _: reports.progress(Console()).__enter__()),
        ],
    )
    def test_it_is_an_error_that_says_what_to_install(
        self, report: Report, monkeypatch: pytest.MonkeyPatch, form: str, extra: str, made: Any
    ) -> None:
        monkeypatch.setattr(f"complaint_timescales.reports.{form}.find_spec", lambda _: None)

        with pytest.raises(reports.MissingExtra) as caught:
            made(report)

        assert f"python -m pip install 'complaint-timescales[{extra}]'" in str(caught.value)
