"""祥雲, clouds of good omen: domes of concentric arcs on streaming bars, exact, over a calm ground."""

from __future__ import annotations

from math import pi
from random import Random

from brochure.drawing.colour import Colour
from brochure.drawing.frame import Frame, Path, Placed, circle, rectangle
from brochure.drawing.geometry import Size, Transform
from brochure.drawing.units import mm
from brochure.layout.art.gradients import falling
from brochure.layout.art.paths import arc, filled, mapped, scene
from brochure.layout.palette import Palette


def clouds(size: Size, palette: Palette, seed: int = 1) -> Frame:
    """Clouds in staggered rows drifting one way; a cloud is half the shorter side wide, 18 to 66 mm."""
    random = Random(seed)
    unit = min(size.width, size.height)
    width = min(max(unit * 0.5, mm(18)), mm(66))
    ground = ((0.0, palette.tint_warm), (1.0, palette.gold.tint(0.26)))
    items = [filled(rectangle(0.0, 0.0, size.width, size.height), falling(0.0, size.height, ground))]
    rise, stride = width * 0.50, width * 1.30
    for row in range(-1, round(size.height / rise) + 2):
        for column in range(-1, round(size.width / stride) + 2):
            x = (column + (row % 2) / 2) * stride + random.uniform(-0.10, 0.10) * width
            y = (row + 0.6) * rise + random.uniform(-0.06, 0.06) * width
            scale = width * random.uniform(0.72, 1.05)
            way = -1.0 if random.random() < 0.35 else 1.0
            tone = random.choice((palette.vermilion, palette.sunset, palette.gold))
            items += cloud(Transform(scale * way, 0.0, 0.0, scale, x, y), tone, palette.paper)
    return scene(size, items)


_LOBES = ((-0.285, -0.105, 0.105), (0.125, -0.105, 0.125), (-0.085, -0.105, 0.170))
"""The domes of the head: x, y of the middle, radius; the last stands before the others. A cloud is one unit wide."""

_RINGS = (1.0, 0.86, 0.72, 0.58, 0.44, 0.30)
_BARS = ((-0.50, -0.100, 0.86), (-0.26, -0.045, 0.76), (0.02, 0.010, 0.40))
"""The streaming foot: left end, upper edge and length of each bar."""

_BAR = 0.040  # a bar's height


def cloud(place: Transform, ink: Colour, paper: Colour) -> list[Placed]:
    """One cloud about the middle of its foot: domes of concentric arcs on streaming bars with round ends."""
    items: list[Placed] = []
    for x, y, radius in _LOBES:
        for ring, share in enumerate(_RINGS):
            items.append(filled(mapped(_dome(x, y, radius * share), place), paper if ring % 2 else ink))
    items.append(filled(mapped(_bar(-0.52, -0.118, 0.92, 0.020), place), paper))
    for left, top, length in _BARS:
        items.append(filled(mapped(_bar(left, top, length, _BAR), place), ink))
    for x, y in ((-0.50, -0.080), (0.40, -0.025), (0.42, 0.030)):
        items.append(filled(mapped(circle(x + _BAR / 2 if x < 0 else x + 0.08, y, _BAR * 0.22), place), paper))
    return items


def _dome(x: float, y: float, radius: float) -> Path:
    """A half disc on its flat side."""
    return (*arc(x, y, radius, pi, 2 * pi), ("Z",))


def _bar(left: float, top: float, length: float, height: float) -> Path:
    """A band of mist: a stadium with half-round ends."""
    half = height / 2
    return (
        *arc(left + half, top + half, half, pi / 2, 3 * pi / 2),
        *arc(left + length - half, top + half, half, -pi / 2, pi / 2, is_joined=True),
        ("Z",),
    )
