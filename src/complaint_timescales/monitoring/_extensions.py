# SPDX-License-Identifier: MIT
"""What a record shows of an extension: whether there is one, and whether it holds."""

from __future__ import annotations

from datetime import date
from enum import Enum

from complaint_timescales._deadlines import Deadline
from complaint_timescales._kinds import Late
from complaint_timescales.monitoring._entries import Entry, earliest, latest
from complaint_timescales.monitoring._legs import Extending


class Undated(Enum):
    """What an extension is taken for that the record has no day of: I-3 and I-5 turn on it."""

    CANNOT_TELL = "cannot_tell"
    IN_TIME = "in_time"


def is_extended(extending: Extending, entry: Entry, as_at: date | None = None) -> bool:
    """Whether the record shows an extension by a day, in any of its columns."""
    decided = entry.day(extending.decided)
    if decided is not None:
        return as_at is None or earliest(decided) <= as_at
    if extending.until and entry.day(extending.until) is not None:
        return True
    flag = entry.says(extending.flag)
    # A file without a column for extensions shows them as cases that were complex.
    if flag is None and extending.ground and extending.flag not in entry.columns:
        flag = entry.says(extending.ground)
    return flag is True


def unread_extension(extending: Extending, entry: Entry) -> str:
    """Which of the cells that would show an extension says something that cannot be used."""
    names = [extending.flag, extending.decided, extending.until]
    if extending.flag not in entry.columns:
        names.append(extending.ground)
    return entry.illegible(names)


def validity(
    extending: Extending, extended: Deadline, base: Deadline, entry: Entry, undated: Undated
) -> tuple[bool | None, str]:
    """Whether an extension holds; None where the record does not say when it was decided."""
    if extending.ground and entry.says(extending.ground) is False:
        return False, f"extended, and not recorded as complex: {extending.by}"
    extension = extended.timescale.extension
    assert extension is not None  # the provisions of `Extending` are those that extend
    if extension.late is Late.EXTENDS:
        return True, ""
    decided = entry.day(extending.decided)
    if decided is None:
        if extending.decided in entry.unread:
            return None, entry.illegible((extending.decided,))
        if undated is Undated.IN_TIME:
            return True, ""
        return None, f"the day of the extension, {extending.by}, is not recorded"
    if latest(decided) <= base.date:
        return True, ""
    if earliest(decided) > base.date:
        return False, f"extended after the limit had passed: {extending.by}"
    return None, f"whether the extension, {extending.by}, came in time depends on the day"
