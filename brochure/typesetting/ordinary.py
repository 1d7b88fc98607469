"""Ordinary copy: one run of characters its face has, horizontal. It is kanji and kana with logotypes let in.

What is no longer than its measure is cast as a slug: one line in one piece, with no galley to cut it from.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate

from msgspec import Struct
from msgspec.structs import replace

from brochure.drawing.frame import Glyphs, Placed
from brochure.typefaces.chain import FaceChain
from brochure.typesetting.conventions import Conventions
from brochure.typesetting.figures import changes_figures_alone
from brochure.typesetting.galley import Galley, steps_within
from brochure.typesetting.itemise import Item, Kind
from brochure.typesetting.line import Line
from brochure.typesetting.logotypes import Founder, Reading
from brochure.typesetting.paragraph import Alignment, HeadBracket, LastLine, ParagraphStyle, Run, Setting
from brochure.typesetting.segment import Segment
from brochure.typesetting.signs import Signs
from brochure.typesetting.spacing import APART, PARTING, SPACE
from brochure.typesetting.type_case import numbers_of, type_case

_EM = 1000
_FOUNDERS = 64  # typefaces at once
_STYLES = 256
_NONE: frozenset[int] = frozenset()


class _Manner(Struct, frozen=True):
    """How a style is set: by which founder, if by any; `indent` is the first line's and `tracking` the style's, in
    thousandths of an em. `has_slugs`: whether a line shorter than its measure stands at the measure's head, solid.
    """

    style: ParagraphStyle
    founder: Founder | None
    indent: int
    tracking: int
    has_slugs: bool


class Ordinary(Struct, frozen=True, gc=False):
    """Ordinary copy, read: it becomes a slug or a galley."""

    run: Run
    reading: Reading
    manner: _Manner

    def slug(self, room: int) -> Line | None:
        """The copy as one line in a measure of `room` thousandths of an em; None where it is for the galley."""
        run, read, manner = self.run, self.reading, self.manner
        codes, sorts, pieces = read.codes, read.sorts, read.pieces
        indent = manner.indent
        if not manner.has_slugs or run.target or codes[-1] == SPACE or indent > room - _EM:
            return None
        count = len(codes)
        width = _EM * count + manner.tracking * (count - 1)
        for _, _, piece in pieces:
            width += piece.excess
        if width > room - indent:
            return None
        ids: bytes | bytearray = numbers_of(sorts)
        shifts: list[tuple[int, int]] = []
        begin = indent
        for first, end, piece in pieces:
            if piece.swallowed:
                return None
            after = first if first else 1
            for at, move in piece.moves:
                if after + at < count:
                    shifts.append((after + at, move))
            if piece.ids is not None:
                ids = bytearray(ids) if isinstance(ids, bytes) else ids
                ids[2 * first : 2 * end] = piece.ids
            if not first and piece.offsets and not piece.offsets[0][0]:
                begin += piece.offsets[0][1]
        if manner.tracking:
            shifts = _tracked(dict(shifts), range(1, count), manner.tracking)
        style, text = run.style, str(run.text)
        em = style.size
        filled = width * em / _EM
        face = style.faces.main.key
        shown, moves = bytes(ids), tuple(shifts)
        glyphs = Glyphs(face, em, shown, text, filled, moves, (), style.colour, style.language)
        return Line((Placed(glyphs, begin * em / _EM),), filled, 0, count, text)

    def galley(self) -> Galley:
        """The copy as a galley."""
        run, read, manner = self.run, self.reading, self.manner
        codes, sorts, pieces = read.codes, read.sorts, read.pieces
        text = run.text
        ids: bytes | bytearray = numbers_of(sorts)
        count = len(text)
        bodies, steps = [_EM] * count, [_EM] * count
        rooms = [PARTING << APART] * count
        rooms[-1] = 0
        may_end = bytearray(b"\1") * (count + 1)
        moved = dict[int, int]()
        roomy, offsets, swallowed = list[int](), dict[int, int](), list[int]()
        gone = 0
        for begin, stop, piece in pieces:
            first, end = begin - gone, stop - gone
            before = first - 1 if first else 0
            bodies[first:end] = piece.bodies
            steps[before:end] = piece.steps
            rooms[before:end] = piece.rooms
            may_end[before + 1 : end + 1] = piece.may_end
            for at in piece.places:
                roomy.append(before + at)
            for at, move in piece.moves:
                moved[before + at] = move
            if piece.offsets:
                for at, move in piece.offsets:
                    offsets[first + at] = move
            if piece.ids is not None:
                ids = bytearray(ids) if isinstance(ids, bytes) else ids
                ids[2 * first : 2 * end] = piece.ids
            if piece.codes is not None:
                codes = codes[:first] + piece.codes + codes[end:]
            if piece.swallowed:
                swallowed += [begin + at for at in piece.swallowed]
                gone = len(swallowed)
        starts = _without(range(count + 1), swallowed) if swallowed else range(count + 1)
        count -= gone
        if manner.tracking:
            steps = [step + manner.tracking for step in steps[:-1]] + steps[-1:]
            moved = dict(_tracked(moved, range(count - 1), manner.tracking))
        assert manner.founder is not None
        pairs = manner.founder.pairs
        item = Item(0, text, 0, run.style, run.style.faces.main, Kind.HAN)
        segments = (Segment(0, count, item, bytes(ids), None, 1.0),)
        sums = list(accumulate(rooms, initial=0))
        return Galley(
            text,
            run.style.size,
            codes,
            starts,
            bodies,
            offsets,
            list(accumulate(steps, initial=0)),
            sums,
            roomy,
            may_end,
            {},
            {},
            moved,
            list(moved),
            (),
            _NONE,
            segments,
            segments,
            (),
            pairs,
            *steps_within(pairs, sums[-1]),
            _NONE,
            False,
            not run.target,
        )


def _tracked(moves: Mapping[int, int], places: Iterable[int], tracking: int) -> list[tuple[int, int]]:
    """The moves of the pen at places, each longer by the tracking; those that come to 0 left out."""
    get = moves.get
    return [(at, move) for at in places if (move := get(at, 0) + tracking)]


def _without(numbers: range, gone: Sequence[int]) -> list[int]:
    """Numbers from 0 on, some of them left out."""
    kept: list[int] = []
    begin = 0
    for each in gone:
        kept += numbers[begin:each]
        begin = each + 1
    return [*kept, *numbers[begin:]]


_manners: dict[tuple[int, bool], _Manner] = {}
_founders: dict[tuple[FaceChain, str, tuple[tuple[str, int], ...], Conventions, bool], Founder | None] = {}


def ordinary(runs: tuple[Run, ...], style: ParagraphStyle, is_relaxed: bool) -> Ordinary | None:
    """Ordinary copy, read; None where it is for the stick to set (`set_galley`)."""
    if len(runs) != 1:
        return None
    run = runs[0]
    if run.style is not style.text and run.style != style.text:
        return None
    if run.ruby or run.emphasis or run.side_line or run.setting is not Setting.NORMAL or not run.text:
        return None
    manner = _manner(style, is_relaxed)
    reading = manner.founder.read(run.text) if manner.founder else None
    return None if reading is None else Ordinary(run, reading, manner)


def _manner(style: ParagraphStyle, is_relaxed: bool) -> _Manner:
    """The manner of a style, known by which object it is: to hash a style takes longer than to set a line."""
    key = id(style), is_relaxed
    found = _manners.get(key)
    if found is None or found.style is not style:
        if len(_manners) >= _STYLES:
            _manners.clear()
        is_at_start = style.alignment is Alignment.START or (
            style.alignment is Alignment.JUSTIFIED and style.last_line is LastLine.START
        )
        has_slugs = is_at_start and style.head_bracket is HeadBracket.FLUSH
        indent, tracking = round(style.indent * _EM), round(style.text.tracking * _EM)
        found = _manners[key] = _Manner(style, _founder(style, is_relaxed), indent, tracking, has_slugs)
    return found


def _founder(style: ParagraphStyle, is_relaxed: bool) -> Founder | None:
    """Who casts for a style; None where its copy is for the stick."""
    text = style.text
    is_able = (
        not (style.phrase_gap or style.hyphenation)
        and not (style.is_vertical or style.conventions.is_by_unicode)
        and style.head_bracket is not HeadBracket.FULL
    )
    if not is_able:
        return None
    typeface = text.faces, text.language, text.features, style.conventions
    key = (*typeface, is_relaxed)
    if key not in _founders:
        if len(_founders) >= _FOUNDERS:
            _founders.clear()
        twin = _founders.get((*typeface, not is_relaxed))
        _founders[key] = _new_founder(style, is_relaxed, twin.signs if twin else None)
    return _founders[key]


def _new_founder(style: ParagraphStyle, is_relaxed: bool, signs: Signs | None) -> Founder | None:
    """A founder with signs of its own unless they are given; none where there is no case to cast from."""
    text = style.text
    if signs is None:
        case = type_case(text.faces.main, text.language, False) if changes_figures_alone(text.features) else None
        if case is None:
            return None
        signs = Signs(text, style.conventions, case)
    return Founder(replace(style, text=replace(text, tracking=0.0)), is_relaxed, signs)
