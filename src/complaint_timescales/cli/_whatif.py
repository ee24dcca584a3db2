# SPDX-License-Identifier: MIT
"""``what-if`` and ``remedy``: what would follow otherwise, and what would have met a limit."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, Final

import attrs
import click

from complaint_timescales._assessments import assess
from complaint_timescales._case_document import SCHEMA, read_document
from complaint_timescales._errors import InvalidDocument, InvalidFact
from complaint_timescales._readings import Readings
from complaint_timescales.case import Case
from complaint_timescales.cli._inputs import (
    a_day,
    as_day,
    as_json,
    print_json,
    read_input,
    with_calendar,
    with_readings,
)
from complaint_timescales.cli._show import bullets, heading, write
from complaint_timescales.events import BY_NAME, Event
from complaint_timescales.remedies import remedy_for
from complaint_timescales.whatif import what_if
from complaint_timescales.working_days import WorkingDayCalendar

Moves = dict[str, date]
_FACT: Final = re.compile(r",(?=[a-z_0-9]+=)")  # a comma in a text is no end of it


def _as_moves(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> Moves:
    """Events and their new days, written ``EVENT=DATE``."""
    moves: Moves = {}
    for value in values:
        which, sign, day = value.partition("=")
        if not sign or which in moves:
            what = "the event is given twice" if sign else "an equals sign is needed"
            raise _unusable("--move", what, value, "Write --move EVENT=DATE, once for each")
        moves[which] = a_day(day, "--move")
    return moves


def _as_events(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> tuple[Event, ...]:
    """Events with their facts, written ``EVENT@DATE,fact=value``."""
    return tuple(_event(value) for value in values)


def _event(value: str) -> Event:
    head, *facts = _FACT.split(value)
    name, sign, day = head.partition("@")
    if not sign:
        remedy = "Write --add EVENT@DATE, or --add EVENT@DATE,fact=value"
        raise _unusable("--add", "a day is needed", value, remedy)
    on = a_day(day, "--add").isoformat()
    given = {"event": name, "on": on, **dict(_fact(name, each) for each in facts)}
    try:
        document = {"schema": SCHEMA, "reference": "--add", "events": [given]}
        return read_document(document, []).events[0]
    except InvalidDocument as error:
        where = error.where.replace("events[0]", f"--add {name}")
        raise InvalidDocument(
            error.what, where=where, written=error.written, remedy=error.remedy
        ) from error


def _fact(name: str, text: str) -> tuple[str, Any]:
    """A fact and its value, read as the kind of event has it; what it is not stays text."""
    fact, _, value = text.partition("=")
    kinds = {field.name: str(field.type) for field in attrs.fields(BY_NAME.get(name, Event))}
    kind = kinds.get(fact, "")
    if "bool" in kind and value in ("true", "false"):
        return fact, value == "true"
    is_number = kind == "int" and value.isdecimal() and len(value) < 9
    return fact, int(value) if is_number else value


def _unusable(where: str, what: str, written: str, remedy: str) -> InvalidFact:
    return InvalidFact(what, where=where, written=written, remedy=remedy)


_AS_AT: Final = click.option(
    "--as-at", callback=as_day, metavar="DATE", help="The day to look from."
)


@click.command("what-if")
@click.argument("file")
@click.option(
    "--move",
    "moves",
    callback=_as_moves,
    multiple=True,
    metavar="EVENT=DATE",
    help="An event, and the day instead of its own. Repeatable.",
)
@click.option(
    "--add",
    "more",
    callback=_as_events,
    multiple=True,
    metavar="EVENT@DATE[,fact=value]",
    help="An event more. Repeatable.",
)
@click.option("--remove", "less", multiple=True, metavar="EVENT", help="An event less. Repeatable.")
@_AS_AT
@with_calendar
@as_json
def what_if_command(
    *,
    file: str,
    moves: Moves,
    more: tuple[Event, ...],
    less: tuple[str, ...],
    as_at: date | None,
    calendar: WorkingDayCalendar,
    as_json: bool,
) -> None:
    """What would follow if something in a case were otherwise.

    FILE is one case document in JSON; - is standard input. EVENT is as panel_met, or as
    panel_met@2025-03-03 where there are several. The holidays are those of the other case.
    """
    if as_at is not None:
        calendar.is_working_day(as_at)  # refuses a day that it does not cover
    found = what_if(
        Case.from_json(read_input(file)),
        moved=moves,
        added=more,
        removed=less,
        extra_holidays=dict(calendar.changes.extra_holidays),
        holidays_moved=dict(calendar.changes.moved),
        as_at=as_at,
    )
    if as_json:
        print_json(found.to_dict())
        return
    head, *lines = found.explain().split("\n")
    write(heading(head), bullets(lines))


@click.command("remedy")
@click.argument("provision")
@click.argument("start", callback=as_day)
@click.argument("end", callback=as_day, required=False)
@_AS_AT
@with_calendar
@with_readings
@as_json
def remedy_command(
    *,
    provision: str,
    start: date,
    end: date | None,
    as_at: date | None,
    calendar: WorkingDayCalendar,
    readings: Readings,
    as_json: bool,
) -> None:
    """What would have met a limit, or what still can.

    START is day 0, END the day of the act. Example: remedy '14(1)' 2025-01-06 2025-01-23
    """
    if end is None and as_at is None:
        raise click.UsageError("Give END, the day of the act, or --as-at, the day to look from.")
    verdict = assess(provision, start, end, as_at=as_at, calendar=calendar, readings=readings)
    found = remedy_for(verdict)
    if as_json:
        print_json(found.to_dict())
        return
    write(found.explain())
