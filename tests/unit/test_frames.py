# SPDX-License-Identifier: MIT
"""Frames: five columns more, every row where it was, and the answers of the scalar path."""

from __future__ import annotations

import datetime as dt
import pickle
from typing import Any

import narwhals.stable.v2 as nw
import polars as pl
import pytest

from complaint_timescales import (
    DatesOutOfOrder,
    InvalidDate,
    InvalidTable,
    OutsideCalendar,
    UnknownProvision,
    WorkingDayCalendar,
    arrays,
    frames,
)
from complaint_timescales.frames import _in_memory, _joined, with_assessment, working_day_table
from complaint_timescales.frames._asked import COLUMNS, Asked
from tests.engines.tables import CHANGED, all_expected, nasty_rows

pandas: Any = pytest.importorskip("pandas", reason="gptables brings it; it is no promise")

ENGLAND = WorkingDayCalendar.england()
ROWS = nasty_rows(3_000, seed=2)
VERDICT = ["working_days", "due", "outcome", "days_over"]
AS_AT = dt.date(2024, 9, 20)
FRAME = pl.DataFrame(
    {
        "case": [f"CSC-{number:05}" for number in range(len(ROWS))],
        "asked": [start for start, _ in ROWS],
        "answered": [end for _, end in ROWS],
    },
    schema={"case": pl.String, "asked": pl.Date, "answered": pl.Date},
)
ASKED: Any = {"provision": "17(3)", "start": "asked", "end": "answered"}


def one(start: dt.date | None, done: dt.date | None, **more: Any) -> dict[str, Any]:
    """What is added to a frame of one row."""
    frame = pl.DataFrame(
        {"asked": [start], "answered": [done]}, schema=dict.fromkeys(("asked", "answered"), pl.Date)
    )
    return with_assessment(frame, **{**ASKED, **more}).drop("asked", "answered").row(0, named=True)


def table_in_polars(frame: pl.LazyFrame, asked: Asked) -> pl.LazyFrame:
    """The table as a query engine would have it, so that Polars can stand in for one."""
    first, last = asked.calendar.known_from, asked.calendar.provisional_through
    table = working_day_table(
        backend="polars", first=first, last=last, calendar=asked.calendar
    ).lazy()
    ends = table.filter("working_day").select(due="date", rank=pl.col("rank") - asked.limit)
    days = table.select("rank", day="date")
    nowhere = pl.LazyFrame({"day": [last + dt.timedelta(days=1)]})
    dated = days.join(ends, on="rank", how="left")
    found: pl.LazyFrame = pl.concat([dated, nowhere], how="diagonal")
    return found


