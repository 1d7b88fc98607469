"""The contents (目次): the pages that bear a title, with their numbers, each line a link; on one page or several.

The band of the motif covers the foot of the page, so the page bears no folio (隠しノンブル).
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from brochure.content.page_content import PageContent
from brochure.drawing.frame import Frame, Tagged
from brochure.drawing.geometry import Rect
from brochure.drawing.structure import Role
from brochure.layout.composition import Composition
from brochure.layout.page import Page
from brochure.layout.strip import Strip
from brochure.pages.contents.content import ContentsContent
from brochure.pages.page_type import Setting
from brochure.pages.slots import set_art

_ROWS = (2.0, 1.5, 1.25)  # lines of the grid an entry takes: as many as all entries find room with
_LEADER_GAP = 8.0  # points between words and leader
_LEAST_BAND = 4  # lines of the grid inside the type area: a lower band looks like a mistake
_HIGHEST_BAND = 190.0  # points above the lower trim


class _Line(Struct, frozen=True):
    """A line of the contents: where it leads, its words in each language and its page number."""

    anchor: str
    titles: tuple[Frame, ...]
    number: Frame


def lay_out(content: ContentsContent, setting: Setting) -> tuple[Page, ...]:
    """As many pages as ordered: the entries on the grid, column by column, a band of the motif over the last foot."""
    lines = [_line(each, setting) for each in setting.pages if each.is_listed and each.id != content.id]
    widest = max((line.number.size.width for line in lines), default=0.0)
    first = setting.begin()
    boxes = [setting.title(first, content, setting.box())]
    boxes += [setting.box(offset) for offset in range(1, content.pages)]
    columns = [_columns(content, setting, box) for box in boxes]
    rows = _rows(len(lines), [column for each in columns for column in each], setting)
    pages: list[Page] = []
    for offset, box in enumerate(boxes):
        page = setting.begin() if offset else first
        lines, depth = _fill(page, lines, widest, columns[offset], rows, setting)
        is_last = offset == content.pages - 1
        has_band = is_last and _band(page, content, setting, setting.area.rows(box, depth + 2))
        pages.append(replace(setting.finish(page, content, "contents", offset), has_folio=not has_band))
    setting.overset(tuple(Strip((), rows * setting.area.line_feed) for _ in lines), content)
    return tuple(pages)


def _rows(count: int, columns: Sequence[Rect], setting: Setting) -> float:
    """How many lines of the grid an entry takes: the most with which the columns hold them all, else the fewest."""
    feed = setting.area.line_feed
    held = {rows: sum(int(column.height // (rows * feed)) for column in columns) for rows in _ROWS}
    return next((rows for rows in _ROWS if held[rows] >= count), _ROWS[-1])


def _columns(content: ContentsContent, setting: Setting, box: Rect) -> tuple[Rect, ...]:
    return setting.area.column_boxes(box) if content.columns == 2 else (box,)


def _fill(
    page: Composition, lines: list[_Line], widest: float, columns: tuple[Rect, ...], rows: float, setting: Setting
) -> tuple[list[_Line], float]:
    """Set what the columns hold; returns what is left over and how many lines of the grid are taken."""
    area, depth = setting.area, 0
    for column in columns:
        held = int(column.height // (rows * area.line_feed))
        for index, line in enumerate(lines[:held]):
            _set(page, line, area.rows(column, index * rows, rows), widest, setting)
        depth = max(depth, min(len(lines), held) * rows)
        lines = lines[held:]
    return lines, depth


def _line(entry: PageContent, setting: Setting) -> _Line:
    setter = setting.typesetter
    titles = [
        replace(each, text=each.text.replace("\n", "")) if "\n" in each.text else each
        for each in setting.all_words(entry.title)
    ]
    number = setting.references.get(entry.id)
    return _Line(
        entry.id,
        tuple([setter.line(each, "contents-entry") for each in titles]),
        setter.label(str(number) if number else "", "contents-number"),
    )


def _set(page: Composition, line: _Line, row: Rect, widest: float, setting: Setting) -> None:
    """One line with its leader; all leaders end before the widest number."""
    setter = setting.typesetter
    top = row.y + (row.height - setting.area.line_feed) / 2
    inside = Composition(setting.area.trim)
    x = row.x
    for title, column in zip(line.titles, setting.area.column_boxes(row, len(line.titles)), strict=True):
        x = max(column.x, x)
        inside.frame(title, x, top)
        x += title.size.width + _LEADER_GAP
    inside.frame(line.number, row.right - line.number.size.width, top)
    inside.link(row, f"#{line.anchor}")
    page.put(Tagged(Role.CONTENTS_ITEM, tuple(inside.items), setter.language))
    left, right = x, row.right - widest - _LEADER_GAP
    leader = top + setter.styles["contents-entry"].baseline - 3.5
    page.rule(left, leader, max(left, right), leader, setting.palette.rule, 0.35)


def _band(page: Composition, content: ContentsContent, setting: Setting, free: Rect) -> bool:
    """Draw the motif over the foot of the page where the entries leave room for it, and say whether they do."""
    if free.height < _LEAST_BAND * setting.area.line_feed:
        return False
    trim, bleed = setting.area.trim, setting.bleed
    top = max(free.y, trim.height - _HIGHEST_BAND)
    set_art(page, content, Rect(-bleed, top, trim.width + 2 * bleed, trim.height + bleed - top), setting)
    return True
