# SPDX-License-Identifier: MIT
"""Duties without a number: when each arose over recorded events, and what became of it."""

from __future__ import annotations

from datetime import date

import attrs

from complaint_timescales._kinds import Obligation, Procedure, happens
from complaint_timescales._shapes import Shape
from complaint_timescales.events import Event


@attrs.frozen(kw_only=True)
class Due:
    """A duty without a number that has arisen.

    Attributes:
        obligation: the row of the law.
        since: the day on which it arose.
        met_on: the day on which it was met, where an event shows that it was.
        ceased_on: the day on which it ended without being met, where one shows that it did.
    """

    obligation: Obligation
    since: date
    met_on: date | None
    ceased_on: date | None


def _arisen(row: Obligation, events: tuple[Event, ...]) -> Due:
    """A duty that arose on the first of the events, and what the others did to it."""
    for event in events:
        if happens(event, row.met_by):
            return Due(obligation=row, since=events[0].on, met_on=event.on, ceased_on=None)
        if happens(event, row.ceases_on):
            return Due(obligation=row, since=events[0].on, met_on=None, ceased_on=event.on)
    return Due(obligation=row, since=events[0].on, met_on=None, ceased_on=None)


def duties(procedure: Procedure, shape: Shape, events: tuple[Event, ...]) -> tuple[Due, ...]:
    """Those that have arisen in events of a shape, met or not, in the order they arose."""
    rows = [row for row in procedure.rows if isinstance(row, Obligation)]
    return tuple(
        _arisen(row, own[place:])
        for run in shape.runs
        for own in [events[run.start : run.own]]
        for place, event in enumerate(own)
        for row in rows
        if happens(event, row.arises_on)
        and (row.where is None or shape.received_with(row.where.fact))
    )
