"""Paths as they lie on the page: the box about them, whether they are rectangles, and their corners where asked for."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from math import isfinite

from msgspec import Struct

from brochure.preflight.geometry import IDENTITY, Box, Matrix

_BLANKS = bytes.maketrans(b"\0", b" ")
_STEP = re.compile(rb"([^a-z]*)(re|[mlcvyh])")
_PIECES = 3  # straight pieces a curve is cut into: the map's cells are 1.5 mm
_BULGE = _PIECES**2 / (_PIECES**2 - 1)  # so far from the chord that the area under the pieces is the curve's
_SHARES_OF_CONTROLS = tuple(  # at the end of each piece
    (
        _BULGE * (1 - t) ** 3 + (1 - _BULGE) * (1 - t),
        _BULGE * 3 * (1 - t) ** 2 * t,
        _BULGE * 3 * (1 - t) * t**2,
        _BULGE * t**3 + (1 - _BULGE) * t,
    )
    for t in (n / _PIECES for n in range(1, _PIECES + 1))
)
_LONG = 1 << 16  # bytes of a path that is not remembered
_NUMBERS = b"0123456789+-. \t\r\n\f"
_MOVE, _LINE, _CURVE, _FROM_PEN, _TO_END, _CLOSE = b"mlcvyh"
_TAKES = {_MOVE: 1, _LINE: 1, _CURVE: 3, _FROM_PEN: 2, _TO_END: 2, _CLOSE: 0}  # points


class Outline(Struct, frozen=True):
    """A path on the page. `data` are its operators and `ctm` what takes them there."""

    box: Box
    data: bytes
    ctm: Matrix
    is_rectangle: bool
    is_straight: bool
    is_even_odd: bool = False  # how it tells its inside (8.5.3.3)


class _Shape(Struct, frozen=True):
    """What a path is wherever it stands: its operators without `re`, the box about its points in its own axes, whether
    it is straight, and whether it is a box if its axes lie along the page's."""

    data: bytes
    left: float
    right: float
    bottom: float
    top: float
    is_straight: bool
    is_box: bool


def read_outline(data: bytes, ctm: Matrix, is_even_odd: bool = False) -> Outline | None:
    """The outline of path operators; None where there are no points. Raises ValueError for an odd number of them,
    and for numbers too large for any page."""
    shape = _shape(data) if len(data) < _LONG else _read_shape(data)
    if shape is None:
        return None
    a, b, c, d, e, f = ctm
    if b == 0.0 == c:
        x1, x2 = a * shape.left + e, a * shape.right + e
        y1, y2 = d * shape.bottom + f, d * shape.top + f
        box = Box(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
    else:
        xs, ys = _points(shape.data)
        across = [a * x + c * y + e for x, y in zip(xs, ys, strict=True)]
        up = [b * x + d * y + f for x, y in zip(xs, ys, strict=True)]
        box = Box(min(across), min(up), max(across), max(up))
    if not all(map(isfinite, box)):
        raise ValueError("numbers too large for any page")
    return Outline(box, shape.data, ctm, shape.is_box and ctm.is_upright, shape.is_straight, is_even_odd)


def _read_shape(data: bytes) -> _Shape | None:
    if b"re" in data:
        data = _without_rectangles(data)
    xs, ys = _points(data)
    if not xs:
        return None
    is_straight = not (b"c" in data or b"v" in data or b"y" in data)
    is_box = is_straight and 4 <= len(xs) <= 5 and len({*xs}) == 2 == len({*ys}) and _turns(xs, ys)
    return _Shape(data, min(xs), max(xs), min(ys), max(ys), is_straight, is_box)


_shape = lru_cache(1 << 13)(_read_shape)  # art recurs from page to page


def _points(data: bytes) -> tuple[list[float], list[float]]:
    values = list(map(float, data.translate(_BLANKS, b"mlcvyh").split()))
    if len(values) % 2:
        raise ValueError("a path's numbers come in pairs")
    return values[0::2], values[1::2]


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


def polygons(outline: Outline, onto: Matrix = IDENTITY) -> list[list[tuple[float, float]]]:
    """The closed outlines as corners on the page, curves cut into straight pieces; `onto` takes them further."""
    return [corners for corners in polylines(outline, onto) if len(corners) > 2]


def polylines(outline: Outline, onto: Matrix = IDENTITY) -> list[list[tuple[float, float]]]:
    """The pen's ways as corners on the page; a closed one comes back to its first.

    An operator with fewer or more numbers than it takes ends them (`read_outline` has told of the odd ones)."""
    found: list[list[tuple[float, float]]] = []
    now: list[tuple[float, float]] = []
    a, b, c, d, e, f = outline.ctm.then(onto)
    data = outline.data.translate(_BLANKS)
    values = list(map(float, data.translate(_BLANKS, b"mlcvyh").split()))
    points = [(a * x + c * y + e, b * x + d * y + f) for x, y in zip(values[0::2], values[1::2], strict=True)]
    at, count = 0, len(points)
    for operator in data.translate(None, _NUMBERS):
        takes = _TAKES[operator]
        if at + takes > count:
            break
        if operator == _MOVE:
            now = [points[at]]
            found.append(now)
        elif operator == _CLOSE:
            if now:
                now.append(now[0])
        elif operator == _LINE:
            now.append(points[at])
        elif now:
            if operator == _CURVE:
                _cut(now, *points[at : at + 3])
            elif operator == _FROM_PEN:
                _cut(now, now[-1], *points[at : at + 2])
            else:
                _cut(now, points[at], points[at + 1], points[at + 1])
        at += takes
    return found


def _cut(way: list[tuple[float, float]], *controls: tuple[float, float]) -> None:
    """Go on along a curve in straight pieces."""
    (x0, y0), ((x1, y1), (x2, y2), (x3, y3)) = way[-1], controls
    for a, b, c, d in _SHARES_OF_CONTROLS:
        way.append((a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3))
