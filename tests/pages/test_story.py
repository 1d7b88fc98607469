"""Stories: title, lead, byline and copy in horizontal or vertical lines, nothing lost and in order."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from brochure.content.city import Section
from brochure.content.records import Picture
from brochure.content.story import Story
from brochure.content.text import Text
from brochure.drawing.frame import Group, items_of, text_of
from brochure.drawing.frame import Picture as Raster
from brochure.drawing.structure import Role
from brochure.pages.story.content import StoryContent, Writing
from brochure.pages.story.layout import lay_out
from pages.setting import Laid, elements, in_order, project, setting

WAYS = list(Writing)
COPY = "留萌は日本海の東の岸、営口は渤海の奥にある。｜港《みなと》と港のあいだには三つの海が続いている。"
PLAIN = "留萌は日本海の東の岸、営口は渤海の奥にある。港と港のあいだには三つの海が続いている。"


def _story(text: str = COPY * 4, **more: Any) -> Story:
    fields: dict[str, Any] = {
        "title": Text("はじめて海を\n渡った十一人", "stories.first.title"),
        "lead": Text("1984年10月、十一人が営口の土を踏んだ。", "stories.first.lead"),
        "byline": Text("文・編集部", "stories.first.byline"),
        "text": Text(text, "stories.first.text"),
        **more,
    }
    return Story(id="first", **fields)


def _lay(story: Story, writing: Writing, pages: int = 1, art: str = "", is_right: bool = False) -> Laid:
    booklet = replace(project().booklet, stories={"first": story})
    own = setting("ja", 3, booklet=booklet, binding_is_right=is_right)
    title = Text("はじめて", "editions.rumoi.pages.story.title")
    order = StoryContent(
        id="story",
        type="story",
        title=title,
        story="first",
        writing=writing,
        pages=pages,
        art=art,  # type: ignore[arg-type]
    )
    return Laid(lay_out(order, own), own)


@pytest.mark.parametrize("writing", WAYS)
def test_the_parts_of_a_story_are_read_in_order(writing: Writing) -> None:
    section = Section(id="then", title=Text("翌年", "s.t"), text=Text("代表団が来た。", "s.x"))
    laid = _lay(_story(sections=(section,)), writing)
    parts = ["はじめて海を渡った十一人", "1984年10月、十一人", "文・編集部", *[PLAIN] * 4, "翌年", "代表団が来た。"]
    assert in_order(laid.copy.replace("\n", ""), parts)
    assert laid.codes == []
    assert laid.setting.typesetter.findings == []
    headings = elements(laid.page, Role.HEADING_1, Role.HEADING_2)
    assert headings == [(Role.HEADING_1, "はじめて海を渡った十一人"), (Role.HEADING_2, "翌年")]


@pytest.mark.parametrize("writing", WAYS)
def test_a_long_story_goes_on_and_on_as_many_pages_as_ordered(writing: Writing) -> None:
    laid = _lay(_story(COPY * 50), writing, pages=2)
    assert len(laid.pages) == 2
    assert laid.copy.count(PLAIN) == 50
    assert laid.codes == []
    assert [len(page.bookmarks) for page in laid.pages] == [1, 0]


@pytest.mark.parametrize("writing", WAYS)
def test_copy_without_room_is_told(writing: Writing) -> None:
    assert "pages.overset" in _lay(_story(COPY * 90), writing).codes


@pytest.mark.parametrize("writing", WAYS)
def test_a_drawing_fills_what_the_copy_leaves(writing: Writing) -> None:
    def drawn(times: int) -> bool:
        items = _lay(_story(COPY * times), writing, art="sunset-cape").page.frame.items
        return any(len(item.items) > 20 for item in items_of(items, Group))

    assert drawn(4)
    assert not drawn(30)


@pytest.mark.parametrize("writing", WAYS)
@pytest.mark.parametrize("is_right", [False, True])
def test_no_word_stands_outside_the_type_area(writing: Writing, is_right: bool) -> None:
    assert "pages.overset" not in _lay(_story(COPY * 20), writing, is_right=is_right).codes


@pytest.mark.parametrize("writing", WAYS)
def test_a_photograph_has_its_room_and_its_credit(writing: Writing) -> None:
    pictures = {"port": Picture(id="port", file="port.jpg", credit=Text("撮影・編集部", "pictures.port.credit"))}
    story = _story(COPY * 10, picture="port")
    booklet = replace(project().booklet, stories={"first": story}, pictures=pictures)
    own = setting("ja", 3, booklet=booklet, pixels={"port": (3000, 2000)})
    title = Text("はじめて", "editions.rumoi.pages.story.title")
    order = StoryContent(id="story", type="story", title=title, story="first", writing=writing)
    laid = Laid(lay_out(order, own), own)
    assert [item.file for item in items_of(laid.page.frame.items, Raster)] == ["port.jpg"]
    assert "撮影・編集部" in laid.copy
    assert laid.copy.count(PLAIN) == 10
    assert laid.codes == []


def test_years_stand_upright_and_days_across_in_vertical_lines() -> None:
    laid = _lay(_story("1984年10月の11人。"), Writing.VERTICAL)
    assert "1984年10月の11人。" in text_of(laid.page.frame.items)  # the copy keeps its own figures


@pytest.mark.parametrize("writing", WAYS)
def test_a_lead_that_finds_no_room_is_told_and_nothing_stands_outside_the_page(writing: Writing) -> None:
    laid = _lay(_story(lead=Text(COPY * 90, "stories.first.lead")), writing)
    (told, *_) = [found for found in laid.setting.report if found.code == "pages.overset"]
    assert "stories.first.lead" in str(told.hints[0])
    assert all(each.x > -20 for each in laid.pages[0].frame.items)
