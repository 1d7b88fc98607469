"""Kanji, Latin and quotes of one run and face are one run of glyphs on the page; the setting is the same for it."""

import pytest
from msgspec.structs import replace

from brochure.drawing.frame import Glyphs, items_of
from brochure.typesetting import galley
from brochure.typesetting.compose import compose
from brochure.typesetting.paragraph import Alignment, Paragraph, Run, paragraph
from typesetting.setting import EM, composed, origins, style

COPY = "港は1990年4月、“Port”と呼ばれ、—100%の人が（Ａ1）と書いた。" * 3


def _runs(text: str, **changes: object) -> list[str]:
    return [item.text for item in items_of(composed(text, 60, **changes).lines[0].items, Glyphs)]


def test_a_line_of_one_run_and_face_is_one_run_of_glyphs() -> None:
    assert _runs("港は1990年、“Port”と") == ["港は1990年、“Port”と"]


def test_a_dash_of_two_characters_and_one_glyph_is_joined_too() -> None:
    (run,) = items_of(composed("港——1990年", 60).lines[0].items, Glyphs)
    assert run.text == "港——1990年"
    assert run.texts == ("港", "——", *"1990年")
    assert len(run.ids) == 2 * len(run.texts)


def test_a_cluster_of_several_glyphs_is_not_joined() -> None:
    assert _runs("港x\u0323\u0308y港") == ["港", "x\u0323\u0308y", "港"]


def test_other_runs_are_not_joined() -> None:
    chosen = style()
    large = replace(chosen.text, size=2 * EM)
    made = compose(Paragraph((Run("港1", chosen.text), Run("2船", large)), chosen), 60 * EM)
    assert [item.text for item in items_of(made.lines[0].items, Glyphs)] == ["港1", "2船"]


@pytest.mark.parametrize("alignment", [Alignment.JUSTIFIED, Alignment.START, Alignment.SPREAD])
@pytest.mark.parametrize("ems", [9, 14, 20])
def test_joined_or_not_every_glyph_stands_where_it_stood(
    alignment: Alignment, ems: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    together = compose(paragraph(COPY, style(alignment=alignment)), ems * EM)
    monkeypatch.setattr(galley, "joined", tuple)
    monkeypatch.setattr("brochure.typesetting.compose.ordinary", lambda *_: None)
    apart = compose(paragraph(COPY, style(alignment=alignment)), ems * EM)
    assert any(len(line.items) > 1 for line in apart.lines)
    for one, other in zip(together.lines, apart.lines, strict=True):
        assert one.text == other.text
        assert origins(one) == pytest.approx(origins(other), abs=0.0002)


def test_a_word_that_comes_back_is_set_by_what_stands_beside_it() -> None:
    first = origins(composed("港Web港", 60, alignment=Alignment.START).lines[0])
    again = origins(composed("「Web」", 60, alignment=Alignment.START).lines[0])
    assert first[1] == pytest.approx(1.25)  # a quarter em beside kanji
    assert again[1] == pytest.approx(0.5)  # solid after a bracket of half an em
