# SPDX-License-Identifier: MIT
"""The figures of the long runs: each harness records its own, and the pages are made of them."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping
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


def sections() -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """What each of them found, with its title: what was tried, and how many."""
    found = recorded()
    for harness, (title, rows) in HARNESSES.items():
        if harness in found:
            yield title, rows(found[harness])


def _planted(found: dict[str, Any]) -> list[tuple[str, str]]:
    planted = sum(each["planted"] for each in found.values())
    caught = sum(each["found"] for each in found.values())
    return [
        *(
            (f"Found by a test in `{name}`", _of(each["found"], each["planted"]))
            for name, each in found.items()
        ),
        ("Found by a test in all of them", _of(caught, planted)),
        ("Not found, each with its reason in the list", str(planted - caught)),
    ]


def _of(found: int, planted: int) -> str:
    return f"{found:,} of {planted:,}, which is {100 * found / planted:.1f}%"


def _rows_of_law(found: dict[str, Any]) -> list[tuple[str, str]]:
    return [
        ("Changes to a row of the law", f"{found['planted']:,}"),
        ("Found by a test that is marked with the provision of the row", f"{found['found']:,}"),
        ("Without any effect, with the reason", str(found["without_effect"])),
    ]


def _inputs(found: dict[str, Any]) -> list[tuple[str, str]]:
    return [(f"Inputs to `{name}`", f"{tried:,}") for name, tried in found["inputs"].items()]


def _survived(found: dict[str, Any]) -> list[tuple[str, str]]:
    total = sum(found["survived"].values())
    return [*((what, str(n)) for what, n in found["survived"].items()), ("All of them", str(total))]


def _compared(found: dict[str, Any]) -> list[tuple[str, str]]:
    return [
        (
            f"Weekdays compared with `{name}`",
            f"{each['days']:,}, of which {each['differences']} differ",
        )
        for name, each in found.items()
    ]


def _told(found: dict[str, Any]) -> list[tuple[str, str]]:
    return [
        ("Stories told to both", f"{found['stories']:,}"),
        ("Steps tried in them", f"{found['steps']:,}"),
    ]


def _in_the_browser(found: dict[str, Any]) -> list[tuple[str, str]]:
    return [
        ("Unit tests passed", f"{found['passed']:,}"),
        ("Python, compiled for the browser", str(found["python"])),
    ]


def _built(found: dict[str, Any]) -> list[tuple[str, str]]:
    return [
        ("Builds compared", str(found["compared"])),
        ("Archives in each", str(found["archives"])),
        ("Archives that differ", str(found["differences"])),
    ]


HARNESSES: Final[dict[str, tuple[str, Callable[[dict[str, Any]], list[tuple[str, str]]]]]] = {
    "mutation": ("Faults planted in the code", _planted),
    "rows": ("Faults planted in the law", _rows_of_law),
    "stateful": ("The paper model and the case", _told),
    "peers": ("Other calendars", _compared),
    "fuzz": ("Inputs from outside", _inputs),
    "faults": ("Faults survived", _survived),
    "browser": ("In the browser", _in_the_browser),
    "builds": ("Reproducible archives", _built),
}


def _value(text: str) -> int | str:
    return int(text) if text.isdecimal() else text


if __name__ == "__main__":  # python -m docs.figures HARNESS NAME=VALUE ...
    record(
        sys.argv[1], {k: _value(v) for k, _, v in (each.partition("=") for each in sys.argv[2:])}
    )
