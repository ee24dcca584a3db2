# SPDX-License-Identifier: MIT
"""Tables from files, read strictly: what each cell says, and a finding where it says nothing.

Nothing is guessed at cell by cell. The format of a column of dates is decided once, for the whole
column, out of a closed list in which the day always comes before the month. A row that cannot be
read is set aside with its reason, and never dropped.
"""

from complaint_timescales.tables._columns import Column, located
from complaint_timescales.tables._reading import (
    Source,
    decoded,
    parse_table,
    read_bytes,
    read_table,
)
from complaint_timescales.tables._shapes import Finding, Rejected, Row, Table, plain_name
from complaint_timescales.tables._values import (
    DATE_FORMATS,
    NULL_WORDS,
    DateFormat,
    Values,
    cells_of,
    dates_in,
    is_missing,
    whole_numbers_in,
)

__all__ = [
    "DATE_FORMATS",
    "NULL_WORDS",
    "Column",
    "DateFormat",
    "Finding",
    "Rejected",
    "Row",
    "Source",
    "Table",
    "Values",
    "cells_of",
    "dates_in",
    "decoded",
    "is_missing",
    "located",
    "parse_table",
    "plain_name",
    "read_bytes",
    "read_table",
    "whole_numbers_in",
]
