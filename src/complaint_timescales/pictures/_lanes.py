# SPDX-License-Identifier: MIT
"""What a timeline shows, before anything is drawn: its lanes, its events, its bank holidays."""

from __future__ import annotations

from datetime import date
from typing import Final

import attrs

from complaint_timescales._assessments import Assessment
from complaint_timescales._dates import counted, spoken
from complaint_timescales._vocabulary import Outcome
from complaint_timescales.case import Case
from complaint_timescales.events import Event, Resubmitted
from complaint_timescales.pictures._days import seen_until
from complaint_timescales.pictures._svg import dated

SAID: Final = {
    "8(5)": "Making it again",
    "9(1)": "Making the complaint",
    "14(1)": "Stage 1: local resolution",
    "14(5)": "Stage 1: local resolution",
    "17(3)": "Stage 2: investigation",
    "17(6)": "Stage 2: investigation",
    "18(2)": "Asking for a panel",
    "19(4)": "Stage 3: the panel meets",
    "20(2)": "Stage 3: the panel's report",
    "20(3)": "Stage 3: the last response",
}
"""Each limit as people call it."""


@attrs.frozen
class Lane:
    """A time limit in a case, as a bar.

    Attributes:
        verdict: the limit, and what became of it.
        again: which time it ran: 0 for the first.
    """

    verdict: Assessment
    again: int

    @property
    def start(self) -> date:
        """Day 0."""
        return self.verdict.deadline.start

    @property
    def due(self) -> date:
        """The last day."""
        return self.verdict.due

    @property
    def until(self) -> date | None:
        """The day of the act, of the end of the duty, or the day looked from."""
        return seen_until(self.verdict)

    @property
    def extended_from(self) -> date | None:
        """The last day before it was extended."""
        return self.verdict.deadline.extended_from

    @property
    def end(self) -> str:
        """How it ended: ``met``, ``ceased``, or not at all."""
        if self.verdict.end is not None:
            return "met"
        return "ceased" if self.verdict.deadline.ceased_on else ""

    @property
    def over(self) -> bool:
        """Whether the last day had passed."""
        return self.verdict.outcome in {Outcome.MISSED, Outcome.OVERDUE}

    @property
    def name(self) -> str:
        """The stage or the limit, as people call it."""
        provision = str(self.verdict.provision)
        what = self.verdict.deadline.timescale.what
        name = SAID.get(provision, f"{what[0].upper()}{what[1:]}")
        return f"{name}, again" if self.again else name

    @property
    def limit(self) -> str:
        """The provision, the number and the last day."""
        deadline = self.verdict.deadline
        number = counted(len(deadline.counted), "working day")
        long = number if deadline.in_working_days else str(deadline.timescale.limit)
        moved = f", extended from {dated(self.extended_from)}" if self.extended_from else ""
        known = " (provisional)" if self.verdict.provisional else ""
        words = f'; at that time "{deadline.softened_by}"' if deadline.softened_by else ""
        return f"{self.verdict.provision}, {long}: to {dated(self.due)}{known}{moved}{words}"

    @property
    def result(self) -> str:
        """What became of it, in a few words."""
        if self.until is None:
            return f"starts on {dated(self.start)}"
        unit = "working day" if self.verdict.deadline.in_working_days else "day"
        over = f", {counted(self.verdict.days_over, unit)} over" if self.over else ""
        day = dated(self.until)
        return {
            "met": f"Missed: done on {day}{over}" if over else f"Met on {day}",
            "ceased": f"Ended with the duty on {day}{over}",
            "": f"Overdue on {day}{over}" if over else f"Not done by {day}, still in time",
        }[self.end]

    @property
    def about(self) -> str:
        """All of it in a sentence."""
        return f"{self.name}, from {dated(self.start)}; {self.limit}; {self.result}"


@attrs.frozen
class Story:
    """A case as it is drawn.

    Attributes:
        case: the case, with what was known.
        lanes: its limits.
        as_at: the day looked from, or None.
        stage: where it stands, in words.
    """

    case: Case
    lanes: tuple[Lane, ...]
    as_at: date | None
    stage: str

    @classmethod
    def of(cls, case: Case, as_at: date | None) -> Story:
        """The case as it was known on a day, or as it is."""
        known = case if as_at is None else case.as_known_on(as_at)
        stage = case.stage if as_at is None else case.stage_on(as_at)
        lanes = [Lane(each, _again(known, each)) for each in case.assessments(as_at)]
        return cls(known, tuple(lanes), as_at, stage.words)

    @property
    def events(self) -> tuple[Event, ...]:
        """What had happened."""
        return self.case.events

    @property
    def days(self) -> list[date]:
        """Every day that must have its place."""
        found = [event.on for event in self.events]
        found += [day for lane in self.lanes for day in (lane.start, lane.due, lane.until) if day]
        return found + ([self.as_at] if self.as_at else [])

    @property
    def holidays(self) -> dict[date, str]:
        """The bank holidays that a clock of working days passed over, with their names."""
        found: dict[date, str] = {}
        for lane in self.lanes:
            deadline = lane.verdict.deadline
            if not deadline.in_working_days:
                continue
            last = max(lane.due, lane.until or lane.due)
            first = min(lane.start, last)
            for day in deadline.calendar.skipped(first, last):
                if day.date.weekday() < 5:
                    found[day.date] = day.name
        return dict(sorted(found.items()))

    @property
    def about(self) -> str:
        """All that is drawn, in words."""
        said = [self.status]
        said += [f"{lane.about}." for lane in self.lanes] or ["No clock has started."]
        told = "; ".join(f"{spoken(event.on)}, {named(event)}" for event in self.events)
        off = "; ".join(f"{spoken(day)}, {name}" for day, name in self.holidays.items())
        said.append(f"What happened: {told}.")
        return " ".join([*said, f"Bank holidays not counted: {off}."] if off else said)

    @property
    def status(self) -> str:
        """Where it stands."""
        when = f" on {spoken(self.as_at)}" if self.as_at else ""
        if not self.events:
            return f"Nothing {'had' if when else 'has'} been received{when}."
        return f"Where it stands{when}: {self.stage}."


def _again(case: Case, verdict: Assessment) -> int:
    """How often the representations had been made again when a clock started."""
    start, met_on = verdict.deadline.start, verdict.deadline.met_on
    made = [event.on for event in case.events if isinstance(event, Resubmitted)]
    return sum(day <= start and day != met_on for day in made)


def named(event: Event) -> str:
    """What happened, as people say it, with the fact that moves a clock."""
    name = event.name.replace("_", " ").capitalize()
    for fact in ("until", "start"):
        if getattr(event, fact, None):
            return f"{name}: {fact} {dated(getattr(event, fact))}"
    days = getattr(event, "working_days", None)
    return f"{name}: {counted(days, 'working day')}" if days else name
