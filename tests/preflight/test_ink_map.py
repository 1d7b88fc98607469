"""The coarse map of inks: what knocks out replaces, what overprints adds, and the heaviest 15 mm are found."""

from __future__ import annotations

from math import pi

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.preflight.geometry import MM, Box, Matrix
from brochure.preflight.grid import Brush, Grid, inks_of
from brochure.preflight.ink_map import InkMap
from brochure.preflight.outlines import Outline, read_outline
from brochure.preflight.writer import ink_of_type

_PAPER = Box(0, 0, 60 * MM, 60 * MM)
_HALF = Box(0, 0, 30 * MM, 60 * MM)


def _map() -> Grid:
    inks = Grid(_PAPER)
    inks.fill(_HALF, Brush(inks_of({"Cyan": 1.0, "Magenta": 1.0, "Yellow": 0.0, "Black": 0.0})))
    return inks


def _ink(inks: Grid, box: Box) -> float:
    return round(sum(inks.share(box, plate.__eq__, 250) for plate in inks.plates), 2)


def test_what_knocks_out_replaces_what_lies_below() -> None:
    inks = _map()
    inks.fill(_HALF, Brush(inks_of({"Black": 1.0})))
    assert _ink(inks, _HALF) == 1.0


def test_what_overprints_adds_to_it() -> None:
    inks = _map()
    inks.fill(_HALF, Brush(inks_of({"Black": 1.0}), keeps_others=True))
    assert _ink(inks, _HALF) == 3.0


def test_the_heaviest_square_is_found_where_it_is() -> None:
    inks = _map()
    spot = Box(33 * MM, 33 * MM, 54 * MM, 54 * MM)
    inks.fill(spot, Brush(inks_of({"Cyan": 0.9, "Magenta": 0.9, "Yellow": 0.9, "Black": 0.9})))
    most, where = inks.heaviest()
    assert most == pytest.approx(3.6, abs=0.02)
    assert spot.grown(2).holds(where)


def test_a_square_half_covered_counts_half() -> None:
    inks = Grid(_PAPER)
    inks.fill(Box(0, 0, 15 * MM, 7.5 * MM), Brush(inks_of({"Cyan": 1.0})))
    assert inks.heaviest()[0] == pytest.approx(0.5, abs=0.05)


def test_small_shapes_count_by_their_area() -> None:
    inks = Grid(_PAPER)
    for row in range(10):
        for column in range(10):
            x, y = (column * 1.5 + 0.4) * MM, (row * 1.5 + 0.4) * MM
            inks.fill(Box(x, y, x + 0.75 * MM, y + 0.75 * MM), Brush(inks_of({"Black": 1.0})))
    assert inks.heaviest()[0] == pytest.approx(0.25, abs=0.03)


def _fill(inks: Grid, path: bytes, is_even_odd: bool = False) -> None:
    outline = read_outline(path, Matrix(MM, 0, 0, MM), is_even_odd)
    assert outline is not None
    inks.fill_outline(outline, _PAPER, Brush(inks_of({"Black": 1.0})))


def _covered(inks: Grid) -> float:
    """Square millimetres of solid ink."""
    return sum(inks.plates["Black"]) / 255 * 60 * 60 / (inks.columns * inks.rows)


def test_outlines_are_filled_between_their_edges() -> None:
    inks = Grid(_PAPER)
    _fill(inks, b"0 0 m 60 0 l 0 60 l h")
    assert _covered(inks) == pytest.approx(1800, rel=0.005)


def test_small_outlines_cover_their_own_area_and_not_their_box() -> None:
    inks = Grid(_PAPER)
    for column in range(10):
        x = column * 5 + 2.3
        _fill(inks, b"%f 10.2 m %f 10.2 l %f 11.4 l h" % (x, x + 1, x))
    assert _covered(inks) == pytest.approx(10 * 1 * 1.2 / 2, rel=0.03)


