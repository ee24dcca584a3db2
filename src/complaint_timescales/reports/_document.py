# SPDX-License-Identifier: MIT
"""A report as one JSON document."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from typing import Any, Final, TextIO

from complaint_timescales.monitoring import Report
from complaint_timescales.tables import Finding

SCHEMA: Final = "complaint-timescales/report/1"
FINDINGS: Final = 1_000
EXAMPLES: Final = 5


def report_document(report: Report, *, findings: int = FINDINGS) -> dict[str, Any]:
    """A report as JSON takes it, under ``complaint-timescales/report/1``.

    ``data_quality`` has the number of findings of each kind, the first few of each, and the first
    ``findings`` of them all, with the number of those left out. A withheld figure is ``[c]``, a
    figure that is not there ``null``, and a date is as ISO 8601 writes it.
    """
    return {
        **_head(report),
        "data_quality": _quality(report, list(_first(report, max(findings, 0)))),
    }


def write_document(report: Report, stream: TextIO, *, findings: int | None = None) -> None:
    """Write the same document finding by finding, so that a million of them take no memory.

    ``findings`` is how many are written at most, and None writes every one.
    """
    limit = len(report.findings) if findings is None else max(findings, 0)
    quality = _quality(report, [], kept=min(limit, len(report.findings)))
    del quality["findings"]
    head = json.dumps({**_head(report), "data_quality": quality}, ensure_ascii=False, indent=2)
    # The document closes three brackets from its end: the findings go in before that.
    stream.write(head.removesuffix("\n  }\n}"))
    stream.write(',\n    "findings": [')
    between = ""
    for finding in _first(report, limit):
        stream.write(f"{between}\n      {json.dumps(finding.to_dict(), ensure_ascii=False)}")
        between = ","
    stream.write("\n    ]\n  }\n}\n" if between else "]\n  }\n}\n")


def _first(report: Report, limit: int) -> Iterator[Finding]:
    return islice(iter(report.findings), limit)


def _head(report: Report) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "title": report.title,
        "period": report.period,
        "summary": list(report.summary),
        "sections": [
            {"key": each.key, "title": each.title, "introduction": each.introduction}
            for each in report.sections
        ],
        "tables": [
            {"section": section.key, **table.to_dict()}
            for section in report.sections
            for table in section.tables
        ],
        "provenance": report.provenance.to_dict(),
    }


def _quality(report: Report, findings: list[Finding], *, kept: int | None = None) -> dict[str, Any]:
    shown = len(findings) if kept is None else kept
    return {
        "rows": report.provenance.rows,
        "rejected": report.provenance.rejected,
        "total": len(report.findings),
        "counts": dict(sorted(report.findings.counts.items())),
        "examples": [each.to_dict() for each in report.findings.examples(EXAMPLES)],
        "left_out": len(report.findings) - shown,
        "findings": [each.to_dict() for each in findings],
    }