@pytest.fixture
def joins(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lazy Polars frames take the path of DuckDB and PySpark."""
    monkeypatch.setitem(_joined.TABLES, nw.Implementation.POLARS, table_in_polars)


class TestVerdicts:
    @pytest.mark.parametrize("as_at", [None, AS_AT])
    @pytest.mark.parametrize("calendar", [ENGLAND, CHANGED], ids=["plain", "changed"])
    def test_a_frame_in_memory_agrees_with_the_scalar_path(
        self, as_at: dt.date | None, calendar: WorkingDayCalendar
    ) -> None:
        found = with_assessment(FRAME, **ASKED, as_at=as_at, calendar=calendar)

        expected = all_expected("17(3)", ROWS, as_at=as_at, calendar=calendar)
        assert expected == found.select(VERDICT).rows()

    def test_a_lazy_frame_gives_the_same_in_the_same_order(self) -> None:
        expected = with_assessment(FRAME, **ASKED, as_at=AS_AT)

        found = with_assessment(FRAME.lazy(), **ASKED, as_at=AS_AT)

        assert isinstance(found, pl.LazyFrame)
        assert expected.equals(found.collect())
        assert expected.equals(found.collect(engine="streaming").sort("case"))

    @pytest.mark.parametrize("as_at", [None, AS_AT])
    @pytest.mark.parametrize("end", ["answered", None])
    @pytest.mark.parametrize("calendar", [ENGLAND, CHANGED], ids=["plain", "changed"])
    def test_two_joins_give_the_same(
        self, joins: None, as_at: dt.date | None, end: str | None, calendar: WorkingDayCalendar
    ) -> None:
        asked: Any = ASKED | {"end": end, "as_at": as_at, "calendar": calendar}
        expected = with_assessment(FRAME, **asked)

        found = with_assessment(FRAME.lazy(), **asked).collect().sort("case")

        assert expected.columns == found.columns
        assert expected.rows() == found.rows()

    @pytest.mark.parametrize("as_at", [None, AS_AT])
    @pytest.mark.parametrize("unit", ["s", "ms", "us", "ns"])
    def test_pandas_gives_the_same_whatever_its_unit(
        self, as_at: dt.date | None, unit: str
    ) -> None:
        rows = [
            (start, end)
            for start, end in ROWS
            if all(day is None or 1700 < day.year < 2200 for day in (start, end))
        ]
        frame = pandas.DataFrame(rows, columns=["asked", "answered"]).astype(f"datetime64[{unit}]")

        found = with_assessment(frame, **ASKED, as_at=as_at)

        kinds = ["Int32", f"datetime64[{unit}]", "category", "Int32", "category"]
        assert kinds == [str(found[column].dtype) for column in COLUMNS]
        assert all_expected("17(3)", rows, as_at=as_at, calendar=ENGLAND) == from_pandas(found)

    def test_it_goes_slice_by_slice(self, monkeypatch: pytest.MonkeyPatch) -> None:
        expected = with_assessment(FRAME, **ASKED)
        monkeypatch.setattr(arrays, "_SLICE", 7)

        assert expected.equals(with_assessment(FRAME, **ASKED))

    def test_around_the_last_day(self) -> None:
        """Ten working days from Thursday 18 December 2025 end on Tuesday 6 January 2026."""
        start, due = dt.date(2025, 12, 18), dt.date(2026, 1, 6)
        found = [one(start, due + dt.timedelta(days=n), provision="14(1)") for n in (-1, 0, 1)]

        assert [9, 10, 11] == [row["working_days"] for row in found]
        assert ["met", "met", "missed"] == [row["outcome"] for row in found]
        assert [0, 0, 1] == [row["days_over"] for row in found]
        assert [due] * 3 == [row["due"] for row in found]

    def test_a_missing_end_is_no_missed_limit(self) -> None:
        found = one(dt.date(2024, 8, 29), None)

        assert found["outcome"] is None
        assert dt.date(2024, 10, 3) == found["due"]  # 25 working days after Thursday 29 August
        assert "not done, and no day to look from" == found["finding"]

    def test_no_ends_at_all(self) -> None:
        found = one(dt.date(2024, 8, 29), None, end=None, as_at=dt.date(2024, 10, 4))

        assert ("overdue", 1) == (found["outcome"], found["days_over"])


def from_pandas(found: Any) -> list[Any]:
    """The verdicts with plain dates, and None for what is missing."""
    verdict = found[VERDICT].astype(object)
    verdict["due"] = found["due"].dt.date.astype(object)
    plain = verdict.astype(object).where(verdict.notna(), None)
    return [tuple(row) for row in plain.itertuples(index=False)]


class TestRows:
    def test_other_columns_stay_as_they_are(self) -> None:
        assert FRAME.equals(with_assessment(FRAME, **ASKED).select(FRAME.columns))

    def test_the_index_of_pandas_stays_duplicates_and_all(self) -> None:
        days = pandas.to_datetime(["2024-08-29", "2024-08-30", None])
        frame = pandas.DataFrame({"asked": days, "answered": days}, index=["b", "a", "b"])

        found = with_assessment(frame, **ASKED)

        assert ["b", "a", "b"] == found.index.tolist()
        assert ["met", "met"] == found["outcome"].tolist()[:2]
        assert ["asked", "answered"] == frame.columns.tolist()  # ours was another frame

    def test_an_empty_frame_gains_the_columns(self) -> None:
        found = with_assessment(FRAME.clear(), **ASKED)

        assert (0, 8) == found.shape
        assert with_assessment(FRAME, **ASKED).schema == found.schema

    def test_a_prefix_makes_room_for_several_provisions(self) -> None:
        found = with_assessment(FRAME, **ASKED, prefix="first_")
        found = with_assessment(found, **ASKED | {"provision": "17(6)"}, prefix="second_")

        assert found["first_due"].equals(with_assessment(FRAME, **ASKED)["due"])
        assert "second_outcome" in found.columns

    def test_a_query_may_go_on_from_the_new_columns(self) -> None:
        found = with_assessment(FRAME.lazy(), **ASKED)
        eager = with_assessment(FRAME, **ASKED)

        late = found.filter(pl.col("outcome") == "missed").select("case", "days_over").collect()

        assert eager.filter(pl.col("outcome") == "missed").select("case", "days_over").equals(late)

    def test_midnights_are_days(self) -> None:
        frame = FRAME.filter(pl.col("asked").dt.year() > 1700).select(
            pl.exclude("case").cast(pl.Datetime("us"))
        )

        found = with_assessment(frame, **ASKED)

        plain = with_assessment(frame.cast(pl.Date), **ASKED)
        assert plain.select(COLUMNS).equals(found.select(COLUMNS))


class TestEngines:
    def test_dask_is_given_the_same_work_for_each_partition(self) -> None:
        """And that work can be sent to another process."""
        days = pandas.to_datetime(["2024-08-29", None])
        frame = pandas.DataFrame({"asked": days, "answered": days}, index=[3, 4])

        class Partitions:
            _meta = frame.iloc[:0]

            def map_partitions(self, work: Any) -> Any:
                return pickle.loads(pickle.dumps(work))(frame)

        Partitions.__module__ = "dask.dataframe"
        lazy: Any = Partitions()

        assert with_assessment(frame, **ASKED).equals(with_assessment(lazy, **ASKED))

    def test_columns_of_dask_are_checked_before_any_work(self) -> None:
        class Partitions:
            _meta = pandas.DataFrame({"asked": ["2024-08-29"], "answered": ["2024-08-29"]})

        Partitions.__module__ = "dask.dataframe"
        lazy: Any = Partitions()

        with pytest.raises(InvalidDate, match=r"^asked: a column of dates is needed"):
            with_assessment(lazy, **ASKED)

    def test_pyarrow_days_in_pandas_are_cast_before_numpy_sees_them(self) -> None:
        """Without PyArrow: a series that says it holds dates, of pandas, and keeps the cast."""

        class Series:
            dtype = nw.Date()

            def cast(self, kind: Any) -> Any:
                assert nw.Datetime("us") == kind
                return nw.from_native(pl.Series([dt.datetime(1970, 1, 3)]), series_only=True)

        class Frame:
            implementation = nw.Implementation.PANDAS

            def __getitem__(self, column: str) -> Series:
                return Series()

        frame: Any = Frame()
        every = slice(None)
        written = _in_memory._written(frame, "asked")(every)
        assert [2] == _in_memory._numbers(written, "asked", every).tolist()

    def test_duckdb_is_asked_for_the_table_in_sql(self) -> None:
        asked = Asked("17(3)", "asked", "answered", None, CHANGED, "")

        class Relation:
            def query(self, name: str, sql: str) -> str:
                return sql

        sql = _joined._in_duckdb(Relation(), asked)

        assert "'2024-09-19'" in sql
        assert "DATE '2006-09-01'" in sql
        assert "range(34455)" in sql
        assert "started.rank + 25" in sql

    def test_spark_is_handed_the_rows_to_broadcast(self) -> None:
        """1 September 2006 is a Friday: 25 working days later is Friday 6 October."""
        asked = Asked("17(3)", "asked", "answered", None, ENGLAND, "")
        made: dict[str, Any] = {}

        class Frame:
            @property
            def sparkSession(self) -> Frame:  # noqa: N802  # their spelling
                return self

            def createDataFrame(self, rows: Any, schema: str) -> Frame:  # noqa: N802  # the same
                made.update(rows=rows, schema=schema)
                return self

            def hint(self, name: str) -> str:
                return name

        assert "broadcast" == _joined._in_spark(Frame(), asked)
        assert "day date, rank int, due date" == made["schema"]
        assert (dt.date(2006, 9, 1), 0, dt.date(2006, 10, 6)) == made["rows"][0]
        assert (dt.date(2006, 9, 4), 1, dt.date(2006, 10, 9)) == made["rows"][3]
        assert (dt.date(2100, 12, 31), None) == made["rows"][-2][::2]
        assert (dt.date(2101, 1, 1), None, None) == made["rows"][-1]
        assert 34_456 == len(made["rows"])


class TestWhatIsRefused:
    @pytest.mark.parametrize("lazy", [False, True], ids=["in memory", "lazy"])
    @pytest.mark.parametrize(
        ("column", "message"),
        [
            (pl.Series(["2024-08-29"]), r"^asked: a column of dates is needed, not String\. Text"),
            (pl.Series([19_964]), r"^asked: a column of dates is needed, not Int64\. Text"),
            (
                pl.Series([dt.datetime(2024, 8, 29)]).dt.replace_time_zone("Europe/London"),
                r"Europe/London'\)\. A day has no time: cut date-times to dates in Europe/London",
            ),
        ],
        ids=["text", "numbers", "a zone"],
    )
    def test_a_column_of_something_else(self, column: pl.Series, message: str, lazy: bool) -> None:
        frame: Any = pl.DataFrame({"asked": column, "answered": column})

        with pytest.raises(InvalidDate, match=message):
            with_assessment(frame.lazy() if lazy else frame, **ASKED)

    def test_a_time_of_day(self) -> None:
        moments = [dt.datetime(2024, 8, 29), None, dt.datetime(2024, 8, 29, 17, 30)]
        frame = pl.DataFrame(
            {"asked": moments, "answered": [None] * 3}, schema_overrides={"answered": pl.Date}
        )

        with pytest.raises(InvalidDate, match=r"^column 'asked', row 2: a day has no time.*T17:30"):
            with_assessment(frame, **ASKED)

    def test_date_times_of_a_lazy_frame_which_cannot_be_looked_into(self) -> None:
        frame = FRAME.lazy().with_columns(pl.col("answered").cast(pl.Datetime))

        with pytest.raises(InvalidDate, match=r"^answered: .*not Datetime"):
            with_assessment(frame, **ASKED)

    def test_a_column_that_is_not_there(self) -> None:
        with pytest.raises(
            InvalidTable, match=r"no column 'answer'\. Did you mean 'answered'\? The"
        ):
            with_assessment(FRAME, **ASKED | {"end": "answer"})

    def test_a_column_like_no_other(self) -> None:
        with pytest.raises(
            InvalidTable, match=r"no column 'x'\. The columns are 'case', 'asked' and"
        ):
            with_assessment(FRAME, **ASKED | {"start": "x"})

    @pytest.mark.parametrize("name", ["due", "finding", "_until"])
    def test_a_name_that_is_taken(self, name: str) -> None:
        with pytest.raises(InvalidTable, match=rf"has '{name}' already\. Give .* a prefix"):
            with_assessment(FRAME.rename({"case": name}), **ASKED)

    @pytest.mark.parametrize(
        "value", [None, [1], pl.Series([1])], ids=["nothing", "list", "series"]
    )
    def test_what_is_no_frame(self, value: Any) -> None:
        with pytest.raises(
            InvalidTable, match=r"is no data frame that is known here\. Pass a frame"
        ):
            with_assessment(value, **ASKED)

    def test_an_engine_that_was_never_tried(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(frames, "_ENGINES", frozenset[Any]())

        with pytest.raises(InvalidTable, match=r"^frame: polars\..*DataFrame is no data frame"):
            with_assessment(FRAME, **ASKED)

    def test_a_limit_of_a_year(self) -> None:
        with pytest.raises(UnknownProvision, match="1 year is counted by the calendar"):
            with_assessment(FRAME.lazy(), **ASKED | {"provision": "9(1)"})

    def test_a_day_to_look_from_outside_the_calendar(self) -> None:
        with pytest.raises(OutsideCalendar, match="31 August 2006"):
            with_assessment(FRAME.lazy(), **ASKED, as_at=dt.date(2006, 8, 31))


class TestWorkingDayTable:
    @pytest.mark.parametrize("backend", ["polars", "pandas"])
    def test_each_day_has_its_rank_and_its_reason(self, backend: Any) -> None:
        """Tuesday 24 December 2024 counts, Christmas Day and Boxing Day do not, Friday 27 does."""
        table: Any = nw.from_native(
            working_day_table(
                backend=backend, first=dt.date(2024, 12, 24), last=dt.date(2024, 12, 27)
            )
        )

        ranks = table["rank"].to_list()
        assert [0, 0, 0, 1] == [rank - ranks[0] for rank in ranks]
        assert [True, False, False, True] == table["working_day"].to_list()
        assert ["Christmas Day", "Boxing Day"] == table["name"].to_list()[1:3]
        assert 'regulation 2: "Christmas Day"' == table["authority"].to_list()[1]

    def test_without_more_it_is_every_day_that_is_published(self) -> None:
        table = working_day_table(backend="polars", calendar=CHANGED)

        assert (dt.date(2006, 9, 1), 0) == table.row(0)[::2][:2]
        assert dt.date(2028, 12, 31) == table["date"][-1]
        assert table.filter(pl.col("date") == dt.date(2024, 9, 19))["name"].to_list() == [
            "Centenary"
        ]
        assert pl.Int32 == table.schema["rank"]

    def test_an_end_before_its_start_is_refused(self) -> None:
        with pytest.raises(DatesOutOfOrder, match=r"^last: "):
            working_day_table(backend="polars", first=dt.date(2024, 1, 2), last=dt.date(2024, 1, 1))
