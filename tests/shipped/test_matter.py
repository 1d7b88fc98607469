"""The matter of the shipped editions: packed and unpacked it is the same, whatever kinds of page it is of."""

from __future__ import annotations

import pytest

from brochure.edition.profiles import PROOF, SCREEN
from brochure.layout.text_block import Said
from brochure.matter import Compositor, Matter
from brochure.works.rack import packed, unpacked
from shipped.booklet import edition, project


@pytest.mark.parametrize(("name", "language"), [("hokkaido-china", "zh_TW"), ("rumoi-yingkou-40th", "ja")])
def test_matter_comes_back_as_it_was_packed(name: str, language: str) -> None:
    compositor = Compositor(project(), edition(name), language, [SCREEN, PROOF])
    found: list[Matter] = []
    number = 1
    for order in compositor.orders:
        matter = compositor.set(order, number)
        assert matter is not None, order.id
        assert unpacked(packed(matter)) == matter, order.id
        found.append(matter)
        number = matter.next_number
    assert sum(len(each.pages) for each in found) >= 24


def test_said_words_keep_their_key() -> None:
    words = unpacked(packed(Said("目次", "contents.title")))  # type: ignore[arg-type]
    assert words == "目次"
    assert getattr(words, "origin", "") == "contents.title"
