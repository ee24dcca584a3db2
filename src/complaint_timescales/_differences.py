# SPDX-License-Identifier: MIT
"""What differs between two histories: events fact by fact, days that count, and limits.

It knows verdicts and days, and no cases.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from enum import Enum
from typing import Any, Final

import attrs

from complaint_timescales._assessments import Assessment
from complaint_timescales._dates import counted, listed, spoken
from complaint_timescales._deadlines import Deadline
from complaint_timescales.events import Event
from complaint_timescales.working_days import WorkingDayCalendar


def plain(value: object) -> Any:
    """A value as JSON takes it."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    return value if value is None or isinstance(value, bool | int) else str(value)


def worded(value: object) -> str:
    """A value in words."""
    if isinstance(value, date):
        return spoken(value)
    if value is None or value == "":
        return "none"
    return str(plain(value)).lower() if isinstance(value, bool) else str(plain(value))


# ---------------------------------------------------------------------------------------
# Events
# ---------------------------------------------------------------------------------------


@attrs.frozen
class EventChange:
    """An event that was added, removed, or changed in some of its facts.

    Attributes:
        before: the event as it was; None where it is added.
        after: the event as it is now; None where it is removed.
    """

    before: Event | None
    after: Event | None

    @property
    def on(self) -> date:
        """The day of the event as it is now, or as it was where it is removed."""
        return self._event.on

    @property
    def _event(self) -> Event:
        event = self.after or self.before
        assert event is not None  # one of the two is given
        return event

    @property
    def facts(self) -> tuple[tuple[str, Any, Any], ...]:
        """The name of each fact that differs, as it was and as it is now."""
        if self.before is None or self.after is None:
            return ()
        values = [
            (field.name, getattr(self.before, field.name), getattr(self.after, field.name))
            for field in attrs.fields(type(self.before))
        ]
        return tuple(each for each in values if each[1] != each[2])

    @property
    def _given(self) -> str:
        """The facts that the event says more with than its day, in words."""
        values = [
            f"'{field.name}' {worded(getattr(self._event, field.name))}"
            for field in attrs.fields(type(self._event))
            if field.name != "on" and getattr(self._event, field.name) != field.default
        ]
        return f", with {listed(values)}" if values else ""

    def __str__(self) -> str:
        """``local_resolution_ended is added on Monday 20 January 2025``."""
        if not self.facts:
            verb = "removed: it was" if self.after is None else "added"
            return f"{self._event.name} is {verb} on {spoken(self.on)}{self._given}"
        parts = [
            f"'{name}' {worded(before)} becomes {worded(after)}"
            for name, before, after in self.facts
        ]
        return f"{self._event.name}: {listed(parts)}"

    def to_dict(self) -> dict[str, Any]:
        """The same as JSON takes it."""
        change = "added" if self.before is None else "removed"
        return {
            "event": self._event.name,
            "on": self.on.isoformat(),
            "change": "changed" if self.facts else change,
            "facts": {
                name: {"before": plain(before), "after": plain(after)}
                for name, before, after in self.facts
            },
        }


def event_changes(before: Iterable[Event], after: Iterable[Event]) -> tuple[EventChange, ...]:
    """The events that differ; those of one kind that are in neither alike go by their order."""
    gone, new = list(before), list(after)
    for event in tuple(gone):
        if event in new:
            gone.remove(event)
            new.remove(event)
    found = []
    for event in gone:
        partner = next((each for each in new if type(each) is type(event)), None)
        if partner is not None:
            new.remove(partner)
        found.append(EventChange(event, partner))
    found += [EventChange(None, event) for event in new]
    return tuple(sorted(found, key=lambda change: change.on))


# ---------------------------------------------------------------------------------------
# The calendar
# ---------------------------------------------------------------------------------------


