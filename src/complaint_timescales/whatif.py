# SPDX-License-Identifier: MIT
"""What would follow if something were otherwise: one case beside another, as a readable diff.

Both cases are looked at from one day, so that a limit that runs on in both is judged alike.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Final, TypeVar

import attrs

from complaint_timescales._assessments import Assessment
from complaint_timescales._dates import checked_date, listed, spoken
from complaint_timescales._differences import (
    DayChange,
    EventChange,
    Key,
    LimitChange,
    day_changes,
    event_changes,
    keyed,
)
from complaint_timescales._errors import InvalidFact
from complaint_timescales._procedure import ConditionNotMet, StepNotOpen
from complaint_timescales._vocabulary import Stage
from complaint_timescales.case import Breach, Case
from complaint_timescales.events import BY_NAME, Event
from complaint_timescales.working_days import WorkingDayCalendar

__all__ = ["Comparison", "DayChange", "EventChange", "LimitChange", "compare", "what_if"]

Refusal = StepNotOpen | ConditionNotMet
_Which = TypeVar("_Which", bound=Event | str)
_COMPARED_APART: Final = frozenset({"reference", "events", "calendar", "stage"})


@attrs.frozen
class SettingChange:
    """Something by which the whole case is read that differs: its procedure, or its readings.

    Attributes:
        name: the name of the attribute of the case.
        before: what it was, in words.
        after: what it is now.
    """

    name: str
    before: str
    after: str

    def __str__(self) -> str:
        """``readings: every default becomes I-17 'next_working_day'``."""
        return f"{self.name}: {self.before} becomes {self.after}"


@attrs.frozen(kw_only=True)
class Comparison:
    """What differs between two cases: what was changed, and what follows from it.

    True where anything that follows differs: the stage, a limit or a breach; or where the
    procedure refuses the second history.

    Attributes:
        before: the case as it is.
        after: the case as it would be; None where the procedure refuses it.
        as_at: the day from which both are looked at; None where nothing has happened in either.
        refusal: why there is no such case, or None.
        events: the events that were added, removed or changed.
        days: the days that count differently, from the earliest date of either to the latest.
        settings: what else differs about the cases: the procedure, or the readings.
        stages: where the representations stood, and where they stand now, if they do.
        limits: each limit of either case, the same or not, in the order of the starts.
        appeared: the breaches that there were not.
        went: the breaches that there are no more.
    """

    before: Case
    after: Case | None
    as_at: date | None
    refusal: Refusal | None = attrs.field(default=None, eq=str)
    events: tuple[EventChange, ...] = ()
    days: tuple[DayChange, ...] = ()
    settings: tuple[SettingChange, ...] = ()
    stages: tuple[Stage, Stage | None]
    limits: tuple[LimitChange, ...] = ()
    appeared: tuple[Breach, ...] = ()
    went: tuple[Breach, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything that follows differs."""
        follows = (self.stages[0] is not self.stages[1], self.changed_limits)
        return any(follows) or bool(self.appeared or self.went)

    @property
    def changed_limits(self) -> tuple[LimitChange, ...]:
        """The limits that are not the same."""
        return tuple(limit for limit in self.limits if limit.changed)

    def lines(self) -> tuple[str, ...]:
        """Each difference in a line: what was changed first, and then what follows."""
        changes = (*self.events, *self.days, *self.settings)
        return (*map(str, changes), *self._follows())

    def _follows(self) -> Iterator[str]:
        if self.refusal is not None:
            yield f"The procedure refuses this: {self.refusal}"
            return
        was, now = self.stages
        if now is not None and was is not now:
            yield f"stage: {was.words} becomes {now.words}"
        yield from map(str, self.changed_limits)
        yield from (f"no longer a breach: {_head(breach)}" for breach in self.went)
        yield from (f"a breach: {_head(breach)}" for breach in self.appeared)

    def explain(self) -> str:
        """What differs, in plain words, under the day from which it is looked at."""
        names = [self.before.reference]
        if self.after is not None and self.after.reference != self.before.reference:
            names.append(self.after.reference)
        seen = "" if self.as_at is None else f", looked at from {spoken(self.as_at)}"
        lines = [f"{listed(names, last='beside')}{seen}:", *self.lines()]
        if not self:
            lines.append("Nothing that follows differs.")
        return "\n".join(lines)

    def to_dict(self) -> dict[str, Any]:
        """The same as JSON takes it: dates as ISO text."""
        was, now = self.stages
        return {
            "reference": self.before.reference,
            "beside": None if self.after is None else self.after.reference,
            "as_at": None if self.as_at is None else self.as_at.isoformat(),
            "differs": bool(self),
            "refusal": None if self.refusal is None else str(self.refusal),
            "events": [change.to_dict() for change in self.events],
            "days": [change.to_dict() for change in self.days],
            "settings": [attrs.asdict(change) for change in self.settings],
            "stage": {"before": was.value, "after": None if now is None else now.value},
            "limits": [limit.to_dict() for limit in self.limits],
            "breaches_appeared": [breach.to_dict() for breach in self.appeared],
            "breaches_gone": [breach.to_dict() for breach in self.went],
        }


