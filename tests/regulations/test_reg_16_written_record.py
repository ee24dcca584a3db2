# SPDX-License-Identifier: MIT
"""Regulation 16, written record: for representations that were made orally.

https://www.legislation.gov.uk/uksi/2006/1738/regulation/16
"""

from __future__ import annotations

from datetime import date

import pytest

from complaint_timescales import Case, Party, Stage, StepNotOpen, events
from tests.regulations.histories import broken, duties, provisions, received, refused

ORAL = received(date(2025, 1, 6), orally=True)
WRITTEN = received(date(2025, 1, 6))
INTO_STAGE_2 = [
    events.LocalResolutionWaived(on=date(2025, 1, 8)),
    events.InvestigationRequested(on=date(2025, 1, 8)),
]

into_stage_2 = pytest.mark.parametrize("event", INTO_STAGE_2, ids=lambda event: event.name)


@pytest.mark.reg("16(1)")
class TestForOralRepresentations:
    """Regulation 16(1): made orally, and stage 1 left out or stage 2 asked for."""

    @into_stage_2
    def test_oral_representations_await_their_record(self, event: events.Event) -> None:
        """(a) stage 1 left out by agreement, (b) an investigation requested."""
        assert Stage.STAGE_2_PENDING_RECORD is ORAL.record(event).stage

    @into_stage_2
    def test_written_ones_do_not(self, event: events.Event) -> None:
        """What counts is the form of the representations, not that of the request."""
        case = WRITTEN.record(event)

        assert Stage.STAGE_2_OPEN is case.stage
        assert "16(2)" not in [provision for provision, *_ in duties(case)]
        refused(case, events.WrittenRecordFinalised(on=date(2025, 1, 9)), StepNotOpen, "16(3)")

    def test_not_at_stage_1(self) -> None:
        """Local resolution needs no record."""
        refused(ORAL, events.WrittenRecordFinalised(on=date(2025, 1, 9)), StepNotOpen, "16(3)")
        assert "16(2)" not in [provision for provision, *_ in duties(ORAL)]


@pytest.mark.reg("16(2)")
class TestTheRecordIsPreparedAsSoonAsPossible:
    """Regulation 16(2): prepare it, invite comments, and amend it as considered necessary."""

    @into_stage_2
    def test_the_duty_arises_with_stage_2_and_is_met_by_the_record(
        self, event: events.Event
    ) -> None:
        """From the agreement or the request until the final record."""
        case = ORAL.record(event)
        done = case.record(events.WrittenRecordFinalised(on=date(2025, 1, 20)))

        assert ("16(2)", date(2025, 1, 8), None) in duties(case)
        assert ("16(2)", date(2025, 1, 8), date(2025, 1, 20)) in duties(done)

    def test_no_number_is_set_for_it(self) -> None:
        """Nothing of stage 2 is due while the record is awaited, however long it takes."""
        case = ORAL.record(INTO_STAGE_2[1])

        assert ["14(1)"] == provisions(case)
        assert [] == broken(case, as_at=date(2025, 12, 1))

    def test_it_binds_the_authority(self) -> None:
        """The complainant comments; the authority finalises."""
        (found,) = [
            d.obligation
            for d in ORAL.record(INTO_STAGE_2[1]).obligations()
            if d.obligation.by == "16(2)"
        ]

        assert (Party.AUTHORITY, "as soon as possible") == (found.binds, found.how_soon)


@pytest.mark.reg("16(3)")
class TestTheFinalRecordIsTheRepresentations:
    """Regulation 16(3): from then on the record stands for the representations."""

    @into_stage_2
    def test_it_opens_the_investigation(self, event: events.Event) -> None:
        """Stage 2 begins on the day on which it is produced: 17(5)."""
        case = ORAL.record(event).record(events.WrittenRecordFinalised(on=date(2025, 1, 20)))

        assert Stage.STAGE_2_OPEN is case.stage

    def test_an_answer_before_it_has_no_place(self) -> None:
        """There is nothing yet to investigate."""
        case: Case = ORAL.record(INTO_STAGE_2[1])

        refused(case, events.InvestigationResponseSent(on=date(2025, 1, 20)), StepNotOpen, "17(3)")

    def test_it_is_final(self) -> None:
        """A second final record has no place."""
        case = ORAL.record(INTO_STAGE_2[1])
        case = case.record(events.WrittenRecordFinalised(on=date(2025, 1, 20)))

        refused(case, events.WrittenRecordFinalised(on=date(2025, 1, 21)), StepNotOpen, "16(3)")
