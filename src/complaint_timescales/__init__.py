# SPDX-License-Identifier: MIT
"""Time limits of the children's social care complaints procedure in England.

The Children Act 1989 Representations Procedure (England) Regulations 2006 as data, a state
machine and a working-day calendar.

>>> from datetime import date
>>> due("14(1)", date(2025, 12, 18)).date
datetime.date(2026, 1, 6)
"""

from complaint_timescales import events, regulations
from complaint_timescales._assessments import Assessment, assess, due
from complaint_timescales._citations import Citation
from complaint_timescales._deadlines import Deadline
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
from complaint_timescales._readings import InvalidReading, Readings
from complaint_timescales._vocabulary import (
    Ground,
    OmbudsmanDecision,
    Outcome,
    Party,
    Stage,
    StageOutcome,
)
from complaint_timescales.bounds import Between, BoundedAssessment, assess_between
from complaint_timescales.case import Breach, Case
from complaint_timescales.working_days import NonWorkingDay, WorkingDayCalendar

__version__ = "0.1.0"

__all__ = [
    "Assessment",
    "Between",
    "BoundedAssessment",
    "Breach",
    "Case",
    "Citation",
    "ComplaintTimescalesError",
    "ConditionNotMet",
    "DatesOutOfOrder",
    "Deadline",
    "Ground",
    "InvalidCount",
    "InvalidDate",
    "InvalidDocument",
    "InvalidFact",
    "InvalidHoliday",
    "InvalidReading",
    "InvalidTable",
    "NonWorkingDay",
    "OmbudsmanDecision",
    "OpenStep",
    "Outcome",
    "OutsideCalendar",
    "Party",
    "Readings",
    "Stage",
    "StageOutcome",
    "StepNotOpen",
    "UnknownProvision",
    "WorkingDayCalendar",
    "assess",
    "assess_between",
    "due",
    "events",
    "regulations",
]
