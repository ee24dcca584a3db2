# SPDX-License-Identifier: MIT
"""The main job on a published table: stage 2 at Sandwell Children's Trust in 2022/23."""

from __future__ import annotations

from importlib.resources import files
from typing import Final

from complaint_timescales.check import CheckResult, check_table

TABLE: Final = "sandwell_2022_23_stage_2.csv"
SOURCE: Final = (
    "Sandwell Children's Trust, Complaints and Compliments annual report 2022-23, Table 13"
)
STATEMENT: Final = "five of seven outside timescales; average 76 days"
"""What the report says about the table in words."""


def sandwell() -> CheckResult:
    """The bundled table, checked.

    >>> [row.readings[1].working_days for row in sandwell().rows]
    [102, 67, None, 71, 94, 110, 110]
    """
    table = files("complaint_timescales").joinpath("data", TABLE)
    return check_table(table.read_bytes(), name=TABLE)