def test_circles_have_the_area_of_circles() -> None:
    inks = Grid(_PAPER)
    _fill(
        inks,
        b"24 20 m 24 22.209 22.209 24 20 24 c 17.791 24 16 22.209 16 20 c 16 17.791 17.791 16 20 16 c "
        b"22.209 16 24 17.791 24 20 c h",
    )
    assert _covered(inks) == pytest.approx(pi * 16, rel=0.015)


def test_what_lies_within_twice_is_out_by_the_even_odd_rule_alone() -> None:
    frame = b"10 10 m 40 10 l 40 40 l 10 40 l h 20 20 m 30 20 l 30 30 l 20 30 l h"
    wound, odd = Grid(_PAPER), Grid(_PAPER)
    _fill(wound, frame)
    _fill(odd, frame, is_even_odd=True)
    assert (_covered(wound), _covered(odd)) == (pytest.approx(900, rel=0.005), pytest.approx(800, rel=0.005))


def test_outlines_beyond_the_clip_end_at_it() -> None:
    inks = Grid(_PAPER)
    outline = read_outline(b"-50 -50 m 90 20 l 20 90 l h", Matrix(MM, 0, 0, MM))
    assert outline is not None
    inks.fill_outline(outline, Box(10 * MM, 10 * MM, 20.2 * MM, 20.7 * MM), Brush(inks_of({"Black": 1.0})))
    assert _covered(inks) == pytest.approx(10.2 * 10.7, rel=0.01)


def test_type_leaves_its_ink_behind() -> None:
    line = ink_of_type("港の朝市", "AAAAAA+Gothic-Regular")
    assert 0.6 < line < 1.0
    assert ink_of_type("港の朝市", "Gothic-Bold") > line > ink_of_type("みなと いち", "Gothic-Regular")


def test_multiplying_never_takes_ink_away() -> None:
    inks = _map()
    inks.fill(_HALF, Brush(inks_of({"Cyan": 0.5, "Yellow": 0.5}), multiplies=True))
    assert inks.share(_HALF, "Cyan".__eq__, 250) == 1.0
    assert inks.share(_HALF, "Magenta".__eq__, 250) == 1.0
    assert inks.share(_HALF, "Yellow".__eq__, 120) == 1.0


_SHARES = st.sampled_from([0.0, 0.3, 0.5, 1.0])
_COLOURS = st.dictionaries(st.sampled_from(["Cyan", "Magenta", "Black", "DIC 156"]), _SHARES, max_size=4)
_CORNERS = st.tuples(st.integers(0, 40), st.integers(0, 40))
_PLACES = _CORNERS.map(lambda at: Box(at[0] * MM, at[1] * MM, at[0] * MM + 60, at[1] * MM + 60))


def _back(box: Box) -> Matrix:
    """From the page to the unit square of a picture that fills a box."""
    return Matrix(1 / box.width, 0.0, 0.0, 1 / box.height, -box.left / box.width, -box.bottom / box.height)


