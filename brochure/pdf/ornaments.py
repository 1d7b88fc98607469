"""Ornaments: art that recurs, in a file once as a form XObject (ISO 32000-1, 8.10) and shown wherever it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256

from msgspec import Struct, field

from brochure.drawing.frame import Gradient, Group, Picture, Placed, Shape
from brochure.drawing.geometry import IDENTITY, Point, Rect, Transform
from brochure.edition.profiles import Profile
from brochure.pdf.canvas import Canvas
from brochure.pdf.colours import spaces
from brochure.pdf.deflate import deflated
from brochure.pdf.fonts import FontBook
from brochure.pdf.paths import about, around, bounds, joined, lengths, turned

_MITRE = 5.0  # how far a pointed corner reaches beyond its path at most, in widths of the line (8.4.3.5)
_MOST = 512  # that are remembered

_known: dict[tuple[int, Profile], tuple[Group, Ornament]] = {}  # by the identity of the group's items, which are held


class Ornament(Struct, frozen=True, array_like=True):
    """An ornament as a profile has it, y down. `stream` are its operators, deflated, `digest` the SHA-256 of what was
    deflated and of the blends and ornaments in it, `box` all it may paint; `gradients` and `ornaments` stand in the
    order of their names (S1 …, X1 …), `spaces` are the names of the colour spaces in it."""

    stream: bytes
    digest: bytes
    box: Rect
    gradients: tuple[Gradient, ...]
    spaces: tuple[str, ...]
    ornaments: tuple[Ornament, ...] = ()


class Shelf(Struct):
    """The ornaments that something shows, by the names it calls them. Whoever asks for them holds their groups as long
    as the shelf."""

    fonts: FontBook
    profile: Profile
    names: dict[Ornament, str] = field(default_factory=dict["Ornament", str])
    _shown: dict[int, tuple[str, Rect]] = field(default_factory=dict[int, tuple[str, Rect]])

    def shown(self, group: Group) -> tuple[str, Rect]:
        """The name of an ornament, and what box it covers in its own axes."""
        known = self._shown.get(id(group.items))
        if known is None:
            found = cast(group, self.fonts, self.profile)
            known = self.names.setdefault(found, f"X{len(self.names) + 1}"), found.box
            self._shown[id(group.items)] = known
        return known


def all_in(ornaments: Iterable[Ornament]) -> Iterator[Ornament]:
    """Each of these and the ornaments in it, which come first."""
    for each in ornaments:
        yield from all_in(each.ornaments)
        yield each


def cast(group: Group, fonts: FontBook, profile: Profile) -> Ornament:
    """The ornament of a group; the same group is drawn once for all files of a profile. Raises ValueError where it
    holds anything but shapes."""
    key = id(group.items), profile
    known = _known.get(key)
    if known is None:
        if len(_known) >= _MOST:
            _known.clear()
        known = _known[key] = group, _drawn(group, fonts, profile)
    return known[1]


def _drawn(group: Group, fonts: FontBook, profile: Profile) -> Ornament:
    box = _reach(group.items)
    shelf = Shelf(fonts, profile)
    canvas = Canvas(profile, fonts, 0.0, _no_picture, shelf.shown)
    canvas.draw(group.items, Point(0.0, 0.0))
    stream = canvas.stream()
    names = tuple(name for name in spaces(profile) if f"/{name} ".encode() in stream)
    inner = tuple(shelf.names)
    blends = [repr(each).encode() for each in canvas.gradients]  # the stream has but their names
    digest = sha256(b"".join((stream, *(each.digest for each in inner), *blends))).digest()
    return Ornament(deflated(stream), digest, box, tuple(canvas.gradients), names, inner)


def _reach(items: tuple[Placed, ...], axes: Transform = IDENTITY) -> Rect:
    """All that items may paint, in the axes that `axes` takes them to."""
    found: list[Rect] = []
    areas: list[float] = []  # lengths of shapes in the axes of the whole without a line about them: most art is so
    for placed in items:
        item, x, y = placed.item, placed.x, placed.y
        there = joined(Transform(e=x, f=y), axes) if x or y or axes is not IDENTITY else IDENTITY
        if isinstance(item, Shape):
            if item.stroke is None and there is IDENTITY:
                areas += lengths(item.path)
            else:
                margin = item.stroke.width * _MITRE if item.stroke else 0.0
                found.append(turned(bounds(item.path).inset(-margin, -margin, -margin, -margin), there))
        elif isinstance(item, Group):
            within = joined(item.transform, there)
            found.append(bounds(item.clip, within) if item.clip else _reach(item.items, within))
        else:
            raise ValueError(f"an ornament is of shapes alone: {type(item).__name__}")
    if areas:
        found.append(around(areas))
    return about([Point(x, y) for box in found for x, y in ((box.x, box.y), (box.right, box.bottom))])


def _no_picture(picture: Picture) -> str:
    raise ValueError(f"an ornament is of shapes alone: {picture.file}")
