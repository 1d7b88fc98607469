"""What the tests of drawn pictures share: a palette, boxes, and a walk that keeps the scale it is drawn at."""

from __future__ import annotations

from collections.abc import Iterator

from brochure.drawing.colour import Colour, percent
from brochure.drawing.frame import Gradient, Group, Placed, Shape, Tagged
from brochure.drawing.geometry import Size
from brochure.drawing.units import mm
from brochure.layout.palette import palette_of

HARBOUR = palette_of(
    sea=percent(100, 70, 20, 10),
    sunset=percent(0, 65, 90, 0),
    gold=percent(5, 20, 80, 0),
    vermilion=percent(10, 95, 90, 0),
)
COVER = Size(mm(188), mm(263))
BAND = Size(mm(188), mm(60))
SQUARE = Size(mm(40), mm(40))


def shapes(items: tuple[Placed, ...], scale: float = 1.0) -> Iterator[tuple[Shape, float]]:
    """Every shape with the scale its groups draw it at."""
    for placed in items:
        item = placed.item
        if isinstance(item, Group):
            a, b, c, d, _, _ = item.transform
            yield from shapes(item.items, scale * abs(a * d - b * c) ** 0.5)
        elif isinstance(item, Tagged):
            yield from shapes(item.items, scale)
        elif isinstance(item, Shape):
            yield item, scale


def colours(items: tuple[Placed, ...]) -> Iterator[Colour]:
    """Every colour a picture uses."""
    for shape, _ in shapes(items):
        if isinstance(shape.fill, Gradient):
            yield from (colour for _, colour in shape.fill.stops)
        elif shape.fill is not None:
            yield shape.fill
        if shape.stroke is not None:
            yield shape.stroke.colour
