"""A page on its sheet: how large the paper is, where the trim and the bleed lie on it, and what stands around them."""

from __future__ import annotations

from dataclasses import dataclass

from brochure.drawing.frame import Placed
from brochure.drawing.geometry import Rect, Size
from brochure.edition.profiles import Profile
from brochure.layout.page import Book, NumberedPage
from brochure.press.marks import marks


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet with one page. `trim` and `bleed` are boxes on the sheet; `marks` are in the sheet's own axes."""

    page: NumberedPage
    size: Size
    trim: Rect
    bleed: Rect
    marks: tuple[Placed, ...] = ()


def sheets(book: Book, profile: Profile) -> tuple[Sheet, ...]:
    """A sheet for each page, in reading order, as the profile has it."""
    return tuple(_sheet(page, profile) for page in book.pages)


def _sheet(page: NumberedPage, profile: Profile) -> Sheet:
    margin = profile.bleed + profile.slug
    width, height = page.page.frame.size
    trim = Rect(margin, margin, width, height)
    bleed = trim.inset(*(-profile.bleed,) * 4)
    around = marks(trim, profile.bleed) if profile.has_marks else ()
    return Sheet(page, Size(width + 2 * margin, height + 2 * margin), trim, bleed, around)
