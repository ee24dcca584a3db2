# SPDX-License-Identifier: MIT
"""``due``, ``assess`` and ``why``: what can be asked of a day or two."""

from __future__ import annotations

from datetime import date

import click

from complaint_timescales._assessments import assess, due
from complaint_timescales._dates import spoken
from complaint_timescales._readings import Readings
from complaint_timescales.cli._hindsight import known_words, write_due
from complaint_timescales.cli._inputs import (
    as_day,
    as_json,
    print_json,
    with_dated_calendar,
    with_readings,
)
from complaint_timescales.cli._show import heading, write
from complaint_timescales.working_days import WorkingDayCalendar


@click.command("due")
@click.argument("provision")
@click.argument("start", callback=as_day)
@with_dated_calendar
@with_readings
@as_json
def due_command(
    *,
    provision: str,
    start: date,
    calendar: WorkingDayCalendar,
    readings: Readings,
    as_json: bool,
) -> None:
    """The last day of a time limit, and why it is that day.

    START is day 0. Example: due '17(6)' 2024-08-29
    """
    deadline = due(provision, start, calendar=calendar, readings=readings)
    write_due(deadline, provision, readings, as_json=as_json)


@click.command("assess")
@click.argument("provision")
@click.argument("start", callback=as_day)
@click.argument("end", callback=as_day, required=False)
@click.option(
    "--as-at",
    callback=as_day,
    metavar="DATE",
    help="The day to look from, where the act is not done.",
)
@with_dated_calendar
@with_readings
@as_json
def assess_command(
    *,
    provision: str,
    start: date,
    end: date | None,
    as_at: date | None,
    calendar: WorkingDayCalendar,
    readings: Readings,
    as_json: bool,
) -> None:
    """Whether a time limit was met, and by how much it was not.

    START is day 0, END the day of the act. Example: assess '17(6)' 2022-02-22 2022-06-14
    """
    if end is None and as_at is None:
        raise click.UsageError("Give END, the day of the act, or --as-at, the day to look from.")
    verdict = assess(provision, start, end, as_at=as_at, calendar=calendar, readings=readings)
    if as_json:
        print_json(verdict.to_dict())
    else:
        first, *rest = verdict.explain().split("\n")
        write(heading(first), *rest)


@click.command("why")
@click.argument("day", callback=as_day, metavar="DATE")
@with_dated_calendar
@as_json
def why_command(*, day: date, calendar: WorkingDayCalendar, as_json: bool) -> None:
    """Why a day is, or is not, a working day. Example: why 2024-04-01."""
    reason, provisional = calendar.why_not(day), calendar.is_provisional(day)
    if as_json:
        print_json(
            {
                "date": day.isoformat(),
                "working_day": reason is None,
                "name": reason and reason.name,
                "authority": reason and reason.authority,
                "provisional": provisional,
            }
        )
        return
    if reason is None:
        write(f"{spoken(day)} is a working day.")
    else:
        called = "" if reason.name in spoken(day) else f": {reason.name}"
        write(f"{spoken(day)} is not a working day{called}.", f"Authority: {reason.authority}.")
    if provisional:
        known = spoken(calendar.known_through)
        write(f"Provisional: bank holidays are published to {known}.")
    write(*known_words(calendar))
