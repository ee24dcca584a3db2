# SPDX-License-Identifier: MIT
"""A case: an immutable history of dated events, and what follows from it."""

from __future__ import annotations

import copy
import datetime as dt
import pickle
from collections.abc import Callable
from datetime import date
from typing import Any

import attrs
import pytest

from complaint_timescales import (
    Case,
    ConditionNotMet,
    DatesOutOfOrder,
    InvalidDate,
    InvalidFact,
    Outcome,
    OutsideCalendar,
    Stage,
    StepNotOpen,
    WorkingDayCalendar,
    events,
)
from complaint_timescales.events import Event
from complaint_timescales.guidance import LOCAL_CLOCKS, TIMETABLE
from complaint_timescales.variants import FOSTERING_LIMITS

RECEIVED = events.RepresentationsReceived(on=date(2025, 1, 6))
ANSWERED = events.LocalResolutionEnded(on=date(2025, 1, 20))
REQUESTED = events.InvestigationRequested(on=date(2025, 2, 3))
EXTENDED = events.InvestigationExtended(
    on=date(2025, 3, 10), until=date(2025, 5, 8), reason="interviews"
)
SENT = events.InvestigationResponseSent(on=date(2025, 5, 8))
NOTICE_CAME = events.InvestigationResponseReceived(on=date(2025, 5, 8))
PANEL_REQUESTED = events.PanelRequested(on=date(2025, 6, 6))
MET = events.PanelMet(on=date(2025, 7, 18))
REPORT_SENT = events.PanelReportSent(on=date(2025, 7, 25))
REPORT_CAME = events.PanelReportReceived(on=date(2025, 7, 25))
CONCLUDED = events.PanelResponseSent(on=date(2025, 8, 15))
WHOLE = (
    RECEIVED, ANSWERED, REQUESTED, EXTENDED, SENT, NOTICE_CAME, PANEL_REQUESTED, MET,
    REPORT_SENT, REPORT_CAME, CONCLUDED,
)  # fmt: skip
OPEN = Case("CSC-0042", [RECEIVED])
DONE = Case("CSC-0042", WHOLE)
WAITING = Case("CSC-0042", WHOLE[:6])
PENDING = OPEN.record(events.LaterStartAgreed(on=date(2025, 1, 7), start=date(2025, 1, 20)))
NO_DATES = pytest.mark.parametrize(
    "value", [dt.datetime(2025, 1, 6), "2025-01-06", 20250106], ids=["datetime", "text", "number"]
)


@attrs.frozen(kw_only=True)
class Hearing(Event):
    """An event that the Regulations do not know of."""


def found(case: Case, as_at: date | None = None) -> list[tuple[str, date, date, bool, int]]:
    """Each breach: its provision, the last day, the late day, whether done, and days over."""
    return [(str(b.provision), b.due, b.until, b.done, b.days_over) for b in case.breaches(as_at)]


class TestMaking:
    """A case is made of a reference and events in order."""

    def test_an_empty_case_has_received_nothing(self) -> None:
        """There is nothing to be late with."""
        case = Case("CSC-0042")

        assert (Stage.NOT_RECEIVED, (), (), (), ()) == (
            case.stage,
            case.events,
            case.deadlines(),
            case.assessments(),
            case.breaches(),
        )

    def test_it_is_the_same_whether_made_at_once_or_step_by_step(self) -> None:
        """What it is follows from its events alone."""
        case = Case("CSC-0042")
        for event in WHOLE:
            case = case.record(event)

        assert (DONE, DONE.stage, hash(DONE)) == (case, case.stage, hash(case))

    def test_events_can_come_in_any_iterable(self) -> None:
        """They are kept as a tuple."""
        assert (RECEIVED, ANSWERED) == Case("CSC-0042", iter([RECEIVED, ANSWERED])).events

    @pytest.mark.parametrize("reference", ["", "  ", None, 42, ["CSC-0042"]], ids=repr)
    def test_a_reference_is_text_that_says_something(self, reference: Any) -> None:
        """A breach must be able to say whose it is."""
        with pytest.raises(InvalidFact) as caught:
            Case(reference)

        assert ("Case.reference", "a case needs a reference", reference) == (
            caught.value.where,
            caught.value.what,
            caught.value.written,
        )

    @pytest.mark.parametrize(
        "event",
        ["panel_met", None, date(2025, 1, 6), events.PanelMet, Hearing(on=date(2025, 1, 6)), {}],
        ids=["name", "None", "date", "class", "an event of another's", "mapping"],
    )
    @pytest.mark.parametrize(
        "given",
        [OPEN.record, OPEN.insert, lambda event: Case("CSC-0042", [event])],
        ids=["record", "insert", "make"],
    )
    def test_what_is_no_event_is_refused(self, given: Callable[[Any], Case], event: object) -> None:
        """The error says what to make one of."""
        with pytest.raises(InvalidFact) as caught:
            given(event)

        assert (
            "Case.record",
            "an event is needed",
            event,
            "Make one from complaint_timescales.events, such as PanelMet(on=...)",
        ) == (caught.value.where, caught.value.what, caught.value.written, caught.value.remedy)

    def test_the_last_day_of_the_calendar_is_a_day_like_another(self) -> None:
        """31 December 2100 has its place; the day after is outside the calendar."""
        case = Case("CSC-0042", [events.RepresentationsReceived(on=date(2100, 12, 31))])

        assert case.stage is Stage.STAGE_1_OPEN
        with pytest.raises(OutsideCalendar):
            Case("CSC-0042", [events.RepresentationsReceived(on=date(2101, 1, 1))])

    def test_a_history_that_has_no_place_is_no_case(self) -> None:
        """The refusal names the event by its number."""
        with pytest.raises(StepNotOpen, match="case CSC-0042, event 2, on Friday 18 July 2025"):
            Case("CSC-0042", [RECEIVED, MET])

    def test_it_goes_by_the_procedure_that_is_given(self) -> None:
        """For fostering limits there is no decision on interest."""
        other = events.RepresentationsReceived(on=date(2025, 1, 6), interest_decision_needed=True)

        assert Case("CSC-0042", [other]).stage is Stage.AWAITING_INTEREST_DECISION
        with pytest.raises(ConditionNotMet):
            Case("CSC-0042", [other], procedure=FOSTERING_LIMITS)


