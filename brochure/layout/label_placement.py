"""Where the names on a map stand: none touches another, a point, or the edge; what finds no room is returned."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from brochure.drawing.frame import Frame
from brochure.drawing.geometry import Point, Rect


class Wanted(Struct, frozen=True):
    """A label and the point it names; `gap` is the room to leave beside the point.

    `is_centred`: it stands on the point, and may move about it by its own height or half its width where that is
    taken. `is_leftward`: it would rather stand to the left of its point than to the right.
    """

    key: str
    label: Frame
    at: Point
    gap: float
    is_centred: bool = False
    is_leftward: bool = False


class PlacedLabel(Struct, frozen=True):
    """A label in its place: `box` is its frame's box on the map."""

    key: str
    label: Frame
    box: Rect


class Placement(Struct, frozen=True):
    """What found room, and the keys of what did not."""

    placed: tuple[PlacedLabel, ...]
    left_over: tuple[str, ...]


def place_labels(
    wanted: Sequence[Wanted], within: Rect, taken: Sequence[Rect], lines: Sequence[tuple[Point, Point]] = ()
) -> Placement:
    """Place the labels in the order given, which is their rank; `taken` boxes are kept free, `lines` where possible."""
    placed: list[PlacedLabel] = []
    left_over: list[str] = []
    boxes = list(taken)
    for each in wanted:
        free = [
            (rank + 20 * sum(crosses(box, *line) for line in lines), rank, box)
            for rank, box in enumerate(_candidates(each))
            if holds(within, box) and not any(overlaps(box, other) for other in boxes)
        ]
        if not free:
            left_over.append(each.key)
            continue
        box = min(free)[2]
        boxes.append(box)
        placed.append(PlacedLabel(each.key, each.label, box))
    return Placement(tuple(placed), tuple(left_over))


def _candidates(wanted: Wanted) -> list[Rect]:
    """The boxes to try, the best first: right, left, above, below, the corners; centred ones round about."""
    (x, y), (width, height), gap = wanted.at, wanted.label.size, wanted.gap
    left, middle, right = x - gap - width, x - width / 2, x + gap
    above, level, below = y - gap - height, y - height / 2, y + gap
    if wanted.is_centred:
        steps = [
            (0.0, 0.0),
            (0, -0.6),
            (0, 0.6),
            (-0.3, 0),
            (0.3, 0),
            (-0.3, -0.6),
            (0.3, -0.6),
            (-0.3, 0.6),
            (0.3, 0.6),
        ]
        steps += [(0, -1.2), (0, 1.2), (-0.6, 0), (0.6, 0), (-0.6, -1.2), (0.6, -1.2), (-0.6, 1.2), (0.6, 1.2)]
        return [Rect(middle + dx * width, level + dy * height, width, height) for dx, dy in steps]
    near = gap * 0.7
    corners = [(x + near, y - near - height), (x - near - width, y - near - height)]
    corners += [(x + near, y + near), (x - near - width, y + near)]
    sides = [(left, level), (right, level)] if wanted.is_leftward else [(right, level), (left, level)]
    spots = [*sides, (middle, above), (middle, below), *corners]
    return [Rect(spot_x, spot_y, width, height) for spot_x, spot_y in spots]


def overlaps(one: Rect, other: Rect) -> bool:
    """Whether two boxes share any area."""
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


def holds(outer: Rect, inner: Rect) -> bool:
    """Whether the inner box lies wholly in the outer."""
    return outer.x <= inner.x and outer.y <= inner.y and inner.right <= outer.right and inner.bottom <= outer.bottom


def crosses(box: Rect, start: Point, end: Point) -> bool:
    """Whether a straight piece of line enters a box (Liang and Barsky 1984)."""
    low, high = 0.0, 1.0
    dx, dy = end.x - start.x, end.y - start.y
    for step, room in (
        (-dx, start.x - box.x),
        (dx, box.right - start.x),
        (-dy, start.y - box.y),
        (dy, box.bottom - start.y),
    ):
        if step == 0:
            if room < 0:
                return False
        elif step < 0:
            low = max(low, room / step)
        else:
            high = min(high, room / step)
    return low <= high
