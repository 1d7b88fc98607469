"""The forme (版): one sheet locked up, ready to print. All the file needs of it is in it, and it is plain data.

It is drawn with what the sheet itself knows, so sheets may be drawn in any order, in any process, at another time. The
codes of its glyphs are those of the whole face, so its stream does not depend on which of them are embedded.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TypeAlias

from msgspec import Struct

from brochure.drawing.frame import Gradient, Picture, rectangle
from brochure.drawing.geometry import Point
from brochure.edition.profiles import Profile, Standard
from brochure.pdf.canvas import Canvas, PlacedLink
from brochure.pdf.colours import spaces
from brochure.pdf.deflate import deflated
from brochure.pdf.file import Data
from brochure.pdf.fonts import FontBook, Sorts, Use, borne
from brochure.pdf.ornaments import Ornament, Shelf
from brochure.pdf.recital import Recital, recital
from brochure.pdf.tagging import Tagging
from brochure.press.sheet import Sheet, origin
from brochure.typefaces.library import TypefaceLibrary

Ambiguous: TypeAlias = frozenset[tuple[str, int]]
"""Glyphs, as (face key, glyph), that stand for more than one text in a book, or for none."""


class Forme(Struct, frozen=True, array_like=True):
    """A sheet drawn. `stream` is its content stream, deflated, `digest` the SHA-256 of what was deflated. `fonts` go by
    the names the stream calls them, `pictures`, `gradients` and `ornaments` stand in the order of theirs (P1 …, S1 …,
    X1 …); `spaces` are the names of the colour spaces in it. `sorts` are its glyphs by face key and way, `odd` those of
    them, as (face key, glyph), that it was drawn taking for ambiguous. `links` and `anchors` are in the sheet's axes (y
    down), `says` what links to some of the anchors say. `recital` is what a hearing
    reader is told of it, None where the file has no tags.
    """

    stream: Data
    digest: bytes
    fonts: dict[str, Use]
    pictures: tuple[Picture, ...]
    gradients: tuple[Gradient, ...]
    ornaments: tuple[Ornament, ...]
    spaces: tuple[str, ...]
    sorts: dict[Use, Sorts]
    odd: Ambiguous
    links: tuple[PlacedLink, ...]
    anchors: dict[str, Point]
    says: dict[str, str]
    recital: Recital | None = None

    def fits(self, ambiguous: Ambiguous) -> bool:
        """Whether it is drawn as a book is in which these glyphs, and no others, stand for more than one text."""
        return self.odd == borne(self.sorts, ambiguous)


def drawn(
    sheet: Sheet,
    profile: Profile,
    library: TypefaceLibrary,
    language: str,
    ambiguous: Ambiguous = frozenset(),
    number: int = 1,
) -> Forme:
    """The forme of a sheet. `language` is the book's; `ambiguous` are glyphs that stand for more than one text
    elsewhere in the book; the elements of its structure are likely to be numbered from `number` on."""
    fonts = FontBook(library)
    names: dict[Picture, str] = {}

    def picture_name(picture: Picture) -> str:
        return names.setdefault(picture, f"P{len(names) + 1}")

    shelf = Shelf(fonts, profile)
    canvas = Canvas(profile, fonts, sheet.size.height, picture_name, shelf.shown)
    if profile.standard is Standard.ACCESSIBLE:
        canvas.tags = Tagging(canvas.operators, language)
    for placement in sheet.placements:
        is_cut = bool(sheet.marks) or len(sheet.placements) > 1
        clip = rectangle(*placement.shown) if is_cut else ()
        canvas.draw(placement.page.page.frame.items, origin(placement), clip, placement.is_turned)
    canvas.draw(sheet.marks, Point(0.0, 0.0))
    if sheet.stamp:
        canvas.draw_thinly(sheet.stamp)
    tags = canvas.tags
    for use, runs in canvas.runs.items():
        fonts.gather(*use, [run for _, run in runs])
    sorts = fonts.sorts
    odd = borne(sorts, fonts.ambiguous | ambiguous)
    canvas.tell(odd)
    stream = canvas.stream()
    return Forme(
        deflated(stream),
        sha256(stream).digest(),
        dict(fonts.names),
        tuple(names),
        tuple(canvas.gradients),
        tuple(shelf.names),
        tuple(name for name in spaces(profile) if f"/{name} ".encode() in stream),
        sorts,
        odd,
        tuple(canvas.links),
        canvas.anchors,
        canvas.says,
        recital(tags.root, tags.count, sheet.size.height, language, number) if tags else None,
    )
