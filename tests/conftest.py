# SPDX-License-Identifier: MIT
"""How hard the property tests try: quick at hand, repeatable in CI, long at night.

And what is left out in a browser, which starts no processes.
"""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from hypothesis import HealthCheck, Phase, settings

# No deadlines: a shared machine is slow now and then, and that is no fault of the code.
settings.register_profile("dev", max_examples=100, deadline=None)
settings.register_profile("ci", max_examples=200, deadline=None, derandomize=True, print_blob=True)
settings.register_profile("nightly", max_examples=5_000, deadline=None, print_blob=True)
# Once for each planted fault: few examples, always the same, and the first failure is enough.
settings.register_profile(
    "mutation",
    max_examples=15,
    deadline=None,
    derandomize=True,
    database=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)

# `--hypothesis-profile nightly` still has the last word.
settings.load_profile("ci" if os.environ.get("CI") else "dev")


@pytest.fixture(autouse=sys.platform == "emscripten")
def _no_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that would start a process says that there are none, and is left out."""

    def none(*_: object, **__: object) -> None:
        pytest.skip("a browser starts no processes")

    monkeypatch.setattr(subprocess, "Popen", none)
