"""The finder: a page that begins in the middle of an area says again which area and subprefecture it goes on with."""

from __future__ import annotations

from collections import Counter

import pytest
from msgspec.structs import replace

from brochure.drawing.frame import Frame, Tagged, items_of, text_of
from brochure.drawing.geometry import Rect
from brochure.drawing.structure import Role
from brochure.layout.strip import Strip
from brochure.layout.table import fill_table
from brochure.pages import PAGE_TYPES
from pages.setting import project, setting

DIGEST = project().pages["hokkaido-china"]
MORE = range(6)  # lines a page may have more, so that pages end in many places


def finder_pages(language: str = "ja", more: int = 0) -> list[Frame]:
    """The pages of the digest's finder, some lines longer than they are."""
    content = next(page for page in DIGEST if page.type == "finder")
    own = setting(language, pages=DIGEST, edition=next(e for e in project().editions if e.id == "hokkaido-china"))
    own = replace(own, area=replace(own.area, lines=own.area.lines + more))
    pages = [page.frame for page in PAGE_TYPES["finder"].lay_out(content, own)]
    assert not own.report.has_errors
    return pages


def heads(frame: Frame) -> list[str]:
    """What is said again, in artifacts."""
    return [
        text_of(item.items)
        for item in items_of(frame.items, Tagged)
        if item.role is Role.ARTIFACT and text_of(item.items)
    ]


def test_a_page_that_goes_on_with_an_area_says_its_name_again() -> None:
    areas = {region.name.ja for region in project().booklet.regions.values()}
    pages = [frame for more in MORE for frame in finder_pages(more=more)[1:]]
    for frame in pages:
        first = next(item for item in items_of(frame.items, Tagged) if text_of(item.items))
        begins = text_of(first.items)
        assert begins in areas or (first.role is Role.ARTIFACT and begins.split("（つづき）")[0] in areas), begins
    assert any(heads(frame) for frame in pages), "no area is parted by a page's end: the test shows nothing"


@pytest.mark.parametrize("language", ["ja", "zh_CN"])
def test_a_page_neither_ends_nor_begins_with_one_row_of_several(language: str) -> None:
    rows: Counter[tuple[int, str]] = Counter()
    shares: Counter[tuple[int, str, int]] = Counter()
    for more in MORE:
        subprefecture = ""
        for number, frame in enumerate(finder_pages(language, more)[1:]):
            for item in items_of(frame.items, Tagged):
                if item.role is Role.HEADING_3:
                    subprefecture = item.origin
                elif item.role is Role.LIST:
                    rows[more, subprefecture] += 1
                    shares[more, subprefecture, number] += 1
    assert len(shares) > len(rows), "no subprefecture is parted by a page's end: the test shows nothing"
    assert not [place for place, count in shares.items() if count == 1 < rows[place[:2]]]


def test_what_is_said_again_stands_above_the_first_row_alone() -> None:
    again = Strip((), 20.0)
    rows = [replace(Strip((), 10.0), again=again) for _ in range(3)]
    filled = fill_table(None, rows, Rect(0.0, 0.0, 100.0, 45.0))
    assert filled.depth == 40.0
    assert filled.rest == tuple(rows[2:])
    assert fill_table(None, [Strip((), 10.0), *rows], Rect(0.0, 0.0, 100.0, 45.0)).depth == 40.0


def test_every_municipality_is_listed_once() -> None:
    copy = "".join(text_of(frame.items) for frame in finder_pages()[1:])
    for each in project().booklet.municipalities.values():
        assert each.name.ja in copy
    tags = [tag for frame in finder_pages()[1:] for tag in items_of(frame.items, Tagged)]
    rows = [tag for tag in tags if tag.role is Role.LIST_ITEM]
    assert len(rows) == len(project().booklet.municipalities) == 179
