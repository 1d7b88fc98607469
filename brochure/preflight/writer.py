"""Words on their way into a page's facts: where a string stands, how large it is, what it says (ISO 32000-1, 9.4)."""

from __future__ import annotations

from collections.abc import Sequence

from brochure.preflight.colour import BLACK, CMYK
from brochure.preflight.facts import Page, Words
from brochure.preflight.fonts import Font
from brochure.preflight.geometry import IDENTITY, Box, Matrix
from brochure.preflight.lexer import Operand
from brochure.preflight.painter import Painter
from brochure.preflight.state import State

_LOW, _HIGH = -0.1, 0.74  # em: where most letters and ideographs have ink, about the baseline
_HALF = 0.45  # em: half an ideograph's ink across a vertical line
_STRONG = 64  # steps of ink, 25 %: what shows beside black that is a hair off
_DARK = 102  # steps of ink, 40 %: what shows through grey
_ASKED = 20.0  # points: of larger type nobody asks what it stands on
_IDEOGRAPH, _LETTER = 0.24, 0.12  # em squares of ink in a regular weight
_WEIGHTS = {"Light": 0.75, "Bold": 1.4, "Heavy": 1.4, "Black": 1.4}  # by words in a font's name
_FILLED, _STROKED = (0, 2, 4, 6), (1, 2, 5, 6)


class Writer:
    """Takes down what is written on one page."""

    def __init__(self, page: Page, painter: Painter) -> None:
        self._page = page
        self._painter = painter
        self._matrix = self._line = IDENTITY

    def begin(self) -> None:
        """BT: the pen is at the origin."""
        self._matrix = self._line = IDENTITY

    def place(self, matrix: Matrix) -> None:
        """Tm."""
        self._matrix = self._line = matrix

    def move(self, x: float, y: float) -> None:
        """Td."""
        self._matrix = self._line = Matrix(1.0, 0.0, 0.0, 1.0, x, y).then(self._line)

    def move_and_lead(self, state: State, x: float, y: float) -> None:
        """TD."""
        state.leading = -y
        self.move(x, y)

    def next_line(self, state: State) -> None:
        """T*."""
        self.move(0.0, -state.leading)

    def show(self, items: Sequence[Operand], state: State) -> None:
        """Tj and TJ: strings, and moves between them in thousandths of the size."""
        font = state.font
        if font is None:
            self._page.broken.append("text without a font")
            return
        text: list[str] = []
        pen = first = last = 0.0
        missing = 0
        is_seen = False
        for item in items:
            if isinstance(item, float):
                pen -= item / 1000 * state.size * (1.0 if font.is_vertical else state.stretch)
                continue
            if not isinstance(item, bytes):
                continue
            for code in font.codes(item):
                start, pen = pen, pen + self._advance(font, code, state)
                said = font.text(code)
                text.append(said)
                if said.strip() or said == "":
                    first, last, is_seen = (first if is_seen else start), pen, True
                missing += font.is_missing(code)
        if text:
            self._take("".join(text), (first, last), missing, font, state)
        step = Matrix(e=0.0, f=-pen) if font.is_vertical else Matrix(e=pen)
        self._matrix = step.then(self._matrix)

    def _advance(self, font: Font, code: int, state: State) -> float:
        """How far the pen goes, along the line, in text space."""
        word = state.word_space if code == 32 and not font.is_composite else 0.0
        move = font.width(code) * state.size + state.character_space + word
        return move if font.is_vertical else move * state.stretch

    def _take(self, text: str, ends: tuple[float, float], missing: int, font: Font, state: State) -> None:
        page, mode = self._page, state.mode
        if mode != 3 and font not in page.fonts:
            page.fonts.append(font)
        first, last = ends
        if first == last and not missing:
            return
        to_page = self._matrix.then(state.ctm)
        size = state.size
        if font.is_vertical:
            head = font.pen_below_head * size
            area = Box(-_HALF * size, head - last, _HALF * size, head - first)
        else:
            area = Box(first, _LOW * size + state.rise, last, _HIGH * size + state.rise)
        left, right = sorted((area.left, area.right))
        bottom, top = sorted((area.bottom, area.top))
        box = to_page.box(Box(left, bottom, right, top)).meet(state.clip)
        if box.is_empty:
            return
        fills, strokes = mode in _FILLED, mode in _STROKED
        paint = state.fill if fills else state.stroke if strokes else None
        if paint is not None:
            self._painter.note(state, fills, strokes)
        height = abs(size) * to_page.y_scale * page.user_unit
        overprints = state.fill_overprints if fills else state.stroke_overprints
        on_colour = on_ink = 0.0
        keeps = overprints and paint is not None and (paint.space is not CMYK or state.overprint_mode == 1)
        if paint is not None and (height < _ASKED or overprints):
            if paint.is_grey if keeps else paint.is_black:
                on_colour = self._painter.inks.share(box, lambda plate: plate != BLACK, _DARK if keeps else _STRONG)
            elif paint.is_white and not overprints:
                on_ink = self._painter.inks.share(box, lambda plate: True)
        if paint is not None:
            name = font.name.rpartition("+")[2]
            what = f"{text} {name} {size:.3f} {ends} {' '.join(f'{each:.3f}' for each in to_page)}".encode()
            self._painter.log(what, box, paint, state, not fills)
            if left < right and bottom < top:
                share = (
                    ink_of_type(text, font.name) * abs(size * size * state.stretch) / (right - left) / (top - bottom)
                )
                self._painter.words(box, min(share, 1.0), paint, state, not fills)
        is_in_pattern = self._painter.is_in_pattern
        page.words.append(
            Words(box, text, font, height, paint, overprints, keeps, missing, on_colour, on_ink, is_in_pattern)
        )


def ink_of_type(text: str, font: str) -> float:
    """How much of an em square a text covers with ink, in em squares: by its kinds of characters and the weight in the
    font's name. Measured on the faces the booklets are set in; a single word may be off by half."""
    ink = sum(0.0 if each.isspace() else _IDEOGRAPH if "\u4e00" <= each <= "\u9fff" else _LETTER for each in text)
    return ink * next((much for word, much in _WEIGHTS.items() if word in font), 1.0)
