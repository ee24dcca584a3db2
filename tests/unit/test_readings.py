# SPDX-License-Identifier: MIT
"""Other readings: each option that dates can be worked out by, and those it cannot."""

from __future__ import annotations

from datetime import date

import pytest

from complaint_timescales import (
    Case,
    ConditionNotMet,
    InvalidReading,
    Outcome,
    Readings,
    Stage,
    StepNotOpen,
    assess,
    due,
    events,
)
from complaint_timescales.interpretations import INTERPRETATIONS
from complaint_timescales.readings import EDITS, HELD_ALONE, procedure_under
from complaint_timescales.regulations import LOCAL_AUTHORITY

RECEIVED = events.RepresentationsReceived(on=date(2025, 1, 6))
REQUESTED = events.InvestigationRequested(on=date(2025, 2, 3))
RESPONDED = [
    events.InvestigationResponseSent(on=date(2025, 5, 8)),
    events.InvestigationResponseReceived(on=date(2025, 5, 8)),
]
COMMON = [RECEIVED, REQUESTED]


def read(number: str, option: str) -> Readings:
    return Readings.of({number: option})


def last_days(case: Case) -> list[tuple[str, date]]:
    return [(str(each.provision), each.date) for each in case.deadlines()]


def broken(case: Case) -> list[str]:
    return [str(breach.provision) for breach in case.breaches()]


class TestReadings:
    """The value that says which readings are used."""

    def test_nothing_is_changed_unless_it_is_named(self) -> None:
        """Every interpretation has its default."""
        assert all(
            Readings().option(number) == entry.default.name
            for number, entry in INTERPRETATIONS.items()
        )

    def test_a_default_that_is_named_is_no_change(self) -> None:
        """It equals no reading at all."""
        assert Readings() == read("I-17", "that_day")

    def test_they_are_kept_in_the_order_of_the_numbers(self) -> None:
        """I-3 before I-17, however they were given."""
        given = Readings.of({"I-17": "next_working_day", "I-3": "extends"})

        assert (("I-3", "extends"), ("I-17", "next_working_day")) == given.pairs

    def test_one_more_can_be_added(self) -> None:
        """The value itself stays as it was."""
        first = read("I-3", "extends")

        assert ({"I-3": "extends", "I-1": "day_1"}, {"I-3": "extends"}) == (
            first.and_also("I-1", "day_1").to_dict(),
            first.to_dict(),
        )

    def test_it_says_what_differs(self) -> None:
        """Or that nothing does."""
        assert ("every default", "I-1 'day_1' and I-3 'extends'") == (
            str(Readings()),
            str(Readings.of({"I-3": "extends", "I-1": "day_1"})),
        )

    @pytest.mark.parametrize(
        ("given", "message"),
        [
            ({"I-71": "day_0"}, "no interpretation has that number; as written: 'I-71'. Did you"),
            ({"seventeen": "day_0"}, "as written: 'seventeen'. Write 'I-17'"),
            ({"I-1": "day_2"}, "I-1 has no such option; as written: 'day_2'. Write 'day_0' or"),
        ],
        ids=["near", "far", "option"],
    )
    def test_what_there_is_not_is_refused(self, given: dict[str, str], message: str) -> None:
        """With what there is instead."""
        with pytest.raises(InvalidReading) as caught:
            Readings.of(given)

        assert message in str(caught.value)


class TestOptions:
    """Every option can be worked out, or says why not."""

    def test_each_is_a_default_or_one_or_the_other(self) -> None:
        """None is left out, and none is both."""
        others = {
            (number, option.name)
            for number, entry in INTERPRETATIONS.items()
            for option in entry.options[1:]
        }

        assert others == set(EDITS) ^ set(HELD_ALONE)

    @pytest.mark.parametrize(("number", "option"), HELD_ALONE, ids=str)
    def test_what_cannot_be_worked_out_is_refused(self, number: str, option: str) -> None:
        """With what to do instead."""
        with pytest.raises(InvalidReading, match="no date can be worked out"):
            due("14(1)", date(2025, 1, 6), readings=read(number, option))

    @pytest.mark.parametrize(("number", "option"), EDITS, ids=str)
    def test_what_can_be_changes_some_row(self, number: str, option: str) -> None:
        """And every timescale says by which readings it stands."""
        law = procedure_under(LOCAL_AUTHORITY, read(number, option))

        assert law.rows != LOCAL_AUTHORITY.rows
        assert {read(number, option)} == {row.readings for row in law.timescales.values()}


