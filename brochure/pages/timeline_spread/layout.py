"""The timeline as a spread: years down both pages, four lanes across them, every year on the same line on both.

A year without an entry keeps a line, so a gap in time is a gap on the page.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from brochure.content.exchange import Entry, Lane
from brochure.drawing.colour import Colour
from brochure.drawing.frame import Placed, Tagged
from brochure.drawing.geometry import Rect
from brochure.drawing.structure import Role
from brochure.layout.art.marks import mark
from brochure.layout.composition import Composition
from brochure.layout.page import Page, Side
from brochure.layout.strip import Strip, height_of, stacked
from brochure.layout.text_block import Words
from brochure.pages.entry_dates import last_day, within_year
from brochure.pages.entry_kinds import KINDS
from brochure.pages.page_type import Setting
from brochure.pages.timeline_spread.content import TimelineSpreadContent
from brochure.pages.timeline_spread.labels import LANES, YEARS

_YEAR = 5  # characters the years take at the left of each page
_GAP = 1.5  # characters between lanes
_MARK = 8.0
_TEXT = 11.0  # points from the mark's left to the words
_HEAD = 4.0  # points between a year's rule and its entries
_LEAST_GAP = 3.0  # points between a year and the next
_PALE = 0.4  # how much of the tint of its head a lane has below it
_BETWEEN = 4.0  # points between entries of one year
_PAGES = ((Lane.GOVERNMENT, Lane.CITIZENS), (Lane.PORT, Lane.CULTURE))


def lay_out(content: TimelineSpreadContent, setting: Setting) -> tuple[Page, ...]:
    """Two pages, read as one."""
    area = setting.area
    timeline = [
        entry
        for entry in setting.booklet.exchanges[content.exchange].timeline
        if content.first <= entry.date.year <= content.last
    ]
    pages = (setting.begin(), setting.begin())
    left = setting.title(pages[0], content, setting.box())
    boxes = (left, setting.box(1)._replace(y=left.y, height=left.height))
    _years_in_head(pages[1], content, setting, setting.box(1))
    lanes = [_lanes(box, setting) for box in boxes]
    measure = lanes[0][0].width - _TEXT
    years = range(content.first, content.last + 1)
    cells = {
        (year, lane): _cell([e for e in timeline if e.date.year == year and e.lane_or_usual is lane], setting, measure)
        for year in years
        for lane in Lane
    }
    heights = {year: max(area.line_feed, *(height_of(cells[year, lane]) + _HEAD for lane in Lane)) for year in years}
    top = left.y + 2 * area.line_feed
    gap = _gap(heights, left.bottom - area.line_feed - top, area.line_feed)
    reach = min(sum(heights.values()) + len(heights) * gap, left.bottom - top)  # of the lanes, in points
    for page, box, columns, names in zip(pages, boxes, lanes, _PAGES, strict=True):
        for column, lane in zip(columns, names, strict=True):
            _lane_head(page, lane, column, setting)
            page.box(Rect(column.x, top, column.width, reach), _tint(lane, setting).tint(_PALE))
        y = top
        for year in years:
            if y + heights[year] > box.bottom + 0.01:
                break
            _year(page, year, box, y, setting, is_empty=all(not cells[year, lane] for lane in Lane))
            for column, lane in zip(columns, names, strict=True):
                page.stack(cells[year, lane], column.x, y + _HEAD)
            y += heights[year] + gap
    setting.overset(_left_over(cells, heights, gap, top, left), content)
    _legend(pages[1], {entry.kind for entry in timeline}, setting, area.rows(setting.box(1), area.lines - 1, 1))
    first = setting.finish(pages[0], content, "timeline_spread")
    return replace(first, side=Side.VERSO), setting.finish(pages[1], content, "timeline_spread", 1)


def _gap(heights: dict[int, float], room: float, line_feed: float) -> float:
    """The room below each year that spreads them over the page, between a few points and two lines."""
    return min(max((room - sum(heights.values())) / len(heights), _LEAST_GAP), 2 * line_feed)


def _left_over(
    cells: dict[tuple[int, Lane], tuple[Strip, ...]], heights: dict[int, float], gap: float, top: float, box: Rect
) -> tuple[Strip, ...]:
    """The strips of the years for which the page was too short."""
    rest: list[Strip] = []
    y = top
    is_over = False
    for year, height in heights.items():
        is_over = is_over or y + height > box.bottom + 0.01
        if is_over:
            rest.extend(strip for lane in Lane for strip in cells[year, lane])
        y += height + gap
    return tuple(rest)


def _lanes(box: Rect, setting: Setting) -> tuple[Rect, Rect]:
    """The two lanes of a page."""
    em = setting.area.size
    width = (box.width - (_YEAR + _GAP) * em) / 2
    start = box.x + _YEAR * em
    return (
        Rect(start, box.y, width, box.height),
        Rect(start + width + _GAP * em, box.y, width, box.height),
    )


def _cell(entries: Sequence[Entry], setting: Setting, measure: float) -> tuple[Strip, ...]:
    """The entries of a lane in a year, each with its mark and month."""
    strips: list[Strip] = []
    for number, entry in enumerate(entries):
        words: list[Strip] = []
        style = "lane-milestone" if entry.is_milestone else "lane-entry"
        for voice in setting.voices:
            words.extend(voice.typesetter.text(_headline(entry, voice), style, measure))
        sign = mark(entry.kind, _MARK, setting.palette)
        drop = (setting.typesetter.styles["lane-entry"].line_feed - _MARK) / 2
        items = (
            Placed(Tagged(Role.ARTIFACT, (sign.placed(0.0, drop),))),
            *stacked(words, _TEXT, 0.0),
        )
        element = replace(words[0].element, role=Role.LIST_ITEM, number=number)
        strips.append(Strip(items, height_of(words), element, space_before=_BETWEEN if number else 0.0))
    return tuple(strips)


def _headline(entry: Entry, voice: Setting) -> Words:
    """The entry's words, its month before them."""
    words = voice.words(entry.headline)
    when = "　".join(part for part in (within_year(entry, voice), last_day(entry, voice)) if part)
    return replace(words, text=f"{when}　{words.text}" if when else words.text)


