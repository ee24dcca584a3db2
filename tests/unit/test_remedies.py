# SPDX-License-Identifier: MIT
"""What would have met a limit, and what still can."""

from __future__ import annotations

from datetime import date

import pytest

from complaint_timescales import (
    Assessment,
    Case,
    InvalidFact,
    Outcome,
    Readings,
    assess,
    events,
    guidance,
)
from complaint_timescales.remedies import Remedy, remedy_for
from complaint_timescales.whatif import what_if

RECEIVED = events.RepresentationsReceived(on=date(2025, 1, 6))
REQUESTED = [
    RECEIVED,
    events.LocalResolutionEnded(on=date(2025, 1, 20)),
    events.InvestigationRequested(on=date(2025, 2, 3)),
]


def noticed(on: date, until: date) -> events.InvestigationExtended:
    return events.InvestigationExtended(on=on, until=until, reason="interviews")


def extended(on: date, days: int) -> events.LocalResolutionExtended:
    return events.LocalResolutionExtended(on=on, working_days=days)


def responded(on: date, *notices: events.Event, readings: Readings | None = None) -> Remedy:
    """The remedy for the last limit of an investigation requested on 3 February 2025."""
    history = [*REQUESTED, *notices, events.InvestigationResponseSent(on=on)]
    case = Case("C", sorted(history, key=lambda event: event.on))
    return remedy_for((case.under(readings) if readings else case).assessments()[-1])


def answered(on: date, *before: events.Event, readings: Readings | None = None) -> Remedy:
    """The remedy for the last limit of stage 1, received on 6 January 2025."""
    case = Case("C", [RECEIVED, *before, events.LocalResolutionEnded(on=on)])
    return remedy_for((case.under(readings) if readings else case).assessments()[-1])


class TestMissed:
    """An act after the last day."""

    def test_the_last_day_and_how_much_too_late(self) -> None:
        """Three working days after 20 January: Thursday the 23rd."""
        found = remedy_for(assess("14(1)", date(2025, 1, 6), date(2025, 1, 23)))

        assert (date(2025, 1, 20), 3, None) == (found.last_day, found.too_late_by, found.left)

    @pytest.mark.parametrize(
        ("end", "start"),
        [
            (date(2025, 1, 21), date(2025, 1, 7)),
            (date(2025, 1, 24), date(2025, 1, 10)),
            (date(2025, 1, 25), date(2025, 1, 13)),
            (date(2025, 1, 27), date(2025, 1, 13)),
        ],
        ids=["the day after", "a Friday", "a Saturday", "the Monday"],
    )
    def test_the_first_start_that_would_do(self, end: date, start: date) -> None:
        """Ten working days back from the act, or from the Monday after it."""
        assert start == remedy_for(assess("14(1)", date(2025, 1, 6), end)).start_from

    def test_the_start_is_walked_back_over_holidays(self) -> None:
        """Ten back from 9 January 2026 over New Year and Christmas: 22 December."""
        found = remedy_for(assess("14(1)", date(2025, 12, 18), date(2026, 1, 8)))

        assert date(2025, 12, 22) == found.start_from

    def test_a_year_is_walked_back_by_the_calendar(self) -> None:
        """Two days late, and the grounds would have had to arise two days later."""
        found = remedy_for(assess("9(1)", date(2024, 1, 4), date(2025, 1, 6)))

        assert (date(2025, 1, 4), 2, date(2024, 1, 6)) == (
            found.last_day,
            found.too_late_by,
            found.start_from,
        )
        assert "9(1) is missed by 2 days: done on Monday 6 January 2025." in found.explain()

    def test_on_a_day_off_after_the_last_day_it_is_late_by_none(self) -> None:
        """Saturday 18 January, after Friday the 17th: late, by no whole working day (I-2)."""
        found = remedy_for(assess("14(1)", date(2025, 1, 3), date(2025, 1, 18)))

        assert (0, date(2025, 1, 17)) == (found.too_late_by, found.last_day)
        assert found.explain().startswith("14(1) is missed: done on Saturday 18 January 2025.")

    def test_where_days_off_are_in_time_they_are_the_last(self) -> None:
        """By the other reading of I-2 Sunday 19 January is the last day in time."""
        readings = Readings.of({"I-2": "by_count"})
        verdict = assess("14(1)", date(2025, 1, 3), date(2025, 1, 18), readings=readings)
        found = remedy_for(verdict)

        assert (Outcome.MET, date(2025, 1, 19), 0) == (found.outcome, found.last_day, found.left)


