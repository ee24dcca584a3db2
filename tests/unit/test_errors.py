# SPDX-License-Identifier: MIT
"""Errors have fields first, and a message made of the fields."""

from __future__ import annotations

import copy
import pickle
import sys
from datetime import date

import pytest

import complaint_timescales
from complaint_timescales import (
    Case,
    ComplaintTimescalesError,
    ConditionNotMet,
    Stage,
    StepNotOpen,
    events,
)

CASE = Case("CSC-0042", [events.RepresentationsReceived(on=date(2025, 1, 6))])
CLASSES = [
    value
    for value in (getattr(complaint_timescales, name) for name in complaint_timescales.__all__)
    if isinstance(value, type) and issubclass(value, ComplaintTimescalesError)
]


def refusal(event: events.Event) -> ComplaintTimescalesError:
    with pytest.raises(ComplaintTimescalesError) as caught:
        CASE.record(event)
    return caught.value


class TestFields:
    """What, where, as written, by which rule, what to do."""

    def test_every_field_is_kept(self) -> None:
        """A program reads the fields and never the message."""
        error = ComplaintTimescalesError(
            "it is wrong", where="row 3", written="x", rule="14(1)", remedy="Mend it"
        )

        assert ("it is wrong", "row 3", "x", "14(1)", "Mend it") == (
            error.what,
            error.where,
            error.written,
            error.rule,
            error.remedy,
        )

    @pytest.mark.skipif(sys.platform == "emscripten", reason="a browser has a stack of its own")
    def test_what_is_too_long_to_show_is_named_by_its_type(self) -> None:
        """A number of more digits than Python writes, and lists nested beyond its stack."""
        nested: list[object] = []
        for _ in range(100_000):
            nested = [nested]

        assert [
            "odd; as written: a value of type int that is too long to show",
            "odd; as written: a value of type list that is too long to show",
        ] == [str(ComplaintTimescalesError("odd", written=each)) for each in (10**5000, nested)]

    def test_what_is_not_given_is_empty(self) -> None:
        """Just what is wrong has to be said."""
        error = ComplaintTimescalesError("it is wrong")

        assert ("", None, "", "") == (error.where, error.written, error.rule, error.remedy)

    @pytest.mark.parametrize(
        ("fields", "expected"),
        [
            ({}, "it is wrong"),
            ({"where": "row 3"}, "row 3: it is wrong"),
            ({"written": "x"}, "it is wrong; as written: 'x'"),
            ({"written": 0}, "it is wrong; as written: 0"),
            ({"rule": "14(1)"}, "it is wrong (14(1))"),
            ({"remedy": "Mend it"}, "it is wrong. Mend it"),
            (
                {"where": "row 3", "written": "x", "rule": "14(1)", "remedy": "Mend it"},
                "row 3: it is wrong; as written: 'x' (14(1)). Mend it",
            ),
        ],
        ids=["what", "where", "written", "nought as written", "rule", "remedy", "all"],
    )
    def test_the_message_is_made_of_the_fields(self, fields: dict[str, str], expected: str) -> None:
        """Where, what, the value as written, the rule, and what to do, in that order."""
        assert expected == str(ComplaintTimescalesError("it is wrong", **fields))


class TestEveryClass:
    """Each error is of the one base and survives pickling."""

    @pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
    def test_it_is_of_the_one_base(self, kind: type[ComplaintTimescalesError]) -> None:
        """A caller can catch the base of the library, or ValueError."""
        assert issubclass(kind, ComplaintTimescalesError)
        assert issubclass(kind, ValueError)

    def test_none_is_forgotten_here(self) -> None:
        """Thirteen kinds of errors are exported."""
        assert [
            "ComplaintTimescalesError",
            "ConditionNotMet",
            "DatesOutOfOrder",
            "InvalidCount",
            "InvalidDate",
            "InvalidDocument",
            "InvalidFact",
            "InvalidHoliday",
            "InvalidReading",
            "InvalidTable",
            "OutsideCalendar",
            "StepNotOpen",
            "UnknownProvision",
        ] == sorted(kind.__name__ for kind in CLASSES)

    @pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
    @pytest.mark.parametrize(
        "again",
        [lambda error: pickle.loads(pickle.dumps(error)), copy.copy, copy.deepcopy],
        ids=["pickled", "copied", "deeply copied"],
    )
    def test_it_arrives_with_its_fields(self, kind: type, again: type) -> None:
        """A worker process can raise it, and the one that asked can read it."""
        error = kind("it is wrong", where="row 3", written=5, rule="14(1)", remedy="Mend it")
        arrived = again(error)

        assert (kind, str(error), vars(error)) == (type(arrived), str(arrived), vars(arrived))


class TestRefusals:
    """The two refusals of a step carry what the case knew."""

    def test_a_step_that_is_not_open_pickles_with_its_fields(self) -> None:
        """The stage, the step, what is open and from where."""
        error = refusal(events.PanelMet(on=date(2025, 1, 7)))
        arrived = pickle.loads(pickle.dumps(error))

        assert isinstance(arrived, StepNotOpen)
        assert vars(error) == vars(arrived)
        assert (Stage.STAGE_1_OPEN, "panel_met") == (arrived.stage, arrived.step)
        assert (Stage.STAGE_3_REQUESTED, Stage.STAGE_3_PANEL_MET) == arrived.open_from

    def test_a_condition_that_is_not_met_pickles_with_its_fields(self) -> None:
        """The condition is the value in the row, with its provision."""
        error = refusal(events.LocalResolutionExtended(on=date(2025, 1, 7), working_days=11))
        arrived = pickle.loads(pickle.dumps(error))

        assert isinstance(arrived, ConditionNotMet)
        assert vars(error) == vars(arrived)
        assert ("14(5)", "it is 11, and 11 in all of the 10 that there are") == (
            arrived.condition.by,
            arrived.found,
        )
