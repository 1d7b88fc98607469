"""青海波, the waves of the blue sea: rows of concentric arcs, each row half covered by the next.

The geometry is exact: circles of one radius R stand 2R apart in rows R/2 apart, every other row moved by R. As
tints the rows are painted from the top down; as lines only the visible part of each arc is drawn, so that none hides
another.
"""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from math import asin, atan, ceil, floor, pi, sqrt

from brochure.drawing.colour import Colour
from brochure.drawing.frame import Frame, Path, Placed, circle, rectangle
from brochure.drawing.geometry import Size
from brochure.drawing.units import mm
from brochure.layout.art.paths import arc, filled, scene, stroked
from brochure.layout.palette import Palette

RINGS = (1.0, 0.75, 0.5, 0.25)  # radii of the arcs in one wave, in shares of the outermost


class Finish(StrEnum):
    """How waves are drawn: as arcs of one width, or as flat tints."""

    LINES = "lines"
    TINTS = "tints"


def wave_radius(size: Size) -> float:
    """The radius that suits a box: about eight waves across its shorter side, 3 to 11 mm, a whole number across."""
    wanted = min(max(min(size.width, size.height) / 9, mm(3)), mm(11))
    return size.width / (2 * max(1, round(size.width / (2 * wanted))))


def seigaiha(
    size: Size,
    palette: Palette,
    seed: int = 1,
    radius: float | None = None,
    finish: Finish = Finish.TINTS,
    colour: Colour | None = None,
    ground: Colour | None = None,
) -> Frame:
    """Waves over the whole box. `colour` is theirs (the sea), `ground` what is between them (paper, or a tint).

    The seed shifts nothing but whether the first row stands on the edge or half a wave in.
    """
    wave = radius or wave_radius(size)
    ink, paper = colour or palette.sea, ground or palette.paper
    items = [filled(rectangle(0.0, 0.0, size.width, size.height), paper)]
    if finish is Finish.LINES:
        items.append(stroked(wave_lines(size, wave, seed), ink, max(wave * 0.045, 0.3)))
    else:
        items += _tinted(size, wave, seed, ink, paper, palette.sky if colour is None else paper.mixed(ink, 0.6))
    return scene(size, items)


def _rows(size: Size, wave: float, seed: int) -> list[tuple[float, list[float]]]:
    """The centres of all circles that reach the box: (y, xs) a row, from the top down."""
    rows: list[tuple[float, list[float]]] = []
    for row in range(ceil((size.height + wave) / (wave / 2)) + 1):
        shift = wave if (row + seed) % 2 else 0.0
        count = floor((size.width + wave - shift) / (2 * wave)) + 1
        rows.append((row * wave / 2, [shift + 2 * wave * at for at in range(-1 if shift else 0, count)]))
    return rows


def _tinted(size: Size, wave: float, seed: int, ink: Colour, paper: Colour, middle: Colour) -> list[Placed]:
    pale = paper.mixed(middle, 0.14)
    tones = [paper, ink, pale, middle, pale, paper.mixed(middle, 0.55)]
    radii = [1.0, 0.94, 0.74, 0.56, 0.37, 0.20]
    items: list[Placed] = []
    for y, xs in _rows(size, wave, seed):
        for tone, share in zip(tones, radii, strict=True):
            path: Path = ()
            for x in xs:
                path += circle(x, y, wave * share)
            items.append(filled(path, tone))
    return items


def visible_half_angle(share: float) -> float:
    """How far from its crest, in radians, an arc of radius `share`·R is not covered by the two waves before it.

    A point at angle t is outside the circle about (R, R/2) where s² + 1/4 >= s (2 sin t - cos t), s the share.
    """
    return min(pi / 2, asin(min(1.0, (share * share + 0.25) / (share * sqrt(5)))) + atan(0.5))


def wave_lines(size: Size, wave: float, seed: int = 1) -> Path:
    """All visible arcs of the waves as one path."""
    path: Path = ()
    spans = [(share, visible_half_angle(share)) for share in RINGS]
    for y, xs in _rows(size, wave, seed):
        for x in xs:
            for share, span in spans:
                path += arc(x, y, wave * share, -pi / 2 - span, -pi / 2 + span)
    return path


seigaiha_lines = partial(seigaiha, finish=Finish.LINES)