def _lane_head(page: Composition, lane: Lane, column: Rect, setting: Setting) -> None:
    """A lane's name over its column, on its own colour."""
    feed = setting.area.line_feed
    page.box(Rect(column.x, column.y, column.width, 1.25 * feed), _tint(lane, setting))
    x = column.x + 4.0
    for words in setting.all_labels(LANES[lane]):
        label = setting.typesetter.line(words, "table-label")
        page.frame(label, x, column.y + (1.25 * feed - label.size.height) / 2)
        x += label.size.width + 8.0


def _tint(lane: Lane, setting: Setting) -> Colour:
    palette = setting.palette
    return {
        Lane.GOVERNMENT: palette.sea.tint(0.12),
        Lane.CITIZENS: palette.sunset.tint(0.2),
        Lane.PORT: palette.gold.tint(0.3),
        Lane.CULTURE: palette.vermilion.tint(0.12),
    }[lane]


def _year(page: Composition, year: int, box: Rect, y: float, setting: Setting, is_empty: bool) -> None:
    """A year and the rule it hangs on; an empty one in the small grey of the axis."""
    style = "chart-axis" if is_empty else "lane-year"
    label = setting.typesetter.label(str(year), style)
    feed = setting.area.line_feed
    page.rule(box.x, y, box.right, y, setting.palette.rule, 0.35)
    page.frame(label, box.x, y + max(0.0, (feed - label.size.height) / 2) + feed / 8)


def _years_in_head(page: Composition, content: TimelineSpreadContent, setting: Setting, box: Rect) -> None:
    words = setting.label(YEARS, first=str(content.first), last=str(content.last))
    frame = setting.typesetter.label(words.text, "kicker", is_artifact=True)
    page.frame(frame, box.right - frame.size.width, box.y)


def _legend(page: Composition, kinds: set[str], setting: Setting, box: Rect) -> None:
    """The marks that occur, on the last line of the spread."""
    x = box.x
    for kind, label in KINDS.items():
        if kind not in kinds:
            continue
        page.artwork(mark(kind, _MARK, setting.palette), x, box.y + 3.0)
        x += _MARK + 3.0
        for words in setting.all_labels(label):
            name = setting.typesetter.line(words, "label")
            page.frame(name, x, box.y + 2.0)
            x += name.size.width + 3.0
        x += 5.0
