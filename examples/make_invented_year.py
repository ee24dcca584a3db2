# SPDX-License-Identifier: MIT
"""Invent the complaints of an authority that does not exist, as its case system would export them.

Westmarch is fictional, and so is every complaint, team and date. The export was made on 14 April
2025 and holds what was received from 1 April 2023 to 31 March 2025, with the mess that real
exports have: each defect that was put there on purpose is in ``PLANTED``, and ``invented()`` says
where it is.

Run it from anywhere: ``python examples/make_invented_year.py [FILE]``. The same seed gives the
same bytes; without a FILE it is the table beside this script.
"""

from __future__ import annotations

import csv
import io
import random
import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Final

import attrs

from complaint_timescales import WorkingDayCalendar

TABLE: Final = Path(__file__).parent / "invented_year_2024_25.csv"
SEED: Final = 20_240_401
COMPLAINTS: Final = 350
FIRST, SECOND_YEAR, LAST = date(2023, 4, 1), date(2024, 4, 1), date(2025, 3, 31)
EXPORTED: Final = date(2025, 4, 14)
CALENDAR: Final = WorkingDayCalendar.england()

# fmt: off
COLUMNS: Final = (
    "Case ID", "Date received", "Complex Y/N", "Extension agreed", "Extension date",
    "Response sent", "Date closed", "Escalation date", "ToR signed", "IO appointed",
    "IP appointed", "Stage 2 extension notified", "Stage 2 extended to", "Report received",
    "Adjudication letter", "Stage 3 requested", "Panel date", "Panel findings", "Final response",
    "Outcome", "Stage 2 outcome", "Mediation offered", "Mediation outcome", "LGSCO decision",
    "Team", "Theme",
)
TEAMS: Final = (
    ("Assessment North", 24), ("Assessment South", 20), ("Children in Care", 22),
    ("Children with Disabilities", 12), ("Fostering", 9), ("Leaving Care", 9), ("Adoption", 4),
)
THEMES: Final = (
    ("Communication", 28), ("Staff conduct", 18), ("Delay", 16), ("Assessment content", 14),
    ("Contact arrangements", 10), ("Support not given", 9), ("Placement", 5),
)
OUTCOMES: Final = (
    ("Upheld", 26), ("Partly upheld", 34), ("Partially Upheld", 3), ("Not upheld", 34),
    ("NOT UPHELD", 3),
)
# fmt: on

PLANTED: Final = {
    "date_written_out": "a date as '4 March 2025' among dates as 04/03/2025",
    "word_for_none": "'n/a' or 'TBC' where there is no date",
    "impossible_order": "the adjudication letter before the report it answers",
    "wrong_year": "a response in January, dated in the year that had just ended",
    "repeated_row": "a row that is there twice",
    "repeated_reference": "two complaints under one reference",
    "closed_before_received": "closed before it was received",
    "sunday_adjudication": "an adjudication letter on a Sunday",
    "late_extension": "an extension agreed after the tenth working day",
    "late_notice": "an extension of stage 2 notified after the twenty-fifth working day",
    "no_stage_1": "a request for stage 2, and no answer at stage 1",
    "month_only": "a month where a date belongs",
    "formula": "a team whose name a spreadsheet would take for a formula",
    "trailing_spaces": "spaces after a name",
    "unreadable": "a cell that is no date and no word for none",
    "with_time": "a date with a time of day",
}
"""What was put there on purpose, each kind with what it is."""

Row = dict[str, str]


@attrs.frozen
class Defect:
    """One thing that was put there on purpose: its kind, and where it is as it is written."""

    kind: str
    case: str
    column: str
    written: str


class Chance:
    """Draws that are the same in every version of Python, for they need ``random()`` alone."""

    def __init__(self, seed: int) -> None:
        """Start over."""
        self._random = random.Random(seed)  # noqa: S311 - nothing here is secret

    def under(self, share: float) -> bool:
        """True that often."""
        return self._random.random() < share

    def between(self, least: int, most: int) -> int:
        """A whole number, both ends included."""
        return least + int(self._random.random() * (most - least + 1))

    def one_of(self, weighted: tuple[tuple[str, int], ...]) -> str:
        """One of some, by their weights."""
        at = self._random.random() * sum(weight for _, weight in weighted)
        for name, weight in weighted:
            at -= weight
            if at < 0:
                return name
        return weighted[-1][0]


# ---------------------------------------------------------------------------------------
# What happened
# ---------------------------------------------------------------------------------------


