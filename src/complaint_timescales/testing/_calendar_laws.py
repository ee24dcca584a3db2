# SPDX-License-Identifier: MIT
"""The invariants of counting: days, calendars and last days."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final

from hypothesis import given
from hypothesis import strategies as st

from complaint_timescales._kinds import WorkingDays
from complaint_timescales.regulations import LOCAL_AUTHORITY
from complaint_timescales.testing._days import (
    FIRST,
    dates,
    numbers_of_days,
    working_dates,
)
from complaint_timescales.testing._invariants import Invariant, hold

ONE: Final = timedelta(days=1)
_ROOM: Final = date(2098, 12, 31)
_EARLY: Final = FIRST + timedelta(days=30)
_BY_DAYS: Final = st.sampled_from(
    [
        str(limit.by)
        for limit in LOCAL_AUTHORITY.timescales.values()
        if isinstance(limit.limit, WorkingDays)
    ]
)
_STARTS: Final = dates(_EARLY, _ROOM)
_SPANS: Final = numbers_of_days(65)


def _counting_undoes_adding(it: Any) -> None:
    @given(_STARTS, numbers_of_days())
    def law(start: date, n: int) -> None:
        end = it.add(start, n)
        found = it.count(start, end)
        hold(found == n, f"{n} after {start} is {end}, and from there {found} are counted")

    law()


def _adding_keeps_order(it: Any) -> None:
    @given(_STARTS, _STARTS, numbers_of_days())
    def law(one: date, other: date, n: int) -> None:
        early, late = sorted([one, other])
        hold(it.add(early, n) <= it.add(late, n), f"{n} days: {early} ends after {late} does")
        hold(early < it.add(early, n) < it.add(early, n + 1), f"{n + 1} days end no later than {n}")

    law()


def _last_days_count(it: Any) -> None:
    @given(_BY_DAYS, _STARTS)
    def law(provision: str, start: date) -> None:
        end = it.due(provision, start)
        hold(it.is_working_day(end), f"{provision} from {start} ends on {end}, a day off")

    law()


def _a_holiday_more_never_shortens(it: Any) -> None:
    @given(working_dates(_EARLY, _ROOM), st.integers(0, 60), _SPANS)
    def law(day: date, before: int, n: int) -> None:
        start = max(day - timedelta(days=before), _EARLY)
        was, now = it.add(start, n), it.with_holiday(day).add(start, n)
        hold(was <= now <= it.add(start, n + 1), f"{n} after {start}: {was}; with {day} off, {now}")

    law()


def _a_day_off_shares_the_date(it: Any) -> None:
    @given(_STARTS, _SPANS)
    def law(start: date, n: int) -> None:
        before = start
        while not it.is_working_day(before):
            before -= ONE
        same = it.add(before, n) == it.add(start, n)
        hold(same, f"{n} days from {start} do not end when those from {before} do")

    law()


def _policies_differ_by_a_day(it: Any) -> None:
    @given(_BY_DAYS, _STARTS)
    def law(provision: str, start: date) -> None:
        one, other = it.due(provision, start), it.due_from_next_working_day(provision, start)
        close = one <= other and it.count(one, other) <= 1
        hold(close, f"{provision} from {start}: {one}, or {other}")

    law()


def _bulk_is_scalar(it: Any) -> None:
    @given(st.lists(_STARTS, max_size=8), _SPANS)
    def law(starts: list[date], n: int) -> None:
        single = [it.add(start, n) for start in starts]
        found = list(it.add_many(starts, n))
        hold(found == single, f"in bulk {found}, one by one {single}")

    law()


def _walking_agrees(it: Any) -> None:
    @given(_STARTS, _SPANS)
    def law(start: date, n: int) -> None:
        day, left = start, n
        while left:
            day += ONE
            left -= it.is_working_day(day)
        hold(it.add(start, n) == day, f"{n} after {start} is {day} on foot, not {it.add(start, n)}")

    law()


def easter(year: int) -> date:
    """Easter Sunday, by the rule of the Gregorian calendar, and so by no list of holidays.

    >>> easter(2024)
    datetime.date(2024, 3, 31)
    """
    a, b, c = year % 19, *divmod(year, 100)
    d, e = divmod(b, 4)
    h = (19 * a + b - d - (8 * b + 13) // 25 + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def _first_monday_from(day: date) -> date:
    return day + timedelta(days=-day.weekday() % 7)


def _it_is_england(it: Any) -> None:
    @given(st.integers(2007, 2028))
    def law(year: int) -> None:
        off = {
            "Good Friday": easter(year) - 2 * ONE,
            "Easter Monday": easter(year) + ONE,
            "the last Monday in August": _first_monday_from(date(year, 8, 25)),
        }
        for name, day in off.items():
            hold(not it.is_working_day(day), f"{name}, {day}, is off in England")
        elsewhere = [date(year, 3, 17), date(year, 7, 12), date(year, 11, 30)]
        elsewhere += [_first_monday_from(date(year, 8, 1)), date(year, 1, 2)]
        substitute = date(year, 1, 1).weekday() == 6  # 2 January is then off in England as well
        for day in elsewhere:
            if day.weekday() < 5 and not (day.month == 1 and substitute):
                hold(it.is_working_day(day), f"{day} is off elsewhere in the UK, not in England")

    law()


def _outside_there_is_no_answer(it: Any) -> None:
    @given(st.integers(1, 9_999), st.booleans(), st.integers(0, 4_000))
    def law(days: int, before: bool, after: int) -> None:  # noqa: FBT001 - drawn
        outside = it.first_day - days * ONE if before else it.last_day + days * ONE
        try:
            found = it.is_working_day(outside)
        except (ValueError, LookupError):
            found = None
        hold(found is None, f"{outside} is not covered, and the answer was {found}")
        unsure = min(it.published_through + (after + 1) * ONE, it.last_day)
        hold(it.is_provisional(unsure), f"{unsure} is not published, and not marked provisional")
        sure = it.published_through - after * ONE
        hold(not it.is_provisional(sure), f"{sure} is published, and marked provisional")

    law()


def _spans_add_up(it: Any) -> None:
    @given(_STARTS, _SPANS, _SPANS)
    def law(start: date, n: int, m: int) -> None:
        once, twice = it.add(start, n + m), it.add(it.add(start, n), m)
        hold(once == twice, f"{n} and {m} after {start}: {twice}, and not {once}")

    law()


def _years_end_on_the_anniversary(it: Any) -> None:
    @given(st.sampled_from(["8(5)", "9(1)"]), _STARTS)
    def law(provision: str, start: date) -> None:
        leap = (start.month, start.day) == (2, 29)
        day = date(start.year + 1, start.month, 28 if leap else start.day)
        found = it.due(provision, start)
        hold(found == day, f"{provision} from {start} ends on {day}, not {found}")

    law()


def _the_edge_is_sharp(it: Any) -> None:
    @given(_BY_DAYS, _STARTS)
    def law(provision: str, start: date) -> None:
        last = it.due(provision, start)
        after = last + ONE
        while not it.is_working_day(after):
            after += ONE
        found = (it.outcome(provision, start, last), it.outcome(provision, start, after))
        hold(found == ("met", "missed"), f"{provision} from {start}: {last}, {after} are {found}")

    law()


def _verdicts_never_get_better(it: Any) -> None:
    @given(_BY_DAYS, _STARTS, st.integers(0, 150), st.integers(0, 30))
    def law(provision: str, start: date, days: int, more: int) -> None:
        ends = (start + days * ONE, start + (days + more) * ONE)
        found = tuple(it.outcome(provision, start, end) for end in ends)
        hold(found != ("missed", "met"), f"{provision} from {start}: {ends} are {found}")

    law()


def _dates_read_back(it: Any) -> None:
    @given(dates())
    def law(day: date) -> None:
        text = it.write_date(day)
        found = it.read_date(text)
        hold(found == day, f"{day} is written {text!r}, and read back as {found}")

    law()


OF_COUNTING: Final = (
    Invariant(
        letter="a",
        name="counting undoes adding",
        statement="From a day to the n-th working day after it, n working days are counted.",
        source="regulation 2; counts that do not undo adding, in five libraries of calendars",
        needs=("add", "count"),
        law=_counting_undoes_adding,
    ),
    Invariant(
        letter="b",
        name="order is kept",
        statement="A later start never ends earlier, and one day more always ends later.",
        source="regulation 2; weekdays added first and holidays afterwards",
        needs=("add",),
        law=_adding_keeps_order,
    ),
    Invariant(
        letter="c",
        name="last days count",
        statement="A limit in working days ends on a working day.",
        source="regulation 2; spans of weekdays that land on a bank holiday",
        needs=("due", "is_working_day"),
        law=_last_days_count,
    ),
    Invariant(
        letter="d",
        name="a holiday more",
        statement="One bank holiday more makes no last day earlier, and none later by more than "
        "one working day.",
        source="Banking and Financial Dealings Act 1971, section 1(3); 19 September 2022",
        needs=("add", "with_holiday"),
        law=_a_holiday_more_never_shortens,
    ),
    Invariant(
        letter="e",
        name="a day off shares",
        statement="What arrives on a day off is due when what arrived on the working day before "
        "it is.",
        source="regulations 14(3)(c) and 17(4)(b): a date is named, and none is deemed (I-17)",
        needs=("add", "is_working_day"),
        law=_a_day_off_shares_the_date,
    ),
    Invariant(
        letter="f",
        name="policies are a day apart",
        statement="To count what comes on a day off as come on the next working day makes the "
        "limit end at most one working day later.",
        source="interpretation I-17",
        needs=("due", "due_from_next_working_day", "count"),
        law=_policies_differ_by_a_day,
    ),
    Invariant(
        letter="g",
        name="bulk is scalar",
        statement="Many dates at once give what each of them gives alone.",
        source="calendars with one path for arrays and another for single dates",
        needs=("add", "add_many"),
        law=_bulk_is_scalar,
    ),
    Invariant(
        letter="h",
        name="on foot",
        statement="Adding gives the day on which somebody arrives who walks from day to day.",
        source="regulation 2; a span extended over a holiday that was not looked for",
        needs=("add", "is_working_day"),
        law=_walking_agrees,
    ),
    Invariant(
        letter="i",
        name="it is England",
        statement="Easter Monday and the last Monday in August are off; the holidays of Scotland "
        "and Northern Ireland alone are not.",
        source="Banking and Financial Dealings Act 1971, Schedule 1, paragraph 1; calendars that "
        "take the days common to the whole United Kingdom",
        needs=("is_working_day",),
        law=_it_is_england,
    ),
    Invariant(
        letter="p",
        name="no answer outside",
        statement="Outside its range a calendar refuses to answer, and beyond the published years "
        "it says so.",
        source="calendars for which Christmas Day of an unknown year is a working day",
        needs=("is_working_day", "is_provisional", "first_day", "last_day", "published_through"),
        law=_outside_there_is_no_answer,
    ),
    Invariant(
        letter="r",
        name="spans add up",
        statement="To add n working days and then m is to add n and m together.",
        source="regulation 17(6): 65 working days run from the same start as 25",
        needs=("add",),
        law=_spans_add_up,
    ),
    Invariant(
        letter="s",
        name="anniversaries",
        statement="A limit of a year ends on the anniversary, and on 28 February from the 29th, "
        "whether or not that is a working day.",
        source="regulations 8(5) and 9(1)",
        needs=("due",),
        law=_years_end_on_the_anniversary,
    ),
    Invariant(
        letter="t",
        name="the edge is sharp",
        statement="Done on the last day is met; done on the next working day is missed.",
        source="regulations 14(1), 17(3) and 18(2) to 20(3)",
        needs=("due", "outcome", "is_working_day"),
        law=_the_edge_is_sharp,
    ),
    Invariant(
        letter="u",
        name="later is never better",
        statement="Once an act would be late, a later day is late as well.",
        source="regulation 13(2)(c)",
        needs=("outcome",),
        law=_verdicts_never_get_better,
    ),
    Invariant(
        letter="v",
        name="dates read back",
        statement="A date that is written and read again is the same date.",
        source="parsers that take 03/04/2025 for 4 March, and ISO dates day first",
        needs=("write_date", "read_date"),
        law=_dates_read_back,
    ),
)
"""The invariants of counting, in the order of their letters."""
