"""The matter of the shipped editions: packed and unpacked it is the same, whatever kinds of page it is of."""

from __future__ import annotations

import pytest

from brochure.drawing.frame import Frame
from brochure.drawing.geometry import Size
from brochure.edition.profiles import PROOF, SCREEN
from brochure.layout.page import Bookmark, Page
from brochure.layout.text_block import Said
from brochure.matter import Compositor, Matter
from brochure.works.packing import NOT_OURS, Art, packed, unpacked
from shipped.booklet import edition, project


@pytest.mark.parametrize(("name", "language"), [("hokkaido-china", "zh_TW"), ("rumoi-yingkou-40th", "ja")])
def test_matter_comes_back_as_it_was_packed(name: str, language: str) -> None:
    compositor = Compositor(project(), edition(name), language, [SCREEN, PROOF])
    found: list[Matter] = []
    number = 1
    for order in compositor.orders:
        matter = compositor.set(order, number)
        assert matter is not None, order.id
        art: Art = {}
        assert unpacked(packed(matter, art), art) == matter, order.id
        found.append(matter)
        number = matter.next_number
    assert sum(len(each.pages) for each in found) >= 24


def test_said_words_are_packed_as_words() -> None:
    page = Page(Frame(Size(1.0, 1.0)), "contents", (Bookmark(Said("目次", "contents.title"), 1, "contents"),))
    words = unpacked(packed(Matter(1, (page,), ((),), ((),), ("",)), {}), {}).pages[0].bookmarks[0].title
    assert words == "目次"
    assert type(words) is str


@pytest.mark.parametrize("data", [b"", b"\x80\x04N.", packed(Matter(1, (), (), (), ()), {})[:-1]])
def test_bytes_of_another_make_are_told(data: bytes) -> None:
    with pytest.raises(NOT_OURS):
        unpacked(data, {})


def test_matter_of_art_that_is_not_there_is_told() -> None:
    compositor = Compositor(project(), edition("rumoi-yingkou-40th"), "ja", [SCREEN])
    found = (compositor.set(order, 1) for order in compositor.orders)
    matter = next(each for each in found if each and any(forme.ornaments for forme in each.formes[0]))
    with pytest.raises(NOT_OURS):
        unpacked(packed(matter, {}), {})
