"""Lines outside a box are found once each, from the head down; what no reader reads is not measured."""

from __future__ import annotations

import pytest

from brochure.drawing.frame import Frame, Glyphs, Group, Placed, Tagged
from brochure.drawing.geometry import Rect, Size, Transform
from brochure.drawing.structure import Role
from brochure.pages.room import lines_outside

BOX = Rect(20.0, 30.0, 100.0, 200.0)  # 20 to 120 across, 30 to 230 down


def run(text: str, x: float, y: float, width: float = 10.0) -> Placed:
    return Placed(Glyphs("face", 10.0, b"", text, width), x, y)


def outside(*items: Placed) -> tuple[str, ...]:
    return lines_outside(Frame(Size(150, 260), items), BOX, 5.0)


@pytest.mark.parametrize(
    ("x", "y"), [(20, 31), (15, 100), (115, 100), (20, 230)], ids=["head", "left", "right", "foot"]
)
def test_words_just_inside_are_inside(x: float, y: float) -> None:
    assert outside(run("港", x, y)) == ()


@pytest.mark.parametrize(
    ("x", "y"), [(20, 29), (14.9, 100), (115.1, 100), (20, 230.1)], ids=["head", "left", "right", "foot"]
)
def test_words_just_outside_are_outside(x: float, y: float) -> None:
    assert outside(run("港", x, y)) == ("港",)


def test_two_runs_of_one_line_are_one_line_and_lines_come_from_the_head_down() -> None:
    assert outside(run("下", 20, 250), run("上", 20, 240), run("も上", 40, 240)) == ("上", "下")


def test_places_add_up_through_groups_and_tags() -> None:
    inner = Placed(Tagged(Role.PARAGRAPH, (Placed(Group((run("港", 25, 11),)), 0, 100),)), 0, 120)
    assert outside(inner) == ("港",)


@pytest.mark.parametrize("role", [Role.ARTIFACT, Role.FIGURE])
def test_furniture_and_pictures_are_not_measured(role: Role) -> None:
    assert outside(Placed(Tagged(role, (run("9", 20, 250),)))) == ()


def test_turned_words_are_not_measured() -> None:
    turned = Group((run("港", 20, 250),), Transform(0.0, 1.0, -1.0, 0.0, 0.0, 0.0))
    assert outside(Placed(turned)) == ()
