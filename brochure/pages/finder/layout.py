"""The finder: a map of the six areas that leads to them, and all municipalities by area and subprefecture."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from brochure.content.directory import Region, Subprefecture, of_region
from brochure.drawing.colour import Colour
from brochure.drawing.frame import Anchor, Frame, Link, Placed, Shape, Tagged, circle, rectangle
from brochure.drawing.geometry import Rect, Size
from brochure.drawing.structure import Role
from brochure.layout.composition import Composition
from brochure.layout.map import SetLabel, area_colour, hokkaido
from brochure.layout.map_shapes import AREAS
from brochure.layout.page import Page
from brochure.layout.strip import Element, Strip
from brochure.layout.text_block import Words
from brochure.pages.finder.content import FinderContent
from brochure.pages.finder.labels import AGAIN, COUNT, MAP, TIE
from brochure.pages.finder.towns import Listed, listed
from brochure.pages.map_credit import JMA
from brochure.pages.page_type import Setting
from brochure.pages.tables import table_pages

_ABREAST = 5  # municipalities in a row
_MAP_LINES = 30
_DOT = 3.0
_ABOVE, _BELOW = 3.0, 4.5  # points about the names of a row


def lay_out(content: FinderContent, setting: Setting) -> tuple[Page, ...]:
    """The page of the map, then as many as the municipalities need."""
    first = _map_page(content, setting)
    strips = [strip for region in setting.booklet.regions.values() for strip in _region(content, region, setting)]
    pages = table_pages(
        setting.begin(),
        None,
        strips,
        setting.box(1),
        content,
        setting.following(1),
        "finder",
        7,
        setting.typesetter.text(setting.label(TIE), "note", setting.area.width),
    )
    return (setting.finish(first, content, "finder"), *pages)


def _map_page(content: FinderContent, setting: Setting) -> Composition:
    page = setting.begin()
    area, setter, tag = setting.area, setting.typesetter, setting.language.tag
    box = setting.title(page, content, setting.box())
    lead = setter.text(setting.words(content.text), "body-flush", box.width)
    page.stack(lead, box.x, box.y)
    box = area.rows(box, len(lead) + 1 if lead else 0)
    words = {each.short.ja: each.short.in_(tag) for each in setting.booklet.subprefectures.values()}
    drawn = hokkaido(
        Size(box.width, _MAP_LINES * area.line_feed), setting.palette, _map_label(setting), words, highlight=()
    )
    page.figure(drawn.frame, box.x, box.y, setting.say(MAP), tag)
    credit = setter.text(setting.label(JMA), "note", box.width)
    page.stack(credit, box.x, box.y + _MAP_LINES * area.line_feed)
    below = area.rows(box, _MAP_LINES + 2)
    regions = list(setting.booklet.regions.values())
    for number, cell in enumerate(_cells(below, 3, 3.0 * area.line_feed)[: len(regions)]):
        _legend(page, content, regions[number], cell, setting)
    return page


def _map_label(setting: Setting) -> SetLabel:
    return lambda text, role: setting.typesetter.label(text, "map-place")


def _cells(box: Rect, abreast: int, height: float) -> list[Rect]:
    width = box.width / abreast
    return [Rect(box.x + i % abreast * width, box.y + i // abreast * height, width, height) for i in range(2 * abreast)]


def _legend(page: Composition, content: FinderContent, region: Region, cell: Rect, setting: Setting) -> None:
    """An area's colour, name and page, which lead to its list."""
    feed, setter = setting.area.line_feed, setting.typesetter
    anchor = _anchor(content, region)
    page.box(Rect(cell.x, cell.y + feed / 4, 0.75 * feed, 1.5 * feed), _colour(region, setting))
    x = cell.x + 1.25 * feed
    page.frame(setter.line(setting.name(region.name, f"regions.{region.id}.name"), "subheading"), x, cell.y)
    number = setting.references.get(anchor)
    count = sum(len(listed(each.id, setting)) for each in of_region(setting.booklet.subprefectures, region.id))
    words = setting.say(COUNT, number=count) + (f"　p. {number}" if number else "")
    page.frame(setter.label(words, "note"), x, cell.y + feed)
    page.link(Rect(cell.x, cell.y, cell.width, 2 * feed), f"#{anchor}")


def _anchor(content: FinderContent, region: Region) -> str:
    return f"{content.id}-{region.id}"


def _colour(region: Region, setting: Setting) -> Colour:
    """The tint the area has on the map; the directory's areas stand in the order of the map's."""
    short = region.short.ja if region.short else region.name.ja
    return area_colour(setting.palette, short) if short in AREAS else setting.palette.tint_cool


