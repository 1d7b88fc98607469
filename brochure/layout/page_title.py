"""The head of a page: a kicker, the title in whole lines of the grid, the pair of squares that is the house mark."""

from __future__ import annotations

from brochure.drawing.frame import Placed, Shape, Tagged, rectangle
from brochure.drawing.geometry import Point, Rect
from brochure.drawing.structure import Role
from brochure.layout.composition import Composition
from brochure.layout.palette import Palette
from brochure.layout.text_block import NO_WORDS, Typesetter, Words
from brochure.layout.type_area import TypeArea

_SQUARE = 5.0  # points: one for each shore, the sea's colour and China's vermilion


def set_page_title(
    page: Composition,
    typesetter: Typesetter,
    palette: Palette,
    area: TypeArea,
    box: Rect,
    title: Words,
    kicker: Words = NO_WORDS,
    anchor: str = "",
) -> Rect:
    """Set the title at the head of `box` and return what is left of the box below it, on the grid."""
    if anchor:
        page.anchor(anchor, 0.0, 0.0)
    page.put(house_mark(palette), box.x, box.y + (area.line_feed - _SQUARE) / 2)
    if kicker:
        page.frame(typesetter.label(kicker.text, "kicker", kicker.origin), box.x + 3.4 * _SQUARE, box.y)
    strips = typesetter.text(title, "title", box.width)
    page.stack(strips, box.x, box.y + area.line_feed)
    lines = 1 + round(sum(strip.height for strip in strips) / area.line_feed)
    under = box.y + lines * area.line_feed + area.line_feed / 2
    page.rule(box.x, under, box.right, under, palette.rule, 0.4)
    page.rule(box.x, under, box.x + 5 * area.size, under, palette.sea, 1.6)
    return area.rows(box, lines + 2)


def house_mark(palette: Palette, square: float = _SQUARE) -> Tagged:
    """Two squares side by side, decoration: the two shores."""
    return Tagged(
        Role.ARTIFACT,
        (
            Placed(Point(0.0, 0.0), Shape(rectangle(0.0, 0.0, square, square), fill=palette.sea)),
            Placed(Point(1.3 * square, 0.0), Shape(rectangle(0.0, 0.0, square, square), fill=palette.vermilion)),
        ),
    )
