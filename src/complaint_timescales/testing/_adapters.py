# SPDX-License-Identifier: MIT
"""What the kit asks of a system under test, and this library in the same shape.

An adapter has the methods that it can answer for, and no others: what it lacks is not compared.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Protocol

from complaint_timescales._assessments import assess, due
from complaint_timescales._deadlines import Deadline
from complaint_timescales._errors import ComplaintTimescalesError
from complaint_timescales._readings import DEFAULT, Readings
from complaint_timescales._vocabulary import Stage
from complaint_timescales.case import Case
from complaint_timescales.events import Event
from complaint_timescales.regulations import LOCAL_AUTHORITY
from complaint_timescales.tables import DATE_FORMATS
from complaint_timescales.working_days import WorkingDayCalendar


class DeadlineAdapter(Protocol):
    """A system that works out dates: what ``compare()`` asks of it."""

    def due(self, provision: str, start: date) -> date:
        """The last day of the limit that a provision sets, from a start date."""
        ...

    def count(self, start: date, end: date) -> int:
        """The working days after a day, up to and including another."""
        ...


class Adapter(Protocol):
    """The least of a case system: what ``machine_for()`` needs.

    ``FullAdapter`` lists what else it compares, where the adapter has it.
    """

    def open(self, reference: str) -> None:
        """Begin an empty case."""
        ...

    def record(self, event: Event) -> bool:
        """Record an event: True where it was accepted, False where it was refused."""
        ...


class FullAdapter(Protocol):
    """A case system with all that ``machine_for()`` compares; any but the first two may be absent.

    >>> adapter: FullAdapter = LibraryCases()
    """

    def open(self, reference: str) -> None:
        """Begin an empty case."""
        ...

    def record(self, event: Event) -> bool:
        """Record an event: True where it was accepted, False where it was refused."""
        ...

    def stage(self) -> str:
        """Where the case is, as the case document writes it: ``stage_1_open``."""
        ...

    def deadlines(self) -> Mapping[str, date]:
        """The last day of each limit that runs, neither met nor ended, by its provision."""
        ...

    def breaches(self) -> Collection[str]:
        """The provisions of the limits that were not kept, up to the last event."""
        ...


class LibraryCases:
    """This library as a case system, to try a machine on or to begin a faulty one from.

    >>> from complaint_timescales.events import RepresentationsReceived
    >>> system = LibraryCases()
    >>> system.open("CSC-0042")
    >>> system.record(RepresentationsReceived(on=date(2025, 1, 6))), system.stage()
    (True, 'stage_1_open')
    """

    case = Case("CSC-0042")

    def open(self, reference: str) -> None:
        """Begin an empty case."""
        self.case = Case(reference)

    def record(self, event: Event) -> bool:
        """Record an event, unless it is refused."""
        try:
            self.case = self.case.record(event)
        except ComplaintTimescalesError:
            return False
        return True

    def stage(self) -> str:
        """Where the case is."""
        return self.case.stage.value

    def deadlines(self) -> Mapping[str, date]:
        """The limits that run."""
        return running(self.case.deadlines())

    def breaches(self) -> Collection[str]:
        """The limits that were not kept."""
        return {str(breach.provision) for breach in self.case.breaches()}


def running(deadlines: Iterable[Deadline]) -> dict[str, date]:
    """The last day of each limit that is neither met nor ended, by its provision."""
    open_ones = [d for d in deadlines if d.met_on is None and d.ceased_on is None]
    return {str(limit.provision): limit.date for limit in open_ones}


class Library:
    """This library in the shape that the invariants ask for: every method that any of them needs.

    >>> Library().due("14(1)", date(2024, 12, 16))
    datetime.date(2025, 1, 2)

    The documentation of each method says what it must give. Begin an implementation of yours with
    the few that it has.
    """

    first_day = WorkingDayCalendar.known_from
    last_day = WorkingDayCalendar.provisional_through

    def __init__(self, calendar: WorkingDayCalendar | None = None) -> None:
        """Count over the calendar for England, or over another."""
        self.calendar = WorkingDayCalendar.england() if calendar is None else calendar

    @property
    def published_through(self) -> date:
        """The last day whose bank holidays are certain."""
        return self.calendar.known_through

    def is_working_day(self, day: date) -> bool:
        """Whether a day counts; an error outside the first and the last day."""
        return self.calendar.is_working_day(day)

    def is_provisional(self, day: date) -> bool:
        """Whether an answer that rests on a day is not certain yet."""
        return self.calendar.is_provisional(day)

    def add(self, start: date, n: int) -> date:
        """The n-th working day after a day, which is day 0."""
        return self.calendar.add(start, n)

    def count(self, start: date, end: date) -> int:
        """The working days after a day, up to and including another."""
        return self.calendar.count(start, end)

    def add_many(self, starts: list[date], n: int) -> list[date]:
        """The same as ``add`` for many starts, by whatever path is used in bulk."""
        return [self.calendar.add(start, n) for start in starts]

    def with_holiday(self, day: date) -> Library:
        """The same with one bank holiday more."""
        return Library(WorkingDayCalendar.england(extra_holidays={day: "Proclaimed"}))

    def due(self, provision: str, start: date) -> date:
        """The last day of a limit."""
        return self._due(provision, start, DEFAULT)

    def due_from_next_working_day(self, provision: str, start: date) -> date:
        """The last day where what comes on a day off counts as come on the next working day."""
        return self._due(provision, start, Readings.of({"I-17": "next_working_day"}))

    def _due(self, provision: str, start: date, read: Readings) -> date:
        return due(provision, start, calendar=self.calendar, readings=read).date

    def outcome(self, provision: str, start: date, end: date) -> str:
        """``met`` or ``missed``."""
        return assess(provision, start, end, calendar=self.calendar).outcome.value

    def citations(self) -> Mapping[str, str]:
        """The address of the text that sets each limit, by its provision."""
        limits = LOCAL_AUTHORITY.timescales.values()
        return {str(limit.by): getattr(limit.by, "url", "") for limit in limits}

    def moves(self) -> Collection[tuple[str, str, str]]:
        """Each stage, the event (empty for time alone), and the stage that it leads to."""
        lapses = LOCAL_AUTHORITY.lapses.values()
        return [
            *(
                (stage.value, kind.name, (move.target or stage).value)
                for (stage, kind), moves in LOCAL_AUTHORITY.moves.items()
                for move in moves
            ),
            *((lapse.source.value, "", lapse.target.value) for lapse in lapses),
        ]

    def final_stages(self) -> Collection[str]:
        """The stages that are declared final."""
        return [stage.value for stage in Stage if stage.is_final]

    def fold(self, events: tuple[Event, ...], as_at: date | None = None) -> Case:
        """The case of some events, as it was known on a day: anything with the members of one."""
        case = Case("CSC-0042", events)
        return case if as_at is None else case.as_known_on(as_at)

    def insert(self, case: Case, event: Event) -> Case:
        """A case with an event that came to be known late, put in its place."""
        return case.insert(event)

    def to_json(self, case: Case) -> str:
        """The case as JSON text."""
        return case.to_json()

    def from_json(self, text: str) -> Case:
        """The case in a JSON text."""
        return Case.from_json(text)

    def write_date(self, day: date) -> str:
        """A date as the system shows it to people."""
        return f"{day.day:02}/{day.month:02}/{day.year}"

    def read_date(self, text: str) -> date:
        """The date in a text that people wrote."""
        form = next(form for form in DATE_FORMATS if form.fits(text))
        return form.read(text)
