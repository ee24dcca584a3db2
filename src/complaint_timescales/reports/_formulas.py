# SPDX-License-Identifier: MIT
"""Text from outside, kept from becoming a formula when a spreadsheet opens a CSV file.

A spreadsheet takes a cell for a formula by its first character, whatever quotes the file has
around it, and a formula can reach other files and other machines. An apostrophe before it makes
it a text. It is put there where it is needed and can be taken away again.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_STARTS: Final = frozenset("=+-@\N{MINUS SIGN}")
_NUMBER: Final = re.compile(r"[+-]?\d+(\.\d+)?%?")
_SKIPPED: Final = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})


def without_formula(text: str) -> str:
    """The text, with an apostrophe before it where it could be taken for a formula.

    >>> without_formula('=1+1'), without_formula(' @x'), without_formula("plain")
    ("'=1+1", "' @x", 'plain')

    A number, a date and a lone dash are no formulas, and stay as they are.

    >>> without_formula("-5"), without_formula("-"), without_formula("2025-03-04")
    ('-5', '-', '2025-03-04')
    """
    return f"'{text}" if _needs_mark(text) else text


def as_written(cell: str) -> str:
    """The text that was made safe.

    >>> as_written("'=1+1"), as_written("'tis"), as_written(without_formula("'=1"))
    ('=1+1', "'tis", "'=1")
    """
    return cell[1:] if cell.startswith("'") and _needs_mark(cell[1:]) else cell


def _needs_mark(text: str) -> bool:
    # An apostrophe that was there before counts as part of the text, so that each text has one
    # safe form and each safe form one text.
    bare = text.lstrip("'")
    if _NUMBER.fullmatch(bare) or bare == "-":
        return False
    if bare[:1] in {"\t", "\r", "\n"}:
        return True
    start = next((c for c in bare if unicodedata.category(c) not in _SKIPPED), "")
    # A full-width sign is read as the plain one in some languages of the office.
    return unicodedata.normalize("NFKC", start)[:1] in _STARTS
