# SPDX-License-Identifier: MIT
"""What differs between two cases, and what would follow if something were otherwise."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from complaint_timescales import (
    Case,
    InvalidDate,
    InvalidFact,
    InvalidHoliday,
    Outcome,
    OutsideCalendar,
    Readings,
    Stage,
    WorkingDayCalendar,
    events,
)
from complaint_timescales.variants import VOLUNTARY_ORGANISATION
from complaint_timescales.whatif import Comparison, LimitChange, compare, what_if

RECEIVED = events.RepresentationsReceived(on=date(2025, 1, 6))
ANSWERED = events.LocalResolutionEnded(on=date(2025, 1, 22))
REQUESTED = events.InvestigationRequested(on=date(2025, 2, 3))
RESPONDED = events.InvestigationResponseSent(on=date(2025, 3, 14))
INVESTIGATED = Case("CSC-0042", [RECEIVED, ANSWERED, REQUESTED, RESPONDED])


def noticed(on: date, until: date) -> events.InvestigationExtended:
    return events.InvestigationExtended(on=on, until=until, reason="interviews")


def extended(on: date, days: int) -> events.LocalResolutionExtended:
    return events.LocalResolutionExtended(on=on, working_days=days)


def limit(found: Comparison, provision: str, run: int = 0) -> LimitChange:
    """The first limit of a provision and a run."""
    return next(each for each in found.limits if (each.provision, each.run) == (provision, run))


def lines(found: Comparison) -> list[str]:
    """What follows, without what was changed."""
    changes = len(found.events) + len(found.days) + len(found.settings)
    return list(found.lines()[changes:])


class TestTheSame:
    """A case beside itself."""

    @pytest.mark.parametrize("case", [Case("EMPTY"), INVESTIGATED], ids=["empty", "investigated"])
    def test_nothing_differs(self, case: Case) -> None:
        """Not even in a case in which nothing has happened."""
        found = compare(case, case)

        assert (False, ()) == (bool(found), found.lines())
        assert found.explain().endswith("Nothing that follows differs.")

    def test_a_calendar_that_is_not_given_is_that_of_england(self) -> None:
        """A case that names it counts the same days."""
        found = compare(INVESTIGATED, INVESTIGATED.with_calendar(WorkingDayCalendar.england()))

        assert () == found.lines()

    def test_an_event_that_moves_no_clock_makes_no_difference_to_what_follows(self) -> None:
        """Mediation on 7 January is a difference, and nothing follows from it."""
        found = what_if(INVESTIGATED, added=[events.MediationOffered(on=date(2025, 1, 7))])

        assert (False, ("mediation_offered is added on Tuesday 7 January 2025",)) == (
            bool(found),
            found.lines(),
        )

    def test_each_limit_is_there_all_the_same(self) -> None:
        """Two limits, and neither has changed."""
        found = compare(INVESTIGATED, INVESTIGATED)

        assert [("14(1)", ()), ("17(3)", ())] == [(e.provision, e.changed) for e in found.limits]


class TestEvents:
    """Events that were added, removed or changed, fact by fact."""

    def test_a_moved_event_is_one_that_changed(self) -> None:
        """Its day, and nothing else."""
        found = what_if(INVESTIGATED, moved={ANSWERED: date(2025, 1, 20)})

        assert (
            "local_resolution_ended: 'on' Wednesday 22 January 2025 becomes "
            "Monday 20 January 2025" == found.lines()[0]
        )

    def test_every_fact_that_differs_is_named(self) -> None:
        """A word, a truth and a note that was not there."""
        told = events.RepresentationsReceived(on=date(2025, 1, 6), orally=True, note="by telephone")
        found = compare(Case("C", [RECEIVED]), Case("C", [told]))

        assert (
            "representations_received: 'note' none becomes by telephone and "
            "'orally' false becomes true" == found.lines()[0]
        )
        assert {
            "note": {"before": None, "after": "by telephone"},
            "orally": {"before": False, "after": True},
        } == found.to_dict()["events"][0]["facts"]

    def test_one_that_is_added_comes_with_its_facts(self) -> None:
        """The date named, and the reason."""
        found = what_if(INVESTIGATED, added=[noticed(date(2025, 3, 10), date(2025, 3, 14))])

        assert (
            "investigation_extended is added on Monday 10 March 2025, with 'until' "
            "Friday 14 March 2025 and 'reason' interviews" == found.lines()[0]
        )

    def test_one_that_is_removed_says_so(self) -> None:
        """The response of 14 March; the limit is overdue on the day looked from."""
        found = what_if(INVESTIGATED, removed=[RESPONDED], as_at=date(2025, 3, 14))

        assert [
            "investigation_response_sent is removed: it was on Friday 14 March 2025",
            "stage: stage 2 responded becomes stage 2 open",
            "17(3): missed by 4 working days becomes overdue by 4 working days",
        ] == list(found.lines())
        assert "removed" == found.to_dict()["events"][0]["change"]

    def test_the_words_of_a_finding_are_its_own(self) -> None:
        """An outcome is a word of a closed set."""
        upheld = events.LocalResolutionEnded(on=date(2025, 1, 22), outcome="upheld")
        found = compare(Case("C", [RECEIVED, ANSWERED]), Case("C", [RECEIVED, upheld]))

        assert ("local_resolution_ended: 'outcome' none becomes upheld",) == found.lines()
        assert "upheld" == found.to_dict()["events"][0]["facts"]["outcome"]["after"]

    def test_those_of_one_kind_go_by_their_order(self) -> None:
        """Two offers of mediation: the one that both have stays out, the other has moved."""
        one, two, three = (events.MediationOffered(on=date(2025, 1, day)) for day in (8, 9, 10))
        found = compare(Case("C", [RECEIVED, one, two]), Case("C", [RECEIVED, two, three]))

        assert [(one, three)] == [(each.before, each.after) for each in found.events]


class TestLimits:
    """The last day, what made it so, and the verdict."""

    def test_a_later_start_moves_the_last_day(self) -> None:
        """Requested on 5 February and not on the 3rd: 12 March, and not the 10th."""
        found = what_if(INVESTIGATED, moved={REQUESTED: date(2025, 2, 5)})

        assert [
            "17(3): last day Monday 10 March 2025 becomes Wednesday 12 March 2025, 2 working days "
            "later, because the start date moved from Monday 3 February 2025 to Wednesday "
            "5 February 2025; missed by 4 working days becomes missed by 2 working days"
        ] == lines(found)
        assert (2, -2) == (limit(found, "17(3)").moved, limit(found, "17(3)").more_days_over)

    def test_an_earlier_start_moves_it_back(self) -> None:
        """Requested on Friday 31 January: Friday 7 March is one working day earlier."""
        found = what_if(INVESTIGATED, moved={REQUESTED: date(2025, 1, 31)})

        assert -1 == limit(found, "17(3)").moved
        assert "Friday 7 March 2025, 1 working day earlier, because" in lines(found)[0]

    def test_the_same_last_day_can_have_another_start(self) -> None:
        """Saturday 4 and Friday 3 January both end on Friday 17."""
        friday, saturday = (
            Case("C", [events.RepresentationsReceived(on=date(2025, 1, day))]) for day in (3, 4)
        )
        found = compare(friday, saturday)

        assert [
            "14(1): the start date Friday 3 January 2025 becomes Saturday 4 January 2025"
        ] == lines(found)
        assert ((), 0) == (limit(found, "14(1)").because, limit(found, "14(1)").moved)

    def test_the_provision_that_fixes_the_start_is_named(self) -> None:
        """An advocate asked for, and appointed on the day of receipt."""
        asked = events.RepresentationsReceived(on=date(2025, 1, 6), advocate_requested=True)
        appointed = events.AdvocateAppointed(on=date(2025, 1, 6))
        found = compare(Case("C", [RECEIVED]), Case("C", [asked, appointed]))

        assert [
            "14(1): the provision that fixes the start date 14(3)(c) becomes 14(3)(b)"
        ] == lines(found)

    @pytest.mark.parametrize(
        ("until", "verdict"),
        [(date(2025, 3, 14), "met"), (date(2025, 3, 13), "missed by 1 working day")],
        ids=["the day of the response", "the day before"],
    )
    def test_a_notice_moves_the_last_day_to_the_day_it_names(
        self, until: date, verdict: str
    ) -> None:
        """Given on the 25th working day, 10 March."""
        found = what_if(INVESTIGATED, added=[noticed(date(2025, 3, 10), until)])

        assert "because it is extended under 17(6) on Monday 10 March 2025" in lines(found)[0]
        assert lines(found)[0].endswith(f"missed by 4 working days becomes {verdict}")

    def test_without_its_notice_a_limit_is_what_it_was(self) -> None:
        """The same the other way round."""
        notice = noticed(date(2025, 3, 10), date(2025, 3, 14))
        case = INVESTIGATED.insert(notice)
        found = what_if(case, removed=[notice])

        assert "4 working days earlier, because it is not extended under 17(6);" in lines(found)[0]

    def test_another_date_named_is_the_only_reason(self) -> None:
        """A start that moved has no part in it."""
        notice = noticed(date(2025, 3, 10), date(2025, 3, 14))
        case = INVESTIGATED.insert(notice)
        found = what_if(
            case,
            moved={REQUESTED: date(2025, 2, 4)},
            removed=[notice],
            added=[noticed(date(2025, 3, 10), date(2025, 3, 13))],
        )

        assert ("another date is named under 17(6)",) == limit(found, "17(3)").because

    def test_more_days_are_another_extension(self) -> None:
        """Two days to 22 January, and four to the 24th."""
        found = compare(
            Case("C", [RECEIVED, extended(date(2025, 1, 7), 2)]),
            Case("C", [RECEIVED, extended(date(2025, 1, 7), 4)]),
        )

        assert ("it is extended to 14 working days under 14(5)",) == limit(found, "14(1)").because

    def test_the_same_days_from_another_start_are_the_same_extension(self) -> None:
        """Two days more from 7 January end on the 23rd."""
        found = compare(
            Case("C", [RECEIVED, extended(date(2025, 1, 8), 2)]),
            Case(
                "C",
                [
                    events.RepresentationsReceived(on=date(2025, 1, 7)),
                    extended(date(2025, 1, 8), 2),
                ],
            ),
        )

        assert (
            "the start date moved from Monday 6 January 2025 to Tuesday 7 January 2025",
        ) == limit(found, "14(1)").because

    def test_an_extension_on_another_day_that_moves_nothing_is_named(self) -> None:
        """Two days more, decided on 8 January and not on the 7th."""
        found = compare(
            Case("C", [RECEIVED, extended(date(2025, 1, 7), 2)]),
            Case("C", [RECEIVED, extended(date(2025, 1, 8), 2)]),
        )

        assert [
            "14(1): the day of the extension Tuesday 7 January 2025 becomes "
            "Wednesday 8 January 2025"
        ] == lines(found)

    def test_a_late_extension_stands_beside_the_limit(self) -> None:
        """Decided on the 11th day: the ten days stay missed, and there is a limit more."""
        case = Case("C", [RECEIVED, ANSWERED])
        found = what_if(case, added=[extended(date(2025, 1, 21), 2)])

        assert ["14(1): there is a last day, Wednesday 22 January 2025 (met)"] == lines(found)
        assert [("14(1)", False), ("14(1)", True)] == [
            (each.provision, bool(each.changed)) for each in found.limits
        ]
        assert (None, None) == (found.limits[1].moved, found.limits[1].more_days_over)

    def test_a_limit_that_there_is_no_more(self) -> None:
        """Without the request there is no investigation."""
        found = what_if(INVESTIGATED, removed=[REQUESTED, RESPONDED])

        assert [
            "stage: stage 2 responded becomes stage 1 unresolved",
            "17(3): there is no longer a last day, Monday 10 March 2025 (missed by 4 working days)",
        ] == lines(found)[:2]

    def test_a_duty_that_ends_is_named(self) -> None:
        """Withdrawn on the third day, the ten days are not run to their end."""
        case = Case("C", [RECEIVED])
        found = what_if(case, added=[events.Withdrawn(on=date(2025, 1, 9))])

        assert [
            "stage: stage 1 open becomes withdrawn",
            "14(1): the end of the duty none becomes Thursday 9 January 2025",
        ] == lines(found)

    def test_a_year_is_counted_in_days(self) -> None:
        """Grounds that arose two days later end two days later, whatever days they are."""
        found = compare(
            Case("C", [events.RepresentationsReceived(on=date(2025, 1, 6),
                                                      grounds_arose=date(2024, 1, 4))]),
            Case("C", [events.RepresentationsReceived(on=date(2025, 1, 6),
                                                      grounds_arose=date(2024, 1, 6))]),
        )  # fmt: skip

        assert (2, -2) == (limit(found, "9(1)").moved, limit(found, "9(1)").more_days_over)
        assert "2 days later, because the start date moved" in found.explain()
        assert "missed by 2 days becomes met" in found.explain()

    def test_what_softened_a_limit_is_named(self) -> None:
        """Received on 9 March 2020 the twenty days end on 6 April, from the 26th on the 27th.

        The relaxation began on 24 April; 10 and 13 April were Good Friday and Easter Monday.
        """
        sent = events.InvestigationResponseSent(on=date(2020, 3, 2))
        history = [
            events.RepresentationsReceived(on=date(2020, 2, 3)),
            events.LocalResolutionWaived(on=date(2020, 2, 3)),
            sent,
        ]
        early, late = (
            Case("C", [*history, events.InvestigationResponseReceived(on=date(2020, 3, day))])
            for day in (9, 26)
        )
        found = limit(compare(early, late), "18(2)")

        assert 13 == found.moved
        assert "; what softens the limit none becomes or as soon as is" in str(found)


class TestRuns:
    """Each run of the procedure has its own limits."""

    CASE = Case(
        "C",
        [
            RECEIVED,
            events.ConcurrentConsiderationDecided(on=date(2025, 1, 8), ground="court"),
            events.ConcurrentConsiderationEnded(on=date(2025, 2, 3)),
            events.Resubmitted(on=date(2025, 3, 3)),
            events.LocalResolutionEnded(on=date(2025, 3, 17)),
        ],
    )

    def test_a_later_resubmission_leaves_the_first_run_as_it_was(self) -> None:
        """From 4 March the ten days end on the 18th."""
        found = what_if(self.CASE, moved={"resubmitted": date(2025, 3, 4)})

        assert [
            "14(1) in run 2: last day Monday 17 March 2025 becomes Tuesday 18 March 2025, "
            "1 working day later, because the start date moved from Monday 3 March 2025 to "
            "Tuesday 4 March 2025"
        ] == lines(found)

    def test_a_limit_of_one_run_is_never_matched_with_that_of_another(self) -> None:
        """An investigation in the first run beside one in the second: neither is the other."""
        waived = [
            events.LocalResolutionWaived(on=date(2025, 1, 7)),
            events.LocalResolutionWaived(on=date(2025, 3, 4)),
        ]
        plain = Case("C", self.CASE.events[:4])
        first, second = (plain.insert(each) for each in waived)
        found = [each for each in compare(first, second).limits if each.provision == "17(3)"]

        assert [(0, True, False), (1, False, True)] == [
            (each.run, each.before is not None, each.after is not None) for each in found
        ]


class TestTheCalendar:
    """Days that count differently."""

    QUEEN = "Bank holiday for the State Funeral of Queen Elizabeth II"
    BEFORE = WorkingDayCalendar.england(moved={date(2022, 9, 19): date(2022, 12, 30)})

    @pytest.mark.parametrize(
        ("received", "expected"),
        [
            (date(2022, 9, 2), []),
            (date(2022, 9, 5), ["Monday 19 September 2022", "Tuesday 20 September 2022"]),
            (date(2022, 9, 16), ["Friday 30 September 2022", "Monday 3 October 2022"]),
            (date(2022, 9, 19), []),
        ],
        ids=["ends the Friday before", "ends on it", "starts the Friday before", "starts on it"],
    )
    def test_a_bank_holiday_moves_the_limits_that_it_lies_in(
        self, received: date, expected: list[str]
    ) -> None:
        """Monday 19 September 2022, proclaimed on the 10th; day 0 is never counted."""
        case = Case("C", [events.RepresentationsReceived(on=received)])
        found = compare(case.with_calendar(self.BEFORE), case)

        assert bool(expected) == bool(found)
        for words in expected:
            assert words in found.explain()

    def test_it_is_the_reason(self) -> None:
        """Received on 5 September, the tenth day was the holiday itself."""
        case = Case("C", [events.RepresentationsReceived(on=date(2022, 9, 5))])
        found = compare(case.with_calendar(self.BEFORE), case)
        words = f"Monday 19 September 2022 ({self.QUEEN}) does not count"

        assert [words, (words,), 1] == [
            found.lines()[0],
            limit(found, "14(1)").because,
            limit(found, "14(1)").moved,
        ]
        assert [{"date": "2022-09-19", "name": self.QUEEN, "counts": False}] == found.to_dict()[
            "days"
        ]

    def test_the_other_way_round_it_counts_again(self) -> None:
        """And the same distance back."""
        case = Case("C", [events.RepresentationsReceived(on=date(2022, 9, 5))])
        found = compare(case, case.with_calendar(self.BEFORE))

        assert f"Monday 19 September 2022 ({self.QUEEN}) counts" == found.lines()[0]
        assert -1 == limit(found, "14(1)").moved

    def test_a_day_outside_both_histories_is_no_difference(self) -> None:
        """A holiday of 2026 on a case of January 2025."""
        found = what_if(INVESTIGATED, extra_holidays={date(2026, 6, 15): "Centenary"})

        assert () == found.lines()

    def test_a_holiday_more_is_added_to_those_of_the_case(self) -> None:
        """10 and 11 February 2025 both off: 12 March."""
        case = INVESTIGATED.with_calendar(
            WorkingDayCalendar.england(extra_holidays={date(2025, 2, 10): "One"})
        )
        found = what_if(case, extra_holidays={date(2025, 2, 11): "Two"})

        assert ("Tuesday 11 February 2025 (Two) does not count", date(2025, 3, 12)) == (
            found.lines()[0],
            found.limits[1].after and found.limits[1].after.due,
        )

    def test_a_holiday_can_be_moved(self) -> None:
        """New Year's Day of 2025 to 2 January: from 31 December still 15 January."""
        case = Case("C", [events.RepresentationsReceived(on=date(2024, 12, 31))])
        found = what_if(case, holidays_moved={date(2025, 1, 1): date(2025, 1, 2)})

        assert [True, False] == [day.counts for day in found.days]
        assert not found

    def test_a_change_that_the_act_has_no_room_for_is_refused(self) -> None:
        """A Saturday is never a working day."""
        with pytest.raises(InvalidHoliday):
            what_if(INVESTIGATED, extra_holidays={date(2025, 2, 8): "Saturday"})


