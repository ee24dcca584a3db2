# SPDX-License-Identifier: MIT
"""What Hypothesis is told when it is imported: a strategy for each of our types."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import Any, Final

from hypothesis import strategies as st

from complaint_timescales import events as e
from complaint_timescales._citations import Citation
from complaint_timescales._readings import Readings
from complaint_timescales.bounds import Between
from complaint_timescales.case import Case
from complaint_timescales.testing._printing import register_printers
from complaint_timescales.working_days import WorkingDayCalendar


def _kit() -> Any:
    return importlib.import_module("complaint_timescales.testing")


def _events_of(kind: type[e.Event]) -> st.SearchStrategy[e.Event]:
    found: st.SearchStrategy[e.Event] = _kit().events(*([] if kind is e.Event else [kind]))
    return found


def _made_by(name: str) -> Callable[[type[Any]], st.SearchStrategy[Any]]:
    """The strategy of that name, made when it is first asked for: some need a calendar."""
    return lambda _: getattr(_kit(), name)()


STRATEGIES: Final[dict[type[Any], str]] = {
    Between: "between",
    Case: "cases",
    Citation: "citations",
    Readings: "readings",
    WorkingDayCalendar: "calendars",
}
"""The strategy of each type but the events, which are all drawn from ``events()``."""


def register() -> None:
    """Register the strategies; a calendar is built when one of them is first drawn from."""
    register_printers()
    for kind, name in STRATEGIES.items():
        st.register_type_strategy(kind, _made_by(name))
    kinds: list[type[Any]] = [e.Event, *e.BY_NAME.values()]
    for event in kinds:
        st.register_type_strategy(event, _events_of)
