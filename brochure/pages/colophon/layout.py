"""The colophon (奥付): title, date, maker, sources, credits and as-of dates, at the foot of a quiet page."""

from __future__ import annotations

from brochure.content.exchange import Exchange
from brochure.drawing.geometry import Rect
from brochure.layout.map_shapes import NATURAL_EARTH_CREDIT
from brochure.layout.page import Page
from brochure.layout.strip import height_of
from brochure.layout.table import TableColumn, set_table
from brochure.layout.text_block import NO_WORDS, Words
from brochure.pages.colophon import labels
from brochure.pages.colophon.content import ColophonContent
from brochure.pages.page_type import Setting

_LABEL_WIDTH = 5  # characters


def lay_out(content: ColophonContent, setting: Setting) -> tuple[Page, ...]:
    """One page; the table stands on the last line of the type area."""
    page = setting.begin()
    box = setting.title(page, content, setting.box())
    words = setting.typesetter.text(setting.words(content.text), "body", box.width)
    head = _LABEL_WIDTH * setting.area.size
    columns = (TableColumn(head, "table-label", is_head=True), TableColumn(box.width - head, "table-value"))
    table = set_table(_rows(content, setting), columns, setting.typesetter, setting.palette.rule, 2.0)
    sample = setting.label(labels.SAMPLE) if setting.edition.is_sample else NO_WORDS
    note = setting.typesetter.text(sample, "note", box.width)
    top = max(box.y, box.bottom - height_of(table))
    above = top - height_of(note) - setting.area.line_feed
    text = page.strips(words, Rect(box.x, box.y, box.width, above - box.y))
    if above >= box.y:
        page.stack(note, box.x, above)
    filled = page.strips(table, Rect(box.x, top, box.width, box.bottom - top))
    setting.overset(text.rest + filled.rest, content)
    return (setting.finish(page, content, "colophon"),)


def _rows(content: ColophonContent, setting: Setting) -> list[tuple[Words, Words]]:
    edition, language = setting.edition, setting.language
    exchange = setting.booklet.exchanges[content.exchange]
    rows = [
        (labels.TITLE, setting.words(edition.title).text.replace("\n", "")),
        (labels.DATE, language.date(edition.date)),
        (labels.PUBLISHER, setting.words(edition.publisher).text),
        (labels.LANGUAGE, language.own_name),
        (labels.SOURCES, "\n".join(setting.words(source.name).text for source in exchange.sources)),
        (labels.FIGURES, _as_of(exchange, setting)),
        (labels.MAPS, NATURAL_EARTH_CREDIT),
        (labels.DRAWINGS, setting.say(labels.DRAWN)),
        (labels.TYPEFACES, language.list(setting.typeface_credits)),
        (labels.SOFTWARE, "brochure"),
    ]
    return [(setting.label(label), Words(value, label.key, language.tag)) for label, value in rows if value]


def _as_of(exchange: Exchange, setting: Setting) -> str:
    """Until when the entries reach; empty where there are none of one side."""
    if not exchange.timeline or not exchange.citizens.entries:
        return ""
    date = setting.language.date
    administration, citizens = exchange.timeline[-1].date, exchange.citizens.entries[-1].date
    return setting.say(labels.AS_OF, administration=date(administration), citizens=date(citizens))
