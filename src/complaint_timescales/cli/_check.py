# SPDX-License-Identifier: MIT
"""``check`` and ``demo``: a table, row by row."""

from __future__ import annotations

from datetime import date

import click

from complaint_timescales.check import CheckResult, check_table
from complaint_timescales.cli._inputs import as_day, as_json, bytes_of, print_json, with_calendar
from complaint_timescales.cli._show import write
from complaint_timescales.cli._show_results import write_check
from complaint_timescales.demo import SOURCE, STATEMENT, sandwell
from complaint_timescales.tables import DATE_FORMATS
from complaint_timescales.working_days import WorkingDayCalendar


@click.command("check")
@click.argument("file")
@click.option(
    "--as-at",
    callback=as_day,
    metavar="DATE",
    help="The day to look from, where an act is not dated.",
)
@click.option(
    "--date-format",
    type=click.Choice([form.name for form in DATE_FORMATS]),
    help="How all dates are written; else it is found for each column, day first.",
)
@with_calendar
@as_json
def check_command(
    *,
    file: str,
    as_at: date | None,
    date_format: str | None,
    calendar: WorkingDayCalendar,
    as_json: bool,
) -> None:
    """Each row of a CSV table assessed.

    What does not agree in it is listed, and no row is left out of the account.

    FILE is a table of investigations (the dates of the request, the signed terms of reference,
    the adjudication and the closing), or of limits (provision, start, end); - is standard input.
    """
    name = "standard input" if file == "-" else file
    result = check_table(
        bytes_of(file), name=name, calendar=calendar, as_at=as_at, date_format=date_format
    )
    _finish(result, as_json=as_json)


@click.command("demo")
@as_json
def demo_command(*, as_json: bool) -> None:
    """The main job on a published table: Sandwell, 2022/23."""
    if not as_json:
        write(SOURCE, "")
    _finish(sandwell(), f'The report itself says: "{STATEMENT}"', as_json=as_json)


def _finish(result: CheckResult, *beside: str, as_json: bool) -> None:
    if as_json:
        print_json(result.to_dict())
    else:
        write_check(result, *beside)
    click.get_current_context().exit(result.exit_status)
