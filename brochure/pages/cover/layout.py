"""The front cover (表1): a full-bleed picture, the title and the occasion on its calm part."""

from __future__ import annotations

from msgspec.structs import replace

from brochure.drawing.geometry import Rect
from brochure.drawing.units import mm
from brochure.layout.page import Page, Side
from brochure.layout.page_title import house_mark
from brochure.layout.strip import height_of
from brochure.pages.cover.content import CoverContent
from brochure.pages.page_type import Setting
from brochure.pages.slots import set_art

_TITLE_TOP = mm(38)
_MARK = 9.0
_PANEL = mm(9)  # of paper above and below the words


def lay_out(content: CoverContent, setting: Setting) -> tuple[Page, ...]:
    """One page, no folio."""
    page = setting.begin()
    trim, bleed = setting.area.trim, setting.bleed
    set_art(page, content, Rect(-bleed, -bleed, trim.width + 2 * bleed, trim.height + 2 * bleed), setting)
    page.anchor(content.id)
    box = setting.box()
    titles = setting.all_words(content.title)
    title = setting.stacked(titles, "cover-title-stacked" if titles[1:] else "cover-title", box.width, mm(4))
    top = _TITLE_TOP + height_of(title) + mm(4)
    subtitle = setting.stacked(setting.all_words(content.subtitle), "cover-subtitle", box.width)
    note = setting.stacked(setting.all_words(content.note), "cover-note", box.width)
    foot = top + height_of(subtitle) + mm(1)
    if content.has_panel or content.picture:
        head = _TITLE_TOP - 2.6 * _MARK - _PANEL
        bottom = foot + height_of(note) + _PANEL
        page.box(Rect(-bleed, head, box.right + bleed, bottom - head), setting.palette.paper)
    page.put(house_mark(setting.palette, _MARK), box.x, _TITLE_TOP - 2.6 * _MARK)
    page.stack(title, box.x, _TITLE_TOP)
    page.stack(subtitle, box.x, top)
    page.stack(note, box.x, foot)
    return (replace(setting.finish(page, content, "cover"), has_folio=False, side=Side.RECTO),)
