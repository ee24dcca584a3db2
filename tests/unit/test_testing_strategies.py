# SPDX-License-Identifier: MIT
"""The strategies of the kit: what they reach, how failures shrink, and how they print."""

from __future__ import annotations

import builtins
import sys
from collections import Counter
from datetime import date
from typing import Any

import pytest
from hypothesis import find, given, settings
from hypothesis import strategies as st
from hypothesis.vendor.pretty import pretty

from complaint_timescales import (
    Case,
    ConditionNotMet,
    DatesOutOfOrder,
    Readings,
    Stage,
    StepNotOpen,
    WorkingDayCalendar,
    events,
    testing,
)
from complaint_timescales._conditions import DateWithin, FactIs, TotalWithin
from complaint_timescales.check import check_table
from complaint_timescales.regulations import LOCAL_AUTHORITY
from complaint_timescales.testing import _calendar_laws, _histories
from complaint_timescales.testing._printing import register_printers
from complaint_timescales.variants import PROCEDURES

ENGLAND = WorkingDayCalendar.england()
REPEATABLE = settings(derandomize=True, database=None, max_examples=500, deadline=None)
TIME_ALONE = {Stage.CLOSED_NO_PANEL_REQUEST, Stage.CLOSED_NOT_RESUBMITTED}


def drawn(strategy: st.SearchStrategy[Any], times: int = 400) -> list[Any]:
    """What a strategy gives, the same on each run."""
    found: list[Any] = []

    @settings(REPEATABLE, max_examples=times)
    @given(strategy)
    def keep(value: object) -> None:
        found.append(value)

    keep()
    return found


@pytest.fixture(scope="module")
def days() -> Counter[date]:
    return Counter(drawn(testing.dates(), 600))


@pytest.fixture(scope="module")
def some_cases() -> list[Case]:
    return drawn(testing.cases(), 200)


@pytest.fixture(scope="module")
def told() -> list[testing.UnlawfulHistory]:
    return drawn(testing.unlawful_histories(), 200)


class TestDates:
    """Heavy in awkward days."""

    @pytest.mark.parametrize(
        "awkward",
        [
            date(2011, 4, 29),
            date(2012, 6, 5),
            date(2020, 5, 8),
            date(2022, 9, 19),
            date(2023, 5, 8),
        ],
        ids=str,
    )
    def test_a_one_off_is_met_or_a_day_beside_it(self, days: Counter[date], awkward: date) -> None:
        """By chance alone one in six runs would."""
        assert any(abs((day - awkward).days) <= 4 for day in days)

    def test_a_quarter_are_off(self, days: Counter[date]) -> None:
        off = sum(n for day, n in days.items() if not ENGLAND.is_working_day(day))

        assert 150 <= off <= 480

    def test_leap_days_the_edges_and_provisional_years_are_among_them(
        self, days: Counter[date]
    ) -> None:
        assert any((day.month, day.day) == (2, 29) for day in days)
        assert any((day.month, day.day) == (12, 25) for day in days)
        assert min(days) < date(2006, 9, 10)
        assert max(days) > date(2100, 12, 20)
        assert any(ENGLAND.is_provisional(day) for day in days)

    def test_a_span_keeps_its_bounds(self) -> None:
        days = drawn(testing.dates(date(2024, 12, 20), date(2025, 1, 5)))

        assert min(days) >= date(2024, 12, 20)
        assert max(days) <= date(2025, 1, 5)
        assert len(set(days)) > 10


