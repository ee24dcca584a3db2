# SPDX-License-Identifier: MIT
"""Findings by the million."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Callable

import pytest

from complaint_timescales import ComplaintTimescalesError
from complaint_timescales.monitoring import FindingLog
from complaint_timescales.tables import Finding


def finding(row: int, kind: str = "held") -> Finding:
    """A finding about a row."""
    return Finding(row=row, kind=kind, what="x" * 50, column="Dätum", written="=1\n2")


class TestFindingLog:
    """Counted in memory, kept on disk, read back in order."""

    def test_what_was_put_in_comes_out_in_order(self) -> None:
        """As often as it is asked for, and with what was added between."""
        with FindingLog([finding(2), finding(3, "ragged")]) as log:
            first = list(log)
            log.extend([finding(4)])

            assert [finding(2), finding(3, "ragged")] == first
            assert [2, 3, 4] == [each.row for each in log] == [each.row for each in log]
            assert ({"held": 2, "ragged": 1}, 3) == (log.counts, len(log))

    def test_more_than_is_held_in_memory_is_read_back_as_well(self) -> None:
        """Ten thousand are more than a megabyte."""
        with FindingLog(finding(row) for row in range(10_000)) as log:
            assert list(range(10_000)) == [each.row for each in log]

    def test_the_first_of_each_kind_are_examples(self) -> None:
        """In the order of the rows."""
        made = [finding(2), finding(3), finding(4, "ragged"), finding(5)]
        with FindingLog(made) as log:
            assert [2, 3, 4] == [each.row for each in log.examples(2)]

    def test_as_json_takes_them_they_are_a_list(self) -> None:
        """Each with all that it says."""
        with FindingLog([finding(2)]) as log:
            assert [
                {"row": 2, "kind": "held", "what": "x" * 50, "column": "Dätum",
                 "written": "=1\n2", "rule": "", "remedy": ""},
            ] == log.to_list()  # fmt: skip

    def test_an_empty_one_has_none(self) -> None:
        """Nor an example."""
        with FindingLog() as log:
            assert ([], (), 0) == (list(log), log.examples(5), len(log))


class _Full(tempfile.SpooledTemporaryFile[str]):
    """A temporary file for which there is no room, as soon as it is one."""

    def _refuse(self, *_: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    write = seek = _refuse  # type: ignore[assignment]

    def close(self) -> None:
        super().close()
        self._refuse()


class TestNoRoom:
    """The folder for temporary files is full."""

    @pytest.mark.parametrize(
        "use", [lambda log: log.extend([finding(2)]), list], ids=["to write", "to read back"]
    )
    def test_it_is_said_in_words(
        self, use: Callable[[FindingLog], object], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """What is held back is written before anything is read; closing it says nothing more."""
        monkeypatch.setattr(tempfile, "SpooledTemporaryFile", _Full)
        with FindingLog() as log, pytest.raises(ComplaintTimescalesError) as caught:
            use(log)

        assert caught.value.what == "there is no room for the findings: No space left on device"
        assert caught.value.written == tempfile.gettempdir()
        assert "TMPDIR" in caught.value.remedy
