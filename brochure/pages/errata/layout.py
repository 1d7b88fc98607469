"""The errata slip (正誤表): where, what is printed, and what it should be."""

from __future__ import annotations

from brochure.layout.page import Page
from brochure.layout.table import Cell, TableColumn, set_head, set_table
from brochure.pages.errata import labels
from brochure.pages.errata.content import ErrataContent
from brochure.pages.page_type import Setting
from brochure.pages.tables import table_pages

_PLACE = 10  # characters


def lay_out(content: ErrataContent, setting: Setting) -> tuple[Page, ...]:
    """One page."""
    page = setting.begin()
    em, rule, setter = setting.area.size, setting.palette.rule, setting.typesetter
    box = setting.title(page, content, setting.box())
    place = _PLACE * em
    half = (box.width - place) / 2
    columns = (
        TableColumn(place, "table-label", is_head=True, gap=em),
        TableColumn(half, "table-value", gap=em),
        TableColumn(half, "table-value"),
    )
    named = (labels.PLACE, labels.WRONG, labels.RIGHT)
    head = set_head([Cell(setting.all_labels(label)) for label in named], columns, setter, rule)
    rows = [
        [
            Cell((*setting.all_labels(labels.PAGE, page=each.page), *setting.all_words(each.place))),
            Cell(setting.all_words(each.wrong)),
            Cell(setting.all_words(each.right)),
        ]
        for each in content.errata
    ]
    return table_pages(page, head, set_table(rows, columns, setter, rule), box, content, setting, "errata", 1)
