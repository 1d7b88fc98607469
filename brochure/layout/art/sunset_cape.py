"""The cover's picture: the sun low over the Sea of Japan, a cape with its stacks, a path of light on layered water.

Far hills stand at the left, the cape comes in from the right; the upper two fifths are calm sky for a title. The sky
is a bokashi, the printers' hand-wiped blend of the woodblock: blue at the very top, paper, gold, sunset at the horizon.
"""

from __future__ import annotations

from math import exp, pi, sin
from random import Random

from brochure.drawing.colour import Colour
from brochure.drawing.frame import Frame, Gradient, Path, Placed, circle, line, polygon, rectangle
from brochure.drawing.geometry import Point, Size
from brochure.layout.art.gradients import blended, falling
from brochure.layout.art.gulls import gulls
from brochure.layout.art.paths import XY, filled, lens, open_polygon, scene, smooth, stroked
from brochure.layout.palette import Palette


def sunset_cape(size: Size, palette: Palette, seed: int = 1, horizon: float = 0.66) -> Frame:
    """A sunset at a cape; `horizon` is the share of the height that is sky."""
    random = Random(seed)
    level = size.height * horizon
    unit = min(size.width, size.height * 0.9)
    sun = Point(size.width * random.uniform(0.37, 0.43), level - unit * 0.035)
    radius = unit * 0.125
    items = [
        filled(rectangle(0.0, 0.0, size.width, level + 1.0), falling(0.0, level, _sky(palette))),
        *_halo(sun, radius, level, palette),
        filled(circle(sun.x, sun.y, radius), _sun(sun, radius, palette)),
        *_hills(size, level, unit, palette, random),
        *_water(size, level, unit, palette, random),
        *_light_path(size, level, sun, radius, palette, random),
        *_cape(size, level, unit, palette, random),
        *_foreground(size, level, unit, palette, random),
        *gulls(Point(sun.x + unit * 0.27, level - unit * 0.40), unit * 0.05, 3, palette.sea, random),
    ]
    return scene(size, items)


def _sky(palette: Palette) -> tuple[tuple[float, Colour], ...]:
    return (
        (0.0, palette.sky),
        (0.13, palette.sky.tint(0.66)),
        (0.26, palette.sky.tint(0.31)),
        (0.36, palette.sky.tint(0.13)),
        (0.45, palette.sky.tint(0.08).mixed(palette.gold.tint(0.14), 0.6)),
        (0.56, palette.gold.tint(0.22)),
        (0.68, palette.gold.tint(0.44)),
        (0.84, palette.gold.tint(0.78).mixed(palette.sunset, 0.20)),
        (1.0, palette.gold.mixed(palette.sunset, 0.58)),
    )


def _halo(sun: Point, radius: float, level: float, palette: Palette) -> list[Placed]:
    rings: list[Placed] = []
    for growth, light in ((2.5, 0.16), (1.75, 0.34)):
        lit = tuple((at, colour.mixed(palette.paper, light)) for at, colour in _sky(palette))
        rings.append(filled(circle(sun.x, sun.y, radius * growth), falling(0.0, level, lit)))
    return rings


def _sun(sun: Point, radius: float, palette: Palette) -> Gradient:
    warm = (
        (0.0, palette.sunset.mixed(palette.gold, 0.25)),
        (0.55, palette.sunset),
        (1.0, palette.sunset.mixed(palette.vermilion, 0.8)),
    )
    return falling(sun.y - radius, sun.y + radius * 0.45, warm)


def _hills(size: Size, level: float, unit: float, palette: Palette, random: Random) -> list[Placed]:
    """Far mountains at the left, two layers of haze: each a ridge falling to the horizon."""
    layers: list[Placed] = []
    for reach, height, haze in ((0.29, 0.095, 0.60), (0.19, 0.048, 0.36)):
        width = size.width * reach
        colour = palette.sea.tint(0.62).mixed(palette.sunset, haze)
        phase = random.uniform(0, pi)
        steps = 28
        ridge: list[XY] = []
        for step in range(steps + 1):
            t = step / steps
            peak = exp(-(((t - 0.30) / 0.24) ** 2)) + 0.42 * exp(-(((t - 0.66) / 0.16) ** 2))
            rough = 0.05 * sin(t * 17 + phase) + random.uniform(-0.02, 0.02)
            rise = max(0.0, (peak + rough) * min(1.0, (1 - t) * 4)) * unit * height
            ridge.append((-2.0 + t * (width + 2.0), level - rise))
        layers.append(filled((*smooth(ridge), ("L", width, level + 2), ("L", -2.0, level + 2), ("Z",)), colour))
    return layers


