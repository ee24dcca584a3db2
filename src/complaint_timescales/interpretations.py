# SPDX-License-Identifier: MIT
"""The conscience: every doubt about the text, numbered, with its default and the other views.

The library does what ``default`` says. The other options are there so that a figure can be
argued with: each says who holds it, and from where that is known.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import attrs

from complaint_timescales._citations import Citation


@attrs.frozen
class Option:
    """One way to read the text.

    Attributes:
        name: a short name.
        words: what it says.
        held_by: who reads it so, with the source, or an empty text.
    """

    name: str
    words: str
    held_by: str = ""


def _citations(values: tuple[str, ...]) -> tuple[Citation, ...]:
    return tuple(Citation(value) for value in values)


@attrs.frozen(kw_only=True)
class Interpretation:
    """One doubt.

    Attributes:
        number: ``I-1``.
        question: what is in doubt.
        by: the provisions in question.
        text_says: what the words are, or what they leave out.
        silent: whether the text says nothing on the point.
        options: the ways to read it; the first is the default.
        effect: what turns on it.
    """

    number: str
    question: str
    by: tuple[Citation, ...] = attrs.field(converter=_citations)
    text_says: str
    silent: bool
    options: tuple[Option, ...]
    effect: str

    @property
    def default(self) -> Option:
        """What the library does."""
        return self.options[0]


_ALL: Final = (
    Interpretation(
        number="I-1", by=("14(1)", "17(3)", "17(6)", "18(2)", "19(4)", "20(2)", "20(3)"),
        question="Is the start date day 0 or day 1?",
        text_says="'within N working days of' and 'from'; 'beginning with' stands in 13(4) alone.",
        silent=False,
        options=(
            Option("day_0",
                   "The start is day 0, whatever day it is; day 1 is the next working day.",
                   "the general rule; Ombudsman decision 25 005 179"),
            Option("day_1", "A start on a working day is day 1.",
                   "spreadsheets that use NETWORKDAYS; rows 4 and 5 of Sandwell's 2022/23 table"),
        ),
        effect="One working day on every deadline.",
    ),
    Interpretation(
        number="I-2", by=("14(1)", "17(3)"),
        question="Is an act on a non-working day after the last day in time?",
        text_says="'within' a number of working days; the last of them ends at midnight.",
        silent=False,
        options=(
            Option("late", "Late, by no whole working day: the limit ended with its last day."),
            Option("by_count", "In time, for no further working day has passed.",
                   "a count of working days compared with the limit"),
        ),
        effect="Acts on a Saturday, Sunday or bank holiday right after the last day.",
    ),
    Interpretation(
        number="I-3", by=("14(5)",),
        question="Can stage 1 be extended after its ten working days have passed?",
        text_says="'may extend the period'; no time is set for deciding to.",
        silent=True,
        options=(
            Option("breach_stays", "Recorded, and the breach of 14(1) stays beside the later day."),
            Option("extends", "It extends the period all the same."),
        ),
        effect="Whether a late extension can cure a breach.",
    ),
    Interpretation(
        number="I-4", by=("15(2)",),
        question="May stage 2 be requested while stage 1 is still in time?",
        text_says="Where they 'have not resolved matters under regulation 14' the complainant may.",
        silent=True,
        options=(
            Option("allow", "Yes: they are not resolved, and the day of the request is a fact."),
            Option("hold", "It takes effect when stage 1 is answered or its time has passed."),
            Option("waiver", "It proposes to leave out stage 1, which needs the authority too."),
        ),
        effect="The stage 2 start date of early requests.",
    ),
    Interpretation(
        number="I-5", by=("17(6)",),
        question="What does a notice of a later date do that is given after the 25th working day?",
        text_says="'before that time limit has passed'; the 25th day itself is still within it.",
        silent=True,
        options=(
            Option("breach_stays", "Recorded; the breach of 17(3) stays beside the later date."),
            Option("extends", "It extends the limit all the same."),
            Option("void", "It does nothing."),
        ),
        effect="Whether a late notice can cure a breach.",
    ),
    Interpretation(
        number="I-6", by=("17(6)",),
        question="Can a second notice name a still later date?",
        text_says="One notice, before the 25 working days have passed.",
        silent=True,
        options=(
            Option("within_65",
                   "Yes, to the 65th day; a passed date stays broken, an earlier one is void."),
            Option("first_alone", "No: the date first named stands."),
        ),
        effect="Cases extended more than once.",
    ),
    Interpretation(
        number="I-7", by=("18(2)",),
        question="Can a request for a panel be accepted after the twenty working days?",
        text_says="'must be made within 20 working days'; no discretion is given.",
        silent=True,
        options=(
            Option("with_reason", "Yes, by the authority, with its reason recorded.",
                   "Ombudsman decisions 20 003 273 and 23 002 843, which treat one as existing"),
            Option("never", "No."),
        ),
        effect="Whether a case closed for want of a request can go on.",
    ),
    Interpretation(
        number="I-8", by=("18(2)", "19(4)"),
        question="Does a request for a panel without reasons start the thirty working days?",
        text_says="The request 'must set out the reasons'; 19(4) runs from 'a request in "
        "accordance with regulation 18'.",
        silent=True,
        options=(
            Option("incomplete", "No: it is recorded, and the complete request starts them."),
            Option("starts", "Yes: the reasons can follow."),
        ),
        effect="The panel's last day in those cases.",
    ),
    Interpretation(
        number="I-9", by=("14(3)(a)", "14(3)(b)"),
        question="Which start date governs where both an interest decision and an advocate are "
        "awaited?",
        text_says="Two cases, each with its date; no order between them.",
        silent=True,
        options=(
            Option("later", "The later of the two."),
            Option("interest", "The decision on sufficient interest."),
        ),
        effect="Rare: an other person can hardly have an advocate under section 26A.",
    ),
    Interpretation(
        number="I-10", by=("19(4)", "20(2)"),
        question="Which meeting counts where the panel adjourns and meets again?",
        text_says="'shall meet' and 'within 5 working days of the meeting'.",
        silent=True,
        options=(
            Option("first_then_last", "The first meets 19(4); the last starts 20(2)."),
            Option("first", "The first, for both."),
        ),
        effect="The report's last day after an adjournment.",
    ),
    Interpretation(
        number="I-11", by=("8(4)", "8(5)"),
        question="Does resubmission resume the procedure, or start it again?",
        text_says="The authority 'shall consider them in accordance with regulations 9 to 20'.",
        silent=False,
        options=(
            Option("restart", "It starts again, from stage 1, with no day carried over."),
            Option("resume", "It goes on where it stopped."),
        ),
        effect="Every limit after a concurrent consideration.",
    ),
    Interpretation(
        number="I-12", by=("8(1)",),
        question="What happens where just a part of the representations is left out?",
        text_says="'to the extent that' they concern the matter.",
        silent=True,
        options=(
            Option("goes_on", "The case goes on with the rest; the part can be a case of its own."),
            Option("suspends", "The whole is suspended."),
        ),
        effect="Clocks of partly excluded representations.",
    ),
    Interpretation(
        number="I-13", by=("8(5)", "9(1)"),
        question="When does a year end, above all from 29 February?",
        text_says="'no later than one year after'.",
        silent=False,
        options=(
            Option("anniversary", "On the same date of the next year; 28 February from the 29th."),
            Option("first_of_march", "On 1 March from 29 February."),
        ),
        effect="One day in four years.",
    ),
    Interpretation(
        number="I-14", by=("2",),
        question="Whose bank holidays are 'bank holidays under' the Act of 1971?",
        text_says="No part of the United Kingdom is named; 1(2) limits the Regulations to England.",
        silent=True,
        options=(
            Option("england", "England's.", "the list of GOV.UK for England and Wales"),
            Option("any", "Those of any part of the United Kingdom."),
        ),
        effect="2 January, St Andrew's Day and others would not count.",
    ),
    Interpretation(
        number="I-15", by=("18(2)", "19(4)", "20(2)", "20(3)"),
        question="Was 25 September 2020 inside or outside the relaxation of 2020?",
        text_says="The changes 'cease to have effect on' that day; the period ends with it.",
        silent=False,
        options=(
            Option("inside", "Inside: the last of the softened days."),
            Option("outside", "Outside: the first of the ordinary days."),
        ),
        effect="Last days that fall on that one day.",
    ),
    Interpretation(
        number="I-16", by=("18(2)", "19(4)", "20(2)", "20(3)"),
        question="What does the saving of 2020 reach?",
        text_says="'any further consideration ... by a panel may proceed as if' it had remained.",
        silent=False,
        options=(
            Option("stage_3", "Every stage 3 limit of a case whose stage 2 ran in that time."),
            Option("panel_alone", "The limits of the panel and after it, not the request's."),
        ),
        effect="Requests made late in cases of that year.",
    ),
    Interpretation(
        number="I-17", by=("14(3)(c)", "17(4)(b)"),
        question="When does the clock start for what comes in on a non-working day?",
        text_says="'the date on which the representations were received'.",
        silent=False,
        options=(
            Option("that_day", "On that day, which is day 0."),
            Option("next_working_day", "On the next working day, which is day 0.",
                   "business-day libraries that roll the start forward"),
        ),
        effect="One working day for about three receipts in ten.",
    ),
    Interpretation(
        number="I-18", by=("14(3)(c)", "17(4)(b)"),
        question="When is something received that comes in after office hours?",
        text_says="A date, without hours.",
        silent=True,
        options=(
            Option("that_day", "On its day: give the date as the authority recorded it."),
            Option("next_working_day", "On the next working day.",
                   "general policies of some authorities, none of them about these Regulations"),
        ),
        effect="One working day.",
    ),
    Interpretation(
        number="I-19", by=("17(4)", "17(5)"),
        question="What starts stage 2?",
        text_says="The request, or the agreement to leave out stage 1; for oral representations "
        "the final written record.",
        silent=False,
        options=(
            Option("request", "The request, as 17(4)(b) says.",
                   "Ombudsman decisions 25 005 179 and 25 010 090"),
            Option("statement", "The agreed statement or terms of reference.",
                   "North Somerset; Ombudsman decision 24 002 249; Sandwell's table of 2022/23"),
            Option("investigator", "The investigator's agreement or appointment.", "Middlesbrough"),
        ),
        effect="Weeks, and most verdicts on stage 2.",
    ),
    Interpretation(
        number="I-20", by=("14(1)", "15(2)"),
        question="What ends stage 1?",
        text_says="'consider and try to resolve'; no letter is asked for.",
        silent=True,
        options=(
            Option("answer", "The answer of the authority, or a resolution."),
            Option("closure", "The day on which the file was closed."),
        ),
        effect="Answers sent in time and closed late.",
    ),
    Interpretation(
        number="I-21", by=("14(3)(b)",),
        question="Does an advocate asked for after receipt stop or move the clock?",
        text_says="It looks at the date on which the representations were received.",
        silent=True,
        options=(
            Option("no", "No; a later start can still be agreed under 14(4)."),
            Option("pause", "The clock stands still until one is appointed.",
                   "generally said of the guidance; its text was not seen"),
        ),
        effect="Stage 1 where an advocate comes late.",
    ),
    Interpretation(
        number="I-22", by=("9(2)", "14(3)(c)"),
        question="From when does stage 1 run where late representations are accepted?",
        text_says="14(3)(c): 'received', in any other case.",
        silent=False,
        options=(
            Option("receipt", "From receipt."),
            Option("acceptance", "From the decision to accept them."),
        ),
        effect="The days that the decision took.",
    ),
    Interpretation(
        number="I-23", by=("14(4)",),
        question="Can a later start be agreed once the limit has passed?",
        text_says="The start 'may ... be a date after' that of 14(3).",
        silent=True,
        options=(
            Option("no", "No: a limit that has passed has no start left to move."),
            Option("yes", "Yes, whenever both agree."),
        ),
        effect="Whether an agreement can cure a breach.",
    ),
    Interpretation(
        number="I-24", by=("18(2)", "20(3)"),
        question="When is a posted or e-mailed notice received?",
        text_says="'received', with no rule of deemed receipt.",
        silent=True,
        options=(
            Option("recorded", "When the record says; until then the limit is not known to run."),
            Option("deemed", "In the ordinary course of post.",
                   "Interpretation Act 1978, section 7"),
        ),
        effect="The last day for asking for a panel.",
    ),
    Interpretation(
        number="I-25", by=("7(1)",),
        question="Can withdrawn representations be taken up again?",
        text_says="Nothing.",
        silent=True,
        options=(
            Option("new_case", "As a new case, to which 9(1) applies afresh."),
            Option("reinstate", "As the same case, where it stopped."),
        ),
        effect="Every limit after a withdrawal.",
    ),
    Interpretation(
        number="I-26", by=("8(5)", "9(2)"),
        question="Can late resubmission be accepted?",
        text_says="8(5) disapplies 9(1), to which the discretion of 9(2) belongs.",
        silent=False,
        options=(
            Option("no", "No: there is no power to."),
            Option("yes", "Yes, as 9(2) allows for late representations."),
        ),
        effect="Resubmission after a year and a day.",
    ),
)  # fmt: skip

INTERPRETATIONS: Final[Mapping[str, Interpretation]] = MappingProxyType(
    {entry.number: entry for entry in _ALL}
)
"""Every interpretation by its number."""
