"""Copy becomes strips: a line each, widows and orphans kept, headings in whole lines of the grid."""

import pickle

import pytest

from brochure.drawing.frame import Glyphs, Tagged, text_of, walk
from brochure.drawing.structure import Role
from brochure.layout.text_block import Said, Typesetter, Words, paragraphs
from brochure.typesetting.paragraph import Run
from layout.setting import FEED, typesetter

LONG = "留萌市は、北海道の日本海沿岸にある港町です。" * 3


@pytest.fixture
def setter() -> Typesetter:
    return Typesetter(typesetter().styles, "ja")


def test_copy_is_parted_at_empty_lines_only() -> None:
    assert paragraphs("海と\n港\n\n二つの\nまち\n") == ("海と港", "二つのまち")
    assert paragraphs("Port of\nRumoi") == ("Port of Rumoi",)
    assert paragraphs("\n\n") == ()


def test_each_line_is_a_strip_of_the_line_feed(setter: Typesetter) -> None:
    strips = setter.text(Words(LONG, "cities.rumoi.lead"), "body", 200)
    assert len(strips) > 2
    assert {strip.height for strip in strips} == {FEED}
    assert "".join(text_of(strip.items) for strip in strips) == LONG
    assert {strip.element.origin for strip in strips} == {"cities.rumoi.lead"}


def test_copy_that_comes_back_is_told_of_each_time(setter: Typesetter) -> None:
    once = setter.text(Words("港\x07", "first"), "body", 200)
    again = setter.text(Words("港\x07", "second"), "body", 200)
    assert [key for key, _ in setter.findings] == ["first", "second"]
    assert [strip.items for strip in once] == [strip.items for strip in again]


def test_copy_that_comes_back_stands_in_its_own_element_and_measure(setter: Typesetter) -> None:
    first = setter.text(Words(LONG, "first"), "body", 200)
    second = setter.text(Words(LONG, "second"), "body", 200)
    narrow = setter.text(Words(LONG, "first"), "body", 120)
    assert {strip.element.origin for strip in second} == {"second"}
    assert [strip.items for strip in first] == [strip.items for strip in second]
    assert len(narrow) > len(first)


def test_of_copy_of_several_lines_the_last_is_kept_and_all_copy_of_one_line(setter: Typesetter) -> None:
    body = setter.styles["body"]
    line, first = setter.lines(Words("港"), body, 200), setter.lines(Words(LONG), body, 200)
    assert setter.lines(Words(LONG), body, 200) is first
    others = [setter.lines(Words(f"{number:02}{LONG}"), body, 200) for number in range(80)]
    assert setter.lines(Words("港"), body, 200) is line
    assert setter.lines(Words(f"79{LONG}"), body, 200) is others[-1]
    again = setter.lines(Words(LONG), body, 200)
    assert again is not first
    assert again == first


def test_the_first_two_and_the_last_two_lines_stay_together(setter: Typesetter) -> None:
    strips = setter.text(Words(LONG), "body", 120)
    keeps = [strip.keeps_next for strip in strips]
    assert keeps[0]
    assert keeps[-2]
    assert not keeps[-1]
    assert not any(keeps[1:-2])


def test_a_heading_takes_whole_lines_and_keeps_to_what_follows(setter: Typesetter) -> None:
    (strip,) = setter.text(Words("友好港湾への道のり"), "heading", 300)
    assert strip.height == 2 * FEED
    assert strip.keeps_next
    (three,) = setter.text(Words("友好港湾への道のりをたどる三十年"), "heading", 60)
    assert three.height % FEED == 0
    assert three.height > 2 * FEED


def test_a_heading_of_two_lines_stands_in_three_with_half_a_line_above_and_below(setter: Typesetter) -> None:
    (one,) = setter.text(Words("上の行"), "heading", 300)
    (two,) = setter.text(Words("上の行\n下の行"), "heading", 300)
    assert two.height == 3 * FEED
    tops = sorted({each.y for each in two.items})
    assert tops[0] == pytest.approx(one.items[0].y)
    assert tops[1] - tops[0] == pytest.approx(FEED)


def test_a_line_end_typed_in_a_heading_is_kept(setter: Typesetter) -> None:
    (strip,) = setter.text(Words("海でつながる、\n二つの港"), "heading", 400)
    baselines = {each.y for each in strip.items if isinstance(each.item, Glyphs)}
    assert len(baselines) == 2


def test_two_paragraphs_are_two_elements(setter: Typesetter) -> None:
    strips = setter.text(Words("海。\n\n港。"), "body", 200)
    assert [strip.element.number for strip in strips] == [0, 1]


def test_no_words_are_no_strips(setter: Typesetter) -> None:
    assert setter.text(Words(""), "body", 200) == ()
    assert setter.text(Words(""), "heading", 200) == ()


def test_a_label_is_as_wide_as_its_words_and_tagged(setter: Typesetter) -> None:
    frame = setter.label("営口", "cell", "cities.yingkou.name")
    assert frame.size == (20.0, FEED)
    tag = frame.items[0].item
    assert isinstance(tag, Tagged)
    assert (tag.role, tag.origin) == (Role.SPAN, "cities.yingkou.name")
    hidden = setter.label("9", "cell", is_artifact=True).items[0].item
    assert isinstance(hidden, Tagged)
    assert hidden.role is Role.ARTIFACT


def test_what_gives_way_is_kept_with_its_key(setter: Typesetter) -> None:
    setter.text(Words("港\U0010fffd", "cities.rumoi.motto"), "body", 200)
    assert [(origin, finding.text) for origin, finding in setter.findings] == [("cities.rumoi.motto", "\U0010fffd")]


def test_runs_of_one_paragraph_flow_on(setter: Typesetter) -> None:
    chosen = setter.styles["cell"]
    text = chosen.paragraph.text
    strips = setter.runs((Run("港は", text), Run("こちら", text, "#map")), chosen, 200, "x")
    assert len(strips) == 1
    assert sum(isinstance(placed.item, Glyphs) for placed in walk(strips[0].items)) == 2


def test_words_that_know_their_key_know_it_in_another_process_too() -> None:
    again = pickle.loads(pickle.dumps(Said("港", "map.port")))
    assert (again, again.origin, type(again)) == ("港", "map.port", Said)
