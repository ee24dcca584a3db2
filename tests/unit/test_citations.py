# SPDX-License-Identifier: MIT
"""Provisions are written one way, and each has its address."""

from __future__ import annotations

import pickle

import pytest

from complaint_timescales import Citation, ComplaintTimescalesError
from complaint_timescales._citations import INSTRUMENT_URL, Elsewhere

HERE = "https://www.legislation.gov.uk/uksi/2006/1738/regulation/"
# Written, its parts, its address: worked from the page of the regulation on legislation.gov.uk.
WRITTEN = {
    "6": (("6",), f"{HERE}6"),
    "19(4)": (("19", "4"), f"{HERE}19#regulation-19-4"),
    "14(3)(b)": (("14", "3", "b"), f"{HERE}14#regulation-14-3-b"),
    "10(c)": (("10", "c"), f"{HERE}10#regulation-10-c"),
    "11(1)(a)(ii)": (("11", "1", "a", "ii"), f"{HERE}11#regulation-11-1-a-ii"),
}


class TestCitation:
    """A provision of the Regulations is text of one form."""

    @pytest.mark.parametrize("text", WRITTEN)
    def test_it_equals_and_hashes_as_its_text(self, text: str) -> None:
        """It is found in a mapping under plain text."""
        assert {text: True}[Citation(text)]

    @pytest.mark.parametrize(("text", "expected"), WRITTEN.items(), ids=WRITTEN)
    def test_its_parts_go_down_from_the_regulation(
        self, text: str, expected: tuple[tuple[str, ...], str]
    ) -> None:
        """Numbers and letters without their brackets; the first is the regulation."""
        citation = Citation(text)

        assert (expected[0], expected[0][0]) == (citation.parts, citation.regulation)

    @pytest.mark.parametrize(("text", "expected"), WRITTEN.items(), ids=WRITTEN)
    def test_its_address_is_that_of_the_paragraph(
        self, text: str, expected: tuple[tuple[str, ...], str]
    ) -> None:
        """The page of the regulation, at the paragraph."""
        assert expected[1] == Citation(text).url

    def test_the_address_of_the_instrument_is_the_register_of_record(self) -> None:
        """SI 2006/1738."""
        assert INSTRUMENT_URL == "https://www.legislation.gov.uk/uksi/2006/1738"

    def test_its_repr_is_valid_python(self) -> None:
        """Paste it, and it is the same provision."""
        assert repr(Citation("19(4)")) == "Citation('19(4)')"

    def test_it_is_law(self) -> None:
        """What is not a provision says otherwise."""
        assert Citation("19(4)").is_law

    def test_it_pickles_to_itself(self) -> None:
        """It travels as what it is, not as plain text."""
        arrived = pickle.loads(pickle.dumps(Citation("19(4)")))

        assert (Citation("19(4)"), Citation) == (arrived, type(arrived))

    @pytest.mark.parametrize(
        "text",
        [
            "", "19 (4)", " 19(4)", "19(4)\n", "reg 19(4)", "19.4", "19(4", "19()", "119(4)",
            "19(A)", "4(19)(19)", "(4)", "19(4)(b)(b)(i)",
        ],
        ids=repr,
    )  # fmt: skip
    def test_any_other_form_is_refused(self, text: str) -> None:
        """One spelling, so that one search finds everything."""
        with pytest.raises(ValueError, match="is not how a provision is written"):
            Citation(text)

    @pytest.mark.parametrize("text", ["09(1)", "9(01)", "\uff11\uff19(4)", "0"], ids=ascii)
    def test_a_number_has_one_spelling(self, text: str) -> None:
        """No leading nought and no digits of another script."""
        with pytest.raises(ValueError, match="is not how a provision is written"):
            Citation(text)

    def test_the_refusal_is_an_error_of_the_library(self) -> None:
        """Whoever catches the base catches this one."""
        with pytest.raises(ComplaintTimescalesError):
            Citation("reg 19(4)")


class TestElsewhere:
    """A source that is not the Regulations is never mistaken for them."""

    def test_it_is_not_law(self) -> None:
        """Statute, guidance and practice are told apart."""
        assert not Elsewhere("practice: mediation").is_law

    def test_it_equals_its_text(self) -> None:
        """It exports as text."""
        assert Elsewhere("practice: mediation") == "practice: mediation"

    def test_its_repr_is_valid_python(self) -> None:
        """Paste it, and it is the same source."""
        assert repr(Elsewhere("practice")) == "Elsewhere('practice')"
