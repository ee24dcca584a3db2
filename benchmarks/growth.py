# SPDX-License-Identifier: MIT
"""How time and memory grow with the rows: ten times the rows, in processes of their own.

Run ``python benchmarks/growth.py`` on Linux; ``--check`` measures few rows, and ends when each kind
has judged as many rows. It needs NumPy, Polars and narwhals, and tries pandas
where it is installed. Memory is the most that the process had while it worked, less what it had
with the input columns made; it is given beside the size of these columns.
"""

from __future__ import annotations

import importlib.util
import json
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

SIZES = (1_000_000, 10_000_000)
CHECKED = (1_000, 10_000)
ROUNDS = 5
ASKED: Any = {"provision": "17(3)", "start": "start", "end": "end"}


def memory(field: str) -> int:
    """A figure that Linux keeps of this process, in bytes: VmRSS is now, VmHWM the most so far."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    (line,) = (line for line in lines if line.startswith(f"{field}:"))
    return int(line.split()[1]) * 1024


def measure(kind: str, rows: int) -> dict[str, float]:
    """One kind of table at one size, in this process."""
    import numpy as np  # noqa: PLC0415  # in the child alone

    from complaint_timescales import arrays  # noqa: PLC0415  # the same
    from complaint_timescales.frames import with_assessment  # noqa: PLC0415  # the same

    size = 2 * rows * 8
    starts = np.arange(rows) % 7_000 + np.datetime64("2007-01-01")
    ends = starts + 37
    frame: Any = None
    if kind != "arrays":
        frame = getattr(importlib.import_module(kind), "DataFrame")({"start": starts, "end": ends})  # noqa: B009  # of any library
        size = int(
            frame.estimated_size() if kind == "polars" else frame.memory_usage(index=False).sum()
        )

    def work(part: int) -> Any:
        if frame is None:
            return arrays.outcomes("17(3)", starts[:part], ends[:part])
        return with_assessment(frame[:part], **ASKED)

    work(1_000)  # the tables are built
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # the most is now
    before = memory("VmRSS")
    taken = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        answer = work(rows)
        taken.append(time.perf_counter() - began)
        if (sum(answer.tally().values()) if frame is None else len(answer)) != rows:
            raise SystemExit("rows were lost")
        del answer
    return {"seconds": statistics.median(taken), "extra": (memory("VmHWM") - before) / size}


def child(kind: str, rows: int) -> dict[str, float]:
    """The same in a process of its own."""
    command = [sys.executable, __file__, kind, str(rows)]
    finished = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(finished.stdout)
    return found


def main() -> None:
    """Print a line for each kind."""
    if len(sys.argv) == 3:
        print(json.dumps(measure(sys.argv[1], int(sys.argv[2]))))
        return
    few, many = CHECKED if sys.argv[1:] == ["--check"] else SIZES
    kinds = [
        kind
        for kind in ("arrays", "polars", "pandas")
        if importlib.util.find_spec(kind) or kind == "arrays"
    ]
    print(f"{'':10}{f'{few:,} rows':>18}{f'{many:,} rows':>18}{'time':>8}{'memory by input':>20}")
    for kind in kinds:
        small, large = child(kind, few), child(kind, many)
        times = f"{small['seconds'] * 1e3:15.1f} ms{large['seconds'] * 1e3:15.1f} ms"
        print(f"{kind:10}{times}{large['seconds'] / small['seconds']:8.1f}{large['extra']:20.2f}")
    print("Rows in and rows out were equal.")


if __name__ == "__main__":
    main()
