"""An exchange in figures: large numbers, visits year by year, and what happened decade by decade, all counted."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from brochure.content import figures
from brochure.content.exchange import Exchange, Kind
from brochure.drawing.frame import Frame
from brochure.drawing.geometry import Rect, Size
from brochure.layout.chart import Drafting, Lane, YearCount, dot_lanes, mirrored_bars
from brochure.layout.composition import Composition
from brochure.layout.page import Page
from brochure.layout.strip import height_of
from brochure.layout.text_block import Words
from brochure.pages.entry_kinds import KINDS
from brochure.pages.figures import labels
from brochure.pages.figures.content import FiguresContent
from brochure.pages.page_type import Setting
from brochure.translation.labels import Label

_NUMBERS_LINES = 6  # lines of the grid the row of large numbers takes
_BARS_LINES = 8
_LANES_LINES = 9


class _Number(Struct, frozen=True):
    """A figure to be read from afar: the number, its unit, what it counts, and a line of detail."""

    value: str
    unit: tuple[Words, ...]
    label: tuple[Words, ...]
    detail: tuple[Words, ...]


def lay_out(content: FiguresContent, setting: Setting) -> tuple[Page, ...]:
    """One page: three large numbers, the chart of visits, the chart of kinds, and what was counted.

    Where nothing is recorded there is nothing to draw, and the numbers stand alone.
    """
    page = setting.begin()
    area = setting.area
    exchange = setting.booklet.exchanges[content.exchange]
    box = setting.title(page, content, setting.box())
    lines = _NUMBERS_LINES + 3 * len(setting.companions)
    row = area.rows(box, 0, lines)
    for cell, number in zip(area.column_boxes(row, 3), _numbers(exchange, setting), strict=True):
        _set_number(page, number, cell, setting)
    if exchange.timeline:
        _charts(page, exchange, area.rows(box, lines + 1), setting)
    basis = setting.stacked(setting.all_labels(labels.BASIS), "note", box.width)
    page.stack(basis, box.x, box.bottom - height_of(basis))
    return (setting.finish(page, content, "figures"),)


def _charts(page: Composition, exchange: Exchange, box: Rect, setting: Setting) -> None:
    area = setting.area
    _heading(page, setting.all_labels(labels.PER_YEAR), box, setting)
    _bars(page, exchange, area.rows(box, 2, _BARS_LINES), setting)
    box = area.rows(box, _BARS_LINES + 3)
    _heading(page, setting.all_labels(labels.BY_KIND), box, setting)
    _lanes(page, exchange, area.rows(box, 2, _LANES_LINES), setting)


def _numbers(exchange: Exchange, setting: Setting) -> tuple[_Number, ...]:
    """Visits out, visits in, and the years since the tie was made, on the edition's date."""
    years = figures.years_since(exchange.tie.date, setting.edition.date)

    def detail(voice: Setting) -> Words:
        date = voice.language.date
        return voice.label(labels.YEARS_DETAIL, tie=date(exchange.tie.date), date=date(voice.edition.date))

    return (
        _visits(exchange, Kind.DELEGATION_OUT, labels.VISITS_OUT, setting),
        _visits(exchange, Kind.DELEGATION_IN, labels.VISITS_IN, setting),
        _Number(
            setting.language.number(years),
            setting.all_labels(labels.UNIT_YEARS),
            setting.all_labels(labels.YEARS),
            setting.each(detail),
        ),
    )


def _visits(exchange: Exchange, kind: Kind, label: Label, setting: Setting) -> _Number:
    party = figures.heads(exchange.timeline, kind)

    def detail(voice: Setting) -> Words:
        count = voice.language.count
        return voice.label(labels.HEADS, times=count(party.stated, "times"), people=count(party.people, "people"))

    return _Number(
        setting.language.number(party.entries),
        setting.all_labels(labels.UNIT_TIMES),
        setting.all_labels(label),
        setting.each(detail),
    )


def _set_number(page: Composition, number: _Number, box: Rect, setting: Setting) -> None:
    setter, feed = setting.typesetter, setting.area.line_feed
    page.rule(box.x, box.y, box.right, box.y, setting.palette.sea, 1.0)
    page.stack(setting.stacked(number.label, "subheading", box.width), box.x, box.y + feed / 4)
    large = setter.label(number.value, "number")
    unit = setting.beside(number.unit, "number-unit")
    more = (len(number.label) - 1) * feed  # a line of the grid for each further language
    top = box.y + 1.25 * feed + more
    page.frame(large, box.x, top)
    drop = setter.styles["number"].baseline - setter.styles["number-unit"].baseline
    page.frame(unit, box.x + large.size.width + 4.0, top + drop)
    page.stack(setting.stacked(number.detail, "caption", box.width), box.x, box.y + 4.5 * feed + more)


def _heading(page: Composition, words: tuple[Words, ...], box: Rect, setting: Setting) -> None:
    """A heading over its box; those of two languages share the lines, half the width each."""
    for each, column in zip(words, setting.area.column_boxes(box, len(words)), strict=True):
        page.stack(setting.typesetter.text(each, "heading", column.width), column.x, column.y)


def _bars(page: Composition, exchange: Exchange, box: Rect, setting: Setting) -> None:
    """Visits year by year, out above the axis and in below it, the year of the tie marked."""
    out = figures.delegations_by_year(exchange.timeline, Kind.DELEGATION_OUT)
    back = figures.delegations_by_year(exchange.timeline, Kind.DELEGATION_IN)
    first, last = figures.span_of_years(exchange.timeline)
    counts = [YearCount(year, out.get(year, 0), back.get(year, 0)) for year in range(first, last + 1)]
    said = {label.key: setting.all_labels(label) for label in (labels.OUT, labels.IN, labels.TIE)}
    tie = exchange.tie.date.year
    marked = ((tie, labels.TIE.key),) if first <= tie <= last else ()
    names = labels.OUT.key, labels.IN.key
    chart = mirrored_bars(Size(box.width, box.height), _drafting(setting, said), counts, names, marked)
    alternative = setting.say(
        labels.CHART_ALTERNATIVE,
        first=first,
        last=last,
        out=setting.language.count(sum(out.values()), "times"),
        back=setting.language.count(sum(back.values()), "times"),
    )
    page.figure(chart, box.x, box.y, alternative, setting.language.tag)


def _lanes(page: Composition, exchange: Exchange, box: Rect, setting: Setting) -> None:
    """Every entry as its kind's mark at its year."""
    years = {kind: tuple(float(e.date.year) for e in exchange.timeline if e.kind == kind) for kind in KINDS}
    said = {label.key: setting.all_labels(label) for label in KINDS.values()}
    lanes = [Lane(label.key, kind, years[kind]) for kind, label in KINDS.items() if years[kind]]
    first, last = figures.span_of_years(exchange.timeline)
    longest = max(
        each.typesetter.label(each.say(KINDS[lane.kind]), "chart-lane").size.width
        for each in setting.sharing
        for lane in lanes
    )
    chart = dot_lanes(Size(box.width, box.height), _drafting(setting, said), lanes, first, last, longest)
    page.figure(chart, box.x, box.y, setting.say(labels.LANES_ALTERNATIVE), setting.language.tag)


def _drafting(setting: Setting, said: Mapping[str, tuple[Words, ...]]) -> Drafting:
    """Charts are given keys for words, so that each is set in its languages, and figures as they are."""

    def set_label(text: str, role: str) -> Frame:
        if text in said:
            return setting.beside(said[text], f"chart-{role}")
        return setting.typesetter.label(text, f"chart-{role}")

    return Drafting(setting.palette, set_label)
