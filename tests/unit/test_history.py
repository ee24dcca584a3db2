# SPDX-License-Identifier: MIT
"""Clocks over recorded events: runs, start dates, last days, duties and conditions."""

from __future__ import annotations

import inspect
from datetime import date

import pytest

from complaint_timescales import Readings, WorkingDayCalendar, events
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
from complaint_timescales._history import History
from complaint_timescales.readings import procedure_under
from complaint_timescales.regulations import LOCAL_AUTHORITY

ENGLAND = WorkingDayCalendar.england()
RECEIVED = events.RepresentationsReceived(on=date(2025, 1, 6))
ORALLY = events.RepresentationsReceived(on=date(2025, 1, 6), orally=True)
WAIVED = events.LocalResolutionWaived(on=date(2025, 1, 8))
ANSWERED = events.LocalResolutionEnded(on=date(2025, 1, 20))
REQUESTED = events.InvestigationRequested(on=date(2025, 2, 3))
SUSPENDED = events.ConcurrentConsiderationDecided(on=date(2025, 1, 10), ground="court")
ENDED = events.ConcurrentConsiderationEnded(on=date(2025, 6, 2))
RESUBMITTED = events.Resubmitted(on=date(2025, 9, 1))
RESPONDED = events.InvestigationResponseSent(on=date(2025, 3, 10))
NOTICE_CAME = events.InvestigationResponseReceived(on=date(2025, 3, 11))


def history(*happened: events.Event) -> History:
    return History(happened, LOCAL_AUTHORITY, ENGLAND)


def start(found: History, provision: str, run: int = -1) -> tuple[date, str] | None:
    """Day 0 and the provision that fixed it."""
    return found.start_of(LOCAL_AUTHORITY.timescales[provision], run)


def last_days(found: History) -> list[tuple[str, date]]:
    return [(str(deadline.provision), deadline.date) for deadline in found.deadlines()]


class TestRuns:
    """Resubmission ends one run of the procedure and begins the next."""

    @pytest.mark.parametrize(
        ("happened", "expected"),
        [
            ([], [()]),
            ([RECEIVED], [(RECEIVED,)]),
            ([RECEIVED, ANSWERED], [(RECEIVED, ANSWERED)]),
            (
                [RECEIVED, SUSPENDED, ENDED, RESUBMITTED],
                [(RECEIVED, SUSPENDED, ENDED, RESUBMITTED), (RESUBMITTED,)],
            ),
        ],
        ids=["nothing yet", "receipt", "one run", "two runs"],
    )
    def test_it_belongs_to_both(
        self, happened: list[events.Event], expected: list[tuple[events.Event, ...]]
    ) -> None:
        """It meets the limit of the one and is the receipt of the other."""
        assert tuple(expected) == history(*happened).runs

    def test_a_second_suspension_makes_a_third_run(self) -> None:
        """Each resubmission is an edge."""
        again = events.Resubmitted(on=date(2026, 3, 2))
        found = history(RECEIVED, RESUBMITTED, again)

        assert ((RECEIVED, RESUBMITTED), (RESUBMITTED, again), (again,)) == found.runs

    def test_the_receipt_is_the_first_event(self) -> None:
        """Of all runs."""
        assert (RECEIVED, None) == (history(RECEIVED, RESUBMITTED).received, history().received)

    def test_what_it_works_out_is_not_given_to_it(self) -> None:
        """Nobody can put in a last day that does not follow from the events."""
        assert ["events", "procedure", "calendar", "shape"] == list(
            inspect.signature(History).parameters
        )

    def test_one_more_event_makes_another_history(self) -> None:
        """The first stays as it is."""
        before = history(RECEIVED)

        assert ((RECEIVED,), (RECEIVED, ANSWERED)) == (
            before.events,
            before.with_event(ANSWERED).events,
        )


