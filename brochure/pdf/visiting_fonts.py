"""Our fonts in a ReportLab document that is not ours: embedded when it is saved, under names of their own.

A document of ours is gathered before it is drawn; a visitor draws as it goes. So what a glyph stands for is settled
when it is first drawn, and a run in which one stands for something else says its text in so many words.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from msgspec import Struct

from brochure.drawing.frame import Glyphs, Group, Placed, Tagged
from brochure.pdf.cid_font import cut_of, embed
from brochure.pdf.fount import Fount
from brochure.typefaces.library import TypefaceLibrary

_HELD = "_brochure_fonts"
_NO_TEXT = "\u200b"  # what a glyph stands for whose text another glyph of its cluster carries


class VisitingFonts:
    """The fonts one ReportLab document borrows from us."""

    def __init__(self, library: TypefaceLibrary) -> None:
        self._library = library
        self._names: dict[tuple[str, bool], str] = {}
        self._texts: dict[str, dict[int, str]] = {}
        self._vertical: dict[str, set[int]] = {}

    def resource_name(self, face_key: str, is_vertical: bool = False) -> str:
        """What content streams call the font by: BR1, BR2 … (ReportLab's own are F1, F2 …)."""
        use = self._library.by_key(face_key).key, is_vertical
        return self._names.setdefault(use, f"BR{len(self._names) + 1}")

    def take(self, items: Iterable[Placed]) -> frozenset[tuple[str, int]]:
        """Take in the glyphs of what is about to be drawn; those that stand for something else than they did before."""
        odd: set[tuple[str, int]] = set()
        for placed in items:
            item = placed.item
            if isinstance(item, Glyphs):
                odd |= self._take(item)
            elif isinstance(item, Group | Tagged):
                odd |= self.take(item.items)
        return frozenset(odd)

    def _take(self, run: Glyphs) -> set[tuple[str, int]]:
        key = self._library.by_key(run.face).key
        texts = self._texts.setdefault(key, {})
        odd: set[tuple[str, int]] = set()
        for place, text in enumerate(run.texts or run.text):
            glyph = run.ids[2 * place] << 8 | run.ids[2 * place + 1]
            if texts.setdefault(glyph, text) != text or not text:
                odd.add((run.face, glyph))
            if run.is_vertical:
                self._vertical.setdefault(key, set()).add(glyph)
        return odd

    def addObjects(self, document: Any) -> None:  # ReportLab's spelling: what it calls of every font when it saves
        """Embed every face drawn with, and put the fonts among those all pages of the document know."""
        known = document.idToObject["BasicFonts"].dict
        for key in dict.fromkeys(face for face, _ in self._names):
            face = self._library.by_key(key)
            texts = {glyph: text or _NO_TEXT for glyph, text in sorted(self._texts[key].items())}
            fount = Fount(key, texts, tuple(sorted(self._vertical.get(key, ()))))
            type0 = embed(_Host(document), face, fount, cut_of(face, fount))
            for (face, is_vertical), name in self._names.items():
                if face == key:
                    known[name] = type0(is_vertical)


class _Host(Struct, frozen=True):
    """ReportLab's document as our fonts take one: objects under names, told by their mentions."""

    document: Any  # ReportLab has no types

    def put(self, name: str, what: str) -> str:
        """An object; gives `12 0 R`."""
        return self._taken(name, what.encode("ascii"))

    def deflated(self, name: str, entries: str, data: bytes) -> str:
        """A stream that is compressed already; gives `12 0 R`."""
        head = f"<< {entries}/Filter /FlateDecode /Length {len(data)} >>\nstream\n".encode("ascii")
        return self._taken(name, head + data + b"\nendstream\n")

    def _taken(self, name: str, what: bytes) -> str:
        return self.document.Reference(what, name).format(self.document).decode("ascii")


def visiting_fonts(canvas: Any, library: TypefaceLibrary) -> VisitingFonts:
    """The fonts a ReportLab canvas has borrowed so far; made at the first call."""
    document = canvas._doc
    held: VisitingFonts | None = getattr(document, _HELD, None)
    if held is None:
        held = VisitingFonts(library)
        setattr(document, _HELD, held)
        document.delayedFonts.append(held)
    return held
