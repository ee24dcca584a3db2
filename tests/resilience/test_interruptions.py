# SPDX-License-Identifier: MIT
"""A command that is stopped, whose reader leaves or whose disk is full, says so and ends well.

Each is a process of its own, because signals, pipes and the last flush belong to processes.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TABLE = ROOT / "examples" / "sandwell_2022_23_stage_2.csv"
YEAR = ROOT / "examples" / "invented_year_2024_25.csv"
PRINTED = ROOT / "examples" / "sandwell_2022_23_stage_1_printed.csv"
FULL = Path("/dev/full")
POSIX = pytest.mark.skipif(os.name != "posix", reason="signals and devices are those of POSIX")
WITH_FULL = pytest.mark.skipif(not FULL.exists(), reason="no device that is always full here")
ENVIRONMENT = {
    **os.environ,
    "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), os.environ.get("PYTHONPATH", "")]),
    "PYTHONUTF8": "1",
}
CASE = (
    '{"schema": "complaint-timescales/case/1", "reference": "A", '
    '"events": [{"event": "representations_received", "on": "2025-01-06"}]}'
)

# One of each command, so that each way of writing is tried.
COMMANDS = {
    "due": ["due", "17(6)", "2024-08-29"],
    "due --json": ["due", "17(6)", "2024-08-29", "--json"],
    "assess": ["assess", "17(6)", "2022-02-22", "2022-06-14"],
    "why": ["why", "2024-04-01"],
    "check": ["check", str(TABLE)],
    "check --json": ["check", str(TABLE), "--json"],
    "report": ["report", str(YEAR)],
    "report --json": ["report", str(YEAR), "--json"],
    "audit": ["audit", str(PRINTED)],
    "audit --json": ["audit", str(PRINTED), "--json"],
    "demo": ["demo"],
    "procedure": ["procedure"],
    "calendar": ["calendar"],
    "calendar sql": ["calendar", "--format", "sql"],
    "picture": ["picture", "17(6)", "2024-08-29"],
    "explain": ["explain", "17(6)", "2024-08-29"],
    "--help": ["--help"],
    "--version": ["--version"],
    "help of a command": ["due", "--help"],
}


def command(*arguments: str) -> list[str]:
    """The command line in this interpreter."""
    return [sys.executable, "-m", "complaint_timescales", *arguments]


def started(*arguments: str, buffered: bool = True) -> subprocess.Popen[bytes]:
    """A command with its three streams in our hands."""
    pipe = subprocess.PIPE
    # An empty value is none at all.
    environment = {**ENVIRONMENT, "PYTHONUNBUFFERED": "" if buffered else "1"}
    return subprocess.Popen(
        command(*arguments), stdin=pipe, stdout=pipe, stderr=pipe, env=environment
    )


@WITH_FULL
class TestFullDisk:
    """The output cannot be written."""

    @pytest.mark.parametrize("arguments", COMMANDS.values(), ids=list(COMMANDS))
    def test_it_says_so_in_a_line_and_ends_with_2(self, arguments: list[str]) -> None:
        """Neither 0 nor 1, which say that everything was done."""
        with FULL.open("wb") as full:
            ended = subprocess.run(
                command(*arguments),
                stdout=full,
                stderr=subprocess.PIPE,
                env=ENVIRONMENT,
                check=False,
            )

        said = "Error: the output cannot be written: No space left on device.\n"
        assert (2, said) == (ended.returncode, ended.stderr.decode())

    def test_where_errors_cannot_be_written_either_the_status_still_says_it(self) -> None:
        """Both streams are full."""
        with FULL.open("wb") as full:
            ended = subprocess.run(
                command("due", "17(6)", "2024-08-29"),
                stdout=full,
                stderr=full,
                env=ENVIRONMENT,
                check=False,
            )

        assert ended.returncode == 2

    def test_a_picture_that_cannot_be_written_names_the_file(self) -> None:
        """And is no picture."""
        ended = subprocess.run(
            command("picture", "17(6)", "2024-08-29", "--output", str(FULL), "--force"),
            capture_output=True,
            env=ENVIRONMENT,
            check=False,
        )

        assert (2, b"") == (ended.returncode, ended.stdout)
        assert b"'/dev/full' cannot be written" in ended.stderr
        assert b"Traceback" not in ended.stderr


@POSIX
class TestClosedPipe:
    """Whoever reads has enough, as ``head -1`` has."""

    @pytest.mark.parametrize("arguments", COMMANDS.values(), ids=list(COMMANDS))
    def test_it_ends_in_silence(self, arguments: list[str]) -> None:
        """The reader is gone before the first byte is written."""
        reading, writing = os.pipe()
        os.close(reading)
        ended = subprocess.run(
            command(*arguments),
            stdout=writing,
            stderr=subprocess.PIPE,
            env=ENVIRONMENT,
            check=False,
        )
        os.close(writing)

        # Where there is no command yet, the library of the command line ends it, with 1.
        none_yet = arguments[0].startswith("--")
        assert (1 if none_yet else 141, b"") == (ended.returncode, ended.stderr)

    @pytest.mark.parametrize("buffered", [True, False], ids=["buffered", "unbuffered"])
    def test_the_first_lines_arrive(self, buffered: bool) -> None:
        """More than a pipe holds, of which one line is read; what is left over is not forgotten."""
        with started("calendar", "--to", "2100-12-31", buffered=buffered) as process:
            assert process.stdout is not None  # asked for
            first = process.stdout.readline()
            process.stdout.close()
            assert process.stderr is not None  # asked for
            said = process.stderr.read()
            status = process.wait()

        assert (b"date,working_day,rank,name,authority", 141) == (first.strip(), status)
        assert b"Note: days after Sunday 31 December 2028 are provisional.\n" == said


@POSIX
class TestSignals:
    """Ctrl+C, and what a service manager sends."""

    @pytest.mark.parametrize("name", ["check", "replay"])
    def test_ctrl_c_ends_it_with_130_and_a_word(self, name: str) -> None:
        """While it waits for its input; nothing was written by then."""
        with started(name, "-") as process:
            wait_until_it_reads(process)
            process.send_signal(signal.SIGINT)
            out, said = process.communicate()

        assert (130, b"", b"Stopped.\n") == (process.returncode, out, said)

    @pytest.mark.parametrize("name", ["check", "replay"])
    def test_a_request_to_end_is_obeyed(self, name: str) -> None:
        """With 128 and the number of the signal, once what is open has been tidied up."""
        with started(name, "-") as process:
            wait_until_it_reads(process)
            process.send_signal(signal.SIGTERM)
            out, said = process.communicate()

        assert (143, b"", b"") == (process.returncode, out, said)


def wait_until_it_reads(process: subprocess.Popen[bytes]) -> None:
    """Give it more than a pipe holds: once that is written, it has begun to read."""
    assert process.stdin is not None  # asked for
    process.stdin.write(b"start,end\n" * 20_000)
    process.stdin.flush()


@pytest.mark.skipif(not Path("/bin/bash").exists(), reason="limits are set with bash")
class TestDiskThatFills:
    """There is room for the first part of the output, and not for the rest."""

    @pytest.mark.parametrize("buffered", [True, False], ids=["buffered", "unbuffered"])
    def test_a_part_is_never_taken_for_the_whole(self, buffered: bool, tmp_path: Path) -> None:
        """No file may be longer than 64 KiB here, and the table is longer than a megabyte."""
        script = 'trap "" XFSZ; ulimit -f 64; exec "$0" -m complaint_timescales calendar --to 2100-12-31 > "$1"'
        ended = subprocess.run(
            ["/bin/bash", "-c", script, sys.executable, str(tmp_path / "calendar.csv")],
            stderr=subprocess.PIPE,
            env={**ENVIRONMENT, "PYTHONUNBUFFERED": "" if buffered else "1"},
            check=False,
        )

        assert ended.returncode == 2
        assert ended.stderr.endswith(b"Error: the output cannot be written: File too large.\n")

    def test_a_picture_is_there_whole_or_not_at_all(self, tmp_path: Path) -> None:
        """A picture of several blocks, where one block is allowed; what was there stays."""
        path = tmp_path / "it.svg"
        path.write_bytes(b"what was there")
        script = (
            'trap "" XFSZ; ulimit -f 1; '
            'exec "$0" -m complaint_timescales picture "17(6)" 2024-08-29 --force --output "$1"'
        )
        ended = subprocess.run(
            ["/bin/bash", "-c", script, sys.executable, str(path)],
            stderr=subprocess.PIPE,
            env={**ENVIRONMENT, "PYTHONDONTWRITEBYTECODE": "1"},
            check=False,
        )

        assert (2, b"what was there", [path]) == (
            ended.returncode,
            path.read_bytes(),
            list(tmp_path.iterdir()),
        )
        assert b"Traceback" not in ended.stderr


@POSIX
def test_without_a_standard_input_it_says_so() -> None:
    """As under a service manager that closes it."""
    ended = subprocess.run(
        ["/bin/sh", "-c", '"$0" -m complaint_timescales check - <&-', sys.executable],
        capture_output=True,
        env=ENVIRONMENT,
        check=False,
    )

    said = b"Error: standard input: it cannot be read: it is closed. Give a file, or pipe one in\n"
    assert (2, b"", said) == (ended.returncode, ended.stdout, ended.stderr)


def test_what_is_written_whole_ends_with_0() -> None:
    """The other tests are about these same commands."""
    found = {
        name: subprocess.run(
            command(*arguments), capture_output=True, env=ENVIRONMENT, check=False
        ).returncode
        for name, arguments in COMMANDS.items()
        if name not in {"check", "check --json", "report", "report --json", "demo"}
    }

    assert {0} == set(found.values())
