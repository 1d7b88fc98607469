"""A city's profile: its name as a picture of type, a lead, the story by themes, and a table of facts.

On two pages (a spread) the left one carries the drawing, the name and the lead, the right one the themes; on one page
all of it stands under a lower drawing, the table beside the themes where these are short.
"""

from __future__ import annotations

from math import ceil

from brochure.content.city import City
from brochure.content.dates import PartialDate
from brochure.drawing.frame import Tagged
from brochure.drawing.geometry import Rect
from brochure.layout.composition import Composition
from brochure.layout.page import Page
from brochure.layout.strip import Strip, fill_columns, height_of, with_space
from brochure.layout.table import TableColumn, set_table
from brochure.layout.text_block import Words
from brochure.pages.city_profile.content import CityProfileContent
from brochure.pages.city_profile_labels import AREA, AS_OF, POPULATION
from brochure.pages.page_type import Setting
from brochure.pages.slots import set_foot_band, set_picture

_NAME_LINES = 4.25  # lines of the grid the name and its readings take below the drawing
_LABEL_WIDTH = 7  # characters
_NARROW_LABEL_WIDTH = 5  # characters, where the table stands in a column
_MORE = 3  # characters a long label may widen its column by before it takes a second line


def lay_out(content: CityProfileContent, setting: Setting) -> tuple[Page, ...]:
    """Two pages, or one where the edition orders one."""
    city = setting.booklet.cities[content.city]
    return _spread(content, city, setting) if content.pages == 2 else _single(content, city, setting)


def _spread(content: CityProfileContent, city: City, setting: Setting) -> tuple[Page, ...]:
    left = setting.begin()
    box = _masthead(left, content, city, setting, setting.box())
    lead = setting.typesetter.text(setting.words(city.lead), "lead", box.width)
    left.stack(lead, box.x, box.y)
    below = setting.area.rows(box, -(-height_of(lead) // setting.area.line_feed) + 1)
    table = left.strips(_facts(content, city, setting, below.width, _LABEL_WIDTH), below)
    right = setting.begin()
    columns = setting.area.column_boxes(setting.box(1))
    themes = fill_columns(_themes(city, setting, columns[0].width), columns, is_balanced=content.is_balanced)
    right.items.extend(themes.items)
    set_foot_band(right, content, columns[0], columns[0].y + themes.depth, setting, content.foot_art or content.art)
    setting.overset(table.rest + themes.rest, content)
    first = setting.finish(left, content, "city_profile")
    return first, setting.finish(right, content, "city_profile", 1)


def _single(content: CityProfileContent, city: City, setting: Setting) -> tuple[Page, ...]:
    page = setting.begin()
    area = setting.area
    box = _masthead(page, content, city, setting, setting.box())
    lead = setting.typesetter.text(setting.words(city.lead), "lead-small", box.width)
    page.stack(lead, box.x, box.y)
    below = area.rows(box, -(-height_of(lead) // area.line_feed) + 1)
    columns = area.column_boxes(below)
    measure = columns[0].width
    themes = _themes(city, setting, measure)
    facts = with_space(_facts(content, city, setting, measure, _NARROW_LABEL_WIDTH), area.line_feed)
    if themes and facts and height_of((*themes, *facts)) <= columns[0].height:
        filled, table = page.strips(themes, columns[0]), page.strips(facts, area.rows(columns[1], 0.5))
        depth, rest = max(filled.depth, table.depth + area.line_feed / 2), (*filled.rest, *table.rest)
    else:
        flowed = fill_columns((*themes, *facts), columns, is_balanced=content.is_balanced and not facts)
        page.items.extend(flowed.items)
        depth, rest = flowed.depth, flowed.rest
    if content.foot_art:
        set_foot_band(page, content, columns[0], columns[0].y + depth, setting, content.foot_art)
    setting.overset(rest, content)
    return (setting.finish(page, content, "city_profile"),)


def _masthead(page: Composition, content: CityProfileContent, city: City, setting: Setting, box: Rect) -> Rect:
    """The drawing off the head of the page, the name, its readings and the motto; what is left of the box."""
    area, bleed, setter = setting.area, setting.bleed, setting.typesetter
    art_lines = content.lines_of_art
    art_height = box.y + art_lines * area.line_feed
    head = Rect(-bleed, -bleed, area.trim.width + 2 * bleed, art_height + bleed)
    set_picture(page, content.picture or city.picture, content.art, content.seed, head, content, setting)
    page.anchor(content.id)
    tag = setting.language.tag
    name = Words(city.name.in_(tag), f"cities.{city.id}.name", tag)
    top = box.y + (art_lines + 0.5) * area.line_feed
    large = setter.label(name.text, "city-name", name.origin)
    page.put(Tagged(setter.styles["city-name"].role, (large.placed(box.x, top),), tag))
    drop = setter.styles["city-name"].baseline - setter.styles["city-reading"].baseline
    page.frame(setter.label(_readings(city, tag), "city-reading"), box.x + large.size.width + 8.0, top + drop)
    motto = setter.text(setting.words(city.motto), "motto", box.width)
    depth = art_lines + _NAME_LINES
    page.stack(motto, box.x, box.y + depth * area.line_feed)
    return area.rows(box, ceil(depth + height_of(motto) / area.line_feed + 0.5))


def _readings(city: City, tag: str) -> str:
    """How the name is read and written in Latin letters, and the body above the city."""
    above = city.above.in_(tag) if city.above else ""
    reading = city.reading if tag == "ja" else city.pinyin
    parts = (above,) if tag == "en" else (reading, city.romaji, above)  # in Latin letters the name is its own reading
    return "　".join(part for part in parts if part)


def _themes(city: City, setting: Setting, measure: float) -> tuple[Strip, ...]:
    strips: list[Strip] = []
    for number, section in enumerate(city.sections):
        heading = setting.typesetter.text(setting.words(section.title), "heading", measure)
        if number:
            heading = with_space(heading, setting.area.line_feed)
        strips.extend(heading)
        strips.extend(setting.typesetter.text(setting.words(section.text), "body", measure))
    return tuple(strips)


def _facts(
    content: CityProfileContent, city: City, setting: Setting, measure: float, label_width: int
) -> tuple[Strip, ...]:
    if not content.has_facts:
        return ()
    language = setting.language
    rows: list[tuple[Words, Words]] = []
    if city.population:
        count = language.count(city.population.value, "people")
        rows.append((setting.label(POPULATION), _dated(count, city.population.as_of, setting)))
    if city.area_km2:
        extent = language.square_kilometres(city.area_km2.value)
        rows.append((setting.label(AREA), _dated(extent, city.area_km2.as_of, setting)))
    rows.extend((setting.words(fact.label), setting.words(fact.value)) for fact in city.facts)
    widest = max([setting.typesetter.width(label, "table-label") for label, _ in rows], default=0.0)
    wanted = ceil(widest / setting.area.size) + 1  # characters, one of them white
    head = min(max(label_width, wanted), label_width + _MORE) * setting.area.size
    columns = (TableColumn(head, "table-label", is_head=True), TableColumn(measure - head, "table-value"))
    return set_table(rows, columns, setting.typesetter, setting.palette.rule, padding=2.0)


def _dated(value: str, as_of: PartialDate | None, setting: Setting) -> Words:
    if as_of is None:
        return Words(value, "", setting.language.tag)
    return Words(value + setting.say(AS_OF, date=setting.language.date(as_of)), "", setting.language.tag)
