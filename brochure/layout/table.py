"""Tables: rows of cells on the grid, first baselines of a row shared, hairlines between rows, heads that are repeated.

A cell holds words, or the same words in several languages one under the other. A cell may reach over the columns to
its right: `span`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from brochure.drawing.colour import Colour
from brochure.drawing.frame import Placed, Shape, Stroke, Tagged, line
from brochure.drawing.geometry import Rect
from brochure.drawing.structure import Role
from brochure.layout.strip import Element, Filled, Strip, fill, stacked
from brochure.layout.text_block import Typesetter, Words


class TableColumn(Struct, frozen=True):
    """A column of a table: its width in points and the style its cells are set in; a head column names its row.

    `gap` is the room, in points, that is left free at its right.
    """

    width: float
    style: str
    is_head: bool = False
    gap: float = 0.0


class Cell(Struct, frozen=True):
    """Words once a language, in a style of their own where one is named, over `span` columns; `notes` stand below."""

    words: tuple[Words, ...]
    style: str = ""
    span: int = 1
    notes: tuple[Words, ...] = ()


AnyCell: TypeAlias = Words | Cell
"""Words alone stand for a cell of one language, one column and the column's style."""


def set_table(
    rows: Sequence[Sequence[AnyCell]],
    columns: Sequence[TableColumn],
    typesetter: Typesetter,
    rule: Colour,
    padding: float = 4.0,
    line_feed: float = 0.0,
) -> tuple[Strip, ...]:
    """One strip a row, parted by hairlines; `padding` points above and below each row's lines.

    `line_feed` above 0 makes every row as deep as the fewest whole lines that hold it.
    """
    return tuple(
        _row(cells, columns, typesetter, rule, padding, line_feed, number, is_last=number == len(rows) - 1)
        for number, cells in enumerate(rows)
    )


def set_head(
    cells: Sequence[AnyCell], columns: Sequence[TableColumn], typesetter: Typesetter, rule: Colour, padding: float = 3.0
) -> Strip:
    """A row that names the columns: what `fill_table` sets again at the head of every box."""
    named = [replace(column, style="table-label", is_head=True) for column in columns]
    head = _row(cells, named, typesetter, rule, padding, 0.0, 0, is_last=False)
    return replace(head, keeps_next=True)


def fill_table(head: Strip | None, rows: Sequence[Strip], box: Rect) -> Filled:
    """The rows that fit into a box under the head, or under what the first of them has said again; the rest comes back
    without it.
    """
    head = (rows[0].again if rows else None) or head
    if head is None or not rows:
        return fill(rows, box)
    filled = fill((head, *rows), box)
    if len(filled.rest) > len(rows):
        return Filled((), 0.0, tuple(rows))
    return filled


def _row(
    cells: Sequence[AnyCell],
    columns: Sequence[TableColumn],
    typesetter: Typesetter,
    rule: Colour,
    padding: float,
    line_feed: float,
    number: int,
    is_last: bool,
) -> Strip:
    placed: list[Placed] = []
    depth = width = 0.0
    at = 0
    for cell in cells:
        span = cell.span if isinstance(cell, Cell) else 1
        if at + span > len(columns) or not span:
            raise ValueError("a cell reaches beyond the columns of its table")
        column, last = columns[at], columns[at + span - 1]
        x, measure = width, 0.0
        for each in columns[at : at + span]:
            width += each.width
            measure += each.width
        at += span
        strips = _set(cell, column, measure - last.gap, typesetter)
        role = Role.TABLE_HEADER if column.is_head else Role.TABLE_CELL
        tagged = Tagged(role, stacked(strips, x, padding), typesetter.language, "", "", 0, span)
        placed.append(Placed(tagged))
        reach = strips[0].height if len(strips) == 1 else sum([strip.height for strip in strips])
        depth = reach if reach > depth else depth
    if at != len(columns):
        raise ValueError("a row has not as many cells as its table has columns")
    height = depth + 2 * padding
    if line_feed:
        height = -(-round(height, 4) // line_feed) * line_feed
    items = (_hairline(height, width, rule), Placed(Tagged(Role.TABLE_ROW, tuple(placed))))
    if number == 0:
        items = (_hairline(0.0, width, rule), *items)
    element = Element(Role.TABLE, language=typesetter.language)
    return Strip(items, height, element, keeps_next=not is_last and number == 0)


def _set(cell: AnyCell, column: TableColumn, measure: float, typesetter: Typesetter) -> tuple[Strip, ...]:
    """A cell's lines, language under language, each element a span of the cell."""
    if not isinstance(cell, Cell):
        return typesetter.text(cell, column.style, measure, _span(cell, typesetter))
    copies = [(words, cell.style or column.style) for words in cell.words]
    copies += [(words, "table-note") for words in cell.notes]
    strips: list[Strip] = []
    for words, style in copies:
        strips += typesetter.text(words, style, measure, _span(words, typesetter))
    return tuple(strips)


def _span(words: Words, typesetter: Typesetter) -> Element:
    return Element(Role.SPAN, words.origin, words.language or typesetter.language)


@lru_cache(maxsize=1024)
def _hairline(y: float, width: float, colour: Colour) -> Placed:
    """A rule; the same for all rows of one height."""
    shape = Shape(line(0.0, y, width, y), stroke=Stroke(colour, 0.35))
    return Placed(Tagged(Role.ARTIFACT, (Placed(shape),)))
