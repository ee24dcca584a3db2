# SPDX-License-Identifier: MIT
"""Conditions are values: each says what it needs in words, and by which provision."""

from __future__ import annotations

import inspect
import pickle

import attrs
import pytest

from complaint_timescales import Citation, events
from complaint_timescales._conditions import (
    After,
    Condition,
    DateAfter,
    DateWithin,
    FactGiven,
    FactIs,
    ReceivedWith,
    Recorded,
    Started,
    TotalWithin,
    Within,
)

# Each condition with its words and its provision.
CONDITIONS: dict[str, tuple[Condition, str, str]] = {
    "a fact has a value": (
        FactIs("both_agreed", (True,), "agreed by both", by="14(1)"),
        "agreed by both",
        "14(1)",
    ),
    "a fact says something": (
        FactGiven("reason", "the reason for accepting it", by="18(2)"),
        "the reason for accepting it",
        "18(2)",
    ),
    "a total has room": (
        TotalWithin(events.LocalResolutionExtended, "working_days", "14(5)", by="14(5)"),
        "'working_days' of at least 1, and no more in all than 14(5) allows",
        "14(5)",
    ),
    "a date lies within a limit": (
        DateWithin("until", "17(6)", by="17(6)(b)"),
        "'until' no later than the last day under 17(6)",
        "17(6)(b)",
    ),
    "a date lies after a limit": (
        DateAfter("until", "17(3)", by="17(6)"),
        "'until' after the last day under 17(3)",
        "17(6)",
    ),
    "a date lies after a start": (
        DateAfter("start", "14(1)", start=True, by="14(4)"),
        "'start' after the start date under 14(1)",
        "14(4)",
    ),
    "the receipt had a fact": (
        ReceivedWith("orally", "representations made orally", by="16(1)"),
        "representations made orally",
        "16(1)",
    ),
    "a clock has started": (Started("14(1)"), "the start date under 14(1) has come", "14(1)"),
    "not after the last day": (Within("18(2)"), "on or before the last day under 18(2)", "18(2)"),
    "after the last day": (After("18(2)"), "after the last day under 18(2)", "18(2)"),
    "an event is recorded": (
        Recorded(events.PanelReportSent, by="20(2)"),
        "panel_report_sent recorded first",
        "20(2)",
    ),
    "an event is not recorded": (
        Recorded(events.PanelReportSent, never=True, by="20(2)"),
        "panel_report_sent not yet recorded",
        "20(2)",
    ),
}
each_condition = pytest.mark.parametrize(
    ("condition", "words", "by"), CONDITIONS.values(), ids=CONDITIONS
)


@each_condition
def test_its_words_say_what_is_needed(condition: Condition, words: str, by: str) -> None:
    """They fit after 'needs this:' in a refusal."""
    assert words == condition.words


@each_condition
def test_it_names_its_provision(condition: Condition, words: str, by: str) -> None:
    """What is given as text becomes a provision with an address."""
    assert (by, Citation) == (condition.by, type(condition.by))


@each_condition
def test_it_is_a_value(condition: Condition, words: str, by: str) -> None:
    """It hashes, compares and pickles, so that it can be drawn, cited and exported."""
    again = pickle.loads(pickle.dumps(condition))

    assert {condition} == {again}


@each_condition
def test_it_does_not_change(condition: Condition, words: str, by: str) -> None:
    """No one can bend a row of the law."""
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        condition.of = "19(4)"  # type: ignore[union-attr,misc]


@each_condition
def test_what_a_row_could_mix_up_has_its_name(condition: Condition, words: str, by: str) -> None:
    """The paragraph, and what turns a condition round, are never given by their place."""
    named = {"by", "never", "start"}
    kinds = {
        parameter.kind
        for name, parameter in inspect.signature(type(condition)).parameters.items()
        if name in named
    }

    assert kinds <= {inspect.Parameter.KEYWORD_ONLY}


def test_its_provision_is_written_the_one_way() -> None:
    """A row cannot cite what is not a provision."""
    with pytest.raises(ValueError, match="is not how a provision is written"):
        FactGiven("reason", "the reason", by="reg 18(2)")
