# SPDX-License-Identifier: MIT
"""The register: every paragraph of the instrument, and what became of it here."""

from __future__ import annotations

from enum import Enum
from typing import Final

import attrs

from complaint_timescales._citations import Citation


class Disposition(Enum):
    """What became of a paragraph."""

    ENCODED = "encoded"
    """A row of the law, or a variant of it, rests on the paragraph."""
    CALENDAR = "calendar"
    """The working-day calendar does what it says."""
    RECORDED_ONLY = "recorded only"
    """A fact or an event can record it; no step and no limit turns on it."""
    LEFT_TO_JUDGEMENT = "left to judgement"
    """It asks people for a judgement that no data can make."""
    OUT_OF_SCOPE = "out of scope"
    """It is about something other than the steps and the time they take."""


@attrs.frozen
class Provision:
    """A paragraph and its disposition.

    Attributes:
        by: the paragraph.
        disposition: what became of it.
        remark: where it is, or the reason why it is not encoded.
        through: the paragraph whose row encodes it, where that is another one.
    """

    by: Citation = attrs.field(converter=Citation)
    disposition: Disposition
    remark: str
    through: Citation | None = attrs.field(
        default=None, converter=attrs.converters.optional(Citation)
    )


def _encoded(by: str, remark: str, through: str | None = None) -> Provision:
    return Provision(by, Disposition.ENCODED, remark, through)


def _calendar(by: str, remark: str) -> Provision:
    return Provision(by, Disposition.CALENDAR, remark)


def _recorded(by: str, remark: str) -> Provision:
    return Provision(by, Disposition.RECORDED_ONLY, remark)


def _judgement(by: str, remark: str) -> Provision:
    return Provision(by, Disposition.LEFT_TO_JUDGEMENT, remark)


def _out(by: str, remark: str) -> Provision:
    return Provision(by, Disposition.OUT_OF_SCOPE, remark)


