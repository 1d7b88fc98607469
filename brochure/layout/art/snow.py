"""Snow over dark water: crystals with six equal arms, each grown from its own random numbers, and flakes far off."""

from __future__ import annotations

from math import cos, hypot, pi, sin
from random import Random

from brochure.drawing.colour import Colour
from brochure.drawing.frame import Frame, Path, Placed, circle, rectangle
from brochure.drawing.geometry import Size
from brochure.layout.art.gradients import falling
from brochure.layout.art.paths import XY, filled, open_polygon, scene, stroked
from brochure.layout.palette import Palette


def snow(size: Size, palette: Palette, seed: int = 1) -> Frame:
    """Crystals and flakes on a winter sky; the crystals keep clear of each other."""
    random = Random(seed)
    unit = min(size.width, size.height)
    sky = ((0.0, palette.sea), (0.55, palette.sky.mixed(palette.sea, 0.35)), (1.0, palette.sky.tint(0.55)))
    flakes: Path = ()
    for _ in range(round(size.width * size.height / unit / unit * 130)):
        reach = max(0.3, unit * random.choice((0.0022, 0.003, 0.0042, 0.0065)))
        flakes += circle(size.width * random.random(), size.height * random.random(), reach)
    items = [
        filled(rectangle(0.0, 0.0, size.width, size.height), falling(0.0, size.height, sky)),
        filled(flakes, palette.sky.tint(0.25)),
    ]
    for x, y, reach in _places(size, unit, random):
        items += crystal(x, y, reach, palette.paper, random)
    return scene(size, items)


def _places(size: Size, unit: float, random: Random) -> list[tuple[float, float, float]]:
    """Where crystals stand and how large: the large ones first, thrown until they find room (dart throwing)."""
    places: list[tuple[float, float, float]] = []
    crowd = size.width * size.height / unit / unit
    for reach, count in ((0.17, 2), (0.105, 4), (0.06, 8), (0.034, 12)):
        for _ in range(round(count * crowd)):
            for _ in range(30):
                x, y = size.width * random.uniform(-0.02, 1.02), size.height * random.uniform(-0.02, 1.02)
                if all(hypot(x - ox, y - oy) > (reach * unit + other) * 1.12 for ox, oy, other in places):
                    places.append((x, y, reach * unit))
                    break
    return places


def crystal(x: float, y: float, reach: float, colour: Colour, random: Random) -> list[Placed]:
    """A snow crystal about (x, y): one arm is grown, five are turned from it."""
    turn = random.uniform(0, pi / 3)
    arms: list[list[XY]] = [[(0.0, 0.0), (1.0, 0.0)]]
    heart = random.uniform(0.14, 0.26)
    for at in sorted(random.uniform(0.30, 0.90) for _ in range(random.choice((2, 3, 3)))):
        branch = (1.0 - at) * random.uniform(0.5, 0.8) + 0.08
        for side in (1, -1):
            arms.append([(at, 0.0), (at + branch * cos(pi / 3), side * branch * sin(pi / 3))])
    plate = [(heart * cos(pi / 6), -heart * sin(pi / 6)), (heart, 0.0), (heart * cos(pi / 6), heart * sin(pi / 6))]
    arms.append([(heart * cos(-pi / 3), heart * sin(-pi / 3)), (heart, 0.0)])
    if random.random() < 0.5:
        arms.append([(px * 1.9, py * 1.9) for px, py in (plate[0], plate[2])])
    path: Path = ()
    for sixth in range(6):
        c, s = cos(turn + sixth * pi / 3) * reach, sin(turn + sixth * pi / 3) * reach
        for arm in arms:
            path += open_polygon((x + px * c - py * s, y + px * s + py * c) for px, py in arm)
    return [stroked(path, colour, reach * 0.055)]
