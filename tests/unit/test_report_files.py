# SPDX-License-Identifier: MIT
"""Files that take their place whole or not at all, and cells that are no formulas."""

from __future__ import annotations

import errno
import os
import signal
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from complaint_timescales import ComplaintTimescalesError
from complaint_timescales.reports import (
    CannotWrite,
    as_written,
    interruptible,
    replacing,
    replacing_bytes,
    without_formula,
)


class TestReplacing:
    """A file written beside its place."""

    @pytest.fixture
    def path(self, tmp_path: Path) -> Path:
        return tmp_path / "report.csv"

    def test_a_new_file_is_there_once_the_block_has_ended(self, path: Path) -> None:
        with replacing(path) as stream:
            stream.write("a\r\nb\n\N{POUND SIGN}")
            assert not path.exists()

        assert path.read_bytes() == b"a\r\nb\n\xc2\xa3"
        assert os.listdir(path.parent) == ["report.csv"]  # noqa: PTH208 - hidden files are meant

    def test_bytes_are_written_as_they_are(self, path: Path) -> None:
        with replacing_bytes(str(path)) as stream:
            stream.write(b"\x00\r\n")

        assert path.read_bytes() == b"\x00\r\n"

    @pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt, SystemExit])
    def test_whatever_ends_the_block_before_leaves_the_old_file(
        self, path: Path, error: type[BaseException]
    ) -> None:
        path.write_text("old", encoding="utf-8")

        with pytest.raises(error), replacing(path) as stream:  # noqa: PT012 - the block is the claim
            stream.write("x" * 100_000)
            raise error

        assert path.read_text(encoding="utf-8") == "old"
        assert os.listdir(path.parent) == ["report.csv"]  # noqa: PTH208 - hidden files are meant

    def test_an_old_file_keeps_its_permissions(self, path: Path) -> None:
        path.write_text("old", encoding="utf-8")
        path.chmod(0o640)
        with replacing(path) as stream:
            stream.write("new")

        assert stat.S_IMODE(path.stat().st_mode) == 0o640
        assert path.read_text(encoding="utf-8") == "new"

    def test_a_new_file_has_those_that_any_other_would_have(self, path: Path) -> None:
        former = os.umask(0o027)
        try:
            with replacing(path) as stream:
                stream.write("new")
        finally:
            os.umask(former)

        assert stat.S_IMODE(path.stat().st_mode) == 0o640

    def test_a_link_still_leads_to_the_file(self, path: Path) -> None:
        path.write_text("old", encoding="utf-8")
        link = path.with_name("latest.csv")
        link.symlink_to(path)
        with replacing(link) as stream:
            stream.write("new")

        assert link.is_symlink()
        assert path.read_text(encoding="utf-8") == "new"

    def test_a_folder_that_is_missing_is_said(self, path: Path) -> None:
        there = path.parent / "none" / "report.csv"

        with (
            pytest.raises(CannotWrite, match="there is no such folder") as caught,
            replacing(there),
        ):
            pass

        assert isinstance(caught.value, ComplaintTimescalesError)
        assert caught.value.written == str(there)

    def test_a_folder_in_its_place_is_said(self, path: Path) -> None:
        with (
            pytest.raises(CannotWrite, match="this is a folder, not a file"),
            replacing(path.parent),
        ):
            pass

    @pytest.mark.parametrize(
        ("number", "said"),
        [
            (errno.ENOSPC, "it could not be written: No space left on device"),
            (errno.EROFS, "it could not be written: Read-only file system"),
            (errno.EACCES, "the folder or the file may not be written to"),
            (errno.ENOENT, "it could not be written: No such file or directory"),
        ],
    )
    def test_what_the_system_refuses_is_said_and_nothing_is_left(
        self, path: Path, number: int, said: str
    ) -> None:
        with pytest.raises(CannotWrite, match=said), replacing(path) as stream:  # noqa: PT012 - as above
            stream.write("x")
            raise OSError(number, os.strerror(number))

        assert os.listdir(path.parent) == []  # noqa: PTH208 - hidden files are meant

    def test_an_error_without_a_number_is_said_by_its_name(self, path: Path) -> None:
        with (
            pytest.raises(CannotWrite, match="it could not be written: TimeoutError"),
            replacing(path),
        ):
            raise TimeoutError

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is full")
    def test_a_disk_that_is_full_is_said(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """The temporary file is opened on a device that refuses every byte."""
        full = os.open("/dev/full", os.O_WRONLY)
        made = path.parent / "temporary"
        made.write_text("", encoding="utf-8")
        monkeypatch.setattr("tempfile.mkstemp", lambda **_: (full, str(made)))

        with pytest.raises(CannotWrite, match="No space left on device"), replacing(path) as stream:
            stream.write("x" * 100_000)

        assert os.listdir(path.parent) == []  # noqa: PTH208 - hidden files are meant


WRITER = """
import sys, time
from complaint_timescales.reports import interruptible, replacing
with interruptible(), replacing(sys.argv[1]) as stream:
    stream.write("half")
    stream.flush()
    print("writing", flush=True)
    time.sleep(60)
"""


class TestInterruptible:
    """The signal to end."""

    def test_it_leaves_no_half_written_file(self, tmp_path: Path) -> None:
        """143 is 128 and 15, the number of the signal."""
        with subprocess.Popen(
            [sys.executable, "-c", WRITER, str(tmp_path / "report.csv")], stdout=subprocess.PIPE
        ) as process:
            assert process.stdout is not None
            assert process.stdout.readline().split() == [b"writing"]
            assert len(os.listdir(tmp_path)) == 1  # noqa: PTH208 - hidden files are meant
            process.send_signal(signal.SIGTERM)

        assert process.returncode == 143
        assert os.listdir(tmp_path) == []  # noqa: PTH208 - hidden files are meant

    def test_the_signal_is_an_exit_in_the_block_and_as_before_after_it(self) -> None:
        former = signal.getsignal(signal.SIGTERM)

        with pytest.raises(SystemExit) as caught, interruptible():
            signal.raise_signal(signal.SIGTERM)

        assert caught.value.code == 143
        assert signal.getsignal(signal.SIGTERM) == former

    def test_where_the_signal_is_ignored_it_stays_so(self) -> None:
        """As under a shell that says so for all that it starts."""
        former = signal.signal(signal.SIGTERM, signal.SIG_IGN)
        try:
            with interruptible():
                signal.raise_signal(signal.SIGTERM)
                assert signal.getsignal(signal.SIGTERM) == signal.SIG_IGN
        finally:
            signal.signal(signal.SIGTERM, former)

    def test_a_second_one_does_not_disturb_the_tidying_up(self) -> None:
        """It is ignored until the block has ended."""
        tidied = []

        with pytest.raises(SystemExit), interruptible():  # noqa: PT012 - the block is the claim
            try:
                signal.raise_signal(signal.SIGTERM)
            finally:
                signal.raise_signal(signal.SIGTERM)
                tidied.append("whole")

        assert tidied == ["whole"]

    @pytest.mark.skipif(sys.platform == "emscripten", reason="a browser starts no thread")
    def test_in_another_thread_it_is_a_block_as_any_other(self) -> None:
        reached = []

        def work() -> None:
            with interruptible():
                reached.append(signal.getsignal(signal.SIGTERM))

        thread = threading.Thread(target=work)
        thread.start()
        thread.join()

        assert reached == [signal.getsignal(signal.SIGTERM)]


class TestFormulas:
    """Text of the input in a CSV file."""

    @pytest.mark.parametrize(
        "text",
        [
            "=1+1",
            "+1+1",
            "-1+1",
            "@SUM(A1)",
            "-2+3+cmd|' /C calc'!A0",
            " =1",
            "\N{NO-BREAK SPACE}=1",
            "\N{ZERO WIDTH SPACE}=1",
            "\N{ZERO WIDTH NO-BREAK SPACE}=1",
            "\t=1",
            "\ta",
            "\r=1",
            "\n=1",
            "\x00=1",
            "\N{FULLWIDTH EQUALS SIGN}1",
            "\N{FULLWIDTH PLUS SIGN}1",
            "\N{FULLWIDTH HYPHEN-MINUS}1+1",
            "\N{FULLWIDTH COMMERCIAL AT}x",
            "\N{SMALL EQUALS SIGN}1",
            "\N{MINUS SIGN}1",
            "'=1",
            "-a",
            "--",
            "+44 20 7946 0000",
        ],
    )
    def test_what_could_be_a_formula_has_a_mark(self, text: str) -> None:
        assert without_formula(text) == f"'{text}"
        assert as_written(f"'{text}") == text

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "-",
            "-5",
            "+5",
            "-3.25",
            "12%",
            "2025-03-04",
            "04/03/2025",
            "a=1",
            "'tis",
            "n/a",
            "'",
        ],
    )
    def test_what_is_no_formula_stays(self, text: str) -> None:
        assert without_formula(text) == text
        assert as_written(text) == text
