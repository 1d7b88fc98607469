"""The contents: the pages that are listed, in their order, each with the number of the page it stands on and a link."""

from __future__ import annotations

import pytest
from shipped.booklet import book, text_of_page

from brochure.content.page_content import PageContent
from brochure.content.text import Text
from brochure.drawing.frame import Anchor, Link, Shape, items_of, walk
from brochure.drawing.structure import Role
from pages.setting import LANGUAGES, NUMBERS, elements, joined, lay, order, read_runs, shipped, words

LISTED = [name for name in NUMBERS if name not in ("cover", "contents", "back")]


def many(count: int) -> tuple[PageContent, ...]:
    return tuple(order("map", id=f"page-{number}", title=Text(f"{number}番")) for number in range(1, count + 1))


@pytest.mark.parametrize("language", LANGUAGES)
def test_titles_and_numbers_stand_as_items_in_the_order_of_the_pages(language: str) -> None:
    laid = lay("contents", language, references=NUMBERS)
    expected = [(Role.CONTENTS_ITEM, f"{joined(words(order(name).title, language))}{NUMBERS[name]}") for name in LISTED]
    assert elements(laid.page, Role.CONTENTS_ITEM) == expected
    assert laid.copy == words(order("contents").title, language) + "".join(text for _, text in expected)


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_a_book_the_numbers_are_those_of_the_pages_the_sections_stand_on(language: str) -> None:
    numbered = book(language)[0].pages
    anchors = [(item, page.number) for page in numbered for item in items_of(page.page.frame.items, Anchor)]
    stands_on = {item.name: number for item, number in anchors}
    expected = "".join(f"{joined(words(order(name).title, language))}{stands_on[name]}" for name in LISTED)
    assert expected in text_of_page(2, language)


def test_numbers_follow_the_pages() -> None:
    laid = lay("contents", references={**NUMBERS, "figures": 21})
    assert "行き来を数えてみると21三十年" in laid.copy


def test_no_number_is_printed_before_it_is_known() -> None:
    assert elements(lay("contents").page, Role.CONTENTS_ITEM)[0][1] == "海をはさんで向かいあう"


def test_each_line_leads_to_its_page() -> None:
    laid = shipped("contents")
    links = [(each, each.item) for each in walk(laid.page.frame.items) if isinstance(each.item, Link)]
    assert [link.target for _, link in links] == [f"#{name}" for name in LISTED]
    box = laid.setting.box()
    for at, link in links:
        assert (at.x, link.size.width) == (box.x, box.width)


def test_a_page_kept_out_of_the_contents_is_kept_out() -> None:
    own = tuple(order(name, is_listed=name != "figures") for name in NUMBERS if name not in ("cover", "back"))
    laid = lay("contents", pages=own, references=NUMBERS)
    assert "行き来を数えてみると" not in laid.copy
    assert len(elements(laid.page, Role.CONTENTS_ITEM)) == len(LISTED) - 1


def test_a_title_of_two_lines_is_one_line_here() -> None:
    laid = lay("contents", pages=(order("map", title=Text("海と\n港")),), references=NUMBERS)
    assert elements(laid.page, Role.CONTENTS_ITEM) == [(Role.CONTENTS_ITEM, "海と港3")]


def test_leaders_end_together_before_the_widest_number() -> None:
    laid = lay("contents", references=NUMBERS)
    rules = [item.path for item in items_of(laid.page.frame.items, Shape) if item.stroke and item.stroke.width == 0.35]
    assert len(rules) == len(LISTED)
    assert len({path[1][1] for path in rules}) == 1
    numbers = [at.x for at, run in read_runs(laid.page.frame.items) if run.text.isdigit()]
    assert rules[0][1][1] < min(numbers)


def test_the_page_has_no_folio_where_the_band_covers_its_foot_and_one_where_it_does_not() -> None:
    assert not shipped("contents").page.has_folio
    # 31 lines under the title, two an entry, two above the band, at least four for it: 12 entries leave room, 13 do not
    assert not lay("contents", pages=many(12)).page.has_folio
    assert lay("contents", pages=many(13)).page.has_folio


@pytest.mark.parametrize("count", [0, 1])
def test_few_entries_are_contents_too(count: int) -> None:
    laid = lay("contents", pages=many(count))
    assert laid.codes == []
    assert len(elements(laid.page, Role.CONTENTS_ITEM)) == count


def test_as_many_entries_as_the_page_holds_stand_and_one_more_is_found() -> None:
    held = int((37 - 6) / 1.25)  # lines of the type area without the title's six, a line and a quarter an entry
    assert lay("contents", pages=many(held)).codes == []
    laid = lay("contents", pages=many(held + 1))
    (finding,) = laid.findings
    assert finding.code == "pages.overset"
    assert "2 lines" in str(finding.message)
    assert finding.span == order("contents").span


def test_a_title_wider_than_the_page_is_found() -> None:
    laid = lay("contents", pages=(order("map", title=Text("海と港" * 20)),))
    assert laid.codes == ["pages.overset"]


def test_entries_run_on_over_columns_and_pages() -> None:
    # the first page holds 31 lines under the title, the second all 37: two columns of 15 entries, and two of 18
    laid = lay(order("contents", pages=2, columns=2), pages=many(2 * 15 + 2 * 18))
    assert laid.codes == []
    assert [len(elements(page, Role.CONTENTS_ITEM)) for page in laid.pages] == [30, 36]
    assert elements(laid.pages[1], Role.CONTENTS_ITEM)[0][1].startswith("31番")
    held = 2 * 24 + 2 * 29  # at a line and a quarter
    assert lay(order("contents", pages=2, columns=2), pages=many(held + 1)).codes == ["pages.overset"]


@pytest.mark.parametrize(("entries", "lines"), [(15, 2.0), (16, 1.5), (20, 1.5), (21, 1.25)])
def test_entries_stand_as_far_apart_as_the_page_allows(entries: int, lines: float) -> None:
    laid = lay("contents", pages=many(entries))
    tops = sorted({at.y for at, run in read_runs(laid.page.frame.items) if "番" in run.text})
    assert tops[1] - tops[0] == pytest.approx(lines * laid.setting.area.line_feed)


def test_the_second_page_of_the_contents_bears_no_second_bookmark() -> None:
    laid = lay(order("contents", pages=2), pages=many(20))
    assert [len(page.bookmarks) for page in laid.pages] == [1, 0]
