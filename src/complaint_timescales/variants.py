# SPDX-License-Identifier: MIT
"""The procedure for others than local authorities: what Part 5 leaves out, as data.

The limits are the same. What is left out is taken from the rows of ``regulations``, so that a
change there reaches every procedure.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import attrs

from complaint_timescales._citations import Citation
from complaint_timescales._conditions import FactIs
from complaint_timescales._kinds import (
    Move,
    Obligation,
    Procedure,
    Regulation,
    Row,
    Timescale,
)
from complaint_timescales._vocabulary import Party, Stage
from complaint_timescales.events import AdvocateAppointed, Event, RepresentationsReceived
from complaint_timescales.regulations import LOCAL_AUTHORITY


@attrs.frozen(kw_only=True)
class Variant:
    """What one regulation of Part 5 changes.

    Attributes:
        name: the name of the procedure, as the case document writes it.
        title: whose representations it is for.
        by: the provision that applies the others.
        omits_regulation: the number of a regulation that does not apply, or an empty text.
        omits_event: a kind of event that has no place, or None.
        omits_stages: stages that are never reached.
        omits_duties: duties without a number that do not apply.
        omits_start: a start rule that has no subject.
        refuses: a fact of the receipt that must be false.
        party: who stands in the place of the authority.
    """

    name: str
    title: str
    by: Citation = attrs.field(converter=Citation)
    omits_regulation: str = ""
    omits_event: type[Event] | None = None
    omits_stages: tuple[Stage, ...] = ()
    omits_duties: tuple[str, ...] = ()
    omits_start: Citation = attrs.field(converter=Citation)
    refuses: FactIs
    party: Party = Party.AUTHORITY


# 22(1) and (2): regulations 2, 6 to 12 and 14 to 20; all references to advocates are omitted.
VOLUNTARY: Final = Variant(
    name="voluntary_organisation",
    title="representations to a voluntary organisation that accommodates a child",
    by="22(1)",
    omits_event=AdvocateAppointed,
    omits_duties=("11(1)(a)(ii)", "11(1)(b)(ii)"),
    omits_start="14(3)(b)",
    refuses=FactIs("advocate_requested", (False,), "no advocate", by="22(2)(b)"),
    party=Party.VOLUNTARY_ORGANISATION,
)

# 23(1): regulations 2, 6 to 11 and 13 to 20; without 12, 14(3)(a) has no subject.
FOSTERING: Final = Variant(
    name="fostering_limits",
    title="representations about limits on the number of children a person may foster",
    by="23(1)",
    omits_regulation="12",
    omits_stages=(Stage.AWAITING_INTEREST_DECISION, Stage.NOT_ACCEPTED_NO_INTEREST),
    omits_start="14(3)(a)",
    refuses=FactIs("interest_decision_needed", (False,), "no decision on interest", by="23(1)"),
)


def _varied(variant: Variant, row: Row) -> Row | None:
    match row:
        case Timescale():
            return _timescale(variant, row)
        case Obligation():
            omitted = row.by in variant.omits_duties
            return None if omitted else attrs.evolve(row, binds=_party(variant, row.binds))
        case Move():
            return _move(variant, row)
        case _:
            return row


def _timescale(variant: Variant, row: Timescale) -> Timescale:
    rules = tuple(rule for rule in row.runs_from.rules if rule.by != variant.omits_start)
    return attrs.evolve(
        row, runs_from=attrs.evolve(row.runs_from, rules=rules), binds=_party(variant, row.binds)
    )


def _move(variant: Variant, row: Move) -> Move | None:
    sources = tuple(source for source in row.sources if source not in variant.omits_stages)
    if not sources or row.target in variant.omits_stages or row.event is variant.omits_event:
        return None
    needs = row.needs
    if row.event is RepresentationsReceived:
        needs = (*needs, variant.refuses)
    return attrs.evolve(row, sources=sources, needs=needs, actor=_party(variant, row.actor))


def _party(variant: Variant, party: Party) -> Party:
    return variant.party if party is Party.AUTHORITY else party


def procedure_of(variant: Variant) -> Procedure:
    """The procedure of regulations 6 to 20 with what the variant leaves out left out."""
    regulations = tuple(
        Regulation(
            number=regulation.number,
            heading=regulation.heading,
            rows=tuple(new for row in regulation.rows if (new := _varied(variant, row))),
        )
        for regulation in LOCAL_AUTHORITY.regulations
        if regulation.number != variant.omits_regulation
    )
    return Procedure(variant.name, variant.title, regulations)


VOLUNTARY_ORGANISATION: Final = procedure_of(VOLUNTARY)
"""Representations to a voluntary organisation: regulations 21 and 22."""

FOSTERING_LIMITS: Final = procedure_of(FOSTERING)
"""Representations about fostering limits: regulation 23."""

PROCEDURES: Final[Mapping[str, Procedure]] = {
    procedure.name: procedure
    for procedure in (LOCAL_AUTHORITY, VOLUNTARY_ORGANISATION, FOSTERING_LIMITS)
}
"""Every procedure by the name that case documents use."""
