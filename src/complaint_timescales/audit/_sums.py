# SPDX-License-Identifier: MIT
"""Claims about sums and shares: totals, percentages, means, and counts that cannot be."""

from __future__ import annotations

from fractions import Fraction
from typing import ClassVar, Final

import attrs

from complaint_timescales._assessments import timescale_of
from complaint_timescales._dates import counted, listed
from complaint_timescales._errors import InvalidDocument
from complaint_timescales._kinds import WorkingDays
from complaint_timescales.audit._figures import Figure, decimal, figure_of, figures_of, total
from complaint_timescales.audit._shapes import Judgement, Verdict

_ROUNDING: Final = "figures printed to some places are rounded or truncated to them"
_NO_COUNT: Final = "a count is a whole number of at least 0"


def impossible(claim_kind: str, where: str, figures: tuple[Figure, ...]) -> Judgement | None:
    """What is said where one of the figures can be no count, or None."""
    wrong = [figure.written for figure in figures if not figure.is_count()]
    if not wrong:
        return None
    return Judgement(
        kind=claim_kind,
        where=where,
        stated=listed(wrong),
        verdict=Verdict.CANNOT_BE,
        what="it can be no count" if len(wrong) == 1 else "they can be no counts",
        rule=_NO_COUNT,
        remedy="Look the figure up where it was counted",
    )


def by_rounding(
    kind: str, where: str, stated: Figure, exact: Fraction, words: str, unit: str = ""
) -> Judgement:
    """What is said of a printed figure beside the exact one."""
    way = stated.way_from(exact)
    verdicts = {"truncated": Verdict.AGREES_IF_TRUNCATED, "": Verdict.DOES_NOT_AGREE}
    recount = f"{words} is {decimal(exact, stated.places + 2)}{unit}"
    return Judgement(
        kind=kind,
        where=where,
        stated=stated.written,
        verdict=verdicts.get(way, Verdict.AGREES),
        recount=f"{recount}, {way}" if way else recount,
        what="" if way else "neither rounding nor truncating gives it",
        rule="" if way else _ROUNDING,
        remedy="" if way else "Work it out again from the counts, and print those beside it",
    )


@attrs.frozen(kw_only=True)
class Count:
    """A count that must be possible: whole, not negative, not greater than its whole."""

    kind: ClassVar[str] = "count"
    where: str
    stated: Figure = attrs.field(converter=figure_of)
    whole: Figure | None = attrs.field(default=None, converter=attrs.converters.optional(figure_of))

    def check(self) -> Judgement:
        """Whether it can be."""
        given = (self.stated,) if self.whole is None else (self.stated, self.whole)
        if wrong := impossible(self.kind, self.where, given):
            return wrong
        over = self.whole is not None and self.stated.value > self.whole.value
        return Judgement(
            kind=self.kind,
            where=self.where,
            stated=self.stated.written,
            verdict=Verdict.CANNOT_BE if over else Verdict.AGREES,
            recount="" if over else "it can be a count",
            what=f"it is more than its whole, {self.whole}" if over else "",
            rule="a part is not greater than the whole" if over else "",
            remedy="Look both up where they were counted" if over else "",
        )


@attrs.frozen(kw_only=True)
class Sum:
    """Parts that add up to a stated total."""

    kind: ClassVar[str] = "sum"
    where: str
    parts: tuple[Figure, ...] = attrs.field(converter=figures_of)
    stated: Figure = attrs.field(converter=figure_of)

    def check(self) -> Judgement:
        """The parts, added."""
        if wrong := impossible(self.kind, self.where, (*self.parts, self.stated)):
            return wrong
        found = total(self.parts)
        right = found == self.stated.value
        over = abs(found - self.stated.value)
        more = "more" if found > self.stated.value else "fewer"
        return Judgement(
            kind=self.kind,
            where=self.where,
            stated=self.stated.written,
            verdict=Verdict.AGREES if right else Verdict.DOES_NOT_AGREE,
            recount=f"{' + '.join(map(str, self.parts))} = {found}",
            what="" if right else f"the parts come to {over} {more}",
            rule="" if right else "parts add up to their total",
            remedy=""
            if right
            else "Find the part or the total that is wrong, or say what is left"
            " out or counted twice",
        )


