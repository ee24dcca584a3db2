# SPDX-License-Identifier: MIT
"""Engines that are no part of the extra `test`: each gives the answers of the scalar path.

``tests/engines/run`` installs them all and runs these with nothing left out.
"""

from __future__ import annotations

import datetime as dt
import importlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from complaint_timescales import WorkingDayCalendar
from complaint_timescales.frames import with_assessment, working_day_table
from tests.engines.tables import CHANGED, Answer, all_expected, nasty_rows

ROOT = Path(__file__).parents[2]
ENGLAND = WorkingDayCalendar.england()
AS_AT = dt.date(2024, 9, 20)
ROWS = nasty_rows(3_000, seed=3)
PLAIN = [row for row in ROWS if all(day is None or 1700 < day.year < 2200 for day in row)]
VERDICT = ["working_days", "due", "outcome", "days_over"]
ASKED: Any = {"provision": "17(3)", "start": "asked", "end": "answered"}
POSTGRES = os.environ.get("COMPLAINT_TIMESCALES_POSTGRES")  # the folder of a server's socket

each_view = pytest.mark.parametrize("as_at", [None, AS_AT], ids=["closed", "as at"])
each_calendar = pytest.mark.parametrize("calendar", [ENGLAND, CHANGED], ids=["plain", "changed"])


def engine(name: str) -> Any:
    """The library, or a skip that says that it is not installed."""
    if importlib.util.find_spec(name) is None:
        pytest.skip(f"{name} is not installed")
    return importlib.import_module(name)


def answers(rows: list[Any]) -> list[Answer]:
    """The verdicts of rows that begin with their number, in the order of the numbers."""
    return [tuple(row[1:]) for row in sorted(rows)]


class TestPyArrow:
    @each_view
    @each_calendar
    def test_it_agrees(self, as_at: dt.date | None, calendar: WorkingDayCalendar) -> None:
        pa = engine("pyarrow")
        columns = zip(*ROWS, strict=True)
        table = pa.table(dict(zip(("asked", "answered"), map(list, columns), strict=True)))

        found = with_assessment(table, **ASKED, as_at=as_at, calendar=calendar)

        rows = list(zip(*(found[name].to_pylist() for name in VERDICT), strict=True))
        assert all_expected("17(3)", ROWS, as_at=as_at, calendar=calendar) == rows
        kinds = ["int32", "date32[day]", "string", "int32", "string"]
        assert kinds == [str(kind) for kind in found.schema.types[2:]]

    def test_its_table_of_working_days_is_that_of_the_calendar(self) -> None:
        engine("pyarrow")
        table = working_day_table(backend="pyarrow")

        assert [ENGLAND.count(dt.date(2006, 9, 1), day) for day in table["date"].to_pylist()] == (
            table["rank"].to_pylist()
        )


class TestPandas:
    @each_view
    def test_days_of_pyarrow_stay_days_of_pyarrow(self, as_at: dt.date | None) -> None:
        pd = engine("pandas")
        engine("pyarrow")
        frame = pd.DataFrame(PLAIN, columns=["asked", "answered"]).astype("date32[pyarrow]")

        found = with_assessment(frame, **ASKED, as_at=as_at)

        assert "date32[day][pyarrow]" == str(found["due"].dtype)
        assert all_expected("17(3)", PLAIN, as_at=as_at, calendar=ENGLAND) == plain(found)


def plain(found: Any) -> list[Answer]:
    """The verdicts of a pandas frame, with None for what is missing."""
    columns: list[list[Any]] = []
    for name in VERDICT:
        column = found[name]
        if str(column.dtype).startswith("datetime"):
            column = column.dt.date
        missing = column.isna()
        columns.append(
            [None if gone else value for value, gone in zip(column, missing, strict=True)]
        )
    return list(zip(*columns, strict=True))


class TestDask:
    @each_view
    def test_it_agrees_and_keeps_the_index(self, as_at: dt.date | None) -> None:
        pd, dd = engine("pandas"), (engine("dask"), importlib.import_module("dask.dataframe"))[1]
        frame = pd.DataFrame(PLAIN, columns=["asked", "answered"]).astype("datetime64[us]")
        frame.index = range(7, 7 + len(PLAIN))

        lazy = with_assessment(dd.from_pandas(frame, npartitions=5), **ASKED, as_at=as_at)
        found = lazy.compute(scheduler="synchronous")

        assert list(range(7, 7 + len(PLAIN))) == found.index.tolist()
        assert all_expected("17(3)", PLAIN, as_at=as_at, calendar=ENGLAND) == plain(found)


class TestDuckDB:
    @each_view
    @each_calendar
    def test_it_agrees(self, as_at: dt.date | None, calendar: WorkingDayCalendar) -> None:
        connection = engine("duckdb").connect()  # one of its own: the table must be found there
        relation = duck_rows(connection, ROWS)

        found = with_assessment(relation, **ASKED, as_at=as_at, calendar=calendar)

        expected = all_expected("17(3)", ROWS, as_at=as_at, calendar=calendar)
        assert expected == answers(found.select("number", *VERDICT).fetchall())
        assert ["number", "asked", "answered"] == found.columns[:3]

    def test_nothing_is_left_in_the_database(self) -> None:
        connection = engine("duckdb").connect()
        relation = duck_rows(connection, ROWS)
        with_assessment(relation, **ASKED).fetchall()

        made = connection.execute("SELECT table_name FROM information_schema.tables").fetchall()

        assert [("written",)] == made

    def test_a_column_of_moments_is_refused(self) -> None:
        from complaint_timescales import InvalidDate

        relation = engine("duckdb").sql(
            "SELECT TIMESTAMP '2024-08-29' AS asked, NULL::DATE AS answered"
        )

        with pytest.raises(InvalidDate, match=r"^asked: a column of dates is needed, not Datetime"):
            with_assessment(relation, **ASKED)

    def test_the_documented_query_agrees(self) -> None:
        connection = engine("duckdb").connect()
        duck_rows(connection, ROWS)
        connection.execute(calendar_sql())
        connection.execute(
            "CREATE VIEW representations AS SELECT number AS case_ref, asked, answered FROM written"
        )

        assert documented() == sorted(connection.execute(documented_query()).fetchall())


