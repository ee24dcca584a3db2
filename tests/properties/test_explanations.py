# SPDX-License-Identifier: MIT
"""What every explanation keeps to: easy words, and no law that is not in the trace."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from complaint_timescales import Assessment, Case, assess, events
from complaint_timescales._trace import Trace
from complaint_timescales._vocabulary import Outcome, Party
from complaint_timescales.explain import READERS, for_complainant, for_manager, trace_of, traces_of
from complaint_timescales.regulations import LOCAL_AUTHORITY
from tests.properties.strategies import dates

LIMITS = list(LOCAL_AUTHORITY.timescales)
EASY, PLAIN = 8, 11  # school grades: grade 8 is read at about thirteen


@st.composite
def verdicts(draw: st.DrawFn, provisions: list[str] = LIMITS) -> Assessment:
    """A verdict of every outcome on every provision, from any start."""
    provision = draw(st.sampled_from(provisions))
    start = draw(dates(date(2006, 9, 1), date(2095, 1, 1)))
    days = draw(st.one_of(st.integers(0, 130), st.integers(360, 400)))
    on, how = start + timedelta(days=days), draw(st.sampled_from(["end", "as at", "neither"]))
    return assess(
        provision,
        start,
        on if how == "end" else None,
        as_at=on if how == "as at" else None,
    )


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """A case through stage 1 and 2, extended or not, in time or not, withdrawn or not."""
    day = draw(dates(date(2006, 9, 1), date(2095, 1, 1)))
    orally = draw(st.booleans())
    history: list[events.Event] = [events.RepresentationsReceived(on=day, orally=orally)]

    def after(most: int) -> date:
        return history[-1].on + timedelta(days=draw(st.integers(0, most)))

    if draw(st.booleans()):
        history.append(
            events.LocalResolutionExtended(
                on=after(20), working_days=draw(st.integers(1, 10)), considered_complex=True
            )
        )
    history.append(events.LocalResolutionEnded(on=after(40)))
    history.append(events.InvestigationRequested(on=after(40)))
    if orally:
        history.append(events.WrittenRecordFinalised(on=after(40)))
    case = Case("C", history)
    if draw(st.booleans()):
        until = case.deadlines()[-1].ceiling
        assert until is not None  # 17(6) extends 17(3)
        history.append(events.InvestigationExtended(on=after(40), until=until, reason="r"))
    last = draw(st.sampled_from([events.InvestigationResponseSent, events.Withdrawn, None]))
    if last is not None:
        history.append(last(on=after(120)))
    return Case("C", history)


traces = st.one_of(
    verdicts().map(trace_of), cases().flatmap(lambda case: st.sampled_from(traces_of(case)))
)


# ---------------------------------------------------------------------------------------
# Easy to read
# ---------------------------------------------------------------------------------------


def syllables(word: str) -> int:
    """Groups of vowels, without a silent ending; a number is one."""
    word = re.sub(r"'s?$", "", word.lower())
    word = re.sub(r"(?<![lr])e$", "", word)
    word = re.sub(r"(?<![td])ed$", "", word)
    return max(1, len(re.findall("[aeiouy]+", word)))


def grade(text: str) -> float:
    """The school grade of Flesch and Kincaid; a sentence ends with its full stop."""
    sentences = [part for part in re.split(r"[.?!]\"?(?:\s+|$)", text) if part]
    words = re.findall(r"[\w']+(?:\([\w()]+\))?", text)
    spoken = sum(map(syllables, words))
    return 0.39 * len(words) / len(sentences) + 11.8 * spoken / len(words) - 15.59


class TestReadability:
    """Those who complain are children, parents and carers."""

    @given(traces)
    def test_a_complainant_of_thirteen_can_read_it(self, trace: Trace) -> None:
        """In every outcome of every limit."""
        assert grade(for_complainant(trace)) <= EASY

    @given(traces)
    def test_a_manager_needs_no_lawyer(self, trace: Trace) -> None:
        """The words of the row are longer."""
        assert grade(for_manager(trace)) <= PLAIN

    @pytest.mark.parametrize(
        ("text", "lowest", "highest"),
        [
            ("The cat sat on the mat.", -2, 1),
            ("Representations concerning accommodation necessitate consideration.", 25, 60),
        ],
    )
    def test_the_measure_tells_them_apart(self, text: str, lowest: int, highest: int) -> None:
        """The first is the sentence that everybody measures with."""
        assert lowest <= grade(text) <= highest

    @pytest.mark.parametrize(
        ("word", "count"),
        [("council", 2), ("complaint", 2), ("asked", 1), ("ended", 2), ("time", 1), ("2025", 1)],
    )
    def test_syllables_are_counted(self, word: str, count: int) -> None:
        """By a rule of thumb."""
        assert count == syllables(word)


# ---------------------------------------------------------------------------------------
# No law that is not there
# ---------------------------------------------------------------------------------------

PROVISION = re.compile(r"\b\d{1,2}(?:\(\w{1,2}\))+")
# The days that were counted would allow every number: they are left to the text in full.
LEFT_OUT = {"counted", "skipped", "address", "schema", "library"}


def numbers_in(value: Any) -> Iterator[int]:
    """Every number of a document, those in texts and dates as well."""
    if isinstance(value, dict):
        for each in value.values():
            yield from numbers_in(each)
    elif isinstance(value, list):
        for each in value:
            yield from numbers_in(each)
    elif value is not None:
        yield from map(int, re.findall(r"\d+", str(value)))


def allowed(trace: Trace) -> set[int]:
    """The numbers of the trace, and those with which day 0 and day 1 are called."""
    document = json.loads(json.dumps(trace.to_dict()))
    kept = {key: value for key, value in document.items() if key not in LEFT_OUT}
    return {0, 1, *numbers_in(kept)}


class TestNothingIsInvented:
    """A number, a provision, a duty or a body stands in the trace, or in no text."""

    @given(traces)
    def test_every_number_is_in_the_trace(self, trace: Trace) -> None:
        """In the texts for people; the others list the days themselves."""
        texts = [READERS[reader](trace) for reader in ("manager", "complainant", "line")]
        found = {int(number) for text in texts for number in re.findall(r"\d+", text)}

        assert set() == found - allowed(trace)

    @given(traces)
    def test_every_number_of_the_full_text_is_in_the_trace(self, trace: Trace) -> None:
        """With the days, their number, and how many were at a weekend."""
        weekend = sum(day.date.weekday() >= 5 for day in trace.skipped)
        document = json.loads(json.dumps(trace.to_dict()))
        known = {0, weekend, *numbers_in(document)}

        assert {int(n) for n in re.findall(r"\d+", READERS["full"](trace))} <= known

    @given(traces)
    def test_every_provision_is_in_the_trace(self, trace: Trace) -> None:
        """In every text."""
        document = json.dumps(trace.to_dict())
        known = set(PROVISION.findall(document))

        for telling in READERS.values():
            assert set(PROVISION.findall(telling(trace))) <= known

    @given(traces)
    def test_nobody_must_whom_the_row_does_not_bind(self, trace: Trace) -> None:
        """Each "must", "had to" and "have to" has the bound party before it."""
        people = {Party.COMPLAINANT: {"You", "you"}, Party.PANEL: {"The panel", "they"}}
        bound = people.get(trace.binds, {"The council", "They", "they"})
        theirs = re.findall(
            r"(?:^|[.:] |that |After that )(\w+(?: \w+)?) (?:must|had to|did not have to)\b",
            for_complainant(trace),
            re.MULTILINE,
        )
        managers = re.findall(r"(\w+ \w+) (?:must|had to|have to)\b", for_manager(trace))

        assert set(theirs) <= bound
        assert set(managers) == {f"The {trace.binds.value}"}
        duties = re.findall(r"\b(?:must|had to|have to|has to)\b", for_complainant(trace))
        assert len(theirs) == len(duties)

    @given(traces)
    def test_no_other_duty_words_are_used(self, trace: Trace) -> None:
        """Neither advice nor blame is given."""
        for telling in READERS.values():
            text = telling(trace).lower()
            assert [] == re.findall(r"\b(?:should|ought|shall|ombudsman|fault|blame)\b", text)

    @given(verdicts())
    def test_a_trace_carries_every_text(self, verdict: Assessment) -> None:
        """Through JSON and back."""
        trace = trace_of(verdict)
        back = Trace.from_dict(json.loads(json.dumps(trace.to_dict())))

        assert [telling(trace) for telling in READERS.values()] == [
            telling(back) for telling in READERS.values()
        ]

    @given(verdicts(), st.data())
    def test_every_day_is_accounted_for(self, verdict: Assessment, data: st.DataObject) -> None:
        """Those that count and those that do not are the days after the start to the last."""
        trace = trace_of(verdict)
        if trace.by_calendar:
            return
        days = sorted([*(d.date for d in trace.counted), *(d.date for d in trace.skipped)])
        place = data.draw(st.integers(0, len(days) - 1))

        assert trace.start.date + timedelta(days=place + 1) == days[place]
        assert trace.last_day == days[-1]

    @given(verdicts())
    def test_used_and_left_are_the_limit_until_it_passes(self, verdict: Assessment) -> None:
        """And afterwards used and over are, without the limit."""
        tally, trace = trace_of(verdict).tally, trace_of(verdict)
        if tally.used is None or tally.left is None or tally.over is None or trace.by_calendar:
            return
        assert tally.used + tally.left - tally.over == trace.limit
        assert (tally.over > 0) <= (trace.outcome in {Outcome.MISSED, Outcome.OVERDUE})