class TestOtherSettings:
    """Whatever else a case holds."""

    def test_other_readings_are_named_and_are_the_reason(self) -> None:
        """With day 1 the day of receipt, the last day is a working day earlier."""
        case = Case("C", [RECEIVED])
        found = compare(case, case.under(Readings.of({"I-1": "day_1"})))

        assert [
            "readings: every default becomes I-1 'day_1'",
            "14(1): last day Monday 20 January 2025 becomes Friday 17 January 2025, 1 working day "
            "earlier, because it is read by I-1 'day_1'",
        ] == list(found.lines())

    def test_another_procedure_is_named(self) -> None:
        """The same limit before a voluntary organisation."""
        found = compare(
            Case("C", [RECEIVED]), Case("C", [RECEIVED], procedure=VOLUNTARY_ORGANISATION)
        )

        assert ("procedure: local_authority becomes voluntary_organisation",) == found.lines()
        assert [
            {
                "name": "procedure",
                "before": "local_authority",
                "after": "voluntary_organisation",
            }
        ] == found.to_dict()["settings"]

    def test_two_references_stand_at_the_head(self) -> None:
        """Cases of two complainants."""
        found = compare(Case("ONE", [RECEIVED]), Case("TWO", [RECEIVED]))

        assert (
            "ONE beside TWO, looked at from Monday 6 January 2025:"
            == found.explain().split("\n")[0]
        )


