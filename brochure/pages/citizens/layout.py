"""The citizens' exchange: who the groups are and what they do, and the citizens' own entries."""

from __future__ import annotations

from brochure.content.exchange import Citizens
from brochure.layout.page import Page
from brochure.layout.strip import Strip, fill_columns, height_of, with_space
from brochure.layout.table import TableColumn, set_table
from brochure.layout.text_block import Words
from brochure.pages.citizens.content import CitizensContent
from brochure.pages.citizens.labels import ENTRIES
from brochure.pages.page_type import Setting
from brochure.pages.slots import set_foot_band

_DATE_WIDTH = 9  # characters


def lay_out(content: CitizensContent, setting: Setting) -> tuple[Page, ...]:
    """One page: a lead, the groups in two columns, the entries as a table, the motif above the foot."""
    page = setting.begin()
    area, setter = setting.area, setting.typesetter
    citizens = setting.booklet.exchanges[content.exchange].citizens
    box = setting.title(page, content, setting.box())
    lead = setter.text(setting.words(citizens.intro), "lead-small", box.width)
    page.stack(lead, box.x, box.y)
    box = area.rows(box, -(-height_of(lead) // area.line_feed) + 1)
    columns = area.column_boxes(box)
    groups = fill_columns(_groups(citizens, setting, columns[0].width), columns, is_balanced=True)
    page.items.extend(groups.items)
    box = area.rows(box, -(-groups.depth // area.line_feed) + 1)
    if citizens.entries:
        page.stack(setter.text(setting.label(ENTRIES), "heading", box.width), box.x, box.y)
        box = area.rows(box, 2)
    table = page.strips(_entries(citizens, setting, box.width), box)
    setting.overset(groups.rest + table.rest, content)
    set_foot_band(page, content, box, box.y + table.depth, setting)
    return (setting.finish(page, content, "citizens"),)


def _groups(citizens: Citizens, setting: Setting, measure: float) -> tuple[Strip, ...]:
    strips: list[Strip] = []
    tag = setting.language.tag
    for number, group in enumerate(citizens.groups):
        organisation = setting.booklet.organisations[group.organisation]
        name = Words(organisation.name.in_(tag), f"organisations.{organisation.id}.name", tag)
        heading = setting.typesetter.text(name, "heading", measure)
        strips.extend(with_space(heading, setting.area.line_feed) if number else heading)
        strips.extend(setting.typesetter.text(setting.words(group.text), "body", measure))
    return tuple(strips)


def _entries(citizens: Citizens, setting: Setting, measure: float) -> tuple[Strip, ...]:
    date_width = _DATE_WIDTH * setting.area.size
    columns = (TableColumn(date_width, "table-label", is_head=True), TableColumn(measure - date_width, "table-value"))
    rows = [
        (Words(setting.language.date(entry.date), "", setting.language.tag), setting.words(entry.headline))
        for entry in citizens.entries
    ]
    return set_table(rows, columns, setting.typesetter, setting.palette.rule, 1.5)