class TestValue:
    """A case never changes; it compares, hashes, pickles and prints."""

    @pytest.mark.parametrize("name", ["reference", "events", "stage", "calendar", "procedure"])
    def test_nothing_can_be_assigned(self, name: str) -> None:
        """Not even by those who share it."""
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(OPEN, name, None)

    def test_recording_leaves_the_case_as_it_is(self) -> None:
        """There are two cases afterwards."""
        case = Case("CSC-0042", [RECEIVED])
        longer = case.record(ANSWERED)

        assert ((RECEIVED,), Stage.STAGE_1_OPEN) == (case.events, case.stage)
        assert ((RECEIVED, ANSWERED), Stage.STAGE_1_UNRESOLVED) == (longer.events, longer.stage)

    def test_a_refusal_leaves_the_case_as_it_is(self) -> None:
        """It can go on as if nothing had been tried."""
        case = Case("CSC-0042", [RECEIVED])
        with pytest.raises(StepNotOpen):
            case.record(MET)

        assert (OPEN, Stage.STAGE_1_OPEN) == (case, case.stage)

    @pytest.mark.parametrize(
        "other",
        [
            Case("CSC-0043", [RECEIVED]),
            Case("CSC-0042", [RECEIVED, ANSWERED]),
            Case("CSC-0042", [RECEIVED], procedure=FOSTERING_LIMITS),
            Case(
                "CSC-0042",
                [RECEIVED],
                calendar=WorkingDayCalendar.england(
                    extra_holidays={date(2027, 6, 11): "Centenary"}
                ),
            ),
            "CSC-0042",
        ],
        ids=["reference", "events", "procedure", "calendar", "text"],
    )
    def test_one_difference_is_enough(self, other: object) -> None:
        """Reference, events, procedure and calendar all count."""
        assert other != OPEN

    @pytest.mark.parametrize(
        "again",
        [lambda case: pickle.loads(pickle.dumps(case)), copy.copy, copy.deepcopy],
        ids=["pickled", "copied", "deeply copied"],
    )
    def test_a_copy_is_the_same_case(self, again: Callable[[Case], Case]) -> None:
        """With the same stage, the same last days and the same document."""
        arrived = again(DONE)

        assert (DONE, DONE.stage, hash(DONE)) == (arrived, arrived.stage, hash(arrived))
        assert (DONE.deadlines(), DONE.to_json()) == (arrived.deadlines(), arrived.to_json())

    def test_a_copy_can_go_on(self) -> None:
        """It is a case like any other."""
        arrived = pickle.loads(pickle.dumps(OPEN))

        assert OPEN.record(ANSWERED) == arrived.record(ANSWERED)

    def test_its_repr_is_valid_python(self) -> None:
        """Paste it, and it is the same case."""
        names = {name: getattr(events, name) for name in dir(events)} | {
            "Case": Case,
            "datetime": dt,
        }

        assert OPEN == eval(repr(OPEN), names)  # noqa: S307  # the claim itself


