# SPDX-License-Identifier: MIT
"""Claims in words: durations, limits, changes from year to year, and quarters."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from typing import ClassVar, Final

import attrs

from complaint_timescales._assessments import timescale_of
from complaint_timescales._dates import listed, spoken
from complaint_timescales._errors import InvalidDocument
from complaint_timescales._kinds import Timescale, WorkingDays
from complaint_timescales.audit._figures import Figure, decimal, figure_of
from complaint_timescales.audit._shapes import Judgement, Verdict
from complaint_timescales.conventions import START_DAY_NOT_COUNTED
from complaint_timescales.events import BY_NAME
from complaint_timescales.reconcile import Reconciliation, reconciliation_of
from complaint_timescales.regulations import LOCAL_AUTHORITY
from complaint_timescales.working_days import WorkingDayCalendar


def _phrase(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        remedy = "Write it in quotes, as it is printed"
        raise InvalidDocument("a text is needed", written=value, remedy=remedy)
    return value


# ---------------------------------------------------------------------------------------
# Durations
# ---------------------------------------------------------------------------------------


@attrs.frozen(kw_only=True)
class Duration:
    """A printed number of working days between two dates."""

    kind: ClassVar[str] = "duration"
    where: str
    start: date
    end: date
    stated: Figure = attrs.field(converter=figure_of)

    def check(self, calendar: WorkingDayCalendar | None = None) -> Judgement:
        """Which way of counting gives it, or which slip would; over England's calendar or this."""
        if not self.stated.is_count():
            verdict, recount = Verdict.CANNOT_BE, ""
            what, remedy = "it is no number of days", "Working days are counted in whole days"
        else:
            days = int(self.stated.value)
            found = reconciliation_of(self.start, self.end, days, calendar=calendar)
            verdict, what, remedy = _told(found)
            recount = (
                "" if found.by_law is None else f"by the Regulations' way it is {found.by_law}"
            )
        agrees = verdict is Verdict.AGREES
        return Judgement(
            kind=self.kind,
            where=self.where,
            stated=f"{self.stated} working days from {spoken(self.start)} to {spoken(self.end)}",
            verdict=verdict,
            recount=recount,
            what=what,
            rule="" if agrees else "a limit runs from the day after its start, to the end of a day",
            remedy=remedy,
        )


def _told(found: Reconciliation) -> tuple[Verdict, str, str]:
    """The verdict, what was found, and what to do."""
    if START_DAY_NOT_COUNTED in found.conventions:
        return Verdict.AGREES, "", ""
    slips = "; or ".join(map(str, found.slips[:3]))
    ask = "Ask which dates it was counted from, and how"
    remedy = f"{ask}. A suggestion only: it would be {slips}" if slips else ask
    if found.by_law is None:
        return Verdict.CANNOT_BE, "the end is before the start", remedy
    if not found.conventions:
        return Verdict.DOES_NOT_AGREE, "no way of counting known here gives it", remedy
    names = listed([each.name for each in found.conventions], last="or")
    return Verdict.DOES_NOT_AGREE, f"it is counted otherwise: {names}", f"Print {found.by_law}"


# ---------------------------------------------------------------------------------------
# Limits
# ---------------------------------------------------------------------------------------

_LIMIT: Final = re.compile(
    r"(?P<number>[0-9]{1,4}) (?P<unit>working day|calendar day|day|week|month|year)s?"
)


