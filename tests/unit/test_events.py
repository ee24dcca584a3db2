# SPDX-License-Identifier: MIT
"""What can happen: the name, the facts and the checks of every event."""

from __future__ import annotations

import datetime as dt
import pickle
from datetime import date, timedelta
from typing import Any

import attrs
import pytest

from complaint_timescales import DatesOutOfOrder, InvalidDate, InvalidFact, events
from complaint_timescales.events import BY_NAME, Event

DAY = date(2025, 1, 6)

# Each event with the facts it needs, then those it may have, beside `on`, `recorded_on`, `note`.
EVENTS: dict[str, tuple[dict[str, Any], set[str]]] = {
    "representations_received": (
        {},
        {"orally", "advocate_requested", "grounds_arose", "interest_decision_needed"},
    ),
    "withdrawn": ({}, set()),
    "concurrent_consideration_decided": ({"ground": "court"}, {"would_prejudice", "in_part"}),
    "concurrent_consideration_ended": ({}, set()),
    "resubmitted": ({}, set()),
    "late_representations_accepted": (
        {},
        {"not_reasonable_in_time", "still_effective_and_fair"},
    ),
    "representations_declined_out_of_time": ({}, set()),
    "sufficient_interest_decided": ({"sufficient": True}, set()),
    "redirected": ({}, set()),
    "local_resolution_waived": ({}, {"both_agreed"}),
    "advocate_appointed": ({}, set()),
    "later_start_agreed": ({"start": date(2025, 1, 20)}, {"at_complainants_request"}),
    "local_resolution_extended": ({"working_days": 5}, {"considered_complex"}),
    "matters_resolved": ({}, {"outcome"}),
    "local_resolution_ended": ({}, {"outcome"}),
    "investigation_requested": ({}, set()),
    "written_record_finalised": ({}, set()),
    "investigation_extended": ({"until": date(2025, 3, 3), "reason": "interviews"}, set()),
    "investigation_response_sent": ({}, {"with_independent_person", "outcome"}),
    "investigation_response_received": ({}, set()),
    "panel_requested": ({}, {"reasons_given"}),
    "late_panel_request_accepted": ({"reason": "in hospital"}, set()),
    "panel_met": ({}, {"independent_persons", "stage_2_independent_person_sat"}),
    "panel_report_sent": ({}, set()),
    "panel_report_received": ({}, set()),
    "panel_response_sent": ({}, {"outcome"}),
    "referred_early_to_ombudsman": ({}, {"complainant_agreed"}),
    "mediation_offered": ({}, set()),
    "mediation_declined": ({}, set()),
    "mediation_ended": ({"resolved": False}, set()),
    "independent_person_appointed": ({}, set()),
    "investigating_officer_appointed": ({}, set()),
    "statement_agreed": ({}, set()),
    "investigation_report_completed": ({}, set()),
    "adjudicated": ({}, {"outcome"}),
    "ombudsman_complaint_made": ({}, set()),
    "ombudsman_decided": ({"decision": "upheld"}, set()),
}
NEEDED = [(name, fact) for name, (needed, _) in EVENTS.items() for fact in ("on", *needed)]
each_event = pytest.mark.parametrize("name", EVENTS)


def make(name: str, **facts: Any) -> Event:
    """An event of that name with the facts it needs, or others."""
    return BY_NAME[name](**{"on": DAY, **EVENTS[name][0], **facts})


