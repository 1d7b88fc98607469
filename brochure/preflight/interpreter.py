"""A page's content stream, followed operator by operator, gives the page's facts (ISO 32000-1, clauses 8, 9 and 11).

Forms and patterns are followed where they are used, with the state that holds there. Nothing is drawn; what an area
covers goes down in a coarse map of inks, so that words know what they stand on.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from pikepdf import Array, Dictionary, PdfError, Stream

from brochure.preflight.colour import CMYK, GREY, PATTERN, RGB, Paint, Space, is_dictionary, read_space
from brochure.preflight.external_state import apply_external
from brochure.preflight.facts import Page
from brochure.preflight.geometry import IDENTITY, Box, Matrix, matrix_of, sorted_box
from brochure.preflight.images import is_picture
from brochure.preflight.lexer import BROKEN, PATH, InlineImage, Operand, operators, operators_of_form
from brochure.preflight.objects import text, unpacked
from brochure.preflight.outlines import Outline
from brochure.preflight.painter import Painter
from brochure.preflight.resources import Resources, Store
from brochure.preflight.state import State
from brochure.preflight.writer import Writer

_DEEPEST = 24  # forms within forms
_MOST_OPERATORS = 5_000_000  # a page that goes on longer is not read to its end


class Interpreter:
    """Follows streams and fills a page's lists. One for each page."""

    def __init__(self, page: Page, store: Store) -> None:
        self.page = page
        self._store = store
        self._painter = Painter(page)
        self._writer = Writer(page, self._painter)
        self._paints: dict[tuple[int, tuple[float, ...]], Paint] = {}
        self._tiles: dict[tuple[tuple[int, int], tuple[float, ...]], Mapping[str, float]] = {}
        self._read = 0

    def run(self, data: bytes, entries: Any, state: State, depth: int = 0, base: Matrix = IDENTITY) -> None:
        """Follow one stream with its resources; `base` is what pattern matrices are told in."""
        frame = _Frame(self, Resources(entries, self._store, self._miss), state, depth, base)
        for operator, operands in operators_of_form(data) if depth else operators(data):
            self._read += 1
            if self._read > _MOST_OPERATORS:
                self.page.is_torn = True
                return
            act = _ACTS.get(operator)
            if act is None:
                frame.unknown(operator, operands)
                continue
            try:
                act(frame, operands)
            except (IndexError, TypeError, ValueError, KeyError, AttributeError, OverflowError, ZeroDivisionError):
                self.page.broken.append(operator)
            except (PdfError, RuntimeError):
                self.page.broken.append(operator)
        if frame.saved or frame.is_in_text:
            self.page.broken.append("q without Q" if frame.saved else "BT without ET")

    def _miss(self, kind: str, name: str) -> None:
        self.page.missing.add((kind, name))

    def paint(self, space: Space, values: tuple[float, ...]) -> Paint:
        """A colour, one object for each that is used."""
        key = id(space), values
        found = self._paints.get(key)
        if found is None:
            found = self._paints[key] = Paint(space, values)
            if space not in self.page.spaces:
                self.page.spaces.append(space)
        return found

    def form(self, frame: _Frame, form: Any) -> None:
        """Follow a form XObject (8.10)."""
        if frame.depth >= _DEEPEST:
            self.page.broken.append("forms within forms without end")
            return
        state = frame.state.copy()
        state.ctm = matrix_of(form.get("/Matrix")).then(state.ctm)
        box = form.get("/BBox")
        if box is not None:
            state.clip = state.clip.meet(state.ctm.box(Box(*sorted_box(box))))
        self.group(form.get("/Group"), frame.resources)
        if "/OPI" in form:
            self.page.states.add("OPI")
        if "/PS" in form or text(form.get("/Subtype2", "")) == "/PS":
            self.page.states.add("PostScript")
        entries = form.get("/Resources", frame.resources.entries)
        self.run(self._store.form(form), entries, state, frame.depth + 1, state.ctm)

    def group(self, group: Any, resources: Resources | None) -> None:
        """Take note of a transparency group (11.6.6)."""
        if not isinstance(group, Dictionary) or text(group.get("/S", "")) != "/Transparency":
            return
        self.page.transparency.add("group")
        how = group.get("/CS")
        space = read_space(how, resources.space_entry if resources else lambda name: None) if how is not None else None
        if space is not None:
            self.page.group_spaces.append(space)

    def pattern(self, frame: _Frame, paint: Paint, outline: Outline, is_fill: bool) -> None:
        """Follow the pattern an area is painted with, once for each page and colour."""
        thing = frame.resources.look_up("/Pattern", f"/{paint.pattern}")
        if thing is None:
            return
        matrix = matrix_of(thing.get("/Matrix")).then(frame.base)
        if int(thing.get("/PatternType", 0)) == 2:
            box = outline.box.meet(frame.state.clip)
            self._painter.shading(thing.get("/Shading"), matrix, box, frame.state, frame.resources.space_entry)
            return
        if not isinstance(thing, Stream) or frame.depth >= _DEEPEST:
            return
        key = thing.objgen, paint.values
        if key not in self._tiles:
            self._tiles[key] = {}  # a pattern within itself has no ink
            self._tiles[key] = self._tile(frame, paint, thing, matrix)
        if is_fill:
            self._painter.tiled(outline, frame.state, self._tiles[key])

    def _tile(self, frame: _Frame, paint: Paint, thing: Any, matrix: Matrix) -> Mapping[str, float]:
        """A tiling pattern's cell followed: how much of each ink there is on it on the average (8.7.3)."""
        state = State(ctm=matrix, fill=frame.state.fill, stroke=frame.state.stroke)
        if int(thing.get("/PaintType", 1)) == 2:
            under = paint.space.base or GREY
            state.fill = state.stroke = self.paint(under, paint.values)
        else:
            state.fill = state.stroke = self.paint(GREY, (0.0,))
        state.fill_overprints, state.stroke_overprints = frame.state.fill_overprints, frame.state.stroke_overprints
        cell = Box(*sorted_box(thing.get("/BBox", (0, 0, 1, 1))))
        with self._painter.in_pattern(matrix.box(cell)) as inks:
            self.run(unpacked(thing), thing.get("/Resources"), state, frame.depth + 1, matrix)
        step = abs(float(thing.get("/XStep", 0)) * float(thing.get("/YStep", 0)))
        share = min(1.0, cell.width * cell.height / step) if step else 1.0
        return {plate: value * share for plate, value in inks.grid.mean().items()}

    @property
    def painter(self) -> Painter:
        """What takes areas and pictures down."""
        return self._painter

    @property
    def writer(self) -> Writer:
        """What takes words down."""
        return self._writer


