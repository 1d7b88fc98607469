"""Strips: what flows down a column, a line or a figure at a time, and how columns are filled with them.

A paragraph is as many strips as it has lines, a heading one, a picture one. Strips of one element carry the same
`element` and are tagged as one again when they are placed, so a paragraph parted by a column stays one paragraph on
each side. What does not fit is returned, never dropped.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from msgspec import Struct
from msgspec.structs import replace

from brochure.drawing.frame import Frame, Group, Placed, Tagged
from brochure.drawing.geometry import Rect, Size
from brochure.drawing.structure import Role

_TOLERANCE = 0.001  # points a column may be deeper than its box


class Element(Struct, frozen=True, gc=False):
    """What strips belong together: the role they have for a hearing reader, and where their words came from.

    `number` parts neighbours that are alike in everything else.
    """

    role: Role = Role.PARAGRAPH
    origin: str = ""
    language: str = ""
    alternative: str = ""
    number: int = 0


class Strip(Struct, frozen=True, gc=False):
    """One unbreakable piece: items from its own top left corner, and a height in points.

    `space_before` is room above it that falls away at the head of a column. `keeps_next` forbids a column end
    between this strip and the one after it. `calls` are the numbers of the notes called in it. `again` stands above it
    where a page of a table begins with it: the heads it is under, said once more.
    """

    items: tuple[Placed, ...]
    height: float
    element: Element = Element()
    space_before: float = 0.0
    keeps_next: bool = False
    calls: tuple[int, ...] = ()
    again: Strip | None = None

    def of(self, element: Element) -> Strip:
        """The same strip as part of another element."""
        return Strip(self.items, self.height, element, self.space_before, self.keeps_next, self.calls, self.again)


class Filled(Struct, frozen=True, gc=False):
    """A column's content: the placed items, how deep they reach in points, and the strips left over."""

    items: tuple[Placed, ...]
    depth: float
    rest: tuple[Strip, ...]


def height_of(strips: Sequence[Strip]) -> float:
    """How deep the strips stand one under the other, the first one's space fallen away."""
    return sum(strip.space_before + strip.height for strip in strips) - (strips[0].space_before if strips else 0.0)


def fill(strips: Sequence[Strip], box: Rect) -> Filled:
    """Set as many strips into the box as fit and may stand together; the rest is handed back.

    Where nothing at all fits by the rules, the first piece that cannot be parted is returned untouched: the caller
    sees that nothing was taken and says so to the author.
    """
    count = how_many(strips, box.height)
    return Filled(stacked(strips[:count], box.x, box.y), height_of(strips[:count]), tuple(strips[count:]))


def fill_columns(strips: Sequence[Strip], boxes: Sequence[Rect], is_balanced: bool = False) -> Filled:
    """Fill boxes one after another; `is_balanced` lets them all end at the highest common foot that takes the strips.

    The depth is the deepest box's, measured from that box's own head.
    """
    foot = _common_foot(strips, boxes) if is_balanced else max(box.bottom for box in boxes)
    items: tuple[Placed, ...] = ()
    rest = tuple(strips)
    depth = 0.0
    for box in boxes:
        filled = fill(rest, _down_to(box, foot))
        items, rest, depth = items + filled.items, filled.rest, max(depth, filled.depth)
    return Filled(items, depth, rest)


def shares(strips: Sequence[Strip], boxes: Sequence[Rect], is_balanced: bool = False) -> tuple[tuple[Strip, ...], ...]:
    """Which strips each box takes; what no box takes comes last, as one share more."""
    foot = _common_foot(strips, boxes) if is_balanced else max(box.bottom for box in boxes)
    rest = tuple(strips)
    taken: list[tuple[Strip, ...]] = []
    for box in boxes:
        count = how_many(rest, _down_to(box, foot).height)
        taken.append(rest[:count])
        rest = rest[count:]
    return (*taken, rest)


def stacked(strips: Sequence[Strip], x: float, y: float) -> tuple[Placed, ...]:
    """The strips one under the other from (x, y), those of one element under one tag."""
    if len(strips) == 1:
        strip = strips[0]
        return (_as_one(strip.element, (_put_strip(strip, x, y),)),)
    found: list[Placed] = []
    inside: list[Placed] = []
    element: Element | None = None
    top = y
    for strip in strips:
        own = strip.element
        if own is not element and own != element:
            if element is not None:
                found.append(_as_one(element, inside))
                inside = []
            element = own
        if found or inside:
            top += strip.space_before
        inside.append(_put_strip(strip, x, top))
        top += strip.height
    if element is not None:
        found.append(_as_one(element, inside))
    return tuple(found)


def _put_strip(strip: Strip, x: float, y: float) -> Placed:
    items = strip.items
    return items[0].moved(x, y) if len(items) == 1 else Placed(Group(items), x, y)


def _as_one(element: Element, inside: Sequence[Placed]) -> Placed:
    own = element
    tagged = Tagged(own.role, tuple(inside), own.language, own.alternative, own.origin, own.number)
    return Placed(tagged)


def as_frame(strips: Sequence[Strip], width: float) -> Frame:
    """The strips one under the other as a frame of their own."""
    return Frame(Size(width, height_of(strips)), stacked(strips, 0.0, 0.0))


def strip_of(frame: Frame, element: Element, height: float = 0.0, keeps_next: bool = False) -> Strip:
    """A frame as one strip, `height` deep where the grid wants more than the frame has."""
    return Strip((frame.placed(0.0, 0.0),), height or frame.size.height, element, keeps_next=keeps_next)


def with_space(strips: Sequence[Strip], space: float) -> tuple[Strip, ...]:
    """The same strips with `space` points above the first."""
    if not strips:
        return ()
    return (replace(strips[0], space_before=space), *strips[1:])


def kept_together(strips: Sequence[Strip]) -> tuple[Strip, ...]:
    """The same strips as one piece that no column end may part."""
    return (*(replace(strip, keeps_next=True) for strip in strips[:-1]), *strips[-1:])


def how_many(strips: Sequence[Strip], height: float) -> int:
    """How many strips fit into `height` with a lawful end after them."""
    depth = 0.0
    lawful = 0
    for index, strip in enumerate(strips):
        depth += strip.height + (strip.space_before if index else 0.0)
        if depth > height + _TOLERANCE:
            break
        if not strip.keeps_next:
            lawful = index + 1
    return lawful


def _down_to(box: Rect, foot: float) -> Rect:
    """The part of a box above `foot`."""
    return box._replace(height=max(0.0, min(box.height, foot - box.y)))


def _common_foot(strips: Sequence[Strip], boxes: Sequence[Rect]) -> float:
    """The highest foot, in whole points, above which the boxes take all strips; the lowest box's where none does."""
    low, high = int(min(box.y for box in boxes)), int(-(-max(box.bottom for box in boxes) // 1))
    count = len(strips)
    depths = [*accumulate([strip.space_before + strip.height for strip in strips], initial=0.0)]
    lawful = [0]  # the last lawful end in so many strips
    for number, strip in enumerate(strips, 1):
        lawful.append(lawful[-1] if strip.keeps_next else number)

    def all_fit(foot: float) -> bool:
        taken = 0
        for box in boxes:
            if taken < count:
                room = max(0.0, min(box.height, foot - box.y)) + _TOLERANCE
                end = bisect_right(depths, depths[taken] + strips[taken].space_before + room, taken) - 1
                taken = max(taken, lawful[end])
        return taken == count

    if not all_fit(high):
        return float(high)
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if all_fit(middle) else (middle + 1, high)
    return float(high)
