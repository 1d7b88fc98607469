"""Areas, lines, pictures and blends on their way into a page's facts and its map of inks."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import contextmanager
from hashlib import sha256
from math import hypot
from typing import Any

from brochure.preflight.codes import code_of_polygons
from brochure.preflight.colour import BLACK, CMYK, Paint, Space, is_dictionary, read_space
from brochure.preflight.facts import Blended, Drawn, Page, Placed
from brochure.preflight.functions import FunctionError, read_function
from brochure.preflight.geometry import Box, Matrix
from brochure.preflight.grid import CELL, Brush, inks_of
from brochure.preflight.images import Pixels
from brochure.preflight.ink_map import InkMap
from brochure.preflight.outlines import Outline, polygons, read_outline
from brochure.preflight.state import NORMAL, State

_THIN_BLACK = 2.0  # points: black lines thinner than this should overprint
_STRONG = 64  # steps of ink, 25 %: what shows beside black that is a hair off
_DARK = 102  # steps of ink, 40 %: what shows through grey
_STEPS = 64  # colours a blend is looked up in
_MANY = 20  # subpaths: what has more may be a QR code
_HAIR = 0.3  # points: thinner lines cover too little to count
_DARKENING = ("Multiply", "Darken", "ColorBurn")
_UNIT = Box(0.0, 0.0, 1.0, 1.0)
_SQUARE = b"0 0 m 1 0 l 1 1 l 0 1 l h"


class Painter:
    """Takes down what is painted on one page."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.inks = InkMap(page.printed)
        page.inks = self.inks
        self._is_in_pattern = False
        self._brushes: dict[tuple[int, bool, int, float, str], Brush] = {}

    @contextmanager
    def in_pattern(self, cell: Box) -> Generator[InkMap]:
        """While a pattern's cell is followed: it is repeated elsewhere, so places in it mean little, and its ink goes
        down on a map of its own."""
        before, self._is_in_pattern = (self.inks, self._is_in_pattern), True
        self.inks = inks = InkMap(cell)
        try:
            yield inks
        finally:
            self.inks, self._is_in_pattern = before

    def tiled(self, outline: Outline, state: State, inks: Mapping[str, float]) -> None:
        """Fill an outline with the mean ink of a pattern's cell; between its drawings lies what is below."""
        self.inks.clip = state.clip_outlines
        self._fill(outline, outline.box.meet(_open(state)), Brush(inks_of(inks), keeps_others=True))

    @property
    def is_in_pattern(self) -> bool:
        """Whether what comes now belongs to a pattern's cell."""
        return self._is_in_pattern

    def outline(self, data: bytes, ctm: Matrix, is_even_odd: bool) -> Outline | None:
        """A path on the page."""
        return read_outline(data, ctm, is_even_odd) if data else None

    def path(
        self, outline: Outline, state: State, fill: Paint | None, stroke: Paint | None, fills: bool, strokes: bool
    ) -> None:
        """A path filled or stroked."""
        thinnest = min(outline.box.width, outline.box.height)
        width = state.line_width * state.ctm.least_scale if strokes else thinnest
        box = outline.box.meet(state.clip) if not strokes else outline.box.grown(width / 2).meet(state.clip)
        if box.is_empty:
            return
        self.note(state, fills, strokes)
        under = 0.0
        is_thin_black = stroke is not None and stroke.is_black and width < _THIN_BLACK and not state.stroke_overprints
        is_grey_over = fill is not None and state.fill_overprints and not fill.pattern and fill.is_grey
        if (is_thin_black and not fills) or is_grey_over:
            under = self.inks.share(box, _is_colour, _DARK if is_grey_over else _STRONG)
        self._page.drawn.append(
            Drawn(
                box,
                fill,
                stroke,
                width,
                state.fill_overprints,
                state.stroke_overprints,
                outline.is_rectangle,
                outline.is_straight,
                under,
                self._is_in_pattern,
            )
        )
        if fill is not None and outline.is_straight and outline.data.count(b"m") > _MANY:
            code = code_of_polygons(polygons(outline), outline.box, fill, len(self._page.drawn) - 1)
            if code is not None:
                self._page.codes.append(code)
        told = _told(outline) if self._page.plates is not None else b""
        self.inks.clip = state.clip_outlines
        inked = outline.box.grown(width / 2 if strokes else 0.0).meet(_open(state))
        if fill is not None and not fill.pattern:
            self.log(told, box, fill, state, False)
            self._fill(outline, inked, self._brush(fill, state, False))
        if stroke is not None and not stroke.pattern:
            self.log(told and _told(outline, width), box, stroke, state, True)
            self._line(outline, inked, width, self._brush(stroke, state, True))

    def words(self, box: Box, share: float, paint: Paint, state: State, is_stroke: bool) -> None:
        """Type, as the share of its box that has ink."""
        self.inks.clip = state.clip_outlines
        if not paint.pattern:
            self.inks.fill(box, self._brush(paint, state, is_stroke), share)

    def log(self, what: bytes, box: Box, paint: Paint | None, state: State, is_stroke: bool) -> None:
        """Write a painting down for the plates it changes, where somebody wants to know."""
        log = self._page.plates
        if log is None or paint is None:
            return
        overprints = state.stroke_overprints if is_stroke else state.fill_overprints
        keeps = overprints and (paint.space is not CMYK or state.overprint_mode == 1)
        alpha = state.stroke_alpha if is_stroke else state.fill_alpha
        clips = map(_told, state.clip_outlines)
        key = b" ".join((what, f"{_short(state.clip)} {alpha:.3f} {state.blend}".encode(), *clips))
        log.take(key, box, paint.inks, keeps, self.inks)

    def _fill(self, outline: Outline, box: Box, brush: Brush) -> None:
        if outline.is_rectangle:
            self.inks.fill(box, brush)
        else:
            self.inks.fill_outline(outline, box, brush)

    def _line(self, outline: Outline, box: Box, width: float, brush: Brush) -> None:
        """Lines along an axis are boxes; others are followed, but for hairs."""
        if outline.box.width < 0.01 or outline.box.height < 0.01:
            self.inks.fill(box, brush)
        elif width >= _HAIR:
            self.inks.stroke(outline, width, box, brush)

    def picture(self, pixels: Pixels, state: State) -> None:
        """A picture placed in the unit square of the matrix."""
        ctm = state.ctm
        whole = ctm.box(_UNIT)
        box = whole.meet(state.clip)
        if box.is_empty:
            return
        across, up = hypot(ctm.a, ctm.b) / 72, hypot(ctm.c, ctm.d) / 72
        unit = self._page.user_unit
        ppi = min(pixels.width / (across * unit), pixels.height / (up * unit)) if across and up else 0.0
        paint = state.fill if pixels.is_mask else None
        self._page.pictures.append(Placed(box, pixels, ppi, paint, ctm.is_upright, self._is_in_pattern))
        self.note(state, True, False)
        if pixels.has_alpha:
            self._page.transparency.add("alpha")
        if pixels.space is not None and pixels.space not in self._page.spaces:
            self._page.spaces.append(pixels.space)
        small = pixels.thumbnail
        self._log_picture(pixels, box, state)
        if small is None or ctm.a * ctm.d == ctm.b * ctm.c:
            return
        self.inks.clip = state.clip_outlines
        if not ctm.is_upright:
            self.inks.clip = (*state.clip_outlines, Outline(box, _SQUARE, ctm, False, True))
        brush = Brush((), state.fill_overprints)
        self.inks.paint_picture(
            whole.meet(_open(state)), _inverse(ctm), (small.width, small.height), small.plates, brush
        )

    def _log_picture(self, pixels: Pixels, box: Box, state: State) -> None:
        """A picture's thumbnail stands for it on the plates it has ink on."""
        log, small = self._page.plates, pixels.thumbnail
        if log is None:
            return
        place = f"picture {_short(state.ctm)} {_short(state.clip)} {pixels.width} {pixels.height}".encode()
        if small is None:
            self.log(place, box, state.fill, state, False)
            return
        for plate, cells in small.plates.items():
            what = b" ".join((place, sha256(cells).digest()))
            log.take(what, box, {plate: max(cells) / 255}, True, self.inks)
        log.take(place, box, dict.fromkeys(small.plates, 0.0), state.fill_overprints, self.inks)

    def shading(self, thing: Any, matrix: Matrix, box: Box, state: State, look_up: Callable[[str], Any]) -> None:
        """A blend over an area (8.7.4)."""
        if not is_dictionary(thing):
            return
        space = read_space(thing.get("/ColorSpace"), look_up)
        box = box.meet(state.clip).meet(self._page.boxes.media)
        if "/BBox" in thing:
            left, bottom, right, top = (float(value) for value in thing["/BBox"])
            box = box.meet(matrix.box(Box(left, bottom, right, top)))
        if box.is_empty:
            return
        if space is not None and space not in self._page.spaces:
            self._page.spaces.append(space)
        self._page.blends.append(Blended(box, space))
        self.note(state, True, False)
        if space is None:
            return
        self.inks.clip = state.clip_outlines
        try:
            self._blend(thing, space, matrix, box)
        except (FunctionError, KeyError, ValueError, TypeError, IndexError, ZeroDivisionError, OverflowError):
            return

    def _blend(self, thing: Any, space: Space, matrix: Matrix, box: Box) -> None:
        kind = int(thing["/ShadingType"])
        if kind not in (2, 3):
            return
        function = read_function(thing["/Function"])
        low, high = (float(value) for value in thing.get("/Domain", (0, 1)))
        colours = [inks_of(space.plates(function((low + (high - low) * n / _STEPS,)))) for n in range(_STEPS + 1)]
        numbers = [float(value) for value in thing["/Coords"]]
        place = _axial(numbers) if kind == 2 else _radial(numbers)
        back = _inverse(matrix)
        if self._page.plates is not None:
            for plate in {plate: None for inks in colours for plate, _ in inks}:
                steps = [dict(inks).get(plate, 0) for inks in colours]
                what = f"blend {numbers} {_short(matrix)} {_short(box)} {steps}".encode()
                self._page.plates.take(what, box, {plate: max(steps) / 255}, True, self.inks)

        self.inks.paint_blend(box, lambda x, y: place(*back.apply(x, y)), colours)

    def note(self, state: State, fills: bool, strokes: bool) -> None:
        """What is see-through about something painted."""
        if (fills and state.fill_alpha < 1.0) or (strokes and state.stroke_alpha < 1.0):
            self._page.transparency.add("alpha")
        if state.blend not in NORMAL:
            self._page.transparency.add(state.blend)

    def _brush(self, paint: Paint, state: State, is_stroke: bool) -> Brush:
        overprints = state.stroke_overprints if is_stroke else state.fill_overprints
        alpha = state.stroke_alpha if is_stroke else state.fill_alpha
        key = id(paint), overprints, state.overprint_mode, alpha, state.blend
        found = self._brushes.get(key)
        if found is None:
            inks = paint.inks
            if overprints and paint.space is CMYK and state.overprint_mode == 1:
                inks = {plate: value for plate, value in inks.items() if value > 0}
            found = Brush(inks_of(inks), overprints, alpha, state.blend in _DARKENING)
            self._brushes[key] = found
        return found


