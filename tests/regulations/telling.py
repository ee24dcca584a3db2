# SPDX-License-Identifier: MIT
"""Tell a story to a procedure, and say where it first answers otherwise."""

from __future__ import annotations

from datetime import date
from typing import Any

from complaint_timescales import Breach, Case, ConditionNotMet, Deadline, events
from complaint_timescales._kinds import Procedure
from tests.stories.complete_histories import LIMITS, No, On, Step, Story

_DATES = {"grounds_arose", "start", "until"}


def event_of(name: str, on: str, facts: Any) -> events.Event:
    """The event that a step of a story speaks of."""
    read: dict[str, Any] = dict(facts)
    read |= {k: date.fromisoformat(v) for k, v in read.items() if k in _DATES}
    return events.BY_NAME[name](on=date.fromisoformat(on), **read)


def first_difference(story: Story, procedure: Procedure) -> str | None:
    """Where the procedure first tells something else than the story; None if it tells it all."""
    try:
        _tell(story, procedure)
    except Exception as error:  # noqa: BLE001 - whatever goes wrong is another answer
        return f"{type(error).__name__}: {error}"
    return None


def _tell(story: Story, procedure: Procedure) -> None:
    case = Case("STORY", procedure=procedure)
    clocks: dict[str, str | None] = {}
    breaches: tuple[str, ...] = ()
    for step in story:
        match step:
            case On():
                _same(step, step.stage, case.stage_on(date.fromisoformat(step.day)).value)
            case No():
                _refuses(case, step)
            case Step():
                case = case.record(event_of(step.event, step.on, step.facts))
                clocks = {k: v for k, v in {**clocks, **step.clocks}.items() if v is not None}
                breaches = breaches if step.breaches is None else step.breaches
                _holds(case, step, clocks, breaches)


def _holds(
    case: Case, step: Step, clocks: dict[str, str | None], breaches: tuple[str, ...]
) -> None:
    _same(step, step.stage, case.stage.value)
    _same(step, clocks, dict(_clock(limit) for limit in case.deadlines()))
    for limit in case.deadlines():
        shown = limit.limit, limit.timescale.binds.value
        _same(step, LIMITS[limit.provision], shown)
    _same(step, sorted(breaches), sorted(_breach(breach) for breach in case.breaches()))
    if step.duties is not None:
        _same(step, list(step.duties), duties_of(case))


def _refuses(case: Case, step: No) -> None:
    try:
        after = case.record(event_of(step.event, step.on, step.facts))
    except ConditionNotMet as error:
        _same(step, step.provision, error.condition.by)
    else:
        _same(step, f"refused by {step.provision}", f"accepted: {after.stage.value}")


def _clock(limit: Deadline) -> tuple[str, str]:
    name = f"{limit.provision} {limit.start} to {limit.date}"
    state = f"ceased {limit.ceased_on}" if limit.ceased_on else "open"
    state = f"met {limit.met_on}" if limit.met_on else state
    return name, f"{state}, softened" if limit.softened_by else state


def _breach(breach: Breach) -> str:
    done = "done" if breach.done else "not done"
    return f"{breach.provision} due {breach.due}, {done} {breach.until}, {breach.days_over} over"


def duties_of(case: Case) -> list[str]:
    """The duties without a number, each by its regulation, in the order they arose."""
    return [
        f"{due.obligation.by.regulation} since {due.since}"
        + (f" met {due.met_on}" if due.met_on else "")
        for due in case.obligations()
    ]


def _same(step: Step | No | On, expected: object, actual: object) -> None:
    assert expected == actual, f"{step}: expected {expected}, found {actual}"