class TestCounting:
    """Readings of how days are counted, for two dates."""

    def test_the_start_as_day_1(self) -> None:
        """From Monday 16 December 2024: 16 to 20, 23, 24, 27, 30 and 31 are ten days."""
        found = due("14(1)", date(2024, 12, 16), readings=read("I-1", "day_1"))

        assert (date(2024, 12, 31), 10, date(2024, 12, 16)) == (
            found.date,
            len(found.counted),
            found.counted[0],
        )

    def test_a_start_on_a_weekend_is_never_day_1(self) -> None:
        """From Saturday 14 December 2024 the first day is Monday 16, by either reading."""
        found = due("14(1)", date(2024, 12, 14), readings=read("I-1", "day_1"))

        assert (date(2024, 12, 31), 10) == (found.date, len(found.counted))

    def test_the_days_used_count_the_start_too(self) -> None:
        """On Friday 20 December 2024 five days are used, and not four."""
        found = assess(
            "14(1)", date(2024, 12, 16), date(2024, 12, 20), readings=read("I-1", "day_1")
        )

        assert (Outcome.MET, 5) == (found.outcome, found.working_days)

    @pytest.mark.parametrize(
        ("end", "outcome", "over"),
        [
            (date(2025, 1, 18), Outcome.MET, 0),
            (date(2025, 1, 19), Outcome.MET, 0),
            (date(2025, 1, 20), Outcome.MISSED, 1),
        ],
        ids=["Saturday", "Sunday", "Monday"],
    )
    def test_a_weekend_after_the_last_day_is_in_time(
        self, end: date, outcome: Outcome, over: int
    ) -> None:
        """The tenth day after Friday 3 January 2025 is Friday 17 January."""
        found = assess("14(1)", date(2025, 1, 3), end, readings=read("I-2", "by_count"))

        assert (outcome, over) == (found.outcome, found.days_over)

    @pytest.mark.parametrize(
        ("start", "expected"),
        [
            (date(2024, 2, 29), date(2025, 3, 1)),
            (date(2024, 2, 28), date(2025, 2, 28)),
            (date(2023, 3, 1), date(2024, 3, 1)),
        ],
        ids=str,
    )
    def test_a_year_from_a_leap_day_to_march(self, start: date, expected: date) -> None:
        """29 February 2024 has no anniversary in 2025; the others have theirs."""
        assert expected == due("9(1)", start, readings=read("I-13", "first_of_march")).date

    def test_a_weekend_receipt_on_the_next_working_day(self) -> None:
        """Saturday 23 March 2024 becomes Monday 25, so Wednesday 10 April and not Tuesday 9."""
        reading = read("I-17", "next_working_day")
        found = due("14(1)", date(2024, 3, 23), readings=reading)

        assert (date(2024, 4, 10), date(2024, 3, 25), 10) == (
            found.date,
            found.day_0,
            len(found.counted),
        )

    def test_a_working_day_is_not_moved(self) -> None:
        """Monday 6 January 2025 is day 0 by either reading."""
        reading = read("I-17", "next_working_day")

        assert date(2025, 1, 20) == due("14(1)", date(2025, 1, 6), readings=reading).date

    def test_a_result_carries_its_readings(self) -> None:
        """And so does what is made of it."""
        reading = read("I-17", "next_working_day")
        found = assess("14(1)", date(2024, 3, 23), date(2024, 4, 10), readings=reading)

        assert (reading, {"I-17": "next_working_day"}) == (
            found.readings,
            found.to_dict()["readings"],
        )


class TestExtensions:
    """What a late or a second extension does."""

    LATE_STAGE_1 = Case(
        "C",
        [
            RECEIVED,
            events.LocalResolutionExtended(on=date(2025, 1, 21), working_days=5),
            events.LocalResolutionEnded(on=date(2025, 1, 27)),
        ],
    )
    LATE_NOTICE = Case(
        "C",
        [
            *COMMON,
            events.InvestigationExtended(
                on=date(2025, 3, 11), until=date(2025, 5, 8), reason="interviews"
            ),
            *RESPONDED,
        ],
    )
    SECOND_NOTICE = Case(
        "C",
        [
            *COMMON,
            events.InvestigationExtended(
                on=date(2025, 3, 3), until=date(2025, 4, 4), reason="interviews"
            ),
            events.InvestigationExtended(
                on=date(2025, 4, 1), until=date(2025, 5, 8), reason="more of them"
            ),
            *RESPONDED,
        ],
    )

    def test_a_late_extension_of_stage_1_can_extend(self) -> None:
        """Decided on the eleventh day: with the default 14(1) stays broken."""
        other = self.LATE_STAGE_1.under(read("I-3", "extends"))

        assert (["14(1)"], []) == (broken(self.LATE_STAGE_1), broken(other))
        assert [("14(5)", date(2025, 1, 27))] == last_days(other)

    @pytest.mark.parametrize(
        ("option", "expected"),
        [("extends", []), ("void", ["14(1)", "17(3)"])],
    )
    def test_a_late_notice_can_extend_or_be_void(self, option: str, expected: list[str]) -> None:
        """Given on Tuesday 11 March 2025, the day after the 25th."""
        other = self.LATE_NOTICE.under(read("I-5", option))
        limits = [provision for provision, _ in last_days(other) if provision.startswith("17")]

        assert [each for each in expected if each != "14(1)"] == [
            each for each in broken(other) if each.startswith("17")
        ]
        assert limits == (["17(6)"] if option == "extends" else ["17(3)"])

    def test_a_second_notice_can_be_left_out_of_account(self) -> None:
        """Then Friday 4 April 2025 stands, and 8 May is late."""
        other = self.SECOND_NOTICE.under(read("I-6", "first_alone"))

        assert (("17(6)", date(2025, 5, 8)), ("17(6)", date(2025, 4, 4))) == (
            last_days(self.SECOND_NOTICE)[1],
            last_days(other)[1],
        )


