"""The fonts of a book: which glyphs its formes use and what they stand for, and one embedded subset a face.

A sheet is drawn with what it knows itself; when all are drawn the book knows more: a glyph that stands for one text on
this sheet and for another on that one (`ambiguous`). A reader must be told the text of such in so many words, so the
few sheets that bear one are drawn again.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from sys import byteorder
from typing import TypeAlias
from unicodedata import normalize

from msgspec import Struct

from brochure.drawing.frame import Glyphs
from brochure.pdf.cid_font import Document, embed
from brochure.typefaces.library import TypefaceLibrary

Use: TypeAlias = tuple[str, bool]
"""A face's key, and whether it is set vertically: what a page calls by one resource name."""

_ZERO_WIDTH_SPACE = "\u200b"  # what a glyph stands for whose text another glyph of its cluster carries
_IS_LITTLE = byteorder == "little"


_Pairs: TypeAlias = dict[tuple[int, str], None]
"""(glyph number as read in the machine's byte order, text), in the order of first use."""


class Sorts(Struct, frozen=True):
    """The glyphs of one use on a sheet (a type of a fount is a sort), each with its text, in the order of first use.
    `ids` holds two bytes a glyph, big end first, and `text` one character each; `others` are glyph numbers as the
    machine reads those bytes, with texts of none or several characters."""

    ids: bytes
    text: str
    others: tuple[tuple[int, str], ...] = ()

    def pairs(self) -> Iterator[tuple[int, str]]:
        """(glyph number as read in the machine's byte order, text)."""
        return chain(zip(memoryview(self.ids).cast("H"), self.text, strict=True), self.others)


