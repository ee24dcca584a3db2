# SPDX-License-Identifier: MIT
"""Arrays of days: the answers of the scalar path, and none where it has none."""

from __future__ import annotations

import datetime as dt
from typing import Any

import numpy as np
import pytest

from complaint_timescales import (
    InvalidCount,
    InvalidDate,
    OutsideCalendar,
    UnknownProvision,
    WorkingDayCalendar,
)
from complaint_timescales import arrays as many
from tests.engines.tables import (
    CHANGED,
    NASTY,
    all_expected,
    nasty_rows,
    scalar_add,
    scalar_count,
)

ENGLAND = WorkingDayCalendar.england()
ROWS = nasty_rows(40_000, seed=1)  # more than two chunks


def days(*written: dt.date | str | None) -> Any:
    return np.array([day or "NaT" for day in written], dtype="datetime64[D]")


STARTS, ENDS = days(*(start for start, _ in ROWS)), days(*(end for _, end in ROWS))

each_calendar = pytest.mark.parametrize("calendar", [ENGLAND, CHANGED], ids=["plain", "changed"])


class TestCount:
    def test_days_around_christmas(self) -> None:
        """From Tuesday 24 December 2024: Friday 27 is day 1, Monday 30 is day 2."""
        ends = days("2024-12-24", "2024-12-26", "2024-12-27", "2024-12-30")

        assert [0, 0, 1, 2] == many.count(days("2024-12-24"), ends).tolist()

    @each_calendar
    def test_it_agrees_with_the_scalar_path(self, calendar: WorkingDayCalendar) -> None:
        expected = [scalar_count(row, calendar) for row in ROWS]

        assert expected == many.count(STARTS, ENDS, calendar=calendar).tolist()

    def test_what_has_no_answer_is_masked_and_zero_beneath(self) -> None:
        """A missing day, a day before the calendar, one after it, and a Sunday before Saturday."""
        starts = days(None, "2006-08-31", "2024-01-02", "2024-06-15", "2024-06-16")
        ends = days("2024-01-02", "2024-01-02", "2101-01-01", None, "2024-06-15")

        found = many.count(starts, ends)

        assert [True] * 5 == np.ma.getmaskarray(found).tolist()
        assert [0] * 5 == found.data.tolist()
        assert np.int32 == found.dtype

    def test_one_start_is_counted_to_many_ends(self) -> None:
        found = many.count(dt.date(2024, 8, 29), days("2024-11-28", "2024-11-29"))

        assert [65, 66] == found.tolist()

    def test_the_two_are_broadcast(self) -> None:
        """Monday 3 and Tuesday 4 June 2024, to Wednesday 5, Thursday 6 and Friday 7."""
        starts = days("2024-06-03", "2024-06-04")[:, None]
        ends = days("2024-06-05", "2024-06-06", "2024-06-07")

        assert [[2, 3, 4], [1, 2, 3]] == many.count(starts, ends).tolist()

    def test_no_rows_are_no_rows(self) -> None:
        assert (0,) == many.count(days(), days()).shape

    def test_a_strided_view_is_read_as_it_stands(self) -> None:
        every_other = STARTS[::2], ENDS[::2]

        assert [scalar_count(row, ENGLAND) for row in ROWS[::2]] == many.count(
            *every_other
        ).tolist()

    def test_masked_days_are_missing(self) -> None:
        starts = np.ma.MaskedArray(days("2024-06-03", "2024-06-03"), mask=[False, True])

        assert [1, None] == many.count(starts, days("2024-06-04")).tolist()

    def test_the_inputs_are_left_as_they_are(self) -> None:
        starts, ends = STARTS.copy(), ENDS.copy()
        starts.flags.writeable = ends.flags.writeable = False

        many.count(starts, ends)
        many.outcomes("17(3)", starts, ends, as_at=dt.date(2024, 1, 2))

        assert starts.tobytes() == STARTS.tobytes()
        assert ends.tobytes() == ENDS.tobytes()


class TestAdd:
    @pytest.mark.parametrize("n", [1, 10, 65, 24_000, 10**9])
    @each_calendar
    def test_it_agrees_with_the_scalar_path(self, n: int, calendar: WorkingDayCalendar) -> None:
        starts = [start for start, _ in ROWS[:3_000]]
        expected = [scalar_add(start, n, calendar) for start in starts]

        assert expected == many.add(days(*starts), n, calendar=calendar).tolist()

    def test_each_start_may_have_its_own_number(self) -> None:
        """From Maundy Thursday 28 March 2024: Tuesday 2 April is day 1, Wednesday is day 2."""
        found = many.add(days("2024-03-28", "2024-03-28", None), np.array([1, 2, 1]))

        assert [dt.date(2024, 4, 2), dt.date(2024, 4, 3), None] == found.tolist()

    def test_numbers_that_lead_out_of_the_calendar_give_none(self) -> None:
        """Friday 31 December 2100 is the last day, and a working day."""
        starts = days("2100-12-30", "2100-12-30", "2006-08-31", "2101-01-01")

        found = many.add(starts, np.array([1, 2, 1, 1], dtype=np.uint64))

        assert [dt.date(2100, 12, 31), None, None, None] == found.tolist()

    @pytest.mark.parametrize("n", [0, -1, True, 1.0, "1", np.array([1, 0]), np.array([1.5])])
    def test_a_number_that_is_none_is_refused(self, n: Any) -> None:
        with pytest.raises(InvalidCount, match=r"^n: a number of working days is a whole number"):
            many.add(days("2024-08-29"), n)


