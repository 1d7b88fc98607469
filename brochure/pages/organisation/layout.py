"""An organisation: what it is and does in prose, what can be looked up as a table."""

from __future__ import annotations

from brochure.content.page_content import Mode
from brochure.layout.page import Page
from brochure.layout.strip import height_of
from brochure.layout.table import Cell, TableColumn, set_table
from brochure.pages.organisation.content import OrganisationContent
from brochure.pages.page_type import Setting
from brochure.pages.prose import columns_of, composed, copy_of, copy_of_sections, prose_pages

_LABEL = 8  # characters


def lay_out(content: OrganisationContent, setting: Setting) -> tuple[Page, ...]:
    """A page, or two where the words need them; the table stands at the head of the first."""
    page = setting.begin()
    area = setting.area
    notice = setting.booklet.notices[content.notice]
    box = setting.title(page, content, setting.box())
    if notice.facts:
        label = _LABEL * area.size
        columns = (TableColumn(label, "table-label", is_head=True), TableColumn(box.width - label, "table-value"))
        rows = [(Cell(setting.all_words(f.label)), Cell(setting.all_words(f.value))) for f in notice.facts]
        table = set_table(rows, columns, setting.typesetter, setting.palette.rule, 2.5)
        page.stack(table, box.x, box.y)
        box = area.rows(box, -(-height_of(table) // area.line_feed) + 1)
    copies = (*copy_of(notice.text, "body"), *copy_of_sections(notice.sections))
    wanted = 0 if setting.mode is Mode.PARALLEL or len(setting.words(notice.text).text) > 400 else 1
    measure = columns_of(content, setting, box, wanted).measure
    return prose_pages(
        page, composed(copies, content, setting, measure), box, content, setting, "organisation", 2, wanted
    )
