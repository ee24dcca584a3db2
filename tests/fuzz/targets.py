# SPDX-License-Identifier: MIT
"""Everything that takes text or bytes from outside, each as a function of bytes.

A target lets pass what the reader is promised, an error of ours, and nothing else. What it
accepts it holds to more than that: it reads again what it wrote, and no row goes missing.
To add a parser, write its function here and put it in ``TARGETS``.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final

from click.testing import CliRunner

from complaint_timescales import Case, ComplaintTimescalesError, assess, due
from complaint_timescales._citations import Citation
from complaint_timescales.check import check_table
from complaint_timescales.cli import cli
from complaint_timescales.cli._inputs import a_day
from complaint_timescales.cli._replay import replayed
from complaint_timescales.tables import Table, read_table
from complaint_timescales.working_days import WorkingDayCalendar

Target = Callable[[bytes], None]

ENGLAND: Final = WorkingDayCalendar.england()
DAY: Final = date(2025, 1, 6)
COMMANDS: Final = tuple(sorted(cli.places))
HEADS: Final = (
    "provision,start,end\n",
    "provision,start,end,working_days\n",
    "date_requested,tor_signed,adjudication,date_closed,working_days\n",
)


def text_of(data: bytes) -> str:
    """Any text at all, half a pair of surrogates too."""
    return data.decode("utf-8", "surrogatepass" if b"\xed" in data else "replace")


def lenient(data: bytes) -> str:
    """The text, or one with the bytes that are none as the system writes them in arguments."""
    try:
        return text_of(data)
    except UnicodeDecodeError:
        return data.decode("utf-8", "surrogateescape")


def case_document(data: bytes) -> None:
    """A case document; one that is accepted reads the same when it is written and read again."""
    try:
        case = Case.from_json(lenient(data))
        _ask(case)
    except ComplaintTimescalesError:
        return
    assert Case.from_json(case.to_json()) == case


def _ask(case: Case) -> None:
    """Everything that follows from a case."""
    assert case.stage in type(case.stage)
    case.deadlines(), case.breaches(), case.open_steps(), case.obligations()


def case_lines(data: bytes) -> None:
    """JSON Lines of case documents: each line is a case or is rejected with its number."""
    text = lenient(data)
    try:
        cases, rejected = replayed(text, calendar=ENGLAND)
    except ComplaintTimescalesError:
        return
    lines = [number for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    found = len(cases) + len(rejected)
    assert found in {1, len(lines)}, (found, len(lines))
    assert {each.line for each in rejected} <= set(lines)


def csv_table(data: bytes) -> None:
    """A table in CSV: each row with text in it is a row of the table or is set aside."""
    try:
        table = read_table(data)
    except ComplaintTimescalesError:
        return
    numbers = [row.number for row in table.rows] + [each.row.number for each in table.rejected]
    assert len(set(numbers)) == len(numbers)
    _check(data, table)


def checked_rows(data: bytes) -> None:
    """Rows below a header that has a meaning: each is assessed or is rejected."""
    head = HEADS[data[0] % len(HEADS)] if data else HEADS[0]
    content = head.encode() + data[1:]
    try:
        table = read_table(content)
    except ComplaintTimescalesError:
        return
    _check(content, table)


def _check(content: bytes, table: Table) -> None:
    try:
        result = check_table(content, calendar=ENGLAND)
    except ComplaintTimescalesError:
        return
    every = sorted([row.number for row in table.rows] + [e.row.number for e in table.rejected])
    told = [row.number for row in result.rows] + [each.row.number for each in result.rejected]
    assert every == sorted(told), (every, told)


def a_date(data: bytes) -> None:
    """A day on the command line is one text alone, and counts or does not."""
    text = lenient(data)
    try:
        day = a_day(text, "START")
        assert day.isoformat() == text
        ENGLAND.why_not(day)
    except ComplaintTimescalesError:
        return


def provision(data: bytes) -> None:
    """A provision has one spelling, and a limit has a last day."""
    text = lenient(data)
    try:
        assert Citation(text) == text
        assert due(text, DAY).date > DAY
        assess(text, DAY, DAY)
    except ComplaintTimescalesError:
        return


def command_line(data: bytes) -> None:
    """Arguments by lines, the first byte says of which command, the last line is the input."""
    if not data:
        return
    *given, typed = lenient(data[1:]).split("\n")
    arguments = [COMMANDS[data[0] % len(COMMANDS)], *given]
    if any("/" in each or ".." in each for each in arguments):
        return  # nothing outside of an empty folder is written or read
    with tempfile.TemporaryDirectory() as folder:
        before = Path.cwd()
        os.chdir(folder)
        try:
            ended = CliRunner().invoke(cli, arguments, input=typed.encode("utf-8", "replace"))
        finally:
            os.chdir(before)
    assert ended.exit_code in {0, 1, 2}, (arguments, ended.exit_code)
    if ended.exception is not None and not isinstance(ended.exception, SystemExit):
        raise ended.exception
    assert "Traceback" not in ended.output or "Traceback" in "".join(given)


TARGETS: Final[dict[str, Target]] = {
    "case_document": case_document,
    "case_lines": case_lines,
    "csv_table": csv_table,
    "checked_rows": checked_rows,
    "a_date": a_date,
    "provision": provision,
    "command_line": command_line,
}
