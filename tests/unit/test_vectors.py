# SPDX-License-Identifier: MIT
"""The conformance vectors: their shape, where they come from, and that the library gives them.

What is expected comes from ``tests.vectors.generate``, which walks over a list of bank holidays
that the library does not read, and from stories that were worked out on paper.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from complaint_timescales import (
    Case,
    ConditionNotMet,
    StepNotOpen,
    WorkingDayCalendar,
    assess,
    due,
)
from complaint_timescales.testing import vectors, vectors_schema
from tests.vectors import generate

RUN = Path(__file__).parents[1] / "vectors" / "run"
ENGLAND = WorkingDayCalendar.england()
VECTORS = vectors()
VALIDATOR = jsonschema.Draft202012Validator(vectors_schema())


def day(text: str) -> date:
    """ISO text, as the vectors write dates."""
    return date.fromisoformat(text)


def is_working(row: dict[str, Any]) -> bool:
    reason = ENGLAND.why_not(day(row["date"]))
    return (reason is None) is row["working"]


def added(row: dict[str, Any]) -> bool:
    return ENGLAND.add(day(row["start"]), row["n"]) == day(row["end"])


def counted(row: dict[str, Any]) -> bool:
    return ENGLAND.count(day(row["start"]), day(row["end"])) == int(row["working_days"])


def fell_due(row: dict[str, Any]) -> bool:
    return due(row["provision"], day(row["start"])).date == day(row["due"])


def assessed(row: dict[str, Any]) -> bool:
    found = assess(row["provision"], day(row["start"]), day(row["end"])).to_dict()
    return all(found[key] == row[key] for key in ("outcome", "working_days", "due", "days_over"))


class TestShape:
    """What a reader in another language can rely on."""

    def test_the_schema_is_a_schema(self) -> None:
        jsonschema.Draft202012Validator.check_schema(vectors_schema())

    def test_the_vectors_are_of_it(self) -> None:
        assert [] == list(VALIDATOR.iter_errors(VECTORS))

    @pytest.mark.parametrize(
        ("kind", "key", "wrong"),
        [
            ("add", "n", 0),
            ("count", "start", "2024-1-1"),
            ("due", "provision", "regulation 17"),
            ("assess", "outcome", "late"),
            ("working_days", "working", "yes"),
        ],
    )
    def test_a_wrong_value_is_not(self, kind: str, key: str, wrong: object) -> None:
        broken = json.loads(json.dumps(VECTORS))
        broken[kind][0][key] = wrong

        assert not VALIDATOR.is_valid(broken)

    def test_the_version_is_named(self) -> None:
        assert "complaint-timescales/vectors/1" == VECTORS["schema"] == vectors_schema()["$id"]

    def test_they_are_small(self) -> None:
        """Under a megabyte, a line each."""
        assert generate.TARGET.stat().st_size < 1_000_000


class TestSource:
    """Nothing in them comes from the library."""

    def test_the_file_is_what_the_walk_and_the_stories_give(self) -> None:
        """After a change to a story, run ``python -m tests.vectors.generate``."""
        assert generate.text() == generate.TARGET.read_text(encoding="utf-8")

    def test_the_generator_does_not_import_the_library(self) -> None:
        text = Path(generate.__file__).read_text(encoding="utf-8")

        assert "import complaint_timescales" not in text
        assert "from complaint_timescales" not in text

    def test_each_says_who_says_so(self) -> None:
        found = {
            row["source"] for kind in ("add", "count", "due", "assess") for row in VECTORS[kind]
        }

        assert {generate.WALK, generate.HAND, generate.BY_HAND[0][3]} == found


class TestTheLibrary:
    """It gives every answer."""

    @pytest.mark.parametrize(
        ("kind", "holds"),
        [
            ("working_days", is_working),
            ("add", added),
            ("count", counted),
            ("due", fell_due),
            ("assess", assessed),
        ],
        ids=lambda value: value if isinstance(value, str) else "",
    )
    def test_it_gives_each_answer(self, kind: str, holds: Callable[[dict[str, Any]], bool]) -> None:
        assert [] == [row for row in VECTORS[kind] if not holds(row)]

    @pytest.mark.parametrize("told", VECTORS["cases"], ids=lambda told: told["name"])
    def test_it_tells_each_case(self, told: dict[str, Any]) -> None:
        case = Case("VECTOR")
        for step in told["steps"]:
            if "day" in step:
                assert step["stage"] == case.stage_on(day(step["day"])).value
            elif step["accepted"]:
                case = taken(case, step["event"])
                assert step["stage"] == case.stage.value
                assert step["deadlines"] == deadlines(case)
                assert step["breaches"] == breaches(case)
            else:
                with pytest.raises((ConditionNotMet, StepNotOpen)) as caught:
                    taken(case, step["event"])
                if isinstance(caught.value, ConditionNotMet):
                    assert step["by"] == caught.value.condition.by


def taken(case: Case, event: dict[str, Any]) -> Case:
    """The case with one more event, given as its document."""
    document = case.to_dict()
    return Case.from_dict({**document, "events": [*document["events"], event]})


def deadlines(case: Case) -> list[dict[str, Any]]:
    """Each limit as the vectors write it."""
    found: list[dict[str, Any]] = []
    for limit in case.deadlines():
        state = "ceased" if limit.ceased_on else "open"
        row: dict[str, Any] = {
            "provision": str(limit.provision),
            "start": limit.start.isoformat(),
            "due": limit.date.isoformat(),
            "state": "met" if limit.met_on else state,
        }
        on = limit.met_on or limit.ceased_on
        row |= {"on": on.isoformat()} if on else {}
        found.append(row | ({"softened": True} if limit.softened_by else {}))
    return sorted(found, key=lambda each: (each["start"], each["due"], each["provision"]))


def breaches(case: Case) -> list[dict[str, Any]]:
    """Each breach as the vectors write it."""
    kept = ("provision", "due", "until", "done", "days_over")
    found = [{key: breach.to_dict()[key] for key in kept} for breach in case.breaches()]
    return sorted(found, key=lambda each: (each["due"], each["until"]))


class TestPostgreSQL:
    """An implementation that shares nothing with the library passes them, and fails a wrong one."""

    def test_it_passes_all_and_fails_a_wrong_one(self, tmp_path: Path) -> None:
        good = run()
        if good.returncode == 77:
            pytest.skip("PostgreSQL is not installed: tests/vectors/run installs it")
        broken = json.loads(json.dumps(VECTORS))
        broken["add"][0]["end"] = "2024-11-27"
        path = tmp_path / "vectors.json"
        path.write_text(json.dumps(broken), encoding="utf-8")

        assert (0, "") == (good.returncode, good.stderr)
        assert "all               |    3693 |   3693" in good.stdout
        found = run(str(path))
        assert found.returncode != 0
        assert "1 vectors fail" in found.stderr


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The runner, which installs nothing here."""
    return subprocess.run(
        [str(RUN), "--no-install", *arguments], capture_output=True, text=True, check=False
    )
