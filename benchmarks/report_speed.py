# SPDX-License-Identifier: MIT
"""How fast a file of cases is reported on, and how much memory that takes as it grows.

Run ``python benchmarks/report_speed.py [ROWS]``; 100,000 rows without a number. A file of so many
rows and one of ten times as many are made from a seed, 15 columns each, and each is reported on in
a process of its own, so that its peak is its own; rows/s are by the time of the processor, which a
busy machine stretches less. With ``--profile`` the time of the first is
divided among the functions, and the second is left out; with ``--check`` the answers are compared
and nothing is timed.
"""

from __future__ import annotations

import argparse
import cProfile
import csv
import platform
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from importlib.metadata import version
from pathlib import Path

from complaint_timescales import WorkingDayCalendar, assess
from complaint_timescales.monitoring import (
    Entry,
    FinancialYear,
    LegVerdict,
    Options,
    annual_report,
)

SEED = 1989
COLUMNS = (
    "Case ID", "Date received", "Acknowledged", "Complex", "Extension agreed", "Extension date",
    "Response sent", "Outcome", "Date closed", "Team", "Date of request", "Extension notified",
    "Adjudication sent", "Stage 2 outcome", "Withdrawn",
)  # fmt: skip
TEAMS = ("North", "South", "East", "West", "Fostering", "Leaving care")
OUTCOMES = ("Upheld", "Partly upheld", "Not upheld", "")
FIRST = date(2016, 4, 1)


def rows(number: int) -> Iterator[list[str]]:
    """Cases of ten years: most answered, some extended, a tenth of them escalated."""
    chance = random.Random(SEED)  # noqa: S311 - no secret, but a file that is always the same

    def after(day: date, most: int) -> date:
        return day + timedelta(days=chance.randint(0, most))

    for at in range(number):
        received = after(FIRST, 3600)
        responded = after(received, 45)
        extended, open_ = chance.random() < 0.2, chance.random() < 0.03
        escalated, withdrawn = chance.random() < 0.1, chance.random() < 0.02
        requested = after(responded, 60) if escalated else None
        notified = after(requested, 40) if requested and chance.random() < 0.7 else None
        sent = after(requested, 120) if requested else None
        yield [
            f"C{at:08}", str(received), str(after(received, 5)), "yes" if extended else "no",
            "yes" if extended else "no", str(after(received, 20)) if extended else "",
            "" if open_ else str(responded), "" if open_ else chance.choice(OUTCOMES),
            "" if open_ else str(after(responded, 10)), chance.choice(TEAMS),
            str(requested or ""), str(notified or ""), str(sent or ""),
            chance.choice(OUTCOMES) if sent else "",
            str(after(received, 30)) if withdrawn else "",
        ]  # fmt: skip


def write(path: Path, number: int) -> None:
    """Make a file of so many rows."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(COLUMNS)
        writer.writerows(rows(number))


def report_on(path: str) -> None:
    """Report on a file, and say how long it took and the peak of this process."""
    options = Options(as_at=date(2026, 6, 30), by=("Team",), year=FinancialYear(2024))
    started, worked = time.perf_counter(), time.process_time()
    with annual_report(Path(path), options=options).findings as found:
        seconds, work = time.perf_counter() - started, time.process_time() - worked
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024  # Linux counts in KiB
        print(seconds, work, peak, len(found))


def measured(path: Path) -> tuple[float, float, int, int]:
    """Seconds, those of the processor, the peak of memory and the findings, in a process apart."""
    done = subprocess.run(
        [sys.executable, __file__, "--child", str(path)], check=True, capture_output=True, text=True
    )
    seconds, work, peak, found = done.stdout.split()
    return float(seconds), float(work), int(peak), int(found)


def check() -> None:
    """Compare the answers with those of single verdicts: a time for another would mean nothing."""
    calendar, legs = WorkingDayCalendar.england(), 0

    def compared(_: Entry, found: tuple[LegVerdict, ...]) -> None:
        nonlocal legs
        for leg in found:
            legs += 1
            if isinstance(leg.started, date) and isinstance(leg.ended, date) and leg.due:
                provision = str(leg.deadline.provision) if leg.deadline else leg.leg.by
                alone = assess(provision, leg.started, leg.ended, calendar=calendar)
                assert leg.working_days == (alone.working_days,) * 2, leg

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "cases.csv")
        write(path, 500)
        report = annual_report(path, calendar=calendar, sink=compared)
    report.findings.close()
    table = report.table("stage_1_by_quarter_received")
    assert table.rows[-1][table.place("number")] == 500, table.rows[-1]
    assert legs > 500, legs
    print("The answers are equal.")


def compare(number: int) -> None:
    """So many rows, and ten times as many."""
    peaks = []
    with tempfile.TemporaryDirectory() as folder:
        for count in (number, number * 10):
            path = Path(folder, "cases.csv")
            write(path, count)
            seconds, work, peak, found = measured(path)
            peaks.append(peak)
            print(
                f"  {count:>10,} rows {seconds:7.1f} s, {work:7.1f} of the processor:"
                f" {count / work:8,.0f} rows/s "
                f"{peak / 1e6:8.0f} MB {found:>10,} findings"
            )
    print(f"  {(peaks[1] - peaks[0]) / (number * 9):.0f} bytes more for each row more")


def main() -> None:
    """Measure, or divide the time among the functions."""
    parser = argparse.ArgumentParser()
    parser.add_argument("rows", nargs="?", type=int, default=100_000)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--profile", action="store_true")
    parser.add_argument("--child", metavar="FILE", help=argparse.SUPPRESS)
    said = parser.parse_args()
    if said.child:
        report_on(said.child)
        return
    check()
    if said.check:
        return
    names = ", ".join(f"{name} {version(name)}" for name in ("attrs", "holidays"))
    print(f"{names}; Python {platform.python_version()}, {platform.machine()}")
    if said.profile:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "cases.csv")
            write(path, said.rows)
            profile = cProfile.Profile()
            profile.runcall(report_on, str(path))
        profile.print_stats("tottime")
    else:
        compare(said.rows)


if __name__ == "__main__":
    main()
