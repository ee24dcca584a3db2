# SPDX-License-Identifier: MIT
"""The bytes of a table: a file, a text or a stream, each of them read as often as it takes."""

from __future__ import annotations

import hashlib
import io
import os
import re
import stat
import tempfile
import weakref
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO, Final

from complaint_timescales._errors import InvalidTable
from complaint_timescales._files import let_go, room_for

Source = str | bytes | os.PathLike[str]
"""A path; or the text of a table, which is told from a path by its line breaks; or its bytes."""

_CHUNK: Final = 1 << 16
_IN_MEMORY: Final = 1 << 24  # bytes of a stream that are kept in memory before a file is made
LONGEST_LINE: Final = 1 << 24  # bytes; no spreadsheet writes a row of more


def read_bytes(path: str | os.PathLike[str]) -> bytes:
    """What a file holds."""
    with _opened(path) as file:
        return _read(file, str(path))


def _opened(path: str | os.PathLike[str]) -> BinaryIO:
    try:
        return Path(path).open("rb")
    except (OSError, ValueError) as error:
        raise _unreadable(error, str(path)) from None


def _read(file: BinaryIO, name: str, most: int = -1) -> bytes:
    try:
        return file.read(most)
    except OSError as error:
        raise _unreadable(error, name) from None


def _unreadable(error: OSError | ValueError, name: str) -> InvalidTable:
    reason = getattr(error, "strerror", None) or str(error)
    return InvalidTable(f"the file cannot be read: {reason}", where=name, remedy="Check the path")


class Input:
    """What a table is read from; a stream is put in a temporary file, once.

    Attributes:
        name: what messages call it.
    """

    def __init__(self, source: Source | BinaryIO, name: str) -> None:
        """Take a source, and refuse one that cannot be read."""
        self.name = name
        self._open: Callable[[], BinaryIO]
        if isinstance(source, str) and re.search(r"[\r\n]", source):
            content = _encoded(source, name)
            self._open = lambda: io.BytesIO(content)
        elif isinstance(source, bytes):
            self._open = lambda: io.BytesIO(source)
        elif isinstance(source, str | os.PathLike):
            self.name = Path(source).name
            with _opened(source) as file:
                if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                    self._spool(file)
                else:
                    self._open = lambda: _opened(source)
        else:
            self._spool(source)

    def _spool(self, stream: BinaryIO) -> None:
        kept = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - closed with the input
        weakref.finalize(self, let_go, kept)
        while part := _read(stream, self.name, _CHUNK):
            with room_for("what was read"):
                kept.write(part)
        with room_for("what was read"):
            kept.flush()
        self._open = lambda: io.BufferedReader(_Window(kept), _CHUNK)

    def open(self) -> BinaryIO:
        """The bytes, from the first."""
        return self._open()

    def head(self) -> bytes:
        """The first bytes, by which kinds of file are told apart."""
        with self.open() as file:
            return file.read(512)

    def digest(self) -> str:
        """The SHA-256 of the bytes, in hexadecimal digits."""
        found = hashlib.sha256()
        with self.open() as file:
            while part := file.read(_CHUNK):
                found.update(part)
        return found.hexdigest()


def _encoded(text: str, name: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        line = text.count("\n", 0, error.start) + 1
        raise InvalidTable(
            f"line {line} holds half of a character: {text[error.start]!r}",
            where=name,
            remedy="Read the text anew, as the encoding it was written in",
        ) from None


class _Window(io.RawIOBase):
    """A place in a file that others read as well, each at a place of its own."""

    def __init__(self, file: tempfile.SpooledTemporaryFile[bytes]) -> None:
        self._file = file
        self._place = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        self._file.seek(self._place)
        self._place = self._file.seek(offset, whence)
        return self._place

    def readinto(self, buffer: Any) -> int:
        self._file.seek(self._place)
        part = self._file.read(len(memoryview(buffer)))
        memoryview(buffer)[: len(part)] = part
        self._place += len(part)
        return len(part)


class Watched(io.RawIOBase):
    """Bytes on their way into a text: hashed, and stopped where they cannot be one.

    Attributes:
        hash: the SHA-256 of what went by.
    """

    def __init__(self, file: BinaryIO, name: str, *, wide: bool) -> None:
        """Watch a file; ``wide`` where each character has two bytes, of which one may be NUL."""
        self.hash = hashlib.sha256()
        self._file, self._name, self._wide = file, name, wide
        self._lines = 1
        self._since = 0  # bytes since the last end of a line

    def readable(self) -> bool:
        """It is."""
        return True

    def close(self) -> None:
        """Close the file as well."""
        self._file.close()
        super().close()

    def readinto(self, buffer: Any) -> int:
        """The next bytes."""
        part = self._file.read(len(memoryview(buffer)))
        memoryview(buffer)[: len(part)] = part
        self.hash.update(part)
        if not self._wide and b"\0" in part:
            line = self._lines + part.count(b"\n", 0, part.index(b"\0"))
            raise InvalidTable(
                f"line {line} holds a NUL, which no text has",
                where=self._name,
                remedy="It is probably not a CSV file: save it as one",
            )
        self._lines += part.count(b"\n")
        end = max(part.rfind(b"\n"), part.rfind(b"\r"))
        self._since = self._since + len(part) if end < 0 else len(part) - end
        if self._since > LONGEST_LINE:
            raise InvalidTable(
                f"line {self._lines} has more than {LONGEST_LINE:,} bytes",
                where=self._name,
                remedy="It is probably not a CSV file: save it as one",
            )
        return len(part)
