"""Copy for small children: phrases parted by blanks (分かち書き)."""

import pytest

from brochure.drawing.frame import text_of
from brochure.typesetting.compose import compose
from brochure.typesetting.paragraph import Alignment, paragraph
from brochure.typesetting.phrase_finder import phrase_begins
from typesetting.setting import EM, origins, style

COPY = "むかし海のそばに、小さな町がありました。"


def test_phrases_stand_apart_and_the_copy_stays_what_it_is() -> None:
    line = compose(paragraph(COPY, style("ja", Alignment.START, phrase_gap=0.5)), 60 * EM).lines[0]
    plain = compose(paragraph(COPY, style("ja", Alignment.START)), 60 * EM).lines[0]
    begins = phrase_begins(COPY, "ja")
    assert len(begins) >= 4
    wider = [round(one - other, 3) for one, other in zip(origins(line), origins(plain), strict=True)]
    gaps = {at for at in range(1, len(COPY)) if wider[at] - wider[at - 1] > 0.4}
    assert gaps == {at for at in begins if COPY[at - 1] not in "、。"}  # a mark has its blank already
    assert text_of(line.items) == COPY


@pytest.mark.parametrize("ems", [6, 8, 11, 15])
def test_a_line_ends_between_phrases(ems: int) -> None:
    made = compose(paragraph(COPY * 3, style("ja", Alignment.START, phrase_gap=0.5)), ems * EM)
    begins = set(phrase_begins(COPY * 3, "ja"))
    assert all(line.end in begins for line in made.lines[:-1])
    assert not made.findings
