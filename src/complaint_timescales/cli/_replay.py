# SPDX-License-Identifier: MIT
"""Case documents to where each case stands: one document, or JSON Lines of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import attrs

from complaint_timescales._assessments import Assessment
from complaint_timescales._errors import InvalidDocument
from complaint_timescales._procedure import OpenStep
from complaint_timescales._vocabulary import Stage
from complaint_timescales.case import Breach, Case
from complaint_timescales.working_days import WorkingDayCalendar


@attrs.frozen
class Replayed:
    """Where a case stands after its last event, or on a day as it was known then."""

    reference: str
    stage: Stage
    verdicts: tuple[Assessment, ...]
    breaches: tuple[Breach, ...]
    open_steps: tuple[OpenStep, ...]

    @classmethod
    def of(cls, case: Case, as_at: date | None) -> Replayed:
        """Where the case stands."""
        known = case if as_at is None else case.as_known_on(as_at)
        return cls(
            case.reference,
            case.stage if as_at is None else case.stage_on(as_at),
            case.assessments(as_at),
            case.breaches(as_at),
            known.open_steps(on=as_at),
        )

    def to_dict(self) -> dict[str, Any]:
        """The same as JSON takes it."""
        return {
            "reference": self.reference,
            "stage": self.stage.value,
            "deadlines": [verdict.to_dict() for verdict in self.verdicts],
            "breaches": [breach.to_dict() for breach in self.breaches],
            "open_steps": [_step(step) for step in self.open_steps],
        }


@attrs.frozen
class RejectedCase:
    """A document that is no case, with the line that it begins on and the reason."""

    line: int
    reason: str

    def to_dict(self) -> dict[str, Any]:
        """The same as JSON takes it."""
        return {"line": self.line, "reason": self.reason}


def _step(step: OpenStep) -> dict[str, Any]:
    return {
        "event": step.event,
        "provision": str(step.provision),
        "actor": step.actor.value,
        "leads_to": [stage.value for stage in step.leads_to],
        "needs": list(step.needs),
    }


def replayed(
    text: str, *, calendar: WorkingDayCalendar, as_at: date | None = None
) -> tuple[tuple[Replayed, ...], tuple[RejectedCase, ...]]:
    """Where each case in a text stands, and the documents that are no cases."""
    cases: list[Replayed] = []
    rejected: list[RejectedCase] = []
    for line, document in _documents(text):
        try:
            case = Case.from_json(document, calendar=calendar)
            cases.append(Replayed.of(case, as_at))
        except ValueError as error:  # ours, and that of a number too long for Python
            rejected.append(RejectedCase(line, str(error)))
    return tuple(cases), tuple(rejected)


def _documents(text: str) -> Iterator[tuple[int, str]]:
    """Each document with the line that it begins on."""
    lines = [(n, line) for n, line in enumerate(text.split("\n"), start=1) if line.strip()]
    if not lines:
        raise InvalidDocument("there is nothing in it", remedy="Give a case document, in JSON")
    # The lines inside one document on many lines are indented, or no objects by themselves.
    if _is_object(text) or not any(_is_object(line) for _, line in lines if line[0] == "{"):
        yield lines[0][0], text
    else:
        yield from lines


def _is_object(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict)
    except (ValueError, RecursionError):
        return False
