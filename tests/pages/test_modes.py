"""Two languages in one booklet: facing pages, and each word in the faces and conventions of its own language."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from shipped.booklet import edition as shipped_edition

from brochure.content.page_content import Mode
from brochure.content.text import Text
from brochure.diagnostics import Severity
from brochure.drawing.frame import Anchor, Group, Path, Placed, Tagged, items_of, text_of
from brochure.drawing.structure import Role
from brochure.layout.page import Page
from brochure.layout.text_block import Words
from brochure.pages import PAGE_TYPES
from brochure.pages.modes import lay_out
from brochure.pages.page_type import Setting
from brochure.pages.slots import set_foot_band
from pages.setting import KANA, bilingual, edition, elements, order, project, read_runs, setting, words

PARALLEL = {"edition": edition(mode=Mode.PARALLEL)}


def faced(name: str, number: int = 8, **changes: object):
    own = bilingual("ja", "zh_CN", number=number, **PARALLEL)
    content = order(name, **changes)
    return lay_out(PAGE_TYPES[content.type], content, own), own


def test_a_type_that_cannot_be_set_in_columns_is_set_on_facing_pages() -> None:
    (left, right), own = faced("citizens")
    assert len(own.report) == 0
    title = order("citizens").title
    assert elements(left, Role.HEADING_1)[0][1] == words(title)
    assert elements(right, Role.HEADING_1)[0][1] == words(title, "zh_CN")
    assert KANA.search(text_of(left.frame.items))
    assert not KANA.search(text_of(right.frame.items))
    assert (left.running_head, right.running_head) == (words(title), words(title, "zh_CN"))


def test_facing_pages_stand_in_the_type_areas_of_their_own_sides() -> None:
    pages, own = faced("timeline", pages=2)
    assert len(pages) == 4
    for index, page in enumerate(pages):
        box = own.area.box((8 + index) % 2 == 1)
        for at, run in read_runs(page.frame.items):
            assert box.x - run.size / 2 <= at.x <= box.right


def test_each_page_of_a_facing_order_has_an_anchor_of_its_own() -> None:
    pages, _ = faced("citizens")
    anchors = [item.name for page in pages for item in items_of(page.frame.items, Anchor)]
    assert anchors == ["citizens", "citizens-zh_CN"]
    assert [page.bookmarks[0].anchor for page in pages] == anchors


def across(page: Page) -> tuple[Path, Placed] | None:
    """The cut of a drawing that runs on over the next page, and the drawing in its place."""
    for placed in page.frame.items:
        inside = placed.item.items[0].item if isinstance(placed.item, Tagged) else None
        if isinstance(inside, Group) and inside.clip and placed.item.role is Role.ARTIFACT:
            return inside.clip, inside.items[0]
    return None


def banded(lines: dict[str, int], number: int = 2) -> tuple[tuple[Page, ...], Setting]:
    """Facing pages with a drawing at the foot, the copy of each language so many lines deep."""

    class Banded:
        name, modes, least_fill = "banded", (Mode.FACING,), 0.0

        @staticmethod
        def lay_out(content, setting):
            page, box = setting.begin(), setting.box()
            depth = box.y + lines[setting.language.tag] * setting.area.line_feed
            set_foot_band(page, content, box, depth, setting)
            return (setting.finish(page, content, "banded"),)

    own = bilingual("ja", "zh_CN", number=number, **PARALLEL)
    return lay_out(Banded, order("background", art="cherry"), own), own  # type: ignore[arg-type]


def test_one_drawing_runs_across_facing_pages_each_cut_to_its_half() -> None:
    (left, right), own = banded({"ja": 24, "zh_CN": 22})
    shown, other = across(left), across(right)
    assert shown is not None
    assert other is not None
    assert shown[0] == other[0]
    assert shown[1].item == other[1].item
    assert shown[1].x - other[1].x == pytest.approx(own.area.trim.width)
    assert shown[1].y == other[1].y


def test_pages_that_share_no_opening_have_a_whole_drawing_each() -> None:
    pages, _ = banded({"ja": 22, "zh_CN": 22}, number=9)
    assert [across(page) for page in pages] == [None, None]
    assert all(any(isinstance(each.item, Tagged) for each in page.frame.items) for page in pages)


def test_where_the_copy_of_one_language_leaves_no_room_neither_page_has_a_band() -> None:
    pages, _ = banded({"ja": 40, "zh_CN": 10})
    assert [across(page) for page in pages] == [None, None]
    assert not any(isinstance(each.item, Tagged) for page in pages for each in page.frame.items)


def test_a_talk_shared_out_over_an_opening_has_one_drawing_at_its_foot() -> None:
    ordered = shipped_edition("hokkaido-china")
    talk = next(each for each in project().pages[ordered.id] if each.type == "kids")
    left, right = (across(page) for page in PAGE_TYPES["kids"].lay_out(talk, setting(number=14, edition=ordered)))
    assert left is not None
    assert right is not None
    assert left[0] == right[0]
    assert left[1].item == right[1].item
    overleaf = PAGE_TYPES["kids"].lay_out(talk, setting(number=13, edition=ordered))
    assert [across(page) for page in overleaf] == [None, None]


def test_a_facing_order_that_begins_on_the_front_of_a_leaf_is_found() -> None:
    _, own = faced("citizens", number=9)
    (finding,) = own.report
    assert (finding.code, finding.severity) == ("pages.not-facing", Severity.WARNING)
    assert dict(finding.message.values)["number"] == 9


def test_a_mode_the_type_cannot_be_set_in_is_refused_with_those_it_can() -> None:
    pages, own = faced("citizens", mode=Mode.STACKED)
    assert len(pages) == 2
    (finding,) = own.report
    assert finding.code == "pages.mode"
    assert dict(finding.hints[0].values)["known"] == "facing"


def test_another_number_of_pages_in_each_language_is_found_and_no_page_is_lost() -> None:
    class Uneven:
        name, modes, least_fill = "uneven", (Mode.FACING,), 0.0

        @staticmethod
        def lay_out(content, setting):
            count = 2 if setting.language.tag == "ja" else 1
            return tuple(setting.finish(setting.begin(), content, "uneven", offset) for offset in range(count))

    own = bilingual("ja", "zh_CN", number=2, **PARALLEL)
    pages = lay_out(Uneven, order("background"), own)  # type: ignore[arg-type]
    assert len(pages) == 3
    assert [each.code for each in own.report] == ["pages.unequal"]
    assert dict(own.report.diagnostics[0].message.values)["counted"] == "ja 2, zh_CN 1"


def test_one_language_alone_is_set_as_ever() -> None:
    own = replace(bilingual("ja", "zh_CN", number=9), companions=())
    assert len(lay_out(PAGE_TYPES["background"], order("background"), own)) == 1
    assert len(own.report) == 0


def test_words_are_set_in_the_faces_of_their_own_language_whoever_sets_them() -> None:
    own = bilingual("ja", "zh_CN")
    chinese = own.companions[0].typesetter
    strips = own.typesetter.text(Words("直接刃骨角", "tests.x", "zh_CN"), "body", 400.0)
    assert strips == chinese.text(Words("直接刃骨角", "tests.x", "zh_CN"), "body", 400.0)
    japanese = own.typesetter.text(Words("直接刃骨角", "tests.x", "ja"), "body", 400.0)
    faces = [{run.face for _, run in read_runs(strip[0].items)} for strip in (strips, japanese)]
    assert faces[0].isdisjoint(faces[1])
    assert strips[0].element.language == "zh_CN"


@pytest.mark.parametrize("mode", [Mode.STACKED, Mode.PARALLEL])
def test_titles_of_two_languages_stand_one_under_the_other_or_side_by_side(mode: Mode) -> None:
    own = replace(bilingual("ja", "zh_CN", number=8), mode=mode)
    page = own.begin()
    below = own.title(page, order("background"), own.box())
    frame = page.finish()
    tags = [item for item in items_of(frame.items, Tagged) if item.role is Role.HEADING_1]
    assert [tag.language for tag in tags] == ["ja", "zh_CN"]
    starts = {run.text[0]: at for at, run in read_runs(frame.items) if run.size == 19}
    (first, second) = starts.values()
    assert (first.x == second.x) == (mode is Mode.STACKED)
    assert (first.y == second.y) == (mode is Mode.PARALLEL)
    assert (below.y - own.box().y) % own.area.line_feed == pytest.approx(0)


def test_the_running_head_and_the_bookmark_name_the_page_in_both_languages() -> None:
    own = replace(bilingual("ja", "zh_CN", number=8), mode=Mode.STACKED)
    page = own.finish(
        own.begin(), order("background", bookmark=Text("奥付", "editions.rumoi.pages.colophon.title")), "x"
    )
    assert [head.language for head in page.running_heads] == ["ja", "zh_CN"]
    assert page.bookmarks[0].title == "／".join(head.text for head in page.running_heads)
