# SPDX-License-Identifier: MIT
"""A trace holds what a date rests on, and comes back from JSON as it was."""

from __future__ import annotations

import functools
import json
from datetime import date
from importlib import metadata
from typing import Any

import pytest

from complaint_timescales import (
    Case,
    InvalidDocument,
    Readings,
    WorkingDayCalendar,
    assess,
    due,
    events,
    guidance,
)
from complaint_timescales import _tracing as tracing
from complaint_timescales._conditions import After, Within
from complaint_timescales._kinds import Lapse, Move, citations_in
from complaint_timescales._plain_words import ACTS, FOLLOWS, LONGER, STARTS
from complaint_timescales._provisions import PROVISIONS
from complaint_timescales._trace import Beside, End, Extension, Kind, Room, State, Tally, Trace
from complaint_timescales._vocabulary import Party
from complaint_timescales.explain import trace_of, traces_of
from complaint_timescales.regulations import LOCAL_AUTHORITY
from complaint_timescales.variants import FOSTERING_LIMITS, VOLUNTARY_ORGANISATION

RECEIVED = events.RepresentationsReceived(on=date(2025, 1, 6))
REQUESTED = events.InvestigationRequested(on=date(2025, 2, 3))
LIMITS = list(LOCAL_AUTHORITY.timescales)


def beside(provision: str, **given: Any) -> list[tuple[str, str]]:
    found = trace_of(due(provision, date(2025, 1, 6)), **given).beside
    return [(each.kind.value, each.by) for each in found]


class TestDays:
    """Every day of the span, counted or not."""

    def test_counted_days_are_numbered(self) -> None:
        """Over Easter 2024: Thursday 28 March, and Tuesday 2 April is day 1."""
        trace = trace_of(due("20(2)", date(2024, 3, 28)))

        assert [(1, date(2024, 4, 2)), (5, date(2024, 4, 8))] == [
            (day.number, day.date) for day in (trace.counted[0], trace.counted[-1])
        ]
        assert ["Good Friday", "Saturday", "Sunday", "Easter Monday"] == [
            day.name for day in trace.skipped[:4]
        ]

    def test_a_start_that_counts_is_the_first(self) -> None:
        """By I-1, Monday 6 January 2025 is day 1."""
        trace = trace_of(due("14(1)", date(2025, 1, 6), readings=Readings.of({"I-1": "day_1"})))

        assert (True, date(2025, 1, 6)) == (trace.start.counts, trace.counted[0].date)

    def test_a_year_has_none(self) -> None:
        """It is counted by the calendar."""
        trace = trace_of(due("9(1)", date(2024, 2, 29)))

        assert ((), (), True) == (trace.counted, trace.skipped, trace.by_calendar)


class TestStart:
    """Day 0, and what fixed it."""

    def test_an_argument_has_no_event(self) -> None:
        """Nothing is guessed."""
        start = trace_of(due("14(1)", date(2025, 1, 6))).start

        assert (None, ()) == (start.by, start.events)

    def test_a_case_knows_its_event(self) -> None:
        """17(4)(b) and the request."""
        start = traces_of(Case("C", [RECEIVED, REQUESTED]))[1].start

        assert ("17(4)(b)", ("investigation_requested",)) == (start.by, start.events)

    def test_without_the_events_the_kinds_are_named(self) -> None:
        """14(3)(c) goes by a receipt or a resubmission."""
        (deadline,) = Case("C", [RECEIVED]).deadlines()

        assert ("representations_received", "resubmitted") == trace_of(deadline).start.events

    def test_a_date_that_no_event_is_of_has_kinds_too(self) -> None:
        """By I-4 a request of 8 January 2025 waits for day 10 of stage 1, the 20th."""
        asked = events.InvestigationRequested(on=date(2025, 1, 8))
        case = Case("C", [RECEIVED, asked], readings=Readings.of({"I-4": "hold"}))
        start = traces_of(case)[1].start

        assert (date(2025, 1, 20), ("investigation_requested",)) == (start.date, start.events)

    def test_a_fact_of_an_event_is_a_start_too(self) -> None:
        """9(1) runs from the day on which the grounds arose."""
        received = events.RepresentationsReceived(
            on=date(2025, 1, 6), grounds_arose=date(2024, 6, 3)
        )
        year = traces_of(Case("C", [received]))[0]

        assert (date(2024, 6, 3), ("representations_received",)) == (
            year.start.date,
            year.start.events,
        )

    def test_a_clock_that_waits_for_an_event_has_its_date_elsewhere(self) -> None:
        """9(2) holds stage 1 back, and gives no date unless it is read so (I-22)."""
        received = events.RepresentationsReceived(
            on=date(2025, 1, 6), grounds_arose=date(2023, 6, 5)
        )
        accepted = events.LateRepresentationsAccepted(on=date(2025, 1, 8))
        traces = traces_of(Case("C", [received, accepted]))

        assert ["9(1)", "14(3)(c)"] == [trace.start.by for trace in traces]