@attrs.frozen
class DayChange:
    """A day that counts in one of two calendars alone.

    Attributes:
        date: the day.
        name: what it is called in the calendar in which it is off.
        counts: whether it counts now.
    """

    date: date
    name: str
    counts: bool

    def __str__(self) -> str:
        """``Monday 19 September 2022 (...) does not count``."""
        return f"{spoken(self.date)} ({self.name}) {'counts' if self.counts else 'does not count'}"

    def to_dict(self) -> dict[str, Any]:
        """The same as JSON takes it."""
        return {"date": self.date.isoformat(), "name": self.name, "counts": self.counts}


def day_changes(
    before: WorkingDayCalendar, after: WorkingDayCalendar, first: date, last: date
) -> tuple[DayChange, ...]:
    """The days that count differently, from one day to another."""
    was, now = ({day.date: day.name for day in each.bank_holidays} for each in (before, after))
    return tuple(
        DayChange(day, now.get(day) or was[day], day in was)
        for day in sorted(was.keys() ^ now.keys())
        if first <= day <= last
    )


# ---------------------------------------------------------------------------------------
# Limits
# ---------------------------------------------------------------------------------------

Key = tuple[str, int, int]
"""The provision of the unextended limit, the run, and which of those of that run it is."""

_TOLD: Final = {
    "start": "the start date",
    "started_by": "the provision that fixes the start date",
    "granted_on": "the day of the extension",
    "ceased_on": "the end of the duty",
    "softened_by": "what softens the limit",
}


def keyed(verdicts: Iterable[Assessment]) -> dict[Key, Assessment]:
    """Each verdict by what is the same about its limit in another history."""
    found: dict[Key, Assessment] = {}
    for verdict in verdicts:
        deadline = verdict.deadline
        extension = deadline.timescale.extension
        family = deadline.provision if extension is None else extension.of
        order = sum(key[:2] == (str(family), deadline.run) for key in found)
        found[str(family), deadline.run, order] = verdict
    return found


def figures(verdict: Assessment) -> dict[str, Any]:
    """What is compared about a limit: its last day and what made it so, and its verdict."""
    deadline = verdict.deadline
    return {
        "provision": deadline.provision,
        "last_day": deadline.date,
        "start": deadline.start,
        "started_by": deadline.started_by,
        "extended_from": deadline.extended_from,
        "granted_on": deadline.granted_on,
        "ceased_on": deadline.ceased_on,
        "softened_by": deadline.softened_by,
        "outcome": verdict.outcome,
        "days_over": verdict.days_over,
    }


def _in_words(verdict: Assessment) -> str:
    if not verdict.days_over:
        return verdict.outcome.value
    unit = "working day" if verdict.deadline.in_working_days else "day"
    return f"{verdict.outcome.value} by {counted(verdict.days_over, unit)}"


def _is_named(deadline: Deadline) -> bool:
    """Whether an extension named the last day, and no count gave it."""
    extension = deadline.timescale.extension
    return deadline.granted_on is not None and extension is not None and extension.names is not None


def _extended_otherwise(was: Deadline, now: Deadline) -> Iterator[str]:
    if _is_named(now):
        yield f"another date is named under {now.provision}"
    elif was.used(was.date) != now.used(now.date):
        total = counted(now.used(now.date), now.unit)
        yield f"it is extended to {total} under {now.provision}"


