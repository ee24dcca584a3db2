# SPDX-License-Identifier: MIT
"""Each invariant holds of this library, and is broken by a fault that was planted for it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date, timedelta
from typing import Any, ClassVar

import attrs
import pytest
from hypothesis import Phase, settings

from complaint_timescales import Case, StepNotOpen, events
from complaint_timescales.testing import (
    INVARIANTS,
    InvariantBroken,
    Library,
    NotApplicable,
    check_all,
)
from complaint_timescales.testing._invariants import first_of

ONE = timedelta(days=1)


@pytest.fixture(autouse=True)
def few_examples() -> Iterator[None]:
    """Enough to find what is planted, the same on each run."""
    before = settings.get_current_profile_name()
    settings.register_profile(
        "catalogue",
        max_examples=60,
        derandomize=True,
        database=None,
        deadline=None,
        report_multiple_bugs=False,
        phases=[Phase.generate],  # a fault is to be found here, not to be shrunk
    )
    settings.load_profile("catalogue")
    yield
    settings.load_profile(before)


class CountsBothEnds(Library):
    def count(self, start: date, end: date) -> int:
        return super().count(start, end) + 1


class StopsAtTwenty(Library):
    def add(self, start: date, n: int) -> date:
        return super().add(start, min(n, 20))


class ADayOver(Library):
    def due(self, provision: str, start: date) -> date:
        return super().due(provision, start) + ONE


class FreesADay(Library):
    def with_holiday(self, day: date) -> Library:
        return Earlier(self.calendar)


class Earlier(Library):
    def add(self, start: date, n: int) -> date:
        return super().add(start, n) - ONE


class NextWorkingDayIsDayNought(Library):
    def add(self, start: date, n: int) -> date:
        return super().add(start, n if self.is_working_day(start) else n + 1)


class TwoDaysApart(Library):
    def due_from_next_working_day(self, provision: str, start: date) -> date:
        return self.calendar.add(self.due(provision, start), 2)


class SortsInBulk(Library):
    def add_many(self, starts: list[date], n: int) -> list[date]:
        return super().add_many(sorted(starts), n)


class WeekdaysThenHolidays(Library):
    """Adds weekdays, then as many as there were bank holidays, and looks at the last day alone."""

    def add(self, start: date, n: int) -> date:
        day = self._weekdays(start, n)
        span = (start + k * ONE for k in range(1, (day - start).days + 1))
        day = self._weekdays(day, sum(d.weekday() < 5 and not self.is_working_day(d) for d in span))
        while not self.is_working_day(day):
            day += ONE
        return day

    def _weekdays(self, day: date, n: int) -> date:
        while n:
            day += ONE
            n -= day.weekday() < 5
        return day


class TheWholeKingdom(Library):
    """Takes off just what is off in every part of it."""

    def is_working_day(self, day: date) -> bool:
        reason = self.calendar.why_not(day)
        return reason is None or reason.name == "Easter Monday"


class NeverEnds(Library):
    def is_working_day(self, day: date) -> bool:
        return day.weekday() < 5


class StartIsDayOne(Library):
    def add(self, start: date, n: int) -> date:
        return super().add(start - ONE, n)


class ThreeHundredAndSixtyFive(Library):
    def due(self, provision: str, start: date) -> date:
        return start + 365 * ONE


class LastDayIsLate(Library):
    def outcome(self, provision: str, start: date, end: date) -> str:
        return super().outcome(provision, start, end + ONE)


class KindOnMondays(Library):
    def outcome(self, provision: str, start: date, end: date) -> str:
        return "met" if end.weekday() == 0 else super().outcome(provision, start, end)


class MonthFirst(Library):
    def read_date(self, text: str) -> date:
        day, month, year = (int(part) for part in text.split("/"))
        return date(year, day, month) if day <= 12 else date(year, month, day)


class Hindsight(Library):
    def fold(self, events: Any, as_at: date | None = None) -> Any:
        return super().fold(events)


class TakesWhatItCan(Library):
    def fold(self, events: Any, as_at: date | None = None) -> Any:
        case = Case("CSC-0042")
        for event in events:
            try:
                case = case.record(event)
            except ValueError:
                continue
        return case


class Wrapped:
    """A case with something in it that is not right."""

    def __init__(self, case: Any) -> None:
        self._case = case

    def __getattr__(self, name: str) -> Any:
        return getattr(self._case, name)


class Silent(Wrapped):
    def record(self, event: events.Event) -> Any:
        try:
            return self._case.record(event)
        except ValueError:
            return self


class Dateless(Wrapped):
    """Extends from the last day that was extended, and from the next working day each time."""

    def deadlines(self) -> Any:
        found = self._case.deadlines()
        return [
            attrs.evolve(d, date=d.calendar.add(d.date, 1)) if d.provision == "14(5)" else d
            for d in found
        ]


class LastNoticeWins(Wrapped):
    def deadlines(self) -> Any:
        last = self._case.events[-1]
        if not isinstance(last, events.InvestigationExtended):
            return self._case.deadlines()
        return [attrs.evolve(d, date=last.until) for d in self._case.deadlines()]


class NeverLate(Wrapped):
    def record(self, event: events.Event) -> Any:
        return NeverLate(self._case.record(event))

    def breaches(self) -> Any:
        return ()


class RefusesLateActs(Wrapped):
    def record(self, event: events.Event) -> Any:
        if any(limit.date < event.on for limit in self._case.deadlines()):
            raise ValueError("too late")
        return self._case.record(event)


class NoWayForward(Wrapped):
    def record(self, event: events.Event) -> Any:
        try:
            return self._case.record(event)
        except ValueError as error:
            raise ValueError(str(error)) from None


class ListsTooMuch(Wrapped):
    def open_steps(self, on: date) -> Any:
        try:
            Case("X").record(events.PanelMet(on=on))
        except StepNotOpen as error:
            return (*self._case.open_steps(on), *error.open_steps)


class With(Library):
    """A library whose cases are wrapped."""

    wrapper: ClassVar[type[Wrapped]] = Wrapped

    def fold(self, events: Any, as_at: date | None = None) -> Any:
        return self.wrapper(super().fold(events, as_at))


class WithSilent(With):
    wrapper = Silent


class WithDateless(With):
    wrapper = Dateless


class WithLastNoticeWins(With):
    wrapper = LastNoticeWins


class WithNeverLate(With):
    wrapper = NeverLate


class WithRefusals(With):
    wrapper = RefusesLateActs


class WithNoWayForward(With):
    wrapper = NoWayForward


class WithListsTooMuch(With):
    wrapper = ListsTooMuch


class ADeadEnd(Library):
    def moves(self) -> Collection[tuple[str, str, str]]:
        return [move for move in super().moves() if move[0] != "stage_3_reported"]


class OneUncited(Library):
    def citations(self) -> Mapping[str, str]:
        return {**super().citations(), "19(4)": ""}


class LosesTheLast(Library):
    def from_json(self, text: str) -> Case:
        case = Case.from_json(text)
        return Case(case.reference, case.events[:-1])


class StampsTheEntry(Library):
    def insert(self, case: Case, event: events.Event) -> Case:
        return case.record(attrs.evolve(event, on=case.events[-1].on, recorded_on=None))


FAULTS: dict[str, type[Library]] = {
    "a": CountsBothEnds,
    "b": StopsAtTwenty,
    "c": ADayOver,
    "d": FreesADay,
    "e": NextWorkingDayIsDayNought,
    "f": TwoDaysApart,
    "g": SortsInBulk,
    "h": WeekdaysThenHolidays,
    "i": TheWholeKingdom,
    "j": Hindsight,
    "k": TakesWhatItCan,
    "l": WithSilent,
    "m": ADeadEnd,
    "n": OneUncited,
    "o": LosesTheLast,
    "p": NeverEnds,
    "q": WithDateless,
    "r": StartIsDayOne,
    "s": ThreeHundredAndSixtyFive,
    "t": LastDayIsLate,
    "u": KindOnMondays,
    "v": MonthFirst,
    "w": WithLastNoticeWins,
    "x": WithNeverLate,
    "y": WithNoWayForward,
    "z": WithListsTooMuch,
    "aa": StampsTheEntry,
}


class TestTheCatalogue:
    """No invariant that does not hold, and none that cannot fail."""

    @pytest.mark.parametrize("letter", INVARIANTS)
    def test_it_holds_of_this_library(self, letter: str) -> None:
        """A few examples here: the properties of this library try the same, and harder."""
        settings.register_profile("few", settings.get_profile("catalogue"), max_examples=20)
        settings.load_profile("few")

        INVARIANTS[letter].check(Library())

    @pytest.mark.parametrize("letter", INVARIANTS)
    def test_it_is_broken_by_the_fault_planted_for_it(self, letter: str) -> None:
        with pytest.raises(InvariantBroken):
            INVARIANTS[letter].check(FAULTS[letter]())

    def test_to_refuse_a_late_act_is_no_way_to_have_no_breach(self) -> None:
        with pytest.raises(InvariantBroken, match="a late act was refused: too late"):
            INVARIANTS["x"].check(WithRefusals())

    def test_each_says_what_it_rests_on(self) -> None:
        for letter, invariant in INVARIANTS.items():
            assert letter == invariant.letter
            assert invariant.statement.endswith(".")
            assert invariant.source
            assert all(hasattr(Library(), name) for name in invariant.needs)

    def test_no_two_have_one_name(self) -> None:
        assert len(INVARIANTS) == len({each.name for each in INVARIANTS.values()}) == 27


class WholeWeeks:
    """Thirteen weeks for 65 days, and nothing else."""

    def add(self, start: date, n: int) -> date:
        return start + timedelta(weeks=n // 5)


class Confused:
    """Raises something of its own."""

    def add(self, start: date, n: int) -> date:
        raise ZeroDivisionError(f"{start} {n}")


class TestChecking:
    """What an implementation is told."""

    def test_what_it_lacks_is_named(self) -> None:
        with pytest.raises(NotApplicable, match=r"invariant \(a\), counting undoes adding, asks"):
            INVARIANTS["a"].check(WholeWeeks())

    def test_all_at_once_says_what_became_of_each(self) -> None:
        found = {each.invariant.letter: each for each in check_all(WholeWeeks())}

        assert "broken" == found["b"].outcome
        assert found["b"].because.startswith("InvariantBroken: ")
        assert "not applicable" == found["a"].outcome
        assert {"b", "r"} == {
            letter for letter, c in found.items() if c.outcome != "not applicable"
        }

    def test_what_it_raises_by_itself_breaks_the_law(self) -> None:
        found = {each.invariant.letter: each for each in check_all(Confused())}

        assert "ZeroDivisionError" in found["b"].because

    def test_what_holds_says_so(self) -> None:
        class Counter:
            add, count = Library().add, Library().count

        found = {each.invariant.letter: each.outcome for each in check_all(Counter())}

        assert {"a": "holds", "b": "holds", "r": "holds"} == {
            letter: outcome for letter, outcome in found.items() if outcome != "not applicable"
        }


@pytest.mark.parametrize(
    ("faults", "told"),
    [
        ([ValueError("odd"), KeyError("kind")], KeyError),
        ([ValueError("odd"), TypeError("odd")], ValueError),
    ],
    ids=["one of the kind", "none of it"],
)
def test_of_several_faults_at_once_one_is_told(
    faults: list[Exception], told: type[Exception]
) -> None:
    """That of the kind which was asked for, or else the first."""

    def law(_: object) -> None:
        raise ExceptionGroup("several", faults)

    with pytest.raises(told):
        first_of(KeyError, law, None)
