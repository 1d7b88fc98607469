"""One ink, one spelling, one plate."""

from __future__ import annotations

import pytest

from brochure.drawing.colour import percent
from brochure.drawing.spots import spelled


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("DIC156", "DIC 156"),
        ("ＤＩＣ　156", "DIC 156"),
        ("dic-156s", "DIC 156s"),
        ("DIC 156S", "DIC 156s"),
        ("DIC 156s*", "DIC 156s"),
        ("DIC-C182", "DIC C182"),
        ("PANTONE 286C", "PANTONE 286 C"),
        ("Pantone  286 c", "PANTONE 286 C"),
        ("PANTONE reflex blue U", "PANTONE Reflex Blue U"),
        ("TOYO 457", "TOYO 0457"),
        ("  Gold  Foil ", "Gold Foil"),
    ],
)
def test_an_ink_has_one_spelling(written: str, name: str) -> None:
    assert spelled(written) == name
    assert spelled(name) == name


def test_a_tint_of_an_ink_is_a_share_of_it_and_a_mixture_is_none() -> None:
    sea = percent(100, 60, 0, 10, "sea", "DIC 182")
    assert sea.tint(0.5).share == 0.5
    assert sea.tint(0.5).tint(0.5).share == 0.25
    assert sea.tint(0.5).spot == sea.spot
    assert sea.mixed(percent(0, 0, 100, 0), 0.5).spot is None
