# SPDX-License-Identifier: MIT
"""What a strip shows of each day, before anything is drawn: counted, skipped, over, marked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import attrs

from complaint_timescales._assessments import Assessment
from complaint_timescales._dates import counted, spoken
from complaint_timescales._deadlines import Deadline
from complaint_timescales._vocabulary import Outcome

ONE = timedelta(days=1)
WEEK = timedelta(days=7)
FOLDED_FROM = 26  # weeks after the last day; so many and more are not all drawn


@attrs.frozen
class Day:
    """One day of a strip.

    Attributes:
        date: the day.
        kind: ``outside`` the time that is drawn, ``skipped``, ``day-0``, ``counted``, ``over``,
            or ``working``: a working day that is neither counted nor over.
        number: what stands large in it, or an empty text.
        reason: the name of what takes it out of the count, or an empty text.
        label: what happened on it, or an empty text.
        is_last: it is the last day.
    """

    date: date
    kind: str
    number: str = ""
    reason: str = ""
    label: str = ""
    is_last: bool = False

    @property
    def holiday(self) -> str:
        """The name of the holiday, where the reason is more than that it is a weekend."""
        return "" if self.reason in spoken(self.date) else self.reason

    @property
    def words(self) -> str:
        """The day in a sentence."""
        number = f"day {self.number}" if self.kind in {"day-0", "counted"} else self.number
        number += " over" * (self.kind == "over")
        why = "not counted" + f": {self.holiday}" * bool(self.holiday) if self.reason else ""
        parts = [spoken(self.date), number, why, self.label]
        return "; ".join(part for part in parts if part)


def as_verdict(subject: Deadline | Assessment) -> Assessment:
    """A verdict as it is; a last day with what is recorded of the act."""
    if isinstance(subject, Assessment):
        return subject
    return Assessment(subject, subject.met_on, None if subject.met_on else subject.ceased_on)


def title_of(verdict: Assessment) -> str:
    """The provision and what it limits."""
    return f"{verdict.provision}: {verdict.deadline.timescale.what}"


def verdict_line(verdict: Assessment) -> str:
    """The verdict, where there is one."""
    known = verdict.end is not None or verdict.as_at is not None
    return verdict.explain().partition("\n")[0] if known else ""


def seen_until(verdict: Assessment) -> date | None:
    """The day of the act, or the day looked from, unless that is before the start."""
    done = verdict.outcome in {Outcome.MET, Outcome.MISSED}
    until = verdict.end if done else verdict.as_at
    return None if until is None or (until < verdict.deadline.start and not done) else until


def until_words(verdict: Assessment) -> str:
    """What the day of the act, or the day looked from, is called."""
    if verdict.outcome in {Outcome.MET, Outcome.MISSED}:
        word = "Done"
    else:
        word = "Ended" if verdict.deadline.ceased_on == verdict.as_at else "As at"
    return f"{word}, {over_words(verdict)}" if verdict.days_over else word


def over_words(verdict: Assessment) -> str:
    """How much it is over: working days go without saying in a strip."""
    if verdict.deadline.in_working_days:
        return f"{verdict.days_over} over"
    return f"{counted(verdict.days_over, 'day')} over"


def edges(verdict: Assessment) -> tuple[date, date]:
    """The first and the last day that are drawn."""
    until = seen_until(verdict)
    days = [verdict.deadline.start, verdict.due, *([until] if until else [])]
    return min(days), max(days)


def labels(verdict: Assessment) -> dict[date, str]:
    """What happened on each day on which something did."""
    deadline, until = verdict.deadline, seen_until(verdict)
    moved = deadline.day_0 != deadline.start
    said: dict[date, list[str]] = {deadline.start: ["Start" if moved else "Day 0"]}
    if deadline.start in deadline.counted:
        said[deadline.start] = ["Start"]
    if moved:
        said.setdefault(deadline.day_0, []).append("Day 0")
    if deadline.extended_from:
        said.setdefault(deadline.extended_from, []).append("First limit")
    said.setdefault(verdict.due, []).append("Last day")
    if until:
        word = until_words(verdict)
        here = said.setdefault(until, [])
        here.append(word[0].lower() + word[1:] if here else word)
    return {day: ", ".join(each) for day, each in said.items()}


def numbers(deadline: Deadline) -> dict[date, int]:
    """Each counted day with its number; those of a lead are numbered back from its day."""
    days = deadline.counted if deadline.date >= deadline.start else deadline.counted[::-1]
    return {day: number for number, day in enumerate(days, start=1)}


def weeks(verdict: Assessment) -> Iterator[tuple[Day, ...]]:
    """The weeks that are drawn, Monday first; an empty one stands for those that are left out."""
    first, last = edges(verdict)
    monday, named, known = _monday(first), labels(verdict), numbers(verdict.deadline)
    gap_from, gap_to = _monday(verdict.due) + 3 * WEEK, _monday(last) - 2 * WEEK
    folded = gap_to - gap_from >= FOLDED_FROM * WEEK
    while monday <= last:
        if folded and monday == gap_from:
            yield ()
            monday = gap_to
        days = (monday + n * ONE for n in range(7))
        yield tuple(
            _day(verdict, day, known, named) if first <= day <= last else Day(day, "outside")
            for day in days
        )
        monday += WEEK


def _monday(day: date) -> date:
    return day - day.weekday() * ONE


def _day(verdict: Assessment, day: date, known: dict[date, int], named: dict[date, str]) -> Day:
    deadline = verdict.deadline
    reason = deadline.calendar.why_not(day)
    kind, number = "working", ""
    if day in known:
        kind, number = "counted", f"{known[day]}"
    elif day == deadline.day_0:
        kind, number = "day-0", "0"
    elif reason is not None:
        kind = "skipped"
    elif day > verdict.due and not deadline.in_time(day):
        kind, number = "over", f"+{deadline.calendar.count(verdict.due, day)}"
    said = "" if reason is None else reason.name
    return Day(day, kind, number, said, named.get(day, ""), day == verdict.due)


def runs(days: list[Day]) -> list[list[Day]]:
    """Days that follow one another, together."""
    found: list[list[Day]] = []
    for day in days:
        if found and day.date - found[-1][-1].date == ONE:
            found[-1].append(day)
        else:
            found.append([day])
    return found
