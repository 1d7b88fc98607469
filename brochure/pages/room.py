"""The words of a page and its type area: what runs out of it would be cut off or printed over, and how full it is."""

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
    for at, run in _words(frame.items, 0.0, 0.0):
        if _is_outside(run, at.x, at.y, box, tolerance):
            key = (run.is_vertical, round(-at.x if run.is_vertical else at.y, 1))
            found.setdefault(key, run.text)
    return tuple(text for _, text in sorted(found.items()))


def fill(frame: Frame, box: Rect, line_feed: float) -> tuple[float, int]:
    """The share of a type area's lines that bear words, 0 to 1, and how many characters these have.

    Lines are counted where a baseline stands, whatever its type is; those of vertical writing across the page.
    """
    lines: set[int] = set()
    columns: set[int] = set()
    characters = 0
    for (x, y), run in _words(frame.items, 0.0, 0.0):
        characters += len(run.text)
        if run.is_vertical:
            columns.add(int((x - box.x) / line_feed))
        else:
            lines.add(int((y - box.y) / line_feed))
    upright, across = box.height / line_feed, box.width / line_feed
    return min(1.0, max(len(lines) / upright, len(columns) / across)), characters


def _words(items: tuple[Placed, ...], x: float, y: float) -> Iterator[tuple[Point, Glyphs]]:
    """The runs of words that are read, with their places, of items whose origin is (x, y)."""
    for (at_x, at_y), item in items:
        if type(item) is Glyphs:
            if not item.is_silent:
                yield Point(x + at_x, y + at_y), item
        elif type(item) is Tagged:
            if item.role not in _UNMEASURED:
                yield from _words(item.items, x + at_x, y + at_y)
        elif type(item) is Group and (item.transform is IDENTITY or item.transform == IDENTITY):
            yield from _words(item.items, x + at_x, y + at_y)


def _is_outside(run: Glyphs, x: float, y: float, box: Rect, tolerance: float) -> bool:
    left, top, width, height = box
    if run.is_vertical:
        return y < top - tolerance or y + run.width > top + height + tolerance or not left <= x <= left + width
    is_beside = x < left - tolerance or x + run.width > left + width + tolerance
    return is_beside or not top <= y <= top + height + 0.01
