"""What an author marks in copy becomes runs, and stands so in the lines of every paragraph."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from brochure.content.marks import parse_marks, plain
from brochure.drawing.frame import Glyphs, Link, Shape, Tagged, items_of, text_of
from brochure.drawing.structure import Role
from brochure.layout.inline import first_readings, runs_of
from brochure.layout.styles import Readings, Style
from brochure.layout.text_block import Typesetter, Words
from brochure.typesetting.line import UNREADABLE
from brochure.typesetting.paragraph import Emphasis, Setting, SideLine
from brochure.typesetting.ruby import RubyKind
from layout.setting import typesetter


def _words(source: str) -> Words:
    return Words(plain(source), "stories.port.text", "ja", parse_marks(source))


def _style(language: str = "ja", **changes: object) -> Style:
    body = typesetter().styles["body"]
    text = replace(body.paragraph.text, language=language)
    changed = replace(body, paragraph=replace(body.paragraph, text=text))
    return replace(changed, **changes)  # type: ignore[arg-type]


@pytest.fixture
def setter() -> Typesetter:
    return Typesetter(typesetter().styles, "ja")


@pytest.mark.parametrize(
    ("source", "language", "kind", "readings"),
    [
        ("｜国《くに》", "ja", RubyKind.MONO, ("くに",)),
        ("｜留萌《るもい》", "ja", RubyKind.GROUP, ("るもい",)),
        ("｜留萌《る|もい》", "ja", RubyKind.JUKUGO, ("る", "もい")),
        ("｜葛\U000e0100飾《かつ|しか》", "ja", RubyKind.JUKUGO, ("かつ", "しか")),
        ("｜营口《Yíngkǒu》", "zh_CN", RubyKind.PINYIN, ("Yíngkǒu",)),
        ("｜营口《yíng kǒu》", "zh_CN", RubyKind.PINYIN, ("yíng", "kǒu")),
        ("｜營口《ㄧㄥˊ ㄎㄡˇ》", "zh_TW", RubyKind.BOPOMOFO, ("ㄧㄥˊ", "ㄎㄡˇ")),
    ],
)
def test_a_reading_is_what_it_is_written_as(
    source: str, language: str, kind: RubyKind, readings: tuple[str, ...]
) -> None:
    ((run,), findings) = runs_of(parse_marks(source), _style(language))
    assert run.ruby is not None
    assert (run.ruby.kind, run.ruby.readings) == (kind, readings)
    assert not findings


def test_a_reading_that_does_not_answer_its_characters_is_set_over_the_word_and_told() -> None:
    (_, run), findings = runs_of(parse_marks("去｜营口市《Yíng kǒu》"), _style("zh_CN"))
    assert run.ruby is not None
    assert (run.ruby.kind, run.ruby.readings) == (RubyKind.GROUP, ("Yíng kǒu",))
    assert [(each.code, each.text, each.offset) for each in findings] == [(UNREADABLE, "营口市《Yíng kǒu》", 1)]
    assert findings[0].diagnostic(None).hints


def test_a_style_says_how_large_its_readings_are_and_whether_there_are_any() -> None:
    pieces = parse_marks("｜留萌《るもい》")
    (small,), _ = runs_of(pieces, _style(ruby_size=0.3))
    assert small.ruby is not None
    assert small.ruby.scale == 0.3
    (none,), _ = runs_of(pieces, _style(readings=Readings.NONE))
    assert none.ruby is None


def test_every_other_mark_is_a_quality_of_its_run() -> None:
    strong = replace(_style().paragraph.text, size=9.0)
    source = "{strong:太}{dots:点}{name:人}{book:書}{across:12}{warichu:注}{raised:1}{link:年|#years}"
    runs, _ = runs_of(parse_marks(source), _style(strong=strong))
    assert [run.style.size for run in runs] == [9.0] + [10.0] * 7
    assert [run.emphasis for run in runs] == [None, Emphasis.USUAL, *[None] * 6]
    assert [run.side_line for run in runs] == [
        None,
        None,
        SideLine.PROPER_NAME,
        SideLine.BOOK_TITLE,
        *[None] * 4,
    ]
    settings = [Setting.TATE_CHU_YOKO, Setting.WARICHU, Setting.RAISED]
    assert [run.setting for run in runs] == [*[Setting.NORMAL] * 4, *settings, Setting.NORMAL]
    assert [run.target for run in runs] == [*[""] * 7, "#years"]


def test_only_the_first_reading_of_a_word_is_kept(setter: Typesetter) -> None:
    source = "｜留萌《るもい》と｜留萌《るもい》と｜鰊《にしん》"
    assert [piece.ruby for piece in first_readings(parse_marks(source))] == ["るもい", "", "", "", "にしん"]
    (strip,) = setter.text(_words(source), replace(setter.styles["body"], readings=Readings.FIRST), 300)
    assert _read(strip.items) == [("留萌", "るもい"), ("鰊", "にしん")]


def test_a_word_with_its_reading_is_one_element_and_the_copy_is_its_base(setter: Typesetter) -> None:
    (strip,) = setter.text(_words("港町｜留萌《る|もい》の｜葛\U000e0100《くず》。"), "body", 300)
    assert text_of(strip.items) == "港町留萌の葛\U000e0100。"
    assert _read(strip.items) == [("留萌", "るもい"), ("葛\U000e0100", "くず")]


def test_a_word_parted_by_a_line_end_keeps_each_part_its_own_reading(setter: Typesetter) -> None:
    strips = setter.text(_words("海の港の町の｜留萌《る|もい》の人と船と空と鳥。"), "body", 80)
    assert [_read(strip.items) for strip in strips[:2]] == [[("留", "る")], [("萌", "もい")]]


def test_paragraphs_and_line_ends_are_found_among_marks(setter: Typesetter) -> None:
    source = "\n{strong:海と\n｜留萌《る|もい》}の\nport\nof {link:call|#map}\n\n{name:営\n口}の海\n"
    strips = setter.text(_words(source), "body", 400)
    assert [text_of(strip.items) for strip in strips] == ["海と留萌のport of call", "営口の海"]
    assert [strip.element.number for strip in strips] == [0, 1]
    assert len(items_of(strips[1].items, Shape)) == 1


def test_a_line_along_a_name_does_not_stop_at_a_reading(setter: Typesetter) -> None:
    (strip,) = setter.text(_words("{name:{留萌|るもい}市}と{name:営口}{name:瀋陽}"), "body", 400)
    lines = items_of(strip.items, Shape)
    assert len(lines) == 3  # 留萌市 as one; 営口 and 瀋陽 parted


def test_a_link_covers_its_words(setter: Typesetter) -> None:
    (strip,) = setter.text(_words("詳しくは{link:年表|#timeline}へ。"), "body", 400)
    (link,) = items_of(strip.items, Link)
    assert link.target == "#timeline"
    assert link.size.width == pytest.approx(20.0)


def test_a_label_prints_plain_words(setter: Typesetter) -> None:
    words = _words("｜留萌《るもい》")
    assert text_of(setter.label(words.text, "cell").items) == "留萌"


def _read(items: object) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for item in items_of(items, Tagged):  # type: ignore[arg-type]
        if item.role is Role.RUBY:
            base, reading = (part.item for part in item.items)
            assert isinstance(base, Tagged)
            assert isinstance(reading, Tagged)
            assert (base.role, reading.role) == (Role.RUBY_BASE, Role.RUBY_TEXT)
            spoken = "".join(each.text for each in items_of(reading.items, Glyphs))
            found.append((text_of(base.items), spoken))
    return found
