# SPDX-License-Identifier: MIT
"""The same checks as `.ci/run`, one at a time, and the tests on every Python."""

from __future__ import annotations

import nox

nox.needs_version = ">=2025.2.9"
nox.options.default_venv_backend = "venv"
nox.options.sessions = ["lint", "types", "tests", "docs", "conformance"]
nox.options.error_on_missing_interpreters = False

PYTHONS = ["3.11", "3.12", "3.13", "3.14", "3.15"]
FLOORS = ["attrs==23.2.0", "holidays==0.90", "python-dateutil==2.9.0.post0"]


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """Run the whole suite, the snippets of the docs among it."""
    session.install("-e", ".[test]")
    session.run("python", "-m", "pytest", *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Check style, formatting and spelling."""
    session.install(".[lint]")
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("codespell")


@nox.session
def types(session: nox.Session) -> None:
    """Check every annotation, strictly."""
    session.install("-e", ".[test,types,docs]")
    session.run("mypy")


@nox.session
def docs(session: nox.Session) -> None:
    """Build the pages; a warning is an error. The tests run their snippets."""
    session.install("-e", ".[docs]")
    session.run("sphinx-build", "-W", "--keep-going", "-q", "docs", session.create_tmp())


@nox.session
def conformance(session: nox.Session) -> None:
    """Check what the project says about itself: layers, exports, provisions."""
    session.install("-e", ".[test]")
    session.run("python", "-m", "pytest", "tests/conformance", *session.posargs)


@nox.session(python="3.11")
def floors(session: nox.Session) -> None:
    """Run the unit tests on the oldest dependencies that we promise."""
    session.install("-e", ".[test]", *FLOORS)
    session.run("python", "-m", "pytest", "tests/unit", *session.posargs)


@nox.session
def nightly(session: nox.Session) -> None:
    """Run the property tests long, and at random."""
    session.install("-e", ".[test]")
    session.run("python", "-m", "pytest", "tests/properties", "--hypothesis-profile=nightly")
