"""From longitude and latitude to the page: Lambert's conformal conic on the sphere, and its fit into a box.

Snyder, Map Projections: A Working Manual (USGS Professional Paper 1395), chapter 15, formulas 15-1 to 15-5.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from math import cos, log, pi, radians, sin, tan
from typing import NamedTuple

from msgspec import Struct

from brochure.drawing.geometry import Point, Size


class Place(NamedTuple):
    """A place on the earth, in decimal degrees, east and north positive."""

    longitude: float
    latitude: float


class LambertConformal(Struct, frozen=True):
    """The cone: its central meridian, the latitude where y is 0, and the two parallels that keep their length."""

    meridian: float
    origin: float
    southern: float
    northern: float

    def project(self, place: Place) -> Point:
        """The place in radii of the earth: x to the east of the meridian, y to the north of the origin."""
        cone, factor, origin_radius = _constants(self)
        radius = factor / _stretch(place.latitude) ** cone
        angle = cone * radians(place.longitude - self.meridian)
        return Point(radius * sin(angle), origin_radius - radius * cos(angle))


def _stretch(latitude: float) -> float:
    return tan(pi / 4 + radians(latitude) / 2)


@lru_cache(maxsize=16)
def _constants(cone: LambertConformal) -> tuple[float, float, float]:
    """n, F and rho of the origin (formulas 15-3, 15-2, 15-1a)."""
    south, north = radians(cone.southern), radians(cone.northern)
    n = log(cos(south) / cos(north)) / log(_stretch(cone.northern) / _stretch(cone.southern))
    factor = cos(south) * _stretch(cone.southern) ** n / n
    return n, factor, factor / _stretch(cone.origin) ** n


class View(Struct, frozen=True):
    """A projection fitted to a box: points a radius of the earth, and where the projection's zero stands in the box."""

    projection: LambertConformal
    scale: float
    zero: Point

    def at(self, place: Place) -> Point:
        """Where a place stands in the box, y down."""
        x, y = self.projection.project(place)
        return Point(self.zero.x + x * self.scale, self.zero.y - y * self.scale)


def fitted(projection: LambertConformal, places: Iterable[Place], size: Size, margin: float = 0.0) -> View:
    """The largest view that shows all these places at least `margin` points inside the box, centred."""
    points = [projection.project(place) for place in places]
    left, right = min(point.x for point in points), max(point.x for point in points)
    bottom, top = min(point.y for point in points), max(point.y for point in points)
    scale = min((size.width - 2 * margin) / (right - left), (size.height - 2 * margin) / (top - bottom))
    zero = Point(size.width / 2 - (left + right) / 2 * scale, size.height / 2 + (bottom + top) / 2 * scale)
    return View(projection, scale, zero)
