"""The contents page (目次): the pages that bear a title, with their numbers, each line a link."""

from __future__ import annotations

from brochure.drawing.frame import Tagged
from brochure.drawing.geometry import Rect, Size
from brochure.drawing.structure import Role
from brochure.layout.art.motifs import motif
from brochure.layout.composition import Composition
from brochure.layout.page import Page
from brochure.layout.text_block import Words
from brochure.pages.contents.content import ContentsContent
from brochure.pages.page_type import Setting

_ROWS = 2  # lines of the grid an entry takes


def lay_out(content: ContentsContent, setting: Setting) -> tuple[Page, ...]:
    """One page: a band of the motif at the foot, the entries on the grid."""
    page = setting.begin()
    box = setting.title(page, content, setting.box())
    area = setting.area
    listed = [each for each in setting.pages if each.is_listed and each.id != content.id]
    for index, entry in enumerate(listed):
        row = area.rows(box, index * _ROWS, _ROWS)
        _entry(page, setting, row, entry.id, setting.words(entry.title))
    band_top = box.y + (len(listed) * _ROWS + 2) * area.line_feed
    bleed = setting.bleed
    size = Size(area.trim.width + 2 * bleed, area.trim.height + bleed - max(band_top, area.trim.height - 190.0))
    page.artwork(
        motif(content.art)(size, setting.palette, content.seed), -bleed, area.trim.height + bleed - size.height
    )
    return (setting.finish(page, content, "contents"),)


def _entry(page: Composition, setting: Setting, row: Rect, anchor: str, title: Words) -> None:
    setter = setting.typesetter
    text = setter.label(title.text.replace("\n", ""), "contents-entry", title.origin)
    number = setting.references.get(anchor)
    figure = setter.label(str(number) if number else "", "contents-number")
    top = row.y + setting.area.line_feed / 2
    inside = Composition(setting.area.trim)
    inside.frame(text, row.x, top)
    inside.frame(figure, row.right - figure.size.width, top)
    inside.link(row, f"#{anchor}")
    page.put(Tagged(Role.CONTENTS_ITEM, tuple(inside.items), setter.language))
    left, right = row.x + text.size.width + 8.0, row.right - figure.size.width - 8.0
    baseline = top + setter.styles["contents-entry"].baseline
    page.rule(left, baseline - 3.5, max(left, right), baseline - 3.5, setting.palette.rule, 0.35)