def _water(size: Size, level: float, unit: float, palette: Palette, random: Random) -> list[Placed]:
    """The sea in seven bands that widen towards the viewer, each with its own swell."""
    depth = size.height - level
    tones = blended(
        (
            (0.0, palette.gold.tint(0.5).mixed(palette.sunset, 0.48)),
            (0.12, palette.blossom.mixed(palette.sky, 0.36)),
            (0.30, palette.sky.mixed(palette.sea, 0.22)),
            (0.46, palette.sky.mixed(palette.sea, 0.50)),
            (0.66, palette.sky.mixed(palette.sea, 0.85)),
            (1.0, palette.sea.mixed(palette.sea_deep, 0.55)),
        )
    )
    bands: list[Placed] = []
    count = 8
    for band in range(count):
        near = (band / count) ** 1.55
        y = level + depth * near
        swell = unit * 0.011 * near
        phase, waves = random.uniform(0, 2 * pi), random.uniform(1.6, 2.6)
        edge = [
            (size.width * step / 24, y + swell * sin(phase + waves * 2 * pi * step / 24) if band else y)
            for step in range(-1, 26)
        ]
        bands.append(filled(_closed(edge, size), tones(near)))
    return bands


def _closed(edge: list[XY], size: Size) -> Path:
    foot = size.height + 2
    return (*smooth(edge), ("L", edge[-1][0], foot), ("L", edge[0][0], foot), ("Z",))


def _light_path(size: Size, level: float, sun: Point, radius: float, palette: Palette, random: Random) -> list[Placed]:
    """The sun on the water: lenses that part and widen towards the viewer, and a few strays beside them."""
    depth = size.height - level
    tones = blended(
        (
            (0.0, palette.sunset),
            (0.22, palette.sunset.mixed(palette.gold, 0.55)),
            (0.6, palette.gold),
            (1.0, palette.gold.tint(0.55)),
        )
    )
    glints: list[Placed] = []
    count = 26
    for step in range(count):
        t = (step + 0.4) / count
        y = level + depth * 0.93 * t**1.5
        half_height = depth * (0.0035 + 0.0125 * t)
        spread = radius * (0.95 - 0.55 * min(t * 4, 1.0) + 1.15 * t)
        half = spread * random.uniform(0.50, 1.0) * (1 - 0.35 * t)
        x = sun.x + random.uniform(-0.28, 0.28) * spread
        glints.append(filled(lens(x, y, half, half_height, random.uniform(-0.2, 0.2)), tones(t)))
        if step % 3 == 1:
            side = 1 if step % 2 else -1
            x = sun.x + side * spread * random.uniform(1.15, 1.9)
            glints.append(filled(lens(x, y, half * 0.32, half_height * 0.7), tones(t)))
    return glints


def _cape(size: Size, level: float, unit: float, palette: Palette, random: Random) -> list[Placed]:
    """The cape at the right in two depths, steep where it meets the sea, with stacks before its point."""
    far = palette.sea.mixed(palette.sunset, 0.34)
    near = palette.sea_deep
    items: list[Placed] = []
    for tip, height, foot, colour in ((0.60, 0.135, 0.004, far), (0.71, 0.25, 0.030, near)):
        base, lit = level + unit * foot, colour.mixed(palette.sunset, 0.30)
        land, face = _headland(size, base, size.width * tip, unit * height, random)
        items += [filled(land, colour), filled(face, lit)]
    base = level + unit * 0.030
    for place, width, height in ((0.655, 0.046, 0.062), (0.607, 0.026, 0.030), (0.578, 0.016, 0.011)):
        rock, face = _stack(size.width * place, base, unit * width, unit * height, random)
        items += [filled(rock, near), filled(face, near.mixed(palette.sunset, 0.34))]
    items.append(filled(_shore(size, base, size.width * 0.555, unit), palette.sky.tint(0.22)))
    return items


def _headland(size: Size, base: float, tip: float, height: float, random: Random) -> tuple[Path, Path]:
    """A plateau that breaks off in columns of basalt, and the part of its face that the sun reaches."""
    right = size.width + 4
    edge: list[XY] = [(tip, base)]
    x, rise = tip, 0.0
    while rise < 0.60 * height:
        step = height * random.uniform(0.07, 0.19)
        x += height * random.uniform(0.008, 0.022)
        rise += step
        edge.append((x, base - rise))
        x += height * random.uniform(0.02, 0.085)
        rise += height * random.uniform(0.004, 0.03)
        edge.append((x, base - rise))
    top: list[XY] = []
    for step in range(13):
        t = step / 12
        lift = 0.62 + 0.38 * (1 - (1 - t) ** 2.2) + 0.018 * sin(t * 11 + height)
        top.append((x + (right - x) * t, base - max(rise, height * lift)))
    land: Path = (*open_polygon(edge), ("L", *top[0]), *smooth(top)[1:], ("L", right, base), ("Z",))
    inner: list[XY] = [top[0], (x + height * 0.05, top[0][1] + height * 0.02)]
    for at, (_, y) in enumerate(reversed(edge[1::2])):
        width = height * random.uniform(0.05, 0.11)
        place = edge[-1 - 2 * at][0] if 2 * at < len(edge) else tip
        inner += [(place + width, y + height * 0.03), (place + width * 0.72, y + height * 0.10)]
    return land, (*open_polygon(edge), *(("L", *point) for point in inner), ("L", tip + height * 0.03, base), ("Z",))


