# SPDX-License-Identifier: MIT
"""Which weekdays are bank holidays in England, under what authority, and the caller's corrections.

The only module that imports ``holidays``, and only when a calendar is first built.
"""

from __future__ import annotations

import datetime as dt
import functools
import pathlib
from collections.abc import Callable, Iterable, Mapping
from importlib import util
from types import MappingProxyType
from typing import Any, Final

import attrs

from complaint_timescales._announcements import (
    ACT,
    LOST_DAYS,
    PUBLISHED_THROUGH,
    SPECIAL_DAYS,
    SpecialDay,
    published_through,
)
from complaint_timescales._dates import checked_date, spoken
from complaint_timescales._errors import (
    ComplaintTimescalesError,
    InvalidHoliday,
    OutsideCalendar,
)

__all__ = [
    "FIRST_DAY",
    "LAST_DAY",
    "LOST_DAYS",
    "PUBLISHED_THROUGH",
    "SPECIAL_DAYS",
    "CalendarChanges",
    "NonWorkingDay",
    "SpecialDay",
    "as_known",
    "bank_holidays",
    "bank_holidays_elsewhere",
    "checked_changes",
    "in_regulation_2",
    "published_through",
    "recorded",
]

FIRST_DAY: Final = dt.date(2006, 9, 1)  # regulation 1(1): the day the Regulations come into force
LAST_DAY: Final = dt.date(2100, 12, 31)  # the last year that `holidays` can answer for
_COUNTRY_FILE: Final = "united_kingdom.py"
YEARS: Final = range(FIRST_DAY.year, LAST_DAY.year + 1)

REGULATION_2: Final = "regulation 2"
SCHEDULE: Final = f"{ACT}, Schedule 1, paragraph 1"
PROCLAIMED: Final = f"{ACT}, section 1(3), royal proclamation"


@attrs.frozen
class NonWorkingDay:
    """A day that does not count, with what it is called and what takes it out of the count.

    Attributes:
        date: the day.
        name: a plain name that does not change between releases of any other library.
        authority: the provision, and in double quotes its own words for the day if it has any.
    """

    date: dt.date
    name: str
    authority: str


_SPECIAL: Final = {day.date: day for day in SPECIAL_DAYS}


def in_regulation_2(words: str) -> str:
    """The authority for a day that regulation 2 names itself, in its own words."""
    return f'{REGULATION_2}: "{words}"'


def _in_schedule(words: str) -> str:
    return f'{SCHEDULE}: "{words}"'


@attrs.frozen
class _Ordinary:
    """A day of the ordinary pattern: where in the year it can fall, and what others call it."""

    first: tuple[int, int]
    last: tuple[int, int]
    called: tuple[str, ...]  # any of these, within the name that `holidays` gives; empty: any name
    name: str
    authority: str

    def fits(self, day: dt.date, text: str) -> bool:
        """Whether a day that goes by this name elsewhere is this one."""
        if not self.first <= (day.month, day.day) <= self.last:
            return False
        return not self.called or any(word in text.casefold() for word in self.called)


# fmt: off
_ORDINARY: Final = (
    _Ordinary((1, 1), (1, 1), ("new year",), "New Year's Day", PROCLAIMED),
    _Ordinary((1, 2), (1, 3), ("new year",), "New Year's Day (substitute day)", PROCLAIMED),
    _Ordinary((3, 20), (4, 23), ("good friday",), "Good Friday", in_regulation_2("Good Friday")),
    _Ordinary((3, 23), (4, 26), ("easter",), "Easter Monday", _in_schedule("Easter Monday")),
    _Ordinary((5, 1), (5, 7), ("may",), "Early May bank holiday", PROCLAIMED),
    _Ordinary((5, 25), (5, 31), ("spring",), "Spring bank holiday",
              _in_schedule("The last Monday in May")),
    _Ordinary((8, 25), (8, 31), ("summer",), "Summer bank holiday",
              _in_schedule("The last Monday in August")),
    _Ordinary((12, 25), (12, 25), (), "Christmas Day", in_regulation_2("Christmas Day")),
    _Ordinary((12, 26), (12, 26), (), "Boxing Day", in_regulation_2("Boxing Day")),
    _Ordinary((12, 27), (12, 27), ("christmas", "boxing"), "Christmas Day (substitute day)",
              _in_schedule("27th December in a year in which 25th or 26th December is a Sunday")),
    # Schedule 1 has no words for 28 December: it is a holiday only when it is proclaimed.
    _Ordinary((12, 28), (12, 28), ("christmas", "boxing"), "Boxing Day (substitute day)",
              PROCLAIMED),
)
# fmt: on