@attrs.frozen(kw_only=True)
class QuotedLimit:
    """A time limit as a publication quotes it: ``13 weeks`` for 17(6), and what it runs from."""

    kind: ClassVar[str] = "limit"
    where: str
    provision: str
    stated: str = attrs.field(converter=_phrase)
    runs_from: str = ""

    def __attrs_post_init__(self) -> None:
        """The provision sets a limit, the words are a limit, and the start is an event."""
        timescale_of(self.provision)
        if not _LIMIT.fullmatch(" ".join(self.stated.split()).casefold()):
            remedy = "Write '20 working days', '28 days', '13 weeks' or '1 year'"
            raise InvalidDocument("not a limit", where="stated", written=self.stated, remedy=remedy)
        if self.runs_from and self.runs_from not in BY_NAME:
            near = difflib.get_close_matches(self.runs_from, BY_NAME, n=1)
            raise InvalidDocument(
                "no event has that name",
                where="runs_from",
                written=self.runs_from,
                remedy=f"Did you mean '{near[0]}'?" if near else "Write 'investigation_requested'",
            )

    def check(self) -> Judgement:
        """The words beside the row of the law."""
        law = timescale_of(self.provision)
        verdict, what = self._number_and_unit(law)
        starts = {str(o.event.name): rule for rule in law.runs_from.rules for o in rule.on}
        if self.runs_from and self.runs_from not in starts:
            verdict = Verdict.DOES_NOT_AGREE
            also = f"it does not run from {_words(self.runs_from)}"
            what = f"{what}; and {also}" if what else also
        right = verdict is Verdict.AGREES
        from_words = f", from {_words(self.runs_from)}" if self.runs_from else ""
        return Judgement(
            kind=self.kind,
            where=self.where,
            stated=f"{self.stated}{from_words} for {self.provision}",
            verdict=verdict,
            recount=f"the limit is {law.limit} from {law.runs_from.name}, to {law.what}",
            what=what,
            rule=f"regulation {self.provision}",
            remedy="" if right else f"Print '{law.limit}', and from when it runs",
        )

    def _number_and_unit(self, law: Timescale) -> tuple[Verdict, str]:
        found = _LIMIT.fullmatch(" ".join(self.stated.split()).casefold())
        assert found is not None  # refused when the claim was made
        number, unit = int(found["number"]), found["unit"]
        if (number, unit) == (law.limit.number, law.limit.unit):
            return Verdict.AGREES, ""
        if (number, unit) == (law.limit.number, "day") and isinstance(law.limit, WorkingDays):
            return Verdict.CANNOT_TELL, "it does not say whether these are working days"
        if unit == "week" and number * 5 == law.limit.number:
            return Verdict.DOES_NOT_AGREE, "a week with a bank holiday has not five working days"
        others = [
            f"{each.by} to {each.what}"
            for each in LOCAL_AUTHORITY.timescales.values()
            if (each.limit.number, each.limit.unit) == (number, unit)
        ]
        if others:
            return Verdict.DOES_NOT_AGREE, f"that is the limit of {listed(others)}"
        return Verdict.DOES_NOT_AGREE, "no limit of the Regulations is that long"


def _words(name: str) -> str:
    return name.replace("_", " ")


# ---------------------------------------------------------------------------------------
# Changes from one period to another
# ---------------------------------------------------------------------------------------

_YEAR: Final = re.compile(r"(?P<first>[0-9]{4})(?P<mark>[/-])(?P<second>[0-9]{2})")
THE_YEAR_BEFORE: Final = "the year before"


def _period(text: object) -> str:
    if not isinstance(text, str) or not (text == THE_YEAR_BEFORE or _YEAR.fullmatch(text)):
        remedy = f"Write '2022/23', or '{THE_YEAR_BEFORE}' for what a change refers to"
        raise InvalidDocument("not a year", written=text, remedy=remedy)
    return text.replace("-", "/")


@attrs.frozen(kw_only=True)
class Change:
    """By how much a figure is said to have changed: ``by=-6`` for six fewer.

    Attributes:
        since: the period it is compared with: ``2021/22`` or ``the year before``.
        by: the difference, which is negative where the figure is now smaller.
        further: whether it is said to come on top of the change before it.
    """

    since: str = attrs.field(converter=_period)
    by: Figure = attrs.field(converter=figure_of)
    further: bool = attrs.field(default=False)

    @further.validator
    def _is_said(self, _: object, value: object) -> None:
        if not isinstance(value, bool):
            remedy = "Write further = true"
            raise InvalidDocument("true or false", where="further", written=value, remedy=remedy)

    def words(self) -> str:
        """``6 fewer than the year before``."""
        size, more = abs(self.by.value), "more" if self.by.value > 0 else "fewer"
        return f"{'a further ' * self.further}{size} {more} than {self.since}"


def _in_order(value: Iterable[Change]) -> tuple[Change, ...]:
    return tuple(value)


def _figures_by_period(value: Mapping[str, object]) -> dict[str, Figure]:
    return {_period(period): figure_of(figure) for period, figure in value.items()}


