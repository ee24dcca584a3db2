# SPDX-License-Identifier: MIT
"""One report with everything in it that a report can show; its figures are made up."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Final

from complaint_timescales.monitoring import (
    SUPPRESSED,
    Cell,
    Chart,
    ChartKind,
    FindingLog,
    Kind,
    Provenance,
    Report,
    ReportColumn,
    ReportTable,
    Section,
)
from complaint_timescales.tables import Finding

# What a cell of somebody's file can hold: mark-up, a formula, control codes, a reversed reading
# order, a link as Markdown writes it, a reference to a note, and a word without end.
HOSTILE: Final = (
    "=HYPERLINK(\"https://example.org/\")<script>alert('1')</script> &amp; {{ 7 * 7 }} "
    "[red]x[/red] [here](https://example.org/) [there](x) $$note$$ "
    "\N{RIGHT-TO-LEFT OVERRIDE}\x1b[31m\x07 "
    + "W" * 90
)  # fmt: skip
MONTHS: Final = (
    "April", "May", "June", "July", "August", "September",
    "October", "November", "December", "January", "February", "March",
)  # fmt: skip
QUARTERS: Final = (
    "Q1 (April to June 2024)",
    "Q2 (July to September 2024)",
    "Q3 (October to December 2024)",
    "Q4 (January to March 2025)",
)
CLOSED: Final = (
    "Complaints closed from 1 April 2024 to 31 March 2025. Withdrawn complaints are not counted."
)


def stage_1() -> ReportTable:
    """Stage 1 by quarter: the parts add up to what was closed."""
    bands = ("within_10", "extended", "not_extended", "over_20")
    heads = ("10 or fewer", "11 to 20, extended", "11 to 20, not extended", "Over 20")
    rows: tuple[tuple[Cell, ...], ...] = (
        (QUARTERS[0], 947, 521, 214, 105, 107, 77.6, 12.4),
        (QUARTERS[1], 1_095, 760, 199, 96, 40, 87.6, 9.8),
        (QUARTERS[2], 951, 530, SUPPRESSED, SUPPRESSED, 90, SUPPRESSED, 11.0),
        (QUARTERS[3], 0, 0, 0, 0, 0, None, None),
        ("Year", 2_993, 1_811, SUPPRESSED, SUPPRESSED, 237, SUPPRESSED, 10.9),
    )
    return ReportTable(
        key="stage_1_timeliness",
        title="Stage 1, working days to the response, by quarter",
        caption=CLOSED,
        columns=(
            ReportColumn("quarter", "Quarter", Kind.TEXT),
            ReportColumn("closed", "Closed"),
            *(
                ReportColumn(key, head, part_of="closed")
                for key, head in zip(bands, heads, strict=True)
            ),
            ReportColumn("met", "Met", Kind.PERCENT),
            ReportColumn("mean", "Mean", Kind.MEAN),
        ),
        rows=rows,
        total_row=True,
        notes=("The limit is 10 working days, or 20 where it was extended: regulation 14(5).",),
        chart=Chart(
            kind=ChartKind.STACKED_BARS,
            title="Stage 1 by working days taken",
            category="quarter",
            series=bands,
            unit="complaints",
        ),
    )


def stage_2() -> ReportTable:
    """Stage 2, one row for each complaint, with dates."""
    return ReportTable(
        key="stage_2_longest",
        title="Stage 2, the longest investigations",
        caption="The three investigations with the most working days, of 19 that were closed.",
        columns=(
            ReportColumn("reference", "Complaint", Kind.TEXT),
            ReportColumn("started", "Started", Kind.DATE),
            ReportColumn("closed", "Responded", Kind.DATE),
            ReportColumn("days", "Working days", Kind.DAYS),
            ReportColumn("remark", "Remark", Kind.TEXT),
        ),
        rows=(
            ("CSC-0042", date(2024, 3, 4), date(2025, 3, 4), 254, "-"),
            ("-1", date(2024, 6, 3), None, None, ""),
            (HOSTILE, date(2024, 6, 4), date(2024, 9, 4), 66, HOSTILE),
        ),
    )


def monthly() -> ReportTable:
    """Month by month over four years, with a month that is missing."""
    rows: list[tuple[Cell, ...]] = []
    for year in range(4):
        for place, month in enumerate(MONTHS):
            at = year * 12 + place
            name = f"{month} {2021 + year + (place > 8)}"
            wave = (at * 7) % 11
            late: Cell = None if at == 20 else SUPPRESSED if at == 33 else 4 + at // 12 + wave // 3
            rows.append((name, 24 + at // 2 + wave, 18 + at // 3 + wave, late))
    return ReportTable(
        key="monthly",
        title="Stage 1, month by month",
        caption="Complaints received in each month from April 2021 to March 2025.",
        columns=(
            ReportColumn("month", "Month", Kind.TEXT),
            ReportColumn("received", "Received"),
            ReportColumn("in_time", "Answered in time"),
            ReportColumn("late", "Answered late"),
        ),
        rows=tuple(rows),
        chart=Chart(
            kind=ChartKind.LINES,
            title="Complaints at stage 1 by month",
            category="month",
            series=("received", "in_time", "late"),
            unit="complaints",
        ),
    )


def outcomes() -> ReportTable:
    """Outcomes at each stage."""
    return ReportTable(
        key="outcomes",
        title="Outcomes by stage",
        caption=CLOSED,
        columns=(
            ReportColumn("stage", "Stage", Kind.TEXT),
            ReportColumn("upheld", "Upheld"),
            ReportColumn("partly_upheld", "Partly upheld"),
            ReportColumn("not_upheld", "Not upheld"),
        ),
        rows=(
            ("Stage 1", 1_002, 991, 1_000),
            ("Stage 2", 354, 409, 306),
            ("Stage 3", 101, SUPPRESSED, None),
        ),
        chart=Chart(
            kind=ChartKind.GROUPED_BARS,
            title="Outcomes at each stage",
            category="stage",
            series=("upheld", "partly_upheld", "not_upheld"),
            unit="complaints",
        ),
    )


def mediation() -> ReportTable:
    """A table of one row."""
    return ReportTable(
        key="mediation",
        title="Mediation",
        caption="Offers of mediation, of 19 investigations that were closed.",
        columns=(
            ReportColumn("offer", "Offer", Kind.TEXT),
            ReportColumn("number", "Number"),
            ReportColumn("share", "Share", Kind.PERCENT),
        ),
        rows=(("Accepted", 6, 31.6), ("Declined", 13, 68.4), ("All", 19, 100.0)),
        total_row=True,
    )


def ombudsman() -> ReportTable:
    """A table without rows."""
    return ReportTable(
        key="ombudsman",
        title="Complaints to the Ombudsman",
        caption="Decisions of the Ombudsman from 1 April 2024 to 31 March 2025.",
        columns=(ReportColumn("decision", "Decision", Kind.TEXT), ReportColumn("number", "Number")),
        rows=(),
        notes=("No decision was made in the period.",),
    )


FINDINGS: Final = (
    Finding(row=4, kind="duplicate", what="the same as row 3"),
    Finding(row=5, kind="duplicate", what="the same as row 3", remedy="Remove one of them"),
    Finding(
        row=7,
        kind="refused",
        what="no such date",
        column="date_closed",
        written="31/02/2025",
        rule="February 2025 has 28 days",
        remedy="Correct it",
    ),
    Finding(row=9, kind="refused", what="no such date", column=HOSTILE, written=HOSTILE),
)


@contextmanager
def sample_report(*findings: Finding) -> Iterator[Report]:
    """The report, with these findings or with four; its log is closed afterwards."""
    with FindingLog(findings or FINDINGS) as log:
        yield _report(log)


def _report(log: FindingLog) -> Report:
    return Report(
        title="Representations about children's social care, 2024/25",
        period="1 April 2024 to 31 March 2025",
        summary=(
            "2,993 complaints were closed at stage 1, 1,811 of them within 10 working days.",
            "19 investigations were closed at stage 2.",
        ),
        sections=(
            Section(
                key="stage_1",
                title="Stage 1: local resolution",
                introduction="The authority resolves a representation within 10 working days.",
                tables=(stage_1(), monthly()),
            ),
            Section(
                key="stage_2",
                title="Stage 2: investigation",
                introduction="",
                tables=(stage_2(), mediation()),
            ),
            Section(
                key="after",
                title="Outcomes and the Ombudsman",
                introduction="What came of it.",
                tables=(outcomes(), ombudsman()),
            ),
        ),
        findings=log,
        provenance=Provenance(
            version="0.0.0",
            rules="0123456789ab",
            calendar="GOV.UK, 2 December 2024",
            calendar_fingerprint="ba9876543210",
            readings="the default readings",
            cohorts="closed in the period",
            options={"Figures withheld": "below 5"},
            source="complaints 2024-25.csv",
            digest="00" * 32,
            rows=1_250,
            rejected=2,
        ),
    )
