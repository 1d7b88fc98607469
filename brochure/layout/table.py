"""Tables: rows of cells on the grid, first baselines of a row shared, hairlines between rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from brochure.drawing.colour import Colour
from brochure.drawing.frame import Placed, Shape, Stroke, Tagged, line
from brochure.drawing.geometry import Point
from brochure.drawing.structure import Role
from brochure.layout.strip import Element, Strip, stacked
from brochure.layout.text_block import Typesetter, Words


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column of a table: its width in points and the style its cells are set in; a head column names its row."""

    width: float
    style: str
    is_head: bool = False


def set_table(
    rows: Sequence[Sequence[Words]],
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


def _row(
    cells: Sequence[Words],
    columns: Sequence[TableColumn],
    typesetter: Typesetter,
    rule: Colour,
    padding: float,
    line_feed: float,
    number: int,
    is_last: bool,
) -> Strip:
    placed: list[Placed] = []
    depth = 0.0
    x = 0.0
    for cell, column in zip(cells, columns, strict=True):
        strips = typesetter.text(cell, column.style, column.width)
        role = Role.TABLE_HEADER if column.is_head else Role.TABLE_CELL
        inside = tuple(replace(strip, element=Element(Role.SPAN, cell.origin, typesetter.language)) for strip in strips)
        placed.append(Placed(Point(0.0, 0.0), Tagged(role, stacked(inside, x, padding), typesetter.language)))
        depth = max(depth, sum(strip.height for strip in strips))
        x += column.width
    height = depth + 2 * padding
    if line_feed:
        height = -(-round(height, 4) // line_feed) * line_feed
    width = sum(column.width for column in columns)
    rules = [_hairline(0.0, width, rule)] if number == 0 else []
    rules.append(_hairline(height, width, rule))
    row = Tagged(Role.TABLE_ROW, tuple(placed))
    items = (*rules, Placed(Point(0.0, 0.0), row))
    return Strip(
        items, height, Element(Role.TABLE, language=typesetter.language), keeps_next=not is_last and number == 0
    )


def _hairline(y: float, width: float, colour: Colour) -> Placed:
    shape = Shape(line(0.0, y, width, y), stroke=Stroke(colour, 0.35))
    return Placed(Point(0.0, 0.0), Tagged(Role.ARTIFACT, (Placed(Point(0.0, 0.0), shape),)))