class TestTheDay:
    """The day from which both are looked at."""

    def test_it_is_the_last_of_both_records(self) -> None:
        """Open in one and answered in the other: the open one is overdue by then."""
        found = compare(Case("C", [RECEIVED]), Case("C", [RECEIVED, ANSWERED]))
        before = limit(found, "14(1)").before

        assert (date(2025, 1, 22), Outcome.OVERDUE) == (found.as_at, before and before.outcome)

    def test_a_day_on_which_something_was_written_down_is_one(self) -> None:
        """The answer of 20 January was recorded on the 24th."""
        late = events.LocalResolutionEnded(on=date(2025, 1, 20), recorded_on=date(2025, 1, 24))
        found = compare(Case("C", [RECEIVED]), Case("C", [RECEIVED, late]))

        assert [date(2025, 1, 24), "stage: stage 1 open becomes stage 1 unresolved"] == [
            found.as_at,
            lines(found)[0],
        ]

    def test_it_can_be_given(self) -> None:
        """On the last day neither is late."""
        found = what_if(INVESTIGATED, moved={ANSWERED: date(2025, 1, 21)}, as_at=date(2025, 1, 20))

        assert (date(2025, 1, 20), False) == (found.as_at, bool(found))

    def test_what_had_lapsed_by_then_shows(self) -> None:
        """Received on 17 March the notice gives until 14 April; on the 15th the case is closed."""
        got = events.InvestigationResponseReceived(on=date(2025, 3, 17))
        found = what_if(INVESTIGATED, added=[got], as_at=date(2025, 4, 15))

        assert (Stage.STAGE_2_RESPONDED, Stage.CLOSED_NO_PANEL_REQUEST) == found.stages

    def test_no_day_before_anything_has_happened(self) -> None:
        """Two empty cases are looked at from no day."""
        found = compare(Case("A"), Case("B"))

        assert (None, "A beside B:") == (found.as_at, found.explain().split("\n")[0])
        assert None is found.to_dict()["as_at"]