class _Frame:
    """One stream on its way: its resources, its state and the states saved."""

    def __init__(self, interpreter: Interpreter, resources: Resources, state: State, depth: int, base: Matrix) -> None:
        self.to = interpreter
        self.resources = resources
        self.state = state
        self.depth = depth
        self.base = base
        self.saved: list[State] = []
        self.path: list[bytes] = []
        self.is_clipping = False
        self.is_in_text = False
        self.compatible = 0

    def unknown(self, operator: str, operands: list[Operand]) -> None:
        """An operator there is none of, or bytes that are no token; between BX and EX they may stand."""
        if not self.compatible:
            self.to.page.broken.append(str(operands[0])[:40] if operator == BROKEN else operator[:40])

    def save(self, operands: list[Operand]) -> None:
        self.saved.append(self.state.copy())

    def restore(self, operands: list[Operand]) -> None:
        if self.saved:
            self.state = self.saved.pop()
        else:
            self.to.page.broken.append("Q without q")

    def concatenate(self, operands: list[Operand]) -> None:
        self.state.ctm = Matrix(*_floats(operands, 6)).then(self.state.ctm)

    def take_path(self, operands: list[Operand]) -> None:
        self.path.append(operands[0])  # type: ignore[arg-type]

    def clip(self, operands: list[Operand]) -> None:
        self.is_clipping = True

    def end_path(self, fills: bool, strokes: bool, is_even_odd: bool = False) -> None:
        """A path is painted, or only ends; and clips what comes after where it was told to."""
        data, self.path = b" ".join(self.path), []
        state, painter = self.state, self.to.painter
        outline = painter.outline(data, state.ctm, is_even_odd)
        if outline is not None and (fills or strokes):
            fill = state.fill if fills else None
            stroke = state.stroke if strokes else None
            painter.path(outline, state, fill, stroke, fills, strokes)
            for paint in (fill, stroke):
                if paint is not None and paint.pattern:
                    self.to.pattern(self, paint, outline, paint is fill)
        if self.is_clipping:
            self.is_clipping = False
            state.clip = state.clip.meet(outline.box) if outline is not None else Box(0, 0, -1, -1)
            if outline is not None and not outline.is_rectangle:
                state.clip_outlines = (*state.clip_outlines, outline)

    def width(self, operands: list[Operand]) -> None:
        self.state.line_width = _floats(operands, 1)[0]

    def external(self, operands: list[Operand]) -> None:
        """`gs`: what a graphics state dictionary changes (8.4.5)."""
        thing = self.resources.look_up("/ExtGState", str(operands[-1]))
        if thing is None or not is_dictionary(thing):
            return
        apply_external(thing, self.state, self.to.page)
        font = thing.get("/Font")
        if isinstance(font, Array) and len(font) == 2:
            self.state.font, self.state.size = self.resources.font_of(font[0]), float(font[1])
        mask = thing.get("/SMask")
        if is_dictionary(mask):
            self.to.page.transparency.add("soft mask")

    def colour(self, is_stroke: bool, space: Space, operands: list[Operand]) -> None:
        paint = self.to.paint(space, _floats(operands, space.count))
        if is_stroke:
            self.state.stroke = paint
        else:
            self.state.fill = paint

    def colour_space(self, is_stroke: bool, operands: list[Operand]) -> None:
        space = self.resources.space(str(operands[-1]))
        paint = None if space is None else self.to.paint(space, space.initial)
        if is_stroke:
            self.state.stroke = paint
        else:
            self.state.fill = paint

    def colour_values(self, is_stroke: bool, operands: list[Operand]) -> None:
        now = self.state.stroke if is_stroke else self.state.fill
        if now is None:
            return
        if operands and isinstance(operands[-1], str):
            values = tuple(value for value in operands[:-1] if isinstance(value, float))
            space = now.space if now.space.family.value == "Pattern" else PATTERN
            paint = Paint(space, values, operands[-1][1:])
        else:
            count = now.space.count or len(operands)
            paint = self.to.paint(now.space, _floats(operands, count))
        if is_stroke:
            self.state.stroke = paint
        else:
            self.state.fill = paint

    def execute(self, operands: list[Operand]) -> None:
        """`Do`: a picture or a form."""
        thing = self.resources.look_up("/XObject", str(operands[-1]))
        if thing is None:
            return
        subtype = text(thing.get("/Subtype", ""))
        if is_picture(thing):
            self.to.painter.picture(self.resources.pixels(thing), self.state)
        elif subtype == "/Form":
            self.to.form(self, thing)
        elif subtype == "/PS":
            self.to.page.states.add("PostScript")

    def inline_image(self, operands: list[Operand]) -> None:
        image = operands[0]
        if isinstance(image, InlineImage):
            pixels = self.resources.pixels(image)
            if "/LZWDecode" in pixels.filters:
                self.to.page.states.add("LZW")
            self.to.painter.picture(pixels, self.state)

    def shade(self, operands: list[Operand]) -> None:
        thing = self.resources.look_up("/Shading", str(operands[-1]))
        if thing is not None:
            state = self.state
            self.to.painter.shading(thing, state.ctm, state.clip, state, self.resources.space_entry)

    def begin_text(self, operands: list[Operand]) -> None:
        self.is_in_text = True
        self.to.writer.begin()

    def end_text(self, operands: list[Operand]) -> None:
        self.is_in_text = False

    def font(self, operands: list[Operand]) -> None:
        self.state.font = self.resources.font(str(operands[-2]))
        self.state.size = _floats(operands, 1)[0]

    def show(self, operands: list[Operand]) -> None:
        items = operands[-1]
        self.to.writer.show(items if isinstance(items, list) else [items], self.state)

    def next_and_show(self, operands: list[Operand]) -> None:
        self.to.writer.next_line(self.state)
        self.show(operands)

    def spaced_and_shown(self, operands: list[Operand]) -> None:
        words, characters = _floats(operands[:2], 2)
        self.state.word_space, self.state.character_space = words, characters
        self.next_and_show(operands)

    def marked(self, operands: list[Operand]) -> None:
        tag = str(operands[0])
        if tag == "/OC":
            self.to.page.spans.add("OC")
        if len(operands) > 1 and isinstance(operands[1], str):
            self.resources.look_up("/Properties", operands[1])

    def begin_compatible(self, operands: list[Operand]) -> None:
        self.compatible += 1

    def end_compatible(self, operands: list[Operand]) -> None:
        self.compatible -= 1


