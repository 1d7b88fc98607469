"""The finder: a page that begins in the middle of an area says again which area and subprefecture it goes on with."""

from __future__ import annotations

from msgspec.structs import replace

from brochure.drawing.frame import Frame, Tagged, items_of, text_of
from brochure.drawing.geometry import Rect
from brochure.drawing.structure import Role
from brochure.layout.strip import Strip
from brochure.layout.table import fill_table
from brochure.pages import PAGE_TYPES
from pages.setting import project, setting

DIGEST = project().pages["hokkaido-china"]


def finder_pages(language: str = "ja") -> list[Frame]:
    content = next(page for page in DIGEST if page.type == "finder")
    own = setting(language, pages=DIGEST, edition=next(e for e in project().editions if e.id == "hokkaido-china"))
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
    pages = finder_pages()
    areas = {region.name.ja for region in project().booklet.regions.values()}
    for frame in pages[1:]:
        first = next(item for item in items_of(frame.items, Tagged) if text_of(item.items))
        begins = text_of(first.items)
        assert begins in areas or (first.role is Role.ARTIFACT and begins.split("（つづき）")[0] in areas), begins
    assert any(heads(frame) for frame in pages), "no area is parted by a page's end: the test shows nothing"


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
