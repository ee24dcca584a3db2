# SPDX-License-Identifier: MIT
"""Laws of counting: on every day of the calendar, and on calendars that somebody has changed."""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from complaint_timescales._errors import InvalidHoliday, OutsideCalendar
from complaint_timescales.testing import Changes
from complaint_timescales.working_days import WorkingDayCalendar
from tests.properties.strategies import (
    ENGLAND,
    FIRST,
    LAST,
    NAMES,
    calendars,
    changes,
    dates,
    extra_holidays,
    numbers,
    outside,
    weekend_dates,
)

ONE = timedelta(days=1)
EVERY_DAY = [FIRST + n * ONE for n in range((LAST - FIRST).days + 1)]
SPANS = (1, 2, 5, 10, 15, 20, 25, 30, 65)
OFF = frozenset(holiday.date for holiday in ENGLAND.bank_holidays)
NAMED = {day.date for day in ENGLAND.bank_holidays if day.authority.startswith("regulation 2")}
NUMPY_OFF = np.array(sorted(OFF), dtype="datetime64[D]")
NUMPY_DAYS = np.array(EVERY_DAY, dtype="datetime64[D]")
ROOM = LAST - timedelta(days=400)  # a start with room for any span drawn here

each_span = pytest.mark.parametrize("n", SPANS, ids=lambda n: f"{n} working days")


def slow_add(start: date, n: int, off: frozenset[date] = OFF) -> date | None:
    """Walk one day at a time; None when the walk leaves the calendar."""
    day = start
    while n and day < LAST:
        day += ONE
        n -= day.weekday() < 5 and day not in off
    return None if n else day


def slow_count(start: date, end: date, off: frozenset[date]) -> int:
    """Look at each day of the span."""
    days = (start + n * ONE for n in range(1, (end - start).days + 1))
    return sum(day.weekday() < 5 and day not in off for day in days)


class TestEveryStart:
    """All 34,455 days of the calendar, for each limit of the Regulations."""

    @each_span
    def test_adding_agrees_with_a_walk_day_by_day(self, n: int) -> None:
        """The table and the obvious loop give the same date, or neither gives one."""
        expected = [slow_add(start, n) for start in EVERY_DAY]
        starts = [start for start, end in zip(EVERY_DAY, expected, strict=True) if end is not None]

        assert [end for end in expected if end is not None] == [ENGLAND.add(d, n) for d in starts]

    @each_span
    def test_a_start_without_room_is_refused(self, n: int) -> None:
        """Every start whose answer would lie beyond the last day, and there are at least n."""
        starts = [start for start in EVERY_DAY[-2 * n - 30 :] if slow_add(start, n) is None]

        assert len(starts) >= n
        assert len(starts) == sum(refuses(start, n) for start in starts)

    @each_span
    def test_counting_undoes_adding(self, n: int) -> None:
        """From each start to the n-th working day after it there are n."""
        starts = [start for start in EVERY_DAY if start < LAST - 2 * (n + 10) * ONE]

        assert [] == [d for d in starts if ENGLAND.count(d, ENGLAND.add(d, n)) != n]

    @each_span
    def test_the_answer_is_a_working_day(self, n: int) -> None:
        """No limit ends on a day that does not count."""
        starts = [start for start in EVERY_DAY if start < LAST - 2 * (n + 10) * ONE]

        assert [] == [d for d in starts if not ENGLAND.is_working_day(ENGLAND.add(d, n))]

    @each_span
    def test_adding_agrees_with_numpy(self, n: int) -> None:
        """NumPy counts from a day off as from the working day before it, with 'backward'."""
        starts = NUMPY_DAYS[: -2 * n - 30]
        expected = np.busday_offset(starts, n, roll="backward", holidays=NUMPY_OFF)

        assert expected.tolist() == [ENGLAND.add(start, n) for start in starts.tolist()]

    def test_counting_agrees_with_numpy_from_the_first_day_to_each(self) -> None:
        """NumPy counts the first day and not the last, so both move by one."""
        expected = np.busday_count(NUMPY_DAYS[0] + 1, NUMPY_DAYS + 1, holidays=NUMPY_OFF)

        assert expected.tolist() == [ENGLAND.count(FIRST, end) for end in EVERY_DAY]

    def test_every_day_counts_or_says_why_not(self) -> None:
        """No day does both, and none does neither."""
        assert [] == [
            day
            for day in EVERY_DAY
            if ENGLAND.is_working_day(day) != (ENGLAND.why_not(day) is None)
        ]


