"""What a draft shows: a tint behind the words and a bar before them, on every line, and the word DRAFT at the head."""

from __future__ import annotations

from pages.setting import setting

from brochure.book.highlight import COLOURS, doubtful, highlighted
from brochure.drawing.frame import Frame, Glyphs, Group, Placed, Shape, Tagged, items_of, text_of
from brochure.drawing.geometry import Point, Size, Transform
from brochure.drawing.structure import Role
from brochure.layout.text_block import Typesetter
from brochure.translation.gate import Fault

AT = Point(20.0, 100.0)


def run(text: str, at: Point = AT, size: float = 10.0) -> Placed:
    return Placed(Glyphs("face", size, b"\0\1" * len(text), text, size * len(text)), at.x, at.y)


def tag(origin: str, *items: Placed) -> Placed:
    return Placed(Tagged(Role.PARAGRAPH, items, origin=origin))


def shown(by_key: dict[str, Fault], words: list[tuple[str, Fault]], *items: Placed) -> list[tuple[float, ...]]:
    """The boxes of the bars and tints that were drawn: x, y, width, height, in the order of painting."""
    frame = highlighted(Frame(Size(300, 400), items), doubtful(by_key, words, False), typesetter())
    inks = {colour.tint(0.28) for colour in COLOURS.values()} | set(COLOURS.values())
    found: list[tuple[float, ...]] = []
    for item in items_of(frame.items[: len(items)], Shape):
        if item.fill in inks:
            (_, x, y), _, (_, right, bottom), *_ = item.path
            found.append(tuple(round(float(n), 2) for n in (x, y, float(right) - float(x), float(bottom) - float(y))))
    return found


def typesetter() -> Typesetter:
    return setting("zh_CN").typesetter


def test_words_stand_on_a_tint_with_a_bar_before_them() -> None:
    # 10 points: body from 8.8 above the baseline to 1.2 below, 1.2 around; a bar of 1.4 at the left
    assert shown({"a": Fault.FUZZY}, [], tag("a", run("港口"))) == [(18.8, 90.0, 22.4, 12.4), (17.4, 90.0, 1.4, 12.4)]


def test_words_of_another_key_are_left_alone() -> None:
    assert shown({"a": Fault.FUZZY}, [], tag("b", run("港口"))) == []


def test_runs_of_a_line_are_one_box_and_lines_are_several() -> None:
    items = run("港口"), run("城市", Point(40.0, 100.0)), run("二", Point(20.0, 118.0))
    assert len(shown({"a": Fault.STALE}, [], tag("a", *items))) == 4  # two tints, two bars


def test_a_tag_inside_that_knows_its_own_key_is_not_its_neighbours() -> None:
    inner = tag("b", run("城市", Point(80.0, 100.0)))
    (tint, bar) = shown({"a": Fault.DRAFT}, [], tag("a", run("港口"), inner))
    assert (tint[2], bar[0]) == (22.4, 17.4)
    assert len(shown({"b": Fault.DRAFT}, [], tag("a", run("港口"), inner))) == 2


def test_a_turned_group_is_followed() -> None:
    turned = Placed(Group((run("港口", Point(0.0, 0.0)),), Transform(0.0, 1.0, -1.0, 0.0)), 50.0, 50.0)
    (tint, _) = shown({"a": Fault.TERM}, [], tag("a", turned))
    assert tint == (47.6, 48.8, 12.4, 22.4)  # as high as the words were long


def test_words_without_their_key_are_found_by_what_they_say() -> None:
    words = [("团长\n泽泉", Fault.FUZZY)]
    assert len(shown({}, words, tag("facts", run("团长"), run("泽泉　7人", Point(40.0, 100.0))))) == 2
    assert shown({}, words, tag("facts", run("团长王"))) == []


def test_a_short_word_is_looked_for_as_a_whole_line() -> None:
    assert len(shown({}, [("人", Fault.FUZZY)], tag("", run("人")))) == 2
    assert shown({}, [("人", Fault.FUZZY)], tag("", run("7人"))) == []


def test_the_page_says_it_is_a_draft_and_how_many_places_of_each_kind_it_has() -> None:
    frame = Frame(Size(300, 400), (tag("a", run("港口")), tag("b", run("市"))))
    plain = highlighted(frame, doubtful({}, (), False), typesetter())
    assert text_of(plain.items[2:]) == "DRAFT"
    marked = highlighted(frame, doubtful({"a": Fault.FUZZY, "b": Fault.MISSING}, (), True), typesetter())
    assert text_of(marked.items[2:]) == "DRAFTmissing 1fuzzy 1overset"


def test_nothing_a_hearing_reader_is_told_changes() -> None:
    frame = Frame(Size(300, 400), (tag("a", run("港口")),))
    marked = highlighted(frame, doubtful({"a": Fault.FUZZY}, (), False), typesetter())
    assert isinstance(marked.items[0].item, Tagged)
    extra = [item for item in items_of(marked.items, Tagged) if item.role is not Role.ARTIFACT]
    assert [item.origin for item in extra] == ["a"]