class TestAsKnownOn:
    """What had happened and had been written down by a day."""

    @pytest.mark.parametrize(
        ("day", "expected"),
        [
            (date(2025, 1, 5), 0),
            (date(2025, 1, 6), 1),
            (date(2025, 1, 19), 1),
            (date(2025, 1, 20), 2),
        ],
        ids=str,
    )
    def test_what_had_not_happened_is_left_out(self, day: date, expected: int) -> None:
        """The day itself is taken in."""
        assert (RECEIVED, ANSWERED)[:expected] == history(RECEIVED, ANSWERED).as_known_on(
            day
        ).events

    @pytest.mark.parametrize(
        ("day", "expected"),
        [(date(2025, 1, 20), 1), (date(2025, 1, 30), 1), (date(2025, 1, 31), 2)],
        ids=str,
    )
    def test_what_had_not_been_recorded_is_left_out(self, day: date, expected: int) -> None:
        """Answered on the 20th and written down on the 31st: not known in between."""
        late = events.LocalResolutionEnded(on=date(2025, 1, 20), recorded_on=date(2025, 1, 31))

        assert (RECEIVED, late)[:expected] == history(RECEIVED, late).as_known_on(day).events


class TestStartOf:
    """Day 0 of a clock, and the provision that fixed it."""

    @pytest.mark.parametrize(
        ("happened", "expected"),
        [
            ([RECEIVED], (date(2025, 1, 6), "14(3)(c)")),
            (
                [
                    RECEIVED,
                    events.LaterStartAgreed(on=date(2025, 1, 7), start=date(2025, 1, 13)),
                ],
                (date(2025, 1, 13), "14(4)"),
            ),
            (
                [
                    RECEIVED,
                    events.LaterStartAgreed(on=date(2025, 1, 7), start=date(2025, 1, 20)),
                    events.LaterStartAgreed(on=date(2025, 1, 8), start=date(2025, 1, 13)),
                ],
                (date(2025, 1, 13), "14(4)"),
            ),
            (
                [
                    events.RepresentationsReceived(
                        on=date(2025, 1, 6), interest_decision_needed=True
                    ),
                    events.SufficientInterestDecided(on=date(2025, 1, 9), sufficient=True),
                ],
                (date(2025, 1, 9), "14(3)(a)"),
            ),
            (
                [
                    events.RepresentationsReceived(on=date(2025, 1, 6), advocate_requested=True),
                    events.AdvocateAppointed(on=date(2025, 1, 10)),
                ],
                (date(2025, 1, 10), "14(3)(b)"),
            ),
            (
                [
                    events.RepresentationsReceived(
                        on=date(2025, 1, 6),
                        advocate_requested=True,
                        interest_decision_needed=True,
                    ),
                    events.SufficientInterestDecided(on=date(2025, 1, 9), sufficient=True),
                    events.AdvocateAppointed(on=date(2025, 1, 10)),
                ],
                (date(2025, 1, 10), "14(3)(b)"),
            ),
            (
                [RECEIVED, events.AdvocateAppointed(on=date(2025, 1, 10))],
                (date(2025, 1, 6), "14(3)(c)"),
            ),
        ],
        ids=[
            "receipt",
            "a later start",
            "a second agreement",
            "the decision on interest",
            "the advocate",
            "the later of two",
            "an advocate not asked for",
        ],
    )
    def test_stage_1_starts_by_14(
        self, happened: list[events.Event], expected: tuple[date, str]
    ) -> None:
        """The latest of the dates that apply."""
        assert expected == start(history(*happened), "14(1)")

    @pytest.mark.parametrize(
        ("happened", "expected"),
        [
            ([RECEIVED, WAIVED], (date(2025, 1, 8), "17(4)(a)")),
            ([RECEIVED, ANSWERED, REQUESTED], (date(2025, 2, 3), "17(4)(b)")),
            (
                [
                    ORALLY,
                    ANSWERED,
                    REQUESTED,
                    events.WrittenRecordFinalised(on=date(2025, 2, 14)),
                ],
                (date(2025, 2, 14), "17(5)"),
            ),
        ],
        ids=["the agreement", "the request", "the written record"],
    )
    def test_stage_2_starts_by_17(
        self, happened: list[events.Event], expected: tuple[date, str]
    ) -> None:
        """The record counts just where the representations were oral."""
        assert expected == start(history(*happened), "17(3)")

    @pytest.mark.parametrize(
        ("happened", "provision"),
        [
            ([], "14(1)"),
            (
                [events.RepresentationsReceived(on=date(2025, 1, 6), advocate_requested=True)],
                "14(1)",
            ),
            (
                [
                    events.RepresentationsReceived(
                        on=date(2025, 1, 6),
                        advocate_requested=True,
                        interest_decision_needed=True,
                    ),
                    events.AdvocateAppointed(on=date(2025, 1, 10)),
                ],
                "14(1)",
            ),
            ([ORALLY, ANSWERED, REQUESTED], "17(3)"),
            ([RECEIVED, ANSWERED], "17(3)"),
            ([RECEIVED], "9(1)"),
            ([RECEIVED, WAIVED, RESPONDED], "18(2)"),
            ([RECEIVED, SUSPENDED], "8(5)"),
        ],
        ids=[
            "nothing received",
            "an advocate awaited",
            "one of two awaited",
            "the record awaited",
            "no request",
            "grounds not dated",
            "the notice not received",
            "the concurrent consideration not ended",
        ],
    )
    def test_a_start_that_is_not_known_is_none(
        self, happened: list[events.Event], provision: str
    ) -> None:
        """No clock runs, and no day is made up."""
        assert start(history(*happened), provision) is None

    def test_each_run_has_its_own(self) -> None:
        """No day is carried over."""
        found = history(RECEIVED, SUSPENDED, ENDED, RESUBMITTED)

        assert [(date(2025, 1, 6), "14(3)(c)"), (date(2025, 9, 1), "14(3)(c)")] == [
            start(found, "14(1)", run) for run in (0, 1)
        ]

    def test_without_a_run_the_last_is_meant(self) -> None:
        """Resubmitted on Monday 1 September 2025, and again on Monday 2 March 2026."""
        again = events.Resubmitted(on=date(2026, 3, 2))
        found = history(RECEIVED, RESUBMITTED, again)

        assert (date(2026, 3, 2), "14(3)(c)") == found.start_of(LOCAL_AUTHORITY.timescales["14(1)"])

    def test_the_end_of_a_concurrent_consideration_belongs_to_the_run_before(self) -> None:
        """After the resubmission it starts nothing."""
        found = history(RECEIVED, SUSPENDED, ENDED, RESUBMITTED)

        assert [(date(2025, 6, 2), "8(5)"), None] == [start(found, "8(5)", run) for run in (0, 1)]

    def test_an_advocate_once_appointed_stays_appointed(self) -> None:
        """Resubmitted, the clock does not wait for another."""
        asked = events.RepresentationsReceived(on=date(2025, 1, 6), advocate_requested=True)
        appointed = events.AdvocateAppointed(on=date(2025, 1, 9))
        found = history(asked, appointed, SUSPENDED, ENDED, RESUBMITTED)

        assert (date(2025, 9, 1), "14(3)(c)") == start(found, "14(1)")

    def test_an_interest_is_decided_afresh(self) -> None:
        """Resubmitted, the clock waits for the decision again."""
        other = events.RepresentationsReceived(on=date(2025, 1, 6), interest_decision_needed=True)
        decided = events.SufficientInterestDecided(on=date(2025, 1, 9), sufficient=True)
        found = history(other, decided, SUSPENDED, ENDED, RESUBMITTED)

        assert start(found, "14(1)") is None


