# SPDX-License-Identifier: MIT
"""A date is explained to each reader, from its trace alone."""

from __future__ import annotations

from datetime import date

import pytest

from complaint_timescales import (
    Assessment,
    Case,
    InvalidDate,
    Readings,
    WorkingDayCalendar,
    assess,
    due,
    events,
    guidance,
)
from complaint_timescales.explain import (
    READERS,
    CannotExplain,
    Reader,
    explain,
    for_manager,
    full,
    one_line,
    trace_of,
    verdict_in_words,
)
from complaint_timescales.variants import VOLUNTARY_ORGANISATION

RECEIVED = events.RepresentationsReceived(on=date(2025, 1, 6))
ORALLY = events.RepresentationsReceived(on=date(2025, 1, 6), orally=True)
ENDED = events.LocalResolutionEnded(on=date(2025, 1, 13))
REQUESTED = events.InvestigationRequested(on=date(2025, 2, 3))
ANSWERED = events.InvestigationResponseSent(on=date(2025, 2, 28))
TOLD = events.InvestigationResponseReceived(on=date(2025, 3, 3))


def extended(on: date, until: date = date(2025, 4, 30)) -> events.InvestigationExtended:
    return events.InvestigationExtended(on=on, until=until, reason="interviews")


def at_stage_2(*more: events.Event) -> Case:
    return Case("CSC-0042", [RECEIVED, ENDED, REQUESTED, *more])


def told(case: Case, reader: Reader, as_at: date | None = None) -> list[str]:
    """What is told of each limit of a case."""
    return explain(case, as_at=as_at, reader=reader).split("\n\n")[1:]


class TestTheTextsOfOneDeadline:
    """The panel met on Friday 20 December 2024: day 5 is Tuesday the 31st, over Christmas."""

    VERDICT = assess("20(2)", date(2024, 12, 20), as_at=date(2024, 12, 24))

    def test_in_a_line(self) -> None:
        """Days 3, 4 and 5 are left on the 24th: 27, 30 and 31 December."""
        assert (
            "20(2): last day Tuesday 31 December 2024, counted from Friday 20 December 2024; "
            "running, 3 working days left"
        ) == explain(self.VERDICT, reader="line")

    def test_for_a_manager(self) -> None:
        """Whom it binds, by when, and what the Regulations ask for if it is missed."""
        assert [
            "The panel must send the report by Tuesday 31 December 2024 (20(2)).",
            "On Tuesday 24 December 2024, 3 working days are left.",
            "Day 0 is Friday 20 December 2024, the day of the meeting.",
            "Not counted: weekends, Christmas Day and Boxing Day.",
            "If it is missed: the authority records it (13(2)(c)).",
        ] == explain(self.VERDICT).split("\n")

    def test_for_the_complainant(self) -> None:
        """In everyday words."""
        assert [
            "The panel must send out its report by Tuesday 31 December 2024.",
            "The panel met on Friday 20 December 2024. They have 5 working days from then. The "
            "next working day is day 1. Weekends and bank holidays do not count. Left out here: "
            "Christmas Day and Boxing Day.",
            "On Tuesday 24 December 2024 they still had 3 working days left.",
            "The rule is regulation 20(2).",
        ] == explain(self.VERDICT, reader="complainant").split("\n")

    def test_in_full(self) -> None:
        """Each run of days by its numbers, each holiday by its authority."""
        calendar = WorkingDayCalendar.england()

        assert [
            "Regulation 20(2): 5 working days for the panel to send the report.",
            "https://www.legislation.gov.uk/uksi/2006/1738/regulation/20#regulation-20-2",
            "In force from Saturday 26 September 2020, by SI 2006/1738.",
            "Day 0: Friday 20 December 2024, the day of the meeting.",
            "Days 1 and 2: Monday 23 to Tuesday 24 December 2024.",
            'Not counted: Wednesday 25 December 2024, Christmas Day (regulation 2: "Christmas Day").',
            'Not counted: Thursday 26 December 2024, Boxing Day (regulation 2: "Boxing Day").',
            "Day 3: Friday 27 December 2024.",
            "Days 4 and 5: Monday 30 to Tuesday 31 December 2024.",
            "Not counted: 4 weekend days (regulation 2).",
            "The last day is Tuesday 31 December 2024.",
            "Looked at from Tuesday 24 December 2024: running, 3 working days left.",
            "2 working days used, 3 left, 0 over.",
            "Read by I-1 'day_0', I-10 'first_then_last', I-14 'england', I-15 'inside' and I-16 "
            "'stage_3'.",
            f"Calendar: {calendar.edition} ({calendar.fingerprint}).",
        ] == explain(self.VERDICT, reader="full").split("\n")[:-1]

    def test_for_a_developer(self) -> None:
        """The names of the fields, ISO dates and the values of the enumerations."""
        fields = dict(
            line.split(" = ", 1) for line in explain(self.VERDICT, reader="developer").split("\n")
        )

        assert {
            "schema": '"complaint-timescales/trace/1"',
            "provision": '"20(2)"',
            "binds": '"panel"',
            "start.day_0": '"2024-12-20"',
            "counted": '5 days, 1 = "2024-12-23", 5 = "2024-12-31"',
            "skipped": "6 days",
            "skipped.2024-12-25": '"Christmas Day"',
            "skipped.2024-12-26": '"Boxing Day"',
            "last_day": '"2024-12-31"',
            "end.state": '"open"',
            "outcome": '"running"',
            "tally.left": "3",
            "readings.I-1": '["day_0", true]',
            "beside.record": '"13(2)(c)"',
        }.items() <= fields.items()
        assert "skipped.2024-12-28" not in fields  # a Saturday


