"""The map of ties: Hokkaido with the towns that have a partner in China, numbered, and the list of the pairs."""

from __future__ import annotations

from brochure.content.partnership import Partnership
from brochure.drawing.frame import Frame
from brochure.drawing.geometry import Size
from brochure.layout.map import hokkaido
from brochure.layout.page import Page
from brochure.layout.table import Cell, TableColumn, set_head, set_table
from brochure.layout.text_block import Words
from brochure.pages.map_credit import JMA
from brochure.pages.page_type import Setting
from brochure.pages.ties_map import labels
from brochure.pages.ties_map.content import TiesMapContent

_MAP_LINES = 22
_NUMBER = 3  # characters


def lay_out(content: TiesMapContent, setting: Setting) -> tuple[Page, ...]:
    """One page: the map over the measure, the pairs below it in the order of their dates."""
    page = setting.begin()
    area, setter = setting.area, setting.typesetter
    box = setting.title(page, content, setting.box())
    lead = setter.text(setting.words(content.text), "body-flush", box.width)
    page.stack(lead, box.x, box.y)
    box = area.rows(box, len(lead) + 1 if lead else 0)
    ties = printed_ties(setting)
    numbers = _numbers(ties, setting)
    drawn = hokkaido(
        Size(box.width, _MAP_LINES * area.line_feed),
        setting.palette,
        lambda text, role: _label(text, setting),
        numbers,
        highlight=tuple(numbers),
    )
    page.figure(drawn.frame, box.x, box.y, setting.say(labels.MAP), setting.language.tag)
    page.stack(setter.text(setting.label(JMA), "note", box.width), box.x, box.y + _MAP_LINES * area.line_feed)
    below = area.rows(box, _MAP_LINES + 1.5)
    columns = _columns(below.width, area.size)
    named = (labels.HERE, labels.THERE, labels.KIND, labels.SINCE)
    rule = setting.palette.rule
    head = set_head([Words(""), *(setting.label(label) for label in named)], columns, setter, rule, 1.5)
    rows = set_table([_row(n, tie, setting) for n, tie in enumerate(ties, 1)], columns, setter, rule, 1.5)
    setting.overset(page.strips((head, *rows), below).rest, content)
    return (setting.finish(page, content, "ties_map"),)


def printed_ties(setting: Setting) -> tuple[Partnership, ...]:
    """The ties that may be printed, the oldest first."""
    return tuple(sorted((t for t in setting.booklet.ties.values() if t.is_printed), key=lambda tie: tie.date))


def _numbers(ties: tuple[Partnership, ...], setting: Setting) -> dict[str, str]:
    """The Japanese name of each town that has ties, which the map knows it by, and its label: numbers and name."""
    found: dict[str, list[int]] = {}
    for number, tie in enumerate(ties, 1):
        if tie.municipality:
            found.setdefault(tie.municipality, []).append(number)
    towns = setting.booklet.municipalities
    return {
        towns[town].name.ja: f"{'・'.join(map(str, numbers))} {towns[town].name.in_(setting.language.tag)}"
        for town, numbers in found.items()
    }


def _label(text: str, setting: Setting) -> Frame:
    return setting.typesetter.label(text, "map-place")


def _columns(width: float, em: float) -> tuple[TableColumn, ...]:
    number = _NUMBER * em
    rest = width - number
    shares = (0.2, 0.32, 0.24, 0.24)
    return (
        TableColumn(number, "table-label", is_head=True),
        *(TableColumn(rest * share, "table-value", gap=em / 2) for share in shares),
    )


def _row(number: int, tie: Partnership, setting: Setting) -> list[Words | Cell]:
    language = setting.language
    above = f"（{tie.there.above.in_(language.tag)}）" if tie.there.above else ""
    there = Words(tie.there.name.in_(language.tag) + above, f"ties.{tie.id}.there", language.tag)
    return [
        Words(str(number), "", language.tag),
        setting.name(tie.here.name, f"ties.{tie.id}.here"),
        there,
        setting.name(tie.kind, f"ties.{tie.id}.kind"),
        Words(language.date(tie.date), "", language.tag),
    ]
