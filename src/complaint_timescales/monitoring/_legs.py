# SPDX-License-Identifier: MIT
"""The legs of the procedure that a record can be measured by, as rows: from which cell to which.

Each limit is a provision, and what it is worth stands in ``regulations``; here stands just which
columns hold its dates.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

import attrs

CASE_ENDS: Final = ("withdrawn", "resolved_by_mediation")
"""The columns of what ends every duty of a case at once."""


@attrs.frozen(kw_only=True)
class Start:
    """One date that a clock can start from.

    Attributes:
        field: the column that holds it.
        by: the provision that says so.
        awaited_where: the column that, where it says yes, makes the clock wait for this date.
        no_earlier: the date is known just to be no earlier than this one, where nothing says more.
        movable: the duty is there before this date, so the act can come before it.
        agreed: the date was set in advance, and may lie ahead.
        governs: where the record has this date, the clock waits for it.
    """

    field: str
    by: str
    awaited_where: str = ""
    no_earlier: bool = False
    movable: bool = False
    agreed: bool = False
    governs: bool = False


@attrs.frozen(kw_only=True)
class Extending:
    """How a limit is extended, and what the record says of it.

    Attributes:
        by: the provision of the extended limit.
        flag: the column that says whether it was.
        decided: the column with the day on which it was.
        until: the column with the day that it was extended to, or an empty text.
        ground: the column that must not say no, or an empty text.
    """

    by: str
    flag: str
    decided: str
    until: str = ""
    ground: str = ""


@attrs.frozen(kw_only=True)
class Leg:
    """A part of the procedure with a limit of its own.

    Attributes:
        key: its name in results.
        title: its name in words.
        span: from what to what, in words.
        stage: the stage that it belongs to.
        by: the provision that sets the limit.
        starts: the dates it can run from; the latest of those that apply is day 0.
        end: the column with the day of the act that meets it.
        ceases_on: the columns of what ends the duty without meeting it.
        extending: how it is extended, if it can be.
        binds_complainant: whether it is the complainant's own limit, which is no duty.
        outcome: the column with what was found, or an empty text.
    """

    key: str
    title: str
    span: str
    stage: int
    by: str
    starts: tuple[Start, ...]
    end: str
    ceases_on: tuple[str, ...] = CASE_ENDS
    extending: Extending | None = None
    binds_complainant: bool = False
    outcome: str = ""

    # Worked out once, for they are asked of each leg of each row.
    reached_by: tuple[str, ...] = attrs.field(init=False, repr=False, eq=False)
    rests_on: tuple[str, ...] = attrs.field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        """The columns that show that a case has reached the leg, and those that it rests on."""
        starts = tuple(start.field for start in self.starts)
        asked = tuple(start.awaited_where for start in self.starts if start.awaited_where)
        object.__setattr__(self, "reached_by", (*starts, self.end))
        object.__setattr__(self, "rests_on", (*starts, *asked, self.end, *self.ceases_on))

    def has_start(self, columns: Collection[str]) -> bool:
        """Whether a file with these columns has one for any of its starts."""
        return any(start.field in columns for start in self.starts)

    @property
    def opens_on(self) -> str:
        """The column by which a case is received into the leg: the first of its starts."""
        return self.starts[0].field


STAGE_1: Final = Leg(
    key="stage_1", title="Stage 1, local resolution", span="receipt to response", stage=1,
    by="14(1)",
    starts=(
        Start(field="received", by="14(3)(c)"),
        Start(field="interest_decided", by="14(3)(a)", governs=True),
        Start(field="advocate_appointed", by="14(3)(b)", awaited_where="advocate_requested",
              movable=True),
        Start(field="later_start", by="14(4)", movable=True, agreed=True),
    ),
    end="responded",
    ceases_on=(*CASE_ENDS, "stage2_requested", "stage_1_waived"),
    extending=Extending(
        by="14(5)", flag="extended", decided="extension_decided", ground="complex"),
    outcome="outcome",
)  # fmt: skip
STAGE_2: Final = Leg(
    key="stage_2", title="Stage 2, investigation", span="request to notice of the response",
    stage=2, by="17(3)",
    starts=(
        Start(field="stage2_requested", by="17(4)(b)"),
        Start(field="stage_1_waived", by="17(4)(a)"),
        Start(field="written_record", by="17(5)", awaited_where="orally"),
    ),
    end="adjudication_sent",
    extending=Extending(
        by="17(6)", flag="stage2_extended", decided="extension_notified", until="extended_until"),
    outcome="stage2_outcome",
)  # fmt: skip
PANEL_REQUEST: Final = Leg(
    key="panel_request", title="Request for a review panel",
    span="receiving the notice to the request", stage=3, by="18(2)",
    starts=(
        Start(field="response_received", by="18(2)", governs=True),
        Start(field="adjudication_sent", by="18(2)", no_earlier=True),
    ),
    end="stage3_requested", binds_complainant=True,
)  # fmt: skip
PANEL: Final = Leg(
    key="panel", title="Stage 3, the panel meets", span="request to meeting", stage=3, by="19(4)",
    starts=(Start(field="stage3_requested", by="19(4)"),), end="panel_met",
)  # fmt: skip
PANEL_REPORT: Final = Leg(
    key="panel_report", title="Stage 3, the panel's report", span="meeting to report sent",
    stage=3, by="20(2)",
    starts=(Start(field="panel_met", by="20(2)"),), end="panel_findings",
)  # fmt: skip
PANEL_RESPONSE: Final = Leg(
    key="panel_response", title="Stage 3, the authority's response",
    span="report received to response sent", stage=3, by="20(3)",
    starts=(
        Start(field="findings_received", by="20(3)", governs=True),
        Start(field="panel_findings", by="20(3)", no_earlier=True),
    ),
    end="final_response", outcome="stage3_outcome",
)  # fmt: skip

LEGS: Final = (STAGE_1, STAGE_2, PANEL_REQUEST, PANEL, PANEL_REPORT, PANEL_RESPONSE)
"""Every leg, in the order of the procedure."""

LOCAL_STARTS: Final = {
    "statement": Start(field="statement_agreed", by="local practice: the agreed statement"),
    "investigator": Start(field="io_appointed", by="local practice: the investigator"),
}
"""Further starts of stage 2, by the option of I-19 that takes them."""


@attrs.frozen(kw_only=True)
class Milestone:
    """Two steps between which days are counted, though no limit is set for them."""

    key: str
    title: str
    start: str
    end: str


MILESTONES: Final = tuple(
    Milestone(key=key, title=title, start=start, end=end)
    for key, title, start, end in (
        ("acknowledged", "Receipt to acknowledgement", "received", "acknowledged"),
        ("escalated", "Stage 1 response to request for stage 2", "responded", "stage2_requested"),
        ("io", "Request to investigating officer", "stage2_requested", "io_appointed"),
        ("ip", "Request to independent person", "stage2_requested", "ip_appointed"),
        ("statement", "Request to agreed statement", "stage2_requested", "statement_agreed"),
        ("report", "Request to investigation report", "stage2_requested", "report_received"),
        ("adjudication", "Investigation report to response", "report_received",
         "adjudication_sent"),
        ("panel", "Stage 2 response to request for a panel", "adjudication_sent",
         "stage3_requested"),
    )
)  # fmt: skip
"""Steps between the limits; none of them is a verdict."""
