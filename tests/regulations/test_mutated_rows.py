# SPDX-License-Identifier: MIT
"""Change one row of the law, and one of the complete stories must come out otherwise.

Each test has the provision of its row in its name. A mutant that no story notices is a row, or a
part of one, that nothing depends on. The law is what is mutated here, not the code.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs
import pytest

from complaint_timescales._kinds import (
    Lapse,
    Move,
    Obligation,
    Procedure,
    Regulation,
    Row,
    Timescale,
)
from complaint_timescales._vocabulary import Stage
from complaint_timescales.regulations import LOCAL_AUTHORITY
from tests.regulations.telling import event_of, first_difference
from tests.regulations.test_every_step import (
    BY_THE_PASSING_OF_A_DAY,
    NEXT_DAY,
    STEPS,
    Start,
    at,
)
from tests.stories.complete_histories import STORIES, Facts

# What nothing can depend on, each with the reason.
_LATER = "14(4)-later_start_agreed-from"
EQUIVALENT = {
    # While a later start is pending the limit that runs from it cannot have passed.
    f"{_LATER}-stage_1_pending_start-to-stage_1_open-without-need-3-14(1)",
    f"{_LATER}-stage_1_pending_start-to-stage_1_pending_start-without-need-3-14(1)",
    # Once the date of 14(3) has come, a date before it is not still to come; and until an
    # advocate is appointed it is unknown, and nothing is measured by it.
    f"{_LATER}-stage_1_pending_start-to-stage_1_pending_start-without-need-2-14(4)",
    f"{_LATER}-stage_1_open-to-stage_1_pending_start-without-need-2-14(4)",
    # Just an open stage 1 is extended, so by then each of these has fixed the start of 14(1).
    "14(5)-limit-without-start-14(3)(a)",
    "14(5)-limit-without-start-14(3)(b)",
    "14(5)-limit-without-start-9(2)",
}

Mutants = Iterator[tuple[str, Row | None]]


def _named(row: Row) -> str:
    by = row.by.partition(":")[0]  # a source that is no provision has its reason after a colon
    match row:
        case Timescale():
            return f"{by}-limit"
        case Obligation():
            return f"{by}-duty"
        case Lapse():
            return f"{by}-lapse-of-{row.source.value}"
        case Move():
            name = f"{by}-{row.event.name}-from-{row.sources[0].value}"
            return f"{name}-to-{row.target.value if row.target else 'same'}"


def _other(stage: Stage | None) -> Stage:
    """Another stage, with other steps and other deadlines: the one before it in the list."""
    stages = list(Stage)
    return Stage.CONCLUDED if stage is None else stages[stages.index(stage) - 1]


def _without(values: tuple[Any, ...], place: int) -> tuple[Any, ...]:
    return (*values[:place], *values[place + 1 :])


def _of_timescale(row: Timescale) -> Mutants:
    for step in (1, -1):
        versions = tuple(
            attrs.evolve(v, limit=attrs.evolve(v.limit, number=v.limit.number + step))
            for v in row.versions
        )
        yield f"{step:+d}", attrs.evolve(row, limit=versions)
    for place, rule in enumerate(row.runs_from.rules):
        rules = _without(row.runs_from.rules, place)
        start = attrs.evolve(row.runs_from, rules=rules)
        yield f"-without-start-{rule.by}", attrs.evolve(row, runs_from=start)
        if rule.once:
            again = tuple(attrs.evolve(r, once=False) for r in row.runs_from.rules)
            start = attrs.evolve(row.runs_from, rules=again)
            yield f"-start-{rule.by}-asked-again", attrs.evolve(row, runs_from=start)
    for place, met in enumerate(row.met_by):
        mutant = attrs.evolve(row, met_by=_without(row.met_by, place))
        yield f"-not-met-by-{met.event.name}", mutant


def _of_move(row: Move) -> Mutants:
    yield "-target-swapped", attrs.evolve(row, target=_other(row.target))
    for place, need in enumerate(row.needs):
        mutant = attrs.evolve(row, needs=_without(row.needs, place))
        yield f"-without-need-{place + 1}-{need.by}", mutant
    for place, when in enumerate(row.when):
        mutant = attrs.evolve(row, when=_without(row.when, place))
        yield f"-without-when-{place + 1}-{when.by}", mutant


def _of_obligation(row: Obligation) -> Mutants:
    for place, event in enumerate(row.arises_on):
        mutant = attrs.evolve(row, arises_on=_without(row.arises_on, place))
        yield f"-not-arising-on-{event.event.name}", mutant
    for place, event in enumerate(row.met_by):
        mutant = attrs.evolve(row, met_by=_without(row.met_by, place))
        yield f"-not-met-by-{event.event.name}", mutant
    if row.where is not None:
        yield "-wherever-it-may-be", attrs.evolve(row, where=None)


def _of(row: Row) -> Mutants:
    yield "-deleted", None
    match row:
        case Timescale():
            yield from _of_timescale(row)
        case Move():
            yield from _of_move(row)
        case Obligation():
            yield from _of_obligation(row)
        case Lapse():
            yield "-target-swapped", attrs.evolve(row, target=_other(row.target))


def _procedure(regulation: Regulation, place: int, mutant: Row | None) -> Procedure:
    kept = () if mutant is None else (mutant,)
    rows = (*regulation.rows[:place], *kept, *regulation.rows[place + 1 :])
    changed = attrs.evolve(regulation, rows=rows)
    regulations = tuple(changed if r is regulation else r for r in LOCAL_AUTHORITY.regulations)
    return attrs.evolve(LOCAL_AUTHORITY, regulations=regulations)


def _all() -> dict[str, Procedure]:
    found: dict[str, Procedure] = {}
    for regulation in LOCAL_AUTHORITY.regulations:
        for place, row in enumerate(regulation.rows):
            for words, mutant in _of(row):
                name = f"{_named(row)}{words}"
                name = name if name not in found else f"{name}-again"
                found[name] = _procedure(regulation, place, mutant)
    return found


MUTANTS = _all()
TEXTS = {name: str(story) for name, story in STORIES.items()}


def _sources() -> dict[str, tuple[Stage, Procedure]]:
    """Each move without one of its stages; those that no event leads to are left out."""
    found = {}
    for regulation in LOCAL_AUTHORITY.regulations:
        for place, row in enumerate(regulation.rows):
            if not isinstance(row, Move):
                continue
            for source in row.sources:
                if source.value in BY_THE_PASSING_OF_A_DAY:
                    continue
                kept = tuple(s for s in row.sources if s is not source)
                name = f"{_named(row)}-without-{source.value}"
                mutant = attrs.evolve(row, sources=kept) if kept else None
                found[name] = (source, _procedure(regulation, place, mutant))
    return found


SOURCES = _sources()


def _steps_differ(source: Stage, procedure: Procedure) -> bool:
    return any(
        _leads(start, procedure, event, facts) != (stage if leads_to == "same" else leads_to)
        for stage, start, steps in STEPS
        for event, facts, leads_to in steps
        if stage == source.value
    )


def _leads(start: Start, procedure: Procedure, event: str, facts: Facts) -> str:
    try:
        return at(start, procedure).record(event_of(event, NEXT_DAY, facts)).stage.value
    except Exception as error:  # noqa: BLE001 - whatever goes wrong is another answer
        return repr(error)


@pytest.mark.parametrize("name", [pytest.param(name, id=name) for name in SOURCES])
def test_a_stage_taken_from_a_move_changes_a_step(name: str) -> None:
    """The table of every step has a step that this stage and this move alone provide."""
    assert _steps_differ(*SOURCES[name])


@pytest.mark.parametrize("name", STORIES)
def test_the_law_as_it_is_tells_the_story(name: str) -> None:
    """Each complete story, step by step: stage, last days, breaches and duties."""
    assert first_difference(STORIES[name], LOCAL_AUTHORITY) is None


@pytest.mark.parametrize(
    "name", [pytest.param(name, id=name) for name in MUTANTS if name not in EQUIVALENT]
)
def test_a_changed_row_changes_a_story(name: str) -> None:
    """At least one story is told otherwise by the law with this one change."""
    provision, event = name.split("-")[:2]
    # Those that name the event and the provision come first, for they are likely to notice.
    likely = sorted(
        STORIES, key=lambda story: (event not in TEXTS[story], provision not in TEXTS[story])
    )

    assert any(first_difference(STORIES[story], MUTANTS[name]) for story in likely)


@pytest.mark.parametrize("name", sorted(EQUIVALENT))
def test_what_nothing_depends_on_is_known(name: str) -> None:
    """No story tells it from the law as it is; when one does, it leaves this list."""
    assert not any(first_difference(story, MUTANTS[name]) for story in STORIES.values())


def test_no_row_is_left_out() -> None:
    """Every row of the procedure has at least two mutants."""
    rows = [_named(row) for row in LOCAL_AUTHORITY.rows]

    assert [] == [row for row in rows if sum(name.startswith(row) for name in MUTANTS) < 2]
