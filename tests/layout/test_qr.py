"""QR codes: every module where it belongs, black alone, with their quiet zone."""

import segno

from brochure.drawing.colour import BLACK
from brochure.drawing.frame import Shape
from brochure.layout.qr import qr_code

ADDRESS = "https://example.jp/rumoi"


def test_every_dark_module_is_covered_and_no_light_one() -> None:
    side = 74.0
    ground, code = (placed.item for placed in qr_code(ADDRESS, side).items)
    assert isinstance(ground, Shape)
    assert isinstance(code, Shape)
    rows = [bytes(row) for row in segno.make(ADDRESS, error="m", micro=False).matrix]
    module = side / (len(rows) + 8)
    boxes = [code.path[at : at + 5] for at in range(0, len(code.path), 5)]
    dark: set[tuple[int, int]] = set()
    for (_, x1, y1), _, (_, x2, _), *_ in boxes:
        row = round(float(y1) / module) - 4
        dark |= {(column - 4, row) for column in range(round(float(x1) / module), round(float(x2) / module))}
    assert dark == {(x, y) for y, row in enumerate(rows) for x, value in enumerate(row) if value == 1}
    assert code.fill == BLACK
