# SPDX-License-Identifier: MIT
"""A case beside a reading of the rows that keeps nothing: every event, row and rule afresh.

The library works out once what histories of one shape have in common, and asks at each step just
for what turns on days. Here each rule looks through the events themselves, and each step asks all
conditions of all moves; the two must never part, whatever was read before.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import attrs
from hypothesis import given
from hypothesis import strategies as st

from complaint_timescales import (
    Case,
    ComplaintTimescalesError,
    Readings,
    Stage,
    WorkingDayCalendar,
    due,
    events,
)
from complaint_timescales._conditions import ReceivedWith
from complaint_timescales._history import History
from complaint_timescales._kinds import Procedure, StartRule, Timescale, happens
from complaint_timescales._procedure import lapsed
from complaint_timescales.readings import EDITS, procedure_under
from complaint_timescales.variants import PROCEDURES

# Long histories are drawn too seldom by a search that tries to keep them short.
CHANCE = st.randoms(use_true_random=True)
ENGLAND = WorkingDayCalendar.england()
DEFAULT = Readings()
# Under I-4 one limit holds the start of another, which takes its last day: not for this model.
READINGS = [Readings.of({n: option}) for n, option in EDITS if (n, option) != ("I-4", "hold")]
TWO_AT_ONCE = [a.and_also(*b.pairs[0]) for a, b in zip(READINGS, READINGS[3:], strict=False)]
FIRST_DAYS = [date(2020, 2, 3), date(2020, 8, 20), date(2024, 2, 29), date(2025, 1, 6)]
NAMES = sorted(events.BY_NAME)
# What bears on the harder rules is drawn more often.
OFTEN = [
    "resubmitted",
    "advocate_appointed",
    "later_start_agreed",
    "panel_met",
    "representations_received",
    "representations_received",
]
EXTENSIONS = {"local_resolution_extended", "investigation_extended"}
RARE = {"withdrawn", "redirected", "matters_resolved", "mediation_ended", "ombudsman_decided"}

# ---------------------------------------------------------------------------------------
# Histories
# ---------------------------------------------------------------------------------------


def facts_of(kind: type[events.Event], on: date, chance: random.Random) -> dict[str, Any]:
    """Facts that mostly suit, and now and then do not."""
    drawn: dict[str, Any] = {
        "grounds_arose": on - timedelta(chance.choice([1, 364, 365, 366, 500])),
        "start": on + timedelta(chance.randrange(-3, 25)),
        "until": on + timedelta(chance.choice([0, 10, 36, 60, 90, 120])),
        "working_days": chance.choice([0, 1, 3, 5, 10, 11]),
        "independent_persons": chance.choice([3, 3, 3, 2]),
        "reason": chance.choice(["illness", "illness", "illness", ""]),
        "ground": "court",
        "decision": "premature",
    }
    fields: tuple[attrs.Attribute[Any], ...] = attrs.fields(kind)
    given: dict[str, Any] = {}
    for field in fields:
        if str(field.type).startswith("bool") and (
            field.default is attrs.NOTHING or chance.random() < 0.2
        ):
            given[field.name] = chance.random() < 0.5
        elif field.name in drawn and (field.name != "grounds_arose" or chance.random() < 0.3):
            given[field.name] = drawn[field.name]
    return given


def an_event(among: list[str], on: date, chance: random.Random) -> events.Event:
    kind = events.BY_NAME[chance.choice(among)]
    return kind(on=on, **facts_of(kind, on, chance))


# ---------------------------------------------------------------------------------------
# The naive reading
# ---------------------------------------------------------------------------------------

Row = tuple[str, int, date, str | None, date | None, date | None]
"""A provision and a run, the start and what fixed it, and the day it was met or ceased."""


@attrs.frozen
class Naive:
    """Clocks by looking through all events, again for each question."""

    happened: tuple[events.Event, ...]
    law: Procedure

    @property
    def runs(self) -> list[list[events.Event]]:
        """A resubmission ends one and begins the next."""
        runs: list[list[events.Event]] = [[]]
        for event in self.happened:
            runs[-1].append(event)
            if isinstance(event, events.Resubmitted):
                runs.append([event])
        return runs

    def own(self, number: int) -> list[events.Event]:
        """The events of a run without a resubmission that only ends it."""
        run = self.runs[number]
        ended = len(run) > 1 and isinstance(run[-1], events.Resubmitted)
        return run[:-1] if ended else run

    def start(self, timescale: Timescale, number: int) -> tuple[date, str] | None:
        """The latest of the dates of the rules; None while a rule waits for its event."""
        if any(happens(event, timescale.never_where) for event in self.runs[number]):
            return None
        found = []
        for rule in timescale.runs_from.rules:
            on = [event for event in self.own(number) if happens(event, rule.on)]
            if on and rule.fact and self.applies(rule, timescale, number):
                found.append((getattr(on[-1 if rule.latest else 0], rule.fact), str(rule.by)))
            elif not on and rule.where and self.applies(rule, timescale, number):
                earlier = [event for run in self.runs[:number] for event in run]
                if not rule.once or not any(happens(event, rule.on) for event in earlier):
                    return None
        given = [pair for pair in found if pair[0] is not None]
        return max(given, key=lambda pair: pair[0], default=None)

    def applies(self, rule: StartRule, timescale: Timescale, number: int) -> bool:
        """What must, and must not, be so of the receipt."""
        receipts = [e for e in self.happened if isinstance(e, events.RepresentationsReceived)]
        if rule.unless is not None and receipts and getattr(receipts[0], rule.unless.fact):
            return False
        if rule.where is None or not receipts:
            return rule.where is None
        if isinstance(rule.where, ReceivedWith):
            return bool(getattr(receipts[0], rule.where.fact))
        made = [e for e in self.own(number) if isinstance(e, events.RepresentationsReceived)]
        if not made or made[0].grounds_arose is None:
            return False
        limit = due("9(1)", made[0].grounds_arose, readings=timescale.readings)
        return not limit.in_time(receipts[0].on)

    def closed(self, timescale: Timescale, number: int) -> tuple[date | None, date | None]:
        """The day of the first event that meets the limit, or ends the duty."""
        for event in self.runs[number][int(number > 0) :]:
            if happens(event, timescale.met_by):
                return event.on, None
            if happens(event, timescale.ceases_on):
                return None, event.on
        return None, None

    def rows(self) -> Iterator[Row]:
        """Every clock that has started, and had when its duty ceased."""
        for number in range(len(self.runs)):
            for timescale in self.law.timescales.values():
                start = self.start(timescale, number)
                if timescale.extension is not None or start is None:
                    continue
                met_on, ceased_on = self.closed(timescale, number)
                if ceased_on is None or self.had_started(timescale, number):
                    yield str(timescale.by), number, *start, met_on, ceased_on

    def had_started(self, timescale: Timescale, number: int) -> bool:
        """Whether it had by the event that ended the duty, as things were known then."""
        before = sum(len(run) - 1 for run in self.runs[:number])
        for place, event in enumerate(self.runs[number]):
            if happens(event, timescale.ceases_on):
                then = Naive(self.happened[: before + place + 1], self.law)
                start = then.start(timescale, len(then.runs) - 1)
                return start is not None and start[0] <= event.on
        raise AssertionError(timescale)


def rows_of(history: History) -> set[Row]:
    """The same of what the library found; an extended limit counts as that which it extends."""
    return {
        (
            str(each.timescale.extension.of if each.timescale.extension else each.provision),
            each.run,
            each.start,
            None if each.started_by is None else str(each.started_by),
            each.met_on,
            each.ceased_on,
        )
        for each in history.deadlines()
    }


def naive_step(history: History, stage: Stage, event: events.Event) -> Stage | None:
    """The stage after one more event by asking every condition of every move; None if refused."""
    law, calendar = history.procedure, history.calendar
    stage = lapsed(law, stage, event.on, history.unmet_on)
    longer = History((*history.events, event), law, calendar)
    for move in law.moves.get((stage, type(event)), ()):
        if all(longer.unmet(each, event) is None for each in move.when):
            fits = all(history.unmet(each, event) is None for each in move.needs)
            return (move.target or stage) if fits else None
    return None


@given(CHANCE)
def test_a_case_goes_where_the_rows_lead(chance: random.Random) -> None:
    """Event by event, under any procedure and any readings, refusals among them."""
    procedure = chance.choice(list(PROCEDURES.values()))
    readings = chance.choice([DEFAULT] * 20 + READINGS + TWO_AT_ONCE)
    law = procedure_under(procedure, readings)
    case = Case("CSC-0042", procedure=procedure, readings=readings)
    on = chance.choice(FIRST_DAYS) + timedelta(chance.randrange(60))
    for _ in range(chance.randrange(1, 16)):
        on += timedelta(chance.choice([0, 0, 1, 3, 5, 10, 12, 20, 30, 40]))
        places = [step.event for step in case.open_steps() if step.event not in RARE]
        event = an_event(places * 4 + NAMES, on, chance)
        expected = naive_step(History(case.events, law, ENGLAND), case.stage, event)
        try:
            case = case.record(event)
        except ComplaintTimescalesError:
            assert expected is None
        else:
            assert expected is case.stage

    assert case == Case("CSC-0042", case.events, procedure=procedure, readings=readings)
    assert set(Naive(case.events, law).rows()) == rows_of(History(case.events, law, ENGLAND))


@given(CHANCE)
def test_the_clocks_of_any_events_are_those_of_the_rules(chance: random.Random) -> None:
    """In whatever order the events come, for the clocks know no stages.

    Without extensions: they are of a limit that runs, and here a duty can end before it starts.
    """
    among = OFTEN * 4 + [name for name in NAMES if name not in EXTENSIONS]
    law = procedure_under(
        chance.choice(list(PROCEDURES.values())), chance.choice([DEFAULT] * 20 + READINGS)
    )
    on, happened = chance.choice(FIRST_DAYS), []
    for _ in range(chance.randrange(9)):
        on += timedelta(chance.randrange(20))
        happened.append(an_event(among, on, chance))
    history = History(tuple(happened), law, ENGLAND)

    assert set(Naive(history.events, law).rows()) == rows_of(history)
