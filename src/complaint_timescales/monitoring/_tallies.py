# SPDX-License-Identifier: MIT
"""What is counted while the rows go by: small sums, whatever the number of rows."""

from __future__ import annotations

import functools
import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from enum import Enum
from typing import Final

import attrs

from complaint_timescales._vocabulary import StageOutcome
from complaint_timescales.monitoring._entries import Entry
from complaint_timescales.monitoring._legs import MILESTONES
from complaint_timescales.monitoring._periods import FinancialYear, month_of, quarter_of, settled
from complaint_timescales.monitoring._verdicts import (
    BROKEN,
    Judge,
    LegVerdict,
    Verdict,
)
from complaint_timescales.tables import NO_WORDS, NULL_WORDS


class Cohort(Enum):
    """Which cases a period counts."""

    RECEIVED = "received"
    CLOSED = "closed"

    __hash__ = object.__hash__  # as `Verdict`: the faster to count by


_ENDING: Final = {
    each.end: tuple(milestone for milestone in MILESTONES if milestone.end == each.end)
    for each in MILESTONES
}
"""The milestones that a step ends."""
_LATE: Final = frozenset(BROKEN)
OPEN_CASES_SHOWN: Final = 500


@attrs.define
class LegTally:
    """Legs of one kind: what became of each, the days that the answered ones took, and over.

    Days of which just bounds are known are left out of ``took``; in ``over`` and ``broken`` they
    are the fewest that they can be.
    """

    verdicts: Counter[Verdict] = attrs.field(factory=Counter)
    took: Counter[int] = attrs.field(factory=Counter)
    over: Counter[int] = attrs.field(factory=Counter)  # days late, of those that were
    broken: Counter[int] = attrs.field(factory=Counter)  # days taken, where answered late
    outcomes: Counter[str] = attrs.field(factory=Counter)

    def add(self, leg: LegVerdict, outcome: str) -> None:
        """Count one leg."""
        verdict, took, days = leg.verdict, leg.took, leg.working_days
        self.verdicts[verdict] += 1
        if took is not None:
            self.took[took] += 1
        if verdict in _LATE:
            self.over[leg.days_over] += 1
            assert days is not None  # what is late has been counted
            if verdict is not Verdict.OVERDUE:
                self.broken[days[0]] += 1
        if leg.answered:
            self.outcomes[outcome] += 1

    def __len__(self) -> int:
        """How many legs."""
        return self.verdicts.total()

    @classmethod
    def sum(cls, tallies: Iterable[LegTally]) -> LegTally:
        """All of these together."""
        whole = cls()
        for tally in tallies:
            for field in attrs.fields(cls):
                getattr(whole, field.name).update(getattr(tally, field.name))
        return whole


@attrs.frozen(order=True)
class OpenCase:
    """An open leg, as the list of open cases shows it; in the order of its last day."""

    due: date
    number: int
    reference: str
    leg: str
    start: date
    verdict: str


Quarter = tuple[FinancialYear, int]
LegKey = tuple[str, Cohort, FinancialYear, int]


