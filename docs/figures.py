# SPDX-License-Identifier: MIT
"""The figures of the long runs: each harness records its own, and the pages are made of them."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

FIGURES: Final = Path(__file__).with_name("reliability.json")


def recorded() -> dict[str, Any]:
    """What the last run of each harness found, by the name of the harness."""
    found: dict[str, Any] = json.loads(FIGURES.read_text(encoding="utf-8"))
    return found


def record(harness: str, figures: Mapping[str, Any]) -> None:
    """Put the figures of one harness in the place of its earlier ones."""
    found = recorded() if FIGURES.exists() else {}
    found[harness] = dict(figures)
    text = json.dumps(found, indent=2, sort_keys=True, ensure_ascii=False)
    FIGURES.write_text(f"{text}\n", encoding="utf-8")


def _value(text: str) -> int | str:
    return int(text) if text.isdecimal() else text


if __name__ == "__main__":  # python -m docs.figures HARNESS NAME=VALUE ...
    record(
        sys.argv[1], {k: _value(v) for k, _, v in (each.partition("=") for each in sys.argv[2:])}
    )
