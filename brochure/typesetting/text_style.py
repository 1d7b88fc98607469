"""How a run of characters is set: its faces, its size, its language and its colour."""

from __future__ import annotations

from msgspec import Struct

from brochure.drawing.colour import BLACK, Colour
from brochure.typefaces.chain import FaceChain


class TextStyle(Struct, frozen=True):
    """A run's style. `size` in points, `tracking` (字間) in em after every character, `features` OpenType tags."""

    faces: FaceChain
    size: float
    language: str
    colour: Colour = BLACK
    tracking: float = 0.0
    features: tuple[tuple[str, int], ...] = ()
