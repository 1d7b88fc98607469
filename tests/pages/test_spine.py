"""The spine: words in one line down its middle, as large as it is thick for, and none where it is too thin."""

from __future__ import annotations

import pytest
from msgspec import convert
from msgspec.structs import replace

from brochure.book.paginate import next_number, paginate, spine_of
from brochure.content.text import Text
from brochure.drawing.frame import Glyphs, text_of
from brochure.drawing.units import mm
from brochure.layout.page import Page
from brochure.pages import PAGE_TYPES
from brochure.pages.modes import lay_out
from brochure.pages.page_type import Setting
from brochure.pages.spine.content import SpineContent
from brochure.source.model import changed
from pages.setting import bilingual, edition, order, read_runs, setting

SPINE = PAGE_TYPES["spine"]
BOUND = edition(binding="perfect")


def _content() -> SpineContent:
    return convert({"id": "spine", "type": "spine", "title": order("cover").title}, SpineContent)


def _spine(own: Setting) -> Page:
    (page,) = lay_out(SPINE, _content(), own)
    return page


def _glyphs(page: Page) -> list[tuple[float, float, Glyphs]]:
    return [(at.x, at.y, run) for at, run in read_runs(page.frame.items)]


@pytest.mark.parametrize(("thick", "size"), [(4.0, 7.5), (6.0, 10.5), (12.0, 15.0)])
def test_its_type_is_chosen_by_its_thickness_and_stands_in_its_middle(thick: float, size: float) -> None:
    own = setting("ja", edition=BOUND, spine=mm(thick))
    page = _spine(own)
    assert page.frame.size.width == pytest.approx(mm(thick))
    glyphs = _glyphs(page)
    assert {item.size for _, _, item in glyphs} == {size}
    upright = [(x, y, item) for x, y, item in glyphs if item.is_vertical]
    assert upright
    assert all(abs(x - mm(thick) / 2) < 0.01 for x, _, _ in upright)
    box = own.box()
    assert all(box.y - size < y <= box.bottom for _, y, _ in glyphs)
    assert text_of(page.frame.items).endswith("2026")
    assert list(own.report) == []


@pytest.mark.parametrize(("thick", "binding"), [(3.0, "perfect"), (0.0, "perfect"), (4.0, "saddle-stitch")])
def test_one_too_thin_for_words_has_none_and_is_told(thick: float, binding: str) -> None:
    own = setting("ja", edition=edition(binding=binding), spine=mm(thick))
    page = _spine(own)
    assert page.frame.items == ()
    assert [each.code for each in own.report] == ["pages.thin-spine"]


def test_it_is_not_told_before_the_pages_are_counted() -> None:
    own = setting("ja", edition=BOUND)
    assert _spine(own).frame.items == ()
    assert list(own.report) == []


def test_two_languages_stand_one_after_the_other_each_in_its_own_face() -> None:
    own = bilingual("ja", "zh_CN", edition=BOUND, spine=mm(4))
    glyphs = _glyphs(_spine(own))
    assert len({item.face for _, _, item in glyphs}) > 1


def test_words_longer_than_the_spine_are_told() -> None:
    own = setting("ja", edition=BOUND, spine=mm(4))
    long = changed(_content(), title=Text("港" * 150))
    lay_out(SPINE, long, own)
    (found,) = [each for each in own.report if each.code == "pages.overset"]
    assert "it stands on the spine" in map(str, found.hints)
    assert not any(str(hint).startswith("it is p.") for hint in found.hints)


def test_it_is_no_page_of_the_book() -> None:
    spine = _spine(setting("ja", edition=BOUND, spine=mm(4)))
    others = [replace(spine, role="body")] * 3
    assert [page.number for page in paginate([others[0], spine, *others[1:]])] == [1, 2, 3]
    assert next_number([others[0], spine], 5) == 6
    assert spine_of([others[0], spine]) is spine
    assert spine_of(others) is None
