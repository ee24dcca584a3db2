# SPDX-License-Identifier: MIT
"""What is published: the names, the version and the extras, and that each is what it says."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import complaint_timescales

ROOT = Path(__file__).parents[2]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

# The names that readers are promised, in the order of `sorted`. Add; never rename or take away.
DOCUMENTED = [
    "Assessment",
    "Between",
    "BoundedAssessment",
    "Breach",
    "Case",
    "Citation",
    "ComplaintTimescalesError",
    "ConditionNotMet",
    "DatesOutOfOrder",
    "Deadline",
    "Ground",
    "InvalidCount",
    "InvalidDate",
    "InvalidDocument",
    "InvalidFact",
    "InvalidHoliday",
    "InvalidReading",
    "InvalidTable",
    "NonWorkingDay",
    "OmbudsmanDecision",
    "OpenStep",
    "Outcome",
    "OutsideCalendar",
    "Party",
    "Readings",
    "Stage",
    "StageOutcome",
    "StepNotOpen",
    "UnknownProvision",
    "WorkingDayCalendar",
    "assess",
    "assess_between",
    "due",
    "events",
    "regulations",
]


class TestNames:
    """What ``from complaint_timescales import *`` gives."""

    def test_all_is_what_is_documented(self) -> None:
        assert complaint_timescales.__all__ == DOCUMENTED

    def test_the_list_is_sorted_and_says_nothing_twice(self) -> None:
        assert sorted(set(DOCUMENTED)) == DOCUMENTED

    @pytest.mark.parametrize("name", DOCUMENTED)
    def test_each_name_is_there(self, name: str) -> None:
        assert getattr(complaint_timescales, name) is not None

    @pytest.mark.parametrize("name", DOCUMENTED)
    def test_dir_lists_each_name(self, name: str) -> None:
        assert name in dir(complaint_timescales)

    def test_nothing_public_is_left_out(self) -> None:
        public = {
            name
            for name, value in vars(complaint_timescales).items()
            if not name.startswith("_")
            and not isinstance(value, ModuleType)
            and type(value).__module__ not in {"__future__", "typing"}
            and name not in {"TYPE_CHECKING", "Final", "annotations"}
        }

        assert public <= set(DOCUMENTED)


class TestDistribution:
    """What an installer and a reader of the project file see."""

    def test_the_version_is_said_once(self) -> None:
        assert complaint_timescales.__version__ == version("complaint-timescales")

    def test_the_citation_gives_the_same_version(self) -> None:
        citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")

        assert f"\nversion: {complaint_timescales.__version__}\n" in citation

    @pytest.mark.parametrize("name", ["test", "lint", "types", "docs"])
    def test_a_dependency_group_mirrors_its_extra(self, name: str) -> None:
        extras = PROJECT["project"]["optional-dependencies"]

        assert PROJECT["dependency-groups"][name] == extras[name]

    def test_the_tests_need_no_more_than_their_extra(self) -> None:
        extras = PROJECT["project"]["optional-dependencies"]

        assert set(extras["cli"]) <= set(extras["test"])

    def test_all_is_every_extra(self) -> None:
        extras = PROJECT["project"]["optional-dependencies"]
        named = ",".join(name for name in extras if name != "all")

        assert extras["all"] == [f"complaint-timescales[{named}]"]

    def test_no_dependency_has_a_cap(self) -> None:
        lists = [PROJECT["project"]["dependencies"]]
        lists += PROJECT["project"]["optional-dependencies"].values()
        capped = [each for group in lists for each in group if "<" in each or "==" in each]

        assert capped == []

    def test_the_types_are_shipped(self) -> None:
        assert (Path(complaint_timescales.__file__).parent / "py.typed").is_file()


class TestLazyNames:
    """A name is loaded when it is first asked for."""

    @pytest.mark.parametrize("name", DOCUMENTED)
    def test_each_has_one_home(self, name: str) -> None:
        """What is imported for types is what is loaded."""
        assert name in complaint_timescales._HOME
        assert hasattr(complaint_timescales, name)

    def test_nothing_else_has_one(self) -> None:
        """The table is the list of exports."""
        assert DOCUMENTED == list(complaint_timescales._HOME)

    @pytest.mark.parametrize("name", sorted(complaint_timescales._MODULES))
    def test_a_public_module_can_be_reached_by_name(self, name: str) -> None:
        """Without being imported first."""
        assert f"complaint_timescales.{name}" == getattr(complaint_timescales, name).__name__

    def test_another_name_is_no_attribute(self) -> None:
        """As of any module."""
        with pytest.raises(AttributeError, match="has no attribute 'deadline'"):
            _ = complaint_timescales.deadline  # type: ignore[attr-defined]

    def test_dir_names_what_there_is_to_use(self) -> None:
        """For completion in a shell."""
        assert {*DOCUMENTED, "__version__"} == set(dir(complaint_timescales))

    def test_a_bare_import_loads_no_law(self) -> None:
        """Nor attrs: a help text is not to wait for them."""
        code = "import sys, complaint_timescales; print('attrs' in sys.modules, end='')"
        found = subprocess.run(
            [sys.executable, "-c", code], check=True, capture_output=True, text=True
        )

        assert "False" == found.stdout
