"""The timeline as a list (年表): years down a spine, entries hung on it, over as many pages as the edition orders.

An entry is one strip, so no entry is parted; the pages end at a common foot. Where a year goes on over a page turn it
is named again. Years without an entry are left visible as a dotted part of the spine.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from brochure.content.exchange import Duration, Entry, Exchange
from brochure.drawing.frame import Placed, Shape, Stroke, Tagged, line
from brochure.drawing.geometry import Rect
from brochure.drawing.structure import Role
from brochure.layout.art.marks import mark
from brochure.layout.composition import Composition
from brochure.layout.page import Page
from brochure.layout.strip import Element, Strip, shares, stacked
from brochure.layout.text_block import Words
from brochure.pages.entry_dates import about_year, last_day, within_year
from brochure.pages.page_type import Setting
from brochure.pages.timeline.content import TimelineContent
from brochure.pages.timeline.labels import LEADER, YEARS
from brochure.pages.timeline.legend import legend

_SPINE = 6.4  # characters from the left edge to the spine
_DATE_END = 11.4  # characters: where dates end
_TEXT = 12.4  # characters: where the entry's words begin
_MARK = 9.0  # points
_ERA_RISE = 3.0  # points the era is drawn up to its year: its baseline stays within an entry of one line
_LEAST_GAP = 5.0  # points between an entry's words and the next entry


class _Entry(Struct, frozen=True, gc=False):
    """An entry on its way to the page: its strip and whether years lie empty before it."""

    entry: Entry
    strip: Strip


def lay_out(content: TimelineContent, setting: Setting) -> tuple[Page, ...]:
    """As many pages as ordered, the entries shared out so that all end at a common foot."""
    area = setting.area
    exchange = setting.booklet.exchanges[content.exchange]
    first = setting.begin()
    boxes = [setting.title(first, content, setting.box())]
    boxes += [area.rows(setting.box(offset), 2) for offset in range(1, content.pages)]
    boxes[-1] = boxes[-1]._replace(height=boxes[-1].height - 3 * area.line_feed)
    entries = _entries(exchange, setting, boxes[0].width)
    shared = shares([each.strip for each in entries], boxes, is_balanced=True)
    pages: list[Page] = []
    start = 0
    for offset, (box, strips) in enumerate(zip(boxes, shared, strict=False)):
        page = setting.begin() if offset else first
        end = start + len(strips)
        _set_page(page, entries[start:end], box, setting)
        if offset:
            _years_in_head(page, entries[start:end], setting, setting.box(offset))
        if offset == content.pages - 1:
            legend(page, exchange, setting, area.rows(setting.box(offset), area.lines - 2, 2))
        pages.append(setting.finish(page, content, "timeline", offset))
        start = end
    setting.overset(shared[-1], content)
    return tuple(pages)


def _entries(exchange: Exchange, setting: Setting, width: float) -> list[_Entry]:
    own, *twins = setting.sharing
    feed = setting.area.line_feed
    left = _TEXT * setting.area.size
    entries: list[_Entry] = []
    last = 0
    for entry in exchange.timeline:
        year = entry.date.year
        space = 0.0 if year == last else feed * (0.5 if not last or year == last + 1 else 1.0)
        words = _words(entry, own, width - left)
        height = _height(sum([strip.height for strip in words]), feed)
        for each in twins:
            others = sum([strip.height for strip in _words(entry, each, width - left)])
            height = max(height, _height(others, feed))
        items = (_date(entry, own), *stacked(words, left, 0.0), _mark(entry, own))
        element = Element(Role.LIST_ITEM, f"timeline.{entry.id}", setting.typesetter.language)
        entries.append(_Entry(entry, Strip(items, height, element, space)))
        last = year
    return entries


def _words(entry: Entry, setting: Setting, measure: float) -> tuple[Strip, ...]:
    """The words of an entry in one language: what happened, the facts of it, a note."""
    setter = setting.typesetter
    style = "entry-milestone" if entry.is_milestone else "entry"
    words = setter.text(setting.words(entry.headline), style, measure)
    facts = _facts(entry, setting)
    if facts:
        words += setter.text(Words(facts, f"timeline.{entry.id}", setting.language.tag), "entry-facts", measure)
    if entry.note:
        words += setter.text(setting.words(entry.note), "entry-note", measure)
    return words


@lru_cache
def _height(words: float, line_feed: float) -> float:
    """How deep an entry is whose words are so deep: whole quarters of the grid's lines, so that the gaps between
    entries of one, two and three lines are alike.
    """
    quarter = line_feed / 4
    return -(-round(words + _LEAST_GAP, 3) // quarter) * quarter


def _date(entry: Entry, setting: Setting) -> Placed:
    """Month and day, ranged right before the spine's other side; the same item for all entries of a date."""
    setter = setting.typesetter
    words = within_year(entry, setting)

    def set_date() -> Placed:
        style = setter.styles["month"]
        date = setter.label(words, style)
        return date.placed(
            _DATE_END * setting.area.size - date.size.width, setter.styles["entry"].baseline - style.baseline
        )

    return setter.once(("timeline date", words, setting.area.size), set_date)


