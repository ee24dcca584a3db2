# SPDX-License-Identifier: MIT
"""The procedure drawn and listed, generated from its rows: Mermaid, JSON and Markdown."""

from __future__ import annotations

import json
from itertools import takewhile
from typing import Any, Final

from complaint_timescales._citations import INSTRUMENT, INSTRUMENT_TITLE, Citation, Source
from complaint_timescales._conditions import After, Condition, FactIs, Recorded
from complaint_timescales._kinds import (
    Lapse,
    Move,
    Obligation,
    Occurrence,
    Procedure,
    StartRule,
    Timescale,
)
from complaint_timescales._vocabulary import Stage
from complaint_timescales.regulations import LOCAL_AUTHORITY

SCHEMA: Final = "complaint-timescales/procedure/1"


# ---------------------------------------------------------------------------------------
# Which clocks run where
# ---------------------------------------------------------------------------------------


def _fits(procedure: Procedure, stage: Stage, move: Move, occurrence: Occurrence) -> bool:
    """Whether a move can be this occurrence: an earlier move may have taken its value of a fact."""
    if move.event is not occurrence.event:
        return False
    earlier = takewhile(lambda row: row != move, procedure.moves[stage, move.event])
    taken = (values for row in earlier for values in _values(row, occurrence.fact))
    return all(occurrence.value in values for values in _values(move, occurrence.fact)) and not any(
        occurrence.value in values for values in taken
    )


def _values(move: Move, fact: str | None) -> list[tuple[object, ...]]:
    return [when.values for when in move.when if isinstance(when, FactIs) and when.fact == fact]


def _starts(procedure: Procedure, stage: Stage, move: Move, timescale: Timescale) -> bool:
    # An event that leaves the stage as it is starts a clock where its row is of the same
    # regulation: an advocate can be appointed at any stage, and 14(3)(b) is about the first.
    return any(
        _fits(procedure, stage, move, on)
        and (move.target is not None or _regulation(move.by) == _regulation(rule.by))
        for rule in timescale.runs_from.rules
        for on in rule.on
    )


def _regulation(source: Source) -> str:
    return source.regulation if isinstance(source, Citation) else source


def _ends(procedure: Procedure, stage: Stage, move: Move, timescale: Timescale) -> bool:
    ending = (*timescale.met_by, *timescale.ceases_on)
    needed = {need.event for need in move.needs if isinstance(need, Recorded) and not need.never}
    return any(
        _fits(procedure, stage, move, occurrence) or occurrence.event in needed
        for occurrence in ending
    )


def running_in(procedure: Procedure, timescale: Timescale) -> tuple[Stage, ...]:
    """The stages in which the clock of a time limit can be running.

    >>> rows = LOCAL_AUTHORITY.timescales
    >>> [stage.value for stage in running_in(LOCAL_AUTHORITY, rows["17(3)"])]
    ['stage_2_pending_record', 'stage_2_open']

    It starts where its events lead, and goes along with every move that does not end it.
    """
    moves = [(stage, move) for (stage, _), rows in procedure.moves.items() for move in rows]
    found: set[Stage] = set()
    for stage, move in moves:
        if _starts(procedure, stage, move, timescale):
            # What starts and meets it is one event: it ran before that, as 9(1) does.
            found.add(stage if _ends(procedure, stage, move, timescale) else move.target or stage)
    while True:
        reached = {
            move.target or stage
            for stage, move in moves
            if stage in found and not _ends(procedure, stage, move, timescale)
        }
        if reached <= found:
            return tuple(each for each in Stage if each in found and not each.is_final)
        found |= reached


def _limits_met(procedure: Procedure, stage: Stage, move: Move) -> list[Timescale]:
    """The time limits that a move meets from a stage, where their clocks can be running."""
    late = {c.of for c in (*move.when, *move.needs) if isinstance(c, After)}
    return [
        timescale
        for timescale in procedure.timescales.values()
        if timescale.by not in late
        and any(_fits(procedure, stage, move, on) for on in timescale.met_by)
        and stage in running_in(procedure, timescale)
    ]


# ---------------------------------------------------------------------------------------
# Mermaid
# ---------------------------------------------------------------------------------------


