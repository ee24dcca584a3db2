# SPDX-License-Identifier: MIT
"""What an audit says of one claim, and of all of them."""

from __future__ import annotations

from collections import Counter
from enum import Enum
from typing import Any, Final

import attrs

from complaint_timescales._dates import counted
from complaint_timescales._errors import ComplaintTimescalesError

SCHEMA: Final = "complaint-timescales/audit/1"


class Verdict(Enum):
    """What becomes of a claim that is recounted."""

    AGREES = "agrees"
    AGREES_IF_TRUNCATED = "agrees if truncated"
    DOES_NOT_AGREE = "does not agree"
    CANNOT_BE = "cannot be"
    CANNOT_TELL = "cannot tell"


@attrs.frozen(kw_only=True)
class Judgement:
    """One claim, recounted.

    Attributes:
        kind: the kind of claim, the same in every release.
        where: where it stands in the publication.
        stated: what is claimed, as it is written.
        verdict: what becomes of it.
        recount: what it comes to when it is worked out again, or an empty text.
        what: what was found, or an empty text.
        rule: the provision or the rule that it is measured by, or an empty text.
        remedy: what to do about it, or an empty text.
    """

    kind: str
    where: str
    stated: str
    verdict: Verdict
    recount: str = ""
    what: str = ""
    rule: str = ""
    remedy: str = ""

    def __str__(self) -> str:
        """``Table 7: 88% agrees: 211 of 241 is 87.55%, rounded``."""
        told = "; ".join(filter(None, (self.recount, self.what)))
        text = f"{self.where}: {self.stated}: {self.verdict.value}"
        text += f": {told}" if told else ""
        text += f" ({self.rule})" if self.rule else ""
        return f"{text}. {self.remedy}" if self.remedy else text

    def to_dict(self) -> dict[str, str]:
        """The same as JSON takes it."""
        return {**attrs.asdict(self), "verdict": self.verdict.value}


@attrs.frozen
class Unread:
    """An entry that could not be read: where it stands, and why."""

    where: str
    what: str
    written: str = ""
    rule: str = ""
    remedy: str = ""

    @classmethod
    def of(cls, where: str, error: ComplaintTimescalesError) -> Unread:
        """The entry of which an error tells."""
        at = f"{where}, {error.where}" if error.where else where
        written = "" if error.written is None else str(error.written)
        return cls(at, error.what, written, error.rule, error.remedy)

    def __str__(self) -> str:
        """``claim 3, stated: what; as written: '...' (rule). Remedy``."""
        text = f"{self.where}: {self.what}"
        text += f"; as written: {self.written!r}" if self.written else ""
        text += f" ({self.rule})" if self.rule else ""
        return f"{text}. {self.remedy}" if self.remedy else text


@attrs.frozen(kw_only=True)
class AuditResult:
    """A publication or a table, audited: every claim in it, in its order.

    Attributes:
        name: what it is called: its title, or the name of the file.
        judgements: every claim that could be read, with what becomes of it.
        rejected: every entry that could not be read, with why.
    """

    name: str
    judgements: tuple[Judgement, ...]
    rejected: tuple[Unread, ...] = ()

    def of(self, verdict: Verdict) -> tuple[Judgement, ...]:
        """The claims of which that is said."""
        return tuple(each for each in self.judgements if each.verdict is verdict)

    @property
    def exit_status(self) -> int:
        """0, or 1 where an entry could not be read."""
        return 1 if self.rejected else 0

    def lines(self) -> tuple[str, ...]:
        """What it comes to, in sentences without their full stops."""
        found = Counter(each.verdict for each in self.judgements)
        told = [f"{found[verdict]} {verdict.value}" for verdict in Verdict if found[verdict]]
        total = counted(len(self.judgements), "claim")
        read = f"{total}: {', '.join(told)}" if told else total
        return (read, f"{len(self.rejected)} could not be read")

    def to_dict(self) -> dict[str, Any]:
        """The same as JSON takes it."""
        found = Counter(each.verdict for each in self.judgements)
        return {
            "schema": SCHEMA,
            "name": self.name,
            "claims": [each.to_dict() for each in self.judgements],
            "rejected": [{**attrs.asdict(each), "reason": str(each)} for each in self.rejected],
            "summary": {
                "claims": len(self.judgements),
                "verdicts": {verdict.value: found[verdict] for verdict in Verdict},
                "lines": list(self.lines()),
            },
        }
