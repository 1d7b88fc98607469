"""Whether the words of a page stand inside its type area: what runs out of it would be cut off or printed over."""

from __future__ import annotations

from collections.abc import Iterator

from brochure.drawing.frame import Frame, Glyphs, Group, Placed, Tagged
from brochure.drawing.geometry import IDENTITY, Point, Rect
from brochure.drawing.structure import Role

_UNMEASURED = frozenset({Role.ARTIFACT, Role.FIGURE})  # furniture stands in the margins, pictures may bleed


def lines_outside(frame: Frame, box: Rect, tolerance: float) -> tuple[str, ...]:
    """The lines of words, from the head down, that begin or end outside a box, each as its first run outside.

    A baseline may stand on the foot of the box but not below; punctuation may hang `tolerance` points into the margins.
    The middle of a vertical line stands inside; its marks may hang above and below.
    """
    found: dict[tuple[bool, float], str] = {}
    for at, run in _runs(frame.items, 0.0, 0.0):
        if run.is_silent:
            continue
        if run.is_vertical:
            is_beside = at.y < box.y - tolerance or at.y + run.width > box.bottom + tolerance
            is_outside = is_beside or not box.x <= at.x <= box.right
        else:
            is_beside = at.x < box.x - tolerance or at.x + run.width > box.right + tolerance
            is_outside = is_beside or not box.y <= at.y <= box.bottom + 0.01
        if is_outside:
            found.setdefault((run.is_vertical, round(-at.x if run.is_vertical else at.y, 1)), run.text)
    return tuple(text for _, text in sorted(found.items()))


def _runs(items: tuple[Placed, ...], x: float, y: float) -> Iterator[tuple[Point, Glyphs]]:
    for at, item in items:
        here = Point(x + at.x, y + at.y)
        if isinstance(item, Glyphs):
            yield here, item
        elif isinstance(item, Tagged):
            if item.role not in _UNMEASURED:
                yield from _runs(item.items, *here)
        elif isinstance(item, Group) and item.transform == IDENTITY:
            yield from _runs(item.items, *here)
