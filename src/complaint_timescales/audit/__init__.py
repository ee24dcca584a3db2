# SPDX-License-Identifier: MIT
"""A published table or statement, audited: each claim recounted, and what does not agree.

>>> print(Percentage(where="Table 7", part=30, whole=241, stated="12%").check())
Table 7: 12%: agrees: 30 of 241 is 12.45%, rounded
"""

from __future__ import annotations

import os
from pathlib import Path

from complaint_timescales.audit._figures import Figure
from complaint_timescales.audit._publication import (
    KINDS,
    Claim,
    audit_publication,
    claim_of,
)
from complaint_timescales.audit._said import (
    QUARTERS,
    Change,
    Comparison,
    Duration,
    Quarter,
    QuotedLimit,
)
from complaint_timescales.audit._shapes import AuditResult, Judgement, Unread, Verdict
from complaint_timescales.audit._sums import (
    Beside,
    Count,
    Mean,
    Over,
    Percentage,
    Percentages,
    Sum,
    WeightedSum,
)
from complaint_timescales.audit._tables import audit_table
from complaint_timescales.tables import decoded, read_bytes
from complaint_timescales.working_days import WorkingDayCalendar

__all__ = [
    "KINDS",
    "QUARTERS",
    "AuditResult",
    "Beside",
    "Change",
    "Claim",
    "Comparison",
    "Count",
    "Duration",
    "Figure",
    "Judgement",
    "Mean",
    "Over",
    "Percentage",
    "Percentages",
    "Quarter",
    "QuotedLimit",
    "Sum",
    "Unread",
    "Verdict",
    "WeightedSum",
    "audit_file",
    "audit_publication",
    "audit_table",
    "claim_of",
]


def audit_file(
    path: str | os.PathLike[str], *, calendar: WorkingDayCalendar | None = None
) -> AuditResult:
    """A file, audited: a publication where its name ends in ``.toml``, and else a table in CSV.

    The tables that a publication names are looked for beside it. ``calendar`` is what tables of
    dates are counted over, England's unless another is given.
    """
    path = Path(path)
    content = read_bytes(path)
    if path.suffix.casefold() == ".toml":
        text = decoded(content, path.name)
        return audit_publication(text, folder=path.parent, name=path.name, calendar=calendar)
    return audit_table(content, name=path.name, calendar=calendar)
