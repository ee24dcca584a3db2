# SPDX-License-Identifier: MIT
"""From the instrument to the register, to the rows, to the tests, and back."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from complaint_timescales import Citation
from complaint_timescales._citations import Elsewhere
from complaint_timescales._kinds import Procedure, citations_in
from complaint_timescales._provisions import PROVISIONS, Disposition, Provision
from complaint_timescales.regulations import LOCAL_AUTHORITY
from complaint_timescales.variants import FOSTERING, PROCEDURES, VOLUNTARY

REGULATION_TESTS = Path(__file__).parents[1] / "regulations"
# Every paragraph of SI 2006/1738, read off its page on legislation.gov.uk. The lists of functions
# in 3(2), 4 and 5 stand as one each.
PARAGRAPHS = """
1(1) 1(2)
2
3(1) 3(2)
4
5
6
7(1) 7(2)
8(1) 8(1)(a) 8(1)(b) 8(1)(c) 8(1)(d) 8(2) 8(3) 8(4) 8(5)
9(1) 9(2) 9(2)(a) 9(2)(b)
10(a) 10(b) 10(c)
11(1) 11(1)(a) 11(1)(a)(i) 11(1)(a)(ii) 11(1)(b) 11(1)(b)(i) 11(1)(b)(ii)
12(1) 12(2) 12(3) 12(4) 12(5)
13(1) 13(2) 13(2)(a) 13(2)(b) 13(2)(c) 13(3) 13(4) 13(4)(a) 13(4)(b)
14(1) 14(2) 14(3) 14(3)(a) 14(3)(b) 14(3)(c) 14(4) 14(5)
15(1) 15(2)
16(1) 16(1)(a) 16(1)(b) 16(2) 16(2)(a) 16(2)(b) 16(2)(c) 16(3)
17(1) 17(1)(a) 17(1)(b) 17(2) 17(3) 17(4) 17(4)(a) 17(4)(b) 17(5) 17(6) 17(6)(a) 17(6)(b)
17(7) 17(7)(a) 17(7)(b) 17(8) 17(8)(a) 17(8)(b)
18(1) 18(2)
19(1) 19(2) 19(3) 19(4) 19(5) 19(5)(a) 19(5)(a)(i) 19(5)(a)(ii) 19(5)(a)(iii) 19(5)(b) 19(6)
20(1) 20(1)(a) 20(1)(b) 20(2) 20(2)(a) 20(2)(b) 20(2)(c) 20(2)(d) 20(3) 20(3)(a) 20(3)(b)
21 21(a) 21(b) 21(c) 21(d)
22(1) 22(2) 22(2)(a) 22(2)(b) 22(2)(c) 22(2)(c)(i) 22(2)(c)(ii) 22(2)(d)
23(1) 23(2)
24(1) 24(2) 24(3) 24(4) 24(5) 24(6) 24(7) 24(8)
25(1) 25(2)
"""
INSTRUMENT = PARAGRAPHS.split()
REGISTER = {str(entry.by): entry for entry in PROVISIONS}
ENCODED = {by: e for by, e in REGISTER.items() if e.disposition is Disposition.ENCODED}
# What the rows of every procedure rest on, and what the variants themselves rest on.
CITED = {
    str(by)
    for procedure in PROCEDURES.values()
    for row in procedure.rows
    for by in citations_in(row)
    if isinstance(by, Citation)
} | {str(VOLUNTARY.by), str(FOSTERING.by)}
ADDRESS = re.compile(
    r"https://www\.legislation\.gov\.uk/uksi/2006/1738/regulation/"
    r"(?P<number>[1-9]\d?)(?:#regulation-(?P=number)(?:-(?:[1-9]\d?|[a-z]|[ivx]+))+)?"
)
WRITTEN = re.compile(r"[1-9]\d?(?:\([1-9]\d?\))?(?:\([a-z]\))?(?:\([ivx]+\))?")


def marks(text: str) -> set[str]:
    """The paragraphs that the tests in a module are marked with."""
    return {
        argument.value
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "pytest.mark.reg"
        for argument in node.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    }


MARKED = {
    mark
    for path in sorted(REGULATION_TESTS.glob("test_*.py"))
    for mark in marks(path.read_text(encoding="utf-8"))
}


def covers(mark: str, by: str) -> bool:
    """Whether a mark is for a paragraph: its own, or one that it is part of."""
    return by == mark or by.startswith(f"{mark}(")


class TestRegister:
    """Every paragraph of the instrument, and what became of it."""

    def test_it_lists_every_paragraph_once_and_in_order(self) -> None:
        """As the instrument does."""
        assert INSTRUMENT == [str(entry.by) for entry in PROVISIONS]

    @pytest.mark.parametrize(
        "entry",
        [entry for entry in PROVISIONS if entry.disposition is not Disposition.ENCODED],
        ids=lambda entry: entry.by,
    )
    def test_what_is_not_encoded_has_a_reason(self, entry: Provision) -> None:
        """A sentence, and no row to point to."""
        assert entry.remark.strip().endswith(".")
        assert entry.through is None

    @pytest.mark.parametrize("by", ENCODED)
    def test_what_is_encoded_says_where(self, by: str) -> None:
        """A remark for the reader of the page."""
        assert ENCODED[by].remark.strip().endswith(".")

    @pytest.mark.parametrize("by", ENCODED)
    def test_what_is_encoded_has_a_row(self, by: str) -> None:
        """Its own, or that of the paragraph through which it is encoded."""
        assert str(ENCODED[by].through or by) in CITED

    @pytest.mark.parametrize(
        "entry", [entry for entry in PROVISIONS if entry.through], ids=lambda entry: entry.by
    )
    def test_what_is_encoded_through_another_has_no_row_of_its_own(self, entry: Provision) -> None:
        """The detour is taken just where it is needed."""
        assert entry.by not in CITED
        assert entry.through in REGISTER


class TestRows:
    """What the rows rest on."""

    @pytest.mark.parametrize("by", sorted(CITED))
    def test_its_paragraph_is_encoded_by_the_register(self, by: str) -> None:
        """No row rests on what is not listed, or on what is said not to be encoded."""
        assert by in REGISTER
        assert REGISTER[by].disposition in {Disposition.ENCODED, Disposition.CALENDAR}

    @pytest.mark.parametrize("procedure", PROCEDURES.values(), ids=PROCEDURES)
    def test_what_is_not_law_is_no_paragraph(self, procedure: Procedure) -> None:
        """A source elsewhere is never written as a provision."""
        cited = {by for row in procedure.rows for by in citations_in(row)}
        sources = [by for by in cited if isinstance(by, Elsewhere)]

        assert [] == [by for by in sources if WRITTEN.fullmatch(by)]

    def test_the_rows_of_a_provision_are_found_in_order(self) -> None:
        """Each regulation stands once, after those before it; what is beside it stands last."""
        numbers = [regulation.number for regulation in LOCAL_AUTHORITY.regulations]

        assert [*sorted(numbers[:-1], key=int), ""] == numbers


class TestTests:
    """Every row is tried by a test that names its paragraph."""

    @pytest.mark.parametrize("by", sorted(CITED))
    def test_its_paragraph_has_a_test(self, by: str) -> None:
        """Marked with it, or with the paragraph that it is part of."""
        assert [mark for mark in MARKED if covers(mark, by)]

    @pytest.mark.parametrize("mark", sorted(MARKED))
    def test_a_mark_names_a_paragraph(self, mark: str) -> None:
        """Written the one way, and in the instrument."""
        assert mark == Citation(mark)
        assert [by for by in INSTRUMENT if covers(mark, by)]

    @pytest.mark.parametrize(
        ("mark", "by", "expected"),
        [
            ("17(6)", "17(6)", True),
            ("17(6)", "17(6)(a)", True),
            ("17", "17(6)(a)", True),
            ("17(6)(a)", "17(6)", False),
            ("1", "17(6)", False),
        ],
        ids=["itself", "its part", "the regulation", "the whole", "another number"],
    )
    def test_a_mark_covers_its_parts(self, mark: str, by: str, expected: bool) -> None:
        """And neither the whole nor a number that it begins."""
        assert expected is covers(mark, by)

    def test_marks_are_read_off_classes_and_methods(self) -> None:
        """Whatever they stand on."""
        text = (
            '@pytest.mark.reg("19(4)")\nclass TestOne:\n'
            '    @pytest.mark.reg("19(2)")\n    def test_two(self): pass\n'
        )

        assert {"19(4)", "19(2)"} == marks(text)


class TestAddresses:
    """Every provision has its place on legislation.gov.uk."""

    @pytest.mark.parametrize("by", sorted({*REGISTER, *CITED}))
    def test_it_is_of_the_right_form(self, by: str) -> None:
        """The page of the regulation, at the paragraph."""
        found = ADDRESS.fullmatch(Citation(by).url)

        assert found is not None
        assert Citation(by).regulation == found["number"]
