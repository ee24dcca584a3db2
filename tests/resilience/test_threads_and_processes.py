# SPDX-License-Identifier: MIT
"""Values are shared between threads and sent between processes, from their first use on."""

from __future__ import annotations

import concurrent.futures
import copy
import json
import multiprocessing
import os
import pickle
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest

import complaint_timescales
from complaint_timescales import (
    Between,
    Case,
    Citation,
    ComplaintTimescalesError,
    Outcome,
    Readings,
    Stage,
    assess,
    assess_between,
    due,
    events,
    regulations,
)
from complaint_timescales.check import check_table
from complaint_timescales.explain import trace_of
from complaint_timescales.guidance import LOCAL_CLOCKS, TIMETABLE
from complaint_timescales.interpretations import INTERPRETATIONS
from complaint_timescales.sensitivity import sensitivity
from complaint_timescales.tables import read_table
from complaint_timescales.variants import PROCEDURES
from complaint_timescales.working_days import WorkingDayCalendar

ROOT = Path(__file__).parents[2]
ENGLAND = WorkingDayCalendar.england()
MONDAY = date(2025, 1, 6)
LATE = date(2025, 3, 3)

# In a process of its own, for in this one everything has been used already.
FIRST_USE = """
import json, sys, threading
from datetime import date
sys.setswitchinterval(1e-6)
from complaint_timescales import Case, WorkingDayCalendar, assess, due, events
from complaint_timescales.readings import procedure_under
from complaint_timescales.check import check_table

barrier, found, failed = threading.Barrier(16), [], []

def use():
    barrier.wait()
    try:
        calendar = WorkingDayCalendar.england()
        case = Case("A").record(events.RepresentationsReceived(on=date(2024, 12, 20)))
        late = assess("17(6)", date(2022, 2, 22), date(2022, 6, 14))
        table = check_table("provision,start,end\\n17(6),2022-02-22,2022-06-14\\n")
        found.append((
            calendar.fingerprint,
            calendar.add(date(2024, 3, 28), 1).isoformat(),
            len(calendar.bank_holidays),
            due("14(1)", date(2024, 12, 20)).date.isoformat(),
            case.stage.value,
            [limit.date.isoformat() for limit in case.deadlines()],
            late.working_days,
            table.rows[0].readings[0].working_days,
        ))
    except BaseException as error:
        failed.append(repr(error))

threads = [threading.Thread(target=use) for _ in range(16)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(json.dumps([found, failed]))
"""


def a_case() -> Case:
    """A case with an extension and a breach."""
    received = events.RepresentationsReceived(on=MONDAY, orally=True, note="caf\u00e9")
    extended = events.LocalResolutionExtended(on=date(2025, 1, 10), working_days=5)
    return Case("CSC-0042", (received, extended, events.LocalResolutionEnded(on=LATE)))


def refusal(*, missing: str) -> ComplaintTimescalesError:
    """An error with its fields."""
    try:
        due(missing, MONDAY)
    except ComplaintTimescalesError as error:
        return error
    raise AssertionError(missing)


def closed_case() -> ComplaintTimescalesError:
    """An error with fields of its own."""
    try:
        a_case().record(events.PanelMet(on=date(2025, 3, 4)))
    except ComplaintTimescalesError as error:
        return error
    raise AssertionError


# One of every kind of value that is handed out.
VALUES: dict[str, Any] = {
    "calendar": ENGLAND,
    "changed calendar": WorkingDayCalendar.england(extra_holidays={date(2027, 6, 11): "Centenary"}),
    "calendar as known": WorkingDayCalendar.england(as_known_on=date(2020, 1, 1)),
    "non-working day": ENGLAND.why_not(date(2024, 4, 1)),
    "deadline": due("17(3)", MONDAY),
    "deadline in years": due("9(1)", MONDAY),
    "assessment": assess("17(3)", MONDAY, LATE),
    "bounds": assess_between("14(1)", Between(MONDAY, MONDAY), Between(MONDAY, LATE)),
    "case": a_case(),
    "case by another reading": Case("A", readings=Readings.of({"I-3": "extends"})),
    "events": a_case().events,
    "deadlines": a_case().deadlines(),
    "breaches": a_case().breaches(),
    "open steps": a_case().open_steps(),
    "obligations": a_case().obligations(),
    "stages": tuple(Stage),
    "outcomes": tuple(Outcome),
    "citation": Citation("14(3)(b)"),
    "procedures": tuple(PROCEDURES.values()),
    "rows": regulations.LOCAL_AUTHORITY.rows,
    "readings": Readings.of({"I-3": "extends"}),
    "interpretations": tuple(INTERPRETATIONS.values()),
    "guidance": (TIMETABLE, dict(LOCAL_CLOCKS)),
    "table": read_table("start,end\n1,2\n3\n"),
    "checked table": check_table("provision,start,end\n17(6),2022-02-22,2022-06-14\nx,y,z\n"),
    "sensitivity": sensitivity(a_case()),
    "explanation": trace_of(due("17(3)", MONDAY)),
}
ERRORS = {"refusal": refusal(missing="17(7)"), "step not open": closed_case()}


