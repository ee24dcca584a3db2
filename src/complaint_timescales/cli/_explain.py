# SPDX-License-Identifier: MIT
"""The command that tells why a date is that date, to whoever asks."""

from __future__ import annotations

from datetime import date

import click

from complaint_timescales._assessments import assess
from complaint_timescales._readings import Readings
from complaint_timescales._trace import Trace
from complaint_timescales.case import Case
from complaint_timescales.cli._inputs import (
    as_day,
    as_json,
    print_json,
    read_input,
    with_calendar,
    with_readings,
)
from complaint_timescales.cli._show import heading, write
from complaint_timescales.explain import NOTHING, READERS, trace_of, traces_of
from complaint_timescales.working_days import WorkingDayCalendar


@click.command("explain")
@click.argument("provision", required=False)
@click.argument("start", required=False, callback=as_day)
@click.argument("end", required=False, callback=as_day)
@click.option("--case", "case_file", metavar="FILE", help="A case document instead of dates.")
@click.option("--as-at", callback=as_day, metavar="DATE", help="The day to look from.")
@click.option(
    "--for",
    "reader",
    type=click.Choice(list(READERS)),
    default="manager",
    show_default=True,
    help="Who is to read it.",
)
@with_calendar
@with_readings
@as_json
def explain_command(
    *,
    provision: str | None,
    start: date | None,
    end: date | None,
    case_file: str | None,
    as_at: date | None,
    reader: str,
    calendar: WorkingDayCalendar,
    readings: Readings,
    as_json: bool,
) -> None:
    """A date and its reasons, for one reader or another.

    PROVISION START [END], or --case FILE for each limit of a case; - is standard input.
    Example: explain '17(3)' 2025-02-03 --as-at 2025-03-04 --for complainant
    """
    if case_file is not None:
        if provision is not None:
            raise click.UsageError("Give PROVISION and START, or --case FILE, and not both.")
        case = Case.from_json(read_input(case_file), calendar=calendar)
        case = case.under(readings) if readings.pairs else case
        if as_at is not None:
            calendar.is_working_day(as_at)  # refuses a day that it does not cover
        _finish(traces_of(case, as_at), reader, reference=case.reference, as_json=as_json)
        return
    if provision is None or start is None:
        raise click.UsageError("Give PROVISION and START, or --case FILE.")
    verdict = assess(provision, start, end, as_at=as_at, calendar=calendar, readings=readings)
    _finish((trace_of(verdict),), reader, reference=None, as_json=as_json)


def _finish(
    traces: tuple[Trace, ...], reader: str, *, reference: str | None, as_json: bool
) -> None:
    if as_json:
        head = {} if reference is None else {"reference": reference}
        print_json({**head, "traces": [trace.to_dict() for trace in traces]})
        return
    if reference is not None:
        write(heading(f"Case {reference}"), *([] if traces else [NOTHING]))
    for number, trace in enumerate(traces):
        apart = [""] if reader != "line" and (number or reference is not None) else []
        write(*apart, *READERS[reader](trace).split("\n"))
