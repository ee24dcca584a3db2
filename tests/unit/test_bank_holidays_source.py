# SPDX-License-Identifier: MIT
"""Where the bank holidays are read from: one country of `holidays`, asked once, in English."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from typing import Any

import holidays
import pytest

from complaint_timescales import _bank_holidays
from complaint_timescales._bank_holidays import bank_holidays

FOUND, VERSION = _bank_holidays._from_library()
DAYS, _ = bank_holidays()
ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}


class TestOneCountryAlone:
    """One country is taken out of its own file, for speed, and is the same country."""

    def test_it_is_what_the_library_gives_by_its_front_door(self) -> None:
        front = holidays.country_holidays(
            "GB", subdiv="ENG", years=range(2006, 2101), language="en_GB"
        )

        assert dict(front.items()) == FOUND

    def test_the_front_door_is_taken_where_there_is_no_such_file(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(_bank_holidays, "_COUNTRY_FILE", "utopia.py")

        assert _bank_holidays._alone(holidays.__file__) is None
        assert (FOUND, VERSION) == _bank_holidays._from_library()

    def test_it_is_the_class_of_that_file_under_a_name_of_ours(self) -> None:
        """The library's own module of that name is not loaded, and not stood in for."""
        alone: Any = _bank_holidays._alone(holidays.__file__)

        assert ("UnitedKingdom", "complaint_timescales._bank_holidays.united_kingdom") == (
            alone.__name__,
            alone.__module__,
        )
        assert alone.__module__ not in sys.modules

    def test_the_other_countries_are_not_loaded(self) -> None:
        code = (
            "import sys; from complaint_timescales import WorkingDayCalendar as Days; "
            "Days.england(); print('holidays.countries' in sys.modules, end='')"
        )
        found = subprocess.run(
            [sys.executable, "-c", code], check=True, capture_output=True, text=True
        )

        assert "False" == found.stdout


class TestTheLibrary:
    """`holidays` is asked once, in English, for England."""

    @pytest.mark.parametrize("language", ["th", "en_US"])
    def test_it_is_asked_for_british_english(
        self, monkeypatch: pytest.MonkeyPatch, language: str
    ) -> None:
        """Asked for no language, or for one that it has not, it would follow the variable."""
        monkeypatch.setenv("LANGUAGE", language)

        assert (FOUND, VERSION) == _bank_holidays._from_library()

    def test_its_answer_is_our_own_copy(self) -> None:
        """Its mapping grows when it is read, and threads can catch it half grown."""
        assert dict is type(FOUND)

    def test_the_records_cannot_be_changed(self) -> None:
        """One reading is shared by every calendar."""
        assert isinstance(DAYS, Mapping)
        assert not hasattr(DAYS, "update")

    def test_easter_monday_and_the_summer_day_are_there(self) -> None:
        """Both are missing when the library is asked for the whole country."""
        assert {date(2024, 4, 1), date(2024, 8, 26)} <= set(DAYS)

    def test_it_is_not_imported_before_it_is_needed(self) -> None:
        """Importing this package does not cost the import of that one."""
        code = (
            "import sys; import complaint_timescales.working_days; print('holidays' in sys.modules)"
        )
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, check=True, env=ENVIRONMENT
        )

        assert b"False" == done.stdout.strip()

    def test_the_language_of_the_machine_changes_no_name(self) -> None:
        """The library translates its names after the LANGUAGE variable unless told otherwise."""
        code = (
            "from complaint_timescales._bank_holidays import bank_holidays; "
            "print(len({day.name for day in bank_holidays()[0].values()}))"
        )
        done = subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            check=True,
            env={**ENVIRONMENT, "LANGUAGE": "th"},
        )

        assert str(len({day.name for day in DAYS.values()})).encode() == done.stdout.strip()
