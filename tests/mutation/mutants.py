# SPDX-License-Identifier: MIT
"""Small faults to plant in the code: each changes one place of one module, and has a name.

A name says where and what, and no line number, so that it stays the same while the code around it
moves: ``working_days:WorkingDayCalendar.add: n < 1 -> n <= 1``.
"""

from __future__ import annotations

import ast
import copy
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import CodeType
from typing import Any, Final

import attrs

SOURCE: Final = Path(__file__).parents[2] / "src" / "complaint_timescales"
LONGEST_NAME: Final = 160

OTHER: Final[dict[type[ast.AST], type[ast.AST]]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.USub: ast.UAdd,
    ast.Break: ast.Continue,
    ast.Continue: ast.Break,
}
SWAPPED: Final = {"min": "max", "max": "min", "any": "all", "all": "any", "sorted": "tuple"}
# What runs for no answer: types, decorators, and the parts of a node that are no code.
NO_CODE: Final = {
    "annotation",
    "returns",
    "decorator_list",
    "ctx",
    "bases",
    "format_spec",
    "pattern",
    "targets",
    "target",
    "names",
    "msg",
}


@attrs.frozen(eq=False)
class Mutant:
    """One fault.

    Attributes:
        name: where and what.
        module: the module, as in the name.
        lines: the line that it is on, and that of the statement around it.
        function: the outermost function around it and the line that begins it; or None where
            it runs as the module is imported.
    """

    name: str
    module: str
    lines: frozenset[int]
    function: tuple[str, int] | None
    _tree: ast.Module = attrs.field(repr=False)
    _spot: _Spot = attrs.field(repr=False)

    @property
    def file(self) -> str:
        """The file of the module."""
        return str(SOURCE / f"{self.module}.py")

    def compiled(self) -> CodeType:
        """The module with the fault in it, on the same lines."""
        old = self._spot.put(self._spot.instead)
        try:
            return compile(ast.fix_missing_locations(self._tree), self.file, "exec")
        finally:
            self._spot.put(old)


@attrs.frozen(eq=False)
class _Spot:
    """A place in a tree, and what may hang there instead of what does."""

    parent: ast.AST
    field: str
    index: int | None
    instead: ast.AST
    place: str
    function: tuple[str, int] | None
    around: tuple[ast.AST, ...]  # the statement, and so on inwards

    def put(self, value: ast.AST) -> ast.AST:
        """Hang a value there, and give back what hung there before."""
        before: ast.AST
        if self.index is None:
            before = getattr(self.parent, self.field)
            setattr(self.parent, self.field, value)
        else:
            values = getattr(self.parent, self.field)
            before, values[self.index] = values[self.index], value
        return before


@attrs.frozen
class _Where:
    """How deep in a module a walk is."""

    place: str = ""
    function: tuple[str, int] | None = None
    around: tuple[ast.AST, ...] = ()

    def within(self, node: ast.AST) -> _Where:
        """One node deeper."""
        around = (node,) if isinstance(node, ast.stmt) else self.around
        if isinstance(node, ast.expr):
            around = (*self.around, node)
        if not isinstance(node, ast.FunctionDef | ast.ClassDef):
            return attrs.evolve(self, around=around)
        place = f"{self.place}.{node.name}".removeprefix(".")
        return attrs.evolve(self, place=place, around=around)


def mutants_of(module: str, text: str | None = None) -> tuple[Mutant, ...]:
    """Every fault that is planted in a module, in the order of its lines."""
    text = (SOURCE / f"{module}.py").read_text(encoding="utf-8") if text is None else text
    tree = ast.parse(text)
    seen: Counter[str] = Counter()
    found = []
    for spot in _spots(tree, _Where()):
        name = f"{module}:{spot.place or 'module'}: {_words(spot)}"
        seen[name] += 1
        name = name if seen[name] == 1 else f"{name} #{seen[name]}"
        nodes = (spot.instead, *spot.around[:1])
        lines = frozenset(node.lineno for node in nodes if hasattr(node, "lineno"))
        found.append(Mutant(name, module, lines, spot.function, tree, spot))
    return tuple(found)


def _words(spot: _Spot) -> str:
    """The code around a spot before and after, as much of it as makes a name of fair length."""
    old = spot.put(spot.instead)
    after = [_shown(node) for node in spot.around]
    spot.put(old)
    before = [_shown(node) for node in spot.around]
    for one, other in zip(before, after, strict=True):
        if one != other and max(len(one), len(other)) <= LONGEST_NAME:
            return f"{one} -> {other}"
    return f"{_shown(old)} -> {_shown(spot.instead)}"


