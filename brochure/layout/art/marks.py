"""The small signs of the timeline's kinds: told apart by shape alone, legible from 8 points on.

Each is drawn on a square of one unit, y down, and scaled. Journeys are discs (going out is solid, coming in is a ring,
and their arrows point away and home); an agreement is a seal; the others are small pictures.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from math import cos, pi, sin
from typing import TypeAlias

from brochure.drawing.colour import Colour
from brochure.drawing.frame import Frame, Path, Placed, Shape, Stroke, circle, polygon, rectangle
from brochure.drawing.geometry import Size, Transform
from brochure.layout.art.paths import arc, filled, mapped, rounded_square, scaled, stroked
from brochure.layout.palette import Palette

_Sign: TypeAlias = Callable[[Colour, Colour], list[Placed]]
"""A sign in its own colour and the paper's, on the unit square."""


@lru_cache(maxsize=256)
def mark(kind: str, size: float, palette: Palette, colour: Colour | None = None) -> Frame:
    """The sign of a kind of entry, `size` points square, in the kind's colour or the one given.

    Kinds are the timeline's (`MARKS`); an unknown kind gets the sign of `other`.
    """
    sign, role = MARKS.get(kind, MARKS["other"])
    items = sign(colour or _colour(palette, role), palette.paper)
    return Frame(Size(size, size), tuple(_scaled(item, size) for item in items)).as_ornament()


def _colour(palette: Palette, role: str) -> Colour:
    colours = {
        "sea": palette.sea,
        "vermilion": palette.vermilion,
        "sunset": palette.sunset,
        "ink": palette.ink.tint(0.72),
    }
    return colours[role]


def _scaled(placed: Placed, size: float) -> Placed:
    shape = placed.item
    assert isinstance(shape, Shape)
    path = scaled(shape.path, size)
    if shape.fill is not None:
        return filled(path, shape.fill, shape.is_even_odd)
    stroke = shape.stroke or Stroke()
    return stroked(path, stroke.colour, stroke.width * size, stroke.is_round)


def _lined(path: Path, colour: Colour, width: float) -> Placed:
    """A line on the unit square: its width is a share of the sign's size, so no hairline rule applies yet."""
    return Placed(Shape(path, stroke=Stroke(colour, width)))


_ARROW: tuple[tuple[float, float], ...] = (
    (0.70, 0.30),
    (0.70, 0.60),
    (0.60, 0.50),
    (0.37, 0.73),
    (0.27, 0.63),
    (0.50, 0.40),
    (0.40, 0.30),
)


def _out(ink: Colour, paper: Colour) -> list[Placed]:
    return [filled(circle(0.5, 0.5, 0.47), ink), filled(polygon(_ARROW), paper)]


def _in(ink: Colour, _: Colour) -> list[Placed]:
    ring = (*circle(0.5, 0.5, 0.47), *circle(0.5, 0.5, 0.375))
    home = polygon(tuple((1 - x, 1 - y) for x, y in _ARROW))
    return [filled(ring, ink, is_even_odd=True), filled(home, ink)]


def _seal(ink: Colour, paper: Colour) -> list[Placed]:
    frame = (*rounded_square(0.5, 0.5, 0.35, 0.04), *rounded_square(0.5, 0.5, 0.28, 0.0))
    bars = rectangle(0.47, 0.22, 0.06, 0.56) + rectangle(0.22, 0.47, 0.56, 0.06)
    return [
        filled(rounded_square(0.5, 0.5, 0.46, 0.10), ink),
        filled(frame, paper, is_even_odd=True),
        filled(bars, paper),
    ]


def _blossom(ink: Colour, paper: Colour) -> list[Placed]:
    petals: Path = ()
    for petal in range(5):
        angle = petal * 2 * pi / 5 - pi / 2
        petals += circle(0.5 + 0.26 * cos(angle), 0.52 + 0.26 * sin(angle), 0.205)
    return [filled(petals, ink), filled(circle(0.5, 0.52, 0.11), paper), filled(circle(0.5, 0.52, 0.055), ink)]