class TestTheCalendar:
    """Days that do not count are named, and what can still change is said."""

    def test_easter_after_a_saturday(self) -> None:
        """Saturday 23 March 2024 and 10: four days, four after Easter, then 8 and 9 April."""
        assert [
            "The council must look at your complaint and try to sort it out by Tuesday 9 April "
            "2024.",
            "The time runs from Saturday 23 March 2024. They have 10 working days from then. The "
            "next working day is day 1. Weekends and bank holidays do not count. Left out here: "
            "Good Friday and Easter Monday.",
            "The council can take longer if they think that your complaint is complex. The last "
            "day can then be Tuesday 23 April 2024 at the latest.",
            "If this does not sort things out, you can ask for an investigation.",
            "The rule is regulation 14(1).",
        ] == explain("14(1)", date(2024, 3, 23), reader="complainant").split("\n")

    def test_the_state_funeral(self) -> None:
        """Friday 9 September 2022 and 10, without Monday the 19th: Monday the 26th."""
        lines = explain("14(1)", date(2022, 9, 9), reader="full").split("\n")

        assert [
            "Days 1 to 5: Monday 12 to Friday 16 September 2022.",
            "Not counted: Monday 19 September 2022, Bank holiday for the State Funeral of Queen "
            "Elizabeth II (Banking and Financial Dealings Act 1971, section 1(3), royal "
            "proclamation of a special day).",
            "Days 6 to 9: Tuesday 20 to Friday 23 September 2022.",
            "Day 10: Monday 26 September 2022.",
            "Not counted: 6 weekend days (regulation 2).",
        ] == lines[4:9]

    def test_a_run_over_the_end_of_a_month_has_both_months(self) -> None:
        """From Friday 27 September 2024, the first week is 30 September to 4 October."""
        assert "Days 1 to 5: Monday 30 September 2024 to Friday 4 October 2024." in explain(
            "14(1)", date(2024, 9, 27), reader="full"
        )

    def test_a_limit_within_a_week_has_no_weekend(self) -> None:
        """Guidance: two working days from Monday 10 March 2025."""
        case = at_stage_2(
            ANSWERED, TOLD, events.PanelRequested(on=date(2025, 3, 10), reasons_given=True)
        )
        lines = explain(case.beside(guidance.TIMETABLE)[1], reader="full").split("\n")

        assert [
            "No law: guidance: acknowledge a panel request: 2 working days for the authority to "
            "acknowledge the request.",
            "Day 0: Monday 10 March 2025, the request for a panel (guidance: acknowledge a panel "
            "request).",
            "Days 1 and 2: Tuesday 11 to Wednesday 12 March 2025.",
            "The last day is Wednesday 12 March 2025.",
        ] == lines[:4]

    @pytest.mark.parametrize(
        ("reader", "words"),
        [
            ("line", "last day Monday 22 January 2029 (provisional)"),
            ("manager", "Provisional: bank holidays are published to Sunday 31 December 2028."),
            (
                "complainant",
                "This date may change. Bank holidays after Sunday 31 December 2028 are not set "
                "yet. The rule is regulation 14(1).",
            ),
            ("full", "published to Sunday 31 December 2028, and can still be proclaimed."),
            ("developer", "calendar.provisional = true"),
        ],
    )
    def test_what_is_provisional_is_said_to_all(self, reader: Reader, words: str) -> None:
        """Monday 8 January 2029 and 10 working days: Monday the 22nd."""
        assert words in explain("14(1)", date(2029, 1, 8), reader=reader)


