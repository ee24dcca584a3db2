# SPDX-License-Identifier: MIT
"""A row of a record is judged as a case with the same dated events is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from hypothesis import assume, example, given
from hypothesis import strategies as st

from complaint_timescales import Case, events
from complaint_timescales._assessments import Assessment
from complaint_timescales._deadlines import Deadline
from complaint_timescales._errors import ComplaintTimescalesError
from complaint_timescales._readings import DEFAULT, Readings
from complaint_timescales.bounds import Between
from complaint_timescales.monitoring import Entry, Judge, LegVerdict, Verdict
from complaint_timescales.monitoring._fields import NAMES
from complaint_timescales.working_days import WorkingDayCalendar

ENGLAND = WorkingDayCalendar.england()
COLUMNS = {name: name for name in NAMES}
READINGS = st.sampled_from(
    [
        DEFAULT,
        DEFAULT,
        DEFAULT,
        *(
            Readings.of({number: option})
            for number, option in (
                ("I-1", "day_1"),
                ("I-2", "by_count"),
                ("I-3", "extends"),
                ("I-4", "hold"),
                ("I-5", "extends"),
                ("I-5", "void"),
                ("I-9", "interest"),
                ("I-17", "next_working_day"),
                ("I-19", "statement"),
                ("I-19", "investigator"),
            )
        ),
    ]
)
VOID = Readings.of({"I-5": "void"})
GAPS = st.one_of(
    st.integers(0, 45),
    # The calendar days of 10, 20, 25, 30 and 65 working days, and those beside them.
    st.builds(
        lambda days, more: days + more,
        st.sampled_from([14, 28, 35, 42, 91]),
        st.integers(-3, 5),
    ),
)
# Over Christmas, over Easter and May, over the summer; not in 2020, when limits were softened.
STARTS = st.one_of(
    st.dates(date(2022, 1, 1), date(2025, 12, 31)),
    st.dates(date(2024, 12, 2), date(2025, 1, 10)),
    st.dates(date(2023, 3, 1), date(2023, 5, 15)),
)

RARELY = st.sampled_from([False] * 9 + [True])

# Each step: the column, and what it is as an event, given the whole row.
STEPS = {
    "received": lambda on, row: events.RepresentationsReceived(
        on=on,
        orally=bool(row.get("orally")),
        advocate_requested=bool(row.get("advocate_requested")),
        interest_decision_needed="interest_decided" in row,
    ),
    "interest_decided": lambda on, _: events.SufficientInterestDecided(on=on, sufficient=True),
    "advocate_appointed": lambda on, _: events.AdvocateAppointed(on=on),
    "later_start": lambda on, row: events.LaterStartAgreed(on=on, start=row["later_start"]),
    "extension_decided": lambda on, _: events.LocalResolutionExtended(on=on, working_days=10),
    "responded": lambda on, _: events.LocalResolutionEnded(on=on),
    "stage_1_waived": lambda on, _: events.LocalResolutionWaived(on=on),
    "stage2_requested": lambda on, _: events.InvestigationRequested(on=on),
    "statement_agreed": lambda on, _: events.StatementAgreed(on=on),
    "io_appointed": lambda on, _: events.InvestigatingOfficerAppointed(on=on),
    "written_record": lambda on, _: events.WrittenRecordFinalised(on=on),
    "extension_notified": lambda on, row: events.InvestigationExtended(
        on=on, until=row["extended_until"], reason="The file was incomplete"
    ),
    "adjudication_sent": lambda on, _: events.InvestigationResponseSent(on=on),
    "response_received": lambda on, _: events.InvestigationResponseReceived(on=on),
    "stage3_requested": lambda on, _: events.PanelRequested(on=on),
    "panel_met": lambda on, _: events.PanelMet(on=on),
    "panel_findings": lambda on, _: events.PanelReportSent(on=on),
    "findings_received": lambda on, _: events.PanelReportReceived(on=on),
    "final_response": lambda on, _: events.PanelResponseSent(on=on),
    "withdrawn": lambda on, _: events.Withdrawn(on=on),
}
PATHS = (
    ("received", "responded"),
    ("received", "extension_decided", "responded"),
    ("received", "interest_decided", "responded"),
    ("received", "advocate_appointed", "responded"),
    ("received", "responded", "advocate_appointed"),
    ("received", "interest_decided", "advocate_appointed", "responded"),
    ("received", "later_start", "responded"),
    ("received", "stage_1_waived", "io_appointed", "written_record", "adjudication_sent"),
    ("received", "later_start", "stage_1_waived", "adjudication_sent"),
    ("received", "stage2_requested", "statement_agreed", "adjudication_sent"),
    ("received", "extension_decided", "stage2_requested", "adjudication_sent"),
    ("received", "responded", "stage2_requested", "written_record", "adjudication_sent"),
    ("received", "responded", "stage2_requested", "extension_notified", "adjudication_sent"),
    ("received", "responded", "stage2_requested", "io_appointed", "extension_notified",
     "statement_agreed", "adjudication_sent"),
    ("received", "responded", "stage2_requested", "adjudication_sent", "response_received",
     "stage3_requested", "panel_met", "panel_findings", "findings_received", "final_response"),
)  # fmt: skip


@st.composite
def rows(draw: st.DrawFn) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The cells of a row in lawful order, and the columns in the order of their days."""
    path = draw(st.sampled_from(PATHS))
    path = path[: draw(st.integers(1, len(path)))]
    if draw(st.booleans()) and draw(st.booleans()):
        path = (*path, "withdrawn")
    day = draw(STARTS)
    row: dict[str, Any] = {}
    for name in path:
        row[name] = day
        soon = draw(st.booleans()) and path.count("extension_decided") + path.count(
            "extension_notified"
        )
        day += timedelta(days=draw(st.integers(0, 16) if soon else GAPS))
    if "later_start" in row:
        row["agreed"] = row["later_start"]  # no column has the day of agreement
        row["later_start"] += timedelta(days=draw(st.integers(1, 40)))
    if "extension_notified" in row:
        further = st.one_of(st.sampled_from([36, 60, 85]), st.integers(30, 95))
        row["extended_until"] = row["stage2_requested"] + timedelta(days=draw(further))
    row["orally"] = "written_record" in path or draw(RARELY)
    row["advocate_requested"] = "advocate_appointed" in path or draw(RARELY)
    return row, path