class TestRecord:
    """One more event, on the day of the last or after it."""

    def test_events_of_one_day_stand_in_the_order_given(self) -> None:
        """Received, waived, answered and read on one day."""
        day = date(2025, 1, 6)
        happened = (
            events.RepresentationsReceived(on=day),
            events.LocalResolutionWaived(on=day),
            events.InvestigationResponseSent(on=day),
            events.InvestigationResponseReceived(on=day),
        )

        assert (happened, Stage.STAGE_2_RESPONDED) == (
            Case("CSC-0042", happened).events,
            Case("CSC-0042", happened).stage,
        )

    def test_an_event_before_the_last_is_refused(self) -> None:
        """With both events and days, and the way to put it in its place."""
        with pytest.raises(DatesOutOfOrder) as caught:
            OPEN.record(events.AdvocateAppointed(on=date(2025, 1, 5)))

        assert (
            "case CSC-0042, event 2: advocate_appointed on Sunday 5 January 2025 comes before "
            "representations_received on Monday 6 January 2025 (events are recorded in the order "
            "of their days). If it came to be known late, use case.insert(event)"
        ) == str(caught.value)

    @pytest.mark.parametrize("day", [date(2006, 8, 31), date(2101, 1, 1)], ids=str)
    def test_a_day_outside_the_calendar_is_refused(self, day: date) -> None:
        """Nothing is known about working days there."""
        with pytest.raises(OutsideCalendar):
            Case("CSC-0042").record(events.RepresentationsReceived(on=day))

    def test_a_late_act_is_accepted_and_is_a_breach(self) -> None:
        """Lateness is a finding, never a refusal: due Monday 20 January, answered in March."""
        case = OPEN.record(events.LocalResolutionEnded(on=date(2025, 3, 3)))

        assert (Stage.STAGE_1_UNRESOLVED, ["14(1)"]) == (case.stage, [b[0] for b in found(case)])


class TestInsert:
    """What came to be known late goes to its place by its day."""

    def test_everything_is_worked_out_afresh(self) -> None:
        """Five more days, agreed on Thursday 9 January: Monday 27 in place of Monday 20."""
        extended = events.LocalResolutionExtended(
            on=date(2025, 1, 9), working_days=5, recorded_on=date(2025, 2, 3)
        )
        case = OPEN.record(events.LocalResolutionEnded(on=date(2025, 1, 27)))
        after = case.insert(extended)

        assert [("14(1)", date(2025, 1, 20), date(2025, 1, 27), True, 5)] == found(case)
        assert (case.events[0], extended, case.events[1]) == after.events
        assert [] == found(after)

    def test_it_stands_after_others_of_its_day(self) -> None:
        """They were there first."""
        offered = events.MediationOffered(on=date(2025, 1, 20))

        assert (RECEIVED, ANSWERED, offered, REQUESTED) == Case(
            "CSC-0042", [RECEIVED, ANSWERED, REQUESTED]
        ).insert(offered).events

    def test_it_can_come_first_or_last(self) -> None:
        """Into an empty case, and at the end."""
        case = Case("CSC-0042").insert(RECEIVED).insert(ANSWERED)

        assert (RECEIVED, ANSWERED) == case.events

    def test_a_place_where_it_cannot_stand_is_refused(self) -> None:
        """Nothing comes before receipt."""
        with pytest.raises(StepNotOpen, match="event 1, on Friday 3 January 2025"):
            OPEN.insert(events.MediationOffered(on=date(2025, 1, 3)))

    def test_calendar_and_procedure_stay(self) -> None:
        """The case goes by what it went by."""
        calendar = WorkingDayCalendar.england(extra_holidays={date(2025, 1, 10): "Closed"})
        case = Case("CSC-0042", [RECEIVED], calendar=calendar, procedure=FOSTERING_LIMITS)
        after = case.insert(ANSWERED)

        assert (calendar, FOSTERING_LIMITS) == (after.calendar, after.procedure)


