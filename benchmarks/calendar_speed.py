# SPDX-License-Identifier: MIT
"""How long adding and counting working days take, beside the libraries that also can.

Run ``python benchmarks/calendar_speed.py``; it needs NumPy and workalendar. All are asked in one
process, in turn, for the same start and the same number of days. First their answers are compared:
a time for another answer would mean nothing. (workalendar 17.0 counts 8 May 2023, the coronation,
so it differs on every span over that day.) With ``--check`` nothing is timed.
"""

from __future__ import annotations

import platform
import statistics
import sys
import timeit
from collections.abc import Callable
from datetime import date, timedelta
from importlib.metadata import version
from typing import Any

import attrs
import holidays
import numpy as np
from workalendar.europe import UnitedKingdom

from complaint_timescales.working_days import WorkingDayCalendar

SPANS = (10, 65, 2500)
START = date(2010, 8, 26)  # from here 2500 working days end in 2020, before any known disagreement
REPEATS = 9
AT_LEAST = 0.02  # seconds for one repeat

ENGLAND = WorkingDayCalendar.england()
OFF = [holiday.date for holiday in ENGLAND.bank_holidays]
NUMPY = np.busdaycalendar(holidays=np.array(OFF, dtype="datetime64[D]"))
HOLIDAYS = holidays.country_holidays("GB", subdiv="ENG", years=range(2006, 2101))
WORKALENDAR = UnitedKingdom()
ONE = timedelta(days=1)

Add = Callable[[date, int], date]
Count = Callable[[date, date], int]


@attrs.frozen
class Peer:
    """One way to add and to count: as functions to compare, and as statements to time."""

    name: str
    add: Add
    count: Count
    add_statement: str
    count_statement: str


def numpy_add(start: date, n: int) -> date:
    """The n-th working day by NumPy, counting from a day off as from the working day before it."""
    moved: Any = np.busday_offset(start, n, roll="backward", busdaycal=NUMPY)
    end: date = moved.item()
    return end


def numpy_count(start: date, end: date) -> int:
    """The working days by NumPy, which counts its first day and not its last."""
    return int(np.busday_count(start + ONE, end + ONE, busdaycal=NUMPY))


# The statements see: start, end, n; start64, end64, the same for NumPy; next_day, the day after.
PEERS = (
    Peer(
        "complaint-timescales",
        ENGLAND.add,
        ENGLAND.count,
        "ours.add(start, n)",
        "ours.count(start, end)",
    ),
    Peer(
        "the floor: two bare look-ups",
        lambda start, n: ENGLAND._working[ENGLAND._rank[start] + n],  # noqa: SLF001  # the tables
        lambda start, end: ENGLAND._rank[end] - ENGLAND._rank[start],  # noqa: SLF001  # the same
        "working[rank[start] + n]",
        "rank[end] - rank[start]",
    ),
    Peer(
        "NumPy, datetime64 in and out",
        numpy_add,
        numpy_count,
        "np.busday_offset(start64, n, roll='backward', busdaycal=numpy)",
        "np.busday_count(start64, end64, busdaycal=numpy)",
    ),
    Peer(
        "NumPy, date in and out",
        numpy_add,
        numpy_count,
        "np.busday_offset(start, n, roll='backward', busdaycal=numpy).item()",
        "int(np.busday_count(start + one, end + one, busdaycal=numpy))",
    ),
    Peer(
        "holidays",
        HOLIDAYS.get_nth_working_day,
        lambda start, end: HOLIDAYS.get_working_days_count(start + ONE, end),
        "holidays.get_nth_working_day(start, n)",
        "holidays.get_working_days_count(next_day, end)",
    ),
    Peer(
        "workalendar",
        WORKALENDAR.add_working_days,
        WORKALENDAR.get_working_days_delta,
        "workalendar.add_working_days(start, n)",
        "workalendar.get_working_days_delta(start, end)",
    ),
)


def disagreements(peer: Peer) -> list[str]:
    """Where a peer answers otherwise: from each eleventh day of 2007 to 2027, and as timed."""
    starts = [date(2007, 1, 1) + timedelta(days=11 * step) for step in range(690)]
    asked = [(start, n) for start in starts for n in (1, 10, 65)]
    found = []
    for start, n in [*asked, *((START, n) for n in SPANS)]:
        end = ENGLAND.add(start, n)
        added, counted = peer.add(start, n), peer.count(start, end)
        if (added, counted) != (end, n):
            found.append(f"{start} + {n}: {added} not {end}, counts {counted}")
    return found


def microseconds(statement: str, n: int) -> float:
    """The median time of a statement over the repeats."""
    end = ENGLAND.add(START, n)
    names: dict[str, Any] = {
        "ours": ENGLAND,
        "working": ENGLAND._working,  # noqa: SLF001  # the tables
        "rank": ENGLAND._rank,  # noqa: SLF001  # the same
        "np": np,
        "numpy": NUMPY,
        "holidays": HOLIDAYS,
        "workalendar": WORKALENDAR,
        "start": START,
        "end": end,
        "n": n,
        "one": ONE,
        "next_day": START + ONE,
        "start64": np.datetime64(START + ONE if "count" in statement else START),
        "end64": np.datetime64(end + ONE),
    }
    timer = timeit.Timer(statement, globals=names)
    timer.timeit(1)  # a first call may fill a cache
    number, seconds = 1, timer.timeit(1)
    while seconds < AT_LEAST:
        number *= 4
        seconds = timer.timeit(number)
    return statistics.median(timer.repeat(REPEATS, number)) / number * 1e6


def show_agreement() -> list[Peer]:
    """Print who agrees; those who agree on what is timed."""
    timed = []
    print("Answers, 2,073 spans from 2007 to 2027:")
    for peer in PEERS:
        wrong = disagreements(peer)
        print(f"  {peer.name}: {f'{len(wrong)} differ, as {wrong[0]}' if wrong else 'all equal'}")
        if any(line.startswith(f"{START} ") for line in wrong):
            print("    left out of the times: it gives another answer to what is timed")
        else:
            timed.append(peer)
    return timed


def show_times(title: str, statements: dict[str, str]) -> None:
    """Print a table of medians, each beside the first row's."""
    print(f"\n{title}, microseconds, median of {REPEATS} repeats:")
    print(f"  {'':32}" + "".join(f"{f'n = {n}':>12}{'ratio':>10}" for n in SPANS))
    first: tuple[float, ...] = ()
    for name, statement in statements.items():
        times = tuple(microseconds(statement, n) for n in SPANS)
        first = first or times
        pairs = zip(times, first, strict=True)
        print(f"  {name:32}" + "".join(f"{own:12,.3f}{own / base:10,.1f}" for own, base in pairs))


def main() -> None:
    """Compare the answers, then time those that agree."""
    names = ("numpy", "holidays", "workalendar")
    print(", ".join(f"{name} {version(name)}" for name in names), end="; ")
    print(f"Python {platform.python_version()}, {platform.machine()}, {sys.platform}")
    peers = show_agreement()
    if "--check" in sys.argv:
        assert {"complaint-timescales", "holidays"} <= {peer.name for peer in peers}
        return
    show_times("Adding n working days", {peer.name: peer.add_statement for peer in peers})
    show_times("Counting n working days", {peer.name: peer.count_statement for peer in peers})


if __name__ == "__main__":
    main()
