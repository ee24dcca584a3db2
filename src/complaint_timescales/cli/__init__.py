# SPDX-License-Identifier: MIT
"""The command line: due dates, verdicts, reasons, tables and cases; text for people, or JSON."""

from __future__ import annotations

import sys
from datetime import date
from importlib import metadata

import click

from complaint_timescales import diagrams
from complaint_timescales._assessments import assess, due
from complaint_timescales._dates import spoken
from complaint_timescales._readings import Readings
from complaint_timescales.check import CheckResult, check_table
from complaint_timescales.cli._calendar import FORMATS, as_csv, as_sql, calendar_document
from complaint_timescales.cli._explain import explain_command
from complaint_timescales.cli._hindsight import known_words, write_due
from complaint_timescales.cli._inputs import (
    Commands,
    as_day,
    as_json,
    print_json,
    read_input,
    with_calendar,
    with_dated_calendar,
)
from complaint_timescales.cli._picture import picture_command
from complaint_timescales.cli._reconcile import reconcile_command
from complaint_timescales.cli._replay import replayed
from complaint_timescales.cli._sensitivity import sensitivity_command, with_readings
from complaint_timescales.cli._show import heading, write, write_cases, write_check
from complaint_timescales.cli._whatif import remedy_command, what_if_command
from complaint_timescales.demo import SOURCE, STATEMENT, sandwell
from complaint_timescales.tables import DATE_FORMATS, read_bytes
from complaint_timescales.variants import PROCEDURES
from complaint_timescales.working_days import WorkingDayCalendar

__all__ = ["cli"]


def _say_version(ctx: click.Context, _: click.Parameter, value: object) -> None:
    if value:
        try:
            click.echo(f"complaint-timescales {metadata.version('complaint-timescales')}")
        except metadata.PackageNotFoundError:
            click.echo("complaint-timescales, from a checkout that is not installed")
        ctx.exit()


@click.group(
    cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80}
)
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_say_version)
def cli() -> None:
    """Time limits of the children's social care complaints procedure in England.

    SI 2006/1738, with England's working days. Dates are written year first, as 2024-08-29.
    A provision is written as the Regulations number it, as 17(3); quote it in a shell.
    Exit status: 0 done; 1 done, and some rows or cases were rejected; 2 not done.
    """


@cli.command("due")
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


@cli.command("assess")
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


@cli.command("why")
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


@cli.command("check")
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
    source = sys.stdin.buffer.read() if file == "-" else read_bytes(file)
    result = check_table(source, name=name, calendar=calendar, as_at=as_at, date_format=date_format)
    _finish(result, as_json=as_json)


@cli.command("demo")
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


@cli.command("replay")
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


@cli.command("procedure")
@click.option(
    "--format",
    "form",
    type=click.Choice(["mermaid", "json", "markdown"]),
    default="markdown",
    show_default=True,
)
@click.option(
    "--of",
    type=click.Choice(list(PROCEDURES)),
    default="local_authority",
    show_default=True,
    help="Whose procedure it is.",
)
@as_json
def procedure_command(*, form: str, of: str, as_json: bool) -> None:
    """The stages, steps and time limits, with their provisions."""
    makers = {
        "mermaid": diagrams.mermaid,
        "json": diagrams.to_json,
        "markdown": diagrams.markdown,
    }
    click.echo(makers["json" if as_json else form](PROCEDURES[of]), nl=False)


@cli.command("calendar")
@click.option("--format", "form", type=click.Choice(FORMATS), default="csv", show_default=True)
@click.option("--from", "first", callback=as_day, metavar="DATE", help="The first day.")
@click.option("--to", "last", callback=as_day, metavar="DATE", help="The last day.")
@with_calendar
@as_json
def calendar_command(
    *,
    form: str,
    first: date | None,
    last: date | None,
    calendar: WorkingDayCalendar,
    as_json: bool,
) -> None:
    """The working-day table, for other programs.

    With it a deadline is two look-ups. The rank of a day is the number of working days after
    the first day of the calendar, up to and including it: the working days after one day, and
    up to another, are the difference of their ranks.
    """
    first = calendar.known_from if first is None else first
    last = calendar.known_through if last is None else last
    if last > calendar.known_through:
        known = spoken(calendar.known_through)
        click.echo(f"Note: days after {known} are provisional.", err=True)
    if as_json or form == "json":
        print_json(calendar_document(calendar, first, last))
    else:
        click.echo((as_csv if form == "csv" else as_sql)(calendar, first, last), nl=False)


for _command in (
    explain_command,
    picture_command,
    reconcile_command,
    remedy_command,
    sensitivity_command,
    what_if_command,
):
    cli.add_command(_command)
