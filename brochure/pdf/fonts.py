"""The fonts of a book: which glyphs its formes use and what they stand for, and one embedded subset a face.

A sheet is drawn with what it knows itself; when all are drawn the book knows more: a glyph that stands for one text on
this sheet and for another on that one (`ambiguous`). A reader must be told the text of such in so many words, so the
few sheets that bear one are drawn again.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from sys import byteorder
from typing import TypeAlias
from unicodedata import normalize

from msgspec import Struct

from brochure.drawing.frame import Glyphs, Group, Placed, Tagged
from brochure.pdf.cid_font import Document, embed
from brochure.typefaces.library import TypefaceLibrary

Use: TypeAlias = tuple[str, bool]
"""A face's key, and whether it is set vertically: what a page calls by one resource name."""

_NESTS = (Group, Tagged)
_ZERO_WIDTH_SPACE = "\u200b"  # what a glyph stands for whose text another glyph of its cluster carries
_IS_LITTLE = byteorder == "little"


class Sorts(Struct, frozen=True):
    """The glyphs of one use on a sheet (a type of a fount is a sort), each with its text. `ids` holds two bytes a
    glyph, big end first, and `text` one character each; `others` are glyph numbers as the machine reads those bytes,
    with texts of none or several characters. Without order, so sorted."""

    ids: bytes
    text: str
    others: tuple[tuple[int, str], ...] = ()

    def pairs(self) -> set[tuple[int, str]]:
        """(glyph number as read in the machine's byte order, text)."""
        return {*zip(memoryview(self.ids).cast("H"), self.text, strict=True), *self.others}


class FontBook:
    """Gathers the glyphs of frames and formes, then embeds them: one CIDFont a face, a Type0 font for each use."""

    def __init__(self, library: TypefaceLibrary) -> None:
        self._library = library
        self._pairs: dict[Use, set[tuple[int, str]]] = {}  # (glyph number as read in the machine's byte order, text)
        self._names: dict[Use, str] = {}
        self._texts: dict[str, dict[int, list[str]]] = {}

    def gather(self, items: Iterable[Placed]) -> None:
        """Take in the glyphs of these items and of all within them. Raises ValueError where glyphs and texts differ."""
        self._gather(items)
        self._texts = {}

    def _gather(self, items: Iterable[Placed]) -> None:
        for _, item in items:
            if isinstance(item, Glyphs):
                pairs = self._pairs_of((item.face, item.is_vertical))
                pairs.update(zip(memoryview(item.ids).cast("H"), item.texts or item.text, strict=True))
            elif isinstance(item, _NESTS):
                self._gather(item.items)

    def take(self, sorts: Mapping[Use, Sorts]) -> None:
        """Take in what a sheet bears."""
        for use, each in sorts.items():
            self._pairs_of(use).update(each.pairs())
        self._texts = {}

    def _pairs_of(self, use: Use) -> set[tuple[int, str]]:
        pairs = self._pairs.get(use)
        if pairs is None:
            pairs = self._pairs[use] = set()
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
        keys = {face for face, _ in self._pairs}
        return frozenset(
            (key, glyph)
            for key in keys
            for glyph, texts in self._texts_of(self._key(key)).items()
            if len(texts) > 1 or not texts[0]
        )

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

    def _texts_of(self, key: str) -> Mapping[int, list[str]]:
        """What each glyph of a face stands for, the likeliest first."""
        found = self._texts.get(key)
        if found is None:
            found = self._texts[key] = {}
            for (face, _), pairs in self._pairs.items():
                if self._key(face) == key:
                    for code, text in pairs:
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


def _sorts(pairs: set[tuple[int, str]]) -> Sorts:
    single = sorted(pair for pair in pairs if len(pair[1]) == 1)
    others = sorted(pair for pair in pairs if len(pair[1]) != 1)
    ids = array("H", [code for code, _ in single]).tobytes()
    return Sorts(ids, "".join([text for _, text in single]), tuple(others))


def _likelihood(text: str) -> tuple[bool, int, bool, str]:
    """Sorts the plainest first: some text, few characters, no compatibility form (⼀ after 一), low code point."""
    return not text, len(text), normalize("NFKC", text) != text, text


def in_order(code: int) -> int:
    """A glyph number from two big-end-first bytes read in the machine's order, and the other way about."""
    return (code & 0xFF) << 8 | code >> 8 if _IS_LITTLE else code
