# SPDX-License-Identifier: MIT
"""Time limits of the children's social care complaints procedure in England.

The Children Act 1989 Representations Procedure (England) Regulations 2006 as data, a state
machine and a working-day calendar.

>>> from datetime import date
>>> due("14(1)", date(2025, 12, 18)).date
datetime.date(2026, 1, 6)
"""

from complaint_timescales import events, regulations
from complaint_timescales._citations import Citation
from complaint_timescales._deadlines import Assessment, Deadline, assess, due
from complaint_timescales._errors import (
    ComplaintTimescalesError,
    DatesOutOfOrder,
    InvalidCount,
    InvalidDate,
    InvalidDocument,
    InvalidFact,
    InvalidHoliday,
    InvalidTable,
    OutsideCalendar,
    UnknownProvision,
)
from complaint_timescales._procedure import ConditionNotMet, OpenStep, StepNotOpen
from complaint_timescales._vocabulary import (
    Finding,
    Ground,
    OmbudsmanDecision,
    Outcome,
    Party,
    Stage,
)
from complaint_timescales.case import Breach, Case
from complaint_timescales.working_days import NonWorkingDay, WorkingDayCalendar

__version__ = "0.1.0"

__all__ = [
    "Assessment",
    "Breach",
    "Case",
    "Citation",
    "ComplaintTimescalesError",
    "ConditionNotMet",
    "DatesOutOfOrder",
    "Deadline",
    "Finding",
    "Ground",
    "InvalidCount",
    "InvalidDate",
    "InvalidDocument",
    "InvalidFact",
    "InvalidHoliday",
    "InvalidTable",
    "NonWorkingDay",
    "OmbudsmanDecision",
    "OpenStep",
    "Outcome",
    "OutsideCalendar",
    "Party",
    "Stage",
    "StepNotOpen",
    "UnknownProvision",
    "WorkingDayCalendar",
    "assess",
    "due",
    "events",
    "regulations",
]
