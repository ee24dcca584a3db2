# SPDX-License-Identifier: MIT
"""No row is lost between a file and the figures of its report, however messy it is."""

from __future__ import annotations

import csv
import io
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from complaint_timescales.monitoring import (
    LEGS,
    Cohort,
    Entry,
    LegVerdict,
    Options,
    annual_report,
)

DATES = st.one_of(
    st.dates().map(str),
    st.sampled_from(["2024-12-16", "16/12/2024", "Dec 2024", "2025-01-02", "2006-08-31"]),
)
CELLS = st.one_of(
    st.just(""), DATES, DATES, st.sampled_from(["n/a", "soon", "yes", "no", "=1+1", "31/02/2024"])
)
COLUMNS = (
    "Case ID", "Date received", "Response sent", "Extension agreed", "Complex", "Withdrawn",
    "Date of request", "Adjudication sent", "Panel date", "Panel report sent", "Orally",
)  # fmt: skip
STAGED = ("Case ID", "Stage", "Received", "Responded", "Extended")
STAGES = st.sampled_from(["1", "Stage 2", "S3", "Corporate", ""])


@st.composite
def files(draw: st.DrawFn) -> str:
    """A file of cases, or of stages; some of its rows too long, too short, or twice there."""
    staged = draw(st.booleans())
    names = STAGED if staged else COLUMNS
    cells = st.tuples(*(STAGES if name == "Stage" else CELLS for name in names))
    rows = draw(st.lists(cells, max_size=12))
    made = io.StringIO()
    out = csv.writer(made)
    out.writerow(names)
    for row in rows:
        kind = draw(st.integers(0, 9))
        out.writerow(row[:-1] if kind == 0 else (*row, "x") if kind == 1 else row)
        if kind == 2:
            out.writerow(row)
    return made.getvalue()


@given(text=files(), aside=st.booleans())
def test_every_row_is_counted_or_set_aside(text: str, *, aside: bool) -> None:
    """Through the sink, or among the rejected; and a row set aside has a finding."""
    seen: list[int] = []
    legs: Counter[str] = Counter()

    def sink(entry: Entry, found: tuple[LegVerdict, ...]) -> None:
        seen.append(entry.number)
        legs.update(leg.leg.key for leg in found)

    options = Options(set_aside_repeats=aside, cohorts=(Cohort.RECEIVED,))
    with annual_report(text, options=options, sink=sink).findings as findings:
        pass
    report = annual_report(text, options=options)
    with report.findings:
        found = {finding.row for finding in report.findings}
    rows = report.provenance.rows

    assert rows == len(seen) + report.provenance.rejected
    assert len(seen) == len(set(seen))
    assert report.provenance.rejected <= len(found)
    assert len(findings) == len(report.findings)


@given(text=files())
def test_the_quarters_and_what_is_in_none_make_up_the_legs(text: str) -> None:
    """Of each leg: those of the table, and those that its caption says are in no quarter."""
    legs: Counter[str] = Counter()
    options = Options(cohorts=(Cohort.RECEIVED,))
    report = annual_report(
        text, options=options, sink=lambda _, found: legs.update(leg.leg.key for leg in found)
    )
    report.findings.close()
    tables = {table.key: table for table in report.tables}

    for leg in LEGS:
        table = tables.get(f"{leg.key}_by_quarter_received")
        if table is None:
            continue  # not one of them has a day
        *quarters, total = (row[table.place("number")] for row in table.rows)
        _, _, more = table.caption.partition("for want of a day: ")
        unplaced = int(more.split()[0]) if more else 0
        assert total == sum(each for each in quarters if isinstance(each, int))
        assert total == legs[leg.key] - unplaced
