# SPDX-License-Identifier: MIT
"""What another reading changes in the rows: each option of an interpretation as an edit of them.

The law of ``regulations`` is read by the defaults. ``procedure_under`` gives the same rows as
another reading has them, so that every date and every step can be worked out by it too.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

import attrs

from complaint_timescales import events as e
from complaint_timescales._citations import Elsewhere
from complaint_timescales._conditions import Within
from complaint_timescales._kinds import (
    Late,
    Move,
    Occurrence,
    Procedure,
    Regulation,
    Row,
    StartRule,
    Timescale,
    Version,
)
from complaint_timescales._readings import InvalidReading, Readings
from complaint_timescales.regulations import OTHER_PERSON

Edit = Callable[[Row], Row | None]
"""A row as a reading has it; None where the reading has no such row."""


def _counting(**changed: bool) -> Edit:
    def edit(row: Row) -> Row:
        if not isinstance(row, Timescale):
            return row
        return attrs.evolve(row, counting=attrs.evolve(row.counting, **changed))

    return edit


def _extension(provision: str, **changed: Any) -> Edit:
    def edit(row: Row) -> Row:
        if not isinstance(row, Timescale) or row.by != provision or row.extension is None:
            return row
        return attrs.evolve(row, extension=attrs.evolve(row.extension, **changed))

    return edit


def _start(by: str, **changed: Any) -> Edit:
    """The start rules of one provision changed, wherever they stand."""

    def edit(row: Row) -> Row:
        if not isinstance(row, Timescale):
            return row
        rules = tuple(
            attrs.evolve(rule, **changed) if rule.by == by else rule for rule in row.runs_from.rules
        )
        return attrs.evolve(row, runs_from=attrs.evolve(row.runs_from, rules=rules))

    return edit


def _start_also(event: type[e.Event], source: str, *provisions: str) -> Edit:
    """A further start rule: the latest of all governs."""
    rule = StartRule(by=Elsewhere(source), on=(event,))

    def edit(row: Row) -> Row:
        if not isinstance(row, Timescale) or row.by not in provisions:
            return row
        start = attrs.evolve(row.runs_from, rules=(rule, *row.runs_from.rules))
        return attrs.evolve(row, runs_from=start)

    return edit


def _without_need(event: type[e.Event], need: Within) -> Edit:
    def edit(row: Row) -> Row:
        if not isinstance(row, Move) or row.event is not event:
            return row
        return attrs.evolve(row, needs=tuple(each for each in row.needs if each != need))

    return edit


def _without_step(event: type[e.Event]) -> Edit:
    def edit(row: Row) -> Row | None:
        return None if isinstance(row, Move) and row.event is event else row

    return edit


def _incomplete_request_counts(row: Row) -> Row | None:
    """I-8: every request starts the thirty working days, with reasons or without."""
    requests = (Occurrence(e.PanelRequested), Occurrence(e.LatePanelRequestAccepted))
    match row:
        case Move(event=e.PanelRequested, when=when) if when:
            return None
        case Timescale(by="18(2)"):
            return attrs.evolve(row, met_by=requests)
        case Timescale(by="19(4)"):
            return _start("19(4)", on=requests)(row)
    return row


def _ends_a_day_earlier(row: Row) -> Row:
    """I-15: the last softened day is 24 September 2020."""
    if not isinstance(row, Timescale) or len(row.versions) == 1:
        return row
    before, softened, after = row.versions
    ended = attrs.evolve(softened, until="2020-09-24")
    return attrs.evolve(row, limit=(before, ended, attrs.evolve(after, since="2020-09-25")))


def _unsaved(row: Row) -> Row:
    """I-16: the saving does not reach the request."""
    if not isinstance(row, Timescale) or row.by != "18(2)":
        return row
    versions: tuple[Version, ...] = tuple(
        attrs.evolve(version, saved_where="") for version in row.versions
    )
    return attrs.evolve(row, limit=versions)


EDITS: Final[Mapping[tuple[str, str], Edit]] = MappingProxyType(
    {
        ("I-1", "day_1"): _counting(start_counts=True),
        ("I-2", "by_count"): _counting(late_by_count=True),
        ("I-3", "extends"): _extension("14(5)", late=Late.EXTENDS),
        ("I-4", "hold"): _start("17(4)(b)", not_before="14(1)"),
        ("I-5", "extends"): _extension("17(6)", late=Late.EXTENDS),
        ("I-5", "void"): _extension("17(6)", late=Late.VOID),
        ("I-6", "first_alone"): _extension("17(6)", again=False),
        ("I-7", "never"): _without_step(e.LatePanelRequestAccepted),
        ("I-8", "starts"): _incomplete_request_counts,
        ("I-9", "interest"): _start("14(3)(b)", unless=OTHER_PERSON),
        ("I-10", "first"): _start("20(2)", latest=False),
        ("I-13", "first_of_march"): _counting(leap_day_to_march=True),
        ("I-15", "outside"): _ends_a_day_earlier,
        ("I-16", "panel_alone"): _unsaved,
        ("I-17", "next_working_day"): _counting(start_rolls=True),
        ("I-19", "statement"): _start_also(
            e.StatementAgreed, "local practice: the agreed statement", "17(3)", "17(6)"
        ),
        ("I-19", "investigator"): _start_also(
            e.InvestigatingOfficerAppointed, "local practice: the investigator", "17(3)", "17(6)"
        ),
        ("I-22", "acceptance"): _start("9(2)", fact="on"),
        ("I-23", "yes"): _without_need(e.LaterStartAgreed, Within("14(1)")),
        ("I-26", "yes"): _without_need(e.Resubmitted, Within("8(5)")),
    }
)
"""What each option changes that dates can be worked out by."""

HELD_ALONE: Final[Mapping[tuple[str, str], str]] = MappingProxyType(
    {
        ("I-4", "waiver"): "whether the authority agrees is no date",
        ("I-11", "resume"): "the Regulations say that the procedure applies afresh",
        ("I-12", "suspends"): "record the decision as one about the whole",
        ("I-14", "any"): "no calendar but England's is kept; give extra_holidays",
        ("I-18", "next_working_day"): "hours are not recorded; give the next day as the date",
        ("I-20", "closure"): "closing a file is no event; give its date as the answer's",
        ("I-21", "pause"): "a later request for an advocate is no event",
        ("I-24", "deemed"): "give the deemed day as the day of receipt",
        ("I-25", "reinstate"): "leave the withdrawal out",
    }
)
"""Options that some hold and that no row can be edited for, with what to do instead."""


def procedure_under(procedure: Procedure, readings: Readings) -> Procedure:
    """The rows of a procedure as these readings have them; the defaults change nothing.

    Raises ``InvalidReading`` for an option that no date can be worked out by.
    """
    return _under(procedure, readings) if readings.pairs else procedure


@functools.lru_cache(maxsize=256)
def _under(procedure: Procedure, readings: Readings) -> Procedure:
    edits = [_edit(number, option) for number, option in readings.pairs]
    return Procedure(
        procedure.name,
        procedure.title,
        tuple(_edited(regulation, edits, readings) for regulation in procedure.regulations),
        readings,
    )


def _edit(number: str, option: str) -> Edit:
    found = EDITS.get((number, option))
    if found is None:
        raise InvalidReading(
            f"no date can be worked out by the option '{option}' of {number}",
            where="readings",
            written=option,
            remedy=HELD_ALONE[number, option].capitalize(),
        )
    return found


def _edited(regulation: Regulation, edits: list[Edit], readings: Readings) -> Regulation:
    rows: list[Row] = []
    for row in regulation.rows:
        new: Row | None = row
        for edit in edits:
            new = None if new is None else edit(new)
        if isinstance(new, Timescale):
            new = attrs.evolve(new, readings=readings)
        if new is not None:
            rows.append(new)
    return attrs.evolve(regulation, rows=tuple(rows))
