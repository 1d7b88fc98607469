"""The index: names in the order of the language (五十音, pinyin, strokes, the alphabet), with the pages they are on."""

from __future__ import annotations

from msgspec.structs import replace

from brochure.layout.page import Page
from brochure.layout.strip import Strip, height_of, shares, stacked, with_space
from brochure.layout.text_block import Words
from brochure.pages.index.content import IndexContent
from brochure.pages.index.entries import Entry, entries, ranges
from brochure.pages.page_type import Setting
from brochure.pages.slots import set_foot_band

_COLUMNS = 3


def lay_out(content: IndexContent, setting: Setting) -> tuple[Page, ...]:
    """As many pages as ordered; on the first pass, when no page has a number, they are empty."""
    pages = [setting.begin() for _ in range(content.pages)]
    boxes = [setting.title(pages[0], content, setting.box())]
    boxes += [setting.box(offset) for offset in range(1, content.pages)]
    columns = [setting.area.column_boxes(box, _COLUMNS) for box in boxes]
    strips: list[Strip] = []
    for voice in setting.voices:
        own = _strips(voice, setting.number, columns[0][0].width)
        strips.extend(with_space(own, 1.5 * setting.area.line_feed) if strips else own)
    flat = [column for page in columns for column in page]
    *taken, rest = shares(strips, flat, is_balanced=content.pages == 1)
    depth = 0.0
    for number, share in enumerate(taken):
        column = flat[number]
        pages[number // _COLUMNS].items.extend(stacked(share, column.x, column.y))
        if number // _COLUMNS == len(pages) - 1:
            depth = max(depth, column.y + height_of(share))
    setting.overset(rest, content)
    set_foot_band(pages[-1], content, boxes[-1], max(depth, boxes[-1].y), setting)
    return tuple(setting.finish(page, content, "index", offset) for offset, page in enumerate(pages))


def _strips(voice: Setting, number: int, measure: float) -> list[Strip]:
    strips: list[Strip] = []
    letter = ""
    for entry in entries(voice, number):
        if entry.letter != letter:
            letter = entry.letter
            head = voice.typesetter.text(Words(letter, "", voice.language.tag), "index-letter", measure)
            kept = tuple(replace(strip, keeps_next=True) for strip in head)
            strips.extend(with_space(kept, voice.area.line_feed / 2 if strips else 0.0))
        strips.extend(_entry(entry, voice, measure))
    return strips


def _entry(entry: Entry, voice: Setting, measure: float) -> tuple[Strip, ...]:
    words = Words(f"{entry.name}　{ranges(entry.pages)}", f"index.{entry.name}", voice.language.tag)
    return voice.typesetter.text(words, "index-entry", measure)
