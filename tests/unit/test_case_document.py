# SPDX-License-Identifier: MIT
"""The case document: events to JSON and back, strictly."""

from __future__ import annotations

import json
import sys
from datetime import date
from typing import Any

import attrs
import pytest

from complaint_timescales import (
    Case,
    ComplaintTimescalesError,
    InvalidDocument,
    Stage,
    events,
)
from complaint_timescales._case_document import document_of, parsed, read_document
from complaint_timescales.events import BY_NAME
from complaint_timescales.variants import FOSTERING_LIMITS, PROCEDURES

SCHEMA = "complaint-timescales/case/1"
NAMES = list(PROCEDURES)
# Every event as the document writes it, with every fact it can have.
COMMON = {
    "on": "2025-01-06",
    "recorded_on": "2025-01-07",
    "note": "by letter, “personally”, to Zoë",
}
FACTS: dict[str, dict[str, Any]] = {
    "representations_received": {
        "orally": True,
        "advocate_requested": True,
        "grounds_arose": "2024-12-02",
        "interest_decision_needed": True,
    },
    "withdrawn": {},
    "concurrent_consideration_decided": {
        "ground": "criminal_investigation",
        "would_prejudice": True,
        "in_part": True,
    },
    "concurrent_consideration_ended": {},
    "resubmitted": {},
    "late_representations_accepted": {
        "not_reasonable_in_time": True,
        "still_effective_and_fair": False,
    },
    "representations_declined_out_of_time": {},
    "sufficient_interest_decided": {"sufficient": False},
    "redirected": {},
    "local_resolution_waived": {"both_agreed": True},
    "advocate_appointed": {},
    "later_start_agreed": {"start": "2025-01-20", "at_complainants_request": True},
    "local_resolution_extended": {"working_days": 10, "considered_complex": True},
    "matters_resolved": {"outcome": "upheld"},
    "local_resolution_ended": {"outcome": "partly_upheld"},
    "investigation_requested": {},
    "written_record_finalised": {},
    "investigation_extended": {"until": "2025-03-03", "reason": "interviews"},
    "investigation_response_sent": {"with_independent_person": True, "outcome": "not_upheld"},
    "investigation_response_received": {},
    "panel_requested": {"reasons_given": False},
    "late_panel_request_accepted": {"reason": "in hospital"},
    "panel_met": {"independent_persons": 3, "stage_2_independent_person_sat": False},
    "panel_report_sent": {},
    "panel_report_received": {},
    "panel_response_sent": {"outcome": "upheld"},
    "referred_early_to_ombudsman": {"complainant_agreed": True},
    "mediation_offered": {},
    "mediation_declined": {},
    "mediation_ended": {"resolved": True},
    "independent_person_appointed": {},
    "investigating_officer_appointed": {},
    "statement_agreed": {},
    "investigation_report_completed": {},
    "adjudicated": {"outcome": "upheld"},
    "ombudsman_complaint_made": {},
    "ombudsman_decided": {"decision": "not_investigated"},
}
each_event = pytest.mark.parametrize("name", FACTS)
RECEIVED = {"event": "representations_received", "on": "2025-01-06"}


def document(*happened: Any, **others: Any) -> dict[str, Any]:
    return {"schema": SCHEMA, "reference": "CSC-0042", "events": list(happened), **others}


def refusal(given: Any) -> InvalidDocument:
    with pytest.raises(InvalidDocument) as caught:
        Case.from_dict(given)
    return caught.value


def refused_text(text: str) -> InvalidDocument:
    with pytest.raises(InvalidDocument) as caught:
        Case.from_json(text)
    return caught.value