def refuses(start: date, n: int) -> bool:
    """Whether adding is refused because the answer lies outside."""
    try:
        ENGLAND.add(start, n)
    except OutsideCalendar:
        return True
    return False


class TestAdding:
    """What adding working days means, on any calendar."""

    @given(calendars(), dates(last=ROOM), numbers())
    def test_it_agrees_with_a_walk_day_by_day(
        self, calendar: WorkingDayCalendar, start: date, n: int
    ) -> None:
        """Also when days were added and moved."""
        off = frozenset(holiday.date for holiday in calendar.bank_holidays)

        assert slow_add(start, n, off) == calendar.add(start, n)

    @given(calendars(), dates(last=ROOM), numbers(), numbers())
    def test_two_spans_are_their_sum(
        self, calendar: WorkingDayCalendar, start: date, n: int, m: int
    ) -> None:
        """To add n and then m is to add n and m together."""
        assert calendar.add(start, n + m) == calendar.add(calendar.add(start, n), m)

    @given(calendars(), dates(last=ROOM), numbers())
    def test_one_day_more_ends_later(
        self, calendar: WorkingDayCalendar, start: date, n: int
    ) -> None:
        """The date increases strictly with the number of days, and lies after the start."""
        assert start < calendar.add(start, n) < calendar.add(start, n + 1)

    @given(calendars(), dates(last=ROOM), dates(last=ROOM), numbers())
    def test_a_later_start_never_ends_earlier(
        self, calendar: WorkingDayCalendar, one: date, other: date, n: int
    ) -> None:
        """Receiving a day later never makes the answer due sooner."""
        earlier, later = sorted([one, other])

        assert calendar.add(earlier, n) <= calendar.add(later, n)

    @given(calendars(), dates(first=FIRST + 30 * ONE, last=ROOM), numbers())
    def test_a_day_off_shares_the_date_of_the_working_day_before_it(
        self, calendar: WorkingDayCalendar, start: date, n: int
    ) -> None:
        """What arrives on a Saturday is due when what arrived on the Friday is."""
        before = start
        while not calendar.is_working_day(before):
            before -= ONE

        assert calendar.add(before, n) == calendar.add(start, n)


class TestCounting:
    """What counting working days means, on any calendar."""

    @given(calendars(), dates(last=ROOM), st.integers(0, 400))
    def test_it_agrees_with_looking_at_each_day(
        self, calendar: WorkingDayCalendar, start: date, days: int
    ) -> None:
        """The table and the obvious sum give the same number."""
        end = start + days * ONE
        off = frozenset(holiday.date for holiday in calendar.bank_holidays)

        assert slow_count(start, end, off) == calendar.count(start, end)

    @given(calendars(), dates(last=ROOM), numbers())
    def test_it_undoes_adding(self, calendar: WorkingDayCalendar, start: date, n: int) -> None:
        """From a day to the n-th working day after it there are n."""
        assert n == calendar.count(start, calendar.add(start, n))

    @given(calendars(), st.lists(dates(), min_size=3, max_size=3).map(sorted))
    def test_two_spans_that_meet_are_their_sum(
        self, calendar: WorkingDayCalendar, days: list[date]
    ) -> None:
        """No day is counted twice where one span ends and the next begins."""
        a, b, c = days

        assert calendar.count(a, c) == calendar.count(a, b) + calendar.count(b, c)

    @given(calendars(), dates(last=ROOM), st.integers(0, 200))
    def test_every_day_of_a_span_is_counted_or_skipped(
        self, calendar: WorkingDayCalendar, start: date, days: int
    ) -> None:
        """The two lists together are the span, each day once."""
        end = start + days * ONE
        counted = calendar.counted(start, end)
        skipped = [day.date for day in calendar.skipped(start, end)]

        assert [start + n * ONE for n in range(1, days + 1)] == sorted([*counted, *skipped])
        assert calendar.count(start, end) == len(counted)


