"""The specification tables of `tables/*.tsv`, read once and laid out for lookup by pairs of class numbers."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "tables"

Pair = tuple[int, int]


def _rows(name: str) -> list[list[str]]:
    text = (_FOLDER / f"{name}.tsv").read_text("utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


@cache
def listed_classes() -> dict[str, int]:
    """The class number of every character JLReq lists."""
    return {chr(int(code, 16)): int(number) for number, code, _ in _rows("classes")}


@cache
def spacing() -> dict[Pair, int]:
    """The natural gap between the bodies of two classes, in thousandths of an em; 0 where the pair is not there."""
    return {(int(before), int(after)): int(gap) for before, after, gap in _rows("spacing")}


@cache
def prohibited() -> frozenset[Pair]:
    """The pairs of classes between which no line ends (very strict)."""
    return frozenset((int(before), int(after)) for before, after in _rows("breaks"))


@cache
def reduction() -> dict[Pair, tuple[int, int]]:
    """The least gap of a pair in thousandths of an em and the step in which it is reduced."""
    return {(int(b), int(a)): (int(least), int(step)) for b, a, least, step in _rows("reduction")}


@cache
def expansion() -> dict[Pair, tuple[int, int]]:
    """The most a pair's gap may grow to in thousandths of an em (0: no limit) and the step in which it grows."""
    return {(int(b), int(a)): (int(most), int(step)) for b, a, most, step in _rows("expansion")}


@cache
def orientations() -> tuple[list[int], list[int]]:
    """The first and the last code points of the ranges whose characters stand upright in vertical lines."""
    rows = _rows("orientation")
    return [int(first, 16) for first, _, _ in rows], [int(last, 16) for _, last, _ in rows]


@cache
def line_break_classes() -> tuple[list[int], list[int], list[str]]:
    """UAX #14's classes: the first and the last code points of ranges, and their class. What is in none is AL."""
    rows = _rows("line_breaks")
    return [int(row[0], 16) for row in rows], [int(row[1], 16) for row in rows], [row[2] for row in rows]
