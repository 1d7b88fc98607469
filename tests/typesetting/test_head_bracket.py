"""Opening brackets at the heads of paragraphs and lines: JLReq's three house styles (3.1.5)."""

import pytest

from brochure.typesetting.compose import compose
from brochure.typesetting.paragraph import Alignment, HeadBracket, paragraph
from typesetting.setting import EM, origins, style

COPY = "「港」の町。" + "港の町の船は" + "「港」の町の船"

_INDENT = {HeadBracket.FLUSH: 1.0, HeadBracket.HALF: 0.5, HeadBracket.FULL: 1.5}


def _heads(bracket: HeadBracket, alignment: Alignment = Alignment.JUSTIFIED) -> list[float]:
    """Where the bodies of the brackets at the heads of the two lines begin, in em."""
    measure = 11.5 + _INDENT[bracket]  # 「港」の町。港の町の船は without the blank before 「
    made = compose(paragraph(COPY, style("ja", alignment, indent=1.0, head_bracket=bracket)), measure * EM)
    assert [line.text[0] for line in made.lines] == ["「", "「"]
    return [origins(line)[0] + 0.5 for line in made.lines]


@pytest.mark.parametrize("alignment", [Alignment.JUSTIFIED, Alignment.START])
@pytest.mark.parametrize(
    ("bracket", "wanted"),
    [(HeadBracket.FLUSH, [1.0, 0.0]), (HeadBracket.HALF, [0.5, 0.0]), (HeadBracket.FULL, [1.5, 0.5])],
)
def test_a_bracket_stands_at_the_head_as_the_house_has_it(
    bracket: HeadBracket, wanted: list[float], alignment: Alignment
) -> None:
    assert _heads(bracket, alignment) == wanted


def test_lines_that_keep_the_blank_are_flush_at_their_ends() -> None:
    chosen = style("ja", indent=1.0, head_bracket=HeadBracket.FULL)
    made = compose(paragraph(COPY * 6, chosen), 20 * EM)
    for line in made.lines[1:-1]:
        if line.text[0] == "「" and line.text[-1] not in "。」":
            last = origins(line)[-1] + 1
            assert last == pytest.approx(20, abs=0.002), line.text
