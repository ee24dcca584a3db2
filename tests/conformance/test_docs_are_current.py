# SPDX-License-Identifier: MIT
"""The generated parts of the pages are what the rows say today."""

from __future__ import annotations

from pathlib import Path

import pytest

from complaint_timescales.regulations import LOCAL_AUTHORITY
from docs import columns, generate

DOCS = Path(__file__).parents[2] / "docs"
PAGES = generate.pages()


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_a_page_reads_as_it_would_be_generated(path: Path) -> None:
    """After a change to the rows, run ``python -m docs.generate``."""
    assert PAGES[path] == path.read_text(encoding="utf-8")


def test_every_column_is_for_something() -> None:
    """And nothing is said of one that is not there."""
    described = {name: use for name, _, use, _ in columns.described()}

    assert all(described.values())
    assert columns.BESIDE.keys() <= described.keys()


def test_every_regulation_with_rows_has_its_page() -> None:
    """Same number, one page."""
    numbers = {f"reg-{int(r.number):02}.md" for r in LOCAL_AUTHORITY.regulations if r.number}
    assert numbers == {path.name for path in (DOCS / "regulations").glob("reg-*.md")}
