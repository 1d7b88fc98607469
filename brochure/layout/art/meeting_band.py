"""The booklet's motif: seigaiha at the left becomes a lattice at the right, through one shared square.

Every module is a set of concentric figures half covered by the row before it, as seigaiha is. At the left edge the
figures are circles; towards the right their corners tighten, exactly, from quarter circles to none, until the waves
have become the stepped squares of a window lattice; the colour goes with them from the sea to vermilion.
"""

from __future__ import annotations

from math import ceil

from brochure.drawing.colour import Colour
from brochure.drawing.frame import Frame, Group, Placed, rectangle
from brochure.drawing.geometry import Size
from brochure.layout.art.gradients import blended
from brochure.layout.art.paths import filled, rounded_square, scene
from brochure.layout.palette import Palette

_RINGS = ((1.0, 0.0), (0.93, 1.0), (0.75, 0.0), (0.64, 1.0), (0.48, 0.0), (0.38, 1.0), (0.22, 0.0), (0.12, 1.0))
_RISE = 0.5  # from row to row, in half sides: seigaiha's own
_LIFT = 1.0 - _RINGS[1][0]  # half sides: the head of the box runs along the inked edge of a row, not along its ground


def meeting_band(size: Size, palette: Palette, seed: int = 1, rows: int | None = None) -> Frame:
    """Waves and lattice meeting in the middle of the box; `rows` is how many half modules stand above each other.

    An odd seed moves the rows by half a module.
    """
    half = size.height / (rows or max(3, min(16, round(size.height / 16))))
    half = size.width / (2 * max(2, round(size.width / (2 * half))))
    tones = blended(((0.0, palette.sea), (0.40, palette.sea), (0.62, palette.vermilion), (1.0, palette.vermilion)))
    items: list[Placed] = [filled(rectangle(0.0, 0.0, size.width, size.height), palette.paper)]
    modules: dict[tuple[float, Colour], Group] = {}  # towards either edge they are all the same
    placed: list[tuple[float, Group]] = []
    for at in range(2 * round(size.width / (2 * half)) + 2):  # half sides from the left; every second one in a row
        x = at * half
        place = min(x / size.width, 1.0)
        key = corner_share(place), tones(place)
        placed.append((x, modules.get(key) or modules.setdefault(key, _module(half, palette.paper, *key))))
    for row in range(ceil((size.height / half + 1) / _RISE) + 1):
        y = (row * _RISE - _LIFT) * half
        items += [Placed(module, x, y) for x, module in placed[(row + seed) % 2 :: 2]]
    return scene(size, items)


def _module(half: float, ground: Colour, share: float, tone: Colour) -> Group:
    """The figures about a place, the largest first: the same in every row."""
    figures = [
        filled(rounded_square(0.0, 0.0, half * radius, half * radius * share), tone if is_ink else ground)
        for radius, is_ink in _RINGS
    ]
    return Group(tuple(figures), is_ornament=True)


def corner_share(place: float) -> float:
    """The corner's radius in half sides at a place from 0 (left: the circle) to 1 (right: the square)."""
    t = min(max((place - 0.24) / 0.54, 0.0), 1.0)
    return 1.0 - t * t * (3 - 2 * t)
