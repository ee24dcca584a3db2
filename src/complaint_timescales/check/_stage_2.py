# SPDX-License-Identifier: MIT
"""A table of investigations: each row by the authority's own clock and by the Regulations'."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import combinations, pairwise
from typing import Final

from complaint_timescales._assessments import timescale_of
from complaint_timescales._dates import listed, spoken
from complaint_timescales.check._figures import disagreements, reproductions
from complaint_timescales.check._readings import (
    CheckedRow,
    Clock,
    Record,
    read_by,
    within,
)
from complaint_timescales.tables import Column, Finding
from complaint_timescales.working_days import WorkingDayCalendar

# fmt: off
DATES: Final = (
    Column("stage2_requested", (
        "date_of_request", "stage_2_requested", "date_stage_2_requested",
        "date_of_stage_2_request", "request_date", "date_requested", "escalation_date")),
    Column("statement_agreed", (
        "date_tor_signed", "tor_signed", "date_terms_of_reference_signed",
        "terms_of_reference_signed", "date_statement_agreed", "complaint_statement_agreed",
        "complaint_statement_signed", "statement_signed")),
    Column("adjudication_sent", (
        "date_of_adjudication", "date_adjudication_sent", "adjudication_date", "adjudication",
        "adjudication_letter", "response_sent", "date_response_sent", "responded")),
    Column("closed", ("date_closed", "closed_date", "date_of_closure", "closure_date")),
)
# fmt: on
WORDS: Final = {
    "stage2_requested": "request",
    "statement_agreed": "terms of reference signed",
    "adjudication_sent": "adjudication",
    "closed": "closed",
}
"""The dates in the order in which they can only come."""

OWN: Final = Clock(
    "own",
    "the authority's own clock",
    "statement_agreed",
    "closed",
    "terms of reference signed to closed",
    "as the authority counts",
)
REGULATIONS: Final = Clock(
    "regulations",
    "the Regulations' clock",
    "stage2_requested",
    "adjudication_sent",
    "request to adjudication",
    "17(4)(b) to 17(3)",
)
CLOCKS: Final = (OWN, REGULATIONS)
LIMITS: Final = ("17(3)", "17(6)")
# The clocks' own pairs first, then every other pair in order.
PAIRS: Final = tuple(
    dict.fromkeys([*((clock.start, clock.end) for clock in CLOCKS), *combinations(WORDS, 2)])
)


def assumptions() -> tuple[str, ...]:
    """What the verdicts rest on that the table does not say."""
    least, most = (timescale_of(provision).limit.number for provision in LIMITS)
    notice = "Adjudication is read as the day on which notice of the response was sent, 17(3)."
    writing = (
        "The representations are taken to be in writing: for oral ones the clock starts with the "
        "final written record, 17(5)."
    )
    extended = (
        f"{most} working days is the limit just where the complainant was told of a later date "
        f"before the first {least} had passed, 17(6); the table does not say, so both are shown."
    )
    return notice, writing, extended


def checked(record: Record, *, as_at: date | None, calendar: WorkingDayCalendar) -> CheckedRow:
    """The row by both clocks, with what does not agree."""
    within(record, WORDS, calendar)
    by = reproductions(record.stated, PAIRS, record.dates, WORDS, calendar)
    return CheckedRow(
        number=record.number,
        case=record.case,
        provision=None,
        dates=record.dates,
        readings=tuple(
            read_by(clock, record.dates, WORDS, LIMITS, as_at=as_at, calendar=calendar)
            for clock in CLOCKS
        ),
        stated=record.stated,
        reproduced_by=by,
        labels=record.labels,
        findings=(
            *_out_of_order(record, calendar),
            *_closed_days(record, calendar),
            *disagreements(record, by, CLOCKS, WORDS, calendar),
        ),
    )


# ---------------------------------------------------------------------------------------
# What does not fit
# ---------------------------------------------------------------------------------------


def _closed_days(record: Record, calendar: WorkingDayCalendar) -> Iterator[Finding]:
    for name in tuple(WORDS)[1:]:  # a request can be made on any day
        day = record.dates[name]
        reason = None if day is None else calendar.why_not(day)
        if day is not None and reason is not None:
            called = "" if reason.name in f"{day:%A}" else f" ({reason.name})"
            yield Finding(
                row=record.number,
                kind="not_a_working_day",
                what=f"{spoken(day)}{called} is not a working day",
                column=record.columns[name],
                written=record.written[name],
                rule=reason.authority,
                remedy="Check the date; it is counted as it stands",
            )


def _breaks(dates: Mapping[str, date | None]) -> list[tuple[str, str]]:
    """Neighbours, among the dates that are there, of which the first is the later."""
    given = [name for name in WORDS if dates[name] is not None]
    return [
        (first, second)
        for first, second in pairwise(given)
        if _day(dates, first) > _day(dates, second)
    ]


def _day(dates: Mapping[str, date | None], name: str) -> date:
    day = dates[name]
    assert day is not None  # asked only of the dates that are there
    return day


def _out_of_order(record: Record, calendar: WorkingDayCalendar) -> Iterator[Finding]:
    for first, second in _breaks(record.dates):
        yield Finding(
            row=record.number,
            kind="impossible_order",
            what=(
                f"{spoken(_day(record.dates, first))} is after "
                f"{record.columns[second]}, {spoken(_day(record.dates, second))}"
            ),
            column=record.columns[first],
            written=record.written[first],
            rule=f"'{WORDS[first]}' comes before '{WORDS[second]}'",
            remedy=f"Check both dates against the file{_suggestion(record, first, calendar)}",
        )


def _suggestion(record: Record, first: str, calendar: WorkingDayCalendar) -> str:
    fits = [
        changed
        for changed in _candidates(record.dates, first)
        if not _breaks(changed) and _covered(changed, calendar)
    ]
    if not fits:
        return ""
    fits.sort(key=lambda changed: len(_differences(record.dates, changed)))
    words = [_in_words(record, changed, calendar) for changed in fits[:2]]
    return f". A suggestion only, for nothing was changed: {'; or '.join(words)}"


def _candidates(dates: dict[str, date | None], first: str) -> Iterator[dict[str, date | None]]:
    """The dates with one of them a year out, or all after the break, or all before it."""
    given = [name for name in WORDS if dates[name] is not None]
    before = given[: given.index(first) + 1]
    groups = [*([name] for name in given), before, given[len(before) :]]
    seen = []
    for group in groups:
        for years in (-1, 1):
            changed = {**dates, **{name: _moved(_day(dates, name), years) for name in group}}
            if changed not in seen:
                seen.append(changed)
                yield changed


def _moved(day: date, years: int) -> date:
    # 29 February has no counterpart in the next year; its neighbour serves a suggestion.
    return day.replace(year=day.year + years, day=min(day.day, 28) if day.month == 2 else day.day)


def _differences(dates: Mapping[str, date | None], changed: Mapping[str, date | None]) -> list[str]:
    return [name for name in WORDS if dates[name] != changed[name]]


def _covered(dates: Mapping[str, date | None], calendar: WorkingDayCalendar) -> bool:
    first, last = calendar.known_from, calendar.provisional_through
    return all(first <= day <= last for day in dates.values() if day is not None)


def _in_words(record: Record, changed: dict[str, date | None], calendar: WorkingDayCalendar) -> str:
    new = [
        f"{_short(_day(changed, name))} as {record.columns[name]}"
        for name in _differences(record.dates, changed)
    ]
    spans = [
        f"{calendar.count(first, last)} working days from {WORDS[start]} to {WORDS[end]}"
        for start, end in (
            ("stage2_requested", "adjudication_sent"),
            ("stage2_requested", "closed"),
        )
        if (first := changed[start]) is not None and (last := changed[end]) is not None
    ]
    return f"{listed(new)} would fit, with {listed(spans)}"


def _short(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