class TestDeadlines:
    """Last days over the events."""

    def test_they_stand_in_the_order_of_the_starts(self) -> None:
        """Received Monday 6 January 2025: Monday 20; requested Monday 3 February: 10 March."""
        assert [("14(1)", date(2025, 1, 20)), ("17(3)", date(2025, 3, 10))] == last_days(
            history(RECEIVED, ANSWERED, REQUESTED)
        )

    def test_an_extension_in_time_takes_the_place_of_the_limit(self) -> None:
        """Three and then two days more from Monday 20 January 2025: Monday 27."""
        found = history(
            RECEIVED,
            events.LocalResolutionExtended(on=date(2025, 1, 8), working_days=3),
            events.LocalResolutionExtended(on=date(2025, 1, 9), working_days=2),
        )

        assert [("14(5)", date(2025, 1, 27))] == last_days(found)

    def test_an_extension_too_late_stands_beside_the_limit(self) -> None:
        """On Tuesday 11 March 2025 the limit of Monday 10 had passed."""
        late = events.InvestigationExtended(
            on=date(2025, 3, 11), until=date(2025, 5, 8), reason="interviews"
        )

        assert [("17(3)", date(2025, 3, 10)), ("17(6)", date(2025, 5, 8))] == [
            (name, day)
            for name, day in last_days(history(RECEIVED, ANSWERED, REQUESTED, late))
            if name != "14(1)"
        ]

    @pytest.mark.parametrize(
        ("notified", "expected"),
        [
            (date(2025, 3, 10), ("17(6)", date(2025, 5, 1))),
            (date(2025, 3, 11), ("17(3)", date(2025, 3, 10))),
        ],
        ids=["on the last day", "the day after"],
    )
    def test_an_extension_too_late_can_be_read_to_do_nothing(
        self, notified: date, expected: tuple[str, date]
    ) -> None:
        """I-5, void: Monday 10 March 2025 is the 25th working day, and still in time."""
        law = procedure_under(LOCAL_AUTHORITY, Readings.of({"I-5": "void"}))
        notice = events.InvestigationExtended(
            on=notified, until=date(2025, 5, 1), reason="interviews"
        )
        found = History((RECEIVED, ANSWERED, REQUESTED, notice), law, ENGLAND)

        assert [("14(1)", date(2025, 1, 20)), expected] == last_days(found)

    def test_a_duty_that_ended_before_it_began_has_no_last_day(self) -> None:
        """Withdrawn on Monday 3 February 2025, and on that day the request came in after all."""
        withdrawn = events.Withdrawn(on=date(2025, 2, 3))

        assert [("14(1)", date(2025, 1, 20))] == last_days(
            history(RECEIVED, ANSWERED, withdrawn, REQUESTED)
        )

    def test_a_row_that_extends_is_no_limit_of_its_own(self) -> None:
        """It moves the last day of another."""
        one = LOCAL_AUTHORITY.timescales["17(6)"]

        assert () == history(RECEIVED, ANSWERED, REQUESTED).deadlines([one])

    def test_what_met_it_and_what_ended_it_are_told_apart(self) -> None:
        """Answered is met; suspended is ended."""
        met = history(RECEIVED, ANSWERED).deadlines()[0]
        ceased = history(RECEIVED, SUSPENDED).deadlines()[0]

        assert ((date(2025, 1, 20), None), (None, date(2025, 1, 10))) == (
            (met.met_on, met.ceased_on),
            (ceased.met_on, ceased.ceased_on),
        )

    def test_others_can_be_read_over_the_same_events(self) -> None:
        """A timetable that is not the procedure's."""
        one = LOCAL_AUTHORITY.timescales["14(1)"]

        assert ["14(1)"] == [d.provision for d in history(RECEIVED, WAIVED).deadlines([one])]


