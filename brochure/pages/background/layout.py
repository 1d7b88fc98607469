"""The background essay: how the friendship came about, in sections over two columns."""

from __future__ import annotations

from brochure.layout.page import Page
from brochure.pages.background.content import BackgroundContent
from brochure.pages.page_type import Setting
from brochure.pages.prose import columns_of, composed, copy_of_sections, set_prose
from brochure.pages.slots import set_foot_band


def lay_out(content: BackgroundContent, setting: Setting) -> tuple[Page, ...]:
    """One page; the columns end together, and the motif fills what remains above the foot."""
    page = setting.begin()
    box = setting.title(page, content, setting.box())
    columns = columns_of(content, setting, box)
    exchange = setting.booklet.exchanges[content.exchange]
    prose = composed(copy_of_sections(exchange.background, "essay"), content, setting, columns.measure)
    depth, rest = set_prose(page, prose, columns, content, setting)
    setting.overset(rest.left, content)
    set_foot_band(page, content, box, box.y + depth, setting)
    return (setting.finish(page, content, "background"),)
