"""Marks in copy: every form an author may write them in, and what is told of a mark that is wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.content.mark_rules import wrong_marks
from brochure.content.marks import Mark, Piece, normal_marks, parse_marks, plain, sliced
from brochure.content.text import Text
from brochure.diagnostics import Report, Span
from brochure.source.model import Model
from brochure.source.reader import read_yaml
from brochure.source.validate import validate


class _Note(Model):
    body: Text


@pytest.mark.parametrize(
    ("source", "base", "parts"),
    [
        ("｜国《くに》", "国", ("くに",)),
        ("｜留萌《るもい》", "留萌", ("るもい",)),
        ("{留萌|るもい}", "留萌", ("るもい",)),
        ("｜留萌《る|もい》", "留萌", ("る", "もい")),
        ("｜留萌《る｜もい》", "留萌", ("る", "もい")),  # the bar a Japanese keyboard gives
        ("{留萌|る|もい}", "留萌", ("る", "もい")),
        ("｜行き先《い||さき》", "行き先", ("い", "", "さき")),
        ("{行き先|い||さき}", "行き先", ("い", "", "さき")),
        ("｜留萌《Liúméng》", "留萌", ("Liúméng",)),
        ("｜留萌《Liú méng》", "留萌", ("Liú méng",)),  # whether this is pinyin is not told by its letters alone
        ("｜留萌《liu2|meng2》", "留萌", ("liu2", "meng2")),
        ("｜留萌《ㄌㄧㄡˊ ㄇㄥˊ》", "留萌", ("ㄌㄧㄡˊ", "ㄇㄥˊ")),
        ("｜留萌《ㄌㄧㄡˊㄇㄥˊ》", "留萌", ("ㄌㄧㄡˊㄇㄥˊ",)),
        ("｜葛\U000e0100飾《かつ|しか》", "葛\U000e0100飾", ("かつ", "しか")),  # a variant is one character
        ("｜か\u3099国《が|こく》", "か\u3099国", ("が", "こく")),
        ("｜𠮷野《よし|の》", "𠮷野", ("よし", "の")),
    ],
)
def test_forms_of_a_reading(source: str, base: str, parts: tuple[str, ...]) -> None:
    (piece,) = parse_marks(source)
    assert piece.base == plain(source) == base
    assert piece.parts == parts
    assert not list(wrong_marks(source))


def test_readings_among_other_words() -> None:
    assert parse_marks("港町｜留萌《る|もい》と{鰊|にしん}。") == (
        Piece("港町"),
        Piece("留萌", "る|もい"),
        Piece("と"),
        Piece("鰊", "にしん"),
        Piece("。"),
    )


def test_marks_in_their_normal_form() -> None:
    assert normal_marks("{留萌|る|もい}の｜鰊《にしん》") == "｜留萌《る|もい》の｜鰊《にしん》"


def test_book_title_marks_without_a_bar_are_words() -> None:
    assert parse_marks("《红楼梦》") == (Piece("《红楼梦》"),)
    assert not list(wrong_marks("《红楼梦》"))


@pytest.mark.parametrize(
    ("copy", "code", "offset", "length"),
    [
        ("港の｜留萌《る|も|い》。", "content.miscounted-reading", 2, 10),
        ("港の{留萌|る|も|い}。", "content.miscounted-reading", 2, 10),
        ("｜留萌市《る|もい》", "content.miscounted-reading", 0, 10),
        ("｜留萌《ㄌㄧㄡˊ ㄇㄥˊ ㄕˋ》", "content.miscounted-reading", 0, 16),
        ("｜留萌《|》", "content.empty-reading", 0, 6),
        ("｜留萌《 》", "content.empty-reading", 0, 6),
        ("港の｜留萌《るもい", "content.broken-reading", 2, 4),
        ("港の｜留萌", "content.broken-reading", 2, 3),
        ("｜留萌《》", "content.broken-reading", 0, 4),
        ("{留萌|るもい", "content.broken-reading", 0, 4),
        ("{留萌|}", "content.broken-reading", 0, 4),
    ],
)
def test_a_wrong_mark_is_told_with_its_place(copy: str, code: str, offset: int, length: int) -> None:
    (wrong,) = wrong_marks(copy)
    assert (wrong.code, wrong.offset, wrong.length) == (code, offset, length)
    assert wrong.hints


def test_every_wrong_mark_is_told() -> None:
    assert [wrong.code for wrong in wrong_marks("｜国《く|に》と｜町《 》と｜村")] == [
        "content.miscounted-reading",
        "content.empty-reading",
        "content.broken-reading",
    ]


def test_a_miscounted_reading_in_a_file_is_shown_where_it_stands() -> None:
    report = Report()
    node = read_yaml("body: 港の｜留萌《る|も|い》。\n", "note.yaml", report)
    assert node is not None
    assert validate(_Note, node, report) is None
    (finding,) = report.diagnostics
    assert finding.code == "content.miscounted-reading"
    assert finding.span == Span("note.yaml", 1, 9, 1, 19)  # after “body: 港の”, ten characters
    assert str(finding.message) == "the reading “る|も|い” has 3 parts, but “留萌” has 2 characters"


@given(st.text(alphabet="留萌るもい｜|《》{} \nㄇ\\", max_size=30))
def test_any_copy_is_cut_without_loss(copy: str) -> None:
    pieces = parse_marks(copy)
    assert "".join(piece.base for piece in pieces) == plain(copy)
    assert parse_marks(normal_marks(copy)) == pieces or list(wrong_marks(copy))
    if not list(wrong_marks(copy)):
        assert all(piece.parts for piece in pieces)
        assert all(len(piece.parts) in (1, len(piece.characters)) for piece in pieces)


@given(
    st.lists(st.sampled_from(["港", "{strong:", "{link:", "|#map}", "}", "{a|b}", "《《萌》》", "\\{", "{x:", "\n"]))
)
def test_any_heap_of_marks_is_cut_without_loss(parts: list[str]) -> None:
    copy = "".join(parts)
    pieces = parse_marks(copy)
    assert "".join(piece.base for piece in pieces) == plain(copy)
    assert parse_marks(normal_marks(copy)) == pieces
    if not list(wrong_marks(copy)):
        assert copy.count("港") == plain(copy).count("港")
        assert "{strong" not in plain(copy)


def test_a_note_is_kept_beside_the_copy_and_not_in_it() -> None:
    pieces = parse_marks("港{note:｜海《うみ》の港。}の十年")
    assert pieces == (
        Piece("港"),
        Piece("", marks=(Mark.NOTE,), note=(Piece("海", "うみ"), Piece("の港。"))),
        Piece("の十年"),
    )
    assert plain("港{note:海。}の十年") == "港の十年"
    assert [sliced(pieces, 0, 1)[1:], sliced(pieces, 1, 4)[:1]] == [(pieces[1],), (Piece("の十年"),)]
    assert [wrong.code for wrong in wrong_marks("港{note:海{note:波。}。}")] == ["content.crowded-mark"]
    assert [wrong.code for wrong in wrong_marks("港{note:}")] == ["content.empty-mark"]


@pytest.mark.parametrize("mark", [mark for mark in Mark if mark not in (Mark.LINK, Mark.NOTE)])
def test_every_mark_has_a_name_to_write_it_by(mark: Mark) -> None:
    assert parse_marks(f"港の{{{mark.value}:十年}}。") == (Piece("港の"), Piece("十年", "", (mark,)), Piece("。"))
    assert not list(wrong_marks(f"港の{{{mark.value}:十年}}。"))


def test_emphasis_marks_in_the_way_novelists_write_them() -> None:
    assert parse_marks("《《大切》》な港") == parse_marks("{dots:大切}な港")
    assert normal_marks("《《大切》》な港") == "{dots:大切}な港"
    assert plain("《《红楼梦》研究》") == "《《红楼梦》研究》"  # a title in a title is no mark


def test_marks_stand_inside_each_other_the_outermost_first() -> None:
    assert parse_marks("{strong:港の{留萌|るもい}{dots:市}}") == (
        Piece("港の", "", (Mark.STRONG,)),
        Piece("留萌", "るもい", (Mark.STRONG,)),
        Piece("市", "", (Mark.STRONG, Mark.DOTS)),
    )


def test_a_link_knows_where_it_leads() -> None:
    assert parse_marks("{link:{年表|ねんぴょう}へ|#timeline}") == (
        Piece("年表", "ねんぴょう", (Mark.LINK,), "#timeline"),
        Piece("へ", "", (Mark.LINK,), "#timeline"),
    )
    assert parse_marks("{link:官网|https://example.jp/a?b=c }") == (
        Piece("官网", "", (Mark.LINK,), "https://example.jp/a?b=c"),
    )


def test_a_line_along_a_name_goes_on_over_a_reading() -> None:
    assert [piece.goes_on for piece in parse_marks("{name:{留萌|るもい}市}{name:中国}")] == [False, True, False]


def test_a_backslash_makes_a_character_of_a_mark() -> None:
    assert parse_marks(r"集合\{a\|b\}と\｜\《") == (Piece("集合{a|b}と｜《"),)
    assert not list(wrong_marks(r"\{strong:\｜"))
    assert plain(r"C:\留萌") == r"C:\留萌"  # any other backslash is one


def test_a_mark_may_run_over_a_line_end_of_the_file() -> None:
    assert parse_marks("{strong:港\n町}") == (Piece("港\n町", "", (Mark.STRONG,)),)


@pytest.mark.parametrize(
    ("copy", "code", "offset", "length"),
    [
        ("港の{strong:十年", "content.broken-mark", 2, 8),
        ("港の{stong:十年}", "content.unknown-mark", 2, 7),
        ("港の{strong:}", "content.empty-mark", 2, 9),
        ("{link:官网}", "content.link-without-target", 0, 9),
        ("{link:官网|example.jp}", "content.link-target", 0, 20),
        ("{across:12345}", "content.long-across", 0, 14),
        ("割注{warichu:{留萌|るもい}}", "content.crowded-mark", 2, 18),
        ("{raised:{across:1}}", "content.crowded-mark", 0, 19),
    ],
)
def test_a_wrong_mark_of_another_kind_is_told_with_its_place(copy: str, code: str, offset: int, length: int) -> None:
    (wrong,) = wrong_marks(copy)
    assert (wrong.code, wrong.offset, wrong.length) == (code, offset, length)
    assert wrong.hints
