"""Slivers: gaps of bare paper so thin that they close or gape where the plates are a hair out of register.

A gap is a sliver where closing the inked area (Serra, 1982: grown and shrunk again by the same round shape) fills it
and closing no single plate does: the areas on its two sides have no ink in common. The counters of a letter, the spaces
in a word, a white line drawn through a ground are none: an ink goes on beyond them, and its plate moves both sides.

A page is one long integer, a bit for each dot, so that a step of growing is a shift and an or over the whole page.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from brochure.preflight.geometry import MM, Box

if TYPE_CHECKING:
    from PIL.Image import Image

DPI = 600
_ROUNDS = "+x+"  # growing by a cross, a square and a cross is growing by an octagon: 3 dots, gaps of 6, 0.25 mm
_BORDER = 2 * len(_ROUNDS)  # dots of paper about the page, for what is grown to spill into
_STRONG = 51  # of 255: an edge of lighter ink does not show
_SHORTEST = 3 * MM  # shorter ones lie along a letter, and nobody sees them
_CELL = 8  # dots: what lies in neighbouring cells is one sliver
_BYTE = 8
_MOST_DOTS = 89_000_000  # A3 with its marks: what is larger is looked at from afar


def can_be_looked_for(media: Box) -> bool:
    """Whether a page is small enough to be drawn that fine."""
    return media.width * media.height * (DPI / 72) ** 2 <= _MOST_DOTS


def slivers(plates: Mapping[str, Image], media: Box, area: Box) -> tuple[Box, ...]:
    """The slivers within `area` of a page, in its points; `plates` show the whole `media`, 255 is solid ink."""
    if not plates:
        return ()
    width, height = next(iter(plates.values())).size
    across, up = media.width / width, media.height / height
    shown = (
        max(0, int((area.left - media.left) / across)),
        max(0, int((media.top - area.top) / up)),
        min(width, int((area.right - media.left) / across)),
        min(height, int((media.top - area.bottom) / up)),
    )
    cut = [picture.crop(shown) for picture in plates.values()]
    row = (cut[0].width + 2 * _BORDER + _BYTE - 1) // _BYTE * _BYTE  # bits
    strong = [_bits(picture, row, _STRONG) for picture in cut]
    inked = 0
    for picture in cut:
        inked |= _bits(picture, row, 1)
    found = _between([bits for bits in strong if bits], inked, row)
    left, top = media.left + shown[0] * across, media.top - shown[1] * up
    boxes = (
        Box(left + x1 * across, top - y2 * up, left + x2 * across, top - y1 * up)
        for x1, y1, x2, y2 in _places(found, row, cut[0].height + 2 * _BORDER)
    )
    return tuple(box for box in boxes if max(box.width, box.height) >= _SHORTEST)


def _bits(picture: Image, row: int, least: int) -> int:
    """Where a plate has that much ink, with paper about it: rows from the top, the first bit the highest."""
    from PIL import Image

    ground = Image.new("1", (row, picture.height + 2 * _BORDER))
    steps = [255 * (value >= least) for value in range(256)]
    inked = picture.point(steps, "1")  # pyright: ignore[reportUnknownMemberType]
    ground.paste(inked, (_BORDER, _BORDER))
    return int.from_bytes(ground.tobytes(), "big")


def _between(plates: list[int], inked: int, row: int) -> int:
    """The gaps that closing all plates together fills, and closing none of them alone."""
    together = 0
    for bits in plates:
        together |= bits
    gaps = _closed(together, row) & ~inked
    for bits in plates:
        if gaps:
            gaps &= ~_closed(bits, row)
    return gaps


def _closed(bits: int, row: int) -> int:
    return _shrunk(_grown(bits, row), row)


def _grown(bits: int, row: int) -> int:
    for shape in _ROUNDS:
        if shape == "+":
            bits |= bits << 1 | bits >> 1 | bits << row | bits >> row
        else:
            bits |= bits << 1 | bits >> 1
            bits |= bits << row | bits >> row
    return bits


def _shrunk(bits: int, row: int) -> int:
    for shape in _ROUNDS:
        if shape == "+":
            bits &= (bits << 1) & (bits >> 1) & (bits << row) & (bits >> row)
        else:
            bits &= (bits << 1) & (bits >> 1)
            bits &= (bits << row) & (bits >> row)
    return bits


def _places(bits: int, row: int, height: int) -> Iterable[tuple[int, int, int, int]]:
    """The boxes of what hangs together, in dots from the page's upper left corner: left, top, right, bottom."""
    if not bits:
        return
    size = row // _BYTE
    data = bits.to_bytes(size * height, "big")
    cells: dict[tuple[int, int], tuple[int, int, int, int]] = {}
    for y in range(height):
        line = data[y * size : (y + 1) * size]
        if not any(line):
            continue
        for column, byte in enumerate(line):
            if byte:
                first, last = _BYTE - byte.bit_length(), _BYTE - (byte & -byte).bit_length()
                at = column, y // _CELL
                dots = (column * _BYTE + first, y, column * _BYTE + last + 1, y + 1)
                cells[at] = _joined(cells.get(at, dots), dots)
    while cells:
        at, box = cells.popitem()
        edge = [at]
        while edge:
            x, y = edge.pop()
            for beside in ((x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)):
                if beside in cells:
                    box = _joined(box, cells.pop(beside))
                    edge.append(beside)
        x1, y1, x2, y2 = box
        yield x1 - _BORDER, y1 - _BORDER, x2 - _BORDER, y2 - _BORDER


def _joined(one: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])
