# SPDX-License-Identifier: MIT
"""``report``: the annual report of regulation 13(3), out of a file of cases."""

from __future__ import annotations

import contextlib
import csv
import sys
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, BinaryIO, NoReturn, TextIO

import attrs
import click
from rich.console import Console

from complaint_timescales._dates import counted
from complaint_timescales._readings import Readings
from complaint_timescales.cli._inputs import as_day, as_json, with_calendar, with_readings
from complaint_timescales.monitoring import (
    Cohort,
    Entry,
    FinancialYear,
    LegVerdict,
    Options,
    Report,
    Sink,
    Undated,
    annual_report,
)
from complaint_timescales.reports import (
    findings_csv,
    html_page,
    long_csv,
    progress,
    replacing,
    replacing_bytes,
    show,
    without_formula,
    workbook_bytes,
    write_document,
)
from complaint_timescales.tables import ColumnMap
from complaint_timescales.working_days import WorkingDayCalendar

VERDICT_COLUMNS = (
    "row", "case_ref", "leg", "provision", "verdict", "start", "end", "due",
    "working_days_min", "working_days_max", "days_over", "reason",
)  # fmt: skip


@attrs.frozen
class Outputs:
    """The files to write; None where one is not asked for."""

    html: str | None
    xlsx: str | None
    csv: str | None
    findings: str | None
    verdicts: str | None


def _a_year(_: click.Context, __: click.Parameter, value: str | None) -> FinancialYear | None:
    return None if value is None else FinancialYear.named(value)


def as_values(
    _: click.Context, param: click.Parameter, values: tuple[str, ...]
) -> tuple[tuple[str, str], ...]:
    """Columns with a value each, written ``Team=North``."""
    pairs = tuple(value.partition("=") for value in values)
    for value, (column, mark, _rest) in zip(values, pairs, strict=True):
        if not mark or not column:
            raise click.BadParameter(f"{value!r} is not COLUMN=VALUE, as Team=North", param=param)
    return tuple((column, value) for column, _mark, value in pairs)


def _a_file(name: str, words: str) -> Callable[..., Any]:
    return click.option(name, metavar="FILE", help=words)


@click.command("report")
@click.argument("file")
@click.option("--columns", metavar="TOML", help="The column map, where names need explaining.")
@click.option("--year", callback=_a_year, help="The financial year, as 2024/25; else every one.")
@click.option("--as-at", callback=as_day, metavar="DATE", help="The day to judge open cases on.")
@click.option(
    "--cohort",
    type=click.Choice(["received", "closed", "both"]),
    default="both",
    show_default=True,
    help="Which cases a period counts.",
)
@click.option("--by", multiple=True, metavar="COLUMN", help="Divide by a column. Repeatable.")
@click.option(
    "--only",
    callback=as_values,
    multiple=True,
    metavar="COLUMN=VALUE",
    help="Count just the rows with this value. Repeatable.",
)
@click.option(
    "--undated-extensions",
    type=click.Choice([each.value for each in Undated]),
    default=Undated.CANNOT_TELL.value,
    show_default=True,
    help="What an extension without a date is taken for.",
)
@click.option("--set-aside-repeats", is_flag=True, help="Do not count a row that comes twice.")
@click.option(
    "--suppress-below",
    type=click.IntRange(min=2),
    metavar="N",
    help="Withhold counts from 1 to N - 1, and what tells them.",
)
@click.option("--title", default=Options().title, help="The title of the report.")
@_a_file("--html", "Write it as a page.")
@_a_file("--xlsx", "Write it as a workbook.")
@_a_file("--csv", "Write every figure on a line.")
@_a_file("--findings", "Write every finding as CSV, with cells as written.")
@_a_file("--verdicts", "Write the verdict on each stage of each row as CSV, for internal use.")
@with_readings
@with_calendar
@as_json
def report_command(
    *,
    file: str,
    columns: str | None,
    calendar: WorkingDayCalendar,
    as_json: bool,
    **chosen: Any,
) -> None:
    """The annual report on a file of cases, regulation 13(3).

    FILE is CSV, XLSX, XLS or ODS, with a row for each case or for each stage of one; - is
    standard input. Without a file to write, it is shown here. Every row is counted, or set aside
    and listed among the findings, and then the exit status is 1.

    Example: report cases.xlsx --year 2024/25 --as-at 2025-06-30 --html report.html
    """
    outputs = Outputs(**{name: chosen.pop(name) for name in attrs.fields_dict(Outputs)})
    options = _options(**chosen)
    column_map = None if columns is None else ColumnMap.from_toml(columns)
    with _rows_to(outputs.verdicts) as sink, _told(sys.stderr) as told:
        report = annual_report(
            _source(file),
            column_map=column_map,
            options=options,
            calendar=calendar,
            name="standard input" if file == "-" else file,
            progress=told,
            sink=sink,
        )
        with report.findings:
            _write(report, outputs, as_json=as_json)
    click.get_current_context().exit(report.exit_status)


