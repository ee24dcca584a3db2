# SPDX-License-Identifier: MIT
"""What is not law: the guidance's timetable and local clocks, apart from the Regulations.

Nothing here is used unless it is asked for: ``case.beside(guidance.TIMETABLE)``. Each row says
where it comes from and how well that is known. The text of the 2006 guidance, "Getting the Best
from Complaints", could not be checked; its rows rest on what others say of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Final

import attrs

from complaint_timescales import events as e
from complaint_timescales._citations import Elsewhere
from complaint_timescales._kinds import (
    Limit,
    Occurrence,
    StartDate,
    StartRule,
    Timescale,
    WorkingDays,
    WorkingDaysBefore,
)
from complaint_timescales._vocabulary import Party


class Sourcing(Enum):
    """How well a row is known."""

    PUBLISHED = "published by an authority or an Ombudsman as what the guidance says"
    UNVERIFIED = "generally said of the guidance; its text was not seen"
    LOCAL = "published by an authority as its own practice; it differs from the Regulations"


@attrs.frozen
class Recommendation:
    """One row that is not law.

    Attributes:
        timescale: what is recommended, in the shape of a limit; ``by`` is never a provision.
        sourcing: how well it is known.
        remark: what it does beside the Regulations.
    """

    timescale: Timescale
    sourcing: Sourcing
    remark: str


_REQUEST: Final = (Occurrence(e.PanelRequested, "reasons_given"), e.LatePanelRequestAccepted)


def _row(
    source: str, what: str, limit: Limit, on: tuple[type[e.Event] | Occurrence, ...],
    *, since: str, binds: Party, met_by: tuple[type[e.Event], ...] = (),
) -> Timescale:  # fmt: skip
    by = Elsewhere(source)
    rule = StartRule(by=by, on=on)
    return Timescale(
        by=by, what=what, limit=limit, runs_from=StartDate(since, (rule,)), met_by=met_by,
        binds=binds,
    )  # fmt: skip


TIMETABLE: Final = (
    Recommendation(
        _row(
            "guidance: request stage 2 soon", "request an investigation", WorkingDays(20),
            (e.LocalResolutionEnded,), since="the stage 1 answer", binds=Party.COMPLAINANT,
            met_by=(e.InvestigationRequested,),
        ),
        Sourcing.PUBLISHED,
        "A recommendation to authorities; regulation 15(2) sets no limit for the request.",
    ),
    Recommendation(
        _row(
            "guidance: acknowledge a panel request", "acknowledge the request", WorkingDays(2),
            _REQUEST, since="the request for a panel", binds=Party.AUTHORITY,
        ),
        Sourcing.UNVERIFIED,
        "The Regulations set no time for acknowledging anything.",
    ),
    Recommendation(
        _row(
            "guidance: appoint the chair", "appoint the chair of the panel", WorkingDays(10),
            _REQUEST, since="the request for a panel", binds=Party.AUTHORITY,
        ),
        Sourcing.UNVERIFIED,
        "Within the 30 working days of regulation 19(4).",
    ),
    Recommendation(
        _row(
            "guidance: tell the complainant of the panel", "give notice of the date and place",
            WorkingDaysBefore(10), (e.PanelMet,), since="the day of the panel",
            binds=Party.AUTHORITY,
        ),
        Sourcing.UNVERIFIED,
        "With it, the day of the panel must be fixed by about the 20th working day.",
    ),
    Recommendation(
        _row(
            "guidance: send the papers", "send the papers to the panel", WorkingDaysBefore(10),
            (e.PanelMet,), since="the day of the panel", binds=Party.AUTHORITY,
        ),
        Sourcing.UNVERIFIED,
        "The Regulations say nothing of papers.",
    ),
)  # fmt: skip
"""The guidance's timetable, off by default."""


def _local(name: str, remark: str, start: type[e.Event], since: str) -> tuple[Recommendation, ...]:
    return tuple(
        Recommendation(
            _row(
                f"local practice: {name}, {days} working days",
                "consider the representations and send notice of the response",
                WorkingDays(days), (start,), since=since, binds=Party.AUTHORITY,
                met_by=(e.InvestigationResponseSent,),
            ),
            Sourcing.LOCAL,
            remark,
        )
        for days in (25, 65)
    )  # fmt: skip


LOCAL_CLOCKS: Final[Mapping[str, tuple[Recommendation, ...]]] = {
    "statement_agreed": _local(
        "stage 2 from the agreed statement",
        "Not statutory: 17(4)(b) starts the clock when the request is received, and 17(5) moves "
        "it just for representations that were made orally.",
        e.StatementAgreed,
        "the day on which the statement or terms of reference were agreed",
    ),
    "investigator_appointed": _local(
        "stage 2 from the appointment of the investigating officer",
        "Not statutory: the Regulations do not know of an investigating officer.",
        e.InvestigatingOfficerAppointed,
        "the day on which the investigating officer was appointed",
    ),
}
"""Clocks that authorities use in place of the Regulations' stage 2 start date, by name."""
