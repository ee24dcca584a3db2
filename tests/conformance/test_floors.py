# SPDX-License-Identifier: MIT
"""The oldest versions that are tested are the oldest that are promised."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = ("cli", "excel", "report", "frames")


def pinned(name: str) -> dict[str, tuple[int, ...]]:
    """The versions in a list of noxfile.py, which is read and never imported."""
    tree = ast.parse((ROOT / "noxfile.py").read_text(encoding="utf-8"))
    for node in tree.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == name:
            return dict(_pair(each, "==") for each in ast.literal_eval(node.value))
    raise AssertionError(name)


def _pair(requirement: str, sign: str) -> tuple[str, tuple[int, ...]]:
    name, _, version = requirement.partition(sign)
    numbers = [int(number) for number in re.findall(r"\d+", version)]
    while numbers and not numbers[-1]:  # 8.2 and 8.2.0 are one version
        numbers.pop()
    return name, tuple(numbers)


def test_those_of_the_core_are_the_floors() -> None:
    promised = dict(_pair(each, ">=") for each in PROJECT["dependencies"])

    assert promised == pinned("FLOORS")


def test_those_of_the_extras_are_the_floors() -> None:
    extras = PROJECT["optional-dependencies"]
    promised = dict(_pair(each, ">=") for extra in EXTRAS for each in extras[extra])

    assert promised == pinned("FLOORS_OF_EXTRAS")


def test_ci_tries_the_floors_of_the_core() -> None:
    text = (ROOT / ".ci" / "run").read_text(encoding="utf-8")

    assert all(f"{each}==" in text for each in pinned("FLOORS"))
