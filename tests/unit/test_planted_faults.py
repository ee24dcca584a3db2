# SPDX-License-Identifier: MIT
"""Claims that no other test made, each found by planting a fault that nothing noticed."""

from __future__ import annotations

from datetime import date

from complaint_timescales import Case, Deadline, events
from complaint_timescales.working_days import WorkingDayCalendar
from tests.regulations.test_every_step import ARRIVES, INVESTIGATION, RECORD, at

ENGLAND = WorkingDayCalendar.england()


class TestCalendar:
    """The calendar as a value, and its last day."""

    def test_it_is_not_equal_to_anything_else(self) -> None:
        """The answer is False, and not something that counts as false."""
        assert (ENGLAND == "England") is False

    def test_its_representation_with_two_changes_builds_it_again(self) -> None:
        changed = WorkingDayCalendar.england(
            extra_holidays={date(2027, 6, 11): "Centenary"},
            moved={date(2026, 5, 4): date(2026, 5, 8)},
        )

        assert repr(changed) == (
            "WorkingDayCalendar.england(extra_holidays={datetime.date(2027, 6, 11): 'Centenary'}, "
            "moved={datetime.date(2026, 5, 4): datetime.date(2026, 5, 8)})"
        )

    def test_one_counts_back_from_its_last_day(self) -> None:
        """31 December 2100 is a Friday, and the day before it a Thursday."""
        assert date(2100, 12, 30) == ENGLAND.subtract(date(2100, 12, 31), 1)


def test_a_duty_that_ceased_has_arisen_when_it_did() -> None:
    """The record was owed from Monday 6 January 2025 until the withdrawal on Thursday 9."""
    case = at(RECORD).record(events.Withdrawn(on=date(2025, 1, 9)))
    (found,) = [due for due in case.obligations() if due.obligation.by == "16(2)"]

    assert (date(2025, 1, 6), None, date(2025, 1, 9)) == (
        found.since,
        found.met_on,
        found.ceased_on,
    )


def notices(*named: tuple[int, date]) -> Deadline:
    """The limit of 17(6) after notices on days of January 2025, each of which names a day."""
    case: Case = at(INVESTIGATION)
    for day, until in named:
        notice = events.InvestigationExtended(on=date(2025, 1, day), until=until, reason="illness")
        case = case.record(notice)
    return next(limit for limit in case.deadlines() if limit.provision == "17(6)")


class TestNotices:
    """Twenty-five working days from Monday 6 January 2025 end on Monday 10 February."""

    def test_a_second_notice_of_the_same_day_changes_nothing(self) -> None:
        """It was extended by the first, from the day that the law gives."""
        found = notices((7, date(2025, 3, 3)), (9, date(2025, 3, 3)))

        assert (date(2025, 3, 3), date(2025, 1, 7), date(2025, 2, 10)) == (
            found.date,
            found.granted_on,
            found.extended_from,
        )

    def test_a_notice_of_an_earlier_day_does_not_stop_a_later_one(self) -> None:
        """An earlier day shortens no limit, and a later one after it extends it still."""
        found = notices((7, date(2025, 3, 3)), (8, date(2025, 2, 24)), (9, date(2025, 3, 10)))

        assert (date(2025, 3, 10), date(2025, 1, 9)) == (found.date, found.granted_on)


def test_one_more_day_can_be_added_after_nine() -> None:
    """Ten may be added in all: after nine the step is open, and after ten it is not."""
    open_after = {}
    for days in (9, 10):
        extended = events.LocalResolutionExtended(on=date(2025, 1, 7), working_days=days)
        steps = at(ARRIVES).record(extended).open_steps(on=date(2025, 1, 7))
        open_after[days] = "local_resolution_extended" in {step.event for step in steps}

    assert {9: True, 10: False} == open_after