class TestCorrect:
    """One event in place of another."""

    @pytest.mark.parametrize(
        ("wrong", "right", "expected"),
        [
            (
                ANSWERED,
                events.LocalResolutionEnded(on=date(2025, 1, 21)),
                (RECEIVED, events.LocalResolutionEnded(on=date(2025, 1, 21)), REQUESTED),
            ),
            (
                RECEIVED,
                events.RepresentationsReceived(on=date(2025, 1, 7)),
                (events.RepresentationsReceived(on=date(2025, 1, 7)), ANSWERED, REQUESTED),
            ),
            (
                REQUESTED,
                events.InvestigationRequested(on=date(2025, 2, 4)),
                (RECEIVED, ANSWERED, events.InvestigationRequested(on=date(2025, 2, 4))),
            ),
        ],
        ids=["one between", "the first", "the last"],
    )
    def test_it_stands_in_its_place(
        self, wrong: Event, right: Event, expected: tuple[Event, ...]
    ) -> None:
        """Whichever event it was, even the one on which the others rest."""
        case = Case("CSC-0042", [RECEIVED, ANSWERED, REQUESTED])

        assert expected == case.correct(wrong, right).events

    def test_a_fact_can_be_corrected_among_events_of_one_day(self) -> None:
        """The order of the day stays as it was."""
        day = date(2025, 1, 6)
        case = Case(
            "CSC-0042",
            [events.RepresentationsReceived(on=day), events.LocalResolutionWaived(on=day)],
        )
        orally = events.RepresentationsReceived(on=day, orally=True)
        corrected = case.correct(case.events[0], orally)

        assert ((orally, case.events[1]), Stage.STAGE_2_PENDING_RECORD) == (
            corrected.events,
            corrected.stage,
        )

    def test_a_corrected_day_moves_the_event(self) -> None:
        """Mediation was offered before the answer and not after it."""
        case = Case("CSC-0042", [RECEIVED, ANSWERED, events.MediationOffered(on=date(2025, 1, 22))])
        right = events.MediationOffered(on=date(2025, 1, 8))

        assert (RECEIVED, right, ANSWERED) == case.correct(case.events[2], right).events

    def test_everything_is_worked_out_afresh(self) -> None:
        """Answered on Tuesday 21 January and not on Monday 20: late by one day."""
        case = Case("CSC-0042", [RECEIVED, ANSWERED])
        late = case.correct(ANSWERED, events.LocalResolutionEnded(on=date(2025, 1, 21)))

        assert ([], [("14(1)", date(2025, 1, 20), date(2025, 1, 21), True, 1)]) == (
            found(case),
            found(late),
        )

    def test_an_event_that_is_not_in_the_case_is_refused(self) -> None:
        """The error says whose case it is not in."""
        with pytest.raises(InvalidFact) as caught:
            OPEN.correct(ANSWERED, REQUESTED)

        assert ("case CSC-0042", "the event to correct is not in the case", ANSWERED) == (
            caught.value.where,
            caught.value.what,
            caught.value.written,
        )

    def test_what_it_is_corrected_to_must_be_an_event(self) -> None:
        """The case stays as it is."""
        with pytest.raises(InvalidFact, match="an event is needed"):
            OPEN.correct(RECEIVED, "received")  # type: ignore[arg-type]

    def test_a_correction_that_has_no_place_is_refused(self) -> None:
        """A request for stage 2 cannot become a meeting of the panel."""
        case = Case("CSC-0042", [RECEIVED, ANSWERED, REQUESTED])
        with pytest.raises(StepNotOpen):
            case.correct(REQUESTED, MET)


class TestWithCalendar:
    """The same events over another calendar."""

    def test_a_bank_holiday_proclaimed_late_moves_the_last_days(self) -> None:
        """From Monday 7 June 2027 Monday 21; with Friday 11 off, Tuesday 22."""
        case = Case("CSC-0042", [events.RepresentationsReceived(on=date(2027, 6, 7))])
        late = WorkingDayCalendar.england(extra_holidays={date(2027, 6, 11): "Centenary"})

        assert (date(2027, 6, 21), date(2027, 6, 22)) == (
            case.deadlines()[0].date,
            case.with_calendar(late).deadlines()[0].date,
        )

    def test_it_can_undo_a_breach(self) -> None:
        """Answered on Tuesday 22 June 2027."""
        case = Case(
            "CSC-0042",
            [
                events.RepresentationsReceived(on=date(2027, 6, 7)),
                events.LocalResolutionEnded(on=date(2027, 6, 22)),
            ],
        )
        late = WorkingDayCalendar.england(extra_holidays={date(2027, 6, 11): "Centenary"})

        assert (1, []) == (len(found(case)), found(case.with_calendar(late)))

    def test_recording_keeps_the_calendar(self) -> None:
        """It belongs to the case."""
        late = WorkingDayCalendar.england(extra_holidays={date(2027, 6, 11): "Centenary"})

        assert late == OPEN.with_calendar(late).record(ANSWERED).calendar