class TestBreaches:
    """Breaches that appear, and those that go."""

    def test_one_goes_and_one_comes(self) -> None:
        """Answered in time, and responded to on 11 March, the day after the last."""
        case = Case("C", [RECEIVED, ANSWERED, REQUESTED,
                          events.InvestigationResponseSent(on=date(2025, 3, 10))])  # fmt: skip
        moved: dict[events.Event | str, date] = {
            ANSWERED: date(2025, 1, 20),
            "investigation_response_sent": date(2025, 3, 11),
        }
        found = what_if(case, moved=moved)

        assert [
            "no longer a breach: Regulation 14(1) not kept: due Monday 20 January 2025, done on "
            "Wednesday 22 January 2025, 2 working days over.",
            "a breach: Regulation 17(3) not kept: due Monday 10 March 2025, done on "
            "Tuesday 11 March 2025, 1 working day over.",
        ] == lines(found)[-2:]
        made = found.to_dict()
        assert (["14(1)"], ["17(3)"], True) == (
            [each["provision"] for each in made["breaches_gone"]],
            [each["provision"] for each in made["breaches_appeared"]],
            made["differs"],
        )

    def test_one_that_stays_is_neither(self) -> None:
        """A day less late is still late."""
        found = what_if(INVESTIGATED, moved={ANSWERED: date(2025, 1, 21)})

        assert ((), ()) == (found.appeared, found.went)


