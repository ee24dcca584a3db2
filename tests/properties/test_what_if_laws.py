# SPDX-License-Identifier: MIT
"""Laws of comparing: a case beside itself, two cases either way round, and remedies that work."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from complaint_timescales import Breach, Case, Deadline, WorkingDayCalendar, events
from complaint_timescales.remedies import LongerLimit, remedy_for
from complaint_timescales.whatif import Comparison, compare, what_if
from tests.properties.strategies import ENGLAND, NAMES

ONE = timedelta(days=1)
FEW = settings(max_examples=30)

PATH: list[type[events.Event]] = [
    events.RepresentationsReceived,
    events.LocalResolutionEnded,
    events.InvestigationRequested,
    events.InvestigationResponseSent,
    events.InvestigationResponseReceived,
]
LATER: list[type[events.Event]] = [
    events.PanelRequested,
    events.PanelMet,
    events.PanelReportSent,
    events.PanelReportReceived,
    events.PanelResponseSent,
]
WAITS = [0, 14, 15, 0, 36, 37, 92, 0, 1]
"""Days of waiting: about as long as a limit, and much shorter and longer."""


HOLIDAYS = st.dictionaries(
    st.dates(date(2025, 1, 2), date(2025, 12, 24)).filter(ENGLAND.is_working_day), NAMES, max_size=2
)
"""A day or two of 2025 off that are not."""


@st.composite
def histories(draw: st.DrawFn) -> tuple[events.Event, ...]:
    """The ordinary path, as far as a case has come, with acts in time and late."""
    path = PATH[: draw(st.integers(1, len(PATH)))]
    if path == PATH and draw(st.booleans()):
        path = [*PATH, *LATER[: draw(st.integers(1, len(LATER)))]]
    day, history = draw(st.dates(date(2024, 12, 1), date(2025, 6, 30))), []
    for kind in path:
        history.append(kind(on=day))
        # A complainant's own limit is a condition: the request for a panel stays within it.
        soon = kind is events.InvestigationResponseReceived
        day += ONE * (draw(st.integers(0, 20)) if soon else draw(st.sampled_from(WAITS)))
    return tuple(history)


# A failing example is shown as the events and the days off that make its case.
A_CASE = (histories(), HOLIDAYS)


def case_of(history: tuple[events.Event, ...], off: dict[date, str]) -> Case:
    """The case of a history, over a calendar with these days off."""
    return Case("CSC-0042", history, calendar=WorkingDayCalendar.england(extra_holidays=off))


def act_of(case: Case, deadline: Deadline) -> events.Event:
    """The event that met a limit, in time or not."""
    met_by = deadline.timescale.met_by
    return next(e for e in case.events if any(on.fits(e) for on in met_by))


def gone(found: Comparison, breach: Breach) -> bool:
    """Whether a breach of the one limit of a provision is no more."""
    assert found.refusal is None, found.explain()
    return breach.provision in {each.provision for each in found.went}


def put_in(case: Case, longer: LongerLimit, **changed: object) -> Comparison:
    """The case with an extension, or with one that is a little otherwise."""
    reason = {"reason": "interviews"} if longer.working_days is None else {}
    event = longer.event(**reason)
    facts = {
        name: getattr(event, name)
        for name in ("on", "working_days", "until")
        if hasattr(event, name)
    }
    return what_if(case, added=[type(event)(**{**facts, **reason, **changed})])


class TestComparing:
    """What a comparison is, whatever it is of."""

    @FEW
    @given(*A_CASE)
    def test_a_case_beside_itself_differs_in_nothing(
        self, history: tuple[events.Event, ...], off: dict[date, str]
    ) -> None:
        """Nothing was changed, and nothing follows."""
        case = case_of(history, off)
        found = compare(case, case)

        assert (False, ()) == (bool(found), found.lines())

    @FEW
    @given(*A_CASE, *A_CASE)
    def test_either_way_round_the_figures_are_opposite(
        self,
        one: tuple[events.Event, ...],
        off_in_one: dict[date, str],
        two: tuple[events.Event, ...],
        off_in_two: dict[date, str],
    ) -> None:
        """What came goes, and what is later is as much earlier."""
        a, b = case_of(one, off_in_one), case_of(two, off_in_two)
        there, back = compare(a, b), compare(b, a)
        ways = [
            {
                (limit.provision, limit.run): [
                    sign * (n or 0) for n in (limit.moved, limit.more_days_over)
                ]
                for limit in found.limits
            }
            for found, sign in ((there, 1), (back, -1))
        ]

        assert ways[0] == ways[1]
        assert (there.appeared, there.went) == (back.went, back.appeared)
        assert bool(there) == bool(back)
        assert {(e.before, e.after) for e in there.events} == {
            (e.after, e.before) for e in back.events
        }


class TestRemedies:
    """What a remedy says would have met a limit meets it, and no less does."""

    @FEW
    @given(*A_CASE)
    def test_the_last_day_in_time_is_the_last(
        self, history: tuple[events.Event, ...], off: dict[date, str]
    ) -> None:
        """Done on it there is no breach, and a working day later there is."""
        case = case_of(history, off)
        for breach in case.breaches():
            if not breach.done:
                continue
            act, last = act_of(case, breach.deadline), remedy_for(breach).last_day
            calendar = breach.deadline.calendar
            next_day = calendar.add(last, 1)

            assert gone(what_if(case, moved={act: last}), breach)
            assert next_day > act.on or not gone(what_if(case, moved={act: next_day}), breach)

    @FEW
    @given(*A_CASE)
    def test_the_extension_that_was_needed_is_enough_and_no_more(
        self, history: tuple[events.Event, ...], off: dict[date, str]
    ) -> None:
        """It takes the breach away; a working day less, or decided a day later, does not."""
        case = case_of(history, off)
        for breach in case.breaches():
            longer = remedy_for(breach).extension
            if longer is None or not breach.done:
                continue
            day_after = breach.deadline.calendar.add(longer.decided_by, 1)

            assert gone(put_in(case, longer), breach)
            if day_after < breach.until:
                assert not gone(put_in(case, longer, on=day_after), breach)
            if longer.working_days is None and longer.last_day - ONE > longer.decided_by:
                assert not gone(put_in(case, longer, until=longer.last_day - ONE), breach)
            if longer.working_days is not None and longer.working_days > 1:
                less = longer.working_days - 1
                assert not gone(put_in(case, longer, working_days=less), breach)

    @FEW
    @given(*A_CASE)
    def test_the_first_start_that_would_do_is_the_first(
        self, history: tuple[events.Event, ...], off: dict[date, str]
    ) -> None:
        """From it the act is in time, and from the day before it is not."""
        case = case_of(history, off)
        late = [breach for breach in case.breaches() if breach.done]
        assume(late)
        for breach in late:
            start = remedy_for(breach).start_from
            deadline = breach.deadline
            assert start is not None
            spans = [deadline.calendar.count(day, breach.until) for day in (start, start - ONE)]

            assert deadline.calendar.is_working_day(start)
            # An act on a day off needs its last day on the next working day.
            more = not deadline.calendar.is_working_day(breach.until)
            assert [True, False] == [span + more <= deadline.limit for span in spans]
