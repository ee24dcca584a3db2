# SPDX-License-Identifier: MIT
"""The paper model and the case, side by side for long and at random; then the other laws.

``python -m tests.properties.long_run --stories 5000`` records how many stories were told, and of
how many steps. The first disagreement ends it, with the shortest story that shows it.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections import Counter
from datetime import date
from typing import Any, Final

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import run_state_machine_as_test

from docs.figures import record
from tests.properties.test_procedure_machine import PaperAndCase

DONE: Final = Counter[str]()


class Counted(PaperAndCase):
    """The same machine, and how much of it was run."""

    def __init__(self) -> None:
        """Another story."""
        super().__init__()
        DONE["stories"] += 1

    def _try(self, name: str, on: date, facts: dict[str, Any], data: st.DataObject) -> None:
        DONE["steps"] += 1
        super()._try(name, on, facts, data)


def main() -> None:
    """Run them, and record the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stories", type=int, default=5_000, help="at least so many")
    parser.add_argument("--laws", action="store_true", help="the other laws too")
    given = parser.parse_args()
    run_state_machine_as_test(
        Counted,
        settings=settings(
            max_examples=given.stories, stateful_step_count=40, deadline=None, derandomize=False
        ),
    )
    if given.laws:
        # In a process of its own: pytest has to come before what it looks into.
        options = ["-q", "--no-cov", "--hypothesis-profile=nightly", "tests/properties"]
        if subprocess.run([sys.executable, "-m", "pytest", *options], check=False).returncode:
            raise SystemExit("a law does not hold")
    record("stateful", dict(DONE))
    sys.stderr.write(f"{DONE['stories']} stories, {DONE['steps']} steps\n")


if __name__ == "__main__":
    main()
