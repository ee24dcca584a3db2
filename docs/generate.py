# SPDX-License-Identifier: MIT
"""Write the generated parts of the pages: everything below the mark comes from the rows.

Run it after a change to the law, the register, the interpretations or the tests of the law:
``python -m docs.generate``. A test fails while the pages are not what it would write.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import attrs

from complaint_timescales import guidance, regulations, variants
from complaint_timescales._citations import Citation
from complaint_timescales._dates import listed
from complaint_timescales._kinds import (
    Lapse,
    Move,
    Obligation,
    Procedure,
    Regulation,
    Timescale,
    Version,
)
from complaint_timescales._procedure import open_steps
from complaint_timescales._provisions import PROVISIONS, Disposition
from complaint_timescales._vocabulary import Stage
from complaint_timescales.diagrams import mermaid
from complaint_timescales.events import BY_NAME
from complaint_timescales.interpretations import INTERPRETATIONS, Interpretation
from complaint_timescales.readings import EDITS, HELD_ALONE
from complaint_timescales.testing import INVARIANTS
from docs import columns, drawn
from docs.figures import sections
from docs.picture import picture
from tests.regulations.test_mutated_rows import EQUIVALENT, MUTANTS, SOURCES

DOCS = Path(__file__).parent
TESTS = DOCS.parent / "tests" / "regulations"
MARK = "<!-- generated -->"
NEW_LINE = "\n"
TITLES = {
    DOCS / "regulations" / f"reg-{int(r.number):02}.md": f"# Regulation {r.number}: {r.heading}"
    for r in regulations.LOCAL_AUTHORITY.regulations
    if r.number
}


@attrs.frozen
class Tried:
    """A test class that tries a provision."""

    provision: str
    path: str
    name: str
    tests: int


def table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> list[str]:
    """A Markdown table, or nothing where there are no rows."""
    if not rows:
        return []
    lines = [head, tuple("---" for _ in head), *rows]
    return ["| " + " | ".join(cell or " " for cell in line) + " |" for line in lines] + [""]


def linked(by: str) -> str:
    """A provision with its address."""
    return f"[{by}]({by.url})" if isinstance(by, Citation) else by


def section(title: str, lines: list[str]) -> list[str]:
    """A heading with what stands below it, or nothing."""
    return [f"### {title}", "", *lines] if lines else []


# -- the rows ---------------------------------------------------------------------------


def limits(regulation: Regulation) -> list[str]:
    """The time limits of a regulation."""
    rows = [
        (
            linked(row.by),
            f"{row.limit} to {row.what}",
            f"{row.runs_from.name}: " + ", ".join(linked(rule.by) for rule in row.runs_from.rules),
            ", ".join(f"`{on.event.name}`" for on in row.met_by),
            row.binds.value,
            "; ".join(read(version) for version in row.versions if version.softened_by),
        )
        for row in regulation.rows
        if isinstance(row, Timescale)
    ]
    return table(("By", "Limit", "Runs from (day 0)", "Met by", "Binds", "At times"), rows)


def read(version: Version) -> str:
    """How a limit read for a time."""
    return f'"{version.softened_by}", {version.since} to {version.until} ({version.enacted_by})'


def steps(regulation: Regulation) -> list[str]:
    """The moves of a regulation, a line each: a table of them would be too wide to read."""
    lines = [step(row) for row in regulation.rows if isinstance(row, Move)]
    return [*lines, ""] if lines else []


def step(row: Move) -> str:
    """One move in a line."""
    sources = listed([f"`{source.value}`" for source in row.sources], last="or")
    leads = f"leads to `{row.target.value}`" if row.target else "leaves the stage as it is"
    where = "".join(f", where {condition.words}" for condition in row.when)
    needs = "; ".join(f"{need.words} ({need.by})" for need in row.needs)
    ends = f"; needed: {needs}" if needs else ""
    return f"- {linked(row.by)}: `{row.event.name}` from {sources} {leads}{where}{ends}."


def duties(regulation: Regulation) -> list[str]:
    """The duties without a number."""
    rows = [
        (
            linked(row.by),
            row.what,
            row.how_soon,
            ", ".join(f"`{on.event.name}`" for on in row.arises_on),
            row.binds.value,
        )
        for row in regulation.rows
        if isinstance(row, Obligation)
    ]
    return table(("By", "Duty", "How soon", "Arises on", "Binds"), rows)


def lapses(regulation: Regulation) -> list[str]:
    """What time alone does."""
    rows = [
        (linked(row.by), f"`{row.source.value}`", row.when.words, f"`{row.target.value}`")
        for row in regulation.rows
        if isinstance(row, Lapse)
    ]
    return table(("By", "From", "When", "To"), rows)


# -- the tests --------------------------------------------------------------------------


def tried() -> Iterator[Tried]:
    """Every test class, or single test, under a provision's mark."""
    for path in sorted(TESTS.glob("test_*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef):
                yield from tried_by(node, f"tests/regulations/{path.name}")


def tried_by(node: ast.ClassDef, path: str) -> Iterator[Tried]:
    """The marks of a class, and those of its methods."""
    methods = [
        method
        for method in node.body
        if isinstance(method, ast.FunctionDef) and method.name.startswith("test_")
    ]
    for provision in marked(node):
        yield Tried(provision, path, node.name, len(methods))
    for method in methods:
        for provision in marked(method):
            yield Tried(provision, path, f"{node.name}.{method.name}", 1)


def marked(node: ast.ClassDef | ast.FunctionDef) -> list[str]:
    """The provisions that the decorators of a class or a test name."""
    return [
        str(arg.value)
        for mark in node.decorator_list
        if isinstance(mark, ast.Call) and ast.unparse(mark.func) == "pytest.mark.reg"
        for arg in mark.args
        if isinstance(arg, ast.Constant)
    ]


def tests_of(number: str) -> list[str]:
    """The test classes of a regulation."""
    rows = [
        (each.provision, f"`{each.name}`", f"`{each.path}`", str(each.tests))
        for each in tried()
        if Citation(each.provision).regulation == number
    ]
    return table(("Provision", "Class", "File", "Claims"), rows)


# -- the pages --------------------------------------------------------------------------


def regulation_page(regulation: Regulation) -> list[str]:
    """What stands below the mark on the page of a regulation."""
    return [
        "## In the library",
        "",
        *section("Limits", limits(regulation)),
        *section("Steps", steps(regulation)),
        *section("Duties without a number", duties(regulation)),
        *section("What time alone does", lapses(regulation)),
        "## Tried by",
        "",
        *tests_of(regulation.number),
    ]


def procedure_page() -> list[str]:
    """The diagram."""
    return ["```mermaid", *mermaid().splitlines(), "```", ""]


def guidance_page() -> list[str]:
    """The rows that are not law."""
    local = [row for rows in guidance.LOCAL_CLOCKS.values() for row in rows]
    recommendations = [
        (
            row.timescale.by,
            f"{row.timescale.limit}: {row.timescale.what}",
            row.timescale.runs_from.name,
            row.sourcing.value,
            row.remark,
        )
        for row in (*guidance.TIMETABLE, *local)
    ]
    head = ("Source", "What", "From (day 0)", "How well it is known", "Remark")
    beside = [r for r in regulations.LOCAL_AUTHORITY.regulations if not r.number]
    return [
        "## The rows that are not law",
        "",
        *table(head, recommendations),
        "## The steps that are not law",
        "",
        *(line for regulation in beside for line in steps(regulation)),
    ]


def tryable(entry: Interpretation, option: str) -> str:
    """Whether dates can be worked out by an option, or what to do instead."""
    if option == entry.default.name:
        return "default"
    return "yes" if (entry.number, option) in EDITS else HELD_ALONE[entry.number, option]


def interpretations_page() -> list[str]:
    """Every interpretation."""
    lines = []
    for entry in INTERPRETATIONS.values():
        lines += [
            f"## {entry.number}. {entry.question}",
            "",
            f"Provisions: {', '.join(linked(by) for by in entry.by)}.",
            "",
            f"The text: {entry.text_says}" + (" It is silent on the point." * entry.silent),
            "",
            *table(
                ("Reading", "What it says", "Held by", "Dates by it"),
                [
                    (f"`{o.name}`", o.words, o.held_by, tryable(entry, o.name))
                    for o in entry.options
                ],
            ),
            f"What turns on it: {entry.effect}",
            "",
        ]
    return lines


def testing_page() -> list[str]:
    """The catalogue of invariants."""
    rows = [
        (
            f"({each.letter}) {each.name}",
            each.statement,
            each.source,
            ", ".join(f"`{name}`" for name in each.needs),
        )
        for each in INVARIANTS.values()
    ]
    return table(("Invariant", "What holds", "Where it comes from", "Needs"), rows)


def pairs(procedure: Procedure) -> tuple[int, int]:
    """How many pairs of a stage and an event there are, and how many of them have no place.

    A stage that time alone leads to holds no event: what comes later is judged from before it.
    """
    final = {lapse.target for lapse in procedure.lapses.values() if lapse.target.is_final}
    stages = [stage for stage in Stage if stage not in final]
    every = len(stages) * len(BY_NAME)
    return every, every - sum(len(open_steps(procedure, stage)) for stage in stages)


def coverage_page() -> list[str]:
    """The figures, and the register."""
    found = Counter(provision.disposition for provision in PROVISIONS)
    with_tests = {each.provision for each in tried()}
    encoded = [p for p in PROVISIONS if p.disposition is Disposition.ENCODED]
    covered = [p for p in encoded if is_tried(p.through or p.by, with_tests)]
    every, refused = pairs(regulations.LOCAL_AUTHORITY)
    figures = [
        ("Paragraphs in the instrument", str(len(PROVISIONS))),
        *((disposition.value.capitalize(), str(found[disposition])) for disposition in Disposition),
        ("Encoded and tried by a marked test", str(len(covered))),
        ("Rows", str(len(regulations.LOCAL_AUTHORITY.rows))),
        ("Procedures", str(len(variants.PROCEDURES))),
        ("Stages", str(len(Stage))),
        ("Kinds of event", str(len(BY_NAME))),
        ("Pairs of stage and event, each of them tried", str(every)),
        ("Pairs with no place, refused", str(refused)),
        ("Changes to a row tried, each a wrong reading", str(len(MUTANTS) + len(SOURCES))),
        ("Caught by a story or a step", str(len(MUTANTS) + len(SOURCES) - len(EQUIVALENT))),
        ("Without any effect, with the reason in the test", str(len(EQUIVALENT))),
    ]
    register = [
        (linked(p.by), p.disposition.value, p.remark + (f" Through {p.through}." * bool(p.through)))
        for p in PROVISIONS
    ]
    return [
        "## Figures",
        "",
        *table(("What", "How many"), figures),
        "## The register",
        "",
        *table(("Paragraph", "Disposition", "Where, or why not"), register),
    ]


def reliability_page() -> list[str]:
    """What the long runs found, each in the figures that it recorded itself."""
    found = [section(title, table(("What", "How many"), rows)) for title, rows in sections()]
    return ["## Figures", "", *(line for lines in found for line in lines)]


def columns_page() -> list[str]:
    """The columns of a record, with what each is for."""
    head = ("Column", "Holds", "For", "Other names")
    return table(head, [(f"`{n}`", *rest) for n, *rest in columns.described()])


def is_tried(by: str, provisions: set[str]) -> bool:
    """Whether a provision, or the paragraph that it is a part of, has a marked test."""
    return any(by == each or by.startswith(f"{each}(") for each in provisions)


def pages() -> dict[Path, str]:
    """Every page that has a generated part, as it must read."""
    generated = {
        DOCS / "procedure.md": procedure_page(),
        DOCS / "guidance.md": guidance_page(),
        DOCS / "interpretations.md": interpretations_page(),
        DOCS / "columns.md": columns_page(),
        DOCS / "coverage.md": coverage_page(),
        DOCS / "reliability.md": reliability_page(),
        DOCS / "testing-your-system.md": testing_page(),
    }
    for regulation in regulations.LOCAL_AUTHORITY.regulations:
        if regulation.number:
            path = DOCS / "regulations" / f"reg-{int(regulation.number):02}.md"
            generated[path] = regulation_page(regulation)
    made = {path: assembled(path, lines) for path, lines in generated.items()}
    images = {"sandwell.svg": picture(), **drawn.pictures()}
    return made | {DOCS / "images" / name: image for name, image in images.items()}


def assembled(path: Path, lines: list[str]) -> str:
    """The written part of a page, the mark, and the generated part."""
    written, mark, _ = path.read_text(encoding="utf-8").partition(MARK)
    if path.parent.name == "regulations":
        written = f"{TITLES[path]}\n{written.partition(NEW_LINE)[2]}"
    assert mark, f"{path} has no mark for its generated part"
    return "\n".join([written + MARK, "", *lines]).rstrip() + "\n"


if __name__ == "__main__":
    for page, text in pages().items():
        page.write_text(text, encoding="utf-8")
