"""The half-title (扉): the title on a white page, above a narrow band that runs off both edges."""

from __future__ import annotations

from msgspec.structs import replace

from brochure.drawing.geometry import Rect
from brochure.layout.page import Page, Side
from brochure.layout.page_title import house_mark
from brochure.layout.strip import height_of, with_space
from brochure.pages.half_title.content import HalfTitleContent
from brochure.pages.page_type import Setting
from brochure.pages.slots import set_art

_TITLE_AT = 0.3  # of the type area's height
_MARK = 7.0
_BAND_LINES = 2


def lay_out(content: HalfTitleContent, setting: Setting) -> tuple[Page, ...]:
    """One page, no folio."""
    page = setting.begin()
    area, box = setting.area, setting.box()
    page.anchor(content.id)
    top = box.y + area.whole_lines(_TITLE_AT * box.height)
    page.put(house_mark(setting.palette, _MARK), box.x, top - 2.4 * _MARK)
    title = setting.stacked(setting.all_words(content.title), "half-title", box.width)
    below = setting.stacked(setting.all_words(content.subtitle), "cover-subtitle", box.width)
    strips = (*title, *with_space(below, area.line_feed))
    page.stack(strips, box.x, top)
    band = top + area.whole_lines(height_of(strips)) + 3 * area.line_feed
    wide = area.trim.width + 2 * setting.bleed
    set_art(page, content, Rect(-setting.bleed, band, wide, _BAND_LINES * area.line_feed), setting)
    finished = setting.finish(page, content, "half_title")
    return (replace(finished, has_folio=False, side=Side.RECTO),)
