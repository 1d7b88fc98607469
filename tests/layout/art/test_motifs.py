"""Every motif of the table keeps the rules a printed picture must keep."""

from __future__ import annotations

import pytest

from brochure.drawing.describe import fingerprint
from brochure.drawing.frame import Gradient, Group, Shape, items_of, rectangle
from brochure.layout.art.motifs import MOTIFS, motif

from .pictures import BAND, COVER, HARBOUR, SQUARE, colours, shapes

SIZES = (COVER, BAND, SQUARE)
every_motif = pytest.mark.parametrize("name", sorted(MOTIFS))


@every_motif
def test_same_arguments_draw_the_same_picture(name: str) -> None:
    assert fingerprint(motif(name)(BAND, HARBOUR, 3)) == fingerprint(motif(name)(BAND, HARBOUR, 3))


@every_motif
@pytest.mark.parametrize("size", SIZES)
def test_picture_has_the_size_asked_for_and_is_cut_to_it(name: str, size: tuple[float, float]) -> None:
    frame = motif(name)(size, HARBOUR, 1)
    assert frame.size == size
    (placed,) = frame.items
    assert isinstance(placed.item, Group)
    assert placed.item.clip == rectangle(0.0, 0.0, *size)


@every_motif
@pytest.mark.parametrize("size", SIZES)
def test_first_shapes_cover_the_whole_box_so_that_bleed_is_never_white(name: str, size: tuple[float, float]) -> None:
    items = motif(name)(size, HARBOUR, 1).items[0].item.items
    tops: list[tuple[float, float]] = []
    for placed in items[:60]:
        item = placed.item
        if isinstance(item, Shape) and item.fill is not None:
            numbers = [each for step in item.path for each in step[1:]]
            xs, ys = numbers[::2], numbers[1::2]
            if min(xs) <= 0 and max(xs) >= size[0]:
                tops.append((min(ys), max(ys)))
    reached = 0.0
    for top, foot in sorted(tops):
        if top <= reached:
            reached = max(reached, foot)
    assert reached >= size[1]


@every_motif
@pytest.mark.parametrize("seed", [1, 2, 7])
def test_no_colour_holds_more_than_300_percent_of_ink(name: str, seed: int) -> None:
    assert max(colour.total_ink for colour in colours(motif(name)(SQUARE, HARBOUR, seed).items)) <= 3.0


@every_motif
def test_no_line_is_thinner_than_a_hairline_even_when_small(name: str) -> None:
    for shape, scale in shapes(motif(name)(SQUARE, HARBOUR, 1).items):
        if shape.stroke is not None:
            assert shape.stroke.width * scale >= 0.25


@every_motif
def test_blends_run_from_nought_to_one_in_order(name: str) -> None:
    for shape, _ in shapes(motif(name)(BAND, HARBOUR, 1).items):
        if isinstance(shape.fill, Gradient):
            places = [at for at, _ in shape.fill.stops]
            assert places[0] == 0.0
            assert places[-1] == 1.0
            assert places == sorted(places)


@pytest.mark.parametrize(
    "name", ["sunset-cape", "harbour-cranes", "herring", "snow", "cherry", "clouds", "lattice-ice"]
)
def test_another_seed_draws_another_picture(name: str) -> None:
    assert fingerprint(motif(name)(BAND, HARBOUR, 1)) != fingerprint(motif(name)(BAND, HARBOUR, 2))


@every_motif
def test_no_group_scales_so_two_decimals_are_enough_in_any_output(name: str) -> None:
    for item in items_of(motif(name)(SQUARE, HARBOUR, 1).items, Group):
        a, b, c, d, _, _ = item.transform
        assert a * d - b * c == pytest.approx(1.0)


def test_unknown_motif_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        motif("sunrise")