def _stack(x: float, base: float, width: float, height: float, random: Random) -> tuple[Path, Path]:
    """A rock standing in the sea with its broken head, and its lit side."""
    lean = random.uniform(-0.10, 0.06) * width
    ridge = [(-0.50, 0.0), (-0.36, 0.42), (-0.27, 0.50), (-0.20, 0.88), (-0.02, 1.0)]
    shade = [(0.14, 0.90), (0.20, 0.62), (0.33, 0.52), (0.40, 0.20), (0.50, 0.0)]
    inner = [(0.03, 0.80), (-0.08, 0.55), (-0.02, 0.34), (-0.20, 0.0)]

    def placed(points: list[XY]) -> list[XY]:
        return [(x + px * width + lean * py, base - py * height) for px, py in points]

    return polygon(tuple(placed(ridge + shade))), polygon(tuple(placed(ridge + inner)))


def _shore(size: Size, base: float, tip: float, unit: float) -> Path:
    """The thin line of foam along the foot of the cape."""
    thick = unit * 0.0035
    right = size.width + 4
    return (
        ("M", tip, base + thick * 0.4),
        ("C", tip + unit * 0.1, base - thick, right - unit * 0.1, base - thick, right, base - thick * 0.2),
        ("L", right, base + thick * 1.6),
        ("C", right - unit * 0.1, base + thick * 1.8, tip + unit * 0.1, base + thick * 1.2, tip, base + thick * 0.4),
        ("Z",),
    )


def _foreground(size: Size, level: float, unit: float, palette: Palette, random: Random) -> list[Placed]:
    """The sparse ripples of the near water, and dark columns of basalt at the lower left."""
    depth = size.height - level
    items: list[Placed] = []
    for _ in range(18):
        t = random.uniform(0.22, 0.95)
        x = size.width * random.uniform(0.02, 0.98)
        half = unit * (0.012 + 0.045 * t) * random.uniform(0.6, 1.2)
        tone = palette.sky.mixed(palette.sea, 0.15 + 0.35 * t)
        items.append(filled(lens(x, level + depth * t, half, unit * 0.0016 * (1 + t)), tone))
    for row in range(2):
        items += _columns(size, depth, unit, palette, random, float(row))
    return items


def _columns(size: Size, depth: float, unit: float, palette: Palette, random: Random, near: float) -> list[Placed]:
    """A row of broken columns that falls to the right; the nearer row is lower. Tops catch the light."""
    side = palette.sea_deep
    lit = palette.sea.mixed(palette.sunset, 0.24) if near else palette.sea.mixed(palette.sunset, 0.38)
    reach = size.width * (0.44 - 0.10 * near)
    crest = depth * (0.33 - 0.12 * near)
    items: list[Placed] = []
    x = -unit * random.uniform(0.0, 0.03)
    while x < reach:
        width = unit * random.uniform(0.026, 0.046)
        fall = max(0.0, 1 - (max(x, 0.0) / reach) ** 1.7)
        y = size.height - crest * fall + unit * random.uniform(-0.016, 0.010)
        depth_of_top = width * random.uniform(0.16, 0.24)
        items.append(filled(rectangle(x, y, width, size.height - y + 4), side))
        edges = ((width * 0.20, 0.70), (width * 0.74, 0.75))
        for across, down in edges:
            edge = line(x + across, y + depth_of_top * down, x + across, size.height + 4)
            items.append(stroked(edge, side.mixed(palette.sea, 0.45), unit * 0.0012, is_round=False))
        items.append(
            filled(
                polygon(
                    (
                        (x, y),
                        (x + width * 0.24, y - depth_of_top),
                        (x + width * 0.80, y - depth_of_top * 1.05),
                        (x + width, y),
                        (x + width * 0.74, y + depth_of_top * 0.75),
                        (x + width * 0.20, y + depth_of_top * 0.70),
                    )
                ),
                lit,
            )
        )
        x += width
    return items
