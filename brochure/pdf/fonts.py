"""The fonts of a book: which glyphs its formes use and what they stand for, and one embedded subset a face.

A sheet is drawn with what it knows itself; when all are drawn the book knows more: a glyph that stands for one text on
this sheet and for another on that one (`ambiguous`). A reader must be told the text of such in so many words, so the
few sheets that bear one are drawn again.
"""

from __future__ import annotations

from array import array
from codecs import utf_16_be_decode, utf_16_be_encode, utf_16_le_decode, utf_16_le_encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from sys import byteorder
from typing import TYPE_CHECKING, TypeAlias
from unicodedata import normalize

from msgspec import Struct

from brochure.drawing.frame import Glyphs
from brochure.pdf.fount import Cut, Fount
from brochure.typefaces.library import TypefaceLibrary

if TYPE_CHECKING:
    from brochure.pdf.cid_font import Document

Use: TypeAlias = tuple[str, bool]
"""A face's key, and whether it is set vertically: what a page calls by one resource name."""

_ZERO_WIDTH_SPACE = "\u200b"  # what a glyph stands for whose text another glyph of its cluster carries
_IS_LITTLE = byteorder == "little"
_UTF_16 = (utf_16_le_encode, utf_16_le_decode) if _IS_LITTLE else (utf_16_be_encode, utf_16_be_decode)


class Sorts(Struct, frozen=True, array_like=True):
    """The glyphs of one use on a sheet (a type of a fount is a sort), each with its text, in the order of first use.
    `single` has four bytes for each that stands for one character of two bytes: the glyph number, big end first, then
    the character as the machine has it. `others` are numbers as the machine reads those bytes, with any other text."""

    single: bytes
    others: tuple[tuple[int, str], ...] = ()

    def pairs(self) -> Iterator[tuple[int, str]]:
        """(glyph number as read in the machine's byte order, text)."""
        halves = array("H", self.single)
        return chain(zip(halves[0::2], _UTF_16[1](halves[1::2].tobytes())[0], strict=True), self.others)

    def bears(self, glyph: int) -> bool:
        """Whether a glyph is among them."""
        sign, single = glyph.to_bytes(2, "big"), self.single
        at = single.find(sign)
        while at > 0 and at % 4:  # a text, or half a glyph and half its text
            at = single.find(sign, at + 1)
        return at >= 0 or any(in_order(code) == glyph for code, _ in self.others)


class _Gathered(Struct):
    """The same while it is gathered: each of the single ones as a number of four bytes. `taken` are those of others,
    which are many and much the same, not yet looked at."""

    found: dict[int, None]
    others: dict[tuple[int, str], None]
    taken: list[bytes] = []
    known: Sorts | None = None

    @property
    def single(self) -> dict[int, None]:
        """All of them."""
        if self.taken:
            self.found.update(dict.fromkeys(array("I", b"".join(self.taken))))
            self.taken.clear()
        return self.found

    @property
    def sorts(self) -> Sorts:
        if self.known is None:
            self.known = Sorts(array("I", [*self.single]).tobytes(), tuple(self.others))
        return self.known

    @property
    def may_be_ambiguous(self) -> bool:
        """Whether some glyph has several texts, or none."""
        codes = array("H", self.sorts.single)[0::2]
        if self.others:
            codes.extend([code for code, _ in self.others])
        return len(set(codes)) < len(codes) or any(not text for _, text in self.others)

    def take(self, sorts: Sorts) -> None:
        self.known = None
        self.taken.append(sorts.single)
        if sorts.others:
            self.others.update(dict.fromkeys(sorts.others))

    def gather(self, runs: Sequence[Glyphs]) -> None:
        self.known = None
        plain = [run for run in runs if not run.texts]
        codes, texts = [run.ids for run in plain], [run.text for run in plain]
        if [*map(len, codes)] != [2 * len(text) for text in texts]:
            raise ValueError("glyphs and texts differ")
        ids = b"".join(codes)
        characters = _UTF_16[0]("".join(texts))[0]
        odd = len(characters) != len(ids)  # characters of more than two bytes
        if not odd:
            halves = array("H", bytes(2 * len(ids)))
            halves[0::2], halves[1::2] = array("H", ids), array("H", characters)
            fresh = dict.fromkeys(array("I", halves.tobytes()))
            self.found = self.found | fresh if self.found else fresh
        if odd or len(plain) < len(runs):
            for run in runs:
                if odd or run.texts:
                    self._gather_each(run)

    def _gather_each(self, run: Glyphs) -> None:
        for code, text in zip(memoryview(run.ids).cast("H"), run.texts or run.text, strict=True):
            if len(text) == 1 and text <= "\uffff":
                pair = array("H", (code, ord(text))).tobytes()
                self.found[array("I", pair)[0]] = None
            else:
                self.others[code, text] = None


