"""The map of ties: from edge to edge a curve from each town of Hokkaido to its partner in China, and the list of pairs.

A number stands for a tie on the map and in the list: the oldest is 1.
"""

from __future__ import annotations

from collections.abc import Sequence

from brochure.drawing.frame import Frame
from brochure.drawing.geometry import Rect, Size
from brochure.drawing.units import mm
from brochure.layout.composition import Composition
from brochure.layout.map import MapPoint
from brochure.layout.map_of_ties import Tie, line_colour, map_of_ties
from brochure.layout.map_shapes import NATURAL_EARTH_CREDIT
from brochure.layout.page import Page
from brochure.layout.strip import Strip, height_of
from brochure.layout.table import Cell, TableColumn, set_table
from brochure.layout.text_block import Words
from brochure.pages.map_credit import JMA
from brochure.pages.page_type import Setting
from brochure.pages.ties_map import labels
from brochure.pages.ties_map.content import TiesMapContent
from brochure.pages.ties_map.spots import Numbered, Spot, numbered, spots
from brochure.translation.labels import Label

_LEAST_MAP_LINES = 12
_MOST_MAP = 0.64  # of the trim's width: a taller map would show more sea and steppe, and nothing else larger
_KNIFE = mm(7)  # how far words keep from the trim
_NUMBER = 2.2  # characters
_KEY_LINE = 1.25  # lines of the grid
_AIR = 3.0  # points after a name, so that no two read as one


def lay_out(content: TiesMapContent, setting: Setting) -> tuple[Page, ...]:
    """One page: the text, the map from edge to edge, below it the key to the colours and the pairs in two columns."""
    page = setting.begin()
    area, setter = setting.area, setting.typesetter
    box = setting.title(page, content, setting.box())
    lead = setter.text(setting.words(content.text), "body-flush", box.width)
    page.stack(lead, box.x, box.y)
    box = area.rows(box, len(lead) + 1 if lead else 0)
    ties = numbered(setting)
    columns = area.column_boxes(box, 2)
    lists = [_pairs(half, column.width, setting) for half, column in zip(_halves(ties), columns, strict=True)]
    below = max(map(height_of, lists)) + height_of(_notes(labels.BEYOND, box.width, setting))
    lines = _map_lines(box.height - below, setting)
    is_within = not ties or _map(page, ties, area.rows(box, 0, lines), setting)
    _key(page, ties, area.rows(box, lines + 0.5), setting)
    foot = area.rows(box, lines + 0.5 + _KEY_LINE)
    for rows, column in zip(lists, area.column_boxes(foot, 2), strict=True):
        setting.overset(page.strips(rows, column).rest, content)
    notes = _notes(labels.NOTE if is_within else labels.BEYOND, box.width, setting)
    page.stack(notes, box.x, box.bottom - height_of(notes))
    return (setting.finish(page, content, "ties_map"),)


def _map_lines(room: float, setting: Setting) -> int:
    """How many lines the map takes of `room` points, which the key takes its own of."""
    feed = setting.area.line_feed
    held = int(room / feed - _KEY_LINE - 1.0)
    return max(_LEAST_MAP_LINES, min(held, round(_MOST_MAP * setting.area.trim.width / feed)))


def _notes(label: Label, width: float, setting: Setting) -> tuple[Strip, ...]:
    """What the curves are, and whose data the map is drawn from."""
    coast, areas = setting.say(labels.COAST, credit=NATURAL_EARTH_CREDIT), setting.say(JMA)
    credits = Words(setting.say(labels.CREDITS, coast=coast, areas=areas), labels.CREDITS.key, setting.language.tag)
    return setting.stacked((setting.label(label), credits), "note", width)


def _map(page: Composition, ties: Sequence[Numbered], box: Rect, setting: Setting) -> bool:
    """Draw the map; whether every partner lies on it."""
    tag = setting.language.tag
    towns, partners, pairs = spots(ties, tag)
    names = {spot.key: spot for spot in (*towns, *partners)}
    waters = {key: setting.typesetter.line(setting.label(label), "map-sea") for key, label in labels.WATERS.items()}
    drawn = map_of_ties(
        Size(setting.area.trim.width + 2 * setting.bleed, box.height),
        setting.palette,
        lambda key, role: waters[key] if key in waters else _named(names[key], role == "number", setting),
        {key: key for key in (*names, *waters)},
        [MapPoint(spot.key, spot.place) for spot in towns],
        [MapPoint(spot.key, spot.place) for spot in partners],
        [Tie(*pair) for pair in pairs],
        margin=setting.bleed + _KNIFE,
    )
    page.figure(drawn.frame, -setting.bleed, box.y, setting.say(labels.MAP, count=len(ties)), tag)
    return not drawn.beyond


def _named(spot: Spot, is_number: bool, setting: Setting) -> Frame:
    """What stands beside a point: its names one under the other, each after the numbers of its ties; or these alone."""
    listed = setting.language.list
    said = [(listed([str(each) for each in numbers]), name) for name, numbers in spot.lines.items()]
    texts = [listed([numbers for numbers, _ in said])] if is_number else [" ".join(each) for each in said]
    lines = [setting.typesetter.label(text, "map-place") for text in texts]
    tops = [sum(line.size.height for line in lines[:index]) for index in range(len(lines))]
    size = Size(max(line.size.width for line in lines) + _AIR, sum(line.size.height for line in lines))
    return Frame(size, tuple(line.placed(0.0, top) for line, top in zip(lines, tops, strict=True)))


def _key(page: Composition, ties: Sequence[Numbered], box: Rect, setting: Setting) -> None:
    """The areas that have ties, each after a piece of its line, in the order of the booklet's areas."""
    x, feed = box.x, setting.area.line_feed
    used = {each.area for each in ties}
    for region in setting.booklet.regions.values():
        short = (region.short or region.name).ja
        if short not in used:
            continue
        page.rule(x, box.y + feed / 2, x + feed, box.y + feed / 2, line_colour(setting.palette, short), 2.0)
        label = setting.typesetter.line(setting.name(region.name, f"regions.{region.id}.name"), "note")
        page.frame(label, x + 1.25 * feed, box.y + (feed - label.size.height) / 2)
        x += label.size.width + 2.25 * feed


def _halves(ties: Sequence[Numbered]) -> tuple[Sequence[Numbered], Sequence[Numbered]]:
    middle = -(-len(ties) // 2)
    return ties[:middle], ties[middle:]


def _pairs(ties: Sequence[Numbered], width: float, setting: Setting) -> tuple[Strip, ...]:
    """A row a tie: its number, the two sides, and below them what the tie is and since when."""
    number = _NUMBER * setting.area.size
    columns = (TableColumn(number, "table-label", is_head=True), TableColumn(width - number, "table-label"))
    rows = [(Words(str(each.number), "", setting.language.tag), _pair(each, setting)) for each in ties]
    return set_table(rows, columns, setting.typesetter, setting.palette.rule, 2.0)


def _pair(each: Numbered, setting: Setting) -> Cell:
    language, tie = setting.language, each.tie
    there = tie.there.name.in_(language.tag)
    if tie.there.above:
        there = language.with_aside(there, tie.there.above.in_(language.tag))
    pair = setting.label(labels.PAIR, here=tie.here.name.in_(language.tag), there=there)
    since = setting.label(labels.SINCE, kind=tie.kind.in_(language.tag), date=language.date(tie.date))
    return Cell((pair,), notes=(since,))
