# SPDX-License-Identifier: MIT
"""Every doubt about the text: numbered, with its default and the other views."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import complaint_timescales
from complaint_timescales._provisions import PROVISIONS
from complaint_timescales.interpretations import INTERPRETATIONS, Interpretation

SOURCE = Path(complaint_timescales.__file__).parent
MENTIONED = sorted(
    {
        (number, path.name)
        for path in SOURCE.rglob("*.py")
        for number in re.findall(r"\bI-\d+\b", path.read_text(encoding="utf-8"))
    }
)
REGISTERED = [str(entry.by) for entry in PROVISIONS]
each_entry = pytest.mark.parametrize("entry", INTERPRETATIONS.values(), ids=INTERPRETATIONS)


class TestEntries:
    """Each entry is well formed."""

    def test_they_are_numbered_without_gaps(self) -> None:
        """I-1, I-2 and so on; a number is never used again."""
        assert [f"I-{n}" for n in range(1, len(INTERPRETATIONS) + 1)] == list(INTERPRETATIONS)

    @each_entry
    def test_it_is_found_by_its_number(self, entry: Interpretation) -> None:
        """The key is the number."""
        assert entry is INTERPRETATIONS[entry.number]

    @each_entry
    def test_it_asks_a_question(self, entry: Interpretation) -> None:
        """One sentence, with its mark."""
        assert entry.question.endswith("?")

    @each_entry
    def test_it_says_what_the_text_says_and_what_turns_on_it(self, entry: Interpretation) -> None:
        """Both are sentences."""
        assert (".", ".") == (entry.text_says[-1], entry.effect[-1])

    @each_entry
    def test_it_has_at_least_two_options(self, entry: Interpretation) -> None:
        """Without another view there is no doubt."""
        assert len(entry.options) >= 2

    @each_entry
    def test_its_options_have_names_of_their_own(self, entry: Interpretation) -> None:
        """Written as a fact is."""
        names = [option.name for option in entry.options]

        assert len(names) == len(set(names))
        assert [] == [name for name in names if re.fullmatch(r"[a-z0-9_]+", name) is None]

    @each_entry
    def test_its_options_are_sentences(self, entry: Interpretation) -> None:
        """Each says what it says."""
        assert [] == [option.name for option in entry.options if option.words[-1] != "."]

    @each_entry
    def test_its_default_is_the_first_option(self, entry: Interpretation) -> None:
        """What the library does."""
        assert entry.options[0] is entry.default

    @each_entry
    def test_its_provisions_are_in_the_register(self, entry: Interpretation) -> None:
        """At least one, and each of them a paragraph of the instrument."""
        assert entry.by
        assert [] == [by for by in entry.by if by not in REGISTERED]

    def test_no_question_is_asked_twice(self) -> None:
        """One doubt, one number."""
        questions = [entry.question for entry in INTERPRETATIONS.values()]

        assert len(questions) == len(set(questions))

    def test_the_table_does_not_change(self) -> None:
        """No caller can add a reading."""
        with pytest.raises(TypeError):
            INTERPRETATIONS["I-0"] = INTERPRETATIONS["I-1"]  # type: ignore[index]


class TestMentions:
    """What the source mentions exists."""

    def test_the_source_mentions_some(self) -> None:
        """So the test below has something to try."""
        assert MENTIONED

    @pytest.mark.parametrize(("number", "path"), MENTIONED)
    def test_every_one_that_is_mentioned_exists(self, number: str, path: str) -> None:
        """A comment that names a reading leads to it."""
        assert number in INTERPRETATIONS