class FontBook:
    """Gathers the glyphs of frames and formes, then embeds them: one CIDFont a face, a Type0 font for each use."""

    def __init__(self, library: TypefaceLibrary) -> None:
        self._library = library
        self._gathered: dict[Use, _Gathered] = {}
        self._names: dict[Use, str] = {}
        self._texts: dict[str, dict[int, list[str]]] = {}

    def gather(self, face_key: str, is_vertical: bool, runs: Sequence[Glyphs]) -> None:
        """Take in the glyphs of runs of one use. Raises ValueError where glyphs and texts differ."""
        self._of_use((face_key, is_vertical)).gather(runs)

    def take(self, sorts: Mapping[Use, Sorts]) -> None:
        """Take in what a sheet bears."""
        self._texts = {}
        for use, each in sorts.items():
            (self._gathered.get(use) or self._of_use(use)).take(each)

    def _of_use(self, use: Use) -> _Gathered:
        self._texts = {}
        found = self._gathered.get(use)
        if found is None:
            found = self._gathered[use] = _Gathered({}, {})
            self.resource_name(*use)
        return found

    @property
    def sorts(self) -> dict[Use, Sorts]:
        """All that was gathered."""
        return {use: gathered.sorts for use, gathered in self._gathered.items()}

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
        for key in {face for face, _ in self._gathered}:
            if self._of_face(self._key(key)).may_be_ambiguous:
                texts = self._texts_of(self._key(key)).items()
                found.update((key, glyph) for glyph, each in texts if len(each) > 1 or not each[0])
        return frozenset(found)

    def founts(self) -> list[Fount]:
        """What is wanted of each face gathered, in the order of first use."""
        found: list[Fount] = []
        for key in dict.fromkeys(face for face, _ in self._names):
            texts = self._texts_of(key)
            vertical = {in_order(code) for code, _ in self._of_face(key, True).sorts.pairs()}
            wanted = {glyph: texts[glyph][0] or _ZERO_WIDTH_SPACE for glyph in sorted(texts)}
            found.append(Fount(key, wanted, tuple(sorted(vertical))))
        return found

    def write(self, document: Document, founts: Iterable[Fount], cuts: Iterable[Cut]) -> Mapping[Use, str]:
        """Embed the founts, cut; gives for each use its font's mention, for a page's /Font."""
        from brochure.pdf.cid_font import embed

        fonts: dict[Use, str] = {}
        for fount, cut in zip(founts, cuts, strict=True):
            type0 = embed(document, self._library.by_key(fount.face), fount, cut)
            for use in self._names:
                if use[0] == fount.face:
                    fonts[use] = type0(use[1])
        return fonts

    def _key(self, face_key: str) -> str:
        return self._library.by_key(face_key).key

    def _of_face(self, key: str, *ways: bool) -> _Gathered:
        """What was gathered of a face, set in one of these ways if any are given."""
        uses = [
            each for (face, way), each in self._gathered.items() if self._key(face) == key and way in (ways or (way,))
        ]
        if len(uses) == 1:
            return uses[0]
        found = _Gathered({}, {})
        for each in uses:
            found.take(each.sorts)
        return found

    def _texts_of(self, key: str) -> Mapping[int, list[str]]:
        """What each glyph of a face stands for, the likeliest first."""
        found = self._texts.get(key)
        if found is None:
            found = self._texts[key] = {}
            for code, text in self._of_face(key).sorts.pairs():
                found.setdefault(in_order(code), []).append(text)
            for glyph, texts in found.items():
                if len(texts) > 1:
                    found[glyph] = sorted(set(texts) - {"\u00a0"} if " " in texts else set(texts), key=_likelihood)
        return found


def borne(sorts: Mapping[Use, Sorts], among: Iterable[tuple[str, int]]) -> frozenset[tuple[str, int]]:
    """The (face key, glyph number) among these that a sheet bears."""
    return frozenset(
        (key, glyph)
        for key, glyph in among
        if any(face == key and each.bears(glyph) for (face, _), each in sorts.items())
    )


def _likelihood(text: str) -> tuple[bool, int, bool, str]:
    """Sorts the plainest first: some text, few characters, no compatibility form (⼀ after 一), low code point."""
    return not text, len(text), normalize("NFKC", text) != text, text


def in_order(code: int) -> int:
    """A glyph number from two big-end-first bytes read in the machine's order, and the other way about."""
    return (code & 0xFF) << 8 | code >> 8 if _IS_LITTLE else code
