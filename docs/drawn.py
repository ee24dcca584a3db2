# SPDX-License-Identifier: MIT
"""The pictures that the library draws for these pages: ``python -m docs.generate`` writes them."""

from __future__ import annotations

from datetime import date

from complaint_timescales import Case, assess, due, events
from complaint_timescales.pictures import calendar_strip, timeline

WHOLE_CASE = Case(
    "CSC-0042",
    [
        events.RepresentationsReceived(on=date(2024, 12, 16)),
        events.LocalResolutionEnded(on=date(2025, 1, 2)),
        events.InvestigationRequested(on=date(2025, 1, 20)),
        events.InvestigationExtended(
            on=date(2025, 2, 21), until=date(2025, 4, 17), reason="a witness was ill"
        ),
        events.InvestigationResponseSent(on=date(2025, 4, 24)),
        events.InvestigationResponseReceived(on=date(2025, 4, 28)),
        events.PanelRequested(on=date(2025, 5, 20)),
        events.PanelMet(on=date(2025, 7, 1)),
        events.PanelReportSent(on=date(2025, 7, 7)),
        events.PanelReportReceived(on=date(2025, 7, 8)),
        events.PanelResponseSent(on=date(2025, 7, 29)),
    ],
)
"""A case through three stages, with one extension and one limit that was not kept."""


def pictures() -> dict[str, str]:
    """Every picture by the name of its file."""
    request, signed = date(2022, 1, 5), date(2022, 2, 22)
    adjudicated, closed = date(2022, 6, 3), date(2022, 6, 14)
    return {
        "christmas.svg": calendar_strip(due("14(1)", date(2024, 12, 16))),
        "cornwall.svg": calendar_strip(due("17(6)", date(2024, 8, 29))),
        "sandwell-own-clock.svg": calendar_strip(assess("17(6)", signed, closed)),
        "sandwell-regulations.svg": calendar_strip(assess("17(6)", request, adjudicated)),
        "case.svg": timeline(WHOLE_CASE),
    }
