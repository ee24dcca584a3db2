# SPDX-License-Identifier: MIT
"""Imports point down, the law knows no dates, and nothing here is long.

The claims are about the syntax trees of every module under ``src``, so an import counts wherever
it stands: at the head of a file, in a function, or for type checkers only.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest

PACKAGE = "complaint_timescales"
SOURCE = Path(__file__).parents[2] / "src" / PACKAGE

# A module imports only from modules of a lower rank: those of one rank never import one another.
# The modules of a sub-package share its rank, and may import one another.
RANKS = {
    "_vocabulary": 0,
    "_text": 0,
    "_errors": 0,
    "_toml": 0,
    "_files": 1,  # it says in words what has no room
    "_citations": 1,
    "_dates": 1,
    "_provisions": 2,
    "interpretations": 2,
    "_facts": 2,
    "_readings": 3,
    "events": 3,
    "_conditions": 4,
    "_kinds": 5,
    "_runs": 6,
    "_shapes": 7,
    "regulations": 6,
    "guidance": 6,
    "_announcements": 5,
    "_bank_holidays": 6,
    "variants": 7,
    "readings": 7,
    "working_days": 7,
    "_calendar_table": 8,
    "_procedure": 8,
    "_deadlines": 8,
    "_trace": 8,
    "_plain_words": 9,
    "_readers": 10,
    "_tracing": 10,
    "conventions": 8,
    "_assessments": 9,
    "_duties": 8,
    "_history": 9,
    "_fold": 10,
    "reconcile": 9,
    "bounds": 10,
    "_row_verdicts": 10,
    "hindsight": 10,
    "_differences": 10,
    "_case_document": 9,
    "case": 11,
    "explain": 12,
    "sensitivity": 12,
    "whatif": 12,
    "remedies": 12,
    "diagrams": 12,
    "pictures": 12,
    "tables": 12,
    "check": 13,
    "monitoring": 13,
    "arrays": 13,
    "testing": 13,
    "audit": 14,  # what it finds in a table of dates is what `check` finds
    "frames": 14,  # what is in memory goes through `arrays`
    "demo": 14,
    "reports": 14,
    "cli": 15,
    "__init__": 16,
    "__main__": 16,
}

# Which modules may import which library. What is not listed is imported by nobody.
ANY = frozenset(RANKS)
LIBRARIES = {
    "attrs": ANY,
    "attr": frozenset[str](),  # the old name of attrs
    "holidays": frozenset({"_bank_holidays"}),
    "dateutil.relativedelta": ANY,  # by one module, whichever it is: see below
    "click": frozenset({"cli", "demo", "__main__"}),
    "rich": frozenset({"cli", "demo", "reports", "__main__"}),
    "python_calamine": frozenset({"tables"}),
    "altair": frozenset({"reports"}),
    "gptables": frozenset({"reports"}),
    "jinja2": frozenset({"reports"}),
    "pandas": frozenset({"reports"}),  # what gptables takes
    "vl_convert": frozenset({"reports"}),
    "narwhals": frozenset({"frames", "cli"}),  # with which the second writes Parquet
    "numpy": frozenset({"arrays"}),
    "hypothesis": frozenset({"testing"}),
}

# Of the standard library, what would make an answer depend on where and when it is asked for.
NEVER = {"locale", "random", "secrets", "socket", "ssl", "http", "urllib.request", "zoneinfo"}
CLOCKS = {"today", "now", "utcnow", "localtime", "gmtime"}

# What the law may import from the standard library: shapes, and no dates.
LAW = "regulations"
LAW_MAY_IMPORT = {"__future__", "collections.abc", "enum", "types", "typing", "attrs"}
LAW_KNOWS_NOTHING_OF = {"_dates", "_bank_holidays", "working_days"}

LONGEST_MODULE = 400
LONGEST_FUNCTION = 30


@attrs.frozen
class Import:
    """One imported name: the module's dotted path, and whether a function imports it."""

    module: str
    line: int
    in_function: bool


@attrs.frozen
class Module:
    """One file of the package, read but never imported."""

    name: str  # as in RANKS
    path: Path
    text: str
    tree: ast.Module

    def where(self, line: int) -> str:
        """The file and the line, as an editor finds them."""
        return f"{self.path.name}:{line}"


def read(package: Path) -> tuple[Module, ...]:
    """Every module of the package."""
    modules = []
    for path in sorted(package.rglob("*.py")):
        inside = path.relative_to(package).with_suffix("")
        text = path.read_text(encoding="utf-8")
        modules.append(Module(inside.parts[0], path, text, ast.parse(text)))
    return tuple(modules)


