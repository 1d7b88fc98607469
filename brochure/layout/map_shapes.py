"""Land and municipalities read from the package's own data, once, when the first map is drawn."""

from __future__ import annotations

import json
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any

from msgspec import Struct

from brochure.layout.projection import Place

_FOLDER = Path(__file__).parent / "map_data"
NATURAL_EARTH_CREDIT = "Made with Natural Earth."
JMA_CREDIT = "出典：気象庁ホームページ（区域データ）を加工して作成"

AREAS = ("道央", "道南", "道北", "オホーツク", "十勝", "釧路・根室")
"""The six areas (圏域) of Hokkaido, in the order of `Palette.areas`."""

Ring = tuple[Place, ...]


class Town(Struct, frozen=True):
    """A municipality: its five-digit code, name, subprefecture and area, and its rings as numbers of shared arcs.

    A number below 0 stands for the arc `~number` read backwards. The four northern islands' six villages are one town
    with the code `hoppo`.
    """

    code: str
    name: str
    subprefecture: str
    area: str
    rings: tuple[tuple[int, ...], ...]


class Hokkaido(Struct, frozen=True):
    """The municipalities and the arcs their boundaries are made of."""

    towns: tuple[Town, ...]
    arcs: tuple[Ring, ...]

    def ring(self, numbers: tuple[int, ...]) -> Ring:
        """The places of a ring, the joints of its arcs not repeated."""
        places: list[Place] = []
        for number in numbers:
            arc = self.arcs[number] if number >= 0 else self.arcs[~number][::-1]
            places += arc[1:] if places else arc
        return tuple(places)


def _read(name: str) -> dict[str, Any]:
    return json.loads((_FOLDER / name).read_text("utf-8"))


def _places(steps: list[int], data: dict[str, Any]) -> Ring:
    west, south, step = data["west"], data["south"], data["step"]
    return tuple(
        Place(west + x * step, south + y * step)
        for x, y in zip(accumulate(steps[::2]), accumulate(steps[1::2]), strict=True)
    )


@cache
def northeast_asia() -> tuple[Ring, ...]:
    """The coasts from 110 to 155 degrees east and 26 to 56 north, one ring an island or piece of continent."""
    data = _read("northeast_asia.json")
    return tuple(_places(ring, data) for ring in data["rings"])


@cache
def hokkaido_towns() -> Hokkaido:
    """The 179 municipalities of Hokkaido and the four northern islands."""
    data = _read("hokkaido.json")
    towns = tuple(
        Town(code, name, subprefecture, area, tuple(tuple(ring) for ring in rings))
        for code, name, subprefecture, area, rings in data["towns"]
    )
    return Hokkaido(towns, tuple(_places(arc, data) for arc in data["arcs"]))


def contains(ring: Ring, place: Place) -> bool:
    """Whether a place lies inside a ring (crossings of the parallel to the east of it, odd)."""
    is_inside = False
    x, y = place
    for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], ring[0]), strict=True):
        if (y1 > y) != (y2 > y) and x < x1 + (x2 - x1) * (y - y1) / (y2 - y1):
            is_inside = not is_inside
    return is_inside
