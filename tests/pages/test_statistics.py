"""Statistics: counted from the tables, the sums right, drawn in one scale, with the works that attest the ties."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec import convert
from msgspec.structs import replace

from brochure.content.text import Text
from brochure.drawing.frame import text_of
from brochure.drawing.structure import Role
from brochure.pages.statistics import PAGE_TYPE
from brochure.pages.statistics.content import StatisticsContent
from brochure.pages.statistics.counts import by_area, of_the_whole, printed, running_total
from brochure.source.model import changed
from pages.setting import KANA, LANGUAGES, edition, elements, figures, project, setting
from pages.test_catalogue import leniently


def laid(language: str = "ja", size: str = "a4", **more: Any):
    own = leniently(setting(language, number=5, edition=edition(size=size), **more))
    content = convert({"id": "numbers", "type": "statistics", "title": Text("数")}, StatisticsContent)
    return PAGE_TYPE.lay_out(content, own)[0], own


def test_the_areas_add_up_to_hokkaido() -> None:
    counts = by_area(project().booklet)
    assert [each.municipalities for each in counts] == [70, 18, 41, 18, 19, 13]
    assert sum(each.offices for each in counts) == 14
    assert tuple(sum(column) for column in zip(*((c.cities, c.towns, c.villages) for c in counts), strict=True)) == (
        35,
        129,
        15,
    )
    assert sum(each.ties for each in counts) + of_the_whole(project().booklet) == len(printed(project().booklet)) == 12


def test_the_stair_ends_at_all_ties_and_never_falls() -> None:
    totals = running_total(project().booklet)
    assert totals[0] == (1980, 1)
    assert totals[-1][1] == 12
    assert [total for _, total in totals] == sorted({total for _, total in totals})


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", ["a4", "jis-b5"])
def test_the_page_holds_charts_table_and_sources(language: str, size: str) -> None:
    page, own = laid(language, size)
    assert list(own.report) == []
    cells = [text for _, text in elements(page, Role.TABLE_CELL)]
    assert cells[-6:] == ["14", "35", "129", "15", "179", "12"]
    assert len(figures(page)) == 2
    copy = text_of(page.frame.items)
    for work in {work for tie in printed(own.booklet) for work in tie.sources}:
        assert own.booklet.bibliography[work].name.in_(language) in copy, work
    if language != "ja":
        assert KANA.findall(copy) == []


def test_one_tie_more_is_counted_everywhere() -> None:
    booklet = project().booklet
    more = changed(booklet.ties["obihiro-chaoyang"], id="more", municipality="abashiri")
    grown = replace(booklet, ties={**booklet.ties, "more": more})
    before, after = by_area(booklet), by_area(grown)
    assert [b.ties - a.ties for a, b in zip(before, after, strict=True)] == [0, 0, 0, 1, 0, 0]
    assert running_total(grown)[-1][1] == 13
    page, _ = laid(booklet=grown)
    assert [text for _, text in elements(page, Role.TABLE_CELL)][-1] == "13"


def test_a_booklet_without_tables_has_a_page_without_charts() -> None:
    empty = replace(project().booklet, ties={}, regions={}, subprefectures={}, municipalities={})
    page, own = laid(booklet=empty)
    assert figures(page) == []
    assert list(own.report) == []
