# SPDX-License-Identifier: MIT
"""The command line's way in, also as ``python -m complaint_timescales``."""

from __future__ import annotations

import io
import sys
from typing import cast

HINT = (
    "The command line needs two more libraries. Install them with: "
    "python -m pip install 'complaint-timescales[cli]'"
)


def main() -> None:
    """Run the command line; without its libraries, say in one line how to get them."""
    try:
        import click  # noqa: F401 - only to know that it is there
        import rich  # noqa: F401 - the same
    except ModuleNotFoundError as error:
        if error.name not in {"click", "rich"}:
            raise
        print(HINT, file=sys.stderr)
        sys.exit(2)
    try:
        from complaint_timescales.cli import cli
    except KeyboardInterrupt:  # stopped before there was a command to stop
        sys.exit(130)
    _write_to_the_end()
    cli(prog_name="complaint-timescales")


def _write_to_the_end() -> None:
    """Put a buffer below standard output where there is none.

    Without one, as under ``PYTHONUNBUFFERED``, Python drops in silence what a write leaves over,
    on a disk that has become full or into a pipe that has been closed.
    """
    if isinstance(sys.stdout, io.TextIOWrapper) and isinstance(sys.stdout.buffer, io.RawIOBase):
        encoding, errors = sys.stdout.encoding, sys.stdout.errors
        raw = cast("io.RawIOBase", sys.stdout.detach())
        sys.stdout = io.TextIOWrapper(io.BufferedWriter(raw), encoding=encoding, errors=errors)


if __name__ == "__main__":
    main()