class TestEnd:
    """What met it, that it ceased, or that it is open."""

    def test_what_met_it_is_named(self) -> None:
        """Answered on the 13th, with five days left."""
        ended = events.LocalResolutionEnded(on=date(2025, 1, 13))
        trace = traces_of(Case("C", [RECEIVED, ended]))[0]

        assert End(state=State.DONE, on=date(2025, 1, 13), events=("local_resolution_ended",)) == (
            trace.end
        )
        assert Tally(unit="working day", used=5, left=5, over=0) == trace.tally

    def test_what_ended_it_is_named(self) -> None:
        """Withdrawn on the 8th."""
        trace = traces_of(Case("C", [RECEIVED, events.Withdrawn(on=date(2025, 1, 8))]))[0]

        assert End(state=State.CEASED, on=date(2025, 1, 8), events=("withdrawn",)) == trace.end

    def test_two_dates_have_no_event(self) -> None:
        """Both are arguments."""
        trace = trace_of(assess("14(1)", date(2025, 1, 6), date(2025, 1, 21)))

        assert End(state=State.DONE, on=date(2025, 1, 21), events=()) == trace.end
        assert Tally(unit="working day", used=11, left=0, over=1) == trace.tally

    def test_what_has_not_happened_yet_is_open(self) -> None:
        """An act of the 17th, looked at from the 14th."""
        verdict = assess("14(1)", date(2025, 1, 6), date(2025, 1, 17), as_at=date(2025, 1, 14))

        assert End(state=State.OPEN, on=date(2025, 1, 14), events=()) == trace_of(verdict).end

    def test_without_a_day_there_is_no_tally(self) -> None:
        """A last day alone."""
        trace = trace_of(due("9(1)", date(2024, 2, 29)))

        assert Tally(unit="day", used=None, left=None, over=None) == trace.tally

    def test_a_lead_has_days_left_and_none_used(self) -> None:
        """Ten before Tuesday 1 April 2025 is 18 March; from Friday the 14th two are left."""
        case = Case(
            "C",
            [
                RECEIVED,
                REQUESTED,
                events.InvestigationResponseSent(on=date(2025, 2, 28)),
                events.InvestigationResponseReceived(on=date(2025, 3, 3)),
                events.PanelRequested(on=date(2025, 3, 10), reasons_given=True),
                events.PanelMet(on=date(2025, 4, 1), independent_persons=3),
            ],
        )
        lead = trace_of(case.beside(guidance.TIMETABLE)[-1])

        assert (10, 1) == (lead.counted[0].number, lead.counted[-1].number)
        assert ("", "", ()) == (lead.address, lead.version.enacted_by, lead.beside)


