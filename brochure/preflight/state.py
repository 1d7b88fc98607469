"""The graphics state while a content stream is read (ISO 32000-1, 8.4): what `q` keeps and `Q` brings back."""

from __future__ import annotations

from copy import copy

from msgspec import Struct

from brochure.preflight.colour import BLACK_PAINT, Paint
from brochure.preflight.fonts import Font
from brochure.preflight.geometry import EVERYWHERE, IDENTITY, Box, Matrix
from brochure.preflight.outlines import Outline

NORMAL = ("Normal", "Compatible")


class State(Struct):
    """Matrix, clip, colours, line, transparency, overprint and text state."""

    ctm: Matrix = IDENTITY
    clip: Box = EVERYWHERE
    clip_outlines: tuple[Outline, ...] = ()  # those that are no rectangles
    fill: Paint | None = BLACK_PAINT
    stroke: Paint | None = BLACK_PAINT
    line_width: float = 1.0
    fill_alpha: float = 1.0
    stroke_alpha: float = 1.0
    blend: str = "Normal"
    has_soft_mask: bool = False
    fill_overprints: bool = False
    stroke_overprints: bool = False
    overprint_mode: int = 0
    font: Font | None = None
    size: float = 1.0
    character_space: float = 0.0
    word_space: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    mode: int = 0

    def copy(self) -> State:
        """The state as it is now."""
        return copy(self)
