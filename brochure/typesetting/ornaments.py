"""What stands beside a line: ruby, emphasis marks, lines along names and titles, the hyphen at its end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from math import pi, sin

from msgspec.structs import replace

from brochure.drawing.frame import Group, Path, Placed, Shape, Stroke, Tagged
from brochure.drawing.structure import Role
from brochure.typesetting.bopomofo_setting import bopomofo
from brochure.typesetting.galley import Galley
from brochure.typesetting.itemise import Item, Kind
from brochure.typesetting.paragraph import Emphasis, Run, SideLine
from brochure.typesetting.placing import IDEOGRAPHIC_ASCENT, TURNED, Placing
from brochure.typesetting.ruby import RubyKind
from brochure.typesetting.ruby_setting import Reading, RubyPlace
from brochure.typesetting.segment import Segment
from brochure.typesetting.shape import Shaped, ink_of, shape, shape_text
from brochure.typesetting.silent import silent
from brochure.typesetting.spacing import MARKS
from brochure.typesetting.text_style import TextStyle

_EM = 1000
_MARK_SIZE = 0.5  # of an emphasis mark, in shares of the character's
_MARK_AWAY = 0.16  # em from the body's edge to the middle of an emphasis mark's ink
_LINE_BELOW = 0.07  # em between the body and the line along it
_LINE_INSET = 0.08  # em by which a line is shorter than its run at both ends, so that neighbours are parted
_LINE_WIDTH = 0.05  # em
_WAVE, _WAVE_HEIGHT = 0.25, 0.05  # em


def adorned(line: Placing, glyphs: Iterable[tuple[int, tuple[Placed, ...]]], is_hyphenated: bool) -> tuple[Placed, ...]:
    """A line's items, given run by run, and all that stands beside them; a word with its reading is one element."""
    galley = line.galley
    readings: dict[int, list[Placed]] = {}
    for place in galley.rubies:
        if place.first <= line.last and place.end > line.first:
            readings.setdefault(place.readings[0].item.run, []).extend(_ruby(line, place))
    items: list[Placed] = []
    for number, group in groupby(glyphs, key=_run_of):
        drawn = tuple(placed for _, placed_items in group for placed in placed_items)
        items += _read_word(drawn, readings[number]) if readings.get(number) else drawn
    beside: list[Placed] = []
    for segment in galley.segments:
        run = line.runs[segment.item.run]
        if segment.first > line.last or segment.end <= line.first:
            continue
        if run.emphasis:
            beside += _emphasis(line, segment, run.emphasis)
    beside += _side_lines(line)
    if is_hyphenated:
        beside.append(_hyphen(line))
    return (*items, *beside)


def _run_of(glyphs: tuple[int, tuple[Placed, ...]]) -> int:
    return glyphs[0]


def _read_word(word: tuple[Placed, ...], readings: list[Placed]) -> Iterator[Placed]:
    """A word and its reading, as a hearing reader is told of them (ISO 32000-1, 14.8.4.4.2)."""
    parts = Placed(Tagged(Role.RUBY_BASE, word)), Placed(Tagged(Role.RUBY_TEXT, tuple(readings)))
    yield Placed(Tagged(Role.RUBY, parts))


def head_room(galley: Galley, first: int, last: int) -> int:
    """How far the first body of a line is moved in, so that its ruby is flush with the line's head."""
    for place in galley.rubies:
        if place.first <= first < place.end:
            return place.part(first, min(last + 1, place.end)).lead
    return 0


def cut_changes(galley: Galley, first: int, last: int) -> Iterator[tuple[int, int]]:
    """What changes in the gaps of a line where its ends cut a ruby word: (cluster before the gap, change)."""
    for place in galley.rubies:
        begin, end = max(first, place.first), min(last + 1, place.end)
        if begin >= end or not place.may_break or (begin == place.first and end == place.end):
            continue
        part = place.part(begin, end)
        whole = place.block.base_gaps[begin - place.first : end - 1 - place.first]
        for at, (new, old) in enumerate(zip(part.base_gaps, whole, strict=True), begin):
            yield at, new - old
        if end == place.end and end <= last:
            yield end - 1, part.trail - place.block.trail
        if begin == place.first and begin > first:
            yield begin - 1, part.lead - place.block.lead


def _ruby(line: Placing, place: RubyPlace) -> Iterator[Placed]:
    if place.kind is RubyKind.BOPOMOFO:
        yield from bopomofo(line, place)
        return
    begin, end = max(line.first, place.first), min(line.last + 1, place.end)
    if not place.may_break and begin > place.first:
        return  # a word forced apart: its reading stands with its beginning
    block = place.part(begin, end)
    chosen = place.readings[begin - place.first : end - place.first] if place.may_break else place.readings
    edge = line.edge(begin)
    for reading, positions in zip(chosen, block.positions, strict=True):
        if positions:
            yield _reading(line, reading, positions, edge)


