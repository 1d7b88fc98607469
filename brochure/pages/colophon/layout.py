"""The colophon (奥付): title, date, maker, sources, credits and as-of dates, at the foot of a quiet page."""

from __future__ import annotations

from brochure.content.exchange import Exchange
from brochure.drawing.geometry import Rect
from brochure.drawing.units import mm
from brochure.layout.composition import Composition
from brochure.layout.map_shapes import NATURAL_EARTH_CREDIT
from brochure.layout.page import Page
from brochure.layout.qr import qr_code
from brochure.layout.strip import height_of
from brochure.layout.table import Cell, TableColumn, set_table
from brochure.layout.text_block import Words
from brochure.pages.colophon import labels
from brochure.pages.colophon.content import ColophonContent
from brochure.pages.page_type import Setting
from brochure.translation.labels import Label

_LABEL_WIDTH = 5  # characters
_QR = mm(20)  # with its quiet zone; printers want 10 mm at the least


def lay_out(content: ColophonContent, setting: Setting) -> tuple[Page, ...]:
    """One page; the table stands on the last line of the type area."""
    page, area = setting.begin(), setting.area
    box = setting.title(page, content, setting.box())
    words = setting.stacked(setting.all_words(content.text), "body", box.width)
    head = _LABEL_WIDTH * area.size
    columns = (TableColumn(head, "table-label", is_head=True), TableColumn(box.width - head, "table-value"))
    table = set_table(_rows(content, setting), columns, setting.typesetter, setting.palette.rule, 2.0)
    sample = setting.all_labels(labels.SAMPLE) if setting.edition.is_sample else ()
    note = setting.stacked(sample, "note", box.width - (_QR + area.line_feed if content.url else 0.0))
    top = max(box.y, box.bottom - height_of(table))
    above = top - max(height_of(note), _QR if content.url else 0.0) - area.line_feed
    text = page.strips(words, Rect(box.x, box.y, box.width, above - box.y))
    if above >= box.y:
        page.stack(note, box.x, above)
        if content.url:
            _qr(page, content.url, box.right - _QR, above, setting)
    filled = page.strips(table, Rect(box.x, top, box.width, box.bottom - top))
    setting.overset(text.rest + filled.rest, content)
    return (setting.finish(page, content, "colophon"),)


def _qr(page: Composition, url: str, x: float, y: float, setting: Setting) -> None:
    """The code that leads to the address, which a pressed finger reaches too."""
    page.figure(qr_code(url, _QR), x, y, setting.say(labels.QR, url=url), setting.language.tag)
    page.link(Rect(x, y, _QR, _QR), url)


def _rows(content: ColophonContent, setting: Setting) -> list[tuple[Cell, Cell]]:
    """Each row in every language of the page; what they all say alike is said once."""
    voices = setting.voices
    table = [_values(content, voice) for voice in voices]
    rows: list[tuple[Cell, Cell]] = []
    for number, (label, _) in enumerate(table[0]):
        values = [Words(rows[number][1], label.key, v.language.tag) for v, rows in zip(voices, table, strict=True)]
        said = tuple(each for n, each in enumerate(values) if each and each.text not in {v.text for v in values[:n]})
        if said:
            rows.append((Cell(setting.all_labels(label)), Cell(said)))
    return rows


def _values(content: ColophonContent, setting: Setting) -> list[tuple[Label, str]]:
    edition, language = setting.edition, setting.language
    exchange = setting.booklet.exchanges[content.exchange]
    return [
        (labels.TITLE, setting.words(edition.title).text.replace("\n", "")),
        (labels.DATE, language.date(edition.date)),
        (labels.PUBLISHER, setting.words(edition.publisher).text),
        (labels.LANGUAGE, language.own_name),
        (labels.SOURCES, "\n".join(setting.words(source.name).text for source in exchange.sources)),
        (labels.FIGURES, _as_of(exchange, setting)),
        (labels.MAPS, NATURAL_EARTH_CREDIT),
        (labels.PHOTOGRAPHS, _credits(setting)),
        (labels.DRAWINGS, setting.say(labels.DRAWN_TOO if setting.photographs else labels.DRAWN)),
        (labels.TYPEFACES, language.list(setting.typeface_credits)),
        (labels.SOFTWARE, "brochure"),
    ]


def _credits(setting: Setting) -> str:
    """Whose the photographs of the booklet are, in the order of their pages, each once."""
    by_file = {picture.file: picture for picture in setting.booklet.pictures.values()}
    placed = (by_file[file] for file in setting.photographs if file in by_file)
    return setting.language.list([*dict.fromkeys(text for each in placed if (text := setting.words(each.credit).text))])


def _as_of(exchange: Exchange, setting: Setting) -> str:
    """Until when the entries reach; empty where there are none of one side."""
    if not exchange.timeline or not exchange.citizens.entries:
        return ""
    date = setting.language.date
    administration, citizens = exchange.timeline[-1].date, exchange.citizens.entries[-1].date
    return setting.say(labels.AS_OF, administration=date(administration), citizens=date(citizens))
