"""Logotypes (連字): signs and figures with the gaps around them, cast once and set as one piece.

A comma between two kanji, a bracket, a year: what the stick makes of them depends on nothing but the classes beside
them. Ordinary copy (one run of characters its face has, horizontal) is kanji and kana with such pieces let in.
"""

from __future__ import annotations

from bisect import bisect_left
from codecs import utf_16_be_encode
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple, TypeVar

from brochure.typesetting.galley import Galley, steps_within
from brochure.typesetting.itemise import Item, Kind, printable
from brochure.typesetting.paragraph import HeadBracket, ParagraphStyle, Run, Setting
from brochure.typesetting.segment import Segment, has_glyph_a_cluster, joined
from brochure.typesetting.spacing import APART, EXCEPTIONS, PARTING, Codes, pairs_of
from brochure.typesetting.stick import Stick
from brochure.typesetting.type_case import NOT_IN_CASE, type_case

_EM = 1000
_MOST = 4096  # pieces remembered by a founder; a booklet has fewer
_FOUNDERS = 256  # styles at once
_RARE = "\0"  # the code of what is left to the stick
_STEERING = "\u2060\u200b\ufeff\u00ad\n"
_NONE: frozenset[int] = frozenset()
_NOUGHTS = str.maketrans("123456789", "000000000")
_FIGURES_BESIDE_FIGURES = "".join(first + second for first in "0123456789" for second in "0123456789")


class Logotype(NamedTuple):
    """A piece, from the gap after the character before it to the gap after its last one; an entry for each character.

    `bodies` are its own; `steps`, `rooms` (as the galley's), `may_end` of its gaps and the one before. `places` are the
    gaps with a room, `moves` those where the pen must move, both counted from the first gap; `offsets` by character of
    its own.
    `ids`, `codes` where they are not those of its characters alone; `lacking`: how many the case does not have.
    `swallowed` are its characters that are drawn by the glyph of the one before (——): their entries are taken out.
    """

    bodies: list[int]
    steps: list[int]
    rooms: list[int]
    may_end: bytes
    places: tuple[int, ...]
    moves: tuple[tuple[int, int], ...]
    offsets: tuple[tuple[int, int], ...]
    ids: bytes | None
    codes: str | None
    lacking: int
    swallowed: tuple[int, ...]


class _OrdinaryCodes(Codes):
    """The codes of characters the main face has and that never change what stands beside them; `_RARE` for others."""

    def __init__(self, style: ParagraphStyle) -> None:
        super().__init__(style.conventions, False)
        self._faces = style.text.faces

    def __missing__(self, point: int) -> str:
        character = chr(point)
        is_ordinary = (
            character not in _STEERING
            and not printable(character)[1]
            and not self._faces.uncovered(character)
            and self._faces.spans("国" + character) == ((0, 2, self._faces.main),)
            and self._faces.spans(character + "国") == ((0, 2, self._faces.main),)
        )
        found = self[point] = super().__missing__(point) if is_ordinary else _RARE
        return found


