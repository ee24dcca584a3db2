# SPDX-License-Identifier: MIT
"""When the public could know of a bank holiday: special days as announced, years as listed."""

from __future__ import annotations

import datetime as dt
from typing import Final

import attrs

from complaint_timescales._dates import spoken

PUBLISHED_THROUGH: Final = dt.date(2028, 12, 31)  # the last year in the list on GOV.UK

ACT: Final = "Banking and Financial Dealings Act 1971"
MOVED: Final = f"{ACT}, section 1(2), royal proclamation in place of a day in Schedule 1"
SPECIAL: Final = f"{ACT}, section 1(3), royal proclamation of a special day"


@attrs.frozen
class SpecialDay:
    """A bank holiday outside the ordinary pattern of the year, as published.

    Attributes:
        date: the day.
        name: its plain name.
        authority: the power that it was appointed under.
        announced: when the public was first told, as ``2022-09-10``, or ``2010-01`` for a month.
        replaces: the ordinary bank holiday that became a working day that year, or None.
    """

    date: dt.date
    name: str
    authority: str
    announced: str
    replaces: dt.date | None = None

    @property
    def known_from(self) -> dt.date:
        """The day by whose end everybody could know; of a month, its last day."""
        year, month, *day = map(int, self.announced.split("-"))
        if day:
            return dt.date(year, month, day[0])
        # Day 1 of the next month is at most 31 days on; the day before it ends this one.
        return (dt.date(year, month, 1) + dt.timedelta(31)).replace(day=1) - dt.timedelta(1)

    @property
    def announced_words(self) -> str:
        """``announced on Saturday 10 September 2022``, or ``announced in January 2010``."""
        day = spoken(self.known_from)
        if self.announced == self.known_from.isoformat():
            return f"announced on {day}"
        return f"announced in {' '.join(day.split()[2:])}"


# fmt: off
SPECIAL_DAYS: Final = (
    SpecialDay(dt.date(2011, 4, 29), "Royal wedding", SPECIAL, "2010-11-23"),
    SpecialDay(dt.date(2012, 6, 4), "Spring bank holiday", MOVED, "2010-01", dt.date(2012, 5, 28)),
    SpecialDay(dt.date(2012, 6, 5), "Queen's Diamond Jubilee", SPECIAL, "2010-01"),
    SpecialDay(dt.date(2020, 5, 8), "Early May bank holiday (VE day)", SPECIAL, "2019-06-07",
               dt.date(2020, 5, 4)),
    SpecialDay(dt.date(2022, 6, 2), "Spring bank holiday", MOVED, "2020-11-12",
               dt.date(2022, 5, 30)),
    SpecialDay(dt.date(2022, 6, 3), "Platinum Jubilee bank holiday", SPECIAL, "2020-11-12"),
    SpecialDay(dt.date(2022, 9, 19), "Bank holiday for the State Funeral of Queen Elizabeth II",
               SPECIAL, "2022-09-10"),
    SpecialDay(dt.date(2023, 5, 8), "Bank holiday for the coronation of King Charles III", SPECIAL,
               "2022-11-06"),
)
# fmt: on
LOST_DAYS: Final = tuple(day.replaces for day in SPECIAL_DAYS if day.replaces is not None)

# The day on which the list on GOV.UK first reached to the end of a year, by the history of its
# file (alphagov/calendars to April 2020, alphagov/frontend from then on).
_LISTED: Final = (
    (dt.date(2012, 1, 24), 2013),
    (dt.date(2012, 12, 12), 2015),
    (dt.date(2014, 4, 23), 2016),
    (dt.date(2015, 10, 26), 2017),
    (dt.date(2016, 12, 19), 2018),
    (dt.date(2017, 10, 25), 2019),
    (dt.date(2018, 12, 6), 2020),
    (dt.date(2019, 12, 5), 2021),
    (dt.date(2020, 11, 12), 2022),
    (dt.date(2021, 11, 3), 2023),
    (dt.date(2022, 11, 8), 2025),
    (dt.date(2023, 12, 12), 2026),
    (dt.date(2024, 11, 27), 2027),
    (dt.date(2025, 11, 24), 2028),
)


def published_through(day: dt.date | None) -> dt.date:
    """The last day of the last year whose bank holidays were published by the end of a day.

    >>> published_through(dt.date(2022, 9, 9))
    datetime.date(2023, 12, 31)

    With None, the last that is known here. Before the list of January 2012 it is taken to reach
    to the end of the next year, and never beyond the 2012 that it then had.
    """
    if day is None:
        return PUBLISHED_THROUGH
    listed = [year for since, year in _LISTED if since <= day]
    return dt.date(max(listed, default=min(day.year + 1, 2012)), 12, 31)
