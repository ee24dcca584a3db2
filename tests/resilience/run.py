# SPDX-License-Identifier: MIT
"""Let everything go wrong that is tried here, and record how much: ``python -m tests.resilience.run``.

A fault is one test; each counts under what its class, or else its module, says of itself.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from docs.figures import record

HERE = Path(__file__).parent


class Survived:
    """Counts the tests that pass."""

    def __init__(self) -> None:
        """None yet."""
        self.found: Counter[str] = Counter()
        self._what: dict[str, str] = {}

    def pytest_collection_modifyitems(self, items: Sequence[pytest.Item]) -> None:
        """Read what each test is about."""
        for item in items:
            about = item.getparent(pytest.Class) or item.getparent(pytest.Module)
            assert about is not None  # a test has a module
            said = (about.obj.__doc__ or "").partition("\n")[0]
            self._what[item.nodeid] = said.rstrip(".").replace("``", "`")

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Count it."""
        if report.when == "call" and report.passed:
            self.found[self._what[report.nodeid]] += 1


def main() -> int:
    """Run them all; nothing is recorded where one fails."""
    survived = Survived()
    status = pytest.main(["-q", str(HERE)], plugins=[survived])
    if status == pytest.ExitCode.OK:
        record("faults", {"survived": survived.found})
    return int(status)


if __name__ == "__main__":
    sys.exit(main())
