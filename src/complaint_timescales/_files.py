# SPDX-License-Identifier: MIT
"""Files that are written whole or not at all, whatever happens meanwhile."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO


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
