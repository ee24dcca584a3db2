# SPDX-License-Identifier: MIT
"""What holds for every run: examples in prose are tests, and coverage is for whole runs."""

from __future__ import annotations

from doctest import ELLIPSIS, NORMALIZE_WHITESPACE

import pytest
from sybil import Sybil
from sybil.document import PythonDocStringDocument
from sybil.integration.pytest import SybilItem
from sybil.parsers.markdown import PythonCodeBlockParser
from sybil.parsers.markdown import SkipParser as MarkdownSkipParser
from sybil.parsers.rest import DocTestParser
from sybil.parsers.rest import SkipParser as DocstringSkipParser

FLAGS = ELLIPSIS | NORMALIZE_WHITESPACE

# Fenced `python` blocks run, with prompts or without; blocks in any other language are left alone.
# `<!-- skip: next -->` before a block leaves it out.
PAGES = Sybil(
    parsers=[PythonCodeBlockParser(doctest_optionflags=FLAGS), MarkdownSkipParser()],
    patterns=["README.md", "docs/*.md", "docs/**/*.md"],
)
DOCSTRINGS = Sybil(
    parsers=[DocTestParser(optionflags=FLAGS), DocstringSkipParser()],
    patterns=["src/**/*.py"],
    document_types={".py": PythonDocStringDocument},
)

pytest_collect_file = (PAGES + DOCSTRINGS).pytest()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests run in any order; the examples of one page run from top to bottom."""
    tests = [item for item in items if not isinstance(item, SybilItem)]
    examples = [item for item in items if isinstance(item, SybilItem)]
    examples.sort(key=lambda item: (item.path, item.example.line))
    items[:] = [*tests, *examples]


def pytest_configure(config: pytest.Config) -> None:
    """Report and enforce coverage when the whole suite runs, and never for a part of it."""
    coverage = config.pluginmanager.getplugin("_cov")
    if coverage is not None and _is_partial(config):
        coverage.options.cov_fail_under = 0
        coverage.options.cov_report = {}


def _is_partial(config: pytest.Config) -> bool:
    narrowing = (
        "collectonly",
        "keyword",
        "markexpr",
        "deselect",
        "ignore",
        "ignore_glob",
        "lf",
        "stepwise",
    )
    return config.args_source is not pytest.Config.ArgsSource.TESTPATHS or any(
        config.getoption(name, None) for name in narrowing
    )
