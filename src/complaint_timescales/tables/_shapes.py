# SPDX-License-Identifier: MIT
"""What a table is made of, and what can be found in it."""

from __future__ import annotations

import re
from typing import Any

import attrs

from complaint_timescales._errors import ComplaintTimescalesError


@attrs.frozen(kw_only=True)
class Finding:
    """Something about a row that a reader of the table should know.

    Attributes:
        row: its number as a spreadsheet shows it, where the header is row 1.
        kind: a word for the kind of finding, the same in every release.
        what: what was found, in a sentence without its full stop.
        column: the name of the column as the file writes it, or an empty text.
        written: the cell as it was written, or None.
        rule: the provision or the rule that it is measured by, or an empty text.
        remedy: what to do about it, or an empty text.
    """

    row: int
    kind: str
    what: str
    column: str = ""
    written: str | None = None
    rule: str = ""
    remedy: str = ""

    @classmethod
    def from_error(cls, row: int, error: ComplaintTimescalesError) -> Finding:
        """The finding that an error about a row amounts to."""
        written = None if error.written is None else str(error.written)
        return cls(
            row=row,
            kind="refused",
            what=error.what,
            column=error.where,
            written=written,
            rule=error.rule,
            remedy=error.remedy,
        )

    def __str__(self) -> str:
        """``row 4, date_closed: what; as written: '...' (rule). Remedy``."""
        text = f"row {self.row}{self.column and f', {self.column}'}: {self.what}"
        text += "" if self.written is None else f"; as written: {self.written!r}"
        text += self.rule and f" ({self.rule})"
        return f"{text}. {self.remedy}" if self.remedy else text

    def to_dict(self) -> dict[str, Any]:
        """The same as JSON takes it."""
        return attrs.asdict(self)


@attrs.frozen
class Row:
    """One row: its number as a spreadsheet shows it, and its cells as they were written."""

    number: int
    cells: tuple[str, ...]


@attrs.frozen
class Rejected:
    """A row that was set aside: its cells as they were written, and why."""

    row: Row
    findings: tuple[Finding, ...]

    @property
    def reason(self) -> str:
        """Why, in one text."""
        return "; ".join(str(finding) for finding in self.findings)

    def to_dict(self) -> dict[str, Any]:
        """The same as JSON takes it."""
        return {
            "row": self.row.number,
            "reason": self.reason,
            "cells": list(self.row.cells),
            "findings": [finding.to_dict() for finding in self.findings],
        }


@attrs.frozen
class Table:
    """A header and its rows; rows of another length stand apart.

    Attributes:
        name: what the table is called in messages: its file name, or ``the table``.
        header: the names of the columns, each of them once.
        rows: the rows that have a cell for each column; rows without any text are no rows.
        rejected: the rows that have not.
    """

    name: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    rejected: tuple[Rejected, ...] = ()


def plain_name(name: str) -> str:
    """A column's name without case, spaces and marks: ``Date closed`` is ``date_closed``.

    The sign for per cent stays, for ``% in time`` is another column than ``In time``.
    """
    return "_".join(re.findall(r"[^\W_]+|%", name.casefold()))
