# SPDX-License-Identifier: MIT
"""How long DuckDB takes to judge 300 million pairs, beside a bare aggregate over the same rows.

Run ``python benchmarks/duckdb_speed.py [ROWS]``; it needs DuckDB and narwhals. The pairs are
generated as they are read, and nothing is held in memory. First a million of them are compared with
``arrays``, and with ``--check`` that is all.
"""

from __future__ import annotations

import os
import platform
import resource
import statistics
import sys
import time
from collections.abc import Callable
from typing import Any

import duckdb
import numpy as np

from complaint_timescales import arrays
from complaint_timescales.frames import with_assessment

ROWS = 300_000_000
ROUNDS = 3
DAY = "DATE '2007-01-01' + CAST({} AS INTEGER)"
FIRST = np.datetime64("2007-01-01")


def pairs(rows: int) -> Any:
    """Starts over 21 years, each with an end up to 210 days later."""
    start, end = DAY.format("i % 7919"), DAY.format("i % 7919 + i % 211")
    query = f'SELECT {start} AS "start", {end} AS "end" FROM range({rows}) AS t(i)'  # noqa: S608  # numbers of our own
    return duckdb.sql(query)


def verdicts(rows: int) -> dict[str, int]:
    """How many rows have each verdict, by two joins."""
    found = with_assessment(pairs(rows), provision="17(3)", start="start", end="end")
    return dict(found.aggregate("outcome, count(*)", "outcome").fetchall())


def by_arrays(rows: int) -> dict[str, int]:
    """The same by NumPy."""
    numbers = np.arange(rows)
    starts = FIRST + numbers % 7919
    return arrays.outcomes("17(3)", starts, starts + numbers % 211).tally()


def seconds(call: Callable[[], Any]) -> float:
    """How long one call takes."""
    began = time.perf_counter()
    call()
    return time.perf_counter() - began


def main() -> None:
    """Compare and time."""
    print(f"duckdb {duckdb.__version__}; Python {platform.python_version()}, ", end="")
    print(f"{platform.machine()}, {os.cpu_count()} processors")
    if verdicts(1_000_000) != by_arrays(1_000_000):
        raise SystemExit("the answers differ")
    print("The answers are equal.")
    if sys.argv[1:] == ["--check"]:
        return
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    work: dict[str, Callable[[], Any]] = {
        'bare aggregate, count(*) by "end" > "start"': lambda: (
            pairs(rows).aggregate('"end" > "start" AS later, count(*)', "later").fetchall()
        ),
        "bare aggregate, no groups": lambda: (
            pairs(rows).aggregate('count(*), min("start"), max("end")').fetchall()
        ),
        "verdict counts": lambda: verdicts(rows),
    }
    taken: dict[str, list[float]] = {name: [] for name in work}
    for _ in range(ROUNDS):
        for name, call in work.items():
            taken[name].append(seconds(call))
    first = statistics.median(next(iter(taken.values())))
    print(f"\n{rows:,} rows, median of {ROUNDS} rounds:")
    for name, each in taken.items():
        median = statistics.median(each)
        print(f"  {name:46}{median:8.2f} s{rows / median / 1e6:8.0f} M rows/s{median / first:8.2f}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"\nMost memory that the process had: {peak:.0f} MB")


if __name__ == "__main__":
    main()
