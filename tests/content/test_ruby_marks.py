"""Readings in copy: every form an author may write them in, and what is told of a mark that is wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.content.text import Piece, Text, normal_marks, parse_marks, plain, wrong_marks
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
        "content.broken-reading",
        "content.miscounted-reading",
        "content.empty-reading",
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


@given(st.text(alphabet="留萌るもい｜|《》{} \nㄇ", max_size=30))
def test_any_copy_is_cut_without_loss(copy: str) -> None:
    pieces = parse_marks(copy)
    assert "".join(piece.base for piece in pieces) == plain(copy)
    assert parse_marks(normal_marks(copy)) == pieces or list(wrong_marks(copy))
    if not list(wrong_marks(copy)):
        assert all(piece.parts for piece in pieces)
        assert all(len(piece.parts) in (1, len(piece.characters)) for piece in pieces)
