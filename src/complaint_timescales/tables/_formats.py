# SPDX-License-Identifier: MIT
"""How a cell writes a date: a closed list of formats, in which nothing is guessed."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import Final

import attrs

from complaint_timescales._dates import listed
from complaint_timescales._errors import InvalidTable
from complaint_timescales.bounds import Between

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
_NAMED_MONTH: Final = f"(?P<month>{'|'.join(_MONTHS)})"


class DayCell(str):
    """The cell of a workbook that holds a day, and no text that has to be read as one.

    Its text is the day as 2024-08-29; yet it is not equal to that text, so that a cell with the
    text, which has a format, is never taken for a cell without one.
    """

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        """Whether the other is such a cell as well, with the same day."""
        return isinstance(other, DayCell) and str.__eq__(self, other)

    def __ne__(self, other: object) -> bool:
        """Whether it is not."""
        return not self == other

    __hash__ = str.__hash__

    @property
    def day(self) -> date:
        """The day."""
        return date.fromisoformat(self)


def plain_cell(cell: str) -> str:
    """The text of a cell in lower case, with single spaces."""
    return " ".join(cell.split()).casefold()


def is_missing(cell: str) -> bool:
    """Whether a cell is blank or one of the null words.

    >>> is_missing(" N/A "), is_missing("29 Aug 24")
    (True, False)
    """
    return plain_cell(cell) in NULL_WORDS


# ---------------------------------------------------------------------------------------
# The time of day
# ---------------------------------------------------------------------------------------

_TIME: Final = re.compile(
    r"(?P<day>.*[0-9])(?:,? |t)(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})"
    r"(?P<second>:[0-9]{2}(?:\.[0-9]{1,9})?)?(?P<half> ?[ap]m)?"
    r" ?(?P<zone>z|utc|gmt|(?P<sign>[+-])(?P<hours>[0-9]{2}):?(?P<minutes>[0-9]{2}))?"
)


def _last_sunday(year: int, month: int) -> date:
    end = date(year, month, 31)  # asked of March and October only
    return end - timedelta(days=(end.weekday() + 1) % 7)


def in_london(moment: datetime) -> date:
    """The day in London at a moment that is given in Greenwich mean time, without a zone.

    >>> in_london(datetime(2024, 6, 30, 23, 30))
    datetime.date(2024, 7, 1)

    Summer time runs from one o'clock in the morning, Greenwich mean time, of the last Sunday in
    March to the same hour of the last Sunday in October: section 1 of the Summer Time Act 1972,
    as the Summer Time Order 2002 has it. Before 2002 the same days hold from 1996 on. The rule
    needs no database of zones, which Windows and the browser do not have.
    """
    start, end = (
        datetime.combine(_last_sunday(moment.year, month), datetime.min.time()).replace(hour=1)
        for month in (3, 10)
    )
    return (moment + timedelta(hours=1) if start <= moment < end else moment).date()


@attrs.frozen
class _Time:
    """What stands behind the day in a cell; ``since`` is Greenwich mean time less the clock's."""

    hour: int
    minute: int
    since: timedelta | None

    def day(self, day: date) -> date:
        """The day in London."""
        moment = datetime(day.year, day.month, day.day, self.hour, self.minute)  # noqa: DTZ001 - as written
        return day if self.since is None else in_london(moment + self.since)


def _parted(cell: str) -> tuple[str, _Time | None]:
    """The part of a plain cell that is a day, and the time of day if there is one."""
    found = _TIME.fullmatch(cell) if ":" in cell else None
    if found is None:
        return cell, None
    hour, half = int(found["hour"]), (found["half"] or "").strip()
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0) if 1 <= hour <= 12 else 24
    if not found["zone"]:
        return found["day"], _Time(hour, int(found["minute"]), None)
    ahead = timedelta(hours=int(found["hours"] or 0), minutes=int(found["minutes"] or 0))
    since = ahead if found["sign"] == "-" else -ahead
    return found["day"], _Time(hour, int(found["minute"]), since)


# ---------------------------------------------------------------------------------------
# The formats
# ---------------------------------------------------------------------------------------