class TestSavedVersions:
    """What 2020 softened goes on for a case whose stage 2 ran in that time."""

    @pytest.mark.parametrize(
        ("request_on", "sent_on", "expected"),
        [
            (date(2020, 9, 25), date(2020, 10, 20), True),
            (date(2020, 9, 26), date(2020, 10, 20), False),
            (date(2020, 3, 2), date(2020, 4, 24), True),
            (date(2020, 3, 2), date(2020, 4, 23), False),
            (date(2020, 6, 1), date(2020, 7, 1), True),
        ],
        ids=[
            "began on the last day",
            "began the day after",
            "ended on the first day",
            "ended the day before",
            "within",
        ],
    )
    def test_stage_2_ran_on_one_of_its_days(
        self, request_on: date, sent_on: date, expected: bool
    ) -> None:
        """24 April to 25 September 2020; the notice came in October 2020, for November."""
        found = history(
            events.RepresentationsReceived(on=date(2020, 2, 3)),
            events.InvestigationRequested(on=request_on),
            events.InvestigationResponseSent(on=sent_on),
            events.InvestigationResponseReceived(on=date(2020, 10, 21)),
        )
        last = found.deadlines()[-1]

        assert (date(2020, 11, 18), expected) == (last.date, bool(last.softened_by))


class TestObligations:
    """Duties without a number."""

    def test_they_arise_on_the_day_of_their_event(self) -> None:
        """Four on receipt, and one on withdrawal."""
        found = history(RECEIVED, events.Withdrawn(on=date(2025, 1, 9)))

        assert [
            ("11(1)(a)(i)", date(2025, 1, 6), None),
            ("11(1)(a)(ii)", date(2025, 1, 6), None),
            ("11(1)(b)(i)", date(2025, 1, 6), None),
            ("11(1)(b)(ii)", date(2025, 1, 6), None),
            ("7(2)", date(2025, 1, 9), None),
        ] == [(due.obligation.by, due.since, due.met_on) for due in found.obligations()]

    @pytest.mark.parametrize(
        ("receipt", "expected"),
        [(RECEIVED, []), (ORALLY, [(date(2025, 2, 3), date(2025, 2, 14))])],
        ids=["in writing", "orally"],
    )
    def test_some_arise_just_from_oral_representations(
        self, receipt: events.Event, expected: list[tuple[date, date]]
    ) -> None:
        """A written record of what is written already is not asked for."""
        record = events.WrittenRecordFinalised(on=date(2025, 2, 14))
        found = history(receipt, ANSWERED, REQUESTED, record).obligations()

        assert expected == [(d.since, d.met_on) for d in found if d.obligation.by == "16(2)"]


