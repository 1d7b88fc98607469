"""The palette derived from four colours."""

from __future__ import annotations

import pytest
from msgspec.structs import fields

from brochure.drawing.colour import Colour, contrast, percent
from brochure.layout.palette import palette_of

from .art.pictures import HARBOUR


def _colours() -> list[Colour]:
    values = [getattr(HARBOUR, field.name) for field in fields(HARBOUR)]
    return [value for value in values if isinstance(value, Colour)] + list(HARBOUR.areas)


def test_no_role_holds_more_than_300_percent() -> None:
    assert max(colour.total_ink for colour in _colours()) <= 3.0


@pytest.mark.parametrize("strong", [percent(100, 100, 100, 60), percent(100, 90, 60, 40)])
def test_even_a_heavy_sea_deepens_within_the_limit(strong: Colour) -> None:
    deep = palette_of(strong, HARBOUR.sunset, HARBOUR.gold, HARBOUR.vermilion).sea_deep
    assert deep.total_ink <= 3.0


def test_paper_tints_stay_under_12_percent_an_ink() -> None:
    for tint in (HARBOUR.tint_warm, HARBOUR.tint_cool):
        assert max(tint.inks) < 0.12


def test_six_areas_can_be_told_from_each_other() -> None:
    for at, one in enumerate(HARBOUR.areas):
        for other in HARBOUR.areas[:at]:
            assert sum(abs(a - b) for a, b in zip(one.srgb, other.srgb, strict=True)) > 0.15


def test_black_words_are_legible_on_every_area() -> None:
    assert min(contrast(HARBOUR.ink, area) for area in HARBOUR.areas) >= 4.5
