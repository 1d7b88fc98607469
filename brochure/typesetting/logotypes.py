"""Logotypes (連字): signs and figures with the gaps around them, cast once and set as one piece.

A comma between two kanji, a bracket, a year: what the stick makes of them depends on nothing but the classes beside
them; and of those whose sorts are all in the case, on nothing but their own.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from brochure.typesetting.itemise import printable
from brochure.typesetting.paragraph import ParagraphStyle, Run
from brochure.typesetting.segment import has_glyph_a_cluster, joined
from brochure.typesetting.spacing import APART, EXCEPTIONS, Pairs, codes_of, pairs_of
from brochure.typesetting.stick import Stick
from brochure.typesetting.type_case import NOT_IN_CASE, TypeCase

_EM = 1000
_MOST = 4096  # pieces remembered by a founder; a booklet has fewer
_RARE = "\0"  # the code of what is left to the stick
_STEERING = "\u2060\u200b\ufeff\u00ad\n"
_FIGURES = "0123456789"
_NOT_NOUGHT = "123456789"
_FIGURES_AND_NEIGHBOURS = "".join(first + second for first in _FIGURES for second in _FIGURES + "., ") + "0"
_ONLY_FIGURES = re.compile("[0-9.,]+")

_Figures: TypeAlias = dict[str, tuple[str, int]]


class Logotype(Struct, frozen=True):
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


class Reading(Struct, frozen=True):
    """Copy as its founder reads it: the code of each character, its glyph as a character, and the pieces among them,
    each with the places of its first character and of the one after its last."""

    codes: str
    sorts: str
    pieces: list[tuple[int, int, Logotype]]


class _OrdinaryCodes(dict[int, str]):
    """The codes of characters the main face has and that never change what stands beside them; `_RARE` for others."""

    def __init__(self, style: ParagraphStyle) -> None:
        super().__init__()
        self._codes = codes_of(style.conventions, False)
        self._faces = style.text.faces

    def __missing__(self, point: int) -> str:
        found = self[point] = self._codes[point] if self._is_ordinary(chr(point)) else _RARE
        return found

    def _is_ordinary(self, character: str) -> bool:
        faces = self._faces
        if "一" <= character <= "\u9fff" or "ぁ" <= character <= "ゖ" or "ァ" <= character <= "ヺ":
            return faces.main.covers(character)
        return (
            character not in _STEERING
            and not printable(character)[1]
            and not faces.uncovered(character)
            and faces.spans("国" + character) == ((0, 2, faces.main),)
            and faces.spans(character + "国") == ((0, 2, faces.main),)
        )


class _Sorts(dict[int, str]):
    """The sorts of the case, and of figures where all are alike: of those with one code all have one width. Where
    features change the face there is no case.
    """

    def __init__(
        self, case: TypeCase, codes: _OrdinaryCodes, style: ParagraphStyle, figures: Callable[[], _Figures]
    ) -> None:
        super().__init__()
        self._case = case
        self._codes = codes
        self._has_case = not style.text.features
        self._figures = figures

    def __missing__(self, point: int) -> str:
        if chr(point) in _FIGURES:
            figures = self._figures()
            is_alike = len({width for _, width in figures.values()}) == 1
            self.update((ord(sign), figures[sign][0] if is_alike else NOT_IN_CASE) for sign in _FIGURES)
            return self[point]
        is_sorted = self._has_case and self._codes[point] != self._codes[ord("0")]
        found = self[point] = self._case[point] if is_sorted else NOT_IN_CASE
        return found


def _figures_of(style: ParagraphStyle) -> _Figures:
    """The glyph of each figure, as a character, and its width, if none changes or moves beside another, a comma, a full
    stop or a space; else none.
    """
    stick = Stick((Run(_FIGURES_AND_NEIGHBOURS, style.text),), style, is_relaxed=False)
    stick.fill()
    stretches = joined(stick.segments)
    if len(stretches) != 1 or not len(stretches[0].ids) == 2 * len(_FIGURES_AND_NEIGHBOURS) == 2 * len(stick.bodies):
        return {}
    ids, shaped = stretches[0].ids, stretches[0].shaped
    signs = [
        (sign, (ids[2 * at : 2 * at + 2], body))
        for at, (sign, body) in enumerate(zip(_FIGURES_AND_NEIGHBOURS, stick.bodies, strict=True))
    ]
    known = dict(signs)
    is_alone = all(known[sign] == each for sign, each in signs)
    if not is_alone or stick.offsets or stick.moves() or (shaped is not None and shaped.shifts):
        return {}
    return {sign: (chr(int.from_bytes(known[sign][0], "big")), known[sign][1]) for sign in _FIGURES}


def _free_figures(text: str) -> list[int]:
    """The places of the figures but nought that have nothing beside them but figures, their signs, Han and kana."""
    # not by an expression: one with all of Han in it takes 4 ms to compile
    return [
        at
        for at, sign in enumerate(text)
        if sign in _NOT_NOUGHT and _leaves_free(text[at - 1 : at]) and _leaves_free(text[at + 1 : at + 2])
    ]


def _leaves_free(beside: str) -> bool:
    return (
        beside in _FIGURES
        or beside in "., "
        or "\u3000" <= beside <= "\u30ff"
        or "\u3400" <= beside <= "\u9fff"
        or "\uff01" <= beside <= "\uff5e"
    )


class _Signs(dict[int, str]):
    """Code point → its code and its sort, two characters: copy is read in one pass.

    `words` are what is being read: at the first character that is new, the sorts of all of it are cast together.
    """

    def __init__(self, codes: _OrdinaryCodes, sorts: _Sorts, case: TypeCase) -> None:
        super().__init__()
        self.words = ""
        self._codes = codes
        self._sorts = sorts
        self._case = case

    def __missing__(self, point: int) -> str:
        if self.words:
            self._case.cast(self.words)
            self.words = ""
        found = self[point] = self._codes[point] + self._sorts[point]
        return found


class Founder:
    """Casts the logotypes of a typeface in a language and under its conventions, whatever the size they are set in.

    `style` is any style in it that has no tracking; `case` its case.
    """

    def __init__(self, style: ParagraphStyle, is_relaxed: bool, case: TypeCase) -> None:
        self.pairs: Pairs = pairs_of(style.conventions, is_relaxed)
        self._style = style
        self._is_relaxed = is_relaxed
        self._codes = _OrdinaryCodes(style)
        self._sorts = _Sorts(case, self._codes, style, self._known_figures)
        self._signs = _Signs(self._codes, self._sorts, case)
        self._figures: _Figures | None = None
        self._by_codes: dict[str, Logotype | None] = {}
        self._by_copy: dict[tuple[str, str, str], Logotype | None] = {}

    def read(self, text: str) -> Reading | None:
        """Ordinary copy read; None where it is for the stick to set."""
        self._signs.words = text
        signs = text.translate(self._signs)
        codes, sorts = signs[::2], signs[1::2]
        if _RARE in codes:
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
                lacking -= piece.lacking if piece else 0
            else:
                key = codes[before : end + 1]
                try:
                    piece = by_codes[key]
                except KeyError:
                    piece = by_codes[key] = self._of_sorts(text[before : end + 1], first - before, end - before)
            if piece is None:
                return None
            pieces.append((first, end, piece))
        return None if lacking else Reading(codes, sorts, pieces)

    def _of_sorts(self, copy: str, first: int, end: int) -> Logotype | None:
        """A piece whose sorts are all in the case; None where the stick takes other glyphs for it."""
        piece = self._cast(copy, first, end)
        return None if piece is None or piece.ids is not None or piece.codes is not None else piece

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
        figures = self._known_figures() if free else {}
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

    def _known_figures(self) -> _Figures:
        if self._figures is None:
            self._figures = _figures_of(self._style)
        return self._figures

    def _new(self, key: tuple[str, str, str], copy: str) -> Logotype | None:
        """A piece cast; None for copy with nothing beside it, which does not come back, unless it is a number."""
        if not (key[0] or key[2] or _ONLY_FIGURES.fullmatch(key[1])):
            return None
        first = len(key[0])
        return self._cast(copy, first, first + len(key[1]))

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
        sorts, steps = own.translate(self._sorts), stick.steps[:after]
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
            glyphs if glyphs != sorts.encode("utf-16-be", "surrogatepass") else None,
            codes if codes != own.translate(self._codes) else None,
            sorts.count(NOT_IN_CASE),
            tuple(at - first for at in range(first, end) if at not in starts),
        )
