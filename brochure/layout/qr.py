"""A QR code as a frame: black modules in one ink on white paper, its quiet zone of four modules around them."""

from __future__ import annotations

from brochure.drawing.colour import BLACK, PAPER
from brochure.drawing.frame import Frame, Path, rectangle
from brochure.drawing.geometry import Size
from brochure.layout.art.paths import filled

_QUIET = 4  # modules around the code (ISO/IEC 18004, 6.3.8)


def qr_code(content: str, side: float) -> Frame:
    """The code of some words or an address, `side` points wide with its quiet zone; error correction M or better.

    Modules of a row that touch are one rectangle, so that no hairline of paper shows between them.
    """
    from segno import make  # brings the network libraries with it, and few booklets print a code

    rows = [bytes(row) for row in make(content, error="m", micro=False).matrix]
    module = side / (len(rows) + 2 * _QUIET)
    path: Path = ()
    for y, row in enumerate(rows):
        start = None
        for x in range(len(row) + 1):
            is_dark = x < len(row) and row[x] == 1
            if is_dark and start is None:
                start = x
            elif not is_dark and start is not None:
                path += rectangle((start + _QUIET) * module, (y + _QUIET) * module, (x - start) * module, module)
                start = None
    ground = filled(rectangle(0.0, 0.0, side, side), PAPER)
    return Frame(Size(side, side), (ground, filled(path, BLACK)))
