# SPDX-License-Identifier: MIT
"""How long ten million pairs of dates take, beside NumPy, Polars and a bare look-up.

Run ``python benchmarks/bulk_speed.py [ROWS]``, or with ``--check`` for a few rows. It needs NumPy,
Polars and narwhals, and times pandas and PyArrow frames where those are installed. All are asked in
one process, in turn, for the same pairs. First their answers are compared: a time for another
answer would mean nothing.
"""

from __future__ import annotations

import importlib.util
import os
import platform
import statistics
import sys
import time
from collections.abc import Callable
from importlib.metadata import version
from typing import Any

import numpy as np
import polars as pl

from complaint_timescales import WorkingDayCalendar, arrays
from complaint_timescales.frames import with_assessment

ROWS = 10_000_000
CHECKED = 20_000
ROUNDS = 7
LIMIT = 25  # regulation 17(3)
ASKED: Any = {"provision": "17(3)", "start": "start", "end": "end"}

Work = dict[str, Callable[[], Any]]


def pairs(rows: int) -> tuple[Any, Any]:
    """Starts from 2007 to 2026, each with an end up to 200 days later."""
    chance = np.random.default_rng(17)
    starts = np.datetime64("2007-01-01") + chance.integers(0, 7_000, rows)
    return starts, starts + chance.integers(0, 200, rows)


def medians(work: Work) -> dict[str, float]:
    """The median seconds of each, over rounds in which each has its turn."""
    taken: dict[str, list[float]] = {name: [] for name in work}
    for _ in range(ROUNDS):
        for name, call in work.items():
            began = time.perf_counter()
            answer = call()
            taken[name].append(time.perf_counter() - began)
            del answer
    return {name: statistics.median(seconds) for name, seconds in taken.items()}


def show(title: str, work: Work, bare: str, rows: int) -> None:
    """Print a table of medians: each beside the bare look-up, which is the floor."""
    seconds = medians(work)
    print(f"\n{title}, {rows:,} rows, median of {ROUNDS} rounds:")
    for name, each in seconds.items():
        ratio = each / seconds[bare]
        print(f"  {name:48}{each * 1e3:10.1f} ms{rows / each / 1e6:10.1f} M rows/s{ratio:8.2f}")


def checked(name: str, expected: Any, found: Any) -> None:
    """Stop where a peer gives another answer."""
    if not np.array_equal(np.asarray(expected), np.asarray(found)):
        raise SystemExit(f"{name} gives other answers")


def counting(starts: Any, ends: Any, rows: int) -> None:
    """Working days between two days."""
    england = WorkingDayCalendar.england()
    off = [day.date for day in england.bank_holidays]
    busy = np.busdaycalendar(holidays=np.array(off, dtype="datetime64[D]"))
    ranks = arrays._table(england).start_rank  # noqa: SLF001  # the bare table
    start_numbers, end_numbers = starts.view(np.int64), ends.view(np.int64)
    frame = pl.DataFrame({"start": starts + 1, "end": ends + 1})  # they count the first day
    work: Work = {
        "bare look-up: np.take(end) - np.take(start)": lambda: (
            np.take(ranks, end_numbers) - np.take(ranks, start_numbers)
        ),
        "arrays.count": lambda: arrays.count(starts, ends),
        "numpy.busday_count": lambda: np.busday_count(starts + 1, ends + 1, busdaycal=busy),
        "Polars business_day_count": lambda: frame.select(
            pl.business_day_count("start", "end", holidays=off)
        ).to_series(),
    }
    bare, *others = work
    for name in others:
        checked(name, work[bare](), work[name]())
    show("Working days", work, bare, rows)


def adding(starts: Any, rows: int) -> None:
    """The last day of a limit."""
    england = WorkingDayCalendar.england()
    off = [day.date for day in england.bank_holidays]
    busy = np.busdaycalendar(holidays=np.array(off, dtype="datetime64[D]"))
    by_day = arrays._table(england).due(LIMIT)  # noqa: SLF001  # the bare table
    numbers = starts.view(np.int64)
    frame = pl.DataFrame({"start": starts})
    added = pl.col("start").dt.add_business_days(LIMIT, holidays=off, roll="backward")
    work: Work = {
        "bare look-up: np.take(start)": lambda: np.take(by_day, numbers).view("datetime64[D]"),
        "arrays.add": lambda: arrays.add(starts, LIMIT),
        "numpy.busday_offset": lambda: np.busday_offset(
            starts, LIMIT, roll="backward", busdaycal=busy
        ),
        "Polars dt.add_business_days": lambda: frame.select(added).to_series(),
    }
    bare, *others = work
    for name in others:
        checked(name, work[bare](), work[name]())
    show("Last days", work, bare, rows)


def judging(starts: Any, ends: Any, rows: int) -> None:
    """Working days, last day, verdict, days over and finding: five columns."""
    off = [day.date for day in WorkingDayCalendar.england().bank_holidays]
    frame = pl.DataFrame({"start": starts, "end": ends})
    frames: dict[str, Any] = {"Polars": frame}
    if importlib.util.find_spec("pandas"):
        pandas: Any = importlib.import_module("pandas")
        frames["pandas"] = pandas.DataFrame({"start": starts, "end": ends})
    if importlib.util.find_spec("pyarrow"):
        frames["PyArrow"] = frame.to_arrow()
    verdicts = arrays.outcomes("17(3)", starts, ends)
    for name, each in frames.items():
        found = with_assessment(each, **ASKED)
        checked(name, verdicts.days_over.filled(-1), found["days_over"])
        checked(name, verdicts.outcome, np.asarray(found["outcome"], dtype=object))
    bare = "Polars business_day_count, nothing more"
    work: Work = {
        bare: lambda: frame.select(pl.business_day_count("start", "end", holidays=off)),
        "arrays.outcomes": lambda: arrays.outcomes("17(3)", starts, ends),
        "Polars lazy frame": lambda: with_assessment(frame.lazy(), **ASKED).collect(),
    }
    for name, each in frames.items():
        work[f"{name} frame"] = lambda each=each: with_assessment(each, **ASKED)  # type: ignore[misc]
    show("Verdicts", work, bare, rows)


def main() -> None:
    """Compare and time."""
    asked = sys.argv[1] if len(sys.argv) > 1 else str(ROWS)
    rows = CHECKED if asked == "--check" else int(asked)
    libraries = ("numpy", "polars", "narwhals", "pandas", "pyarrow")
    there = [name for name in libraries if importlib.util.find_spec(name)]
    print(", ".join(f"{name} {version(name)}" for name in there), end="; ")
    print(f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} processors")
    starts, ends = pairs(rows)
    counting(starts, ends, rows)
    adding(starts, rows)
    judging(starts, ends, rows)
    print("All answers were equal.")


if __name__ == "__main__":
    main()
