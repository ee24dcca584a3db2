# SPDX-License-Identifier: MIT
"""Files that are written whole or not at all, whatever happens meanwhile."""

from __future__ import annotations

import contextlib
import os
import signal
import stat
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import IO, Any, BinaryIO, Final, NoReturn

from complaint_timescales._errors import CannotWrite

_TERMINATED: Final = 128 + signal.SIGTERM


@contextlib.contextmanager
def whole(path: str | os.PathLike[str], *, over: bool = False) -> Iterator[BinaryIO]:
    """A file to write to, which takes its place once the block has ended well.

    Until then the content stands beside it under another name; whatever ends the block before
    that, it is taken away again, and what stood in the place stands there still. A file that is
    there keeps its permissions, a link is written through, and a device is written to as it is.

    Args:
        path: where it belongs.
        over: a file that is there already is replaced.

    Raises:
        FileExistsError: one is there already, and may not be replaced.
        OSError: it cannot be written.
    """
    target = Path(path)
    if target.exists() and not over:
        raise FileExistsError(target)
    if target.is_dir():
        raise IsADirectoryError(target)
    if target.exists() and not target.is_file():  # a device or a pipe is nothing to be replaced
        with target.open("wb") as stream:
            yield stream
        return
    target = target.resolve()
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:50]}.", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(_mode(target))
        if not over:
            target.open("xb").close()  # refuses where another has come meanwhile
        Path(name).replace(target)
    finally:
        Path(name).unlink(missing_ok=True)


def _mode(target: Path) -> int:
    try:
        return stat.S_IMODE(target.stat().st_mode)
    except FileNotFoundError:
        mask = os.umask(0)  # it can only be read by being set
        os.umask(mask)
        return 0o666 & ~mask


def write_whole(path: str | os.PathLike[str], content: bytes, *, over: bool = False) -> None:
    """Put a file in its place at once, with all of its content; raises what ``whole`` raises."""
    with whole(path, over=over) as stream:
        stream.write(content)


@contextlib.contextmanager
def room_for(what: str) -> Iterator[None]:
    """A block that writes to a temporary file; where it has no room, that is said in words."""
    try:
        yield
    except OSError as error:
        raise CannotWrite(
            f"there is no room for {what}: {error.strerror or type(error).__name__}",
            where="the temporary folder",
            written=tempfile.gettempdir(),
            remedy="Make room there, or name another folder in TMPDIR",
        ) from error


def let_go(file: IO[Any]) -> None:
    """Close a temporary file; what it still holds back is not wanted, so need not find room."""
    with contextlib.suppress(OSError):
        file.close()


@contextlib.contextmanager
def interruptible() -> Iterator[None]:
    """A block in which the signal to end is an ordinary exit, so that what is open is tidied up.

    >>> with interruptible():
    ...     pass

    The exit status is 143, as for a program that the signal ended. A second signal does not
    disturb the tidying up. The former answer to the signal is put back afterwards. Where the
    signal is ignored, and outside the main thread, where none is answered, the block is as any
    other.
    """
    in_main = threading.current_thread() is threading.main_thread()
    if not in_main or signal.getsignal(signal.SIGTERM) == signal.SIG_IGN:
        yield
        return
    former = signal.signal(signal.SIGTERM, _leave)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, former)


def _leave(number: int, frame: FrameType | None) -> NoReturn:  # noqa: ARG001 - as signals call it
    signal.signal(number, signal.SIG_IGN)
    raise SystemExit(_TERMINATED)