class TestStageOn:
    """The stage on a day, with what the passing of days had done by then."""

    @pytest.mark.parametrize(
        ("case", "day", "expected"),
        [
            (OPEN, date(2025, 1, 5), Stage.NOT_RECEIVED),
            (OPEN, date(2025, 1, 6), Stage.STAGE_1_OPEN),
            (DONE, date(2025, 2, 2), Stage.STAGE_1_UNRESOLVED),
            (DONE, date(2025, 2, 3), Stage.STAGE_2_OPEN),
            (DONE, date(2030, 1, 1), Stage.CONCLUDED),
            (PENDING, date(2025, 1, 6), Stage.STAGE_1_OPEN),
            (PENDING, date(2025, 1, 19), Stage.STAGE_1_PENDING_START),
            (PENDING, date(2025, 1, 20), Stage.STAGE_1_OPEN),
            (WAITING, date(2025, 6, 6), Stage.STAGE_2_RESPONDED),
            (WAITING, date(2025, 6, 7), Stage.CLOSED_NO_PANEL_REQUEST),
            (DONE, date(2025, 6, 7), Stage.STAGE_3_REQUESTED),
        ],
        ids=[
            "before receipt",
            "on receipt",
            "before a step",
            "on a step",
            "long after the end",
            "before an agreement",
            "before an agreed start",
            "on an agreed start",
            "the last day for a panel",
            "the day after it",
            "the day after it, when one was requested",
        ],
    )
    def test_it_is_as_it_was_known(self, case: Case, day: date, expected: Stage) -> None:
        """The notice came on Thursday 8 May 2025: four weeks and 26 May make Friday 6 June."""
        assert expected is case.stage_on(day)

    @pytest.mark.parametrize(
        ("day", "expected"),
        [(date(2026, 6, 2), Stage.SUSPENDED), (date(2026, 6, 3), Stage.CLOSED_NOT_RESUBMITTED)],
        ids=["the last day", "the day after"],
    )
    def test_the_year_for_resubmitting_passes(self, day: date, expected: Stage) -> None:
        """The proceedings ended on Monday 2 June 2025."""
        case = OPEN.record(
            events.ConcurrentConsiderationDecided(on=date(2025, 1, 10), ground="court")
        ).record(events.ConcurrentConsiderationEnded(on=date(2025, 6, 2)))

        assert (Stage.SUSPENDED, expected) == (case.stage, case.stage_on(day))

    def test_what_was_written_down_later_was_not_known(self) -> None:
        """Answered on the 20th, recorded on the 31st."""
        case = OPEN.record(
            events.LocalResolutionEnded(on=date(2025, 1, 20), recorded_on=date(2025, 1, 31))
        )

        assert [Stage.STAGE_1_OPEN, Stage.STAGE_1_UNRESOLVED] == [
            case.stage_on(day) for day in (date(2025, 1, 30), date(2025, 1, 31))
        ]

    @NO_DATES
    def test_the_day_is_a_plain_date(self, value: Any) -> None:
        """Nothing is cut or parsed."""
        with pytest.raises(InvalidDate, match="day: a date is needed"):
            OPEN.stage_on(value)


class TestAsKnownOn:
    """The case of what had happened by a day, and had been recorded by then."""

    def test_what_rests_on_an_event_that_was_not_known_is_left_out_with_it(self) -> None:
        """That stage 1 was left out came in on 2 June; the notice of 10 February has no place."""
        waived = events.LocalResolutionWaived(on=date(2025, 1, 8), recorded_on=date(2025, 6, 2))
        sent = events.InvestigationResponseSent(on=date(2025, 2, 10))
        case = Case("CSC-0042", [RECEIVED, waived, sent])

        assert [(RECEIVED,), (RECEIVED, waived, sent)] == [
            case.as_known_on(day).events for day in (date(2025, 6, 1), date(2025, 6, 2))
        ]

    def test_what_rests_on_nothing_else_stays(self) -> None:
        """That mediation was offered came in on 3 February."""
        offered = events.MediationOffered(on=date(2025, 1, 8), recorded_on=date(2025, 2, 3))
        case = Case("CSC-0042", [RECEIVED, offered, ANSWERED])

        assert (RECEIVED, ANSWERED) == case.as_known_on(date(2025, 1, 27)).events

    @pytest.mark.parametrize(
        "ask",
        [Case.deadlines, Case.obligations, Case.assessments, Case.breaches],
        ids=lambda ask: ask.__name__,
    )
    def test_stage_and_clocks_are_those_of_one_history(
        self, ask: Callable[..., tuple[object, ...]]
    ) -> None:
        """The receipt came in on 3 March: on 17 February nothing was known to be received."""
        day = date(2025, 2, 17)
        receipt = events.RepresentationsReceived(on=date(2025, 1, 6), recorded_on=date(2025, 3, 3))
        case = Case("CSC-0042", [receipt, ANSWERED, REQUESTED])

        assert (Stage.NOT_RECEIVED, ()) == (case.stage_on(day), ask(case, day))

    @NO_DATES
    def test_the_day_is_a_plain_date(self, value: Any) -> None:
        """Nothing is cut or parsed."""
        with pytest.raises(InvalidDate, match="day: a date is needed"):
            OPEN.as_known_on(value)


class TestOpenSteps:
    """What may happen next."""

    def test_without_a_day_it_is_what_the_stage_opens(self) -> None:
        """Whatever the day rules out."""
        steps = [step.event for step in WAITING.open_steps()]

        assert {"panel_requested", "late_panel_request_accepted"} <= set(steps)

    @pytest.mark.parametrize(
        ("on", "expected"),
        [
            (date(2025, 6, 6), {"panel_requested"}),
            (date(2025, 6, 7), {"late_panel_request_accepted"}),
        ],
        ids=["the last day", "the day after"],
    )
    def test_with_a_day_it_is_what_the_day_allows(self, on: date, expected: set[str]) -> None:
        """A panel can be requested to Friday 6 June 2025, and asked for late from the 7th."""
        steps = {step.event for step in WAITING.open_steps(on)}

        assert expected == steps & {"panel_requested", "late_panel_request_accepted"}

    @pytest.mark.parametrize(
        ("on", "expected"), [(date(2025, 1, 19), False), (date(2025, 1, 20), True)], ids=str
    )
    def test_a_start_that_has_come_opens_its_stage(self, on: date, expected: bool) -> None:
        """Stage 1 can be extended once it has started, on Monday 20 January 2025."""
        steps = {step.event for step in PENDING.open_steps(on)}

        assert expected is ("local_resolution_extended" in steps)

    @NO_DATES
    def test_the_day_is_a_plain_date(self, value: Any) -> None:
        """Nothing is cut or parsed."""
        with pytest.raises(InvalidDate, match="on: a date is needed"):
            OPEN.open_steps(value)