class FontBook:
    """Gathers the glyphs of frames and formes, then embeds them: one CIDFont a face, a Type0 font for each use."""

    def __init__(self, library: TypefaceLibrary) -> None:
        self._library = library
        self._pairs: dict[Use, _Pairs] = {}
        self._names: dict[Use, str] = {}
        self._texts: dict[str, dict[int, list[str]]] = {}

    def gather(self, face_key: str, is_vertical: bool, runs: Sequence[Glyphs]) -> None:
        """Take in the glyphs of runs of one use. Raises ValueError where glyphs and texts differ."""
        pairs = self._pairs_of((face_key, is_vertical))
        plain = [run for run in runs if not run.texts]
        if any(len(run.ids) != 2 * len(run.text) for run in plain):
            raise ValueError("glyphs and texts differ")
        codes = memoryview(b"".join([run.ids for run in plain])).cast("H")
        pairs.update(dict.fromkeys(zip(codes, "".join([run.text for run in plain]), strict=True)))
        if len(plain) < len(runs):
            for run in runs:
                if run.texts:
                    pairs.update(dict.fromkeys(zip(memoryview(run.ids).cast("H"), run.texts, strict=True)))
        self._texts = {}

    def take(self, sorts: Mapping[Use, Sorts]) -> None:
        """Take in what a sheet bears."""
        for use, each in sorts.items():
            self._pairs_of(use).update(dict.fromkeys(each.pairs()))
        self._texts = {}

    def _pairs_of(self, use: Use) -> _Pairs:
        pairs = self._pairs.get(use)
        if pairs is None:
            pairs = self._pairs[use] = {}
            self.resource_name(*use)
        return pairs

    @property
    def sorts(self) -> dict[Use, Sorts]:
        """All that was gathered."""
        return {use: _sorts(pairs) for use, pairs in self._pairs.items()}

    @property
    def names(self) -> Mapping[str, Use]:
        """The uses by their resource names, in the order of first use."""
        return {name: use for use, name in self._names.items()}

    def resource_name(self, face_key: str, is_vertical: bool = False) -> str:
        """What pages call the font by: F1, F2 … in the order of first use. Keys of one face have one name."""
        use = self._key(face_key), is_vertical
        return self._names.setdefault(use, f"F{len(self._names) + 1}")

    @property
    def ambiguous(self) -> frozenset[tuple[str, int]]:
        """(face key, glyph number) of the glyphs that stand for more than one text, or for none of their own."""
        found: set[tuple[str, int]] = set()
        for key in {face for face, _ in self._pairs}:
            pairs = self._of_face(self._key(key))
            codes = [code for code, _ in pairs]
            if len(set(codes)) < len(codes) or "" in [text for _, text in pairs]:
                texts = self._texts_of(self._key(key)).items()
                found.update((key, glyph) for glyph, each in texts if len(each) > 1 or not each[0])
        return frozenset(found)

    def write(self, document: Document) -> Mapping[Use, str]:
        """Embed every face gathered; gives for each use its font's mention, for a page's /Font."""
        fonts: dict[Use, str] = {}
        for key in dict.fromkeys(face for face, _ in self._names):
            texts = {glyph: texts[0] or _ZERO_WIDTH_SPACE for glyph, texts in self._texts_of(key).items()}
            type0 = embed(document, self._library.by_key(key), texts, self._glyphs(key, is_vertical=True))
            for use in self._names:
                if use[0] == key:
                    fonts[use] = type0(use[1])
        return fonts

    def _key(self, face_key: str) -> str:
        return self._library.by_key(face_key).key

    def _glyphs(self, key: str, is_vertical: bool) -> set[int]:
        uses = (pairs for (face, way), pairs in self._pairs.items() if way == is_vertical and self._key(face) == key)
        return {in_order(code) for pairs in uses for code, _ in pairs}

    def _of_face(self, key: str) -> Collection[tuple[int, str]]:
        """What was gathered of a face, whichever way it is set."""
        uses = [pairs for (face, _), pairs in self._pairs.items() if self._key(face) == key]
        return uses[0] if len(uses) == 1 else dict.fromkeys(chain.from_iterable(uses))

    def _texts_of(self, key: str) -> Mapping[int, list[str]]:
        """What each glyph of a face stands for, the likeliest first."""
        found = self._texts.get(key)
        if found is None:
            found = self._texts[key] = {}
            for code, text in self._of_face(key):
                found.setdefault(in_order(code), []).append(text)
            for glyph, texts in found.items():
                if len(texts) > 1:
                    found[glyph] = sorted(set(texts) - {"\u00a0"} if " " in texts else set(texts), key=_likelihood)
        return found


def borne(sorts: Mapping[Use, Sorts], among: Iterable[tuple[str, int]]) -> frozenset[tuple[str, int]]:
    """The (face key, glyph number) among these that a sheet bears."""
    codes: dict[str, set[int]] = {}
    found: set[tuple[str, int]] = set()
    for key, glyph in among:
        if key not in codes:
            uses = (each for (face, _), each in sorts.items() if face == key)
            codes[key] = {code for each in uses for code, _ in each.pairs()}
        if in_order(glyph) in codes[key]:
            found.add((key, glyph))
    return frozenset(found)


def _sorts(pairs: _Pairs) -> Sorts:
    others: tuple[tuple[int, str], ...] = ()
    single = [*pairs]
    text = "".join([text for _, text in single])
    if len(text) != len(single) or "" in [text for _, text in single]:
        others = tuple(pair for pair in pairs if len(pair[1]) != 1)
        single = [pair for pair in pairs if len(pair[1]) == 1]
        text = "".join([text for _, text in single])
    return Sorts(array("H", [code for code, _ in single]).tobytes(), text, others)


def _likelihood(text: str) -> tuple[bool, int, bool, str]:
    """Sorts the plainest first: some text, few characters, no compatibility form (⼀ after 一), low code point."""
    return not text, len(text), normalize("NFKC", text) != text, text


def in_order(code: int) -> int:
    """A glyph number from two big-end-first bytes read in the machine's order, and the other way about."""
    return (code & 0xFF) << 8 | code >> 8 if _IS_LITTLE else code