class TestRoundTrip:
    """What is written reads back as the same, fact by fact."""

    def test_no_event_is_forgotten_here(self) -> None:
        """The documents above name every event."""
        assert list(FACTS) == list(BY_NAME)

    @each_event
    def test_no_fact_is_forgotten_here(self, name: str) -> None:
        """The documents above give every fact of every event, in order."""
        assert [*COMMON, *FACTS[name]] == [field.name for field in attrs.fields(BY_NAME[name])]

    @each_event
    def test_every_fact_survives_reading_and_writing(self, name: str) -> None:
        """The document written is the document read, keys in the same order."""
        given = document({"event": name, **COMMON, **FACTS[name]})
        text = json.dumps(given)
        read = read_document(parsed(text), NAMES)

        assert text == json.dumps(document_of(read.reference, read.events))

    @each_event
    def test_the_event_read_is_of_its_class(self, name: str) -> None:
        """With dates for dates and members for words."""
        (event,) = read_document(document({"event": name, **COMMON, **FACTS[name]}), NAMES).events

        assert (BY_NAME[name], date(2025, 1, 6), date(2025, 1, 7)) == (
            type(event),
            event.on,
            event.recorded_on,
        )

    def test_a_fact_that_is_not_known_is_left_out(self) -> None:
        """No null stands in a document that the library writes."""
        event = events.MattersResolved(on=date(2025, 1, 6))

        assert document({"event": "matters_resolved", "on": "2025-01-06"}) == document_of(
            "CSC-0042", (event,)
        )

    def test_the_example_of_the_format_is_read(self) -> None:
        """One receipt in writing on Monday 6 January 2025."""
        case = Case.from_json(
            '{"schema": "complaint-timescales/case/1", "reference": "CSC-0042", "events": '
            '[{"event": "representations_received", "on": "2025-01-06", "orally": false}]}'
        )

        assert (
            Case("CSC-0042").record(events.RepresentationsReceived(on=date(2025, 1, 6))),
            Stage.STAGE_1_OPEN,
        ) == (case, case.stage)

    def test_a_receipt_is_written_with_what_it_says_by_itself(self) -> None:
        """Defaults are written out, so that no reader has to know them."""
        case = Case("CSC-0042").record(events.RepresentationsReceived(on=date(2025, 1, 6)))

        assert (
            '{"schema": "complaint-timescales/case/1", "reference": "CSC-0042", "events": '
            '[{"event": "representations_received", "on": "2025-01-06", "orally": false, '
            '"advocate_requested": false, "interest_decision_needed": false}]}'
        ) == case.to_json()

    def test_text_of_any_script_is_written_as_it_is(self) -> None:
        """A note is for people."""
        case = Case("CSC-0042 Zoë")

        assert (case, True) == (Case.from_json(case.to_json()), "Zoë" in case.to_json())

    def test_the_procedure_is_named_where_it_is_another(self) -> None:
        """Of a local authority it goes without saying."""
        case = Case("CSC-0042", procedure=FOSTERING_LIMITS)

        assert {
            "schema": SCHEMA,
            "reference": "CSC-0042",
            "procedure": "fostering_limits",
            "events": [],
        } == case.to_dict()
        assert case == Case.from_dict(case.to_dict())

    @pytest.mark.parametrize("name", [None, "local_authority"], ids=["null", "by its name"])
    def test_the_ordinary_procedure_may_be_named_or_null(self, name: str | None) -> None:
        """Both are the procedure of a local authority."""
        assert Case("CSC-0042") == Case.from_dict(document(procedure=name))

    @pytest.mark.parametrize("fact", ["recorded_on", "note", "grounds_arose"])
    def test_a_fact_that_need_not_be_known_may_be_null(self, fact: str) -> None:
        """Null is the same as leaving it out."""
        assert Case.from_dict(document(RECEIVED)) == Case.from_dict(
            document({**RECEIVED, fact: None})
        )


