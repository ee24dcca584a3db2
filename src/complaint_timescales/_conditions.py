# SPDX-License-Identifier: MIT
"""The closed set of conditions that a row of the law can have.

A condition is a frozen value, never a function or a text of code: it can be drawn, cited,
compared and exported. A fact condition asks about the event itself, a case condition about
the case on the day of the event.
"""

from __future__ import annotations

import attrs

from complaint_timescales._citations import Citation
from complaint_timescales.events import Event


@attrs.frozen
class FactIs:
    """A fact of the event has one of these values."""

    fact: str
    values: tuple[object, ...]
    words: str
    by: Citation = attrs.field(converter=Citation, kw_only=True)


@attrs.frozen
class FactGiven:
    """A fact of the event is a text that says something."""

    fact: str
    words: str
    by: Citation = attrs.field(converter=Citation, kw_only=True)


@attrs.frozen
class TotalWithin:
    """A number of at least 1 that, with those of the earlier events of its kind, has room.

    There is room for what the limit of an extension has over the limit that it extends.
    """

    event: type[Event]
    fact: str
    of: Citation = attrs.field(converter=Citation)
    by: Citation = attrs.field(converter=Citation, kw_only=True)

    @property
    def words(self) -> str:
        """What is needed."""
        return f"'{self.fact}' of at least 1, and no more in all than {self.of} allows"


@attrs.frozen
class DateWithin:
    """A date in the event lies within the limit of a timescale."""

    fact: str
    of: Citation = attrs.field(converter=Citation)
    by: Citation = attrs.field(converter=Citation, kw_only=True)

    @property
    def words(self) -> str:
        """What is needed."""
        return f"'{self.fact}' no later than the last day under {self.of}"


@attrs.frozen
class DateAfter:
    """A date in the event lies after the last day, or after the start, of a timescale.

    The start is that which the other provisions fix: an earlier event under this one is left
    out of account.
    """

    fact: str
    of: Citation = attrs.field(converter=Citation)
    start: bool = attrs.field(default=False, kw_only=True)
    by: Citation = attrs.field(converter=Citation, kw_only=True)

    @property
    def words(self) -> str:
        """What is needed."""
        edge = "the start date" if self.start else "the last day"
        return f"'{self.fact}' after {edge} under {self.of}"


@attrs.frozen
class ReceivedWith:
    """The representations were received with a fact true."""

    fact: str
    words: str
    by: Citation = attrs.field(converter=Citation, kw_only=True)


@attrs.frozen
class Started:
    """The clock of a timescale has started by the day of the event."""

    of: Citation = attrs.field(converter=Citation)

    @property
    def by(self) -> Citation:
        """The provision."""
        return self.of

    @property
    def words(self) -> str:
        """What is needed."""
        return f"the start date under {self.of} has come"


@attrs.frozen
class Within:
    """The day of the event is not certainly after the last day of a timescale."""

    of: Citation = attrs.field(converter=Citation)

    @property
    def by(self) -> Citation:
        """The provision."""
        return self.of

    @property
    def words(self) -> str:
        """What is needed."""
        return f"on or before the last day under {self.of}"


@attrs.frozen
class After:
    """The day of the event is certainly after the last day of a timescale."""

    of: Citation = attrs.field(converter=Citation)

    @property
    def by(self) -> Citation:
        """The provision."""
        return self.of

    @property
    def words(self) -> str:
        """What is needed."""
        return f"after the last day under {self.of}"


@attrs.frozen
class Recorded:
    """An event of this kind has been recorded; or, with ``never``, has not."""

    event: type[Event]
    never: bool = attrs.field(default=False, kw_only=True)
    by: Citation = attrs.field(converter=Citation, kw_only=True)

    @property
    def words(self) -> str:
        """What is needed."""
        return f"{self.event.name} {'not yet recorded' if self.never else 'recorded first'}"


FactCondition = FactIs | FactGiven | TotalWithin | DateWithin | DateAfter
CaseCondition = ReceivedWith | Started | Within | After | Recorded
# Two depend on the case too: there may be no number, or no day, left that would do.
DayCondition = CaseCondition | TotalWithin | DateWithin
Condition = FactCondition | CaseCondition