def _mark(entry: Entry, setting: Setting) -> Placed:
    """The sign of the entry's kind, on the spine at the height of the headline's first line; the same for a kind."""

    def draw() -> Placed:
        middle = setting.typesetter.styles["entry"].line_feed / 2
        sign = mark(entry.kind, _MARK, setting.palette)
        placed = sign.placed(_SPINE * setting.area.size - _MARK / 2, middle - _MARK / 2)
        return Placed(Tagged(Role.ARTIFACT, (placed,)))

    return setting.typesetter.once(("timeline mark", entry.kind, setting.area.size), draw)


def _facts(entry: Entry, setting: Setting) -> str:
    """The line of data under a headline, in the order and form of the language: leader, size, days, and the
    place where the headline does not name it."""
    language, booklet = setting.language, setting.booklet
    tag = language.tag
    parts = [about_year(entry, setting)] if entry.is_about else []
    if entry.until:
        parts.append(last_day(entry, setting))
    if entry.leader:
        name = booklet.people[entry.leader].name.in_(tag)
        title = entry.leader_title.in_(tag) if entry.leader_title else ""
        parts.append(language.person(name, title) if title else setting.say(LEADER, name=name))
    if entry.people:
        parts.append(_size(entry, setting))
    if entry.duration:
        parts.append(_duration(entry.duration, setting))
    if entry.place:
        place = booklet.places[entry.place].name.in_(tag)
        if place not in setting.words(entry.headline).text:
            parts.append(place)
    return language.gap.join([part for part in parts if part])


def _duration(duration: Duration, setting: Setting) -> str:
    if duration.months:
        return setting.language.count(duration.months, "months")
    return setting.language.count(duration.days or 0, "days")


def _size(entry: Entry, setting: Setting) -> str:
    language = setting.language
    whole = language.count(entry.people or 0, "people")
    inside = language.list(
        [language.part_of_party(part.what.in_(language.tag), part.people) for part in entry.breakdown]
    )
    return language.with_aside(whole, inside)


def _set_page(page: Composition, entries: Sequence[_Entry], box: Rect, setting: Setting) -> None:
    """The entries of one page, their years and the spine behind them."""
    if not entries:
        return
    whole = Stroke(setting.palette.rule, 0.8)
    dotted = Stroke(setting.palette.rule, 0.8, (0.8, 3.2), is_round=True)
    tag = setting.language.tag
    placed: list[Placed] = []
    spine: list[Placed] = []
    left, top = box.x, box.y
    x = left + _SPINE * setting.area.size
    last = 0
    for number, each in enumerate(entries):
        strip, year = each.strip, each.entry.date.year
        if number:
            gap_top = top
            top += strip.space_before
            gap = Shape(line(x, gap_top, x, top), None, dotted if year - last > 1 else whole)
            spine.append(Placed(gap))
        bottom = top + strip.height
        spine.append(Placed(Shape(line(x, top, x, bottom), None, whole)))
        if year != last:
            placed.append(Placed(_year(each.entry, setting), left, top))
        placed.append(Placed(Tagged(Role.LIST_ITEM, strip.items, tag), left, top))
        top = bottom
        last = year
    page.put(Tagged(Role.ARTIFACT, tuple(spine)))
    page.put(Tagged(Role.LIST, tuple(placed), tag))


def _year(entry: Entry, setting: Setting) -> Tagged:
    """A year and its era, hung on the first line of the entry beside them; the same wherever they are named."""
    setter = setting.typesetter
    words = setting.language.era_year(entry.date)

    def set_year() -> Tagged:
        style = setter.styles["year"]
        year, era = setter.label(str(entry.date.year), style), setter.label(words, "era")
        drop = setter.styles["entry"].baseline - style.baseline
        items = (year.placed(0.0, drop), era.placed(0.0, drop + style.line_feed - _ERA_RISE))
        return Tagged(Role.LABEL, items, setter.language)

    return setter.once(("timeline year", entry.date.year, words), set_year)


def _years_in_head(page: Composition, entries: Sequence[_Entry], setting: Setting, box: Rect) -> None:
    """The years a page runs over, in its head."""
    if not entries:
        return
    first, last = entries[0].entry.date.year, entries[-1].entry.date.year
    words = setting.label(YEARS, first=str(first), last=str(last))
    frame = setting.typesetter.label(words.text, "kicker", is_artifact=True)
    page.frame(frame, box.x, box.y)
    under = box.y + 1.25 * setting.area.line_feed
    page.rule(box.x, under, box.right, under, setting.palette.rule, 0.4)
