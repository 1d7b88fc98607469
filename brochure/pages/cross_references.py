"""Which page of the booklet tells of a record: what “→ p. 12” and a finder's links lead to."""

from __future__ import annotations

from brochure.content.page_content import PageContent
from brochure.content.quiz import Found
from brochure.pages.page_type import Setting

_TIMELINES = ("timeline", "timeline-spread")  # the page types that print an exchange's entries


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
    """The page where the answer to a question is told, 0 where the booklet has no such page.

    A page that is ordered with an exchange need not tell its entries: those stand in the timelines, of which a spread
    has the years it was ordered with.
    """
    for field, record in (("story", found.story), ("talk", found.talk), ("city", found.city)):
        if number := page_of(field, record or "", setting)[1]:
            return number
    by_type = {"ties-map": found.tie, "chronology": found.event, "finder": found.municipality}  # the surest first
    telling = [page for page in setting.pages if _tells_entry(page, found, setting)]
    telling += [page for kind, record in by_type.items() if record for page in setting.pages if page.type == kind]
    return next((setting.references[page.id] for page in telling if page.id in setting.references), 0)


def _tells_entry(page: PageContent, found: Found, setting: Setting) -> bool:
    """Whether a page is a timeline that has the entry."""
    if not found.exchange or getattr(page, "exchange", None) != found.exchange or page.type not in _TIMELINES:
        return False
    entries = setting.booklet.exchanges[found.exchange].timeline
    year = next((each.date.year for each in entries if each.id == found.entry), 0)
    return bool(year) and getattr(page, "first", year) <= year <= getattr(page, "last", year)
