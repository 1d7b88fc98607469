"""Lines with every glyph in its place: runs of glyphs, each with only the moves its font does not make by itself."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from itertools import accumulate

from brochure.drawing.frame import Glyphs, Link, Placed
from brochure.drawing.geometry import Point, Size
from brochure.typesetting.galley import Galley, Segment
from brochure.typesetting.paragraph import Run

IDEOGRAPHIC_ASCENT = 0.88  # em above the baseline where the body (仮想ボディ) begins
_EM = 1000


def placed(
    galley: Galley, runs: tuple[Run, ...], first: int, last: int, deltas: Mapping[int, int], begin: int
) -> tuple[Placed, ...]:
    """The glyphs and links of clusters `first` to `last` (inclusive), from `begin` thousandths of an em on."""
    changed = sorted(deltas)
    added = [0, *accumulate(deltas[index] for index in changed)]
    items: list[Placed] = []
    for segment in _segments(galley, first, last):
        head, end = max(first, segment.first), min(last + 1, segment.end)
        moved = added[bisect_left(changed, head)]
        at = begin + galley.edges[head] - galley.edges[first] + moved
        final = end - 1
        width = galley.edges[final] + galley.bodies[final] - galley.edges[head]
        width += added[bisect_left(changed, final)] - moved
        glyphs = _glyphs(galley, segment, head, end, deltas, width)
        items.append(Placed(Point((at + galley.offsets[head]) * galley.em / _EM, 0.0), glyphs))
        target = runs[segment.item.run].target
        if target:
            items.append(_link(galley, segment, target, at, width))
    return tuple(items)


def _segments(galley: Galley, first: int, last: int) -> Iterator[Segment]:
    begin = bisect_right(galley.segments, first, key=lambda segment: segment.first) - 1
    for segment in galley.segments[begin:]:
        if segment.first > last:
            return
        yield segment


def _link(galley: Galley, segment: Segment, target: str, at: int, width: int) -> Placed:
    size = segment.item.style.size
    box = Size(width * galley.em / _EM, size)
    return Placed(Point(at * galley.em / _EM, -IDEOGRAPHIC_ASCENT * size), Link(box, target))


def _glyphs(galley: Galley, segment: Segment, head: int, end: int, deltas: Mapping[int, int], width: int) -> Glyphs:
    """One run of glyphs: clusters `head` to `end` (exclusive), all of one segment."""
    shaped = segment.shaped
    numbers = shaped.glyphs
    begin, stop = numbers[head - segment.first], numbers[end - segment.first]
    start, finish = galley.starts[head], galley.starts[end]
    text = galley.text[start:finish]
    is_one_to_one = finish - start == end - head == stop - begin
    style = segment.item.style
    return Glyphs(
        face=segment.item.face.key,
        size=style.size,
        ids=shaped.ids[2 * begin : 2 * stop],
        text=text,
        width=width * galley.em / _EM,
        shifts=_shifts(galley, segment, head, end, deltas, begin),
        texts=() if is_one_to_one else _texts(galley, segment, head, end),
        colour=style.colour,
        language=style.language,
    )


def _shifts(
    galley: Galley, segment: Segment, head: int, end: int, deltas: Mapping[int, int], begin: int
) -> tuple[tuple[int, float], ...]:
    """The moves of the pen the font's own widths do not make, by glyph of the run, in thousandths of its size."""
    uneven, moves = galley.uneven, galley.moves
    inside = set(uneven[bisect_left(uneven, head) : bisect_left(uneven, end - 1)])
    inside.update(index for index in deltas if head <= index < end - 1)
    numbers = segment.shaped.glyphs
    found = {
        numbers[index + 1 - segment.first] - begin: (moves[index] + deltas.get(index, 0)) / segment.scale
        for index in inside
    }
    for glyph, move in segment.shaped.shifts.items():
        if begin <= glyph < numbers[end - segment.first]:
            found[glyph - begin] = found.get(glyph - begin, 0.0) + move
    return tuple((glyph, round(move, 2)) for glyph, move in sorted(found.items()) if move)


def _texts(galley: Galley, segment: Segment, head: int, end: int) -> tuple[str, ...]:
    """What each glyph stands for: the first of a cluster for all of it, the others for nothing."""
    texts: list[str] = []
    numbers = segment.shaped.glyphs
    for index in range(head, end):
        texts.append(galley.text[galley.starts[index] : galley.starts[index + 1]])
        count = numbers[index + 1 - segment.first] - numbers[index - segment.first]
        texts.extend([""] * (count - 1))
    return tuple(texts)
