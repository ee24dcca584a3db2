# SPDX-License-Identifier: MIT
"""Plant each small fault in turn, and let the tests find it: ``python -m tests.mutation.run``.

A fault inside a function is planted in a copy of this process, in which the tests are collected
already, and the tests that go through its line are run, the quick ones first. A fault in what
runs on import is planted in a copy that has not imported the package yet, and so is one that the
first way did not show and whose line ran on import too: a test may hold a value from before.

Found is what a test failed on, or what no test can begin with, because the package refuses to be
imported: a row with a provision that is none, say. Nothing else is. A run that was ended by the clock is tried once
more at the end, with more time; where that is ended too the fault counts as not found. A fault
that no test finds must be explained in ``survivors.toml``; one that is not explained fails the
run, and so does an explanation without its fault. The figures of a module are recorded where git
knows the very code that was tried, at the end as at the beginning.

mutmut 3.8, tried on a small package, changes plain functions, methods and static methods; it
leaves what is at module level, the defaults of fields, properties and cached functions as they
are. Here that is where the law stands.
"""

from __future__ import annotations

import argparse
import functools
import gc
import importlib
import importlib.abc
import importlib.machinery
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import _lru_cache_wrapper
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Final

import attrs
import pytest
from _pytest.runner import runtestprotocol
from coverage import CoverageData

from docs.figures import record, recorded
from tests.mutation.mutants import Mutant, mutants_of

MODULES: Final = (
    "_bank_holidays",
    "working_days",
    "_conditions",
    "_kinds",
    "_procedure",
    "_deadlines",
    "_history",
    "_runs",
    "_shapes",
    "_duties",
    "_fold",
    "regulations",
)
ROOT: Final = Path(__file__).parents[2]
EXPLAINED: Final = Path(__file__).with_name("survivors.toml")
PACKAGE: Final = "complaint_timescales"
# What goes through the code in this process; those that start another see no fault.
TESTS: Final = ("tests/unit", "tests/regulations", "tests/stories", "tests/properties")
ALSO: Final = ("tests/conformance/test_england_calendar.py",)
# Tests of data-frame engines keep threads, and no copy of a process with threads is sound.
# Those of the testing kit look for the smallest story, which takes long, once for each fault.
NOT_THESE: Final = tuple(
    f"--ignore-glob=*{each}*" for each in ("frames", "arrays", "kit", "test_testing")
)
OPTIONS: Final = ("-q", "-p", "no:randomly", "--hypothesis-profile=mutation")
ENOUGH: Final = 12.0  # seconds of tests, the quick ones first, that a fault must withstand
TOO_LONG: Final = 120  # seconds until a run is ended, and tried again later with more time
LONG_ENOUGH: Final = 480
# What a run in a copy ends with: a test failed, none did, or something else went wrong.
FOUND, UNFOUND, TROUBLE = 1, 0, 2
SHARE: Final = 95  # of a hundred faults, in all the modules together, those that a test must find

# A run that records figures makes this page stale, which is no finding about a fault.
FIGURES_PAGE: Final = (
    "tests/conformance/test_docs_are_current.py"
    "::test_a_page_reads_as_it_would_be_generated[reliability.md]"
)

# Here answers are kept, so that just the first test to ask is seen to go through the code.
ONCE: Final = frozenset({"_bank_holidays", "working_days", "_kinds"})