def mermaid(procedure: Procedure = LOCAL_AUTHORITY) -> str:
    """A state diagram in Mermaid: each stage, and each step that leads to another one.

    >>> print(mermaid().splitlines()[0])
    stateDiagram-v2

    An arrow has its event, its provision, and the time limits that it meets. Steps that leave
    the stage as it is are drawn where they meet or extend a time limit; the other forms have all.
    """
    lines = ["stateDiagram-v2", "    direction TB"]
    lines += [f'    state "{stage.words}" as {stage.value}' for stage in _stages(procedure)]
    lines += _arrows(procedure)
    lines += [f"    {stage.value} --> [*]" for stage in _stages(procedure) if stage.is_final]
    return "\n".join(lines) + "\n"


def _stages(procedure: Procedure) -> list[Stage]:
    met = {stage for stage, _ in procedure.moves}
    met |= {move.target for moves in procedure.moves.values() for move in moves if move.target}
    met |= {lapse.target for lapse in procedure.lapses.values()}
    return [stage for stage in Stage if stage in met and stage is not Stage.NOT_RECEIVED]


def _arrows(procedure: Procedure) -> list[str]:
    arrows = []
    for (stage, event), moves in procedure.moves.items():
        source = "[*]" if stage is Stage.NOT_RECEIVED else stage.value
        for move in moves:
            limits = _limits_met(procedure, stage, move)
            if move.target is None and not limits and not _extends(procedure, move):
                continue
            within = " or ".join(f"{timescale.limit} ({timescale.by})" for timescale in limits)
            words = [event.name.replace("_", " "), _short(move.by)]
            label = ", ".join([*words, f"within {within}"] if limits else words)
            arrows.append(f"    {source} --> {(move.target or stage).value} : {label}")
    for lapse in procedure.lapses.values():
        label = f"{_passing(procedure, lapse)}, {lapse.by}"
        arrows.append(f"    {lapse.source.value} --> {lapse.target.value} : {label}")
    return list(dict.fromkeys(arrows))


def _extends(procedure: Procedure, move: Move) -> bool:
    extensions = [timescale.extension for timescale in procedure.timescales.values()]
    return any(each.granted_by is move.event for each in extensions if each)


def _short(source: Source) -> str:
    # A colon would end the label; what stands before it says what kind of source it is.
    return source.partition(":")[0]


def _passing(procedure: Procedure, lapse: Lapse) -> str:
    timescale = procedure.timescales[lapse.when.of]
    if isinstance(lapse.when, After):
        return f"after {timescale.limit}"
    return f"from {timescale.runs_from.name}"


# ---------------------------------------------------------------------------------------
# JSON
# ---------------------------------------------------------------------------------------


def to_dict(procedure: Procedure = LOCAL_AUTHORITY) -> dict[str, Any]:
    """The procedure as JSON takes it: its stages and every row, each with its source.

    >>> [row["limit"] for row in to_dict()["timescales"] if row["provision"] == "17(6)"]
    [65]
    """
    rows = procedure.rows
    return {
        "schema": SCHEMA,
        "name": procedure.name,
        "title": procedure.title,
        "instrument": {"number": INSTRUMENT, "title": INSTRUMENT_TITLE},
        "stages": [
            {
                "stage": stage.value,
                "final": stage.is_final,
                "clocks": [
                    str(timescale.by)
                    for timescale in procedure.timescales.values()
                    if stage in running_in(procedure, timescale)
                ],
            }
            for stage in _stages(procedure)
        ],
        "timescales": [_timescale(row) for row in rows if isinstance(row, Timescale)],
        "moves": [_move(row) for row in rows if isinstance(row, Move)],
        "lapses": [_lapse(procedure, row) for row in rows if isinstance(row, Lapse)],
        "obligations": [_obligation(row) for row in rows if isinstance(row, Obligation)],
    }


def to_json(procedure: Procedure = LOCAL_AUTHORITY) -> str:
    """The same as JSON text."""
    return json.dumps(to_dict(procedure), indent=2) + "\n"


def _cited(source: Source) -> dict[str, str | None]:
    """A provision with the address of its text; or the source that is none."""
    if isinstance(source, Citation):
        return {"provision": str(source), "url": source.url}
    return {"provision": None, "source": str(source), "url": None}


def _named(occurrences: tuple[Occurrence, ...]) -> list[dict[str, Any]]:
    return [
        {"event": on.event.name, **({on.fact: on.value} if on.fact else {})} for on in occurrences
    ]


