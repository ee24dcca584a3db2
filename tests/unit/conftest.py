# SPDX-License-Identifier: MIT
"""Where a library that a module of tests needs is absent, the module is skipped and says why."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import pytest

# What is compiled, or brings what is: none of it is there in a browser.
NEEDED: Final = {
    "test_arrays.py": ("numpy",),
    "test_frames.py": ("narwhals", "numpy", "pandas", "polars"),
    "test_reports.py": ("altair", "gptables", "jinja2", "python_calamine", "vl_convert"),
    "test_tables_workbooks.py": ("python_calamine", "xlsxwriter"),
    "test_vectors.py": ("jsonschema",),
}


class WithoutItsLibrary(pytest.Module):
    """A module of which no test can run here."""

    def collect(self) -> Iterator[pytest.Item]:
        """None; the reason is in the summary of the run."""
        absent = ", ".join(name for name in NEEDED[self.path.name] if not find_spec(name))
        pytest.skip(f"not installed here: {absent}", allow_module_level=True)


def pytest_pycollect_makemodule(
    module_path: Path, parent: pytest.Collector
) -> pytest.Module | None:
    """The module as it is, unless it lacks a library."""
    if all(map(find_spec, NEEDED.get(module_path.name, ()))):
        return None
    module: pytest.Module = WithoutItsLibrary.from_parent(parent, path=module_path)
    return module
