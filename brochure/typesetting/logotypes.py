"""Logotypes (連字): signs and figures with the gaps around them, cast once and set as one piece.

A comma between two kanji, a bracket, a year: what the stick makes of them depends on nothing but the classes beside
them; and of those whose sorts are all in the case, on nothing but their own.
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from brochure.typesetting.figures import FIGURES
from brochure.typesetting.gaps import gaps_of
from brochure.typesetting.paragraph import ParagraphStyle, Run
from brochure.typesetting.segment import has_glyph_a_cluster, joined
from brochure.typesetting.signs import FIGURE, RARE, Signs
from brochure.typesetting.spacing import APART, EXCEPTIONS, HALF_SIGNS, Pairs, pairs_of
from brochure.typesetting.stick import Stick
from brochure.typesetting.type_case import NOT_IN_CASE, numbers_of

_EM = 1000
_MOST = 4096  # pieces remembered by a founder; a booklet has fewer
_NOT_NOUGHT = FIGURES[1:]


class Logotype(Struct, frozen=True, gc=False):
    """A piece, from the gap after the cluster before it to the gap after its last one.

    `bodies` are its own; `steps`, `rooms` (as the galley's), `may_end` of its gaps and the one before. `places` are the
    gaps with a room, `moves` those where the pen must move, both counted from the first gap; `offsets` by cluster of
    its own. `excess` is what the steps are longer than an em each.
    `ids`, `codes` where they are not those of its characters alone; `lacking`: how many have no sort.
    `swallowed` are its characters that are drawn by the glyph of the one before (——) and no cluster of their own.
    """

    bodies: list[int]
    steps: list[int]
    rooms: list[int]
    may_end: bytes
    places: tuple[int, ...]
    moves: tuple[tuple[int, int], ...]
    offsets: tuple[tuple[int, int], ...]
    excess: int
    ids: bytes | None
    codes: str | None
    lacking: int
    swallowed: tuple[int, ...]


class Reading(Struct, frozen=True, gc=False):
    """Copy as its founder reads it: the code of each character, its glyph as a character, and the pieces among them,
    each with the places of its first character and of the one after its last."""

    codes: str
    sorts: str
    pieces: list[tuple[int, int, Logotype]]


def _free_figures(text: str) -> list[int]:
    """The places of the figures but nought that have nothing beside them but figures, their signs, Han and kana."""
    if text.isdigit() and text.isascii():
        return [at for at, sign in enumerate(text) if sign != "0"]
    # not by an expression: one with all of Han in it takes 4 ms to compile
    return [
        at
        for at, sign in enumerate(text)
        if sign in _NOT_NOUGHT and _leaves_free(text[at - 1 : at]) and _leaves_free(text[at + 1 : at + 2])
    ]


def _leaves_free(beside: str) -> bool:
    return (
        beside in FIGURES
        or beside in "., "
        or "\u3000" <= beside <= "\u30ff"
        or "\u3400" <= beside <= "\u9fff"
        or "\uff01" <= beside <= "\uff5e"
    )


class Founder:
    """Casts the logotypes of a typeface in a language and under its conventions, whatever the size they are set in.

    `style` is any style in it that has no tracking; `signs` are those of the typeface, in the same conventions.
    """

    def __init__(self, style: ParagraphStyle, is_relaxed: bool, signs: Signs) -> None:
        self.pairs: Pairs = pairs_of(style.conventions, is_relaxed)
        self.signs = signs
        self._style = style
        self._is_relaxed = is_relaxed
        self._by_codes: dict[str, Logotype] = {}
        self._by_copy: dict[tuple[str, str, str], Logotype | None] = {}

    def read(self, text: str) -> Reading | None:
        """Ordinary copy read; None where it is for the stick to set."""
        self.signs.waiting = text
        signs = text.translate(self.signs)
        codes, sorts = signs[::2], signs[1::2]
        if RARE in codes:
            return None
        lacking = sorts.count(NOT_IN_CASE)
        by_codes = self._by_codes
        pieces: list[tuple[int, int, Logotype]] = []
        for found in EXCEPTIONS.finditer(codes):
            first, end = found.span()
            before = first - 1 if first else 0
            if lacking and NOT_IN_CASE in sorts[first:end]:
                piece = self._of_copy(
                    (codes[before:first], text[first:end], codes[end : end + 1]), text[before : end + 1]
                )
                if piece is None:
                    return None
                lacking -= piece.lacking
            else:
                key = codes[before : end + 1]
                try:
                    piece = by_codes[key]
                except KeyError:
                    piece = by_codes[key] = self._composed(text[before : end + 1], key, first - before, end - before)
            pieces.append((first, end, piece))
        return None if lacking else Reading(codes, sorts, pieces)

    def _of_copy(self, key: tuple[str, str, str], copy: str) -> Logotype | None:
        """A piece of certain copy with the codes before and after it; None where there are none."""
        known = self._by_copy
        if key not in known:
            if len(known) >= _MOST:
                known.clear()
            known[key] = self._of_figures(key, copy) or self._new(key, copy)
        return known[key]

    def _of_figures(self, key: tuple[str, str, str], copy: str) -> Logotype | None:
        """A piece with figures, from the one with noughts in their place: where none depends on what stands beside it,
        1,237 is 0,000 with other glyphs. None where they do, or there are none.
        """
        text = key[1]
        free = _free_figures(text)
        figures = self.signs.figures if free else {}
        if not figures:
            return None
        first = len(key[0])
        signs = [*text]
        for at in free:
            signs[at] = "0"
        pattern = "".join(signs)
        noughts = key[0], pattern, key[2]
        if noughts not in self._by_copy:
            self._by_copy[noughts] = self._new(noughts, copy[:first] + pattern + copy[first + len(text) :])
        piece = self._by_copy[noughts]
        if piece is None or piece.ids is None or piece.swallowed:
            return None
        bodies, steps, ids, excess = piece.bodies, piece.steps, bytearray(piece.ids), piece.excess
        nought = figures["0"][1]
        for at in free:
            glyph, width = figures[text[at]]
            ids[2 * at : 2 * at + 2] = ord(glyph).to_bytes(2, "big")
            if width != nought:
                if bodies is piece.bodies:
                    bodies, steps = bodies.copy(), steps.copy()
                bodies[at] += width - nought
                steps[first + at] += width - nought
                excess += width - nought
        return replace(piece, bodies=bodies, steps=steps, excess=excess, ids=bytes(ids))

    def _new(self, key: tuple[str, str, str], copy: str) -> Logotype | None:
        """A piece of certain copy cast; None for copy with nothing beside it, which does not come back, unless it is a
        number."""
        before, own, after = key
        if not (before or after) and own.strip(FIGURES + ".,"):
            return None
        first = len(before)
        end = first + len(own)
        sorts = own.translate(self.signs)[1::2]
        if all(sort != NOT_IN_CASE or sign in self.signs.figures for sign, sort in zip(own, sorts, strict=True)):
            return self._composed(copy, copy.translate(self.signs)[::2], first, end)
        return self._cast(copy, first, end)

    def _composed(self, copy: str, codes: str, first: int, end: int) -> Logotype:
        """A piece of nothing but sorts and figures: what the stick makes of it, put together without one."""
        figures = self.signs.figures if FIGURE in codes else {}
        own = copy[first:end]
        sorts = own.translate(self.signs)[1::2]
        pens = [figures[sign][1] if sign in figures else _EM for sign in copy]
        bodies, offsets = pens.copy(), dict[int, int]()
        for at in range(first, end):
            move = HALF_SIGNS.get(codes[at])
            if move is not None:
                bodies[at] = _EM // 2
                if move:
                    offsets[at] = move
        gaps = gaps_of(codes, bodies, pens, offsets, self.pairs)
        steps, moves, may_end = gaps.steps, gaps.moves, gaps.may_end
        rooms = [room | parting << APART for room, parting in zip(gaps.rooms, gaps.partings, strict=True)]
        if end == len(codes):
            last = end - 1
            steps, rooms, may_end = [*steps, bodies[last]], [*rooms, 0], may_end + b"\1"
            move = bodies[last] - offsets.get(last, 0) - pens[last]
            moves = (*moves, (last, move)) if move else moves
        glyphs = "".join([figures[sign][0] if sign in figures else sort for sign, sort in zip(own, sorts, strict=True)])
        return Logotype(
            bodies[first:end],
            steps,
            rooms,
            may_end,
            gaps.roomy,
            moves,
            tuple([(at - first, move) for at, move in offsets.items()]),
            sum(steps) - _EM * end,
            numbers_of(glyphs) if glyphs != sorts else None,
            None,
            sorts.count(NOT_IN_CASE),
            (),
        )

    def _cast(self, copy: str, first: int, end: int) -> Logotype | None:
        """The piece as the stick sets it between its neighbours; None where a cluster has more than one glyph."""
        stick = Stick((Run(copy, self._style.text),), self._style, self._is_relaxed)
        stick.fill()
        stretches = joined(stick.segments)
        starts = stick.starts
        if len(stretches) != 1 or len(stretches[0].ids) != 2 * len(stick.bodies) or {first, end} - set(starts):
            return None
        shaped = stretches[0].shaped
        if shaped is not None and not has_glyph_a_cluster(shaped):
            return None
        before, after = starts.index(first), starts.index(end)
        own, glyphs, codes = copy[first:end], stretches[0].ids[2 * before : 2 * after], stick.codes[before:after]
        signs = own.translate(self.signs)
        steps = stick.steps[:after]
        rooms = zip(stick.rooms[:after], stick.partings, strict=False)
        offsets = [(at - before, move) for at, move in stick.offsets.items() if before <= at < after]
        return Logotype(
            stick.bodies[before:after],
            steps,
            [room | parting << APART for room, parting in rooms],
            bytes(stick.may_end[1 : after + 1]),
            tuple(sorted([at for at in stick.roomy if at < after])),
            tuple(sorted([(at, move) for at, move in stick.moves().items() if at < after])),
            tuple(sorted(offsets)),
            sum(steps) - _EM * after,
            glyphs if glyphs != numbers_of(signs[1::2]) else None,
            codes if codes != signs[::2] else None,
            signs[1::2].count(NOT_IN_CASE),
            tuple(at - first for at in range(first, end) if at not in starts),
        )
