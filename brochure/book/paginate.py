"""Numbers for pages, and the findings where a page stands on the wrong side or the booklet cannot be bound."""

from __future__ import annotations

from collections.abc import Sequence

from brochure.drawing.frame import Anchor, Picture, items_of
from brochure.layout.page import NumberedPage, Page, Side


def is_recto(number: int) -> bool:
    """Whether a page of this number (from 1) is the right-hand one of a book bound at the left, the front of a leaf."""
    return number % 2 == 1


def paginate(pages: Sequence[Page]) -> tuple[NumberedPage, ...]:
    """The pages with their numbers, counted from 1 as the cover."""
    return tuple(
        NumberedPage(page, number, str(number), is_recto(number)) for number, page in enumerate(pages, start=1)
    )


def misplaced(pages: Sequence[NumberedPage]) -> tuple[NumberedPage, ...]:
    """The pages that stand on the other side than the one they want."""
    return tuple(
        page for page in pages if page.page.side is not Side.ANY and (page.page.side is Side.RECTO) != page.is_recto
    )


def numbers_of_anchors(pages: Sequence[NumberedPage]) -> dict[str, int]:
    """The page number every anchor stands on."""
    return {anchor.name: page.number for page in pages for anchor in items_of(page.page.frame.items, Anchor)}


def photographs_on(pages: Sequence[NumberedPage]) -> tuple[str, ...]:
    """The files of the author's pictures on the pages, each once, in order."""
    pictures = (picture for page in pages for picture in items_of(page.page.frame.items, Picture))
    return tuple(dict.fromkeys(picture.file for picture in pictures))
