"""What stands beside the marks: the colour bar, the names of the plates, and the line that says what the sheet is.

All of it lies outside the bleed, in the half of the margin between a corner and a centre mark. Its words are no copy of
the booklet's: they are drawn, but not copied out. The line is on the black plate alone, so that the plates of two
languages differ in nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from brochure.drawing.colour import BLACK, Colour
from brochure.drawing.frame import Frame, Glyphs, Group, Placed, Shape, Tagged, rectangle
from brochure.drawing.geometry import Point, Rect, Transform
from brochure.drawing.units import mm
from brochure.edition.profiles import Profile

Setter = Callable[[str, Colour], Frame]
"""Sets a line of small words in a colour."""

_CLEAR = mm(11)  # from the corner and the centre mark
_AWAY = mm(4)  # from the bleed to the bar's near edge and to the words' baseline
_PATCH = mm(4)
_WORDS = 5.0  # points: the height of the slug's words

_PLATES = (
    ("Cyan", Colour(cyan=1.0)),
    ("Magenta", Colour(magenta=1.0)),
    ("Yellow", Colour(yellow=1.0)),
    ("Black", Colour(black=1.0)),
)
_HALVES = tuple(colour.tint(0.5) for _, colour in _PLATES)
_PAIRS = (Colour(0.0, 1.0, 1.0), Colour(1.0, 0.0, 1.0), Colour(1.0, 1.0, 0.0))


class Slug(Struct, frozen=True):
    """What the line says of every sheet of a file; `setter` sets its words."""

    job: str
    date: str
    language: str
    setter: Setter

    def line(self, sheet: str) -> str:
        """`rumoi-ja  2026-11  ja  p. 3`."""
        return f"{self.job}  {self.date}  {self.language}  p. {sheet}"


def beside(trim: Rect, profile: Profile, slug: Slug | None, sheet: str) -> tuple[Placed, ...]:
    """The bar over the left half of the sheet, the line under it, the plates' names under the right half."""
    room = trim.width / 2 - 2 * _CLEAR
    items: list[Placed] = []
    if profile.has_colour_bar:
        items.extend(_bar(Point(trim.x + _CLEAR, trim.y - profile.bleed - _AWAY - _PATCH), room, profile))
    if profile.has_slug_line and slug is not None:
        baseline = trim.bottom + profile.bleed + _AWAY + _WORDS
        items.extend(_fitted(slug.setter(slug.line(sheet), BLACK), trim.x + _CLEAR, baseline, room))
        x = trim.x + trim.width / 2 + _CLEAR
        names = [*_PLATES, *((spot.name, Colour(*spot.inks, spot=spot)) for spot in profile.spots)]
        frames = [slug.setter(name, colour) for name, colour in names]
        wanted = sum(frame.size.width for frame in frames) + 4.0 * (len(frames) - 1)
        scale = min(1.0, room / wanted)
        for frame in frames:
            items.extend(_fitted(frame, x, baseline, frame.size.width * scale))
            x += (frame.size.width + 4.0) * scale
    return tuple(items)


def _bar(at: Point, room: float, profile: Profile) -> Iterator[Placed]:
    """Patches of the solids, their halves, their pairs and the inks of their own: as many as there is room for."""
    spots = tuple(Colour(*spot.inks, spot=spot) for spot in profile.spots)
    colours = (*(colour for _, colour in reversed(_PLATES)), *spots, *_HALVES, *_PAIRS)
    for number, colour in enumerate(colours[: max(0, int(room / _PATCH))]):
        yield Placed(Shape(rectangle(number * _PATCH, 0.0, _PATCH, _PATCH), fill=colour), at.x, at.y)


def _fitted(frame: Frame, x: float, baseline: float, room: float) -> Iterator[Placed]:
    """A line of words, made smaller where it is longer than its room."""
    scale = min(1.0, room / frame.size.width) if frame.size.width else 1.0
    group = Group(silenced(frame.items), Transform(scale, 0.0, 0.0, scale, 0.0, 0.0))
    yield Placed(group, x, baseline - frame.size.height * scale)


def silenced(items: tuple[Placed, ...]) -> tuple[Placed, ...]:
    """The same items, their words drawn but no part of the copy."""
    return tuple(Placed(_silent(each.item), each.x, each.y) for each in items)


def _silent(item: object) -> Glyphs:  # every item comes back as what it was
    if isinstance(item, Glyphs):
        return replace(item, is_silent=True)
    if isinstance(item, Group | Tagged):
        return replace(item, items=silenced(item.items))  # type: ignore[return-value]
    return item  # type: ignore[return-value]
