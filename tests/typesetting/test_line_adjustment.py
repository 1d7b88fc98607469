"""Lines made flush by JLReq's steps, one used up before the next."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.typesetting.galley import set_galley
from brochure.typesetting.line_adjustment import adjusted, spread
from brochure.typesetting.paragraph import Alignment, Run
from typesetting.setting import composed, origins, style


def _galley(text: str):
    chosen = style()
    return set_galley((Run(text, chosen.text),), chosen, False)


def test_commas_give_way_before_the_quarter_em_does() -> None:
    galley = _galley("国、国A国")
    assert adjusted(galley, 0, 4, -250) == {1: -250}
    assert adjusted(galley, 0, 4, -300) == {1: -250, 2: -25, 3: -25}


def test_a_full_stop_in_mid_line_gives_nothing() -> None:
    assert adjusted(_galley("国。国国"), 0, 3, -100) == {}


def test_the_quarter_em_grows_before_han_is_parted() -> None:
    galley = _galley("国A国国")
    assert adjusted(galley, 0, 3, 500) == {0: 250, 1: 250}
    assert adjusted(galley, 0, 3, 600) == {0: 250, 1: 250, 2: 100}


def test_nothing_is_added_inside_words_numbers_or_brackets() -> None:
    assert set(adjusted(_galley("国「国」1990国"), 0, 8, 900)) == {0, 3, 7}


@given(st.text(alphabet="国語あい、。「」A1 ", min_size=2, max_size=40), st.integers(min_value=-2000, max_value=9000))
def test_what_is_shared_out_adds_up(copy: str, slack: int) -> None:
    galley = _galley(copy)
    deltas = adjusted(galley, 0, galley.total - 1, slack)
    given_out = sum(deltas.values())
    assert abs(given_out) <= abs(slack)
    if slack > 0 and galley.even_gaps(0, galley.total - 1):
        assert given_out == slack
    for index, delta in deltas.items():
        assert galley.bodies[index] + galley.gap(index) + delta >= galley.bodies[index] * 0.5


def test_spreading_reaches_both_ends() -> None:
    at = origins(composed("留萌市", 7.0, alignment=Alignment.SPREAD).lines[0])
    assert at == pytest.approx([0, 3, 6], abs=0.002)
    assert sum(spread(0, 2, 1001).values()) == 1001


def test_lines_stand_in_the_middle_and_at_the_end() -> None:
    assert origins(composed("国国", 10, alignment=Alignment.CENTRE).lines[0])[0] == 4
    assert origins(composed("国国", 10, alignment=Alignment.END).lines[0])[0] == 8