def happened(chance: Chance, received: date) -> dict[str, date | str]:
    """One complaint: a date or a word for each column that has anything."""
    case: dict[str, date | str] = {"Date received": received, "Complex Y/N": "N"}
    case |= {"Team": chance.one_of(TEAMS), "Theme": chance.one_of(THEMES)}
    if chance.under(0.04):
        closed = CALENDAR.add(received, chance.between(2, 9))
        return case | {"Outcome": "Withdrawn", "Date closed": closed}
    days = stage_1_days(chance, received)
    if days > 10 and chance.under(0.6):
        case["Complex Y/N"] = "Y"
        case["Extension agreed"] = "Y"
        case["Extension date"] = CALENDAR.add(received, chance.between(5, 10))
    answered = CALENDAR.add(received, days)
    case |= {"Response sent": answered, "Outcome": chance.one_of(OUTCOMES)}
    case["Date closed"] = CALENDAR.add(answered, chance.between(1, 6))
    if chance.under(0.11):
        stage_2(chance, case, answered + timedelta(chance.between(4, 45)))
    if chance.under(0.03):
        decisions = (("Upheld", 3), ("Not upheld", 2), ("Not investigated", 4), ("Premature", 3))
        case["LGSCO decision"] = chance.one_of(decisions)
    return case


def stage_1_days(chance: Chance, received: date) -> int:
    """Working days at stage 1: most within ten, fewer over Christmas and in August."""
    slow = received.month == 8 or (received.month, received.day) >= (12, 8)
    if chance.under(0.5 if slow else 0.72):
        return chance.between(3, 10)
    return chance.between(11, 20) if chance.under(0.72) else chance.between(21, 48)


def stage_2(chance: Chance, case: dict[str, date | str], asked: date) -> None:
    """From the request on; mediation may come between."""
    case["Escalation date"] = asked
    if chance.under(0.4):
        case["Mediation offered"] = "Y"
        endings = (("Resolved", 5), ("Went on to stage 2", 4), ("Declined", 3))
        case["Mediation outcome"] = chance.one_of(endings)
        if case["Mediation outcome"] == "Resolved":
            case["Date closed"] = asked + timedelta(chance.between(20, 40))
            return
    case["IO appointed"] = CALENDAR.add(asked, chance.between(2, 14))
    case["IP appointed"] = CALENDAR.add(asked, chance.between(4, 18))
    case["ToR signed"] = signed = CALENDAR.add(asked, chance.between(4, 22))
    case["Report received"] = report = CALENDAR.add(signed, chance.between(10, 52))
    case["Adjudication letter"] = letter = CALENDAR.add(report, chance.between(3, 12))
    if CALENDAR.count(asked, report) > 22 and chance.under(0.7):
        case["Stage 2 extension notified"] = CALENDAR.add(asked, chance.between(14, 24))
        case["Stage 2 extended to"] = CALENDAR.add(asked, 65 if chance.under(0.7) else 45)
    case["Stage 2 outcome"] = chance.one_of(OUTCOMES)
    case["Date closed"] = CALENDAR.add(letter, chance.between(1, 25))
    if chance.under(0.2):
        stage_3(chance, case, CALENDAR.add(letter, chance.between(6, 20)))


def stage_3(chance: Chance, case: dict[str, date | str], asked: date) -> None:
    """From the request for a panel to the last letter."""
    case["Stage 3 requested"] = asked
    case["Panel date"] = met = CALENDAR.add(asked, chance.between(21, 42))
    case["Panel findings"] = sent = CALENDAR.add(met, chance.between(2, 8))
    case["Final response"] = answered = CALENDAR.add(sent, chance.between(8, 21))
    case["Date closed"] = CALENDAR.add(answered, 1)


# ---------------------------------------------------------------------------------------
# What was exported of it
# ---------------------------------------------------------------------------------------

# What is not known yet at the date of the export; each needs the date beside it.
LATER: Final = {
    "Outcome": "Response sent",
    "Stage 2 outcome": "Adjudication letter",
    "Mediation outcome": "Date closed",
    "Extension agreed": "Extension date",
    "Stage 2 extended to": "Stage 2 extension notified",
    "LGSCO decision": "Date closed",
}


def exported(case: dict[str, date | str], reference: str) -> Row:
    """The row of a complaint: what had happened by the date of the export."""
    known = {
        column: value
        for column, value in case.items()
        if not isinstance(value, date) or value <= EXPORTED or column in LATER
    }
    for column, needs in LATER.items():
        if needs in case and needs not in known:
            known.pop(column, None)
    row = dict.fromkeys(COLUMNS, "") | {"Case ID": reference}
    return row | {
        column: f"{value:%d/%m/%Y}" if isinstance(value, date) else value
        for column, value in known.items()
    }


def received_days(chance: Chance) -> list[date]:
    """When the complaints came: fewer on weekends, and more when schools are back."""
    days: list[date] = []
    while len(days) < COMPLAINTS:
        day = FIRST + timedelta(chance.between(0, (LAST - FIRST).days))
        weekend = day.weekday() > 4
        quiet = day.month == 8 or not (CALENDAR.is_working_day(day) or weekend)
        if not (weekend and chance.under(0.8)) and not (quiet and chance.under(0.4)):
            days.append(day)
    return sorted(days)


def invented(seed: int = SEED) -> tuple[list[Row], tuple[Defect, ...]]:
    """The rows of the export, and every defect that was put into them."""
    chance = Chance(seed)
    rows = [
        exported(happened(chance, day), f"WCT-{day:%y}-{number:04d}")
        for number, day in enumerate(received_days(chance), start=1)
    ]
    return rows, tuple(spoilt(rows))


