"""A frame drawn into a content stream. The one place where the page's axes (y down) become PDF's (y up).

The stream turns the axes over once, at its head; words and pictures turn themselves back. Graphics state that stands
already is not set again. A book's pages have hundreds of thousands of items, so each is drawn in few calls.
"""

from __future__ import annotations

from collections.abc import Callable, Set
from typing import Protocol, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from brochure.drawing.colour import RICH_BLACK, Colour
from brochure.drawing.frame import (
    Anchor,
    Glyphs,
    Gradient,
    Group,
    Item,
    Link,
    Outline,
    Path,
    Picture,
    Placed,
    Shape,
    Tagged,
)
from brochure.drawing.geometry import HALF_TURN, IDENTITY, Point, Rect, Transform
from brochure.drawing.units import mm
from brochure.edition.profiles import ColourModel, Profile
from brochure.pdf.colours import is_black_only, number, numbers
from brochure.pdf.fonts import in_order
from brochure.pdf.paths import bounds, joined, turned, written
from brochure.pdf.runs import PEN_BELOW_HEAD, said, shifted
from brochure.pdf.state import THIN, State
from brochure.pdf.tagging import Tagging

_LARGE = mm(20)  # an area both sides of which are so long is printed in rich black
_NEVER = 0  # the place of a run of which nothing more is told: the axes' own


class PlacedLink(Struct, frozen=True, array_like=True):
    """A link in the sheet's axes (y down) and where it leads."""

    box: Rect
    target: str


Shown: TypeAlias = tuple[int, Glyphs]
"""A run, and the place of the operator that shows it."""


class Fonts(Protocol):
    """What names the fonts of a stream."""

    def resource_name(self, face_key: str, is_vertical: bool = False) -> str:
        """What the stream calls a face by, set horizontally or vertically."""
        ...


def no_ornament(group: Group) -> tuple[str, Rect]:
    """Where there are no ornaments."""
    raise ValueError("no ornaments are known")