# In a fresh copy: these first, for most faults in a module are found by the tests about it.
FIRST: Final = {
    "_bank_holidays": (
        "tests/unit/test_bank_holidays.py",
        "tests/unit/test_bank_holidays_pattern.py",
        "tests/unit/test_bank_holidays_source.py",
        "tests/unit/test_refusals_in_full.py",
    ),
    "working_days": ("tests/unit/test_working_days.py", "tests/unit/test_bank_holidays.py"),
    "_conditions": ("tests/unit/test_conditions.py",),
    "_kinds": ("tests/unit/test_kinds.py",),
    "_procedure": ("tests/unit/test_procedure.py",),
    "_deadlines": ("tests/unit/test_deadlines.py",),
    "_history": ("tests/unit/test_history.py",),
    "_runs": ("tests/unit/test_runs.py", "tests/unit/test_shapes.py", "tests/unit/test_history.py"),
    "_shapes": ("tests/unit/test_shapes.py", "tests/unit/test_history.py"),
    "_duties": ("tests/unit/test_history.py", "tests/regulations/test_reg_11_on_receipt.py"),
    "_fold": ("tests/unit/test_case.py",),
    "regulations": (
        "tests/conformance/test_docs_are_current.py",
        "tests/unit/test_regulations.py",
        "tests/unit/test_versions.py",
    ),
}
THEN: Final = (
    ("tests/conformance/test_docs_are_current.py", "tests/conformance/test_england_calendar.py"),
    ("tests/unit/test_case.py", "tests/unit/test_history.py", "tests/unit/test_deadlines.py"),
    ("tests/regulations",),
    ("tests/unit/test_diagrams.py", "tests/unit/test_procedure.py", "tests/unit/test_readings.py",
     "tests/unit/test_working_days.py", "tests/unit/test_kinds.py", "tests/unit/test_variants.py",
     "tests/unit/test_explain.py", "tests/unit/test_conditions.py"),
    ("tests/conformance/test_provisions.py",),
)  # fmt: skip


# -- a copy of the process, and what it finds ----------------------------------------------


def in_a_copy(work: Callable[[], int], seconds: int = TOO_LONG) -> int:
    """What some work comes to in a copy of this process; negative where it was ended."""
    child = os.fork()
    if not child:
        status = TROUBLE
        try:
            _silence()
            signal.alarm(seconds)
            status = work()
        finally:
            os._exit(status)
    _, ended = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(ended)


def withstood(tries: Mapping[Mutant, Callable[[int], int]], every: int) -> list[Mutant]:
    """The faults on which no test failed; those that the clock ended have had a second go."""
    unfound, ended = [], []
    for number, (mutant, tried) in enumerate(tries.items(), start=1):
        status = tried(TOO_LONG)
        if status < 0:
            ended.append(mutant)
        elif status != FOUND:
            unfound.append(mutant)
            say(f"  {'not found' if status == UNFOUND else 'no result'}: {mutant.name}")
        if number % every == 0:
            say(f"  {number} of {len(tries)}, {len(unfound)} not found")
    for mutant in ended:
        status = tries[mutant](LONG_ENOUGH)
        say(f"  the clock ended it, and once more: {status}: {mutant.name}")
        if status != FOUND:
            unfound.append(mutant)
    return unfound


def _silence() -> None:
    sink = os.open(os.devnull, os.O_WRONLY)
    os.dup2(sink, 1)
    os.dup2(sink, 2)


# -- faults in functions -------------------------------------------------------------------


def functions_by_code() -> dict[tuple[str, str, int], list[FunctionType]]:
    """Every function of the package that is alive, by its file, its name and its first line."""
    found: dict[tuple[str, str, int], list[FunctionType]] = defaultdict(list)
    for each in gc.get_objects():
        if isinstance(each, FunctionType):
            code = each.__code__
            found[code.co_filename, code.co_qualname, code.co_firstlineno].append(each)
    return found


def codes_in(code: CodeType) -> Iterable[CodeType]:
    """A code object and those inside it."""
    yield code
    for each in code.co_consts:
        if isinstance(each, CodeType):
            yield from codes_in(each)


def forget() -> None:
    """Empty what the package keeps: it was worked out without the fault.

    A case that a test file makes at its top is older than the fault, and so is its shape.
    """
    gc.unfreeze()  # what is frozen is not among the objects
    shape = sys.modules[f"{PACKAGE}._shapes"].Shape
    for each in gc.get_objects():
        if isinstance(each, _lru_cache_wrapper) and str(each.__module__).startswith(PACKAGE):
            each.cache_clear()
        elif type(each) is shape:
            for kept in (each.then, each.ways, each._then, each._clocks, each._bare):
                kept.clear()
            each._all = None


