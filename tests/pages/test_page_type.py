"""What every page of every type keeps to, in every language, and what a setting says of itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest

from brochure.content.dates import PartialDate
from brochure.content.text import Text
from brochure.diagnostics import Severity
from brochure.drawing.describe import describe
from brochure.drawing.frame import Anchor, items_of
from brochure.drawing.structure import Role
from brochure.layout.page import Bookmark, Side
from brochure.layout.strip import Strip
from brochure.layout.text_block import NO_WORDS, Words
from brochure.pages import PAGE_TYPES
from brochure.pages.entry_kinds import KINDS
from brochure.pages.timeline.labels import LEADER
from pages.setting import (
    KANA,
    LANGUAGES,
    NUMBERS,
    edition,
    elements,
    figures,
    lay,
    long,
    off_grid,
    order,
    read_runs,
    setting,
    shipped,
)

COUNTS = {"rumoi": 2, "timeline": 4}  # pages an order gives, where not one
each_page = pytest.mark.parametrize("name", NUMBERS)
each_language = pytest.mark.parametrize("language", LANGUAGES)


@each_page
@each_language
def test_an_order_gives_as_many_pages_as_it_says(name: str, language: str) -> None:
    pages = shipped(name, language).pages
    page_type = PAGE_TYPES[order(name).type]
    assert len(pages) == COUNTS.get(name, 1)
    assert page_type.least <= len(pages) <= page_type.most


@each_page
@each_language
def test_a_shipped_page_has_no_findings_and_misses_no_words(name: str, language: str) -> None:
    laid = shipped(name, language)
    assert laid.codes == []
    assert laid.setting.typesetter.findings == []
    assert "〓" not in laid.copy


@each_page
@pytest.mark.parametrize("language", ["zh_CN", "zh_TW"])
def test_no_kana_stands_in_chinese(name: str, language: str) -> None:
    assert KANA.findall(shipped(name, language).copy) == []


@each_page
@each_language
def test_words_stand_in_the_type_area(name: str, language: str) -> None:
    laid = shipped(name, language)
    for offset, page in enumerate(laid.pages):
        box = laid.setting.box(offset)
        for at, run in read_runs(page.frame.items):
            assert box.y < at.y <= box.bottom, run.text
            assert box.x - run.size / 2 <= at.x, run.text
            assert at.x + run.width <= box.right + run.size / 2, run.text


@pytest.mark.parametrize(
    "name", ["map", "rumoi", "industry", "yingkou", "background", "figures", "citizens", "colophon"]
)
@each_language
def test_body_text_stands_on_the_grid(name: str, language: str) -> None:
    laid = shipped(name, language)
    for offset, page in enumerate(laid.pages):
        assert off_grid(page, laid.setting.box(offset), laid.setting) == []


@each_page
@each_language
def test_the_first_page_bears_the_anchor_the_bookmark_and_one_title(name: str, language: str) -> None:
    first, *others = shipped(name, language).pages
    anchors = [item.name for item in items_of(first.frame.items, Anchor)]
    assert anchors == [name]
    (bookmark,) = first.bookmarks
    assert (bookmark.level, bookmark.anchor) == (1, name)
    assert bookmark.title == first.running_head
    assert len(elements(first, Role.HEADING_1)) == (0 if name == "back" else 1)
    for page in others:
        assert (page.bookmarks, elements(page, Role.HEADING_1)) == ((), [])
        assert page.running_head == first.running_head
        assert not items_of(page.frame.items, Anchor)


@each_page
@each_language
def test_every_picture_that_says_something_says_it_in_words(name: str, language: str) -> None:
    found = [each for page in shipped(name, language).pages for each in figures(page)]
    assert len(found) == {"map": 1, "figures": 2}.get(name, 0)
    for figure in found:
        assert figure.language == language
        assert len(figure.alternative) > 8
        assert bool(KANA.search(figure.alternative)) == (language == "ja")


@each_page
def test_a_page_set_again_is_the_same(name: str) -> None:
    again = lay(name)
    assert [describe(page.frame) for page in again.pages] == [describe(page.frame) for page in shipped(name).pages]


@pytest.mark.parametrize("name", [name for name in NUMBERS if name not in ("rumoi", "yingkou", "back")])
def test_a_title_too_long_for_a_page_is_found(name: str) -> None:
    """But for city profiles and the back cover, whose titles stand in the outline alone."""
    laid = lay(order(name, title=long()))
    assert "pages.overset" in laid.codes
    for finding in laid.findings:
        assert finding.severity is Severity.ERROR
        assert finding.span == order(name).span


@dataclass
class Listening:
    """A manuscript that notes which of the program's own words were asked for."""

    manuscript: Any
    said: set[str] = field(default_factory=set)

    @property
    def ledger(self) -> Any:
        return self.manuscript.ledger

    def read(self, text: Text, language: str) -> Any:
        return self.manuscript.read(text, language)

    def say(self, label: Any, language: str, **values: Any) -> str:
        self.said.add(label.key)
        return self.manuscript.say(label, language, **values)


