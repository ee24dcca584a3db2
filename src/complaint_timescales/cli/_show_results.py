# SPDX-License-Identifier: MIT
"""Checked tables and replayed cases, as people read them."""

from __future__ import annotations

from collections.abc import Iterable

from rich.table import Table

from complaint_timescales._assessments import Assessment
from complaint_timescales._dates import counted, spoken
from complaint_timescales._vocabulary import Outcome
from complaint_timescales.check import CheckedRow, CheckResult, Reading
from complaint_timescales.cli._replay import RejectedCase, Replayed
from complaint_timescales.cli._show import bullets, heading, shown, table, write
from complaint_timescales.explain import trace_of, verdict_in_words
from complaint_timescales.tables import Finding

# ---------------------------------------------------------------------------------------
# A checked table
# ---------------------------------------------------------------------------------------


def write_check(result: CheckResult, *beside: str) -> None:
    """A checked table: its rows, what does not agree, what was set aside, what it comes to."""
    rows, summary = result.rows, result.summary
    if rows:
        write(_general(rows) if rows[0].provision else _stage_2(rows))
    found = [_found(row, finding) for row in rows for finding in row.findings]
    if found:
        write("", heading("What does not agree"), bullets(found))
    if result.rejected:
        write("", heading("Rejected"), bullets(each.reason for each in result.rejected))
    write("", heading("Summary"), bullets([*summary.lines(), *beside]))
    if summary.assumptions and rows:
        write("", heading("What this rests on"), bullets(summary.assumptions))


def _found(row: CheckedRow, finding: Finding) -> str:
    return row.name + str(finding).removeprefix(f"row {row.number}")


def _stage_2(rows: tuple[CheckedRow, ...]) -> Table:
    clocks = [reading.clock for reading in rows[0].readings]
    heads = [f"{clock.name[0].upper()}{clock.name[1:]} ({clock.span})" for clock in clocks]
    return table(
        ["Row", *heads, "Stated figure"],
        [[_row(row), *map(_reading, row.readings), _stated(row)] for row in rows],
    )


def _general(rows: tuple[CheckedRow, ...]) -> Table:
    return table(
        ["Row", "Provision", "Verdict", "Stated figure"],
        [[_row(row), row.provision or "", _reading(row.readings[0]), _stated(row)] for row in rows],
    )


def _row(row: CheckedRow) -> str:
    # The labels are of any length and in any number: those that say something, on lines of theirs.
    labels = [f"{shown(name)}: {shown(cell)}" for name, cell in row.labels.items() if cell.strip()]
    return "\n".join([shown(row.name), *labels])


def _reading(reading: Reading) -> str:
    days = [] if reading.working_days is None else [counted(reading.working_days, "working day")]
    told = [_verdict(verdict) for verdict in reading.assessments if not reading.reason]
    return "\n".join([*days, *told] or [f"cannot tell: {reading.reason}"])


def _verdict(verdict: Assessment) -> str:
    limit = str(verdict.limit) if verdict.deadline.in_working_days else "1 year"
    return {
        Outcome.MET: f"within {limit}",
        Outcome.MISSED: f"{verdict.days_over} over {limit}",
        Outcome.RUNNING: f"not done, and within {limit} so far",
        Outcome.OVERDUE: f"not done, and {verdict.days_over} over {limit}",
        Outcome.UNDETERMINED: "cannot tell",
    }[verdict.outcome]


def _stated(row: CheckedRow) -> str:
    if row.stated is None:
        return ""
    by = f"{row.reproduced_by[0]}" if row.reproduced_by else "from no two of its dates"
    return f"{row.stated}: {by}"


# ---------------------------------------------------------------------------------------
# Cases
# ---------------------------------------------------------------------------------------


def write_cases(cases: Iterable[Replayed], rejected: tuple[RejectedCase, ...]) -> None:
    """Where each case stands, and the documents that are no cases."""
    for case in cases:
        write(heading(f"{case.reference}: {case.stage.words}"))
        if case.verdicts:
            write(_deadlines(case))
        if case.breaches:
            write(bullets(breach.explain().partition("\n")[0] for breach in case.breaches))
        leading = [step for step in case.open_steps if step.leads_to != (case.stage,)]
        if leading:
            write("Open from here:", bullets(map(str, leading)))
        write("")
    if rejected:
        reasons = (f"line {each.line}: {each.reason}" for each in rejected)
        write(heading("Rejected"), bullets(reasons))


def _deadlines(case: Replayed) -> Table:
    rows = []
    for verdict in case.verdicts:
        deadline = verdict.deadline
        due = f"{spoken(verdict.due)}{' (provisional)' if verdict.provisional else ''}"
        told = verdict_in_words(trace_of(verdict))
        rows.append([str(verdict.provision), deadline.timescale.what, due, told])
    return table(["Provision", "To do", "Due", "Verdict"], rows)
