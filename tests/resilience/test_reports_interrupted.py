# SPDX-License-Identifier: MIT
"""A report that is stopped or has no room leaves each file as it was, or whole, and nothing else.

Each is a process of its own, because signals, limits and the last flush belong to processes.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.resilience.test_interruptions import ENVIRONMENT, FULL, POSIX, WITH_FULL, command

for needed in ("altair", "gptables", "vl_convert"):
    pytest.importorskip(needed, reason="a report as a page or a workbook needs the extra `report`")

TABLE = Path(__file__).parents[2] / "examples" / "invented_year_2024_25.csv"
FORMS = ("html", "xlsx", "csv", "findings", "verdicts")
OLD = b"what was there"
QUIET = {**ENVIRONMENT, "PYTHONDONTWRITEBYTECODE": "1"}
WITH_BASH = pytest.mark.skipif(not Path("/bin/bash").exists(), reason="limits are set with bash")
SIGNALS = pytest.mark.parametrize(
    ("number", "status", "said"),
    [(signal.SIGINT, 130, b"Stopped.\n"), (signal.SIGTERM, 143, b"")],
    ids=["SIGINT", "SIGTERM"],
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with an earlier file of each form."""
    there = tmp_path / "reports"
    there.mkdir()
    for form in FORMS:
        there.joinpath(form).write_bytes(OLD)
    return there


def all_forms(folder: Path) -> list[str]:
    """The options that write every form."""
    return [word for form in FORMS for word in (f"--{form}", str(folder / form))]