class TestOutcomes:
    @pytest.mark.parametrize("provision", ["14(1)", "17(3)", "17(6)", "20(2)"])
    @pytest.mark.parametrize("as_at", [None, dt.date(2024, 9, 20), dt.date(2100, 12, 31)])
    @each_calendar
    def test_it_agrees_with_the_scalar_path(
        self, provision: str, as_at: dt.date | None, calendar: WorkingDayCalendar
    ) -> None:
        rows = ROWS[:6_000]
        found = many.outcomes(
            provision, STARTS[:6_000], ENDS[:6_000], as_at=as_at, calendar=calendar
        )

        assert all_expected(provision, rows, as_at=as_at, calendar=calendar) == list(
            zip(
                found.working_days.tolist(),
                found.due.tolist(),
                found.outcome.tolist(),
                found.days_over.tolist(),
                strict=True,
            )
        )

    def test_around_the_last_day(self) -> None:
        """Ten working days from Thursday 18 December 2025 end on Tuesday 6 January 2026."""
        ends = days("2026-01-05", "2026-01-06", "2026-01-07")

        found = many.outcomes("14(1)", dt.date(2025, 12, 18), ends)

        assert ["met", "met", "missed"] == found.outcome.tolist()
        assert [0, 0, 1] == found.days_over.tolist()

    def test_a_saturday_after_the_last_day_is_missed_by_no_working_day(self) -> None:
        """Five working days from Friday 7 June 2024 end on Friday 14; the 15th is a Saturday."""
        found = many.outcomes("20(2)", days("2024-06-07"), days("2024-06-15"))

        assert (["missed"], [0], [5]) == (
            found.outcome.tolist(),
            found.days_over.tolist(),
            found.working_days.tolist(),
        )

    def test_without_ends_a_limit_runs_or_is_overdue(self) -> None:
        """From 13 and 14 June 2024, Thursday and Friday: the fifth days are 20 and 21 June."""
        starts = days("2024-06-13", "2024-06-14")

        found = many.outcomes("20(2)", starts, as_at=dt.date(2024, 6, 21))

        assert ["overdue", "running"] == found.outcome.tolist()

    def test_each_row_without_a_verdict_says_why(self) -> None:
        starts = days(None, "2006-08-31", "2100-12-31", *["2024-06-14"] * 4)
        ends = days(*["2024-06-17"] * 2, None, "2024-06-13", "2101-01-03", None, "2024-06-21")

        found = many.outcomes("20(2)", starts, ends)

        assert [
            "no start",
            "the start is outside the calendar",
            "the last day is outside the calendar",
            "the end is before the start",
            "the end is outside the calendar",
            "not done, and no day to look from",
            None,
        ] == found.finding.tolist()
        assert {"met": 1, **dict.fromkeys(found.finding[:-1].tolist(), 1)} == found.tally()

    def test_a_start_after_the_day_looked_from_has_no_verdict(self) -> None:
        found = many.outcomes("20(2)", days("2024-06-17"), as_at=dt.date(2024, 6, 14))

        assert ["the day looked from is before the start"] == found.finding.tolist()

    def test_a_limit_of_a_year_is_refused(self) -> None:
        with pytest.raises(UnknownProvision, match=r"1 year is counted by the calendar"):
            many.outcomes("8(5)", STARTS, ENDS)

    def test_a_provision_without_a_limit_is_refused(self) -> None:
        with pytest.raises(UnknownProvision, match="no time limit is set"):
            many.outcomes("3(1)", STARTS, ENDS)

    def test_a_day_to_look_from_outside_the_calendar_is_refused(self) -> None:
        with pytest.raises(OutsideCalendar, match="1 January 2101"):
            many.outcomes("14(1)", STARTS, as_at=dt.date(2101, 1, 1))

    def test_a_date_time_to_look_from_is_refused(self) -> None:
        with pytest.raises(InvalidDate, match=r"^as_at: "):
            many.outcomes("14(1)", STARTS, as_at=dt.datetime(2024, 1, 2))


class TestWhatIsRefused:
    @pytest.mark.parametrize("kind", ["datetime64[ns]", "datetime64[s]", "datetime64[M]"])
    def test_date_times_are_to_be_cut_first(self, kind: str) -> None:
        with pytest.raises(InvalidDate, match=r"not datetime64.*Europe/London first"):
            many.count(np.array(["2024-08"], dtype=kind), days("2024-09-02"))

    @pytest.mark.parametrize(
        "value",
        [["2024-08-29"], [dt.date(2024, 8, 29)], [19_964], dt.datetime(2024, 8, 29), None],
        ids=["text", "objects", "numbers", "date-time", "nothing"],
    )
    def test_anything_else_is_never_guessed_at(self, value: Any) -> None:
        with pytest.raises(InvalidDate, match=r"^ends: .*pass np\.array\(\[\"2024-08-29\"\]"):
            many.count(days("2024-08-29"), value)


def test_tables_are_built_once_for_equal_calendars() -> None:
    twice = WorkingDayCalendar.england(extra_holidays={dt.date(2024, 9, 19): "Another name"})

    assert many._table(CHANGED) is many._table(twice)
    assert many._table(CHANGED) is not many._table(ENGLAND)


def test_the_tables_cannot_be_written_to() -> None:
    with pytest.raises(ValueError, match="read-only"):
        many._table(ENGLAND).start_rank[0] = 0


def test_every_nasty_pair_is_among_the_rows() -> None:
    assert {(a, b) for a in NASTY for b in NASTY} <= set(ROWS[: len(NASTY) ** 2])
