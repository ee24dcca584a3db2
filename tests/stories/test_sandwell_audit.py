# SPDX-License-Identifier: MIT
"""Sandwell's report for 2022/23, claim by claim: what is right is confirmed, the rest is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from complaint_timescales.audit import AuditResult, Judgement, Verdict, audit_file

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def result() -> AuditResult:
    """The publication with its two tables."""
    return audit_file(EXAMPLES / "sandwell_2022_23.toml")


def at(result: AuditResult, where: str, kind: str = "") -> Judgement:
    """The one claim of that kind at that place."""
    (found,) = (
        each for each in result.judgements if each.where == where and kind in {"", each.kind}
    )
    return found


class TestWhatIsWrong:
    """Three things in the text, and the figures of stage 2."""

    def test_the_year_before_is_named_twice_with_two_figures(self, result: AuditResult) -> None:
        """22 + 6 = 28; a further 12 is 34, or 40 after the six."""
        found = at(result, "complaints by young people")

        assert Verdict.CANNOT_BE is found.verdict
        assert "2021/22 would have had 28, and then 34 or 40" == found.recount
        assert "the year before 2022/23 is 2021/22" in found.what

    def test_the_repeat_complainants_come_to_79_by_25(self, result: AuditResult) -> None:
        """20 + 27 + 4 + 10 + 18 by 10 + 9 + 1 + 2 + 3; the report prints neither."""
        found = at(result, "people who complained more than once")

        assert Verdict.CANNOT_TELL is found.verdict
        assert "the groups come to 79 by 25" == found.recount

    def test_the_ethnicity_rows_are_41_more_than_the_complaints(self, result: AuditResult) -> None:
        """282 - 241."""
        found = at(result, "ethnicity, all rows, beside complaints received")

        assert (Verdict.DOES_NOT_AGREE, "41 more") == (found.verdict, found.recount)

    @pytest.mark.parametrize(
        ("row", "verdict", "recount"),
        [
            ("Person 1 (row 2)", Verdict.AGREES, "terms of reference signed to closed, start day not counted"),
            ("Person 2 (row 3)", Verdict.DOES_NOT_AGREE, "no two of the row's dates give it"),
            ("Person 3 (row 4)", Verdict.DOES_NOT_AGREE, "no two of the row's dates give it"),
            ("Person 4 (row 5)", Verdict.DOES_NOT_AGREE, "terms of reference signed to closed, start day counted"),
            ("Person 5 (row 6)", Verdict.DOES_NOT_AGREE, "terms of reference signed to closed, start day counted"),
            ("Person 6 (row 7)", Verdict.AGREES, "terms of reference signed to closed, start day not counted"),
            ("Person 7 (row 8)", Verdict.AGREES, "terms of reference signed to closed, start day not counted"),
        ],
    )  # fmt: skip
    def test_each_stage_2_figure(
        self, result: AuditResult, row: str, verdict: Verdict, recount: str
    ) -> None:
        found = at(result, f"Table 13, {row}", "duration")

        assert (verdict, recount) == (found.verdict, found.recount)

    def test_the_stage_2_figures_mix_conventions(self, result: AuditResult) -> None:
        found = at(result, "Table 13")

        assert Verdict.DOES_NOT_AGREE is found.verdict
        assert "they are had in 3 ways" == found.what

    def test_a_request_after_the_terms_of_reference(self, result: AuditResult) -> None:
        found = at(result, "Table 13, Person 3 (row 4), date_of_request")

        assert Verdict.CANNOT_BE is found.verdict

    def test_an_adjudication_on_a_sunday(self, result: AuditResult) -> None:
        found = at(result, "Table 13, Person 7 (row 8), date_of_adjudication")

        assert Verdict.CANNOT_TELL is found.verdict
        assert found.what.startswith("Sunday 20 August 2023")

    def test_the_limit_is_measured_from_another_act(self, result: AuditResult) -> None:
        found = at(result, "stage 2, extended limit, as Table 13 measures it")

        assert Verdict.DOES_NOT_AGREE is found.verdict
        assert "it does not run from statement agreed" == found.what


class TestWhatIsRight:
    """It is confirmed, with the rounding that gives it."""

    @pytest.mark.parametrize(
        ("where", "recount"),
        [
            ("stage 1, in time and late", "211 + 30 = 241"),
            ("stage 1, in time", "211 of 241 is 87.55%, rounded"),
            ("stage 1, late", "30 of 241 is 12.45%, rounded"),
            ("stage 1, in time and late, in per cent", "they come to 100"),
            ("upheld or partly upheld, 2022/23", "155 of 241 is 64.32%, rounded"),
            ("upheld or partly upheld, 2021/22", "135 of 205 is 65.85%, rounded"),
            ("upheld or partly upheld, 2020/21", "134 of 213 is 62.91%, rounded"),
            ("upheld or partly upheld, 2019/20", "198 of 270 is 73.33%, rounded"),
            ("upheld or partly upheld, 2018/19", "144 of 263 is 54.75%, rounded"),
            ("stage 2, average", "533 by 7 is 76.14, rounded"),
            ("stage 2, outside timescales", "5 of 7 are over 65 working days: 75, 81, 80, 96 and 91"),
            ("mediation, resolved and gone on to stage 2", "16 + 3 = 19"),
            ("Ombudsman, upheld, not investigated and premature", "1 + 3 + 2 = 6"),
            ("stage 3, all of it", "30 + 5 + 15 = 50"),
            ("Table 7, Total across, row Timescale met", "50 + 55 + 58 + 48 = 211"),
            ("Table 7, Total across, row Timescale missed", "9 + 8 + 11 + 2 = 30"),
            ("Table 7, row Timescale met, column %", "211 of 241 is 87.55%, rounded"),
            ("Table 7, row Timescale missed, column %", "30 of 241 is 12.45%, rounded"),
        ],
    )  # fmt: skip
    def test_a_claim(self, result: AuditResult, where: str, recount: str) -> None:
        found = at(result, where)

        assert (Verdict.AGREES, recount) == (found.verdict, found.recount)

    @pytest.mark.parametrize(
        "where",
        [
            "stage 1, limit",
            "stage 1, limit for complex complaints",
            "stage 2, limit",
            "stage 3, panel",
            "stage 3, the chair's letter",
            "stage 3, final response",
        ],
    )
    def test_a_limit(self, result: AuditResult, where: str) -> None:
        assert Verdict.AGREES is at(result, where).verdict


class TestAccount:
    """Nothing is left out."""

    def test_every_entry_of_the_file_is_there(self, result: AuditResult) -> None:
        """24 claims; five columns, two totals and three shares; seven figures, four others."""
        assert 24 + 10 + 11 == len(result.judgements)
        assert () == result.rejected

    def test_what_it_comes_to(self, result: AuditResult) -> None:
        assert (
            "45 claims: 33 agrees, 7 does not agree, 2 cannot be, 3 cannot tell",
            "0 could not be read",
        ) == result.lines()

    def test_the_table_without_totals_is_recounted_too(self) -> None:
        found = audit_file(EXAMPLES / "sandwell_2022_23_stage_1.csv")

        assert [
            "each can be a count; 4 of them come to 211",
            "each can be a count; 4 of them come to 30",
        ] == [each.recount for each in found.judgements]