class TestStage1:
    """An extension under 14(5): the fewest days, decided by the last day."""

    @pytest.mark.parametrize(
        ("end", "days"),
        [
            (date(2025, 1, 21), 1),
            (date(2025, 1, 25), 5),
            (date(2025, 2, 3), 10),
            (date(2025, 2, 4), None),
        ],
        ids=["the 11th day", "the Saturday after the 14th", "the 20th", "the 21st"],
    )
    def test_the_fewest_days_that_would_have_done(self, end: date, days: int | None) -> None:
        """Ten at most: the 20th working day after 6 January is 3 February."""
        longer = remedy_for(assess("14(1)", date(2025, 1, 6), end)).extension

        assert days == (longer and longer.working_days)

    def test_it_is_decided_by_the_last_day(self) -> None:
        """As an event that can be put into the case."""
        longer = remedy_for(assess("14(1)", date(2025, 1, 6), date(2025, 1, 23))).extension

        assert longer is not None
        assert extended(date(2025, 1, 20), 3) == longer.event()

    def test_it_is_said(self) -> None:
        """With its provision, its days and its day."""
        found = remedy_for(assess("14(1)", date(2025, 1, 6), date(2025, 1, 23)))

        assert found.explain().endswith(
            "The least that would have covered it: an extension of 3 working days under 14(5), "
            "decided by Monday 20 January 2025."
        )

    def test_after_the_20th_day_none_would(self) -> None:
        """It says how far one reaches."""
        found = remedy_for(assess("14(1)", date(2025, 1, 6), date(2025, 2, 4)))

        assert found.explain().endswith(
            "No extension under 14(5) reaches beyond Monday 3 February 2025."
        )

    def test_what_was_extended_can_be_extended_further(self) -> None:
        """Two days to 22 January; answered on the 24th, two more, decided by the 22nd."""
        found = answered(date(2025, 1, 24), extended(date(2025, 1, 8), 2))

        assert found.extension is not None
        assert extended(date(2025, 1, 22), 2) == found.extension.event()
        assert date(2025, 1, 8) == found.start_from

    def test_there_are_no_more_than_ten_in_all(self) -> None:
        """Eight to 30 January; the 4th of February would need three more."""
        found = answered(date(2025, 2, 4), extended(date(2025, 1, 8), 8))

        assert None is found.extension

    def test_what_came_too_late_would_have_done_in_time(self) -> None:
        """Extended on the 11th day: the ten days are missed, and two decided by the 10th do."""
        late = extended(date(2025, 1, 21), 2)
        case = Case("C", [RECEIVED, late, events.LocalResolutionEnded(on=date(2025, 1, 22))])
        (breach,) = case.breaches()
        longer = remedy_for(breach).extension

        assert longer is not None
        assert extended(date(2025, 1, 20), 2) == longer.event()
        assert (breach,) == what_if(case, removed=[late], added=[longer.event()]).went


class TestStage2:
    """A notice under 17(6): by when, and the earliest day it had to name."""

    @pytest.mark.parametrize(
        ("sent", "until"),
        [
            (date(2025, 3, 11), date(2025, 3, 11)),
            (date(2025, 3, 15), date(2025, 3, 15)),
            (date(2025, 5, 8), date(2025, 5, 8)),
            (date(2025, 5, 9), None),
        ],
        ids=["the 26th day", "a Saturday", "the 65th day", "the 66th"],
    )
    def test_the_earliest_day_to_name(self, sent: date, until: date | None) -> None:
        """From 3 February the 25th is 10 March, and the 65th 8 May, over Easter and May Day."""
        longer = responded(sent).extension

        assert until == (longer and longer.last_day)
        assert longer is None or date(2025, 3, 10) == longer.decided_by

    def test_the_notice_needs_its_reason(self) -> None:
        """Which is given with it."""
        longer = responded(date(2025, 3, 14)).extension

        assert longer is not None
        assert noticed(date(2025, 3, 10), date(2025, 3, 14)) == longer.event(reason="interviews")

    def test_it_is_said(self) -> None:
        """With its provision, its day and the day that it names."""
        assert (
            responded(date(2025, 3, 14))
            .explain()
            .endswith(
                "The least that would have covered it: a notice under 17(6), given by "
                "Monday 10 March 2025, that names Friday 14 March 2025."
            )
        )

    def test_a_date_that_was_named_and_missed_could_have_been_later(self) -> None:
        """Named 14 March, responded on the 20th: a second notice, by the 14th (I-6)."""
        found = responded(date(2025, 3, 20), noticed(date(2025, 3, 10), date(2025, 3, 14)))

        assert found.extension is not None
        assert (date(2025, 3, 14), date(2025, 3, 20)) == (
            found.extension.decided_by,
            found.extension.last_day,
        )

    def test_a_date_that_was_named_follows_from_no_start(self) -> None:
        """So no other start would have done."""
        found = responded(date(2025, 3, 20), noticed(date(2025, 3, 10), date(2025, 3, 14)))

        assert None is found.start_from

    def test_by_another_reading_a_second_notice_does_nothing(self) -> None:
        """I-6: the date first named stands."""
        found = responded(
            date(2025, 3, 20),
            noticed(date(2025, 3, 10), date(2025, 3, 14)),
            readings=Readings.of({"I-6": "first_alone"}),
        )

        assert None is found.extension
        assert found.explain().endswith(
            "By I-6 'first_alone' a second extension under 17(6) does nothing."
        )

    def test_the_65th_day_itself_goes_no_further(self) -> None:
        """From 29 August 2024 it is 28 November."""
        found = remedy_for(assess("17(6)", date(2024, 8, 29), date(2024, 12, 2)))

        assert (None, date(2024, 11, 28), date(2024, 9, 2)) == (
            found.extension,
            found.ceiling_day,
            found.start_from,
        )