def duck_rows(connection: Any, rows: list[Any]) -> Any:
    """The rows in a table, with their numbers."""
    connection.execute("CREATE TABLE written (number INTEGER, asked DATE, answered DATE)")
    values = ", ".join(f"({n}, {sql(start)}, {sql(end)})" for n, (start, end) in enumerate(rows))
    connection.execute(f"INSERT INTO written VALUES {values}")  # noqa: S608 - values of our own
    return connection.table("written")


def sql(day: dt.date | None) -> str:
    """A day as SQL has it."""
    return "NULL" if day is None else f"DATE '{day.isoformat()}'"


def calendar_sql() -> str:
    """What the command line prints for a database, up to the last day of the calendar."""
    command = [sys.executable, "-m", "complaint_timescales", "calendar", "--format", "sql"]
    finished = subprocess.run(
        [*command, "--to", "2100-12-31"], capture_output=True, text=True, check=True
    )
    return finished.stdout


def documented_query() -> str:
    """The query on the page about large tables."""
    page = (ROOT / "docs" / "large-tables.md").read_text(encoding="utf-8")
    (query,) = re.findall(r"```sql\n(SELECT.*?)```", page, re.DOTALL)
    return str(query)


def documented() -> list[Any]:
    """What the query is to give for ROWS: 17(3), and null where there is no verdict."""
    expected = all_expected("17(3)", ROWS, calendar=ENGLAND)
    return [(n, days, due, outcome) for n, (days, due, outcome, _) in enumerate(expected)]


class TestPostgreSQL:
    def test_the_documented_query_agrees(self) -> None:
        if not POSTGRES:
            pytest.skip("no PostgreSQL server: tests/engines/run starts one")
        values = ",\n".join(f"({n}, {sql(a)}, {sql(b)})" for n, (a, b) in enumerate(ROWS))
        script = (
            "BEGIN;\n"
            f"{calendar_sql()}"
            "CREATE TABLE representations (case_ref INTEGER, asked DATE, answered DATE);\n"
            f"INSERT INTO representations VALUES\n{values};\n"
            f"COPY ({documented_query().rstrip().rstrip(';')}) TO STDOUT WITH (FORMAT csv);\n"
            "ROLLBACK;\n"
        )

        psql = [str(shutil.which("psql")), "-XqAt", "-v", "ON_ERROR_STOP=1", "-h", POSTGRES]
        finished = subprocess.run(
            [*psql, "-U", "postgres", "-d", "postgres"],
            input=script,
            capture_output=True,
            text=True,
            check=True,
        )

        found = [line.split(",") for line in finished.stdout.splitlines()]
        expected = [["" if value is None else str(value) for value in row] for row in documented()]
        assert expected == sorted(found, key=lambda row: int(row[0]))


@pytest.fixture(scope="module")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A local Spark, quiet and without a web page."""
    sql_module = (engine("pyspark"), importlib.import_module("pyspark.sql"))[1]
    if shutil.which("java") is None:
        pytest.skip("Spark needs Java, and there is none")
    os.environ["PYSPARK_PYTHON"] = sys.executable
    folder = tmp_path_factory.mktemp("spark")
    session = (
        sql_module.SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.sql.warehouse.dir", str(folder))
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .getOrCreate()
    )
    yield session
    session.stop()


@pytest.mark.filterwarnings("default")  # theirs
class TestPySpark:
    @each_view
    def test_it_agrees(self, spark: Any, as_at: dt.date | None) -> None:
        rows = [(n, start, end) for n, (start, end) in enumerate(ROWS)]
        frame = spark.createDataFrame(rows, "number int, asked date, answered date")

        found = with_assessment(frame, **ASKED, as_at=as_at)

        verdicts = [tuple(row) for row in found.select("number", *VERDICT).collect()]
        assert all_expected("17(3)", ROWS, as_at=as_at, calendar=ENGLAND) == answers(verdicts)
        assert ["number", "asked", "answered"] == found.columns[:3]

    @each_view
    def test_the_table_is_broadcast_and_no_row_is_shuffled(
        self, spark: Any, as_at: dt.date | None, capfd: pytest.CaptureFixture[str]
    ) -> None:
        days = "date_add(DATE '2020-01-01', CAST(id % 2000 AS INT))"
        frame = spark.range(1_000_000).selectExpr(
            f"{days} AS asked", f"date_add({days}, 40) AS answered"
        )

        found = with_assessment(frame, **ASKED, as_at=as_at)
        plan = found._jdf.queryExecution().executedPlan().toString()

        assert 2 == plan.count("BroadcastHashJoin")
        exchanges = re.findall(r"\w*Exchange\w*", plan)
        assert exchanges
        assert set(exchanges) <= {"BroadcastExchange", "ReusedExchange"}
        assert "SortMergeJoin" not in plan
        assert "Python" not in plan