class TestDeadlines:
    """The last day of every limit whose clock has started."""

    def test_a_whole_case_has_each_of_its_own(self) -> None:
        """Worked by hand.

        Received Monday 6 January 2025: Monday 20. Requested Monday 3 February, extended to
        Thursday 8 May, the 65th day: thirteen weeks and 18, 21 April and 5 May. The notice came
        on 8 May: four weeks and 26 May, Friday 6 June. Requested then: six weeks, Friday 18 July.
        Met: one week, Friday 25 July. Received: three weeks, Friday 15 August.
        """
        assert [
            ("14(1)", date(2025, 1, 20), "14(3)(c)", date(2025, 1, 20)),
            ("17(6)", date(2025, 5, 8), "17(4)(b)", date(2025, 5, 8)),
            ("18(2)", date(2025, 6, 6), "18(2)", date(2025, 6, 6)),
            ("19(4)", date(2025, 7, 18), "19(4)", date(2025, 7, 18)),
            ("20(2)", date(2025, 7, 25), "20(2)", date(2025, 7, 25)),
            ("20(3)", date(2025, 8, 15), "20(3)", date(2025, 8, 15)),
        ] == [(str(d.provision), d.date, str(d.started_by), d.met_on) for d in DONE.deadlines()]

    def test_every_limit_of_it_was_met_on_its_last_day(self) -> None:
        """No breach, by the day after each of them or by any later day."""
        assert [Outcome.MET] * 6 == [v.outcome for v in DONE.assessments()]
        assert ([], []) == (found(DONE), found(DONE, date(2026, 1, 5)))

    @pytest.mark.parametrize(
        ("as_at", "expected"),
        [
            (date(2025, 1, 5), []),
            (date(2025, 1, 6), [("14(1)", date(2025, 1, 20), None)]),
            (date(2025, 1, 20), [("14(1)", date(2025, 1, 20), date(2025, 1, 20))]),
            (
                date(2025, 3, 9),
                [
                    ("14(1)", date(2025, 1, 20), date(2025, 1, 20)),
                    ("17(3)", date(2025, 3, 10), None),
                ],
            ),
        ],
        ids=["before receipt", "on receipt", "on the answer", "before the extension"],
    )
    def test_looked_at_from_a_day_they_are_what_was_known(
        self, as_at: date, expected: list[tuple[str, date, date | None]]
    ) -> None:
        """Neither the answer nor the extension had happened before its day."""
        assert expected == [(str(d.provision), d.date, d.met_on) for d in DONE.deadlines(as_at)]

    @pytest.mark.parametrize(
        "ask", [Case.deadlines, Case.obligations, Case.assessments, Case.breaches],
        ids=lambda ask: ask.__name__,
    )  # fmt: skip
    @NO_DATES
    def test_the_day_looked_from_is_a_plain_date(
        self, ask: Callable[[Case, Any], object], value: Any
    ) -> None:
        """Nothing is cut or parsed."""
        with pytest.raises(InvalidDate, match="as_at: a date is needed"):
            ask(OPEN, value)


class TestAssessments:
    """The verdict on each of the last days."""

    @pytest.mark.parametrize(
        ("as_at", "expected"),
        [
            (None, (Outcome.RUNNING, 0, 0)),
            (date(2025, 1, 20), (Outcome.RUNNING, 10, 0)),
            (date(2025, 1, 21), (Outcome.OVERDUE, 11, 1)),
        ],
        ids=["from the last event", "the last day", "the day after"],
    )
    def test_what_is_not_done_is_looked_at_from_the_day(
        self, as_at: date | None, expected: tuple[Outcome, int, int]
    ) -> None:
        """Received on Monday 6 January 2025, and nothing since."""
        (verdict,) = OPEN.assessments(as_at)

        assert expected == (verdict.outcome, verdict.working_days, verdict.days_over)

    def test_a_duty_that_ended_is_looked_at_from_its_end(self) -> None:
        """Withdrawn on Wednesday 15 January: seven days had passed, and no more do."""
        case = OPEN.record(events.Withdrawn(on=date(2025, 1, 15)))
        (verdict,) = case.assessments(date(2025, 3, 3))

        assert (Outcome.RUNNING, 7) == (verdict.outcome, verdict.working_days)

    @pytest.mark.parametrize("as_at", [None, date(2025, 1, 8)], ids=["no day", "a day before"])
    def test_a_clock_that_starts_later_has_run_for_no_day(self, as_at: date | None) -> None:
        """Agreed on 7 January for Monday 20: ten days then end on Monday 3 February."""
        (verdict,) = PENDING.assessments(as_at)

        assert (Outcome.RUNNING, 0, date(2025, 2, 3)) == (
            verdict.outcome,
            verdict.to_dict()["working_days"],
            verdict.due,
        )

    def test_what_is_resolved_before_an_agreed_start_is_met(self) -> None:
        """Resolved on Friday 10 January, ten days before the clock starts."""
        (verdict,) = PENDING.record(events.MattersResolved(on=date(2025, 1, 10))).assessments()

        assert (Outcome.MET, 0) == (verdict.outcome, verdict.to_dict()["working_days"])