def plant(mutant: Mutant, functions: dict[tuple[str, str, int], list[FunctionType]]) -> bool:
    """Give the function its faulty code; False where there is no such function to be had."""
    assert mutant.function is not None  # asked for those in functions alone
    key = (mutant.file, *mutant.function)
    codes = [
        code
        for code in codes_in(mutant.compiled())
        if (code.co_qualname, code.co_firstlineno) == mutant.function
    ]
    if len(codes) != 1 or not functions.get(key):
        return False
    for function in functions[key]:
        if function.__code__.co_freevars != codes[0].co_freevars:
            return False
        function.__code__ = codes[0]
    forget()
    return True


# -- which tests go through which lines ----------------------------------------------------


@attrs.define(eq=False)  # pytest puts its plugins in a set
class Trial:
    """A plugin for pytest: how long each test takes, or, with mutants, which of them are found."""

    seconds: dict[str, float] = attrs.field(factory=dict)
    mutants: tuple[Mutant, ...] = ()
    tests_by_line: dict[tuple[str, int], set[str]] = attrs.field(factory=dict)
    on_import: set[tuple[str, int]] = attrs.field(factory=set)
    unfound: list[Mutant] | None = None

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Add up the phases of a test."""
        self.seconds[report.nodeid] = self.seconds.get(report.nodeid, 0) + report.duration

    def pytest_runtest_setup(self) -> None:
        """Each test reads its histories itself: what another has kept shows no line to be its own."""
        for each in vars(sys.modules[f"{PACKAGE}._shapes"]).values():
            if isinstance(each, _lru_cache_wrapper):
                each.cache_clear()

    def pytest_runtestloop(self, session: pytest.Session) -> bool | None:
        """Instead of running the tests, run those that go through each fault."""
        if not self.mutants:
            return None
        items = {item.nodeid: item for item in session.items}
        functions = functions_by_code()
        gc.freeze()

        def tried(mutant: Mutant, seconds: int) -> int:
            chosen = [items[name] for name in self._chosen(mutant, items)]
            return in_a_copy(functools.partial(_try, mutant, functions, chosen), seconds)

        tries = {mutant: functools.partial(tried, mutant) for mutant in self.mutants}
        self.unfound = withstood(tries, every=100)
        return True

    def is_held(self, mutant: Mutant) -> bool:
        """Whether a value from before the fault may be held: its line ran on import, or just once."""
        return mutant.module in ONCE or any(
            (mutant.file, line) in self.on_import for line in mutant.lines
        )

    def _chosen(self, mutant: Mutant, items: dict[str, pytest.Item]) -> list[str]:
        names = {
            name
            for line in mutant.lines
            for name in self.tests_by_line.get((mutant.file, line), ())
        }
        chosen, spent = [], 0.0
        for name in sorted(names & set(items), key=lambda name: (self.seconds[name], name)):
            chosen.append(name)
            spent += self.seconds[name]
            if spent > ENOUGH:
                break
        return chosen


def _try(
    mutant: Mutant,
    functions: dict[tuple[str, str, int], list[FunctionType]],
    chosen: Sequence[pytest.Item],
) -> int:
    if not plant(mutant, functions):
        return UNFOUND
    for item in chosen:
        if any(report.failed for report in runtestprotocol(item, log=False, nextitem=None)):
            return FOUND
    return UNFOUND


def learn(work: Path) -> Trial:
    """Run the tests once without a fault: which lines each goes through, and how long it takes."""
    data = work / "coverage"
    os.environ["COVERAGE_FILE"] = str(data)
    trial = Trial()
    coverage = ["--cov", "--cov-context=test", "--cov-report="]
    status = pytest.main([*OPTIONS, *NOT_THESE, *coverage, *TESTS, *ALSO], plugins=[trial])
    if status:
        raise SystemExit("the tests do not pass without a fault")
    found = CoverageData(basename=str(data))
    found.read()
    for file in found.measured_files():
        for line, contexts in found.contexts_by_lineno(file).items():
            names = {context.rpartition("|")[0] for context in contexts if context}
            trial.tests_by_line[file, line] = names
            if "" in contexts:
                trial.on_import.add((file, line))
    return trial


# -- faults in what runs on import ---------------------------------------------------------


@attrs.define(eq=False)
class Planted(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Imports one module with its fault."""

    mutant: Mutant

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        """The module with the fault, and no other."""
        if fullname != f"{PACKAGE}.{self.mutant.module}":
            return None
        return importlib.machinery.ModuleSpec(fullname, self, origin=self.mutant.file)

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> None:
        """As any module is made."""

    def exec_module(self, module: ModuleType) -> None:
        """Run the code with the fault."""
        module.__file__ = self.mutant.file
        exec(self.mutant.compiled(), module.__dict__)  # noqa: S102 - that is what a loader does