def _reading(line: Placing, reading: Reading, positions: tuple[int, ...], edge: int) -> Placed:
    """One reading, its clusters at their positions, above the line or at its right."""
    base = line.runs[reading.item.run].style.size
    small = reading.item.style
    shifts = _shifts(reading.shaped, positions, small.size / line.galley.em)
    width = line.points(positions[-1] + reading.widths[-1] - positions[0])
    glyphs = silent(reading.item, reading.shaped, width, shifts)
    along = line.points(edge + positions[0])
    if not line.style.is_vertical:
        return Placed(glyphs, along, -IDEOGRAPHIC_ASCENT * base - (1 - IDEOGRAPHIC_ASCENT) * small.size)
    middle = base / 2 + small.size / 2
    if reading.item.is_vertical:
        return Placed(glyphs, middle, along)
    return Placed(Group((Placed(glyphs),), TURNED), middle - (IDEOGRAPHIC_ASCENT - 0.5) * small.size, along)


def _shifts(shaped: Shaped, positions: tuple[int, ...], scale: float) -> tuple[tuple[int, float], ...]:
    """Moves before each cluster but the first, in thousandths of the ruby's own size, from their places."""
    found: list[tuple[int, float]] = []
    for index in range(1, len(positions)):
        wanted = (positions[index] - positions[index - 1]) / scale
        move = round(wanted - shaped.pens[index - 1], 2)
        if move:
            found.append((shaped.glyphs[index], move))
    return tuple(found)


def _emphasis(line: Placing, segment: Segment, mark: Emphasis) -> Iterator[Placed]:
    """A mark beside the middle of each character that is no punctuation (圏点); what is centred is its ink."""
    galley = line.galley
    own = segment.item.style
    style = replace(own, size=own.size * _MARK_SIZE, tracking=0.0)
    item, shaped = _sign(mark.sign(line.style.is_vertical), style)
    ink = ink_of(item, shaped)
    across, up = ((ink.left + ink.right) / 2 * style.size / _EM, (ink.bottom + ink.top) / 2 * style.size / _EM)
    glyphs = silent(item, shaped, sum(shaped.advances) * style.size / _EM)
    if line.style.is_vertical:
        beside = (0.5 + _MARK_AWAY) * own.size
    elif line.style.conventions.has_dots_below:
        beside = (1 - IDEOGRAPHIC_ASCENT + _MARK_AWAY) * own.size
    else:
        beside = -(IDEOGRAPHIC_ASCENT + _MARK_AWAY) * own.size
    for at in range(max(line.first, segment.first), min(line.last + 1, segment.end)):
        if galley.codes[at] in MARKS:
            continue
        middle = line.points(line.edge(at)) + line.points(galley.bodies[at]) / 2
        x, y = (beside, middle) if line.style.is_vertical else (middle, beside)
        yield Placed(glyphs, x - across, y + up)


def _sign(sign: str, style: TextStyle) -> tuple[Item, Shaped]:
    item = Item(0, sign, 0, style, style.faces.face_for(sign), Kind.HAN)
    return item, shape(item)


def _side_lines(line: Placing) -> Iterator[Placed]:
    """Lines along runs that carry one, each a little shorter than its run."""
    galley = line.galley
    ends: dict[int, tuple[int, int]] = {}
    for segment in galley.segments:
        begin, end = max(line.first, segment.first), min(line.last + 1, segment.end)
        number = segment.item.run
        if begin < end and line.runs[number].side_line:
            while line.runs[number].goes_on and number:
                number -= 1
            ends[number] = ends.get(number, (begin, end))[0], end
    for number, (begin, end) in ends.items():
        run = line.runs[number]
        start = line.points(line.edge(begin)) + _LINE_INSET * run.style.size
        stop = line.points(line.edge(end - 1) + galley.bodies[end - 1]) - _LINE_INSET * run.style.size
        yield _side_line(run, start, stop, line.style.is_vertical)


def _side_line(run: Run, start: float, stop: float, is_vertical: bool) -> Placed:
    size = run.style.size
    off = (0.5 + _LINE_BELOW) * size if is_vertical else (1 - IDEOGRAPHIC_ASCENT + _LINE_BELOW) * size
    along = _wave(start, stop, size) if run.side_line is SideLine.BOOK_TITLE else [(start, 0.0), (stop, 0.0)]
    points = [(-off - across, at) if is_vertical else (at, off + across) for at, across in along]
    path: Path = (("M", *points[0]), *(("L", *point) for point in points[1:]))
    stroke = Stroke(run.style.colour, _LINE_WIDTH * size, is_round=run.side_line is SideLine.BOOK_TITLE)
    return Placed(Tagged(Role.ARTIFACT, (Placed(Shape(path, stroke=stroke)),)))


def _wave(start: float, stop: float, size: float) -> list[tuple[float, float]]:
    """A wavy line as points, whole waves from end to end."""
    waves = max(1, round((stop - start) / (_WAVE * size)))
    steps = waves * 12
    height = _WAVE_HEIGHT * size
    return [
        (round(start + (stop - start) * step / steps, 3), round(height * (1 + sin(2 * pi * step * waves / steps)), 3))
        for step in range(steps + 1)
    ]


def _hyphen(line: Placing) -> Placed:
    galley = line.galley
    segment = next(each for each in galley.segments if each.first <= line.last < each.end)
    item = replace(segment.item, text="-")
    shaped = shape_text("-", item)
    glyphs = silent(item, shaped, sum(shaped.advances) * item.style.size / _EM)
    along = line.points(line.edge(line.last) + galley.bodies[line.last])
    if not line.style.is_vertical:
        return Placed(glyphs, along, 0.0)
    middle = (IDEOGRAPHIC_ASCENT - 0.5) * item.style.size
    return Placed(Group((Placed(glyphs),), TURNED), -middle, along)