@functools.cache  # two threads at once read the same days, and either reading will do
def bank_holidays() -> tuple[Mapping[dt.date, NonWorkingDay], str]:
    """Each weekday of the calendar that is a bank holiday, in order; and the version asked."""
    found, version = _from_library()
    return MappingProxyType(recorded(found, version)), version


def _from_library() -> tuple[dict[dt.date, str], str]:
    """What `holidays` says, copied: its own mapping grows when read, and is not thread-safe."""
    import holidays  # it costs 50 ms, so not before a calendar is needed
    from holidays.version import __version__

    # Without the subdivision Easter Monday and the summer day are missing, and without the
    # language the names follow the LANGUAGE variable of the environment.
    united_kingdom = _alone(holidays.__file__) or functools.partial(holidays.country_holidays, "GB")
    days = united_kingdom(subdiv="ENG", years=YEARS, language="en_GB")
    return dict(days.items()), __version__


def _alone(package: str) -> Callable[..., Mapping[dt.date, str]] | None:
    """The class of the United Kingdom out of its own file; None where it is not to be had so.

    Asked for one country, `holidays` loads all of its 250, and that takes as long as everything
    else that a first answer waits for. The file is the same, and so is what it says: a test holds
    the two against one another.
    """
    path = pathlib.Path(package).with_name("countries") / _COUNTRY_FILE
    spec = util.spec_from_file_location(f"{__name__}.united_kingdom", path)
    if not path.is_file() or spec is None or spec.loader is None:
        return None  # another layout, or a package in an archive
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return getattr(module, "UnitedKingdom", None)


@functools.cache
def bank_holidays_elsewhere() -> tuple[dt.date, ...]:
    """The weekdays off in Scotland or Northern Ireland and not in England, to the end of 2028.

    They count here: the Regulations apply to England only. Who forgets it counts fewer days.
    The first is 2 January 2007: 30 November was not a bank holiday before the St Andrew's Day
    Bank Holiday (Scotland) Act 2007, and the rest of 2006 had no other.
    """
    import holidays

    years = range(FIRST_DAY.year + 1, PUBLISHED_THROUGH.year + 1)
    found: set[dt.date] = set()
    for part in ("SCT", "NIR"):
        found.update(dict(holidays.country_holidays("GB", subdiv=part, years=years).items()))
    off = bank_holidays()[0]
    return tuple(sorted(day for day in found if day.weekday() < 5 and day not in off))


def recorded(found: Mapping[dt.date, str], version: str) -> dict[dt.date, NonWorkingDay]:
    """Days under the names of `holidays`, as our records, once they agree with what is published.

    Raises:
        ComplaintTimescalesError: they do not; the message says which days, and to upgrade.
    """
    days = {day: _record(day, found[day]) for day in sorted(found) if day.weekday() < 5}
    wrong = [*_missing(days), *_lost_but_present(days)]
    if wrong:
        shown = ", ".join(wrong[:5]) + (f" and {len(wrong) - 5} more" if len(wrong) > 5 else "")
        raise ComplaintTimescalesError(
            f"holidays {version} disagrees with the bank holidays published for England: {shown}",
            where="building the calendar",
            remedy="Upgrade it: python -m pip install --upgrade holidays",
        )
    return {day: record for day, record in days.items() if FIRST_DAY <= day <= LAST_DAY}


