# SPDX-License-Identifier: MIT
"""Rows and tables as people keep them: mixed formats, blanks, formulas, impossible orders."""

from __future__ import annotations

import csv
import functools
import io
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from hypothesis import strategies as st

from complaint_timescales.testing._days import dates

COLUMNS: Final = ("case_ref", "provision", "start", "end", "stated_working_days")
"""The columns of a messy row."""

_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_WAYS: Final[tuple[Callable[[date], str], ...]] = (
    date.isoformat,
    lambda day: f"{day.day:02}/{day.month:02}/{day.year}",
    lambda day: f"{day.day} {_MONTHS[day.month - 1]} {day.year}",
    lambda day: f"{day.day} {_MONTHS[day.month - 1][:3]} {day.year % 100:02}",
    lambda day: f"{day.day}-{_MONTHS[day.month - 1][:3]}-{day.year}",
    # What a reader must not guess at: the month first, two figures, a spreadsheet's day number.
    lambda day: f"{day.month:02}/{day.day:02}/{day.year}",
    lambda day: f"{day.day:02}.{day.month:02}.{day.year % 100:02}",
    lambda day: str((day - date(1899, 12, 30)).days),
    lambda day: f"{day.isoformat()} 00:00:00",
)
_NULLS: Final = ("", " ", "n/a", "N/A", "-", "\N{EN DASH}", "nil", "TBC", "not known")
_NO_DAY: Final = ("31/02/2024", "2023-02-29", "00/01/2024", "13/13/2024", "0000-00-00")
# What a spreadsheet would run if it were written back as it is.
_FORMULAS: Final = ("=1+1", "+44 20 7946 0000", "-2+3", "@SUM(A1)", '=HYPERLINK("http://x","y")')
_WORDS: Final = ("Late, see note", 'The "final" letter', "two\nlines", "\N{ZERO WIDTH SPACE}")


@functools.cache
def written_dates() -> st.SearchStrategy[str]:
    """A cell of a column of dates, in one of many ways, or one that is none.

    >>> from hypothesis import given
    >>> @given(written_dates())
    ... def test(cell): assert isinstance(cell, str)
    >>> test()
    """
    written = st.builds(lambda day, way: way(day), dates(), st.sampled_from(_WAYS))
    return st.one_of(written, *map(st.sampled_from, (_NULLS, _NO_DAY, _FORMULAS, _WORDS)))


@st.composite
def _rows(draw: st.DrawFn) -> dict[str, str]:
    reference = draw(st.sampled_from(["CSC-1", "CSC-1", "0042", " 7", *_NULLS[:1], *_FORMULAS]))
    provision = draw(st.sampled_from(["14(1)", "17(3)", "17(6)", "17", "Stage 1", " 20(2) ", ""]))
    if draw(st.booleans()):
        start = draw(dates(date(2008, 1, 1), date(2028, 12, 31)))
        # Some responses come before the receipt.
        end = start + timedelta(days=draw(st.integers(-30, 120)))
        way = draw(st.sampled_from(_WAYS))
        cells = (way(start), way(end))
    else:
        cells = (draw(written_dates()), draw(written_dates()))
    figures = st.one_of(st.integers(-1, 130).map(str), st.sampled_from(("", "n/a", "75.0", "1e3")))
    return dict(zip(COLUMNS, (reference, provision, *cells, draw(figures)), strict=True))


@functools.cache
def messy_rows() -> st.SearchStrategy[dict[str, str]]:
    """A row of text cells, by the name of the column.

    >>> from hypothesis import given
    >>> @given(messy_rows())
    ... def test(row): assert tuple(row) == COLUMNS
    >>> test()

    Dates in many formats, some of which a reader must refuse; blanks and null words; days that
    there are not; text that a spreadsheet takes for a formula; a response before its receipt;
    references that come twice.
    """
    return _rows()


@functools.cache
def messy_tables(most: int = 8) -> st.SearchStrategy[str]:
    """The text of a CSV file of such rows, which is sound as CSV; now and then a row is ragged.

    >>> from hypothesis import given
    >>> from complaint_timescales.tables import read_table
    >>> @given(messy_tables())
    ... def test(text): assert read_table(text).header == COLUMNS
    >>> test()
    """
    ragged = st.lists(st.sampled_from(["x", "2024-08-29", ""]), min_size=1, max_size=6)
    cells = st.one_of(messy_rows().map(lambda row: list(row.values())), ragged)
    ends = st.sampled_from(["\n", "\r\n"])
    return st.builds(_table, st.lists(cells, max_size=most), ends)


def _table(rows: list[list[str]], end: str) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator=end)
    writer.writerow(COLUMNS)
    writer.writerows(rows)
    return text.getvalue()
