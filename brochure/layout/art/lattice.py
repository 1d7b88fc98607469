"""Chinese window lattices on an exact square grid: the fret 回紋, the steps 步步錦, and cracked ice 冰裂紋."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from itertools import chain
from math import ceil, hypot
from typing import TYPE_CHECKING, TypeAlias

from brochure.drawing.colour import Colour
from brochure.drawing.frame import Frame, Outline, Path, Placed, rectangle
from brochure.drawing.geometry import Size
from brochure.drawing.units import mm
from brochure.layout.art.paths import XY, filled, open_polygon, scene, stroked
from brochure.layout.palette import Palette

if TYPE_CHECKING:
    from random import Random

_Cell: TypeAlias = Callable[[float, float, float, bool], Outline]


class Lattice(StrEnum):
    """The pattern of the bars."""

    FRET = "fret"
    STEPS = "steps"
    ICE = "ice"


def lattice_module(size: Size) -> float:
    """The side of the square that suits a box: six or so across its shorter side, 6 to 20 mm, a whole number across."""
    wanted = min(max(min(size.width, size.height) / 6, mm(6)), mm(20))
    return size.width / max(1, round(size.width / wanted))


def lattice(
    size: Size,
    palette: Palette,
    seed: int = 1,
    module: float | None = None,
    kind: Lattice = Lattice.FRET,
    colour: Colour | None = None,
    ground: Colour | None = None,
) -> Frame:
    """A lattice over the whole box. `colour` is the bars' (vermilion), `ground` shows through (a warm tint)."""
    side = module or lattice_module(size)
    ink = colour or palette.vermilion
    items = [filled(rectangle(0.0, 0.0, size.width, size.height), ground or palette.tint_warm)]
    match kind:
        case Lattice.FRET:
            items.append(stroked(_tiled(size, side, fret_cell), ink, side * 0.085, is_round=False))
        case Lattice.STEPS:
            last = _bars([[(size.width, 0.0), (size.width, size.height)]])
            items.append(stroked(_joined([_tiled(size, side, steps_cell), last]), ink, side * 0.042, is_round=False))
        case Lattice.ICE:
            from random import Random  # only ice is cracked by chance

            items += _ice(size, side, ink, Random(seed))
    return scene(size, items)


def fret_cell(x: float, y: float, side: float, is_odd: bool) -> Outline:
    """A square spiral (回紋) hanging from a bar that runs through all rows; odd squares are mirrored.

    On a grid of quarters of the side, so that every gap is equal, within a square and between two.
    """
    eighth = side / 8
    return _bars([[(x + px * eighth, y + py * eighth) for px, py in (_MIRRORED if is_odd else _SPIRAL)]])


_SPIRAL = ((1, 9), (1, 1), (7, 1), (7, 7), (3, 7), (3, 3), (5, 3), (5, 5))  # in eighths of the side
_MIRRORED = tuple((8 - x, y) for x, y in _SPIRAL)


def steps_cell(x: float, y: float, side: float, is_odd: bool) -> Outline:
    """Step on step (步步錦): bars at right angles that grow shorter towards the middle of the square. Of its frame each
    square draws two sides; the others are its neighbours'.
    """
    parts: list[list[XY]] = [
        [(8, 0), (0, 0), (0, 8)],
        [(1.6, 0), (1.6, 8)],
        [(6.4, 0), (6.4, 8)],
        [(0, 1.6), (1.6, 1.6)],
        [(6.4, 1.6), (8, 1.6)],
        [(0, 6.4), (1.6, 6.4)],
        [(6.4, 6.4), (8, 6.4)],
        [(1.6, 2.8), (6.4, 2.8)],
        [(1.6, 5.2), (6.4, 5.2)],
        [(4, 0), (4, 2.8)],
        [(4, 5.2), (4, 8)],
        [(2.8, 2.8), (2.8, 5.2)],
        [(5.2, 2.8), (5.2, 5.2)],
    ]
    eighth = side / 8
    turned = [[(py, px) for px, py in part] for part in parts] if is_odd else parts
    return _bars([[(x + px * eighth, y + py * eighth) for px, py in part] for part in turned])


def _tiled(size: Size, side: float, cell: _Cell) -> Outline:
    places = [
        (column, row) for row in range(-1, ceil(size.height / side)) for column in range(ceil(size.width / side - 1e-6))
    ]
    return _joined([cell(column * side, row * side, side, (row + column) % 2 == 1) for column, row in places])


def _bars(lines: list[list[XY]]) -> Outline:
    """Broken lines."""
    return Outline(
        "".join(["M" + "L" * (len(line) - 1) for line in lines]), tuple(chain.from_iterable(chain.from_iterable(lines)))
    )


def _joined(parts: list[Outline]) -> Outline:
    return Outline(
        "".join([part.steps for part in parts]), tuple(chain.from_iterable([part.lengths for part in parts]))
    )


def _ice(size: Size, side: float, ink: Colour, random: Random) -> list[Placed]:
    """Cracked ice: the box is split again and again by bars that end on bars, thinner with every generation."""
    cracks: list[tuple[int, XY, XY]] = []
    box = [(0.0, 0.0), (size.width, 0.0), (size.width, size.height), (0.0, size.height)]
    _split(box, 0, (side * side) * 0.42, cracks, random)
    items: list[Placed] = []
    for is_late in (True, False):
        path: Path = ()
        for generation, start, end in cracks:
            if (generation > 5) == is_late:
                path += open_polygon((start, end))
        if path:
            items.append(stroked(path, ink, side * (0.035 if is_late else 0.055)))
    return items


def _split(cell: list[XY], generation: int, least: float, cracks: list[tuple[int, XY, XY]], random: Random) -> None:
    if _area(cell) < least * random.uniform(0.8, 1.6):
        return
    sides = [
        (hypot(b[0] - a[0], b[1] - a[1]), at) for at, (a, b) in enumerate(zip(cell, cell[1:] + cell[:1], strict=True))
    ]
    longest = max(sides)[1]
    other = (
        (longest + (2 if len(cell) < 5 else random.choice((2, 3)))) % len(cell) if len(cell) > 3 else (longest + 1) % 3
    )
    start, end = _on_side(cell, longest, random), _on_side(cell, other, random)
    cracks.append((generation, start, end))
    low, high, first, second = (longest, other, start, end) if longest < other else (other, longest, end, start)
    inner = [first, *cell[low + 1 : high + 1], second]
    outer = [second, *cell[high + 1 :], *cell[: low + 1], first]
    for part in (inner, outer):
        _split(part, generation + 1, least, cracks, random)


def _on_side(cell: list[XY], at: int, random: Random) -> XY:
    (x1, y1), (x2, y2) = cell[at], cell[(at + 1) % len(cell)]
    share = random.uniform(0.34, 0.66)
    return x1 + (x2 - x1) * share, y1 + (y2 - y1) * share


def _area(cell: list[XY]) -> float:
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(cell, cell[1:] + cell[:1], strict=True))) / 2


lattice_steps = partial(lattice, kind=Lattice.STEPS)
lattice_ice = partial(lattice, kind=Lattice.ICE)