def _open(state: State) -> Box:
    """The box within which is painted: a cell more than the clip where outlines clip besides, so that what a cell at
    their edge has lost by the one is not lost by the other again."""
    return state.clip.grown(CELL) if state.clip_outlines else state.clip


def _told(outline: Outline, width: float = 0.0) -> bytes:
    """A path in bytes: its operators and what takes them to the page."""
    return b" ".join((outline.data, f"{_short(outline.ctm)} {width:.3f}".encode()))


def _short(numbers: Iterable[float]) -> str:
    return " ".join(f"{number:.3f}" for number in numbers)


def _is_colour(plate: str) -> bool:
    return plate != BLACK


def _axial(numbers: list[float]) -> Callable[[float, float], float]:
    x0, y0, x1, y1 = numbers
    dx, dy = x1 - x0, y1 - y0
    length = dx * dx + dy * dy
    return lambda x, y: ((x - x0) * dx + (y - y0) * dy) / length if length else 0.0


def _radial(numbers: list[float]) -> Callable[[float, float], float]:
    """Circles within one another, near enough: by the distance from the outer one's middle."""
    _, _, r0, x1, y1, r1 = numbers
    return lambda x, y: (hypot(x - x1, y - y1) - r0) / (r1 - r0) if r1 != r0 else 0.0


def _inverse(matrix: Matrix) -> Matrix:
    a, b, c, d, e, f = matrix
    det = a * d - b * c
    return Matrix(d / det, -b / det, -c / det, a / det, (c * f - d * e) / det, (b * e - a * f) / det)
