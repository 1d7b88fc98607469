"""A frame drawn into a content stream. The one place where the page's axes (y down) become PDF's (y up).

The stream turns the axes over once, at its head; words and pictures turn themselves back. Graphics state that stands
already is not set again.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct, field
from msgspec.structs import replace

from brochure.drawing.colour import RICH_BLACK, Colour
from brochure.drawing.frame import (
    Anchor,
    Glyphs,
    Gradient,
    Group,
    Item,
    Link,
    Path,
    Picture,
    Placed,
    Shape,
    Stroke,
    Tagged,
)
from brochure.drawing.geometry import HALF_TURN, IDENTITY, Point, Rect, Transform
from brochure.drawing.units import mm
from brochure.edition.profiles import ColourModel, Profile
from brochure.pdf.cid_font import PEN_BELOW_HEAD
from brochure.pdf.colours import fill, is_black_only, number, numbers, stroke
from brochure.pdf.fonts import FontBook, in_order
from brochure.pdf.paths import bounds, joined, turned, written
from brochure.pdf.runs import said, shown_by
from brochure.pdf.tagging import Tagging

_LARGE = mm(20)  # an area both sides of which are so long is printed in rich black
_FINE = 2.0  # points: black lines finer than this overprint
OVERPRINT, KNOCK_OUT, THIN = "Over", "Knock", "Thin"  # names of the graphics states in a page's resources


class PlacedLink(Struct, frozen=True):
    """A link in the sheet's axes (y down) and where it leads."""

    box: Rect
    target: str


class _State(Struct):
    """What the graphics state holds at this point of the stream; empty where nobody knows."""

    fill: str = ""
    colour: Colour | None = None  # what it is filled with
    stroke: str = ""
    pen: str = ""
    overprint: str = KNOCK_OUT
    font: str = ""


def no_ornament(group: Group) -> tuple[str, Rect]:
    """Where there are no ornaments."""
    raise ValueError("no ornaments are known")