class TestYears:
    """A year is counted by the calendar."""

    def test_to_the_complainant_it_is_theirs(self) -> None:
        """From 29 February 2024 to 28 February 2025; made a day late, and 9(2) is left."""
        assert [
            "You had to make your complaint by Friday 28 February 2025.",
            "The reason for your complaint came up on Thursday 29 February 2024. You had 1 year "
            "from then. Each day counts, weekends too.",
            "You did this on Saturday 1 March 2025. That was 1 day late.",
            "The council can still look at a late complaint. They can do so if you could not be "
            "expected to complain in time, and if they can still look into it well and fairly.",
            "The rule is regulation 9(1).",
        ] == explain("9(1)", date(2024, 2, 29), date(2025, 3, 1), reader="complainant").split("\n")

    def test_in_time_it_needs_no_discretion(self) -> None:
        """On the last day."""
        assert "late complaint" not in explain(
            "9(1)", date(2024, 2, 29), date(2025, 2, 28), reader="complainant"
        )

    def test_for_a_manager(self) -> None:
        """The same, with the paragraph that leaves a discretion."""
        assert [
            "The complainant had to make the representations by Friday 28 February 2025 (9(1)).",
            "It was done on Saturday 1 March 2025: 1 day late.",
            "Day 0 is Thursday 29 February 2024, the day on which the grounds arose.",
            "The limit is counted by the calendar.",
            "What follows: the authority may still consider late representations on the terms of "
            "9(2); the authority records it (13(2)(c)).",
        ] == explain("9(1)", date(2024, 2, 29), date(2025, 3, 1)).split("\n")

    def test_in_full_there_are_no_days_to_list(self) -> None:
        """366 days after 28 February 2024 is 28 February 2025."""
        text = explain("9(1)", date(2024, 2, 28), as_at=date(2025, 2, 27), reader="full")

        assert "Every day counts: the limit is counted by the calendar." in text
        assert "365 days used, 1 left, 0 over." in text


