"""Vertical setting (縦組): lines from top to bottom, each to the left of the last, in tiers (段) one under another.

Strips are those of horizontal setting turned: their height is their breadth, and their items stand from their top
right corner, x running to the left. The type area is the page's own, so that a vertical page and a horizontal one have
the same margins: its measure is a whole number of characters, its breadth a whole number of lines, flush at the right.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from brochure.drawing.frame import Group, Placed, Tagged
from brochure.drawing.geometry import Rect
from brochure.layout.strip import Strip, height_of, how_many
from brochure.layout.styles import Style
from brochure.layout.type_area import TypeArea
from brochure.typesetting.writing_mode import WritingMode


def upright(style: Style) -> Style:
    """A style for vertical lines."""
    return replace(style, paragraph=replace(style.paragraph, writing_mode=WritingMode.VERTICAL))


def tiers(area: TypeArea, box: Rect, count: int = 1, gap: int = 2) -> tuple[Rect, ...]:
    """The tiers of a box, the highest first, `gap` characters and what is left over between them.

    They reach half a line gap beyond the box at the right, where the first line's body then stands flush, and a whole
    number of lines to the left.
    """
    held = int(round(box.height / area.size, 6))
    characters = (held - (count - 1) * gap) // count
    between = (box.height - count * characters * area.size) / (count - 1) if count > 1 else 0.0
    side = (area.line_feed - area.size) / 2
    breadth = lines_in(area, box.width) * area.line_feed
    left = box.right + side - breadth
    return tuple(
        Rect(left, box.y + number * (characters * area.size + between), breadth, characters * area.size)
        for number in range(count)
    )


def lines_in(area: TypeArea, breadth: float) -> int:
    """How many vertical lines stand in a breadth, the last line's gap not counted."""
    return int(round((breadth + area.line_feed - area.size) / area.line_feed, 6))


class FilledTiers(Struct, frozen=True):
    """Tiers filled: the placed items, what each tier has left at its left, and the strips left over."""

    items: tuple[Placed, ...]
    free: tuple[Rect, ...]
    rest: tuple[Strip, ...]


def fill_tiers(strips: Sequence[Strip], boxes: Sequence[Rect]) -> FilledTiers:
    """Fill boxes one after another, each from its right edge; what does not fit is handed back."""
    items: tuple[Placed, ...] = ()
    free: list[Rect] = []
    rest = tuple(strips)
    for box in boxes:
        count = how_many(rest, box.width)
        items += side_by_side(rest[:count], box.right, box.y)
        free.append(box._replace(width=max(0.0, box.width - height_of(rest[:count]))))
        rest = rest[count:]
    return FilledTiers(items, tuple(free), rest)


def side_by_side(strips: Sequence[Strip], right: float, top: float) -> tuple[Placed, ...]:
    """The strips from (right, top) to the left, those of one element under one tag."""
    placed: list[Placed] = []
    x = right
    is_first = True
    for element, group in groupby(strips, key=lambda strip: strip.element):
        inside: list[Placed] = []
        for strip in group:
            x -= 0.0 if is_first else strip.space_before
            is_first = False
            inside.append(Placed(Group(strip.items), x, top))
            x -= strip.height
        tag = Tagged(element.role, tuple(inside), element.language, element.alternative, element.origin, element.number)
        placed.append(Placed(tag))
    return tuple(placed)
