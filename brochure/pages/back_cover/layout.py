"""The back cover (表4): the motif over the whole page and the two ports' names at its foot."""

from __future__ import annotations

from msgspec.structs import replace

from brochure.drawing.geometry import Rect
from brochure.drawing.units import mm
from brochure.layout.page import Page, Side
from brochure.layout.page_title import house_mark
from brochure.layout.strip import height_of
from brochure.pages.back_cover.content import BackCoverContent
from brochure.pages.page_type import Setting
from brochure.pages.slots import set_art

_BAND = mm(96)
_BAND_TOP = mm(68)
_MARK = 6.0
_MARK_ROOM = 2.4 * _MARK
_ABOVE_MARK = mm(8)


def lay_out(content: BackCoverContent, setting: Setting) -> tuple[Page, ...]:
    """One page, no folio: paper tint, the band where the two patterns meet, the words below."""
    page = setting.begin()
    trim, bleed = setting.area.trim, setting.bleed
    page.box(Rect(-bleed, -bleed, trim.width + 2 * bleed, trim.height + 2 * bleed), setting.palette.tint_cool)
    set_art(page, content, Rect(-bleed, _BAND_TOP, trim.width + 2 * bleed, _BAND), setting)
    page.anchor(content.id)
    box = setting.box()
    text = setting.stacked(setting.all_words(content.text), "cover-note", box.width)
    highest = _BAND_TOP + _BAND + _ABOVE_MARK + _MARK_ROOM
    top = max(highest, box.bottom - height_of(text))
    page.put(house_mark(setting.palette, _MARK), box.x, top - _MARK_ROOM)
    setting.overset(page.strips(text, Rect(box.x, top, box.width, box.bottom - top)).rest, content)
    return (replace(setting.finish(page, content, "back_cover"), has_folio=False, side=Side.VERSO),)
