"""Points, sizes, rectangles and transforms. Origin at the top left of the trim, x right, y down, lengths in points."""

from __future__ import annotations

from typing import NamedTuple


class Point(NamedTuple):
    """A place on the page."""

    x: float
    y: float


class Size(NamedTuple):
    """A width and a height."""

    width: float
    height: float


class Rect(NamedTuple):
    """A box: its top left corner, its width and its height."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the lower edge."""
        return self.y + self.height

    def inset(self, left: float, top: float, right: float, bottom: float) -> Rect:
        """The box within these distances from the edges; negative distances grow it."""
        return Rect(self.x + left, self.y + top, self.width - left - right, self.height - top - bottom)


class Transform(NamedTuple):
    """An affine map x' = a·x + c·y + e, y' = b·x + d·y + f, in the page's own axes (y down)."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def apply(self, x: float, y: float) -> Point:
        """Where a point goes."""
        return Point(self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f)


ORIGIN = Point(0.0, 0.0)
IDENTITY = Transform()
QUARTER_TURN_CLOCKWISE = Transform(0.0, 1.0, -1.0, 0.0, 0.0, 0.0)
HALF_TURN = Transform(-1.0, 0.0, 0.0, -1.0, 0.0, 0.0)