def _options(
    *,
    year: FinancialYear | None,
    as_at: date | None,
    cohort: str,
    by: tuple[str, ...],
    only: tuple[tuple[str, str], ...],
    undated_extensions: str,
    set_aside_repeats: bool,
    suppress_below: int | None,
    title: str,
    readings: Readings,
) -> Options:
    return Options(
        year=year,
        as_at=as_at,
        cohorts=tuple(Cohort) if cohort == "both" else (Cohort(cohort),),
        by=by,
        only=only,
        undated=Undated(undated_extensions),
        set_aside_repeats=set_aside_repeats,
        suppress_below=suppress_below,
        title=title,
        readings=readings,
    )


def _source(file: str) -> str | BinaryIO:
    return sys.stdin.buffer if file == "-" else file


@contextlib.contextmanager
def _rows_to(path: str | None) -> Iterator[Sink | None]:
    """Something that writes the verdicts on each row to a file, whole or not at all."""
    if path is None:
        yield None
        return
    with replacing(path) as stream:
        writer = csv.writer(stream)
        writer.writerow(VERDICT_COLUMNS)

        def write(entry: Entry, legs: tuple[LegVerdict, ...]) -> None:
            reference = without_formula(entry.reference)
            for leg in legs:
                writer.writerow([entry.number, reference, *leg.to_dict().values()])

        yield write


@contextlib.contextmanager
def _told(stream: TextIO) -> Iterator[Callable[[int, int], None] | None]:
    """A bar on a terminal; nothing elsewhere, for nobody watches."""
    with progress(Console(file=stream)) as advance:
        before = 0

        def tell(number: int, _: int) -> None:
            nonlocal before
            advance(number - before)
            before = number

        yield tell


def _write(report: Report, outputs: Outputs, *, as_json: bool) -> None:
    if outputs.html is not None:
        page = html_page(report)
        with replacing(outputs.html) as stream:
            stream.write(page)
    if outputs.xlsx is not None:
        workbook = workbook_bytes(report)
        with replacing_bytes(outputs.xlsx) as bytes_out:
            bytes_out.write(workbook)
    if outputs.csv is not None:
        with replacing(outputs.csv) as stream:
            long_csv(report, stream)
    if outputs.findings is not None:
        with replacing(outputs.findings) as stream:
            findings_csv(report.findings, stream)
    if as_json:
        write_document(report, sys.stdout)
    elif any(attrs.astuple(outputs)):
        _say_written(report, outputs)
    else:
        show(report, _Terminal())


class _Terminal(Console):
    """A terminal that leaves a closed pipe to the command: rich would end it with 1."""

    def on_broken_pipe(self) -> NoReturn:
        """Raise the error again that is being handled."""
        raise  # noqa: PLE0704 - rich calls this where it has caught it


def _say_written(report: Report, outputs: Outputs) -> None:
    for sentence in report.summary:
        click.echo(sentence)
    found, rejected = len(report.findings), report.provenance.rejected
    rows = report.provenance.rows
    click.echo(f"{counted(found, 'finding')} in {counted(rows, 'row')}; {rejected:,} set aside.")
    for name, path in attrs.asdict(outputs).items():
        if path is not None:
            click.echo(f"Written, {name}: {path}")