def _region(content: FinderContent, region: Region, setting: Setting) -> list[Strip]:
    """An area: its name on its colour, then its subprefectures."""
    feed = setting.area.line_feed
    name = setting.name(region.name, f"regions.{region.id}.name")
    items = (Placed(Anchor(_anchor(content, region))), *_bar(name, region, setting, is_artifact=False))
    element = Element(Role.HEADING_2, name.origin, name.language)
    strips = [Strip(items, 2 * feed, element, space_before=feed, keeps_next=True)]
    for number, each in enumerate(of_region(setting.booklet.subprefectures, region.id)):
        head, *rows = _subprefecture(each, region, setting)
        strips.extend([replace(head, again=_again(region, setting)) if number else head, *rows])
    return strips


def _bar(name: Words, region: Region, setting: Setting, is_artifact: bool) -> tuple[Placed, ...]:
    """An area's name on its colour."""
    feed = setting.area.line_feed
    label = setting.typesetter.line(name, "heading-inline", is_artifact)
    bar = Shape(rectangle(0.0, 0.0, setting.area.width, 1.5 * feed), fill=_colour(region, setting))
    return (
        Placed(Tagged(Role.ARTIFACT, (Placed(bar),))),
        label.placed(6.0, (1.5 * feed - label.size.height) / 2),
    )


def _again(region: Region, setting: Setting, subprefecture: str = "") -> Strip:
    """The heads that a page goes on under: the area's, and that of a subprefecture which the page's end has parted."""
    feed = setting.area.line_feed
    name = Words(setting.say(AGAIN, name=region.name.in_(setting.language.tag)), "", setting.language.tag)
    items = _bar(name, region, setting, is_artifact=True)
    if subprefecture:
        words = setting.say(AGAIN, name=subprefecture)
        items += (setting.typesetter.label(words, "subheading", "", is_artifact=True).placed(0.0, 2.5 * feed),)
    return Strip(items, (3.5 if subprefecture else 2.0) * feed, Element(Role.ARTIFACT), keeps_next=True)


def _subprefecture(each: Subprefecture, region: Region, setting: Setting) -> list[Strip]:
    feed = setting.area.line_feed
    name = setting.name(each.name, f"subprefectures.{each.id}.name")
    towns = listed(each.id, setting)
    text = f"{name.text}　{setting.say(COUNT, number=len(towns))}"
    label = setting.typesetter.label(text, "subheading", name.origin)
    head = Strip(
        (label.placed(0.0, 0.0),), feed, Element(Role.HEADING_3, name.origin, name.language), feed / 2, keeps_next=True
    )
    rows = [towns[start : start + _ABREAST] for start in range(0, len(towns), _ABREAST)]
    again = _again(region, setting, name.text)
    set_rows = [_row(row, region, setting, number) for number, row in enumerate(rows)]
    if len(rows) > 1:  # a page neither ends nor begins with one row of several
        for number in (0, -2):
            set_rows[number] = replace(set_rows[number], keeps_next=True)
    return [head, *set_rows[:1], *(replace(row, again=again) for row in set_rows[1:])]


def _row(row: Sequence[Listed], region: Region, setting: Setting, number: int) -> Strip:
    """Some municipalities side by side, on a hairline of their area's colour."""
    width = setting.area.width / _ABREAST
    frames = [_town(each, setting, width - 4.0) for each in row]
    height = max(frame.size.height for frame in frames) + _ABOVE + _BELOW
    line = Shape(rectangle(0.0, 0.0, setting.area.width, 0.75), fill=_colour(region, setting))
    items = [Placed(Tagged(Role.ARTIFACT, (Placed(line),)))]
    items += [
        Placed(Tagged(Role.LIST_ITEM, (frame.placed(index * width, _ABOVE),), setting.language.tag))
        for index, frame in enumerate(frames)
    ]
    return Strip(tuple(items), height, Element(Role.LIST, "municipalities", setting.language.tag, number=number))


def _town(town: Listed, setting: Setting, measure: float) -> Frame:
    """A municipality's name and reading, a mark and its partners where it has some, its page where it has one."""
    setter, each, tag = setting.typesetter, town.municipality, setting.language.tag
    name = setter.line(setting.name(each.name, f"municipalities.{each.id}.name"), "finder-name")
    items: list[Placed] = [name.placed(_DOT * 3 if town.ties else 0.0, 0.0)]
    if town.ties:
        dot = Shape(
            circle(_DOT, setter.styles["finder-name"].line_feed / 2, _DOT * 0.8), fill=setting.palette.vermilion
        )
        items.append(Placed(Tagged(Role.ARTIFACT, (Placed(dot),))))
    y = name.size.height
    reading = each.reading if tag == "ja" else each.pinyin
    lines = [reading, *(f"⇔ {tie.there.name.in_(tag)}" for tie in town.ties)]
    if town.page:
        lines.append(f"→ p. {town.page}")
        items.append(Placed(Link(Size(measure, y), f"#{town.anchor}")))
    for line in lines:
        label = setter.label(line, "finder-note")
        items.append(label.placed(0.0, y))
        y += label.size.height
    return Frame(Size(measure, y), tuple(items))
