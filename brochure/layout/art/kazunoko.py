"""Kazunoko, herring roe: golden crescents of tiny grains, laid over one another like the catch of a good year."""

from __future__ import annotations

from math import cos, pi
from random import Random

from brochure.drawing.frame import Frame, Path, Placed, rectangle
from brochure.drawing.geometry import Size, Transform
from brochure.drawing.units import mm
from brochure.layout.art.paths import filled, mapped, moved, scene, smooth, stroked, turned
from brochure.layout.palette import Palette


def kazunoko(size: Size, palette: Palette, seed: int = 1) -> Frame:
    """Roe over the whole box on a warm ground; a piece is half the shorter side long, 16 to 62 mm."""
    random = Random(seed)
    unit = min(size.width, size.height)
    length = min(max(unit * 0.50, mm(16)), mm(62))
    items = [filled(rectangle(0.0, 0.0, size.width, size.height), palette.gold.tint(0.20))]
    rise, stride = length * 0.36, length * 1.02
    for row in range(-1, round(size.height / rise) + 2):
        for column in range(-1, round(size.width / stride) + 2):
            x = (column + (row % 2) / 2) * stride + random.uniform(-0.04, 0.04) * length
            y = (row + 0.35) * rise + random.uniform(-0.03, 0.03) * length
            angle = -0.30 + random.uniform(-0.13, 0.13)
            items += roe(palette, length, turned(angle, length * random.uniform(0.93, 1.07), x, y))
    return scene(size, items)


_BODY: Path = (  # one unit long: a plump crescent, blunt at the right
    ("M", -0.500, 0.070),
    ("C", -0.430, -0.060, -0.270, -0.205, -0.020, -0.210),
    ("C", 0.230, -0.214, 0.420, -0.120, 0.488, -0.010),
    ("C", 0.512, 0.040, 0.490, 0.072, 0.440, 0.066),
    ("C", 0.300, 0.052, 0.180, 0.096, 0.000, 0.118),
    ("C", -0.190, 0.140, -0.370, 0.132, -0.500, 0.070),
    ("Z",),
)
_SHADE: Path = (  # its lower side
    ("M", -0.500, 0.070),
    ("C", -0.330, 0.070, -0.150, 0.060, 0.030, 0.020),
    ("C", 0.200, -0.016, 0.350, -0.016, 0.496, 0.020),
    ("C", 0.506, 0.056, 0.484, 0.070, 0.440, 0.066),
    ("C", 0.300, 0.052, 0.180, 0.096, 0.000, 0.118),
    ("C", -0.190, 0.140, -0.370, 0.132, -0.500, 0.070),
    ("Z",),
)
_GRAIN = 0.021  # the grains' width, in lengths of a piece
_ROWS = 9


def _row(share: float) -> Path:
    """A row of grains between the upper edge (0) and the lower (1), following the piece's curve."""
    inset = 0.035 + 0.05 * abs(share - 0.45) * 2
    left, right = -0.455 + inset * (1.2 - share), 0.46 - inset

    def edge(x: float) -> float:
        bow = cos(x * pi * 0.98) ** 0.75 if abs(x) < 0.5 else 0.0
        top, foot = 0.055 - 0.235 * bow, 0.060 + 0.045 * bow - 0.03 * x
        return top + (foot - top) * share

    steps = 10
    return smooth(
        [
            (left + (right - left) * step / steps, edge(left + (right - left) * step / steps))
            for step in range(steps + 1)
        ]
    )


def roe(palette: Palette, length: float, place: Transform) -> list[Placed]:
    """One piece brought to its place: its shadow, body and lower side, and its grains in rows.

    Grains are round dots: dashes of no length with round ends, so that a row is one line.
    """
    amber = palette.gold.mixed(palette.sunset, 0.42)
    items = [
        filled(
            moved(mapped(_BODY, place), length * 0.012, length * 0.030),
            palette.gold.tint(0.62).mixed(palette.sunset, 0.20),
        ),
        filled(mapped(_BODY, place), palette.gold.mixed(palette.sunset, 0.06)),
        filled(mapped(_SHADE, place), palette.gold.mixed(palette.sunset, 0.22)),
    ]
    for row in range(_ROWS):
        share = (row + 0.75) / (_ROWS + 0.5)
        tone = (
            palette.gold.tint(0.62 + 0.1 * (row % 2))
            if share < 0.5
            else amber
            if share > 0.74
            else palette.gold.mixed(palette.sunset, 0.24)
        )
        grain = length * _GRAIN
        items.append(stroked(mapped(_row(share), place), tone, grain, dashes=(0.01, grain * (1.45 + 0.13 * (row % 3)))))
    return items
