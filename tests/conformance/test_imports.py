# SPDX-License-Identifier: MIT
"""What an import costs: the package itself loads neither its calendar's source nor any extra."""

from __future__ import annotations

import subprocess
import sys

import pytest

# Loaded when it is first needed, or only with an extra.
LATE = ("holidays", "dateutil", "click", "rich", "numpy", "hypothesis")

PROBE = """
import sys
before = set(sys.modules)
import complaint_timescales
for name in complaint_timescales.__all__:
    getattr(complaint_timescales, name)
after = {name.partition(".")[0] for name in set(sys.modules) - before}
print(*sorted(after))
"""


@pytest.fixture(scope="module")
def loaded() -> set[str]:
    """The top-level modules that a fresh interpreter has loaded for our import."""
    finished = subprocess.run(
        [sys.executable, "-W", "error", "-c", PROBE], capture_output=True, text=True, check=True
    )
    return set(finished.stdout.split())


def test_the_probe_sees_what_is_loaded(loaded: set[str]) -> None:
    assert {"complaint_timescales", "attrs"} <= loaded


@pytest.mark.parametrize("library", LATE)
def test_the_package_loads_no_library_that_it_does_not_need_yet(
    loaded: set[str], library: str
) -> None:
    assert library not in loaded