def _shown(node: ast.AST) -> str:
    """A node as code on one line; of a compound statement just its head."""
    head: Any = copy.copy(node)
    if isinstance(node, ast.stmt):
        for part in ("body", "orelse", "finalbody", "handlers", "decorator_list", "cases"):
            if hasattr(head, part):
                setattr(head, part, [])
    return " ".join(ast.unparse(head).split())


def _spots(node: ast.AST, where: _Where) -> Iterator[_Spot]:
    for name, value in ast.iter_fields(node):
        if name in NO_CODE:
            continue
        deeper = where
        if isinstance(node, ast.FunctionDef) and name == "body" and where.function is None:
            line = min([node.lineno, *(each.lineno for each in node.decorator_list)])
            deeper = attrs.evolve(where, function=(where.place, line))
        for index, child in enumerate(value) if isinstance(value, list) else [(None, value)]:
            if not isinstance(child, ast.AST) or _is_left_alone(child):
                continue
            for instead in _instead(child, node, in_function=deeper.function is not None):
                ast.copy_location(instead, child)
                yield _Spot(
                    node, name, index, instead, deeper.place, deeper.function, deeper.around
                )
            yield from _spots(child, deeper.within(child))


def _is_left_alone(node: ast.AST) -> bool:
    """Docstrings, lists of exports, and what is asserted because it cannot be otherwise."""
    match node:
        case ast.Assert() | ast.Import() | ast.ImportFrom() | ast.JoinedStr(values=[]):
            return True
        case ast.Expr(value=ast.Constant()):
            return True
        case ast.Assign(targets=[ast.Name(id="__all__")]):
            return True
    return False


def _instead(node: Any, parent: ast.AST, *, in_function: bool) -> Iterator[ast.AST]:
    """What may stand in the place of a node."""
    yield from _other_operator(node)
    match node:
        case ast.UnaryOp(op=ast.Not()):
            yield node.operand
        case ast.Constant(value=bool(value)):
            yield ast.Constant(not value)
        case ast.Constant(value=int(number)):
            yield ast.Constant(number + 1)
        case ast.Constant(value=str(text)):
            yield ast.Constant(f"XX{text}")
        case ast.If() | ast.IfExp() | ast.While() if not isinstance(
            node.test, ast.Compare | ast.UnaryOp | ast.BoolOp
        ):
            yield _changed(node, test=ast.UnaryOp(ast.Not(), node.test))
        case ast.Call(func=ast.Name(id=name)) if name in SWAPPED:
            yield _changed(node, func=ast.Name(SWAPPED[name], ast.Load()))
        case ast.AugAssign():
            yield ast.Assign([node.target], node.value)
        case ast.comprehension(ifs=[_, *_]):
            yield _changed(node, ifs=[])
    if in_function:
        yield from _instead_in_function(node)


def _other_operator(node: Any) -> Iterator[ast.AST]:
    match node:
        case ast.Compare():
            for place, op in enumerate(node.ops):
                ops = [*node.ops[:place], OTHER[type(op)](), *node.ops[place + 1 :]]
                yield _changed(node, ops=ops)
        case ast.BinOp() | ast.BoolOp() | ast.UnaryOp() | ast.AugAssign() if type(node.op) in OTHER:
            yield _changed(node, op=OTHER[type(node.op)]())
        case ast.Break() | ast.Continue():
            yield OTHER[type(node)]()


def _instead_in_function(node: Any) -> Iterator[ast.AST]:
    match node:
        case ast.Call():
            for place in range(len(node.keywords)):
                kept = [*node.keywords[:place], *node.keywords[place + 1 :]]
                yield _changed(node, keywords=kept)
        case ast.Assign() if not isinstance(node.value, ast.Constant):
            yield _changed(node, value=ast.Constant(None))
        case ast.Return(value=ast.expr() as value) if not _is_none(value):
            yield ast.Return(ast.Constant(None))
        case ast.Raise() | ast.Expr():
            yield ast.Pass()


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _changed(node: Any, **parts: Any) -> Any:
    made = copy.copy(node)
    for name, value in parts.items():
        setattr(made, name, value)
    return made