class TestRefusedDocuments:
    """A document is read strictly, and the error says where the fault is."""

    @pytest.mark.parametrize(
        ("given", "expected"),
        [
            (
                {},
                "schema: 'complaint-timescales/case/1' is needed. See the case document in the "
                "reference",
            ),
            (
                document(schema="complaint-timescales/case/2"),
                "schema: 'complaint-timescales/case/1' is needed; as written: "
                "'complaint-timescales/case/2'. See the case document in the reference",
            ),
            (
                document(stage="stage_1_open"),
                "stage: no such key in a case document; as written: 'stage_1_open'. See the case "
                "document in the reference",
            ),
            (
                {"schema": SCHEMA, "reference": "CSC-0042"},
                "events: a list of events is needed. See the case document in the reference",
            ),
            (
                document(events={}),
                "events: a list of events is needed; as written: {}. See the case document in the "
                "reference",
            ),
            (
                {"schema": SCHEMA, "events": []},
                "reference: a text that is not empty is needed. See the case document in the "
                "reference",
            ),
            (
                document(reference=42),
                "reference: a text that is not empty is needed; as written: 42. See the case "
                "document in the reference",
            ),
            (
                document(procedure="fostering_limit"),
                "procedure: no such procedure; as written: 'fostering_limit'. Did you mean "
                "'fostering_limits'?",
            ),
            (
                document(procedure=["local_authority"]),
                "procedure: no such procedure; as written: ['local_authority']. Did you mean "
                "'local_authority'?",
            ),
            (
                document(RECEIVED, "withdrawn"),
                "events[1]: an object is needed; as written: 'withdrawn'. See the case document in "
                "the reference",
            ),
            (
                document(None),
                "events[0]: an object is needed. See the case document in the reference",
            ),
            (
                document({"on": "2025-01-06"}),
                "events[0].event: no such event. See the case document in the reference",
            ),
            (
                document({"event": 5, "on": "2025-01-06"}),
                "events[0].event: no such event; as written: 5. See the case document in the "
                "reference",
            ),
            (
                document({"event": ["withdrawn"]}),
                "events[0].event: no such event; as written: ['withdrawn']. Did you mean "
                "'withdrawn'?",
            ),
            (
                document({"event": "representation_received", "on": "2025-01-06"}),
                "events[0].event: no such event; as written: 'representation_received'. Did you "
                "mean 'representations_received'?",
            ),
            (
                document({**RECEIVED, "oraly": True}),
                "events[0].oraly: representations_received has no such fact; as written: True. Did "
                "you mean 'orally'?",
            ),
            (
                document({**RECEIVED, "colour": "red"}),
                "events[0].colour: representations_received has no such fact; as written: 'red'. "
                "See the case document in the reference",
            ),
            (
                document({**RECEIVED, 5: "red"}),
                "events[0].5: representations_received has no such fact; as written: 'red'. See "
                "the case document in the reference",
            ),
            (
                document({"event": "representations_received"}),
                "events[0].on: representations_received needs this fact. See the case document in "
                "the reference",
            ),
            (
                document({"event": "investigation_extended", "on": "2025-01-06", "reason": ""}),
                "events[0].until: investigation_extended needs this fact. See the case document in "
                "the reference",
            ),
        ],
        ids=[
            "no schema",
            "another schema",
            "unknown key",
            "no events",
            "events no list",
            "no reference",
            "reference no text",
            "unknown procedure",
            "procedure no text",
            "event no object",
            "null for an event",
            "event without a name",
            "number for a name",
            "list for a name",
            "unknown event",
            "unknown fact",
            "fact like no other",
            "number for a fact's name",
            "no day",
            "missing fact",
        ],
    )
    def test_the_message_says_where_and_what(self, given: dict[Any, Any], expected: str) -> None:
        """The path, the fault, the value as written, and the nearest name there is."""
        assert expected == str(refusal(given))

    @pytest.mark.parametrize(
        "written",
        [
            "20250106",
            "2025-1-6",
            "2025-01-06T00:00",
            "2025-01-06 ",
            "2025-02-29",
            "2025-13-01",
            "2025-W02-1",
            "2025-006",
            "06/01/2025",
            "06.01.2025",
            "2025/01/06",
            "0000-01-06",
            "+2025-01-06",
            "",
            20250106,
            1736121600,
            20.5,
            True,
            ["2025-01-06"],
        ],
        ids=repr,
    )
    @pytest.mark.parametrize(
        ("event", "fact"),
        [
            ({"event": "withdrawn"}, "on"),
            ({"event": "withdrawn", "on": "2025-01-06"}, "recorded_on"),
            (RECEIVED, "grounds_arose"),
            ({"event": "later_start_agreed", "on": "2025-01-06"}, "start"),
            ({"event": "investigation_extended", "on": "2025-01-06", "reason": "x"}, "until"),
        ],
        ids=["on", "recorded_on", "grounds_arose", "start", "until"],
    )
    def test_a_date_is_written_one_way(
        self, event: dict[str, Any], fact: str, written: object
    ) -> None:
        """Year, month and day with their hyphens, and nothing else that ISO 8601 allows."""
        error = refusal(document({**event, fact: written}))

        assert (f"events[0].{fact}", "a date is needed, as '2025-01-06'", written) == (
            error.where,
            error.what,
            error.written,
        )

    @pytest.mark.parametrize(
        ("event", "where", "written"),
        [
            ({"event": "withdrawn", "on": None}, "events[0].on", None),
            (
                {"event": "later_start_agreed", "on": "2025-01-06", "start": None},
                "events[0].start",
                None,
            ),
            ({**RECEIVED, "orally": 1}, "events[0].orally", 1),
            ({**RECEIVED, "orally": None}, "events[0].orally", None),
            ({**RECEIVED, "note": 5}, "events[0].note", 5),
            (
                {"event": "concurrent_consideration_decided", "on": "2025-01-06", "ground": "LADO"},
                "events[0].ground",
                "LADO",
            ),
            (
                {"event": "ombudsman_decided", "on": "2025-01-06", "decision": None},
                "events[0].decision",
                None,
            ),
        ],
        ids=[
            "null day",
            "null date",
            "number for truth",
            "null for truth",
            "number for text",
            "unknown word",
            "null for a word",
        ],
    )
    def test_a_fact_of_another_kind_is_refused_at_its_path(
        self, event: dict[str, Any], where: str, written: object
    ) -> None:
        """The path leads to the value in the document."""
        error = refusal(document(event))

        assert (where, written) == (error.where, error.written)

    def test_a_fact_of_another_kind_keeps_what_the_event_says_of_it(self) -> None:
        """The error of the event is the cause, and its remedy is passed on."""
        error = refusal(document({**RECEIVED, "orally": "yes"}))

        assert ("True or False is needed, not str", "Pass True or False") == (
            error.what,
            error.remedy,
        )
        assert isinstance(error.__cause__, ComplaintTimescalesError)

    def test_dates_out_of_order_are_refused_as_the_event_refuses_them(self) -> None:
        """Grounds cannot arise after receipt."""
        error = refusal(document({**RECEIVED, "grounds_arose": "2025-01-07"}))

        assert "grounds_arose, Tuesday 7 January 2025, cannot be after" in error.what
        assert error.where.startswith("events[0]")

    @pytest.mark.parametrize("value", ["until", "recorded_on", "note"])
    def test_the_suggestion_follows_the_name_and_not_the_value(self, value: str) -> None:
        """A misspelt 'reason' is not 'until' because its text says so."""
        given = {"event": "investigation_extended", "on": "2025-01-06", "resaon": value}

        assert "Did you mean 'reason'?" == refusal(document(given)).remedy

    @pytest.mark.parametrize("reference", ["", "  "], ids=repr)
    def test_an_empty_reference_is_a_fault_of_the_document(self, reference: str) -> None:
        """The error says where, as for every other key."""
        assert "reference" == refusal(document(reference=reference)).where

    def test_keys_that_are_no_text_are_refused(self) -> None:
        """A mapping made by a program can have such keys."""
        assert "no such key in a case document" == refusal({**document(), 5: 1, "x": 2}).what

    @pytest.mark.parametrize("given", [[], None, "{}", 5], ids=repr)
    def test_what_is_no_mapping_is_refused(self, given: Any) -> None:
        """The likeliest slip is to pass a list of documents."""
        with pytest.raises(ComplaintTimescalesError):
            Case.from_dict(given)


