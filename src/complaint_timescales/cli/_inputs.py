# SPDX-License-Identifier: MIT
"""What the command line takes in: days, changes to the calendar, and how a refusal is said."""

from __future__ import annotations

import contextlib
import functools
import json
import os
import re
import signal
import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from importlib import import_module
from typing import Any, Final, TextIO, TypeVar, cast

import click

from complaint_timescales._errors import (
    ComplaintTimescalesError,
    InvalidDate,
    InvalidDocument,
    InvalidHoliday,
    InvalidTable,
)
from complaint_timescales._files import interruptible
from complaint_timescales._readings import Readings
from complaint_timescales.cli._show import shown
from complaint_timescales.working_days import WorkingDayCalendar

Changes = tuple[tuple[date, str], ...]
Command = TypeVar("Command", bound=Callable[..., Any])
_ISO: Final = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_JSON = f"{__name__}.json"
_SIGPIPE: Final = 13  # not every system has the signal, but every shell knows the number


def a_day(text: str, where: str) -> date:
    """The day that an argument names, which is written one way only."""
    try:
        # fromisoformat takes other ISO forms too, weeks among them; the command line has one.
        if _ISO.fullmatch(text):
            return date.fromisoformat(text)
        what = "a date is needed"
    except ValueError as error:
        what = "there is no such day" if "range" in str(error) else "a date is needed"
    remedy = "Write it year first, as 2024-08-29"
    raise InvalidDate(what, where=where, written=text, remedy=remedy)


def as_day(_: click.Context, param: click.Parameter, value: str | None) -> date | None:
    """What the text of a parameter says, as a day."""
    return None if value is None else a_day(value, _called(param))


def as_changes(_: click.Context, param: click.Parameter, values: tuple[str, ...]) -> Changes:
    """Days and what becomes of each, written ``2026-06-15=Name``."""
    changes = []
    for value in values:
        day, sign, rest = value.partition("=")
        if not sign:
            remedy = f"Write {_called(param)} {_FORM[_called(param)]}"
            raise InvalidHoliday(
                "an equals sign is needed", where=_called(param), written=value, remedy=remedy
            )
        changes.append((a_day(day, _called(param)), rest))
    return tuple(changes)


def _called(param: click.Parameter) -> str:
    return param.opts[0] if isinstance(param, click.Option) else param.human_readable_name


def _once(changes: Iterable[tuple[date, Any]], where: str) -> dict[date, Any]:
    found: dict[date, Any] = {}
    for day, value in changes:
        if day in found:
            raise InvalidHoliday(
                "the day is given twice",
                where=where,
                written=day.isoformat(),
                remedy="Give it once",
            )
        found[day] = value
    return found


_FORM: Final = {"--extra-holiday": "DATE=NAME", "--moved": "FROM=TO"}


def with_calendar(command: Command) -> Command:
    """Options that change the calendar; the command gets the calendar that they make."""

    @functools.wraps(command)
    def run(
        *, extra_holiday: Changes, moved: Changes, as_known_on: date | None = None, **given: Any
    ) -> Any:
        calendar = WorkingDayCalendar.england(
            extra_holidays=_once(extra_holiday, "--extra-holiday"),
            moved=_once([(day, a_day(to, "--moved")) for day, to in moved], "--moved"),
            as_known_on=as_known_on,
        )
        return command(calendar=calendar, **given)

    with_moved = _repeatable("--moved", "A bank holiday, and the day instead of it.")(run)
    with_extra = _repeatable("--extra-holiday", "A bank holiday proclaimed since this release.")
    return cast("Command", with_extra(with_moved))


def with_dated_calendar(command: Command) -> Command:
    """The same, and the day by whose end the bank holidays were announced."""
    known = "Count by the bank holidays that were announced by the end of that day."
    option = click.option("--as-known-on", callback=as_day, metavar="DATE", help=known)
    return option(with_calendar(command))