class TestNothingExtends:
    """A limit that no provision extends."""

    @pytest.mark.parametrize("provision", ["8(5)", "9(1)", "18(2)", "19(4)", "20(2)", "20(3)"])
    def test_it_says_so(self, provision: str) -> None:
        """With the provision that sets it, ten years late."""
        found = remedy_for(assess(provision, date(2012, 1, 9), date(2022, 1, 10)))

        assert (None, None, None) == (found.extension, found.ceiling, found.ceiling_day)
        assert found.explain().endswith(f"Nothing extends the limit of {provision}.")

    def test_what_softened_it_is_said(self) -> None:
        """A panel requested on 11 March 2020: over Easter, the 30th working day is 24 April."""
        found = remedy_for(assess("19(4)", date(2020, 3, 11), date(2020, 6, 1)))

        assert date(2020, 4, 24) == found.last_day
        assert found.explain().endswith(
            'At that time the limit read on: "or as soon as is reasonably practicable".'
        )

    def test_nothing_extends_what_is_not_law(self) -> None:
        """A recommendation, missed by a day."""
        case = Case("C", REQUESTED[:2])
        (deadline,) = case.beside(guidance.TIMETABLE)
        found = remedy_for(Assessment(deadline, date(2025, 2, 18), None))

        assert (date(2025, 2, 17), 1, date(2025, 1, 21), None) == (
            found.last_day,
            found.too_late_by,
            found.start_from,
            found.extension,
        )

    def test_a_lead_before_a_day_is_walked_forward(self) -> None:
        """Ten working days before a panel on 3 March is 17 February; a day late, 4 March."""
        history = [
            RECEIVED,
            events.LocalResolutionWaived(on=date(2025, 1, 6)),
            events.InvestigationResponseSent(on=date(2025, 1, 20)),
            events.PanelRequested(on=date(2025, 1, 27)),
            events.PanelMet(on=date(2025, 3, 3)),
        ]
        papers = Case("C", history).beside(guidance.TIMETABLE[4:5])[0]
        found = remedy_for(Assessment(papers, date(2025, 2, 18), None))

        assert (date(2025, 2, 17), date(2025, 3, 4)) == (found.last_day, found.start_from)