def _head(breach: Breach) -> str:
    return breach.explain().partition("\n")[0]


# ---------------------------------------------------------------------------------------
# Two cases
# ---------------------------------------------------------------------------------------


@attrs.frozen
class _Seen:
    """A case as it is seen from a day."""

    case: Case
    calendar: WorkingDayCalendar
    stage: Stage
    verdicts: Mapping[Key, Assessment]
    breaches: Mapping[Key, Breach]

    @classmethod
    def of(cls, case: Case, as_at: date | None) -> _Seen:
        calendar = WorkingDayCalendar.england() if case.calendar is None else case.calendar
        verdicts = keyed(case.assessments(as_at))
        stage = case.stage if as_at is None else case.stage_on(as_at)
        return cls(case, calendar, stage, verdicts, _breaches(case.breaches(as_at), verdicts))

    @property
    def dates(self) -> Iterator[date]:
        """Every date of the case: those of its events, and those of its limits."""
        for event in self.case.events:
            values = (getattr(event, field.name) for field in attrs.fields(type(event)))
            yield from (value for value in values if isinstance(value, date))
        for verdict in self.verdicts.values():
            yield from (verdict.deadline.start, verdict.due)


def _breaches(breaches: Iterable[Breach], verdicts: Mapping[Key, Assessment]) -> dict[Key, Breach]:
    """Each breach by the limit that it is of: they stand in the order of the verdicts."""
    keys = iter(verdicts.items())
    return {
        next(key for key, verdict in keys if verdict.deadline == breach.deadline): breach
        for breach in breaches
    }


def compare(before: Case, after: Case, *, as_at: date | None = None) -> Comparison:
    """What differs between two cases, and what follows from it.

    >>> from complaint_timescales import events
    >>> case = Case("CSC-0042", [events.RepresentationsReceived(on=date(2025, 1, 6))])
    >>> later = Case("CSC-0042", [events.RepresentationsReceived(on=date(2025, 1, 8))])
    >>> print(compare(case, later).lines()[-1])
    14(1): last day Monday 20 January 2025 becomes Wednesday 22 January 2025, 2 working days
    later, because the start date moved from Monday 6 January 2025 to Wednesday 8 January 2025
    >>> bool(compare(case, case))
    False

    ``as_at`` is the day to look from, with what was known then; without it, the last day of
    which either case has a record. Limits are matched by their provision and their run.
    """
    for name, case in (("before", before), ("after", after)):
        _checked_case(case, name)
    day = _last_day(before, after) if as_at is None else checked_date(as_at, "as_at")
    was, now = _Seen.of(before, day), _Seen.of(after, day)
    dates = [*was.dates, *now.dates, *([] if day is None else [day])]
    days = day_changes(was.calendar, now.calendar, min(dates), max(dates)) if dates else ()
    return Comparison(
        before=before,
        after=after,
        as_at=day,
        events=event_changes(before.events, after.events),
        days=days,
        settings=tuple(_settings(before, after)),
        stages=(was.stage, now.stage),
        limits=tuple(_limits(was.verdicts, now.verdicts, days)),
        appeared=tuple(b for key, b in now.breaches.items() if key not in was.breaches),
        went=tuple(b for key, b in was.breaches.items() if key not in now.breaches),
    )


def _checked_case(case: object, where: str) -> None:
    if not isinstance(case, Case):
        remedy = "Pass a Case, such as Case.from_json(text)"
        raise InvalidFact("a case is needed", where=where, written=case, remedy=remedy)


def _last_day(*cases: Case) -> date | None:
    days = (max(e.on, e.recorded_on or e.on) for case in cases for e in case.events)
    return max(days, default=None)


def _settings(before: Case, after: Case) -> Iterator[SettingChange]:
    """Whatever else a case holds; so that what it comes to hold is compared too."""
    for field in attrs.fields(Case):
        was, now = getattr(before, field.name), getattr(after, field.name)
        if field.name not in _COMPARED_APART and was != now:
            words = [str(getattr(value, "name", value)) for value in (was, now)]
            yield SettingChange(field.name, *words)


def _limits(
    was: Mapping[Key, Assessment], now: Mapping[Key, Assessment], days: tuple[DayChange, ...]
) -> list[LimitChange]:
    found = []
    for key in dict.fromkeys([*was, *now]):
        verdicts = [each[key] for each in (was, now) if key in each]
        first = min(verdict.deadline.start for verdict in verdicts)
        last = max(verdict.due for verdict in verdicts)
        in_working_days = verdicts[0].deadline.in_working_days
        between = tuple(day for day in days if in_working_days and first < day.date <= last)
        found.append(LimitChange(key[0], key[1], was.get(key), now.get(key), between))
    return sorted(found, key=lambda limit: min(v.deadline.start for v in _verdicts(limit)))


