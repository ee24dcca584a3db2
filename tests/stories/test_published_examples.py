# SPDX-License-Identifier: MIT
"""Dates and figures that others have published, each under the convention by which it was made."""

from __future__ import annotations

from datetime import date

import attrs
import pytest

from complaint_timescales import WorkingDayCalendar, due
from complaint_timescales.conventions import (
    START_DAY_COUNTED,
    START_DAY_NOT_COUNTED,
    START_DAY_ROLLED_FORWARD,
    Convention,
    reconcile,
)

ENGLAND = WorkingDayCalendar.england()
# A chart for the whole of the United Kingdom takes out the days of Scotland as well.
WITH_SCOTLAND = WorkingDayCalendar.england(
    extra_holidays={
        date(2014, 12, 1): "St Andrew's Day (substitute day)",
        date(2015, 1, 2): "2nd January",
    }
)


@attrs.frozen
class Example:
    """A span that was published with its working days."""

    source: str
    start: date
    end: date
    days: int
    convention: Convention
    calendar: WorkingDayCalendar = ENGLAND


# fmt: off
EXAMPLES = [
    # 29 August to 28 November 2024 is thirteen weeks to the day, with no bank holiday between.
    Example("Ombudsman, 25 005 179, Cornwall Council",
            date(2024, 8, 29), date(2024, 11, 28), 65, START_DAY_NOT_COUNTED),
    # Monday 1 December is off in Scotland, so the 2nd is day 0; 25 and 26 December, 1 and 2
    # January are off; 24 weekdays from the 3rd, less those four.
    Example("FOIMan, festive chart 2014/15",
            date(2014, 12, 1), date(2015, 1, 5), 20, START_DAY_ROLLED_FORWARD, WITH_SCOTLAND),
    # 21 weekdays after Thursday 18 May, less 29 May.
    Example("Ministry of Justice, external deadline",
            date(2017, 5, 18), date(2017, 6, 16), 20, START_DAY_NOT_COUNTED),
    # One day less, with the 18th as day 1.
    Example("Ministry of Justice, business unit deadline",
            date(2017, 5, 18), date(2017, 6, 15), 20, START_DAY_COUNTED),
    # Saturday 1 June moves to Monday 3 June, day 0; four weeks later is Monday 1 July.
    Example("Department for Education, apply for teacher training",
            date(2019, 6, 1), date(2019, 7, 1), 20, START_DAY_ROLLED_FORWARD),
    # Good Friday, then Easter Monday off: Tuesday and Wednesday.
    Example("HMCTS, family public law",
            date(2020, 4, 10), date(2020, 4, 15), 2, START_DAY_NOT_COUNTED),
    # A Saturday, then Monday to Wednesday.
    Example("GOV.UK, smart answers",
            date(2013, 4, 6), date(2013, 4, 10), 3, START_DAY_NOT_COUNTED),
]
# fmt: on
each = pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.source)


@each
def test_the_convention_gives_the_published_figure(example: Example) -> None:
    """The days from the published start to the published end."""
    assert example.days == example.convention.count(example.start, example.end, example.calendar)


@each
def test_the_figure_leads_back_to_the_convention(example: Example) -> None:
    """Asked how it was counted, the figure names that convention first."""
    found = reconcile(example.start, example.end, example.days, example.calendar)

    assert example.convention == found[0]


def test_the_ombudsmans_last_day_is_ours() -> None:
    """The one published date under these Regulations: asked for on 29 August, due 28 November."""
    assert date(2024, 11, 28) == due("17(6)", date(2024, 8, 29)).date
