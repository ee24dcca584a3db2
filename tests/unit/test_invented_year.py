# SPDX-License-Identifier: MIT
"""The invented authority: its table can be made again, and holds what was put into it."""

from __future__ import annotations

import csv
import importlib.util
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from complaint_timescales import WorkingDayCalendar
from complaint_timescales.tables import DATE_FORMATS, NULL_WORDS

EXAMPLES = Path(__file__).parents[2] / "examples"
TABLE = EXAMPLES / "invented_year_2024_25.csv"
DAY = next(form for form in DATE_FORMATS if form.name == "day/month/year")


@pytest.fixture(scope="module")
def script() -> Iterator[ModuleType]:
    """The script, loaded as a module and not run."""
    spec = importlib.util.spec_from_file_location("invented", EXAMPLES / "make_invented_year.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["invented"] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules["invented"]


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    """The rows of the table as it is committed."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


class TestMaking:
    """The same seed, the same bytes."""

    def test_the_table_is_what_the_script_makes(self, script: ModuleType) -> None:
        made, _ = script.invented()

        assert TABLE.read_bytes() == script.as_csv(made).encode()

    def test_it_can_be_written_elsewhere(
        self, script: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        script.main([str(tmp_path / "t.csv")])

        assert TABLE.read_bytes() == (tmp_path / "t.csv").read_bytes()
        assert "352 rows of an authority that does not exist" in capsys.readouterr().out

    def test_another_seed_makes_another(self, script: ModuleType) -> None:
        made, _ = script.invented(seed=1)

        assert TABLE.read_bytes() != script.as_csv(made).encode()


class TestDefects:
    """Each that the script lists is in the table, where the script says."""

    def test_every_kind_is_there(self, script: ModuleType) -> None:
        _, defects = script.invented()

        assert set(script.PLANTED) == {defect.kind for defect in defects}

    def test_each_is_where_it_is_said_to_be(
        self, script: ModuleType, rows: list[dict[str, str]]
    ) -> None:
        _, defects = script.invented()

        for defect in defects:
            cells = [row[defect.column] for row in rows if row["Case ID"] == defect.case]
            assert defect.written in cells, defect

    def test_none_stands_in_the_row_of_another(self, script: ModuleType) -> None:
        _, defects = script.invented()
        cases = [defect.case for defect in defects]

        assert len(set(cases)) == len(cases)

    def test_a_cell_that_is_no_date_is_on_the_list(
        self, script: ModuleType, rows: list[dict[str, str]]
    ) -> None:
        """Nothing is wrong by accident."""
        _, defects = script.invented()
        listed = {(defect.case, defect.column) for defect in defects}
        dated = [*script.COLUMNS[1:2], *script.COLUMNS[4:19]]
        odd = {
            (row["Case ID"], column)
            for row in rows
            for column in dated
            if row[column] and not DAY.fits(row[column])
        }

        assert odd <= listed
        assert all(cell.casefold() in NULL_WORDS for cell in ("n/a", "TBC"))

    @pytest.mark.parametrize(
        ("kind", "before", "after"),
        [
            ("impossible_order", "Adjudication letter", "Report received"),
            ("wrong_year", "Response sent", "Date received"),
            ("closed_before_received", "Date closed", "Date received"),
        ],
    )
    def test_two_dates_in_the_wrong_order(
        self, script: ModuleType, rows: list[dict[str, str]], kind: str, before: str, after: str
    ) -> None:
        row = self.of(script, rows, kind)

        assert DAY.read(row[before]) < DAY.read(row[after])

    def test_a_letter_on_a_sunday(self, script: ModuleType, rows: list[dict[str, str]]) -> None:
        row = self.of(script, rows, "sunday_adjudication")

        assert 6 == DAY.read(row["Adjudication letter"]).weekday()

    def test_an_extension_after_the_limit(
        self, script: ModuleType, rows: list[dict[str, str]]
    ) -> None:
        row = self.of(script, rows, "late_extension")
        first, agreed = DAY.read(row["Date received"]), DAY.read(row["Extension date"])

        assert WorkingDayCalendar.england().add(first, 10) < agreed

    def test_a_notice_after_the_limit(self, script: ModuleType, rows: list[dict[str, str]]) -> None:
        row = self.of(script, rows, "late_notice")
        asked = DAY.read(row["Escalation date"])
        notified = DAY.read(row["Stage 2 extension notified"])

        assert WorkingDayCalendar.england().add(asked, 25) < notified

    def test_stage_2_without_stage_1(self, script: ModuleType, rows: list[dict[str, str]]) -> None:
        row = self.of(script, rows, "no_stage_1")

        assert row["Escalation date"]
        assert not row["Response sent"]

    @staticmethod
    def of(script: ModuleType, rows: list[dict[str, str]], kind: str) -> dict[str, str]:
        """The row with a defect."""
        _, defects = script.invented()
        (case,) = (defect.case for defect in defects if defect.kind == kind)
        return next(row for row in rows if row["Case ID"] == case)


class TestPlausible:
    """A medium authority, and every part of the procedure."""

    def test_two_years_of_complaints(self, rows: list[dict[str, str]]) -> None:
        """350, of which two are there twice."""
        days = [DAY.read(row["Date received"]) for row in rows]

        assert 352 == len(rows)
        assert (date(2023, 4, 1) <= min(days), max(days) <= date(2025, 3, 31)) == (True, True)
        assert 150 < sum(day >= date(2024, 4, 1) for day in days) < 200

    def test_about_an_eighth_go_to_stage_2(self, rows: list[dict[str, str]]) -> None:
        asked = [row for row in rows if row["Escalation date"] not in {"", "n/a"}]

        assert 0.1 < len(asked) / len(rows) < 0.15

    @pytest.mark.parametrize(
        ("column", "least"),
        [
            ("Extension date", 40),
            ("Stage 2 extension notified", 10),
            ("Adjudication letter", 20),
            ("Panel date", 3),
            ("Final response", 2),
            ("Mediation outcome", 10),
            ("LGSCO decision", 5),
        ],
    )
    def test_each_part_has_some(self, rows: list[dict[str, str]], column: str, least: int) -> None:
        assert least <= sum(bool(row[column]) for row in rows)

    def test_some_are_withdrawn_and_some_are_open(self, rows: list[dict[str, str]]) -> None:
        assert 5 < sum(row["Outcome"] == "Withdrawn" for row in rows) < 25
        assert 3 < sum(not row["Date closed"] for row in rows) < 40
