# SPDX-License-Identifier: MIT
"""The acts and starts of the limits in plain words, by provision. No number stands here.

``{body}`` is who deals with the complaint, and ``{day}`` the start date.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import attrs

from complaint_timescales._trace import Kind
from complaint_timescales._vocabulary import Party

BODIES: Final[Mapping[Party, str]] = MappingProxyType(
    {
        Party.AUTHORITY: "the council",
        Party.VOLUNTARY_ORGANISATION: "the organisation",
        Party.PANEL: "the panel",
        Party.COMPLAINANT: "you",
    }
)
"""Who is bound, as the complainant knows them."""

_LOOK: Final = "look at your complaint and try to sort it out"
_RIGHT: Final = "After that day your right to do so ends."
_LOOK_INTO: Final = "look into your complaint and send you an answer"

ACTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "8(5)": "send in your complaint again",
        "9(1)": "make your complaint",
        "14(1)": _LOOK,
        "14(5)": _LOOK,
        "17(3)": _LOOK_INTO,
        "17(6)": _LOOK_INTO,
        "18(2)": "ask for a review panel, and say why you are not happy",
        "19(4)": "meet to look at your complaint",
        "20(2)": "send out its report",
        "20(3)": "decide what to do, and send you an answer",
    }
)
"""What is to be done, after "must"."""

STARTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "8(5)": "The other case came to an end on {day}.",
        "9(1)": "The reason for your complaint came up on {day}.",
        "14(3)(a)": "On {day} {body} said that you have enough interest in the child.",
        "14(3)(b)": "You got an advocate on {day}.",
        "14(3)(c)": "{Body} got your complaint on {day}.",
        "14(4)": "You and {body} agreed that the time would start on {day}.",
        "17(4)(a)": "On {day} you and {body} agreed to go straight to an investigation.",
        "17(4)(b)": "On {day} {body} got your request for an investigation.",
        "17(5)": "The written record of your complaint was ready on {day}.",
        "18(2)": "You got the answer on {day}.",
        "19(4)": "{Body} got your request for a panel on {day}.",
        "20(2)": "The panel met on {day}.",
        "20(3)": "{Body} got the panel's report on {day}.",
    }
)
"""What fixed the start date, by the provision that fixed it."""


@attrs.frozen
class Telling:
    """The same for two readers; an empty text for one that it does not concern."""

    manager: str
    complainant: str


LONGER: Final[Mapping[str, Telling]] = MappingProxyType(
    {
        "14(5)": Telling(
            "That is for representations that the {body} considers to be complex.",
            "{Body} can take longer if they think that your complaint is complex.",
        ),
        "17(6)": Telling(
            "That takes a notice in writing before the earlier limit has passed. The notice gives "
            "the reason and the new date.",
            "{Body} can take longer if they write to you before the first limit has passed. They "
            "must say why, and name a new date.",
        ),
    }
)
"""On what terms a limit is extended, by the provision that extends it."""

FOLLOWS: Final[Mapping[tuple[Kind, str], Telling]] = MappingProxyType(
    {
        (Kind.DISCRETION, "9(2)"): Telling(
            "the {body} may still consider late representations on the terms of 9(2)",
            "{Body} can still look at a late complaint. They can do so if you could not be "
            "expected to complain in time, and if they can still look into it well and fairly.",
        ),
        (Kind.NEXT_STAGE, "15(2)"): Telling(
            "where matters are not resolved, the complainant may request an investigation (15(2))",
            "If this does not sort things out, you can ask for an investigation.",
        ),
        # This one waits for the response, late or not, and so does not follow from a miss.
        (Kind.NEXT_STAGE, "18(1)"): Telling(
            "", "If you are not happy with the answer, you can ask for a review panel."
        ),
        (Kind.RECORD, "13(2)(c)"): Telling("the {body} records it (13(2)(c))", ""),
        (Kind.RIGHT_ENDS, "8(5)"): Telling("the right to resubmit ends (8(5))", _RIGHT),
        (Kind.RIGHT_ENDS, "18(2)"): Telling("the right to request a panel ends (18(2))", _RIGHT),
    }
)
"""What stands beside a limit in the Regulations."""
