# SPDX-License-Identifier: MIT
"""Histories with the same kinds of events in the same order have one shape, worked out once."""

from __future__ import annotations

import functools
import inspect
from datetime import date

import attrs
import pytest

from complaint_timescales import Case, Readings, WorkingDayCalendar, events
from complaint_timescales import _shapes as shapes
from complaint_timescales._history import History
from complaint_timescales._runs import facts_of
from complaint_timescales._shapes import Shape, no_events
from complaint_timescales.readings import procedure_under
from complaint_timescales.regulations import LOCAL_AUTHORITY

RECEIVED = events.RepresentationsReceived(on=date(2025, 1, 6))
ORALLY = events.RepresentationsReceived(on=date(2025, 1, 6), orally=True)
LATER = events.RepresentationsReceived(on=date(2025, 3, 3), note="by post")
REQUESTED = events.InvestigationRequested(on=date(2025, 2, 3))


def shape(*happened: events.Event) -> Shape:
    return functools.reduce(Shape.after, happened, no_events(LOCAL_AUTHORITY))


class TestSameness:
    """The kinds of the events and the facts that are true or false make the shape."""

    def test_neither_days_nor_notes_matter(self) -> None:
        assert shape(RECEIVED, REQUESTED) is shape(LATER, REQUESTED)

    def test_a_fact_does(self) -> None:
        assert shape(RECEIVED, REQUESTED) is not shape(ORALLY, REQUESTED)

    def test_a_date_that_is_given_does(self) -> None:
        """Without the day on which the grounds arose there is no limit under 9(1)."""
        arose = attrs.evolve(RECEIVED, grounds_arose=date(2024, 12, 2))

        assert (None, True) == (
            shape(RECEIVED).under("9(1)"),
            shape(arose).under("9(1)") is not None,
        )

    def test_no_event_is_kept(self) -> None:
        """A shape outlives the case that made it, and nothing of the case stays in it."""
        noted = events.PanelMet(on=date(2025, 1, 6), note="the child's name")
        (places,) = shape(noted).runs[0].places.values()

        assert ((0, {"stage_2_independent_person_sat": False}),) == places

    def test_the_receipt_is_the_first_there_is(self) -> None:
        """No other event is taken for it, and no second receipt."""
        found = shape(REQUESTED).received, shape(REQUESTED, ORALLY, RECEIVED).received

        assert (None, (1, facts_of(ORALLY))) == found

    def test_what_it_works_out_is_not_given_to_it(self) -> None:
        """Nobody can put in an answer that does not follow from the events."""
        assert ["tree", "runs", "received"] == list(inspect.signature(Shape).parameters)


class TestClocks:
    """Which events fix a start and end a duty follows from the shape."""

    def test_without_a_run_the_last_is_meant(self) -> None:
        """Two resubmissions make three runs."""
        again = events.Resubmitted(on=date(2026, 3, 2))
        third = shape(RECEIVED, events.Resubmitted(on=date(2025, 9, 1)), again)
        found = third.under("14(1)"), third.clock(LOCAL_AUTHORITY.timescales["14(1)"])

        assert [2, 2] == [clock.run for clock in found if clock is not None]

    def test_the_places_are_found_once(self) -> None:
        clock = shape(RECEIVED, REQUESTED).under("17(3)")

        assert clock is not None
        assert [(1, "on", "17(4)(b)", None)] == list(clock.fixes)
        assert clock is shape(LATER, REQUESTED).under("17(3)")

    @pytest.mark.parametrize(
        ("arose", "expected"),
        [
            (date(2024, 1, 5), (date(2025, 2, 3), "9(2)")),
            (date(2024, 1, 6), (date(2025, 1, 6), "14(3)(c)")),
        ],
        ids=["late by a day", "on the last day"],
    )
    def test_a_rule_for_the_late_is_left_to_the_days(
        self, arose: date, expected: tuple[date, str]
    ) -> None:
        """One shape: received on 6 January 2025, and accepted as late, rightly or not, in February.

        Where the acceptance starts the clock (I-22), it does so for what was late alone.
        """
        law = procedure_under(LOCAL_AUTHORITY, Readings.of({"I-22": "acceptance"}))
        happened = (
            attrs.evolve(RECEIVED, grounds_arose=arose),
            events.LateRepresentationsAccepted(on=date(2025, 2, 3)),
        )
        history = History(happened, law, WorkingDayCalendar.england())

        assert expected == history.start_of(law.timescales["14(1)"])

    def test_an_extension_can_have_rules_of_its_own_for_its_start(self) -> None:
        """Equal rules, read otherwise row by row: twenty days from Monday 3 February 2025."""
        case = Case(
            "CSC-0042",
            (
                attrs.evolve(RECEIVED, grounds_arose=date(2024, 1, 5)),
                events.LateRepresentationsAccepted(on=date(2025, 2, 3)),
                events.LocalResolutionExtended(on=date(2025, 2, 10), working_days=10),
            ),
            readings=Readings.of({"I-22": "acceptance"}),
        )
        law = procedure_under(LOCAL_AUTHORITY, case.readings)

        assert law.timescales["14(1)"].runs_from is not law.timescales["14(5)"].runs_from
        assert date(2025, 3, 3) == case.deadlines()[-1].date


class TestHowManyAreKept:
    """The shapes of a procedure are kept up to a number; then the tree begins again."""

    def test_what_is_full_begins_again(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Two are kept; the third is made and not kept; the next history finds an empty tree."""
        monkeypatch.setattr(shapes, "MOST_KEPT", 2)
        small = attrs.evolve(LOCAL_AUTHORITY, name="kept for this test")
        first = no_events(small)
        second = first.after(RECEIVED).after(REQUESTED)

        assert second is first.after(RECEIVED).after(REQUESTED)
        assert second.after(REQUESTED) is not second.after(REQUESTED)
        assert first is not no_events(small)
        assert (no_events(small), 0) == (no_events(small)._tree.root, no_events(small)._tree.kept)

    def test_the_answers_are_the_same(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Ten working days from Monday 6 January 2025, whatever is kept."""
        monkeypatch.setattr(shapes, "MOST_KEPT", 0)
        case = Case("CSC-0042", [RECEIVED])

        assert [date(2025, 1, 20)] == [deadline.date for deadline in case.deadlines()]
