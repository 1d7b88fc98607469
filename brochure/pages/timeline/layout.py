"""The timeline as a list (年表): years down a spine, entries hung on it, over as many pages as the edition orders.

An entry is one strip, so no entry is parted; the pages end at a common foot. Where a year goes on over a page turn it
is named again. Years without an entry are left visible as a dotted part of the spine.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from brochure.content.exchange import Duration, Entry, Exchange
from brochure.drawing.frame import Group, Placed, Shape, Stroke, Tagged, line
from brochure.drawing.geometry import Point, Rect
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
        _set_page(page, entries[start:end], entries[start - 1].entry if start else None, box, setting)
        if offset:
            _years_in_head(page, entries[start:end], setting, setting.box(offset))
        if offset == content.pages - 1:
            legend(page, exchange, setting, area.rows(setting.box(offset), area.lines - 2, 2))
        pages.append(setting.finish(page, content, "timeline", offset))
        start = end
    setting.overset(shared[-1], content)
    return tuple(pages)


def _entries(exchange: Exchange, setting: Setting, width: float) -> list[_Entry]:
    entries: list[_Entry] = []
    year = 0
    for entry in exchange.timeline:
        is_new = entry.date.year != year
        gap = entry.date.year - year if year else 1
        space = 0.0 if not is_new else setting.area.line_feed * (0.5 if gap == 1 else 1.0)
        entries.append(_Entry(entry, _as_deep_as_any(entry, setting, width, space)))
        year = entry.date.year
    return entries


def _as_deep_as_any(entry: Entry, setting: Setting, width: float, space: float) -> Strip:
    """The words of one entry, as deep as in the language that needs most of those that share their plates."""
    own, *others = (_strip(entry, each, width, space) for each in setting.sharing)
    return replace(own, height=max(own.height, *(each.height for each in others))) if others else own


def _strip(entry: Entry, setting: Setting, width: float, space: float) -> Strip:
    """The words of one entry, from the left edge of the type area; as deep as whole quarters of the grid's lines,
    so that the gaps between entries of one, two and three lines are alike.
    """
    setter, em = setting.typesetter, setting.area.size
    left = _TEXT * em
    measure = width - left
    headline = setter.text(setting.words(entry.headline), "entry-milestone" if entry.is_milestone else "entry", measure)
    facts = setter.text(
        Words(_facts(entry, setting), f"timeline.{entry.id}", setting.language.tag), "entry-facts", measure
    )
    note = setter.text(setting.words(entry.note), "entry-note", measure)
    quarter = setting.area.line_feed / 4
    depth = sum(strip.height for strip in (*headline, *facts, *note))
    date = setter.label(within_year(entry, setting), setter.style("month"))
    drop = setter.styles["entry"].baseline - setter.styles["month"].baseline
    items = (
        date.placed(_DATE_END * em - date.size.width, drop),
        *stacked((*headline, *facts, *note), left, 0.0),
        Placed(Point(0.0, 0.0), Tagged(Role.ARTIFACT, (_mark(entry, setting),))),
    )
    height = -(-round(depth + _LEAST_GAP, 3) // quarter) * quarter
    element = Element(Role.LIST_ITEM, f"timeline.{entry.id}", setter.language)
    return Strip(items, height, element, space_before=space)


def _mark(entry: Entry, setting: Setting) -> Placed:
    """The sign of the entry's kind, on the spine at the height of the headline's first line."""
    middle = setting.typesetter.styles["entry"].line_feed / 2
    frame = mark(entry.kind, _MARK, setting.palette)
    return frame.placed(_SPINE * setting.area.size - _MARK / 2, middle - _MARK / 2)


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


def _set_page(page: Composition, entries: Sequence[_Entry], before: Entry | None, box: Rect, setting: Setting) -> None:
    """The entries of one page, their years and the spine behind them."""
    if not entries:
        return
    placed: list[Placed] = []
    spine: list[Placed] = []
    top = box.y
    x = box.x + _SPINE * setting.area.size
    previous = before
    for number, each in enumerate(entries):
        gap_top = top
        top += each.strip.space_before if number else 0.0
        if number:
            spine.append(
                _spine(x, gap_top, top, each.entry.date.year - (previous or each.entry).date.year > 1, setting)
            )
        spine.append(_spine(x, top, top + each.strip.height, False, setting))
        if number == 0 or previous is None or each.entry.date.year != previous.date.year:
            placed.append(_year(each.entry, box.x, top, setting))
        placed.append(
            Placed(
                Point(0.0, 0.0),
                Tagged(Role.LIST_ITEM, (Placed(Point(box.x, top), Group(each.strip.items)),), setting.language.tag),
            )
        )
        top += each.strip.height
        previous = each.entry
    page.put(Tagged(Role.ARTIFACT, tuple(spine)))
    page.put(Tagged(Role.LIST, tuple(placed), setting.language.tag))


def _spine(x: float, top: float, bottom: float, is_gap: bool, setting: Setting) -> Placed:
    stroke = Stroke(setting.palette.rule, 0.8, (0.8, 3.2) if is_gap else (), is_round=is_gap)
    return Placed(Point(0.0, 0.0), Shape(line(x, top, x, bottom), stroke=stroke))


def _year(entry: Entry, x: float, top: float, setting: Setting) -> Placed:
    setter = setting.typesetter
    year = setter.label(str(entry.date.year), "year")
    era = setter.label(setting.language.era_year(entry.date), "era")
    drop = setter.styles["entry"].baseline - setter.styles["year"].baseline
    items = (year.placed(x, top + drop), era.placed(x, top + drop + setter.styles["year"].line_feed - _ERA_RISE))
    return Placed(Point(0.0, 0.0), Tagged(Role.LABEL, items, setter.language))


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
