"""Tables: rows as deep as their deepest cell, heads and cells tagged, hairlines hidden from the reader."""

from brochure.drawing.colour import BLACK
from brochure.drawing.frame import Shape, Tagged, text_of, walk
from brochure.drawing.structure import Role
from brochure.layout.table import Cell, TableColumn, set_table
from brochure.layout.text_block import Words
from layout.setting import FEED, typesetter

COLUMNS = (TableColumn(50.0, "cell", is_head=True), TableColumn(60.0, "cell"))
ROWS = [(Words("人口"), Words("24,457人")), (Words("友好港湾"), Words("中国・営口港、1990年4月17日に締結"))]


def test_a_row_is_as_deep_as_its_deepest_cell() -> None:
    first, second = set_table(ROWS, COLUMNS, typesetter(), BLACK, padding=2.0)
    assert first.height == FEED + 4
    assert second.height > first.height
    assert (second.height - 4) % FEED == 0


def test_rows_may_take_whole_lines() -> None:
    for row in set_table(ROWS, COLUMNS, typesetter(), BLACK, padding=2.0, line_feed=FEED):
        assert row.height % FEED == 0


def test_cells_are_tagged_and_rules_are_not_told() -> None:
    row = set_table(ROWS, COLUMNS, typesetter(), BLACK)[0]
    tags = [placed.item for placed in walk(row.items) if isinstance(placed.item, Tagged)]
    roles = [tag.role for tag in tags]
    assert roles.count(Role.TABLE_HEADER) == 1
    assert roles.count(Role.TABLE_CELL) == 1
    hidden = [tag for tag in tags if tag.role is Role.ARTIFACT]
    shapes = sum(isinstance(placed.item, Shape) for placed in walk(row.items))
    assert shapes == sum(isinstance(each.item, Shape) for tag in hidden for each in walk(tag.items)) == 2


def test_a_cell_over_several_columns_is_tagged_with_their_number() -> None:
    row = set_table([(Cell((Words("平成"),), span=2),)], COLUMNS, typesetter(), BLACK)[0]
    (cell,) = [each.item for each in walk(row.items) if isinstance(each.item, Tagged) and each.item.columns > 1]
    assert (cell.role, cell.columns) == (Role.TABLE_HEADER, 2)


def test_the_head_of_a_table_is_not_left_alone() -> None:
    rows = set_table(ROWS, COLUMNS, typesetter(), BLACK)
    assert [row.keeps_next for row in rows] == [True, False]
    assert "".join(text_of(row.items) for row in rows).startswith("人口24,457人")
