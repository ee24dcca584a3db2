# SPDX-License-Identifier: MIT
"""Which verdicts another reading would flip: certain on every reading, or decided by which.

Each option of ``readings.EDITS`` is tried alone; those that change anything are then tried in
every combination, so that "on every reading" means on every one of them together too.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, Final

import attrs

from complaint_timescales._assessments import Assessment, assess
from complaint_timescales._citations import Citation
from complaint_timescales._dates import counted, spoken
from complaint_timescales._procedure import ConditionNotMet, StepNotOpen
from complaint_timescales._readings import DEFAULT, Readings
from complaint_timescales._vocabulary import Outcome
from complaint_timescales.case import Case
from complaint_timescales.interpretations import INTERPRETATIONS
from complaint_timescales.readings import EDITS
from complaint_timescales.working_days import WorkingDayCalendar

MOST_COMBINATIONS: Final = 4096

Key = tuple[str, int]
"""The provision of the unextended limit, and which run of the procedure it is of."""
Answers = Mapping[Key, tuple[Outcome, date]]
"""The outcome and the last day of each limit; the worst, where a late extension leaves two."""

_WORST: Final = (
    Outcome.MISSED,
    Outcome.OVERDUE,
    Outcome.UNDETERMINED,
    Outcome.RUNNING,
    Outcome.MET,
)


@attrs.frozen
class Flip:
    """A reading by which a verdict is another.

    Attributes:
        readings: what differs from the defaults, and no more than is needed.
        outcome: the verdict then; None where there is no such limit, or no such case.
        last_day: the last day then, or None.
    """

    readings: Readings
    outcome: Outcome | None
    last_day: date | None

    def __str__(self) -> str:
        """The reading in words, with what it makes of the verdict."""
        words = [
            f"{INTERPRETATIONS[number].question} {number} '{option}'"
            for number, option in self.readings.pairs
        ]
        end = "" if self.last_day is None else f", last day {spoken(self.last_day)}"
        verdict = "there is no such limit" if self.outcome is None else self.outcome.value + end
        return f"{'; '.join(words)}: {verdict}"


@attrs.frozen
class Sensitivity:
    """How far a verdict rests on the readings.

    Attributes:
        provision: the paragraph that sets the limit.
        outcome: the verdict by the defaults.
        last_day: the last day by the defaults.
        flips: the smallest changes that make it another; empty where none does.
        tried: how many readings were tried, in combination.
    """

    provision: Citation
    outcome: Outcome
    last_day: date
    flips: tuple[Flip, ...]
    tried: int

    @property
    def on_every_reading(self) -> bool:
        """Whether the verdict is the same on every reading that was tried."""
        return not self.flips

    def explain(self) -> str:
        """The verdict, and what decides it."""
        head = f"{self.provision}: {self.outcome.value}, last day {spoken(self.last_day)}"
        if self.on_every_reading:
            return f"{head}, on every reading ({counted(self.tried, 'combination')} tried)."
        return "\n".join([f"{head}, unless it is read otherwise:", *map(str, self.flips)])

    def to_dict(self) -> dict[str, Any]:
        """The same as JSON takes it."""
        return {
            "provision": str(self.provision),
            "outcome": self.outcome.value,
            "last_day": self.last_day.isoformat(),
            "on_every_reading": self.on_every_reading,
            "tried": self.tried,
            "flips": [
                {
                    "readings": flip.readings.to_dict(),
                    "outcome": None if flip.outcome is None else flip.outcome.value,
                    "last_day": None if flip.last_day is None else flip.last_day.isoformat(),
                }
                for flip in self.flips
            ],
        }


def sensitivity(case: Case, as_at: date | None = None) -> tuple[Sensitivity, ...]:
    """How far each verdict on a case rests on the readings.

    >>> from complaint_timescales import events
    >>> case = Case("CSC-0042", [
    ...     events.RepresentationsReceived(on=date(2024, 3, 23)),
    ...     events.LocalResolutionEnded(on=date(2024, 4, 10)),
    ... ])
    >>> [(found.outcome.value, [str(flip.readings) for flip in found.flips])
    ...  for found in sensitivity(case)]
    [('missed', ["I-17 'next_working_day'"])]
    """

    def answers(readings: Readings) -> Answers | None:
        try:
            return _of_case(case.under(readings), as_at)
        except (StepNotOpen, ConditionNotMet):
            return None  # by that reading the case is not one

    return _sensitivity(answers)


def sensitivity_of(
    provision: str,
    start: date,
    end: date | None = None,
    *,
    as_at: date | None = None,
    calendar: WorkingDayCalendar | None = None,
) -> Sensitivity:
    """How far the verdict on two dates rests on how days are counted.

    >>> found = sensitivity_of("14(1)", date(2024, 12, 16), date(2025, 1, 2))
    >>> found.outcome.value, [str(flip.readings) for flip in found.flips]
    ('met', ["I-1 'day_1'"])
    """

    def answers(readings: Readings) -> Answers:
        found = assess(provision, start, end, as_at=as_at, calendar=calendar, readings=readings)
        return {(str(found.provision), 0): (found.outcome, found.due)}

    (found,) = _sensitivity(answers)
    return found


def _of_case(case: Case, as_at: date | None) -> Answers:
    found: dict[Key, list[Assessment]] = {}
    for verdict in case.assessments(as_at):
        extension = verdict.deadline.timescale.extension
        family = str(verdict.provision if extension is None else extension.of)
        found.setdefault((family, verdict.deadline.run), []).append(verdict)
    return {key: _worst(verdicts) for key, verdicts in found.items()}


def _worst(verdicts: list[Assessment]) -> tuple[Outcome, date]:
    worst = min(verdicts, key=lambda verdict: _WORST.index(verdict.outcome))
    return worst.outcome, worst.due


def _sensitivity(answers: Callable[[Readings], Answers | None]) -> tuple[Sensitivity, ...]:
    plain = answers(DEFAULT)
    assert plain is not None  # the case is one by the defaults
    tried = {readings: answers(readings) for readings in _combinations(plain, answers)}
    return tuple(
        Sensitivity(Citation(key[0]), outcome, last, _smallest(key, outcome, tried), len(tried) + 1)
        for key, (outcome, last) in plain.items()
    )


def _combinations(
    plain: Answers, answers: Callable[[Readings], Answers | None]
) -> Iterator[Readings]:
    """Every combination of the options that change anything, the smallest first."""
    active: dict[str, list[str]] = {}
    for number, option in EDITS:
        if answers(Readings.of({number: option})) != plain:
            active.setdefault(number, []).append(option)
    choices = [
        [None, *[(number, option) for option in options]] for number, options in active.items()
    ]
    made = [
        Readings.of(dict(pair for pair in pairs if pair is not None))
        for pairs in itertools.islice(itertools.product(*choices), MOST_COMBINATIONS)
    ]
    yield from sorted((r for r in made if r.pairs), key=lambda r: len(r.pairs))


def _smallest(
    key: Key, outcome: Outcome, tried: Mapping[Readings, Answers | None]
) -> tuple[Flip, ...]:
    """The readings that flip one verdict, without those that hold a smaller one that does."""
    flips: list[Flip] = []
    for readings, found in tried.items():
        now, last = (None, None) if found is None else found.get(key, (None, None))
        pairs = set(readings.pairs)
        if now is not outcome and not any(set(flip.readings.pairs) <= pairs for flip in flips):
            flips.append(Flip(readings, now, last))
    return tuple(flips)