class TestStarts:
    """What fixes a start date."""

    def test_an_early_request_can_be_held(self) -> None:
        """Requested on 8 January; stage 1 ends on the 20th, and 25 days later is 24 February."""
        case = Case("C", [RECEIVED, events.InvestigationRequested(on=date(2025, 1, 8))])
        held = case.under(read("I-4", "hold"))

        assert (("17(3)", date(2025, 2, 12)), ("17(3)", date(2025, 2, 24))) == (
            last_days(case)[1],
            last_days(held)[1],
        )

    def test_a_request_after_the_answer_is_not_held(self) -> None:
        """Answered on 10 January and requested on the 13th: 17 February by either reading."""
        case = Case(
            "C",
            [
                RECEIVED,
                events.LocalResolutionEnded(on=date(2025, 1, 10)),
                events.InvestigationRequested(on=date(2025, 1, 13)),
            ],
            readings=read("I-4", "hold"),
        )

        assert ("17(3)", date(2025, 2, 17)) == last_days(case)[1]

    def test_the_decision_on_interest_can_govern_alone(self) -> None:
        """Decided on 10 January, an advocate on the 15th: the 24th and not the 29th."""
        history = [
            events.RepresentationsReceived(
                on=date(2025, 1, 6), interest_decision_needed=True, advocate_requested=True
            ),
            events.SufficientInterestDecided(on=date(2025, 1, 10), sufficient=True),
            events.AdvocateAppointed(on=date(2025, 1, 15)),
        ]

        assert ([("14(1)", date(2025, 1, 29))], [("14(1)", date(2025, 1, 24))]) == (
            last_days(Case("C", history)),
            last_days(Case("C", history, readings=read("I-9", "interest"))),
        )

    @pytest.mark.parametrize(
        ("event", "option", "expected"),
        [
            (events.StatementAgreed(on=date(2025, 2, 17)), "statement", date(2025, 3, 24)),
            (
                events.InvestigatingOfficerAppointed(on=date(2025, 2, 10)),
                "investigator",
                date(2025, 3, 17),
            ),
        ],
        ids=["statement", "investigator"],
    )
    def test_stage_2_can_start_with_what_authorities_start_it_with(
        self, event: events.Event, option: str, expected: date
    ) -> None:
        """Five plain weeks from Monday 17, or Monday 10, February 2025."""
        case = Case("C", [*COMMON, event])

        assert (("17(3)", date(2025, 3, 10)), ("17(3)", expected)) == (
            last_days(case)[1],
            last_days(case.under(read("I-19", option)))[1],
        )

    def test_stage_1_can_run_from_accepting_late_representations(self) -> None:
        """Accepted on Monday 20 January 2025, a week after receipt."""
        case = Case(
            "C",
            [
                events.RepresentationsReceived(
                    on=date(2025, 1, 13), grounds_arose=date(2024, 1, 5)
                ),
                events.LateRepresentationsAccepted(on=date(2025, 1, 20)),
            ],
        )
        other = case.under(read("I-22", "acceptance"))

        assert (("14(1)", date(2025, 1, 27)), ("14(1)", date(2025, 2, 3))) == (
            last_days(case)[1],
            last_days(other)[1],
        )

    def test_the_report_can_be_due_from_the_first_meeting(self) -> None:
        """Met on 18 July 2025, adjourned to the 25th: 25 July and not 1 August."""
        case = Case(
            "C",
            [
                *COMMON,
                *RESPONDED,
                events.PanelRequested(on=date(2025, 6, 6)),
                events.PanelMet(on=date(2025, 7, 18)),
                events.PanelMet(on=date(2025, 7, 25)),
            ],
        )
        other = case.under(read("I-10", "first"))

        assert (("20(2)", date(2025, 8, 1)), ("20(2)", date(2025, 7, 25))) == (
            last_days(case)[-1],
            last_days(other)[-1],
        )


