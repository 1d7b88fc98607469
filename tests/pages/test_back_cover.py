"""The back cover: the band where two patterns meet, and the words that end at the foot of the type area."""

from __future__ import annotations

import pytest

from brochure.content.text import Text
from brochure.drawing.describe import describe
from brochure.drawing.frame import Shape, Tagged, items_of
from brochure.drawing.structure import Role
from pages.setting import LANGUAGES, lay, long, order, read_runs, shipped, words


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_at_the_foot_are_all_there_is_to_read(language: str) -> None:
    laid = shipped("back", language)
    assert laid.copy == words(order("back").text, language)
    assert laid.page.bookmarks[0].title == words(order("back").title, language)
    assert not laid.page.has_folio


def test_the_paper_is_tinted_through_the_bleed() -> None:
    laid = shipped("back")
    trim, bleed = laid.setting.area.trim, laid.setting.bleed
    tint = laid.page.frame.items[0].item
    assert isinstance(tint, Tagged)
    assert tint.role is Role.ARTIFACT
    shape = tint.items[0].item
    assert isinstance(shape, Shape)
    assert shape.path[0] == ("M", -bleed, -bleed)
    assert shape.path[2] == pytest.approx(("L", trim.width + bleed, trim.height + bleed))


def test_words_end_at_the_foot_however_many_lines_they_take() -> None:
    def baselines(text: str) -> list[float]:
        laid = lay(order("back", text=Text(text)))
        assert laid.codes == []
        return sorted({at.y for at, _ in read_runs(laid.page.frame.items)})

    one, two = baselines("留萌"), baselines("留萌\n\n営口")
    assert len(two) == 2
    assert two[-1] == pytest.approx(one[-1])
    assert two[0] < one[0]


def test_a_back_cover_without_words_is_a_picture() -> None:
    laid = lay(order("back", text=None))
    assert (laid.copy, laid.codes) == ("", [])
    assert items_of(laid.page.frame.items, Shape)


def test_the_band_follows_the_drawing_ordered() -> None:
    assert describe(lay(order("back", art="seigaiha")).page.frame) != describe(shipped("back").page.frame)


def test_words_that_would_cover_the_band_are_found_and_the_rest_keeps_off_it() -> None:
    laid = lay(order("back", text=long()))
    assert "pages.overset" in laid.codes
    assert laid.findings[0].span == order("back").span
    trim = laid.setting.area.trim
    assert all(at.y > trim.height * 2 / 3 for at, _ in read_runs(laid.page.frame.items))