class Canvas(Struct):
    """The stream of one sheet while it is drawn, and what it asks of the file around it. Of no `height`, its axes are
    those it is shown in."""

    profile: Profile
    fonts: FontBook
    ambiguous: frozenset[tuple[str, int]]
    height: float
    picture_name: Callable[[Picture], str]
    ornament: Callable[[Group], tuple[str, Rect]] = no_ornament  # its name, and the box it covers in its axes
    operators: list[str] = field(default_factory=list[str])
    links: list[PlacedLink] = field(default_factory=list[PlacedLink])
    anchors: dict[str, Point] = field(default_factory=dict[str, Point])
    says: dict[str, str] = field(default_factory=dict[str, str])  # what links to anchors say of themselves
    gradients: list[Gradient] = field(default_factory=list[Gradient])
    pictures: set[str] = field(default_factory=set[str])
    tags: Tagging | None = None
    _axes: Transform = IDENTITY  # takes the axes that hold now to the sheet's
    _fonts: dict[tuple[str, bool, float], str] = field(default_factory=dict[tuple[str, bool, float], str])
    _odd: dict[str, set[int]] = field(default_factory=dict[str, set[int]])  # ambiguous glyphs as the machine reads them
    _state: _State = field(default_factory=_State)
    _told: str | None = None  # what the group around says, "" once a run has been told so
    _is_told: bool = False  # whether the bracket that says it is open
    _saved: list[_State] = field(default_factory=list[_State])

    def __post_init__(self) -> None:
        if self.height:
            self.operators.append(f"1 0 0 -1 0 {number(self.height)} cm")
        for face, glyph in self.ambiguous:
            self._odd.setdefault(face, set()).add(in_order(glyph))

    def stream(self) -> bytes:
        """The whole content stream."""
        return "\n".join(self.operators).encode("ascii")

    def draw(self, items: tuple[Placed, ...], origin: Point, clip: Path = (), is_turned: bool = False) -> None:
        """Draw items whose axes begin at `origin` of the sheet, cut to `clip` (a path of the sheet) if there is one;
        turned ones stand on their heads."""
        if clip:
            self._save()
            self.operators.append(f"{written(clip)} W n")
        if is_turned:
            items = (Placed(Point(0.0, 0.0), Group(items, HALF_TURN)),)
        self._items(items, origin.x, origin.y)
        if self.tags:
            self.tags.close()
        if clip:
            self._restore()

    def draw_thinly(self, items: tuple[Placed, ...]) -> None:
        """Draw items of the sheet so that what is below shines through."""
        self._save()
        self.operators.append(f"/{THIN} gs")
        self._items(items, 0.0, 0.0)
        self._restore()

    def _items(self, items: tuple[Placed, ...], x: float, y: float) -> None:
        """Draw items whose axes begin at (x, y) of those that hold now."""
        if self.tags is not None:
            self._tagged_items(items, x, y, self.tags)
            return
        for (left, top), item in items:
            self._item(item, x + left, y + top)

    def _tagged_items(self, items: tuple[Placed, ...], x: float, y: float, tags: Tagging) -> None:
        """The same where elements are noted down: words with a link laid over them are in the link's element."""
        for place, ((left, top), item) in enumerate(items, 1):
            over = items[place].item if place < len(items) else None
            target = over.target if isinstance(over, Link) and _is_run(item) else ""
            if target:
                tags.begin_link(target)
            is_begun = isinstance(item, Tagged) and tags.begin(item)
            self._item(item, x + left, y + top)
            if is_begun or target:
                tags.end()

    def _item(self, item: Item, x: float, y: float) -> None:
        match item:
            case Glyphs():
                if self.tags is not None and item.ids:
                    self.tags.words(item.language, item.text if item.is_silent else "")
                self._glyphs(item, x, y)
            case Tagged():
                self._items(item.items, x, y)
            case Group():
                self._group(item, x, y)
            case Shape():
                if self.tags is not None:
                    self.tags.shape()
                    if self.tags.is_figure:
                        self.tags.cover(bounds(item.path, joined(Transform(e=x, f=y), self._axes)))
                self._shape(item, x, y)
            case Picture():
                if self.tags is not None:
                    self.tags.shape()
                    if self.tags.is_figure:
                        self.tags.cover(self._covered(Rect(x, y, *item.size)))
                self._picture(item, x, y)
            case Link():
                if self.tags is not None:
                    self.tags.press(len(self.links), item.target)
                self.links.append(PlacedLink(self._covered(Rect(x, y, *item.size)), item.target))
            case Anchor():
                self.anchors[item.name] = self._axes.apply(x, y)
                if item.says:
                    self.says[item.name] = item.says

    def _covered(self, box: Rect) -> Rect:
        """What a box covers of the sheet."""
        return turned(box, self._axes)

    def _group(self, group: Group, x: float, y: float) -> None:
        if group.said and self._told is None:
            self._told = group.said
            self._group(replace(group, said=""), x, y)
            self._end_told()
            self._told = None
            return
        if group.transform == IDENTITY and not group.clip:
            if group.is_ornament:
                self._ornament(group, x, y)
            else:
                self._items(group.items, x, y)
            return
        self._save()
        turn = group.transform
        turn = turn._replace(e=x + turn.e, f=y + turn.f)
        self.operators.append(f"{numbers(turn)} cm")
        if group.clip:
            self.operators.append(f"{written(group.clip)} W n")
        around, self._axes = self._axes, joined(turn, self._axes)
        self._items(group.items, 0.0, 0.0)
        self._axes = around
        self._restore()

    def _ornament(self, group: Group, x: float, y: float) -> None:
        """Show an ornament. It takes it that nothing overprints where it begins."""
        name, box = self.ornament(group)
        if self.tags is not None:
            self.tags.shape()
            if self.tags.is_figure:
                self.tags.cover(self._covered(Rect(x + box.x, y + box.y, box.width, box.height)))
        self._knock_out()
        move = f"1 0 0 1 {number(x)} {number(y)} cm " if x or y else ""
        self.operators.append(f"q {move}/{name} Do Q")

    def _glyphs(self, run: Glyphs, x: float, y: float) -> None:
        if not run.ids:
            return
        self._set_fill(run.colour, self.profile.overprints and is_black_only(run.colour))
        key = run.face, run.is_vertical, run.size
        font = self._fonts.get(key)
        if font is None:
            font = f"/{self.fonts.resource_name(run.face, run.is_vertical)} {number(run.size)} Tf"
            self._fonts[key] = font
        head = "" if font == self._state.font else f" {font}"
        self._state.font = font
        shown = shown_by(run)
        if run.is_vertical:
            y += PEN_BELOW_HEAD * run.size
        words = f"BT{head} 1 0 0 -1 {number(x)} {number(y)} Tm {shown} ET"
        if self._told:
            self.operators.append(said(self._told))
            self._told, self._is_told = "", True
        if self._is_told:
            pass
        elif run.is_silent or self._told is not None:
            words = f"{said('')} {words} EMC"
        elif self._is_ambiguous(run):
            words = f"{said(run.text)} {words} EMC"
        self.operators.append(words)

    def _is_ambiguous(self, run: Glyphs) -> bool:
        odd = self._odd.get(run.face)
        return odd is not None and not odd.isdisjoint(memoryview(run.ids).cast("H"))

    def _shape(self, shape: Shape, x: float, y: float) -> None:
        path = written(shape.path, x, y)
        if isinstance(shape.fill, Gradient):
            self._gradient(shape.fill, path, x, y, shape.is_even_odd)
        elif shape.fill is not None:
            self._set_fill(self._deepened(shape.fill, shape.path), False)
        if shape.stroke is not None:
            self._set_stroke(shape.stroke)
        is_filled = isinstance(shape.fill, Colour)
        if shape.stroke is not None:
            is_closed = path.endswith(" h")
            paint = ("B*" if shape.is_even_odd else "B") if is_filled else "S"
            self.operators.append(f"{path[:-2]} s" if is_closed and paint == "S" else f"{path} {paint}")
        elif is_filled:
            self.operators.append(f"{path} {'f*' if shape.is_even_odd else 'f'}")

    def _deepened(self, colour: Colour, path: Path) -> Colour:
        """Black of a large area (墨ベタ) with other inks under it: alone it would look grey and show pinholes."""
        if self.profile.colours is ColourModel.RGB or not is_black_only(colour):
            return colour
        box = bounds(path)
        return RICH_BLACK if min(box.width, box.height) >= _LARGE else colour

    def _gradient(self, gradient: Gradient, path: str, x: float, y: float, is_even_odd: bool) -> None:
        if gradient not in self.gradients:
            self.gradients.append(gradient)
        name = f"S{self.gradients.index(gradient) + 1}"
        self._knock_out()
        move = f" 1 0 0 1 {number(x)} {number(y)} cm" if x or y else ""
        self.operators.append(f"q {path} {'W*' if is_even_odd else 'W'} n{move} /{name} sh Q")

    def _picture(self, picture: Picture, x: float, y: float) -> None:
        name = self.picture_name(picture)
        self.pictures.add(name)
        self._knock_out()
        width, height = picture.size
        self.operators.append(f"q {numbers((width, 0.0, 0.0, -height, x, y + height))} cm /{name} Do Q")

    def _set_fill(self, colour: Colour, may_overprint: bool) -> None:
        self._set_overprint(may_overprint)
        if colour is self._state.colour:
            return
        self._state.colour = colour
        operator = fill(colour, self.profile)
        if operator != self._state.fill:
            self._state.fill = operator
            self.operators.append(operator)

    def _set_stroke(self, pen: Stroke) -> None:
        self._set_overprint(pen.width < _FINE and is_black_only(pen.colour))
        operator = stroke(pen.colour, self.profile)
        if operator != self._state.stroke:
            self._state.stroke = operator
            self.operators.append(operator)
        ends = 1 if pen.is_round else 0
        dashes = " ".join(number(dash) for dash in pen.dashes)
        shape = f"{number(pen.width)} w {ends} J {ends} j [{dashes}] 0 d"
        if shape != self._state.pen:
            self._state.pen = shape
            self.operators.append(shape)

    def _set_overprint(self, is_on: bool) -> None:
        wanted = OVERPRINT if is_on and self.profile.overprints else KNOCK_OUT
        if wanted != self._state.overprint:
            self._state.overprint = wanted
            self.operators.append(f"/{wanted} gs")

    def _knock_out(self) -> None:
        self._set_overprint(False)

    def _end_told(self) -> None:
        """End the bracket that says what a group is read as: none goes on beyond a change of axes."""
        if self._is_told:
            self.operators.append("EMC")
            self._is_told = False

    def _save(self) -> None:
        self._end_told()
        if self.tags is not None:
            self.tags.close()
        state = self._state
        self._saved.append(_State(state.fill, state.colour, state.stroke, state.pen, state.overprint, state.font))
        self.operators.append("q")

    def _restore(self) -> None:
        self._end_told()
        if self.tags is not None:
            self.tags.close()
        self._state = self._saved.pop()
        self.operators.append("Q")


def _is_run(item: Item) -> bool:
    """Whether an item is a run of glyphs, lying or standing."""
    return isinstance(item, Glyphs) or (
        isinstance(item, Group) and all(isinstance(inside.item, Glyphs) for inside in item.items)
    )
