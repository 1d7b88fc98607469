"""Readings longer than their characters, and the kana beside them (JLReq 3.3.8)."""

import pytest

from brochure.typesetting.compose import compose
from brochure.typesetting.paragraph import Alignment, Paragraph, Run
from brochure.typesetting.ruby import Ruby, RubyKind
from typesetting.setting import EM, style


def _width(before: str, after: str, *, over: bool) -> float:
    """How wide 志 with its five kana stands between its neighbours, in em."""
    chosen = style("ja", Alignment.START, ruby_over_kana=over)
    word = Run("志", chosen.text, ruby=Ruby(("こころざし",), RubyKind.MONO))
    runs = (Run(before, chosen.text), word, Run(after, chosen.text))
    return compose(Paragraph(runs, chosen), 60 * EM).lines[0].width / EM


@pytest.mark.parametrize(
    ("before", "after", "wide"),
    [
        ("国", "国", 4.5),  # the reading is 2.5 em: three quarters of an em on either side stay free
        ("の", "国", 4.0),  # over の by half an em, the ruby's own
        ("国", "を", 4.0),
        ("の", "を", 3.5),
        ("ー", "ッ", 3.5),
    ],
)
def test_a_reading_stands_over_kana_by_one_of_its_ems_where_the_style_lets_it(
    before: str, after: str, wide: float
) -> None:
    assert _width(before, after, over=True) == pytest.approx(wide)
    assert _width(before, after, over=False) == pytest.approx(4.5)


def test_a_reading_never_stands_over_kana_that_have_one() -> None:
    widths: list[float] = []
    for over in (True, False):
        chosen = style("ja", Alignment.START, ruby_over_kana=over)
        word = Run("志", chosen.text, ruby=Ruby(("こころざし",), RubyKind.MONO))
        kana = Run("の", chosen.text, ruby=Ruby(("の",), RubyKind.MONO))
        widths.append(compose(Paragraph((kana, word), chosen), 60 * EM).lines[0].width / EM)
    assert widths == [3.5, 3.5]
