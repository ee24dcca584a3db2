# SPDX-License-Identifier: MIT
"""Printed tables, recounted: totals, percentages, and counts that cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from complaint_timescales import InvalidTable
from complaint_timescales.audit import AuditResult, Judgement, Verdict, audit_file, audit_table
from complaint_timescales.tables import plain_name

PRINTED = """Stage 1,Q1,Q2,Q3,Q4,Total,%
Timescale met,50,55,58,48,211,88
Timescale missed,9,8,11,2,30,12
Total,59,63,69,50,241,100
"""


def at(result: AuditResult, where: str) -> Judgement:
    """The one claim at a place."""
    (found,) = (each for each in result.judgements if each.where == f"the table, {where}")
    return found


class TestTotals:
    """Across and down."""

    def test_a_right_table_agrees_all_over(self) -> None:
        """Five columns, three rows across, five columns down, three shares and their sum."""
        found = audit_table(PRINTED)

        assert {Verdict.AGREES} == {each.verdict for each in found.judgements}
        assert 5 + 3 + 5 + 3 + 1 == len(found.judgements)

    def test_one_wrong_figure_is_found_in_both_ways(self) -> None:
        """55 printed as 65: the row comes to 221, the column to 73."""
        found = audit_table(PRINTED.replace("50,55", "50,65"))

        assert ["Total across, row Timescale met", "Total down, column Q2"] == [
            each.where.removeprefix("the table, ") for each in found.of(Verdict.DOES_NOT_AGREE)
        ]

    def test_a_part_that_is_not_shown_leaves_it_open(self) -> None:
        found = audit_table("team,Q1,Q2,Total\nNorth,[c],5,8\nSouth,7,n/a,\n")

        assert Verdict.CANNOT_TELL is at(found, "Total across, row North").verdict
        assert ["column Q1", "column Q2", "column Total", "Total across, row North"] == [
            each.where.removeprefix("the table, ") for each in found.judgements
        ]

    def test_a_total_of_nothing_is_no_claim(self) -> None:
        found = audit_table("team,Total\nNorth,8\n")

        assert ["count"] == [each.kind for each in found.judgements]

    def test_a_row_without_a_name_has_its_number(self) -> None:
        found = audit_table("team,Q1,Total\n,5,6\n")

        assert Verdict.DOES_NOT_AGREE is at(found, "Total across, row row 2").verdict


class TestPercentages:
    """Each of two counts that the table shows."""

    def test_a_share_of_its_column(self) -> None:
        found = audit_table(PRINTED.replace(",88\n", ",86\n"))

        assert Verdict.DOES_NOT_AGREE is at(found, "row Timescale met, column %").verdict
        assert Verdict.AGREES is at(found, "row Timescale missed, column %").verdict
        assert Verdict.DOES_NOT_AGREE is at(found, "column %").verdict  # 98 of two parts

    def test_a_share_of_its_row(self) -> None:
        """13 of 13 in time is not 85%; 20 of 22 is 90.9."""
        table = "service,received,on time,late,% on time\nWaste,13,13,0,85%\nParks,22,20,2,91%\n"
        found = audit_table(table)

        assert "13 of 13 is 100%" == at(found, "row Waste, column % on time").recount
        assert Verdict.DOES_NOT_AGREE is at(found, "row Waste, column % on time").verdict
        assert Verdict.AGREES is at(found, "row Parks, column % on time").verdict

    def test_the_sign_makes_another_name(self) -> None:
        """Else the two columns would have one name, and the table would be refused."""
        assert ("%_on_time", "on_time") == (plain_name("% on time"), plain_name("On time"))

    def test_a_name_that_says_less_is_found_by_its_figures(self) -> None:
        """In time of received: 50 and 75."""
        found = audit_table("team,received,in time,percentage\nN,10,5,50\nS,8,6,75\nE,9,3,34\n")

        assert ["5 of 10 is 50%, exactly", "6 of 8 is 75%, exactly", "3 of 9 is 33.33%"] == [
            each.recount for each in found.judgements if each.kind == "percentage"
        ]

    def test_a_part_that_is_more_than_its_whole_cannot_be(self) -> None:
        found = audit_table("team,received,late,% late\nN,10,12,120%\nS,8,2,25%\n")

        assert Verdict.CANNOT_BE is at(found, "row N, column % late").verdict

    def test_truncated_is_said(self) -> None:
        found = audit_table(PRINTED.replace(",88\n", ",87\n"))

        assert Verdict.AGREES_IF_TRUNCATED is at(found, "row Timescale met, column %").verdict

    def test_without_its_counts_it_cannot_be_told(self) -> None:
        found = audit_table("team,received,% in time\nN,n/a,50%\nS,4,\n")

        assert Verdict.CANNOT_TELL is at(found, "row N, column % in time").verdict

    def test_without_any_counts_it_cannot_be_told(self) -> None:
        found = audit_table("team,share\nN,50%\nS,50%\n")

        assert [Verdict.CANNOT_TELL] * 2 == [each.verdict for each in found.judgements]

    def test_of_nothing_it_cannot_be_told(self) -> None:
        found = audit_table("team,a,%\nN,0,50\nS,0,50\n")

        assert {"count", "percentage", "percentages"} >= {each.kind for each in found.judgements}
        assert Verdict.CANNOT_TELL is at(found, "row N, column %").verdict


class TestMeasures:
    """A measure in each row, by year; and averages, which are no counts."""

    BY_YEAR = (
        "Stage 1,2021/22,2022/23\nReceived,205,241\nIn time,160,211\n% in time,78%,86%\n"
        "Average days,25.5,21\n"
    )

    def test_it_is_read_as_it_is_printed(self) -> None:
        found = audit_table(self.BY_YEAR)

        assert [
            ("row Received", Verdict.AGREES),
            ("row In time", Verdict.AGREES),
            ("row Average days", Verdict.CANNOT_TELL),
            ("row % in time, column 2021/22", Verdict.AGREES),
            ("row % in time, column 2022/23", Verdict.DOES_NOT_AGREE),
        ] == [(each.where.removeprefix("the table, "), each.verdict) for each in found.judgements]

    def test_a_total_stands_in_its_column(self) -> None:
        found = audit_table("x,N,S,Total\nReceived,5,6,12\n% late,20%,50%,36%\nLate,1,3,4\n")

        assert "5 + 6 = 11" == at(found, "Total across, row Received").recount

    def test_a_total_stands_in_its_row(self) -> None:
        found = audit_table("s,2022,2023\nMet,5,6\nMissed,1,3\nTotal,7,9\n% met,83%,67%\n")

        assert "5 + 1 = 6" == at(found, "Total down, column 2022").recount
        assert "5 of 7 is 71.43%" == at(found, "row % met, column 2022").recount

    def test_what_could_not_be_read_stands_so_too(self) -> None:
        found = audit_table("s,2022,2023\nMet,5,few\n% met,83%,67%\n")

        assert ["the table, row Met, column 2023"] == [each.where for each in found.rejected]

    def test_a_column_of_averages_is_not_added(self) -> None:
        found = audit_table("team,Closed,Mean days,Total\nN,5,10.5,5\nTotal,5,10.5,5\n")

        assert Verdict.CANNOT_TELL is at(found, "column Mean days").verdict
        assert "10.5, 10.5" == at(found, "column Mean days").stated
        assert () == found.of(Verdict.CANNOT_BE) + found.of(Verdict.DOES_NOT_AGREE)


class TestCells:
    """What can be no count, and what is no figure."""

    def test_an_impossible_count(self) -> None:
        found = audit_table("team,Q1,Q2\nN,-3,5\nS,2.5,6\n")

        assert ["row N, column Q1", "row S, column Q1"] == [
            each.where.removeprefix("the table, ") for each in found.of(Verdict.CANNOT_BE)
        ]
        assert "each can be a count; 2 of them come to 11" == at(found, "column Q2").recount

    def test_what_is_no_figure_could_not_be_read(self) -> None:
        found = audit_table("team,Q1,Total\nN,about 5,5\nS,6,6\n")

        assert 1 == found.exit_status
        assert ["the table, row N, column Q1: not a figure; as written: 'about 5'. "
                "Write figures alone, or 'n/a' where there is none"] == [
            str(each) for each in found.rejected
        ]  # fmt: skip
        assert Verdict.CANNOT_TELL is at(found, "Total across, row N").verdict

    def test_a_row_of_another_length_could_not_be_read(self) -> None:
        found = audit_table("team,Q1\nN,5\nS,6,7\n")

        assert ["the table, row 3"] == [each.where for each in found.rejected]

    def test_words_are_no_counts(self) -> None:
        found = audit_table("team,manager,Q1\nN,Ms A,5\nS,Mr B,6\n")

        assert ["the table, column Q1"] == [each.where for each in found.judgements]

    def test_a_table_of_words_is_refused(self) -> None:
        with pytest.raises(InvalidTable, match="no column has figures to add up"):
            audit_table("team,manager\nN,Ms A\n")


class TestDates:
    """Tables that ``check`` knows."""

    HEAD = "complaint,date_of_request,date_tor_signed,date_of_adjudication,date_closed"

    def test_figures_counted_one_way(self) -> None:
        """Signed to closed: 75 and 101."""
        found = audit_table(
            f"{self.HEAD},published_working_days\n"
            "A,5 Jan 22,22 Feb 22,6 June 22,14 June 22,75\n"
            "B,5 Jan 22,12 Jan 22,6 April 22,9 June 22,101\n"
        )

        assert Verdict.AGREES is found.judgements[-1].verdict
        assert [Verdict.AGREES] * 3 == [each.verdict for each in found.judgements]

    def test_without_figures_there_is_no_claim(self) -> None:
        found = audit_table(f"{self.HEAD}\nA,5 Jan 22,22 Feb 22,6 June 22,14 June 22\n")

        assert () == found.judgements

    def test_a_date_that_is_none_could_not_be_read(self) -> None:
        found = audit_table(f"{self.HEAD}\nA,5 Jan 22,31 Feb 22,6 June 22,14 June 22\n")

        assert ["the table, row 2, date_tor_signed"] == [each.where for each in found.rejected]
        assert "there is no such day" == found.rejected[0].what

    def test_limits_with_their_dates(self) -> None:
        """75 working days, by hand in the story of Sandwell."""
        found = audit_table("provision,start,end,working_days\n17(6),2022-02-22,2022-06-14,76\n")

        assert Verdict.DOES_NOT_AGREE is found.judgements[0].verdict


class TestFile:
    """From a file."""

    def test_a_table(self, tmp_path: Path) -> None:
        (tmp_path / "t.csv").write_text(PRINTED)

        assert "t.csv" == audit_file(tmp_path / "t.csv").name

    def test_a_table_by_its_path(self, tmp_path: Path) -> None:
        (tmp_path / "t.csv").write_text(PRINTED)

        assert "t.csv" == audit_table(tmp_path / "t.csv").name

    def test_the_corner_may_be_empty(self) -> None:
        found = audit_table(PRINTED.removeprefix("Stage 1"))

        assert audit_table(PRINTED).judgements == found.judgements

    def test_an_empty_one_is_refused_by_its_name(self, tmp_path: Path) -> None:
        (tmp_path / "t.csv").write_text("")

        with pytest.raises(InvalidTable, match=r"t\.csv"):
            audit_file(tmp_path / "t.csv")
