"""The graphics state at a point of a content stream (ISO 32000-1, 8.4): what stands already is not set again."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct, field
from msgspec.structs import replace

from brochure.drawing.colour import Colour
from brochure.drawing.frame import Stroke
from brochure.edition.profiles import Profile
from brochure.pdf.colours import fill, is_black_only, number, stroke

OVERPRINT, KNOCK_OUT, THIN = "Over", "Knock", "Thin"  # names of the graphics states in a page's resources
_FINE = 2.0  # points: black lines finer than this overprint


class State(Struct):
    """What is set, empty where nobody knows; `operators` is the stream that sets it."""

    profile: Profile
    operators: list[str]
    font: str = ""
    colour: Colour | None = None
    _fill: str = ""
    _pen: Stroke | None = None
    _stroke: str = ""
    _line: str = ""
    _overprint: str = KNOCK_OUT
    _fills: dict[Colour, str] = field(default_factory=dict[Colour, str])  # the operators of colours, as they are met

    def saved(self) -> State:
        """The state as it is now, to go back to."""
        return replace(self)

    def fill_with(self, colour: Colour, may_overprint: bool = False) -> None:
        """Paint areas and words in a colour; where it may overprint, it does if it is black alone."""
        if self.profile.overprints:
            self.overprint(may_overprint and is_black_only(colour))
        if colour is self.colour:
            return
        self.colour = colour
        operator = self._fills.get(colour)
        if operator is None:
            operator = self._fills[colour] = fill(colour, self.profile)
        if operator != self._fill:
            self._fill = operator
            self.operators.append(operator)

    def draw_with(self, pen: Stroke) -> None:
        """Draw lines with a pen."""
        if self.profile.overprints:
            self.overprint(pen.width < _FINE and is_black_only(pen.colour))
        if pen is self._pen or pen == self._pen:
            return
        self._pen = pen
        operator = stroke(pen.colour, self.profile)
        if operator != self._stroke:
            self._stroke = operator
            self.operators.append(operator)
        line = _line(pen.width, pen.dashes, pen.is_round)
        if line != self._line:
            self._line = line
            self.operators.append(line)

    def overprint(self, is_on: bool) -> None:
        """Print over what is below, or spare it out."""
        wanted = OVERPRINT if is_on else KNOCK_OUT
        if wanted != self._overprint and self.profile.overprints:
            self._overprint = wanted
            self.operators.append(f"/{wanted} gs")


@lru_cache(maxsize=1 << 8)
def _line(width: float, dashes: tuple[float, ...], is_round: bool) -> str:
    """The operators of a line's width, ends, joins and dashes."""
    ends = 1 if is_round else 0
    return f"{number(width)} w {ends} J {ends} j [{' '.join(map(number, dashes))}] 0 d"
