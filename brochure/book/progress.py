"""How far the translation of a book has come, page by page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from brochure.book.places import places_in
from brochure.book.proof import Reading, title_of
from brochure.layout.page import NumberedPage
from brochure.translation.status import Status, counted


class Progress(Struct, frozen=True):
    """The status of what stands on a page in a language; `number` 0 is the whole book, each text counted once."""

    language: str
    number: int
    title: str
    status: Status


def progress(
    pages: Sequence[NumberedPage], readings: Sequence[Reading], titles: Mapping[str, str]
) -> tuple[Progress, ...]:
    """The book and then each of its pages, language by language; the author's own language has nothing to tell."""
    places = places_in(pages)
    found: list[Progress] = []
    for reading in readings:
        manuscript = reading.manuscript
        if manuscript.is_source:
            continue
        standing = {key: manuscript.standing_of(key) for key in manuscript.ledger}
        where = {key: places.of(key, manuscript.ledger, manuscript.language) for key in standing}
        found.append(Progress(manuscript.language, 0, "", counted(standing.values())))
        for page in pages:
            here = [standing[key] for key, numbers in where.items() if page.number in numbers]
            if here:
                found.append(Progress(manuscript.language, page.number, title_of(page, titles), counted(here)))
    return tuple(found)
