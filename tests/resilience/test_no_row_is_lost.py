# SPDX-License-Identifier: MIT
"""Whatever goes in comes out: as a row, or as a rejection that says which and why."""

from __future__ import annotations

import csv
import io
import json

from hypothesis import given
from hypothesis import strategies as st

from complaint_timescales.check import check_table
from complaint_timescales.cli._replay import replayed
from complaint_timescales.tables import read_table
from complaint_timescales.working_days import WorkingDayCalendar

ENGLAND = WorkingDayCalendar.england()
HEADS = (
    ("provision", "start", "end"),
    ("reference", "provision", "start", "end", "working_days"),
    ("date_requested", "tor_signed", "adjudication", "date_closed", "working_days"),
)

# What people and programs put into cells, and what they should.
CELLS = st.one_of(
    st.sampled_from(
        [
            *("", " ", "n/a", "TBC", "2024-01-02", "02/01/2024", "2 January 2024", "2 Jan 24"),
            *("31/02/2024", "13/13/2024", "45293", "17(6)", "14(5)", "9(1)", "17(7)", "-3", "65"),
            *("1e3", "=1+1", "1999-01-01", "2101-01-01", '"', "a,b", "a\nb", "a\r\nb"),
            *("\u00a0", "\u200b", "caf\u00e9"),
        ]
    ),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12),
)
ROWS = st.lists(st.lists(CELLS, max_size=7), max_size=12)


def has_text(cells: list[str]) -> bool:
    """A row without any is no row."""
    return any(cell.strip() for cell in cells)


def as_csv(rows: list[list[str]]) -> str:
    """What a spreadsheet writes."""
    written = io.StringIO()
    csv.writer(written).writerows(rows)
    return written.getvalue()


@given(head=st.sampled_from(HEADS), rows=ROWS)
def test_a_table_keeps_every_row(head: tuple[str, ...], rows: list[list[str]]) -> None:
    """With its number and its cells, in its table or set aside."""
    table = read_table(as_csv([list(head), *rows]))
    kept = {row.number: row.cells for row in table.rows}
    aside = {each.row.number: each.row.cells for each in table.rejected}
    expected = {n: tuple(cells) for n, cells in enumerate(rows, start=2) if has_text(cells)}

    assert not kept.keys() & aside.keys()
    # Empty cells after the last column say nothing.
    assert {n: cells[: len(head)] for n, cells in expected.items()} == {
        n: cells[: len(head)] for n, cells in (kept | aside).items()
    }
    assert all(each.reason for each in table.rejected)


@given(head=st.sampled_from(HEADS), rows=ROWS)
def test_a_checked_table_accounts_for_every_row(
    head: tuple[str, ...], rows: list[list[str]]
) -> None:
    """Assessed or rejected, and never both; a rejected row keeps its cells."""
    filled = next((n for n, cells in enumerate(rows) if len(cells) == len(head)), None)
    if filled is None:
        rows = [*rows, ["2024-01-02"] * len(head)]
    result = check_table(as_csv([list(head), *rows]), calendar=ENGLAND)
    told = [row.number for row in result.rows] + [each.row.number for each in result.rejected]

    assert [n for n, cells in enumerate(rows, start=2) if has_text(cells)] == sorted(told)
    for each in result.rejected:
        assert each.row.cells[: len(head)] == tuple(rows[each.row.number - 2])[: len(head)]
        assert each.reason


EVENTS = st.sampled_from(
    ["representations_received", "local_resolution_ended", "panel_met", "no_such_event", 7, None]
)
DAYS = st.sampled_from(["2025-01-06", "2025-02-30", "6 January", "1999-01-01", 5, None])
DOCUMENTS = st.one_of(
    st.fixed_dictionaries(
        {
            "schema": st.sampled_from(
                ["complaint-timescales/case/1", "complaint-timescales/case/9"]
            ),
            "reference": st.one_of(st.text(max_size=5), st.none()),
            "events": st.lists(st.fixed_dictionaries({"event": EVENTS, "on": DAYS}), max_size=3),
        }
    ).map(json.dumps),
    st.sampled_from(["{", "[]", "null", '{"a": 1}', "x", "{}", '"\\ud800"', "NaN", "[" * 3000]),
)


@given(lines=st.lists(st.one_of(DOCUMENTS, st.just(""), st.just("  ")), min_size=2, max_size=8))
def test_each_line_is_a_case_or_is_rejected_with_its_number(lines: list[str]) -> None:
    """Also where another line is broken; blank lines are none."""
    good = '{"schema": "complaint-timescales/case/1", "reference": "last", "events": []}'
    text = "\n".join(['{"schema": "complaint-timescales/case/1"}', *lines, good])
    cases, rejected = replayed(text, calendar=ENGLAND)
    full = [number for number, line in enumerate(text.split("\n"), start=1) if line.strip()]
    turned_away = [each.line for each in rejected]

    assert len(full) == len(cases) + len(rejected)
    assert [n for n in full if n in turned_away] == turned_away
    assert ("last", True) == (cases[-1].reference, all(each.reason for each in rejected))
