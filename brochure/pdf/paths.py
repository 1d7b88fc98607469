"""Paths as operators of a content stream, and the boxes they cover."""

from __future__ import annotations

from typing import Any

from brochure.drawing.frame import Path
from brochure.drawing.geometry import IDENTITY, Point, Rect, Transform

_FORMS: dict[str | float, str] = {
    "M": "%.2f %.2f m",
    "L": "%.2f %.2f l",
    "C": "%.2f %.2f %.2f %.2f %.2f %.2f c",
    "Z": "h",
}


def written(path: Path, x: float = 0.0, y: float = 0.0) -> str:
    """A path as operators, moved by (x, y), to a hundredth of a point; formatted in one go, as art has many points."""
    forms: list[str] = []
    values: list[Any] = []
    for segment in path:
        forms.append(_FORMS[segment[0]])
        values += segment[1:]
    if x:
        values[0::2] = [value + x for value in values[0::2]]
    if y:
        values[1::2] = [value + y for value in values[1::2]]
    return " ".join(forms) % tuple(values)


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


def bounds(path: Path, axes: Transform = IDENTITY) -> Rect:
    """The box about a path's points, in the axes that `axes` takes them to."""
    values = [value for segment in path for value in segment[1:] if isinstance(value, float | int)]
    return about([axes.apply(x, y) for x, y in zip(values[0::2], values[1::2], strict=True)])


def about(points: list[Point]) -> Rect:
    """The box about some points."""
    left, right = min(point.x for point in points), max(point.x for point in points)
    top, bottom = min(point.y for point in points), max(point.y for point in points)
    return Rect(left, top, right - left, bottom - top)


def turned(box: Rect, axes: Transform) -> Rect:
    """The box about a box in the axes that `axes` takes it to."""
    corners = ((box.x, box.y), (box.right, box.y), (box.x, box.bottom), (box.right, box.bottom))
    return about([axes.apply(x, y) for x, y in corners])
