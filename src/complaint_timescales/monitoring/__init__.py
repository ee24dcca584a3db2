# SPDX-License-Identifier: MIT
r"""Monitoring, regulation 13: each representation, its outcome, and whether limits were kept.

>>> rows = "Case ID,Date received,Response sent\nA1,2024-08-29,2024-09-13\n"
>>> report = annual_report(rows)
>>> report.summary[0]
'Stage 1, local resolution: 1 case received in the period, and 0 of the 1 that can be judged ...'
"""

from complaint_timescales.monitoring._entries import Entry
from complaint_timescales.monitoring._extensions import Undated
from complaint_timescales.monitoring._fields import FIELDS
from complaint_timescales.monitoring._findings_log import FindingLog
from complaint_timescales.monitoring._legs import LEGS, Leg
from complaint_timescales.monitoring._periods import FinancialYear, InvalidPeriod
from complaint_timescales.monitoring._quality import KINDS
from complaint_timescales.monitoring._report import Options, Sink, annual_report
from complaint_timescales.monitoring._shapes import (
    SUPPRESSED,
    Cell,
    Chart,
    ChartKind,
    Kind,
    Provenance,
    Report,
    ReportColumn,
    ReportTable,
    Section,
    Suppressed,
)
from complaint_timescales.monitoring._suppression import suppressed, suppressed_report
from complaint_timescales.monitoring._tallies import Cohort
from complaint_timescales.monitoring._verdicts import Judge, LegVerdict, Verdict

__all__ = [
    "FIELDS",
    "KINDS",
    "LEGS",
    "SUPPRESSED",
    "Cell",
    "Chart",
    "ChartKind",
    "Cohort",
    "Entry",
    "FinancialYear",
    "FindingLog",
    "InvalidPeriod",
    "Judge",
    "Kind",
    "Leg",
    "LegVerdict",
    "Options",
    "Provenance",
    "Report",
    "ReportColumn",
    "ReportTable",
    "Section",
    "Sink",
    "Suppressed",
    "Undated",
    "Verdict",
    "annual_report",
    "suppressed",
    "suppressed_report",
]
