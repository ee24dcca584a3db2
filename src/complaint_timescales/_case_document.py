# SPDX-License-Identifier: MIT
"""The case document: events to JSON and back, strictly."""

from __future__ import annotations

import difflib
import json
from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Any, Final

import attrs

from complaint_timescales._errors import ComplaintTimescalesError, InvalidDocument
from complaint_timescales.events import BY_NAME, Event

SCHEMA: Final = "complaint-timescales/case/1"
_DATES: Final = frozenset({"on", "recorded_on", "grounds_arose", "start", "until"})
_KEYS: Final = frozenset({"schema", "reference", "procedure", "events"})


def document_of(
    reference: str, events: tuple[Event, ...], procedure: str | None = None
) -> dict[str, Any]:
    """The document of a case: every fact that is known, dates as ISO text.

    The procedure is named where it is not that of a local authority.
    """
    head: dict[str, Any] = {"schema": SCHEMA, "reference": reference}
    if procedure is not None:
        head["procedure"] = procedure
    return {**head, "events": [_event_of(event) for event in events]}


def _event_of(event: Event) -> dict[str, Any]:
    facts = attrs.asdict(event, filter=lambda _, value: value is not None)
    return {"event": event.name, **{name: _plain(value) for name, value in facts.items()}}


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, Enum) else value


def parsed(text: str) -> Mapping[str, Any]:
    """The document in a JSON text; twice the same key, NaN and infinity are refused."""
    try:
        document = json.loads(text, object_pairs_hook=_unique, parse_constant=_no_constant)
    except (json.JSONDecodeError, RecursionError) as error:
        raise InvalidDocument(
            f"not JSON: {error}", remedy="Check the file where the message points"
        ) from None
    if not isinstance(document, Mapping):
        raise _invalid("", "an object is needed", document)
    return document


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise _invalid(twice, "the key stands twice", twice)
    return found


def _no_constant(name: str) -> object:
    raise _invalid("", "not a number that JSON has", name)


def read_document(
    document: Mapping[str, Any], procedures: list[str]
) -> tuple[str, tuple[Event, ...], str | None]:
    """The reference, the events and the procedure's name in a document, each event checked."""
    if document.get("schema") != SCHEMA:
        raise _invalid("schema", f"'{SCHEMA}' is needed", document.get("schema"))
    unknown = sorted(set(document) - _KEYS)
    if unknown:
        raise _invalid(unknown[0], "no such key in a case document", document[unknown[0]])
    events = document.get("events")
    if not isinstance(events, list):
        raise _invalid("events", "a list of events is needed", events)
    reference = document.get("reference")
    if not isinstance(reference, str):
        raise _invalid("reference", "a text is needed", reference)
    name = document.get("procedure")
    if name is not None and name not in procedures:
        raise _invalid("procedure", "no such procedure", name, near=procedures)
    return reference, tuple(_read_event(v, f"events[{i}]") for i, v in enumerate(events)), name


def _read_event(value: object, where: str) -> Event:
    if not isinstance(value, Mapping):
        raise _invalid(where, "an object is needed", value)
    name = value.get("event")
    kind = BY_NAME.get(name) if isinstance(name, str) else None
    if kind is None:
        raise _invalid(f"{where}.event", "no such event", name, near=list(BY_NAME))
    known = {field.name for field in attrs.fields(kind)}
    facts = {}
    for fact, given in value.items():
        if fact == "event":
            continue
        if fact not in known:
            raise _invalid(f"{where}.{fact}", f"{name} has no such fact", given, near=sorted(known))
        facts[fact] = _read_date(given, f"{where}.{fact}") if fact in _DATES else given
    return _made(kind, facts, where)


def _made(kind: type[Event], facts: dict[str, Any], where: str) -> Event:
    needed = [f.name for f in attrs.fields(kind) if f.default is attrs.NOTHING]
    missing = [name for name in needed if name not in facts]
    if missing:
        raise _invalid(f"{where}.{missing[0]}", f"{kind.name} needs this fact", None)
    try:
        return kind(**facts)
    except ComplaintTimescalesError as error:
        raise InvalidDocument(
            error.what, where=f"{where}.{error.where}", written=error.written, remedy=error.remedy
        ) from error


def _read_date(value: object, where: str) -> object:
    if value is None:
        return None
    try:
        # fromisoformat takes other ISO forms too; a document has just one.
        if isinstance(value, str) and len(value) == len("2025-01-06"):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise _invalid(where, "a date is needed, as '2025-01-06'", value)


def _invalid(
    where: str, what: str, written: object, *, near: list[str] | None = None
) -> InvalidDocument:
    close = difflib.get_close_matches(str(written), near or [], n=1)
    if near is not None and not close:
        # A fact is written where the path ends.
        close = difflib.get_close_matches(where.rpartition(".")[2], near, n=1)
    remedy = f"Did you mean '{close[0]}'?" if close else "See the case document in the reference"
    return InvalidDocument(what, where=where, written=written, remedy=remedy)
