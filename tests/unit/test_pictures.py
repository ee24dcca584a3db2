# SPDX-License-Identifier: MIT
"""Pictures: whole, still, told in words, legible in any light, and right for each day."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest
from click.testing import CliRunner, Result

from complaint_timescales import (
    Assessment,
    Case,
    ComplaintTimescalesError,
    Deadline,
    Readings,
    WorkingDayCalendar,
    assess,
    due,
    events,
)
from complaint_timescales.cli import cli
from complaint_timescales.events import BY_NAME
from complaint_timescales.guidance import TIMETABLE
from complaint_timescales.pictures import _svg as svg
from complaint_timescales.pictures import calendar_strip, timeline
from complaint_timescales.pictures._lanes import SAID, Lane
from complaint_timescales.regulations import LOCAL_AUTHORITY
from tests.stories.complete_histories import STORIES, Step

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = (
    "A<script>alert(1)</script> ]]> &amp; \N{RIGHT-TO-LEFT OVERRIDE}\x07\ud800 'q' \"\u00a0\u00e9"
    + "W" * 90
)


def day(text: str) -> date:
    """A date, as it is written."""
    return date.fromisoformat(text)


def told(name: str) -> Case:
    """A story as a case."""
    case = Case(name)
    for step in STORIES[name]:
        if isinstance(step, Step):
            facts: dict[str, Any] = {
                fact: day(str(value)) if fact in {"until", "start", "grounds_arose"} else value
                for fact, value in step.facts.items()
            }
            case = case.record(BY_NAME[step.event](on=day(step.on), **facts))
    return case


CHRISTMAS = due("14(1)", day("2024-12-16"))
OWN = assess("17(6)", day("2022-02-22"), day("2022-06-14"))
LAW = assess("17(6)", day("2022-01-05"), day("2022-06-03"))
NAMED = WorkingDayCalendar.england(extra_holidays={day("2027-06-11"): "<script>x</script> ]]> &"})
STRIPS: dict[str, Deadline | Assessment] = {
    "5 days over Easter": assess("20(2)", day("2025-04-16"), day("2025-04-24")),
    "10 over Christmas": CHRISTMAS,
    "25 over a state funeral": due("17(3)", day("2022-09-03")),
    "65 and ten over": OWN,
    "65 and an act on a holiday": LAW,
    "65, clear": due("17(6)", day("2024-08-29")),
    "running": assess("17(3)", day("2025-02-03"), as_at=day("2025-02-10")),
    "years over": assess("14(1)", day("2021-12-20"), as_at=day("2024-01-05")),
    "from Good Friday": due("14(1)", day("2024-03-29")),
    "the act on day 0": assess("14(1)", day("2025-01-06"), day("2025-01-06")),
    "nothing known": assess("14(1)", day("2025-01-06")),
    "provisional": due("14(1)", day("2029-01-08")),
    "softened": due("18(2)", day("2020-06-01")),
    "hostile": due("14(1)", day("2027-06-01"), calendar=NAMED),
    "the start is day 1": due("14(1)", day("2025-01-06"), readings=Readings.of({"I-1": "day_1"})),
    "the start rolls": due(
        "14(1)", day("2025-01-04"), readings=Readings.of({"I-17": "next_working_day"})
    ),
    "a year": due("9(1)", day("2024-02-29")),
    "a year, met": assess("9(1)", day("2024-03-01"), day("2024-09-02")),
    "a year, missed": assess("9(1)", day("2024-03-01"), day("2025-04-11")),
    "a year, at once": assess("9(1)", day("2024-03-01"), day("2024-03-01")),
}
OPEN = Case(
    "CSC-0042",
    [
        events.RepresentationsReceived(on=day("2025-01-06")),
        events.LocalResolutionEnded(on=day("2025-01-22")),
        events.InvestigationRequested(on=day("2025-02-03")),
    ],
)
PUT_OFF = Case(
    "CSC-0044",
    [
        events.RepresentationsReceived(on=day("2025-01-06")),
        events.LaterStartAgreed(on=day("2025-01-07"), start=day("2025-01-20")),
    ],
)
OLD = Case(
    "CSC-0045",
    [events.RepresentationsReceived(on=day("2025-01-06"), grounds_arose=date(1, 1, 1))],
)
UNCLOCKED = Case(
    "CSC-0043",
    [events.RepresentationsReceived(on=day("2025-01-06"), interest_decision_needed=True)],
)
LINES: dict[str, tuple[Case, date | None]] = {
    **{name: (told(name), None) for name in STORIES},
    "overdue and open": (OPEN, day("2025-05-06")),
    "in time so far": (OPEN, day("2025-02-04")),
    "not started yet": (PUT_OFF, day("2025-01-08")),
    "nothing yet": (Case("CSC-0001"), None),
    "nothing by then": (OPEN, day("2024-12-31")),
    "no clock": (UNCLOCKED, None),
    "two thousand years": (OLD, None),
    "hostile": (Case(HOSTILE, OPEN.events), None),
    "provisional": (
        Case("CSC-2029", [events.RepresentationsReceived(on=day("2029-01-08"))]),
        None,
    ),
}
PICTURES = {
    **{name: calendar_strip(subject) for name, subject in STRIPS.items()},
    **{f"case: {name}": timeline(case, as_at=as_at) for name, (case, as_at) in LINES.items()},
}
each_picture = pytest.mark.parametrize("picture", PICTURES.values(), ids=PICTURES.keys())


def parsed(picture: str) -> ET.Element:
    """A picture as a parser takes it."""
    return ET.fromstring(picture)  # noqa: S314 - we have made it ourselves


def said(root: ET.Element) -> str:
    """All the text that is drawn, a line after another."""
    return "\n".join(element.text or "" for element in root.iter(f"{SVG}text"))


def described(picture: str) -> str:
    """The description."""
    return parsed(picture).findtext(f"{SVG}desc") or ""


def cells(subject: Deadline | Assessment) -> dict[str, ET.Element]:
    """Each day of a strip, by its date."""
    root = parsed(calendar_strip(subject))
    return {g.attrib["data-date"]: g for g in root.iter(f"{SVG}g") if "data-date" in g.attrib}


def cell(subject: Deadline | Assessment, on: str) -> tuple[str, list[str]]:
    """The kind of a day and what stands in it."""
    found = cells(subject)[on]
    return found.attrib["class"].removeprefix("day "), [
        text.text or "" for text in found.iter(f"{SVG}text")
    ]


def luminance(colour: str) -> float:
    """How light a colour is, by the formula of WCAG 2."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def grounds(root: ET.Element) -> list[tuple[ET.Element, str]]:
    """Each text with the fill of the last rectangle that was drawn behind the middle of it."""
    painted: list[tuple[float, float, float, float, str]] = []
    found = []
    defs = {id(inner) for part in root.iter(f"{SVG}defs") for inner in part.iter()}
    for element in root.iter():
        if element.tag == f"{SVG}rect" and id(element) not in defs:
            x, y, wide, high = (
                float(element.get(name, "0")) for name in ("x", "y", "width", "height")
            )
            if element.attrib["fill"] != "none":
                painted.append((x, y, x + wide, y + high, element.attrib["fill"]))
        elif element.tag == f"{SVG}text":
            size = float(element.attrib["font-size"])
            shift = {"middle": 0.0, "end": -3.0}.get(element.get("text-anchor", ""), 3.0)
            x, y = float(element.attrib["x"]) + shift, float(element.attrib["y"]) - size / 3
            behind = [fill for x1, y1, x2, y2, fill in painted if x1 <= x <= x2 and y1 <= y <= y2]
            found.append((element, behind[-1]))
    return found


