"""From a paragraph to glyphs: copy, faces, links, findings."""

from brochure.diagnostics import Span
from brochure.drawing.frame import Glyphs, Link, items_of
from brochure.typesetting.compose import compose, set_line
from brochure.typesetting.line import FORBIDDEN_CHARACTER, MISSING_GLYPH
from brochure.typesetting.paragraph import Alignment, Paragraph, Run
from typesetting.setting import EM, composed, library, origins, style


def _glyphs(text: str, language: str = "ja") -> list[Glyphs]:
    line = composed(text, 60, language, alignment=Alignment.START).lines[0]
    return items_of(line.items, Glyphs)


def test_glyphs_carry_their_copy() -> None:
    assert (
        "".join(run.text for run in _glyphs("葛\U000e0100城の“港”とABC——か\u3099"))
        == "葛\U000e0100城の“港”とABC——か\u3099"
    )


def test_clusters_of_several_characters_name_what_each_glyph_stands_for() -> None:
    run = _glyphs("——")[0]
    assert run.texts[0] == "——"
    assert "".join(run.texts) == "——"


def test_a_dash_of_two_is_two_ems_in_every_language() -> None:
    for language in ("ja", "zh_CN", "zh_TW"):
        line = composed("——国", 60, language, alignment=Alignment.START).lines[0]
        assert origins(line)[-1] == 2


def test_quotes_are_full_width_in_han_text_and_narrow_in_latin() -> None:
    assert origins(composed("国“国”国", 60, "zh_CN", alignment=Alignment.START).lines[0]) == [0, 1, 2, 3, 4]
    assert composed("A ’n’ B", 60, alignment=Alignment.START).lines[0].width < 4 * EM


def test_the_chinese_face_draws_chinese() -> None:
    assert _glyphs("直")[0].face != _glyphs("直", "zh_CN")[0].face


def test_a_character_no_face_has_is_found_with_its_place() -> None:
    made = composed("港\U0010fffd港", 60)
    assert [(finding.code, finding.offset) for finding in made.findings] == [(MISSING_GLYPH, 1)]
    shown = made.findings[0].diagnostic(Span("content/a.yaml", 2, 5))
    assert dict(shown.message.values)["code_point"] == "U+10FFFD"


def test_control_characters_are_found_and_never_printed() -> None:
    made = composed("港\x07と", 60)
    assert [(finding.code, finding.text, finding.offset) for finding in made.findings][:1] == [
        (FORBIDDEN_CHARACTER, "U+0007", 1)
    ]


def test_a_run_with_a_target_is_a_link_over_its_words() -> None:
    chosen = style(alignment=Alignment.START)
    copy = Paragraph((Run("港は", chosen.text), Run("こちら", chosen.text, "#map")), chosen)
    (link,) = [each for each in compose(copy, 400).lines[0].items if isinstance(each.item, Link)]
    assert isinstance(link.item, Link)
    assert (link.x, link.item.target, link.item.size.width) == (2 * EM, "#map", 3 * EM)


def test_offsets_count_through_typed_line_ends() -> None:
    made = composed("海と\n港\x07", 60)
    assert [(line.start, line.end, line.text) for line in made.lines] == [(0, 2, "海と"), (3, 5, "港\ufffd")]
    assert made.findings[0].offset == 4


def test_nothing_composes_to_one_empty_line() -> None:
    assert [line.text for line in composed("", 10).lines] == [""]


def test_a_label_is_one_line_of_its_own_width() -> None:
    chosen = style()
    line = set_line("留萌港・営口港", chosen.text, chosen.conventions)
    assert line.width == 7 * EM


def test_the_same_copy_composes_the_same_twice() -> None:
    assert composed("留萌港と営口港、1990年。", 8) == composed("留萌港と営口港、1990年。", 8)
    assert library().by_key(_glyphs("港")[0].face).covers("港")