@each_page
def test_a_type_declares_the_words_it_prints(name: str) -> None:
    manuscript = Listening(setting().manuscript)
    lay(name, manuscript=manuscript)
    declared = {label.key for label in PAGE_TYPES[order(name).type].labels}
    assert manuscript.said - {label.key for label in KINDS.values()} == declared & manuscript.said
    assert declared <= manuscript.said | {
        "note.at-call",
        "note.at-note",
        "map.beijing",
        "map.okhotsk-sea",
        "map.pacific",
        "colophon.publisher",
        "colophon.qr",
        "colophon.drawn-too",
        "colophon.photographs",
    }


def test_every_type_is_under_its_own_name() -> None:
    assert {name: page_type.name for name, page_type in PAGE_TYPES.items()} == {name: name for name in PAGE_TYPES}
    assert {order(name).type for name in NUMBERS} <= set(PAGE_TYPES)


@pytest.mark.parametrize(("name", "side"), [("cover", Side.RECTO), ("back", Side.VERSO), ("map", Side.ANY)])
def test_a_page_wants_the_side_its_type_declares(name: str, side: Side) -> None:
    assert PAGE_TYPES[order(name).type].side is side
    assert shipped(name).page.side is side


def test_the_type_area_changes_sides_with_the_page_and_the_binding() -> None:
    recto, verso = setting(number=3), setting(number=4)
    assert recto.box().x == recto.area.inner
    assert verso.box().x == verso.area.outer
    assert recto.box(1) == verso.box()
    assert setting(number=3, binding_is_right=True).box() == verso.box()


def test_words_carry_their_key_and_nothing_is_no_words() -> None:
    title = order("map").title
    assert setting("zh_TW").words(title) == Words("隔海相望", "editions.rumoi.pages.map.title", "zh_TW")
    assert setting().words(None) is NO_WORDS


def test_a_label_is_said_in_the_language_with_its_fields() -> None:
    assert setting().say(LEADER, name="澤泉昭吉") == "団長 澤泉昭吉"
    assert setting("zh_CN").label(LEADER, name="泽泉昭吉") == Words("团长 泽泉昭吉", LEADER.key, "zh_CN")


def test_no_strips_over_are_no_finding_and_some_are_told_in_lines() -> None:
    own = setting("zh_CN")
    own.overset((), order("map"))
    assert len(own.report) == 0
    own.overset((Strip((), 16.0), Strip((), 17.0)), order("map"))
    (finding,) = own.report
    assert str(finding.message) == "the copy of page “map” is too long in zh_CN: 3 lines found no room"
    assert finding.span == order("map").span
    assert finding.hints


def test_words_beyond_the_type_area_are_found_where_the_page_is_finished() -> None:
    own = setting()
    page = own.begin()
    frame = own.typesetter.label("港", "body")
    page.frame(frame, own.box().x, own.box().bottom - frame.size.height)
    own.finish(page, order("map"), "locator_map")
    assert len(own.report) == 0
    page.frame(frame, own.box().x, own.box().bottom)
    page.frame(frame, own.box().right + 1.0, own.box().y)
    own.finish(page, order("map"), "locator_map")
    assert [str(each.message).split(": ")[1] for each in own.report] == ["2 lines found no room"]


def test_a_bookmark_of_its_own_goes_before_the_title_and_line_ends_are_taken_out() -> None:
    own = setting()
    page = own.finish(own.begin(), order("map", bookmark=Text("位置の\n地図")), "locator_map")
    assert page.bookmarks == (Bookmark("位置の地図", 1, "map"),)
    assert page.running_head == "位置の地図"
    assert own.finish(own.begin(), order("map"), "locator_map", 1).bookmarks == ()


@each_language
def test_kicker_and_title_are_read_in_this_order(language: str) -> None:
    own = setting(language)
    page = own.begin()
    below = own.title(page, order("map"), own.box())
    copy = lay("map", language).copy
    assert copy.startswith(own.words(order("map").kicker).text + own.words(order("map").title).text)
    assert (below.y - own.box().y) % own.area.line_feed == pytest.approx(0)


def test_fields_are_reckoned_from_the_editions_exchange_and_told_where_it_names_none() -> None:
    text = Text("{tie}から{years}年、{anniversary}", "editions.rumoi.title")
    kept = setting(edition=edition(exchange="rumoi-yingkou", date=PartialDate(2030, 4, 17)))
    assert kept.words(text).text == "1990年4月17日から40年、40周年"
    assert list(kept.report) == []
    bare = setting(edition=edition(exchange=None))
    assert bare.words(text).text == text.source
    assert [each.code for each in bare.report] == ["pages.nothing-to-reckon"]
