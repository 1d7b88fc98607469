"""The colophon (奥付): title, date, maker, sources, credits and as-of dates, at the foot of a quiet page."""

from __future__ import annotations

from brochure.layout.map_shapes import NATURAL_EARTH_CREDIT
from brochure.layout.page import Page
from brochure.layout.strip import height_of
from brochure.layout.table import TableColumn, set_table
from brochure.layout.text_block import Words
from brochure.pages.colophon import labels
from brochure.pages.colophon.content import ColophonContent
from brochure.pages.page_type import Setting

_LABEL_WIDTH = 7  # characters


def lay_out(content: ColophonContent, setting: Setting) -> tuple[Page, ...]:
    """One page; the table stands on the last line of the type area."""
    page = setting.begin()
    box = setting.title(page, content, setting.box())
    if content.text:
        page.stack(setting.typesetter.text(setting.words(content.text), "body", box.width), box.x, box.y)
    head = _LABEL_WIDTH * setting.area.size
    columns = (TableColumn(head, "table-label", is_head=True), TableColumn(box.width - head, "table-value"))
    table = set_table(_rows(content, setting), columns, setting.typesetter, setting.palette.rule, 2.0)
    depth = height_of(table)
    place = box._replace(y=box.bottom - depth, height=depth + 1.0)
    page.strips(table, place)
    if setting.edition.is_sample:
        note = setting.typesetter.text(setting.label(labels.SAMPLE), "note", box.width)
        page.stack(note, box.x, place.y - height_of(note) - setting.area.line_feed)
    return (setting.finish(page, content, "colophon"),)


def _rows(content: ColophonContent, setting: Setting) -> list[tuple[Words, Words]]:
    edition, language = setting.edition, setting.language
    exchange = setting.booklet.exchanges[content.exchange]
    sources = language.list([setting.words(source.name).text for source in exchange.sources])
    as_of = setting.say(
        labels.AS_OF,
        administration=language.date(exchange.timeline[-1].date),
        citizens=language.date(exchange.citizens.entries[-1].date),
    )
    rows = [
        (labels.TITLE, setting.words(edition.title).text.replace("\n", "")),
        (labels.DATE, language.date(edition.date)),
        (labels.PUBLISHER, setting.words(edition.publisher).text),
        (labels.LANGUAGE, language.own_name),
        (labels.SOURCES, sources),
        (labels.FIGURES, as_of),
        (labels.MAPS, NATURAL_EARTH_CREDIT),
        (labels.DRAWINGS, setting.say(labels.DRAWN)),
        (labels.TYPEFACES, language.list(setting.typeface_credits)),
        (labels.SOFTWARE, "brochure"),
    ]
    return [(setting.label(label), Words(value, label.key, language.tag)) for label, value in rows if value]
