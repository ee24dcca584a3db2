# SPDX-License-Identifier: MIT
"""A file is written whole or not at all."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, TextIO

from complaint_timescales._errors import CannotWrite
from complaint_timescales._files import whole


@contextlib.contextmanager
def replacing(path: str | Path) -> Iterator[TextIO]:
    r"""A text file to write to, which takes its place only once the block has ended well.

    >>> import tempfile
    >>> folder = tempfile.TemporaryDirectory()
    >>> path = Path(folder.name, "report.csv")
    >>> with replacing(path) as stream:
    ...     _ = stream.write("row,kind\n")
    >>> path.read_text(encoding="utf-8")
    'row,kind\n'
    >>> folder.cleanup()

    Until then it has another name in the same folder, and it goes away whatever ends the block
    before that. Text is UTF-8, with line ends as written. An older file keeps its permissions,
    and where the path is a link, the file that it leads to is replaced. Raises ``CannotWrite``
    where the folder is missing, read-only or full.
    """
    with replacing_bytes(path) as stream:
        # Nothing is held back between the two, so that letting go of one leaves the other whole.
        text = io.TextIOWrapper(stream, encoding="utf-8", newline="", write_through=True)
        try:
            yield text
        finally:
            with contextlib.suppress(OSError):  # the file itself says so when it is closed
                text.detach()


@contextlib.contextmanager
def replacing_bytes(path: str | Path) -> Iterator[BinaryIO]:
    """A file of bytes to write to, which takes its place as that of ``replacing`` does."""
    with _explained(Path(path)), whole(path, over=True) as stream:
        yield stream


@contextlib.contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        what, remedy = _words(error, path)
        raise CannotWrite(what, where="the output", written=str(path), remedy=remedy) from error


def _words(error: OSError, path: Path) -> tuple[str, str]:
    if isinstance(error, FileNotFoundError) and not path.parent.is_dir():
        return "there is no such folder", "Make the folder first, or name another"
    if isinstance(error, IsADirectoryError):
        return "this is a folder, not a file", "Name a file in it"
    if isinstance(error, PermissionError):
        return "the folder or the file may not be written to", "Name another folder"
    reason = error.strerror or type(error).__name__
    return f"it could not be written: {reason}", "Nothing was changed; see to it and try again"
