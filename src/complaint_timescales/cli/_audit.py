# SPDX-License-Identifier: MIT
"""``audit``: a published table or statement, recounted."""

from __future__ import annotations

import click

from complaint_timescales.audit import AuditResult, Verdict, audit_file
from complaint_timescales.cli._inputs import as_json, print_json, with_calendar
from complaint_timescales.cli._show import bullets, heading, write
from complaint_timescales.working_days import WorkingDayCalendar

# What somebody has to look at comes first.
_ORDER = (
    Verdict.CANNOT_BE,
    Verdict.DOES_NOT_AGREE,
    Verdict.CANNOT_TELL,
    Verdict.AGREES_IF_TRUNCATED,
    Verdict.AGREES,
)


@click.command("audit")
@click.argument("file")
@with_calendar
@as_json
def audit_command(*, file: str, calendar: WorkingDayCalendar, as_json: bool) -> None:
    """A published table or statement, recounted.

    FILE is a table in CSV, or a publication in TOML: its claims, and the tables beside it.
    """
    result = audit_file(file, calendar=calendar)
    if as_json:
        print_json(result.to_dict())
    else:
        _write(result)
    click.get_current_context().exit(result.exit_status)


def _write(result: AuditResult) -> None:
    write(heading(result.name))
    for verdict in _ORDER:
        if found := result.of(verdict):
            title = f"{verdict.value[0].upper()}{verdict.value[1:]}"
            write("", heading(title), bullets(_without(str(each), verdict) for each in found))
    if result.rejected:
        write("", heading("Rejected"), bullets(map(str, result.rejected)))
    write("", heading("Summary"), bullets(result.lines()))


def _without(text: str, verdict: Verdict) -> str:
    """A claim under a heading that says its verdict already."""
    return text.replace(f": {verdict.value}", "", 1)
