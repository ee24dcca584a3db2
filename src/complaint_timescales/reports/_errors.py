# SPDX-License-Identifier: MIT
"""What keeps a report from being shown or written."""

from __future__ import annotations

from complaint_timescales._errors import ComplaintTimescalesError


class MissingExtra(ComplaintTimescalesError):
    """A form of report that needs a library which is not installed."""

    def __init__(self, form: str, extra: str) -> None:
        """Say which extra brings it."""
        super().__init__(
            f"{form} needs libraries that are not installed",
            remedy=f"Install them: python -m pip install 'complaint-timescales[{extra}]'",
        )
