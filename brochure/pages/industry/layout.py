"""A city's work and its specialities: industries as short essays, specialities as a table of good things."""

from __future__ import annotations

from brochure.layout.page import Page
from brochure.layout.strip import Strip, fill_columns, with_space
from brochure.layout.table import TableColumn, set_table
from brochure.pages.industry.content import IndustryContent
from brochure.pages.industry.labels import SPECIALITIES
from brochure.pages.page_type import Setting
from brochure.pages.slots import set_foot_band

_NAME_WIDTH = 11  # characters


def lay_out(content: IndustryContent, setting: Setting) -> tuple[Page, ...]:
    """One page: industries in two columns, specialities as a table over the whole measure, a drawing at the foot."""
    page = setting.begin()
    area = setting.area
    city = setting.booklet.cities[content.city]
    box = setting.title(page, content, setting.box())
    if content.text:
        lead = setting.typesetter.text(setting.words(content.text), "body-flush", box.width)
        page.stack(lead, box.x, box.y)
        box = area.rows(box, len(lead) + 1)
    columns = area.column_boxes(box)
    work = fill_columns(_industries(content, setting, columns[0].width), columns, is_balanced=True)
    page.items.extend(work.items)
    box = area.rows(box, -(-work.depth // area.line_feed) + 1)
    if city.specialities:
        heading = setting.typesetter.text(setting.label(SPECIALITIES), "heading", box.width)
        page.stack(heading, box.x, box.y)
        box = area.rows(box, 2)
    name = _NAME_WIDTH * area.size
    columns = (TableColumn(name, "subheading", is_head=True), TableColumn(box.width - name, "table-value"))
    rows = [(setting.words(each.name), setting.words(each.text)) for each in city.specialities]
    table = page.strips(set_table(rows, columns, setting.typesetter, setting.palette.rule, 3.0), box)
    set_foot_band(page, content, box, box.y + table.depth, setting)
    setting.overset(work.rest + table.rest, content)
    return (setting.finish(page, content, "industry"),)


def _industries(content: IndustryContent, setting: Setting, measure: float) -> tuple[Strip, ...]:
    strips: list[Strip] = []
    for number, industry in enumerate(setting.booklet.cities[content.city].industries):
        heading = setting.typesetter.text(setting.words(industry.name), "heading", measure)
        strips.extend(with_space(heading, setting.area.line_feed) if number else heading)
        strips.extend(setting.typesetter.text(setting.words(industry.text), "body", measure))
    return tuple(strips)
