# SPDX-License-Identifier: MIT
"""Files that are written whole or not at all."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from complaint_timescales._files import write_whole


def names(folder: Path) -> list[str]:
    """What is in a folder, hidden files too."""
    return sorted(path.name for path in folder.iterdir())


class TestWhole:
    """The content stands there, and nothing beside it."""

    def test_a_new_file_has_the_content(self, tmp_path: Path) -> None:
        write_whole(tmp_path / "it.svg", b"<svg/>")

        assert (b"<svg/>", ["it.svg"]) == ((tmp_path / "it.svg").read_bytes(), names(tmp_path))

    def test_a_file_is_replaced_where_it_may_be(self, tmp_path: Path) -> None:
        path = tmp_path / "it.svg"
        path.write_bytes(b"what was there")
        path.chmod(0o640)
        write_whole(path, b"<svg/>", over=True)

        assert (b"<svg/>", ["it.svg"]) == (path.read_bytes(), names(tmp_path))
        assert stat.S_IMODE(path.stat().st_mode) == 0o640

    @pytest.mark.skipif(sys.platform == "emscripten", reason="in a browser a mask masks nothing")
    def test_a_new_file_has_the_mode_that_any_has(self, tmp_path: Path) -> None:
        """As if it were opened and written."""
        (tmp_path / "other").write_bytes(b"")
        write_whole(tmp_path / "it.svg", b"<svg/>")

        assert (tmp_path / "other").stat().st_mode == (tmp_path / "it.svg").stat().st_mode

    def test_a_link_is_written_through(self, tmp_path: Path) -> None:
        (tmp_path / "real").write_bytes(b"what was there")
        (tmp_path / "link").symlink_to("real")
        write_whole(tmp_path / "link", b"<svg/>", over=True)

        assert (True, b"<svg/>") == (
            (tmp_path / "link").is_symlink(),
            (tmp_path / "real").read_bytes(),
        )


class TestNotAtAll:
    """What was there is there still."""

    def test_a_file_that_is_there_stays(self, tmp_path: Path) -> None:
        (tmp_path / "it.svg").write_bytes(b"what was there")
        with pytest.raises(FileExistsError):
            write_whole(tmp_path / "it.svg", b"<svg/>")

        assert (b"what was there", ["it.svg"]) == (
            (tmp_path / "it.svg").read_bytes(),
            names(tmp_path),
        )

    def test_one_that_comes_meanwhile_stays(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Another process writes the same file while ours is being written."""

        def comes_meanwhile(_: int) -> None:
            (tmp_path / "it.svg").write_bytes(b"of the other process")

        monkeypatch.setattr(os, "fsync", comes_meanwhile)
        with pytest.raises(FileExistsError):
            write_whole(tmp_path / "it.svg", b"<svg/>")

        assert (b"of the other process", ["it.svg"]) == (
            (tmp_path / "it.svg").read_bytes(),
            names(tmp_path),
        )

    @pytest.mark.parametrize("over", [False, True])
    @pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
    def test_nothing_is_left_of_what_was_not_finished(
        self, error: BaseException, over: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The disk is full, or somebody presses Ctrl+C."""
        if over:
            (tmp_path / "it.svg").write_bytes(b"what was there")

        def fails(_: int) -> None:
            raise error

        monkeypatch.setattr(os, "fsync", fails)
        with pytest.raises(type(error)):
            write_whole(tmp_path / "it.svg", b"<svg/>", over=over)

        assert (["it.svg"] if over else []) == names(tmp_path)
        assert not over or (tmp_path / "it.svg").read_bytes() == b"what was there"

    def test_a_folder_that_is_not_there_is_an_error(self, tmp_path: Path) -> None:
        with pytest.raises(FileNotFoundError):
            write_whole(tmp_path / "none" / "it.svg", b"<svg/>")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full here")
def test_a_device_is_written_to_and_never_replaced() -> None:
    """It refuses, as a full disk does, and is still a device."""
    with pytest.raises(OSError, match="No space left"):
        write_whole("/dev/full", b"<svg/>", over=True)

    assert stat.S_ISCHR(Path("/dev/full").stat().st_mode)


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="no device that takes everything here")
def test_a_device_takes_what_is_written() -> None:
    """And stays a device."""
    write_whole("/dev/null", b"<svg/>", over=True)

    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)
