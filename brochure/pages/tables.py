"""Tables that run over several pages, their heads repeated on each."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from brochure.content.page_content import PageContent
from brochure.drawing.geometry import Rect
from brochure.layout.composition import Composition
from brochure.layout.foot_band import foot_band
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

    Where they would need fewer than `least` pages they are shared out over as many, and the drawing stands at the foot
    of each. What finds no room is reported.
    """
    share = height_of(rows) / least if least > 1 else box.height
    begun: list[tuple[Composition, Rect, float]] = []
    page, offset, rest = first, 0, tuple(rows)
    while True:
        left = least - offset
        room = box if left <= 1 else box._replace(height=min(box.height, _shared(rest, share, head)))
        filled = fill_table(head, rest, room)
        page.items.extend(filled.items)
        is_last = (not filled.rest and left <= 1) or offset + 1 == most or (filled.rest == rest and bool(rest))
        depth = box.y + filled.depth
        if is_last:
            below = setting.area.rows(box, -(-filled.depth // setting.area.line_feed) + 1)
            last = page.strips(after, below)
            setting.overset(filled.rest + last.rest, content)
            depth = below.y + last.depth if after else depth
        begun.append((page, box, depth))
        if is_last:
            _set_foot_bands(begun if least > 1 else begun[-1:], content, setting.following(offset if least == 1 else 0))
            return tuple(setting.finish(each, content, role, number) for number, (each, _, _) in enumerate(begun))
        rest, offset, page = filled.rest, offset + 1, setting.begin()
        box = setting.box(offset)


def _set_foot_bands(begun: Sequence[tuple[Composition, Rect, float]], content: PageContent, setting: Setting) -> None:
    """The drawing at the foot of pages whose copy ends at a depth: on all of them as high as the lowest, and on the two
    of an opening one drawing.
    """
    bands = [foot_band(setting.area, box, depth, setting.bleed) for _, box, depth in begun]
    heights = [band.height for band in bands if band]
    begins_left = (setting.number % 2 == 0) != setting.binding_is_right
    is_opening = len(heights) == len(begun) == 2 and setting.stride == 1 and begins_left
    for number, (page, box, depth) in enumerate(begun):
        place = setting.following(number)
        if len(begun) > 1 and heights and setting.stride == 1:
            place = replace(place, most_band=min(heights), is_half=is_opening)
        set_foot_band(page, content, box, depth, place)


def _shared(rest: Sequence[Strip], share: float, head: Strip | None) -> float:
    """How high the rows of one page are that takes its share: as many as reach it, the last of them whole."""
    depth = 0.0
    for strip in rest:
        if depth >= share:
            break
        depth += strip.space_before + strip.height
    return depth + (head.height if head else 0.0)
