# SPDX-License-Identifier: MIT
"""``procedure``: the stages, steps and time limits."""

from __future__ import annotations

import click

from complaint_timescales import diagrams
from complaint_timescales.cli._inputs import as_json
from complaint_timescales.variants import PROCEDURES


@click.command("procedure")
@click.option(
    "--format",
    "form",
    type=click.Choice(["mermaid", "json", "markdown"]),
    default="markdown",
    show_default=True,
)
@click.option(
    "--of",
    type=click.Choice(list(PROCEDURES)),
    default="local_authority",
    show_default=True,
    help="Whose procedure it is.",
)
@as_json
def procedure_command(*, form: str, of: str, as_json: bool) -> None:
    """The stages, steps and time limits, with their provisions."""
    makers = {
        "mermaid": diagrams.mermaid,
        "json": diagrams.to_json,
        "markdown": diagrams.markdown,
    }
    click.echo(makers["json" if as_json else form](PROCEDURES[of]), nl=False)
