"""The specification tables of `tables/*.tsv`, read once and laid out for lookup by pairs of class numbers."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "tables"

Pair = tuple[int, int]


def _rows(name: str) -> str:
    """A table without what is said of it at its head."""
    text = (_FOLDER / f"{name}.tsv").read_text("utf-8")
    while text.startswith("#"):
        text = text[text.index("\n") + 1 :]
    return text


def _columns(name: str, count: int) -> list[list[str]]:
    """The columns of a table that has so many."""
    fields = _rows(name).replace("\n", "\t").split("\t")
    return [fields[at : len(fields) - 1 : count] for at in range(count)]


def _numbers(name: str, count: int) -> list[list[int]]:
    """The columns of a table of decimal numbers."""
    numbers = [*map(int, _rows(name).split())]
    return [numbers[at::count] for at in range(count)]


@cache
def listed_classes() -> dict[str, int]:
    """The class number of every character JLReq lists."""
    numbers, _, characters = _columns("classes", 3)
    return dict(zip(characters, map(int, numbers), strict=True))


@cache
def spacing() -> dict[Pair, int]:
    """The natural gap between the bodies of two classes, in thousandths of an em; 0 where the pair is not there."""
    before, after, gaps = _numbers("spacing", 3)
    return dict(zip(zip(before, after, strict=True), gaps, strict=True))


@cache
def prohibited() -> frozenset[Pair]:
    """The pairs of classes between which no line ends (very strict)."""
    before, after = _numbers("breaks", 2)
    return frozenset(zip(before, after, strict=True))


@cache
def reduction() -> dict[Pair, tuple[int, int]]:
    """The least gap of a pair in thousandths of an em and the step in which it is reduced."""
    before, after, least, steps = _numbers("reduction", 4)
    return dict(zip(zip(before, after, strict=True), zip(least, steps, strict=True), strict=True))


@cache
def expansion() -> dict[Pair, tuple[int, int]]:
    """The most a pair's gap may grow to in thousandths of an em (0: no limit) and the step in which it grows."""
    before, after, most, steps = _numbers("expansion", 4)
    return dict(zip(zip(before, after, strict=True), zip(most, steps, strict=True), strict=True))


@cache
def orientations() -> tuple[list[int], list[int]]:
    """The first and the last code points of the ranges whose characters stand upright in vertical lines."""
    first, last, _ = _columns("orientation", 3)
    return [int(code, 16) for code in first], [int(code, 16) for code in last]


@cache
def line_break_classes() -> tuple[list[int], list[int], list[str]]:
    """UAX #14's classes: the first and the last code points of ranges, and their class. What is in none is AL."""
    first, last, kinds = _columns("line_breaks", 3)
    return [int(code, 16) for code in first], [int(code, 16) for code in last], kinds