class TestBreaches:
    """The limits that the authority or the panel did not keep."""

    def test_without_a_day_they_are_looked_at_from_the_last_event(self) -> None:
        """Up to Tuesday 21 January the record shows that nobody had answered."""
        case = OPEN.record(events.MediationOffered(on=date(2025, 1, 21)))

        assert [("14(1)", date(2025, 1, 20), date(2025, 1, 21), False, 1)] == found(case)

    def test_without_a_later_event_nothing_is_shown(self) -> None:
        """Received, and nothing since: nobody asks what day it is."""
        assert [] == found(OPEN)

    @pytest.mark.parametrize(
        ("as_at", "expected"),
        [
            (date(2025, 1, 20), []),
            (date(2025, 1, 21), [("14(1)", date(2025, 1, 20), date(2025, 1, 21), False, 1)]),
            (date(2025, 1, 25), [("14(1)", date(2025, 1, 20), date(2025, 1, 25), False, 4)]),
        ],
        ids=["the last day", "the day after", "the Saturday after"],
    )
    def test_looked_at_from_a_day_what_is_not_done_is_a_breach(
        self, as_at: date, expected: list[tuple[str, date, date, bool, int]]
    ) -> None:
        """From Tuesday 21 to Friday 24 January 2025 there are four working days."""
        assert expected == found(OPEN, as_at)

    def test_an_act_on_the_saturday_after_is_late_by_no_working_day(self) -> None:
        """Received Friday 3 January 2025, due Friday 17, answered on Saturday 18."""
        case = Case(
            "CSC-0042",
            [
                events.RepresentationsReceived(on=date(2025, 1, 3)),
                events.LocalResolutionEnded(on=date(2025, 1, 18)),
            ],
        )

        assert [("14(1)", date(2025, 1, 17), date(2025, 1, 18), True, 0)] == found(case)

    def test_a_complainants_own_limit_is_never_a_breach(self) -> None:
        """A panel was not requested by Friday 6 June 2025."""
        assert [] == found(WAITING, date(2025, 12, 1))

    def test_a_duty_that_ended_in_time_is_no_breach(self) -> None:
        """Withdrawn on Wednesday 15 January, before the last day."""
        case = OPEN.record(events.Withdrawn(on=date(2025, 1, 15)))

        assert [] == found(case, date(2025, 3, 3))

    def test_a_duty_that_ended_late_was_broken_to_its_end(self) -> None:
        """Withdrawn on Wednesday 22 January, two days after the last."""
        case = OPEN.record(events.Withdrawn(on=date(2025, 1, 22)))

        assert [("14(1)", date(2025, 1, 20), date(2025, 1, 22), False, 2)] == found(
            case, date(2025, 3, 3)
        )

    def test_a_milestone_written_down_late_breaks_no_limit(self) -> None:
        """Answered and recorded on the 20th; that mediation was offered came in on 3 February."""
        case = Case(
            "CSC-0042",
            [
                RECEIVED,
                events.MediationOffered(on=date(2025, 1, 8), recorded_on=date(2025, 2, 3)),
                ANSWERED,
            ],
        )

        assert [] == found(case, date(2025, 1, 27))

    @pytest.mark.parametrize(
        ("last", "head"),
        [
            (
                events.LocalResolutionEnded(on=date(2025, 1, 21)),
                "Regulation 14(1) not kept: due Monday 20 January 2025, done on Tuesday 21 January "
                "2025, 1 working day over.",
            ),
            (
                events.MediationOffered(on=date(2025, 1, 22)),
                "Regulation 14(1) not kept: due Monday 20 January 2025, not done by Wednesday 22 "
                "January 2025, 2 working days over.",
            ),
        ],
        ids=["done", "not done"],
    )
    def test_a_breach_says_itself_first(self, last: Event, head: str) -> None:
        """One sentence, and below it the reasons for the last day."""
        (breach,) = OPEN.record(last).breaches()

        assert f"{head}\n{breach.deadline.explain()}" == breach.explain()

    def test_a_breach_is_written_as_json_takes_it(self) -> None:
        """Dates as ISO text."""
        (breach,) = OPEN.breaches(date(2025, 1, 21))

        assert {
            "provision": "14(1)",
            "due": "2025-01-20",
            "until": "2025-01-21",
            "done": False,
            "days_over": 1,
            "softened_by": "",
        } == breach.to_dict()

    def test_a_breach_in_2020_says_what_softened_the_limit(self) -> None:
        """Met on Friday 17 April 2020, the report due on Friday 24 and sent in May."""
        day = date(2020, 4, 17)
        case = Case(
            "CSC-0042",
            [
                events.RepresentationsReceived(on=day),
                events.LocalResolutionWaived(on=day),
                events.InvestigationResponseSent(on=day),
                events.InvestigationResponseReceived(on=day),
                events.PanelRequested(on=day),
                events.PanelMet(on=day),
                events.PanelReportSent(on=date(2020, 5, 5)),
            ],
        )
        (breach,) = case.breaches()

        assert "or as soon as is reasonably practicable" == breach.softened_by