class TestTheYear2020:
    """Stage 3 limits were softened from 24 April to 25 September 2020."""

    VERDICT = assess("20(2)", date(2020, 6, 1), as_at=date(2020, 6, 9))

    @pytest.mark.parametrize(
        ("reader", "words"),
        [
            (
                "manager",
                'The limit then read on: "or as soon as is reasonably practicable" (SI 2020/445, '
                "regulations 6, 14 and 17).",
            ),
            (
                "complainant",
                'At that time the rule also said "or as soon as is reasonably practicable".',
            ),
            (
                "full",
                "In force from Friday 24 April 2020 to Friday 25 September 2020, by SI 2020/445, "
                "regulations 6, 14 and 17.\n"
                'It then read on: "or as soon as is reasonably practicable".',
            ),
        ],
    )
    def test_the_words_are_quoted(self, reader: Reader, words: str) -> None:
        """Met on Monday 1 June 2020; day 5 is Monday the 8th."""
        assert words in explain(self.VERDICT, reader=reader)

    def test_no_right_is_said_to_end(self) -> None:
        """20 working days from 1 June 2020 end on the 29th, and a later day could be in time."""
        texts = [
            explain("18(2)", date(2020, 6, 1), as_at=date(2020, 6, 30), reader=reader)
            for reader in ("manager", "complainant")
        ]

        assert [False, False] == ["right" in text for text in texts]

    def test_what_is_saved_is_said_to_be(self) -> None:
        """Stage 2 ran in September 2020; the panel's 30 days from 2 November end on 14 December."""
        case = Case(
            "C",
            [
                events.RepresentationsReceived(on=date(2020, 8, 3)),
                events.LocalResolutionEnded(on=date(2020, 8, 10)),
                events.InvestigationRequested(on=date(2020, 9, 7)),
                events.InvestigationResponseSent(on=date(2020, 10, 12)),
                events.InvestigationResponseReceived(on=date(2020, 10, 13)),
                events.PanelRequested(on=date(2020, 11, 2), reasons_given=True),
            ],
        )

        assert "regulations 6, 14 and 17, and saved for this case." in told(case, "full")[-1]


class TestStarts:
    """What fixed day 0 is told with it."""

    def test_oral_representations(self) -> None:
        """17(5): the record of Monday 10 February 2025, and 25 days in five plain weeks."""
        record = events.WrittenRecordFinalised(on=date(2025, 2, 10))
        case = Case("CSC-0042", [ORALLY, ENDED, REQUESTED, record])

        assert [
            "The council must look into your complaint and send you an answer by Monday 17 March "
            "2025.",
            "The written record of your complaint was ready on Monday 10 February 2025. They have "
            "25 working days from then. The next working day is day 1. Weekends and bank holidays "
            "do not count.",
            "The council can take longer if they write to you before the first limit has passed. "
            "They must say why, and name a new date. The last day can then be Thursday 15 May "
            "2025 at the latest.",
            "On Monday 10 February 2025 they still had 25 working days left.",
            "If you are not happy with the answer, you can ask for a review panel.",
            "The rule is regulation 17(3).",
        ] == told(case, "complainant")[1].split("\n")
        assert (
            "Day 0: Monday 10 February 2025, the stage 2 start date (17(5), "
            "written_record_finalised)."
        ) in told(case, "full")[1]

    @pytest.mark.parametrize(
        ("reader", "words"),
        [
            ("line", "starts on Monday 20 January 2025"),
            ("manager", "On Wednesday 8 January 2025 the limit has not started to run."),
            (
                "complainant",
                "You and the council agreed that the time would start on Monday 20 January 2025.",
            ),
            ("complainant", "On Wednesday 8 January 2025 the time had not started."),
            ("full", "0 working days used, 10 left, 0 over."),
        ],
    )
    def test_a_later_start_has_not_come_yet(self, reader: Reader, words: str) -> None:
        """14(4): agreed on 8 January for the 20th."""
        later = events.LaterStartAgreed(
            on=date(2025, 1, 8), start=date(2025, 1, 20), at_complainants_request=True
        )

        assert words in explain(Case("C", [RECEIVED, later]), reader=reader)

    def test_kinds_of_events_are_no_event(self) -> None:
        """A deadline by itself does not know which of two it was, and names none."""
        case = Case("C", [RECEIVED])

        assert "(14(3)(c))." in full(trace_of(case.deadlines()[0]))

    @pytest.mark.parametrize(
        ("reading", "reader", "words"),
        [
            (
                "I-17=next_working_day",
                "manager",
                "Day 0 is Monday 25 March 2024, the next working day after Saturday 23 March "
                "2024, the stage 1 start date.",
            ),
            ("I-17=next_working_day", "complainant", "The count starts on Monday 25 March 2024."),
            ("I-17=next_working_day", "full", "It was moved from Saturday 23 March 2024."),
            ("I-1=day_1", "full", "I-1 'day_1', which is not the default"),
            ("I-1=day_1", "manager", "Read otherwise than by default: I-1 'day_1'."),
            ("I-1=day_1", "complainant", "one way to read the rule, and not the usual one."),
        ],
    )
    def test_another_reading_is_said(self, reading: str, reader: Reader, words: str) -> None:
        """From Saturday 23 March 2024."""
        number, _, option = reading.partition("=")
        readings = Readings.of({number: option})

        assert words in explain("14(1)", date(2024, 3, 23), reader=reader, readings=readings)

    def test_a_start_that_counts_is_day_1(self) -> None:
        """By I-1 Monday 6 January 2025 is day 1."""
        texts = [
            explain("14(1)", date(2025, 1, 6), reader=r, readings=Readings.of({"I-1": "day_1"}))
            for r in ("manager", "complainant", "full")
        ]

        assert "Day 1 is Monday 6 January 2025" in texts[0]
        assert "That day is day 1." in texts[1]
        assert "Day 1: Monday 6 January 2025, the stage 1 start date." in texts[2]


