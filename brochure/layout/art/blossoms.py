"""Blossom on the bough: cherry (桜) for Japan's side, flowering crab-apple (海棠) for China's.

The cherry has five notched petals and long stamens; the crab-apple rounder, deeper petals, hanging on long stalks among
leaves, with round red buds.
"""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from math import atan2, cos, hypot, pi, sin
from random import Random

from brochure.drawing.colour import Colour
from brochure.drawing.frame import Frame, Path, Placed, circle, rectangle
from brochure.drawing.geometry import Size
from brochure.layout.art.gradients import falling
from brochure.layout.art.paths import XY, filled, mapped, open_polygon, scene, smooth, stroked, turned
from brochure.layout.palette import Palette


class Blossom(StrEnum):
    """Which tree is in flower."""

    CHERRY = "cherry"
    CRABAPPLE = "crabapple"


def blossoms(size: Size, palette: Palette, seed: int = 1, kind: Blossom = Blossom.CHERRY) -> Frame:
    """A bough from the upper right, in flower, and petals on the wind; the lower left stays calm."""
    random = Random(seed)
    unit = min(size.width, size.height)
    sky = ((0.0, palette.sky.tint(0.40)), (0.6, palette.sky.tint(0.14)), (1.0, palette.blossom.tint(0.22)))
    items = [filled(rectangle(0.0, 0.0, size.width, size.height), falling(0.0, size.height, sky))]
    boughs = _boughs(size, unit, random)
    bark = palette.sea_deep.mixed(palette.sunset, 0.30)
    flowers: list[tuple[float, float, float]] = []
    for bough, width in boughs:
        items.append(filled(_tapered(bough, width), bark))
        flowers += _along(bough, unit, random)
    items += _petals(size, unit, palette, kind, random)
    for x, y, reach in flowers:
        if kind is Blossom.CRABAPPLE:
            items += _leaf(x, y, reach, palette, random)
    for x, y, reach in flowers:
        items += _buds(x, y, reach, palette, kind, random) if random.random() < 0.30 else []
    for x, y, reach in flowers:
        items += flower(x, y, reach, palette, kind, random)
    return scene(size, items)


def _boughs(size: Size, unit: float, random: Random) -> list[tuple[list[XY], float]]:
    """The main bough from the upper right towards the left, and twigs that leave it on both sides."""
    wide, high = size.width, size.height
    main: list[XY] = []
    for step in range(9):
        t = step / 8
        main.append(
            (
                wide * 1.04 - t * wide * 0.86,
                high * 0.02
                + (0.10 + 0.24 * sin(t * 2.4)) * min(high, unit * 1.15)
                + random.uniform(-0.014, 0.014) * unit,
            )
        )
    boughs = [(main, unit * 0.034)]
    for at in range(1, 8):
        x, y = main[at]
        side = 1 if at % 2 else -1
        angle = pi - 0.35 - side * random.uniform(0.50, 0.95)
        reach = unit * random.uniform(0.18, 0.34)
        twig = [
            (
                x + cos(angle - side * 0.12 * step) * reach * step / 4,
                y + sin(pi - angle + side * 0.16 * step) * reach * step / 4,
            )
            for step in range(5)
        ]
        boughs.append((twig, unit * 0.012))
    return boughs


def _tapered(points: list[XY], width: float) -> Path:
    """A bough as an area: full width at its root, a sixth at its tip."""
    left: list[XY] = []
    right: list[XY] = []
    for at, (x, y) in enumerate(points):
        (x1, y1), (x2, y2) = points[max(at - 1, 0)], points[min(at + 1, len(points) - 1)]
        angle = atan2(y2 - y1, x2 - x1) + pi / 2
        half = width * (1 - 0.84 * at / (len(points) - 1)) / 2
        left.append((x + cos(angle) * half, y + sin(angle) * half))
        right.append((x - cos(angle) * half, y - sin(angle) * half))
    return (*smooth(left), *(("L", *right[-1]),), *smooth(right[::-1])[1:], ("Z",))


def _along(points: list[XY], unit: float, random: Random) -> list[tuple[float, float, float]]:
    """Where flowers stand beside a bough, in clusters, the outer half of it the fuller."""
    places: list[tuple[float, float, float]] = []
    for at in range(2, len(points)):
        x, y = points[at]
        for _ in range(random.choice((1, 2, 3))):
            angle, away = random.uniform(0, 2 * pi), unit * random.uniform(0.01, 0.055)
            place = (x + cos(angle) * away, y + sin(angle) * away, unit * random.uniform(0.034, 0.054))
            if all(hypot(place[0] - ox, place[1] - oy) > reach * 1.15 for ox, oy, reach in places):
                places.append(place)
    return places


