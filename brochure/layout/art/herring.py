"""A shoal of herring: the fish the town was built on, swimming one way in staggered rows."""

from __future__ import annotations

from math import pi, sin
from random import Random

from brochure.drawing.frame import Frame, Path, Placed, circle, rectangle
from brochure.drawing.geometry import Size, Transform
from brochure.drawing.units import mm
from brochure.layout.art.gradients import falling
from brochure.layout.art.paths import arc, filled, lens, mapped, scene, turned
from brochure.layout.palette import Palette


def herring(size: Size, palette: Palette, seed: int = 1) -> Frame:
    """A shoal that fills the box: a fish a third of the shorter side long, 14 to 46 mm."""
    random = Random(seed)
    unit = min(size.width, size.height)
    length = min(max(unit * 0.36, mm(14)), mm(46))
    water = ((0.0, palette.sky.tint(0.42)), (0.5, palette.sky.tint(0.85)), (1.0, palette.sky.mixed(palette.sea, 0.55)))
    items = [filled(rectangle(0.0, 0.0, size.width, size.height), falling(0.0, size.height, water))]
    items += _glints(size, unit, palette, random)
    rise, stride = length * 0.40, length * 1.22
    for row in range(-1, round(size.height / rise) + 2):
        shift = (row % 2) * stride / 2 + random.uniform(-0.06, 0.06) * stride
        for column in range(-1, round(size.width / stride) + 2):
            x = column * stride + shift + random.uniform(-0.05, 0.05) * length
            flow = sin(x / size.width * pi * 1.3 + 0.4) * 0.5
            y = (row + 0.5) * rise + flow * length * 0.45 + random.uniform(-0.04, 0.04) * length
            tilt = -0.10 + 0.22 * (x / size.width - 0.5) + random.uniform(-0.05, 0.05)
            bend = random.uniform(0.92, 1.06)
            is_lit = random.random() < 0.09
            items += fish(palette, is_lit, turned(tilt, length * bend, x, y))
    return scene(size, items)


def _glints(size: Size, unit: float, palette: Palette, random: Random) -> list[Placed]:
    return [
        filled(
            lens(
                size.width * random.random(),
                size.height * random.random(),
                unit * random.uniform(0.05, 0.16),
                unit * 0.003,
            ),
            palette.sky.tint(random.uniform(0.3, 0.6)),
        )
        for _ in range(round(size.width * size.height / unit / unit * 14))
    ]


_BODY: Path = (
    ("M", -0.50, 0.005),
    ("C", -0.42, -0.075, -0.26, -0.118, -0.06, -0.112),
    ("C", 0.14, -0.106, 0.27, -0.055, 0.37, -0.018),
    ("L", 0.37, 0.022),
    ("C", 0.26, 0.075, 0.10, 0.115, -0.08, 0.118),
    ("C", -0.28, 0.120, -0.44, 0.075, -0.50, 0.005),
    ("Z",),
)
_BELLY: Path = (
    ("M", -0.493, 0.018),
    ("C", -0.36, 0.012, -0.10, -0.008, 0.37, 0.004),
    ("L", 0.37, 0.022),
    ("C", 0.26, 0.075, 0.10, 0.115, -0.08, 0.118),
    ("C", -0.28, 0.120, -0.43, 0.080, -0.493, 0.018),
    ("Z",),
)
_TAIL: Path = (
    ("M", 0.345, 0.0),
    ("C", 0.40, -0.030, 0.45, -0.095, 0.515, -0.125),
    ("C", 0.495, -0.070, 0.475, -0.025, 0.470, 0.004),
    ("C", 0.475, 0.035, 0.495, 0.080, 0.515, 0.130),
    ("C", 0.45, 0.100, 0.40, 0.034, 0.345, 0.006),
    ("Z",),
)
_BACK_FIN: Path = (("M", -0.07, -0.108), ("C", -0.03, -0.165, 0.01, -0.168, 0.045, -0.160), ("L", 0.07, -0.098), ("Z",))
_BELLY_FIN: Path = (("M", 0.00, 0.112), ("C", 0.03, 0.150, 0.055, 0.155, 0.085, 0.152), ("L", 0.075, 0.102), ("Z",))
_BREAST_FIN: Path = (
    ("M", -0.285, 0.060),
    ("C", -0.235, 0.066, -0.195, 0.085, -0.165, 0.104),
    ("C", -0.215, 0.108, -0.262, 0.094, -0.285, 0.060),
    ("Z",),
)


def fish(palette: Palette, is_lit: bool, place: Transform) -> list[Placed]:
    """A herring, one unit long about the origin with its head to the left, brought to its place and length.

    A lit one has caught the sun on its flank.
    """
    back = palette.sea.mixed(palette.sea_deep, 0.25)
    silver = palette.gold.tint(0.85) if is_lit else palette.sky.tint(0.16)
    parts = (
        (_TAIL + _BACK_FIN, back),
        (_BELLY_FIN, palette.sky),
        (_BODY, back),
        (_BELLY, silver),
        (_FLANK, palette.gold.tint(0.35) if is_lit else palette.sky.tint(0.62)),
        (_BREAST_FIN, palette.sky),
        (_GILL, palette.sky.mixed(back, 0.45)),
        (circle(-0.425, -0.012, 0.027), palette.paper),
        (circle(-0.427, -0.012, 0.016), palette.sea_deep),
    )
    return [filled(mapped(path, place), colour) for path, colour in parts]


_FLANK: Path = (  # the band of light between back and belly
    ("M", -0.31, 0.006),
    ("C", -0.10, -0.034, 0.12, -0.036, 0.36, 0.0),
    ("C", 0.12, 0.012, -0.10, 0.014, -0.31, 0.006),
    ("Z",),
)
_GILL: Path = (  # the gill's edge as a thin filled crescent: it scales with the fish and is never a hairline
    *arc(-0.445, 0.0, 0.125, -0.62, 0.66),
    *arc(-0.455, 0.0, 0.125, 0.66, -0.62, is_joined=True),
    ("Z",),
)
