# SPDX-License-Identifier: MIT
"""A publication as a TOML document: the claims in its prose, and the tables beside it."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

import attrs

from complaint_timescales._dates import listed
from complaint_timescales._errors import ComplaintTimescalesError, InvalidDocument
from complaint_timescales._toml import toml_document
from complaint_timescales.audit import _said, _sums
from complaint_timescales.audit._shapes import AuditResult, Judgement, Unread
from complaint_timescales.audit._tables import audit_table
from complaint_timescales.tables import read_bytes
from complaint_timescales.working_days import WorkingDayCalendar

SCHEMA: Final = "complaint-timescales/publication/1"
Claim = (
    _sums.Beside
    | _said.Comparison
    | _sums.Count
    | _said.Duration
    | _said.QuotedLimit
    | _sums.Mean
    | _sums.Over
    | _sums.Percentage
    | _sums.Percentages
    | _said.Quarter
    | _sums.Sum
    | _sums.WeightedSum
)
"""One claim of a closed list of kinds; each has ``where`` it stands and a ``check``."""

KINDS: Final[Mapping[str, type[Claim]]] = {
    kind.kind: kind
    for kind in (
        _sums.Beside,
        _said.Comparison,
        _sums.Count,
        _said.Duration,
        _said.QuotedLimit,
        _sums.Mean,
        _sums.Over,
        _sums.Percentage,
        _sums.Percentages,
        _said.Quarter,
        _sums.Sum,
        _sums.WeightedSum,
    )
}
_HEAD: Final = frozenset({"schema", "title", "source", "claim", "table"})
_TABLE: Final = frozenset({"where", "file"})


def audit_publication(
    text: str,
    *,
    folder: Path | str = ".",
    name: str = "the publication",
    calendar: WorkingDayCalendar | None = None,
) -> AuditResult:
    """Every claim of a publication recounted, and every table that it names.

    >>> text = '''
    ... schema = "complaint-timescales/publication/1"
    ... title = "A report"
    ... [[claim]]
    ... kind = "percentage"
    ... where = "page 9"
    ... part = 211
    ... whole = 241
    ... stated = "88%"
    ... '''
    >>> print(audit_publication(text).judgements[0])
    page 9: 88%: agrees: 211 of 241 is 87.55%, rounded

    Each ``[[claim]]`` has a ``kind``, ``where`` it stands, and what its kind needs; each
    ``[[table]]`` has ``where`` and a ``file``, which is looked for in ``folder``. A figure is a
    whole number, or a text as it is printed; a number with a point would not keep its places.
    A claim that cannot be read is set aside with its reason, and the others are recounted.
    ``calendar`` is what days are counted over, England's unless another is given.
    Raises ``InvalidDocument`` where the text is no such document.
    """
    document = _document(text, name)
    judgements: list[Judgement] = []
    rejected: list[Unread] = []
    for number, entry in enumerate(document.get("claim", []), start=1):
        where = f"claim {number}"
        try:
            judgements.append(_checked(claim_of(entry), calendar))
        except ComplaintTimescalesError as error:
            rejected.append(Unread.of(f"{where}{_place(entry)}", error))
    for number, entry in enumerate(document.get("table", []), start=1):
        try:
            found = _table(entry, Path(folder), calendar)
        except ComplaintTimescalesError as error:
            rejected.append(Unread.of(f"table {number}{_place(entry)}", error))
            continue
        judgements += found.judgements
        rejected += found.rejected
    return AuditResult(
        name=str(document.get("title", name)),
        judgements=tuple(judgements),
        rejected=tuple(rejected),
    )


def _checked(claim: Claim, calendar: WorkingDayCalendar | None) -> Judgement:
    return claim.check(calendar) if isinstance(claim, _said.Duration) else claim.check()


def _place(entry: object) -> str:
    where = entry.get("where") if isinstance(entry, Mapping) else None
    return f" ({where})" if isinstance(where, str) and where else ""


def _table(entry: object, folder: Path, calendar: WorkingDayCalendar | None) -> AuditResult:
    given = _mapping(entry)
    _refuse_unknown(given, _TABLE)
    where, file = (_text(given.get(key), key) for key in ("where", "file"))
    return audit_table(read_bytes(folder / file), name=where, calendar=calendar)


# ---------------------------------------------------------------------------------------
# Reading
# ---------------------------------------------------------------------------------------


def _document(text: str, name: str) -> Mapping[str, Any]:
    try:
        document = toml_document(text)
    except ValueError as error:
        remedy = "Check the file where the message points"
        raise InvalidDocument(f"not TOML: {error}", where=name, remedy=remedy) from None
    _refuse_unknown(document, _HEAD)
    if document.get("schema") != SCHEMA:
        raise InvalidDocument(
            "not the schema of a publication",
            where="schema",
            written=document.get("schema"),
            remedy=f'Write schema = "{SCHEMA}"',
        )
    for key in ("claim", "table"):
        if not isinstance(document.get(key, []), list):
            raise InvalidDocument(f"[[{key}]] is needed", where=key, remedy="Double the brackets")
    return document


def claim_of(entry: object) -> Claim:
    """The claim in one entry, every key of it read and none left over.

    >>> claim_of({"kind": "quarter", "where": "p. 4", "stated": "Q1", "months": "July - Sept"})
    Quarter(where='p. 4', stated='Q1', months='July - Sept')
    """
    given = _mapping(entry)
    kind = given.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        raise InvalidDocument(
            "there is no such kind of claim",
            where="kind",
            written=kind,
            remedy=_nearest(str(kind), sorted(KINDS)),
        )
    made = KINDS[kind]
    fields = {field.name: field for field in attrs.fields(made)}
    _refuse_unknown(given, frozenset({"kind", *fields}))
    needed = [name for name, field in fields.items() if field.default is attrs.NOTHING]
    for name in needed:
        if name not in given:
            raise InvalidDocument("it is missing", where=name, remedy=f"Give {listed(needed)}")
    facts: dict[str, Any] = {
        name: _fact(fields[name], value) for name, value in given.items() if name in fields
    }
    return made(**facts)


def _fact(field: attrs.Attribute[Any], value: object) -> object:
    """The value of a field; where it is none, the error names the field."""
    convert: Any = field.converter  # a function here, where attrs allows more
    reader = _READERS.get(field.name)
    value = reader(value, field.name) if reader else value
    try:
        return convert(value) if convert else value
    except InvalidDocument as error:
        raise InvalidDocument(
            error.what, where=field.name, written=error.written, remedy=error.remedy
        ) from None


def _text(value: object, key: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise InvalidDocument("a text is needed", where=key, written=value)
    return value


def _day(value: object, key: str) -> date:
    if not isinstance(value, date) or isinstance(value, datetime):
        remedy = f"Write {key} = 2022-02-22, without quotes"
        raise InvalidDocument("a date is needed", where=key, written=value, remedy=remedy)
    return value


def _changes(value: object, key: str) -> list[_said.Change]:
    if not isinstance(value, list) or not value:
        remedy = 'Write changes = [{ since = "the year before", by = -6 }]'
        raise InvalidDocument("changes are needed", where=key, written=value, remedy=remedy)
    names = frozenset(field.name for field in attrs.fields(_said.Change))
    for each in value:
        _refuse_unknown(_mapping(each), names)
        if not {"since", "by"} <= set(each):
            raise InvalidDocument("a change has since and by", where=key, written=each)
    return [_said.Change(**each) for each in value]


def _known(value: object, _: str) -> Mapping[str, object]:
    return _mapping(value)


_READERS: Final[Mapping[str, Callable[[Any, str], Any]]] = {
    "where": _text,
    "provision": _text,
    "runs_from": _text,
    "months": _text,
    "start": _day,
    "end": _day,
    "changes": _changes,
    "known": _known,
}


def _mapping(value: object) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise InvalidDocument("a table of keys is needed", written=value)
    return value


def _refuse_unknown(given: Mapping[str, Any], known: frozenset[str]) -> None:
    for key in given:
        if key not in known:
            raise InvalidDocument("there is no such key", where=key, remedy=_nearest(key, known))


def _nearest(written: str, known: frozenset[str] | list[str]) -> str:
    near = difflib.get_close_matches(written[:80], known, n=1)
    if near:
        return f"Did you mean '{near[0]}'?"
    return f"Write {listed([repr(name) for name in sorted(known)], last='or')}"