def _verdicts(limit: LimitChange) -> list[Assessment]:
    return [verdict for verdict in (limit.before, limit.after) if verdict is not None]


# ---------------------------------------------------------------------------------------
# One case, changed
# ---------------------------------------------------------------------------------------


def what_if(
    case: Case,
    *,
    moved: Mapping[_Which, date] | None = None,
    added: Iterable[Event] = (),
    removed: Iterable[Event | str] = (),
    extra_holidays: Mapping[date, str] | None = None,
    holidays_moved: Mapping[date, date] | None = None,
    as_at: date | None = None,
) -> Comparison:
    """What would follow for a case if something in it, or in the calendar, were otherwise.

    >>> from complaint_timescales import events
    >>> case = Case("CSC-0042", [
    ...     events.RepresentationsReceived(on=date(2025, 1, 6)),
    ...     events.LocalResolutionEnded(on=date(2025, 1, 22)),
    ... ])
    >>> earlier = what_if(case, moved={"local_resolution_ended": date(2025, 1, 20)})
    >>> print("; ".join(earlier.lines()[1:]))
    14(1): missed by 2 working days becomes met; no longer a breach: Regulation 14(1) not kept:
    due Monday 20 January 2025, done on Wednesday 22 January 2025, 2 working days over.

    An event is given itself, or by its name where the case has one such event, or as
    ``panel_met@2025-03-03``. Events of one day keep their order, and one that is added comes
    after them; ``recorded_on`` moves with the event. The case given stays as it is.

    A history that the procedure refuses gives a comparison that says so. Raises what making an
    event or a calendar raises.
    """
    _checked_case(case, "what_if")
    calendar = _changed_calendar(case, extra_holidays, holidays_moved)
    history = _changed_events(case, moved or {}, tuple(added), tuple(removed), calendar)
    try:
        after = attrs.evolve(case, events=history, calendar=calendar)
    except (StepNotOpen, ConditionNotMet) as refusal:
        day = _last_day(case) if as_at is None else checked_date(as_at, "as_at")
        return Comparison(
            before=case,
            after=None,
            as_at=day,
            refusal=refusal,
            events=event_changes(case.events, history),
            stages=(case.stage if day is None else case.stage_on(day), None),
        )
    return compare(case, after, as_at=as_at)


def _changed_calendar(
    case: Case, extra: Mapping[date, str] | None, moved: Mapping[date, date] | None
) -> WorkingDayCalendar:
    """The calendar of the case with these changes beside those that it has."""
    calendar = WorkingDayCalendar.england() if case.calendar is None else case.calendar
    if not extra and not moved:
        return calendar
    has = calendar.changes
    return WorkingDayCalendar.england(
        extra_holidays={**dict(has.extra_holidays), **(extra or {})},
        moved={**dict(has.moved), **(moved or {})},
        as_known_on=has.as_known_on,
    )


def _changed_events(
    case: Case,
    moved: Mapping[_Which, date],
    added: tuple[Event, ...],
    removed: tuple[Event | str, ...],
    calendar: WorkingDayCalendar,
) -> tuple[Event, ...]:
    history: list[Event | None] = list(case.events)
    for which, day in moved.items():
        place = _place(case, which)
        calendar.is_working_day(day)  # refuses a day that it does not cover
        history[place] = _moved(case.events[place], day)
    for gone in removed:
        history[_place(case, gone)] = None
    for event in added:
        _checked_event(event)
    kept = [event for event in history if event is not None]
    return tuple(sorted([*kept, *added], key=lambda event: event.on))


def _moved(event: Event, day: date) -> Event:
    if event.recorded_on is None:
        return attrs.evolve(event, on=day)
    return attrs.evolve(event, on=day, recorded_on=day + (event.recorded_on - event.on))


def _checked_event(event: object) -> None:
    if type(event) not in BY_NAME.values():
        raise InvalidFact(
            "an event is needed",
            where="what_if, added",
            written=event,
            remedy="Make one from complaint_timescales.events, such as PanelMet(on=...)",
        )


def _place(case: Case, which: Event | str) -> int:
    """Where in a case the one event is that is meant."""
    calls = [(event, event.name, f"{event.name}@{event.on}") for event in case.events]
    places = [place for place, names in enumerate(calls) if which in names]
    if len(places) == 1 or (places and not isinstance(which, str)):
        return places[0]
    dated = [names[2] for names in calls]
    if places:
        words, remedy = "the case has more than one such event", listed(dated, last="or")
    else:
        near = difflib.get_close_matches(str(which), [names[1] for names in calls] + dated, n=1)
        words, remedy = "the case has no such event", near[0] if near else listed(dated, last="or")
    raise InvalidFact(
        words,
        where=f"case {case.reference}",
        written=which,
        remedy=f"Give {remedy}" if remedy else "The case has no event yet",
    )