def imports(module: Module) -> Iterator[Import]:
    """Every import of a module; ``from x import y`` counts as ``x.y`` where ``x`` is a package."""
    inner = {
        id(node)
        for function in ast.walk(module.tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
    }
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(alias.name, node.lineno, id(node) in inner)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module.where(node.lineno)}: imports are absolute"
            assert node.module is not None  # absolute imports name a module
            packages = {PACKAGE, "dateutil", "urllib"}
            for alias in node.names:
                name = f"{node.module}.{alias.name}" if node.module in packages else node.module
                yield Import(name, node.lineno, id(node) in inner)


def own(name: str, ranks: dict[str, int]) -> str:
    """The rank-table name for an import of our own: a name from the package is ``__init__``'s."""
    parts = name.split(".")
    return parts[1] if len(parts) > 1 and parts[1] in ranks else "__init__"


def is_own(name: str) -> bool:
    """Whether an import is of this package."""
    return is_under(name, {PACKAGE})


def is_under(name: str, roots: set[str] | frozenset[str]) -> bool:
    """Whether a dotted name is one of the roots or stands below one of them."""
    return any(name == root or name.startswith(f"{root}.") for root in roots)


def unranked(modules: tuple[Module, ...], ranks: dict[str, int]) -> list[str]:
    """Modules that the table does not place."""
    return sorted({module.name for module in modules} - set(ranks))


