"""The phrasebook: what a reader wants to say, and how the other side says it, with its reading."""

from __future__ import annotations

from msgspec.structs import replace

from brochure.content.phrasebook import Phrase, Situation
from brochure.layout.page import Page
from brochure.layout.strip import Strip, with_space
from brochure.layout.table import Cell, TableColumn, set_table
from brochure.layout.text_block import Words
from brochure.pages.page_type import Setting
from brochure.pages.phrasebook.content import PhrasebookContent
from brochure.pages.tables import table_pages

_OWN = 0.4  # of the width


def lay_out(content: PhrasebookContent, setting: Setting) -> tuple[Page, ...]:
    """As many pages as the situations need."""
    page = setting.begin()
    book = setting.booklet.phrasebook
    box = setting.title(page, content, setting.box())
    situations = [book[name] for name in content.situations] or list(book.values())
    strips = [
        strip
        for number, each in enumerate(situations)
        for strip in with_space(_situation(each, setting, box.width), setting.area.line_feed if number else 0.0)
    ]
    return table_pages(page, None, strips, box, content, setting, "phrasebook", 4, least=content.pages)


def _situation(situation: Situation, setting: Setting, width: float) -> tuple[Strip, ...]:
    setter = setting.typesetter
    heading = setter.text(setting.name(situation.name, f"phrasebook.{situation.id}.name"), "subheading", width)
    columns = (
        TableColumn(_OWN * width, "table-value", is_head=True, gap=setting.area.size),
        TableColumn((1 - _OWN) * width, "phrase"),
    )
    rows = [_row(phrase, setting) for phrase in situation.phrases]
    kept = tuple(replace(strip, keeps_next=True) for strip in heading)
    return (*kept, *set_table(rows, columns, setter, setting.palette.rule, 2.0))


def _row(phrase: Phrase, setting: Setting) -> list[Cell]:
    """A Japanese reader learns Chinese with pinyin, a Chinese one Japanese with its romanisation."""
    tag = setting.language.tag
    key = f"phrasebook.{phrase.id}"
    if tag == "ja":
        own, other = Words(phrase.ja, key, tag), Words(phrase.zh_CN, key, "zh_CN")
        read = Words(phrase.pinyin, key, tag)
    else:
        own = Words(phrase.zh_TW if tag == "zh_TW" else phrase.zh_CN, key, tag)
        other, read = Words(phrase.ja, key, "ja"), Words(phrase.romaji, key, tag)
    return [Cell((own,)), Cell((other,), notes=(read,))]
