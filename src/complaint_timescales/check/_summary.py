# SPDX-License-Identifier: MIT
"""What a table comes to: counts and means, each with its denominator and what it leaves out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

import attrs

from complaint_timescales._assessments import timescale_of
from complaint_timescales._dates import counted, listed
from complaint_timescales._kinds import WorkingDays
from complaint_timescales._vocabulary import Outcome
from complaint_timescales.check._readings import OVER, CheckedRow, Clock, Reading


@attrs.frozen
class Figures:
    """Whole numbers with how many there are; a mean of none is None."""

    values: tuple[int, ...]

    @property
    def mean(self) -> float | None:
        """The mean, to one place."""
        return round(sum(self.values) / len(self.values), 1) if self.values else None

    def to_dict(self) -> dict[str, Any]:
        """The same as JSON takes it."""
        return {"figures": len(self.values), "total": sum(self.values), "mean": self.mean}

    def words(self) -> str:
        """``mean 76.1 working days``, or nothing where there is none."""
        return "" if self.mean is None else f"mean {self.mean} working days"


@attrs.frozen
class Tally:
    """How many rows are over a limit, out of how many that can be told.

    Attributes:
        provision: the provision that sets the limit.
        limit: the limit.
        outcomes: how many rows have each outcome.
    """

    provision: str
    limit: int
    outcomes: dict[str, int]

    @classmethod
    def of(cls, provision: str, readings: Iterable[Reading]) -> Tally:
        """The tally of rows by one clock under one limit."""
        found = Counter(reading.outcome(provision).value for reading in readings)
        limit = timescale_of(provision).limit.number
        return cls(provision, limit, dict(found))

    @classmethod
    def of_figures(cls, provision: str, figures: Iterable[int]) -> Tally:
        """The tally of figures that stand by themselves, as a table states them."""
        limit = timescale_of(provision).limit.number
        found = Counter((Outcome.MISSED if n > limit else Outcome.MET).value for n in figures)
        return cls(provision, limit, dict(found))

    @property
    def over(self) -> int:
        """Rows that missed it or are overdue."""
        return sum(self.outcomes.get(outcome.value, 0) for outcome in OVER)

    @property
    def told(self) -> int:
        """Rows of which it can be told, those still running among them."""
        return sum(self.outcomes.values()) - self.outcomes.get(Outcome.UNDETERMINED.value, 0)

    def words(self) -> str:
        """``5 of 7 over 65 (17(6))``."""
        limit = timescale_of(self.provision).limit
        words = str(self.limit) if isinstance(limit, WorkingDays) else str(limit)
        return f"{self.over} of {self.told} over {words} ({self.provision})"

    def to_dict(self) -> dict[str, Any]:
        """The same as JSON takes it."""
        return {"limit": self.limit, "over": self.over, "of": self.told, "outcomes": self.outcomes}


@attrs.frozen
class ClockSummary:
    """All rows by one clock.

    Attributes:
        clock: the clock.
        tallies: how many rows are over each limit.
        taken: the working days that the finished rows took.
        left_out: the rows that cannot be told, each with why.
    """

    clock: Clock
    tallies: tuple[Tally, ...]
    taken: Figures
    left_out: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, clock: Clock, rows: Iterable[CheckedRow], limits: Iterable[str]) -> ClockSummary:
        """The summary of rows by a clock, under some limits."""
        rows = tuple(rows)
        readings = [row.reading(clock.key) for row in rows]
        told = [reading for reading in readings if reading.is_done and reading.in_working_days]
        return cls(
            clock,
            tuple(Tally.of(provision, readings) for provision in limits),
            Figures(tuple(r.working_days for r in told if r.working_days is not None)),
            tuple(
                (row.name, reading.reason)
                for row, reading in zip(rows, readings, strict=True)
                if reading.outcome() is Outcome.UNDETERMINED
            ),
        )

    def words(self) -> str:
        """The summary in a sentence or two."""
        clock = self.clock
        tallies = listed([tally.words() for tally in reversed(self.tallies)])
        span = ", ".join(filter(None, (clock.span, clock.basis)))
        left = [f"{name} ({reason})" for name, reason in self.left_out]
        untold = f"{len(left)} cannot be told: {listed(left)}" if left else ""
        words = "; ".join(filter(None, (tallies, self.taken.words(), untold)))
        return f"{_capital(clock.name)} ({span}): {words}"

    def to_dict(self) -> dict[str, Any]:
        """The same as JSON takes it."""
        return {
            "name": self.clock.name,
            "span": self.clock.span,
            "basis": self.clock.basis,
            "limits": {tally.provision: tally.to_dict() for tally in self.tallies},
            **self.taken.to_dict(),
            "left_out": [{"row": name, "reason": reason} for name, reason in self.left_out],
        }


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


@attrs.frozen(kw_only=True)
class Summary:
    """What the table comes to.

    Attributes:
        rows: how many rows were assessed.
        rejected: how many were set aside.
        stated: the figures that the table states.
        over_stated: how many of those figures are over the outer limit, or None if there is none.
        clocks: the rows by each clock, with its limits.
        reproduced: by each way of counting, the rows whose stated figure it gives.
        not_reproduced: the rows whose stated figure nothing gives.
        assumptions: what the verdicts rest on that the table does not say.
    """

    rows: int
    rejected: int
    stated: Figures
    over_stated: Tally | None
    clocks: tuple[ClockSummary, ...]
    reproduced: dict[str, tuple[str, ...]]
    not_reproduced: tuple[str, ...]
    assumptions: tuple[str, ...]

    def lines(self) -> tuple[str, ...]:
        """The summary in sentences, without their full stops."""
        return (
            f"{counted(self.rows, 'row')} assessed, {self.rejected} rejected",
            *([self._stated_words()] if self.stated.values else []),
            *(clock.words() for clock in self.clocks),
            *self._reproduced_words(),
        )

    def _stated_words(self) -> str:
        figures = f"{counted(len(self.stated.values), 'figure')}, {self.stated.words()}"
        over = f"{self.over_stated.words()}; " if self.over_stated else ""
        return f"As stated in the table: {over}{figures}"

    def _reproduced_words(self) -> list[str]:
        total = len(self.stated.values)
        words = [
            f"{len(rows)} of {counted(total, 'stated figure')} {_is(len(rows))} {way}: "
            f"{listed(list(rows))}"
            for way, rows in self.reproduced.items()
        ]
        if self.not_reproduced:
            number, rows = len(self.not_reproduced), listed(list(self.not_reproduced))
            words.append(f"{number} of {total} cannot be had from the row's own dates: {rows}")
        return words

    def to_dict(self) -> dict[str, Any]:
        """The same as JSON takes it."""
        return {
            "rows": self.rows,
            "rejected": self.rejected,
            "stated": {
                **self.stated.to_dict(),
                **({"limits": {t.provision: t.to_dict()}} if (t := self.over_stated) else {}),
            },
            "clocks": {each.clock.key: each.to_dict() for each in self.clocks},
            "reproduced": {way: list(rows) for way, rows in self.reproduced.items()},
            "not_reproduced": list(self.not_reproduced),
            "assumptions": list(self.assumptions),
            "lines": list(self.lines()),
        }


def _is(number: int) -> str:
    return "is" if number == 1 else "are"


def summarised(
    rows: tuple[CheckedRow, ...],
    rejected: int,
    *,
    limits: dict[Clock, tuple[str, ...]],
    outer: str | None,
    assumptions: tuple[str, ...],
) -> Summary:
    """The summary of checked rows by these clocks, each with the limits it is measured by."""
    stated = [row for row in rows if row.stated is not None]
    ways: dict[str, tuple[str, ...]] = {}
    for row in stated:
        if row.reproduced_by:
            way = str(row.reproduced_by[0])
            ways[way] = (*ways.get(way, ()), row.name)
    figures = Figures(tuple(row.stated for row in stated if row.stated is not None))
    return Summary(
        rows=len(rows),
        rejected=rejected,
        stated=figures,
        over_stated=Tally.of_figures(outer, figures.values) if outer and figures.values else None,
        clocks=tuple(
            ClockSummary.of(clock, [row for row in rows if row.has(clock.key)], provisions)
            for clock, provisions in limits.items()
        ),
        reproduced=ways,
        not_reproduced=tuple(row.name for row in stated if not row.reproduced_by),
        assumptions=assumptions,
    )
