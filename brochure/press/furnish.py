"""What is set in type on a sheet besides its pages: the slug's words, and the word across a proof."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.drawing.colour import Colour, percent
from brochure.drawing.frame import Frame
from brochure.edition.profiles import Profile
from brochure.layout.page import Book
from brochure.layout.text_block import Typesetter
from brochure.press.sheet import Furniture

if TYPE_CHECKING:
    from brochure.press.slug import Slug

_PROOF = {"ja": "見本", "zh-CN": "样张", "zh-TW": "樣張"}  # what a proof is called, by the book's language
_RED = percent(0, 90, 80, 0, "proof")


def furniture(book: Book, profile: Profile, typesetter: Typesetter, date: str) -> Furniture:
    """The slug and the stamp of a book's sheets, as its profile has them."""
    slug: Slug | None = None
    stamp: Frame | None = None
    if profile.has_slug_line:
        from brochure.press.slug import Slug

        def small(words: str, colour: Colour) -> Frame:
            return typesetter.label(words, typesetter.style("running-head", colour=colour), is_artifact=True)

        slug = Slug(book.name, date, book.language, small)
    if profile.is_proof:
        word = _PROOF.get(book.language, "PROOF")
        stamp = typesetter.label(word, typesetter.style("cover-title", colour=_RED), is_artifact=True)
    return Furniture(slug, stamp)
