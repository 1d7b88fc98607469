"""Two cities at a glance: a picture and a name on each side, and what can be compared row by row between them."""

from __future__ import annotations

from collections.abc import Callable

from brochure.content.city import City
from brochure.content.dates import PartialDate
from brochure.content.standing_matter import Figure, Row
from brochure.drawing.geometry import Rect
from brochure.layout.composition import Composition
from brochure.layout.page import Page
from brochure.layout.strip import height_of
from brochure.layout.table import Cell, TableColumn, set_table
from brochure.layout.text_block import NO_WORDS, Words
from brochure.pages.page_type import Setting
from brochure.pages.slots import set_picture
from brochure.pages.two_cities.content import TwoCitiesContent
from brochure.pages.two_cities.labels import AS_OF

_ART_LINES = 11
_LABEL = 8  # characters
_GAP = 1.0  # characters between columns


def lay_out(content: TwoCitiesContent, setting: Setting) -> tuple[Page, ...]:
    """One page: pictures that run off the edges, names, mottoes, the table."""
    page = setting.begin()
    area = setting.area
    comparison = setting.booklet.comparisons[content.comparison]
    cities = [setting.booklet.cities[name] for name in comparison.cities[:2]]
    box = setting.title(page, content, setting.box())
    halves = area.column_boxes(box, 2)
    depth = 0.0
    for city, half, art, is_left in zip(cities, halves, (content.art, content.other_art), (True, False), strict=True):
        place = _to_the_edge(area.rows(half, 0, _ART_LINES), setting, is_left)
        set_picture(page, city.picture, art, content.seed, place, content, setting)
        depth = max(depth, _name(page, city, area.rows(half, _ART_LINES + 1), setting))
    below = area.rows(box, _ART_LINES + 2 + -(-depth // area.line_feed))
    label = _LABEL * area.size
    width = (below.width - label) / 2
    columns = (
        TableColumn(label, "table-label", is_head=True),
        TableColumn(width, "table-value", gap=_GAP * area.size),
        TableColumn(width, "table-value"),
    )
    rows = [
        (Cell(setting.all_words(row.label)), *(Cell(_cell(row, city, setting)) for city in cities))
        for row in comparison.rows
    ]
    filled = page.strips(set_table(rows, columns, setting.typesetter, setting.palette.rule, 3.0), below)
    setting.overset(filled.rest, content)
    return (setting.finish(page, content, "two_cities"),)


def _to_the_edge(box: Rect, setting: Setting, is_left: bool) -> Rect:
    """The box drawn out to the edge of the page and its bleed on its own side."""
    if is_left:
        return Rect(-setting.bleed, box.y, box.right + setting.bleed, box.height)
    return box._replace(width=setting.area.trim.width + setting.bleed - box.x)


def _name(page: Composition, city: City, box: Rect, setting: Setting) -> float:
    """A city's name in its languages, how it is read, and its motto; how deep they reach."""
    key = f"cities.{city.id}"
    names = setting.stacked(setting.each(lambda voice: voice.name(city.name, f"{key}.name")), "glance-name", box.width)
    read = setting.each(lambda voice: _reading(city, voice))
    strips = (
        *names,
        *setting.stacked(read, "city-reading", box.width),
        *setting.stacked(setting.all_words(city.motto), "caption", box.width),
    )
    page.stack(strips, box.x, box.y)
    return height_of(strips)


def _reading(city: City, voice: Setting) -> Words:
    """How the name is read: in kana for Japanese readers, in pinyin for Chinese ones, and in Latin letters."""
    reading = city.reading if voice.language.tag == "ja" else city.pinyin
    return Words("　".join(part for part in (reading, city.romaji) if part), "", voice.language.tag)


def _cell(row: Row, city: City, setting: Setting) -> tuple[Words, ...]:
    """What a row says of a city, in every language of the page."""
    own = next((cell for cell in row.cells if cell.id == city.id), None)
    if own is not None:
        return setting.all_words(own.text)
    return setting.each(_FIGURES[row.figure](city)) if row.figure else ()


def _population(city: City) -> Callable[[Setting], Words]:
    found = city.population
    if found is None:
        return lambda voice: NO_WORDS
    return lambda voice: _dated(voice.language.count(found.value, "people"), found.as_of, voice)


def _area(city: City) -> Callable[[Setting], Words]:
    found = city.area_km2
    if found is None:
        return lambda voice: NO_WORDS
    return lambda voice: _dated(voice.language.square_kilometres(found.value), found.as_of, voice)


def _above(city: City) -> Callable[[Setting], Words]:
    above = city.above
    return (lambda voice: voice.name(above, f"cities.{city.id}.above")) if above else (lambda voice: NO_WORDS)


_FIGURES = {Figure.POPULATION: _population, Figure.AREA: _area, Figure.ABOVE: _above}


def _dated(value: str, as_of: PartialDate | None, voice: Setting) -> Words:
    when = voice.say(AS_OF, date=voice.language.date(as_of)) if as_of else ""
    return Words(value + when, AS_OF.key, voice.language.tag)
