# SPDX-License-Identifier: MIT
"""The checks that events share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import attrs
import pytest

from complaint_timescales import DatesOutOfOrder, InvalidDate, InvalidFact
from complaint_timescales import _facts as facts
from complaint_timescales._vocabulary import Ground, OmbudsmanDecision, StageOutcome


@attrs.frozen(kw_only=True)
class Sample:
    """What the checks are tried on: one field for each of them."""

    name = "sample"

    on: date = attrs.field(default=date(2025, 1, 6), validator=facts.a_date)
    known: Any = attrs.field(default=None, validator=facts.a_date_or_none)
    earlier: Any = attrs.field(default=None, validator=facts.no_later_than_on)
    later: Any = attrs.field(default=None, validator=facts.no_earlier_than_on)
    truth: Any = attrs.field(default=False, validator=facts.true_or_false)
    maybe: Any = attrs.field(default=None, validator=facts.true_false_or_none)
    words: Any = attrs.field(default="", validator=facts.text)
    remark: Any = attrs.field(default=None, validator=facts.text_or_none)
    number: Any = attrs.field(default=0, validator=facts.whole_number)


class TestKinds:
    """Each check takes its kind and refuses the others with the value as written."""

    @pytest.mark.parametrize(
        "given",
        [
            {"on": date(2024, 2, 29)},
            {"known": date(2024, 2, 29)},
            {"known": None},
            {"truth": True},
            {"maybe": False},
            {"maybe": None},
            {"words": "interviews"},
            {"words": ""},
            {"remark": None},
            {"remark": "by letter"},
            {"number": 10},
            {"number": -1},
        ],
        ids=str,
    )
    def test_its_kind_is_taken_as_it_is(self, given: dict[str, Any]) -> None:
        """No value is changed on the way."""
        ((fact, value),) = given.items()

        assert value == getattr(Sample(**given), fact)

    @pytest.mark.parametrize(
        ("fact", "value", "needed"),
        [
            ("truth", 1, "True or False"),
            ("truth", None, "True or False"),
            ("truth", "true", "True or False"),
            ("maybe", 0, "True or False"),
            ("words", None, "text"),
            ("words", 5, "text"),
            ("remark", 5, "text"),
            ("remark", b"by letter", "text"),
            ("number", True, "a whole number"),
            ("number", 10.0, "a whole number"),
            ("number", "10", "a whole number"),
            ("number", None, "a whole number"),
        ],
        ids=repr,
    )
    def test_another_kind_is_refused(self, fact: str, value: Any, needed: str) -> None:
        """The error names the fact, the kind that is needed and the value as written."""
        with pytest.raises(InvalidFact) as caught:
            Sample(**{fact: value})

        assert (
            f"{needed} is needed, not {type(value).__name__}",
            f"sample.{fact}",
            value,
            f"Pass {needed}",
        ) == (caught.value.what, caught.value.where, caught.value.written, caught.value.remedy)

    @pytest.mark.parametrize("fact", ["on", "known"])
    def test_what_is_no_date_is_refused_by_its_name(self, fact: str) -> None:
        """The error says which fact of which event it is."""
        written: Any = "2025-01-06"
        with pytest.raises(InvalidDate) as caught:
            Sample(**{fact: written})

        assert (f"sample.{fact}", "2025-01-06") == (caught.value.where, caught.value.written)


class TestOrder:
    """A date that can lie on one side of the event alone is held to it."""

    @pytest.mark.parametrize(
        "given",
        [
            {"earlier": None},
            {"earlier": date(2025, 1, 5)},
            {"earlier": date(2025, 1, 6)},
            {"later": None},
            {"later": date(2025, 1, 6)},
            {"later": date(2025, 1, 7)},
        ],
        ids=str,
    )
    def test_the_right_side_and_the_day_itself_are_taken(self, given: dict[str, Any]) -> None:
        """The event is on Monday 6 January 2025."""
        ((fact, value),) = given.items()

        assert value == getattr(Sample(**given), fact)

    @pytest.mark.parametrize(
        ("given", "expected"),
        [
            (
                {"earlier": date(2025, 1, 7)},
                "sample: earlier, Tuesday 7 January 2025, cannot be after the day of the event, "
                "Monday 6 January 2025. Check both dates against the file",
            ),
            (
                {"later": date(2025, 1, 5)},
                "sample: later, Sunday 5 January 2025, cannot be before the day of the event, "
                "Monday 6 January 2025. Check both dates against the file",
            ),
        ],
        ids=["the day after", "the day before"],
    )
    def test_the_wrong_side_is_refused_with_both_dates(
        self, given: dict[str, Any], expected: str
    ) -> None:
        """Neither is taken for the wrong one."""
        with pytest.raises(DatesOutOfOrder) as caught:
            Sample(**given)

        assert expected == str(caught.value)


class TestWords:
    """A word of a closed set, from itself or from its text."""

    @pytest.mark.parametrize(
        ("convert", "value", "expected"),
        [
            (facts.a_ground, "court", Ground.COURT),
            (facts.a_ground, Ground.CRIMINAL_PROCEEDINGS, Ground.CRIMINAL_PROCEEDINGS),
            (facts.a_decision, "premature", OmbudsmanDecision.PREMATURE),
            (facts.a_finding_or_none, "partly_upheld", StageOutcome.PARTLY_UPHELD),
            (facts.a_finding_or_none, None, None),
        ],
        ids=["ground", "ground itself", "decision", "finding", "no finding"],
    )
    def test_it_is_the_member(
        self, convert: Callable[[object], object], value: object, expected: object
    ) -> None:
        """Text as the case document writes it, or the member."""
        assert expected is convert(value)

    @pytest.mark.parametrize(
        "value", ["Court", "tribunal", "", None, 1, ["court"], StageOutcome.UPHELD], ids=repr
    )
    def test_any_other_word_is_refused_with_those_there_are(self, value: object) -> None:
        """Spelling is not guessed at, and no other closed set is drawn on."""
        with pytest.raises(InvalidFact) as caught:
            facts.a_ground(value)

        assert value == caught.value.written
        assert (
            "Write 'court', 'disciplinary', 'criminal_investigation' or 'criminal_proceedings'"
        ) == caught.value.remedy

    def test_a_finding_is_not_a_decision(self) -> None:
        """Words that are spelt alike in two sets stay apart."""
        with pytest.raises(InvalidFact, match="not a known decision"):
            facts.a_decision(StageOutcome.UPHELD)