class Tallies:
    """Everything that the tables are made of."""

    def __init__(self, by: tuple[str, ...] = ()) -> None:
        """Counted by these columns too."""
        self.by = by
        self.legs: defaultdict[LegKey, LegTally] = defaultdict(LegTally)
        self.groups: defaultdict[tuple[str, str, LegKey], LegTally] = defaultdict(LegTally)
        self.unplaced: Counter[tuple[str, Cohort]] = Counter()
        self.months: Counter[tuple[FinancialYear, int]] = Counter()
        self.milestones: defaultdict[tuple[str, FinancialYear], Counter[int]] = defaultdict(Counter)
        self.mediation: Counter[tuple[FinancialYear, str]] = Counter()
        self.ombudsman: Counter[tuple[FinancialYear, str]] = Counter()
        self.open_cases: list[tuple[int, int, OpenCase]] = []
        self.open_number = 0
        self.years: set[FinancialYear] = set()

    def add(self, entry: Entry, legs: tuple[LegVerdict, ...], judge: Judge) -> None:
        """Count one entry."""
        for leg in legs:
            outcome = outcome_in(entry.text(leg.leg.outcome)) if leg.leg.outcome else ""
            self._add_leg(entry, leg, outcome)
            if leg.is_open and not leg.leg.binds_complainant:
                self._add_open(entry, leg)
        received = settled(entry.day("received"))
        if received is not None and entry.stage in (0, 1):
            self.months[FinancialYear.of(received), month_of(received)] += 1
        self._add_milestones(entry, judge)
        opened = next(filter(None, (settled(leg.opened) for leg in legs)), None)
        self._add_ends(entry, received or opened)

    def _add_leg(self, entry: Entry, leg: LegVerdict, outcome: str) -> None:
        days = {Cohort.RECEIVED: leg.opened, Cohort.CLOSED: leg.ended}
        for cohort, day in days.items():
            placed = settled(day)
            if placed is None:
                if cohort is Cohort.RECEIVED or day is not None:
                    self.unplaced[leg.leg.key, cohort] += 1
                continue
            year, quarter = _quarter(placed)
            self.years.add(year)
            key = (leg.leg.key, cohort, year, quarter)
            self.legs[key].add(leg, outcome)
            for column in self.by:
                group = entry.label(column) or "(blank)"
                self.groups[column, group, key].add(leg, outcome)

    def _add_open(self, entry: Entry, leg: LegVerdict) -> None:
        self.open_number += 1
        start = leg.started
        if leg.due is None or not isinstance(start, date):
            return
        case = OpenCase(
            leg.due, entry.number, entry.reference, leg.leg.title, start, leg.verdict.value
        )
        ranked = (-leg.due.toordinal(), -entry.number, case)  # the first due stay in the list
        if len(self.open_cases) < OPEN_CASES_SHOWN:
            heapq.heappush(self.open_cases, ranked)
        else:
            heapq.heappushpop(self.open_cases, ranked)

    def _add_milestones(self, entry: Entry, judge: Judge) -> None:
        for name, end in entry.days.items():
            for milestone in _ENDING.get(name, ()):
                start = entry.day(milestone.start)
                if isinstance(start, date) and isinstance(end, date) and start <= end:
                    key = (milestone.key, _quarter(end)[0])
                    self.milestones[key][judge.calendar.count(start, end)] += 1

    def _add_ends(self, entry: Entry, received: date | None) -> None:
        offered = plain_words(entry.text("mediation_offered"))  # yes and no, or the day
        if received is not None and offered not in NULL_WORDS:
            result = plain_words(entry.text("mediation_outcome"))
            result = "offered, result not recorded" if result in NULL_WORDS else result
            said = "not offered" if offered in NO_WORDS else result
            self.mediation[FinancialYear.of(received), said] += 1
        decision = entry.text("ombudsman_decision")
        day = settled(entry.day("ombudsman_decided")) or received
        if plain_words(decision) not in NULL_WORDS and day is not None:
            self.ombudsman[FinancialYear.of(day), plain_words(decision)] += 1


@functools.lru_cache(maxsize=1 << 12)  # days repeat, and so do words
def _quarter(day: date) -> Quarter:
    return FinancialYear.of(day), quarter_of(day)


@functools.lru_cache(maxsize=1 << 12)
def plain_words(text: str) -> str:
    """A word of a file, so that ``Upheld`` and ``upheld `` are one: ``upheld``."""
    return " ".join(text.replace("_", " ").split()).casefold()


_OUTCOMES: Final = {
    **{outcome.value.replace("_", " "): outcome.value for outcome in StageOutcome},
    "partially upheld": "partly_upheld",
    "part upheld": "partly_upheld",
    "partly": "partly_upheld",
    "not-upheld": "not_upheld",
}


@functools.lru_cache(maxsize=1 << 12)
def outcome_in(text: str) -> str:
    """What a cell says was found: one of the three, the cell's own word, or ``not recorded``."""
    words = plain_words(text)
    return "not recorded" if words in NULL_WORDS else _OUTCOMES.get(words, words)
