"""Gaps between bodies: JLReq's Table 1 and the conventions of GB and Taiwan."""

import pytest

from brochure.typesetting.paragraph import Alignment
from typesetting.setting import composed, origins


@pytest.mark.parametrize(
    ("language", "copy", "wanted"),
    [
        ("ja", "国、国", [0, 1, 2]),
        ("ja", "国「国", [0, 1, 2]),
        ("ja", "国」「国", [0, 1, 1.5, 2.5]),
        ("ja", "国。」国", [0, 1, 1.5, 2.5]),
        ("ja", "国」。国", [0, 1, 1.5, 2.5]),
        ("ja", "国・国", [0, 1, 2]),
        ("ja", "国「「国", [0, 1, 1.5, 2.5]),
        ("ja", "国！国", [0, 1, 2]),
        ("ja", "国……国", [0, 1, 2, 3]),
        ("zh_CN", "国，“国", [0, 1, 1.5, 2.5]),
        ("zh_CN", "国：“国", [0, 1, 1.5, 2.5]),
        ("zh_CN", "国！”国", [0, 1, 1.5, 2.5]),
        ("zh_CN", "《国》《国》", [-0.5, 0.5, 1.5, 2, 3, 4]),
        ("zh_TW", "國，國。國", [0, 1, 2, 3, 4]),
        ("zh_TW", "國」，國", [0, 1, 1.5, 2.5]),
    ],
)
def test_origins_of_punctuation(language: str, copy: str, wanted: list[float]) -> None:
    assert origins(composed(copy, 40, language, alignment=Alignment.START).lines[0]) == pytest.approx(wanted, abs=0.002)


def test_a_quarter_em_parts_han_and_latin_but_not_at_line_ends() -> None:
    line = composed("国A国", 40, alignment=Alignment.START).lines[0]
    at = origins(line)
    assert at[1] == pytest.approx(1.25, abs=0.002)
    assert origins(composed("A国", 40, alignment=Alignment.START).lines[0])[0] == 0


def test_an_opening_bracket_at_a_line_head_stands_flush() -> None:
    """天付き: the bracket's body is half an em; its glyph begins half an em before it."""
    assert origins(composed("「国」", 40, alignment=Alignment.START).lines[0]) == pytest.approx([-0.5, 0.5, 1.5])


def test_the_indent_is_of_the_first_line_alone() -> None:
    lines = composed("国" * 30, 14.0, indent=1.0).lines
    assert origins(lines[0])[0] == 1
    assert origins(lines[1])[0] == 0


def test_tracking_is_added_between_characters() -> None:
    from msgspec.structs import replace

    from brochure.typesetting.compose import compose
    from brochure.typesetting.paragraph import paragraph
    from typesetting.setting import style

    plain = style(alignment=Alignment.START)
    wide = replace(plain, text=replace(plain.text, tracking=0.1))
    assert origins(compose(paragraph("国国国", wide), 400).lines[0]) == pytest.approx([0, 1.1, 2.2])
