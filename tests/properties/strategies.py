# SPDX-License-Identifier: MIT
"""What the properties are tried on: the strategies of the kit, under the names used here."""

from __future__ import annotations

from hypothesis import strategies as st

from complaint_timescales.testing import (
    calendars,
    changes,
    dates,
    extra_holidays,
    weekend_dates,
    working_dates,
)
from complaint_timescales.testing import dates_outside as outside
from complaint_timescales.testing import numbers_of_days as numbers
from complaint_timescales.working_days import WorkingDayCalendar

__all__ = [
    "ENGLAND",
    "FIRST",
    "LAST",
    "NAMES",
    "calendars",
    "changes",
    "dates",
    "extra_holidays",
    "numbers",
    "outside",
    "weekend_dates",
    "working_dates",
]

ENGLAND = WorkingDayCalendar.england()
FIRST, LAST = ENGLAND.known_from, ENGLAND.provisional_through
NAMES = st.sampled_from(["Centenary", "Bank holiday for the anniversary of England", "VE Day"])