class TestEveryPicture:
    """What holds for a strip and for a timeline alike."""

    @each_picture
    def test_it_is_well_formed(self, picture: str) -> None:
        """One SVG element, which a parser takes."""
        assert f"{SVG}svg" == parsed(picture).tag

    @each_picture
    def test_it_has_a_title_and_a_description(self, picture: str) -> None:
        """They are named by the element, and it is one image to those who do not see it."""
        root = parsed(picture)
        named = root.attrib["aria-labelledby"].split()
        texts = [next(e for e in root.iter() if e.get("id") == name).text for name in named]

        assert ("img", 2, True) == (root.attrib["role"], len(texts), all(texts))

    @each_picture
    def test_its_ids_are_unique_and_begin_with_the_prefix(self, picture: str) -> None:
        """No id stands twice."""
        ids = [e.attrib["id"] for e in parsed(picture).iter() if "id" in e.attrib]

        assert (len(set(ids)), True) == (
            len(ids),
            all(each.startswith(("strip-", "timeline-")) for each in ids),
        )

    @each_picture
    def test_it_asks_for_nothing_and_runs_nothing(self, picture: str) -> None:
        """No script, no foreign element, no handler, no address but the name space."""
        root = parsed(picture)
        tags = {e.tag.removeprefix(SVG) for e in root.iter()}
        values = [(key, value) for e in root.iter() for key, value in e.attrib.items()]
        ids = {f"url(#{e.get('id')})" for e in root.iter()}

        assert tags <= {
            "svg", "title", "desc", "defs", "pattern", "rect", "line", "circle", "g", "text",
            "polygon",
        }  # fmt: skip
        assert [] == [key for key, _ in values if "href" in key or key.startswith("on")]
        assert {value for _, value in values if "url(" in value} <= ids
        assert [] == [value for _, value in values if "://" in value]

    @each_picture
    def test_it_scales(self, picture: str) -> None:
        """Its box is as large as it says, and it shrinks with its page."""
        root = parsed(picture)

        assert (f"0 0 {root.get('width')} {root.get('height')}", True) == (
            root.get("viewBox"),
            "max-width:100%" in root.attrib["style"],
        )

    @each_picture
    def test_everything_lies_inside_it(self, picture: str) -> None:
        """No text begins or ends outside, by a rather wide estimate."""
        root = parsed(picture)
        wide, high = float(root.attrib["width"]), float(root.attrib["height"])
        outside = []
        for e in root.iter(f"{SVG}text"):
            size, x, y = (float(e.attrib[name]) for name in ("font-size", "x", "y"))
            long = svg.width_of(e.text or "", size, bold="font-weight" in e.attrib)
            left = x - {"middle": long / 2, "end": long}.get(e.get("text-anchor", ""), 0)
            if not (0 <= left and left + long <= wide and size <= y <= high - 3):
                outside.append(e.text)

        assert [] == outside

    @each_picture
    def test_no_text_is_hard_to_read(self, picture: str) -> None:
        """On a plain ground always, never on a pattern, with a contrast of 4.5 at least."""
        faint = [
            (text.text, text.attrib["fill"], ground)
            for text, ground in grounds(parsed(picture))
            if ground.startswith("url(") or contrast(text.attrib["fill"], ground) < 4.5
        ]

        assert [] == faint

    @each_picture
    def test_it_holds_no_character_that_is_not_for_showing(self, picture: str) -> None:
        """Marks that turn the direction of text and control characters are written out."""
        assert [] == [each for each in picture if not each.isprintable() and each != "\n"]

    def test_it_is_the_same_every_time(self) -> None:
        """Nothing in it depends on when it is drawn."""
        assert PICTURES["65 and ten over"] == calendar_strip(OWN)
        assert PICTURES["case: overdue and open"] == timeline(OPEN, as_at=day("2025-05-06"))

    @pytest.mark.parametrize("prefix", ["", "1a", "a b", 'a"', "é", "a" * 65, None])
    def test_a_prefix_that_makes_no_ids_is_refused(self, prefix: Any) -> None:
        """Quotes in it could end the attribute."""
        with pytest.raises(ComplaintTimescalesError, match="prefix"):
            calendar_strip(CHRISTMAS, prefix=prefix)
        with pytest.raises(ComplaintTimescalesError, match="prefix"):
            timeline(OPEN, prefix=prefix)

    def test_two_can_stand_in_one_page(self) -> None:
        """With prefixes of their own they share no id."""
        one, two = (
            set(re.findall(r'id="([^"]+)"', calendar_strip(CHRISTMAS, prefix=prefix)))
            for prefix in ("one", "two")
        )

        assert (True, set()) == (bool(one), one & two)


