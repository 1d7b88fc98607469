"""An exchange in figures: large numbers, visits year by year, and what happened decade by decade, all counted."""

from __future__ import annotations

from dataclasses import dataclass

from brochure.content import figures
from brochure.content.exchange import Exchange, Kind
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

_NUMBERS_LINES = 6  # lines of the grid the row of large numbers takes
_BARS_LINES = 8
_LANES_LINES = 9


@dataclass(frozen=True, slots=True)
class _Number:
    """A figure to be read from afar: the number, its unit, what it counts, and a line of detail."""

    value: str
    unit: str
    label: Words
    detail: str


def lay_out(content: FiguresContent, setting: Setting) -> tuple[Page, ...]:
    """One page: three large numbers, the chart of visits, the chart of kinds, and what was counted.

    Where nothing is recorded there is nothing to draw, and the numbers stand alone.
    """
    page = setting.begin()
    area, setter = setting.area, setting.typesetter
    exchange = setting.booklet.exchanges[content.exchange]
    box = setting.title(page, content, setting.box())
    row = area.rows(box, 0, _NUMBERS_LINES)
    for cell, number in zip(area.column_boxes(row, 3), _numbers(exchange, setting), strict=True):
        _set_number(page, number, cell, setting)
    if exchange.timeline:
        _charts(page, exchange, area.rows(box, _NUMBERS_LINES + 1), setting)
    basis = setter.text(setting.label(labels.BASIS), "note", box.width)
    page.stack(basis, box.x, box.bottom - height_of(basis))
    return (setting.finish(page, content, "figures"),)


def _charts(page: Composition, exchange: Exchange, box: Rect, setting: Setting) -> None:
    area = setting.area
    _heading(page, setting.label(labels.PER_YEAR), box, setting)
    _bars(page, exchange, area.rows(box, 2, _BARS_LINES), setting)
    box = area.rows(box, _BARS_LINES + 3)
    _heading(page, setting.label(labels.BY_KIND), box, setting)
    _lanes(page, exchange, area.rows(box, 2, _LANES_LINES), setting)


def _numbers(exchange: Exchange, setting: Setting) -> tuple[_Number, ...]:
    """Visits out, visits in, and the years since the tie was made, on the edition's date."""
    language = setting.language
    years = figures.years_since(exchange.tie.date, setting.edition.date)
    on = language.date(setting.edition.date)
    return (
        _visits(exchange, Kind.DELEGATION_OUT, setting.label(labels.VISITS_OUT), setting),
        _visits(exchange, Kind.DELEGATION_IN, setting.label(labels.VISITS_IN), setting),
        _Number(
            language.number(years),
            setting.say(labels.UNIT_YEARS),
            setting.label(labels.YEARS),
            setting.say(labels.YEARS_DETAIL, tie=language.date(exchange.tie.date), date=on),
        ),
    )


def _visits(exchange: Exchange, kind: Kind, label: Words, setting: Setting) -> _Number:
    language = setting.language
    party = figures.heads(exchange.timeline, kind)
    detail = setting.say(
        labels.HEADS, times=language.count(party.stated, "times"), people=language.count(party.people, "people")
    )
    return _Number(language.number(party.entries), setting.say(labels.UNIT_TIMES), label, detail)


def _set_number(page: Composition, number: _Number, box: Rect, setting: Setting) -> None:
    setter, feed = setting.typesetter, setting.area.line_feed
    page.rule(box.x, box.y, box.right, box.y, setting.palette.sea, 1.0)
    page.stack(setter.text(number.label, "subheading", box.width), box.x, box.y + feed / 4)
    large = setter.label(number.value, "number")
    unit = setter.label(number.unit, "number-unit")
    top = box.y + 1.25 * feed
    page.frame(large, box.x, top)
    drop = setter.styles["number"].baseline - setter.styles["number-unit"].baseline
    page.frame(unit, box.x + large.size.width + 4.0, top + drop)
    detail = setter.text(Words(number.detail, "", setter.language), "caption", box.width)
    page.stack(detail, box.x, box.y + 4.5 * feed)


def _heading(page: Composition, words: Words, box: Rect, setting: Setting) -> None:
    page.stack(setting.typesetter.text(words, "heading", box.width), box.x, box.y)


def _bars(page: Composition, exchange: Exchange, box: Rect, setting: Setting) -> None:
    """Visits year by year, out above the axis and in below it, the year of the tie marked."""
    out = figures.delegations_by_year(exchange.timeline, Kind.DELEGATION_OUT)
    back = figures.delegations_by_year(exchange.timeline, Kind.DELEGATION_IN)
    first, last = figures.span_of_years(exchange.timeline)
    counts = [YearCount(year, out.get(year, 0), back.get(year, 0)) for year in range(first, last + 1)]
    names = setting.say(labels.OUT), setting.say(labels.IN)
    tie = exchange.tie.date.year
    marked = ((tie, setting.say(labels.TIE)),) if first <= tie <= last else ()
    chart = mirrored_bars(Size(box.width, box.height), _drafting(setting), counts, names, marked)
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
    lanes = [Lane(setting.say(label), kind, years[kind]) for kind, label in KINDS.items() if years[kind]]
    first, last = figures.span_of_years(exchange.timeline)
    chart = dot_lanes(Size(box.width, box.height), _drafting(setting), lanes, first, last)
    page.figure(chart, box.x, box.y, setting.say(labels.LANES_ALTERNATIVE), setting.language.tag)


def _drafting(setting: Setting) -> Drafting:
    return Drafting(setting.palette, lambda text, role: setting.typesetter.label(text, f"chart-{role}"))