# ---------------------------------------------------------------------------------------
# What was spoilt on purpose
# ---------------------------------------------------------------------------------------


def spoilt(rows: list[Row]) -> Iterator[Defect]:
    """Put each defect into a row that has none yet, most of them in the second year."""
    free = [row for row in rows if row["Response sent"]]
    each = [change for change in CHANGES for _ in range(change[2])]
    for number, (kind, column, _, needs, change) in enumerate(each):
        fit = [row for row in free if needs(row)]
        fit = [row for row in fit if _day(row, "Date received") >= SECOND_YEAR] or fit
        row = fit[(37 * number + len(fit) // 2) % len(fit)]
        free.remove(row)
        row[column] = change(row)
        yield Defect(kind, row["Case ID"], column, row[column])
    for row in (free[40], free[170]):
        rows.insert(rows.index(row) + 9, dict(row))
        yield Defect("repeated_row", row["Case ID"], "Case ID", row["Case ID"])
    free[91]["Case ID"] = free[90]["Case ID"]
    yield Defect("repeated_reference", free[90]["Case ID"], "Case ID", free[90]["Case ID"])


def _day(row: Row, column: str) -> date:
    day, month, year = map(int, row[column].split("/"))
    return date(year, month, day)


def _written(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def _in_words(row: Row) -> str:
    day = _day(row, "Response sent")
    return f"{day.day} {day:%B %Y}"


def _sunday_after(row: Row) -> str:
    day = _day(row, "Adjudication letter")
    return _written(day + timedelta(6 - day.weekday()))


def _late_extension(row: Row) -> str:
    return _written(CALENDAR.add(_day(row, "Date received"), 12))


def _late_notice(row: Row) -> str:
    return _written(CALENDAR.add(_day(row, "Escalation date"), 28))


def _has(*columns: str) -> Callable[[Row], bool]:
    return lambda row: all(row[column] for column in columns)


def _a_year_early(row: Row) -> str:
    return _written(_day(row, "Response sent").replace(year=_day(row, "Date received").year))


def _took_longer(row: Row) -> bool:
    received, answered = _day(row, "Date received"), _day(row, "Response sent")
    return bool(row["Extension date"]) and CALENDAR.count(received, answered) > 12


def _january(row: Row) -> bool:
    received, answered = _day(row, "Date received"), _day(row, "Response sent")
    return (received.month, answered.month) == (12, 1) and not row["Escalation date"]


def _plain(row: Row) -> bool:
    return not row["Escalation date"]


Change = tuple[str, str, int, Callable[[Row], bool], Callable[[Row], str]]
REPORTED, LETTER = "Report received", "Adjudication letter"
NOTICE: Final = "Stage 2 extension notified"
CHANGES: Final[tuple[Change, ...]] = (
    ("impossible_order", LETTER, 1, _has(LETTER),
     lambda row: _written(_day(row, REPORTED) - timedelta(14))),
    ("sunday_adjudication", LETTER, 1, _has(LETTER), _sunday_after),
    ("no_stage_1", "Response sent", 1, _has(LETTER), lambda _: ""),
    ("month_only", "ToR signed", 1, _has(LETTER),
     lambda row: f"{_day(row, 'ToR signed'):%B %Y}"),
    ("with_time", "Report received", 1, _has(REPORTED), lambda row: f"{row[REPORTED]} 00:00"),
    ("late_extension", "Extension date", 1, _took_longer, _late_extension),
    ("late_notice", NOTICE, 1, _has(NOTICE, LETTER), _late_notice),
    ("wrong_year", "Response sent", 1, _january, _a_year_early),
    ("closed_before_received", "Date closed", 1, _plain,
     lambda row: _written(_day(row, "Date received") - timedelta(3))),
    ("date_written_out", "Response sent", 3, _plain, _in_words),
    ("unreadable", "Date closed", 1, _plain, lambda _: "see email"),
    ("word_for_none", "Escalation date", 12, _plain, lambda _: "n/a"),
    ("word_for_none", "Stage 3 requested", 3, _has(LETTER), lambda _: "TBC"),
    ("formula", "Team", 1, _plain, lambda row: f"={row['Team']}"),
    ("trailing_spaces", "Team", 5, _plain, lambda row: f"{row['Team']}  "),
)  # fmt: skip


def as_csv(rows: list[Row]) -> str:
    """The export as a file holds it."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def main(arguments: list[str]) -> None:
    """Write the table, where it is not there as it should be, and say what was put into it."""
    path = Path(arguments[0]) if arguments else TABLE
    rows, defects = invented()
    content = as_csv(rows).encode()
    if not path.exists() or path.read_bytes() != content:
        path.write_bytes(content)
    print(f"{path.name}: {len(rows)} rows of an authority that does not exist")
    for defect in defects:
        print(f"{defect.case}, {defect.column}, {defect.written!r}: {PLANTED[defect.kind]}")


if __name__ == "__main__":
    main(sys.argv[1:])
