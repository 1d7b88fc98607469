"""Gulls far off: two bowed wings each, as one filled stroke of the brush."""

from __future__ import annotations

from random import Random

from brochure.drawing.colour import Colour
from brochure.drawing.frame import Path, Placed
from brochure.drawing.geometry import Point
from brochure.layout.art.paths import filled, mapped, turned


def gulls(about: Point, span: float, count: int, colour: Colour, random: Random) -> list[Placed]:
    """`count` gulls around a point; the first has the full `span` from wing tip to wing tip."""
    flock: list[Placed] = []
    for index in range(count):
        scale = span * 0.82**index
        x = about.x + index * span * random.uniform(0.7, 1.2)
        y = about.y + (index % 2 * 2 - 1) * span * random.uniform(0.25, 0.6)
        flock.append(filled(mapped(_GULL, turned(random.uniform(-0.22, 0.10), scale, x, y)), colour))
    return flock


_GULL: Path = (
    ("M", -0.50, -0.06),
    ("C", -0.34, -0.19, -0.14, -0.16, 0.0, 0.03),
    ("C", 0.12, -0.17, 0.32, -0.22, 0.50, -0.10),
    ("C", 0.32, -0.15, 0.14, -0.08, 0.015, 0.10),
    ("C", -0.14, -0.09, -0.32, -0.13, -0.50, -0.06),
    ("Z",),
)
