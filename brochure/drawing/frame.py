"""The frame: the treaty between layout and every output.

A frame is a size and a tuple of placed items, in reading order. It is plain frozen data: comparable, hashable,
picklable, printable (`describe.py`). Nothing in it knows what it stands in, so the collector need not follow it
(`gc=False`). Layout knows no PDF; the PDF writer knows no paragraph.
Lengths in points, origin at the frame's top left, y down. Painting order is the order of the items.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias, TypeVar

from msgspec import Struct, field

from brochure.drawing.colour import BLACK, Colour
from brochure.drawing.geometry import IDENTITY, Point, Rect, Size, Transform
from brochure.drawing.structure import Role

Segment: TypeAlias = tuple[str | float, ...]
"""One step of a path: ("M", x, y), ("L", x, y), ("C", x1, y1, x2, y2, x, y) or ("Z",)."""

Path: TypeAlias = tuple[Segment, ...]


class Outline(Struct, frozen=True, gc=False):
    """A path of many steps, flat, for art that has hundreds: the letters of its steps and all their lengths, x and y by
    turns. Gone through, it gives its segments."""

    steps: str
    lengths: tuple[float, ...]

    def __iter__(self) -> Iterator[Segment]:
        at = 0
        for step in self.steps:
            end = at + _LENGTHS[step]
            yield (step, *self.lengths[at:end])
            at = end


_LENGTHS = {"M": 2, "L": 2, "C": 6, "Z": 0}


class Gradient(Struct, frozen=True, gc=False):
    """A blend of colours along a line (`radius` 0) or outward from `start` to `radius`; stops run from 0 to 1."""

    start: Point
    end: Point
    stops: tuple[tuple[float, Colour], ...]
    radius: float = 0.0


Paint: TypeAlias = Colour | Gradient


class Stroke(Struct, frozen=True, gc=False):
    """How a line is drawn: its colour, its width in points, its dashes in points, butt or round ends and joins."""

    colour: Colour = BLACK
    width: float = 0.5
    dashes: tuple[float, ...] = ()
    is_round: bool = False


class Shape(Struct, frozen=True, gc=False):
    """A path that is filled, stroked or both."""

    path: Path | Outline
    fill: Paint | None = None
    stroke: Stroke | None = None
    is_even_odd: bool = False


class Glyphs(Struct, frozen=True, gc=False):
    """A run of glyphs of one face, placed at the baseline origin of its first glyph.

    `ids` holds two bytes a glyph, big end first: what an Identity-H content stream shows. `shifts` are extra moves of
    the pen *before* glyph number i, in thousandths of `size`, positive moving on along the line; all other moves are
    the face's own advances. `text` is the copy the glyphs stand for; `texts`, one string a glyph, is given only where
    glyphs and characters are not one to one. `width` is the whole run's set width in points. In a vertical run the pen
    moves down, and the placed position is the top centre of the first glyph's body (PDF vertical origin). What
    `is_silent` is drawn but no part of the copy (ruby, emphasis marks, hyphens).
    """

    face: str
    size: float
    ids: bytes
    text: str
    width: float
    shifts: tuple[tuple[int, float], ...] = ()
    texts: tuple[str, ...] = ()
    colour: Colour = BLACK
    language: str = ""
    is_vertical: bool = False
    is_silent: bool = False


K = TypeVar("K")

WHOLE = Rect(0.0, 0.0, 1.0, 1.0)


class Picture(Struct, frozen=True, gc=False):
    """A raster picture of the author's, filling `size`; `crop` is the part shown, in shares of the whole (0 to 1)."""

    file: str
    size: Size
    crop: Rect = WHOLE


class Link(Struct, frozen=True, gc=False):
    """A place to press: the box it covers and where it leads, an anchor's name of this book (`#name`) or a URL."""

    size: Size
    target: str


class Anchor(Struct, frozen=True, gc=False):
    """A place links and bookmarks can lead to; names are unique in a book. `says` is what a link to it says of itself,
    where no bookmark leads there.
    """

    name: str
    says: str = ""


class Group(Struct, frozen=True, gc=False):
    """Items drawn together: moved and turned by `transform`, and cut to `clip` (a path in the group's own axes).

    `said` is the copy its glyphs are read as, where a program that goes by their places would read it otherwise.
    An ornament is art of shapes alone that recurs: a file holds it once.
    """

    items: tuple[Placed, ...]
    transform: Transform = IDENTITY
    clip: Path = ()
    said: str = ""
    is_ornament: bool = False


