"""A roster (名簿): who comes, in the order they are named, each with the reading the other side needs."""

from __future__ import annotations

from brochure.content.visit import Member
from brochure.layout.page import Page
from brochure.layout.table import Cell, TableColumn, set_table
from brochure.layout.text_block import NO_WORDS, Words
from brochure.pages.page_type import Setting
from brochure.pages.roster.content import RosterContent
from brochure.pages.roster.labels import SAMPLE
from brochure.pages.tables import table_pages

_ROLE = 6  # characters


def lay_out(content: RosterContent, setting: Setting) -> tuple[Page, ...]:
    """As many pages as the party needs."""
    page = setting.begin()
    roster = setting.booklet.rosters[content.roster]
    box = setting.title(page, content, setting.box())
    party = setting.stacked(
        setting.each(lambda voice: voice.name(roster.party, f"rosters.{roster.id}.party")), "subheading", box.width
    )
    page.stack(party, box.x, box.y)
    box = setting.area.rows(box, len(party) + 0.5)
    role = _ROLE * setting.area.size
    columns = (
        TableColumn(role, "table-label", is_head=True),
        TableColumn((box.width - role) * 0.55, "roster-name", gap=setting.area.size),
        TableColumn((box.width - role) * 0.45, "table-value"),
    )
    rows = [_row(member, setting) for member in roster.members]
    note = setting.stacked(setting.all_labels(SAMPLE), "note", box.width) if roster.is_sample else ()
    strips = set_table(rows, columns, setting.typesetter, setting.palette.rule, 3.0)
    return table_pages(page, None, strips, box, content, setting, "roster", 4, note)


def _row(member: Member, setting: Setting) -> list[Cell]:
    key = f"rosters.member.{member.id}"
    roles = setting.each(lambda voice: voice.name(member.role, f"{key}.role"))
    names = setting.each(lambda voice: voice.name(member.name, f"{key}.name"))
    readings = setting.each(lambda voice: _readings(member, voice))
    posts = setting.each(lambda voice: _post(member, voice))
    return [Cell(roles), Cell(names, notes=readings), Cell(posts)]


def _readings(member: Member, voice: Setting) -> Words:
    """How a name is read: kana and pinyin for Japanese hosts, pinyin for Chinese guests."""
    kana = member.reading if voice.language.tag == "ja" else ""
    return Words("　".join(part for part in (kana, member.pinyin) if part), "", voice.language.tag)


def _post(member: Member, voice: Setting) -> Words:
    return voice.name(member.post, f"rosters.member.{member.id}.post") if member.post else NO_WORDS
