"""The background essay: its sections in the data's order, over two columns that end together."""

from __future__ import annotations

import pytest

from brochure.content.city import Section
from brochure.content.text import Text
from brochure.drawing.describe import describe
from brochure.drawing.structure import Role
from pages.setting import (
    LANGUAGES,
    booklet,
    elements,
    exchange,
    joined,
    lay,
    long,
    order,
    read_runs,
    shipped,
    words,
)


def section(title: str, text: str | Text) -> Section:
    return Section(id="part", title=Text(title), text=text if isinstance(text, Text) else Text(text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_kicker_title_and_sections_are_all_there_is_in_this_order(language: str) -> None:
    content = order("background")
    told = [words(part, language) for each in exchange().background for part in (each.title, each.text)]
    expected = [words(content.kicker, language), words(content.title, language), *told]
    assert shipped("background", language).copy == joined("".join(expected))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_section_has_a_heading_and_its_paragraphs(language: str) -> None:
    page = shipped("background", language).page
    titles = [words(each.title, language) for each in exchange().background]
    assert [text for _, text in elements(page, Role.HEADING_2)] == titles
    paragraphs = [joined(words(each.text, language)) for each in exchange().background]
    assert "".join(text for _, text in elements(page, Role.PARAGRAPH)) == "".join(paragraphs)


def test_a_paragraph_parted_by_a_column_stays_one_on_each_side() -> None:
    page = shipped("background").page
    found = [text for role, text in elements(page, Role.HEADING_2, Role.PARAGRAPH) if role is Role.PARAGRAPH]
    assert len(found) == len(exchange().background) + 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_columns_hold_text_and_end_within_a_few_lines_of_each_other(language: str) -> None:
    laid = shipped("background", language)
    middle = laid.setting.box().x + laid.setting.box().width / 2
    runs = [(at, run) for at, run in read_runs(laid.page.frame.items) if run.size == 9.5]
    left, right = (max(at.y for at, _ in runs if (at.x > middle) == side) for side in (False, True))
    assert abs(left - right) <= 4 * laid.setting.area.line_feed


def test_the_page_follows_the_data() -> None:
    changed = booklet(
        {"background": (section("港", "港を訪れました。\n\n海を見ました。"), section("海", "また来ます。"))}
    )
    laid = lay("background", booklet=changed)
    assert laid.copy.endswith("港港を訪れました。海を見ました。海また来ます。")
    assert [text for _, text in elements(laid.page, Role.PARAGRAPH)] == [
        "港を訪れました。",
        "海を見ました。",
        "また来ます。",
    ]


def test_a_drawing_fills_a_foot_left_free() -> None:
    short = booklet({"background": exchange().background[:1]})
    drawn, plain = (lay(order("background", art=art), booklet=short) for art in ("clouds", ""))
    assert len(describe(drawn.page.frame)) > len(describe(plain.page.frame))
    assert describe(shipped("background").page.frame) == describe(lay(order("background", art="")).page.frame)


@pytest.mark.parametrize("sections", [(), (section("海", "港。"),)])
def test_nothing_or_little_to_tell_is_a_page(sections: tuple[Section, ...]) -> None:
    laid = lay("background", booklet=booklet({"background": sections}))
    assert laid.codes == []
    assert laid.copy.endswith("".join(each.title.plain + each.text.plain for each in sections))


def test_lines_set_and_lines_without_room_are_all_lines() -> None:
    laid = lay("background", booklet=booklet({"background": (section("海", long(120)),)}))
    (finding,) = laid.findings
    assert (finding.code, finding.span) == ("pages.overset", order("background").span)
    own = laid.setting
    column = own.area.column_boxes(own.box())[0]
    lines = own.typesetter.text(own.words(long(120)), "essay", column.width)
    placed = {(at.x > column.right, at.y) for at, run in read_runs(laid.page.frame.items) if run.size == 9.5}
    assert len(placed) > 50
    assert dict(finding.message.values)["lines"] == len(lines) - len(placed)
