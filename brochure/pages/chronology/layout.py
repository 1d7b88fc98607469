"""The chronology: what happened between Japan, Hokkaido and China, line by line, with the numbers of its sources."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from brochure.content.chronology import Event, printed
from brochure.drawing.frame import Group, Placed
from brochure.layout.page import Page
from brochure.layout.strip import Strip, with_space
from brochure.layout.table import AnyCell, TableColumn, set_head, set_table
from brochure.layout.text_block import Words
from brochure.pages.chronology import labels
from brochure.pages.chronology.content import ChronologyContent
from brochure.pages.page_type import Setting
from brochure.pages.tables import table_pages

_WIDTHS = (10, 4, 5)  # characters: date, scope, sources; the event has what is left


def lay_out(content: ChronologyContent, setting: Setting) -> tuple[Page, ...]:
    """As many pages as the lines need, the head of the table on each, the sources with their numbers at the end."""
    page = setting.begin()
    em, rule, setter = setting.area.size, setting.palette.rule, setting.typesetter
    box = setting.title(page, content, setting.box())
    when, scope, source = (width * em for width in _WIDTHS)
    columns = (
        TableColumn(when, "table-label", is_head=True),
        TableColumn(scope, "table-value"),
        TableColumn(box.width - when - scope - source, "table-value", gap=em),
        TableColumn(source, "table-value"),
    )
    events = printed(setting.booklet.chronology.values(), setting.edition.date)
    works = cited(events)
    named: list[AnyCell] = [
        setting.label(labels.WHEN),
        Words(""),
        setting.label(labels.WHAT),
        setting.label(labels.SOURCE),
    ]
    head = set_head(named, columns, setter, rule, 2.0)
    rows = set_table([_row(event, works, setting) for event in events], columns, setter, rule, 2.0)
    return table_pages(
        page, head, rows, box, content, setting, "chronology", 6, _sources(works, setting, box.width), content.pages
    )


def cited(events: Sequence[Event]) -> tuple[str, ...]:
    """The works the lines rest on, by id, in the order they are first named."""
    return tuple(dict.fromkeys(work for event in events for work in event.sources))


def _row(event: Event, works: tuple[str, ...], setting: Setting) -> list[AnyCell]:
    language = setting.language
    numbers = language.separator.join(str(works.index(work) + 1) for work in event.sources)
    return [
        Words(language.date(event.date), "", language.tag),
        setting.label(labels.SCOPES[event.scope]),
        setting.words(event.text),
        Words(numbers, "", language.tag),
    ]


def _sources(works: tuple[str, ...], setting: Setting, width: float) -> tuple[Strip, ...]:
    """The list of the works with their numbers."""
    setter = setting.typesetter
    strips = list(with_space(setter.text(setting.label(labels.SOURCES), "subheading", width), setting.area.line_feed))
    widest = max((setter.label(str(number), "note").size.width for number in range(1, len(works) + 1)), default=0.0)
    left = widest + setter.styles["note"].size
    for number, work in enumerate(works, 1):
        record = setting.booklet.bibliography[work]
        words = setting.name(record.name, f"bibliography.{work}.name")
        first, *others = setter.text(words, "note", width - left)
        label = setter.label(str(number), "note")
        strips.append(_moved(first, left, (label.placed(widest - label.size.width, 0.0),)))
        strips.extend(_moved(other, left) for other in others)
    return tuple(strips)


def _moved(strip: Strip, x: float, before: tuple[Placed, ...] = ()) -> Strip:
    """A strip some points further in, with what stands before it."""
    return replace(strip, items=(*before, Placed(Group(strip.items), x, 0.0)))
