"""Tables that run over several pages, their heads repeated on each."""

from __future__ import annotations

from collections.abc import Sequence

from brochure.content.page_content import PageContent
from brochure.drawing.geometry import Rect
from brochure.layout.composition import Composition
from brochure.layout.page import Page
from brochure.layout.strip import Strip
from brochure.layout.table import fill_table
from brochure.pages.page_type import Setting


def table_pages(
    first: Composition,
    head: Strip | None,
    rows: Sequence[Strip],
    box: Rect,
    content: PageContent,
    setting: Setting,
    role: str,
    most: int,
    after: Sequence[Strip] = (),
) -> tuple[Page, ...]:
    """Rows from a begun page on over as many pages as they need, `most` at the most; `after` stands below the last.

    What finds no room is reported.
    """
    pages: list[Page] = []
    page, offset, rest = first, 0, tuple(rows)
    while True:
        filled = fill_table(head, rest, box)
        page.items.extend(filled.items)
        is_last = not filled.rest or offset + 1 == most or filled.rest == rest
        if is_last:
            below = setting.area.rows(box, -(-filled.depth // setting.area.line_feed) + 1)
            last = page.strips(after, below)
            setting.overset(filled.rest + last.rest, content)
            setting.foot_band(page, content, box, (below.y + last.depth) if after else box.y + filled.depth)
        pages.append(setting.finish(page, content, role, offset))
        if is_last:
            return tuple(pages)
        rest, offset, page = filled.rest, offset + 1, setting.begin()
        box = setting.box(offset)
