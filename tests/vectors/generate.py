# SPDX-License-Identifier: MIT
"""Write the conformance vectors, without the library.

Days are walked one by one over ``tests/data/england_bank_holidays.csv``, a list that was put
together apart from the one that the library counts over. Cases are the stories of
``tests/stories``, worked out on paper. What somebody else published, or worked out by hand from a
printed calendar, says so in its ``source``.

``python -m tests.vectors.generate`` writes the file; a test fails while it is not what this would
write, and a run stops where a walk and a date worked by hand differ.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from tests.stories.complete_histories import STORIES, No, On, Step, Story

ROOT = Path(__file__).parents[2]
TARGET = ROOT / "src" / "complaint_timescales" / "data" / "vectors" / "vectors-1.json"
HOLIDAYS: Final = {
    date.fromisoformat(row["date"]): row["name"]
    for row in csv.DictReader(
        (ROOT / "tests" / "data" / "england_bank_holidays.csv").read_text("utf-8").splitlines()
    )
}
ONE = timedelta(days=1)
WALK = "walked day by day over the list of bank holidays"
HAND = "worked by hand"
FIRST, LAST = 2007, 2028  # whole years in force, to the last that is published

# Each number as the Regulations print it.
WORKING_DAYS: Final = {
    "14(1)": 10, "14(5)": 20, "17(3)": 25, "17(6)": 65, "18(2)": 20,
    "19(4)": 30, "20(2)": 5, "20(3)": 15,
}  # fmt: skip
YEARS: Final = ("8(5)", "9(1)")

# A start, working days, the last day, and who says so.
BY_HAND: Final = (
    ("2024-08-29", 65, "2024-11-28", "published: Local Government Ombudsman, 25 005 179"),
    ("2024-08-29", 25, "2024-10-03", HAND),
    ("2024-12-16", 10, "2025-01-02", HAND),
    ("2024-12-16", 65, "2025-03-20", HAND),
    ("2023-04-03", 10, "2023-04-19", HAND),
    ("2023-04-28", 10, "2023-05-16", HAND),
    ("2022-09-09", 10, "2022-09-26", HAND),
    ("2022-05-27", 10, "2022-06-14", HAND),
    ("2021-12-20", 5, "2021-12-29", HAND),
    ("2021-12-20", 10, "2022-01-06", HAND),
    ("2024-03-23", 10, "2024-04-09", HAND),
    ("2024-03-29", 10, "2024-04-15", HAND),
    ("2025-12-24", 15, "2026-01-19", HAND),
    ("2025-12-18", 10, "2026-01-06", HAND),
    ("2025-01-06", 10, "2025-01-20", HAND),
    ("2025-01-06", 20, "2025-02-03", HAND),
    ("2025-02-03", 25, "2025-03-10", HAND),
    ("2025-02-03", 65, "2025-05-08", HAND),
    ("2025-05-08", 20, "2025-06-06", HAND),
    ("2025-06-06", 30, "2025-07-18", HAND),
    ("2025-07-18", 5, "2025-07-25", HAND),
    ("2025-07-25", 15, "2025-08-15", HAND),
)
ONE_OFFS: Final = (
    "2011-04-29", "2012-05-28", "2012-06-04", "2012-06-05", "2020-05-04", "2020-05-08",
    "2022-05-30", "2022-06-02", "2022-06-03", "2022-09-19", "2023-05-08",
)  # fmt: skip

# Steps that have no place: the story, how many of its events come before, the step, and where
# the Regulations say so.
NO_PLACE: Final = (
    ("every limit kept to the day", 1, "representations_received", "6"),
    ("every limit kept to the day", 1, "panel_requested", "18(1)"),
    ("every limit kept to the day", 2, "panel_requested", "18(1)"),
    ("every limit kept to the day", 3, "panel_requested", "18(1)"),
    ("every limit kept to the day", 1, "investigation_response_sent", "17(3)"),
    ("every limit kept to the day", 1, "panel_met", "19(4)"),
    ("every limit kept to the day", 2, "local_resolution_waived", "14(1)"),
    ("every limit missed by a day", 4, "panel_report_sent", "20(2)"),
    ("every limit missed by a day", 4, "investigation_requested", "15(2)"),
)


def works(day: date) -> bool:
    """Whether a day counts, by regulation 2."""
    return day.weekday() < 5 and day not in HOLIDAYS


def nth(start: date, n: int) -> date:
    """Walk to the n-th working day after a day."""
    day = start
    while n:
        day += ONE
        n -= works(day)
    return day


def between(start: date, end: date) -> int:
    """Look at each day after one, up to and including another."""
    return sum(works(start + n * ONE) for n in range(1, (end - start).days + 1))


def hard_starts() -> Iterator[date]:
    """The turn of every year, every Easter, and every day moved or proclaimed once."""
    for year in range(FIRST, LAST + 1):
        yield from (date(year, 12, day) for day in (17, 20, 23, 24, 25, 26, 27, 28, 31))
        yield from (date(year, 1, day) for day in (1, 2, 3, 4))
        friday = next(day for day in sorted(HOLIDAYS) if day.year == year and is_good_friday(day))
        yield from (friday + n * ONE for n in range(-2, 5))
        yield date(year, 2, 28)
    for day in map(date.fromisoformat, ONE_OFFS):
        yield from (day + n * ONE for n in range(-3, 2))
    yield from (date(year, 2, 29) for year in range(2008, LAST, 4))


def is_good_friday(day: date) -> bool:
    """By its name in the list."""
    return HOLIDAYS[day] == "Good Friday"


STARTS: Final = tuple(
    day
    for day in sorted(set(hard_starts()))
    if day < date(LAST, 9, 1)  # room for 65 days
)


def working_days() -> Iterator[dict[str, Any]]:
    """Each bank holiday with the days beside it, and each hard start."""
    beside = {day + n * ONE for day in HOLIDAYS for n in (-1, 0, 1)}
    for day in sorted(beside | set(STARTS)):
        if FIRST <= day.year <= LAST:
            row: dict[str, Any] = {"date": day.isoformat(), "working": works(day)}
            yield row | ({"name": HOLIDAYS[day]} if day in HOLIDAYS else {})


def additions() -> Iterator[dict[str, Any]]:
    """Starts and numbers of days; those worked by hand first."""
    for given, n, last, source in BY_HAND:
        assert nth(date.fromisoformat(given), n) == date.fromisoformat(last), (given, n)
        yield {"start": given, "n": n, "end": last, "source": source}
    for place, start in enumerate(STARTS):
        for n in {1, (5, 10, 15, 20, 25, 30, 65)[place % 7], 10}:
            end = nth(start, n).isoformat()
            yield {"start": start.isoformat(), "n": n, "end": end, "source": WALK}


def counts() -> Iterator[dict[str, Any]]:
    """Spans from each hard start, most of which end on days off as well."""
    for given, n, last, source in BY_HAND:
        yield {"start": given, "end": last, "working_days": n, "source": source}
    for place, start in enumerate(STARTS):
        end = start + (place * 7 % 97) * ONE
        days = between(start, end)
        row = {"start": start.isoformat(), "end": end.isoformat(), "working_days": days}
        yield row | {"source": WALK}


def last_days() -> Iterator[dict[str, Any]]:
    """Each limit from a choice of hard starts."""
    for place, start in enumerate(STARTS[::3]):
        names = list(WORKING_DAYS)
        for name in (names[place % 8], names[(place + 3) % 8]):
            end = nth(start, WORKING_DAYS[name]).isoformat()
            yield {"provision": name, "start": start.isoformat(), "due": end, "source": WALK}
    for start in (*STARTS[::40], *(day for day in STARTS if (day.month, day.day) == (2, 29))):
        for name in YEARS:
            end = anniversary(start).isoformat()
            yield {"provision": name, "start": start.isoformat(), "due": end, "source": HAND}


def anniversary(day: date) -> date:
    """The same day a year later, and 28 February from the 29th."""
    leap = (day.month, day.day) == (2, 29)
    return date(day.year + 1, day.month, 28 if leap else day.day)


def assessments() -> Iterator[dict[str, Any]]:
    """Acts on the start, before, on and after the last day, and long after it."""
    for place, start in enumerate(STARTS[::6]):
        name = list(WORKING_DAYS)[place % 8]
        last = nth(start, WORKING_DAYS[name])
        for end in (start, last - ONE, last, last + ONE, nth(last, 1), nth(last, 10)):
            late = end > last
            yield {
                "provision": name,
                "start": start.isoformat(),
                "end": end.isoformat(),
                "outcome": "missed" if late else "met",
                "working_days": between(start, end),
                "due": last.isoformat(),
                "days_over": between(last, end) if late else 0,
                "source": WALK,
            }


# -- cases ------------------------------------------------------------------------------


def cases() -> Iterator[dict[str, Any]]:
    """Each story, and each step that has no place."""
    for name, story in STORIES.items():
        yield {"name": name, "source": "worked out on paper", "steps": list(told(story))}
    for name, before, step, provision in NO_PLACE:
        taken = [each for each in STORIES[name] if isinstance(each, Step)][:before]
        refused = document(step, taken[-1].on, {})
        steps = [*told(tuple(taken)), {"event": refused, "accepted": False, "by": provision}]
        title = f"{step} has no place in {taken[-1].stage}"
        yield {"name": title, "source": "worked out on paper", "steps": steps}


def document(event: str, on: str, facts: Any) -> dict[str, Any]:
    """An event as the case document writes it."""
    return {"event": event, "on": on, **facts}


def told(story: Story) -> Iterator[dict[str, Any]]:
    """A story step by step, with the whole of what holds after each."""
    clocks: dict[str, str | None] = {}
    breaches: tuple[str, ...] = ()
    for step in story:
        match step:
            case On():
                yield {"day": step.day, "stage": step.stage}
            case No():
                event = document(step.event, step.on, step.facts)
                yield {"event": event, "accepted": False, "by": step.provision}
            case Step():
                clocks |= step.clocks
                breaches = breaches if step.breaches is None else step.breaches
                yield {
                    "event": document(step.event, step.on, step.facts),
                    "accepted": True,
                    "stage": step.stage,
                    "deadlines": sorted(
                        (clock(name, state) for name, state in clocks.items() if state),
                        key=lambda each: (each["start"], each["due"], each["provision"]),
                    ),
                    "breaches": sorted(map(breach, breaches), key=lambda b: (b["due"], b["until"])),
                }


def clock(name: str, state: str) -> dict[str, Any]:
    """``14(1) 2025-01-06 to 2025-01-20`` and ``met 2025-01-20``, in parts."""
    provision, start, _, due = name.split()
    what, _, softened = state.partition(", ")
    kind, _, on = what.partition(" ")
    found: dict[str, Any] = {"provision": provision, "start": start, "due": due, "state": kind}
    return found | ({"on": on} if on else {}) | ({"softened": True} if softened else {})


def breach(text: str) -> dict[str, Any]:
    """``14(1) due 2024-09-12, not done 2024-09-13, 1 over``, in parts."""
    first, done, over = text.split(", ")
    provision, _, due = first.split()
    return {
        "provision": provision,
        "due": due,
        "until": done.split()[-1],
        "done": not done.startswith("not "),
        "days_over": int(over.split()[0]),
    }


def vectors() -> dict[str, Any]:
    """The whole document."""
    return {
        "schema": "complaint-timescales/vectors/1",
        "instrument": "SI 2006/1738",
        "working_days": list(working_days()),
        "add": list(additions()),
        "count": list(counts()),
        "due": list(last_days()),
        "assess": list(assessments()),
        "cases": list(cases()),
    }


def text() -> str:
    """The document with a line for each vector, so that a change shows what it changes."""
    parts = []
    for name, value in vectors().items():
        if isinstance(value, str):
            parts.append(f'"{name}": {json.dumps(value)}')
            continue
        lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in value)
        parts.append(f'"{name}": [\n{lines}\n]')
    return "{\n" + ",\n".join(parts) + "\n}\n"


if __name__ == "__main__":
    TARGET.write_text(text(), encoding="utf-8")
