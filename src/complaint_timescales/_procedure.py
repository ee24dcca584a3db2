# SPDX-License-Identifier: MIT
"""Where an event leads from a stage: the interpreter of moves. It knows no calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import attrs

from complaint_timescales._citations import Source
from complaint_timescales._conditions import Condition, DayCondition
from complaint_timescales._dates import counted, listed
from complaint_timescales._errors import ComplaintTimescalesError
from complaint_timescales._kinds import Move, Procedure
from complaint_timescales._vocabulary import Party, Stage
from complaint_timescales.events import Event

Failing = Callable[[Condition, Event], object]
"""None where what a condition asks of an event holds; anything else where it does not."""
Found = Callable[[Condition, Event], str | Callable[[], str] | None]
"""The same: what was found instead, in words, or what says it where somebody reads it."""
FoundOnTheDay = Callable[[DayCondition], str | None]
"""The same for the conditions that can be asked before there is an event."""


@attrs.frozen(kw_only=True)
class OpenStep:
    """A step that may be taken next.

    Attributes:
        event: its name, as the case document writes it.
        provision: the provision that gives it a place, or the source that is not one.
        actor: who takes it.
        leads_to: the stages it can lead to.
        needs: what must hold, in words, each with its provision.
    """

    event: str
    provision: Source
    actor: Party
    leads_to: tuple[Stage, ...]
    needs: tuple[str, ...]

    def __str__(self) -> str:
        """``panel_requested (18(1))``."""
        return f"{self.event} ({self.provision})"


class StepNotOpen(ComplaintTimescalesError):
    """A step that the procedure has no place for from where the case is.

    Attributes:
        stage: the stage of the case, which is unchanged.
        step: the name of the event.
        open_steps: what may happen instead.
        open_from: the stages from which the step has a place.
    """

    stage: Stage
    step: str
    open_steps: tuple[OpenStep, ...]
    open_from: tuple[Stage, ...]


class ConditionNotMet(ComplaintTimescalesError):
    """A step that has a place, and whose condition is not met.

    Attributes:
        stage: the stage of the case, which is unchanged.
        step: the name of the event.
        condition: the condition that failed, from the row of the law.
        found: what was found instead, in words.
        open_steps: what may happen instead.
    """

    stage: Stage
    step: str
    condition: Condition
    found: str
    open_steps: tuple[OpenStep, ...]


def open_steps(
    procedure: Procedure, stage: Stage, found: FoundOnTheDay | None = None
) -> tuple[OpenStep, ...]:
    """What may happen from a stage, in the order of the instrument.

    With ``found``, steps that are ruled out by the day or the history are left out; conditions
    on the facts of the event itself stay, as words.
    """
    return tuple(
        _open_step(stage, moves)
        for (source, _), moves in procedure.moves.items()
        if source is stage and (found is None or _possible(moves, found))
    )


def _possible(moves: tuple[Move, ...], found: FoundOnTheDay) -> bool:
    asked = [need for move in moves for need in move.needs if isinstance(need, DayCondition)]
    return all(found(need) is None for need in asked)


def _open_step(stage: Stage, moves: tuple[Move, ...]) -> OpenStep:
    needs = dict.fromkeys(f"{need.words} ({need.by})" for move in moves for need in move.needs)
    return OpenStep(
        event=moves[0].event.name,
        provision=moves[-1].by,
        actor=moves[0].actor,
        leads_to=tuple(dict.fromkeys(move.target or stage for move in moves)),
        needs=tuple(needs),
    )


def advance(
    procedure: Procedure,
    stage: Stage,
    event: Event,
    ways: tuple[Move, ...] | None = None,
    *,
    where: Callable[[], str],
    leads: Failing,
    fits: Found,
    possible: FoundOnTheDay,
) -> Stage:
    """The stage that an event leads to, or a refusal that says what is open instead.

    ``leads`` answers the conditions that choose among moves, with the event in the history;
    ``fits`` those that the step needs, without it; ``possible`` says what is open on the day.
    ``ways`` are the moves of the stage and the event, where some conditions are known to hold;
    ``where`` gives the words for where the event stands, which a refusal alone needs.
    """
    moves = procedure.moves.get((stage, type(event))) if ways is None else ways
    if not moves:
        raise _not_open(procedure, stage, event, where(), open_steps(procedure, stage, possible))
    move = _taken(moves, event, leads) if moves[0].when else moves[0]
    for need in move.needs:
        found = fits(need, event)
        if found is not None:
            steps = open_steps(procedure, stage, possible)
            words = found if isinstance(found, str) else found()
            raise _not_met(stage, event, where(), steps, need, words)
    return stage if move.target is None else move.target


def lapsed(
    procedure: Procedure,
    stage: Stage,
    day: date,
    unmet: Callable[[DayCondition, date], str | None],
    *,
    to_final: bool = False,
) -> Stage:
    """The stage with what the passing of days has done to it by a day.

    Without ``to_final`` no case ends so: an event recorded later shows that it had not ended.
    """
    lapse = procedure.lapses.get(stage)
    if lapse is None or (lapse.target.is_final and not to_final):
        return stage
    return lapse.target if unmet(lapse.when, day) is None else stage


def _taken(moves: tuple[Move, ...], event: Event, leads: Failing) -> Move:
    """The first move all of whose conditions hold; the last has none that can fail alone."""
    for move in moves:
        for when in move.when:
            if leads(when, event) is not None:
                break
        else:
            return move
    raise AssertionError(moves)  # the rows leave no such gap


def _not_open(
    procedure: Procedure, stage: Stage, event: Event, where: str, steps: tuple[OpenStep, ...]
) -> StepNotOpen:
    rows = [m for m in procedure.rows if isinstance(m, Move) and isinstance(event, m.event)]
    sources = tuple(dict.fromkeys(source for row in rows for source in row.sources))
    laws = listed(list(dict.fromkeys(str(row.by) for row in rows)))
    words = listed([source.words for source in sources], last="or")
    error = StepNotOpen(
        f"{event.name} has no place in the stage '{stage.words}'",
        where=where,
        rule=f"it has one in {words}: {laws}" if rows else f"it has none in {procedure.title}",
        remedy=_open_words(stage, steps),
    )
    error.stage, error.step = stage, event.name
    error.open_steps, error.open_from = steps, sources
    return error


def _not_met(
    stage: Stage, event: Event, where: str, steps: tuple[OpenStep, ...], need: Condition, found: str
) -> ConditionNotMet:
    error = ConditionNotMet(
        f"{event.name} needs this: {need.words}; but {found}",
        where=where,
        rule=f"regulation {need.by}",
        remedy=_open_words(stage, steps),
    )
    error.stage, error.step, error.open_steps = stage, event.name, steps
    error.condition, error.found = need, found
    return error


def _open_words(stage: Stage, steps: tuple[OpenStep, ...]) -> str:
    leading = [str(step) for step in steps if step.leads_to != (stage,)]
    rest = len(steps) - len(leading)
    also = f"; {counted(rest, 'other step')} can be recorded without leaving the stage"
    if not leading:
        return f"Nothing was changed. Nothing leads on from here: the case has ended{also}"
    return f"Nothing was changed. Open from here: {listed(leading)}{also if rest else ''}"
