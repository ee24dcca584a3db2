# SPDX-License-Identifier: MIT
"""Data quality: what in an entry cannot be right, or should be looked at before it is counted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

import attrs

from complaint_timescales._dates import counted
from complaint_timescales.bounds import Between
from complaint_timescales.monitoring._entries import Day, Entry, earliest, latest
from complaint_timescales.monitoring._extension_findings import extension_findings
from complaint_timescales.monitoring._legs import (
    CASE_ENDS,
    LEGS,
    PANEL_RESPONSE,
    STAGE_1,
    STAGE_2,
)
from complaint_timescales.monitoring._periods import in_words
from complaint_timescales.monitoring._verdicts import Judge, LegVerdict
from complaint_timescales.tables import Finding, is_missing

KINDS: Final = {
    "unreadable": "Cells that cannot be read",
    "outside_calendar": "Dates outside the calendar",
    "month_only": "Dates known just to the month",
    "ragged": "Rows with too few or too many cells",
    "unknown_stage": "Rows that name no stage of the procedure",
    "no_reference": "Rows without a case reference",
    "duplicate": "Rows that repeat an earlier row",
    "same_reference": "Different rows with one case reference",
    "no_receipt": "Cases without a date of receipt",
    "impossible_order": "Dates that cannot stand in their order",
    "closed_before_received": "Cases closed before they were received",
    "future_date": "Dates after the day looked from",
    "wrong_year": "Dates that look as if they had the wrong year",
    "not_a_working_day": "Acts of the authority dated on a day that is no working day",
    "no_stage_1": "Stage 2 without stage 1",
    "extended_late": "Extensions recorded after the limit had passed",
    "extended_too_far": "Extensions to a day that the law does not allow",
    "extended_too_short": "Extensions to a day within the limit itself",
    "not_complex": "Extensions of stage 1 that are not recorded as complex",
    "undated_extension": "Extensions without a date",
    "no_response": "Cases closed without a date for the response",
    "undated_withdrawal": "Withdrawals without a date",
    "undated_resolution": "Cases that mediation resolved, without a date",
    "no_outcome": "Stages that ended without a recorded outcome",
    "held": "Cases put on hold",
    "start_day_counted": "Stated figures that count the start day",
    "stated_differs": "Stated figures that the dates do not give",
}
"""Every kind of finding about a row, with what it is called in a report."""


@attrs.frozen
class _Order:
    """Two steps that can only come in this order."""

    first: str
    second: str
    words: str
    kind: str = "impossible_order"


_ORDERS: Final = tuple(
    _Order(*each)
    for each in (
        ("grounds_arose", "received", "grounds arise before representations are made"),
        ("received", "closed", "a case is received before it is closed", "closed_before_received"),
        ("received", "acknowledged", "receipt comes before its acknowledgement"),
        ("received", "responded", "receipt comes before the response"),
        ("received", "withdrawn", "receipt comes before withdrawal"),
        ("received", "resolved_by_mediation", "receipt comes before mediation resolves matters"),
        ("received", "stage2_requested", "receipt comes before the request for stage 2"),
        ("stage2_requested", "statement_agreed", "the request comes before the agreed statement"),
        ("stage2_requested", "io_appointed", "the request comes before the appointment"),
        ("stage2_requested", "ip_appointed", "the request comes before the appointment"),
        ("stage2_requested", "report_received", "the request comes before the report"),
        ("stage2_requested", "adjudication_sent", "the request comes before the response"),
        ("report_received", "adjudication_sent", "the report comes before the response"),
        ("adjudication_sent", "response_received", "a notice is sent before it is received"),
        ("adjudication_sent", "stage3_requested", "a panel is requested after the response"),
        ("stage3_requested", "panel_met", "the panel meets after the request"),
        ("panel_met", "panel_findings", "the panel meets before it reports"),
        ("panel_findings", "findings_received", "a report is sent before it is received"),
        ("panel_findings", "final_response", "the panel reports before the authority answers"),
        ("on_hold_from", "on_hold_to", "a hold begins before it ends"),
    )
)

_BEFORE: Final = {
    each.second: tuple(order for order in _ORDERS if order.second == each.second)
    for each in _ORDERS
}
"""What has to come before a step."""
_OF_ANY_STAGE: Final = ("acknowledged", "closed", *CASE_ENDS)  # of the stage that a row is about
_ACTS: Final = ("responded", "adjudication_sent", "panel_met", "panel_findings", "final_response")
_A_YEAR_OUT: Final = 300  # calendar days between two steps that are weeks apart as a rule
_A_STAGE: Final = 100  # calendar days: the 65 working days of stage 2, over Christmas or Easter


def findings_in(entry: Entry, legs: tuple[LegVerdict, ...], judge: Judge) -> Iterator[Finding]:
    """Everything about one entry that a reader of the report should know."""
    yield from entry.findings
    for rule in _RULES:
        yield from rule(entry, judge)
    yield from extension_findings(entry, legs, judge)
    yield from _outcomes(entry, legs)
    yield from _stated(entry, legs)


def _identity(entry: Entry, _: Judge) -> Iterator[Finding]:
    if not entry.reference and "case_ref" in entry.columns:
        remedy = "Give the case its reference, so that it can be found again"
        yield entry.finding("no_reference", "no case reference", "case_ref", remedy=remedy)
    opens = _opens_on(entry)
    if entry.day(opens) is None and opens not in entry.unread:
        yield entry.finding(
            "no_receipt",
            "no date of receipt, so it is in no quarter of the cases received",
            opens,
            rule="13(2)(a): each representation received is recorded",
            remedy="Give the day on which it was received",
        )


def _opens_on(entry: Entry) -> str:
    """The column of the receipt that a row is about: that of its stage, or the first there is."""
    opening = [leg.opens_on for leg in LEGS if entry.stage in (0, leg.stage)]
    return next((name for name in opening if name in entry.columns), opening[0])


def _orders(entry: Entry, judge: Judge) -> Iterator[Finding]:
    days = entry.days
    for order, second in [
        (order, day) for at, day in days.items() for order in _BEFORE.get(at, ())
    ]:
        opens = entry.stage > 1 and order.second in _OF_ANY_STAGE
        name = _opens_on(entry) if opens else order.first
        first = days.get(name)
        if first is None or latest(second) >= earliest(first):
            continue
        yield entry.finding(
            order.kind,
            f"{_said(second)} is before '{entry.columns[name]}', {_said(first)}",
            order.second,
            rule=order.words,
            remedy="Check both dates against the file; nothing is counted between them",
        )
        yield from _year_of_one(entry, first, second, order.second, judge)


def _year_of_one(
    entry: Entry, first: Day, second: Day, name: str, judge: Judge
) -> Iterator[Finding]:
    """A date that would fit well a year later, where the order is impossible."""
    if isinstance(first, Between) or isinstance(second, Between):
        return
    moved = _a_year_later(second)
    gap = (moved - first).days
    if moved <= judge.calendar.provisional_through and 0 <= gap <= _A_STAGE:
        yield entry.finding(
            "wrong_year",
            f"with the year {moved.year} it would be {counted(gap, 'day')} after the other date",
            name,
            rule="a step is as a rule weeks after the last one, and not before it",
            remedy="Check the year of both dates; a suggestion only, for nothing was changed",
        )


def _long_gaps(entry: Entry, _: Judge) -> Iterator[Finding]:
    """A step so long after the last one that its year is doubtful."""
    for leg in LEGS:
        second = entry.days.get(leg.end)
        if second is None:
            continue
        first = entry.days.get(leg.opens_on)
        if first is None or isinstance(first, Between):
            continue
        gap = (earliest(second) - first).days
        if gap >= _A_YEAR_OUT and not leg.binds_complainant:
            yield entry.finding(
                "wrong_year",
                f"{counted(gap, 'day')} after '{entry.columns[leg.opens_on]}', {in_words(first)}",
                leg.end,
                rule=f"the limit is {leg.by}",
                remedy="Check the year of both dates; they are counted as they stand",
            )


def _a_year_later(day: date) -> date:
    # 29 February has no counterpart in the next year; its neighbour serves a suggestion.
    return day.replace(year=day.year + 1, day=min(day.day, 28) if day.month == 2 else day.day)


def _said(day: Day) -> str:
    return str(day) if isinstance(day, Between) else in_words(day)


def _future(entry: Entry, judge: Judge) -> Iterator[Finding]:
    if judge.as_at is None:
        return
    for name, day in entry.days.items():
        # What is agreed for a later day can lie ahead.
        if earliest(day) <= judge.as_at or name in ("later_start", "extended_until"):
            continue
        yield entry.finding(
            "future_date",
            f"after {in_words(judge.as_at)}, the day looked from",
            name,
            rule="what is dated later has not happened yet, and is not counted",
            remedy="Check the date, or look from a later day",
        )


def _days_off(entry: Entry, judge: Judge) -> Iterator[Finding]:
    for name in _ACTS:
        day = entry.days.get(name)
        if day is None or isinstance(day, Between):
            continue
        reason = judge.calendar.why_not(day)
        if reason is not None:
            yield entry.finding(
                "not_a_working_day",
                f"{in_words(day)} is not a working day: {reason.name}",
                name,
                rule=reason.authority,
                remedy="Check the date; it is counted as it stands",
            )


def _without_stage_1(entry: Entry, _: Judge) -> Iterator[Finding]:
    if entry.stage or entry.day("stage2_requested") is None or entry.day("stage_1_waived"):
        return
    for name in ("received", "responded"):
        if name in entry.columns and entry.day(name) is None and name not in entry.unread:
            column = entry.columns[name]
            yield entry.finding(
                "no_stage_1",
                f"stage 2 was requested, and there is no '{column}'",
                "stage2_requested",
                rule="17(1): after stage 1, or where both agree to leave it out",
                remedy="Give the date; or the day on which both agreed to leave stage 1 out",
            )
            return


def _held(entry: Entry, _: Judge) -> Iterator[Finding]:
    if entry.day("on_hold_from") is not None:
        yield entry.finding(
            "held",
            "the case was put on hold, and its days are counted all the same",
            "on_hold_from",
            rule="the Regulations stop no clock but under regulation 8",
            remedy="Where a later start was agreed, 14(4), or an extension, record that",
        )


_ANSWERS: Final = {0: STAGE_1, 1: STAGE_1, 2: STAGE_2, 3: PANEL_RESPONSE}


def _unanswered(entry: Entry, _: Judge) -> Iterator[Finding]:
    leg = _ANSWERS[entry.stage]
    ended = (leg.end, *leg.ceases_on)
    if entry.day("closed") is None or leg.opens_on not in entry.columns:
        return
    if not entry.unread.isdisjoint(ended) or any(map(entry.day, ended)):
        return
    what = "the file has no column for the response"
    remedy = "If this is its day, say so under [columns] in the column map: "
    remedy += f'responded = "{entry.columns["closed"]}"'
    if leg.end in entry.columns:
        what = f"there is no '{entry.columns[leg.end]}'"
        remedy = "Give the day of the response; the case is not counted as answered"
    yield entry.finding(
        "no_response",
        f"the case is closed, and {what}",
        "closed",
        rule=f"{leg.by}: closing a file is no answer (I-20)",
        remedy=remedy,
    )


_WITHOUT_A_DAY: Final = (
    ("withdrawn", "undated_withdrawal", "withdrawn",
     "7(1): representations may be withdrawn at any time",
     "Give the day on which they were withdrawn"),
    ("resolved_by_mediation", "undated_resolution", "resolved by mediation",
     "practice: mediation moves no limit, and where it resolves matters nothing more is due",
     "Give the day on which matters were resolved, in a column 'Resolved by mediation'"),
)  # fmt: skip


def _undated_ends(entry: Entry, _: Judge) -> Iterator[Finding]:
    for name, kind, what, rule, remedy in _WITHOUT_A_DAY:
        bounds = entry.values.get(name)
        if isinstance(bounds, Between) and is_missing(entry.written.get(name, "")):
            taken = f"{what}, and no day of it: taken as {bounds}"
            yield entry.finding(kind, taken, "closed", rule=rule, remedy=remedy)


_RULES: Final[tuple[Callable[[Entry, Judge], Iterator[Finding]], ...]] = (
    _identity,
    _orders,
    _long_gaps,
    _future,
    _days_off,
    _without_stage_1,
    _held,
    _unanswered,
    _undated_ends,
)


# ---------------------------------------------------------------------------------------
# What rests on the legs
# ---------------------------------------------------------------------------------------


def _outcomes(entry: Entry, legs: tuple[LegVerdict, ...]) -> Iterator[Finding]:
    for leg in legs:
        name = leg.leg.outcome
        if name in entry.columns and leg.answered and not entry.text(name):
            yield entry.finding(
                "no_outcome",
                f"{leg.leg.title} has ended, and no outcome is recorded",
                name,
                rule="13(2)(b): the outcome of each representation is recorded",
                remedy="Record the outcome",
            )


def _stated(entry: Entry, legs: tuple[LegVerdict, ...]) -> Iterator[Finding]:
    stated = entry.values.get("stated_working_days")
    took = {leg.leg.key: leg.took for leg in legs if leg.took is not None}
    if type(stated) is not int or not took or stated in took.values():
        return
    if stated - 1 in took.values():
        yield entry.finding(
            "start_day_counted",
            f"it is {stated - 1}, and {stated} just where the start day is counted",
            "stated_working_days",
            rule="the day of an event is left out of a period that runs from it (I-1)",
            remedy="Count from the next working day",
        )
        return
    found = ", ".join(f"{key} {days}" for key, days in took.items())
    yield entry.finding(
        "stated_differs",
        f"the dates give {found}",
        "stated_working_days",
        rule="working days after the start, the last day counted",
        remedy="Check the dates and the figure",
    )
