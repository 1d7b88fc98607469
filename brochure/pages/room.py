"""Whether the words of a page stand inside its type area: what runs out of it would be cut off or printed over."""

from __future__ import annotations

from brochure.drawing.frame import Frame, Glyphs, Group, Placed, Tagged
from brochure.drawing.geometry import IDENTITY, Rect
from brochure.drawing.structure import Role

_UNMEASURED = frozenset({Role.ARTIFACT, Role.FIGURE})  # furniture stands in the margins, pictures may bleed


def lines_outside(frame: Frame, box: Rect, tolerance: float) -> tuple[str, ...]:
    """The lines of words, from the head down, that begin or end outside a box, each as its first run outside.

    A baseline may stand on the foot of the box but not below; punctuation may hang `tolerance` points into the margins.
    The middle of a vertical line stands inside; its marks may hang above and below.
    """
    found: dict[tuple[bool, float], str] = {}
    _look(frame.items, 0.0, 0.0, box, tolerance, found)
    return tuple(text for _, text in sorted(found.items()))


def _look(
    items: tuple[Placed, ...], x: float, y: float, box: Rect, tolerance: float, found: dict[tuple[bool, float], str]
) -> None:
    """Enter what stands outside, of items whose origin is (x, y)."""
    for (at_x, at_y), item in items:
        if type(item) is Glyphs:
            if not item.is_silent and _is_outside(item, x + at_x, y + at_y, box, tolerance):
                key = (item.is_vertical, round(-x - at_x if item.is_vertical else y + at_y, 1))
                found.setdefault(key, item.text)
        elif type(item) is Tagged:
            if item.role not in _UNMEASURED:
                _look(item.items, x + at_x, y + at_y, box, tolerance, found)
        elif type(item) is Group and (item.transform is IDENTITY or item.transform == IDENTITY):
            _look(item.items, x + at_x, y + at_y, box, tolerance, found)


def _is_outside(run: Glyphs, x: float, y: float, box: Rect, tolerance: float) -> bool:
    left, top, width, height = box
    if run.is_vertical:
        return y < top - tolerance or y + run.width > top + height + tolerance or not left <= x <= left + width
    is_beside = x < left - tolerance or x + run.width > left + width + tolerance
    return is_beside or not top <= y <= top + height + 0.01
