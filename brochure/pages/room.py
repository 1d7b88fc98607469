"""The words of a page and its type area: what runs out of it would be cut off or printed over, and how full it is."""

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
    left, top, width, height = box
    right, bottom = left + width, top + height
    begin, end, lowest = left - tolerance, right + tolerance, bottom + 0.01
    found: dict[tuple[bool, float], str] = {}

    for x, y, run in _words(frame.items):
        if run.is_vertical:
            is_inside = y >= top - tolerance and y + run.width <= bottom + tolerance and left <= x <= right
        else:
            is_inside = top <= y <= lowest and x >= begin and x + run.width <= end
        if not is_inside:
            place = (True, round(-x, 1)) if run.is_vertical else (False, round(y, 1))
            found.setdefault(place, run.text)
    return tuple(text for _, text in sorted(found.items()))


def fill(frame: Frame, box: Rect, line_feed: float) -> tuple[float, int]:
    """The share of a type area's lines that bear words, 0 to 1, and how many characters these have.

    Lines are counted where a baseline stands, whatever its type is; those of vertical writing across the page.
    """
    lines: set[int] = set()
    columns: set[int] = set()
    characters = 0
    for x, y, run in _words(frame.items):
        characters += len(run.text)
        if run.is_vertical:
            columns.add(int((x - box.x) / line_feed))
        else:
            lines.add(int((y - box.y) / line_feed))
    upright, across = box.height / line_feed, box.width / line_feed
    return min(1.0, max(len(lines) / upright, len(columns) / across)), characters


def _words(items: tuple[Placed, ...]) -> list[tuple[float, float, Glyphs]]:
    """The runs of words that are read, with their places."""
    found: list[tuple[float, float, Glyphs]] = []
    _gather(items, 0.0, 0.0, found)
    return found


def _gather(items: tuple[Placed, ...], x: float, y: float, found: list[tuple[float, float, Glyphs]]) -> None:
    """The runs of items whose origin is (x, y)."""
    for placed in items:
        item, across, down = placed.item, x + placed.x, y + placed.y
        while True:
            if type(item) is Tagged:
                if item.role in _UNMEASURED:
                    break
            elif type(item) is Glyphs:
                if not item.is_silent:
                    found.append((across, down, item))
                break
            elif type(item) is not Group or (item.transform is not IDENTITY and item.transform != IDENTITY):
                break
            inner = item.items
            if len(inner) != 1:
                _gather(inner, across, down, found)
                break
            only = inner[0]  # most have one item: no call is made for it
            item, across, down = only.item, across + only.x, down + only.y