class TestExtensions:
    """An extension is told with the day it was made on, and what it could not cure."""

    def test_in_time(self) -> None:
        """Notice on 3 March 2025 of 30 April, the 60th day: 24 weekend days, two at Easter."""
        case = at_stage_2(extended(date(2025, 3, 3)), events.Withdrawn(on=date(2025, 4, 7)))

        assert [
            "The authority had to consider the representations and send notice of the response "
            "by Wednesday 30 April 2025 (17(6)).",
            "The duty ended on Monday 7 April 2025: withdrawn.",
            "Day 0 is Monday 3 February 2025, the stage 2 start date (17(4)(b)).",
            "Not counted: weekends, Good Friday and Easter Monday.",
            "The limit was extended on Monday 3 March 2025; until then the last day was Monday "
            "10 March 2025.",
        ] == told(case, "manager")[1].split("\n")
        assert (
            "Extended on Monday 3 March 2025, in time, from Monday 10 March 2025, the last day "
            "under 17(3)."
        ) in told(case, "full")[1]

    def test_too_late(self) -> None:
        """A notice on Tuesday 11 March 2025, the day after the 25th: two limits, one breached."""
        case = at_stage_2(extended(date(2025, 3, 11)))
        first, second = told(case, "manager", date(2025, 3, 17))[1:]

        assert "It was not done by Monday 17 March 2025: 5 working days late." in first
        assert "The breach of 17(3) stays." in second
        assert (
            "On Tuesday 11 March 2025 the council took more time. Before that, the last day was "
            "Monday 10 March 2025. That came too late, so the first limit was missed."
        ) in told(case, "complainant", date(2025, 3, 17))[2]
        assert "too late, from Monday 10 March 2025" in told(case, "full", date(2025, 3, 17))[2]

    def test_a_reading_can_cure_it(self) -> None:
        """By I-5 'extends' the earlier limit is spared."""
        case = at_stage_2(extended(date(2025, 3, 11))).under(Readings.of({"I-5": "extends"}))
        texts = [told(case, reader)[1] for reader in ("manager", "complainant", "full")]

        assert [True, False, True] == [
            "2025" in texts[0],
            "missed." in texts[1],
            "late" in texts[2],
        ]
        assert [False, False] == ["breach of" in text for text in texts[::2]]

    def test_without_a_notice_it_is_the_furthest_day(self) -> None:
        """Cornwall: 65 working days from 29 August 2024 end on 28 November."""
        deadline = due("17(6)", date(2024, 8, 29))

        assert (
            "This is the latest day to which 17(3) can be extended. That takes a notice in writing "
            "before the earlier limit has passed. The notice gives the reason and the new date."
        ) in explain(deadline)
        assert "The longest time is 65 working days." in explain(deadline, reader="complainant")
        assert "It extends 17(3), 25 working days." in explain(deadline, reader="full")

    def test_what_is_past_can_no_longer_be_extended(self) -> None:
        """Day 10 from 6 January 2025 is the 20th."""
        for reader in ("manager", "complainant"):
            assert "longer" not in explain(
                "14(1)", date(2025, 1, 6), date(2025, 1, 8), reader=reader
            )


