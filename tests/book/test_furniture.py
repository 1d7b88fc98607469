"""Folio and running head stand at the foot by the fore-edge, and only where a page wants them."""

import pytest
from layout.art.pictures import HARBOUR
from layout.setting import typesetter
from msgspec.structs import replace

from brochure.book.furniture import furnished
from brochure.book.paginate import paginate
from brochure.drawing.frame import Frame, Glyphs, Group, Placed, Tagged, text_of
from brochure.drawing.geometry import Size
from brochure.drawing.structure import Role
from brochure.drawing.units import mm
from brochure.layout.page import Page
from brochure.layout.styles import StyleSheet
from brochure.layout.text_block import Typesetter, Words
from brochure.layout.type_area import TypeArea

AREA = TypeArea(Size(mm(182), mm(257)), 10.0, 40, 36, 16.0, mm(18), mm(22))


def _pages(binding_is_right: bool = False, head: str = "年表", crowded=lambda page: None):
    cell = typesetter().styles["cell"]
    setter = Typesetter(StyleSheet({"folio": cell, "running-head": replace(cell)}), "ja")
    page = Page(Frame(AREA.trim), "story", running_heads=(Words(head),))
    pages = paginate([replace(page, has_folio=False), page, page])
    return furnished(pages, AREA, setter, HARBOUR, binding_is_right, crowded)


def _lefts(items: tuple[Placed, ...], x: float = 0.0) -> list[tuple[str, float]]:
    found: list[tuple[str, float]] = []
    for placed in items:
        item = placed.item
        if isinstance(item, Glyphs):
            found.append((item.text, x + placed.x))
        elif isinstance(item, Group | Tagged):
            found += _lefts(item.items, x + placed.x)
    return found


def test_a_page_without_folio_is_left_alone() -> None:
    assert _pages()[0].page.frame.items == ()


def test_the_folio_stands_by_the_fore_edge() -> None:
    _, verso, recto = _pages()
    assert _lefts(verso.page.frame.items)[0] == ("2", pytest.approx(AREA.outer))
    texts = dict(_lefts(recto.page.frame.items))
    assert texts["3"] > texts["年表"] > AREA.trim.width / 2


def test_a_book_bound_at_the_right_has_them_on_the_other_side() -> None:
    _, verso, recto = _pages(binding_is_right=True)
    assert _lefts(recto.page.frame.items)[0][1] < AREA.trim.width / 2 < _lefts(verso.page.frame.items)[0][1]


def test_a_hearing_reader_is_not_told_of_them() -> None:
    page = _pages()[1].page
    for placed in page.frame.items:
        group = placed.item
        inside = group.items if isinstance(group, Group) else (Placed(group),)
        assert all(isinstance(each.item, Tagged) and each.item.role is Role.ARTIFACT for each in inside)
    assert text_of(page.frame.items) == "2年表"


def test_a_head_wider_than_the_page_is_left_out_and_told() -> None:
    told: list[int] = []
    pages = _pages(head="港と港の四十年" * 12, crowded=lambda page: told.append(page.number))
    assert told == [2, 3]
    assert [text for text, _ in _lefts(pages[1].page.frame.items)] == ["2"]
