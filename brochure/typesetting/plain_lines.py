"""The lines of a plain galley, which most lines are: one run of glyphs each, a glyph for each cluster.

What `compose` does line by line for copy of any kind is done here for all lines of a paragraph at once.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from brochure.drawing.frame import Glyphs, Placed
from brochure.typesetting.cut import Cut, Measures
from brochure.typesetting.galley import Galley
from brochure.typesetting.line import Line
from brochure.typesetting.line_adjustment import stands_at_start, taken_up
from brochure.typesetting.paragraph import ParagraphStyle
from brochure.typesetting.placing import texts_of
from brochure.typesetting.spacing import SPACE

_EM = 1000


def plain_lines(
    galley: Galley, cuts: Sequence[Cut], measures: Measures, indents: tuple[int, int], style: ParagraphStyle
) -> list[Line]:
    """The lines with every glyph in its place; `indents` are the first line's and all others'."""
    item, ids = galley.stretches[0].item, galley.stretches[0].ids
    text, codes, edges, bodies, offsets = galley.text, galley.codes, galley.edges, galley.bodies, galley.offsets
    em, total, face = galley.em, len(bodies), item.face.key
    size, colour, language = item.style.size, item.style.colour, item.style.language
    starts = galley.starts
    is_one_to_one = isinstance(starts, range)
    uneven, moves = galley.uneven, galley.moves
    lines: list[Line] = []
    high = 0
    for cut in cuts:
        first, end = cut.first, cut.end
        last = end - 1
        if codes[last] == SPACE:
            last = galley.last(first, end)
            if last < first:
                lines.append(Line((), 0.0, starts[first], starts[end], text[starts[first] : starts[end]]))
                continue
        begin, measure = (indents[1], measures.other) if first else (indents[0], measures.head)
        width = edges[last] + bodies[last] - edges[first]
        slack = measure - width - cut.end_gap + cut.hung
        low = bisect_left(uneven, first, high)
        high = bisect_left(uneven, last, low)
        if slack and not (slack > 0 and stands_at_start(style, cut, total)):
            deltas, moved = taken_up(galley, style, cut, last, slack)
            begin += moved
            width += sum(deltas.values())
            shifts = _shifts(first, uneven[low:high], moves, deltas)
        else:
            shifts = tuple([(at + 1 - first, moves[at]) for at in uneven[low:high]])
        filled = width * em / _EM
        shown, texts = ids[2 * first : 2 * last + 2], ()
        begin_at, stop_at, end_at = first, last + 1, end
        if not is_one_to_one:
            begin_at, stop_at, end_at = starts[first], starts[last + 1], starts[end]
            if stop_at - begin_at != last + 1 - first:
                texts = texts_of(galley, first, last + 1)
        copy = text[begin_at:end_at]
        own = copy if stop_at == end_at else text[begin_at:stop_at]
        glyphs = Glyphs(face, size, shown, own, filled, shifts, texts, colour, language)
        at = (begin + offsets[first] if first in offsets else begin) * em / _EM
        lines.append(Line((Placed(glyphs, at),), filled, begin_at, end_at, copy))
    return lines


def _shifts(
    first: int, uneven: Sequence[int], moves: Mapping[int, int], deltas: dict[int, int]
) -> tuple[tuple[int, int], ...]:
    """The moves of the pen the font's own widths do not make, what was added to the gaps among them."""
    if not deltas:
        return tuple([(at + 1 - first, moves[at]) for at in uneven])
    for at in uneven:
        deltas[at] = deltas.get(at, 0) + moves[at]
    return tuple([(at + 1 - first, move) for at, move in sorted(deltas.items()) if move])
