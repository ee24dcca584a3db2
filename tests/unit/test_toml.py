# SPDX-License-Identifier: MIT
"""TOML from outside: read, or refused before it costs anything."""

from __future__ import annotations

import sys

import pytest

from complaint_timescales._toml import toml_document


class TestDocuments:
    """What is written."""

    def test_it_is_read(self) -> None:
        found = toml_document(
            "a.b = 1\n[[c]]\nd = [1, [2, -9_223_372_036_854_775_808]]\ne = true\n"
        )

        assert {"a": {"b": 1}, "c": [{"d": [1, [2, -(2**63)]], "e": True}]} == found

    @pytest.mark.parametrize("deep", [1, 29])
    def test_it_may_be_nested(self, deep: int) -> None:
        """Two more are the table of the key, and the document."""
        assert "a" in toml_document(f"a = {'[' * deep}{']' * deep}")

    def test_a_line_may_have_two_hundred_full_stops(self) -> None:
        assert {"a": "." * 200} == toml_document(f'a = "{"." * 200}"')


class TestRefusals:
    """What no document of ours has."""

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("a = ", "Invalid value"),
            pytest.param(
                f"a = {'[' * 10_000}",
                "it is nested too deeply",
                marks=pytest.mark.skipif(
                    sys.platform == "emscripten", reason="a browser has a stack of its own"
                ),
            ),
            (f"a = {'[' * 40}{']' * 40}", "it is nested too deeply"),
            (f"a{'.a' * 40} = 1", "it is nested too deeply"),
            (f"b = 1\na{'.a' * 201} = 1", "line 2 has more than 200 full stops"),
            ("a = 9_223_372_036_854_775_808", "a number has more than 64 bits"),
            ("a = [{ b = -9_223_372_036_854_775_809 }]", "a number has more than 64 bits"),
            (f"a = 0x{'f' * 5000}", "a number has more than 64 bits"),
            (f"a = {'9' * 5000}", "limit"),
            ("a = 1\na = 2", "overwrite"),
        ],
    )
    def test_it_is_refused_with_its_reason(self, text: str, words: str) -> None:
        with pytest.raises(ValueError, match=words):
            toml_document(text)
