# SPDX-License-Identifier: MIT
"""The command that draws: a time limit as a calendar, or a case over time, as SVG."""

from __future__ import annotations

from datetime import date

import click

from complaint_timescales._assessments import assess, due
from complaint_timescales.case import Case
from complaint_timescales.cli._inputs import as_day, read_input, with_calendar
from complaint_timescales.cli._output import write_file
from complaint_timescales.pictures import calendar_strip, timeline
from complaint_timescales.working_days import WorkingDayCalendar


@click.command("picture")
@click.argument("provision", required=False)
@click.argument("start", callback=as_day, required=False)
@click.argument("end", callback=as_day, required=False)
@click.option("--as-at", callback=as_day, metavar="DATE", help="The day to look from.")
@click.option(
    "--case", "file", metavar="FILE", help="A case document to draw; - is standard input."
)
@click.option("--output", metavar="FILE", help="Where to write; else standard output.")
@click.option("--force", is_flag=True, help="Write over the file of --output.")
@with_calendar
def picture_command(
    *,
    provision: str | None,
    start: date | None,
    end: date | None,
    as_at: date | None,
    file: str | None,
    output: str | None,
    force: bool,
    calendar: WorkingDayCalendar,
) -> None:
    """A time limit or a case as a picture, in SVG.

    With PROVISION and START, day 0, a calendar of the limit; END is the day of the act. With
    --case, the case over time. Example: picture '17(6)' 2022-02-22 2022-06-14 --output it.svg
    """
    if file is not None and provision is None:
        case = Case.from_json(read_input(file), calendar=calendar)
        drawn = timeline(case, as_at=as_at)
    elif file is None and provision is not None and start is not None:
        drawn = _limit(provision, start, end, as_at, calendar)
    else:
        raise click.UsageError("Give PROVISION and START, or --case FILE, and not both.")
    write_file(drawn.encode(), output, force=force)


def _limit(
    provision: str,
    start: date,
    end: date | None,
    as_at: date | None,
    calendar: WorkingDayCalendar,
) -> str:
    if end is None and as_at is None:
        return calendar_strip(due(provision, start, calendar=calendar))
    return calendar_strip(assess(provision, start, end, as_at=as_at, calendar=calendar))
