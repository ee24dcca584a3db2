# SPDX-License-Identifier: MIT
"""The events of a run, each found by its kind."""

from __future__ import annotations

import pickle
from datetime import date

from complaint_timescales import Case, WorkingDayCalendar, events
from complaint_timescales._history import History
from complaint_timescales._kinds import Occurrence
from complaint_timescales._runs import Run, asked_of, facts_of, followed_by
from complaint_timescales.regulations import LOCAL_AUTHORITY

RECEIVED = events.RepresentationsReceived(on=date(2025, 1, 6))
NO_WORD = events.PanelRequested(on=date(2025, 3, 3), reasons_given=False)
REQUESTED = events.PanelRequested(on=date(2025, 3, 4))
MET = events.PanelMet(on=date(2025, 4, 1))
AGAIN = events.PanelMet(on=date(2025, 4, 8))
RESUBMITTED = events.Resubmitted(on=date(2025, 5, 1))


def runs_of(happened: list[events.Event], runs: tuple[Run, ...] = (Run(),)) -> tuple[Run, ...]:
    for event in happened:
        runs = followed_by(runs, type(event), facts_of(event))
    return runs


COMPLETE = Occurrence(events.PanelRequested, "reasons_given")
MEETING = Occurrence(events.PanelMet)


class TestPlaces:
    """An event is found among its kind, in the part of the run that is asked about."""

    (RUN,) = runs_of([RECEIVED, NO_WORD, REQUESTED, MET, AGAIN])

    def test_the_first_whose_fact_holds_is_found(self) -> None:
        assert 2 == self.RUN.find([COMPLETE], 0, 5)

    def test_of_several_kinds_the_earliest_is_found(self) -> None:
        assert 2 == self.RUN.find([MEETING, COMPLETE], 0, 5)

    def test_nothing_is_found_before_the_first_or_after_the_last_place(self) -> None:
        assert (None, 4) == (self.RUN.find([MEETING], 0, 3), self.RUN.find([MEETING], 4, 5))

    def test_the_last_is_found_below_where_the_search_stops(self) -> None:
        assert (4, 3) == (self.RUN.find_last([MEETING], 5), self.RUN.find_last([MEETING], 4))

    def test_the_last_can_be_the_first_of_all(self) -> None:
        assert 0 == self.RUN.find_last([Occurrence(events.RepresentationsReceived)], 5)

    def test_of_several_kinds_the_latest_is_found(self) -> None:
        assert 4 == self.RUN.find_last([MEETING, COMPLETE], 5)

    def test_a_date_that_is_not_given_is_missed_where_it_belongs(self) -> None:
        """The receipt does not say when the grounds arose; of the request nobody asks."""
        assert (True, False) == (
            self.RUN.lacks(0, "grounds_arose"),
            self.RUN.lacks(1, "grounds_arose"),
        )

    def test_what_is_neither_true_nor_false_is_asked_of_an_event_too(self) -> None:
        """The two limbs of 9(2) can be left open."""
        assert (("not_reasonable_in_time", "still_effective_and_fair"), ()) == asked_of(
            events.LateRepresentationsAccepted
        )

    def test_what_has_not_happened_has_no_place(self) -> None:
        assert None is self.RUN.find_last([Occurrence(events.Withdrawn)], 5)


class TestRuns:
    """A resubmission ends one run, and begins the next."""

    def test_one_without_an_event_has_neither_begun_with_one_nor_ended(self) -> None:
        assert (0, 0, False, False) == (Run().start, Run().own, Run().resumed, Run().ended)

    def test_it_stands_in_both(self) -> None:
        """The second event of three: the last of the first run, and the first of the next."""
        first, second = runs_of([RECEIVED, RESUBMITTED, MET])

        assert ((0, 2), (1, 3)) == ((first.start, first.stop), (second.start, second.stop))
        assert (1, 3) == (first.own, second.own)

    def test_one_event_more_leaves_the_runs_before_it_as_they_were(self) -> None:
        before = runs_of([RECEIVED])
        after = runs_of([MET], before)

        assert (1, 2) == (before[0].stop, after[0].stop)
        assert events.PanelMet not in before[0].places


class TestFacts:
    """What tells one event of a kind from another: its true or false, and dates not given."""

    def test_a_date_that_is_not_given_starts_nothing(self) -> None:
        given = events.RepresentationsReceived(
            on=date(2025, 1, 6), grounds_arose=date(2024, 12, 2), recorded_on=date(2025, 1, 7)
        )
        (without,), (with_one,) = runs_of([RECEIVED]), runs_of([given])

        assert (True, False) == (
            without.lacks(0, "grounds_arose"),
            with_one.lacks(0, "grounds_arose"),
        )
        assert not without.lacks(0, "on")

    def test_a_kind_of_event_can_have_none(self) -> None:
        assert {} == facts_of(RESUBMITTED)

    def test_words_and_numbers_are_left_out(self) -> None:
        assert {"stage_2_independent_person_sat": False} == facts_of(MET)


class TestWhatIsKept:
    """What was worked out from the events is no part of what a history or a case is."""

    def test_a_history_pickles_to_its_events(self) -> None:
        history = History((RECEIVED,), LOCAL_AUTHORITY, WorkingDayCalendar.england())
        last_days = [deadline.date for deadline in history.deadlines()]
        again = pickle.loads(pickle.dumps(history))

        assert [date(2025, 1, 20)] == last_days
        assert last_days == [deadline.date for deadline in again.deadlines()]

    def test_a_case_that_was_asked_is_the_case_that_was_not(self) -> None:
        asked, fresh = Case("CSC-0042", [RECEIVED]), Case("CSC-0042", [RECEIVED])

        assert asked.deadlines() is asked.deadlines()  # worked out once
        assert asked == fresh
        assert asked == pickle.loads(pickle.dumps(asked))

    def test_a_case_that_was_pickled_goes_on(self) -> None:
        again = pickle.loads(pickle.dumps(Case("CSC-0042", [RECEIVED])))

        assert [date(2025, 1, 20)] == [deadline.date for deadline in again.deadlines()]
