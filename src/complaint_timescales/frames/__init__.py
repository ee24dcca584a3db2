# SPDX-License-Identifier: MIT
"""Working days, last days and verdicts as columns of a data frame, whatever its engine.

>>> import polars as pl
>>> from datetime import date
>>> frame = pl.DataFrame({"asked": [date(2022, 2, 22)], "answered": [date(2022, 6, 14)]})
>>> with_assessment(frame, provision="17(6)", start="asked", end="answered").row(0)[2:]
(75, datetime.date(2022, 5, 27), 'missed', 10, None)

pandas, Polars and PyArrow frames in memory are judged by ``arrays``; so is each batch of a lazy
Polars frame, and each partition of a Dask one. DuckDB and PySpark join with the table of working
days, twice. All of them give the answers of ``assess``.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, Final, Literal, TypeVar, cast

import narwhals.stable.v2 as nw

from complaint_timescales._calendar_table import calendar_days
from complaint_timescales._errors import InvalidTable
from complaint_timescales.frames._asked import Asked
from complaint_timescales.frames._in_memory import (
    assessed,
    assessed_in_batches,
    assessed_in_partitions,
    is_dask,
)
from complaint_timescales.frames._joined import TABLES, joined
from complaint_timescales.working_days import WorkingDayCalendar

__all__ = ["with_assessment", "working_day_table"]

FrameT = TypeVar("FrameT")

_ENGINES: Final = frozenset(TABLES) | {
    nw.Implementation.PANDAS,
    nw.Implementation.POLARS,
    nw.Implementation.PYARROW,
}


def with_assessment(
    frame: FrameT,
    *,
    provision: str,
    start: str,
    end: str | None = None,
    as_at: dt.date | None = None,
    calendar: WorkingDayCalendar | None = None,
    prefix: str = "",
) -> FrameT:
    """The frame with five more columns: whether what a provision limits was done in time.

    >>> import polars as pl
    >>> from datetime import date
    >>> frame = pl.DataFrame({
    ...     "case": ["a", "b", "c"],
    ...     "asked": [date(2024, 8, 29), date(2024, 8, 29), date(2024, 8, 29)],
    ...     "answered": [date(2024, 11, 28), date(2024, 8, 2), None],
    ... })
    >>> found = with_assessment(frame, provision="17(6)", start="asked", end="answered")
    >>> found["outcome"].to_list()
    ['met', None, None]
    >>> found["finding"].to_list()
    [None, 'the end is before the start', 'not done, and no day to look from']

    The columns, each with ``prefix`` before its name, as ``assess`` names them:

    - ``working_days``: after the start, up to and including the end, or the day looked from;
    - ``due``: the last day of the limit;
    - ``outcome``: ``met``, ``missed``, ``running`` or ``overdue``, or null;
    - ``days_over``: working days after the last day, 0 when in time;
    - ``finding``: why there is no verdict, or null where there is one.

    A row that ``assess`` would refuse or leave undetermined is null in all but ``finding``, and
    in ``due`` where its start alone gives that. Rows are never dropped, and keep their order and
    index where the engine has one; DuckDB and PySpark have none. Every other column stays.

    Args:
        frame: of pandas, Polars (lazy or not), PyArrow, DuckDB, PySpark or Dask.
        provision: the paragraph, ``"17(6)"``; its limit is in working days.
        start: the column of start dates, day 0.
        end: the column of days of the act that meets the limit; None where there is none yet.
        as_at: the day from which what is not done is looked at.
        calendar: England's unless another is given.
        prefix: set before the new names, so that one frame can hold several provisions.

    Raises:
        UnknownProvision: no such limit, or one of a year, which needs no working days.
        InvalidTable: a column is missing, or a new name is taken; or no engine that is known.
        InvalidDate: a column that is not of dates. Date-times pass only in pandas, Dask, and
            Polars and PyArrow frames in memory, and only if each is a midnight without a zone.
        OutsideCalendar: ``as_at`` is outside the calendar.
    """
    calendar = WorkingDayCalendar.england() if calendar is None else calendar
    asked = Asked(provision, start, end, as_at, calendar, prefix)
    if is_dask(frame):
        return cast("FrameT", assessed_in_partitions(frame, asked))
    wrapped = _wrapped(frame)
    asked.check(wrapped)
    if isinstance(wrapped, nw.DataFrame):
        found: Any = assessed(frame, asked)
    elif wrapped.implementation in TABLES:
        found = nw.to_native(joined(wrapped, asked))
    else:
        found = assessed_in_batches(frame, asked)
    return cast("FrameT", found)


def working_day_table(
    *,
    backend: Literal["pandas", "polars", "pyarrow"],
    first: dt.date | None = None,
    last: dt.date | None = None,
    calendar: WorkingDayCalendar | None = None,
) -> Any:
    """The working-day table as a frame, to join with: each day with its rank.

    >>> from datetime import date
    >>> table = working_day_table(backend="polars", first=date(2024, 12, 24))
    >>> table.head(3).select("date", "working_day", "name").rows()[1:]
    [(datetime.date(2024, 12, 25), False, 'Christmas Day'), \
(datetime.date(2024, 12, 26), False, 'Boxing Day')]

    The columns are ``date``, ``working_day``, ``rank``, ``name`` and ``authority``, as in
    ``complaint-timescales calendar``. Working days after one day, up to and including another, are
    the difference of their ranks; the last day of a limit of n is the working day whose rank is
    that of the start, plus n. ``backend`` is ``"pandas"``, ``"polars"`` or ``"pyarrow"``. Without
    ``first`` and ``last`` it is every day whose bank holidays are published.
    Raises ``DatesOutOfOrder`` and ``OutsideCalendar``.
    """
    calendar = WorkingDayCalendar.england() if calendar is None else calendar
    rows = list(
        calendar_days(
            calendar,
            calendar.known_from if first is None else first,
            calendar.known_through if last is None else last,
        )
    )
    table = nw.from_dict(
        {
            "date": [row.date for row in rows],
            "working_day": [row.working_day for row in rows],
            "rank": [row.rank for row in rows],
            "name": [row.name or None for row in rows],
            "authority": [row.authority or None for row in rows],
        },
        backend=backend,
    )
    return nw.to_native(table.with_columns(nw.col("rank").cast(nw.Int32)))


def _wrapped(frame: Any) -> nw.DataFrame[Any] | nw.LazyFrame[Any]:
    wrapped: Any = nw.from_native(frame, pass_through=True)
    if isinstance(wrapped, nw.DataFrame | nw.LazyFrame) and wrapped.implementation in _ENGINES:
        return wrapped
    kind = type(frame)
    raise InvalidTable(
        f"{kind.__module__}.{kind.__qualname__} is no data frame that is known here",
        where="frame",
        remedy="Pass a frame of pandas, Polars, PyArrow, DuckDB, PySpark or Dask",
    )
