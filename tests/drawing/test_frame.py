"""What a frame holds."""

import gc
import pickle

from brochure.drawing.frame import Frame, Group, Placed, Shape, line
from brochure.drawing.geometry import Size

STROKE = Shape(line(0.0, 0.0, 9.0, 0.0))


def test_an_item_stands_at_the_origin_unless_it_is_told_where_and_is_moved_as_a_whole() -> None:
    assert Placed(STROKE) == Placed(STROKE, 0.0, 0.0)
    assert Placed(STROKE, 1.0, 2.0).moved(3.0, -4.0) == Placed(STROKE, 4.0, -2.0)


def test_a_frame_of_one_item_is_placed_as_that_item_any_other_as_a_group() -> None:
    one = Placed(STROKE, 1.0, 2.0)
    assert Frame(Size(9.0, 9.0), (one,)).placed(10.0, 20.0) == Placed(STROKE, 11.0, 22.0)
    assert Frame(Size(9.0, 9.0), (one, one)).placed(10.0, 20.0) == Placed(Group((one, one)), 10.0, 20.0)


def test_what_is_placed_is_plain_data_the_collector_does_not_follow() -> None:
    placed = Placed(Group((Placed(STROKE, 1.0, 2.0),)), 3.0, 4.0)
    assert pickle.loads(pickle.dumps(placed)) == placed
    assert hash(placed) == hash(Placed(Group((Placed(STROKE, 1.0, 2.0),)), 3.0, 4.0))
    assert not gc.is_tracked(placed)
