# SPDX-License-Identifier: MIT
"""``replay``: where each case stands."""

from __future__ import annotations

from datetime import date

import click

from complaint_timescales.cli._inputs import (
    as_day,
    as_json,
    print_json,
    read_input,
    with_calendar,
)
from complaint_timescales.cli._replay import replayed
from complaint_timescales.cli._show_results import write_cases
from complaint_timescales.working_days import WorkingDayCalendar


@click.command("replay")
@click.argument("file")
@click.option(
    "--as-at",
    callback=as_day,
    metavar="DATE",
    help="The day to look from, with what was known then.",
)
@with_calendar
@as_json
def replay_command(
    *, file: str, as_at: date | None, calendar: WorkingDayCalendar, as_json: bool
) -> None:
    """Cases to stages, deadlines and breaches.

    FILE is a case document in JSON, or JSON Lines of them; - is standard input.
    """
    if as_at is not None:
        calendar.is_working_day(as_at)  # refuses a day that it does not cover
    cases, rejected = replayed(read_input(file), calendar=calendar, as_at=as_at)
    if as_json:
        print_json(
            {
                "cases": [case.to_dict() for case in cases],
                "rejected": [each.to_dict() for each in rejected],
            }
        )
    else:
        write_cases(cases, rejected)
    click.get_current_context().exit(1 if rejected else 0)
