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
# A test keeps these equal to the floors in pyproject.toml.
FLOORS_OF_EXTRAS = [
    "altair==5.5.0",
    "click==8.2.0",
    "gptables==2.0.2",
    "jinja2==3.1.4",
    "narwhals==2.0.0",
    "numpy==1.26",
    "python-calamine==0.4.0",
    "rich==13.7.0",
    "vl-convert-python==1.7.0",
]


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


@nox.session(python=PYTHONS[0])
def floors(session: nox.Session) -> None:
    """Run the unit tests on the oldest dependencies that we promise, those of the extras too."""
    session.install("-e", ".[test]", *FLOORS, *FLOORS_OF_EXTRAS)
    session.run("python", "-m", "pytest", "tests/unit", *session.posargs)


@nox.session(python=PYTHONS)
def newest(session: nox.Session) -> None:
    """Run the unit tests on the newest of everything, releases to come among it."""
    session.install("--upgrade", "--pre", "-e", ".[test]")
    session.run("python", "-m", "pytest", "tests/unit", *session.posargs)


@nox.session
def nightly(session: nox.Session) -> None:
    """Run the property tests and the paper model long, and at random; record how long."""
    session.install("-e", ".[test]")
    session.run("python", "-m", "tests.properties.long_run", "--laws", *session.posargs)


@nox.session(python=PYTHONS[0])
def mutation(session: nox.Session) -> None:
    """Plant every small fault in the law, the calendar and the interpreters; each must be found."""
    session.install("-e", ".[test]")
    session.run("python", "-m", "tests.mutation.run", *session.posargs)
    session.run("python", "-m", "tests.mutation.rows")


@nox.session(python=PYTHONS[0])
def fuzz(session: nox.Session) -> None:
    """Try inputs that the coverage of the code leads to, on every parser."""
    session.install("-e", ".[test]", "atheris>=3.0")
    session.run("python", "-m", "tests.fuzz.run", *session.posargs)


@nox.session
def resilience(session: nox.Session) -> None:
    """Let everything go wrong around a command, a value and a file; record how much."""
    session.install("-e", ".[test]")
    session.run("python", "-m", "tests.resilience.run", *session.posargs)


@nox.session(python=PYTHONS[0])
def peers(session: nox.Session) -> None:
    """Compare every day with the calendars that others keep; record how many days."""
    session.install("-e", ".[test]", "exchange-calendars>=4.13")
    session.run("python", "-m", "tests.conformance.peers", *session.posargs)


@nox.session
def installed(session: nox.Session) -> None:
    """Run the unit tests on the wheel, where the source is not."""
    session.run("tests/packaging/installed", external=True)


@nox.session
def reproducible(session: nox.Session) -> None:
    """Build twice, elsewhere and at another time, and compare to the byte."""
    session.run("tests/packaging/reproducible", *session.posargs, external=True)


@nox.session
def browser(session: nox.Session) -> None:
    """Run the unit tests in Python as it is compiled for the browser."""
    session.run("tests/pyodide/run", *session.posargs, external=True)


@nox.session
def vulnerabilities(session: nox.Session) -> None:
    """Ask the public list whether a dependency has a known weakness. Needs that list's service."""
    session.install(".[cli,excel,report,frames]", "pip-audit>=2.10")
    session.run("pip-audit", "--strict", "--skip-editable", "--local", *session.posargs)
