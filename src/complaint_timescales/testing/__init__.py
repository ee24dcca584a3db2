# SPDX-License-Identifier: MIT
"""The test kit for your own system: strategies, a machine, invariants and vectors.

>>> from datetime import date
>>> from hypothesis import given
>>> from complaint_timescales import WorkingDayCalendar
>>> @given(dates(last=date(2098, 12, 31)))
... def test_my_count_undoes_my_adding(start):
...     calendar = WorkingDayCalendar.england()
...     assert calendar.count(start, calendar.add(start, 10)) == 10
>>> test_my_count_undoes_my_adding()

All of it but ``vectors()`` needs Hypothesis: ``pip install 'complaint-timescales[testing]'``.
A name is loaded when it is first asked for. Hypothesis knows our types by itself:
``st.from_type(Case)``, and ``@given(...)`` on them, need no import from here.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from complaint_timescales.testing._adapters import (
        Adapter,
        DeadlineAdapter,
        FullAdapter,
        Library,
        LibraryCases,
    )
    from complaint_timescales.testing._catalogue import INVARIANTS, check_all
    from complaint_timescales.testing._days import (
        Changes,
        calendars,
        changes,
        dates,
        dates_outside,
        extra_holidays,
        numbers_of_days,
        weekend_dates,
        working_dates,
    )
    from complaint_timescales.testing._histories import (
        UnlawfulHistory,
        cases,
        cases_on_a_day,
        lawful_histories,
        steps,
        unlawful_histories,
    )
    from complaint_timescales.testing._invariants import (
        Checked,
        Invariant,
        InvariantBroken,
        NotApplicable,
    )
    from complaint_timescales.testing._machine import Disagreement, compare, machine_for
    from complaint_timescales.testing._tables import messy_rows, messy_tables, written_dates
    from complaint_timescales.testing._values import (
        between,
        citations,
        events,
        outcomes,
        provisions,
        readings,
    )
    from complaint_timescales.testing._vectors import vectors, vectors_schema

__all__ = [
    "INVARIANTS",
    "Adapter",
    "Changes",
    "Checked",
    "DeadlineAdapter",
    "Disagreement",
    "FullAdapter",
    "Invariant",
    "InvariantBroken",
    "Library",
    "LibraryCases",
    "NotApplicable",
    "UnlawfulHistory",
    "between",
    "calendars",
    "cases",
    "cases_on_a_day",
    "changes",
    "check_all",
    "citations",
    "compare",
    "dates",
    "dates_outside",
    "events",
    "extra_holidays",
    "lawful_histories",
    "machine_for",
    "messy_rows",
    "messy_tables",
    "numbers_of_days",
    "outcomes",
    "provisions",
    "readings",
    "steps",
    "unlawful_histories",
    "vectors",
    "vectors_schema",
    "weekend_dates",
    "working_dates",
    "written_dates",
]

# The module of each name. What reads no date at random needs no Hypothesis.
_MODULES: Final = {
    "_adapters": ("Adapter", "DeadlineAdapter", "FullAdapter", "Library", "LibraryCases"),
    "_catalogue": ("INVARIANTS", "check_all"),
    "_days": (
        *("Changes", "calendars", "changes", "dates", "dates_outside", "extra_holidays"),
        *("numbers_of_days", "weekend_dates", "working_dates"),
    ),
    "_histories": (
        *("UnlawfulHistory", "cases", "cases_on_a_day", "lawful_histories", "steps"),
        "unlawful_histories",
    ),
    "_invariants": ("Checked", "Invariant", "InvariantBroken", "NotApplicable"),
    "_machine": ("Disagreement", "compare", "machine_for"),
    "_tables": ("messy_rows", "messy_tables", "written_dates"),
    "_values": ("between", "citations", "events", "outcomes", "provisions", "readings"),
    "_vectors": ("vectors", "vectors_schema"),
}
_HOME: Final = {name: module for module, names in _MODULES.items() for name in names}


if not TYPE_CHECKING:  # pragma: no branch - a type checker would take any name for ours

    def __getattr__(name: str) -> object:
        """A name of the kit, loaded from its module when it is first asked for."""
        if name not in _HOME:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        try:
            module = importlib.import_module(f"{__name__}.{_HOME[name]}")
        except ModuleNotFoundError as error:
            if error.name != "hypothesis":  # pragma: no cover - a broken installation
                raise
            hint = (
                f"{__name__}.{name} needs Hypothesis: pip install 'complaint-timescales[testing]'"
            )
            raise ModuleNotFoundError(hint, name="hypothesis") from error
        found = getattr(module, name)
        globals()[name] = found  # asked for once
        return found


def __dir__() -> list[str]:
    """The names that are there to be used."""
    return list(__all__)


def register_with_hypothesis() -> None:
    """Give Hypothesis a strategy for each of our types; its entry point calls this.

    >>> from hypothesis import given, settings
    >>> from complaint_timescales import Case
    >>> register_with_hypothesis()
    >>> @settings(max_examples=10)
    ... @given(...)
    ... def test_a_case_has_a_stage(case: Case): assert case.stage
    >>> test_a_case_has_a_stage()

    It costs nothing until Hypothesis is imported, and builds no calendar before a strategy is
    drawn from.
    """
    importlib.import_module(f"{__name__}._hypothesis").register()