def _groups(value: object) -> tuple[tuple[Figure, ...], ...]:
    """Groups as TOML gives them, or an error that shows some."""
    if not isinstance(value, list | tuple) or not value:
        remedy = "Write [[10, 2], [9, 3]]"
        raise InvalidDocument("groups are needed", written=value, remedy=remedy)
    return tuple(map(figures_of, value))


@attrs.frozen(kw_only=True)
class WeightedSum:
    """Groups of people with some each: ``[[10, 2], [9, 3]]`` is ten with two and nine with three.

    ``people`` or ``stated`` is what is printed; where neither is, the recount is all there is.
    """

    kind: ClassVar[str] = "weighted_sum"
    where: str
    groups: tuple[tuple[Figure, ...], ...] = attrs.field(converter=_groups)
    stated: Figure | None = attrs.field(
        default=None, converter=attrs.converters.optional(figure_of)
    )
    people: Figure | None = attrs.field(
        default=None, converter=attrs.converters.optional(figure_of)
    )

    @groups.validator
    def _in_pairs(self, _: object, groups: tuple[tuple[Figure, ...], ...]) -> None:
        if any(len(group) != 2 for group in groups):
            raise InvalidDocument("each group is [how many, with how many each]", where="groups")

    def check(self) -> Judgement:
        """The groups, multiplied out and added."""
        printed = tuple(figure for figure in (self.stated, self.people) if figure is not None)
        flat = tuple(figure for group in self.groups for figure in group)
        if wrong := impossible(self.kind, self.where, (*flat, *printed)):
            return wrong
        people = total(group[0] for group in self.groups)
        things = sum((n.value * each.value for n, each in self.groups), Fraction(0))
        pairs = ((self.stated, things), (self.people, people))
        right = all(figure is None or figure.value == found for figure, found in pairs)
        verdict = Verdict.AGREES if right else Verdict.DOES_NOT_AGREE
        return Judgement(
            kind=self.kind,
            where=self.where,
            stated=listed([figure.written for figure in printed]) or "no total is printed",
            verdict=verdict if printed else Verdict.CANNOT_TELL,
            recount=f"the groups come to {things} by {people}",
            what="" if right else "the groups do not come to what is printed",
            rule="" if right else "each group counts as often as it is many",
            remedy="" if right and printed else "Print what the groups come to beside them",
        )


@attrs.frozen(kw_only=True)
class Percentage:
    """A printed percentage of two counts."""

    kind: ClassVar[str] = "percentage"
    where: str
    part: Figure = attrs.field(converter=figure_of)
    whole: Figure = attrs.field(converter=figure_of)
    stated: Figure = attrs.field(converter=figure_of)

    def check(self) -> Judgement:
        """Which rounding gives it, or that none does."""
        if wrong := impossible(self.kind, self.where, (self.part, self.whole)):
            return wrong
        if self.part.value > self.whole.value:
            return Count(where=self.where, stated=self.part, whole=self.whole).check()
        words = f"{self.part} of {self.whole}"
        if not self.whole.value:
            return Judgement(
                kind=self.kind,
                where=self.where,
                stated=self.stated.written,
                verdict=Verdict.CANNOT_BE,
                what=f"{words} is no percentage",
                remedy="Leave it out where there is nothing to divide by",
            )
        exact = 100 * self.part.value / self.whole.value
        return by_rounding(self.kind, self.where, self.stated, exact, words, "%")


@attrs.frozen(kw_only=True)
class Percentages:
    """Printed percentages of all the parts of a whole."""

    kind: ClassVar[str] = "percentages"
    where: str
    stated: tuple[Figure, ...] = attrs.field(converter=figures_of)

    def check(self) -> Judgement:
        """Whether they can add up to 100, each rounded or truncated to its places."""
        found = total(self.stated)
        units = sum((Fraction(1, 10**figure.places) for figure in self.stated), Fraction(0))
        rounded = abs(found - 100) <= units / 2
        truncated = 100 - units < found <= 100
        within = ", which is 100 to within rounding" if rounded and found != 100 else ""
        right = rounded or truncated
        return Judgement(
            kind=self.kind,
            where=self.where,
            stated=listed([figure.written for figure in self.stated]),
            verdict=Verdict.AGREES
            if rounded
            else Verdict.AGREES_IF_TRUNCATED
            if truncated
            else Verdict.DOES_NOT_AGREE,
            recount=f"they come to {decimal(found, 6)}{within}",
            what="" if right else "rounding does not explain it",
            rule="" if right else "the percentages of all parts come to 100",
            remedy="" if right else "Say which part is left out, or work them out again",
        )