@attrs.frozen(kw_only=True)
class Comparison:
    """A figure compared in words with those of earlier periods.

    Attributes:
        where: where it stands.
        period: the period of the figure: ``2022/23``.
        stated: the figure.
        changes: what it is compared with, in the order of the sentence.
        known: figures of earlier periods, where the publication gives any.
    """

    kind: ClassVar[str] = "comparison"
    where: str
    period: str = attrs.field(converter=_period)
    stated: Figure = attrs.field(converter=figure_of)
    changes: tuple[Change, ...] = attrs.field(converter=_in_order)
    known: Mapping[str, Figure] = attrs.field(factory=dict, converter=_figures_by_period)

    def check(self) -> Judgement:
        """Whether one figure for each earlier period would make all of it true."""
        implied: dict[str, set[Fraction]] = {}
        last: set[Fraction] = set()
        for change in self.changes:
            since = self._year_before() if change.since == THE_YEAR_BEFORE else change.since
            before = last if change.further else set()
            last = {n - change.by.value for n in {self.stated.value} | before}
            if since in implied and not implied[since] & last:
                return self._judged(
                    Verdict.CANNOT_BE,
                    f"{since} would have had {_either(implied[since])}, and then {_either(last)}",
                    f"two figures for one period: the year before {self.period} is "
                    f"{self._year_before()}",
                )
            implied[since] = implied.get(since, last) & last
            if since in self.known and self.known[since].value not in last:
                change_made = self.stated.value - self.known[since].value
                return self._judged(
                    Verdict.DOES_NOT_AGREE,
                    f"{since} had {self.known[since]}: the change is {_signed(change_made)}",
                    f"'{change.words()}' does not say so",
                )
        untold = sorted(set(implied) - set(self.known))
        would = [f"{since} would have had {_either(implied[since])}" for since in untold]
        verdict = Verdict.CANNOT_TELL if untold else Verdict.AGREES
        return self._judged(verdict, "; ".join(would), "")

    def _year_before(self) -> str:
        year = int(self.period[:4])
        return f"{year - 1}/{year % 100:02d}"

    def _judged(self, verdict: Verdict, recount: str, what: str) -> Judgement:
        wrong = verdict in {Verdict.CANNOT_BE, Verdict.DOES_NOT_AGREE}
        changes = listed([change.words() for change in self.changes])
        return Judgement(
            kind=self.kind,
            where=self.where,
            stated=f"{self.stated} in {self.period}, {changes}",
            verdict=verdict,
            recount=recount,
            what=what,
            rule="a change is the difference of two figures" if wrong else "",
            remedy="" if verdict is Verdict.AGREES else "Print the figures of the years themselves",
        )


def _signed(value: Fraction) -> str:
    return f"{'+' * (value > 0)}{decimal(value, 6)}"


def _either(values: set[Fraction]) -> str:
    return listed([str(value) for value in sorted(values)], last="or")


# ---------------------------------------------------------------------------------------
# Quarters
# ---------------------------------------------------------------------------------------

QUARTERS: Final = {
    "Q1": ("april", "june"),
    "Q2": ("july", "september"),
    "Q3": ("october", "december"),
    "Q4": ("january", "march"),
}
_MONTHS: Final = re.compile(r"(?P<first>[a-z]+) ?(?:to|-|\N{EN DASH}) ?(?P<last>[a-z]+)")


@attrs.frozen(kw_only=True)
class Quarter:
    """A quarter of the financial year, with the months that it is said to have."""

    kind: ClassVar[str] = "quarter"
    where: str
    stated: str = attrs.field(converter=_phrase)
    months: str

    def check(self) -> Judgement:
        """Whether these are the months of that quarter."""
        found = _MONTHS.fullmatch(" ".join(self.months.split()).casefold())
        pair = (found["first"], found["last"]) if found else ("", "")
        named = next((name for name, months in QUARTERS.items() if _same(pair, months)), "")
        right = named == self.stated.strip().upper()
        verdict = Verdict.AGREES if right else Verdict.DOES_NOT_AGREE
        first, last = (month.capitalize() for month in QUARTERS.get(named, ("", "")))
        return Judgement(
            kind=self.kind,
            where=self.where,
            stated=f"{self.stated} ({self.months})",
            verdict=verdict if named else Verdict.CANNOT_BE,
            recount=f"{first} to {last} is {named}" if named else "",
            what="" if named else "no quarter of a financial year has these months",
            rule="" if right else "the financial year runs from 1 April to 31 March",
            remedy=""
            if right
            else f"Print '{named} ({first} to {last})'"
            if named
            else "Print the label with its months: 'Q2 (July to September)'",
        )


def _same(pair: tuple[str, str], months: tuple[str, str]) -> bool:
    """Whether two months are those, each in full or cut to three letters or more."""
    return all(len(a) >= 3 and b.startswith(a) for a, b in zip(pair, months, strict=True))
