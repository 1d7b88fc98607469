"""Statistics (統計): how many municipalities each area has, how ties with China grew, and the table of both."""

from __future__ import annotations

from collections.abc import Sequence

from brochure.drawing.colour import Colour
from brochure.drawing.geometry import Rect, Size
from brochure.layout.bars import Bar, stacked_bars, steps
from brochure.layout.chart import Drafting
from brochure.layout.composition import Composition
from brochure.layout.page import Page
from brochure.layout.strip import Strip, height_of
from brochure.layout.table import TableColumn, set_head, set_table
from brochure.layout.text_block import Words
from brochure.pages.page_type import Setting
from brochure.pages.statistics import labels
from brochure.pages.statistics.content import StatisticsContent
from brochure.pages.statistics.counts import AreaCount, by_area, of_the_whole, printed, running_total
from brochure.translation.labels import Label

_BARS, _STEPS = (4, 10), (3, 8)  # lines of the grid the charts take, at the least and at the most
_BARS_SHARE = 0.57  # of the room for both
_BETWEEN = 6.0  # lines for the two headings and what parts the charts and the table
_SHARES = (0.34, 0.14, 0.09, 0.09, 0.09, 0.1, 0.15)
_HEADS = (labels.AREA, labels.OFFICES, labels.CITIES, labels.TOWNS, labels.VILLAGES, labels.ALL, labels.TIES)


def lay_out(content: StatisticsContent, setting: Setting) -> tuple[Page, ...]:
    """One page: the bars of the areas, the stair of ties, the table, and what was counted from which sources."""
    page = setting.begin()
    area, setter = setting.area, setting.typesetter
    box = setting.title(page, content, setting.box())
    lead = page.strips(setter.text(setting.words(content.text), "body-flush", box.width), box)
    setting.overset(lead.rest, content)
    box = area.rows(box, -(-lead.depth // area.line_feed) + 1 if content.text else 0)
    counts = by_area(setting.booklet)
    notes, table = _notes(setting, box.width), _table(counts, setting, box.width)
    free = int((box.height - height_of(notes) - height_of(table)) / area.line_feed - _BETWEEN)
    lines = _within(round(free * _BARS_SHARE), _BARS)
    if counts:
        box = _bars(page, counts, box, lines, setting)
    if printed(setting.booklet):
        box = _steps(page, box, _within(free - lines, _STEPS), setting)
    room = box._replace(height=box.height - height_of(notes) - area.line_feed / 2)
    setting.overset(page.strips(table, room).rest, content)
    page.stack(notes, box.x, box.bottom - height_of(notes))
    return (setting.finish(page, content, "statistics"),)


def _within(lines: int, limits: tuple[int, int]) -> int:
    return min(max(lines, limits[0]), limits[1])


def _bars(page: Composition, counts: Sequence[AreaCount], box: Rect, lines: int, setting: Setting) -> Rect:
    """The bars under their heading and key; what is left of the box."""
    area, tag = setting.area, setting.language.tag
    box = _heading(page, labels.BY_AREA, box, setting)
    _key(page, box, setting)
    bars = [Bar(each.region.name.in_(tag), (each.cities, each.towns, each.villages)) for each in counts]
    size = Size(box.width, (lines - 1) * area.line_feed)
    chart = stacked_bars(size, _drafting(setting), bars, _colours(setting))
    page.figure(chart, box.x, box.y + area.line_feed, setting.say(labels.CHART), tag)
    return area.rows(box, lines + 1)


def _steps(page: Composition, box: Rect, lines: int, setting: Setting) -> Rect:
    """The stair under its heading; what is left of the box."""
    area, totals = setting.area, running_total(setting.booklet)
    box = _heading(page, labels.BY_YEAR, box, setting)
    chart = steps(Size(box.width, lines * area.line_feed), _drafting(setting), totals)
    said = setting.say(labels.STEPS, first=totals[0][0], last=totals[-1][0], count=totals[-1][1])
    page.figure(chart, box.x, box.y, said, setting.language.tag)
    return area.rows(box, lines + 1)


def _heading(page: Composition, label: Label, box: Rect, setting: Setting) -> Rect:
    strips = setting.typesetter.text(setting.label(label), "heading", box.width)
    page.stack(strips, box.x, box.y)
    return setting.area.rows(box, round(setting.area.whole_lines(height_of(strips)) / setting.area.line_feed))


def _colours(setting: Setting) -> tuple[Colour, Colour, Colour]:
    return setting.palette.sea, setting.palette.sea.tint(0.45), setting.palette.gold


def _key(page: Composition, box: Rect, setting: Setting) -> None:
    x, feed = box.x, setting.area.line_feed
    for label, colour in zip((labels.CITIES, labels.TOWNS, labels.VILLAGES), _colours(setting), strict=True):
        page.box(Rect(x, box.y + feed / 4, feed / 2, feed / 2), colour)
        words = setting.typesetter.line(setting.label(label), "note")
        page.frame(words, x + 0.75 * feed, box.y + (feed - words.size.height) / 2)
        x += words.size.width + 1.75 * feed


def _table(counts: Sequence[AreaCount], setting: Setting, width: float) -> tuple[Strip, ...]:
    """A row an area and one for all of them; ties of no town stand in the last."""
    if not counts:
        return ()
    columns = [
        TableColumn(width * share, "table-value" if number else "table-label", is_head=not number)
        for number, share in enumerate(_SHARES)
    ]
    rows = [_row(each.region.name.in_(setting.language.tag), _numbers(each), setting) for each in counts]
    sums = [sum(column) for column in zip(*map(_numbers, counts), strict=True)]
    rows.append(_row(setting.say(labels.ALL), [*sums[:-1], sums[-1] + of_the_whole(setting.booklet)], setting))
    head = set_head([setting.label(label) for label in _HEADS], columns, setting.typesetter, setting.palette.rule, 2.0)
    return (head, *set_table(rows, columns, setting.typesetter, setting.palette.rule, 1.0))


def _numbers(each: AreaCount) -> list[int]:
    return [each.offices, each.cities, each.towns, each.villages, each.municipalities, each.ties]


def _row(name: str, numbers: Sequence[int], setting: Setting) -> list[Words]:
    tag = setting.language.tag
    return [Words(name, "", tag), *(Words(setting.language.number(each), "", tag) for each in numbers)]


def _notes(setting: Setting, width: float) -> tuple[Strip, ...]:
    """What was counted, and the works that attest the ties, each with its date where it has one."""
    language, booklet = setting.language, setting.booklet
    said = [setting.label(labels.BASIS, date=language.date(setting.edition.date))]
    whole = of_the_whole(booklet)
    if whole:
        said.append(setting.label(labels.WHOLE, count=whole))
    works = dict.fromkeys(work for tie in printed(booklet) for work in tie.sources)
    named = [_work(work, setting) for work in works]
    if named:
        said.append(setting.label(labels.SOURCES, works=language.list(named)))
    return setting.stacked(tuple(said), "note", width)


def _work(work: str, setting: Setting) -> str:
    found = setting.booklet.bibliography[work]
    name = found.name.in_(setting.language.tag)
    return setting.language.with_aside(name, setting.language.date(found.date)) if found.date else name


def _drafting(setting: Setting) -> Drafting:
    return Drafting(setting.palette, lambda text, role: setting.typesetter.label(text, f"chart-{role}"))
