"""A harbour at dusk: a quay with gantry cranes, a ship alongside, hills behind, and the water that breaks them."""

from __future__ import annotations

from random import Random

from brochure.drawing.colour import Colour
from brochure.drawing.frame import Frame, Path, Placed, circle, polygon, rectangle
from brochure.drawing.geometry import Point, Size, Transform
from brochure.layout.art.gradients import blended, falling
from brochure.layout.art.gulls import gulls
from brochure.layout.art.paths import XY, filled, lens, mapped, open_polygon, scene, smooth, stroked
from brochure.layout.palette import Palette


def harbour_cranes(size: Size, palette: Palette, seed: int = 1) -> Frame:
    """Cranes on a quay and a ship; the upper half is calm sky, the lower quarter water."""
    random = Random(seed)
    unit = min(size.width, size.height * 1.25)
    level = size.height * 0.76
    sun = Point(size.width * 0.22, level - unit * 0.27)
    sky = (
        (0.0, palette.sky.tint(0.75)),
        (0.34, palette.sky.tint(0.34)),
        (0.62, palette.gold.tint(0.14)),
        (1.0, palette.gold.tint(0.55).mixed(palette.sunset, 0.25)),
    )
    return scene(
        size,
        [
            filled(rectangle(0.0, 0.0, size.width, level + 1), falling(0.0, level, sky)),
            filled(circle(sun.x, sun.y, unit * 0.085), palette.sunset.mixed(palette.gold, 0.2)),
            *_hills(size, level, unit, palette, random),
            filled(rectangle(0.0, level, size.width, size.height - level), falling(level, size.height, _sea(palette))),
            *_broken_light(size, level, unit, sun.x, palette, random),
            *_cranes(size, level, unit, palette, random),
            *_ship(size.width * 0.06, level, unit * 0.50, palette, random),
            *gulls(Point(sun.x + unit * 0.18, sun.y - unit * 0.12), unit * 0.04, 3, palette.sea, random),
        ],
    )


def _sea(palette: Palette) -> tuple[tuple[float, Colour], ...]:
    return (
        (0.0, palette.sky.mixed(palette.sunset, 0.12)),
        (0.4, palette.sky.mixed(palette.sea, 0.55)),
        (1.0, palette.sea),
    )


def _hills(size: Size, level: float, unit: float, palette: Palette, random: Random) -> list[Placed]:
    """Two low ranges behind the harbour, the farther the paler."""
    items: list[Placed] = []
    for height, share in ((0.17, 0.30), (0.085, 0.62)):
        ridge: list[XY] = []
        for step in range(-1, 14):
            ridge.append((size.width * step / 12, level - unit * height * random.uniform(0.55, 1.0)))
        path: Path = (*smooth(ridge), ("L", ridge[-1][0], level + 1), ("L", ridge[0][0], level + 1), ("Z",))
        items.append(filled(path, palette.sky.tint(share).mixed(palette.sunset, 0.10)))
    return items


def _cranes(size: Size, level: float, unit: float, palette: Palette, random: Random) -> list[Placed]:
    """The quay from the right and three cranes on it, the nearest the largest, their booms over the ship."""
    quay = level - unit * 0.018
    tone = palette.sea_deep
    items: list[Placed] = []
    for x, scale, colour in (
        (0.93, 0.60, palette.sea.tint(0.62).mixed(palette.sunset, 0.14)),
        (0.76, 0.76, palette.sea.mixed(palette.sunset, 0.12)),
        (0.575, 1.0, palette.vermilion.mixed(palette.sunset, 0.35)),
    ):
        items += _crane(size.width * x, quay, unit * 0.40 * scale, colour, random.uniform(0.15, 0.75))
    left = size.width * 0.37
    items.append(
        filled(
            polygon(
                (
                    (left, quay),
                    (size.width + 4, quay),
                    (size.width + 4, level + unit * 0.03),
                    (left, level + unit * 0.03),
                )
            ),
            tone,
        )
    )
    for step in range(int((size.width - left) / (unit * 0.055)) + 1):
        x = left + unit * 0.015 + step * unit * 0.055
        items.append(filled(rectangle(x, level, unit * 0.018, unit * 0.03), palette.sea.mixed(palette.sea_deep, 0.4)))
    stack = size.width * 0.655
    for row, count in enumerate((5, 4, 2)):
        for at in range(count):
            box = rectangle(
                stack + (at + row * 0.5) * unit * 0.042, quay - (row + 1) * unit * 0.019, unit * 0.039, unit * 0.017
            )
            items.append(
                filled(box, random.choice((palette.gold, palette.sunset, palette.vermilion, palette.sky, palette.sea)))
            )
    return items


