"""Lines with every glyph in its place: runs of glyphs, each with only the moves its font does not make by itself.

Items of a horizontal line stand from the measure's left edge and the baseline; those of a vertical one from the middle
of the line and the measure's head, y down.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping
from itertools import accumulate, pairwise
from typing import TypeAlias

from msgspec import Struct

from brochure.drawing.frame import Glyphs, Group, Link, Placed
from brochure.drawing.geometry import Size, Transform
from brochure.typesetting.galley import Galley
from brochure.typesetting.itemise import Kind
from brochure.typesetting.paragraph import ParagraphStyle, Run, Setting
from brochure.typesetting.segment import Segment

IDEOGRAPHIC_ASCENT = 0.88  # em above the baseline where the body (仮想ボディ) begins
RAISED_BY = 0.42  # em of the copy around it: how high a note's number stands
TURNED = Transform(0.0, 1.0, -1.0, 0.0)
"""A quarter turn clockwise: what lies along a vertical line."""
_MIDDLE = IDEOGRAPHIC_ASCENT - 0.5  # from the baseline up to the middle of the body
_EM = 1000


class Placing(Struct, frozen=True):
    """One line being placed: its clusters `first` to `last`, what was added to their gaps, where its first body begins.

    Lengths in thousandths of the paragraph's em.
    """

    galley: Galley
    runs: tuple[Run, ...]
    style: ParagraphStyle
    first: int
    last: int
    deltas: Mapping[int, int]
    begin: int
    changed: tuple[int, ...]
    added: tuple[int, ...]

    def edge(self, cluster: int) -> int:
        """Where a cluster's body begins."""
        added = self.added[bisect_left(self.changed, cluster)]
        return self.begin + self.galley.edges[cluster] - self.galley.edges[self.first] + added

    def points(self, length: int) -> float:
        """A length in points."""
        return length * self.galley.em / _EM


NoteSetter: TypeAlias = Callable[[Placing, Segment, int, int, int], tuple[Placed, ...]]
"""Sets the columns from one cluster to another (exclusive) of a note that begins so far along the line."""


def placing(
    galley: Galley,
    runs: tuple[Run, ...],
    style: ParagraphStyle,
    first: int,
    last: int,
    deltas: Mapping[int, int],
    begin: int,
) -> Placing:
    """A line about to be placed."""
    if not deltas:
        return Placing(galley, runs, style, first, last, deltas, begin, (), (0,))
    changed = tuple(sorted(deltas))
    added = (0, *accumulate(deltas[index] for index in changed))
    return Placing(galley, runs, style, first, last, deltas, begin, changed, added)


def glyphs_of(line: Placing, note: NoteSetter) -> tuple[Placed, ...]:
    """The glyphs and links of a line; `note` sets the columns of a warichu."""
    galley = line.galley
    segments = galley.stretches
    at = bisect_right(segments, line.first, key=_first_of) - 1 if len(segments) > 1 else 0
    if line.last < segments[at].end:
        return _segment(line, segments[at], note)
    return tuple(item for segment in _segments(line, at) for item in _segment(line, segment, note))


def glyphs_by_run(line: Placing, note: NoteSetter) -> Iterator[tuple[int, tuple[Placed, ...]]]:
    """The same, with the number of the run each stretch of it comes from."""
    segments = line.galley.stretches
    at = bisect_right(segments, line.first, key=_first_of) - 1 if len(segments) > 1 else 0
    for segment in _segments(line, at):
        yield segment.item.run, _segment(line, segment, note)


def _first_of(segment: Segment) -> int:
    return segment.first


def _segments(line: Placing, begin: int) -> Iterator[Segment]:
    for segment in line.galley.stretches[begin:]:
        if segment.first > line.last:
            return
        yield segment


def _segment(line: Placing, segment: Segment, note: NoteSetter) -> tuple[Placed, ...]:
    """The part of a line that comes from one item, and the link over it."""
    galley = line.galley
    head, end = max(line.first, segment.first), min(line.last + 1, segment.end)
    at = line.edge(head)
    width = line.edge(end - 1) + galley.bodies[end - 1] - at
    if segment.item.kind is Kind.NOTE:
        items = note(line, segment, head, end, at)
    elif segment.item.kind is Kind.ACROSS:
        items = (_across(line, segment, at),)
    else:
        items = (_run(line, segment, head, end, at, width),)
    target = line.runs[segment.item.run].target
    return (*items, _link(line, segment, target, at, width)) if target else items


def _link(line: Placing, segment: Segment, target: str, at: int, width: int) -> Placed:
    """The place to press over a stretch of a line; a number set high can be pressed down to the baseline."""
    size, long = segment.item.style.size, line.points(width)
    raised = RAISED_BY * line.galley.em if line.runs[segment.item.run].setting is Setting.RAISED else 0.0
    if line.style.is_vertical:
        return Placed(Link(Size(size + raised, long), target), -size / 2, line.points(at))
    top = -IDEOGRAPHIC_ASCENT * size - raised
    return Placed(Link(Size(long, size + raised), target), line.points(at), top)


def _run(line: Placing, segment: Segment, head: int, end: int, at: int, width: int) -> Placed:
    """One run of glyphs: clusters `head` to `end` (exclusive), all of one segment."""
    galley = line.galley
    glyphs = _glyphs(line, segment, head, end, width)
    along = (at + galley.offsets.get(head, 0)) * galley.em / _EM
    if not line.style.is_vertical:
        is_raised = line.runs[segment.item.run].setting is Setting.RAISED
        return Placed(glyphs, along, -RAISED_BY * galley.em if is_raised else 0.0)
    if segment.item.is_vertical:
        return Placed(glyphs, 0.0, along)
    size = segment.item.style.size
    aside = RAISED_BY * galley.em if line.runs[segment.item.run].setting is Setting.RAISED else 0.0
    return Placed(Group((Placed(glyphs),), TURNED), aside - _MIDDLE * size, along)


