# SPDX-License-Identifier: MIT
"""Claims of each kind: what agrees, what does not, and what cannot be."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import attrs
import pytest

from complaint_timescales import ComplaintTimescalesError, InvalidDocument, UnknownProvision
from complaint_timescales.audit import (
    KINDS,
    AuditResult,
    Beside,
    Change,
    Comparison,
    Count,
    Duration,
    Figure,
    Judgement,
    Mean,
    Over,
    Percentage,
    Percentages,
    Quarter,
    QuotedLimit,
    Sum,
    Unread,
    Verdict,
    WeightedSum,
)
from complaint_timescales.audit._figures import decimal, figure_of, parsed_figure

AGREES, TRUNCATED = Verdict.AGREES, Verdict.AGREES_IF_TRUNCATED
NOT, CANNOT_BE, CANNOT_TELL = Verdict.DOES_NOT_AGREE, Verdict.CANNOT_BE, Verdict.CANNOT_TELL
P = "p. 1"


class TestFigures:
    """As they are printed."""

    @pytest.mark.parametrize(
        ("text", "value", "places"),
        [
            ("88%", Fraction(88), 0),
            (" 76.10 ", Fraction(761, 10), 2),
            ("1,204", Fraction(1204), 0),
            ("-3", Fraction(-3), 0),
            ("\N{MINUS SIGN}3.5 %", Fraction(-7, 2), 1),
        ],
    )
    def test_a_figure(self, text: str, value: Fraction, places: int) -> None:
        assert Figure(text.strip(), value, places) == parsed_figure(text)

    @pytest.mark.parametrize(
        "text",
        ["", "12,04", "1.2.3", "five", "<5", "12 of 20", "1e5", "1" + ",000" * 4, "1" * 13],
    )
    def test_no_figure(self, text: str) -> None:
        assert None is parsed_figure(text)

    @pytest.mark.parametrize("value", [76.1, True, None, "about 76", 10**12, -(10**12)])
    def test_what_would_not_keep_its_places_is_refused(self, value: object) -> None:
        with pytest.raises(InvalidDocument, match="not a figure"):
            figure_of(value)

    def test_twelve_digits_are_the_most(self) -> None:
        """No figure of complaints has more."""
        assert Fraction(999_999_999_999) == figure_of(999_999_999_999).value
        assert Fraction(999_999_999_999) == figure_of("999,999,999,999").value

    @pytest.mark.parametrize(
        ("value", "places", "text"),
        [
            (Fraction(1, 2), 0, "1"),
            (Fraction(-1, 1000), 1, "0"),
            (Fraction(5, 4), 1, "1.3"),
            (Fraction(79), 4, "79"),
        ],
    )
    def test_in_decimals(self, value: Fraction, places: int, text: str) -> None:
        assert text == decimal(value, places)


class TestCount:
    """Whole, not negative, not more than its whole."""

    @pytest.mark.parametrize(
        ("stated", "whole", "verdict"),
        [
            (0, None, AGREES),
            (7, 7, AGREES),
            (8, 7, CANNOT_BE),
            (-1, None, CANNOT_BE),
            ("2.5", None, CANNOT_BE),
            (2, "7.5", CANNOT_BE),
        ],
    )
    def test_it_can_be_or_not(self, stated: object, whole: object, verdict: Verdict) -> None:
        assert verdict is Count(where=P, stated=stated, whole=whole).check().verdict

    def test_it_is_told(self) -> None:
        assert (
            "p. 1: 8: cannot be: it is more than its whole, 7 (a part is not greater than the whole)."
            " Look both up where they were counted"
        ) == str(Count(where=P, stated=8, whole=7).check())


class TestSum:
    """Parts and their total."""

    @pytest.mark.parametrize(
        ("parts", "stated", "verdict", "recount"),
        [
            ([50, 55, 58, 48], 211, AGREES, "50 + 55 + 58 + 48 = 211"),
            ([16, 3], 20, NOT, "16 + 3 = 19"),
            ([16, 3], 18, NOT, "16 + 3 = 19"),
            ([16, -3], 13, CANNOT_BE, ""),
        ],
    )
    def test_it_is_added(
        self, parts: list[int], stated: int, verdict: Verdict, recount: str
    ) -> None:
        found = Sum(where=P, parts=parts, stated=stated).check()

        assert (verdict, recount) == (found.verdict, found.recount)

    def test_it_says_by_how_much(self) -> None:
        assert "the parts come to 1 fewer" == Sum(where=P, parts=[16, 3], stated=20).check().what
        assert "the parts come to 1 more" == Sum(where=P, parts=[16, 3], stated=18).check().what

    @pytest.mark.parametrize("parts", [[], "16, 3", 19])
    def test_without_parts_it_is_refused(self, parts: object) -> None:
        with pytest.raises(InvalidDocument, match="figures are needed"):
            Sum(where=P, parts=parts, stated=19)


class TestWeightedSum:
    """Ten people with two complaints each are twenty."""

    GROUPS = ((10, 2), (9, 3), (1, 4), (2, 5), (3, 6))  # 20 + 27 + 4 + 10 + 18, by 25

    @pytest.mark.parametrize(
        ("stated", "people", "verdict"),
        [
            (79, 25, AGREES),
            (79, None, AGREES),
            (None, 25, AGREES),
            (78, 25, NOT),
            (79, 24, NOT),
            (None, None, CANNOT_TELL),
            (-79, 25, CANNOT_BE),
        ],
    )
    def test_it_is_multiplied_out(self, stated: object, people: object, verdict: Verdict) -> None:
        found = WeightedSum(where=P, groups=self.GROUPS, stated=stated, people=people).check()

        assert verdict is found.verdict

    @pytest.mark.parametrize("groups", [[], 5, [[1, 2, 3]], [[]]])
    def test_groups_that_are_none_are_refused(self, groups: object) -> None:
        with pytest.raises(InvalidDocument):
            WeightedSum(where=P, groups=groups)


class TestPercentage:
    """Which rounding gives it."""

    @pytest.mark.parametrize(
        ("part", "whole", "stated", "verdict", "way"),
        [
            (211, 241, "88%", AGREES, ", rounded"),
            (211, 241, "87%", TRUNCATED, ", truncated"),
            (211, 241, "87.6", AGREES, ", rounded"),
            (211, 241, "87.5", TRUNCATED, ", truncated"),
            (211, 241, "86%", NOT, ""),
            (1, 2, "50", AGREES, ", exactly"),
            (1, 8, "13", AGREES, ", rounded"),  # a half upwards
            (1, 8, "12", AGREES, ", rounded"),  # and downwards, as some round
            (13, 13, "85", NOT, ""),
        ],
    )
    def test_it_is_recounted(
        self, part: int, whole: int, stated: str, verdict: Verdict, way: str
    ) -> None:
        found = Percentage(where=P, part=part, whole=whole, stated=stated).check()

        assert verdict is found.verdict
        assert found.recount.endswith(f"%{way}")

    @pytest.mark.parametrize(("part", "whole"), [(8, 7), (-1, 7), (0, 0)])
    def test_it_cannot_be(self, part: int, whole: int) -> None:
        found = Percentage(where=P, part=part, whole=whole, stated="50").check()

        assert CANNOT_BE is found.verdict


class TestPercentages:
    """All parts of a whole."""

    @pytest.mark.parametrize(
        ("stated", "verdict"),
        [
            (["88%", "12%"], AGREES),
            (["33", "33", "33"], AGREES),  # 99: three halves may be lost
            (["33.3", "33.3", "33.3"], AGREES),
            (["17", "17", "17", "17", "17", "17"], AGREES),  # 102 of six
            (["24", "24", "24", "25"], TRUNCATED),  # 97: nearly four may be cut off, not rounded
            (["24", "24", "24", "24"], NOT),  # 96: four whole units are not cut off
            (["60", "45"], NOT),
        ],
    )
    def test_they_come_to_100_or_not(self, stated: list[str], verdict: Verdict) -> None:
        assert verdict is Percentages(where=P, stated=stated).check().verdict

    def test_it_says_so(self) -> None:
        found = Percentages(where=P, stated=["33", "33", "33"]).check()

        assert "they come to 99, which is 100 to within rounding" == found.recount


class TestMean:
    """Of figures, or of a total."""

    @pytest.mark.parametrize(
        ("stated", "verdict"),
        [("76", AGREES), ("76.1", AGREES), ("76.2", NOT), ("76.14", AGREES), ("77", NOT)],
    )
    def test_of_figures(self, stated: str, verdict: Verdict) -> None:
        """533 by 7 is 76.142..."""
        figures = [75, 57, 81, 53, 80, 96, 91]

        assert verdict is Mean(where=P, stated=stated, figures=figures).check().verdict

    def test_of_a_total(self) -> None:
        """17 by 4 is 4.25."""
        assert TRUNCATED is Mean(where=P, stated="4.2", total="17.1", of=4).check().verdict

    @pytest.mark.parametrize(
        "given",
        [{}, {"total": 5}, {"of": 5}, {"figures": [1], "total": 1, "of": 1}, {"total": 5, "of": 0}],
    )
    def test_neither_nor_both_is_refused(self, given: dict[str, Any]) -> None:
        with pytest.raises(InvalidDocument):
            Mean(where=P, stated=1, **given)


class TestOver:
    """Figures over a limit."""

    @pytest.mark.parametrize(
        ("stated", "of", "verdict"), [(1, 3, AGREES), (2, 3, NOT), (1, 4, NOT)]
    )
    def test_the_limit_itself_is_not_over_it(self, stated: int, of: int, verdict: Verdict) -> None:
        """64, 65 and 66 under 17(6)."""
        claim = Over(where=P, figures=[64, 65, 66], provision="17(6)", stated=stated, of=of)

        assert verdict is claim.check().verdict

    def test_none_over(self) -> None:
        found = Over(where=P, figures=[5], provision="17(6)", stated=0, of=1).check()

        assert "0 of 1 are over 65 working days" == found.recount

    def test_a_limit_in_years_is_refused(self) -> None:
        with pytest.raises(InvalidDocument, match="not in working days"):
            Over(where=P, figures=[5], provision="9(1)", stated=0, of=1)


class TestBeside:
    """Two totals of one thing."""

    @pytest.mark.parametrize(
        ("stated", "verdict", "recount"),
        [(241, AGREES, "the same"), (282, NOT, "41 more"), (240, NOT, "1 fewer"), (-1, CANNOT_BE, "")],
    )  # fmt: skip
    def test_they_are_compared(self, stated: int, verdict: Verdict, recount: str) -> None:
        found = Beside(where=P, stated=stated, beside=241).check()

        assert (verdict, recount) == (found.verdict, found.recount)


class TestDuration:
    """Working days between two dates."""

    @pytest.mark.parametrize(
        ("start", "end", "stated", "verdict", "what"),
        [
            # 52 weekdays without a bank holiday; 53 with the start
            (date(2023, 1, 12), date(2023, 3, 27), 52, AGREES, ""),
            (date(2023, 1, 12), date(2023, 3, 27), 53, NOT, "it is counted otherwise: start day counted"),
            (date(2022, 3, 28), date(2022, 6, 13), 57, NOT, "no way of counting known here gives it"),
            # 32 from 29 August to 30 September 2024; 23 weekdays
            (date(2024, 8, 29), date(2024, 9, 30), 32, NOT, "it is counted otherwise: calendar days"),
            (date(2024, 3, 28), date(2024, 4, 2), 3, NOT, "it is counted otherwise: bank holidays ignored, start day not counted"),
            (date(2022, 11, 11), date(2022, 4, 6), 101, CANNOT_BE, "the end is before the start"),
            (date(2022, 11, 11), date(2022, 12, 6), "7.5", CANNOT_BE, "it is no number of days"),
        ],
    )  # fmt: skip
    def test_it_is_recounted(
        self, start: date, end: date, stated: object, verdict: Verdict, what: str
    ) -> None:
        found = Duration(where=P, start=start, end=end, stated=stated).check()

        assert (verdict, what) == (found.verdict, found.what)

    def test_thirteen_weeks_times_five(self) -> None:
        """6 April to 6 July 2023 are 65 weekdays, less Good Friday and four bank holidays."""
        found = Duration(where=P, start=date(2023, 4, 6), end=date(2023, 7, 6), stated=65).check()

        assert NOT is found.verdict
        assert "by the Regulations' way it is 60" == found.recount
        assert "whole weeks times five" in found.what

    def test_a_slip_is_a_suggestion(self) -> None:
        found = Duration(where=P, start=date(2022, 3, 28), end=date(2022, 6, 13), stated=57).check()

        assert "A suggestion only: it would be with the end on Tuesday 14 June 2022" in found.remedy

    def test_without_a_slip_there_is_a_question(self) -> None:
        found = Duration(where=P, start=date(2022, 1, 12), end=date(2022, 6, 9), stated=81).check()

        assert "Ask which dates it was counted from, and how" == found.remedy


class TestLimit:
    """As the law has it, or not."""

    @pytest.mark.parametrize(
        ("provision", "stated", "verdict", "what"),
        [
            ("14(1)", "10 working days", AGREES, ""),
            ("14(1)", "20 Working  Days", NOT, "that is the limit of 14(5) to consider the representations and try to resolve them and 18(2) to request a review panel"),
            ("17(6)", "13 weeks", NOT, "a week with a bank holiday has not five working days"),
            ("17(6)", "65 days", CANNOT_TELL, "it does not say whether these are working days"),
            ("17(3)", "28 days", NOT, "no limit of the Regulations is that long"),
            ("17(3)", "25 calendar days", NOT, "no limit of the Regulations is that long"),
            ("19(4)", "20 working days", NOT, "that is the limit of 14(5) to consider the representations and try to resolve them and 18(2) to request a review panel"),
            ("9(1)", "1 year", AGREES, ""),
            ("9(1)", "12 months", NOT, "no limit of the Regulations is that long"),
        ],
    )  # fmt: skip
    @pytest.mark.reg("17(6)")
    def test_number_and_unit(
        self, provision: str, stated: str, verdict: Verdict, what: str
    ) -> None:
        found = QuotedLimit(where=P, provision=provision, stated=stated).check()

        assert (verdict, what) == (found.verdict, found.what)

    @pytest.mark.parametrize(
        ("runs_from", "verdict"),
        [
            ("investigation_requested", AGREES),  # 17(4)(b)
            ("written_record_finalised", AGREES),  # 17(5)
            ("statement_agreed", NOT),
        ],
    )
    def test_what_it_runs_from(self, runs_from: str, verdict: Verdict) -> None:
        claim = QuotedLimit(
            where=P, provision="17(6)", stated="65 working days", runs_from=runs_from
        )

        assert verdict is claim.check().verdict

    def test_both_can_be_wrong(self) -> None:
        claim = QuotedLimit(
            where=P, provision="17(6)", stated="13 weeks", runs_from="statement_agreed"
        )

        assert (
            "a week with a bank holiday has not five working days; and it does not run from statement agreed"
        ) == claim.check().what

    @pytest.mark.parametrize("stated", ["soon", "13", "thirteen weeks", "", 65])
    def test_words_that_are_no_limit_are_refused(self, stated: Any) -> None:
        with pytest.raises(InvalidDocument):
            QuotedLimit(where=P, provision="17(6)", stated=stated)

    def test_a_provision_without_a_limit_is_refused(self) -> None:
        with pytest.raises(UnknownProvision, match="Did you mean '17"):
            QuotedLimit(where=P, provision="17(2)", stated="65 working days")

    @pytest.mark.parametrize(
        ("written", "remedy"),
        [("statement_agred", "Did you mean 'statement_agreed'?"), ("xyz", "Write 'investigation")],
    )
    def test_an_event_that_there_is_not_is_refused(self, written: str, remedy: str) -> None:
        with pytest.raises(InvalidDocument, match="no event has that name") as caught:
            QuotedLimit(where=P, provision="17(6)", stated="13 weeks", runs_from=written)

        assert caught.value.remedy.startswith(remedy)


class TestComparison:
    """One figure for each earlier period must make all of it true."""

    @staticmethod
    def check(*changes: Change, known: dict[str, Any] | None = None) -> Judgement:
        claim = Comparison(where=P, period="2022/23", stated=22, changes=changes, known=known or {})
        return claim.check()

    SIX = Change(since="the year before", by=-6)

    def test_two_figures_for_one_year(self) -> None:
        """28 by the six; 34 or 40 by the twelve."""
        found = self.check(self.SIX, Change(since="2021/22", by=-12, further=True))

        assert CANNOT_BE is found.verdict
        assert (
            "22 in 2022/23, 6 fewer than the year before and a further 12 fewer than 2021/22"
        ) == found.stated

    def test_the_same_figure_twice_can_be(self) -> None:
        found = self.check(self.SIX, Change(since="2021-22", by=-6))

        assert (CANNOT_TELL, "2021/22 would have had 28") == (found.verdict, found.recount)

    def test_two_years_can_be(self) -> None:
        found = self.check(self.SIX, Change(since="2020/21", by=-12, further=True))

        assert CANNOT_TELL is found.verdict
        assert "2020/21 would have had 34 or 40; 2021/22 would have had 28" == found.recount

    @pytest.mark.parametrize(("before", "verdict"), [(28, AGREES), (27, NOT), (16, NOT)])
    def test_beside_the_figure_of_the_year(self, before: int, verdict: Verdict) -> None:
        assert verdict is self.check(self.SIX, known={"2021/22": before}).verdict

    def test_the_change_is_recounted(self) -> None:
        found = self.check(Change(since="2020-21", by=6), known={"2020/21": 20})

        assert "2020/21 had 20: the change is +2" == found.recount
        assert "'6 more than 2020/21' does not say so" == found.what

    def test_the_turn_of_the_century(self) -> None:
        claim = Comparison(where=P, period="2000/01", stated=1, changes=[self.SIX])

        assert "1999/00 would have had 7" == claim.check().recount

    @pytest.mark.parametrize("year", ["2022", "last year", 2022])
    def test_what_is_no_year_is_refused(self, year: Any) -> None:
        with pytest.raises(InvalidDocument, match="not a year"):
            Change(since=year, by=-6)

    def test_further_is_true_or_false(self) -> None:
        with pytest.raises(InvalidDocument, match="true or false"):
            Change(since="2021/22", by=-6, further="yes")  # type: ignore[arg-type]


class TestQuarter:
    """Of the financial year."""

    @pytest.mark.parametrize(
        ("stated", "months", "verdict"),
        [
            ("Q2", "July to September", AGREES),
            ("q2", "Jul-Sept", AGREES),
            ("Q1", "July to September", NOT),
            ("Q1", "January to March", NOT),  # of a calendar year
            ("Q1", "May to July", CANNOT_BE),
            ("Q1", "the spring", CANNOT_BE),
        ],
    )
    def test_its_months(self, stated: str, months: str, verdict: Verdict) -> None:
        assert verdict is Quarter(where=P, stated=stated, months=months).check().verdict

    def test_what_to_print(self) -> None:
        found = Quarter(where=P, stated="Q1", months="July to September").check()

        assert ("July to September is Q2", "Print 'Q2 (July to September)'") == (
            found.recount,
            found.remedy,
        )


class TestResult:
    """All claims of a file."""

    RESULT = AuditResult(
        name="A report",
        judgements=(
            Sum(where=P, parts=[1, 1], stated=2).check(),
            Sum(where=P, parts=[1, 1], stated=3).check(),
        ),
        rejected=(Unread("claim 3", "it is missing", "x", "r", "Give it"),),
    )

    def test_by_verdict(self) -> None:
        assert self.RESULT.judgements[1:] == self.RESULT.of(NOT)

    def test_in_sentences(self) -> None:
        assert ("2 claims: 1 agrees, 1 does not agree", "1 could not be read") == (
            self.RESULT.lines()
        )
        assert "0 claims" == AuditResult(name="A", judgements=()).lines()[0]

    def test_its_status(self) -> None:
        assert 1 == self.RESULT.exit_status
        assert 0 == attrs.evolve(self.RESULT, rejected=()).exit_status

    def test_as_json_takes_it(self) -> None:
        made = self.RESULT.to_dict()

        assert "complaint-timescales/audit/1" == made["schema"]
        assert ["agrees", "does not agree"] == [each["verdict"] for each in made["claims"]]
        assert (
            "claim 3: it is missing; as written: 'x' (r). Give it" == made["rejected"][0]["reason"]
        )
        assert {"agrees": 1, "agrees if truncated": 0, "does not agree": 1, "cannot be": 0,
                "cannot tell": 0} == made["summary"]["verdicts"]  # fmt: skip

    def test_what_could_not_be_read_is_told_shortly(self) -> None:
        error = ComplaintTimescalesError("it is wrong", where="stated")

        assert "claim 1, stated: it is wrong" == str(Unread.of("claim 1", error))
        assert "claim 1: it is wrong" == str(
            Unread.of("claim 1", ComplaintTimescalesError("it is wrong"))
        )

    @pytest.mark.parametrize("kind", sorted(KINDS))
    def test_each_kind_is_a_frozen_value(self, kind: str) -> None:
        assert attrs.fields(KINDS[kind]).where.name == "where"
        assert kind == KINDS[kind].kind
