# SPDX-License-Identifier: MIT
"""What a reader of records asks for, and what one row of them says."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum

import attrs

from complaint_timescales.bounds import Between
from complaint_timescales.tables._shapes import Finding

Value = date | Between | str | bool | int | None
"""What a cell says. None: nothing, or nothing that can be read."""


class FieldKind(Enum):
    """What the cells of a field say."""

    DATE = "date"
    TEXT = "text"
    YES_NO = "yes_no"
    WHOLE = "whole"


@attrs.frozen
class Field:
    """Something that a reader of records asks of each row.

    Attributes:
        name: what the reader calls it, whatever the file does.
        kind: what its cells say.
        aliases: the names of columns that are taken for it, as ``plain_name`` gives them, the
            best first; ``name`` itself comes before them.
    """

    name: str
    kind: FieldKind
    aliases: tuple[str, ...] = ()


@attrs.frozen
class Decoded:
    """One row, and what it says.

    Attributes:
        number: its number as a spreadsheet shows it.
        values: what it says on each field that has a column. A date that is known to the month
            is a ``Between``. None where the cell says that there is nothing, or is in ``unread``.
        written: the cells of those columns as they were written.
        labels: the cells of every other column, by its name in the file, without the space
            around them.
        findings: for each cell that cannot be read, why.
        unread: the fields of those cells.
    """

    number: int
    values: Mapping[str, Value]
    written: Mapping[str, str]
    labels: Mapping[str, str]
    findings: tuple[Finding, ...] = ()
    unread: frozenset[str] = frozenset()