class Founder:
    """Casts the logotypes of a style, and sets ordinary copy with them."""

    def __init__(self, style: ParagraphStyle, is_relaxed: bool) -> None:
        text = style.text
        self._style = style
        self._is_relaxed = is_relaxed
        self._pairs = pairs_of(style.conventions, is_relaxed)
        self._case = type_case(text.faces.main, text.language, False)
        self._codes = _OrdinaryCodes(style)
        self._cast: dict[tuple[str, str, str], Logotype | None] = {}
        self._figures: dict[str, bytes] | None = None
        self._is_able = (
            self._case is not None
            and not (text.tracking or text.features or style.phrase_gap or style.hyphenation)
            and not (style.is_vertical or style.conventions.is_by_unicode)
            and style.head_bracket is not HeadBracket.FULL
        )

    def galley(self, runs: tuple[Run, ...]) -> Galley | None:
        """The galley of ordinary copy; None where it is for the stick to set."""
        run = runs[0]
        text = run.text
        case = self._case
        if not self._is_able or case is None or not text:
            return None
        codes = text.translate(self._codes)
        if _RARE in codes:
            return None
        picked = text.translate(case)
        ids: bytes | bytearray = utf_16_be_encode(picked, "surrogatepass")[0]
        count, lacking = len(text), 0
        bodies, steps = [_EM] * count, [_EM] * count
        rooms = [PARTING << APART] * count
        rooms[-1] = 0
        may_end = bytearray(b"\1") * (count + 1)
        moved = dict[int, int]()
        roomy, offsets, swallowed = list[int](), dict[int, int](), list[int]()
        known = self._cast
        for found in EXCEPTIONS.finditer(codes):
            first, end = found.span()
            before = first - 1 if first else 0
            key = codes[before:first], text[first:end], codes[end : end + 1]
            try:
                piece = known[key]
            except KeyError:
                piece = self._found(key, text[before : end + 1], first - before)
            if piece is None:
                return None
            own, step, room, ends, places, moves, shifts, other_ids, other_codes, lacks, joins = piece
            bodies[first:end] = own
            steps[before:end] = step
            rooms[before:end] = room
            may_end[before + 1 : end + 1] = ends
            for at in places:
                roomy.append(before + at)
            for at, move in moves:
                moved[before + at] = move
            if shifts:
                for at, move in shifts:
                    offsets[first + at] = move
            if other_ids is not None:
                lacking += lacks
                if isinstance(ids, bytes):
                    ids = bytearray(ids)
                ids[2 * first : 2 * end] = other_ids
                for at in joins:
                    swallowed.append(first + at)
            if other_codes is not None:
                codes = codes[:first] + other_codes + codes[end:]
        if picked.count(NOT_IN_CASE) != lacking:
            return None
        starts: Sequence[int] = range(count + 1)
        if swallowed:
            for array in (bodies, steps, rooms):
                _take_out(array, swallowed)
            _take_out(may_end, swallowed)
            codes = "".join(_take_out(list(codes), swallowed))
            starts = _take_out(list(starts), swallowed)
            ids = _take_out(bytearray(ids), [2 * at + half for at in swallowed for half in (0, 1)])
            roomy = [at - bisect_left(swallowed, at) for at in roomy]
            moved = {at - bisect_left(swallowed, at): move for at, move in moved.items()}
            offsets = {at - bisect_left(swallowed, at): move for at, move in offsets.items()}
            count -= len(swallowed)
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
            self._pairs,
            *steps_within(self._pairs, sums[-1]),
            _NONE,
            False,
            not run.target,
        )

    def _found(self, key: tuple[str, str, str], copy: str, lead: int) -> Logotype | None:
        if len(self._cast) >= _MOST:
            self._cast.clear()
        piece = self._of_figures(key, copy, lead) or self._new(key, copy, lead)
        self._cast[key] = piece
        return piece

    def _of_figures(self, key: tuple[str, str, str], copy: str, lead: int) -> Logotype | None:
        """A piece with figures, from the one with noughts in their place: where all figures of a face are alike, 237 is
        000 with other glyphs. None where they are not, or letters and signs of the face stand beside them.
        """
        text, case = key[1], self._case
        noughts = text.translate(_NOUGHTS)
        figures = self._figures if self._figures is not None else self._alike_figures()
        count = sum(map(text.count, figures))
        if not count or case is None or text.translate(case).count(NOT_IN_CASE) != count:
            return None
        pattern = key[0], noughts, key[2]
        piece = self._cast.get(pattern)
        if piece is None:
            piece = self._cast[pattern] = self._new(pattern, copy.translate(_NOUGHTS), lead)
        if piece is None or piece.ids is None:
            return None
        ids = b"".join([figures.get(sign) or piece.ids[2 * at : 2 * at + 2] for at, sign in enumerate(text)])
        return piece._replace(ids=ids)

    def _alike_figures(self) -> dict[str, bytes]:
        """The glyphs of the figures, if all have one width and none changes or moves beside another; else none."""
        stick = Stick((Run(_FIGURES_BESIDE_FIGURES, self._style.text),), self._style, self._is_relaxed)
        stick.fill()
        stretches = joined(stick.segments)
        self._figures = {}
        if len(stretches) == 1 and len(stretches[0].ids) == 2 * len(_FIGURES_BESIDE_FIGURES) == 2 * len(stick.bodies):
            ids, shaped = stretches[0].ids, stretches[0].shaped
            glyphs = {sign: ids[2 * at : 2 * at + 2] for at, sign in enumerate(_FIGURES_BESIDE_FIGURES)}
            is_alike = ids == b"".join(map(glyphs.__getitem__, _FIGURES_BESIDE_FIGURES))
            is_even = len({*stick.bodies}) == len({*stick.codes}) == 1 and not stick.offsets and not stick.moves()
            if is_alike and is_even and not (shaped is not None and shaped.shifts):
                self._figures = glyphs
        return self._figures

    def _new(self, key: tuple[str, str, str], copy: str, lead: int) -> Logotype | None:
        """The piece as the stick sets it between its neighbours; None where a cluster has more than one glyph."""
        if not key[0] and not key[2]:
            return None
        stick = Stick((Run(copy, self._style.text),), self._style, self._is_relaxed)
        stick.fill()
        stretches = joined(stick.segments)
        starts, first, end = stick.starts, lead, lead + len(key[1])
        if len(stretches) != 1 or len(stretches[0].ids) != 2 * len(stick.bodies) or {first, end} - set(starts):
            return None
        shaped = stretches[0].shaped
        if shaped is not None and not has_glyph_a_cluster(shaped):
            return None
        assert self._case is not None
        lacks = key[1].translate(self._case).count(NOT_IN_CASE)
        clusters = {start: number for number, start in enumerate(starts[:-1])}
        swallowed = tuple(at - first for at in range(first, end) if at not in clusters)
        ids, codes = stretches[0].ids, stick.codes
        own = [clusters.get(at) for at in range(first, end)]
        gaps = [clusters.get(at) for at in range(end)]
        codes = "".join([_RARE if at is None else codes[at] for at in own])
        places = {number: start for start, number in clusters.items()}
        return Logotype(
            [0 if at is None else stick.bodies[at] for at in own],
            [0 if at is None else stick.steps[at] for at in gaps],
            [0 if at is None else stick.rooms[at] | stick.partings[at] << APART for at in gaps],
            bytes([stick.may_end[starts.index(at)] if at in starts else 0 for at in range(1, end + 1)]),
            tuple(sorted(places[at] for at in stick.roomy if places[at] < end)),
            tuple(sorted((places[at], move) for at, move in stick.moves().items() if places[at] < end)),
            tuple(sorted((places[at] - lead, move) for at, move in stick.offsets.items() if lead <= places[at] < end)),
            b"".join([b"\0\0" if at is None else ids[2 * at : 2 * at + 2] for at in own]) if lacks else None,
            codes if codes != key[1].translate(self._codes) else None,
            lacks,
            swallowed,
        )


_Array = TypeVar("_Array", list[int], list[str], bytearray)


def _take_out(array: _Array, places: Sequence[int]) -> _Array:
    """The array without its entries at some places."""
    for at in reversed(places):
        del array[at]
    return array


_founders: dict[tuple[int, bool], tuple[ParagraphStyle, Founder]] = {}


def ordinary(runs: tuple[Run, ...], style: ParagraphStyle, is_relaxed: bool) -> Galley | None:
    """The galley of ordinary copy; None where it is for the stick to set (`set_galley`)."""
    if len(runs) != 1:
        return None
    run = runs[0]
    if run.style is not style.text and run.style != style.text:
        return None
    if run.ruby or run.emphasis or run.side_line or run.setting is not Setting.NORMAL:
        return None
    return _founder(style, is_relaxed).galley(runs)


def _founder(style: ParagraphStyle, is_relaxed: bool) -> Founder:
    """The founder of a style, known by which object it is: to hash a style takes longer than to set a line."""
    key = id(style), is_relaxed
    found = _founders.get(key)
    if found is None or found[0] is not style:
        if len(_founders) >= _FOUNDERS:
            _founders.clear()
        found = _founders[key] = style, Founder(style, is_relaxed)
    return found[1]