def the_case(row: dict[str, Any], path: tuple[str, ...], readings: Readings) -> Case:
    """The case of the row; an example whose history has no place in the procedure is left out."""
    case = Case("A1", readings=readings)
    for name in path:
        on = row["agreed"] if name == "later_start" else row[name]
        try:
            case = case.record(STEPS[name](on, row))  # type: ignore[no-untyped-call]
        except ComplaintTimescalesError:
            if name != "stage3_requested":
                assume(False)
            try:  # a request made too late
                late = events.LatePanelRequestAccepted(on=on, reason="The notice was unclear")
                case = case.record(late)
            except ComplaintTimescalesError:
                assume(False)
    return case


def the_entry(row: dict[str, Any]) -> Entry:
    """The row as it is read from a file that has every column."""
    values = {name: row.get(name) for name in NAMES}
    written = {name: "" if cell is None else str(cell) for name, cell in values.items()}
    return Entry(2, 0, values, written, COLUMNS, {}, frozenset(), ())


LIMITS = {
    "stage_1": ("14(1)", "14(5)"),
    "stage_2": ("17(3)", "17(6)"),
    "panel_request": ("18(2)",),
    "panel": ("19(4)",),
    "panel_report": ("20(2)",),
    "panel_response": ("20(3)",),
}
SAID = {
    "met": "met", "missed": "missed", "running": "running", "overdue": "overdue",
}  # fmt: skip


