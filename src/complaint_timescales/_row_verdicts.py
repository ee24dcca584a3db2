# SPDX-License-Identifier: MIT
"""What is said of each row of many: the verdicts, and why there is none, by number."""

from __future__ import annotations

from typing import Final

from complaint_timescales._assessments import timescale_of
from complaint_timescales._errors import UnknownProvision
from complaint_timescales._kinds import WorkingDays
from complaint_timescales._vocabulary import Outcome

OUTCOMES: Final = (Outcome.MET, Outcome.MISSED, Outcome.RUNNING, Outcome.OVERDUE)
"""The verdicts, by code: 0 to 3."""

FINDINGS: Final = (
    "not done, and no day to look from",
    "no start",
    "the start is outside the calendar",
    "the last day is outside the calendar",
    "the end is before the start",
    "the end is outside the calendar",
    "the day looked from is before the start",
)
"""Why a row has no verdict, by code: 4 and up. ``assess`` refuses all but the first."""

NOT_DONE, NO_START, START_OUT, DUE_OUT, BACKWARDS, END_OUT, TOO_EARLY = range(
    len(OUTCOMES), len(OUTCOMES) + len(FINDINGS)
)


def limit_of(provision: str) -> int:
    """The limit of a provision in working days; a limit of a year is refused."""
    limit = timescale_of(provision).limit
    if isinstance(limit, WorkingDays):
        return limit.number
    raise UnknownProvision(
        f"a limit of {limit} is counted by the calendar, and a table of working days has no say",
        where="provision",
        written=provision,
        remedy="Use assess() for each row",
    )