def _floats(operands: list[Operand], count: int) -> tuple[float, ...]:
    """The last `count` operands, which must be numbers."""
    values = operands[-count:] if count else []
    if len(values) < count or not all(isinstance(value, float) for value in values):
        raise TypeError("numbers wanted")
    return tuple(values)  # type: ignore[arg-type]


_Act = Callable[[_Frame, "list[Operand]"], None]


def _nothing(frame: _Frame, operands: list[Operand]) -> None:
    """Operators that change nothing this looks at."""


def _text(name: str, count: int) -> _Act:
    def act(frame: _Frame, operands: list[Operand]) -> None:
        setattr(frame.state, name, _floats(operands, count)[0])

    return act


_ACTS: dict[str, _Act] = {
    PATH: _Frame.take_path,
    "q": _Frame.save,
    "Q": _Frame.restore,
    "cm": _Frame.concatenate,
    "w": _Frame.width,
    "gs": _Frame.external,
    "W": _Frame.clip,
    "W*": _Frame.clip,
    "n": lambda frame, _: frame.end_path(False, False),
    "f": lambda frame, _: frame.end_path(True, False),
    "F": lambda frame, _: frame.end_path(True, False),
    "f*": lambda frame, _: frame.end_path(True, False, True),
    "S": lambda frame, _: frame.end_path(False, True),
    "s": lambda frame, _: frame.end_path(False, True),
    "B": lambda frame, _: frame.end_path(True, True),
    "B*": lambda frame, _: frame.end_path(True, True, True),
    "b": lambda frame, _: frame.end_path(True, True),
    "b*": lambda frame, _: frame.end_path(True, True, True),
    "g": lambda frame, operands: frame.colour(False, GREY, operands),
    "G": lambda frame, operands: frame.colour(True, GREY, operands),
    "rg": lambda frame, operands: frame.colour(False, RGB, operands),
    "RG": lambda frame, operands: frame.colour(True, RGB, operands),
    "k": lambda frame, operands: frame.colour(False, CMYK, operands),
    "K": lambda frame, operands: frame.colour(True, CMYK, operands),
    "cs": lambda frame, operands: frame.colour_space(False, operands),
    "CS": lambda frame, operands: frame.colour_space(True, operands),
    "sc": lambda frame, operands: frame.colour_values(False, operands),
    "scn": lambda frame, operands: frame.colour_values(False, operands),
    "SC": lambda frame, operands: frame.colour_values(True, operands),
    "SCN": lambda frame, operands: frame.colour_values(True, operands),
    "Do": _Frame.execute,
    "BI": _Frame.inline_image,
    "sh": _Frame.shade,
    "BT": _Frame.begin_text,
    "ET": _Frame.end_text,
    "Tf": _Frame.font,
    "Tc": _text("character_space", 1),
    "Tw": _text("word_space", 1),
    "TL": _text("leading", 1),
    "Ts": _text("rise", 1),
    "Tz": lambda frame, operands: setattr(frame.state, "stretch", _floats(operands, 1)[0] / 100),
    "Tr": lambda frame, operands: setattr(frame.state, "mode", int(_floats(operands, 1)[0])),
    "Td": lambda frame, operands: frame.to.writer.move(*_floats(operands, 2)),
    "TD": lambda frame, operands: frame.to.writer.move_and_lead(frame.state, *_floats(operands, 2)),
    "Tm": lambda frame, operands: frame.to.writer.place(Matrix(*_floats(operands, 6))),
    "T*": lambda frame, _: frame.to.writer.next_line(frame.state),
    "Tj": _Frame.show,
    "TJ": _Frame.show,
    "'": _Frame.next_and_show,
    '"': _Frame.spaced_and_shown,
    "BDC": _Frame.marked,
    "DP": _Frame.marked,
    "BX": _Frame.begin_compatible,
    "EX": _Frame.end_compatible,
    **dict.fromkeys(("J", "j", "M", "d", "ri", "i", "BMC", "MP", "EMC", "d0", "d1", "EI"), _nothing),
}
"""Every operator of table 51, and what is done about it."""
