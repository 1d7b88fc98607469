"""The fonts of a book: which glyphs its frames use and what they stand for, and one embedded subset a face.

First every frame is gathered, then pages are written, then the fonts: a page must know the glyphs for which a reader
needs to be told the text in so many words (`ambiguous`).
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from unicodedata import normalize

from brochure.drawing.frame import Glyphs, Group, Placed, Tagged
from brochure.pdf.cid_font import Document, embed
from brochure.typefaces.library import TypefaceLibrary

Use = tuple[str, bool]
"""A face's key, and whether it is set vertically: what a page calls by one resource name."""

_NESTS = (Group, Tagged)
_ZERO_WIDTH_SPACE = "\u200b"  # what a glyph stands for whose text another glyph of its cluster carries
_IS_LITTLE = sys.byteorder == "little"


class FontBook:
    """Gathers the glyphs of all frames of a book, then embeds them: one CIDFont a face, a Type0 font for each use."""

    def __init__(self, library: TypefaceLibrary) -> None:
        self._library = library
        self._pairs: dict[Use, set[tuple[int, str]]] = {}  # (glyph number as read in the machine's byte order, text)
        self._names: dict[Use, str] = {}
        self._texts: dict[str, dict[int, list[str]]] = {}

    def gather(self, items: Iterable[Placed]) -> None:
        """Take in the glyphs of these items and of all within them. Raises ValueError where glyphs and texts differ."""
        for _, item in items:
            if isinstance(item, Glyphs):
                pairs = self._pairs.get((item.face, item.is_vertical))
                if pairs is None:
                    pairs = self._pairs[item.face, item.is_vertical] = set()
                    self.resource_name(item.face, item.is_vertical)
                pairs.update(zip(memoryview(item.ids).cast("H"), item.texts or item.text, strict=True))
            elif isinstance(item, _NESTS):
                self.gather(item.items)
        self._texts = {}

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

    def write(self, document: Document) -> Mapping[str, str]:
        """Embed every face gathered; gives for each resource name its font's mention, for a page's /Font."""
        fonts: dict[str, str] = {}
        for key in dict.fromkeys(face for face, _ in self._names):
            texts = {glyph: texts[0] or _ZERO_WIDTH_SPACE for glyph, texts in self._texts_of(key).items()}
            type0 = embed(document, self._library.by_key(key), texts, self._glyphs(key, is_vertical=True))
            for (face, is_vertical), name in self._names.items():
                if face == key:
                    fonts[name] = type0(is_vertical)
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


def _likelihood(text: str) -> tuple[bool, int, bool, str]:
    """Sorts the plainest first: some text, few characters, no compatibility form (⼀ after 一), low code point."""
    return not text, len(text), normalize("NFKC", text) != text, text


def in_order(code: int) -> int:
    """A glyph number from two big-end-first bytes read in the machine's order, and the other way about."""
    return (code & 0xFF) << 8 | code >> 8 if _IS_LITTLE else code