@attrs.frozen
class LimitChange:
    """One limit as it was and as it is now.

    Attributes:
        provision: the paragraph that sets it, before any extension.
        run: which time the procedure ran: 0, and one more for each resubmission.
        before: the verdict as it was; None where there was no such limit.
        after: the verdict as it is now; None where there is none.
        days: the days that count differently between its start and its last day.
    """

    provision: str
    run: int
    before: Assessment | None
    after: Assessment | None
    days: tuple[DayChange, ...]

    @property
    def changed(self) -> tuple[str, ...]:
        """The names of the figures that differ; empty where the limit is the same."""
        was, now = (None if each is None else figures(each) for each in (self.before, self.after))
        if was is None or now is None:
            return tuple(was or now or ())
        return tuple(name for name in was if was[name] != now[name])

    @property
    def _both(self) -> tuple[Assessment, Assessment] | None:
        if self.before is None or self.after is None:
            return None
        return self.before, self.after

    @property
    def moved(self) -> int | None:
        """How much later the last day is, in the unit of the limit (days for a year).

        Less than 0 where it is earlier. Of two calendars, that of the later day counts.
        """
        if self._both is None:
            return None
        early, late = sorted(self._both, key=lambda verdict: verdict.due)
        if late.deadline.in_working_days:
            days = late.deadline.calendar.count(early.due, late.due)
        else:
            days = (late.due - early.due).days
        return days if late is self.after else -days

    @property
    def more_days_over(self) -> int | None:
        """How many more days it is over; less than 0 where it is fewer."""
        return None if self._both is None else self._both[1].days_over - self._both[0].days_over

    @property
    def because(self) -> tuple[str, ...]:
        """Why the last day is another, in words; empty where it is the same."""
        if self._both is None or "last_day" not in self.changed:
            return ()
        was, now = (verdict.deadline for verdict in self._both)
        return tuple(self._reasons(was, now))

    def _reasons(self, was: Deadline, now: Deadline) -> Iterator[str]:
        if was.readings != now.readings:
            yield f"it is read by {now.readings}"
        if was.granted_on is None and now.granted_on is not None:
            yield f"it is extended under {now.provision} on {spoken(now.granted_on)}"
        elif was.granted_on is not None and now.granted_on is None:
            yield f"it is not extended under {was.provision}"
        elif now.granted_on is not None:
            yield from _extended_otherwise(was, now)
        if _is_named(was) or _is_named(now):
            return  # neither the start nor the calendar fixed that day
        if was.start != now.start:
            yield f"the start date moved from {spoken(was.start)} to {spoken(now.start)}"
        yield from map(str, self.days)

    def __str__(self) -> str:
        """The limit in a line, with why its last day is another."""
        again = f" in run {self.run + 1}" if self.run else ""
        head = f"{self.provision}{again}: "
        if self.before is None or self.after is None:
            only = self.after or self.before
            assert only is not None  # one of the two is given
            verb = "there is no longer a last day" if self.after is None else "there is a last day"
            return f"{head}{verb}, {spoken(only.due)} ({_in_words(only)})"
        parts = [*self._day_words(self.before, self.after), *self._verdict_words()]
        return head + "; ".join(parts)

    def _day_words(self, was: Assessment, now: Assessment) -> Iterator[str]:
        told = set(self.changed)
        if "last_day" in told:
            unit = "working day" if now.deadline.in_working_days else "day"
            far = counted(abs(self.moved or 0), unit)
            way = "later" if was.due < now.due else "earlier"
            why = f", because {listed(list(self.because))}" if self.because else ""
            yield f"last day {spoken(was.due)} becomes {spoken(now.due)}, {far} {way}{why}"
            told -= {"start", "granted_on"}
        old, new = figures(was), figures(now)
        for name, words in _TOLD.items():
            if name in told:
                yield f"{words} {worded(old[name])} becomes {worded(new[name])}"

    def _verdict_words(self) -> Iterator[str]:
        if self._both is not None and {"outcome", "days_over"} & set(self.changed):
            was, now = map(_in_words, self._both)
            yield f"{was} becomes {now}"

    def to_dict(self) -> dict[str, Any]:
        """The same as JSON takes it."""
        was, now = (
            None if each is None else {name: plain(v) for name, v in figures(each).items()}
            for each in (self.before, self.after)
        )
        return {
            "provision": self.provision,
            "run": self.run,
            "before": was,
            "after": now,
            "changed": list(self.changed),
            "moved": self.moved,
            "more_days_over": self.more_days_over,
            "because": list(self.because),
        }
