"""Notes in prose: called by number after the word, set at the foot of the column their call stands in, none lost."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec import convert
from msgspec.structs import replace

from brochure.content.city import Section
from brochure.content.page_content import Mode
from brochure.content.story import Story
from brochure.content.text import Text
from brochure.drawing.frame import Tagged, items_of, text_of
from brochure.drawing.structure import Role
from brochure.layout.page import Page
from brochure.pages import PAGE_TYPES
from brochure.pages.modes import lay_out
from brochure.pages.page_type import Setting
from brochure.translation.catalogs import State
from brochure.translation.manuscript import Manuscript, _copy  # pyright: ignore[reportPrivateUsage]
from pages.setting import bilingual, booklet, edition, order, read_runs, setting

LONG = "港の町から海をわたる人びとの行き来が続いています。"


class _Lenient(Manuscript, frozen=True, eq=False):
    """A manuscript to which the tests' own words are translated as they are."""

    def read(self, text: Text, language: str) -> Any:
        if not text.key:
            return _copy(text.source, "", language, State.SOURCE)
        return super().read(text, language)


def lenient(own: Setting) -> Setting:
    known = own.manuscript
    manuscript = _Lenient(known.language, known.texts, known.content, known.labels, own.report)
    return replace(own, manuscript=manuscript, companions=tuple(map(lenient, own.companions)))


def _sections(*texts: str) -> tuple[Section, ...]:
    return tuple(
        convert({"id": f"s{number}", "title": Text("港"), "text": Text(text)}, Section)
        for number, text in enumerate(texts)
    )


def background(own: Setting, *texts: str, **more: Any) -> tuple[Page, ...]:
    shelf = booklet({"background": _sections(*texts)})
    own = replace(own, booklet=shelf, companions=tuple(replace(each, booklet=shelf) for each in own.companions))
    return lay_out(PAGE_TYPES["background"], order("background", art="", **more), lenient(own))


def _notes(page: Page) -> list[str]:
    tags = [item for item in items_of(page.frame.items, Tagged) if item.role is Role.NOTE]
    return [text_of(tag.items) for tag in tags]


def test_notes_stand_at_the_foot_of_the_column_of_their_call_numbered_in_order() -> None:
    own = setting("ja", 8)
    (page,) = background(own, "海{note:一つめ。}。" + LONG * 6, "岸{note:二つめ。}です。" + LONG * 6)
    assert [each.strip() for each in _notes(page)] == ["1　一つめ。", "2　二つめ。"]
    box = own.box()
    first, second = setting("ja", 8).columns(box)
    small = {run.text: at for at, run in read_runs(page.frame.items) if "つめ" in run.text}
    places = sorted(small.values(), key=lambda at: at.x)
    assert [column.x <= at.x < column.right for column, at in zip((first, second), places, strict=True)] == [True, True]
    lowest = max(at.y for at, run in read_runs(page.frame.items) if run.size > 8)
    assert lowest + own.area.line_feed < min(at.y for at in places) < lowest + 2 * own.area.line_feed
    assert places[0].y == places[1].y
    assert [each.code for each in own.report if each.code != "pages.underset"] == []


def test_notes_stand_at_the_foot_of_a_page_whose_copy_goes_on() -> None:
    own = setting("ja", 8)
    (page,) = background(own, "海{note:水。}。" + LONG * 100)
    (at,) = [at for at, run in read_runs(page.frame.items) if "水" in run.text]
    assert own.box().bottom - own.area.line_feed < at.y <= own.box().bottom
    assert "pages.overset" in [each.code for each in own.report]


def test_a_call_stands_raised_after_its_word_and_the_plain_copy_is_without_the_note() -> None:
    (page,) = background(setting("ja", 8), "海{note:水のひろがり。}と岸。" + LONG * 30)
    runs = [(at, run) for at, run in read_runs(page.frame.items)]
    call = next((at, run) for at, run in runs if run.text == "1" and run.size < 7)
    word = next((at, run) for at, run in runs if "海" in run.text and run.size > 9)
    assert call[0].y < word[0].y
    assert Text("海{note:水。}").plain == "海"


@pytest.mark.parametrize("count", [200, 400])
def test_a_note_longer_than_its_column_is_told_and_nothing_of_it_is_shrunk(count: int) -> None:
    own = setting("ja", 8)
    (page,) = background(own, "海{note:" + LONG * count + "}。")
    assert "pages.overset" in [each.code for each in own.report]
    assert _notes(page) == []


def test_side_by_side_each_language_has_its_notes_in_its_own_column() -> None:
    own = bilingual("ja", "zh_CN", number=8, edition=edition(mode=Mode.PARALLEL, languages=("ja", "zh_CN"), size="a4"))
    (page,) = background(own, "海{note:水。}。" + LONG * 9, mode=Mode.PARALLEL)
    assert [each.strip() for each in _notes(page)] == ["1　水。", "1　水。"]
    languages = [item.language for item in items_of(page.frame.items, Tagged) if item.role is Role.NOTE]
    assert languages == ["ja", "zh_CN"]


def test_a_story_in_horizontal_lines_has_notes_and_one_in_vertical_lines_tells_them() -> None:
    known = booklet()
    story = convert(
        {"id": "tale", "title": Text("港"), "lead": Text("海"), "text": Text("海{note:水。}。" + LONG * 30)}, Story
    )
    shelf = replace(known, stories={"tale": story})
    for writing, notes, findings in (("horizontal", ["1　水。"], []), ("vertical", [], ["typesetting.note-unplaced"])):
        own = lenient(setting("ja", 8, booklet=shelf))
        page_type = PAGE_TYPES["story"]
        content = convert(
            {"id": "s", "type": "story", "title": Text("港"), "story": "tale", "writing": writing}, page_type.content
        )
        pages = lay_out(page_type, content, own)
        assert [each.strip() for page in pages for each in _notes(page)] == notes
        assert [found.code for _, found in own.typesetter.findings] == findings
