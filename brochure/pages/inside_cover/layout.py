"""The inner sides of the cover (表2, 表3): the motif over the whole page, or a few words on a quiet one."""

from __future__ import annotations

from msgspec.structs import replace

from brochure.drawing.geometry import Rect
from brochure.layout.page import Page
from brochure.layout.strip import height_of
from brochure.pages.inside_cover.content import InsideCoverContent
from brochure.pages.page_type import Setting
from brochure.pages.slots import set_art


def lay_out(content: InsideCoverContent, setting: Setting) -> tuple[Page, ...]:
    """One page, no folio."""
    page = setting.begin()
    trim, bleed, box = setting.area.trim, setting.bleed, setting.box()
    page.anchor(content.id)
    whole = Rect(-bleed, -bleed, trim.width + 2 * bleed, trim.height + 2 * bleed)
    words = setting.stacked(setting.all_words(content.text), "note", box.width)
    if words:
        page.box(whole, setting.palette.tint_cool)
        top = max(box.y, box.bottom - height_of(words))
        setting.overset(page.strips(words, Rect(box.x, top, box.width, box.bottom - top)).rest, content)
    else:
        set_art(page, content, whole, setting)
    return (replace(setting.finish(page, content, "inside_cover"), has_folio=False),)
