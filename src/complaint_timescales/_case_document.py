# SPDX-License-Identifier: MIT
"""The case document: events to JSON and back, strictly."""

from __future__ import annotations

import contextlib
import difflib
import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from enum import Enum
from typing import Any, Final

import attrs

from complaint_timescales._errors import ComplaintTimescalesError, InvalidDocument
from complaint_timescales._readings import InvalidReading, Readings
from complaint_timescales.events import BY_NAME, Event

SCHEMA: Final = "complaint-timescales/case/1"
_DATES: Final = frozenset({"on", "recorded_on", "grounds_arose", "start", "until"})
_ISO: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_HALF_A_PAIR: Final = re.compile("[\ud800-\udfff]")
_KEYS: Final = frozenset({"schema", "reference", "procedure", "readings", "events"})


@attrs.frozen
class ReadDocument:
    """What a case document holds, each event checked."""

    reference: str
    events: tuple[Event, ...]
    procedure: str | None
    readings: Readings


def document_of(
    reference: str,
    events: tuple[Event, ...],
    procedure: str | None = None,
    readings: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """The document of a case: every fact that is known, dates as ISO text.

    The procedure is named where it is not that of a local authority, and the readings where
    they are not the defaults.
    """
    head: dict[str, Any] = {"schema": SCHEMA, "reference": reference}
    if procedure is not None:
        head["procedure"] = procedure
    if readings:
        head["readings"] = dict(readings)
    return {**head, "events": [_event_of(event) for event in events]}


def written(document: Mapping[str, Any]) -> str:
    """A document as JSON text, which can always be written to a file of UTF-8."""
    text = json.dumps(document, ensure_ascii=False)
    # Half a pair has no UTF-8: it came in as an escape, and goes out as one.
    return _HALF_A_PAIR.sub(lambda half: f"\\u{ord(half[0]):04x}", text)


def _event_of(event: Event) -> dict[str, Any]:
    facts = attrs.asdict(event, filter=lambda _, value: value is not None)
    return {"event": event.name, **{name: _plain(value) for name, value in facts.items()}}


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, Enum) else value


def parsed(text: object) -> Mapping[str, Any]:
    """The document in a JSON text; twice the same key, NaN and infinity are refused."""
    if not isinstance(text, str | bytes):
        raise _invalid("", "text is needed", text)
    try:
        document = json.loads(text, object_pairs_hook=_unique, parse_constant=_no_constant)
    except InvalidDocument:
        raise
    except (ValueError, RecursionError) as error:  # numbers of thousands of digits, too
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


def read_document(document: Mapping[str, Any], procedures: list[str]) -> ReadDocument:
    """What a document holds; ``InvalidDocument`` says where it is at fault."""
    if not isinstance(document, Mapping):
        raise _invalid("", "an object is needed", document)
    if document.get("schema") != SCHEMA:
        raise _invalid("schema", f"'{SCHEMA}' is needed", document.get("schema"))
    unknown = next((key for key in document if key not in _KEYS), None)
    if unknown is not None:
        raise _invalid(
            str(unknown), "no such key in a case document", document[unknown],
            meant=unknown, among=sorted(_KEYS),
        )  # fmt: skip
    events = document.get("events")
    if not isinstance(events, list):
        raise _invalid("events", "a list of events is needed", events)
    reference = document.get("reference")
    if not isinstance(reference, str) or not reference.strip():
        raise _invalid("reference", "a text that is not empty is needed", reference)
    name = document.get("procedure")
    if name is not None and name not in procedures:
        raise _invalid("procedure", "no such procedure", name, meant=name, among=procedures)
    found = tuple(_read_event(value, f"events[{i}]") for i, value in enumerate(events))
    return ReadDocument(reference, found, name, _read_readings(document.get("readings", {})))


def _read_readings(value: object) -> Readings:
    if not isinstance(value, Mapping):
        raise _invalid("readings", "an object is needed", value)
    try:
        return Readings.of(value)
    except InvalidReading as error:
        raise InvalidDocument(
            error.what, where="readings", written=error.written, remedy=error.remedy
        ) from error


def _read_event(value: object, where: str) -> Event:
    if not isinstance(value, Mapping):
        raise _invalid(where, "an object is needed", value)
    name = value.get("event")
    kind = BY_NAME.get(name) if isinstance(name, str) else None
    if kind is None:
        raise _invalid(f"{where}.event", "no such event", name, meant=name, among=list(BY_NAME))
    known = {field.name for field in attrs.fields(kind)}
    facts = {}
    for fact, given in value.items():
        if fact == "event":
            continue
        if fact not in known:
            raise _invalid(
                f"{where}.{fact}", f"{name} has no such fact", given,
                meant=fact, among=sorted(known),
            )  # fmt: skip
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
            error.what,
            where=f"{where}.{error.where.removeprefix(f'{kind.name}.')}",
            written=error.written,
            remedy=error.remedy,
        ) from error


def _read_date(value: object, where: str) -> object:
    if value is None:
        return None
    # fromisoformat takes other ISO forms too; a document has just one.
    if isinstance(value, str) and _ISO.fullmatch(value):
        with contextlib.suppress(ValueError):  # the 31st of February
            return date.fromisoformat(value)
    raise _invalid(where, "a date is needed, as '2025-01-06'", value)


def _invalid(
    where: str, what: str, written: object, *, meant: object = None, among: Sequence[str] = ()
) -> InvalidDocument:
    close = difflib.get_close_matches(str(meant), among, n=1)
    remedy = f"Did you mean '{close[0]}'?" if close else "See the case document in the reference"
    return InvalidDocument(what, where=where, written=written, remedy=remedy)
