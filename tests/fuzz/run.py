# SPDX-License-Identifier: MIT
"""Try inputs that the coverage of the code leads to: ``python -m tests.fuzz.run --runs 50000``.

Each target of ``targets.py`` runs in a process of its own with so many inputs, beginning with
those in ``seeds``. One that raises what it must not, takes longer than ten seconds or more than
two gigabytes ends the run, and is kept as a file to try again. Needs atheris.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).parent
ROOT: Final = HERE.parents[1]
FOUND: Final = HERE / "found"
# A whole report, workbook or command each time: so many times fewer.
SLOW: Final = {"whole_report": 4, "workbook": 4, "command_line": 40}
LIMITS: Final = ("-timeout=10", "-rss_limit_mb=2048", "-max_len=8192", "-print_final_stats=1")


def fuzz(name: str, options: Sequence[str]) -> None:
    """Run one target in this process, until it is done or something is found."""
    import atheris

    with atheris.instrument_imports(include=["complaint_timescales"]):
        from tests.fuzz.targets import TARGETS

    atheris.Setup([sys.argv[0], *options], TARGETS[name])
    atheris.Fuzz()


def one(name: str, runs: int) -> int:
    """Run one target in another process; the number of inputs that it tried."""
    with tempfile.TemporaryDirectory() as corpus:
        FOUND.mkdir(exist_ok=True)
        options = [
            *LIMITS,
            f"-runs={runs}",
            f"-dict={HERE / 'words.dict'}",
            f"-artifact_prefix={FOUND}/{name}-",
            corpus,
            str(HERE / "seeds" / name),
        ]
        ended = subprocess.run(
            [sys.executable, "-m", "tests.fuzz.run", "--one", name, "--", *options],
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            errors="replace",
            check=False,
        )
    tried = re.search(r"stat::number_of_executed_units: (\d+)", ended.stderr)
    if ended.returncode or tried is None:
        sys.stderr.write(ended.stderr[-6000:])
        raise SystemExit(f"{name}: found something, or did not run to its end")
    return int(tried[1])


def main() -> None:
    """Run the targets that are named, or all; record the figures where all ran."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help="else all of them")
    parser.add_argument("--runs", type=int, default=50_000, help="inputs for each target")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        fuzz(given.one, given.targets)
        return
    from docs.figures import record
    from tests.fuzz.targets import TARGETS

    tried = {}
    for name in given.targets or TARGETS:
        tried[name] = one(name, given.runs // SLOW.get(name, 1))
        sys.stderr.write(f"{name}: {tried[name]} inputs tried\n")
    if not given.targets:
        record("fuzz", {"inputs": tried})


if __name__ == "__main__":
    main()
