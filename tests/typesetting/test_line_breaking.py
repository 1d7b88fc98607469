"""Where lines end, and where none may."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from brochure.typesetting.conventions import GB, JIS, Conventions, Hanging, KinsokuLevel
from brochure.typesetting.cut import Cut, Measures
from brochure.typesetting.galley import Galley, set_galley
from brochure.typesetting.line import FORCED_BREAK
from brochure.typesetting.line_breaking import first_fit, total_fit
from brochure.typesetting.paragraph import Alignment, Run
from typesetting.setting import EM, composed, origins, style, texts

NEVER_FIRST = "、。，．」）』】》〉！？・：；ーぁっゃゅょッャュョ々…—”"
NEVER_LAST = "「（『【《〈“"
STORY = (
    "留萌市は、北海道の日本海沿岸にある港町です。「黄金岬」から見る夕日は、1年を通じて多くの人を集めます。"
    "1990年4月17日、留萌港と営口港は友好港湾（姉妹港）の協定を結び、11名の代表団やWebでの交流が続きました。"
)


@pytest.mark.parametrize("mark", NEVER_FIRST)
def test_a_line_never_begins_with(mark: str) -> None:
    for ems in range(13, 17):
        assert not any(line.startswith(mark) for line in texts("国" * 14 + mark + "国" * 20, ems))


@pytest.mark.parametrize("mark", NEVER_LAST)
def test_a_line_never_ends_with(mark: str) -> None:
    for ems in range(13, 17):
        assert not any(line.endswith(mark) for line in texts("国" * 14 + mark + "国" * 20, ems))


@pytest.mark.parametrize("together", ["……", "——", "1990", "12.5", "3,000", "Web", "50%", "￥100", "5℃"])
def test_what_belongs_together_is_never_parted(together: str) -> None:
    copy = "国" * 13 + together + "国" * 20
    for ems in range(12, 18):
        assert any(together in line for line in texts(copy, ems))


def test_small_kana_may_begin_a_line_in_a_narrow_measure() -> None:
    assert texts("国国国国国国国国ょ国国国", 8.0) == ["国国国国国国国国", "ょ国国国"]


def test_a_word_longer_than_the_line_is_broken_and_reported() -> None:
    made = composed("https://example.org/a-very-long-address-that-goes-on", 6.0)
    assert [finding.code for finding in made.findings[:1]] == [FORCED_BREAK]
    assert "".join(line.text for line in made.lines) == "https://example.org/a-very-long-address-that-goes-on"
    assert all(line.width <= 6.0 * EM + 0.01 for line in made.lines)


def test_a_typed_line_end_is_a_line_end() -> None:
    assert texts("海でつながる、\n二つの港", 30.0) == ["海でつながる、", "二つの港"]


def test_western_lines_end_at_spaces_and_lose_them() -> None:
    lines = composed("Port of Rumoi and Port of Yingkou", 9.0, "en", alignment=Alignment.START).lines
    assert [line.text.rstrip() for line in lines] == ["Port of Rumoi and", "Port of Yingkou"]
    assert "".join(line.text for line in lines) == "Port of Rumoi and Port of Yingkou"


def test_no_break_space_and_word_joiner_hold_and_zero_width_space_parts() -> None:
    assert texts("国国国国\u00a0国国国", 5.0, alignment=Alignment.START)[0] == "国国国"
    assert texts("国国国国\u2060国国国国", 4.0, alignment=Alignment.START)[0] == "国国国"
    assert texts("Rumoi\u200bYingkou", 4.0, "en", alignment=Alignment.START) == ["Rumoi\u200b", "Yingkou"]


def test_gb_halves_the_last_mark_of_a_line() -> None:
    assert texts("国国国国，国国", 4.5, "zh_CN") == ["国国国国，", "国国"]


def test_jis_keeps_or_gives_the_half_em_of_the_last_mark() -> None:
    for ems in (14.5, 15.0):
        lines = composed("国" * 14 + "、" + "国" * 20, ems).lines
        assert lines[0].text == "国" * 14 + "、"
        assert origins(lines[0]) == [float(number) for number in range(15)]


def test_a_mark_may_hang_only_where_it_is_allowed() -> None:
    copy = "国" * 14 + "、" + "国" * 20
    hanging = style(conventions=JIS.__class__("JIS", hanging=Hanging.ALLOW))
    assert texts(copy, 14.0, conventions=hanging.conventions)[0] == "国" * 14 + "、"
    assert texts(copy, 14.0)[0] == "国" * 13


@pytest.mark.parametrize(
    ("marks", "language"), [("。", "zh_TW"), ("。」", "zh_TW"), ("」。", "ja"), ("！？", "ja"), ("”。", "zh_CN")]
)
def test_a_character_is_alone_whatever_room_its_marks_take(marks: str, language: str) -> None:
    for length in (6, 9, 12):
        copy = "港口的友好往來也延伸到市場之中，" * 4 + "國" * length + marks
        for ems in range(18, 27):
            last = texts(copy, ems, language)[-1]
            assert len(last.strip("」”。！？")) != 1, (length, ems, last)


def test_the_last_line_is_not_one_character_where_another_paragraph_is_to_be_had() -> None:
    copy = STORY[: STORY.index("1990")] * 2
    for ems in range(13, 31):
        assert len(texts(copy, ems)[-1]) > 2


@given(st.integers(min_value=12, max_value=35), st.integers(min_value=20, max_value=len(STORY)))
def test_total_fit_never_costs_more_than_first_fit(ems: int, length: int) -> None:
    first, total = (_price(STORY[:length], ems, fit) for fit in (first_fit, total_fit))
    assert total <= first


@pytest.mark.parametrize("ems", [15, 17, 21])
def test_total_fit_helps_paragraphs_that_end_with_a_short_line_too(ems: int) -> None:
    assert any(
        _price(copy, ems, total_fit) < _price(copy, ems, first_fit)
        for length in range(40, len(STORY))
        if composed(copy := STORY[:length], ems).lines[-1].width < ems * EM / 3
    )


def _price(copy: str, ems: int, fit: Callable[[Galley, Measures, Conventions], list[Cut]]) -> float:
    chosen = style()
    galley = set_galley((Run(copy, chosen.text),), chosen, False)
    return sum(cut.price for cut in fit(galley, Measures(1000 * ems, 1000 * ems), JIS))


@given(
    st.text(alphabet="国語あいっー、。「」（）…・A1 　々", min_size=1, max_size=80),
    st.integers(min_value=3, max_value=30),
    st.sampled_from([Alignment.JUSTIFIED, Alignment.START, Alignment.CENTRE, Alignment.SPREAD]),
    st.sampled_from(["ja", "zh_CN", "zh_TW"]),
)
def test_no_copy_is_lost_and_no_line_stands_out(copy: str, ems: int, alignment: Alignment, language: str) -> None:
    made = composed(copy, ems, language, alignment=alignment)
    assert "".join(line.text for line in made.lines) == copy
    for line in made.lines:
        assert copy[line.start : line.end] == line.text
        assert line.width <= ems * EM + 0.02


@given(st.integers(min_value=13, max_value=40), st.sampled_from([JIS, GB]))
def test_every_line_but_the_last_is_flush(ems: int, conventions: object) -> None:
    lines = composed(STORY, ems, conventions=conventions).lines
    for line in lines[:-1]:
        end = line.width / EM
        assert end == pytest.approx(ems, abs=0.002) or end == pytest.approx(ems - 0.5, abs=0.002)


_BEGINNING = {
    KinsokuLevel.VERY_STRICT: "",
    KinsokuLevel.STRICT: "っー々",
    KinsokuLevel.LOOSE: "っー々・！…‐",
    KinsokuLevel.VERY_LOOSE: "っー々・！…‐％",
    KinsokuLevel.CSS_STRICT: "",
    KinsokuLevel.CSS_NORMAL: "っー‐",
    KinsokuLevel.CSS_LOOSE: "っー々・！…‐％",
}


@pytest.mark.parametrize("level", list(KinsokuLevel))
def test_each_level_frees_its_own_signs_and_brackets_are_never_freed(level: KinsokuLevel) -> None:
    rules = replace(JIS, level=level, narrow=0)
    free = [
        mark
        for mark in "っー々・！…‐％゛、。」"
        if texts(f"港港港{mark}港港", 3, conventions=rules, alignment=Alignment.START)[1].startswith(mark)
    ]
    if level in (KinsokuLevel.VERY_STRICT, KinsokuLevel.STRICT, KinsokuLevel.LOOSE):
        free.remove("％")  # JLReq keeps units with numbers only
    assert "".join(free) == "".join(mark for mark in "っー々・！…‐％" if mark in _BEGINNING[level])


def test_units_stay_with_their_numbers_but_at_the_very_loose_level() -> None:
    for level in KinsokuLevel:
        rules = replace(JIS, level=level, narrow=0)
        lines = texts("港港5℃港港", 2.9, conventions=rules, alignment=Alignment.START)
        assert ("℃港" in [line[:2] for line in lines]) is (
            level in (KinsokuLevel.VERY_LOOSE, KinsokuLevel.CSS_LOOSE)
        ), (level, lines)


@pytest.mark.parametrize("mark", "､｡｣ﾞﾟ゛゜❩﹚")
def test_signs_jlreq_does_not_list_are_kept_by_their_unicode_class(mark: str) -> None:
    assert not any(line.startswith(mark) for line in texts("国" * 14 + mark + "国" * 20, 14))


def test_the_chinese_slash_stands_at_neither_end_of_a_line() -> None:
    for mark in "/／":
        lines = [line for ems in range(13, 17) for line in texts("国" * 13 + mark + "国" * 20, ems, "zh_CN")]
        assert not any(line.startswith(mark) or line.endswith(mark) for line in lines)


def test_a_line_does_not_end_between_a_bracket_and_what_it_opens_though_spaces_part_them() -> None:
    for ems in range(13, 17):
        assert not any(line.rstrip(" ").endswith("（") for line in texts("国" * 12 + "（ 港）" + "国" * 20, ems))


def test_a_line_that_is_forced_ends_where_a_looser_level_would_let_it() -> None:
    rules = replace(JIS, narrow=0)
    made = composed("…ー" * 12, 4, conventions=rules, alignment=Alignment.START)
    assert all(line.text.startswith("ー") for line in made.lines[1:])  # 々 ー and small kana before …
    assert [finding.offset for finding in made.findings if finding.code == FORCED_BREAK] == [
        line.end for line in made.lines[:-1]
    ]