def tried_afresh(mutants: Sequence[Mutant]) -> list[Mutant]:
    """Those that the tests do not find either where the fault was there from the first."""
    assert PACKAGE not in sys.modules  # a copy must import it with its fault
    for library in (
        "attrs",
        "click",
        "dateutil.relativedelta",
        "holidays",
        "numpy",
        "rich.console",
    ):
        importlib.import_module(library)
    for stage in {*FIRST.values(), *THEN}:
        if in_a_copy(functools.partial(_tests_of, stage), LONG_ENOUGH) != UNFOUND:
            raise SystemExit(f"the tests do not pass without a fault: {', '.join(stage)}")
    return withstood({each: functools.partial(_afresh, each) for each in mutants}, every=50)


def _afresh(mutant: Mutant, seconds: int) -> int:
    # Those in functions have withstood the tests that go through them already.
    then = THEN if mutant.function is None else THEN[:2]
    found = UNFOUND
    for stage in dict.fromkeys([FIRST[mutant.module], *then]):
        found = in_a_copy(functools.partial(_with_fault, mutant, stage), seconds)
        if found != UNFOUND:
            break
    return found


def _with_fault(mutant: Mutant, tests: Sequence[str]) -> int:
    sys.meta_path.insert(0, Planted(mutant))
    try:
        importlib.import_module(f"{PACKAGE}.{mutant.module}")
        importlib.import_module(f"{PACKAGE}.case")  # and the rows of the law with it
    except Exception:  # noqa: BLE001 - whatever it is, no test of the package can begin
        return FOUND
    return _tests_of(tests)


def _tests_of(tests: Sequence[str]) -> int:
    options = [*OPTIONS, "-x", "--no-cov", "-p", "no:cacheprovider", f"--deselect={FIGURES_PAGE}"]
    match pytest.main([*options, *tests]):
        case pytest.ExitCode.OK:
            return UNFOUND
        case pytest.ExitCode.TESTS_FAILED | pytest.ExitCode.INTERRUPTED:  # while they are collected
            return FOUND
    return TROUBLE


# -- the account ---------------------------------------------------------------------------


def explained() -> dict[str, str]:
    """The faults that nothing can find, each with the reason in a line."""
    with EXPLAINED.open("rb") as file:
        return {
            f"{module}:{name}": reason
            for module, reasons in tomllib.load(file).items()
            for name, reason in reasons.items()
        }


def say(text: str) -> None:
    """A line on standard error, at once."""
    print(text, file=sys.stderr, flush=True)  # noqa: T201 - a script says how far it is


