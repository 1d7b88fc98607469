"""Numbers for pages, and the findings where a page stands on the wrong side or the booklet cannot be bound."""

from __future__ import annotations

from collections.abc import Sequence

from brochure.drawing.frame import Anchor, Picture, items_of
from brochure.layout.page import NumberedPage, Page, Side


def is_recto(number: int) -> bool:
    """Whether a page of this number (from 1) is the right-hand one of a book bound at the left, the front of a leaf."""
    return number % 2 == 1


def paginate(pages: Sequence[Page], first: int = 1) -> tuple[NumberedPage, ...]:
    """The pages with their numbers, counted from 1 as the cover; a spine is none. `first` is the number of the first of
    these."""
    counted = (page for page in pages if not page.is_spine)
    return tuple(
        NumberedPage(page, number, str(number), is_recto(number)) for number, page in enumerate(counted, start=first)
    )


def next_number(pages: Sequence[Page], number: int) -> int:
    """The number of the page that follows these, the first of which has `number`; a spine has none."""
    return number + sum(not page.is_spine for page in pages)


def spine_of(pages: Sequence[Page]) -> Page | None:
    """The spine that bears words, of pages as they were ordered."""
    return next((page for page in pages if page.is_spine and page.frame.items), None)


def body_of(pages: Sequence[NumberedPage]) -> int:
    """How many pages lie between the covers."""
    return sum(not page.page.is_cover for page in pages)


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
