"""The characters and lines of a type area, drawn: what a designer lays copy on, and a typographer judges it by."""

from __future__ import annotations

from brochure.drawing.colour import Colour
from brochure.drawing.frame import Frame, Placed, Shape, Stroke, line, rectangle
from brochure.drawing.geometry import Rect, Size
from brochure.layout.type_area import TypeArea

_HAIRLINE = 0.25  # points


def character_grid(area: TypeArea, box: Rect, colour: Colour, is_vertical: bool = False) -> Frame:
    """A cell for every character of every line of a box that begins on the grid, in the axes of the page."""
    size, feed = area.size, area.line_feed
    gap = (feed - size) / 2
    length, breadth = (box.height, box.width) if is_vertical else (box.width, box.height)
    characters, lines = int(round(length / size, 6)), int(round(breadth / feed, 6))
    pen = Stroke(colour.tint(0.55), _HAIRLINE)
    items: list[Placed] = []
    for number in range(lines):
        if is_vertical:
            head = box.right - (number + 1) * feed + gap
            items.append(_drawn(Shape(rectangle(head, box.y, size, characters * size), stroke=pen)))
            cuts = (line(head, box.y + at * size, head + size, box.y + at * size) for at in range(1, characters))
        else:
            head = box.y + number * feed + gap
            items.append(_drawn(Shape(rectangle(box.x, head, characters * size, size), stroke=pen)))
            cuts = (line(box.x + at * size, head, box.x + at * size, head + size) for at in range(1, characters))
        path = tuple(step for cut in cuts for step in cut)
        if path:
            items.append(_drawn(Shape(path, stroke=pen)))
    return Frame(Size(area.trim.width, area.trim.height), tuple(items))


def _drawn(shape: Shape) -> Placed:
    return Placed(shape)
