"""QR codes found on a page by their three finder patterns, whether drawn as one path, as many boxes, or as a picture
(ISO/IEC 18004, 6.3.3)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from brochure.preflight.codes_found import Code
from brochure.preflight.colour import Paint
from brochure.preflight.facts import Drawn, Page, Placed
from brochure.preflight.geometry import Box, around

_FINDER = 7  # modules along a finder pattern's side
_SIZES = range(21, 61, 4)  # modules along a code's side, versions 1 to 10
_LEAST_BOXES = 40  # a code drawn box by box, runs joined, has more than this
_SQUARE = 0.03  # how far from square a code's outline may be

IsDark = Callable[[float, float], bool]
"""Whether a place of the code is dark: from its left and its top edge, 0 to 1."""


def modules(is_dark: IsDark) -> int:
    """How many modules a code has on a side, by its finder patterns in three corners; 0 for what is no code."""
    for size in _SIZES:
        corners = [_is_finder(is_dark, size, x, y) for x in (0, size - _FINDER) for y in (0, size - _FINDER)]
        if sum(corners) == 3:
            return size
    return 0


def _is_finder(is_dark: IsDark, size: int, left: int, top: int) -> bool:
    """A dark ring, a light ring, a dark middle of three by three modules."""
    for row in range(_FINDER):
        for column in range(_FINDER):
            ring = min(row, column, _FINDER - 1 - row, _FINDER - 1 - column)
            if is_dark((left + column + 0.5) / size, (top + row + 0.5) / size) != (ring != 1):
                return False
    return True


def codes(page: Page) -> tuple[Code, ...]:
    """The QR codes of a page."""
    return (*page.codes, *_of_boxes(page.drawn), *_of_pictures(page.pictures))


def code_of_polygons(polygons: Sequence[Sequence[tuple[float, float]]], box: Box, paint: Paint, at: int) -> Code | None:
    """The code one path of many squares makes; None where it makes none."""
    if len(polygons) < _LEAST_BOXES // 2 or not _is_square(box):
        return None
    edges = [
        (x1, min(y1, y2), max(y1, y2))
        for polygon in polygons
        for (x1, y1), (x2, y2) in zip(polygon, [*polygon[1:], polygon[0]], strict=True)
        if abs(x1 - x2) < 1e-3 < abs(y1 - y2)
    ]

    def is_dark(x: float, y: float) -> bool:
        across, up = box.left + x * box.width, box.top - y * box.height
        return sum(low <= up < high and edge <= across for edge, low, high in edges) % 2 == 1

    size = modules(is_dark)
    return Code(box, size, paint.ink_count, at, at + 1) if size else None


def _is_square(box: Box) -> bool:
    return box.width > 8 and abs(box.width - box.height) <= _SQUARE * box.width


def _of_boxes(drawn: Sequence[Drawn]) -> Iterator[Code]:
    """Codes drawn as a run of boxes in one colour."""
    at = 0
    for paint, run in groupby(drawn, key=lambda each: each.fill if each.is_rectangle and each.stroke is None else None):
        boxes = [each.box for each in run]
        first, at = at, at + len(boxes)
        if paint is None or len(boxes) < _LEAST_BOXES:
            continue
        whole = around(boxes)
        if _is_square(whole):
            size = modules(_in_boxes(boxes, whole))
            if size:
                yield Code(whole, size, paint.ink_count, first, at)


def _in_boxes(boxes: Iterable[Box], whole: Box) -> IsDark:
    kept = list(boxes)

    def is_dark(x: float, y: float) -> bool:
        across, up = whole.left + x * whole.width, whole.top - y * whole.height
        return any(box.left <= across <= box.right and box.bottom <= up <= box.top for box in kept)

    return is_dark


def _of_pictures(pictures: Sequence[Placed]) -> Iterator[Code]:
    for placed in pictures:
        small = placed.pixels.thumbnail
        if small is None or not placed.is_upright or min(small.width, small.height) < min(_SIZES):
            continue
        inks = [sum(values) for values in zip(*small.plates.values(), strict=True)]
        middle = (min(inks) + max(inks)) / 2
        dark = [n for n, ink in enumerate(inks) if ink > middle]
        if not dark or max(inks) - min(inks) < 100:
            continue
        columns, rows = [n % small.width for n in dark], [n // small.width for n in dark]
        left, right, top, bottom = min(columns), max(columns) + 1, min(rows), max(rows) + 1
        across, down = placed.box.width / small.width, placed.box.height / small.height
        box = Box(
            placed.box.left + left * across,
            placed.box.top - bottom * down,
            placed.box.left + right * across,
            placed.box.top - top * down,
        )
        if not _is_square(box):
            continue

        frame = left, right, top, bottom
        size = modules(_in_thumbnail([ink > middle for ink in inks], small.width, frame))
        if size:
            used = sum(max(plate) > 25 for plate in small.plates.values())
            yield Code(box, size, used)


def _in_thumbnail(dark: Sequence[bool], width: int, frame: tuple[int, int, int, int]) -> IsDark:
    left, right, top, bottom = frame

    def is_dark(x: float, y: float) -> bool:
        column, row = int(left + x * (right - left)), int(top + y * (bottom - top))
        return dark[row * width + column]

    return is_dark


def disturbed(code: Code, page: Page) -> bool:
    """Whether something dark lies in the quiet zone: ground without a light field, drawings, words."""
    zone = code.quiet_zone.grown(-0.6 * code.box.width / code.modules)
    is_dark = False
    for at, drawn in enumerate(page.drawn):
        paint = drawn.fill or drawn.stroke
        if code.first <= at < code.end or paint is None or not drawn.box.touches(zone):
            continue
        is_ink = bool(paint.pattern) or paint.total > 0.35
        if drawn.box.holds(zone) and drawn.fill is not None:
            is_dark = is_ink if at < code.first or not code.end else is_dark or is_ink
        elif is_ink and not code.box.grown(-0.1).holds(drawn.box):
            is_dark = True
    return is_dark or any(
        words.box.touches(zone) and words.paint is not None and not words.paint.is_white for words in page.words
    )
