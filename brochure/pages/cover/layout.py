"""The front cover (表1): a full-bleed picture, the title and the occasion on its calm part."""

from __future__ import annotations

from dataclasses import replace

from brochure.drawing.geometry import Size
from brochure.drawing.units import mm
from brochure.layout.page import Page, Side
from brochure.layout.page_title import house_mark
from brochure.layout.strip import height_of
from brochure.pages.art import drawing
from brochure.pages.cover.content import CoverContent
from brochure.pages.page_type import Setting

_TITLE_TOP = mm(38)
_MARK = 9.0


def lay_out(content: CoverContent, setting: Setting) -> tuple[Page, ...]:
    """One page, no folio."""
    page = setting.begin()
    trim, bleed = setting.area.trim, setting.bleed
    size = Size(trim.width + 2 * bleed, trim.height + 2 * bleed)
    art = drawing(content.art, size, setting.palette, content.seed)
    page.artwork(art, -bleed, -bleed)
    page.anchor(content.id)
    box = setting.box()
    page.put(house_mark(setting.palette, _MARK), box.x, _TITLE_TOP - 2.6 * _MARK)
    title = setting.typesetter.text(setting.words(content.title), "cover-title", box.width)
    page.stack(title, box.x, _TITLE_TOP)
    top = _TITLE_TOP + height_of(title) + mm(4)
    subtitle = setting.typesetter.text(setting.words(content.subtitle), "cover-subtitle", box.width)
    page.stack(subtitle, box.x, top)
    note = setting.typesetter.text(setting.words(content.note), "cover-note", box.width)
    page.stack(note, box.x, top + height_of(subtitle) + mm(1))
    return (replace(setting.finish(page, content, "cover"), has_folio=False, side=Side.RECTO),)