def _figures_if_any(value: object) -> tuple[Figure, ...]:
    return () if value == () else figures_of(value)


@attrs.frozen(kw_only=True)
class Mean:
    """A printed mean of figures, or of a total by how many."""

    kind: ClassVar[str] = "mean"
    where: str
    stated: Figure = attrs.field(converter=figure_of)
    figures: tuple[Figure, ...] = attrs.field(default=(), converter=_figures_if_any)
    total: Figure | None = attrs.field(default=None, converter=attrs.converters.optional(figure_of))
    of: Figure | None = attrs.field(default=None, converter=attrs.converters.optional(figure_of))

    def __attrs_post_init__(self) -> None:
        """Either the figures, or their total and number."""
        if bool(self.figures) == (self.total is not None and self.of is not None):
            remedy = "Write figures = [75, 57], or total = 132 and of = 2"
            raise InvalidDocument("the figures are needed, or total and of", remedy=remedy)
        if self.of is not None and (not self.of.is_count() or not self.of.value):
            remedy = "Give how many there are"
            raise InvalidDocument("there is no mean of that many", where="of", remedy=remedy)

    def check(self) -> Judgement:
        """Which rounding gives it, or that none does."""
        whole = total(self.figures) if self.total is None else self.total.value
        number = Fraction(len(self.figures)) if self.of is None else self.of.value
        words = f"{decimal(whole, 6)} by {number}"
        return by_rounding(self.kind, self.where, self.stated, whole / number, words)


@attrs.frozen(kw_only=True)
class Over:
    """A printed number of figures that are over a limit, out of how many."""

    kind: ClassVar[str] = "over"
    where: str
    figures: tuple[Figure, ...] = attrs.field(converter=figures_of)
    provision: str
    stated: Figure = attrs.field(converter=figure_of)
    of: Figure = attrs.field(converter=figure_of)

    def __attrs_post_init__(self) -> None:
        """The limit is one in working days."""
        if not isinstance(timescale_of(self.provision).limit, WorkingDays):
            raise InvalidDocument(
                "that limit is not in working days", where="provision", written=self.provision
            )

    def check(self) -> Judgement:
        """The figures over the limit, counted."""
        limit = timescale_of(self.provision).limit
        over = [figure for figure in self.figures if figure.value > limit.number]
        right = len(over) == self.stated.value and len(self.figures) == self.of.value
        which = f": {listed([each.written for each in over])}" if over else ""
        return Judgement(
            kind=self.kind,
            where=self.where,
            stated=f"{self.stated} of {self.of}",
            verdict=Verdict.AGREES if right else Verdict.DOES_NOT_AGREE,
            recount=f"{len(over)} of {len(self.figures)} are over {limit}{which}",
            what="" if right else f"{counted(len(over), 'figure')} over the limit",
            rule=self.provision,
            remedy="" if right else "Count again, and say which limit it is measured by",
        )


@attrs.frozen(kw_only=True)
class Beside:
    """A total that stands in a publication beside another total of the same thing."""

    kind: ClassVar[str] = "beside"
    where: str
    stated: Figure = attrs.field(converter=figure_of)
    beside: Figure = attrs.field(converter=figure_of)

    def check(self) -> Judgement:
        """Whether they are the same."""
        if wrong := impossible(self.kind, self.where, (self.stated, self.beside)):
            return wrong
        apart = self.stated.value - self.beside.value
        more = "more" if apart > 0 else "fewer"
        return Judgement(
            kind=self.kind,
            where=self.where,
            stated=f"{self.stated} beside {self.beside}",
            verdict=Verdict.DOES_NOT_AGREE if apart else Verdict.AGREES,
            recount=f"{abs(apart)} {more}" if apart else "the same",
            what="one publication gives two totals" if apart else "",
            rule="figures of one thing in one period have one total" if apart else "",
            remedy="Say what each of the two counts" if apart else "",
        )
