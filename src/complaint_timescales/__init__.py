# SPDX-License-Identifier: MIT
"""Time limits of the children's social care complaints procedure in England.

The Children Act 1989 Representations Procedure (England) Regulations 2006 as data, a state
machine and a working-day calendar.

>>> from datetime import date
>>> due("14(1)", date(2025, 12, 18)).date
datetime.date(2026, 1, 6)
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
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

# Where each name lives. A name is loaded when it is first asked for, so that a program pays
# for what it uses: a calendar needs no law, and a help text needs neither.
_HOME: Final = {
    "Assessment": "_assessments",
    "Between": "bounds",
    "BoundedAssessment": "bounds",
    "Breach": "case",
    "Case": "case",
    "Citation": "_citations",
    "ComplaintTimescalesError": "_errors",
    "ConditionNotMet": "_procedure",
    "DatesOutOfOrder": "_errors",
    "Deadline": "_deadlines",
    "Ground": "_vocabulary",
    "InvalidCount": "_errors",
    "InvalidDate": "_errors",
    "InvalidDocument": "_errors",
    "InvalidFact": "_errors",
    "InvalidHoliday": "_errors",
    "InvalidReading": "_readings",
    "InvalidTable": "_errors",
    "NonWorkingDay": "working_days",
    "OmbudsmanDecision": "_vocabulary",
    "OpenStep": "_procedure",
    "Outcome": "_vocabulary",
    "OutsideCalendar": "_errors",
    "Party": "_vocabulary",
    "Readings": "_readings",
    "Stage": "_vocabulary",
    "StageOutcome": "_vocabulary",
    "StepNotOpen": "_procedure",
    "UnknownProvision": "_errors",
    "WorkingDayCalendar": "working_days",
    "assess": "_assessments",
    "assess_between": "bounds",
    "due": "_assessments",
    "events": "events",
    "regulations": "regulations",
}


# Modules that are no export, and can still be reached by name: complaint_timescales.variants.
_MODULES: Final = frozenset(
    {
        "arrays",
        "audit",
        "bounds",
        "check",
        "conventions",
        "diagrams",
        "frames",
        "guidance",
        "hindsight",
        "interpretations",
        "monitoring",
        "readings",
        "reconcile",
        "reports",
        "sensitivity",
        "tables",
        "testing",
        "variants",
        "working_days",
    }
)


if not TYPE_CHECKING:  # pragma: no branch - a type checker would take any name for ours

    def __getattr__(name: str) -> object:
        """A name of the library, loaded from its module when it is first asked for."""
        home = name if name in _MODULES else _HOME.get(name)
        if home is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        module = importlib.import_module(f"{__name__}.{home}")
        found = module if home == name else getattr(module, name)
        globals()[name] = found  # asked for once
        return found


def __dir__() -> list[str]:
    """The names that are there to be used."""
    return [*__all__, "__version__"]
