# SPDX-License-Identifier: MIT
"""TOML from outside: what cannot be meant is refused before it costs anything."""

from __future__ import annotations

import tomllib
from typing import Any, Final

_DEEPEST: Final = 32  # tables and arrays in one another; no document of ours has more than four
_MOST_DOTS: Final = 200  # of one line: a name in a thousand parts takes its time to be read
_LARGEST: Final = 1 << 63  # TOML has whole numbers of 64 bits


def toml_document(text: str) -> dict[str, Any]:
    """The document in a text; raises ``ValueError``, which says why there is none.

    >>> toml_document('title = "A report"')
    {'title': 'A report'}
    """
    for number, line in enumerate(text.split("\n"), start=1):
        if line.count(".") > _MOST_DOTS:
            raise ValueError(f"line {number} has more than {_MOST_DOTS} full stops")
    try:
        document = tomllib.loads(text)
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    _refuse_beyond(document)
    return document


def _refuse_beyond(document: dict[str, Any]) -> None:
    """Refuse what could be neither shown nor walked through."""
    left: list[tuple[object, int]] = [(document, 0)]
    while left:
        value, depth = left.pop()
        if depth > _DEEPEST:
            raise ValueError("it is nested too deeply")
        if isinstance(value, dict):
            left += [(each, depth + 1) for each in value.values()]
        elif isinstance(value, list):
            left += [(each, depth + 1) for each in value]
        elif isinstance(value, int) and not -_LARGEST <= value < _LARGEST:
            raise ValueError("a number has more than 64 bits")
