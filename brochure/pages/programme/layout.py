"""A programme (式次第・日程): day by day, hour by hour, with the places."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from brochure.content.visit import Day, Item
from brochure.drawing.geometry import Rect
from brochure.layout.page import Page
from brochure.layout.strip import Strip, height_of, with_space
from brochure.layout.table import Cell, TableColumn, set_table
from brochure.layout.text_block import NO_WORDS, Words
from brochure.pages.page_type import Setting
from brochure.pages.programme.content import ProgrammeContent
from brochure.pages.programme.labels import SAMPLE
from brochure.pages.tables import table_pages

_TIME = 5.5  # characters
_PLACE = 0.34  # of the width, where that leaves the title enough
_LEAST_TITLE = 14  # characters


def lay_out(content: ProgrammeContent, setting: Setting) -> tuple[Page, ...]:
    """As many pages as the days need; a day's heading keeps to its first hour."""
    page = setting.begin()
    programme = setting.booklet.programmes[content.programme]
    box = setting.title(page, content, setting.box())
    lead = setting.stacked(setting.all_words(None if programme.is_sample else programme.lead), "body-flush", box.width)
    page.stack(lead, box.x, box.y)
    if lead:
        box = setting.area.rows(box, -(-height_of(lead) // setting.area.line_feed) + 1)
    strips = [
        strip
        for number, day in enumerate(programme.days)
        for strip in with_space(tuple(_day(day, setting, box)), setting.area.line_feed if number else 0.0)
    ]
    note = setting.stacked(setting.all_labels(SAMPLE), "note", box.width) if programme.is_sample else ()
    return table_pages(page, None, strips, box, content, setting, "programme", 4, note)


def _day(day: Day, setting: Setting, box: Rect) -> Iterator[Strip]:
    """A day's heading and its table."""

    def heading(voice: Setting) -> Words:
        date = voice.language.date(day.date) if day.date else ""
        title = voice.words(day.title)
        parts = [part for part in (date, title.text) if part]
        return Words("　".join(parts), title.origin, voice.language.tag)

    yield from setting.stacked(setting.each(heading), "heading-inline", box.width)
    em = setting.area.size
    time = _TIME * em
    place = _PLACE * box.width
    has_places = box.width - time - place >= _LEAST_TITLE * em
    columns = (
        TableColumn(time, "programme-time", is_head=True),
        TableColumn(box.width - time - (place if has_places else 0.0), "table-value", gap=em if has_places else 0.0),
        *((TableColumn(place, "table-value"),) if has_places else ()),
    )
    rows = [_row(item, setting, has_places) for item in day.items]
    yield from set_table(rows, columns, setting.typesetter, setting.palette.rule, 3.0 if has_places else 1.5)


def _row(item: Item, setting: Setting, has_places: bool) -> list[Cell]:
    hours = "–".join(str(each) for each in (item.time, item.until) if each)
    what, detail = setting.all_words(item.title), setting.all_words(item.detail)
    places = setting.each(lambda voice: _place(item, voice))
    cells = [Cell((Words(hours, "", setting.language.tag),))]
    if has_places:
        return [*cells, Cell(what, notes=detail), Cell(places)]
    where = {words.language: words.text for words in places}
    together = tuple(
        replace(words, text=f"{words.text}　{where[words.language]}" if words.language in where else words.text)
        for words in what
    )
    return [*cells, Cell(together, "table-dense", notes=detail)]


def _place(item: Item, voice: Setting) -> Words:
    place = voice.booklet.places.get(item.place or "")
    return voice.name(place.name, f"places.{place.id}.name") if place else NO_WORDS