class TestChanging:
    """How a case is changed for the question."""

    def test_the_case_stays_as_it_is(self) -> None:
        """Its events, and what follows from them."""
        before = INVESTIGATED.to_json()
        what_if(INVESTIGATED, moved={ANSWERED: date(2025, 1, 20)}, removed=[RESPONDED])

        assert before == INVESTIGATED.to_json()

    def test_events_of_one_day_keep_their_order(self) -> None:
        """Received on the day of the answer, it still comes before it."""
        found = what_if(Case("C", [RECEIVED, ANSWERED]), moved={RECEIVED: date(2025, 1, 22)})

        assert None is found.refusal
        assert found.after is not None
        assert ["representations_received", "local_resolution_ended"] == [
            event.name for event in found.after.events
        ]

    def test_a_record_moves_with_its_event(self) -> None:
        """Written down two days after the day, whichever it is."""
        late = events.LocalResolutionEnded(on=date(2025, 1, 22), recorded_on=date(2025, 1, 24))
        found = what_if(Case("C", [RECEIVED, late]), moved={late: date(2025, 1, 17)})

        assert found.after is not None
        assert date(2025, 1, 19) == found.after.events[1].recorded_on

    @pytest.mark.parametrize(
        "which", [ANSWERED, "local_resolution_ended", "local_resolution_ended@2025-01-22"]
    )
    def test_an_event_is_given_in_three_ways(self, which: events.Event | str) -> None:
        """Itself, its name, or its name and its day."""
        found = what_if(INVESTIGATED, moved={which: date(2025, 1, 20)})

        assert ("14(1)",) == tuple(each.provision for each in found.went)

    @pytest.mark.parametrize(
        ("case", "which", "words"),
        [
            (INVESTIGATED, "panel_met", "no such event; as written: 'panel_met'. Give repres"),
            (INVESTIGATED, "local_resolution_end", "Give local_resolution_ended"),
            (INVESTIGATED, events.PanelMet(on=date(2025, 3, 3)), "the case has no such event"),
            (Case("C"), "panel_met", "The case has no event yet"),
            (
                Case(
                    "C", [RECEIVED, *(events.MediationOffered(on=date(2025, 1, d)) for d in (8, 9))]
                ),
                "mediation_offered",
                "more than one such event",
            ),
        ],
        ids=["another name", "a slip", "another event", "an empty case", "two"],
    )
    def test_an_event_that_is_not_one_of_the_case_is_refused(
        self, case: Case, which: Any, words: str
    ) -> None:
        """With what could be meant."""
        with pytest.raises(InvalidFact, match=words):
            what_if(case, removed=[which])

    def test_of_two_equal_events_the_first_goes(self) -> None:
        """Mediation offered twice on one day: one is left."""
        offer = events.MediationOffered(on=date(2025, 1, 8))
        found = what_if(Case("C", [RECEIVED, offer, offer]), removed=[offer])

        assert found.after is not None
        assert 1 == found.after.events.count(offer)

    @pytest.mark.parametrize(
        ("change", "error"),
        [
            ({"added": ["panel_met"]}, InvalidFact),
            ({"moved": {ANSWERED: "2025-01-20"}}, InvalidDate),
            ({"moved": {ANSWERED: date(1999, 1, 20)}}, OutsideCalendar),
        ],
        ids=["no event", "no date", "no such day"],
    )
    def test_what_cannot_be_used_is_refused(self, change: Any, error: type[Exception]) -> None:
        """Before anything is compared."""
        with pytest.raises(error):
            what_if(INVESTIGATED, **change)

    def test_a_case_is_needed(self) -> None:
        """For both sides of a comparison."""
        with pytest.raises(InvalidFact, match="after: a case is needed"):
            compare(INVESTIGATED, "CSC-0042")  # type: ignore[arg-type]