def _crane(x: float, base: float, height: float, colour: Colour, trolley: float) -> list[Placed]:
    """A ship-to-shore gantry crane about x, its boom to the left, drawn on a grid of its height."""

    def placed(points: tuple[XY, ...]) -> tuple[XY, ...]:
        return tuple((x + px * height, base - py * height) for px, py in points)

    def bar(points: tuple[XY, ...], width: float) -> Placed:
        return stroked(open_polygon(placed(points)), colour, height * width, is_round=False)

    hang = -0.16 - 0.42 * trolley
    house = polygon(placed(((0.20, 0.60), (0.42, 0.60), (0.42, 0.70), (0.20, 0.70))))
    cab = polygon(placed(((hang - 0.035, 0.555), (hang + 0.035, 0.555), (hang + 0.035, 0.60), (hang - 0.035, 0.60))))
    return [
        bar(((-0.13, 0.0), (-0.10, 0.60), (-0.045, 0.98)), 0.034),
        bar(((0.24, 0.0), (0.21, 0.62)), 0.034),
        bar(((0.21, 0.62), (-0.045, 0.98)), 0.022),
        bar(((-0.12, 0.24), (0.23, 0.24)), 0.028),
        bar(((-0.118, 0.24), (0.22, 0.60)), 0.016),
        bar(((-0.72, 0.62), (0.50, 0.62)), 0.036),
        bar(((-0.045, 0.97), (-0.66, 0.63)), 0.012),
        bar(((-0.045, 0.97), (-0.36, 0.63)), 0.012),
        bar(((-0.045, 0.97), (0.47, 0.63)), 0.012),
        bar(((hang, 0.56), (hang, 0.36)), 0.007),
        filled(house, colour),
        filled(cab, colour),
        bar(((hang - 0.05, 0.355), (hang + 0.05, 0.355)), 0.022),
        bar(((-0.19, 0.012), (-0.07, 0.012)), 0.03),
        bar(((0.18, 0.012), (0.30, 0.012)), 0.03),
    ]


def _ship(x: float, level: float, length: float, palette: Palette, random: Random) -> list[Placed]:
    """A ship lying with her bow to the left, her house aft, cargo on deck; on a grid of her length."""
    to_page = Transform(length, 0.0, 0.0, -length, x, level + length * 0.045)

    def part(points: tuple[XY, ...], colour: Colour) -> Placed:
        return filled(mapped(polygon(points), to_page), colour)

    hull: Path = (
        ("M", 0.0, 0.165),
        ("C", 0.03, 0.10, 0.045, 0.05, 0.06, 0.0),
        ("L", 0.97, 0.0),
        ("L", 1.0, 0.135),
        ("L", 0.16, 0.135),
        ("L", 0.11, 0.165),
        ("Z",),
    )
    items = [
        part(((0.80, 0.13), (0.95, 0.13), (0.95, 0.30), (0.80, 0.30)), palette.paper),
        part(((0.785, 0.27), (0.965, 0.27), (0.965, 0.295), (0.785, 0.295)), palette.paper),
        part(((0.86, 0.30), (0.925, 0.30), (0.925, 0.39), (0.86, 0.39)), palette.sunset),
        part(((0.86, 0.36), (0.925, 0.36), (0.925, 0.375), (0.86, 0.375)), palette.paper),
    ]
    items += [
        part(((left, 0.245), (left + 0.016, 0.245), (left + 0.016, 0.262), (left, 0.262)), palette.sea)
        for left in (0.81, 0.835, 0.86, 0.885, 0.91)
    ]
    colours = (palette.gold, palette.sunset, palette.vermilion, palette.sky, palette.sea, palette.gold.tint(0.5))
    for column in range(8):
        for row in range(random.choice((1, 2, 2, 3))):
            left, low = 0.17 + column * 0.075, 0.135 + row * 0.034
            items.append(
                part(
                    ((left, low), (left + 0.071, low), (left + 0.071, low + 0.031), (left, low + 0.031)),
                    random.choice(colours),
                )
            )
    items.append(filled(mapped(hull, to_page), palette.sea_deep))
    items.append(part(((0.052, 0.035), (0.06, 0.0), (0.97, 0.0), (0.978, 0.035)), palette.vermilion))
    items.append(stroked(mapped((("M", 0.075, 0.155), ("L", 0.075, 0.25)), to_page), palette.sea_deep, length * 0.008))
    return items


def _broken_light(size: Size, level: float, unit: float, sun: float, palette: Palette, random: Random) -> list[Placed]:
    """Lenses on the water: the sun's under the sun, the quay's dark, the crane's red, ripples elsewhere."""
    depth = size.height - level
    sunlight = blended(((0.0, palette.sunset), (0.5, palette.gold), (1.0, palette.gold.tint(0.6))))
    items: list[Placed] = []
    for step in range(34):
        t = (step + 0.9) / 34
        y = level + depth * t**1.25
        thick = depth * (0.006 + 0.016 * t)
        reach = unit * (0.05 + 0.04 * t)
        items.append(
            filled(
                lens(size.width * random.uniform(0.38, 1.02), y, reach * random.uniform(0.8, 2.0), thick, 0.2),
                palette.sea.mixed(palette.sea_deep, 0.45 - 0.2 * t),
            )
        )
        if step % 2:
            x = size.width * 0.53 + unit * random.uniform(-0.07, 0.07)
            items.append(
                filled(
                    lens(x, y + thick, reach * random.uniform(0.2, 0.55), thick * 0.8),
                    palette.vermilion.mixed(palette.sea, 0.35),
                )
            )
            x = size.width * random.uniform(0.0, 1.0)
            items.append(filled(lens(x, y, reach * 0.6, thick * 0.5), palette.sky))
        x = sun + unit * random.uniform(-0.035, 0.035) * (1 + t)
        items.append(filled(lens(x, y, reach * random.uniform(0.4, 0.95), thick), sunlight(t)))
    return items