class TestEveryEvent:
    """Each has its name, its day and its facts."""

    def test_there_are_these_and_no_other(self) -> None:
        """In the order of the instrument, and practice after it."""
        assert list(EVENTS) == list(BY_NAME)

    @each_event
    def test_its_class_is_its_name_in_camel_case(self, name: str) -> None:
        """``PanelMet`` is ``panel_met``."""
        kind = getattr(events, name.title().replace("_", ""))

        assert (kind, name) == (BY_NAME[name], kind.name)

    @each_event
    def test_it_has_these_facts(self, name: str) -> None:
        """Those it needs, those it may have, and what every event has."""
        needed, others = EVENTS[name]

        assert {"on", "recorded_on", "note", *needed, *others} == {
            field.name for field in attrs.fields(BY_NAME[name])
        }

    @each_event
    def test_it_can_be_made_of_the_facts_it_needs(self, name: str) -> None:
        """Nothing else has to be known."""
        event = make(name)

        assert (DAY, None, None) == (event.on, event.recorded_on, event.note)

    @pytest.mark.parametrize(("name", "fact"), NEEDED)
    def test_it_cannot_be_made_without_a_fact_it_needs(self, name: str, fact: str) -> None:
        """No such fact has a default."""
        facts = {"on": DAY, **EVENTS[name][0]}
        del facts[fact]

        with pytest.raises(TypeError, match=f"missing 1 required keyword-only argument: '{fact}'"):
            BY_NAME[name](**facts)

    @each_event
    @pytest.mark.parametrize(
        "day", [dt.datetime(2025, 1, 6), "2025-01-06", 20250106, None], ids=repr
    )
    def test_its_day_is_a_plain_date(self, name: str, day: object) -> None:
        """The error names the event and its fact, and keeps the value as written."""
        with pytest.raises(InvalidDate) as caught:
            make(name, on=day)

        assert (f"{name}.on", day) == (caught.value.where, caught.value.written)

    @each_event
    def test_it_can_be_written_down_later(self, name: str) -> None:
        """On its day or on any day after it."""
        later = DAY + timedelta(days=30)

        assert (DAY, later) == (
            make(name, recorded_on=DAY).recorded_on,
            make(name, recorded_on=later).recorded_on,
        )

    @each_event
    def test_it_cannot_be_written_down_before_it_happened(self, name: str) -> None:
        """Both dates are in the error."""
        with pytest.raises(DatesOutOfOrder) as caught:
            make(name, recorded_on=date(2025, 1, 5))

        assert (
            f"{name}: recorded_on, Sunday 5 January 2025, cannot be before the day of the event, "
            "Monday 6 January 2025. Check both dates against the file"
        ) == str(caught.value)

    @each_event
    def test_it_does_not_change(self, name: str) -> None:
        """An event that exists is well formed for good."""
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            make(name).on = DAY  # type: ignore[misc]

    @each_event
    def test_it_pickles_to_an_equal_event(self, name: str) -> None:
        """With every fact it was made of."""
        event = make(name, note="by letter")

        assert event == pickle.loads(pickle.dumps(event))

    @each_event
    def test_it_hashes_and_compares_by_its_facts(self, name: str) -> None:
        """The same facts are the same event, and another day is another event."""
        assert {make(name)} == {make(name), make(name)}
        assert make(name) != make(name, on=date(2025, 1, 5))

    @each_event
    def test_its_facts_are_given_by_name_alone(self, name: str) -> None:
        """Two dates side by side are too easily swapped."""
        with pytest.raises(TypeError, match="positional argument"):
            BY_NAME[name](DAY)  # type: ignore[call-arg]


