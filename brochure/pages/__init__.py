"""The page types by the name an edition file orders them by: one row a type, and nothing discovered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from brochure.rows import Rows

if TYPE_CHECKING:
    from brochure.pages.page_type import PageType

_NAMES = (
    "cover",
    "contents",
    "locator-map",
    "city-profile",
    "industry",
    "background",
    "figures",
    "timeline",
    "story",
    "citizens",
    "city-brief",
    "half-title",
    "inside-cover",
    "blank",
    "greeting",
    "two-cities",
    "agreement",
    "delegation-table",
    "programme",
    "roster",
    "organisation",
    "membership",
    "timeline-spread",
    "photo-spread",
    "finder",
    "ties-map",
    "statistics",
    "chronology",
    "glossary",
    "index",
    "kids",
    "quiz",
    "phrasebook",
    "notes",
    "errata",
    "bibliography",
    "sponsors",
    "colophon",
    "back-cover",
    "spine",
)
"""Each stands in the folder of its name, the loading of which is left to the first order for it."""

PAGE_TYPES: Mapping[str, PageType] = Rows(
    {name: f"brochure.pages.{name.replace('-', '_')}:PAGE_TYPE" for name in _NAMES}
)
