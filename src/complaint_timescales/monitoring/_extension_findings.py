# SPDX-License-Identifier: MIT
"""Data quality: what should be known of the extensions in an entry."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import date

from complaint_timescales._errors import OutsideCalendar
from complaint_timescales.monitoring._entries import Entry, earliest, latest
from complaint_timescales.monitoring._legs import STAGE_1, Extending, Leg
from complaint_timescales.monitoring._periods import in_words
from complaint_timescales.monitoring._verdicts import Judge, LegVerdict
from complaint_timescales.tables import Finding


def extension_findings(
    entry: Entry, legs: tuple[LegVerdict, ...], judge: Judge
) -> Iterator[Finding]:
    """What a reader should know of the extensions of one entry."""
    for verdict in legs:
        leg, start = verdict.leg, verdict.started
        if leg.extending is not None:
            yield from _grounds(entry, leg.extending)
            if isinstance(start, date):
                # Where the calendar ends before the limit does, there is nothing to compare.
                with contextlib.suppress(OutsideCalendar):
                    yield from _decided(entry, leg, leg.extending, start, judge)
                    yield from _named(entry, leg, leg.extending, start, judge)


def _grounds(entry: Entry, extending: Extending) -> Iterator[Finding]:
    """What the record leaves out of an extension."""
    decided, flag = entry.day(extending.decided), entry.says(extending.flag)
    if flag and decided is None and extending.decided not in entry.unread:
        yield entry.finding(
            "undated_extension",
            "extended, with no day on which it was",
            extending.flag,
            rule=f"{extending.by}: whether it came in time turns on the day",
            remedy="Record the day; or read undated extensions as decided in time",
        )
    if (flag or decided) and extending.ground and entry.says(extending.ground) is False:
        yield entry.finding(
            "not_complex",
            "extended, and not recorded as complex",
            extending.ground,
            rule="14(5): where they consider the representations to be complex",
            remedy="Correct the one or the other; as it stands, the extension does not hold",
        )


def _decided(
    entry: Entry, leg: Leg, extending: Extending, start: date, judge: Judge
) -> Iterator[Finding]:
    """Whether the day of an extension came too late."""
    decided, last = entry.day(extending.decided), judge.deadline(leg.by, start).date
    if decided is not None and earliest(decided) > last:
        number = "I-3" if leg is STAGE_1 else "I-5"
        spared = judge.readings.option(number) == "extends"
        yield entry.finding(
            "extended_late",
            f"the limit had passed on {in_words(last)}",
            extending.decided,
            rule=f"{extending.by}: {number}",
            remedy="It counts, as you read that" if spared else "The earlier limit stays broken",
        )


def _named(
    entry: Entry, leg: Leg, extending: Extending, start: date, judge: Judge
) -> Iterator[Finding]:
    """Whether the day that a notice names is one that it can name."""
    until = entry.day(extending.until) if extending.until else None
    if until is None:
        return
    last, outer = judge.deadline(leg.by, start).date, judge.deadline(extending.by, start).date
    if latest(until) > outer:
        yield entry.finding(
            "extended_too_far",
            f"the furthest day is {in_words(outer)}",
            extending.until,
            rule=f"{extending.by}: no later than 65 working days from the start date",
            remedy="Check the day; the limit ends with the furthest day",
        )
    if latest(until) <= last:
        yield entry.finding(
            "extended_too_short",
            f"the limit itself runs to {in_words(last)}",
            extending.until,
            rule=f"{extending.by}: I-6",
            remedy="Check the day; an earlier day shortens no limit",
        )
