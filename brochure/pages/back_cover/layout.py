"""The back cover (表4): the motif over the whole page and the two ports' names at its foot."""

from __future__ import annotations

from brochure.drawing.geometry import Rect, Size
from brochure.drawing.units import mm
from brochure.layout.art.motifs import motif
from brochure.layout.page import Bookmark, Page, Side
from brochure.layout.page_title import house_mark
from brochure.layout.strip import height_of
from brochure.pages.back_cover.content import BackCoverContent
from brochure.pages.page_type import Setting

_BAND = mm(96)
_BAND_TOP = mm(68)
_MARK = 6.0


def lay_out(content: BackCoverContent, setting: Setting) -> tuple[Page, ...]:
    """One page, no folio: paper tint, the band where the two patterns meet, the words below."""
    page = setting.begin()
    trim, bleed = setting.area.trim, setting.bleed
    page.box(Rect(-bleed, -bleed, trim.width + 2 * bleed, trim.height + 2 * bleed), setting.palette.tint_cool)
    art = motif(content.art)(Size(trim.width + 2 * bleed, _BAND), setting.palette, content.seed)
    page.artwork(art, -bleed, _BAND_TOP)
    page.anchor(content.id)
    box = setting.box()
    text = setting.typesetter.text(setting.words(content.text), "cover-note", box.width)
    top = trim.height - mm(20) - height_of(text)
    page.put(house_mark(setting.palette, _MARK), box.x, top - 2.4 * _MARK)
    page.stack(text, box.x, top)
    words = setting.words(content.bookmark or content.title).text.replace("\n", "")
    return (Page(page.finish(), "back_cover", (Bookmark(words, 1, content.id),), has_folio=False, side=Side.VERSO),)
