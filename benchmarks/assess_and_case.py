# SPDX-License-Identifier: MIT
"""How long a verdict and a whole case take, beside the libraries that can give their dates alone.

Run ``python benchmarks/assess_and_case.py``; it needs NumPy. With ``--check`` the answers are
compared and nothing is timed. All are asked in one process, in turn, so that the ratios hold on a
busy machine too. NumPy counts and `holidays` adds; only ours says what limit it was, whether it
was kept and why, and which steps had a place. All are warm: `holidays` has its years, and ours the
shapes of cases that it has met; so a row of two hundred cases has other dates in each.
"""

from __future__ import annotations

import argparse
import platform
import statistics
import timeit
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from importlib.metadata import version

import attrs
import holidays
import numpy as np

from complaint_timescales import Case, Outcome, WorkingDayCalendar, assess
from complaint_timescales import events as e

REPEATS = 25
ENGLAND = WorkingDayCalendar.england()
OFF = [holiday.date for holiday in ENGLAND.bank_holidays]
NUMPY = np.busdaycalendar(holidays=np.array(OFF, dtype="datetime64[D]"))
HOLIDAYS = holidays.country_holidays("GB", subdiv="ENG", years=range(2006, 2101))

START, END = date(2024, 8, 29), date(2024, 11, 29)  # day 66 of 65
HISTORY = (
    e.RepresentationsReceived(on=date(2025, 1, 6)),
    e.LocalResolutionEnded(on=date(2025, 1, 20)),
    e.InvestigationRequested(on=date(2025, 2, 3)),
    e.InvestigationResponseSent(on=date(2025, 3, 14)),
    e.InvestigationResponseReceived(on=date(2025, 3, 17)),
    e.PanelRequested(on=date(2025, 4, 10)),
    e.PanelMet(on=date(2025, 5, 22)),
    e.PanelReportSent(on=date(2025, 5, 30)),
    e.PanelReportReceived(on=date(2025, 6, 2)),
    e.PanelResponseSent(on=date(2025, 6, 20)),
)
# The same six limits, from the days on which their clocks start.
LIMITS = (
    (date(2025, 1, 6), 10),
    (date(2025, 2, 3), 25),
    (date(2025, 3, 17), 20),
    (date(2025, 4, 10), 30),
    (date(2025, 5, 22), 5),
    (date(2025, 6, 2), 15),
)


# The same with stage 1 extended by five days, and stage 2 to a date that was not kept.
EXTENDED = (
    e.RepresentationsReceived(on=date(2025, 1, 6)),
    e.LocalResolutionExtended(on=date(2025, 1, 17), working_days=5),
    e.LocalResolutionEnded(on=date(2025, 1, 24)),
    e.InvestigationRequested(on=date(2025, 2, 3)),
    e.InvestigationExtended(on=date(2025, 3, 7), until=date(2025, 5, 8), reason="illness"),
    e.InvestigationResponseSent(on=date(2025, 5, 9)),
    e.InvestigationResponseReceived(on=date(2025, 5, 12)),
    e.PanelRequested(on=date(2025, 5, 27)),
    e.PanelMet(on=date(2025, 7, 8)),
    e.PanelReportSent(on=date(2025, 7, 14)),
    e.PanelReportReceived(on=date(2025, 7, 15)),
    e.PanelResponseSent(on=date(2025, 8, 4)),
)
EXTENDED_LIMITS = (
    (date(2025, 1, 6), 15),
    (date(2025, 2, 3), 65),
    (date(2025, 5, 12), 20),
    (date(2025, 5, 27), 30),
    (date(2025, 7, 8), 5),
    (date(2025, 7, 15), 15),
)
WEEKS = [timedelta(weeks=n) for n in range(200)]
HISTORIES = [tuple(attrs.evolve(event, on=event.on + week) for event in HISTORY) for week in WEEKS]
STARTS = [(start + week, number) for week in WEEKS for start, number in LIMITS]


def the_case(history: tuple[e.Event, ...] = HISTORY) -> tuple[list[date], list[str]]:
    """A case from its events: the last day of each limit, and which were not kept."""
    case = Case("CSC-0042", history)
    last_days = [deadline.date for deadline in case.deadlines()]
    return last_days, [str(breach.provision) for breach in case.breaches()]


def the_dates(limits: Iterable[tuple[date, int]] = LIMITS) -> list[date]:
    """The last days by `holidays`."""
    return [HOLIDAYS.get_nth_working_day(start, number) for start, number in limits]


def the_extended_case() -> tuple[list[date], list[str]]:
    """The same of the extended case."""
    return the_case(EXTENDED)


def the_extended_dates() -> list[date]:
    """Its last days by `holidays`."""
    return the_dates(EXTENDED_LIMITS)


def the_cases() -> list[date]:
    """The last days of two hundred cases, no two of which have the same dates."""
    return [day for history in HISTORIES for day in the_case(history)[0]]


def all_the_dates() -> list[date]:
    """The same by `holidays`."""
    return the_dates(STARTS)


def the_verdict() -> Outcome:
    """A verdict, with all that it rests on."""
    return assess("17(6)", START, END).outcome


def the_count() -> int:
    """What NumPy counts from one date to another, both as it likes them best."""
    return int(np.busday_count(FROM, TO, busdaycal=NUMPY))


FROM, TO = np.datetime64(START + timedelta(days=1)), np.datetime64(END + timedelta(days=1))


def check() -> None:
    """Compare the answers: a time for another answer would mean nothing."""
    last_days, not_kept = the_case()
    assert last_days == the_dates(), (last_days, the_dates())
    assert not_kept == ["17(3)"], not_kept  # the notice of 14 March 2025 was due on the 10th
    assert the_extended_case() == (the_extended_dates(), ["17(6)"])
    assert the_cases() == all_the_dates()
    assert the_verdict() is Outcome.MISSED
    assert assess("17(6)", START, END).working_days == the_count()
    print("The answers are equal.")


def paired(
    ours: Callable[[], object], theirs: Callable[[], object], number: int
) -> tuple[float, float]:
    """The median times of two, in microseconds, asked in turn."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(REPEATS):
        for kept, work in zip(times, (ours, theirs), strict=True):
            kept.append(timeit.timeit(work, number=number) / number * 1e6)
    return statistics.median(times[0]), statistics.median(times[1])


def show(what: str, beside: str, found: tuple[float, float], bar: float) -> None:
    """One row: both times, their ratio, and whether it is within the bar."""
    ours, theirs = found
    verdict = "PASS" if ours / theirs <= bar else "over the bar"
    print(
        f"  {what:34}{ours:9.2f}  {beside:30}{theirs:9.2f}{ours / theirs:8.2f}{bar:7.2f}  {verdict}"
    )


def main() -> None:
    """Compare the answers, then time them."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--check", action="store_true")
    only_check = parser.parse_args().check
    names = ", ".join(f"{name} {version(name)}" for name in ("numpy", "holidays", "attrs"))
    print(f"{names}; Python {platform.python_version()}, {platform.machine()}")
    check()
    if only_check:
        return
    print(f"\nMicroseconds, median of {REPEATS} turns; ours, the peer's, ratio, bar:")
    show("assess, with its outcome", "numpy.busday_count", paired(the_verdict, the_count, 2000), 1)
    for what, ours, theirs, number in (
        ("a case of ten events", the_case, the_dates, 40),
        ("one of twelve, extended twice", the_extended_case, the_extended_dates, 40),
        ("two hundred, on other dates", the_cases, all_the_dates, 1),
    ):
        show(what, "holidays, the same last days", paired(ours, theirs, number), 0.2)


if __name__ == "__main__":
    main()
