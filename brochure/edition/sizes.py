"""Trim sizes (仕上がり) by the names printers and editors use, in millimetres."""

from __future__ import annotations

from msgspec import Struct

from brochure.drawing.geometry import Size
from brochure.drawing.units import mm


class TrimSize(Struct, frozen=True):
    """A page size after cutting, in millimetres."""

    name: str
    width_mm: float
    height_mm: float

    @property
    def size(self) -> Size:
        """Width and height in points."""
        return Size(mm(self.width_mm), mm(self.height_mm))


# ISO 216 for the A series; the B series is the Japanese one (JIS P 0138), larger than ISO's.
SIZES: dict[str, TrimSize] = {
    size.name: size
    for size in (
        TrimSize("a4", 210, 297),
        TrimSize("a4-landscape", 297, 210),
        TrimSize("a5", 148, 210),
        TrimSize("jis-b5", 182, 257),
        TrimSize("jis-b6", 128, 182),
    )
}