def _record(day: dt.date, text: str) -> NonWorkingDay:
    special = _SPECIAL.get(day)
    if special is not None:
        return NonWorkingDay(day, special.name, special.authority)
    for row in _ORDINARY:
        if row.fits(day, text):
            return NonWorkingDay(day, row.name, row.authority)
    return NonWorkingDay(day, text, PROCLAIMED)  # newer than this release of ours


def _missing(days: Mapping[dt.date, NonWorkingDay]) -> Iterable[str]:
    for special in SPECIAL_DAYS:
        if special.date not in days:
            yield f"{special.date} ({special.name}) is missing"
    good_fridays = {day.year for day, record in days.items() if record.name == "Good Friday"}
    for year in YEARS:
        if year not in good_fridays:
            yield f"Good Friday {year} is missing"
        for day in (dt.date(year, 12, 25), dt.date(year, 12, 26)):
            if day.weekday() < 5 and day not in days:
                yield f"{day} is missing"


def _lost_but_present(days: Mapping[dt.date, NonWorkingDay]) -> Iterable[str]:
    return (f"{day} was a working day" for day in LOST_DAYS if day in days)


def as_known(
    days: Mapping[dt.date, NonWorkingDay], day: dt.date | None
) -> Mapping[dt.date, NonWorkingDay]:
    """The bank holidays as a careful reader knew them at the end of a day; all of them for None.

    What was announced later is left out, and the ordinary day that it displaced is back.
    """
    if day is None:
        return days
    known = dict(days)
    for special in SPECIAL_DAYS:
        if special.known_from > day:
            del known[special.date]
            if special.replaces is not None:
                known[special.replaces] = _record(special.replaces, special.name)
    return known


@attrs.frozen
class CalendarChanges:
    """What a caller added to the calendar or moved in it, checked, in order of date.

    Attributes:
        extra_holidays: pairs of a day and its name.
        moved: pairs of the bank holiday that became a working day and the day instead of it.
        as_known_on: the day by whose end the bank holidays were announced, or None for all.
    """

    extra_holidays: tuple[tuple[dt.date, str], ...] = ()
    moved: tuple[tuple[dt.date, dt.date], ...] = ()
    as_known_on: dt.date | None = None

    def __bool__(self) -> bool:
        """Whether anything was changed."""
        return bool(self.extra_holidays or self.moved or self.as_known_on)

    def to_dict(self) -> dict[str, Any]:
        """The changes ready for JSON, dates as ISO text; ``as_known_on`` where it was given."""
        known = self.as_known_on
        return {
            "extra_holidays": {day.isoformat(): name for day, name in self.extra_holidays},
            "moved": {day.isoformat(): to.isoformat() for day, to in self.moved},
            **({} if known is None else {"as_known_on": known.isoformat()}),
        }

    def applied(self, days: Mapping[dt.date, NonWorkingDay]) -> dict[dt.date, NonWorkingDay]:
        """The bank holidays with these changes made, in order of date."""
        changed = dict(as_known(days, self.as_known_on))
        for day, name in self.extra_holidays:
            changed[day] = NonWorkingDay(day, name, f"supplied by the caller, as under the {ACT}")
        for day, to in self.moved:
            freed = changed.pop(day)
            name = f"{freed.name} (moved from {spoken(day)})"
            authority = f"supplied by the caller, as under the {ACT}, in place of {spoken(day)}"
            changed[to] = NonWorkingDay(to, name, authority)
        return dict(sorted(changed.items()))


