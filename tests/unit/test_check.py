# SPDX-License-Identifier: MIT
"""A table checked: what is assessed, what cannot be told, what is set aside, and what it says."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from complaint_timescales import ComplaintTimescalesError, Outcome, WorkingDayCalendar
from complaint_timescales._errors import InvalidTable
from complaint_timescales.check import CheckedRow, CheckResult, check_table
from complaint_timescales.tables import Rejected

HEADER = "service,complaint,date_of_request,date_tor_signed,date_of_adjudication,date_closed"


def investigations(*rows: str, header: str = HEADER, as_at: date | None = None) -> CheckResult:
    """A table of investigations, checked."""
    return check_table("\n".join([header, *rows]) + "\n", as_at=as_at)


def limits(
    *rows: str,
    columns: str = "provision,start,end",
    as_at: date | None = None,
    calendar: WorkingDayCalendar | None = None,
) -> CheckResult:
    """A table of limits, checked."""
    table = "\n".join([columns, *rows]) + "\n"
    return check_table(table, as_at=as_at, calendar=calendar)


def only(result: CheckResult) -> CheckedRow:
    """The one row of a result."""
    (row,) = result.rows
    return row


def set_aside(result: CheckResult) -> Rejected:
    """The one row that a result rejects."""
    (rejected,) = result.rejected
    return rejected


class TestInvestigations:
    """Rows with the dates of an investigation."""

    def test_columns_go_by_the_names_of_results_as_well(self) -> None:
        """Case and order do not matter."""
        header = "Closed,ADJUDICATION_SENT,statement_agreed,Stage2_Requested"
        row = only(investigations("2022-06-14,2022-06-03,2022-02-22,2022-01-05", header=header))

        assert [75, 102] == [reading.working_days for reading in row.readings]

    def test_other_columns_are_labels(self) -> None:
        """They are kept under their own names, as they are written."""
        row = only(investigations("East,P1,5 Jan 22,22 Feb 22,3 June 22,14 June 22"))

        assert ("P1", {"service": "East"}) == (row.case, row.labels)

    def test_a_row_without_a_case_is_called_by_its_number(self) -> None:
        """Its number in a spreadsheet."""
        row = only(investigations("East,,5 Jan 22,22 Feb 22,3 June 22,14 June 22"))

        assert "row 2" == row.name

    @pytest.mark.parametrize(
        ("row", "own", "regulations"),
        [
            ("E,P,,22 Feb 22,3 June 22,14 June 22", "", "no date for request"),
            ("E,P,5 Jan 22,n/a,3 June 22,14 June 22", "no date for terms of reference signed", ""),
            ("E,P,5 Jan 22,22 Feb 22,-,14 June 22", "", "no date for adjudication"),
            ("E,P,5 Jan 22,22 Feb 22,3 June 22,", "no date for closed", ""),
        ],
    )
    def test_a_missing_date_leaves_its_clock_undetermined(
        self, row: str, own: str, regulations: str
    ) -> None:
        """The other clock is told all the same."""
        assert [own, regulations] == [each.reason for each in only(investigations(row)).readings]

    def test_a_missing_date_is_neither_met_nor_missed(self) -> None:
        """The row counts in no denominator of that clock."""
        result = investigations("E,P,5 Jan 22,22 Feb 22,3 June 22,")

        assert (0, 1) == tuple(clock.tallies[0].told for clock in result.summary.clocks)

    @pytest.mark.parametrize(
        ("as_at", "outcomes"),
        [
            (date(2022, 3, 29), ["running", "running"]),  # day 25 after 22 February
            (date(2022, 3, 30), ["overdue", "running"]),
            (date(2022, 5, 27), ["overdue", "running"]),  # day 65
            (date(2022, 5, 30), ["overdue", "overdue"]),
        ],
    )
    def test_an_open_row_is_looked_at_from_a_day(self, as_at: date, outcomes: list[str]) -> None:
        """The day before, the last day and the day after, for both limits."""
        own = only(investigations("E,P,5 Jan 22,22 Feb 22,,", as_at=as_at)).reading("own")

        assert outcomes == [own.outcome(provision).value for provision in ("17(3)", "17(6)")]

    def test_a_clock_that_starts_after_the_day_is_not_told(self) -> None:
        """Nothing has run yet."""
        row = only(investigations("E,P,5 Jan 22,22 Feb 22,,", as_at=date(2022, 2, 1)))

        assert "terms of reference signed is after the day looked from" == row.readings[0].reason

    def test_an_order_that_leaves_both_clocks_running_forward_is_still_shown(self) -> None:
        """The terms of reference cannot follow the adjudication."""
        row = only(investigations("E,P,5 Jan 22,6 June 22,3 May 22,14 June 22"))

        assert ["impossible_order"] == [finding.kind for finding in row.findings]

    def test_a_suggestion_may_be_about_any_one_date(self) -> None:
        """The adjudication of 2021 fits as one of 2022."""
        row = only(investigations("E,P,5 Jan 22,22 Feb 22,1 June 21,14 June 22"))

        assert "1 June 2022 as date_of_adjudication would fit" in row.findings[0].remedy

    def test_no_suggestion_is_made_where_no_year_fits(self) -> None:
        """June cannot come before May of the same or any neighbouring year, thrice over."""
        row = only(investigations("E,P,9 June 24,9 May 22,9 April 20,9 March 18"))

        assert {"Check both dates against the file"} == {each.remedy for each in row.findings}

    def test_no_suggestion_leaves_the_calendar(self) -> None:
        """The year before 2006 is not known."""
        row = only(investigations("E,P,2 Nov 06,3 Oct 06,4 Oct 06,5 Oct 06"))

        assert "2005" not in row.findings[0].remedy

    def test_a_leap_day_has_a_neighbour_in_the_next_year(self) -> None:
        """29 February 2024 may have been meant as a day of 2023."""
        row = only(investigations("E,P,29 Feb 24,1 May 23,1 June 23,1 July 23"))

        assert "28 February 2023 as date_of_request would fit" in row.findings[0].remedy

    def test_a_request_may_be_made_on_any_day(self) -> None:
        """A Saturday is no finding there."""
        row = only(investigations("E,P,8 Jan 22,22 Feb 22,1 June 22,14 June 22"))

        assert () == row.findings

    @pytest.mark.parametrize(
        ("cells", "written"),
        [
            ("31 Feb 22,22 Feb 22,3 June 22,14 June 22", "31 Feb 22"),
            ("5 Jan 22,22 Feb 22,soon,14 June 22", "soon"),
            ("5 Jan 22,22 Feb 22,3 June 22,14/06/2022", "14/06/2022"),
        ],
    )
    def test_a_row_with_a_date_that_cannot_be_read_is_rejected(
        self, cells: str, written: str
    ) -> None:
        """It is listed with the cell as written, and the others are assessed."""
        result = investigations("E,P1,5 Jan 22,22 Feb 22,3 June 22,14 June 22", f"E,P2,{cells}")

        assert (1, written, 1) == (
            len(result.rows),
            set_aside(result).findings[0].written,
            result.exit_status,
        )

    def test_a_date_outside_the_calendar_is_rejected_by_its_column(self) -> None:
        """It is a date, and nothing is known about working days there."""
        result = investigations("E,P,5 Jan 1922,22 Feb 2022,3 June 2022,14 June 2022")

        assert ("date_of_request", "5 Jan 1922") == (
            (found := set_aside(result).findings[0]).column,
            found.written,
        )

    def test_a_last_day_beyond_the_calendar_is_rejected(self) -> None:
        """65 working days after November 2100 end in a year that nobody knows."""
        result = investigations("E,P,1 Nov 2100,1 Nov 2100,3 Nov 2100,4 Nov 2100")

        assert "would end after" in set_aside(result).reason

    def test_a_stated_figure_that_cannot_be_read_is_a_finding(self) -> None:
        """The clocks do not need it, so the row is assessed."""
        header = f"{HEADER},published_working_days"
        row = only(
            investigations("E,P,5 Jan 22,22 Feb 22,1 June 22,14 June 22,about 75", header=header)
        )

        assert (None, ["unreadable"]) == (row.stated, [each.kind for each in row.findings])

    def test_a_ragged_row_is_rejected(self) -> None:
        """It is listed among the rows that could not be read, in their order."""
        good = "E,P,5 Jan 22,22 Feb 22,3 June 22,14 June 22"
        result = investigations("E,P,soon,22 Feb 22,3 June 22,14 June 22", good, "E,P", good)

        assert [2, 4] == [each.row.number for each in result.rejected]

    def test_every_row_is_in_one_list(self) -> None:
        """Assessed or rejected, and never neither."""
        good = "E,P,5 Jan 22,22 Feb 22,3 June 22,14 June 22"
        result = investigations(good, "E,P", good, "E,P,x,y,z,w")

        assert [2, 3, 4, 5] == sorted(
            [row.number for row in result.rows] + [each.row.number for each in result.rejected]
        )

    def test_findings_of_all_rows_come_in_order(self) -> None:
        """Those of rejected rows stand among the others."""
        odd = "E,P,5 Jan 22,22 Feb 22,4 June 22,14 June 22"

        assert [2, 3, 4] == [each.row for each in investigations(odd, "E,P", odd).findings]

    def test_a_table_without_rows_is_no_error(self) -> None:
        """There is nothing to count, and no mean is made up."""
        result = investigations()

        assert (0, None, 0) == (
            len(result.rows),
            result.summary.clocks[0].taken.mean,
            result.exit_status,
        )

    def test_a_missing_column_lists_what_there_is(self) -> None:
        """With the nearest name, and what it looks for."""
        with pytest.raises(InvalidTable) as caught:
            investigations(header="date_of_request,date_tor_signed,adjudicated_on,date_closed")

        assert (
            "the table: the table has no column 'adjudication_sent' (its columns are"
            " 'date_of_request', 'date_tor_signed', 'adjudicated_on' and 'date_closed'). Did you"
            " mean 'adjudicated_on' for 'adjudication_sent'? It looks for adjudication_sent or"
            " date_of_adjudication"
        ) == str(caught.value)

    def test_a_table_of_neither_kind_is_told_of_both(self) -> None:
        """Nothing in the header shows which was meant."""
        with pytest.raises(InvalidTable, match="'provision', 'start' and 'end' can be checked"):
            check_table("a,b\n1,2\n")


class TestLimits:
    """Rows that name their provision."""

    def test_a_row_is_assessed_under_its_provision(self) -> None:
        """29 August to 28 November 2024 is the 65th day."""
        row = only(limits("17(6),2024-08-29,2024-11-28")).to_dict()

        assert ("met", 65, 65, "2024-11-28", 0) == (
            row["outcome"],
            row["working_days"],
            row["limit"],
            row["due"],
            row["days_over"],
        )

    def test_a_file_is_read(self, tmp_path: Path) -> None:
        """The table is called by the name of the file."""
        path = tmp_path / "cases.csv"
        path.write_text("provision,start,end\n17(6),2024-08-29,2024-11-29\n", encoding="utf-8")
        result = check_table(path)

        assert ("cases.csv", Outcome.MISSED) == (
            result.table,
            only(result).readings[0].outcome(),
        )

    def test_an_extra_holiday_counts(self) -> None:
        """With the 29th off, the 29th is as good as the 28th: one day later, none over."""
        calendar = WorkingDayCalendar.england(extra_holidays={date(2024, 11, 28): "Holiday"})
        row = only(limits("17(6),2024-08-29,2024-11-29", calendar=calendar))

        assert Outcome.MET is row.readings[0].outcome()

    def test_the_stated_figure_is_asked_for_its_convention(self) -> None:
        """66 counts the start day."""
        columns = "provision,start,end,stated_working_days"
        row = only(limits("17(6),2024-08-29,2024-11-28,66", columns=columns))

        assert "start to end, start day counted" == str(row.reproduced_by[0])

    def test_a_rarer_convention_is_asked_for_at_last(self) -> None:
        """64 is 65 without the end, and nothing more usual gives it."""
        columns = "provision,start,end,stated_working_days"
        row = only(limits("17(6),2024-08-29,2024-11-28,64", columns=columns))

        assert (
            "it is start to end, clear working days, neither end counted",
            "By the Regulations' way of counting it is 65",
        ) == (row.findings[0].what, row.findings[0].remedy)

    def test_a_figure_that_nothing_gives_has_its_slips(self) -> None:
        """Monday to Friday is 4, and 9 with a week more at either end: 26 August is off."""
        columns = "provision,start,end,stated_working_days"
        row = only(limits("17(3),2024-09-02,2024-09-06,9", columns=columns))

        assert (
            "not_reproduced",
            "Ask which dates it was counted from, and how. A suggestion only, for nothing was"
            " changed: it would be start to end with start on Monday 26 August 2024 (one week"
            " earlier): start day not counted; or start to end with end on Friday 13 September 2024"
            " (one week later): start day not counted",
        ) == (row.findings[0].kind, row.findings[0].remedy)

    def test_no_more_than_three_slips_are_named(self) -> None:
        """Six would make 20 of the 19 from Saturday 14 September: the law's own comes first."""
        columns = "provision,start,end,stated_working_days"
        row = only(limits("17(3),2024-09-14,2024-10-10,20", columns=columns))
        remedy = row.findings[0].remedy

        assert (3, True) == (
            remedy.count("start to end with"),
            "it would be start to end with end on Friday 11 October 2024 (one day later): start day"
            " not counted; or" in remedy,
        )

    def test_a_figure_that_no_slip_explains_says_so(self) -> None:
        """25 working days, stated as 12."""
        columns = "provision,start,end,stated_working_days"
        row = only(limits("17(3),2024-08-29,2024-10-03,12", columns=columns))

        assert row.findings[0].remedy.endswith(". No single slip in a date would explain it")

    @pytest.mark.parametrize(
        "row", ["9(1),2006-01-31,2007-01-31,250", "17(3),2024-08-29,,12", "17(3),,2024-08-29,12"]
    )
    def test_without_two_dates_to_count_no_slip_is_spoken_of(self, row: str) -> None:
        """A start before there were working days, or a date that is not there."""
        found = only(limits(row, columns="provision,start,end,stated_working_days"))

        assert "Ask which dates it was counted from, and how" == found.findings[0].remedy

    def test_a_missing_start_leaves_all_of_it_open(self) -> None:
        """There is no last day without a day 0."""
        row = only(limits("17(6),n/a,2024-11-28")).to_dict()

        assert ("undetermined", None, None, "no date for start") == (
            row["outcome"],
            row["limit"],
            row["due"],
            row["reason"],
        )

    def test_a_missing_end_leaves_the_verdict_open(self) -> None:
        """The last day is known all the same."""
        row = only(limits("17(6),2024-08-29,")).to_dict()

        assert ("undetermined", "2024-11-28") == (row["outcome"], row["due"])

    def test_an_end_before_the_start_is_a_finding(self) -> None:
        """Both dates are named, and the row is kept."""
        finding = only(limits("17(6),2024-11-28,2024-08-29")).findings[0]

        assert "Thursday 28 November 2024 is after end, Thursday 29 August 2024" == finding.what

    @pytest.mark.parametrize("provision", ["17(7)", "", "17 (3)"])
    def test_a_provision_that_sets_no_limit_is_rejected(self, provision: str) -> None:
        """The reason lists those that do."""
        assert "The time limits are" in set_aside(limits(f"{provision},2024-08-29,")).reason

    def test_a_year_may_start_before_the_regulations(self) -> None:
        """Grounds of 31 January 2006: the anniversary is the last day."""
        row = only(limits("9(1),2006-01-31,2007-01-31"))

        assert (Outcome.MET, None) == (row.readings[0].outcome(), row.readings[0].working_days)

    def test_a_stated_figure_from_before_the_calendar_is_given_by_nothing(self) -> None:
        """There were no working days to count then."""
        columns = "provision,start,end,stated_working_days"
        row = only(limits("9(1),2006-01-31,2007-01-31,250", columns=columns))

        assert () == row.reproduced_by

    def test_a_year_may_not_end_beyond_the_calendar(self) -> None:
        """Whoever writes 2203 means another year."""
        assert "end" == set_aside(limits("9(1),2006-01-31,2203-01-31")).findings[0].column

    def test_each_provision_has_its_own_summary(self) -> None:
        """With the denominator of its own rows, and years called years."""
        lines = limits("17(3),2024-08-29,2024-10-03", "9(1),2024-01-02,2025-01-03").summary.lines()

        assert (
            "2 rows assessed, 0 rejected",
            "Regulation 17(3) (start to end): 0 of 1 over 25 (17(3)); mean 25.0 working days",
            "Regulation 9(1) (start to end): 1 of 1 over 1 year (9(1))",
        ) == lines

    def test_one_figure_is_and_more_are(self) -> None:
        """The sentences agree with their numbers."""
        columns = "provision,start,end,stated_working_days"
        result = limits("17(6),2024-08-29,2024-11-28,65", columns=columns)

        assert (
            "1 of 1 stated figure is start to end, start day not counted: row 2"
        ) == result.summary.lines()[-1]

    def test_a_needed_column_is_asked_for(self) -> None:
        """Without a hint of the other kind of table."""
        with pytest.raises(InvalidTable) as caught:
            limits(columns="provision,start,other")

        assert "It looks for end or end_date" == caught.value.remedy

    def test_a_declared_format_holds_for_every_column(self) -> None:
        """What is written otherwise is rejected."""
        table = "provision,start,end\n17(6),29/08/2024,28/11/2024\n"

        assert 2 == len(set_aside(check_table(table, date_format="iso")).findings)


