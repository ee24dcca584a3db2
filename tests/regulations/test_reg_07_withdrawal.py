# SPDX-License-Identifier: MIT
"""Regulation 7, withdrawal: at any time, and confirmed in writing.

https://www.legislation.gov.uk/uksi/2006/1738/regulation/7
"""

from __future__ import annotations

from datetime import date

import pytest

from complaint_timescales import Case, Party, Stage, StepNotOpen, events
from tests.regulations.histories import (
    ENDED,
    STAGES_UNDER_WAY,
    broken,
    deadline,
    duties,
    investigation_from,
    received,
    refused,
    suspended,
)


@pytest.mark.reg("7(1)")
class TestRepresentationsMayBeWithdrawnAtAnyTime:
    """Regulation 7(1): the complainant or the advocate may withdraw them at any time."""

    @pytest.mark.parametrize("case", STAGES_UNDER_WAY.values(), ids=lambda c: c.stage.value)
    def test_from_every_stage_under_way(self, case: Case) -> None:
        """No stage of the procedure holds a complainant in it."""
        assert Stage.WITHDRAWN is case.record(events.Withdrawn(on=date(2025, 1, 7))).stage

    def test_while_they_are_not_being_considered(self) -> None:
        """A concurrent consideration does not take the right away."""
        case = suspended(date(2025, 1, 6))

        assert Stage.WITHDRAWN is case.record(events.Withdrawn(on=date(2025, 1, 7))).stage

    @pytest.mark.parametrize("case", ENDED.values(), ids=lambda c: c.stage.value)
    def test_what_has_ended_is_not_withdrawn(self, case: Case) -> None:
        """There is nothing left to withdraw."""
        refused(case, events.Withdrawn(on=date(2025, 1, 7)), StepNotOpen, "7(1)")

    def test_nothing_is_due_after_it(self) -> None:
        """The clock of the investigation stops, and time passing breaks nothing."""
        case = investigation_from(date(2024, 8, 29)).record(events.Withdrawn(on=date(2024, 9, 12)))

        assert date(2024, 9, 12) == deadline(case, "17(3)").ceased_on
        assert [] == broken(case, as_at=date(2025, 9, 12))

    def test_a_limit_broken_before_it_stays_broken(self) -> None:
        """14(1) ran out on Monday 20 January 2025; two working days later they are withdrawn."""
        case = received(date(2025, 1, 6)).record(events.Withdrawn(on=date(2025, 1, 22)))

        expected = [("14(1)", date(2025, 1, 20), date(2025, 1, 22), 2)]
        assert expected == broken(case, as_at=date(2025, 6, 2))

    def test_a_withdrawal_on_the_last_day_leaves_no_breach(self) -> None:
        """The last day is Monday 20 January 2025, and the limit holds to its end."""
        case = received(date(2025, 1, 6)).record(events.Withdrawn(on=date(2025, 1, 20)))

        assert [] == broken(case, as_at=date(2025, 6, 2))

    def test_it_is_the_complainant_who_acts(self) -> None:
        """No authority withdraws representations."""
        (step,) = [s for s in received(date(2025, 1, 6)).open_steps() if s.event == "withdrawn"]

        assert (Party.COMPLAINANT, "7(1)", ()) == (step.actor, step.provision, step.needs)


@pytest.mark.reg("7(2)")
class TestTheAuthorityConfirmsInWriting:
    """Regulation 7(2): the authority writes to confirm the withdrawal."""

    def test_the_duty_arises_on_the_day_of_the_withdrawal(self) -> None:
        """No number of days is set for it, so it is a duty and no deadline."""
        case = received(date(2025, 1, 6)).record(events.Withdrawn(on=date(2025, 1, 8)))

        assert ("7(2)", date(2025, 1, 8), None) in duties(case)

    def test_it_binds_the_authority_and_has_no_number(self) -> None:
        """The words of the duty say that no time is stated."""
        case = received(date(2025, 1, 6)).record(events.Withdrawn(on=date(2025, 1, 8)))
        (due,) = [due for due in case.obligations() if due.obligation.by == "7(2)"]

        assert (Party.AUTHORITY, "no time is stated") == (
            due.obligation.binds,
            due.obligation.how_soon,
        )
