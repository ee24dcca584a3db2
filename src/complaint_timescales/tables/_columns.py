# SPDX-License-Identifier: MIT
"""Which column is which: by name, with a closed list of other names, and never by what it holds."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import NoReturn

import attrs

from complaint_timescales._dates import listed
from complaint_timescales._errors import InvalidTable
from complaint_timescales.tables._shapes import Table, plain_name


@attrs.frozen
class Column:
    """A column that a reader of tables wants, and the names that it goes by.

    Attributes:
        name: the name that results use.
        aliases: other names, as ``plain_name`` gives them; the first that is there counts.
        needed: whether the table is refused without it.
    """

    name: str
    aliases: tuple[str, ...] = ()
    needed: bool = True

    def among(self, header: Iterable[str]) -> list[str]:
        """The names in a header that are this column's, the best first."""
        given = {plain_name(name): name for name in header}
        return [given[name] for name in (self.name, *self.aliases) if name in given]


def located(table: Table, columns: Iterable[Column]) -> dict[str, str]:
    r"""The header's own name for each column that is there, or an error that lists what is.

    >>> from complaint_timescales.tables import read_table
    >>> table = read_table("Date closed,Team\n2024-08-29,North\n")
    >>> located(table, [Column("closed", ("date_closed",))])
    {'closed': 'Date closed'}
    """
    columns = tuple(columns)
    found = {column.name: column.among(table.header) for column in columns}
    missing = [column for column in columns if column.needed and not found[column.name]]
    if missing:
        _refuse(table, missing, {name for names in found.values() for name in names})
    for column in columns:
        if column.needed and len(found[column.name]) > 1:
            raise InvalidTable(
                f"two columns are both read as '{column.name}': "
                f"{listed([repr(name) for name in found[column.name]])}",
                where=table.name,
                remedy="Rename or remove the one that is not meant",
            )
    return {name: names[0] for name, names in found.items() if names}


def _refuse(table: Table, missing: list[Column], used: set[str]) -> NoReturn:
    names = [f"'{column.name}'" for column in missing]
    free = {plain_name(name): name for name in table.header if name not in used}
    hints = []
    for column in missing:
        near = [
            close
            for alias in (column.name, *column.aliases)
            for close in difflib.get_close_matches(alias, free, n=1, cutoff=0.75)
        ]
        hints += [f"Did you mean '{free[near[0]]}' for '{column.name}'? "] if near else []
    known = [listed([c.name, *c.aliases[:1]], last="or") for c in missing]
    raise InvalidTable(
        f"the table has no column {listed(names, last='or')}",
        where=table.name,
        rule=f"its columns are {listed([repr(name) for name in table.header])}",
        remedy=f"{''.join(hints)}It looks for {', '.join(known)}",
    )
