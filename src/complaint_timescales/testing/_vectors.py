# SPDX-License-Identifier: MIT
"""The conformance vectors, which any language can read."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any, Final

VERSION: Final = "complaint-timescales/vectors/1"


def vectors() -> dict[str, Any]:
    """The conformance vectors: answers that every implementation gives, in any language.

    >>> found = vectors()
    >>> found["schema"], found["add"][0]["start"], found["add"][0]["n"], found["add"][0]["end"]
    ('complaint-timescales/vectors/1', '2024-08-29', 65, '2024-11-28')

    ``working_days``, ``add``, ``count``, ``due`` and ``assess`` are lists of single answers, each
    with its ``source``; ``cases`` are histories with what holds after each step. Dates are ISO
    text. None of the answers comes from this library. A new number in ``schema`` is a new shape.
    """
    return _read("vectors-1.json")


def vectors_schema() -> dict[str, Any]:
    """The JSON Schema of the vectors, draft 2020-12.

    >>> vectors_schema()["$id"]
    'complaint-timescales/vectors/1'
    """
    return _read("vectors-1.schema.json")


def _read(name: str) -> dict[str, Any]:
    path = files("complaint_timescales") / "data" / "vectors" / name
    read: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return read
