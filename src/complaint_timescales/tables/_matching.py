# SPDX-License-Identifier: MIT
"""Which column of a sheet is which field: by what the map says, by name, and never by content."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import attrs

from complaint_timescales._dates import listed
from complaint_timescales._errors import InvalidTable
from complaint_timescales.tables._column_map import ColumnMap
from complaint_timescales.tables._columns import Column
from complaint_timescales.tables._fields import Field, FieldKind
from complaint_timescales.tables._shapes import Finding, plain_name
from complaint_timescales.tables._sheets import Body

_LONGEST_NAME: Final = 100  # characters of a name that is compared with others
_MOST_COMPARED: Final = 500  # columns that are compared; likeness takes time


@attrs.frozen
class Matched:
    """The columns of the fields, and what was noticed on the way.

    Attributes:
        columns: the name in the header of each field that has a column.
        others: the names of all other columns.
        findings: two columns for one field, and names that are nearly those of a field.
    """

    columns: Mapping[str, str]
    others: tuple[str, ...]
    findings: tuple[Finding, ...]


def matched(body: Body, fields: tuple[Field, ...], said: ColumnMap) -> Matched:
    """What the map says comes first; then each field takes the best of its names that is free."""
    _check(fields, said, body.sheet.name)
    columns = {name: _told(body, name, to) for name, to in said.columns.items() if to}
    free = [name for name in body.header if name not in columns.values()]
    found = []
    for field in fields if said.header else ():
        if field.name in said.columns:
            continue
        names = Column(field.name, field.aliases).among(free)
        if names:
            columns[field.name] = names[0]
            free = [name for name in free if name not in names]
            found += [_second(body, field.name, names)] if len(names) > 1 else []
    missing = [field for field in fields if field.name not in (*columns, *said.columns)]
    found += list(_near(body, free, missing) if said.header else ())
    ordered = {field.name: columns[field.name] for field in fields if field.name in columns}
    used = set(ordered.values())
    others = tuple(name for name in body.header if name not in used)
    return Matched(ordered, others, tuple(found))


def _check(fields: tuple[Field, ...], said: ColumnMap, table: str) -> None:
    """Refuse a map that speaks of fields that nobody asks for, or of a kind that cannot be."""
    kinds = {field.name: field.kind for field in fields}
    given: tuple[tuple[str, Iterable[str], FieldKind | None], ...] = (
        ("columns", said.columns, None),
        ("formats", said.formats, FieldKind.DATE),
        ("values", said.values, FieldKind.TEXT),
    )
    for key, names, kind in given:
        for name in names:
            if name not in kinds:
                _refuse_field(key, name, tuple(kinds), table)
            if kind not in {None, kinds[name]}:
                raise InvalidTable(
                    f"'{name}' is no field of {'dates' if key == 'formats' else 'text'}",
                    where=f"column map, {key}.{name}",
                    remedy="Take it out",
                )


def _refuse_field(key: str, name: str, known: tuple[str, ...], table: str) -> None:
    near = difflib.get_close_matches(name[:_LONGEST_NAME], known, n=1)
    hint = f"Did you mean '{near[0]}'? " if near else ""
    raise InvalidTable(
        "there is no such field",
        where=f"column map, {key}",
        written=name,
        rule=f"to read {table}",
        remedy=f"{hint}The fields are {listed(list(known))}",
    )


def _told(body: Body, field: str, name: str) -> str:
    where, header = f"column map, columns.{field}", body.header
    if body.header_row:
        by_name = {plain_name(each): each for each in header}
        if plain_name(name) in by_name:
            return by_name[plain_name(name)]
        near = _likest(name, list(by_name))
        hint = f"Did you mean '{by_name[near]}'? " if near else ""
        shown = listed([repr(each) for each in header])
        remedy = f"{hint}The columns are {shown}"
        raise InvalidTable("the table has no such column", where=where, written=name, remedy=remedy)
    place = name.strip().upper()
    if place.isascii() and place.isdecimal() and 1 <= len(place) <= 5:
        place = header[int(place) - 1] if 1 <= int(place) <= len(header) else ""
    if place not in header:
        raise InvalidTable(
            "the table has no such column",
            where=where,
            written=name,
            remedy=f"Its columns are A to {header[-1]}, which are 1 to {len(header)}",
        )
    return place


def _likest(name: str, names: list[str]) -> str:
    given = plain_name(name)[:_LONGEST_NAME]
    names = [each for each in names[:_MOST_COMPARED] if len(each) <= _LONGEST_NAME]
    return next(iter(difflib.get_close_matches(given, names, n=1, cutoff=0.8)), "")


def _second(body: Body, field: str, names: list[str]) -> Finding:
    return Finding(
        row=body.header_row,
        kind="two_columns",
        what=f"'{field}' is read from '{names[0]}', and not from {listed(_quoted(names[1:]))}",
        column=names[0],
        rule="the first of its names that is in the header counts",
        remedy=f'If another is meant, say so in the map: `{field} = "{names[1]}"`',
    )


def _near(body: Body, free: list[str], missing: list[Field]) -> Iterator[Finding]:
    named = {alias: field.name for field in missing for alias in (field.name, *field.aliases)}
    for name in free[:_MOST_COMPARED]:
        if near := _likest(name, list(named)):
            yield Finding(
                row=body.header_row,
                kind="near_name",
                what=f"it is not read, and looks like '{named[near]}'",
                column=name,
                remedy=f'If it is that, say so in the map: `{named[near]} = "{name}"`',
            )


def _quoted(names: Iterable[str]) -> list[str]:
    return [f"'{name}'" for name in names]
