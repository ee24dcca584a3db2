# SPDX-License-Identifier: MIT
"""The machine finds planted faults, says them readably, and agrees with what is right."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from complaint_timescales import Case, events
from complaint_timescales.events import Event
from complaint_timescales.testing import (
    Disagreement,
    FullAdapter,
    Library,
    LibraryCases,
    compare,
    machine_for,
)
from complaint_timescales.testing._machine import _Pair

# To shrink is what Hypothesis does well, and slowly: here it is enough that a fault is found.
QUICK = settings(
    derandomize=True,
    database=None,
    max_examples=5_000,  # the first failure ends them; some faults show in one history of hundreds
    stateful_step_count=8,
    deadline=None,
    print_blob=False,
    phases=[Phase.generate],
)


def run(adapter: Callable[[], Any]) -> None:
    """The machine for an adapter, the same on each run."""
    run_state_machine_as_test(machine_for(adapter), settings=QUICK)


@pytest.fixture
def thorough() -> Iterator[None]:
    """As many examples as it takes: `compare` goes by the profile that is loaded."""
    before = settings.get_current_profile_name()
    settings.register_profile("thorough", QUICK)
    settings.load_profile("thorough")
    yield
    settings.load_profile(before)


class OneDayEarly(LibraryCases):
    """Counts the day of receipt as day 1."""

    def deadlines(self) -> Mapping[str, date]:
        return {by: day - timedelta(days=1) for by, day in super().deadlines().items()}


class TakesAnything(LibraryCases):
    """Refuses nothing: it says that it has taken what it has not."""

    def record(self, event: Event) -> bool:
        super().record(event)
        return True


class RefusesLateActs(LibraryCases):
    """Takes no end of stage 1 after its last day."""

    def record(self, event: Event) -> bool:
        late = any(limit.date < event.on for limit in self.case.deadlines())
        return not (late and isinstance(event, events.LocalResolutionEnded)) and (
            super().record(event)
        )


class OneStage(LibraryCases):
    """Has one word for both waits in stage 2."""

    def stage(self) -> str:
        return super().stage().replace("stage_2_pending_record", "stage_2_open")


class SeesNoBreach(LibraryCases):
    """Was never late."""

    def breaches(self) -> Collection[str]:
        return ()


class OpensAndRecords:
    """The least that an adapter can have."""

    def __init__(self) -> None:
        self.inner = LibraryCases()

    def open(self, reference: str) -> None:
        self.inner.open(reference)

    def record(self, event: Event) -> bool:
        return self.inner.record(event)


class TestMachine:
    """Side by side."""

    def test_what_is_right_agrees(self) -> None:
        settings_ = settings(QUICK, max_examples=25)

        run_state_machine_as_test(machine_for(LibraryCases), settings=settings_)

    def test_an_adapter_need_not_have_everything(self) -> None:
        settings_ = settings(QUICK, max_examples=5)

        run_state_machine_as_test(machine_for(OpensAndRecords), settings=settings_)

    def test_a_protocol_is_met_by_what_is_shipped(self) -> None:
        adapter: FullAdapter = LibraryCases()

        assert adapter.deadlines() == {}

    @pytest.mark.parametrize(
        ("adapter", "what"),
        [
            (OneDayEarly, "the limits that run"),
            (TakesAnything, "whether this step is taken"),
            (RefusesLateActs, "whether this step is taken"),
            (OneStage, "the stage"),
            (SeesNoBreach, "the limits not kept"),
        ],
        ids=lambda value: getattr(value, "__name__", ""),
    )
    def test_a_planted_fault_is_found(self, adapter: type[LibraryCases], what: str) -> None:
        with pytest.raises(Disagreement, match=f"The two differ in {what}"):
            run(adapter)

    def test_the_message_is_the_whole_story(self) -> None:
        """Both answers, and the history as far as it went."""
        pair = _Pair(OneStage(), Case("CSC-0042"))
        pair.take(events.RepresentationsReceived(on=date(2025, 1, 6), orally=True))
        with pytest.raises(Disagreement) as caught:
            pair.take(events.LocalResolutionWaived(on=date(2025, 1, 7)))

        assert [
            "The two differ in the stage.",
            "Here:  stage_2_pending_record",
            "Yours: stage_2_open",
            "After:",
            "  1. 2025-01-06 representations_received (orally=True)",
            "  2. 2025-01-07 local_resolution_waived",
        ] == str(caught.value).splitlines()

    def test_dates_and_names_are_shown_as_people_write_them(self) -> None:
        pair = _Pair(OneDayEarly(), Case("CSC-0042"))
        with pytest.raises(Disagreement) as limits:
            pair.take(events.RepresentationsReceived(on=date(2025, 1, 6)))
        late = _Pair(SeesNoBreach(), Case("CSC-0042"))
        late.take(events.RepresentationsReceived(on=date(2025, 1, 6)))
        with pytest.raises(Disagreement) as breaches:
            late.take(events.LocalResolutionEnded(on=date(2025, 1, 21)))

        assert "Here:  14(1): Monday 20 January 2025\nYours: 14(1): Sunday 19" in str(limits.value)
        assert "Here:  14(1)\nYours: none" in str(breaches.value)


class InclusiveCount(Library):
    """``NETWORKDAYS``: both ends are counted."""

    def count(self, start: date, end: date) -> int:
        return super().count(start, end) + self.is_working_day(start)


class ForgetsTheOneOffs(Library):
    """A calendar typed in once, and never again."""

    def due(self, provision: str, start: date) -> date:
        from complaint_timescales import WorkingDayCalendar
        from complaint_timescales import due as ours

        known = WorkingDayCalendar.england(as_known_on=date(2010, 6, 1))
        return ours(provision, start, calendar=known).date


class CountsOnly:
    """An adapter with one method."""

    def count(self, start: date, end: date) -> int:
        return Library().count(start, end)


class FailsOnMondays(Library):
    """Two faults at once."""

    def due(self, provision: str, start: date) -> date:
        if start.weekday() == 0:
            raise ZeroDivisionError
        return start


class TestCompare:
    """Dates alone."""

    def test_of_several_faults_the_difference_is_told(self) -> None:
        with pytest.raises(Disagreement, match="last day"):
            compare(FailsOnMondays())

    def test_what_is_right_agrees(self) -> None:
        compare(Library())

    def test_an_adapter_may_only_count(self) -> None:
        compare(CountsOnly())

    def test_an_inclusive_count_is_found(self) -> None:
        with pytest.raises(Disagreement, match=r"Working days after .*\nHere:  0\nYours: 1"):
            compare(InclusiveCount())

    @pytest.mark.usefixtures("thorough")
    def test_a_day_forgotten_is_found_and_explained(self) -> None:
        with pytest.raises(Disagreement, match="Here: ") as caught:
            compare(ForgetsTheOneOffs())

        assert "The last day is" in str(caught.value)


def test_a_library_case_begins_empty() -> None:
    """As ``open`` leaves it."""
    system = LibraryCases()
    system.open("CSC-7")

    assert Case("CSC-7") == system.case