ON_RECEIPT = ["11(1)(a)(i)", "11(1)(a)(ii)", "11(1)(b)(i)", "11(1)(b)(ii)"]


class TestObligations:
    """Duties without a number, as they were known."""

    @pytest.mark.parametrize(
        ("as_at", "expected"),
        [
            (date(2025, 1, 5), []),
            (date(2025, 1, 6), ON_RECEIPT),
            (None, [*ON_RECEIPT, "7(2)"]),
        ],
        ids=["before receipt", "on receipt", "at the end"],
    )
    def test_they_arise_with_the_events(self, as_at: date | None, expected: list[str]) -> None:
        """Received on the 6th, withdrawn on the 8th of January 2025."""
        case = OPEN.record(events.Withdrawn(on=date(2025, 1, 8)))

        assert expected == [due.obligation.by for due in case.obligations(as_at)]


class TestBeside:
    """Rows that are not law, kept apart."""

    def test_a_timetable_has_its_own_last_days(self) -> None:
        """The panel of Friday 18 July 2025 asks for its papers by Friday 4 July.

        Stage 2 within twenty days of Monday 20 January: Monday 17 February. The request of
        Friday 6 June: two days make Tuesday 10, and ten make Friday 20.
        """
        assert [
            ("guidance: request stage 2 soon", date(2025, 2, 17)),
            ("guidance: acknowledge a panel request", date(2025, 6, 10)),
            ("guidance: appoint the chair", date(2025, 6, 20)),
            ("guidance: tell the complainant of the panel", date(2025, 7, 4)),
            ("guidance: send the papers", date(2025, 7, 4)),
        ] == [(str(d.provision), d.date) for d in DONE.beside(TIMETABLE)]

    def test_they_are_not_among_the_last_days_of_the_law(self) -> None:
        """Asking for them changes nothing."""
        DONE.beside(TIMETABLE)

        assert all(d.provision.is_law for d in DONE.deadlines())
        assert not any(d.provision.is_law for d in DONE.beside(TIMETABLE))

    def test_missing_one_is_no_breach(self) -> None:
        """Stage 2 was requested long after twenty days."""
        case = Case(
            "CSC-0042",
            [RECEIVED, ANSWERED, events.InvestigationRequested(on=date(2025, 6, 2))],
        )
        (late,) = case.beside(TIMETABLE)

        assert (date(2025, 2, 17), date(2025, 6, 2)) == (late.date, late.met_on)
        assert [] == found(case)

    @pytest.mark.parametrize(
        ("as_at", "expected"), [(date(2025, 2, 11), 0), (date(2025, 2, 12), 2)], ids=str
    )
    def test_they_are_looked_at_from_a_day_too(self, as_at: date, expected: int) -> None:
        """The statement was agreed on Wednesday 12 February 2025."""
        case = Case(
            "CSC-0042",
            [RECEIVED, ANSWERED, REQUESTED, events.StatementAgreed(on=date(2025, 2, 12))],
        )

        assert expected == len(case.beside(LOCAL_CLOCKS["statement_agreed"], as_at))


def test_one_event_is_no_list_of_events() -> None:
    """It is refused with what to do instead."""
    with pytest.raises(InvalidFact, match="a list of events is needed"):
        Case("CSC-0042", RECEIVED)  # type: ignore[arg-type]


def test_a_case_over_england_is_the_same_case_however_england_is_given() -> None:
    """No calendar is England's."""
    ours = Case("CSC-0042", [RECEIVED], calendar=WorkingDayCalendar.england())

    assert (Case("CSC-0042", [RECEIVED]), hash(Case("CSC-0042", [RECEIVED]))) == (ours, hash(ours))
