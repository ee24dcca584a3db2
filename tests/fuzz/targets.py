# SPDX-License-Identifier: MIT
"""Everything that takes text or bytes from outside, each as a function of bytes.

A target lets pass what the reader is promised, an error of ours, and nothing else. What it
accepts it holds to more than that: it reads again what it wrote, and no row goes missing.
To add a parser, write its function here and put it in ``TARGETS``.
"""

from __future__ import annotations

import contextlib
import functools
import io
import os
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Final

import xlsxwriter  # type: ignore[import-untyped]
from click.testing import CliRunner

from complaint_timescales import Case, ComplaintTimescalesError, assess, due
from complaint_timescales._citations import Citation
from complaint_timescales.audit import AuditResult, audit_publication, audit_table
from complaint_timescales.check import check_table
from complaint_timescales.cli import cli
from complaint_timescales.cli._inputs import a_day
from complaint_timescales.cli._replay import replayed
from complaint_timescales.monitoring import FIELDS, Cohort, Options, annual_report
from complaint_timescales.reports import findings_csv, long_csv, write_document
from complaint_timescales.tables import ColumnMap, Rejected, Table, read_table, records_of
from complaint_timescales.working_days import WorkingDayCalendar

Target = Callable[[bytes], None]

ENGLAND: Final = WorkingDayCalendar.england()
DAY: Final = date(2025, 1, 6)
# A letter each, so that a seed means the same when there is another command: it goes to the end.
COMMANDS: Final = (
    *("assess", "calendar", "check", "demo", "due", "explain", "picture", "procedure"),
    *("reconcile", "remedy", "replay", "sensitivity", "what-if", "why", "report", "audit"),
)
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


def column_map(data: bytes) -> None:
    """A column map in TOML; one that is accepted fits a table or is refused with its reason."""
    try:
        said = ColumnMap.from_toml(data)
        list(records_of(ROWS, FIELDS, column_map=said))
    except ComplaintTimescalesError:
        return


ROWS: Final = "Case ID,Date received,Response sent,Outcome\nA1,29/08/2024,12/09/2024,Upheld\n"


def monitoring_rows(data: bytes) -> None:
    """The rows of a record: each has its place, and as many come as were counted."""
    try:
        records = records_of(data, FIELDS)
        found = list(records)
    except ComplaintTimescalesError:
        return
    assert len(found) == records.row_count, (len(found), records.row_count)
    numbers = [row.row.number if isinstance(row, Rejected) else row.number for row in found]
    assert numbers == sorted(set(numbers)), numbers


def workbook(data: bytes) -> None:
    """A workbook: as it is, or with one part of it replaced, which the first byte says."""
    if data:
        kind, name = PARTS[(data[0] - ord("a")) % len(PARTS)]
        monitoring_rows(_with_part(kind, name, data[1:]))


def _with_part(kind: str, name: str, part: bytes) -> bytes:
    """A workbook with another part in the place of its own; without a name, the part alone."""
    if not name:
        return part
    parts = {**_parts(kind), name: part}
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for each, content in parts.items():
            archive.writestr(each, content)
    return made.getvalue()


@functools.cache
def _parts(kind: str) -> dict[str, bytes]:
    made = io.BytesIO()
    if kind == "ods":
        made.write(DATA.joinpath("complaints.ods").read_bytes())
    elif kind == "xlsx":
        with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
            sheet = book.add_worksheet()
            sheet.write_row(0, 0, ["Ref", "Date received"])
            sheet.write_row(1, 0, ["A1", date(2024, 8, 29)], book.add_format({"num_format": 14}))
    else:
        return {}
    with zipfile.ZipFile(made) as whole:
        return {each: whole.read(each) for each in whole.namelist()}


DATA: Final = Path(__file__).parents[1] / "data"
PARTS: Final = (
    ("xls", ""),  # which has no parts that are packed
    ("ods", "content.xml"),
    ("xlsx", "xl/worksheets/sheet1.xml"),
    ("xlsx", "xl/sharedStrings.xml"),
    ("xlsx", "xl/styles.xml"),
    ("xlsx", "xl/workbook.xml"),
    ("xlsb", "xl/worksheets/sheet1.bin"),
)


def whole_report(data: bytes) -> None:
    """The annual report, written out: each row is an entry or is set aside."""
    entries = 0

    def told(_: object, __: object) -> None:
        nonlocal entries
        entries += 1

    try:
        report = annual_report(data, options=OPTIONS[len(data) % 2], calendar=ENGLAND, sink=told)
    except ComplaintTimescalesError:
        return
    with report.findings:
        rows, aside = report.provenance.rows, report.provenance.rejected
        assert entries + aside == rows, (entries, aside, rows)
        for write in (write_document, long_csv):
            write(report, io.StringIO())
        findings_csv(report.findings, io.StringIO())


OPTIONS: Final = (
    Options(as_at=date(2025, 6, 30), suppress_below=5, set_aside_repeats=True),
    Options(as_at=date(2025, 6, 30), cohorts=(Cohort.CLOSED,)),
)


def checked_bytes(data: bytes) -> None:
    """Any bytes, checked."""
    with contextlib.suppress(ComplaintTimescalesError):
        check_table(data, calendar=ENGLAND).to_dict()


def audited_table(data: bytes) -> None:
    """A printed table, recounted."""
    with contextlib.suppress(ComplaintTimescalesError):
        _told(audit_table(data, calendar=ENGLAND))


def audited_publication(data: bytes) -> None:
    """A publication in TOML, recounted; the tables that it names are not there."""
    if b"/dev" in data or b"/proc" in data:
        return
    with tempfile.TemporaryDirectory() as folder, contextlib.suppress(ComplaintTimescalesError):
        _told(audit_publication(lenient(data), folder=folder, calendar=ENGLAND))


def _told(result: AuditResult) -> None:
    assert result.exit_status in {0, 1}
    assert result.to_dict()
    assert all(result.lines())


@contextlib.contextmanager
def _folder(typed: bytes) -> Iterator[None]:
    """An empty folder to work in, but for what was typed, as a table and as a document."""
    with tempfile.TemporaryDirectory() as folder:
        for name in ("it.csv", "it.toml"):
            Path(folder, name).write_bytes(typed)
        before = Path.cwd()
        os.chdir(folder)
        try:
            yield
        finally:
            os.chdir(before)


def command_line(data: bytes) -> None:
    """A letter for the command, its arguments by lines, a blank line, and then the input."""
    if not data:
        return
    given, _, typed = lenient(data[1:]).partition("\n\n")
    arguments = [COMMANDS[(data[0] - ord("a")) % len(COMMANDS)], *given.split("\n")]
    if any("/" in each or ".." in each for each in arguments):
        return  # nothing outside of the folder is written or read
    content = typed.encode("utf-8", "replace")
    with _folder(content):
        ended = CliRunner().invoke(cli, arguments, input=content)
    assert ended.exit_code in {0, 1, 2}, (arguments, ended.exit_code)
    if ended.exception is not None and not isinstance(ended.exception, SystemExit):
        raise ended.exception
    assert "Traceback" not in ended.output or "Traceback" in lenient(data)


TARGETS: Final[dict[str, Target]] = {
    "case_document": case_document,
    "case_lines": case_lines,
    "csv_table": csv_table,
    "checked_rows": checked_rows,
    "a_date": a_date,
    "provision": provision,
    "column_map": column_map,
    "monitoring_rows": monitoring_rows,
    "workbook": workbook,
    "whole_report": whole_report,
    "checked_bytes": checked_bytes,
    "audited_table": audited_table,
    "audited_publication": audited_publication,
    "command_line": command_line,
}
