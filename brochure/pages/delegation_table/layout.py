"""The table of delegations: those that went, then those that came, with leaders and numbers as far as recorded."""

from __future__ import annotations

from brochure.content.exchange import Entry, Kind
from brochure.content.figures import of_kind
from brochure.layout.page import Page
from brochure.layout.table import AnyCell, Cell, TableColumn, set_head, set_table
from brochure.layout.text_block import NO_WORDS, Words
from brochure.pages.delegation_table import labels
from brochure.pages.delegation_table.content import DelegationTableContent
from brochure.pages.page_type import Setting
from brochure.pages.tables import table_pages

_WIDTHS = (9, 11, 6)  # characters: date, leader, number; the name has what is left


def lay_out(content: DelegationTableContent, setting: Setting) -> tuple[Page, ...]:
    """As many pages as the delegations need, the head of the table on each."""
    page = setting.begin()
    em, rule, setter = setting.area.size, setting.palette.rule, setting.typesetter
    box = setting.title(page, content, setting.box())
    when, leader, size = (width * em for width in _WIDTHS)
    columns = (
        TableColumn(when, "table-dense", is_head=True),
        TableColumn(box.width - when - leader - size, "table-dense", gap=em),
        TableColumn(leader, "table-dense", gap=em),
        TableColumn(size, "table-dense"),
    )
    named = (labels.WHEN, labels.WHO, labels.LEADER, labels.SIZE)
    head = set_head([Cell(setting.all_labels(label)) for label in named], columns, setter, rule, 2.5)
    timeline = setting.booklet.exchanges[content.exchange].timeline
    rows: list[list[AnyCell]] = []
    for kind, label in ((Kind.DELEGATION_OUT, labels.OUT), (Kind.DELEGATION_IN, labels.IN)):
        rows.append([Cell(setting.all_labels(label), "subheading", len(columns))])
        rows.extend(_row(entry, setting) for entry in of_kind(timeline, kind))
    note = setting.stacked(setting.all_labels(labels.NOTE), "note", box.width)
    return table_pages(
        page,
        head,
        set_table(rows, columns, setter, rule, 1.5),
        box,
        content,
        setting,
        "delegation_table",
        8,
        note,
    )


def _row(entry: Entry, setting: Setting) -> list[AnyCell]:
    def date(voice: Setting) -> Words:
        return Words(voice.language.date(entry.date), "", voice.language.tag)

    def name(voice: Setting) -> Words:
        if entry.delegation is None:
            return voice.words(entry.headline)
        return voice.name(entry.delegation, f"timeline.{entry.id}.delegation")

    def leader(voice: Setting) -> Words:
        person = voice.booklet.people.get(entry.leader or "")
        return voice.name(person.name, f"people.{person.id}.name") if person else NO_WORDS

    def size(voice: Setting) -> Words:
        return Words(voice.language.count(entry.people, "people"), "", voice.language.tag) if entry.people else NO_WORDS

    return [Cell(setting.each(part)) for part in (date, name, leader, size)]