class Canvas:
    """The stream of one sheet while it is drawn, and what it asks of the file around it. Of no `height`, its axes are
    those it is shown in. `picture_name` and `ornament` say what those are called, and what box an ornament covers in
    its axes. Of the anchors `says` has what links to them say of themselves; `runs` are those shown, by face key and
    way, each with the place of its operator.
    """

    def __init__(
        self,
        profile: Profile,
        fonts: Fonts,
        height: float,
        picture_name: Callable[[Picture], str],
        ornament: Callable[[Group], tuple[str, Rect]] = no_ornament,
    ) -> None:
        self.operators = [f"1 0 0 -1 0 {number(height)} cm" if height else ""]
        self.links: list[PlacedLink] = []
        self.anchors: dict[str, Point] = {}
        self.says: dict[str, str] = {}
        self.gradients: list[Gradient] = []
        self.runs: dict[tuple[str, bool], list[Shown]] = {}
        self.tags: Tagging | None = None
        self._profile = profile
        self._overprints = profile.overprints
        self._fonts = fonts
        self._picture_name = picture_name
        self._ornament_name = ornament
        self._axes = IDENTITY  # takes the axes that hold now to the sheet's
        self._used: dict[tuple[str, bool, float], tuple[str, list[Shown]]] = {}
        self._state = State(profile, self.operators)
        self._told: str | None = None  # what the group around says, "" once a run has been told so
        self._is_told = False  # whether the bracket that says it is open
        self._saved: list[State] = []

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
            items = (Placed(Group(items, HALF_TURN)),)
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

    def tell(self, ambiguous: Set[tuple[str, int]]) -> None:
        """Say the text of each run drawn in which one of these glyphs stands, by face key and number."""
        odd: dict[str, set[int]] = {}
        for face, glyph in ambiguous:
            odd.setdefault(face, set()).add(in_order(glyph))
        for (face, _), shown in self.runs.items():
            here = odd.get(face, set())
            for place, run in shown if here else ():
                if place != _NEVER and not here.isdisjoint(memoryview(run.ids).cast("H")):
                    self.operators[place] = f"{said(run.text)} {self.operators[place]} EMC"

    def _items(self, items: tuple[Placed, ...], x: float, y: float) -> None:
        """Draw items whose axes begin at (x, y) of those that hold now. Of tags around one item alone, which most are,
        the one is drawn without further ado. Words with a link laid over them are in the link's element."""
        tags = self.tags
        count = len(items)
        for at, placed in enumerate(items, 1):
            item, left, top = placed.item, x + placed.x, y + placed.y
            if type(item) is Tagged:
                around = tags.around if tags is not None else None
                while type(item) is Tagged:
                    if tags is not None:
                        tags.begin(item)
                    inside = item.items
                    if len(inside) != 1:
                        self._items(inside, left, top)
                        break
                    only = inside[0]
                    item, left, top = only.item, left + only.x, top + only.y
                else:
                    if type(item) is Glyphs:
                        self._glyphs(item, left, top)
                    else:
                        self._item(item, left, top)
                if tags is not None and around is not None:
                    tags.around = around
            elif type(item) is Shape:
                self._shape(item, left, top)
            elif at < count and tags is not None and type(over := items[at].item) is Link and _is_run(item):
                around = tags.around
                tags.begin_link(over.target)
                self._item(item, left, top)
                tags.around = around
            elif type(item) is Glyphs:
                self._glyphs(item, left, top)
            else:
                self._item(item, left, top)

    def _item(self, item: Item, x: float, y: float) -> None:
        if type(item) is Shape:
            self._shape(item, x, y)
        elif type(item) is Group:
            self._group(item, x, y)
        elif type(item) is Glyphs:
            self._glyphs(item, x, y)
        else:
            self._rarer(item, x, y)

    def _rarer(self, item: Item, x: float, y: float) -> None:
        match item:
            case Picture():
                self._picture(item, x, y)
            case Link():
                if self.tags is not None:
                    self.tags.press(len(self.links), item.target)
                self.links.append(PlacedLink(turned(Rect(x, y, *item.size), self._axes), item.target))
            case Anchor():
                self.anchors[item.name] = self._axes.apply(x, y)
                if item.says:
                    self.says[item.name] = item.says
            case _:
                self._items((Placed(item, x, y),), 0.0, 0.0)

    def _group(self, group: Group, x: float, y: float) -> None:
        turn = group.transform
        if group.said and self._told is None:
            self._told = group.said
            self._group(replace(group, said=""), x, y)
            self._end_told()
            self._told = None
        elif group.clip or (turn is not IDENTITY and turn != IDENTITY):
            self._save()
            turn = turn._replace(e=x + turn.e, f=y + turn.f)
            self.operators.append(f"{numbers(turn)} cm")
            if group.clip:
                self.operators.append(f"{written(group.clip)} W n")
            around, self._axes = self._axes, joined(turn, self._axes)
            self._items(group.items, 0.0, 0.0)
            self._axes = around
            self._restore()
        elif group.is_ornament:
            self._ornament(group, x, y)
        else:
            self._items(group.items, x, y)

    def _ornament(self, group: Group, x: float, y: float) -> None:
        """Show an ornament. It takes it that nothing overprints where it begins."""
        name, box = self._ornament_name(group)
        self._show(box, x, y)
        move = f"1 0 0 1 {number(x)} {number(y)} cm " if x or y else ""
        self.operators.append(f"q {move}/{name} Do Q")

    def _picture(self, picture: Picture, x: float, y: float) -> None:
        width, height = picture.size
        self._show(Rect(0.0, 0.0, width, height), x, y)
        placed = numbers((width, 0.0, 0.0, -height, x, y + height))
        self.operators.append(f"q {placed} cm /{self._picture_name(picture)} Do Q")

    def _show(self, box: Rect, x: float, y: float) -> None:
        """What is drawn next covers a box, seen from (x, y), and spares out what is below."""
        if self.tags is not None and self.tags.shape():
            self.tags.cover(turned(Rect(x + box.x, y + box.y, box.width, box.height), self._axes))
        if self._overprints:
            self._state.overprint(False)

    def _glyphs(self, run: Glyphs, x: float, y: float) -> None:
        ids = run.ids
        if not ids:
            return
        face, size, shifts, is_vertical, is_silent = run.face, run.size, run.shifts, run.is_vertical, run.is_silent
        state = self._state
        if self.tags is not None:
            self.tags.words(run.language, run.text if is_silent else "")
        if run.colour is not state.colour or self._overprints:
            state.fill_with(run.colour, may_overprint=True)
        font, shown = self._used.get((face, is_vertical, size)) or self._font(face, is_vertical, size)
        if is_vertical:
            y += PEN_BELOW_HEAD * size
        operator = shifted(ids, shifts, is_vertical) if shifts else f"<{ids.hex()}> Tj"
        if font is state.font:
            words = f"BT 1 0 0 -1 {number(x)} {number(y)} Tm {operator} ET"
        else:
            state.font = font
            words = f"BT {font} 1 0 0 -1 {number(x)} {number(y)} Tm {operator} ET"
        operators = self.operators
        if self._told is None and not is_silent:
            shown.append((len(operators), run))
        else:
            shown.append((_NEVER, run))
            if self._told:
                operators.append(said(self._told))
                self._told, self._is_told = "", True
            if not self._is_told:
                words = f"{said('')} {words} EMC"
        operators.append(words)

    def _font(self, face: str, is_vertical: bool, size: float) -> tuple[str, list[Shown]]:
        """The operator that takes a font, and where its runs go."""
        name = self._fonts.resource_name(face, is_vertical)
        shown = self.runs.setdefault((face, is_vertical), [])
        found = self._used[face, is_vertical, size] = f"/{name} {number(size)} Tf", shown
        return found

    def _shape(self, shape: Shape, x: float, y: float) -> None:
        if self.tags is not None and self.tags.shape():
            self.tags.cover(bounds(shape.path, joined(Transform(e=x, f=y), self._axes)))
        path = written(shape.path, x, y)
        paint, pen = shape.fill, shape.stroke
        how = ""
        if isinstance(paint, Gradient):
            self._gradient(paint, path, x, y, shape.is_even_odd)
        elif paint is not None:
            self._state.fill_with(self._deepened(paint, shape.path))
            how = ("f" if pen is None else "B") + ("*" if shape.is_even_odd else "")
        if pen is not None:
            self._state.draw_with(pen)
            if not how:
                self.operators.append(f"{path[:-2]} s" if path.endswith(" h") else f"{path} S")
        if how:
            self.operators.append(f"{path} {how}")

    def _deepened(self, colour: Colour, path: Path | Outline) -> Colour:
        """Black of a large area (墨ベタ) with other inks under it: alone it would look grey and show pinholes."""
        if self._profile.colours is ColourModel.RGB or not is_black_only(colour):
            return colour
        box = bounds(path)
        return RICH_BLACK if min(box.width, box.height) >= _LARGE else colour

    def _gradient(self, gradient: Gradient, path: str, x: float, y: float, is_even_odd: bool) -> None:
        if gradient not in self.gradients:
            self.gradients.append(gradient)
        name = f"S{self.gradients.index(gradient) + 1}"
        self._state.overprint(False)
        move = f" 1 0 0 1 {number(x)} {number(y)} cm" if x or y else ""
        self.operators.append(f"q {path} {'W*' if is_even_odd else 'W'} n{move} /{name} sh Q")

    def _end_told(self) -> None:
        """End the bracket that says what a group is read as: none goes on beyond a change of axes."""
        if self._is_told:
            self.operators.append("EMC")
            self._is_told = False

    def _save(self) -> None:
        self._end_told()
        if self.tags is not None:
            self.tags.close()
        self._saved.append(self._state.saved())
        self.operators.append("q")

    def _restore(self) -> None:
        self._end_told()
        if self.tags is not None:
            self.tags.close()
        self._state = self._saved.pop()
        self.operators.append("Q")


def _is_run(item: Item) -> bool:
    """Whether an item is a run of glyphs, lying or standing."""
    return type(item) is Glyphs or (type(item) is Group and all(type(inside.item) is Glyphs for inside in item.items))