class TestUnmet:
    """What was found instead of what a condition asks; None where it holds."""

    @pytest.mark.parametrize(
        ("condition", "event", "expected"),
        [
            (
                FactIs("both_agreed", (True,), "agreed", by="14(1)"),
                WAIVED,
                None,
            ),
            (
                FactIs("both_agreed", (True,), "agreed", by="14(1)"),
                events.LocalResolutionWaived(on=date(2025, 1, 8), both_agreed=False),
                "both_agreed is False",
            ),
            (
                FactGiven("reason", "the reason", by="18(2)"),
                events.LatePanelRequestAccepted(on=date(2025, 1, 8), reason="in hospital"),
                None,
            ),
            (
                FactGiven("reason", "the reason", by="18(2)"),
                events.LatePanelRequestAccepted(on=date(2025, 1, 8), reason=" \n"),
                "reason is empty",
            ),
        ],
        ids=["a fact", "not the fact", "a text", "an empty text"],
    )
    def test_a_fact_of_the_event(
        self, condition: Condition, event: events.Event, expected: str | None
    ) -> None:
        """The event itself answers."""
        assert expected == history(RECEIVED).unmet(condition, event)

    @pytest.mark.parametrize(
        ("earlier", "this", "expected"),
        [
            ([], 1, None),
            ([], 10, None),
            ([], 11, "it is 11, and 11 in all of the 10 that there are"),
            ([], 0, "it is 0, and 0 in all of the 10 that there are"),
            ([], -1, "it is -1, and -1 in all of the 10 that there are"),
            ([6], 4, None),
            ([6], 5, "it is 5, and 11 in all of the 10 that there are"),
            ([4, 6], 1, "it is 1, and 11 in all of the 10 that there are"),
        ],
        ids=str,
    )
    def test_a_total_over_the_run(
        self, earlier: list[int], this: int, expected: str | None
    ) -> None:
        """What 14(5) has over 14(1): ten days, in one extension or in several."""
        condition = TotalWithin(events.LocalResolutionExtended, "working_days", "14(5)", by="14(5)")
        found = history(
            RECEIVED,
            *(
                events.LocalResolutionExtended(on=date(2025, 1, 7), working_days=number)
                for number in earlier
            ),
        )
        event = events.LocalResolutionExtended(on=date(2025, 1, 8), working_days=this)

        assert expected == found.unmet(condition, event)

    @pytest.mark.parametrize(
        ("added", "expected"),
        [(9, None), (10, "it is 1, and 11 in all of the 10 that there are")],
    )
    def test_a_total_has_room_while_one_day_is_left(self, added: int, expected: str | None) -> None:
        """Before there is an event, one day is asked for."""
        condition = TotalWithin(events.LocalResolutionExtended, "working_days", "14(5)", by="14(5)")
        earlier = events.LocalResolutionExtended(on=date(2025, 1, 7), working_days=added)

        assert expected == history(RECEIVED, earlier).unmet_on(condition, date(2025, 1, 8))

    def test_what_was_added_before_a_resubmission_does_not_count(self) -> None:
        """The procedure begins afresh."""
        condition = TotalWithin(events.LocalResolutionExtended, "working_days", "14(5)", by="14(5)")
        ten = events.LocalResolutionExtended(on=date(2025, 1, 7), working_days=10)
        again = events.LocalResolutionExtended(on=date(2025, 9, 2), working_days=10)

        assert history(RECEIVED, ten, SUSPENDED, ENDED, RESUBMITTED).unmet(condition, again) is None

    @pytest.mark.parametrize(
        ("condition", "until", "expected"),
        [
            (DateAfter("until", "17(3)", by="17(6)"), date(2025, 3, 11), None),
            (
                DateAfter("until", "17(3)", by="17(6)"),
                date(2025, 3, 10),
                "until is Monday 10 March 2025, and the last day is Monday 10 March 2025",
            ),
            (DateWithin("until", "17(6)", by="17(6)(b)"), date(2025, 5, 8), None),
            (
                DateWithin("until", "17(6)", by="17(6)(b)"),
                date(2025, 5, 9),
                "until is Friday 9 May 2025, and the last day is Thursday 8 May 2025",
            ),
        ],
        ids=["after", "not after", "within", "beyond"],
    )
    def test_a_date_against_a_last_day(
        self, condition: Condition, until: date, expected: str | None
    ) -> None:
        """Requested on Monday 3 February 2025: Monday 10 March, and Thursday 8 May.

        Thirteen weeks end on Monday 5 May; 18 and 21 April and 5 May are off.
        """
        event = events.InvestigationExtended(on=date(2025, 2, 10), until=until, reason="interviews")

        assert expected == history(RECEIVED, ANSWERED, REQUESTED).unmet(condition, event)

    @pytest.mark.parametrize(
        ("agreed", "expected"),
        [
            (date(2025, 1, 7), None),
            (
                date(2025, 1, 6),
                "start is Monday 6 January 2025, and the start date is Monday 6 January 2025",
            ),
        ],
        ids=["after", "not after"],
    )
    def test_a_date_against_a_start(self, agreed: date, expected: str | None) -> None:
        """Received on Monday 6 January 2025."""
        event = events.LaterStartAgreed(on=date(2025, 1, 6), start=agreed)
        condition = DateAfter("start", "14(1)", start=True, by="14(4)")

        assert expected == history(RECEIVED).unmet(condition, event)

    def test_a_date_against_a_clock_that_has_no_start_is_not_held_against_it(self) -> None:
        """An advocate is awaited, and there is nothing to measure by."""
        asked = events.RepresentationsReceived(on=date(2025, 1, 6), advocate_requested=True)
        event = events.LaterStartAgreed(on=date(2025, 1, 6), start=date(2025, 1, 6))
        condition = DateAfter("start", "14(1)", start=True, by="14(4)")

        assert history(asked).unmet(condition, event) is None

    @pytest.mark.parametrize(
        "condition",
        [
            DateAfter("start", "14(1)", start=True, by="14(4)"),
            DateAfter("start", "14(1)", by="14(4)"),
            DateWithin("start", "14(1)", by="14(4)"),
            Within("14(1)"),
        ],
        ids=["after the start", "after the last day", "within", "not after the last day"],
    )
    def test_nor_against_one_that_waits_for_a_decision(self, condition: Condition) -> None:
        """Received late on 6 January 2025, and not accepted: nobody knows when stage 1 starts."""
        law = procedure_under(LOCAL_AUTHORITY, Readings.of({"I-22": "acceptance"}))
        late = events.RepresentationsReceived(on=date(2025, 1, 6), grounds_arose=date(2024, 1, 5))
        event = events.LaterStartAgreed(on=date(2025, 1, 6), start=date(2024, 12, 2))

        assert History((late,), law, ENGLAND).unmet(condition, event) is None

    def test_nor_against_one_that_has_not_started(self) -> None:
        """Stage 2 was not asked for yet: there is no 65th day to name a date within."""
        event = events.InvestigationExtended(
            on=date(2025, 1, 20), until=date(2025, 12, 1), reason="illness"
        )
        condition = DateWithin("until", "17(6)", by="17(6)(b)")

        assert history(RECEIVED, ANSWERED).unmet(condition, event) is None

    @pytest.mark.parametrize(
        ("receipt", "expected"), [(ORALLY, None), (RECEIVED, "they were not")], ids=["so", "not so"]
    )
    def test_a_fact_of_the_receipt(self, receipt: events.Event, expected: str | None) -> None:
        """How the representations came in."""
        condition = ReceivedWith("orally", "made orally", by="16(1)")

        assert expected == history(receipt).unmet(condition, WAIVED)

    @pytest.mark.parametrize(
        ("happened", "never", "expected"),
        [
            ([ENDED], False, None),
            ([], False, "it is not recorded"),
            ([], True, None),
            ([ENDED], True, "it is recorded already"),
            ([ENDED, RESUBMITTED], False, "it is not recorded"),
        ],
        ids=["recorded", "not recorded", "never", "already", "in an earlier run"],
    )
    def test_an_event_of_the_run(
        self, happened: list[events.Event], never: bool, expected: str | None
    ) -> None:
        """What was recorded before a resubmission is another run's."""
        condition = Recorded(events.ConcurrentConsiderationEnded, never=never, by="8(4)")

        assert expected == history(RECEIVED, *happened).unmet_on(condition, date(2025, 9, 2))

    @pytest.mark.parametrize(
        ("happened", "day", "expected"),
        [
            ([RECEIVED], date(2025, 1, 6), None),
            (
                [
                    RECEIVED,
                    events.LaterStartAgreed(on=date(2025, 1, 7), start=date(2025, 1, 13)),
                ],
                date(2025, 1, 12),
                "the stage 1 start date is Monday 13 January 2025",
            ),
            (
                [
                    RECEIVED,
                    events.LaterStartAgreed(on=date(2025, 1, 7), start=date(2025, 1, 13)),
                ],
                date(2025, 1, 13),
                None,
            ),
            (
                [events.RepresentationsReceived(on=date(2025, 1, 6), advocate_requested=True)],
                date(2025, 1, 31),
                "the stage 1 start date is not fixed yet",
            ),
        ],
        ids=["from that day", "before it", "on it", "not known"],
    )
    def test_a_clock_that_has_started(
        self, happened: list[events.Event], day: date, expected: str | None
    ) -> None:
        """On the start date itself it has."""
        assert expected == history(*happened).unmet_on(Started("14(1)"), day)

    @pytest.mark.parametrize(
        ("day", "within", "after"),
        [
            (date(2025, 4, 7), None, "the last day is Tuesday 8 April 2025"),
            (date(2025, 4, 8), None, "the last day is Tuesday 8 April 2025"),
            (date(2025, 4, 9), "the last day was Tuesday 8 April 2025", None),
        ],
        ids=["the day before", "the day", "the day after"],
    )
    def test_the_time_for_a_right(self, day: date, within: str | None, after: str | None) -> None:
        """Received on Tuesday 11 March 2025, four weeks end on Tuesday 8 April."""
        found = history(RECEIVED, WAIVED, RESPONDED, NOTICE_CAME)

        assert (within, after) == (
            found.unmet_on(Within("18(2)"), day),
            found.unmet_on(After("18(2)"), day),
        )

    def test_the_time_for_a_right_in_the_last_run(self) -> None:
        """Resubmitted a second time on Monday 2 March 2026: ten working days end on Monday 16."""
        again = events.Resubmitted(on=date(2026, 3, 2))
        found = history(RECEIVED, RESUBMITTED, again)

        assert [None, "the last day was Monday 16 March 2026"] == [
            found.unmet_on(Within("14(1)"), day) for day in (date(2026, 3, 16), date(2026, 3, 17))
        ]

    def test_the_time_for_a_right_that_is_not_known_to_run(self) -> None:
        """What is not known to be late is neither refused as late nor accepted as late."""
        found = history(RECEIVED, WAIVED, RESPONDED)

        assert (
            None,
            "the day on which the complainant received the notice is not recorded, so nothing "
            "shows that it is late",
        ) == (
            found.unmet_on(Within("18(2)"), date(2025, 12, 1)),
            found.unmet_on(After("18(2)"), date(2025, 12, 1)),
        )

    def test_softened_time_is_never_certainly_over(self) -> None:
        """Received on Friday 1 May 2020; 8 and 25 May are off, so Tuesday 2 June, or later."""
        found = history(
            events.RepresentationsReceived(on=date(2020, 3, 2)),
            events.LocalResolutionWaived(on=date(2020, 3, 2)),
            events.InvestigationResponseSent(on=date(2020, 5, 1)),
            events.InvestigationResponseReceived(on=date(2020, 5, 1)),
        )

        assert (None, "the last day is Tuesday 2 June 2020") == (
            found.unmet_on(Within("18(2)"), date(2020, 7, 1)),
            found.unmet_on(After("18(2)"), date(2020, 7, 1)),
        )