class TestRefusedText:
    """JSON is read strictly too."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("", "not JSON: Expecting value: line 1 column 1 (char 0)"),
            ("{", "not JSON: Expecting property name enclosed in double quotes"),
            ("{'schema': 1}", "not JSON: Expecting property name enclosed in double quotes"),
            ('{"schema": 1,}', "not JSON: "),  # newer Pythons have better words for it
            ('{"schema": 1} {}', "not JSON: Extra data: line 1 column 15 (char 14)"),
            ("\ufeff{}", "not JSON: Unexpected UTF-8 BOM"),
        ],
        ids=["empty", "broken off", "single quotes", "last comma", "two", "byte order mark"],
    )
    def test_what_is_not_json_is_refused_with_the_place(self, text: str, expected: str) -> None:
        """The message points into the text."""
        error = refused_text(text)

        assert error.what.startswith(expected)
        assert error.remedy == "Check the file where the message points"

    @pytest.mark.parametrize("text", ["[]", "null", "5", '"text"'])
    def test_a_document_is_an_object(self, text: str) -> None:
        """A list of documents is read one by one."""
        assert "an object is needed" == refused_text(text).what

    @pytest.mark.parametrize("name", ["NaN", "Infinity", "-Infinity"])
    def test_what_json_has_no_number_for_is_refused(self, name: str) -> None:
        """Python would read it, and nobody else."""
        error = refused_text(f'{{"schema": {name}}}')

        assert ("not a number that JSON has", name) == (error.what, error.written)

    @pytest.mark.parametrize(
        ("text", "where"),
        [
            ('{"reference": "a", "reference": "b"}', "reference"),
            ('{"events": [{"event": "withdrawn", "on": "2025-01-06", "on": "2025-01-07"}]}', "on"),
        ],
        ids=["in the document", "in an event"],
    )
    def test_a_key_that_stands_twice_is_refused(self, text: str, where: str) -> None:
        """Neither of the two is taken."""
        error = refused_text(text)

        assert (where, "the key stands twice") == (error.where, error.what)

    @pytest.mark.skipif(sys.platform == "emscripten", reason="a browser has a stack of its own")
    @pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 100_000], ids=["lists", "objects"])
    def test_deep_nesting_is_refused(self, text: str) -> None:
        """It is an error of the document, not of the machine."""
        assert refused_text(text).what.startswith("not JSON: ")

    def test_a_number_of_thousands_of_digits_is_refused(self) -> None:
        """The machine's own limit is an error of the document too."""
        refused_text('{"schema": ' + "1" * 5_000 + "}")

    @pytest.mark.parametrize("given", [None, 5, b"\xff{}"], ids=repr)
    def test_what_is_no_text_is_refused(self, given: Any) -> None:
        """With an error of the library, as everywhere."""
        with pytest.raises(ComplaintTimescalesError):
            Case.from_json(given)
