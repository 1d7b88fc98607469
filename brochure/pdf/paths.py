"""Paths as operators of a content stream, and the boxes they cover."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import chain
from typing import Any

from brochure.drawing.frame import Outline, Path
from brochure.drawing.geometry import IDENTITY, Point, Rect, Transform
from brochure.pdf.colours import Remembered, numbers

_FORMS: dict[Any, str] = {
    "M": "%.2f %.2f m",
    "L": "%.2f %.2f l",
    "C": "%.2f %.2f %.2f %.2f %.2f %.2f c",
    "Z": "h",
}
_BOX = ["M", "L", "L", "L", "Z"]


def written(path: Path | Outline, x: float = 0.0, y: float = 0.0) -> str:
    """A path as operators, moved by (x, y), to a hundredth of a point; formatted in one go, as art has many points."""
    if isinstance(path, Outline):
        forms = _form(path.steps)
        if not (x or y):
            return forms % path.lengths
    else:
        if len(path) == 2 and path[1][0] == "L":
            return _line(path, x, y)
        if len(path) == 5 and [segment[0] for segment in path] == _BOX and (box := _box(path, x, y)):
            return box
        forms = " ".join([_FORMS[segment[0]] for segment in path])
    values = [*lengths(path)]
    if x:
        values[0::2] = [value + x for value in values[0::2]]
    if y:
        values[1::2] = [value + y for value in values[1::2]]
    return forms % tuple(values)


@lru_cache(maxsize=1 << 4)  # much art is made of the same figure
def _form(steps: str) -> str:
    return " ".join([_FORMS[step] for step in steps])


def lengths(path: Path | Outline) -> Sequence[Any]:
    """The lengths of a path's points, x and y by turns."""
    if isinstance(path, Outline):
        return path.lengths
    return [*chain.from_iterable([segment[1:] for segment in path])]


def _line(path: Any, x: float, y: float) -> str:
    (_, x1, y1), (_, x2, y2) = path
    return f"{_fixed(x1 + x)} {_fixed(y1 + y)} m {_fixed(x2 + x)} {_fixed(y2 + y)} l"


def _box(path: Any, x: float, y: float) -> str:
    """Nothing where a path of a box's steps is none."""
    (_, x1, y1), (_, x2, y2), (_, x3, y3), (_, x4, y4), _ = path
    if y1 == y2 and x2 == x3 and y3 == y4 and x4 == x1:
        left, top = round(x1 + x, 2), round(y1 + y, 2)  # so that neighbours meet
        return f"{left:.2f} {top:.2f} {round(x2 + x, 2) - left:.2f} {round(y3 + y, 2) - top:.2f} re"
    return ""


def _to_hundredths(value: float) -> str:
    return f"{value + 0.0:.2f}"  # never -0.00, which is remembered as 0.00 is


_fixed: Callable[[float], str] = Remembered(_to_hundredths, 1 << 12).__getitem__


def joined(inner: Transform, outer: Transform) -> Transform:
    """First the inner, then the outer."""
    x, y = outer.apply(inner.e, inner.f)
    return Transform(
        outer.a * inner.a + outer.c * inner.b,
        outer.b * inner.a + outer.d * inner.b,
        outer.a * inner.c + outer.c * inner.d,
        outer.b * inner.c + outer.d * inner.d,
        x,
        y,
    )


def bounds(path: Path | Outline, axes: Transform = IDENTITY) -> Rect:
    """The box about a path's points, in the axes that `axes` takes them to."""
    values = lengths(path)
    if axes is not IDENTITY:
        return about([axes.apply(x, y) for x, y in zip(values[0::2], values[1::2], strict=True)])
    return around(values)


def around(values: Sequence[float]) -> Rect:
    """The box about points, told by their lengths, x and y by turns."""
    across, down = values[0::2], values[1::2]
    left, top = min(across), min(down)
    return Rect(left, top, max(across) - left, max(down) - top)


def about(points: list[Point]) -> Rect:
    """The box about some points."""
    left, right = min(point.x for point in points), max(point.x for point in points)
    top, bottom = min(point.y for point in points), max(point.y for point in points)
    return Rect(left, top, right - left, bottom - top)


def turned(box: Rect, axes: Transform) -> Rect:
    """The box about a box in the axes that `axes` takes it to."""
    corners = ((box.x, box.y), (box.right, box.y), (box.x, box.bottom), (box.right, box.bottom))
    return about([axes.apply(x, y) for x, y in corners])


def upright(box: Rect, height: float) -> str:
    """A box of a sheet of a height (y down) as PDF has it: left, bottom, right, top."""
    return numbers((box.x, height - box.bottom, box.right, height - box.y))
