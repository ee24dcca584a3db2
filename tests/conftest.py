# SPDX-License-Identifier: MIT
"""How hard the property tests try: quick at hand, repeatable in CI, long at night."""

from __future__ import annotations

import os

from hypothesis import settings

# No deadlines: a shared machine is slow now and then, and that is no fault of the code.
settings.register_profile("dev", max_examples=100, deadline=None)
settings.register_profile("ci", max_examples=200, deadline=None, derandomize=True, print_blob=True)
settings.register_profile("nightly", max_examples=5_000, deadline=None, print_blob=True)

# `--hypothesis-profile nightly` still has the last word.
settings.load_profile("ci" if os.environ.get("CI") else "dev")
