# SPDX-License-Identifier: MIT
"""One entry of the record: a row of a file, with its dates where the procedure has them.

Files come in two shapes. In one a row is a case, with a column for each date of each stage. In the
other a row is a stage of a case: it names the stage, and its few dates mean another step in each.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Final, TypeVar

import attrs

from complaint_timescales.bounds import Between
from complaint_timescales.monitoring._periods import in_words
from complaint_timescales.tables import DATE_FORMATS, Decoded, Finding, Value, is_missing
from complaint_timescales.working_days import WorkingDayCalendar

Day = date | Between
_Cell = TypeVar("_Cell")
_DAYS: Final = (date, Between)  # the same, and quicker to ask for


@attrs.frozen
class Entry:
    """One row: what it says, under the names that the procedure has for it.

    Attributes:
        number: the row as a spreadsheet shows it.
        stage: the stage that the row is about, or 0 where it is about the whole case.
        values: what each mapped column says, by its canonical name.
        written: the cells as they were written, by canonical name.
        columns: the file's own name of each column, by canonical name.
        labels: the cells of all other columns, by the file's own names.
        unread: the canonical names of the cells that say something that cannot be used.
        findings: why they cannot.
        days: the dates among the values, and their bounds.
    """

    number: int
    stage: int
    values: Mapping[str, Value]
    written: Mapping[str, str]
    columns: Mapping[str, str]
    labels: Mapping[str, str]
    unread: frozenset[str]
    findings: tuple[Finding, ...]
    days: dict[str, Day] = attrs.field(init=False, repr=False, eq=False)

    @days.default
    def _of_the_values(self) -> dict[str, Day]:
        # Worked out once, for they are asked for a hundred times.
        return {name: day for name, day in self.values.items() if isinstance(day, _DAYS)}

    @property
    def reference(self) -> str:
        """What the authority calls the case, or an empty text."""
        return self.text("case_ref")

    def text(self, name: str) -> str:
        """A text, without the spaces around it; empty where there is none."""
        value = self.values.get(name)
        return value.strip() if isinstance(value, str) else ""

    def day(self, name: str) -> Day | None:
        """A date, or its bounds, or None."""
        return self.days.get(name)

    def says(self, name: str) -> bool | None:
        """A yes or a no, or None where the row does not say."""
        value = self.values.get(name)
        return value if isinstance(value, bool) else None

    def illegible(self, names: Iterable[str]) -> str:
        """Which of some columns says something that cannot be used, or an empty text."""
        for name in names if self.unread else ():
            if name in self.unread:
                return f"'{self.columns[name]}' cannot be read"
        return ""

    def label(self, column: str) -> str:
        """A cell of any column, by the file's own name."""
        cell = self.labels.get(column)
        if cell is None:
            named = (name for name, own in self.columns.items() if own == column)
            cell = self.written.get(next(named, ""), "")
        return " ".join(cell.split())

    def finding(self, kind: str, what: str, name: str, **rest: str) -> Finding:
        """Something about a cell of the row, under the file's own name for its column."""
        return Finding(
            row=self.number,
            kind=kind,
            what=what,
            column=self.columns.get(name, ""),
            written=self.written.get(name),
            **rest,
        )


def earliest(day: Day) -> date:
    """The first day that it can be."""
    return day.earliest if isinstance(day, Between) else day


def latest(day: Day) -> date:
    """The last day that it can be."""
    return day.latest if isinstance(day, Between) else day


# What a column means in a row about a stage.
_IN_STAGE: Final[Mapping[int, Mapping[str, str]]] = {
    0: {},
    1: {},
    2: {
        "received": "stage2_requested", "responded": "adjudication_sent",
        "extended": "stage2_extended", "extension_decided": "extension_notified",
        "outcome": "stage2_outcome",
    },
    3: {"received": "stage3_requested", "responded": "final_response", "outcome": "stage3_outcome"},
}  # fmt: skip
# The date that a column with the name of a flag can hold instead.
_DAYS_OF: Final = {"extended": "extension_decided", "stage2_extended": "extension_notified"}
# What was found at the end of each stage, with the day of its end and that by which it opens.
_ENDS: Final = (
    ("outcome", "responded", "received"),
    ("stage2_outcome", "adjudication_sent", "stage2_requested"),
    ("stage3_outcome", "final_response", "stage3_requested"),
)
# What came of mediation that resolved matters.
_RESOLVED: Final = ("resolved", "matters resolved", "agreement reached", "settled", "successful")
_BY_STAGE: Final = ("stage2_requested", "adjudication_sent", "stage3_requested", "final_response")
_STAGES: Final = {
    **dict.fromkeys(("1", "s1", "stage1", "one", "i", "localresolution"), 1),
    **dict.fromkeys(("2", "s2", "stage2", "two", "ii", "investigation"), 2),
    **dict.fromkeys(("3", "s3", "stage3", "three", "iii", "panel", "reviewpanel"), 3),
}


def rows_are_stages(columns: Collection[str]) -> bool:
    """Whether a row of a file with these columns is a stage of a case, and not a case."""
    return "stage" in columns and not any(name in columns for name in _BY_STAGE)


