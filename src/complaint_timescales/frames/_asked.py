# SPDX-License-Identifier: MIT
"""What is asked of a frame, checked before anything is worked out."""

from __future__ import annotations

import datetime as dt
import difflib
from typing import Any, Final

import attrs
import narwhals.stable.v2 as nw

from complaint_timescales._dates import checked_date, listed
from complaint_timescales._errors import InvalidDate, InvalidTable
from complaint_timescales._row_verdicts import limit_of
from complaint_timescales.working_days import WorkingDayCalendar

# The last ones are there only while two tables are joined.
COLUMNS: Final = ("working_days", "due", "outcome", "days_over", "finding")
PASSING: Final = ("_until", "_start_key", "_end_key", "_start_rank", "_end_rank")

_IN_LONDON: Final = "cut date-times to dates in Europe/London first"


@attrs.frozen
class Asked:
    """The arguments of ``with_assessment``."""

    provision: str
    start: str
    end: str | None
    as_at: dt.date | None
    calendar: WorkingDayCalendar
    prefix: str

    @property
    def limit(self) -> int:
        """The limit of the provision, in working days."""
        return limit_of(self.provision)

    @property
    def names(self) -> dict[str, str]:
        """The new columns, as they are called in this frame."""
        return {column: f"{self.prefix}{column}" for column in COLUMNS}

    @property
    def days(self) -> tuple[str, ...]:
        """The columns of dates."""
        return (self.start,) if self.end is None else (self.start, self.end)

    def check(self, frame: nw.DataFrame[Any] | nw.LazyFrame[Any]) -> None:
        """Refuse what cannot be answered."""
        limit_of(self.provision)  # refuses what is not counted in working days
        if self.as_at is not None:
            self.calendar.is_working_day(checked_date(self.as_at, "as_at"))
        schema = frame.collect_schema()
        self._check_names(list(schema))
        # A table in memory is looked into; of a query we have nothing but the type.
        in_memory = isinstance(frame, nw.DataFrame)
        for column in self.days:
            _check_dates(column, schema[column], midnights=in_memory)

    def _check_names(self, columns: list[str]) -> None:
        for column in self.days:
            if column not in columns:
                near = difflib.get_close_matches(column, columns, n=1)
                hint = f"Did you mean {near[0]!r}? " if near else ""
                names = listed([repr(name) for name in columns])
                raise InvalidTable(
                    f"there is no column {column!r}", remedy=f"{hint}The columns are {names}"
                )
        taken = [name for name in (*self.names.values(), *PASSING) if name in columns]
        if taken:
            raise InvalidTable(
                f"the frame has {listed([repr(name) for name in taken])} already",
                remedy="Give the new columns a prefix, such as prefix='stage_2_', or rename those",
            )


def _check_dates(column: str, kind: nw.dtypes.DType, *, midnights: bool) -> None:
    if kind == nw.Date:
        return
    if isinstance(kind, nw.Datetime):
        if midnights and kind.time_zone is None:
            return
        remedy = f"A day has no time: {_IN_LONDON}"
    else:
        remedy = f"Text and numbers are never guessed at: convert it to dates, and {_IN_LONDON}"
    raise InvalidDate(f"a column of dates is needed, not {kind}", where=column, remedy=remedy)