class TestVerdicts:
    """What became of it is said once, and in the past where it is past."""

    @pytest.mark.parametrize(
        ("end", "as_at", "words"),
        [
            (date(2025, 1, 20), None, "met"),
            (date(2025, 1, 21), None, "missed by 1 working day"),
            (date(2025, 3, 20), None, "missed by 43 working days"),
            (None, date(2025, 1, 14), "running, 4 working days left"),
            (None, date(2025, 1, 20), "running, on its last day"),
            (None, date(2025, 2, 3), "not done by Monday 3 February 2025, 10 working days late"),
            (None, None, "not looked at from any day"),
        ],
    )
    def test_in_a_few_words(self, end: date | None, as_at: date | None, words: str) -> None:
        """Ten working days from Monday 6 January 2025 end on Monday the 20th."""
        verdict = assess("14(1)", date(2025, 1, 6), end, as_at=as_at)

        assert words == verdict_in_words(trace_of(verdict))

    @pytest.mark.parametrize(
        ("reader", "words"),
        [
            ("line", "missed by less than a working day"),
            ("manager", "less than a working day late."),
            ("complainant", "That was less than a working day late."),
        ],
    )
    def test_on_the_weekend_after_it(self, reader: Reader, words: str) -> None:
        """From Friday 3 January 2025 day 10 is Friday the 17th; done on Saturday the 18th."""
        assert words in explain("14(1)", date(2025, 1, 3), date(2025, 1, 18), reader=reader)

    @pytest.mark.parametrize(
        ("reader", "words"),
        [
            ("line", "ended with the duty on Wednesday 8 January 2025"),
            ("complainant", "After that they did not have to do it."),
            ("full", "The duty ended on Wednesday 8 January 2025 (withdrawn).\n"),
        ],
    )
    def test_a_duty_that_ended_in_time(self, reader: Reader, words: str) -> None:
        """Withdrawn on the second day."""
        case = Case("C", [RECEIVED, events.Withdrawn(on=date(2025, 1, 8))])

        assert words in explain(case, reader=reader)

    @pytest.mark.parametrize(
        ("reader", "words"),
        [
            ("line", "not done by Wednesday 22 January 2025, 2 working days late"),
            ("manager", "22 January 2025: withdrawn. It was 2 working days late by then."),
            ("manager", "What follows: where matters are not resolved"),
            ("complainant", "This came to an end on Wednesday 22 January 2025. That was 2 working"),
            ("full", "22 January 2025 (withdrawn): not done by Wednesday 22 January 2025"),
        ],
    )
    def test_a_duty_that_ended_too_late(self, reader: Reader, words: str) -> None:
        """Withdrawn two days after the last."""
        case = Case("C", [RECEIVED, events.Withdrawn(on=date(2025, 1, 22))])

        assert words in explain(case, reader=reader)

    def test_without_events_the_kinds_are_named(self) -> None:
        """A manager reads which events can have ended the duty."""
        case = Case("C", [RECEIVED, events.Withdrawn(on=date(2025, 1, 8))])

        assert "or investigation requested." in for_manager(trace_of(case.deadlines()[0]))

    def test_a_day_given_alone_names_no_kinds(self) -> None:
        """The start was an argument, and so was the end of the duty."""
        (deadline,) = Case("C", [RECEIVED, events.Withdrawn(on=date(2025, 1, 8))]).deadlines()
        alone = Assessment(due("14(1)", date(2025, 1, 6)), None, deadline.ceased_on)

        assert "investigation" not in one_line(trace_of(alone))

    @pytest.mark.parametrize(
        ("as_at", "words"),
        [
            (date(2025, 6, 2), "On Monday 2 June 2025 you still had 4 working days left."),
            (date(2025, 6, 6), "Friday 6 June 2025 is the last day."),
            (date(2025, 6, 6), "After that day your right to do so ends."),
            (date(2025, 6, 9), "Your right to do so has ended."),
        ],
    )
    def test_a_right_that_ends(self, as_at: date, words: str) -> None:
        """18(2): from 8 May 2025, over 26 May, to Friday 6 June."""
        assert words in explain("18(2)", date(2025, 5, 8), as_at=as_at, reader="complainant")

    def test_a_right_that_ends_is_told_to_the_manager(self) -> None:
        """With its paragraph; on 5 June one day is left."""
        text = explain("18(2)", date(2025, 5, 8), as_at=date(2025, 6, 5))

        assert "On Thursday 5 June 2025, 1 working day is left." in text
        assert "If it is missed: the right to request a panel ends (18(2));" in text

    def test_the_last_day_is_said_to_be_that(self) -> None:
        """To the manager too."""
        text = explain("14(1)", date(2025, 1, 6), as_at=date(2025, 1, 20))

        assert "Monday 20 January 2025 is the last day." in text

    def test_late_by_a_limit_of_the_complainant_with_another_way(self) -> None:
        """9(1) has no right that ends, and a discretion instead."""
        text = explain("9(1)", date(2024, 1, 8), as_at=date(2025, 1, 9), reader="complainant")

        assert "By Thursday 9 January 2025 you had not done this. That was 1 day late." in text
        assert "The council can still look at a late complaint." in text


