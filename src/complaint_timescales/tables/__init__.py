# SPDX-License-Identifier: MIT
"""Tables from files, read strictly: what each cell says, and a finding where it says nothing.

Nothing is guessed at cell by cell. The format of a column of dates is decided once, for the whole
column, out of a closed list in which the day always comes before the month. A row that cannot be
read is set aside with its reason, and never dropped.
"""

from complaint_timescales.tables._column_map import ColumnMap
from complaint_timescales.tables._columns import Column, located
from complaint_timescales.tables._csv import DELIMITERS
from complaint_timescales.tables._decoders import NO_WORDS, YES_WORDS
from complaint_timescales.tables._fields import Decoded, Field, FieldKind, Value
from complaint_timescales.tables._formats import (
    DATE_FORMATS,
    NULL_WORDS,
    TOLD_FORMATS,
    DateFormat,
    is_missing,
)
from complaint_timescales.tables._input import Source, read_bytes
from complaint_timescales.tables._reading import decoded, read_table
from complaint_timescales.tables._records import Records, records_of
from complaint_timescales.tables._shapes import Finding, Rejected, Row, Table, plain_name
from complaint_timescales.tables._values import Values, cells_of, dates_in, whole_numbers_in

__all__ = [
    "DATE_FORMATS",
    "DELIMITERS",
    "NO_WORDS",
    "NULL_WORDS",
    "TOLD_FORMATS",
    "YES_WORDS",
    "Column",
    "ColumnMap",
    "DateFormat",
    "Decoded",
    "Field",
    "FieldKind",
    "Finding",
    "Records",
    "Rejected",
    "Row",
    "Source",
    "Table",
    "Value",
    "Values",
    "cells_of",
    "dates_in",
    "decoded",
    "is_missing",
    "located",
    "plain_name",
    "read_bytes",
    "read_table",
    "records_of",
    "whole_numbers_in",
]
