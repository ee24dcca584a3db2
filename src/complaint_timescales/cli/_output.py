# SPDX-License-Identifier: MIT
"""Where the command line puts what is no text for the terminal."""

from __future__ import annotations

import click

from complaint_timescales._files import write_whole


def write_file(content: bytes, output: str | None, *, force: bool) -> None:
    """Write to standard output, or to a file that is not there yet."""
    if output is None:
        click.echo(content, nl=False)
        return
    try:
        write_whole(output, content, over=force)
    except FileExistsError:
        raise click.UsageError(
            f"{output!r} is there already. Give --force to write over it."
        ) from None
    except (OSError, ValueError) as error:  # a zero byte in the name is a ValueError
        raise click.UsageError(f"{output!r} cannot be written: {error}.") from None
