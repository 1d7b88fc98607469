"""The timeline as a list (年表): years down a spine, entries hung on it, over as many pages as the edition orders.

An entry is one strip, so no entry is parted; the pages end at a common foot. Where a year goes on over a page turn it
is named again. Years without an entry are left visible as a dotted part of the spine.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from brochure.content.exchange import Duration, Entry, Exchange
from brochure.drawing.frame import Placed, Shape, Stroke, Tagged, line, put
from brochure.drawing.geometry import ORIGIN, Rect
from brochure.drawing.structure import Role
from brochure.layout.art.marks import mark
from brochure.layout.composition import Composition
from brochure.layout.page import Page
from brochure.layout.palette import Palette
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


class _Entry(Struct, frozen=True):
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
    voices = setting.sharing
    entries: list[_Entry] = []
    year = 0
    for entry in exchange.timeline:
        is_new = entry.date.year != year
        gap = entry.date.year - year if year else 1
        space = 0.0 if not is_new else setting.area.line_feed * (0.5 if gap == 1 else 1.0)
        entries.append(_Entry(entry, _strip(entry, voices, width, space)))
        year = entry.date.year
    return entries


def _strip(entry: Entry, voices: Sequence[Setting], width: float, space: float) -> Strip:
    """The words of one entry, from the left edge of the type area; as deep as in the language that needs most of those
    that share its plates.
    """
    own, *others = voices
    setter, area = own.typesetter, own.area
    left = _TEXT * area.size
    words = _words(entry, own, width - left)
    height = _height(words, area.line_feed)
    for each in others:
        height = max(height, _height(_words(entry, each, width - left), area.line_feed))
    month = setter.styles["month"]
    date = setter.label(within_year(entry, own), month)
    hung = setter.styles["entry"]
    items = (
        date.placed(_DATE_END * area.size - date.size.width, hung.baseline - month.baseline),
        *stacked(words, left, 0.0),
        _mark(entry.kind, own.palette, _SPINE * area.size, hung.line_feed / 2),
    )
    return Strip(items, height, Element(Role.LIST_ITEM, f"timeline.{entry.id}", setter.language), space)


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


def _height(words: Sequence[Strip], line_feed: float) -> float:
    """How deep an entry is: whole quarters of the grid's lines, so that the gaps between entries of one, two and three
    lines are alike.
    """
    quarter = line_feed / 4
    return -(-round(sum([strip.height for strip in words]) + _LEAST_GAP, 3) // quarter) * quarter


@lru_cache(maxsize=256)
def _mark(kind: str, palette: Palette, x: float, y: float) -> Placed:
    """The sign of a kind about (x, y): on the spine at the height of the headline's first line. One sign stands for all
    entries of its kind.
    """
    return Placed(ORIGIN, Tagged(Role.ARTIFACT, (mark(kind, _MARK, palette).placed(x - _MARK / 2, y - _MARK / 2),)))


def _facts(entry: Entry, setting: Setting) -> str:
    """The line of data under a headline, in the order and form of the language: leader, size, days, and the
    place where the headline does not name it."""
    language, booklet = setting.language, setting.booklet
    tag = language.tag
    parts = [words for words in (about_year(entry, setting), last_day(entry, setting)) if words]
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
    return language.gap.join(parts)


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
            spine.append(Placed(ORIGIN, Shape(line(x, gap_top, x, top), None, dotted if year - last > 1 else whole)))
        bottom = top + strip.height
        spine.append(Placed(ORIGIN, Shape(line(x, top, x, bottom), None, whole)))
        if year != last:
            placed.append(put(_year(each.entry, setting), left, top))
        placed.append(put(Tagged(Role.LIST_ITEM, strip.items, tag), left, top))
        top = bottom
        last = year
    page.put(Tagged(Role.ARTIFACT, tuple(spine)))
    page.put(Tagged(Role.LIST, tuple(placed), tag))


def _year(entry: Entry, setting: Setting) -> Tagged:
    """A year and its era, hung on the first line of the entry beside them."""
    setter = setting.typesetter
    style = setter.styles["year"]
    year = setter.label(str(entry.date.year), style)
    era = setter.label(setting.language.era_year(entry.date), "era")
    drop = setter.styles["entry"].baseline - style.baseline
    items = (year.placed(0.0, drop), era.placed(0.0, drop + style.line_feed - _ERA_RISE))
    return Tagged(Role.LABEL, items, setter.language)


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
