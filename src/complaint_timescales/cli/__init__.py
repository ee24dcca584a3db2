# SPDX-License-Identifier: MIT
"""The command line: due dates, verdicts, reasons, tables and cases; text for people, or JSON."""

from __future__ import annotations

from importlib import metadata
from typing import Final

import click

from complaint_timescales.cli._inputs import Commands

__all__ = ["cli"]

# Where each command is. It is imported when it is run, or to say what it does in the help of
# all, so that each waits for no library but its own.
COMMANDS: Final = {
    "assess": "_due:assess_command",
    "audit": "_audit:audit_command",
    "calendar": "_calendar:calendar_command",
    "check": "_check:check_command",
    "demo": "_check:demo_command",
    "due": "_due:due_command",
    "explain": "_explain:explain_command",
    "picture": "_picture:picture_command",
    "procedure": "_procedure:procedure_command",
    "reconcile": "_reconcile:reconcile_command",
    "remedy": "_whatif:remedy_command",
    "replay": "_cases:replay_command",
    "report": "_report:report_command",
    "sensitivity": "_sensitivity:sensitivity_command",
    "what-if": "_whatif:what_if_command",
    "why": "_due:why_command",
}


def _say_version(ctx: click.Context, _: click.Parameter, value: object) -> None:
    if value:
        try:
            click.echo(f"complaint-timescales {metadata.version('complaint-timescales')}")
        except metadata.PackageNotFoundError:
            click.echo("complaint-timescales, from a checkout that is not installed")
        ctx.exit()


@click.group(
    cls=Commands,
    places=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80},
)
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_say_version)
def cli() -> None:
    """Time limits of the children's social care complaints procedure in England.

    SI 2006/1738, with England's working days. Dates are written year first, as 2024-08-29.
    A provision is written as the Regulations number it, as 17(3); quote it in a shell.
    Exit status: 0 done; 1 done, and some rows or cases were rejected; 2 not done. A command
    that is stopped ends with 128 and the number of the signal.
    """