@contextlib.contextmanager
def running(*arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    """A report with its streams in our hands; it ends with the block, whatever comes of that."""
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command("report", *arguments), stdin=pipe, stdout=pipe, stderr=pipe, env=QUIET
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def wait_for(reached: Callable[[], bool]) -> None:
    """Until something has happened, or for a minute."""
    for _ in range(6000):
        if reached():
            return
        time.sleep(0.01)
    pytest.fail("it did not come to that")


def names(folder: Path) -> list[str]:
    """What is in a folder, hidden files too."""
    return sorted(path.name for path in folder.iterdir())


def limited(script: str, *arguments: str, **more: str) -> subprocess.CompletedProcess[bytes]:
    """A report under limits that bash sets; where a file becomes too long, writing fails."""
    return subprocess.run(
        ["/bin/bash", "-c", f'trap "" XFSZ; {script}', sys.executable, *arguments],
        capture_output=True,
        env={**QUIET, **more},
        check=False,
    )


@POSIX
class TestSignals:
    """Ctrl+C, and what a service manager sends."""

    @SIGNALS
    def test_while_it_reads_every_file_stays_as_it_was(
        self, folder: Path, number: int, status: int, said: bytes
    ) -> None:
        """The verdicts have their temporary file by then, which goes away."""
        with running("-", *all_forms(folder)) as process:
            wait_for(lambda: len(names(folder)) > len(FORMS))
            process.send_signal(number)
            process.wait(timeout=60)
            assert process.stderr is not None  # asked for
            told = process.stderr.read()

        assert (status, said) == (process.returncode, told)
        assert sorted(FORMS) == names(folder)
        assert {OLD} == {folder.joinpath(form).read_bytes() for form in FORMS}

    @SIGNALS
    def test_while_it_writes_a_file_is_whole_or_as_it_was(
        self, folder: Path, number: int, status: int, said: bytes
    ) -> None:
        """It waits for a reader of its CSV; the page and the workbook stand by then."""
        folder.joinpath("csv").unlink()
        os.mkfifo(folder / "csv")
        with running(str(TABLE), *all_forms(folder)) as process:
            wait_for(lambda: folder.joinpath("xlsx").read_bytes() != OLD)
            process.send_signal(number)
            process.wait(timeout=60)
            assert process.stderr is not None  # asked for
            told = process.stderr.read()

        assert (status, said) == (process.returncode, told)
        assert sorted(FORMS) == names(folder)
        assert folder.joinpath("html").read_bytes().rstrip().endswith(b"</html>")
        assert {OLD} == {folder.joinpath(form).read_bytes() for form in ("findings", "verdicts")}


@WITH_BASH
class TestDiskThatFills:
    """There is room for the first part of a file, and not for the rest."""

    @pytest.mark.parametrize("form", FORMS)
    def test_the_earlier_file_stays_and_nothing_is_left_beside_it(
        self, folder: Path, form: str
    ) -> None:
        """No file may be longer than a kilobyte, and each form of the report is."""
        ended = limited(
            'ulimit -f 1; exec "$0" -m complaint_timescales report "$@"',
            *(str(TABLE), f"--{form}", str(folder / form)),
        )

        assert (2, sorted(FORMS)) == (ended.returncode, names(folder))
        assert folder.joinpath(form).read_bytes() == OLD
        assert ended.stderr.startswith(b"Error: ")
        assert (1, 0) == (ended.stderr.count(b"\n"), ended.stderr.count(b"Traceback"))
        assert b"File too large" in ended.stderr

    @WITH_FULL
    @pytest.mark.parametrize("form", FORMS)
    def test_a_full_device_is_said_in_a_line(self, form: str) -> None:
        """And the device is left where it is."""
        ended = subprocess.run(
            command("report", str(TABLE), f"--{form}", str(FULL)),
            capture_output=True,
            env=QUIET,
            check=False,
        )

        said = (
            "Error: the output: it could not be written: No space left on device; as written: "
            "'/dev/full'. Nothing was changed; see to it and try again\n"
        )
        assert (2, said) == (ended.returncode, ended.stderr.decode())

    def test_findings_without_room_are_said_in_a_line(self, tmp_path: Path) -> None:
        """More than a megabyte of them goes into a temporary file, which has no room here."""
        table = tmp_path / "cases.csv"
        table.write_text("Case ID,Date received\n" + "A,31/02/2024\n" * 12_000)
        ended = limited(
            'ulimit -f 64; exec "$0" -m complaint_timescales report "$@"',
            *(str(table), "--json"),
            TMPDIR=str(tmp_path),
        )

        said = (
            "Error: the temporary folder: there is no room for the findings: File too large; as "
            f"written: '{tmp_path}'. Make room there, or name another folder in TMPDIR\n"
        )
        assert (2, said) == (ended.returncode, ended.stderr.decode())
        assert names(tmp_path) == ["cases.csv"]

    def test_input_without_room_is_said_in_a_line(self, tmp_path: Path) -> None:
        """More than sixteen megabytes from a pipe go into a temporary file."""
        ended = limited(
            'ulimit -f 64; "$0" -c "$1" | "$0" -m complaint_timescales report - --json',
            "print('Case ID,Date received\\n' + 'A,01/02/2024\\n' * 1_400_000)",
            TMPDIR=str(tmp_path),
        )

        assert ended.returncode == 2
        assert b"Error: the temporary folder: there is no room for what was read" in ended.stderr
        assert b"complaint_timescales/" not in ended.stderr  # as a traceback would name
        assert names(tmp_path) == []


@POSIX
class TestClosedPipe:
    """Whoever reads the document has enough."""

    def test_it_ends_in_silence_and_the_files_are_whole(self, folder: Path) -> None:
        """They are written before the document."""
        reading, writing = os.pipe()
        os.close(reading)
        ended = subprocess.run(
            command("report", str(TABLE), "--json", "--csv", str(folder / "csv")),
            stdout=writing,
            stderr=subprocess.PIPE,
            env=QUIET,
            check=False,
        )
        os.close(writing)

        assert (141, b"") == (ended.returncode, ended.stderr)
        assert sorted(FORMS) == names(folder)
        assert folder.joinpath("csv").read_bytes().endswith(b"\n")