_CHERRY_PETAL: Path = (  # from the heart (0, 0) out to (0, -1), notched
    ("M", 0.0, -0.06),
    ("C", -0.30, -0.26, -0.52, -0.62, -0.27, -0.96),
    ("C", -0.20, -1.03, -0.09, -1.02, 0.0, -0.88),
    ("C", 0.09, -1.02, 0.20, -1.03, 0.27, -0.96),
    ("C", 0.52, -0.62, 0.30, -0.26, 0.0, -0.06),
    ("Z",),
)
_CRABAPPLE_PETAL: Path = (
    ("M", 0.0, -0.05),
    ("C", -0.34, -0.22, -0.60, -0.58, -0.38, -0.86),
    ("C", -0.22, -1.04, 0.22, -1.04, 0.38, -0.86),
    ("C", 0.60, -0.58, 0.34, -0.22, 0.0, -0.05),
    ("Z",),
)


def flower(x: float, y: float, reach: float, palette: Palette, kind: Blossom, random: Random) -> list[Placed]:
    """An open flower about (x, y), its petals `reach` long."""
    turn = random.uniform(0, 2 * pi)
    is_cherry = kind is Blossom.CHERRY
    petal = _CHERRY_PETAL if is_cherry else _CRABAPPLE_PETAL
    pale, deep = _tones(palette, kind)
    outer: Path = ()
    inner: Path = ()
    for fifth in range(5):
        angle = turn + fifth * 2 * pi / 5
        outer += mapped(petal, turned(angle, reach, x, y))
        inner += mapped(petal, turned(angle, reach * 0.46, x, y))
    items = [filled(outer, random.choice((pale, pale.mixed(deep, 0.22)))), filled(inner, deep)]
    threads: Path = ()
    anthers: Path = ()
    for at in range(10):
        angle = turn + at * pi / 5 + 0.3
        far = reach * (0.50 if at % 2 else 0.38)
        threads += open_polygon(((x, y), (x + cos(angle) * far, y + sin(angle) * far)))
        anthers += circle(x + cos(angle) * far, y + sin(angle) * far, reach * 0.050)
    heart = palette.vermilion.tint(0.75) if is_cherry else palette.gold
    return [*items, stroked(threads, heart, reach * 0.028), filled(anthers, palette.gold)]


def _tones(palette: Palette, kind: Blossom) -> tuple[Colour, Colour]:
    """A flower's pale outer and deep inner colour."""
    if kind is Blossom.CHERRY:
        return palette.blossom.tint(0.42), palette.blossom.mixed(palette.vermilion, 0.12)
    return palette.blossom.mixed(palette.vermilion, 0.14), palette.blossom.tint(0.40)


def _buds(x: float, y: float, reach: float, palette: Palette, kind: Blossom, random: Random) -> list[Placed]:
    """Two buds on their stalks: the crab-apple's hang low and are red."""
    tone = palette.blossom.mixed(palette.vermilion, 0.30 if kind is Blossom.CHERRY else 0.72)
    stalk = palette.vermilion.mixed(palette.sea_deep, 0.45)
    items: list[Placed] = []
    for side in (-1, 1):
        drop = reach * random.uniform(1.5, 2.2)
        bx, by = x + side * reach * random.uniform(0.35, 0.9), y + drop
        items.append(stroked(smooth([(x, y), (x + (bx - x) * 0.3, y + drop * 0.5), (bx, by)]), stalk, reach * 0.05))
        bud: Path = mapped(_BUD, turned(side * -0.22, reach * 0.46, bx, by))
        items.append(filled(bud, tone))
    return items


_BUD: Path = (
    ("M", 0.0, -0.15),
    ("C", 0.50, -0.05, 0.62, 0.60, 0.0, 1.0),
    ("C", -0.62, 0.60, -0.50, -0.05, 0.0, -0.15),
    ("Z",),
)
_LEAF: Path = (
    ("M", 0.0, 0.0),
    ("C", 0.42, -0.35, 0.40, -0.85, 0.0, -1.45),
    ("C", -0.40, -0.85, -0.42, -0.35, 0.0, 0.0),
    ("Z",),
)


def _leaf(x: float, y: float, reach: float, palette: Palette, random: Random) -> list[Placed]:
    green = Colour(round(palette.sea.cyan * 0.55, 4), round(palette.sea.magenta * 0.25, 4), palette.gold.yellow, 0.08)
    tone = random.choice((green, green.tint(0.7)))
    angle = random.uniform(0, 2 * pi)
    return [filled(mapped(_LEAF, turned(angle + side * 0.7, reach * 1.15, x, y)), tone) for side in (-1, 1)]


def _petals(size: Size, unit: float, palette: Palette, kind: Blossom, random: Random) -> list[Placed]:
    """Loose petals that the wind carries to the lower left."""
    pale, deep = _tones(palette, kind)
    petal = _CHERRY_PETAL if kind is Blossom.CHERRY else _CRABAPPLE_PETAL
    items: list[Placed] = []
    for _ in range(round(9 + 9 * size.width * size.height / unit / unit)):
        t = random.random()
        x, y = size.width * random.uniform(0.0, 0.95), size.height * (0.30 + 0.68 * t)
        path = mapped(petal, turned(random.uniform(0, 2 * pi), unit * random.uniform(0.016, 0.028), x, y))
        items.append(filled(path, random.choice((pale.mixed(deep, 0.35), deep if kind is Blossom.CHERRY else pale))))
    return items


crabapple = partial(blossoms, kind=Blossom.CRABAPPLE)