PROVISIONS: Final = (
    _calendar("1(1)", "The calendar answers from the day on which they came into force."),
    _calendar("1(2)", "England alone, so the bank holidays of England."),
    _calendar("2", "'Working day'; who is not a complainant is redirected."),
    _out("3(1)", "Functions of a local authority; what falls outside is redirected."),
    _out("3(2)", "The list of those under Parts 4 and 5 of the Act, (a) to (f)."),
    _out("4", "The list of those under the Act of 2002, (a) to (g)."),
    _out("5", "The list of those under section 14F, (a) and (b)."),
    _encoded("6", "Receipt; 'orally' is a fact of it."),
    _encoded("7(1)", "Withdrawal from every stage that is under way or suspended."),
    _encoded("7(2)", "A duty without a number."),
    _encoded("8(1)", "The decision, in whole or in part, with its finding of prejudice."),
    _recorded("8(1)(a)", "The ground 'court'."),
    _recorded("8(1)(b)", "The ground 'disciplinary'."),
    _recorded("8(1)(c)", "The ground 'criminal_investigation'."),
    _recorded("8(1)(d)", "The ground 'criminal_proceedings'."),
    _out("8(2)", "Defines 'concurrent consideration'; the events bear the name."),
    _encoded("8(3)", "A duty without a number."),
    _encoded("8(4)", "The end of the concurrent consideration, and resubmission."),
    _encoded("8(5)", "One year to resubmit; the stage lapses afterwards."),
    _encoded("9(1)", "One year from the grounds arising."),
    _encoded("9(2)", "Accepting or declining late representations."),
    _encoded("9(2)(a)", "A fact of the acceptance."),
    _encoded("9(2)(b)", "A fact of the acceptance."),
    _out("10(a)", "An appointment of staff, made once and for all cases."),
    _out("10(b)", "Training and familiarity of staff."),
    _judgement("10(c)", "'Expeditiously' has no number."),
    _encoded("11(1)", "Four duties without a number.", "11(1)(a)(i)"),
    _encoded("11(1)(a)", "The two that follow.", "11(1)(a)(i)"),
    _encoded("11(1)(a)(i)", "A duty without a number."),
    _encoded("11(1)(a)(ii)", "A duty without a number."),
    _encoded("11(1)(b)", "The two that follow.", "11(1)(b)(i)"),
    _encoded("11(1)(b)(i)", "A duty without a number."),
    _encoded("11(1)(b)(ii)", "A duty without a number; an appointment can be recorded."),
    _encoded("12(1)", "The wait for the decision, and a duty without a number."),
    _judgement("12(2)", "Whether to take the child's views into account."),
    _encoded("12(3)", "Sufficient: into stage 1."),
    _encoded("12(4)", "Not sufficient: the end."),
    _judgement("12(5)", "Whether to tell the child."),
    _out("13(1)", "A duty to monitor arrangements, not a step in a case."),
    _recorded("13(2)", "A record, made of the three that follow."),
    _recorded("13(2)(a)", "A case is the record of one set of representations."),
    _recorded("13(2)(b)", "The fact 'outcome' of the events that end a stage."),
    _recorded("13(2)(c)", "The breaches of a case."),
    _out("13(3)", "A yearly report over many cases, not a step in one."),
    _out("13(4)", "The years of the report."),
    _out("13(4)(a)", "The first year of the report."),
    _out("13(4)(b)", "The later years of the report."),
    _encoded("14(1)", "Ten working days; leaving the stage out needs both to agree."),
    _recorded("14(2)", "No condition asks for an independent person at stage 1."),
    _encoded("14(3)", "The start date, by the three that follow.", "14(3)(a)"),
    _encoded("14(3)(a)", "Start: the decision on sufficient interest."),
    _encoded("14(3)(b)", "Start: the appointment of the advocate who was asked for."),
    _encoded("14(3)(c)", "Start: receipt."),
    _encoded("14(4)", "Start: the later date agreed at the complainant's request."),
    _encoded("14(5)", "Up to ten working days more, for complex representations."),
    _encoded("15(1)", "Resolved, and the written terms as a duty without a number."),
    _encoded("15(2)", "Not resolved, and the request for stage 2, which has no limit."),
    _encoded("16(1)", "A written record just where the representations were oral."),
    _recorded("16(1)(a)", "The duty of 16(2) arises when leaving out stage 1 is agreed."),
    _recorded("16(1)(b)", "The duty of 16(2) arises when stage 2 is requested."),
    _encoded("16(2)", "A duty without a number."),
    _recorded("16(2)(a)", "Part of the duty of 16(2)."),
    _recorded("16(2)(b)", "Part of the duty of 16(2)."),
    _judgement("16(2)(c)", "What to amend in the light of the comments."),
    _encoded("16(3)", "The final record opens stage 2."),
    _encoded("17(1)", "Into stage 2 in two ways.", "17(1)(a)"),
    _encoded("17(1)(a)", "Into stage 2 by agreement to leave out stage 1."),
    _encoded("17(1)(b)", "Into stage 2 by request; nothing lets the authority refuse.", "15(2)"),
    _encoded("17(2)", "The appointment, and that the independent person took part."),
    _encoded("17(3)", "Twenty-five working days to send the notice."),
    _encoded("17(4)", "The start date, by the two that follow.", "17(4)(a)"),
    _encoded("17(4)(a)", "Start: the agreement to leave out stage 1."),
    _encoded("17(4)(b)", "Start: the request for stage 2."),
    _encoded("17(5)", "Start: the final written record of oral representations."),
    _encoded("17(6)", "A notice of a later date, up to the 65th working day."),
    _encoded("17(6)(a)", "The reason."),
    _encoded("17(6)(b)", "The latest date that a notice can name."),
    _recorded("17(7)", "Taking part in discussions is part of the fact under 17(2)."),
    _recorded("17(7)(a)", "Part of the same fact."),
    _recorded("17(7)(b)", "Part of the same fact."),
    _judgement("17(8)", "What the notice must tell the complainant."),
    _judgement("17(8)(a)", "The right to a panel, in the notice."),
    _judgement("17(8)(b)", "How to ask for one, in the notice."),
    _encoded("18(1)", "The request for a panel."),
    _encoded("18(2)", "Twenty working days from receiving the notice; reasons."),
    _encoded("19(1)", "A panel follows a request; nothing lets the authority refuse.", "19(4)"),
    _encoded("19(2)", "Three independent persons."),
    _encoded("19(3)", "Not the independent person of stage 2."),
    _encoded("19(4)", "Thirty working days to meet."),
    _judgement("19(5)", "What the panel considers at its meeting."),
    _judgement("19(5)(a)", "Submissions that it hears."),
    _judgement("19(5)(a)(i)", "The complainant's, or the advocate's."),
    _judgement("19(5)(a)(ii)", "The authority's."),
    _judgement("19(5)(a)(iii)", "Those of others with a sufficient interest."),
    _judgement("19(5)(b)", "The independent person's."),
    _judgement("19(6)", "Who accompanies the complainant and speaks."),
    _judgement("20(1)", "What the panel recommends and writes."),
    _judgement("20(1)(a)", "The summary in the report."),
    _judgement("20(1)(b)", "The recommendations in the report."),
    _encoded("20(2)", "Five working days to send the report."),
    _out("20(2)(a)", "To whom it is sent: the authority, whose receipt is an event."),
    _out("20(2)(b)", "To whom it is sent: the complainant and the advocate."),
    _out("20(2)(c)", "To whom it is sent: the independent person of stage 2."),
    _judgement("20(2)(d)", "To whom it is sent: others with a sufficient interest."),
    _encoded("20(3)", "Fifteen working days to send the response."),
    _judgement("20(3)(a)", "How the authority responds."),
    _judgement("20(3)(b)", "What the authority proposes to do."),
    _out("21", "Says who may make representations to a voluntary organisation."),
    _out("21(a)", "The child."),
    _out("21(b)", "A parent."),
    _out("21(c)", "A person with parental responsibility."),
    _encoded("21(d)", "An other person, who is a regulation 12 person here.", "12(1)"),
    _encoded("22(1)", "The same rows, for a voluntary organisation."),
    _encoded("22(2)", "The modifications that follow.", "22(2)(b)"),
    _encoded("22(2)(a)", "The voluntary organisation stands for the authority.", "22(1)"),
    _encoded("22(2)(b)", "No advocate: the event and the start rule are left out."),
    _judgement("22(2)(c)", "Who is a complainant and who is independent."),
    _judgement("22(2)(c)(i)", "Who is a complainant."),
    _judgement("22(2)(c)(ii)", "Who is independent."),
    _encoded("22(2)(d)", "A regulation 21(d) person is a regulation 12 person.", "12(1)"),
    _encoded("23(1)", "The same rows, without regulation 12, for fostering limits."),
    _judgement("23(2)", "Who is a complainant about fostering limits."),
    _out("24(1)", "Revokes the regulations of 1991."),
    _out("24(2)", "Representations that were under way on 1 September 2006."),
    _out("24(3)", "A notice of 1991's procedure that counts as a request for stage 2."),
    _out("24(4)", "A notice of 1991's procedure that counts as a request for a panel."),
    _out("24(5)", "Revokes a provision of 2001."),
    _out("24(6)", "Revokes a provision of 2002."),
    _out("24(7)", "Revokes provisions of 2004."),
    _out("24(8)", "Revokes a provision of 2005."),
    _out("25(1)", "Amends the Children's Homes Regulations 2001."),
    _out("25(2)", "Amends the Fostering Services Regulations 2002."),
)
"""Every paragraph, in the order of the instrument."""
