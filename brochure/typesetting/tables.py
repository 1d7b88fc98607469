"""The specification tables of `tables/*.tsv`, each read when something in it is looked up."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "tables"


def spacing(before: int, after: int) -> int:
    """The natural gap between the bodies of two classes, in thousandths of an em."""
    cell = _cell("spacing", before, after)
    return int(cell) if cell else 0


def is_prohibited(before: int, after: int) -> bool:
    """Whether no line ends between two classes (very strict)."""
    return bool(_cell("breaks", before, after))


def reduction(before: int, after: int) -> tuple[int, int] | None:
    """The least gap between two classes in thousandths of an em and the step in which it is reduced, if it is."""
    return _numbers(_cell("reduction", before, after))


def expansion(before: int, after: int) -> tuple[int, int] | None:
    """The most the gap between two classes may grow to in thousandths of an em (0: no limit) and the step in which it
    grows, if it does."""
    return _numbers(_cell("expansion", before, after))


@cache
def listed_classes() -> dict[str, int]:
    """The class number of every character JLReq lists."""
    found: dict[str, int] = {}
    for row in _rows("classes"):
        number, _, characters = row.split("\t")
        found.update(dict.fromkeys(characters, int(number)))
    return found


@cache
def orientations() -> tuple[list[str], list[str]]:
    """The first and the last code points (six hexadecimal figures) of the ranges whose characters stand upright in
    vertical lines."""
    rows = [row.split("\t") for row in _rows("orientation")]
    return [first for first, _, _ in rows], [last for _, last, _ in rows]


@cache
def line_break_classes() -> tuple[list[str], list[str], list[str]]:
    """UAX #14's classes: the first and the last code points (six hexadecimal figures) of ranges, and their class. What
    is in none is AL."""
    fields = "\t".join(_rows("line_breaks")).split("\t")
    return fields[0::3], fields[1::3], fields[2::3]


def _cell(name: str, before: int, after: int) -> str:
    """What stands in a table by pairs of classes, "" for nothing: a row is read when it is asked for."""
    cells = _cells(name, before)
    cell = cells[after] if after < len(cells) else "-"
    return "" if cell == "-" else cell


@cache
def _cells(name: str, before: int) -> list[str]:
    rows = _grid(name)
    return rows[before].split("\t") if before < len(rows) else []


@cache
def _grid(name: str) -> list[str]:
    return _rows(name)


def _rows(name: str) -> list[str]:
    """The rows of a table, without what is said of it at its head."""
    lines = (_FOLDER / f"{name}.tsv").read_bytes().decode().splitlines()
    return [line for line in lines if not line.startswith("#")]


def _numbers(cell: str) -> tuple[int, int] | None:
    first, _, second = cell.partition("/")
    return (int(first), int(second)) if cell else None
