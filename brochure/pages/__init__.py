"""The page types by the name an edition file orders them by: one row a type, and nothing discovered."""

from __future__ import annotations

from brochure.pages import (
    back_cover,
    background,
    citizens,
    city_profile,
    colophon,
    contents,
    cover,
    figures,
    industry,
    locator_map,
    story,
    timeline,
)
from brochure.pages.page_type import PageType

PAGE_TYPES: dict[str, PageType] = {
    page_type.name: page_type
    for page_type in (
        cover.PAGE_TYPE,
        contents.PAGE_TYPE,
        locator_map.PAGE_TYPE,
        city_profile.PAGE_TYPE,
        industry.PAGE_TYPE,
        background.PAGE_TYPE,
        figures.PAGE_TYPE,
        timeline.PAGE_TYPE,
        story.PAGE_TYPE,
        citizens.PAGE_TYPE,
        colophon.PAGE_TYPE,
        back_cover.PAGE_TYPE,
    )
}

__all__ = ["PAGE_TYPES", "PageType"]
