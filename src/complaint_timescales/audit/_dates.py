# SPDX-License-Identifier: MIT
"""Tables of dates, which ``check_table`` knows, as claims among the others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from complaint_timescales._dates import listed
from complaint_timescales.audit._shapes import AuditResult, Judgement, Unread, Verdict
from complaint_timescales.check import CheckedRow, CheckResult, check_table
from complaint_timescales.conventions import START_DAY_NOT_COUNTED
from complaint_timescales.tables import Finding, Source, Table, plain_name
from complaint_timescales.working_days import WorkingDayCalendar

# The columns by which `check_table` tells its two kinds of table.
_DATED: Final = frozenset({"provision", "date_of_request", "stage2_requested", "date_tor_signed"})
_OF_THE_FIGURE: Final = frozenset({"other_convention", "not_reproduced"})


def is_dated(table: Table) -> bool:
    """Whether it is a table of investigations or of limits."""
    return bool(_DATED & set(map(plain_name, table.header)))


def dated_result(
    source: Source, *, name: str, calendar: WorkingDayCalendar | None = None
) -> AuditResult:
    """The claims of a table of dates: each stated figure, and each date that cannot be right."""
    checked = check_table(source, name=name, calendar=calendar)
    return AuditResult(
        name=checked.table,
        judgements=(
            *(judgement for row in checked.rows for judgement in _of_row(checked.table, row)),
            *_one_way(checked),
        ),
        rejected=tuple(
            Unread(
                f"{checked.table}, row {finding.row}{finding.column and f', {finding.column}'}",
                finding.what,
                finding.written or "",
                finding.rule,
                finding.remedy,
            )
            for each in checked.rejected
            for finding in each.findings
        ),
    )


def _of_row(table: str, row: CheckedRow) -> Iterator[Judgement]:
    where = f"{table}, {row.name}"
    about = {finding.kind: finding for finding in row.findings}
    if row.stated is not None:
        found = next((about[kind] for kind in about if kind in _OF_THE_FIGURE), None)
        by = str(row.reproduced_by[0]) if row.reproduced_by else "no two of the row's dates give it"
        right = bool(row.reproduced_by) and (
            row.reproduced_by[0].convention is START_DAY_NOT_COUNTED
        )
        yield Judgement(
            kind="duration",
            where=where,
            stated=f"{row.stated} working days",
            verdict=Verdict.AGREES if right else Verdict.DOES_NOT_AGREE,
            recount=by,
            what="" if found is None or not row.reproduced_by else "it is counted otherwise",
            rule="" if found is None else found.rule,
            remedy="" if found is None else found.remedy,
        )
    yield from (
        _of_finding(where, finding)
        for finding in row.findings
        if finding.kind not in _OF_THE_FIGURE
    )


def _of_finding(where: str, finding: Finding) -> Judgement:
    # An act on a Sunday is odd, and can be; one before what it answers cannot.
    impossible = finding.kind == "impossible_order"
    return Judgement(
        kind=finding.kind,
        where=f"{where}, {finding.column}",
        stated=finding.written or "",
        verdict=Verdict.CANNOT_BE if impossible else Verdict.CANNOT_TELL,
        what=finding.what,
        rule=finding.rule,
        remedy=finding.remedy,
    )


def _one_way(checked: CheckResult) -> Iterator[Judgement]:
    """Whether all figures of the column are had in one way."""
    ways, none = checked.summary.reproduced, checked.summary.not_reproduced
    if not ways and not none:
        return
    told = [f"{way}: {listed(list(rows))}" for way, rows in ways.items()]
    told += [f"in no way known here: {listed(list(none))}"] if none else []
    one = len(told) == 1
    yield Judgement(
        kind="one_way_of_counting",
        where=checked.table,
        stated="all figures of one column",
        verdict=Verdict.AGREES if one else Verdict.DOES_NOT_AGREE,
        recount="; ".join(told),
        what="" if one else f"they are had in {len(told)} ways",
        rule="" if one else "figures of one column are counted in one way",
        remedy="" if one else "Count all of them from the same act, and say from which",
    )
