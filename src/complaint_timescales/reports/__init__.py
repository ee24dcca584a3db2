# SPDX-License-Identifier: MIT
"""A report as people and programs take it: a page, a workbook, a terminal, CSV and JSON.

Each form shows every figure of the report. Where a form needs a library, it is loaded when that
form is asked for. Text of the input is never mark-up, never a formula and never a control code.
"""

from __future__ import annotations

from complaint_timescales._errors import CannotWrite
from complaint_timescales._files import interruptible
from complaint_timescales.reports._csv import findings_csv, long_csv
from complaint_timescales.reports._document import report_document, write_document
from complaint_timescales.reports._errors import MissingExtra
from complaint_timescales.reports._files import replacing, replacing_bytes
from complaint_timescales.reports._formulas import as_written, without_formula
from complaint_timescales.reports._html import html_page
from complaint_timescales.reports._terminal import progress, show
from complaint_timescales.reports._workbook import workbook_bytes

__all__ = [
    "CannotWrite",
    "MissingExtra",
    "as_written",
    "findings_csv",
    "html_page",
    "interruptible",
    "long_csv",
    "progress",
    "replacing",
    "replacing_bytes",
    "report_document",
    "show",
    "without_formula",
    "workbook_bytes",
    "write_document",
]
