# SPDX-License-Identifier: MIT
"""How failing examples print: as the Python that makes them, with what differs from defaults.

Otherwise Hypothesis spells out every field of a value, the tables of a calendar among them.
"""

from __future__ import annotations

from typing import Any

import attrs
from hypothesis.vendor.pretty import RepresentationPrinter, for_type_by_name

from complaint_timescales import events as e
from complaint_timescales._kinds import Procedure
from complaint_timescales.case import Case
from complaint_timescales.working_days import WorkingDayCalendar


def shortly(value: Any, printer: RepresentationPrinter, _: object) -> None:
    """Print the fields that differ from their defaults."""
    given = [
        (field.name, getattr(value, field.name))
        for field in attrs.fields(type(value))
        if field.init and getattr(value, field.name) != field.default
    ]
    with printer.group(4, f"{type(value).__name__}(", ")"):
        for place, (name, each) in enumerate(given):
            if place:
                printer.text(",")
                printer.breakable()
            printer.text(f"{name}=")
            printer.pretty(each)


def as_repr(value: object, printer: RepresentationPrinter, _: object) -> None:
    """Print what ``repr`` gives."""
    printer.text(repr(value))


def by_name(value: Procedure, printer: RepresentationPrinter, _: object) -> None:
    """Print the name of a procedure, and none of its rows."""
    printer.text(f"PROCEDURES[{value.name!r}]")


def register_printers() -> None:
    """Tell Hypothesis; to do it twice changes nothing."""
    printers: dict[type, Any] = dict.fromkeys((Case, *e.BY_NAME.values()), shortly)
    for kind, printer in {**printers, WorkingDayCalendar: as_repr, Procedure: by_name}.items():
        for_type_by_name(kind.__module__, kind.__name__, printer)
