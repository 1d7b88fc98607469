"""What is set within a line in a size of its own: the two lines of a warichu."""

from __future__ import annotations

from msgspec.structs import replace

from brochure.drawing.frame import Group, Placed
from brochure.drawing.geometry import Point, Transform
from brochure.typesetting.galley import set_galley
from brochure.typesetting.line_adjustment import spread
from brochure.typesetting.paragraph import Run, Setting
from brochure.typesetting.placing import IDEOGRAPHIC_ASCENT, Placing, glyphs_of, placing
from brochure.typesetting.segment import Segment
from brochure.typesetting.warichu import SIZE, halves

_MOST_BETWEEN = 125  # thousandths of a note's em: how far its characters are parted to fill its room


def note(line: Placing, segment: Segment, head: int, end: int, at: int) -> tuple[Placed, ...]:
    """The columns `head` to `end` (exclusive) of a note as two lines of half size, the first above or at the right.

    They are read as one: a program that goes by the places of words would mix the two.
    """
    galley = line.galley
    text = galley.text[galley.starts[head] : galley.starts[end]]
    room = line.edge(end - 1) + galley.bodies[end - 1] - at
    size = segment.item.style.size * SIZE
    lines = tuple(
        placed
        for number, half in enumerate(halves(text))
        if half
        for placed in _small_line(line, segment, half, size, number, line.points(at), line.points(room))
    )
    return (Placed(Group(lines, said=text)),)


def _small_line(
    line: Placing, segment: Segment, text: str, size: float, number: int, along: float, room: float
) -> tuple[Placed, ...]:
    small = replace(segment.item.style, size=size)
    style = replace(line.style, text=small, indent=0.0, hanging_indent=0.0)
    run = replace(line.runs[segment.item.run], text=text, style=small, setting=Setting.NORMAL, target="")
    runs: tuple[Run, ...] = (run,)
    galley = set_galley(runs, style, is_relaxed=False)
    count = galley.total
    slack = round(room * 1000 / size) - galley.width(0, count)
    deltas = spread(0, count - 1, slack) if 0 < slack <= count * _MOST_BETWEEN else {}
    items = glyphs_of(placing(galley, runs, style, 0, count - 1, deltas, 0), note)
    narrowed = min(1.0, room / (room - slack * size / 1000)) if slack < 0 else 1.0
    if style.is_vertical:
        at = Point(size / 2 if number == 0 else -size / 2, along)
        turn = Transform(d=narrowed)
    else:
        top = -IDEOGRAPHIC_ASCENT * segment.item.style.size
        at = Point(along, top + (number + IDEOGRAPHIC_ASCENT) * size)
        turn = Transform(a=narrowed)
    if narrowed > 0.999:
        return tuple(placed.moved(*at) for placed in items)
    return (Placed(Group(items, turn), at.x, at.y),)
