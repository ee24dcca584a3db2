# SPDX-License-Identifier: MIT
"""The working-day table for other programs: CSV, JSON, SQL and Parquet, made from the calendar."""

from __future__ import annotations

import csv
import importlib.util
import io
from collections.abc import Iterator
from datetime import date
from typing import Any, Final, Literal

import attrs
import click

from complaint_timescales._calendar_table import CalendarDay, calendar_days
from complaint_timescales._dates import spoken
from complaint_timescales.cli._inputs import as_day, as_json, print_json, with_calendar
from complaint_timescales.cli._output import write_file
from complaint_timescales.working_days import WorkingDayCalendar

FORMATS: Final = ("csv", "json", "sql", "parquet")
_WRITERS: Final[tuple[Literal["pyarrow", "polars"], ...]] = (
    "pyarrow",
    "polars",
)  # of Parquet: the first that is installed
_CHUNK: Final = 500  # rows to a statement: some databases take a thousand at most


def _rows(calendar: WorkingDayCalendar, first: date, last: date) -> Iterator[CalendarDay]:
    return calendar_days(calendar, first, last, where="--to")


def calendar_document(calendar: WorkingDayCalendar, first: date, last: date) -> dict[str, Any]:
    """The table as JSON takes it."""
    return {
        "schema": "complaint-timescales/calendar/1",
        "edition": calendar.edition,
        "fingerprint": calendar.fingerprint,
        "known_from": calendar.known_from.isoformat(),
        "known_through": calendar.known_through.isoformat(),
        "days": [
            {**attrs.asdict(day), "date": day.date.isoformat()}
            for day in _rows(calendar, first, last)
        ],
    }


def as_csv(calendar: WorkingDayCalendar, first: date, last: date) -> str:
    """The table as CSV, working days as 1 and others as 0."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(field.name for field in attrs.fields(CalendarDay))
    for day in _rows(calendar, first, last):
        writer.writerow((day.date, int(day.working_day), day.rank, day.name, day.authority))
    return text.getvalue()


def as_parquet(calendar: WorkingDayCalendar, first: date, last: date) -> bytes:
    """The table as a Parquet file, by a library that the user has."""
    writer = next((name for name in _WRITERS if importlib.util.find_spec(name)), None)
    if writer is None or importlib.util.find_spec("narwhals") is None:
        raise click.UsageError(
            "Parquet needs 'complaint-timescales[frames]', and PyArrow or Polars."
        )
    import narwhals.stable.v2 as nw  # noqa: PLC0415 - no other format needs it

    from complaint_timescales.frames import working_day_table  # noqa: PLC0415 - the same

    table = working_day_table(backend=writer, first=first, last=last, calendar=calendar)
    file = io.BytesIO()
    nw.from_native(table, eager_only=True).write_parquet(file)
    return file.getvalue()


def as_sql(calendar: WorkingDayCalendar, first: date, last: date) -> str:
    """The table as SQL that any database with the quoting of the standard takes."""
    rows = [
        f"('{day.date}', {int(day.working_day)}, {day.rank}, {_text(day.name)}, "
        f"{_text(day.authority)})"
        for day in _rows(calendar, first, last)
    ]
    parts = [_HEAD.format(edition=calendar.edition, fingerprint=calendar.fingerprint)]
    for start in range(0, len(rows), _CHUNK):
        values = ",\n".join(rows[start : start + _CHUNK])
        parts.append(f"INSERT INTO working_days VALUES\n{values};\n")
    return "".join(parts)


def _text(value: str) -> str:
    doubled = value.replace("'", "''")
    return f"'{doubled}'" if value else "NULL"


_HEAD: Final = """\
-- Working days in England, regulation 2 of SI 2006/1738. {edition}; {fingerprint}.
-- Working days after one day, up to and including another: the difference of their ranks.
-- The last day of a limit of n: the working day whose rank is that of the start, plus n.
CREATE TABLE working_days (
    "date" DATE PRIMARY KEY,
    "working_day" SMALLINT NOT NULL,
    "rank" INTEGER NOT NULL,
    "name" VARCHAR(100),
    "authority" VARCHAR(250)
);
"""


@click.command("calendar")
@click.option("--format", "form", type=click.Choice(FORMATS), default="csv", show_default=True)
@click.option("--from", "first", callback=as_day, metavar="DATE", help="The first day.")
@click.option("--to", "last", callback=as_day, metavar="DATE", help="The last day.")
@click.option("--output", metavar="FILE", help="Where to write Parquet, which is no text.")
@click.option("--force", is_flag=True, help="Write over a file that is there already.")
@with_calendar
@as_json
def calendar_command(
    *,
    form: str,
    output: str | None,
    force: bool,
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
    if (form == "parquet" and not as_json) != (output is not None):
        raise click.UsageError("Parquet is written with --output FILE, and nothing else is.")
    if as_json or form == "json":
        print_json(calendar_document(calendar, first, last))
    elif output is not None:
        write_file(as_parquet(calendar, first, last), output, force=force)
    else:
        click.echo((as_csv if form == "csv" else as_sql)(calendar, first, last), nl=False)
