# SPDX-License-Identifier: MIT
"""The rows of the legs name columns that there are, and provisions that are the law's."""

from __future__ import annotations

import pytest

from complaint_timescales.monitoring import FIELDS, LEGS, Leg
from complaint_timescales.monitoring._legs import LOCAL_STARTS, MILESTONES
from complaint_timescales.regulations import LOCAL_AUTHORITY
from complaint_timescales.tables import FieldKind, plain_name

KIND = {field.name: field.kind for field in FIELDS}


class TestLegs:
    """Each leg."""

    @pytest.mark.parametrize("leg", LEGS, ids=lambda leg: leg.key)
    def test_its_columns_are_fields_of_the_right_kind(self, leg: Leg) -> None:
        """Dates for days, yes and no for what is asked."""
        days = [start.field for start in leg.starts]
        days += [leg.end, *leg.ceases_on]
        flags = [start.awaited_where for start in leg.starts if start.awaited_where]
        if leg.extending:
            days += [name for name in (leg.extending.decided, leg.extending.until) if name]
            flags += [name for name in (leg.extending.flag, leg.extending.ground) if name]

        assert {KIND[name] for name in days} == {FieldKind.DATE}
        assert {KIND[name] for name in flags} <= {FieldKind.YES_NO}
        assert not leg.outcome or KIND[leg.outcome] is FieldKind.TEXT

    @pytest.mark.parametrize("leg", LEGS, ids=lambda leg: leg.key)
    def test_its_limit_and_extension_are_those_of_the_regulations(self, leg: Leg) -> None:
        """And the extension is of that very limit."""
        assert leg.by in LOCAL_AUTHORITY.timescales
        extensions = [row.by for row in LOCAL_AUTHORITY.extensions_of(leg.by)]
        assert ([leg.extending.by] if leg.extending else []) == list(map(str, extensions))

    def test_every_limit_in_working_days_is_one_of_them(self) -> None:
        """With its extensions; the others are years."""
        named = {leg.by for leg in LEGS} | {leg.extending.by for leg in LEGS if leg.extending}

        assert named == {
            name for name, row in LOCAL_AUTHORITY.timescales.items()
            if row.limit.unit == "working day"
        }  # fmt: skip

    def test_the_starts_of_the_two_stages_are_in_the_words_of_the_regulations(self) -> None:
        """14(3), 14(4), 17(4) and 17(5); a case opens on the first of them."""
        assert ["14(3)(c)", "14(3)(a)", "14(3)(b)", "14(4)"] == [s.by for s in LEGS[0].starts]
        assert ["17(4)(b)", "17(4)(a)", "17(5)"] == [s.by for s in LEGS[1].starts]
        assert ["received", "stage2_requested"] == [leg.opens_on for leg in LEGS[:2]]

    def test_what_reaches_a_leg_and_what_it_rests_on_is_worked_out(self) -> None:
        """Of stage 2."""
        starts = ("stage2_requested", "stage_1_waived", "written_record")

        assert (*starts, "adjudication_sent") == LEGS[1].reached_by
        assert (*starts, "orally", "adjudication_sent", "withdrawn", "resolved_by_mediation") == (
            LEGS[1].rests_on
        )


class TestColumns:
    """The names of the columns."""

    def test_local_starts_and_milestones_are_dates(self) -> None:
        """Each of them."""
        names = [start.field for start in LOCAL_STARTS.values()]
        names += [name for step in MILESTONES for name in (step.start, step.end)]

        assert {KIND[name] for name in names} == {FieldKind.DATE}

    def test_no_name_is_taken_for_two_fields(self) -> None:
        """An alias belongs to one field, and is written as names are compared."""
        names = [name for field in FIELDS for name in (field.name, *field.aliases)]

        assert len(names) == len(set(names))
        assert [plain_name(name) for name in names] == names