class TestOthers:
    """Voluntary organisations, and what is not law."""

    def test_a_voluntary_organisation_is_called_that(self) -> None:
        """Regulation 22 does not apply 13, so nothing is recorded under it."""
        case = Case("V", [RECEIVED], procedure=VOLUNTARY_ORGANISATION)

        assert "The organisation must look at your complaint" in told(case, "complainant")[0]
        assert told(case, "manager")[0].endswith(
            "where matters are not resolved, the complainant may request an investigation (15(2))."
        )
        assert "the voluntary organisation considers" in for_manager(trace_of(case.deadlines()[0]))

    def test_where_the_regulations_name_nothing_that_is_said(self) -> None:
        """Stage 2 of a voluntary organisation."""
        case = Case("V", [RECEIVED, ENDED, REQUESTED], procedure=VOLUNTARY_ORGANISATION)

        assert told(case, "manager")[1].endswith("the Regulations name nothing.")

    def test_guidance_is_no_law_and_nobody_must(self) -> None:
        """Twenty working days from the answer of 13 January 2025: 10 February."""
        (row, *_) = at_stage_2().beside(guidance.TIMETABLE)

        assert [
            "No regulation sets this date: it comes from guidance: request stage 2 soon. That gave "
            "the complainant until Monday 10 February 2025 to request an investigation.",
            "It was done on Monday 3 February 2025: in time.",
            "Day 0 is Monday 13 January 2025, the stage 1 answer.",
            "Not counted: weekends.",
        ] == explain(row).split("\n")
        assert [
            'The law does not set this date. It comes from "guidance: request stage 2 soon". That '
            "gave you until Monday 10 February 2025 to request an investigation.",
            "The time runs from Monday 13 January 2025. You had 20 working days from then. The "
            "next working day is day 1. Weekends and bank holidays do not count.",
            "You did this on Monday 3 February 2025. That was in time.",
        ] == explain(row, reader="complainant").split("\n")

    def test_a_lead_is_counted_back(self) -> None:
        """Ten working days before the panel of Tuesday 1 April 2025: Tuesday 18 March."""
        case = at_stage_2(
            ANSWERED,
            TOLD,
            events.PanelRequested(on=date(2025, 3, 10), reasons_given=True),
            events.PanelMet(on=date(2025, 4, 1), independent_persons=3),
        )
        lead = case.beside(guidance.TIMETABLE)[3]
        seen = Assessment(lead, None, date(2025, 3, 14))

        assert "It is counted back. Not counted: weekends." in explain(lead)
        assert "It is 10 working days before that day." in explain(lead, reader="complainant")
        assert "That gives the council until Tuesday 18 March 2025" in explain(
            lead, reader="complainant"
        )
        text = explain(seen, reader="full")
        assert "at least 10 working days before, for the authority to give notice" in text
        assert "Days 10 to 7: Tuesday 18 to Friday 21 March 2025." in text
        assert "running, 2 working days left.\n2 left, 0 over." in text


