# SPDX-License-Identifier: MIT
"""What is not law: the guidance's timetable and local clocks."""

from __future__ import annotations

from datetime import date

import pytest

from complaint_timescales import Case, events
from complaint_timescales.guidance import LOCAL_CLOCKS, TIMETABLE, Recommendation, Sourcing
from complaint_timescales.regulations import LOCAL_AUTHORITY

LOCAL = [row for rows in LOCAL_CLOCKS.values() for row in rows]
EVERY = {str(row.timescale.by): row for row in (*TIMETABLE, *LOCAL)}
each_row = pytest.mark.parametrize("row", EVERY.values(), ids=EVERY)
STAGE_2 = (
    events.RepresentationsReceived(on=date(2025, 1, 6)),
    events.LocalResolutionEnded(on=date(2025, 1, 20)),
    events.InvestigationRequested(on=date(2025, 2, 3)),
)


class TestRows:
    """Each row says what it is, and none is law."""

    @each_row
    def test_it_is_not_law(self, row: Recommendation) -> None:
        """Neither the row nor what starts it."""
        assert [False, False] == [
            row.timescale.by.is_law,
            *(rule.by.is_law for rule in row.timescale.runs_from.rules),
        ]

    @each_row
    def test_it_says_how_well_it_is_known_and_what_it_does(self, row: Recommendation) -> None:
        """A source and a remark."""
        assert isinstance(row.sourcing, Sourcing)
        assert row.remark.endswith(".")

    def test_each_has_its_own_name(self) -> None:
        """A result can say which it is."""
        assert len(EVERY) == len(TIMETABLE) + len(LOCAL)

    def test_no_procedure_has_any_of_them(self) -> None:
        """They are used just where they are asked for."""
        assert set() == set(EVERY) & set(LOCAL_AUTHORITY.timescales)

    def test_what_authorities_do_instead_is_called_local(self) -> None:
        """And what the guidance is said to say is not."""
        assert {Sourcing.LOCAL} == {row.sourcing for row in LOCAL}
        assert Sourcing.LOCAL not in {row.sourcing for row in TIMETABLE}

    def test_what_was_not_seen_says_so(self) -> None:
        """One row is published by an authority; the others are generally said."""
        assert [Sourcing.PUBLISHED, *[Sourcing.UNVERIFIED] * 4] == [
            row.sourcing for row in TIMETABLE
        ]

    def test_the_timetable_has_these_numbers(self) -> None:
        """As the guidance is said to have them."""
        assert {
            "guidance: request stage 2 soon": "20 working days",
            "guidance: acknowledge a panel request": "2 working days",
            "guidance: appoint the chair": "10 working days",
            "guidance: tell the complainant of the panel": "10 working days before",
            "guidance: send the papers": "10 working days before",
        } == {str(row.timescale.by): str(row.timescale.limit) for row in TIMETABLE}


class TestLocalClocks:
    """Clocks that authorities use in place of the Regulations' start date."""

    @pytest.mark.parametrize(
        ("name", "event"),
        [
            ("statement_agreed", events.StatementAgreed(on=date(2025, 3, 10))),
            ("investigator_appointed", events.InvestigatingOfficerAppointed(on=date(2025, 3, 10))),
        ],
    )
    def test_each_runs_from_its_own_event(self, name: str, event: events.Event) -> None:
        """From Monday 10 March 2025: five weeks, Monday 14 April; thirteen weeks, Monday 9 June.

        18 and 21 April and 5 and 26 May are off, so the second is Friday 13 June.
        """
        case = Case("CSC-0042", [*STAGE_2, event])

        assert [(25, date(2025, 4, 14)), (65, date(2025, 6, 13))] == [
            (d.limit, d.date) for d in case.beside(LOCAL_CLOCKS[name])
        ]

    def test_there_are_these_two(self) -> None:
        """By name, for those who compare readings."""
        assert ["statement_agreed", "investigator_appointed"] == list(LOCAL_CLOCKS)

    @pytest.mark.parametrize("name", LOCAL_CLOCKS)
    def test_without_its_event_it_does_not_run(self, name: str) -> None:
        """And the clock of the Regulations does: Monday 3 February to Monday 10 March."""
        case = Case("CSC-0042", STAGE_2)

        assert () == case.beside(LOCAL_CLOCKS[name])
        assert ("17(3)", date(2025, 3, 10)) == (
            case.deadlines()[-1].provision,
            case.deadlines()[-1].date,
        )

    def test_it_moves_no_clock_of_the_regulations(self) -> None:
        """A statement agreed is recorded, and that is all."""
        agreed = events.StatementAgreed(on=date(2025, 3, 10))

        assert (
            Case("CSC-0042", STAGE_2).deadlines()
            == Case("CSC-0042", [*STAGE_2, agreed]).deadlines()
        )

    def test_the_notice_meets_it(self) -> None:
        """As it meets 17(3)."""
        case = Case(
            "CSC-0042",
            [
                *STAGE_2,
                events.StatementAgreed(on=date(2025, 2, 10)),
                events.InvestigationResponseSent(on=date(2025, 3, 17)),
            ],
        )

        assert [date(2025, 3, 17)] * 2 == [
            d.met_on for d in case.beside(LOCAL_CLOCKS["statement_agreed"])
        ]


class TestLeads:
    """What is to be done before a day is counted back from it."""

    def test_ten_days_before_the_panel(self) -> None:
        """The panel of Monday 28 April 2025: Easter is passed over, so Thursday 10 April.

        Back from the 28th: 25, 24, 23, 22, 17, 16, 15, 14, 11 and 10 April.
        """
        happened = [
            *STAGE_2,
            events.InvestigationResponseSent(on=date(2025, 3, 3)),
            events.InvestigationResponseReceived(on=date(2025, 3, 4)),
            events.PanelRequested(on=date(2025, 3, 18)),
            events.PanelMet(on=date(2025, 4, 28)),
        ]
        papers = Case("CSC-0042", happened).beside(TIMETABLE[-1:])[0]

        assert (date(2025, 4, 28), date(2025, 4, 10), 10) == (
            papers.start,
            papers.date,
            len(papers.counted),
        )
        assert ["Good Friday", "Easter Monday"] == [
            day.name for day in papers.skipped if day.date.weekday() < 5
        ]

    def test_a_lead_is_explained_as_one(self) -> None:
        """It is counted back, from the panel to the papers."""
        panel = [
            events.RepresentationsReceived(on=date(2025, 1, 6)),
            events.InvestigationRequested(on=date(2025, 1, 21)),
            events.InvestigationResponseSent(on=date(2025, 2, 3)),
            events.PanelRequested(on=date(2025, 2, 4)),
            events.PanelMet(on=date(2025, 3, 3)),
        ]
        explained = [row.explain() for row in Case("CSC-0042", panel).beside(TIMETABLE)]

        assert (
            "No regulation but guidance: send the papers has the authority send the papers to the "
            "panel at least 10 working days before."
        ) in [text.split("\n")[0] for text in explained]
