"""Paths as they lie on the page: the box about them, whether they are rectangles, and their corners where asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from brochure.preflight.geometry import Box, Matrix

_BLANKS = bytes.maketrans(b"\0", b" ")
_STEP = re.compile(rb"([^a-z]*)(re|[mlcvyh])")
_PIECES = 5  # straight pieces a curve is cut into: the map's cells are 1.5 mm
_SHARES_OF_CONTROLS = tuple(  # at the end of each piece
    ((1 - t) * (1 - t) * (1 - t), 3 * (1 - t) * (1 - t) * t, 3 * (1 - t) * t * t, t * t * t)
    for t in (n / _PIECES for n in range(1, _PIECES + 1))
)


@dataclass(frozen=True, slots=True)
class Outline:
    """A path on the page. `data` are its operators and `ctm` what takes them there."""

    box: Box
    data: bytes
    ctm: Matrix
    is_rectangle: bool
    is_straight: bool


def read_outline(data: bytes, ctm: Matrix) -> Outline | None:
    """The outline of path operators; None where there are no points. Raises ValueError for an odd number of them."""
    if b"re" in data:
        data = _without_rectangles(data)
    values = list(map(float, data.translate(_BLANKS, b"mlcvyh").split()))
    if not values:
        return None
    if len(values) % 2:
        raise ValueError("a path's numbers come in pairs")
    xs, ys = values[0::2], values[1::2]
    a, b, c, d, e, f = ctm
    if b == 0.0 == c:
        x1, x2, y1, y2 = a * min(xs) + e, a * max(xs) + e, d * min(ys) + f, d * max(ys) + f
        box = Box(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
    else:
        across = [a * x + c * y + e for x, y in zip(xs, ys, strict=True)]
        up = [b * x + d * y + f for x, y in zip(xs, ys, strict=True)]
        box = Box(min(across), min(up), max(across), max(up))
    is_straight = not (b"c" in data or b"v" in data or b"y" in data)
    is_rectangle = (
        is_straight and 4 <= len(xs) <= 5 and len({*xs}) == 2 == len({*ys}) and ctm.is_upright and _turns(xs, ys)
    )
    return Outline(box, data, ctm, is_rectangle, is_straight)


def _turns(xs: list[float], ys: list[float]) -> bool:
    """Whether each step goes along one axis, as a box's do and a bow tie's do not."""
    corners = list(zip(xs, ys, strict=True))
    return all((x1 == x2) != (y1 == y2) for (x1, y1), (x2, y2) in pairwise(corners[:4]))


def _without_rectangles(data: bytes) -> bytes:
    """The operators with each `re` written out as the lines it stands for (8.5.2.1)."""

    def written(found: re.Match[bytes]) -> bytes:
        numbers = found[1].split()
        if found[2] != b"re" or len(numbers) < 4:
            return found.group()
        x, y, width, height = map(float, numbers[-4:])
        right, top = x + width, y + height
        return b"%f %f m %f %f l %f %f l %f %f l h " % (x, y, right, y, right, top, x, top)

    return _STEP.sub(written, data)


def polygons(outline: Outline) -> list[list[tuple[float, float]]]:
    """The closed outlines as corners on the page, curves cut into straight pieces."""
    return [corners for corners in polylines(outline) if len(corners) > 2]


def polylines(outline: Outline) -> list[list[tuple[float, float]]]:
    """The pen's ways as corners on the page; a closed one comes back to its first."""
    found: list[list[tuple[float, float]]] = []
    now: list[tuple[float, float]] = []
    a, b, c, d, e, f = outline.ctm
    for step in _STEP.finditer(outline.data.translate(_BLANKS)):
        numbers, operator = list(map(float, step[1].split())), step[2]
        points = [(a * x + c * y + e, b * x + d * y + f) for x, y in zip(numbers[0::2], numbers[1::2], strict=True)]
        if operator == b"m":
            now = [*points[-1:]]
            found.append(now)
        elif operator == b"h" and now:
            now.append(now[0])
        elif operator == b"l" and now:
            now.extend(points)
        elif points and now:
            now.extend(_cut(now[-1], operator, points))
    return found


def _cut(start: tuple[float, float], operator: bytes, points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    if operator == b"v":
        points = [start, *points]
    elif operator == b"y":
        points = [*points, points[-1]]
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = start, *points[:3]
    return [
        (a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3) for a, b, c, d in _SHARES_OF_CONTROLS
    ]