def warm(mutants: tuple[Mutant, ...]) -> list[tuple[str, bool]]:
    """Those in functions that no test finds in a copy of this process, and which to try afresh."""
    with tempfile.TemporaryDirectory() as work:
        trial = learn(Path(work))
    trial.mutants = mutants
    options = [*OPTIONS, *NOT_THESE, "--no-cov", "-p", "no:cacheprovider"]
    pytest.main([*options, *TESTS, *ALSO], plugins=[trial])
    if trial.unfound is None:
        raise SystemExit("not every fault was tried")
    return [(mutant.name, trial.is_held(mutant)) for mutant in trial.unfound]


def main(arguments: Sequence[str] | None = None) -> int:
    """Plant them all, and say which were not found and not explained."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("modules", nargs="*", metavar="MODULE", help="else all of them")
    parser.add_argument("--list", type=Path, help="where to write the names of the unfound")
    given = parser.parse_args(arguments)
    os.chdir(ROOT)
    code = commit()
    mutants = [mutant for module in given.modules or MODULES for mutant in mutants_of(module)]
    inside = tuple(mutant for mutant in mutants if mutant.function is not None)
    began = time.monotonic()
    first = dict(_names_from_child(inside))
    rest = [m for m in mutants if m.function is None or first.get(m.name)]
    say(f"{len(inside)} in functions: {len(first)} not found; {len(rest)} to try afresh")
    unfound = [name for name, held in first.items() if not held]
    unfound += [mutant.name for mutant in tried_afresh(rest)]
    say(f"{len(mutants)} faults, {len(unfound)} not found, {time.monotonic() - began:.0f} s")
    if given.list:
        given.list.write_text("\n".join(unfound) + "\n", encoding="utf-8")
    return account(mutants, unfound, code if code == commit() else "")


def commit() -> str:
    """The commit whose code and tests are tried; empty where they are not as git knows them."""
    try:
        changed = _git("status", "--porcelain", "--", "src", "tests", "docs/*.py", "conftest.py")
        return "" if changed else _git("rev-parse", "--short=12", "HEAD")
    except (OSError, subprocess.CalledProcessError):
        return ""


def _git(*arguments: str) -> str:
    command = ["git", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def _names_from_child(mutants: tuple[Mutant, ...]) -> list[tuple[str, bool]]:
    """The first way, in a process of its own: this one must not import the package."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        with os.fdopen(writing, "w") as pipe:
            json.dump(warm(mutants), pipe)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        text = pipe.read()
    _, ended = os.waitpid(child, 0)
    if ended:
        raise SystemExit("the faults in functions were not tried to the end")
    return [(name, held) for name, held in json.loads(text)]


def account(mutants: Sequence[Mutant], unfound: Sequence[str], code: str) -> int:
    """Compare what was not found with what is explained; record the figures of each module."""
    reasons = explained()
    known = {name for name in reasons if name.partition(":")[0] in {m.module for m in mutants}}
    unexplained, found = sorted(set(unfound) - known), sorted(known - set(unfound))
    for name in unexplained:
        say(f"not found, and not explained: {name}")
    for name in found:
        say(f"explained, and found or gone: {name}")
    figures: dict[str, dict[str, int | str]] = {}
    for module in dict.fromkeys(mutant.module for mutant in mutants):
        planted = sum(mutant.module == module for mutant in mutants)
        caught = planted - sum(name.partition(":")[0] == module for name in unfound)
        figures[module] = {"planted": planted, "found": caught, "commit": code}
        say(f"{module}: found {caught} of {planted}, which is {100 * caught / planted:.1f}%")
    whole = {**recorded().get("mutation", {}), **figures}
    planted, caught = (sum(each[key] for each in whole.values()) for key in ("planted", "found"))
    if unexplained or found or 100 * caught < SHARE * planted:
        return 1
    if code:
        record("mutation", whole)
    else:
        say("not recorded: the code that was tried is not that of a commit")
    return 0


if __name__ == "__main__":
    sys.exit(main())
