# SPDX-License-Identifier: MIT
"""Counting, adding and judging over NumPy arrays of days, by the one table of working days.

>>> import numpy as np
>>> starts = np.array(["2025-12-18", "2025-12-20"], dtype="datetime64[D]")
>>> add(starts, 10)
array(['2026-01-06', '2026-01-07'], dtype='datetime64[D]')

Every answer is the one that ``WorkingDayCalendar`` and ``assess`` give for the same days. A day
that they would refuse has no answer here, and never a wrong one. Days are ``datetime64[D]``.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable, Sequence
from typing import Any, Final

import attrs
import numpy as np
import numpy.typing as npt

from complaint_timescales._dates import checked_date
from complaint_timescales._errors import InvalidCount, InvalidDate
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
    limit_of,
)
from complaint_timescales.working_days import WorkingDayCalendar

__all__ = ["FINDINGS", "OUTCOMES", "Judge", "Outcomes", "add", "count", "outcomes"]

Days = npt.NDArray[np.datetime64]
DaysLike = npt.ArrayLike | dt.date
Numbers = npt.NDArray[np.int32]
Masked = np.ma.MaskedArray[Any, np.dtype[np.int32]]

_CHUNK: Final = 16_384  # rows at a time: what is worked on stays in the cache
_SLICE: Final = 1 << 16  # rows of a table that are read at a time
_NAT: Final = np.iinfo(np.int64).min  # how NumPy writes a day that is missing
_FAR: Final = 1 << 20  # a rank beyond any: what is counted from or to it is negative
_EXAMPLE: Final = 'np.array(["2024-08-29"], dtype="datetime64[D]")'


@attrs.frozen(eq=False)
class _Table:
    """The calendar for NumPy: each table is looked up by the number of a day since 1970.

    A look-up is clipped to the table, whose first and last entries are no days of the calendar.
    So a day before it, a day after it and a missing day find no rank, with no test for them.
    """

    first: int
    last: int
    start_rank: Numbers  # _FAR where there is none
    end_rank: Numbers  # -_FAR where there is none
    working: npt.NDArray[np.int64]  # by rank, with a missing day at its end

    def due(self, n: int) -> npt.NDArray[np.int64]:
        """For each day, the n-th working day after it, or a missing day."""
        return self.working.take(self.start_rank + np.int32(min(n, _FAR)), mode="clip")


@functools.lru_cache(maxsize=8)  # calendars with one fingerprint share their tables
def _table(calendar: WorkingDayCalendar) -> _Table:
    days = (calendar.known_from, calendar.provisional_through)
    first, last = np.array(days, dtype="datetime64[D]").view(np.int64).tolist()
    counted = calendar.counted(*days)
    working = (days[0], *counted) if calendar.is_working_day(days[0]) else counted
    numbers = np.array(working, dtype="datetime64[D]").view(np.int64)
    counts = np.zeros(last - first + 1, dtype=np.int32)
    counts[numbers - first] = 1
    start_rank = np.full(last + 2, _FAR, dtype=np.int32)
    start_rank[first:-1] = counts.cumsum() - 1
    end_rank = np.where(start_rank == _FAR, np.int32(-_FAR), start_rank)
    tables = (start_rank, end_rank, np.append(numbers, _NAT))
    for table in tables:
        table.flags.writeable = False
    return _Table(first, last, *tables)


@attrs.frozen(eq=False)
class Outcomes:
    """A verdict for each row, or why there is none.

    Attributes:
        codes: for each row the place of its verdict in ``OUTCOMES``, 0 to 3; from 4 on, the
            place of its finding in ``FINDINGS``, plus 4.
        due: the last day of the limit; missing (NaT) where the start does not give one.
        working_days: after the start, up to and including the end, or the day looked from;
            masked where there is no verdict.
        days_over: working days after the last day; masked where there is no verdict.
    """

    codes: npt.NDArray[np.int8]
    due: Days
    working_days: Masked
    days_over: Masked

    @property
    def outcome(self) -> npt.NDArray[np.object_]:
        """The verdict in a word, ``'met'``, or None."""
        words = [outcome.value for outcome in OUTCOMES] + [None] * len(FINDINGS)
        return np.array(words, dtype=object)[self.codes]

    @property
    def finding(self) -> npt.NDArray[np.object_]:
        """Why there is no verdict, in words, or None where there is one."""
        return np.array([None] * len(OUTCOMES) + list(FINDINGS), dtype=object)[self.codes]

    def tally(self) -> dict[str, int]:
        """How many rows have each verdict and each finding; those that no row has are left out."""
        words = [*(outcome.value for outcome in OUTCOMES), *FINDINGS]
        numbers = np.bincount(self.codes.ravel(), minlength=len(words)).tolist()
        return {word: number for word, number in zip(words, numbers, strict=True) if number}


def count(
    starts: DaysLike, ends: DaysLike, *, calendar: WorkingDayCalendar | None = None
) -> Masked:
    """How many working days lie after each start, up to and including its end.

    >>> starts = np.array(["2024-08-29", "2024-12-24", "NaT"], dtype="datetime64[D]")
    >>> count(starts, np.datetime64("2024-11-28")).tolist()
    [65, None, None]

    The answer is a masked array of ``int32``: masked where either day is missing or outside the
    calendar, or the end is before the start. The two are broadcast, and left as they are.
    Use ``count(...).filled(-1)`` where a plain array is needed, and ``.mask.sum()`` to see how
    many have no answer. Raises ``InvalidDate`` for anything but ``datetime64[D]``.
    Source: SI 2006/1738, regulation 2.
    """
    table = _table(_calendar(calendar))
    ranks, below = np.empty(_CHUNK, np.int32), np.empty(_CHUNK, bool)

    def counted(start: Any, end: Any, passed: Any, absent: Any) -> None:
        rank, negative = ranks[: start.size], below[: start.size]
        table.start_rank.take(start, out=rank, mode="clip")
        table.end_rank.take(end, out=passed, mode="clip")
        np.subtract(passed, rank, out=passed)
        np.less(end, start, out=absent)
        np.less(passed, 0, out=negative)
        np.logical_or(absent, negative, out=absent)
        if absent.any():
            passed[absent] = 0

    passed, absent = _in_chunks(
        counted, (_days(starts, "starts"), _days(ends, "ends")), (np.int32, np.bool_)
    )
    return np.ma.MaskedArray(passed, mask=absent)


def add(
    starts: DaysLike, n: int | npt.NDArray[Any], *, calendar: WorkingDayCalendar | None = None
) -> Days:
    """The n-th working day after each start; the start itself is day 0.

    >>> add(np.array(["2024-08-29", "2100-12-30"], dtype="datetime64[D]"), 65)
    array(['2024-11-28',        'NaT'], dtype='datetime64[D]')

    The answer is missing (NaT) where the start is missing, or either day is outside the calendar.
    ``n`` is one number, or an array of whole numbers that is broadcast with the starts.
    Raises ``InvalidDate`` for anything but ``datetime64[D]``, and ``InvalidCount`` for a number
    below 1 or not whole. Source: SI 2006/1738, regulation 2.
    """
    table = _table(_calendar(calendar))
    numbers = _numbers(n)
    if numbers.ndim == 0:
        by_day = table.due(int(numbers))

        def ended(start: Any, due: Any) -> None:
            by_day.take(start, out=due, mode="clip")

        (due,) = _in_chunks(ended, (_days(starts, "starts"),), (np.int64,))
        return due.view("datetime64[D]")

    def ended_after(start: Any, number: Any, due: Any) -> None:
        rank = table.start_rank.take(start, mode="clip") + number
        table.working.take(rank, out=due, mode="clip")

    (due,) = _in_chunks(ended_after, (_days(starts, "starts"), numbers), (np.int64,))
    return due.view("datetime64[D]")


def outcomes(
    provision: str,
    starts: DaysLike,
    ends: DaysLike | None = None,
    *,
    as_at: dt.date | None = None,
    calendar: WorkingDayCalendar | None = None,
) -> Outcomes:
    """Whether what a provision limits was done in time, row by row: ``assess`` for arrays.

    >>> starts = np.array(["2022-02-22", "2024-08-29", "2024-08-29"], dtype="datetime64[D]")
    >>> ends = np.array(["2022-06-14", "2024-11-28", "NaT"], dtype="datetime64[D]")
    >>> verdicts = outcomes("17(6)", starts, ends)
    >>> verdicts.outcome.tolist(), verdicts.days_over.tolist()
    (['missed', 'met', None], [10, 0, None])
    >>> verdicts.finding.tolist()
    [None, None, 'not done, and no day to look from']

    A missing end is one that has not happened; ``as_at``, one day for all, is the day from which
    such a limit is looked at, as in ``assess``. A row that ``assess`` would refuse or leave
    undetermined has no verdict, but a finding. Raises ``UnknownProvision``, also for a limit of a
    year, which is counted by the calendar; ``InvalidDate``; and ``OutsideCalendar`` for ``as_at``.
    """
    judge = Judge.of(provision, as_at=as_at, calendar=calendar)
    done = np.datetime64("NaT", "D") if ends is None else ends
    due, passed, over, codes = judge.judged(_days(starts, "starts"), _days(done, "ends"))
    absent = codes >= len(OUTCOMES)
    return Outcomes(
        codes=codes,
        due=due.view("datetime64[D]"),
        working_days=np.ma.MaskedArray(passed, mask=absent),
        days_over=np.ma.MaskedArray(over, mask=absent),
    )


@attrs.frozen(eq=False)
class Judge:
    """One limit, ready to judge rows: called with a chunk of starts and ends and four outputs."""

    table: _Table
    limit: int
    as_at: int | None
    due: npt.NDArray[np.int64]  # by day
    start_rank: Numbers  # _FAR where there is no last day either

    @classmethod
    def of(
        cls, provision: str, *, as_at: dt.date | None, calendar: WorkingDayCalendar | None
    ) -> Judge:
        """A judge for a provision that is limited in working days."""
        limit = limit_of(provision)
        days = _calendar(calendar)
        if as_at is not None:
            days.is_working_day(checked_date(as_at, "as_at"))  # refuses a day outside the calendar
        table = _table(days)
        due = table.due(limit)
        start_rank = np.where(due == _NAT, np.int32(_FAR), table.start_rank)
        looked = None if as_at is None else int(np.datetime64(as_at, "D").astype(np.int64))
        return cls(table, limit, looked, due, start_rank)

    def judged(
        self, starts: npt.NDArray[Any], ends: npt.NDArray[Any], into: Sequence[Any] = (None,) * 4
    ) -> tuple[npt.NDArray[Any], ...]:
        """The last day, the working days, the days over and the code of each row.

        Days are given and answered as numbers since 1970; ``into`` are arrays to be filled.
        """
        return _in_chunks(self, (starts, ends), (np.int64, np.int32, np.int32, np.int8), into)

    def judged_in_slices(
        self, rows: int, read: Callable[[slice], tuple[Any, Any]], *, wide: bool
    ) -> tuple[npt.NDArray[Any], ...]:
        """The same for a table whose days are read slice by slice, so that none is held twice.

        ``read`` gives the starts of a slice, and its ends or None. The last day has 64 bits where
        it is ``wide``, and else 32, in which a missing one is 0.
        """
        kinds = (np.int64 if wide else np.int32, np.int32, np.int32, np.int8)
        columns = tuple(np.empty(rows, dtype=kind) for kind in kinds)
        for first in range(0, rows, _SLICE):
            part = slice(first, first + _SLICE)
            starts, ends = read(part)
            given = np.array(_NAT) if ends is None else ends
            self.judged(starts, given, [column[part] for column in columns])
        return columns

    def __call__(self, start: Any, end: Any, due: Any, passed: Any, over: Any, codes: Any) -> None:
        """Fill the outputs for one chunk."""
        self.due.take(start, out=due, mode="clip")
        until, still_open = end, None
        if self.as_at is not None:
            # What is dated after the day from which we look has not happened yet.
            still_open = (end == _NAT) | (end > self.as_at)
            until = np.where(still_open, self.as_at, end)
        self.table.end_rank.take(until, out=passed, mode="clip")
        np.subtract(passed, self.start_rank.take(start, mode="clip"), out=passed)
        np.subtract(passed, self.limit, out=over)
        np.maximum(over, 0, out=over)
        np.greater(until, due, out=codes.view(np.bool_))
        absent = (passed < 0) | (until < start)
        if still_open is not None:
            np.add(codes, 2, out=codes, where=still_open)
            absent |= end > self.table.last
        rows = absent.nonzero()[0]
        if rows.size:
            passed[rows] = over[rows] = 0
            codes[rows] = self._findings(start[rows], end[rows], due[rows])

    def _findings(self, start: Any, end: Any, due: Any) -> Any:
        """Why rows have no verdict: what ``assess`` finds first comes first."""
        inside = (start >= self.table.first) & (start <= self.table.last)
        reasons = [
            (start == _NAT, NO_START),
            (~inside, START_OUT),
            (due == _NAT, DUE_OUT),
            ((end != _NAT) & (end < start), BACKWARDS),
            (end > self.table.last, END_OUT),
            (np.full(start.shape, self.as_at is not None), TOO_EARLY),
        ]
        return np.select([rows for rows, _ in reasons], [code for _, code in reasons], NOT_DONE)


def _calendar(calendar: WorkingDayCalendar | None) -> WorkingDayCalendar:
    return WorkingDayCalendar.england() if calendar is None else calendar


def _days(values: DaysLike, where: str) -> npt.NDArray[np.int64]:
    """Days as numbers since 1970, with what is masked as missing; nothing is converted."""
    if isinstance(values, dt.date) and not isinstance(values, dt.datetime):
        values = np.datetime64(values, "D")
    days = values if isinstance(values, np.ma.MaskedArray) else np.asarray(values)
    if days.dtype != np.dtype("datetime64[D]"):
        raise InvalidDate(
            f"an array of days is needed, datetime64[D], not {days.dtype}",
            where=where,
            remedy=_remedy(days.dtype),
        )
    if isinstance(days, np.ma.MaskedArray):
        days = days.filled(np.datetime64("NaT", "D"))
    numbers: npt.NDArray[np.int64] = days.view(np.int64)
    return numbers


def _remedy(dtype: np.dtype[Any]) -> str:
    if dtype.kind == "M":
        return (
            "A day has no time: cut date-times to dates in Europe/London first, and then "
            "pass days.astype('datetime64[D]')"
        )
    return f"Text and objects are never guessed at: pass {_EXAMPLE}"


def _numbers(n: int | npt.NDArray[Any]) -> npt.NDArray[np.int64]:
    numbers = np.asarray(n)
    if numbers.dtype.kind not in "iu" or (numbers < 1).any():
        raise InvalidCount(
            "a number of working days is a whole number of at least 1",
            where="n",
            written=n if numbers.ndim == 0 else None,
            remedy="Pass an int such as 10, or an array of them; day 0 is the start itself",
        )
    whole: npt.NDArray[np.int64] = np.minimum(numbers, _FAR).astype(np.int64)
    return whole


def _in_chunks(
    work: Callable[..., None],
    given: Sequence[npt.NDArray[Any]],
    kinds: Sequence[type[np.generic]],
    into: Sequence[Any] | None = None,
) -> tuple[npt.NDArray[Any], ...]:
    """Outputs of these kinds, filled chunk by chunk; the inputs are broadcast, never copied."""
    operands: Any = (*given, *(into or (None for _ in kinds)))
    flags: Any = [["readonly"]] * len(given) + [["writeonly", "allocate"]] * len(kinds)
    chunks: Any = np.nditer(
        operands,
        ["external_loop", "buffered", "zerosize_ok"],
        flags,
        op_dtypes=[*(array.dtype for array in given), *kinds],
        casting="same_kind",
        buffersize=_CHUNK,
    )
    with chunks:
        for chunk in chunks:
            work(*chunk)
        found: tuple[npt.NDArray[Any], ...] = chunks.operands[len(given) :]
    return found
