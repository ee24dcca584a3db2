# SPDX-License-Identifier: MIT
"""The shapes of rules: limits, versions, occurrences, and the tables of a procedure."""

from __future__ import annotations

import inspect
import re
from datetime import date

import attrs
import pytest

from complaint_timescales import Citation, Party, Stage, events
from complaint_timescales._citations import Elsewhere
from complaint_timescales._conditions import After, FactIs, ReceivedWith, Started
from complaint_timescales._kinds import (
    Extension,
    Lapse,
    Late,
    Limit,
    Move,
    Obligation,
    Occurrence,
    Procedure,
    Regulation,
    StartDate,
    StartRule,
    Timescale,
    Version,
    WorkingDays,
    WorkingDaysBefore,
    Years,
    citations_in,
)
from complaint_timescales.interpretations import INTERPRETATIONS
from complaint_timescales.regulations import LOCAL_AUTHORITY
from complaint_timescales.variants import PROCEDURES

SOFT = Version(limit=WorkingDays(5), since="2020-04-24", until="2020-09-25", softened_by="or later")
AGREED = FactIs("both_agreed", (True,), "agreed by both", by="14(1)")
ORAL = ReceivedWith("orally", "made orally", by="16(1)")
ANSWER = Timescale(
    by="14(1)",
    what="answer",
    limit=WorkingDays(10),
    runs_from=StartDate(
        "receipt",
        (
            StartRule(by="14(3)(c)", on=(events.RepresentationsReceived,)),
            StartRule(by="14(4)", on=(events.LaterStartAgreed,), fact="start"),
        ),
    ),
    met_by=(events.LocalResolutionEnded, Occurrence(events.MediationEnded, "resolved")),
    binds=Party.AUTHORITY,
)
LONGER = attrs.evolve(
    ANSWER,
    by="14(5)",
    extension=Extension(of="14(1)", granted_by=events.LocalResolutionExtended, adds="working_days"),
)
RECEIPT = Move(
    Stage.NOT_RECEIVED, events.RepresentationsReceived, Stage.STAGE_1_OPEN, by="6",
    actor=Party.COMPLAINANT, when=(Started("14(1)"),),
)  # fmt: skip
OTHERWISE = attrs.evolve(RECEIPT, target=Stage.STAGE_1_PENDING_START, by="14(4)", when=())
WAIVER = Move(
    (Stage.STAGE_1_PENDING_START, Stage.STAGE_1_OPEN), events.LocalResolutionWaived,
    Stage.STAGE_2_OPEN, by="17(1)(a)", actor=Party.BOTH, needs=(AGREED,),
)  # fmt: skip
RECORD = Obligation(
    by="16(2)", what="prepare a record", how_soon="as soon as possible",
    arises_on=(events.InvestigationRequested,), where=ORAL, binds=Party.AUTHORITY,
)  # fmt: skip
LAPSE = Lapse(Stage.STAGE_1_PENDING_START, Stage.STAGE_1_OPEN, Started("14(1)"), by="14(4)")
SMALL = Procedure(
    "small",
    "a small procedure",
    (
        Regulation(number="14", heading="Consideration", rows=(ANSWER, RECEIPT, OTHERWISE, LONGER)),
        Regulation(number="16", heading="Record", rows=(RECORD, WAIVER, LAPSE)),
    ),
)


class TestLimits:
    """A number and what it is counted in."""

    @pytest.mark.parametrize(
        ("limit", "words", "unit"),
        [
            (WorkingDays(1), "1 working day", "working day"),
            (WorkingDays(10), "10 working days", "working day"),
            (Years(1), "1 year", "year"),
            (Years(2), "2 years", "year"),
            (WorkingDaysBefore(10), "10 working days before", "working day"),
            (WorkingDaysBefore(1), "1 working day before", "working day"),
        ],
        ids=repr,
    )
    def test_it_reads_as_people_say_it(self, limit: Limit, words: str, unit: str) -> None:
        """The noun agrees with the number."""
        assert (words, unit) == (str(limit), limit.unit)


class TestVersion:
    """A limit as it read between two days, both of them included."""

    @pytest.mark.parametrize(
        ("day", "expected"),
        [
            (date(2020, 4, 23), False),
            (date(2020, 4, 24), True),
            (date(2020, 9, 25), True),
            (date(2020, 9, 26), False),
        ],
        ids=str,
    )
    def test_both_its_ends_are_inside(self, day: date, expected: bool) -> None:
        """The day before the first and the day after the last are not."""
        assert expected is SOFT.covers(day)

    @pytest.mark.parametrize(
        ("day", "expected"),
        [(date(2006, 8, 31), False), (date(2006, 9, 1), True), (date(2100, 1, 1), True)],
        ids=str,
    )
    def test_without_ends_it_holds_since_the_regulations_came_in(
        self, day: date, expected: bool
    ) -> None:
        """Regulation 1(1): 1 September 2006, and no end."""
        assert expected is Version(limit=WorkingDays(5)).covers(day)

    def test_its_days_can_be_dates_or_iso_text(self) -> None:
        """The rows of the law know no dates, and write text."""
        same = attrs.evolve(SOFT, since=date(2020, 4, 24), until=date(2020, 9, 25))

        assert same == SOFT