def _book(ink: Colour, _: Colour) -> list[Placed]:
    page: Path = (
        ("M", 0.475, 0.27),
        ("C", 0.38, 0.17, 0.20, 0.15, 0.04, 0.17),
        ("L", 0.04, 0.74),
        ("C", 0.20, 0.72, 0.38, 0.74, 0.475, 0.84),
        ("Z",),
    )
    return [filled(page + mapped(page, Transform(-1.0, 0.0, 0.0, 1.0, 1.0, 0.0)), ink)]


def _person(ink: Colour, _: Colour) -> list[Placed]:
    body: Path = (("M", 0.12, 0.96), *arc(0.5, 0.90, 0.38, pi, 2 * pi, is_joined=True), ("L", 0.88, 0.96), ("Z",))
    return [filled(circle(0.5, 0.26, 0.21), ink), filled(body, ink)]


def _picture(ink: Colour, _: Colour) -> list[Placed]:
    frame = rectangle(0.05, 0.13, 0.90, 0.74) + rectangle(0.14, 0.22, 0.72, 0.56)
    hill = polygon(((0.18, 0.74), (0.42, 0.40), (0.56, 0.58), (0.65, 0.48), (0.82, 0.74)))
    return [filled(frame, ink, is_even_odd=True), filled(hill, ink), filled(circle(0.69, 0.34, 0.065), ink)]


def _bat(ink: Colour, paper: Colour) -> list[Placed]:
    handle = polygon(((0.50, 0.62), (0.62, 0.50), (0.95, 0.83), (0.83, 0.95)))
    return [
        filled(circle(0.37, 0.37, 0.32), ink),
        filled(handle, ink),
        _lined((("M", 0.42, 0.70), ("L", 0.70, 0.42)), paper, 0.06),
        filled(circle(0.80, 0.28, 0.10), ink),
    ]


def _circle_of_three(ink: Colour, _: Colour) -> list[Placed]:
    places = ((0.5, 0.21), (0.20, 0.75), (0.80, 0.75))
    dots: Path = ()
    for x, y in places:
        dots += circle(x, y, 0.17)
    return [_lined(polygon(places), ink, 0.09), filled(dots, ink)]


def _tag(ink: Colour, paper: Colour) -> list[Placed]:
    outline = polygon(((0.04, 0.50), (0.32, 0.20), (0.96, 0.20), (0.96, 0.80), (0.32, 0.80)))
    lines = rectangle(0.46, 0.37, 0.38, 0.07) + rectangle(0.46, 0.56, 0.38, 0.07)
    return [filled(outline, ink), filled(circle(0.28, 0.50, 0.085), paper), filled(lines, paper)]


def _hall(ink: Colour, _: Colour) -> list[Placed]:
    parts = polygon(((0.5, 0.06), (0.97, 0.34), (0.97, 0.40), (0.03, 0.40), (0.03, 0.34)))
    for x in (0.12, 0.35, 0.53, 0.76):
        parts += rectangle(x, 0.47, 0.12, 0.30)
    return [filled(parts + rectangle(0.03, 0.83, 0.94, 0.12), ink)]


def _diamond(ink: Colour, _: Colour) -> list[Placed]:
    outline = polygon(((0.5, 0.10), (0.90, 0.5), (0.5, 0.90), (0.10, 0.5)))
    return [filled(outline + polygon(((0.5, 0.30), (0.70, 0.5), (0.5, 0.70), (0.30, 0.5))), ink, is_even_odd=True)]


MARKS: dict[str, tuple[_Sign, str]] = {
    "delegation-out": (_out, "sea"),
    "delegation-in": (_in, "vermilion"),
    "agreement": (_seal, "vermilion"),
    "ceremony": (_blossom, "sunset"),
    "trainees": (_book, "sea"),
    "staff": (_person, "sea"),
    "exhibition": (_picture, "sunset"),
    "sports": (_bat, "sunset"),
    "organisation": (_circle_of_three, "ink"),
    "renaming": (_tag, "ink"),
    "building": (_hall, "ink"),
    "other": (_diamond, "ink"),
}
"""The sign of each kind and the palette's role it is coloured by."""