class TestColours:
    """The colours, by their contrast."""

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            (svg.ORANGE, svg.PAPER),
            (svg.BLUE, svg.ORANGE),
            (svg.BLUE, svg.TINT),
            (svg.PINK, svg.PAPER),
            (svg.PINK, svg.TINT),
            (svg.GREY, svg.PAPER),
            (svg.INK, svg.ORANGE),
        ],
    )
    def test_what_stands_side_by_side_can_be_told_apart(self, one: str, other: str) -> None:
        """Three to one at least, as they are drawn beside or upon one another."""
        assert contrast(one, other) >= 3

    def test_the_formula_is_that_of_wcag(self) -> None:
        """Black and white are 21 apart, and dark blue and white 10.25."""
        assert (21.0, 10.25) == (
            round(contrast("#000000", "#ffffff"), 2),
            round(contrast("#12436D", "#ffffff"), 2),
        )


class TestStrip:
    """A time limit as a calendar."""

    @pytest.mark.parametrize("subject", STRIPS.values(), ids=STRIPS.keys())
    def test_the_counted_days_are_those_of_the_deadline(
        self, subject: Deadline | Assessment
    ) -> None:
        """Numbered from 1 to n, each on its own day."""
        deadline = subject if isinstance(subject, Deadline) else subject.deadline
        expected = {on.isoformat(): f"{n}" for n, on in enumerate(deadline.counted, start=1)}
        drawn = {
            on: next(
                e.text or "" for e in found.iter(f"{SVG}text") if (e.text or "") == expected[on]
            )
            for on, found in cells(subject).items()
            if found.attrib["class"] == "day counted"
        }

        assert expected == drawn

    @pytest.mark.parametrize("subject", STRIPS.values(), ids=STRIPS.keys())
    def test_every_skipped_weekday_has_its_name(self, subject: Deadline | Assessment) -> None:
        """In its cell or in the key, and in the description as well."""
        deadline = subject if isinstance(subject, Deadline) else subject.deadline
        picture = calendar_strip(subject)
        drawn = said(parsed(picture)).replace("\n", " ")
        names = {each.name for each in deadline.skipped if each.date.weekday() < 5}

        assert set() == {
            name for name in names if name not in drawn or name not in described(picture)
        }

    @pytest.mark.parametrize(
        ("on", "kind", "texts"),
        [
            ("2024-12-16", "day-0", ["16", "0", "Day 0"]),
            ("2024-12-17", "counted", ["17", "1"]),
            ("2024-12-21", "skipped", ["21"]),
            ("2024-12-24", "counted", ["24", "6"]),
            ("2024-12-25", "skipped", ["25", "Christmas Day"]),
            ("2024-12-26", "skipped", ["26", "Boxing Day"]),
            ("2024-12-27", "counted", ["27", "7"]),
            ("2025-01-01", "skipped", ["1 Jan", "New Year's", "Day"]),
            ("2025-01-02", "counted", ["2", "10", "Last day"]),
            ("2025-01-03", "outside", ["3"]),
        ],
    )
    def test_ten_days_over_christmas(self, on: str, kind: str, texts: list[str]) -> None:
        """From Monday 16 December 2024: four, two, one, two and one make ten on 2 January."""
        assert (kind, texts) == cell(CHRISTMAS, on)

    @pytest.mark.parametrize(
        ("on", "kind", "texts"),
        [
            ("2022-05-27", "counted", ["27", "65", "Last day"]),
            ("2022-05-30", "over", ["30", "+1"]),
            ("2022-06-02", "skipped", ["2", "Spring bank", "holiday"]),
            ("2022-06-03", "skipped", ["3", "Platinum", "Jubilee bank", "holiday"]),
            ("2022-06-06", "over", ["6", "+4"]),
            ("2022-06-14", "over", ["14", "+10", "Done, 10 over"]),
        ],
    )
    def test_ten_days_over_the_limit(self, on: str, kind: str, texts: list[str]) -> None:
        """65 end on 27 May 2022; three, then two days off, five and two are ten over."""
        assert (kind, texts) == cell(OWN, on)

    def test_an_act_on_a_holiday_keeps_both_its_marks(self) -> None:
        """The name of 3 June 2022 goes to the key, for the act is written in the cell."""
        assert ("skipped", ["3", "A", "Done, 37 over"]) == cell(LAW, "2022-06-03")
        assert "A\nFriday 3 June 2022: Platinum Jubilee bank holiday" in said(
            parsed(calendar_strip(LAW))
        )

    @pytest.mark.parametrize(
        ("subject", "on", "texts"),
        [
            ("25 over a state funeral", "2022-09-03", ["3", "0", "Day 0"]),
            ("25 over a state funeral", "2022-09-19", ["19", "A"]),
            ("25 over a state funeral", "2022-10-10", ["10", "25", "Last day"]),
            ("from Good Friday", "2024-03-29", ["29", "0", "A", "Day 0"]),
            ("running", "2025-02-10", ["10", "5", "As at"]),
            ("the act on day 0", "2025-01-06", ["6", "0", "Day 0, done"]),
            ("the start is day 1", "2025-01-06", ["6", "1", "Start"]),
            ("the start is day 1", "2025-01-17", ["17", "10", "Last day"]),
            ("the start rolls", "2025-01-04", ["4", "Start"]),
            ("the start rolls", "2025-01-06", ["6", "0", "Day 0"]),
        ],
    )
    def test_each_day_has_its_marks(self, subject: str, on: str, texts: list[str]) -> None:
        """A start at a weekend, on a holiday, by another reading; a day looked from."""
        assert texts == cell(STRIPS[subject], on)[1]

    @pytest.mark.parametrize(
        ("on", "words"),
        [
            ("2024-12-16", "Monday 16 December 2024; day 0; Day 0"),
            ("2024-12-21", "Saturday 21 December 2024; not counted"),
            ("2024-12-25", "Wednesday 25 December 2024; not counted: Christmas Day"),
            ("2025-01-02", "Thursday 2 January 2025; day 10; Last day"),
        ],
    )
    def test_each_day_is_a_sentence_as_well(self, on: str, words: str) -> None:
        """Shown when the pointer rests on it."""
        assert words == cells(CHRISTMAS)[on].findtext(f"{SVG}title")

    def test_it_reaches_from_the_week_of_day_0_to_that_of_the_act(self) -> None:
        """Monday 21 February to Sunday 19 June 2022, no day left out."""
        days = list(cells(OWN))

        assert ("2022-02-21", "2022-06-19", 17 * 7) == (days[0], days[-1], len(days))

    def test_each_month_is_named_beside_its_weeks(self) -> None:
        """1 September 2024 is the Sunday of the first week, which August has."""
        lines = said(parsed(PICTURES["65, clear"])).split("\n")
        months = [line for line in lines if line in {"August", "September", "October", "November"}]

        assert ["August", "September", "October", "November"] == months

    def test_the_description_tells_all_of_it(self) -> None:
        """The answer, each run of counted days, the days over, what was skipped, the marks."""
        words = described(calendar_strip(OWN))

        assert [] == [
            part
            for part in (
                "Missed by 10 working days: done on Tuesday 14 June 2022",
                "23 February 2022 to 25 February 2022 are 1 to 3",
                "3 May 2022 to 6 May 2022 are 47 to 50",
                "Working days over: 30 May 2022 to 1 June 2022 are +1 to +3",
                "Not counted after the last day: Thursday 2 June 2022 (Spring bank holiday)",
                "Last day: Friday 27 May 2022; Done, 10 over: Tuesday 14 June 2022",
            )
            if part not in words
        ]

    def test_many_weeks_over_are_drawn_as_a_gap(self) -> None:
        """The first two weeks after that of the last day, and the last three, are there."""
        drawn = cells(STRIPS["years over"])

        assert ("+502", True, False, True) == (
            cell(STRIPS["years over"], "2024-01-05")[1][1],
            "2022-01-21" in drawn,
            "2022-01-24" in drawn,
            "99 weeks not drawn" in PICTURES["years over"],
        )

    def test_an_extension_shows_the_first_limit(self) -> None:
        """10 March 2025 was the last day, before 8 May was named."""
        (extended,) = [
            d for d in told("extended to the full and kept").deadlines() if d.limit == 65
        ]

        assert (["10", "25", "First limit"], ["8", "65", "Last day, done"]) == (
            cell(extended, "2025-03-10")[1],
            cell(extended, "2025-05-08")[1],
        )

    def test_a_duty_that_ended_says_so(self) -> None:
        """Withdrawn on 8 January 2025, two working days after receipt."""
        case = Case(
            "A",
            [
                events.RepresentationsReceived(on=day("2025-01-06")),
                events.Withdrawn(on=day("2025-01-08")),
            ],
        )

        assert ("counted", ["8", "2", "Ended"]) == cell(case.deadlines()[0], "2025-01-08")

    def test_a_day_looked_from_before_the_start_is_not_drawn(self) -> None:
        """The clock starts on 20 January, and the case ends on the 7th."""
        (verdict,) = PUT_OFF.assessments(day("2025-01-08"))

        assert "2025-01-20" == next(iter(cells(verdict)))

    def test_an_act_before_the_agreed_start_is_drawn_before_day_0(self) -> None:
        """Answered on 8 January; the start that was agreed is the 20th."""
        case = PUT_OFF.record(events.LocalResolutionEnded(on=day("2025-01-08")))
        (verdict,) = case.assessments()

        assert (
            ("working", ["8", "Done"]),
            ("working", ["9"]),
            ("day-0", ["20", "0", "Day 0"]),
        ) == (
            cell(verdict, "2025-01-08"),
            cell(verdict, "2025-01-09"),
            cell(verdict, "2025-01-20"),
        )

    def test_a_lead_is_numbered_back_from_its_day(self) -> None:
        """Ten working days before a meeting, from a row of the guidance."""
        lead = next(
            row.timescale
            for row in TIMETABLE
            if row.timescale.limit.unit == "working day" and "before" in str(row.timescale.limit)
        )
        calendar = WorkingDayCalendar.england()
        meets = day("2025-07-18")
        last = calendar.subtract(meets, lead.limit.number)
        strip = Deadline(lead, meets, last, calendar)

        assert ("1", f"{lead.limit.number}") == (
            cell(strip, "2025-07-17")[1][1],
            cell(strip, last.isoformat())[1][1],
        )

    @pytest.mark.parametrize(
        ("name", "words"),
        [
            ("provisional", "Provisional: bank holidays are published to"),
            ("softened", "At that time the limit read on: "),
        ],
    )
    def test_what_the_answer_rests_on_is_said(self, name: str, words: str) -> None:
        """Below the weeks, and in the description."""
        assert words in said(parsed(PICTURES[name]))
        assert words in described(PICTURES[name])

    def test_a_name_from_outside_is_text(self) -> None:
        """Mark-up in the name of a holiday is shown, and is none."""
        drawn = said(parsed(PICTURES["hostile"]))

        assert "Friday 11 June 2027: <script>x</script> ]]> &" in drawn


