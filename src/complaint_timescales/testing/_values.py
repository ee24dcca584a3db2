# SPDX-License-Identifier: MIT
"""Provisions, citations, readings, bounds, and single events of every kind."""

from __future__ import annotations

import functools
from datetime import date, timedelta
from typing import Any, Final

import attrs
from hypothesis import strategies as st

from complaint_timescales import events as e
from complaint_timescales._citations import Citation
from complaint_timescales._provisions import PROVISIONS
from complaint_timescales._readings import Readings
from complaint_timescales._vocabulary import Ground, OmbudsmanDecision, StageOutcome
from complaint_timescales.bounds import Between
from complaint_timescales.readings import EDITS
from complaint_timescales.regulations import LOCAL_AUTHORITY
from complaint_timescales.testing._days import FIRST, LAST, dates

PROVISIONS_WITH_A_LIMIT: Final = tuple(sorted(LOCAL_AUTHORITY.timescales))


@functools.cache
def provisions() -> st.SearchStrategy[str]:
    """A provision that sets a time limit, as ``due()`` and ``assess()`` take it.

    >>> from hypothesis import given
    >>> from complaint_timescales import due
    >>> @given(provisions())
    ... def test(provision): assert due(provision, date(2025, 1, 6)).date > date(2025, 1, 6)
    >>> test()
    """
    return st.sampled_from([str(by) for by in PROVISIONS_WITH_A_LIMIT])


@functools.cache
def citations() -> st.SearchStrategy[Citation]:
    """A paragraph of the Regulations.

    >>> from hypothesis import given
    >>> @given(citations())
    ... def test(by): assert by.url.startswith("https://www.legislation.gov.uk/")
    >>> test()
    """
    return st.sampled_from([provision.by for provision in PROVISIONS])


@functools.cache
def readings() -> st.SearchStrategy[Readings]:
    """The defaults, or up to three interpretations read otherwise, each one that dates can be.

    >>> from hypothesis import given
    >>> @given(readings())
    ... def test(read): assert Readings.of(read.to_dict()) == read
    >>> test()
    """
    pairs = st.lists(st.sampled_from(sorted(EDITS)), max_size=3, unique_by=lambda pair: pair[0])
    return pairs.map(lambda found: Readings.of(dict(found)))


@functools.cache
def between(first: date = FIRST, last: date = LAST) -> st.SearchStrategy[Between]:
    """A day, a month, or two bounds of a day that is not known better.

    >>> from hypothesis import given
    >>> @given(between())
    ... def test(day): assert day.earliest <= day.latest
    >>> test()
    """
    some = dates(first, last)
    widths = st.one_of(st.just(0), st.integers(0, 90))
    return st.builds(
        lambda day, width: Between(day, min(day + timedelta(days=width), last)), some, widths
    )


@functools.cache
def outcomes() -> st.SearchStrategy[StageOutcome | None]:
    """What was found at the end of a stage, or nothing said of it.

    >>> from hypothesis import given
    >>> @given(outcomes())
    ... def test(found): assert e.LocalResolutionEnded(on=FIRST, outcome=found).outcome is found
    >>> test()
    """
    return st.one_of(st.none(), st.sampled_from(StageOutcome))


# What the facts of an event can be. A date among them lies on the right side of ``on``; whether
# it suits a case is for the case to say.
_WORDS: Final = st.sampled_from(["illness", "complex", "", " "])
_FACTS: Final[dict[str, st.SearchStrategy[Any]]] = {
    "ground": st.sampled_from(Ground),
    "decision": st.sampled_from(OmbudsmanDecision),
    "outcome": outcomes(),
    "working_days": st.one_of(st.integers(1, 10), st.integers(-1, 12)),
    "independent_persons": st.one_of(st.just(3), st.integers(0, 4)),
    "reason": _WORDS,
    "not_reasonable_in_time": st.sampled_from([None, True, False]),
    "still_effective_and_fair": st.sampled_from([None, True, False]),
}
_BEFORE: Final = frozenset({"grounds_arose"})
_AFTER: Final = frozenset({"start", "until", "recorded_on"})


@st.composite
def _facts(draw: st.DrawFn, kind: type[e.Event], on: date) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for field in attrs.fields(kind):
        needed = field.default is attrs.NOTHING
        if field.name in {"on", "note"} or not (needed or draw(st.booleans())):
            continue
        if field.name in _BEFORE:
            found[field.name] = on - timedelta(days=draw(st.integers(0, 800)))
        elif field.name in _AFTER:
            found[field.name] = min(on + timedelta(days=draw(st.integers(0, 120))), LAST)
        else:
            found[field.name] = draw(_FACTS.get(field.name, st.booleans()))
    return found


@st.composite
def _events(draw: st.DrawFn, kinds: tuple[type[e.Event], ...], on: date | None) -> e.Event:
    kind = draw(st.sampled_from(kinds))
    day = draw(dates()) if on is None else on
    return kind(on=day, **draw(_facts(kind, day)))


def events(*kinds: type[e.Event], on: date | None = None) -> st.SearchStrategy[e.Event]:
    """An event of one of the kinds, or of any, on any day or on the day given.

    >>> from hypothesis import given
    >>> from complaint_timescales.events import PanelMet
    >>> @given(events(PanelMet, on=date(2025, 5, 27)))
    ... def test(event): assert event.name == "panel_met"
    >>> test()

    It is well formed; its facts need not suit any case.
    """
    return _events(kinds or tuple(e.BY_NAME.values()), on)
