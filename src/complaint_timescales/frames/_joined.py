# SPDX-License-Identifier: MIT
"""Queries: two joins with the table of working days, and the verdict from what they find."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from functools import reduce
from itertools import accumulate
from typing import Any, Final

import narwhals.stable.v2 as nw

from complaint_timescales._row_verdicts import (
    BACKWARDS,
    DUE_OUT,
    END_OUT,
    FINDINGS,
    NO_START,
    NOT_DONE,
    OUTCOMES,
    START_OUT,
    TOO_EARLY,
)
from complaint_timescales.frames._asked import PASSING, Asked

_UNTIL, _START_KEY, _END_KEY, _START_RANK, _END_RANK = PASSING


def joined(frame: nw.LazyFrame[Any], asked: Asked) -> nw.LazyFrame[Any]:
    """The frame with its new columns, as a query over it; nothing is worked out yet."""
    table: nw.LazyFrame[Any] = nw.from_native(
        TABLES[frame.implementation](nw.to_native(frame), asked)
    )
    names = asked.names
    day, rank, due = nw.col("day"), nw.col("rank"), nw.col("due")
    starts = table.select(day.alias(_START_KEY), rank.alias(_START_RANK), due.alias(names["due"]))
    ends = table.select(day.alias(_END_KEY), rank.alias(_END_RANK))
    found = (
        frame.with_columns(_until(asked).alias(_UNTIL))
        .with_columns(
            _key(nw.col(asked.start), asked).alias(_START_KEY),
            _key(nw.col(_UNTIL), asked).alias(_END_KEY),
        )
        .join(starts, how="inner", on=_START_KEY)
        .join(ends, how="inner", on=_END_KEY)
        .with_columns(*_verdict(asked), _finding(asked).cast(nw.String).alias(names["finding"]))
    )
    return found.select(*frame.collect_schema().names(), *names.values())


def _key(day: nw.Expr, asked: Asked) -> nw.Expr:
    """The day to look up: a missing day, or one outside the calendar, has a row of its own.

    So each row finds exactly one, and the joins can be inner ones, which engines are quickest at.
    """
    inside = day.is_between(asked.calendar.known_from, asked.calendar.provisional_through)
    return nw.when(inside).then(day).otherwise(nw.lit(_nowhere(asked)))


def _nowhere(asked: Asked) -> dt.date:
    return asked.calendar.provisional_through + dt.timedelta(days=1)


def _end(asked: Asked) -> nw.Expr:
    return nw.lit(None, nw.Date) if asked.end is None else nw.col(asked.end)


def _open(asked: Asked) -> nw.Expr:
    """Not done; what is dated after the day from which we look has not happened yet."""
    end = _end(asked)
    return end.is_null() if asked.as_at is None else end.is_null() | (end > nw.lit(asked.as_at))


def _until(asked: Asked) -> nw.Expr:
    """The day of the act, or the day from which we look."""
    if asked.as_at is None:
        return _end(asked)
    return nw.when(_open(asked)).then(nw.lit(asked.as_at)).otherwise(_end(asked))


def _finding(asked: Asked) -> nw.Expr:
    """Why there is no verdict; a day that is not in the table never makes a missed limit."""
    start, end = nw.col(asked.start), _end(asked)
    reasons = [
        (start.is_null(), NO_START),
        (nw.col(_START_RANK).is_null(), START_OUT),
        (nw.col(asked.names["due"]).is_null(), DUE_OUT),
        (end < start, BACKWARDS),
        (end > nw.lit(asked.calendar.provisional_through), END_OUT),
        (nw.col(_UNTIL) < start, TOO_EARLY),
        (nw.col(_UNTIL).is_null(), NOT_DONE),
    ]
    return _first_of(
        [(holds, nw.lit(FINDINGS[code - len(OUTCOMES)])) for holds, code in reasons],
        nw.lit(None, nw.String),
    )


def _verdict(asked: Asked) -> tuple[nw.Expr, ...]:
    """The same conditions as those of the findings, in one: a query may leave those out."""
    names, end, until = asked.names, _end(asked), nw.col(_UNTIL)
    passed, due = nw.col(_END_RANK) - nw.col(_START_RANK), nw.col(names["due"])
    judged = ~passed.is_null() & ~due.is_null() & (until >= nw.col(asked.start))
    late = until > due
    met, missed, running, overdue = (nw.lit(outcome.value) for outcome in OUTCOMES)
    outcome = nw.when(late).then(missed).otherwise(met)
    if asked.as_at is not None:
        judged &= end.is_null() | (end <= nw.lit(asked.calendar.provisional_through))
        outcome = _first_of([(_open(asked) & late, overdue), (_open(asked), running)], outcome)
    over = nw.when(passed > asked.limit).then(passed - asked.limit).otherwise(nw.lit(0))
    return (
        nw.when(judged).then(passed).cast(nw.Int32).alias(names["working_days"]),
        nw.when(judged).then(outcome).alias(names["outcome"]),
        nw.when(judged).then(over).cast(nw.Int32).alias(names["days_over"]),
    )


def _first_of(cases: Iterable[tuple[nw.Expr, nw.Expr]], otherwise: nw.Expr) -> nw.Expr:
    """The value of the first condition that holds."""
    return reduce(
        lambda rest, case: nw.when(case[0]).then(case[1]).otherwise(rest),
        reversed(list(cases)),
        otherwise,
    )


def _in_duckdb(relation: Any, asked: Asked) -> Any:
    """The table as a query of the connection that the relation is of."""
    calendar = asked.calendar
    return relation.query(
        "complaint_timescales",  # what `query` calls the relation, which is not used here
        _DUCKDB.format(
            off=", ".join(f"'{day.date}'" for day in calendar.bank_holidays),
            first=calendar.known_from,
            days=(_nowhere(asked) - calendar.known_from).days,
            limit=asked.limit,
        ),
    )


# A few hundred days off instead of 34,455 rows: the query stays short, and is quick to parse.
# The remainder changes nothing, but tells DuckDB within which bounds the days lie; then it looks
# them up in an array and not in a hash table.
_DUCKDB: Final = """\
WITH days AS (
    SELECT
        CAST(number AS INTEGER) AS number,
        isodow(DATE '{first}' + CAST(number AS INTEGER)) < 6
            AND DATE '{first}' + CAST(number AS INTEGER)
                NOT IN (SELECT CAST(unnest([{off}]) AS DATE)) AS working
    FROM range({days}) AS t(number)
), ranked AS (
    SELECT
        number,
        working,
        CAST(sum(CAST(working AS INTEGER)) OVER (ORDER BY number) - 1 AS INTEGER) AS rank
    FROM days
), looked_up AS (
    SELECT started.number, started.rank, DATE '{first}' + ended.number AS due
    FROM ranked AS started
    LEFT JOIN ranked AS ended ON ended.working AND ended.rank = started.rank + {limit}
    UNION ALL
    SELECT {days}, NULL, NULL
)
SELECT DATE '{first}' + number % ({days} + 1) AS day, rank, due
FROM looked_up
"""


def _in_spark(frame: Any, asked: Asked) -> Any:
    """The table as rows of the session of the frame, sent whole to each worker."""
    calendar = asked.calendar
    first, last = calendar.known_from, calendar.provisional_through
    working = [first, *calendar.counted(first, last)]  # the first day is a working day, a Friday
    at = set(working)
    days = [first.fromordinal(n) for n in range(first.toordinal(), last.toordinal() + 1)]
    ranks = accumulate((day in at for day in days[1:]), initial=0)
    ends = dict(enumerate(working))
    rows: list[tuple[dt.date, int | None, dt.date | None]] = [
        (day, rank, ends.get(rank + asked.limit)) for day, rank in zip(days, ranks, strict=True)
    ]
    rows.append((_nowhere(asked), None, None))
    table = frame.sparkSession.createDataFrame(rows, "day date, rank int, due date")
    return table.hint("broadcast")


TABLES: Final[dict[nw.Implementation, Callable[[Any, Asked], Any]]] = {
    nw.Implementation.DUCKDB: _in_duckdb,
    nw.Implementation.PYSPARK: _in_spark,
}
"""How each engine of queries is given the table: day, rank and last day."""
