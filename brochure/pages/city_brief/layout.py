"""A city in brief: a drawing, the name and how it is read, a few sentences, and what can be looked up."""

from __future__ import annotations

from collections.abc import Callable

from brochure.content.city import City
from brochure.content.dates import PartialDate
from brochure.drawing.geometry import Rect
from brochure.layout.page import Page
from brochure.layout.strip import with_space
from brochure.layout.table import Cell, TableColumn, set_table
from brochure.layout.text_block import Words
from brochure.pages.city_brief.content import CityBriefContent
from brochure.pages.city_profile_labels import AREA, AS_OF, POPULATION
from brochure.pages.page_type import Setting
from brochure.pages.slots import set_picture

_LABEL = 6  # characters


def lay_out(content: CityBriefContent, setting: Setting) -> tuple[Page, ...]:
    """One page: what has no room on it, of the words or of the facts, is told."""
    page = setting.begin()
    area, bleed = setting.area, setting.bleed
    city = setting.booklet.cities[content.city]
    box = setting.box()
    head = box.y + content.art_lines * area.line_feed
    whole = Rect(-bleed, -bleed, area.trim.width + 2 * bleed, head + bleed)
    set_picture(page, city.picture, content.art, content.seed, whole, content, setting)
    page.anchor(content.id)
    below = area.rows(box, content.art_lines + 1)
    key = f"cities.{city.id}"
    strips = (
        *setting.stacked(setting.each(lambda voice: voice.name(city.name, f"{key}.name")), "glance-name", box.width),
        *setting.stacked(setting.each(lambda voice: _reading(city, voice)), "city-reading", box.width),
        *with_space(setting.stacked(setting.all_words(city.lead), "body-flush", box.width), area.line_feed / 2),
    )
    placed = page.strips(strips, below)
    below = area.rows(below, -(-placed.depth // area.line_feed) + 1)
    label = _LABEL * area.size
    columns = (TableColumn(label, "table-label", is_head=True), TableColumn(box.width - label, "table-dense"))
    table = set_table(_rows(city, setting), columns, setting.typesetter, setting.palette.rule, 1.5)
    setting.overset(placed.rest + page.strips(table, below).rest, content)
    return (setting.finish(page, content, "city_brief"),)


def _reading(city: City, voice: Setting) -> Words:
    tag = voice.language.tag
    read = city.reading if tag == "ja" else city.pinyin
    above = city.above.in_(tag) if city.above else ""
    parts = (above,) if tag == "en" else (read, city.romaji, above)
    return Words("　".join(part for part in parts if part), "", tag)


def _rows(city: City, setting: Setting) -> list[tuple[Cell, Cell]]:
    rows: list[tuple[Cell, Cell]] = []
    population, extent = city.population, city.area_km2
    if population:
        count = setting.each(_dated(lambda v: v.language.count(population.value, "people"), population.as_of))
        rows.append((Cell(setting.all_labels(POPULATION)), Cell(count)))
    if extent:
        size = setting.each(_dated(lambda v: v.language.square_kilometres(extent.value), extent.as_of))
        rows.append((Cell(setting.all_labels(AREA)), Cell(size)))
    rows.extend((Cell(setting.all_words(f.label)), Cell(setting.all_words(f.value))) for f in city.facts)
    return rows


def _dated(value: Callable[[Setting], str], as_of: PartialDate | None) -> Callable[[Setting], Words]:
    def words(voice: Setting) -> Words:
        when = voice.say(AS_OF, date=voice.language.date(as_of)) if as_of else ""
        return Words(value(voice) + when, "", voice.language.tag)

    return words