class TestExtensions:
    """What was extended, and what still can be."""

    def test_room_for_one(self) -> None:
        """20 working days from Monday 6 January 2025 end on 3 February."""
        trace = trace_of(due("14(1)", date(2025, 1, 6)))

        assert Room(by="14(5)", limit=20, last_day=date(2025, 2, 3)) == trace.room

    def test_there_is_none_past_the_calendar(self) -> None:
        """From 2 December 2100 ten working days fit, and twenty end after the year."""
        assert None is trace_of(due("14(1)", date(2100, 12, 2))).room

    def test_an_extension_says_what_it_extends(self) -> None:
        """Late by a day, so the breach stays."""
        notice = events.InvestigationExtended(
            on=date(2025, 3, 11), until=date(2025, 4, 30), reason="interviews"
        )
        trace = traces_of(Case("C", [RECEIVED, REQUESTED, notice]))[-1]

        assert (
            Extension(
                of="17(3)",
                of_limit=25,
                granted_on=date(2025, 3, 11),
                earlier=date(2025, 3, 10),
                in_time=False,
                spares=False,
            )
            == trace.extension
        )


class TestReadings:
    """The interpretations that bear on a limit are named, each with its option."""

    @pytest.mark.parametrize(
        ("provision", "numbers"),
        [
            ("8(5)", ["I-11", "I-13", "I-26"]),
            ("9(1)", ["I-13"]),
            ("18(2)", ["I-1", "I-7", "I-8", "I-14", "I-15", "I-16", "I-24"]),
            ("17(6)", ["I-1", "I-2", "I-5", "I-6", "I-14", "I-17", "I-18", "I-19"]),
        ],
    )
    def test_those_of_its_provisions(self, provision: str, numbers: list[str]) -> None:
        """Its own, the extended one, its starts, and regulation 2 where working days count."""
        trace = trace_of(due(provision, date(2025, 1, 6)))

        assert numbers == [taken.number for taken in trace.readings]
        assert all(taken.default for taken in trace.readings)

    def test_a_start_that_is_known_brings_its_own(self) -> None:
        """I-9 is about an interest decision and an advocate, and there was neither."""
        (known,) = traces_of(Case("C", [RECEIVED]))

        assert "I-9" not in [taken.number for taken in known.readings]

    def test_one_that_was_changed_is_always_named(self) -> None:
        """I-13 does not bear on stage 1, and was chosen."""
        readings = Readings.of({"I-13": "first_of_march"})
        taken = trace_of(due("14(1)", date(2025, 1, 6), readings=readings)).readings

        assert [("I-13", "first_of_march")] == [
            (each.number, each.option) for each in taken if not each.default
        ]


class TestBeside:
    """What stands beside a limit is in the rows, and in the register of provisions."""

    @pytest.mark.parametrize(
        ("provision", "expected"),
        [
            ("8(5)", [("right_ends", "8(5)")]),
            ("9(1)", [("discretion", "9(2)")]),
            ("14(5)", [("next_stage", "15(2)")]),
            ("17(3)", [("next_stage", "18(1)")]),
            ("18(2)", [("right_ends", "18(2)")]),
            ("19(4)", []),
        ],
    )
    def test_each_has_its_own(self, provision: str, expected: list[tuple[str, str]]) -> None:
        """And 13(2)(c) after it."""
        assert [*expected, ("record", "13(2)(c)")] == beside(provision)

    def test_regulation_13_does_not_bind_voluntary_organisations(self) -> None:
        """22(1) applies 6 to 12 and 14 to 20; 23(1) applies 13 as well."""
        assert [] == beside("19(4)", procedure=VOLUNTARY_ORGANISATION)
        assert [("record", "13(2)(c)")] == beside("19(4)", procedure=FOSTERING_LIMITS)

    def test_who_is_bound_shows_it_as_well(self) -> None:
        """A deadline that came without its procedure."""
        (deadline,) = Case("C", [RECEIVED], procedure=VOLUNTARY_ORGANISATION).deadlines()

        assert (Beside(kind=Kind.NEXT_STAGE, by="15(2)"),) == trace_of(deadline).beside

    def test_a_reading_can_keep_the_right(self) -> None:
        """I-26: late resubmission can be accepted."""
        late = due("8(5)", date(2025, 1, 6), readings=Readings.of({"I-26": "yes"}))

        assert [Kind.RECORD] == [each.kind for each in trace_of(late).beside]

    def test_a_right_ends_where_the_rows_close_it(self) -> None:
        """A lapse after the limit, and a step that has to come within it."""
        rows = LOCAL_AUTHORITY.rows
        closed = {
            limit
            for limit in LIMITS
            if any(isinstance(row, Lapse) and row.when == After(limit) for row in rows)
            and any(isinstance(row, Move) and Within(limit) in row.needs for row in rows)
        }

        assert {by for kind, by in FOLLOWS if kind is Kind.RIGHT_ENDS} == closed

    def test_the_next_stages_are_steps_of_the_complainant(self) -> None:
        """15(2) and 18(1)."""
        steps = {
            str(row.by)
            for row in LOCAL_AUTHORITY.rows
            if isinstance(row, Move) and row.actor is Party.COMPLAINANT and row.target
        }

        assert {by for kind, by in FOLLOWS if kind is Kind.NEXT_STAGE} <= steps

    def test_every_provision_is_one_of_the_regulations(self) -> None:
        """In a row, or in the register as recorded only."""
        known = {str(by) for by in citations_in(LOCAL_AUTHORITY.rows)}
        known |= {str(entry.by) for entry in PROVISIONS}
        named = {by for _, by in FOLLOWS} | set(ACTS) | set(LONGER) | set(STARTS)

        assert set() == named - known

    def test_the_words_cover_every_row(self) -> None:
        """Each limit, each start and each extension has its plain words."""
        rows = LOCAL_AUTHORITY.timescales.values()
        starts = {str(rule.by) for row in rows for rule in row.runs_from.rules if rule.fact}

        assert set(ACTS) == set(LIMITS)
        assert set(STARTS) == starts
        assert set(LONGER) == {row.by for row in rows if row.extension}


