"""The background essay: how the friendship came about, in sections over two columns."""

from __future__ import annotations

from brochure.layout.page import Page
from brochure.layout.strip import Strip, fill_columns, with_space
from brochure.pages.background.content import BackgroundContent
from brochure.pages.page_type import Setting


def lay_out(content: BackgroundContent, setting: Setting) -> tuple[Page, ...]:
    """One page; the columns end together, and the motif fills what remains above the foot."""
    page = setting.begin()
    area = setting.area
    box = setting.title(page, content, setting.box())
    columns = area.column_boxes(box)
    exchange = setting.booklet.exchanges[content.exchange]
    strips: list[Strip] = []
    for number, section in enumerate(exchange.background):
        heading = setting.typesetter.text(setting.words(section.title), "heading", columns[0].width)
        strips.extend(with_space(heading, area.line_feed) if number else heading)
        strips.extend(setting.typesetter.text(setting.words(section.text), "essay", columns[0].width))
    filled = fill_columns(strips, columns, is_balanced=True)
    page.items.extend(filled.items)
    setting.overset(filled.rest, content)
    setting.foot_band(page, content, box, box.y + filled.depth)
    return (setting.finish(page, content, "background"),)