def _timescale(row: Timescale) -> dict[str, Any]:
    return {
        **_cited(row.by),
        "what": row.what,
        "limit": row.limit.number,
        "unit": row.limit.unit,
        "runs_from": row.runs_from.name,
        "started_by": [_start(rule) for rule in row.runs_from.rules],
        "met_by": _named(row.met_by),
        "ceases_on": _named(row.ceases_on),
        "binds": row.binds.value,
        "extends": str(row.extension.of) if row.extension else None,
        "versions": [
            {
                "limit": version.limit.number,
                "since": version.since.isoformat(),
                "until": version.until and version.until.isoformat(),
                "softened_by": version.softened_by,
                "enacted_by": version.enacted_by,
            }
            for version in row.versions
        ],
    }


def _start(rule: StartRule) -> dict[str, Any]:
    return {
        **_cited(rule.by),
        "events": _named(rule.on),
        "date": rule.fact,
        "where": rule.where and _condition(rule.where),
    }


def _move(row: Move) -> dict[str, Any]:
    return {
        "from": [stage.value for stage in row.sources],
        "event": row.event.name,
        "to": row.target and row.target.value,
        **_cited(row.by),
        "actor": row.actor.value,
        "when": [_condition(condition) for condition in row.when],
        "needs": [_condition(condition) for condition in row.needs],
    }


def _condition(condition: Condition) -> dict[str, Any]:
    return {"words": condition.words, **_cited(condition.by)}


def _lapse(procedure: Procedure, row: Lapse) -> dict[str, Any]:
    when = {"words": _passing(procedure, row), **_cited(row.when.of)}
    return {"from": row.source.value, "to": row.target.value, "when": when, **_cited(row.by)}


def _obligation(row: Obligation) -> dict[str, Any]:
    return {
        **_cited(row.by),
        "what": row.what,
        "how_soon": row.how_soon,
        "arises_on": _named(row.arises_on),
        "where": row.where and _condition(row.where),
        "met_by": _named(row.met_by),
        "binds": row.binds.value,
    }


# ---------------------------------------------------------------------------------------
# Markdown
# ---------------------------------------------------------------------------------------


def markdown(procedure: Procedure = LOCAL_AUTHORITY) -> str:
    """The procedure as tables in Markdown: limits, steps, what time does, and other duties.

    >>> print(markdown().splitlines()[0])
    # The procedure for representations to a local authority
    """
    made = to_dict(procedure)
    words = {stage.value: stage.words for stage in Stage}
    lines = [f"# The procedure for {made['title']}", "", f"{INSTRUMENT_TITLE} ({INSTRUMENT})."]
    lines += _section("Time limits", ("provision", "who", "does what", "limit", "day 0"), [
        (_link(row), row["binds"], row["what"], _number(row), row["runs_from"])
        for row in made["timescales"]
    ])  # fmt: skip
    lines += _section("Steps", ("from", "event", "to", "source", "who", "where", "needs"), [
        (words[stage], row["event"], words[row["to"] or stage], _link(row), row["actor"],
         _conditions(row["when"]), _conditions(row["needs"]))
        for row in made["moves"] for stage in row["from"]
    ])  # fmt: skip
    lines += _section("What the passing of days does", ("from", "when", "to", "provision"), [
        (words[row["from"]], row["when"]["words"], words[row["to"]], _link(row))
        for row in made["lapses"]
    ])  # fmt: skip
    lines += _section("Duties without a number", ("provision", "who", "does what", "how soon"), [
        (_link(row), row["binds"], row["what"], row["how_soon"]) for row in made["obligations"]
    ])  # fmt: skip
    return "\n".join(lines) + "\n"


def _section(title: str, heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> list[str]:
    table = (heads, ("---",) * len(heads), *rows)
    return ["", f"## {title}", "", *(f"| {' | '.join(map(_cell, row))} |" for row in table)]


def _cell(text: str) -> str:
    return text.replace("|", r"\|")


def _link(row: dict[str, Any]) -> str:
    return f"[{row['provision']}]({row['url']})" if row["provision"] else str(row["source"])


def _number(row: dict[str, Any]) -> str:
    plural = "" if row["limit"] == 1 else "s"
    extends = f" in all, extending {row['extends']}" if row["extends"] else ""
    return f"{row['limit']} {row['unit']}{plural}{extends}"


def _conditions(conditions: list[dict[str, Any]]) -> str:
    return "; ".join(f"{each['words']} ({each['provision']})" for each in conditions)
