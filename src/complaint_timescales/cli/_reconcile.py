# SPDX-License-Identifier: MIT
"""``reconcile``: what gives a stated figure, or which single slip would explain it."""

from __future__ import annotations

from datetime import date

import click

from complaint_timescales.cli._inputs import as_day, as_json, print_json, with_calendar
from complaint_timescales.cli._show import write
from complaint_timescales.reconcile import reconciliation_of
from complaint_timescales.working_days import WorkingDayCalendar


@click.command("reconcile")
@click.argument("start", callback=as_day)
@click.argument("end", callback=as_day)
@click.argument("days", type=click.IntRange(min=0))
@with_calendar
@as_json
def reconcile_command(
    *, start: date, end: date, days: int, calendar: WorkingDayCalendar, as_json: bool
) -> None:
    """What gives a stated number of days, or which slip would.

    START and END are the two dates, DAYS the figure. Example: reconcile 2022-03-28 2022-06-13 57
    """
    found = reconciliation_of(start, end, days, calendar=calendar)
    if as_json:
        print_json(found.to_dict())
    else:
        write(*found.explain().split("\n"))
