# SPDX-License-Identifier: MIT
"""The columns that a record can have, each with what the report does with it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from complaint_timescales.monitoring import FIELDS
from complaint_timescales.monitoring._legs import CASE_ENDS, LEGS, MILESTONES, Leg
from complaint_timescales.tables import FieldKind

KINDS: Final = {
    FieldKind.DATE: "date",
    FieldKind.TEXT: "text",
    FieldKind.YES_NO: "yes or no",
    FieldKind.WHOLE: "whole number",
}
# What no row of the legs says, or says better than six of them.
BESIDE: Final = {
    "case_ref": "naming the case, and finding repeats",
    "stage": "saying which stage a row is about, where a row is a stage and not a case",
    "grounds_arose": "the order of the dates",
    "closed": "the order of the dates; closing a file answers nothing",
    "on_hold_from": "a finding: the Regulations stop no clock but under regulation 8",
    "on_hold_to": "the order of the dates",
    "mediation_offered": "the table of mediation",
    "mediation_outcome": "the table of mediation; where it says resolved, nothing more is due",
    **dict.fromkeys(CASE_ENDS, "the end of every duty that is still open"),
    "ombudsman_decision": "the table of the Ombudsman's decisions",
    "ombudsman_decided": "the year of the decision",
    "stated_working_days": "comparing with what the dates give",
}


def described() -> Iterator[tuple[str, str, str, str]]:
    """Each column: its name, what it holds, what for, and the other names it goes by."""
    for field in FIELDS:
        names = ", ".join(alias.replace("_", " ") for alias in field.aliases)
        yield field.name, KINDS[field.kind], "; ".join(_uses(field.name)), names


def _uses(name: str) -> list[str]:
    """What the legs say of a column, or else what is counted between them."""
    if name in BESIDE:
        return [BESIDE[name]]
    return [use for leg in LEGS for use in _in_a_leg(leg, name)] or [
        f"days counted: {milestone.title[0].lower()}{milestone.title[1:]}"
        for milestone in MILESTONES
        if name in (milestone.start, milestone.end)
    ]


def _in_a_leg(leg: Leg, name: str) -> Iterator[str]:
    """What a column is for in one leg."""
    for start in leg.starts:
        if start.field == name:
            yield f"the start of {leg.by}, by {start.by}"
        if start.awaited_where == name:
            yield f"whether {leg.by} waits for `{start.field}`, by {start.by}"
    if leg.end == name:
        yield f"meeting {leg.by}"
    if name in leg.ceases_on:
        yield f"the end of {leg.by} without an answer"
    if leg.outcome == name:
        yield f"what was found, {leg.by}"
    if leg.extending is not None:
        extending = leg.extending
        yield from (
            f"{what} {leg.by} was extended, {extending.by}"
            for what, column in (
                ("whether", extending.flag),
                ("when", extending.decided),
                ("the day to which", extending.until),
                ("the ground on which", extending.ground),
            )
            if column == name
        )
