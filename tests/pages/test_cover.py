"""The front cover: a drawing through the bleed, title, subtitle and occasion in this order on its calm part."""

from __future__ import annotations

import pytest

from brochure.content.text import Text
from brochure.drawing.describe import describe
from brochure.drawing.frame import Tagged, text_of
from brochure.drawing.structure import Role
from pages.setting import LANGUAGES, elements, joined, lay, long, order, read_runs, shipped, words


@pytest.mark.parametrize("language", LANGUAGES)
def test_title_subtitle_and_note_are_read_in_this_order(language: str) -> None:
    content = order("cover")
    parts = [words(content.title, language), words(content.subtitle, language), words(content.note, language)]
    assert shipped("cover", language).copy == joined("".join(parts))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_title_is_the_heading_on_the_lines_it_was_typed_on(language: str) -> None:
    page = shipped("cover", language).page
    title = words(order("cover").title, language)
    assert elements(page, Role.HEADING_1) == [(Role.HEADING_1, joined(title))]
    large = shipped("cover").setting.typesetter.styles["cover-title"].size
    lines: dict[float, str] = {}
    for at, run in read_runs(page.frame.items):
        if run.size == large:
            lines[at.y] = lines.get(at.y, "") + run.text
    assert list(lines.values()) == title.split("\n")


def test_the_page_bears_no_folio_and_is_called_by_its_bookmark() -> None:
    page = shipped("cover").page
    assert (page.has_folio, page.bookmarks[0].title) == (False, "表紙")
    assert lay(order("cover", bookmark=None)).page.bookmarks[0].title == "海でつながる、二つの港"


def test_the_drawing_is_decoration_under_the_words_and_runs_through_the_bleed() -> None:
    laid = shipped("cover")
    placed = laid.page.frame.items[0]
    art = placed.item
    assert isinstance(art, Tagged)
    assert (placed.x, placed.y, art.role, text_of(art.items)) == (0, 0, Role.ARTIFACT, "")
    bleed = laid.setting.bleed
    first_line = describe(laid.page.frame).split("\n")[3]
    assert first_line.startswith(f"      (-{bleed:g}, -{bleed:g}) group")


def test_another_drawing_or_another_seed_is_another_picture() -> None:
    pictures = {
        describe(lay(order("cover", art=art, seed=seed)).page.frame)
        for art, seed in (("sunset-cape", 1), ("sunset-cape", 2), ("lighthouse", 1))
    }
    assert len(pictures) == 3


def test_a_title_alone_is_a_cover() -> None:
    laid = lay(order("cover", subtitle=None, note=None))
    assert laid.copy == "海でつながる、二つの港"
    assert laid.codes == []


def test_each_part_follows_what_is_written() -> None:
    laid = lay(order("cover", title=Text("港"), subtitle=Text("海"), note=Text("岬")))
    assert laid.copy == "港海岬"


def test_the_subtitle_gives_way_to_a_title_of_more_lines() -> None:
    def top(title: str) -> float:
        laid = lay(order("cover", title=Text(title)))
        return min(at.y for at, run in read_runs(laid.page.frame.items) if run.text.startswith("北海道"))

    feed = shipped("cover").setting.typesetter.styles["cover-title"].line_feed
    assert top("海\n港\n岬") - top("海\n港") == pytest.approx(feed)


@pytest.mark.parametrize("field", ["title", "subtitle", "note"])
def test_what_runs_down_beyond_the_type_area_is_found(field: str) -> None:
    laid = lay(order("cover", **{field: long()}))
    assert laid.codes == ["pages.overset"]
    assert laid.findings[0].span == order("cover").span
