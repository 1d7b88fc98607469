"""Boxes and matrices in a PDF page's own axes: points, y up."""

from __future__ import annotations

from collections.abc import Iterable
from math import hypot, sqrt
from typing import Any, NamedTuple

MM = 72 / 25.4


class Box(NamedTuple):
    """A rectangle: left, bottom, right, top, in points of the page."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From bottom to top."""
        return self.top - self.bottom

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in it; a line without thickness is something."""
        return self.right < self.left or self.top < self.bottom

    def grown(self, by: float) -> Box:
        """The box with every edge moved outwards; a negative distance shrinks it."""
        return Box(self.left - by, self.bottom - by, self.right + by, self.top + by)

    def meet(self, other: Box) -> Box:
        """What both have in common; empty where they lie apart."""
        return Box(
            max(self.left, other.left),
            max(self.bottom, other.bottom),
            min(self.right, other.right),
            min(self.top, other.top),
        )

    def touches(self, other: Box) -> bool:
        """Whether the two have a point in common."""
        return (
            self.left <= other.right
            and other.left <= self.right
            and self.bottom <= other.top
            and other.bottom <= self.top
        )

    def holds(self, other: Box, tolerance: float = 0.0) -> bool:
        """Whether the other lies within this one."""
        return (
            other.left >= self.left - tolerance
            and other.bottom >= self.bottom - tolerance
            and other.right <= self.right + tolerance
            and other.top <= self.top + tolerance
        )


def sorted_box(array: Any) -> tuple[float, float, float, float]:
    """A rectangle's four numbers, lower left corner first (7.9.5)."""
    x1, y1, x2, y2 = (float(value) for value in array)
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


EVERYWHERE = Box(-1e9, -1e9, 1e9, 1e9)


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box about all of them. Raises ValueError for none."""
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return Box(min(lefts), min(bottoms), max(rights), max(tops))


class Matrix(NamedTuple):
    """An affine map x' = a·x + c·y + e, y' = b·x + d·y + f (ISO 32000-1, 8.3.3)."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def then(self, outer: Matrix) -> Matrix:
        """First this map, then the outer one: what `cm` does with this before the current matrix."""
        a, b, c, d, e, f = self
        oa, ob, oc, od, oe, of = outer
        return Matrix(
            a * oa + b * oc,
            a * ob + b * od,
            c * oa + d * oc,
            c * ob + d * od,
            e * oa + f * oc + oe,
            e * ob + f * od + of,
        )

    def apply(self, x: float, y: float) -> tuple[float, float]:
        """Where a point goes."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def box(self, box: Box) -> Box:
        """The box about the image of a box."""
        left, bottom, right, top = box
        if self.b == 0.0 == self.c:
            x1, x2 = self.a * left + self.e, self.a * right + self.e
            y1, y2 = self.d * bottom + self.f, self.d * top + self.f
            return Box(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
        points = [self.apply(x, y) for x in (left, right) for y in (bottom, top)]
        xs, ys = zip(*points, strict=True)
        return Box(min(xs), min(ys), max(xs), max(ys))

    @property
    def x_scale(self) -> float:
        """How long a unit along x becomes."""
        return hypot(self.a, self.b)

    @property
    def y_scale(self) -> float:
        """How long a unit along y becomes."""
        return hypot(self.c, self.d)

    @property
    def least_scale(self) -> float:
        """How much the thinnest direction is scaled: the smaller singular value."""
        a, b, c, d, _, _ = self
        if b == 0.0 == c:
            return min(abs(a), abs(d))
        total, det = a * a + b * b + c * c + d * d, a * d - b * c
        return sqrt(max(0.0, (total - sqrt(max(0.0, total * total - 4 * det * det))) / 2))

    @property
    def is_upright(self) -> bool:
        """Whether boxes stay boxes: no turn but by quarters, no skew."""
        return (self.b == 0.0 == self.c) or (self.a == 0.0 == self.d)


IDENTITY = Matrix()


def matrix_of(array: Any) -> Matrix:
    """The matrix of a PDF array of six numbers; the identity where there is none."""
    return Matrix(*(float(value) for value in array)) if array is not None and len(array) == 6 else IDENTITY