class TestJson:
    """What other programs get."""

    @pytest.mark.parametrize(
        "result",
        [
            investigations("E,P,5 Jan 22,22 Feb 22,3 June 22,14 June 22", "E"),
            limits("17(6),2024-08-29,2024-11-28", "17(7),,"),
        ],
        ids=["investigations", "limits"],
    )
    def test_it_survives_the_journey(self, result: CheckResult) -> None:
        """Text, numbers, true, false and null only."""
        document = result.to_dict()

        assert document == json.loads(json.dumps(document))

    def test_the_parts_are_there(self) -> None:
        """Rows, rejected rows and a summary, with the schema and the calendar."""
        assert {"schema", "table", "rows", "rejected", "findings", "summary", "calendar"} == set(
            limits().to_dict()
        )

    def test_an_investigation_has_both_clocks(self) -> None:
        """Each with both limits."""
        result = investigations("E,P,5 Jan 22,22 Feb 22,3 June 22,14 June 22")
        clocks = result.to_dict()["rows"][0]["clocks"]

        assert {"own": ["17(3)", "17(6)"], "regulations": ["17(3)", "17(6)"]} == {
            key: list(clock["limits"]) for key, clock in clocks.items()
        }

    def test_the_outcomes_are_counted(self) -> None:
        """By their words, so that every denominator can be checked."""
        result = investigations("E,P,5 Jan 22,22 Feb 22,3 June 22,14 June 22", "E,P,,,,")
        own = result.to_dict()["summary"]["clocks"]["own"]

        assert {"missed": 1, "undetermined": 1} == own["limits"]["17(6)"]["outcomes"]

    def test_every_error_is_one_of_ours(self) -> None:
        """Whoever catches the base catches them all."""
        with pytest.raises(ComplaintTimescalesError):
            check_table("nowhere.csv")
