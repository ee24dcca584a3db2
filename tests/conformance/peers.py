# SPDX-License-Identifier: MIT
"""Calendars that others keep, and how each differs from ours: ``python -m tests.conformance.peers``.

Compared are weekdays: at weekends nobody here or there works.
"""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any, Final

import attrs
from dateutil.easter import easter

from complaint_timescales.working_days import WorkingDayCalendar
from docs.figures import record

ENGLAND: Final = WorkingDayCalendar.england()
ONE: Final = timedelta(days=1)


@attrs.frozen
class Peer:
    """Another calendar.

    Attributes:
        name: what it is called.
        first: the first day of the comparison.
        last: the last day of it.
        off: what it has off among the weekdays of the comparison.
        differences: each day that it has off and we have not, or the other way, with the reason.
    """

    name: str
    first: date
    last: date
    off: frozenset[date]
    differences: Mapping[date, str]

    @property
    def days(self) -> list[date]:
        """Every weekday of the comparison."""
        length = (self.last - self.first).days + 1
        days = [self.first + n * ONE for n in range(length)]
        return [day for day in days if day.weekday() < 5]

    def found(self) -> list[date]:
        """The days on which they differ."""
        return [day for day in self.days if ENGLAND.is_working_day(day) is (day in self.off)]


def holidays_package() -> Peer:
    """What we build on, asked anew and day by day."""
    import holidays

    first, last = ENGLAND.known_from, ENGLAND.provisional_through
    years = range(first.year, last.year + 1)
    found = holidays.country_holidays("GB", subdiv="ENG", years=years, language="en_GB")
    return Peer("holidays", first, last, frozenset(dict(found.items())), {})


def computus() -> Peer:
    """Good Friday and Easter Monday, from the rule for Easter: the spring days alone."""
    first, last = ENGLAND.known_from, ENGLAND.provisional_through
    years = range(first.year + 1, last.year + 1)
    easters = {easter(year) for year in years}
    around = {day - 2 * ONE for day in easters} | {day + ONE for day in easters}
    ours = {
        holiday.date
        for holiday in ENGLAND.bank_holidays
        if holiday.name not in {"Good Friday", "Easter Monday"}
    }
    return Peer("dateutil.easter", first, last, frozenset(around | ours), {})


def london_exchange() -> Peer:
    """The closures of the exchange in London, which trades for half a day on two others."""
    import exchange_calendars

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of its own libraries, about each other
        exchange: Any = exchange_calendars.get_calendar(
            "XLON", start="2006-09-01", end=ENGLAND.known_through.isoformat()
        )
    first, last = exchange.first_session.date(), exchange.last_session.date()
    sessions = {session.date() for session in exchange.sessions}
    length = (last - first).days + 1
    off = {first + n * ONE for n in range(length)} - sessions
    return Peer("exchange_calendars", first, last, frozenset(off), {})


PEERS: Final[dict[str, Callable[[], Peer]]] = {
    "holidays": holidays_package,
    "dateutil.easter": computus,
    "exchange_calendars": london_exchange,
}


def main() -> None:
    """Compare with each, and record how many days were compared and how many differ."""
    figures = {}
    for name, make in PEERS.items():
        peer = make()
        unexplained = sorted(set(peer.found()) ^ set(peer.differences))
        if unexplained:
            raise SystemExit(f"{name}: {', '.join(map(str, unexplained))}")
        figures[name] = {"days": len(peer.days), "differences": len(peer.found())}
        sys.stderr.write(f"{name}: {len(peer.days)} weekdays, {len(peer.found())} differ\n")
    record("peers", figures)


if __name__ == "__main__":
    main()
