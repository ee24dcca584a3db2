# SPDX-License-Identifier: MIT
"""How long a process takes to its first answer, beside one that builds England from `holidays`.

Run ``python benchmarks/cold_start.py``; it needs the extra `cli`. With ``--check`` each process is
run once, its answer is compared, and nothing is timed. Whole processes are timed, in turn, so that
the ratios hold on a busy machine too.
"""

from __future__ import annotations

import argparse
import json
import platform
import statistics
import subprocess
import sys
import time
from importlib.metadata import version

TURNS = 15
DUE = "2024-11-28"

PEER = (
    "import datetime, holidays; "
    "days = holidays.country_holidays('GB', subdiv='ENG', years=range(2006, 2101)); "
    "print(days.get_nth_working_day(datetime.date(2024, 8, 29), 65))"
)
OURS = (
    "from datetime import date; from complaint_timescales import due; "
    "print(due('17(6)', date(2024, 8, 29)).date)"
)
PROCESSES = {
    "python -c pass": ["-c", "pass"],
    "import attrs": ["-c", "import attrs"],
    "import complaint_timescales": ["-c", "import complaint_timescales"],
    "holidays, England built": ["-c", PEER],
    "due(...)": ["-c", OURS],
    "complaint-timescales due": ["-m", "complaint_timescales", "due", "17(6)", "2024-08-29"],
}
# What is compared with what, and the most that the ratio may be.
BARS = (
    ("import complaint_timescales", "import attrs", 1.3),
    ("due(...)", "holidays, England built", 1.5),
    ("complaint-timescales due", "holidays, England built", 2.0),
)


def run(arguments: list[str]) -> str:
    """What a process of this interpreter prints."""
    command = [sys.executable, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def check() -> None:
    """Compare the answers: a time for another answer would mean nothing."""
    found = [run(PROCESSES[name]).strip() for name in ("holidays, England built", "due(...)")]
    document = json.loads(run([*PROCESSES["complaint-timescales due"], "--json"]))
    assert [*found, document["due"]] == [DUE, DUE, DUE], (found, document)
    print("The answers are equal.")


def main() -> None:
    """Compare the answers, then time the processes."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--check", action="store_true")
    only_check = parser.parse_args().check
    names = ", ".join(f"{name} {version(name)}" for name in ("attrs", "holidays", "click", "rich"))
    print(f"{names}; Python {platform.python_version()}, {platform.machine()}")
    check()
    if only_check:
        return
    times: dict[str, list[float]] = {name: [] for name in PROCESSES}
    for _ in range(TURNS):
        for name, arguments in PROCESSES.items():
            start = time.perf_counter()
            run(arguments)
            times[name].append((time.perf_counter() - start) * 1e3)
    print(f"\nMilliseconds for the whole process, median of {TURNS} turns:")
    medians = {name: statistics.median(found) for name, found in times.items()}
    for name, median in medians.items():
        print(f"  {name:32}{median:9.1f}")
    print("\nRatios, and the most that they may be:")
    for ours, theirs, bar in BARS:
        ratio = medians[ours] / medians[theirs]
        verdict = "PASS" if ratio <= bar else "over the bar"
        print(f"  {ours:32}{theirs:26}{ratio:6.2f}{bar:6.2f}  {verdict}")


if __name__ == "__main__":
    main()
