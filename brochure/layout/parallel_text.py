"""Parallel text: a column a language, each paragraph beginning on the line of the grid its fellows begin on.

A row holds one paragraph in every language and is as deep as the longest of them, in whole lines. Where a row does not
fit it is parted: each column keeps what may stand, the rest goes on in the next boxes, beginning together again.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, zip_longest

from msgspec import Struct, field

from brochure.drawing.frame import Placed
from brochure.drawing.geometry import Rect
from brochure.layout.strip import Strip, height_of, how_many, stacked, with_space

Row = tuple[tuple[Strip, ...], ...]
"""A paragraph in each language; its first strips say what space they want above."""


class FilledRows(Struct, frozen=True):
    """What stands in a set of columns, how deep it reaches in points, and the rows left over."""

    items: tuple[Placed, ...]
    depth: float
    rest: tuple[Row, ...]


class _Column(Struct):
    """A language's column being filled: how far below its box it begins, and its strips."""

    head: float = 0.0
    strips: list[Strip] = field(default_factory=list[Strip])


def rows_of(columns: Sequence[Sequence[Strip]]) -> tuple[Row, ...]:
    """The paragraphs of each language's strips side by side; where one has fewer, its cells are empty."""
    parts = [[tuple(group) for _, group in groupby(strips, key=lambda strip: strip.element)] for strips in columns]
    return tuple(zip_longest(*parts, fillvalue=()))


def paragraphs_of(strips: Sequence[Strip]) -> int:
    """How many paragraphs the strips are."""
    return sum(1 for _ in groupby(strips, key=lambda strip: strip.element))


def fill_rows(rows: Sequence[Row], boxes: Sequence[Rect], line_feed: float) -> FilledRows:
    """Set as many rows into the boxes, one a language, as fit; each language's column is read as a whole."""
    count = min((len(row) for row in rows), default=0)
    columns = [_Column() for _ in range(count)]
    bottom = min(box.height for box in boxes)
    depth = 0.0
    rest = list(rows)
    while rest:
        row = rest[0]
        space = max((cell[0].space_before for cell in row if cell), default=0.0) if depth else 0.0
        height = _deep(row, line_feed)
        if depth + space + height <= bottom + 0.001 and _may_end(rest, depth + space + height, bottom, line_feed):
            _set(columns, row, depth + space)
            depth += space + height
            rest.pop(0)
            continue
        kept, over = _parted(row, bottom - depth - space)
        if not _is_heading(row) and all(kept[i] for i, cell in enumerate(row) if cell):
            _set(columns, kept, depth + space)
            depth += space + _deep(kept, line_feed)
            rest[0] = over
        break
    placed = tuple(
        item
        for column, box in zip(columns, boxes, strict=False)
        for item in stacked(column.strips, box.x, box.y + column.head)
    )
    return FilledRows(placed, depth, tuple(rest))


def _deep(row: Row, line_feed: float) -> float:
    """The whole lines a row takes."""
    return -(-round(max((height_of(cell) for cell in row), default=0.0), 3) // line_feed) * line_feed


def _is_heading(row: Row) -> bool:
    return any(cell and cell[-1].keeps_next for cell in row)


def _may_end(rest: Sequence[Row], depth: float, bottom: float, line_feed: float) -> bool:
    """Whether a row may stand although the boxes end after it: a heading wants two lines of what follows below it."""
    if not _is_heading(rest[0]) or len(rest) == 1:
        return True
    return depth + min(_deep(rest[1], line_feed), 2 * line_feed) <= bottom + 0.001


def _set(columns: list[_Column], row: Row, top: float) -> None:
    """Put a row's cells at `top` under what their columns hold."""
    for column, cell in zip(columns, row, strict=True):
        if cell and not column.strips:
            column.head = top
        if cell:
            column.strips.extend(with_space(cell, top - column.head - height_of(column.strips)))


def _parted(row: Row, height: float) -> tuple[Row, Row]:
    """What of each cell fits into a height, and what is left."""
    counts = [how_many(cell, height) for cell in row]
    kept = tuple(cell[:count] for cell, count in zip(row, counts, strict=True))
    return kept, tuple(cell[count:] for cell, count in zip(row, counts, strict=True))
