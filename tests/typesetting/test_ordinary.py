"""Ordinary copy, as a slug or from a galley, is what the stick makes of it; what is not is left to the stick."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from brochure.typesetting.compose import compose
from brochure.typesetting.conventions import JIS
from brochure.typesetting.ordinary import ordinary
from brochure.typesetting.paragraph import Alignment, Breaks, Fit, HeadBracket, ParagraphStyle, Run, paragraph
from brochure.typesetting.stick import Stick
from brochure.typesetting.writing_mode import WritingMode
from typesetting.setting import EM, library, style

COPY = (
    "港は1990年4月、「Port」と呼ばれ、100%の人が（Ａ1）と書いた。",
    "「さあ、」『行こう』！？　コーヒーをキャッチ・アンド、リリース。",
    "，《海》：“1983”年；看！（了。）128g、5km。",
    "2024年",
    "図書237冊と、11年に1,774人、71・17と90(4)、5年後の111年、０と0、km9。",
    "。",
    "a 国 b，c",
    "港町——海の見える――丘は、……静か‥‥だ。「——それは」",
    "酒，——这是“老店”——人——……。",
    "人々はhttps://example.org/a/b?x=1へ、A B  Cと\u3000続く",
)


@pytest.mark.parametrize("language", ["ja", "zh_CN", "zh_TW"])
@pytest.mark.parametrize("fit", list(Fit))
@pytest.mark.parametrize("alignment", list(Alignment))
def test_ordinary_copy_is_set_as_the_stick_sets_it(
    language: str, fit: Fit, alignment: Alignment, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = style(language, alignment, fit=fit)
    copies = [(paragraph(copy * 3, chosen), ems * EM) for copy in COPY for ems in (6, 9, 14, 20)]
    cast = [compose(*copy) for copy in copies]
    monkeypatch.setattr("brochure.typesetting.compose.ordinary", lambda *_: None)
    for made, copy in zip(cast, copies, strict=True):
        assert made == compose(*copy)


STYLES = (
    style(),
    style(indent=1.0),
    style(alignment=Alignment.START, breaks=Breaks.PHRASES),
    style(alignment=Alignment.START, head_bracket=HeadBracket.HALF),
    style("zh_CN", indent=2.0),
    style("zh_TW", Alignment.CENTRE),
    replace(style(), text=replace(style().text, tracking=0.06)),
    replace(style(alignment=Alignment.START), text=replace(style().text, features=(("tnum", 1),))),
    replace(style(), text=replace(style().text, faces=library().chain("ja-mincho"))),
    replace(style("zh_CN", Alignment.END), text=replace(style("zh_CN").text, tracking=0.1)),
)


@settings(deadline=None, max_examples=300)
@given(
    st.text(alphabet="国町港あいうっゃーアー々、。，．！？：；「」（）“”・…—～　 AVfi1704９①-/.,'()%", max_size=24),
    st.sampled_from([0.8, 1.5, 6.0, 9.0, 13.0, 30.0]),
    st.sampled_from(STYLES),
)
@example("1990", 9.0, STYLES[0])
@example("「1」", 9.0, STYLES[1])
@example("港①1", 30.0, STYLES[0])
def test_any_copy_is_set_as_the_stick_sets_it(copy: str, ems: float, chosen: ParagraphStyle) -> None:
    made = compose(paragraph(copy, chosen), ems * EM)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("brochure.typesetting.compose.ordinary", lambda *_: None)
        assert made == compose(paragraph(copy, chosen), ems * EM)


NUMBERS = st.from_regex(r"(人?[1-9][0-9,.]{0,5}( km²|cm|%|（|冊|–)?[0-9]{0,4}。?){1,3}", fullmatch=True)


@settings(deadline=None, max_examples=300)
@given(NUMBERS, st.sampled_from([6.0, 30.0]), st.sampled_from(STYLES))
def test_any_number_is_set_as_the_stick_sets_it(copy: str, ems: float, chosen: ParagraphStyle) -> None:
    made = compose(paragraph(copy, chosen), ems * EM)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("brochure.typesetting.compose.ordinary", lambda *_: None)
        assert made == compose(paragraph(copy, chosen), ems * EM)


def test_figures_alone_are_a_slug() -> None:
    chosen = style(alignment=Alignment.START)
    read = ordinary((Run("1990", chosen.text),), chosen, False)
    assert read is not None
    assert read.slug(100_000) == compose(paragraph("1990", chosen), 1000.0).lines[0]
    assert read.slug(1000) is None


def test_styles_of_one_typeface_have_one_founder(monkeypatch: pytest.MonkeyPatch) -> None:
    ordinary((Run("港1港", style().text),), style(), False)
    monkeypatch.setattr("brochure.typesetting.logotypes.Stick", None)
    larger = replace(style(), text=replace(style().text, size=3 * EM))
    assert ordinary((Run("町2町", larger.text),), larger, False) is not None


def test_numbers_are_cast_once_for_all_where_figures_are_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    sticks: list[str] = []

    class Counting(Stick):
        def __init__(self, runs: tuple[Run, ...], style: ParagraphStyle, is_relaxed: bool) -> None:
            sticks.append(runs[0].text)
            super().__init__(runs, style, is_relaxed)

    monkeypatch.setattr("brochure.typesetting.logotypes.Stick", Counting)
    chosen = style()
    for number in range(100, 200):
        assert ordinary((Run(f"本{number}冊", chosen.text),), chosen, False) is not None
    assert len(sticks) <= 2  # one to see that figures are alike, one for the piece


@pytest.mark.parametrize("copy", ["港は1990年、Web。", "「港」は、港。", "港——の町……"])
def test_japanese_figures_and_dashes_are_ordinary(copy: str) -> None:
    assert _is_ordinary(copy, style())


@pytest.mark.parametrize("copy", ["港\u2060の町", "港\nの町", "港\x07の町", "ぱの町", "", "Port 1990"])
def test_what_changes_with_its_neighbours_or_cannot_be_drawn_is_left_to_the_stick(copy: str) -> None:
    assert not _is_ordinary(copy, style())


@pytest.mark.parametrize(
    "changes", [{"writing_mode": WritingMode.VERTICAL}, {"hyphenation": "en"}, {"phrase_gap": 0.5}]
)
def test_other_settings_are_left_to_the_stick(changes: dict[str, object]) -> None:
    assert not _is_ordinary("港は1990年", style(**changes))  # type: ignore[arg-type]


def test_runs_of_another_size_are_left_to_the_stick() -> None:
    chosen = style()
    assert ordinary((Run("港", replace(chosen.text, size=2 * EM)),), chosen, False) is None


def test_what_is_cast_by_one_set_of_conventions_is_not_set_by_another() -> None:
    wide = replace(JIS, latin_gap=500)
    styles = [style(alignment=Alignment.START, conventions=each) for each in (JIS, wide, JIS)]
    first, other, again = (compose(paragraph("港1港", each), 20 * EM).lines[0].width for each in styles)
    assert first == again
    assert other == pytest.approx(first + 0.5 * EM)


def _is_ordinary(copy: str, chosen: ParagraphStyle) -> bool:
    return ordinary((Run(copy, chosen.text),), chosen, False) is not None
