"""An association and how to join it: what it does, a line to cut along, and below it the form (入会申込書)."""

from __future__ import annotations

from brochure.content.page_content import Mode
from brochure.drawing.frame import Path, Shape, Stroke, circle, line
from brochure.drawing.geometry import Rect
from brochure.layout.composition import Composition
from brochure.layout.page import Page
from brochure.layout.strip import height_of
from brochure.layout.table import Cell, TableColumn, set_table
from brochure.pages.membership.content import MembershipContent
from brochure.pages.membership.form import rows_of, set_rows
from brochure.pages.membership.labels import CUT
from brochure.pages.page_type import Setting
from brochure.pages.prose import columns_of, composed, copy_of, copy_of_sections, set_prose

_LABEL = 8  # characters
_CUT_LINES = 2.0  # lines of the grid about the line to cut along


def lay_out(content: MembershipContent, setting: Setting) -> tuple[Page, ...]:
    """One page: the form stands at its foot, as high as it needs; the words have what is above it."""
    page = setting.begin()
    area = setting.area
    box = setting.title(page, content, setting.box())
    rows = rows_of(content.fields, box.width, setting)
    titles = setting.all_words(content.form)
    halves = area.column_boxes(box, len(titles))
    headings = [setting.typesetter.text(each, "heading", half.width) for each, half in zip(titles, halves, strict=True)]
    note = setting.stacked(setting.all_words(content.note), "note", box.width)
    head = area.whole_lines(max(map(height_of, headings)))
    deep = head + sum(row.height for row in rows) + (height_of(note) + area.line_feed / 4 if note else 0.0)
    top = box.bottom - deep
    above = box._replace(height=max(0.0, top - _CUT_LINES * area.line_feed - box.y))
    _set_association(page, content, above, setting)
    _set_cut(page, top - _CUT_LINES / 2 * area.line_feed, setting)
    for heading, half in zip(headings, halves, strict=True):
        page.stack(heading, half.x, top)
    set_rows(page, rows, box.x, top + head, setting)
    page.stack(note, box.x, box.bottom - height_of(note))
    return (setting.finish(page, content, "membership"),)


def _set_association(page: Composition, content: MembershipContent, box: Rect, setting: Setting) -> None:
    """The facts as a table, the words below it; what finds no room above the form is told."""
    area = setting.area
    notice = setting.booklet.notices[content.notice]
    if notice.facts:
        label = _LABEL * area.size
        head = (TableColumn(label, "table-label", is_head=True), TableColumn(box.width - label, "table-value"))
        rows = [(Cell(setting.all_words(f.label)), Cell(setting.all_words(f.value))) for f in notice.facts]
        table = page.strips(set_table(rows, head, setting.typesetter, setting.palette.rule, 2.5), box)
        setting.overset(table.rest, content)
        taken = area.whole_lines(table.depth) + area.line_feed
        box = Rect(box.x, box.y + taken, box.width, max(0.0, box.height - taken))
    copies = (*copy_of(notice.text, "body"), *copy_of_sections(notice.sections))
    columns_wanted = 0 if setting.mode is Mode.PARALLEL else 1
    columns = columns_of(content, setting, box, columns_wanted)
    _, rest = set_prose(page, composed(copies, content, setting, columns.measure), columns, content, setting)
    setting.overset(rest.left, content)


def _set_cut(page: Composition, y: float, setting: Setting) -> None:
    """The line to cut along, from edge to edge, a pair of scissors and the word for it on it."""
    trim, box, palette = setting.area.trim, setting.box(), setting.palette
    words = setting.beside(setting.all_labels(CUT), "note", 8.0)
    left = box.x + 22.0
    after = left + words.size.width + 8.0
    for start, end in ((0.0, box.x - 4.0), (after, trim.width)):
        page.shape(Shape(line(start, y, end, y), stroke=Stroke(palette.ink, 0.4, (4.0, 3.0))))
    page.shape(Shape(_scissors(box.x, y), stroke=Stroke(palette.ink, 0.7)))
    page.frame(words, left, y - words.size.height / 2)


def _scissors(x: float, y: float) -> Path:
    """A pair of scissors open to the right, 16 points long."""
    rings = circle(x + 2.4, y - 3.0, 2.2) + circle(x + 2.4, y + 3.0, 2.2)
    return rings + line(x + 4.2, y - 1.8, x + 16.0, y + 3.2) + line(x + 4.2, y + 1.8, x + 16.0, y - 3.2)