class TestRefusals:
    """A history that the procedure has no place for is an answer."""

    @pytest.mark.parametrize("as_at", [None, date(2025, 3, 14)], ids=["the record", "a day"])
    def test_a_refusal_is_carried(self, as_at: date | None) -> None:
        """A response without a request has no place."""
        found = what_if(INVESTIGATED, removed=[REQUESTED], as_at=as_at)

        assert (True, None, (Stage.STAGE_2_RESPONDED, None), date(2025, 3, 14)) == (
            bool(found),
            found.after,
            found.stages,
            found.as_at,
        )
        assert "The procedure refuses this: case CSC-0042, event 3" in found.lines()[1]
        assert "investigation_response_sent has no place" in found.to_dict()["refusal"]

    def test_so_is_a_condition_that_is_not_met(self) -> None:
        """A notice that names a day after the 65th, 8 May 2025."""
        found = what_if(INVESTIGATED, added=[noticed(date(2025, 3, 10), date(2025, 5, 9))])

        assert "no later than the last day under 17(6)" in found.explain()

    def test_an_empty_case_refuses_too(self) -> None:
        """A panel cannot meet where nothing was received."""
        found = what_if(Case("C"), added=[events.PanelMet(on=date(2025, 3, 3))])

        assert (None, (Stage.NOT_RECEIVED, None)) == (found.as_at, found.stages)

    def test_two_refusals_of_one_thing_are_equal(self) -> None:
        """They go by their words."""
        one, two = (what_if(INVESTIGATED, removed=[REQUESTED]) for _ in range(2))

        assert one == two


class TestTheDocument:
    """The whole as JSON takes it."""

    def test_a_limit_has_its_figures_before_and_after(self) -> None:
        """Dates as text, and the reasons in words."""
        found = what_if(INVESTIGATED, moved={REQUESTED: date(2025, 2, 5)}).to_dict()
        (made,) = [each for each in found["limits"] if each["changed"]]

        assert ("2025-03-10", "2025-03-12", "missed", 2) == (
            made["before"]["last_day"],
            made["after"]["last_day"],
            made["after"]["outcome"],
            made["moved"],
        )
        assert ["last_day", "start", "days_over"] == made["changed"]
        assert [
            "the start date moved from Monday 3 February 2025 to Wednesday 5 February 2025"
        ] == (made["because"])

    def test_a_limit_that_there_is_on_one_side_alone_has_none_on_the_other(self) -> None:
        """And no distance between them."""
        found = what_if(INVESTIGATED, removed=[REQUESTED, RESPONDED]).to_dict()["limits"][1]

        assert (None, None, None) == (found["after"], found["moved"], found["more_days_over"])
        assert "2025-03-10" == found["before"]["last_day"]