class TestHistories:
    """Every stage, and every refusal."""

    def test_every_stage_comes_up(self, some_cases: list[Case]) -> None:
        """But the two that time alone leads to; of the others Hypothesis may pass over some."""
        found = {case.stage for case in some_cases}

        assert not found & (TIME_ALONE | {Stage.NOT_RECEIVED})
        assert len(found) >= 15

    def test_no_stage_takes_up_a_third(self, some_cases: list[Case]) -> None:
        assert max(Counter(case.stage for case in some_cases).values()) < 67

    def test_time_alone_leads_to_the_other_two(self) -> None:
        found = {case.stage_on(day) for case, day in drawn(testing.cases_on_a_day(), 150)}

        assert found >= TIME_ALONE

    def test_a_history_is_a_case(self) -> None:
        for history in drawn(testing.lawful_histories(), 50):
            assert Case("CSC-0042", history).events == history

    def test_each_kind_of_refusal_comes_up(self, told: list[testing.UnlawfulHistory]) -> None:
        found = Counter(type(each.why) for each in told)

        assert {StepNotOpen, ConditionNotMet, DatesOutOfOrder} <= set(found)
        assert min(found[kind] for kind in (StepNotOpen, ConditionNotMet, DatesOutOfOrder)) > 5

    def test_conditions_of_every_stage_are_broken(
        self, told: list[testing.UnlawfulHistory]
    ) -> None:
        """Many of the seventeen provisions that conditions rest on, within 200 histories."""
        asked = {n.by for ms in LOCAL_AUTHORITY.moves.values() for m in ms for n in m.needs}
        found = {each.why.condition.by for each in told if isinstance(each.why, ConditionNotMet)}

        assert found <= asked
        assert len(found) >= 4, asked - found

    def test_a_fact_is_spoilt_where_a_condition_asks_for_one(self) -> None:
        """Whatever it was: each condition of each step, of the kinds that are about facts."""
        on = date(2025, 1, 6)
        tried = Counter[str]()
        for (_, kind), moves in LOCAL_AUTHORITY.moves.items():
            for need in [need for move in moves for need in move.needs]:
                (event,) = drawn(testing.events(kind, on=on), 1)
                spoilt = _histories._spoilt(event, need)
                tried[type(need).__name__] += 1
                if isinstance(need, FactIs):
                    assert getattr(spoilt, need.fact) not in need.values
                if isinstance(need, DateWithin):
                    assert date(2026, 2, 10) == getattr(spoilt, need.fact)
                if isinstance(need, TotalWithin):
                    assert 11 == getattr(spoilt, need.fact)

        assert {"FactIs", "FactGiven", "TotalWithin", "DateAfter", "DateWithin"} <= set(tried)

    def test_a_procedure_of_part_5_has_its_histories(self) -> None:
        law = PROCEDURES["voluntary_organisation"]
        found = drawn(testing.lawful_histories(procedure=law), 20)

        assert all(Case("V-1", history, procedure=law).stage for history in found)

    def test_nothing_is_open_when_nothing_was_ever_received_but_a_receipt(self) -> None:
        """A step towards nowhere is a detour."""
        case = Case("CSC-0042", (events.RepresentationsReceived(on=date(2025, 1, 6)),))
        found = {type(step) for step in drawn(testing.steps(case), 100)}

        assert events.LocalResolutionExtended in found
        assert events.RepresentationsReceived not in found

    def test_a_notice_names_a_date_that_it_may(self) -> None:
        """Of stage 2 asked for on 3 February 2025: after 10 March, and by 8 May."""
        day = date(2025, 2, 3)
        started = (events.RepresentationsReceived(on=day), events.LocalResolutionWaived(on=day))
        case = Case("CSC-0042", started)
        (step,) = [s for s in case.open_steps(day) if s.event == "investigation_extended"]
        named = {event.until for event in drawn(_histories.suitable(case, step, day), 20)}

        assert {date(2025, 3, 11), date(2025, 3, 25), date(2025, 5, 8)} == named

    def test_the_days_asked_for_fit_in_what_is_left(self) -> None:
        """Seven of ten are used: one to three more."""
        day = date(2025, 1, 6)
        extended = events.LocalResolutionExtended(on=day, working_days=7)
        case = Case("CSC-0042", (events.RepresentationsReceived(on=day), extended))
        (step,) = [s for s in case.open_steps(day) if s.event == "local_resolution_extended"]
        asked = {event.working_days for event in drawn(_histories.suitable(case, step, day), 20)}

        assert {1, 2, 3} == asked

    def test_no_step_follows_an_empty_list(self) -> None:
        """A stage that no event leaves: nothing is drawn."""
        case = Case("CSC-0042", (events.RepresentationsReceived(on=date(2025, 1, 6)),))
        empty = Case("CSC-0042", case.events, procedure=nothing_open())

        assert {None} == set(drawn(testing.steps(empty), 5))


def nothing_open() -> Any:
    """A procedure of a receipt and nothing else."""
    import attrs

    number_6 = [r for r in LOCAL_AUTHORITY.regulations if r.number in {"6", "9", "14"}]
    rows = [
        attrs.evolve(
            r,
            rows=tuple(
                row
                for row in r.rows
                if type(row).__name__ == "Timescale"
                or getattr(row, "event", None) is events.RepresentationsReceived
            ),
        )
        for r in number_6
    ]
    return attrs.evolve(LOCAL_AUTHORITY, regulations=tuple(rows))


class TestShrinking:
    """A planted fault is told by the fewest events and the plainest days."""

    def test_a_fault_at_the_panel_needs_the_way_to_it(self) -> None:
        """The shortest way from a receipt to a meeting has five events, on one day."""
        case = find(
            testing.cases(),
            lambda case: any(isinstance(x, events.PanelMet) for x in case.events),
            settings=REPEATABLE,
        )

        assert [
            "representations_received",
            "local_resolution_waived",
            "investigation_response_sent",
            "panel_requested",
            "panel_met",
        ] == [event.name for event in case.events]
        assert len({event.on for event in case.events}) == 1

    def test_a_fault_over_a_holiday_needs_one_holiday(self) -> None:
        """Of the changes to a calendar all but one go."""
        made = find(
            testing.changes(), lambda made: len(made.extra_holidays) > 0, settings=REPEATABLE
        )

        assert (1, 0) == (len(made.extra_holidays), len(made.moved))

    def test_a_refusal_needs_a_receipt_and_the_step(self) -> None:
        told = find(
            testing.unlawful_histories(),
            lambda told: isinstance(told.why, StepNotOpen),
            settings=REPEATABLE,
        )

        assert len(told.events) == 1


