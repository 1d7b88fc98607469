"""Ordinary copy set from logotypes is what the stick makes of it, and what is not ordinary is left to the stick."""

import pytest
from msgspec.structs import replace

from brochure.typesetting.compose import compose
from brochure.typesetting.conventions import JIS
from brochure.typesetting.logotypes import ordinary
from brochure.typesetting.paragraph import Alignment, Fit, ParagraphStyle, Run, paragraph
from brochure.typesetting.stick import Stick
from brochure.typesetting.writing_mode import WritingMode
from typesetting.setting import EM, style

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
