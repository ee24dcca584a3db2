# SPDX-License-Identifier: MIT
"""Findings by the million: counted and sampled in memory, and every one of them on disk."""

from __future__ import annotations

import json
import tempfile
import weakref
from collections import Counter
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Any, Final, Self

import attrs

from complaint_timescales._files import let_go, room_for
from complaint_timescales.tables import Finding

_IN_MEMORY: Final = 1 << 20  # bytes; more than that is kept in a temporary file


class FindingLog:
    """Everything found, in the order of the rows.

    It holds the number of findings of each kind; the findings themselves are kept in a temporary
    file once they are many, and read back from it as often as they are asked for.

    >>> log = FindingLog([Finding(row=4, kind="duplicate", what="the same as row 3")])
    >>> log.counts["duplicate"], [finding.row for finding in log]
    (1, [4])
    """

    def __init__(self, findings: Iterable[Finding] = ()) -> None:
        """A log with these findings in it."""
        self.counts: Counter[str] = Counter()
        self._kept = tempfile.SpooledTemporaryFile(  # noqa: SIM115 - kept open as long as the log
            _IN_MEMORY, "w+", encoding="utf-8"
        )
        weakref.finalize(self, let_go, self._kept)  # one that nobody closes leaves no file open
        self.extend(findings)

    def extend(self, findings: Iterable[Finding]) -> None:
        """Add findings after those that are there."""
        for finding in findings:
            line = json.dumps(attrs.astuple(finding))
            with room_for("the findings"):
                self._kept.write(f"{line}\n")
            self.counts[finding.kind] += 1

    def __len__(self) -> int:
        """How many there are."""
        return self.counts.total()

    def __iter__(self) -> Iterator[Finding]:
        """Every finding; no other use of the log may come between."""
        with room_for("the findings"):  # what was held back is written first
            self._kept.seek(0)
        names = [field.name for field in attrs.fields(Finding)]
        for line in self._kept:
            yield Finding(**dict(zip(names, json.loads(line), strict=True)))
        self._kept.seek(0, 2)

    def examples(self, of_each: int) -> tuple[Finding, ...]:
        """The first findings of each kind, in the order of the rows."""
        seen: Counter[str] = Counter()
        found = []
        for finding in self:
            seen[finding.kind] += 1
            if seen[finding.kind] <= of_each:
                found.append(finding)
        return tuple(found)

    def close(self) -> None:
        """Let go of the temporary file."""
        let_go(self._kept)

    def __enter__(self) -> Self:
        """The log itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Let go of the temporary file."""
        self.close()

    def to_list(self) -> list[dict[str, Any]]:
        """Every finding as JSON takes it."""
        return [finding.to_dict() for finding in self]