class TestSteps:
    """What may happen at all."""

    def test_a_late_panel_request_can_be_out_of_the_question(self) -> None:
        """The step has no place then."""
        case = Case("C", [*COMMON, *RESPONDED], readings=read("I-7", "never"))

        with pytest.raises(StepNotOpen):
            case.record(events.LatePanelRequestAccepted(on=date(2025, 7, 1), reason="illness"))

    def test_a_request_without_reasons_can_start_the_thirty_days(self) -> None:
        """From Friday 6 June 2025, so Friday 18 July."""
        case = Case("C", [*COMMON, *RESPONDED], readings=read("I-8", "starts"))
        case = case.record(events.PanelRequested(on=date(2025, 6, 6), reasons_given=False))

        assert (Stage.STAGE_3_REQUESTED, ("19(4)", date(2025, 7, 18))) == (
            case.stage,
            last_days(case)[-1],
        )

    def test_a_later_start_can_be_agreed_after_the_limit(self) -> None:
        """On 22 January 2025, two days after the limit, to the 27th: then 10 February."""
        later = events.LaterStartAgreed(on=date(2025, 1, 22), start=date(2025, 1, 27))
        case = Case("C", [RECEIVED])

        with pytest.raises(ConditionNotMet):
            case.record(later)
        assert [("14(1)", date(2025, 2, 10))] == last_days(
            case.under(read("I-23", "yes")).record(later)
        )

    def test_a_late_resubmission_can_be_accepted(self) -> None:
        """A year and a day after the end of the concurrent consideration."""
        case = Case(
            "C",
            [
                RECEIVED,
                events.ConcurrentConsiderationDecided(on=date(2025, 1, 8), ground="court"),
                events.ConcurrentConsiderationEnded(on=date(2025, 2, 3)),
            ],
        )
        late = events.Resubmitted(on=date(2026, 2, 4))

        with pytest.raises(ConditionNotMet):
            case.record(late)
        assert Stage.STAGE_1_OPEN is case.under(read("I-26", "yes")).record(late).stage


class TestThe2020Relaxation:
    """Its edge and its reach."""

    @pytest.mark.parametrize(("option", "softened"), [("inside", True), ("outside", False)])
    def test_its_last_day(self, option: str, softened: bool) -> None:
        """Five days from Friday 18 September 2020 end on Friday 25 September."""
        found = due("20(2)", date(2020, 9, 18), readings=read("I-15", option))

        assert (date(2020, 9, 25), softened) == (found.date, bool(found.softened_by))

    def test_the_saving_can_leave_the_request_out(self) -> None:
        """Stage 2 ran that summer; twenty days from 24 September end on 22 October 2020."""
        case = Case(
            "C",
            [
                events.RepresentationsReceived(on=date(2020, 5, 1)),
                events.InvestigationRequested(on=date(2020, 6, 1)),
                events.InvestigationResponseSent(on=date(2020, 8, 20)),
                events.InvestigationResponseReceived(on=date(2020, 9, 24)),
            ],
        )
        late = events.PanelRequested(on=date(2020, 10, 23))

        assert Stage.STAGE_3_REQUESTED is case.record(late).stage
        with pytest.raises(ConditionNotMet, match="22 October 2020"):
            case.under(read("I-16", "panel_alone")).record(late)


class TestTheDocument:
    """Readings are written with a case, for its dates rest on them."""

    def test_they_survive_the_round_trip(self) -> None:
        """And a case by the defaults does not speak of them."""
        case = Case("C", [RECEIVED], readings=read("I-17", "next_working_day"))

        assert (case, {"I-17": "next_working_day"}, False) == (
            Case.from_json(case.to_json()),
            case.to_dict()["readings"],
            "readings" in Case("C", [RECEIVED]).to_dict(),
        )

    @pytest.mark.parametrize(
        "readings", [{"I-17": "tomorrow"}, {"I-99": "day_0"}, ["I-17"]], ids=str
    )
    def test_others_are_a_fault_of_the_document(self, readings: object) -> None:
        """With its path."""
        document = {**Case("C", [RECEIVED]).to_dict(), "readings": readings}

        with pytest.raises(ValueError, match=r"^readings: "):
            Case.from_dict(document)