class TestAsking:
    """One function for all of them."""

    def test_a_case_is_each_of_its_limits(self) -> None:
        """In a line each, under its reference."""
        assert [
            "Case CSC-0042",
            "14(1): last day Monday 20 January 2025, counted from Monday 6 January 2025 "
            "(14(3)(c)); met",
            "17(3): last day Monday 10 March 2025, counted from Monday 3 February 2025 "
            "(17(4)(b)); running, 25 working days left",
        ] == explain(at_stage_2(), reader="line").split("\n")

    def test_a_case_is_looked_at_as_it_was_known(self) -> None:
        """On 8 January 2025 it had not been answered."""
        assert [
            "Case CSC-0042",
            "14(1): last day Monday 20 January 2025, counted from Monday 6 January 2025 "
            "(14(3)(c)); running, 8 working days left",
        ] == explain(at_stage_2(), as_at=date(2025, 1, 8), reader="line").split("\n")

    def test_a_case_without_limits_says_so(self) -> None:
        """Nothing has been received."""
        assert "Case C\n\nNo time limit has started." == explain(Case("C"))

    @pytest.mark.parametrize("reader", list(READERS))
    def test_a_trace_is_enough(self, reader: Reader) -> None:
        """A deadline, its verdict and its trace are explained alike."""
        verdict = assess("14(1)", date(2025, 1, 6))

        assert (
            explain(verdict, reader=reader)
            == explain(verdict.deadline, reader=reader)
            == explain(trace_of(verdict), reader=reader)
        )

    def test_a_calendar_can_be_given_with_a_provision(self) -> None:
        """A holiday on Monday 13 January 2025 makes the tenth day the 21st."""
        calendar = WorkingDayCalendar.england(extra_holidays={date(2025, 1, 13): "Centenary"})

        assert "Tuesday 21 January 2025" in explain("14(1)", date(2025, 1, 6), calendar=calendar)

    def test_there_is_no_text_for_anybody_else(self) -> None:
        """The readers are listed."""
        with pytest.raises(CannotExplain, match=r"'full' or 'line'") as caught:
            explain("14(1)", date(2025, 1, 6), reader="lawyer")  # type: ignore[arg-type]

        assert "lawyer" == caught.value.written

    def test_a_provision_needs_its_start(self) -> None:
        """No day is guessed."""
        with pytest.raises(InvalidDate, match="start"):
            explain("14(1)")

    def test_dates_beside_what_has_its_own_are_refused(self) -> None:
        """They would be left unread."""
        deadline = due("14(1)", date(2025, 1, 6))
        with pytest.raises(CannotExplain, match="it has its own dates"):
            explain(deadline, as_at=date(2025, 1, 8))
        with pytest.raises(CannotExplain, match="as_at goes with a case"):
            explain(at_stage_2(), date(2025, 1, 6))
