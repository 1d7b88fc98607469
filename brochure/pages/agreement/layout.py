"""The agreement: its day in large figures between the two motifs, who signed where, and how it came to that."""

from __future__ import annotations

from brochure.content.exchange import Tie
from brochure.content.figures import years_since
from brochure.drawing.geometry import Rect
from brochure.layout.page import Page
from brochure.layout.strip import height_of
from brochure.layout.table import Cell, TableColumn, set_table
from brochure.layout.text_block import Words
from brochure.pages.agreement import labels
from brochure.pages.agreement.content import AgreementContent
from brochure.pages.page_type import Setting
from brochure.pages.prose import columns_of, composed, copy_of, copy_of_sections, set_prose
from brochure.pages.slots import set_foot_band, set_picture

_ART_LINES = 9
_LABEL = 8  # characters


def lay_out(content: AgreementContent, setting: Setting) -> tuple[Page, ...]:
    """One page: the band off both edges, the day, the table, the words in columns."""
    page = setting.begin()
    area, setter = setting.area, setting.typesetter
    exchange = setting.booklet.exchanges[content.exchange]
    box = setting.title(page, content, setting.box())
    band = Rect(-setting.bleed, box.y, area.trim.width + 2 * setting.bleed, _ART_LINES * area.line_feed)
    set_picture(page, content.picture, content.art, content.seed, band, content, setting)
    below = area.rows(box, _ART_LINES + 1)
    day = setter.label(".".join(str(part) for part in exchange.tie.date.parts), "number")
    page.frame(day, below.x, below.y)
    below = area.rows(below, -(-day.size.height // area.line_feed) + 0.5)
    width = _LABEL * area.size
    head = (TableColumn(width, "table-label", is_head=True), TableColumn(below.width - width, "table-value"))
    table = set_table(_rows(exchange.tie, setting), head, setter, setting.palette.rule, 2.5)
    filled = page.strips(table, below)
    below = area.rows(below, -(-height_of(table) // area.line_feed) + 1)
    notice = setting.booklet.notices.get(content.notice or "")
    copies = (*copy_of(notice.text, "body"), *copy_of_sections(notice.sections)) if notice else ()
    columns = columns_of(content, setting, below)
    depth, rest = set_prose(page, composed(copies, content, setting, columns.measure), columns, content, setting)
    setting.overset(filled.rest + rest.left, content)
    set_foot_band(page, content, box, below.y + depth, setting, "clouds")
    return (setting.finish(page, content, "agreement"),)


def _rows(tie: Tie, setting: Setting) -> list[tuple[Cell, Cell]]:
    booklet = setting.booklet
    since = years_since(tie.date, setting.edition.date)
    place = booklet.places[tie.signed_at].name if tie.signed_at else None
    rows = [(labels.DATE, setting.each(lambda v: Words(v.language.date(tie.date), "", v.language.tag)))]
    if place:
        rows.append((labels.PLACE, setting.each(lambda v: v.name(place, f"places.{tie.signed_at}.name"))))
    if tie.parties:
        names = [booklet.organisations[party].name for party in tie.parties]
        rows.append(
            (
                labels.PARTIES,
                setting.each(
                    lambda v: Words(v.language.list([n.in_(v.language.tag) for n in names]), "", v.language.tag)
                ),
            )
        )
    if since > 0:
        rows.append(
            (
                labels.SINCE,
                setting.each(
                    lambda v: v.label(
                        labels.YEARS, years=v.language.number(since), date=v.language.date(setting.edition.date)
                    )
                ),
            )
        )
    return [(Cell(setting.all_labels(label)), Cell(words)) for label, words in rows]