class TestTimescale:
    """A limit, and how it read from time to time."""

    def test_one_limit_means_always_that_one(self) -> None:
        """It is the one version, without ends."""
        assert (Version(limit=WorkingDays(10)),) == ANSWER.versions

    def test_its_limit_is_how_it_reads_now(self) -> None:
        """The last of its versions."""
        timescale = attrs.evolve(
            ANSWER, limit=(SOFT, Version(limit=WorkingDays(7), since="2020-09-26"))
        )

        assert WorkingDays(7) == timescale.limit

    @pytest.mark.parametrize(
        ("day", "expected"),
        [
            (date(2006, 8, 31), 3),
            (date(2020, 4, 23), 3),
            (date(2020, 4, 24), 5),
            (date(2020, 9, 26), 7),
        ],
        ids=["before the Regulations", "before", "during", "after"],
    )
    def test_a_day_has_the_version_that_covers_it(self, day: date, expected: int) -> None:
        """Before the Regulations came in, as they first read."""
        timescale = attrs.evolve(
            ANSWER,
            limit=(
                Version(limit=WorkingDays(3), until="2020-04-23"),
                SOFT,
                Version(limit=WorkingDays(7), since="2020-09-26"),
            ),
        )

        assert WorkingDays(expected) == timescale.version_on(day).limit

    def test_its_source_can_be_other_than_law(self) -> None:
        """Guidance stays guidance."""
        assert not attrs.evolve(ANSWER, by=Elsewhere("guidance: answer")).by.is_law

    def test_its_provision_is_written_the_one_way(self) -> None:
        """A row cannot cite what is not a provision."""
        with pytest.raises(ValueError, match="is not how a provision is written"):
            attrs.evolve(ANSWER, by="reg 14(1)")


class TestLate:
    """What an extension does that comes too late."""

    def test_it_goes_by_the_options_that_can_be_chosen(self) -> None:
        """I-5: recorded beside the breach, an extension all the same, or nothing."""
        options = {option.name for option in INTERPRETATIONS["I-5"].options}

        assert options == {late.value for late in Late}


class TestOccurrence:
    """An event of a kind, where a fact matters with that fact."""

    @pytest.mark.parametrize(
        ("occurrence", "event", "expected"),
        [
            (
                Occurrence(events.PanelMet),
                events.PanelMet(on=date(2025, 1, 6)),
                True,
            ),
            (
                Occurrence(events.PanelMet),
                events.Withdrawn(on=date(2025, 1, 6)),
                False,
            ),
            (
                Occurrence(events.MediationEnded, "resolved"),
                events.MediationEnded(on=date(2025, 1, 6), resolved=True),
                True,
            ),
            (
                Occurrence(events.MediationEnded, "resolved"),
                events.MediationEnded(on=date(2025, 1, 6), resolved=False),
                False,
            ),
            (
                Occurrence(events.MediationEnded, "resolved", value=False),
                events.MediationEnded(on=date(2025, 1, 6), resolved=False),
                True,
            ),
        ],
        ids=["the kind", "another kind", "the fact", "without the fact", "the fact false"],
    )
    def test_it_fits_its_kind_and_fact(
        self, occurrence: Occurrence, event: events.Event, expected: bool
    ) -> None:
        """A kind alone is enough where no fact is named."""
        assert expected is occurrence.fits(event)

    def test_a_kind_alone_stands_for_its_occurrence(self) -> None:
        """Rows are shorter so."""
        assert (
            Occurrence(events.LocalResolutionEnded),
            Occurrence(events.MediationEnded, "resolved"),
        ) == ANSWER.met_by


