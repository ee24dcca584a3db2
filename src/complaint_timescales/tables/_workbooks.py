# SPDX-License-Identifier: MIT
"""The sheet of a workbook: XLSX, XLSB, XLS and ODS, told by what the file holds."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final

from complaint_timescales._dates import listed
from complaint_timescales._errors import InvalidTable
from complaint_timescales.tables._compound import HasPassword
from complaint_timescales.tables._copies import refuse_copies
from complaint_timescales.tables._formats import DayCell
from complaint_timescales.tables._guard import refuse_bomb
from complaint_timescales.tables._input import Input

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def is_workbook(head: bytes) -> bool:
    """Whether a file that begins so is a workbook, or pretends to be one."""
    return head.startswith((*_ZIP, _OLE))


class WorkbookSheet:
    """One sheet of a workbook, held whole."""

    def __init__(self, source: Input, wanted: str | None, *, header: bool) -> None:
        """Read the one sheet that has something in it, or the one of that name.

        Blank columns before the first with something in it are left out, unless columns go by
        their letters because there is no header.
        """
        self.name = source.name
        self.digest = source.digest()
        self._texts = _texts()
        self._sheet = _loaded(source, wanted)
        left = self._sheet.start[1] if self._sheet.start else 0
        self._before = [] if header else [""] * left

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Each row in which a cell has text, with its number as a spreadsheet shows it."""
        texts_of = self._texts
        for number, cells in enumerate(self._sheet.iter_rows(), start=1):
            texts = [
                cell if cell.__class__ is str else texts_of[type(cell)](cell) for cell in cells
            ]
            if any(texts) and not "".join(texts).isspace():
                yield number, [*self._before, *texts] if self._before else texts


def _number(cell: float) -> str:
    # Every number of a spreadsheet is a float; whole ones are shown without their point.
    return str(int(cell)) if cell == cell // 1 and abs(cell) < 1e15 else repr(cell)


class _Days(dict[date, DayCell]):
    """One cell for each day, so that days are told apart by being the same."""

    def __missing__(self, day: date) -> DayCell:
        cell = self[day] = DayCell(day.isoformat())
        return cell


def _texts() -> dict[type, Callable[[Any], str]]:
    days = _Days()
    return {
        str: str,
        int: str,
        float: _number,
        bool: lambda cell: "TRUE" if cell else "FALSE",
        date: days.__getitem__,
        datetime: lambda cell: days[cell.date()],
        time: lambda cell: cell.isoformat(),
        timedelta: str,
    }


def _library(name: str) -> ModuleType:
    try:
        import python_calamine  # noqa: PLC0415 - only who reads a workbook needs the extra
    except ImportError:
        raise InvalidTable(
            "it is a workbook, and what reads workbooks is not installed",
            where=name,
            remedy="Run pip install 'complaint-timescales[excel]', or save it as 'CSV UTF-8'",
        ) from None
    return python_calamine


def _loaded(source: Input, wanted: str | None) -> CalamineSheet:
    library = _library(source.name)
    try:
        refuse_bomb(source)
        refuse_copies(source)
        with source.open() as file:
            workbook = library.CalamineWorkbook.from_filelike(file)
            return _sheet(workbook, wanted, source.name)
    except InvalidTable:
        raise
    except (HasPassword, library.PasswordError):
        raise InvalidTable(
            "the workbook has a password", where=source.name, remedy="Save it without one"
        ) from None
    except BaseException as error:
        if not _is_damage(error):
            raise
        raise InvalidTable(
            f"the workbook cannot be read: {str(error)[:200] or 'it ends too early'}",
            where=source.name,
            remedy="Open it in a spreadsheet and save it anew as XLSX, or ask for it again",
        ) from None


def _is_damage(error: BaseException) -> bool:
    """Whether an error is what a damaged file makes of the archive, its parts or their numbers.

    The reader of workbooks is compiled, and where it finds what cannot be, it raises a
    ``PanicException``, which is no ``Exception`` and has no name to import.
    """
    known = isinstance(error, Exception) and not isinstance(error, MemoryError)
    return known or type(error).__name__ == "PanicException"


def _sheet(workbook: CalamineWorkbook, wanted: str | None, name: str) -> CalamineSheet:
    kinds = {sheet.name: sheet.typ for sheet in workbook.sheets_metadata}
    names = [each for each, kind in kinds.items() if "WorkSheet" in str(kind)]  # no charts
    if wanted is not None:
        if wanted in names:
            return workbook.get_sheet_by_name(wanted)
        near = difflib.get_close_matches(wanted[:80], names, n=1)
        hint = f"Did you mean '{near[0]}'? " if near else ""
        raise InvalidTable(
            "the workbook has no such sheet",
            where=name,
            written=wanted,
            remedy=f"{hint}Its sheets are {listed([repr(each) for each in names])}",
        )
    filled = [sheet for each in names if (sheet := workbook.get_sheet_by_name(each)).start]
    if len(filled) == 1:
        return filled[0]
    if not filled:
        raise InvalidTable("there is nothing in it", where=name, remedy="A header is needed")
    raise InvalidTable(
        f"more than one sheet has something in it: {listed([repr(each.name) for each in filled])}",
        where=name,
        remedy=f"Say which in its map, as `sheet = '{filled[0].name}'`",
    )
