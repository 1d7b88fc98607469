"""A picture over two facing pages: parted by the trim at the gutter, bleeding everywhere, said once, no folios."""

from __future__ import annotations

import pytest
from msgspec import convert
from msgspec.structs import replace

from brochure.content.records import Picture
from brochure.content.text import Text
from brochure.drawing.frame import Frame, Group, Tagged, items_of, text_of
from brochure.drawing.structure import Role
from brochure.layout.page import Page
from brochure.pages import PAGE_TYPES
from brochure.pages.photo_spread.content import PhotoSpreadContent
from pages.setting import BLEED, project, setting

PORT = Picture(id="port", file="port.jpg", credit=Text("編集部"), alternative=Text("朝の港"))
WITH_PORT = replace(project().booklet, pictures={"port": PORT})


def _slot(name: str, **more: object) -> dict[str, object]:
    return {"id": name, "art": "sunset-cape", "caption": Text("港の朝"), **more}


def _laid(*slots: dict[str, object], across: bool = True, pixels: int = 9000, is_right: bool = False):
    content = convert(
        {"id": "p", "type": "photo-spread", "title": Text("港"), "pictures": slots, "across": across},
        PhotoSpreadContent,
    )
    own = setting("ja", 4, booklet=WITH_PORT, pixels={"port": (pixels, pixels)}, binding_is_right=is_right)
    return PAGE_TYPES["photo-spread"].lay_out(content, own), own


def _clip(page: Page) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of what the page's picture is cut to."""
    clips = [item.clip for item in items_of(page.frame.items, Group) if item.clip]
    points = [piece[1:] for piece in clips[0] if len(piece) == 3]
    return (min(x for x, _ in points), min(y for _, y in points), max(x for x, _ in points), max(y for _, y in points))


@pytest.mark.parametrize("is_right", [False, True])
@pytest.mark.parametrize("picture", [None, "port"])
def test_each_page_shows_its_half_parted_at_the_gutter(picture: str | None, is_right: bool) -> None:
    pages, own = _laid(_slot("a", picture=picture), is_right=is_right)
    trim = own.area.trim
    left, right = pages[::-1] if is_right else pages
    for page in pages:
        assert _clip(page) == pytest.approx((-BLEED, -BLEED, trim.width + BLEED, trim.height + BLEED))
    starts = [_start(page.frame) for page in (left, right)]
    assert starts[0] - starts[1] == pytest.approx(trim.width)  # the halves are of one picture
    assert [page.has_folio for page in pages] == [False, False]
    assert "港の朝" in text_of(pages[1].frame.items)
    assert [each.code for each in own.report] == []


def _start(frame: Frame) -> float:
    """Where the picture begins in the page's axes."""
    group = next(item for item in items_of(frame.items, Group) if item.clip)
    return group.items[0].x


def test_a_photograph_across_is_described_once_and_bears_its_credit() -> None:
    pages, _ = _laid(_slot("a", picture="port"))
    figures = [
        [item.alternative for item in items_of(page.frame.items, Tagged) if item.role is Role.FIGURE] for page in pages
    ]
    assert figures == [["朝の港"], []]
    assert "編集部" in text_of(pages[1].frame.items)


def test_a_photograph_too_small_for_two_pages_is_told() -> None:
    _, own = _laid(_slot("a", picture="port"), pixels=2000)
    assert "pages.small-picture" in [each.code for each in own.report]


def test_pictures_beside_one_that_runs_across_are_told_and_one_alone_runs_across() -> None:
    _, own = _laid(_slot("a"), _slot("b"))
    assert [each.code for each in own.report] == ["pages.picture-too-many"]
    pages, own = _laid(_slot("a"), across=False)
    assert [page.has_folio for page in pages] == [False, False]
    assert list(own.report) == []
