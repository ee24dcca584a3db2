# SPDX-License-Identifier: MIT
"""Change each row of the law in turn: a test that is marked with its provision must notice.

``python -m tests.mutation.rows``. The stories notice every change too, in each run of the tests;
here it is asked of the tests of the very paragraph, ``@pytest.mark.reg("19(4)")``, without which
a wrong row would be found, and not where it is wrong. The changes are those of
``tests/regulations/test_mutated_rows.py``; the law itself is changed under the tests.
"""

from __future__ import annotations

import argparse
import functools
import os
import re
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import attrs
import pytest
from _pytest.runner import runtestprotocol

from complaint_timescales._kinds import Procedure
from complaint_timescales.regulations import LOCAL_AUTHORITY
from docs.figures import record
from tests.mutation.run import FOUND, ROOT, UNFOUND, commit, forget, in_a_copy, say
from tests.regulations.test_mutated_rows import EQUIVALENT, MUTANTS, SOURCES

EXPLAINED: Final = Path(__file__).with_name("rows.toml")
PROVISION: Final = re.compile(r"[1-9]\d?(?:\([1-9]\d?\))?(?:\([a-z]\))?(?:\([ivx]+\))?")
OPTIONS: Final = ("-q", "-p", "no:randomly", "-p", "no:cacheprovider", "--no-cov")
CHANGES: Final[dict[str, Procedure]] = {
    **{name: law for name, law in MUTANTS.items() if name not in EQUIVALENT},
    **{name: law for name, (_, law) in SOURCES.items()},
}


def provisions(name: str) -> set[str]:
    """The provisions of a change: of its row, and of the part that is changed."""
    first, *rest = name.split("-")
    parts = {word for word in rest if "(" in word}  # the others are numbers of conditions
    return {word for word in {first, *parts} if PROVISION.fullmatch(word)}


def is_about(marks: set[str], by: set[str]) -> bool:
    """Whether a test is about a provision: the same, one that it is part of, or a part of it."""
    return any(
        mark == each or each.startswith(f"{mark}(") or mark.startswith(f"{each}(")
        for mark in marks
        for each in by
    )


def become(law: Procedure) -> None:
    """Change the law where it stands, for all that hold it."""
    for field in attrs.fields(Procedure):
        object.__setattr__(LOCAL_AUTHORITY, field.name, getattr(law, field.name))
    forget()


@attrs.define(eq=False)  # pytest puts its plugins in a set
class Rows:
    """A plugin for pytest: instead of the tests, each change and the tests of its paragraph."""

    unfound: list[str] = attrs.field(factory=list)
    tried: int = 0
    only: frozenset[str] = frozenset()

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Each change in a copy of this process."""
        marked = [
            (item, {str(mark.args[0]) for mark in item.iter_markers("reg")})
            for item in session.items
        ]
        for name, law in CHANGES.items():
            if self.only and name not in self.only:
                continue
            by = provisions(name)
            # What is beside the Regulations has no provision: any test of the law will do.
            chosen = [item for item, marks in marked if not by or is_about(marks, by)]
            self.tried += 1
            if in_a_copy(functools.partial(_try, law, chosen)) != FOUND:
                self.unfound.append(name)
                say(f"not found: {name} ({len(chosen)} tests)")
        return True


def _try(law: Procedure, chosen: Sequence[pytest.Item]) -> int:
    become(law)
    for item in chosen:
        if any(report.failed for report in runtestprotocol(item, log=False, nextitem=None)):
            return FOUND
    return UNFOUND


def main() -> int:
    """Try them all, and say which were not found and not explained."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("changes", nargs="*", metavar="CHANGE", help="else all of them")
    only = frozenset(parser.parse_args().changes)
    os.chdir(ROOT)
    code = commit()
    trial = Rows(only=only)
    files = sorted(str(path) for path in Path("tests/regulations").glob("test_reg_*.py"))
    pytest.main([*OPTIONS, *files, "tests/regulations/test_beside_the_regulations.py"], [trial])
    if trial.tried != len(only or CHANGES):
        raise SystemExit("not every change was tried")
    with EXPLAINED.open("rb") as file:
        reasons: dict[str, str] = tomllib.load(file)
    unexplained = sorted(set(trial.unfound) - set(reasons))
    stale = sorted((set(reasons) - set(trial.unfound)) & (set(only) or set(reasons)))
    for name in unexplained:
        say(f"not found, and not explained: {name}")
    for name in stale:
        say(f"explained, and found or gone: {name}")
    if code and code == commit() and not (only or unexplained or stale):
        figures: dict[str, int | str] = {
            "planted": len(CHANGES) + len(EQUIVALENT),
            "found": len(CHANGES) - len(trial.unfound),
            "without_effect": len(trial.unfound) + len(EQUIVALENT),
            "commit": code,
        }
        record("rows", figures)
    return int(bool(unexplained or stale))


if __name__ == "__main__":
    sys.exit(main())
