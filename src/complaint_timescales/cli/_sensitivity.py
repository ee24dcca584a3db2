# SPDX-License-Identifier: MIT
"""The command that asks whether another reading would flip a verdict."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs
import click

from complaint_timescales.case import Case
from complaint_timescales.check import check_table, in_words, sensitivity_of_table
from complaint_timescales.cli._inputs import (
    as_day,
    as_json,
    print_json,
    read_input,
    with_calendar,
)
from complaint_timescales.cli._show import bullets, write
from complaint_timescales.sensitivity import Sensitivity, sensitivity, sensitivity_of
from complaint_timescales.working_days import WorkingDayCalendar


@click.command("sensitivity")
@click.argument("provision", required=False)
@click.argument("start", required=False, callback=as_day)
@click.argument("end", required=False, callback=as_day)
@click.option("--case", "case_file", metavar="FILE", help="A case document instead of dates.")
@click.option("--table", "table_file", metavar="FILE", help="A table instead of dates.")
@click.option("--as-at", callback=as_day, metavar="DATE", help="The day to look from.")
@with_calendar
@as_json
def sensitivity_command(
    *,
    provision: str | None,
    start: date | None,
    end: date | None,
    case_file: str | None,
    table_file: str | None,
    as_at: date | None,
    calendar: WorkingDayCalendar,
    as_json: bool,
) -> None:
    """Whether another reading would flip the verdict.

    PROVISION START [END], or --case FILE, or --table FILE.
    """
    if table_file is not None:
        rows = sensitivity_of_table(
            check_table(read_input(table_file), calendar=calendar, as_at=as_at).rows
        )
        _finish([row.to_dict() for row in rows], in_words(rows), as_json=as_json)
        return
    found = _found(provision, start, end, case_file, as_at, calendar)
    _finish([each.to_dict() for each in found], [each.explain() for each in found], as_json=as_json)


def _found(
    provision: str | None,
    start: date | None,
    end: date | None,
    case_file: str | None,
    as_at: date | None,
    calendar: WorkingDayCalendar,
) -> tuple[Sensitivity, ...]:
    if case_file is not None:
        case = Case.from_json(read_input(case_file))
        return sensitivity(attrs.evolve(case, calendar=calendar), as_at)
    if provision is None or start is None:
        raise click.UsageError("give PROVISION and START, or --case FILE, or --table FILE")
    return (sensitivity_of(provision, start, end, as_at=as_at, calendar=calendar),)


def _finish(documents: list[dict[str, Any]], lines: list[str], *, as_json: bool) -> None:
    if as_json:
        print_json({"sensitivity": documents})
    else:
        write(bullets(lines))