@attrs.frozen
class DateFormat:
    """One way in which a column can write its dates.

    Attributes:
        name: what the format is called.
        example: 29 August 2024, written so.
        pattern: the shape of a cell, with the groups ``day``, ``month`` and ``year``; or with
            ``days`` where days are counted.
        epoch: the day 0 of a format that counts days.
    """

    name: str
    example: str
    pattern: str = attrs.field(repr=False)
    epoch: date | None = attrs.field(default=None, repr=False)

    def fits(self, cell: str) -> bool:
        """Whether a cell has the shape, be it a day of the calendar or not."""
        return self._match(_parted(plain_cell(cell))[0]) is not None

    def read(self, cell: str) -> date:
        """The day that a cell of this shape names; ``ValueError`` where there is no such day.

        A time of day is cut off. Where it has an offset from Greenwich mean time, the day is that
        in London; where it has none, it is taken for the time in London.
        """
        text, time = _parted(plain_cell(cell))
        found = self._match(text)
        assert found is not None  # asked only of a cell that fits
        try:
            day = self._day(found)
            return day if time is None else time.day(day)
        except OverflowError as error:
            raise ValueError(str(error)) from None

    def _day(self, found: re.Match[str]) -> date:
        if self.epoch is not None:
            return self.epoch + timedelta(days=_counted(int(found["days"]), self.epoch))
        month, year = found["month"], int(found["year"])
        number = int(month) if month.isdecimal() else _MONTHS[month]
        return date(year + 2000 if len(found["year"]) == 2 else year, number, int(found["day"]))

    def _match(self, text: str) -> re.Match[str] | None:
        return re.fullmatch(self.pattern, text)


def _counted(days: int, epoch: date) -> int:
    # Lotus took 1900 for a leap year, and spreadsheets still have a day 60 for its 29 February.
    if epoch == _EPOCH_1900 and days in {0, 60}:
        raise ValueError(days)
    return days + 1 if epoch == _EPOCH_1900 and days < 60 else days


_EPOCH_1900: Final = date(1899, 12, 30)  # right from 1 March 1900 on, which is day 61
_DAY: Final = r"(?P<day>[0-9]{1,2})"
_MONTH: Final = r"(?P<month>[0-9]{1,2})"
_SERIAL: Final = r"(?P<days>[0-9]{1,5})(?:\.[0-9]{1,20})?"

DATE_FORMATS: Final = (
    DateFormat("iso", "2024-08-29", r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})"),
    DateFormat(
        "day/month/year",
        "29/08/2024",
        rf"{_DAY}(?P<mark>[/.-]){_MONTH}(?P=mark)(?P<year>[0-9]{{4}})",
    ),
    DateFormat(
        "day month year",
        "29 August 2024",
        rf"{_DAY}(?:st|[nr]d|th)?[ -]{_NAMED_MONTH}[ -](?P<year>[0-9]{{4}}|[0-9]{{2}})",
    ),
)
"""The closed list, in which the day never stands behind the month but after the year.

The second takes ``29.08.2024`` and ``29-08-2024`` as well, the third ``29 Aug 24``, ``14 Sept 23``,
``29th August 2024`` and ``29-Aug-2024``. Each takes a time of day behind the date.
"""

TOLD_FORMATS: Final = (
    DateFormat(
        "day/month/yy", "29/08/24", rf"{_DAY}(?P<mark>[/.-]){_MONTH}(?P=mark)(?P<year>[0-9]{{2}})"
    ),
    DateFormat(
        "month/day/year",
        "08/29/2024",
        rf"{_MONTH}(?P<mark>[/.-]){_DAY}(?P=mark)(?P<year>[0-9]{{4}})",
    ),
    DateFormat("serial", "45533", _SERIAL, _EPOCH_1900),
    DateFormat("serial_1904", "44071", _SERIAL, date(1904, 1, 1)),
)
"""Formats that a column is read in only where somebody says that it has them."""

_MONTH_ONLY: Final = re.compile(
    rf"{_NAMED_MONTH}[ -](?P<year>[0-9]{{4}}|[0-9]{{2}})"
    r"|(?P<m>[0-9]{1,2})[/.-](?P<y>[0-9]{4})|(?P<iso>[0-9]{4})-(?P<n>[0-9]{2})"
)


def month_in(cell: str) -> Between | None:
    """The bounds of a month, if a cell names a month and no day.

    >>> month_in("Sep 23")
    Between(earliest=datetime.date(2023, 9, 1), latest=datetime.date(2023, 9, 30))

    It is written ``September 2023``, ``Sep 23``, ``09/2023`` or ``2023-09``.
    """
    found = _MONTH_ONLY.fullmatch(plain_cell(cell))
    if found is None:
        return None
    year = found["year"] or found["y"] or found["iso"]
    month = _MONTHS[found["month"]] if found["month"] else int(found["m"] or found["n"])
    if not 1 <= month <= 12 or not int(year):
        return None
    return Between.month(int(year) + 2000 if len(year) == 2 else int(year), month)


def format_named(name: str, where: str = "") -> DateFormat:
    """The format of that name, those included that have to be told."""
    for form in (*DATE_FORMATS, *TOLD_FORMATS):
        if form.name == name:
            return form
    names = listed([repr(form.name) for form in (*DATE_FORMATS, *TOLD_FORMATS)], last="or")
    raise InvalidTable(
        "no such format of dates", where=where, written=name, remedy=f"Write {names}"
    )
