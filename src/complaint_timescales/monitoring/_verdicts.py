# SPDX-License-Identifier: MIT
"""What can be said of each leg of an entry: kept, broken, still running, or not to be told."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from datetime import date
from enum import Enum
from typing import Any, Final

import attrs

from complaint_timescales._assessments import due
from complaint_timescales._dates import iso
from complaint_timescales._deadlines import Deadline
from complaint_timescales._errors import OutsideCalendar
from complaint_timescales._readings import DEFAULT, Readings
from complaint_timescales.bounds import Between
from complaint_timescales.monitoring._entries import Day, Entry, earliest, latest
from complaint_timescales.monitoring._extensions import (
    Undated,
    is_extended,
    unread_extension,
    validity,
)
from complaint_timescales.monitoring._legs import (
    LEGS,
    LOCAL_STARTS,
    STAGE_1,
    STAGE_2,
    Extending,
    Leg,
    Start,
)
from complaint_timescales.working_days import WorkingDayCalendar


class Verdict(Enum):
    """Whether a limit was kept, regulation 13(2)(c)."""

    MET = "met"
    MET_EXTENDED = "met_with_valid_extension"
    INVALID_EXTENSION = "met_late_under_invalid_extension"
    MISSED = "missed"
    RUNNING = "running"
    OVERDUE = "overdue"
    CEASED = "ceased"  # ended in time without an answer: withdrawn, say
    UNDETERMINED = "cannot_tell"

    __hash__ = object.__hash__  # there is one of each, and that of an enumeration is slow


KEPT: Final = (Verdict.MET, Verdict.MET_EXTENDED)
BROKEN: Final = (Verdict.INVALID_EXTENSION, Verdict.MISSED, Verdict.OVERDUE)


@attrs.frozen(kw_only=True)
class LegVerdict:
    """One leg of one entry.

    Attributes:
        leg: the leg.
        verdict: what can be said.
        opened: the day by which it is counted as received, or None.
        started: day 0, or its bounds, or None.
        ended: the day of the act, or of what ended the duty, or None.
        answered: whether the act was done.
        working_days: the fewest and the most working days it took, or has taken; None if untold.
        deadline: the limit that was kept or broken, where day 0 is one day.
        due: its last day.
        days_over: the working days after it; the fewest, where the days are known within bounds.
        reason: why it cannot be told, or what else it rests on; or an empty text.
    """

    leg: Leg
    verdict: Verdict
    opened: Day | None
    started: Day | None
    ended: Day | None
    answered: bool
    working_days: tuple[int, int] | None = None
    deadline: Deadline | None = None
    due: date | None = None
    days_over: int = 0
    reason: str = ""

    @property
    def took(self) -> int | None:
        """The working days from day 0 to the act, where they are one number."""
        if not self.answered or self.working_days is None:
            return None
        few, many = self.working_days
        return few if few == many else None

    @property
    def is_open(self) -> bool:
        """Whether the act is neither done nor no longer due."""
        return self.ended is None

    def to_dict(self) -> dict[str, Any]:
        """The same as JSON and the long format take it."""
        few, many = self.working_days or (None, None)
        return {
            "leg": self.leg.key,
            "provision": str(self.deadline.provision) if self.deadline else self.leg.by,
            "verdict": self.verdict.value,
            "start": _written(self.started),
            "end": _written(self.ended),
            "due": iso(self.due),
            "working_days_min": few,
            "working_days_max": many,
            "days_over": self.days_over,
            "reason": self.reason,
        }


def _written(day: Day | None) -> str | None:
    if isinstance(day, Between):
        return f"{day.earliest}/{day.latest}"  # an interval, as ISO 8601 writes one
    return iso(day)


@attrs.frozen
class _Finding:
    """What one reading of the dates gives."""

    verdict: Verdict
    deadline: Deadline
    last: date
    used: int
    reason: str = ""


class Judge:
    """Gives verdicts on entries, all of them by one calendar, one day and one set of readings."""

    def __init__(
        self,
        calendar: WorkingDayCalendar,
        *,
        as_at: date | None = None,
        readings: Readings = DEFAULT,
        undated: Undated = Undated.CANNOT_TELL,
    ) -> None:
        """By these; without ``as_at`` nothing that is open is running or overdue."""
        self.calendar = calendar
        self.as_at = as_at
        self.readings = readings
        self.undated = undated
        self._deadlines: dict[tuple[str, date], Deadline] = {}
        self._holds = readings.option("I-4") == "hold"
        self._interest_alone = readings.option("I-9") == "interest"
        local = LOCAL_STARTS.get(readings.option("I-19"))
        further = (local,) if local else ()
        self.legs = tuple(
            attrs.evolve(leg, starts=(*leg.starts, *further)) if leg is STAGE_2 else leg
            for leg in LEGS
        )

    def deadline(self, provision: str, start: date) -> Deadline:
        """The last day of a limit; each is worked out once, for dates repeat."""
        found = self._deadlines.get((provision, start))
        if found is None:
            found = due(provision, start, calendar=self.calendar, readings=self.readings)
            self._deadlines[provision, start] = found
        return found

    def legs_of(self, entry: Entry) -> tuple[LegVerdict, ...]:
        """Every leg that the entry has reached, with what can be said of it."""
        return tuple(
            found
            for leg in self._reached(entry)
            if entry.stage in (0, leg.stage) and (found := self.leg_of(leg, entry)) is not None
        )

    def _reached(self, entry: Entry) -> Iterable[Leg]:
        """The legs that the entry may have reached: most have reached one or two."""
        if entry.unread:
            return self.legs
        known = entry.days.keys()
        return [leg for leg in self.legs if not known.isdisjoint(leg.reached_by)]

    def leg_of(self, leg: Leg, entry: Entry) -> LegVerdict | None:
        """One leg, or None where the entry has not reached it."""
        end, ceased = self._happened(entry, leg.end), self._ceased(leg, entry)
        answered = end is not None and (ceased is None or latest(end) <= earliest(ceased))
        ended = end if answered else ceased
        start, untold = self._start(leg, entry, ended)
        opened = self._opened(leg, entry) or start
        if opened is None and end is None and entry.unread.isdisjoint(leg.reached_by):
            return None
        if leg.binds_complainant and (end is None or not leg.has_start(entry.columns)):
            return None  # nobody is bound to ask for a panel
        reason = entry.illegible(leg.rests_on) or untold or _in_doubt(end, ceased)
        bare = LegVerdict(
            leg=leg, verdict=Verdict.UNDETERMINED, opened=opened, started=start, ended=ended,
            answered=answered, reason=reason,
        )  # fmt: skip
        try:
            return bare if reason or start is None else self._judged(bare, start, entry)
        except OutsideCalendar as error:
            return attrs.evolve(bare, reason=error.what)

    # -----------------------------------------------------------------------------------
    # From when, and until when
    # -----------------------------------------------------------------------------------

    def _happened(self, entry: Entry, name: str) -> Day | None:
        """A date of the entry, unless it lies after the day from which it is looked at."""
        day = entry.day(name)
        late = day is not None and self.as_at is not None and earliest(day) > self.as_at
        return None if late else day

    def _fixed(self, start: Start, entry: Entry) -> Day | None:
        """The date of a start, which may lie ahead where it was agreed."""
        return entry.day(start.field) if start.agreed else self._happened(entry, start.field)

    def _opened(self, leg: Leg, entry: Entry) -> Day | None:
        return next(
            (day for start in leg.starts if (day := self._happened(entry, start.field))), None
        )

    def _ceased(self, leg: Leg, entry: Entry) -> Day | None:
        days = [day for name in leg.ceases_on if (day := self._happened(entry, name)) is not None]
        return min(days, key=earliest, default=None)

    def _start(self, leg: Leg, entry: Entry, ended: Day | None) -> tuple[Day | None, str]:
        """Day 0: the latest of the dates that apply; or None, and why."""
        found: list[Day] = []
        for start in leg.starts:
            day = self._fixed(start, entry)
            awaited = start.governs and entry.day(start.field) is not None
            if start.awaited_where:
                awaited = entry.says(start.awaited_where) is True
                if not awaited or self._overruled(start, entry):
                    continue
            if awaited and day is None:
                return None, f"the start, {start.by}, is awaited: no date for it"
            if day is None or (start.no_earlier and found):
                continue
            known = self._no_earlier(day, ended) if start.no_earlier else day
            if known is not None:
                found.append(self._held(start, known, entry))
        if not found:
            return None, f"no date for its start, {leg.starts[0].by}"
        return max(found, key=lambda day: (latest(day), earliest(day))), ""

    def _overruled(self, start: Start, entry: Entry) -> bool:
        """I-9: the decision on sufficient interest alone, where one was needed."""
        return (
            self._interest_alone
            and start.by == "14(3)(b)"
            and entry.day("interest_decided") is not None
        )

    def _no_earlier(self, day: Day, ended: Day | None) -> Day | None:
        """I-24: received on an unrecorded day, between the sending and what followed on it."""
        until = self.as_at if ended is None else latest(ended)
        return Between(earliest(day), max(latest(day), until)) if until else None

    def _held(self, start: Start, day: Day, entry: Entry) -> Day:
        """I-4: a request takes effect when stage 1 is answered, or its time has passed."""
        if not self._holds or start.by != "17(4)(b)":
            return day
        first = self.leg_of(STAGE_1, entry)
        if first is None or first.due is None or not isinstance(first.started, date):
            return day
        until, extending = first.due, STAGE_1.extending
        if extending is not None and is_extended(extending, entry, self.as_at):
            with contextlib.suppress(OutsideCalendar):
                until = self.deadline(extending.by, first.started).date
        if first.answered and first.ended is not None:
            until = min(until, latest(first.ended))
        return max(day, until, key=latest)

    # -----------------------------------------------------------------------------------
    # The verdict
    # -----------------------------------------------------------------------------------

    def _judged(self, bare: LegVerdict, start: Day, entry: Entry) -> LegVerdict:
        until = bare.ended if bare.ended is not None else self.as_at
        if until is None:
            reason = "open, and no day to look from was given"
            return attrs.evolve(bare, reason=reason, **self._last_day(bare.leg, start))
        shortest = min(latest(start), latest(until))
        if latest(until) < earliest(start):
            if not self._comes_first(bare.leg, entry, until):
                return attrs.evolve(bare, reason="its end is dated before its start")
            shortest = latest(start)
        least = self._reading(bare, shortest, max(shortest, earliest(until)), entry)
        known = isinstance(start, date) and isinstance(until, date)
        most = least if known else self._reading(bare, earliest(start), latest(until), entry)
        return self._told(bare, least, most, max(shortest, earliest(until)))

    def _comes_first(self, leg: Leg, entry: Entry, until: Day) -> bool:
        """Whether an end before day 0 can be right: the clock had been moved to a later day."""
        return all(
            start.movable or (day := self._fixed(start, entry)) is None
            or earliest(day) <= latest(until)
            for start in leg.starts
        )  # fmt: skip

    def _last_day(self, leg: Leg, start: Day) -> dict[str, Any]:
        if isinstance(start, Between):
            return {}
        deadline = self.deadline(leg.by, start)
        return {"deadline": deadline, "due": deadline.date}

    def _told(self, bare: LegVerdict, least: _Finding, most: _Finding, until: date) -> LegVerdict:
        """What holds on every reading of the dates."""
        same, exact = least.verdict is most.verdict, least is most or least == most
        broken = same and least.verdict in BROKEN
        softened = broken and least.deadline.softened_by
        return LegVerdict(
            leg=bare.leg,
            verdict=least.verdict if same else Verdict.UNDETERMINED,
            opened=bare.opened,
            started=bare.started,
            ended=bare.ended,
            answered=bare.answered,
            working_days=(least.used, most.used),
            deadline=least.deadline if exact else None,
            due=least.last if exact else None,
            days_over=self.calendar.count(least.last, until) if broken else 0,
            reason=f'the limit read on: "{softened}"' if softened
            else least.reason if same else "it depends on the day",
        )  # fmt: skip

    def _reading(self, bare: LegVerdict, start: date, until: date, entry: Entry) -> _Finding:
        """The verdict on two days."""
        base = self.deadline(bare.leg.by, start)
        used = base.used(until)
        if base.in_time(until):
            kept = Verdict.MET if bare.answered else _waiting(bare)
            return _Finding(kept, base, base.date, used)
        extending = bare.leg.extending
        broken = _Finding(
            Verdict.MISSED if bare.answered else Verdict.OVERDUE, base, base.date, used
        )
        if extending is None:
            return broken
        if not is_extended(extending, entry, self.as_at):
            outer = self.deadline(extending.by, start)
            illegible = unread_extension(extending, entry)
            if illegible and outer.in_time(until):
                return _Finding(Verdict.UNDETERMINED, base, base.date, used, illegible)
            return broken
        return self._under(extending, bare, broken, until, entry)

    def _under(
        self, extending: Extending, bare: LegVerdict, broken: _Finding, until: date, entry: Entry
    ) -> _Finding:
        """The verdict on a day after the limit, where it was extended."""
        base, used = broken.deadline, broken.used
        first, last = self._extended(extending, base, entry)
        valid, reason = validity(extending, last, base, entry, self.undated)
        if not last.in_time(until):
            return _Finding(broken.verdict, last, last.date, used) if valid else broken
        if valid and not first.in_time(until):
            valid, reason = None, "whether it was extended so far depends on the day"
        if valid is None:
            return _Finding(Verdict.UNDETERMINED, base, base.date, used, reason)
        if not valid:
            late_under = Verdict.INVALID_EXTENSION if bare.answered else Verdict.OVERDUE
            return _Finding(late_under, base, base.date, used, reason)
        kept = Verdict.MET_EXTENDED if bare.answered else _waiting(bare)
        return _Finding(kept, last, last.date, used)

    def _extended(
        self, extending: Extending, base: Deadline, entry: Entry
    ) -> tuple[Deadline, Deadline]:
        """The extended limit, at the least and the most: to the day named, or the outermost.

        A named day within the limit itself shortens nothing (I-6).
        """
        outer = self.deadline(extending.by, base.start)
        named = entry.day(extending.until) if extending.until else None
        if named is None:
            return outer, outer
        first, last = (
            Deadline(
                outer.timescale, base.start, max(base.date, min(outer.date, day)), outer.calendar
            )
            for day in (earliest(named), latest(named))
        )
        return first, last


def _in_doubt(end: Day | None, ceased: Day | None) -> str:
    """Whether it cannot be told what came first, the act or what ended the duty."""
    if end is None or ceased is None or latest(end) <= earliest(ceased):
        return ""
    doubtful = earliest(end) <= latest(ceased)
    return "which came first, the answer or the end of the duty, depends on the day" * doubtful


def _waiting(bare: LegVerdict) -> Verdict:
    return Verdict.RUNNING if bare.ended is None else Verdict.CEASED
