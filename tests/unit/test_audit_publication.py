# SPDX-License-Identifier: MIT
"""A publication in TOML, read strictly: what is wrong is named, and the rest is recounted."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from complaint_timescales import InvalidDocument
from complaint_timescales.audit import (
    Comparison,
    Duration,
    Verdict,
    audit_file,
    audit_publication,
    claim_of,
)

HEAD = 'schema = "complaint-timescales/publication/1"\n'
SUM: dict[str, Any] = {"kind": "sum", "where": "p. 1", "parts": [16, 3], "stated": 19}
CLAIM = '[[claim]]\nkind = "sum"\nwhere = "p. 1"\nparts = [16, 3]\nstated = 19\n'


class TestClaims:
    """Every key read, and none left over."""

    def test_dates_stand_as_toml_has_them(self) -> None:
        found = audit_publication(
            f'{HEAD}[[claim]]\nkind = "duration"\nwhere = "p. 2"\nstart = 2023-01-12\n'
            "end = 2023-03-27\nstated = 53\n"
        )

        assert Verdict.DOES_NOT_AGREE is found.judgements[0].verdict

    def test_a_claim_of_dates(self) -> None:
        start, end = date(2023, 1, 12), date(2023, 3, 27)
        claim = claim_of(
            {"kind": "duration", "where": "p. 2", "start": start, "end": end, "stated": 53}
        )

        assert Duration(where="p. 2", start=start, end=end, stated=53) == claim

    def test_a_claim_of_changes(self) -> None:
        claim = claim_of(
            {
                "kind": "comparison",
                "where": "p. 3",
                "period": "2022/23",
                "stated": 22,
                "changes": [{"since": "the year before", "by": -6}],
                "known": {"2021/22": 28},
            }
        )

        assert isinstance(claim, Comparison)
        assert Verdict.AGREES is claim.check().verdict

    @pytest.mark.parametrize(
        ("entry", "where", "remedy"),
        [
            ({**SUM, "kind": "summ"}, "kind", "Did you mean 'sum'?"),
            ({"where": "p. 1"}, "kind", "Write 'beside', 'comparison'"),
            ({**SUM, "kind": "xyz"}, "kind", "Write 'beside', 'comparison'"),
            ({**SUM, "kind": ["sum"]}, "kind", "Did you mean 'sum'?"),
            ({**SUM, "part": [1]}, "part", "Did you mean 'parts'?"),
            ({"kind": "sum", "where": "p. 1", "parts": [1]}, "stated", "Give where, parts and stated"),
            ({**SUM, "stated": 1.5}, "stated", "Write a whole number, or the figure in quotes"),
            ({**SUM, "parts": []}, "parts", "Write [50, 55, 58]"),
            ({**SUM, "where": " "}, "where", ""),
            ({**SUM, "where": 5}, "where", ""),
            ("sum", "", ""),
            ({"kind": "duration", "where": "p", "start": "2023-01-12", "end": "x", "stated": 1}, "start", "Write start = 2022-02-22, without quotes"),
            ({"kind": "comparison", "where": "p", "period": "2022/23", "stated": 1, "changes": []}, "changes", "Write changes = "),
            ({"kind": "comparison", "where": "p", "period": "2022/23", "stated": 1, "changes": ["x"]}, "", ""),
            ({"kind": "comparison", "where": "p", "period": "2022/23", "stated": 1, "changes": [{"by": 1}]}, "changes", ""),
            ({"kind": "comparison", "where": "p", "period": "2022/23", "stated": 1, "changes": [{"sin": "2021/22"}]}, "sin", "Did you mean 'since'?"),
        ],
    )  # fmt: skip
    def test_what_is_wrong_is_named(self, entry: object, where: str, remedy: str) -> None:
        with pytest.raises(InvalidDocument) as caught:
            claim_of(entry)

        assert where == caught.value.where
        assert caught.value.remedy.startswith(remedy)


class TestDocument:
    """The whole of it."""

    def test_one_bad_claim_does_not_spoil_the_others(self) -> None:
        found = audit_publication(f"{HEAD}{CLAIM}{CLAIM.replace('19', '1.9')}claim_x = 1\n{CLAIM}")

        assert [Verdict.AGREES] * 2 == [each.verdict for each in found.judgements]
        assert ["claim 2 (p. 1), claim_x"] == [each.where for each in found.rejected]
        assert 1 == found.exit_status

    def test_a_claim_without_a_place_has_its_number(self) -> None:
        found = audit_publication(f'{HEAD}[[claim]]\nkind = "sum"\n')

        assert ["claim 1, where"] == [each.where for each in found.rejected]

    def test_what_is_no_list_of_tables_is_an_entry_that_cannot_be_read(self) -> None:
        found = audit_publication(f"{HEAD}claim = [5]\n")

        assert ["claim 1"] == [each.where for each in found.rejected]

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("schema = ", "the publication: not TOML: "),
            (f"{HEAD}title = {'9' * 5000}\n", "the publication: not TOML: Exceeds the limit"),
            (f"{HEAD}title = 0x{'f' * 5000}\n", "not TOML: a number has more than 64 bits"),
            ('title = "A"\n', "schema: not the schema of a publication. Write schema"),
            ('schema = "x/1"\n', 'Write schema = "complaint-timescales/publication/1"'),
            (f"{HEAD}claims = []\n", "claims: there is no such key. Did you mean 'claim'?"),
            (f"{HEAD}[claim]\nkind = 'sum'\n", r"claim: \[\[claim\]\] is needed"),
        ],
    )
    def test_what_is_no_publication_is_refused(self, text: str, message: str) -> None:
        with pytest.raises(InvalidDocument, match=message.replace("?", r"\?")):
            audit_publication(text)

    def test_it_has_its_title_or_the_name_of_its_file(self) -> None:
        assert "A" == audit_publication(f'{HEAD}title = "A"\n').name
        assert "the publication" == audit_publication(HEAD).name


class TestTables:
    """Beside the file."""

    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        (tmp_path / "t.csv").write_text("team,Q1,Q2,Total\nN,5,6,12\nS,x,2,3\n")
        (tmp_path / "one.csv").write_text("team,Q1")
        return tmp_path

    def told(self, folder: Path, table: str) -> tuple[list[str], list[str]]:
        (folder / "p.toml").write_text(HEAD + table)
        found = audit_file(folder / "p.toml")
        return [each.where for each in found.judgements], [each.where for each in found.rejected]

    def test_its_claims_and_its_bad_cells_are_among_the_others(self, folder: Path) -> None:
        claims, rejected = self.told(folder, '[[table]]\nwhere = "Table 1"\nfile = "t.csv"\n')

        assert "Table 1, Total across, row N" in claims
        assert ["Table 1, row S, column Q1"] == rejected

    @pytest.mark.parametrize(
        ("table", "where"),
        [
            ('where = "T"\nfile = "none.csv"\n', "table 1 (T), "),
            ('where = "T"\nfile = "one.csv"\n', "table 1 (T), T"),
            ('where = "T"\n', "table 1 (T), file"),
            ('file = "t.csv"\n', "table 1, where"),
            ('where = "T"\nfiles = "t.csv"\n', "table 1 (T), files"),
        ],
    )
    def test_one_that_cannot_be_read_is_set_aside(
        self, folder: Path, table: str, where: str
    ) -> None:
        claims, (rejected,) = self.told(folder, f"[[table]]\n{table}")

        assert [] == claims
        assert rejected.startswith(where)