class TestProcedure:
    """Regulations that together make a procedure, with its rows ready to look up."""

    def test_its_rows_are_in_the_order_of_the_instrument(self) -> None:
        """Regulation after regulation, row after row."""
        assert (ANSWER, RECEIPT, OTHERWISE, LONGER, RECORD, WAIVER, LAPSE) == SMALL.rows

    def test_its_timescales_are_found_by_their_provision(self) -> None:
        """The one spelling is the key."""
        assert {"14(1)": ANSWER, "14(5)": LONGER} == SMALL.timescales

    def test_its_moves_are_found_by_stage_and_event(self) -> None:
        """In order, for the first whose condition holds is taken; each of its stages is a key."""
        waived = events.LocalResolutionWaived

        assert {
            (Stage.NOT_RECEIVED, events.RepresentationsReceived): (RECEIPT, OTHERWISE),
            (Stage.STAGE_1_PENDING_START, waived): (WAIVER,),
            (Stage.STAGE_1_OPEN, waived): (WAIVER,),
        } == SMALL.moves

    def test_one_stage_stands_for_a_tuple_of_it(self) -> None:
        """Rows are shorter so."""
        assert (Stage.NOT_RECEIVED,) == RECEIPT.sources

    def test_what_a_row_could_mix_up_has_its_name(self) -> None:
        """Two provisions, or two lists of conditions, are never told apart by their place."""
        named = {
            (kind.__name__, name)
            for kind in (Move, Lapse)
            for name, parameter in inspect.signature(kind).parameters.items()
            if parameter.kind is inspect.Parameter.KEYWORD_ONLY
        }

        assert {
            ("Move", "by"),
            ("Move", "actor"),
            ("Move", "when"),
            ("Move", "needs"),
            ("Lapse", "by"),
        } == named

    def test_it_shows_itself_in_a_line(self) -> None:
        """Not with its rows, and the tables made of them."""
        assert (
            "Procedure(name='small', title='a small procedure', readings=Readings(pairs=()))"
        ) == repr(SMALL)

    def test_its_lapses_are_found_by_stage(self) -> None:
        """What the passing of a day does."""
        assert {Stage.STAGE_1_PENDING_START: LAPSE} == SMALL.lapses

    @pytest.mark.parametrize(
        ("provision", "expected"), [("14(1)", (LONGER,)), ("14(5)", ())], ids=["one", "none"]
    )
    def test_it_knows_what_extends_a_limit(
        self, provision: str, expected: tuple[Timescale, ...]
    ) -> None:
        """An extension is not extended again."""
        assert expected == SMALL.extensions_of(provision)

    def test_it_equals_another_with_the_same_rows(self) -> None:
        """The title is words for people."""
        again = Procedure("small", "other words", SMALL.regulations)

        assert (again, hash(again)) == (SMALL, hash(SMALL))

    @pytest.mark.parametrize("procedure", PROCEDURES.values(), ids=PROCEDURES)
    def test_the_moves_of_a_stage_and_event_end_with_one_that_asks_nothing(
        self, procedure: Procedure
    ) -> None:
        """So one of them is always taken."""
        assert [] == [key for key, moves in procedure.moves.items() if moves[-1].when]

    @pytest.mark.parametrize("procedure", PROCEDURES.values(), ids=PROCEDURES)
    def test_a_provision_sets_one_limit(self, procedure: Procedure) -> None:
        """No two rows answer to one name."""
        rows = [row for row in procedure.rows if isinstance(row, Timescale)]

        assert len(rows) == len(procedure.timescales)

    @pytest.mark.parametrize("procedure", PROCEDURES.values(), ids=PROCEDURES)
    def test_a_stage_lapses_one_way(self, procedure: Procedure) -> None:
        """No two rows say what the passing of a day does to one stage."""
        rows = [row for row in procedure.rows if isinstance(row, Lapse)]

        assert len(rows) == len(procedure.lapses)


class TestCitationsIn:
    """Every provision that a row rests on."""

    @pytest.mark.parametrize(
        ("row", "expected"),
        [
            (ANSWER, ["14(1)", "14(3)(c)", "14(4)"]),
            (WAIVER, ["17(1)(a)", "14(1)"]),
            (RECORD, ["16(2)", "16(1)"]),
            (LAPSE, ["14(4)", "14(1)"]),
            (RECEIPT, ["6", "14(1)"]),
            (After("18(2)"), ["18(2)"]),
            (WorkingDays(5), []),
            ("14(1)", []),
        ],
        ids=["timescale", "move", "duty", "lapse", "selected move", "condition", "limit", "text"],
    )
    def test_its_own_and_those_of_its_rules_and_conditions(
        self, row: object, expected: list[str]
    ) -> None:
        """Its own first; what is no row cites nothing."""
        assert expected == list(citations_in(row))

    def test_every_row_of_the_law_cites_something(self) -> None:
        """No row without its paragraph or its source."""
        assert [] == [row for row in LOCAL_AUTHORITY.rows if not list(citations_in(row))]

    def test_a_provision_is_a_provision_and_a_source_a_source(self) -> None:
        """What is law can be told from what is not."""
        found = {type(by) for row in LOCAL_AUTHORITY.rows for by in citations_in(row)}

        assert {Citation, Elsewhere} == found


class TestFingerprint:
    """Which rows an answer was worked out by."""

    def test_the_same_rows_have_the_same(self) -> None:
        """Whatever object holds them."""
        again = Procedure("local_authority", "the same", LOCAL_AUTHORITY.regulations)

        assert LOCAL_AUTHORITY.fingerprint == again.fingerprint

    def test_one_day_more_makes_another(self) -> None:
        """Of the whole procedure, one limit of one row."""
        first, *rest = LOCAL_AUTHORITY.regulations
        changed = Procedure(
            "local_authority", "the same", (attrs.evolve(first, rows=(ANSWER,)), *rest)
        )

        assert LOCAL_AUTHORITY.fingerprint != changed.fingerprint

    def test_it_is_twelve_hexadecimal_digits(self) -> None:
        """Short enough to be copied by hand, and no more than it promises."""
        assert re.fullmatch("[0-9a-f]{12}", LOCAL_AUTHORITY.fingerprint)

    def test_each_procedure_has_its_own(self) -> None:
        """Three procedures, three fingerprints."""
        assert 3 == len({procedure.fingerprint for procedure in PROCEDURES.values()})
