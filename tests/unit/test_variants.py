# SPDX-License-Identifier: MIT
"""The procedure for others than local authorities: what Part 5 leaves out."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from complaint_timescales import Case, ConditionNotMet, Party, Stage, StepNotOpen, events
from complaint_timescales._kinds import Lapse, Move, Obligation, Procedure
from complaint_timescales.regulations import LOCAL_AUTHORITY
from complaint_timescales.variants import (
    FOSTERING,
    FOSTERING_LIMITS,
    PROCEDURES,
    VOLUNTARY,
    VOLUNTARY_ORGANISATION,
)

OTHERS = {"voluntary organisation": VOLUNTARY_ORGANISATION, "fostering limits": FOSTERING_LIMITS}
each_other = pytest.mark.parametrize("procedure", OTHERS.values(), ids=OTHERS)


def received(procedure: Procedure, **facts: Any) -> Case:
    receipt = events.RepresentationsReceived(on=date(2025, 1, 6), **facts)
    return Case("CSC-0042", [receipt], procedure=procedure)


class TestEach:
    """What both have in common with the procedure of a local authority."""

    def test_each_procedure_has_its_name(self) -> None:
        """As case documents write it."""
        assert ["local_authority", "voluntary_organisation", "fostering_limits"] == list(PROCEDURES)
        assert all(name == procedure.name for name, procedure in PROCEDURES.items())

    def test_each_rests_on_its_provision(self) -> None:
        """22(1) and 23(1) apply the others."""
        assert ("22(1)", "23(1)") == (VOLUNTARY.by, FOSTERING.by)

    @each_other
    def test_the_limits_are_the_same(self, procedure: Procedure) -> None:
        """10 and 20, 25 and 65, 20, 30, 5, 15 working days, and two years."""
        assert {name: row.versions for name, row in LOCAL_AUTHORITY.timescales.items()} == {
            name: row.versions for name, row in procedure.timescales.items()
        }

    @each_other
    def test_the_lapses_are_the_same(self, procedure: Procedure) -> None:
        """Time passes for everyone."""
        assert [row for row in LOCAL_AUTHORITY.rows if isinstance(row, Lapse)] == [
            row for row in procedure.rows if isinstance(row, Lapse)
        ]

    @each_other
    def test_it_is_another_procedure(self, procedure: Procedure) -> None:
        """A case of the one is no case of the other."""
        assert procedure != LOCAL_AUTHORITY

    @pytest.mark.parametrize("procedure", PROCEDURES.values(), ids=PROCEDURES)
    def test_every_stage_that_a_row_names_is_reached(self, procedure: Procedure) -> None:
        """Nothing is left over of what was left out."""
        moves = [row for row in procedure.rows if isinstance(row, Move)]
        lapses = procedure.lapses.values()
        named = {source for move in moves for source in move.sources}
        reached = {move.target for move in moves} | {lapse.target for lapse in lapses}

        assert {Stage.NOT_RECEIVED} == named - reached

    @each_other
    def test_a_case_goes_through_to_the_end(self, procedure: Procedure) -> None:
        """All three stages, with the last days of a local authority."""
        happened = [
            events.LocalResolutionEnded(on=date(2025, 1, 20)),
            events.InvestigationRequested(on=date(2025, 2, 3)),
            events.InvestigationResponseSent(on=date(2025, 3, 10)),
            events.InvestigationResponseReceived(on=date(2025, 3, 11)),
            events.PanelRequested(on=date(2025, 3, 12)),
            events.PanelMet(on=date(2025, 4, 14)),
            events.PanelReportSent(on=date(2025, 4, 15)),
            events.PanelReportReceived(on=date(2025, 4, 16)),
            events.PanelResponseSent(on=date(2025, 4, 17)),
        ]
        ours, theirs = received(LOCAL_AUTHORITY), received(procedure)
        for event in happened:
            ours, theirs = ours.record(event), theirs.record(event)

        assert Stage.CONCLUDED is theirs.stage
        assert [(d.provision, d.date) for d in ours.deadlines()] == [
            (d.provision, d.date) for d in theirs.deadlines()
        ]


class TestVoluntaryOrganisation:
    """Regulation 22: regulations 2, 6 to 12 and 14 to 20, without advocates."""

    def test_no_row_binds_an_authority(self) -> None:
        """22(2)(a): the organisation stands in its place."""
        rows = VOLUNTARY_ORGANISATION.rows
        parties = {row.actor for row in rows if isinstance(row, Move)}
        parties |= {row.binds for row in rows if isinstance(row, Obligation)}
        parties |= {row.binds for row in VOLUNTARY_ORGANISATION.timescales.values()}

        assert Party.AUTHORITY not in parties
        assert Party.VOLUNTARY_ORGANISATION in parties

    def test_its_limits_name_it(self) -> None:
        """Where a local authority is bound it is bound."""
        assert Party.VOLUNTARY_ORGANISATION is VOLUNTARY_ORGANISATION.timescales["14(1)"].binds
        assert Party.PANEL is VOLUNTARY_ORGANISATION.timescales["19(4)"].binds

    def test_an_advocate_cannot_be_asked_for(self) -> None:
        """22(2)(b): all references to advocates are omitted."""
        with pytest.raises(ConditionNotMet) as caught:
            received(VOLUNTARY_ORGANISATION, advocate_requested=True)

        assert ("22(2)(b)", "advocate_requested is True") == (
            caught.value.condition.by,
            caught.value.found,
        )

    def test_an_advocate_cannot_be_appointed(self) -> None:
        """The step has no place from any stage, and the refusal says so."""
        with pytest.raises(StepNotOpen) as caught:
            received(VOLUNTARY_ORGANISATION).record(events.AdvocateAppointed(on=date(2025, 1, 7)))

        assert () == caught.value.open_from
        assert VOLUNTARY_ORGANISATION.title in str(caught.value)

    def test_no_start_waits_for_an_advocate(self) -> None:
        """14(3)(b) is left out."""
        rules = VOLUNTARY_ORGANISATION.timescales["14(1)"].runs_from.rules

        assert "14(3)(b)" not in [rule.by for rule in rules]

    def test_no_duty_speaks_of_an_advocate(self) -> None:
        """22(2)(b) omits help in getting one too."""
        duties = [row.what for row in VOLUNTARY_ORGANISATION.rows if isinstance(row, Obligation)]

        assert [] == [what for what in duties if "advoca" in what]

    def test_a_sufficient_interest_is_decided(self) -> None:
        """22(2)(d): a person of regulation 21(d) is a regulation 12 person."""
        case = received(VOLUNTARY_ORGANISATION, interest_decision_needed=True)

        assert Stage.AWAITING_INTEREST_DECISION is case.stage


class TestFosteringLimits:
    """Regulation 23: regulations 2, 6 to 11 and 13 to 20."""

    def test_regulation_12_is_left_out(self) -> None:
        """And no other."""
        ours = [regulation.number for regulation in LOCAL_AUTHORITY.regulations]

        assert [number for number in ours if number != "12"] == [
            regulation.number for regulation in FOSTERING_LIMITS.regulations
        ]

    def test_no_interest_is_decided(self) -> None:
        """There is no regulation 12 person."""
        with pytest.raises(ConditionNotMet) as caught:
            received(FOSTERING_LIMITS, interest_decision_needed=True)

        assert ("23(1)", "interest_decision_needed is True") == (
            caught.value.condition.by,
            caught.value.found,
        )

    def test_no_stage_waits_for_it(self) -> None:
        """Neither as a place to be nor as one to go to."""
        moves = [row for row in FOSTERING_LIMITS.rows if isinstance(row, Move)]
        stages = {move.target for move in moves} | {s for move in moves for s in move.sources}

        assert Stage.AWAITING_INTEREST_DECISION not in stages

    def test_no_start_waits_for_it(self) -> None:
        """14(3)(a) has no subject."""
        rules = FOSTERING_LIMITS.timescales["14(1)"].runs_from.rules

        assert "14(3)(a)" not in [rule.by for rule in rules]

    def test_an_advocate_can_be_asked_for(self) -> None:
        """14(3)(b) stays."""
        case = received(FOSTERING_LIMITS, advocate_requested=True)

        assert Stage.STAGE_1_PENDING_START is case.stage

    def test_it_is_an_authority_that_is_bound(self) -> None:
        """The local authority, as in the other regulations."""
        assert Party.AUTHORITY is FOSTERING_LIMITS.timescales["14(1)"].binds