@given(st.lists(st.tuples(_PLACES, _COLOURS, st.booleans(), st.booleans(), st.booleans()), max_size=8))
def test_no_square_holds_more_ink_than_the_colours_allow(
    painted: list[tuple[Box, dict[str, float], bool, bool, bool]],
) -> None:
    inks = InkMap(_PAPER)
    for box, colour, keeps_others, multiplies, is_picture in painted:
        brush = Brush(inks_of(colour), keeps_others, 1.0, multiplies)
        if is_picture:
            plates = {plate: bytes((value, 0, value // 2, value)) for plate, value in brush.inks}
            inks.paint_picture(box, _back(box), (2, 2), plates, brush)
        else:
            inks.fill(box, brush)
    assert not inks.may_exceed(4.2)
    most = inks.grid.heaviest()[0]
    assert inks.may_exceed(most - 0.01)


def test_colours_that_replace_one_another_do_not_add_up() -> None:
    inks = InkMap(_PAPER)
    for colour in ({"Cyan": 1.0, "Magenta": 1.0}, {"Yellow": 1.0, "DIC 156": 0.8}):
        inks.fill(_HALF, Brush(inks_of(colour)))
    assert (inks.may_exceed(1.99), inks.may_exceed(2.0)) == (True, False)


def test_words_add_to_what_they_stand_on_and_to_nothing_else() -> None:
    words = Brush(inks_of({"Black": 1.0}), keeps_others=True)
    beside, upon = InkMap(_PAPER), InkMap(_PAPER)
    for inks, box in ((beside, Box(40 * MM, 0, 60 * MM, 5 * MM)), (upon, Box(20 * MM, 0, 60 * MM, 5 * MM))):
        inks.fill(_HALF, Brush(inks_of({"Cyan": 1.0, "Magenta": 1.0})))
        inks.fill(box, words, 0.3)
    assert not beside.may_exceed(2.0)
    assert upon.may_exceed(2.99)
    assert not upon.may_exceed(3.0)


def test_what_was_painted_before_somebody_looks_is_there() -> None:
    inks = InkMap(_PAPER)
    inks.fill(_HALF, Brush(inks_of({"Cyan": 1.0})))
    assert inks.share(_HALF, "Cyan".__eq__) == 1.0
    inks.fill(_HALF, Brush(inks_of({"Black": 1.0})))
    assert inks.share(_HALF, "Cyan".__eq__) == 0.0


@given(
    st.lists(st.tuples(_PLACES, _COLOURS, st.booleans(), st.booleans(), st.booleans()), max_size=8), _PLACES, _PLACES
)
def test_a_place_has_the_ink_it_has_when_the_whole_page_is_painted(
    painted: list[tuple[Box, dict[str, float], bool, bool, bool]], place: Box, other: Box
) -> None:
    here, whole = InkMap(_PAPER), InkMap(_PAPER)
    for box, colour, keeps_others, multiplies, is_clipped in painted:
        for inks in (here, whole):
            inks.clip = (_outline(b"5 5 m 55 5 l 30 55 l h"),) if is_clipped else ()
            inks.fill(box, Brush(inks_of(colour), keeps_others, 1.0, multiplies))
            inks.stroke(_outline(b"0 0 m 60 45 l"), 2 * MM, box, Brush(inks_of(colour), keeps_others, 1.0, multiplies))
    for box in (place, other):
        for plates, least in ((lambda plate: True, 5), ("Cyan".__eq__, 25)):
            assert here.share_here(box, plates, least) == whole.share(box, plates, least)
    assert here.grid.plates == whole.grid.plates


def _outline(path: bytes) -> Outline:
    found = read_outline(path, Matrix(MM, 0, 0, MM))
    assert found is not None
    return found


def test_what_is_painted_within_a_clip_covers_no_more_than_the_clip() -> None:
    inks = InkMap(_PAPER)
    inks.fill(_PAPER, Brush(inks_of({"Cyan": 1.0})))
    inks.clip = (_outline(b"0 0 m 60 0 l 0 60 l h"), _outline(b"0 0 m 30 0 l 30 60 l 0 60 l h"))
    inks.fill(_PAPER, Brush(inks_of({"Black": 1.0})))
    assert _covered(inks.grid) == pytest.approx(30 * 30 + 30 * 30 / 2, rel=0.01)
    assert sum(inks.grid.plates["Cyan"]) / 255 * 1.5**2 == pytest.approx(3600 - 1350, rel=0.01)


def test_a_cropped_picture_shows_its_own_part_and_a_turned_one_lies_turned() -> None:
    plates = {"Black": bytes((255, 0, 0, 0))}  # black at its upper left corner
    cropped, turned = InkMap(_PAPER), InkMap(_PAPER)
    cropped.paint_picture(_HALF, _back(_PAPER), (2, 2), plates, Brush(()))
    assert _covered(cropped.grid) == pytest.approx(900, rel=0.01)
    assert cropped.share(Box(0, 30 * MM, 30 * MM, 60 * MM), "Black".__eq__) == 1.0
    side = 60 * MM
    turned.paint_picture(_PAPER, Matrix(0, -1 / side, 1 / side, 0, 0, 1), (2, 2), plates, Brush(()))
    assert turned.share(Box(0, 0, 30 * MM, 30 * MM), "Black".__eq__) == 1.0
    assert _covered(turned.grid) == pytest.approx(900, rel=0.01)
