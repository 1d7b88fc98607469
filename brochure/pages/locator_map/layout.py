"""Where two cities lie: a map across the whole page, the way by sea between their ports, and each city's position."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

from msgspec.structs import replace

from brochure.content.city import City
from brochure.content.records import Location
from brochure.diagnostics import Diagnostic, error, message
from brochure.drawing.geometry import Rect, Size
from brochure.drawing.units import mm
from brochure.layout.composition import Composition
from brochure.layout.map import POINTS, MapPoint, locator_map
from brochure.layout.map_shapes import NATURAL_EARTH_CREDIT
from brochure.layout.page import Page
from brochure.layout.projection import Place
from brochure.layout.strip import height_of
from brochure.layout.text_block import Words
from brochure.pages.locator_map import labels
from brochure.pages.locator_map.content import LocatorMapContent
from brochure.pages.page_type import Setting

_MAP_LINES = 21
_KNIFE = mm(7)  # how far words keep from the trim
_EARTH_RADIUS_KM = 6371.0  # mean radius (IUGG)
_STYLES = {"place-major": "map-city", "place": "map-place", "sea": "map-sea"}


def lay_out(content: LocatorMapContent, setting: Setting) -> tuple[Page, ...]:
    """One page: title, text, the map from edge to edge, the two positions below it."""
    page = setting.begin()
    area = setting.area
    exchange = setting.booklet.exchanges[content.exchange]
    cities = [setting.booklet.cities[city] for city in exchange.cities]
    unknown = [city for city in cities if city.location is None]
    if unknown:
        for city in unknown:
            setting.report.add(_no_location(city))
        return (setting.finish(page, content, "locator_map"),)
    box = setting.title(page, content, setting.box())
    text = setting.stacked(setting.all_words(content.text), "body-flush", box.width)
    page.stack(text, box.x, box.y)
    longest = max(len(each.stacked(each.all_words(content.text), "body-flush", box.width)) for each in setting.sharing)
    box = area.rows(box, longest + 1)
    lines = min(_MAP_LINES, int(0.8 * area.trim.width / area.line_feed) + 2)
    _map(page, cities, setting, area.rows(box, 0, lines))
    box = area.rows(box, lines + 1)
    depths = [
        _position(page, city, setting, column) for city, column in zip(cities, area.column_boxes(box, 2), strict=True)
    ]
    number = setting.language.number(distance_km(*_ends(cities)))
    caption = setting.stacked(setting.all_labels(labels.DISTANCE, distance=number), "caption", box.width)
    credit = setting.typesetter.text(Words(NATURAL_EARTH_CREDIT), "caption", box.width)
    page.stack((*caption, *credit), box.x, box.y + max(depths) + 0.75 * area.line_feed)
    return (setting.finish(page, content, "locator_map"),)


def _no_location(city: City) -> Diagnostic:
    return error(
        "pages.no-location",
        message("the map of page type locator-map needs to know where “{city}” lies", city=city.id),
        city.span,
        message("add a line “location: {{longitude: 141.6, latitude: 43.9}}” with the city's own degrees"),
    )


def _map(page: Composition, cities: list[City], setting: Setting, box: Rect) -> None:
    tag = setting.language.tag
    words = {key: setting.all_labels(label) for key, label in labels.PLACES.items()}
    words |= {city.id: setting.each(lambda voice, city=city: voice.name(city.name)) for city in cities}
    points = tuple(MapPoint(city.id, Place(*_degrees(city.location)), is_major=True) for city in cities)
    size = Size(setting.area.trim.width + 2 * setting.bleed, box.height)
    drawn = locator_map(
        size,
        setting.palette,
        lambda key, role: setting.stacked_label(words[key], _STYLES[role]),
        {key: key for key in words},
        (*points, *_others(cities)),
        margin=setting.bleed + _KNIFE,
    )
    names = [city.name.in_(tag) for city in cities]
    alternative = setting.say(labels.ALTERNATIVE, first=names[0], second=names[1])
    page.figure(drawn.frame, -setting.bleed, box.y, alternative, tag)


def _others(cities: list[City]) -> tuple[MapPoint, ...]:
    shown = {city.id for city in cities}
    return tuple(point for point in POINTS if point.key not in shown)


def _position(page: Composition, city: City, setting: Setting, box: Rect) -> float:
    """A city's name, the body above it, and where it lies, to a tenth of a degree; how deep they reach, in points."""
    key = f"cities.{city.id}"
    names = setting.each(lambda voice: voice.name(city.name, f"{key}.name"))
    page.frame(setting.beside(names, "motto", 12.0), box.x, box.y)
    longitude, latitude = _degrees(city.location)
    above = city.above
    lines = (*(setting.each(lambda voice: voice.name(above, f"{key}.above")) if above else ()),)
    lines += setting.all_labels(labels.POSITION, latitude=f"{latitude:.1f}", longitude=f"{longitude:.1f}")
    fitting = tuple(_parted(line, setting, box.width) for line in lines)
    strips = setting.stacked(fitting, "table-value", box.width)
    top = 1.75 * setting.area.line_feed
    page.stack(strips, box.x, box.y + top)
    return top + height_of(strips)


def _parted(words: Words, setting: Setting, measure: float) -> Words:
    """A line of two parts, on two lines where it has no room on one."""
    is_long = setting.typesetter.line(words, "table-value").size.width > measure
    return replace(words, text=words.text.replace("　", "\n")) if is_long else words


def _ends(cities: list[City]) -> tuple[Location, Location]:
    first, second = (city.location for city in cities)
    assert first is not None
    assert second is not None
    return first, second


def _degrees(location: Location | None) -> tuple[float, float]:
    assert location is not None
    return location.longitude, location.latitude


def distance_km(one: Location, other: Location) -> int:
    """The great-circle distance of two places in kilometres, rounded to the hundred (haversine on a sphere)."""
    rise = radians(other.latitude - one.latitude) / 2
    run = radians(other.longitude - one.longitude) / 2
    chord = sin(rise) ** 2 + cos(radians(one.latitude)) * cos(radians(other.latitude)) * sin(run) ** 2
    return round(2 * _EARTH_RADIUS_KM * asin(sqrt(chord)) / 100) * 100