class TestThreads:
    """Nothing is half built when two threads come at once."""

    @pytest.mark.parametrize("attempt", range(3))
    def test_first_use_at_once_gives_each_thread_the_same(self, attempt: int) -> None:
        """Sixteen threads behind one barrier, and Python changes between them at every chance."""
        finished = subprocess.run(
            [sys.executable, "-c", FIRST_USE],
            capture_output=True,
            check=True,
            text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        )
        found, failed = json.loads(finished.stdout)

        assert ([], 16) == (failed, len(found))
        assert [] == [each for each in found if each != found[0]]
        # Good Friday is 29 March 2024 and Easter Monday 1 April; Friday 20 December 2024 and ten
        # days without 25 and 26 December and 1 January is Wednesday 8 January 2025.
        assert ["2024-04-02", "2025-01-08", "stage_1_open"] == [found[0][n] for n in (1, 3, 4)]

    def test_a_case_is_shared_and_every_thread_reads_the_same(self) -> None:
        """What a history works out once it works out from frozen events."""
        case, interval = a_case(), sys.getswitchinterval()
        sys.setswitchinterval(1e-6)
        try:
            with concurrent.futures.ThreadPoolExecutor(16) as pool:
                answers = list(pool.map(lambda _: (case.stage, case.deadlines()), range(200)))
        finally:
            sys.setswitchinterval(interval)

        assert [] == [each for each in answers if each != answers[0]]


class TestPickling:
    """A value that goes to another process and back is the same value."""

    @pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
    @pytest.mark.parametrize("name", VALUES)
    def test_a_value_is_equal_when_it_comes_back(self, name: str, protocol: int) -> None:
        value = VALUES[name]

        assert value == pickle.loads(pickle.dumps(value, protocol))

    @pytest.mark.parametrize("name", VALUES)
    def test_a_copy_is_equal(self, name: str) -> None:
        assert VALUES[name] == copy.deepcopy(VALUES[name]) == copy.copy(VALUES[name])

    @pytest.mark.parametrize("name", ERRORS)
    def test_an_error_comes_back_with_its_fields_and_its_message(self, name: str) -> None:
        error = ERRORS[name]
        back = pickle.loads(pickle.dumps(error))

        assert (type(error), str(error)) == (type(back), str(back))
        assert vars(error) == vars(back)

    def test_every_kind_of_event_comes_back(self) -> None:
        """Each with the least that it needs."""
        needed: dict[str, Any] = {
            "sufficient": True,
            "start": LATE,
            "working_days": 1,
            "until": LATE,
            "reason": "x",
        }
        needed |= {"resolved": True, "ground": "court", "decision": "upheld"}
        made = [
            kind(
                on=MONDAY,
                **{
                    field.name: needed[field.name]
                    for field in attrs.fields(kind)
                    if field.name in needed and field.default is attrs.NOTHING
                },
            )
            for kind in events.BY_NAME.values()
        ]

        assert made == pickle.loads(pickle.dumps(made))

    def test_no_public_kind_of_value_is_left_out(self) -> None:
        """Each frozen class that is exported has one of its kind above, or inside one of them."""
        exported = {
            name
            for name in complaint_timescales.__all__
            if attrs.has(getattr(complaint_timescales, name))
        }
        text = repr([type(value).__name__ for value in VALUES.values()]) + repr(VALUES)

        assert set() == {name for name in exported if name not in text}


def answer(day: date) -> tuple[Any, Any]:
    """What a worker works out: a deadline and a case, whole."""
    received = events.RepresentationsReceived(on=day)
    return due("17(3)", day), Case("A").record(received)


class TestProcesses:
    """Workers that share the memory of this one, and workers that begin anew."""

    @pytest.mark.parametrize("method", multiprocessing.get_all_start_methods())
    @pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
    def test_a_worker_answers_as_this_process_does(self, method: str) -> None:
        days = [date(2024, 12, 20), date(2025, 4, 17), date(2028, 12, 29)]
        context = multiprocessing.get_context(method)
        with concurrent.futures.ProcessPoolExecutor(2, mp_context=context) as pool:
            found = list(pool.map(answer, days))

        assert [answer(day) for day in days] == found
