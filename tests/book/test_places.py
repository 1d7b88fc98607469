"""On which pages a text stands, through groups, tags within tags, and parts of one paragraph on two pages."""

from __future__ import annotations

from brochure.book.places import places_in, told
from brochure.drawing.frame import Frame, Group, Placed, Tagged
from brochure.drawing.geometry import Size
from brochure.drawing.structure import Role
from brochure.layout.page import NumberedPage, Page
from brochure.translation.ledger import Ledger


def page(number: int, order: str, *keys: str) -> NumberedPage:
    tags = tuple(Placed(Tagged(Role.PARAGRAPH, (), origin=key)) for key in keys)
    inside = (Placed(Tagged(Role.LIST, (Placed(Group(tags)),))),)
    return NumberedPage(Page(Frame(Size(10, 10), inside), "x", order=order), number, str(number), number % 2 == 1)


PAGES = (page(1, "cover", "a"), page(2, "timeline", "b", "c"), page(3, "timeline", "b"), page(4, "map-zh_CN"))


def ledger(**orders: str) -> Ledger:
    book = Ledger()
    for key, names in orders.items():
        for order in names.split():
            book.order = "" if order == "-" else order
            book.note(key, "")
    return book


def test_a_paragraph_parted_by_a_page_turn_stands_on_both_pages() -> None:
    book = ledger(a="cover", b="timeline", c="timeline")
    places = places_in(PAGES)
    assert {key: places.of(key, book, "zh_CN") for key in "abc"} == {"a": (1,), "b": (2, 3), "c": (2,)}
    assert places.is_exact("c", 2)
    assert not places.is_exact("c", 3)


def test_words_that_bear_anothers_key_stand_on_the_pages_of_their_order() -> None:
    assert places_in(PAGES).of("leader", ledger(leader="timeline"), "zh_CN") == (2, 3)


def test_where_languages_face_each_other_a_text_stands_on_its_languages_pages() -> None:
    assert places_in(PAGES).of("sea", ledger(sea="map"), "zh_CN") == (4,)
    assert places_in(PAGES).of("sea", ledger(sea="map"), "ja") == ()


def test_what_only_the_file_says_stands_on_no_page() -> None:
    assert places_in(PAGES).of("title", ledger(title="-"), "zh_CN") == ()


def test_pages_are_told_by_their_titles() -> None:
    titles = {1: "", 2: "目次", 7: "年表", 8: "年表", 10: "年表"}
    assert told((2, 7, 8, 10), titles.__getitem__) == "p.2 目次・p.7–8, 10 年表"
    assert told((1,), titles.__getitem__) == "p.1"
    assert told((), titles.__getitem__) == ""
