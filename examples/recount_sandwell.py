# SPDX-License-Identifier: MIT
"""Recount a published table of investigations, by two clocks, with the Python interface alone.

Run it from anywhere: ``python examples/recount_sandwell.py``. It needs neither Click nor Rich.
"""

from __future__ import annotations

from pathlib import Path

from complaint_timescales.check import Reading, check_table

TABLE = Path(__file__).parent / "sandwell_2022_23_stage_2.csv"


def said(reading: Reading) -> str:
    """The days by one clock, and by how many they are over the outer limit, 17(6)."""
    verdict = reading.verdict("17(6)")
    if verdict is None or verdict.working_days is None:
        return "cannot tell"
    over = f"{verdict.days_over} over" if verdict.days_over else "in time"
    return f"{verdict.working_days} ({over})"


def main() -> None:
    """Print a line for each complaint, then what it comes to."""
    result = check_table(TABLE)
    print(f"{'case':<10}{'published':<11}{'own clock':<15}{'Regulations':<15}published figure is")
    for row in result.rows:
        own, regulations = (said(row.reading(key)) for key in ("own", "regulations"))
        by = row.reproduced_by[0].convention.name if row.reproduced_by else "not reproduced"
        print(f"{row.case:<10}{row.stated or '':<11}{own:<15}{regulations:<15}{by}")
    print()
    print(*result.summary.lines(), sep="\n")


if __name__ == "__main__":
    main()
