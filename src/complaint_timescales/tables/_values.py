# SPDX-License-Identifier: MIT
"""What the cells of a column say: dates in one format of a closed list, and whole numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Final, Generic, TypeVar

import attrs

from complaint_timescales._dates import listed
from complaint_timescales._errors import InvalidTable
from complaint_timescales.tables._shapes import Finding, Table

T = TypeVar("T")

NULL_WORDS: Final = frozenset(
    {"", "-", "--", "\N{EN DASH}", "\N{EM DASH}", "n/a", "na", "n.a.", "nil", "none", "null"}
    | {"not applicable", "not known", "not recorded", "tbc", "unknown"}
)
"""What a cell says, in any case, when it says that there is nothing to say."""

# fmt: off
_NAMES: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)
# fmt: on
_MONTHS: Final = {
    **{name[:3]: number for number, name in enumerate(_NAMES, start=1)},
    **{name: number for number, name in enumerate(_NAMES, start=1)},
    "sept": 9,
}


@attrs.frozen
class DateFormat:
    """One way in which a column can write its dates; the day always stands before the month.

    Attributes:
        name: what the format is called.
        example: 29 August 2024, written so.
        pattern: the shape of a cell, with the groups ``day``, ``month`` and ``year``.
    """

    name: str
    example: str
    pattern: str = attrs.field(repr=False)

    def fits(self, cell: str) -> bool:
        """Whether a cell has the shape, be it a day of the calendar or not."""
        return self._match(cell) is not None

    def read(self, cell: str) -> date:
        """The day that a cell of this shape names; ``ValueError`` where there is no such day."""
        found = self._match(cell)
        assert found is not None  # asked only of a cell that fits
        month, year = found["month"], int(found["year"])
        number = int(month) if month.isdecimal() else _MONTHS[month]
        return date(year + 2000 if len(found["year"]) == 2 else year, number, int(found["day"]))

    def _match(self, cell: str) -> re.Match[str] | None:
        return re.fullmatch(self.pattern, _plain(cell))


DATE_FORMATS: Final = (
    DateFormat("iso", "2024-08-29", r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})"),
    DateFormat(
        "day/month/year",
        "29/08/2024",
        r"(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})/(?P<year>[0-9]{4})",
    ),
    DateFormat(
        "day month year",
        "29 August 2024",
        rf"(?P<day>[0-9]{{1,2}})[ -](?P<month>{'|'.join(_MONTHS)})[ -]"
        r"(?P<year>[0-9]{4}|[0-9]{2})",
    ),
)
"""The closed list. The third takes ``29 Aug 24``, ``14 Sept 23`` and ``29-Aug-2024`` as well."""

# What people and programs write instead, and what to do about each.
_HINTS: Final = (
    (r"[0-9]{5}", "It looks like a spreadsheet's day number: format the column as a date"),
    (r".*[0-9]:[0-9]{2}.*", "A day has no time: leave the time out"),
    (r"[0-9]{1,2}[/.][0-9]{1,2}[/.][0-9]{2}", "Write the year in four figures: 29/08/2024"),
    (r"[a-z]+\.? [0-9]{1,2},? [0-9]{2,4}", "Write the day before the month: 29 August 2024"),
    (r"[a-z]+ [0-9]{2,4}", "A month is not a day: give the day, or write 'not known'"),
)


def _plain(cell: str) -> str:
    return " ".join(cell.split()).casefold()


def is_missing(cell: str) -> bool:
    """Whether a cell is blank or one of the null words.

    >>> is_missing(" N/A "), is_missing("29 Aug 24")
    (True, False)
    """
    return _plain(cell) in NULL_WORDS


@attrs.frozen
class Values(Generic[T]):
    """What the cells of a column say, by the number of the row.

    Attributes:
        column: its name as the file writes it.
        written: each cell as it was written.
        read: each value; None where the cell says that there is none, or cannot be read.
        findings: for each cell that cannot be read, why.
    """

    column: str
    written: Mapping[int, str]
    read: Mapping[int, T | None]
    findings: Mapping[int, Finding]


def cells_of(table: Table, column: str) -> dict[int, str]:
    """The cells of a column as they were written, by the number of the row."""
    place = table.header.index(column)
    return {row.number: row.cells[place] for row in table.rows}


def dates_in(table: Table, column: str, *, date_format: str | None = None) -> Values[date]:
    r"""The dates in a column, all of them in one format.

    >>> from complaint_timescales.tables import read_table
    >>> dates = dates_in(read_table("closed\n29 Aug 24\n2024-08-30\n14 Sept 24\n"), "closed")
    >>> dates.read[2], dates.findings[3].written
    (datetime.date(2024, 8, 29), '2024-08-30')

    ``date_format`` is the name of one in ``DATE_FORMATS``. Without it the format is that of
    most cells in the column, and of the first cell where two come to the same number.
    """
    cells = cells_of(table, column)
    given = [cell for cell in cells.values() if not is_missing(cell)]
    form = _common(given) if date_format is None else _named(date_format)
    read: dict[int, date | None] = {}
    findings = {}
    for row, cell in cells.items():
        read[row] = None
        if is_missing(cell):
            continue
        try:
            if form is not None and form.fits(cell):
                read[row] = form.read(cell)
                continue
            what = "not a date" if _fitting(cell) is None else "not in the format of its column"
        except ValueError:
            what = "there is no such day"
        findings[row] = _unreadable(row, column, cell, what, form)
    return Values(column, cells, read, findings)


def _fitting(cell: str) -> DateFormat | None:
    return next((form for form in DATE_FORMATS if form.fits(cell)), None)


def _common(cells: list[str]) -> DateFormat | None:
    found = [form for cell in cells if (form := _fitting(cell)) is not None]
    # The first of those found most often: `max` keeps the order of the cells.
    return max(found, key=found.count, default=None)


def _named(name: str) -> DateFormat:
    for form in DATE_FORMATS:
        if form.name == name:
            return form
    names = listed([repr(form.name) for form in DATE_FORMATS], last="or")
    raise InvalidTable("no such format of dates", written=name, remedy=f"Write {names}")


def _unreadable(row: int, column: str, cell: str, what: str, form: DateFormat | None) -> Finding:
    rule = f"the column is read as {form.name}: {form.example}" if form else _NO_FORMAT
    hint = next((words for shape, words in _HINTS if re.fullmatch(shape, _plain(cell))), "")
    if form is not None and form.name == "day/month/year" and form.fits(cell):
        hint = "If the file writes the month first, turn its dates into 2024-08-29 and read it anew"
    example = form.example if form else DATE_FORMATS[0].example
    return Finding(
        row=row,
        kind="unreadable",
        what=what,
        column=column,
        written=cell,
        rule=rule,
        remedy=hint or f"Correct it, written as {example}; or write 'n/a' if there is no date",
    )


_NO_FORMAT: Final = "dates are read as {}".format(
    listed([form.example for form in DATE_FORMATS], last="or")
)


def whole_numbers_in(table: Table, column: str) -> Values[int]:
    r"""The whole numbers in a column; a figure such as ``75.0`` is not one.

    >>> from complaint_timescales.tables import read_table
    >>> whole_numbers_in(read_table("days\n75\n n/a\n"), "days").read
    {2: 75, 3: None}
    """
    cells = cells_of(table, column)
    read: dict[int, int | None] = {}
    findings = {}
    for row, cell in cells.items():
        figure = _plain(cell)
        read[row] = int(figure) if re.fullmatch(r"[0-9]{1,6}", figure) else None
        if read[row] is None and not is_missing(cell):
            findings[row] = Finding(
                row=row,
                kind="unreadable",
                what="not a whole number",
                column=column,
                written=cell,
                rule="working days are counted in whole days",
                remedy="Write figures alone, such as 65; or 'n/a' if there is none",
            )
    return Values(column, cells, read, findings)
