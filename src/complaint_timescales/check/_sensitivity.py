# SPDX-License-Identifier: MIT
"""How far the verdicts on a table rest on the clock and on how days are counted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs

from complaint_timescales._dates import counted, listed
from complaint_timescales._vocabulary import Outcome
from complaint_timescales.check._readings import CheckedRow, Clock
from complaint_timescales.sensitivity import Sensitivity, sensitivity_of


@attrs.frozen
class ClockVerdict:
    """One row by one clock, under one limit.

    Attributes:
        clock: the clock.
        found: the verdict and what would flip it; None where it cannot be told.
        reason: why it cannot be told, or an empty text.
    """

    clock: Clock
    found: Sensitivity | None
    reason: str


@attrs.frozen
class RowSensitivity:
    """One row: its verdicts by each of its clocks, and by each way of counting.

    Attributes:
        case: what the row is called.
        provision: the limit.
        verdicts: one for each clock.
    """

    case: str
    provision: str
    verdicts: tuple[ClockVerdict, ...]

    @property
    def outcomes(self) -> frozenset[Outcome | None]:
        """Every verdict that some clock and some reading gives; None where one cannot tell."""
        found: set[Outcome | None] = set()
        for verdict in self.verdicts:
            if verdict.found is None:
                found.add(None)
            else:
                found.add(verdict.found.outcome)
                found.update(flip.outcome for flip in verdict.found.flips)
        return frozenset(found)

    @property
    def certain(self) -> Outcome | None:
        """The verdict, where every clock and every reading gives the same; else None."""
        return next(iter(self.outcomes)) if len(self.outcomes) == 1 else None

    @property
    def deciding(self) -> tuple[str, ...]:
        """What the verdict turns on: the clock (I-19), and the readings that flip it."""
        plain = {v.found and v.found.outcome for v in self.verdicts}
        clock = ("the clock (I-19)",) if len(plain) > 1 else ()
        flips = dict.fromkeys(
            str(flip.readings)
            for verdict in self.verdicts
            if verdict.found is not None
            for flip in verdict.found.flips
        )
        return (*clock, *flips)

    def explain(self) -> str:
        """The row in a line."""
        if self.certain is not None:
            return f"{self.case}: {self.certain.value} on every clock and reading"
        by_clock = [f"{_words(verdict)} by {verdict.clock.name}" for verdict in self.verdicts]
        return f"{self.case}: {listed(by_clock)}; it turns on {listed(list(self.deciding))}"

    def to_dict(self) -> dict[str, Any]:
        """The same as JSON takes it."""
        return {
            "case": self.case,
            "provision": self.provision,
            "certain": None if self.certain is None else self.certain.value,
            "deciding": list(self.deciding),
            "clocks": {
                verdict.clock.key: None if verdict.found is None else verdict.found.to_dict()
                for verdict in self.verdicts
            },
        }


def _words(verdict: ClockVerdict) -> str:
    return "cannot be told" if verdict.found is None else verdict.found.outcome.value


def sensitivity_of_table(
    rows: Iterable[CheckedRow], provision: str = ""
) -> tuple[RowSensitivity, ...]:
    """How far each verdict on a checked table rests on the clock and the readings.

    ``provision`` picks the limit where a row has several; without it, the last of them, which
    for an investigation is the outer one.

    >>> from complaint_timescales.demo import sandwell
    >>> [row.certain and row.certain.value for row in sensitivity_of_table(sandwell().rows)]
    ['missed', None, None, None, 'missed', 'missed', 'missed']
    """
    return tuple(_of_row(row, provision) for row in rows)


def _of_row(row: CheckedRow, provision: str) -> RowSensitivity:
    named = [a.provision for reading in row.readings for a in reading.assessments]
    limit = provision or (str(named[-1]) if named else "")
    verdicts = []
    for reading in row.readings:
        verdict = reading.verdict(limit)
        found = None
        if verdict is not None:
            found = sensitivity_of(
                limit,
                verdict.deadline.start,
                verdict.end,
                as_at=verdict.as_at,
                calendar=verdict.deadline.calendar,
            )
        verdicts.append(ClockVerdict(reading.clock, found, reading.reason))
    return RowSensitivity(row.name, limit, tuple(verdicts))


def in_words(rows: tuple[RowSensitivity, ...]) -> list[str]:
    """The rows, a line each, and what they come to."""
    sure = [row for row in rows if row.certain is not None]
    head = f"{len(sure)} of {counted(len(rows), 'verdict')} are the same on every clock and reading"
    return [head, *(row.explain() for row in rows)]