class TestYear:
    """A limit of a year, which has no weeks."""

    @pytest.mark.parametrize(
        ("name", "lines"),
        [
            ("a year", ["Day 0", "29 February 2024", "28 February 2025"]),
            ("a year, met", ["Done", "2 September 2024", "1 March 2025"]),
            ("a year, missed", ["Done, 41 days over", "11 April 2025", "1 March 2025"]),
            ("a year, at once", ["Day 0", "Done", "1 March 2024"]),
        ],
    )
    def test_it_is_a_line_from_day_0_to_the_anniversary(self, name: str, lines: list[str]) -> None:
        """With the act where there is one: 30 days of March and 11 of April are 41 over."""
        drawn = said(parsed(PICTURES[name])).split("\n")

        assert ([], {}) == ([each for each in lines if each not in drawn], cells(STRIPS[name]))

    def test_a_day_over_is_one_day(self) -> None:
        """2 March 2025 is a day after the anniversary."""
        picture = calendar_strip(assess("9(1)", day("2024-03-01"), as_at=day("2025-03-02")))

        assert "As at, 1 day over" in said(parsed(picture))


class TestTimeline:
    """A case over time."""

    @pytest.mark.parametrize(("case", "as_at"), LINES.values(), ids=LINES.keys())
    def test_every_limit_has_its_lane(self, case: Case, as_at: date | None) -> None:
        """One for each deadline of the case."""
        root = parsed(timeline(case, as_at=as_at))
        lanes = [g for g in root.iter(f"{SVG}g") if g.get("class") == "lane"]

        assert len(case.deadlines(as_at)) == len(lanes)

    @pytest.mark.parametrize(("case", "as_at"), LINES.values(), ids=LINES.keys())
    def test_every_event_is_told(self, case: Case, as_at: date | None) -> None:
        """By its number, and in words."""
        known = case if as_at is None else case.as_known_on(as_at)
        drawn = said(parsed(timeline(case, as_at=as_at))).split("\n")
        numbers = [f"{n}" for n in range(1, len(known.events) + 1)]

        assert [] == [n for n in numbers if drawn.count(n) != 2]
        assert [] == [
            e.name for e in known.events if e.name.replace("_", " ") not in " ".join(drawn).lower()
        ]

    @pytest.mark.parametrize("timescale", LOCAL_AUTHORITY.timescales)
    def test_every_limit_of_the_law_is_called_something(self, timescale: str) -> None:
        """As people call it."""
        assert timescale in SAID

    def test_a_limit_that_is_not_law_has_its_own_words(self) -> None:
        """Its act, with a capital."""
        deadline = due("14(1)", day("2025-01-06"))
        other = attrs.evolve(deadline, timescale=TIMETABLE[0].timescale)
        what = other.timescale.what

        assert f"{what[0].upper()}{what[1:]}" == Lane(Assessment(other, None, None), 0).name

    @pytest.mark.parametrize(
        ("name", "words"),
        [
            ("overdue and open", "Missed: done on 22 January 2025, 2 working days over"),
            ("overdue and open", "Overdue on 6 May 2025, 38 working days over"),
            ("overdue and open", "Monday 5 May 2025, Early May bank holiday"),
            ("overdue and open", "Where it stands on Tuesday 6 May 2025: stage 2 open."),
            ("in time so far", "Not done by 4 February 2025, still in time"),
            ("not started yet", "starts on 20 January 2025"),
            ("not started yet", "Later start agreed: start 20 January 2025"),
            ("nothing yet", "Nothing has been received."),
            ("nothing by then", "Nothing had been received on Tuesday 31 December 2024."),
            ("no clock", "No clock has started."),
            ("provisional", "to 22 January 2029 (provisional)"),
            ("extended to the full and kept", "to 8 May 2025, extended from 10 March 2025"),
            ("extended to the full and kept", "Local resolution extended: 7 working days"),
            ("extended to the full and kept", "Investigation extended: until 8 May 2025"),
            ("not considered, and resubmitted on the last day", "Stage 1: local resolution, again"),
            ("not considered, and resubmitted on the last day", "Making it again, from"),
            ("not considered, and withdrawn", "Ended with the duty on"),
            ("softened in 2020", "at that time"),
            ("out of time and declined", "Missed: done on 13 January 2025, 3 days over"),
        ],
    )
    def test_the_description_says_it(self, name: str, words: str) -> None:
        """Verdicts, extensions, second runs, holidays, and where it stands."""
        assert words in described(PICTURES[f"case: {name}"])

    @pytest.mark.parametrize(
        ("name", "shown", "missing"),
        [
            ("overdue and open", ["over the limit", "the day looked from"], ["the extension"]),
            ("every limit kept to the day", ["done"], ["over the limit", "the duty ended"]),
            ("extended to the full and kept", ["the extension"], ["the day looked from"]),
            ("not considered, and withdrawn", ["the duty ended"], []),
            ("no clock", [], ["the time used", "bank holiday, not counted"]),
        ],
    )
    def test_what_the_marks_are_is_said(
        self, name: str, shown: list[str], missing: list[str]
    ) -> None:
        """Of those that are there, and of no others."""
        drawn = said(parsed(PICTURES[f"case: {name}"])).split("\n")

        assert (shown, []) == (
            [each for each in shown if each in drawn],
            [each for each in missing if each in drawn],
        )

    def test_the_months_are_on_the_axis(self) -> None:
        """January to September 2025, the year beside the first."""
        drawn = said(parsed(PICTURES["case: every limit kept to the day"])).split("\n")

        assert ["Jan 2025", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep"] == drawn[2:11]

    def test_events_close_together_stand_below_one_another(self) -> None:
        """No two of their plates overlap."""
        root = parsed(PICTURES["case: every limit kept to the day"])
        plates = [
            (float(e.attrib["x"]), float(e.attrib["y"]))
            for e in root.iter(f"{SVG}rect")
            if e.get("rx") and float(e.attrib["x"]) > 260 and float(e.attrib["y"]) < 200
        ]

        assert [] == [
            (one, other)
            for place, one in enumerate(plates)
            for other in plates[place + 1 :]
            if one[1] == other[1] and abs(one[0] - other[0]) < 16
        ]

    def test_a_reference_from_outside_is_text(self) -> None:
        """Mark-up is shown and is none; what is not for showing is written out."""
        title = parsed(PICTURES["case: hostile"]).findtext(f"{SVG}title")

        assert title == (
            "Case A<script>alert(1)</script> ]]> &amp; \\u202e\\x07\\ud800 'q' \" \u00e9" + "W" * 90
        )

    def test_a_very_long_reference_is_cut_where_it_is_drawn(self) -> None:
        """The title has the whole of it."""
        picture = timeline(Case("R" * 2000))
        root = parsed(picture)

        assert (True, 2) == (
            "R" * 2000 in (root.findtext(f"{SVG}title") or ""),
            sum("RRR" in line for line in said(root).split("\n")),
        )

    @pytest.mark.parametrize("as_at", ["2006-08-31", "2101-01-01"])
    def test_a_day_outside_the_calendar_is_refused(self, as_at: str) -> None:
        """As everywhere."""
        with pytest.raises(ComplaintTimescalesError, match="outside the calendar"):
            timeline(OPEN, as_at=day(as_at))

    def test_the_calendar_of_the_case_is_the_one_drawn(self) -> None:
        """A day that was proclaimed later has its line."""
        calendar = WorkingDayCalendar.england(extra_holidays={day("2025-02-10"): "Proclaimed"})
        picture = timeline(OPEN.with_calendar(calendar), as_at=day("2025-05-06"))

        assert "Monday 10 February 2025: Proclaimed" in said(parsed(picture))


def run(*arguments: str, given: str | None = None) -> Result:
    """The command."""
    return CliRunner().invoke(cli, ["picture", *arguments], input=given)


class TestCommand:
    """``picture`` on the command line."""

    @pytest.mark.parametrize(
        ("arguments", "expected"),
        [
            (["14(1)", "2024-12-16"], PICTURES["10 over Christmas"]),
            (["17(6)", "2022-02-22", "2022-06-14"], PICTURES["65 and ten over"]),
            (["17(3)", "2025-02-03", "--as-at", "2025-02-10"], PICTURES["running"]),
        ],
    )
    def test_a_limit_is_drawn_on_standard_output(self, arguments: list[str], expected: str) -> None:
        """Byte for byte what the function gives."""
        assert (0, expected) == ((result := run(*arguments)).exit_code, result.stdout)

    def test_a_case_is_drawn_from_a_document(self) -> None:
        """From standard input, looked at from a day."""
        result = run("--case", "-", "--as-at", "2025-05-06", given=OPEN.to_json())

        assert (0, PICTURES["case: overdue and open"]) == (result.exit_code, result.stdout)

    def test_an_extra_holiday_is_drawn(self) -> None:
        """As for every command that counts."""
        assert (
            "World Cup" in run("14(1)", "2026-06-12", "--extra-holiday=2026-06-15=World Cup").stdout
        )

    def test_it_is_written_to_a_file(self, tmp_path: Path) -> None:
        """As UTF-8, and nothing is printed."""
        path = tmp_path / "it.svg"
        result = run("14(1)", "2024-12-16", "--output", str(path))

        assert (0, "", PICTURES["10 over Christmas"]) == (
            result.exit_code,
            result.stdout,
            path.read_bytes().decode("utf-8"),
        )

    def test_a_file_is_not_written_over_unless_it_is_asked_for(self, tmp_path: Path) -> None:
        """The refusal says how."""
        path = tmp_path / "it.svg"
        path.write_text("mine", encoding="utf-8")
        refused = run("14(1)", "2024-12-16", "--output", str(path))
        kept = path.read_text(encoding="utf-8")
        forced = run("14(1)", "2024-12-16", "--output", str(path), "--force")

        assert (2, True, "mine", 0, True) == (
            refused.exit_code,
            "Give --force to write over it." in refused.stderr,
            kept,
            forced.exit_code,
            path.read_text(encoding="utf-8").startswith("<svg"),
        )

    @pytest.mark.parametrize("name", ["nowhere/it.svg", "a\0b"])
    def test_a_file_that_cannot_be_written_is_said(self, name: str, tmp_path: Path) -> None:
        """In a sentence, with status 2."""
        result = run("14(1)", "2024-12-16", "--output", f"{tmp_path}/{name}")

        assert (2, True) == (result.exit_code, "cannot be written" in result.stderr)

    @pytest.mark.parametrize(
        "arguments",
        [[], ["17(6)"], ["17(6)", "2024-08-29", "--case", "x.json"], ["17(7)", "2024-08-29"]],
    )
    def test_what_is_neither_a_limit_nor_a_case_is_refused(self, arguments: list[str]) -> None:
        """Nothing is drawn."""
        assert (2, "") == ((result := run(*arguments)).exit_code, result.stdout)
