# SPDX-License-Identifier: MIT
"""Regulation 11, action on receipt: what the complainant is told and offered.

https://www.legislation.gov.uk/uksi/2006/1738/regulation/11
"""

from __future__ import annotations

from datetime import date

import pytest

from complaint_timescales import Party, Stage, events, regulations
from tests.regulations.histories import (
    STAGES_UNDER_WAY,
    deadline,
    provisions,
    received,
    suspended,
)


def of_receipt(since: date) -> list[tuple[date, Party, str]]:
    case = received(date(2025, 1, 6))
    return [
        (found.since, found.obligation.binds, found.obligation.how_soon)
        for found in case.obligations()
        if found.obligation.by.startswith("11(") and found.since == since
    ]


class TestAsSoonAsPossibleAfterReceipt:
    """Regulation 11(1): details of the procedure, advice, and help to get an advocate."""

    @pytest.mark.reg("11(1)")
    def test_four_duties_arise_on_the_day_of_receipt(self) -> None:
        """Two to provide and two to offer; all bind the authority, and none has a number."""
        expected = (date(2025, 1, 6), Party.AUTHORITY, "as soon as possible")

        assert [expected] * 4 == of_receipt(date(2025, 1, 6))

    @pytest.mark.reg("11(1)(a)")
    @pytest.mark.reg("11(1)(b)")
    @pytest.mark.parametrize(
        "provision", ["11(1)(a)(i)", "11(1)(a)(ii)", "11(1)(b)(i)", "11(1)(b)(ii)"]
    )
    def test_each_has_its_paragraph(self, provision: str) -> None:
        """Regulation 11 has a paragraph (1), and (a) and (b) stand below it."""
        assert regulations.cited(provision)

    @pytest.mark.reg("11(1)")
    def test_no_time_is_set_for_an_acknowledgement(self) -> None:
        """Local practice has two, three or five working days; the Regulations have none."""
        assert ["14(1)"] == provisions(received(date(2025, 1, 6)))

    @pytest.mark.reg("11(1)")
    def test_they_arise_again_when_representations_are_resubmitted(self) -> None:
        """8(4) applies regulations 9 to 20, and 11 is one of them."""
        case = suspended(date(2025, 1, 6))
        case = case.record(events.ConcurrentConsiderationEnded(on=date(2025, 2, 3)))
        case = case.record(events.Resubmitted(on=date(2025, 3, 3)))
        since = [d.since for d in case.obligations() if d.obligation.by.startswith("11(")]

        assert [date(2025, 1, 6)] * 4 + [date(2025, 3, 3)] * 4 == since


@pytest.mark.reg("11(1)(b)")
class TestAnAdvocateMayBeAppointedAtAnyTime:
    """Regulation 11(1)(b)(ii): help to get an advocate; an appointment is recorded whenever."""

    @pytest.mark.parametrize(
        "stage",
        [stage for stage in STAGES_UNDER_WAY if stage is not Stage.STAGE_1_PENDING_START],
        ids=lambda stage: stage.value,
    )
    def test_it_leaves_the_stage_as_it_is(self, stage: Stage) -> None:
        """In every stage but the one that waits for it."""
        case = STAGES_UNDER_WAY[stage].record(events.AdvocateAppointed(on=date(2025, 1, 7)))

        assert stage is case.stage

    def test_asked_for_after_receipt_it_moves_no_clock(self) -> None:
        """14(3)(b) is about the day of receipt: ten days from Monday 6 January 2025 stand."""
        case = received(date(2025, 1, 6)).record(events.AdvocateAppointed(on=date(2025, 1, 13)))

        assert date(2025, 1, 20) == deadline(case, "14(1)").date