def _repeatable(name: str, words: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    return click.option(
        name, callback=as_changes, multiple=True, metavar=_FORM[name], help=f"{words} Repeatable."
    )


as_json = click.option(
    "--json", "as_json", is_flag=True, help="One JSON document on standard output."
)


def as_readings(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> Readings:
    """The readings named on the command line, ``I-17=next_working_day`` and so on."""
    pairs = [value.partition("=") for value in values]
    return Readings.of({number: option for number, _, option in pairs})


with_readings = click.option(
    "--reading",
    "readings",
    multiple=True,
    callback=as_readings,
    metavar="NUMBER=OPTION",
    help="Another reading than the default: I-17=next_working_day. May be repeated.",
)


def bytes_of(path: str) -> bytes:
    """What a file holds, or standard input for ``-``."""
    from complaint_timescales.tables import read_bytes  # noqa: PLC0415 - `due` reads none

    if path != "-":
        return read_bytes(path)
    if sys.stdin is None:  # the process was started without one
        raise _unreadable_input("it is closed")
    try:
        return sys.stdin.buffer.read()
    except OSError as error:
        raise _unreadable_input(str(error.strerror)) from None


def _unreadable_input(reason: str) -> InvalidTable:
    return InvalidTable(
        f"it cannot be read: {reason}",
        where="standard input",
        remedy="Give a file, or pipe one in",
    )


def read_input(path: str) -> str:
    """The text of a file, or of standard input for ``-``."""
    from complaint_timescales.tables import decoded  # noqa: PLC0415 - as above

    name = "standard input" if path == "-" else path
    try:
        return decoded(bytes_of(path), name)
    except InvalidTable as error:
        remedy = "Give a file of JSON, written as UTF-8"
        raise InvalidDocument(error.what, where=name, remedy=remedy) from None


def print_json(document: object) -> None:
    """One JSON document, in characters that every terminal and pipe takes."""
    click.echo(json.dumps(document, indent=2))


def message_of(error: ComplaintTimescalesError) -> str:
    """The message of an error, with a date in it as the command line writes dates."""
    if isinstance(error.written, date):
        return str(error).replace(repr(error.written), error.written.isoformat())
    return str(error)


def error_fields(error: ComplaintTimescalesError) -> dict[str, Any]:
    """An error as JSON takes it."""
    return {
        "kind": type(error).__name__,
        "message": message_of(error),
        "what": error.what,
        "where": error.where,
        "written": None if error.written is None else str(error.written),
        "rule": error.rule,
        "remedy": error.remedy,
    }


def _say(text: str) -> None:
    try:
        click.echo(text, err=True)
    except OSError:  # it is full or closed too
        _give_up(sys.stderr)


def _give_up(stream: TextIO) -> None:
    """Send what is left to nowhere: Python would try it again as it ends, and complain."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


class Commands(click.Group):
    """Commands whose refusals are one message on standard error, and status 2.

    ``places`` says of each command by name which module of this package holds it, and under which
    name there.

    A command that is stopped ends as a shell reports it, with 128 and the number of the signal:
    0 and 1 say that everything was done.
    """

    def __init__(self, *args: Any, places: Mapping[str, str], **given: Any) -> None:
        super().__init__(*args, **given)
        self.places = places

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the alphabet."""
        return sorted([*self.places, *super().list_commands(ctx)])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, imported when it is first asked for."""
        place = self.places.get(cmd_name)
        if place is None:
            return super().get_command(ctx, cmd_name)
        module, _, name = place.partition(":")
        command: click.Command = getattr(import_module(f"{__package__}.{module}"), name)
        return command

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run, and say in a line that what should be written cannot be."""
        try:
            return super().main(*args, **extra)
        except OSError as error:  # files that are read have their own refusal
            _give_up(sys.stdout)
            _say(f"Error: the output cannot be written: {error.strerror or error}.")
            sys.exit(2)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Remember whether JSON was asked for, for an argument can be refused before it is read."""
        ctx.meta[_JSON] = "--json" in args
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command, and say a refusal as the reader asked for it."""
        try:
            with interruptible():
                return super().invoke(ctx)
        except ComplaintTimescalesError as error:
            if ctx.meta[_JSON]:
                print_json({"error": error_fields(error)})
            click.echo(f"Error: {shown(message_of(error))}", err=True)
            ctx.exit(2)
        except click.UsageError as error:
            if ctx.meta[_JSON]:
                message = error.format_message()
                print_json({"error": {"kind": "UsageError", "message": message, "what": message}})
            raise
        except BrokenPipeError:  # whoever read the output has enough of it
            _give_up(sys.stdout)
            ctx.exit(128 + _SIGPIPE)
        except KeyboardInterrupt:
            _say("Stopped.")
            ctx.exit(128 + signal.SIGINT)
