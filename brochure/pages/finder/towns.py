"""The municipalities as the finder lists them: in the order of the language, each with what is told beside it."""

from __future__ import annotations

from msgspec import Struct

from brochure.content.directory import Municipality, of_subprefecture
from brochure.content.partnership import Partnership
from brochure.languages.collation import sort_key
from brochure.pages.cross_references import page_of_city
from brochure.pages.page_type import Setting


class Listed(Struct, frozen=True):
    """A municipality of the finder: its ties, and the page that tells of it (0: none) with that page's anchor."""

    municipality: Municipality
    ties: tuple[Partnership, ...]
    page: int = 0
    anchor: str = ""


def listed(subprefecture: str, setting: Setting) -> tuple[Listed, ...]:
    """The municipalities of a subprefecture, in the order of the language."""
    booklet, tag = setting.booklet, setting.language.tag
    found = of_subprefecture(booklet.municipalities, subprefecture)
    in_order = sorted(found, key=lambda each: sort_key(tag, each.name.in_(tag), each.reading, each.pinyin))
    return tuple(_listed(each, setting) for each in in_order)


def _listed(each: Municipality, setting: Setting) -> Listed:
    ties = tuple(tie for tie in setting.booklet.ties.values() if tie.municipality == each.id and tie.is_printed)
    anchor, page = page_of_city(each.city or "", setting)
    return Listed(each, ties, page, anchor)
