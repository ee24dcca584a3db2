# SPDX-License-Identifier: MIT
"""How a command ends that cannot do what it was asked, seen from inside this process.

`tests/resilience/test_interruptions.py` sees the same from outside, with real pipes and signals.
"""

from __future__ import annotations

import io
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner

from complaint_timescales import __main__ as entry
from complaint_timescales._files import whole
from complaint_timescales.cli import _inputs as inputs
from complaint_timescales.cli import _output as output
from complaint_timescales.cli import cli
from complaint_timescales.cli._procedure import procedure_command

FULL = OSError(28, "No space left on device")


def raising(error: BaseException) -> Callable[..., Any]:
    """A function that does nothing else."""

    def fails(*_: object, **__: object) -> None:
        raise error

    return fails


def status(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> object:
    """The status with which a command ends that meets an error as it writes."""
    monkeypatch.setattr(procedure_command, "callback", raising(error))
    with pytest.raises(SystemExit) as ended:
        cli(["procedure"])
    return ended.value.code


class TestStatus:
    """Neither 0 nor 1, which say that everything was done."""

    @pytest.mark.parametrize(
        ("error", "expected", "said"),
        [
            (FULL, 2, "Error: the output cannot be written: No space left on device.\n"),
            (OSError("odd"), 2, "Error: the output cannot be written: odd.\n"),
            (BrokenPipeError(32, "Broken pipe"), 141, ""),
            (KeyboardInterrupt(), 130, "Stopped.\n"),
        ],
        ids=["full", "without a number", "closed", "stopped"],
    )
    def test_it_says_why(
        self,
        error: BaseException,
        expected: int,
        said: str,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        assert (expected, said) == (status(monkeypatch, error), capsys.readouterr().err)

    def test_where_nothing_can_be_said_the_status_says_it(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        """Both streams are full; what is left in the one for errors goes nowhere."""
        with (tmp_path / "errors").open("w") as errors:
            monkeypatch.setattr(sys, "stderr", errors)
            monkeypatch.setattr(click, "echo", raising(FULL))

            assert status(monkeypatch, FULL) == 2
            errors.write("left over")
        assert "" == (tmp_path / "errors").read_text()

    def test_stopped_before_there_is_a_command_it_ends_with_130(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """While the libraries are read in."""
        monkeypatch.setitem(sys.modules, "complaint_timescales.cli", None)
        monkeypatch.setattr("builtins.__import__", _stopping(__import__))
        with pytest.raises(SystemExit) as ended:
            entry.main()

        assert ended.value.code == 130


class TestToldToEnd:
    """The signal comes while a file is being written, by any command."""

    @pytest.mark.parametrize(
        "arguments",
        [
            ["picture", "17(6)", "2024-08-29", "--force", "--output"],
            ["calendar", "--format", "parquet", "--force", "--output"],
        ],
        ids=["picture", "calendar"],
    )
    def test_the_earlier_file_stays_and_nothing_is_left_beside_it(
        self, arguments: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        """143 is 128 and 15, the number of the signal."""
        if arguments[0] == "calendar":
            pytest.importorskip("polars", reason="what writes Parquet is not installed")
        path = tmp_path / "it"
        path.write_bytes(b"what was there")

        def written(path: str, content: bytes, *, over: bool) -> None:
            with whole(path, over=over) as stream:
                stream.write(content[:10])
                stream.flush()
                signal.raise_signal(signal.SIGTERM)

        monkeypatch.setattr(output, "write_whole", written)
        ended = CliRunner().invoke(cli, [*arguments, str(path)])

        assert (143, ["it"]) == (ended.exit_code, [each.name for each in tmp_path.iterdir()])
        assert path.read_bytes() == b"what was there"


def _stopping(real: Callable[..., Any]) -> Callable[..., Any]:
    def load(name: str, *rest: Any, **named: Any) -> Any:
        if name == "complaint_timescales.cli":
            raise KeyboardInterrupt
        return real(name, *rest, **named)

    return load


class TestInput:
    """Standard input, where there is none."""

    @pytest.mark.parametrize(
        ("stream", "reason"),
        [(None, "it is closed"), (raising(OSError(21, "Is a directory")), "Is a directory")],
        ids=["closed", "a folder"],
    )
    def test_it_is_refused_with_its_reason(
        self, stream: Callable[[], bytes] | None, reason: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sys, "stdin", None if stream is None else _Unreadable(stream))
        with pytest.raises(ValueError, match=f"standard input: it cannot be read: {reason}"):
            inputs.bytes_of("-")


class _Unreadable:
    """A stream whose bytes cannot be read."""

    def __init__(self, read: Callable[[], bytes]) -> None:
        self.buffer = self
        self.read = read


class TestUnbuffered:
    """Without a buffer, Python drops in silence what a write leaves over."""

    @pytest.mark.parametrize("raw", [True, False], ids=["unbuffered", "buffered"])
    def test_a_buffer_is_put_below_where_there_is_none(
        self, raw: bool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        with (tmp_path / "out").open("wb", buffering=0 if raw else -1) as file:
            stream = io.TextIOWrapper(file, encoding="utf-8", write_through=raw)
            monkeypatch.setattr(sys, "stdout", stream)
            entry._write_to_the_end()
            found = sys.stdout
            found.write("caf\u00e9")
            found.flush()

            assert isinstance(found, io.TextIOWrapper)
            assert isinstance(found.buffer, io.BufferedWriter)
            assert (found is stream, found.encoding) == (not raw, "utf-8")
        assert "caf\u00e9" == (tmp_path / "out").read_text(encoding="utf-8")
