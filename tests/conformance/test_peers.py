# SPDX-License-Identifier: MIT
"""Every weekday as other calendars have it; each difference is known, and has its reason."""

from __future__ import annotations

import importlib.util
from datetime import date

import pytest

from tests.conformance.peers import PEERS, Peer

NEEDS = {"exchange_calendars": "exchange_calendars is not installed: run the session `peers`"}


@pytest.fixture(scope="module", params=PEERS)
def peer(request: pytest.FixtureRequest) -> Peer:
    """Each of the other calendars."""
    name = str(request.param)
    if name in NEEDS and importlib.util.find_spec(name) is None:
        pytest.skip(NEEDS[name])
    return PEERS[name]()


def test_every_weekday_is_the_same_but_for_those_that_are_explained(peer: Peer) -> None:
    assert sorted(peer.differences) == peer.found()


def test_the_comparison_is_of_years_and_not_of_nothing(peer: Peer) -> None:
    """From the first day on; a peer that knows no bank holiday would be no peer."""
    assert peer.first == date(2006, 9, 1)
    assert len(peer.off & set(peer.days)) > 100
