"""The head of a page: a kicker, the title in whole lines of the grid, the pair of squares that is the house mark."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from brochure.drawing.frame import Placed, Shape, Tagged, rectangle
from brochure.drawing.geometry import Rect
from brochure.drawing.structure import Role
from brochure.layout.composition import Composition
from brochure.layout.palette import Palette
from brochure.layout.text_block import NO_WORDS, Typesetter, Words
from brochure.layout.type_area import TypeArea

_LEAST_TITLE = 12  # characters a line of a title of full size must hold
_SQUARE = 5.0  # points: one for each shore, the sea's colour and China's vermilion


class Heading(Struct, frozen=True):
    """What stands at the head of a page, in one language."""

    title: Words
    kicker: Words = NO_WORDS


def set_page_title(
    page: Composition,
    typesetter: Typesetter,
    palette: Palette,
    area: TypeArea,
    box: Rect,
    headings: Sequence[Heading],
    anchor: str = "",
    columns: Sequence[Rect] = (),
) -> Rect:
    """Set the headings at the head of `box` and return what is left of the box below them, on the grid.

    Several languages stand one under the other, the kickers on one line; where `columns` are given each has its own.
    """
    if anchor:
        page.anchor(anchor, 0.0, 0.0)
    if columns:
        lines = max(
            _titled(page, typesetter, palette, area, column, (heading,), "title-parallel")
            for heading, column in zip(headings, columns, strict=True)
        )
    else:
        is_narrow = box.width < _LEAST_TITLE * typesetter.styles["title"].size
        style = "title-stacked" if headings[1:] else "title-parallel" if is_narrow else "title"
        lines = _titled(page, typesetter, palette, area, box, headings, style)
    under = box.y + lines * area.line_feed + area.line_feed / 2
    for part in columns or (box,):
        page.rule(part.x, under, part.right, under, palette.rule, 0.4)
        page.rule(part.x, under, part.x + 5 * area.size, under, palette.sea, 1.6)
    return area.rows(box, lines + 2)


def _titled(
    page: Composition,
    typesetter: Typesetter,
    palette: Palette,
    area: TypeArea,
    box: Rect,
    headings: Sequence[Heading],
    style: str,
) -> int:
    """Set kickers and titles from the head of a box; how many lines of the grid they take."""
    page.put(house_mark(palette), box.x, box.y + (area.line_feed - _SQUARE) / 2)
    x = box.x + 3.4 * _SQUARE
    for heading in headings:
        if heading.kicker:
            label = typesetter.line(heading.kicker, "kicker")
            page.frame(label, x, box.y)
            x += label.size.width + 2.4 * _SQUARE
    titles = {heading.title.text: heading.title for heading in reversed(headings)}  # one for those written alike
    strips = [strip for title in reversed(titles.values()) for strip in typesetter.text(title, style, box.width)]
    page.stack(strips, box.x, box.y + area.line_feed)
    return 1 + round(sum(strip.height for strip in strips) / area.line_feed)


def house_mark(palette: Palette, square: float = _SQUARE) -> Tagged:
    """Two squares side by side, decoration: the two shores."""
    return Tagged(
        Role.ARTIFACT,
        (
            Placed(Shape(rectangle(0.0, 0.0, square, square), fill=palette.sea)),
            Placed(Shape(rectangle(0.0, 0.0, square, square), fill=palette.vermilion), 1.3 * square, 0.0),
        ),
    )
