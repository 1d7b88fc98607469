"""Figures that neither change nor move beside one another are set one by one."""

from itertools import pairwise

import pytest
from msgspec.structs import replace

from brochure.typesetting.compose import compose
from brochure.typesetting.figures import ALL_NEIGHBOURS, FIGURES, changes_figures_alone, figures_of
from brochure.typesetting.paragraph import paragraph
from typesetting.setting import library, origins, style


@pytest.mark.parametrize("family", ["ja-gothic", "ja-mincho", "latin"])
def test_a_figure_is_as_wide_alone_as_among_others(family: str) -> None:
    faces = library().chain(family)
    found = figures_of(faces, "ja", ())
    assert [*found] == [*FIGURES]
    chosen = replace(style(), text=replace(style().text, faces=faces))
    alone = compose(paragraph("7", chosen), 1000.0).lines[0]
    assert found["7"][1] / 1000 * chosen.text.size == pytest.approx(alone.width, abs=0.01)
    among = compose(paragraph("2719", chosen), 1000.0).lines[0]
    assert origins(among)[2] - origins(among)[1] == pytest.approx(found["7"][1] / 1000, abs=0.002)


def test_every_figure_is_seen_beside_every_neighbour() -> None:
    seen = {*pairwise(ALL_NEIGHBOURS)}
    assert seen >= {(one, other) for one in FIGURES for other in FIGURES + "., "}
    assert seen >= {(sign, figure) for sign in "., " for figure in FIGURES}


def test_features_of_figures_leave_all_else_as_it_is() -> None:
    assert changes_figures_alone(())
    assert changes_figures_alone((("tnum", 1), ("lnum", 1)))
    assert not changes_figures_alone((("tnum", 1), ("palt", 1)))
