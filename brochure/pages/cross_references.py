"""Which page of the booklet tells of a record: what “→ p. 12” and a finder's links lead to."""

from __future__ import annotations

from brochure.content.quiz import Found
from brochure.pages.page_type import Setting


def page_of(field: str, record: str, setting: Setting) -> tuple[str, int]:
    """The anchor and number of the first page ordered with a record in a field; ("", 0) where there is none."""
    if record:
        for page in setting.pages:
            if getattr(page, field, None) == record and page.id in setting.references:
                return page.id, setting.references[page.id]
    return "", 0


def page_of_city(city: str, setting: Setting) -> tuple[str, int]:
    """The anchor and number of the page that tells of a city."""
    return page_of("city", city, setting)


def page_of_found(found: Found, setting: Setting) -> int:
    """The page where the answer to a question is told, 0 where the booklet has no such page."""
    asked = (("story", found.story), ("city", found.city), ("exchange", found.exchange))
    for field, record in asked:
        if number := page_of(field, record or "", setting)[1]:
            return number
    by_type = (("ties-map", found.tie), ("finder", found.municipality), ("chronology", found.event))
    for kind, record in by_type:
        pages = [page.id for page in setting.pages if record and page.type == kind and page.id in setting.references]
        if pages:
            return setting.references[pages[0]]
    return 0