def stage_of(text: str) -> int | None:
    """The stage that a cell names: ``S2``, ``Stage 2``, ``Statutory Stage Two``; or None.

    >>> stage_of("Statutory Stage Two"), stage_of("S1"), stage_of("Corporate")
    (2, 1, None)
    """
    words = re.sub(r"[^a-z0-9]|statutory|childrens|complaint", "", text.casefold().replace("'", ""))
    return _STAGES.get(words) or _STAGES.get(words.removeprefix("stage"))


class Reader:
    """Makes entries of rows, all of them by the columns that the file has."""

    def __init__(self, columns: Mapping[str, str], calendar: WorkingDayCalendar) -> None:
        """For a file with these columns: the file's own name of each, by canonical name."""
        self.by_stage = rows_are_stages(columns)
        self.columns = columns
        self._first, self._last = calendar.known_from, calendar.provisional_through
        self._columns = {
            stage: {moved.get(name, name): column for name, column in columns.items()}
            for stage, moved in _IN_STAGE.items()
        }

    def entry(self, row: Decoded) -> Entry | Finding:
        """The entry in a row; or why it cannot be placed."""
        if not self.by_stage:
            return self._checked(row, 0, {})
        stage = stage_of(row.written["stage"])
        return (
            _no_stage(row, self._columns[0])
            if stage is None
            else self._checked(row, stage, _IN_STAGE[stage])
        )

    def _checked(self, row: Decoded, stage: int, moved: Mapping[str, str]) -> Entry:
        entry = Entry(
            row.number,
            stage,
            _moved(row.values, moved),
            _moved(row.written, moved),
            self._columns[stage],
            row.labels,
            frozenset(moved.get(name, name) for name in row.unread),
            tuple(map(self._advised, row.findings)),
        )
        outside = [name for name, day in entry.days.items() if not self._covers(day)]
        return _with_end(self._without(entry, outside) if outside else entry)

    def _advised(self, finding: Finding) -> Finding:
        """A finding; with better advice where a column for yes and no holds days."""
        for flag, field in _DAYS_OF.items():
            of_flag = flag in self.columns and finding.column == self.columns[flag]
            if of_flag and field not in self.columns and _is_day(finding.written or ""):
                days = f'{field} = "{finding.column}"'
                remedy = f"If these are days, say so under [columns] in the column map: {days}"
                return attrs.evolve(finding, remedy=remedy)
        return finding

    def _covers(self, day: Day) -> bool:
        return self._first <= earliest(day) and latest(day) <= self._last

    def _without(self, entry: Entry, names: list[str]) -> Entry:
        """The entry without the dates that nothing can be counted by, each of them reported."""
        found = [
            entry.finding(
                "outside_calendar",
                "the date is outside the calendar, so nothing is counted by it",
                name,
                rule=f"the calendar runs from {in_words(self._first)} to {in_words(self._last)}",
                remedy="Check the year",
            )
            for name in names
        ]
        return attrs.evolve(
            entry,
            values={n: None if n in names else value for n, value in entry.values.items()},
            unread=entry.unread | frozenset(names),
            findings=(*entry.findings, *found),
        )


def _with_end(entry: Entry) -> Entry:
    """The entry with bounds for an end that is recorded as an outcome, and has no day.

    It came between the receipt of what ended and the closing of the file.
    """
    closed = entry.day("closed")
    if closed is None:
        return entry
    for name, opens in (
        ("withdrawn", _withdrawn_from(entry)),
        ("resolved_by_mediation", _resolved_from(entry)),
    ):
        if opens and entry.day(name) is None and name not in entry.unread:
            opened = entry.day(opens)
            first = closed if opened is None or earliest(opened) > latest(closed) else opened
            bounds = Between(earliest(first), latest(closed))
            return attrs.evolve(entry, values={**entry.values, name: bounds})
    return entry


def _withdrawn_from(entry: Entry) -> str:
    """The column by which that opened which an outcome says was withdrawn, or an empty text."""
    for outcome, end, opens in _ENDS:
        if entry.text(outcome).casefold() == "withdrawn" and entry.day(end) is None:
            return opens
    return ""


def _resolved_from(entry: Entry) -> str:
    """The column by which that opened which mediation resolved, or an empty text."""
    if entry.text("mediation_outcome").casefold() not in _RESOLVED:
        return ""
    for _, end, opens in reversed(_ENDS):
        if entry.day(opens) is not None:
            return opens if entry.day(end) is None else ""
    return ""


def _moved(cells: Mapping[str, _Cell], names: Mapping[str, str]) -> Mapping[str, _Cell]:
    return {names.get(name, name): cell for name, cell in cells.items()} if names else cells


def _is_day(cell: str) -> bool:
    return any(form.fits(cell) for form in DATE_FORMATS)


def _no_stage(row: Decoded, columns: Mapping[str, str]) -> Finding:
    cell = row.written["stage"]
    return Finding(
        row=row.number,
        kind="unknown_stage",
        what="the row names no stage" if is_missing(cell) else "not a stage of the procedure",
        column=columns["stage"],
        written=cell,
        rule="stage 1 is regulation 14, stage 2 is 17 and stage 3 is 19",
        remedy="Write Stage 1, Stage 2 or Stage 3",
    )
