# SPDX-License-Identifier: MIT
"""Frames in memory: columns go through ``arrays`` and come back, row for row."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, Final

import attrs
import narwhals.stable.v2 as nw

from complaint_timescales._errors import InvalidDate
from complaint_timescales._row_verdicts import FINDINGS, OUTCOMES
from complaint_timescales.frames._asked import Asked

_MISSING: Final = -(1 << 63)  # how NumPy writes a day, or a moment, that is missing
_A_DAY: Final = {
    f"<M8[{unit}]": 86_400 * 1_000**power for power, unit in enumerate(("s", "ms", "us", "ns"))
}
_WORDS: Final = [outcome.value for outcome in OUTCOMES]


@attrs.frozen(eq=False)
class _Found:
    """What was found for each row; a day is its number since 1970.

    Where there is no last day, its number is 0 in 32 bits.
    """

    due: Any
    working_days: Any
    days_over: Any
    codes: Any

    @property
    def absent(self) -> Any:
        """Which rows have no verdict."""
        return self.codes >= len(OUTCOMES)


def assessed(native: Any, asked: Asked) -> Any:
    """A frame in memory with its new columns; also a batch, or a partition, of a lazy one."""
    frame: nw.DataFrame[Any] = nw.from_native(native, eager_only=True)
    found = _found(frame, asked)
    make = _as_pandas if frame.implementation.is_pandas() else _as_columns
    return make(frame, asked, found)


def assessed_in_batches(native: Any, asked: Asked) -> Any:
    """A lazy Polars frame that will do the same, batch by batch; its order stays as it is."""
    work = functools.partial(assessed, asked=asked)
    return native.map_batches(
        work,
        # What is asked of the answer may rest on the new columns, and these on the dates.
        predicate_pushdown=False,
        projection_pushdown=False,
        schema=work(native.clear().collect()).schema,
        streamable=True,
    )


def is_dask(native: Any) -> bool:
    """Whether a frame is of Dask: it is one of pandas in parts, and needs no adapter."""
    return type(native).__module__.partition(".")[0] == "dask"


def assessed_in_partitions(native: Any, asked: Asked) -> Any:
    """A Dask frame that will do the same, partition by partition; its index stays as it is."""
    pattern: nw.DataFrame[Any] = nw.from_native(native._meta, eager_only=True)  # noqa: SLF001 - an empty frame of pandas, and what Dask infers from
    asked.check(pattern)
    return native.map_partitions(functools.partial(assessed, asked=asked))


def _found(frame: nw.DataFrame[Any], asked: Asked) -> _Found:
    from complaint_timescales.arrays import Judge  # noqa: PLC0415 - databases go without NumPy

    columns = {column: _written(frame, column) for column in asked.days}

    def read(part: slice) -> tuple[Any, Any]:
        days = [_numbers(written(part), column, part) for column, written in columns.items()]
        return days[0], days[-1] if asked.end is not None else None

    judge = Judge.of(asked.provision, as_at=asked.as_at, calendar=asked.calendar)
    wide = frame.implementation.is_pandas()  # which writes a day as a moment, in 64 bits
    return _Found(*judge.judged_in_slices(len(frame), read, wide=wide))


def _written(frame: nw.DataFrame[Any], column: str) -> Callable[[slice], Any]:
    """What gives a slice of a column to NumPy."""
    series = frame[column]
    if not frame.implementation.is_pandas():
        return lambda part: series[part].to_numpy()
    if series.dtype == nw.Date:
        series = series.cast(nw.Datetime("us"))  # else NumPy is handed objects
    moments = series.to_numpy()  # what pandas holds, not a copy of it
    return lambda part: moments[part]


def _numbers(written: Any, column: str, part: slice) -> Any:
    """Days as numbers since 1970; a date-time that is no midnight is refused."""
    if written.dtype == "datetime64[D]":
        return written.view("int64")
    a_day = _A_DAY[written.dtype.str]
    moments = written.view("int64")
    days = moments // a_day
    missing = moments == _MISSING
    days[missing] = _MISSING
    wrong = ((days * a_day != moments) & ~missing).nonzero()[0]
    if wrong.size:
        raise InvalidDate(
            "a day has no time",
            where=f"column {column!r}, row {part.start + int(wrong[0])}",
            written=str(written[wrong[0]]),
            remedy="Cut date-times to dates in Europe/London first",
        )
    return days


def _as_columns(frame: nw.DataFrame[Any], asked: Asked, found: _Found) -> Any:
    """Polars and PyArrow."""
    engine, names, absent = frame.implementation, asked.names, found.absent
    made = nw.from_dict(
        {
            "working_days": found.working_days,
            "due": found.due,
            "days_over": found.days_over,
            "known": ~absent,
        },
        backend=engine,
    )
    if absent.any():
        judged, dated = nw.when(nw.col("known")), nw.when(nw.col("due") != 0)
        made = made.with_columns(
            judged.then("working_days").alias("working_days"),
            judged.then("days_over").alias("days_over"),
            dated.then("due").alias("due"),
        )
    made = made.with_columns(nw.col("due").cast(nw.Date))
    words = _words(engine)
    columns = {column: made[column] for column in ("working_days", "due", "days_over")}
    columns |= {column: words[column][found.codes] for column in words.columns}
    return nw.to_native(
        frame.with_columns(*(columns[column].alias(name) for column, name in names.items()))
    )


def _words(engine: Any) -> nw.DataFrame[Any]:
    """The word of each code; Polars keeps it as one of a closed set."""
    closed = engine.is_polars()
    return nw.from_dict(
        {
            "outcome": [*_WORDS, *(None for _ in FINDINGS)],
            "finding": [*(None for _ in _WORDS), *FINDINGS],
        },
        schema={
            "outcome": nw.Enum(_WORDS) if closed else nw.String(),
            "finding": nw.Enum(FINDINGS) if closed else nw.String(),
        },
        backend=engine,
    )


def _as_pandas(frame: nw.DataFrame[Any], asked: Asked, found: _Found) -> Any:
    """Whole numbers that may be missing, categories, and dates of the kind of the start."""
    pandas: Any = nw.get_native_namespace(frame)
    native: Any = nw.to_native(frame)
    codes, absent = found.codes, found.absent
    due = found.due
    none = due == _MISSING
    due *= _A_DAY["<M8[s]"]
    due[none] = _MISSING
    series = functools.partial(pandas.Series, index=native.index, copy=False)
    whole = pandas.arrays.IntegerArray
    outcome = codes.copy()
    outcome[absent] = -1
    finding = codes - len(OUTCOMES)
    finding[~absent] = -1
    chosen = pandas.Categorical.from_codes
    columns = {
        "working_days": whole(found.working_days, absent),
        "due": series(due.view("datetime64[s]")).astype(native[asked.start].dtype),
        "outcome": chosen(outcome, _WORDS),
        "days_over": whole(found.days_over, absent.copy()),
        "finding": chosen(finding, list(FINDINGS)),
    }
    return native.assign(
        **{asked.names[column]: series(values) for column, values in columns.items()}
    )