class Tagged(Struct, frozen=True, gc=False):
    """Items that are one element to a reader who hears the page.

    `origin` is the content key the words came from (provenance), `alternative` what a figure shows, in words; `number`
    tells parts of one origin apart: its paragraphs. `columns` is how many of its table a cell covers.
    """

    role: Role
    items: tuple[Placed, ...]
    language: str = ""
    alternative: str = ""
    origin: str = ""
    number: int = 0
    columns: int = 1


Item: TypeAlias = Shape | Glyphs | Picture | Link | Anchor | Group | Tagged


class Placed(Struct, frozen=True, gc=False):
    """An item, and where its origin stands in the frame around it."""

    item: Item
    x: float = 0.0
    y: float = 0.0

    def moved(self, across: float, down: float) -> Placed:
        """The same item, so many points farther right and down."""
        return Placed(self.item, self.x + across, self.y + down)


class Frame(Struct, frozen=True, gc=False):
    """A size and what is drawn in it; items may reach beyond the size (bleed does)."""

    size: Size
    items: tuple[Placed, ...] = field(default=())

    def placed(self, x: float, y: float) -> Placed:
        """This frame as one item at (x, y) of another."""
        items = self.items
        return items[0].moved(x, y) if len(items) == 1 else Placed(Group(items), x, y)

    def as_ornament(self) -> Frame:
        """This frame as one ornament."""
        return Frame(self.size, (Placed(Group(self.items, is_ornament=True)),))


def rectangle(x: float, y: float, width: float, height: float) -> Path:
    """The path of a box."""
    return (("M", x, y), ("L", x + width, y), ("L", x + width, y + height), ("L", x, y + height), ("Z",))


def line(x1: float, y1: float, x2: float, y2: float) -> Path:
    """The path of a straight line."""
    return (("M", x1, y1), ("L", x2, y2))


def polygon(points: tuple[tuple[float, float], ...]) -> Path:
    """The closed path through the points."""
    head, *rest = points
    return (("M", *head), *(("L", *point) for point in rest), ("Z",))


_CIRCLE = 0.5522847498  # control distance of a quarter circle drawn as one Bézier, in radii


def ellipse(x: float, y: float, rx: float, ry: float) -> Path:
    """The closed path of an ellipse about (x, y)."""
    kx, ky = rx * _CIRCLE, ry * _CIRCLE
    return (
        ("M", x + rx, y),
        ("C", x + rx, y + ky, x + kx, y + ry, x, y + ry),
        ("C", x - kx, y + ry, x - rx, y + ky, x - rx, y),
        ("C", x - rx, y - ky, x - kx, y - ry, x, y - ry),
        ("C", x + kx, y - ry, x + rx, y - ky, x + rx, y),
        ("Z",),
    )


def circle(x: float, y: float, radius: float) -> Path:
    """The closed path of a circle about (x, y)."""
    return ellipse(x, y, radius, radius)


def walk(items: tuple[Placed, ...]) -> Iterator[Placed]:
    """Every item with the position it has in its own group, groups and tagged parts opened, in reading order."""
    found: list[Placed] = []
    _gather(items, found)
    return iter(found)


def _gather(items: tuple[Placed, ...], found: list[Placed]) -> None:
    for placed in items:
        found.append(placed)
        item = placed.item
        if type(item) is Group or type(item) is Tagged:
            _gather(item.items, found)


def items_of(items: tuple[Placed, ...], *kinds: type[K]) -> list[K]:
    """The items of some kinds, groups and tagged parts opened, in reading order."""
    found: list[Any] = []
    _pick(items, kinds, found)
    return found


def _pick(items: tuple[Placed, ...], kinds: tuple[type, ...], found: list[Any]) -> None:
    for placed in items:
        item = placed.item
        if type(item) in kinds:
            found.append(item)
        while type(item) is Tagged or type(item) is Group:
            if len(item.items) != 1:
                _pick(item.items, kinds, found)
                break
            item = item.items[0].item  # most have one item: no call is made for it
            if type(item) in kinds:
                found.append(item)


def text_of(items: tuple[Placed, ...]) -> str:
    """The copy of all glyphs in reading order, run after run, without anything between them."""
    found: list[str] = []
    _read(items, found)
    return "".join(found)


def _read(items: tuple[Placed, ...], found: list[str]) -> None:
    for placed in items:
        item = placed.item
        if type(item) is Group or type(item) is Tagged:
            _read(item.items, found)
        elif type(item) is Glyphs and not item.is_silent:
            found.append(item.text)
