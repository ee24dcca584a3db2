# SPDX-License-Identifier: MIT
"""What ``due`` and ``why`` say of a calendar as it was known on a day."""

from __future__ import annotations

from complaint_timescales._dates import spoken
from complaint_timescales._deadlines import Deadline
from complaint_timescales._readings import Readings
from complaint_timescales.cli._inputs import print_json
from complaint_timescales.cli._show import heading, write
from complaint_timescales.hindsight import Hindsight, seen_from
from complaint_timescales.working_days import WorkingDayCalendar


def write_due(deadline: Deadline, provision: str, readings: Readings, *, as_json: bool) -> None:
    """A deadline; and what it is now, where it is as it was seen from a day."""
    seen = _seen(deadline, provision, readings)
    if as_json:
        also = {} if seen is None else {"hindsight": seen.to_dict()}
        print_json({**deadline.to_dict(), **also})
        return
    write(heading(f"Due {spoken(deadline.date)}"), *deadline.explain().split("\n"))
    if seen is not None:
        write("", *seen.explain().split("\n"))


def _seen(deadline: Deadline, provision: str, readings: Readings) -> Hindsight | None:
    changes = deadline.calendar.changes
    if changes.as_known_on is None:
        return None
    return seen_from(
        provision,
        deadline.start,
        changes.as_known_on,
        extra_holidays=dict(changes.extra_holidays),
        moved=dict(changes.moved),
        readings=readings,
    )


def known_words(calendar: WorkingDayCalendar) -> tuple[str, ...]:
    """The day by whose end the bank holidays of a calendar were announced, if it has one."""
    known = calendar.changes.as_known_on
    if known is None:
        return ()
    return (f"The bank holidays are those that were announced by {spoken(known)}.",)