class TestPrinting:
    """A failing example is Python that can be pasted."""

    def test_an_event_shows_what_is_not_default(self) -> None:
        register_printers()
        event = events.LocalResolutionExtended(on=date(2025, 1, 10), working_days=7)

        assert "LocalResolutionExtended(on=datetime.date(2025, 1, 10), working_days=7)" == pretty(
            event
        )

    def test_a_case_with_a_calendar_prints_in_a_few_lines(self) -> None:
        register_printers()
        calendar = WorkingDayCalendar.england(extra_holidays={date(2027, 6, 11): "Centenary"})
        received = events.RepresentationsReceived(on=date(2027, 6, 1))
        case = Case("CSC-0042", (received,), calendar=calendar)

        text = " ".join(pretty(case).split())

        assert eval(text, {**vars(builtins), **names()}) == case  # noqa: S307 - our own text

    def test_a_procedure_prints_by_its_name(self) -> None:
        register_printers()

        assert "PROCEDURES['local_authority']" == pretty(LOCAL_AUTHORITY)


def names() -> dict[str, Any]:
    """What the printed text needs."""
    return {
        **vars(events),
        "Case": Case,
        "WorkingDayCalendar": WorkingDayCalendar,
        "datetime": sys.modules["datetime"],
    }


class TestTables:
    """What a reader of tables must bear."""

    def test_a_reader_bears_every_one_of_them(self) -> None:
        """Each row is read or listed as rejected, and none is lost."""
        for text in drawn(testing.messy_tables(), 60):
            found = check_table(text)
            records = _records(text)

            assert records == len(found.rows) + len(found.rejected)

    def test_each_kind_of_mess_comes_up(self) -> None:
        cells = [cell for row in drawn(testing.messy_rows(), 300) for cell in row.values()]

        for mess in ("=1+1", "31/02/2024", "n/a", "75.0", "\N{EN DASH}"):
            assert mess in cells

    def test_an_impossible_order_comes_up(self) -> None:
        rows = drawn(testing.messy_rows(), 300)
        both = [(r["start"], r["end"]) for r in rows]

        assert any(a[:4].isdecimal() and b < a and len(a) == len(b) == 10 for a, b in both)


def _records(text: str) -> int:
    import csv
    import io

    rows = csv.reader(io.StringIO(text, newline=""))
    return sum(any(cell.strip() for cell in row) for row in rows) - 1


class TestValues:
    """The small ones."""

    def test_every_provision_with_a_limit_comes_up(self) -> None:
        assert set(LOCAL_AUTHORITY.timescales) == set(drawn(testing.provisions()))

    def test_every_kind_of_event_can_be_drawn(self) -> None:
        for name, kind in events.BY_NAME.items():
            assert {name} == {event.name for event in drawn(testing.events(kind), 2)}

    def test_most_kinds_come_up_among_any(self) -> None:
        assert len({event.name for event in drawn(testing.events(), 200)}) > 20

    def test_other_readings_come_up_and_the_defaults(self) -> None:
        found = drawn(testing.readings(), 100)

        assert Readings() in found
        assert any(read.pairs for read in found)

    def test_a_day_known_only_within_bounds_is_one_day_or_more(self) -> None:
        widths = {(b.latest - b.earliest).days for b in drawn(testing.between(), 100)}

        assert 0 in widths
        assert max(widths) > 20

    @pytest.mark.parametrize(
        ("year", "sunday"),
        [
            (2008, date(2008, 3, 23)),
            (2011, date(2011, 4, 24)),
            (2019, date(2019, 4, 21)),
            (2024, date(2024, 3, 31)),
            (2025, date(2025, 4, 20)),
        ],
    )
    def test_easter_is_when_it_was(self, year: int, sunday: date) -> None:
        assert sunday == _calendar_laws.easter(year)

    def test_a_refusal_is_none_where_there_is_none(self) -> None:
        received = events.RepresentationsReceived(on=date(2025, 1, 6))

        assert _histories.refusal(Case("CSC-0042"), received) is None


class TestTheKit:
    """The names."""

    def test_each_name_is_there(self) -> None:
        for name in testing.__all__:
            assert getattr(testing, name) is not None
        assert sorted(testing.__all__) == dir(testing)

    def test_each_name_has_one_home(self) -> None:
        assert sorted(testing.__all__) == sorted(testing._HOME)

    def test_another_name_is_no_attribute(self) -> None:
        with pytest.raises(AttributeError, match="has no attribute 'strategy'"):
            _ = testing.strategy  # type: ignore[attr-defined]

    def test_without_hypothesis_it_says_what_to_install(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """And the vectors are there all the same."""
        monkeypatch.setitem(sys.modules, "hypothesis", None)
        monkeypatch.delitem(sys.modules, "complaint_timescales.testing._tables", raising=False)
        monkeypatch.delitem(vars(testing), "messy_rows", raising=False)

        with pytest.raises(ModuleNotFoundError, match=r"complaint-timescales\[testing\]"):
            _ = testing.messy_rows
        assert testing.vectors()["add"]