class TestDocuments:
    """JSON, and back."""

    @pytest.fixture
    def document(self) -> Any:
        """A trace that JSON has carried."""
        return json.loads(json.dumps(trace_of(due("14(1)", date(2025, 1, 6))).to_dict()))

    @pytest.mark.parametrize("provision", LIMITS)
    def test_a_trace_comes_back(self, provision: str) -> None:
        """Equal to what it was."""
        trace = trace_of(assess(provision, date(2024, 12, 20), date(2026, 1, 2)))

        assert trace == Trace.from_dict(json.loads(json.dumps(trace.to_dict())))

    def test_it_says_what_it_is(self, document: Any) -> None:
        """The schema, the calendar, the version of the row, and the library's own."""
        england = WorkingDayCalendar.england()

        assert "complaint-timescales/trace/1" == document["schema"]
        assert {
            "edition": england.edition,
            "fingerprint": england.fingerprint,
            "published_through": "2028-12-31",
            "provisional": False,
        } == document["calendar"]
        assert {
            "since": "2006-09-01",
            "until": None,
            "softened_by": "",
            "enacted_by": "SI 2006/1738",
            "saved": False,
        } == document["version"]
        assert metadata.version("complaint-timescales") == document["library"]

    @pytest.mark.parametrize(
        "change",
        [
            {"schema": "complaint-timescales/case/1"},
            {"binds": "nobody"},
            {"last_day": "tomorrow"},
            {"start": 5},
            {"counted": 5},
        ],
    )
    def test_what_is_no_trace_is_refused(self, document: Any, change: dict[str, Any]) -> None:
        """With the schema that is read."""
        with pytest.raises(InvalidDocument, match="complaint-timescales/trace/1"):
            Trace.from_dict({**document, **change})

    @pytest.mark.parametrize("key", ["schema", "tally"])
    def test_nothing_may_be_missing(self, document: Any, key: str) -> None:
        """Of the fields of a trace."""
        del document[key]
        with pytest.raises(InvalidDocument):
            Trace.from_dict(document)


class TestLibrary:
    """The version is that of the distribution."""

    @pytest.fixture(autouse=True)
    def _afresh(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(tracing, "_library", functools.cache(tracing._library.__wrapped__))

    def test_a_checkout_has_none(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """It is empty, and no error."""

        def missing(name: str) -> str:
            raise metadata.PackageNotFoundError(name)

        monkeypatch.setattr(metadata, "version", missing)

        assert "" == trace_of(due("14(1)", date(2025, 1, 6))).library