def _across(line: Placing, segment: Segment, at: int) -> Placed:
    """Tate-chu-yoko: in the middle of one em, narrowed where it is wider.

    Every glyph is a vertical run of its own, and they are read as one, so that a program which goes by the places of
    words finds them in their line.
    """
    shaped = segment.shaped
    assert shaped is not None
    galley, style, face = line.galley, segment.item.style, segment.item.face
    wide = sum(shaped.advances) / _EM
    narrowed = min(1.0, 1 / wide) if wide else 1.0
    copy = segment.item.text
    ends = [*shaped.clusters[1:], len(copy)]
    says = {shaped.glyphs[number]: copy[start : ends[number]] for number, start in enumerate(shaped.clusters)}
    unit = style.size / face.units_per_em
    pen, placed = -wide * style.size / 2, list[Placed]()
    for number in range(len(shaped.ids) // 2):
        ids = shaped.ids[2 * number : 2 * number + 2]
        glyph = int.from_bytes(ids, "big")
        advance = face.advance(glyph)
        x, y = face.hb_font.get_glyph_v_origin(glyph) or (advance / 2, IDEOGRAPHIC_ASCENT * face.units_per_em)
        text = says.get(number, "")
        texts = () if len(text) == 1 else (text,)
        run = Glyphs(
            face.key, style.size, ids, text, style.size, (), texts, style.colour, style.language, is_vertical=True
        )
        placed.append(Placed(run, pen + x * unit, IDEOGRAPHIC_ASCENT * style.size - y * unit))
        pen += advance * unit
    is_raised = line.runs[segment.item.run].setting is Setting.RAISED
    aside = (galley.em - style.size) / 2 if is_raised else 0.0  # a note's number stands at the right of its line
    group = Group(tuple(placed), Transform(a=narrowed), said=copy if len(placed) > 1 else "")
    return Placed(group, aside, line.points(at))


def _glyphs(line: Placing, segment: Segment, head: int, end: int, width: int) -> Glyphs:
    galley, shaped, style = line.galley, segment.shaped, segment.item.style
    start, finish = galley.starts[head], galley.starts[end]
    text = galley.text[start:finish]
    texts: tuple[str, ...] = ()
    if shaped is None:
        begin, stop = head - segment.first, end - segment.first
        if finish - start != end - head:
            texts = texts_of(galley, head, end)
    else:
        begin, stop = shaped.glyphs[head - segment.first], shaped.glyphs[end - segment.first]
        if not finish - start == end - head == stop - begin:
            texts = _texts(galley, segment, head, end)
    return Glyphs(
        segment.item.face.key,
        style.size,
        segment.ids[2 * begin : 2 * stop],
        text,
        width * galley.em / _EM,
        _shifts(line, segment, head, end, begin),
        texts,
        style.colour,
        style.language,
        segment.item.is_vertical,
    )


def _shifts(line: Placing, segment: Segment, head: int, end: int, begin: int) -> tuple[tuple[int, float], ...]:
    """The moves of the pen the font's own widths do not make, by glyph of the run, in thousandths of its size."""
    galley, deltas, changed = line.galley, line.deltas, line.changed
    uneven, moves = galley.uneven, galley.moves
    low = bisect_left(uneven, head)
    places = uneven[low : bisect_left(uneven, end - 1, low)]
    if changed:
        low = bisect_left(changed, head)
        also = changed[low : bisect_left(changed, end - 1, low)]
        if also:
            places = sorted({*places, *also}) if places else also
    shaped, scale, first = segment.shaped, segment.scale, segment.first
    if shaped is None and scale == 1.0:
        if not changed:
            return tuple([(index + 1 - head, moves[index]) for index in places])
        moved = [(index + 1 - head, moves.get(index, 0) + deltas.get(index, 0)) for index in places]
        return tuple([each for each in moved if each[1]])
    if not places and (shaped is None or not shaped.shifts):
        return ()
    found: dict[int, float] = {}
    for index in places:
        glyph = (index + 1 - first if shaped is None else shaped.glyphs[index + 1 - first]) - begin
        found[glyph] = (moves.get(index, 0) + deltas.get(index, 0)) / scale
    if shaped is not None and shaped.shifts:
        stop = shaped.glyphs[end - first]
        for glyph, move in shaped.shifts.items():
            if begin <= glyph < stop:
                found[glyph - begin] = found.get(glyph - begin, 0.0) + move
    return tuple((glyph, round(move, 2)) for glyph, move in sorted(found.items()) if move)


def texts_of(galley: Galley, first: int, end: int) -> tuple[str, ...]:
    """What each glyph stands for where each cluster has one."""
    starts = galley.starts[first : end + 1]
    return tuple([galley.text[start:stop] for start, stop in pairwise(starts)])


def _texts(galley: Galley, segment: Segment, head: int, end: int) -> tuple[str, ...]:
    """What each glyph stands for: the first of a cluster for all of it, the others for nothing."""
    assert segment.shaped is not None
    texts: list[str] = []
    numbers = segment.shaped.glyphs
    for index in range(head, end):
        texts.append(galley.text[galley.starts[index] : galley.starts[index + 1]])
        count = numbers[index + 1 - segment.first] - numbers[index - segment.first]
        texts.extend([""] * (count - 1))
    return tuple(texts)
