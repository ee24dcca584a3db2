# SPDX-License-Identifier: MIT
"""The command line's way in, also as ``python -m complaint_timescales``."""

from __future__ import annotations

import sys

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
    from complaint_timescales.cli import cli

    cli(prog_name="complaint-timescales")


if __name__ == "__main__":
    main()
