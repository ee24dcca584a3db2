# SPDX-License-Identifier: MIT
"""What holds for every run: examples in prose are tests, and coverage is for whole runs."""

from __future__ import annotations

import atexit
import shlex
import shutil
import subprocess
import sys
import tempfile
from doctest import ELLIPSIS, NORMALIZE_WHITESPACE, OutputChecker
from pathlib import Path

import pytest
from sybil import Example, Sybil
from sybil.document import PythonDocStringDocument
from sybil.integration.pytest import SybilItem
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser
from sybil.parsers.markdown import SkipParser as MarkdownSkipParser
from sybil.parsers.rest import DocTestParser
from sybil.parsers.rest import SkipParser as DocstringSkipParser

FLAGS = ELLIPSIS | NORMALIZE_WHITESPACE


def run_commands(example: Example) -> None:
    """Run each command of a block as a reader would, and compare what it prints; or say why not."""
    desk = example.namespace.setdefault("desk", _a_desk())
    for block in str(example.parsed).split("$ ")[1:]:
        line, _, expected = block.partition("\n")
        program, *arguments = shlex.split(line)
        assert program == "complaint-timescales", f"not a command of ours: {line}"
        run = subprocess.run(
            [sys.executable, "-m", "complaint_timescales", *arguments],
            cwd=desk,
            capture_output=True,
            text=True,
            check=False,
        )
        if not OutputChecker().check_output(expected, run.stdout + run.stderr, FLAGS):
            raise AssertionError(f"$ {line}\nexpected:\n{expected}\ngot:\n{run.stdout}{run.stderr}")


def _a_desk() -> str:
    """A folder to work in, with the examples beside it."""
    desk = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, desk)
    shutil.copytree(Path(__file__).parent / "examples", Path(desk) / "examples")
    return desk


# Fenced `python` blocks run, with prompts or without, and so do the commands of `shell-session`;
# blocks in any other language are left alone. `<!-- skip: next -->` before a block leaves it out.
PAGES = Sybil(
    parsers=[
        PythonCodeBlockParser(doctest_optionflags=FLAGS),
        CodeBlockParser("shell-session", run_commands),
        MarkdownSkipParser(),
    ],
    patterns=["README.md", "docs/*.md", "docs/**/*.md"],
)
DOCSTRINGS = Sybil(
    parsers=[DocTestParser(optionflags=FLAGS), DocstringSkipParser()],
    # A pattern is matched part by part, and `**` is one part: modules, and those of sub-packages.
    patterns=["src/*/*.py", "src/*/*/*.py"],
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
