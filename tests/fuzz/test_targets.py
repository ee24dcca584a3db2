# SPDX-License-Identifier: MIT
"""Each target of the fuzzer holds for its seeds, and for what chance makes of them."""

from __future__ import annotations

from pathlib import Path

import click
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from complaint_timescales.cli import cli
from tests.fuzz.targets import COMMANDS, TARGETS

SEEDS = Path(__file__).with_name("seeds")
FILES = sorted(SEEDS.glob("*/*"))
CONTENTS = {name: [path.read_bytes() for path in (SEEDS / name).glob("*")] for name in TARGETS}
NASTY = [b"", b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"[" * 2000, b"9" * 5000, b'""']


@st.composite
def disturbed(draw: st.DrawFn, name: str) -> bytes:
    """A seed with a piece of it replaced, or doubled, or gone."""
    whole = draw(st.sampled_from(CONTENTS[name]))
    first, last = sorted((draw(st.integers(0, len(whole))), draw(st.integers(0, len(whole)))))
    piece = draw(st.one_of(st.binary(max_size=8), st.sampled_from([*NASTY, whole[first:last] * 2])))
    return whole[:first] + piece + whole[last:]


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_a_seed_is_answered_or_refused(path: Path) -> None:
    """Nothing but what the reader is promised."""
    TARGETS[path.parent.name](path.read_bytes())


def test_every_target_has_seeds_and_every_seed_a_target() -> None:
    """Where the fuzzer begins."""
    assert {path.parent.name for path in FILES} == set(TARGETS)


def test_every_command_has_its_letter_and_a_seed() -> None:
    """One that is new is tried as well."""
    begun = {content[:1].decode() for content in CONTENTS["command_line"]}
    letters = "abcdefghijklmnopqrstuvwxyz"

    assert sorted(COMMANDS) == cli.list_commands(click.Context(cli))
    assert begun == set(letters[: len(COMMANDS)])


@pytest.mark.parametrize("name", [name for name in TARGETS if name != "command_line"])
@given(data=st.data())
def test_what_is_disturbed_is_answered_or_refused(name: str, data: st.DataObject) -> None:
    """The same by chance, where there is no fuzzer."""
    TARGETS[name](data.draw(disturbed(name)))


@settings(max_examples=20)
@given(content=disturbed("command_line"))
def test_disturbed_arguments_are_answered_or_refused(content: bytes) -> None:
    """A whole command each time, so not as many of them."""
    TARGETS["command_line"](content)