class TestFacts:
    """Each fact is of its kind, and what it means is its default."""

    @pytest.mark.parametrize(
        ("name", "fact", "default"),
        [
            ("representations_received", "orally", False),
            ("representations_received", "advocate_requested", False),
            ("representations_received", "grounds_arose", None),
            ("representations_received", "interest_decision_needed", False),
            ("concurrent_consideration_decided", "would_prejudice", True),
            ("concurrent_consideration_decided", "in_part", False),
            ("late_representations_accepted", "not_reasonable_in_time", None),
            ("late_representations_accepted", "still_effective_and_fair", None),
            ("local_resolution_waived", "both_agreed", True),
            ("later_start_agreed", "at_complainants_request", True),
            ("local_resolution_extended", "considered_complex", True),
            ("matters_resolved", "outcome", None),
            ("local_resolution_ended", "outcome", None),
            ("investigation_response_sent", "with_independent_person", True),
            ("investigation_response_sent", "outcome", None),
            ("panel_requested", "reasons_given", True),
            ("panel_met", "independent_persons", 3),
            ("panel_met", "stage_2_independent_person_sat", False),
            ("panel_response_sent", "outcome", None),
            ("referred_early_to_ombudsman", "complainant_agreed", True),
            ("adjudicated", "outcome", None),
        ],
    )
    def test_what_is_not_given_is_what_the_event_says_by_itself(
        self, name: str, fact: str, default: object
    ) -> None:
        """A waiver was agreed by both, a panel has three: unless the file says otherwise."""
        assert default == getattr(make(name), fact)

    @pytest.mark.parametrize(
        ("name", "fact", "value", "where"),
        [
            ("representations_received", "orally", 1, "representations_received.orally"),
            (
                "representations_received",
                "advocate_requested",
                "yes",
                "representations_received.advocate_requested",
            ),
            (
                "representations_received",
                "interest_decision_needed",
                None,
                "representations_received.interest_decision_needed",
            ),
            ("withdrawn", "note", 5, "withdrawn.note"),
            ("concurrent_consideration_decided", "ground", "section 47 enquiry", "ground"),
            (
                "concurrent_consideration_decided",
                "would_prejudice",
                None,
                "concurrent_consideration_decided.would_prejudice",
            ),
            (
                "concurrent_consideration_decided",
                "in_part",
                0,
                "concurrent_consideration_decided.in_part",
            ),
            (
                "late_representations_accepted",
                "not_reasonable_in_time",
                1,
                "late_representations_accepted.not_reasonable_in_time",
            ),
            (
                "late_representations_accepted",
                "still_effective_and_fair",
                "",
                "late_representations_accepted.still_effective_and_fair",
            ),
            (
                "sufficient_interest_decided",
                "sufficient",
                "true",
                "sufficient_interest_decided.sufficient",
            ),
            ("local_resolution_waived", "both_agreed", 1, "local_resolution_waived.both_agreed"),
            (
                "later_start_agreed",
                "at_complainants_request",
                None,
                "later_start_agreed.at_complainants_request",
            ),
            (
                "local_resolution_extended",
                "working_days",
                True,
                "local_resolution_extended.working_days",
            ),
            (
                "local_resolution_extended",
                "working_days",
                5.0,
                "local_resolution_extended.working_days",
            ),
            (
                "local_resolution_extended",
                "working_days",
                "5",
                "local_resolution_extended.working_days",
            ),
            (
                "local_resolution_extended",
                "considered_complex",
                1,
                "local_resolution_extended.considered_complex",
            ),
            ("matters_resolved", "outcome", "Upheld", "outcome"),
            ("local_resolution_ended", "outcome", "resolved", "outcome"),
            ("investigation_extended", "reason", None, "investigation_extended.reason"),
            (
                "investigation_response_sent",
                "with_independent_person",
                1,
                "investigation_response_sent.with_independent_person",
            ),
            ("investigation_response_sent", "outcome", 1, "outcome"),
            ("panel_requested", "reasons_given", "late", "panel_requested.reasons_given"),
            ("late_panel_request_accepted", "reason", 5, "late_panel_request_accepted.reason"),
            ("panel_met", "independent_persons", True, "panel_met.independent_persons"),
            ("panel_met", "independent_persons", 3.0, "panel_met.independent_persons"),
            (
                "panel_met",
                "stage_2_independent_person_sat",
                0,
                "panel_met.stage_2_independent_person_sat",
            ),
            ("panel_response_sent", "outcome", "premature", "outcome"),
            (
                "referred_early_to_ombudsman",
                "complainant_agreed",
                None,
                "referred_early_to_ombudsman.complainant_agreed",
            ),
            ("mediation_ended", "resolved", 1, "mediation_ended.resolved"),
            ("adjudicated", "outcome", "found", "outcome"),
            ("ombudsman_decided", "decision", "partly_upheld", "decision"),
        ],
    )
    def test_another_kind_is_refused_with_the_value_as_written(
        self, name: str, fact: str, value: object, where: str
    ) -> None:
        """A bool is no number, a number is no bool, and a word is of its set."""
        with pytest.raises(InvalidFact) as caught:
            make(name, **{fact: value})

        assert (where, value) == (caught.value.where, caught.value.written)

    @pytest.mark.parametrize(
        ("name", "fact"),
        [
            ("representations_received", "grounds_arose"),
            ("later_start_agreed", "start"),
            ("investigation_extended", "until"),
            ("withdrawn", "recorded_on"),
        ],
    )
    @pytest.mark.parametrize(
        "value", [dt.datetime(2025, 1, 6), "2025-01-06", 20250106], ids=["datetime", "text", "int"]
    )
    def test_every_date_is_a_plain_date(self, name: str, fact: str, value: object) -> None:
        """The same rule as for the day of the event."""
        with pytest.raises(InvalidDate) as caught:
            make(name, **{fact: value})

        assert (f"{name}.{fact}", value) == (caught.value.where, caught.value.written)


class TestOrder:
    """Facts that can lie on one side of the event alone."""

    @pytest.mark.parametrize("day", [date(2025, 1, 6), date(2005, 6, 1)], ids=["that day", "long"])
    def test_grounds_arise_on_the_day_or_before_it(self, day: date) -> None:
        """Even before the Regulations."""
        assert events.RepresentationsReceived(on=DAY, grounds_arose=day).grounds_arose == day

    def test_grounds_cannot_arise_after_receipt(self) -> None:
        """What has not happened cannot be complained of."""
        with pytest.raises(DatesOutOfOrder, match="grounds_arose, Tuesday 7 January 2025, cannot"):
            events.RepresentationsReceived(on=DAY, grounds_arose=date(2025, 1, 7))

    def test_a_later_date_is_told_on_the_day_itself_or_after(self) -> None:
        """The date named can be that of the notice."""
        assert DAY == events.InvestigationExtended(on=DAY, until=DAY, reason="interviews").until

    def test_a_later_date_cannot_lie_before_the_notice(self) -> None:
        """Nobody is told of a date that has passed."""
        with pytest.raises(DatesOutOfOrder, match="until, Sunday 5 January 2025, cannot be before"):
            events.InvestigationExtended(on=DAY, until=date(2025, 1, 5), reason="interviews")
