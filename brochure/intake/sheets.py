"""Spreadsheets as cells: xlsx, xls and ods by calamine, csv in whatever an office saved it in."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeAlias

from msgspec import Struct

from brochure.diagnostics import BrochureError, error, message
from brochure.source.files import encoding_of

Value: TypeAlias = str | int | float | date
"""What a cell holds: words, a number, or a day; a cell with a time of day keeps the day."""

KINDS = (".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv", ".txt")


class Cell(Struct, frozen=True):
    """A cell that is not empty. `name` is what the spreadsheet program calls it: `C5`."""

    value: Value
    name: str

    @property
    def text(self) -> str:
        """Its words, without space around them; a whole number without decimals."""
        value = self.value
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        return str(value).strip().strip("\u3000")


class Row(Struct, frozen=True):
    """A row by its number from 1, its cells by their columns from 0; empty cells are not among them."""

    number: int
    cells: dict[int, Cell]

    def text(self, column: int | None) -> str:
        """The words of a cell, or "" where it is empty."""
        cell = self.cells.get(column) if column is not None else None
        return cell.text if cell else ""


class Sheet(Struct, frozen=True):
    """A sheet with its rows; `name` is "" in a csv file."""

    name: str
    rows: tuple[Row, ...]


def read_sheets(path: Path) -> tuple[Sheet, ...]:
    """The visible sheets of a file. Raises BrochureError where there is none or it cannot be read."""
    if path.suffix.lower() not in KINDS:
        what = message("“{file}” is no spreadsheet the program can read", file=path.name)
        raise BrochureError([error("intake.format", what, None, message("save it as xlsx, ods or csv"))])
    try:
        data = path.read_bytes()
    except OSError as problem:
        reason = problem.strerror or "unknown reason"
        what = message("the file “{file}” cannot be read ({reason})", file=path.name, reason=reason)
        raise BrochureError([error("intake.unreadable", what)]) from problem
    if path.suffix.lower() in (".csv", ".tsv", ".txt"):
        return (Sheet("", tuple(_rows(_csv(data, path.name)))),)
    return tuple(_workbook(data, path.name))


def _workbook(data: bytes, name: str) -> Iterator[Sheet]:
    from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for each in book.sheets_metadata:
            if each.visible == SheetVisibleEnum.Visible:
                yield Sheet(each.name, tuple(_rows(book.get_sheet_by_name(each.name).to_python(skip_empty_area=False))))
    except CalamineError as problem:
        what = message("“{file}” is damaged, locked with a password, or no spreadsheet", file=name)
        cure = message("open it in the spreadsheet program and save it again")
        raise BrochureError([error("intake.damaged", what, None, cure)]) from problem


def _csv(data: bytes, name: str) -> list[list[str]]:
    encoding = encoding_of(data)
    if not encoding:
        what = message("nobody can tell in which encoding “{file}” is written", file=name)
        raise BrochureError([error("intake.encoding", what, None, message("save it as CSV UTF-8, or as xlsx"))])
    text = data.decode(encoding, "replace")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text)))


def _separator(text: str) -> str:
    """The sign that parts the fields: of the three in use the one the most of the first lines have, and most often."""
    lines = text.splitlines()[:20]
    return max(",\t;", key=lambda sign: (sum(sign in line for line in lines), sum(line.count(sign) for line in lines)))


def _rows(table: list[Any]) -> Iterator[Row]:
    for number, values in enumerate(table, 1):
        cells = {
            column: Cell(_value(value), f"{_letters(column)}{number}")
            for column, value in enumerate(values)
            if value is not None and str(value).strip().strip("\u3000")
        }
        yield Row(number, cells)


def _value(value: Any) -> Value:
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, str | int | float | date) else str(value)


def _letters(column: int) -> str:
    """A column's letters: A for 0, AA for 26."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