class TestChanging:
    """What a change to the calendar can do to a date, and what it cannot."""

    @given(extra_holidays(), dates(last=ROOM), numbers())
    def test_a_holiday_more_never_makes_a_date_earlier(
        self, added: dict[date, str], start: date, n: int
    ) -> None:
        """Nor later than by as many working days as there are new holidays."""
        calendar = WorkingDayCalendar.england(extra_holidays=added)

        assert ENGLAND.add(start, n) <= calendar.add(start, n)
        assert calendar.add(start, n) <= ENGLAND.add(start, n + len(added))

    @given(changes(), dates(), dates())
    def test_a_span_changes_by_the_days_that_changed_within_it(
        self, made: Changes, one: date, other: date
    ) -> None:
        """Each day taken out is one less, each day given back is one more."""
        added, moved, calendar = made.extra_holidays, made.moved, made.calendar()
        start, end = sorted([one, other])
        out = sum(start < day <= end for day in [*added, *moved.values()])
        back = sum(start < day <= end for day in moved)

        assert ENGLAND.count(start, end) - out + back == calendar.count(start, end)

    @given(weekend_dates(), NAMES)
    def test_a_weekend_is_never_added(self, day: date, name: str) -> None:
        """It never counted."""
        with pytest.raises(InvalidHoliday, match="at a weekend"):
            WorkingDayCalendar.england(extra_holidays={day: name})

    @given(st.sampled_from(sorted(OFF)), NAMES)
    def test_a_day_off_is_never_added(self, day: date, name: str) -> None:
        """No day is taken out of the count twice."""
        with pytest.raises(InvalidHoliday, match="not a working day already"):
            WorkingDayCalendar.england(extra_holidays={day: name})

    @given(calendars())
    def test_weekends_and_the_days_of_regulation_2_stay_out(
        self, calendar: WorkingDayCalendar
    ) -> None:
        """Whatever is changed, the days that the Regulations name themselves do not count."""
        off = {day.date for day in calendar.bank_holidays}

        assert off >= NAMED
        assert [] == [day for day in off if day.weekday() > 4]


class TestOutside:
    """There is no answer outside the calendar."""

    @given(calendars(), outside(), numbers())
    def test_no_day_outside_is_a_start(
        self, calendar: WorkingDayCalendar, start: date, n: int
    ) -> None:
        """Before the Regulations and after the last year, adding is refused."""
        with pytest.raises(OutsideCalendar):
            calendar.add(start, n)

    @given(calendars(), dates(), st.integers(24_000, 10**12))
    def test_no_answer_lies_outside(
        self, calendar: WorkingDayCalendar, start: date, n: int
    ) -> None:
        """There are fewer working days than that in the whole calendar."""
        with pytest.raises(OutsideCalendar):
            calendar.add(start, n)


class TestTravelling:
    """A calendar that was stored or sent is the same calendar."""

    @given(calendars())
    def test_a_pickle_gives_an_equal_calendar(self, calendar: WorkingDayCalendar) -> None:
        """Equal in every day, and in what was changed."""
        arrived = pickle.loads(pickle.dumps(calendar))  # our own bytes

        assert (calendar, calendar.changes) == (arrived, arrived.changes)

    @given(calendars())
    def test_changes_written_as_json_make_an_equal_calendar(
        self, calendar: WorkingDayCalendar
    ) -> None:
        """The changes are all that needs storing."""
        read = json.loads(json.dumps(calendar.changes.to_dict()))
        added = {date.fromisoformat(day): name for day, name in read["extra_holidays"].items()}
        moved = {
            date.fromisoformat(day): date.fromisoformat(to) for day, to in read["moved"].items()
        }
        known = date.fromisoformat(read["as_known_on"]) if "as_known_on" in read else None

        assert calendar == WorkingDayCalendar.england(
            extra_holidays=added, moved=moved, as_known_on=known
        )


FIRST_USE = """
import sys, threading
from datetime import date
from complaint_timescales.testing import Changes
from complaint_timescales.working_days import WorkingDayCalendar

sys.setswitchinterval(1e-6)
together = threading.Barrier(8)
seen = []

def ask():
    together.wait()
    calendar = WorkingDayCalendar.england()
    seen.append((calendar.fingerprint, calendar.add(date(2024, 12, 16), 65)))

threads = [threading.Thread(target=ask) for _ in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(seen), *sorted({f"{mark} {day}" for mark, day in seen}))
"""


class TestThreads:
    """Threads that ask at once get the same answers."""

    @pytest.mark.parametrize("attempt", range(3))
    def test_eight_threads_at_the_very_first_use_agree(self, attempt: int) -> None:
        """In a new interpreter that switches between threads as often as it can.

        From Monday 16 December 2024, 65 working days end on Thursday 20 March 2025: thirteen weeks
        and the three days that Christmas and the New Year take out.
        """
        paths = os.pathsep.join(sys.path)
        done = subprocess.run(
            [sys.executable, "-c", FIRST_USE],
            capture_output=True,
            check=True,
            text=True,
            env={**os.environ, "PYTHONPATH": paths},
        )

        assert f"8 {ENGLAND.fingerprint} 2025-03-20" == done.stdout.strip()
