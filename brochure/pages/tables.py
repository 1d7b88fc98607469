"""Tables that run over several pages, their heads repeated on each."""

from __future__ import annotations

from collections.abc import Sequence

from brochure.content.page_content import PageContent
from brochure.drawing.geometry import Rect
from brochure.layout.composition import Composition
from brochure.layout.page import Page
from brochure.layout.strip import Strip, height_of
from brochure.layout.table import fill_table
from brochure.pages.page_type import Setting
from brochure.pages.slots import set_foot_band


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
    least: int = 1,
) -> tuple[Page, ...]:
    """Rows from a begun page on over as many pages as they need, `most` at the most; `after` stands below the last.

    Where they would need fewer than `least` pages they are shared out over as many. What finds no room is reported.
    """
    share = height_of(rows) / least if least > 1 else box.height
    pages: list[Page] = []
    page, offset, rest = first, 0, tuple(rows)
    while True:
        left = least - offset
        room = box if left <= 1 else box._replace(height=min(box.height, _shared(rest, share, head)))
        filled = fill_table(head, rest, room)
        page.items.extend(filled.items)
        is_last = (not filled.rest and left <= 1) or offset + 1 == most or (filled.rest == rest and bool(rest))
        if is_last:
            below = setting.area.rows(box, -(-filled.depth // setting.area.line_feed) + 1)
            last = page.strips(after, below)
            setting.overset(filled.rest + last.rest, content)
            set_foot_band(page, content, box, (below.y + last.depth) if after else box.y + filled.depth, setting)
        pages.append(setting.finish(page, content, role, offset))
        if is_last:
            return tuple(pages)
        rest, offset, page = filled.rest, offset + 1, setting.begin()
        box = setting.box(offset)


def _shared(rest: Sequence[Strip], share: float, head: Strip | None) -> float:
    """How high the rows of one page are that takes its share: as many as reach it, the last of them whole."""
    depth = 0.0
    for strip in rest:
        if depth >= share:
            break
        depth += strip.space_before + strip.height
    return depth + (head.height if head else 0.0)
