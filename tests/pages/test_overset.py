"""Every slot of every page type, filled to half as much again as the page holds: a finding, and no word lost."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest
from msgspec.structs import replace
from shipped.booklet import LANGUAGES, edition, project

from brochure.content.page_content import PageContent
from brochure.content.text import Text
from brochure.diagnostics import Diagnostic
from brochure.drawing.frame import text_of
from brochure.pages import PAGE_TYPES
from brochure.translation.manuscript import Copy, Manuscript
from pages.setting import Laid, setting

FILL = "鑰"  # no shipped text has it: what is found of it is the filling
SENTENCE = "港の鑰をわたします。"
LEAST = 4.0  # points an em: the smallest type there is


class Filled(Manuscript, frozen=True, eq=False):
    """A manuscript with so many characters in the place of the words of one key."""

    filled: str = ""
    length: int = 0

    def read(self, text: Text, language: str) -> Copy:
        copy = Manuscript.read(self, text, language)
        if text.key != self.filled:
            return copy
        return replace(copy, text=SENTENCE * (self.length // len(SENTENCE)), pieces=())


def laid(of: str, content: PageContent, language: str = "ja", key: str = "", length: int = 0) -> Laid:
    """An order of an edition set alone on a left page, the words of one key replaced."""
    ordered = edition("rumoi") if of == "delegation-yingkou" else edition(of)  # a leaflet's panels as a booklet's pages
    own = setting(language, number=4, edition=ordered, pages=project().pages[of])
    if key:
        base = own.manuscript
        filled = Filled(language, base.texts, base.content, base.labels, own.report, filled=key, length=length)
        own = replace(own, manuscript=filled)
    return Laid(PAGE_TYPES[content.type].lay_out(content, own), own)


@cache
def authored(language: str) -> frozenset[str]:
    return frozenset(text.key for each in project().editions for text in project().texts(each, language))


def slots(page: Laid, language: str) -> list[str]:
    """The keys of the author's texts a page asks for."""
    return [key for key in page.setting.manuscript.ledger if key in authored(language)]


def capacity(page: Laid) -> int:
    """How many characters of body copy the type area of one page has room for."""
    own, box = page.setting, page.setting.box()
    return int(box.width / own.area.size) * int(box.height / own.area.line_feed)


def _characters(found: Diagnostic, page: Laid) -> float:
    """How many characters a finding says are left over: as it counts them, or the most its lines can hold."""
    values = dict(found.message.values) | {name: value for hint in found.hints for name, value in hint.values}
    counted = values.get("characters")
    return float(counted) if counted else int(str(values["lines"])) * page.setting.box().width / LEAST


def check(of: str, content: PageContent, language: str, as_shipped: Laid, key: str) -> None:
    """Fill one slot: what finds no room is told at the order, with how many lines; the rest stands on the page."""
    length = capacity(as_shipped) * 3 // 2
    page = laid(of, content, language, key, length)
    told = [each for each in page.setting.report if each.code == "pages.overset"]
    about = (of, content.id, language, key)
    found = [each for each in told if each.span == content.span]
    pushed_out = [each for each in told if each not in found]  # side notes that a slot grown so large has left no room
    assert all(each.message.template.startswith("the side notes of") for each in pushed_out), about
    left_over = sum(_characters(each, page) for each in found)
    set_words = sum(text_of(each.frame.items).count(FILL) for each in page.pages) * len(SENTENCE)
    if not set_words and not found:  # it stands in the outline and at the foot of the page, whose width is looked after
        heads = {head.text for each in page.pages for head in each.running_heads}
        marks = {mark.title for each in page.pages for mark in each.bookmarks}
        assert any(FILL in said for said in heads | marks) or key not in page.setting.manuscript.ledger, about
        return
    assert set_words + left_over >= length - len(SENTENCE), about
    # what may grow is told by the binding; what is small type has room for more than a page of body copy
    assert found or len(page.pages) > len(as_shipped.pages) or set_words >= length - len(SENTENCE), about


def placed(language: str) -> Iterator[tuple[str, PageContent]]:
    for each in project().editions:
        if language in each.languages:
            yield from ((each.id, content) for content in project().pages[each.id])


@cache
def first_orders() -> dict[str, tuple[str, PageContent]]:
    """The first shipped order of each page type, and the edition it stands in."""
    found: dict[str, tuple[str, PageContent]] = {}
    for of, content in placed("ja"):
        found.setdefault(content.type, (of, content))
    return found


@pytest.mark.parametrize("name", sorted(first_orders()))
def test_copy_of_half_as_much_again_is_told_and_none_of_it_is_lost(name: str) -> None:
    of, content = first_orders()[name]
    as_shipped = laid(of, content)
    kinds = {key.rpartition(".")[2]: key for key in slots(as_shipped, "ja")}  # one of each kind of slot
    for key in kinds.values():
        check(of, content, "ja", as_shipped, key)


@pytest.mark.heavy
@pytest.mark.parametrize("language", [*LANGUAGES, "en"])
def test_every_slot_of_every_shipped_page_is_held_in_every_language(language: str) -> None:
    counted = 0
    for of, content in placed(language):
        as_shipped = laid(of, content, language)
        for key in slots(as_shipped, language):
            check(of, content, language, as_shipped, key)
            counted += 1
    assert counted > 150
