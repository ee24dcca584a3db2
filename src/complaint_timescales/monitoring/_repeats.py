# SPDX-License-Identifier: MIT
"""Rows that come twice, found without holding the rows."""

from __future__ import annotations

import hashlib
from array import array
from typing import Final

from complaint_timescales.monitoring._entries import stage_of
from complaint_timescales.tables import Decoded, Finding, Records

_BYTES: Final = 8  # of a row: two different rows of a million share it in one of 10**7 files


class Repeats:
    """What each row is a repetition of: the number of the first row like it, by a short digest."""

    def __init__(self, records: Records, *, by_stage: bool) -> None:
        """For the rows of one file."""
        self._column = records.columns.get("case_ref", "")
        self._by_stage = by_stage
        self._rows, self._references = _Firsts(), _Firsts()

    def of(self, row: Decoded) -> tuple[bool, tuple[Finding, ...]]:
        """Whether a row repeats an earlier one, and what is to be said of it."""
        cells = _digest(*row.written.values(), *row.labels.values())
        first = self._rows.first(cells, row.number)
        if first != row.number:
            return True, (
                self._finding(
                    row, "duplicate", f"the row says the same as row {first}",
                    "Remove one of them; or have repeated rows set aside",
                ),
            )  # fmt: skip
        reference = row.values.get("case_ref")
        if not isinstance(reference, str):
            return False, ()  # none, or a word such as n/a
        stage = str(stage_of(row.written["stage"])) if self._by_stage else ""
        first = self._references.first(_digest(reference, stage), row.number)
        if first == row.number:
            return False, ()
        return False, (
            self._finding(
                row, "same_reference", f"row {first} has the same reference, and says otherwise",
                "Check which of them is right; both are counted",
            ),
        )  # fmt: skip

    def _finding(self, row: Decoded, kind: str, what: str, remedy: str) -> Finding:
        return Finding(
            row=row.number,
            kind=kind,
            what=what,
            column=self._column,
            written=row.written.get("case_ref"),
            rule="13(2)(a): each representation is recorded, and once",
            remedy=remedy,
        )


class _Firsts:
    """The first row of each digest, in two arrays: a tenth of what a dict of them takes."""

    def __init__(self) -> None:
        self._digests, self._rows = array("Q", bytes(8 * 1024)), array("Q", bytes(8 * 1024))
        self._count = 0

    def first(self, digest: int, row: int) -> int:
        """The row that had a digest first, which is this one where none had."""
        place = self._place(digest)
        if not self._rows[place]:  # rows are counted from 1
            self._digests[place], self._rows[place] = digest, row
            self._count += 1
            if 3 * self._count > 2 * len(self._rows):
                self._grow()
            return row
        return self._rows[place]

    def _place(self, digest: int) -> int:
        """Where a digest stands, or the free place for it."""
        most = len(self._rows) - 1
        place = digest & most
        while self._rows[place] and self._digests[place] != digest:
            place = place + 1 & most
        return place

    def _grow(self) -> None:
        known = self._digests, self._rows
        size = bytes(16 * len(self._rows))
        self._digests, self._rows = array("Q", size), array("Q", size)
        for digest, row in zip(*known, strict=True):
            if row:
                place = self._place(digest)
                self._digests[place], self._rows[place] = digest, row


def _digest(*texts: str) -> int:
    # Neither case nor spaces make another row of it.
    text = " ".join("\0".join(texts).casefold().split())
    text = text.replace(" \0", "\0").replace("\0 ", "\0")
    made = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_BYTES)
    return int.from_bytes(made.digest(), "big")
