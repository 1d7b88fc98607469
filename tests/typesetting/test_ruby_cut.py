"""A word with its reading cut by a line's end: what its halves reach out is in the line, and counted once."""

import pytest

from brochure.typesetting.compose import compose
from brochure.typesetting.paragraph import Paragraph, Run
from brochure.typesetting.ruby import Ruby, RubyKind
from typesetting.setting import EM, style


@pytest.mark.parametrize(("ems", "before"), [(9, "港の町が見え、丘"), (11, "港の町が見え、丘の上")])
def test_a_line_that_ends_within_a_word_is_as_wide_as_its_measure_and_not_told_to_run_over(
    ems: int, before: str
) -> None:
    chosen = style()
    word = Run("遼東", chosen.text, ruby=Ruby(("りょう", "とう"), RubyKind.JUKUGO))
    runs = Run(before, chosen.text), word, Run("の港の町が見える丘の上にある。", chosen.text)
    made = compose(Paragraph(runs, chosen), ems * EM)
    assert made.lines[0].text == before + "遼"
    assert made.lines[0].width == pytest.approx(ems * EM)
    assert made.findings == ()