class TestOpen:
    """A limit whose act is not done."""

    def test_what_can_still_be_done_and_until_when(self) -> None:
        """Eight working days from 8 to 20 January; ten more at most, to 3 February."""
        found = remedy_for(assess("14(1)", date(2025, 1, 6), as_at=date(2025, 1, 8)))

        assert (8, 0, None) == (found.left, found.too_late_by, found.start_from)
        assert (
            "14(1) is running on Wednesday 8 January 2025. The last day to consider the "
            "representations and try to resolve them is Monday 20 January 2025, 8 working days "
            "away. It can go on to Monday 3 February 2025: an extension of 10 working days under "
            "14(5), decided by Monday 20 January 2025." == found.explain()
        )

    def test_a_notice_can_name_the_65th_day(self) -> None:
        """From 3 February it is 8 May."""
        found = remedy_for(assess("17(3)", date(2025, 2, 3), as_at=date(2025, 3, 10)))

        assert found.extension is not None
        assert (0, date(2025, 5, 8)) == (found.left, found.extension.last_day)

    def test_what_has_its_ten_days_has_no_more(self) -> None:
        """Extended to the 20th day, it goes no further."""
        case = Case("C", [RECEIVED, extended(date(2025, 1, 8), 10)])
        found = remedy_for(case.assessments()[-1])

        assert (Outcome.RUNNING, None) == (found.outcome, found.extension)
        assert found.explain().endswith("reaches beyond Monday 3 February 2025.")

    def test_overdue_it_says_what_would_cover_it_so_far(self) -> None:
        """On the 13th day three more, decided by the 10th."""
        found = remedy_for(assess("14(1)", date(2025, 1, 6), as_at=date(2025, 1, 23)))

        assert found.extension is not None
        assert (3, 3) == (found.too_late_by, found.extension.working_days)
        assert found.explain().startswith(
            "14(1) is overdue by 3 working days on Thursday 23 January 2025."
        )

    def test_with_no_day_to_look_from_there_is_just_the_last_day(self) -> None:
        """Neither the act nor a day was given."""
        found = remedy_for(assess("14(1)", date(2025, 1, 6)))

        assert (Outcome.UNDETERMINED, None) == (found.outcome, found.left)
        assert found.explain().startswith("14(1) is undetermined. The last day to")

    def test_a_duty_that_ended_needs_nothing(self) -> None:
        """Withdrawn on the third day."""
        case = Case("C", [RECEIVED, events.Withdrawn(on=date(2025, 1, 9))])
        found = remedy_for(case.assessments()[0])

        assert (7, None) == (found.left, found.extension)
        assert found.explain().endswith(
            "Nothing is needed: the duty ended on Thursday 9 January 2025, before its last day."
        )

    def test_a_duty_that_ended_too_late_was_late(self) -> None:
        """Withdrawn on the 11th day, with nothing done."""
        case = Case("C", [RECEIVED, events.Withdrawn(on=date(2025, 1, 21))])
        found = remedy_for(case.breaches()[0])

        assert found.extension is not None
        assert (Outcome.OVERDUE, 1) == (found.outcome, found.extension.working_days)


class TestMet:
    """A limit that was kept."""

    @pytest.mark.parametrize(
        ("end", "left"), [(date(2025, 1, 15), 3), (date(2025, 1, 20), 0)], ids=["early", "on it"]
    )
    def test_nothing_was_needed(self, end: date, left: int) -> None:
        """16, 17 and 20 January were left after the 15th."""
        found = remedy_for(assess("14(1)", date(2025, 1, 6), end))

        assert (left, None, None) == (found.left, found.start_from, found.extension)
        assert found.explain().endswith(
            f"Nothing was needed: the last day was Monday 20 January 2025, {left} working days later."
        )

    def test_of_a_year_days_were_left(self) -> None:
        """From 20 December 2024 to 4 January 2025."""
        assert 15 == remedy_for(assess("9(1)", date(2024, 1, 4), date(2024, 12, 20))).left


class TestGiven:
    """What a remedy is asked of, and what it gives."""

    def test_a_breach_and_its_verdict_have_one_remedy(self) -> None:
        """The act of the breach is that of the verdict."""
        case = Case("C", [RECEIVED, events.LocalResolutionEnded(on=date(2025, 1, 23))])

        assert remedy_for(case.assessments()[0]) == remedy_for(case.breaches()[0])

    def test_nothing_else_has_one(self) -> None:
        """A case has many limits."""
        with pytest.raises(InvalidFact, match="a verdict or a breach is needed"):
            remedy_for(Case("C"))  # type: ignore[arg-type]

    def test_put_into_the_case_it_takes_the_breach_away(self) -> None:
        """The notice that was needed."""
        case = Case("C", [*REQUESTED, events.InvestigationResponseSent(on=date(2025, 3, 14))])
        (breach,) = case.breaches()
        longer = remedy_for(breach).extension

        assert longer is not None
        assert (breach,) == what_if(case, added=[longer.event(reason="interviews")]).went

    def test_it_is_a_document_too(self) -> None:
        """Dates as text."""
        assert {
            "provision": "17(3)",
            "outcome": "missed",
            "end": "2025-03-14",
            "as_at": None,
            "last_day": "2025-03-10",
            "unit": "working day",
            "too_late_by": 4,
            "left": None,
            "start_from": "2025-02-07",
            "extension": {
                "provision": "17(6)",
                "event": "investigation_extended",
                "decided_by": "2025-03-10",
                "last_day": "2025-03-14",
                "working_days": None,
            },
            "extended_by": "17(6)",
            "ceiling_day": "2025-05-08",
        } == remedy_for(assess("17(3)", date(2025, 2, 3), date(2025, 3, 14))).to_dict()

    def test_where_there_is_nothing_there_is_none(self) -> None:
        """A panel that met in time."""
        made = remedy_for(assess("19(4)", date(2025, 1, 6), date(2025, 1, 20))).to_dict()

        assert (None, None, None) == (made["extension"], made["extended_by"], made["ceiling_day"])
