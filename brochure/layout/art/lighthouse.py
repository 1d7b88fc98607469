"""A pier's end at evening: a lighthouse, its beam over the sea, breakers, gulls. No real light is meant."""

from __future__ import annotations

from math import pi, sin
from random import Random

from brochure.drawing.colour import Colour
from brochure.drawing.frame import Frame, Path, Placed, circle, polygon, rectangle
from brochure.drawing.geometry import Point, Size, Transform
from brochure.layout.art.gradients import falling
from brochure.layout.art.gulls import gulls
from brochure.layout.art.paths import XY, filled, mapped, scene, smooth
from brochure.layout.palette import Palette


def lighthouse(size: Size, palette: Palette, seed: int = 1) -> Frame:
    """A lighthouse at the right of the middle under an evening sky; the left two thirds above the sea are calm."""
    random = Random(seed)
    unit = min(size.width, size.height)
    level = size.height * 0.74
    foot = Point(size.width * 0.70, level + unit * 0.02)
    sky = (
        (0.0, palette.sea),
        (0.45, palette.sky.mixed(palette.sea, 0.30)),
        (0.8, palette.sky.tint(0.5)),
        (1.0, palette.gold.tint(0.4)),
    )
    items = [filled(rectangle(0.0, 0.0, size.width, level + 1), falling(0.0, level, sky))]
    items += _stars(size, level, unit, palette, random)
    items += _beam(foot, unit, size, level, sky, palette)
    for band in range(5):
        y = level + (size.height - level) * (band / 5) ** 1.3
        items.append(
            filled(
                _swell(size, y, unit * 0.012 * min(band, 1.5), random),
                palette.sky.mixed(palette.sea, 0.3 + 0.25 * min(band, 2.8)),
            )
        )
        if band == 1:
            items += _pier(size, foot, unit, palette)
            items += _tower(foot, unit * 0.42, palette)
    items += gulls(Point(size.width * 0.34, level - unit * 0.22), unit * 0.07, 4, palette.paper, random)
    return scene(size, items)


def _stars(size: Size, level: float, unit: float, palette: Palette, random: Random) -> list[Placed]:
    path: Path = ()
    for _ in range(round(14 + size.width * size.height / unit / unit * 10)):
        path += circle(
            size.width * random.random(), level * 0.5 * random.random(), max(0.35, unit * random.uniform(0.001, 0.003))
        )
    return [filled(path, palette.gold.tint(0.35))]


def _beam(
    foot: Point, unit: float, size: Size, level: float, sky: tuple[tuple[float, Colour], ...], palette: Palette
) -> list[Placed]:
    """The beam to the left: the sky's own blend, lit."""
    lamp = Point(foot.x, foot.y - unit * 0.42 * 0.955)
    items: list[Placed] = []
    for spread, light in ((0.20, 0.14), (0.10, 0.30)):
        reach = lamp.x + 4
        lit = tuple((at, colour.mixed(palette.gold.tint(0.12), light)) for at, colour in sky)
        items.append(
            filled(
                polygon(
                    (
                        (lamp.x, lamp.y),
                        (-4.0, lamp.y - reach * (0.16 + spread)),
                        (-4.0, lamp.y - reach * (0.16 - spread)),
                    )
                ),
                falling(0.0, level, lit),
            )
        )
    return items


def _swell(size: Size, y: float, height: float, random: Random) -> Path:
    phase, waves = random.uniform(0, 2 * pi), random.uniform(1.8, 3.2)
    edge: list[XY] = [
        (size.width * at / 24, y + height * sin(phase + waves * 2 * pi * at / 24)) for at in range(-1, 26)
    ]
    return (*smooth(edge), ("L", edge[-1][0], size.height + 2), ("L", edge[0][0], size.height + 2), ("Z",))


def _pier(size: Size, foot: Point, unit: float, palette: Palette) -> list[Placed]:
    top, left = foot.y, foot.x - unit * 0.13
    body = polygon(
        (
            (left, top),
            (size.width + 4, top),
            (size.width + 4, top + unit * 0.12),
            (left - unit * 0.02, top + unit * 0.12),
        )
    )
    step = rectangle(left - unit * 0.008, top - unit * 0.012, size.width - left + 8, unit * 0.018)
    return [filled(body, palette.sea_deep), filled(step, palette.sea_deep.mixed(palette.sky, 0.45))]


def _tower(foot: Point, height: float, palette: Palette) -> list[Placed]:
    """The tower on a grid of its height: white with red bands, its right third in shade."""
    to_page = Transform(height, 0.0, 0.0, -height, foot.x, foot.y)

    def part(points: tuple[XY, ...], colour: Colour) -> Placed:
        return filled(mapped(polygon(points), to_page), colour)

    def slice_of(low: float, high: float, start: float, end: float, colour: Colour) -> Placed:
        wide, narrow = (0.125 - 0.055 * at / 0.86 for at in (low, high))
        return part(((wide * start, low), (wide * end, low), (narrow * end, high), (narrow * start, high)), colour)

    white, red = palette.paper, palette.vermilion
    shade, dark_red = palette.sky.tint(0.45), palette.vermilion.mixed(palette.sea_deep, 0.4)
    items = [part(((-0.17, 0.0), (0.17, 0.0), (0.15, 0.05), (-0.15, 0.05)), palette.sea_deep.mixed(palette.sky, 0.25))]
    for low, high, is_red in (
        (0.04, 0.22, False),
        (0.22, 0.40, True),
        (0.40, 0.58, False),
        (0.58, 0.74, True),
        (0.74, 0.86, False),
    ):
        items.append(slice_of(low, high, -1.0, 1.0, red if is_red else white))
        items.append(slice_of(low, high, 0.30, 1.0, dark_red if is_red else shade))
    items += [
        part(((-0.11, 0.86), (0.11, 0.86), (0.11, 0.885), (-0.11, 0.885)), palette.sea_deep),
        part(((-0.055, 0.885), (0.055, 0.885), (0.055, 0.975), (-0.055, 0.975)), palette.gold),
        part(((-0.018, 0.885), (0.018, 0.885), (0.018, 0.975), (-0.018, 0.975)), palette.gold.tint(0.3)),
        part(((-0.075, 0.975), (0.075, 0.975), (0.0, 1.06)), red),
        part(((-0.03, 0.08), (0.03, 0.08), (0.03, 0.17), (-0.03, 0.17)), palette.sea_deep),
        part(((-0.016, 0.46), (0.016, 0.46), (0.016, 0.51), (-0.016, 0.51)), palette.sea_deep),
    ]
    return items
