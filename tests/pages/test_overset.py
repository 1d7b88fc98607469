"""Every slot of every page type, filled to half as much again as the page holds: a finding, and no word lost."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

import pytest
from shipped.booklet import edition, project

from brochure.content.page_content import PageContent
from brochure.content.text import Text
from brochure.drawing.frame import text_of
from brochure.pages import PAGE_TYPES
from brochure.translation.manuscript import Copy, Manuscript
from pages.setting import Laid, setting

FILL = "鑰"  # no shipped text has it: what is found of it is the filling
SENTENCE = "港の鑰をわたします。"
LINES = ("title", "kicker", "bookmark", "subtitle", "note")  # display lines: tests of their own, and slow when so long
WHOLE = {"finder", "index", "contents", "ties-map"}  # what these print are names and numbers, not copy
LEAST = 4.0  # points an em: the smallest type there is


@dataclass(frozen=True, slots=True)
class Filled(Manuscript):
    """The author's own words, those of one key with so many characters in their place."""

    filled: str = ""
    length: int = 0

    def read(self, text: Text, language: str) -> Copy:
        copy = Manuscript.read(self, text, language)
        return (
            replace(copy, text=SENTENCE * (self.length // len(SENTENCE)), pieces=())
            if text.key == self.filled
            else copy
        )


@cache
def orders() -> dict[str, tuple[str, PageContent]]:
    """The first shipped order of each page type, and the edition it stands in."""
    found: dict[str, tuple[str, PageContent]] = {}
    for each in project().editions:
        for content in project().pages[each.id]:
            found.setdefault(content.type, (each.id, content))
    return {name: order for name, order in found.items() if name not in WHOLE}


def laid(name: str, key: str = "", length: int = 0) -> Laid:
    """The order set alone on a left page, the words of one key replaced."""
    of, content = orders()[name]
    ordered = edition("rumoi") if of == "delegation-yingkou" else edition(of)  # a leaflet's panels as a booklet's pages
    own = setting(number=4, edition=ordered, pages=project().pages[of])
    if key:
        own = replace(own, manuscript=Filled("ja", {}, None, None, own.report, filled=key, length=length))
    return Laid(PAGE_TYPES[content.type].lay_out(content, own), own)


@cache
def authored() -> frozenset[str]:
    return frozenset(text.key for each in project().editions for text in project().texts(each, "ja"))


def slots(page: Laid) -> list[str]:
    """One key of each kind of slot the page prints: the first of its lists, the last of their facts."""
    kinds = {key.rpartition(".")[2]: key for key in page.setting.manuscript.ledger if key in authored()}
    return [key for kind, key in kinds.items() if kind not in LINES]


def capacity(page: Laid) -> int:
    """How many characters of body copy the type area of one page has room for."""
    own, box = page.setting, page.setting.box()
    return int(box.width / own.area.size) * int(box.height / own.area.line_feed)


@pytest.mark.parametrize("name", sorted(orders()))
def test_copy_of_half_as_much_again_is_told_or_gets_pages_and_none_of_it_is_lost(name: str) -> None:
    as_shipped = laid(name)
    length = capacity(as_shipped) * 3 // 2
    for key in slots(as_shipped):
        page = laid(name, key, length)
        found = [each for each in page.setting.report if each.code == "pages.overset"]
        assert found or len(page.pages) > len(as_shipped.pages), key  # what may grow is told by the binding
        assert all(each.span == orders()[name][1].span for each in found), key
        lines = sum(int(str(dict(each.message.values)["lines"])) for each in found)
        set_words = sum(text_of(each.frame.items).count(FILL) for each in page.pages) * len(SENTENCE)
        a_line = page.setting.box().width / LEAST
        assert set_words + lines * a_line >= length - len(SENTENCE), key