def checked_changes(
    extra_holidays: object,
    moved: object,
    days: Mapping[dt.date, NonWorkingDay],
    as_known_on: object = None,
) -> CalendarChanges:
    """The changes, if regulation 2 and the Act of 1971 leave room for every one of them.

    Raises:
        InvalidHoliday: a change that they leave no room for; the message says why.
        InvalidDate: something that is not a date where a date belongs.
        OutsideCalendar: as known on a day that is outside the calendar.
    """
    known = None if as_known_on is None else _day_known(as_known_on)
    days = as_known(days, known)
    taken = {day: record.name for day, record in days.items()}
    extra: list[tuple[dt.date, str]] = []
    for day, name in _pairs(extra_holidays, "extra_holidays", "{date: name}"):
        new = _day_to_close(day, "extra_holidays", taken)
        taken[new] = _checked_name(name, new)
        extra.append((new, taken[new]))
    moves: list[tuple[dt.date, dt.date]] = []
    for day, to in _pairs(moved, "moved", "{from_date: to_date}"):
        freed = _day_to_free(day, days)
        new = _day_to_close(to, "moved, to", taken)
        taken[new] = days[freed].name
        moves.append((freed, new))
    return CalendarChanges(tuple(sorted(extra)), tuple(sorted(moves)), known)


def _pairs(given: object, where: str, form: str) -> Iterable[tuple[object, object]]:
    if given is None:
        return ()
    if isinstance(given, Mapping):
        return given.items()
    raise InvalidHoliday(
        f"a mapping is needed, not {type(given).__name__}", where=where, remedy=f"Pass {form}"
    )


def _plain(value: object, where: str) -> dt.date:
    return dt.date.fromordinal(checked_date(value, where).toordinal())


def _day_known(value: object) -> dt.date:
    day = _plain(value, "as_known_on")
    if FIRST_DAY <= day <= LAST_DAY:
        return day
    raise OutsideCalendar(
        f"{spoken(day)} is outside the calendar",
        where="as_known_on",
        written=day,
        remedy=f"Give a day from {spoken(FIRST_DAY)} to {spoken(LAST_DAY)}",
    )


def _checked_name(name: object, day: dt.date) -> str:
    if isinstance(name, str) and name.strip() and name.isprintable():
        return name.strip()
    raise InvalidHoliday(
        f"the name of {spoken(day)} must be text on one line",
        where="extra_holidays",
        written=name,
        remedy="Give what people call it, such as 'Bank holiday for the anniversary of England'",
    )


def _refuse_weekend(day: dt.date, where: str) -> None:
    if day.weekday() > 4:
        raise InvalidHoliday(
            f"{spoken(day)} is at a weekend, so it is never a working day",
            where=where,
            rule=in_regulation_2("Sunday" if day.weekday() == 6 else "a Saturday"),
            remedy="Leave it out, or give the weekday that was proclaimed",
        )


def _day_to_close(value: object, where: str, taken: Mapping[dt.date, str]) -> dt.date:
    """A weekday of the calendar that is a working day so far."""
    day = _plain(value, where)
    if not FIRST_DAY <= day <= LAST_DAY:
        raise InvalidHoliday(
            f"{spoken(day)} is outside the calendar",
            where=where,
            remedy=f"Give a weekday from {spoken(FIRST_DAY)} to {spoken(LAST_DAY)}",
        )
    _refuse_weekend(day, where)
    if day in taken:
        raise InvalidHoliday(
            f"{spoken(day)} is not a working day already ({taken[day]})",
            where=where,
            remedy="Leave it out: no day is taken out of the count twice",
        )
    return day


def _day_to_free(value: object, days: Mapping[dt.date, NonWorkingDay]) -> dt.date:
    """A weekday that is off as a bank holiday, and not by the words of regulation 2 itself."""
    day = _plain(value, "moved, from")
    _refuse_weekend(day, "moved, from")
    if day not in days:
        raise InvalidHoliday(
            f"{spoken(day)} is not a bank holiday in this calendar, so it cannot be moved",
            where="moved, from",
            remedy="Give the ordinary bank holiday; a day that replaces none is an extra holiday",
        )
    if days[day].authority.startswith(REGULATION_2):
        raise InvalidHoliday(
            f"{spoken(day)} is {days[day].name}, which no proclamation can make a working day",
            where="moved, from",
            rule=days[day].authority,
            remedy="Leave it out; give a further day off as an extra holiday",
        )
    return day