def upward(modules: tuple[Module, ...], ranks: dict[str, int]) -> list[str]:
    """Imports that do not point down."""
    found = []
    for module in modules:
        if module.name not in ranks:
            continue  # `unranked` finds it
        for each in imports(module):
            if not is_own(each.module):
                continue
            target = own(each.module, ranks)
            inside = target == module.name and module.path.parent.name == module.name
            if not inside and ranks[target] >= ranks[module.name]:
                found.append(
                    f"{module.where(each.line)}: {module.name} (rank {ranks[module.name]}) "
                    f"imports {target} (rank {ranks[target]})"
                )
    return found


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from ``def`` to the end, without the docstring."""
    assert function.end_lineno is not None  # parsed from text
    lines = function.end_lineno - function.lineno + 1
    first = function.body[0]
    if isinstance(first, ast.Expr) and ast.get_docstring(function, clean=False) is not None:
        assert first.end_lineno is not None  # the same
        lines -= first.end_lineno - first.lineno + 1
    return lines


MODULES = read(SOURCE)
THE_LAW = [module for module in MODULES if module.name == LAW]


def everywhere() -> Iterator[tuple[Module, Import]]:
    """Every import of every module."""
    for module in MODULES:
        for each in imports(module):
            yield module, each


class TestDirection:
    """Imports only point down."""

    def test_every_module_has_a_rank(self) -> None:
        assert MODULES
        assert unranked(MODULES, RANKS) == []

    def test_every_import_is_of_a_lower_rank(self) -> None:
        assert upward(MODULES, RANKS) == []


class TestTheLaw:
    """The rows know no date, no calendar and no caller."""

    def test_there_is_one_module_of_law(self) -> None:
        assert [module.path.name for module in THE_LAW] == [f"{LAW}.py"]

    def test_it_imports_shapes_only(self) -> None:
        foreign = [
            f"{module.where(each.line)}: {each.module}"
            for module in THE_LAW
            for each in imports(module)
            if not is_own(each.module) and each.module not in LAW_MAY_IMPORT
        ]
        assert foreign == []

    def test_it_imports_neither_dates_nor_calendar(self) -> None:
        known = [
            f"{module.where(each.line)}: {each.module}"
            for module in THE_LAW
            for each in imports(module)
            if is_own(each.module) and own(each.module, RANKS) in LAW_KNOWS_NOTHING_OF
        ]
        assert known == []

    def test_no_row_holds_a_lambda(self) -> None:
        lambdas = [
            module.where(node.lineno)
            for module in THE_LAW
            for node in ast.walk(module.tree)
            if isinstance(node, ast.Lambda)
        ]
        assert lambdas == []


class TestLibraries:
    """Each library has its place, and nothing asks the machine where or when it is."""

    def test_each_is_imported_only_where_it_may_be(self) -> None:
        misplaced = [
            f"{module.where(each.line)}: {each.module}"
            for module, each in everywhere()
            if not is_own(each.module)
            and each.module.partition(".")[0] not in sys.stdlib_module_names
            and not any(
                is_under(each.module, {library}) and module.name in places
                for library, places in LIBRARIES.items()
            )
        ]
        assert misplaced == []

    def test_holidays_is_imported_only_when_a_calendar_is_built(self) -> None:
        early = [
            module.where(each.line)
            for module, each in everywhere()
            if is_under(each.module, {"holidays"}) and not each.in_function
        ]
        assert early == []

    def test_calendar_years_are_added_in_one_module(self) -> None:
        adders = {
            module.name for module, each in everywhere() if is_under(each.module, {"dateutil"})
        }
        assert len(adders) == 1, adders

    def test_nothing_imports_a_network_a_locale_or_chance(self) -> None:
        impure = [
            f"{module.where(each.line)}: {each.module}"
            for module, each in everywhere()
            if is_under(each.module, NEVER)
        ]
        assert impure == []

    def test_nobody_asks_for_the_time(self) -> None:
        asked = [
            f"{module.where(node.lineno)}: {ast.unparse(node.func)}()"
            for module in MODULES
            for node in ast.walk(module.tree)
            if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in CLOCKS
        ]
        assert asked == []


class TestSize:
    """It can be read in an afternoon."""

    def test_no_module_is_long(self) -> None:
        lengths = {module.path.name: len(module.text.splitlines()) for module in MODULES}
        assert {name: n for name, n in lengths.items() if n > LONGEST_MODULE} == {}

    def test_no_function_is_long(self) -> None:
        lengths = {
            f"{module.where(node.lineno)} {node.name}": length(node)
            for module in MODULES
            for node in ast.walk(module.tree)
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        }
        assert {name: n for name, n in lengths.items() if n > LONGEST_FUNCTION} == {}


SMALL = {"low": 0, "side": 0, "high": 1, "box": 1, "__init__": 2}


class TestThisTest:
    """A wrong tree is found out."""

    @pytest.fixture
    def tree(self, tmp_path: Path) -> Path:
        (tmp_path / "low.py").write_text("import enum\n")
        (tmp_path / "side.py").write_text("x = 1\n")
        (tmp_path / "high.py").write_text(f"from {PACKAGE}.low import enum\n")
        (tmp_path / "__init__.py").write_text(f"from {PACKAGE} import high\n")
        (tmp_path / "box").mkdir()
        (tmp_path / "box" / "__init__.py").write_text(f"from {PACKAGE}.box.lid import x\n")
        (tmp_path / "box" / "lid.py").write_text(f"from {PACKAGE}.side import x\n")
        return tmp_path

    def test_a_right_tree_passes(self, tree: Path) -> None:
        assert upward(read(tree), SMALL) == []

    @pytest.mark.parametrize(
        ("line", "finding"),
        [
            (f"from {PACKAGE}.high import y", "low (rank 0) imports high (rank 1)"),
            (f"from {PACKAGE} import high", "low (rank 0) imports high (rank 1)"),
            (f"import {PACKAGE}.high", "low (rank 0) imports high (rank 1)"),
            (f"from {PACKAGE} import due", "low (rank 0) imports __init__ (rank 2)"),
            (f"from {PACKAGE}.side import x", "low (rank 0) imports side (rank 0)"),
            (f"def f():\n    import {PACKAGE}.high", "low (rank 0) imports high (rank 1)"),
            (f"if 0:\n    from {PACKAGE}.box.lid import x", "low (rank 0) imports box (rank 1)"),
        ],
        ids=["name", "module", "import", "export", "sibling", "in a function", "in a package"],
    )
    def test_a_planted_import_is_found(self, tree: Path, line: str, finding: str) -> None:
        (tree / "low.py").write_text(line + "\n")

        (found,) = upward(read(tree), SMALL)

        assert found.startswith("low.py:")
        assert found.endswith(finding)

    def test_a_module_without_a_rank_is_found(self, tree: Path) -> None:
        (tree / "stray.py").write_text("")

        assert unranked(read(tree), SMALL) == ["stray"]

    def test_a_relative_import_is_refused(self, tree: Path) -> None:
        (tree / "low.py").write_text("from .high import y\n")

        with pytest.raises(AssertionError, match=r"low\.py:1: imports are absolute"):
            upward(read(tree), SMALL)

    def test_a_docstring_does_not_lengthen_a_function(self) -> None:
        text = 'def f():\n    """One.\n\n    Two.\n    """\n    return 1\n'
        (function,) = ast.parse(text).body
        assert isinstance(function, ast.FunctionDef)

        assert length(function) == 2
