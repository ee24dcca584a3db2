# SPDX-License-Identifier: MIT
"""Text from outside, made safe to show."""

from __future__ import annotations

import unicodedata


def plain(text: str) -> str:
    r"""A text from outside, with what is not for showing written out: ``\u202e`` for a mark.

    >>> plain("A\N{RIGHT-TO-LEFT OVERRIDE}B\x07")
    'A\\u202eB\\x07'
    """
    return "".join(map(_visible, text))


def _visible(character: str) -> str:
    if character.isprintable():
        return character
    if unicodedata.category(character) == "Zs":
        return " "
    return character.encode("unicode_escape").decode("ascii")