def of_leg(case: Case, leg: LegVerdict, as_at: date) -> list[Assessment]:
    """What the case says of the limits of a leg, the base limit first."""
    found = [a for a in case.assessments(as_at) if str(a.provision) in LIMITS[leg.leg.key]]
    return sorted(found, key=lambda a: LIMITS[leg.leg.key].index(str(a.provision)))


def expected(found: list[Assessment], base: Deadline) -> Iterator[tuple[Verdict, int]]:
    """The verdict on a leg out of those on its limits, and the days over."""
    first, last = found[0], found[-1]
    until = first.end or first.as_at
    assert until is not None
    ceased = first.deadline.ceased_on is not None
    waiting = Verdict.CEASED if ceased else Verdict.RUNNING
    if len(found) == 2:  # an extension that came too late stands beside the earlier limit
        late = Verdict.INVALID_EXTENSION if first.end else Verdict.OVERDUE
        gone = Verdict.MISSED if first.end else Verdict.OVERDUE
        if first.deadline.in_time(until):
            yield (Verdict.MET if first.end else waiting), 0
        else:
            yield (late if last.deadline.in_time(until) else gone), first.days_over
    elif first.deadline.in_time(until):
        extended = first.deadline.extended_from is not None and not base.in_time(until)
        met = Verdict.MET_EXTENDED if extended else Verdict.MET
        yield (met if first.end else waiting), 0
    else:
        yield (Verdict.MISSED if first.end else Verdict.OVERDUE), first.days_over


# The tenth working day is Friday 22 April 2022, and the Saturday after it is in time by count.
@example(
    made=(
        {
            "received": date(2022, 4, 6),
            "extension_decided": date(2022, 4, 7),
            "responded": date(2022, 4, 23),
        },
        ("received", "extension_decided", "responded"),
    ),
    readings=Readings.of({"I-2": "by_count"}),
    later=400,
)
@given(made=rows(), readings=READINGS, later=st.one_of(st.integers(-60, 200), st.just(400)))
def test_each_leg_is_judged_as_the_case_is(
    made: tuple[dict[str, Any], tuple[str, ...]], readings: Readings, later: int
) -> None:
    """Looked at from a day before the last event, or after it."""
    row, path = made
    # By that reading a case knows nothing of a notice that came too late; a row still names it.
    case = the_case(row, path, DEFAULT if readings == VOID else readings)
    as_at = case.events[-1].on + timedelta(days=later)
    assume(as_at >= row["received"])
    if "agreed" in row:
        assume(as_at >= row["agreed"])  # the row does not say when it was agreed
    judge = Judge(ENGLAND, as_at=as_at, readings=readings)

    legs = judge.legs_of(the_entry(row))

    for leg in legs:
        found = of_leg(case, leg, as_at)
        if not found:
            # No clock had started; the row cannot tell, or the duty ended before it could.
            # Or the day of receipt is known within bounds, and the case has no limit until it is.
            bounded = isinstance(leg.started, Between)
            assert bounded or leg.verdict in (Verdict.UNDETERMINED, Verdict.CEASED), leg
            continue
        base = judge.deadline(leg.leg.by, found[0].deadline.start)
        ((verdict, over),) = expected(found, base)
        if readings == VOID:
            assert over == of_leg(the_case(row, path, VOID), leg, as_at)[0].days_over
        if leg.verdict is Verdict.UNDETERMINED:
            assert leg.started is None or not isinstance(leg.started, date), (leg, found)
            continue
        assert (verdict, over) == (leg.verdict, leg.days_over), (leg, found)
        assert leg.started == found[0].deadline.start
        assert leg.working_days == (found[0].working_days,) * 2
    named = {leg.leg.key for leg in legs}
    for key, provisions in LIMITS.items():
        seen = [a for a in case.assessments(as_at) if str(a.provision) in provisions]
        assert not seen or key in named or (key == "panel_request" and seen[0].end is None)
